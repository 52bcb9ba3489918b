//! The kind of a body by the words of its English name: Goodwin Procter LLP, Illinois State Board of Education.

use super::token::{PHRASES, WORDS, Word};
use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::words::TABLES;

/// The kind that the whole name or its words tell; the name is folded.
pub(crate) fn kind(name: &str) -> Option<Kind> {
    if let Some(kind) = TABLES.latin(name).or_else(|| phrase(name)) {
        return Some(kind);
    }
    let words: Vec<&str> =
        name.split([' ', '(', ')']).map(|w| w.trim_end_matches(',')).filter(|w| !w.is_empty()).collect();
    if let Some(kind) = unformed(&words) {
        return Some(kind);
    }
    let told = match words.iter().position(|w| matches!(*w, "of" | "for" | "on")).filter(|at| *at > 0) {
        Some(at) => headed(&words[..at], &words[at..]),
        None => closed(&words),
    };
    told.map(|kind| scope(&words, kind))
}

/// The kind of a known body under its legal form: KPMG LLP, HSBC Holdings plc.
fn unformed(words: &[&str]) -> Option<Kind> {
    let core = words.iter().rposition(|w| entry(w).legal.is_none() && *w != "Holdings")? + 1;
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

fn entry(word: &str) -> Word {
    WORDS.get(word).copied().unwrap_or_default()
}

/// Words of parties, of sports: they say more than a head that many kinds share.
fn telling(words: &[&str], kinds: &[Kind]) -> Option<Kind> {
    words.iter().find_map(|w| entry(w).part.filter(|k| kinds.contains(k)))
}

/// A name with "of" or "for": its head stands before it.
fn headed(before: &[&str], after: &[&str]) -> Option<Kind> {
    let head = entry(before.last()?);
    let told = head.of.or(head.last);
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
        None => closed(before).or_else(part),
    }
}

/// A name whose head is its last word, legal forms and qualifiers aside.
fn closed(words: &[&str]) -> Option<Kind> {
    let legal = words.iter().skip(1).rev().find_map(|w| entry(w).legal);
    let part = |kinds: fn(Kind) -> bool| words.iter().rev().filter_map(|w| entry(w).part).find(|k| kinds(*k));
    if legal == Some(Kind::Legal) {
        return legal;
    }
    // Godavari Municipal Corporation governs a city.
    if words.last() == Some(&"Corporation") && words.contains(&"Municipal") {
        return Some(Kind::Government);
    }
    // A company with a legal form: what it trades in.
    if legal.is_some() {
        let trade = part(|k| matches!(k, Kind::Finance | Kind::Media | Kind::Sport | Kind::Legal))
            .or_else(|| words.iter().rev().find_map(|w| entry(w).last.filter(|k| *k == Kind::Finance)));
        return trade.or(legal);
    }
    // PrimeCo UK, Nexa (Ireland): where it is.
    let end = words.len()
        - usize::from(words.len() > 1 && (entry(words.last()?).nation || COUNTRIES.contains(words.last()?)));
    let head = entry(words[..end].last()?);
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
    if words.contains(&"Health") && (county || words.last().is_some_and(|w| CARERS.contains(w))) {
        return Some(Kind::Health);
    }
    match head.last {
        // News Agency; Medical Center; Radio Services; a hockey federation.
        Some(_) if words.len() > 1 && matches!(words[end.saturating_sub(2)], "News" | "news" | "Press") => {
            Some(Kind::Media)
        }
        Some(Kind::Research) => {
            telling(words, &[Kind::Health, Kind::Legal, Kind::Sport]).or(Some(Kind::Research))
        }
        // Suwannee Valley Electric Cooperative.
        Some(Kind::Association) if words.contains(&"Electric") => Some(Kind::Company),
        // Superior Federal Credit Union, Wetherleigh Building Society.
        Some(Kind::Association) if ["Credit", "Building"].iter().any(|w| words.contains(w)) => {
            Some(Kind::Finance)
        }
        Some(Kind::Association) if words.contains(&"NHS") || words.contains(&"Hospitals") => {
            Some(Kind::Health)
        }
        Some(Kind::Association) => {
            telling(words, &[Kind::Party, Kind::Sport, Kind::Legal]).or(Some(Kind::Association))
        }
        Some(Kind::Sport) if words.ends_with(&["Lions", "Club"]) => Some(Kind::Association),
        // Warrawee Rotary Club.
        Some(Kind::Sport) => telling(words, &[Kind::Association]).or(Some(Kind::Sport)),
        Some(Kind::Company) => any().or(Some(Kind::Company)),
        // Queensland Resources Council, the council of a trade.
        Some(Kind::Government)
            if words[..end].last() == Some(&"Council") && TRADES.iter().any(|w| words.contains(w)) =>
        {
            Some(Kind::Association)
        }
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
        // A task force, a coast guard, a police force.
        Some(Kind::Military) if CIVIL.iter().any(|w| words.contains(w)) => Some(Kind::Government),
        // An office that manages emergencies.
        Some(Kind::Finance) if words.contains(&"Emergency") => Some(Kind::Government),
        // A food bank feeds, a charitable fund gives.
        Some(Kind::Finance) if GIVING.iter().any(|w| words.contains(w)) => Some(Kind::Association),
        Some(kind) => Some(kind),
        // Statistics Norway, Transport Scotland.
        None if words
            .first()
            .is_some_and(|w| end < words.len() && OFFICES.contains(w) || *w == "Statistics") =>
        {
            Some(Kind::Government)
        }
        // Meat Industry Ireland.
        None if end < words.len() && words.contains(&"Industry") => Some(Kind::Association),
        // IIT Hyderabad, NHS Lothian, BBC Radio Cornwall: a known body and which part of it.
        None => head
            .end
            .filter(|_| words.len() > 1)
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

/// What the councils of trades are called.
const TRADES: [&str; 14] = [
    "Resources",
    "Minerals",
    "Mining",
    "Business",
    "Industry",
    "Industries",
    "Farmers",
    "Tourism",
    "Retail",
    "Retailers",
    "Trades",
    "Advertising",
    "Export",
    "Gold",
];
/// What forces are called that are no part of an army.
const CIVIL: [&str; 9] =
    ["Task", "Coast", "Police", "Border", "Protection", "Response", "Rescue", "Disaster", "Workforce"];
/// What funds and banks are called that give.
const GIVING: [&str; 8] =
    ["Food", "Charitable", "Relief", "Heritage", "Hardship", "Memorial", "Clothing", "Countryside"];

/// What the offices of a country are called before its name.
const OFFICES: [&str; 22] = [
    "Statistics",
    "Transport",
    "Parks",
    "Skills",
    "Immigration",
    "Revenue",
    "Natural",
    "Historic",
    "Tourism",
    "Visit",
    "Environment",
    "Education",
    "Energy",
    "Audit",
    "Health",
    "Innovation",
    "Infrastructure",
    "Veterans",
    "Global",
    "Services",
    "Safe",
    "Disclosure",
];

/// Places at the end of a name that the table of nations lacks.
const COUNTRIES: [&str; 14] = [
    "Scotland",
    "Wales",
    "England",
    "Ireland",
    "Britain",
    "NSW",
    "Queensland",
    "Victoria",
    "Ontario",
    "Alberta",
    "Norway",
    "Sweden",
    "Denmark",
    "Finland",
];

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
        Kind::Government | Kind::Association | Kind::International if wide => Kind::International,
        Kind::Finance if wide && words.contains(&"Development") => Kind::International,
        Kind::International if words.last().is_some_and(|w| w.starts_with("Organi")) => Kind::Association,
        kind => kind,
    }
}
