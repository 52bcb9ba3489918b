//! Overlaps are settled once, here: longest, then date before figure before organization, then leftmost.

use crate::order;
use crate::recognize::date::draft::Step;
use crate::recognize::{Candidate, Draft};
use crate::span::Span;

/// Keeps the candidates that win; the result is in reading order and free of overlaps, readings as nothing dropped.
pub fn select(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let rank = |draft: &Draft| match draft {
        Draft::Nothing => 0,
        Draft::Date(_) => 1,
        Draft::Figure(_) => 2,
        Draft::Organization(_) => 3,
    };
    candidates.retain(|c| !c.span.is_empty());
    // Clusters of candidates that touch each other are settled one by one, so that the cost stays linear in the text.
    order::by_key(&mut candidates, |c| (c.span.start, c.span.end, rank(&c.draft)));
    // 去年10月新港基金会, 上星期公立医院: no name begins with the last character of a date of several, nor with last week.
    let (mut date, mut relative) = (Span::new(0, 0), false);
    let offset = |s: &Step| matches!(s, Step::WeekOffset(_) | Step::MonthOffset(_) | Step::YearOffset(_));
    candidates.retain(|c| {
        match &c.draft {
            Draft::Date(draft) if c.span.end > date.end => (date, relative) = (c.span, draft.names(offset)),
            Draft::Organization(_) if c.span.end > date.end && c.span.start < date.end => {
                return if c.span.start == date.start { !relative } else { c.span.start <= date.start + 4 };
            }
            _ => {}
        }
        true
    });
    let mut kept: Vec<Candidate> = Vec::with_capacity(candidates.len());
    let mut cluster: Vec<Candidate> = Vec::new();
    let mut reach = 0;
    let mut settle = |cluster: &mut Vec<Candidate>| {
        if cluster.len() > 1 {
            order::by_key(cluster, |c| (core::cmp::Reverse(c.span.len()), rank(&c.draft), c.span.start));
        }
        let first = kept.len();
        for candidate in cluster.drain(..) {
            if !kept[first..].iter().any(|k| k.span.overlaps(candidate.span)) {
                kept.push(candidate);
            }
        }
        order::by_key(&mut kept[first..], |c| c.span.start);
    };
    for candidate in candidates {
        if candidate.span.start >= reach {
            settle(&mut cluster);
        }
        reach = reach.max(candidate.span.end);
        cluster.push(candidate);
    }
    settle(&mut cluster);
    kept.retain(|c| !matches!(c.draft, Draft::Nothing));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(start: u32, end: u32, draft: Draft) -> Candidate {
        Candidate { span: Span::new(start, end), draft, rule: "test" }
    }

    #[test]
    fn longest_then_date_then_figure_then_organization() {
        let kept = select(vec![
            candidate(0, 4, Draft::Figure(Default::default())),
            candidate(0, 4, Draft::Date(Default::default())),
            candidate(2, 9, Draft::Organization(Default::default())),
            candidate(9, 12, Draft::Figure(Default::default())),
            candidate(9, 14, Draft::Nothing),
        ]);
        assert_eq!(kept.len(), 1);
        assert!(matches!(kept[0].draft, Draft::Organization(_)));
    }

    #[test]
    fn no_name_begins_inside_a_long_date() {
        let kept = select(vec![
            candidate(0, 11, Draft::Date(Default::default())),
            candidate(8, 29, Draft::Organization(Default::default())),
        ]);
        assert_eq!(kept.len(), 1);
        assert!(matches!(kept[0].draft, Draft::Date(_)));
    }

    #[test]
    fn no_name_begins_with_last_week() {
        use crate::recognize::date::draft::{DateDraft, Expr, Point};
        let week = |step| Draft::Date(DateDraft::new(Expr::Point(Point::of(step))).into());
        let name = || candidate(0, 21, Draft::Organization(Default::default()));
        for (step, date) in [(Step::WeekOffset(-1), true), (Step::DayOffset(0), false)] {
            let kept = select(vec![candidate(0, 9, week(step)), name()]);
            assert_eq!(matches!(kept[0].draft, Draft::Date(_)), date);
        }
    }

    #[test]
    fn equal_length_prefers_the_date() {
        let kept = select(vec![
            candidate(0, 4, Draft::Figure(Default::default())),
            candidate(0, 4, Draft::Date(Default::default())),
        ]);
        assert_eq!(kept.len(), 1);
        assert!(matches!(kept[0].draft, Draft::Date(_)));
    }
}
