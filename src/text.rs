//! Characters: how they fold, and what class they belong to.

pub mod class;
pub mod fold;
pub mod lower;
pub(crate) mod names;
pub mod numeral;

/// Whether a list of characters has this one. For a character beyond ASCII `str::contains` makes a searcher for strings
/// ready each time, which takes longer than to look.
#[inline]
pub fn has(list: &str, c: char) -> bool {
    list.chars().any(|listed| listed == c)
}

/// The first characters of a text.
pub fn head(text: &str, chars: usize) -> &str {
    text.char_indices().nth(chars).map_or(text, |(at, _)| &text[..at])
}
