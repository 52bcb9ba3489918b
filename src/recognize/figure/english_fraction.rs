//! Parts of a whole in English: `a third`, `two-thirds`, `three out of five`, `1 in 8`, `half of`, `a quarter`.

use super::english_quantity::hedged;
use super::{Amount, Reading, magnitude, words};
use crate::annotation::FigureKind;
use crate::text::among;
use crate::text::numeral::{self, english};
use crate::value::decimal::Decimal;
use crate::value::{currency, unit};
use crate::view::View;

/// The denominator of a word for a part: `thirds`, `quarter`, `tenth`.
fn part(word: &str) -> Option<i64> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "half" | "halve" => 2,
        "third" => 3,
        "quarter" | "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "twentieth" => 20,
        "hundredth" => 100,
        "thousandth" => 1000,
        _ => return None,
    })
}

/// Reads a part of a whole that begins at `at`.
pub(super) fn read(view: &View<'_>, at: usize) -> Option<Reading> {
    let first = view.at(at).to_ascii_lowercase();
    if first == 'h' {
        return half(view, at);
    }
    article(view, at).or_else(|| counted(view, at)).or_else(|| out_of(view, at))
}

fn reading(start: usize, end: usize, n: i64, d: i64) -> Reading {
    Reading::new(start, end, FigureKind::Fraction, Amount::Fraction(n.into(), d.into()), "fraction")
}

/// `half of them`, `by half`, `half the price`; not `first half`, `half-time`, `half an hour`.
fn half(view: &View<'_>, at: usize) -> Option<Reading> {
    let (word, end) = words::after_word(view, at);
    if word != "half" {
        return None;
    }
    let (before, _) = words::before(view, at);
    let (after, _) = words::after(view, end);
    let period = among(
        "first second latter other better later and a one final back last each either",
        before.as_str(),
    );
    let whole =
        among("of the its their his her all our that those these", after.as_str()) && view.at(end) == ' ';
    let by = among("by than nearly almost about over in", before.as_str())
        && view.at(end) != '-'
        && before != "in";
    // half a wall; half a mile and half a dozen have been read before, half a day says too little.
    let article = matches!(after.as_str(), "a" | "an") && view.at(end) == ' ' && {
        let (_, stop) = words::after(view, end);
        let (noun, _) = words::after(view, stop);
        unit::english_at(view.chars, stop + 1).is_none()
            && !among("dozen century decade step minute chance", noun.as_str())
    };
    let by = by || super::english::before(view, at).0 < at && view.at(end) != '-';
    (!period && (whole || by || article)).then(|| reading(at, end, 1, 2))
}

/// `a third`, `a quarter of a million`, `one-third`: one part.
fn article(view: &View<'_>, at: usize) -> Option<Reading> {
    let (word, end) = words::after_word(view, at);
    if !matches!(word.as_str(), "a" | "an" | "one") {
        return None;
    }
    let (name, stop) = words::after(view, end);
    let d = part(&name).filter(|d| *d > 2)?;
    if name.ends_with('s') {
        return None;
    }
    let (next, _) = words::after(view, stop);
    if view.at(stop) == '-' && view.at(end) == ' ' {
        // a third-party seller
        return None;
    }
    // A fourth child, a third time are ranks; so is "a third" alone in "a third from Spain".
    let of = next == "of"
        || next == "the"
        || (name == "quarter"
            && !among("century final finals back earlier ago before past to after", next.as_str()))
            && !next.starts_with("percent");
    let less = [
        "more", "less", "fewer", "higher", "lower", "smaller", "larger", "bigger", "cheaper", "dearer",
        "faster", "slower", "longer", "shorter", "heavier", "lighter",
    ]
    .contains(&next.as_str())
        || next == "off" && view.at(stop + 4) != '-';
    // gained a third, up a fifth
    let (verb, _) = words::before(view, at);
    let moved = among(
        "gained lost rose fell shed up down jumped dropped climbed grew shrank declined \
         increased cut",
        verb.as_str(),
    ) && matches!(view.at(stop), ' ' | ',' | '.' | ';' | '\0')
        && matches!(
            next.as_str(),
            "" | "since"
                | "in"
                | "from"
                | "on"
                | "to"
                | "this"
                | "last"
                | "over"
                | "during"
                | "and"
                | "after"
        );
    let hedged = (moved || super::english::before(view, at).0 < at || words::before(view, at).0 == "by")
        && next != "time"
        && next != "person";
    // between a quarter and a third
    let (led, from) = words::before(view, at);
    if led == "between" && view.starts_with(stop, " and ") {
        let (other, after) = words::after(view, stop + 4);
        let (name, last) = words::after(view, after);
        let places = |d: i64| Decimal::new(i128::from(10_000 / d), 4);
        if matches!(other.as_str(), "a" | "one")
            && let Some(high) = part(&name).filter(|_| !name.ends_with('s'))
        {
            let amount = Amount::Range(places(d)?, places(high)?);
            return Some(Reading::new(from, last, FigureKind::Fraction, amount, "fraction"));
        }
    }
    (of || less || hedged || word == "one" || view.at(end) == '-')
        .then(|| of_unit(view, reading(at, stop, 1, d)))
}

/// `three-quarters of a mile`, `a tenth of a bushel`: the unit belongs to the part.
fn of_unit(view: &View<'_>, part: Reading) -> Reading {
    let Some(of) = [" of a ", " of an "].iter().find(|of| view.starts_with(part.end, of)) else {
        return part;
    };
    let from = part.end + of.len();
    // a third of a cent
    if let Some((money, end)) = currency::english_at(view.chars, from)
        && let Amount::Fraction(a, b) = part.amount
        && let Some(b) = b.shift(money.places)
    {
        let mut found = Reading { kind: FigureKind::Money, end, amount: Amount::Fraction(a, b), ..part };
        found.currency = Some(money.code);
        found.unit = Some(money.code.into());
        return found;
    }
    let unit = unit::english_at(view.chars, from)
        .filter(|(unit, _)| unit.kind == FigureKind::Measure || unit.dimension == unit::Dimension::Time);
    let Some((unit, end)) = unit else { return part };
    Reading { kind: unit.kind, end, ..part }.unit(unit.symbol, from, end)
}

/// `two-thirds`, `three quarters`: several parts.
fn counted(view: &View<'_>, at: usize) -> Option<Reading> {
    let n = english::english(view.chars, at)?;
    if n.ordinal || n.value.integer().is_none() || !matches!(view.at(n.end), ' ' | '-') {
        return None;
    }
    let (name, stop) = words::after(view, n.end);
    let d = part(&name)?;
    let count = n.value.to_i64()?;
    // two quarters in a row, delayed by two quarters
    let time = name == "quarters" && (count == 2 || words::after(view, stop).0 == "in");
    (name.ends_with('s') && count < d && count > 1 && !time)
        .then(|| of_unit(view, reading(at, stop, count, d)))
}

/// `three out of five`, `1 in 8`, `29 out of 30`.
fn out_of(view: &View<'_>, at: usize) -> Option<Reading> {
    let n = english::english(view.chars, at)?;
    if n.ordinal {
        return None;
    }
    let glue = match view.at(n.end) {
        c @ (' ' | '-') => c,
        _ => return None,
    };
    let (word, mut end) = words::after(view, n.end);
    match word.as_str() {
        "in" if n.value < 10.into() || glue == '-' => {
            // three in every four
            let (every, stop) = words::after(view, end);
            if every == "every" && view.at(end) == ' ' {
                end = stop;
            }
        }
        "out" => {
            let (of, stop) = words::after(view, end);
            if of != "of" {
                return None;
            }
            end = stop;
        }
        _ => return None,
    }
    let next = if matches!(view.at(end), ' ' | '-') { end + 1 } else { return None };
    let whole = english::english(view.chars, next)
        .filter(|whole| !whole.ordinal && whole.value > n.value && !whole.bare)?;
    if word == "out" && n.value.integer().is_none() {
        // 6.1 out of 10
        let amount = Amount::Fraction(n.value, whole.value);
        return Some(Reading::new(at, whole.end, FigureKind::Fraction, amount, "fraction"));
    }
    let (a, b) = (n.value.to_i64()?, whole.value.to_i64()?);
    // "one in 2019", "one in three months" are no parts.
    let (after, _) = words::after(view, whole.end);
    // Three in 2019, four in 12 games; three in ten women is a part.
    let small = n.value == Decimal::ONE
        || word != "in"
        || matches!(whole.value.to_i64(), Some(3..=10 | 20 | 50 | 100 | 1000));
    let time = !small
        || among("days months years weeks hours minutes seconds million games matches", after.as_str());
    (!time && !(1900..2100).contains(&b) && a > 0).then(|| reading(at, whole.end, a, b))
}

/// `half a million`, `a quarter of a million`, `half a mile`, `a quarter point`: a part of a multiplier or of a unit.
pub(super) fn large(view: &View<'_>, at: usize) -> Option<Reading> {
    let (word, mut end) = words::after_word(view, at);
    let mut size = Decimal::HALF;
    let half = word == "half";
    let article = word == "a";
    if !half {
        let name = if article {
            let (name, stop) = words::after(view, end);
            end = stop;
            name
        } else {
            word
        };
        if name != "quarter" {
            return None;
        }
        size = Decimal::new(25, 2)?;
        let (of, stop) = words::after(view, end);
        if of == "of" {
            end = stop;
        }
    }
    let (next, stop) = words::after(view, end);
    let from = if matches!(next.as_str(), "a" | "an") { stop } else { end };
    let large = magnitude::singular(&next).is_some();
    // a half-cent sales tax: without its article
    let coin = view.at(from) == '-' && matches!(next.as_str(), "cent" | "penny");
    if from == end && half && !large && !coin || article && coin || !matches!(view.at(from), ' ' | '-') {
        return None;
    }
    let (name, stop) = words::after(view, from);
    if let Some(scale) = magnitude::singular(&name) {
        let amount = Amount::Exact(size.shift(scale)?);
        let money = currency::english_at(view.chars, stop + 1).filter(|_| view.at(stop) == ' ');
        let Some((money, last)) = money else {
            return Some(Reading::new(at, stop, FigureKind::Count, amount, "fraction"));
        };
        let mut found = Reading::new(at, last, FigureKind::Money, amount, "fraction");
        found.currency = Some(money.code);
        found.unit = Some(money.code.into());
        return Some(found);
    }
    // half a cent
    if let Some((money, stop)) =
        currency::english_at(view.chars, from + 1).filter(|(c, _)| (half || coin) && c.name != "pound")
    {
        let amount = Amount::Exact(size.shift(-money.places)?);
        let mut found = Reading::new(at, stop, FigureKind::Money, amount, "fraction");
        (found.currency, found.unit) = (Some(money.code), Some(money.code.into()));
        return Some(found);
    }
    let (unit, stop) = unit::english_at(view.chars, from + 1)?;
    // Half a day says too little, but for what it is measured against.
    let (led, _) = words::before(view, at);
    let measured = among("from to for about nearly almost than least within", led.as_str());
    if matches!(unit.symbol, "s" | "mo" | "wk") || unit.symbol == "d" && !measured || unit.name == "time" {
        return None;
    }
    let (kind, symbol) = match unit.name {
        "point" => (FigureKind::PercentagePoint, "pp"),
        _ => (unit.kind, unit.symbol),
    };
    Some(Reading::new(at, stop, kind, Amount::Exact(size), "fraction").unit(symbol, from + 1, stop))
}

/// `1 1/2 points`, `2-1/2 cups`: the half, quarters or eighths behind a whole number, and where they end.
pub(super) fn mixed(view: &View<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let whole = view.chars.get(at..end)?.iter().all(char::is_ascii_digit) && end - at <= 4;
    if !whole || !matches!(view.at(end), ' ' | '-') || view.at(end + 2) != '/' {
        return None;
    }
    let part = view.at(end + 1).to_digit(10).filter(|n| *n > 0)?;
    let below = numeral::digits(view.chars, end + 3)?;
    let stop = below.end;
    let size = match below.value.to_i64()? {
        2 => 5000,
        4 => 2500,
        8 => 1250,
        16 => 625,
        _ => return None,
    };
    let proper = Decimal::from(i64::from(part)) < below.value && part % 2 == 1;
    let apart = !view.at(stop).is_alphanumeric() && !matches!(view.at(stop), '/' | '-');
    (proper && apart).then(|| Decimal::new(i128::from(part) * size, 4)).flatten().map(|value| (value, stop))
}

/// `1:1`, `7.3:1`: a ratio; a clock time has two digits after the colon.
pub(super) fn colon(view: &View<'_>, at: usize) -> Option<Reading> {
    let first = numeral::digits(view.chars, at)?;
    let previous = view.at(at.wrapping_sub(1));
    if view.at(first.end) != ':' || matches!(previous, ':' | '/' | '.') || previous.is_alphanumeric() {
        return None;
    }
    let second = numeral::digits(view.chars, first.end + 1)?;
    // 1:1, but a map at 1:50,000 too, and shares of a whole as 60:40; 1:15 is a clock
    let shares = first.end - at == 2 && first.value.checked_add(second.value) == Some(100.into());
    let one =
        second.end - first.end == 2 || first.value == Decimal::ONE && second.value >= 1000.into() || shares;
    let glued = view.at(second.end).is_alphanumeric() || matches!(view.at(second.end), ':' | '/' | '-');
    let text = view.original(at, second.end).to_owned();
    (one && !glued && first.end - at <= 4)
        .then(|| Reading::new(at, second.end, FigureKind::Ratio, Amount::Ratio(text), "ratio"))
}

/// `½ tsp`, `¾ cup`, `¼ mile`, `⅔ of the seats`: the sign of a fraction, with a unit behind it or by itself.
#[inline(never)] // A part of the page's module begins here.
pub(super) fn vulgar(view: &View<'_>, at: usize) -> Option<Reading> {
    let (a, b) = match view.at(at) {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        _ => return None,
    };
    let from = at + 1 + usize::from(matches!(view.at(at + 1), ' ' | '-'));
    let Some((unit, end)) = unit::english_at(view.chars, from) else {
        // ⅔ of them; not the ½ of 5 ½
        let apart = matches!(view.at(at.wrapping_sub(1)), ' ' | '(' | '\0')
            && !view.at(at.wrapping_sub(2)).is_ascii_digit()
            && !view.at(at + 1).is_alphanumeric();
        return apart.then(|| hedged(view, reading(at, at + 1, a, b)));
    };
    let free = !view.at(at.wrapping_sub(1)).is_alphanumeric() && unit.kind != FigureKind::Percent;
    let found = reading(at, end, a, b).unit(unit.symbol, from, end);
    free.then(|| hedged(view, Reading { kind: unit.kind, ..found }))
}

/// `1/2 of`, `3/4 cup`, `1/3 of voters`: a proper fraction in digits before `of` or a unit, or after a hedge.
pub(super) fn slash(view: &View<'_>, at: usize) -> Option<Reading> {
    let first = numeral::digits(view.chars, at)?;
    let previous = view.at(at.wrapping_sub(1));
    if view.at(first.end) != '/' || previous.is_alphanumeric() || matches!(previous, '/' | '-' | '.') {
        return None;
    }
    let second = numeral::digits(view.chars, first.end + 1)?;
    let (a, b) = (first.value.to_i64()?, second.value.to_i64()?);
    let glued = view.at(second.end).is_alphanumeric()
        || matches!(view.at(second.end), '/' | '-' | '.') && view.at(second.end + 1).is_ascii_digit();
    if a < 1 || a >= b || b > 1000 || glued {
        return None;
    }
    let (next, _) = words::after(view, second.end);
    let unit = (view.at(second.end) == ' ').then(|| unit::english_at(view.chars, second.end + 1)).flatten();
    if let Some((unit, end)) = unit {
        let mut found = reading(at, end, a, b).unit(unit.symbol, second.end + 1, end);
        found.kind = unit.kind;
        return Some(found);
    }
    (next == "of" || super::english::before(view, at).0 < at).then(|| reading(at, second.end, a, b))
}
