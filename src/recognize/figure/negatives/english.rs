//! Numbers in English text that count nothing: names of products and places, years, house numbers, list markers.

use std::sync::LazyLock;

use super::listing::{broadcast, grade, house_number, led, listing, place, runner};
use crate::recognize::figure::{english_quantity, words};
use crate::text::among;
use crate::text::lower::Lower;
use crate::text::names::MONTHS;
use crate::text::numeral::Form;
use crate::value::currency;
use crate::value::decimal::Decimal;
use crate::view::View;

/// Words before a number that make it a name: `Windows 11`, `Flight 370`, `Section 230`.
static NAMED: LazyLock<std::collections::HashSet<&'static str>> = LazyLock::new(|| {
    "windows iphone ipad ios android galaxy pixel xbox playstation boeing airbus flight route highway interstate section article chapter \
     level type grade phase class category version vol volume page figure table channel radio room gate pier platform proposition prop bill \
     road hwy hwy. apollo falcon soyuz shenzhou chang'e voyager mercury gemini artemis formula group apartment suite terminal line model mark mk \
     ftse nikkei nasdaq s&p dax cac stoxx fortune forbes russell csi catch division act part unit block district ward \
     resolution title schedule rule appendix annex exhibit clause paragraph amendment order directive regulation \
     tu-154 intel pentium opteron core ryzen web area studio season episode verse psalm bbc itv sky \
     superman spider-man toy rocky terminator shrek halo doom quake unreal photoshop office exchange java php python linux kernel \
     ticker p. pp. dial dialling dialing tel phone fax zip postcode isbn issn doi id ref lot serial code issue edition iso en bs rfc ip usb http mpeg mp hd \
     update pack explorer messenger player toast solaris aol html css fx firewire expedition athlon geforce depression region \
     form passcode local poor's advisory jboss mandrakelinux hr server enterprise stage week round game day tier zone exit junction box agenda target goal question step option item note ext ext. extension flat bus tram ave midcap smallcap topix hsi hscei csi300 bylaw decree"
        .split_whitespace()
        .collect()
});

/// A month in lower case, in full or in short.
fn month(word: &str) -> bool {
    let short = word.strip_suffix('.').unwrap_or(word);
    let begins = || short.len() == 3 && short != "may" && MONTHS.iter().any(|month| month.starts_with(short));
    MONTHS.contains(&word) || short == "sept" || begins()
}

/// A number in English text that is glued to letters or is part of a date, a clock time or a list of identifiers.
pub(in crate::recognize::figure) fn english(view: &View<'_>, first: &English) -> bool {
    let (start, end) = (first.start, first.end);
    let previous = view.at(start.wrapping_sub(1));
    let before = view.at(start.wrapping_sub(2));
    let next = view.at(end);
    let after = view.at(end + 1);
    if start > 0
        && first.money.is_none()
        && (previous.is_alphanumeric()
            || matches!(previous, '-' | '–' | '_' | '.' | '/' | ':' | '’' | '\'' | '@' | ',')
                && before.is_alphanumeric())
    {
        return true;
    }
    if !view.at(start).is_ascii_digit() {
        return month(&words::after(view, end).0) && next == ' ' && first.numeral.ordinal;
    }
    // 10:30, 7pm, 3 p.m., 1990s, 5G, 747-400B, 1.2.3
    let unit_follows = next.is_alphabetic()
        && crate::value::unit::symbol_at(view.chars, end).is_none()
        && currency::code_at(view.chars, end).is_none()
        && currency::sign_after(view.chars, end).is_none()
        && !english_quantity::degrees(view, start, end)
        && (!matches!(next, 'p' | 'c')
            || after.is_alphanumeric()
            || next == 'p' && english_quantity::screen(first))
        && !(first.money.is_some() && rent(view, end));
    let meridiem = |at: usize| {
        matches!((view.at(at).to_ascii_lowercase(), view.at(at + 1).to_ascii_lowercase()), ('a' | 'p', 'm'))
            && !view.at(at + 2).is_alphanumeric()
            || view.starts_with(at, "a.m")
            || view.starts_with(at, "p.m")
            || view.starts_with(at, "o'clock")
            || view.starts_with(at, "o’clock")
    };
    if filed(view, end) {
        return true;
    }
    let clock = next == ':' && after.is_ascii_digit() || meridiem(end) || next == ' ' && meridiem(end + 1);
    clock || unit_follows || matches!(next, '.' | '/') && after.is_ascii_digit() || next == '_'
}

/// `23-cv-0117`: what follows the year of a case in an American court.
pub(in crate::recognize::figure) fn filed(view: &View<'_>, end: usize) -> bool {
    matches!(view.chars.get(end..end + 5), Some(['-', a, b, '-', n])
        if a.is_ascii_lowercase() && b.is_ascii_lowercase() && n.is_ascii_digit())
}

/// £1,200pcm, $40pp: what a sum is paid by, in letters right behind it.
fn rent(view: &View<'_>, end: usize) -> bool {
    let (word, _) = words::after_word(view, end);
    among("pcm pw pa pp pppn pn ea pm", word.as_str())
}

pub(super) type English = english_quantity::Number;

/// An English number without a unit that is no count.
pub(in crate::recognize::figure) fn english_bare(view: &View<'_>, first: &English, hedged: bool) -> bool {
    let n = &first.numeral;
    let (start, end) = (first.start, first.end);
    let digits = view.at(start).is_ascii_digit();
    let (word, word_start) = words::before(view, start);
    let (next, next_end) = words::after(view, end);
    let spaced = view.at(end) == ' ';
    if n.value == Decimal::ONE && !digits && !hedged || n.bare {
        return true;
    }
    if digits && broadcast(view, start, word_start, end) || grade(&word, &next) {
        return true;
    }
    // Net zero, zero-tolerance, six figures: set terms.
    let term = match next.as_str() {
        "figure" | "figures" => !digits || n.value < 10.into(),
        "tolerance" | "sum" | "hour" | "day" | "covid" | "carbon" | "waste" | "trust" | "emission" => {
            n.value.is_zero() && view.at(end) == '-'
        }
        _ => n.value.is_zero() && among("net ground absolute patient sub", word.as_str()),
    };
    if term {
        return true;
    }
    // No more than six may enter: a verb.
    let next_month = month(&next)
        && (view.at(end + 1).is_uppercase() || !matches!(next.as_str(), "may" | "march" | "dec"));
    if month(&word) || spaced && (next_month || next == "of" && month(&words::after(view, next_end).0)) {
        return true;
    }
    if digits && dialled(view, first, &word, word_start, &next) {
        return true;
    }
    // .38-caliber
    if matches!(next.as_str(), "caliber" | "calibre") {
        return true;
    }
    // the 685 bus: a line
    let line = matches!(next.as_str(), "bus" | "tram")
        && digits
        && n.value > Decimal::ONE
        && matches!(word.as_str(), "the" | "a" | "its")
        && !among("drivers passengers routes stops lines", words::after(view, next_end).0.as_str());
    // DOI 10.1038/s41561, 50 Cent
    if line
        || view.starts_with(start, "10.") && view.at(end) == '/'
        || next == "cent" && view.at(end + 1) == 'C'
    {
        return true;
    }
    // KVTX 7 News
    if next == "news" && view.at(end + 1) == 'N' && !hedged {
        return true;
    }
    // BSE: 590417
    let listed = [
        "BSE", "NSE", "HKEX", "SEHK", "TSE", "TYO", "SGX", "SSE", "SZSE", "ASX", "TWSE", "KRX", "KLSE", "PSE",
    ];
    if view.ends_with(start, "code: ")
        || view.ends_with(start, ": ") && listed.iter().any(|name| view.ends_with(start - 2, name))
    {
        return true;
    }
    // 9M FY26
    if digits && view.at(end) == ' ' && view.at(end.wrapping_sub(1)) == 'M' && view.starts_with(end, " FY") {
        return true;
    }
    if named_before(view, start) || view.ends_with(start, "&P ") || view.ends_with(start, "amp;P ") {
        return true;
    }
    // 4K, 8K: screens.
    if digits
        && view.at(end.wrapping_sub(1)) == 'K'
        && end - start == 2
        && matches!(view.at(start), '4' | '8')
    {
        return true;
    }
    if !digits {
        let capital = view.at(start).is_uppercase();
        let set = among("point nations commandments kingdoms sisters musketeers olds", next.as_str())
            && capital
            || place(view, end, capital, &next);
        let name = capital && !hedged && named(view, word_start, start, end);
        return name
            || set
            || matches!(
                (word.as_str(), capital),
                ("formula" | "big" | "bbc" | "war" | "hawaii" | "channel" | "pac" | "catch", true)
            );
    }
    let plain = n.form == Form::Digits && view.chars[start..n.end].iter().all(char::is_ascii_digit);
    let length = n.end - start;
    let value = n.value.integer().unwrap_or_default();
    let counted = among(
        "people deaths cases jobs troops workers soldiers employees miles homes feet \
         flights tonnes votes members children women men police students others new more",
        next.as_str(),
    );
    let placed = value >= 1900
        || among("in since from until by of the circa to and before after late early", word.as_str());
    let year = plain && length == 4 && (1500..2100).contains(&value) && placed && !hedged && !counted;
    let identifier = plain && (length > 6 || view.at(start) == '0' && length > 1);
    let previous = view.at(start.wrapping_sub(1));
    let bracketed = matches!(previous, '(' | '[') && matches!(view.at(end), ')' | ']') && length <= 2;
    // 1. at the start of a line, or of an item after a semicolon.
    let item = start == 0 || previous == '\n' || previous == ' ' && view.at(start.wrapping_sub(2)) == ';';
    let marker = item
        && matches!(view.at(end), '.' | ')' | ':')
        && length <= 2
        && (start == 0 || view.at(end + 1) == ' ')
        || previous == ' ' && view.at(start.wrapping_sub(2)) == ':' && led(view, end) && length <= 2
        || (start == 0 || previous == '\n') && length <= 2 && runner(view, end)
        || (start == 0 || previous == '\n') && n.value.integer().is_none() && listing(view, end)
        || start == 0 && view.chars.len() == end;
    let dated = matches!(view.at(end), '-' | '–' | '/') && view.at(end + 1).is_ascii_digit();
    let hyphenated = matches!(view.at(end), '-' | '–')
        && view.at(end + 1).is_ascii_uppercase()
        && view.at(end + 2).is_ascii_uppercase();
    let zone = spaced && plain && length == 4 && matches!(next.as_str(), "utc" | "gmt" | "hours" | "local");
    let street = zone
        || house_number(view, first)
        || spaced && view.at(end + 1).is_uppercase() && among("street avenue road st ave", next.as_str());
    let block = spaced && next == "block" && words::after(view, next_end).0 == "of";
    // '16: a year
    let short_year = matches!(previous, '\'' | '’' | '‘') && length == 2;
    let option = block
        || short_year
        || view.at(end) == '(' && view.at(end + 2) == ')' && view.at(end + 1).is_ascii_lowercase();
    // No 8 Carwyn Pugh: a shirt
    let shirt = word == "no" && view.at(word_start) == 'N' && spaced && view.at(end + 1).is_uppercase();
    let name = word == "no."
        || shirt
        || !hedged
            && n.form == Form::Digits
            && first.money.is_none()
            && !view.chars[start..n.end].contains(&',')
            && named(view, word_start, start, end);
    name || option || year || identifier || bracketed || marker || dated || hyphenated || street
}

/// `call 511`, `dial 999 now`, `text HELP to 741741`: a short number that is called; `called 120 witnesses` counts.
fn dialled(view: &View<'_>, first: &English, word: &str, from: usize, next: &str) -> bool {
    let length = first.end - first.start;
    if !(3..=6).contains(&length) || first.numeral.form != Form::Digits || first.money.is_some() {
        return false;
    }
    let verb = match word {
        "call" | "calls" | "called" | "calling" | "ring" | "ringing" | "rang" | "phone" | "phoned"
        | "text" | "texting" => length < 4 || matches!(word, "text" | "texting"),
        "to" => {
            let (code, at) = words::before(view, from);
            code.len() > 2
                && view.chars[at..from - 1].iter().all(char::is_ascii_uppercase)
                && words::before(view, at).0.starts_with("text")
        }
        _ => false,
    };
    let apart = view.at(first.end) != ' '
        || matches!(
            next,
            "" | "for"
                | "or"
                | "and"
                | "to"
                | "if"
                | "in"
                | "now"
                | "immediately"
                | "when"
                | "on"
                | "after"
                | "at"
                | "with"
                | "from"
                | "about"
                | "as"
                | "before"
                | "because"
                | "anonymously"
                | "free"
                | "instead"
        );
    verb && apart && !view.chars[first.start..first.end].contains(&',')
}

/// An English ordinal that is a date, a street, a century or a name.
pub(in crate::recognize::figure) fn english_ordinal(view: &View<'_>, first: &English, spelled: bool) -> bool {
    let (word, _) = words::before(view, first.start);
    let (next, next_end) = words::after(view, first.end);
    let name = among(
        "century centuries street avenue world quarter amendment floor infantry division \
         battalion regiment brigade fleet army district circuit hand party thoughts \
         thought of",
        next.as_str(),
    ) && (next != "of" || month(&words::after(view, next_end).0));
    // the second half of May, of 2024
    let (half, of) = (next == "half", words::after(view, next_end));
    let (whole, _) = words::after(view, of.1);
    let part = half
        && of.0 == "of"
        && (month(&whole)
            || view.at(of.1 + 1).is_ascii_digit()
            || matches!(whole.as_str(), "the" | "this" | "last" | "next") && {
                let (noun, _) = words::after(view, words::after(view, of.1).1);
                among("year month decade century week fiscal", noun.as_str())
            });
    let dated = part
        || month(&word)
        || month(&next)
        || among("monday tuesday wednesday thursday friday saturday sunday", word.as_str());
    let upper = |at: usize| view.at(at).is_uppercase();
    let ranks = among(
        "president prime premier governor chancellor pope king emperor mayor secretary \
         chief day birthday anniversary",
        next.as_str(),
    );
    let title = !spelled
        && !ranks
        && !described(view, first.end)
        && view.at(first.end) == ' '
        && upper(first.end + 1)
        && !upper(words::before(view, first.start).1);
    let seconds = spelled
        && first.numeral.value == 2.into()
        && matches!(word.as_str(), "a" | "per" | "every" | "split")
        && !next.is_empty()
        && matches!(word.as_str(), "per" | "split");
    name || dated || seconds || title
}

/// `the 187th China-Europe train`: one compound of names that describes a plain noun.
fn described(view: &View<'_>, end: usize) -> bool {
    let (_, stop) = words::after(view, end);
    let (noun, next) = if view.at(stop) == '-' && view.at(stop + 1).is_uppercase() {
        let (_, stop) = words::after(view, stop);
        (words::after(view, stop).0, stop + 1)
    } else {
        return false;
    };
    view.at(next - 1) == ' ' && view.at(next).is_lowercase() && noun.len() > 3
}

/// Whether a word stands before the number that makes it a name.
///
/// Of several numbers (posts 12 and 13) it stands before the first.
pub(in crate::recognize::figure) fn named_before(view: &View<'_>, start: usize) -> bool {
    let (word, from) = words::before(view, start);
    let (word, from, plural) = match listed(view, start) {
        Some((word, from)) => (word, from, true),
        None => (word, from, false),
    };
    let word = word.trim_start_matches('\'');
    // To order 300 buses is no Order 300.
    let verb = VERBS.contains(&word) && view.at(from).is_lowercase();
    let named = NAMED.contains(word) && !plural && !verb
        || word.strip_suffix('s').is_some_and(|one| PLACES.contains(&one));
    view.at(start.wrapping_sub(1)) == ' ' && named
}

/// The word before the first of several numbers: of `routes 3, 6 and 11` for the 6 and the 11.
fn listed(view: &View<'_>, start: usize) -> Option<(Lower, usize)> {
    let digits =
        |end: usize| view.chars[..end].iter().rev().take(5).take_while(|c| c.is_ascii_digit()).count();
    let mut at = start;
    for _ in 0..8 {
        let glue = [", and ", " and ", " or ", ", "].iter().find(|glue| view.ends_with(at, glue));
        let Some(glue) = glue else { break };
        let count = digits(at - glue.len());
        if !(1..=4).contains(&count) {
            break;
        }
        at -= glue.len() + count;
    }
    (at < start && view.at(at.wrapping_sub(1)) == ' ').then(|| words::before(view, at))
}

/// Words of the list that are verbs or plain nouns as well, and name only with a capital letter.
const VERBS: &[&str] = &[
    "act", "area", "bill", "road", "block", "catch", "code", "exhibit", "exchange", "exit", "form", "goal",
    "issue", "lot", "mark", "flat", "bus", "tram", "model", "note", "order", "pack", "rule", "schedule",
    "target", "toast", "update", "web", "title",
];

/// Nouns that numbers follow in the plural: rooms 12 and 13.
const PLACES: &[&str] = &[
    "grade", "room", "gate", "platform", "route", "highway", "article", "section", "chapter", "page", "post",
    "channel", "flight", "phase", "stage", "table", "figure", "ward", "district", "exit", "junction",
    "berth", "pier", "terminal", "line", "train", "tram", "bus",
];

/// A capitalised word inside a sentence, then a number: `Solaris 10`, `League Two`. Headlines in capitals and numbers that
/// a plural noun follows are no names.
fn named(view: &View<'_>, word: usize, start: usize, end: usize) -> bool {
    let capital = |at: usize| view.at(at).is_uppercase();
    if !capital(word) || view.at(start.wrapping_sub(1)) != ' ' || word == 0 {
        return false;
    }
    let opens = view.at(word - 1) != ' '
        || matches!(
            view.at(word.wrapping_sub(2)),
            '.' | '!' | '?' | ':' | '"' | '”' | '-' | '–' | '—' | '•' | '\0'
        );
    let (text, _) = words::before(view, start);
    let other = text.ends_with('.')
        || text.ends_with('s') && text.len() > 3 && text.contains('\'')
        || month(&text)
        || text.ends_with("day")
        || among("the a about over all some at in killed kills i", text.as_str());
    let (next, _) = words::after(view, end);
    let counted = next.ends_with('s') && next.len() > 2
        || among("people men women children more other new per police dead all not", next.as_str());
    // A headline: the words on both sides are capitalised as well.
    let (_, earlier) = words::before(view, word);
    let after = end + usize::from(view.at(end) == ' ');
    let headline = earlier < word && capital(earlier) && (capital(after) || !view.at(after).is_alphabetic());
    // Lynx 100, Otters 88: the second of two scores.
    let scored = {
        let mut from = word;
        for _ in 0..3 {
            let (_, earlier) = words::before(view, from);
            if view.at(from.wrapping_sub(1)) != ' ' || earlier >= from || !capital(earlier) {
                break;
            }
            from = earlier;
        }
        let gap =
            view.chars[..from].iter().rev().take(2).take_while(|c| matches!(c, ' ' | ',' | ';')).count();
        let digits = view.chars[..from - gap].iter().rev().take(4).take_while(|c| c.is_ascii_digit()).count();
        gap > 0
            && (1..=3).contains(&digits)
            && end - start <= 3
            && capital(words::before(view, from - gap - digits).1)
    };
    // Bulls 312 lead by 269 runs
    let innings = !scored && end - start <= 3 && {
        let rest: String = view.chars[end..].iter().take(80).take_while(|c| **c != '\n').collect();
        rest.contains(" runs") || rest.contains(" wickets") || rest.contains(" all out")
    };
    !scored && !opens && !other && !counted && !headline && !innings
}

/// True where a month's name stands before a number.
pub(in crate::recognize::figure) fn month_before(view: &View<'_>, start: usize) -> bool {
    month(&words::before(view, start).0)
}
