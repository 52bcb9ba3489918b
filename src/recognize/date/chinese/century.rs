//! Decades, centuries and five-year plans: 上世纪八十年代, 21世纪初, 六七十年代, “十四五”期间.

use super::number::{Form, Number, inside_number, number};
use super::{Words, word};
use crate::recognize::date::draft::{Edge, Point, Step};
use crate::value::calendar::{Day, day};
use crate::view::View;

/// Reads the part of a decade or century that is meant: 初, 中期, 末.
pub fn decade_edge(view: &View<'_>, at: usize, out: &mut Point) -> usize {
    static EDGES: Words<Edge> = Words::new(&[
        ("初期", Edge::Early),
        ("早期", Edge::Early),
        ("前期", Edge::Early),
        ("中期", Edge::Mid),
        ("中叶", Edge::Mid),
        ("中后期", Edge::Late),
        ("后期", Edge::Late),
        ("末期", Edge::Late),
        ("初", Edge::Early),
        ("末", Edge::Late),
    ]);
    match word(view, at, &EDGES) {
        Some((end, edge)) => {
            out.steps.push(Step::Edge(edge));
            end
        }
        None => at,
    }
}

/// Reads centuries and decades: 20世纪90年代, 上世纪80年代初, 本世纪初, 90年代, 21世纪.
pub fn century(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    static WORDS: Words<i8> =
        Words::new(&[("上个世纪", -1), ("上世纪", -1), ("本世纪", 0), ("下个世纪", 1), ("下世纪", 1)]);
    let mut p = at;
    if let Some((end, offset)) = word(view, at, &WORDS) {
        out.steps.push(Step::CenturyOffset(offset));
        p = end;
    } else if let Some(n) =
        number(view, at).filter(|n| (1..=30).contains(&n.value) && view.starts_with(n.end, "世纪"))
    {
        if inside_number(view, at) || view.at(at.wrapping_sub(1)) == '半' {
            return None;
        }
        out.steps.push(Step::Century(n.value as i16 - 1));
        p = n.end + 2;
        if view.starts_with(p, "经济报") || view.starts_with(p, "公园") || view.starts_with(p, "广场")
        {
            return None;
        }
    }
    let decade = number(view, p).filter(|n| {
        n.value < 100
            && n.value % 10 == 0
            && n.value > 0
            && n.form != Form::HanDigits
            && view.starts_with(n.end, "年代")
    });
    if let Some(n) = decade {
        if p == at && inside_number(view, at) {
            return None;
        }
        out.steps.push(Step::DecadeOfCentury((n.value / 10) as u8));
        p = n.end + 2;
    }
    // 六七十年代
    let pair = number(view, p)
        .filter(|n| n.form == Form::HanDigits && n.width == 2 && view.starts_with(n.end, "十年代"));
    if let Some(n) = pair.filter(|n| n.value / 10 + 1 == n.value % 10) {
        two_decades(out, n.value / 10)?;
        p = n.end + 3;
    }
    // 七、八十年代
    let listed = number(view, p).filter(|n| n.width == 1 && n.form == Form::Han && view.at(n.end) == '、');
    if let Some(first) = listed
        && let Some(n) = number(view, first.end + 1)
        && n.value == first.value * 10 + 10
        && view.starts_with(n.end, "年代")
    {
        two_decades(out, first.value)?;
        p = n.end + 2;
    }
    if out.steps.is_empty() {
        return None;
    }
    if view.starts_with(p, "新") && view.at(p + 1) == '人' {
        return None;
    }
    if view.at(p) == '中' && view.at(p + 1) == '国' {
        return Some(p);
    }
    Some(decade_edge(view, p, out))
}

/// The twenty years of 六七十年代, in the century before it or in the last.
fn two_decades(out: &mut Point, first: u32) -> Option<()> {
    let century = match out.steps.pop() {
        Some(Step::Century(c)) => i32::from(c) * 100,
        Some(Step::CenturyOffset(0)) => 2000,
        _ => 1900,
    };
    let year = century + 10 * i32::try_from(first).ok()?;
    out.steps.push(Step::Span(day(year, 1, 1)?, day(year + 20, 1, 1)?));
    Some(())
}

/// The years of a five-year plan by its number.
fn plan_years(number: u32) -> Option<(Day, Day)> {
    let first = match number {
        1..=2 => 1948 + 5 * number,
        3..=15 => 1951 + 5 * number,
        16..=20 => 1951 + 5 * number,
        _ => return None,
    } as i32;
    Some((day(first, 1, 1)?, day(first + 5, 1, 1)?))
}

/// Reads a five-year plan: 十四五, “十四五”期间, “十四五”前四年.
pub fn plan(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    let quoted = matches!(view.at(at), '“' | '"' | '「' | '‘' | '『' | '”');
    let p = at + usize::from(quoted);
    let n = if view.at(p) == '十' && view.at(p + 2) == '五' {
        let unit =
            number(view, p + 1).filter(|_| !matches!(view.at(p + 1), '十' | '百' | '千')).map_or(0, |_| {
                "一二三四五六七八九".chars().position(|c| c == view.at(p + 1)).map_or(0, |i| i as u32 + 1)
            });
        if unit == 0 || unit > 8 {
            return None;
        } else {
            Number { value: 10 + unit, end: p + 3, width: 3, form: Form::Han }
        }
    } else if quoted && view.at(p + 1) == '五' {
        let unit = "一二三四五六七八九十".chars().position(|c| c == view.at(p))? as u32 + 1;
        Number { value: unit, end: p + 2, width: 2, form: Form::Han }
    } else {
        return None;
    };
    if inside_number(view, p)
        || matches!(
            view.at(n.end),
            '年' | '月' | '日' | '天' | '分' | '个' | '万' | '亿' | '%' | '点' | '倍' | '六' | '人'
        )
    {
        return None;
    }
    let closes = quoted && matches!(view.at(n.end), '”' | '"' | '」' | '’' | '』' | '“');
    let after = n.end + usize::from(closes);
    let small = n.value <= 10;
    // 一五, 三五 alone are ordinary words.
    if small && (!closes || !["期", "时", "计", "规", "末", "初"].iter().any(|w| view.starts_with(after, w)))
    {
        return None;
    }
    let (first, end) = plan_years(n.value)?;
    out.steps.push(Step::Span(first, end));
    static TAILS: Words<Option<Edge>> = Words::new(&[
        ("期间", None),
        ("时期", None),
        ("以来", None),
        ("中后期", Some(Edge::Late)),
        ("初期", Some(Edge::Early)),
        ("中期", Some(Edge::Mid)),
        ("末期", Some(Edge::Last)),
        ("末", Some(Edge::Last)),
        ("初", Some(Edge::Early)),
    ]);
    if let Some((tail, edge)) = word(view, after, &TAILS) {
        if let Some(edge) = edge {
            out.steps.push(Step::Edge(edge));
        } else if view.starts_with(after, "以来") {
            return Some(after);
        }
        return Some(tail);
    }
    if view.at(after) == '前'
        && let Some(years) =
            number(view, after + 1).filter(|y| (1..5).contains(&y.value) && view.at(y.end) == '年')
    {
        out.steps.push(Step::First(years.value as u8, crate::recognize::date::draft::Unit::Year));
        return Some(years.end + 1);
    }
    // Quotation marks belong to the span only where it goes on after them.
    if quoted { None } else { Some(n.end) }
}
