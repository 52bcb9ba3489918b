//! From coarse to fine: the steps of a point, the first of them anchored by the direction of news.

use super::Context;
use super::part::{counted, cut, fiscal_year, nth, weekend};
use super::stretch::{How, Level, Stretch};
use crate::recognize::date::DateDraft;
use crate::recognize::date::draft::{Edge, Expr, Step, Tense, Unit};
use crate::recognize::date::festival::{LABOUR, NATIONAL};
use crate::value::calendar::feast::Rule;
use crate::value::calendar::{
    add_days, add_months, day, days_between, lunar, month_start, nth_weekday, week_start, weekday,
};

/// True for a step that is anchored on the publication alone.
pub fn leans_on_now(step: Step) -> bool {
    matches!(
        step,
        Step::YearOffset(_)
            | Step::HalfOffset(_)
            | Step::QuarterOffset(_)
            | Step::SeasonOffset(_)
            | Step::SeasonToward(..)
            | Step::WinterOffset(_)
            | Step::MonthOffset(_)
            | Step::WeekOffset(_)
            | Step::DayOffset(_)
            | Step::WeekdayToward(..)
            | Step::WeekendOffset(_)
            | Step::MonthToward(..)
            | Step::FiscalOffset(_)
            | Step::SchoolOffset(..)
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
            // 截至年末, at year-end it had: the end of the year that is just over.
            Step::YearOffset(0) if matches!(rest, [Step::Edge(Edge::End)]) => {
                Stretch::year(this_year()? - i32::from(self.over_at_turn(draft)), How::Publication)?
            }
            Step::YearOffset(n) => Stretch::year(this_year()? + i32::from(n), How::Publication)?,
            Step::FiscalOffset(n) => {
                let today = self.today()?;
                let start = draft.fiscal_start.max(1);
                let year = i32::from(today.year())
                    + i32::from(start > 1 && today.month() as u8 >= start)
                    + i32::from(n);
                // 下半财年, told when it is over
                let months = match rest.first() {
                    Some(Step::Half(k)) => i64::from(*k) * 6,
                    Some(Step::Quarter(k)) => i64::from(*k) * 3,
                    Some(Step::First(k, Unit::Month)) => i64::from(*k),
                    _ => 0,
                };
                let whole = fiscal_year(year, start, How::Publication)?;
                let over = draft.tense != Tense::Future && months > 0;
                if over && add_months(whole.start.date(), months)? > today {
                    fiscal_year(year - 1, start, How::Publication)?
                } else {
                    whole
                }
            }
            Step::YearTold => self.year_told(draft)?,
            Step::ContextYear(n) => self.context_year(n)?,
            Step::SchoolYear(y, first) => {
                Stretch::months(i32::from(y), first, 12, Level::Year, How::Absolute)?
            }
            Step::SchoolOffset(n, first) => {
                let today = self.today()?;
                let begun = today.month() as u8 >= first;
                let year = i32::from(today.year()) - i32::from(!begun) + i32::from(n);
                Stretch::months(year, first, 12, Level::Year, How::Publication)?
            }
            Step::ShortYear(y) => {
                let year = i32::from(y) + if self.republic { 1911 } else { 1900 };
                Stretch::year(year, How::Absolute)?
            }
            Step::CycleYear(n) => {
                let this = this_year()?;
                // 4 was a first year of the cycle; the nearest of this number.
                let ahead = (i32::from(n) - (this - 4)).rem_euclid(60);
                // 乙巳年除夕 ends that year, in the next of ours.
                let eve = matches!(rest, [Step::Feast(f, _), ..] if matches!(f.rule, Rule::NewYear(..0)));
                let year = this + if ahead > 30 { ahead - 60 } else { ahead };
                Stretch::year(year + i32::from(eve), How::Publication)?
            }
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
            Step::Half(n) => match current.filter(|c| c.level == Level::Year && c.start.month() != 1) {
                // of a fiscal year
                Some(year) => {
                    let first = add_months(year.start.date(), i64::from(n - 1) * 6)?;
                    Stretch::days(first, add_months(first, 6)?, Level::Half, how)
                }
                None => self.part_of_year(n * 6 - 5, 6, Level::Half, current, draft)?,
            },
            Step::Quarter(n) if current.is_some_and(|c| c.level == Level::Year && c.start.month() != 1) => {
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
                // This winter, said in March of what is just over.
                let early = today.month() <= if n == 0 && draft.tense != Tense::Future { 4 } else { 2 };
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
            // 8月CPI下降0.4%，上月上涨0.4%: the month before the one told of, which is last month itself.
            Step::MonthOffset(-1) if self.tells_last_month() => self.context_month(-1, draft)?,
            Step::MonthOffset(n) => {
                Stretch::month(month_start(self.today()?, i64::from(n))?, How::Publication)?
            }
            Step::ContextMonth(n) => self.context_month(n, draft)?,
            Step::ContextQuarter(n) => self.context_quarter(n)?,
            Step::ContextWeek(n) => self.context_week(n)?,
            Step::MonthsTo(n) => {
                let end = current?.end.date();
                let level = if n == 3 { Level::Quarter } else { Level::Half };
                Stretch::days(add_months(end, -i64::from(n))?, end, level, how)
            }
            Step::FromDay(d) => {
                let month = current?;
                let start = add_days(month.start.date(), i64::from(d) - 1)?;
                Stretch::days(start, month.end.date(), Level::Week, how)
            }
            Step::SeasonToward(n, toward) => {
                let today = self.today()?;
                let this = i32::from(today.year());
                let season = |year: i32| Stretch::months(year, n * 3, 3, Level::Season, How::Publication);
                (this - 2..=this + 2)
                    .filter_map(season)
                    .filter(|s| if toward < 0 { s.end.date() <= today } else { s.start.date() > today })
                    .min_by_key(|s| days_between(s.start.date(), today).abs())?
            }
            // It passed in 2021 and took effect the following January.
            Step::MonthToward(m, 2) => {
                let named = self.last.filter(|n| n.block == self.block)?;
                let told = named.stretch;
                let year = i32::from(told.start.year());
                let on = told.level == Level::Year || m <= told.start.month() as u8;
                let mut found = Stretch::months(year + i32::from(on), m, 1, Level::Month, How::Context)?;
                found.leans_on = Some(named.id);
                found
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
                    let first = c.start.date();
                    let ahead = (i64::from(w) - i64::from(weekday(first))).rem_euclid(7);
                    Stretch::day(add_days(first, ahead)?, how)
                }
                Some(c) => *c,
                None => self.weekday(w, draft)?,
            },
            Step::WeekdayToward(w, toward) => {
                let today = self.today()?;
                let found = if toward < 0 {
                    let back = (i64::from(weekday(today)) - i64::from(w)).rem_euclid(7);
                    // Last Tuesday; the Tuesday before last is a week before it.
                    let weeks = 7 * (-1 - i64::from(toward));
                    add_days(today, -weeks - if back == 0 { 7 } else { back })?
                } else if toward != 1 {
                    // Monday next: the coming one; Monday week: a week after it.
                    let ahead = (i64::from(w) - i64::from(weekday(today))).rem_euclid(7);
                    let ahead = if ahead == 0 { 7 } else { ahead };
                    add_days(today, ahead + 7 * (i64::from(toward) - 1).max(0))?
                } else {
                    add_days(week_start(today)?, 6 + i64::from(w))?
                };
                Stretch::day(found, How::Publication)
            }
            Step::Weekend => match &current {
                Some(c) if c.level == Level::Week => weekend(c.start.date(), how)?,
                // the Fourth of July weekend: with the feast, where it touches.
                Some(c) if c.feast || c.level == Level::Day && !c.range => {
                    let (day, monday) = (c.start.date(), week_start(c.start.date())?);
                    let (saturday, next) = (add_days(monday, 5)?, add_days(monday, 7)?);
                    let (first, end) = match weekday(day) {
                        1 => (add_days(monday, -2)?, add_days(day, 1)?),
                        2 => (add_days(monday, -2)?, add_days(day, 1)?),
                        _ => (day.min(saturday), next),
                    };
                    let first = if weekday(day) == 3 { saturday } else { first };
                    Stretch { range: true, ..Stretch::days(first, end, Level::Day, how) }
                }
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
            Step::DayOffset(n) => {
                let today = self.written.or(self.today())?;
                Stretch::day(add_days(today, i64::from(n))?, How::Publication)
            }
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
                        // Last Diwali, said in the week after this year's.
                        _ => days_between(*day, today) > 14,
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
            Step::Same => self.same(current, false)?,
            Step::SameMonth => self.same(current, true)?,
            Step::SameDay => {
                let year = current?;
                // 今年累计41例，较去年同日: counted until now.
                let near = self.last_day.filter(|n| n.block == self.block && n.sentence == self.sentence);
                let (base, id) = match &near {
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
            Step::Beside(unit, side) => {
                let (start, end) = current.map(|c| (c.start.date(), c.end.date()))?;
                let days = if unit == Unit::Day { 1 } else { 7 };
                if unit == Unit::Quarter {
                    Stretch::days(add_months(start, -3)?, start, Level::Quarter, how)
                } else if unit == Unit::Weekend {
                    let monday = week_start(if side < 0 { start } else { add_days(end, 6)? })?;
                    weekend(if side < 0 { add_days(monday, -7)? } else { add_days(monday, -7)? }, how)?
                } else if side < 0 {
                    Stretch::days(add_days(start, -days)?, start, Level::of(unit), how)
                } else {
                    Stretch::days(end, add_days(end, days)?, Level::of(unit), how)
                }
            }
            Step::YearFrom => {
                let start = current?.start.date();
                Stretch::days(start, add_months(start, 12)?, Level::Year, how)
            }
            Step::AfterFeast(feast) => {
                let day = self.feast(feast, false, current, draft)?;
                Stretch { feast: false, ..Stretch::day(day.end.date(), day.how) }
            }
            Step::SameFeast => match self.last_feast {
                Some(last) => Stretch { how: How::Context, leans_on: Some(last.id), ..last.stretch },
                // 黄金周, where no feast is named: that of the season.
                None => {
                    let feast = match self.today()?.month() {
                        4..=6 => LABOUR,
                        9..=11 => NATIONAL,
                        _ => return None,
                    };
                    self.feast(feast, true, None, draft)?
                }
            },
            // the second term of a school year
            Step::Term(1) if current.is_some_and(|c| c.level == Level::Year && c.start.month() > 1) => {
                let year = current?;
                Stretch::months(i32::from(year.start.year()) + 1, 2, 6, Level::Half, how)?
            }
            Step::Term(1) => self.part_of_year(2, 5, Level::Half, current, draft)?,
            Step::Term(_) => self.part_of_year(9, 5, Level::Half, current, draft)?,
            Step::FromNow => {
                let (today, whole) = (self.today()?, current?);
                let start = whole.start.date().max(today);
                Stretch {
                    range: true,
                    ..Stretch::days(start, whole.end.date(), whole.level, How::Publication)
                }
            }
            Step::ToDate => {
                Stretch::days(current?.start.date(), self.now_end()?, current?.level, How::Publication)
            }
            Step::Whole(_) => match current {
                Some(c) => c,
                None => self.whole_year(draft)?,
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
                | Step::SameMonth
                | Step::YearTold
                | Step::MonthToward(_, 2)
        );
        Some(if keep { found } else { lean_or(found, lean, current.is_some()) })
    }
}

fn lean_or(found: Stretch, lean: impl Fn(Stretch) -> Stretch, has: bool) -> Stretch {
    if has { lean(found) } else { found }
}
