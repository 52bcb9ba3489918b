//! Ranges: March 3 to 5, from May to July, between 2003 and 2004, 2019–2021, 9 a.m. to 5 p.m.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::chinese::inherit;
use crate::recognize::date::draft::{Clock, Expr, Point, Step, Unit};

impl Reader<'_> {
    /// Steps over what joins the ends of a range.
    pub fn joint(&self, i: usize) -> Option<usize> {
        match self.token(i)?.kind {
            Kind::Word(Word::To | Word::Through | Word::Until | Word::Till) => Some(i + 1),
            // the July-to-September quarter
            Kind::Mark('-') if self.is(i + 1, Word::To) && self.mark(i + 2, '-') => Some(i + 3),
            Kind::Mark('-' | '–' | '~' | '−') => Some(i + 1),
            Kind::Mark('—') if self.joined(i) && self.joined(i + 1) => Some(i + 1),
            _ => None,
        }
    }

    /// Reads a range of days, months, years or clock times, and the hours behind its days.
    pub fn range(&self, i: usize) -> Found<Expr> {
        if self.moved(i) {
            return None;
        }
        // around 3-4pm
        let (end, range) = self.range_alone(i + usize::from(self.approximator(i)))?;
        // Feb. 24–26, 7:30 a.m. to 3:15 p.m.
        if self.mark(end, ',')
            && let Expr::Range(first, last) = &range
            && let (Expr::Point(first), Expr::Point(last)) = (first.as_ref(), last.as_ref())
            && first.names_day()
            && first.clock.is_none()
            && last.clock.is_none()
            && let Some((after, Expr::Range(open, close))) = self.range_alone(end + 1)
            && let (Expr::Point(open), Expr::Point(close)) = (open.as_ref(), close.as_ref())
            && open.steps.is_empty()
            && close.steps.is_empty()
        {
            let first = Point { clock: open.clock, ..first.clone() };
            let last = Point { clock: close.clock, ..last.clone() };
            return Some((after, Expr::Range(Box::new(Expr::Point(first)), Box::new(Expr::Point(last)))));
        }
        Some((end, range))
    }

    /// True for the dates of "moved from Tuesday to Thursday", "slipped from 2026 to 2029": each is one.
    fn moved(&self, i: usize) -> bool {
        const VERBS: [&str; 27] = [
            "move",
            "moves",
            "moved",
            "moving",
            "slip",
            "slips",
            "slipped",
            "shift",
            "shifts",
            "shifted",
            "push",
            "pushed",
            "postpone",
            "postponed",
            "reschedule",
            "rescheduled",
            "delay",
            "delayed",
            "bring",
            "brought",
            "deferred",
            "switched",
            "changed",
            "put",
            "advanced",
            "pushing",
            "shifting",
        ];
        self.before(i) == Some(Word::From)
            && (i.saturating_sub(7)..i - 1)
                .rev()
                .take_while(|k| !matches!(self.token(*k).map(|t| t.kind), Some(Kind::Mark('.' | ',' | ';'))))
                .any(|k| VERBS.iter().any(|verb| self.spells(k, verb)))
    }

    fn range_alone(&self, i: usize) -> Found<Expr> {
        if let Some(end) = self.opening_hours(i) {
            return Some((end, Expr::Set(None)));
        }
        if self.is(i, Word::Between) {
            let (mid, first) = self.end_point(i + 1)?;
            let joint = if self.is(mid, Word::And) { mid + 1 } else { self.joint(mid)? };
            let (end, second) = self.end_point(joint)?;
            // between 10 and 11 people: a bare number is no day here.
            let bare =
                |p: &Point| p.steps.len() == 1 && matches!(p.steps[0], Step::Day(_)) && p.clock.is_none();
            // between 14 and 27 February
            if let (true, [.., Step::Month(_), Step::Day(to)]) = (bare(&first), &second.steps[..])
                && matches!(first.steps[0], Step::Day(from) if from < *to)
            {
                let steps = [&second.steps[..second.steps.len() - 1], &first.steps[..]].concat();
                return self.join(Point { steps, ..Point::default() }, second, end);
            }
            if bare(&first) && (bare(&second) || !matches!(second.last(), Some(Step::Day(_))))
                || bare(&second) && !matches!(first.last(), Some(Step::Day(_)))
            {
                return None;
            }
            return self.join(first, second, end);
        }
        if let Some(found) = self.day_hours(i) {
            return Some(found);
        }
        // Thursday-Sunday, July 10-13
        let weekday = |i: usize| matches!(self.word(i), Some(Word::Weekday(..)));
        if weekday(i)
            && let Some(last) = self.joint(i + 1).filter(|k| weekday(*k))
            && let k = last + 1 + usize::from(self.mark(last + 1, ','))
            && matches!(self.word(k), Some(Word::Month(..)))
            && let Some((end, range @ Expr::Range(..))) = self.range_alone(k)
        {
            return Some((end, range));
        }
        // Monday 14 to Friday 18 April
        let weekday = matches!(self.word(i), Some(Word::Weekday(..)))
            && self.figure(i + 1).is_some_and(|f| f.1 <= 2)
            && self.joint(i + 2).is_some()
            && self.month_behind(i + 3);
        let (mid, first) = self.end_point(i + usize::from(weekday))?;
        // from 8pm on Friday, March 1, to 5am on Monday
        let comma = self.mark(mid, ',')
            && matches!(self.word(mid + 1), Some(Word::To | Word::Through | Word::Until))
            && (self.before(i) == Some(Word::From)
                || first.names_day()
                    && matches!(self.word(mid + 2), Some(Word::Weekday(..) | Word::Month(..))));
        let into = self.spells(mid, "into") && first.names_day() && first.part.is_some();
        // 2024/25
        let slash =
            self.mark(mid, '/') && matches!(first.steps.as_slice(), [Step::Year(_)]) && first.clock.is_none();
        let mut joint = if comma {
            mid + 2
        } else if into || slash {
            mid + 1
        } else {
            self.joint(mid)?
        };
        // Friday night through to Sunday
        if self.is(joint, Word::To) {
            joint += 1;
        }
        let dashed = !comma && matches!(self.token(mid).map(|t| t.kind), Some(Kind::Mark(_)));
        let bare = first.steps.len() == 1 && matches!(first.steps[0], Step::Day(_));
        // 10 to 22 August 2012: the month comes with the second end.
        if bare || first.is_empty() {
            let (end, second) = self.end_point(joint)?;
            if bare && matches!(second.last(), Some(Step::Day(_))) && second.steps.len() > 1 {
                let mut a = Point { steps: second.steps.clone(), ..Point::default() };
                a.steps.pop();
                a.steps.push(first.steps[0]);
                return self.join(a, second, end);
            }
            return None;
        }
        // March 3-5, March 3 to 5, 2006
        if let (Some(Step::Day(from)), None) = (first.last(), first.clock)
            && let Some((to, mut end)) = self.day_number(joint).filter(|(d, _)| *d > from).filter(|(_, e)| {
                !matches!(self.word(*e), Some(Word::Month(..) | Word::Unit(_)))
                    && !(self.is(*e, Word::Of) && matches!(self.word(*e + 1), Some(Word::Month(..))))
                    && self.figure(joint).is_some()
                    && !self.mark(*e, ':')
                    && !self.mark(*e, '/')
            })
        {
            let mut second = Point::default();
            let mut first = first.clone();
            if let Some((e, year)) = self.year_after(end) {
                second.steps.push(year);
                if !matches!(first.steps[0], Step::Year(_)) {
                    first.steps.insert(0, year);
                }
                end = e;
            } else if let Some((e, year)) =
                self.year_phrase(end).filter(|_| !matches!(first.steps[0], Step::Year(_)))
            {
                // March 3 to 5 last year
                first.steps.insert(0, year);
                end = e;
            }
            if second.steps.is_empty() {
                second.steps =
                    first.steps.iter().copied().take_while(|s| !matches!(s, Step::Day(_))).collect();
            } else {
                second.steps.extend(first.steps.iter().filter(|s| matches!(s, Step::Month(_))));
            }
            second.steps.push(Step::Day(to));
            return self.join(first, second, end);
        }
        // 2005-06, 2004/05
        if let ([Step::Year(year)], Some((value, 2, false))) = (first.steps.as_slice(), self.figure(joint)) {
            if dashed && self.joined(mid) && self.joined(joint) && value == (*year as u32 + 1) % 100 {
                // He led the league for most of 2024-25.
                if self.plays(i) {
                    return Some((joint + 1, Expr::Point(Point::of(Step::SchoolYear(*year, 8)))));
                }
                // 2020–21 with a long dash, where no accounts are told of, is two years.
                if self.mark(mid, '–') && !self.accounts(i) {
                    let last = Point::of(Step::Year(*year + 1));
                    return self.join(first, last, joint + 1);
                }
                // 2023-24 is one year of accounts, of a school or of a season.
                return Some((joint + 1, Expr::Point(Point::of(Step::SplitYear(*year)))));
            }
            // 2021-25: several years; 2019-11 may be a month, and Resolution 2019-45 has its number.
            let long = self.mark(mid, '–');
            let several = dashed
                && self.joined(mid)
                && self.joined(joint)
                && value > *year as u32 % 100 + 1
                && (long || value > 12 && !self.numbered(i))
                && !(self.joined(joint + 1)
                    && self.token(joint + 1).is_some_and(|t| {
                        matches!(t.kind, Kind::Other | Kind::Word(_) | Kind::Number(..) | Kind::Mark('%'))
                            || matches!(t.kind, Kind::Mark('-' | '–' | '/' | '.'))
                                && self.joined(joint + 2)
                                && self.figure(joint + 2).is_some()
                    }));
            let last = Point::of(Step::Year(year / 100 * 100 + value as i16));
            return if several { self.join(first, last, joint + 1) } else { None };
        }
        if slash {
            // 2025/2026
            let [Step::Year(year)] = first.steps[..] else { return None };
            let next = self.figure(joint) == Some((year as u32 + 1, 4, false));
            let whole = next && self.joined(mid) && self.joined(joint) && !self.mark(joint + 1, '/');
            return whole.then(|| (joint + 1, Expr::Point(Point::of(Step::SplitYear(year)))));
        }
        let (mut end, mut second) = self.end_point(joint)?;
        if dashed && matches!(self.word(joint), Some(Word::Ordinal(_))) {
            return None;
        }
        // Nov 28 to Dec 2, 9am to 9pm: the hours are of every day.
        if first.names_day() && first.clock.is_none() && second.clock.is_some() && self.joint(end).is_some() {
            (end, second) = self.day(joint)?;
        }
        // 8am until 6: the hour after it.
        if let (Some(from), None, [Step::Day(to)]) = (first.clock, second.clock, second.steps.as_slice()) {
            let to = u32::from(*to);
            let to = if to <= u32::from(from.hour) { to + 12 } else { to };
            let plain = self.figure(joint).is_some_and(|f| !f.2) && to > u32::from(from.hour);
            let clock = Clock::new(to, None, None).filter(|_| plain)?;
            // 10:30 to 3 on Friday
            let day = if self.is(end, Word::On) { self.day(end + 1) } else { None };
            let (end, steps) = day
                .filter(|(_, day)| day.names_day() && day.clock.is_none())
                .map_or((end, Vec::new()), |(end, day)| (end, day.steps));
            return self.join(first, Point { steps, clock: Some(clock), ..Point::default() }, end);
        }
        if dashed && !self.alike(&first, &second) || second.is_empty() {
            return None;
        }
        let hour_alone = first.clock.is_some() && first.steps.is_empty() && second.clock.is_none();
        // from Nov. 2016 to Feb 5th, 2017: each with its year
        let dated = |p: &Point| p.steps.len() > 1 && matches!(p.steps[0], Step::Year(_));
        let led = self.before(i) == Some(Word::From) && dated(&first) && dated(&second);
        if (matches!(self.word(mid), Some(Word::To)) || hour_alone) && !led && !self.alike(&first, &second) {
            return None;
        }
        // on loan from Sheffield Wednesday until January
        let club = self.is(mid, Word::Until) && matches!(first.steps[..], [Step::Weekday(_)]);
        if club && matches!(second.steps[..], [Step::Month(_)]) {
            return None;
        }
        self.join(first, second, end)
    }

    /// True before a day and its month, with a weekday or without: Friday 18 April.
    fn month_behind(&self, i: usize) -> bool {
        let i = i + usize::from(matches!(self.word(i), Some(Word::Weekday(..))));
        self.day_number(i).is_some_and(|(_, end)| matches!(self.word(end), Some(Word::Month(..))))
    }

    fn near(&self, i: usize, words: &str) -> bool {
        (i.saturating_sub(20)..i + 9).any(|k| words.split_ascii_whitespace().any(|w| self.spells(k, w)))
    }

    /// True for a number of a paper that begins with its year: Resolution 2019-45.
    pub(super) fn numbered(&self, i: usize) -> bool {
        const PAPERS: &str =
            "resolution ordinance case bill docket order no number rule report act section file law";
        i.checked_sub(1).is_some_and(|k| {
            let k = k - usize::from(k > 0 && (self.mark(k, '.') || self.mark(k, '#')));
            PAPERS.split_ascii_whitespace().any(|w| self.spells(k, w))
        })
    }

    /// True where a sport is told of, whose season begins in August.
    fn plays(&self, i: usize) -> bool {
        const WORDS: &str =
            "league goals club coach striker midfielder playoffs championship campaign scored";
        self.near(i, WORDS)
    }

    /// True where money or accounts are told of.
    fn accounts(&self, i: usize) -> bool {
        const WORDS: &str = "budget revenue deficit surplus fiscal financial tax spending profit loss lost \
                             million billion crore growth forecast income exports output funding accounts gdp";
        self.near(i, WORDS) || (i.saturating_sub(12)..i + 6).any(|k| self.mark(k, '$') || self.mark(k, '£'))
    }

    /// Reads a day and two clock times: Thursday from 9:30 to 11:00, May 3 between 10 and 11:30, Monday 8-9am.
    fn day_hours(&self, i: usize) -> Found<Expr> {
        let (end, day) = self.day(i).filter(|(_, d)| d.names_day())?;
        let weekday = matches!(day.steps[..], [Step::Weekday(_)]);
        let j = end + usize::from(self.mark(end, ',') || weekday && self.mark(end, ':'));
        let led = matches!(self.word(j), Some(Word::From | Word::Between));
        let start = j + usize::from(led);
        let hour = |i: usize| {
            self.bare_clock(i).or_else(|| {
                let (end, (clock, part, _)) = self.time(i)?;
                Some((end, Point { clock: Some(clock?), part, ..Point::default() }))
            })
        };
        let (mid, first) = hour(start).or_else(|| {
            let (end, clock) = self.hour(start).filter(|_| led)?;
            Some((end, Point { clock: Some(clock), ..Point::default() }))
        })?;
        let and = self.is(j, Word::Between) && self.is(mid, Word::And);
        let (end, last) = hour(if and { mid + 1 } else { self.joint(mid)? })?;
        let point = |clock| Point { steps: day.steps.clone(), clock, ..Point::default() };
        let range = (Expr::Point(point(first.clock)), Expr::Point(point(last.clock)));
        Some((end, Expr::Range(Box::new(range.0), Box::new(range.1))))
    }

    /// Reads opening hours: 9am to 5pm, Monday to Friday; Monday through Friday, 9 a.m. to 4 p.m.
    fn opening_hours(&self, i: usize) -> Option<usize> {
        let days = |i: usize| -> Option<usize> {
            let Some(Word::Weekday(..)) = self.word(i) else { return None };
            let j = self.joint(i + 1)?;
            matches!(self.word(j), Some(Word::Weekday(..))).then_some(j + 1)
        };
        let hours = |i: usize| -> Option<usize> {
            // Monday–Thursday before 3pm
            if matches!(self.word(i), Some(Word::Before | Word::After)) {
                return self.time(i + 1).filter(|(_, time)| time.2).map(|(end, _)| end);
            }
            let between = self.is(i, Word::Between);
            let i = i + usize::from(between);
            let start = self.bare_clock(i).map(|f| f.0).or_else(|| self.time(i).map(|f| f.0))?;
            let joint = if between && self.is(start, Word::And) { start + 1 } else { self.joint(start)? };
            let (end, time) = self.time(joint)?;
            (time.2 || time.0.is_some_and(|c| c.unit != Unit::Hour)).then_some(end)
        };
        // Monday to Friday, 9am to 5pm; Tuesday to Sunday from 10am to 5pm
        let comma =
            |i: usize| i + usize::from(self.mark(i, ',') || self.mark(i, ':') || self.is(i, Word::From));
        days(i).and_then(|end| hours(comma(end))).or_else(|| hours(i).and_then(|end| days(comma(end))))
    }

    /// One end of a range: a date, a clock time, or a number that the other end explains.
    fn end_point(&self, i: usize) -> Found<Point> {
        if let Some(found) = self.bare_clock(i) {
            return Some(found);
        }
        if let Some((end, point)) = self.moment(i) {
            return Some((end, point));
        }
        let j = i + usize::from(self.is(i, Word::The) && self.figure(i + 1).is_some());
        let (day, end) = self.day_number(j)?;
        self.figure(j)?;
        // noon – 1,190 units
        if self.mark(end, ',') && self.joined(end) && self.joined(end + 1) && self.figure(end + 1).is_some() {
            return None;
        }
        Some((end, Point::of(Step::Day(day))))
    }

    /// 9 in "9 to 5 p.m.": an hour that a clock time behind the joint explains.
    pub fn bare_clock(&self, i: usize) -> Found<Point> {
        let (hour, digits, false) = self.figure(i)? else { return None };
        let minute = if self.mark(i + 1, ':') || self.mark(i + 1, '.') {
            self.figure(i + 2).filter(|f| f.1 == 2 && self.joined(i + 2)).map(|f| f.0)
        } else {
            None
        };
        let end = if minute.is_some() { i + 3 } else { i + 1 };
        if digits > 2 || hour > 24 || self.half_word(end) {
            return None;
        }
        let joint = self.joint(end).or_else(|| self.is(end, Word::And).then_some(end + 1))?;
        let (_, time) = self.time(joint)?;
        let other = time.0?;
        if !time.2 && minute.is_none() || minute.is_none() && other.unit != Unit::Hour && !time.2 {
            return None;
        }
        let mut clock = Clock::new(hour, minute, None)?;
        if other.hour >= 12 && clock.hour < 12 && clock.hour + 12 <= other.hour {
            clock.hour += 12;
        }
        Some((end, Point { clock: Some(clock), ..Point::default() }))
    }

    fn half_word(&self, i: usize) -> bool {
        matches!(self.word(i), Some(Word::Am | Word::Pm | Word::Zone))
    }

    /// Ends of one range are of one kind: two years, two days, two clock times.
    fn alike(&self, a: &Point, b: &Point) -> bool {
        let kind = |p: &Point| match (p.clock, p.steps.last()) {
            (Some(_), _) => 0,
            (None, Some(Step::Year(_) | Step::YearOffset(_) | Step::Decade(_))) => 1,
            (None, Some(Step::Month(_) | Step::MonthOffset(_))) => 2,
            (None, Some(_)) if p.names_day() => 3,
            (None, Some(Step::Quarter(_))) => 4,
            (None, Some(Step::Century(_))) => 6,
            _ => 5,
        };
        kind(a) == kind(b)
            || kind(a) == 3 && matches!(b.last(), Some(Step::DayOffset(_)))
            // Nov–Feb 5, 2017
            || matches!(a.steps[..], [Step::Month(_)]) && matches!(b.steps[..], [.., Step::Month(_), Step::Day(_)])
    }

    fn join(&self, first: Point, mut second: Point, end: usize) -> Found<Expr> {
        let mut first = first;
        inherit(&first, &mut second);
        // May to July 2024, 9 a.m. to 5 p.m. on Friday: what stands last holds for both.
        if let (Some(open), []) = (first.clock, first.steps.as_slice()) {
            first.steps = second.steps.clone();
            // 11 p.m. to 2 a.m. Saturday: the night before.
            let midnight = second.clock.is_some_and(|close| close.hour == 0 && close.minute == 0);
            if midnight && second.names_day() && open.hour >= 12 {
                // between 9pm and midnight on Friday
                second.clock = Clock::new(24, None, None);
            }
            let over = second.clock.is_some_and(|close| close.hour < open.hour && close.hour < 12);
            if over && second.names_day() {
                first.steps.push(Step::Beside(Unit::Day, -1));
            }
        }
        if let (Some(Step::Month(_)), Some(year @ (Step::Year(_) | Step::YearOffset(_)))) =
            (first.steps.first(), second.steps.first())
        {
            let later =
                |p: &Point| p.steps.iter().find_map(|s| if let Step::Month(m) = s { Some(*m) } else { None });
            let turn = later(&first) > later(&second);
            let start = match *year {
                Step::Year(y) if turn => Step::Year(y - 1),
                Step::YearOffset(n) if turn => Step::YearOffset(n - 1),
                year => year,
            };
            first.steps.insert(0, start);
        }
        Some((end, Expr::Range(Box::new(Expr::Point(first)), Box::new(Expr::Point(second)))))
    }
}
