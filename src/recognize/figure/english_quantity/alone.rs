//! English numbers without a unit: counts, ranks, ages, money.

use super::tail::{outside, under};
use super::{Number, sign, with_cents};
use crate::annotation::{Bound, FigureKind};
use crate::recognize::figure::{Amount, Reading, english, negatives, words};
use crate::text::among;
use crate::text::numeral;
use crate::value::currency::Currency;
use crate::value::decimal::Decimal;
use crate::view::View;
use std::borrow::Cow;

pub(super) fn money_alone(start: usize, end: usize, amount: Amount, c: Currency) -> Reading {
    let mut found = Reading::new(start, end, FigureKind::Money, amount, "money");
    found.currency = Some(c.code);
    found.unit = Some(c.code.into());
    found
}

/// `No. 1`, `#2`, `number three`.
pub(super) fn rank(view: &View<'_>, first: &Number) -> Option<Reading> {
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
    let docket = matches!(view.at(first.end), '-' | '/' | '–')
        && (view.at(first.end + 1).is_ascii_digit() || negatives::filed(view, first.end));
    let grade = negatives::grade(&words::before(view, first.start).0, &words::after(view, first.end).0);
    if grade || docket || !plain || !integer || first.numeral.value > 1000.into() || view.at(first.end) == '%'
    {
        return None;
    }
    Some(Reading::new(start, first.end, FigureKind::Ordinal, Amount::Exact(first.numeral.value), "rank"))
}

/// `third`, `21st`, `second-largest`: the number alone. `first` says too little.
pub(super) fn ordinal(view: &View<'_>, first: &Number) -> Option<Reading> {
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
pub(super) fn bare(view: &View<'_>, first: &Number) -> Option<Reading> {
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
            if let Some((under, end)) = under(view, found.end + 1) {
                found.unit = Some(Cow::Owned(format!("{}/{}", c.code, under.symbol)));
                found.end = end;
            }
        }
        return Some(with_cents(view, found));
    }
    // 5.1 per 1,000
    let rate =
        view.starts_with(first.end, " per ").then(|| numeral::digits(view.chars, first.end + 5)).flatten();
    if let Some(base) = rate.filter(|base| base.value >= 100.into() && first.in_digits(view)) {
        let amount = Amount::Fraction(value, base.value);
        return Some(Reading::new(first.start, base.end, FigureKind::Ratio, amount, "ratio"));
    }
    if let Some(found) = bracketed(view, first) {
        return Some(found);
    }
    let hedged = english::before(view, first.start).0 < first.start;
    if negatives::english_bare(view, first, hedged) {
        return None;
    }
    let kind = if aged(view, first) || hedged && aged_at_least(view, first) || years_and_over(view, first) {
        FigureKind::Age
    } else {
        FigureKind::Count
    };
    // headed for -4: below zero
    let minus = matches!(view.at(first.start.wrapping_sub(1)), '-' | '−')
        && view.at(first.start.wrapping_sub(2)) == ' ';
    let kind = if minus && value <= 100.into() && outside(view, first.start, first.end) {
        FigureKind::Temperature
    } else {
        kind
    };
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

/// `Tadhg Walsh (66)`, `Comments (27)`, `37% (-2)`: a whole number in brackets of its own.
fn bracketed(view: &View<'_>, first: &Number) -> Option<Reading> {
    let (start, end) = (first.start, first.end);
    if view.at(end) != ')' || !first.in_digits(view) || first.numeral.form != numeral::Form::Digits {
        return None;
    }
    let (value, previous) = (first.numeral.value, view.at(start.wrapping_sub(1)));
    // up or down from the last poll
    if matches!(previous, '+' | '-' | '−' | '–') && view.ends_with(start - 1, "% (") {
        let value = if previous == '+' { value } else { value.negated()? };
        let found = Reading::new(start - 1, end, FigureKind::PercentagePoint, Amount::Exact(value), "points");
        return Some(Reading { unit: Some("pp".into()), ..found });
    }
    // unchanged since the last poll
    if value.is_zero() && view.ends_with(start, "% (") {
        let found = Reading::new(start, end, FigureKind::PercentagePoint, Amount::Exact(value), "points");
        return Some(Reading { unit: Some("pp".into()), ..found });
    }
    if previous != '(' || view.at(start.wrapping_sub(2)) != ' ' || value.integer().is_none() {
        return None;
    }
    let (word, from) = words::before(view, start - 1);
    let counts = ["comments", "replies", "reviews", "photos", "responses", "ratings", "results"];
    if counts.contains(&word.as_str()) {
        return Some(Reading::new(start, end, FigureKind::Count, Amount::Exact(value), "number"));
    }
    let (first_name, given) = words::before(view, from);
    let named = |word: &str, at: usize| {
        word.len() > 1 && view.at(at).is_uppercase() && !view.at(at + 1).is_uppercase()
    };
    let person = named(&word, from) && named(&first_name, given) && view.at(from.wrapping_sub(1)) == ' ';
    let next = view.at(end + 2);
    let told = view.at(end + 1) == ',' || view.at(end + 1) == ' ' && next.is_lowercase();
    (person && told && value >= 16.into() && value <= 105.into()).then(|| {
        let found = Reading::new(start, end, FigureKind::Age, Amount::Exact(value), "age");
        Reading { unit: Some("a".into()), ..found }
    })
}

/// `55 or over`, `50 and older`, and `aged over 75`: years of age.
fn years_and_over(view: &View<'_>, first: &Number) -> bool {
    let years = first.numeral.value.integer().is_some_and(|years| (10..=100).contains(&years));
    let (end, _) = english::after(view, first.end);
    let told = view.at(first.end) == ' '
        && ["over", "older", "younger"].iter().any(|word| view.ends_with(end, word));
    let (word, from) = words::before(view, english::before(view, first.start).0);
    let aged = matches!(word.as_str(), "aged" | "ages") && from < first.start;
    years && (told && first.in_digits(view) && word != "of" || aged)
}

/// `children under 5`, `who are at least 35`: years of age without the word.
fn aged_at_least(view: &View<'_>, first: &Number) -> bool {
    let from = english::before(view, first.start).0;
    let (word, start) = words::before(view, from);
    let hedge = words::after_word(view, from).0;
    let people = among(
        "children kids child boys girls women men people adults those anyone handlers \
         nobody anybody somebody everybody someone workers employees voters pensioners \
         seniors passengers travellers visitors applicants fans citizens drivers \
         residents youngsters singles everyone teenagers patients players pupils toddlers \
         babies riders swimmers",
        word.as_str(),
    ) && among("under over below above at", hedge.as_str());
    let who = among("are is be were was all", word.as_str()) && {
        let (subject, _) = words::before(view, start);
        among("who must they he she", subject.as_str()) || word == "all" && subject == "are"
    };
    let (next, _) = words::after(view, first.end);
    let pronoun = among("nobody anybody somebody everybody anyone someone everyone those", word.as_str());
    let alone = pronoun
        || view.at(first.end) != ' '
        || among(
            "and or in free are is can must may will to who with were have at on when \
             should",
            next.as_str(),
        );
    let years = first.numeral.value.integer().is_some_and(|years| years <= 110);
    (people || who) && alone && years && !matches!(view.at(first.end), '%' | '-')
}

/// `aged 14`, `at age seventeen`, `the age of 80`, `Smith, 41,`.
fn aged(view: &View<'_>, first: &Number) -> bool {
    let (word, start) = words::before(view, first.start);
    let value = first.numeral.value;
    let said =
        matches!(word.as_str(), "aged" | "age") || word == "of" && words::before(view, start).0 == "age";
    let years = value <= 120.into() && value.integer().is_some();
    let died = word == "at"
        && among(
            "dies died dead retired retire retires married orphaned widowed",
            words::before(view, start).0.as_str(),
        )
        && first.in_digits(view);
    // Bet responsibly. 18+
    let adults = view.at(first.end) == '+' && matches!(value.to_i64(), Some(16 | 18 | 21)) && {
        let end = first.end + 1;
        matches!(view.at(first.start.wrapping_sub(2)), '.' | '\0' | '|')
            && matches!(view.at(end), '.' | ',' | '\0' | ' ')
    };
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
    // aged 29 and 47
    let also = matches!(word.as_str(), "and" | "or") && {
        let stop = start.saturating_sub(1);
        let digits = view.chars[..stop].iter().rev().take(3).take_while(|c| c.is_ascii_digit()).count();
        digits > 0 && matches!(words::before(view, stop - digits).0.as_str(), "aged" | "ages")
    };
    years && (adults || also || said || died || set_off || was)
}
