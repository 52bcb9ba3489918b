//! Extended Date/Time Format (ISO 8601-2): the subset that resolved dates need, written and read.
//!
//! Written: `20XX` (century), `199X` (decade), `2024`, `2024-33` (quarter, 33 to 36), `2024-40` (half, 40 and 41), `2024-21`
//! (season, 21 spring to 24 winter; winter runs into the next year), `2024-02`, `2024-02-21`, `2024-02-21T15:34:00`, each with `~`
//! where approximate, and intervals `a/b` of those whose ends may be open (`..`).

use core::fmt::{self, Write};

use super::calendar::{Day, Moment, add_days, add_seconds, day, month_start};

/// One date or one end of an interval, with its own precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Point {
    Century(i16),
    Decade(i16),
    Year(i16),
    Half(i16, u8),
    Season(i16, u8),
    Quarter(i16, u8),
    Month(i16, u8),
    Day(Day),
    Moment(Moment),
}

/// A date or an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edtf {
    /// One date.
    Point(Point, bool),
    /// Two ends, each with whether it is approximate; `None` is open.
    Interval(Option<(Point, bool)>, Option<(Point, bool)>),
}

impl Point {
    /// First moment and first moment after the end.
    pub fn interval(self) -> Option<(Moment, Moment)> {
        let months = |y: i16, m: u8, n: i64| {
            let first = day(i32::from(y), m, 1)?;
            Some((first, month_start(first, n)?))
        };
        let (a, b) = match self {
            Self::Century(c) => months(c.checked_mul(100)?, 1, 1200)?,
            Self::Decade(d) => months(d.checked_mul(10)?, 1, 120)?,
            Self::Year(y) => months(y, 1, 12)?,
            Self::Half(y, n @ 1..=2) => months(y, 6 * n - 5, 6)?,
            Self::Season(y, n @ 1..=4) => months(y, 3 * n, 3)?,
            Self::Quarter(y, n @ 1..=4) => months(y, 3 * n - 2, 3)?,
            Self::Month(y, m) => months(y, m, 1)?,
            Self::Day(d) => (d, add_days(d, 1)?),
            Self::Moment(m) => return Some((m, add_seconds(m, 1)?)),
            _ => return None,
        };
        Some((Moment::from(a), Moment::from(b)))
    }
}

impl Edtf {
    /// The half-open interval; an open end is `None`.
    pub fn interval(self) -> (Option<Moment>, Option<Moment>) {
        match self {
            Self::Point(p, _) => p.interval().map_or((None, None), |(a, b)| (Some(a), Some(b))),
            Self::Interval(a, b) => {
                // Days are counted whole; a clock time is where the interval ends.
                let end = |p: Point| match p {
                    Point::Moment(m) => Some(m),
                    _ => p.interval().map(|(_, end)| end),
                };
                (a.and_then(|(p, _)| Some(p.interval()?.0)), b.and_then(|(p, _)| end(p)))
            }
        }
    }

    /// The shortest form of whole days `start..end`: a year, a month, a day or an interval of those.
    pub fn days(start: Day, end: Day, approximate: bool) -> Option<Self> {
        let last = add_days(end, -1)?;
        let whole_years = (start.month(), start.day(), end.month(), end.day()) == (1, 1, 1, 1);
        let whole_months = start.day() == 1 && end.day() == 1;
        let month = |d: Day| Point::Month(d.year(), d.month() as u8);
        let (a, b) = if whole_years {
            (Point::Year(start.year()), Point::Year(last.year()))
        } else if whole_months {
            (month(start), month(last))
        } else {
            (Point::Day(start), Point::Day(last))
        };
        Some(if a == b {
            Self::Point(a, approximate)
        } else {
            Self::Interval(Some((a, approximate)), Some((b, approximate)))
        })
    }

    /// Reads what [`Display`](fmt::Display) writes; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let end = |part: &str| -> Option<Option<(Point, bool)>> {
            if part == ".." { Some(None) } else { Some(Some(point(part)?)) }
        };
        match text.split_once('/') {
            Some((a, b)) => Some(Self::Interval(end(a)?, end(b)?)),
            None => point(text).map(|(p, about)| Self::Point(p, about)),
        }
    }
}

fn point(text: &str) -> Option<(Point, bool)> {
    let (text, about) = match text.strip_suffix('~') {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (sign, body) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let number = |part: &str, width: usize| -> Option<i16> {
        (part.len() == width && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
    };
    if let Some(century) = body.strip_suffix("XX") {
        return Some((Point::Century(sign * number(century, 2)?), about));
    }
    if let Some(decade) = body.strip_suffix('X') {
        return Some((Point::Decade(sign * number(decade, 3)?), about));
    }
    let (date, clock) = match body.split_once('T') {
        Some((date, clock)) => (date, Some(clock)),
        None => (body, None),
    };
    let mut parts = date.split('-');
    let year = sign * number(parts.next()?, 4)?;
    let Some(second) = parts.next() else {
        return clock.is_none().then_some((Point::Year(year), about));
    };
    let month = number(second, 2)? as u8;
    let Some(third) = parts.next() else {
        let point = match month {
            1..=12 => Point::Month(year, month),
            21..=24 => Point::Season(year, month - 20),
            33..=36 => Point::Quarter(year, month - 32),
            40..=41 => Point::Half(year, month - 39),
            _ => return None,
        };
        return clock.is_none().then_some((point, about));
    };
    let day = day(i32::from(year), month, number(third, 2)? as u8)?;
    let Some(clock) = clock else { return Some((Point::Day(day), about)) };
    let mut parts = clock.split(':');
    let mut next = || number(parts.next()?, 2).map(|n| n as i8);
    let (h, m, s) = (next()?, next()?, next()?);
    let time = jiff::civil::Time::new(h, m, s, 0).ok()?;
    Some((Point::Moment(Moment::from_parts(day, time)), about))
}

/// Writes a day as ISO 8601.
pub fn write_day(f: &mut dyn fmt::Write, d: Day) -> fmt::Result {
    write_year(f, d.year())?;
    write!(f, "-{:02}-{:02}", d.month(), d.day())
}

/// Writes a moment as ISO 8601 with seconds.
pub fn write_moment(f: &mut dyn fmt::Write, m: Moment) -> fmt::Result {
    write_day(f, m.date())?;
    write!(f, "T{:02}:{:02}:{:02}", m.hour(), m.minute(), m.second())
}

fn write_year(f: &mut dyn fmt::Write, y: i16) -> fmt::Result {
    write_signed(f, y, 4)
}

/// The sign stands before the width: a format's own width would count it.
fn write_signed(f: &mut dyn fmt::Write, n: i16, width: usize) -> fmt::Result {
    let sign = if n < 0 { "-" } else { "" };
    write!(f, "{sign}{:0width$}", n.unsigned_abs())
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let coded = |f: &mut fmt::Formatter<'_>, y: i16, code: u8| {
            write_year(f, y)?;
            write!(f, "-{code:02}")
        };
        match *self {
            Self::Century(c) => {
                write_signed(f, c, 2)?;
                f.write_str("XX")
            }
            Self::Decade(d) => {
                write_signed(f, d, 3)?;
                f.write_char('X')
            }
            Self::Year(y) => write_year(f, y),
            Self::Half(y, n) => coded(f, y, n + 39),
            Self::Season(y, n) => coded(f, y, n + 20),
            Self::Quarter(y, n) => coded(f, y, n + 32),
            Self::Month(y, m) => coded(f, y, m),
            Self::Day(d) => write_day(f, d),
            Self::Moment(m) => write_moment(f, m),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |f: &mut fmt::Formatter<'_>, end: &Option<(Point, bool)>| match end {
            Some((p, about)) => write!(f, "{p}{}", if *about { "~" } else { "" }),
            None => f.write_str(".."),
        };
        match self {
            Self::Point(p, about) => end(f, &Some((*p, *about))),
            Self::Interval(a, b) => {
                end(f, a)?;
                f.write_str("/")?;
                end(f, b)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_and_read_back() {
        for (text, start, end) in [
            ("19XX", "1900-01-01", "2000-01-01"),
            ("199X", "1990-01-01", "2000-01-01"),
            ("-099X", "-000990-01-01", "-000980-01-01"),
            ("2024", "2024-01-01", "2025-01-01"),
            ("2024-40", "2024-01-01", "2024-07-01"),
            ("2023-24", "2023-12-01", "2024-03-01"),
            ("2024-34", "2024-04-01", "2024-07-01"),
            ("2024-02~", "2024-02-01", "2024-03-01"),
            ("2024-02-29", "2024-02-29", "2024-03-01"),
            ("2023-01/2023-09", "2023-01-01", "2023-10-01"),
            ("../2024-02-21~", "", "2024-02-22"),
            ("2021/..", "2021-01-01", ""),
            ("-0220", "-000220-01-01", "-000219-01-01"),
        ] {
            let edtf = Edtf::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(edtf.to_string(), text);
            let (a, b) = edtf.interval();
            assert_eq!(a.map(|m| m.date().to_string()).unwrap_or_default(), start, "{text}");
            assert_eq!(b.map(|m| m.date().to_string()).unwrap_or_default(), end, "{text}");
        }
        let clock = Edtf::parse("2024-02-21T15:34:00").unwrap();
        assert_eq!(clock.interval().1.map(|m| m.to_string()), Some("2024-02-21T15:34:01".into()));
        let hours = Edtf::parse("2024-02-21T15:00:00/2024-02-21T17:00:00").unwrap();
        assert_eq!(hours.interval().1.map(|m| m.to_string()), Some("2024-02-21T17:00:00".into()));
    }

    #[test]
    fn what_is_not_a_date() {
        for text in [
            "",
            "2024-13",
            "2024-02-30",
            "2024-2-1",
            "24",
            "2024-02-21T25:00:00",
            "2024T10:00:00",
            "/",
            "2024/",
            "~",
        ] {
            assert_eq!(Edtf::parse(text), None, "{text}");
        }
    }
}
