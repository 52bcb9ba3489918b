//! English amounts in several units: `1 hour 59 minutes`, `7 feet 10 inches`.

use super::{Number, Tail, clause_ends, number_after};
use crate::annotation::FigureKind;
use crate::recognize::figure::{Amount, Reading, duration};
use crate::text::numeral;
use crate::value::decimal::Decimal;
use crate::view::View;

/// `1 hour 59 minutes`, `7 feet 10 inches`, `one minute and 30 seconds`: the sum in the last unit.
pub(super) fn compound(view: &View<'_>, first: &Number, tail: &Tail) -> Option<Reading> {
    let feet = matches!(tail.symbol.as_ref(), "[ft_i]" | "[yd_i]" | "km" | "m" | "[lb_av]");
    if tail.kind != FigureKind::Duration && !feet || tail.kind == FigureKind::Age {
        return None;
    }
    let (mut value, mut last) = (first.numeral.value, tail.clone());
    let mut any = false;
    // 6-foot-4: inches
    let inches =
        (tail.symbol == "[ft_i]" && view.at(tail.end) == '-' && view.at(tail.end + 1).is_ascii_digit())
            .then(|| numeral::digits(view.chars, tail.end + 1))
            .flatten();
    if let Some(n) = inches.filter(|n| n.value < 12.into() && !view.at(n.end).is_alphanumeric()) {
        let value = value.checked_mul(12.into())?.checked_add(n.value)?;
        let mut found = Reading::new(first.start, n.end, tail.kind, Amount::Exact(value), "compound");
        found.unit = Some("[in_i]".into());
        return Some(found);
    }
    for _ in 0..3 {
        let at = [", and ", " and ", ", ", " "]
            .iter()
            .find(|glue| view.starts_with(last.end, glue))
            .map(|glue| last.end + glue.len());
        let Some(next) = at
            .and_then(|at| number_after(view, at, None))
            .filter(|n| !n.numeral.ordinal && n.numeral.value > Decimal::ZERO)
        else {
            break;
        };
        // 2h 15m: minutes and no metres
        if last.symbol == "h" && view.at(next.end) == 'm' && !view.at(next.end + 1).is_alphanumeric() {
            value = value.checked_mul(60.into())?.checked_add(next.numeral.value)?;
            (last.from, last.end, last.symbol) = (next.end, next.end + 1, "min".into());
            any = true;
            continue;
        }
        let Some(unit) = super::tail(view, &next) else {
            // An hour and thirty: minutes, where the clause ends.
            if last.symbol == "h" && next.numeral.value < 60.into() && clause_ends(view, next.end) {
                value = value.checked_mul(60.into())?.checked_add(next.numeral.value)?;
                (last.from, last.end, last.symbol) = (next.start, next.end, "min".into());
                any = true;
            }
            break;
        };
        let days = if unit.symbol == "d" { duration::days(value, &last.symbol) } else { None };
        let carried = || value.checked_mul(ratio(&last, &unit).filter(|ratio| *ratio > Decimal::ONE)?);
        let Some(carried) = days.or_else(carried) else { break };
        value = carried.checked_add(next.numeral.value)?;
        last = unit;
        any = true;
    }
    any.then(|| {
        let end = last.end;
        let symbol = last.symbol.clone();
        let kind = last.kind;
        let mut found = Reading::new(first.start, end, kind, Amount::Exact(value), "compound");
        found.unit = Some(symbol);
        found.unit_text = Some((last.from, last.end));
        found
    })
}

/// How many of the second unit make one of the first, where that is a whole number.
fn ratio(from: &Tail, to: &Tail) -> Option<Decimal> {
    let size = |tail: &Tail| {
        Some(match tail.symbol.as_ref() {
            "s" => 1i64,
            "min" => 60,
            "h" => 3600,
            "d" => 86400,
            "wk" => 604_800,
            "mo" => 2_629_746,
            "a" => 31_556_952,
            "[yd_i]" => 36,
            "[ft_i]" => 12,
            "[in_i]" => 1,
            "km" => 100_000,
            "m" => 100,
            "cm" => 1,
            "[lb_av]" => 16,
            "[oz_av]" => 1,
            _ => return None,
        })
    };
    let (a, b) = (size(from)?, size(to)?);
    (from.dimension == to.dimension && a % b == 0).then(|| Decimal::from(a / b))
}
