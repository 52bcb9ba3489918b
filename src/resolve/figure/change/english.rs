//! English: `rose 3.5%`, `an increase of 5%`, `raised the tariff by $2`, `a 5% rise`, `12% more than`; `rose to 5%` is a level.

mod verbs;

use crate::annotation::{Change, FigureKind};
use crate::resolve::figure::clause::{Clause, lower};
use crate::text::among;
use crate::text::names::MONTHS;

use verbs::{CUTS, FALLS, LIFTS, RISES, TAKERS};

/// Adverbs and the like between the verb and the figure.
const LINKS: &[&str] = &[
    "of",
    "a",
    "an",
    "another",
    "further",
    "about",
    "only",
    "just",
    "some",
    "the",
    "was",
    "is",
    "either",
    "much",
    "as",
    "or",
    "than",
    "it",
    "its",
    "sharply",
    "slightly",
    "steadily",
    "again",
    "more",
    "roughly",
    "nearly",
    "almost",
    "around",
    "modestly",
    "marginally",
    "quickly",
    "strongly",
    "still",
    "even",
    "annually",
    "overall",
    "also",
    "had",
    "power",
    "emissions",
    "needs",
];

/// The direction that the words around a figure give it; `points` are those of an index.
pub(super) fn direction(clause: &Clause, kind: FigureKind, points: bool) -> Option<Change> {
    following(clause, kind).or_else(|| preceding(clause, kind, points))
}

fn share(kind: FigureKind) -> bool {
    matches!(
        kind,
        FigureKind::Percent | FigureKind::PercentagePoint | FigureKind::Fraction | FigureKind::Multiple
    )
}

fn preceding(clause: &Clause, kind: FigureKind, points: bool) -> Option<Change> {
    let mut text: String = clause.before.iter().collect::<String>().to_lowercase();
    // The next cut, of 25 basis points; fell for a third month, by 2%: the comma sets off what belongs together.
    if matches!(text.trim(), "of" | "by") {
        text = clause.sentence.iter().collect::<String>().to_lowercase().replace(',', "");
    }
    // dropped by an average of 6.8 points
    let told = text.trim_end();
    let told =
        ["an average of", "a total of", "an estimated"].iter().find_map(|words| told.strip_suffix(words));
    let text = told.unwrap_or(&text);
    let words: Vec<&str> = text.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let hedges = words
        .iter()
        .rev()
        .take_while(|word| matches!(**word, "either" | "another" | "further" | "a" | "an"))
        .count();
    let last = words.len().checked_sub(hedges + 1).map_or("", |i| words[i]);
    let (by, of) = (last == "by", last == "of");
    // declined less than half as fast
    let after = lower(&clause.after, 12);
    if [" as fast", " as much", " as many", " as quick", " as slow"]
        .iter()
        .any(|word| after.starts_with(word))
    {
        return None;
    }
    let measured = matches!(kind, FigureKind::Measure | FigureKind::Duration | FigureKind::Age);
    let mut objects = 0;
    for (back, word) in words.iter().rev().enumerate().take(if by { 9 } else { 6 }) {
        let earlier = words.len().checked_sub(back + 2).map_or("", |i| words[i]);
        if matches!(*word, "up" | "down") && TAKERS.contains(&earlier) {
            return None;
        }
        // Stocks were off 1.2%
        // closed at $309, off $1.20: nothing else in the clause
        let quoted = kind == FigureKind::Money && earlier.is_empty();
        if *word == "off"
            && back == 0
            && (quoted || share(kind) && among("was were is are closed ended", earlier))
        {
            return Some(Change::Decrease);
        }
        // A storm surge of 8 feet, a drop of two millilitres.
        let thing =
            of && measured && matches!(*word, "surge" | "drop" | "drops" | "jump" | "fall" | "dip" | "slide");
        let direct = if thing {
            None
        } else if RISES.contains(word) {
            Some(Change::Increase)
        } else if FALLS.contains(word) {
            Some(Change::Decrease)
        } else {
            None
        };
        // Up two weeks, cut two sports: no amounts of a change.
        let counted = matches!(kind, FigureKind::Count | FigureKind::Duration) && !by && !of;
        if direct.is_some() {
            let transitive = matches!(
                *word,
                "reduce" | "reduced" | "reduces" | "lowered" | "lower" | "expand" | "expands"
            );
            let standing = matches!(*word, "up" | "down") && kind == FigureKind::Duration && !by;
            return direct.filter(|_| !(transitive && counted) && !standing);
        }
        let lifted = if LIFTS.contains(word) {
            Some(Change::Increase)
        } else if CUTS.contains(word) {
            Some(Change::Decrease)
        } else {
            None
        };
        if lifted.is_some() {
            let noun =
                of && matches!(*word, "cut" | "cuts" | "hike" | "hikes" | "boost" | "raise" | "raises");
            let direct = (share(kind) && kind != FigureKind::Multiple || points) && !of;
            return lifted.filter(|_| by || noun || direct);
        }
        if *word == "extra" && earlier == "an" && (share(kind) || kind == FigureKind::Money) {
            return Some(Change::Increase);
        }
        if LINKS.contains(word) || by && !matches!(*word, "to" | "from") {
            continue;
        }
        // cut rates 25 basis points: up to three words name what is moved.
        objects += 1;
        let moves = matches!(kind, FigureKind::Percent | FigureKind::PercentagePoint);
        let stop = matches!(
            *word,
            "to" | "from"
                | "in"
                | "on"
                | "for"
                | "with"
                | "and"
                | "but"
                | "while"
                | "that"
                | "which"
                | "who"
                | "were"
                | "are"
                | "has"
                | "have"
                | "be"
                | "will"
                | "account"
                | "accounted"
                | "by"
                | "made"
        );
        let object_verb = words[..words.len() - back - 1].iter().rev().take(3).any(|w| {
            matches!(
                *w,
                "cut" | "cuts" | "raise" | "raised" | "raises" | "lift" | "lifted" | "hiked" | "lowered"
            )
        });
        if !(moves && objects <= 3 && !stop && object_verb) {
            break;
        }
    }
    None
}

/// What follows a share that is a change: 12% more than, 5% up on, a 3% pay rise.
fn following(clause: &Clause, kind: FigureKind) -> Option<Change> {
    let after = lower(&clause.after, 60);
    if !after.starts_with([' ', '-']) {
        return None;
    }
    let mut words = after.split([' ', '-', '.', ')', '"', '”']).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let third = words.next().unwrap_or_default();
    if matches!(kind, FigureKind::Duration | FigureKind::Age)
        && !matches!(first, "increase" | "reduction" | "cut")
    {
        return None;
    }
    let amount = share(kind) || kind == FigureKind::Money;
    let part = share(kind) && kind != FigureKind::Multiple;
    match first {
        "more" if share(kind) && second != "likely" || second == "than" && first == "more" => {
            return Some(Change::Increase);
        }
        "fewer" | "less" if share(kind) && second != "likely" || second == "than" => {
            return Some(Change::Decrease);
        }
        "up" | "ahead" if amount && !matches!(second, "to" | "front") => return Some(Change::Increase),
        "down" if amount && second != "payment" => return Some(Change::Decrease),
        "above" | "below" if share(kind) && compared(&after) => {
            return Some(if first == "above" { Change::Increase } else { Change::Decrease });
        }
        "larger" | "bigger" | "stronger" if share(kind) && second == "than" => return Some(Change::Increase),
        "smaller" | "weaker" if part && second == "than" => return Some(Change::Decrease),
        "wider" | "faster" | "longer" | "better" | "larger" | "bigger" if part => {
            return Some(Change::Increase);
        }
        "weaker" | "narrower" | "shorter" | "slower" | "smaller" | "worse" if share(kind) => {
            return Some(Change::Decrease);
        }
        // costs 6c more; 310 more homes than a year ago
        "more" if kind == FigureKind::Money && second.is_empty() || past(&after) => {
            return Some(Change::Increase);
        }
        "less" if kind == FigureKind::Money && second.is_empty() => return Some(Change::Decrease),
        "fewer" if past(&after) => return Some(Change::Decrease),
        "dearer" | "higher" | "costlier" => return Some(Change::Increase),
        "cheaper" | "lower" => return Some(Change::Decrease),
        _ => {}
    }
    if first == "loss" && share(kind) {
        return Some(Change::Decrease);
    }
    // a 5 percent annual pay rise: two words at most come between.
    let between = |word: &str| {
        among(
            "annual average quarterly monthly yearly sharp overall price pay council wage \
             salary fare rate tax tariff output year sequential net further population \
             sales revenue rent toll",
            word,
        )
    };
    let noun = match (first, second) {
        _ if noun_direction(first).is_some() => first,
        (one, two) if between(one) && noun_direction(two).is_some() => two,
        (one, two) if between(one) && between(two) => third,
        ("year", "on") if third == "year" => words.next().unwrap_or_default(),
        _ => return None,
    };
    noun_direction(noun)
}

/// more homes than a year ago: what it was before.
fn past(after: &str) -> bool {
    ["than a year", "than last", "than in ", "than the year", "than the month", "than the previous"]
        .iter()
        .any(|word| after.contains(word))
}

/// 6% above 2019 levels, below last year, below December 2024: what it is held against.
fn compared(after: &str) -> bool {
    let time = after.split(' ').nth(2).unwrap_or_default().trim_end_matches(['.', ',']);
    let month = MONTHS.contains(&time) || time.len() == 4 && time.starts_with("20") && !time.contains('%');
    month
        || [
            "level",
            "average",
            "last year",
            "a year",
            "previous",
            "estimate",
            "forecast",
            "normal",
            "target",
            "trend",
        ]
        .iter()
        .any(|word| after.contains(word))
}

fn noun_direction(word: &str) -> Option<Change> {
    match word {
        "increase" | "rise" | "jump" | "gain" | "growth" | "surge" | "hike" | "boost" | "uptick"
        | "spike" | "raise" | "rally" | "improvement" => Some(Change::Increase),
        "decrease" | "drop" | "decline" | "fall" | "cut" | "reduction" | "slide" | "plunge" | "dip"
        | "slump" | "contraction" | "cutback" => Some(Change::Decrease),
        _ => None,
    }
}
