//! Organizations: kinds, canonical names, mentions.

mod canonical;
mod compound;
pub(crate) mod context;
mod ellipsis;
mod fuller;
mod kind;
mod known;
pub(crate) mod learned;
mod parent;
mod short;

use std::collections::HashMap;
use std::sync::Arc;

use crate::annotation::{Organization, OrganizationKind};
use crate::document::Document;
use crate::recognize::{Candidate, Draft};
use crate::span::Span;

/// How many mentions are listed at each: a body named at every turn of a long text would otherwise cost the square of
/// its mentions.
const LISTED: usize = 100;

/// Resolves every organization among `selected`, in reading order; one entry an organization.
#[inline(never)] // A part of the page's module begins here.
pub fn resolve(document: &Document, selected: &[Candidate]) -> Vec<Organization> {
    let (mut names, told) = named(document, selected);
    for (name, told) in names.iter_mut().zip(told) {
        name.kind = match told {
            Told::Certain(kind) => kind,
            Told::Likely(kind) => {
                // 半岛松鹤会 is a society, whatever nothing tells of is a company.
                let unknown = match name.text.ends_with('会') {
                    true => OrganizationKind::Association,
                    false => OrganizationKind::Company,
                };
                learned::kind(&name.text, kind).or(kind).unwrap_or(unknown)
            }
        };
    }
    // A mention is of the kind that its full name is.
    let kinds: HashMap<Span, OrganizationKind> = names.iter().map(|name| (name.span, name.kind)).collect();
    for name in &mut names {
        let full = name.full.and_then(|full| kinds.get(&full)).copied();
        let paper = name.kind == OrganizationKind::Media && full == Some(OrganizationKind::Company);
        name.kind = full.filter(|_| !paper).unwrap_or(name.kind);
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

/// What the rules tell of a name's kind.
#[derive(Clone, Copy)]
enum Told {
    /// It needs no second opinion.
    Certain(OrganizationKind),
    /// It is likely this, or nothing tells.
    Likely(Option<OrganizationKind>),
}

/// The names among `selected` in reading order, each with the kind that the rules tell.
fn named(document: &Document, selected: &[Candidate]) -> (Vec<canonical::Name>, Vec<Told>) {
    let mut names = Vec::new();
    let mut told = Vec::new();
    for (id, candidate) in selected.iter().enumerate() {
        if let Draft::Organization(draft) = &candidate.draft {
            let text = canonical::folded(document.slice(candidate.span));
            let double = context::double(document, &text);
            told.push(match double.or_else(|| kind::certain(&text)).or(draft.known) {
                Some(kind) => Told::Certain(kind),
                None => Told::Likely(kind::kind(&text, draft.kind, candidate.rule)),
            });
            let kind = OrganizationKind::Company;
            names.push(canonical::Name { id: id as u32, span: candidate.span, text, kind, full: draft.full });
        }
    }
    tell_by_context(document, &names, &mut told);
    (names, told)
}

/// Where a name says nothing of its kind, the words around it may.
fn tell_by_context(document: &Document, names: &[canonical::Name], told: &mut [Told]) {
    let mut unknown: HashMap<&str, Vec<usize>> = HashMap::new();
    // A partnership of lawyers, if nothing else is said of it.
    let open = |at: usize, name: &str| {
        matches!(told[at], Told::Likely(None))
            || matches!(told[at], Told::Likely(Some(OrganizationKind::Legal))) && name.ends_with(" LLP")
    };
    for (at, name) in names.iter().enumerate().filter(|(at, name)| open(*at, &name.text)) {
        unknown.entry(&name.text).or_default().push(at);
    }
    let mut sporting = None;
    for at in unknown.into_values() {
        let spans = || at.iter().map(|at| &names[*at].span);
        let page =
            || context::page(document, spans(), *sporting.get_or_insert_with(|| context::sporting(document)));
        if let Some(kind) = context::kind(document, spans()).or_else(page) {
            at.iter().for_each(|at| told[*at] = Told::Likely(Some(kind)));
        }
    }
    // Oxfam and |Debt Justice: what an English name is joined with, where nothing else tells.
    let joined = |a: usize, b: usize| {
        let between = (names[a].span.end as usize)..(names[b].span.start as usize);
        matches!(document.text().get(between), Some(" and " | ", " | " or "))
    };
    for at in 0..names.len() {
        if !matches!(told[at], Told::Likely(None)) || !fuller::latin(&names[at].text) {
            continue;
        }
        let before = at.checked_sub(1).filter(|before| joined(*before, at));
        let after = (at + 1 < names.len() && joined(at, at + 1)).then_some(at + 1);
        if let Some(kind) = before.or(after).and_then(|other| match told[other] {
            Told::Certain(kind) | Told::Likely(Some(kind)) => Some(kind),
            Told::Likely(None) => None,
        }) {
            told[at] = Told::Likely(Some(kind));
        }
    }
}

/// The names among `selected` whose kind is not certain, folded, with the kind that the rules alone tell.
#[cfg(feature = "train")]
pub(crate) fn kinds_by_rules(
    document: &Document,
    selected: &[Candidate],
) -> Vec<(Span, String, Option<OrganizationKind>)> {
    let (names, told) = named(document, selected);
    let likely = names.into_iter().zip(told).filter_map(|(name, told)| match told {
        Told::Certain(_) => None,
        Told::Likely(kind) => Some((name.span, name.text, kind)),
    });
    likely.collect()
}
