//! English tokens: words looked up once in a small table, numbers, and the marks that dates are written with.

use super::words::WORDS;
pub use super::words::Word;
use crate::text::class::Class;
use crate::view::View;

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    /// The index of its first character.
    pub start: usize,
    /// The index after its last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// True where it begins with a capital letter.
    pub capital: bool,
    /// True where white space stands before it.
    pub spaced: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A word of the table.
    Word(Word),
    /// A word that no date has.
    Other,
    /// Figures, with how many there are; true for an ordinal (21st).
    Number(u32, u8, bool),
    /// A mark or any other character.
    Mark(char),
}

impl Word {
    /// True for the prepositions, and the parts of a period, that a bare month or year follows.
    pub fn leads(self) -> bool {
        matches!(
            self,
            Self::In
                | Self::Since
                | Self::By
                | Self::Until
                | Self::Till
                | Self::During
                | Self::Edge(_)
                | Self::Mid
                | Self::Between
                | Self::Before
                | Self::After
                | Self::Of
                | Self::From
        )
    }
}

/// The longest word of the table.
const LONGEST: usize = 13;

/// The word that letters spell, whatever their case.
fn look_up(view: &View<'_>, start: usize, end: usize) -> Option<Word> {
    if end - start > LONGEST {
        return None;
    }
    let mut letters = ['\0'; LONGEST];
    for (slot, c) in letters.iter_mut().zip(view.chars.get(start..end)?) {
        *slot = c.to_ascii_lowercase();
    }
    let length = end - start;
    let row = (letters[0] as usize).wrapping_sub('a' as usize);
    if SECONDS.get(row)? >> (letters[1] as u32 & 31) & 1 == 0 {
        return None;
    }
    let index = INDEX.get(row)?;
    WORDS_SORTED
        .get(index.0 as usize..index.1 as usize)?
        .iter()
        .map(|i| &WORDS[*i as usize])
        .find(|(word, _)| word.len() == length && word.bytes().zip(letters).all(|(b, c)| b as char == c))
        .map(|(_, kind)| *kind)
}

/// For each first letter of a word, a bit for each second letter: most words are told by them.
static SECONDS: [u32; 26] = {
    let (mut out, mut i) = ([0; 26], 0);
    while i < WORDS.len() {
        let word = WORDS[i].0.as_bytes();
        out[(word[0] - b'a') as usize] |= 1 << (if word.len() > 1 { word[1] & 31 } else { 0 });
        i += 1;
    }
    out
};

/// Indices into [`WORDS`], grouped by first letter.
static WORDS_SORTED: [u16; WORDS.len()] = {
    let mut out = [0; WORDS.len()];
    let mut n = 0;
    let mut letter = b'a';
    while letter <= b'z' {
        let mut i = 0;
        while i < WORDS.len() {
            if WORDS[i].0.as_bytes()[0] == letter {
                out[n] = i as u16;
                n += 1;
            }
            i += 1;
        }
        letter += 1;
    }
    out
};

/// Where each letter's words begin and end in [`WORDS_SORTED`].
static INDEX: [(u16, u16); 26] = {
    let mut out = [(0, 0); 26];
    let mut n = 0;
    let mut letter = 0;
    while letter < 26 {
        let first = n;
        let mut i = 0;
        while i < WORDS.len() {
            if WORDS[i].0.as_bytes()[0] == b'a' + letter as u8 {
                n += 1;
            }
            i += 1;
        }
        out[letter] = (first, n);
        letter += 1;
    }
    out
};

/// Splits a block into tokens.
pub fn tokens(view: &View<'_>) -> Vec<Token> {
    let mut out = Vec::with_capacity(view.chars.len() / 4);
    let (mut at, mut spaced) = (0, true);
    while at < view.chars.len() {
        let start = at;
        let c = view.chars[at];
        match view.classes[at] {
            Class::Space => {
                spaced = true;
                at += 1;
                continue;
            }
            Class::Latin => {
                while view.classes.get(at) == Some(&Class::Latin) {
                    at += 1;
                }
                // q1 to q4, h1, h2 end in a figure.
                let coded = at == start + 1
                    && matches!(c, 'Q' | 'q' | 'H')
                    && matches!(view.at(at), '1'..='4')
                    && !view.at(at + 1).is_ascii_alphanumeric();
                if coded {
                    at += 1;
                }
                let mut kind = look_up(view, start, at).map_or(Kind::Other, Kind::Word);
                if coded && c == 'H' {
                    kind = if matches!(view.at(at - 1), '1' | '2') {
                        Kind::Word(Word::Half2)
                    } else {
                        Kind::Other
                    };
                }
                // a.m., p.m.
                if at == start + 1
                    && matches!(c, 'a' | 'p' | 'A' | 'P')
                    && view.at(at) == '.'
                    && matches!(view.at(at + 1), 'm' | 'M')
                {
                    kind = Kind::Word(if matches!(c, 'a' | 'A') { Word::Am } else { Word::Pm });
                    at += 2;
                    if view.at(at) == '.' {
                        at += 1;
                    }
                } else if matches!(kind, Kind::Word(Word::Month(_, true) | Word::Weekday(_, true)))
                    && view.at(at) == '.'
                {
                    at += 1;
                }
                out.push(Token { start, end: at, kind, capital: c.is_uppercase(), spaced });
            }
            Class::Digit => {
                let mut value: u32 = 0;
                let mut digits: u8 = 0;
                while let Some(d) = view.at(at).to_digit(10) {
                    value = value.saturating_mul(10).saturating_add(d);
                    digits = digits.saturating_add(1);
                    at += 1;
                }
                let ordinal = matches!(
                    (view.at(at), view.at(at + 1)),
                    ('s', 't') | ('n', 'd') | ('r', 'd') | ('t', 'h')
                ) && view.classes.get(at + 2) != Some(&Class::Latin);
                if ordinal {
                    at += 2;
                }
                out.push(Token {
                    start,
                    end: at,
                    kind: Kind::Number(value, digits, ordinal),
                    capital: false,
                    spaced,
                });
            }
            _ => {
                at += 1;
                out.push(Token { start, end: at, kind: Kind::Mark(c), capital: false, spaced });
            }
        }
        spaced = false;
    }
    out
}
