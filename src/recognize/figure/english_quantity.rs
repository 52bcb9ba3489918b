//! Amounts in English: number, multiplier and unit, as one value or as a range, with what hedges them.

mod allowed;
mod alone;
mod compound;
mod range;
mod tail;

use std::borrow::Cow;

use super::bound::Hedge;
use super::{
    Amount, Reading, english, english_form, english_fraction, english_race, english_ratio, magnitude,
    negatives, words, written,
};
use crate::annotation::{Bound, FigureKind};
use crate::text::among;
use crate::text::numeral::{self, Form, Numeral};
use crate::value::currency::{self, Currency};
use crate::value::decimal::Decimal;
use crate::value::unit::{self, Dimension};
use crate::view::View;

use allowed::allowed;
use alone::{bare, money_alone, ordinal, rank};
use compound::compound;
use range::range;
use tail::tail;
pub(super) use tail::{degrees, screen};

/// A number with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) numeral: Numeral,
    /// The currency before it and where that begins.
    pub(super) money: Option<(Currency, usize)>,
}

impl Number {
    pub(super) fn in_digits(&self, view: &View<'_>) -> bool {
        view.at(self.start).is_ascii_digit()
    }

    fn from(&self) -> usize {
        self.money.map_or(self.start, |(_, start)| start)
    }
}

/// A unit behind a number.
#[derive(Clone, Debug)]
struct Tail {
    from: usize,
    end: usize,
    kind: FigureKind,
    symbol: Cow<'static, str>,
    dimension: Dimension,
    currency: Option<Currency>,
}

impl Tail {
    fn unit(unit: unit::Unit, from: usize, end: usize) -> Self {
        let (kind, symbol, dimension) = (unit.kind, Cow::Borrowed(unit.symbol), unit.dimension);
        Self { from, end, kind, symbol, dimension, currency: None }
    }

    fn money(currency: Currency, from: usize, end: usize) -> Self {
        let (kind, symbol, dimension) = (FigureKind::Money, Cow::Borrowed(currency.code), Dimension::Scale);
        Self { from, end, kind, symbol, dimension, currency: Some(currency) }
    }
}

/// Chinese text with an English multiplier behind the digits: 3.5 million.
#[inline(never)] // A part of the page's module begins here.
pub(super) fn scaled(view: &View<'_>, at: usize) -> Option<Reading> {
    let n = numeral::english(view.chars, at)?;
    (n.form == Form::English && view.at(at).is_ascii_digit() && !n.ordinal).then(|| read(view, at)).flatten()
}

/// Reads whatever begins with an English number here.
#[inline(never)] // A part of the page's module begins here.
pub(super) fn read(view: &View<'_>, at: usize) -> Option<Reading> {
    // Every 15 minutes recurs; one for every six houses counts them.
    let (word, from) = words::before(view, at);
    if word == "every" && view.at(at.wrapping_sub(1)) == ' ' && words::before(view, from).0 != "for" {
        return None;
    }
    let first = numeral::english(view.chars, at);
    let found = written::read(view, at, unit::english_at)
        .or_else(|| english_race::read(view, at, first))
        .or_else(|| english_form::read(view, at))
        .or_else(|| english_ratio::read(view, at, first))
        .or_else(|| english_fraction::large(view, at))
        .or_else(|| english_fraction::read(view, at))
        .or_else(|| english_fraction::slash(view, at))
        .or_else(|| english_fraction::colon(view, at))
        .or_else(|| hour_and_a_half(view, at))
        .or_else(|| magnitude::read(view, at))
        .or_else(|| loss(view, at))
        .or_else(|| amount(view, at, first?))?;
    Some(hedged(view, found))
}

/// With what stands before and after it: about, more than, or so.
pub(super) fn hedged(view: &View<'_>, mut reading: Reading) -> Reading {
    let (end, after) = english::after(view, reading.end);
    let (start, before) = if reading.kind == FigureKind::Ordinal {
        (reading.start, Hedge::NONE)
    } else {
        english::before(view, reading.start)
    };
    let (start, before) = match start + "over ".len() {
        _ if !lasting(view, &reading, start) => (start, before),
        plain if plain == reading.start => (plain, Hedge::NONE),
        hedged => (hedged, Hedge::APPROX),
    };
    let hedge = before.and(after).and(Hedge { approx: reading.approx, bound: reading.bound });
    // plus or minus 2%: on either side, and so about
    if view.starts_with(start, "minus ") && view.ends_with(start, "plus or ") {
        reading.amount = reading.amount.map(Decimal::negated);
        (reading.start, reading.end) = (start - "plus or ".len(), end);
        (reading.approx, reading.bound) = (true, hedge.bound);
        return reading;
    }
    (reading.start, reading.end) = (start, end);
    (reading.approx, reading.bound) = (hedge.approx, hedge.bound);
    reading
}

/// `spread over three years`: during, not more than; `for over a year` is more than.
fn lasting(view: &View<'_>, reading: &Reading, start: usize) -> bool {
    let over =
        start < reading.start && (view.starts_with(start, "over ") || view.starts_with(start, "Over "));
    let (word, _) = words::before(view, start);
    // a race over 2m 3f
    over && reading.rule == "course"
        || over
            && reading.kind == FigureKind::Duration
            && !among(
                "for wait waits waited waiting back than served stayed after in is was \
                 lasted took spent spend spends to of takes lasting spanning now been",
                word.as_str(),
            )
}

/// The number at a position with its currency sign and its abbreviated multiplier.
fn number(view: &View<'_>, at: usize) -> Option<Number> {
    number_of(view, at, numeral::english(view.chars, at)?)
}

fn number_of(view: &View<'_>, at: usize, numeral: Numeral) -> Option<Number> {
    let money = currency::sign_before(view.chars, at).or_else(|| {
        // HK4.2 cents
        let coins = view.starts_with(numeral.end, " cent") || view.starts_with(numeral.end, " Cent");
        let sign = Currency { name: "HK", code: "HKD", places: 0 };
        (coins && view.ends_with(at, "HK")).then(|| (sign, at - 2))
    });
    // P150 million, R1.2bn, N5bn: pesos, rands, naira; a bare P30 is too often something else.
    let code = match view.at(at.wrapping_sub(1)) {
        'P' => "PHP",
        'R' => "ZAR",
        'N' => "NGN",
        _ => "",
    };
    let letter = !code.is_empty() && (at < 2 || matches!(view.at(at - 2), ' ' | '(' | '“' | '"'));
    // it cost P30; R18.45 to the dollar
    let cents = |n: &Number| n.numeral.form == Form::Digits && view.at(n.end.wrapping_sub(3)) == '.';
    let paid = || among("cost costs paid pay pays worth", words::before(view, at - 1).0.as_str());
    let sign = Currency { name: "P", code, places: 0 };
    // The m of R1.5m is a million, as it is behind $.
    let summed = (money.is_none() && letter)
        .then(|| with_sign(view, at, numeral, Some((sign, at - 1))))
        .flatten()
        .filter(|n| {
            n.numeral.form == Form::English
                || view.chars[at..n.numeral.end].contains(&',')
                || cents(n)
                || paid()
        })
        .filter(|n| !n.numeral.ordinal);
    summed.or_else(|| with_sign(view, at, numeral, money))
}

fn number_after(view: &View<'_>, at: usize, money: Option<(Currency, usize)>) -> Option<Number> {
    with_sign(view, at, numeral::english(view.chars, at)?, money)
}

/// The number with the sign before it; MSEK 120 are millions.
fn with_sign(view: &View<'_>, at: usize, n: Numeral, money: Option<(Currency, usize)>) -> Option<Number> {
    let mut found = multiplied(view, at, n, money)?;
    if let Some((c, _)) = money {
        found.numeral.value = found.numeral.value.shift(-c.places)?;
    }
    Some(found)
}

fn multiplied(
    view: &View<'_>,
    at: usize,
    mut n: Numeral,
    money: Option<(Currency, usize)>,
) -> Option<Number> {
    if let Some(grouped) = spaced_groups(view, at, &n) {
        n = grouped;
    }
    let mut end = n.end;
    // 400-odd kilometres, 70-something per cent
    let some = ["-odd", "-something"].iter().find(|word| view.starts_with(end, word));
    if let Some(stop) = some.map(|word| end + word.len()).filter(|stop| !view.at(*stop).is_alphanumeric())
        && !n.ordinal
    {
        n.approx = true;
        return Some(Number { start: at, end: stop, numeral: n, money });
    }
    if n.form == Form::Digits
        && let Some((part, stop)) = english_fraction::mixed(view, at, n.end)
    {
        n.value = n.value.checked_add(part)?;
        n.end = stop;
        return Some(Number { start: at, end: stop, numeral: n, money });
    }
    if n.form == Form::Digits && !n.ordinal {
        // Rs 1,250-cr
        let crore = money.is_some() && view.starts_with(end, "-cr");
        let from = end + usize::from(matches!(view.at(end), ' ') && money.is_some() || crore);
        if let Some((exponent, stop)) = numeral::suffix(view.chars, from) {
            let one_letter = stop - from == 1;
            let letter = view.at(from);
            let counts = money.is_some()
                || !one_letter
                || matches!(letter, 'k' | 'K' | 'b' | 'B' | 'M')
                || letter == 'm' && counted(view, at, stop);
            // 9M FY26: nine months
            let months = letter == 'M' && money.is_none() && view.starts_with(stop, " FY");
            if counts
                && !months
                && !(matches!(letter, 'k' | 'K')
                    && money.is_none()
                    && view.at(stop) == '-'
                    && !view.at(stop + 1).is_ascii_digit())
            {
                n.value = n.value.shift(exponent)?;
                (end, n.form) = (stop, Form::English);
            }
        }
    }
    Some(Number { start: at, end, numeral: n, money })
}

/// 14.2m tonnes, passengers: 4.71m: millions and no metres.
fn counted(view: &View<'_>, at: usize, end: usize) -> bool {
    const THINGS: &str = " tonnes tons litres liters barrels passengers people users visitors subscribers customers viewers \
        copies households homes tourists workers jobs units followers views downloads votes voters patients children vehicles \
        tickets trips arrivals students members cases doses acres hectares gallons bottles birds cattle sheep pigs bushels \
        residents citizens speakers refugees adults sq cubic population circulation attendance ";
    let is_thing = |word: &str| [" ", "s "].iter().any(|end| THINGS.contains(&format!(" {word}{end}")));
    let (next, after) = words::after(view, end);
    if view.at(end) == ' ' && (is_thing(&next) || is_thing(&words::after(view, after).0)) {
        return true;
    }
    // What is told ahead: passenger numbers, at 1.8m
    let near: String = view.chars[at.saturating_sub(40)..at].iter().map(char::to_ascii_lowercase).collect();
    let ahead = near.split(|c: char| !c.is_alphabetic()).any(is_thing);
    let length = among("long high tall deep wide away race final above below", next.as_str());
    ahead && !length && !view.at(at.wrapping_sub(1)).is_alphabetic()
}

/// 40 000, 1 250 000: groups of three set apart by spaces. A third group that is none makes it a telephone number.
fn spaced_groups(view: &View<'_>, at: usize, n: &Numeral) -> Option<Numeral> {
    let digits = |from: usize| {
        view.chars.get(from..).unwrap_or_default().iter().take(5).take_while(|c| c.is_ascii_digit()).count()
    };
    let plain = n.form == Form::Digits && n.end - at == digits(at) && n.end - at <= 3 && view.at(at) != '0';
    let before = view.at(at.wrapping_sub(1));
    let led = at == 0 || matches!(before, ' ' | '(' | '$' | '€' | '£' | '¥');
    if !plain || !led || view.at(n.end) != ' ' || digits(n.end + 1) != 3 {
        return None;
    }
    let (word, from) = words::before(view, at);
    let named = view.at(from).is_uppercase() && from > 0 || word == "no." || word == "nos.";
    let listed = view.at(at.wrapping_sub(2)).is_ascii_digit();
    let (mut end, mut value) = (n.end, n.value);
    while view.at(end) == ' ' && digits(end + 1) == 3 {
        let group = numeral::digits(view.chars, end + 1).filter(|group| group.end >= end + 4)?;
        value = value.shift(3)?.checked_add(group.value)?;
        end = group.end;
    }
    let goes_on = view.at(end) == ' ' && view.at(end + 1).is_ascii_digit()
        || matches!(view.at(end), '-' | '/' | ':' | '–') && view.at(end + 1).is_ascii_digit();
    let next = view.at(end + 1);
    let noun = view.at(end) != ' ' || next.is_ascii_lowercase() || next == '\0';
    (!named && !listed && !goes_on && noun).then_some(Numeral { value, end, ..*n })
}

fn amount(view: &View<'_>, at: usize, first: Numeral) -> Option<Reading> {
    let first = number_of(view, at, first)?;
    if negatives::english(view, &first) {
        return None;
    }
    if first.numeral.ordinal {
        return ordinal(view, &first);
    }
    if let Some(found) = rank(view, &first) {
        return Some(found);
    }
    let left = tail(view, &first);
    if let Some(found) = range(view, &first, left.as_ref()) {
        return Some(found);
    }
    let Some(tail) = left else { return bare(view, &first) };
    // One minute alone says too little; one minute and 30 seconds is an amount.
    if tail.kind == FigureKind::Duration
        && view.at(first.end) != '-'
        && let Some(found) = compound(view, &first, &tail)
    {
        return Some(found);
    }
    if !allowed(view, &first, &tail) {
        return bare(view, &first);
    }
    if let Some(found) = compound(view, &first, &tail) {
        return Some(found);
    }
    let mut found = with_unit(view, first.from(), Amount::Exact(first.numeral.value), first.money, tail);
    found.approx |= view.ends_with(first.end, "-odd");
    if view.ends_with(first.end, "-something") {
        found.bound = Some(Bound::MoreThan);
    }
    Some(with_cents(view, found))
}

/// `20 dollars and 43 cents`, `$20 and 43c`, `3 euros fifty`: the smaller coins belong to the amount.
///
/// Without a word for the coins, the number must end its clause.
fn with_cents(view: &View<'_>, mut found: Reading) -> Reading {
    let Amount::Exact(whole) = found.amount else { return found };
    let whole_units = whole.integer().is_some() && whole < 1_000_000.into();
    if found.kind != FigureKind::Money || !whole_units {
        return found;
    }
    let Some(at) = [" and ", " "]
        .iter()
        .find(|glue| view.starts_with(found.end, glue))
        .map(|glue| found.end + glue.len())
    else {
        return found;
    };
    let Some(n) = numeral::english(view.chars, at)
        .filter(|n| !n.ordinal && !n.bare && n.value.integer().is_some() && n.value < 100.into())
    else {
        return found;
    };
    let from = n.end + usize::from(view.at(n.end) == ' ');
    let (word, _) = words::after_word(view, from);
    let end = match word.as_str() {
        "cent" | "cents" | "pence" | "penny" | "sen" | "sens" | "paise" => from + word.len(),
        "c" | "p" if from == n.end => from + 1,
        _ if clause_ends(view, n.end) && words::before(view, found.start).0 != "between" => n.end,
        _ => return found,
    };
    let Some(sum) = n.value.shift(-2).and_then(|cents| whole.checked_add(cents)) else { return found };
    (found.amount, found.end) = (Amount::Exact(sum), end);
    found
}

/// `$(2.1) million`: how accounts write a loss.
fn loss(view: &View<'_>, at: usize) -> Option<Reading> {
    let open = at.checked_sub(1).filter(|open| view.at(*open) == '(')?;
    let n = numeral::digits(view.chars, at).filter(|n| view.at(n.end) == ')')?;
    let (money, start) = currency::sign_before(view.chars, open)?;
    let (word, stop) = words::after(view, n.end + 1);
    let (exponent, end) = match word.as_str() {
        "thousand" => (3, stop),
        "million" => (6, stop),
        "billion" => (9, stop),
        _ => numeral::suffix(view.chars, n.end + 1).unwrap_or((0, n.end + 1)),
    };
    Some(money_alone(start, end, Amount::Exact(n.value.negated()?.shift(exponent)?), money))
}

/// Whether nothing but a mark follows.
fn clause_ends(view: &View<'_>, at: usize) -> bool {
    let mark = matches!(view.at(at), '.' | ',' | ';' | '!' | '?' | ')') && !view.at(at + 1).is_alphanumeric();
    at >= view.chars.len() || mark
}

fn with_unit(
    view: &View<'_>,
    start: usize,
    amount: Amount,
    money: Option<(Currency, usize)>,
    tail: Tail,
) -> Reading {
    let mut kind = tail.kind;
    let mut symbol = tail.symbol;
    let mut amount = amount;
    if symbol == "deg" && view.at(tail.from) != '°' {
        let context: String =
            view.chars[start.saturating_sub(40)..start].iter().map(char::to_ascii_lowercase).collect();
        let noun = words::after(view, tail.end).0;
        let weather = [
            "temperature",
            "heat",
            "cold",
            "warm",
            "weather",
            "cool",
            "mercury",
            "forecast",
            "observatory",
            "highs",
            "lows",
            "frost",
            "daytime",
            "overnight",
        ];
        let felt =
            context.ends_with("it was ") || context.ends_with("it is ") || context.ends_with("it hit ");
        let day = among("chill water sunshine day days oven heatwave", noun.as_str());
        if felt || day || weather.iter().any(|word| context.contains(word) || noun.starts_with(word)) {
            (kind, symbol) = (FigureKind::Temperature, "deg".into());
        }
    }
    let currency = money.map(|(c, _)| c).or(tail.currency);
    if let Some(c) = tail.currency {
        amount = amount.map(|d| d.shift(-c.places));
        // A guinea is a pound and a shilling.
        let pounds = Decimal::parse("1.05").filter(|_| c.name == "guinea");
        if let Some(pounds) = pounds {
            amount = amount.map(|d| d.checked_mul(pounds));
        }
    }
    // A minus before ° is as clear as one before °C.
    let signed = if symbol == "deg" { FigureKind::Temperature } else { kind };
    let (start, negative) = sign(view, start, signed);
    if negative && kind == FigureKind::Measure && symbol == "deg" {
        kind = FigureKind::Temperature;
    }
    if negative {
        // From -3C to 5C: the sign is the first one's.
        amount = match amount {
            Amount::Range(low, high) => low.negated().map_or(Amount::Unknown, |low| Amount::Range(low, high)),
            other => other.map(Decimal::negated),
        };
    }
    let mut found = Reading::new(start, tail.end, kind, amount, "amount");
    found.unit = Some(match currency {
        Some(c) if kind == FigureKind::Money && !symbol.contains('/') => c.code.into(),
        _ => symbol,
    });
    found.currency = currency.filter(|_| kind == FigureKind::Money).map(|c| c.code);
    found.unit_text = Some((tail.from, tail.end));
    found
}

/// `-5 degrees`, `-0.2%`: a minus that stands free.
fn sign(view: &View<'_>, start: usize, kind: FigureKind) -> (usize, bool) {
    let previous = view.at(start.wrapping_sub(1));
    let free = start < 2 || matches!(view.at(start.wrapping_sub(2)), ' ' | '(' | '[' | '|' | '\t' | '\0');
    // | -5.6 | +2.5: cells of a table
    let cell = ["|", "| ", "— ", "  ", "\t"].iter().any(|edge| start > 0 && view.ends_with(start - 1, edge));
    let signed = cell
        || previous == '+'
        || matches!(
            kind,
            FigureKind::Percent
                | FigureKind::Temperature
                | FigureKind::PercentagePoint
                | FigureKind::Multiple
                | FigureKind::Money
        );
    let (word, minus) = words::before(view, start);
    if word == "minus" && previous == ' ' {
        return (minus, true);
    }
    // ± 2%, +/- 3 points
    let near = start.saturating_sub(usize::from(previous == ' '));
    if view.at(near.wrapping_sub(1)) == '±' {
        return (near - 1, false);
    }
    if view.ends_with(near, "+/-") {
        return (near - 3, false);
    }
    match previous {
        // (-0.4m/s)
        '-' | '−' if kind == FigureKind::Measure && view.at(start.wrapping_sub(2)) == '(' => {
            (start - 1, true)
        }
        '-' | '−' | '–' if free && signed => (start - 1, true),
        '+' if free && signed => (start - 1, false),
        _ => (start, false),
    }
}

/// `an hour and a half`, `a year and a half`; an hour alone says too little.
fn hour_and_a_half(view: &View<'_>, at: usize) -> Option<Reading> {
    let (article, end) = words::after_word(view, at);
    if !matches!(article.as_str(), "a" | "an") || view.at(end) != ' ' {
        return None;
    }
    let (unit, stop) = unit::english_at(view.chars, end + 1)?;
    let part = [
        (" and a half", 50),
        (" and a quarter", 25),
        (" and three-quarters", 75),
        (" and three quarters", 75),
    ]
    .into_iter()
    .find(|(text, _)| view.starts_with(stop, text));
    // More than a decade; a decade alone says too little.
    let hedged = english::before(view, at);
    let long = matches!(unit.symbol, "a" | "a10" | "a100" | "mo" | "wk" | "h");
    let later = words::after(view, stop).0;
    let dated = among("ago later earlier before after old", later.as_str());
    if part.is_none() && long && hedged.0 < at && hedged.1.bound.is_some() && !dated {
        let found = Reading::new(at, stop, unit.kind, Amount::Exact(Decimal::ONE), "duration");
        return Some(found.unit(unit.symbol, end + 1, stop));
    }
    if unit.kind != FigureKind::Duration {
        return None;
    }
    let Some((text, hundredths)) = part else {
        // An hour and 15 minutes; four times a year and 30 days are two things.
        let rate = view.ends_with(at, "times ") || view.at(at.wrapping_sub(2)).is_ascii_digit();
        let numeral =
            Numeral { value: Decimal::ONE, end, ..numeral::english(view.chars, stop + " and ".len())? };
        let one = Number { start: at, end, numeral, money: None };
        let tail = Tail::unit(unit, end + 1, stop);
        return (!rate && view.starts_with(stop, " and ")).then(|| compound(view, &one, &tail)).flatten();
    };
    let value = Decimal::ONE.checked_add(Decimal::new(hundredths, 2)?)?;
    Some(Reading::new(at, stop + text.len(), unit.kind, Amount::Exact(value), "duration").unit(
        unit.symbol,
        end + 1,
        stop,
    ))
}
