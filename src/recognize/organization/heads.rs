//! What the head of a whole name says of its kind; asked when names are resolved.

use super::english::WORDS;
use super::words::{TABLES, class};
use crate::annotation::OrganizationKind as Kind;

/// The kind that the known name or its head tells; the name is folded.
pub(crate) fn kind_of(name: &str) -> Option<Kind> {
    let chars: Vec<char> = name.chars().collect();
    if chars.iter().any(|c| super::folded::han(*c)) {
        if let Some(entry) = TABLES.get(&chars).filter(|e| e.is(class::NAME)) {
            return Some(entry.other);
        }
        let (n, entry) = TABLES.longest(&chars, class::HEAD | class::NAME | class::TRADE)?;
        return match entry {
            e if e.is(class::OPEN) => Some(e.open),
            // 光宝科: one character heads a body only after a duty or a place.
            _ if n == 1 && name.ends_with('科') && !headed(&chars[..chars.len() - 1]) => None,
            e if e.is(class::HEAD | class::NAME) && (n >= 2 || e.other != Kind::Company) => Some(e.other),
            e if e.is(class::TRADE) => Some(Kind::Company),
            _ => None,
        };
    }
    if let Some(kind) = TABLES.latin(name) {
        return Some(kind);
    }
    let words: Vec<&str> = name.split(' ').collect();
    let entry = |w: &&str| WORDS.get(w.trim_end_matches(',')).copied().unwrap_or_default();
    let before_of =
        words.iter().position(|w| matches!(*w, "of" | "for")).and_then(|at| words.get(at.checked_sub(1)?));
    if let Some(kind) = before_of.and_then(|w| entry(w).of.or(entry(w).last)) {
        return Some(kind);
    }
    let last = entry(words.last()?);
    if last.legal.is_some() {
        let trade = words.iter().rev().skip(1).find_map(|w| entry(w).last);
        return trade.filter(|k| matches!(k, Kind::Finance | Kind::Media)).or(last.legal);
    }
    // News Agency.
    let news = words.len() > 1 && matches!(words[words.len() - 2], "News" | "news" | "Press");
    if news { Some(Kind::Media) } else { last.last }
}

/// True when a word of duty, a place or a body ends the characters.
fn headed(chars: &[char]) -> bool {
    TABLES
        .longest(chars, class::WORD | class::PLACE | class::LEVEL | class::NAME | class::HEAD)
        .is_some_and(|(n, e)| n >= 2 || e.is(class::LEVEL))
}

/// The full name that a known short name stands for.
pub(crate) fn full_name(name: &str) -> Option<&'static str> {
    TABLES.full(name)
}

/// The length in characters of the place that a name begins with; 0 where it begins with none.
pub(crate) fn place(chars: &[char]) -> usize {
    (1..=chars.len().min(12))
        .rev()
        .find(|&n| (n > 1) && TABLES.get(&chars[..n]).is_some_and(|e| e.is(class::PLACE)))
        .unwrap_or(0)
}

/// True for a level of government of one character: 省, 市, 县, 区.
pub(crate) fn level(c: char) -> bool {
    matches!(c, '省' | '市' | '县' | '区' | '镇' | '乡' | '州' | '盟' | '旗')
}

/// The longest place that ends the characters.
pub(crate) fn place_before(chars: &[char]) -> Option<usize> {
    TABLES.longest(chars, class::PLACE).map(|(n, _)| n).filter(|n| *n >= 2)
}

/// True when the word is a known body.
pub(crate) fn known(chars: &[char]) -> bool {
    TABLES.get(chars).is_some_and(|e| e.is(class::NAME))
}
