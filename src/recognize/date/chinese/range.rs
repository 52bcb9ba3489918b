//! Ranges of Chinese dates: 3月5日至8日, 1至9月, 9:00-17:00, 25、26日.

use super::{Words, behind, clock, month, number, point, quarter, weekday, word, year};
use crate::recognize::date::draft::{Expr, Point, Step, rank};
use crate::recognize::date::numeric;
use crate::view::View;

/// Reads what shares its mark: the 2009 of 2009和2010年, 25、26日, 7、8月; `before` is the month that days stand in.
pub fn listed(view: &View<'_>, at: usize, before: &Point) -> Option<(usize, Expr)> {
    let and = |p: usize| matches!(view.at(p), '、' | '和' | '与' | '及');
    let first = number::number(view, at).filter(|n| n.form == number::Form::Ascii)?;
    if !and(first.end) || number::inside_number(view, at) {
        return None;
    }
    let mut last = first;
    for _ in 0..8 {
        if !and(last.end) {
            break;
        }
        let next = number::number(view, last.end + 1)?;
        if next.form != number::Form::Ascii
            || next.value <= last.value
            || (next.width == 4) != (first.width == 4)
        {
            return None;
        }
        last = next;
    }
    let after = view.at(last.end + 1);
    let (a, b) = match view.at(last.end) {
        '年' if first.width == 4 && (1900..2100).contains(&first.value) => {
            return Some((first.end, Expr::Point(Point::of(Step::Year(first.value as i16)))));
        }
        '月' if last.value <= 12 && !matches!(after, '内' | '以') => {
            (Step::Month(first.value as u8), Step::Month(last.value as u8))
        }
        '日' if last.value <= 31 && !matches!(after, '内' | '以' | '后' | '前') => {
            (Step::Day(first.value as u8), Step::Day(last.value as u8))
        }
        _ => return None,
    };
    let point = |step| {
        let steps = before.steps.iter().copied().chain([step]).collect();
        Box::new(Expr::Point(Point { steps, ..Point::default() }))
    };
    let end = last.end + 1 + usize::from(after == '份');
    (first.value > 0).then(|| (end, Expr::Range(point(a), point(b))))
}

/// Reads the second end of a range that a point begins, and joins them.
pub fn range_from(view: &View<'_>, at: usize, first: &Point) -> Option<(usize, Expr)> {
    let mut p = at;
    // 今天（2月13日）起到15日: an explanation in brackets inside the range.
    let mut bracketed = None;
    if view.at(p) == '('
        && first.clock.is_none()
        && let Some((end, point)) = explanation(view, p)
    {
        p = end;
        bracketed = Some(point);
    }
    // 9月20日（周六）至10月12日
    if bracketed.is_none()
        && first.names_day()
        && first.clock.is_none()
        && let Some(end) = numeric::weekday_behind(view, p)
    {
        p = end;
    }
    let spaced = p + usize::from(view.at(p) == ' ');
    let mut first = bracketed.unwrap_or_else(|| first.clone());
    let mut time = Point { part: first.part, ..Point::default() };
    if p > at {
        // The part of day or clock may follow the bracket: 今天（4月19日）夜间到23日.
        if let Some(end) = clock::time(view, p, &mut time, true) {
            first.part = time.part;
            first.clock = time.clock;
            p = end;
        }
        if view.at(p) == '起' {
            p += 1;
        }
    }
    // 3/14、15认养会
    if view.at(at) == '、'
        && p == at
        && first.clock.is_none()
        && let [.., Step::Month(_), Step::Day(day)] = first.steps[..]
        && (at.saturating_sub(3)..at).any(|i| view.at(i) == '/')
        && let Some(n) = number::number(view, at + 1)
        && n.form == number::Form::Ascii
        && (u32::from(day) + 1..=31).contains(&n.value)
        && numeric::day_alone(view, n.end)
    {
        let mut last = first.clone();
        last.steps.pop();
        last.steps.push(Step::Day(n.value as u8));
        return Some((n.end, Expr::Range(Box::new(Expr::Point(first)), Box::new(Expr::Point(last)))));
    }
    // 4月5日和6月7日之间
    let and = || matches!(view.at(p), '和' | '与' | '跟').then_some(p + 1);
    let joined = separator(view, p).or_else(|| separator(view, spaced));
    let q = joined.or_else(and)?;
    let mut second = Point::default();
    let mut end = second_end(view, q, &first, &mut second)?;
    if joined.is_none() && !view.starts_with(end, "之间") {
        return None;
    }
    if p > at && second.steps.is_empty() {
        return None;
    }
    // 至12月5日（五）下午5时
    let noted =
        |end| explanation(view, end).map(|(after, _)| after).or_else(|| numeric::weekday_behind(view, end));
    if view.at(end) == '('
        && let Some(after) = noted(end)
        && let Some(e) = clock::time(view, after, &mut second, true)
    {
        end = e;
    }
    // 周一至周五8:30-17:30: opening hours.
    let weekday = |p: &Point| matches!(p.steps.as_slice(), [Step::Weekday(_)]);
    if weekday(&first) && weekday(&second) && second.clock.is_some() {
        let mut close = Point::default();
        let shut = separator(view, end).and_then(|q| clock::time(view, q, &mut close, true));
        if let Some(shut) = shut.filter(|_| close.clock.is_some()) {
            return Some((shut, Expr::Set(None)));
        }
    }
    // 星期一至五：上午9时至下午6时
    if weekday(&first) && weekday(&second) && second.clock.is_none() && matches!(view.at(end), ':' | ' ') {
        let mut open = Point::default();
        let (from, mut close) = (clock::time(view, end + 1, &mut open, true), Point::default());
        let shut = from.and_then(|p| separator(view, p)).and_then(|q| clock::time(view, q, &mut close, true));
        if let Some(shut) = shut.filter(|_| open.clock.is_some() && close.clock.is_some()) {
            return Some((shut, Expr::Set(None)));
        }
    }
    // 26日至28日上午8时到11时
    if first.names_day() && first.clock.is_none() && second.names_day() && second.clock.is_some() {
        let mut close = Point::default();
        let shut = separator(view, end).and_then(|q| clock::time(view, q, &mut close, true));
        if let (Some(shut), Some(clock)) = (shut, close.clock) {
            first.clock = second.clock;
            let part = close.part.or(second.part);
            second.clock = Some(clock.in_part(part));
            end = shut;
        }
    }
    let clock_alone = second.part.is_none() && second.steps.is_empty();
    inherit(&first, &mut second);
    if clock_alone && let (Some(part), Some(clock)) = (first.part, second.clock) {
        // 下午3点到5点
        if first.clock.is_some_and(|c| c.hour >= 12) {
            second.clock = Some(clock.in_part(Some(part)));
        }
    }
    let range = Expr::Range(Box::new(Expr::Point(first)), Box::new(Expr::Point(second)));
    Some(behind(view, end, range))
}

/// A date in brackets that explains the word before it.
fn explanation(view: &View<'_>, at: usize) -> Option<(usize, Point)> {
    let mut inner = Point::default();
    let end = month::month(view, at + 1, &mut inner).or_else(|| month::day(view, at + 1, &mut inner))?;
    (view.at(end) == ')').then_some((end + 1, inner))
}

/// Steps over what joins the ends of a range.
pub fn separator(view: &View<'_>, at: usize) -> Option<usize> {
    static JOINTS: Words<()> = Words::new(&[
        ("——", ()),
        ("起至", ()),
        ("起到", ()),
        ("至", ()),
        ("到", ()),
        ("-", ()),
        ("—", ()),
        ("–", ()),
        ("~", ()),
        ("～", ()),
        ("―", ()),
        ("－", ()),
        ("ー", ()),
        ("−", ()),
    ]);
    let (end, ()) = word(view, at, &JOINTS)?;
    if until_now(view, at) || view.starts_with(at, "到现在") {
        return None;
    }
    Some(end + usize::from(view.at(end) == ' '))
}

/// 至今, but not 至今天.
pub fn until_now(view: &View<'_>, at: usize) -> bool {
    view.starts_with(at, "至今")
        && !matches!(
            view.at(at + 2),
            '天' | '日' | '晚' | '晨' | '早' | '年' | '夜' | '午' | '春' | '夏' | '秋' | '冬' | '('
        )
}

fn second_end(view: &View<'_>, at: usize, first: &Point, out: &mut Point) -> Option<usize> {
    let at = if view.starts_with(at, "次年") || view.starts_with(at, "翌年") {
        out.steps.push(Step::ContextYear(1));
        let end = month::month(view, at + 2, out)?;
        return Some(clock::time(view, end, out, true).unwrap_or(end));
    } else {
        at
    };
    if first.clock.is_some() {
        // 10时至12时, 9:00-17:00, 16:00-次日2:00
        if let Some(end) = clock::time(view, at, out, true) {
            if out.clock.is_some() {
                return Some(end);
            }
            *out = Point::default();
        }
    }
    let plan = matches!(first.last(), Some(Step::Span(..)));
    if plan {
        return None;
    }
    if let Some(end) = point(view, at, out)
        && !out.is_empty()
        && compatible(first, out)
    {
        return Some(end);
    }
    *out = Point::default();
    // 20日夜间到凌晨
    if (first.names_day() || first.part.is_some())
        && let Some((part, end)) = clock::part(view, at, false)
    {
        out.part = Some(part);
        return (!first.steps.is_empty()).then_some(end);
    }
    // 十月一日至八日
    if let Some(Step::Day(from)) = first.last()
        && first.clock.is_none()
        && let Some(n) = number::number(view, at).filter(|n| n.form == number::Form::Han)
        && (u32::from(from) + 1..=31).contains(&n.value)
        && matches!(view.at(n.end), '日' | '号')
    {
        out.steps.push(Step::Day(n.value as u8));
        return Some(clock::time(view, n.end + 1, out, true).unwrap_or(n.end + 1));
    }
    // 腊月二十六至二十八
    if let Some(Step::LunarDay(from)) = first.last()
        && let Some(n) = number::number(view, at).filter(|n| n.form == number::Form::Han)
        && (u32::from(from) + 1..=30).contains(&n.value)
        && !matches!(view.at(n.end), '个' | '家' | '名' | '人' | '天')
        && crate::value::unit::chinese_at(view.chars, n.end).is_none()
    {
        out.steps.push(Step::LunarDay(n.value as u8));
        return Some(n.end);
    }
    // 周一至五, 星期一至五
    if let (Some(Step::Weekday(from)), Some(to)) = (first.last(), weekday::number_of(view.at(at)))
        && to > from
        && !matches!(view.at(at + 1), '点' | '时' | '个' | '名' | '位' | '月' | '日')
    {
        out.steps.push(Step::Weekday(to));
        return Some(clock::time(view, at + 1, out, true).unwrap_or(at + 1));
    }
    // 3月上旬至中旬
    if matches!(first.last(), Some(Step::Tenday(_))) {
        let tenday = if view.starts_with(at, "中旬") { 2 } else { 3 };
        out.steps.push(Step::Tenday(tenday));
        return (tenday == 2 || view.starts_with(at, "下旬")).then_some(at + 2);
    }
    // 大年初一至初七
    if matches!(first.last(), Some(Step::LunarDay(_))) && view.at(at) == '初' {
        let n = number::number(view, at + 1).filter(|n| (1..=30).contains(&n.value))?;
        out.steps.push(Step::LunarDay(n.value as u8));
        return Some(n.end);
    }
    None
}

/// Two points can be the ends of one range when the second is no coarser than the first goes.
fn compatible(first: &Point, second: &Point) -> bool {
    let (Some(a), Some(b)) = (first.steps.first(), second.steps.first()) else { return true };
    let fine = |p: &Point| p.steps.last().map_or(9, |s| rank(*s));
    !(rank(*b) > rank(*a) && fine(second) < fine(first) && fine(first) > 5 && fine(second) <= 4)
}

/// The second end of a range takes over what it does not say itself.
pub fn inherit(first: &Point, second: &mut Point) {
    let Some(start) = second.steps.first().map(|s| rank(*s)) else {
        if second.part.is_some() || second.clock.is_some() {
            second.steps = first.steps.clone();
        }
        return;
    };
    if second.steps.first().is_some_and(|s| anchored(*s)) {
        return;
    }
    let mut steps: Vec<Step> = first
        .steps
        .iter()
        .copied()
        .take_while(|s| rank(*s) < start && !matches!(s, Step::First(..)))
        .collect();
    if let Some(Step::ContextYear(1)) = second.steps.first() {
        steps.clear();
    }
    steps.append(&mut second.steps);
    second.steps = steps;
}

fn anchored(step: Step) -> bool {
    matches!(
        step,
        Step::YearOffset(_)
            | Step::MonthOffset(_)
            | Step::WeekOffset(_)
            | Step::DayOffset(_)
            | Step::QuarterOffset(_)
            | Step::WeekdayToward(..)
            | Step::Year(_)
    )
}

/// Reads a range whose first end is a bare number: 1至9月, 2019—2023年, 3-5日, 一二月, 7、8月, 一至三季度.
pub fn bare_range(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    if let Some(found) = numeric::months(view, at) {
        return Some(found);
    }
    let mut prefix = Point::default();
    let p = year::year(view, at, &mut prefix).unwrap_or(at);
    let mut lead = prefix.clone();
    let mut p = p + usize::from(p > at && view.at(p) == ' ');
    if p == at {
        // 3月12-15日 and 本月3至5日 have their month first.
        if let Some(end) = month::month(view, at, &mut lead) {
            if lead.names_day()
                || !matches!(lead.last(), Some(Step::Month(_) | Step::MonthOffset(_) | Step::ContextMonth(_)))
            {
                return None;
            }
            p = end;
        }
    } else {
        let mut longer = prefix.clone();
        if let Some(end) = month::month(view, p, &mut longer)
            && matches!(longer.last(), Some(Step::Month(_)))
        {
            p = end;
            lead = longer;
        }
    }
    // 6月14、15日
    if matches!(lead.last(), Some(Step::Month(_) | Step::MonthOffset(_)))
        && let Some((end, range @ Expr::Range(..))) = listed(view, p, &lead)
        && view.at(end - 1) == '日'
    {
        return Some((end, range));
    }
    let from_start = view.at(p) == '第' && view.at(p + 2) != '季';
    let q = p + usize::from(from_start);
    let first = number::number(view, q)?;
    // 七八月, 三四月份
    if first.form == number::Form::HanDigits
        && first.width == 2
        && first.value / 10 + 1 == first.value % 10
        && view.at(first.end) == '月'
        && !matches!(view.at(first.end + 1), '大' | '龄' | '内')
        && !number::inside_number(view, q)
    {
        let month = |n: u32| {
            let steps = lead.steps.iter().copied().chain([Step::Month(n as u8)]).collect();
            Box::new(Expr::Point(Point { steps, ..Point::default() }))
        };
        let end = first.end + 1 + usize::from(view.at(first.end + 1) == '份');
        return Some((end, Expr::Range(month(first.value / 10), month(first.value % 10))));
    }
    if number::inside_number(view, q) || first.form == number::Form::HanDigits && first.width != 4 {
        return None;
    }
    let mut r = separator(view, first.end)
        .or_else(|| separator(view, first.end + usize::from(view.at(first.end) == ' ')));
    if r.is_none() && matches!(view.at(first.end), '、') && first.form == number::Form::Han {
        // 一、二季度
        r = Some(first.end + 1).filter(|r| {
            let mut second = Point::default();
            quarter::quarter(view, *r, &mut second, false).is_some()
        });
    }
    let r = r?;
    let mut second = Point::default();
    let end = point(view, r, &mut second)?;
    let steps = std::mem::take(&mut second.steps);
    let (&head, _) = steps.split_first()?;
    let value = first.value;
    let step = match head {
        Step::Month(m)
            if (1..=12).contains(&value)
                && (value < u32::from(m) || !lead.steps.is_empty() || steps.len() == 1) =>
        {
            Step::Month(value as u8)
        }
        Step::Day(_) if (1..=31).contains(&value) && steps.len() == 1 => Step::Day(value as u8),
        Step::Year(y) if first.width == 4 && value < y as u32 => Step::Year(value as i16),
        // 110至113年
        Step::Year(y) if first.width == 3 && value >= 90 && value + 1911 < y as u32 => {
            Step::Year(value as i16 + 1911)
        }
        Step::Year(y) if first.width == 2 && value < y as u32 % 100 && view.at(r + 2) == '年' => {
            Step::Year(y / 100 * 100 + value as i16)
        }
        Step::Quarter(_) if (1..=4).contains(&value) => Step::Quarter(value as u8),
        Step::Century(c) if value < c as u32 + 1 => Step::Century(value as i16 - 1),
        _ => return None,
    };
    if matches!(step, Step::Year(_)) && !prefix.steps.is_empty() {
        return None;
    }
    // The last step may belong to the second end alone: 1-2月底.
    let mut a = lead.clone();
    a.steps.push(step);
    let mut b = Point { steps: lead.steps.clone(), part: second.part, clock: second.clock };
    b.steps.extend(steps);
    let range = Expr::Range(Box::new(Expr::Point(a)), Box::new(Expr::Point(b)));
    Some(behind(view, end, range))
}
