//! One line of stand-off annotations a document: `{"id", "annotations": [...]}`.

use serde::Serialize;

use crate::annotation::{Annotation, AnnotationType, Annotations, Attributes};
use crate::document::Document;
use crate::export::article::{Block, Published, Sentence, Word};
use crate::export::{ArticleFile, Filter};
use crate::offsets::Offsets;

/// A line: the annotations of one document, and what was asked for besides.
#[derive(Debug, Serialize)]
pub struct Line<'a, A> {
    /// The document's id, as it was given.
    pub id: &'a serde_json::Value,
    /// Its annotations.
    pub annotations: Vec<A>,
    /// When it was published; null where nobody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Option<Published>>,
    /// Its blocks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocks: Option<Vec<Block>>,
    /// Its sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentences: Option<Vec<Sentence>>,
    /// Its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Vec<Word>>,
}

/// The line of an article file, without the line feed.
pub fn write(file: &ArticleFile, filter: &Filter) -> String {
    let line = Line {
        id: &file.id.as_deref().into(),
        annotations: filter.valid(file).collect(),
        published: None,
        blocks: None,
        sentences: None,
        words: None,
    };
    serde_json::to_string(&line).unwrap_or_default()
}

/// An annotation as files and JavaScript see it: offsets in code points and UTF-16 units.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    /// Its number in the document.
    pub id: u32,
    /// First code point.
    pub start: u32,
    /// Code point after the end.
    pub end: u32,
    /// First UTF-16 unit.
    pub start_utf16: u32,
    /// UTF-16 unit after the end.
    pub end_utf16: u32,
    /// Its type.
    pub r#type: AnnotationType,
    /// The characters covered.
    pub text: &'a str,
    /// The index of its block.
    pub block: u32,
    /// The index of its sentence.
    pub sentence: u32,
    /// What it was resolved to.
    pub attrs: &'a Attributes,
}

impl<'a> Record<'a> {
    /// The record of one annotation.
    pub fn new(document: &'a Document, offsets: &Offsets, annotation: &'a Annotation) -> Self {
        let (start, end) = offsets.pair(document.text(), annotation.span);
        Self {
            id: annotation.id,
            start: start.char,
            end: end.char,
            start_utf16: start.utf16,
            end_utf16: end.utf16,
            r#type: annotation.kind(),
            text: document.slice(annotation.span),
            block: annotation.block,
            sentence: annotation.sentence,
            attrs: &annotation.attributes,
        }
    }
}

/// The records of all annotations of a document.
pub fn records<'a>(document: &'a Document, annotations: &'a Annotations) -> Vec<Record<'a>> {
    let offsets = Offsets::new(document.text());
    annotations.items.iter().map(|a| Record::new(document, &offsets, a)).collect()
}
