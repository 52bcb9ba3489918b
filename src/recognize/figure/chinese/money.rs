//! Money whose currency stands before the number: ￥3,500, 人民币20亿, HK$1.36m.

use super::{Number, number, separator};
use crate::annotation::FigureKind;
use crate::recognize::figure::unit::Tail;
use crate::recognize::figure::{Amount, Reading};
use crate::text::numeral;
use crate::value::currency;
use crate::value::decimal::Decimal;
use crate::view::View;

/// 人民币5万元, ￥3500, HK$300: what stands before the number.
pub(super) fn money_before(view: &View<'_>, start: usize) -> Option<(currency::Currency, usize)> {
    currency::sign_before(view.chars, start)
}

/// A currency before the number and no unit after it: ￥3,500, 人民币20亿, $1.2bn.
pub(super) fn money_sign(view: &View<'_>, first: &Number) -> Option<Reading> {
    let (money, start) = money_before(view, first.start)?;
    // 新台币5月升值: the number is a month's.
    if matches!(view.at(first.end), '月' | '年' | '日' | '号') {
        return None;
    }
    let mut amount = Amount::of(first.numeral.value, first.numeral.max);
    let mut end = first.end;
    if let Some((exponent, stop)) = numeral::suffix(view.chars, end) {
        amount = amount.map(|d| d.shift(exponent));
        end = stop;
    } else if view.at(end).is_ascii_alphabetic() || matches!(view.at(end), '年' | '月' | '日') {
        // 新臺幣5月急升: a date stands behind the currency.
        return None;
    }
    // $298至$2,680
    if let Some((high, stop)) = second(view, end)
        && matches!(amount, Amount::Exact(low) if low < high)
    {
        amount = Amount::of(first.numeral.value, Some(high));
        end = stop;
    }
    let mut found = Reading::new(start, end, FigureKind::Money, amount, "money");
    found.currency = Some(money.code);
    found.unit = Some(money.code.into());
    found.unit_text = Some((start, first.start));
    (found.approx, found.bound) = (first.hedge.approx, first.hedge.bound);
    Some(found)
}

/// The upper end of a range whose ends both have the sign, and where it ends.
fn second(view: &View<'_>, end: usize) -> Option<(Decimal, usize)> {
    let from = separator(view, end)?;
    let letters = view.chars.get(from..)?.iter().take(3).take_while(|c| c.is_ascii_uppercase()).count();
    let sign = from + letters;
    if !matches!(view.at(sign), '$' | '¥' | '€' | '£') {
        return None;
    }
    let high = number(view, sign + 1)?;
    let plain = high.numeral.max.is_none() && !view.at(high.end).is_ascii_alphanumeric();
    plain.then_some((high.numeral.value, high.end))
}

/// ￥35/件: the amount alone, although a unit follows.
pub(super) fn money_sign_with(view: &View<'_>, first: &Number, tail: &Tail) -> Option<Reading> {
    // HK$1.36m is no length.
    let multiplied = view.at(tail.from).is_ascii_alphabetic();
    if tail.kind == FigureKind::Money || !tail.classifier && !multiplied {
        return None;
    }
    let previous = view.at(first.start.wrapping_sub(1));
    if !matches!(previous, '$' | '¥' | '€' | '£' | '₹' | '₩') {
        return None;
    }
    money_sign(view, first)
}
