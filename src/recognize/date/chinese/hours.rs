//! Clock times that recur by what stands beside them: 首班6:30, 营业时间：8:30-17:30, 早读 7:50—8:10, 10时打烊.

use crate::view::View;

/// How far back in its line such a word may stand.
const REACH: usize = 24;

/// Words before the first and last runs of a line, a column of them included.
const RUNS: &[&str] = &["首班", "末班", "头班", "尾班", "首末班", "末航", "首航", "头车", "末车"];

/// Words right before hours that are kept every day.
const KEPT: &[&str] = &[
    "营业时间",
    "开放时间",
    "服务时间",
    "办公时间",
    "门诊时间",
    "受理时间",
    "接听时间",
    "上班时间",
    "营业",
    "门诊",
    "夜诊",
    "早读",
    "午休",
    "课间",
    "早操",
    "晚自习",
    "晚自修",
    "放学",
    "到校",
    "起床",
    "熄灯",
    "午餐",
    "开馆",
    "闭馆",
    "开放",
    "客服时间",
    "早餐",
    "晚餐",
    "午市",
    "晚市",
    "早市",
];

/// Words behind an hour that a shop keeps.
const SHUTS: &[&str] = &["打烊", "收档", "闭馆", "始发", "首航", "停止入馆", "停止入园", "停止售票"];

/// What is done to the first and last runs: 末班车推迟到23:30.
const MOVED: &[&str] =
    &["推迟到", "推迟至", "延长至", "延迟至", "提前到", "提前至", "提早至", "改为", "延至", "延后至"];

/// True for a clock time, or two with a dash between them, that comes again every day.
pub fn recur(view: &View<'_>, at: usize, end: usize, range: bool) -> bool {
    let mut first = at;
    while first > 0 && at - first < REACH && !matches!(view.at(first - 1), '\n' | '。') {
        first -= 1;
    }
    // A day that is named in the line: 3月5日首班提前至6:00.
    let day = (first..at).any(|i| matches!(view.at(i), '日' | '今' | '明' | '昨' | '号'));
    let spaced = at - usize::from(at > first && view.at(at - 1) == ' ');
    let spaced = spaced - usize::from(spaced > first && matches!(view.at(spaced - 1), ':' | '为'));
    // 首班　6:30　6:10: no word of a sentence stands between.
    let cell = |c: char| c.is_ascii_digit() || matches!(c, ' ' | ':' | '车' | '|' | '/');
    let mut column = at;
    while column > first && cell(view.at(column - 1)) {
        column -= 1;
    }
    let written = (at..end).any(|i| view.at(i) == ':');
    let moved = MOVED.iter().find(|w| view.ends_with(at, w)).map(|w| at - w.chars().count());
    let car = |p: usize| p - usize::from(p > 0 && view.at(p - 1) == '车');
    let ends = |p: usize| RUNS.iter().any(|w| view.ends_with(p, w));
    let runs = !day && (written && ends(column) || moved.is_some_and(|p| ends(car(p))));
    let kept =
        range && (!day || view.ends_with(spaced, "时间")) && KEPT.iter().any(|w| view.ends_with(spaced, w));
    // 第一节　8:20—9:00
    let lesson = range && !day && spaced > 2 && view.at(spaced - 1) == '节' && view.at(spaced - 3) == '第';
    runs || kept || lesson || !day && SHUTS.iter().any(|w| view.starts_with(end, w))
}
