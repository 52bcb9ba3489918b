//! Lengths of time before and after now or a date that was named: three days ago, two hours later.

use super::Context;
use super::stretch::{How, Level, Stretch};
use crate::recognize::date::draft::{Amount, Origin, Unit};
use crate::value::calendar::{self, Day, add_days, add_months, add_seconds};

impl Context {
    /// Hours, minutes or seconds before or after the publication, where its time of day is known.
    pub(super) fn minutes(&self, amount: Amount, back: bool) -> Option<Stretch> {
        let length = match amount.unit {
            Unit::Hour => 3600,
            Unit::Minute => 60,
            Unit::Second => 1,
            _ => return None,
        };
        let now = self.anchor.filter(|m| m.time() != jiff::civil::Time::midnight())?;
        let there = add_seconds(now, length * i64::from(amount.halves) / if back { -2 } else { 2 })?;
        let (start, end) = if back { (there, now) } else { (now, there) };
        let found = Stretch::moment(start, amount.unit, How::Publication);
        (start < end).then_some(Stretch { end, approx: amount.vague, range: true, ..found })
    }

    pub(super) fn offset(&self, amount: Amount, origin: Origin) -> Option<Stretch> {
        // In the fall of 2013 it began; ten years later…
        let years = matches!(amount.unit, Unit::Year | Unit::Decade | Unit::Century);
        let months = matches!(amount.unit, Unit::Month | Unit::Half);
        // At the end of 2021 it joined, but four months later it left.
        let beside =
            self.last.filter(|n| months && n.sentence == self.sentence && n.stretch.level >= Level::Month);
        let near = if years { self.last } else { beside.or(self.last_day) }.filter(|n| n.block == self.block);
        // The index stood at 200.9 (197.9 three months earlier): the quarter before the one reported on.
        let quarter = self.quarter.filter(|_| near.is_none() && origin == Origin::Context);
        if let Some(named) = quarter.filter(|_| amount.unit == Unit::Month && amount.halves == -6) {
            let start = add_months(named.stretch.start.date(), -3)?;
            let mut found = Stretch::days(start, named.stretch.start.date(), Level::Quarter, How::Context);
            found.leans_on = Some(named.id);
            return Some(found);
        }
        // 11月28日他出院。四天前，他还卧床: counted from the day that is told of, where it stands right before.
        let told = near.filter(|n| {
            origin == Origin::Told
                && n.sentence + 1 >= self.sentence
                && matches!(amount.unit, Unit::Day | Unit::Week)
                && self.today().is_some_and(|t| calendar::days_between(n.stretch.start.date(), t) > 2)
        });
        let (base, how, leans_on) = match (origin, near) {
            (Origin::Context, Some(named)) => (named.stretch.start, How::Context, Some(named.id)),
            _ => match told {
                Some(named) => (named.stretch.start, How::Context, Some(named.id)),
                None => (self.anchor?, How::Publication, None),
            },
        };
        let day = base.date();
        let seconds = match amount.unit {
            Unit::Hour => 3600,
            Unit::Minute => 60,
            Unit::Second => 1,
            _ => 0,
        };
        let mut found = if seconds > 0 {
            let length = seconds * i64::from(amount.halves) / 2;
            let known = base.time() != jiff::civil::Time::midnight();
            // 3 hours ago, by a page whose hour nobody knows: most likely on the same day.
            let same = !known && how == How::Publication && (-12 * 3600..0).contains(&length);
            let moment = if same { base } else { add_seconds(base, length)? };
            if known { Stretch::moment(moment, Unit::Minute, how) } else { Stretch::day(moment.date(), how) }
        } else {
            let there = shift(day, amount)?;
            match amount.unit {
                // 半年前, 三年半前: so far back, to the month.
                Unit::Year if amount.halves % 2 != 0 => Stretch::month(there, how)?,
                Unit::Half => Stretch::month(there, how)?,
                // 半个月前
                Unit::Month if amount.halves.abs() == 1 => Stretch::day(there, how),
                Unit::Year => Stretch::year(i32::from(there.year()), how)?,
                Unit::Decade | Unit::Century => Stretch::year(i32::from(there.year()), how)?,
                Unit::Month | Unit::Quarter => Stretch::month(there, how)?,
                _ => Stretch::day(there, how),
            }
        };
        found.approx =
            amount.vague || !matches!(amount.unit, Unit::Day | Unit::Hour | Unit::Minute | Unit::Second);
        found.leans_on = leans_on;
        Some(found)
    }
}

/// The day so long after (before, where negative) a day; hours and less stay on it unless they make days.
pub fn shift(day: Day, amount: Amount) -> Option<Day> {
    let halves = i64::from(amount.halves);
    match amount.unit {
        Unit::Second | Unit::Minute => Some(day),
        Unit::Hour => add_days(day, halves / 48),
        Unit::Day => add_days(day, halves / 2),
        Unit::Week | Unit::Weekend => add_days(day, halves * 7 / 2),
        Unit::Month => {
            let whole = add_months(day, halves / 2)?;
            add_days(whole, if halves % 2 == 0 { 0 } else { 15 * halves.signum() })
        }
        Unit::Quarter => add_months(day, halves * 3 / 2),
        Unit::Half => add_months(day, halves * 3),
        Unit::Year => add_months(day, halves * 6),
        Unit::Decade => add_months(day, halves * 60),
        Unit::Century => add_months(day, halves * 600),
    }
}
