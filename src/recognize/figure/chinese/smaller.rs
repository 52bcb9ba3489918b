//! Smaller parts behind a Chinese unit: 1米78, 三成二, 六斤八两, 5元3角.

use crate::recognize::figure::unit;
use crate::recognize::figure::unit::Tail;
use crate::text::numeral;
use crate::text::numeral::Form;
use crate::value::decimal::Decimal;
use crate::view::View;

/// 1米78, 三米九: what follows the metre without a unit are its decimals.
pub(super) fn tenths(view: &View<'_>, tail: &Tail, end: usize) -> Option<(Decimal, usize)> {
    if tail.symbol != "m" || view.at(tail.from) != '米' {
        return None;
    }
    let digit = |k: usize| {
        let c = view.at(end + k);
        numeral::chinese::digit(c).or_else(|| c.to_digit(10).map(i64::from))
    };
    let length = (0..3).take_while(|&k| digit(k).is_some()).count();
    let stop = end + length;
    let next = view.at(stop);
    let alone = !next.is_ascii_alphanumeric()
        && !(matches!(next, '.' | ',') && view.at(stop + 1).is_ascii_digit())
        && next != '%'
        && unit::at(view, stop, false).is_none();
    if length == 0 || length > 2 || !alone || numeral::chinese(view.chars, end).is_some_and(|n| n.end != stop)
    {
        return None;
    }
    let value = (0..length).try_fold(0i64, |n, k| Some(n * 10 + digit(k)?))?;
    Some((Decimal::from(value).shift(-(length as i32))?, stop))
}

/// 三成二, 3成5, 3成17: the hundredths and thousandths, and where they end.
pub(super) fn tenth(view: &View<'_>, tail: &Tail, end: usize) -> Option<(Decimal, usize)> {
    if view.at(tail.from) != '成' {
        return None;
    }
    let n = numeral::chinese(view.chars, end)?;
    let length = n.end - end;
    let digits = match n.form {
        Form::Digits => length <= 2 && n.value.integer().is_some(),
        Form::Han => length == 1 && n.value < 10.into(),
        Form::HanDigits => length == 2,
        Form::Mixed | Form::English => false,
    };
    if !digits || n.value.is_zero() || n.bare {
        return None;
    }
    // 八成二人 are 82 % of them, 两成七个案 as well; 三成5个 would be a new number.
    let unit = unit::at(view, n.end, false);
    let goes_on = unit.is_some_and(|unit| {
        !unit.classifier || !matches!(view.at(unit.from), '人' | '个') || n.form != Form::Han
    });
    (!goes_on).then_some((n.value.shift(1 - length as i32)?, n.end))
}

/// 体温38度5, 三十八度五: the digit behind 度.
pub(super) fn tenth_of_a_degree(view: &View<'_>, tail: &Tail, end: usize) -> Option<(Decimal, usize)> {
    let c = view.at(end);
    let digit = numeral::chinese::digit(c).or_else(|| c.to_digit(10).map(i64::from)).filter(|d| *d > 0)?;
    let alone = view.at(tail.from) == '度' && tail.end == tail.from + 1 && closes(view, end + 1);
    alone.then_some((Decimal::from(digit).shift(-1)?, end + 1))
}

/// 六斤八两: 两 are tenths of 斤.
pub(super) fn smaller_weight(view: &View<'_>, tail: &Tail, end: usize) -> Option<(Decimal, usize)> {
    let jin = view.at(tail.from) == '斤' && tail.end == tail.from + 1;
    // 两 is a numeral too, so the digit is read by itself.
    let c = view.at(end);
    let digit =
        numeral::chinese::digit(c).or_else(|| c.to_digit(10).map(i64::from)).filter(|d| jin && *d > 0)?;
    (view.at(end + 1) == '两').then_some((Decimal::from(digit).shift(-1)?, end + 2))
}

/// 4块5 before 到5块, 1米7 before 至1米8: the tenth, where `joined` holds behind it.
pub(super) fn digit_before(view: &View<'_>, tail: &Tail, joined: impl Fn(usize) -> bool) -> Option<Decimal> {
    let unit = matches!(view.at(tail.from), '块' | '蚊' | '米') && tail.end == tail.from + 1;
    let c = view.at(tail.end);
    let digit = numeral::chinese::digit(c).or_else(|| c.to_digit(10).map(i64::from)).filter(|d| *d > 0)?;
    (unit && joined(tail.end + 1)).then(|| Decimal::from(digit).shift(-1)).flatten()
}

/// What may follow a digit of coins without a name of its own: 每斤贵1毛2。
fn closes(view: &View<'_>, at: usize) -> bool {
    let next = view.at(at);
    matches!(next, ',' | '。' | '、' | ';' | ')' | '”' | '」' | '的' | '\0' | '!' | '?' | ' ')
        && !(next == ',' && view.at(at + 1).is_ascii_digit())
}

/// 5元3角, 十块三毛, 三块五, 两角五分: the smaller part.
pub(super) fn smaller_money(view: &View<'_>, tail: &Tail, end: usize) -> Option<(Decimal, usize)> {
    let one = |at: usize| numeral::chinese(view.chars, at).filter(|n| n.value < 10.into() && n.end == at + 1);
    if matches!(view.at(tail.from), '角' | '毛') && tail.end == tail.from + 1 {
        let n = one(end)?;
        if view.at(n.end) == '分' && view.at(n.end + 1) != '钟' {
            return Some((n.value.shift(-2)?, n.end + 1));
        }
        // 1毛2
        return closes(view, n.end).then_some((n.value.shift(-2)?, n.end));
    }
    // 1令吉50仙, 3新元20分
    if matches!(tail.currency, Some("MYR" | "SGD")) && tail.places == 0 {
        let n = numeral::chinese(view.chars, end).filter(|n| n.value < 100.into() && n.max.is_none())?;
        let coin = view.at(n.end) == '仙' || view.at(n.end) == '分' && view.at(n.end + 1) != '之';
        return coin.then_some((n.value.shift(-2)?, n.end + 1));
    }
    if view.at(end.wrapping_sub(1)) == '元' && tail.end - tail.from == 2 {
        // 两美元又三美分
        let at = end + usize::from(matches!(view.at(end), '又' | '零'));
        let n = numeral::chinese(view.chars, at).filter(|n| n.value < 100.into() && n.max.is_none())?;
        let same = view.at(n.end) == view.at(tail.from) && view.at(n.end + 1) == '分';
        return same.then_some((n.value.shift(-2)?, n.end + 2));
    }
    if matches!(view.at(tail.from), '块' | '蚊') && tail.end == tail.from + 1 && view.at(end) == '零' {
        // 三块零四
        let digit = numeral::chinese::digit(view.at(end + 1)).filter(|d| *d > 0)?;
        let coin = view.at(end + 2) == '分';
        let alone =
            coin || unit::at(view, end + 2, false).is_none() && !"十百千万".contains(view.at(end + 2));
        return alone.then_some((Decimal::from(digit).shift(-2)?, end + 2 + usize::from(coin)));
    }
    if !matches!(view.at(tail.from), '元' | '块' | '圆' | '蚊') || tail.end - tail.from > 1 {
        return None;
    }
    let mut sum = Decimal::ZERO;
    let mut at = end;
    for (names, places) in [("角毛毫", 1), ("分", 2)] {
        let Some(n) = numeral::chinese(view.chars, at).filter(|n| n.value < 10.into() && n.end == at + 1)
        else {
            continue;
        };
        if names.contains(view.at(n.end)) {
            sum = sum.checked_add(n.value.shift(-places)?)?;
            at = n.end + 1;
        } else if places == 1
            && matches!(view.at(tail.from), '块' | '蚊')
            && (n.form == Form::Han || closes(view, n.end))
            && !matches!(view.at(n.end), '百' | '千' | '万')
            && unit::at(view, n.end, false).is_none()
        {
            return Some((n.value.shift(-1)?, n.end));
        }
    }
    (at > end).then_some((sum, at))
}
