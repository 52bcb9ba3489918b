//! Orders of magnitude in English: `tens of thousands`, `several hundred`, `a few thousand dollars`.

use super::words;
use super::{Amount, Reading};
use crate::annotation::FigureKind;
use crate::value::currency;
use crate::value::decimal::Decimal;
use crate::view::View;

/// The power of ten of a plural.
fn plural(word: &str) -> Option<i32> {
    Some(match word {
        "tens" => 1,
        "hundreds" => 2,
        "thousands" => 3,
        "millions" => 6,
        "billions" => 9,
        "trillions" => 12,
        _ => return None,
    })
}

/// The power of ten of a word.
pub(super) fn singular(word: &str) -> Option<i32> {
    Some(match word {
        "hundred" => 2,
        "thousand" => 3,
        "million" => 6,
        "billion" => 9,
        "trillion" => 12,
        _ => return None,
    })
}

/// Reads a magnitude that begins at `at`: its lower end, and ten times as much.
pub(super) fn read(view: &View<'_>, at: usize) -> Option<Reading> {
    let (mut word, mut end) = words::after_word(view, at);
    let mut few = false;
    if word == "several" {
        (word, end) = words::after(view, end);
        few = true;
    } else if word == "a" {
        let (next, stop) = words::after(view, end);
        if next != "few" {
            return None;
        }
        (word, end) = words::after(view, stop);
        few = true;
    }
    let mut exponent = match singular(&word).filter(|_| few) {
        Some(exponent) => exponent,
        None => {
            let exponent = plural(&word)?;
            let (of, stop) = words::after(view, end);
            let (next, last) = words::after(view, stop);
            match plural(&next).filter(|_| of == "of") {
                Some(more) => {
                    end = last;
                    exponent + more
                }
                // "thousands" alone says too little.
                None if few
                    || exponent >= 6
                        && of == "of"
                        && currency::english_at(view.chars, stop + 1).is_some() =>
                {
                    exponent
                }
                None => return None,
            }
        }
    };
    exponent = exponent.min(18);
    let low = Decimal::ONE.shift(exponent)?;
    let mut found = Reading::new(at, end, FigureKind::Count, Amount::Range(low, low.shift(1)?), "magnitude");
    found.approx = true;
    let (of, stop) = words::after(view, end);
    let from = if of == "of" { stop + 1 } else { end + 1 };
    if let Some((money, last)) = currency::english_at(view.chars, from) {
        found.end = last;
        found.kind = FigureKind::Money;
        found.currency = Some(money.code);
        found.unit = Some(money.code.into());
    }
    Some(found)
}
