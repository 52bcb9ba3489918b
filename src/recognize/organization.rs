//! Organizations: names of companies, agencies, schools, media and other bodies.

use super::Candidate;
use crate::document::Document;
use crate::model::Models;
use crate::view::View;

/// An organization's name as found.
#[derive(Clone, Debug, Default)]
pub struct OrganizationDraft {}

/// Finds the organizations of a block.
pub fn recognize(_view: &View<'_>, _models: &Models, _out: &mut Vec<Candidate>) {}

/// Looks at the document as a whole: a name found once is found everywhere.
pub fn propagate(_document: &Document, _candidates: &mut Vec<Candidate>) {}
