//! Stamps: the absolute dates, with or without a clock, that datelines, teasers and labels carry.
//!
//! This is no date recogniser. It reads the handful of forms in which pages print a moment of publication, on short
//! lines only, so that the structure of a page is known before anything is recognised.

mod reader;

use jiff::civil::DateTime;

use reader::{Reader, han_digit, month_letter};

/// A moment printed on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Its first character on the line.
    pub start: usize,
    /// The character after it.
    pub end: usize,
    /// The year, where printed.
    pub year: Option<i16>,
    /// Month, 1 to 12.
    pub month: i8,
    /// Day of the month.
    pub day: i8,
    /// Hour, minute and second, where printed.
    pub clock: Option<(i8, i8, i8)>,
}

impl Stamp {
    /// The moment in a given year; midnight without a clock, `None` where there is no such day.
    pub fn in_year(&self, year: i16) -> Option<DateTime> {
        let (h, m, s) = self.clock.unwrap_or_default();
        DateTime::new(year, self.month, self.day, h, m, s, 0).ok()
    }

    /// The moment, where the year is printed.
    pub fn moment(&self) -> Option<DateTime> {
        self.in_year(self.year?)
    }
}

/// The stamps on a line of folded characters, from left to right.
pub(super) fn stamps(line: &[char]) -> Vec<Stamp> {
    let mut out: Vec<Stamp> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let c = line[at];
        if !c.is_ascii_alphanumeric() && han_digit(c).is_none() {
            at += 1;
            continue;
        }
        let starts = !c.is_ascii_alphabetic() || month_letter(c);
        match starts.then(|| Reader { line, at }.date()).flatten() {
            Some((mut stamp, end)) => {
                stamp.start = at;
                stamp.end = end;
                with_clock(line, &mut stamp, out.last().map_or(0, |s| s.end));
                at = stamp.end.max(at + 1);
                out.push(stamp);
            }
            None => at = skip(line, at),
        }
    }
    out
}

/// Past the run of digits or letters that begins here.
fn skip(line: &[char], at: usize) -> usize {
    let run = |test: fn(&char) -> bool| line[at..].iter().take_while(|c| test(c)).count();
    at + run(char::is_ascii_digit).max(run(char::is_ascii_alphabetic)).max(1)
}

/// Adds the clock after a date, or the one right before it.
fn with_clock(line: &[char], stamp: &mut Stamp, floor: usize) {
    let mut reader = Reader { line, at: stamp.end };
    reader.weekday();
    let day_end = reader.at;
    reader.glue();
    if let Some(clock) = reader.clock() {
        stamp.clock = Some(clock);
        stamp.end = reader.at;
        return;
    }
    if day_end > stamp.end && !line.get(day_end - 1).is_some_and(|c| c.is_whitespace()) {
        stamp.end = day_end;
    }
    // 15:34 2024-02-21, 3:34 p.m. ET, Feb 21, 2024
    for start in stamp.start.saturating_sub(22).max(floor)..stamp.start {
        let fresh = start == 0 || !line[start - 1].is_alphanumeric() && line[start - 1] != ':';
        if !fresh || !(line[start].is_ascii_digit() || matches!(line[start], '上' | '下' | '晚')) {
            continue;
        }
        let mut reader = Reader { line, at: start };
        let Some(clock) = reader.clock() else { continue };
        reader.weekday();
        reader.glue();
        if reader.at == stamp.start {
            stamp.clock = Some(clock);
            stamp.start = start;
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let rows = [
            ("发布时间:2024-02-21 15:34:00 来源", "2024-02-21 15:34:00", "2024-02-21T15:34:00"),
            ("2024/3/5 9:08", "2024/3/5 9:08", "2024-03-05T09:08:00"),
            ("2024.03.05", "2024.03.05", "2024-03-05T00:00:00"),
            ("2025年02月24日(一) 00:35", "2025年02月24日(一) 00:35", "2025-02-24T00:35:00"),
            ("2026年3月30日 下午6:12‧3 分钟", "2026年3月30日 下午6:12", "2026-03-30T18:12:00"),
            ("二〇二四年十二月二十一日", "二〇二四年十二月二十一日", "2024-12-21T00:00:00"),
            ("中华民国113年2月21日", "113年2月21日", "2024-02-21T00:00:00"),
            ("发布日期:113年2月21日", "113年2月21日", "2024-02-21T00:00:00"),
            ("中华民国 114 年 2 月 5 日", "114 年 2 月 5 日", "2025-02-05T00:00:00"),
            ("农业处 114/06/05", "114/06/05", "2025-06-05T00:00:00"),
            ("Updated Feb. 21, 2024 3:34 pm ET", "Feb. 21, 2024 3:34 pm ET", "2024-02-21T15:34:00"),
            ("Wed, Jun 18, 2025 · 05:30 PM", "Jun 18, 2025 · 05:30 PM", "2025-06-18T17:30:00"),
            ("21st February 2024 at 07.05", "21st February 2024 at 07.05", "2024-02-21T07:05:00"),
            ("10:05 AM AST Nov. 27, 2024", "10:05 AM AST Nov. 27, 2024", "2024-11-27T10:05:00"),
            ("2024-02-21T15:34:00+08:00", "2024-02-21T15:34:00+08:00", "2024-02-21T15:34:00"),
            ("21/02/2024", "21/02/2024", "2024-02-21T00:00:00"),
            ("Friday, August 21, 2015", "August 21, 2015", "2015-08-21T00:00:00"),
        ];
        for (line, span, value) in rows {
            let chars: Vec<char> = line.chars().collect();
            let found = stamps(&chars);
            let got: Vec<(String, Option<String>)> = found
                .iter()
                .map(|s| (chars[s.start..s.end].iter().collect(), s.moment().map(|m| m.to_string())))
                .collect();
            assert_eq!(got, [(span.to_string(), Some(value.to_string()))], "{line}");
        }
        for line in [
            "1.2.3",
            "2024-13-40",
            "12345678901234567890",
            "may 3x",
            "Marchers 2024",
            "3:2",
            "0532-5550 1827",
            "v2024.1",
        ] {
            let chars: Vec<char> = line.chars().collect();
            assert!(stamps(&chars).iter().all(|s| s.year.is_none()), "{line}: {:?}", stamps(&chars));
        }
    }
}
