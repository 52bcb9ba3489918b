//! What the clause around a date says of it: where it points, what stands before it.

mod chinese;
mod english;
mod verbs;

use std::sync::Arc;

use super::draft::{DateDraft, Expr};
use crate::document::Document;
use crate::recognize::{Candidate, Draft};
use crate::view::{View, ViewBuffer};

/// Reads the clauses around the dates among selected candidates, which are in reading order: what only their values
/// need is not read before marks are shown.
pub fn read_all(document: &Document, selected: &mut [Candidate]) {
    let mut buffer = ViewBuffer::default();
    let in_block = |c: &Candidate| document.block_at(c.span.start);
    for block in selected.chunk_by_mut(|a, b| in_block(a) == in_block(b)) {
        let mut dates = block.iter_mut().filter(|c| matches!(c.draft, Draft::Date(_))).peekable();
        let Some(first) = dates.peek() else { continue };
        let view = buffer.view(document, in_block(first));
        for candidate in dates {
            let Draft::Date(draft) = &mut candidate.draft else { continue };
            let (start, end) = (view.index(candidate.span.start), view.index(candidate.span.end));
            read(&view, start, end, Arc::make_mut(draft));
        }
    }
}

/// Fills in tense, modifier and approximation from the words around `start..end`.
fn read(view: &View<'_>, start: usize, end: usize, draft: &mut DateDraft) {
    let chinese = view.chars.get(start..end).is_some_and(|s| s.iter().any(|c| *c as u32 > 0x2E80))
        || (end..end + 4).chain(start.saturating_sub(4)..start).any(|i| view.at(i) as u32 > 0x2E80);
    draft.weekday = weekday_beside(view, start, end, matches!(draft.expr, Expr::Range(..)));
    if chinese {
        chinese::read(view, start, end, draft);
    } else {
        draft.english = true;
        english::read(view, start, end, draft);
    }
}

/// The weekday that a date names besides its day: 8月31日（周六）, 3月5日 星期二, Friday, March 5.
fn weekday_beside(view: &View<'_>, start: usize, end: usize, ranged: bool) -> Option<u8> {
    const ENGLISH: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let name = |at: usize| {
        let length = ["星期", "礼拜", "周"].iter().find(|w| view.starts_with(at, w))?.chars().count();
        super::chinese::weekday::number_of(view.at(at + length))
    };
    let bracket = (view.at(end) == '(' && !ranged).then(|| name(end + 1)).flatten();
    let latin = |at: usize| {
        let letters: String = (at..at + 3).map(|i| view.at(i).to_ascii_lowercase()).collect();
        ENGLISH.iter().position(|d| *d == letters).map(|i| i as u8 + 1)
    };
    let word = |at: &usize| *at == start || !view.at(at - 1).is_alphabetic();
    let begins = |at: usize| latin(at).filter(|_| view.at(at).is_ascii_uppercase());
    // March 15 through Sunday, March 23: the weekday is the last day's.
    let first = if ranged { start + 1 } else { end };
    bracket.or_else(|| (start..end).find_map(name)).or_else(|| (start..first).filter(word).find_map(begins))
}
