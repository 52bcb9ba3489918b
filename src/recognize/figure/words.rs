//! Lists of words, looked up at a position without building strings.

use std::sync::LazyLock;

use crate::text::lower::Lower;
use crate::text::names::Names;
use crate::view::View;

/// A list of words.
pub(super) struct Words(Names);

impl Words {
    /// Reads words set apart by white space; `_` within a word stands for a space.
    pub(super) fn new(text: &str) -> Self {
        let mut words: Vec<String> = text.split_whitespace().map(|word| word.replace('_', " ")).collect();
        Self(Names::new(&mut words, |word| word))
    }

    /// The length of the longest word that begins at `at`.
    pub(super) fn at(&self, view: &View<'_>, at: usize) -> Option<usize> {
        self.0.longest(view.chars, at).map(|(_, end)| end - at)
    }
}

/// A list of words that is read once.
pub(super) type Lazy = LazyLock<Words>;

/// The word that ends before `end`, in lower case, and where it begins; one space or hyphen before `end` is skipped.
pub(super) fn before(view: &View<'_>, end: usize) -> (Lower, usize) {
    let stop = match view.at(end.wrapping_sub(1)) {
        ' ' | '-' if end > 0 => end - 1,
        _ => end,
    };
    let head = view.chars.get(..stop).unwrap_or_default();
    let length =
        head.iter().rev().take(20).take_while(|c| c.is_alphabetic() || **c == '.' || **c == '\'').count();
    let start = stop - length;
    (head[start..].iter().collect(), start)
}

/// The word that begins at `at`, in lower case, and where it ends; one space or hyphen is skipped.
pub(super) fn after(view: &View<'_>, at: usize) -> (Lower, usize) {
    let from = at + usize::from(matches!(view.at(at), ' ' | '-'));
    let rest = view.chars.get(from..).unwrap_or_default();
    let length = rest.iter().take(20).take_while(|c| c.is_alphabetic()).count();
    (rest[..length].iter().collect(), from + length)
}

/// The word that begins exactly at `at`, in lower case, and where it ends.
pub(super) fn after_word(view: &View<'_>, at: usize) -> (Lower, usize) {
    if matches!(view.at(at), ' ' | '-') {
        return (Lower::default(), at);
    }
    after(view, at)
}
