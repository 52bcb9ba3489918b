//! Quarters, halves, seasons, counted parts: the third quarter of 2023, Q3 FY2024, the first nine months, the summer of 2005.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Point, Step, Unit};

impl Reader<'_> {
    /// Reads a part of a year.
    pub fn period(&self, i: usize) -> Found<Point> {
        self.coded(i)
            .or_else(|| self.half_year(i))
            .or_else(|| self.annual(i))
            .or_else(|| self.counted_part(i))
            .or_else(|| self.season(i))
            .or_else(|| self.week_of(i))
            .or_else(|| self.nth_weekday(i))
    }

    /// Reads the half-year of "half-year results": the one that is over.
    fn half_year(&self, i: usize) -> Found<Point> {
        const TOLD: &str =
            "profit profits results result revenue earnings loss losses sales report figures net";
        let dashed = self.is(i, Word::Half) && self.mark(i + 1, '-') && self.spells(i + 2, "year");
        // Half-year results for the 26 weeks to …
        let told = dashed
            && TOLD.split_ascii_whitespace().any(|w| self.spells(i + 3, w))
            && !self.is(i + 4, Word::For);
        told.then(|| (i + 3, Point::of(Step::HalfOffset(-1))))
    }

    /// Reads Q3 2023, Q3 FY2024, 3Q, 2023 Q3, 2023-Q1, H1 2024.
    fn coded(&self, i: usize) -> Found<Point> {
        if let Some(found) = self.accounting_code(i) {
            return Some(found);
        }
        let code = |k: usize| -> Option<Step> {
            match self.word(k)? {
                Word::Quarter(n) => Some(Step::Quarter(n)),
                Word::Half2 => {
                    let digit = self.view.at(self.token(k)?.end - 1);
                    matches!(digit, '1' | '2').then_some(Step::Half(digit as u8 - b'0'))
                }
                _ => None,
            }
        };
        if let Some(step) = code(i) {
            if let Some((end, point)) = self.fiscal_year(i + 1) {
                return Some((end, Point { steps: [point.steps, vec![step]].concat(), ..Point::default() }));
            }
            if let Some((end, year)) = self.year_after(i + 1).filter(|_| !self.mark(i + 1, ',')) {
                return Some((end, Point { steps: vec![year, step], ..Point::default() }));
            }
            if let Some((end, year)) = self.year_phrase(i + 1) {
                return Some((end, Point { steps: vec![year, step], ..Point::default() }));
            }
            // H2 alone is hydrogen, "in H2" a half year.
            let led = matches!(self.before(i), Some(Word::In | Word::For | Word::During | Word::From));
            // H1 profit was flat
            let told = matches!(step, Step::Quarter(_)) || led || !self.spells(i, "h2") && self.reports(i);
            return told.then(|| (i + 1, Point::of(step)));
        }
        // 3Q, 1Q 2024
        let short = self.joined(i + 2) && self.figure(i + 2).is_some_and(|f| f.1 == 2);
        if let Some((n @ 1..=4, 1, false)) = self.figure(i).filter(|_| !short) {
            if self.joined(i + 1) && self.spells(i + 1, "q") && self.stands_before(i) {
                let step = Step::Quarter(n as u8);
                return Some(match self.year_after(i + 2).filter(|_| !self.mark(i + 2, ',')) {
                    Some((end, year)) => (end, Point { steps: vec![year, step], ..Point::default() }),
                    None => (i + 2, Point::of(step)),
                });
            }
        }
        // 1H24, 2H 2023, 3Q23
        if let Some((n @ 1..=4, 1, false)) = self.figure(i)
            && self.joined(i + 1)
            && self.stands_before(i)
            && let Some((year, digits @ (2 | 4), false)) = self.figure(i + 2)
        {
            let step = match n {
                1 | 2 if self.spells(i + 1, "h") && self.capital(i + 1) => Step::Half(n as u8),
                _ if self.spells(i + 1, "q") && self.capital(i + 1) => Step::Quarter(n as u8),
                _ => return None,
            };
            let year = if digits == 2 { 2000 + year } else { year };
            let steps = vec![Step::Year(i16::try_from(year).ok()?), step];
            return (1950..2100).contains(&year).then(|| (i + 3, Point { steps, ..Point::default() }));
        }
        // 2019 Q3, 2019-H2
        let (year, 4, false) = self.figure(i)? else { return None };
        let k = i + 1 + usize::from(self.mark(i + 1, '-'));
        let step = code(k)?;
        (1900..2100)
            .contains(&year)
            .then(|| (k + 1, Point { steps: vec![Step::Year(year as i16), step], ..Point::default() }))
    }

    /// Reads Q2FY25, H1FY26, 3QFY24, 1H FY26: the part and the year of accounts in one word or two.
    fn accounting_code(&self, i: usize) -> Found<Point> {
        // 9M FY26, 9MFY26, 6M 2024: the first so many months.
        if let Some((n @ (3 | 6 | 9), 1, false)) = self.figure(i)
            && self.joined(i + 1)
            && self.capital(i + 1)
            && (self.spells(i + 1, "m") || self.spells(i + 1, "mfy"))
        {
            let fy = usize::from(self.spells(i + 2, "fy"));
            let (value, digits, false) = self.figure(i + 2 + fy)? else { return None };
            let coded = fy == 1 || self.spells(i + 1, "mfy");
            let year = if digits == 2 && coded { 2000 + value } else { value };
            let whole = digits == 4 || digits == 2 && coded;
            let steps = vec![Step::Year(i16::try_from(year).ok()?), Step::First(n as u8, Unit::Month)];
            let exists = whole && (1950..2100).contains(&year);
            return exists.then(|| (i + 3 + fy, Point { steps, ..Point::default() }));
        }
        let letter = |k: usize| if self.spells(k, "q") { Some(4) } else { self.spells(k, "h").then_some(2) };
        let (number, most, k) = match (self.figure(i), letter(i + 1)) {
            (Some((n, 1, false)), Some(most)) if self.joined(i + 1) => (n, most, i + 2),
            // 3QFY24
            (Some((n, 1, false)), None) if self.joined(i + 1) => {
                let most =
                    if self.spells(i + 1, "qfy") { 4 } else { self.spells(i + 1, "hfy").then_some(2)? };
                return self.coded_year(i + 2, n, most);
            }
            _ => {
                let most = letter(i)?;
                let (n, 1, false) = self.figure(i + 1).filter(|_| self.joined(i + 1))? else { return None };
                (n, most, i + 2)
            }
        };
        if !self.spells(k, "fy") {
            return None;
        }
        self.coded_year(k + 1, number, most)
    }

    fn coded_year(&self, i: usize, number: u32, most: u32) -> Found<Point> {
        let (value, digits, false) = self.figure(i)? else { return None };
        let year = match digits {
            4 => value,
            2 => 2000 + value,
            _ => return None,
        };
        let step = if most == 4 { Step::Quarter(number as u8) } else { Step::Half(number as u8) };
        let exists = (1..=most).contains(&number) && (1950..2100).contains(&year);
        exists.then(|| (i + 1, Point { steps: vec![Step::Year(year as i16), step], ..Point::default() }))
    }

    fn stands_before(&self, i: usize) -> bool {
        self.token(i)
            .is_some_and(|t| t.start.checked_sub(1).is_none_or(|k| !self.view.at(k).is_alphanumeric()))
    }

    /// The year that a part belongs to: of 2024, of the year, of this year, 2024, last year.
    fn whose_year(&self, i: usize) -> Found<Option<Step>> {
        if let Some((end, year)) = self.fiscal_year(i).filter(|_| !self.is(i, Word::The)) {
            return Some((end, year.last()));
        }
        if self.is(i, Word::Of) && self.is(i + 1, Word::The) && (self.spells(i + 2, "year")) {
            return Some((i + 3, None));
        }
        // the first nine months of the fiscal, as India has it
        if self.is(i, Word::Of)
            && self.is(i + 1, Word::The)
            && matches!(self.word(i + 2), Some(Word::Fiscal | Word::Financial))
        {
            let end = i + 3 + usize::from(self.spells(i + 3, "year"));
            return Some((end, Some(Step::FiscalOffset(0))));
        }
        if self.is(i, Word::Of) || self.is(i, Word::In) {
            if let Some((end, step)) = self.fiscal_year(i + 1) {
                return Some((end, step.last()));
            }
        }
        if let Some((end, step)) = self.year_phrase(i) {
            return Some((end, Some(step)));
        }
        if self.mark(i, ',') {
            return None;
        }
        self.year_after(i).map(|(end, step)| (end, Some(step)))
    }

    /// Reads the third quarter, third-quarter, the first half of 2024, the first nine months of the year, the last quarter of 2020.
    fn counted_part(&self, i: usize) -> Found<Point> {
        let the = usize::from(self.is(i, Word::The));
        let mut j = i + the;
        let fiscal = self.is(j, Word::Fiscal);
        j += usize::from(fiscal);
        let (n, last) = match self.token(j)?.kind {
            Kind::Word(Word::Ordinal(200)) | Kind::Word(Word::Last) => (1, true),
            Kind::Word(Word::Ordinal(n)) => (n, false),
            Kind::Number(n @ 1..=4, 1, true) => (n as u8, false),
            _ => return None,
        };
        let mut k = j + 1;
        let dashed = self.mark(k, '-');
        k += usize::from(dashed);
        let whole = |step: Step, end: usize, needs: bool| -> Found<Point> {
            match self.whose_year(end) {
                Some((e, Some(year))) => Some((e, Point { steps: vec![year, step], ..Point::default() })),
                Some((e, None)) => {
                    Some((e, Point { steps: vec![Step::YearOffset(0), step], ..Point::default() }))
                }
                None => (!needs).then(|| (end, Point::of(step))),
            }
        };
        match self.word(k) {
            Some(Word::Unit(Unit::Quarter)) if self.spells(k, "quarter") || self.spells(k, "qtr") => {
                if n > 4 || self.is(k + 1, Word::Of) && self.is(k + 2, Word::A) || last && the == 0 {
                    return None;
                }
                let step = if last { Step::Quarter(4) } else { Step::Quarter(n) };
                let needs = last;
                if !last && (self.is(k + 1, Word::Ended) || self.is(k + 1, Word::To)) {
                    // the third quarter ended Sept. 30
                    if let Some(found) = self.closed(k + 2, 3) {
                        return Some(found);
                    }
                }
                // led 31-22 and by 12 in the third quarter
                whole(step, k + 1, needs).filter(|(_, point)| point.steps.len() > 1 || !self.games(i))
            }
            // the first half ended Sept. 30
            Some(Word::Half) if n <= 2 && matches!(self.word(k + 1), Some(Word::Ended | Word::To)) => {
                self.closed(k + 2, 6)
            }
            Some(Word::Half) if !last && n <= 2 => {
                whole(Step::Half(n), k + 1, true).or_else(|| self.half_of(k + 1, n)).or_else(|| {
                    // 11,600 flats in the first half, where nobody plays
                    let led = matches!(self.before(i), Some(Word::In | Word::For | Word::During));
                    let ends = self.token(k + 1).is_none_or(|t| match t.kind {
                        Kind::Mark(c) => matches!(c, '.' | ',' | ';' | ')' | '\n'),
                        Kind::Word(word) => {
                            matches!(
                                word,
                                Word::And | Word::To | Word::From | Word::Than | Word::As | Word::On
                            )
                        }
                        _ => false,
                    });
                    (the == 1 && led && ends && self.reports(i)).then(|| (k + 1, Point::of(Step::Half(n))))
                })
            }
            // the first nine months of the year, the last three days of May
            _ => {
                let (length, after) = self.cardinal(k)?;
                let Some(Word::Unit(unit)) = self.word(after) else { return None };
                let n8 = u8::try_from(length).ok()?;
                if n != 1 {
                    return None;
                }
                let step = if last { Step::Last(n8, unit) } else { Step::First(n8, unit) };
                if let Some((end, year)) = self.whose_year(after + 1) {
                    let year = year.unwrap_or(Step::YearOffset(0));
                    return Some((end, Point { steps: vec![year, step], ..Point::default() }));
                }
                if self.is(after + 1, Word::Of) {
                    let (end, mut point) = self.calendar(after + 2).or_else(|| self.feast(after + 2))?;
                    point.steps.push(step);
                    return Some((end, point));
                }
                // The first seven months, of this year; the first six months of the plan last as long.
                // What had its first three months is not the year.
                let own = ["its", "his", "her", "their", "our", "my"]
                    .iter()
                    .any(|w| self.spells(i.wrapping_sub(1), w));
                let months = matches!(unit, Unit::Month)
                    && !own
                    && (2..12).contains(&length)
                    && !self.is(after + 1, Word::Of)
                    && !self.mark(after + 1, '-');
                ((matches!(unit, Unit::Quarter) || months) && !last).then(|| (after + 1, Point::of(step)))
            }
        }
    }

    /// Reads the day that a quarter or half ended with, whatever year of accounts it is of: so many months up to it.
    fn closed(&self, i: usize, months: u8) -> Found<Point> {
        let (end, mut point) = self.calendar(i)?;
        point.steps.push(Step::MonthsTo(months));
        Some((end, point))
    }

    /// Reads the month of "the second half of May".
    fn half_of(&self, i: usize, n: u8) -> Found<Point> {
        let (end, mut point) = self.calendar(i + 1).filter(|_| self.is(i, Word::Of))?;
        matches!(point.last(), Some(Step::Month(_))).then_some(())?;
        point.steps.push(if n == 1 { Step::First(15, Unit::Day) } else { Step::FromDay(16) });
        Some((end, point))
    }

    /// True where the block speaks of accounts and markets, and of no game.
    fn reports(&self, i: usize) -> bool {
        const ACCOUNTS: &str = "profit revenue sales earnings billion economy exports prices quarter income \
                                flats homes orders output shares growth rate rates inflation demand volumes \
                                guidance outlook percent budget capacity company";
        const GAMES: &str = "goal goals scored halftime coach touchdown yards lead points season";
        self.speaks(i, ACCOUNTS) && !self.speaks(i, GAMES)
    }

    /// True where the block speaks of a game, and of no accounts.
    fn games(&self, i: usize) -> bool {
        const WORDS: &str =
            "intermission halftime scored scoring rebounds touchdown yards coach outscored points";
        const MONEY: &str = "profit revenue sales earnings income percentage basis growth gdp economy";
        self.speaks(i, WORDS) && !self.speaks(i, MONEY)
    }

    fn speaks(&self, i: usize, words: &str) -> bool {
        (i.saturating_sub(40)..i + 40).any(|k| words.split_ascii_whitespace().any(|w| self.spells(k, w)))
    }

    /// Reads a season with a year, or with the article: summer 2005, the summer of 2005, the spring.
    fn season(&self, i: usize) -> Found<Point> {
        let the = usize::from(self.is(i, Word::The));
        // the fall semester, the spring term
        if the == 1
            && let Some(Word::Season(n @ (1 | 3))) = self.word(i + 1)
            && ["semester", "term"].iter().any(|w| self.spells(i + 2, w))
        {
            return Some((i + 3, Point::of(Step::Term(n))));
        }
        let side = ["southern", "northern", "austral", "boreal"].iter().any(|w| self.spells(i + the, w));
        let j = i + the + usize::from(side);
        let Some(Word::Season(n)) = self.word(j) else { return None };
        // The months of the other half of the year.
        let south = self.spells(i + the, "southern") || self.spells(i + the, "austral");
        let n = if south { (n + 1) % 4 + 1 } else { n };
        let fall = self.spells(j, "fall");
        if let Some((end, year)) = self.year_after(j + 1).filter(|_| !self.mark(j + 1, ',')) {
            // the winter of 2004-05, and south of the equator the summer of 2019-20
            let mut end = end;
            if matches!(n, 2 | 4)
                && (self.mark(end, '-') || self.mark(end, '–') || self.mark(end, '/'))
                && self.joined(end)
                && self.figure(end + 1).is_some_and(|f| f.1 == 2 || f.1 == 4)
            {
                end += 2;
            }
            return Some((end, Point { steps: vec![year, Step::Season(n)], ..Point::default() }));
        }
        if let Some((end, year)) = self.year_phrase(j + 1) {
            return Some((end, Point { steps: vec![year, Step::Season(n)], ..Point::default() }));
        }
        // the summer of '76
        let of = j + 1 + usize::from(self.is(j + 1, Word::Of));
        if (self.mark(of, '\'') || self.mark(of, '’'))
            && self.joined(of + 1)
            && let Some((value, 2, false)) = self.figure(of + 1)
        {
            let year = Step::Year((if value < 50 { 2000 + value } else { 1900 + value }) as i16);
            return Some((of + 2, Point { steps: vec![year, Step::Season(n)], ..Point::default() }));
        }
        // "in spring" ends its clause.
        let ends = self.token(j + 1).is_none_or(|t| matches!(t.kind, Kind::Mark('.' | ',' | ';')));
        let until = matches!(self.before(i), Some(Word::Until | Word::Till | Word::Since | Word::By));
        let ends = ends || until && self.token(j + 1).is_some_and(|t| t.kind == Kind::Mark('\n'));
        if the == 0 && !fall && i > 0 && (self.is(i - 1, Word::In) || until) && ends {
            return Some((j + 1, Point::of(Step::Season(n))));
        }
        let led = matches!(
            self.before(i),
            Some(
                Word::In
                    | Word::During
                    | Word::By
                    | Word::Until
                    | Word::Since
                    | Word::Before
                    | Word::After
                    | Word::Over
                    | Word::For
                    | Word::Edge(_)
            )
        );
        // begins in the fall and will cost …; not in the fall of prices
        let fall_ends = self.token(j + 1).is_none_or(|t| {
            matches!(t.kind, Kind::Mark('.' | ',' | ';' | ')') | Kind::Word(Word::And | Word::At | Word::For))
        });
        (the == 1
            && led
            && (!fall || self.is(i.wrapping_sub(1), Word::In) && fall_ends)
            && (matches!(
                self.token(j + 1).map(|t| t.kind),
                None | Some(Kind::Mark(_)) | Some(Kind::Word(_))
            ) || [
                "because", "once", "when", "while", "but", "as", "after", "if", "which", "there", "has",
            ]
            .iter()
            .any(|w| self.spells(j + 1, w))))
        .then(|| (j + 1, Point::of(Step::Season(n))))
    }

    /// Reads the week of March 3, the night of May 5, the first week of May, the last weekend of May, the weekend.
    fn week_of(&self, i: usize) -> Found<Point> {
        let the = self.is(i, Word::The);
        let ordinal = matches!(self.word(i), Some(Word::Ordinal(_) | Word::Last));
        if !the && !ordinal {
            return None;
        }
        let j = i + usize::from(the);
        match self.word(j)? {
            Word::Unit(Unit::Week) if self.spells(j, "week") => {
                if self.is(j + 1, Word::Of) || self.begins_week(j + 1) {
                    let (end, mut point) = self.calendar(j + 2)?;
                    point.steps.push(Step::WeekOf);
                    return Some((end, point));
                }
                None
            }
            Word::Part(part) => {
                let day = self
                    .is(j + 1, Word::Of)
                    .then(|| self.calendar(j + 2).or_else(|| self.relative(j + 2)))?;
                let (end, mut point) = day?;
                point.part = Some(part);
                point.names_day().then_some((end, point))
            }
            Word::Weekend => {
                if self.is(j + 1, Word::Of) {
                    let (end, mut point) = self.calendar(j + 2)?;
                    if point.names_day() {
                        point.steps.push(Step::WeekOf);
                    }
                    point.steps.push(Step::Weekend);
                    return Some((end, point));
                }
                let tail = self.token(j + 1);
                let noun = tail.is_some_and(|t| {
                    t.kind == Kind::Other
                        && t.spaced
                        && !t.capital
                        && self.view.at(t.start).is_alphabetic()
                        && !["when", "as", "was", "were", "is", "has", "saw", "brought", "began"]
                            .iter()
                            .any(|w| self.spells(j + 1, w))
                });
                (!noun).then(|| (j + 1, Point::of(Step::Weekend)))
            }
            _ => {
                let dash = j + 1 + usize::from(self.mark(j + 1, '-'));
                let (n, k): (i8, usize) = match self.token(j)?.kind {
                    Kind::Word(Word::Ordinal(200) | Word::Last) => (-1, j + 1),
                    // the second-last week of October
                    Kind::Word(Word::Ordinal(n @ 2..=4)) if self.is(dash, Word::Last) => {
                        (-(n as i8), dash + 1)
                    }
                    Kind::Word(Word::Ordinal(n)) => (n as i8, j + 1),
                    _ => return None,
                };
                let step = match self.word(k)? {
                    Word::Unit(Unit::Week) if n == 1 && self.spells(k, "fortnight") => {
                        Step::First(14, Unit::Day)
                    }
                    Word::Unit(unit @ (Unit::Week | Unit::Day | Unit::Month)) => Step::Nth(n, unit),
                    Word::Weekend if n > 0 => Step::Nth(n, Unit::Weekend),
                    Word::Weekend => Step::Weekend,
                    _ => return None,
                };
                if !self.is(k + 1, Word::Of) && !self.is(k + 1, Word::In) {
                    return None;
                }
                let (end, mut point) = self.calendar(k + 2).or_else(|| self.year(k + 2))?;
                // a third month in August
                if matches!(step, Step::Nth(_, Unit::Month)) && !matches!(point.last(), Some(Step::Year(_))) {
                    return None;
                }
                point.steps.push(step);
                Some((end, point))
            }
        }
    }

    /// Reads the first Monday of May, the last Friday in October.
    fn nth_weekday(&self, i: usize) -> Found<Point> {
        let j = i + usize::from(self.is(i, Word::The));
        let n = match self.word(j)? {
            Word::Ordinal(200) | Word::Last => -1,
            Word::Ordinal(n @ 1..=5) => n as i8,
            _ => return None,
        };
        let Some(Word::Weekday(w, false)) = self.word(j + 1) else { return None };
        if !self.is(j + 2, Word::Of) && !self.is(j + 2, Word::In) {
            return None;
        }
        let (end, mut point) = self.calendar(j + 3).or_else(|| self.this_month(j + 3))?;
        point.steps.push(Step::NthWeekday(n, w));
        Some((end, point))
    }

    /// Reads `the month`, `last month`, `this month`.
    fn this_month(&self, i: usize) -> Found<Point> {
        let j = i + usize::from(self.is(i, Word::The));
        let (offset, k) = match self.word(j)? {
            Word::Last | Word::Previous => (-1, j + 1),
            Word::This => (0, j + 1),
            Word::Next => (1, j + 1),
            _ => (0, j),
        };
        self.spells(k, "month").then(|| (k + 1, Point::of(Step::MonthOffset(offset))))
    }

    /// Reads a cardinal number in figures or words: 9, nine, twenty-five.
    pub fn cardinal(&self, i: usize) -> Option<(u32, usize)> {
        match self.token(i)?.kind {
            Kind::Number(value, digits, false) if digits <= 4 => {
                // 3.5 and 3,000 are read as far as dates need them: not at all, and whole.
                if self.mark(i + 1, ',') && self.joined(i + 1) && self.joined(i + 2) {
                    if let Some((rest, 3, false)) = self.figure(i + 2) {
                        return Some((value.checked_mul(1000)?.checked_add(rest)?, i + 3));
                    }
                }
                (!(self.mark(i + 1, '.')
                    && self.joined(i + 1)
                    && self.joined(i + 2)
                    && self.figure(i + 2).is_some()))
                .then_some((value, i + 1))
            }
            Kind::Word(Word::Cardinal(n)) => {
                let mut value = u32::from(n);
                let mut end = i + 1;
                if (20..100).contains(&n) && self.mark(end, '-') {
                    if let Some(Word::Cardinal(unit @ 1..=9)) = self.word(end + 1) {
                        value += u32::from(unit);
                        end += 2;
                    }
                }
                if self.is(end, Word::Cardinal(100)) {
                    value *= 100;
                    end += 1;
                }
                Some((value, end))
            }
            _ => None,
        }
    }
}
