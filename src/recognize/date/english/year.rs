//! Years, decades and centuries: 2011, nineteen seventy-two, last year, the 1990s, the 19th century.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Edge, Point, Step, Unit};

impl Reader<'_> {
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
    pub(super) fn spelled_year(&self, i: usize) -> Found<Step> {
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
    pub(super) fn short_year(&self, i: usize) -> Found<Step> {
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
            // They left in '47; the plant is to be closed by '47.
            let ahead = matches!(self.before(j), Some(Word::Until | Word::By));
            let year = if value < if ahead { 50 } else { 40 } { 2000 + value } else { 1900 + value };
            return Some((j + 2, Point::of(Step::Year(year as i16))));
        }
        let (value, digits, ordinal) = self.figure(j)?;
        // 1900 Main Street, 2019 E. Elm Ave.
        const STREETS: &str = "street st road rd avenue ave drive dr lane boulevard blvd highway way court";
        let street =
            |k: usize| self.capital(k) && STREETS.split_ascii_whitespace().any(|w| self.spells(k, w));
        if digits != 4
            || ordinal
            || !self.stands_alone(j)
            || self.capital(j + 1) && (j + 2..j + 5).any(street)
        {
            return None;
        }
        let before = self.before(j);
        // dates from around 1890
        let about = matches!(before, Some(Word::Around | Word::About))
            && matches!(self.before(j - 1), Some(Word::From | Word::In | Word::Since));
        let led = the
            || about
            || j > 0 && self.spells(j - 1, "circa")
            // 1868: Whitlock & Sons opens, in a row of years
            || value > 1500 && self.mark(j + 1, ':') && self.joined(j + 1) && (j == 0 || self.mark(j - 1, '\n'))
            || before.is_some_and(Word::leads)
            || matches!(before, Some(Word::Season(_) | Word::Fiscal));
        let range = 1000..if led { 2200 } else { 2100 };
        if !range.contains(&value) || !led && value < 1900 {
            return None;
        }
        // Windows 2003, SQL Server 2005: the number of a product.
        let named = !led
            && j > 0
            && self.capital(j - 1)
            && !self.spells(j - 1, "copyright")
            && !self.reserved(j)
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

    /// The 2024 of "Copyright Harbour Press Limited 2024", and that of a plan to come: Raises 2026 Outlook.
    fn reserved(&self, i: usize) -> bool {
        const PLANS: &str =
            "outlook guidance forecast budget results plan election elections season sales revenue profit";
        let line = |k: &usize| self.token(*k).is_some_and(|t| t.kind != Kind::Mark('\n'));
        let mark = |k: usize| self.spells(k, "copyright") || self.mark(k, '©');
        let kind = ["interim", "annual", "final", "quarterly"].iter().any(|w| self.spells(i + 1, w));
        PLANS.split_ascii_whitespace().any(|w| self.spells(i + 1, w))
            || kind && self.spells(i + 2, "results")
            || (i.saturating_sub(8)..i).rev().take_while(line).any(mark)
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
                    | '©'
            );
        // [2022]230Z0301号 is the number of a paper.
        let numbered =
            matches!(before, '[' | '〔') && matches!(after, ']' | '〕') && later.is_ascii_alphanumeric();
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
        before_ok && !digits_before && !numbered && after_ok
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
        } else if let Some((n, k)) = self.day_number(j).filter(|_| self.figure(j).is_none()) {
            // the nineteenth century, a twenty-first-century port
            let k = k + usize::from(self.mark(k, '-'));
            if !self.spells(k, "century") {
                return None;
            }
            point.steps.push(Step::Century(i16::from(n) - 1));
            end = k + 1;
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
}
