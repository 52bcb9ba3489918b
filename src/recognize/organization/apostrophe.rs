//! The apostrophe that belongs to a name: St Brendan's says, a table outside Peet's, sold to Sotheby's.
//!
//! It does where no noun follows that it could be an owner of; then it does wherever the name stands.

use std::collections::HashSet;

use super::{Candidate, Draft, heads};
use crate::document::Document;
use crate::text::among;

/// What stands behind a name that is no possessive.
const BEHIND: &str = "is was are were has had have will would can could did does said says and or in on at for to from with by \
    as than that which who when after before but also made makes ran runs sold sells bought won lost beat drew kept keeps \
    opened opens closed closes paid pays told announced declined got gave";
/// What stands before an owner whose thing is left out: unlike Halvo's, of Halvo's.
const BEFORE: &str = "of than like unlike as was is are were and or";

/// Takes the apostrophe and its s into the names that they belong to.
pub(super) fn extend(document: &Document, candidates: &mut [Candidate]) {
    let text = document.text();
    let tail = |c: &Candidate| -> u32 {
        let unknown = matches!(&c.draft, Draft::Organization(draft) if draft.known.is_none());
        let after = text.get(c.span.end as usize..).unwrap_or_default();
        let tail = ["'s", "’s", "'S", "’S"].iter().find(|tail| after.starts_with(**tail));
        tail.filter(|_| unknown).map_or(0, |tail| tail.len() as u32)
    };
    let named: HashSet<&str> = candidates
        .iter()
        .filter(|c| {
            let tail = tail(c);
            tail > 0 && belongs(text, c.span.start as usize, c.span.end as usize, tail as usize)
        })
        .map(|c| document.slice(c.span))
        .filter(|name| heads::kind_of(name).is_none())
        .collect();
    if named.is_empty() {
        return;
    }
    for c in candidates {
        if named.contains(document.slice(c.span)) {
            c.span.end += tail(c);
        }
    }
}

/// True when the apostrophe behind the name `start..end` is part of it.
fn belongs(text: &str, start: usize, end: usize, tail: usize) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    if ["St ", "St. ", "Saint "].iter().any(|saint| name.starts_with(saint)) {
        return true;
    }
    let after = text.get(end + tail..).unwrap_or_default();
    match after.chars().next() {
        Some(' ') => {
            let word = after[1..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            among(BEHIND, word)
        }
        Some(c) if c.is_alphanumeric() || c == '-' => false,
        _ => {
            let before = text.get(..start).unwrap_or_default().trim_end_matches(' ');
            let word = before.rsplit([' ', '\n']).next().unwrap_or_default();
            !among(BEFORE, word)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_tells() {
        for (text, expected) in [
            ("at Peet's, a rival", true),
            ("Peet's sat in the back", false),
            ("Peet's has left", true),
            ("Peet's lawyers", false),
            ("a rival of Peet's.", false),
            ("St Brendan's patients", true),
        ] {
            let at = text.find("'s").unwrap_or_default();
            let start = text.find(char::is_uppercase).unwrap_or_default();
            assert_eq!(belongs(text, start, at, 2), expected, "{text}");
        }
    }
}
