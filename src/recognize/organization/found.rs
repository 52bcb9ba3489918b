//! A name that a rule has read, before rules and tagger are weighed against each other.

use crate::annotation::OrganizationKind as Kind;
use crate::order;

/// A stretch of a block that a rule reads as a name. Positions are indices of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// First character.
    pub start: usize,
    /// Character after the last.
    pub end: usize,
    /// The kind that its head or its context tells.
    pub kind: Kind,
    /// How often the rule is right where nothing else speaks, in hundredths.
    pub strength: u8,
    /// The rule.
    pub rule: &'static str,
}

impl Found {
    /// Length in characters.
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// True when the two share a character.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Those of settled names that share a character with `start..end`: looked up by halving, so that a paragraph of nothing
/// but names costs no more for each.
pub(crate) fn across(found: &[Found], start: usize, end: usize) -> &[Found] {
    let from = found.partition_point(|f| f.end <= start);
    let to = found.partition_point(|f| f.start < end);
    found.get(from..to).unwrap_or_default()
}

/// Keeps the longest of those that overlap, then the stronger, then the first; in reading order.
pub(crate) fn settle(found: &mut Vec<Found>) {
    order::by_key(found, |f| (f.start, core::cmp::Reverse(f.end), core::cmp::Reverse(f.strength)));
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for f in found.drain(..) {
        while let Some(last) = kept.last() {
            if !last.overlaps(&f) {
                break;
            }
            if (last.len(), last.strength) >= (f.len(), f.strength) {
                break;
            }
            kept.pop();
        }
        if kept.last().is_none_or(|last| !last.overlaps(&f)) {
            kept.push(f);
        }
    }
    *found = kept;
}
