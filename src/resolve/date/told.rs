//! Years, months, quarters and weeks counted from what the text last named: 同年, 较上年, the previous month, that week.

use super::stretch::{How, Level, Stretch};
use super::{Context, Named};
use crate::recognize::date::DateDraft;
use crate::value::calendar::{add_days, add_months, days_between, month_start, week_start};

impl Context {
    /// The year that the sentence tells of where it compares, else the current one.
    pub(super) fn year_told(&self, draft: &DateDraft) -> Option<Stretch> {
        let this_year = || self.today().map(|d| i32::from(d.year()));
        let named = self.last.filter(|l| {
            draft.compared
                && l.block == self.block
                && l.sentence == self.sentence
                && l.stretch.level < Level::Day
        });
        let year = named.map_or_else(this_year, |l| Some(i32::from(l.stretch.start.year())))?;
        let how = if named.is_some() { How::Context } else { How::Publication };
        Some(Stretch { leans_on: named.map(|l| l.id), ..Stretch::year(year, how)? })
    }

    /// So many years from the last date named.
    pub(super) fn context_year(&self, n: i16) -> Option<Stretch> {
        let this_year = || self.today().map(|d| i32::from(d.year()));
        // 较上年 compares with what this passage tells, a year of our days.
        let near = |l: &&Named| {
            let back = this_year().map_or(0, |y| y - i32::from(l.stretch.start.year()));
            // In another block, where last year is what is reported on.
            n >= 0 || (0..=2).contains(&back) && (l.block == self.block || back == 1 && l.dated)
        };
        // 2023-24 and the year before it, where years do not begin in January.
        let length = |l: &Named| days_between(l.stretch.start.date(), l.stretch.end.date());
        let whole = self.last.filter(|l| n != 0 && (364..=366).contains(&length(l)));
        if let Some(last) = whole.filter(|l| l.stretch.start.month() != 1) {
            let first = add_months(last.stretch.start.date(), 12 * i64::from(n))?;
            let mut year = Stretch::days(first, add_months(first, 12)?, Level::Year, How::Context);
            year.leans_on = Some(last.id);
            return Some(year);
        }
        // 较2014年高, 约为当年的两倍
        let against = self.against.filter(|l| n == 0 && l.sentence == self.sentence);
        // 2025年经济运行情况 over a report of January 2026: 比上年增长5%.
        let titled =
            self.titled.filter(|l| n < 0 && this_year() == Some(i32::from(l.stretch.start.year()) + 1));
        let (base, id) = match against.as_ref().or(self.last.as_ref()).filter(near).or(titled.as_ref()) {
            Some(last) => (i32::from(last.stretch.start.year()), Some(last.id)),
            None => (this_year()?, None),
        };
        let mut year =
            Stretch::year(base + i32::from(n), if id.is_some() { How::Context } else { How::Publication })?;
        year.leans_on = id;
        Some(year)
    }

    /// True where the sentence itself tells of last month by its name.
    pub(super) fn tells_last_month(&self) -> bool {
        let last = self.today().and_then(|today| month_start(today, -1));
        self.month.is_some_and(|m| {
            m.block == self.block && m.sentence == self.sentence && Some(m.stretch.start.date()) == last
        })
    }

    /// So many months from the last month named.
    pub(super) fn context_month(&self, n: i8, draft: &DateDraft) -> Option<Stretch> {
        let near = |l: &Named| {
            !draft.compared
                || l.block == self.block && l.sentence + 1 >= self.sentence && l.stretch.level == Level::Month
        };
        let named = self.last.filter(|l| l.stretch.level >= Level::Month).filter(near);
        // The month before the one that an article reports on, wherever that was named.
        let reported = self.month.filter(|m| {
            let next = month_start(m.stretch.start.date(), 1);
            draft.compared && n < 0 && next == self.today().and_then(|today| month_start(today, 0))
        });
        // Sales rose in June, the agency said on Thursday, after falling the month before.
        let told = self.month.filter(|m| {
            let month = named.is_some_and(|n| n.stretch.level == Level::Month && !n.stretch.range);
            n < 0 && !month && m.block == self.block || named.is_none() && m.block == self.block
        });
        let (base, id) = match told.or(named).or(reported) {
            Some(last) => (last.stretch.start.date(), Some(last.id)),
            None => (self.today()?, None),
        };
        let mut month = Stretch::month(
            month_start(base, i64::from(n))?,
            if id.is_some() { How::Context } else { How::Publication },
        )?;
        month.leans_on = id;
        Some(month)
    }

    /// So many quarters from the last quarter named.
    pub(super) fn context_quarter(&self, n: i8) -> Option<Stretch> {
        let named = self.quarter;
        Some(match named {
            Some(last) => {
                let first = add_months(last.stretch.start.date(), 3 * i64::from(n))?;
                let mut quarter = Stretch::days(first, add_months(first, 3)?, Level::Quarter, How::Context);
                quarter.leans_on = Some(last.id);
                quarter
            }
            None => self.offset_part(3, n, Level::Quarter)?,
        })
    }

    /// So many weeks from the last week named.
    pub(super) fn context_week(&self, n: i8) -> Option<Stretch> {
        let named = self.last.filter(|l| l.stretch.level >= Level::Week);
        let base = named.map_or(self.today()?, |l| l.stretch.start.date());
        // The week ended July 12 and the one before it run from Sunday to Saturday.
        let own = named.is_some_and(|l| days_between(base, l.stretch.end.date()) == 7);
        let start = add_days(if own { base } else { week_start(base)? }, 7 * i64::from(n))?;
        let how = if named.is_some() { How::Context } else { How::Publication };
        let mut week = Stretch::days(start, add_days(start, 7)?, Level::Week, how);
        week.leans_on = named.map(|l| l.id);
        Some(week)
    }
}
