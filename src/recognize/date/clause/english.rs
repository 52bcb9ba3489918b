//! What the words of an English clause say: auxiliaries, verbs, prepositions.

use super::verbs::{compares, infinitive, scheduled, tense_english};
use crate::recognize::date::draft::{DateDraft, Edge, Expr, Step, Tense};
use crate::text::among;
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
    draft.approx |= among("about around nearly some roughly approximately less more", first.as_str());
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
        let (mut word, begin) = word_before(view, at);
        if begin == at {
            break;
        }
        // pumped-storage: no verb
        if view.at(at) == '-' {
            word.push('-');
        }
        words.push(word);
        at = begin;
    }
    // no later than Friday
    let latest = ["than", "later", "no"].iter().zip(&words).filter(|(w, word)| word == *w).count() == 3;
    draft.compared = compares(&words) && !latest || view.ends_with(start, "% from ");
    if latest {
        draft.modifier = Some("until");
        draft.tense = Tense::Future;
        return;
    }
    // The Q3 results, due this month: of what is over.
    let part =
        matches!(&draft.expr, Expr::Point(p) if matches!(p.steps[..], [Step::Quarter(_) | Step::Half(_)]));
    if part && [" results", " earnings"].iter().any(|w| view.starts_with(end, w)) {
        draft.tense = Tense::Past;
        return;
    }
    // expects output to rise, up from 1% in March: what is compared with has been.
    let from = words.first().is_some_and(|w| w == "from");
    if draft.compared
        && !from
        && matches!(&draft.expr, Expr::Point(p) if matches!(p.steps[..], [Step::Month(_)]))
    {
        draft.tense = Tense::Past;
        return;
    }
    let on_or = words.get(1).is_some_and(|w| w == "or") && words.get(2).is_some_and(|w| w == "on");
    draft.modifier = match words.first().map(String::as_str) {
        Some("since" | "from") => Some("since"),
        Some("until" | "till" | "through" | "by" | "to") => Some("until"),
        // on or after 1 May: with that day
        Some("before") if on_or => Some("until"),
        Some("after") if on_or => Some("since"),
        Some("before") => Some("before"),
        Some("after") => Some("after"),
        _ => None,
    };
    // Tuesday before 5 p.m.
    let inner = |word: &str| (start..end).any(|i| view.starts_with(i, word));
    if draft.modifier.is_none()
        && matches!(&draft.expr, Expr::Point(p) if p.clock.is_some() && !p.steps.is_empty())
    {
        let words = [(" before ", "before"), (" after ", "after"), (" by ", "until")];
        draft.modifier = words.iter().find(|(word, _)| inner(word)).map(|(_, modifier)| *modifier);
    }
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
    let runs = words.first().is_some_and(|w| w == "through")
        && words.get(1).is_some_and(|w| ["run", "runs", "lasts", "valid", "continues"].contains(&w.as_str()));
    if runs
        || matches!(words.first().map(String::as_str), Some("until" | "till"))
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
        "feeders",
    ];
    let (next, _) =
        word_before(view, (end + 1..end + 20).find(|k| !view.at(*k).is_alphabetic()).unwrap_or(end));
    if matches!(&draft.expr, Expr::Point(p) if matches!(p.steps[..], [Step::Month(_)]))
        && TRADED.contains(&next.as_str())
    {
        draft.tense = Tense::Future;
        return;
    }
    // December figures are due on Friday: of what is over.
    let counted = "figures data numbers report sales payrolls inflation";
    if matches!(&draft.expr, Expr::Point(p) if matches!(p.steps[..], [Step::Month(_)]))
        && among(counted, &next)
    {
        draft.tense = Tense::Past;
        return;
    }
    // the Nov. 3 ballot, a September 30 deadline
    const HELD: &str =
        "election elections ballot primary primaries runoff referendum deadline hearing trial vote";
    draft.starts |=
        among(HELD, &next) && matches!(&draft.expr, Expr::Point(p) if p.names_day() && p.clock.is_none());
    let first = |w: &str| words.first().is_some_and(|word| word == w);
    // will vote six weeks after the Dec. 22 storm: what happened bears its day as a name.
    let bare = matches!(&draft.expr, Expr::Point(p) if matches!(p.steps[..], [Step::Month(_), Step::Day(_)]) && p.clock.is_none());
    let noun = !next.is_empty() && view.at(end) == ' ' && view.at(end + 1).is_ascii_lowercase();
    if bare
        && first("the")
        && noun
        && !among(HELD, &next)
        && words.get(1).is_some_and(|w| among("after since", w))
    {
        draft.tense = Tense::Past;
        return;
    }
    let among_first = |n: usize, names: &str| words.iter().take(n).any(|w| among(names, w));
    let colon = (start.saturating_sub(2)..start).any(|k| view.at(k) == ':');
    // beginning at noon Friday, told to leave by 10 a.m. Thursday, When: 7 p.m. Wednesday
    let soon = first("as") && words.get(1).is_some_and(|w| w == "early" || w == "soon");
    let begins =
        soon || words.iter().take(2).any(|w| matches!(w.as_str(), "beginning" | "starting" | "effective"));
    let by = first("by") && words.iter().take(5).skip(2).any(|w| w == "to");
    // ordered to report to prison by 2 p.m. on November 4, wants it finished by Thanksgiving
    const ASKED: &str = "ordered told asked required directed instructed must need needs want \
                         wants hope hopes expect expects aim aims plan plans should deadline";
    let by = by || first("by") && words.iter().skip(1).any(|w| among(ASKED, w));
    let day = |e: &Expr| matches!(e, Expr::Point(p) if matches!(p.steps[..], [Step::Weekday(_)]));
    let weekday = day(&draft.expr) || matches!(&draft.expr, Expr::Range(first, _) if day(first));
    // was cancelled on Tuesday evening: when that was decided.
    let decided = first("on")
        && among_first(2, "canceled cancelled")
        && words.get(2).is_some_and(|w| among("was were been", w));
    // What has been called off was still to come.
    let off = !decided
        && matches!(&draft.expr, Expr::Point(_))
        && words.iter().take(6).any(|w| {
            among("canceled cancelled postponed called", w) || weekday && among("scrubbed scrapped axed", w)
        })
        && (!words.iter().take(6).any(|w| w == "called") || words.iter().take(6).any(|w| w == "off"));
    // set a hearing for the second Tuesday in December, sold out through Thanksgiving
    let set = (first("for") || first("to") && among_first(2, "posted adjourned deferred"))
        && among_first(8, "set sets booked slated scheduled posted listed adjourned");
    let sold = first("through") && among_first(3, "out booked");
    // Kick-off 3pm Saturday
    let starts = among_first(1, "kickoff off")
        && words.get(1).is_none_or(|w| among("kick- tip- throw- ", w) || w.is_empty());
    if begins || starts || by || off || set || sold || first("when") && colon {
        draft.tense = Tense::Future;
        return;
    }
    // Snow as of 5:30 a.m.
    if first("of") && words.get(1).is_some_and(|w| w == "as") {
        let clock = matches!(&draft.expr, Expr::Point(p) if p.steps.is_empty() && p.clock.is_some());
        if clock {
            draft.modifier = Some("until");
            draft.tense = Tense::Past;
            return;
        }
    }
    // blaming a mild October
    if words.iter().take(4).any(|w| matches!(w.as_str(), "blaming" | "blamed" | "following" | "despite")) {
        draft.tense = Tense::Past;
        return;
    }
    // Rain since Monday, the coldest night since March, whatever comes next.
    if first("since") {
        draft.tense = Tense::Past;
        return;
    }
    draft.headline = infinitive(&words);
    // a discount to Friday's close
    let close = matches!(view.at(end), '\'' | '’') && view.starts_with(end + 1, "s clos");
    if weekday && close {
        draft.tense = Tense::Past;
        return;
    }
    // Lake County schools: closed Thursday
    let list = [": closed ", ": Closed ", ": open "].iter().any(|w| view.ends_with(start, w));
    if weekday && list {
        draft.tense = Tense::Future;
        return;
    }
    // has moved Tuesday's match to December
    let moved = words.iter().take(3).any(|w| among("moved moves brought postponed rescheduled", w));
    if day(&draft.expr) && moved && matches!(view.at(end), '\'' | '’') {
        draft.tense = Tense::Future;
        return;
    }
    // Dry, with highs on Saturday of 20C
    if weekday && words.iter().take(4).any(|w| w != "forecast" && among(FORECAST, w)) && !draft.compared {
        draft.tense = Tense::Future;
        return;
    }
    // agreed to close the library from Monday; people were moved to shelters from Monday
    let passive = words.iter().take(10).any(|w| matches!(w.as_str(), "was" | "were" | "had"));
    if day(&draft.expr) && first("from") && !draft.compared && !passive {
        draft.tense = Tense::Future;
        return;
    }
    // Runs Thursday through Sunday
    if weekday
        && words.get(1).is_none_or(String::is_empty)
        && words.first().is_some_and(|w| scheduled(w, "it"))
    {
        draft.tense = Tense::Future;
        return;
    }
    for (k, word) in words.iter().enumerate() {
        // the Met Office
        let office = word == "met"
            && k.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| {
                matches!(w.as_str(), "office" | "police" | "opera" | "gala") || w.ends_with("ireann")
            });
        if office {
            continue;
        }
        // could not score on Saturday night: told of as past.
        if word == "could" && k.checked_sub(1).is_some_and(|i| words.get(i).is_some_and(|w| w == "not")) {
            draft.tense = Tense::Past;
            return;
        }
        // Talks begin Sunday, the Ore Kings visit Wednesday: the present tense of what is arranged.
        let reports = word == "reports" && k == 1 && first("on");
        // It returns Aug. 7
        let told = k < 3
            && matches!(
                words.get(k + 1).map(String::as_str),
                Some("it" | "he" | "she" | "they" | "we" | "which")
            );
        // departs Oct. 27, launches in September, goes on sale in October, go to the polls on November 5
        let month = draft.names(|s| matches!(s, Step::Month(_)));
        let direct = k == 0
            || among("on in at by from early late mid", &words[0])
                && (k == 1 || k == 2 && among("in out off up", &words[1]));
        let goes = (2..5).contains(&k)
            && matches!(word.as_str(), "go" | "goes" | "head" | "heads")
            && words.iter().take(k).any(|w| among("polls sale trial display", w));
        let named = month && (told || direct || goes);
        if (weekday && k < 6 || reports || named)
            && scheduled(word, words.get(k + 1).map_or("", String::as_str))
        {
            draft.tense = Tense::Future;
            return;
        }
        // announced in October, they come into force in April
        let nouns = matches!(word.as_str(), "force" | "effect");
        let come = ["come", "comes", "take", "takes", "go", "goes"];
        if nouns && words.iter().skip(k + 1).take(2).any(|w| come.contains(&w.as_str())) {
            draft.tense = Tense::Future;
            return;
        }
        // He was due to speak on Wednesday but pulled out: the nearest.
        let due = among("due expected scheduled slated supposed", word.as_str());
        if due && matches!(before_of(&words, k), "was" | "were" | "had") {
            break;
        }
        // less than it projected in December, a cut profit forecast: told of as past, or a noun.
        let before = words.get(k + 1).map_or("", String::as_str);
        if among("projected planned expected proposed scheduled", word.as_str())
            && among("it he she they we had i", before)
        {
            let to = k.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w == "to");
            if k > 1 && !to {
                continue;
            }
            draft.tense = if to { Tense::Future } else { Tense::Past };
            return;
        }
        let verb = before.ends_with('s') && before.len() > 3 || among("is are it they we", before);
        if among("forecast forecasts plan visits projects", word.as_str()) && k + 1 < words.len() && !verb {
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
            let between = |w: &String| w.ends_with("ly") || among("also not now still be to", w.as_str());
            let helper = words[k + 1..].iter().take(3).find(|w| !between(w) || ahead.contains(&w.as_str()));
            let passive = helper.is_some_and(|w| ahead.contains(&w.as_str()));
            // The winner will be told next month, and the prize awarded in December.
            let and = words[k + 1..].iter().position(|w| w == "and");
            let joined = word.ends_with("ed")
                && and.is_some_and(|at| words[k + 1 + at..].iter().any(|w| w == "will") && at < 4);
            let passive = passive || joined;
            draft.tense = if passive && tense == Tense::Past { Tense::Future } else { tense };
            // issued an alert from December 7: what begins is to come.
            if draft.tense == Tense::Past
                && first("from")
                && !draft.compared
                && !among("ran lasted went continued", word)
                && draft.names(|s| matches!(s, Step::Day(_)))
            {
                draft.starts = true;
                draft.tense = Tense::Unknown;
            }
            // shelved until April: to the nearer of the two.
            if draft.tense == Tense::Past && (first("until") || first("till")) {
                draft.starts = true;
                draft.modifier = Some("until");
                draft.tense = Tense::Unknown;
            }
            return;
        }
    }
    // by Sunday evening most had power back
    let sentence = (end..end + 40).take_while(|i| !matches!(view.at(*i), '.' | ';' | '\0'));
    if weekday
        && first("by")
        && sentence.into_iter().any(|i| [" had ", " was ", " were "].iter().any(|w| view.starts_with(i, w)))
    {
        draft.tense = Tense::Past;
        return;
    }
    // break ground before the end of June: a deadline
    if draft.modifier == Some("before") && draft.names(|s| matches!(s, Step::Edge(Edge::End))) {
        draft.tense = Tense::Future;
        return;
    }
    // from 1 May, until the autumn: where nothing says, what is to begin or to end.
    if matches!(draft.modifier, Some("until" | "since")) && words.first().is_some_and(|w| w != "since") {
        draft.tense = Tense::Future;
        return;
    }
    // Nothing before: the words behind, up to the end of the sentence, or of the clause whose words stand before.
    let led = words.iter().filter(|w| !w.is_empty()).count() > 2;
    let relative = led && words.iter().any(|w| matches!(w.as_str(), "which" | "who"));
    let mut likely = weekday && words.iter().any(|w| among(FORECAST, w));
    let mut at = end;
    let mut seen = 0;
    while at < view.chars.len() && seen < 14 {
        if relative && view.at(at) == ',' {
            break;
        }
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
        if led && among("and but while which who because", word.as_str()) {
            break;
        }
        // Sunday looks bright
        if weekday && seen == 1 && !led && scheduled(&word, "it") {
            draft.tense = Tense::Future;
            return;
        }
        let denied = word == "could" && view.starts_with(at, " not ");
        if let Some(tense) = if denied { Some(Tense::Past) } else { tense_english(&word) } {
            draft.tense = tense;
            return;
        }
        likely |= weekday && among(FORECAST, &word);
    }
    // Highs Thursday near 40; Sunday, 2 p.m., Town Hall: what is to come.
    let clock = match &draft.expr {
        Expr::Point(p) => p.clock.is_some_and(|c| c.hour > 5),
        Expr::Range(first, _) => matches!(&**first, Expr::Point(p) if p.clock.is_some()),
        _ => false,
    };
    let apart = !words.iter().any(|w| !w.is_empty()) || matches!(view.at(start.wrapping_sub(2)), ',' | ':');
    if weekday && (likely || clock && apart) {
        draft.tense = Tense::Future;
    }
}

/// Words of weather to come.
const FORECAST: &str = "likely chance highs lows sunny mostly partly forecast showers sunshine";

/// The word before the one at `k`; words are counted backwards.
fn before_of(words: &[String], k: usize) -> &str {
    words.get(k + 1).map_or("", String::as_str)
}
