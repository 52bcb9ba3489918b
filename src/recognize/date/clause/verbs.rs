//! What single words of an English clause say: its verbs, and what something is compared with.

use crate::recognize::date::draft::Tense;
use crate::text::among;

/// True for what something is compared with: than in May, up from 97 in all of 2023, against 5 percent in the first half.
pub fn compares(words: &[String]) -> bool {
    const BETWEEN: &str = "the a of in at by all for during same per cent percent million billion trillion crore \
                           lakh growth rise fall drop gain increase decline seen posted recorded reported pace rate \
                           about just full whole";
    const MOVED: &str = "up down easing eased slowing slowed rising falling higher lower compared";
    let between = words.iter().take(6).take_while(|w| among(BETWEEN, w)).count();
    // down 4 cents from Jan. 29, up 12 basis points from May
    const UNITS: &str =
        "cents cent points point basis percent percentage pounds dollars people jobs units per";
    let units = words.iter().skip(between + 1).take(3).take_while(|w| among(UNITS, w)).count();
    let next = words.get(between + 1 + units).map_or("", String::as_str);
    match words.get(between).map(String::as_str) {
        Some("than" | "against" | "versus" | "vs") => true,
        Some("from") => among(MOVED, next) || between > 0 && ["rose", "fell", "grew"].contains(&next),
        Some("with" | "to") => next == "compared",
        _ => false,
    }
}

/// True where an infinitive stands before, which in a headline says what is to come: premiums to rise again in July.
pub fn infinitive(words: &[String]) -> bool {
    const NOT: &[&str] = &[
        "the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "be", "from", "in", "due",
        "about",
    ];
    let Some(to) = words.iter().position(|w| w == "to") else { return false };
    let verb = to.checked_sub(1).and_then(|v| words.get(v));
    let noun = words
        .get(to + 1)
        .is_some_and(|w| !w.is_empty() && !["due", "according", "up", "compared"].contains(&w.as_str()));
    let told = words.iter().take(to).any(|w| tense_english(w) == Some(Tense::Past));
    noun && !told && verb.is_some_and(|v| !v.is_empty() && !NOT.contains(&v.as_str()))
}

/// True for a verb of what is arranged, in the present tense, by the word before it: talks begin, and leaves.
pub fn scheduled(word: &str, before: &str) -> bool {
    const VERBS: &str = "begin start open close end resume return meet visit host face play arrive depart leave \
                           travel reopen continue conclude vote speak appear expire report move run look head come go \
                           kick wrap launch debut premiere air screen perform tour land sail bring offer feature \
                           celebrate shift stay extend apply compete race reset gather march rally strike step rise";
    const NOUN: &str = "the a an his her its their our of in for was is has does as this always ";
    let possessive = before.contains(['\'', '’']);
    let plural = before.ends_with('s') && before.len() > 2 && !possessive
        || ["and", "they", "we", "who"].contains(&before);
    let stem = |end: &str| word.strip_suffix(end).is_some_and(|stem| among(VERBS, stem));
    let singular = stem("s") || stem("es");
    singular && !possessive && !(before.is_empty() || among(NOUN, before))
        || among(VERBS, word) && plural && !(before.is_empty() || among(NOUN, before))
}

/// What a single word says: will, scheduled, due; was, said, and verbs in -ed.
pub fn tense_english(word: &str) -> Option<Tense> {
    const AHEAD: &[&str] = &[
        "will",
        "would",
        "scheduled",
        "expected",
        "due",
        "plans",
        "planned",
        "plan",
        "upcoming",
        "slated",
        "begins",
        "starts",
        "opens",
        "expires",
        "expects",
        "expect",
        "forecasts",
        "forecast",
        "projected",
        "projects",
        "predicts",
        "resumes",
        "reopens",
        "closes",
        "ends",
        "visits",
        "speaks",
        "effective",
        "wants",
        "hopes",
        "intends",
        "deadline",
        "next",
        "shall",
        "may",
        "could",
        "should",
        "set",
        "going",
        "ahead",
        "takes",
        "proposed",
        "is",
        "are",
    ];
    const BACK: &[&str] = &[
        "was",
        "were",
        "had",
        "has",
        "have",
        "said",
        "told",
        "did",
        "took",
        "came",
        "went",
        "won",
        "lost",
        "met",
        "began",
        "made",
        "held",
        "fell",
        "rose",
        "hit",
        "left",
        "found",
        "saw",
        "gave",
        "got",
        "beat",
        "broke",
        "drew",
        "ran",
        "led",
        "sent",
        "spoke",
        "wrote",
        "became",
        "died",
        "killed",
        "been",
        "put",
        "struck",
        "shot",
        "sank",
        "grew",
        "sold",
        "bought",
        "built",
        "felt",
        "kept",
        "knew",
        "paid",
        "sought",
        "stood",
        "thought",
        "slid",
        "shrank",
        "swept",
        "spent",
        "lent",
        "drove",
        "flew",
        "froze",
        "chose",
        "caught",
        "fought",
        "threw",
        "stole",
        "woke",
        "says",
        "according",
        "ate",
        "blew",
        "bore",
        "burst",
        "dealt",
        "drank",
        "fled",
        "hung",
        "laid",
        "meant",
        "rang",
        "rode",
        "sang",
        "shook",
        "slept",
        "spun",
        "sprang",
        "stuck",
        "swam",
        "swore",
        "swung",
        "taught",
        "tore",
        "wore",
        "withdrew",
        "undertook",
        "overtook",
    ];
    if AHEAD.contains(&word) {
        return Some(Tense::Future);
    }
    if BACK.contains(&word)
        || word.len() > 4
            && word.ends_with("ed")
            && !["united", "provided", "indeed", "hundred", "speed", "exceed", "proceed", "succeed", "based"]
                .contains(&word)
    {
        return Some(Tense::Past);
    }
    None
}
