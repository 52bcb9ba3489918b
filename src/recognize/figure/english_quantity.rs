//! Amounts in English: number, multiplier and unit, as one value or as a range, with what hedges them.

use std::borrow::Cow;

use super::bound::Hedge;
use super::{
    Amount, Reading, english, english_form, english_fraction, english_ratio, magnitude, negatives, words,
};
use crate::annotation::{Bound, FigureKind};
use crate::text::numeral::{self, Form, Numeral};
use crate::value::currency::{self, Currency};
use crate::value::decimal::Decimal;
use crate::value::unit::{self, Dimension};
use crate::view::View;

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

/// Chinese text with an English multiplier behind the digits: 3.5 million.
pub(super) fn scaled(view: &View<'_>, at: usize) -> Option<Reading> {
    let n = numeral::english(view.chars, at)?;
    (n.form == Form::English && view.at(at).is_ascii_digit() && !n.ordinal).then(|| read(view, at)).flatten()
}

/// Reads whatever begins with an English number here.
pub(super) fn read(view: &View<'_>, at: usize) -> Option<Reading> {
    // Every 15 minutes recurs; one for every six houses counts them.
    let (word, from) = words::before(view, at);
    if word == "every" && view.at(at.wrapping_sub(1)) == ' ' && words::before(view, from).0 != "for" {
        return None;
    }
    let found = english_form::read(view, at)
        .or_else(|| english_ratio::read(view, at))
        .or_else(|| english_fraction::large(view, at))
        .or_else(|| english_fraction::read(view, at))
        .or_else(|| english_fraction::slash(view, at))
        .or_else(|| english_fraction::colon(view, at))
        .or_else(|| hour_and_a_half(view, at))
        .or_else(|| magnitude::read(view, at))
        .or_else(|| amount(view, at))?;
    Some(hedged(view, found))
}

fn hedged(view: &View<'_>, mut reading: Reading) -> Reading {
    let (end, after) = english::after(view, reading.end);
    let (start, before) = if reading.kind == FigureKind::Ordinal {
        (reading.start, Hedge::NONE)
    } else {
        english::before(view, reading.start)
    };
    let (start, before) =
        if lasting(view, &reading, start) { (reading.start, Hedge::NONE) } else { (start, before) };
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
    let over = reading.start - start == 5 && view.at(start).eq_ignore_ascii_case(&'o');
    let (word, _) = words::before(view, start);
    over && reading.kind == FigureKind::Duration
        && !matches!(
            word.as_str(),
            "for"
                | "after"
                | "in"
                | "is"
                | "was"
                | "lasted"
                | "took"
                | "spent"
                | "of"
                | "takes"
                | "lasting"
                | "spanning"
                | "now"
                | "been"
        )
}

/// The number at a position with its currency sign and its abbreviated multiplier.
fn number(view: &View<'_>, at: usize) -> Option<Number> {
    let money = currency::sign_before(view.chars, at);
    number_after(view, at, money)
}

fn number_after(view: &View<'_>, at: usize, money: Option<(Currency, usize)>) -> Option<Number> {
    let mut n = numeral::english(view.chars, at)?;
    if let Some(grouped) = spaced_groups(view, at, &n) {
        n = grouped;
    }
    let mut end = n.end;
    // 400-odd kilometres
    if view.starts_with(end, "-odd") && !view.at(end + 4).is_alphanumeric() && !n.ordinal {
        n.approx = true;
        return Some(Number { start: at, end: end + 4, numeral: n, money });
    }
    if n.form == Form::Digits && !n.ordinal {
        let from = end + usize::from(matches!(view.at(end), ' ') && money.is_some());
        if let Some((exponent, stop)) = numeral::suffix(view.chars, from) {
            let one_letter = stop - from == 1;
            let letter = view.at(from);
            let counts = money.is_some() || !one_letter || matches!(letter, 'k' | 'K' | 'b' | 'B' | 'M');
            if counts
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

fn amount(view: &View<'_>, at: usize) -> Option<Reading> {
    let first = number(view, at)?;
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

/// Whether nothing but a mark follows.
fn clause_ends(view: &View<'_>, at: usize) -> bool {
    let mark = matches!(view.at(at), '.' | ',' | ';' | '!' | '?' | ')') && !view.at(at + 1).is_alphanumeric();
    at >= view.chars.len() || mark
}

/// The unit behind a number: a sign at once (5%), after a space or a hyphen a word or a symbol.
fn tail(view: &View<'_>, number: &Number) -> Option<Tail> {
    let chars = view.chars;
    let joint = view.at(number.end);
    let spaces = chars[number.end..].iter().take(2).take_while(|c| **c == ' ').count();
    let mut from = number.end + spaces;
    if spaces == 0 && matches!(joint, '-' | '‑') {
        from += 1;
    }
    // 13C: of temperature where the weather is spoken of.
    if spaces == 0 && number.in_digits(view) && degrees(view, number.start, from) {
        let symbol = if view.at(from) == 'C' { "Cel" } else { "[degF]" };
        return Some(Tail {
            from,
            end: from + 1,
            kind: FigureKind::Temperature,
            symbol: symbol.into(),
            dimension: Dimension::Temperature,
            currency: None,
        });
    }
    // 10 €, 300€
    if matches!(view.at(from), '€' | '£') && !view.at(from + 1).is_ascii_digit() && number.money.is_none()
    {
        let currency = currency::sign_before(chars, from + 1).map(|(c, _)| c);
        if let Some(c) = currency {
            return Some(Tail {
                from,
                end: from + 1,
                kind: FigureKind::Money,
                symbol: Cow::Borrowed(c.code),
                dimension: Dimension::Scale,
                currency: Some(c),
            });
        }
    }
    // one and a quarter of an hour
    let of = if number.numeral.value.integer().is_none() {
        [" of an ", " of a ", " of "].iter().find(|of| view.starts_with(number.end, of))
    } else {
        None
    };
    if let Some(of) = of
        && let Some((unit, end)) = unit::english_at(chars, number.end + of.len())
        && unit.kind == FigureKind::Duration
    {
        let (from, symbol) = (number.end + of.len(), Cow::Borrowed(unit.symbol));
        return Some(Tail { from, end, kind: unit.kind, symbol, dimension: unit.dimension, currency: None });
    }
    // an hour and a half; half an hour
    let symbol = unit::symbol_at(chars, from).filter(|(unit, end)| {
        let short = end - from == 1 && unit.name.chars().all(|c| c.is_ascii_alphabetic());
        joint != '-'
            && (spaces == 0 || !short || matches!(unit.name, "m" | "g" | "L" | "W" | "V"))
            && !(short && spaces == 0 && !number.in_digits(view))
    });
    let name = if from > number.end { unit::english_at(chars, from) } else { None };
    let money = if from > number.end {
        currency::english_at(chars, from).map(|(c, end)| (c, end, from))
    } else {
        None
    };
    let code = currency::code_at(chars, number.end).map(|(c, end)| (c, end, end - 3));
    let of_unit = |(unit, end): (unit::Unit, usize)| Tail {
        from,
        end,
        kind: unit.kind,
        symbol: Cow::Borrowed(unit.symbol),
        dimension: unit.dimension,
        currency: None,
    };
    let of_money = |(c, end, from): (Currency, usize, usize)| Tail {
        from,
        end,
        kind: FigureKind::Money,
        symbol: Cow::Borrowed(c.code),
        dimension: Dimension::Scale,
        currency: Some(c),
    };
    let mut best = [symbol.map(of_unit), name.map(of_unit), money.map(of_money), code.map(of_money)]
        .into_iter()
        .flatten()
        .reduce(|best, next| if next.end > best.end { next } else { best })?;
    if number.money.is_some() && best.kind != FigureKind::Money && !matches!(view.at(number.end), '/') {
        // $12 a day, $3 per share, $5 gallon: the money alone; $58/MWh whole.
        return None;
    }
    if best.currency.is_some_and(|c| c.name == "pound") && weight(view, number, &best) {
        (best.kind, best.symbol, best.dimension, best.currency) =
            (FigureKind::Measure, "[lb_av]".into(), Dimension::Mass, None);
    }
    age(view, &mut best);
    if best.kind == FigureKind::Measure {
        per(view, &mut best);
    }
    let abbreviated = view.chars[best.from..best.end].iter().map(char::to_ascii_lowercase).eq("pct".chars());
    if abbreviated && view.at(best.end) == '.' {
        best.end += 1;
    }
    Some(best)
}

/// Whether C or F right behind the digits are degrees.
pub(super) fn degrees(view: &View<'_>, start: usize, end: usize) -> bool {
    matches!(view.at(end), 'C' | 'F')
        && !view.at(end + 1).is_alphanumeric()
        && end - start <= 4
        && weather(view, start, end)
}

/// Words of the weather around a number, or a minus before it.
fn weather(view: &View<'_>, start: usize, end: usize) -> bool {
    if matches!(view.at(start.wrapping_sub(1)), '-' | '−' | '–') && view.at(start.wrapping_sub(2)) == ' '
    {
        return true;
    }
    let near = &view.chars[start.saturating_sub(80)..(end + 60).min(view.chars.len())];
    let text: String = near.iter().map(char::to_ascii_lowercase).collect();
    [
        "temperature",
        "celsius",
        "highs",
        "lows",
        "high of",
        "low of",
        "degrees",
        "heat",
        "warm",
        "cold",
        "cool",
        "frost",
        "sunshine",
        "forecast",
        "weather",
        "climate",
        "freez",
        "boil",
        "melt",
        "oven",
        "water",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// 200-pound, or pounds where somebody is weighed.
fn weight(view: &View<'_>, number: &Number, tail: &Tail) -> bool {
    let context: String =
        view.chars[number.start.saturating_sub(30)..(tail.end + 12).min(view.chars.len())].iter().collect();
    view.at(number.end) == '-' && view.at(tail.end) != 's' && number.numeral.value < 2000.into()
        || view.starts_with(tail.end, " of ")
            && number.numeral.form == Form::Digits
            && !context.contains("worth")
        || context.contains("weigh")
        || context.contains("heavy")
}

/// `years old`, `-year-old`, `years of age`: an age.
fn age(view: &View<'_>, tail: &mut Tail) {
    if tail.kind != FigureKind::Duration {
        return;
    }
    for ending in [" old", "-old", "-olds", " olds", " of age"] {
        let end = tail.end + ending.len();
        if view.starts_with(tail.end, ending) && !view.at(end).is_alphanumeric() {
            tail.end = end;
            tail.kind = FigureKind::Age;
            return;
        }
    }
}

/// `barrels a day`, `km per second`, `mg/L`.
fn per(view: &View<'_>, tail: &mut Tail) {
    let at = tail.end;
    let from = if view.at(at) == '/' {
        at + 1
    } else {
        let (word, end) = words::after(view, at);
        match word.as_str() {
            "per" | "a" | "an" if view.at(at) == ' ' && view.at(end) == ' ' => end + 1,
            _ => return,
        }
    };
    let a_time = view.at(at) == ' ' && view.at(at + 1).eq_ignore_ascii_case(&'a');
    let under = unit::english_at(view.chars, from)
        .or_else(|| unit::symbol_at(view.chars, from).filter(|_| view.at(at) == '/'));
    let Some((under, end)) = under else { return };
    if a_time && under.dimension != Dimension::Time {
        return;
    }
    tail.symbol = Cow::Owned(format!("{}/{}", tail.symbol, under.symbol));
    tail.end = end;
}

/// Whether number and unit make an amount: `one day`, `three-time`, `second-half` do not.
fn allowed(view: &View<'_>, first: &Number, tail: &Tail) -> bool {
    let n = &first.numeral;
    let word: String = view.chars[tail.from..tail.end].iter().map(char::to_ascii_lowercase).collect();
    let hyphen = view.at(first.end) == '-';
    let plural = word.ends_with('s');
    let spelled = !first.in_digits(view);
    match word.as_str() {
        "time" => return false,
        // four night shifts, 75 day cares: the unit begins the noun.
        "night" if !hyphen && n.value > Decimal::ONE => return false,
        "day" if !hyphen && n.value > Decimal::ONE => {
            let (noun, _) = words::after(view, tail.end);
            let kinds =
                ["care", "trip", "pass", "ticket", "room", "school", "centre", "center", "job", "labourer"];
            return !kinds.iter().any(|kind| noun.starts_with(kind));
        }
        "times" => {
            return n.value > Decimal::ONE
                && (n.value.integer().is_none() || compares(&words::after(view, tail.end).0));
        }
        "point" => return hyphen && n.value >= 10.into(),
        "won" | "real" | "mark" | "rand" | "dong" | "lev" | "kina" => {
            return n.form == Form::English && n.value >= 1000.into()
                || !spelled && word == "won" && n.value >= 100.into();
        }
        "second" | "quarter" if !hyphen => {
            return n.value.integer().is_none() || n.value == Decimal::ONE && !spelled;
        }
        "quarters" | "degree" if hyphen => return false,
        "quarter" => return false,
        "knot" | "foot" | "mark s" => return hyphen || !spelled || word == "foot",
        _ => {}
    }
    if n.value == Decimal::ONE && spelled {
        return match tail.kind {
            FigureKind::Duration => {
                english::before(view, first.start).0 < first.start
                    || !hyphen && words::before(view, first.start).0 == "a"
            }
            FigureKind::Money => tail.currency.is_some_and(|c| c.places == 0) && !hyphen,
            FigureKind::Age => true,
            _ => !plural,
        };
    }
    true
}

/// Words after `ten times` that make it a multiple and no occurrence.
fn compares(next: &str) -> bool {
    "as the more less faster slower higher lower larger bigger smaller greater that its their what normal over longer stronger \
     cheaper earnings sales book revenue annual current ebitda better worse heavier likelier his her forward monthly"
        .split(' ')
        .any(|word| word == next)
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
        if ["temperature", "heat", "cold", "warm", "weather", "cool"]
            .iter()
            .any(|word| context.contains(word))
        {
            (kind, symbol) = (FigureKind::Temperature, "deg".into());
        }
    }
    let currency = money.map(|(c, _)| c).or(tail.currency);
    if let Some(c) = tail.currency {
        amount = amount.map(|d| d.shift(-c.places));
    }
    // A minus before ° is as clear as one before °C.
    let signed = if symbol == "deg" { FigureKind::Temperature } else { kind };
    let (start, negative) = sign(view, start, signed);
    if negative {
        amount = amount.map(Decimal::negated);
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
    let free = start < 2 || matches!(view.at(start.wrapping_sub(2)), ' ' | '(' | '[' | '\0');
    let signed = matches!(
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
        '-' | '−' | '–' if free && signed => (start - 1, true),
        '+' if free && signed => (start - 1, false),
        _ => (start, false),
    }
}

/// `1 hour 59 minutes`, `7 feet 10 inches`, `one minute and 30 seconds`: the sum in the last unit.
fn compound(view: &View<'_>, first: &Number, tail: &Tail) -> Option<Reading> {
    let feet = matches!(tail.symbol.as_ref(), "[ft_i]" | "[yd_i]" | "km" | "m" | "[lb_av]");
    if tail.kind != FigureKind::Duration && !feet || tail.kind == FigureKind::Age {
        return None;
    }
    let (mut value, mut last) = (first.numeral.value, tail.clone());
    let mut any = false;
    // 6-foot-4: inches
    let inches =
        (tail.symbol == "[ft_i]" && view.at(tail.end) == '-' && view.at(tail.end + 1).is_ascii_digit())
            .then(|| numeral::digits(view.chars, tail.end + 1))
            .flatten();
    if let Some(n) = inches.filter(|n| n.value < 12.into() && !view.at(n.end).is_alphanumeric()) {
        let value = value.checked_mul(12.into())?.checked_add(n.value)?;
        let mut found = Reading::new(first.start, n.end, tail.kind, Amount::Exact(value), "compound");
        found.unit = Some("[in_i]".into());
        return Some(found);
    }
    for _ in 0..3 {
        let at = [", and ", " and ", ", ", " "]
            .iter()
            .find(|glue| view.starts_with(last.end, glue))
            .map(|glue| last.end + glue.len());
        let Some(next) = at
            .and_then(|at| number_after(view, at, None))
            .filter(|n| !n.numeral.ordinal && n.numeral.value > Decimal::ZERO)
        else {
            break;
        };
        let Some(unit) = self::tail(view, &next) else {
            // An hour and thirty: minutes, where the clause ends.
            if last.symbol == "h" && next.numeral.value < 60.into() && clause_ends(view, next.end) {
                value = value.checked_mul(60.into())?.checked_add(next.numeral.value)?;
                (last.from, last.end, last.symbol) = (next.start, next.end, "min".into());
                any = true;
            }
            break;
        };
        let Some(ratio) = ratio(&last, &unit).filter(|ratio| *ratio > Decimal::ONE) else { break };
        value = value.checked_mul(ratio)?.checked_add(next.numeral.value)?;
        last = unit;
        any = true;
    }
    any.then(|| {
        let end = last.end;
        let symbol = last.symbol.clone();
        let kind = last.kind;
        let mut found = Reading::new(first.start, end, kind, Amount::Exact(value), "compound");
        found.unit = Some(symbol);
        found.unit_text = Some((last.from, last.end));
        found
    })
}

/// How many of the second unit make one of the first, where that is a whole number.
fn ratio(from: &Tail, to: &Tail) -> Option<Decimal> {
    let size = |tail: &Tail| {
        Some(match tail.symbol.as_ref() {
            "s" => 1i64,
            "min" => 60,
            "h" => 3600,
            "d" => 86400,
            "wk" => 604_800,
            "mo" => 2_629_746,
            "a" => 31_556_952,
            "[yd_i]" => 36,
            "[ft_i]" => 12,
            "[in_i]" => 1,
            "km" => 100_000,
            "m" => 100,
            "cm" => 1,
            "[lb_av]" => 16,
            "[oz_av]" => 1,
            _ => return None,
        })
    };
    let (a, b) = (size(from)?, size(to)?);
    (from.dimension == to.dimension && a % b == 0).then(|| Decimal::from(a / b))
}

/// `10 to 20`, `8–10 years`, `$3–4 billion`, `between 5 and 10 percent`.
fn range(view: &View<'_>, first: &Number, left: Option<&Tail>) -> Option<Reading> {
    let (before, between_from) = words::before(view, first.from());
    let between = before == "between" && view.at(first.from().wrapping_sub(1)) == ' ';
    let stop = left.map_or(first.end, |tail| tail.end);
    let hyphened = view.starts_with(stop, "-to-");
    let dash = !hyphened
        && (matches!(view.at(stop), '-' | '–' | '—' | '‑')
            || view.starts_with(stop, " - ")
            || view.starts_with(stop, " – "));
    let at = if dash {
        stop + if view.at(stop) == ' ' { 3 } else { 1 }
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
    let (mut low, high) = (first.numeral.value, second.numeral.value);
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
        return plain_pair(view, first, &second, dash, between, between_from);
    }
    if low > high {
        return None;
    }
    let start = if between { between_from } else { first.from() };
    let amount = Amount::Range(low, high);
    let mut found = match unit {
        Some(unit) => with_unit(view, start, amount, money, unit),
        None => money_alone(start, second.end, amount, money?.0),
    };
    found.rule = "range";
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

/// Verbs of change before `from`: what follows are two levels.
fn changed(view: &View<'_>, from: usize) -> bool {
    let context: String =
        view.chars[from.saturating_sub(70)..from].iter().map(char::to_ascii_lowercase).collect();
    [
        "rose", "fell", "rise", "fall", "increas", "decreas", "up ", "down ", "raise", "cut", "drop",
        "declin", "grew", "grow", "reduc", "climb", "slip", "jump", "shrank", "narrow", "widen", "went",
        "lower", "improv", "doubl", "slow", "edged", "upgrad", "expand", "moved", "chang",
    ]
    .iter()
    .any(|verb| context.contains(verb))
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
    let score = digits && (low >= high || dash && sport(view, first.start, second.end));
    // Boeing 737-800: so many points nobody makes, and not of a plane.
    let bare = |n: &Number| n.numeral.form == Form::Digits && !view.chars[n.start..n.end].contains(&',');
    let model =
        low > 200.into() && bare(first) && bare(second) && dash && !sport(view, first.start, second.end)
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
        return Some(Reading::new(first.start, second.end, FigureKind::Score, Amount::Ratio(text), "score"));
    }
    if !between && !dash && words::before(view, first.start).0 == "from" && low >= high {
        return None;
    }
    let start = if between { between_from } else { first.start };
    Some(Reading::new(start, second.end, FigureKind::Count, Amount::Range(low, high), "range"))
}

/// Words of sport around a pair of numbers.
fn sport(view: &View<'_>, start: usize, end: usize) -> bool {
    let before: String =
        view.chars[start.saturating_sub(30)..start].iter().map(char::to_ascii_lowercase).collect();
    let after: String =
        view.chars[end..(end + 30).min(view.chars.len())].iter().map(char::to_ascii_lowercase).collect();
    [
        "win", "won", "lost", "loss", "victory", "defeat", "beat", "score", "draw", "lead", "record", "game",
        "match", "vote", "cup", "league", "season", "final", "set",
    ]
    .iter()
    .any(|word| before.contains(word) || after.contains(word))
}

fn money_alone(start: usize, end: usize, amount: Amount, c: Currency) -> Reading {
    let mut found = Reading::new(start, end, FigureKind::Money, amount, "money");
    found.currency = Some(c.code);
    found.unit = Some(c.code.into());
    found
}

/// `No. 1`, `#2`, `number three`.
fn rank(view: &View<'_>, first: &Number) -> Option<Reading> {
    let integer = first.numeral.value.integer().is_some();
    let (start, plain) = if view.at(first.start.wrapping_sub(1)) == '#' {
        (first.start - 1, true)
    } else {
        let (word, start) = words::before(view, first.start);
        (
            start,
            matches!(word.as_str(), "no." | "nos." | "number") && view.at(first.start.wrapping_sub(1)) == ' ',
        )
    };
    let (word, mach) = words::before(view, first.start);
    if word == "mach" && first.money.is_none() {
        let mut found =
            Reading::new(mach, first.end, FigureKind::Measure, Amount::Exact(first.numeral.value), "amount");
        found.unit = Some("[Ma]".into());
        return Some(found);
    }
    let docket = matches!(view.at(first.end), '-' | '/' | '–') && view.at(first.end + 1).is_ascii_digit();
    if docket || !plain || !integer || first.numeral.value > 1000.into() || view.at(first.end) == '%' {
        return None;
    }
    Some(Reading::new(start, first.end, FigureKind::Ordinal, Amount::Exact(first.numeral.value), "rank"))
}

/// `third`, `21st`, `second-largest`: the number alone. `first` says too little.
fn ordinal(view: &View<'_>, first: &Number) -> Option<Reading> {
    let spelled = !first.in_digits(view);
    if first.numeral.value == Decimal::ONE || negatives::english_ordinal(view, first, spelled) {
        return None;
    }
    Some(Reading::new(
        first.start,
        first.end,
        FigureKind::Ordinal,
        Amount::Exact(first.numeral.value),
        "ordinal",
    ))
}

/// A number without a unit, or money.
fn bare(view: &View<'_>, first: &Number) -> Option<Reading> {
    let value = first.numeral.value;
    if let Some((c, start)) = first.money {
        let mut found = money_alone(start, first.end, Amount::Exact(value), c);
        found.unit_text = Some((start, first.start));
        let (start, negative) = sign(view, start, FigureKind::Money);
        found.start = start;
        if negative {
            found.amount = found.amount.map(Decimal::negated);
        }
        if view.at(found.end) == '/' {
            // £58.87/MWh
            if let Some((under, end)) = unit::symbol_at(view.chars, found.end + 1)
                .or_else(|| unit::english_at(view.chars, found.end + 1))
            {
                found.unit = Some(Cow::Owned(format!("{}/{}", c.code, under.symbol)));
                found.end = end;
            }
        }
        return Some(with_cents(view, found));
    }
    // 311p: pence
    if first.in_digits(view) && view.at(first.end) == 'p' && !view.at(first.end + 1).is_alphanumeric() {
        let amount = Amount::Exact(value).map(|d| d.shift(-2));
        return Some(money_alone(
            first.start,
            first.end + 1,
            amount,
            Currency { name: "p", code: "GBP", places: 2 },
        ));
    }
    // 5.1 per 1,000
    let rate =
        view.starts_with(first.end, " per ").then(|| numeral::digits(view.chars, first.end + 5)).flatten();
    if let Some(base) = rate.filter(|base| base.value >= 100.into() && first.in_digits(view)) {
        let amount = Amount::Fraction(value, base.value);
        return Some(Reading::new(first.start, base.end, FigureKind::Ratio, amount, "ratio"));
    }
    let hedged = english::before(view, first.start).0 < first.start;
    if negatives::english_bare(view, first, hedged) {
        return None;
    }
    let kind = if aged(view, first) { FigureKind::Age } else { FigureKind::Count };
    let (start, negative) = sign(view, first.start, kind);
    let amount = Amount::Exact(if negative { value.negated()? } else { value });
    let mut found = Reading::new(start, first.end, kind, amount, "number");
    if kind == FigureKind::Age {
        found.unit = Some("a".into());
    }
    if view.ends_with(first.end, "-odd") {
        found.approx = true;
    } else if first.numeral.approx {
        found.bound = Some(Bound::MoreThan);
    }
    Some(found)
}

/// `aged 14`, `at age seventeen`, `the age of 80`, `Smith, 41,`.
fn aged(view: &View<'_>, first: &Number) -> bool {
    let (word, start) = words::before(view, first.start);
    let value = first.numeral.value;
    let said =
        matches!(word.as_str(), "aged" | "age") || word == "of" && words::before(view, start).0 == "age";
    let years = value <= 120.into() && value.integer().is_some();
    let died = word == "at" && matches!(words::before(view, start).0.as_str(), "dies" | "died" | "dead");
    let set_off = first.in_digits(view)
        && view.ends_with(first.start, ", ")
        && matches!(view.at(first.end), ',' | '.' | ';')
        && view.at(first.start.wrapping_sub(3)).is_alphabetic()
        && value >= 10.into()
        && value <= 110.into();
    let was = matches!(word.as_str(), "was" | "is" | "turned")
        && matches!(words::before(view, start).0.as_str(), "he" | "she" | "i")
        && !view.at(first.end).is_alphanumeric()
        && words::after(view, first.end).0 != "of";
    years && (said || died || set_off || was)
}

/// `an hour and a half`, `a year and a half`; an hour alone says too little.
fn hour_and_a_half(view: &View<'_>, at: usize) -> Option<Reading> {
    let (article, end) = words::after_word(view, at);
    if !matches!(article.as_str(), "a" | "an") || view.at(end) != ' ' {
        return None;
    }
    let (unit, stop) = unit::english_at(view.chars, end + 1)?;
    let part = [(" and a half", 50), (" and a quarter", 25)]
        .into_iter()
        .find(|(text, _)| view.starts_with(stop, text));
    // More than a decade; a decade alone says too little.
    let hedged = english::before(view, at);
    let long = matches!(unit.symbol, "a" | "a10" | "a100" | "mo" | "wk" | "h");
    let later = words::after(view, stop).0;
    let dated = matches!(later.as_str(), "ago" | "later" | "earlier" | "before" | "after" | "old");
    if part.is_none() && long && hedged.0 < at && hedged.1.bound.is_some() && !dated {
        let found = Reading::new(at, stop, unit.kind, Amount::Exact(Decimal::ONE), "duration");
        return Some(found.unit(unit.symbol, end + 1, stop));
    }
    let (text, hundredths) = part.filter(|_| unit.kind == FigureKind::Duration)?;
    let value = Decimal::ONE.checked_add(Decimal::new(hundredths, 2)?)?;
    Some(Reading::new(at, stop + text.len(), unit.kind, Amount::Exact(value), "duration").unit(
        unit.symbol,
        end + 1,
        stop,
    ))
}
