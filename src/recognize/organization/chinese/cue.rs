//! Chinese names that nothing in them tells, by the words beside them: 晶澜光通（6588）, 恒川旗下, 发展商恒川.

use super::edge::closed;
use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::found::Found;
use crate::recognize::organization::words::{Words, class};
use crate::text::class::Class;
use crate::view::View;

/// The longest name that is read, in characters.
const LONGEST: usize = 10;
/// What belongs to a company, right after its name.
const OWN: [&str; 11] =
    ["旗下", "股价", "股份现报", "门市", "分店", "门店", "财报", "法说会", "股东会", "董事会", "行政总裁"];
/// Posts in a company, which stand after the name of a person as well.
const POSTS: [&str; 12] = [
    "区域经理",
    "分行经理",
    "首席分析",
    "高级分区",
    "执行长",
    "发言人",
    "营运长",
    "财务长",
    "总经理",
    "董事长",
    "负责人",
    "创办人",
];
/// What a company is called right before its name.
const CALLED: [&str; 18] = [
    "发展商",
    "开发商",
    "承建商",
    "代理商",
    "供应商",
    "运营商",
    "营运商",
    "制造商",
    "初创公司",
    "新创公司",
    "上市公司",
    "子公司",
    "母公司",
    "零售商",
    "电商平台",
    "代工厂",
    "半导体厂",
    "龙头厂",
];
/// Words that end what such a name can be.
const BREAKS: u16 = class::STOP | class::PLAIN;
/// Words that are no name of a company.
const WORDS: u16 =
    class::PLACE | class::PLAIN | class::STOP | class::GENERIC | class::WORD | class::HEAD | class::LEVEL;

/// Finds the names of a block that a stock code, a possession, a post or a description tells.
pub(super) fn scan(view: &View<'_>, words: &Words, out: &mut Vec<Found>) {
    for at in 2..view.chars.len() {
        let c = view.chars[at];
        if c == '(' && code(view, at + 1) {
            push(view, words, at, 88, "code", out);
        } else if owned(c) {
            let post = POSTS.iter().any(|w| view.starts_with(at, w));
            if post || OWN.iter().any(|w| view.starts_with(at, w)) {
                own(view, words, at, post, out);
            }
        }
        if matches!(c, 'Q' | '第' | '今' | '昨' | '上' | '去' | '前' | '中') {
            earned(view, words, at, out);
        }
        if matches!(c, '商' | '司' | '厂' | '台') && CALLED.iter().any(|w| view.ends_with(at + 1, w)) {
            called(view, words, at + 1, out);
        }
    }
}

/// What [`OWN`] and [`POSTS`] begin with: few characters of a text are looked up among them.
fn owned(c: char) -> bool {
    matches!(
        c,
        '区' | '首'
            | '高'
            | '旗'
            | '股'
            | '门'
            | '分'
            | '财'
            | '法'
            | '董'
            | '执'
            | '发'
            | '营'
            | '总'
            | '负'
            | '创'
            | '行'
    )
}

/// True for a stock code and the closing bracket: 2330), 00700.HK), 股份代号:8397), 纽约证交所:TSM).
fn code(view: &View<'_>, from: usize) -> bool {
    const LABELS: [&str; 8] =
        ["股份代号", "股份代码", "股票代号", "股票代码", "证券代码", "证券简称", "股号", "代号"];
    if LABELS.iter().any(|l| view.starts_with(from, l)) {
        return true;
    }
    let mut at = from;
    while view.at(at).is_ascii_digit() {
        at += 1;
    }
    let digits = at - from;
    let market = ["HK", "TW", "TWO", "SH", "SZ", "BJ", "SS"]
        .iter()
        .any(|m| matches!(view.at(at), '.' | '-') && view.starts_with(at + 1, m));
    if market && (4..=6).contains(&digits) {
        return true;
    }
    // A bare number of four digits may be a year: 2330 is none, 1998 and 2024 may be.
    let year =
        digits == 4 && matches!(view.at(from), '1' | '2') && matches!(view.at(from + 1), '9' | '0' | '1');
    (digits == 4 && !year || digits == 6 || digits == 5 && view.at(from) == '0') && view.at(at) == ')'
}

/// The start of the unknown name that ends at `end`: after the word or the mark before it.
fn start(view: &View<'_>, words: &Words, end: usize) -> Option<usize> {
    let mut p = end;
    while p > 0 && end - p < LONGEST {
        let class = view.classes[p - 1];
        if !matches!(class, Class::Han | Class::HanNumeral | Class::Latin)
            && !matches!(view.at(p - 1), '-' | '&')
        {
            break;
        }
        if end - p >= 2 && words.longest(&view.chars[p.saturating_sub(8)..p], BREAKS).is_some() {
            return Some(p);
        }
        p -= 1;
    }
    (end - p >= 2 && end - p < LONGEST).then_some(p)
}

fn push(view: &View<'_>, words: &Words, end: usize, strength: u8, rule: &'static str, out: &mut Vec<Found>) {
    let Some(start) = start(view, words, end) else { return };
    if nameable(view, words, start, end) {
        out.push(Found { start, end, kind: Kind::Company, strength, rule });
    }
}

/// True when no word of the tables begins the name or is all of it, and it is written in Han characters.
fn nameable(view: &View<'_>, words: &Words, start: usize, end: usize) -> bool {
    let name = &view.chars[start..end];
    let han =
        view.classes[start..end].iter().all(|c| matches!(c, Class::Han | Class::HanNumeral | Class::Latin));
    let word = words.get(name).is_some_and(|e| e.is(WORDS) && !e.is(class::NAME));
    let begins = (2..=3.min(name.len()))
        .any(|n| words.get(&name[..n]).is_some_and(|e| e.is(class::STOP | class::PLAIN | class::GENERIC)));
    han && !word && !begins && !name.contains(&'的') && view.classes[start] != Class::HanNumeral
}

/// 恒川|旗下, 晶澜光通|执行长: what belongs to a company.
fn own(view: &View<'_>, words: &Words, at: usize, post: bool, out: &mut Vec<Found>) {
    let Some(start) = start(view, words, at) else { return };
    let name = &view.chars[start..at];
    let trade = words.longest(name, class::TRADE).is_some_and(|(n, _)| n >= 2 && n < name.len());
    // Three characters before a post are a person's name as often.
    if !nameable(view, words, start, at) || post && !(trade || name.len() == 4 || name.len() == 5) {
        return;
    }
    let strength = if trade { 80 } else { 66 };
    out.push(Found { start, end: at, kind: Kind::Company, strength, rule: "cue" });
}

/// 岚岳|第三季营收: what a company earned in a season or how its share went, where the name begins a clause.
fn earned(view: &View<'_>, words: &Words, at: usize, out: &mut Vec<Found>) {
    const WHEN: [&str; 16] = [
        "Q1",
        "Q2",
        "Q3",
        "Q4",
        "第一季",
        "第二季",
        "第三季",
        "第四季",
        "今天",
        "今日",
        "昨日",
        "昨天",
        "上半年",
        "去年",
        "前三季",
        "中期",
    ];
    const WHAT: [&str; 10] =
        ["营收", "股价", "EPS", "获利", "毛利率", "净利", "纯益", "多赚", "少赚", "每股"];
    let Some(when) = WHEN.iter().find(|w| view.starts_with(at, w)) else { return };
    let from = at + when.chars().count();
    let earns = (from..from + 4).any(|i| WHAT.iter().any(|w| view.starts_with(i, w)));
    let mut start = at;
    while start > 0 && at - start < 5 && matches!(view.classes[start - 1], Class::Han) {
        start -= 1;
    }
    let opens = start == 0
        || !matches!(view.classes[start - 1], Class::Han | Class::HanNumeral | Class::Latin | Class::Digit);
    let plain = (start..at).any(|i| words.longest(&view.chars[start..=i], BREAKS | class::GENERIC).is_some());
    if earns && opens && (2..=4).contains(&(at - start)) && !plain && nameable(view, words, start, at) {
        out.push(Found { start, end: at, kind: Kind::Company, strength: 80, rule: "cue" });
    }
}

/// 发展商|恒川地产: what a company is called, and its name up to a mark or a word.
fn called(view: &View<'_>, words: &Words, at: usize, out: &mut Vec<Found>) {
    let han = |i: usize| matches!(view.classes.get(i), Some(Class::Han));
    let mut end = at;
    while han(end) && end - at < LONGEST {
        end += 1;
        // 恒川建设|负责: a trade and a word after it end the name as well as a mark.
        let traded =
            words.longest(&view.chars[at..end], class::TRADE).is_some_and(|(n, _)| n >= 2 && n < end - at);
        let word = (2..=3).any(|n| {
            words.get(view.chars.get(end..end + n).unwrap_or_default()).is_some_and(|e| e.is(BREAKS))
        });
        if end - at >= 2 && (closed(view, words, end) || traded && word) {
            break;
        }
    }
    let name = &view.chars[at..end.min(view.chars.len())];
    let trade = words.longest(name, class::TRADE).is_some_and(|(n, _)| n >= 2 && n < name.len());
    if name.len() >= 3 && name.len() < LONGEST && trade && nameable(view, words, at, end) {
        out.push(Found { start: at, end, kind: Kind::Company, strength: 80, rule: "cue" });
    }
}
