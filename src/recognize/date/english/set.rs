//! What comes again and again: every Monday, each year, daily at 9 a.m., Monday to Friday.

use super::token::Word;
use super::{Found, Reader};
use crate::recognize::date::draft::{Expr, Unit};

impl Reader<'_> {
    /// Reads a recurrence.
    pub fn set(&self, i: usize) -> Found<Expr> {
        let end = match self.word(i)? {
            Word::Every | Word::Each => {
                let mut j = i + 1;
                // every other Friday, every two years
                if self.spells(j, "other") || self.spells(j, "single") {
                    j += 1;
                }
                match self.word(j)? {
                    Word::Unit(Unit::Second | Unit::Minute | Unit::Hour) => return None,
                    Word::Unit(_)
                    | Word::Weekday(..)
                    | Word::Month(..)
                    | Word::Part(_)
                    | Word::Season(_)
                    | Word::Weekend => j + 1,
                    Word::Of => return None,
                    _ => {
                        let (end, length) = self.amount(j)?;
                        if matches!(length.unit, Unit::Second) || self.is(i, Word::Each) {
                            return None;
                        }
                        end
                    }
                }
            }
            Word::Annually if self.spells(i, "annually") => i + 1,
            Word::Unit(Unit::Weekend) | Word::Weekdays
                if self.spells(i, "weekends") || self.spells(i, "weekdays") =>
            {
                let led = i > 0
                    && (matches!(self.word(i - 1), Some(Word::At | Word::On | Word::And | Word::Or))
                        || self.spells(i - 1, "on"));
                return led.then_some((i + 1, Expr::Set(None)));
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
        // every Monday from 9am, every day at 10
        let j = end + usize::from(matches!(self.word(end), Some(Word::At | Word::From)));
        if let Some((after, time)) = self.time(j)
            && time.2
        {
            end = after;
            if let Some((e, t)) = self.joint(after).and_then(|k| self.time(k))
                && t.2
            {
                end = e;
            }
        }
        Some((end, Expr::Set(None)))
    }
}
