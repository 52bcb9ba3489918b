//! The compiled model: what a sentence is run through.

use core::ops::Range;

use super::{Model, Tagged};

/// A model made ready to run.
#[derive(Debug)]
pub struct Predictor {
    provenance: String,
}

/// Memory that tagging fills once a sentence and uses again for the next.
#[derive(Debug, Default)]
pub struct TagBuffer {}

impl Predictor {
    /// Makes a stored model ready to run.
    pub fn new(model: Model) -> Self {
        Self { provenance: model.provenance }
    }

    /// Where the model comes from.
    pub fn provenance(&self) -> &str {
        &self.provenance
    }

    /// Finds the names in the folded characters of one sentence.
    pub fn tag(
        &self,
        _chars: &[char],
        _sentence: Range<usize>,
        _buffer: &mut TagBuffer,
        _out: &mut Vec<Tagged>,
    ) {
    }
}
