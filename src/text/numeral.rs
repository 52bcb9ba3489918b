//! Numerals in digits, Chinese characters and English words.
//!
//! All readers take folded characters (half-width, simplified) and a position, look at no more than a few dozen
//! characters from there, and say where the numeral ends. They read numbers alone: what a number means, and whether
//! it is one at all (一个, "one of"), is for the recognisers to say.

pub mod chinese;
pub mod english;

use crate::value::decimal::Decimal;

pub use chinese::chinese;
pub use english::english;

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// ASCII digits alone: `1,143`, `0.73`.
    Digits,
    /// ASCII digits with Chinese multipliers: 4.04万, 3千5百.
    Mixed,
    /// Chinese characters with place value: 一千二百, 廿五.
    Han,
    /// Chinese digits read one by one: 二〇二四.
    HanDigits,
    /// English words, or digits with English words: `twenty-five`, `3.5 million`.
    English,
}

/// A number as read from the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// The value; of a vague numeral (三四十, 数百) the lower end.
    pub value: Decimal,
    /// The upper end of a vague numeral: 40 for 三四十, 1000 for 数百.
    pub max: Option<Decimal>,
    /// True where the numeral itself says that it is not exact: 十几, 数百, 3300多万.
    pub approx: bool,
    /// True where it starts with a bare multiplier: 百万, 千亿, 万. (十 is no bare multiplier.)
    pub bare: bool,
    /// True for an ordinal: `third`, `21st`.
    pub ordinal: bool,
    /// The index after the last character.
    pub end: usize,
    /// How it is written.
    pub form: Form,
}

impl Numeral {
    fn exact(value: Decimal, end: usize, form: Form) -> Self {
        Self { value, max: None, approx: false, bare: false, ordinal: false, end, form }
    }
}

/// The most digits that a number may have; what is longer is an identifier.
pub const MAX_DIGITS: usize = 30;

/// Reads ASCII digits with thousands separators and decimals: `2602`, `1,143`, `1,50,000`, `0.73`.
///
/// A separator counts only where the groups are whole. Nothing when there is no digit at `at` or there are more than
/// [`MAX_DIGITS`]. A point before anything but a digit is left alone, and so is a second one (`1.2.3` gives `1.2`).
pub fn digits(chars: &[char], at: usize) -> Option<Numeral> {
    let run = |from: usize| {
        chars
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take(MAX_DIGITS + 1)
            .take_while(|c| c.is_ascii_digit())
            .count()
    };
    let first = run(at);
    if first == 0 {
        return None;
    }
    let mut text = String::with_capacity(MAX_DIGITS + 1);
    text.extend(chars.get(at..at + first)?);
    let mut end = at + first;
    if first <= 3 {
        let separator =
            chars.get(end).copied().filter(|c| matches!(c, ',' | '\u{2009}' | '\u{202F}')).unwrap_or(',');
        while text.len() <= MAX_DIGITS && chars.get(end) == Some(&separator) {
            // Groups of three, or of two with three at the end (1,50,000).
            let group = run(end + 1);
            let indian =
                group == 2 && first <= 2 && chars.get(end + 3) == Some(&separator) && run(end + 4) >= 2;
            if group != 3 && !indian {
                break;
            }
            text.extend(chars.get(end + 1..end + 1 + group)?);
            end += 1 + group;
        }
    }
    let vulgar = match chars.get(end) {
        Some('½') => ".5",
        Some('¼') => ".25",
        Some('¾') => ".75",
        _ => "",
    };
    if !vulgar.is_empty() {
        // 3½
        text.push_str(vulgar);
        end += 1;
    } else if chars.get(end) == Some(&'.') {
        let places = run(end + 1);
        if places > 0 {
            text.push('.');
            text.extend(chars.get(end + 1..end + 1 + places)?);
            end += 1 + places;
            // $4.08¼ a bushel
            let parts = match chars.get(end) {
                Some('½') => "5",
                Some('¼') => "25",
                Some('¾') => "75",
                _ => "",
            };
            text.push_str(parts);
            end += usize::from(!parts.is_empty());
        }
    }
    if text.len() > MAX_DIGITS {
        return None;
    }
    Some(Numeral::exact(Decimal::parse(&text)?, end, Form::Digits))
}

/// Reads an abbreviated English multiplier that stands at a number: k, m, mn, mln, bn, bln, tn, trn.
///
/// Returns the power of ten and where it ends. `m` and `b` alone are multipliers only beside a currency, `k` beside
/// anything but a unit: that is for the caller to know.
pub fn suffix(chars: &[char], at: usize) -> Option<(i32, usize)> {
    let word: String = chars
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take(4)
        .take_while(|c| c.is_ascii_alphabetic())
        .map(char::to_ascii_lowercase)
        .collect();
    let exponent = match word.as_str() {
        "k" => 3,
        "m" | "mn" | "mln" | "mio" | "mil" => 6,
        "cr" => 7,
        "b" | "bn" | "bln" | "bil" => 9,
        "t" | "tn" | "trn" | "tln" => 12,
        _ => return None,
    };
    let end = at + word.len();
    (!chars.get(end).is_some_and(|c| c.is_ascii_alphanumeric())).then_some((exponent, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_with_separators_and_decimals() {
        for (text, want, end) in [
            ("2602家", "2602", 4),
            ("1,143,000", "1143000", 9),
            ("1,50,000 rupees", "150000", 8),
            ("3,14", "3", 1),
            ("2024,300", "2024", 4),
            ("1,2345", "1", 1),
            ("0.730亿", "0.73", 5),
            ("1.2.3", "1.2", 3),
            ("5.", "5", 1),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let n = digits(&chars, 0).unwrap();
            assert_eq!((n.value.to_string().as_str(), n.end), (want, end), "{text}");
        }
    }

    #[test]
    fn half_a_million_digits_are_no_number() {
        let chars = vec!['7'; 500_000];
        assert_eq!(digits(&chars, 0), None);
    }

    #[test]
    fn abbreviated_multipliers() {
        let read = |text: &str| suffix(&text.chars().collect::<Vec<_>>(), 0);
        assert_eq!(read("bn in"), Some((9, 2)));
        assert_eq!(read("M."), Some((6, 1)));
        assert_eq!(read("km"), None);
        assert_eq!(read("m2"), None);
    }
}
