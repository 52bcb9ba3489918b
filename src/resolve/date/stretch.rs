//! A stretch of the calendar that a date was resolved to.

use crate::recognize::date::draft::{Clock, Part, Unit};
use crate::value::calendar::{Day, Moment, add_days, add_seconds, day, month_start};

/// How a date was resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The text says all of it.
    Absolute,
    /// It leans on the publication date.
    Publication,
    /// It leans on an earlier date.
    Context,
}

/// How coarse a date is, coarse to fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Level {
    Century,
    Decade,
    Year,
    Half,
    Quarter,
    Season,
    Month,
    Week,
    Day,
}

impl Level {
    /// The level of a unit.
    pub fn of(unit: Unit) -> Self {
        match unit {
            Unit::Century => Self::Century,
            Unit::Decade => Self::Decade,
            Unit::Year => Self::Year,
            Unit::Half => Self::Half,
            Unit::Quarter => Self::Quarter,
            Unit::Month => Self::Month,
            Unit::Week => Self::Week,
            _ => Self::Day,
        }
    }
}

/// First moment, first moment after, and what else the output says of it.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// First moment.
    pub start: Moment,
    /// First moment after the end.
    pub end: Moment,
    /// How coarse it is.
    pub level: Level,
    /// True where it is given with a clock.
    pub clock: bool,
    /// The finest unit of the clock.
    pub clock_unit: Unit,
    /// True for a range that the text gives with both ends.
    pub range: bool,
    /// True where its start is open (近年来).
    pub open: bool,
    /// True where its end is open (2018年以来 without a publication date).
    pub endless: bool,
    /// True where it is approximate.
    pub approx: bool,
    /// True for a feast or its holiday.
    pub feast: bool,
    /// The part of day.
    pub part: Option<Part>,
    /// How it was resolved.
    pub how: How,
    /// The annotation that it leans on.
    pub leans_on: Option<u32>,
}

impl Stretch {
    /// The days `start..end`.
    pub fn days(start: Day, end: Day, level: Level, how: How) -> Self {
        Self {
            start: Moment::from(start),
            end: Moment::from(end),
            level,
            clock: false,
            clock_unit: Unit::Day,
            range: false,
            open: false,
            endless: false,
            approx: false,
            feast: false,
            part: None,
            how,
            leans_on: None,
        }
    }

    /// One day.
    pub fn day(of: Day, how: How) -> Self {
        Self::days(of, add_days(of, 1).unwrap_or(of), Level::Day, how)
    }

    /// `count` months from a year's month on.
    pub fn months(year: i32, month: u8, count: i64, level: Level, how: How) -> Option<Self> {
        let first = day(year, month, 1)?;
        Some(Self::days(first, month_start(first, count)?, level, how))
    }

    /// A year.
    pub fn year(year: i32, how: How) -> Option<Self> {
        Self::months(year, 1, 12, Level::Year, how)
    }

    /// The month of a day.
    pub fn month(of: Day, how: How) -> Option<Self> {
        Self::months(i32::from(of.year()), of.month() as u8, 1, Level::Month, how)
    }

    /// A clock time.
    pub fn moment(at: Moment, unit: Unit, how: How) -> Self {
        let mut found = Self::day(at.date(), how);
        found.start = at;
        found.end = add_seconds(at, 1).unwrap_or(at);
        found.clock = true;
        found.clock_unit = unit;
        found
    }

    /// Keeps how it was resolved of another.
    pub fn leaning(self, on: &Self) -> Self {
        Self { how: on.how, leans_on: on.leans_on, approx: self.approx || on.approx, ..self }
    }
}

/// A day with a clock time; 24:00 is the next day's midnight.
pub fn at(of: Day, clock: Option<Clock>) -> Moment {
    let Some(clock) = clock else { return Moment::from(of) };
    let seconds = i64::from(clock.hour) * 3600 + i64::from(clock.minute) * 60 + i64::from(clock.second);
    add_seconds(Moment::from(of), seconds).unwrap_or(Moment::from(of))
}
