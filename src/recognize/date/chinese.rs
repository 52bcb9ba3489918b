//! Chinese dates: at a character that can begin one, the readers of the modules below are tried and joined.

pub mod clock;
pub mod counted;
pub mod feast;
pub mod month;
pub mod number;
pub mod period;
pub mod relative;
pub mod set;
pub mod weekday;
pub mod year;

use super::draft::{Expr, Point, Step, rank};
use crate::view::View;

/// Words with what each stands for, longer ones before those that begin them.
#[derive(Debug)]
pub struct Words<T: 'static> {
    list: &'static [(&'static str, T)],
    /// By the last six bits of a character the place, counted from one, of the first word that may begin with it.
    first: [u8; 64],
    /// By the place of a word, counted from zero, that of the next with the same bits.
    next: [u8; 128],
}

impl<T> Words<T> {
    /// A table of words.
    pub const fn new(list: &'static [(&'static str, T)]) -> Self {
        let (mut first, mut next) = ([0; 64], [0; 128]);
        let mut place = list.len();
        while place > 0 {
            let word = list[place - 1].0.as_bytes();
            let length = match word[0] {
                0..=0x7F => 1,
                0x80..=0xDF => 2,
                0xE0..=0xEF => 3,
                _ => 4,
            };
            // In UTF-8, the last byte of a character ends with the bits that its code point ends with.
            let bits = word[length - 1] as usize & 63;
            next[place - 1] = first[bits];
            first[bits] = place as u8;
            place -= 1;
        }
        Self { list, first, next }
    }

    /// The first word, in order, that stands at `at`.
    pub fn find(&self, view: &View<'_>, at: usize) -> Option<&'static (&'static str, T)> {
        let mut place = self.first[view.at(at) as usize & 63];
        while place > 0 {
            let row = self.list.get(usize::from(place) - 1)?;
            if view.starts_with(at, row.0) {
                return Some(row);
            }
            place = self.next[usize::from(place) - 1];
        }
        None
    }

    /// False where no word begins with that character.
    pub fn may_begin(&self, c: char) -> bool {
        self.first[c as usize & 63] > 0
    }
}

/// The longest word of a table that stands at `at`: the first that matches, for tables put longer words first.
pub fn word<T: Copy>(view: &View<'_>, at: usize, words: &Words<T>) -> Option<(usize, T)> {
    words.find(view, at).map(|(word, value)| (at + word.chars().count(), *value))
}

/// Reads the longest date at `at`: where it ends and what it says.
pub fn date(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    let mut best: Option<(usize, Expr)> = None;
    let mut offer = |found: Option<(usize, Expr)>| {
        if let Some((end, _)) = &found
            && best.as_ref().is_none_or(|(b, _)| end > b)
        {
            best = found;
        }
    };
    let c = view.at(at);
    let numeric = is_numeric(view, at);
    offer(set::set(view, at));
    offer(relative::pair(view, at));
    let mut read = Point::default();
    offer(whole(view, at, &mut read));
    if numeric || year::may_begin(c) || month::may_begin(c) || c == '第' {
        offer(bare_range(view, at));
    }
    offer(counted::led(view, at));
    if numeric {
        offer(counted::trailed(view, at));
    }
    if view.at(at) == '约' {
        offer(counted::trailed(view, at + 1).filter(|(_, e)| matches!(e, Expr::Offset(..))));
    }
    offer(counted::vague(view, at));
    offer(counted::ago(view, at));
    if numeric {
        offer(listed(view, at, &Point::default()));
    }
    offer(weekend(view, at));
    best
}

/// Reads 周六、周日 and 周六日, the days of the weekend.
fn weekend(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    let mut saturday = Point::default();
    let end = weekday::weekday(view, at, &mut saturday)?;
    if saturday.last() != Some(Step::Weekday(6)) {
        return None;
    }
    let joined = ["、周日", "、星期日", "和周日", "、星期天", "、礼拜日"]
        .into_iter()
        .find(|w| view.starts_with(end, w));
    let after = match joined {
        Some(word) => end + word.chars().count(),
        None if view.at(end) == '日' && !matches!(view.at(end + 1), '报' | '本' | '常') => end + 1,
        None => return None,
    };
    let mut steps = saturday.steps;
    steps.pop();
    steps.push(Step::Weekend);
    Some((after, Expr::Point(Point { steps, ..Point::default() })))
}

/// Reads what shares its mark: the 2009 of 2009和2010年, 25、26日, 7、8月; `before` is the month that days stand in.
fn listed(view: &View<'_>, at: usize, before: &Point) -> Option<(usize, Expr)> {
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

/// True where a figure or a Chinese numeral stands.
fn is_numeric(view: &View<'_>, at: usize) -> bool {
    use crate::text::class::Class;
    matches!(view.classes.get(at), Some(Class::Digit | Class::HanNumeral))
}

/// Reads a point, a range that it begins, and what stands behind: 以来, 期间, 前后.
pub fn whole(view: &View<'_>, at: usize, read: &mut Point) -> Option<(usize, Expr)> {
    let end = point(view, at, read)?;
    if let Some(found) = range_from(view, end, read) {
        return Some(found);
    }
    let alone = read.clock.is_none() && read.steps.is_empty();
    if alone {
        return None;
    }
    // 截至2025年6月30日止6個月, 截至12月31日止年度: the stretch that ends with that day.
    if view.at(end) == '止' && read.names_day() && read.clock.is_none() {
        let year = ["财政年度", "财年", "年度"].iter().find(|w| view.starts_with(end + 1, w));
        let length = match year {
            Some(word) => {
                let length = super::draft::Amount { halves: 2, unit: super::draft::Unit::Year, vague: false };
                Some((length, end + 1 + word.chars().count()))
            }
            // 9月30日止第三季
            None => number::amount(view, end + 1, false).or_else(|| {
                use super::draft::{Amount, Unit};
                let n = number::number(view, end + 2).filter(|n| view.at(end + 1) == '第' && n.value <= 4)?;
                let stop = n.end + 1 + usize::from(view.at(n.end + 1) == '度');
                let length = Amount { halves: 2, unit: Unit::Quarter, vague: false };
                (view.at(n.end) == '季').then_some((length, stop))
            }),
        };
        use super::draft::Unit::{Half, Month, Quarter, Week, Year};
        if let Some((length, after)) =
            length.filter(|l| matches!(l.0.unit, Month | Quarter | Half | Year | Week))
        {
            return Some((after, Expr::Ended(length, Box::new(read.clone()))));
        }
    }
    Some(behind(view, end, Expr::Point(read.clone())))
}

fn behind(view: &View<'_>, at: usize, expr: Expr) -> (usize, Expr) {
    if view.starts_with(at, "以来") {
        return (at + 2, Expr::Since(Box::new(expr)));
    }
    if until_now(view, at) || view.starts_with(at, "到现在") {
        return (at + if view.at(at) == '至' { 2 } else { 3 }, Expr::Since(Box::new(expr)));
    }
    let year = matches!(&expr, Expr::Point(p) if matches!(p.steps.as_slice(), [Step::YearOffset(_) | Step::Year(_)]));
    if year
        && view.at(at) == '来'
        && !matches!(view.at(at + 1), '自' | '到' | '源' | '华' | '访' | '说' | '临')
    {
        return (at + 1, Expr::Since(Box::new(expr)));
    }
    for (tail, not) in [("前后", ""), ("左右", ""), ("期间", "")] {
        if view.starts_with(at, tail) && (not.is_empty() || !view.starts_with(at, not)) {
            return (at + 2, expr);
        }
    }
    (at, expr)
}

/// Reads one thing on the calendar, coarse to fine.
pub fn point(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    let mut p = at;
    if let Some((end, steps)) = opening(view, at) {
        out.steps.extend(steps);
        return Some(end);
    }
    if let Some(end) = year::plan(view, at, out) {
        return Some(end);
    }
    if let Some(end) = year::century(view, at, out) {
        return Some(end);
    }
    out.steps.clear();
    if let Some(end) = period::season(view, at, out, false) {
        return Some(end);
    }
    if let Some(end) = year::year(view, at, out) {
        p = end;
        if view.starts_with(p, "同期") {
            out.steps.push(Step::Same);
            return Some(p + 2);
        }
        if view.starts_with(p, "同日") || view.starts_with(p, "同月") {
            let day = view.at(p + 1) == '日'
                && matches!(out.steps[..], [Step::YearOffset(_) | Step::ContextYear(_)]);
            let month = if view.at(p + 1) == '月' { Step::SameMonth } else { Step::Same };
            out.steps.push(if day { Step::SameDay } else { month });
            return Some(p + 2);
        }
        // 今年入夏以来
        if let Some((end, mut steps)) =
            opening(view, p).filter(|_| matches!(out.steps[..], [Step::YearOffset(_)]))
        {
            steps.retain(|s| !matches!(s, Step::YearOffset(_)));
            out.steps.extend(steps);
            return Some(end);
        }
        let q = p + usize::from(matches!(view.at(p), ' ' | '的'));
        let narrowed = month::month(view, q, out)
            .or_else(|| period::quarter(view, q, out, true).map(|e| quarter_edge(view, e, out)))
            .or_else(|| feast::feast(view, q, out, true))
            .or_else(|| period::year_edge(view, p, out))
            .or_else(|| period::season(view, p, out, true))
            .or_else(|| period::nth(view, p, out));
        if let Some(end) = narrowed {
            p = end;
        } else if view.at(p) == ',' && view.at(p + 1) == ' ' {
            // 2014年, 3月5日
            if let Some(end) = month::month(view, p + 2, out) {
                p = end;
            }
        }
        // 2024年9月中秋 and the like end here; a day goes on.
    } else if let Some(end) = month::month(view, p, out) {
        p = end;
        if view.starts_with(p, "同期") {
            out.steps.push(Step::Same);
            return Some(p + 2);
        }
    } else if let Some(end) = period::quarter(view, p, out, false) {
        return Some(quarter_edge(view, end, out));
    } else if let Some(end) = relative::day(view, p, out) {
        p = end;
    } else if let Some(end) = weekday::weekday(view, p, out) {
        p = end;
    } else if let Some(end) = feast::feast(view, p, out, false) {
        p = end;
    } else if let Some(end) = period::bare_edge(view, p, out) {
        return Some(end);
    } else if let Some(end) = month::day(view, p, out) {
        p = end;
    } else if let Some(end) = iso(view, p, out) {
        p = end;
    } else {
        // A clock time alone; a part of day alone is left to ranges.
        return clock::time(view, p, out, false);
    }
    if out.names_day() {
        if view.starts_with(p, "当天") || view.starts_with(p, "当日") || view.starts_with(p, "全天") {
            p += 2;
        } else if view.starts_with(p, "早些时候") || view.starts_with(p, "晚些时候") {
            return Some(p + 4);
        }
        p = clock::time(view, p, out, true).unwrap_or(p);
    } else if matches!(out.last(), Some(Step::MonthOffset(_))) && view.starts_with(p, "早些时候") {
        p += 4;
    }
    (p > at).then_some(p)
}

/// Words that begin a stretch and need 以来 or a second end: 入冬以来, 开年以来, 即日起至明年3月.
fn opening(view: &View<'_>, at: usize) -> Option<(usize, Vec<Step>)> {
    static WORDS: Words<Step> = Words::new(&[
        ("入春", Step::Season(1)),
        ("入夏", Step::Season(2)),
        ("入秋", Step::Season(3)),
        ("入冬", Step::Season(4)),
        ("开年", Step::YearOffset(0)),
        ("即日", Step::DayOffset(0)),
    ]);
    let (end, step) = word(view, at, &WORDS)?;
    if view.at(at) == '即' {
        return (view.starts_with(end, "起至") || view.starts_with(end, "起到")).then(|| (end, vec![step]));
    }
    view.starts_with(end, "以来").then(|| (end, vec![step]))
}

fn quarter_edge(view: &View<'_>, at: usize, out: &mut Point) -> usize {
    use super::draft::Edge;
    static EDGES: Words<Edge> = Words::new(&[("末", Edge::End), ("初", Edge::Start), ("底", Edge::End)]);
    match word(view, at, &EDGES) {
        Some((end, edge)) if view.at(end) != '中' && view.at(end) != '步' => {
            out.steps.push(Step::Edge(edge));
            end
        }
        _ => at,
    }
}

/// Reads a numeric date: 2024-02-21, 2024/2/21, 2024.02.21, 07-29 11:20, 4/3凌晨.
fn iso(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    super::numeric::date(view, at, out).or_else(|| super::numeric::month_day(view, at, out))
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
    let q = separator(view, p).or_else(|| separator(view, spaced))?;
    let mut second = Point::default();
    let mut end = second_end(view, q, &first, &mut second)?;
    if p > at && second.steps.is_empty() {
        return None;
    }
    if view.at(end) == '('
        && let Some((after, _)) = explanation(view, end)
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
fn until_now(view: &View<'_>, at: usize) -> bool {
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
fn bare_range(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
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
    if number::inside_number(view, q) || first.form == number::Form::HanDigits && first.width != 4 {
        return None;
    }
    let mut r = separator(view, first.end)
        .or_else(|| separator(view, first.end + usize::from(view.at(first.end) == ' ')));
    if r.is_none() && matches!(view.at(first.end), '、') && first.form == number::Form::Han {
        // 一、二季度
        r = Some(first.end + 1).filter(|r| {
            let mut second = Point::default();
            period::quarter(view, *r, &mut second, false).is_some()
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
