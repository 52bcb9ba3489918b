//! Weeks and weekdays: 周五, 上周三, 本周末, 星期日.

use super::{Words, word};
use crate::recognize::date::draft::{Point, Step};
use crate::view::View;

/// The weekday of 一 to 日, Monday 1.
pub fn number_of(c: char) -> Option<u8> {
    match c {
        '日' | '天' => Some(7),
        _ => "一二三四五六".chars().position(|d| d == c).map(|i| i as u8 + 1),
    }
}

/// Stands for the week before the last named.
const ROUND: i8 = i8::MIN;

static WEEKS: Words<i8> = Words::new(&[
    ("上上个星期", -2),
    ("上上个礼拜", -2),
    ("下下个星期", 2),
    ("上个星期", -1),
    ("上个礼拜", -1),
    ("下个星期", 1),
    ("下个礼拜", 1),
    ("这个星期", 0),
    ("这个礼拜", 0),
    ("今个星期", 0),
    ("今个礼拜", 0),
    ("前一个星期", ROUND),
    ("前一星期", ROUND),
    ("前一周", ROUND),
    ("上上周", -2),
    ("上上个周", -2),
    ("下下周", 2),
    ("上一周", -1),
    ("下一周", 1),
    ("这一周", 0),
    ("上星期", -1),
    ("下星期", 1),
    ("本星期", 0),
    ("这星期", 0),
    ("上礼拜", -1),
    ("下礼拜", 1),
    ("这礼拜", 0),
    ("今礼拜", 0),
    ("上个周", -1),
    ("下个周", 1),
    ("这个周", 0),
    ("上周", -1),
    ("下周", 1),
    ("本周", 0),
    ("这周", 0),
]);

const DAYS: &[&str] = &["星期", "礼拜", "周"];

/// Reads a week, a weekday or a weekend.
pub fn weekday(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    if let Some((end, offset)) = word(view, at, &WEEKS) {
        let short = view.at(end - 1) == '周';
        let bare_week = short && view.starts_with(at, "上周");
        let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
        if view.at(end) == '岁' && view.at(end + 1) != '修'
            || matches!(view.at(end), '边' | '围' | '转' | '密' | '期' | '游' | '线' | '报' | '波') && short
            || bare_week && before == '以' && view.at(at.wrapping_sub(2)) != '所'
        {
            return None;
        }
        if offset != ROUND && matches!(view.at(end), '末') || view.starts_with(end, "周末") {
            if offset == 0 {
                // 本周末, on a Monday too.
                out.steps.extend([Step::WeekOffset(0), Step::Weekend]);
            } else {
                out.steps.push(Step::WeekendOffset(offset));
            }
            return Some(end + if view.at(end) == '末' { 1 } else { 2 });
        }
        // 上周周六, 上周五
        let double = DAYS.iter().find(|w| view.starts_with(end, w)).map_or(0, |w| w.chars().count());
        if let Some(day) =
            number_of(view.at(end + double)).filter(|_| offset != ROUND && !clashes(view, end + double))
        {
            out.steps.push(Step::WeekOffset(offset));
            out.steps.push(Step::Weekday(day));
            return Some(end + double + 1);
        }
        // 较前一个星期日多: the one before the day that is told of.
        if offset == ROUND
            && !short
            && let Some(day) = number_of(view.at(end)).filter(|_| !clashes(view, end))
        {
            out.steps.extend([Step::ContextWeek(-1), Step::Weekday(day)]);
            return Some(end + 1);
        }
        if offset == ROUND {
            out.steps.push(Step::ContextWeek(-1));
            return Some(end);
        }
        out.steps.push(Step::WeekOffset(offset));
        if view.starts_with(end, "初") {
            out.steps.push(Step::Edge(crate::recognize::date::draft::Edge::Start));
            return Some(end + 1);
        }
        return Some(end);
    }
    // 延至次一周末
    let beside = match view.at(at) {
        '次' => Some(("次一周末", 1)),
        '下' => Some(("下一个周末", 1)),
        '上' => Some(("上一个周末", -1)),
        '前' => Some(("前一个周末", -1)),
        _ => None,
    };
    if let Some((word, offset)) = beside.filter(|(word, _)| view.starts_with(at, word)) {
        out.steps.extend([Step::ContextWeek(offset), Step::Weekend]);
        return Some(at + word.chars().count());
    }
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    for name in DAYS {
        if !view.starts_with(at, name) {
            continue;
        }
        let end = at + name.chars().count();
        if *name == "周"
            && (before == '一'
                || before == '每'
                || matches!(before, '四' | '半' | '两')
                || before.is_ascii_digit())
        {
            return None;
        }
        if *name == "周"
            && view.at(end) == '末'
            && !view.starts_with(end + 1, "画报")
            && !matches!(before, '每' | '长')
        {
            out.steps.push(Step::WeekendOffset(0));
            return Some(end + 1);
        }
        let day = number_of(view.at(end))?;
        if clashes(view, end)
            || *name == "周" && view.at(end) == '天'
            || *name == "周" && day == 7 && name_follows(view, end + 1)
        {
            return None;
        }
        out.steps.push(Step::Weekday(day));
        return Some(end + 1);
    }
    None
}

/// 周一 may go on as 周一围, 周五人民, 周三多: what follows makes another word.
fn clashes(view: &View<'_>, at: usize) -> bool {
    let next = view.at(at + 1);
    match view.at(at) {
        '一' if next == '起' => matches!(view.at(at + 2), '来' | '去' | '床' | '飞' | '走'),
        '一' => matches!(next, '次' | '直' | '般' | '切' | '些' | '共' | '家' | '个' | '位' | '名'),
        '日' => matches!(next, '元' | '本') || view.starts_with(at, "日夜温"),
        '二' | '三' | '四' | '五' | '六' => {
            next == '天' && !matches!(view.at(at + 2), '气' | '空' | '文')
                || next == '次' && !matches!(view.at(at + 2), '轮' | '日')
                || matches!(next, '十' | '名' | '位' | '个' | '百' | '线')
                || next == '大'
                    && matches!(view.at(at + 2), '法' | '股' | '指' | '运' | '报' | '行' | '航' | '央')
        }
        '天' => matches!(next, '津' | '气'),
        _ => false,
    }
}

fn name_follows(view: &View<'_>, at: usize) -> bool {
    matches!(view.at(at), '报' | '本' | '元')
}

/// A weekday of one character in brackets: （二）.
pub fn bracketed(view: &View<'_>, at: usize) -> Option<u8> {
    (view.at(at) == '(' && view.at(at + 2) == ')').then(|| number_of(view.at(at + 1))).flatten()
}

/// Steps over a weekday that stands beside a date: 星期三, （周三）, (一).
pub fn beside(view: &View<'_>, at: usize) -> usize {
    let mut p = at;
    // An ideographic space sets the two apart.
    if view.at(p) == ' '
        && view.original(p, p + 1) != "\u{3000}"
        && DAYS.iter().any(|w| view.starts_with(p + 1, w))
    {
        p += 1;
    } else if view.at(p) == ' ' && matches!(view.at(p + 1), '(') {
        p += 1;
    }
    let bracket = view.at(p) == '(';
    let q = p + usize::from(bracket);
    let name = DAYS.iter().find(|w| view.starts_with(q, w)).map_or(0, |w| w.chars().count());
    if name == 0 && !bracket {
        return at;
    }
    if number_of(view.at(q + name)).is_none() || !bracket && clashes(view, q + name) {
        return at;
    }
    let end = q + name + 1;
    // 2日至16日星期一至五: weekdays of their own.
    if !bracket && matches!(view.at(end), '至' | '到') && number_of(view.at(end + 1)).is_some() {
        return at;
    }
    if bracket {
        // Brackets stay in only in a time stamp, 2025-02-24(一) 00:35; 8/27（二）18:35 are three dates.
        let narrow = view.original(p, p + 1) == "(";
        let on = end + 1 + usize::from(view.at(end + 1) == ' ');
        let goes_on = narrow
            && view.at(end) == ')'
            && view.at(on).is_ascii_digit()
            && (name == 0 || view.at(end + 1) == ' ');
        return if goes_on { end + 1 } else { at };
    }
    end
}
