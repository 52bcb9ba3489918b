//! Ranges in English: `10 to 20`, `8–10 years`, `$3–4 billion`, `between 5 and 10 percent`.

use super::{Number, Tail, allowed, money_alone, number, number_after, tail, with_unit};
use crate::annotation::FigureKind;
use crate::recognize::figure::{Amount, Reading, negatives, words};
use crate::text::numeral;
use crate::text::numeral::{Form, Numeral};
use crate::value::currency::Currency;
use crate::value::decimal::Decimal;
use crate::view::View;

/// A second number of a range: `$` before it is allowed.
fn second(view: &View<'_>, at: usize, money: Option<(Currency, usize)>) -> Option<Number> {
    if view.at(at).is_ascii_alphanumeric() {
        // US$, RM and the like before the digits.
        let letters = view.chars[at..].iter().take(4).take_while(|c| c.is_ascii_uppercase()).count();
        let digits = at + letters + usize::from(view.at(at + letters) == '$');
        if letters > 0 && view.at(digits).is_ascii_digit() {
            return number(view, digits);
        }
        // The m of $25–30m is a million, as it is after a sign of its own.
        let found = number_after(view, at, money)?;
        return Some(Number { money: None, ..found });
    }
    matches!(view.at(at), '$' | '€' | '£' | '¥' | '₹' | '₩').then(|| number(view, at + 1)).flatten()
}

/// `10 to 20`, `8–10 years`, `$3–4 billion`, `between 5 and 10 percent`.
pub(super) fn range(view: &View<'_>, first: &Number, left: Option<&Tail>) -> Option<Reading> {
    let (before, between_from) = words::before(view, first.from());
    let between = before == "between" && view.at(first.from().wrapping_sub(1)) == ' ';
    let stop = left.map_or(first.end, |tail| tail.end);
    let hyphened = view.starts_with(stop, "-to-");
    // four- to six-week
    let hung = left.is_none() && (view.starts_with(stop, "- to ") || view.starts_with(stop, "- or "));
    let dash = !hyphened
        && !hung
        && (matches!(view.at(stop), '-' | '–' | '—' | '‑')
            || view.starts_with(stop, " - ")
            || view.starts_with(stop, " – "));
    // 0 1 0 - 5 9 2: runs by innings, and the sum of them.
    let beside = |at: usize| view.at(at).is_ascii_digit();
    let scores = view.at(first.start.wrapping_sub(1)) == ' ' && beside(first.start.wrapping_sub(2));
    if dash && view.at(stop) == ' ' && scores {
        return None;
    }
    let at = if dash {
        stop + if view.at(stop) == ' ' { 3 } else { 1 }
    } else if hung {
        stop + 5
    } else if view.starts_with(stop, " to ") || hyphened {
        stop + 4
    } else if between && view.starts_with(stop, " and ") {
        stop + 5
    } else if view.starts_with(stop, " through ") && left.is_none() {
        stop + 9
    } else if view.starts_with(stop, " or ") && left.is_none() {
        stop + 4
    } else {
        return None;
    };
    let at = at + usize::from(view.at(at) == ' ');
    // From -8°C to -3°C, -3C to 2C, minus 4 to minus 1 degrees
    let below = negated(view, first.from());
    let minus = if matches!(view.at(at), '-' | '−') && view.at(at + 1).is_ascii_digit() { 1 } else { 6 };
    let both = !dash && below && (minus == 1 || view.starts_with(at, "minus "));
    let plus = below && view.at(at) == '+' && view.at(at + 1).is_ascii_digit();
    let at = at + if both { minus } else { usize::from(plus) };
    // between 20 and about 70
    let about = if between { ABOUT.iter().find(|word| view.starts_with(at, word)) } else { None };
    let at = at + about.map_or(0, |word| word.len());
    if dash && !view.at(first.start).is_ascii_digit() && !view.at(at).is_ascii_alphanumeric() {
        return None;
    }
    let second = second(view, at, first.money)?;
    // Since 2018 to $171 million: a year and a sum.
    if second.numeral.ordinal || second.money.is_some() && first.money.is_none() && !dash && !between {
        return None;
    }
    let right = tail(view, &second)
        .filter(|tail| allowed(view, &second, tail) || second.numeral.value == Decimal::ONE);
    let (mut low, mut high) = (first.numeral.value, second.numeral.value);
    if both {
        high = high.negated()?;
    }
    if view.starts_with(stop, " or ") {
        // two or three; never one or another unit
        if high != low.checked_add(Decimal::ONE)? || first.money.is_some() {
            return None;
        }
    }
    if let (Some(left), Some(right)) = (left, &right)
        && (left.dimension != right.dimension || left.kind != right.kind)
    {
        return None;
    }
    if left.is_some_and(|tail| tail.kind != FigureKind::Money) && right.is_none()
        || first.money.is_some()
            && second.money.is_none()
            && dash
            && right.as_ref().is_some_and(|t| t.kind != FigureKind::Money)
    {
        return None;
    }
    // From a level to a level is two figures.
    if before == "from" && !dash && changed(view, between_from) {
        return None;
    }
    // Rose by 12 to 340, slipped 2 cents to 31 cents: a change and a level.
    let change = if before == "by" { changed(view, between_from) } else { moves(&before) };
    if change
        && !dash
        && !hyphened
        && left.is_some() == right.is_some()
        && first.money.is_some() == second.money.is_some()
        && high >= low.checked_mul(if before == "by" && first.money.is_some() { 2 } else { 4 }.into())?
    {
        return None;
    }
    let unit = right.clone().or(left.cloned());
    let money = first.money.or(second.money);
    let scale = second.numeral.form == Form::English && second.in_digits(view);
    if scale
        && first.numeral.form == Form::Digits
        && left.is_none()
        && low < second_coefficient(view, &second)?
    {
        // 3–4 billion
        low = low.checked_mul(high_scale(view, &second)?)?;
    }
    if unit.is_none() && money.is_none() {
        let first = Number { numeral: Numeral { value: low, ..first.numeral }, ..*first };
        return plain_pair(view, &first, &second, dash, between, between_from);
    }
    let signed =
        unit.as_ref().is_some_and(|unit| unit.kind == FigureKind::Temperature || unit.symbol == "deg");
    if low > high && !(below && signed) {
        return None;
    }
    let start = if between { between_from } else { first.from() };
    let amount = Amount::Range(low, high);
    let mut found = match unit {
        Some(unit) => with_unit(view, start, amount, money, unit),
        None => money_alone(start, second.end, amount, money?.0),
    };
    found.rule = "range";
    found.approx |= about.is_some();
    // aged 6 to 11 months, in age from 9 months to 34 years
    let aged = matches!(before.as_str(), "aged" | "ages")
        || matches!(before.as_str(), "from" | "between")
            && matches!(words::before(view, between_from).0.as_str(), "age" | "aged" | "ages");
    if aged && found.kind == FigureKind::Duration {
        found.kind = FigureKind::Age;
    }
    Some(found)
}

fn second_coefficient(view: &View<'_>, number: &Number) -> Option<Decimal> {
    numeral::digits(view.chars, number.start).map(|n| n.value)
}

/// The multiplier of a number in digits: a million for `4 million`.
fn high_scale(view: &View<'_>, number: &Number) -> Option<Decimal> {
    let coefficient = second_coefficient(view, number)?;
    (0..16).find_map(|exponent| {
        (coefficient.shift(exponent)? == number.numeral.value).then(|| Decimal::ONE.shift(exponent)).flatten()
    })
}

/// Whether a minus stands before the number that begins at `at`.
fn negated(view: &View<'_>, at: usize) -> bool {
    let sign =
        matches!(view.at(at.wrapping_sub(1)), '-' | '−') && !view.at(at.wrapping_sub(2)).is_alphanumeric();
    sign || words::before(view, at).0 == "minus"
}

/// What may stand before the second number of a range.
const ABOUT: [&str; 6] = ["about ", "around ", "nearly ", "almost ", "roughly ", "perhaps "];

/// How verbs of change begin.
const CHANGES: &[&str] = &[
    "rose",
    "fell",
    "rise",
    "fall",
    "increas",
    "decreas",
    "up ",
    "down ",
    "raise",
    "cut",
    "drop",
    "declin",
    "grew",
    "grow",
    "reduc",
    "climb",
    "slip",
    "jump",
    "shrank",
    "narrow",
    "widen",
    "went",
    "gone",
    "lower",
    "improv",
    "doubl",
    "slow",
    "edged",
    "upgrad",
    "expand",
    "moved",
    "chang",
    "goes ",
    "going ",
    "lift",
    "boost",
    "hike",
    "trim",
    "slash",
    "shrink",
    "eased",
    "easing",
    "swell",
    "revis",
    "switch",
    "took ",
    "taking ",
    "bringing ",
    "brought ",
    "push",
    "average salary",
    "average price",
    "salar",
    "pay ",
];

/// Verbs of change before `from`: what follows are two levels.
fn changed(view: &View<'_>, from: usize) -> bool {
    let context: String =
        view.chars[from.saturating_sub(70)..from].iter().map(char::to_ascii_lowercase).collect();
    // rainfall does not fall
    let begins = |at: usize| !context[..at].ends_with(char::is_alphabetic);
    CHANGES.iter().any(|verb| context.match_indices(verb).any(|(at, _)| begins(at)))
}

/// Whether a verb right before an amount says that this is the change: fell 3 cents, up $2.
fn moves(verb: &str) -> bool {
    "rose fell gained lost added shed up down dropped declined grew climbed slipped jumped shrank eased edged increased \
     decreased rising falling gaining losing adding shedding dropping climbing slipping advanced retreated firmed rallied \
     tumbled slid sank surged soared plunged dipped"
        .split(' ')
        .any(|word| word == verb)
}

/// Two numbers without a unit: a score (3-2, 280 to 141) or a count from … to ….
fn plain_pair(
    view: &View<'_>,
    first: &Number,
    second: &Number,
    dash: bool,
    between: bool,
    between_from: usize,
) -> Option<Reading> {
    let (low, high) = (first.numeral.value, second.numeral.value);
    let digits = first.in_digits(view) && second.in_digits(view);
    let years = |n: &Number| {
        n.numeral.form == Form::Digits
            && n.end - n.start == 4
            && n.numeral.value >= 1500.into()
            && n.numeral.value < 2100.into()
    };
    let months = negatives::month_before(view, first.start);
    if months
        || years(first)
        || low == Decimal::ONE && !digits && !between && dash
        || negatives::english_bare(view, second, true)
    {
        return None;
    }
    if first.start != first.from() || second.start != second.from() {
        return None;
    }
    let next = view.at(second.end);
    if digits
        && dash
        && (matches!(next, '-' | '–' | '/' | '.') && view.at(second.end + 1).is_ascii_digit()
            || view.at(first.start) == '0' && first.end - first.start > 1)
    {
        return None;
    }
    if !digits && (dash || low >= high) {
        return None;
    }
    // Jane Smith (2-3), 40-44 .476: games won and lost
    let record = view.ends_with(first.start, " (")
        && next == ')'
        && view.at(words::before(view, first.start - 2).1).is_uppercase()
        && high < 200.into()
        || next == ' ' && view.at(second.end + 1) == '.' && view.at(second.end + 2).is_ascii_digit();
    let score = digits
        && (low >= high
            || dash
                && (record
                    || set(view, first, second)
                    || bowled(view, first, high)
                    || sport(view, first.start, second.end)));
    // Boeing 737-800: so many points nobody makes, and not of a plane.
    let bare = |n: &Number| n.numeral.form == Form::Digits && !view.chars[n.start..n.end].contains(&',');
    // 1000–5000 is a range all the same.
    let round = |n: &Number| n.end - n.start > 3 && view.ends_with(n.end, "00");
    let rounded = low < high && round(first) && round(second);
    let model = low > 200.into()
        && bare(first)
        && bare(second)
        && dash
        && !rounded
        && !sport(view, first.start, second.end)
        || negatives::named_before(view, first.start)
        || words::before(view, first.start).0 == "no.";
    if (score || dash) && model {
        return None;
    }
    if score {
        if low >= 1000.into() || high >= 1000.into() || low.integer().is_none() || high.integer().is_none() {
            return None;
        }
        let text = view.original(first.start, second.end).to_owned();
        // won at 14-1: what a bet pays
        let near: String = view.chars
            [first.start.saturating_sub(60)..(second.end + 40).min(view.chars.len())]
            .iter()
            .collect();
        let bet = words::before(view, first.start).0 == "at"
            && second.numeral.value <= 20.into()
            && [
                " bet",
                "odds",
                "bookm",
                "favourite",
                "favorite",
                "punter",
                "wager",
                "dollars on",
                "on me",
                "outsider",
                "backed",
            ]
            .iter()
            .any(|word| near.contains(word));
        let kind = if bet { FigureKind::Ratio } else { FigureKind::Score };
        return Some(Reading::new(first.start, second.end, kind, Amount::Ratio(text), "score"));
    }
    if !between && !dash && words::before(view, first.start).0 == "from" && low >= high {
        return None;
    }
    let start = if between { between_from } else { first.start };
    // aged 18 to 24
    let (word, _) = words::before(view, start);
    if matches!(word.as_str(), "aged" | "ages") && high <= 120.into() {
        let found = Reading::new(start, second.end, FigureKind::Age, Amount::Range(low, high), "range");
        return Some(Reading { unit: Some("a".into()), ..found });
    }
    Some(Reading::new(start, second.end, FigureKind::Count, Amount::Range(low, high), "range"))
}

/// `Hawke 7-54`: wickets and runs behind a bowler's name, where overs or wickets are spoken of.
fn bowled(view: &View<'_>, first: &Number, runs: Decimal) -> bool {
    let name = view.at(words::before(view, first.start).1).is_uppercase();
    let wickets = first.numeral.value <= 10.into() && runs < 400.into();
    if !name || !wickets || view.at(first.start.wrapping_sub(1)) != ' ' {
        return false;
    }
    let near: String =
        view.chars[first.start.saturating_sub(120)..(first.end + 120).min(view.chars.len())].iter().collect();
    [" overs", " wickets", "not out", "b&b", "lbw"].iter().any(|word| near.contains(word))
}

/// `6-4, 3-6, 7-5`: a set among sets.
fn set(view: &View<'_>, first: &Number, second: &Number) -> bool {
    let pair = |at: usize| {
        let [a, '-' | '–', b] = view.chars.get(at..at + 3).unwrap_or_default() else { return false };
        a.is_ascii_digit() && b.is_ascii_digit() && a > b && !view.at(at + 3).is_ascii_digit()
    };
    let single = second.end - first.start == 3;
    let before = view.ends_with(first.start, ", ") && first.start > 4 && pair(first.start - 5);
    let after = view.starts_with(second.end, ", ") && pair(second.end + 2);
    single && (before || after)
}

/// Words of sport around a pair of numbers.
fn sport(view: &View<'_>, start: usize, end: usize) -> bool {
    let before: String =
        view.chars[start.saturating_sub(30)..start].iter().map(char::to_ascii_lowercase).collect();
    let after: String =
        view.chars[end..(end + 30).min(view.chars.len())].iter().map(char::to_ascii_lowercase).collect();
    [
        "win",
        "won",
        "lost",
        "loss",
        "victory",
        "defeat",
        "beat",
        "score",
        "draw",
        "lead",
        "record",
        "game",
        "match",
        "vote",
        "cup",
        "league",
        "season",
        "final",
        "set",
        "innings",
        "wicket",
        "bowl",
        "overs",
        "declared",
        "all out",
        "took ",
        "stumps",
        "resum",
        "captain",
        "batsm",
        "not out",
        "figures",
        "had taken",
    ]
    .iter()
    .any(|word| before.contains(word) || after.contains(word))
}
