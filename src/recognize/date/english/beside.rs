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
            .or_else(|| self.side_half(i))
            .or_else(|| self.dashed_edge(i))
            .or_else(|| self.day_weekend(i))
            .or_else(|| self.week_number(i))
            .or_else(|| self.for_the(i))
            .map(point)
            .or_else(|| self.named_quarter(i))
            .or_else(|| self.bounded_week(i))
            .or_else(|| self.edge_to_edge(i))
    }

    /// Reads mid- to late April, early to mid-2026.
    fn edge_to_edge(&self, i: usize) -> Found<Expr> {
        let edge = match self.word(i)? {
            Word::Mid => Edge::Mid,
            Word::Edge(Edge::Early) => Edge::Early,
            _ => return None,
        };
        let k = i + 1 + usize::from(self.mark(i + 1, '-'));
        let (end, last) = self.edged(k + 1).filter(|_| self.is(k, Word::To))?;
        let mut first = last.clone();
        first.steps.pop();
        first.steps.push(Step::Edge(edge));
        let both = matches!(last.last(), Some(Step::Edge(_)));
        both.then(|| (end, Expr::Range(Box::new(Expr::Point(first)), Box::new(Expr::Point(last)))))
    }

    /// Reads week ending 4 April, week commencing Monday 7 April, w/c 7 April, w/e 4 April, without an article.
    fn bounded_week(&self, i: usize) -> Found<Expr> {
        let code = self.spells(i, "w") && self.mark(i + 1, '/') && self.joined(i + 2);
        let spelled = self.spells(i, "week") && self.before(i) != Some(Word::The);
        let k = if code { i + 2 } else { i + 1 };
        let closes = if code { self.spells(k, "e") } else { spelled && self.is(k, Word::Ended) };
        let opens = if code {
            self.spells(k, "c") || self.spells(k, "b")
        } else {
            spelled && (self.begins_week(k) || self.capital(i) && self.is(k, Word::Of))
        };
        if !closes && !opens {
            return None;
        }
        let (end, mut point) = self.calendar(k + 1).filter(|(_, p)| p.names_day())?;
        if closes {
            let week = Amount { halves: 2, unit: Unit::Week, vague: false };
            return Some((end, Expr::Ended(week, Box::new(point))));
        }
        point.steps.push(Step::WeekOf);
        Some((end, Expr::Point(point)))
    }

    /// True for the word between a week and the day that it begins with.
    pub(super) fn begins_week(&self, i: usize) -> bool {
        ["beginning", "commencing", "starting"].iter().any(|w| self.spells(i, w))
    }

    /// Reads the day after Christmas, the eve of Easter, the week before Easter, the weekend after New Year's, the Monday after
    /// Thanksgiving.
    fn beside_feast(&self, i: usize) -> Found<Point> {
        let (unit, weekday) = match self.word(i + 1).filter(|_| self.is(i, Word::The))? {
            Word::Unit(unit @ (Unit::Day | Unit::Week)) if !self.spells(i + 1, "fortnight") => (unit, None),
            Word::Weekend => (Unit::Weekend, None),
            Word::Weekday(number, false) => (Unit::Week, Some(Step::Weekday(number))),
            Word::Eve => (Unit::Day, None),
            _ => return None,
        };
        let side = match self.word(i + 2)? {
            Word::Of if self.is(i + 1, Word::Eve) => -1,
            Word::Before => -1,
            Word::After => 1,
            _ => return None,
        };
        let (end, mut point) = self.feast(i + 3)?;
        point.steps.push(Step::Beside(unit, side));
        point.steps.extend(weekday);
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
        // by mid-year
        if self.is(i, Word::Mid)
            && self.mark(i + 1, '-')
            && self.spells(i + 2, "year")
            && matches!(self.before(i), Some(Word::By | Word::Until | Word::Before | Word::Since | Word::At))
        {
            let steps = vec![Step::YearOffset(0), Step::Edge(Edge::Mid)];
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
        // by year end
        if dash == 0
            && matches!(self.before(i), Some(Word::By | Word::Before | Word::At | Word::Until))
            && self.year_after(i + 2).is_none()
        {
            let steps = vec![Step::YearOffset(0), Step::Edge(Edge::End)];
            return Some((i + 2, Point { steps, ..Point::default() }));
        }
        let (end, year) = self.year_after(i + 2 + dash).filter(|_| !self.mark(i + 2 + dash, ','))?;
        Some((end, Point { steps: vec![year, Step::Edge(Edge::End)], ..Point::default() }))
    }

    /// Reads the back half of 2026, the front half of the year, the latter half of May.
    fn side_half(&self, i: usize) -> Found<Point> {
        let back = self.is(i + 1, Word::Back) || self.spells(i + 1, "latter");
        let front = self.spells(i + 1, "front") || self.spells(i + 1, "former");
        if !self.is(i, Word::The)
            || !(back || front)
            || !self.spells(i + 2, "half")
            || !self.is(i + 3, Word::Of)
        {
            return None;
        }
        let half = Step::Half(if back { 2 } else { 1 });
        if self.is(i + 4, Word::The) && self.spells(i + 5, "year") {
            return Some((i + 6, Point { steps: vec![Step::YearOffset(0), half], ..Point::default() }));
        }
        let (end, year) = self.year_phrase(i + 4).or_else(|| self.year_after(i + 4))?;
        Some((end, Point { steps: vec![year, half], ..Point::default() }))
    }

    /// Reads end-2024, end-March, early-2025 and mid-2024 where a dash joins them, and March-end as India has it.
    fn dashed_edge(&self, i: usize) -> Found<Point> {
        if let Some(Word::Month(month, false)) = self.word(i)
            && self.mark(i + 1, '-')
            && self.joined(i + 1)
            && self.is(i + 2, Word::End)
        {
            let steps = vec![Step::Month(month), Step::Edge(Edge::End)];
            return Some((i + 3, Point { steps, ..Point::default() }));
        }
        let edge = match self.word(i)? {
            Word::End => Edge::End,
            Word::Beginning if self.spells(i, "start") => Edge::Start,
            _ => return None,
        };
        if !self.mark(i + 1, '-') || !self.joined(i + 1) || !self.joined(i + 2) {
            return None;
        }
        let (end, mut point) =
            self.calendar(i + 2).or_else(|| self.year(i + 2).or_else(|| self.plain_year(i + 2)))?;
        if point.names_day() {
            return None;
        }
        point.steps.push(Step::Edge(edge));
        Some((end, point))
    }

    /// The year of end-2024, which touches the dash.
    fn plain_year(&self, i: usize) -> Found<Point> {
        let (value, 4, false) = self.figure(i)? else { return None };
        let ends =
            !self.joined(i + 1) || !matches!(self.token(i + 1)?.kind, Kind::Mark('-' | '/') | Kind::Other);
        ((1900..2100).contains(&value) && ends).then(|| (i + 1, Point::of(Step::Year(value as i16))))
    }

    /// Reads the July 4 weekend, the Easter Monday bank holiday: named by a day.
    fn day_weekend(&self, i: usize) -> Found<Point> {
        if !self.is(i, Word::The) || !self.capital(i + 1) {
            return None;
        }
        // the June holidays
        if let Some(Word::Month(month, false)) = self.word(i + 1).filter(|_| self.capital(i + 1))
            && self.spells(i + 2, "holidays")
        {
            return Some((i + 3, Point::of(Step::Month(month))));
        }
        if let Some((end, point)) = self.feast(i + 1)
            && self.spells(end, "bank")
            && self.is(end + 1, Word::Holiday)
        {
            return Some((end + 2, point));
        }
        let (end, mut point) =
            self.calendar(i + 1).filter(|(_, p)| matches!(p.last(), Some(Step::Day(_))))?;
        if !self.is(end, Word::Weekend) {
            return None;
        }
        point.steps.push(Step::Weekend);
        Some((end + 1, point))
    }

    /// Reads week 15 of 2026.
    fn week_number(&self, i: usize) -> Found<Point> {
        let (number @ 1..=53, _, false) = self.figure(i + 1).filter(|_| self.spells(i, "week"))? else {
            return None;
        };
        let year = self.year_phrase(i + 3).or_else(|| self.year_after(i + 3));
        let (end, year) = year.filter(|_| self.is(i + 2, Word::Of))?;
        Some((end, Point { steps: vec![year, Step::Nth(number as i8, Unit::Week)], ..Point::default() }))
    }

    /// Reads the week of "lower for the week", the month of "up 3% for the month", where its clause ends.
    fn for_the(&self, i: usize) -> Found<Point> {
        if !self.is(i, Word::The) || self.before(i) != Some(Word::For) {
            return None;
        }
        let step = match self.word(i + 1)? {
            Word::Unit(Unit::Week) if self.spells(i + 1, "week") => Step::WeekOffset(0),
            Word::Unit(Unit::Month) if self.spells(i + 1, "month") => Step::MonthOffset(0),
            Word::Unit(Unit::Quarter) if self.spells(i + 1, "quarter") => Step::QuarterOffset(0),
            _ => return None,
        };
        let ends =
            self.token(i + 2).is_none_or(|t| matches!(t.kind, Kind::Mark('.' | ',' | ';' | ')' | '\n')));
        const MOVED: &[&str] = &[
            "up", "down", "higher", "lower", "rose", "fell", "gained", "lost", "added", "dropped", "climbed",
            "slid", "gain", "loss",
        ];
        let stops = |k: &usize| self.mark(*k, '\n') || self.mark(*k, '.') && !self.joined(k + 1);
        let moved = (i.saturating_sub(9)..i)
            .rev()
            .take_while(|k| !stops(k))
            .any(|k| MOVED.iter().any(|w| self.spells(k, w)));
        (ends && moved).then(|| (i + 2, Point::of(step)))
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
        let quarter = |k: usize| {
            ["quarter", "qtr"].iter().any(|w| self.spells(k, w))
                || self.spells(k, "quarters") && the == 1
                || half(k)
        };
        if let Some((end, Expr::Range(mut first, mut last))) = self.range(j)
            && the == 1
            && quarter(end)
        {
            // the July-September quarter of FY25
            let year = if self.is(end + 1, Word::Of) { self.fiscal_year(end + 2) } else { None };
            if let Some((after, year)) = year
                && let (Expr::Point(a), Expr::Point(b)) = (first.as_mut(), last.as_mut())
                && let [year] = year.steps[..]
                && a.steps.len() == 1
                && b.steps.len() == 1
            {
                a.steps.insert(0, year);
                b.steps.insert(0, year);
                return Some((after, Expr::Range(first, last)));
            }
            return Some((end + 1, Expr::Range(first, last)));
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
