//! Figures: values, and what the clause says of them.

use crate::annotation::{Date, Figure, Value};
use crate::document::Document;
use crate::recognize::figure::{Amount, FigureDraft};
use crate::recognize::{Candidate, Draft};

/// Resolves every figure among `selected`, in reading order; one entry a figure. `dates` are the resolved dates of the
/// same list, one entry a date.
pub fn resolve(document: &Document, selected: &[Candidate], _dates: &[Date]) -> Vec<Figure> {
    let mut out = Vec::new();
    for candidate in selected {
        let Draft::Figure(draft) = &candidate.draft else { continue };
        out.push(valued(document, draft));
    }
    out
}

/// What the expression says by itself.
fn valued(document: &Document, draft: &FigureDraft) -> Figure {
    let mut figure = Figure {
        kind: draft.kind,
        unit: draft.unit.as_ref().map(|unit| unit.to_string()),
        unit_text: draft.unit_text.map(|span| document.slice(span).to_owned()),
        currency: draft.currency.map(str::to_owned),
        approx: draft.approx,
        bound: draft.bound,
        change: draft.change,
        ..Figure::default()
    };
    match &draft.amount {
        Amount::Unknown => {}
        Amount::Exact(value) => figure.value = Some(Value::Decimal(*value)),
        Amount::Range(min, max) => (figure.min, figure.max) = (Some(*min), Some(*max)),
        Amount::UpTo(max) => figure.max = Some(*max),
        Amount::Fraction(n, d) => figure.value = Some(Value::Fraction(*n, *d)),
        Amount::Ratio(text) => figure.value = Some(Value::Ratio(text.clone())),
    }
    figure
}
