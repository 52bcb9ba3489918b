//! From drafts to values, in reading order: dates before figures, for figures and later dates lean on them.

pub mod date;
pub mod figure;
pub mod organization;

use crate::annotation::{Annotation, Annotations, Attributes};
use crate::document::Document;
use crate::options::Options;
use crate::recognize::{Candidate, Draft};

/// Resolves selected candidates, which are in reading order and do not overlap.
pub fn resolve(document: &Document, selected: &[Candidate], options: &Options) -> Annotations {
    // Organizations first: what their resolution needs in between is gone before the values take their place.
    // The page's core finds figures and dates before it has what resolves organizations.
    let found = selected.iter().any(|candidate| matches!(candidate.draft, Draft::Organization(_)));
    let organizations = if found { organization::resolve(document, selected) } else { Vec::new() };
    let dates = date::resolve(document, selected, options);
    let figures = figure::resolve(document, selected, &dates);
    let mut items = Vec::with_capacity(selected.len());
    let (mut dates, mut figures, mut organizations) =
        (dates.into_iter(), figures.into_iter(), organizations.into_iter());
    for (id, candidate) in selected.iter().enumerate() {
        let attributes = match &candidate.draft {
            Draft::Date(_) => Attributes::Date(dates.next().unwrap_or_default()),
            Draft::Figure(_) => Attributes::Figure(figures.next().unwrap_or_default()),
            Draft::Organization(_) => {
                Attributes::Organization(Box::new(organizations.next().unwrap_or_default()))
            }
            Draft::Nothing => continue,
        };
        items.push(Annotation {
            id: id as u32,
            span: candidate.span,
            block: document.block_at(candidate.span.start) as u32,
            sentence: document.sentence_at(candidate.span.start) as u32,
            rule: candidate.rule,
            attributes,
        });
    }
    Annotations { items }
}
