//! Gold records with what was predicted for them.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::Result;

/// A span in code points.
#[derive(Deserialize, Clone)]
pub struct Span {
    pub start: usize,
    pub end: usize,
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub optional: bool,
    #[serde(default)]
    pub attrs: Value,
}

impl Span {
    pub fn place(&self) -> (usize, usize) {
        (self.start, self.end)
    }

    pub fn overlaps(&self, other: &Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// One text.
pub struct Record {
    pub id: String,
    pub lang: String,
    pub text: Vec<char>,
    pub gold: Vec<Span>,
    pub predicted: Vec<Span>,
}

impl Record {
    pub fn quote(&self, start: usize, end: usize) -> String {
        self.text.get(start..end).map(|chars| chars.iter().collect()).unwrap_or_default()
    }
}

#[derive(Deserialize)]
struct Line {
    id: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    text: String,
    #[serde(default, alias = "annotations")]
    spans: Vec<Span>,
}

/// Reads a gold file and the predictions for it, matched by id.
pub fn read(gold: &Path, predicted: &Path) -> Result<Vec<Record>> {
    let mut found: HashMap<String, Vec<Span>> =
        lines(predicted)?.into_iter().map(|l| (l.id, l.spans)).collect();
    let records = lines(gold)?.into_iter().map(|line| Record {
        predicted: found.remove(&line.id).unwrap_or_default(),
        id: line.id,
        lang: line.lang,
        text: line.text.chars().collect(),
        gold: line.spans,
    });
    Ok(records.collect())
}

fn lines(file: &Path) -> Result<Vec<Line>> {
    let text = fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(n, line)| {
            serde_json::from_str(line).map_err(|e| format!("{} line {}: {e}", file.display(), n + 1))
        })
        .collect()
}
