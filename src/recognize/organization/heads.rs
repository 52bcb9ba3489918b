//! What the head of a whole name says of its kind; asked when names are resolved.

use super::english;
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
    english::kind(name)
}

/// True when a word of duty, a place or a body ends the characters.
fn headed(chars: &[char]) -> bool {
    TABLES
        .longest(chars, class::WORD | class::PLACE | class::LEVEL | class::NAME | class::HEAD)
        .is_some_and(|(n, e)| n >= 2 || e.is(class::LEVEL))
}

/// The full names that a known short name may stand for, the likeliest first.
pub(crate) fn full_names(name: &str) -> impl Iterator<Item = &'static str> {
    TABLES.full(name).unwrap_or_default().split('=').filter(|full| !full.is_empty())
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
