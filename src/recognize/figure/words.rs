//! Lists of words, looked up at a position without building strings.

use std::sync::LazyLock;

use crate::order;
use crate::view::View;

/// Words by their first character, longer ones first.
pub(super) struct Words(Vec<Vec<char>>);

impl Words {
    /// Reads words set apart by white space; `_` within a word stands for a space.
    pub(super) fn new(text: &str) -> Self {
        let mut words: Vec<Vec<char>> = text
            .split_whitespace()
            .map(|word| word.chars().map(|c| if c == '_' { ' ' } else { c }).collect())
            .collect();
        order::by(&mut words, |a: &Vec<char>, b| (a.first(), b.len()).cmp(&(b.first(), a.len())));
        Self(words)
    }

    /// The length of the longest word that begins at `at`.
    pub(super) fn at(&self, view: &View<'_>, at: usize) -> Option<usize> {
        let rest = view.chars.get(at..)?;
        let first = rest.first();
        let from = self.0.partition_point(|word| word.first() < first);
        let candidates = self.0.get(from..)?.iter().take_while(|word| word.first() == first);
        candidates
            .map(|word| word.len())
            .zip(self.0.get(from..)?)
            .find(|(_, word)| rest.starts_with(word))
            .map(|(n, _)| n)
    }
}

/// A list of words that is read once.
pub(super) type Lazy = LazyLock<Words>;

/// The word that ends before `end`, in lower case, and where it begins; one space or hyphen before `end` is skipped.
pub(super) fn before(view: &View<'_>, end: usize) -> (String, usize) {
    let stop = match view.at(end.wrapping_sub(1)) {
        ' ' | '-' if end > 0 => end - 1,
        _ => end,
    };
    let head = view.chars.get(..stop).unwrap_or_default();
    let length =
        head.iter().rev().take(20).take_while(|c| c.is_alphabetic() || **c == '.' || **c == '\'').count();
    let start = stop - length;
    (head[start..].iter().map(char::to_ascii_lowercase).collect(), start)
}

/// The word that begins at `at`, in lower case, and where it ends; one space or hyphen is skipped.
pub(super) fn after(view: &View<'_>, at: usize) -> (String, usize) {
    let from = at + usize::from(matches!(view.at(at), ' ' | '-'));
    let rest = view.chars.get(from..).unwrap_or_default();
    let length = rest.iter().take(20).take_while(|c| c.is_alphabetic()).count();
    (rest[..length].iter().map(char::to_ascii_lowercase).collect(), from + length)
}

/// The word that begins exactly at `at`, in lower case, and where it ends.
pub(super) fn after_word(view: &View<'_>, at: usize) -> (String, usize) {
    if matches!(view.at(at), ' ' | '-') {
        return (String::new(), at);
    }
    after(view, at)
}
