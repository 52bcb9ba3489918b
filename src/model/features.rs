//! What the tagger looks at: patterns in a sentence, each seen from the sites around it.
//!
//! A site is a character in Chinese and a word in English. A [`Pattern`] stands at one site, and each site within its
//! kind's reach takes a weight from it for each tag: one key serves all of them, so that a pattern is looked up
//! once and stored once.

pub mod chinese;
pub mod english;

use crate::lexicon::Table;
use crate::options::Lang;

/// A pattern found at a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The kind above the hash of the content.
    pub key: u32,
    /// The index of the site at which it stands.
    pub site: u32,
    /// Its kind, which fixes the sites that see it.
    pub kind: u8,
}

/// A pattern's kind stands in its key from this bit on.
pub const KIND_BIT: u32 = 26;

/// A kind of patterns: the sites that see one, `first..=last` counted from the pattern's site, and how wide its hash is.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// The first site, counted from the pattern's.
    pub first: i8,
    /// How many sites.
    pub len: u8,
    /// The width of the hash of the content: wide enough that an unknown pattern is rarely taken for a known one, and no
    /// wider, since each bit is stored for each pattern.
    pub bits: u32,
}

/// A kind seen from the sites `first..=last`.
pub const fn kind(first: i8, last: i8, bits: u32) -> Kind {
    Kind { first, len: (last - first + 1) as u8, bits }
}

/// The key of a pattern: its kind and the hash of its content.
pub fn key(kind: u8, bits: u32, content: u64) -> u32 {
    let mut h = content ^ (u64::from(kind) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    h = (h ^ (h >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    h = (h ^ (h >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    u32::from(kind) << KIND_BIT | (h >> (64 - bits)) as u32
}

/// Adds a character or a number to the hash of a text.
pub fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x517C_C1B7_2722_0A95)
}

/// The word lists that features refer to, as they come with the model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicons {
    /// Words and names with their class; in English, phrases of names.
    pub words: Table,
    /// English words with their clusters.
    pub clusters: Table,
    /// For each cluster the coarser cluster that it lies in.
    pub coarse: Vec<u8>,
}

/// A language's kinds of patterns.
pub fn kinds(lang: Lang) -> &'static [Kind] {
    match lang {
        Lang::Zh => &chinese::KINDS,
        Lang::En => &english::KINDS,
    }
}

/// Memory for one sentence.
#[derive(Debug, Default)]
pub struct Sites {
    /// The patterns of the sentence.
    pub patterns: Vec<Pattern>,
    chinese: chinese::Buffer,
    english: english::Buffer,
    count: usize,
    lang: Option<Lang>,
}

impl Sites {
    /// Reads a sentence of folded characters.
    pub fn read(&mut self, lang: Lang, chars: &[char], lexicons: &Lexicons) {
        self.patterns.clear();
        self.lang = Some(lang);
        match lang {
            Lang::Zh => {
                chinese::extract(chars, lexicons, &mut self.chinese, &mut self.patterns);
                self.count = chars.len();
            }
            Lang::En => {
                english::extract(chars, lexicons, &mut self.english, &mut self.patterns);
                self.count = self.english.tokens.len();
            }
        }
    }

    /// How many sites the sentence has.
    pub fn len(&self) -> usize {
        self.count
    }

    /// True for a sentence without sites.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The number of the kind of a known body with this name; the sentence read before is forgotten.
    pub fn body(&mut self, lang: Lang, name: &[char], lexicons: &Lexicons) -> Option<usize> {
        self.count = 0;
        let class = match lang {
            Lang::Zh => chinese::name_class(name, &lexicons.words).checked_sub(chinese::BODIES),
            Lang::En => {
                let class = english::name_class(name, &lexicons.words, &mut self.english.tokens);
                class.checked_sub(english::BODIES)
            }
        };
        class.map(usize::from)
    }

    /// The characters of the sites `start..end`.
    pub fn chars(&self, start: usize, end: usize) -> (u32, u32) {
        match self.lang {
            Some(Lang::En) => {
                let token = |k: usize| self.english.tokens.get(k).copied().unwrap_or_default();
                (token(start).start, token(end.saturating_sub(1)).end)
            }
            _ => (start as u32, end as u32),
        }
    }
}
