//! The year before as a basis of comparison: the year-ago quarter, the year before, a year earlier.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Point, Step};

impl Reader<'_> {
    /// True where `that` follows a verb of saying or knowing.
    pub(super) fn tells(&self, i: usize) -> bool {
        const VERBS: &[&str] = &[
            "heard",
            "said",
            "says",
            "say",
            "found",
            "show",
            "shows",
            "showed",
            "reported",
            "believe",
            "think",
            "know",
            "knew",
            "learned",
            "told",
            "announced",
            "warned",
            "expects",
            "expected",
            "noted",
            "so",
        ];
        i.checked_sub(1).is_some_and(|k| VERBS.iter().any(|w| self.spells(k, w)))
    }

    /// Reads the year-ago period, the year-earlier quarter, the prior-year period; and the year before, where its clause
    /// ends or goes on.
    pub fn year_ago(&self, i: usize) -> Found<Point> {
        let the = usize::from(self.is(i, Word::The));
        let j = i + the;
        let dashed = |k: usize| self.mark(k, '-') && self.joined(k) && self.joined(k + 1);
        let same = |end: usize| {
            let steps = vec![Step::ContextYear(-1), Step::Same];
            (end, Point { steps, ..Point::default() })
        };
        let ago = self.spells(j, "year")
            && dashed(j + 1)
            && matches!(self.word(j + 2), Some(Word::Ago | Word::Earlier))
            || (self.spells(j, "prior") || self.is(j, Word::Previous))
                && dashed(j + 1)
                && self.spells(j + 2, "year");
        if ago && (the == 1 || matches!(self.before(i), Some(Word::In | Word::From))) {
            let noun = ["period", "quarter", "month", "half"].iter().any(|w| self.spells(j + 3, w));
            return noun.then(|| same(j + 4));
        }
        let after = self.is(j + 1, Word::After);
        let unit = ["year", "month", "quarter", "week", "weekend"].iter().position(|w| self.spells(j, w));
        if let Some(unit) = unit.filter(|_| the == 1 && (self.is(j + 1, Word::Before) || after)) {
            let ends = self.token(j + 2).is_none_or(|t| match t.kind {
                Kind::Mark(c) => matches!(c, '.' | ',' | ';' | ')' | '\n' | '"' | '”'),
                Kind::Word(word) => matches!(word, Word::To | Word::And | Word::In | Word::By),
                _ => ["when", "but", "while", "after", "as"].iter().any(|w| self.spells(j + 2, w)),
            });
            let side: i8 = if after { 1 } else { -1 };
            if unit == 4 {
                let steps = vec![Step::ContextWeek(side), Step::Weekend];
                return ends.then(|| (j + 2, Point { steps, ..Point::default() }));
            }
            let step = match unit {
                0 => Step::ContextYear(i16::from(side)),
                1 => Step::ContextMonth(side),
                2 => Step::ContextQuarter(side),
                _ => Step::ContextWeek(side),
            };
            return ends.then(|| (j + 2, Point::of(step)));
        }
        None
    }

    /// Reads `a year earlier`, `the year before`, `in 2023`.
    pub fn year_before(&self, i: usize) -> Found<Step> {
        if self.is(i, Word::In) {
            return self.year_after(i + 1);
        }
        let unit = |k: usize| self.spells(k, "year");
        let before = matches!(self.word(i), Some(Word::A | Word::The))
            && unit(i + 1)
            && matches!(self.word(i + 2), Some(Word::Before | Word::Earlier | Word::Ago));
        before.then_some((i + 3, Step::YearOffset(-1)))
    }

    /// True where a figure is compared with that of a year ago: above a year ago, up from 2.5 percent a year ago.
    pub(super) fn measured(&self, i: usize) -> bool {
        let of = usize::from(self.before(i) == Some(Word::Of)) + 1;
        let beside = i.checked_sub(of).is_some_and(|k| {
            self.mark(k, '%')
                || matches!(self.token(k).map(|t| t.kind), Some(Kind::Number(..)))
                || [
                    "percent", "cent", "pc", "million", "billion", "crore", "versus", "above", "below",
                    "against",
                ]
                .iter()
                .any(|w| self.spells(k, w))
        });
        let led = |k: usize| {
            matches!(self.word(k), Some(Word::Than))
                || ["compared", "versus", "against"].iter().any(|w| self.spells(k, w))
                || self.is(k, Word::From) && k > 0 && (self.spells(k - 1, "up") || self.spells(k - 1, "down"))
        };
        let stops = |k: &usize| {
            self.token(*k)
                .is_some_and(|t| matches!(t.kind, Kind::Mark('.' | ';' | '\n')) && !self.joined(k + 1))
        };
        beside
            || matches!(self.before(i), Some(Word::Than | Word::From))
            || (i.saturating_sub(8)..i).rev().take_while(|k| !stops(k)).any(led)
    }
}
