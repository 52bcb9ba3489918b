//! Numbers as medicine and science write them, in both languages: `190/115 mmHg`, `28×10⁹/L`, `12×8×6厘米`.

use std::borrow::Cow;

use super::english_form::free;
use super::{Amount, Reading};
use crate::annotation::FigureKind;
use crate::text::numeral;
use crate::value::decimal::Decimal;
use crate::value::unit::{self, Dimension, Unit};
use crate::view::View;

/// Finds the unit of a language by its name; each language brings its own, so that one needs no words of the other.
pub(super) type Named = fn(&[char], usize) -> Option<(Unit, usize)>;

/// Reads one of them that begins with the digits at `at`.
pub(super) fn read(view: &View<'_>, at: usize, named: Named) -> Option<Reading> {
    let run = view.chars.get(at..)?.iter().take_while(|c| c.is_ascii_digit()).count();
    match view.at(at + run) {
        _ if run == 0 => None,
        '/' => pressure(view, at, at + run, named),
        '×' | 'x' | '*' | '.' | ' ' | '乘' | '-' => {
            power(view, at, named).or_else(|| sides(view, at, named))
        }
        _ if run == 2 && view.starts_with(at, "10") => ten(view, at),
        _ => None,
    }
}

/// `190/115毫米汞柱`: the pressure of blood, at the beat and between two.
fn pressure(view: &View<'_>, at: usize, slash: usize, named: Named) -> Option<Reading> {
    let second = numeral::digits(view.chars, slash + 1)?;
    let from = second.end + usize::from(view.at(second.end) == ' ');
    let unit = unit::symbol_at(view.chars, from).or_else(|| named(view.chars, from));
    let unit = unit.filter(|(unit, _)| unit.dimension == Dimension::Pressure);
    let text = view.original(at, second.end).to_owned();
    // 血压120/80, a blood pressure of 140/90
    let blood = ["血压", "血压为", "血压达", "血压约", "血压值", "pressure of ", "pressure was "];
    if unit.is_none()
        && blood.iter().any(|word| view.ends_with(at, word))
        && !view.at(second.end).is_alphanumeric()
    {
        let found = Reading::new(at, second.end, FigureKind::Measure, Amount::Ratio(text), "pressure");
        return Some(Reading { unit: Some("mm[Hg]".into()), ..found });
    }
    let (unit, end) = unit?;
    let (high, low) = (slash - at, second.end - slash - 1);
    let free = !view.at(at.wrapping_sub(1)).is_ascii_alphanumeric() || at == 0;
    (free && (2..=3).contains(&high) && (2..=3).contains(&low)).then(|| {
        Reading::new(at, end, FigureKind::Measure, Amount::Ratio(text), "pressure").unit(
            unit.symbol,
            from,
            end,
        )
    })
}

/// `10^6`, `10⁵`: a power of ten alone.
fn ten(view: &View<'_>, at: usize) -> Option<Reading> {
    let (exponent, end) = exponent(view, at + 2)?;
    let value = Decimal::ONE.shift(exponent)?;
    let free = at == 0 || !view.at(at - 1).is_alphanumeric() && !matches!(view.at(at - 1), '.' | ',');
    free.then(|| Reading::new(at, end, FigureKind::Count, Amount::Exact(value), "power"))
}

/// The exponent behind a ten, `^8`, `⁹`, `⁻³`, and where it ends.
fn exponent(view: &View<'_>, at: usize) -> Option<(i32, usize)> {
    let caret = view.at(at) == '^';
    let mut end = at + usize::from(caret);
    let negative = matches!(view.at(end), '-' | '−' | '⁻');
    end += usize::from(negative);
    let digit = |c: char| {
        let raised = || "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|s| s == c).map(|n| n as u32);
        if caret { c.to_digit(10) } else { raised() }
    };
    let (from, mut value) = (end, 0);
    while let Some(next) = digit(view.at(end)).filter(|_| end - from < 2) {
        (value, end) = (value * 10 + next as i32, end + 1);
    }
    (end > from).then_some((if negative { -value } else { value }, end))
}

/// `28×10⁹/L`, `3.2 x 10^8`: so many times a power of ten, with what it is counted in.
fn power(view: &View<'_>, at: usize, named: Named) -> Option<Reading> {
    let first = numeral::digits(view.chars, at)?;
    let space = |i: usize| i + usize::from(view.at(i) == ' ');
    let sign = space(first.end);
    if !matches!(view.at(sign), '×' | 'x') {
        return None;
    }
    let ten = space(sign + 1);
    if view.at(ten) != '1' || view.at(ten + 1) != '0' {
        return None;
    }
    let (exponent, end) = exponent(view, ten + 2)?;
    let value = first.value.shift(exponent)?;
    let mut found = Reading::new(at, end, FigureKind::Count, Amount::Exact(value), "power");
    let symbol = |i: usize| unit::symbol_at(view.chars, i).or_else(|| named(view.chars, i));
    let unit: Option<(Unit, usize)> = match view.at(end) {
        '/' => symbol(end + 1),
        _ => symbol(space(end)).filter(|(unit, _)| unit.kind == FigureKind::Measure),
    };
    if let Some((unit, stop)) = unit {
        let per = view.at(end) == '/';
        let text: Cow<'static, str> =
            if per { format!("/{}", unit.symbol).into() } else { unit.symbol.into() };
        (found.kind, found.unit, found.unit_text) = (FigureKind::Measure, Some(text), Some((end, stop)));
        found.end = stop;
    }
    Some(found)
}

/// `15-by-20-foot`, `10 by 12 metres`: lengths side by side.
fn sides(view: &View<'_>, at: usize, named: Named) -> Option<Reading> {
    let first = numeral::digits(view.chars, at)?;
    let glue = ["-by-", " by ", " x ", "x", "×", " × ", "*", "乘"]
        .iter()
        .find(|glue| view.starts_with(first.end, glue))?;
    let mut last = first.end + glue.chars().count();
    let mut second = numeral::digits(view.chars, last)?;
    if view.starts_with(second.end, glue)
        && let Some(third) = numeral::digits(view.chars, second.end + glue.chars().count())
    {
        (last, second) = (second.end + glue.chars().count(), third);
    }
    let from = second.end + usize::from(matches!(view.at(second.end), ' ' | '-'));
    let (unit, end) = unit::symbol_at(view.chars, from).or_else(|| named(view.chars, from))?;
    if unit.dimension != Dimension::Length || !free(view, at) || last <= first.end {
        return None;
    }
    let text = view.original(at, second.end).to_owned();
    Some(Reading::new(at, end, FigureKind::Measure, Amount::Ratio(text), "sides").unit(
        unit.symbol,
        from,
        end,
    ))
}
