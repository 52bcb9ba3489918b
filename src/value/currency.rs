//! Currencies by name and symbol, with ISO 4217 codes.
//!
//! Sources: ISO 4217 (SIX, list one), the Chinese names of 国家外汇管理局's table of currencies and of everyday use, CLDR 45
//! for symbols.

mod names;

pub use names::{CHINESE, CODES, ENGLISH, SIGNS};

use crate::order;
use crate::text::names::Names;
use std::sync::LazyLock;

/// A name or a sign of a currency or of its hundredth part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    /// As written: folded; English in lower case and singular.
    pub name: &'static str,
    /// ISO 4217 code; the first guess where the name is shared (`dollar`, `¥`).
    pub code: &'static str,
    /// The power of ten by which it is smaller than the currency itself: 1 for 角, 2 for 分 and `cent`.
    pub places: i32,
}

type Table = Vec<(Vec<char>, Currency)>;

fn table(rows: &[Currency]) -> Table {
    let mut table: Table = rows.iter().map(|row| (row.name.chars().collect(), *row)).collect();
    order::by_key(&mut table, |row| core::cmp::Reverse(row.0.len()));
    table
}

static CHINESE_NAMES: LazyLock<(Vec<Currency>, Names)> = LazyLock::new(|| {
    let mut rows = CHINESE.to_vec();
    let names = Names::new(&mut rows, |row| row.name);
    (rows, names)
});
static SIGN_TABLE: LazyLock<Table> = LazyLock::new(|| table(SIGNS));

/// The Chinese currency name at a position of folded text, and where it ends.
pub fn chinese_at(chars: &[char], at: usize) -> Option<(Currency, usize)> {
    // 2500万元整修球场: 整 begins the next word.
    if let ['元', '整', '修' | '治' | '建' | '理' | '合' | '改' | '体' | '个' | '顿' | '形', ..] =
        chars.get(at..)?
    {
        return Some((names::c("元", "CNY"), at + 1));
    }
    let (rows, names) = &*CHINESE_NAMES;
    let (place, end) = names.longest(chars, at)?;
    rows.get(place).map(|row| (*row, end))
}

/// The sign or word before an amount whose number begins at `end` (spaces between them are allowed), and where the sign
/// begins.
pub fn sign_before(chars: &[char], end: usize) -> Option<(Currency, usize)> {
    let mut stop = end;
    while stop > 0 && end - stop < 2 && matches!(chars.get(stop - 1), Some(' ')) {
        stop -= 1;
    }
    let head = chars.get(..stop)?;
    let last = *head.last()?;
    if last.is_ascii_digit() {
        return None;
    }
    let found = SIGN_TABLE.iter().find(|row| row.0.last() == Some(&last) && head.ends_with(&row.0));
    let word = |start: usize| start == 0 || !chars.get(start - 1).is_some_and(|c| c.is_ascii_alphanumeric());
    // AUD$15, nzd$15: the code tells whose dollars.
    if last == '$'
        && let Some(start) = stop.checked_sub(4)
        && let Some(code) = code(head.get(start..stop - 1)?, true)
        && word(start)
    {
        return Some((names::c(code, code), start));
    }
    if let Some((name, currency)) = found {
        let start = stop - name.len();
        let starts_with_letter = name.first().is_some_and(char::is_ascii_alphabetic);
        // 4人民币5美元, 3 GBP 1 pence: the word belongs to the number before it.
        let follows = head.get(..start).unwrap_or_default().iter().rev().find(|c| **c != ' ');
        // HK$18亿　HK$16亿: a sign belongs to what follows.
        if currency.name.chars().count() > 1
            && last != '$'
            && follows.is_some_and(|c| c.is_ascii_digit() || matches!(c, '万' | '亿'))
        {
            return None;
        }
        // XX$5: the letters before a dollar sign that we do not know are still no reason to drop the sign.
        if !starts_with_letter || word(start) {
            return Some((*currency, start));
        }
        if last == '$' {
            return Some((names::c("$", "USD"), stop - 1));
        }
        return None;
    }
    if !last.is_ascii_uppercase() {
        return None;
    }
    let mut start = stop.checked_sub(3)?;
    // TOP 10 is a rank, no sum in Tonga.
    let code = code(head.get(start..)?, false).filter(|code| *code != "TOP")?;
    let mut places = 0;
    if let Some(at) = start.checked_sub(1)
        && let Some(power) = multiple(chars, at, code)
    {
        (start, places) = (at, -power);
    }
    let follows = head.get(..start)?.iter().rev().find(|c| **c != ' ').is_some_and(char::is_ascii_digit);
    (word(start) && !follows).then_some((names::part(code, code, places), start))
}

/// The ISO code at a position (a space before it is allowed), and where it ends; MEUR is a million of them.
pub fn code_at(chars: &[char], at: usize) -> Option<(Currency, usize)> {
    let at = if chars.get(at) == Some(&' ') { at + 1 } else { at };
    if !chars.get(at).is_some_and(char::is_ascii_uppercase) {
        return None;
    }
    let ends = |end: usize| !chars.get(end).is_some_and(|c| c.is_ascii_alphanumeric());
    if let Some(letters) = chars.get(at + 1..at + 4)
        && let Some(code) = code(letters, false)
        && let Some(power) = multiple(chars, at, code)
    {
        return ends(at + 4).then_some((names::part(code, code, -power), at + 4));
    }
    let letters = chars.get(at..at + 3)?;
    let code = if letters == ['R', 'M', 'B'] { "CNY" } else { code(letters, false)? };
    ends(at + 3).then_some((names::c(code, code), at + 3))
}

/// The sign behind an amount (300€, 3.14US$, 20 Rs), and where it ends. One that a number follows is that number's.
pub fn sign_after(chars: &[char], at: usize) -> Option<(Currency, usize)> {
    let rest = chars.get(at..)?;
    let (name, currency) = SIGN_TABLE.iter().find(|row| rest.starts_with(&row.0))?;
    let end = at + name.len();
    let sign = matches!(name.last(), Some('$' | '€' | '£' | '₹' | '₽' | '₺')) || currency.name == "Rs";
    let led = chars.get(end).is_some_and(|c| c.is_alphanumeric())
        || chars.get(end) == Some(&' ') && chars.get(end + 1).is_some_and(char::is_ascii_digit);
    (sign && !led).then_some((*currency, end))
}

/// The ISO code that three letters are.
fn code(letters: &[char], any_case: bool) -> Option<&'static str> {
    let same = |(a, b): (&char, char)| *a == b || any_case && a.eq_ignore_ascii_case(&b);
    CODES.iter().copied().find(|known| letters.len() == 3 && letters.iter().zip(known.chars()).all(same))
}

/// MSEK 120, 85 TEUR: companies of northern Europe put the million or the thousand before the code; its power of ten.
fn multiple(chars: &[char], at: usize, code: &str) -> Option<i32> {
    let power = match chars.get(at)? {
        'M' => 6,
        'T' => 3,
        _ => return None,
    };
    matches!(code, "EUR" | "USD" | "SEK" | "NOK" | "DKK" | "CHF" | "GBP" | "AUD" | "CAD").then_some(power)
}

/// The English currency name at a position, and where it ends: up to three words, plural or singular.
pub fn english_at(chars: &[char], at: usize) -> Option<(Currency, usize)> {
    let mut folded = String::with_capacity(24);
    let mut best = None;
    let mut i = at;
    for n in 0..3 {
        if n > 0 {
            if !matches!(chars.get(i), Some(' ' | '-')) {
                break;
            }
            folded.push(' ');
            i += 1;
        }
        let from = i;
        while let Some(c) = chars.get(i).filter(|c| c.is_ascii_alphabetic() || **c == '.' && i < from + 4) {
            if *c != '.' {
                folded.push(c.to_ascii_lowercase());
            }
            i += 1;
            if i - from > 16 {
                return best;
            }
        }
        if i == from {
            break;
        }
        let singular = folded.strip_suffix('s').unwrap_or(&folded);
        if let Some(row) = ENGLISH.iter().find(|row| row.name == singular || row.name == folded) {
            let end = if chars.get(i - 1) == Some(&'.') { i - 1 } else { i };
            best = Some((*row, end));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn names_after_an_amount() {
        for (text, code, end) in
            [("元/吨", "CNY", 1), ("元人民币", "CNY", 4), ("美元", "USD", 2), ("瑞士法郎", "CHF", 4)]
        {
            let (found, stop) = chinese_at(&chars(text), 0).unwrap();
            assert_eq!((found.code, stop), (code, end), "{text}");
        }
        for (text, code, end) in [
            ("US dollars a day", "USD", 10),
            ("U.S. dollars", "USD", 12),
            ("Georgian lari", "GEL", 13),
            ("pence", "GBP", 5),
        ] {
            let (found, stop) = english_at(&chars(text), 0).unwrap();
            assert_eq!((found.code, stop), (code, end), "{text}");
        }
    }

    #[test]
    fn signs_before_an_amount() {
        for (text, code, start) in [
            ("of US$", "USD", 3),
            ("£", "GBP", 0),
            ("HKD ", "HKD", 0),
            ("值人民币", "CNY", 1),
            ("RM", "MYR", 0),
        ] {
            let chars = chars(text);
            let (found, from) = sign_before(&chars, chars.len()).unwrap();
            assert_eq!((found.code, from), (code, start), "{text}");
        }
        assert!(sign_before(&chars("FARM"), 4).is_none());
    }
}
