//! English numbers and what hedges them: `nearly 2,000`, `a few hundred`, `100 or more`.

use super::bound::Hedge;
use super::words;
use crate::annotation::Bound::{AtLeast, AtMost, LessThan, MoreThan};
use crate::text::among;
use crate::text::lower::Lower;
use crate::text::numeral::english;
use crate::view::View;

/// Whether a word may begin a figure; cheap, for it is asked of every word.
#[inline(never)] // A part of the page's module begins here.
pub(super) fn may_begin(view: &View<'_>, at: usize, length: usize) -> bool {
    // Number words and those below by their first two letters: nine words in ten have others. The, that and this are
    // told by their length.
    let seconds = match view.at(at).to_ascii_lowercase() {
        'a' if length < 3 => "n",
        'b' => "ilnz",
        'd' => "o",
        'e' => "il",
        'f' => "io",
        'h' => "au",
        'm' => "il",
        'n' => "io",
        'o' => "n",
        'q' => "u",
        's' => "ei",
        't' if length < 4 => "ew",
        't' if length == 4 => "e",
        't' => "ehrw",
        'z' => "e",
        _ => return false,
    };
    let second = view.at(at + 1).to_ascii_lowercase();
    if length > 12 || length > 1 && !seconds.contains(second) {
        return false;
    }
    let previous = view.at(at.wrapping_sub(1));
    if at > 0
        && (previous.is_alphanumeric()
            || matches!(previous, '\'' | '’' | '-') && view.at(at.wrapping_sub(2)).is_alphanumeric())
    {
        return false;
    }
    let word: Lower = view.chars[at..at + length].iter().collect();
    among(
        "a an half quarter twice several tens hundreds thousands millions billions \
         trillions",
        word.as_str(),
    ) || word.len() > 6 && word.ends_with("fold")
        || english::english(view.chars, at).is_some_and(|n| !n.bare && n.end >= at + length)
}

const ABOUT: Hedge = Hedge::APPROX;
const OVER: Hedge = Hedge::bound(MoreThan);
const UNDER: Hedge = Hedge::bound(LessThan);
const LEAST: Hedge = Hedge::bound(AtLeast);
const MOST: Hedge = Hedge::bound(AtMost);

/// What stands before a number, by its last word; longer ones first.
static BEFORE: &[(&str, Hedge)] = &[
    ("at the very least", LEAST),
    ("no greater than", MOST),
    ("not more than", MOST),
    ("no more than", MOST),
    ("no fewer than", LEAST),
    ("no less than", LEAST),
    ("not less than", LEAST),
    ("shy of", UNDER),
    ("in excess of", OVER),
    ("in the region of", ABOUT),
    ("of the order of", ABOUT),
    ("in the order of", ABOUT),
    ("on the order of", ABOUT),
    ("getting on for", ABOUT),
    ("not quite", UNDER),
    ("an estimated", ABOUT),
    ("upwards of", OVER),
    ("upward of", OVER),
    ("as many as", MOST),
    ("as much as", MOST),
    ("as few as", LEAST),
    ("as little as", LEAST),
    ("greater than", OVER),
    ("larger than", OVER),
    ("higher than", OVER),
    ("bigger than", OVER),
    ("longer than", OVER),
    ("smaller than", UNDER),
    ("lower than", UNDER),
    ("fewer than", UNDER),
    ("more than", OVER),
    ("less than", UNDER),
    ("close to", ABOUT),
    ("at least", LEAST),
    ("at most", MOST),
    ("anything up to", MOST),
    ("up to", MOST),
    ("about", ABOUT),
    ("around", ABOUT),
    ("some", ABOUT),
    ("nearly", ABOUT),
    ("almost", ABOUT),
    ("roughly", ABOUT),
    ("approximately", ABOUT),
    ("approx.", ABOUT),
    ("approx", ABOUT),
    ("near", ABOUT),
    ("over", OVER),
    ("above", OVER),
    ("exceeding", OVER),
    ("under", UNDER),
    ("below", UNDER),
    ("minimum", LEAST),
    ("maximum", MOST),
];

/// How far over or under: `well over`, `a shade above`; they belong to the words of [`BEFORE`] that compare.
static DEGREES: &[&str] = &[
    "just",
    "well",
    "slightly",
    "somewhat",
    "marginally",
    "comfortably",
    "considerably",
    "significantly",
    "substantially",
    "far",
    "much",
    "a little",
    "a bit",
    "a shade",
    "a touch",
    "a fraction",
    "a tad",
];

/// Words that take a following `over`, `under`, `above` or `about` to themselves.
static TAKEN: &[&str] = &[
    "take",
    "took",
    "taken",
    "turn",
    "turned",
    "hand",
    "handed",
    "win",
    "victory",
    "spread",
    "extend",
    "think",
    "talk",
    "come",
    "just",
    "talks",
    "row",
    "dispute",
    "concerns",
    "concern",
    "fears",
    "debate",
    "anger",
    "outrage",
    "clash",
    "clashes",
    "questions",
    "protest",
    "protests",
    "strike",
    "strikes",
    "lawsuit",
    "battle",
    "feud",
    "argument",
];

/// The hedges directly before a number, and where they begin.
pub(super) fn before(view: &View<'_>, mut start: usize) -> (usize, Hedge) {
    let mut hedge = Hedge::NONE;
    for _ in 0..2 {
        if matches!(view.at(start.wrapping_sub(1)), '~' | '≈') && start > 0 {
            (start, hedge) = (start - 1, ABOUT.and(hedge));
            continue;
        }
        if matches!(view.at(start.wrapping_sub(1)), '<' | '>') && start > 0 {
            hedge = if view.at(start - 1) == '<' { UNDER } else { OVER }.and(hedge);
            start -= 1;
            break;
        }
        let spaces = view.chars[..start].iter().rev().take(3).take_while(|c| **c == ' ').count();
        if spaces == 0 {
            break;
        }
        let stop = start - spaces;
        let Some((word, read)) = BEFORE.iter().find(|(word, _)| ends_with(view, stop, word)) else { break };
        let mut from = stop - word.len();
        if ["over", "under", "above", "below", "than", "shy of"].iter().any(|end| word.ends_with(end)) {
            let stop = from.saturating_sub(1);
            let degree = DEGREES.iter().find(|degree| ends_with(view, stop, degree));
            from -= degree.map_or(0, |degree| degree.len() + 1);
        }
        let (verb, _) = words::before(view, from);
        // It took around five hours; to take over two firms.
        let lasted =
            matches!(*word, "around" | "about") && matches!(verb.as_str(), "take" | "took" | "taken");
        if matches!(*word, "over" | "under" | "above" | "around" | "about")
            && !lasted
            && TAKEN.contains(&verb.as_str())
        {
            break;
        }
        // It goes up to 4 p: a direction, no bound.
        let risen = *word == "up to" && among("go goes going went gone edged", verb.as_str());
        // bursts that add up to ten minutes; they will add up to 500 jobs: a bound
        let summed = *word == "up to" && verb == "add" && {
            let (subject, _) = words::before(view, words::before(view, from).1);
            among("that which they these those all soon", subject.as_str())
        };
        if risen || summed {
            break;
        }
        // since at least 2018, a quarter below 2019: a year, and no amount.
        let number = view.chars.get(start..start + 4).unwrap_or_default();
        let year = matches!(number, ['1', '9', ..] | ['2', '0', ..])
            && number.iter().all(char::is_ascii_digit)
            && !(matches!(view.at(start + 4), ',' | '.' | '%') && view.at(start + 5).is_ascii_digit())
            && !view.at(start + 4).is_alphanumeric();
        let dated = match *word {
            "at least" => among("since until through from by to", verb.as_str()),
            "below" | "above" => {
                among("percent cent quarter third half points fifth", verb.as_str())
                    || view.ends_with(from, "% ")
            }
            _ => false,
        };
        if year && dated {
            break;
        }
        let glued = matches!(view.at(from.wrapping_sub(1)), '-' | '–') && from > 0;
        let described =
            matches!(*word, "near" | "over" | "under" | "above" | "below" | "minimum" | "maximum")
                && among("a an the this its", words::before(view, from).0.as_str());
        if glued || described {
            break;
        }
        hedge = read.and(hedge);
        start = from;
    }
    (start, hedge)
}

/// Whether whole words stand before `end`, whatever their case.
fn ends_with(view: &View<'_>, end: usize, phrase: &str) -> bool {
    let Some(from) = end.checked_sub(phrase.len()) else { return false };
    let same = view.chars[from..end].iter().zip(phrase.chars()).all(|(c, p)| c.to_ascii_lowercase() == p);
    same && !view.at(from.wrapping_sub(1)).is_alphanumeric() | (from == 0)
}

/// What stands after a number and its unit.
static AFTER: &[(&str, Hedge)] = &[
    (" or more", LEAST),
    (" or greater", LEAST),
    (" or higher", LEAST),
    (" or above", LEAST),
    (" or over", LEAST),
    (" or older", LEAST),
    (" or younger", MOST),
    (" or under", MOST),
    (" or less", MOST),
    (" or fewer", MOST),
    (" or lower", MOST),
    (" or so", ABOUT),
    (" or thereabouts", ABOUT),
    (" and over", LEAST),
    (" and above", LEAST),
    (" and older", LEAST),
    (" and up", LEAST),
    (" and under", MOST),
    (" and below", MOST),
    (" and younger", MOST),
    ("-plus", LEAST),
    ("+", LEAST),
];

/// The hedge directly after, and where it ends.
pub(super) fn after(view: &View<'_>, end: usize) -> (usize, Hedge) {
    for (phrase, hedge) in AFTER {
        let stop = end + phrase.len();
        // 20 and under 30: the next number's own.
        let goes_on = phrase.starts_with(" and")
            && (view.at(stop + 1).is_ascii_digit() || view.starts_with(stop, " to "));
        if view.starts_with(end, phrase) && !view.at(stop).is_alphanumeric() && !goes_on {
            return (stop, *hedge);
        }
    }
    (end, Hedge::NONE)
}
