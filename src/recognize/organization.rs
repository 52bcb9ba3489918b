//! Organizations: names of companies, agencies, schools, media and other bodies.

mod alias;
mod chinese;
mod credit;
mod english;
mod folded;
mod forms;
mod found;
mod list;
mod mentions;
mod trie;
pub(crate) mod words;

use self::found::settle;
use super::{Candidate, Draft};
use crate::annotation::OrganizationKind;
use crate::document::Document;
use crate::model::Models;
use crate::span::Span;
use crate::view::View;

/// An organization's name as found.
#[derive(Clone, Debug, Default)]
pub struct OrganizationDraft {
    /// The kind that its head or its context tells, where they do.
    pub kind: Option<OrganizationKind>,
    /// How sure the finding is, in hundredths; 100 where a rule is certain.
    pub confidence: u8,
    /// Where the full name stands of which this is a mention or a short form.
    pub full: Option<Span>,
}

/// Finds the organizations of a block.
pub fn recognize(view: &View<'_>, _models: &Models, out: &mut Vec<Candidate>) {
    let mut found = Vec::new();
    chinese::scan(view, &mut found);
    english::scan(view, &mut found);
    list::scan(view, &mut found);
    credit::scan(view, &mut found);
    settle(&mut found);
    out.extend(found.into_iter().map(|f| Candidate {
        span: view.span(f.start, f.end),
        draft: Draft::Organization(OrganizationDraft {
            kind: Some(f.kind),
            confidence: f.strength,
            full: None,
        }),
        rule: f.rule,
    }));
}

/// Looks at the document as a whole: a name found once is found everywhere.
pub fn propagate(document: &Document, candidates: &mut Vec<Candidate>) {
    mentions::add(document, candidates);
}
