//! A line for training: doccano takes `label`, spaCy and Prodigy take `spans`. Offsets count code points.

use serde::Serialize;

use super::{ArticleFile, Filter, label};
use crate::options::Lang;

#[derive(Serialize)]
struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<Lang>,
    text: &'a str,
    label: Vec<(u32, u32, &'static str)>,
    spans: Vec<Span>,
}

#[derive(Serialize)]
struct Span {
    start: u32,
    end: u32,
    label: &'static str,
}

/// The article as one line, without the line feed.
pub fn write(file: &ArticleFile, filter: &Filter) -> String {
    let kept = || filter.valid(file).map(|a| (a.start, a.end, label(a.r#type)));
    let line = Line {
        id: file.id.as_deref(),
        lang: file.lang,
        text: &file.text,
        label: kept().collect(),
        spans: kept().map(|(start, end, label)| Span { start, end, label }).collect(),
    };
    serde_json::to_string(&line).unwrap_or_default()
}
