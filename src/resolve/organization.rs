//! Organizations: kinds, canonical names, mentions.

mod canonical;
mod context;
mod ellipsis;
mod fuller;
mod kind;
mod known;

use std::collections::HashMap;
use std::sync::Arc;

use crate::annotation::{Organization, OrganizationKind};
use crate::document::Document;
use crate::recognize::{Candidate, Draft};

/// How many mentions are listed at each: a body named at every turn of a long text would otherwise cost the square of
/// its mentions.
const LISTED: usize = 100;

/// Resolves every organization among `selected`, in reading order; one entry an organization.
#[inline(never)] // A part of the page's module begins here.
pub fn resolve(document: &Document, selected: &[Candidate]) -> Vec<Organization> {
    let mut names = Vec::new();
    let mut unknown: HashMap<String, Vec<usize>> = HashMap::new();
    for (id, candidate) in selected.iter().enumerate() {
        if let Draft::Organization(draft) = &candidate.draft {
            let text = canonical::folded(document.slice(candidate.span));
            let kind = kind::kind(&text, draft.kind, candidate.rule);
            if kind.is_none() {
                unknown.entry(text.clone()).or_default().push(names.len());
            }
            let kind = kind.unwrap_or(OrganizationKind::Company);
            names.push(canonical::Name { id: id as u32, span: candidate.span, text, kind, full: draft.full });
        }
    }
    // Where the name says nothing, the words around it may.
    let mut sporting = None;
    for at in unknown.into_values() {
        let spans = || at.iter().map(|at| &names[*at].span);
        let page =
            || context::page(document, spans(), *sporting.get_or_insert_with(|| context::sporting(document)));
        if let Some(kind) = context::kind(document, spans()).or_else(page) {
            at.iter().for_each(|at| names[*at].kind = kind);
        }
    }
    let canonical = canonical::canonical(document, &mut names);
    let mut mentions: HashMap<&str, Vec<u32>> = HashMap::new();
    for (name, full) in names.iter().zip(&canonical) {
        let listed = mentions.entry(full).or_default();
        if listed.len() < LISTED {
            listed.push(name.id);
        }
    }
    let alone = |ids: Vec<u32>| if ids.len() > 1 { ids.into() } else { Arc::default() };
    let mentions: HashMap<&str, Arc<[u32]>> =
        mentions.into_iter().map(|(name, ids)| (name, alone(ids))).collect();
    names
        .iter()
        .zip(&canonical)
        .zip(selected.iter().filter(|c| matches!(c.draft, Draft::Organization(_))))
        .map(|((name, full), candidate)| {
            let confidence = match &candidate.draft {
                Draft::Organization(draft) if draft.confidence < 100 => Some(draft.confidence),
                _ => None,
            };
            Organization {
                kind: name.kind,
                canonical: full.clone(),
                mentions: mentions.get(full.as_str()).cloned().unwrap_or_default(),
                confidence,
            }
        })
        .collect()
}
