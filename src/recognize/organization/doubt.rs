//! English names that only the tagger found and that the words in them or around them speak against: events, prizes,
//! persons, products with versions.

use std::collections::HashSet;

use super::english::{WORDS, regional};
use super::{Candidate, Draft, mark_tags};
use crate::document::Document;
use crate::model::{Label, Tagged};
use crate::order;
use crate::span::Span;
use crate::text::among;
use crate::view::View;

/// Last words of events, prizes, laws and works: Science Fair, World Cup, Trade Agreement.
const EVENTS: [&str; 71] = [
    "Rd",
    "Card",
    "Cards",
    "Airport",
    "Crescent",
    "Terrace",
    "Officer",
    "Sentenced",
    "Policy",
    "Policies",
    "Bylaw",
    "Bylaws",
    "Byelaw",
    "Strategy",
    "Strategies",
    "Plan",
    "Scheme",
    "Administrator",
    "Administrators",
    "Liquidator",
    "Liquidators",
    "Pradesh",
    "Arena",
    "Stadium",
    "Reservoir",
    "Courthouse",
    "Creek",
    "Ave",
    "Avenue",
    "Street",
    "Road",
    "Drive",
    "Lane",
    "Boulevard",
    "Highway",
    "Canal",
    "Weekend",
    "Fair",
    "Fairs",
    "Games",
    "Olympics",
    "Cup",
    "Award",
    "Awards",
    "Prize",
    "Prizes",
    "Medal",
    "Festival",
    "Championship",
    "Championships",
    "Marathon",
    "Derby",
    "Expo",
    "Biennale",
    "Summit",
    "Day",
    "Week",
    "Challenge",
    "Tournament",
    "Playoffs",
    "Act",
    "Bill",
    "Treaty",
    "Agreement",
    "Accord",
    "Accords",
    "Protocol",
    "Convention",
    "Declaration",
    "War",
    "Index",
];
/// Last two words of places that bear a town's name: Marlow Town Hall.
const PLACES: [&str; 26] = [
    "Treatment Plant",
    "Power Plant",
    "Nuclear Plant",
    "Power Station",
    "Town Hall",
    "City Hall",
    "Village Hall",
    "Memorial Hall",
    "Leisure Centre",
    "Sports Centre",
    "Sports Center",
    "Sports Complex",
    "Leisure Complex",
    "Aquatic Centre",
    "Aquatic Center",
    "Recreation Centre",
    "Recreation Center",
    "Community Centre",
    "Community Center",
    "Community Hall",
    "Civic Centre",
    "Civic Center",
    "Convention Center",
    "Convention Centre",
    "Shopping Centre",
    "Shopping Center",
];

/// True for a name that ends like a place: Stowbridge Leisure Centre.
pub(super) fn place(view: &View<'_>, end: usize) -> bool {
    // What the last words end with: most names are asked no further.
    matches!(view.at(end.wrapping_sub(1)), 't' | 'l' | 'e' | 'r' | 'n' | 'x')
        && PLACES.iter().any(|place| view.ends_with(end, place))
}

/// Words of the sections of a paper and a site: none of them says whose.
pub(super) const SECTIONS: &str = "& and About Investor Relations Arts Berthing Beverages Commodities Companies Farm Financial Leisure Regeneration Rural Watch Business Center Centre Classifieds Community Company Contact Courts Crime \
    Culture Deaths Desk Economy Education Energy Entertainment Environment Events Family Farming Features Finance \
    Food Government Headlines Health Home Industry International Jobs Latest Life Lifestyle Local Marine Markets \
    Media Money More National News Notices Obituaries Opinion Other Photos Police Politics Press Property Public Related Rugby Union League Leagues Football Cricket Tennis Golf \
    Regional Releases Research Safety Schools Science Section Services Sport Sports State Stories Technology Top \
    Travel Video Weather World";

/// True for the label of a section that stands alone in its line or between the marks of a path: Home > |Local Government|.
pub(super) fn section(view: &View<'_>, start: usize, end: usize) -> bool {
    let mark = |c: char| matches!(c, '\0' | '\n' | '>' | '|' | '·' | '•' | '/' | '»' | '›');
    // More in |Local News|
    let led = if view.ends_with(start, "More in ") { start - "More in ".len() } else { start };
    let before = view.chars.get(..led).unwrap_or_default().iter().rfind(|c| **c != ' ');
    // |Other News| in Home: the section that it is of.
    let mut rest = end;
    if view.starts_with(end, " in ") {
        rest = end + 4 + (end + 4..end + 20).take_while(|i| view.at(*i).is_alphabetic()).count();
    }
    let after = view.chars.get(rest..).unwrap_or_default().iter().find(|c| **c != ' ');
    if !before.is_none_or(|c| mark(*c)) || !after.is_none_or(|c| mark(*c)) {
        return false;
    }
    let name = view.chars.get(start..end).unwrap_or_default();
    // A single word may be a site, where it begins the path.
    let inner = before.is_some_and(|c| *c != '\n');
    let listed = |word: &[char]| {
        SECTIONS.split(' ').any(|s| s.chars().eq(word.iter().copied()))
            || inner && regional(&word.iter().collect::<String>())
    };
    (inner || name.contains(&' ')) && name.split(|c| *c == ' ').all(listed)
}

/// True for what no body is called, whoever found it: the office of a press release, what a minister is in charge of.
pub(super) fn nobody(view: &View<'_>, start: usize, end: usize) -> bool {
    const DESKS: [&str; 5] = ["Press Office", "Media Office", "News Desk", "Newsdesk", "Sports Desk"];
    const POSTS: [&str; 8] = [
        "Minister for ",
        "Minister of ",
        "minister for ",
        "Ministers for ",
        "Secretary for ",
        "Secretary of State for ",
        "Spokesperson on ",
        "Commissioner for ",
    ];
    // Peter Ashby (Con, |Vale North|): the ward
    const WARDS: [&str; 9] = [
        "(Con, ",
        "(Lab, ",
        "(Lib Dem, ",
        "(LD, ",
        "(Green, ",
        "(Ind, ",
        "(SNP, ",
        "(Labour, ",
        "(Conservative, ",
    ];
    let name = view.chars.get(start..end).unwrap_or_default();
    // the River Marl, Lough Corrib
    let water = |head: &str| {
        view.starts_with(start, head) && !name.iter().skip(head.len()).any(|c| matches!(c, ' ' | '-' | '&'))
    };
    let river = view.ends_with(start, "the ") && water("River ")
        || ["Lough ", "Loch ", "Slieve "].iter().any(|h| water(h));
    DESKS.iter().any(|desk| desk.chars().eq(name.iter().copied()))
        || "Copyright".chars().eq(name.iter().copied())
        || river
        || WARDS.iter().any(|ward| view.ends_with(start, ward))
        || view.at(start).is_ascii_uppercase() && POSTS.iter().any(|post| view.ends_with(start, post))
}

/// What a person is called after the name: Jane Doe, a former teacher; Jane Doe, 34.
const PERSONS: [&str; 26] = [
    "man",
    "woman",
    "boy",
    "girl",
    "student",
    "teacher",
    "professor",
    "doctor",
    "lawyer",
    "officer",
    "spokesman",
    "spokeswoman",
    "resident",
    "citizen",
    "mother",
    "father",
    "son",
    "daughter",
    "politician",
    "journalist",
    "reporter",
    "player",
    "captain",
    "singer",
    "actor",
    "writer",
];

/// Abbreviations and directions in the news that name no body.
const NOBODY: [&str; 75] = [
    "Group",
    "Company",
    "Issuer",
    "Vendor",
    "Purchaser",
    "HIBOR",
    "SIBOR",
    "LIBOR",
    "SHIBOR",
    "EMBARGOED",
    "Depute",
    "GAAP",
    "RPI",
    "YoY",
    "STI",
    "ICU",
    "HKT",
    "SGT",
    "AEST",
    "AEDT",
    "CET",
    "JST",
    "EDT",
    "CDT",
    "PDT",
    "Board",
    "GST",
    "VAT",
    "NDA",
    "IPO",
    "ICP",
    "EBITDA",
    "GDP",
    "CPI",
    "PPI",
    "PMI",
    "AI",
    "IT",
    "HR",
    "PR",
    "CEO",
    "CFO",
    "LED",
    "OLED",
    "LCD",
    "CPU",
    "GPU",
    "EV",
    "EVs",
    "GMT",
    "BST",
    "CST",
    "EST",
    "PST",
    "PDF",
    "FAQ",
    "RSS",
    "APP",
    "App",
    "Weds",
    "ETF",
    "REIT",
    "SUV",
    "DNA",
    "RNA",
    "ESG",
    "NPA",
    "North",
    "South",
    "East",
    "West",
    "Northeast",
    "Northwest",
    "Southeast",
    "Southwest",
];

/// True when the English name `start..end`, which no rule knows, is hardly one of an organization.
pub(super) fn doubtful(view: &View<'_>, start: usize, end: usize) -> bool {
    let name = &view.chars[start..end];
    let last = name.rsplit(|c| *c == ' ').next().unwrap_or_default();
    // A pension plan and a health plan are bodies.
    let insures = || {
        let words = ["Pension ", "Retirement ", "Health ", "Dental ", "FAIR ", "Certification "];
        words.iter().any(|w| view.ends_with(end - last.len(), w))
    };
    // Bluesky Strategy advises; a strategy of a council has a longer name.
    let adviser = view.ends_with(end, " Strategy") && name.iter().filter(|c| **c == ' ').count() == 1;
    let event = !adviser
        && EVENTS.iter().any(|e| e.chars().eq(last.iter().copied()))
        && last.len() < name.len()
        && !insures();
    // Longqing county, Kwun Fai estate: a place and what it is.
    const LEVELS: &str =
        "county province prefecture estate district village township bypass river road street";
    let served = || {
        ["Sanitary ", "School ", "Water ", "Fire ", "Park ", "Health "]
            .iter()
            .any(|w| view.starts_with(start, w))
    };
    let level = || last.len() < name.len() && !served() && among(LEVELS, &last.iter().collect::<String>());
    // From |Shanghai to Long Beach|.
    let verb = || ["Right", "Room", "Path", "My ", "Back"].iter().any(|word| view.starts_with(start, word));
    let route =
        || view.ends_with(start, "from ") && !verb() && name.windows(4).any(|w| w == [' ', 't', 'o', ' ']);
    event
        || place(view, end)
        || level()
        || route()
        || view.ends_with(start, "Our ") && !name.contains(&' ')
        || ["Mr ", "Mrs ", "Ms ", "Miss ", "Sr "].iter().any(|title| view.starts_with(start, title))
        || capitals(view.chars, start, end)
        || NOBODY.iter().any(|w| w.chars().eq(name.iter().copied()))
        || person(view, start, end)
}

/// True for a ticker and for the town that heads what is for sale: (ASX: |OHG|); |MINEHEAD|, £640,000.
pub(super) fn capitals(chars: &[char], start: usize, end: usize) -> bool {
    const EXCHANGES: [&str; 16] = [
        "ASX", "NYSE", "NASDAQ", "Nasdaq", "TSX", "TSX-V", "TSXV", "CSE", "LSE", "AIM", "OTCQB", "OTCQX",
        "SGX", "JSE", "NSE", "BSE",
    ];
    let before = |word: &str| word.chars().rev().eq(chars[..start].iter().rev().copied().take(word.len()));
    let listed = || EXCHANGES.iter().any(|exchange| before(&format!("{exchange}: ")));
    let opens = start == 0 || chars[start - 1] == '\n';
    let priced = || opens && matches!(chars.get(end..end + 3), Some([',', ' ', '£' | '€' | '$']));
    chars[start..end].iter().all(char::is_ascii_uppercase) && (priced() || before(": ") && listed())
}

/// Two or three plain words that an age or an apposition describes as a person.
fn person(view: &View<'_>, start: usize, end: usize) -> bool {
    let name: String = view.chars[start..end].iter().collect();
    let words = name.split(' ').count();
    let known = name.split(' ').any(|w| WORDS.get(w).is_some_and(|w| w.last.is_some() || w.legal.is_some()));
    if known || !(2..=3).contains(&words) || view.at(end) != ',' || view.at(end + 1) != ' ' {
        return false;
    }
    let after: String = view.chars.iter().skip(end + 2).take(60).collect();
    let age = after.split([',', ' ', '.']).next().unwrap_or_default();
    if (1..=2).contains(&age.len())
        && age.chars().all(|c| c.is_ascii_digit())
        && after[age.len()..].starts_with(',')
    {
        return true;
    }
    let phrase = after.split([',', '.', ';', ':']).next().unwrap_or_default();
    let mut described = phrase.split(' ');
    matches!(described.next(), Some("a" | "an" | "the"))
        && described
            .take(5)
            .take_while(|w| !matches!(*w, "of" | "for" | "that" | "which" | "who" | "by" | "in"))
            .any(|w| PERSONS.contains(&w) || w.ends_with("-year-old"))
}

/// What marks a person that the tagger saw; [`namesakes`] takes the marks away.
pub(super) const PERSON: &str = "person";

/// The persons of two words or more that the tagger saw in the Latin script, as marks.
pub(super) fn mark_persons(view: &View<'_>, tags: &[Tagged], out: &mut Vec<Candidate>) {
    let full = |t: &&Tagged| {
        let name = view.chars.get(t.start as usize..t.end as usize).unwrap_or_default();
        t.label == Label::Person && name.contains(&' ') && name[0].is_ascii_uppercase()
    };
    mark_tags(view, tags.iter().filter(full), PERSON, out);
}

/// Leaves out single words that only the tagger took for a body, and that are the surname of a person named in full.
pub(super) fn persons(document: &Document, candidates: &mut Vec<Candidate>) {
    let marks = candidates.iter().filter(|c| c.rule == PERSON);
    let surnames: HashSet<&str> = marks
        .filter_map(|c| document.slice(c.span).rsplit(' ').next())
        .filter(|name| name.len() > 2)
        .collect();
    candidates.retain(|c| {
        let surname = c.rule == "tagger"
            && matches!(&c.draft, Draft::Organization(draft) if draft.known.is_none())
            && surnames.contains(document.slice(c.span));
        !surname
    });
}

/// Leaves out what was found of a name inside that of a person, and the marks of persons: Anna |Tillingham|, Ms |Star|,
/// Jo |Wayfair|-Kim.
pub(super) fn namesakes(document: &Document, candidates: &mut Vec<Candidate>) {
    let mut marks: Vec<Span> = candidates.iter().filter(|c| c.rule == PERSON).map(|c| c.span).collect();
    order::by_key(&mut marks, |span| span.start);
    let text = document.text();
    let person = |span: Span| {
        let before = text.get(..span.start as usize).unwrap_or_default();
        let after = text.get(span.end as usize..).unwrap_or_default();
        let titled = ["Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Miss ", "Dr ", "Dr. ", "Sir ", "Dame "];
        let capital = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && c.is_uppercase());
        let double = after.starts_with('-') && capital(after.chars().nth(1))
            || before.ends_with('-') && before.chars().rev().nth(1).is_some_and(char::is_lowercase);
        let at = marks.partition_point(|mark| mark.end < span.end);
        let inside = marks.get(at).is_some_and(|mark| mark.contains(span) && *mark != span);
        let name = text.get(span.range()).unwrap_or_default();
        name.starts_with(|c: char| c.is_ascii_uppercase())
            && (titled.iter().any(|title| before.ends_with(title))
                || !name.contains(' ') && (double || inside))
    };
    candidates.retain(|c| c.rule != PERSON && !(c.rule == "mention" && person(c.span)));
}

/// Leaves out tagged words that stand before the number of a version somewhere, IE beside IE6, ships that people are on
/// board of, and who speaks on the next line.
pub(super) fn products(document: &Document, candidates: &mut Vec<Candidate>) {
    let tagged = |c: &Candidate| c.rule == "tagger" && matches!(c.draft, Draft::Organization(_));
    if !candidates.iter().any(tagged) {
        return;
    }
    let products = versions(document.text());
    let speaks = |c: &Candidate| {
        document.text().get(c.span.end as usize..).is_some_and(|after| after.starts_with("\nI "))
    };
    let mut ships: HashSet<&str> = HashSet::new();
    for c in candidates.iter().filter(|c| tagged(c)) {
        let before = document.text().get(..c.span.start as usize).unwrap_or_default();
        if boards(before) {
            ships.insert(document.slice(c.span));
        }
    }
    let named =
        |c: &Candidate| products.contains(document.slice(c.span)) || ships.contains(document.slice(c.span));
    candidates.retain(|c| !tagged(c) || !named(c) && !speaks(c));
}

/// Leaves out tagged words of sentences: Sap ran for 37 days, where sap stands elsewhere and Sap only where a capital
/// is due; Limpets that farm; the second town of a pair, in East Dunmore and |Swanby|.
pub(super) fn common(document: &Document, candidates: &mut Vec<Candidate>) {
    let text = document.text();
    let plain = |c: &Candidate| {
        let name = document.slice(c.span);
        let free =
            c.rule == "tagger" && matches!(&c.draft, Draft::Organization(draft) if draft.known.is_none());
        let mut chars = name.chars();
        let cased = chars.next().is_some_and(|c| c.is_ascii_uppercase())
            && name.len() > 2
            && chars.all(|c| c.is_ascii_lowercase());
        free && cased && !WORDS.contains_key(name)
    };
    if !candidates.iter().any(plain) {
        return;
    }
    let ends: HashSet<u32> =
        candidates.iter().filter(|c| matches!(c.draft, Draft::Organization(_))).map(|c| c.span.end).collect();
    let words: HashSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    // Names that stand somewhere behind a word in lower case, where no capital is due.
    let due = |c: &Candidate| {
        let before = text.get(..c.span.start as usize).unwrap_or_default();
        // told The |Hope|: the article tells nothing.
        let before = before.strip_suffix("The ").unwrap_or(before);
        // A text without a space is not gone through to its beginning.
        let word = before.strip_suffix(' ').unwrap_or_default().chars().rev().take(40);
        let first = word.take_while(|c| !c.is_whitespace()).last();
        !first.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
    };
    let named: HashSet<&str> =
        candidates.iter().filter(|c| plain(c) && !due(c)).map(|c| document.slice(c.span)).collect();
    candidates.retain(|c| {
        if !plain(c) {
            return true;
        }
        let name = document.slice(c.span);
        let before = text.get(..c.span.start as usize).unwrap_or_default();
        let after = text.get(c.span.end as usize..).unwrap_or_default();
        let common = !named.contains(name) && words.contains(name.to_ascii_lowercase().as_str());
        let opens = before.is_empty() || before.ends_with('\n');
        let many = opens && name.ends_with('s') && after.starts_with(" that ");
        !(common || many || second_town(before, &ends))
    });
}

/// True behind a place and "and", where the place is no name of a body: plants in East Dunmore and |.
fn second_town(before: &str, ends: &HashSet<u32>) -> bool {
    let Some(pair) = before.strip_suffix(" and ").filter(|pair| !ends.contains(&(pair.len() as u32))) else {
        return false;
    };
    // Four words back and no further, however long the text is without a space.
    let near = pair.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    let mut words = pair[near..].rsplit(' ').take(4);
    let capital = |w: &&str| w.starts_with(|c: char| c.is_uppercase()) && w.chars().all(char::is_alphabetic);
    let first = words.next();
    first.as_ref().is_some_and(capital) && words.find(|w| !capital(w)).is_some_and(|w| w == "in")
}

/// True where the name of a ship follows: on board the, a cruise ship, the ferry.
fn boards(before: &str) -> bool {
    const SHIPS: [&str; 12] = [
        "on board",
        "aboard",
        "ship",
        "vessel",
        "ferry",
        "yacht",
        "tanker",
        "frigate",
        "destroyer",
        "submarine",
        "trawler",
        "schooner",
    ];
    let before = before.strip_suffix("the ").unwrap_or(before).trim_end_matches([' ', ',', '“', '"']);
    SHIPS.iter().any(|word| {
        let tail = before.len().checked_sub(word.len()).and_then(|at| before.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(word))
    })
}

/// The words of a text that a version follows: one or two digits glued to them.
fn versions(text: &str) -> HashSet<&str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '“' | '”' | ',' | ';'))
        .filter_map(|word| {
            let stem =
                word.trim_end_matches(['.', ':', '?', '!']).trim_end_matches(|c: char| c.is_ascii_digit());
            let digits = word.get(stem.len()..)?.chars().filter(char::is_ascii_digit).count();
            let letters = stem.len() >= 2 && stem.chars().all(|c| c.is_ascii_alphabetic());
            (letters && (1..=2).contains(&digits)).then_some(stem)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ship_is_boarded() {
        for (before, expected) in [
            ("On board the ", true),
            ("the cruise ship, ", true),
            ("He joined the board of ", false),
            ("the owner of the ", false),
        ] {
            assert_eq!(boards(before), expected, "{before}");
        }
    }

    #[test]
    fn a_version_makes_a_product() {
        let found = versions("Use of VX fell; VX6 (VX7) users moved on. Group G20 met, the N95 mask sold.");
        assert!(found.contains("VX"));
        assert!(!found.contains("G") && !found.contains("users"));
    }
}
