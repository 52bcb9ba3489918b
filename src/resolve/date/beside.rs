//! What stands beside a date and says more of it: the day that explains a weekday, the row that a weekday ends, the
//! time line under a teaser.

use super::stretch::{self, How, Level, Stretch};
use super::{Context, Named};
use crate::document::{Document, Role};
use crate::recognize::date::DateDraft;
use crate::recognize::date::draft::{Expr, Point, Step, Tense};
use crate::recognize::{Candidate, Draft};
use crate::span::Span;
use crate::value::calendar::{self, Day, Moment, add_days, add_months};

/// A date among what was found, and what came before it.
pub struct Place<'a> {
    pub document: &'a Document,
    pub selected: &'a [Candidate],
    /// Its place among what was found.
    pub index: usize,
    pub context: &'a Context,
    pub draft: &'a DateDraft,
}

impl Place<'_> {
    fn span(&self) -> Option<Span> {
        self.selected.get(self.index).map(|c| c.span)
    }

    fn before(&self) -> Option<&Candidate> {
        self.index.checked_sub(1).and_then(|i| self.selected.get(i))
    }

    /// The last day named, where it stands right before.
    fn day_before(&self) -> Option<Named> {
        self.context.last_day.filter(|named| named.id + 1 == self.index as u32)
    }

    fn between(&self, from: u32, to: u32) -> &str {
        self.document.slice(Span::new(from, to.max(from)))
    }

    /// The weekday that the expression is, and nothing else.
    fn weekday(&self) -> Option<u8> {
        let Expr::Point(Point { steps, part: None, clock: None }) = &self.draft.expr else { return None };
        match steps[..] {
            [Step::Weekday(number)] => Some(number),
            _ => None,
        }
    }

    /// The second weekday of next Monday and Tuesday: the first such day after the one before it.
    pub fn listed(&self) -> Option<Stretch> {
        let number = self.weekday()?;
        let before = self.before()?;
        let named = self.day_before()?;
        // next Monday and Tuesday, 7:30 p.m. Friday and Saturday
        let weekday = |steps: &[Step]| {
            matches!(
                steps,
                [Step::WeekdayToward(..) | Step::Weekday(_)] | [Step::WeekOffset(_), Step::Weekday(_)]
            )
        };
        let row = matches!(&before.draft, Draft::Date(d)
            if matches!(&d.expr, Expr::Point(p) if weekday(&p.steps)));
        let gap = self.between(before.span.end, self.span()?.start);
        if !row || !matches!(gap.trim(), "and" | "or" | "," | "、" | "和" | "及" | "与" | "與") {
            return None;
        }
        let day = named.stretch.start.date();
        let ahead = (i64::from(number) - i64::from(calendar::weekday(day))).rem_euclid(7);
        let found = add_days(day, if ahead == 0 { 7 } else { ahead })?;
        let mut found = Stretch::day(found, How::Context);
        found.leans_on = Some(named.id);
        Some(found)
    }

    /// A feast by its name, and nothing else.
    fn feast(&self) -> bool {
        matches!(&self.draft.expr, Expr::Point(Point { steps, part: None, clock: None }) if matches!(steps[..], [.., Step::Feast(..)]))
    }

    /// A weekday or a feast beside the date that explains it is that day: 8月31日（周日）, 周日（8月31日）, 国庆日（8月31日）.
    pub fn explained(&self) -> Option<Stretch> {
        let number = self.weekday();
        if number.is_none() && !self.feast() {
            return None;
        }
        let here = self.span()?;
        let bracketed = |from: u32, to: u32| {
            let gap = self.between(from, to);
            let said =
                ["適逢", "适逢", "恰逢", "正逢", "是", "正是", "恰是", "落在", "為", "为"].contains(&gap);
            gap.len() <= 4 && gap.contains(['(', '（', ',', '，']) || gap.trim().is_empty() || said
        };
        let fits = |day: Day| number.is_none_or(|number| calendar::weekday(day) == number);
        // 至4月11日（星期五）止: a day that the text does not go on about is explained as well.
        let last = || {
            let last = self.context.last.filter(|named| named.id + 1 == self.index as u32)?;
            // 9月20日至10月12日（周日）: the weekday of the last day.
            let day = add_days(last.stretch.end.date(), -1).filter(|_| last.stretch.range);
            let stretch = day.map_or(last.stretch, |day| Stretch::day(day, How::Context));
            (last.stretch.level == Level::Day).then_some(Named { stretch, ..last })
        };
        if let (Some(before), Some(named)) = (self.before(), self.day_before().or_else(last))
            && number.is_some()
            && matches!(before.draft, Draft::Date(_))
            && bracketed(before.span.end, here.start)
            && fits(named.stretch.start.date())
        {
            return Some(Stretch {
                clock: false,
                leans_on: Some(named.id),
                ..Stretch::day(named.stretch.start.date(), How::Context)
            });
        }
        let after = self.selected.get(self.index + 1).filter(|a| bracketed(here.end, a.span.start))?;
        let Draft::Date(explanation) = &after.draft else { return None };
        // A feast is explained in brackets alone, by a day of a month.
        let day = || explanation.names(|s| matches!(s, Step::Day(_)));
        if number.is_none() && !(self.between(here.end, after.span.start).contains(['(', '（']) && day()) {
            return None;
        }
        let found = self.context.expr(&explanation.expr, explanation).filter(|f| f.level == Level::Day)?;
        // 国庆假期（10月1日至8日）
        if number.is_none() && found.range {
            return Some(Stretch {
                leans_on: Some(self.index as u32 + 1),
                how: How::Context,
                feast: true,
                ..found
            });
        }
        (fits(found.start.date()) && !found.range).then(|| Stretch {
            leans_on: Some(self.index as u32 + 1),
            feast: number.is_none(),
            ..Stretch::day(found.start.date(), How::Context)
        })
    }

    /// A weekday of the title is the one that the text under it tells of.
    pub fn headed(&self) -> Option<Stretch> {
        let number = self.weekday().filter(|_| self.context.heading)?;
        let here = self.span()?;
        let body = self.selected.iter().skip(self.index + 1).take(40).find_map(|c| match &c.draft {
            Draft::Date(d) => match &d.expr {
                Expr::Point(p) if p.steps[..] == [Step::Weekday(number)] && d.tense != Tense::Unknown => {
                    Some((c.span.start, d))
                }
                _ => None,
            },
            _ => None,
        });
        let (start, draft) = body?;
        let role = |at: u32| self.document.blocks().get(self.document.block_at(at)).map(|b| b.role);
        if role(here.start) != Some(Role::Title) || role(start) != Some(Role::Paragraph) {
            return None;
        }
        self.context.weekday(number, draft)
    }

    /// A year earlier, before the month that it is counted from: fell 6.2 percent from a year earlier to 4.8 billion in
    /// January.
    pub fn told_after(&self) -> Option<Stretch> {
        let Expr::Point(Point { steps, part: None, clock: None }) = &self.draft.expr else { return None };
        let sentence = self.document.sentence_at(self.span()?.start);
        let named = self.context.begun.is_some_and(|n| n.sentence as usize == sentence);
        if steps[..] != [Step::ContextYear(-1), Step::Same] || named {
            return None;
        }
        let mut behind = self.selected.iter().enumerate().skip(self.index + 1).take(8);
        let (place, candidate, explanation) = behind.find_map(|(i, c)| match &c.draft {
            Draft::Date(d) => Some((i, c, d)),
            _ => None,
        })?;
        let Expr::Point(Point { steps, clock: None, .. }) = &explanation.expr else { return None };
        let period = matches!(
            steps.last(),
            Some(
                Step::Month(_)
                    | Step::Quarter(_)
                    | Step::Half(_)
                    | Step::First(..)
                    | Step::MonthOffset(_)
                    | Step::QuarterOffset(_)
            )
        );
        if !period || self.document.sentence_at(candidate.span.start) != sentence {
            return None;
        }
        let today = self.context.today();
        let told = self
            .context
            .expr(&explanation.expr, explanation)
            .filter(|t| t.level < Level::Day && today.is_none_or(|today| t.start.date() <= today))?;
        let (start, end) = (add_months(told.start.date(), -12)?, add_months(told.end.date(), -12)?);
        let mut found = Stretch::days(start, end, told.level, How::Context);
        found.leans_on = Some(place as u32);
        found.range = told.range;
        Some(found)
    }
}

/// For every candidate, the time line that follows it among the teasers of other articles.
pub fn teaser_stamps(document: &Document, selected: &[Candidate]) -> Vec<Option<(Moment, u32)>> {
    if document.blocks().iter().all(|b| b.role != Role::Related) {
        return Vec::new();
    }
    let mut out = vec![None; selected.len()];
    let mut next: Option<(Moment, u32)> = None;
    for (index, candidate) in selected.iter().enumerate().rev() {
        let block = document.blocks().get(document.block_at(candidate.span.start));
        let Some(block) = block.filter(|b| b.role == Role::Related) else {
            next = None;
            continue;
        };
        if let Draft::Date(draft) = &candidate.draft
            && let Expr::Point(point) = &draft.expr
        {
            let alone = candidate.span.len() * 2 > block.span.len();
            if let (true, [Step::Year(y), Step::Month(m), Step::Day(d)]) = (alone, point.steps.as_slice()) {
                let day = calendar::day(i32::from(*y), *m, *d);
                next = day.map(|d| (stretch::at(d, point.clock), index as u32));
            }
        }
        out[index] = next;
    }
    out
}
