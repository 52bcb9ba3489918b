//! What a date leaves for later ones to lean on.

use super::stretch::{Level, Stretch};
use super::{Context, Named};
use crate::recognize::date::DateDraft;
use crate::recognize::date::draft::{Expr, Step};
use crate::value::calendar::{self, add_months};

impl Context {
    /// Keeps what later dates may lean on.
    pub(super) fn remember(&mut self, draft: &DateDraft, found: &Stretch, id: u32) {
        let expr = &draft.expr;
        if found.open || found.endless || matches!(expr, Expr::Set(_) | Expr::Vague(_)) {
            return;
        }
        // What a figure is compared with is not what the text goes on about.
        let compared = |s: &Step| {
            matches!(
                s,
                Step::Same
                    | Step::SameMonth
                    | Step::ContextYear(-1)
                    | Step::ContextQuarter(..=-1)
                    | Step::ContextMonth(..=-1)
            )
        };
        if matches!(expr, Expr::Point(p) if p.steps.iter().any(compared)) {
            return;
        }
        let dated = match expr {
            // Of last year and next year, too, the text goes on: 去年3月动工，8月完工.
            // Since 2016 is where a count began.
            Expr::Point(p) => {
                matches!(p.steps.as_slice(), [Step::Year(_), rest @ ..]
                    if (draft.modifier != Some("since") || !rest.is_empty()) && !draft.fiscal)
                    || matches!(p.steps.as_slice(), [Step::YearOffset(n), Step::Month(_), ..] if *n != 0)
                    // It met twice last year, in May and in November.
                    || draft.english && p.steps[..] == [Step::YearOffset(-1)] && draft.modifier.is_none()
            }
            Expr::Range(a, _) => {
                matches!(&**a, Expr::Point(p) if matches!(p.steps.first(), Some(Step::Year(_))))
            }
            _ => false,
        };
        let inherited = self.last.is_some_and(|l| {
            l.dated && l.block == self.block && l.stretch.start.year() == found.start.year()
        });
        let named = Named {
            stretch: *found,
            id,
            block: self.block,
            sentence: self.sentence,
            row: self.labelled,
            over: self.heading,
            dated: dated || inherited && !matches!(expr, Expr::Since(_)),
            leads: matches!(expr, Expr::Point(p)
                if p.names(|s| matches!(s, Step::Month(_)))
                    && p.names(|s| matches!(s, Step::Year(_)))
                    && (!p.names(|s| matches!(s, Step::Edge(_))) || draft.modifier.is_none()))
                && draft.modifier != Some("since"),
        };
        if draft.compared {
            self.against = Some(named);
        }
        let counted = matches!(expr, Expr::Back(_) | Expr::Ahead(_) | Expr::Within(_));
        // 年初 and 年底 are points that accounts are counted from, no stretch that is reported on.
        let edge = found.level == Level::Month
            && matches!(expr, Expr::Point(p) if matches!(p.last(), Some(Step::Edge(_))));
        let begun = self.today().is_none_or(|today| found.start.date() <= today);
        // Data showed on Friday: when it was said is not what is reported on.
        let said = (self.period.is_some() || self.month.is_some())
            && matches!(expr, Expr::Point(p) if matches!(p.steps[..], [Step::Weekday(_) | Step::DayOffset(-1..=0)]));
        if !counted && !draft.compared && !edge && !said && begun {
            self.remember_period(named, draft.modifier == Some("since"));
        }
        if !counted && !matches!(expr, Expr::Since(_)) && !(draft.compared && found.level < Level::Day) {
            self.last = Some(named);
        }
        // 截至9月30日 gives the state of an account, since May 28 where a count began: not the day that the text goes on about.
        let account = matches!(draft.modifier, Some("until" | "since"))
            && self.today().is_some_and(|t| {
                let back = calendar::days_between(found.start.date(), t);
                back > 20 || back < -1 && draft.modifier == Some("until")
            });
        if found.range && found.level == Level::Day && !found.clock && matches!(expr, Expr::Range(..)) {
            let length = calendar::days_between(found.start.date(), found.end.date());
            self.row = Some(named).filter(|_| length <= 31).or(self.row);
        }
        // Rain since Monday: where a count begins.
        let account = account
            || draft.english
                && draft.modifier == Some("since")
                && matches!(expr, Expr::Point(p) if matches!(p.steps[..], [Step::Weekday(_)]));
        // A feast inside the holiday last named (中秋 in 国庆中秋假期) does not take its place.
        let inside = |l: Named| l.stretch.start <= found.start && found.end <= l.stretch.end;
        if found.feast && !self.last_feast.is_some_and(inside) {
            self.last_feast = Some(named);
        }
        // 昨天上午9时至11时会诊，下午2点…: hours of one day name that day.
        let hours = found.range && found.clock && found.end.date() == found.start.date();
        if (found.level == Level::Day && !found.range || hours) && !account && !draft.compared {
            let found = &Stretch { range: false, ..*found };
            let day = found.start.date();
            let same = (self.days.0, self.days.1) == (day.year(), day.month());
            let bits = if same { self.days.2 } else { 0 };
            self.days = (day.year(), day.month(), bits | 1 << day.day());
            // 今晚（3月24日）9点半: the day in brackets is still that evening.
            let told = self.last_day.filter(|l| l.id + 1 == id && l.sentence == self.sentence);
            let part = told.filter(|l| l.stretch.start.date() == day).and_then(|l| l.stretch.part);
            let stretch = Stretch { part: found.part.or(part), ..*found };
            self.last_day = Some(Named { stretch, ..named });
            if self.today().is_some_and(|today| found.start.date() <= today) {
                self.last_past = self.last_day;
                if self.today().is_some_and(|t| calendar::days_between(found.start.date(), t) <= 3) {
                    self.near = self.last_day;
                }
            }
        }
    }

    /// Keeps a stretch that had begun when the article was published, by its length.
    fn remember_period(&mut self, named: Named, since: bool) {
        let (start, end) = (named.stretch.start.date(), named.stretch.end.date());
        // Sales rose in June after a weak May: the later month is what is told of.
        let earlier = self.begun.is_some_and(|b| {
            let month = |n: &Named| n.stretch.level == Level::Month && !n.stretch.range;
            let next = add_months(start, 1) == Some(b.stretch.start.date());
            b.sentence == named.sentence && month(&b) && month(&named) && next
        });
        if earlier {
            return;
        }
        self.begun = Some(named);
        if named.over && named.stretch.level == Level::Year && !named.stretch.range {
            self.titled = Some(named);
        }
        match calendar::days_between(start, end) {
            32..=400 => {
                // 二季度 within 上半年 is a part of what is reported on.
                let inside = |p: Named| {
                    p.stretch.start <= named.stretch.start
                        && named.stretch.end <= p.stretch.end
                        && calendar::days_between(p.stretch.start.date(), p.stretch.end.date()) < 360
                        && self.now_end() != Some(p.stretch.end.date())
                };
                if !self.period.is_some_and(inside) {
                    self.period = Some(named);
                }
            }
            28..=31 if start.day() == 1 => self.month = Some(named),
            _ => {}
        }
        if named.stretch.level == Level::Quarter && !named.stretch.range && !since {
            self.quarter = Some(named);
        }
    }
}
