//! Days, months and years: March 27, 2006; 21 Feb 2024; the 15th of May; May 2024; 2011; the 1990s; the 19th century.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Point, Step};
use crate::recognize::date::numeric;

impl Reader<'_> {
    /// Reads a day, month, year or anything that a clock time may stand beside.
    pub fn day(&self, i: usize) -> Found<Point> {
        if let Some((at, found)) = &*self.last_day.borrow()
            && *at == i
        {
            return found.clone();
        }
        let found = self.day_anew(i);
        *self.last_day.borrow_mut() = Some((i, found.clone()));
        found
    }

    fn day_anew(&self, i: usize) -> Found<Point> {
        let mut best: Found<Point> = None;
        for found in
            [self.relative(i), self.calendar(i), self.feast(i), self.period(i), self.year(i), self.century(i)]
        {
            if found.as_ref().is_some_and(|(end, _)| best.as_ref().is_none_or(|(b, _)| end > b)) {
                best = found;
            }
        }
        let (mut end, mut point) = best?;
        if point.names_day() && point.part.is_none() {
            if let Some(Word::Part(part)) = self.word(end) {
                point.part = Some(part);
                end += 1;
            } else if let (Some(Word::Edge(_)), Some(Word::Part(part))) = (self.word(end), self.word(end + 1))
            {
                // Sunday early morning
                point.part = Some(part);
                end += 2;
            } else if self.is(end, Word::Overnight) {
                point.part = Some(crate::recognize::date::draft::Part::Night);
                end += 1;
            }
        }
        Some((end, point))
    }

    /// Reads month and day, with weekday and year where they stand.
    pub fn calendar(&self, i: usize) -> Found<Point> {
        if let Some(found) = self.numeric(i).or_else(|| self.marked(i)) {
            return Some(found);
        }
        if let Some(Word::Weekday(..)) = self.word(i) {
            // Friday, August 21, 2015; Fri 12 Dec 2025
            let j = i + 1 + usize::from(self.mark(i + 1, ','));
            let j = j + usize::from(self.is(j, Word::The));
            let (end, point) = self.numeric(j).or_else(|| self.slashed(j)).or_else(|| self.month_day(j))?;
            return point.names_day().then_some((end, point));
        }
        self.month_day(i).or_else(|| self.slashed_day(i))
    }

    /// Reads 5/12: a month and a day with a slash between, by evidence, the month first where both could be either.
    fn slashed(&self, i: usize) -> Found<Point> {
        let ((a, 1..=2, false), (b, 1..=2, false)) = (self.figure(i)?, self.figure(i + 2)?) else {
            return None;
        };
        let whole = self.mark(i + 1, '/') && self.joined(i + 1) && self.joined(i + 2);
        let more = self.joined(i + 3)
            && self.token(i + 3).is_some_and(|t| matches!(t.kind, Kind::Mark('/' | '%' | '"') | Kind::Other));
        let (month, day) = numeric::order(a, b, '/').filter(|_| whole && !more)?;
        let steps = vec![Step::Month(month as u8), Step::Day(day as u8)];
        Some((i + 3, Point { steps, ..Point::default() }))
    }

    /// The same where what stands around shows that it is no fraction: 4/25 at 4 p.m., from 10/1 to 11/7.
    fn slashed_day(&self, i: usize) -> Found<Point> {
        if !self.mark(i + 1, '/') || i > 0 && self.joined(i) && self.mark(i - 1, '/') {
            return None;
        }
        let (end, point) = self.slashed(i)?;
        let clock = matches!(self.word(end), Some(Word::At)) && self.time(end + 1).is_some_and(|(_, t)| t.2);
        let improper =
            |k: usize| self.figure(k).zip(self.figure(k + 2)).is_some_and(|(a, b)| a.0 >= b.0 || b.0 > 12);
        let joint = |k: usize| self.joint(k) == Some(k + 1);
        let opens =
            improper(i) && joint(end) && self.slashed(end + 1).or_else(|| self.numeric(end + 1)).is_some();
        let closes = i > 3 && joint(i - 1) && improper(i - 4) && self.slashed(i - 4).is_some();
        (clock || opens || closes).then_some((end, point))
    }

    fn numeric(&self, i: usize) -> Found<Point> {
        let token = self.token(i)?;
        let Kind::Number(value, digits, false) = token.kind else { return None };
        if digits > 4
            || self.token(i + 1).is_none_or(|t| t.spaced || !matches!(t.kind, Kind::Mark('-' | '/' | '.')))
        {
            return None;
        }
        // Resolution 2026-07; the 2008-09 crisis is of two years
        let next = (value + 1) % 100;
        let split = self.figure(i + 2).is_some_and(|f| f.1 == 2 && f.0 == next) && self.mark(i + 1, '-');
        let more = self.mark(i + 3, '-') && self.joined(i + 3);
        if digits == 4 && (self.numbered(i) || split && !more && self.before(i) == Some(Word::The)) {
            return None;
        }
        let mut point = Point::default();
        // (08-11): the day of a teaser
        let bracketed = self.mark(i.wrapping_sub(1), '(') && self.mark(i + 3, ')');
        let end = match numeric::date(self.view, token.start, &mut point) {
            None if bracketed => numeric::month_day(self.view, token.start, &mut point)?,
            found => found?,
        };
        // The clock time behind belongs to it; a zone in letters may follow.
        let mut j = self.tokens.partition_point(|t| t.end <= end);
        if point.clock.is_some() {
            if let Some(Word::Am | Word::Pm) = self.word(j) {
                let pm = self.is(j, Word::Pm);
                point.clock = point.clock.map(|c| {
                    if pm && c.hour < 12 {
                        crate::recognize::date::draft::Clock { hour: c.hour + 12, ..c }
                    } else {
                        c
                    }
                });
                j += 1;
            }
            j = self.zone(j).unwrap_or(j);
        }
        Some((j, point))
    }

    /// Reads a day, a month by its name and a year between equal marks: 31/Oct/1974, 2019-Aug-01, 31-Oct-74.
    fn marked(&self, i: usize) -> Found<Point> {
        let (first, width, false) = self.figure(i)? else { return None };
        let Kind::Mark(mark @ ('/' | '-')) = self.token(i + 1)?.kind else { return None };
        let Some(Word::Month(month, _)) = self.word(i + 2) else { return None };
        let (last, last_width, false) = self.figure(i + 4)? else { return None };
        let touching = (i + 1..=i + 4).all(|k| self.joined(k)) && self.mark(i + 3, mark);
        let more = self.joined(i + 5)
            && self.joined(i + 6)
            && self.figure(i + 6).is_some()
            && matches!(self.token(i + 5)?.kind, Kind::Mark('/' | '-'));
        let (year, day) = match (width, last_width) {
            (1..=2, 4) => (last, first),
            (4, 1..=2) => (first, last),
            (1..=2, 2) => (if last < 50 { 2000 + last } else { 1900 + last }, first),
            _ => return None,
        };
        if !touching || more || !(1000..2200).contains(&year) || !(1..=31).contains(&day) {
            return None;
        }
        let steps = vec![Step::Year(year as i16), Step::Month(month), Step::Day(day as u8)];
        Some((i + 5, Point { steps, ..Point::default() }))
    }

    /// Reads `March 27, 2006`, `27 March 2006`, `the 15th of March`, `March 2006`, `March`.
    pub(super) fn month_day(&self, i: usize) -> Found<Point> {
        if let Some(Word::Month(month, short)) = self.word(i) {
            return self.month_first(i, month, short);
        }
        // 27 March, 27th of March, the 27th of March, second of March
        let j = i + usize::from(self.is(i, Word::The));
        let (day, after) = self.day_number(j)?;
        let k = after + usize::from(self.is(after, Word::Of));
        // 20 of this month, the 5th of next month
        if k > after && (self.figure(j).is_some()) {
            let m = k + usize::from(self.is(k, Word::The));
            let offset = match self.word(m) {
                Some(Word::This | Word::Current) => Some(0),
                Some(Word::Next | Word::Following) => Some(1),
                Some(Word::Last | Word::Previous) => Some(-1),
                _ => None,
            };
            // the 20th of the month
            if offset.is_none() && m > k && self.figure(j).is_some_and(|f| f.2) && self.spells(m, "month") {
                let steps = vec![Step::MonthOffset(0), Step::Day(day)];
                return Some((m + 1, Point { steps, ..Point::default() }));
            }
            if let Some(offset) = offset.filter(|_| self.spells(m + 1, "month")) {
                return Some((
                    m + 2,
                    Point { steps: vec![Step::MonthOffset(offset), Step::Day(day)], ..Point::default() },
                ));
            }
        }
        let Some(Word::Month(month, _)) = self.word(k) else { return None };
        // 212-7 dec: an innings declared
        let declared = j > 1 && self.mark(j - 1, '-') && self.spells(k, "dec") && !self.capital(k);
        if !self.named(k)
            || declared && self.figure(j - 2).is_some()
            || j > i
                && !self.figure(j).is_some_and(|f| f.2)
                && !matches!(self.word(j), Some(Word::Ordinal(_)))
                && !matches!(self.before(i), Some(Word::To | Word::From | Word::Through))
        {
            return None;
        }
        let mut point = Point::default();
        let mut end = k + 1;
        if let Some((e, year)) = self.year_after(end).or_else(|| self.short_year(end)) {
            point.steps.push(year);
            end = e;
        } else if let Some((e, step)) = self.year_phrase(end).filter(|_| !self.is(end, Word::The)) {
            // 7 February this year
            point.steps.push(step);
            end = e;
        }
        point.steps.push(Step::Month(month));
        point.steps.push(Step::Day(day));
        Some((end, point))
    }

    fn month_first(&self, i: usize, month: u8, short: bool) -> Found<Point> {
        if !self.named(i) {
            return None;
        }
        let mut point = Point::default();
        let j = i + 1 + usize::from(self.is(i + 1, Word::The));
        // before January 30 Sep 2024: the day is the next date's.
        let next =
            |k: usize| matches!(self.word(k), Some(Word::Month(..))) && self.year_after(k + 1).is_some();
        let day = self.day_number(j).filter(|(d, end)| *d <= 31 && !self.spans_on(j) && !next(*end));
        if let Some((day, mut end)) = day {
            if let Some((e, year)) = self.year_after(end).or_else(|| self.short_year(end)) {
                point.steps.push(year);
                end = e;
            } else if let Some((e, step)) = self.year_phrase(end) {
                point.steps.push(step);
                end = e;
            }
            point.steps.push(Step::Month(month));
            point.steps.push(Step::Day(day));
            return Some((end, point));
        }
        // March 2006, March of last year, March last year
        if let Some((end, year)) = self.year_after(i + 1) {
            point.steps = vec![year, Step::Month(month)];
            return Some((end, point));
        }
        if let Some((end, step)) = self.year_phrase(i + 1) {
            point.steps = vec![step, Step::Month(month)];
            return Some((end, point));
        }
        point.steps.push(Step::Month(month));
        self.month_alone(i, month, short).then_some((i + 1, point))
    }

    /// A number that goes on is no day: March 10,000; March 3.5.
    fn spans_on(&self, i: usize) -> bool {
        let next = i + 1;
        let goes_on = (self.mark(next, ',') || self.mark(next, '.') || self.mark(next, ':'))
            && self.joined(next)
            && self.joined(next + 1)
            && self.figure(next + 1).is_some();
        goes_on
            || self.mark(next, '%')
            || self.is(next, Word::Am)
            || self.is(next, Word::Pm)
            || matches!(self.word(next), Some(Word::Unit(_)))
    }

    /// May and March, April and June are words and names too: they need a neighbour that speaks of time.
    fn month_alone(&self, i: usize, month: u8, short: bool) -> bool {
        let before = self.before(i);
        let led = before.is_some_and(Word::leads)
            || matches!(
                before,
                Some(
                    Word::To
                        | Word::Through
                        | Word::Last
                        | Word::This
                        | Word::Next
                        | Word::Past
                        | Word::For
                        | Word::Every
                        | Word::Each
                        | Word::Over
                )
            )
            || self.before(i) == Some(Word::And)
                && matches!(self.word(i.wrapping_sub(2)), Some(Word::Month(..)))
            || i > 0 && (self.mark(i - 1, '-') || self.mark(i - 1, '–')) && self.joined(i)
            || (matches!(self.word(i + 1), Some(Word::To | Word::Through | Word::And))
                || self.mark(i + 1, '-')
                || self.mark(i + 1, '–'))
                && matches!(self.word(i + 2), Some(Word::Month(..)));
        // March's figures
        let own = month == 3
            && matches!(self.token(i + 1).map(|t| t.kind), Some(Kind::Mark('\'' | '’')))
            && self.spells(i + 2, "s")
            && !self.capital(i + 3);
        // double the March tally
        let own = own
            || month == 3
                && before == Some(Word::The)
                && self.capital(i)
                && self.token(i + 1).is_some_and(|t| t.kind == Kind::Other && !t.capital && t.spaced);
        let led = led || own;
        // in August I thought
        let name = self.capital(i + 1)
            && !self.spells(i + 1, "i")
            && !matches!(self.word(i + 1), Some(Word::Month(..)))
            && !self.mark(i + 1, ',');
        // after a weak May, in a mild March
        let told = matches!(self.token(i.wrapping_sub(1)).map(|t| t.kind), Some(Kind::Other))
            && !self.capital(i.wrapping_sub(1))
            && matches!(self.word(i.wrapping_sub(2)), Some(Word::A))
            && self.token(i + 1).is_none_or(|t| matches!(t.kind, Kind::Mark('.' | ',' | ';')));
        let led = led || told;
        // May soybeans: a contract, where nothing stands before it.
        let opens = i == 0 || self.mark(i - 1, '\n') || self.mark(i - 1, ';') || self.mark(i - 1, '.');
        let traded = [
            "soybeans", "corn", "wheat", "crude", "cotton", "coffee", "cocoa", "sugar", "cattle", "hogs",
            "oats", "futures",
        ]
        .iter()
        .any(|w| self.spells(i + 1, w));
        // APR. 5.25%: a rate.
        let upper =
            self.token(i).is_some_and(|t| self.view.at(t.end - 1) != 'r' && self.view.at(t.end - 2) != 'r');
        let rate = month == 4
            && short
            && upper
            && (self.mark(i.wrapping_sub(1), '%') || (i + 1..i + 5).any(|k| self.mark(k, '%')));
        if rate {
            return false;
        }
        // Feb 303.3: a row of a table
        let row = short && opens && self.figure(i + 1).is_some() && !self.mark(i.wrapping_sub(1), '.');
        let led = led || opens && traded || row;
        match month {
            5 => led && !name && !self.mark(i + 1, '\'') && !self.mark(i + 1, '’'),
            3 => led,
            1 if short => led && !name,
            _ if short => led || self.token(i).is_some_and(|t| self.view.at(t.end - 1) == '.'),
            4 | 6 | 8 => led && !name || !name && (i > 0 && !self.mark(i - 1, '.')),
            _ => true,
        }
    }

    /// Reads a day of the month: 27, 27th, first.
    pub fn day_number(&self, i: usize) -> Option<(u8, usize)> {
        match self.token(i)?.kind {
            Kind::Number(_, 1..=2, _)
                if self.joined(i + 1)
                    && matches!(
                        self.token(i + 1).map(|t| t.kind),
                        Some(Kind::Other | Kind::Mark('%' | '°'))
                    ) =>
            {
                None
            }
            // COVID-19 may spread
            Kind::Number(..)
                if i > 1
                    && self.joined(i)
                    && self.mark(i - 1, '-')
                    && self.joined(i - 1)
                    && self.token(i - 2).is_some_and(|t| t.kind == Kind::Other) =>
            {
                None
            }
            Kind::Number(value @ 1..=31, 1..=2, _)
                if i == 0
                    || !self.joined(i)
                    || !matches!(
                        self.token(i - 1).map(|t| t.kind),
                        Some(Kind::Number(..) | Kind::Mark('.' | '$' | ':' | '/'))
                    ) =>
            {
                Some((value as u8, i + 1))
            }
            Kind::Word(Word::Ordinal(n @ 1..=30)) => Some((n, i + 1)),
            // the twenty-fifth of January
            Kind::Word(Word::Cardinal(tens @ (20 | 30))) => {
                let k = i + 1 + usize::from(self.mark(i + 1, '-'));
                let Some(Word::Ordinal(n @ 1..=9)) = self.word(k) else { return None };
                (tens + n <= 31).then_some((tens + n, k + 1))
            }
            _ => None,
        }
    }
}
