//! Characters: how they fold, and what class they belong to.

pub mod class;
pub mod fold;
pub mod lower;
pub(crate) mod names;
pub mod numeral;

/// Whether a word is one of a row, set apart by single spaces. A row of words takes a third of what comparisons with
/// each of them take in the page's module.
pub fn among(row: &str, word: &str) -> bool {
    let (mut rest, word) = (row.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return false };
    while rest.len() >= word.len() {
        let ends = matches!(rest.get(word.len()), None | Some(b' '));
        if ends && rest.first() == Some(first) && rest.starts_with(word) {
            return true;
        }
        let Some(end) = rest.iter().position(|byte| *byte == b' ') else { return false };
        rest = &rest[end + 1..];
    }
    false
}

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
