//! An article as it was given: its text, and the blocks and sentences found in it.

pub mod block;
mod cue;
pub mod dateline;
mod line;
pub mod role;
pub mod sentence;
mod stamp;
pub mod word;
mod wrap;

use core::ops::Range;

use self::line::Line;
use crate::error::{Error, Result};
use crate::options::Options;
use crate::span::Span;

pub use block::{Block, BlockInput, Hint, unwrapped};
pub use dateline::{Dateline, DatelineSource, Evidence};
pub use role::Role;
pub use sentence::Sentence;

/// A text with its structure. The text is never changed: every offset of every annotation points into it.
///
/// Blocks are in order, do not overlap, hold no line break at either end, and every character that is not white space
/// lies in one. Sentences are in order, and each lies in one block.
#[derive(Clone, Debug, Default)]
pub struct Document {
    text: String,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    dateline: Option<Dateline>,
    outlined: bool,
}

impl Document {
    /// Reads plain text: blocks are lines, hard-wrapped paragraphs are joined into one block.
    ///
    /// # Errors
    /// [`Error::is_too_long`] above [`Options::MAX_BYTES`].
    pub fn from_text(text: impl Into<String>) -> Result<Self> {
        Ok(Self::lay_out(Source::Text(text.into()))?.outlined())
    }

    /// Reads blocks that a page or a file format gave, joined by line feeds into one text.
    ///
    /// # Errors
    /// [`Error::is_too_long`] above [`Options::MAX_BYTES`].
    pub fn from_blocks(blocks: &[BlockInput]) -> Result<Self> {
        Ok(Self::lay_out(Source::Blocks(blocks))?.outlined())
    }

    /// Reads a text whose blocks are known: one that was opened before. Spans that are out of order, overlap or cut a
    /// character are left out.
    ///
    /// # Errors
    /// [`Error::is_too_long`] above [`Options::MAX_BYTES`].
    pub fn from_spans(text: impl Into<String>, spans: &[(Span, Option<Hint>)]) -> Result<Self> {
        Ok(Self::lay_out(Source::Spans(text.into(), spans))?.outlined())
    }

    /// Finds blocks and sentences alone. Every block is a paragraph until [`outline`](Self::outline) tells the roles,
    /// which figures and dates can be found without.
    ///
    /// # Errors
    /// [`Error::is_too_long`] above [`Options::MAX_BYTES`].
    pub fn lay_out(source: Source<'_>) -> Result<Self> {
        let (text, spans) = source.read()?;
        let mut document = Self { text, ..Self::default() };
        document.blocks.reserve_exact(spans.len());
        for (span, hint) in spans {
            document.add(span, hint);
        }
        Ok(document)
    }

    /// Adds a block behind those that there are.
    fn add(&mut self, span: Span, hint: Option<Hint>) {
        let first = self.sentences.len() as u32;
        sentence::split(&self.text, span, self.blocks.len() as u32, &mut self.sentences);
        self.blocks.push(Block {
            span,
            hint,
            sentences: first..self.sentences.len() as u32,
            ..Block::default()
        });
    }

    /// Adds a block of another document, `by` bytes further on and otherwise unchanged.
    fn keep(&mut self, other: &Self, index: usize, by: i64) {
        let Some(block) = other.blocks.get(index) else { return };
        let (first, place) = (self.sentences.len() as u32, self.blocks.len() as u32);
        let moved = |s: &Sentence| Sentence { span: s.span.moved(by), block: place };
        self.sentences.extend(other.sentences_of(index).iter().map(moved));
        self.blocks.push(Block {
            span: block.span.moved(by),
            hint: block.hint,
            sentences: first..self.sentences.len() as u32,
            ..Block::default()
        });
    }

    /// Tells every block its role, and finds the dateline; a second time it does nothing.
    pub fn outline(&mut self) {
        if self.outlined {
            return;
        }
        self.outlined = true;
        let text = &self.text;
        let read = |block: &Block| Line::read(text.get(block.span.range()).unwrap_or_default(), block.hint);
        let lines: Vec<Line> = self.blocks.iter().map(read).collect();
        role::assign(text, &lines, &mut self.blocks);
        self.dateline = dateline::find(text, &lines, &self.blocks);
    }

    fn outlined(mut self) -> Self {
        self.outline();
        self
    }

    /// The same document with another text in one block: line breaks in `replacement` make several blocks of it, an empty
    /// one removes the block. Every other block keeps its extent and hint.
    ///
    /// # Errors
    /// [`Error::is_too_long`] above [`Options::MAX_BYTES`].
    pub fn with_block_text(&self, block: usize, replacement: &str) -> Result<Self> {
        let Some(old) = self.blocks.get(block) else { return Ok(self.clone()) };
        let (before, after) = (&self.text[..old.span.start as usize], &self.text[old.span.end as usize..]);
        let text = checked([before, replacement, after].concat())?;
        let mut document = Self { text, ..Self::default() };
        document.blocks.reserve(self.blocks.len());
        document.sentences.reserve(self.sentences.len());
        (0..block).for_each(|index| document.keep(self, index, 0));
        for (span, _) in block::lines(replacement) {
            document.add(span.moved(i64::from(old.span.start)), old.hint);
        }
        let by = replacement.len() as i64 - i64::from(old.span.len());
        (block + 1..self.blocks.len()).for_each(|index| document.keep(self, index, by));
        Ok(document.outlined())
    }

    /// The text exactly as given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The characters of a span; empty where the span is not one of this text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The blocks in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The sentences in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Where the text says when and by whom it was published.
    pub fn dateline(&self) -> Option<&Dateline> {
        self.dateline.as_ref()
    }

    /// The index of the block that holds a byte; between two blocks, the one before.
    pub fn block_at(&self, byte: u32) -> usize {
        self.blocks.partition_point(|b| b.span.start <= byte).saturating_sub(1)
    }

    /// The index of the sentence that holds a byte; between two sentences, the one before.
    pub fn sentence_at(&self, byte: u32) -> usize {
        self.sentences.partition_point(|s| s.span.start <= byte).saturating_sub(1)
    }

    /// The sentences of a block.
    pub fn sentences_of(&self, block: usize) -> &[Sentence] {
        let Range { start, end } = self.blocks.get(block).map_or(0..0, |b| b.sentences.clone());
        self.sentences.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// What a document is read from.
#[derive(Clone, Debug)]
pub enum Source<'a> {
    /// As [`Document::from_text`].
    Text(String),
    /// As [`Document::from_blocks`].
    Blocks(&'a [BlockInput]),
    /// As [`Document::from_spans`].
    Spans(String, &'a [(Span, Option<Hint>)]),
}

impl Source<'_> {
    /// The text and the extents and hints of its blocks.
    fn read(self) -> Result<(String, Vec<(Span, Option<Hint>)>)> {
        Ok(match self {
            Self::Text(text) => {
                let text = checked(text)?;
                let spans = block::lines(&text);
                (text, spans)
            }
            Self::Blocks(blocks) => {
                let mut text = String::new();
                let mut spans = Vec::with_capacity(blocks.len());
                for input in blocks {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    let start = text.len() as u32;
                    text.push_str(&input.text);
                    spans.push((Span::new(start, text.len() as u32), input.hint));
                }
                (checked(text)?, spans)
            }
            Self::Spans(text, spans) => {
                let text = checked(text)?;
                let mut reach = 0;
                let mut kept = Vec::with_capacity(spans.len());
                for &(span, hint) in spans {
                    if span.start >= reach && text.get(span.range()).is_some_and(|t| !t.is_empty()) {
                        reach = span.end;
                        kept.push((span, hint));
                    }
                }
                (text, kept)
            }
        })
    }
}

fn checked(text: String) -> Result<String> {
    if text.len() > Options::MAX_BYTES {
        return Err(Error::too_long(text.len(), Options::MAX_BYTES));
    }
    Ok(text)
}
