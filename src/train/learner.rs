//! The learner: a linear-chain conditional random field, trained by FTRL-proximal, one sentence at a time.
//!
//! Where a corpus leaves open what a site is, the gradient is taken against the readings that its annotations allow.

use std::collections::HashMap;

use super::Settings;
use super::corpus::{Corpus, Sentence};
use crate::model::features::{KIND_BIT, Kind, kinds};
use crate::model::tags::{self, LANES, TAGS};

/// One number a tag.
pub type Row = [f32; LANES];

/// How fast weights move.
const RATE: f32 = 0.15;
const BETA: f32 = 1.0;
/// How strongly small weights are drawn to zero.
const L1: f32 = 0.6;
const L2: f32 = 0.02;
/// After the first epochs the weights are thinned out in steps, each to so many times the number asked for, and those
/// that stay are trained for so many epochs more before the next step.
const THINNING: [(f32, usize); 3] = [(1.8, 2), (1.3, 2), (1.0, 3)];
/// A pattern that stands in fewer sentences is not learned.
const RARE: u32 = 3;
/// Sites whose probabilities are this near to the annotation teach nothing.
const SURE: f32 = 1e-3;

/// What was learned.
#[derive(Debug)]
pub struct Learned {
    /// The rows that have weights, in order of their patterns' keys.
    pub rows: Vec<RowName>,
    /// The weights by row and tag.
    pub weights: Vec<Row>,
    /// The weights from tag to tag.
    pub transitions: [Row; TAGS],
}

/// Which row of weights: that of a pattern at one of the sites that see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowName {
    /// The pattern's key.
    pub key: u32,
    /// The site, counted from the first that sees the pattern.
    pub slot: u8,
}

/// The state of the weights of a row.
#[derive(Clone, Copy, Default)]
#[repr(align(32))]
struct Cell {
    w: Row,
    z: Row,
    n: Row,
}

#[derive(Default)]
struct Weights {
    cells: Vec<Cell>,
    /// Weights that are zero stay so.
    thinned: bool,
}

impl Weights {
    fn new(rows: usize) -> Self {
        Self { cells: vec![Cell::default(); rows], thinned: false }
    }

    /// Keeps the `count` largest weights, the others stay zero from here on, and moves the rows that have any together;
    /// gives for each row its new place.
    fn thin(&mut self, count: usize) -> Vec<Option<u32>> {
        let weights = self.cells.iter().flat_map(|cell| cell.w);
        let mut sizes: Vec<f32> = weights.map(f32::abs).filter(|&w| w > 0.0).collect();
        let least = if sizes.len() > count {
            *sizes.select_nth_unstable_by(count, |a, b| b.total_cmp(a)).1
        } else {
            0.0
        };
        self.thinned = true;
        let mut places = Vec::with_capacity(self.cells.len());
        let mut kept = 0;
        for row in 0..self.cells.len() {
            let mut cell = self.cells[row];
            cell.w.iter_mut().filter(|w| w.abs() <= least).for_each(|w| *w = 0.0);
            let stays = cell.w != [0.0; LANES];
            places.push(stays.then_some(kept));
            if stays {
                self.cells[kept as usize] = cell;
                kept += 1;
            }
        }
        self.cells.truncate(kept as usize);
        places
    }

    #[inline]
    fn update(&mut self, row: usize, g: &Row, l1: f32) {
        let Cell { w, z, n } = &mut self.cells[row];
        for y in 0..LANES {
            let sum = n[y] + g[y] * g[y];
            let root = sum.sqrt();
            z[y] += g[y] - (root - n[y].sqrt()) * (1.0 / RATE) * w[y];
            n[y] = sum;
            let shrunk = (z[y].abs() - l1).max(0.0).copysign(z[y]);
            let new = -shrunk / ((BETA + root) * (1.0 / RATE) + L2);
            w[y] = if self.thinned && w[y] == 0.0 { 0.0 } else { new };
        }
    }
}

/// Learns from the corpora, each taken as often as it says.
pub fn learn(corpora: &[(Corpus, usize)], settings: &Settings, say: &mut dyn FnMut(&str)) -> Learned {
    let kinds = kinds(settings.lang);
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for (corpus, times) in corpora {
        for pattern in corpus.sentences.iter().flat_map(|s| &s.patterns) {
            *counts.entry(pattern.key).or_default() += *times as u32;
        }
    }
    let mut keys: Vec<u32> = counts.into_iter().filter(|c| c.1 >= RARE).map(|c| c.0).collect();
    keys.sort_unstable();
    let mut first = HashMap::new();
    let mut rows: Vec<RowName> = Vec::new();
    for &key in &keys {
        first.insert(key, rows.len() as u32);
        rows.extend((0..kinds[(key >> KIND_BIT) as usize].len).map(|slot| RowName { key, slot }));
    }
    say(&format!("{} patterns, {} rows", keys.len(), rows.len()));

    let mut examples: Vec<Example> = Vec::new();
    let mut order: Vec<u32> = Vec::new();
    for (corpus, times) in corpora {
        for sentence in corpus.sentences.iter().filter(|s| !s.allowed.is_empty()) {
            let number = examples.len() as u32;
            order.extend(std::iter::repeat_n(number, *times));
            examples.push(Example::new(sentence, &first, kinds));
        }
    }
    drop(first);
    let mut weights = Weights::new(rows.len());
    let mut transitions = Weights::new(TAGS);
    let mut chain = Chain::default();
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let mut learn = |epochs, examples: &[Example], weights: &mut Weights, say: &mut dyn FnMut(&str)| {
        for _ in 0..epochs {
            for i in (1..order.len()).rev() {
                order.swap(i, (random.draw() % (i as u64 + 1)) as usize);
            }
            let mut loss = 0.0;
            for &number in &order {
                loss += chain.step(&examples[number as usize], weights, &mut transitions);
            }
            say(&format!("loss {:.4}", loss / order.len() as f64));
        }
    };
    learn(settings.epochs, &examples, &mut weights, say);
    for (share, epochs) in THINNING {
        let places = weights.thin((settings.weights as f32 * share) as usize);
        let mut stay = places.iter().map(Option::is_some);
        rows.retain(|_| stay.next().unwrap_or(false));
        examples.iter_mut().for_each(|example| example.move_rows(&places));
        say(&format!("{} rows kept", rows.len()));
        learn(epochs, &examples, &mut weights, say);
    }
    let mut learned = Learned {
        rows,
        weights: weights.cells.iter().map(|cell| cell.w).collect(),
        transitions: [[0.0; LANES]; TAGS],
    };
    for (to, from) in learned.transitions.iter_mut().zip(&transitions.cells) {
        *to = from.w;
    }
    learned
}

/// A sentence as rows of weights by site.
struct Example {
    /// For each site the end of its rows in `rows`.
    ends: Vec<u32>,
    rows: Vec<u32>,
    allowed: Vec<u16>,
}

impl Example {
    fn new(sentence: &Sentence, first: &HashMap<u32, u32>, kinds: &[Kind]) -> Self {
        let n = sentence.allowed.len();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for pattern in &sentence.patterns {
            let Some(&first) = first.get(&pattern.key) else { continue };
            let kind = kinds[usize::from(pattern.kind)];
            for slot in 0..kind.len {
                let site = i64::from(pattern.site) + i64::from(kind.first) + i64::from(slot);
                if (0..n as i64).contains(&site) {
                    pairs.push((site as u32, first + u32::from(slot)));
                }
            }
        }
        pairs.sort_unstable();
        let ends = (0..n as u32).map(|site| pairs.partition_point(|p| p.0 <= site) as u32).collect();
        let allowed = sentence.allowed.clone();
        Self { ends, rows: pairs.into_iter().map(|p| p.1).collect(), allowed }
    }

    /// Follows the rows that stay to their new places and forgets the others.
    fn move_rows(&mut self, places: &[Option<u32>]) {
        let (mut from, mut kept) = (0, 0);
        for end in &mut self.ends {
            for i in from..*end {
                if let Some(place) = places[self.rows[i as usize] as usize] {
                    self.rows[kept as usize] = place;
                    kept += 1;
                }
            }
            (from, *end) = (*end, kept);
        }
        self.rows.truncate(kept as usize);
        self.rows.shrink_to_fit();
    }

    fn rows(&self, site: usize) -> &[u32] {
        let start = if site == 0 { 0 } else { self.ends[site - 1] };
        &self.rows[start as usize..self.ends[site] as usize]
    }
}

/// Memory for the sums over all readings of a sentence.
#[derive(Default)]
struct Chain {
    scores: Vec<Row>,
    all: Sums,
    gold: Sums,
}

#[derive(Default)]
struct Sums {
    alpha: Vec<Row>,
    beta: Vec<Row>,
    /// How likely each tag is at each site.
    tags: Vec<Row>,
    /// How often each tag is expected after each other.
    pairs: [Row; TAGS],
    log: f64,
}

impl Chain {
    fn step(&mut self, example: &Example, weights: &mut Weights, transitions: &mut Weights) -> f64 {
        let n = example.allowed.len();
        self.scores.clear();
        for site in 0..n {
            let mut sum = [0.0; LANES];
            for &row in example.rows(site) {
                for (s, w) in sum.iter_mut().zip(&weights.cells[row as usize].w) {
                    *s += w;
                }
            }
            let most = sum[..TAGS].iter().copied().fold(f32::MIN, f32::max);
            for (y, s) in sum.iter_mut().enumerate() {
                *s = if y < TAGS { (*s - most).exp() } else { 0.0 };
            }
            self.scores.push(sum);
        }
        let mut moves = [[0.0; LANES]; TAGS];
        for a in 0..TAGS {
            for b in 0..TAGS {
                if tags::may_follow(a as u8, b as u8) {
                    moves[a][b] = transitions.cells[a].w[b].exp();
                }
            }
        }
        self.all.run(&self.scores, &moves, None);
        self.gold.run(&self.scores, &moves, Some(&example.allowed));
        if !self.gold.log.is_finite() {
            return 0.0;
        }
        for site in 0..n {
            let mut g = [0.0; LANES];
            let mut most = 0.0f32;
            for y in 0..TAGS {
                g[y] = self.all.tags[site][y] - self.gold.tags[site][y];
                most = most.max(g[y].abs());
            }
            if most > SURE {
                for &row in example.rows(site) {
                    weights.update(row as usize, &g, L1);
                }
            }
        }
        for a in 0..TAGS {
            let mut g = [0.0; LANES];
            for y in 0..TAGS {
                g[y] = self.all.pairs[a][y] - self.gold.pairs[a][y];
            }
            transitions.update(a, &g, 0.0);
        }
        self.all.log - self.gold.log
    }
}

impl Sums {
    /// Sums over the readings that BIOES and `allowed` allow.
    fn run(&mut self, scores: &[Row], moves: &[Row; TAGS], allowed: Option<&[u16]>) {
        let n = scores.len();
        let mask = |site: usize| allowed.map_or(u16::MAX, |a| a[site]);
        let score = |site: usize, y: usize| if mask(site) >> y & 1 == 1 { scores[site][y] } else { 0.0 };
        self.alpha.clear();
        self.beta.clear();
        self.beta.resize(n, [0.0; LANES]);
        self.tags.clear();
        self.pairs = [[0.0; LANES]; TAGS];
        self.log = 0.0;
        for site in 0..n {
            let mut sum = [0.0f32; LANES];
            if site == 0 {
                for (y, s) in sum.iter_mut().enumerate().take(TAGS) {
                    *s = if tags::may_begin(y as u8) { 1.0 } else { 0.0 };
                }
            } else {
                for (row, &a) in moves.iter().zip(&self.alpha[site - 1]) {
                    for (s, &m) in sum.iter_mut().zip(row) {
                        *s += a * m;
                    }
                }
            }
            let mut total = 0.0;
            for (y, s) in sum.iter_mut().enumerate().take(TAGS) {
                *s *= score(site, y);
                if site + 1 == n && !tags::may_end(y as u8) {
                    *s = 0.0;
                }
                total += *s;
            }
            self.log += f64::from(total).ln();
            let scale = if total > 0.0 { 1.0 / total } else { 0.0 };
            sum.iter_mut().for_each(|s| *s *= scale);
            self.alpha.push(sum);
        }
        for site in (0..n).rev() {
            let mut beta = [0.0f32; LANES];
            if site + 1 == n {
                beta[..TAGS].fill(1.0);
            } else {
                let mut after = self.beta[site + 1];
                for (y, a) in after.iter_mut().enumerate().take(TAGS) {
                    *a *= score(site + 1, y);
                    if site + 2 == n && !tags::may_end(y as u8) {
                        *a = 0.0;
                    }
                }
                for (b, row) in beta.iter_mut().zip(moves) {
                    *b = row.iter().zip(&after).map(|(m, a)| m * a).sum();
                }
                let mut pairs = [[0.0f32; LANES]; TAGS];
                let mut total = 0.0;
                for a in 0..TAGS {
                    let from = self.alpha[site][a];
                    if from > 0.0 {
                        for y in 0..TAGS {
                            pairs[a][y] = from * moves[a][y] * after[y];
                            total += pairs[a][y];
                        }
                    }
                }
                if total > 0.0 {
                    for a in 0..TAGS {
                        for y in 0..TAGS {
                            self.pairs[a][y] += pairs[a][y] / total;
                        }
                    }
                }
            }
            let most = beta.iter().copied().fold(0.0f32, f32::max);
            if most > 0.0 {
                beta.iter_mut().for_each(|b| *b /= most);
            }
            self.beta[site] = beta;
        }
        for site in 0..n {
            let mut tags = [0.0; LANES];
            let mut total = 0.0;
            for y in 0..TAGS {
                tags[y] = self.alpha[site][y] * self.beta[site][y];
                total += tags[y];
            }
            if total > 0.0 {
                tags.iter_mut().for_each(|t| *t /= total);
            }
            self.tags.push(tags);
        }
    }
}

/// The same numbers in every run (xorshift64*).
#[derive(Clone, Debug)]
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }
}
