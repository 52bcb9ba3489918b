//! Short names in brackets: 福建闽晟水暖科技股份有限公司（以下简称“闽晟水暖”）, Federal Trade Commission (FTC),
//! 應科院(香港應用科技研究院).

use super::folded::{Folded, han, spaced};
use super::words::{TABLES, class};

/// What introduces a short name, longest first.
const LABELS: [&str; 12] = [
    "以下简称为",
    "以下简称",
    "以下统称",
    "以下称",
    "英文简称",
    "英文缩写",
    "简称为",
    "简称",
    "下称",
    "又称",
    "又名",
    "缩写为",
];
/// Short names that stand for the party to a contract and not for a name.
const ROLES: [&str; 14] = [
    "公司",
    "本公司",
    "该公司",
    "集团",
    "本集团",
    "本行",
    "该行",
    "甲方",
    "乙方",
    "丙方",
    "发行人",
    "标的公司",
    "上市公司",
    "企业",
];

/// The short names that the bracket after `end` gives to the name `start..end`, as ranges of characters.
/// Capitals after a `public` body are its short name in another language: Harbour Safety Agency (AKP).
pub(crate) fn after(text: &Folded, start: usize, end: usize, public: bool) -> Vec<(usize, usize)> {
    let mut open = end;
    while matches!(text.at(open), ' ' | '”' | '"' | '」' | '』') && open < end + 2 {
        open += 1;
    }
    let mut out = Vec::new();
    if text.at(open) != '(' && text.at(open) != ',' {
        return out;
    }
    let bracket = text.at(open) == '(';
    let mut from = open + 1;
    while text.at(from) == ' ' {
        from += 1;
    }
    let label = LABELS.iter().find(|l| text.starts_with(from, l));
    if let Some(label) = label {
        from += label.chars().count();
        let limit = (from + 40).min(text.chars.len());
        let close = (from..limit).find(|&i| matches!(text.at(i), ')' | '\n' | '。')).unwrap_or(from);
        let mut i = from;
        while i < close {
            let begin = (i..close).find(|&k| han(text.at(k)) || spaced(text.at(k))).unwrap_or(close);
            let stop = (begin..close)
                .find(|&k| !(han(text.at(k)) || spaced(text.at(k)) || text.at(k) == '·'))
                .unwrap_or(close);
            // Without quotation marks the first stretch alone is the name.
            let quoted = begin > 0 && matches!(text.at(begin - 1), '“' | '"' | '「' | '‘' | '『');
            if (quoted || out.is_empty() && i == from) && named(text, begin, stop) {
                out.push((begin, stop));
            }
            i = stop.max(i + 1);
        }
        return out;
    }
    if !bracket {
        return out;
    }
    let Some(close) = (from..(from + 24).min(text.chars.len())).find(|&i| text.at(i) == ')') else {
        return out;
    };
    let mut close = close;
    // Norrland Bearings AB ("Norrland"), the “Company” aside.
    let quoted =
        matches!(text.at(from), '"' | '“') && matches!(text.at(close - 1), '"' | '”') && close > from + 3;
    if quoted {
        (from, close) = (from + 1, close - 1);
    }
    let inside = &text.chars[from..close];
    if quoted && text.chars[start..end].starts_with(inside) && text.at(start + inside.len()) == ' ' {
        out.push((from, close));
        return out;
    }
    if inside.len() >= 2
        && (shortens(inside, &text.chars[start..end])
            || acronym(inside, &text.chars[start..end])
            || public && (3..=7).contains(&inside.len()) && inside.iter().all(char::is_ascii_uppercase))
    {
        out.push((from, close));
    }
    out
}

/// The short name before the bracket that holds the full name `start..end` and nothing else.
pub(crate) fn before(text: &Folded, start: usize, end: usize) -> Option<(usize, usize)> {
    if start < 3 || text.at(start - 1) != '(' || text.at(end) != ')' {
        return None;
    }
    let stop = start - 1;
    let full = &text.chars[start..end];
    if spaced(text.at(stop - 1)) {
        let begin = (0..stop).rev().take_while(|&i| spaced(text.at(i))).last()?;
        return acronym(&text.chars[begin..stop], full).then_some((begin, stop));
    }
    let edge = |i: usize| i == 0 || !(han(text.at(i - 1)) || spaced(text.at(i - 1)));
    (2..=6usize)
        .rev()
        .filter_map(|n| stop.checked_sub(n))
        .find(|&begin| shortens(&text.chars[begin..stop], full) && (edge(begin) || stop - begin >= 3))
        .map(|begin| (begin, stop))
}

fn named(text: &Folded, start: usize, end: usize) -> bool {
    let name = &text.chars[start.min(end)..end];
    (2..=24).contains(&name.len()) && !ROLES.iter().any(|r| r.chars().eq(name.iter().copied()))
}

/// True when every character of a Han short name stands in the full name in the same order.
pub(crate) fn shortens(short: &[char], full: &[char]) -> bool {
    let mut rest = full.iter();
    let generic = TABLES.get(short).is_some_and(|e| e.is(class::PLACE | class::PLAIN | class::STOP));
    (2..=8).contains(&short.len())
        && short.len() < full.len()
        && short.iter().all(|c| han(*c))
        && !generic
        && short.iter().all(|c| rest.any(|f| f == c))
}

/// True when a Latin short name is made of the initials of the full name, or the full name is Chinese and it is in capitals.
pub(crate) fn acronym(short: &[char], full: &[char]) -> bool {
    let capitals = short.iter().filter(|c| c.is_uppercase()).count();
    let letters = short.iter().all(|c| spaced(*c) || matches!(c, '&' | '-' | '.'));
    if !(2..=10).contains(&short.len()) || !letters {
        return false;
    }
    if full.iter().any(|c| han(*c)) {
        return capitals >= 2 && short.first().is_some_and(|c| c.is_uppercase());
    }
    let mut initials = full
        .iter()
        .enumerate()
        .filter(|(i, c)| spaced(**c) && (*i == 0 || !spaced(full[i - 1]) && full[i - 1] != '\''))
        .map(|(_, c)| c.to_ascii_uppercase());
    let wanted = short.iter().filter(|c| c.is_alphabetic()).map(|c| c.to_ascii_uppercase());
    let (mut hit, mut all) = (0, 0);
    for c in wanted {
        all += 1;
        hit += usize::from(initials.any(|i| i == c));
    }
    // AstraZeneca-like letters from inside words are common (Acra, Hiqa): most initials suffice.
    let first = short.first().zip(full.first()).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b));
    all >= 2 && (hit == all || capitals >= 2 && spells(short, full) || first && hit >= 2 && hit * 3 >= all)
}

/// True when the capitals of a short name are initials of the full one, and its other letters stand between: MnDOT of
/// Minnesota Department of Transportation.
fn spells(short: &[char], full: &[char]) -> bool {
    let mut from = 0;
    short.iter().all(|c| {
        let begins = |i: usize| !c.is_uppercase() || i == 0 || full[i - 1] == ' ';
        let found = (from..full.len()).find(|&i| full[i].eq_ignore_ascii_case(c) && begins(i));
        from = found.map_or(full.len(), |i| i + 1);
        found.is_some()
    })
}
