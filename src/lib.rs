//! Finds the figures, dates and organizations of a news article, in Chinese and English, and resolves each to a value.
//!
//! ```
//! use article_annotator::{Annotator, Document, Options};
//!
//! let document = Document::from_text("发布时间:2024-02-21\n2月19日下午,全市新引进青年人才达4.04万人。")?;
//! let annotations = Annotator::default().annotate(&document, &Options::default());
//! for annotation in &annotations.items {
//!     println!("{} {:?}", document.slice(annotation.span), annotation.attributes);
//! }
//! # Ok::<(), article_annotator::Error>(())
//! ```

pub mod annotation;
pub mod annotator;
pub mod document;
pub mod error;
pub mod export;
pub mod import;
pub mod lexicon;
pub mod model;
pub mod offsets;
pub mod options;
mod order;
pub mod recognize;
pub mod resolve;
pub mod select;
pub mod session;
pub mod span;
pub mod text;
#[cfg(feature = "train")]
pub mod train;
pub mod value;
pub mod view;
#[cfg(target_family = "wasm")]
pub mod wasm;

pub use annotation::{Annotation, AnnotationType, Annotations, Attributes};
pub use annotator::{Analysis, Annotator};
pub use document::Document;
pub use error::{Error, Result};
pub use options::{Lang, Options};
pub use span::Span;

/// The examples of the README run as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
