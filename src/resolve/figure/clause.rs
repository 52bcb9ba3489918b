//! The words around a figure, folded: its clause before and after, a few dozen characters at most.

use crate::document::Document;
use crate::span::Span;
use crate::text::fold::fold;

/// How many characters are looked at on either side.
const REACH: usize = 60;

/// What stands around one figure.
#[derive(Debug)]
pub(super) struct Clause {
    /// From the last comma or full stop to the figure.
    pub(super) before: Vec<char>,
    /// The same from behind the figure before it: a noun that this figure tells of.
    pub(super) own: Vec<char>,
    /// From the start of the sentence (or `REACH`) to the figure.
    pub(super) sentence: Vec<char>,
    /// From the figure to the next comma or full stop.
    pub(super) after: Vec<char>,
    /// From the figure to the end of the sentence (or `REACH`).
    pub(super) rest: Vec<char>,
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | ';' | '!' | '?' | '\n' | '；')
}

fn ends_clause(c: char) -> bool {
    ends_sentence(c) || matches!(c, ',' | '，' | ':' | '(' | ')' | '“' | '”')
}

impl Clause {
    /// Reads the surroundings of a figure.
    pub(super) fn around(document: &Document, span: Span, previous: Option<Span>) -> Self {
        let text = document.text();
        let head = text.get(..span.start as usize).unwrap_or_default();
        let tail = text.get(span.end as usize..).unwrap_or_default();
        let mut sentence: Vec<char> =
            head.chars().rev().take(REACH).map(fold).take_while(|c| !ends_sentence(*c)).collect();
        let rest: Vec<char> = tail.chars().take(REACH).map(fold).take_while(|c| !ends_sentence(*c)).collect();
        let separates = |chars: &[char], i: usize| {
            let digit = |k: Option<usize>| k.and_then(|k| chars.get(k)).is_some_and(char::is_ascii_digit);
            ends_clause(chars[i]) && !(chars[i] == ',' && digit(i.checked_sub(1)) && digit(Some(i + 1)))
        };
        let cut = |chars: &[char]| (0..chars.len()).find(|&i| separates(chars, i)).unwrap_or(chars.len());
        let mut before = sentence[..cut(&sentence)].to_vec();
        let after = rest[..cut(&rest)].to_vec();
        before.reverse();
        sentence.reverse();
        let gap = previous.and_then(|last| text.get(last.end as usize..span.start as usize));
        let gap = gap.map_or(usize::MAX, |gap| gap.chars().take(before.len() + 1).count());
        let own = before[before.len() - before.len().min(gap)..].to_vec();
        Self { before, own, sentence, after, rest }
    }

    /// True when the clause before the figure has the word.
    pub(super) fn before_has(&self, word: &str) -> bool {
        has(&self.before, word)
    }

    /// True where 连续 stands before, or `in a row`, `straight`, `consecutive` after.
    pub(super) fn consecutive(&self) -> bool {
        let after = lower(&self.after, 24);
        ends_with(&self.before, "连续")
            || ends_with(&self.before, "连续第")
            || [" in a row", " straight ", " consecutive ", " running", "-straight"]
                .iter()
                .any(|word| after.starts_with(word) || after.contains(" in a row"))
    }
}

/// A noun that was found among folded characters, as the text beside the figure writes it.
pub(super) fn as_written(document: &Document, span: Span, noun: String) -> String {
    if noun.is_ascii() {
        return noun;
    }
    let text = document.text();
    let (head, tail) = (
        text.get(..span.start as usize).unwrap_or_default(),
        text.get(span.end as usize..).unwrap_or_default(),
    );
    let mut before: Vec<char> = head.chars().rev().take(REACH).collect();
    before.reverse();
    let length = noun.chars().count();
    [before, tail.chars().take(REACH).collect()]
        .iter()
        .find_map(|side| {
            let folded: Vec<char> = side.iter().copied().map(fold).collect();
            let at = find(&folded, &noun)?;
            Some(side.get(at..at + length)?.iter().collect())
        })
        .unwrap_or(noun)
}

/// True when `chars` contain `word`.
pub(super) fn has(chars: &[char], word: &str) -> bool {
    find(chars, word).is_some()
}

/// Where `word` begins in `chars`.
pub(super) fn find(chars: &[char], word: &str) -> Option<usize> {
    let mut rest = word.chars();
    let first = rest.next()?;
    (0..chars.len()).find(|&i| {
        chars[i] == first && rest.clone().enumerate().all(|(k, c)| chars.get(i + 1 + k) == Some(&c))
    })
}

/// True when `chars` end with `word`; asked of many words in turn, of which most differ in the last character.
pub(super) fn ends_with(chars: &[char], word: &str) -> bool {
    let mut last = chars.iter().rev();
    word.chars().rev().all(|c| last.next() == Some(&c))
}

/// True when `chars` begin with `word`.
pub(super) fn starts_with(chars: &[char], word: &str) -> bool {
    let mut first = chars.iter();
    word.chars().all(|c| first.next() == Some(&c))
}

/// The first characters as lower-case text.
pub(super) fn lower(chars: &[char], length: usize) -> String {
    chars.iter().take(length).flat_map(|c| c.to_lowercase()).collect()
}
