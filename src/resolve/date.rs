//! Dates on the calendar.

use crate::annotation::Date;
use crate::document::Document;
use crate::options::Options;
use crate::recognize::{Candidate, Draft};

/// Resolves every date among `selected`, in reading order; one entry a date.
pub fn resolve(_document: &Document, selected: &[Candidate], _options: &Options) -> Vec<Date> {
    let mut out = Vec::new();
    for candidate in selected {
        let Draft::Date(_draft) = &candidate.draft else { continue };
        out.push(Date { resolved: "unresolved", ..Date::default() });
    }
    out
}
