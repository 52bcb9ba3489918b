//! What comes again and again: every Monday, each year, daily at 9 a.m., Monday to Friday.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Expr, Unit};

impl Reader<'_> {
    /// Reads a recurrence.
    pub fn set(&self, i: usize) -> Found<Expr> {
        if let Some(end) = self.recurring_hours(i) {
            return Some((end, Expr::Set(None)));
        }
        if let Some(end) = self.monthly_day(i) {
            return Some((end, Expr::Set(None)));
        }
        let end = match self.word(i)? {
            Word::Every | Word::Each => {
                let mut j = i + 1;
                // every other Friday, every two years
                let second = matches!(self.word(j), Some(Word::Ordinal(2 | 3)))
                    && matches!(self.word(j + 1), Some(Word::Weekday(..) | Word::Unit(_) | Word::Weekend));
                if self.spells(j, "other") || self.spells(j, "single") || second {
                    j += 1;
                }
                // every 12 weeks
                if self.figure(j).is_some() {
                    let (end, _) = self.amount(j)?;
                    return (!self.is(i, Word::Each)).then_some((end, Expr::Set(None)));
                }
                match self.word(j)? {
                    Word::Unit(Unit::Second | Unit::Minute | Unit::Hour) => return None,
                    // every Tuesday and Friday
                    Word::Weekday(..) => {
                        let mut end = j + 1;
                        // every Tuesday, Thursday and Saturday
                        let mut k = end;
                        while self.mark(k, ',') && matches!(self.word(k + 1), Some(Word::Weekday(..))) {
                            k += 2;
                        }
                        let comma = usize::from(self.mark(k, ','));
                        if k > end
                            && matches!(self.word(k + comma), Some(Word::And | Word::Or))
                            && matches!(self.word(k + comma + 1), Some(Word::Weekday(..)))
                        {
                            end = k + comma + 2;
                        }
                        while matches!(self.word(end), Some(Word::And | Word::Or))
                            && matches!(self.word(end + 1), Some(Word::Weekday(..)))
                        {
                            end += 2;
                        }
                        end
                    }
                    Word::Unit(_) | Word::Month(..) | Word::Part(_) | Word::Season(_) | Word::Weekend => {
                        j + 1
                    }
                    Word::Weekdays if self.spells(j, "weekday") => j + 1,
                    Word::Of => return None,
                    _ => {
                        let (end, _) = self.amount(j)?;
                        if self.is(i, Word::Each) {
                            return None;
                        }
                        end
                    }
                }
            }
            Word::Annually if self.spells(i, "annually") => i + 1,
            Word::Daily | Word::Annually if self.adverb(i) => i + 1,
            Word::Daily if self.hours_behind(i + 1).is_some() => i + 1,
            // Mondays and Thursdays, Tuesdays to Saturdays
            Word::Weekdays if self.capital(i) => {
                let mut end = i + 1;
                loop {
                    let comma = usize::from(
                        self.mark(end, ',') && matches!(self.word(end + 1), Some(Word::Weekdays)),
                    );
                    let next = self.joint(end).or_else(|| {
                        matches!(self.word(end + comma), Some(Word::And | Word::Or))
                            .then_some(end + comma + 1)
                    });
                    let next = next.or((comma == 1).then_some(end + 1));
                    match next {
                        Some(k) if matches!(self.word(k), Some(Word::Weekdays)) && self.capital(k) => {
                            end = k + 1
                        }
                        _ if end > i + 1
                            || matches!(self.before(i), Some(Word::On))
                            || self.hours_behind(end).is_some() =>
                        {
                            break end;
                        }
                        // delivered Thursdays
                        _ if i > 0
                            && matches!(self.token(i - 1).map(|t| t.kind), Some(Kind::Other))
                            && self.token(end).is_none_or(|t| {
                                matches!(
                                    t.kind,
                                    Kind::Mark('.' | ',' | ';' | '\n') | Kind::Word(Word::At | Word::From)
                                )
                            }) =>
                        {
                            break end;
                        }
                        // Wednesdays are for cleaning; the Happy Mondays and the Fridays for Future are names.
                        _ if (i == 0 || !self.capital(i - 1) && self.before(i) != Some(Word::The))
                            && !(self.is(end, Word::For) && self.capital(end + 1))
                            && self
                                .token(end)
                                .is_none_or(|t| t.kind != Kind::Other || self.spells(end, "are")) =>
                        {
                            break end;
                        }
                        _ => return None,
                    }
                }
            }
            Word::Unit(Unit::Weekend) | Word::Weekdays
                if ["weekends", "weekdays", "weeknights"].iter().any(|w| self.spells(i, w)) =>
            {
                let led = i > 0
                    && (matches!(self.word(i - 1), Some(Word::At | Word::On | Word::And | Word::Or))
                        || ["on", "open", "opens", "run", "runs"].iter().any(|w| self.spells(i - 1, w)));
                // weekdays from 8:30 a.m. to 4:30 p.m.
                let from = i + 1 + usize::from(matches!(self.word(i + 1), Some(Word::At | Word::From)));
                if !led && self.time(from).is_none() && self.bare_clock(from).is_none() {
                    return None;
                }
                i + 1
            }
            Word::Daily if i > 0 && self.spells(i - 1, "once") || i > 0 && self.spells(i - 1, "twice") => {
                i + 1
            }
            _ => return None,
        };
        let mut end = end;
        if let Some(Word::Part(_)) = self.word(end) {
            end += 1;
        }
        // Sundays, 8.30am-12.30pm
        if let Some(after) = self.hours_behind(end) {
            return Some((after, Expr::Set(None)));
        }
        // every Monday from 9am, every day at 10
        let led = matches!(
            self.word(end),
            Some(Word::At | Word::From | Word::Until | Word::Till | Word::Before | Word::After)
        );
        let j = end + usize::from(led);
        if let Some((after, _)) = self.bare_clock(j)
            && let Some((e, t)) = self.joint(after).and_then(|k| self.time(k))
            && t.2
        {
            end = e;
        } else if let Some((after, time)) = self.time(j)
            && time.2
        {
            end = after;
            if let Some((e, t)) = self.joint(after).and_then(|k| self.time(k))
                && t.2
            {
                end = e;
            }
        }
        Some((self.season_of_set(end), Expr::Set(None)))
    }

    /// Steps over the hours behind a recurrence: , 8.30am-12.30pm.
    fn hours_behind(&self, i: usize) -> Option<usize> {
        let i = i + usize::from(self.mark(i, ',') || self.is(i, Word::From));
        let open = self.bare_clock(i).map(|f| f.0).or_else(|| self.time(i).map(|f| f.0))?;
        let (end, (_, _, marked)) = self.time(self.joint(open)?)?;
        marked.then_some(end)
    }

    /// Steps over the months that a recurrence is limited to: every Saturday in March, Thursdays in April.
    fn season_of_set(&self, i: usize) -> usize {
        if !self.is(i, Word::In) {
            return i;
        }
        let month = matches!(self.word(i + 1), Some(Word::Month(..))) && self.capital(i + 1);
        let point = month.then(|| self.calendar(i + 1)).flatten();
        point.filter(|(_, point)| !point.names_day()).map_or(i, |(end, _)| end)
    }

    /// Reads 8 a.m. to 8 p.m. daily, 4 p.m. on Thursdays in April, 1pm to 4pm on weekdays.
    fn recurring_hours(&self, i: usize) -> Option<usize> {
        // between 8am and 9am on weekdays
        let between = self.is(i, Word::Between);
        let i = i + usize::from(between);
        let (open, time) = self.bare_clock(i).map(|(end, _)| (end, false)).or_else(|| {
            let (end, time) = self.time(i)?;
            Some((end, time.2))
        })?;
        let joint = if between && self.is(open, Word::And) { Some(open + 1) } else { self.joint(open) };
        let close = joint.and_then(|k| self.time(k)).filter(|(_, time)| time.2);
        let end = match close {
            Some((end, _)) => end,
            None if time => open,
            None => return None,
        };
        if self.is(end, Word::Daily) || self.spells(end, "nightly") {
            return Some(end + 1);
        }
        // 8am to 10pm, seven days a week
        let week = end + usize::from(self.mark(end, ','));
        if let Some((5..=7, days)) = self.cardinal(week)
            && self.spells(days, "days")
            && self.is(days + 1, Word::A)
            && self.spells(days + 2, "week")
        {
            return Some(days + 3);
        }
        if matches!(self.word(end), Some(Word::Every | Word::Each)) {
            let unit =
                matches!(self.word(end + 1), Some(Word::Unit(Unit::Day) | Word::Weekday(..) | Word::Part(_)))
                    || self.spells(end + 1, "weekday");
            return unit.then(|| self.season_of_set(end + 2));
        }
        let j = end + usize::from(matches!(self.word(end), Some(Word::On | Word::At)));
        let days = self.is(j, Word::Weekdays) && (self.capital(j) || !self.spells(j, "weekday"))
            || self.is(j, Word::Unit(Unit::Weekend));
        if !days {
            return None;
        }
        let mut end = j + 1;
        while matches!(self.word(end), Some(Word::And | Word::Or)) && self.is(end + 1, Word::Weekdays) {
            end += 2;
        }
        Some(self.season_of_set(end))
    }

    /// Reads the second Tuesday of each month, the last Friday of every quarter.
    fn monthly_day(&self, i: usize) -> Option<usize> {
        let j = i + usize::from(self.is(i, Word::The));
        let nth = matches!(self.word(j)?, Word::Ordinal(_) | Word::Last);
        // the second and fourth Tuesday of each month
        let both =
            self.is(j + 1, Word::And) && matches!(self.word(j + 2), Some(Word::Ordinal(_) | Word::Last));
        let j = j + if both { 2 } else { 0 };
        let weekday = matches!(self.word(j + 1), Some(Word::Weekday(..)));
        let each = self.is(j + 2, Word::Of) && matches!(self.word(j + 3), Some(Word::Each | Word::Every));
        let unit = matches!(self.word(j + 4), Some(Word::Unit(Unit::Month | Unit::Quarter | Unit::Year)));
        if nth && weekday && each && unit {
            return Some(self.hours_behind(j + 5).unwrap_or(j + 5));
        }
        None
    }

    /// True where daily, weekly, monthly say how often something is done: not "a daily paper", not "the Daily Mail".
    fn adverb(&self, i: usize) -> bool {
        let issued = i > 0 && (self.spells(i - 1, "published") || self.spells(i - 1, "issued"));
        let noun = i == 0
            || self.capital(i)
            || matches!(self.word(i - 1), Some(Word::A | Word::The | Word::This | Word::Last))
            || self.capital(i - 1)
                && !issued
                && !matches!(self.token(i - 1).map(|t| t.kind), Some(Kind::Mark(_)));
        let ends = self.token(i + 1).is_none_or(|t| match t.kind {
            Kind::Mark(c) => matches!(c, '.' | ',' | ';' | ':' | ')' | '!' | '?' | '"' | '”'),
            Kind::Word(word) => matches!(
                word,
                Word::At
                    | Word::On
                    | Word::From
                    | Word::By
                    | Word::For
                    | Word::To
                    | Word::In
                    | Word::Until
                    | Word::Through
                    | Word::Since
                    | Word::During
                    | Word::After
                    | Word::Before
            ),
            _ => self.spells(i + 1, "with") || self.spells(i + 1, "as"),
        });
        !noun && ends
    }
}
