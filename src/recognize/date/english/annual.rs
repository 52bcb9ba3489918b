//! Years of accounts, of schools and of seasons: FY2024, fiscal 2024, the 2025-26 financial year, the 2024-25 season,
//! calendar 2023, full-year 2024.

use super::token::Word;
use super::{Found, Reader};
use crate::recognize::date::draft::{Point, Step, Unit};

impl Reader<'_> {
    /// Reads a year that its name says more of than its number.
    pub fn annual(&self, i: usize) -> Found<Point> {
        self.fiscal_year(i)
            .or_else(|| self.named_year(i))
            .or_else(|| self.whole_year(i))
            .or_else(|| self.year_named_first(i))
    }

    /// Reads FY2024, FY24, fiscal 2024, fiscal year 2024.
    pub fn fiscal_year(&self, i: usize) -> Found<Point> {
        if self.spells(i, "fy") {
            let (value, digits, _) = self.figure(i + 1)?;
            let year = match digits {
                4 => value,
                2 => 2000 + value,
                _ => return None,
            };
            return (1900..2100).contains(&year).then(|| self.split_or_whole(i + 2, year));
        }
        let j = i + usize::from(self.is(i, Word::The));
        if matches!(self.word(j), Some(Word::Fiscal | Word::Financial)) {
            let k = j + 1 + usize::from(self.is(j + 1, Word::Unit(Unit::Year)));
            let (value, digits, _) = self.figure(k)?;
            return (digits == 4 && (1900..2100).contains(&value)).then(|| self.split_or_whole(k + 1, value));
        }
        None
    }

    /// Reads 2025-26 financial year, the 2024/25 tax year, the 2023-24 school year, the 2024-25 season; one year alone
    /// needs the article: the 2024 season.
    fn named_year(&self, i: usize) -> Found<Point> {
        let the = usize::from(self.is(i, Word::The));
        let j = i + the;
        let (value, 4, false) = self.figure(j)? else { return None };
        if !(1900..2100).contains(&value) {
            return None;
        }
        let end = self.split_year(j + 1, value);
        let split = end > j + 1;
        if !split && the == 0 {
            return None;
        }
        let first = value as i16;
        if self.is(end, Word::Season0) || self.spells(end, "campaign") {
            let tickets = ["ticket", "tickets", "opener", "finale"].iter().any(|w| self.spells(end + 1, w));
            let step = if split { Step::SchoolYear(first, 8) } else { Step::Year(first) };
            return (!tickets).then(|| (end + 1, Point::of(step)));
        }
        let fiscal = matches!(self.word(end), Some(Word::Fiscal | Word::Financial))
            || ["tax", "budget"].iter().any(|w| self.spells(end, w));
        let school = self.spells(end, "academic") || self.spells(end, "school");
        let other = ["crop", "marketing", "calendar"].iter().any(|w| self.spells(end, w));
        if !(fiscal || school || other) || !self.spells(end + 1, "year") {
            return None;
        }
        let step = match (split, school) {
            (true, false) => Step::SplitYear(first),
            (true, true) => Step::SchoolYear(first, 8),
            (false, _) => Step::Year(first),
        };
        Some((end + 2, Point::of(step)))
    }

    /// Reads academic year 2025-26, the school year 2024/25, tax year 2024-25.
    fn year_named_first(&self, i: usize) -> Found<Point> {
        let j = i + usize::from(self.is(i, Word::The));
        let school = self.spells(j, "academic") || self.spells(j, "school");
        if !(school || self.spells(j, "tax") || self.spells(j, "budget")) || !self.spells(j + 1, "year") {
            return None;
        }
        let (value, 4, false) = self.figure(j + 2)? else { return None };
        let end = self.split_year(j + 3, value);
        let first = value as i16;
        let step = if school { Step::SchoolYear(first, 8) } else { Step::SplitYear(first) };
        ((1900..2100).contains(&value) && end > j + 3).then(|| (end, Point::of(step)))
    }

    /// Reads calendar 2023, calendar year 2023, full-year 2024, Full Year 2024.
    fn whole_year(&self, i: usize) -> Found<Point> {
        let (calendar, full) = (self.spells(i, "calendar"), self.spells(i, "full"));
        if !calendar && !full {
            return None;
        }
        let j = i + 1 + usize::from(self.mark(i + 1, '-'));
        let year = self.spells(j, "year");
        let k = j + usize::from(year);
        let (value, 4, false) = self.figure(k)? else { return None };
        ((calendar || year) && (1900..2100).contains(&value) && self.stands_alone(k))
            .then(|| (k + 1, Point::of(Step::Year(value as i16))))
    }

    /// A fiscal year by its number, or by the two years that it lies in: 2024, 2024/25.
    fn split_or_whole(&self, i: usize, year: u32) -> (usize, Point) {
        let end = self.split_year(i, year);
        let step = if end > i { Step::SplitYear(year as i16) } else { Step::Year(year as i16) };
        (end, Point::of(step))
    }

    /// Steps over the second half of 2023/24, 2023-24, 2023-2024.
    fn split_year(&self, i: usize, year: u32) -> usize {
        let joined = self.joined(i)
            && self.joined(i + 1)
            && (self.mark(i, '/') || self.mark(i, '-') || self.mark(i, '–'));
        let next = self
            .figure(i + 1)
            .is_some_and(|f| f.1 == 2 && f.0 == (year + 1) % 100 || f.1 == 4 && f.0 == year + 1);
        if joined && next { i + 2 } else { i }
    }
}
