//! The Chinese lunar calendar, the solar terms, and the Hijri and Hebrew calendars, from tables.

use super::table::{FIRST_HIJRI, FIRST_YEAR, HEBREW, HIJRI, LUNAR, TERM_BASE, TERMS};
use super::{Day, add_days, day, days_between};

fn entry<T: Copy>(table: &[T], year: i32) -> Option<T> {
    table.get(usize::try_from(year - i32::from(FIRST_YEAR)).ok()?).copied()
}

/// The first day of the lunar year that begins in a civil year.
pub fn new_year(year: i32) -> Option<Day> {
    add_days(day(year, 1, 1)?, i64::from(entry(&LUNAR, year)? >> 17))
}

/// First day and length of a lunar month; `None` where the year has no such (leap) month.
pub fn month(year: i32, month: u8, leap: bool) -> Option<(Day, u8)> {
    let word = entry(&LUNAR, year)?;
    let follows = (word >> 13 & 15) as u8;
    if !(1..=12).contains(&month) || leap && follows != month {
        return None;
    }
    let index = month - 1 + u8::from(leap || follows != 0 && month > follows);
    let length = |k: u8| 29 + (word >> k & 1) as u8;
    let before: i64 = (0..index).map(|k| i64::from(length(k))).sum();
    Some((add_days(new_year(year)?, before)?, length(index)))
}

/// The civil day of a lunar day.
pub fn to_civil(year: i32, number: u8, leap: bool, of_month: u8) -> Option<Day> {
    let (first, length) = month(year, number, leap)?;
    (1..=length).contains(&of_month).then(|| add_days(first, i64::from(of_month) - 1))?
}

/// The day of a solar term, 0 小寒 to 23 冬至, in a civil year (Beijing time).
pub fn term(year: i32, index: u8) -> Option<Day> {
    let base = *TERM_BASE.get(usize::from(index))?;
    day(year, index / 2 + 1, base + (entry(&TERMS, year)? >> (2 * index) & 3) as u8)
}

/// The civil days on which a day of the Hijri calendar (Umm al-Qura) falls within a civil year, the first of them.
pub fn hijri(year: i32, month: u8, of_month: u8) -> Option<Day> {
    let (_, y, m, d) = FIRST_HIJRI;
    let mut start = day(i32::from(y), m as u8, d as u8)?;
    // A Hijri year has 354 or 355 days: two of them may end in one civil year.
    let target = day(year, 1, 1)?;
    for word in HIJRI {
        let length = |k: u8| 29 + i64::from(word >> k & 1);
        let total: i64 = (0..12).map(length).sum();
        if days_between(start, target) <= total {
            let before: i64 = (0..month.saturating_sub(1)).map(length).sum();
            let found = add_days(start, before + i64::from(of_month) - 1)?;
            if i32::from(found.year()) == year {
                return Some(found);
            }
            if i32::from(found.year()) > year {
                return None;
            }
        }
        start = add_days(start, total)?;
    }
    None
}

/// Rosh Hashanah of a civil year, and whether Cheshvan has thirty days.
pub fn rosh_hashanah(year: i32) -> Option<(Day, bool)> {
    let byte = entry(&HEBREW, year)?;
    Some((add_days(day(year, 9, 1)?, i64::from(byte & 63))?, byte & 0x80 != 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_years_and_leap_months() {
        assert_eq!(new_year(2024), day(2024, 2, 10));
        assert_eq!(new_year(2025), day(2025, 1, 29));
        assert_eq!(to_civil(2020, 4, true, 1), day(2020, 5, 23));
        assert_eq!(to_civil(2021, 4, true, 1), None);
        assert_eq!(to_civil(2023, 8, false, 15), day(2023, 9, 29));
        assert_eq!(to_civil(2024, 12, false, 31), None);
        assert_eq!(new_year(1899), None);
    }

    #[test]
    fn terms() {
        assert_eq!(term(2024, 6), day(2024, 4, 4));
        assert_eq!(term(2025, 23), day(2025, 12, 21));
        assert_eq!(term(2024, 2), day(2024, 2, 4));
    }

    #[test]
    fn other_calendars() {
        assert_eq!(hijri(2024, 9, 1), day(2024, 3, 11));
        assert_eq!(hijri(2018, 10, 1), day(2018, 6, 15));
        assert_eq!(rosh_hashanah(2018).map(|r| r.0), day(2018, 9, 10));
    }
}
