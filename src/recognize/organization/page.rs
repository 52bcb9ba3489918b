//! What the rest of the page tells of where a name begins and ends.
//!
//! A body that stands by itself somewhere decides how it is cut elsewhere: 上|西屿乡公所, 安平宫|回宫. A county that begins
//! other names begins this one, too: 报|泾岭县人民政府.

use std::collections::{HashMap, HashSet};

use super::folded::{Folded, han};
use super::heads;
use super::words::{TABLES, class};
use super::{Candidate, Draft};

/// Verbs and particles of one character that stand before a name.
const OPENING: &str = "上令依达涉与和及由被对向在从至到于经据获为替让给请赴予商找如是有即指称方";

/// Mends the edges of the names found.
pub(super) fn mend(text: &Folded, candidates: &mut [Candidate]) {
    let organization = |c: &Candidate| matches!(c.draft, Draft::Organization(_));
    // How often each name stands, and the counties and towns that names begin with.
    let mut names: HashMap<Vec<char>, usize> = HashMap::new();
    let mut places: HashSet<Vec<char>> = HashSet::new();
    for candidate in candidates.iter().filter(|c| organization(c)) {
        let (start, end) = text.range(candidate.span);
        let name = &text.chars[start..end];
        if !name.iter().all(|c| han(*c)) {
            continue;
        }
        *names.entry(name.to_vec()).or_default() += 1;
        if let Some(level) = name.get(2).filter(|c| heads::level(**c)) {
            places.insert(vec![name[0], name[1], *level]);
        }
    }
    for candidate in candidates.iter_mut().filter(|c| organization(c)) {
        let (start, end) = text.range(candidate.span);
        let name = &text.chars[start..end];
        let placed = start >= 2
            && name.first().is_some_and(|c| heads::level(*c))
            && places.contains(text.chars.get(start - 2..=start).unwrap_or_default());
        if placed {
            candidate.span = text.span(start - 2, end);
            continue;
        }
        let once = names.get(name) == Some(&1);
        if once
            && name.len() >= 5
            && !heads::known(name)
            && let Some(n) = opening(text, start).filter(|n| names.contains_key(&name[*n..]))
        {
            candidate.span = text.span(start + n, end);
            continue;
        }
        // 房协|会先派员: the verb.
        if let [body @ .., '会'] = name
            && names.contains_key(body)
        {
            candidate.span = text.span(start, end - 1);
        }
    }
}

/// The characters before a name that are none of it: a verb or particle, the last character of a word.
fn opening(text: &Folded, start: usize) -> Option<usize> {
    let crosses = TABLES
        .longest(&text.chars[..=start], class::PLAIN | class::STOP | class::WORD)
        .is_some_and(|(n, _)| n >= 2);
    (crosses || OPENING.contains(text.at(start))).then_some(1)
}
