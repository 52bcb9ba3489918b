//! What racing and betting write: `2m 4f`, `11st 12lb`, `8yo`, odds of `5-2`; and `35 below zero`, `nine grand`.

use super::english_form::free;
use super::words;
use super::{Amount, Reading};
use crate::annotation::{Bound, FigureKind};
use crate::text::among;
use crate::text::numeral::{self, Numeral};
use crate::value::decimal::Decimal;
use crate::view::View;

/// Reads one of them that begins at `at`, with the number that stands there.
pub(super) fn read(view: &View<'_>, at: usize, first: Option<Numeral>) -> Option<Reading> {
    let run = view.chars.get(at..)?.iter().take(5).take_while(|c| c.is_ascii_digit()).count();
    let found = match view.at(at + run) {
        _ if run == 0 => None,
        'm' | 'f' => course(view, at),
        's' => stones(view, at).or_else(|| over(view, at)),
        'y' => age(view, at),
        '-' => age(view, at).or_else(|| odds(view, at)),
        '/' => odds(view, at).or_else(|| innings(view, at)).or_else(|| marks(view, at)),
        ' ' => innings(view, at),
        '\'' | '’' | '′' => height(view, at),
        _ => None,
    };
    if found.is_some() {
        return found;
    }
    let n = first.filter(|n| !n.ordinal && view.at(n.end) != '-')?;
    below_zero(view, at, n).or_else(|| grand(view, at, n))
}

/// A whole number in digits with letters right behind it, and where these end.
fn glued(view: &View<'_>, at: usize, letters: &[&str]) -> Option<(Decimal, usize)> {
    let n = numeral::digits(view.chars, at).filter(|n| n.value < 1000.into())?;
    let ending = letters.iter().find(|text| view.starts_with(n.end, text))?;
    let end = n.end + ending.len();
    (!view.at(end).is_alphanumeric()).then_some((n.value, end))
}

/// The same behind a space or at once: `2m 4f`, `2m4f`.
fn next(view: &View<'_>, at: usize, letters: &[&str]) -> Option<(Decimal, usize)> {
    let from = at + usize::from(view.at(at) == ' ');
    glued(view, from, letters)
}

/// `2m 4f`, `1m 2f 110y`, `7f`: miles, furlongs and yards, in furlongs or in yards.
fn course(view: &View<'_>, at: usize) -> Option<Reading> {
    if !free(view, at) {
        return None;
    }
    let yards = ["yds", "yd", "y"];
    let head = numeral::digits(view.chars, at).filter(|n| view.at(n.end) == 'm' && n.value < 10.into());
    let (furlongs, end) = match head {
        Some(miles) => {
            let (furlongs, end) = next(view, miles.end + 1, &["f"])?;
            (miles.value.checked_mul(8.into())?.checked_add(furlongs)?, end)
        }
        None => glued(view, at, &["f"]).filter(|(n, _)| *n > 4.into() && *n < 17.into())?,
    };
    let found = |value: Decimal, end: usize, unit: &'static str| {
        Reading::new(at, end, FigureKind::Measure, Amount::Exact(value), "course").unit(unit, end - 1, end)
    };
    match next(view, end, &yards) {
        Some((rest, stop)) => {
            let value = furlongs.checked_mul(220.into())?.checked_add(rest)?;
            Some(found(value, stop, "[yd_i]"))
        }
        None => Some(found(furlongs, end, "[fur_us]")),
    }
}

/// `11st 12lb`, `10st`: stones and pounds. 1st and 21st are ranks.
fn stones(view: &View<'_>, at: usize) -> Option<Reading> {
    let (stones, end) = glued(view, at, &["st"])?;
    let pounds = next(view, end, &["lbs", "lb"]).filter(|(n, _)| *n < 14.into());
    let n = stones.to_i64()?;
    let rank = n % 10 == 1 && n != 11;
    if n > 60 || rank && pounds.is_none() || !free(view, at) {
        return None;
    }
    let (value, end, unit) = match pounds {
        Some((pounds, stop)) => (stones.checked_mul(14.into())?.checked_add(pounds)?, stop, "[lb_av]"),
        None => (stones, end, "[stone_av]"),
    };
    Some(Reading::new(at, end, FigureKind::Measure, Amount::Exact(value), "stones").unit(unit, end - 2, end))
}

/// `8yo`, `34yo`, `8-y-o`: an age.
fn age(view: &View<'_>, at: usize) -> Option<Reading> {
    let (value, end) = glued(view, at, &["yo", "y/o", "-y-o", "yrs old"])?;
    free(view, at).then(|| {
        let found = Reading::new(at, end, FigureKind::Age, Amount::Exact(value), "age");
        Reading { unit: Some("a".into()), ..found }
    })
}

/// `11st 4lb, 7-2`, `5-2 fav`, `an 8-1 shot`: what a bet pays.
fn odds(view: &View<'_>, at: usize) -> Option<Reading> {
    let first = numeral::digits(view.chars, at)?;
    let sign = view.at(first.end);
    let second = numeral::digits(view.chars, first.end + 1)
        .filter(|n| matches!(sign, '-' | '/') && n.value <= 20.into() && n.value.integer().is_some())?;
    if first.value > 500.into() || view.at(second.end).is_alphanumeric() || !free(view, at) {
        return None;
    }
    let (word, end) = words::after(view, second.end);
    let (noun, _) = words::after(view, end);
    let priced = |word: &str| among("fav favourite favourites favorite jt joint shot outsider chance", word);
    let told = view.at(second.end) == ' ' && (priced(&word) || word == "second" && noun == "favourite");
    // Behind a horse's weight or age
    let runner = view.ends_with(at, ", ") && {
        let cell: Vec<char> = view.chars[at.saturating_sub(12)..at - 2].to_vec();
        ["lb", "st", "yo"].iter().any(|unit| cell.ends_with(&unit.chars().collect::<Vec<_>>()))
            && cell[..cell.len().saturating_sub(2)].last().is_some_and(char::is_ascii_digit)
    };
    // cut from 4-1, out to 7-2
    let (verb, from) = words::before(view, at);
    let (earlier, _) = words::before(view, from);
    let moved = matches!(verb.as_str(), "from" | "to" | "at" | "of")
        && among("favourite favorite out odds priced available backed", earlier.as_str());
    let text = view.original(at, second.end).to_owned();
    (told || runner || moved)
        .then(|| Reading::new(at, second.end, FigureKind::Ratio, Amount::Ratio(text), "odds"))
}

/// `over-65s`, `under-5s`: people by their age; under-21s are mostly teams.
fn over(view: &View<'_>, at: usize) -> Option<Reading> {
    let (word, from) = words::before(view, at);
    let bound = match word.as_str() {
        "over" => Bound::MoreThan,
        "under" => Bound::LessThan,
        _ => return None,
    };
    let n = numeral::digits(view.chars, at).filter(|n| n.end - at <= 2 && view.at(n.end) == 's')?;
    let youth = bound == Bound::LessThan && n.value > 14.into() && n.value < 24.into();
    let apart = view.at(at - 1) == '-' && !view.at(n.end + 1).is_alphanumeric();
    (apart && !youth).then(|| {
        let mut found = Reading::new(from, n.end + 1, FigureKind::Age, Amount::Exact(n.value), "age");
        (found.unit, found.bound) = (Some("a".into()), Some(bound));
        found
    })
}

/// `5'8"`, `6'2”`: feet and inches.
fn height(view: &View<'_>, at: usize) -> Option<Reading> {
    let feet = numeral::digits(view.chars, at).filter(|n| n.value < 9.into() && n.end == at + 1)?;
    let quote = |c: char| matches!(c, '\'' | '’' | '′');
    let inches = numeral::digits(view.chars, feet.end + 1)
        .filter(|n| quote(view.at(feet.end)) && n.value < 12.into() && n.value.integer().is_some())?;
    let closed = matches!(view.at(inches.end), '"' | '”' | '″');
    (closed && free(view, at)).then_some(())?;
    let value = feet.value.checked_mul(12.into())?.checked_add(inches.value)?;
    let found = Reading::new(at, inches.end + 1, FigureKind::Measure, Amount::Exact(value), "height");
    Some(Reading { unit: Some("[in_i]".into()), ..found })
}

/// `rated 8/10`, `scores 4/5`, `Verdict: 7/10`: marks out of ten or five.
fn marks(view: &View<'_>, at: usize) -> Option<Reading> {
    let got = numeral::digits(view.chars, at).filter(|n| view.at(n.end) == '/')?;
    let full = numeral::digits(view.chars, got.end + 1)
        .filter(|n| got.value <= n.value && matches!(n.value.to_i64(), Some(5 | 10)))?;
    let apart = !view.at(full.end).is_alphanumeric() && !matches!(view.at(full.end), '/' | '-');
    let (mut word, mut from) = words::before(view, if view.ends_with(at, ": ") { at - 2 } else { at });
    if matches!(word.as_str(), "a" | "an" | "it" | "of" | "at" | "as" | "is" | "was" | "with" | ":") {
        (word, from) = words::before(view, from);
    }
    let marked = from < at
        && [
            "rating", "rated", "score", "scored", "scores", "verdict", "marks", "gets", "gave", "gives",
            "give", "earns", "solid", "deserves", "pain",
        ]
        .contains(&word.trim_end_matches(':'));
    (apart && marked && free(view, at)).then(|| {
        let amount = Amount::Fraction(got.value, full.value);
        Reading::new(at, full.end, FigureKind::Fraction, amount, "marks")
    })
}

/// `187/6`, `4/23`, `187 for 6`: runs and wickets, where cricket is spoken of.
fn innings(view: &View<'_>, at: usize) -> Option<Reading> {
    let first = numeral::digits(view.chars, at).filter(|n| n.value < 1000.into())?;
    let glue = ["/", " for "].iter().find(|glue| view.starts_with(first.end, glue))?.len();
    let second = numeral::digits(view.chars, first.end + glue).filter(|n| n.value < 1000.into())?;
    let wickets = first.value.min(second.value) <= 10.into() && first.value != second.value;
    let apart = !view.at(second.end).is_alphanumeric() && !matches!(view.at(second.end), '/' | '-' | '.')
        || view.at(second.end) == '.' && !view.at(second.end + 1).is_ascii_digit();
    if !wickets || !apart || !free(view, at) || first.value.max(second.value) < 11.into() {
        return None;
    }
    let near: String =
        view.chars[at.saturating_sub(100)..(second.end + 100).min(view.chars.len())].iter().collect();
    let cricket =
        [" overs", "wicket", "innings", "not out", " balls", "bowl"].iter().any(|word| near.contains(word));
    let text = view.original(at, second.end).to_owned();
    cricket.then(|| Reading::new(at, second.end, FigureKind::Score, Amount::Ratio(text), "innings"))
}

/// `35 below zero`, `12 degrees below zero`: degrees of frost.
fn below_zero(view: &View<'_>, at: usize, n: Numeral) -> Option<Reading> {
    let end = [" degrees below zero", " below zero", "° below zero", "F below zero", "C below zero"]
        .iter()
        .find(|text| view.starts_with(n.end, text))
        .map(|text| n.end + text.chars().count())?;
    (free(view, at) && n.value < 200.into()).then(|| {
        let amount = Amount::Exact(n.value).map(Decimal::negated);
        Reading::new(at, end, FigureKind::Temperature, amount, "below-zero").unit("deg", n.end, end)
    })
}

/// `nine grand`, `20 grand`: thousands of pounds or dollars.
fn grand(view: &View<'_>, at: usize, n: Numeral) -> Option<Reading> {
    let end = n.end + " grand".len();
    let (next, _) = words::after(view, end);
    let other = among(
        "piano pianos final finals jury juries jurors slam slams prix total children \
         prize prizes master masters old houses hotels staircases duke dukes tour tours \
         opening",
        next.as_str(),
    );
    let apart = !view.at(end).is_alphanumeric() && view.at(end) != '-';
    (view.starts_with(n.end, " grand") && apart && !other && free(view, at) && n.value < 10_000.into()).then(
        || {
            let amount = Amount::Exact(n.value).map(|d| d.shift(3));
            let mut found = Reading::new(at, end, FigureKind::Money, amount, "grand");
            found.unit_text = Some((end - 5, end));
            found
        },
    )
}
