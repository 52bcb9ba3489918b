//! English numerals: `twenty-five`, `two hundred and six thousand`, `3.5 million`, `a dozen`, `21st`, `third`.

use super::{Form, Numeral, digits};
use crate::text::lower::Lower;
use crate::value::decimal::Decimal;

/// What a number word is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// `zero` to `nineteen`.
    Small(i64),
    /// `twenty` to `ninety`.
    Tens(i64),
    Hundred,
    /// `thousand` and up, as a power of ten.
    Scale(i32),
    Dozen,
}

/// Reads one word as number and says whether it is an ordinal.
fn number_word(word: &str) -> Option<(Word, bool)> {
    use Word::{Dozen, Hundred, Scale, Small, Tens};
    let cardinal = |w| Some((w, false));
    let ordinal = |w| Some((w, true));
    match word {
        "zero" | "nought" => cardinal(Small(0)),
        "one" => cardinal(Small(1)),
        "two" => cardinal(Small(2)),
        "three" => cardinal(Small(3)),
        "four" => cardinal(Small(4)),
        "five" => cardinal(Small(5)),
        "six" => cardinal(Small(6)),
        "seven" => cardinal(Small(7)),
        "eight" => cardinal(Small(8)),
        "nine" => cardinal(Small(9)),
        "ten" => cardinal(Small(10)),
        "eleven" => cardinal(Small(11)),
        "twelve" => cardinal(Small(12)),
        "thirteen" => cardinal(Small(13)),
        "fourteen" => cardinal(Small(14)),
        "fifteen" => cardinal(Small(15)),
        "sixteen" => cardinal(Small(16)),
        "seventeen" => cardinal(Small(17)),
        "eighteen" => cardinal(Small(18)),
        "nineteen" => cardinal(Small(19)),
        "twenty" => cardinal(Tens(20)),
        "thirty" => cardinal(Tens(30)),
        "forty" => cardinal(Tens(40)),
        "fifty" => cardinal(Tens(50)),
        "sixty" => cardinal(Tens(60)),
        "seventy" => cardinal(Tens(70)),
        "eighty" => cardinal(Tens(80)),
        "ninety" => cardinal(Tens(90)),
        "hundred" => cardinal(Hundred),
        "thousand" => cardinal(Scale(3)),
        "million" | "mln" => cardinal(Scale(6)),
        "billion" | "bln" | "bn" => cardinal(Scale(9)),
        "trillion" | "trn" | "tn" => cardinal(Scale(12)),
        "quadrillion" => cardinal(Scale(15)),
        "lakh" => cardinal(Scale(5)),
        "crore" => cardinal(Scale(7)),
        "dozen" => cardinal(Dozen),
        "first" => ordinal(Small(1)),
        "second" => ordinal(Small(2)),
        "third" => ordinal(Small(3)),
        "fourth" => ordinal(Small(4)),
        "fifth" => ordinal(Small(5)),
        "sixth" => ordinal(Small(6)),
        "seventh" => ordinal(Small(7)),
        "eighth" => ordinal(Small(8)),
        "ninth" => ordinal(Small(9)),
        "tenth" => ordinal(Small(10)),
        "eleventh" => ordinal(Small(11)),
        "twelfth" => ordinal(Small(12)),
        "thirteenth" => ordinal(Small(13)),
        "fourteenth" => ordinal(Small(14)),
        "fifteenth" => ordinal(Small(15)),
        "sixteenth" => ordinal(Small(16)),
        "seventeenth" => ordinal(Small(17)),
        "eighteenth" => ordinal(Small(18)),
        "nineteenth" => ordinal(Small(19)),
        "twentieth" => ordinal(Tens(20)),
        "thirtieth" => ordinal(Tens(30)),
        "fortieth" => ordinal(Tens(40)),
        "fiftieth" => ordinal(Tens(50)),
        "sixtieth" => ordinal(Tens(60)),
        "seventieth" => ordinal(Tens(70)),
        "eightieth" => ordinal(Tens(80)),
        "ninetieth" => ordinal(Tens(90)),
        "hundredth" => ordinal(Hundred),
        "thousandth" => ordinal(Scale(3)),
        "millionth" => ordinal(Scale(6)),
        "billionth" => ordinal(Scale(9)),
        "trillionth" => ordinal(Scale(12)),
        _ => None,
    }
}

/// The longest number word is `seventeenth`.
const MAX_WORD: usize = 12;

/// The word at a position, in lower case; empty where there is none or it is longer than any number word.
pub(crate) fn word_at(chars: &[char], at: usize) -> Lower {
    let rest = chars.get(at..).unwrap_or_default();
    let length = rest.iter().take(MAX_WORD + 1).take_while(|c| c.is_alphabetic()).count();
    if length > MAX_WORD {
        return Lower::default();
    }
    rest.iter().take(length).collect()
}

/// Where the next word begins after a single space or hyphen.
fn next_word(chars: &[char], end: usize) -> Option<usize> {
    let joins = matches!(chars.get(end), Some(' ' | '-' | '\u{2010}' | '\u{2011}'));
    (joins && chars.get(end + 1).is_some_and(char::is_ascii_alphabetic)).then_some(end + 1)
}

/// Reads an English numeral that starts at `at`, which must be the start of a word or of a number in digits.
///
/// `a` counts before `hundred` and up and before `dozen`; `half a million` and `two and a half million` are whole.
/// `one` is read like any other; the caller knows a pronoun from a number. Plurals (`thousands`) are none.
pub fn english(chars: &[char], at: usize) -> Option<Numeral> {
    if chars.get(at).is_some_and(char::is_ascii_digit) {
        return with_digits(chars, at);
    }
    let first = word_at(chars, at);
    match first.as_str() {
        "a" | "an" => multiplied(chars, at + first.len(), Decimal::ONE),
        "half" => {
            let a = next_word(chars, at + 4)?;
            let word = word_at(chars, a);
            if matches!(word.as_str(), "a" | "an") {
                multiplied(chars, a + word.len(), Decimal::HALF)
            } else {
                None
            }
        }
        _ => spelled(chars, at),
    }
}

/// `a` or `half a` before a multiplier, which is required. `a hundred and twenty` goes on.
fn multiplied(chars: &[char], end: usize, by: Decimal) -> Option<Numeral> {
    let at = next_word(chars, end)?;
    match number_word(&word_at(chars, at))? {
        (Word::Hundred | Word::Scale(_) | Word::Dozen, false) => {}
        _ => return None,
    }
    let rest = spelled(chars, at)?;
    let value = if by == Decimal::ONE { rest.value } else { rest.value.checked_mul(by)? };
    (!rest.ordinal).then_some(Numeral { value, bare: false, ..rest })
}

/// `3.5 million`, `40 thousand`, `21st`, `12 dozen`.
fn with_digits(chars: &[char], at: usize) -> Option<Numeral> {
    let number = digits(chars, at)?;
    let tail = word_at(chars, number.end);
    if matches!(tail.as_str(), "st" | "nd" | "rd" | "th") && number.value.integer().is_some() {
        return Some(Numeral { ordinal: true, end: number.end + 2, form: Form::English, ..number });
    }
    let mut out = number;
    let part = |end: usize| {
        next_word(chars, end).filter(|&and| word_at(chars, and) == "and").and_then(|and| and_part(chars, and))
    };
    if let Some((part, end)) = part(out.end) {
        out.value = out.value.checked_add(part)?;
        (out.end, out.form) = (end, Form::English);
    }
    let before = out.value;
    while let Some(next) = next_word(chars, out.end) {
        let word = word_at(chars, next);
        out.value = match number_word(&word) {
            Some((Word::Scale(exponent), false)) => out.value.shift(exponent)?,
            Some((Word::Hundred, false)) => out.value.shift(2)?,
            Some((Word::Dozen, false)) => out.value.checked_mul(12.into())?,
            _ => break,
        };
        out.end = next + word.len();
        out.form = Form::English;
        if word == "hundred"
            && let Some((rest, end)) = below_hundred(chars, out.end)
        {
            out.value = out.value.checked_add(rest)?;
            out.end = end;
        }
    }
    if let Some((part, end)) = part(out.end).filter(|_| out.value > before) {
        // 3 million and a half
        let size = out.value.last_place() - before.last_place();
        out.value = out.value.checked_add(part.shift(size)?)?;
        out.end = end;
    }
    Some(out)
}

/// `3 hundred and 21`, `3 hundred and one`: what goes on after the hundreds.
fn below_hundred(chars: &[char], end: usize) -> Option<(Decimal, usize)> {
    let and = next_word(chars, end).filter(|&at| word_at(chars, at) == "and")?;
    let at = and + 4;
    let rest = match chars.get(at) {
        Some(c) if c.is_ascii_digit() => digits(chars, at)?,
        _ => spelled(chars, at)?,
    };
    (chars.get(and + 3) == Some(&' ') && !rest.ordinal && !rest.bare && rest.value < 100.into())
        .then_some((rest.value, rest.end))
}

fn spelled(chars: &[char], at: usize) -> Option<Numeral> {
    let (mut total, mut section) = (Decimal::ZERO, Decimal::ZERO);
    // What may still be added: below 10 after tens, below 100 after hundred, anything at the start or after a scale.
    let (mut room, mut scale) = (1000i64, i32::MAX);
    let (mut end, mut ordinal, mut any, mut bare, mut closed) = (at, false, false, false, false);
    let mut next = Some(at);
    while let Some(start) = next {
        let mut word = word_at(chars, start);
        let mut from = start;
        if word == "and" && any {
            // "and a half", or "and" between hundreds and the rest.
            if let Some((part, stop)) = and_part(chars, start) {
                // One million and a half is a million and half of one; two and a half million are 2.5 million.
                let mut last = if section.is_zero() && !total.is_zero() { scale } else { 0 };
                end = stop;
                // one billion and a half million: half of the smaller scale
                let smaller = next_word(chars, stop).and_then(|at| {
                    let word = word_at(chars, at);
                    match number_word(&word)? {
                        (Word::Scale(exponent), _) if last > exponent => Some((exponent, at + word.len())),
                        _ => None,
                    }
                });
                if let Some((exponent, after)) = smaller {
                    (last, end) = (exponent, after);
                }
                section = section.checked_add(part.shift(last)?)?;
                (room, next) = (0, next_word(chars, end));
                continue;
            }
            match next_word(chars, start + 3) {
                Some(after) if closed => from = after,
                _ => break,
            }
            word = word_at(chars, from);
            if !matches!(number_word(&word), Some((Word::Small(_) | Word::Tens(_), _))) {
                break;
            }
            // Between three billion and four billion are two numbers.
            let beyond = next_word(chars, from + word.len()).and_then(|at| number_word(&word_at(chars, at)));
            if matches!(beyond, Some((Word::Scale(exponent), _)) if exponent >= scale) {
                break;
            }
        }
        let Some((read, last)) = number_word(&word) else { break };
        match read {
            Word::Small(n) if room > n && (n > 0 || !any) && !(room == 10 && n > 9) => {
                section = section.checked_add(n.into())?;
                (room, closed) = (0, false);
            }
            Word::Tens(n) if room >= 100 => {
                section = section.checked_add(n.into())?;
                (room, closed) = (10, false);
            }
            Word::Hundred if !any || (!section.is_zero() && section < 100.into() && !closed) => {
                bare |= !any;
                section = if any { section.shift(2)? } else { 100.into() };
                (room, closed) = (100, true);
            }
            Word::Scale(exponent) if exponent < scale && (!any || !section.is_zero()) => {
                bare |= !any;
                let amount = if any { section } else { Decimal::ONE };
                total = total.checked_add(amount.shift(exponent)?)?;
                section = Decimal::ZERO;
                (room, scale, closed) = (1000, exponent, true);
            }
            Word::Dozen => {
                bare |= !any;
                section = if any { section.checked_mul(12.into())? } else { 12.into() };
                end = from + word.len();
                any = true;
                break;
            }
            _ => break,
        }
        any = true;
        end = from + word.len();
        ordinal = last;
        if last {
            break;
        }
        next = next_word(chars, end);
    }
    if !any {
        return None;
    }
    let mut value = total.checked_add(section)?;
    if !ordinal && let Some((decimals, stop)) = point(chars, end) {
        value = value.checked_add(decimals)?;
        end = stop;
        // five point five million
        if let Some(next) = next_word(chars, end) {
            let word = word_at(chars, next);
            if let Some((Word::Scale(exponent), false)) = number_word(&word) {
                value = value.shift(exponent)?;
                end = next + word.len();
            }
        }
    }
    Some(Numeral { value, max: None, approx: false, bare, ordinal, end, form: Form::English })
}

/// `point five`, `point zero eight`, `point eleven`: decimals in words, at most nine of them.
fn point(chars: &[char], end: usize) -> Option<(Decimal, usize)> {
    let point =
        next_word(chars, end).filter(|&at| chars.get(end) == Some(&' ') && word_at(chars, at) == "point")?;
    let (mut value, mut places, mut stop) = (0i128, 0u32, None);
    let mut next = next_word(chars, point + 5);
    while let Some(at) = next.filter(|_| places < 9) {
        let word = word_at(chars, at);
        let (digits, width) = match number_word(&word) {
            Some((Word::Small(n), false)) if n < 10 => (i128::from(n), 1),
            Some((Word::Small(n) | Word::Tens(n), false)) if places == 0 => (i128::from(n), 2),
            _ => break,
        };
        (value, places) = (value * 10i128.pow(width) + digits, places + width);
        stop = Some(at + word.len());
        next = next_word(chars, at + word.len()).filter(|_| width == 1);
    }
    Some((Decimal::new(value, places)?, stop?))
}

/// `and a half`, `and a quarter`, `and three quarters`.
fn and_part(chars: &[char], and: usize) -> Option<(Decimal, usize)> {
    let first = next_word(chars, and + 3)?;
    let count = word_at(chars, first);
    let second = next_word(chars, first + count.len())?;
    let part = word_at(chars, second);
    let hundredths = match (count.as_str(), part.as_str()) {
        ("a" | "an" | "one", "half") => 50,
        ("a" | "one", "quarter" | "fourth") => 25,
        ("a" | "one", "fifth") => 20,
        ("three", "quarters") => 75,
        _ => return None,
    };
    Some((Decimal::new(hundredths, 2)?, second + part.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, usize, bool)> {
        let chars: Vec<char> = text.chars().collect();
        english(&chars, 0).map(|n| (n.value.to_string(), n.end, n.ordinal))
    }

    #[test]
    fn spelled_numbers() {
        for (text, value, end) in [
            ("six shells", "6", 3),
            ("Twenty-five", "25", 11),
            ("twenty five", "25", 11),
            ("ninety nine thousand", "99000", 20),
            ("one hundred and six", "106", 19),
            ("two hundred thousand", "200000", 20),
            ("one million two hundred thousand and five", "1200005", 41),
            ("twelve hundred", "1200", 14),
            ("a hundred people", "100", 9),
            ("a hundred and twenty", "120", 20),
            ("half a million", "500000", 14),
            ("two and a half million", "2500000", 22),
            ("one and a half years", "1.5", 14),
            ("two dozen", "24", 9),
            ("a dozen", "12", 7),
            ("3.5 million", "3500000", 11),
            ("84,121 votes", "84121", 6),
            ("five point five", "5.5", 15),
            ("zero point zero eight", "0.08", 21),
            ("two point one million", "2100000", 21),
            ("4 hundred and 12", "412", 16),
            ("five points", "5", 4),
            ("one point of view", "1", 3),
            ("five six", "5", 4),
            ("twenty eleven", "20", 6),
            ("three and four", "3", 5),
        ] {
            assert_eq!(read(text), Some((value.into(), end, false)), "{text}");
        }
    }

    #[test]
    fn ordinals() {
        for (text, value, end) in [
            ("third", "3", 5),
            ("21st century", "21", 4),
            ("twenty-first", "21", 12),
            ("hundredth", "100", 9),
        ] {
            assert_eq!(read(text), Some((value.into(), end, true)), "{text}");
        }
    }

    #[test]
    fn no_numbers() {
        for text in ["a boat", "half the", "thousands", "onerous", "and", "", "an hour"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
