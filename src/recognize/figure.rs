//! Figures: numbers that state how many, how much, which rank, or how it compares.
//!
//! One pass over the classes of a block finds where a number may begin; the readers in the submodules, one kind of
//! expression each, then read from there. What they find may overlap: the longest wins afterwards.

mod bound;
mod chinese;
mod chinese_form;
mod duration;
mod english;
mod english_form;
mod english_fraction;
mod english_quantity;
mod english_race;
mod english_ratio;
mod fraction;
mod magnitude;
mod negatives;
mod ordinal;
mod ratio;
mod unit;
mod words;
mod written;

use std::borrow::Cow;

use super::{Candidate, Draft};
use crate::annotation::{Bound, Change, FigureKind};
use crate::span::Span;
use crate::text::class::Class;
use crate::text::numeral::Numeral;
use crate::value::decimal::Decimal;
use crate::view::View;

/// A figure as the text states it.
#[derive(Clone, Debug, Default)]
pub struct FigureDraft {
    /// What kind of number it is.
    pub kind: FigureKind,
    /// How much it is.
    pub amount: Amount,
    /// The normalised unit.
    pub unit: Option<Cow<'static, str>>,
    /// Where the unit stands in the text.
    pub unit_text: Option<Span>,
    /// ISO 4217 code, for money.
    pub currency: Option<&'static str>,
    /// True where the text says about, nearly, some.
    pub approx: bool,
    /// On which side of the value the true number lies.
    pub bound: Option<Bound>,
    /// The change that the expression itself states (翻一番).
    pub change: Option<Change>,
}

/// How much a figure is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Amount {
    /// Not said exactly (数人).
    #[default]
    Unknown,
    /// One number.
    Exact(Decimal),
    /// From one number to another.
    Range(Decimal, Decimal),
    /// At most so much, counted from the first (50强).
    UpTo(Decimal),
    /// Numerator and denominator.
    Fraction(Decimal, Decimal),
    /// A ratio or a score, as written in digits: `3:1`, `1-0`.
    Ratio(String),
}

impl Amount {
    /// One number, or two where there is an upper end.
    fn of(low: Decimal, high: Option<Decimal>) -> Self {
        match high {
            Some(high) => Self::Range(low, high),
            None => Self::Exact(low),
        }
    }

    /// Applies a function to every number; an overflow makes the amount unknown.
    fn map(self, f: impl Fn(Decimal) -> Option<Decimal>) -> Self {
        match self {
            Self::Exact(d) => f(d).map_or(Self::Unknown, Self::Exact),
            Self::UpTo(d) => f(d).map_or(Self::Unknown, Self::UpTo),
            Self::Range(a, b) => f(a).zip(f(b)).map_or(Self::Unknown, |(a, b)| Self::Range(a, b)),
            same => same,
        }
    }
}

/// What a reader found: a stretch of characters of the block and what it says.
#[derive(Clone, Debug)]
struct Reading {
    start: usize,
    end: usize,
    kind: FigureKind,
    amount: Amount,
    unit: Option<Cow<'static, str>>,
    unit_text: Option<(usize, usize)>,
    currency: Option<&'static str>,
    approx: bool,
    bound: Option<Bound>,
    change: Option<Change>,
    rule: &'static str,
}

impl Reading {
    fn new(start: usize, end: usize, kind: FigureKind, amount: Amount, rule: &'static str) -> Self {
        Self {
            start,
            end,
            kind,
            amount,
            unit: None,
            unit_text: None,
            currency: None,
            approx: false,
            bound: None,
            change: None,
            rule,
        }
    }

    fn unit(mut self, symbol: &'static str, from: usize, to: usize) -> Self {
        self.unit = Some(Cow::Borrowed(symbol));
        self.unit_text = Some((from, to));
        self
    }

    fn push(self, view: &View<'_>, out: &mut Vec<Candidate>) {
        let draft = FigureDraft {
            kind: self.kind,
            amount: self.amount,
            unit: self.unit,
            unit_text: self.unit_text.map(|(from, to)| view.span(from, to)),
            currency: self.currency,
            approx: self.approx,
            bound: self.bound,
            change: self.change,
        };
        let span = view.span(self.start, self.end);
        out.push(Candidate { span, draft: Draft::Figure(draft.into()), rule: self.rule });
    }
}

/// Which language's rules read digits: that of most letters around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Han,
    Latin,
}

/// The script of a block: a Han character says about as much as four letters.
fn script(view: &View<'_>) -> Script {
    let count = |wanted: &[Class]| view.classes.iter().filter(|class| wanted.contains(class)).count();
    let (han, latin) = (count(&[Class::Han, Class::HanNumeral]), count(&[Class::Latin]));
    if han * 4 >= latin { Script::Han } else { Script::Latin }
}

/// Whether the words before a number make an amount of its days: 监禁14日, 连续三日.
pub(super) fn lasting(view: &View<'_>, at: usize) -> bool {
    duration::lasting(view, at)
}

/// Whether digits with a colon are no time of day: 师生比1:15, a runner's 1:02:25 in a table of results.
pub(super) fn no_clock(view: &View<'_>, at: usize) -> bool {
    ratio::said(view, at) || ratio::beside(view, at) || chinese_form::result(view, at).is_some()
}

/// Finds the figures of a block.
pub fn recognize(view: &View<'_>, out: &mut Vec<Candidate>) {
    let script = script(view);
    if !(if script == Script::Han { view.languages.zh } else { view.languages.en }) {
        return;
    }
    let mut i = 0;
    while i < view.classes.len() {
        i = match view.classes[i] {
            Class::Digit => digits(view, i, script, out),
            Class::HanNumeral if view.languages.zh => han(view, i, out),
            Class::Latin => latin(view, i, script, out),
            Class::Han if view.languages.zh => {
                let found = match view.chars[i] {
                    '第' => ordinal::read(view, i),
                    '翻' => ratio::doubling(view, i),
                    '参' => chinese::formal_three(view, i),
                    '前' => ordinal::first_ranks(view, i),
                    '上' | '下' if view.at(i + 1) == '半' => chinese_form::half_of_a_match(view, i),
                    _ => {
                        i += 1;
                        continue;
                    }
                };
                // 第二十次全国代表大会: the number behind 第 is no amount either.
                let ranked = found.is_none() && view.chars[i] == '第';
                let next = if ranked { past(i + 1, chinese::numeral(view, i + 1)) } else { i + 1 };
                finish(view, found, next, out)
            }
            _ if matches!(view.chars[i], '½' | '¼' | '¾' | '⅓' | '⅔') && script == Script::Latin => {
                finish(view, english_fraction::vulgar(view, i), i + 1, out)
            }
            _ => i + 1,
        };
    }
}

/// A number in digits; returns where to go on.
fn digits(view: &View<'_>, i: usize, script: Script, out: &mut Vec<Candidate>) -> usize {
    let run = view.classes[i..].iter().take_while(|class| **class == Class::Digit).count();
    let named = if script == Script::Han { negatives::version(view, i, run) } else { None };
    if let Some(end) = named.or_else(|| negatives::identifier(view, i, run)) {
        let span = view.span(end.0, end.1);
        out.push(Candidate { span, draft: Draft::Nothing, rule: "negative" });
        return end.1.max(i + run);
    }
    if script == Script::Latin {
        let counted = || if view.languages.zh { chinese::counted(view, i) } else { None };
        return finish(view, english_quantity::read(view, i).or_else(counted), i + run, out);
    }
    let numeral = chinese::numeral(view, i);
    let found = match view.at(i + run) {
        // 胜率.514
        _ if view.at(i.wrapping_sub(1)) == '.' && run == 3 => english_form::decimals(view, i),
        // HK$612 million in Chinese text
        ' ' | '.' => scaled(view, i).or_else(|| chinese::read(view, i, numeral)),
        _ => chinese::read(view, i, numeral).or_else(|| scaled(view, i)),
    };
    // What is no figure as a whole is none in parts either: nothing is read within 12.35.
    finish(view, found, past(i, numeral).max(i + run), out)
}

fn scaled(view: &View<'_>, i: usize) -> Option<Reading> {
    if view.languages.en { english_quantity::scaled(view, i) } else { None }
}

/// A number that begins with a Chinese numeral; returns where to go on.
fn han(view: &View<'_>, i: usize, out: &mut Vec<Candidate>) -> usize {
    // 三星级酒店: a grade, and not the company either
    if view.starts_with(i + 1, "星级") {
        let span = view.span(i, i + 3);
        out.push(Candidate { span, draft: Draft::Nothing, rule: "negative" });
        return i + 3;
    }
    if let Some(end) = negatives::phrase(view, i) {
        return end;
    }
    let numeral = chinese::numeral(view, i);
    finish(view, chinese::read(view, i, numeral), past(i, numeral), out)
}

/// Where a numeral at `at` ends, so that the scan goes on behind it and never reads it twice.
fn past(at: usize, numeral: Option<Numeral>) -> usize {
    numeral.map_or(at + 1, |n| n.end.max(at + 1))
}

/// A word; returns where the next one begins.
fn latin(view: &View<'_>, i: usize, script: Script, out: &mut Vec<Candidate>) -> usize {
    let rest = &view.classes[i..];
    let word = rest.iter().take_while(|class| **class == Class::Latin).count();

    if script == Script::Han || !english::may_begin(view, i, word) {
        return i + word;
    }
    let found = english_quantity::read(view, i);
    finish(view, found, i + word, out)
}

fn finish(view: &View<'_>, found: Option<Reading>, next: usize, out: &mut Vec<Candidate>) -> usize {
    match found {
        Some(found) => {
            let end = found.end;
            if !(view.languages.zh && chinese::ahead(view, &found)) {
                found.push(view, out);
            }
            end.max(next)
        }
        None => next,
    }
}
