//! The unit behind an English number: a sign, a symbol, a word, a currency, an age.

use super::{Number, Tail};
use crate::annotation::FigureKind;
use crate::recognize::figure::words;
use crate::text::among;
use crate::text::numeral::Form;
use crate::value::currency::Currency;
use crate::value::unit::Dimension;
use crate::value::{currency, unit};
use crate::view::View;
use std::borrow::Cow;

/// The unit behind a number: a sign at once (5%), after a space or a hyphen a word or a symbol.
pub(super) fn tail(view: &View<'_>, number: &Number) -> Option<Tail> {
    let chars = view.chars;
    let joint = view.at(number.end);
    let spaces = chars[number.end..].iter().take(2).take_while(|c| **c == ' ').count();
    let mut from = number.end + spaces;
    if spaces == 0 && matches!(joint, '-' | '‑') {
        from += 1;
    }
    // 13C: of temperature where the weather is spoken of.
    // 27 F in the same way, where no name goes on (27 C Street)
    let apart = spaces == 0
        || spaces == 1
            && !(view.at(from + 1) == ' ' && view.at(from + 2).is_uppercase())
            && (view.at(from + 1) != '.' || words::before(view, number.start).0 == "minus");
    if apart && number.in_digits(view) && degrees(view, number.start, from) {
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
    // 10 €, 300€, 3.14US$
    if number.money.is_none()
        && joint != '-'
        && let Some((c, end)) = currency::sign_after(chars, from)
    {
        return Some(Tail::money(c, from, end));
    }
    // 311p, 99c, 5¢; 24.7p/kWh
    let coin = match joint {
        'p' if !screen(number) => "GBP",
        'c' | '¢' => "USD",
        _ => "",
    };
    if !coin.is_empty()
        && number.in_digits(view)
        && number.money.is_none()
        && !view.at(number.end + 1).is_alphanumeric()
    {
        let mut found = Tail::money(Currency { name: "cent", code: coin, places: 2 }, from, from + 1);
        if view.at(found.end) == '/'
            && let Some((under, end)) = under(view, found.end + 1)
        {
            (found.symbol, found.end) = (format!("{coin}/{}", under.symbol).into(), end);
        }
        return Some(found);
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
        return Some(Tail::unit(unit, number.end + of.len(), end));
    }
    // an hour and a half; half an hour
    let symbol = unit::symbol_at(chars, from).filter(|(unit, end)| {
        let short = end - from == 1 && unit.name.chars().all(|c| c.is_ascii_alphabetic());
        // a 9.8-km road, a 50-MW plant
        (joint != '-' || end - from > 1)
            && (spaces == 0
                || !short
                || matches!(unit.name, "m" | "g" | "t" | "L" | "W" | "V")
                || view.at(*end) == '/')
            && (spaces == 0 || unit.name != "in")
            && !(short && spaces == 0 && !number.in_digits(view))
    });
    let name = if from > number.end { unit::english_at(chars, from) } else { None };
    let money = if from > number.end {
        currency::english_at(chars, from).map(|(c, end)| (c, end, from))
    } else {
        None
    };
    let code = currency::code_at(chars, number.end).map(|(c, end)| (c, end, end - 3));
    let of_unit = |(unit, end)| Tail::unit(unit, from, end);
    let of_money = |(c, end, from)| Tail::money(c, from, end);
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

/// The unit behind a stroke.
pub(super) fn under(view: &View<'_>, at: usize) -> Option<(unit::Unit, usize)> {
    unit::symbol_at(view.chars, at).or_else(|| unit::english_at(view.chars, at))
}

/// 1080p: the lines of a screen.
pub(in crate::recognize::figure) fn screen(number: &Number) -> bool {
    matches!(number.numeral.value.to_i64(), Some(480 | 720 | 1080 | 1440 | 2160))
}

/// Whether C or F right behind the digits are degrees.
pub(in crate::recognize::figure) fn degrees(view: &View<'_>, start: usize, end: usize) -> bool {
    matches!(view.at(end), 'C' | 'F')
        && !view.at(end + 1).is_alphanumeric()
        && end - start <= 4
        && weather(view, start, end)
}

/// Words of the weather around a number, or a minus before it.
fn weather(view: &View<'_>, start: usize, end: usize) -> bool {
    matches!(view.at(start.wrapping_sub(1)), '-' | '−' | '–') && view.at(start.wrapping_sub(2)) == ' '
        || among("minus hit hits reach reached topped", words::before(view, start).0.as_str())
        || view.at(end) == 'C' && view.chars[start..end].contains(&'.')
        || outside(view, start, end)
}

/// Words of the weather around a number.
pub(super) fn outside(view: &View<'_>, start: usize, end: usize) -> bool {
    let near = &view.chars[start.saturating_sub(80)..(end + 60).min(view.chars.len())];
    let text: String = near.iter().map(char::to_ascii_lowercase).collect();
    [
        "temperature",
        "celsius",
        "mercury",
        "snow",
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
        "bake",
        "roast",
        "water",
        "wind",
        "sunny",
        "humid",
        "rain",
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

/// The unit of time behind a stroke: `mm/h`, `ML/d`.
fn time_under(view: &View<'_>, at: usize) -> Option<(&'static str, usize)> {
    let (word, end) = words::after_word(view, at);
    let symbol = match word.as_str() {
        "s" | "sec" => "s",
        "min" => "min",
        "h" | "hr" => "h",
        "d" => "d",
        "a" | "yr" => "a",
        _ => return None,
    };
    Some((symbol, end))
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
    let stroke = view.at(at) == '/';
    let time = if stroke { time_under(view, from) } else { None };
    let under = || {
        let named = unit::english_at(view.chars, from);
        let (unit, end) = named.or_else(|| unit::symbol_at(view.chars, from).filter(|_| stroke))?;
        (!a_time || unit.dimension == Dimension::Time).then_some((unit.symbol, end))
    };
    let Some((symbol, end)) = time.or_else(under) else { return };
    // 10 kW a decade ago: when, not how often.
    if a_time && among("ago earlier later before", words::after(view, end).0.as_str()) {
        return;
    }
    tail.symbol = Cow::Owned(format!("{}/{symbol}", tail.symbol));
    tail.end = end;
}
