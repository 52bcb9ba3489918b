//! The compiled model: what a sentence is run through.

use core::ops::Range;

use super::decode::{Lattice, Scores, Transitions};
use super::features::{self, Kind, Lexicons, Sites};
use super::tags::{LANES, TAGS};
use super::{Model, Tagged};
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
    rows: Vec<[i8; LANES]>,
    calibration: Vec<u8>,
}

/// Memory that tagging fills once a sentence and uses again for the next.
#[derive(Debug, Default)]
pub struct TagBuffer {
    sites: Sites,
    scores: Vec<Scores>,
    lattice: Lattice,
}

const EMPTY: u32 = u32::MAX;
/// The longest stretch that is decoded at once, in characters; sums of scores cannot overflow within it.
const LONGEST: usize = 2048;
/// The width of a step of the calibration table.
const STEP: i32 = 3;

impl Predictor {
    /// Makes a stored model ready to run.
    pub fn new(model: Model) -> Self {
        let size = (model.patterns.len() * 2).next_power_of_two();
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
                at = (at + 1) & (size - 1);
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
            rows,
            calibration: model.calibration,
        }
    }

    /// Where the model comes from.
    pub fn provenance(&self) -> &str {
        &self.provenance
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
        let TagBuffer { sites, scores, lattice } = buffer;
        sites.read(self.lang, chars, &self.lexicons);
        scores.clear();
        scores.resize(sites.len(), [0; LANES]);
        for pattern in &sites.patterns {
            let Some((first, mask)) = self.find(pattern.key) else { continue };
            let Some(kind) = self.kinds.get(usize::from(pattern.kind)) else { continue };
            let origin = pattern.site as isize + isize::from(kind.first);
            let mut mask = mask;
            let mut row = first;
            while mask != 0 {
                let site = origin + mask.trailing_zeros() as isize;
                mask &= mask - 1;
                if let (Some(score), Some(weights)) = (scores.get_mut(site as usize), self.rows.get(row)) {
                    for (sum, &weight) in score.iter_mut().zip(weights) {
                        *sum = sum.wrapping_add(i16::from(weight));
                    }
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

    #[inline]
    fn find(&self, key: u32) -> Option<(usize, u8)> {
        let mask = self.slots.len() - 1;
        let mut at = home(key, self.slots.len());
        loop {
            match self.slots[at] {
                (k, value) if k == key => return Some(((value >> 8) as usize, value as u8)),
                (EMPTY, _) => return None,
                _ => at = (at + 1) & mask,
            }
        }
    }

    fn confidence(&self, lead: i32) -> u8 {
        let step = (lead.max(0) / STEP) as usize;
        self.calibration.get(step).or(self.calibration.last()).copied().unwrap_or(50).min(100)
    }
}

#[inline]
fn home(key: u32, size: usize) -> usize {
    (key.wrapping_mul(0x9E37_79B1) >> 6) as usize & (size - 1)
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
