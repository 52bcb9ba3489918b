//! Figures: numbers that state how many, how much, which rank, or how it compares.

use super::Candidate;
use crate::view::View;

/// A figure as the text states it.
#[derive(Clone, Debug, Default)]
pub struct FigureDraft {}

/// Finds the figures of a block.
pub fn recognize(_view: &View<'_>, _out: &mut Vec<Candidate>) {}
