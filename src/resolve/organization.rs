//! Organizations: kinds, canonical names, mentions.

use crate::annotation::Organization;
use crate::document::Document;
use crate::recognize::{Candidate, Draft};

/// Resolves every organization among `selected`, in reading order; one entry an organization.
pub fn resolve(document: &Document, selected: &[Candidate]) -> Vec<Organization> {
    let mut out = Vec::new();
    for candidate in selected {
        let Draft::Organization(_draft) = &candidate.draft else { continue };
        out.push(Organization {
            canonical: document.slice(candidate.span).into(),
            ..Organization::default()
        });
    }
    out
}
