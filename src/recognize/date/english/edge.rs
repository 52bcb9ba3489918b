//! Edges of what is counted from now: early next year, late on Friday, mid-March, the end of the month, later this week.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Edge, Part, Point, Step, Unit};

impl Reader<'_> {
    /// Reads early yesterday, late Friday, earlier this week, mid-March, the end of the year.
    pub(super) fn edged(&self, i: usize) -> Found<Point> {
        // later in the day
        if matches!(self.word(i), Some(Word::Later | Word::Earlier))
            && self.is(i + 1, Word::In)
            && self.is(i + 2, Word::The)
            && self.spells(i + 3, "day")
        {
            return Some((i + 4, Point::of(Step::ContextDay(0))));
        }
        let the = usize::from(self.is(i, Word::The));
        let mut j = i + the;
        let very = self.is(j, Word::Very);
        j += usize::from(very);
        let edge = match self.word(j)? {
            Word::Edge(edge) => edge,
            Word::Mid => Edge::Mid,
            Word::Earlier => Edge::Early,
            Word::Later => Edge::Late,
            Word::Beginning => Edge::Start,
            Word::Middle => Edge::Mid,
            Word::End => Edge::End,
            Word::Unit(Unit::Year) if self.mark(j + 1, '-') && self.is(j + 2, Word::End) => {
                return Some((
                    j + 3,
                    Point { steps: vec![Step::YearOffset(0), Step::Edge(Edge::End)], ..Point::default() },
                ));
            }
            _ => return None,
        };
        // opens two hours late Thursday
        if edge == Edge::Late && matches!(self.before(i), Some(Word::Unit(_))) {
            return None;
        }
        let noun = matches!(self.word(j), Some(Word::Beginning | Word::Middle | Word::End));
        let compared = matches!(self.word(j), Some(Word::Earlier | Word::Later));
        let mut k = j + 1;
        if noun {
            let dashed = self.mark(k, '-') && self.joined(k);
            if !dashed && !self.is(k, Word::Of) {
                return None;
            }
            k += 1;
        } else {
            k += usize::from(self.mark(k, '-'));
            if compared && self.is(k, Word::On) {
                return None;
            }
            k += usize::from(self.is(k, Word::On));
        }
        let of_the = self.is(k, Word::The);
        let later_the = compared && self.is(k, Word::In);
        if later_the {
            // later in the week
            k += 1;
        }
        let (end, mut point) = self
            .day_word(k)
            .or_else(|| self.weekday_or_modified(k))
            .or_else(|| self.calendar(k))
            .or_else(
                || if of_the || later_the || noun && self.ends_there(k) { self.this_unit(k) } else { None },
            )
            .or_else(|| self.season_alone(k))
            .or_else(|| self.feast(k).filter(|_| noun))
            .or_else(|| self.period(k))
            .or_else(|| if of_the && !noun { None } else { self.year(k) })
            .or_else(|| self.century(k))?;
        if compared && matches!(point.steps.first(), Some(Step::ContextDay(_))) {
            return None;
        }
        // the end of the Lunar New Year holiday
        if noun && matches!(point.last(), Some(Step::Feast(_, true))) {
            point.steps.push(if edge == Edge::End {
                Step::Nth(-1, Unit::Day)
            } else {
                Step::Nth(1, Unit::Day)
            });
            return Some((end, point));
        }
        if point.names_day() {
            // early Friday is a part of the day, and so is late yesterday afternoon.
            let mut end = end;
            if let Some(Word::Part(part)) = self.word(end).filter(|_| point.part.is_none()) {
                point.part = Some(part);
                end += 1;
            }
            if point.part.is_none() {
                point.part = Some(match edge {
                    Edge::Early | Edge::Start => Part::Dawn,
                    Edge::Mid => Part::Noon,
                    _ => Part::Night,
                });
                if compared {
                    point.part = None;
                }
            }
            return (the == 0 || noun).then_some((end, point));
        }
        if the == 1
            && !noun
            && !matches!(point.last(), Some(Step::Decade(_) | Step::DecadeOfCentury(_) | Step::Century(_)))
        {
            return None;
        }
        point.steps.push(if compared { Step::ToDate } else { Step::Edge(edge) });
        // later this year: from now to its end
        if compared && edge == Edge::Late {
            point.steps.pop();
            if matches!(
                point.steps[..],
                [Step::YearOffset(0) | Step::MonthOffset(0) | Step::WeekOffset(0) | Step::QuarterOffset(0)]
                    | [Step::YearOffset(0), Step::Season(_)]
            ) {
                point.steps.push(Step::FromNow);
            }
        }
        Some((end, point))
    }

    /// True for the year of "by the end of year", which no noun follows.
    fn ends_there(&self, i: usize) -> bool {
        matches!(self.word(i), Some(Word::Unit(_))) && self.token(i + 1).is_none_or(|t| t.kind != Kind::Other)
    }

    /// The spring of "late spring", which ends its clause.
    pub(super) fn season_alone(&self, i: usize) -> Found<Point> {
        let Some(Word::Season(n)) = self.word(i).filter(|_| !self.spells(i, "fall")) else { return None };
        let ends = self
            .token(i + 1)
            .is_none_or(|t| matches!(t.kind, Kind::Mark('.' | ',' | ';' | ')') | Kind::Word(_)));
        let year = self.year_after(i + 1).is_some() || self.year_phrase(i + 1).is_some();
        (ends && !year).then(|| (i + 1, Point::of(Step::Season(n))))
    }
}
