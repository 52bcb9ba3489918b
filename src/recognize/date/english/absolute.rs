//! Days, months and years: March 27, 2006; 21 Feb 2024; the 15th of May; May 2024; 2011; the 1990s; the 19th century.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Edge, Point, Step, Unit};
use crate::recognize::date::festival::ENGLISH;
use crate::recognize::date::numeric;

impl Reader<'_> {
    /// Reads a day, month, year or anything that a clock time may stand beside.
    pub fn day(&self, i: usize) -> Found<Point> {
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
            let (end, point) = self.numeric(j).or_else(|| self.month_day(j))?;
            return point.names_day().then_some((end, point));
        }
        self.month_day(i)
    }

    fn numeric(&self, i: usize) -> Found<Point> {
        let token = self.token(i)?;
        let Kind::Number(_, digits, false) = token.kind else { return None };
        if digits > 4
            || self.token(i + 1).is_none_or(|t| t.spaced || !matches!(t.kind, Kind::Mark('-' | '/' | '.')))
        {
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
    fn month_day(&self, i: usize) -> Found<Point> {
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
            if let Some(offset) = offset.filter(|_| self.spells(m + 1, "month")) {
                return Some((
                    m + 2,
                    Point { steps: vec![Step::MonthOffset(offset), Step::Day(day)], ..Point::default() },
                ));
            }
        }
        let Some(Word::Month(month, _)) = self.word(k) else { return None };
        if !self.named(k)
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
        let day = self.day_number(j).filter(|(d, _)| *d <= 31 && !self.spans_on(j));
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
        let led = matches!(
            before,
            Some(
                Word::In
                    | Word::Since
                    | Word::By
                    | Word::Until
                    | Word::Till
                    | Word::From
                    | Word::To
                    | Word::Through
                    | Word::During
                    | Word::Last
                    | Word::This
                    | Word::Next
                    | Word::Past
                    | Word::Edge(_)
                    | Word::Mid
                    | Word::Between
                    | Word::Of
                    | Word::Before
                    | Word::After
                    | Word::For
                    | Word::Every
                    | Word::Each
                    | Word::Over
            )
        ) || self.before(i) == Some(Word::And)
            && matches!(self.word(i.wrapping_sub(2)), Some(Word::Month(..)))
            || i > 0 && (self.mark(i - 1, '-') || self.mark(i - 1, '–')) && self.joined(i)
            || (matches!(self.word(i + 1), Some(Word::To | Word::Through | Word::And))
                || self.mark(i + 1, '-')
                || self.mark(i + 1, '–'))
                && matches!(self.word(i + 2), Some(Word::Month(..)));
        let name = self.capital(i + 1)
            && !matches!(self.word(i + 1), Some(Word::Month(..)))
            && !self.mark(i + 1, ',');
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
            Kind::Word(Word::Ordinal(n @ 1..=10)) => Some((n, i + 1)),
            _ => None,
        }
    }

    /// Reads a year behind a month or a day: `, 2006`, ` 2006`, `of 2006`.
    pub fn year_after(&self, i: usize) -> Found<Step> {
        let mut j = i;
        if self.mark(j, ',')
            || self.is(j, Word::Of)
            || self.mark(j, '-') && self.joined(j)
            || self.mark(j, '/')
        {
            j += 1;
        }
        if let Some((value, 4, false)) = self.figure(j) {
            let goes_on = (self.mark(j + 1, ':') || self.mark(j + 1, ',') || self.mark(j + 1, '.'))
                && self.joined(j + 1)
                && self.joined(j + 2)
                && self.figure(j + 2).is_some();
            let zone = matches!(self.word(j + 1), Some(Word::Zone)) && !(1900..2100).contains(&value);
            let clock =
                matches!(self.word(j + 1), Some(Word::Zone)) && self.figure(j + 1).is_none() && value < 1800;
            if (1000..2200).contains(&value) && !goes_on && !zone && !clock {
                return Some((j + 1, Step::Year(value as i16)));
            }
        }
        // Oct '24
        if (self.mark(j, '\'') || self.mark(j, '’'))
            && !self.joined(j)
            && self.joined(j + 1)
            && let Some((value, 2, false)) = self.figure(j + 1)
            && !self.joined(j + 2)
                | !matches!(self.token(j + 2).map(|t| t.kind), Some(Kind::Other | Kind::Word(_)))
        {
            return Some((j + 2, Step::Year((if value < 50 { 2000 + value } else { 1900 + value }) as i16)));
        }
        // "March two thousand people" counts people.
        self.spelled_year(j).filter(|(end, _)| self.token(*end).is_none_or(|t| t.kind != Kind::Other))
    }

    /// Reads a year in words behind a month or a day: nineteen seventy-two, two thousand (and) ten.
    fn spelled_year(&self, i: usize) -> Found<Step> {
        let below_hundred = |i: usize| -> Option<(u8, usize)> {
            let Some(Word::Cardinal(n @ 1..=99)) = self.word(i) else { return None };
            let k = i + 1 + usize::from(self.mark(i + 1, '-'));
            match self.word(k) {
                Some(Word::Cardinal(unit @ 1..=9)) if n >= 20 && n % 10 == 0 => Some((n + unit, k + 1)),
                _ => Some((n, i + 1)),
            }
        };
        match self.word(i)? {
            Word::Cardinal(2) if self.spells(i + 1, "thousand") => {
                let k = i + 2 + usize::from(self.is(i + 2, Word::And));
                let rest = below_hundred(k).filter(|(n, _)| *n < 50);
                let (value, end) = rest.map_or((0, i + 2), |(n, end)| (n, end));
                Some((end, Step::Year(2000 + i16::from(value))))
            }
            Word::Cardinal(century @ 17..=20) => {
                let (rest, end) = below_hundred(i + 1).filter(|(n, _)| *n >= 10)?;
                Some((end, Step::Year(i16::from(century) * 100 + i16::from(rest))))
            }
            _ => None,
        }
    }

    /// Reads a year of two figures behind a day and a month, where nothing that it could count follows: 3 Aug 96, '96.
    fn short_year(&self, i: usize) -> Found<Step> {
        let quote = self.mark(i, '\'') || self.mark(i, '’');
        let dash = self.mark(i, '-') && self.joined(i);
        let j = i + usize::from(quote || dash);
        let (value, 2, false) = self.figure(j)? else { return None };
        let ends = self.token(j + 1).is_none_or(|t| {
            matches!(t.kind, Kind::Mark('.' | ',' | ';' | ')' | '!' | '?'))
                && !(self.joined(j + 1) && self.joined(j + 2) && self.figure(j + 2).is_some())
        });
        let clear = quote || value > 31;
        let year = if value < 50 { 2000 + value } else { 1900 + value };
        (clear && ends && (j == i || self.joined(j))).then_some((j + 1, Step::Year(year as i16)))
    }

    /// Reads `of last year`, `this year`, `of the same year`, `of that year`.
    pub fn year_phrase(&self, i: usize) -> Found<Step> {
        let j = i + usize::from(self.is(i, Word::Of));
        let k = j + usize::from(self.is(j, Word::The));
        let step = match self.word(k)? {
            Word::Last => Step::YearOffset(-1),
            Word::This | Word::Current => Step::YearOffset(0),
            Word::Next => Step::YearOffset(1),
            Word::That | Word::Same => Step::ContextYear(0),
            Word::Previous => Step::ContextYear(-1),
            Word::Following => Step::ContextYear(1),
            _ => return None,
        };
        let end = k + 1 + usize::from(self.is(k + 1, Word::Same));
        (self.is(end, Word::Unit(Unit::Year)) && self.spells(end, "year")).then_some((end + 1, step))
    }

    /// Reads a year alone.
    pub fn year(&self, i: usize) -> Found<Point> {
        let the = self.is(i, Word::The);
        let j = i + usize::from(the);
        let j = if the && self.spells(j, "year") {
            j + 1
        } else if the {
            return None;
        } else {
            j
        };
        // since '16
        if (self.mark(j, '\'') || self.mark(j, '’'))
            && self.joined(j + 1)
            && matches!(self.before(j), Some(Word::Since | Word::In | Word::Of | Word::Until | Word::By))
            && let Some((value, 2, false)) = self.figure(j + 1)
            && !(self.joined(j + 2)
                && matches!(
                    self.token(j + 2).map(|t| t.kind),
                    Some(Kind::Other | Kind::Word(_) | Kind::Number(..))
                ))
        {
            let year = if value < 50 { 2000 + value } else { 1900 + value };
            return Some((j + 2, Point::of(Step::Year(year as i16))));
        }
        let (value, digits, ordinal) = self.figure(j)?;
        if digits != 4 || ordinal || !self.stands_alone(j) {
            return None;
        }
        let before = self.before(j);
        let led = the
            || matches!(
                before,
                Some(
                    Word::In
                        | Word::Since
                        | Word::By
                        | Word::Until
                        | Word::Till
                        | Word::During
                        | Word::Edge(_)
                        | Word::Mid
                        | Word::Between
                        | Word::Before
                        | Word::After
                        | Word::Of
                        | Word::From
                        | Word::Season(_)
                        | Word::Fiscal
                )
            );
        let range = 1000..if led { 2200 } else { 2100 };
        if !range.contains(&value) || !led && value < 1900 {
            return None;
        }
        // Windows 2003, SQL Server 2005: the number of a product.
        let named = !led
            && j > 0
            && self.capital(j - 1)
            && !self.spells(j - 1, "copyright")
            && self.token(j - 1).is_some_and(|t| {
                t.kind == Kind::Other
                    && self.view.at(t.end) == ' '
                    && t.end + 1 == self.token(j).map_or(0, |n| n.start)
            });
        if named {
            return None;
        }
        // 2000 people, 1709 schoolchildren: a count.
        if let Some(next) = self.token(j + 1) {
            let text: String = self.view.chars.get(next.start..next.end).unwrap_or_default().iter().collect();
            let plural = next.kind == Kind::Other
                && !next.capital
                && text.ends_with('s')
                && !["was", "has", "is", "its", "as", "this", "was"].contains(&text.as_str())
                && !text.ends_with("ous");
            let measured = [
                "people",
                "men",
                "women",
                "children",
                "km",
                "kilometers",
                "dollars",
                "percent",
                "per",
                "feet",
                "miles",
                "tons",
                "tonnes",
                "schoolchildren",
                "euros",
                "yen",
                "pounds",
                "hp",
                "rpm",
                "times",
                "votes",
                "meters",
                "metres",
            ]
            .contains(&text.as_str());
            let clock = matches!(next.kind, Kind::Word(Word::Zone));
            let strong =
                matches!(before, Some(Word::In | Word::Since | Word::During | Word::By | Word::Until));
            if measured && !(next.capital)
                || plural && !strong && !(1950..=2040).contains(&value)
                || clock
                || matches!(next.kind, Kind::Word(Word::Unit(_)))
            {
                return None;
            }
        }
        let mut end = j + 1;
        let point = Point::of(Step::Year(value as i16));
        if self.spells(end, "fiscal") && self.spells(end + 1, "year") {
            end += 2;
        }
        Some((end, point))
    }

    /// True where a number touches nothing that makes it another thing.
    pub fn stands_alone(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return false };
        let before = token.start.checked_sub(1).map_or(' ', |k| self.view.at(k));
        let after = self.view.at(token.end);
        let later = self.view.at(token.end + 1);
        let before_ok = before.is_whitespace()
            || matches!(
                before,
                '(' | '['
                    | '"'
                    | '“'
                    | '‘'
                    | '\''
                    | '—'
                    | '–'
                    | '-'
                    | '/'
                    | '’'
                    | '>'
                    | '|'
                    | ','
                    | '~'
                    | ';'
            );
        // 2017–2018: four figures and a dash before are the other end of a range.
        let dash = matches!(before, '-' | '–' | '~')
            && token.start > 4
            && (2..=5).all(|k| self.view.at(token.start - k).is_ascii_digit())
            && !self.view.at(token.start.wrapping_sub(6)).is_ascii_alphanumeric();
        let mid = before == '-'
            && (self.view.ends_with(token.start - 1, "mid") || self.view.ends_with(token.start - 1, "Mid"));
        let digits_before = matches!(before, ',' | '-' | '/' | '–')
            && !dash
            && !mid
            && token.start > 1
            && self.view.at(token.start - 2).is_ascii_alphanumeric();
        // 2023-13-01 is no year with a rest.
        let three = after == '-'
            && later.is_ascii_digit()
            && (2..=3).any(|k| {
                self.view.at(token.end + k) == '-' && self.view.at(token.end + k + 1).is_ascii_digit()
            });
        let docket = after == '-' && later == '0' && self.view.at(token.end + 4).is_ascii_digit();
        let after_ok = !after.is_alphanumeric()
            && !docket
            && !three
            && !matches!(after, '%' | '°' | '_' | '$' | '€')
            && !(matches!(after, '.' | ',' | ':') && later.is_ascii_digit())
            && !(after == '-'
                && later.is_ascii_alphabetic()
                && !self.view.starts_with(token.end + 1, "based")
                && !self.view.starts_with(token.end + 1, "style"));
        before_ok && !digits_before && after_ok
    }

    /// Reads decades and centuries: the 1990s, the late 1980s, the seventies, the 19th century, the last century.
    pub fn century(&self, i: usize) -> Found<Point> {
        const DECADES: &[(&str, u8)] = &[
            ("twenties", 2),
            ("thirties", 3),
            ("forties", 4),
            ("fifties", 5),
            ("sixties", 6),
            ("seventies", 7),
            ("eighties", 8),
            ("nineties", 9),
        ];
        let the = self.is(i, Word::The);
        let mut j = i + usize::from(the);
        let edge = match self.word(j) {
            Some(Word::Edge(edge)) => Some(edge),
            Some(Word::Mid) => Some(Edge::Mid),
            _ => None,
        };
        j += usize::from(edge.is_some());
        j += usize::from(edge.is_some() && self.mark(j, '-'));
        let mut point = Point::default();
        let end;
        if let Some((_, decade)) = DECADES.iter().find(|(name, _)| the && self.spells(j, name)) {
            point.steps.push(Step::DecadeOfCentury(*decade));
            end = j + 1;
        } else if let Some((value, digits, ordinal)) = self.figure(j).filter(|f| f.1 == 4 || f.2) {
            let quote = self.mark(j + 1, '\'') || self.mark(j + 1, '’');
            let k = j + 1 + usize::from(quote);
            if digits == 4
                && !ordinal
                && value % 10 == 0
                && (1000..2100).contains(&value)
                && self.joined(k)
                && self.spells(k, "s")
            {
                point.steps.push(if value % 100 == 0 && value < 2000 {
                    Step::Century((value / 100) as i16)
                } else {
                    Step::Decade((value / 10) as i16)
                });
                end = k + 1;
            } else if ordinal && (1..=30).contains(&value) {
                let k = j + 1 + usize::from(self.mark(j + 1, '-'));
                if !self.is(k, Word::Unit(Unit::Century)) || !self.spells(k, "century") {
                    return None;
                }
                point.steps.push(Step::Century(value as i16 - 1));
                end = k + 1;
            } else {
                return None;
            }
        } else if the
            && matches!(self.figure(j), Some((_, 2, false)))
            && self.joined(j + 1)
            && self.spells(j + 1, "s")
        {
            let value = self.figure(j)?.0;
            if value % 10 != 0 {
                return None;
            }
            point.steps.push(Step::DecadeOfCentury((value / 10) as u8));
            end = j + 2;
        } else if (self.mark(j, '\'') || self.mark(j, '’')) && self.joined(j + 1) {
            let (value, 2, false) = self.figure(j + 1)? else { return None };
            if value % 10 != 0 || !self.joined(j + 2) || !self.spells(j + 2, "s") {
                return None;
            }
            point.steps.push(Step::DecadeOfCentury((value / 10) as u8));
            end = j + 3;
        } else {
            return None;
        }
        if let Some(edge) = edge {
            point.steps.push(Step::Edge(edge));
        }
        Some((end, point))
    }

    /// Reads a feast: Christmas, St Patrick's Day, the Easter weekend, Thanksgiving 2013.
    pub fn feast(&self, i: usize) -> Found<Point> {
        let the = self.is(i, Word::The);
        let j = i + usize::from(the);
        let lower = !self.capital(j);
        // In lower case only names that begin with a word of their own.
        if lower
            && !matches!(self.word(j), Some(Word::Feast | Word::Season(_) | Word::Edge(_) | Word::Ordinal(4)))
        {
            return None;
        }
        let initial = self.token(j).map_or('\0', |t| self.view.at(t.start).to_ascii_lowercase());
        if !ENGLISH.iter().any(|(name, _)| name.starts_with(initial)) {
            return None;
        }
        // The words from here on, lower-cased, apostrophes dropped.
        let mut text = String::new();
        let mut ends: Vec<(usize, usize)> = Vec::new();
        let mut k = j;
        while k < j + 9 && text.len() < 30 {
            let Some(token) = self.token(k) else { break };
            match token.kind {
                Kind::Mark('\'' | '’') => {}
                Kind::Mark('.')
                    if self.spells(k.wrapping_sub(1), "st") || self.spells(k.wrapping_sub(1), "jr") => {}
                Kind::Mark('-') => text.push('-'),
                Kind::Mark(_) => break,
                _ => {
                    if token.spaced && k > j {
                        text.push(' ');
                    }
                    text.extend(
                        self.view
                            .chars
                            .get(token.start..token.end)
                            .unwrap_or_default()
                            .iter()
                            .map(char::to_ascii_lowercase),
                    );
                    ends.push((text.len(), k + 1));
                }
            }
            k += 1;
        }
        // St Patrick's weekend goes without its day.
        let short = |name: &'static str| {
            let stem =
                name.strip_suffix(" day").filter(|stem| stem.ends_with('s') && !stem.contains("year"))?;
            let after = text.strip_prefix(stem)?;
            (after.starts_with(" weekend") || after.starts_with(" holiday") || after.starts_with(" week"))
                .then_some(stem)
        };
        let (name, feast) = ENGLISH.iter().find_map(|(name, feast)| {
            let name = Some(*name).filter(|name| text.starts_with(name)).or_else(|| short(name))?;
            ends.iter().any(|(length, _)| *length == name.len()).then_some((name, feast))
        })?;
        let mut end = ends.iter().find(|(length, _)| *length == name.len())?.1;
        let mut whole = false;
        if self.is(end, Word::Holiday) || self.is(end, Word::Weekend) || self.spells(end, "weekend") {
            whole = true;
            end += 1;
        } else if self.spells(end, "week") {
            // Thanksgiving week
            end += 1;
        } else if the && name != "new year" {
            return None;
        }
        let week = self.spells(end - 1, "week");
        // In lower case only names that are no other words, and never the flag day of a list.
        if lower
            && [
                "flag day",
                "earth day",
                "may day",
                "ashura",
                "national day",
                "election day",
                "inauguration day",
                "all saints day",
                "all souls day",
                "new year",
            ]
            .contains(&name)
        {
            return None;
        }
        let refused = self.capital(end)
            && !lower
            && !self.is(end, Word::Eve)
            && matches!(self.token(end).map(|t| t.kind), Some(Kind::Other))
            || self.spells(end, "island")
            || self.mark(end, '-') && self.joined(end);
        if refused {
            return None;
        }
        let mut point = Point::default();
        if let Some((e, year)) = self.year_after(end).filter(|_| !self.mark(end, ',')) {
            point.steps.push(year);
            end = e;
        } else if let Some((e, step)) =
            self.year_phrase(end).filter(|_| !matches!(self.word(end), Some(Word::The)))
        {
            point.steps.push(step);
            end = e;
        }
        point.steps.push(Step::Feast(*feast, whole));
        if week {
            point.steps.push(Step::WeekOf);
        }
        if whole && self.spells(end - 1, "weekend") {
            // The weekend that holds it.
            point.steps.pop();
            point.steps.push(Step::Feast(*feast, false));
            point.steps.push(Step::Weekend);
        }
        Some((end, point))
    }
}
