//! Lengths of time that end with a date: the nine months to September 30, the week ended July 12, the decade to 2020.

use super::token::Word;
use super::{Found, Reader};
use crate::recognize::date::draft::{Amount, Expr, Point, Step, Unit};

impl Reader<'_> {
    /// Reads `nine months to September 30` behind the article.
    pub(super) fn ended(&self, i: usize) -> Found<Expr> {
        let (end, length) = match self.word(i) {
            Some(Word::Unit(
                unit @ (Unit::Quarter | Unit::Year | Unit::Week | Unit::Month | Unit::Decade),
            )) => (i + 1, Amount { halves: 2, unit, vague: false }),
            _ => self.amount(i)?,
        };
        let joint = matches!(self.word(end)?, Word::To | Word::Ended | Word::Through);
        if !joint || matches!(length.unit, Unit::Day | Unit::Hour | Unit::Minute | Unit::Second) {
            return None;
        }
        // the year to the end of September 2024
        let of = ["end", "close"].iter().any(|w| self.spells(end + 2, w)) && self.is(end + 3, Word::Of);
        let skipped = if of && self.is(end + 1, Word::The) { 3 } else { 0 };
        let (after, last) = self
            .calendar(end + 1 + skipped)
            .or_else(|| self.ended_weekday(end + 1, length))
            .or_else(|| self.ended_month(end + 1 + skipped))
            .or_else(|| self.feast(end + 1))
            .or_else(|| self.year(end + 1).filter(|_| length.unit == Unit::Decade))?;
        let last_step = last.last()?;
        let years = matches!(length.unit, Unit::Decade | Unit::Year) && matches!(last_step, Step::Year(_));
        if !years
            && !matches!(last_step, Step::Month(_) | Step::Day(_) | Step::Weekday(_) | Step::Feast(_, false))
        {
            return None;
        }
        // The stretch that ends with that day: so long back from it.
        Some((after, Expr::Ended(length, Box::new(last))))
    }

    /// The March of "the quarter ended March", which is no verb there.
    fn ended_month(&self, i: usize) -> Found<Point> {
        let Some(Word::Month(number, false)) = self.word(i).filter(|_| self.capital(i)) else { return None };
        Some((i + 1, Point::of(Step::Month(number))))
    }

    /// The Sunday of "the week to Sunday".
    fn ended_weekday(&self, i: usize, length: Amount) -> Found<Point> {
        let Some(Word::Weekday(number, false)) = self.word(i).filter(|_| length.unit == Unit::Week) else {
            return None;
        };
        self.capital(i).then(|| (i + 1, Point::of(Step::Weekday(number))))
    }
}
