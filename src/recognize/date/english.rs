//! English dates: tokens, and at each that can begin a date the readers of the modules below.

pub mod absolute;
pub mod annual;
pub mod beside;
pub mod clock;
pub mod compared;
pub mod counted;
pub mod edge;
pub mod ended;
pub mod feast;
pub mod period;
pub mod range;
pub mod relative;
pub mod set;
pub mod stretch;
pub mod token;
pub mod words;
pub mod year;

use std::cell::RefCell;

use super::draft::{Expr, Point, Step};
use crate::view::View;
use token::{Kind, Token, Word};

/// A block as English tokens.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The block.
    pub view: &'a View<'a>,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// The last day that was read and where: the readers of ranges, clock times and single days ask for the same one.
    last_day: RefCell<Option<(usize, Found<Point>)>>,
}

/// What a reader found: the index of the token after it, and what it says.
pub type Found<T> = Option<(usize, T)>;

impl<'a> Reader<'a> {
    /// Reads a block's tokens.
    pub fn new(view: &'a View<'a>) -> Self {
        Self { view, tokens: token::tokens(view), last_day: RefCell::default() }
    }

    /// The token at an index.
    #[inline]
    pub fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    /// The word at an index.
    #[inline]
    pub fn word(&self, i: usize) -> Option<Word> {
        match self.tokens.get(i)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// True where that word stands.
    #[inline]
    pub fn is(&self, i: usize, word: Word) -> bool {
        self.word(i) == Some(word)
    }

    /// True where that mark stands.
    #[inline]
    pub fn mark(&self, i: usize, mark: char) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kind == Kind::Mark(mark))
    }

    /// The number at an index, if it is in figures.
    pub fn figure(&self, i: usize) -> Option<(u32, u8, bool)> {
        match self.tokens.get(i)?.kind {
            Kind::Number(value, digits, ordinal) => Some((value, digits, ordinal)),
            _ => None,
        }
    }

    /// True where no white space stands before the token.
    pub fn joined(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| !t.spaced)
    }

    /// True where the token begins with a capital letter.
    pub fn capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.capital)
    }

    /// True where a name of a month, weekday or feast may stand: it has its capital letter, or cannot be another word.
    pub fn named(&self, i: usize) -> bool {
        if self.capital(i) {
            return true;
        }
        match self.word(i) {
            // may, march, mar, sat, sun, wed, august are words too.
            Some(Word::Month(number, short)) => {
                !matches!((number, short), (3 | 5, _) | (8 | 6 | 4, false) | (_, true))
                    || self.figure(i + 1).is_some_and(|f| f.0 <= 31 && !f.2 || f.2)
                    || self.dated_before(i)
                    || matches!(self.word(i + 1), Some(Word::Ordinal(_))) && self.year_after(i + 2).is_some()
                    || self.is(i + 1, Word::Of) && self.figure(i + 2).is_some_and(|f| f.1 == 4)
            }
            Some(Word::Weekday(_, short)) => !short,
            _ => false,
        }
    }

    /// A day of the month stands before: 15th february, the 1st of march.
    fn dated_before(&self, i: usize) -> bool {
        let j = i.wrapping_sub(1);
        let k = if self.is(j, Word::Of) { j.wrapping_sub(1) } else { j };
        self.figure(k).is_some_and(|f| f.0 <= 31)
            || matches!(self.word(k), Some(Word::Ordinal(_))) && self.is(j, Word::Of)
    }

    /// True where the lower-cased characters of a token are `text`.
    pub fn spells(&self, i: usize, text: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| {
            t.end - t.start == text.len()
                && self.view.chars.get(t.start..t.end).is_some_and(|chars| {
                    chars.iter().zip(text.bytes()).all(|(c, b)| c.to_ascii_lowercase() == char::from(b))
                })
        })
    }

    /// The word before an index.
    pub fn before(&self, i: usize) -> Option<Word> {
        self.word(i.checked_sub(1)?)
    }

    /// Reads the longest date at a token.
    pub fn date(&self, i: usize) -> Found<Expr> {
        let mut best: Found<Expr> = None;
        let mut offer = |found: Found<Expr>| {
            if let Some((end, _)) = &found
                && best.as_ref().is_none_or(|(b, _)| end > b)
            {
                best = found;
            }
        };
        offer(self.range(i));
        offer(self.whole(i));
        offer(self.counted(i));
        offer(self.offset(i));
        offer(self.set(i));
        offer(self.vague(i));
        offer(self.stretch(i));
        offer(self.beside(i));
        best
    }

    /// Reads one date with its clock time, in any order.
    pub fn whole(&self, i: usize) -> Found<Expr> {
        let (end, point) = self.moment(i)?;
        Some((end, Expr::Point(point)))
    }

    /// Reads a day and a clock time: `Friday at 8 a.m.`, `noon on 12 March`, `yesterday morning`.
    pub fn moment(&self, i: usize) -> Found<Point> {
        let start = if self.approximator(i) { i + 1 } else { i };
        // this Friday, 20 May, at 8pm: the date says which
        if matches!(self.word(i), Some(Word::This | Word::Next))
            && matches!(self.word(i + 1), Some(Word::Weekday(_, false)))
            && self.mark(i + 2, ',')
            && let Some((end, point)) = self.moment(i + 1)
            && point.names(|step| matches!(step, Step::Day(_)))
        {
            return Some((end, point));
        }
        // at 8 tonight, at 9 this morning; 8 tonight, Channel 4
        let opens = i == 0 || self.mark(i - 1, '\n') || self.mark(i - 1, ',');
        if (opens
            || matches!(self.before(i), Some(Word::At | Word::By | Word::Until | Word::Before | Word::After)))
            && let Some((hour, clock)) = self.hour(start)
            && (self.is(hour, Word::Tonight)
                || self.is(hour, Word::This) && matches!(self.word(hour + 1), Some(Word::Part(_))))
            && let Some((end, mut point)) = self.relative(hour)
        {
            point.clock = Some(clock.in_part(point.part));
            return Some((end, point));
        }
        // at 6.30 on Friday, at 7 on Friday evening
        if self.before(start) == Some(Word::At)
            && let Some((mid, clock)) = self.hour(start).or_else(|| self.pointed(start))
            && self.is(mid, Word::On)
            && let Some((end, mut point)) = self.day(mid + 1).filter(|(_, day)| day.names_day())
        {
            point.clock = Some(clock.in_part(point.part));
            return Some((end, point));
        }
        if let Some((mut end, time)) = self.time(start) {
            let mut point = Point { clock: time.0, part: time.1, ..Point::default() };
            // 8 a.m. on Friday, 8 a.m. Friday, 10:30, 12 March
            let mut j = end;
            if self.is(j, Word::On)
                || self.mark(j, '·')
                || self.mark(j, ',') && !matches!(self.word(j + 1), Some(Word::Day(_)))
            {
                j += 1;
            }
            if let Some((after, day)) = self.day(j)
                && day.names_day()
                && (j > end || !self.mark(j, ','))
            {
                point.steps = day.steps;
                point.part = point.part.or(day.part);
                if let Some(clock) = point.clock {
                    point.clock = Some(clock.in_part(day.part.filter(|_| clock.hour < 12)));
                }
                end = after;
            }
            return self.plausible(i, start, end, &point, time.2).then_some((end, point));
        }
        // dawn on Saturday, sunset yesterday
        if let Some(Word::Part(part)) = self.word(start).filter(|_| start == i) {
            use super::draft::Part;
            let edge =
                matches!(part, Part::Dawn | Part::Evening | Part::Noon) && !self.spells(start, "evening");
            let on = usize::from(self.is(start + 1, Word::On));
            let found = if edge { self.day(start + 1 + on) } else { None };
            let (end, mut point) = found.filter(|(_, day)| day.names_day() && day.part.is_none())?;
            point.part = Some(part);
            return Some((end, point));
        }
        let year = self.figure(start).is_some_and(|f| f.1 == 4);
        if start > i
            && !year
            && !matches!(self.word(start), Some(Word::Month(..) | Word::Noon | Word::Midnight))
        {
            return None;
        }
        let (mut end, mut point) = self.day(start)?;
        if point.names_day() {
            let mut j = end;
            if self.mark(j, ',')
                || self.mark(j, '·')
                || self.mark(j, '|') && self.only_bar(j)
                || self.mark(j, '/') && !self.joined(j) && !self.joined(j + 1)
                || self.mark(j, '-')
                || self.mark(j, '—')
                || self.mark(j, '–')
                || self.mark(j, '@')
            {
                j += 1;
            }
            if self.is(j, Word::At) || self.is(j, Word::About) || self.is(j, Word::Around) {
                j += 1 + usize::from(matches!(self.word(j + 1), Some(Word::About | Word::Around)));
            }
            // Sunday at dusk
            if self.is(end, Word::At)
                && point.part.is_none()
                && let Some(Word::Part(part)) = self.word(end + 1)
            {
                point.part = Some(part);
                return Some((end + 2, point));
            }
            // Tuesday before 5 p.m.
            let bounded = j == end && matches!(self.word(j), Some(Word::Before | Word::After | Word::By));
            if bounded && self.time(j + 1).is_some_and(|(_, time)| time.2) {
                j += 1;
            }
            let bare = if self.is(end, Word::At) && point.part.is_some() { self.hour(j) } else { None };
            if let Some((after, clock)) = bare.filter(|_| self.time(j).is_none()) {
                point.clock = Some(clock.in_part(point.part));
                end = after;
            } else if let Some((after, time)) = self.time(j) {
                // A list of days is no clock: Monday, 12 …
                let led = j > end && !self.mark(end, ',') && !self.mark(end, '-');
                // 7:30 p.m. Friday and Saturday, 2 p.m. Sunday: the hour of the day behind it.
                let other = self.mark(end, ',') && matches!(self.word(after), Some(Word::Weekday(..)));
                if !other && (time.2 || led || time.0.is_some_and(|c| c.unit != super::draft::Unit::Hour)) {
                    point.clock = time.0.map(|c| if time.2 { c } else { c.in_part(point.part) });
                    point.part = point.part.or(time.1);
                    end = after;
                }
            }
        }
        Some((end, point))
    }

    /// A bar sets date and clock apart in a dateline; where there are more in the line it sets cells apart.
    fn only_bar(&self, i: usize) -> bool {
        let line = |k: &usize| self.token(*k).is_some_and(|t| t.kind != Kind::Mark('\n'));
        let bar = |k: usize| self.mark(k, '|');
        let before = (i.saturating_sub(30)..i).rev().take_while(line).any(bar);
        !before && !(i + 1..i + 30).take_while(line).any(bar)
    }

    /// seventies, eighties: a decade by its name.
    fn decade_word(&self, i: usize) -> bool {
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
            .iter()
            .any(|w| self.spells(i, w))
    }

    /// Reads the 5 of "March 4 and 5", the 12-14 of "March 5-7 and 12-14": the index after it, its days, and the index of the
    /// first number.
    fn further_day(&self, i: usize, before: &[Step]) -> Option<(usize, Vec<Step>, usize)> {
        let [.., Step::Month(_), Step::Day(day)] = before else { return None };
        if matches!(before.first(), Some(Step::Year(_))) {
            return None;
        }
        let comma = usize::from(self.mark(i, ','));
        let and = matches!(self.word(i + comma), Some(Word::And | Word::Or)) || self.mark(i + comma, '&');
        let and = usize::from(and);
        let k = i + comma + and;
        let (number, digits, ordinal) = self.figure(k).filter(|_| comma + and > 0)?;
        let last = match self.token(k + 1).map(|t| t.kind) {
            Some(Kind::Mark('-' | '–')) if self.joined(k + 1) && self.joined(k + 2) => {
                self.figure(k + 2).filter(|f| f.0 > number && f.0 <= 31 && f.1 <= 2)
            }
            _ => None,
        };
        let end = k + if last.is_some() { 3 } else { 1 };
        let ends = self.token(end).is_none_or(|t| match t.kind {
            Kind::Mark(c) => {
                matches!(c, '.' | ',' | ';' | ')' | '!' | '?' | '\n')
                    && !(self.joined(end) && self.joined(end + 1) && self.figure(end + 1).is_some())
            }
            Kind::Word(word) => {
                matches!(word, Word::At | Word::In | Word::And | Word::Or | Word::For | Word::From)
            }
            _ => self.spells(end, "respectively"),
        });
        // A comma alone needs the row to go on: March 4, 5 and 6.
        let row = and == 1 || matches!(self.word(end), Some(Word::And | Word::Or));
        let fits = u32::from(*day) < number && number <= 31 && (digits <= 2 || ordinal);
        let days = [Some(number), last.map(|f| f.0)].into_iter().flatten().map(|d| Step::Day(d as u8));
        (fits && ends && row).then(|| (end, days.collect(), k))
    }

    /// Reads the 11 of "11 and 12 October", the 3, 10 of "3, 10 and 17 June": the month that they share, and the index of
    /// the last day.
    fn leading_days(&self, i: usize) -> Option<(Vec<Step>, usize)> {
        let day =
            |k: usize| self.figure(k).filter(|f| (1..=31).contains(&f.0) && (f.1 <= 2 || f.2)).map(|f| f.0);
        let mut last = day(i)?;
        if i > 0 && self.joined(i) || self.before(i) == Some(Word::Between) {
            return None;
        }
        let mut k = i + 1;
        while self.mark(k, ',') && day(k + 1).is_some_and(|next| next > last) {
            last = day(k + 1)?;
            k += 2;
        }
        if !matches!(self.word(k), Some(Word::And | Word::Or)) || day(k + 1).is_none_or(|next| next <= last) {
            return None;
        }
        let (_, mut point) = self.calendar(k + 1)?;
        point.steps.pop();
        matches!(point.steps[..], [.., Step::Month(_)]).then_some((point.steps, k + 1))
    }

    /// The 60s of "the 1950s and 60s": its number and its last letter.
    fn further_decade(&self, i: usize) -> Option<(usize, usize)> {
        let and = matches!(self.word(i), Some(Word::And | Word::Or));
        let k = i + 1 + usize::from(self.mark(i + 1, '\'') || self.mark(i + 1, '’'));
        let (value, 2, false) = self.figure(k).filter(|_| and)? else { return None };
        (value % 10 == 0 && self.joined(k + 1) && self.spells(k + 1, "s")).then_some((k, k + 1))
    }

    /// A bare hour: the 3 of "this afternoon at 3".
    fn hour(&self, i: usize) -> Found<super::draft::Clock> {
        let (hour, digits, ordinal) = self.figure(i)?;
        let ends = !(self.mark(i + 1, ':')
            || self.mark(i + 1, '.') && self.joined(i + 2)
            || self.mark(i + 1, '%')
            || self.mark(i + 1, '-'));
        let clock = super::draft::Clock::new(hour, None, None)?;
        (digits <= 2 && !ordinal && ends && (1..=12).contains(&hour)).then_some((i + 1, clock))
    }

    /// An hour and its minutes with a point between: the 6.30 of "at 6.30 on Friday".
    fn pointed(&self, i: usize) -> Found<super::draft::Clock> {
        let (hour, digits, false) = self.figure(i)? else { return None };
        let (minute, 2, false) = self.figure(i + 2)? else { return None };
        let whole = digits <= 2 && self.mark(i + 1, '.') && self.joined(i + 1) && self.joined(i + 2);
        Some((i + 3, super::draft::Clock::new(hour, Some(minute), None).filter(|_| whole)?))
    }

    fn approximator(&self, i: usize) -> bool {
        // asked about 2026-27: what was asked of, and no approximation.
        const ASKED: &[&str] = &[
            "ask",
            "asked",
            "asks",
            "asking",
            "talk",
            "talks",
            "talked",
            "talking",
            "speak",
            "spoke",
            "think",
            "thinking",
            "thought",
            "worry",
            "worried",
            "worries",
            "know",
            "knew",
            "hear",
            "heard",
            "learn",
            "learned",
            "said",
            "wrote",
            "written",
            "story",
            "book",
            "film",
            "questions",
            "concerns",
            "optimistic",
            "excited",
            "nothing",
            "something",
        ];
        let asked = self.is(i, Word::About)
            && i.checked_sub(1).is_some_and(|k| ASKED.iter().any(|w| self.spells(k, w)));
        matches!(self.word(i), Some(Word::About | Word::Around)) && !asked
    }

    /// A clock time without a day needs to show that it is one.
    fn plausible(&self, i: usize, start: usize, end: usize, point: &Point, marked: bool) -> bool {
        if !point.steps.is_empty() || marked {
            return true;
        }
        let before = self.before(start);
        let led = start > i
            || matches!(
                before,
                Some(
                    Word::At
                        | Word::By
                        | Word::Until
                        | Word::Till
                        | Word::Before
                        | Word::After
                        | Word::From
                        | Word::Around
                        | Word::About
                        | Word::Since
                )
            );
        // "Updated 17:20" at the end of a line; minutes are given.
        let minutes = point.clock.is_some_and(|c| c.unit != super::draft::Unit::Hour);
        let stamped = start > 0
            && (self.spells(start - 1, "updated")
                || self.spells(start - 1, "published")
                || self.spells(start - 1, "posted"))
            && minutes;
        // 09:15: Good morning, 09:32 — the first figures: an entry of a live page.
        let entry = minutes
            && (start == 0 || self.mark(start - 1, '\n'))
            && (self.mark(end, ':')
                || matches!(self.token(end), Some(t) if t.spaced && matches!(t.kind, Kind::Mark('–' | '—'))));
        // about 12:30 local time
        let local = minutes && self.is(end, Word::Local) && self.is(end + 1, Word::Time);
        // the 06:52 to Hexham
        let train = before == Some(Word::The)
            && end == start + 3
            && self.figure(start).is_some_and(|f| f.1 == 2)
            && self.mark(start + 1, ':')
            && (self.spells(end, "to")
                || self.spells(end, "from")
                || self.mark(end, '.')
                || self.is(end, Word::And));
        (led || stamped || train || entry || local) && point.clock.is_some() && !self.mark(end, '%')
    }
}

/// Finds the dates of a block, calling `found` with first and last character and what was read.
pub fn dates(view: &View<'_>, mut found: impl FnMut(usize, usize, Expr)) {
    let reader = Reader::new(view);
    let mut i = 0;
    // The token behind the last recurrence: Mon-Fri 9am-5pm, Sat 10am-2pm.
    let mut recurring = None;
    while let Some(token) = reader.token(i) {
        // An article begins a date only before a word of one.
        let next = reader.token(i + 1).map(|t| t.kind);
        let begins = match token.kind {
            Kind::Word(Word::The) => {
                matches!(next, Some(Kind::Word(_) | Kind::Number(..)))
                    || next == Some(Kind::Other) && (reader.decade_word(i + 1) || reader.bounds(i + 1))
            }
            Kind::Word(Word::A) => matches!(next, Some(Kind::Word(_))) || reader.spells(i + 1, "number"),
            Kind::Word(
                Word::In
                | Word::About
                | Word::Around
                | Word::Some
                | Word::Between
                | Word::More
                | Word::Less
                | Word::This
                | Word::That
                | Word::Last
                | Word::Next,
            ) => {
                matches!(next, Some(Kind::Word(_) | Kind::Number(..)))
            }
            Kind::Word(word) => !matches!(
                word,
                Word::Of
                    | Word::To
                    | Word::And
                    | Word::Or
                    | Word::At
                    | Word::On
                    | Word::By
                    | Word::For
                    | Word::From
                    | Word::Since
                    | Word::Than
            ),
            Kind::Number(..) => true,
            Kind::Mark(c) => c == '\'' || c == '’',
            Kind::Other => {
                matches!(
                    view.at(token.start).to_ascii_lowercase(),
                    'f' | 'c' | 'h' | 'q' | 'w' | 'a' | 's' | 't'
                ) && ["fy", "calendar", "full", "h", "q", "w", "academic", "school", "tax"]
                    .iter()
                    .any(|w| reader.spells(i, w))
            }
        };
        // 11 and 12 October: each day is one.
        if begins && let Some((months, rest)) = reader.leading_days(i) {
            for k in (i..rest).step_by(2) {
                if let (Some(day), Some((value, ..))) = (reader.token(k), reader.figure(k)) {
                    let steps = [&months[..], &[Step::Day(value as u8)]].concat();
                    found(day.start, day.end, Expr::Point(Point { steps, ..Point::default() }));
                }
            }
            i = rest;
            continue;
        }
        if begins
            && let Some((end, expr)) = reader.date(i)
            && let Some(last) = end.checked_sub(1).and_then(|e| reader.token(e))
            && end > i
        {
            let last_point = match &expr {
                Expr::Range(_, last) => last.as_ref(),
                other => other,
            };
            let mut months = match last_point {
                Expr::Point(point) if point.clock.is_none() && point.part.is_none() => point.steps.clone(),
                _ => Vec::new(),
            };
            // Q1 22-18: a quarter of a match.
            let quarter = matches!(&expr, Expr::Point(p) if matches!(p.steps[..], [Step::Quarter(_)]));
            let scored = quarter
                && reader.figure(end).is_some_and(|f| f.1 <= 2)
                && (reader.mark(end + 1, '-') || reader.mark(end + 1, '–'))
                && reader.joined(end + 1)
                && reader.figure(end + 2).is_some();
            if scored {
                i = end;
                continue;
            }
            let row = i > 0
                && recurring == Some(i - 1)
                && ([',', ';', '\n', '|'].iter().any(|c| reader.mark(i - 1, *c)));
            let hours = row
                && matches!(reader.word(i), Some(Word::Weekday(..)))
                && matches!(&expr, Expr::Range(_, b) if matches!(&**b, Expr::Point(p) if p.clock.is_some()));
            // Sat 10am-2pm, closed Sunday
            let shut = i > 1
                && recurring == Some(i - 2)
                && reader.spells(i - 1, "closed")
                && matches!(&expr, Expr::Point(p) if matches!(p.steps[..], [Step::Weekday(_)]));
            let hours = hours || shut;
            // Hours: 9 a.m. to 6 p.m.
            let kept = i > 1 && reader.mark(i - 1, ':') && reader.spells(i - 2, "hours");
            let clock = |e: &Expr| matches!(e, Expr::Point(p) if p.steps.is_empty() && p.clock.is_some());
            let hours = hours || kept && matches!(&expr, Expr::Range(a, b) if clock(a) && clock(b));
            let expr = if hours { Expr::Set(None) } else { expr };
            recurring = matches!(expr, Expr::Set(_)).then_some(end);
            found(token.start, last.end, expr);
            i = end;
            // the 1950s and 60s
            if let [Step::Decade(decade)] = months.as_slice()
                && let Some((from, to)) = reader.further_decade(i)
            {
                let value = reader.figure(from).map_or(0, |f| f.0);
                let step = Step::Decade(decade / 10 * 10 + (value / 10) as i16);
                if let (Some(from), Some(to)) = (reader.token(from), reader.token(to)) {
                    found(from.start, to.end, Expr::Point(Point::of(step)));
                }
                i = to + 1;
            }
            // March 4 and 5, March 4, 5 and 6: each day is one.
            while let Some((after, days, first)) = reader.further_day(i, &months) {
                months.pop();
                let point = |day: &Step| {
                    let steps = [&months[..], &[*day]].concat();
                    Expr::Point(Point { steps, ..Point::default() })
                };
                let expr = days.iter().map(point).reduce(|a, b| Expr::Range(Box::new(a), Box::new(b)));
                if let (Some(from), Some(to), Some(expr)) =
                    (reader.token(first), after.checked_sub(1).and_then(|e| reader.token(e)), expr)
                {
                    found(from.start, to.end, expr);
                }
                months.extend(days.last());
                i = after;
            }
            continue;
        }
        i += 1;
    }
}
