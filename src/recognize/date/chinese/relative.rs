//! Days by words: 今天, 昨晚, 次日, 当天, 前一天, 今明两天.

use super::number::opens;
use super::{Words, clock, word};
use crate::recognize::date::draft::{Expr, Part, Point, Step, Unit};
use crate::view::View;

static WORDS: Words<(Step, Option<Part>)> = Words::new(&[
    ("大前天", (Step::DayOffset(-3), None)),
    ("大前日", (Step::DayOffset(-3), None)),
    ("大后天", (Step::DayOffset(3), None)),
    ("今天", (Step::DayOffset(0), None)),
    ("今日", (Step::DayOffset(0), None)),
    ("今晚", (Step::DayOffset(0), Some(Part::Evening))),
    ("今早", (Step::DayOffset(0), Some(Part::Morning))),
    ("今晨", (Step::DayOffset(0), Some(Part::Dawn))),
    ("今夜", (Step::DayOffset(0), Some(Part::Night))),
    ("今午", (Step::DayOffset(0), Some(Part::Noon))),
    ("昨天", (Step::DayOffset(-1), None)),
    ("昨日", (Step::DayOffset(-1), None)),
    ("昨晚", (Step::DayOffset(-1), Some(Part::Evening))),
    ("昨夜", (Step::DayOffset(-1), Some(Part::Night))),
    ("昨早", (Step::DayOffset(-1), Some(Part::Morning))),
    ("昨朝", (Step::DayOffset(-1), Some(Part::Morning))),
    ("昨晨", (Step::DayOffset(-1), Some(Part::Dawn))),
    ("昨午", (Step::DayOffset(-1), Some(Part::Noon))),
    ("寻日", (Step::DayOffset(-1), None)),
    ("寻晚", (Step::DayOffset(-1), Some(Part::Evening))),
    ("琴日", (Step::DayOffset(-1), None)),
    ("琴晚", (Step::DayOffset(-1), Some(Part::Evening))),
    ("明天", (Step::DayOffset(1), None)),
    ("明日", (Step::DayOffset(1), None)),
    ("明晚", (Step::DayOffset(1), Some(Part::Evening))),
    ("明早", (Step::DayOffset(1), Some(Part::Morning))),
    ("明晨", (Step::DayOffset(1), Some(Part::Dawn))),
    ("听日", (Step::DayOffset(1), None)),
    ("听晚", (Step::DayOffset(1), Some(Part::Evening))),
    ("听朝", (Step::DayOffset(1), Some(Part::Morning))),
    ("琴朝", (Step::DayOffset(-1), Some(Part::Morning))),
    ("寻朝", (Step::DayOffset(-1), Some(Part::Morning))),
    ("今朝", (Step::DayOffset(0), Some(Part::Morning))),
    ("后天", (Step::DayOffset(2), None)),
    ("后日", (Step::DayOffset(2), None)),
    ("前天", (Step::DayOffset(-2), None)),
    ("前日", (Step::DayOffset(-2), None)),
    ("前晚", (Step::DayOffset(-2), Some(Part::Evening))),
    ("当天", (Step::ContextDay(0), None)),
    ("当日", (Step::ContextDay(0), None)),
    ("当晚", (Step::ContextDay(0), Some(Part::Evening))),
    ("当夜", (Step::ContextDay(0), Some(Part::Night))),
    ("同一天", (Step::ContextDay(0), None)),
    ("同天", (Step::ContextDay(0), None)),
    ("同日", (Step::ContextDay(0), None)),
    ("次日", (Step::ContextDay(1), None)),
    ("次一日", (Step::ContextDay(1), None)),
    ("翌日", (Step::ContextDay(1), None)),
    ("隔天", (Step::ContextDay(1), None)),
    ("隔日", (Step::ContextDay(1), None)),
    ("此前一天", (Step::ContextDay(-1), None)),
    ("前一天", (Step::ContextDay(-1), None)),
    ("前一日", (Step::ContextDay(-1), None)),
    ("前一晚", (Step::ContextDay(-1), Some(Part::Evening))),
    ("隔晚", (Step::ContextDay(1), Some(Part::Evening))),
    ("次晨", (Step::ContextDay(1), Some(Part::Dawn))),
    ("翌晨", (Step::ContextDay(1), Some(Part::Dawn))),
    ("上一交易日", (Step::ContextDay(-1), None)),
    ("上个交易日", (Step::ContextDay(-1), None)),
    ("前一交易日", (Step::ContextDay(-1), None)),
]);

/// Reads a day that is named by a word; the short 昨 and 今 where they stand for one.
pub fn day(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    if let Some((end, (step, part))) = word(view, at, &WORDS) {
        let next = view.at(end);
        let refused = match view.at(at) {
            '前' | '后' => {
                before.is_ascii_digit()
                    || matches!(
                        before,
                        '年' | '月'
                            | '天'
                            | '以'
                            | '之'
                            | '目'
                            | '大'
                            | '空'
                            | '战'
                            | '今'
                            | '此'
                            | '术'
                            | '产'
                            | '课'
                    )
                    || before == '会'
                        && (view.at(at) == '后' || view.at(at + 1) == '日')
                        && !"员议协商公工事委院".contains(view.at(at.wrapping_sub(2)))
                    || matches!(view.at(at + 1), '日' | '天')
                        && matches!(next, '的')
                        && view.at(at) == '后'
                        && before == '先'
                    || view.at(at) == '后' && matches!(next, '性')
            }
            '今' => {
                // 数风流人物，还看今朝: an hour shows that it is this morning.
                view.at(at + 1) == '朝' && clock::clock(view, end, Some(Part::Morning), true).is_none()
                    || named(before, view, end)
                    || matches!(before, '当' | '如' | '至' | '迄') && before != '至'
            }
            '当' => matches!(before, '恰' | '正' | '每' | '应'),
            '次' => before.is_ascii_digit() || matches!(before, '一' | '二' | '三' | '两' | '首' | '每'),
            '同' => matches!(before, '不' | '相') || matches!(next, '猫' | '津' | '气'),
            '昨' => false,
            '明' => {
                matches!(before, '黎' | '文' | '光' | '透' | '说' | '证' | '声' | '天')
                    || before == '的' && matches!(next, '。' | ',' | '”' | '!' | '\0')
                    || view.starts_with(end, "之后》")
                    || view.starts_with(end, "之星")
            }
            '隔' => before == '每',
            _ => false,
        };
        if refused {
            return None;
        }
        out.steps.push(step);
        out.part = part;
        // 今晚8点: the clock follows; 今早些时候 does not split.
        return Some(end);
    }
    // 第二天凌晨, 第二天早上8时: the day after, where a time of day shows that it is no count.
    if view.starts_with(at, "第二天") && clock::part(view, at + 3, false).is_some() {
        out.steps.push(Step::ContextDay(1));
        return Some(at + 3);
    }
    // 今（13）日
    if matches!(view.at(at), '今' | '昨' | '明' | '前' | '后')
        && let Some(end) = super::month::noted(view, at, '日', 31)
    {
        let offset = match view.at(at) {
            '今' => 0,
            '昨' => -1,
            '前' => -2,
            '后' => 2,
            _ => 1,
        };
        out.steps.push(Step::DayOffset(offset));
        return Some(end);
    }
    // 今 昨 明 alone: 昨（13日）, 今起
    let step = match view.at(at) {
        '今' if view.at(at + 1) == '(' && view.at(at + 2).is_ascii_digit() => Step::DayOffset(0),
        '今' if view.at(at + 1) == '起' && !matches!(before, '当' | '如' | '至' | '古' | '迄' | '自') => {
            Step::DayOffset(0)
        }
        // 市政府昨公布: the short form stands before what was done.
        '昨' if !matches!(view.at(at + 1), '非' | '是' | '儿' | '今' | '\0') => Step::DayOffset(-1),
        '明' if view.at(at + 1) == '起' && opens(view, at) => Step::DayOffset(1),
        _ => return None,
    };
    out.steps.push(step);
    Some(at + 1)
}

/// 《今日俄罗斯》 is a name.
fn named(before: char, view: &View<'_>, end: usize) -> bool {
    let closed = |k: usize| matches!(view.at(end + k), '”' | '"' | '」' | '》');
    (before == '《' || matches!(before, '“' | '"' | '「') && (1..=3).any(closed))
        && view.at(end) != ','
        && view.classes.get(end) == Some(&crate::text::class::Class::Han)
        && view.at(end.wrapping_sub(1)) == '日'
}

/// Reads two days or years together: 今明两天, 昨今两日, 今明两年, 这两天.
pub fn pair(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    if !matches!(view.at(at), '今' | '明' | '昨' | '去') {
        return None;
    }
    const PAIRS: &[(&str, i16, i16)] = &[
        ("今明两天", 0, 1),
        ("今明两日", 0, 1),
        ("明后两天", 1, 2),
        ("明后天", 1, 2),
        ("昨今两天", -1, 0),
        ("昨今两日", -1, 0),
        ("今明后三天", 0, 2),
        ("今明天", 0, 1),
    ];
    // 明起三天, 今天起两天: so many days from that one on.
    let first = match view.at(at) {
        '今' => Some(0),
        '明' => Some(1),
        _ => None,
    };
    let began = at + 1 + usize::from(matches!(view.at(at + 1), '天' | '日'));
    if let Some(first) = first.filter(|_| view.at(began) == '起')
        && let Some((length, end)) = super::number::amount(view, began + 1, false)
        && matches!(length.unit, Unit::Day | Unit::Week)
        && !length.vague
        && !matches!(view.at(end), '内' | '前' | '后')
    {
        let days = length.halves / 2 * if length.unit == Unit::Week { 7 } else { 1 };
        let point = |n| Box::new(Expr::Point(Point::of(Step::DayOffset(n))));
        let last = first + i16::try_from(days).ok()? - 1;
        return (days > 1).then(|| (end, Expr::Range(point(first), point(last))));
    }
    for (name, a, b) in PAIRS {
        if view.starts_with(at, name) {
            let point = |n| Box::new(Expr::Point(Point::of(Step::DayOffset(n))));
            return Some((at + name.chars().count(), Expr::Range(point(*a), point(*b))));
        }
    }
    // 去冬今春, 今冬明春: the winter, and the spring that it ends in
    const SEASONS: &[(&str, i16)] = &[("去冬今春", -1), ("今冬明春", 0)];
    for (name, year) in SEASONS {
        if view.starts_with(at, name) {
            let season = |year, season| {
                let steps = vec![Step::YearOffset(year), Step::Season(season)];
                Box::new(Expr::Point(Point { steps, ..Point::default() }))
            };
            return Some((at + 4, Expr::Range(season(*year, 4), season(year + 1, 1))));
        }
    }
    const YEARS: &[(&str, i16, i16)] = &[("今明两年", 0, 1), ("去今两年", -1, 0), ("明后两年", 1, 2)];
    for (name, a, b) in YEARS {
        if view.starts_with(at, name) {
            let point = |n| Box::new(Expr::Point(Point::of(Step::YearOffset(n))));
            return Some((at + name.chars().count(), Expr::Range(point(*a), point(*b))));
        }
    }
    None
}
