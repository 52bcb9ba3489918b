//! The best sequence of tags (Viterbi), and how far each name in it is ahead of the next best reading.

use super::Tagged;
use super::tags::{self, BEGIN, END, LANES, LOCATION, OUTSIDE, PERSON, SINGLE, TAGS};

/// Scores of one site, one a tag, padded for the machine's vectors.
pub type Scores = [i16; LANES];

/// What rules a step out: more than a name's sites can ever make good. Sums saturate, so that a hostile model cannot turn
/// it around.
const NEVER: i16 = -20_000;

/// What leads from tag to tag.
#[derive(Clone, Debug)]
pub struct Transitions {
    /// By the tag before, then the tag after.
    forward: [Scores; TAGS],
    /// By the tag after, then the tag before.
    backward: [Scores; TAGS],
    begin: Scores,
    end: Scores,
}

impl Transitions {
    /// From trained weights, by the tag before and the tag after; what BIOES does not allow is ruled out.
    pub fn new(weights: &[[i16; TAGS]; TAGS]) -> Self {
        let mut t = Self {
            forward: [[NEVER; LANES]; TAGS],
            backward: [[NEVER; LANES]; TAGS],
            begin: [NEVER; LANES],
            end: [NEVER; LANES],
        };
        for a in 0..TAGS {
            for b in 0..TAGS {
                if tags::may_follow(a as u8, b as u8) {
                    t.forward[a][b] = weights[a][b];
                    t.backward[b][a] = weights[a][b];
                }
            }
            if tags::may_begin(a as u8) {
                t.begin[a] = 0;
            }
            if tags::may_end(a as u8) {
                t.end[a] = 0;
            }
        }
        t
    }
}

/// Memory for one sentence.
///
/// Sums are counted down from the best of their site: only differences matter, and those are small enough for half the
/// width, which is twice as many at once.
#[derive(Debug, Default)]
pub struct Lattice {
    alpha: Vec<Scores>,
    beta: Vec<Scores>,
    path: Vec<u8>,
}

impl Lattice {
    /// The best tags of a sentence.
    pub fn decode(&mut self, scores: &[Scores], t: &Transitions) -> &[u8] {
        let n = scores.len();
        self.alpha.clear();
        self.path.clear();
        self.path.resize(n, OUTSIDE);
        let mut before = t.begin;
        for (i, score) in scores.iter().enumerate() {
            if i > 0 {
                before = step(&self.alpha[i - 1], &t.forward);
            }
            self.alpha.push(from_best(sum(&before, score)));
        }
        let Some(last) = self.alpha.last() else { return &self.path };
        let mut tag = best(last, &t.end);
        for i in (0..n).rev() {
            self.path[i] = tag;
            if i > 0 {
                tag = best(&self.alpha[i - 1], &t.backward[usize::from(tag)]);
            }
        }
        &self.path
    }

    /// The names of the path found last, each with its lead over the best reading without it.
    pub fn names(&mut self, scores: &[Scores], t: &Transitions, mut emit: impl FnMut(Tagged, i32)) {
        if self.path.iter().all(|&tag| tag == OUTSIDE) {
            return;
        }
        let n = self.alpha.len();
        self.beta.clear();
        self.beta.resize(n, [0; LANES]);
        for i in (0..n).rev() {
            self.beta[i] = if i + 1 == n {
                t.end
            } else {
                from_best(step(&sum(&self.beta[i + 1], &scores[i + 1]), &t.backward))
            };
        }
        let mut start = 0;
        let mut lead = i32::MAX;
        for i in 0..n {
            let tag = self.path[i];
            let Some(label) = tags::label(tag) else { continue };
            let run = matches!(tag, PERSON | LOCATION);
            if matches!(tag, BEGIN | SINGLE) || (run && (i == 0 || self.path[i - 1] != tag)) {
                (start, lead) = (i, i32::MAX);
            }
            lead = lead.min(self.lead(i));
            if matches!(tag, END | SINGLE) || (run && self.path.get(i + 1) != Some(&tag)) {
                emit(Tagged { start: start as u32, end: i as u32 + 1, label, confidence: 0 }, lead);
            }
        }
    }

    /// How far the best path's tag at a site is ahead of the best path with another.
    fn lead(&self, i: usize) -> i32 {
        let tag = usize::from(self.path[i]);
        let through = |y: usize| i32::from(self.alpha[i][y]) + i32::from(self.beta[i][y]);
        let other = (0..TAGS).filter(|&y| y != tag).map(through).max().unwrap_or_default();
        through(tag) - other
    }
}

/// For each tag the best way to it from the tags before.
#[inline]
fn step(from: &Scores, transitions: &[Scores; TAGS]) -> Scores {
    let mut to = [i16::MIN; LANES];
    for (row, &score) in transitions.iter().zip(from) {
        for (best, &weight) in to.iter_mut().zip(row) {
            *best = (*best).max(score.saturating_add(weight));
        }
    }
    to
}

#[inline]
fn sum(a: &Scores, b: &Scores) -> Scores {
    core::array::from_fn(|y| a[y].saturating_add(b[y]))
}

#[inline]
fn from_best(scores: Scores) -> Scores {
    let best = scores.iter().copied().fold(i16::MIN, i16::max);
    scores.map(|score| score.saturating_sub(best))
}

fn best(a: &Scores, b: &Scores) -> u8 {
    let sums = sum(a, b);
    (1..TAGS).fold(0, |best, y| if sums[y] > sums[best] { y } else { best }) as u8
}
