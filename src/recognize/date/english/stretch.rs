//! Stretches that words around a date bound: the rest of the year, the January-July period, the early hours of Tuesday,
//! the turn of the century, the October long weekend, the same point last year.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Amount, Edge, Expr, Part, Point, Step, Unit};
use crate::value::calendar::day;

impl Reader<'_> {
    /// True for the words behind the article that begin a stretch here and no other date.
    pub fn bounds(&self, i: usize) -> bool {
        [
            "rest",
            "remainder",
            "turn",
            "small",
            "corresponding",
            "comparable",
            "equivalent",
            "southern",
            "northern",
            "austral",
            "boreal",
            "intervening",
        ]
        .iter()
        .any(|w| self.spells(i, w))
    }

    /// Reads the 27th after a preposition, where its clause ends: a day of the month. Golf has an 18th as well.
    fn day_of_month(&self, i: usize) -> Found<Point> {
        let (day @ 1..=31, _, true) = self.figure(i + 1)? else { return None };
        let led = matches!(
            self.before(i),
            Some(Word::On | Word::By | Word::Until | Word::Before | Word::After | Word::From | Word::Since)
        );
        let ends = self.token(i + 2).is_none_or(|t| match t.kind {
            Kind::Mark(c) => matches!(c, '.' | ',' | ';' | ')' | '"' | '”'),
            Kind::Word(word) => matches!(word, Word::At | Word::To | Word::Until),
            _ => false,
        });
        let golf = || {
            let text: String = self.view.chars.iter().map(char::to_ascii_lowercase).collect();
            ["birdie", "bogey", "hole", "fairway", " par ", "putt"].iter().any(|w| text.contains(w))
        };
        (led && ends && !golf()).then(|| (i + 2, Point::of(Step::Day(day as u8))))
    }

    /// Reads a stretch that begins with its article, or `this time last year`.
    pub fn stretch(&self, i: usize) -> Found<Expr> {
        match self.word(i)? {
            Word::The => {
                let point = |(end, point)| (end, Expr::Point(point));
                self.rest_of(i)
                    .or_else(|| self.range_period(i))
                    .or_else(|| self.small_hours(i).map(point))
                    .or_else(|| self.corresponding(i).map(point))
                    .or_else(|| self.accounting_year(i))
                    .or_else(|| self.turn_of(i).map(point))
                    .or_else(|| self.long_weekend(i).map(point))
                    .or_else(|| self.weekend_days(i))
                    .or_else(|| self.five_year_plan(i))
                    .or_else(|| self.reported_quarter(i).map(point))
                    .or_else(|| self.day_of_month(i).map(point))
            }
            Word::This if self.is(i + 1, Word::Time) => {
                // this time last week
                if self.is(i + 2, Word::Last) && self.spells(i + 3, "week") {
                    return Some((i + 4, Expr::Point(Point::of(Step::DayOffset(-7)))));
                }
                let (end, year) = self.year_phrase(i + 2).or_else(|| self.year_before(i + 2))?;
                Some((end, Expr::Point(Point { steps: vec![year, Step::SameDay], ..Point::default() })))
            }
            _ => None,
        }
    }

    /// Reads the rest of the year, the remainder of 2025: from now to its end.
    fn rest_of(&self, i: usize) -> Found<Expr> {
        let named = self.spells(i + 1, "rest") || self.spells(i + 1, "remainder");
        if !named || !self.is(i + 2, Word::Of) {
            return None;
        }
        let (end, point) = self
            .this_unit(i + 3)
            .or_else(|| self.modified(i + 3))
            .or_else(|| self.calendar(i + 3))
            .or_else(|| self.year(i + 3))?;
        let now = Point::of(Step::DayOffset(0));
        Some((end, Expr::Range(Box::new(Expr::Point(now)), Box::new(Expr::Point(point)))))
    }

    /// Reads the January-July period, the 2019–2023 period.
    fn range_period(&self, i: usize) -> Found<Expr> {
        if !matches!(self.token(i + 1)?.kind, Kind::Word(Word::Month(..)) | Kind::Number(_, 4, false)) {
            return None;
        }
        let (end, range) = self.range(i + 1)?;
        self.is(end, Word::Period).then_some((end + 1, range))
    }

    /// Reads the early hours of Tuesday, the small hours of 3 March.
    fn small_hours(&self, i: usize) -> Found<Point> {
        let early = self.is(i + 1, Word::Edge(Edge::Early)) || self.spells(i + 1, "small");
        if !early || !self.spells(i + 2, "hours") || !self.is(i + 3, Word::Of) {
            return None;
        }
        let (end, mut point) = self.calendar(i + 4).or_else(|| self.relative(i + 4))?;
        // the early hours of Sunday morning
        let end = end + usize::from(self.is(end, Word::Part(Part::Morning)));
        point.part = point.part.or(Some(Part::Dawn));
        point.names_day().then_some((end, point))
    }

    /// Reads the corresponding period of 2023, the comparable quarter last year, the same point last year.
    fn corresponding(&self, i: usize) -> Found<Point> {
        let k = i + 2;
        let (day, unit) = match self.word(i + 1) {
            Some(Word::Same) => (true, ["point", "stage", "time", "date"].iter().any(|w| self.spells(k, w))),
            _ => (
                false,
                ["corresponding", "comparable", "equivalent"].iter().any(|w| self.spells(i + 1, w))
                    && matches!(self.word(k), Some(Word::Period | Word::Unit(_))),
            ),
        };
        if !unit {
            return None;
        }
        let (end, year) = self
            .year_phrase(k + 1)
            .or_else(|| self.year_before(k + 1))
            .or_else(|| self.year_after(k + 1).filter(|_| self.is(k + 1, Word::Of)))?;
        let step = if day { Step::SameDay } else { Step::Same };
        Some((end, Point { steps: vec![year, step], ..Point::default() }))
    }

    /// Reads the fiscal year that began Oct. 1, the financial year ending in March.
    fn accounting_year(&self, i: usize) -> Found<Expr> {
        let kind = matches!(self.word(i + 1), Some(Word::Fiscal | Word::Financial))
            || ["school", "academic", "tax", "budget"].iter().any(|w| self.spells(i + 1, w));
        if !kind || !self.spells(i + 2, "year") {
            return None;
        }
        let j = i + 3 + usize::from(self.is(i + 3, Word::That));
        let edge = ["began", "begins", "beginning", "starts", "started", "starting", "ends"]
            .iter()
            .any(|w| self.spells(j, w));
        // the financial year through March 2026
        let closed =
            matches!(self.word(j), Some(Word::Ended | Word::To | Word::Through)) || self.spells(j, "ends");
        if !edge && !closed {
            return None;
        }
        let j = j + 1 + usize::from(matches!(self.word(j + 1), Some(Word::On | Word::In)));
        let (end, last) = self.calendar(j)?;
        if closed {
            let year = Amount { halves: 2, unit: Unit::Year, vague: false };
            return Some((end, Expr::Ended(year, Box::new(last))));
        }
        let steps = [last.steps, vec![Step::YearFrom]].concat();
        Some((end, Expr::Point(Point { steps, ..Point::default() })))
    }

    /// Reads the turn of the century, the turn of the year.
    fn turn_of(&self, i: usize) -> Found<Point> {
        if !self.spells(i + 1, "turn") || !self.is(i + 2, Word::Of) || !self.is(i + 3, Word::The) {
            return None;
        }
        let step = match self.word(i + 4) {
            Some(Word::Unit(Unit::Century)) => Step::CenturyOffset(0),
            Some(Word::Unit(Unit::Year)) => Step::YearOffset(0),
            _ if self.spells(i + 4, "millennium") => Step::CenturyOffset(0),
            _ => return None,
        };
        Some((i + 5, Point { steps: vec![step, Step::Edge(Edge::Start)], ..Point::default() }))
    }

    /// Reads the October long weekend, the August bank holiday weekend, the February half-term.
    fn long_weekend(&self, i: usize) -> Found<Point> {
        let Some(Word::Month(month, _)) = self.word(i + 1).filter(|_| self.capital(i + 1)) else {
            return None;
        };
        let j = i + 2;
        let end = if self.spells(j, "long") && self.is(j + 1, Word::Weekend) {
            j + 2
        } else if self.spells(j, "bank") && self.is(j + 1, Word::Holiday) {
            let more = matches!(self.word(j + 2), Some(Word::Weekend | Word::Weekday(..)));
            j + 2 + usize::from(more)
        } else if self.is(j, Word::Half) && self.mark(j + 1, '-') && self.spells(j + 2, "term") {
            j + 3
        } else {
            return None;
        };
        Some((end, Point::of(Step::Month(month))))
    }

    /// Reads the weekend of April 12-13, the weekend of April 12 and 13, the weekend of 12-13 April, and, as India has it, the
    /// intervening night of November 24 and 25.
    fn weekend_days(&self, i: usize) -> Found<Expr> {
        let night = self.spells(i + 1, "intervening") && self.is(i + 2, Word::Part(Part::Night));
        let i = i + usize::from(night);
        let k = i + 3;
        if !(night || self.is(i + 1, Word::Weekend)) || !self.is(i + 2, Word::Of) {
            return None;
        }
        if let Some(found @ (_, Expr::Range(..))) = self.range(k) {
            return Some(found);
        }
        let (mid, first) = self.calendar(k).filter(|(_, p)| p.names_day())?;
        let (day, end) = self.day_number(mid + 1).filter(|_| self.is(mid, Word::And))?;
        let mut last = first.clone();
        last.steps.pop();
        last.steps.push(Step::Day(day));
        matches!(first.last(), Some(Step::Day(d)) if d < day)
            .then(|| (end, Expr::Range(Box::new(Expr::Point(first)), Box::new(Expr::Point(last)))))
    }

    /// Reads the 14th Five-Year Plan period: the eighth ran from 1991 to 1995, and each since for five years more.
    fn five_year_plan(&self, i: usize) -> Found<Expr> {
        let number = match self.token(i + 1)?.kind {
            Kind::Number(n @ 8..=20, _, true) => n,
            Kind::Word(Word::Ordinal(n @ 8..=20)) => u32::from(n),
            _ => return None,
        };
        let named = self.spells(i + 2, "five")
            && self.mark(i + 3, '-')
            && self.spells(i + 4, "year")
            && self.spells(i + 5, "plan");
        if !named {
            return None;
        }
        let first = 1991 + 5 * (i32::try_from(number).ok()? - 8);
        let span = Step::Span(day(first, 1, 1)?, day(first + 5, 1, 1)?);
        Some((i + 6 + usize::from(self.is(i + 6, Word::Period)), Expr::Point(Point::of(span))))
    }

    /// Reads "for the quarter" where its clause ends: the one that the report is about.
    fn reported_quarter(&self, i: usize) -> Found<Point> {
        let led = matches!(self.before(i), Some(Word::For | Word::In | Word::During));
        let ends = self.token(i + 2).is_none_or(|t| matches!(t.kind, Kind::Mark('.' | ',' | ';')));
        (led && self.spells(i + 1, "quarter") && ends).then(|| (i + 2, Point::of(Step::ContextQuarter(0))))
    }
}
