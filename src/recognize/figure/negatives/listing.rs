//! Numbers in English that lead an item, a house or a place, or name a station or a grade: `1. Ann Smith`, `10 Downing
//! Street`, `Two Harbors`, `AM 1370`, `No. 2 diesel`.

use super::english::English;
use crate::recognize::figure::words;
use crate::text::among;
use crate::view::View;

/// `1. Ann Smith`: a place behind the label of a list.
pub(super) fn led(view: &View<'_>, end: usize) -> bool {
    view.starts_with(end, ". ") && view.at(end + 2).is_uppercase()
}

/// `1 Bright Lad, 8yo, 11st 4lb`: the place of a horse.
pub(super) fn runner(view: &View<'_>, end: usize) -> bool {
    let row: String = view.chars[end..].iter().take(60).take_while(|c| **c != '\n').collect();
    let age = row.match_indices("yo").any(|(at, _)| {
        row[..at].ends_with(|c: char| c.is_ascii_digit()) && row[at + 2..].starts_with([',', ' '])
    });
    row.starts_with(' ') && age
}

/// `3.20 - Ardmore Handicap Hurdle`: the time of a race or of a programme.
pub(super) fn listing(view: &View<'_>, end: usize) -> bool {
    view.at(end.wrapping_sub(3)) == '.'
        && [" - ", " – ", " "]
            .iter()
            .any(|gap| view.starts_with(end, gap) && view.at(end + gap.chars().count()).is_uppercase())
}

/// `WOHR 1370`, `AM 1370`: the frequency behind the call sign of an American station.
pub(super) fn broadcast(view: &View<'_>, start: usize, word: usize, end: usize) -> bool {
    let sign = view.chars.get(word..start.saturating_sub(1)).unwrap_or_default();
    let call = matches!(sign, ['K' | 'W', _, _] | ['K' | 'W', _, _, _]) || matches!(sign, ['A' | 'F', 'M']);
    let next = view.at(end);
    call && sign.iter().all(char::is_ascii_uppercase)
        && view.at(start.wrapping_sub(1)) == ' '
        && end - start <= 5
        && !(next == ' ' && view.at(end + 1).is_ascii_lowercase())
}

/// `No. 2 yellow corn`, `No. 2 diesel`, `the number 92 bus`: a grade or a line.
pub(in crate::recognize::figure) fn grade(word: &str, next: &str) -> bool {
    matches!(word, "no." | "number")
        && among("bus tram yellow diesel fuel heating hard soft milling pencil pencils", next)
}

/// `Two Harbors`, `Three Rivers`: towns and places that begin with a number.
pub(super) fn place(view: &View<'_>, end: usize, capital: bool, next: &str) -> bool {
    capital
        && view.at(end + 1).is_uppercase()
        && among(
            "harbors harbours rivers forks oaks gorges flags hills guys palms dials \
             bridges mile islands corners rocks lakes points trees",
            next,
        )
}

/// `10 Downing Street`, `1600 Pennsylvania Avenue`: a number before the name of a street.
pub(super) fn house_number(view: &View<'_>, first: &English) -> bool {
    if first.end - first.start > 5 || view.at(first.end) != ' ' {
        return false;
    }
    let mut at = first.end;
    for place in 0..4 {
        // 350 5th Ave.
        let numbered = place == 0 && view.at(at + 1).is_ascii_digit();
        if !view.at(at + 1).is_uppercase() && !numbered {
            return false;
        }
        if numbered {
            let digits = view.chars[at + 1..].iter().take(4).take_while(|c| c.is_ascii_digit()).count();
            let (word, end) = words::after_word(view, at + 1 + digits);
            if !matches!(word.as_str(), "st" | "nd" | "rd" | "th") || view.at(end) != ' ' {
                return false;
            }
            at = end;
            continue;
        }
        let (word, end) = words::after(view, at);
        // 219 E. Front St., 33 Cutler St.: short forms with their dot
        let short = among("st dr ct ln pl pkwy hwy ave blvd rd", word.as_str());
        if short && place > 0 && matches!(view.at(end), '.' | ',' | '\0') {
            return true;
        }
        let heading = among("n s e w ne nw se sw", word.as_str());
        let end = end + usize::from(heading && view.at(end) == '.');
        let kind = among(
            "street parade row quay wharf esplanade way close crescent mews grove place \
             court avenue road lane drive boulevard square terrace highway ave blvd rd",
            word.as_str(),
        );
        // 20 Wall Street banks are counted.
        if kind && place > 0 {
            let (next, _) = words::after(view, end);
            return !(view.at(end) == ' '
                && next.ends_with('s')
                && next.len() > 3
                && view.at(end + 1).is_lowercase());
        }
        if kind || word == "quai" || word == "rue" || word == "via" {
            return true;
        }
        if view.at(end) != ' ' {
            return false;
        }
        at = end;
    }
    false
}
