//! From a block to candidates: what may be a figure, a date or an organization, before overlaps are settled.

pub mod date;
pub mod figure;
pub mod organization;

use std::sync::Arc;

use crate::document::Document;
use crate::span::Span;

/// One reading of a stretch of text. It has no values yet: those depend on its neighbours and on the publication date.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What it covers.
    pub span: Span,
    /// What it was read as.
    pub draft: Draft,
    /// The name of the rule that read it, for debugging and for `confidence`.
    pub rule: &'static str,
}

impl Candidate {
    /// False for a reading that its block's role rules out: roles may be told after the block was scanned.
    pub fn stands(&self, document: &Document) -> bool {
        let Draft::Date(draft) = &self.draft else { return true };
        !matches!(draft.expr, date::draft::Expr::Point(_))
            || !date::numeric::is_ambiguous(document, self.span)
    }

    /// The same reading `by` bytes further on, after the text before it was edited.
    pub fn moved(mut self, by: i64) -> Self {
        self.span = self.span.moved(by);
        match &mut self.draft {
            Draft::Figure(draft) => {
                let draft = Arc::make_mut(draft);
                draft.unit_text = draft.unit_text.map(|span| span.moved(by));
            }
            Draft::Organization(draft) => draft.full = draft.full.map(|span| span.moved(by)),
            Draft::Date(_) | Draft::Nothing => {}
        }
        self
    }
}

/// What a candidate was read as.
#[derive(Clone, Debug)]
pub enum Draft {
    /// A figure; what was scanned and what was selected share it.
    Figure(Arc<figure::FigureDraft>),
    /// A date, shared as well.
    Date(Arc<date::DateDraft>),
    /// An organization.
    Organization(organization::OrganizationDraft),
    /// A reading that is no annotation: a model name, a telephone number. It takes part in settling overlaps, so that
    /// its digits are not read as something else, and is dropped afterwards.
    Nothing,
}
