//! Lengths of time counted from now or the last date: the past 30 days, in two weeks, three years ago, an hour later.

use super::token::Word;
use super::{Found, Reader};
use crate::recognize::date::draft::{Amount, Expr, Origin, Point, Step, Unit, Vague};

impl Reader<'_> {
    /// Reads a length of time, in one unit or more: three years, 15 hours 29 minutes, a year and two months.
    pub fn amount(&self, i: usize) -> Found<Amount> {
        let (mut end, mut length) = self.single_amount(i)?;
        while let Some((after, rest)) = self.single_amount(end + usize::from(self.is(end, Word::And)))
            && let Some(both) = length.and(rest)
        {
            (end, length) = (after, both);
        }
        Some((end, length))
    }

    /// Reads a length of time in one unit: a few days, a year and a half, two-and-a-half years, several weeks.
    fn single_amount(&self, i: usize) -> Found<Amount> {
        let (mut halves, mut vague, mut j) = match self.word(i) {
            Some(Word::A) => match self.word(i + 1) {
                Some(Word::Few) => (6, true, i + 2),
                Some(Word::Couple) => (4, true, i + 2 + usize::from(self.is(i + 2, Word::Of))),
                Some(Word::Half) => (1, false, i + 2),
                _ if self.spells(i + 1, "number") && self.is(i + 2, Word::Of) => (8, true, i + 3),
                _ => (2, false, i + 1),
            },
            Some(Word::Few) => (6, true, i + 1),
            Some(Word::Several) => (8, true, i + 1),
            Some(Word::Couple) => (4, true, i + 1 + usize::from(self.is(i + 1, Word::Of))),
            Some(Word::Half) => (1, false, i + 1 + usize::from(self.is(i + 1, Word::A))),
            // 2.4 seconds back: nothing is counted in the decimals
            _ if i > 1 && self.mark(i - 1, '.') && self.joined(i) && self.figure(i - 2).is_some() => {
                return None;
            }
            _ => {
                let (n, end) = self.cardinal(i)?;
                let halves = i32::try_from(n).ok()?.checked_mul(2)?;
                // 2h ago, 15m ago
                let letters = [("h", Unit::Hour), ("m", Unit::Minute), ("d", Unit::Day), ("w", Unit::Week)];
                let letter = letters.iter().find(|(letter, _)| self.spells(end, letter));
                if let Some((_, unit)) = letter.filter(|_| self.joined(end) && self.is(end + 1, Word::Ago)) {
                    return Some((end + 1, Amount { halves, unit: *unit, vague: false }));
                }
                (halves, false, end)
            }
        };
        // four–five hours, two to three years
        if (self.mark(j, '–') || self.mark(j, '-') || self.is(j, Word::To) || self.is(j, Word::Or))
            && self.cardinal(j + 1).is_some_and(|(_, e)| matches!(self.word(e), Some(Word::Unit(_))))
        {
            vague = true;
            j = self.cardinal(j + 1).map_or(j, |(_, e)| e);
        }
        if (self.is(j, Word::And) || self.mark(j, '-') && self.is(j + 1, Word::And))
            && self.half_after(j).is_some()
        {
            halves += 1;
            j = self.half_after(j).unwrap_or(j);
        }
        if [
            "calendar",
            "business",
            "working",
            "trading",
            "short",
            "long",
            "full",
            "more",
            "consecutive",
            "further",
            "additional",
        ]
        .iter()
        .any(|w| self.spells(j, w))
        {
            j += 1;
        }
        j += usize::from(self.mark(j, '-'));
        let unit = match self.word(j)? {
            Word::Unit(unit) => unit,
            Word::Part(crate::recognize::date::draft::Part::Night) => Unit::Day,
            Word::Ordinal(2) => Unit::Second,
            _ => return None,
        };
        if self.spells(j, "fortnight") {
            halves *= 2;
        }
        let mut end = j + 1;
        // a year and a half, a year-and-a-half
        if (self.is(end, Word::And) || self.mark(end, '-') && self.is(end + 1, Word::And))
            && let Some(e) = self.half_after(end)
            && !matches!(self.word(e), Some(Word::Unit(_)))
        {
            halves += 1;
            end = e;
        }
        Some((end, Amount { halves, unit, vague }))
    }

    /// Steps over `and a half`, hyphens or not.
    fn half_after(&self, i: usize) -> Option<usize> {
        let mut j = i + usize::from(self.mark(i, '-'));
        if !self.is(j, Word::And) {
            return None;
        }
        j += 1 + usize::from(self.mark(j + 1, '-'));
        if !self.is(j, Word::A) {
            return None;
        }
        j += 1 + usize::from(self.mark(j + 1, '-'));
        self.is(j, Word::Half).then_some(j + 1)
    }

    /// Reads the past 30 days, the last two weeks, the next few years, the coming decade, recent years.
    pub fn counted(&self, i: usize) -> Found<Expr> {
        let the = usize::from(self.is(i, Word::The));
        let j = i + the;
        if self.is(j, Word::Recent) {
            let j = j + 1;
            let unit = match self.word(j)? {
                Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) => unit,
                _ => return None,
            };
            let vague =
                if matches!(unit, Unit::Year | Unit::Decade) { Vague::RecentYears } else { Vague::Recent };
            return (the == 0).then_some((j + 1, Expr::Vague(vague)));
        }
        // the nine months to September 30, the year to March, the six months ended June 30
        // Births, year to 31 March 2023: tables drop the article.
        let heads = self.spells(j, "year")
            && (j == 0 || matches!(self.token(j - 1).map(|t| t.kind), Some(super::token::Kind::Mark(_))))
            && !self.mark(j.wrapping_sub(1), '-');
        // its quarter ended September 30
        let stated = matches!(self.word(j), Some(Word::Unit(Unit::Quarter | Unit::Year)))
            && self.is(j + 1, Word::Ended)
            && self.before(j) != Some(Word::A);
        if (the == 1 || heads || stated)
            && let Some(found) = self.ended(j)
        {
            return Some(found);
        }
        let ahead = match self.word(j)? {
            Word::Past | Word::Last | Word::Previous => false,
            Word::Next | Word::Coming | Word::Following => true,
            _ => return None,
        };
        let previous = matches!(self.word(j), Some(Word::Previous | Word::Following));
        let several = !matches!(self.word(j + 1), Some(Word::A));
        let (end, length) = if let Some(Word::Unit(unit)) = self.word(j + 1) {
            // the past year, the next decade; "last week" is read elsewhere.
            let single =
                ["day", "week", "month", "quarter", "year", "decade", "century", "hour", "fortnight"]
                    .iter()
                    .any(|w| self.spells(j + 1, w));
            let days = unit == Unit::Day && (single || self.is(j, Word::Last));
            // the last year of the plan
            let within = self.is(j, Word::Last) && single && self.is(j + 2, Word::Of);
            // over past week: headlines drop the article.
            let bare = the == 0
                && matches!(self.word(j), Some(Word::Past | Word::Coming))
                && !matches!(unit, Unit::Day | Unit::Hour | Unit::Minute | Unit::Second)
                && matches!(self.before(i), Some(Word::In | Word::Over | Word::During | Word::For))
                && self.token(j + 2).is_none_or(|t| matches!(t.kind, super::token::Kind::Mark(_)));
            if within || the == 0 && !bare || previous || days || unit == Unit::Century && !ahead {
                return None;
            }
            // the past quarter is the one before this.
            if unit == Unit::Quarter && single && !ahead {
                return Some((j + 2, Expr::Point(Point::of(Step::QuarterOffset(-1)))));
            }
            // the past year and a half
            if let Some(e) = self.half_after(j + 2) {
                return Some((e, Expr::Back(Amount { halves: 3, unit, vague: false })));
            }
            let halves = match (single, self.spells(j + 1, "fortnight")) {
                (_, true) => 4,
                (true, _) => 2,
                _ => 6,
            };
            (j + 2, Amount { halves, unit, vague: !single })
        } else if the == 1 && self.spells(j + 1, "millennium") {
            (j + 2, Amount { halves: 20, unit: Unit::Century, vague: false })
        } else if several {
            let (end, length) = self.amount(j + 1)?;
            // "expected to last three days": a verb.
            let verb = the == 0
                && self.is(j, Word::Last)
                && (i > 0 && matches!(self.word(i - 1), Some(Word::To))
                    || ["will", "would", "could", "can", "should", "and"]
                        .iter()
                        .any(|w| i > 0 && self.spells(i - 1, w)));
            // told them to win the next five minutes: a length that nothing fixes.
            // ate less for the following eight months
            let played = ahead && matches!(length.unit, Unit::Minute | Unit::Second)
                || self.is(j, Word::Following) && self.before(i) == Some(Word::For);
            if self.joined(j + 1) || length.halves == 2 && the == 0 || verb || played {
                return None;
            }
            (end, length)
        } else {
            return None;
        };
        // the past twenty years and more
        let end = if self.is(end, Word::And) && self.is(end + 1, Word::More) { end + 2 } else { end };
        if the == 0 && previous {
            return None;
        }
        Some((end, if ahead { Expr::Ahead(length) } else { Expr::Back(length) }))
    }

    /// Reads three years ago, two weeks later, an hour earlier, in five weeks, ten days from now.
    pub fn offset(&self, i: usize) -> Found<Expr> {
        if self.spells(i, "within") {
            // within 48 hours; within ten days of the vote is an amount.
            let (end, length) = self.amount(i + 1)?;
            let event = matches!(self.word(end), Some(Word::Of | Word::After)) || self.spells(end, "of");
            let short = matches!(length.unit, Unit::Minute | Unit::Second);
            return (!event && !short).then_some((end, Expr::Within(length)));
        }
        let mut j = i;
        let in_ = self.is(i, Word::In);
        match self.word(i) {
            Some(Word::About | Word::Around | Word::Some | Word::Nearly) => j += 1,
            Some(Word::More | Word::Less) if self.is(i + 1, Word::Than) => j += 2,
            Some(Word::In) => {
                j += 1 + usize::from(matches!(self.word(i + 1), Some(Word::About | Word::Around)));
            }
            Some(Word::Just) => return None,
            _ => {}
        }
        // two summers ago, three seasons ago
        let counted = self.cardinal(j).filter(|(n, _)| (1..100).contains(n));
        // two Thursdays ago, three Fridays from now
        if let Some((count @ 2..=9, end)) = counted
            && !in_
            && self.is(end, Word::Weekdays)
            && let Some(weekday) = self.weekday_of(end)
        {
            let now = self.is(end + 1, Word::From) && self.is(end + 2, Word::Now);
            let toward = if now { count as i8 } else { -(count as i8) };
            let after = end + 2 + usize::from(now);
            return (now || self.is(end + 1, Word::Ago))
                .then(|| (after, Expr::Point(Point::of(Step::WeekdayToward(weekday, toward)))));
        }
        if let Some((count, end)) = counted.filter(|(_, end)| self.is(end + 1, Word::Ago)) {
            let season =
                ["springs", "summers", "autumns", "winters"].iter().position(|w| self.spells(end, w));
            let years = ["seasons", "elections", "christmases"].iter().any(|w| self.spells(end, w));
            if season.is_some() || years {
                let mut steps = vec![Step::YearOffset(-(count as i16))];
                steps.extend(season.map(|n| Step::Season(n as u8 + 1)));
                return Some((end + 2, Expr::Point(Point { steps, ..Point::default() })));
            }
        }
        let (end, length) = self.amount(j)?;
        // 8% more than a year earlier: the comparison is the clause's.
        if j == i + 2 && length.unit == Unit::Year && length.halves == 2 {
            return None;
        }
        let approx = j > i && !in_;
        let back = Amount { halves: -length.halves, vague: length.vague || approx, ..length };
        // in six months' time, in a year's time
        let apostrophe = self.mark(end, '\'') || self.mark(end, '’');
        let time = end + 1 + usize::from(self.spells(end + 1, "s"));
        if in_ && apostrophe && self.is(time, Word::Time) {
            return Some((time + 1, Expr::Offset(length, Origin::Now)));
        }
        if in_ {
            // in two weeks points ahead; in 20 minutes of play does not.
            let long = matches!(
                length.unit,
                Unit::Week | Unit::Month | Unit::Day | Unit::Year | Unit::Hour | Unit::Minute
            );
            let ends = self.token(end).is_none_or(|t| {
                matches!(t.kind, super::token::Kind::Mark('.' | ',' | ';' | '"' | '”' | '?' | ')'))
            });
            let opens = i.checked_sub(1).is_none_or(|k| {
                matches!(
                    self.token(k).map(|t| t.kind),
                    Some(super::token::Kind::Mark('"' | '“' | '.' | '\n'))
                )
            });
            let later = opens
                && (end..end + 5).any(|k| {
                    ["will", "would", "could", "want", "hope", "expect"].iter().any(|w| self.spells(k, w))
                });
            let ahead = self.clause_ahead(i) || i == 0 && ends || later;
            // "will run out in five weeks unless", but not "will be the first visit in five years".
            let goes_on = self.token(end).is_some_and(|t| {
                [
                    "unless", "if", "when", "as", "and", "but", "because", "with", "after", "to", "someone",
                    "nobody",
                ]
                .iter()
                .any(|w| self.spells(end, w))
                    || self.view.chars.get(..t.end).is_some_and(|c| c.ends_with(&['i', 'n', 'g']))
                        && t.end > t.start + 4
                    || t.kind == super::token::Kind::Mark('!')
                    || t.kind == super::token::Kind::Mark('—')
            }) && !self.compared(i);
            return (long && (ends || goes_on || later) && ahead)
                .then_some((end, Expr::Offset(length, Origin::Now)));
        }
        // a week hence
        if self.spells(end, "hence") {
            return Some((end + 1, Expr::Offset(length, Origin::Now)));
        }
        match self.word(end)? {
            // higher than a year ago: the same month of the year before.
            Word::Ago if length.unit == Unit::Year && length.halves == 2 && self.measured(i) => {
                let steps = vec![Step::ContextYear(-1), Step::Same];
                Some((end + 1, Expr::Point(Point { steps, ..Point::default() })))
            }
            // forty years ago today
            Word::Ago
                if length.unit == Unit::Year && length.halves % 2 == 0 && self.is(end + 1, Word::Day(0)) =>
            {
                let steps = vec![Step::YearOffset(i16::try_from(-length.halves / 2).ok()?), Step::SameDay];
                Some((end + 2, Expr::Point(Point { steps, ..Point::default() })))
            }
            Word::Ago | Word::Back if !(self.is(end, Word::Back) && self.is(end + 1, Word::In)) => {
                if self.is(end, Word::Back) && !(length.vague || length.halves > 2) {
                    return None;
                }
                Some((end + 1, Expr::Offset(back, Origin::Now)))
            }
            // two weeks later than usual
            Word::Later | Word::Earlier if self.is(end + 1, Word::Than) => None,
            Word::Earlier => {
                if length.unit == Unit::Year && length.halves == 2 {
                    return Some((
                        end + 1,
                        Expr::Point(Point {
                            steps: vec![Step::ContextYear(-1), Step::Same],
                            ..Point::default()
                        }),
                    ));
                }
                Some((end + 1, Expr::Offset(back, Origin::Context)))
            }
            // Schools will start 35 minutes later than now: by so much.
            Word::Later
                if matches!(length.unit, Unit::Minute | Unit::Hour)
                    && (self.is(end + 1, Word::Than)
                        || [
                            "start", "starts", "begin", "begins", "open", "opens", "close", "closes",
                            "arrive", "finish", "end", "run",
                        ]
                        .iter()
                        .any(|w| i > 0 && self.spells(i - 1, w))) =>
            {
                None
            }
            Word::Later => Some((end + 1, Expr::Offset(length, Origin::Context))),
            // Ten years on, we have…
            Word::On
                if matches!(length.unit, Unit::Year | Unit::Month)
                    && (i == 0
                        || matches!(
                            self.token(i - 1).map(|t| t.kind),
                            Some(super::token::Kind::Mark(_))
                        ))
                    && self.token(end + 1).is_none_or(|t| {
                        matches!(
                            t.kind,
                            super::token::Kind::Mark(',' | '.' | ';') | super::token::Kind::Other
                        ) && !["his", "her", "its", "their", "our", "my", "from"]
                            .iter()
                            .any(|w| self.spells(end + 1, w))
                    })
                    && (length.halves > 2 || self.mark(end + 1, ',')) =>
            {
                Some((end + 1, Expr::Offset(length, Origin::Context)))
            }
            // He died two days after.
            Word::After
                if matches!(length.unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)
                    && self.token(end + 1).is_none_or(|t| {
                        matches!(t.kind, super::token::Kind::Mark('.' | ',' | ';' | ')' | '\n'))
                    }) =>
            {
                Some((end + 1, Expr::Offset(length, Origin::Context)))
            }
            // against 43.8 percent 12 months before
            Word::Before
                if matches!(length.unit, Unit::Year | Unit::Month | Unit::Week | Unit::Day)
                    && self.token(end + 1).is_none_or(|t| match t.kind {
                        super::token::Kind::Mark(c) => matches!(c, '.' | ',' | ';' | ')' | '\n'),
                        super::token::Kind::Word(word) => matches!(word, Word::And | Word::To),
                        _ => false,
                    }) =>
            {
                let year = length.halves == 2 && length.unit == Unit::Year
                    || length.halves == 24 && length.unit == Unit::Month;
                let steps = vec![Step::ContextYear(-1), Step::Same];
                let same = Expr::Point(Point { steps, ..Point::default() });
                Some((end + 1, if year { same } else { Expr::Offset(back, Origin::Context) }))
            }
            // three weeks from Saturday
            Word::From
                if length.unit == Unit::Week
                    && (2..20).contains(&length.halves)
                    && length.halves % 2 == 0
                    && let Some(Word::Weekday(number, false)) = self.word(end + 1) =>
            {
                let step = Step::WeekdayToward(number, (length.halves / 2 + 1) as i8);
                Some((end + 2, Expr::Point(Point::of(step))))
            }
            Word::From if matches!(self.word(end + 1), Some(Word::Now | Word::Day(0))) => {
                Some((end + 2, Expr::Offset(length, Origin::Now)))
            }
            _ => None,
        }
    }

    /// The weekday of Thursdays.
    fn weekday_of(&self, i: usize) -> Option<u8> {
        const DAYS: &str = "mondays tuesdays wednesdays thursdays fridays saturdays sundays";
        DAYS.split_ascii_whitespace().position(|w| self.spells(i, w)).map(|day| day as u8 + 1)
    }

    /// True where the clause counts or compares: the first in five years, a high in two months.
    fn compared(&self, i: usize) -> bool {
        let from = i.saturating_sub(10);
        (from..i).rev().take_while(|k| !self.mark(*k, '.')).any(|k| {
            matches!(self.word(k), Some(Word::Ordinal(_)))
                || [
                    "most", "much", "many", "least", "highest", "lowest", "biggest", "largest", "worst",
                    "best", "time", "only",
                ]
                .iter()
                .any(|w| self.spells(k, w))
        })
    }

    /// True where the words before say that something is to come.
    fn clause_ahead(&self, i: usize) -> bool {
        let from = i.saturating_sub(14);
        (from..i).rev().take_while(|k| !self.mark(*k, '.')).any(|k| {
            [
                "will",
                "would",
                "expires",
                "begins",
                "starts",
                "opens",
                "due",
                "expected",
                "ends",
                "again",
                "scheduled",
                "arrive",
                "returns",
                "reopen",
                "plans",
                "resume",
                "resumes",
                "appear",
                "appears",
                "returns",
                "vote",
                "votes",
                "meets",
            ]
            .iter()
            .any(|w| self.spells(k, w))
        })
    }

    /// Reads recently and its like.
    pub fn vague(&self, i: usize) -> Found<Expr> {
        match self.word(i)? {
            Word::Recently if !(self.is(i.wrapping_sub(1), Word::As) && self.is(i + 1, Word::As)) => {
                Some((i + 1, Expr::Vague(Vague::Recent)))
            }
            // years ago, decades ago
            Word::Unit(Unit::Year | Unit::Decade | Unit::Century | Unit::Month | Unit::Week | Unit::Day)
                if self.is(i + 1, Word::Ago)
                    && !self.mark(i.wrapping_sub(1), ']')
                    && ["years", "decades", "centuries", "months", "weeks", "days"]
                        .iter()
                        .any(|w| self.spells(i, w))
                    && !["many", "hundreds", "thousands", "of"]
                        .iter()
                        .any(|w| i > 0 && self.spells(i - 1, w)) =>
            {
                Some((i + 2, Expr::Vague(Vague::Never)))
            }
            // a recent Saturday
            Word::A
                if self.is(i + 1, Word::Recent)
                    && matches!(self.word(i + 2), Some(Word::Weekday(..) | Word::Month(..))) =>
            {
                Some((i + 3, Expr::Vague(Vague::Recent)))
            }
            _ => None,
        }
    }
}
