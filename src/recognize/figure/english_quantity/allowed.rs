//! Whether an English number and its unit make an amount.

use super::{Number, Tail};
use crate::annotation::FigureKind;
use crate::recognize::figure::{english, words};
use crate::text::among;
use crate::text::numeral::Form;
use crate::value::decimal::Decimal;
use crate::view::View;

/// Whether number and unit make an amount: `one day`, `three-time`, `second-half` do not.
pub(super) fn allowed(view: &View<'_>, first: &Number, tail: &Tail) -> bool {
    let n = &first.numeral;
    let word: String = view.chars[tail.from..tail.end].iter().map(char::to_ascii_lowercase).collect();
    let hyphen = view.at(first.end) == '-';
    let plural = word.ends_with('s');
    let spelled = !first.in_digits(view);
    match word.as_str() {
        "time" | "length" => return false,
        "lengths" if hyphen => return false,
        // 50 Cent raps.
        "cent" if view.at(tail.from) == 'C' => return false,
        // 218 W. Elm St.
        "w" if view.at(tail.end) == '.' && view.at(tail.end + 2).is_uppercase() => return false,
        // 2 cups of flour; a team has won four cups.
        "cup" | "cups" => {
            return view.at(tail.from) == 'c'
                && !hyphen
                && (view.starts_with(tail.end, " of ") || n.value < 10.into() && !spelled);
        }
        // 14 stone, but two stone walls and three stones
        "stones" => return false,
        "stone" => {
            let (noun, _) = words::after(view, tail.end);
            let weighed = matches!(
                noun.as_str(),
                "" | "and"
                    | "or"
                    | "in"
                    | "at"
                    | "but"
                    | "since"
                    | "after"
                    | "over"
                    | "with"
                    | "to"
                    | "as"
                    | "lighter"
                    | "heavier"
                    | "overweight"
                    | "when"
                    | "now"
                    | "before"
                    | "while"
                    | "who"
                    | "from"
                    | "on"
                    | "man"
            );
            return weighed && n.value > Decimal::ONE;
        }
        // four night shifts, 75 day cares: the unit begins the noun.
        "night" if !hyphen && n.value > Decimal::ONE => return false,
        "day" if !hyphen && n.value > Decimal::ONE => {
            let (noun, _) = words::after(view, tail.end);
            let kinds =
                ["care", "trip", "pass", "ticket", "room", "school", "centre", "center", "job", "labourer"];
            return !kinds.iter().any(|kind| noun.starts_with(kind));
        }
        "times" => {
            return n.value != Decimal::ONE
                && (n.value.integer().is_none() || compares(&words::after(view, tail.end).0));
        }
        "point" => return hyphen && n.value >= 10.into(),
        "won" | "real" | "mark" | "rand" | "dong" | "lev" | "kina" => {
            return n.form == Form::English && n.value >= 1000.into()
                || !spelled && among("won rand", &word) && n.value >= 100.into();
        }
        "second" | "quarter" if !hyphen => {
            return n.value.integer().is_none() || n.value == Decimal::ONE && !spelled;
        }
        // a 91-degree day, a 30-degree slope; 360-degree views and 180-degree turns are set terms.
        "degree" if hyphen => {
            let (noun, _) = words::after(view, tail.end);
            return view.at(tail.end) == ' '
                && among(
                    "heat weather temperature temperatures day days water cold chill \
                     warmth sunshine afternoon afternoons morning mornings oven angle \
                     slope slopes incline tilt heatwave",
                    noun.as_str(),
                );
        }
        "quarters" if hyphen => return false,
        "quarter" => return false,
        "knot" | "foot" | "mark s" => return hyphen || !spelled || word == "foot",
        _ => {}
    }
    if n.value == Decimal::ONE && spelled {
        return match tail.kind {
            FigureKind::Duration => {
                // one hour after the race: how long, measured from what happens
                let (next, end) = words::after(view, tail.end);
                let measured = !hyphen
                    && !plural
                    && matches!(next.as_str(), "after" | "before")
                    && among("the a an kick his her its", words::after(view, end).0.as_str())
                    && words::before(view, first.start).0 != "in";
                measured
                    || english::before(view, first.start).0 < first.start
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
