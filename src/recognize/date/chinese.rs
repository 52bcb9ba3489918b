//! Chinese dates: at a character that can begin one, the readers of the modules below are tried and joined.

pub mod century;
pub mod clock;
pub mod counted;
pub mod feast;
pub mod hours;
pub mod month;
pub mod number;
pub mod period;
pub mod quarter;
pub mod range;
pub mod relative;
pub mod set;
pub mod weekday;
pub mod year;

use super::draft::{Expr, Point, Step};
use crate::view::View;
use range::{bare_range, listed, until_now};
pub use range::{inherit, range_from, separator};

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
    offer(counted::ahead(view, at));
    offer(counted::ago(view, at));
    if numeric {
        offer(listed(view, at, &Point::default()));
        offer(copyright(view, at));
        offer(quarter::of_short_year(view, at).map(|(end, point)| (end, Expr::Point(point))));
    }
    offer(weekend(view, at));
    best
}

/// Reads the year of a copyright: © 2025, Copyright 2018-2025.
fn copyright(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    let before = at - usize::from(at > 0 && view.at(at - 1) == ' ');
    // 版权所有　海港报业　2026, © 海港日报2025: the last word of its line.
    let line = |k: &usize| !matches!(view.at(*k), '\n' | '。');
    let owned = || {
        let from = at.saturating_sub(24);
        let sign = |k: usize| view.at(k) == '©' || view.starts_with(k, "版权所有");
        matches!(view.at(at + 4), '\0' | '\n') && (from..at).rev().take_while(line).any(sign)
    };
    // Few numbers stand behind such a letter.
    let led = matches!(view.at(before.wrapping_sub(1)), '©' | 't' | 'T')
        && ["©", "Copyright", "copyright", "COPYRIGHT"].iter().any(|w| view.ends_with(before, w));
    if !led && !owned() {
        return None;
    }
    let year = |at: usize| {
        number::number(view, at).filter(|n| {
            let alone =
                !view.at(n.end).is_ascii_alphanumeric() && !matches!(view.at(n.end), '年' | '.' | '/');
            n.width == 4 && n.form == number::Form::Ascii && (1950..2100).contains(&n.value) && alone
        })
    };
    let point = |n: number::Number| Expr::Point(Point::of(Step::Year(n.value as i16)));
    let first = year(at)?;
    let mark = first.end + usize::from(view.at(first.end) == ' ');
    let last = matches!(view.at(mark), '-' | '–' | '—' | '~')
        .then(|| year(mark + 1 + usize::from(view.at(mark + 1) == ' ')))
        .flatten();
    Some(match last.filter(|l| l.value > first.value) {
        Some(last) => (last.end, Expr::Range(Box::new(point(first)), Box::new(point(last)))),
        None => (first.end, point(first)),
    })
}

/// Reads 周六、周日 and 周六日, the days of the weekend.
fn weekend(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    let mut saturday = Point::default();
    // 过去周六日: the last one
    let past = if view.starts_with(at, "过去") { 2 } else { 0 };
    let end = weekday::weekday(view, at + past, &mut saturday)?;
    if saturday.last() != Some(Step::Weekday(6)) {
        return None;
    }
    let joined = ["、周日", "、星期日", "和周日", "、星期天", "、礼拜日"]
        .into_iter()
        .find(|w| view.starts_with(end, w));
    // 周六、日照常
    let short =
        view.starts_with(end, "、日") && !matches!(view.at(end + 2), '本' | '报' | '后' | '前' | '内');
    let joined = joined.or(short.then_some("、日"));
    let after = match joined {
        Some(word) => end + word.chars().count(),
        None if view.at(end) == '日' && !matches!(view.at(end + 1), '报' | '本' | '常') => end + 1,
        None => return None,
    };
    let mut steps = saturday.steps;
    steps.pop();
    steps.push(if past > 0 { Step::WeekendOffset(-1) } else { Step::Weekend });
    Some((after, Expr::Point(Point { steps, ..Point::default() })))
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
    let closes = matches!(read.last(), Some(Step::Edge(_))) && read.names(|s| matches!(s, Step::Month(_)));
    if view.at(end) == '止' && (read.names_day() || closes) && read.clock.is_none() {
        let year = ["财政年度", "财年", "年度", "全年"].iter().find(|w| view.starts_with(end + 1, w));
        let length = match year {
            Some(word) => {
                let length = super::draft::Amount { halves: 2, unit: super::draft::Unit::Year, vague: false };
                Some((length, end + 1 + word.chars().count()))
            }
            // 9月30日止第三季
            None if view.starts_with(end + 1, "季度") => {
                use super::draft::{Amount, Unit};
                Some((Amount { halves: 2, unit: Unit::Quarter, vague: false }, end + 3))
            }
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
    if until_now(view, at) || view.starts_with(at, "到现在") || view.starts_with(at, "迄今") {
        return (at + if view.at(at) == '到' { 3 } else { 2 }, Expr::Since(Box::new(expr)));
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
    if let Some(end) = century::plan(view, at, out) {
        return Some(end);
    }
    if let Some(end) = century::century(view, at, out) {
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
        // 去年此时, 去年的这个时候, 去年的今天
        const THEN: &[&str] = &["此时", "这个时候", "的这个时候", "这时候", "的此时", "的今天", "的今日"];
        if let Some(then) = THEN.iter().find(|w| view.starts_with(p, w))
            && matches!(out.steps[..], [Step::YearOffset(-9..=-1)])
        {
            out.steps.push(Step::SameDay);
            return Some(p + then.chars().count());
        }
        // 今年入夏以来
        if let Some((end, mut steps)) =
            opening(view, p).filter(|_| matches!(out.steps[..], [Step::YearOffset(_)]))
        {
            steps.retain(|s| !matches!(s, Step::YearOffset(_)));
            // 今年入冬以来, said in January
            if let ([Step::YearOffset(0)], [Step::Season(4)]) = (&out.steps[..], &steps[..]) {
                out.steps = vec![Step::WinterOffset(0)];
            } else {
                out.steps.extend(steps);
            }
            return Some(end);
        }
        let q = p + usize::from(matches!(view.at(p), ' ' | '的'));
        let narrowed = month::month(view, q, out)
            .or_else(|| quarter::quarter(view, q, out, true).map(|e| quarter_edge(view, e, out)))
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
    } else if let Some(end) = quarter::quarter(view, p, out, false) {
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
        // 4/11　12:10　开幕音乐会: cells of a table
        let apart = view.original(p, p + 1) == "\u{3000}" && !out.names(|s| matches!(s, Step::Year(_)));
        if !apart {
            p = clock::time(view, p, out, true).unwrap_or(p);
        }
    } else if matches!(out.last(), Some(Step::MonthOffset(_))) && view.starts_with(p, "早些时候") {
        p += 4;
    }
    (p > at).then_some(p)
}

/// Words that begin a stretch and need 以来: 入冬以来, 开年以来.
fn opening(view: &View<'_>, at: usize) -> Option<(usize, Vec<Step>)> {
    static WORDS: Words<Step> = Words::new(&[
        ("入春", Step::Season(1)),
        ("入夏", Step::Season(2)),
        ("入秋", Step::Season(3)),
        ("入冬", Step::Season(4)),
        ("开年", Step::YearOffset(0)),
    ]);
    let (end, step) = word(view, at, &WORDS)?;
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
