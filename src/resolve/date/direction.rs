//! Which month, day, quarter or feast is meant where the text gives no year: by the direction of news and by its tense.

use super::stretch::{How, Level, Stretch};
use super::{Context, Named};
use crate::recognize::date::DateDraft;
use crate::recognize::date::draft::{Step, Tense, Unit};
use crate::value::calendar::feast::Feast;
use crate::value::calendar::{Day, add_days, day, days_between, month_start, weekday};

impl Context {
    /// A year in figures that stands in the same sentence, for months and quarters without one.
    pub(super) fn sentence_year(&self) -> Option<Named> {
        // What was still to come does not lead: due in March 2027. It meets on Sept. 10.
        let come = |l: &Named| self.today().is_none_or(|today| l.stretch.start.year() <= today.year());
        self.last.filter(|l| {
            l.block == self.block
                && l.dated
                && (l.sentence == self.sentence || l.sentence + 1 == self.sentence && l.leads && come(l))
        })
    }

    /// True where the sentence speaks of next year, in no other words.
    fn next_year_told(&self) -> bool {
        let year = self.today().map(|today| today.year() + 1);
        self.last.is_some_and(|l| {
            l.sentence == self.sentence
                && l.stretch.level == Level::Year
                && !l.dated
                && year == Some(l.stretch.start.year())
        })
    }

    /// Where a clause points, ahead where its sentence speaks of next year: 明年想放到元宵节办.
    fn tense(&self, draft: &DateDraft) -> Tense {
        let next = draft.tense == Tense::Unknown && self.next_year_told();
        if next { Tense::Future } else { draft.tense }
    }

    /// Halves, quarters and seasons.
    pub(super) fn part_of_year(
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
        let this = self.today().and_then(|t| {
            let first = day(i32::from(t.year()), month, 1)?;
            Some((first, month_start(first, count)?))
        });
        let goes_on = |n: &Named| {
            this.zip(self.today())
                .is_some_and(|((first, end), today)| self.turned(n, first, end, today, draft))
        };
        if let Some(named) = self.sentence_year().filter(|n| !goes_on(n)) {
            let mut found =
                Stretch::months(i32::from(named.stretch.start.year()), month, count, level, How::Context)?;
            found.leans_on = Some(named.id);
            return Some(found);
        }
        let today = self.today()?;
        let year = i32::from(today.year());
        let begun = today.month() as u8 >= month;
        // 2025年经济运行情况: 一季度增长6%, told in January 2026; 跌幅由上半年的2%收窄, where the sentence tells of its second half.
        let to_come = this.is_some_and(|(_, end)| today < end);
        let part = |n: Named| {
            n.sentence == self.sentence
                && matches!(n.stretch.level, Level::Half | Level::Quarter)
                && !n.stretch.range
        };
        let before = |n: &Named| i32::from(n.stretch.start.year()) == year - 1;
        let told = begun && self.told_year().is_some_and(|n| before(&n))
            || self.last.filter(|n| part(*n)).is_some_and(|n| before(&n));
        if to_come && told && draft.tense != Tense::Future && !draft.starts {
            return Stretch::months(year - 1, month, count, level, How::Context);
        }
        let turn = match draft.tense {
            // 第1季可望回升, said in April: the one just over is nearer than the next.
            Tense::Future if begun && today >= month_start(day(year, month, 1)?, count)? => {
                let over = days_between(month_start(day(year, month, 1)?, count)?, today);
                let ahead = days_between(today, day(year + 1, month, 1)?);
                i32::from(over > 45 || over > ahead)
            }
            Tense::Future => 0,
            // put off until spring, said in June
            _ if draft.starts && begun && today >= month_start(day(year, month, 1)?, count)? => 1,
            // Profit fell in the first half, told in February: of the year before.
            _ if begun => {
                let left = this.map_or(0, |(_, end)| days_between(today, end));
                -i32::from(draft.english && draft.tense == Tense::Past && left > 45 && level != Level::Season)
            }
            // Reports of the last part of a year come at the start of the next.
            _ => {
                let end = month_start(day(year - 1, month, 1)?, count)?;
                let late = if level == Level::Half { 60 } else { 125 };
                -i32::from(days_between(end, today) <= late || draft.tense == Tense::Past)
            }
        };
        Stretch::months(year + turn, month, count, level, How::Publication)
    }

    /// True where a part of this year is meant though the text has named another year: 2025年营收12亿元　一季度净利增长四成, a
    /// headline of April 2026; 2025年11月投产. 一季度…
    fn turned(&self, named: &Named, first: Day, end: Day, today: Day, draft: &DateDraft) -> bool {
        let told = named.stretch;
        if told.start.year() + 1 != today.year() || draft.compared || first > today {
            return false;
        }
        if named.sentence == self.sentence {
            return self.heading
                && told.level == Level::Year
                && end <= today
                && days_between(end, today) <= 60;
        }
        told.level >= Level::Month && told.start.month() >= end.month() && end.year() == first.year()
    }

    /// The year that a report at the turn of the year tells of: the last stretch named that is one, unless what was
    /// named since is still to come.
    fn told_year(&self) -> Option<Named> {
        let today = self.today()?;
        let ahead = self.last.is_some_and(|l| l.stretch.start.date() > today);
        let here = self
            .period
            .filter(|p| p.block == self.block && p.stretch.level == Level::Year && !p.stretch.range);
        // Once a part of this year is told of, the year before it is no longer.
        let this = self.period.is_some_and(|p| p.stretch.start.year() == today.year());
        here.or(self.titled).filter(|_| !ahead && !this)
    }

    /// True in the first months of a year where its end is told of as past.
    pub(super) fn over_at_turn(&self, draft: &DateDraft) -> bool {
        let early = self.today().is_some_and(|today| today.month() <= 3);
        let until = draft.modifier == Some("until") && !draft.english && !draft.starts;
        early
            && match draft.tense {
                Tense::Future => false,
                Tense::Past => true,
                Tense::Unknown => until || self.told_year().is_some(),
            }
    }

    /// 全年: the year told of, which at the turn of the year is the one just over.
    pub(super) fn whole_year(&self, draft: &DateDraft) -> Option<Stretch> {
        // 今年1月并网，2月满载，全年…; a year that the paragraph names in figures holds as well.
        let here = self.last.filter(|l| {
            l.block == self.block && (l.dated || l.sentence == self.sentence) && l.stretch.level < Level::Day
        });
        if let Some(named) = self.sentence_year().or(here) {
            let mut year = Stretch::year(i32::from(named.stretch.start.year()), How::Context)?;
            year.leans_on = Some(named.id);
            return Some(year);
        }
        let today = self.today()?;
        let this = i32::from(today.year());
        let told = self.period.map(|p| i32::from(p.stretch.start.year()));
        let over = draft.tense != Tense::Future
            && match today.month() {
                1..=2 if draft.starts => told == Some(this - 1) && today.month() == 1,
                1..=2 => told != Some(this),
                3..=4 => !draft.starts && told != Some(this),
                _ => false,
            };
        Stretch::year(this - i32::from(over), How::Publication)
    }

    pub(super) fn offset_part(&self, months: i64, n: i8, level: Level) -> Option<Stretch> {
        let today = self.today()?;
        let index = (i64::from(today.month()) - 1) / months + i64::from(n);
        let first = month_start(day(i32::from(today.year()), 1, 1)?, index * months)?;
        Some(Stretch::days(first, month_start(first, months)?, level, How::Publication))
    }

    pub(super) fn month(
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
        let over = |found: &Stretch| {
            let day = match rest.first() {
                Some(Step::Day(d)) => add_days(found.start.date(), i64::from(*d) - 1),
                _ => add_days(found.end.date(), -1),
            };
            draft.tense == Tense::Future && day.zip(self.today()).is_some_and(|(day, today)| day < today)
        };
        // a hearing on the 2026 budget for Thursday, March 27: the weekday tells the year.
        let weekday_fits = |year: i16| match (draft.weekday, rest.first()) {
            (Some(wanted), Some(Step::Day(d))) => {
                day(i32::from(year), month, *d).is_none_or(|d| weekday(d) == wanted)
            }
            _ => true,
        };
        let told = self.sentence_year().filter(|n| !draft.stamp && weekday_fits(n.stretch.start.year()));
        if let Some(named) = told {
            let told = named.stretch.start;
            // 去年11月提出检控，5月判罚: the text goes on, as far as that has come.
            let on = (i32::from(month) - i32::from(told.month() as u8)).rem_euclid(12) <= 7;
            let next = day(i32::from(told.year()) + 1, month, 1);
            let near = (i32::from(month) - i32::from(told.month() as u8)).rem_euclid(12) <= 3;
            let turns = (draft.tense == Tense::Past
                || draft.tense == Tense::Unknown && near && !draft.english)
                && !draft.compared
                && named.stretch.level >= Level::Month
                && (told.month() as u8) > month
                && on
                && next.zip(self.today()).is_some_and(|(next, today)| next <= today);
            // 去年10月起试办，延长至6月底: an end comes after its beginning.
            let after = draft.modifier == Some("until")
                && !draft.english
                && !draft.compared
                && named.sentence == self.sentence
                && named.stretch.level == Level::Month
                && (told.month() as u8) > month;
            let year = i32::from(told.year()) + i32::from(turns || after);
            let mut found = Stretch::months(year, month, 1, Level::Month, How::Context)?;
            found.leans_on = Some(named.id);
            // Rents rose in 2025, and the appeal will be heard in February: to come, whatever year is told of.
            if !over(&found) {
                return Some(found);
            }
        }
        let today = self.today()?;
        let (year, this) = (i32::from(today.year()), today.month() as u8);
        let number = match rest.first() {
            Some(Step::Day(d)) => Some(*d),
            _ => None,
        };
        let ahead = month > this || month == this && number.is_some_and(|d| d > today.day() as u8);
        let far = (i32::from(month) - i32::from(this)).rem_euclid(12);
        let turn = match (self.tense(draft), ahead) {
            (Tense::Future, true) => 0,
            (Tense::Future, false) if month == this => 0,
            // 将于1月 in November; a plan does not lie half a year back.
            (Tense::Future, false) => i32::from(far <= 9),
            (Tense::Past, false) | (Tense::Unknown, false) => {
                let near = if draft.starts && draft.modifier == Some("until") { 6 } else { 1 };
                // On Jan. 1, said in November, as above.
                let soon = number
                    .and_then(|d| day(year + 1, month, d))
                    .is_some_and(|d| (0..=45).contains(&days_between(today, d)));
                // 1月1日起调价，2月再调, said in December: on from what is to come.
                let chain = self.last.is_some_and(|l| {
                    let start = l.stretch.start.date();
                    let next = day(year + 1, month, number.unwrap_or(1));
                    l.sentence == self.sentence
                        && l.stretch.level >= Level::Month
                        && start > today
                        && i32::from(start.year()) > year
                        && next.is_some_and(|n| (0..=200).contains(&days_between(start, n)))
                });
                let open = draft.tense == Tense::Unknown && (chain || far <= near && month != this);
                i32::from(soon || open)
            }
            (Tense::Past, true) => {
                // A day six weeks ahead is nearer than one of last year, which would have its year; English papers
                // leave out the year of this year's days alone.
                let most = match draft.modifier {
                    Some("since") => 0,
                    _ if draft.english => 90,
                    _ => 40,
                };
                let soon = number
                    .and_then(|d| day(year, month, d))
                    .is_some_and(|d| (0..=most).contains(&days_between(today, d)));
                -i32::from(!soon && (month > this || number.is_some_and(|d| d > today.day() as u8 + 1)))
            }
            (Tense::Unknown, true) if draft.starts && draft.modifier == Some("until") => -i32::from(far > 6),
            // 12月起, said in January, began last year.
            (Tense::Unknown, true) if draft.starts => -i32::from(far > 9),
            (Tense::Unknown, true) => {
                // Chinese papers say 去年 of what lies behind by more than some months.
                let near = match (draft.english, number) {
                    (true, Some(_)) => 3,
                    (true, None) => 2,
                    _ => 6,
                };
                // 7月至9月为汛期，10月至次年3月为枯水期: on from what is not over.
                let on = self.last.is_some_and(|l| {
                    l.sentence == self.sentence
                        && l.stretch.level == Level::Month
                        && i32::from(l.stretch.start.year()) == year
                        && (l.stretch.start.month() as u8) < month
                        && l.stretch.end.date() > today
                });
                -i32::from(far > near && !on)
            }
        };
        let mut year = year + turn;
        if (month, number) == (2, Some(29)) {
            // The nearest leap year, the last before the next where nothing says.
            let order = if draft.tense == Tense::Future { [0, 1, 2, 3, 4] } else { [0, -1, -2, -3, -4] };
            year = order.into_iter().map(|k| year + k).find(|y| day(*y, 2, 29).is_some()).unwrap_or(year);
        }
        // Next year's show is on 21 May, said when this year's is over.
        let falls = day(year, month, number.unwrap_or(1));
        if !draft.stamp
            && self.next_year_told()
            && falls.is_some_and(|d| d < today)
            && year == i32::from(today.year())
        {
            year += 1;
        }
        // 8月31日（周六）, Friday, March 5: the year in which it falls on that weekday.
        if let (Some(wanted), Some(number)) = (draft.weekday, number) {
            // A day just ahead keeps its year: the weekday may be another's (Saturday and Sunday, Feb. 7 and 8) or wrong.
            let near = falls.is_some_and(|d| (0..=31).contains(&days_between(today, d)));
            let falls = |y: &i32| day(*y, month, number).is_some_and(|d| weekday(d) == wanted);
            year = [year, year + 1, year - 1].into_iter().find(|y| near || falls(y)).unwrap_or(year);
        }
        Stretch::months(year, month, 1, Level::Month, How::Publication)
    }

    pub(super) fn day_of_month(
        &self,
        number: u8,
        current: Option<Stretch>,
        draft: &DateDraft,
    ) -> Option<Stretch> {
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
                    // 12月2日、3日登场。2日上午…: on from a day to come, and back to it.
                    let to_come = today.is_some_and(|t| base > t)
                        && named.stretch.level == Level::Day
                        && draft.tense != Tense::Past
                        && (number >= base.day() as u8 || self.named_day(number, base));
                    if far || to_come {
                        let mut found = Stretch::day(
                            day(i32::from(base.year()), base.month() as u8, number)?,
                            How::Context,
                        );
                        found.leans_on = Some(named.id);
                        return Some(found);
                    }
                }
                let today = today?;
                // 门诊安排（10月1日至7日）, and below it: 3日停诊.
                if let Some(named) = self.row.filter(|_| draft.tense != Tense::Past) {
                    let (first, end) = (named.stretch.start.date(), named.stretch.end.date());
                    let near = days_between(today, first) <= 31 && end > today;
                    let falls = [Some(first), month_start(first, 1)].into_iter().flatten();
                    let falls = falls.filter_map(|m| day(i32::from(m.year()), m.month() as u8, number));
                    if let Some(found) = falls.filter(|_| near).find(|d| first <= *d && *d < end) {
                        let mut found = Stretch::day(found, How::Context);
                        found.leans_on = Some(named.id);
                        return Some(found);
                    }
                }
                let this = today.day() as u8;
                let mut turn = match draft.tense {
                    Tense::Future => i64::from(number < this && this - number > 3),
                    // The day after tomorrow is nearer than one of last month, whose name would be told.
                    Tense::Past => -i64::from(number > this + 2),
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

    /// True where that day of the base's month has been named.
    fn named_day(&self, number: u8, base: Day) -> bool {
        (self.days.0, self.days.1) == (base.year(), base.month()) && self.days.2 >> number & 1 == 1
    }

    pub(super) fn weekday(&self, number: u8, draft: &DateDraft) -> Option<Stretch> {
        let today = self.today()?;
        // 周五、周六最冷，周日稍暖: on from a day to come.
        let on = self.last_day.filter(|n| n.sentence == self.sentence && draft.tense == Tense::Unknown);
        let on = on.is_some_and(|n| (1..7).contains(&days_between(today, n.stretch.start.date())));
        let tense = if on { Tense::Future } else { draft.tense };
        let back = (i64::from(weekday(today)) - i64::from(number)).rem_euclid(7);
        let offset = match tense {
            Tense::Future if back == 0 => 0,
            Tense::Future => 7 - back,
            // Where nothing says, the nearest.
            Tense::Unknown if back > 4 => 7 - back,
            _ => -back,
        };
        let found = add_days(today, offset)?;
        // will visit Nairobi on Monday, Kampala on Tuesday and Kigali on Thursday: each after the one before.
        let before = self.last_day.filter(|n| {
            let ahead = days_between(today, n.stretch.start.date());
            tense == Tense::Future && n.sentence == self.sentence && (1..7).contains(&ahead)
        });
        // 周日回暖，周六仍有阵雨 goes back a day.
        let over = before.is_some_and(|n| {
            let ahead = days_between(found, n.stretch.start.date());
            ahead > 2 || ahead > 0 && found == today
        });
        Some(Stretch::day(if over { add_days(found, 7)? } else { found }, How::Publication))
    }

    pub(super) fn feast(
        &self,
        feast: Feast,
        whole: bool,
        current: Option<Stretch>,
        draft: &DateDraft,
    ) -> Option<Stretch> {
        // Founded in 1958, it has waited since Memorial Day; it closed in 2020 and will reopen at Easter.
        let told = self.sentence_year().filter(|n| {
            let year = i32::from(n.stretch.start.year());
            let past = feast.on(year).zip(self.today()).is_some_and(|(day, today)| day < today);
            let near = self.today().is_none_or(|today| (i32::from(today.year()) - year).abs() <= 2);
            n.sentence == self.sentence
                && n.stretch.level == Level::Year
                && !(draft.tense == Tense::Future && past)
                && (near || draft.modifier != Some("since"))
        });
        let (year, how, leans_on) = match &current {
            Some(c) => (i32::from(c.start.year()), c.how, c.leans_on),
            None => match told {
                Some(named) => (i32::from(named.stretch.start.year()), How::Context, Some(named.id)),
                None => {
                    // 撑到中秋节
                    let until = draft.starts && draft.modifier == Some("until") && !draft.english;
                    let tense = if until { Tense::Future } else { self.tense(draft) };
                    (self.feast_year(feast, tense, !until)?, How::Publication, None)
                }
            },
        };
        let (start, end) = if whole { feast.holiday(year)? } else { feast.days(year)? };
        let mut found = Stretch::days(start, end, Level::Day, how);
        found.feast = true;
        found.range = days_between(start, end) > 1;
        found.leans_on = leans_on;
        Some(found)
    }

    /// The nearest feast that fits the tense; ahead of two behind where nothing says. A tense that is not sure weighs less.
    pub(super) fn feast_year(&self, feast: Feast, tense: Tense, sure: bool) -> Option<i32> {
        let today = self.today()?;
        let year = i32::from(today.year());
        (year - 1..=year + 1)
            .filter_map(|y| {
                let (first, end) = feast.days(y)?;
                let distance = days_between(today, first);
                let cost = match tense {
                    _ if first <= today && today < end => 0,
                    Tense::Past if distance > 0 => distance * 10,
                    Tense::Future if distance < -7 => -distance * if sure { 10 } else { 4 },
                    _ => distance.abs(),
                };
                Some((cost, y))
            })
            .min()
            .map(|(_, y)| y)
    }

    /// The year whose first months or quarters are meant: the latest that has them behind it.
    pub(super) fn counted_year(&self, n: u8, unit: Unit, draft: &DateDraft) -> Option<Stretch> {
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
}
