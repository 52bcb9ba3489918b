//! Feasts, commemorations and holidays: when they fall in a year, and how long their holiday lasts.

use super::table::SCHEDULES;
use super::{Day, add_days, day, easter, lunar, nth_weekday, weekday};

/// Stands for Taiwan's schedules: a feast's day off, with the weekend that it touches.
pub const TAIWAN: u8 = 20;
/// Stands for Taiwan's spring holiday.
pub const TAIWAN_SPRING: u8 = 21;
/// Stands for Hong Kong's spring holiday, three days.
pub const HONG_KONG_SPRING: u8 = 22;

/// How a feast finds its day in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Month and day.
    Fixed(u8, u8),
    /// Month and day of the Chinese calendar, in the lunar year that begins in this year.
    Lunar(u8, u8),
    /// Days after the Chinese new year.
    NewYear(i8),
    /// A solar term, 0 小寒 to 23 冬至.
    Term(u8),
    /// Month, weekday (Monday 1), which one of the month (negative: from the end), days after it.
    Weekday(u8, u8, i8, i8),
    /// Days after Easter Sunday.
    Easter(i8),
    /// Days after Orthodox Easter Sunday.
    OrthodoxEaster(i8),
    /// Month and day of the Hijri calendar.
    Hijri(u8, u8),
    /// Days after Rosh Hashanah.
    Hebrew(i16),
    /// 25 Kislev.
    Hanukkah,
    /// Weekday (Monday 1) on or after a month and day of the Chinese calendar.
    LunarWeekday(u8, u8, u8),
    /// Days after the day before the new moon of late October or November; more than a hundred, of the year before.
    Diwali(i16),
}

/// A feast: its rule, its length in days where it is longer than one, and its schedule among mainland China's holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feast {
    /// Which day it falls on.
    pub rule: Rule,
    /// How many days it lasts.
    pub length: u8,
    /// The number of its schedule in the table of mainland holidays.
    pub schedule: Option<u8>,
}

impl Feast {
    /// Its first day in a civil year.
    pub fn on(self, year: i32) -> Option<Day> {
        match self.rule {
            Rule::Fixed(m, d) => day(year, m, d),
            Rule::Lunar(m, d) => lunar::to_civil(year, m, false, d),
            Rule::NewYear(n) => add_days(lunar::new_year(year)?, i64::from(n)),
            Rule::Term(i) => lunar::term(year, i),
            Rule::Weekday(m, w, n, after) => add_days(nth_weekday(year, m, w, n)?, i64::from(after)),
            Rule::Easter(n) => add_days(easter(year)?, i64::from(n)),
            Rule::OrthodoxEaster(n) => add_days(orthodox_easter(year)?, i64::from(n)),
            Rule::Hijri(m, d) => lunar::hijri(year, m, d),
            Rule::Hebrew(n) => add_days(lunar::rosh_hashanah(year)?.0, i64::from(n)),
            Rule::LunarWeekday(m, d, w) => {
                let first = lunar::to_civil(year, m, false, d)?;
                add_days(first, (i64::from(w) - i64::from(weekday(first))).rem_euclid(7))
            }
            Rule::Diwali(n) => {
                let year = year - i32::from(n > 100);
                // The moon is new on the first day of a month of the Chinese calendar.
                let window = (day(year, 10, 18)?, day(year, 11, 16)?);
                let months = (8..=10).flat_map(|m| [(m, false), (m, true)]);
                let mut firsts = months.filter_map(|(m, leap)| lunar::to_civil(year, m, leap, 1));
                let first = firsts.find(|d| (window.0..=window.1).contains(d))?;
                add_days(first, i64::from(n) - 1)
            }
            Rule::Hanukkah => {
                let (first, long) = lunar::rosh_hashanah(year)?;
                add_days(first, 83 + i64::from(long))
            }
        }
    }

    /// First day and day after the last of the feast itself.
    pub fn days(self, year: i32) -> Option<(Day, Day)> {
        let first = self.on(year)?;
        Some((first, add_days(first, i64::from(self.length.max(1)))?))
    }

    /// First day and day after the last of its holiday: the published schedule where there is one, the statutory length else.
    pub fn holiday(self, year: i32) -> Option<(Day, Day)> {
        if self.rule == Rule::Easter(0) {
            // From Good Friday to Easter Monday.
            let sunday = self.on(year)?;
            return Some((add_days(sunday, -2)?, add_days(sunday, 2)?));
        }
        let Some(kind) = self.schedule else { return self.days(year) };
        match kind {
            TAIWAN => return with_weekend(self.on(year)?, 1),
            // From the day before the eve on, with the weekends that it touches.
            TAIWAN_SPRING => return with_weekend(add_days(self.on(year)?, -2)?, 7),
            HONG_KONG_SPRING => {
                let first = self.on(year)?;
                return Some((first, add_days(first, 3)?));
            }
            _ => {}
        }
        let run = |k: u8| {
            SCHEDULES.iter().find(|s| i32::from(s.0) == year && s.1 == k).and_then(|s| {
                let (turn, m, d) = s.2;
                let first = day(year + i32::from(turn), m as u8, d as u8)?;
                Some((first, add_days(first, i64::from(s.3))?))
            })
        };
        // 7 is 国庆 and 中秋 together; in other years the two may still touch.
        let kind = if kind == 7 && run(7).is_none() { 6 } else { kind };
        let found = run(kind).or_else(|| if matches!(kind, 5 | 6) { run(7) } else { None });
        if let Some((first, end)) = found {
            if let (6, Some(other)) = (kind, run(5))
                && other.1 == first
            {
                return Some((other.0, end));
            }
            if let (5, Some(other)) = (kind, run(6))
                && other.0 == end
            {
                return Some((first, other.1));
            }
            return Some((first, end));
        }
        let first = self.on(year)?;
        let (before, length) = match kind {
            1 => (1, 7),
            3 if year < 2008 => (0, 7),
            6 => (0, 7),
            3 => (0, 5),
            _ => (0, 1),
        };
        let first = add_days(first, -before)?;
        Some((first, add_days(first, length)?))
    }
}

/// So many days off and the weekend before or after that they touch; a Saturday is made up for on the day before.
fn with_weekend(first: Day, length: i64) -> Option<(Day, Day)> {
    let last = add_days(first, length - 1)?;
    let before = match weekday(first) {
        1 => 2,
        7 => 1,
        6 if length == 1 => 1,
        _ => 0,
    };
    let after = match weekday(last) {
        5 => 2,
        6 => 1,
        // A Sunday is made up for on the Monday.
        7 if length == 1 => 1,
        _ => 0,
    };
    Some((add_days(first, -before)?, add_days(last, after + 1)?))
}

/// Orthodox Easter Sunday in the Gregorian calendar, 1900 to 2099.
fn orthodox_easter(year: i32) -> Option<Day> {
    if !(1900..2100).contains(&year) {
        return None;
    }
    let (a, b, c) = (year % 4, year % 7, year % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let n = d + e + 114;
    add_days(day(year, (n / 31) as u8, (n % 31 + 1) as u8)?, 13)
}

#[cfg(test)]
mod tests {
    use super::super::days_between;
    use super::*;

    const fn feast(rule: Rule, schedule: Option<u8>) -> Feast {
        Feast { rule, length: 1, schedule }
    }

    #[test]
    fn mainland_schedules() {
        let may = feast(Rule::Fixed(5, 1), Some(3));
        assert_eq!(may.holiday(2019), Some((day(2019, 5, 1).unwrap(), day(2019, 5, 5).unwrap())));
        let october = feast(Rule::Fixed(10, 1), Some(6));
        assert_eq!(october.holiday(2023), Some((day(2023, 9, 29).unwrap(), day(2023, 10, 7).unwrap())));
        let moon = feast(Rule::Lunar(8, 15), Some(5));
        assert_eq!(moon.holiday(2025), Some((day(2025, 10, 1).unwrap(), day(2025, 10, 9).unwrap())));
        assert_eq!(moon.on(2025), day(2025, 10, 6));
        let spring = feast(Rule::Lunar(1, 1), Some(1));
        assert_eq!(spring.holiday(2024), Some((day(2024, 2, 10).unwrap(), day(2024, 2, 18).unwrap())));
        assert_eq!(spring.holiday(2031).map(|h| days_between(h.0, h.1)), Some(7));
    }

    #[test]
    fn movable_feasts() {
        assert_eq!(feast(Rule::OrthodoxEaster(0), None).on(2018), day(2018, 4, 8));
        assert_eq!(feast(Rule::NewYear(-1), None).on(2022), day(2022, 1, 31));
        assert_eq!(feast(Rule::Hebrew(9), None).on(2024), day(2024, 10, 12));
        assert_eq!(feast(Rule::Hanukkah, None).on(2024), day(2024, 12, 26));
        assert_eq!(feast(Rule::Weekday(11, 4, 4, 1), None).on(2024), day(2024, 11, 29));
        assert_eq!(feast(Rule::Hebrew(-163), None).on(2025), day(2025, 4, 13));
        for (year, month, number) in
            [(2019, 10, 27), (2020, 11, 14), (2023, 11, 12), (2024, 10, 31), (2025, 10, 20)]
        {
            assert_eq!(feast(Rule::Diwali(0), None).on(year), day(year, month, number));
        }
        for (year, month, number) in [(2023, 7, 14), (2024, 6, 28), (2025, 6, 20), (2026, 7, 10)] {
            assert_eq!(feast(Rule::LunarWeekday(5, 21, 5), None).on(year), day(year, month, number));
        }
        assert_eq!(feast(Rule::Diwali(134), None).on(2025), day(2025, 3, 14));
    }
}
