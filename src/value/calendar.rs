//! Calendars: civil days, Chinese lunar days, solar terms, feasts and their holidays.
//!
//! A civil day is [`jiff::civil::Date`]; everything here is total and returns `None` outside the years that jiff or the
//! tables cover.

pub mod feast;
pub mod lunar;
mod table;

pub use jiff::civil::{Date as Day, DateTime as Moment};

use jiff::SignedDuration;
use jiff::civil::Weekday;

/// The day, where it exists.
pub fn day(year: i32, month: u8, day: u8) -> Option<Day> {
    Day::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day `n` days later; earlier where `n` is negative.
pub fn add_days(from: Day, n: i64) -> Option<Day> {
    from.checked_add(SignedDuration::from_hours(n.checked_mul(24).filter(|h| h.abs() < 1 << 31)?)).ok()
}

/// The moment `n` seconds later.
pub fn add_seconds(from: Moment, n: i64) -> Option<Moment> {
    from.checked_add(SignedDuration::from_secs(n)).ok()
}

/// Days from one day to another.
pub fn days_between(from: Day, to: Day) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// The first day of the month that lies `n` months after the month of `from`.
pub fn month_start(from: Day, n: i64) -> Option<Day> {
    let months = i64::from(from.year()) * 12 + i64::from(from.month()) - 1 + n;
    day(i32::try_from(months.div_euclid(12)).ok()?, months.rem_euclid(12) as u8 + 1, 1)
}

/// The same day of the month `n` months later, or that month's last day where it is shorter.
pub fn add_months(from: Day, n: i64) -> Option<Day> {
    let first = month_start(from, n)?;
    Day::new(first.year(), first.month(), from.day().min(first.days_in_month())).ok()
}

/// The Monday of the week.
pub fn week_start(of: Day) -> Option<Day> {
    add_days(of, -i64::from(of.weekday().to_monday_zero_offset()))
}

/// The number of the weekday, Monday 1 to Sunday 7.
pub fn weekday(of: Day) -> u8 {
    of.weekday().to_monday_one_offset() as u8
}

/// The `n`th weekday (Monday 1 to Sunday 7) of a month; counted from the end where `n` is negative.
pub fn nth_weekday(year: i32, month: u8, weekday: u8, n: i8) -> Option<Day> {
    let weekday = Weekday::from_monday_one_offset(weekday as i8).ok()?;
    day(year, month, 1)?.nth_weekday_of_month(n, weekday).ok()
}

/// Western Easter Sunday (the anonymous Gregorian computus).
pub fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    day(year, (n / 31) as u8, (n % 31 + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic() {
        let d = day(2024, 1, 31).unwrap();
        assert_eq!(add_months(d, 1), day(2024, 2, 29));
        assert_eq!(add_months(d, -2), day(2023, 11, 30));
        assert_eq!(add_days(d, 30), day(2024, 3, 1));
        assert_eq!(add_days(d, i64::MAX), None);
        assert_eq!(days_between(d, day(2025, 1, 31).unwrap()), 366);
        assert_eq!(week_start(d), day(2024, 1, 29));
        assert_eq!(day(2023, 2, 29), None);
    }

    #[test]
    fn movable_days() {
        assert_eq!(easter(2024), day(2024, 3, 31));
        assert_eq!(easter(2025), day(2025, 4, 20));
        assert_eq!(nth_weekday(2024, 11, 4, 4), day(2024, 11, 28));
        assert_eq!(nth_weekday(2024, 5, 1, -1), day(2024, 5, 27));
    }
}
