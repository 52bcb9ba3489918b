//! The kind of a body by the words of its English name: Goodwin Procter LLP, Illinois State Board of Education.

use super::token::{PAIRS, PHRASES, WORDS, Word};
use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::words::TABLES;

/// The kind that the whole name or its words tell; the name is folded.
pub(crate) fn kind(name: &str) -> Option<Kind> {
    let straight;
    let name = if name.contains('’') {
        straight = name.replace('’', "'");
        straight.as_str()
    } else {
        name
    };
    if let Some(kind) = TABLES.latin(name).or_else(|| phrase(name)) {
        return Some(kind);
    }
    let words: Vec<&str> =
        name.split([' ', '(', ')']).map(|w| w.trim_end_matches(',')).filter(|w| !w.is_empty()).collect();
    if let Some(kind) = unformed(&words) {
        return Some(kind);
    }
    // ATU Local 757; KOMO, a station of America.
    if let [.., "Local", number] = words[..]
        && number.chars().all(|c| c.is_ascii_digit())
    {
        return Some(Kind::Association);
    }
    if let [sign] = words[..]
        && sign.len() == 4
        && sign.starts_with(['K', 'W'])
        && sign.chars().all(|c| c.is_ascii_uppercase())
    {
        return Some(Kind::Media);
    }
    // CPC Lanshan County Committee, Lanshan Municipal Committee of the CPC.
    if words.len() > 1 && words.contains(&"CPC") {
        return Some(Kind::Party);
    }
    let told = match words.iter().position(|w| matches!(*w, "of" | "for" | "on")).filter(|at| *at > 0) {
        Some(at) => headed(&words[..at], &words[at..]),
        None => closed(&words),
    };
    told.map(|kind| scope(&words, kind))
}

/// The kind of a known body under its legal form: KPMG LLP, HSBC Holdings plc.
fn unformed(words: &[&str]) -> Option<Kind> {
    let core =
        words.iter().rposition(|w| entry(w).legal.is_none() && !matches!(*w, "Holdings" | "Group"))? + 1;
    if core == words.len() {
        return None;
    }
    let name = words[..core].join(" ");
    TABLES.latin(&name).or_else(|| phrase(&name))
}

/// True for a name of the tables, which bears no article unless it is listed with it.
pub(crate) fn listed(name: &str) -> bool {
    TABLES.latin(name).is_some() || phrase(name).is_some()
}

/// The kind of a whole name of several words.
fn phrase(name: &str) -> Option<Kind> {
    let spelled = |phrase: &str| phrase.chars().map(|c| if c == '_' { ' ' } else { c }).eq(name.chars());
    let phrases = PHRASES.get(name.split(' ').next()?)?;
    phrases.iter().find(|(phrase, _)| spelled(phrase)).map(|p| p.1)
}

/// What the table says of a word; of the last part of one that hyphens join, where it is a paper: Post-Dispatch.
fn entry(word: &str) -> Word {
    if let Some(found) = WORDS.get(word).or_else(|| WORDS.get(word.trim_end_matches('\''))) {
        return *found;
    }
    let last = word.rsplit_once('-').and_then(|(_, last)| WORDS.get(last)).copied().unwrap_or_default();
    match last.end.or(last.last) {
        Some(Kind::Media) => Word { end: Some(Kind::Media), ..Word::default() },
        _ => Word::default(),
    }
}

/// The kind that the head and another word of the name tell together: Harbor Crisis Center, Marlow Food Bank.
fn paired(words: &[&str], head: &str) -> Option<Kind> {
    let beside = |w: &&str| *w != head && !w.is_empty();
    let holds = |list: &str| {
        list.split(' ').any(|w| words.iter().filter(|w| beside(w)).any(|o| o.trim_end_matches('\'') == w))
    };
    let found = PAIRS.iter().find(|pair| pair.heads.split('|').any(|h| h == head) && holds(pair.words));
    found.map(|pair| pair.kind)
}

/// Words of parties, of sports: they say more than a head that many kinds share.
fn telling(words: &[&str], kinds: &[Kind]) -> Option<Kind> {
    words.iter().find_map(|w| entry(w).part.filter(|k| kinds.contains(k)))
}

/// A name with "of" or "for": its head stands before it.
fn headed(before: &[&str], after: &[&str]) -> Option<Kind> {
    let name = before.last()?;
    let head = entry(name);
    let told = head.of.or(head.last);
    // The Kansas State Board of Education is no school's.
    if before.ends_with(&["State", "Board"]) {
        return Some(Kind::Government);
    }
    let formed = after.last().is_some_and(|w| entry(w).legal.is_some());
    if let Some(kind) = paired(&[before, after].concat(), name).filter(|_| !formed) {
        return Some(kind);
    }
    let part = || before.iter().chain(after).rev().find_map(|w| entry(w).part);
    match told {
        // Law Society of Queensland, Democratic Alliance for …; a board of education is a school's.
        Some(Kind::Association) => {
            telling(before, &[Kind::Party, Kind::Sport, Kind::Legal]).or(Some(Kind::Association))
        }
        Some(Kind::Sport) => telling(before, &[Kind::Association]).or(Some(Kind::Sport)),
        Some(Kind::Research) if after.contains(&"Technology") => Some(Kind::Education),
        Some(Kind::Government) if before.last() == Some(&"Board") && after.last() == Some(&"Education") => {
            Some(Kind::Education)
        }
        Some(Kind::Government) if before.last() == Some(&"Board") && after.last() == Some(&"Trade") => {
            Some(Kind::Finance)
        }
        // Delmar County Department of Public Health.
        Some(Kind::Government) if before.contains(&"County") && after.contains(&"Health") => {
            Some(Kind::Health)
        }
        // Royal College of Nursing: its members are no students.
        Some(Kind::Education)
            if before == ["Royal", "College"] && !after.contains(&"Art") && !after.contains(&"Music") =>
        {
            Some(Kind::Association)
        }
        Some(kind) => Some(kind),
        // Moors for the Future Partnership, Doctors for Clean Air.
        None => closed(before)
            .or_else(|| TABLES.latin(name))
            .or_else(part)
            .or_else(|| entry(after.last()?).end)
            .or_else(|| entry(before.first()?).first)
            .or_else(|| entry(after.last()?).legal),
    }
}

/// A name whose head is its last word, legal forms and qualifiers aside.
fn closed(words: &[&str]) -> Option<Kind> {
    let legal = words.iter().skip(1).rev().find_map(|w| entry(w).legal);
    let part = |kinds: fn(Kind) -> bool| words.iter().rev().filter_map(|w| entry(w).part).find(|k| kinds(*k));
    if legal == Some(Kind::Legal) {
        return legal;
    }
    // PrimeCo UK, Nexa (Ireland): where it is.
    let end = words.len() - region(words);
    let head = words[..end].last()?;
    if let Some(kind) = paired(words, head) {
        return Some(kind);
    }
    // A company with a legal form: what it trades in.
    if legal.is_some() {
        let trade = part(|k| matches!(k, Kind::Finance | Kind::Media | Kind::Sport | Kind::Legal))
            // Tarrow Media Group Ltd and Tarrow Newspapers Ltd own papers and are none.
            .filter(|k| *k != Kind::Media || !words.iter().any(|w| matches!(*w, "Group" | "Newspapers")))
            .or_else(|| words.iter().rev().find_map(|w| entry(w).last.filter(|k| *k == Kind::Finance)));
        return trade.or(legal);
    }
    let head = entry(head);
    let any = || part(|_| true);
    // North West Plains Local Health District, Lehigh Valley Health Network.
    const CARERS: [&str; 10] = [
        "Authority",
        "Unit",
        "District",
        "Network",
        "Trust",
        "Board",
        "Service",
        "Services",
        "System",
        "Partnership",
    ];
    let county = words.contains(&"County") && words.last() == Some(&"Department");
    let carers = words.last().is_some_and(|w| CARERS.contains(w)) && !words.contains(&"Research");
    if words.contains(&"Health") && (county || carers) {
        return Some(Kind::Health);
    }
    // Transport Scotland, Homes Victoria, Cotton Australia.
    if let Some(kind) = paired(words, "@").filter(|_| end < words.len() && end < 4) {
        return Some(kind);
    }
    match head.last {
        // News Agency; Medical Center; Radio Services; a hockey federation.
        Some(_) if words.len() > 1 && matches!(words[end.saturating_sub(2)], "News" | "news" | "Press") => {
            Some(Kind::Media)
        }
        // Damiano Center.
        Some(Kind::Research) if words.len() == 2 && matches!(words[1], "Center" | "Centre") => {
            Some(Kind::Association)
        }
        Some(Kind::Research) => {
            telling(words, &[Kind::Health, Kind::Legal, Kind::Sport]).or(Some(Kind::Research))
        }
        Some(Kind::Association) => {
            telling(words, &[Kind::Party, Kind::Sport, Kind::Legal]).or(Some(Kind::Association))
        }
        Some(Kind::Sport) if words.ends_with(&["Lions", "Club"]) => Some(Kind::Association),
        // Warrawee Rotary Club.
        Some(Kind::Sport) => telling(words, &[Kind::Association]).or(Some(Kind::Sport)),
        Some(Kind::Company) => any().or(Some(Kind::Company)),
        Some(Kind::Government) if words.last().is_some_and(|w| matches!(*w, "Service" | "Services")) => {
            let public = words.iter().any(|w| entry(w).nation || PUBLIC.contains(w));
            let private = if words.last() == Some(&"Services") { Kind::Company } else { Kind::Government };
            if public { Some(Kind::Government) } else { any().or(Some(private)) }
        }
        Some(Kind::Government) => {
            telling(words, &[Kind::Education, Kind::Finance, Kind::Legal, Kind::Sport])
                .filter(|k| {
                    // A school board, a monetary committee, an attorney's office; a law department is an office.
                    matches!(words.last(), Some(&"Board" | &"District" | &"Committee" | &"Office"))
                        || *k == Kind::Sport
                })
                .or(Some(Kind::Government))
        }
        Some(kind) => Some(kind),
        None if words.first() == Some(&"Statistics") => Some(Kind::Government),
        // AgriBank.
        None if words.len() == 1
            && (words[0].ends_with("Bank") || words[0].ends_with("bank") && words[0].len() > 7) =>
        {
            Some(Kind::Finance)
        }
        // IIT Hyderabad, NHS Lothian, BBC Radio Cornwall: a known body and which part of it.
        None => head
            .end
            .filter(|_| words.len() > 1)
            .or_else(|| entry(words.first()?).first.filter(|_| words.len() > 1))
            .or_else(|| TABLES.latin(words.first()?).filter(|_| words.len() > 1))
            // Knighton YFC, Nepal Red Cross.
            .or_else(|| TABLES.latin(words.last()?).filter(|_| words.len() > 1))
            .or_else(|| name_of_mercy(words).then_some(Kind::Association))
            .or_else(any),
    }
}

/// True for a national society of the Red Cross or the Red Crescent.
fn name_of_mercy(words: &[&str]) -> bool {
    words.ends_with(&["Red", "Cross"]) || words.ends_with(&["Red", "Crescent"])
}

/// Names of countries and states of one word that the table of nations lacks.
const REGIONS: &str = "Scotland Wales England Ireland Britain NSW Queensland Victoria Tasmania Canberra Ontario Alberta \
    Manitoba Saskatchewan Norway Sweden Denmark Finland Malta Jamaica SA WA NT NZ NI";

/// True for the name of a country or a state.
pub(crate) fn regional(word: &str) -> bool {
    entry(word).nation || REGIONS.split(' ').any(|r| r == word)
}

/// Names of countries and states of two words.
const COUNTRIES: &str = "New Zealand|South Australia|Western Australia|Northern Ireland|New Brunswick|Nova Scotia|South Wales|\
    Hong Kong|South Africa|Sri Lanka";

/// True for a country or a state of two words: New Zealand.
pub(crate) fn region_of_two(first: &str, last: &str) -> bool {
    COUNTRIES.split('|').any(|p| p.split_once(' ') == Some((first, last)))
}

/// How many words at the end of a name, and not all of it, say where it is: New Zealand, Tasmania.
fn region(words: &[&str]) -> usize {
    match words {
        [_, .., first, last] if region_of_two(first, last) => 2,
        [_, .., last] if regional(last) => 1,
        _ => 0,
    }
}

/// Words of public services: National Weather Service.
const PUBLIC: [&str; 24] = [
    "National",
    "Federal",
    "State",
    "City",
    "County",
    "Borough",
    "Public",
    "Social",
    "Customs",
    "Police",
    "Fire",
    "Weather",
    "Forest",
    "Postal",
    "Civil",
    "Secret",
    "Intelligence",
    "Park",
    "Prison",
    "Immigration",
    "Revenue",
    "Wildlife",
    "Meteorological",
    "Geological",
];

/// What many nations share is international; an association of one trade is none for its last word.
fn scope(words: &[&str], kind: Kind) -> Kind {
    let wide = matches!(
        words.first(),
        Some(&"International" | &"World" | &"UN" | &"European" | &"African" | &"Asian" | &"ASEAN")
    );
    match kind {
        Kind::Association if words.last() == Some(&"Nations") => Kind::International,
        // International Maple Syrup Institute: a trade's.
        Kind::Association if words.last() == Some(&"Institute") => Kind::Association,
        Kind::Government | Kind::Association | Kind::International if wide => Kind::International,
        Kind::Finance if wide && words.contains(&"Development") => Kind::International,
        Kind::International if words.last().is_some_and(|w| w.starts_with("Organi")) => Kind::Association,
        kind => kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_their_kind() {
        for (name, expected) in [
            ("Scoil Bhríde", Kind::Education),
            ("Kilronan NS", Kind::Education),
            ("Wexley Unified School District", Kind::Education),
            ("Kilmore Gaels", Kind::Sport),
            ("Wexley Men's Shed", Kind::Association),
            ("Wexley Growers' Collective", Kind::Association),
            ("Doctors for Clean Air", Kind::Association),
            ("Wexley Investment Trust", Kind::Finance),
            ("Wexley Bank & Trust", Kind::Finance),
            ("AgriBank", Kind::Finance),
            ("Tourism Tasmania", Kind::Government),
            ("Homes Victoria", Kind::Government),
            ("Cotton Australia", Kind::Association),
            ("City of Wexley", Kind::Government),
            ("Port of Wexley Ltd", Kind::Company),
            ("Wexley Iron Works", Kind::Company),
            ("Wexley Public Works", Kind::Government),
            ("Wexley Eye Center", Kind::Health),
            ("ATU Local 757", Kind::Association),
            ("KOMO", Kind::Media),
            ("Wexley PD", Kind::Government),
            ("Wexley Hauliers", Kind::Association),
            ("Wexley Arts Centre", Kind::Other),
            ("Wexley Post-Dispatch", Kind::Media),
            ("Tarrow Media Group LLC", Kind::Company),
            ("Lanshan Municipal Committee of the CPC", Kind::Party),
        ] {
            assert_eq!(kind(name), Some(expected), "{name}");
        }
        assert_eq!(kind("Wexley Voss"), None);
    }
}
