//! Short names that English pages use for what they have named in full: the school |Garfield|, the club |Town|, the paper's
//! own |Record|.

use std::collections::HashSet;

use super::english::WORDS;
use super::{Candidate, Draft, OrganizationDraft};
use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::order;
use crate::span::Span;
use crate::text::among;

/// Sorts of schools, behind the name of one.
const SCHOOLS: &str =
    "Elementary Middle High Primary Junior Intermediate Secondary Grammar Infant Preparatory";
/// What a school has, right behind its name.
const TAUGHT: &str =
    "students pupils teachers parents families staff site building campus principal classrooms";
/// Second words of clubs, by which their reporters call them.
const CLUBS: &str = "Town City United Rovers Athletic Wanderers Albion County Rangers Harriers";
/// What stands before the short name of a club.
const AGAINST: &str = "for against beat past over by with when after before gave put left saw earned";
/// What stands behind it.
const SIDE: &str =
    "boss manager fans keeper striker were are have had midfielder defender captain supporters skipper";
/// What stands behind the short name of a paper that speaks of itself.
const STAFF: &str = "staff photo file reporter correspondent photographer editor";

/// The places in which a short name is one.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    School,
    Club,
    Paper,
}

/// Adds the short names of the schools, clubs and papers that were found.
pub(super) fn add(document: &Document, candidates: &mut Vec<Candidate>, sporting: bool) {
    let text = document.text();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut names: Vec<(&str, Sort, Span, Kind)> = Vec::new();
    let mut taken: Vec<Span> = Vec::new();
    for c in candidates.iter() {
        let Draft::Organization(draft) = &c.draft else { continue };
        taken.push(c.span);
        let name = document.slice(c.span);
        let Some((short, sort)) = short(name, sporting) else { continue };
        let kind = match sort {
            Sort::School => Kind::Education,
            Sort::Club => Kind::Sport,
            Sort::Paper => Kind::Media,
        };
        if draft.confidence >= 58 && seen.insert(short) {
            names.push((short, sort, draft.full.unwrap_or(c.span), kind));
        }
    }
    order::by_key(&mut taken, |span| span.start);
    // Few pages name more; none is gone through for each of a thousand.
    for (short, sort, full, kind) in names.into_iter().take(20) {
        for (start, _) in text.match_indices(short) {
            let span = Span::new(start as u32, (start + short.len()) as u32);
            let next = taken.partition_point(|other| other.end <= span.start);
            if taken.get(next).is_some_and(|other| other.start < span.end) || !stands(text, span, sort) {
                continue;
            }
            let draft = OrganizationDraft { kind: Some(kind), known: None, confidence: 80, full: Some(full) };
            candidates.push(Candidate { span, draft: Draft::Organization(draft), rule: "mention" });
        }
    }
}

/// The short name of a body, and its sort.
fn short(name: &str, sporting: bool) -> Option<(&str, Sort)> {
    let mut words = name.split(' ');
    let (first, second, last) = (words.next()?, words.next()?, name.rsplit(' ').next()?);
    let capital = |word: &str| {
        word.len() > 3
            && word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().skip(1).all(char::is_lowercase)
    };
    if among(SCHOOLS, second) && last == "School" && capital(first) && !WORDS.contains_key(first) {
        return Some((first, Sort::School));
    }
    if sporting && among(CLUBS, second) && words.next().is_none() {
        return Some((second, Sort::Club));
    }
    let paper =
        WORDS.get(last).is_some_and(|word| word.last == Some(Kind::Media) || word.end == Some(Kind::Media));
    (paper && capital(last) && !matches!(last, "News" | "Daily")).then_some((last, Sort::Paper))
}

/// True where a short name is one.
fn stands(text: &str, span: Span, sort: Sort) -> bool {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’'))
        || after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–'))
    {
        return false;
    }
    // The word before, however long a text is without a space.
    let near = before.char_indices().rev().nth(20).map_or(0, |(at, _)| at);
    let word = before.get(near..).unwrap_or_default();
    let word =
        word.strip_suffix(' ').map_or("", |word| word.rsplit([' ', '\n', '(']).next().unwrap_or_default());
    let next = after.strip_prefix(' ').unwrap_or_default();
    let next = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if next.starts_with(char::is_uppercase) {
        return false;
    }
    let opens = before.is_empty() || before.ends_with(['\n', '(', '.', '“', '"']) || before.ends_with(". ");
    match sort {
        Sort::School => {
            word == "at"
                || among(TAUGHT, next) && !word.starts_with(char::is_uppercase)
                || opens
                    && [", built", ", opened", ", which", " opened in"]
                        .iter()
                        .any(|then| after.starts_with(then))
        }
        Sort::Club => {
            among(AGAINST, word) || among(SIDE, next) && (opens || word.starts_with(char::is_lowercase))
        }
        Sort::Paper => among("the The", word) || among(STAFF, next) && (opens || word.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_short_name() {
        for (text, name, sort, expected) in [
            ("half of the kids at Garfield walk", "Garfield", Sort::School, true),
            ("Garfield students walked out", "Garfield", Sort::School, true),
            ("a Garfield cartoon", "Garfield", Sort::School, false),
            ("President Garfield was shot", "Garfield", Sort::School, false),
            ("at Garfield Park", "Garfield", Sort::School, false),
            ("a fifth defeat for Town, who", "Town", Sort::Club, true),
            ("the walk into Town", "Town", Sort::Club, false),
            ("past Town Hall", "Town", Sort::Club, false),
            ("Record staff", "Record", Sort::Paper, true),
            ("(Record photo by J. Lane)", "Record", Sort::Paper, true),
            ("told the Record on Monday", "Record", Sort::Paper, true),
            ("World Record holders", "Record", Sort::Paper, false),
        ] {
            let start = text.find(name).unwrap_or_default();
            let span = Span::new(start as u32, (start + name.len()) as u32);
            assert_eq!(stands(text, span, sort), expected, "{text}");
        }
    }
}
