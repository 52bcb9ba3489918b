//! Ranges in Chinese: 30%-40%, 3至5万, -10℃至45℃, 5000元至1万元, 容积率1.0—1.5.

use super::{Number, money_before, number, scale, separator, sign, smaller, with_unit};
use crate::annotation::FigureKind;
use crate::recognize::figure::unit::Tail;
use crate::recognize::figure::{Amount, Reading, bound, chinese_form, duration, negatives, unit};
use crate::text::numeral;
use crate::value::decimal::Decimal;
use crate::value::unit::Dimension;
use crate::view::View;

/// A range: 30%-40%, 3至5万, 100～200万元, -10℃至45℃, 5000元至1万元.
pub(super) fn range(view: &View<'_>, first: &Number, left: Option<&Tail>) -> Option<Reading> {
    // With a unit on both sides.
    if let Some(left) = left {
        if left.classifier && left.end - left.from == 1 && matches!(view.at(left.from), '到' | '至') {
            return None;
        }
        // 4块5到5块: the digit behind the unit belongs to the first end.
        let digit = smaller::digit_before(view, left, |end| separator(view, end).is_some());
        let at = separator(view, left.end + usize::from(digit.is_some()))?;
        let at = skip_sign(view, at, left.kind);
        let second = number(view, at)?;
        let right = unit::at(view, second.end, second.in_digits())?;
        let alike = right.kind == left.kind && right.dimension == left.dimension;
        if !alike || calendar(view, left) && !calendar_amount(view, left) {
            return None;
        }
        if left.classifier && right.symbol != left.symbol {
            return None;
        }
        if left.kind == FigureKind::Duration && left.symbol != right.symbol && !in_one_unit(left, &right) {
            return None;
        }
        // 提高20元至143元: a change and a level; 每程加0.1元至0.5元 is a range.
        let level = !view.chars[first.start.saturating_sub(4)..first.start].contains(&'每')
            && matches!(view.at(left.end), '至' | '到')
            && matches!(right.kind, FigureKind::Money | FigureKind::Count | FigureKind::Measure)
            && moved(view, first.start)
            && first.numeral.value.checked_mul(4.into()).is_some_and(|low| low <= second.numeral.value)
            // 增持38.6万股至102.9万股: what was bought, and what is held.
            || ["增持", "减持"].iter().any(|verb| view.ends_with(first.start, verb));
        if level {
            return None;
        }
        let places = right.places;
        let found = between(view, first, &second, Some(left), right)?;
        return Some(with_digits(found, &second, digit, places));
    }
    let at = separator(view, first.end)?;
    let second = number(view, at)?;
    let right = unit::at(view, second.end, second.in_digits());
    let Some(right) = right else {
        return bare_range(view, first, &second);
    };
    let whole = Number { start: first.start, ..second };
    if calendar(view, &right) || (right.classifier && negatives::graded(view, &whole, &right)) {
        return None;
    }
    between(view, first, &second, None, right)
}

/// Whether a verb of change stands right before a number.
fn moved(view: &View<'_>, at: usize) -> bool {
    let end = at - usize::from(at > 0 && view.at(at - 1) == '了');
    "涨跌升降增减加少调扬挫".contains(view.at(end.wrapping_sub(1)))
        || view.ends_with(end, "提高")
        || view.ends_with(end, "调高")
        || view.ends_with(end, "调低")
}

/// What stands behind the units: each end its own, 28块到32块5.
fn with_digits(mut found: Reading, second: &Number, digit: Option<Decimal>, places: i32) -> Reading {
    let coins = matches!(found.kind, FigureKind::Money) || found.unit.as_deref() == Some("m");
    if let Amount::Range(low, high) = found.amount
        && coins
        && second.numeral.max.is_none()
        && let Some(plain) = second.numeral.value.shift(-places)
        && let Some(more) = high.checked_sub(plain)
        && let Some(low) =
            low.checked_sub(more).and_then(|low| low.checked_add(digit.unwrap_or(Decimal::ZERO)))
    {
        found.amount = Amount::Range(low, high);
    }
    found
}

fn skip_sign(view: &View<'_>, at: usize, kind: FigureKind) -> usize {
    let share = matches!(kind, FigureKind::Percent | FigureKind::Temperature | FigureKind::PercentagePoint);
    match view.at(at) {
        '零' if matches!(view.at(at + 1), '上' | '下') => at + 2,
        '-' | '−' | '负' | '+' if share => at + 1,
        _ => at,
    }
}

fn in_one_unit(left: &Tail, right: &Tail) -> bool {
    left.dimension == right.dimension
}

/// 月 日 时 and years: the calendar's, not amounts.
fn calendar(view: &View<'_>, tail: &Tail) -> bool {
    tail.dimension == Dimension::Time && matches!(view.at(tail.from), '月' | '日' | '季' | '世')
}

fn calendar_amount(view: &View<'_>, tail: &Tail) -> bool {
    view.at(tail.from) == '个'
}

/// Both ends read: brings them to one unit and shares the multiplier.
fn between(
    view: &View<'_>,
    first: &Number,
    second: &Number,
    left: Option<&Tail>,
    mut right: Tail,
) -> Option<Reading> {
    let (mut low, mut high) = (first.numeral.value, second.numeral.max.unwrap_or(second.numeral.value));
    if let Some(left) = left {
        low = low.shift(right.places - left.places)?;
        let minus =
            |at: usize| matches!(view.at(at.wrapping_sub(1)), '-' | '−' | '负') || view.ends_with(at, "零下");
        // 零下五度: 度 by itself is not known for a temperature yet.
        let cold = minus(first.start) || minus(second.start) || view.ends_with(second.start, "零上");
        if right.kind == FigureKind::Temperature || cold && right.symbol == "deg" {
            if minus(second.start) && second.start > left.end + 1 {
                high = high.negated()?;
            }
            if sign(view, first.start, right.kind).1 {
                low = low.negated()?;
            }
            (low, high) = (low.min(high), low.max(high));
        }
        // -2%至1%
        if matches!(right.kind, FigureKind::Percent | FigureKind::PercentagePoint) {
            if minus(second.start) && second.start > left.end + 1 {
                high = high.negated()?;
            }
            if sign(view, first.start, right.kind).1 {
                low = low.negated()?;
            }
        }
        if left.symbol != right.symbol && left.dimension == Dimension::Time {
            // 6个月至2年: each end in its own unit cannot be one number; the left is brought to the right's unit below.
            match duration::convert(low, left, &right) {
                Some(converted) => low = converted,
                None => {
                    // 6个月至2年: half a year is no finite number of them, two years are 24 months.
                    high = duration::convert(high, &right, left)?;
                    right.symbol = left.symbol.clone();
                }
            }
        }
    } else {
        let exponent = multiplier(view, second);
        let own = multiplier(view, first);
        if own == 0 && exponent > 0 {
            let coefficient = high.shift(-exponent)?;
            if low < coefficient {
                low = low.shift(exponent)?;
            }
        }
        if sign(view, first.start, right.kind).1 {
            low = low.negated()?;
        }
    }
    if low > high
        && right.kind != FigureKind::Temperature
        && left.is_none()
        && right.kind != FigureKind::Percent
    {
        return None;
    }
    let (mut start, _) = sign(view, first.start, right.kind);
    // 摄氏850至900度
    if let Some((from, unit)) = scale(view, first.start).filter(|_| right.symbol == "deg") {
        (start, right.kind, right.symbol) = (from, FigureKind::Temperature, unit.into());
    }
    let amount = Amount::Range(low, high);
    let unsigned = Number { start: second.start, ..*second };
    // The sign has been dealt with: only the unit, the money before the number and the hedges are still to come.
    let mut found = with_unit(view, &Number { start: second.end, ..unsigned }, amount, right)?;
    found.start = match found.kind {
        FigureKind::Money => money_before(view, start).map_or(start, |(_, s)| s),
        _ => start,
    };
    let hedge = first.hedge.and(second.hedge);
    found.approx |= hedge.approx;
    found.bound = found.bound.or(hedge.bound);
    found.rule = "range";
    Some(found)
}

/// The power of ten of the multipliers that end a numeral: 4 for 3.5万, 12 for 两万亿.
fn multiplier(view: &View<'_>, number: &Number) -> i32 {
    let mut exponent = 0;
    for i in (number.start..number.numeral.end).rev() {
        let c = view.at(i);
        let more = numeral::chinese::large_unit(c)
            .or(numeral::chinese::small_unit(c).filter(|_| number.in_digits()));
        match more {
            Some(power) => exponent += power,
            None => break,
        }
    }
    exponent
}

/// A range without a unit: only where both ends have a multiplier or a hedge stands before them.
fn bare_range(view: &View<'_>, first: &Number, second: &Number) -> Option<Reading> {
    let exponent = multiplier(view, second);
    let hedged = bound::before(view, first.start, false).0 < first.start;
    let money = money_before(view, first.start);
    // 容积率1.0—1.5: two decimals; 11.18-11.20 are days.
    let decimal = |n: &Number| view.chars[n.start..n.numeral.end].contains(&'.');
    let decimals = decimal(first)
        && decimal(second)
        && !(first.numeral.value >= Decimal::ONE && second.numeral.value < 13.into())
        || decimal(first)
            && decimal(second)
            && "率比值度为在达".contains(view.at(first.start.wrapping_sub(1)));
    // 190～200, alone in its cell
    let joint = view.at(first.end);
    let cell = !matches!(joint, '-' | '/')
        && chinese_form::cell(view, first.start, second.end)
        && chinese_form::named_row(view, first.start);
    if exponent == 0 && !hedged && money.is_none() && !decimals && !cell {
        return None;
    }
    let mut low = first.numeral.value;
    let high = second.numeral.value;
    if multiplier(view, first) == 0 && exponent > 0 && low < high.shift(-exponent)? {
        low = low.shift(exponent)?;
    }
    if low > high || negatives::stuck(view, first.start, second.end) {
        return None;
    }
    let kind = if money.is_some() { FigureKind::Money } else { FigureKind::Count };
    let mut found = Reading::new(first.start, second.end, kind, Amount::Range(low, high), "range");
    if let Some((money, start)) = money {
        found.start = start;
        found.currency = Some(money.code);
        found.unit = Some(money.code.into());
    }
    Some(found)
}
