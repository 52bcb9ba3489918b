//! Sentences: the rules of Unicode (UAX #29) with the repairs that news text needs.
//!
//! A scanner of our own and not a library's: it looks at the bytes that can end a sentence and at nothing else, which
//! runs at several hundred million characters a second over Chinese, where a general implementation looks up
//! properties of every character. What it adds to UAX #29: a sentence in brackets or a title mark inside another does
//! not end that one; abbreviations, initials, list numbers and decimal points do not end any; line breaks inside a
//! block are wrapped lines and no paragraphs.

mod abbreviation;

use crate::span::Span;
use crate::text::class::{Class, class};
use abbreviation::ends_sentence;

/// One sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its characters, without white space at either end.
    pub span: Span,
    /// The index of its block.
    pub block: u32,
}

/// Splits a block into sentences.
pub(super) fn split(text: &str, block: Span, index: u32, out: &mut Vec<Sentence>) {
    let body = text.get(block.range()).unwrap_or_default();
    let bytes = body.as_bytes();
    let mut push = |start: usize, end: usize| {
        let piece = body.get(start..end).unwrap_or_default();
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let start = block.start + (start + piece.len() - piece.trim_start().len()) as u32;
            out.push(Sentence { span: Span::new(start, start + trimmed.len() as u32), block: index });
        }
    };
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        let Some(kind) = Terminator::at(bytes, at) else {
            at += 1;
            continue;
        };
        let mark = Mark::read(body, at, kind);
        at = mark.end;
        if mark.is_boundary(body, start) {
            push(start, mark.end);
            start = mark.end;
        }
    }
    push(start, bytes.len());
}

/// The characters that can end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Terminator {
    /// 。！？ and their half-width kana form: they end a sentence whatever follows.
    Wide,
    /// The full stop of Latin script.
    Dot,
    /// ! and ? of ASCII.
    Exclamation,
    /// …
    Ellipsis,
}

impl Terminator {
    /// The terminator whose first byte stands at a position. None of these bytes occurs inside another character.
    #[inline]
    fn at(bytes: &[u8], at: usize) -> Option<Self> {
        match bytes[at] {
            b'.' => Some(Self::Dot),
            b'!' | b'?' => Some(Self::Exclamation),
            0xE3 if bytes.get(at + 1..at + 3) == Some(&[0x80, 0x82]) => Some(Self::Wide),
            0xEF => match bytes.get(at + 1..at + 3) {
                Some([0xBC, 0x81 | 0x9F] | [0xBD, 0xA1]) => Some(Self::Wide),
                Some([0xBC, 0x8E]) => Some(Self::Dot),
                _ => None,
            },
            0xE2 if bytes.get(at + 1..at + 3) == Some(&[0x80, 0xA6]) => Some(Self::Ellipsis),
            _ => None,
        }
    }

    fn len(byte: u8) -> usize {
        if byte < 0x80 { 1 } else { 3 }
    }
}

/// A run of terminators with the quotation marks and brackets that close after it.
struct Mark {
    /// First byte of the first terminator.
    start: usize,
    /// First byte of what closes.
    close: usize,
    /// Byte after what closes.
    end: usize,
    /// The strongest terminator of the run.
    kind: Terminator,
    /// How many terminators there are.
    count: usize,
}

impl Mark {
    fn read(body: &str, start: usize, first: Terminator) -> Self {
        let bytes = body.as_bytes();
        let (mut kind, mut close, mut count) = (first, start, 0);
        while let Some(next) = (close < bytes.len()).then(|| Terminator::at(bytes, close)).flatten() {
            kind = match (kind, next) {
                (Terminator::Wide, _) | (_, Terminator::Wide) => Terminator::Wide,
                (Terminator::Exclamation, _) | (_, Terminator::Exclamation) => Terminator::Exclamation,
                (_, next) => next,
            };
            close += Terminator::len(bytes[close]);
            count += 1;
        }
        let mut end = close;
        for c in body[close..].chars() {
            if !matches!(
                c,
                '"' | '\'' | '”' | '’' | '」' | '』' | '）' | ')' | '】' | ']' | '》' | '〉' | '»' | '*'
            ) {
                break;
            }
            end += c.len_utf8();
        }
        Self { start, close, end, kind, count }
    }

    /// Whether a sentence that began at `start` ends here.
    fn is_boundary(&self, body: &str, start: usize) -> bool {
        let before = &body[start..self.start];
        if before.trim_start().is_empty() {
            return false; // ...经济开门红: an excerpt's opening dots
        }
        let after = &body[self.end..];
        let Some(next) = after.chars().next() else { return true };
        let closed = &body[self.close..self.end];
        let word = after.trim_start();
        let Some(first) = word.chars().next() else { return true };
        let spaced = word.len() < after.len();
        if self.is_inside(before, closed) || goes_on(first) || !closed.is_empty() && joins(first) {
            return false;
        }
        if self.kind == Terminator::Wide {
            return true;
        }
        // Latin marks need a space after them, or Han on either side.
        let last = before.chars().next_back().unwrap_or(' ');
        let han = |c: char| matches!(class(c), Class::Han | Class::HanNumeral);
        if !spaced {
            let opens = matches!(next, '“' | '「' | '『' | '‘' | '《' | '【' | '（');
            return match self.kind {
                Terminator::Dot => self.count == 1 && (han(last) || closes(last)) && (han(next) || opens),
                Terminator::Exclamation => han(next) || opens,
                _ => !closed.is_empty() && han(next),
            };
        }
        if first.is_lowercase() {
            return false;
        }
        match self.kind {
            Terminator::Dot if self.count == 1 => ends_sentence(before, closed, word),
            Terminator::Exclamation if !closed.is_empty() => !abbreviation::attributes(word),
            _ => true,
        }
    }

    /// True where what closes here was opened inside the sentence and the sentence goes on: 《为什么？》一书,
    /// the firm (Yahoo!) said.
    fn is_inside(&self, before: &str, closed: &str) -> bool {
        let Some(close) = closed.chars().next_back() else { return false };
        let open = match close {
            '》' => return true,
            '〉' => '〈',
            '）' => '（',
            ')' => '(',
            _ => return false,
        };
        // The bracket opened at the sentence's own start closes the sentence with it.
        let from = before.char_indices().rev().take(400).find(|(_, c)| *c == open).map(|(i, _)| i);
        from.is_some_and(|i| !before[..i].trim().is_empty()) && self.kind != Terminator::Dot
            || from.is_some_and(|i| {
                !before[..i].trim().is_empty() && !before[..i].trim_end().ends_with(['.', '。', '”', '"'])
            })
    }
}

/// True for punctuation that no sentence begins with.
fn goes_on(c: char) -> bool {
    matches!(c, '，' | '、' | '；' | '：' | ',' | ';' | ':')
}

/// True for what goes on with the sentence after a quotation: “加油！”的呼声, “是吗？”和“不是！”.
fn joins(c: char) -> bool {
    matches!(c, '的' | '之' | '等' | '和' | '与' | '與' | '或' | '及' | '～' | '—' | '–')
}

fn closes(c: char) -> bool {
    matches!(c, '”' | '」' | '』' | '）' | ')' | '》' | '"' | '%')
}
