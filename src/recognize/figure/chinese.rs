//! Amounts in Chinese: number, multiplier and unit, as one value or as a range, with what hedges them.

use super::bound::{self, Hedge};
use super::unit::{self, Tail};
use super::{Amount, Reading, duration, fraction, negatives, ratio};
use crate::annotation::{Bound, FigureKind};
use crate::text::numeral::{self, Form, Numeral};
use crate::value::currency;
use crate::value::decimal::Decimal;
use crate::value::unit::Dimension;
use crate::view::View;

/// A number with what stands at it: sign, 多, 余, 几.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) numeral: Numeral,
    pub(super) hedge: Hedge,
}

impl Number {
    /// True for one Chinese character: 一, 两, 三.
    pub(super) fn single(&self) -> bool {
        self.numeral.form == Form::Han && self.numeral.end - self.start == 1
    }

    pub(super) fn in_digits(&self) -> bool {
        matches!(self.numeral.form, Form::Digits | Form::Mixed)
    }
}

/// Reads a number at `at`: 多 余 来 + after it belong to it.
pub(super) fn number(view: &View<'_>, at: usize) -> Option<Number> {
    let numeral = thousands(view, at, numeral::chinese(view.chars, at)?);
    Some(hedge_number(view, at, numeral))
}

/// 2.4K次, 30w上下: a letter for 千 or 万. 4K and 8K are screens, 10K is a race.
fn thousands(view: &View<'_>, at: usize, numeral: Numeral) -> Numeral {
    let exponent = match view.at(numeral.end) {
        'k' | 'K' => 3,
        'w' | 'W' => 4,
        _ => return numeral,
    };
    let next = view.at(numeral.end + 1);
    let plain = numeral.form == Form::Digits && !view.at(at.wrapping_sub(1)).is_ascii_alphanumeric();
    let counted = unit::at(view, numeral.end + 1, false).is_some();
    let whole = numeral.value.integer().is_some();
    let large = (numeral.value > 10.into() || !whole) && !"电视屏画分超高赛跑级功".contains(next);
    if !plain || next.is_ascii_alphanumeric() || matches!(next, '·' | '/' | '-') || !(counted || large) {
        return numeral;
    }
    match numeral.value.shift(exponent) {
        Some(value) => Numeral { value, end: numeral.end + 1, form: Form::Mixed, ..numeral },
        None => numeral,
    }
}

/// What stands at the numeral.
fn hedge_number(view: &View<'_>, at: usize, numeral: Numeral) -> Number {
    // 2140余万: more than, as behind the number
    let more = numeral.approx
        && numeral.max.is_none()
        && view.chars[at..numeral.end].iter().any(|c| matches!(c, '多' | '余'));
    let mut hedge = Hedge { approx: numeral.approx, bound: more.then_some(Bound::MoreThan) };
    let mut end = numeral.end;
    match view.at(end) {
        '多' | '余' if !view.starts_with(end, "余额") && !one_digit(&numeral, at) => {
            hedge = hedge.and(Hedge { approx: true, bound: Some(Bound::MoreThan) });
            end += 1;
        }
        // 八千几蚊
        '几' if !numeral.bare
            && matches!(view.at(end - 1), '百' | '千' | '万' | '亿')
            && unit::at(view, end + 1, false).is_some() =>
        {
            hedge = hedge.and(Hedge { approx: true, bound: Some(Bound::MoreThan) });
            end += 1;
        }
        '来' if numeral.value.last_place() > 0 && unit::at(view, end + 1, false).is_some() => {
            hedge = hedge.and(Hedge::APPROX);
            end += 1;
        }
        '+' if !view.at(end + 1).is_ascii_alphanumeric() => {
            hedge = hedge.and(Hedge::bound(Bound::AtLeast));
            end += 1;
        }
        _ => {}
    }
    Number { start: at, end, numeral, hedge }
}

/// 3多 is no number with 多, 30多 is.
fn one_digit(numeral: &Numeral, at: usize) -> bool {
    numeral.end - at == 1 && numeral.value < 10.into()
}

/// Where a numeral at `at` ends, so that the scan goes on behind it and never reads it twice.
pub(super) fn past(view: &View<'_>, at: usize) -> usize {
    numeral::chinese(view.chars, at).map_or(at + 1, |n| n.end.max(at + 1))
}

/// Reads whatever begins with a number here.
pub(super) fn read(view: &View<'_>, at: usize) -> Option<Reading> {
    let whole = numeral::chinese(view.chars, at).map(|numeral| thousands(view, at, numeral));
    if let Some(found) = fraction::read(view, at, whole).or_else(|| ratio::read(view, at, whole?)) {
        return Some(hedged(view, found, false));
    }
    let first = hedge_number(view, at, whole?);
    let reading = match range(view, &first) {
        Some(found) => Some(found),
        None => match about(view, &first) {
            Some(between) => one(view, &between),
            None => one(view, &first),
        },
    }?;
    Some(hedged(view, reading, first.numeral.bare))
}

/// 六、七十蚊, 三、四百人: two digits that follow each other, set apart by the enumeration comma.
///
/// 二、三产业 and 三、四线 name both: a multiplier or a unit that nothing is graded by has to follow.
fn about(view: &View<'_>, first: &Number) -> Option<Number> {
    if !first.single() || view.at(first.end) != '、' || view.at(first.start.wrapping_sub(1)) == '第' {
        return None;
    }
    let low = numeral::chinese::digit(view.at(first.start))?;
    let high = numeral::chinese::digit(view.at(first.end + 1))?;
    let second = number(view, first.end + 1)?;
    let multiplied = numeral::chinese::small_unit(view.at(first.end + 2)).is_some()
        || numeral::chinese::large_unit(view.at(first.end + 2)).is_some();
    let places = second.numeral.value.to_i64()?;
    let exact = places % high == 0 && second.numeral.max.is_none();
    let counted = matches!(view.at(second.end), '个' | '天' | '倍' | '岁' | '人' | '块' | '蚊');
    if low < 1 || low + 1 != high || !exact || !(multiplied || counted) {
        return None;
    }
    let numeral = Numeral {
        value: Decimal::from(low).checked_mul((places / high).into())?,
        max: Some(second.numeral.value),
        approx: true,
        ..second.numeral
    };
    Some(Number { start: first.start, end: second.end, numeral, hedge: second.hedge.and(Hedge::APPROX) })
}

/// 未来三至五年 is a stretch of the calendar and no amount.
pub(super) fn ahead(view: &View<'_>, reading: &Reading) -> bool {
    reading.kind == FigureKind::Duration
        && ["未来", "今后", "过去"].iter().any(|word| view.ends_with(reading.start, word))
}

/// The same for a number in digits within English text: only with a Chinese unit.
pub(super) fn counted(view: &View<'_>, at: usize) -> Option<Reading> {
    let first = number(view, at)?;
    let next = view.at(first.end);
    ('\u{4E00}'..='\u{9FFF}').contains(&next).then(|| read(view, at)).flatten()
}

/// Adds what stands before and after.
fn hedged(view: &View<'_>, mut reading: Reading, bare: bool) -> Reading {
    let (end, after) = bound::after(view, reading.end);
    let (start, before) = bound::before(view, reading.start, bare);
    let hedge = before.and(after).and(Hedge { approx: reading.approx, bound: reading.bound });
    reading.start = start;
    reading.end = end;
    reading.approx = hedge.approx;
    reading.bound = hedge.bound;
    reading
}

/// The sign before a number: a minus, 正负, 零下, 摄氏, and where it begins.
fn sign(view: &View<'_>, start: usize, kind: FigureKind) -> (usize, bool) {
    let previous = view.at(start.wrapping_sub(1));
    let before = view.at(start.wrapping_sub(2));
    let share = matches!(kind, FigureKind::Percent | FigureKind::PercentagePoint | FigureKind::Temperature);
    match previous {
        '±' => (start - 1, false),
        '-' | '−' if kind == FigureKind::Money && start > 1 && "额为润益收现损值(:,、是".contains(before) => {
            (start - 1, true)
        }
        '-' | '−' | '+' | '–'
            if share && !before.is_ascii_alphanumeric() && !matches!(before, '%' | '℃' | '度') =>
        {
            (start - 1, previous != '+')
        }
        _ if view.ends_with(start, "正负") => (start - 2, false),
        '负' if (share || kind == FigureKind::Measure) && !matches!(before, '正' | '胜' | '抱') => {
            (start - 1, true)
        }
        _ if kind == FigureKind::Temperature && view.ends_with(start, "摄氏零下") => (start - 4, true),
        _ if view.ends_with(start, "零下") => (start - 2, true),
        _ if kind == FigureKind::Temperature => match scale(view, start) {
            Some((from, _)) => (from, false),
            None => (start, false),
        },
        _ => (start, false),
    }
}

/// 摄氏, 华氏 before a number: where the word begins, and the unit.
fn scale(view: &View<'_>, start: usize) -> Option<(usize, &'static str)> {
    [("摄氏", "Cel"), ("华氏", "[degF]"), ("摄氏温度", "Cel"), ("华氏温度", "[degF]")]
        .into_iter()
        .find(|(word, _)| view.ends_with(start, word))
        .map(|(word, symbol)| (start - word.chars().count(), symbol))
}

/// One number with its unit.
fn one(view: &View<'_>, first: &Number) -> Option<Reading> {
    let Some(tail) = unit::at(view, first.end, first.in_digits()) else {
        return money_sign(view, first).or_else(|| ounces(view, first)).or_else(|| bare(view, first));
    };
    if let Some(found) = money_sign_with(view, first, &tail) {
        return Some(found);
    }
    if let Some(found) = duration::read(view, first, &tail) {
        return found;
    }
    if !allowed(view, first, &tail) {
        return None;
    }
    let amount = Amount::of(first.numeral.value, first.numeral.max);
    with_unit(view, first, amount, tail)
}

/// 二两, 八两半: the small weight, whose name is a numeral as well.
fn ounces(view: &View<'_>, first: &Number) -> Option<Reading> {
    let end = first.end + 1;
    let next = view.at(end);
    let single = first.single() && view.at(first.start) != '两' && first.numeral.value > Decimal::ONE;
    let closes = !('\u{4E00}'..='\u{9FFF}').contains(&next) || "酒米饭面银黄白茶肉油半重的多".contains(next);
    if !single || view.at(first.end) != '两' || !closes {
        return None;
    }
    let half = next == '半';
    let value = if half { first.numeral.value.checked_add(Decimal::HALF)? } else { first.numeral.value };
    let end = end + usize::from(half);
    let found = Reading::new(first.start, end, FigureKind::Measure, Amount::Exact(value), "amount");
    Some(found.unit("[liang_cn]", first.end, first.end + 1))
}

/// Puts number and unit together, with what may follow the unit: 半, 多, smaller money.
pub(super) fn with_unit(view: &View<'_>, first: &Number, amount: Amount, tail: Tail) -> Option<Reading> {
    let mut kind = tail.kind;
    let mut symbol = tail.symbol.clone();
    if symbol == "deg" && tail.kind == FigureKind::Measure {
        (kind, symbol) = match degree(view, first, &tail) {
            Degree::Temperature => {
                (FigureKind::Temperature, scale(view, first.start).map_or("Cel", |(_, unit)| unit).into())
            }
            Degree::Energy => (FigureKind::Measure, "kWh".into()),
            Degree::Angle => (FigureKind::Measure, "deg".into()),
            Degree::Times if first.single() && first.numeral.value > Decimal::ONE => {
                (FigureKind::Count, "度".into())
            }
            Degree::Times => return None,
        };
    }
    // 升息2码: a quarter of a percentage point each.
    let rate = view.at(tail.from) == '码' && tail.end == tail.from + 1 && {
        let from = first.start.saturating_sub(12);
        let near = &view.chars[from..(tail.end + 6).min(view.chars.len())];
        near.iter().any(|c| matches!(c, '息' | '率')) || near.windows(2).any(|w| w == ['央', '行'])
    };
    let mut amount = amount;
    if rate {
        (kind, symbol) = (FigureKind::PercentagePoint, "pp".into());
        let quarter = Decimal::parse("0.25")?;
        amount = amount.map(|d| d.checked_mul(quarter));
    }
    // The force of a wind, the magnitude of an earthquake.
    if tail.classifier && view.at(tail.from) == '级' && negatives::level(view, first) {
        kind = FigureKind::Measure;
    }
    let (start, negative) = sign(view, first.start, kind);
    let mut hedge = first.hedge;
    let mut end = tail.end;
    let factor = match tail.symbol.as_ref() {
        "%" if matches!(view.at(tail.from), '成' | '折') => {
            // 七五折 and 75折 are 75 %, 三成 is 30 %.
            let large = matches!(amount, Amount::Exact(d) if d >= 10.into()) && view.at(tail.from) == '折';
            i32::from(!large)
        }
        _ if view.at(tail.from) == '‰' => -1,
        _ => -tail.places,
    };
    amount = amount.map(|d| if negative { d.shift(factor)?.negated() } else { d.shift(factor) });
    if negative && let Amount::Range(low, high) = amount {
        amount = Amount::Range(low.min(high), low.max(high));
    }
    if tail.half {
        amount = amount.map(|d| d.checked_add(Decimal::HALF));
    }
    if tail.more {
        hedge = hedge.and(Hedge { approx: true, bound: Some(Bound::MoreThan) });
    }
    if kind == FigureKind::Money
        && let Some((more, stop)) = smaller_money(view, &tail, end)
    {
        amount = amount.map(|d| d.checked_add(more));
        end = stop;
    }
    if let Some((more, stop)) = smaller_weight(view, &tail, end) {
        amount = amount.map(|d| d.checked_add(more));
        end = stop;
    }
    if let Some((more, stop)) = tenths(view, &tail, end) {
        amount = amount.map(|d| d.checked_add(more));
        end = stop;
    }
    let next = view.at(end);
    if next == '半'
        && !matches!(
            view.at(end + 1),
            '年' | '数'
                | '导'
                | '岛'
                | '决'
                | '场'
                | '月'
                | '挂'
                | '路'
                | '成'
                | '自'
                | '程'
                | '山'
                | '开'
                | '价'
        )
    {
        if !tail.classifier || kind == FigureKind::Duration {
            let half =
                if matches!(view.at(tail.from), '成' | '折') { Decimal::from(5) } else { Decimal::HALF };
            amount = amount.map(|d| d.checked_add(half));
            end += 1;
        }
    } else if let Some((more, stop)) = tenth(view, &tail, end) {
        amount = amount.map(|d| d.checked_add(more));
        end = stop;
    } else if next == '多'
        && !tail.more
        && (!tail.classifier || view.at(tail.from) == '成')
        && !matches!(
            view.at(end + 1),
            '家' | '个'
                | '位'
                | '名'
                | '项'
                | '种'
                | '元'
                | '次'
                | '云'
                | '地'
                | '所'
                | '部'
                | '方'
                | '门'
                | '样'
                | '层'
                | '出'
                | '于'
        )
    {
        hedge = hedge.and(Hedge { approx: true, bound: Some(Bound::MoreThan) });
        end += 1;
    }
    // 50强, 百强: up to that rank.
    if tail.classifier && view.at(tail.from) == '强' {
        let Amount::Exact(d) = amount else { return None };
        let mut found = Reading::new(start, end, FigureKind::Ordinal, Amount::UpTo(d), "rank");
        found.bound = Some(Bound::AtMost);
        return Some(found);
    }
    let (start, sign) = match kind {
        FigureKind::Money => money_before(view, start).map_or((start, None), |(c, s)| (s, Some(c))),
        _ => (start, None),
    };
    // 20万吨级, 62公斤级
    if matches!(kind, FigureKind::Measure | FigureKind::Money)
        && !tail.classifier
        && view.at(end) == '级'
        && !matches!(view.at(end + 1), '别' | '联')
    {
        end += 1;
    }
    let mut found = Reading::new(start, end, kind, amount, "amount");
    found.currency = sign.map(|c| c.code).or(tail.currency);
    found.unit = Some(match found.currency {
        Some(code) if kind == FigureKind::Money && !symbol.contains('/') => code.into(),
        _ => symbol,
    });
    found.unit_text = Some((tail.from, tail.end));
    (found.approx, found.bound) = (hedge.approx, hedge.bound);
    Some(found)
}

/// 1米78, 三米九: what follows the metre without a unit are its decimals.
fn tenths(view: &View<'_>, tail: &Tail, end: usize) -> Option<(Decimal, usize)> {
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
fn tenth(view: &View<'_>, tail: &Tail, end: usize) -> Option<(Decimal, usize)> {
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

/// 六斤八两: 两 are tenths of 斤.
fn smaller_weight(view: &View<'_>, tail: &Tail, end: usize) -> Option<(Decimal, usize)> {
    let jin = view.at(tail.from) == '斤' && tail.end == tail.from + 1;
    // 两 is a numeral too, so the digit is read by itself.
    let c = view.at(end);
    let digit =
        numeral::chinese::digit(c).or_else(|| c.to_digit(10).map(i64::from)).filter(|d| jin && *d > 0)?;
    (view.at(end + 1) == '两').then_some((Decimal::from(digit).shift(-1)?, end + 2))
}

/// 5元3角, 十块三毛, 三块五, 两角五分: the smaller part.
fn smaller_money(view: &View<'_>, tail: &Tail, end: usize) -> Option<(Decimal, usize)> {
    let one = |at: usize| numeral::chinese(view.chars, at).filter(|n| n.value < 10.into() && n.end == at + 1);
    if matches!(view.at(tail.from), '角' | '毛') && tail.end == tail.from + 1 {
        let n = one(end).filter(|n| view.at(n.end) == '分' && view.at(n.end + 1) != '钟')?;
        return Some((n.value.shift(-2)?, n.end + 1));
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
            && n.form == Form::Han
            && !matches!(view.at(n.end), '百' | '千' | '万')
            && unit::at(view, n.end, false).is_none()
        {
            return Some((n.value.shift(-1)?, n.end));
        }
    }
    (at > end).then_some((sum, at))
}

/// 人民币5万元, ￥3500, HK$300: what stands before the number.
fn money_before(view: &View<'_>, start: usize) -> Option<(currency::Currency, usize)> {
    currency::sign_before(view.chars, start)
}

/// A currency before the number and no unit after it: ￥3,500, 人民币20亿, $1.2bn.
fn money_sign(view: &View<'_>, first: &Number) -> Option<Reading> {
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
    let mut found = Reading::new(start, end, FigureKind::Money, amount, "money");
    found.currency = Some(money.code);
    found.unit = Some(money.code.into());
    found.unit_text = Some((start, first.start));
    (found.approx, found.bound) = (first.hedge.approx, first.hedge.bound);
    Some(found)
}

/// ￥35/件: the amount alone, although a unit follows.
fn money_sign_with(view: &View<'_>, first: &Number, tail: &Tail) -> Option<Reading> {
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

enum Degree {
    Temperature,
    Energy,
    Angle,
    Times,
}

/// 度 alone: of temperature, of electricity, of angle, or an occurrence.
fn degree(view: &View<'_>, first: &Number, tail: &Tail) -> Degree {
    if scale(view, first.start).is_some() {
        return Degree::Temperature;
    }
    if view.at(tail.from) == '°' {
        return Degree::Angle;
    }
    let from = first.start.saturating_sub(16);
    let context: &[char] = &view.chars[from..(tail.end + 6).min(view.chars.len())];
    let has = |words: &str| context.iter().any(|c| words.contains(*c));
    if first.numeral.value >= 1000.into() || view.at(tail.end) == '电' {
        Degree::Energy
    } else if has("温冷热℃暖") || view.ends_with(first.start, "零下") || view.ends_with(first.start, "摄氏")
    {
        Degree::Temperature
    } else if has("电") {
        Degree::Energy
    } else if first.single() && first.numeral.value <= 9.into() {
        Degree::Times
    } else if first.in_digits() || has("角弯转斜") {
        Degree::Angle
    } else {
        Degree::Times
    }
}

/// Whether number and unit make a figure at all: 一个, 几天, 3月, 8点 do not.
pub(super) fn allowed(view: &View<'_>, first: &Number, tail: &Tail) -> bool {
    let n = &first.numeral;
    let unit = view.at(tail.from);
    let vague = n.max.is_some() && n.end == first.start + 1;
    if vague {
        // 几个, 数人
        return false;
    }
    if n.bare && !bare_allowed(view, first, tail) {
        return false;
    }
    if tail.classifier && negatives::graded(view, first, tail) {
        return false;
    }
    match unit {
        '分' if tail.end == tail.from + 1 => {
            let idiom = n.form == Form::Han && (n.value == 10.into() || n.value == Decimal::ONE || n.bare);
            let clock = matches!(view.at(first.start.wrapping_sub(1)), '点' | '时' | ':');
            return !idiom && !clock && view.at(tail.end) != '之';
        }
        '点' if tail.end == tail.from + 1 => {
            let moved = "涨跌升降扬挫报收高低差".contains(view.at(first.start.wrapping_sub(1)));
            return (first.in_digits() || n.value >= 1000.into())
                && (n.value >= 25.into() || n.value.integer().is_none() || moved)
                && !matches!(view.at(tail.end), '钟' | '半' | '至' | '到' | '多' | '整' | '前' | '后');
        }
        // 89平 of a flat; 1胜2平 of matches
        '平' if tail.end == tail.from + 1 => {
            let next = view.at(tail.end);
            return first.in_digits()
                && n.value >= 20.into()
                && !next.is_ascii_digit()
                && (!('\u{4E00}'..='\u{9FFF}').contains(&next) || "的左以大到至小".contains(next));
        }
        '厘' if tail.end == tail.from + 1 => return !"清定革正订".contains(view.at(tail.end)),
        '甲' if tail.end == tail.from + 1 => {
            return first.in_digits() && !"级等醇烷苯醛组".contains(view.at(tail.end));
        }
        '级' if n.form == Form::Han && !first.hedge.approx => return negatives::level(view, first),
        _ => {}
    }
    if n.form == Form::Han && n.value == Decimal::ONE && first.single() {
        return one_counts(view, first, tail);
    }
    true
}

/// 一 with a unit: a figure with a unit of measure, with a bound, or after 只有 仅; an article otherwise.
fn one_counts(view: &View<'_>, first: &Number, tail: &Tail) -> bool {
    let (start, hedge) = bound::before(view, first.start, false);
    if start < first.start && hedge != Hedge::NONE {
        return true;
    }
    match tail.kind {
        FigureKind::Money => !matches!(view.at(tail.from), '角' | '块' | '毛') || view.at(tail.end) == '钱',
        FigureKind::Percent | FigureKind::PercentagePoint | FigureKind::Multiple | FigureKind::Fraction => {
            true
        }
        FigureKind::Measure => {
            !matches!(view.at(first.start.wrapping_sub(1)), '每' | '元' | '钱')
                && !matches!(
                    view.at(tail.from),
                    '度' | '点' | '级' | '分' | '转' | '里' | '码' | '克' | '担' | '瓦' | '安' | '平'
                )
        }
        _ => {
            view.ends_with(first.start, "只有")
                || view.ends_with(first.start, "仅有")
                || view.ends_with(first.start, "仅剩")
        }
    }
}

/// 百 千 万 亿 without a digit before them: with a bound (上百, 近万), with two multipliers (百万) and a unit, or money.
fn bare_allowed(view: &View<'_>, first: &Number, tail: &Tail) -> bool {
    let (start, hedge) = bound::before(view, first.start, true);
    if start < first.start && hedge != Hedge::NONE || first.hedge.bound.is_some() {
        return true;
    }
    let long = first.numeral.end - first.start >= 2
        || matches!(view.at(first.start.wrapping_sub(1)), '破' | '达' | '到');
    long && (tail.kind != FigureKind::Duration) && !matches!(view.at(tail.from), '大' | '种')
}

/// A range: 30%-40%, 3至5万, 100～200万元, -10℃至45℃, 5000元至1万元.
fn range(view: &View<'_>, first: &Number) -> Option<Reading> {
    let left = unit::at(view, first.end, false);
    // With a unit on both sides.
    if let Some(left) = left {
        if left.classifier && left.end - left.from == 1 && matches!(view.at(left.from), '到' | '至') {
            return None;
        }
        let at = separator(view, left.end)?;
        let at = skip_sign(view, at, left.kind);
        let second = number(view, at)?;
        let right = unit::at(view, second.end, second.in_digits())?;
        let alike = right.kind == left.kind && right.dimension == left.dimension;
        if !alike || calendar(view, &left) && !calendar_amount(view, &left) {
            return None;
        }
        if left.classifier && right.symbol != left.symbol {
            return None;
        }
        if left.kind == FigureKind::Duration && left.symbol != right.symbol && !in_one_unit(&left, &right) {
            return None;
        }
        return between(view, first, &second, Some(&left), right);
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

fn skip_sign(view: &View<'_>, at: usize, kind: FigureKind) -> usize {
    let share = matches!(kind, FigureKind::Percent | FigureKind::Temperature | FigureKind::PercentagePoint);
    match view.at(at) {
        '零' if share && view.at(at + 1) == '下' => at + 2,
        '-' | '−' | '负' if share => at + 1,
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
        if right.kind == FigureKind::Temperature {
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
    let (start, _) = sign(view, first.start, right.kind);
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
    if exponent == 0 && !hedged && money.is_none() && !decimals {
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

/// What joins the two ends of a range, and where it ends.
pub(super) fn separator(view: &View<'_>, at: usize) -> Option<usize> {
    // 6914.3 -1.7%: the sign of the next number.
    if view.at(at) == ' ' && matches!(view.at(at + 1), '-' | '−') && view.at(at + 2) != ' ' {
        return None;
    }
    let at = if view.at(at) == ' ' { at + 1 } else { at };
    let next = view.at(at + 1);
    let end = match view.at(at) {
        '-' | '–' | '—' | '~' | '〜' | '−' | '─' | '－' | '至' | '到' => at + 1,
        _ => return None,
    };
    let end = if matches!(next, '-' | '—') { end + 1 } else { end };
    Some(if view.at(end) == ' ' { end + 1 } else { end })
}

/// A number without a unit: 超过30万, 12000, 三十; not a bare 三, a year, a list number.
fn bare(view: &View<'_>, first: &Number) -> Option<Reading> {
    let n = &first.numeral;
    let (start, hedge) = bound::before(view, first.start, n.bare);
    let hedged = start < first.start && hedge != Hedge::NONE;
    let counts = match n.form {
        Form::Digits | Form::Mixed => !negatives::no_count(view, first, hedged),
        Form::Han if n.bare => hedged && n.end - first.start >= 1 && !negatives::stuck_han(view, first),
        Form::Han if n.max.is_some() => {
            let great =
                n.value >= 10.into() && !matches!(view.at(first.end), '年' | '月' | '日' | '里' | '元');
            n.end - first.start > 1 && (hedged || great)
        }
        Form::Han => negatives::han_counts(view, first, hedged),
        _ => false,
    };
    if !counts {
        return None;
    }
    let mut found =
        Reading::new(first.start, first.end, FigureKind::Count, Amount::of(n.value, n.max), "number");
    (found.approx, found.bound) = (first.hedge.approx, first.hedge.bound);
    Some(found)
}
