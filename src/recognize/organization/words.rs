//! The word tables that names are read with, as one lookup of the words that end at a place.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::trie::Trie;
use crate::annotation::OrganizationKind as Kind;

/// What a word may be in or around a name; a word can be several things.
pub(crate) mod class {
    /// A head that may follow a brand: 有限公司.
    pub const OPEN: u16 = 1;
    /// A head that follows a word of duty or trade: 局.
    pub const SECTOR: u16 = 1 << 1;
    /// A body of a level of government: 委, 政府.
    pub const BODY: u16 = 1 << 2;
    /// A part of a larger body: 支队.
    pub const UNIT: u16 = 1 << 3;
    /// A duty or trade: 公安, 化工.
    pub const WORD: u16 = 1 << 4;
    /// A level of government: 省, 市.
    pub const LEVEL: u16 = 1 << 5;
    /// A qualifier that names nobody: 上市.
    pub const GENERIC: u16 = 1 << 6;
    /// A function word or turn that ends a name.
    pub const STOP: u16 = 1 << 7;
    /// A place.
    pub const PLACE: u16 = 1 << 8;
    /// A plain word of the language.
    pub const PLAIN: u16 = 1 << 9;
    /// A body known by name.
    pub const NAME: u16 = 1 << 10;
    /// A brand that may stand before a place: 国网.
    pub const BRAND: u16 = 1 << 11;
    /// A trade that the short name of a company may end with: 复材.
    pub const TRADE: u16 = 1 << 12;
    /// Any head.
    pub const HEAD: u16 = OPEN | SECTOR | BODY | UNIT;
}

/// What the tables say of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    /// The classes of the word, or-ed.
    pub classes: u16,
    /// The kind of a name with this head after a brand.
    pub open: Kind,
    /// The kind of a name with this head in every other use, or of the known body.
    pub other: Kind,
}

impl Entry {
    /// True when the word is of one of the classes.
    pub fn is(self, classes: u16) -> bool {
        self.classes & classes != 0
    }
}

/// The word tables.
#[derive(Debug)]
pub(crate) struct Words {
    /// Chinese words, last character first.
    backward: Trie<Entry>,
    /// Last characters of heads and known bodies.
    last: CharSet,
    /// Last characters of places.
    last_of_place: CharSet,
    /// Known bodies in Latin letters.
    latin: HashMap<&'static str, Kind>,
    /// Full names of known short names, several joined by `=`.
    full: HashMap<&'static str, &'static str>,
}

/// A set of characters of the Basic Multilingual Plane, a bit each: what is asked of every character of a text.
#[derive(Debug)]
struct CharSet(Vec<u64>);

impl Default for CharSet {
    fn default() -> Self {
        Self(vec![0; 1024])
    }
}

impl CharSet {
    fn insert(&mut self, c: char) {
        if let Some(bits) = self.0.get_mut(c as usize >> 6) {
            *bits |= 1 << (c as usize & 63);
        }
    }

    fn has(&self, c: char) -> bool {
        self.0.get(c as usize >> 6).is_some_and(|bits| bits >> (c as usize & 63) & 1 == 1)
    }
}

const WORDS: &str = include_str!("../../lexicon/organization_words.txt");
const PLACES: &str = include_str!("../../lexicon/organization_places.txt");
const PLAIN: &str = include_str!("../../lexicon/organization_plain.txt");
const BODIES: &str = include_str!("../../lexicon/organization_bodies.txt");

/// The tables, read on first use; they never change.
pub(crate) static TABLES: LazyLock<Words> = LazyLock::new(Words::read);

impl Words {
    fn read() -> Self {
        let mut entries: HashMap<&'static str, Entry> = HashMap::new();
        let lines = |text: &'static str| text.lines().filter(|l| !l.starts_with('#'));
        for line in lines(WORDS) {
            let mut words = line.split_ascii_whitespace();
            let classes = match words.next() {
                Some("open") => class::OPEN,
                Some("sector") => class::SECTOR,
                Some("body") => class::BODY,
                Some("unit") => class::UNIT,
                Some("word") => class::WORD,
                Some("level") => class::LEVEL,
                Some("generic") => class::GENERIC,
                Some("stop") => class::STOP,
                Some("plain") => class::PLAIN,
                Some("brand") => class::BRAND,
                Some("trade") => class::WORD | class::TRADE,
                _ => continue,
            };
            let kind = if classes & class::HEAD != 0 { words.next().map(kind) } else { None };
            for word in words {
                let entry = entries.entry(word).or_default();
                entry.classes |= classes;
                match kind {
                    Some(kind) if classes == class::OPEN => entry.open = kind,
                    Some(kind) => entry.other = kind,
                    None => {}
                }
            }
        }
        for (text, classes) in [(PLACES, class::PLACE), (PLAIN, class::PLAIN)] {
            for word in lines(text).flat_map(str::split_ascii_whitespace) {
                // 万安/县: the place and, behind it, its level. The tables live as long as the program.
                let (place, level) = word.split_once('/').unwrap_or((word, ""));
                entries.entry(place).or_default().classes |= classes;
                if !level.is_empty() {
                    let whole: &'static str = format!("{place}{level}").leak();
                    entries.entry(whole).or_default().classes |= classes;
                }
            }
        }
        let (mut latin, mut full) = (HashMap::new(), HashMap::new());
        for line in lines(BODIES) {
            let mut words = line.split_ascii_whitespace();
            let Some(kind) = words.next().map(kind) else { continue };
            for word in words {
                let (name, stands_for) = word.split_once('=').unwrap_or((word, ""));
                if !stands_for.is_empty() {
                    full.insert(name, stands_for);
                }
                if !name.chars().any(super::folded::han) {
                    latin.insert(name, kind);
                } else {
                    let entry = entries.entry(name).or_default();
                    entry.classes |= class::NAME;
                    entry.other = kind;
                }
            }
        }
        let (mut last, mut last_of_place) = (CharSet::default(), CharSet::default());
        for (word, entry) in &entries {
            for (classes, set) in
                [(class::HEAD | class::NAME | class::TRADE, &mut last), (class::PLACE, &mut last_of_place)]
            {
                if let Some(c) = word.chars().last().filter(|_| entry.is(classes)) {
                    set.insert(c);
                }
            }
        }
        let backward = Trie::new(
            entries.into_iter().map(|(word, entry)| (word.chars().rev().collect(), entry)).collect(),
        );
        Self { backward, last, last_of_place, latin, full }
    }

    /// True when a head or a known body can end with this character.
    pub fn may_end(&self, c: char) -> bool {
        self.last.has(c)
    }

    /// True when a place can end with this character.
    pub fn may_end_place(&self, c: char) -> bool {
        self.last_of_place.has(c)
    }

    /// Calls `found` with length and entry of every word that ends at the end of `chars`, shortest first.
    pub fn ending(&self, chars: &[char], found: impl FnMut(usize, Entry)) {
        self.backward.prefixes(chars.iter().rev().copied(), found);
    }

    /// The longest word of the given classes that ends at the end of `chars`.
    pub fn longest(&self, chars: &[char], classes: u16) -> Option<(usize, Entry)> {
        let mut best = None;
        self.ending(chars, |n, entry| {
            if entry.is(classes) {
                best = Some((n, entry));
            }
        });
        best
    }

    /// The entry of a whole word.
    pub fn get(&self, word: &[char]) -> Option<Entry> {
        let mut best = None;
        self.ending(word, |n, entry| {
            if n == word.len() {
                best = Some(entry);
            }
        });
        best
    }

    /// The kind of a body known by its name in Latin letters.
    pub fn latin(&self, name: &str) -> Option<Kind> {
        self.latin.get(name).copied()
    }

    /// The full names that a known short name stands for, joined by `=`.
    pub fn full(&self, name: &str) -> Option<&'static str> {
        self.full.get(name).copied()
    }

    /// True when a plain word or a word of a name lies across one end of `start..end`: the characters are then not a word
    /// of their own (集中行动 holds no 中行).
    pub fn cuts_a_word(&self, chars: &[char], start: usize, end: usize) -> bool {
        // 教育局|部署: what stands after is a word of its own, and 局部 is none here.
        let plain = class::PLAIN | class::STOP | class::WORD;
        let next = (2..=3)
            .any(|n| self.get(chars.get(end..end + n).unwrap_or_default()).is_some_and(|e| e.is(plain)));
        let reach = if next && end != start + 2 { end } else { (end + 2).min(chars.len()) };
        (start + 1..=reach).any(|p| {
            let mut cut = false;
            if p != end {
                self.ending(&chars[..p], |n, entry| {
                    let from = p - n.min(p);
                    let across = if p < end { from < start } else { from >= start && from < end };
                    let left = class::PLAIN | class::STOP;
                    let kinds = if p < end { left } else { left | class::WORD };
                    cut |= across && n >= 2 && entry.is(kinds);
                });
            }
            cut
        })
    }
}

/// The kind that a table names.
pub(crate) fn kind(name: &str) -> Kind {
    match name {
        "company" => Kind::Company,
        "government" => Kind::Government,
        "party" => Kind::Party,
        "education" => Kind::Education,
        "research" => Kind::Research,
        "health" => Kind::Health,
        "finance" => Kind::Finance,
        "media" => Kind::Media,
        "sport" => Kind::Sport,
        "legal" => Kind::Legal,
        "military" => Kind::Military,
        "association" => Kind::Association,
        "international" => Kind::International,
        _ => Kind::Other,
    }
}
