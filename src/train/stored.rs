//! From what was learned to what is stored: the weights as small integers.

use super::Settings;
use super::learner::Learned;
use crate::model::Model;
use crate::model::features::Lexicons;
use crate::model::format::Weighted;
use crate::model::tags::{BEGIN, SINGLE, TAGS};
use crate::options::Lang;

/// How many steps of a stored weight make one natural unit.
pub const UNIT: f32 = 12.0;

/// Per cent right by the lead over the next best reading, in steps of a quarter of a natural unit, as held-out texts
/// show it (`cargo xtask train --measure` prints the counts).
const CHINESE: [u8; 32] = [
    43, 46, 50, 54, 58, 64, 71, 77, 80, 80, 82, 84, 86, 87, 88, 88, 89, 90, 91, 93, 95, 96, 97, 97, 98, 98,
    99, 99, 99, 99, 99, 100,
];
const ENGLISH: [u8; 32] = [
    45, 48, 52, 57, 58, 62, 66, 72, 77, 80, 83, 88, 92, 94, 95, 95, 95, 96, 97, 98, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 100,
];

/// What the beginning of an organization's name is given besides: in English the learner is too careful, and on whole
/// pages recall gains more than precision loses. In Chinese nothing is gained by it.
const ENGLISH_BONUS: i16 = 9;

/// Rounds the weights that were kept.
pub fn store(learned: Learned, settings: &Settings, provenance: String, lexicons: Lexicons) -> Model {
    let round = |w: f32| (w * UNIT).round().clamp(-127.0, 127.0) as i8;
    let mut patterns: Vec<Weighted> = Vec::new();
    let mut weights = Vec::new();
    for (name, row) in learned.rows.iter().zip(&learned.weights) {
        let mut stored = [0i8; TAGS];
        for (to, &from) in stored.iter_mut().zip(row) {
            *to = round(from);
        }
        if stored == [0; TAGS] {
            continue;
        }
        match patterns.last_mut().filter(|p| p.key == name.key) {
            Some(pattern) => pattern.mask |= 1 << name.slot,
            None => patterns.push(Weighted { key: name.key, mask: 1 << name.slot, first: weights.len() }),
        }
        weights.push(stored);
    }
    let mut transitions = [[0; TAGS]; TAGS];
    for (to, from) in transitions.iter_mut().zip(&learned.transitions) {
        for (to, &from) in to.iter_mut().zip(from) {
            *to = (from * UNIT).round().clamp(-2000.0, 2000.0) as i16;
        }
    }
    if settings.lang == Lang::En {
        for row in &mut transitions {
            row[usize::from(BEGIN)] += ENGLISH_BONUS;
            row[usize::from(SINGLE)] += ENGLISH_BONUS;
        }
    }
    Model {
        lang: settings.lang,
        provenance,
        transitions,
        patterns,
        weights,
        lexicons,
        calibration: match settings.lang {
            Lang::Zh => CHINESE.to_vec(),
            Lang::En => ENGLISH.to_vec(),
        },
    }
}
