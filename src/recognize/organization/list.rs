//! Lists that say what their members are: 科莱恩特殊化学品、爱思开新材料、索尔维化学等4家企业.
//!
//! The noun after the list makes every member an organization, whatever it ends with. Where the text counts the members
//! (without 等), the count must agree.

use super::found::Found;
use super::words::{TABLES, Words, class};
use crate::annotation::OrganizationKind as Kind;
use crate::text::class::Class;
use crate::view::View;

/// What the members of a list are called, longest first where one begins another.
const NOUNS: [(&str, Kind); 64] = [
    ("买家", Kind::Company),
    ("卖家", Kind::Company),
    ("企业", Kind::Company),
    ("公司", Kind::Company),
    ("单位", Kind::Company),
    ("厂商", Kind::Company),
    ("厂家", Kind::Company),
    ("商户", Kind::Company),
    ("商家", Kind::Company),
    ("车企", Kind::Company),
    ("药企", Kind::Company),
    ("房企", Kind::Company),
    ("国企", Kind::Company),
    ("央企", Kind::Company),
    ("外企", Kind::Company),
    ("民企", Kind::Company),
    ("巨头", Kind::Company),
    ("供应商", Kind::Company),
    ("经销商", Kind::Company),
    ("运营商", Kind::Company),
    ("合作社", Kind::Company),
    ("集团", Kind::Company),
    ("机构", Kind::Other),
    ("金融机构", Kind::Finance),
    ("银行", Kind::Finance),
    ("券商", Kind::Finance),
    ("保险公司", Kind::Finance),
    ("高校", Kind::Education),
    ("院校", Kind::Education),
    ("大学", Kind::Education),
    ("学校", Kind::Education),
    ("中学", Kind::Education),
    ("小学", Kind::Education),
    ("医院", Kind::Health),
    ("媒体", Kind::Media),
    ("球队", Kind::Sport),
    ("俱乐部", Kind::Sport),
    ("院所", Kind::Research),
    ("科研院所", Kind::Research),
    ("协会", Kind::Association),
    ("商会", Kind::Association),
    ("社团", Kind::Association),
    ("部门", Kind::Government),
    ("委办局", Kind::Government),
    ("国际组织", Kind::International),
    ("上市公司", Kind::Company),
    ("律所", Kind::Legal),
    ("电商平台", Kind::Company),
    ("平台", Kind::Company),
    ("业主", Kind::Company),
    ("开发商", Kind::Company),
    ("发展商", Kind::Company),
    ("地产商", Kind::Company),
    ("房地产商", Kind::Company),
    ("品牌商", Kind::Company),
    ("代工厂", Kind::Company),
    ("大厂", Kind::Company),
    ("客户", Kind::Company),
    ("航司", Kind::Company),
    ("航空公司", Kind::Company),
    ("大行", Kind::Finance),
    ("投行", Kind::Finance),
    ("智库", Kind::Research),
    ("通讯社", Kind::Media),
];
/// Words between 等 and the noun.
const QUALIFIERS: usize = 10;

/// What lists are of that are none of bodies.
const THINGS: [&str; 18] = [
    "方向", "领域", "课题", "项目", "技术", "产业", "行业", "专业", "学科", "赛道", "环节", "板块", "品种",
    "品类", "产品", "工程", "景区", "工种",
];

/// True where the name that ends at `end` is a member of a list of things: 航标预警、船舶防腐涂层、深海探测装备4个研究方向.
pub(crate) fn of_things(view: &View<'_>, end: usize) -> bool {
    let near = view.chars.get(end..(end + 60).min(view.chars.len())).unwrap_or_default();
    let number = matches!(view.classes.get(end), Some(Class::Digit | Class::HanNumeral));
    if !number && !matches!(near.first(), Some('、' | '和' | '与' | '及' | '等')) {
        return false;
    }
    let member = |c: &char| c.is_alphabetic() || matches!(c, '、' | '“' | '”');
    let stop = near.iter().position(|c| c.is_ascii_digit() || !member(c)).unwrap_or(near.len());
    // The number and its 个; a numeral of one character is a letter among the others.
    let one = |at: usize| matches!(near[at], '个' | '大' | '类' | '项');
    let Some(counted) = (1..(stop + 4).min(near.len())).find(|&at| {
        one(at) && matches!(view.classes.get(end + at - 1), Some(Class::Digit | Class::HanNumeral))
    }) else {
        return false;
    };
    (counted + 1..=counted + 5).any(|at| THINGS.iter().any(|thing| view.starts_with(end + at, thing)))
}

/// Finds the members of the lists of a block.
pub(crate) fn scan(view: &View<'_>, out: &mut Vec<Found>) {
    let words = &*TABLES;
    for at in 0..view.chars.len() {
        let c = view.chars[at];
        if c != '等'
            || at == 0
            || matches!(view.chars[at - 1], '中' | '高' | '初' | '平' | '同' | '均' | '优' | '对' | '不')
        {
            continue;
        }
        if let Some(kind) = noun_after(view, words, at + 1) {
            members(view, words, at, kind, out);
        }
    }
}

/// The kind of the noun that the counted phrase from `at` on ends with: 4家企业, 多家龙头企业, 企业.
fn noun_after(view: &View<'_>, words: &Words, at: usize) -> Option<Kind> {
    let mut i = at;
    let mut counted = false;
    while matches!(view.classes.get(i), Some(Class::Digit | Class::HanNumeral))
        || matches!(view.at(i), '多' | '余' | '来')
    {
        i += 1;
        counted = true;
    }
    if matches!(view.at(i), '家' | '所' | '个' | '支') {
        i += 1;
    } else if counted && !matches!(view.at(i), '大') {
        return None;
    }
    for skip in 0..=QUALIFIERS {
        let k = i + skip;
        let noun =
            NOUNS.iter().filter(|(noun, _)| view.starts_with(k, noun)).max_by_key(|(noun, _)| noun.len());
        if let Some(&(noun, kind)) = noun {
            let end = k + noun.chars().count();
            return (!words.cuts_a_word(view.chars, k, end)).then_some(kind);
        }
        if !matches!(view.classes.get(k), Some(Class::Han | Class::HanNumeral | Class::Latin | Class::Digit))
            || matches!(
                view.at(k),
                '的' | '在' | '于' | '为' | '是' | '与' | '和' | '将' | '已' | '被' | '对' | '向'
            )
        {
            return None;
        }
    }
    None
}

/// Reads the list that ends before `end` backwards.
fn members(view: &View<'_>, words: &Words, end: usize, kind: Kind, out: &mut Vec<Found>) {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut stop = end;
    let low = end.saturating_sub(400);
    loop {
        let mut i = stop;
        let mut depth = 0usize;
        let mut separator = None;
        while i > low {
            let c = view.at(i - 1);
            match c {
                ')' => depth += 1,
                '(' if depth > 0 => depth -= 1,
                '、' if depth == 0 => separator = Some(1),
                '和' | '与' | '及' if depth == 0 && spans.is_empty() && stop - i >= 2 => {
                    let pair = c == '及' && i >= 2 && view.at(i - 2) == '以';
                    let inside = !pair
                        && words
                            .longest(&view.chars[i.saturating_sub(3)..i], class::WORD | class::PLAIN)
                            .is_some_and(|(n, _)| n > 1);
                    separator =
                        (!inside && list_goes_on(view, i - 1, low)).then_some(if pair { 2 } else { 1 });
                }
                _ => {}
            }
            if separator.is_some() || depth == 0 && ends_list(view, i - 1) {
                break;
            }
            i -= 1;
        }
        if stop - i > 40 {
            return;
        }
        match separator {
            Some(width) => {
                spans.push((i, stop));
                stop = i - width;
            }
            None => {
                if spans.is_empty() && stop - i > 24 {
                    return;
                }
                let first = first_member(view, words, i, stop);
                spans.push((first, stop));
                break;
            }
        }
        if spans.len() > 60 {
            return;
        }
    }
    // One member alone is no list, and its start is a guess.
    if spans.len() < 2 {
        return;
    }
    // Common nouns in a row name nobody: 公路、铁路、民航等部门.
    let common = class::WORD
        | class::PLAIN
        | class::TRADE
        | class::HEAD
        | class::PLACE
        | class::GENERIC
        | class::LEVEL;
    let plain = |&(start, stop): &(usize, usize)| {
        words
            .get(view.chars.get(start..stop).unwrap_or_default())
            .is_some_and(|e| e.is(common) && !e.is(class::NAME))
    };
    if spans.iter().any(plain) {
        return;
    }
    let count = spans.len();
    for (n, (start, stop)) in spans.into_iter().enumerate() {
        let (start, stop) = quoted(view, start, stop);
        let member = &view.chars[start.min(stop)..stop];
        let first = n + 1 == count;
        if member.len() < 2
            || member.len() > 30
            || words
                .get(member)
                .is_some_and(|e| e.is(class::PLACE | class::STOP | class::PLAIN) && !e.is(class::NAME))
        {
            continue;
        }
        if words.longest(member, class::LEVEL).is_some_and(|(n, _)| n == 1) || member.contains(&'的') {
            continue;
        }
        if kind == Kind::Government && words.longest(member, class::HEAD | class::NAME).is_none() {
            continue;
        }
        let strength = if first { 76 } else { 80 };
        out.push(Found { start, end: stop, kind, strength, rule: "list" });
    }
}

/// True when another separator stands before `at`, so that a conjunction there joins the last member.
fn list_goes_on(view: &View<'_>, at: usize, low: usize) -> bool {
    (low..at)
        .rev()
        .take(30)
        .find(|&i| view.at(i) == '、' || ends_list(view, i))
        .is_some_and(|i| view.at(i) == '、')
}

fn ends_list(view: &View<'_>, at: usize) -> bool {
    matches!(view.at(at), ',' | '。' | ';' | ':' | '!' | '?' | '\n' | '\0' | '》' | '…' | '—')
}

/// Where the first member of a list starts: after the last function word or plain word, or with the place before it.
fn first_member(view: &View<'_>, words: &Words, low: usize, end: usize) -> usize {
    let mut p = end;
    while p > low {
        let window = &view.chars[p.saturating_sub(8).max(low)..p];
        let good = words
            .longest(window, class::WORD | class::PLACE | class::HEAD | class::NAME)
            .map_or(0, |(n, _)| n);
        let bad = words.longest(window, class::STOP | class::PLAIN).map_or(0, |(n, _)| n);
        if bad > 0 && bad >= good && end > p {
            return p;
        }
        p -= if good >= 2 { good } else { 1 };
    }
    p.max(low)
}

/// Without the quotation marks around a member.
fn quoted(view: &View<'_>, start: usize, end: usize) -> (usize, usize) {
    let (mut start, mut end) = (start, end);
    while start < end && matches!(view.at(start), '"' | '“' | '‘' | '「' | '『' | ' ' | '《') {
        start += 1;
    }
    while start < end && matches!(view.at(end - 1), '"' | '”' | '’' | '」' | '』' | ' ' | '》') {
        end -= 1;
    }
    (start, end)
}
