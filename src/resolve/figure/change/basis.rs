//! What a change is measured against: the year before, the month or the quarter before, a date.

use crate::annotation::Basis;
use crate::resolve::figure::clause::{Clause, find, has, lower, starts_with};
use crate::text::names::MONTHS;

/// The basis that the clause names. `year` is that of the last date before the figure, or the article's.
pub(in crate::resolve::figure) fn basis(clause: &Clause, year: impl Fn() -> Option<i64>) -> Option<Basis> {
    chinese(clause).or_else(|| english(clause)).or_else(|| year_before(clause, year))
}

/// `from 2022`, `than in 2024`, `compared with 2023`, 较2022年: the year before the one that is told of.
fn year_before(clause: &Clause, told: impl Fn() -> Option<i64>) -> Option<Basis> {
    let number = |chars: &[char]| {
        let four = chars.get(..4).filter(|four| four.iter().all(char::is_ascii_digit))?;
        let whole = !chars.get(4).is_some_and(char::is_ascii_digit);
        four.iter()
            .collect::<String>()
            .parse::<i64>()
            .ok()
            .filter(|year| whole && (1900..2100).contains(year))
    };
    let rest = &clause.rest;
    let behind = [
        "from ",
        "than in ",
        "than ",
        "compared with ",
        "compared to ",
        "over ",
        "on ",
        "versus ",
        "vs ",
        "below ",
        "above ",
    ];
    let english = behind.iter().filter_map(|word| find(rest, word).map(|at| at + word.len()));
    // below December 2024
    let month = |at: usize| {
        let name = lower(&rest[at..], 9);
        MONTHS.iter().find(|month| name.starts_with(**month)).map_or(0, |month| month.len() + 1)
    };
    let english = english.filter(|at| *at < 40).find_map(|at| number(rest.get(at + month(at)..)?));
    let chinese = || {
        let at = clause.before.iter().rposition(|c| matches!(c, '比' | '较'))? + 1;
        let year = &clause.before[at..];
        // 较113年 counts from 1912.
        let digits = year.iter().take(4).take_while(|c| c.is_ascii_digit()).count();
        let value = year[..digits].iter().collect::<String>().parse::<i64>().ok()?;
        (digits >= 3 && year.get(digits) == Some(&'年')).then_some(value)
    };
    let other = english.or_else(chinese)?;
    let next: Vec<char> = (other + 1).to_string().chars().collect();
    let near = |chars: &[char]| chars.windows(next.len()).any(|w| w == next.as_slice());
    (near(rest) || near(&clause.sentence) || told() == Some(other + 1)).then_some(Basis::YearOnYear)
}

/// Whether the clause measures against something of its own (增速比上半年加快, 较全国高, than the market), moves a rate,
/// or tells of what may be.
pub(in crate::resolve::figure) fn compared(clause: &Clause) -> bool {
    let against = [
        "比", "较", "高于", "低于", "增速", "降幅", "跌幅", "涨幅", "升幅", "增幅", "若", "如果", "料", "预",
    ];
    against.iter().any(|word| has(&clause.before, word))
        || [" than ", " against ", " versus ", " from "].iter().any(|word| has(&clause.after, word))
}

/// The basis that the head of a column names: 同比, 按年变幅, 营收年增率, YoY.
pub(in crate::resolve::figure) fn of_column(head: &str) -> Option<Basis> {
    let head = head.to_lowercase();
    let said = |words: &[&str]| words.iter().any(|word| head.contains(word));
    if said(&[
        "同比",
        "按年",
        "年增",
        "年減",
        "年减",
        "yoy",
        "y/y",
        "year-on-year",
        "year on year",
        "annual change",
        "yearly",
    ]) {
        return Some(Basis::YearOnYear);
    }
    if said(&["按季", "季增", "季減", "季减", "qoq", "q/q", "quarter-on-quarter", "quarterly"]) {
        return Some(Basis::QuarterOnQuarter);
    }
    said(&["环比", "環比", "按月", "月增", "月減", "月减", "mom", "m/m", "month-on-month", "monthly"])
        .then_some(Basis::MonthOnMonth)
}

fn chinese(clause: &Clause) -> Option<Basis> {
    let before = &clause.before;
    let said = |words: &[&str]| words.iter().any(|word| has(before, word));
    // 年增18.9%、月减3.2%: what stands nearest.
    let quarterly = || has(&clause.sentence, "季") || has(&clause.sentence, "Q");
    let named = NAMED.iter().filter_map(|(word, basis)| Some((last(before, word)?, *basis)));
    if let Some((_, basis)) = named.max_by_key(|(at, _)| *at) {
        return Some(
            basis.unwrap_or_else(|| if quarterly() { Basis::QuarterOnQuarter } else { Basis::MonthOnMonth }),
        );
    }
    // 比 or 较 and what follows; what stands before 相比.
    let compared = before.iter().rposition(|c| matches!(c, '比' | '较'));
    let compared = compared.map(|at| {
        let joined = at > 0 && before[at - 1] == '相' || before.get(at + 1) == Some(&'之');
        if joined { &before[..at] } else { &before[at + 1..] }
    });
    if let Some(other) = compared {
        let names = |words: &[&str]| words.iter().any(|word| has(other, word));
        let quarters = [
            "上季",
            "上一季",
            "前一季",
            "首季",
            "第一季",
            "第二季",
            "第三季",
            "第四季",
            "一季度",
            "二季度",
            "三季度",
            "四季度",
            "对上三个月",
        ];
        if names(&quarters) && !names(&["同期", "去年", "上年"]) {
            return Some(Basis::QuarterOnQuarter);
        }
        // 比2022年同期, 较上年, 比去年
        if names(&["年初", "年末", "年底"]) {
            return Some(Basis::Since);
        }
        if names(&["同期", "上年", "去年", "上一年", "前一年", "一年前"]) {
            return Some(Basis::YearOnYear);
        }
        if names(&["上月", "上个月", "前一个月", "前月"]) || month(other) {
            return Some(Basis::MonthOnMonth);
        }
    }
    if has(before, "累计") || said(&["累升", "累跌", "累涨", "累积", "累增", "累减"]) {
        return Some(Basis::Cumulative);
    }
    if said(&["以来"]) {
        return Some(Basis::Since);
    }
    // How much more a company earned goes without the year before.
    said(&["多赚", "少赚"]).then_some(Basis::YearOnYear)
}

/// Words that name a basis by themselves; 环比 is of the month or the quarter that the sentence speaks of.
const NAMED: &[(&str, Option<Basis>)] = &[
    ("同比", Some(Basis::YearOnYear)),
    ("按年", Some(Basis::YearOnYear)),
    ("较去年同", Some(Basis::YearOnYear)),
    ("比去年同", Some(Basis::YearOnYear)),
    ("年增", Some(Basis::YearOnYear)),
    ("年减", Some(Basis::YearOnYear)),
    ("环比", None),
    ("按季", Some(Basis::QuarterOnQuarter)),
    ("季对季", Some(Basis::QuarterOnQuarter)),
    ("季增", Some(Basis::QuarterOnQuarter)),
    ("季减", Some(Basis::QuarterOnQuarter)),
    ("按月", Some(Basis::MonthOnMonth)),
    ("月增", Some(Basis::MonthOnMonth)),
    ("月减", Some(Basis::MonthOnMonth)),
];

/// Where a word of [`NAMED`] stands last: 年增, 月减 as words of their own; not 2023年增长, 10月减少.
fn last(before: &[char], word: &str) -> Option<usize> {
    let length = word.chars().count();
    let term = word.ends_with(['增', '减']);
    (0..(before.len() + 1).saturating_sub(length)).rev().find(|&at| {
        let previous = at.checked_sub(1).map_or(' ', |i| before[i]);
        let dated = previous.is_ascii_digit()
            || "一二三四五六七八九十〇去上今全每逐近前本当同该首末后半来个两几航赛雨旺淡春夏秋冬"
                .contains(previous);
        starts_with(&before[at..], word) && !(term && dated)
    })
}

/// 三月, 5月, 四月份 directly behind 较; not the end of one, nor one of another year.
fn month(chars: &[char]) -> bool {
    let digits = chars
        .iter()
        .take(2)
        .take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(**c))
        .count();
    digits > 0
        && chars.get(digits) == Some(&'月')
        && !chars.get(digits + 1).is_some_and(|c| "底末初中上下0123456789".contains(*c))
}

const YEAR: &[&str] = &[
    "year-on-year",
    "year on year",
    "year-over-year",
    "year over year",
    "yoy",
    "y/y",
    "year earlier",
    "year ago",
    "year-ago",
    "year before",
    "last year",
    "previous year",
    "prior year",
    "prior-year",
    "preceding year",
    "same period",
    "same quarter",
    "same month",
    "same time",
    "on the year",
    "in the year to",
    "12 months earlier",
    "12 months ago",
    "annually",
];
const MONTH: &[&str] = &[
    "month-on-month",
    "month on month",
    "month-over-month",
    "month over month",
    "m/m",
    "previous month",
    "prior month",
    "month earlier",
    "month before",
    "last month",
    "month ago",
    "on the month",
    "preceding month",
];
const QUARTER: &[&str] = &[
    "quarter-on-quarter",
    "quarter on quarter",
    "quarter-over-quarter",
    "qoq",
    "q/q",
    "previous quarter",
    "prior quarter",
    "preceding quarter",
    "quarter before",
    "quarter earlier",
    "sequential",
    "on the quarter",
    "last quarter",
];

/// What stands nearest: first behind the figure, within its sentence, then before it.
fn english(clause: &Clause) -> Option<Basis> {
    if !clause.rest.iter().chain(&clause.sentence).any(char::is_ascii_alphabetic) {
        return None;
    }
    let rest = lower(&clause.rest, 60);
    let rest = rest.split(". ").next().unwrap_or_default();
    let before = lower(&clause.sentence, 60);
    let before = before.rsplit(". ").next().unwrap_or_default();
    let lists = [(YEAR, Basis::YearOnYear), (MONTH, Basis::MonthOnMonth), (QUARTER, Basis::QuarterOnQuarter)];
    let behind = lists.iter().filter_map(|(words, basis)| {
        words.iter().filter_map(|word| rest.find(word)).min().map(|at| (at, *basis))
    });
    if let Some((_, found)) = behind.min_by_key(|(at, _)| *at) {
        return Some(found);
    }
    // rose 0.7% from May
    let month = rest.strip_prefix(" from ").and_then(|from| {
        let name = from.split([' ', ',', '.', ')']).next()?;
        let goes_on = from[name.len()..].trim_start_matches([' ', ',']);
        let dated = goes_on.starts_with("to ") || goes_on.starts_with(|c: char| c.is_ascii_digit());
        (MONTHS.contains(&name) && !dated).then_some(Basis::MonthOnMonth)
    });
    month.or_else(|| {
        let ahead = lists.iter().filter_map(|(words, basis)| {
            words.iter().filter_map(|word| before.rfind(word)).max().map(|at| (at, *basis))
        });
        ahead.max_by_key(|(at, _)| *at).map(|(_, basis)| basis)
    })
}
