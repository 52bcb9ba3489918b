//! Days, weeks, months and years counted from now or from the last date: yesterday, last Friday, this morning, early next year.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Edge, Part, Point, Step, Unit};

impl Reader<'_> {
    /// Reads a relative day, week, month or year.
    pub fn relative(&self, i: usize) -> Found<Point> {
        // early, late, earlier, later; the end of
        if let Some(found) = self.edged(i) {
            return Some(found);
        }
        if let Some(found) = self.day_word(i) {
            return Some(found);
        }
        if let Some(found) = self.year_ago(i) {
            return Some(found);
        }
        if let Some(found) = self.modified(i) {
            return Some(found);
        }
        // Friday, Friday night
        if let Some(Word::Weekday(number, short)) = self.word(i) {
            let super_day = self.spells(i.wrapping_sub(1), "super") || self.spells(i.wrapping_sub(1), "ash");
            if !self.named(i) || short && !self.timed(i) || super_day {
                return None;
            }
            // Sunday Times, Sunday League
            const NAMES: &str = "times telegraph mirror league post independent express herald courier world mail sport tribune \
                 business paper magazine";
            let name = |word: &str| self.spells(i + 1, word);
            if self.capital(i + 1) && NAMES.split_ascii_whitespace().any(name) {
                return None;
            }
            // Friday last week, Tuesday of next week
            let j = i + 1 + usize::from(matches!(self.word(i + 1), Some(Word::Of | Word::From)));
            if let Some((end, offset)) = self.week(j) {
                return Some((
                    end,
                    Point {
                        steps: vec![Step::WeekOffset(offset), Step::Weekday(number)],
                        ..Point::default()
                    },
                ));
            }
            // Monday next, Friday last, as Irish and Indian papers have it: the nearest of that name; Sunday next, November 30
            if let Some(side @ (Word::Next | Word::Last)) = self.word(i + 1) {
                let dated = self.month_day(i + 2 + usize::from(self.mark(i + 2, ',')));
                if let Some(found) = dated.filter(|(_, day)| day.names_day()) {
                    return Some(found);
                }
                let ends = self.token(i + 2).is_none_or(|t| match t.kind {
                    Kind::Mark(c) => matches!(c, '.' | ',' | ';'),
                    kind => kind == Kind::Other && side == Word::Last,
                });
                let toward = if side == Word::Next { 0 } else { -1 };
                if ends {
                    return Some((i + 2, Point::of(Step::WeekdayToward(number, toward))));
                }
            }
            // Friday 28 and Saturday 29 November
            if let Some((day @ 1..=31, 1..=2, false)) = self.figure(i + 1)
                && self.is(i + 2, Word::And)
                && matches!(self.word(i + 3), Some(Word::Weekday(..)))
                && let Some((_, mut point)) = self.calendar(i + 3)
                && matches!(point.steps.pop(), Some(Step::Day(later)) if u32::from(later) > day)
            {
                point.steps.push(Step::Day(day as u8));
                return Some((i + 2, point));
            }
            // Monday week, Tuesday fortnight
            let on = self.spells(i + 1, "week") || self.spells(i + 1, "fortnight");
            if on && !self.joined(i + 1) && !self.mark(i + 2, '-') && !self.is(i.wrapping_sub(1), Word::A) {
                let weeks = if self.spells(i + 1, "week") { 2 } else { 3 };
                return Some((i + 2, Point::of(Step::WeekdayToward(number, weeks))));
            }
            // Tuesday 19th, Tuesday the 19th
            let k = i + 1 + usize::from(self.is(i + 1, Word::The));
            if let Some((day @ 1..=31, 1..=2, true)) = self.figure(k)
                && !short
                && !matches!(self.word(k + 1), Some(Word::Of | Word::Month(..) | Word::Unit(_)))
            {
                return Some((k + 1, Point::of(Step::Day(day as u8))));
            }
            return Some((i + 1, Point::of(Step::Weekday(number))));
        }
        // overnight on Tuesday
        if self.is(i, Word::Overnight) {
            let j = i + 1 + usize::from(self.is(i + 1, Word::On));
            if let Some((end, mut point)) = self.weekday_or_modified(j).filter(|(_, p)| p.names_day()) {
                point.part = Some(Part::Night);
                return Some((end, point));
            }
            // The night just past, where it is no adjective: not "overnight trains".
            let ends = self.token(i + 1).is_none_or(|t| match t.kind {
                Kind::Mark(c) => matches!(c, '.' | ',' | ';' | ')' | '!' | '?' | '"' | '”'),
                Kind::Word(Word::A | Word::The | Word::Unit(_) | Word::Edge(_)) => false,
                Kind::Word(_) => true,
                _ => ["as", "when", "while", "with", "because"].iter().any(|w| self.spells(i + 1, w)),
            });
            let adjective = i > 0 && matches!(self.word(i - 1), Some(Word::A | Word::The));
            if !ends || adjective {
                return None;
            }
            let mut point = Point::of(Step::DayOffset(0));
            point.part = Some(Part::Night);
            return Some((i + 1, point));
        }
        // year to date, year-to-date
        if self.spells(i, "year") {
            let dash = usize::from(self.mark(i + 1, '-'));
            let j = i + 1 + dash;
            let k = j + 1 + dash;
            if self.is(j, Word::To) && self.spells(k, "date") && (dash == 0 || self.mark(j + 1, '-')) {
                return Some((
                    k + 1,
                    Point { steps: vec![Step::YearOffset(0), Step::ToDate], ..Point::default() },
                ));
            }
        }
        if let Some(Word::EndOf(unit)) = self.word(i + usize::from(self.is(i, Word::The))) {
            let step = if unit == Unit::Year { Step::YearOffset(0) } else { Step::MonthOffset(0) };
            let end = i + 1 + usize::from(self.is(i, Word::The));
            return Some((end, Point { steps: vec![step, Step::Edge(Edge::End)], ..Point::default() }));
        }
        // a recent Saturday
        if self.is(i, Word::Tonight) {
            let mut point = Point::of(Step::DayOffset(0));
            point.part = Some(Part::Night);
            return Some((i + 1, point));
        }
        None
    }

    /// A short weekday counts where a clock or part of day follows.
    fn timed(&self, i: usize) -> bool {
        self.time(i + 1 + usize::from(self.mark(i + 1, ':'))).is_some()
            || self.is(i + 1, Word::At) && self.time(i + 2).is_some()
            || matches!(self.word(i + 1), Some(Word::Part(_)))
    }

    /// Reads `last week`, `next week`, `this week`.
    fn week(&self, i: usize) -> Found<i8> {
        let j = i + usize::from(self.is(i, Word::The));
        let offset = match self.word(j)? {
            Word::Last | Word::Previous | Word::Past => -1,
            Word::This | Word::Current => 0,
            Word::Next | Word::Following => 1,
            _ => return None,
        };
        (self.is(j + 1, Word::Unit(Unit::Week)) && self.spells(j + 1, "week")).then_some((j + 2, offset))
    }

    /// Reads yesterday, today, tomorrow, with the part of day, and the day before yesterday.
    pub(super) fn day_word(&self, i: usize) -> Found<Point> {
        // the week before last, the month before last, the year before last
        if self.is(i, Word::The) && self.is(i + 2, Word::Before) && self.is(i + 3, Word::Last) {
            let step = match self.word(i + 1)? {
                Word::Unit(unit) => unit_step(unit, -2)?,
                Word::Weekend => Step::WeekendOffset(-2),
                Word::Weekday(number, _) => Step::WeekdayToward(number, -2),
                _ => return None,
            };
            return Some((i + 4, Point::of(step)));
        }
        // the week after next, the Friday after next, Friday after next
        let the = usize::from(self.is(i, Word::The));
        if self.is(i + the + 1, Word::After) && self.is(i + the + 2, Word::Next) {
            let step = match self.word(i + the)? {
                Word::Unit(unit) if the == 1 => unit_step(unit, 2)?,
                Word::Weekend if the == 1 => Step::WeekendOffset(2),
                Word::Weekday(number, _) => Step::WeekdayToward(number, 2),
                _ => return None,
            };
            return Some((i + the + 3, Point::of(step)));
        }
        if self.is(i, Word::The) && self.spells(i + 1, "day") {
            let offset = match (self.word(i + 2), self.word(i + 3)) {
                (Some(Word::Before), Some(Word::Day(-1))) => -2,
                (Some(Word::After), Some(Word::Day(1))) => 2,
                // "It had rained the day before."
                (Some(side @ (Word::Before | Word::After)), None)
                    if self
                        .token(i + 3)
                        .is_none_or(|t| matches!(t.kind, Kind::Mark('.' | ',' | ';' | ')'))) =>
                {
                    let step = Step::ContextDay(if side == Word::Before { -1 } else { 1 });
                    return Some((i + 3, Point::of(step)));
                }
                _ => return None,
            };
            return Some((i + 4, Point::of(Step::DayOffset(offset))));
        }
        let Some(Word::Day(offset)) = self.word(i) else { return None };
        // LINE TODAY
        let token = self.token(i)?;
        if self.view.at(token.start + 1).is_ascii_uppercase() && i > 0 && self.spells(i - 1, "line") {
            return None;
        }
        // "USA Today", "Today's programme"
        if self.capital(i)
            && self.capital(i.wrapping_sub(1))
            && self.before(i).is_none()
            && i > 0
            && self.view.at(self.token(i - 1)?.end) == ' '
            && !self.spells(i - 1, "i")
        {
            let name =
                ["usa", "russia", "india", "arab", "business", "radio"].iter().any(|w| self.spells(i - 1, w));
            if name {
                return None;
            }
        }
        // Subscribe today! is a button.
        const BUTTONS: [&str; 12] = [
            "subscribe",
            "donate",
            "join",
            "register",
            "enroll",
            "enrol",
            "download",
            "apply",
            "up",
            "shop",
            "member",
            "order",
        ];
        let pressed = offset == 0
            && self.token(i + 1).is_none_or(|t| matches!(t.kind, Kind::Mark('!' | '\n')))
            && i.checked_sub(1).is_some_and(|k| BUTTONS.iter().any(|w| self.spells(k, w)));
        if pressed {
            return None;
        }
        let mut point = Point::of(Step::DayOffset(i16::from(offset)));
        let mut end = i + 1;
        if let Some(Word::Part(part)) = self.word(end) {
            point.part = Some(part);
            end += 1;
        }
        Some((end, point))
    }

    pub(super) fn weekday_or_modified(&self, i: usize) -> Found<Point> {
        if let Some(Word::Weekday(number, false)) = self.word(i) {
            return self.named(i).then(|| (i + 1, Point::of(Step::Weekday(number))));
        }
        self.modified(i)
    }

    /// Reads `the year`, `the month` behind "the end of".
    pub fn this_unit(&self, i: usize) -> Found<Point> {
        let j = i + usize::from(self.is(i, Word::The));
        let j = j + usize::from(self.spells(j, "calendar"));
        let step = match self.word(j)? {
            Word::Unit(unit) => unit_step(unit, 0)?,
            Word::Weekend => Step::WeekendOffset(0),
            _ => return None,
        };
        let singular = ["week", "month", "quarter", "year", "decade", "century", "weekend"]
            .iter()
            .any(|w| self.spells(j, w));
        singular.then(|| (j + 1, Point::of(step)))
    }

    /// Reads last, next, this, the past, the same, the following with a unit, month, weekday, season or part of day.
    pub fn modified(&self, i: usize) -> Found<Point> {
        let the = usize::from(self.is(i, Word::The));
        let j = i + the;
        let (offset, context, mut k) = match self.word(j)? {
            Word::Last => (-1, false, j + 1),
            Word::Previous => (-1, true, j + 1),
            Word::Past => (-1, false, j + 1),
            Word::This => (0, false, j + 1),
            Word::Current => (0, false, j + 1),
            Word::Next => (1, the == 1, j + 1),
            Word::Following => (1, true, j + 1),
            Word::Coming => (1, false, j + 1),
            Word::That => (0, true, j + 1),
            Word::Same => (0, true, j + 1),
            _ => return None,
        };
        let mut offset = offset;
        // this past May, this coming Sunday, that same day
        match (self.word(j), self.word(k)) {
            (Some(Word::This), Some(Word::Past | Word::Last)) => {
                offset = -1;
                k += 1;
            }
            (Some(Word::This), Some(Word::Coming | Word::Next)) => {
                offset = 1;
                k += 1;
            }
            (Some(Word::This | Word::That), Some(Word::Same)) => k += 1,
            _ => {}
        }
        // the end of current week; Coming week: rain
        let bare = self.before(i) == Some(Word::Of) || i == 0 || self.mark(i - 1, '\n');
        if the == 1 && matches!(self.word(j), Some(Word::This | Word::That))
            || the == 0
                && (matches!(self.word(j), Some(Word::Same | Word::Following))
                    || matches!(self.word(j), Some(Word::Current | Word::Past | Word::Coming)) && !bare)
                && k == j + 1
                && j == i
        {
            return None;
        }
        let day = |n: i16| if context { Step::ContextDay(n) } else { Step::DayOffset(n) };
        let point = |step: Step| Point::of(step);
        // next 6th of April
        if self.is(j, Word::Next)
            && let Some((day, of)) = self.day_number(k)
            && let Some(Word::Month(month, _)) = self.word(of + 1).filter(|_| self.is(of, Word::Of))
        {
            let steps = vec![Step::MonthToward(month, 1), Step::Day(day)];
            return Some((of + 2, Point { steps, ..Point::default() }));
        }
        let mut end = k + 1;
        let found = match self.word(k)? {
            Word::Unit(unit) => {
                let singular = ["day", "week", "month", "quarter", "qtr", "year", "yr", "decade", "century"]
                    .iter()
                    .any(|w| self.spells(k, w));
                // the last day of the plan is none from here
                let of = self.is(j, Word::Last)
                    && self.is(end, Word::Of)
                    && (the == 1 || self.before(i) == Some(Word::The));
                let plural = self.is(j, Word::Same)
                    && (self.year_phrase(end).is_some() || self.year_after(end).is_some());
                if !singular && !plural || of {
                    return None;
                }
                // last year's; the same day last year
                if matches!(self.word(j), Some(Word::Same))
                    && let Some((e, step)) = self
                        .year_phrase(end)
                        .or_else(|| self.year_after(end))
                        .or_else(|| self.year_before(end))
                {
                    let same = match unit {
                        Unit::Month => Step::SameMonth,
                        Unit::Day => Step::SameDay,
                        _ => Step::Same,
                    };
                    return Some((e, Point { steps: vec![step, same], ..Point::default() }));
                }
                if the == 0 && matches!(self.word(j), Some(Word::Current)) && unit == Unit::Day {
                    return None;
                }
                if unit == Unit::Day {
                    if !context
                        && self.word(j) != Some(Word::Past)
                        && self.word(j) != Some(Word::Coming)
                        && offset == 0
                        || matches!(self.word(j), Some(Word::Past | Word::Coming))
                    {
                        return None;
                    }
                    let mut p = point(day(i16::from(offset)));
                    if let Some(Word::Part(part)) = self.word(end) {
                        p.part = Some(part);
                        end += 1;
                    }
                    p
                } else if the == 1
                    && matches!(self.word(j), Some(Word::Past | Word::Last | Word::Next | Word::Coming))
                    && !(unit == Unit::Century)
                {
                    // the past year, the next decade: counted from now.
                    return None;
                } else if unit == Unit::Year && context {
                    point(Step::ContextYear(i16::from(offset)))
                } else if unit == Unit::Month && context {
                    point(Step::ContextMonth(offset))
                } else if unit == Unit::Quarter && context {
                    point(Step::ContextQuarter(offset))
                } else if unit == Unit::Week && context {
                    point(Step::ContextWeek(offset))
                } else {
                    point(unit_step(unit, offset)?)
                }
            }
            Word::Fiscal | Word::Financial => {
                if !self.is(end, Word::Unit(Unit::Year)) {
                    return None;
                }
                end += 1;
                point(Step::FiscalOffset(offset))
            }
            Word::Weekend if context && !self.is(j, Word::Next) => {
                Point { steps: vec![Step::ContextWeek(offset), Step::Weekend], ..Point::default() }
            }
            Word::Weekend => point(Step::WeekendOffset(offset)),
            // heard that spring scores rose: a conjunction
            Word::Season(_) if self.is(j, Word::That) && self.tells(j) => return None,
            Word::Season(n)
                if self.spells(k, "spring")
                    || self.spells(k, "summer")
                    || self.spells(k, "autumn")
                    || self.spells(k, "winter")
                    || self.spells(k, "fall") =>
            {
                match (n, offset) {
                    (4, _) => point(Step::WinterOffset(offset)),
                    // this spring
                    (_, 0) => Point { steps: vec![Step::YearOffset(0), Step::Season(n)], ..Point::default() },
                    _ => point(Step::SeasonToward(n, offset)),
                }
            }
            Word::Month(m, _) if self.named(k) => {
                let toward = if self.is(j, Word::Following) { 2 } else { offset };
                let mut p = point(if offset == 0 { Step::Month(m) } else { Step::MonthToward(m, toward) });
                if offset == 0 {
                    p.steps.insert(0, Step::YearOffset(0));
                }
                if let Some((d, e)) = self.day_number(end).filter(|_| !self.is(end, Word::Ordinal(2))) {
                    p.steps.push(Step::Day(d));
                    end = e;
                }
                p
            }
            Word::Weekday(w, short) if self.named(k) || short && self.capital(k) => match self.word(j) {
                Some(Word::This) if offset == 0 => {
                    Point { steps: vec![Step::WeekOffset(0), Step::Weekday(w)], ..Point::default() }
                }
                // on Dec. 22; that Monday, the following Friday
                Some(Word::That | Word::Same | Word::Following) => {
                    let steps = vec![
                        Step::ContextDay(i16::from(offset) - 1),
                        Step::Beside(Unit::Week, 1),
                        Step::Weekday(w),
                    ];
                    Point { steps, ..Point::default() }
                }
                _ => point(Step::WeekdayToward(w, if offset == 0 { -1 } else { offset })),
            },
            Word::Feast if matches!(self.word(j), Some(Word::Last | Word::Next | Word::This)) && the == 0 => {
                let (e, mut p) = self.feast(k)?;
                let Some(Step::Feast(feast, whole)) = p.last().filter(|_| p.steps.len() == 1) else {
                    return None;
                };
                p.steps = vec![Step::FeastToward(feast, whole, offset)];
                end = e;
                p
            }
            Word::Part(part) => {
                let night_before =
                    offset == -1 && matches!(self.word(j), Some(Word::Last)) && part == Part::Night;
                let named = offset == 0 || night_before || context;
                if !named || part == Part::Noon {
                    return None;
                }
                let mut p = point(day(i16::from(offset)));
                p.part = Some(part);
                // this morning Friday does not occur; the next morning is a day on.
                p
            }
            Word::Season0
                if the == 0
                    && matches!(self.word(j), Some(Word::This | Word::Last | Word::Next))
                    && !self.is(k + 1, Word::Of)
                    && !self.mark(k + 1, '-') =>
            {
                point(Step::SeasonOffset(offset))
            }
            Word::Period if matches!(self.word(j), Some(Word::Same)) => {
                // the same period of 2023, the same period last year, the same period the year before
                let (e, step) = self
                    .year_after(end)
                    .or_else(|| self.year_phrase(end))
                    .or_else(|| self.year_before(end))?;
                return Some((e, Point { steps: vec![step, Step::Same], ..Point::default() }));
            }
            Word::Quarter(_) | Word::Half => return None,
            _ => return None,
        };
        Some((end, found))
    }
}

/// The step of a unit so many units from now.
pub fn unit_step(unit: Unit, offset: i8) -> Option<Step> {
    Some(match unit {
        Unit::Day => Step::DayOffset(i16::from(offset)),
        Unit::Week => Step::WeekOffset(offset),
        Unit::Weekend => Step::WeekendOffset(offset),
        Unit::Month => Step::MonthOffset(offset),
        Unit::Quarter => Step::QuarterOffset(offset),
        Unit::Half => Step::HalfOffset(offset),
        Unit::Year => Step::YearOffset(i16::from(offset)),
        Unit::Decade => Step::DecadeOffset(offset),
        Unit::Century => Step::CenturyOffset(offset),
        _ => return None,
    })
}
