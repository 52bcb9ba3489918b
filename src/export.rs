//! What leaves the program: our JSON, CSV, JSON lines, web annotations, an HTML report and the formats of other tools.
//!
//! Every exporter is a pure function of an [`ArticleFile`] and a [`Filter`] and gives a string.

pub mod article;
pub mod filter;
pub mod json;
pub mod jsonl;
pub mod sha256;

pub use article::ArticleFile;
pub use filter::Filter;
