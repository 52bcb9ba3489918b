//! The stretch last named, a year or more away: 去年同期, the same period of 2023.

use super::stretch::{How, Level, Stretch};
use super::{Context, Named};
use crate::value::calendar::{add_days, add_months, day, days_between};

impl Context {
    /// The stretch last named, moved into this year (去年同期, the same period of 2023); of `month`, the month last named.
    pub(super) fn same(&self, current: Option<Stretch>, month: bool) -> Option<Stretch> {
        // 预计7月至8月客流较去年同期增长: what the sentence itself names, though it has not begun.
        let here = self.last.filter(|l| {
            let begun = self.begun.is_some_and(|b| b.sentence == self.sentence);
            !month
                && !begun
                && l.sentence == self.sentence
                && (l.stretch.range || l.stretch.level < Level::Day)
        });
        let last = if month { self.month.or(self.begun) } else { here.or_else(|| self.told()) };
        let Some(target) = current else {
            return last.or(self.last).map(|l| Stretch {
                how: How::Context,
                leans_on: Some(l.id),
                ..l.stretch
            });
        };
        let Some(last) = last else {
            // The same month last year, where no month was named: that of the publication.
            let this = self.today().filter(|_| month && target.level == Level::Year);
            return match this {
                Some(today) => {
                    let found = day(i32::from(target.start.year()), today.month() as u8, 1)?;
                    Stretch::month(found, How::Publication)
                }
                None => Some(target),
            };
        };
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
        // the same week last year: 52 weeks before
        if from.level == Level::Week
            && months % 12 == 0
            && days_between(from.start.date(), from.end.date()) == 7
        {
            let start = add_days(from.start.date(), 364 * (months / 12))?;
            let mut found = Stretch::days(start, add_days(start, 7)?, Level::Week, How::Context);
            found.leans_on = Some(last.id);
            return Some(found);
        }
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

    /// What the article reports on: the stretch last named, and in a later block the longer one that holds it
    /// (上半年…, of which 6月…: 同期 is that half year).
    fn told(&self) -> Option<Named> {
        let last = self.begun?;
        let holds = |p: &Named| {
            p.stretch.start <= last.stretch.start
                && last.stretch.end <= p.stretch.end
                && last.block != self.block
                && last.stretch.start < last.stretch.end
        };
        // 公司昨晚披露…上半年营收…, 上年同期…: a period is compared, and not the day of which it is told.
        let told = |p: &Named| {
            let day = last.stretch.level >= Level::Day && !last.stretch.range;
            day && (p.block == self.block || last.sentence != self.sentence)
        };
        self.period.filter(|p| holds(p) || told(p)).or(Some(last))
    }
}
