//! Digits and numerals that are no figures: names, models, grades, identifiers, list markers, telephone numbers,
//! addresses, set phrases.

mod chinese;
mod english;
mod identifier;
mod listing;
mod phrase;
mod tally;

pub(super) use chinese::{changes, graded, han_counts, level, no_count, stuck, stuck_han};
pub(super) use english::{english, english_bare, english_ordinal, filed, month_before, named_before};
pub(super) use identifier::{identifier, version};
pub(super) use listing::grade;
pub(super) use phrase::{phrase, ten_points};
pub(super) use tally::drawn;
