//! Characters: how they fold, and what class they belong to.

pub mod class;
pub mod fold;
pub(crate) mod names;
pub mod numeral;
