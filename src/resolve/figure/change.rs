//! Whether a figure is a change (增长18%, up 3 points), in which direction, and against what.

mod basis;
mod chinese;
mod english;

use super::clause::{Clause, has};
use crate::annotation::{Change, Figure, FigureKind, Value};
use crate::value::decimal::Decimal;

pub(super) use basis::{basis, compared, of_column};

/// The direction of the change that the figure is, or nothing where it is a level. `words` are its own, `head` is the text
/// before it.
pub(super) fn direction(clause: &Clause, figure: &Figure, words: &str, head: &str) -> Option<Change> {
    let kind = figure.kind;
    if matches!(kind, FigureKind::Age | FigureKind::Ratio) || matches!(figure.value, Some(Value::Ratio(_))) {
        return None;
    }
    let latin = clause.before.iter().chain(&clause.after).any(char::is_ascii_alphabetic);
    // Fell below 5%: a level.
    let level = ["below", "above", "under"].iter().any(|word| words.starts_with(word));
    signed(clause, kind, words, head)
        .or_else(|| chinese::direction(&clause.before, kind).map(|found| turned(found, figure)))
        .or_else(|| {
            if latin && !level {
                english::direction(clause, kind, figure.unit.as_deref() == Some("{point}"))
            } else {
                None
            }
        })
}

/// 增长-3.2%: growth below nought is decline.
fn turned(found: Change, figure: &Figure) -> Change {
    let negative = matches!(figure.value, Some(Value::Decimal(d)) if d < Decimal::ZERO);
    if negative && found == Change::Increase { Change::Decrease } else { found }
}

/// `+14%`, and `-3%` in a cell, in brackets or behind a dash, where a level seldom is below zero.
fn signed(clause: &Clause, kind: FigureKind, words: &str, head: &str) -> Option<Change> {
    let share = matches!(kind, FigureKind::Percent | FigureKind::PercentagePoint);
    // +17間, -3家: of things only with their unit, for +24 may be a score
    let counted = kind == FigureKind::Count && words.chars().next_back().is_some_and(char::is_alphabetic);
    if !share && !counted {
        return None;
    }
    let cell =
        ["\u{3000}", "  ", "\t", "|", "| ", "— ", "– ", "(", "（"].iter().any(|gap| head.ends_with(gap));
    // Wellington: 2,988, −3.1%
    let row = || head.strip_suffix(", ").is_some_and(|list| list.ends_with(|c: char| c.is_ascii_digit()));
    let rate = ["率", "margin", "yield", "rate"].iter().any(|word| has(&clause.before, word));
    match words.chars().next()? {
        '+' | '＋' => Some(Change::Increase),
        '-' | '−' | '－' | '–' if (cell || row()) && !rate => Some(Change::Decrease),
        _ => None,
    }
}
