//! What Chinese names of a kind have in common, as learned from annotated pages: how they begin and end, which
//! characters stand side by side, and what the rules say of them.
//!
//! A linear classifier: each feature of a name has a weight for some of the kinds, and the kind with the largest sum is
//! the likeliest. `cargo xtask train kinds` writes the weights. On the names of pages that neither the rules nor the
//! weights were made from, rules alone give 82.0 % of the kinds, with the classifier 86.6; English names gain nothing.
//!
//! ```text
//! keys kinds:u16* weights:i8*
//! ```
//! The keys are stored as those of a model file; numbers are little-endian; `kinds` has a bit for each kind with a weight,
//! lowest first, and the weights follow in that order, in steps of an eighth of a natural unit.

use std::sync::LazyLock;

use crate::annotation::OrganizationKind as Kind;
use crate::error::Result;
use crate::model::features::mix;
#[cfg(feature = "train")]
use crate::model::format::write_keys;
use crate::model::format::{Reader, read_keys};

/// The kinds in the order in which they are stored.
pub(crate) const KINDS: [Kind; 14] = Kind::ALL;
/// How many steps of a stored weight make one natural unit.
#[cfg(feature = "train")]
pub(crate) const UNIT: f32 = 8.0;
/// By how much another kind must be likelier than the one that the rules say, in steps.
const LEAD: i32 = 8;
/// The width of a feature's hash: among 3,000 features one unknown in 300 is taken for a known one.
const BITS: u32 = 20;

/// The weights of each feature.
pub(crate) struct Weights {
    /// Ascending.
    keys: Vec<u32>,
    rows: Vec<[i8; KINDS.len()]>,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    // The file is part of the program; a test reads it.
    Weights::decode(include_bytes!("../../lexicon/organization_kinds.bin")).unwrap_or(Weights::none())
});

/// The kind of the folded name, where the weights speak against what the rules say; `None` where they agree with them,
/// and for names that are not Chinese.
pub(super) fn kind(name: &str, rules: Option<Kind>) -> Option<Kind> {
    WEIGHTS.kind(name, rules)
}

/// Calls `each` with the key of every feature of a folded name; none for one without Han characters.
pub(crate) fn features(name: &str, rules: Option<Kind>, mut each: impl FnMut(u32)) {
    let chars: Vec<char> = name.chars().collect();
    let n = chars.len();
    if !chars.iter().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)) {
        return;
    }
    let mut push = |sort: u64, part: &[char]| {
        let hash = part.iter().fold(mix(0, sort), |hash, &c| mix(hash, c as u64));
        each(((hash ^ (hash >> 29)).wrapping_mul(0xD6E8_FEB8_6659_FD93) >> (64 - BITS)) as u32);
    };
    push(0, &chars);
    for len in (1..=4).filter(|&len| len < n || len == 1) {
        push(1, &chars[n - len..]);
    }
    for len in (1..=3).filter(|&len| len < n) {
        push(2, &chars[..len]);
    }
    for pair in chars.windows(2) {
        push(3, pair);
    }
    push(4 + n.min(8) as u64, &[]);
    let rules = rules.and_then(|kind| KINDS.iter().position(|k| *k == kind));
    push(20 + rules.map_or(KINDS.len(), |at| at) as u64, &[]);
}

impl Weights {
    const fn none() -> Self {
        Self { keys: Vec::new(), rows: Vec::new() }
    }

    fn get(&self, key: u32) -> Option<&[i8; KINDS.len()]> {
        self.keys.binary_search(&key).ok().and_then(|at| self.rows.get(at))
    }

    /// As [`kind`], by these weights.
    pub(crate) fn kind(&self, name: &str, rules: Option<Kind>) -> Option<Kind> {
        let mut sums = [0i32; KINDS.len()];
        features(name, rules, |key| {
            if let Some(row) = self.get(key) {
                for (sum, &weight) in sums.iter_mut().zip(row) {
                    *sum += i32::from(weight);
                }
            }
        });
        // What nothing is known of is a company.
        let at = rules.and_then(|kind| KINDS.iter().position(|k| *k == kind)).unwrap_or(0);
        // Of equals the first.
        let best = (0..KINDS.len()).rev().max_by_key(|&k| sums[k]).unwrap_or(at);
        (sums[best] - sums[at] > LEAD).then(|| KINDS[best])
    }

    /// Reads the weights.
    ///
    /// # Errors
    /// [`Error::is_model`](crate::Error::is_model) when the bytes are cut short or damaged.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader(bytes);
        let keys = read_keys(&mut reader, BITS)?;
        let masks = reader.take(keys.len() * 2)?;
        let mut rows = Vec::with_capacity(keys.len());
        for mask in masks.chunks_exact(2) {
            let mask = u16::from_le_bytes([mask[0], mask[1]]);
            let mut row = [0; KINDS.len()];
            for (_, weight) in row.iter_mut().enumerate().filter(|(at, _)| mask >> at & 1 == 1) {
                *weight = reader.u8()? as i8;
            }
            rows.push(row);
        }
        Ok(Self { keys, rows })
    }

    /// What the program is to be compiled with; the entries are in ascending order of their keys.
    #[cfg(feature = "train")]
    pub(crate) fn encode(entries: &[(u32, [i8; KINDS.len()])]) -> Vec<u8> {
        let mut out = Vec::new();
        write_keys(&mut out, entries.iter().map(|entry| entry.0));
        for (_, row) in entries {
            let mask = row.iter().rev().fold(0u16, |mask, &w| mask << 1 | u16::from(w != 0));
            out.extend(mask.to_le_bytes());
        }
        out.extend(entries.iter().flat_map(|(_, row)| row).filter(|&&w| w != 0).map(|&w| w as u8));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_readable() {
        let bytes = include_bytes!("../../lexicon/organization_kinds.bin");
        let weights = Weights::decode(bytes).expect("it was written by train");
        assert!(weights.keys.is_sorted_by(|a, b| a < b) && weights.keys.len() > 1000);
        assert!(Weights::decode(&bytes[..bytes.len() / 2]).is_err());
    }

    #[test]
    fn names_tell_their_kind() {
        for (name, expected) in [
            ("岚江女足", Kind::Sport),
            ("岚江周刊", Kind::Media),
            ("青岚渔会", Kind::Association),
            ("岚水天后宫", Kind::Other),
            ("岚江创投", Kind::Finance),
        ] {
            assert_eq!(kind(name, None), Some(expected), "{name}");
        }
        assert_eq!(kind("Weirside Partners", None), None);
    }
}
