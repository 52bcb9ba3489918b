//! The forms of dates and clock times that pages print, read character by character.

use jiff::civil::Date;

use super::Stamp;
use crate::text::names::MONTHS;

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// True for the letters that the names of months begin with.
pub(super) fn month_letter(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'j' | 'f' | 'm' | 'a' | 's' | 'o' | 'n' | 'd')
}

/// The value of a Chinese digit.
pub(super) fn han_digit(c: char) -> Option<i16> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn is_date(year: i16, month: i16, day: i16) -> bool {
    (1900..=2100).contains(&year) && Date::new(year, month as i8, day as i8).is_ok()
}

/// Three digits that count the years of the Republic, as pages of Taiwan print them without the era's name.
fn is_republic(year: i16) -> bool {
    (100..=150).contains(&year)
}

/// A position on a line and what can be read from it; a method that finds nothing may leave the position anywhere.
pub(super) struct Reader<'a> {
    /// The folded characters of the line.
    pub line: &'a [char],
    /// The next character.
    pub at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> char {
        self.line.get(self.at).copied().unwrap_or('\0')
    }

    fn eat(&mut self, c: char) -> bool {
        let hit = self.peek() == c;
        self.at += usize::from(hit);
        hit
    }

    fn spaces(&mut self) {
        while self.peek().is_whitespace() {
            self.at += 1;
        }
    }

    /// A run of ASCII digits and its length.
    fn number(&mut self) -> Option<(i16, usize)> {
        let start = self.at;
        let mut value = 0i16;
        while let Some(d) = self.peek().to_digit(10) {
            if self.at - start == 4 {
                return None;
            }
            value = value.checked_mul(10)?.checked_add(d as i16)?;
            self.at += 1;
        }
        (self.at > start).then_some((value, self.at - start))
    }

    /// A Chinese numeral up to 31, or digits.
    fn small(&mut self) -> Option<i16> {
        if self.peek().is_ascii_digit() {
            return self.number().filter(|n| n.1 <= 2).map(|n| n.0);
        }
        let mut value = match self.peek() {
            '十' => 1,
            c => {
                let digit = han_digit(c)?;
                self.at += 1;
                digit
            }
        };
        if self.eat('十') {
            value *= 10;
            if let Some(unit) = han_digit(self.peek()) {
                self.at += 1;
                value += unit;
            }
        }
        Some(value)
    }

    /// A letter word in lower case; empty where there is none.
    fn word(&mut self) -> String {
        let mut word = String::new();
        while self.peek().is_ascii_alphabetic() && word.len() < 12 {
            word.push(self.peek().to_ascii_lowercase());
            self.at += 1;
        }
        word
    }

    /// The place of a word or of its abbreviation of three or four letters in a list of names.
    fn name(&mut self, names: &[&str]) -> Option<usize> {
        let word = self.word();
        let found = names
            .iter()
            .position(|n| word.len() >= 3 && (*n == word || word.len() <= 4 && n.starts_with(&word)))?;
        self.eat('.');
        Some(found)
    }

    /// One date; the stamp's own start and end are left to the caller.
    pub fn date(mut self) -> Option<(Stamp, usize)> {
        let before = self.at.checked_sub(1).map_or(' ', |i| self.line[i]);
        let first = self.peek();
        let (year, month, day) = if first.is_ascii_alphabetic() {
            if before.is_ascii_alphabetic() {
                return None;
            }
            self.month_first()?
        } else if first.is_ascii_digit() {
            let earlier = self.at.checked_sub(2).map_or(' ', |i| self.line[i]);
            if before.is_ascii_digit() || matches!(before, '.' | '-' | '/' | ':') && earlier.is_ascii_digit()
            {
                return None;
            }
            self.digits_first(before == '国')?
        } else {
            self.han_first()?
        };
        let stamp = Stamp { start: 0, end: 0, year, month: month as i8, day: day as i8, clock: None };
        // A leap year stands in where the year is not printed.
        is_date(year.unwrap_or(2024), month, day).then_some((stamp, self.at))
    }

    /// Feb. 21, 2024
    fn month_first(&mut self) -> Option<(Option<i16>, i16, i16)> {
        let month = self.name(&MONTHS)? as i16 + 1;
        self.spaces();
        let day = self.number().filter(|n| n.1 <= 2)?.0;
        self.ordinal();
        Some((self.trailing_year(), month, day))
    }

    fn ordinal(&mut self) {
        let back = self.at;
        if !matches!(self.word().as_str(), "st" | "nd" | "rd" | "th") {
            self.at = back;
        }
    }

    fn trailing_year(&mut self) -> Option<i16> {
        let back = self.at;
        self.eat(',');
        self.spaces();
        let year = self.number().filter(|n| n.1 == 4 && (1900..=2100).contains(&n.0));
        if year.is_none() {
            self.at = back;
        }
        year.map(|n| n.0)
    }

    /// 2024-02-21, 2024年2月21日, 113年2月21日, 113/02/21, 21 Feb 2024, 21/02/2024, 2月21日
    fn digits_first(&mut self, republic: bool) -> Option<(Option<i16>, i16, i16)> {
        let (first, digits) = self.number()?;
        let back = self.at;
        let separator = self.peek();
        if digits <= 2 && separator == '月' {
            self.at += 1;
            let day = self.small()?;
            return (self.eat('日') || self.eat('号')).then_some((None, first, day));
        }
        if digits <= 2 && (separator.is_whitespace() || separator.is_ascii_alphabetic()) {
            self.ordinal();
            self.spaces();
            let month = self.name(&MONTHS)? as i16 + 1;
            return Some((self.trailing_year(), month, first));
        }
        self.spaces();
        if self.eat('年') {
            let year = match digits {
                4 => first,
                3 if is_republic(first) => first + 1911,
                2 if republic => first + 1911,
                _ => return None,
            };
            self.spaces();
            let month = self.small()?;
            self.spaces();
            if !self.eat('月') {
                return None;
            }
            self.spaces();
            let day = self.small()?;
            self.spaces();
            return (self.eat('日') || self.eat('号')).then_some((Some(year), month, day));
        }
        self.at = back;
        if !matches!(separator, '-' | '/' | '.') {
            return None;
        }
        self.at += 1;
        let month = self.number().filter(|n| n.1 <= 2)?.0;
        if !self.eat(separator) {
            // 07-29 11:20: month and day alone count before a clock only.
            let mut ahead = Reader { line: self.line, at: self.at };
            ahead.spaces();
            let clocked = ahead.at > self.at && ahead.clock().is_some();
            return (digits == 2 && separator == '-' && clocked).then_some((None, first, month));
        }
        let (last, last_digits) = self.number()?;
        match (digits, last_digits) {
            (4, 1 | 2) => Some((Some(first), month, last)),
            (3, 1 | 2) if is_republic(first) && (separator == '/' || last_digits == 2) => {
                Some((Some(first + 1911), month, last))
            }
            // Day first or month first: what the calendar allows, else as the Americans write slashes.
            (1 | 2, 4) if first > 12 || separator == '.' || self.british() => {
                Some((Some(last), month, first))
            }
            (1 | 2, 4) => Some((Some(last), first, month)),
            _ => None,
        }
    }

    /// True where a British or Australian zone stands on the line: there the day is written first.
    fn british(&self) -> bool {
        let line: String = self.line.iter().collect();
        [" GMT", " BST", " AEST", " AEDT", " IST", " SGT", " HKT", " NZST", " NZDT"]
            .iter()
            .any(|z| line.contains(z))
    }

    /// 二〇二四年二月二十一日
    fn han_first(&mut self) -> Option<(Option<i16>, i16, i16)> {
        let mut year = 0;
        for _ in 0..4 {
            year = year * 10 + han_digit(self.peek())?;
            self.at += 1;
        }
        if !self.eat('年') {
            return None;
        }
        let month = self.small()?;
        if !self.eat('月') {
            return None;
        }
        let day = self.small()?;
        self.eat('日').then_some((Some(year), month, day))
    }

    /// (一), 星期三, 周三, Wednesday
    pub fn weekday(&mut self) {
        let back = self.at;
        self.spaces();
        let bracket = self.eat('(');
        let han = ["星期", "周", "礼拜"].iter().find(|w| {
            self.line[self.at.min(self.line.len())..].iter().copied().take(w.chars().count()).eq(w.chars())
        });
        let named = match han {
            Some(word) => {
                self.at += word.chars().count();
                true
            }
            None => bracket,
        };
        let ok = if named && "一二三四五六日天".contains(self.peek()) {
            self.at += 1;
            true
        } else {
            self.eat(',');
            self.spaces();
            self.name(&DAYS).is_some()
        };
        if !ok || bracket && !self.eat(')') {
            self.at = back;
        }
    }

    /// What stands between a date and its clock.
    pub fn glue(&mut self) {
        while matches!(
            self.peek(),
            ' ' | '\t' | ',' | '·' | '‧' | '|' | 'T' | '\u{a0}' | '-' | '—' | '–' | '•'
        ) {
            self.at += 1;
        }
        if self
            .line
            .get(self.at..self.at + 3)
            .is_some_and(|w| w.iter().collect::<String>().eq_ignore_ascii_case("at "))
        {
            self.at += 3;
        }
    }

    /// 15:34:00, 下午3:34, 3.34pm, 3 p.m. ET, 15时34分
    pub fn clock(&mut self) -> Option<(i8, i8, i8)> {
        let mut afternoon = false;
        for (word, pm) in [
            ("上午", false),
            ("早上", false),
            ("凌晨", false),
            ("中午", true),
            ("下午", true),
            ("晚上", true),
            ("晚间", true),
        ] {
            if self.line.get(self.at..self.at + 2).is_some_and(|w| w.iter().copied().eq(word.chars())) {
                self.at += 2;
                afternoon = pm;
                self.spaces();
                break;
            }
        }
        let (hour, digits) = self.number()?;
        if digits > 2 {
            return None;
        }
        let mut parts = [hour, 0, 0];
        let mut n = 1;
        if self.eat('时') || self.eat('点') {
            let minute = self.at;
            match self.number() {
                Some((m, 1 | 2)) if self.eat('分') => parts[1] = m,
                _ => self.at = minute,
            }
            n = 2;
        } else {
            while n < 3 {
                let back = self.at;
                let dotted = n == 1 && self.peek() == '.';
                let next = (self.eat(':') || dotted && self.eat('.')).then(|| self.number()).flatten();
                match next {
                    Some((value, 2)) => parts[n] = value,
                    _ => {
                        self.at = back;
                        break;
                    }
                }
                n += 1;
            }
        }
        let back = self.at;
        self.spaces();
        let letters: String =
            self.line[self.at.min(self.line.len())..].iter().take(4).collect::<String>().to_ascii_lowercase();
        let half = [("a.m.", 4), ("p.m.", 4), ("am", 2), ("pm", 2)]
            .into_iter()
            .find(|(w, _)| letters.starts_with(w));
        match half {
            Some((word, len)) => {
                self.at += len;
                afternoon = word.starts_with('p');
                if hour == 12 && !afternoon {
                    parts[0] = 0;
                }
                self.zone();
            }
            None if n == 1 => return None,
            None => {
                self.at = back;
                self.zone();
            }
        }
        if afternoon && parts[0] < 12 {
            parts[0] += 12;
        }
        let [h, m, s] = parts;
        ((0..24).contains(&h) && (0..60).contains(&m) && (0..60).contains(&s))
            .then_some((h as i8, m as i8, s as i8))
    }

    /// Z, +08:00, ET, GMT, AEST
    fn zone(&mut self) {
        let back = self.at;
        if self.eat('Z') {
            return;
        }
        if self.eat('+') || self.eat('-') {
            match (self.number(), self.eat(':').then(|| self.number())) {
                (Some((_, 4)), None) | (Some((_, 2)), Some(Some((_, 2)))) => return,
                _ => self.at = back,
            }
        }
        self.spaces();
        let start = self.at;
        while self.peek().is_ascii_uppercase() {
            self.at += 1;
        }
        let word: String = self.line[start.min(self.line.len())..self.at].iter().collect();
        let known =
            ["GMT", "UTC", "BST", "HKT", "SGT", "JST", "CST", "CET", "CEST", "IST", "ET", "PT", "CT", "MT"];
        let shaped = (3..=4).contains(&word.len()) && word.ends_with('T');
        if !known.contains(&word.as_str()) && !shaped {
            self.at = back;
        }
    }
}
