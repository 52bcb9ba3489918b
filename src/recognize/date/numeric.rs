//! Dates in figures alone: 2024-02-21 15:34:00, 2024/2/21, 2024.02.21, 21.02.2024, 2/21/2024, 2024-02-21T15:34Z.

use super::chinese::clock;
use super::chinese::number::{Form, number};
use super::draft::{Expr, Point, Step};
use crate::document::{Document, Role};
use crate::span::Span;
use crate::text::class::Class;
use crate::value::calendar::day;
use crate::view::View;

/// Reads a date of three numbers, or a year and a month, and what clock time stands behind it.
pub fn date(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    let ranged = before == '-' && (second_of_range(view, at) || pointed_month(view, at - 1, true));
    if before.is_ascii_alphanumeric()
        || matches!(before, '.' | '-' | '/' | ':' | '_' | '$')
            && at > 1
            && view.at(at - 2).is_ascii_alphanumeric()
            && !ranged
    {
        return None;
    }
    let first = number(view, at).filter(|n| n.form == Form::Ascii)?;
    let mark = view.at(first.end);
    // 2024 05 16: a year and two figures twice, one space apart.
    let spaced =
        mark == ' ' && first.width == 4 && before != ' ' && view.original(first.end, first.end + 1) == " ";
    if !matches!(mark, '-' | '/' | '.') && !spaced {
        return None;
    }
    // 04/2016: a month and its year
    if mark == '/'
        && first.width <= 2
        && (1..=12).contains(&first.value)
        && let Some(year) = number(view, first.end + 1)
            .filter(|n| n.form == Form::Ascii && n.width == 4 && (1900..2100).contains(&n.value))
        && !ends_badly(view, year.end)
        && !matches!(view.at(year.end), '年' | '万' | '亿' | '%')
    {
        out.steps = vec![Step::Year(year.value as i16), Step::Month(first.value as u8)];
        return Some(year.end);
    }
    let second = number(view, first.end + 1).filter(|n| n.form == Form::Ascii && n.width <= 2)?;
    let third = if view.at(second.end) == mark {
        number(view, second.end + 1).filter(|n| n.form == Form::Ascii)
    } else {
        None
    };
    let Some(third) = third else {
        let numbered = second.width == 2 && (1..=12).contains(&second.value);
        // At the head of a line, and with what happened then behind it.
        let opens = mark == '.' && (before == '\0' || before == '\n');
        let titled =
            opens && view.at(second.end) == ' ' && view.classes.get(second.end + 1) == Some(&Class::Han);
        // 107.02　徐男首次借牌: a month of the Republic
        if titled && numbered && first.width == 3 && (80..=140).contains(&first.value) && view.traditional(at)
        {
            out.steps = vec![Step::Year(first.value as i16 + 1911), Step::Month(second.value as u8)];
            return Some(second.end);
        }
        // 2019.11　中标: the same of our era, set off by a wide space or alone in its line
        let listed = opens && matches!(view.at(second.end), '\0' | '\n')
            || titled && view.original(second.end, second.end + 1) == "\u{3000}";
        // 2024-02, 2024/02
        let month = first.width == 4 && (1800..2200).contains(&first.value) && numbered;
        let next = (first.value + 1) % 100;
        let clear = match mark {
            '/' => true,
            '-' => second.value < 10 || second.value != next,
            // 1999.08-2002.02: two of them with a dash between.
            '.' => {
                listed
                    || is_dash(before) && pointed_month(view, at - 1, true)
                    || is_dash(view.at(second.end)) && pointed_month(view, second.end, false)
            }
            _ => false,
        };
        // 编号2026-02
        if before == '号' || !month || !clear || ends_badly(view, second.end) && mark != '.' {
            return None;
        }
        out.steps = vec![Step::Year(first.value as i16), Step::Month(second.value as u8)];
        return Some(second.end);
    };
    if spaced
        && (second.width != 2
            || third.width != 2
            || view.at(third.end) == ' ' && view.at(third.end + 1).is_ascii_digit())
    {
        return None;
    }
    let (y, m, d) = if first.width == 4 && third.width <= 2 {
        (first.value, second.value, third.value)
    } else if first.width == 3
        && (100..=135).contains(&first.value)
        && (second.width == 2 && third.width == 2 && matches!(mark, '-' | '/')
            || mark == '/' && third.width <= 2 && view.traditional(at)
            || mark == '.'
                && second.width == 2
                && third.width == 2
                && (line_alone(view, at, third.end)
                    || view.traditional(at)
                    || weekday_behind(view, third.end).is_some()))
    {
        // 113-05-10, a year of the Republic
        (first.value + 1911, second.value, third.value)
    } else if third.width == 4 && first.width <= 2 {
        let (m, d) = order(first.value, second.value, mark)?;
        (third.value, m, d)
    } else if third.width == 2 && first.width <= 2 && mark == '/' {
        let (m, d) = order(first.value, second.value, mark)?;
        (third.value + if third.value < 50 { 2000 } else { 1900 }, m, d)
    } else {
        return None;
    };
    // 2018/1/10-2018/7/10 goes on with the second end of a range.
    let ranged = mark != '-'
        && view.at(third.end) == '-'
        && number(view, third.end + 1)
            .is_some_and(|n| view.at(n.end) == mark && matches!(n.width, 1 | 2 | 4));
    // 2024-09-12-11:23
    let ranged = ranged || view.at(third.end) == '-' && clock::colon(view, third.end + 1, true).is_some();
    if !(1000..2200).contains(&y) || ends_badly(view, third.end) && !ranged {
        return None;
    }
    day(y as i32, m as u8, d as u8)?;
    out.steps = vec![Step::Year(y as i16), Step::Month(m as u8), Step::Day(d as u8)];
    let mut end = third.end;
    // 2025-02-24(一) 00:35
    let weekday = super::chinese::weekday::beside(view, end);
    // 2025-11-26 HKT 09:30
    let mut p = weekday + if view.starts_with(weekday, " HKT ") { 4 } else { 0 };
    let joint = matches!(view.at(p), 'T' | 't')
        || view.at(p) == ' ' && !view.at(p + 1).is_ascii_alphabetic()
        || matches!(view.at(p), '-' | ',');
    if joint {
        p += 1;
        while p < weekday + 7 && view.at(p) == ' ' {
            p += 1;
        }
    }
    if let Some((clock, after)) = clock::colon(view, p, true).filter(|_| p > end || view.at(p) == 'T') {
        out.clock = Some(clock);
        end = zone(view, after);
    } else if weekday > end {
        end = weekday;
    }
    Some(end)
}

/// Reads a month and a day in figures where what stands around shows that they are one: 07-29 11:20, 4/3凌晨, 03-02 at
/// the end of a teaser.
pub fn month_day(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    let ranged = joins(before) && slashed_before(view, at - 1);
    // 活动日期：2/7, but no 3:2/7
    let labelled = before == ':' && at > 1 && view.at(at - 2) as u32 > 0x2E80;
    if before.is_ascii_alphanumeric() || matches!(before, '.' | '-' | '/' | ':' | '$') && !ranged && !labelled
    {
        return None;
    }
    let first = number(view, at).filter(|n| n.form == Form::Ascii && n.width <= 2)?;
    let mark = view.at(first.end);
    let second = number(view, first.end + 1).filter(|n| n.form == Form::Ascii && n.width <= 2)?;
    // 19/4　…: at the beginning of a line, the day before its month.
    let line = before == '\0' || before == '\n';
    if mark == '/' && line && first.value > 12 && view.at(second.end) == ' ' {
        day(2000, second.value as u8, first.value as u8)?;
        out.steps = vec![Step::Month(second.value as u8), Step::Day(first.value as u8)];
        return Some(second.end);
    }
    day(2000, first.value as u8, second.value as u8)?;
    let end = second.end;
    let dashed = matches!(mark, '-' | '/')
        && (mark == '/' || first.width == 2 && second.width == 2)
        && view.at(end) == ' '
        && clock::colon(view, end + 1, true).is_some();
    // 7/8起加密班次, 7/15封閉: no fraction, by what follows or by the size of its parts.
    let opens =
        before == '\0' || before == ' ' || matches!(before, '(' | '。' | ',' | '、' | ':' | '|' | '｜');
    let part = matches!(before, '占' | '约' | '达' | '近' | '超' | '比' | '的' | '到' | '足' | '之' | '了');
    let dated = matches!(view.at(end), '起' | '至' | '前' | '~' | '～') && !part
        || second.value > 12
            && (opens
                || !part && view.classes.get(at.wrapping_sub(1)) == Some(&crate::text::class::Class::Han))
            && view.classes.get(end) == Some(&crate::text::class::Class::Han)
            && view.traditional(at);
    // (11/05), 10/3－10/21, a last 9/27 of a line: the parts are no fraction's.
    let clear = second.value > 12 || view.at(at) == '0' || view.at(first.end + 1) == '0';
    // In traditional text a line of a list or a table begins and ends with such days: 5/7　公聽會.
    let clear = clear || (line || matches!(view.at(end), '\0' | '\n')) && view.traditional(at);
    // 昨日（4/11）, 國慶（10/10）; 圖（2/5） is one of five.
    let named =
        before == '(' && at > 1 && "天日周今昨明晚夜午晨早期一二三四五六末假".contains(view.at(at - 2));
    let part = first.value <= second.value && second.value <= 10;
    let clear = clear || before == '(' && (named || view.traditional(at) && !part);
    let closed = matches!(view.at(end), '\0' | '\n');
    let alone = before == '(' && view.at(end) == ')'
        || matches!(before, '至' | '到')
            && (view.at(end) == ')' || second.value > 12 && view.traditional(at))
        || closed && matches!(before, ' ' | '|' | '｜')
        || line && view.at(end) == ' '
        // G1　10/15　白鹿: a cell of a table
        || matches!(before, ' ' | '\t') && matches!(view.at(end), ' ' | '\t') && second.value > 12 && view.traditional(at)
        || matches!(before, '【' | '[') && view.classes.get(end) == Some(&crate::text::class::Class::Han);
    let begins = joins(view.at(end)) && slashed_at(view, end + 1) && before != '/';
    // 休市预告：11/24、12/1
    let whole = |a: u32, b: u32| b > 12 || a >= b;
    let next =
        || number(view, end + 1).filter(|n| n.form == Form::Ascii && n.width <= 2 && n.value > second.value);
    let row = view.traditional(at)
        && (whole(first.value, second.value)
            && view.at(end) == '、'
            && (slashed_end(view, end + 1).is_some() || next().is_some_and(|n| day_alone(view, n.end)))
            || before == '、'
                && slashed_before(view, at - 1)
                && (second.value > 6 || whole(first.value, second.value)));
    // 4/16（三）登場: its weekday tells it.
    let bracketed = weekday_behind(view, end).is_some();
    let slashed = mark == '/'
        && (clock::part(view, end, true).is_some()
            || dated
            || alone && (clear || before == '【' && first.value >= second.value)
            || bracketed
            // 5/1勞動節
            || view.traditional(at) && super::festival::CHINESE.find(view, end).is_some()
            || row
            || begins
                && (clear
                    || view.traditional(at)
                    || slashed_end(view, end + 1).is_some_and(|d| d > 12 || d > second.value))
            || ranged);
    // 4/18（六）14:00
    let weekday = super::chinese::weekday::beside(view, end);
    if mark == '/' && weekday > end && before != '/' {
        out.steps = vec![Step::Month(first.value as u8), Step::Day(second.value as u8)];
        let spaced = weekday + usize::from(view.at(weekday) == ' ');
        let time = clock::colon(view, spaced, true);
        out.clock = time.map(|(clock, _)| clock);
        return Some(time.map_or(weekday, |(_, end)| end));
    }
    // 市委召开全会　03-02: the last word of a teaser.
    let last = mark == '-'
        && first.width == 2
        && second.width == 2
        && (before == '\0' || matches!(before, ' ' | '[' | '('))
        && matches!(view.at(end), '\0' | '\n' | ']' | ')');
    if !dashed && !slashed && !last {
        return None;
    }
    out.steps = vec![Step::Month(first.value as u8), Step::Day(second.value as u8)];
    Some(end)
}

/// True for 11-23 where it is no teaser's last word: without a zero, 07-29, it may be anything.
pub fn is_ambiguous(document: &Document, span: Span) -> bool {
    matches!(document.slice(span).as_bytes(), [b'1'..=b'9', _, b'-', b'1'..=b'9', _])
        && document.blocks().get(document.block_at(span.start)).is_none_or(|b| b.role != Role::Related)
}

/// True for a date that its line begins with, and that a clock or nothing follows.
fn line_alone(view: &View<'_>, at: usize, end: usize) -> bool {
    (at == 0 || view.at(at - 1) == '\n')
        && (matches!(view.at(end), '\0' | '\n')
            || view.at(end) == ' ' && clock::colon(view, end + 1, true).is_some())
}

/// Where a weekday in brackets ends: (三), （星期四）.
pub fn weekday_behind(view: &View<'_>, at: usize) -> Option<usize> {
    let skipped = ["(星期", "(礼拜", "(周", "("].iter().find(|w| view.starts_with(at, w))?;
    let day = at + skipped.chars().count();
    super::chinese::weekday::number_of(view.at(day))?;
    (view.at(day + 1) == ')').then_some(day + 2)
}

/// True where a year and a month with a point between stand before or behind the dash at `at`: 1999.08-2002.02.
fn pointed_month(view: &View<'_>, at: usize, before: bool) -> bool {
    let start = if before { at.wrapping_sub(7) } else { at + 1 };
    let year = number(view, start).filter(|n| n.form == Form::Ascii && n.width == 4 && n.value > 1900);
    year.filter(|n| n.value < 2100 && view.at(n.end) == '.')
        .and_then(|n| number(view, n.end + 1))
        .is_some_and(|m| m.width == 2 && (1..=12).contains(&m.value) && view.at(m.end) != '.')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '~' | '～' | '－')
}

/// What joins the ends of 4/3-4/6 and 4/3至4/6.
fn joins(c: char) -> bool {
    is_dash(c) || c == '至'
}

/// The second number of two with a slash between them, which are a month and a day.
fn slashed_end(view: &View<'_>, at: usize) -> Option<u32> {
    let first =
        number(view, at).filter(|n| n.form == Form::Ascii && n.width <= 2 && view.at(n.end) == '/')?;
    let second = number(view, first.end + 1).filter(|n| n.form == Form::Ascii && n.width <= 2)?;
    day(2000, first.value as u8, second.value as u8)?;
    (view.at(second.end) != '/').then_some(second.value)
}

/// True behind the 15 of 3/14、15: nothing is counted.
pub fn day_alone(view: &View<'_>, end: usize) -> bool {
    !view.at(end).is_ascii_alphanumeric()
        && !"年月日号點点时時分秒个個名人件次位万萬亿億元岁歲％%/.：:、".contains(view.at(end))
}

fn slashed_at(view: &View<'_>, at: usize) -> bool {
    slashed_end(view, at).is_some()
}

/// True where two numbers with a slash between them end before a dash.
fn slashed_before(view: &View<'_>, dash: usize) -> bool {
    let mut p = dash;
    let mut digits = 0;
    while p > 0 && (view.at(p - 1).is_ascii_digit() || view.at(p - 1) == '/') && dash - p < 6 {
        p -= 1;
        digits += 1;
    }
    digits >= 3 && slashed_at(view, p) && (p == 0 || !view.at(p - 1).is_ascii_alphanumeric())
}

/// True for the second date of 2018/1/10-2018/7/10: a date with slashes or points stands before the dash.
fn second_of_range(view: &View<'_>, at: usize) -> bool {
    let digits = |mut p: usize| {
        let end = p;
        while p > 0 && view.at(p - 1).is_ascii_digit() {
            p -= 1;
        }
        (p < end && end - p <= 4).then_some(p)
    };
    let step = |p: usize| p.checked_sub(1).filter(|q| matches!(view.at(*q), '/' | '.'));
    let dash = at.checked_sub(1);
    // 2024.05.29 15:20-2025.01.12 12:10
    let hour = dash.and_then(digits).filter(|p| *p > 0 && view.at(p - 1) == ':').and_then(|p| digits(p - 1));
    let dash = match hour {
        Some(p) if p > 0 && view.at(p - 1) == ' ' => Some(p - 1),
        _ => dash,
    };
    dash.and_then(digits)
        .and_then(step)
        .and_then(digits)
        .and_then(step)
        .and_then(digits)
        .is_some_and(|p| p == 0 || !view.at(p - 1).is_ascii_alphanumeric())
}

/// Reads 1999.08-2002.02: from a month to a month, as a table of somebody's posts has them.
pub fn months(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    let month = |at: usize| {
        let year = number(view, at).filter(|n| n.form == Form::Ascii && n.width == 4)?;
        let month = number(view, year.end + 1).filter(|n| n.form == Form::Ascii && n.width == 2)?;
        let dotted = view.at(year.end) == '.' && (1900..2100).contains(&year.value);
        let steps = vec![Step::Year(year.value as i16), Step::Month(month.value as u8)];
        let point = Expr::Point(Point { steps, ..Point::default() });
        (dotted && (1..=12).contains(&month.value)).then_some((month.end, point))
    };
    let free = !at.checked_sub(1).is_some_and(|i| view.at(i).is_ascii_alphanumeric() || view.at(i) == '.');
    let (mid, first) = month(at).filter(|_| free)?;
    let joint = mid + usize::from(matches!(view.at(mid), '-' | '–' | '—' | '~' | '至' | '到'));
    let (end, last) = month(joint).filter(|(end, _)| joint > mid && !ends_badly(view, *end))?;
    Some((end, Expr::Range(Box::new(first), Box::new(last))))
}

/// A third number or letters right behind make it an identifier.
fn ends_badly(view: &View<'_>, at: usize) -> bool {
    let next = view.at(at);
    let later = view.at(at + 1);
    next.is_ascii_digit()
        || matches!(next, '-' | '/' | '.' | '_') && (later.is_ascii_digit() || next == '_')
        || next.is_ascii_alphabetic() && !matches!(next, 'T' | 't')
}

/// Month and day of two numbers, by evidence; month first with a slash, day first with a point where both could be either.
pub fn order(a: u32, b: u32, mark: char) -> Option<(u32, u32)> {
    match (a, b) {
        (1..=12, 13..=31) => Some((a, b)),
        (13..=31, 1..=12) => Some((b, a)),
        (1..=12, 1..=12) if mark == '/' => Some((a, b)),
        (1..=12, 1..=12) => Some((b, a)),
        _ => None,
    }
}

/// Steps over fractions of a second and a numeric zone, or Hong Kong's.
fn zone(view: &View<'_>, at: usize) -> usize {
    let mut p = at;
    if view.at(p) == '.' && view.at(p + 1).is_ascii_digit() {
        p += 1;
        while view.at(p).is_ascii_digit() && p < at + 10 {
            p += 1;
        }
    }
    if view.starts_with(p, " HKT") && !view.at(p + 4).is_ascii_alphanumeric() {
        return p + 4;
    }
    if view.at(p) == 'Z' && !view.at(p + 1).is_ascii_alphanumeric() {
        return p + 1;
    }
    if matches!(view.at(p), '+' | '-') && view.at(p + 1).is_ascii_digit() && view.at(p + 2).is_ascii_digit() {
        // 15:20-2020.01.12 goes on with another date, and is no zone.
        let date = !view.at(p + 4).is_ascii_digit()
            || view.at(p + 5).is_ascii_digit()
            || matches!(view.at(p + 5), '.' | '-' | '/' | '年');
        if view.at(p + 3).is_ascii_digit() && date {
            return p;
        }
        let q = p + 3 + usize::from(view.at(p + 3) == ':');
        if view.at(q).is_ascii_digit() && view.at(q + 1).is_ascii_digit() {
            return q + 2;
        }
    }
    p
}
