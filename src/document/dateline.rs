//! When and by whom an article was published, as its own text says.

use jiff::civil::{Date, DateTime};
use serde::Serialize;

use super::block::{Block, Hint};
use super::cue::{Kind, labels};
use super::line::{Cue, Line};
use super::role::Role;
use super::stamp::{Stamp, stamps};
use crate::order;
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
    /// True where the text gives the time of day as well.
    pub has_time: bool,
    /// The name of the source (来源:…, Source: …), where it is labelled.
    pub outlet: Option<Span>,
    /// The other moments that were weighed and lost, in reading order.
    pub others: Vec<Evidence>,
}

/// One moment that speaks for a publication date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The moment.
    pub moment: DateTime,
    /// Where in the text it stands.
    pub span: Span,
    /// What kind of evidence it is.
    pub source: DatelineSource,
    /// True where the text gives the time of day as well.
    pub has_time: bool,
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
///
/// What a robot's label marks as the time of storing never counts. Of markup, labels and lines above the text, or else
/// anywhere, the earliest wins,
/// and on one day the one with a clock, then the strongest; an agency's opening counts where there is nothing else,
/// its year taken from the nearest date that the text prints in full.
pub(super) fn find(text: &str, lines: &[Line], blocks: &[Block]) -> Option<Dateline> {
    let years = Years::read(lines);
    let mut found: Vec<Evidence> = Vec::new();
    for (line, block) in lines.iter().zip(blocks).filter(|(_, b)| b.role != Role::Related) {
        if line.stamps.is_empty() {
            continue;
        }
        let words = text.get(block.span.range()).unwrap_or_default();
        let folded: String = line.head.iter().collect();
        for stamp in &line.stamps {
            let dated =
                stamp.moment().or_else(|| years.nearest(stamp).filter(|_| block.role == Role::Dateline));
            let Some(moment) = dated else { continue };
            let source = match (label_before(&folded, stamp), block.role) {
                (Some(Kind::Stored), _) => continue,
                _ if block.hint == Some(Hint::Time) => DatelineSource::Markup,
                (Some(Kind::Published | Kind::Updated), _) => DatelineSource::Label,
                (_, Role::Dateline | Role::Byline) => DatelineSource::Line,
                (_, Role::Credit) if line.cue != Cue::Text => DatelineSource::Line,
                _ => continue,
            };
            let span = span_of(words, block.span.start, stamp);
            found.push(Evidence { moment, span, source, has_time: stamp.clock.is_some() });
        }
    }
    let rank = |e: &Evidence| (e.moment.date(), !e.has_time, e.moment, e.source as u8);
    // What stands above the text is the article's; below it, teasers and footers have times of their own.
    let text_at = blocks.iter().find(|b| b.role == Role::Paragraph).map_or(u32::MAX, |b| b.span.start);
    let above = found.iter().copied().filter(|e| e.span.start < text_at).min_by_key(rank);
    let best = above
        .or_else(|| found.iter().copied().min_by_key(rank))
        .or_else(|| agency(text, lines, blocks, &years))?;
    found.retain(|e| *e != best);
    Some(Dateline {
        published: best.moment,
        span: best.span,
        source: best.source,
        has_time: best.has_time,
        outlet: outlet(text, lines, blocks),
        others: found,
    })
}

/// The bytes of a stamp in the document.
fn span_of(words: &str, start: u32, stamp: &Stamp) -> Span {
    let byte = |n: usize| words.char_indices().nth(n).map_or(words.len(), |(i, _)| i) as u32;
    Span::new(start + byte(stamp.start), start + byte(stamp.end))
}

/// The meaning of the label that a stamp follows directly, or of the words `Updated` and the like before it.
fn label_before(folded: &str, stamp: &Stamp) -> Option<Kind> {
    let byte = folded.char_indices().nth(stamp.start).map_or(folded.len(), |(i, _)| i);
    let before = &folded[..byte];
    if let Some(label) = labels(before).last().filter(|l| before[l.end..].trim().len() <= 12) {
        return Some(label.kind);
    }
    let lower = before.trim_end_matches(|c: char| !c.is_alphabetic()).to_ascii_lowercase();
    let ends = |words: &[&str]| words.iter().any(|w| lower.ends_with(w));
    if ends(&["updated", "updated on", "更新", "更新于", "modified", "修改"]) {
        Some(Kind::Updated)
    } else if ends(&[
        "published",
        "published on",
        "posted",
        "posted on",
        "issued",
        "released",
        "发布",
        "发布于",
        "发表于",
    ]) {
        Some(Kind::Published)
    } else if ends(&["retrieved", "archived", "accessed", "抓取", "采集", "收录", "快照"]) {
        Some(Kind::Stored)
    } else {
        None
    }
}

/// 新华社北京2月19日电: month and day of an agency's opening, with the year of the nearest full date in the text.
fn agency(text: &str, lines: &[Line], blocks: &[Block], years: &Years) -> Option<Evidence> {
    let (index, stamp) = lines.iter().enumerate().take(40).find_map(|(index, line)| {
        let head = &line.head[..line.head.len().min(60)];
        let stamp = stamps(head).into_iter().find(|s| {
            let rest: String = head[s.end..].iter().take(3).collect();
            let starts = |words: &[&str]| words.iter().any(|w| rest.starts_with(w));
            let chinese = s.start <= 24 && starts(&["电", "讯", "专电", "消息"]);
            chinese || (3..=40).contains(&s.start) && starts(&[") ", " /", " (", " -", " –", " —"])
        })?;
        Some((index, stamp))
    })?;
    let moment = match stamp.moment() {
        Some(moment) => moment,
        None => years.nearest(&stamp).filter(|moment| is_contemporary(text, moment.year()))?,
    };
    let block = blocks.get(index)?;
    let span = span_of(text.get(block.span.range())?, block.span.start, &stamp);
    Some(Evidence { moment, span, source: DatelineSource::Agency, has_time: false })
}

/// False where half of the years that a text names lie more than fifteen years after a year: what happened then is
/// history to the article.
fn is_contemporary(text: &str, year: i16) -> bool {
    let mut named: Vec<i16> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|named| (1900..2100).contains(named))
        .collect();
    order::naturally(&mut named);
    named.get(named.len() / 2).is_none_or(|middle| middle - year <= 15)
}

/// The dates that a text prints in full, in order.
struct Years(Vec<Date>);

impl Years {
    fn read(lines: &[Line]) -> Self {
        let mut dates: Vec<Date> =
            lines.iter().flat_map(|l| &l.stamps).filter_map(|s| Some(s.moment()?.date())).collect();
        order::naturally(&mut dates);
        dates.dedup();
        Self(dates)
    }

    /// The moment of a stamp without a year: the one nearest to a full date, not more than a quarter off: the year is printed where it is
    /// not the article's own.
    fn nearest(&self, stamp: &Stamp) -> Option<DateTime> {
        let years = self.0.first()?.year() - 1..=self.0.last()?.year() + 1;
        years
            .filter_map(|year| stamp.in_year(year))
            .filter_map(|moment| {
                let at = self.0.partition_point(|d| *d < moment.date());
                let near = [at.checked_sub(1).and_then(|i| self.0.get(i)), self.0.get(at)];
                let hours = |d: &Date| d.duration_until(moment.date()).as_hours().abs();
                Some((near.into_iter().flatten().map(hours).min()?, moment))
            })
            .min_by_key(|(hours, _)| *hours)
            .filter(|(hours, _)| *hours <= 24 * 92)
            .map(|(_, moment)| moment)
    }
}

/// What stands behind a source label: to the next wide gap, label or separator.
fn outlet(text: &str, lines: &[Line], blocks: &[Block]) -> Option<Span> {
    lines.iter().zip(blocks).filter(|(_, b)| b.role == Role::Dateline).find_map(|(line, block)| {
        let folded: String = line.head.iter().collect();
        let label = labels(&folded).find(|l| l.kind == Kind::Source)?;
        let from = folded[..label.end].chars().count();
        let name: Vec<char> = folded[label.end..].chars().collect();
        let lead = name.iter().take_while(|c| c.is_whitespace()).count();
        let len = name[lead..]
            .iter()
            .take_while(|c| !c.is_whitespace() && !matches!(c, '|' | '丨' | '·' | ')' | ','))
            .count();
        if len == 0 {
            return None;
        }
        let words = text.get(block.span.range())?;
        let byte = |n: usize| words.char_indices().nth(n).map_or(words.len(), |(i, _)| i) as u32;
        Some(Span::new(block.span.start + byte(from + lead), block.span.start + byte(from + lead + len)))
    })
}
