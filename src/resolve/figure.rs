//! Figures: values, and what the clause says of them.

use crate::annotation::{Date, Figure};
use crate::document::Document;
use crate::recognize::{Candidate, Draft};

/// Resolves every figure among `selected`, in reading order; one entry a figure. `dates` are the resolved dates of the
/// same list, one entry a date.
pub fn resolve(_document: &Document, selected: &[Candidate], _dates: &[Date]) -> Vec<Figure> {
    let mut out = Vec::new();
    for candidate in selected {
        let Draft::Figure(_draft) = &candidate.draft else { continue };
        out.push(Figure::default());
    }
    out
}
