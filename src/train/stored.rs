//! From what was learned to what is stored: the largest weights, as small integers.

use super::Settings;
use super::learner::Learned;
use crate::model::Model;
use crate::model::features::{Lexicons, windows};
use crate::model::format::Weighted;
use crate::model::tags::TAGS;

/// How many steps of a stored weight make one natural unit.
pub const UNIT: f32 = 32.0;

/// Keeps the weights that are largest and rounds them.
pub fn store(learned: Learned, settings: &Settings, provenance: String, lexicons: Lexicons) -> Model {
    let round = |w: f32| (w * UNIT).round().clamp(-127.0, 127.0) as i8;
    let windows = windows(settings.lang);
    let mut patterns = Vec::new();
    let mut weights = Vec::new();
    for (&(key, kind), &first) in learned.keys.iter().zip(&learned.first) {
        let start = weights.len();
        let mut mask = 0u8;
        for slot in 0..windows[usize::from(kind)].len {
            let row = &learned.weights[first as usize + usize::from(slot)];
            let mut stored = [0i8; TAGS];
            for (to, &from) in stored.iter_mut().zip(row) {
                *to = round(from);
            }
            if stored != [0; TAGS] {
                mask |= 1 << slot;
                weights.push(stored);
            }
        }
        if mask != 0 {
            patterns.push(Weighted { key, mask, first: start });
        }
    }
    let mut transitions = [[0; TAGS]; TAGS];
    for (to, from) in transitions.iter_mut().zip(&learned.transitions) {
        for (to, &from) in to.iter_mut().zip(from) {
            *to = (from * UNIT).round().clamp(-2000.0, 2000.0) as i16;
        }
    }
    Model {
        lang: settings.lang,
        provenance,
        transitions,
        patterns,
        weights,
        lexicons,
        calibration: (0..32u8).map(|k| 50 + k * 3 / 2).collect(),
    }
}
