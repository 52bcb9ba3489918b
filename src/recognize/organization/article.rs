//! The article that belongs to a name: The Deccan Mercury, The Aldermoor Foundation.
//!
//! It does where the text writes it with a capital inside a sentence, or where the name with it is a line of its own; then
//! it does wherever the name stands.

use std::collections::HashSet;

use super::{Candidate, Draft};
use crate::document::Document;
use crate::span::Span;

const ARTICLE: &str = "The ";

/// Takes the article into the names that it belongs to.
pub(super) fn extend(document: &Document, candidates: &mut [Candidate]) {
    let text = document.text();
    let with = |span: Span| -> Option<u32> {
        let before = text.get(..span.start as usize)?;
        before.ends_with(ARTICLE).then(|| span.start - ARTICLE.len() as u32)
    };
    let named: HashSet<&str> = candidates
        .iter()
        .filter(|c| matches!(c.draft, Draft::Organization(_)))
        .filter(|c| !super::english::listed(document.slice(c.span)))
        .filter(|c| with(c.span).is_some_and(|start| belongs(text, start as usize, c.span.end as usize)))
        .map(|c| document.slice(c.span))
        .collect();
    if named.is_empty() {
        return;
    }
    for candidate in candidates {
        if matches!(candidate.draft, Draft::Organization(_))
            && named.contains(document.slice(candidate.span))
            && let Some(start) = with(candidate.span)
        {
            candidate.span.start = start;
        }
    }
}

/// True when the article at `start` is part of the name that ends at `end`.
fn belongs(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    if line.trim().is_empty() {
        let after = text.get(end..).unwrap_or_default().trim_start_matches(' ');
        return after.is_empty() || after.starts_with(['\n', '|', '/', '›', '»', '•', '·']);
    }
    // for |The Deccan Mercury: after a word in lower case.
    let word = before
        .strip_suffix(' ')
        .and_then(|b| b.rsplit([' ', '\n', '(', '“', '"']).next())
        .unwrap_or_default();
    // Courtesy |The Deccan Mercury: after the word of a credit.
    word == "Courtesy" || !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase())
}
