//! Amounts of time: 三天, 8小时, 1年6个月, 两个半小时. Years, months and days of the calendar are dates.

use super::bound;
use super::chinese::{self, Number};
use super::chinese_form;
use super::unit::{self, Tail};
use super::{Amount, Reading};
use crate::annotation::FigureKind;
use crate::text::numeral::{self, Form};
use crate::value::decimal::Decimal;
use crate::value::unit::{Dimension, chinese_at};
use crate::view::View;

/// Words before 一年, 五日 that make them an amount of time.
static LASTING: &[&str] = &[
    "为期",
    "期限",
    "期只有",
    "期仅",
    "期为",
    "做",
    "历时",
    "时隔",
    "长达",
    "持续",
    "运作",
    "运转",
    "运行",
    "使用",
    "浸泡",
    "静置",
    "加热",
    "存续",
    "缓刑",
    "徒刑",
    "期满",
    "有效期",
    "连续",
    "之日起",
    "周期",
    "拘留",
    "监禁",
    "判监",
    "入狱",
    "服刑",
    "隔离",
    "住院",
    "停职",
    "停课",
    "停工",
    "休假",
    "滞留",
    "禁赛",
    "推迟",
    "延长",
    "缩短",
    "停业",
    "停产",
    "提前",
    "相隔",
    "相差",
    "工期",
    "刑期",
    "已满",
    "年满",
    "延期",
    "延误",
    "等了",
    "花了",
    "用了",
    "耗时",
    "再过",
    "疗程",
    "连",
    "连升",
    "连跌",
    "连涨",
    "连挫",
    "连扬",
    "连续上涨",
    "连续下跌",
    "登载",
    "逗留",
    "停留",
    "张贴",
    "公示期",
    "需时",
    "维持",
    "为时",
    "历经",
    "经过",
    "期满后",
    "届满后",
    "满后的",
    "送达后的",
    "公告后的",
    "之日起满",
];

/// Reads a number with a unit of time. Nothing where it is none; nothing within where it is a date.
pub(super) fn read(view: &View<'_>, first: &Number, tail: &Tail) -> Option<Option<Reading>> {
    let minutes = view.at(tail.from) == '分' && tail.end == tail.from + 1;
    if minutes {
        // 3分25秒
        let second = chinese::number(view, tail.end)?;
        if view.at(second.end) != '秒' || clock_before(view, first.start) {
            return None;
        }
        let (unit, end) = chinese_at(view.chars, second.end)?;
        let mut value = first.numeral.value.checked_mul(60.into())?.checked_add(second.numeral.value)?;
        let unit_end = end;
        let (more, end) = parts_of_a_second(view, end);
        value = value.checked_add(more)?;
        return Some(Some(
            Reading::new(first.start, end, FigureKind::Duration, Amount::Exact(value), "duration").unit(
                unit.symbol,
                second.end,
                unit_end,
            ),
        ));
    }
    if tail.dimension != Dimension::Time || tail.kind != FigureKind::Duration {
        return None;
    }
    if view.at(tail.from) == '秒' && tail.end == tail.from + 1 {
        // 9秒98
        let (more, end) = parts_of_a_second(view, tail.end);
        if end > tail.end && first.in_digits() {
            let amount = Amount::Exact(first.numeral.value).map(|d| d.checked_add(more));
            let found = Reading::new(first.start, end, FigureKind::Duration, amount, "duration");
            return Some(Some(found.unit("s", tail.from, tail.end)));
        }
    }
    if let Some(found) = chinese_form::sentence(view, first, tail) {
        return Some(Some(found));
    }
    if let Some((value, last)) = sum(view, first, tail) {
        let (more, end) =
            if last.symbol == "s" { parts_of_a_second(view, last.end) } else { (Decimal::ZERO, last.end) };
        let value = value.checked_add(more)?;
        let mut amount = Amount::Exact(value);
        let mut end = end;
        if let Some(at) = chinese::separator(view, end) {
            let second = chinese::number(view, at).and_then(|n| Some((n, unit::at(view, n.end, false)?)));
            if let Some((second, right)) = second.filter(|(_, right)| right.dimension == Dimension::Time) {
                let upper = sum(view, &second, &right).or(Some((second.numeral.value, right)));
                if let Some((high, right)) = upper {
                    let same = convert(value, &last, &right).map(|low| (low, high, right.symbol.clone()));
                    let other =
                        || convert(high, &right, &last).map(|high| (value, high, last.symbol.clone()));
                    if let Some((low, high, symbol)) = same.or_else(other) {
                        amount = Amount::Range(low, high);
                        end = right.end;
                        let mut found =
                            Reading::new(first.start, end, FigureKind::Duration, amount, "duration");
                        found.unit = Some(symbol);
                        return Some(Some(found));
                    }
                }
            }
        }
        let mut found = Reading::new(first.start, end, FigureKind::Duration, amount, "duration");
        found.unit = Some(last.symbol);
        found.unit_text = Some((last.from, last.end));
        return Some(Some(found));
    }
    if view.at(tail.from) == '旬'
        && matches!(view.at(tail.end), '老' | '翁' | '母' | '阿' | '夫' | '妇' | '高')
    {
        let mut found = Reading::new(
            first.start,
            tail.end,
            FigureKind::Age,
            Amount::of(first.numeral.value, None).map(|d| d.shift(1)),
            "age",
        );
        found.unit = Some("a".into());
        return Some(Some(found));
    }
    if let Some(found) = chinese_form::days_and_nights(view, first, tail) {
        return Some(Some(found));
    }
    // 每2小时 recurs.
    if view.at(first.start.wrapping_sub(1)) == '每' || !amount_of_time(view, first, tail) {
        return Some(None);
    }
    let amount = Amount::of(first.numeral.value, first.numeral.max);
    Some(
        chinese::with_unit(view, first, amount, tail.clone())
            .map(|found| Reading { rule: "duration", ..found }),
    )
}

/// Whether words stand before `at` that make 五日 an amount and no day of the month.
pub(super) fn lasting(view: &View<'_>, at: usize) -> bool {
    let said = |end: usize| LASTING.iter().any(|word| view.ends_with(end, word));
    said(at) || view.at(at.wrapping_sub(1)) == '了' && said(at - 1) || received(view, at)
}

/// 收到申请10日内: a term that runs from a day when something comes in.
fn received(view: &View<'_>, at: usize) -> bool {
    if !view.chars.get(at..).unwrap_or_default().iter().take(7).any(|c| *c == '内') {
        return false;
    }
    let near = &view.chars[at.saturating_sub(12)..at];
    let clause = near.rsplit(|c| matches!(c, ',' | '。' | ';' | '的')).next().unwrap_or_default();
    let words = [['收', '到'], ['接', '到'], ['接', '获'], ['送', '达'], ['收', '悉']];
    clause.windows(2).any(|pair| words.iter().any(|word| pair == word))
}

/// 1分58秒34, 46秒516: hundredths or thousandths behind the seconds, as sport writes them, and where they end.
fn parts_of_a_second(view: &View<'_>, at: usize) -> (Decimal, usize) {
    let rest = view.chars.get(at..).unwrap_or_default();
    let digits = rest.iter().take(4).take_while(|c| c.is_ascii_digit()).count();
    let found = numeral::digits(view.chars, at).filter(|n| matches!(digits, 2 | 3) && n.end == at + digits);
    let found = found.filter(|n| unit::at(view, n.end, false).is_none());
    let value = found.and_then(|n| n.value.shift(-(digits as i32)));
    value.map_or((Decimal::ZERO, at), |value| (value, at + digits))
}

/// 8时20分: the hour of a clock before the minutes; not 用时2分.
fn clock_before(view: &View<'_>, start: usize) -> bool {
    let hour = view.at(start.wrapping_sub(2));
    let numeral = hour.is_ascii_digit() || "零一二三四五六七八九十".contains(hour);
    matches!(view.at(start.wrapping_sub(1)), '时' | '点') && numeral || view.at(start.wrapping_sub(1)) == ':'
}

/// 1年6个月, 3小时40分, 8天又二十个小时: the sum in the last unit.
fn sum(view: &View<'_>, first: &Number, tail: &Tail) -> Option<(Decimal, Tail)> {
    if tail.half || tail.more || first.numeral.form == Form::HanDigits || first.numeral.max.is_some() {
        return None;
    }
    let four = first.in_digits() && first.numeral.value >= 1000.into();
    if four && view.at(tail.from) == '年' {
        return None;
    }
    let mut value = first.numeral.value;
    let mut last = tail.clone();
    let mut any = false;
    for _ in 0..3 {
        let at = last.end + usize::from(matches!(view.at(last.end), '零' | '又' | '加' | ' '));
        let Some(next) = chinese::number(view, at) else { break };
        let Some(unit) = smaller(view, &next, &last) else { break };
        let Some(carried) = convert(value, &last, &unit).and_then(|v| v.checked_add(next.numeral.value))
        else {
            break;
        };
        value = carried;
        last = unit;
        any = true;
    }
    any.then_some((value, last))
}

/// The unit behind the next number, where it is a smaller one of time: 分 counts as 分钟 here, 月 does not.
fn smaller(view: &View<'_>, next: &Number, last: &Tail) -> Option<Tail> {
    let mut unit = unit::at(view, next.end, false)?;
    if view.at(unit.from) == '分' && unit.end == unit.from + 1 {
        if last.symbol != "h" {
            return None;
        }
        unit.symbol = "min".into();
        unit.dimension = Dimension::Time;
        unit.kind = FigureKind::Duration;
        return Some(unit);
    }
    // 2024年3月5日 is a date: only 个月 and 天 go on after 年.
    let named = !matches!(view.at(unit.from), '日' | '季' | '旬');
    let smaller = convert(Decimal::ONE, last, &unit).is_some_and(|d| d > Decimal::ONE);
    (unit.dimension == Dimension::Time && named && smaller && next.numeral.max.is_none()).then_some(unit)
}

fn seconds(unit: &Tail) -> Option<Decimal> {
    Decimal::parse(match unit.symbol.as_ref() {
        "ms" => "0.001",
        "s" => "1",
        "min" => "60",
        "min15" => "900",
        "h" => "3600",
        "d" | "d{work}" => "86400",
        "wk" => "604800",
        "mo" => "2629746",
        "q" => "7889238",
        "a" => "31556952",
        _ => return None,
    })
}

/// The days of months and years beside which days are counted: 365 in a year, 30 in a month.
pub(super) fn days(value: Decimal, symbol: &str) -> Option<Decimal> {
    match symbol {
        "a" => value.checked_mul(365.into()),
        "mo" => match value.to_i64() {
            Some(months) => Some(Decimal::from(months / 12 * 365 + months % 12 * 30)),
            None => value.checked_mul(30.into()),
        },
        _ => None,
    }
}

/// An amount in another unit of time, where that is exact.
pub(super) fn convert(value: Decimal, from: &Tail, to: &Tail) -> Option<Decimal> {
    if from.symbol == to.symbol {
        return Some(value);
    }
    if to.symbol == "d"
        && let Some(days) = days(value, &from.symbol)
    {
        return Some(days);
    }
    let (from, to) = (seconds(from)?.shift(3)?.integer()?, seconds(to)?.shift(3)?.integer()?);
    let thousand = from.checked_mul(10_000)?;
    (thousand % to == 0).then(|| Decimal::new(thousand / to, 4)).flatten()?.checked_mul(value)
}

/// Whether the number with this unit is an amount and no date.
fn amount_of_time(view: &View<'_>, first: &Number, tail: &Tail) -> bool {
    let n = &first.numeral;
    let unit = view.at(tail.from);
    let (start, _) = bound::before(view, first.start, n.bare);
    let hedged = start < first.start || first.hedge.bound.is_some();
    let lasting = lasting(view, first.start) || view.ends_with(first.start, "仅");
    if n.form == Form::HanDigits || (n.max.is_some() && n.end == first.start + 1) {
        return false;
    }
    if n.bare {
        return hedged && unit != '日' || first.hedge.bound.is_some();
    }
    let one = first.single() && n.value == Decimal::ONE;
    let next = view.at(tail.end);
    let more = tail.half
        || tail.more
        || matches!(next, '半' | '多') && !matches!(view.at(tail.end + 1), '年' | '导' | '岛');
    // 五年一遇 says how rare a flood is.
    if view.starts_with(tail.end, "一遇") {
        return false;
    }
    // 一年以内: 以内 is no part of the span, and makes an amount of it all the same.
    let limited = view.at(tail.end) == '以' && matches!(view.at(tail.end + 1), '内' | '上' | '下' | '外');
    let lasting = lasting
        || limited
        || matches!(view.at(first.start.wrapping_sub(1)), '早' | '晚')
            && view.at(first.start.wrapping_sub(2)) != '今';
    let within = next == '内' && matches!(view.at(first.start.wrapping_sub(1)), '后' | '起' | '效');
    match unit {
        '年' if tail.symbol == "a" => {
            let year = first.in_digits()
                && n.form == Form::Digits
                && n.value >= 1000.into()
                && n.value <= 2200.into();
            let padded = view.at(first.start) == '0' && n.value >= Decimal::ONE;
            let short_year = n.form == Form::Digits
                && n.value > 9.into()
                && (matches!(next, '初' | '底' | '末' | '度')
                    || next.is_ascii_digit()
                    || matches!(view.at(first.start.wrapping_sub(1)), '/' | '至' | '-'));
            if year {
                return hedged && next != '的' && n.value < 1900.into();
            }
            !padded && !short_year && (!one || hedged || lasting || more)
        }
        // No month has more than 31 days.
        '日' => {
            hedged
                || lasting
                || within
                || view.starts_with(tail.end, "长假")
                || view.starts_with(tail.end, "连假")
                || n.value > Decimal::ONE && chinese_form::tour(view, first, tail.end)
                || n.form == Form::Digits && (n.value > 31.into() || n.value.integer().is_none())
        }
        '季' => view.ends_with(first.start, "连"),
        '世' | '旬' | '学' | '财' => false,
        '夜' | '晚' | '周' | '天' | '载' | '昼' | '礼' | '星' => !one || hedged || lasting || more,
        _ => !one || hedged || lasting || more || !matches!(unit, '个'),
    }
}
