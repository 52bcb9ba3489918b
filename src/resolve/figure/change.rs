//! Whether a figure is a change (增长18%, up 3 points), in which direction, and against what.

use super::clause::{Clause, ends_with, has, lower};
use crate::annotation::{Basis, Change, FigureKind};

/// Verbs of growth and of decline that stand directly before the figure.
const UP: &[&str] = &[
    "增长",
    "增加",
    "上涨",
    "上升",
    "提高",
    "提升",
    "上调",
    "扩大",
    "攀升",
    "加快",
    "反弹",
    "回升",
    "走高",
    "上扬",
    "增幅",
    "涨幅",
    "升幅",
    "增产",
    "增收",
    "激增",
    "猛增",
    "大增",
    "上浮",
    "多赚",
    "净增",
    "新增加",
    "劲增",
    "跳升",
    "飙升",
    "增",
    "升",
    "涨",
    "扩",
];
const DOWN: &[&str] = &[
    "下降", "下跌", "减少", "降低", "下滑", "缩减", "下调", "收窄", "回落", "缩短", "萎缩", "衰退", "走低",
    "下挫", "贬值", "缩水", "降幅", "跌幅", "减幅", "降温", "减产", "压缩", "放缓", "骤降", "锐减", "大跌",
    "下浮", "少了", "降", "跌", "减", "缩",
];
/// Comparatives that are a change only after 比 or 较.
const MORE: &[&str] = &["高出", "多出", "高", "多", "快", "加"];
const LESS: &[&str] = &["低", "少", "慢"];

/// Words between the verb and the number.
const LINKS: &[&str] = &[
    "幅度达",
    "幅度为",
    "幅度",
    "分别",
    "达到",
    "均",
    "为",
    "了",
    "达",
    "约",
    "近",
    "超",
    "逾",
    "幅",
    "仅",
    "将",
    "普遍",
    "至少",
    "各",
    "率",
    "超过",
    "一度",
    "各自",
    "又",
];

/// The direction of the change that the figure is, or nothing where it is a level.
pub(super) fn direction(clause: &Clause, kind: FigureKind) -> Option<Change> {
    if matches!(kind, FigureKind::Age | FigureKind::Score | FigureKind::Ratio) {
        return None;
    }
    let latin = clause.before.iter().chain(&clause.after).any(char::is_ascii_alphabetic);
    chinese(&clause.before).or_else(|| if latin { english(clause) } else { None })
}

fn chinese(before: &[char]) -> Option<Change> {
    let mut head = before;
    while let Some(link) = LINKS.iter().find(|link| ends_with(head, link)) {
        head = &head[..head.len() - link.chars().count()];
        if head.is_empty() {
            return None;
        }
    }
    if UP.iter().any(|verb| ends_with(head, verb)) {
        return Some(Change::Increase);
    }
    if DOWN.iter().any(|verb| ends_with(head, verb)) {
        return Some(Change::Decrease);
    }
    let compared = ["比", "较", "同期"].iter().any(|word| has(head, word)) && !ends_with(head, "占比高");
    if compared && MORE.iter().any(|word| ends_with(head, word)) {
        return Some(Change::Increase);
    }
    if compared && LESS.iter().any(|word| ends_with(head, word)) {
        return Some(Change::Decrease);
    }
    None
}

const RISES: &[&str] = &[
    "rose",
    "rise",
    "rises",
    "rising",
    "risen",
    "increased",
    "increase",
    "increases",
    "increasing",
    "grew",
    "grow",
    "grown",
    "growing",
    "growth",
    "up",
    "gained",
    "gain",
    "gains",
    "climbed",
    "climb",
    "climbs",
    "jumped",
    "jump",
    "jumps",
    "surged",
    "surge",
    "higher",
    "soared",
    "soar",
    "expanded",
    "improved",
    "advanced",
    "boost",
    "boosted",
    "rallied",
];
const FALLS: &[&str] = &[
    "fell",
    "fall",
    "falls",
    "falling",
    "fallen",
    "decreased",
    "decrease",
    "decreases",
    "dropped",
    "drop",
    "drops",
    "declined",
    "decline",
    "declines",
    "down",
    "slid",
    "slide",
    "slipped",
    "cut",
    "cuts",
    "cutting",
    "reduced",
    "reduce",
    "reduction",
    "lower",
    "lowered",
    "shed",
    "plunged",
    "plunge",
    "plunging",
    "shrank",
    "tumbled",
    "dipped",
    "slumped",
    "sank",
];

/// `rose 3.5%`, `fell by 10`, `an increase of 5%`, `a 5% rise`, `15% higher`; `rose to 5%` is a level.
fn english(clause: &Clause) -> Option<Change> {
    let before: String = clause.before.iter().collect::<String>().to_lowercase();
    let words: Vec<&str> = before.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let direct = |word: &str| {
        if RISES.contains(&word) {
            Some(Change::Increase)
        } else if FALLS.contains(&word) {
            Some(Change::Decrease)
        } else {
            None
        }
    };
    // Increase the town's food needs by 50 percent: by leads back over the object.
    let by = words.last() == Some(&"by");
    for word in words.iter().rev().take(if by { 8 } else { 5 }) {
        if let Some(found) = direct(word) {
            return Some(found);
        }
        let link = matches!(
            *word,
            "by" | "of"
                | "a"
                | "an"
                | "another"
                | "further"
                | "about"
                | "only"
                | "just"
                | "some"
                | "the"
                | "was"
                | "either"
                | "much"
                | "as"
                | "or"
                | "than"
                | "it"
                | "its"
                | "sharply"
                | "slightly"
                | "power"
                | "emissions"
                | "needs"
        );
        if !link && !by {
            break;
        }
    }
    let after = lower(&clause.after, 40);
    let mut following = after.split([' ', '-', '.', ')', '"']).filter(|word| !word.is_empty());
    let first = following.next().unwrap_or_default();
    match first {
        "increase" | "rise" | "jump" | "gain" | "growth" | "surge" | "hike" | "higher" | "boost" => {
            Some(Change::Increase)
        }
        "decrease" | "drop" | "decline" | "fall" | "cut" | "reduction" | "lower" | "slide" | "plunge" => {
            Some(Change::Decrease)
        }
        _ => None,
    }
}

/// What a change is measured against, where the clause says so.
pub(super) fn basis(clause: &Clause) -> Option<Basis> {
    let before = &clause.before;
    let year = ["同比", "年增", "年减", "按年", "较去年同", "比去年同"];
    let month = ["比上月", "较上月", "比上个月", "较上个月", "月增", "月减", "按月", "比上周", "较上周"];
    let quarter = [
        "比上季",
        "较上季",
        "比一季度",
        "比二季度",
        "比三季度",
        "比四季度",
        "季增",
        "季减",
        "按季",
        "季对季",
    ];
    if year.iter().any(|word| has(before, word)) {
        return Some(Basis::YearOnYear);
    }
    if has(before, "环比") {
        let quarterly = has(&clause.sentence, "季度") || has(&clause.sentence, "Q");
        return Some(if quarterly { Basis::QuarterOnQuarter } else { Basis::MonthOnMonth });
    }
    if quarter.iter().any(|word| has(before, word)) {
        return Some(Basis::QuarterOnQuarter);
    }
    if month.iter().any(|word| has(before, word)) {
        return Some(Basis::MonthOnMonth);
    }
    // 比2022年同期, 较上年, 比去年
    let compared = ["比", "较"].iter().any(|word| has(before, word));
    if compared && ["年初", "年末", "年底"].iter().any(|word| has(before, word)) {
        return Some(Basis::Since);
    }
    if compared && ["同期", "上年", "去年", "上一年", "前一年", "一年前"].iter().any(|word| has(before, word))
    {
        return Some(Basis::YearOnYear);
    }
    if compared && ["今年以来", "以来"].iter().any(|word| has(before, word)) {
        return Some(Basis::Since);
    }
    english_basis(clause)
}

fn english_basis(clause: &Clause) -> Option<Basis> {
    let near = lower(&clause.rest, 60) + " | " + &lower(&clause.before, 60);
    let said = |words: &[&str]| words.iter().any(|word| near.contains(word));
    if said(&[
        "year-on-year",
        "year on year",
        "year-over-year",
        "yoy",
        "a year earlier",
        "a year ago",
        "last year",
        "previous year",
        "year earlier",
        "same period",
    ]) {
        Some(Basis::YearOnYear)
    } else if said(&[
        "month-on-month",
        "month on month",
        "previous month",
        "a month earlier",
        "last month",
        "month ago",
    ]) {
        Some(Basis::MonthOnMonth)
    } else if said(&["quarter-on-quarter", "quarter on quarter", "previous quarter", "the prior quarter"]) {
        Some(Basis::QuarterOnQuarter)
    } else {
        None
    }
}
