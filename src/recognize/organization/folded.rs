//! The whole document folded, for what is looked for across blocks.

use crate::document::Document;
use crate::span::Span;
use crate::text::fold::fold;

/// The characters of a document, folded one for one, with their bytes.
#[derive(Debug)]
pub(crate) struct Folded {
    /// The folded characters.
    pub chars: Vec<char>,
    bytes: Vec<u32>,
}

impl Folded {
    /// Folds a document.
    pub fn new(document: &Document) -> Self {
        let text = document.text();
        let length = text.chars().count();
        let mut chars = Vec::with_capacity(length);
        let mut bytes = Vec::with_capacity(length + 1);
        for (at, c) in text.char_indices() {
            chars.push(fold(c));
            bytes.push(at as u32);
        }
        bytes.push(text.len() as u32);
        Self { chars, bytes }
    }

    /// The bytes of the characters `start..end`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let byte = |i: usize| self.bytes.get(i).or(self.bytes.last()).copied().unwrap_or_default();
        Span::new(byte(start), byte(end))
    }

    /// The characters that a span covers.
    pub fn range(&self, span: Span) -> (usize, usize) {
        let index = |byte: u32| self.bytes.partition_point(|&b| b < byte).min(self.chars.len());
        (index(span.start), index(span.end))
    }

    /// True when the folded characters from an index on begin with a word.
    pub fn starts_with(&self, index: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(k, c)| self.at(index + k) == c)
    }

    /// The character at an index, NUL outside.
    pub fn at(&self, index: usize) -> char {
        self.chars.get(index).copied().unwrap_or('\0')
    }
}

/// True for a letter or digit of a script that puts spaces between words.
pub(crate) fn spaced(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('\u{C0}'..='\u{24F}').contains(&c)
}

/// True for a Han character.
pub(crate) fn han(c: char) -> bool {
    ('\u{3400}'..='\u{9FFF}').contains(&c) || ('\u{20000}'..='\u{3FFFD}').contains(&c)
}
