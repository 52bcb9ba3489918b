//! English numbers in forms of their own: `2:14:04`, `3-under`, `tenfold`, `1010 ± 195 light years`.

use super::ratio::triple;
use super::words;
use super::{Amount, Reading};
use crate::annotation::FigureKind;
use crate::text::among;
use crate::text::numeral::{self, english};
use crate::value::decimal::Decimal;
use crate::value::unit;
use crate::view::View;

/// Reads a number in such a form that begins at `at`.
pub(super) fn read(view: &View<'_>, at: usize) -> Option<Reading> {
    let found = if view.at(at).is_ascii_digit() {
        stopwatch(view, at)
            .or_else(|| tolerance(view, at))
            .or_else(|| decimals(view, at))
            .or_else(|| seconds(view, at))
            .or_else(|| hours(view, at))
            .or_else(|| record(view, at))
    } else {
        None
    };
    found.or_else(|| par(view, at)).or_else(|| fold(view, at))
}

/// Whether digits at `at` stand alone to the left.
pub(super) fn free(view: &View<'_>, at: usize) -> bool {
    let previous = view.at(at.wrapping_sub(1));
    let letter = previous.is_alphanumeric() && !('\u{4E00}'..='\u{9FFF}').contains(&previous);
    at == 0 || !letter && !matches!(previous, ':' | '.' | '/' | '-' | '–' | '_' | '#')
}

/// A time with colons that something may have taken.
pub(super) struct Elapsed {
    pub(super) reading: Reading,
    /// Whether it has hours as well as seconds, and whether it has parts of a second.
    pub(super) parts: (bool, bool),
    minutes: i64,
}

/// `2:14:04`, `1:58.34`, `28:21`: hours, minutes and seconds, or minutes and seconds.
pub(super) fn elapsed(view: &View<'_>, at: usize) -> Option<Elapsed> {
    let two = |from: usize| {
        let pair = view.chars.get(from..from + 2)?;
        (pair.iter().all(char::is_ascii_digit) && !view.at(from + 2).is_ascii_digit())
            .then(|| pair.iter().fold(0i64, |n, c| n * 10 + i64::from(c.to_digit(10).unwrap_or_default())))
    };
    let first = view.chars.get(at..)?.iter().take(3).take_while(|c| c.is_ascii_digit()).count();
    if first == 0 || first > 2 || view.at(at + first) != ':' || !free(view, at) {
        return None;
    }
    let head = numeral::digits(view.chars, at)?.value.to_i64()?;
    let minutes = two(at + first + 1).filter(|n| *n < 60)?;
    let mut end = at + first + 3;
    let (mut seconds, mut whole) = (head * 60 + minutes, false);
    if view.at(end) == ':' {
        seconds = seconds * 60 + two(end + 1).filter(|n| *n < 60)?;
        (end, whole) = (end + 3, true);
    }
    let mut value = Decimal::from(seconds);
    let places = view
        .chars
        .get(end + 1..)
        .unwrap_or_default()
        .iter()
        .take(4)
        .take_while(|c| c.is_ascii_digit())
        .count();
    let parts = view.at(end) == '.' && (1..=3).contains(&places);
    if parts {
        let digits: i64 = numeral::digits(view.chars, end + 1)?.value.to_i64()?;
        value = value.checked_add(Decimal::from(digits).shift(-(places as i32))?)?;
        end += 1 + places;
    }
    let glued = view.at(end).is_alphanumeric() && !('\u{4E00}'..='\u{9FFF}').contains(&view.at(end))
        || matches!(view.at(end), ':' | '-' | '–');
    let mut reading = Reading::new(at, end, FigureKind::Duration, Amount::Exact(value), "stopwatch");
    reading.unit = Some("s".into());
    (!glued).then_some(Elapsed { reading, parts: (whole, parts), minutes: head })
}

/// `in 2:14:04`, `1:58.34`, `in 31:48`: what something took. Of the clock are `9:15:30 a.m.` and `9:15`.
fn stopwatch(view: &View<'_>, at: usize) -> Option<Reading> {
    let took = elapsed(view, at)?;
    let end = took.reading.end;
    let (word, _) = words::before(view, at);
    let said = among("in of clocked clocking ran time timed record", word.as_str());
    let (next, _) = words::after(view, end);
    let clock = among("a p am pm gmt utc", next.as_str());
    // with 1:12 left: what is still to be played, or the gap to the leader
    let gap = among("left remaining behind ahead adrift clear", next.as_str());
    let (whole, parts) = took.parts;
    // T: 2:58: how long a game took, in hours
    if took.parts == (false, false) && ["T: ", "T—", "T–"].iter().any(|sign| view.ends_with(at, sign)) {
        return Some(Reading { unit: Some("min".into()), ..took.reading });
    }
    // No clock has 28 hours; Isaiah 40:31 is a verse, and a runner's time in a list of places is none.
    let long = took.minutes > 24 && (said && word != "of" || listed(view, at));
    (!clock && (parts || whole && said || long || gap && took.minutes < 60)).then_some(took.reading)
}

/// Whether a place leads the item: `2. Felix Yego (Police) 28:30`.
fn listed(view: &View<'_>, at: usize) -> bool {
    let item = view.chars[at.saturating_sub(70)..at].rsplit(|c| matches!(c, ';' | ':' | '\n')).next();
    let item: Vec<char> = item.unwrap_or_default().iter().copied().skip_while(|c| *c == ' ').collect();
    let digits = item.iter().take_while(|c| c.is_ascii_digit()).count();
    (1..=2).contains(&digits)
        && item.get(digits) == Some(&'.')
        && item.get(digits + 1) == Some(&' ')
        && item.get(digits + 2).is_some_and(|c| c.is_uppercase())
}

/// `The Gulls (29-14-4)`: games won, lost and drawn.
fn record(view: &View<'_>, at: usize) -> Option<Reading> {
    let end = triple(view, at)?;
    let bracketed = view.ends_with(at, " (") && matches!(view.at(end), ')' | ',');
    let text = view.original(at, end).to_owned();
    (bracketed && view.at(at) != '0')
        .then(|| Reading::new(at, end, FigureKind::Score, Amount::Ratio(text), "record"))
}

/// `11.94s`: a time with its parts; 1990s are years.
fn seconds(view: &View<'_>, at: usize) -> Option<Reading> {
    let n = numeral::digits(view.chars, at).filter(|n| n.value.integer().is_none())?;
    let apart = view.at(n.end) == 's' && !view.at(n.end + 1).is_alphanumeric();
    (apart && free(view, at)).then(|| {
        let amount = Amount::Exact(n.value);
        Reading::new(at, n.end + 1, FigureKind::Duration, amount, "seconds").unit("s", n.end, n.end + 1)
    })
}

/// `2h 15m`, `1h05`: hours and minutes.
fn hours(view: &View<'_>, at: usize) -> Option<Reading> {
    let hours = numeral::digits(view.chars, at).filter(|n| view.at(n.end) == 'h' && n.end <= at + 2)?;
    let from = hours.end + 1 + usize::from(view.at(hours.end + 1) == ' ');
    let minutes =
        numeral::digits(view.chars, from).filter(|n| n.value < 60.into() && n.value.integer().is_some())?;
    let end = minutes.end
        + ["min", "m"].iter().find(|unit| view.starts_with(minutes.end, unit)).map_or(0, |unit| unit.len());
    let apart = !view.at(end).is_alphanumeric() && (end > minutes.end || from == hours.end + 1);
    let value = hours.value.checked_mul(60.into())?.checked_add(minutes.value)?;
    (apart && free(view, at)).then(|| {
        Reading::new(at, end, FigureKind::Duration, Amount::Exact(value), "hours").unit(
            "min",
            minutes.end,
            end,
        )
    })
}

/// `a .500 record`, `above .300`: decimals without a nought.
pub(super) fn decimals(view: &View<'_>, at: usize) -> Option<Reading> {
    let n = numeral::digits(view.chars, at)?;
    let before = view.at(at.wrapping_sub(2));
    let han = ('\u{4E00}'..='\u{9FFF}').contains(&before);
    let point = view.at(at.wrapping_sub(1)) == '.' && (matches!(before, ' ' | '(' | '-') || han || at == 1);
    let plain = n.value.integer().is_some() && n.end - at <= 3;
    let apart = !view.at(n.end).is_alphanumeric() && !matches!(view.at(n.end), '.' | '/' | '-');
    let apart = apart || view.at(n.end) == '.' && !view.at(n.end + 1).is_ascii_digit();
    if !point || !plain || !apart {
        return None;
    }
    let value = n.value.shift(-((n.end - at) as i32))?;
    Some(Reading::new(at - 1, n.end, FigureKind::Count, Amount::Exact(value), "decimals"))
}

/// `3-under 67`, `two-over par`: strokes below or above par.
fn par(view: &View<'_>, at: usize) -> Option<Reading> {
    let n = english::english(view.chars, at)?;
    if n.ordinal
        || n.value.integer().is_none()
        || n.value >= 40.into()
        || !matches!(view.at(n.end), '-' | ' ')
        || !free(view, at)
    {
        return None;
    }
    let (word, end) = words::after(view, n.end);
    let (next, _) = words::after(view, end);
    // finished on 12 under, at nine-under
    let stood = matches!(words::before(view, at).0.as_str(), "on" | "at" | "reached" | "finished")
        && matches!(view.at(end), '.' | ',' | ';' | '\0')
        && word == "under";
    if !stood && view.at(n.end) == ' ' {
        return None;
    }
    let golf = stood
        || next == "par"
        || next == "through"
        || next == "for"
        || next == "total"
        || view.at(end + 1).is_ascii_digit();
    let value = match word.as_str() {
        "under" if golf => n.value.negated()?,
        "over" if golf => n.value,
        _ => return None,
    };
    // a five-under-par 67
    let end = end + if view.starts_with(end, "-par") { "-par".len() } else { 0 };
    Some(Reading::new(at, end, FigureKind::Score, Amount::Exact(value), "par"))
}

/// `tenfold`, `10-fold`, `three-fold`: that many times as much.
fn fold(view: &View<'_>, at: usize) -> Option<Reading> {
    let (value, end) = match english::english(view.chars, at) {
        Some(n) if view.at(at).is_ascii_digit() || view.at(n.end) == '-' => {
            let (word, end) = words::after(view, n.end);
            if n.ordinal || word != "fold" || view.at(n.end) == ' ' {
                return None;
            }
            (n.value, end)
        }
        _ => {
            let (word, end) = words::after_word(view, at);
            let stem: Vec<char> = word.strip_suffix("fold")?.chars().collect();
            let n = english::english(&stem, 0).filter(|n| n.end == stem.len() && !n.ordinal)?;
            (n.value, end)
        }
    };
    let apart = !view.at(end).is_alphanumeric();
    (apart && value > Decimal::ONE && free(view, at)).then(|| {
        Reading::new(at, end, FigureKind::Multiple, Amount::Exact(value), "fold").unit("倍", end - 4, end)
    })
}

/// `1010 ± 195 light years`: a value with its tolerance.
fn tolerance(view: &View<'_>, at: usize) -> Option<Reading> {
    let first = numeral::digits(view.chars, at)?;
    let sign = first.end + usize::from(view.at(first.end) == ' ');
    if view.at(sign) != '±' || !free(view, at) {
        return None;
    }
    let from = sign + 1 + usize::from(view.at(sign + 1) == ' ');
    let second = numeral::digits(view.chars, from)?;
    let next = second.end + usize::from(view.at(second.end) == ' ');
    let unit = unit::symbol_at(view.chars, next)
        .or_else(|| unit::english_at(view.chars, next))
        .or_else(|| unit::chinese_at(view.chars, next));
    let end = unit.map_or(second.end, |(_, end)| end);
    let kind = unit.map_or(FigureKind::Count, |(unit, _)| unit.kind);
    let mut found = Reading::new(at, end, kind, Amount::Exact(first.value), "tolerance");
    if let Some((unit, end)) = unit {
        found = found.unit(unit.symbol, next, end);
    }
    found.approx = true;
    Some(found)
}
