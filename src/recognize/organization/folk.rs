//! Persons that the tagger took for bodies, told by the page: the scorer of a report, the eleven of a line-up, who writes,
//! who volleys a ball and who smiles.

use std::collections::HashSet;

use super::english::WORDS;
use super::{Candidate, Draft};
use crate::document::Document;
use crate::text::among;

/// Posts of sport that a full name follows: replacement wing |Rhodri Howells|.
const PLAYERS: &str = "striker winger forward defender midfielder goalkeeper keeper full-back left-back right-back centre-half \
    centre-back wing centre center lock prop hooker flanker fly-half scrum-half number substitute sub skipper captain coach \
    boss manager batsman batter bowler seamer spinner opener all-rounder wicketkeeper pitcher catcher shortstop quarterback \
    linebacker guard point-guard jockey referee umpire lineman teammate team-mate teenager";
/// Posts that a name follows behind a comma and ends at one: the regional officer, |Dawn Fairhurst|, said.
const POSTS: &str = "officer manager director spokesman spokeswoman chairman chairwoman chair secretary captain coach skipper \
    leader president headteacher principal mayor treasurer councillor minister wife husband son daughter mother father \
    brother sister";
/// Pairs of persons follow: Council members |Beran| and |Ochsner|.
const PAIRS: &str = "councillors Councillors Councilors councilors Councilmen Commissioners Trustees Senators senators Sens. \
    Reps. MPs brothers sisters";
/// What a person alone does.
const DOES: &str = "volleyed curled lashed slotted lobbed dribbled bundled nodded sprinted limped dived homered singled smiled shrugged \
    laughed wept sighed grinned chuckled winced blushed sobbed";
/// The same in two words.
const DOES_TWO: &str = "fired_home headed_home headed_in headed_wide tapped_in slid_in crossed_again crossed_for went_over \
    drove_over dotted_down was_booked was_substituted was_born was_widowed is_mobbed";
/// What a person alone has, behind the possessive: |Lloyd's| boot.
const HAS: &str = "boot header hat-trick knee ankle hamstring shoulder wife husband son daughter mother father sister brother \
    widow";
/// Labels of those who scored and were sent off.
const LABELS: &str = "Tries: Try: Cons: Con: Pens: Pen: Booked: Bookings: Scorer: Unused: Subs: Substitutes: Sin-bin: Goalscorers:";
/// Behind an age: Mensah, 19, |who| works.
const AGED: &str = "who a an of from was said has had is told the";

/// Leaves out tagged names that the page tells to be a person's, and those that are the surname of one.
pub(super) fn leave_out(document: &Document, candidates: &mut Vec<Candidate>, sporting: bool) {
    let tagged = |c: &Candidate| {
        let unknown = matches!(&c.draft, Draft::Organization(draft) if draft.known.is_none());
        let name = document.slice(c.span);
        // Lloyd's, where Lloyd plays.
        let owns = c.rule == "known body" && owner(name) != name;
        c.rule == "tagger" && unknown || owns
    };
    if !candidates.iter().any(tagged) {
        return;
    }
    let found = persons(document.text(), sporting);
    // Penrhyd, of Penrhyd RFC: what begins the name of a body is none.
    let first = |c: &Candidate| document.slice(c.span).split(' ').next();
    let bodies: HashSet<&str> = candidates
        .iter()
        .filter(|c| matches!(c.draft, Draft::Organization(_)) && !tagged(c))
        .filter_map(first)
        .collect();
    let listed = |name: &str| {
        let name = owner(name);
        found.contains(name) && !bodies.contains(name)
    };
    candidates.retain(|c| {
        let name = document.slice(c.span);
        let last = name.rsplit(' ').next().unwrap_or_default();
        let names = || name.split(' ').all(|w| person(bare(w))) || name.contains("'s");
        !(tagged(c) && (found.contains(name) || names() && (name.split(", ").all(listed) || listed(last))))
    });
}

/// A word without the possessive.
pub(super) fn owner(word: &str) -> &str {
    word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word)
}

/// A word without what is no letter of it.
fn bare(word: &str) -> &str {
    owner(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// A capital and small letters, of which no body's name is made.
fn person(word: &str) -> bool {
    let letters = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’');
    word.starts_with(char::is_uppercase)
        && word.chars().all(letters)
        && word.contains(char::is_lowercase)
        && !WORDS.get(word).is_some_and(|w| {
            w.last.is_some() || w.legal.is_some() || w.of.is_some() || w.end.is_some() || w.nation
        })
}

/// The surnames and full names of the persons that a text tells of.
fn persons(text: &str, sporting: bool) -> HashSet<&str> {
    let mut found = HashSet::new();
    for line in text.lines() {
        byline(line, &mut found);
        if sporting {
            team(line, &mut found);
        }
        let words: Vec<&str> = line.split(' ').collect();
        for at in 0..words.len() {
            scorers(&words, at, &mut found);
            told(line, &words, at, sporting, &mut found);
        }
    }
    found
}

/// Who writes: By |Aoife Mac Giolla|.
fn byline<'a>(line: &'a str, found: &mut HashSet<&'a str>) {
    let line = line.trim();
    let Some(rest) = ["By ", "by ", "BY "].iter().find_map(|by| line.strip_prefix(by)) else { return };
    let name = rest.split([',', '|', '/', '(']).next().unwrap_or_default().trim();
    if (2..=4).contains(&name.split(' ').count()) && name.split(' ').all(person) {
        found.insert(name);
        return;
    }
    // By Jane Doe at |Heol y Parc|: the ground.
    let ground = name
        .split_once(" at ")
        .filter(|(name, _)| name.split(' ').count() == 2 && name.split(' ').all(person));
    found.extend(ground.map(|(_, ground)| ground));
}

/// The names of a line-up: Pask; Reid, Molloy, Hurst (Vine 79); Garrick.
fn team<'a>(line: &'a str, found: &mut HashSet<&'a str>) {
    let names = line.split_once(": ").map_or(line, |(_, names)| names);
    let names = names.split(". ").next().unwrap_or_default();
    let parts = || names.split([',', ';', '(']).map(|part| part.trim_matches(|c: char| !c.is_alphabetic()));
    let listed = parts().filter(|part| part.split(' ').all(person)).count();
    if listed >= 8 && listed * 4 >= parts().count() * 3 && (names.contains(';') || names.contains(" (")) {
        found.extend(parts().filter(|part| person(part)));
    }
}

/// The names behind a label: Tries: |Pugh|, |Howells|.
fn scorers<'a>(words: &[&'a str], at: usize, found: &mut HashSet<&'a str>) {
    if !words.get(at).is_some_and(|word| word.ends_with(':') && among(LABELS, word)) {
        return;
    }
    for word in words.iter().skip(at + 1).take(30) {
        if word.ends_with(':') {
            break;
        }
        if person(bare(word)) {
            found.insert(bare(word));
        }
        if word.ends_with('.') {
            break;
        }
    }
}

/// The name that begins with a word, where what stands beside it tells of a person.
fn told<'a>(line: &'a str, words: &[&'a str], at: usize, sporting: bool, found: &mut HashSet<&'a str>) {
    let word = |k: usize| words.get(k).copied().unwrap_or_default();
    let before = |n: usize| at.checked_sub(n).map_or("", word);
    if !person(bare(word(at))) {
        return;
    }
    let part = |k: usize| word(k).chars().all(|c| c.is_alphabetic() || c == '-') && person(word(k));
    // The first word of a name alone asks.
    if at > 0 && part(at - 1) {
        return;
    }
    let mut end = at;
    while end < at + 3 && part(end) && person(bare(word(end + 1))) {
        end += 1;
    }
    let last = bare(word(end));
    let length = end + 1 - at;
    let (this, next) = (word(end), word(end + 1));
    let closed = this == last;
    let name = || {
        let (first, last) = (word(at).as_ptr() as usize, last.as_ptr() as usize + last.len());
        let start = first - line.as_ptr() as usize;
        line.get(start..last - line.as_ptr() as usize).unwrap_or_default()
    };
    let post = before(1).rsplit(['(', '“', '"']).next().unwrap_or_default();
    let post = length > 1 && (among(PLAYERS, post) && sporting || among(POSTS, post) && this.ends_with(','));
    let called = length > 1
        && this.ends_with(',')
        && before(1).strip_suffix(',').is_some_and(|post| among(POSTS, post))
        && among("said says told", next);
    let does = closed
        && (among(DOES, bare(next)) || among(DOES_TWO, &format!("{next}_{}", bare(word(end + 2)))))
        || sporting && closed && length < 3 && matches!(next, "handled." | "handled,");
    let owns = this != last && owner(this) == last && among(HAS, bare(next));
    let age =
        next.strip_suffix(',').is_some_and(|age| age.len() == 2 && age.bytes().all(|b| b.is_ascii_digit()));
    let aged = length < 4 && this.strip_suffix(',') == Some(last) && age && among(AGED, word(end + 2));
    // Nolan said. “I thought: who speaks of himself.
    let own = || {
        let speech = word(end + 2).strip_prefix(['"', '“', '‘', '\'']).unwrap_or_default();
        among("I I'm I’m I've I’ve I'd I’d I'll I’ll My", speech)
    };
    let speaks = closed && matches!(next, "said." | "said," | "said:" | "says." | "says:") && own();
    if post || called || does || owns || aged || speaks {
        found.insert(last);
        found.insert(name());
        return;
    }
    let pair =
        among(PAIRS, before(1)) || before(1) == "members" && among("Council council Board board", before(2));
    if pair && length == 1 && next == "and" && person(bare(word(at + 2))) {
        found.extend([last, bare(word(at + 2))]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_tells_who_is_a_person() {
        for (text, name, expected) in [
            ("By Aoife Mac Giolla", "Aoife Mac Giolla", true),
            ("By Harbour Post", "Harbour Post", false),
            ("By Aoife Giolla at Heol y Coed", "Heol y Coed", true),
            ("Kestle said. \"I knew it", "Kestle", true),
            ("Kestle said. \"We knew it", "Kestle", false),
            ("a try by replacement wing Huw Tegid lifted them", "Tegid", true),
            ("Nolan volleyed them ahead", "Nolan", true),
            ("Nolan built them a plant", "Nolan", false),
            ("before Tegid crossed again and Pryce's boot made it safe", "Pryce", true),
            ("Pryce's shares made it safe", "Pryce", false),
            ("Tries: Tegid, Morris. Cons: Vale 2", "Morris", true),
            ("Kettle, 19, who joined in May", "Kettle", true),
            ("Kettle, 1,900 of them, joined in May", "Kettle", false),
            ("Council members Dray and Orsin were opposed", "Orsin", true),
            ("The members Dray and Orsin were opposed", "Orsin", false),
            ("Hartley: Pask; Reid, Molloy, Hurst, Ames; Corrin, Stott, Bell (Vine 79), Cole", "Corrin", true),
            ("Members: Pask, Reid and Molloy", "Reid", false),
        ] {
            assert_eq!(persons(text, true).contains(name), expected, "{text}");
        }
    }
}
