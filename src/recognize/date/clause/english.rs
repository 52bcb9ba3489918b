//! What the words of an English clause say: auxiliaries, verbs, prepositions.

use crate::recognize::date::draft::{DateDraft, Expr, Step, Tense};
use crate::view::View;

/// The word of Latin letters that ends at `end`, lower-cased, and where it begins.
fn word_before(view: &View<'_>, end: usize) -> (String, usize) {
    let mut start = end;
    while start > 0
        && (view.at(start - 1).is_alphabetic() || matches!(view.at(start - 1), '\'' | '’'))
        && end - start < 20
    {
        start -= 1;
    }
    (view.chars.get(start..end).unwrap_or_default().iter().map(char::to_ascii_lowercase).collect(), start)
}

/// Fills in what the words around `start..end` say.
pub fn read(view: &View<'_>, start: usize, end: usize, draft: &mut DateDraft) {
    let (first, _) = {
        let mut e = start;
        while view.at(e).is_alphabetic() {
            e += 1;
        }
        word_before(view, e)
    };
    draft.approx |= matches!(
        first.as_str(),
        "about" | "around" | "nearly" | "some" | "roughly" | "approximately" | "less" | "more"
    );
    let mut at = start;
    let mut words = Vec::with_capacity(8);
    // The words before, back to the end of a sentence.
    while at > 0 && words.len() < 12 {
        while at > 0 && !view.at(at - 1).is_alphabetic() {
            // 7.6 feet ends no sentence.
            let decimal = view.at(at - 1) == '.' && view.at(at).is_ascii_digit();
            if matches!(view.at(at - 1), '.' | ';' | '!' | '?' | '\n')
                && !decimal
                && !view.at(at.wrapping_sub(2)).is_ascii_uppercase()
            {
                words.push(String::new());
                at = 0;
                break;
            }
            at -= 1;
        }
        if at == 0 {
            break;
        }
        let (word, begin) = word_before(view, at);
        if begin == at {
            break;
        }
        words.push(word);
        at = begin;
    }
    draft.modifier = match words.first().map(String::as_str) {
        Some("since" | "from") => Some("since"),
        Some("until" | "till" | "through" | "by" | "to") => Some("until"),
        Some("before") => Some("before"),
        Some("after") => Some("after"),
        _ => None,
    };
    // have until 31 December, put on hold until the autumn: the end is still to come.
    const OPEN: &[&str] = &[
        "have",
        "has",
        "is",
        "are",
        "hold",
        "postponed",
        "adjourned",
        "delayed",
        "deferred",
        "remanded",
        "extended",
        "suspended",
        "valid",
        "runs",
        "run",
        "lasts",
        "remain",
        "remains",
        "alert",
    ];
    if matches!(words.first().map(String::as_str), Some("until" | "till"))
        && words.iter().take(7).any(|word| OPEN.contains(&word.as_str()))
    {
        draft.tense = Tense::Future;
        return;
    }
    // December corn slipped: a contract that is still to run out.
    const TRADED: &[&str] = &[
        "corn",
        "wheat",
        "soybeans",
        "soybean",
        "futures",
        "delivery",
        "contract",
        "contracts",
        "cattle",
        "hogs",
        "cotton",
        "coffee",
        "cocoa",
        "sugar",
        "oats",
        "crude",
        "milk",
    ];
    let (next, _) =
        word_before(view, (end + 1..end + 20).find(|k| !view.at(*k).is_alphabetic()).unwrap_or(end));
    if matches!(&draft.expr, Expr::Point(p) if matches!(p.steps[..], [Step::Month(_)]))
        && TRADED.contains(&next.as_str())
    {
        draft.tense = Tense::Future;
        return;
    }
    let first = |w: &str| words.first().is_some_and(|word| word == w);
    let colon = (start.saturating_sub(2)..start).any(|k| view.at(k) == ':');
    // beginning at noon Friday, told to leave by 10 a.m. Thursday, When: 7 p.m. Wednesday
    let soon = first("as") && words.get(1).is_some_and(|w| w == "early" || w == "soon");
    let begins =
        soon || words.iter().take(2).any(|w| matches!(w.as_str(), "beginning" | "starting" | "effective"));
    let by = first("by") && words.iter().take(5).skip(2).any(|w| w == "to");
    // What has been called off was still to come.
    let off = matches!(&draft.expr, Expr::Point(_))
        && words
            .iter()
            .take(6)
            .any(|w| matches!(w.as_str(), "canceled" | "cancelled" | "postponed" | "called"))
        && (!words.iter().take(6).any(|w| w == "called") || words.iter().take(6).any(|w| w == "off"));
    if begins || by || off || first("when") && colon {
        draft.tense = Tense::Future;
        return;
    }
    draft.headline = infinitive(&words);
    for (k, word) in words.iter().enumerate() {
        // less than it projected in December, a cut profit forecast: told of as past, or a noun.
        let before = words.get(k + 1).map_or("", String::as_str);
        if matches!(word.as_str(), "projected" | "planned" | "expected" | "proposed" | "scheduled")
            && matches!(before, "it" | "he" | "she" | "they" | "we" | "had" | "i")
        {
            let to = k.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w == "to");
            if k > 1 && !to {
                continue;
            }
            draft.tense = if to { Tense::Future } else { Tense::Past };
            return;
        }
        let verb = before.ends_with('s') && before.len() > 3
            || matches!(before, "is" | "are" | "it" | "they" | "we");
        if matches!(word.as_str(), "forecast" | "forecasts" | "plan" | "visits" | "projects")
            && k + 1 < words.len()
            && !verb
        {
            continue;
        }
        // set to rise, plans to open; a plan approved in July and money set aside in May are past.
        let follows = k.checked_sub(1).and_then(|i| words.get(i)).map_or("", String::as_str);
        if matches!(word.as_str(), "set" | "plan" | "plans") && !matches!(follows, "to" | "for") {
            continue;
        }
        if let Some(tense) = tense_english(word) {
            // will be reported, to be paid, is put to a vote: the auxiliary decides.
            let ahead = ["will", "would", "be", "is", "are", "shall", "must"];
            let between = |w: &String| {
                w.ends_with("ly") || matches!(w.as_str(), "also" | "not" | "now" | "still" | "be" | "to")
            };
            let helper = words[k + 1..].iter().take(3).find(|w| !between(w) || ahead.contains(&w.as_str()));
            let passive = helper.is_some_and(|w| ahead.contains(&w.as_str()));
            draft.tense = if passive && tense == Tense::Past { Tense::Future } else { tense };
            // shelved until April: to the nearer of the two.
            if draft.tense == Tense::Past && (first("until") || first("till")) {
                draft.starts = true;
                draft.modifier = Some("until");
                draft.tense = Tense::Unknown;
            }
            return;
        }
    }
    // from 1 May, until the autumn: where nothing says, what is to begin or to end.
    if matches!(draft.modifier, Some("until" | "since")) && words.first().is_some_and(|w| w != "since") {
        draft.tense = Tense::Future;
        return;
    }
    // Nothing before: the words behind, up to the end of the sentence.
    let mut at = end;
    let mut seen = 0;
    while at < view.chars.len() && seen < 14 {
        if matches!(view.at(at), '.' | ';' | '!' | '?' | '\n') && !view.at(at + 1).is_alphanumeric() {
            break;
        }
        if !view.at(at).is_alphabetic() {
            at += 1;
            continue;
        }
        let begin = at;
        while view.at(at).is_alphabetic() {
            at += 1;
        }
        seen += 1;
        let (word, _) = word_before(view, at);
        let _ = begin;
        if let Some(tense) = tense_english(&word) {
            draft.tense = tense;
            return;
        }
    }
}

/// True where an infinitive stands before, which in a headline says what is to come: premiums to rise again in July.
fn infinitive(words: &[String]) -> bool {
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

/// What a single word says: will, scheduled, due; was, said, and verbs in -ed.
fn tense_english(word: &str) -> Option<Tense> {
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
