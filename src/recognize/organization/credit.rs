//! Media and accounts in datelines, credits and agency openings: 来源:上游新闻, 图源:今日镇江, 江南时报讯, (Reuters).

use super::english::WORDS;
use super::folded::han;
use super::found::Found;
use super::words::{TABLES, class};
use crate::annotation::OrganizationKind as Kind;
use crate::text::class::Class;
use crate::text::has;
use crate::view::View;

/// Labels whose value is a medium or an account.
const SOURCES: [&str; 21] = [
    "公众号",
    "抖音号",
    "视频号",
    "信息来源",
    "文章来源",
    "新闻来源",
    "稿件来源",
    "数据来源",
    "图片来源",
    "资料来源",
    "来源",
    "图源",
    "稿源",
    "转载自",
    "转自",
    "发布单位",
    "发布机构",
    "信息提供",
    "Source",
    "SOURCE",
    "Via",
];
/// Labels whose value may be an office and who is in it.
const CONTACTS: [&str; 8] =
    ["联络人", "联系人", "传媒查询", "新闻联络", "资料维护", "维护单位", "发稿单位", "承办单位"];
/// What offices end with.
const OFFICES: &str = "科课室处部厅局署会心院所";
/// Labels whose value is a body only when it looks like one, for it may be a person.
const HANDS: [&str; 15] = [
    "供稿", "供图", "图", "图片", "摄影", "视频", "制图", "素材", "照片", "Photo", "Photos", "Image",
    "Picture", "Credit", "credit",
];
/// Values that name nobody.
const NOBODY: [&str; 21] = [
    "版权",
    "原作者",
    "原作者及原出处",
    "网络",
    "互联网",
    "综合",
    "本报",
    "本网",
    "本站",
    "资料",
    "资料图",
    "受访者",
    "办公室",
    "作者",
    "原创",
    "视频截图",
    "官方",
    "官网",
    "微信",
    "微博",
    "视觉中国",
];
/// What follows a name in a credit without belonging to it.
const AFTER: [&str; 16] = [
    "原创",
    "所有",
    "微信公众号",
    "公众号",
    "微信",
    "微博",
    "官网",
    "网站",
    "官方",
    "记者",
    "通讯员",
    "供图",
    "提供",
    "资料图",
    "综合",
    "实习",
];

/// Finds the names that credits give.
pub(crate) fn scan(view: &View<'_>, out: &mut Vec<Found>) {
    labelled(view, out);
    aired(view, out);
    unmarked(view, out);
    dateline(view, out);
    reports(view, out);
    agencies(view, out);
    accounts(view, out);
    crumb(view, out);
}

/// The site that a trail of its sections begins with: 岭海新材周报 > 上市公司 > 化工.
fn crumb(view: &View<'_>, out: &mut Vec<Found>) {
    let end = view.classes.iter().take_while(|c| matches!(c, Class::Han | Class::HanNumeral)).count();
    let mut next = end;
    while view.at(next) == ' ' {
        next += 1;
    }
    let name = view.chars.get(..end).unwrap_or_default();
    if !(4..=16).contains(&end) || !matches!(view.at(next), '>' | '›' | '»') {
        return;
    }
    let tables = &*TABLES;
    let Some((n, entry)) = tables.longest(name, class::OPEN | class::NAME).filter(|(n, _)| *n >= 2) else {
        return;
    };
    // 企业新闻网, 本地新闻中心: only what sort of news.
    let sort =
        tables.get(&name[..end - n]).is_some_and(|e| e.is(class::GENERIC | class::PLAIN | class::LEVEL));
    if n + 2 <= end && !sort {
        let kind = if entry.is(class::OPEN) { entry.open } else { entry.other };
        out.push(Found { start: 0, end, kind, strength: 85, rule: "dateline" });
    }
}

fn labelled(view: &View<'_>, out: &mut Vec<Found>) {
    for at in 0..view.chars.len() {
        let c = view.chars[at];
        if !matches!(c, ':' | '|' | '/' | '丨') {
            continue;
        }
        let mut label = at;
        while label > 0 && view.at(label - 1) == ' ' {
            label -= 1;
        }
        if c == ':' && CONTACTS.iter().any(|l| view.ends_with(label, l)) {
            office(view, at + 1, out);
            continue;
        }
        let source = c == ':' && SOURCES.iter().any(|l| view.ends_with(label, l));
        let hand = HANDS.iter().any(|l| {
            view.ends_with(label, l) && {
                let from = label - l.chars().count();
                from == 0 || !matches!(view.classes.get(from - 1), Some(Class::Han | Class::Latin))
            }
        });
        if source || hand {
            value(view, at + 1, source, out);
        }
    }
}

/// The office that a contact gives: 联络人:|养护科| 罗小姐, 新闻联络人:|公共关系处|蔡副处长.
fn office(view: &View<'_>, at: usize, out: &mut Vec<Found>) {
    let start = at + usize::from(view.at(at) == ' ');
    let run = (start..start + 24)
        .take_while(|i| matches!(view.classes.get(*i), Some(Class::Han | Class::HanNumeral)))
        .count();
    // A surname and a title stand behind it.
    const TITLES: [&str; 12] =
        ["先生", "小姐", "女士", "副处长", "处长", "副科长", "科长", "课长", "主任", "组长", "专员", "局长"];
    let end = start + run;
    let title = TITLES.iter().find(|title| view.ends_with(end, title));
    let end = title.map_or(end, |title| end - title.chars().count() - 1);
    if end >= start + 3 && has(OFFICES, view.at(end - 1)) && run < 24 {
        out.push(Found { start, end, kind: Kind::Government, strength: 86, rule: "credit" });
    }
}

/// Where a game is shown: TV: KBLX; Radio: WQRT 1370.
fn aired(view: &View<'_>, out: &mut Vec<Found>) {
    for at in (0..view.chars.len()).filter(|at| view.chars[*at] == ':') {
        if !["TV", "Radio", "radio"].iter().any(|label| view.ends_with(at, label)) {
            continue;
        }
        let start = at + 1 + usize::from(view.at(at + 1) == ' ');
        let named = |i: &usize| view.at(*i).is_uppercase() || view.at(*i).is_ascii_digit();
        let letters = (start..start + 8).take_while(named).count();
        let number =
            (start + letters + 1..start + letters + 6).take_while(|i| view.at(*i).is_ascii_digit()).count();
        let number = if view.at(start + letters) == ' ' && number > 1 { number + 1 } else { 0 };
        let end = start + letters + number;
        let whole =
            !matches!(view.classes.get(end), Some(Class::Latin | Class::Digit)) && view.at(end) != ':';
        if letters > 2 && view.at(start).is_uppercase() && whole {
            out.push(Found { start, end, kind: Kind::Media, strength: 90, rule: "credit" });
        }
    }
}

/// Credits without a colon: 图片来自视觉在线, ©江城晨讯, 视觉江城 供图, （枋寮地区农会提供）.
fn unmarked(view: &View<'_>, out: &mut Vec<Found>) {
    const BEFORE: [&str; 10] = [
        "转载请洽",
        "图片来自",
        "照片来自",
        "图片由",
        "视频来自",
        "数据来自",
        "图自",
        "©",
        "权均属",
        "本文为",
    ];
    const BEHIND: [&str; 5] = ["供图", "供稿", "提供", "供文", "版权所有"];
    let words = &*TABLES;
    for at in 0..view.chars.len() {
        // What the labels begin with: most characters are none of these.
        if !matches!(
            view.chars[at],
            '转' | '图' | '照' | '视' | '数' | '©' | '供' | '提' | '版' | '权' | '本'
        ) {
            continue;
        }
        // 本文为创源纪原创, and not 本文为编译稿.
        let own = || {
            view.at(at) != '本' && !view.starts_with(at + 3, "于")
                || (at + 5..at + 14).any(|i| view.starts_with(i, "原创"))
        };
        if BEFORE.iter().any(|l| view.starts_with(at, l)) && own() {
            let label = BEFORE.iter().find(|l| view.starts_with(at, l)).map_or(0, |l| l.chars().count());
            // © 2025 界外体育
            let year = (at + label..at + label + 7)
                .take_while(|i| view.at(*i).is_ascii_digit() || view.at(*i) == ' ');
            let from = at + label + year.count();
            let dated = view.chars[at] == '©' && han(view.at(from));
            value(view, if dated { from } else { at + label }, true, out);
        }
        if !BEHIND.iter().any(|l| view.starts_with(at, l)) {
            continue;
        }
        let label = BEHIND.iter().find(|l| view.starts_with(at, l)).map_or(0, |l| l.chars().count());
        // The credit is a clause of its own.
        if !matches!(view.at(at + label), ')' | '\0' | '\n' | '。' | ' ' | '|' | ',') {
            continue;
        }
        let mut end = at;
        while end > 0 && view.at(end - 1) == ' ' {
            end -= 1;
        }
        let mut start = end;
        while start > 0 && matches!(view.classes[start - 1], Class::Han | Class::HanNumeral) {
            start -= 1;
        }
        let name = &view.chars[start..end];
        let open =
            start == 0 || matches!(view.at(start - 1), '(' | '。' | ' ' | ':' | '/' | '|' | '、' | '\n');
        if !open || !(4..=14).contains(&name.len()) || AFTER.iter().any(|w| view.starts_with(start, w)) {
            continue;
        }
        let head = words.longest(name, class::OPEN | class::NAME | class::SECTOR | class::BODY);
        let place = words.longest(name, class::PLACE).is_some_and(|(n, _)| n >= 2 && n < name.len());
        let kind = match head {
            Some((_, e)) if e.is(class::OPEN) => e.open,
            Some((_, e)) => e.other,
            None if place => Kind::Media,
            None => continue,
        };
        out.push(Found { start, end, kind, strength: 78, rule: "credit" });
    }
}

/// Reads the value of a label that starts at `at` or after spaces.
fn value(view: &View<'_>, at: usize, source: bool, out: &mut Vec<Found>) {
    let words = &*TABLES;
    let mut start = at;
    while matches!(view.at(start), ' ' | '"' | '“' | '「' | '@') {
        start += 1;
    }
    let mut end = start;
    let mut latin = false;
    while end < view.chars.len() && end < start + 80 {
        let c = view.at(end);
        match view.classes[end] {
            Class::Han | Class::HanNumeral | Class::Digit => {}
            Class::Latin => latin = true,
            // Spaces join English words only.
            Class::Space if latin && view.classes.get(end + 1) == Some(&Class::Latin) => {}
            _ if matches!(c, '-' | '·' | '&') && end > start => {}
            _ => break,
        }
        if AFTER.iter().any(|w| view.starts_with(end, w)) {
            break;
        }
        end += 1;
    }
    while end > start && view.at(end - 1) == ' ' {
        end -= 1;
    }
    let name = &view.chars[start..end];
    let han = name.iter().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(c));
    if name.len() < 2 || name.len() > if han { 20 } else { 79 } || name.iter().all(char::is_ascii_digit) {
        return;
    }
    // 来源:本院, 我校
    let own = name.len() <= 3 && matches!(name[0], '本' | '我' | '该');
    if own
        || NOBODY.iter().any(|w| w.chars().eq(name.iter().copied()))
        || name.first().is_some_and(char::is_ascii_digit)
    {
        return;
    }
    let headed = words.longest(name, class::OPEN | class::NAME | class::SECTOR).is_some_and(|(n, _)| n >= 2);
    let place = words.longest(name, class::PLACE).is_some_and(|(n, _)| n >= 2 && n < name.len());
    let begins = (2..=name.len().min(6))
        .any(|n| words.get(&name[..n]).is_some_and(|e| e.is(class::PLACE | class::NAME)));
    // Image: Harte Coyne Architects, which no person is called.
    let last: String = name.rsplit(|c| *c == ' ').next().unwrap_or_default().iter().collect();
    let word = WORDS
        .get(last.as_str())
        .copied()
        .filter(|_| !source && !han && name.contains(&' '))
        .unwrap_or_default();
    if let Some(kind) = word.last.or(word.legal).or(word.end).filter(|_| last.len() > 3) {
        // Papers are called what persons are called, too.
        let strength = if word.last.is_some() { 90 } else { 85 };
        out.push(Found { start, end, kind, strength, rule: "credit" });
        return;
    }
    if !(source || headed || place || begins && name.len() >= 4) {
        return;
    }
    if !han && !source {
        return;
    }
    let kind = words
        .longest(name, class::OPEN | class::NAME | class::SECTOR | class::BODY)
        .filter(|(n, _)| *n >= 2)
        .map_or(Kind::Media, |(_, e)| if e.is(class::OPEN) { e.open } else { e.other });
    out.push(Found { start, end, kind, strength: if source { 85 } else { 75 }, rule: "credit" });
}

/// The medium in a short line with a date: 2024-07-22 00:35 东南早报; 锦观新闻　2023-05-11.
fn dateline(view: &View<'_>, out: &mut Vec<Found>) {
    let digits = view.classes.iter().take(100).filter(|c| **c == Class::Digit).count();
    if view.chars.len() > 80 || digits < 3 {
        return;
    }
    const ENDS: [&str; 18] = [
        "汇报",
        "财经",
        "观察",
        "三农",
        "新闻",
        "日报",
        "晚报",
        "早报",
        "晨报",
        "时报",
        "商报",
        "都市报",
        "网",
        "发布",
        "在线",
        "融媒",
        "客户端",
        "报社",
    ];
    let mut at = 0;
    while at < view.chars.len() {
        let han = |i: usize| matches!(view.classes.get(i), Some(Class::Han | Class::HanNumeral));
        if !han(at) {
            at += 1;
            continue;
        }
        let start = at;
        while han(at) {
            at += 1;
        }
        let alone = start == 0 || matches!(view.at(start - 1), ' ' | '|' | '\t' | '/' | '·');
        let closed = matches!(view.at(at), ' ' | '|' | '\t' | '\0' | '/' | '·');
        let ends = ENDS.iter().any(|e| view.ends_with(at, e) && at - start > e.chars().count() + 1);
        // 产经论坛报 记者黄柏钧
        let signed = at - start >= 5 && view.at(at - 1) == '报' && view.starts_with(at + 1, "记者");
        let named = signed || ends && media(&view.chars[start..at], true);
        if alone && closed && named && at - start <= 10 {
            out.push(Found { start, end: at, kind: Kind::Media, strength: 80, rule: "dateline" });
        }
    }
}

/// A report's opening: 江南时报讯, 闽南网10月15日讯, 央视网消息.
fn reports(view: &View<'_>, out: &mut Vec<Found>) {
    for &(from, to) in view.sentences {
        let (from, to) = (from as usize, (to as usize).min(view.chars.len()));
        let mut end = from;
        while end < to
            && end < from + 12
            && matches!(view.classes[end], Class::Han)
            && !view.starts_with(end, "讯")
            && !view.starts_with(end, "消息")
        {
            end += 1;
        }
        let mut next = end;
        while next < to
            && next < end + 8
            && (matches!(view.classes[next], Class::Digit | Class::Space)
                || matches!(view.at(next), '月' | '日'))
        {
            next += 1;
        }
        let mark = view.starts_with(next, "讯") && !view.starts_with(next, "讯息");
        let news = view.starts_with(next, "消息")
            && next == end
            && matches!(view.at(next + 2), '(' | ',' | ':' | ' ');
        let name = &view.chars[from..end];
        if !(mark || news) {
            continue;
        }
        let plain =
            ["本报", "本网", "本站", "本台", "快", "简", "通", "短", "据", "综合", "最新", "独家", "好"];
        let generic = plain.iter().any(|w| view.starts_with(from, w));
        if (3..=10).contains(&name.len()) && !generic && media(name, next > end) {
            out.push(Found { start: from, end, kind: Kind::Media, strength: 80, rule: "report" });
        }
    }
}

/// Accounts in quotation marks: “健康松溪”公众号.
fn accounts(view: &View<'_>, out: &mut Vec<Found>) {
    const ACCOUNTS: [&str; 6] = ["公众号", "微信公众号", "抖音号", "视频号", "微信号", "头条号"];
    for close in (0..view.chars.len()).filter(|&i| matches!(view.at(i), '”' | '」')) {
        let open = (close.saturating_sub(14)..close).rev().find(|&i| matches!(view.at(i), '“' | '「'));
        let account = |open: &usize| {
            ACCOUNTS.iter().any(|a| view.starts_with(close + 1, a) || view.ends_with(*open, a))
        };
        if let Some(open) = open.filter(|open| close > open + 2).filter(account) {
            out.push(Found { start: open + 1, end: close, kind: Kind::Media, strength: 85, rule: "credit" });
        }
    }
}

/// True when an opening is the name of a medium: it ends like one, or a date follows it.
fn media(name: &[char], dated: bool) -> bool {
    let tables = &*TABLES;
    let plain = (2..=name.len()).any(|n| tables.longest(&name[..n], class::STOP | class::PLAIN).is_some());
    let last = name.last().copied().unwrap_or_default();
    !plain
        && (dated
            || matches!(last, '报' | '网' | '社' | '台')
            || tables.longest(name, class::OPEN | class::NAME).is_some())
}

/// English agency openings: LONDON (Reuters) -, (AP) —.
fn agencies(view: &View<'_>, out: &mut Vec<Found>) {
    for at in 0..view.chars.len().min(160) {
        if view.at(at) != '(' || !view.classes.get(at + 1).is_some_and(|c| *c == Class::Latin) {
            continue;
        }
        let Some(close) = (at + 2..(at + 40).min(view.chars.len())).find(|&i| view.at(i) == ')') else {
            continue;
        };
        let mut next = close + 1;
        while view.at(next) == ' ' {
            next += 1;
        }
        let dash = matches!(view.at(next), '-' | '—' | '–');
        let upper = view.at(at + 1).is_ascii_uppercase();
        let words = view.chars[at + 1..close].iter().filter(|c| **c == ' ').count();
        if dash
            && upper
            && words <= 2
            && close - at > 2
            && view.chars[at + 1..close].iter().all(|c| c.is_ascii_alphabetic() || *c == ' ')
        {
            out.push(Found { start: at + 1, end: close, kind: Kind::Media, strength: 85, rule: "agency" });
        }
    }
}
