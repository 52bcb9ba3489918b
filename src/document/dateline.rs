//! When and by whom an article was published, as its own text says.

use jiff::civil::DateTime;
use serde::Serialize;

use super::block::Block;
use crate::span::Span;

/// What a dateline says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// When the article was published; midnight where the text gives the day alone.
    pub published: DateTime,
    /// Where in the text it stands.
    pub span: Span,
    /// Which kind of evidence won.
    pub source: DatelineSource,
}

/// The kinds of evidence for a publication date, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DatelineSource {
    /// A `time` element or meta date of the page.
    Markup,
    /// A labelled time: 发布时间:…, Published ….
    Label,
    /// A line that holds a date and little else.
    Line,
    /// An agency's opening: 新华社北京2月19日电.
    Agency,
}

/// Finds the dateline among the blocks.
pub(super) fn find(text: &str, blocks: &[Block]) -> Option<Dateline> {
    const LABEL: &str = "发布时间:";
    blocks.iter().find_map(|block| {
        let line = text.get(block.span.range())?;
        let at = line.find(LABEL)? + LABEL.len();
        let (date, time) = (line.get(at..at + 10)?, line.get(at + 11..at + 19));
        let published = crate::Options::parse_published(&match time {
            Some(time) => format!("{date} {time}"),
            None => date.into(),
        })
        .or_else(|_| crate::Options::parse_published(date))
        .ok()?;
        let start = block.span.start + at as u32;
        Some(Dateline { published, span: Span::new(start, start + 10), source: DatelineSource::Label })
    })
}
