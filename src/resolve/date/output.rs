//! From a resolved stretch to the attributes of the output.

use super::Context;
use super::stretch::{How, Level, Stretch};
use crate::annotation::{Date, DateKind};
use crate::recognize::date::DateDraft;
use crate::recognize::date::draft::{Expr, Step, Unit, Vague};
use crate::value::calendar::Moment;
use crate::value::edtf::{self, Edtf, Point};

/// The attributes of one date.
pub fn date(draft: &DateDraft, found: Option<&Stretch>, context: &Context) -> Date {
    let mut out = Date {
        kind: kind(&draft.expr, found),
        modifier: draft.modifier.or(matches!(draft.expr, Expr::Since(_)).then_some("since")),
        approx: draft.approx || found.is_some_and(|f| f.approx),
        fiscal: draft.fiscal,
        resolved: "unresolved",
        part: part(&draft.expr),
        ..Date::default()
    };
    let Some(found) = found else {
        match &draft.expr {
            Expr::Set(_) => out.resolved = "absolute",
            Expr::Vague(Vague::Never) => {}
            _ if context.anchor.is_none() => out.note = Some("needs a publication date".into()),
            _ => out.note = Some("no such date".into()),
        }
        return out;
    };
    out.resolved = match found.how {
        How::Absolute => "absolute",
        How::Publication => "publication",
        How::Context => "context",
    };
    out.leans_on = found.leans_on;
    out.precision = Some(precision(found));
    out.start = (!found.open).then(|| iso(found.start, found.clock));
    out.end = (!found.endless).then(|| iso(found.end, found.clock));
    out.edtf = edtf_of(found, out.approx).map(|e| e.to_string());
    out
}

fn iso(moment: Moment, clock: bool) -> String {
    let mut text = String::with_capacity(19);
    // Writing to a string does not fail.
    let _ =
        if clock { edtf::write_moment(&mut text, moment) } else { edtf::write_day(&mut text, moment.date()) };
    text
}

fn edtf_of(found: &Stretch, approx: bool) -> Option<Edtf> {
    if found.clock {
        let (a, b) = (Point::Moment(found.start), Point::Moment(found.end));
        return Some(if found.range {
            Edtf::Interval(Some((a, approx)), Some((b, approx)))
        } else {
            Edtf::Point(a, approx)
        });
    }
    let (start, end) = (found.start.date(), found.end.date());
    if found.endless {
        return match Edtf::days(start, end, approx)? {
            Edtf::Point(p, about) | Edtf::Interval(Some((p, about)), _) => {
                Some(Edtf::Interval(Some((p, about)), None))
            }
            Edtf::Interval(..) => None,
        };
    }
    if found.open {
        return match Edtf::days(start.min(end.yesterday().ok()?), end, approx)? {
            Edtf::Point(p, about) | Edtf::Interval(_, Some((p, about))) => {
                Some(Edtf::Interval(None, Some((p, about))))
            }
            Edtf::Interval(..) => None,
        };
    }
    let year = start.year();
    let coded = |point: Point| {
        let (a, b) = point.interval()?;
        (a == found.start && b == found.end).then_some(Edtf::Point(point, approx))
    };
    let month = start.month() as u8;
    let special = match found.level {
        _ if found.range => None,
        Level::Century if year >= 0 => coded(Point::Century(year / 100)),
        Level::Decade if year >= 0 => coded(Point::Decade(year / 10)),
        Level::Half => coded(Point::Half(year, if month == 1 { 1 } else { 2 })),
        Level::Quarter => coded(Point::Quarter(year, (month - 1) / 3 + 1)),
        Level::Season => coded(Point::Season(year, month / 3)),
        _ => None,
    };
    special.or_else(|| Edtf::days(start, end, approx))
}

fn precision(found: &Stretch) -> &'static str {
    if found.clock {
        return match found.clock_unit {
            Unit::Second => "second",
            Unit::Minute => "minute",
            _ => "hour",
        };
    }
    if found.feast {
        return "festival";
    }
    match found.level {
        Level::Century => "century",
        Level::Decade => "decade",
        Level::Year | Level::Half => "year",
        Level::Quarter | Level::Season => "quarter",
        Level::Month => "month",
        Level::Week => "week",
        Level::Day if found.part.is_some() => "part-of-day",
        Level::Day => "day",
    }
}

fn part(expr: &Expr) -> Option<&'static str> {
    match expr {
        Expr::Point(point) => point.part.map(|p| p.name()),
        _ => None,
    }
}

fn kind(expr: &Expr, found: Option<&Stretch>) -> DateKind {
    match expr {
        Expr::Set(_) => DateKind::Set,
        Expr::Vague(_) => DateKind::Vague,
        Expr::Back(_) if found.is_some_and(|f| f.open) => DateKind::Vague,
        Expr::Within(_) => DateKind::Range,
        // the September quarter of 2024, as the third quarter of 2024 is
        Expr::Ended(length, last)
            if length.unit == Unit::Quarter && matches!(last.steps[..], [Step::Year(_), Step::Month(_)]) =>
        {
            DateKind::Date
        }
        Expr::Range(..) | Expr::Ended(..) | Expr::Since(_) | Expr::Back(_) | Expr::Ahead(_) => {
            DateKind::Range
        }
        Expr::Offset(..) => DateKind::Date,
        // 同期 alone
        Expr::Point(point) if matches!(point.steps[..], [Step::Same]) => DateKind::Vague,
        Expr::Point(point) if point.clock.is_some() => DateKind::Time,
        Expr::Point(point) => match point.last() {
            Some(
                Step::Feast(_, true)
                | Step::FeastToward(_, true, _)
                | Step::First(..)
                | Step::Last(..)
                | Step::MonthsTo(_)
                | Step::Beside(Unit::Quarter, _)
                | Step::Weekend
                | Step::WeekendOffset(_)
                | Step::ToDate
                | Step::FromNow,
            ) => DateKind::Range,
            Some(Step::Span(..)) => DateKind::Range,
            _ => DateKind::Date,
        },
    }
}
