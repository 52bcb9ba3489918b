//! What leaves the program: our JSON, CSV, JSON lines, web annotations, an HTML report and the formats of other tools.
//!
//! Every exporter is a pure function of an [`ArticleFile`] and a [`Filter`] and gives a string.
//!
//! ```
//! use article_annotator::document::Role;
//! use article_annotator::export::{ArticleFile, Filter, training};
//! use article_annotator::{Annotator, Document, Options};
//!
//! let options = Options::default();
//! let document = Document::from_text("Sales rose 3.5%.")?;
//! let file = ArticleFile::new(&document, &Annotator::default().annotate(&document, &options), &options);
//! let article_only = Filter { roles: vec![Role::Boilerplate, Role::Related], ..Filter::default() };
//! assert!(training::write(&file, &article_only).starts_with(r#"{"lang":"en","text":"Sales rose 3.5%.","label":["#));
//! # Ok::<(), article_annotator::Error>(())
//! ```

pub mod article;
pub mod brat;
pub mod csv;
pub mod filter;
pub mod html;
pub mod iob2;
pub mod json;
pub mod jsonl;
pub mod label_studio;
#[cfg(feature = "schema")]
pub mod schema;
pub mod sha256;
pub mod training;
pub mod web_annotation;

pub use article::ArticleFile;
pub use filter::Filter;

use crate::annotation::AnnotationType;

/// The label of a type in the formats of other tools.
pub(crate) fn label(kind: AnnotationType) -> &'static str {
    match kind {
        AnnotationType::Figure => "FIGURE",
        AnnotationType::Date => "DATE",
        AnnotationType::Organization => "ORG",
    }
}

/// The name of a type in our own formats.
pub(crate) fn type_name(kind: AnnotationType) -> &'static str {
    match kind {
        AnnotationType::Figure => "figure",
        AnnotationType::Date => "date",
        AnnotationType::Organization => "organization",
    }
}

/// The byte offset of every code point of a text, and its length: for exporters that cut the text in many places.
pub(crate) fn boundaries(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// The text between two code points; empty where there is no such stretch.
pub(crate) fn cut<'a>(text: &'a str, boundaries: &[usize], start: u32, end: u32) -> &'a str {
    match (boundaries.get(start as usize), boundaries.get(end as usize)) {
        (Some(&start), Some(&end)) => text.get(start..end).unwrap_or_default(),
        _ => "",
    }
}
