//! The compiled model: what a sentence is run through.

use core::ops::Range;

use super::decode::{Lattice, Scores, Transitions};
use super::features::{self, Kind, Lexicons, Pattern, Sites};
use super::tags::{LANES, TAGS};
use super::{Model, Tagged};
use crate::annotation::OrganizationKind;
use crate::lexicon::{Filter, capacity, home};
use crate::options::Lang;

/// A model made ready to run.
#[derive(Debug)]
pub struct Predictor {
    provenance: String,
    lang: Lang,
    kinds: &'static [Kind],
    lexicons: Lexicons,
    transitions: Transitions,
    /// Patterns by their key, open addressing: the key and where its rows are, `first << 8 | mask` of the sites.
    slots: Vec<(u32, u32)>,
    /// What is in none of the slots.
    filter: Filter,
    rows: Vec<[i8; LANES]>,
    calibration: Vec<u8>,
}

/// Memory that tagging fills once a sentence and uses again for the next.
#[derive(Debug, Default)]
pub struct TagBuffer {
    sites: Sites,
    looked_up: Vec<LookedUp>,
    scores: Vec<Scores>,
    lattice: Lattice,
}

/// A pattern that may have weights: the first site that sees it, and the slot in which its key is looked for first.
#[derive(Clone, Copy, Debug, Default)]
struct LookedUp {
    key: u32,
    origin: i32,
    slot: (u32, u32),
}

const EMPTY: u32 = u32::MAX;
/// The longest stretch that is decoded at once, in characters: what bounds the memory of an endless sentence.
const LONGEST: usize = 2048;
/// The width of a step of the calibration table.
const STEP: i32 = 3;

impl Predictor {
    /// Makes a stored model ready to run.
    pub fn new(model: Model) -> Self {
        let size = capacity(model.patterns.len());
        let mut slots = vec![(EMPTY, 0); size];
        let mut rows = Vec::with_capacity(model.weights.len());
        for pattern in &model.patterns {
            let first = rows.len() as u32;
            let count = pattern.mask.count_ones() as usize;
            let stored = model.weights.get(pattern.first..pattern.first + count).unwrap_or_default();
            if stored.len() < count {
                continue;
            }
            for weights in stored {
                let mut row = [0; LANES];
                row[..TAGS].copy_from_slice(weights);
                rows.push(row);
            }
            let mut at = home(pattern.key, size);
            while slots[at].0 != EMPTY {
                at = (at + 1) % size;
            }
            slots[at] = (pattern.key, first << 8 | u32::from(pattern.mask));
        }
        Self {
            provenance: model.provenance,
            lang: model.lang,
            kinds: features::kinds(model.lang),
            lexicons: model.lexicons,
            transitions: Transitions::new(&model.transitions),
            slots,
            filter: Filter::new(model.patterns.iter().map(|pattern| pattern.key)),
            rows,
            calibration: model.calibration,
        }
    }

    /// Where the model comes from.
    pub fn provenance(&self) -> &str {
        &self.provenance
    }

    /// The kind of a body that the word list knows by its whole name, given in folded characters.
    pub fn known(&self, name: &[char], buffer: &mut TagBuffer) -> Option<OrganizationKind> {
        OrganizationKind::ALL.get(buffer.sites.body(self.lang, name, &self.lexicons)?).copied()
    }

    /// Finds the names in the folded characters of one sentence.
    pub fn tag(&self, chars: &[char], sentence: Range<usize>, buffer: &mut TagBuffer, out: &mut Vec<Tagged>) {
        let mut start = sentence.start;
        while start < sentence.end {
            let end = cut(chars, start, sentence.end);
            self.tag_piece(chars.get(start..end).unwrap_or_default(), start as u32, buffer, out);
            start = end;
        }
    }

    fn tag_piece(&self, chars: &[char], offset: u32, buffer: &mut TagBuffer, out: &mut Vec<Tagged>) {
        let TagBuffer { sites, looked_up, scores, lattice } = buffer;
        sites.read(self.lang, chars, &self.lexicons);
        scores.clear();
        scores.resize(sites.len(), [0; LANES]);
        for pattern in self.look_up(&sites.patterns, looked_up) {
            let Some((mut row, mut mask)) = self.find(pattern) else { continue };
            while mask != 0 {
                let site = pattern.origin + mask.trailing_zeros() as i32;
                mask &= mask - 1;
                if let (Some(score), Some(weights)) = (scores.get_mut(site as usize), self.rows.get(row)) {
                    add(score, weights);
                }
                row += 1;
            }
        }
        lattice.decode(scores, &self.transitions);
        lattice.names(scores, &self.transitions, |mut tagged, lead| {
            let (start, end) = sites.chars(tagged.start as usize, tagged.end as usize);
            (tagged.start, tagged.end) = (start + offset, end + offset);
            tagged.confidence = self.confidence(lead);
            out.push(tagged);
        });
    }

    /// The patterns that the filter lets pass, each with its slot. Memory is slower than all that is computed here, and
    /// the processor waits for many places at once only where no decision stands between them: hence two loops without
    /// any.
    fn look_up<'a>(&self, patterns: &[Pattern], out: &'a mut Vec<LookedUp>) -> &'a [LookedUp] {
        if out.len() < patterns.len() {
            out.resize(patterns.len(), LookedUp::default());
        }
        let mut kept = 0;
        for pattern in patterns {
            let first = self.kinds.get(usize::from(pattern.kind)).map_or(0, |kind| kind.first);
            let (key, origin) = (pattern.key, pattern.site as i32 + i32::from(first));
            out[kept] = LookedUp { key, origin, slot: (EMPTY, 0) };
            kept += usize::from(self.filter.may_hold(key));
        }
        for pattern in &mut out[..kept] {
            pattern.slot = self.slots[home(pattern.key, self.slots.len())];
        }
        &out[..kept]
    }

    /// The first row of a pattern's weights, and the mask of the sites that have one.
    #[inline]
    fn find(&self, pattern: &LookedUp) -> Option<(usize, u8)> {
        let mut slot = pattern.slot;
        let mut at = home(pattern.key, self.slots.len());
        loop {
            match slot {
                (key, value) if key == pattern.key => return Some(((value >> 8) as usize, value as u8)),
                (EMPTY, _) => return None,
                _ if at + 1 == self.slots.len() => at = 0,
                _ => at += 1,
            }
            slot = self.slots[at];
        }
    }

    fn confidence(&self, lead: i32) -> u8 {
        let step = (lead.max(0) / STEP) as usize;
        self.calibration.get(step).or(self.calibration.last()).copied().unwrap_or(50).min(100)
    }
}

/// On a copy, so that it is one instruction of the machine's vectors.
#[inline]
fn add(score: &mut Scores, weights: &[i8; LANES]) {
    let mut sums = *score;
    for (sum, &weight) in sums.iter_mut().zip(weights) {
        *sum = sum.wrapping_add(i16::from(weight));
    }
    *score = sums;
}

/// Where a stretch that begins at `start` ends: at the sentence's end, or for an endless sentence at the last mark or
/// space before the limit.
fn cut(chars: &[char], start: usize, end: usize) -> usize {
    if end - start <= LONGEST {
        return end;
    }
    let limit = start + LONGEST;
    (limit - LONGEST / 4..limit)
        .rev()
        .find(|&k| chars.get(k).is_some_and(|c| !c.is_alphanumeric()))
        .map_or(limit, |k| k + 1)
}
