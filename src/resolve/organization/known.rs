//! Bodies whose kind is known by their name, and ends of Chinese names that tell it against the head.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::words;

struct Known {
    names: HashMap<&'static str, Kind>,
    ends: Vec<(&'static str, Kind)>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known { names: HashMap::new(), ends: Vec::new() };
    for line in include_str!("../../lexicon/organization_kinds.txt").lines() {
        let (ends, line) = line.strip_prefix("- ").map_or((false, line), |rest| (true, rest));
        let Some((kind, words)) = line.split_once(' ').filter(|_| !line.starts_with('#')) else { continue };
        let rows = words.split('|').map(|word| (word, words::kind(kind)));
        if ends {
            known.ends.extend(rows);
        } else {
            known.names.extend(rows);
        }
    }
    known
});

/// The kind of the folded name, where the name is known or its end tells.
pub(super) fn kind(name: &str) -> Option<Kind> {
    if let Some(kind) = KNOWN.names.get(name) {
        return Some(*kind);
    }
    // 中国足协: the federation of a sport; an end alone is no name of it.
    let ends = |(end, _): &&(&str, Kind)| name.len() > end.len() && name.ends_with(end);
    KNOWN.ends.iter().find(ends).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_names_and_ends() {
        for (name, expected) in [
            ("湖人", Some(Kind::Sport)),
            ("Labour", Some(Kind::Party)),
            ("Federal Reserve", Some(Kind::Finance)),
            ("进步党", Some(Kind::Party)),
            ("滨江捐血中心", Some(Kind::Health)),
            ("江北新材", None),
            ("党", None),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }

    #[test]
    fn no_name_is_given_two_kinds() {
        let rows =
            include_str!("../../lexicon/organization_kinds.txt").lines().filter(|l| !l.starts_with('#'));
        let names = rows.filter(|row| !row.starts_with('-'));
        let mut all: Vec<&str> =
            names.flat_map(|row| row.split_once(' ').map_or("", |r| r.1).split('|')).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
