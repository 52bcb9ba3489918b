//! What a feast or a month gives its name to: the day after Christmas, the week before Easter, the March quarter, the
//! July-September quarter, year-end 2024, the current fiscal.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Amount, Edge, Expr, Point, Step, Unit};
use crate::value::calendar::day;

impl Reader<'_> {
    /// Reads a stretch that lies beside a feast, or a quarter that is named by months.
    pub fn beside(&self, i: usize) -> Found<Expr> {
        let point = |(end, point)| (end, Expr::Point(point));
        self.beside_feast(i)
            .or_else(|| self.feasts_together(i))
            .or_else(|| self.year_end(i))
            .or_else(|| self.current_fiscal(i))
            .or_else(|| self.two_centuries(i))
            .map(point)
            .or_else(|| self.named_quarter(i))
    }

    /// Reads the day after Christmas, the day before Thanksgiving, the week before Easter, the weekend after New Year's.
    fn beside_feast(&self, i: usize) -> Found<Point> {
        let unit = match self.word(i + 1).filter(|_| self.is(i, Word::The))? {
            Word::Unit(unit @ (Unit::Day | Unit::Week)) if !self.spells(i + 1, "fortnight") => unit,
            Word::Weekend => Unit::Weekend,
            _ => return None,
        };
        let side = match self.word(i + 2)? {
            Word::Before => -1,
            Word::After => 1,
            _ => return None,
        };
        let (end, mut point) = self.feast(i + 3)?;
        point.steps.push(Step::Beside(unit, side));
        Some((end, point))
    }

    /// Reads the National Day and Mid-Autumn holiday: the days off that begin with the first.
    fn feasts_together(&self, i: usize) -> Found<Point> {
        let j = i + usize::from(self.is(i, Word::The));
        let (mid, mut point) = self.feast(j)?;
        let (end, other) = self.feast(mid + 1).filter(|_| self.is(mid, Word::And))?;
        let together = matches!(other.last(), Some(Step::Feast(_, true)));
        match point.steps.last_mut() {
            Some(Step::Feast(_, whole)) if together => *whole = true,
            _ => return None,
        }
        Some((end, point))
    }

    /// Reads year-end 2024, year end 2024.
    fn year_end(&self, i: usize) -> Found<Point> {
        let dash = usize::from(self.mark(i + 1, '-'));
        if self.spells(i, "month") && dash == 1 && self.is(i + 2, Word::End) {
            let steps = vec![Step::MonthOffset(0), Step::Edge(Edge::End)];
            return Some((i + 3, Point { steps, ..Point::default() }));
        }
        // year's end
        let apostrophe = self.mark(i + 1, '\'') || self.mark(i + 1, '’');
        if self.spells(i, "year") && apostrophe && self.spells(i + 2, "s") && self.is(i + 3, Word::End) {
            let steps = vec![Step::YearOffset(0), Step::Edge(Edge::End)];
            return Some((i + 4, Point { steps, ..Point::default() }));
        }
        if !self.spells(i, "year") || !self.is(i + 1 + dash, Word::End) {
            return None;
        }
        let (end, year) = self.year_after(i + 2 + dash).filter(|_| !self.mark(i + 2 + dash, ','))?;
        Some((end, Point { steps: vec![year, Step::Edge(Edge::End)], ..Point::default() }))
    }

    /// Reads the 17th and 18th centuries.
    fn two_centuries(&self, i: usize) -> Found<Point> {
        let j = i + usize::from(self.is(i, Word::The));
        let number = |k: usize| match self.token(k)?.kind {
            Kind::Number(n @ 1..=21, _, true) => Some(n as i32),
            Kind::Word(Word::Ordinal(n @ 1..=21)) => Some(i32::from(n)),
            _ => None,
        };
        let (first, last) = (number(j)?, number(j + 2)?);
        let both = matches!(self.word(j + 1), Some(Word::And | Word::To)) && self.spells(j + 3, "centuries");
        if !both || last <= first {
            return None;
        }
        let span = Step::Span(day(100 * (first - 1), 1, 1)?, day(100 * last, 1, 1)?);
        Some((j + 4, Point::of(span)))
    }

    /// Reads the current fiscal, as accounts in India call their year, and the end of the financial year.
    fn current_fiscal(&self, i: usize) -> Found<Point> {
        if !self.is(i, Word::The) {
            return None;
        }
        let offset = match self.word(i + 1)? {
            Word::Current => 0,
            Word::Previous | Word::Last => -1,
            Word::Next => 1,
            Word::End if self.is(i + 2, Word::Of) && self.is(i + 3, Word::The) => {
                let year = matches!(self.word(i + 4), Some(Word::Fiscal | Word::Financial))
                    && self.spells(i + 5, "year");
                let steps = vec![Step::FiscalOffset(0), Step::Edge(Edge::End)];
                return year.then(|| (i + 6, Point { steps, ..Point::default() }));
            }
            _ => return None,
        };
        let ends = self.token(i + 3).is_none_or(|t| match t.kind {
            Kind::Mark(c) => matches!(c, '.' | ',' | ';' | ')'),
            Kind::Word(word) => !matches!(word, Word::Unit(_) | Word::Quarter(_)),
            _ => false,
        });
        (self.is(i + 2, Word::Fiscal) && ends).then(|| (i + 3, Point::of(Step::FiscalOffset(offset))))
    }

    /// Reads the March quarter, which ends with March, and the July-September quarter.
    fn named_quarter(&self, i: usize) -> Found<Expr> {
        let the = usize::from(self.is(i, Word::The));
        let j = i + the;
        if !matches!(self.word(j), Some(Word::Month(..))) || !self.capital(j) {
            return None;
        }
        let half = |k: usize| the == 1 && self.is(k, Word::Half) && self.spells(k, "half");
        let quarter =
            |k: usize| self.spells(k, "quarter") || self.spells(k, "quarters") && the == 1 || half(k);
        if let Some((end, expr @ Expr::Range(..))) = self.range(j)
            && the == 1
            && quarter(end)
        {
            return Some((end + 1, expr));
        }
        let Some(Word::Month(number, _)) = self.word(j) else { return None };
        let (mid, month) = self
            .calendar(j)
            .filter(|(_, p)| matches!(p.last(), Some(Step::Month(_))))
            .unwrap_or((j + 1, Point::of(Step::Month(number))));
        let dash = usize::from(self.mark(mid, '-') && self.joined(mid));
        if !quarter(mid + dash) {
            return None;
        }
        let (mut end, mut month) = (mid + dash + 1, month);
        if month.steps.len() == 1
            && let Some((after, year)) = self.year_after(end).filter(|_| !self.mark(end, ','))
        {
            month.steps.insert(0, year);
            end = after;
        }
        let unit = if half(mid + dash) { Unit::Half } else { Unit::Quarter };
        let length = Amount { halves: 2, unit, vague: false };
        Some((end, Expr::Ended(length, Box::new(month))))
    }
}
