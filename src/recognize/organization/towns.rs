//! English towns and counties that the tagger took for bodies: |Moorwick| raises its council tax, where the article says
//! `in Moorwick` or names Moorwick Borough Council.

use std::collections::{HashMap, HashSet};

use super::folk::owner;
use super::{Candidate, Draft, mark_tags};
use crate::annotation::OrganizationKind;
use crate::document::Document;
use crate::model::{Label, Tagged};
use crate::recognize::organization::english::WORDS;
use crate::text::among;
use crate::view::View;

/// Words that a place follows.
const BEFORE: &str = "in near across outside around throughout Co";
/// Words before `in` that make a company of what follows: a stake in Ossira.
const HELD: &str = "stake stakes share shares interest interests holding holdings invest invested invests investing \
                    investment investments majority confidence trust believe believes stock";
/// Words before `of` that a place follows.
const PART: &str = "residents Residents Region City Town Township County Borough Village Port Isle Diocese Bishop Mayor mayor north south \
                    east west outskirts people streets coast town city village port province county";
/// Words behind a place: those of the bodies that govern and serve it, and of what stands there.
const BEHIND: &str = "Council council County City Borough Metropolitan District Town Township Regional Parish Police \
                      police Airport airport Hospital Harbour Castle summit residents homes homeowners \
                      River Rd bypass province prefecture estate";
/// Words behind two places that they join: Moorwick–Hexley |Rd|.
const JOINS: &str = "Rd Road Highway Line line railway route highway road ferry border";
/// What a body does, right behind its name: where it says so, Moorwick is no town.
const ACTS: &str = "said says told announced beat lost won drew";

/// What marks a place that the tagger saw; [`leave_out`] takes the marks away.
const PLACE: &str = "place";

/// The places of one word or two that the tagger saw in the Latin script, as marks.
pub(super) fn mark(view: &View<'_>, tags: &[Tagged], out: &mut Vec<Candidate>) {
    let latin = |t: &&Tagged| t.label == Label::Location && view.at(t.start as usize).is_ascii_uppercase();
    mark_tags(view, tags.iter().filter(latin), PLACE, out);
}

/// Leaves out tagged words that the article says to be a place, or that the tagger took for one at least as often, unless
/// the name of a company begins with them: Ossira, of Ossira Surgical.
pub(super) fn leave_out<'a>(
    document: &'a Document,
    candidates: &mut Vec<Candidate>,
    sporting: bool,
    told: &mut Option<Places<'a>>,
) {
    let tagged = |c: &Candidate| {
        let unknown = matches!(&c.draft, Draft::Organization(draft) if draft.known.is_none());
        unknown && c.rule == "tagger" && name(document.slice(c.span)) && !acts(document, c)
    };
    let mut seen: HashMap<&str, i32> = HashMap::new();
    let mut any = false;
    for c in candidates.iter() {
        let vote = if c.rule == PLACE { 1 } else { -i32::from(tagged(c)) };
        any |= vote < 0;
        if vote != 0 {
            *seen.entry(document.slice(c.span)).or_default() += vote;
        }
    }
    // Where sides play, towns are what they are called by.
    if !any || sporting {
        candidates.retain(|c| c.rule != PLACE);
        return;
    }
    let places = told.get_or_insert_with(|| places(document.text()));
    let brands = brands(document, candidates);
    candidates.retain(|c| {
        let name = document.slice(c.span);
        let told = places.get(name).copied().unwrap_or_default();
        let place = told > 0 || seen.get(name).is_some_and(|votes| *votes >= 0);
        c.rule != PLACE && !(tagged(c) && place && (told > 1 || !brands.contains(name)))
    });
}

/// Leaves out the places that were taken for short names of what bears their name: |Moorwick|, of Moorwick Library.
pub(super) fn no_short_names<'a>(
    document: &'a Document,
    candidates: &mut Vec<Candidate>,
    sporting: bool,
    told: &mut Option<Places<'a>>,
) {
    // Longqing county, of the Longqing County Committee; Kwun Fai Estate, where the page has Kwun Fai estate.
    let level = |c: &Candidate| {
        let Some((place, last)) = document.slice(c.span).rsplit_once(' ') else { return false };
        let small = || document.text().contains(&format!("{place} {}", last.to_lowercase()));
        c.rule == "mention" && among("county district province prefecture township estate", last)
            || matches!(c.rule, "mention" | "tagger")
                && matches!(last, "County" | "Estate" | "Province")
                && small()
    };
    candidates.retain(|c| !level(c));
    let short = |c: &Candidate| c.rule == "mention" && name(document.slice(c.span)) && !acts(document, c);
    if sporting || !candidates.iter().any(short) {
        return;
    }
    let places = told.get_or_insert_with(|| places(document.text()));
    let brands = brands(document, candidates);
    candidates.retain(|c| {
        let name = document.slice(c.span);
        let told = places.get(name).copied().unwrap_or_default();
        !(short(c) && told > u32::from(brands.contains(name)))
    });
}

/// True where a verb behind a name says what a body does.
fn acts(document: &Document, c: &Candidate) -> bool {
    let after = document.text().get(c.span.end as usize..).unwrap_or_default().strip_prefix(' ');
    let next = after.unwrap_or_default().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // Leeds 0 Newcastle 0: it plays.
    among(ACTS, next) || next.len() == 1 && next.chars().all(|c| c.is_ascii_digit())
}

/// The words that names of companies begin with.
fn brands<'a>(document: &'a Document, candidates: &[Candidate]) -> HashSet<&'a str> {
    let company = |c: &&Candidate| match &c.draft {
        Draft::Organization(draft) => {
            matches!(draft.kind, None | Some(OrganizationKind::Company | OrganizationKind::Finance))
        }
        _ => false,
    };
    let mut brands = HashSet::new();
    for c in candidates.iter().filter(company) {
        let whole = document.slice(c.span);
        // A library, a school and a paper bear the names of places.
        let last = WORDS.get(whole.rsplit(' ').next().unwrap_or_default()).and_then(|word| word.last);
        use OrganizationKind::{Education, Government, Health, Media, Other};
        if last.is_some_and(|kind| matches!(kind, Education | Government | Health | Media | Other)) {
            continue;
        }
        for (at, _) in whole.match_indices(' ').take(2) {
            if !whole[at..].split(' ').any(|word| among(BEHIND, word)) {
                brands.insert(&whole[..at]);
            }
        }
    }
    brands
}

/// One word or two with capitals.
fn name(text: &str) -> bool {
    text.split(' ').count() <= 2 && text.split(' ').all(|part| word(part) || text.len() > 4 && capital(part))
}

/// A capital and one small letter or more: Te Kopi.
fn capital(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(char::is_uppercase) && name.len() > 1 && chars.all(char::is_lowercase)
}

/// A capital and more than one small letter.
fn word(name: &str) -> bool {
    name.len() > 2 && capital(name)
}

/// The names that stand where a place does, and how often.
pub(super) type Places<'a> = HashMap<&'a str, u32>;

/// Reads the [`Places`] of a text, once where they are first asked for.
fn places(text: &str) -> Places<'_> {
    let mut found = HashMap::new();
    let (mut third, mut earlier, mut before) = ("", "", "");
    let mut words = text.split_whitespace().peekable();
    // From the beginning of a word to the end of another.
    let stretch = |first: &str, last: &str| {
        let at = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        text.get(at(first)..at(last) + last.len()).unwrap_or_default()
    };
    while let Some(this) = words.next() {
        let name = this.trim_end_matches(|c: char| !c.is_alphanumeric());
        let name = owner(name);
        let next = words.peek().map_or("", |next| next.trim_end_matches(|c: char| !c.is_alphanumeric()));
        let led = |before: &str, earlier: &str| {
            among(BEFORE, before) && !(before == "in" && among(HELD, earlier))
                || before == "of" && among(PART, earlier)
        };
        let behind = name == this && (among(BEHIND, next) || measured(next));
        if word(name) {
            if led(before, earlier) || behind {
                *found.entry(name).or_default() += 1;
            }
            let ends = name != this || !next.starts_with(char::is_uppercase);
            // Of two words more names are made than those of towns: a petition in Cleeve Hardware.
            let led = || !matches!(earlier, "in" | "outside") && led(earlier, third);
            if capital(before) && (led() && ends || behind && next != "Hospital") {
                *found.entry(stretch(before, name)).or_default() += 1;
            }
        }
        if let Some((first, second)) = this.split_once('–').filter(|_| among(JOINS, next)) {
            let whole = if capital(before) { stretch(before, first) } else { first };
            for place in [whole, second].into_iter().filter(|place| place.starts_with(char::is_uppercase)) {
                *found.entry(place).or_default() += 1;
            }
        }
        (third, earlier, before) = (earlier, before, this);
    }
    found
}

/// True for what a weather station reports: 93mph, 214.6mm.
fn measured(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '−'));
    unit.len() < word.len() && among("mph mm cm km/h kph °C", unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_by_what_stands_beside_them() {
        let found = places(
            "Moorwick Borough Council met in Hexley. It took a stake in Ossira, north of Carrick, of Acme and the Region \
             of Halvern. Residents of Lo Denby met near the Arle River in Third Circuit on the Te Hapu–Waiora Rd, in Kestrel Rock Mining. Corran 93mph, \n Tiree 104 flights.",
        );
        for (name, expected) in [
            ("Moorwick", true),
            ("Hexley", true),
            ("Ossira", false),
            ("Carrick", true),
            ("Acme", false),
            ("Halvern", true),
            ("Lo Denby", true),
            ("Arle", true),
            ("Te Hapu", true),
            ("Waiora", true),
            ("Kestrel Rock", false),
            ("Third Circuit", false),
            ("Corran", true),
            ("Tiree", false),
        ] {
            assert_eq!(found.contains_key(name), expected, "{name}");
        }
    }
}
