//! English numbers set against each other: `two-to-one`, `10-for-1`, `third to fifth`, `three in every four`, `more than
//! twice`, and ages by the decade, `in their 30s`.

use super::words;
use super::{Amount, Reading};
use crate::annotation::FigureKind;
use crate::text::among;
use crate::text::numeral::{self, Numeral, english};
use crate::value::decimal::Decimal;
use crate::view::View;

/// Reads one of them that begins at `at`, with the number that stands there.
pub(super) fn read(view: &View<'_>, at: usize, first: Option<Numeral>) -> Option<Reading> {
    match view.at(at).to_ascii_lowercase() {
        't' if view.at(at + 1) == 'w' && view.at(at + 2) == 'i' => twice(view, at),
        _ => decade_of_age(view, at).or_else(|| odds(view, at, first?)).or_else(|| ranks(view, at, first?)),
    }
}

/// `two-to-one`, `10-for-1`: hyphens on both sides, as before the noun that they describe.
fn odds(view: &View<'_>, at: usize, first: Numeral) -> Option<Reading> {
    if first.ordinal || first.value.integer().is_none() {
        return None;
    }
    if let Some(made) = made(view, at, &first) {
        return Some(made);
    }
    let glue = ["-to-", "-for-"].iter().find(|glue| view.starts_with(first.end, glue))?;
    let second = english::english(view.chars, first.end + glue.len())
        .filter(|n| !n.ordinal && n.value.integer().is_some() && n.value < first.value)?;
    let free = at == 0 || !view.at(at - 1).is_alphanumeric() && !matches!(view.at(at - 1), '-' | '–' | '.');
    let apart = view.at(second.end) != '-' && !view.at(second.end).is_alphanumeric();
    let text = format!("{}:{}", first.value, second.value);
    (free && apart && first.value < 1000.into())
        .then(|| Reading::new(at, second.end, FigureKind::Ratio, Amount::Ratio(text), "odds"))
}

/// `11-of-18`, `3-for-4`: so many of so many tries.
fn made(view: &View<'_>, at: usize, first: &Numeral) -> Option<Reading> {
    let glue = ["-of-", "-for-"].iter().find(|glue| view.starts_with(first.end, glue))?;
    let second = english::english(view.chars, first.end + glue.len())?;
    let split = *glue == "-for-"
        && (!view.at(at).is_ascii_digit()
            || among("split reverse stock share rights", words::after(view, second.end).0.as_str()));
    if split {
        return None;
    }
    let free = at == 0 || !view.at(at - 1).is_alphanumeric() && !matches!(view.at(at - 1), '-' | '–' | '.');
    let fits = !second.ordinal && second.value.integer().is_some() && first.value <= second.value;
    (free && fits && !view.at(second.end).is_alphanumeric()).then(|| {
        let amount = Amount::Fraction(first.value, second.value);
        Reading::new(at, second.end, FigureKind::Fraction, amount, "made")
    })
}

/// `third to fifth`, `third or fourth`, `10th to 15th`: from a rank to a rank. Centuries, floors and dates are none.
fn ranks(view: &View<'_>, at: usize, first: Numeral) -> Option<Reading> {
    if !first.ordinal || first.value <= Decimal::ONE {
        return None;
    }
    let glue = [" to ", "-to-", " or ", "–"].iter().find(|glue| view.starts_with(first.end, glue))?;
    let second = english::english(view.chars, first.end + glue.chars().count())
        .filter(|n| n.ordinal && n.value > first.value)?;
    let (next, _) = words::after(view, second.end);
    let other = among("century centuries floor floors street of quarter", next.as_str())
        || super::negatives::month_before(view, at);
    (!other && view.at(second.end) != '-').then(|| {
        let amount = Amount::Range(first.value, second.value);
        Reading::new(at, second.end, FigureKind::Ordinal, amount, "ordinal")
    })
}

/// `more than twice`, `nearly twice the`: two times as much, where a bound says that it is measured.
fn twice(view: &View<'_>, at: usize) -> Option<Reading> {
    let (word, end) = words::after_word(view, at);
    let (next, _) = words::after(view, end);
    let compared = among("what the as its that their his her last", next.as_str());
    let hedged = super::english::before(view, at).0 < at;
    (word == "twice" && compared && hedged && view.at(end) == ' ')
        .then(|| Reading::new(at, end, FigureKind::Multiple, Amount::Exact(2.into()), "twice"))
}

/// `in their 30s`, `her late 40s`: an age by its decade.
fn decade_of_age(view: &View<'_>, at: usize) -> Option<Reading> {
    let n = numeral::digits(view.chars, at).filter(|n| n.end == at + 2)?;
    let end = n.end + usize::from(matches!(view.at(n.end), '\'' | '’'));
    if view.at(end) != 's' || view.at(end + 1).is_alphanumeric() || view.at(at + 1) != '0' {
        return None;
    }
    let (mut word, mut from) = words::before(view, at);
    if matches!(word.as_str(), "early" | "late" | "mid" | "mid-") {
        (word, from) = words::before(view, from);
    }
    let owned = among("their his her my our your", word.as_str());
    (owned && from < at).then(|| {
        let amount = Amount::Range(n.value, n.value.checked_add(9.into()).unwrap_or(n.value));
        let mut found = Reading::new(at, end + 1, FigureKind::Age, amount, "age");
        found.unit = Some("a".into());
        found
    })
}
