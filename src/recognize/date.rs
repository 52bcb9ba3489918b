//! Dates: expressions that can be put on a calendar or a clock.

use super::Candidate;
use crate::view::View;

/// A date as the text states it, before it is anchored.
#[derive(Clone, Debug, Default)]
pub struct DateDraft {}

/// Finds the dates of a block.
pub fn recognize(_view: &View<'_>, _out: &mut Vec<Candidate>) {}
