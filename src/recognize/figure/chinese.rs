//! Amounts in Chinese: number, multiplier and unit, as one value or as a range, with what hedges them.

mod allowed;
mod degree;
mod grouped;
mod money;
mod range;
mod smaller;

use super::bound::{self, Hedge};
use super::unit::{self, Tail};
use super::{Amount, Reading, chinese_form, duration, fraction, negatives, ratio, written};
use crate::annotation::{Bound, FigureKind};
use crate::text::numeral::{self, Form, Numeral};
use crate::value::decimal::Decimal;
use crate::view::View;

use allowed::allowed;
use degree::{Degree, degree, scale, sign};
pub(super) use grouped::formal_three;
use grouped::grouped;
use money::{money_before, money_sign, money_sign_with};
use range::range;
use smaller::{smaller_money, smaller_weight, tenth, tenths};

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
    let numeral = thousands(view, at, self::numeral(view, at)?);
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
            && (matches!(view.at(end - 1), '百' | '千' | '万' | '亿')
                || numeral.form == Form::Digits && numeral.value.last_place() > 0)
            && (unit::at(view, end + 1, false).is_some()
                || matches!(view.at(end + 1), ',' | '。' | '、' | '」' | '”')) =>
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

/// The numeral at `at`.
#[inline(never)] // A part of the page's module begins here.
pub(super) fn numeral(view: &View<'_>, at: usize) -> Option<Numeral> {
    let numeral = numeral::chinese(view.chars, at)?;
    let spaced = view.at(numeral.end) == ' ' && view.at(numeral.end + 1).is_ascii_digit();
    Some(if spaced { grouped(view, at, &numeral).unwrap_or(numeral) } else { numeral })
}

/// Reads whatever begins with a number here: with the numeral at `at`, where one stands there.
#[inline(never)] // A part of the page's module begins here.
pub(super) fn read(view: &View<'_>, at: usize, numeral: Option<Numeral>) -> Option<Reading> {
    if let Some(found) = written::read(view, at, crate::value::unit::chinese_at) {
        return Some(hedged(view, found, false));
    }
    if let Some(found) = chinese_form::record(view, at)
        .or_else(|| chinese_form::race(view, at))
        .or_else(|| chinese_form::result(view, at))
    {
        return Some(found);
    }
    let whole = numeral.map(|numeral| thousands(view, at, numeral));
    if let Some(found) = fraction::read(view, at, whole).or_else(|| ratio::read(view, at, whole?)) {
        return Some(hedged(view, found, false));
    }
    let first = hedge_number(view, at, whole?);
    let tail = unit::at(view, first.end, false);
    let reading = range(view, &first, tail.as_ref()).or_else(|| match about(view, &first) {
        Some(between) => one(view, &between, unit::at(view, between.end, false)),
        None => one(view, &first, tail),
    })?;
    // 3万元以上15万元以下
    let whole = chinese_form::limits(view, &reading, |at| {
        let second = number(view, at)?;
        one(view, &second, unit::at(view, second.end, false))
    });
    Some(hedged(view, whole.unwrap_or(reading), first.numeral.bare))
}

/// 六、七十蚊, 三、四百人, 十四、五万元, 6、7度: two digits that follow each other, set apart by the enumeration comma.
///
/// 二、三产业 and 三、四线 name both: a multiplier or a unit that nothing is graded by has to follow.
fn about(view: &View<'_>, first: &Number) -> Option<Number> {
    if view.at(first.end) != '、' || matches!(view.at(first.start.wrapping_sub(1)), '第' | '、') {
        return None;
    }
    let (last, next) = (view.at(first.end - 1), view.at(first.end + 1));
    let teen = first.end - first.start > 1 && view.at(first.end - 2) == '十';
    let arabic = last.is_ascii_digit() && next.is_ascii_digit() && !view.at(first.end + 2).is_ascii_digit();
    if first.end - first.start > 1 && !teen {
        return None;
    }
    let digit = |c: char| {
        if arabic { c.to_digit(10).map(i64::from) } else { numeral::chinese::digit(c) }
    };
    let (low, high) = (digit(last)?, digit(next)?);
    let tens = first.numeral.value.to_i64()? - low;
    let second = number(view, first.end + 1)?;
    let multiplied = numeral::chinese::small_unit(view.at(first.end + 2)).is_some()
        || numeral::chinese::large_unit(view.at(first.end + 2)).is_some();
    let places = second.numeral.value.to_i64()?;
    let exact = places % high == 0 && second.numeral.max.is_none();
    // What numbers in a row would name (三、四班, 五、六年级, 四、五日) is not here.
    let counted = "个天倍岁人块蚊周次趟回位家只头张条间辆套份棵斤里米元亩吨度成折种户桌餐杯碗瓶箱袋件支夜晚秒遍场桶包盒票"
        .contains(view.at(second.end))
        && unit::at(view, second.end, false).is_some()
        || view.at(second.end) == '年' && !"级月度代期".contains(view.at(second.end + 1))
        || ["星期", "礼拜", "小时", "分钟"].iter().any(|word| view.starts_with(second.end, word))
            && !view.starts_with(second.end, "星期日");
    if low < 1 || low + 1 != high || !exact || !(multiplied || counted) {
        return None;
    }
    let numeral = Numeral {
        value: Decimal::from(tens + low).checked_mul((places / high).into())?,
        max: Some(Decimal::from(tens + high).checked_mul((places / high).into())?),
        approx: true,
        ..second.numeral
    };
    Some(Number { start: first.start, end: second.end, numeral, hedge: second.hedge.and(Hedge::APPROX) })
}

/// 未来三至五年 is a stretch of the calendar and no amount.
#[inline(never)] // A part of the page's module begins here.
pub(super) fn ahead(view: &View<'_>, reading: &Reading) -> bool {
    reading.kind == FigureKind::Duration
        && ["未来", "今后", "过去", "过去的", "未来的"].iter().any(|word| view.ends_with(reading.start, word))
}

/// The same for a number in digits within English text: only with a Chinese unit.
#[inline(never)] // A part of the page's module begins here.
pub(super) fn counted(view: &View<'_>, at: usize) -> Option<Reading> {
    let first = number(view, at)?;
    let next = view.at(first.end);
    ('\u{4E00}'..='\u{9FFF}').contains(&next).then(|| read(view, at, numeral(view, at))).flatten()
}

/// Adds what stands before and after.
fn hedged(view: &View<'_>, mut reading: Reading, bare: bool) -> Reading {
    let (end, after) = bound::after(view, reading.end);
    let (start, before) = bound::before(view, reading.start, bare);
    let apart = start < reading.start && bound::compared(view, start, end);
    let (start, before) = if apart { (reading.start, Hedge::NONE) } else { (start, before) };
    let hedge = before.and(after).and(Hedge { approx: reading.approx, bound: reading.bound });
    reading.start = start;
    reading.end = end;
    reading.approx = hedge.approx;
    reading.bound = hedge.bound;
    reading
}

/// One number with the unit that stands directly behind it, or behind digits after a space.
fn one(view: &View<'_>, first: &Number, tail: Option<Tail>) -> Option<Reading> {
    let spaced = first.in_digits() && view.at(first.end) == ' ';
    // 票价2万5起: from so much on.
    let priced =
        || view.chars[first.start.saturating_sub(6)..first.start].iter().any(|c| "价费售票由".contains(*c));
    // 4/1起: from that day on.
    let dated =
        first.start > 1 && view.at(first.start - 1) == '/' && view.at(first.start - 2).is_ascii_digit();
    let from =
        dated || first.numeral.form == Form::Mixed && (view.at(first.end - 1).is_ascii_digit() || priced());
    let tail = tail.filter(|tail| !(from && view.at(tail.from) == '起'));
    // © 2025 界外体育: a year, and no classifier behind it
    let year = first.end - first.start == 4
        && matches!(first.numeral.value.integer(), Some(1900..2100))
        && view.at(first.start.wrapping_sub(2)) == '©';
    let Some(tail) = (if spaced && !year { unit::at(view, first.end, true) } else { tail }) else {
        let other = loss(view, first).or_else(|| money_sign(view, first)).or_else(|| ounces(view, first));
        return other.or_else(|| bare(view, first));
    };
    if let Some(end) = chinese_form::drawn(view, first) {
        let amount = Amount::Exact(first.numeral.value);
        return Some(Reading::new(first.start, end, FigureKind::Count, amount, "amount"));
    }
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

/// 二两, 八两半, 黄金12两: the small weight, whose name is a numeral as well.
fn ounces(view: &View<'_>, first: &Number) -> Option<Reading> {
    let end = first.end + 1;
    let next = view.at(end);
    // 两万两
    let thousands = numeral::chinese::large_unit(view.at(first.end.wrapping_sub(1))).is_some();
    let digit = first.single() && view.at(first.start) != '两';
    let single =
        (digit || thousands || first.numeral.form == Form::Digits) && first.numeral.value > Decimal::ONE;
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

/// (293,430): how a table of accounts writes a negative amount.
fn loss(view: &View<'_>, first: &Number) -> Option<Reading> {
    let (start, end) = (first.start.checked_sub(1)?, first.end);
    let open = |c: char| matches!(c, '\0' | '\n' | '\t' | ' ');
    let grouped = first.numeral.form == Form::Digits && view.chars[first.start..end].contains(&',');
    let cell = open(view.at(start.wrapping_sub(1))) && open(view.at(end + 1));
    let bracketed = view.at(start) == '(' && view.at(end) == ')';
    if !(grouped && cell && bracketed) {
        return None;
    }
    let amount = Amount::Exact(first.numeral.value.negated()?);
    Some(Reading::new(start, end + 1, FigureKind::Count, amount, "loss"))
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
        let said = [['央', '行'], ['利', '率'], ['准', '会'], ['联', '储']];
        let few = first.numeral.value <= 8.into();
        few && (near.contains(&'息') || near.windows(2).any(|w| said.iter().any(|word| w == word)))
    };
    let mut amount = amount;
    if rate {
        (kind, symbol) = (FigureKind::PercentagePoint, "pp".into());
        let quarter = Decimal::parse("0.25")?;
        amount = amount.map(|d| d.checked_mul(quarter));
    }
    // 9局下, 三局上半: an inning is a rank.
    if tail.classifier && view.at(tail.from) == '局' && matches!(view.at(tail.end), '上' | '下') {
        kind = FigureKind::Ordinal;
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
    if kind == FigureKind::Temperature
        && let Some((more, stop)) = smaller::tenth_of_a_degree(view, &tail, end)
    {
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
        && (!tail.classifier || matches!(view.at(tail.from), '成' | '圈'))
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
                | '花'
                | '付'
                | '缴'
                | '赚'
                | '卖'
                | '收'
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

/// What joins the two ends of a range, and where it ends.
pub(super) fn separator(view: &View<'_>, at: usize) -> Option<usize> {
    // 1万元(含)至5万元(不含)
    let included = ["(含)", "(不含)"].iter().find(|said| view.starts_with(at, said));
    let at = at + included.map_or(0, |said| said.chars().count());
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
    if let Some(end) = chinese_form::drawn(view, first) {
        return Some(Reading::new(first.start, end, FigureKind::Count, Amount::Exact(n.value), "amount"));
    }
    if let Some(found) = chinese_form::signed_cell(view, first).or_else(|| chinese_form::bare(view, first)) {
        return Some(found);
    }
    let (start, hedge) = bound::before(view, first.start, n.bare);
    let hedged = start < first.start && hedge != Hedge::NONE;
    let counts = match n.form {
        Form::Digits | Form::Mixed => !negatives::no_count(view, first, hedged),
        // 成交额破百亿
        Form::Han
            if n.bare
                && n.end - first.start >= 2
                && matches!(view.at(first.start.wrapping_sub(1)), '破' | '拼' | '拚' | '冲') =>
        {
            !('一'..='鿿').contains(&view.at(first.end))
        }
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
    let scale = || n.form == Form::Digits && negatives::changes(view, first.start, first.end);
    let kind = if negatives::drawn(view, first) || scale() { FigureKind::Other } else { FigureKind::Count };
    let mut found = Reading::new(first.start, first.end, kind, Amount::of(n.value, n.max), "number");
    (found.approx, found.bound) = (first.hedge.approx, first.hedge.bound);
    Some(found)
}
