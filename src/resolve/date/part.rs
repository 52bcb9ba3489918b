//! Parts of a stretch: its first and last units, its weeks, its weekend, its edges.

use super::stretch::{How, Level, Stretch};
use crate::recognize::date::draft::{Edge, Unit};
use crate::value::calendar::{Day, add_days, add_months, days_between, month_start, nth_weekday, week_start};

pub fn fiscal_year(year: i32, start: u8, how: How) -> Option<Stretch> {
    let first = if start > 1 { year - 1 } else { year };
    Stretch::months(first, start.max(1), 12, Level::Year, how)
}

pub fn weekend(monday: Day, how: How) -> Option<Stretch> {
    let saturday = add_days(monday, 5)?;
    let mut found = Stretch::days(saturday, add_days(saturday, 2)?, Level::Day, how);
    found.range = true;
    Some(found)
}

/// The first or last so many units of a stretch.
pub fn counted(whole: Stretch, n: i64, unit: Unit, first: bool) -> Option<Stretch> {
    let move_by = |from: Day, n: i64| match unit {
        Unit::Year => add_months(from, 12 * n),
        Unit::Half => add_months(from, 6 * n),
        Unit::Quarter => add_months(from, 3 * n),
        Unit::Month => add_months(from, n),
        Unit::Week | Unit::Weekend => add_days(from, 7 * n),
        Unit::Day => add_days(from, n),
        _ => None,
    };
    let (start, end) = if first {
        (whole.start.date(), move_by(whole.start.date(), n)?)
    } else {
        (move_by(whole.end.date(), -n)?, whole.end.date())
    };
    let mut found = Stretch::days(start, end, Level::of(unit), whole.how);
    found.leans_on = whole.leans_on;
    found.range = true;
    Some(found)
}

pub fn nth(whole: Stretch, n: i8, unit: Unit) -> Option<Stretch> {
    if unit == Unit::Week {
        return nth_week(whole, n);
    }
    if unit == Unit::Weekend {
        let first = whole.start.date();
        let saturday = nth_weekday(i32::from(first.year()), first.month() as u8, 6, n)?;
        return weekend(add_days(saturday, -5)?, whole.how);
    }
    let n = i64::from(n);
    let (before, after) = if n > 0 { (n - 1, n) } else { (n, n + 1) };
    let base = if n > 0 { whole.start.date() } else { whole.end.date() };
    let move_by = |k: i64| match unit {
        Unit::Year => add_months(base, 12 * k),
        Unit::Half => add_months(base, 6 * k),
        Unit::Quarter => add_months(base, 3 * k),
        Unit::Month => add_months(base, k),
        Unit::Week | Unit::Weekend => add_days(base, 7 * k),
        Unit::Day => add_days(base, k),
        _ => None,
    };
    let mut found = Stretch::days(move_by(before)?, move_by(after)?, Level::of(unit), whole.how);
    found.leans_on = whole.leans_on;
    Some(found)
}

/// The so-manieth week: weeks are counted by the Mondays that lie in the stretch, from the end by whole weeks.
pub fn nth_week(whole: Stretch, n: i8) -> Option<Stretch> {
    let first = if n > 0 && whole.level == Level::Year {
        // Of a year, weeks are counted from the one that holds its fourth of January.
        let monday = week_start(add_days(whole.start.date(), 3)?)?;
        add_days(monday, 7 * (i64::from(n) - 1))?
    } else if n > 0 {
        let monday = week_start(add_days(whole.start.date(), 6)?)?;
        add_days(monday, 7 * (i64::from(n) - 1))?
    } else {
        let last = add_days(week_start(whole.end.date())?, -7)?;
        add_days(last, 7 * (i64::from(n) + 1))?
    };
    let mut found = Stretch::days(first, add_days(first, 7)?, Level::Week, whole.how);
    found.leans_on = whole.leans_on;
    Some(found)
}

/// An edge of a stretch: 初, 底, early, late.
pub fn cut(whole: Stretch, edge: Edge) -> Option<Stretch> {
    let (start, end) = (whole.start.date(), whole.end.date());
    let month = |a: i64, b: i64| Some((month_start(start, a)?, month_start(start, b)?));
    let years = |a: i64, b: i64| month(a * 12, b * 12);
    let days = |a: i64, b: i64| Some((add_days(start, a)?, add_days(start, b)?));
    let length = days_between(start, end);
    let (a, b) = match (whole.level, edge) {
        (Level::Century, Edge::Start | Edge::Early) => years(0, 20)?,
        (Level::Century, Edge::Mid) => years(40, 60)?,
        (Level::Century, _) => years(80, 100)?,
        (Level::Decade, Edge::Start | Edge::Early) => years(0, 4)?,
        (Level::Decade, Edge::Mid) => years(3, 7)?,
        (Level::Decade, _) => years(6, 10)?,
        // A plan of five years.
        (Level::Year, Edge::Last) => {
            month(0, 0).map(|_| (add_months(end, -12), end)).and_then(|(a, b)| Some((a?, b)))?
        }
        (Level::Year, Edge::Early) if length > 400 => years(0, 2)?,
        (Level::Year, Edge::Mid) if length > 400 => years(2, 3)?,
        (Level::Year, Edge::Late) if length > 400 => years(3, 5)?,
        (Level::Year, Edge::Start) => month(0, 1)?,
        (Level::Year, Edge::Early) => month(0, 4)?,
        (Level::Year, Edge::Mid) => month(4, 8)?,
        (Level::Year, Edge::Late) => month(8, 12)?,
        (Level::Year, Edge::End) => month(11, 12)?,
        (Level::Half | Level::Quarter | Level::Season, Edge::Start | Edge::Early) => month(0, 1)?,
        (Level::Half | Level::Quarter | Level::Season, Edge::Mid) => month(1, 2)?,
        (_, Edge::Last) => (add_days(end, -1)?, end),
        (Level::Half | Level::Season, _) => (month_start(end, -1)?, end),
        (Level::Quarter, _) => (add_days(month_start(end, -1)?, 20)?, end),
        (Level::Month, Edge::Start | Edge::Early) => days(0, 10)?,
        (Level::Month, Edge::Mid) => days(10, 20)?,
        (Level::Month, _) => (add_days(start, 20)?, end),
        (Level::Week, Edge::Start | Edge::Early) => days(0, 2.min(length))?,
        (Level::Week, Edge::Mid) => days(2, 4.min(length))?,
        (Level::Week, _) => (add_days(end, -3)?, end),
        (Level::Day, _) => (start, end),
    };
    let level = match whole.level {
        Level::Century => Level::Decade,
        Level::Decade => Level::Year,
        Level::Year | Level::Half | Level::Quarter | Level::Season => Level::Month,
        _ => Level::Day,
    };
    let mut found = Stretch::days(a, b, level, whole.how);
    found.approx = whole.approx || edge != Edge::Last;
    found.leans_on = whole.leans_on;
    found.range = days_between(a, b) > 1 && level == Level::Day;
    Some(found)
}
