//! Sentences, on top of the sentence rules of Unicode (UAX #29).

use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;

/// One sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its characters, without white space at either end.
    pub span: Span,
    /// The index of its block.
    pub block: u32,
}

/// Splits a block into sentences.
pub(super) fn split(text: &str, block: Span, index: u32, out: &mut Vec<Sentence>) {
    let body = text.get(block.range()).unwrap_or_default();
    for (at, piece) in body.split_sentence_bound_indices() {
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let start = block.start + (at + piece.len() - piece.trim_start().len()) as u32;
            out.push(Sentence { span: Span::new(start, start + trimmed.len() as u32), block: index });
        }
    }
}
