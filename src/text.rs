//! Characters: how they fold, and what class they belong to.

pub mod class;
pub mod fold;
pub(crate) mod names;
pub mod numeral;

/// The first characters of a text.
pub fn head(text: &str, chars: usize) -> &str {
    text.char_indices().nth(chars).map_or(text, |(at, _)| &text[..at])
}
