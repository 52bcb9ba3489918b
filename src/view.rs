//! What a recogniser sees: one block, folded, as characters with their classes and their way back to bytes.

use crate::document::Document;
use crate::options::Languages;
use crate::span::Span;
use crate::text::class::Class;
use crate::text::fold::fold_with_class;

/// Buffers that are filled once a block and used again for the next; as long as the longest block so far.
#[derive(Debug, Default)]
pub struct ViewBuffer {
    chars: Vec<char>,
    classes: Vec<Class>,
    bytes: Vec<u32>,
    sentences: Vec<(u32, u32)>,
}

/// One block as recognisers read it. Positions are indices of characters in the block; [`View::span`] leads back to bytes.
///
/// `chars`, `classes` have one entry a character.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The document that the block belongs to.
    pub document: &'a Document,
    /// The block's index.
    pub block: u32,
    /// The block's characters, folded one for one: half-width, simplified.
    pub chars: &'a [char],
    /// The class of each folded character.
    pub classes: &'a [Class],
    bytes: &'a [u32],
    /// The block's sentences as ranges of character indices.
    pub sentences: &'a [(u32, u32)],
    /// The languages that the block is read in.
    pub languages: Languages,
}

impl ViewBuffer {
    /// Reads a block; an index that the document does not have gives an empty view.
    pub fn view<'a>(&'a mut self, document: &'a Document, block: usize) -> View<'a> {
        self.sentences.clear();
        let span = document.blocks().get(block).map_or(Span::default(), |b| b.span);
        let text = document.slice(span);
        // Filled by place: a check of the capacity for each character would cost as much as reading it.
        let length = text.chars().count();
        if self.bytes.len() <= length {
            self.chars.resize(length, '\0');
            self.classes.resize(length, Class::Other);
            self.bytes.resize(length + 1, 0);
        }
        let places = self.chars.iter_mut().zip(&mut self.classes).zip(&mut self.bytes);
        for ((at, c), ((char, class), byte)) in text.char_indices().zip(places) {
            (*char, *class) = fold_with_class(c);
            *byte = span.start + at as u32;
        }
        self.bytes[length] = span.end;
        let bytes = &self.bytes[..=length];
        let index = |byte: u32| bytes.partition_point(|&b| b < byte) as u32;
        for sentence in document.sentences_of(block) {
            self.sentences.push((index(sentence.span.start), index(sentence.span.end)));
        }
        View {
            document,
            block: block as u32,
            chars: &self.chars[..length],
            classes: &self.classes[..length],
            bytes,
            sentences: &self.sentences,
            languages: Languages::ALL,
        }
    }
}

impl<'a> View<'a> {
    /// The same block, to be read in these languages.
    pub fn of(self, languages: Languages) -> Self {
        Self { languages, ..self }
    }

    /// The bytes of the characters `start..end`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let byte = |i: usize| self.bytes.get(i).or(self.bytes.last()).copied().unwrap_or_default();
        Span::new(byte(start), byte(end))
    }

    /// The index of the first character at or after a byte of the document.
    pub fn index(&self, byte: u32) -> usize {
        self.bytes.partition_point(|&b| b < byte).min(self.chars.len())
    }

    /// The original characters `start..end`, unfolded.
    pub fn original(&self, start: usize, end: usize) -> &'a str {
        self.document.slice(self.span(start, end))
    }

    /// True where a character that only traditional text has stands within two dozen characters.
    pub fn traditional(&self, at: usize) -> bool {
        let from = at.saturating_sub(24);
        let to = (at + 24).min(self.chars.len());
        let folded = self.chars.get(from..to).unwrap_or_default();
        self.original(from, to)
            .chars()
            .zip(folded)
            .any(|(c, f)| c != *f && ('\u{4E00}'..'\u{A000}').contains(&c))
    }

    /// The folded character at an index, or NUL outside the block.
    pub fn at(&self, index: usize) -> char {
        self.chars.get(index).copied().unwrap_or('\0')
    }

    /// True when the folded characters from `index` on begin with `word`.
    pub fn starts_with(&self, index: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(k, c)| self.at(index + k) == c)
    }

    /// True when the folded characters before `index` end with `word`.
    pub fn ends_with(&self, index: usize, word: &str) -> bool {
        word.chars().rev().enumerate().all(|(k, c)| index.checked_sub(k + 1).is_some_and(|i| self.at(i) == c))
    }
}
