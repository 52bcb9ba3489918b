//! From coarse to fine: the steps of a point, the first of them anchored by the direction of news.

use super::stretch::{How, Level, Stretch};
use super::{Context, Named};
use crate::recognize::date::DateDraft;
use crate::recognize::date::draft::{Edge, Expr, Step, Tense, Unit};
use crate::value::calendar::feast::Feast;
use crate::value::calendar::{
    Day, add_days, add_months, day, days_between, lunar, month_start, nth_weekday, week_start, weekday,
};

/// True for a step that is anchored on the publication alone.
pub fn leans_on_now(step: Step) -> bool {
    matches!(
        step,
        Step::YearOffset(_)
            | Step::HalfOffset(_)
            | Step::QuarterOffset(_)
            | Step::SeasonOffset(_)
            | Step::WinterOffset(_)
            | Step::MonthOffset(_)
            | Step::WeekOffset(_)
            | Step::DayOffset(_)
            | Step::WeekdayToward(..)
            | Step::WeekendOffset(_)
            | Step::MonthToward(..)
            | Step::FiscalOffset(_)
    )
}

impl Context {
    /// Follows the steps.
    pub(super) fn walk(&self, steps: &[Step], draft: &DateDraft) -> Option<Stretch> {
        let mut current: Option<Stretch> = None;
        let mut lunar_month: Option<(i32, u8, bool)> = None;
        for (index, step) in steps.iter().enumerate() {
            let rest = steps.get(index + 1..).unwrap_or_default();
            match *step {
                Step::LunarMonth(month, leap) => {
                    let year = match &current {
                        Some(c) => i32::from(c.start.year()),
                        None => self.lunar_year(month, leap, rest)?,
                    };
                    lunar_month = Some((year, month, leap));
                    let (first, length) = lunar::month(year, month, leap)?;
                    let how = current.map_or(How::Publication, |c| c.how);
                    current =
                        Some(Stretch::days(first, add_days(first, i64::from(length))?, Level::Month, how));
                }
                Step::LunarDay(d) => {
                    let (year, month, leap) = lunar_month?;
                    let found = lunar::to_civil(year, month, leap, d)?;
                    current = Some(Stretch::day(found, current.map_or(How::Publication, |c| c.how)));
                }
                step => current = Some(self.step(step, rest, current, draft)?),
            }
        }
        current
    }

    fn lunar_year(&self, month: u8, leap: bool, rest: &[Step]) -> Option<i32> {
        let today = self.today()?;
        let number = match rest.first() {
            Some(Step::LunarDay(d)) => *d,
            _ => 1,
        };
        let year = i32::from(today.year());
        (year - 1..=year + 1)
            .filter_map(|y| Some((days_between(lunar::to_civil(y, month, leap, number)?, today).abs(), y)))
            .min()
            .map(|(_, y)| y)
    }

    fn step(
        &self,
        step: Step,
        rest: &[Step],
        current: Option<Stretch>,
        draft: &DateDraft,
    ) -> Option<Stretch> {
        let how = current.map_or(How::Publication, |c| c.how);
        let lean = |s: Stretch| match &current {
            Some(c) => s.leaning(c),
            None => s,
        };
        let this_year = || self.today().map(|d| i32::from(d.year()));
        let found = match step {
            Step::Year(y) if draft.fiscal && draft.fiscal_start != 1 => {
                fiscal_year(i32::from(y), draft.fiscal_start, How::Absolute)?
            }
            Step::Year(y) => Stretch::year(i32::from(y), How::Absolute)?,
            Step::YearOffset(n) => Stretch::year(this_year()? + i32::from(n), How::Publication)?,
            Step::FiscalOffset(n) => {
                let today = self.today()?;
                let start = draft.fiscal_start.max(1);
                let year = i32::from(today.year())
                    + i32::from(start > 1 && today.month() as u8 >= start)
                    + i32::from(n);
                fiscal_year(year, start, How::Publication)?
            }
            Step::ContextYear(n) => {
                // 较上年 compares with what this passage tells, a year of our days.
                let near = |l: &&Named| {
                    n >= 0
                        || l.block == self.block
                            && this_year()
                                .is_none_or(|y| (0..=2).contains(&(y - i32::from(l.stretch.start.year()))))
                };
                let (base, id) = match self.last.as_ref().filter(near) {
                    Some(last) => (i32::from(last.stretch.start.year()), Some(last.id)),
                    None => (this_year()?, None),
                };
                let mut year = Stretch::year(
                    base + i32::from(n),
                    if id.is_some() { How::Context } else { How::Publication },
                )?;
                year.leans_on = id;
                year
            }
            Step::SchoolYear(y) => Stretch::months(i32::from(y), 8, 12, Level::Year, How::Absolute)?,
            Step::Decade(d) => Stretch::months(i32::from(d) * 10, 1, 120, Level::Decade, How::Absolute)?,
            Step::DecadeOffset(n) => Stretch::months(
                (this_year()? / 10 + i32::from(n)) * 10,
                1,
                120,
                Level::Decade,
                How::Publication,
            )?,
            Step::DecadeOfCentury(k) => {
                let (century, how) = match &current {
                    Some(c) => (i32::from(c.start.year()) / 100, c.how),
                    None => (if k >= 3 { 19 } else { 20 }, How::Absolute),
                };
                Stretch::months(century * 100 + i32::from(k) * 10, 1, 120, Level::Decade, how)?
            }
            Step::Century(c) => Stretch::months(i32::from(c) * 100, 1, 1200, Level::Century, How::Absolute)?,
            Step::CenturyOffset(n) => {
                let century = self.today().map_or(20, |d| i32::from(d.year()) / 100);
                Stretch::months((century + i32::from(n)) * 100, 1, 1200, Level::Century, How::Publication)?
            }
            Step::Half(n) => self.part_of_year(n * 6 - 5, 6, Level::Half, current, draft)?,
            Step::Quarter(n) if draft.fiscal && draft.fiscal_start != 1 => {
                let year = current?;
                let first = add_months(year.start.date(), i64::from(n - 1) * 3)?;
                Stretch::days(first, add_months(first, 3)?, Level::Quarter, how)
            }
            Step::Quarter(n) => self.part_of_year(n * 3 - 2, 3, Level::Quarter, current, draft)?,
            Step::Season(n) => self.part_of_year(n * 3, 3, Level::Season, current, draft)?,
            Step::Month(m) => self.month(m, rest, current, draft)?,
            Step::HalfOffset(n) => self.offset_part(6, n, Level::Half)?,
            Step::QuarterOffset(n) => self.offset_part(3, n, Level::Quarter)?,
            Step::WinterOffset(n) => {
                let today = self.today()?;
                let early = today.month() <= 2;
                let year = i32::from(today.year()) + i32::from(n) - i32::from(early || n > 0);
                let year = year + i32::from(n > 0 && (early || today.month() == 12));
                Stretch::months(year, 12, 3, Level::Season, How::Publication)?
            }
            Step::SplitYear(y) => {
                let start = if draft.fiscal_start == 1 { 4 } else { draft.fiscal_start };
                Stretch::months(i32::from(y), start, 12, Level::Year, How::Absolute)?
            }
            Step::SeasonOffset(n) => {
                let today = month_start(self.today()?, 0)?;
                let index = i64::from(today.month()).rem_euclid(12) / 3;
                let year = i64::from(today.year()) - i64::from(today.month() < 3);
                let months = year * 12 + if index == 0 { 11 } else { index * 3 - 1 } + 3 * i64::from(n);
                Stretch::months(
                    i32::try_from(months.div_euclid(12)).ok()?,
                    months.rem_euclid(12) as u8 + 1,
                    3,
                    Level::Season,
                    How::Publication,
                )?
            }
            Step::MonthOffset(n) => {
                Stretch::month(month_start(self.today()?, i64::from(n))?, How::Publication)?
            }
            Step::ContextMonth(n) => {
                let near = |l: &Named| {
                    !draft.compared
                        || l.block == self.block
                            && l.sentence + 1 >= self.sentence
                            && l.stretch.level == Level::Month
                };
                let named = self.last.filter(|l| l.stretch.level >= Level::Month).filter(near);
                let (base, id) = match named {
                    Some(last) => (last.stretch.start.date(), Some(last.id)),
                    None => (self.today()?, None),
                };
                let mut month = Stretch::month(
                    month_start(base, i64::from(n))?,
                    if id.is_some() { How::Context } else { How::Publication },
                )?;
                month.leans_on = id;
                month
            }
            Step::ContextQuarter(n) => {
                let named = self.last.filter(|l| l.stretch.level == Level::Quarter);
                match named {
                    Some(last) => {
                        let first = add_months(last.stretch.start.date(), 3 * i64::from(n))?;
                        let mut quarter =
                            Stretch::days(first, add_months(first, 3)?, Level::Quarter, How::Context);
                        quarter.leans_on = Some(last.id);
                        quarter
                    }
                    None => self.offset_part(3, n, Level::Quarter)?,
                }
            }
            Step::ContextWeek(n) => {
                let named = self.last.filter(|l| l.stretch.level >= Level::Week);
                let base = named.map_or(self.today()?, |l| l.stretch.start.date());
                let start = add_days(week_start(base)?, 7 * i64::from(n))?;
                let how = if named.is_some() { How::Context } else { How::Publication };
                let mut week = Stretch::days(start, add_days(start, 7)?, Level::Week, how);
                week.leans_on = named.map(|l| l.id);
                week
            }
            Step::FromDay(d) => {
                let month = current?;
                let start = add_days(month.start.date(), i64::from(d) - 1)?;
                Stretch::days(start, month.end.date(), Level::Week, how)
            }
            Step::MonthToward(m, toward) => {
                let today = self.today()?;
                let this = today.month() as u8;
                let turn = if toward < 0 { -i32::from(m >= this) } else { i32::from(m <= this) };
                Stretch::months(i32::from(today.year()) + turn, m, 1, Level::Month, How::Publication)?
            }
            Step::LunarMonth(..) | Step::LunarDay(_) => return None,
            Step::Tenday(n) => {
                let month = current?;
                let first = month.start.date();
                let start = add_days(first, i64::from(n - 1) * 10)?;
                let end = if n == 3 { month.end.date() } else { add_days(start, 10)? };
                Stretch::days(start, end, Level::Week, how)
            }
            Step::WeekOffset(n) => {
                let start = add_days(week_start(self.today()?)?, 7 * i64::from(n))?;
                Stretch::days(start, add_days(start, 7)?, Level::Week, How::Publication)
            }
            Step::WeekOf => {
                let start = week_start(current?.start.date())?;
                Stretch::days(start, add_days(start, 7)?, Level::Week, how)
            }
            Step::Weekday(w) => match &current {
                Some(c) if c.level == Level::Week => {
                    Stretch::day(add_days(c.start.date(), i64::from(w) - 1)?, how)
                }
                Some(c) => *c,
                None => self.weekday(w, draft.tense)?,
            },
            Step::WeekdayToward(w, toward) => {
                let today = self.today()?;
                let found = if toward < 0 {
                    let back = (i64::from(weekday(today)) - i64::from(w)).rem_euclid(7);
                    add_days(today, -if back == 0 { 7 } else { back })?
                } else if toward > 1 {
                    // Monday week: a week after the coming one.
                    let ahead = (i64::from(w) - i64::from(weekday(today))).rem_euclid(7);
                    let ahead = if ahead == 0 { 7 } else { ahead };
                    add_days(today, ahead + 7 * (i64::from(toward) - 1))?
                } else {
                    add_days(week_start(today)?, 6 + i64::from(w))?
                };
                Stretch::day(found, How::Publication)
            }
            Step::Weekend => match &current {
                Some(c) if c.level == Level::Week => weekend(c.start.date(), how)?,
                Some(c) => {
                    let last = add_days(c.end.date(), -1)?;
                    let monday = week_start(last)?;
                    let whole = add_days(monday, 6)? <= last;
                    weekend(if whole { monday } else { add_days(monday, -7)? }, how)?
                }
                None => {
                    let monday = week_start(self.today()?)?;
                    let begun = weekday(self.today()?) >= 6;
                    let back = draft.tense == Tense::Past && !begun;
                    weekend(if back { add_days(monday, -7)? } else { monday }, How::Publication)?
                }
            },
            Step::WeekendOffset(n) => {
                let monday = week_start(self.today()?)?;
                let begun = weekday(self.today()?) >= 6;
                let early = draft.tense == Tense::Unknown && weekday(self.today()?) <= 2;
                let back = n == 0 && (draft.tense == Tense::Past || early) && !begun;
                weekend(add_days(monday, 7 * i64::from(n) - if back { 7 } else { 0 })?, How::Publication)?
            }
            Step::Day(d) => {
                let found = self.day_of_month(d, current, draft)?;
                let this_month =
                    matches!(&draft.expr, Expr::Point(p) if p.steps.first() == Some(&Step::MonthOffset(0)));
                // 他1月31日称，本月28日…: a speaker's month, when this month has not come so far.
                match (self.last_day, current) {
                    (Some(named), Some(c))
                        if c.how == How::Publication && draft.tense != Tense::Future && this_month =>
                    {
                        let said = named.stretch.start.date();
                        let today = self.today()?;
                        let ahead = found.start.date() > today
                            && c.start.date() == month_start(today, 0)?
                            && c.level == Level::Month;
                        let spoken =
                            ahead && self.block == named.block && month_start(said, 1)? == c.start.date();
                        if spoken {
                            Stretch::day(add_months(found.start.date(), -1)?, How::Context)
                        } else {
                            found
                        }
                    }
                    _ => found,
                }
            }
            Step::DayOffset(n) => Stretch::day(add_days(self.today()?, i64::from(n))?, How::Publication),
            Step::ContextDay(n) => match &self.anchor_day(draft) {
                Some(named) => {
                    let mut found =
                        Stretch::day(add_days(named.stretch.start.date(), i64::from(n))?, How::Context);
                    found.leans_on = Some(named.id);
                    found
                }
                None => Stretch::day(add_days(self.today()?, i64::from(n))?, How::Publication),
            },
            Step::Feast(feast, whole) => self.feast(feast, whole, current, draft)?,
            Step::FeastToward(feast, whole, toward) => {
                let today = self.today()?;
                let this = i32::from(today.year());
                let year = (this - 1..=this + 1)
                    .filter_map(|y| Some((feast.on(y)?, y)))
                    .filter(|(day, y)| match toward {
                        0 => *y == this,
                        1.. => *day > today,
                        _ => *day < today,
                    })
                    .min_by_key(|(day, _)| days_between(today, *day).abs())?
                    .1;
                let year = Stretch::year(year, How::Publication)?;
                self.feast(feast, whole, Some(year), draft)?
            }
            Step::First(n, unit) => {
                let year = match current {
                    Some(c) => c,
                    None => self.counted_year(n, unit, draft)?,
                };
                counted(year, i64::from(n), unit, true)?
            }
            Step::Last(n, unit) => counted(current?, i64::from(n), unit, false)?,
            Step::Nth(n, unit) => nth(current?, n, unit)?,
            Step::NthWeekday(n, w) => {
                let month = match current {
                    Some(c) => c,
                    None => Stretch::month(self.today()?, How::Publication)?,
                };
                let first = month.start.date();
                Stretch::day(nth_weekday(i32::from(first.year()), first.month() as u8, w, n)?, how)
            }
            Step::Edge(edge) => {
                let whole = match current {
                    Some(c) => c,
                    None => Stretch::year(this_year()?, How::Publication)?,
                };
                cut(whole, edge)?
            }
            Step::Same => self.same(current, rest)?,
            Step::SameDay => {
                let year = current?;
                let (base, id) = match &self.last_day {
                    Some(named) => (named.stretch.start.date(), Some(named.id)),
                    None => (self.today()?, None),
                };
                let mut found = Stretch::day(
                    day(i32::from(year.start.year()), base.month() as u8, base.day() as u8)?,
                    if id.is_some() { How::Context } else { How::Publication },
                );
                found.leans_on = id;
                found
            }
            Step::AfterFeast(feast) => {
                let day = self.feast(feast, false, current, draft)?;
                Stretch { feast: false, ..Stretch::day(day.end.date(), day.how) }
            }
            Step::SameFeast => {
                let last = self.last_feast?;
                Stretch { how: How::Context, leans_on: Some(last.id), ..last.stretch }
            }
            Step::Term(1) => self.part_of_year(2, 5, Level::Half, current, draft)?,
            Step::Term(_) => self.part_of_year(9, 5, Level::Half, current, draft)?,
            Step::ToDate => {
                Stretch::days(current?.start.date(), self.now_end()?, current?.level, How::Publication)
            }
            Step::Whole(unit) => match (current, &self.last) {
                (Some(c), _) => c,
                (None, Some(last)) if unit == Unit::Year => {
                    let mut year = Stretch::year(i32::from(last.stretch.start.year()), How::Context)?;
                    year.leans_on = Some(last.id);
                    year
                }
                _ => Stretch::year(this_year()?, How::Publication)?,
            },
            Step::Span(a, b) => Stretch::days(a, b, Level::Year, How::Absolute),
        };
        let keep = matches!(
            step,
            Step::ContextYear(_)
                | Step::SameFeast
                | Step::SameDay
                | Step::ContextMonth(_)
                | Step::ContextQuarter(_)
                | Step::ContextWeek(_)
                | Step::ContextDay(_)
                | Step::Whole(_)
                | Step::Same
        );
        Some(if keep { found } else { lean_or(found, lean, current.is_some()) })
    }

    /// A year in figures that stands in the same sentence, for months and quarters without one.
    fn sentence_year(&self) -> Option<Named> {
        self.last.filter(|l| {
            l.block == self.block
                && l.dated
                && (l.sentence == self.sentence
                    || l.sentence + 1 == self.sentence && l.stretch.level > Level::Year)
        })
    }

    /// Halves, quarters and seasons.
    fn part_of_year(
        &self,
        month: u8,
        count: i64,
        level: Level,
        current: Option<Stretch>,
        draft: &DateDraft,
    ) -> Option<Stretch> {
        if let Some(c) = current {
            return Stretch::months(i32::from(c.start.year()), month, count, level, c.how);
        }
        if let Some(named) = self.sentence_year() {
            let mut found =
                Stretch::months(i32::from(named.stretch.start.year()), month, count, level, How::Context)?;
            found.leans_on = Some(named.id);
            return Some(found);
        }
        let today = self.today()?;
        let year = i32::from(today.year());
        let begun = today.month() as u8 >= month;
        let turn = match draft.tense {
            // 第1季可望回升, said in April: the one just over is nearer than the next.
            Tense::Future if begun && today >= month_start(day(year, month, 1)?, count)? => {
                let over = days_between(month_start(day(year, month, 1)?, count)?, today);
                let ahead = days_between(today, day(year + 1, month, 1)?);
                i32::from(over > 45 || over > ahead)
            }
            Tense::Future => 0,
            _ if begun => 0,
            // Reports of the last part of a year come at the start of the next.
            _ => {
                let late = if level == Level::Half { 2 } else { 4 };
                -i32::from(today.month() <= late || draft.tense == Tense::Past)
            }
        };
        Stretch::months(year + turn, month, count, level, How::Publication)
    }

    fn offset_part(&self, months: i64, n: i8, level: Level) -> Option<Stretch> {
        let today = self.today()?;
        let index = (i64::from(today.month()) - 1) / months + i64::from(n);
        let first = month_start(day(i32::from(today.year()), 1, 1)?, index * months)?;
        Some(Stretch::days(first, month_start(first, months)?, level, How::Publication))
    }

    fn month(
        &self,
        month: u8,
        rest: &[Step],
        current: Option<Stretch>,
        draft: &DateDraft,
    ) -> Option<Stretch> {
        if let Some(c) = current {
            // Of a fiscal year or school year, the month that lies in it.
            let year = i32::from(c.start.year()) + i32::from((c.start.month() as u8) > month);
            return Stretch::months(year, month, 1, Level::Month, c.how);
        }
        if let Some(named) = self.sentence_year() {
            let mut found =
                Stretch::months(i32::from(named.stretch.start.year()), month, 1, Level::Month, How::Context)?;
            found.leans_on = Some(named.id);
            return Some(found);
        }
        let today = self.today()?;
        let (year, this) = (i32::from(today.year()), today.month() as u8);
        let number = match rest.first() {
            Some(Step::Day(d)) => Some(*d),
            _ => None,
        };
        let ahead = month > this || month == this && number.is_some_and(|d| d > today.day() as u8);
        let far = (i32::from(month) - i32::from(this)).rem_euclid(12);
        let turn = match (draft.tense, ahead) {
            (Tense::Future, true) => 0,
            (Tense::Future, false) if month == this => 0,
            // 将于1月 in November; a plan does not lie half a year back.
            (Tense::Future, false) => i32::from(far <= 9),
            (Tense::Past, false) | (Tense::Unknown, false) => {
                i32::from(draft.tense == Tense::Unknown && far <= 1 && month != this)
            }
            (Tense::Past, true) => {
                // A day three weeks ahead is nearer than one of last year, which would have its year.
                let soon = number
                    .and_then(|d| day(year, month, d))
                    .is_some_and(|d| (0..=21).contains(&days_between(today, d)));
                -i32::from(!soon && (month > this || number.is_some_and(|d| d > today.day() as u8 + 1)))
            }
            (Tense::Unknown, true) => {
                let near = if number.is_some() { 3 } else { 2 };
                -i32::from(far > near)
            }
        };
        let mut year = year + turn;
        if (month, number) == (2, Some(29)) {
            // The nearest leap year, the last before the next where nothing says.
            let order = if draft.tense == Tense::Future { [0, 1, 2, 3, 4] } else { [0, -1, -2, -3, -4] };
            year = order.into_iter().map(|k| year + k).find(|y| day(*y, 2, 29).is_some()).unwrap_or(year);
        }
        // 8月31日（周六）, Friday, March 5: the year in which it falls on that weekday.
        if let (Some(wanted), Some(number)) = (draft.weekday, number) {
            let falls = |y: &i32| day(*y, month, number).is_some_and(|d| weekday(d) == wanted);
            year = [year, year + 1, year - 1].into_iter().find(falls).unwrap_or(year);
        }
        Stretch::months(year, month, 1, Level::Month, How::Publication)
    }

    fn day_of_month(&self, number: u8, current: Option<Stretch>, draft: &DateDraft) -> Option<Stretch> {
        let first = match &current {
            Some(c) if c.level <= Level::Month => c.start.date(),
            Some(c) => c.start.date(),
            None => {
                // A day goes with the month last named beside it, unless that lies around the publication anyway.
                let today = self.today();
                let near = self
                    .last_day
                    .or(self.last)
                    .filter(|n| n.block == self.block && n.stretch.level >= Level::Month && !n.stretch.range);
                if let Some(named) = near {
                    let base = named.stretch.start.date();
                    let far = today.is_none_or(|t| days_between(base, t).abs() > 31);
                    if far {
                        let mut found = Stretch::day(
                            day(i32::from(base.year()), base.month() as u8, number)?,
                            How::Context,
                        );
                        found.leans_on = Some(named.id);
                        return Some(found);
                    }
                }
                let today = today?;
                let this = today.day() as u8;
                let mut turn = match draft.tense {
                    Tense::Future => i64::from(number < this && this - number > 3),
                    Tense::Past => -i64::from(number > this),
                    // 17日, in the paper of the 16th: the nearest, and what has been where both are far.
                    Tense::Unknown => {
                        let ahead = i64::from(number) - i64::from(this);
                        let behind =
                            month_start(today, -1).map_or(30, |m| i64::from(m.days_in_month()) - ahead);
                        -i64::from(ahead > 0 && 2 * ahead > behind)
                    }
                };
                // 31日 in a month without one.
                let mut first = month_start(today, turn)?;
                if number > first.days_in_month() as u8 {
                    turn += if draft.tense == Tense::Future { 1 } else { -1 };
                    first = month_start(today, turn)?;
                }
                first
            }
        };
        let how = current.map_or(How::Publication, |c| c.how);
        Some(Stretch::day(day(i32::from(first.year()), first.month() as u8, number)?, how))
    }

    fn weekday(&self, number: u8, tense: Tense) -> Option<Stretch> {
        let today = self.today()?;
        let back = (i64::from(weekday(today)) - i64::from(number)).rem_euclid(7);
        let offset = match tense {
            Tense::Future if back == 0 => 0,
            Tense::Future => 7 - back,
            // Where nothing says, the nearest.
            Tense::Unknown if back > 4 => 7 - back,
            _ => -back,
        };
        Some(Stretch::day(add_days(today, offset)?, How::Publication))
    }

    fn feast(
        &self,
        feast: Feast,
        whole: bool,
        current: Option<Stretch>,
        draft: &DateDraft,
    ) -> Option<Stretch> {
        let (year, how, leans_on) = match &current {
            Some(c) => (i32::from(c.start.year()), c.how, c.leans_on),
            None => match self
                .sentence_year()
                .filter(|n| n.sentence == self.sentence && n.stretch.level == Level::Year)
            {
                Some(named) => (i32::from(named.stretch.start.year()), How::Context, Some(named.id)),
                None => (self.feast_year(feast, draft.tense)?, How::Publication, None),
            },
        };
        let (start, end) = if whole { feast.holiday(year)? } else { feast.days(year)? };
        let mut found = Stretch::days(start, end, Level::Day, how);
        found.feast = true;
        found.range = days_between(start, end) > 1;
        found.leans_on = leans_on;
        Some(found)
    }

    /// The nearest feast that fits the tense; ahead of two behind where nothing says.
    fn feast_year(&self, feast: Feast, tense: Tense) -> Option<i32> {
        let today = self.today()?;
        let year = i32::from(today.year());
        (year - 1..=year + 1)
            .filter_map(|y| {
                let distance = days_between(today, feast.on(y)?);
                let cost = match tense {
                    Tense::Past if distance > 0 => distance * 4,
                    Tense::Future if distance < -7 => -distance * 4,
                    _ => distance.abs(),
                };
                Some((cost, y))
            })
            .min()
            .map(|(_, y)| y)
    }

    /// The year whose first months or quarters are meant: the latest that has them behind it.
    fn counted_year(&self, n: u8, unit: Unit, draft: &DateDraft) -> Option<Stretch> {
        if let Some(named) = self.sentence_year() {
            let mut year = Stretch::year(i32::from(named.stretch.start.year()), How::Context)?;
            year.leans_on = Some(named.id);
            return Some(year);
        }
        let today = self.today()?;
        let months = match unit {
            Unit::Quarter => 3 * n,
            _ => n,
        };
        let over = today.month() as u8 > months || today.month() as u8 == months && today.day() > 20;
        let turn = if over || draft.tense == Tense::Future { 0 } else { -1 };
        Stretch::year(i32::from(today.year()) + turn, How::Publication)
    }

    /// The stretch last named, moved into this year (去年同期, the same period of 2023).
    fn same(&self, current: Option<Stretch>, _rest: &[Step]) -> Option<Stretch> {
        let Some(target) = current else {
            return self.last.map(|l| Stretch { how: How::Context, leans_on: Some(l.id), ..l.stretch });
        };
        let Some(last) = self.last else { return Some(target) };
        let from = last.stretch;
        // 上年同期 beside 2023年一季度 is the year before that, whenever the article appeared.
        let own = target.how == How::Publication
            && target.level == Level::Year
            && target.start.year() == from.start.year();
        let months = -i64::from(own) * 12
            + (i64::from(target.start.year()) - i64::from(from.start.year())) * 12
            + if target.level == Level::Month {
                i64::from(target.start.month()) - i64::from(from.start.month())
            } else {
                0
            };
        let whole_months = from.start.day() == 1 && from.end.day() == 1;
        let start = add_months(from.start.date(), months)?;
        let end = if whole_months {
            add_months(from.end.date(), months)?
        } else {
            add_days(start, days_between(from.start.date(), from.end.date()).max(1))?
        };
        let mut found = Stretch::days(start, end, from.level, How::Context);
        found.leans_on = Some(last.id);
        found.range = from.range;
        Some(found)
    }
}

fn lean_or(found: Stretch, lean: impl Fn(Stretch) -> Stretch, has: bool) -> Stretch {
    if has { lean(found) } else { found }
}

fn fiscal_year(year: i32, start: u8, how: How) -> Option<Stretch> {
    let first = if start > 1 { year - 1 } else { year };
    Stretch::months(first, start.max(1), 12, Level::Year, how)
}

fn weekend(monday: Day, how: How) -> Option<Stretch> {
    let saturday = add_days(monday, 5)?;
    let mut found = Stretch::days(saturday, add_days(saturday, 2)?, Level::Day, how);
    found.range = true;
    Some(found)
}

/// The first or last so many units of a stretch.
fn counted(whole: Stretch, n: i64, unit: Unit, first: bool) -> Option<Stretch> {
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

fn nth(whole: Stretch, n: i8, unit: Unit) -> Option<Stretch> {
    if unit == Unit::Week {
        return nth_week(whole, n);
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
fn nth_week(whole: Stretch, n: i8) -> Option<Stretch> {
    let first = if n > 0 {
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
fn cut(whole: Stretch, edge: Edge) -> Option<Stretch> {
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
