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

/// True when a word of the tables begins or ends before the character at `at`: 国际|港务.
pub(crate) fn parted(chars: &[char], at: usize) -> bool {
    const WORDS: u16 = class::WORD
        | class::PLACE
        | class::LEVEL
        | class::GENERIC
        | class::TRADE
        | class::BRAND
        | class::HEAD;
    let begins = |n: usize| {
        let word = chars.get(at..at + n).and_then(|word| TABLES.get(word));
        word.is_some_and(|entry| entry.is(WORDS))
    };
    (2..=4).any(begins)
        || TABLES.longest(&chars[..at], WORDS).is_some_and(|(n, e)| n >= 2 || e.is(class::LEVEL))
}

/// True when a function word ends the characters.
pub(crate) fn stopped(chars: &[char]) -> bool {
    TABLES.longest(chars, class::STOP).is_some()
}

/// False for a character that neither [`place_before`] nor [`town_before`] finds a place before.
pub(crate) fn may_end_place(c: char) -> bool {
    level(c) || c == '村' || TABLES.may_end_place(c)
}

/// The length of a place that no table knows, two or three characters and a level of government, at the end of the
/// characters: 清淮县. Nothing of a word may stand in it, and no other character before it.
pub(crate) fn town_before(chars: &[char]) -> Option<usize> {
    const WORDS: u16 = class::WORD | class::PLAIN | class::STOP | class::GENERIC | class::HEAD;
    let (last, rest) = chars.split_last()?;
    if !matches!(last, '市' | '县' | '区' | '镇' | '乡' | '村')
        || TABLES.longest(chars, WORDS).is_some_and(|(n, _)| n >= 2)
        // 海州|市 is a city.
        || TABLES.longest(rest, WORDS | class::LEVEL).is_some_and(|(n, _)| n > 1 || rest.last() != Some(&'州'))
    {
        return None;
    }
    (2..=3usize).find_map(|n| {
        let start = rest.len().checked_sub(n)?;
        let name = rest.get(start..).filter(|name| name.iter().all(|c| super::folded::han(*c)))?;
        let word = (1..n).any(|k| TABLES.longest(&name[..=k], WORDS).is_some());
        let before = rest.get(..start).unwrap_or_default();
        let free = before.last().is_none_or(|c| !super::folded::han(*c) || level(*c))
            || TABLES
                .longest(before, class::STOP | class::PLACE)
                .is_some_and(|(n, e)| n >= 2 || e.is(class::STOP));
        (free && !word).then_some(n + 1)
    })
}

/// True when the word is a known body.
pub(crate) fn known(chars: &[char]) -> bool {
    TABLES.get(chars).is_some_and(|e| e.is(class::NAME))
}

/// True when the characters are a trade or a head that a company's name may end with: 科技, 电子.
pub(crate) fn is_trade(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    TABLES.get(&chars).is_some_and(|e| e.is(class::TRADE | class::HEAD))
}

/// True when the English name, or the word, ends with a legal form.
pub(crate) fn is_legal(name: &str) -> bool {
    let word = name.rsplit(' ').next().unwrap_or_default();
    english::WORDS.get(word).is_some_and(|w| w.legal.is_some())
}

/// True when the English word says only what sort of body a name names: Systems, Inc.
pub(crate) fn is_sort(word: &str) -> bool {
    english::WORDS.get(word).is_some_and(|w| w.legal.is_some() || w.last.is_some_and(|k| k == Kind::Company))
}

/// True when the English word names what sort of body another name is of: Trust, Board.
pub(crate) fn is_head(word: &str) -> bool {
    english::WORDS.get(word).is_some_and(|w| w.last.is_some() || w.of.is_some())
}

/// True for the name of a country or a state in English.
pub(crate) fn regional(word: &str) -> bool {
    english::regional(word) || english::WORDS.get(word).is_some_and(|w| w.nation)
}

/// True when the Latin name is a known body of its own.
pub(crate) fn is_known_latin(name: &str) -> bool {
    TABLES.latin(name).is_some()
}
