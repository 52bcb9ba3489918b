//! English names by their heads: Ardent Health Systems Corp., University of Sheffield, Bradford City Council.
//!
//! Capitalised words in a row are a run. A legal form or a head ends the name; a head that takes "of" goes on into the
//! next run. Openings and titles before the name are cut off.

mod edge;
mod first;
mod kind;
mod token;

pub(crate) use edge::trimmed;
pub(crate) use kind::{kind, listed, region_of_two, regional};
pub(crate) use token::{DAYS, WORDS};
use token::{PHRASES, Token, Word, tokens};

use super::found::Found;
use super::words::TABLES;
use crate::annotation::OrganizationKind as Kind;
use crate::text::among;
use crate::text::class::Class;
use crate::view::View;

/// The longest name that is read, in words; it bounds the cost of a text of nothing but capitals.
const REACH: usize = 32;

/// Finds the names of a block that end with an English head, begin with one, or are known.
pub(crate) fn scan(view: &View<'_>, out: &mut Vec<Found>) {
    if !view.classes.contains(&Class::Latin) {
        return;
    }
    let mut list = Vec::new();
    for &(from, to) in view.sentences {
        let (from, to) = (from as usize, (to as usize).min(view.chars.len()));
        tokens(view, from, to, &mut list);
        if !list.is_empty() {
            sentence(view, &list, out);
        }
    }
}

fn sentence(view: &View<'_>, list: &[Token], out: &mut Vec<Found>) {
    result(view, list, out);
    let long = list.iter().filter(|t| t.end - t.start >= 4);
    let (capitals, all) = long.fold((0, 0), |(c, n), t| (c + usize::from(t.capital), n + 1));
    let title = all >= 6 && capitals * 10 >= all * 8;
    known(view, list, out);
    let mut i = 0;
    while i < list.len() {
        if !list[i].capital {
            government(view, list, i, out);
            i += 1;
            continue;
        }
        let mut end = i + 1;
        while end < list.len()
            && end - i < REACH
            && list[end].capital
            && joined(view, &list[end - 1], &list[end])
        {
            end += 1;
        }
        let found = out.len();
        first::headed(view, list, i, end, out);
        run(view, list, i, end, title, out);
        if out.len() == found && !title {
            described(view, list, i, end, out);
            if out.len() == found {
                told(view, list, i, end, out);
            }
        }
        i = end;
    }
}

/// The two sides of a result in a line of its own: Nessfield 2-1 Port Ainsley; Nessfield 2, Port Ainsley 1.
fn result(view: &View<'_>, list: &[Token], out: &mut Vec<Found>) {
    // Nessfield 2-1 Port Ainsley: what is told of it stands behind a colon.
    let whole = list.iter().position(|t| view.at(t.end) == ':').map_or(list.len(), |at| at + 1);
    let list = list.get(..whole).unwrap_or(list);
    let (Some(first), Some(last)) = (list.first(), list.last()) else { return };
    let line = |from: usize| view.chars[..from].iter().rfind(|c| **c != ' ').is_none_or(|c| *c == '\n');
    if list.len() > 6
        || last.end - first.start > 50
        || !list.iter().all(|t| t.capital && !t.word.before)
        || !line(first.start)
    {
        return;
    }
    let number = |from: usize| (from..from + 3).take_while(|i| view.at(*i).is_ascii_digit()).count();
    let ends = |at: usize| {
        matches!(view.at(at), '\0' | '\n') || matches!(view.at(at), '.' | ';' | ':') && view.at(at + 1) != '.'
    };
    // Where the second side begins after the score of the first, and where its own score begins.
    let parted = list.windows(2).enumerate().filter(|(_, pair)| pair[1].start != pair[0].end + 1);
    let mut parted = parted.map(|(at, pair)| (at, pair[0].end, pair[1].start));
    let (Some((at, end, start)), None) = (parted.next(), parted.next()) else { return };
    let goals = number(end + 1);
    let score = end + 1 + goals;
    if view.at(end) != ' ' || !(1..=2).contains(&goals) {
        return;
    }
    let joined = matches!(view.at(score), '-' | '–') && {
        let second = number(score + 1);
        (1..=2).contains(&second) && score + second + 2 == start && ends(last.end)
    };
    let own = number(last.end + 1);
    let each = (view.at(score) == ' ' && score + 1 == start || view.at(score) == ',' && score + 2 == start)
        && view.at(last.end) == ' '
        && (1..=2).contains(&own)
        && ends(last.end + 1 + own);
    let named = |from: usize, to: usize| {
        let days = view.chars[from..to].iter().collect::<String>();
        to - from >= 4 && !DAYS.contains(&days.as_str()) && !list.iter().any(|t| t.word.legal.is_some())
    };
    let side =
        |start: usize, end: usize| Found { start, end, kind: Kind::Sport, strength: 90, rule: "result" };
    if at + 1 < list.len() && (joined || each) && named(first.start, end) && named(start, last.end) {
        out.extend([side(first.start, end), side(start, last.end)]);
    }
}

/// True when nothing but one space, or a comma before a legal form, stands between two words.
fn joined(view: &View<'_>, a: &Token, b: &Token) -> bool {
    match b.start - a.end {
        1 => view.at(a.end) == ' ',
        2 => view.at(a.end) == ',' && b.word.legal.is_some() && !county(view, b),
        3 => view.at(a.end) == ' ' && matches!(view.at(a.end + 1), '&' | '+') && view.at(a.end + 2) == ' ',
        _ => false,
    }
}

/// True for Co before the name of an Irish county: Youghal, Co Cork.
fn county(view: &View<'_>, word: &Token) -> bool {
    let named = view.at(word.end) == ' ' && view.at(word.end + 1).is_ascii_uppercase();
    named
        && view.chars[word.start..word.end] == ['C', 'o']
        && !["Ltd", "Limited", "Inc"].iter().any(|form| view.starts_with(word.end + 1, form))
}

/// Bodies known by one word.
fn known(view: &View<'_>, list: &[Token], out: &mut Vec<Found>) {
    for (at, token) in list.iter().enumerate() {
        let text = token.spelled(view);
        for &(phrase, kind) in PHRASES.get(text.as_str()).map(Vec::as_slice).unwrap_or_default() {
            let end = token.start + phrase.chars().count();
            let same = phrase.chars().enumerate().all(|(k, c)| match view.at(token.start + k) {
                ' ' => c == '_',
                other => other == c,
            });
            if same && !matches!(view.classes.get(end), Some(Class::Latin | Class::Digit)) {
                let start = first::nation(view, list, at, phrase);
                out.push(Found { start, end, kind, strength: 88, rule: "known body" });
            }
        }
        // DeepSeek1月: a date glued to a name in Chinese.
        let glued = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let dated = glued.len() < text.len() && matches!(view.at(token.end), '月' | '日' | '年');
        let name = if dated { glued } else { &text };
        let token = &Token { end: token.start + name.chars().count(), ..*token };
        // United Arab |Emirates|.
        let country = name == "Emirates" && view.ends_with(token.start, "Arab ");
        if let Some(kind) = TABLES.latin(name).filter(|_| !country) {
            out.push(Found { start: token.start, end: token.end, kind, strength: 80, rule: "known body" });
            if kind == Kind::Media && view.starts_with(token.end, " news agency") {
                out.push(Found {
                    start: token.start,
                    end: token.end + 12,
                    kind,
                    strength: 85,
                    rule: "known body",
                });
            }
            // HSBC UK, NHS England: the part of a body in one country.
            if let Some(next) =
                list.get(at + 1).filter(|n| joined(view, token, n) && view.at(token.end) == ' ')
            {
                let country: String = view.chars[next.start..next.end].iter().collect();
                if matches!(
                    country.as_str(),
                    "UK" | "US"
                        | "USA"
                        | "England"
                        | "Scotland"
                        | "Wales"
                        | "Ireland"
                        | "Canada"
                        | "Australia"
                        | "India"
                        | "China"
                        | "Japan"
                ) {
                    out.push(Found {
                        start: token.start,
                        end: next.end,
                        kind,
                        strength: 82,
                        rule: "known body",
                    });
                }
            }
        }
    }
}

/// US government: a nation and the word in lower case.
fn government(view: &View<'_>, list: &[Token], at: usize, out: &mut Vec<Found>) {
    let word = &list[at];
    let spelled = |t: &Token| t.spelled(view);
    if matches!(spelled(word).as_str(), "government" | "parliament" | "embassy")
        && let (Some(of), Some(place)) = (list.get(at + 1), list.get(at + 2))
        && spelled(of) == "of"
        && place.capital
        && place.start == of.end + 1
    {
        let mut end = place.end;
        for next in list[at + 3..].iter().take(6).take_while(|t| t.capital && t.word.last.is_none()) {
            if next.start != end + 1 || view.at(end) != ' ' {
                break;
            }
            end = next.end;
        }
        out.push(Found { start: word.start, end, kind: Kind::Government, strength: 75, rule: "english of" });
    }
    if at == 0 || !matches!(word.word.last, Some(Kind::Government)) {
        return;
    }
    let mut first = at;
    while first > 0
        && at - first < REACH
        && (list[first - 1].word.nation || list[first - 1].capital && first < at)
        && joined(view, &list[first - 1], &list[first])
        && !list[first - 1].word.before
    {
        first -= 1;
    }
    if first < at
        && list[first..at].iter().any(|t| t.word.nation)
        && !matches!(list[first].word, Word { last: Some(_), .. })
    {
        out.push(Found {
            start: list[first].start,
            end: word.end,
            kind: Kind::Government,
            strength: 75,
            rule: "english head",
        });
    }
}

/// Nouns that a name follows which no person bears, with the word before them where one noun says too little.
const DESCRIBED: [(Kind, &str); 7] = [
    (
        Kind::Association,
        "charity nonprofit non-profit trade_union trade_body trade_group campaign_group advocacy_group rights_group lobby_group \
         industry_group pressure_group community_group environmental_group conservation_group",
    ),
    (Kind::Finance, "lender insurer hedge_fund investment_bank equity_firm fintech stockbroker"),
    (Kind::Legal, "law_firm"),
    (Kind::Media, "newspaper broadcaster tabloid journal magazine news_agency news_site"),
    (Kind::Research, "think_tank pollster polling_firm market_researcher research_firm"),
    (Kind::Government, "watchdog"),
    (
        Kind::Company,
        "retailer startup start-up biotech chipmaker carmaker automaker drugmaker housebuilder homebuilder airline \
         supermarket brewer conglomerate consultancy wholesaler telco supplier manufacturer tech_giant energy_giant \
         tech_firm energy_firm security_firm software_firm engineering_firm construction_firm consulting_firm",
    ),
];

/// A name that a noun introduces: law firm |Harrow Voss|, the homelessness charity |Havenly|.
fn described(view: &View<'_>, list: &[Token], from: usize, to: usize, out: &mut Vec<Found>) {
    let Some(noun) = from.checked_sub(1).and_then(|k| list.get(k)) else { return };
    let (first, last) = (&list[from], &list[to - 1]);
    let near = noun.end + 1 == first.start && view.at(noun.end) == ' ' && noun.end - noun.start >= 4;
    // What the nouns end with: most words are asked no further.
    if !near
        || to - from > 4
        || !matches!(
            view.at(noun.end - 1),
            'y' | 't' | 'n' | 'r' | 'p' | 'd' | 'k' | 'm' | 'l' | 'e' | 'h' | 'o' | 'g'
        )
    {
        return;
    }
    let stands = |noun: &str| {
        let words = noun.trim();
        let start = first.start.saturating_sub(1 + words.chars().count());
        let same =
            words.chars().enumerate().all(|(k, c)| view.at(start + k) == if c == '_' { ' ' } else { c });
        same && !matches!(view.classes.get(start.wrapping_sub(1)), Some(Class::Latin))
    };
    let kind = DESCRIBED.iter().find(|(_, nouns)| nouns.split(' ').any(|n| !n.is_empty() && stands(n)));
    let name: String = view.chars[first.start..last.end].iter().collect();
    let titled =
        list[from..to].iter().any(|t| t.word.before) || DAYS.contains(&name.as_str()) || regional(&name);
    if let Some((kind, _)) = kind.filter(|_| name.len() > 2 && !titled) {
        out.push(Found {
            start: first.start,
            end: last.end,
            kind: *kind,
            strength: 80,
            rule: "english noun",
        });
    }
}

/// Nouns that say in an apposition what a body is and no person: Halvo, an Austin |start-up| that sells towers.
const SORTS: &str = "company firm start-up startup chain charity nonprofit non-profit brand lender bank group union agency \
    coalition consultancy airline brewery bakery newspaper newsletter magazine consortium cooperative co-operative \
    conglomerate subsidiary fund website biotech fintech hospital college university club partnership federation";
/// The same of those that persons are as well.
const TRADES: &str = "retailer manufacturer supplier contractor provider operator distributor broadcaster watchdog regulator \
    maker publisher developer carmaker insurer producer carrier processor wholesaler broker";
/// Posts and papers that stand right behind the name of a body: Halvo |chief executive| Jo Reed, Halvo |shares|.
const POSTS: &str = "CEO CFO COO CTO co-founder cofounder founder chairman chairwoman spokesman spokeswoman spokesperson shares \
    shareholders executives chief_executive chief_financial chief_operating managing_director general_manager \
    finance_director boss";

/// A name that what stands behind it tells to be one of a body.
fn told(view: &View<'_>, list: &[Token], from: usize, to: usize, out: &mut Vec<Found>) {
    let (Some(first), Some(last)) = (list.get(from), list.get(to - 1)) else { return };
    let name: String = view.chars[first.start..last.end].iter().collect();
    let nobody = |t: &Token| t.word.before || t.word.legal.is_some() || t.word.nation;
    let generic = to - from == 1 && (first.word.last.is_some() || first.word.of.is_some());
    if to - from > 3
        || name.len() < 3
        || generic
        || list[from..to].iter().any(nobody)
        || DAYS.contains(&name.as_str())
        || regional(&name)
    {
        return;
    }
    let word = |t: &Token| t.spelled(view);
    let Some(next) = list.get(to) else { return };
    let post = || {
        let this = word(next);
        let two = || list.get(to + 1).map(|t| format!("{this}_{}", word(t))).unwrap_or_default();
        next.start == last.end + 1
            && view.at(last.end) == ' '
            && (among(POSTS, &this) || this == "chief" && among(POSTS, &two()) || among(POSTS, &two()))
    };
    // How sure an apposition is, whatever the name looks like.
    let sort = || {
        let article = matches!(word(next).as_str(), "a" | "an" | "the");
        if !article || next.start != last.end + 2 || view.at(last.end) != ',' {
            return None;
        }
        const ENDS: &str = "of that which who whose in based owned founded with for by from to on and at has is was said run";
        let mut noun = next;
        for t in list.iter().skip(to + 1).take(7) {
            if t.start != noun.end + 1 || among(ENDS, &word(t)) {
                break;
            }
            noun = t;
        }
        let (sort, kind) = (word(noun), !noun.capital && !view.starts_with(noun.end, " of "));
        (kind && among(SORTS, &sort)).then_some(91).or((kind && among(TRADES, &sort)).then_some(79))
    };
    if let Some(strength) = sort().or_else(|| post().then_some(POSTED)) {
        let (start, end) = (first.start, last.end);
        out.push(Found { start, end, kind: Kind::Company, strength, rule: TOLD });
    }
}

/// How sure a post behind a name is.
pub(crate) const POSTED: u8 = 78;
/// The rule of names that only what stands behind them tells.
pub(crate) const TOLD: &str = "told";

/// Reads the names in the capitalised words `from..to`.
fn run(view: &View<'_>, list: &[Token], from: usize, to: usize, title: bool, out: &mut Vec<Found>) {
    let mut first = from;
    while first < to && list[first].word.before {
        first += 1;
    }
    // Qiyuan Brake (Taizhou) |Co., Ltd.
    if list[from].word.legal.is_some()
        && view.ends_with(list[from].start, ") ")
        && let Some(open) =
            (list[from].start.saturating_sub(30)..list[from].start - 2).rev().find(|&i| view.at(i) == '(')
        && let Some(brand) = list[..from].iter().rposition(|t| t.end + 1 == open && t.capital)
    {
        let mut start = brand;
        while start > 0
            && from - start < REACH
            && list[start - 1].capital
            && !list[start - 1].word.before
            && joined(view, &list[start - 1], &list[start])
        {
            start -= 1;
        }
        // Bank of |China (Hong Kong) Limited.
        if let Some(head) = start.checked_sub(2)
            && view.ends_with(list[start].start, " of ")
            && list[head].word.of.is_some()
        {
            start = head;
        }
        let kind = list[from].word.legal.unwrap_or(Kind::Company);
        out.push(Found {
            start: list[start].start,
            end: list[to - 1].end,
            kind,
            strength: 90,
            rule: "english head",
        });
        return;
    }
    let mut end = to;
    while first < end {
        // The last head of the run.
        let legal = (first + 1..end).rev().find(|&k| list[k].word.legal.is_some());
        let last = (first + 1..end).rev().find(|&k| list[k].word.last.is_some());
        let of = (first..end).rev().find(|&k| list[k].word.of.is_some() && k + 1 == to);
        if let Some(k) = of
            && let Some((stop, kind)) = of_phrase(view, list, k)
        {
            // Meridian Red Cross and |Bureau of Fire Protection: a head that takes "of" begins a name of its own.
            let second = k > first + 1 && view.ends_with(list[k].start, " and ");
            let start = match second {
                true => k,
                false if title && k > first + 2 => k.saturating_sub(1),
                // State-owned Assets Supervision and |Administration Commission of Lanshan.
                false if k > first => conjoined(view, list, first, k, title),
                false => first,
            };
            push(view, list, start, stop, kind, if title { 60 } else { 85 }, "english of", out);
            end = start;
            continue;
        }
        let Some(k) = legal.max(last) else { break };
        // A pool, a hall: Stowbridge Leisure Centre.
        if super::doubt::place(view, list[k].end) {
            end = k;
            continue;
        }
        let word = list[k].word;
        let (kind, strength): (Kind, u8) = match (word.legal, word.last) {
            (Some(kind), _) if k > first => (kind, 90),
            (_, Some(kind)) => (kind, 75),
            (Some(kind), _) => (kind, 40),
            _ => break,
        };
        // In a headline every word is capitalised: the name is short.
        // A notice names a company in capitals on a line of its own: LARKHILL BAY FERRIES LIMITED.
        let notice =
            title && word.legal.is_some() && first == from && alone(view, list[from].start, list[k].end);
        let title = title && !notice;
        let near = if word.legal.is_some() { 3 } else { 2 };
        let start = if title && k > first + near { k - near } else { first };
        let whole = conjoined(view, list, start, k, title);
        // India Bullion and Jewellers Association: what "and" joins is surer than either half.
        let strength = if whole < start { strength.max(82) } else { strength };
        let start = whole;
        // Bank of China (Hong Kong) Ltd.
        push(
            view,
            list,
            start,
            k + 1,
            kind_of(list, start, k, kind),
            if title { strength.saturating_sub(25) } else { strength },
            "english head",
            out,
        );
        end = if title { start } else { first };
    }
}

/// True where nothing but a bracket stands in the line beside a name: LARKHILL FERRIES LIMITED (In Administration).
fn alone(view: &View<'_>, start: usize, end: usize) -> bool {
    let opens = view.chars[..start].iter().rfind(|c| **c != ' ').is_none_or(|c| *c == '\n');
    opens && view.chars[end..].iter().find(|c| **c != ' ').is_none_or(|c| matches!(c, '\n' | '('))
}

/// The kind of a name whose legal form says only that it is a company.
fn kind_of(list: &[Token], first: usize, head: usize, kind: Kind) -> Kind {
    if list[head].word.legal.is_some() && head > first {
        let before = list[first + 1..head].iter().rev().find_map(|t| t.word.last);
        return before.filter(|k| matches!(k, Kind::Finance | Kind::Media)).unwrap_or(kind);
    }
    kind
}

/// Food and Drug Administration: a conjunction inside the name of an agency.
fn conjoined(view: &View<'_>, list: &[Token], first: usize, head: usize, title: bool) -> usize {
    // Operation and |Maintenance Center.
    let both = || {
        [
            "Operation and ",
            "Research and ",
            "Testing and ",
            "Training and ",
            "Prevention and ",
            "Culture and ",
        ]
        .iter()
        .any(|two| view.ends_with(list[first].start, two))
    };
    let agency =
        matches!(list[head].word.last, Some(Kind::Government | Kind::Association | Kind::International))
            || list[head].word.last == Some(Kind::Research)
                && (both() || view.ends_with(list[first].start, ", and "));
    if title || !agency || list[head].word.legal.is_some() || first < 2 || head == first {
        return first;
    }
    if let Some(start) = first::series(view, list, first) {
        return start;
    }
    let and = &list[first - 1];
    let spelled: String = view.chars[and.start..and.end].iter().collect();
    let before = &list[first - 2];
    // Securities and Exchange Commission: a trade may stand before the conjunction, a body may not.
    let body = view.ends_with(before.end, "Bank")
        || matches!(before.word.last, Some(k) if !matches!(k, Kind::Company | Kind::Finance | Kind::Health));
    let plain =
        before.capital && !before.word.before && !body && before.word.legal.is_none() && !before.word.nation;
    let near = list[first].start - before.end == spelled.len() + 2;
    let name = before.spelled(view);
    let simple = name.chars().all(char::is_alphabetic) && name.chars().skip(1).all(char::is_lowercase);
    let plain = plain && simple;
    // Labour and |Welfare Bureau: no party.
    let labour = || {
        let next = list[first].spelled(view);
        matches!(name.as_str(), "Labour" | "Labor")
            && among("Welfare Employment Social Industry Pensions Human", &next)
    };
    if spelled == "and" && plain && near && (TABLES.latin(&name).is_none() || labour()) {
        let mut start = first - 2;
        // Culture, |Sports and Tourism Bureau.
        while start > 0
            && list[head].word.last == Some(Kind::Government)
            && list[start - 1].capital
            && !list[start - 1].word.before
            && list[start].start == list[start - 1].end + 2
            && view.at(list[start - 1].end) == ','
            && first - start < REACH
        {
            start -= 1;
        }
        while start > 0
            && first - start < REACH
            && list[start - 1].capital
            && joined(view, &list[start - 1], &list[start])
            && !list[start - 1].word.before
        {
            start -= 1;
        }
        return start;
    }
    first
}

/// What follows a head that takes "of": the next run, and what "and" joins to it.
fn of_phrase(view: &View<'_>, list: &[Token], head: usize) -> Option<(usize, Kind)> {
    let kind = list[head].word.of?;
    let spelled = |t: &Token| t.spelled(view);
    let near = |a: &Token, b: &Token| b.start == a.end + 1 && view.at(a.end) == ' ';
    let mut k = head + 1;
    if !(k < list.len() && near(&list[head], &list[k]) && matches!(spelled(&list[k]).as_str(), "of" | "for"))
    {
        return None;
    }
    let purpose = spelled(&list[k]) == "for";
    k += 1;
    if k < list.len() && spelled(&list[k]) == "the" && near(&list[k - 1], &list[k]) {
        k += 1;
        // Colorado State University of the US: where it is, after a name that is whole.
        let named = head > 0 && list[head - 1].capital && joined(view, &list[head - 1], &list[head]);
        let country = list.get(k).is_some_and(|t| matches!(spelled(t).as_str(), "US" | "UK" | "USA" | "UAE"));
        if named && country && matches!(kind, Kind::Education | Kind::Research | Kind::Company | Kind::Health)
        {
            return None;
        }
    }
    let start = k;
    while k - head < REACH {
        if !(k < list.len()
            && list[k].capital
            && (near(&list[k - 1], &list[k]) || joined(view, &list[k - 1], &list[k])))
        {
            break;
        }
        k += 1;
        // Council for the Exploration |of the Sea.
        if purpose
            && k + 2 < list.len()
            && list[k + 2].capital
            && near(&list[k - 1], &list[k])
            && near(&list[k], &list[k + 1])
            && near(&list[k + 1], &list[k + 2])
            && spelled(&list[k]) == "of"
            && spelled(&list[k + 1]) == "the"
        {
            k += 2;
            continue;
        }
        if k + 1 < list.len()
            && near(&list[k - 1], &list[k])
            && near(&list[k], &list[k + 1])
            && list[k + 1].capital
        {
            let and = spelled(&list[k]);
            // What "and" joins belongs to the name unless it is a name itself: Institute of Allergy and Infectious Diseases.
            let mut last = k + 1;
            while last + 1 < list.len()
                && last - k < REACH
                && list[last + 1].capital
                && joined(view, &list[last], &list[last + 1])
            {
                last += 1;
            }
            // … and |Trinity College Dublin.
            let taught =
                |t: &Token| matches!(t.word.last, Some(Kind::Education | Kind::Health | Kind::Finance));
            let body = list[last].word.last.is_some()
                || list[last].word.of.is_some()
                || list[k + 1..last].iter().any(taught);
            // Society for Peace and |Justice: two purposes.
            let two = purpose && kind == Kind::Association && last == k + 1 && !body;
            let wide =
                two || kind == Kind::Government || matches!(kind, Kind::Research | Kind::Education) && !body;
            // … and |Ireland's Health Research Board.
            let owner = matches!(view.at(list[k + 1].end), '\'' | '’') && regional(&spelled(&list[k + 1]));
            if and == "of"
                || and == "and"
                    && wide
                    && !owner
                    && list[k + 1].word.legal.is_none()
                    && TABLES.latin(&spelled(&list[k + 1])).is_none()
            {
                k += 1;
            }
        }
        // Ministry of Culture, Tourism and Creative Economy.
        if matches!(spelled(&list[head]).as_str(), "Ministry" | "Department" | "Bureau" | "Office") {
            k = first::portfolios(view, list, k);
        }
    }
    (k > start).then_some((k, kind))
}

#[allow(clippy::too_many_arguments)]
fn push(
    view: &View<'_>,
    list: &[Token],
    from: usize,
    to: usize,
    kind: Kind,
    strength: u8,
    rule: &'static str,
    out: &mut Vec<Found>,
) {
    let (Some(first), Some(last)) = (list.get(from), to.checked_sub(1).and_then(|k| list.get(k))) else {
        return;
    };
    if to - from < 2 && rule != "english of" {
        return;
    }
    // Consultants |Harmer Voss LLP: what they are, which no firm's name begins with.
    const ROLES: [&str; 7] =
        ["Consultants", "Solicitors", "Contractors", "Auctioneers", "Accountants", "Surveyors", "Developers"];
    let role = to - from > 2
        && last.word.legal.is_some()
        && ROLES.iter().any(|r| r.chars().eq(view.chars[first.start..first.end].iter().copied()));
    let first = if role { &list[from + 1] } else { first };
    let mut end = last.end;
    // Bank of China (Hong Kong) Ltd: a bracket and a legal form after it.
    if view.at(end) == ' '
        && view.at(end + 1) == '('
        && let Some(close) = (end + 2..(end + 30).min(view.chars.len())).find(|&i| view.at(i) == ')')
        && list.get(to..).is_some_and(|rest| {
            rest.iter()
                .find(|t| t.start > close)
                .is_some_and(|t| t.word.legal.is_some() && t.start == close + 2)
        })
        && let Some(form) = list[to..].iter().find(|t| t.start > close)
    {
        end = form.end;
    }
    // Bank of China (Hong Kong): where the bank is at home.
    const HOMES: [&str; 9] =
        ["Hong Kong", "China", "Asia", "Singapore", "Macau", "Taiwan", "Thailand", "Malaysia", "UK"];
    if end == last.end
        && view.starts_with(end, " (")
        && list[from..to].iter().any(|t| view.starts_with(t.start, "Bank"))
    {
        let home = HOMES.iter().find(|h| view.starts_with(end + 2, h) && view.at(end + 2 + h.len()) == ')');
        end += home.map_or(0, |h| h.len() + 3);
    }
    // The article belongs to the name of a paper: The Straits Times.
    let paper = [
        " Times",
        " Post",
        " Guardian",
        " Globe",
        " Telegraph",
        " Herald",
        " Journal",
        " Economist",
        "Beacon",
    ];
    let article = first.start >= 4 && view.ends_with(first.start, "The ");
    let start = if article && paper.iter().any(|p| view.ends_with(last.end, p)) {
        first.start - 4
    } else {
        first.start
    };
    out.push(Found { start, end, kind, strength, rule });
}
