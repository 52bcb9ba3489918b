//! Blocks: the paragraphs, headings, captions and lines that a page is made of.

use core::ops::Range;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::line::columns;
use super::role::Role;
use super::wrap;
use crate::span::Span;

/// One block of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Its characters, without the line break after it.
    pub span: Span,
    /// What it is for.
    pub role: Role,
    /// What the page or file format said it was.
    pub hint: Option<Hint>,
    /// The indices of its sentences in [`Document::sentences`](super::Document::sentences).
    pub sentences: Range<u32>,
    /// When the other article was published that a teaser announces, as the teaser itself says; its relative dates
    /// lean on this and not on the document's dateline.
    pub published: Option<DateTime>,
}

/// A block as a page gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockInput {
    /// Its characters.
    pub text: String,
    /// What the page's markup said it was.
    #[serde(default)]
    pub hint: Option<Hint>,
}

/// What markup says of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Hint {
    /// `h1` or the page's title.
    Title,
    /// `h2` to `h6`.
    Heading,
    /// `p` and other running text.
    Paragraph,
    /// `li`.
    ListItem,
    /// A table row, cells joined by tabs.
    Table,
    /// `figcaption`.
    Caption,
    /// `blockquote`.
    Quote,
    /// `time` with its `datetime`, or a meta date.
    Time,
    /// `nav`, `aside`, `footer`, buttons.
    Navigation,
}

impl Hint {
    /// The hint with a name as files and pages write it.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "heading" => Self::Heading,
            "paragraph" => Self::Paragraph,
            "list-item" => Self::ListItem,
            "table" => Self::Table,
            "caption" => Self::Caption,
            "quote" => Self::Quote,
            "time" => Self::Time,
            "navigation" => Self::Navigation,
            _ => return None,
        })
    }
}

/// The lines of a text as blocks: CR, LF and CRLF end a line, lines of white space alone are left out, the lines of a
/// hard-wrapped paragraph are one block.
pub(super) fn lines(text: &str) -> Vec<(Span, Option<Hint>)> {
    let mut out = Vec::new();
    let mut run: Vec<wrap::Row> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = start + (line.len() - line.trim_start().len());
            let span = Span::new(from as u32, (from + trimmed.len()) as u32);
            run.push(wrap::Row::read(line, span));
        } else if line != "\n" || !text[..start].ends_with('\r') {
            wrap::paragraphs(text, &mut run, &mut out);
        }
        start += line.len();
    }
    wrap::paragraphs(text, &mut run, &mut out);
    out
}

/// The text with every hard-wrapped paragraph on one line, as a page shows it: lines are joined by a space, or by
/// nothing where a Han or a full-width character meets the break. All else stays as it is.
pub fn unwrapped(text: &str) -> String {
    let wide = |c: Option<char>| c.is_some_and(|c| columns(c) == 2);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, _) in lines(text) {
        out.push_str(text.get(done..span.start as usize).unwrap_or_default());
        for (index, row) in text.get(span.range()).unwrap_or_default().lines().map(str::trim).enumerate() {
            if index > 0 && !wide(out.chars().next_back()) && !wide(row.chars().next()) {
                out.push(' ');
            }
            out.push_str(row);
        }
        done = span.end as usize;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
