//! What stands before a number as its sign (负, 零下, 摄氏), and what 度 behind it means.

use super::Number;
use crate::annotation::FigureKind;
use crate::recognize::figure::unit::Tail;
use crate::view::View;

/// The sign before a number: a minus, 正负, 零下, 摄氏, and where it begins.
pub(super) fn sign(view: &View<'_>, start: usize, kind: FigureKind) -> (usize, bool) {
    let previous = view.at(start.wrapping_sub(1));
    let before = view.at(start.wrapping_sub(2));
    let share = matches!(kind, FigureKind::Percent | FigureKind::PercentagePoint | FigureKind::Temperature);
    match previous {
        '±' => (start - 1, false),
        '-' | '−' if kind == FigureKind::Money && start > 1 && "额为润益收现损值(:,、是".contains(before) => {
            (start - 1, true)
        }
        '-' | '−' | '+' | '–'
            if share
                && !before.is_ascii_alphanumeric()
                && !matches!(before, '%' | '℃')
                && !(before == '度' && view.at(start.wrapping_sub(3)).is_ascii_digit()) =>
        {
            (start - 1, previous != '+')
        }
        // 水位降至-1.12米
        '-' | '−' if kind == FigureKind::Measure && start > 1 && "至到为达于是".contains(before) => {
            (start - 1, true)
        }
        // +17間 in a cell of its own, (+5家)
        '+' if opens(view, start - 1) => (start - 1, false),
        '-' | '−' | '–' if start > 1 && opens(view, start - 1) => (start - 1, true),
        _ if view.ends_with(start, "正负") => (start - 2, false),
        '负' if (share || kind == FigureKind::Measure) && !matches!(before, '正' | '胜' | '抱') => {
            (start - 1, true)
        }
        _ if kind == FigureKind::Temperature && view.ends_with(start, "摄氏零下") => (start - 4, true),
        _ if view.ends_with(start, "零下") => (start - 2, true),
        _ if view.ends_with(start, "零上") => (start - 2, false),
        _ if kind == FigureKind::Temperature => match scale(view, start) {
            Some((from, _)) => (from, false),
            None => (start, false),
        },
        _ => (start, false),
    }
}

/// Whether a cell, a line or a bracket begins at `at`. A minus that begins a line may be the mark of an item.
fn opens(view: &View<'_>, at: usize) -> bool {
    let before = at.checked_sub(1);
    let wide = before.is_some_and(|i| {
        view.at(i) == '|' || view.at(i) == '(' || matches!(view.original(i, i + 1), "\u{3000}" | "\t")
    });
    wide || view.at(at) == '+' && before.is_none_or(|i| view.at(i) == '\n')
}

/// 摄氏, 华氏 before a number: where the word begins, and the unit.
pub(super) fn scale(view: &View<'_>, start: usize) -> Option<(usize, &'static str)> {
    [("摄氏", "Cel"), ("华氏", "[degF]"), ("摄氏温度", "Cel"), ("华氏温度", "[degF]")]
        .into_iter()
        .find(|(word, _)| view.ends_with(start, word))
        .map(|(word, symbol)| (start - word.chars().count(), symbol))
}

/// What 度 counts.
pub(super) enum Degree {
    Temperature,
    Energy,
    Angle,
    Times,
}

/// 度 alone: of temperature, of electricity, of angle, or an occurrence.
pub(super) fn degree(view: &View<'_>, first: &Number, tail: &Tail) -> Degree {
    if scale(view, first.start).is_some() {
        return Degree::Temperature;
    }
    if view.at(tail.from) == '°' {
        return Degree::Angle;
    }
    let from = first.start.saturating_sub(16);
    let context: &[char] = &view.chars[from..(tail.end + 6).min(view.chars.len())];
    let has = |words: &str| context.iter().any(|c| words.contains(*c));
    if first.numeral.value >= 1000.into() || view.at(tail.end) == '电' {
        Degree::Energy
    } else if has("温冷热℃暖")
        || context.windows(2).any(|pair| pair[0] == '零' && matches!(pair[1], '上' | '下'))
        || view.ends_with(first.start, "零下")
        || view.ends_with(first.start, "摄氏")
    {
        Degree::Temperature
    } else if has("电") {
        Degree::Energy
    } else if first.single() && first.numeral.value <= 9.into() {
        Degree::Times
    } else if first.in_digits() || first.numeral.value >= 30.into() || has("角弯转斜") {
        Degree::Angle
    } else {
        Degree::Times
    }
}
