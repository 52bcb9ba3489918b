//! Halves and quarters, and counted parts from the start: 上半年, 第三季度, 前三季度, 前两个月, 本季第5胜.

use super::number::{Form, number, opens};
use super::{Words, word};
use crate::recognize::date::draft::{Point, Step, Unit};
use crate::view::View;

/// True where a half or a quarter stands at `at`.
pub fn follows(view: &View<'_>, at: usize) -> bool {
    let mut point = Point::default();
    quarter(view, at, &mut point, true).is_some()
}

/// Reads 25Q3 and 3Q25, as tables of accounts write a quarter.
pub fn of_short_year(view: &View<'_>, at: usize) -> Option<(usize, Point)> {
    let digit = |i: usize| view.at(i).to_digit(10).and_then(|d| i16::try_from(d).ok());
    let quarter = |i: usize| digit(i).filter(|d| (1..=4).contains(d));
    let year = |i: usize| Some(2000 + digit(i)? * 10 + digit(i + 1)?);
    let (year, quarter, end) = match (view.at(at + 1), view.at(at + 2)) {
        ('Q', _) => (year(at + 2)?, quarter(at)?, at + 4),
        (_, 'Q') => (year(at)?, quarter(at + 3)?, at + 4),
        _ => return None,
    };
    let glued = |i: usize| view.at(i).is_ascii_alphanumeric();
    if glued(end) || at > 0 && glued(at - 1) {
        return None;
    }
    let mut point = Point::of(Step::Year(year));
    point.steps.push(Step::Quarter(quarter as u8));
    Some((end, point))
}

/// Reads halves and quarters, and counted parts from the start: 上半年, 第三季度, 前三季度, 前两个月, 首季.
///
/// `within` is true after a year.
pub fn quarter(view: &View<'_>, at: usize, out: &mut Point, within: bool) -> Option<usize> {
    static WORDS: Words<Step> = Words::new(&[
        ("前一季度", Step::ContextQuarter(-1)),
        ("前一季", Step::ContextQuarter(-1)),
        ("上半年度", Step::Half(1)),
        ("下半年度", Step::Half(2)),
        ("上半年", Step::Half(1)),
        ("下半年", Step::Half(2)),
        ("上半季", Step::Half(1)),
        ("下半季", Step::Half(2)),
        ("头季度", Step::Quarter(1)),
        ("首季度", Step::Quarter(1)),
        ("末季度", Step::Quarter(4)),
        ("本季度", Step::QuarterOffset(0)),
        ("上季度", Step::QuarterOffset(-1)),
        ("下季度", Step::QuarterOffset(1)),
        ("上个季度", Step::QuarterOffset(-1)),
        ("下个季度", Step::QuarterOffset(1)),
        ("上一季度", Step::QuarterOffset(-1)),
        ("下一季度", Step::QuarterOffset(1)),
        ("首季", Step::Quarter(1)),
        ("次季度", Step::Quarter(2)),
        ("次季", Step::Quarter(2)),
        ("今季", Step::QuarterOffset(0)),
        ("季内", Step::QuarterOffset(0)),
        ("本季", Step::QuarterOffset(0)),
        ("上季", Step::QuarterOffset(-1)),
        ("下季", Step::QuarterOffset(1)),
    ]);
    if let Some((end, step)) = word(view, at, &WORDS) {
        let short = matches!(view.at(end - 1), '季') && !matches!(step, Step::Quarter(_));
        // 本季第5胜: the season of a sport goes on so too.
        let won = number(view, end + 1).is_some_and(|n| {
            matches!(view.at(n.end), '胜' | '败' | '次' | '度' | '轰' | '场' | '号' | '高' | '低' | '球')
        });
        let play = matches!(view.at(end), '军' | '后' | '赛' | '节' | '风')
            || short
                && !matches!(view.at(at), '今' | '前')
                && (view.at(end) == '的' || view.at(end) == '第' && !won);
        let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
        // 四次季前赛, 四季内: a count stands before.
        let counted = matches!(view.at(at), '次' | '季')
            && (before.is_ascii_digit()
                || matches!(
                    before,
                    '上' | '下' | '首' | '每' | '本' | '这' | '当' | '个' | '旺' | '淡' | '单'
                )
                || at > 0 && number(view, at - 1).is_some());
        if play || counted {
            return None;
        }
        // 本季第5胜: the season of a sport, of this year.
        if short && matches!(step, Step::QuarterOffset(-1..=0)) && of_sport(view, at) {
            let year = if matches!(step, Step::QuarterOffset(0)) { 0 } else { -1 };
            out.steps.push(Step::YearOffset(year));
            return Some(end);
        }
        // 较上季增加: the quarter before the one that is told of.
        if matches!(step, Step::QuarterOffset(-1)) && matches!(before, '较' | '比') {
            out.steps.push(Step::ContextQuarter(-1));
            return Some(end);
        }
        out.steps.push(step);
        return Some(end);
    }
    if let Some(end) = of_accounts(view, at, out) {
        return Some(end);
    }
    let c = view.at(at);
    // Q1, 1Q, Q1季度
    if matches!(c, 'Q' | 'q')
        && matches!(view.at(at + 1), '1'..='4')
        && !view.at(at + 2).is_ascii_alphanumeric()
    {
        out.steps.push(Step::Quarter(view.at(at + 1) as u8 - b'0'));
        return Some(at + 2 + if view.starts_with(at + 2, "季度") { 2 } else { 0 });
    }
    if matches!(c, '前' | '首' | '头' | '后') {
        let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
        let verb = matches!(
            before,
            '布' | '提'
                | '出'
                | '产'
                | '育'
                | '婚'
                | '生'
                | '手'
                | '死'
                | '发'
                | '开'
                | '之'
                | '以'
                | '码'
                | '目'
                | '的'
        );
        if !within && (verb && c != '首' || c == '头' && !opens(view, at)) {
            return None;
        }
        let n = number(view, at + 1)?;
        let value = u8::try_from(n.value).ok()?;
        if n.form == Form::HanDigits || !(1..=12).contains(&value) {
            return None;
        }
        let p = n.end + usize::from(view.at(n.end) == ' ');
        let (unit, end) = if view.starts_with(p, "个月") {
            (Unit::Month, p + 2)
        } else if view.starts_with(p, "个季度") {
            (Unit::Quarter, p + 3)
        } else if view.starts_with(p, "季度") {
            (Unit::Quarter, p + 2)
        } else if view.at(p) == '季' && view.at(p + 1) != '节' {
            (Unit::Quarter, p + 1)
        } else if view.at(p) == '月' {
            (Unit::Month, p + 1)
        } else if (within || c == '首') && view.at(p) == '周' {
            (Unit::Week, p + 1)
        } else if (within || c == '首') && (view.at(p) == '天' || c == '首' && view.at(p) == '日') {
            (Unit::Day, p + 1)
        } else {
            return None;
        };
        // 两国元首6月5日通话
        let day =
            unit == Unit::Month && number(view, end).is_some_and(|n| matches!(view.at(n.end), '日' | '号'));
        if unit == Unit::Quarter && value > 4 || view.at(end) == '前' || day {
            return None;
        }
        // 首六日 of the month that is spoken of
        if !within && matches!(unit, Unit::Day | Unit::Week) {
            out.steps.push(Step::ContextMonth(0));
        }
        out.steps.push(if c == '后' { Step::Last(value, unit) } else { Step::First(value, unit) });
        return (within || c != '后').then_some(end);
    }
    // 2025年半年度报告
    if within && view.starts_with(at, "半年度") {
        out.steps.push(Step::Half(1));
        return Some(at + 3);
    }
    let p = at + usize::from(c == '第');
    let n = number(view, p)?;
    if !(1..=4).contains(&n.value) || n.width > 1 {
        return None;
    }
    let end = if view.starts_with(n.end, "季度") {
        n.end + 2
    } else if view.at(n.end) == '季'
        && (c == '第' && within || within && !matches!(view.at(n.end + 1), '稻' | '节'))
    {
        n.end + 1
    } else if c == '第'
        && view.at(n.end) == '季'
        && !shown(view, n.end + 1)
        && (quarter_context(view, n.end + 1)
            || view.traditional(at) && (quarter_led(view, at) || !of_show(view, at)))
    {
        n.end + 1
    } else {
        return None;
    };
    out.steps.push(Step::Quarter(n.value as u8));
    Some(end)
}

/// Reads 首财季, 第三财季, 上半财年, of the fiscal year that is spoken of.
fn of_accounts(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    let (step, end) = match view.at(at) {
        '上' | '下' if view.starts_with(at + 1, "半财年") => {
            (Step::Half(if view.at(at) == '上' { 1 } else { 2 }), at + 4)
        }
        '首' if view.starts_with(at + 1, "财季") => (Step::Quarter(1), at + 3),
        '第' => {
            let n = number(view, at + 1).filter(|n| (1..=4).contains(&n.value))?;
            (view.starts_with(n.end, "财季")).then_some((Step::Quarter(n.value as u8), n.end + 2))?
        }
        _ => return None,
    };
    if out.steps.is_empty() {
        out.steps.push(Step::FiscalOffset(0));
    }
    out.steps.push(step);
    Some(end)
}

/// 將於第三季投產, 截至第二季: where 季 is the usual word for a quarter, a preposition or a new clause may lead it.
fn quarter_led(view: &View<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    matches!(
        before,
        '于' | '在'
            | '自'
            | '从'
            | '至'
            | '到'
            | '今'
            | '较'
            | '比'
            | '与'
            | '是'
            | '把'
            | '将'
            | '和'
            | '快'
            | '早'
            | '迟'
            | '\0'
    ) || opens(view, at) && !matches!(before, '》' | '”' | '」' | ')')
}

/// True where the words around speak of a sport, whose season is a year's.
pub(super) fn of_sport(view: &View<'_>, at: usize) -> bool {
    const WORDS: [&str; 12] =
        ["联赛", "场均", "助攻", "主场", "客场", "入球", "救援", "胜差", "连胜", "球队", "球员", "战绩"];
    (at.saturating_sub(24)..at + 24).any(|i| {
        matches!(view.at(i), '胜' | '败' | '轰' | '球' | '赛') || WORDS.iter().any(|w| view.starts_with(i, w))
    })
}

/// 第二季开播, 第三季收官: what is done with a season of a show.
fn shown(view: &View<'_>, at: usize) -> bool {
    const DONE: [&str; 5] = ["开播", "开拍", "收官", "收视", "将播"];
    matches!(view.at(at), '第' | '《' | '》' | '回' | '播') || DONE.iter().any(|w| view.starts_with(at, w))
}

/// True where the words around speak of a programme, whose seasons are counted as well.
fn of_show(view: &View<'_>, at: usize) -> bool {
    let from = at.saturating_sub(24);
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    matches!(before, '》' | '”' | '」' | ')' | '第' | '续' | '连')
        || (from..at + 24).any(|i| {
            matches!(view.at(i), '剧' | '播' | '演' | '漫' | '综' | '《' | '戏' | '粉')
                || view.at(i) == '影' && view.at(i + 1) != '响'
                || view.starts_with(i, "节目")
                || view.starts_with(i, "系列")
        })
}

/// 第四季 is a quarter beside business words, a season of a show elsewhere.
fn quarter_context(view: &View<'_>, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "订单", "营", "业绩", "财", "净", "出货", "毛利", "GDP", "经济", "获利", "销", "合并", "盈", "本地",
        "楼", "通胀", "EBITDA", "赚", "亏", "多赚", "少赚", "按年", "同比", "增", "减", "旺", "淡", "单季",
        "每股", "税后", "收入", "利润", "投产", "动工", "旅客", "访客", "零售", "出口", "进口", "失业",
        "物价", "赌收",
    ];
    WORDS.iter().any(|w| view.starts_with(at, w))
}
