//! Word lists as hash tables: from a word to a small number, its class or its cluster.
//!
//! The lists themselves stand in `lexicon/data` with their sources; training compiles them into the model files.

/// A table from hashed words to numbers other than zero.
///
/// Words are known by [`Table::BITS`] bits of their hash, so that an unknown word is taken for a known one about once
/// in a thousand look-ups, in training as in use.
#[derive(Clone, Debug, Default)]
pub struct Table {
    slots: Vec<(u32, u16)>,
    filter: Filter,
    len: usize,
}

const EMPTY: u32 = u32::MAX;

/// How many slots a table of so many keys has: a third stay empty, so that most keys lie where they are looked for first.
pub fn capacity(keys: usize) -> usize {
    keys + keys / 2 + 1
}

/// Where a key is looked for first in a table of `size` slots: its hash as a share of the table, which needs no power of two.
#[inline]
pub fn home(key: u32, size: usize) -> usize {
    ((u64::from(key.wrapping_mul(0x9E37_79B1)) * size as u64) >> 32) as usize
}

impl Table {
    /// The width of a hashed word.
    pub const BITS: u32 = 25;

    /// The key of a word whose hash is `hash`.
    pub fn key(hash: u64) -> u32 {
        ((hash ^ (hash >> 29)).wrapping_mul(0xD6E8_FEB8_6659_FD93) >> (64 - Self::BITS)) as u32
    }

    /// A table of entries; of two with the same key the first counts.
    pub fn new(entries: &[(u32, u16)]) -> Self {
        let size = capacity(entries.len());
        let filter = Filter::new(entries.iter().map(|entry| entry.0));
        let mut table = Self { slots: vec![(EMPTY, 0); size], filter, len: 0 };
        for &(key, value) in entries {
            let mut at = home(key, size);
            while table.slots[at].0 != EMPTY && table.slots[at].0 != key {
                at = (at + 1) % size;
            }
            if table.slots[at].0 == EMPTY {
                table.slots[at] = (key, value);
                table.len += 1;
            }
        }
        table
    }

    /// The number of a key, or zero.
    #[inline]
    pub fn get(&self, key: u32) -> u16 {
        if !self.filter.may_hold(key) {
            return 0;
        }
        let mut at = home(key, self.slots.len());
        loop {
            match self.slots[at] {
                (k, value) if k == key => return value,
                (EMPTY, _) => return 0,
                _ if at + 1 == self.slots.len() => at = 0,
                _ => at += 1,
            }
        }
    }

    /// The entries, in order of their keys.
    pub fn entries(&self) -> Vec<(u32, u16)> {
        let mut entries: Vec<_> = self.slots.iter().copied().filter(|slot| slot.0 != EMPTY).collect();
        entries.sort_unstable();
        entries
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True without entries.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.entries() == other.entries()
    }
}

impl Eq for Table {}

/// What is surely not in a table, in a bit for each of many hashes: small enough to stay in the processor's cache, where the
/// table does not, and most of what is looked up is in none.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    bits: Vec<u64>,
}

impl Filter {
    /// A filter that lets these keys pass, and about one in ten of all others.
    pub fn new(keys: impl ExactSizeIterator<Item = u32>) -> Self {
        if keys.len() == 0 {
            return Self::default();
        }
        let mut filter = Self { bits: vec![0; (keys.len() * 8).next_power_of_two().div_ceil(64)] };
        for key in keys {
            let (word, bit) = filter.place(key);
            filter.bits[word] |= 1 << bit;
        }
        filter
    }

    /// False for a key that is not in the table.
    #[inline]
    pub fn may_hold(&self, key: u32) -> bool {
        let (word, bit) = self.place(key);
        self.bits.get(word).is_some_and(|bits| bits >> bit & 1 != 0)
    }

    #[inline]
    fn place(&self, key: u32) -> (usize, u32) {
        let hash = key.wrapping_mul(0x85EB_CA6B);
        ((hash >> 12) as usize & self.bits.len().wrapping_sub(1), hash >> 6 & 63)
    }
}
