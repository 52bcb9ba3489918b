//! Training of what tells the kind of a Chinese name: the annotated pages to names, names to weights.
//!
//! Multinomial logistic regression over the features of `resolve::organization::learned`, one name at a time with steps
//! that shrink by the weight's own history (AdaGrad). Then all but the weights that decide most are dropped, and those
//! that stay are learned once more.

use std::collections::HashMap;
use std::path::Path;

use super::corpus::{Part, Text, read_texts};
use super::unreadable;
use crate::annotation::OrganizationKind;
use crate::annotator::Annotator;
use crate::document::Document;
use crate::error::Result;
use crate::options::Lang;
use crate::recognize::organization::words;
use crate::resolve::organization::kinds_by_rules;
use crate::resolve::organization::learned::{KINDS, UNIT, Weights, features};

/// The annotated pages that are learned from.
const PAGES: [&str; 7] =
    ["names_hans", "names_hk", "names_tw", "pages_hans", "pages_hans2", "pages_hant", "pages_hant2"];
/// How many weights are kept.
const KEPT: usize = 15_000;
/// A feature of fewer names is not learned.
const RARE: u32 = 2;
const RATE: f32 = 0.5;
const EPOCHS: usize = 20;
/// How strongly weights are drawn to zero.
const DECAY: f32 = 5e-3;

type Row = [f32; KINDS.len()];

/// A name with its features, numbered, and its kind.
struct Example {
    features: Vec<u32>,
    kind: usize,
}

/// How many names of those held out have the right kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// All names.
    pub names: usize,
    /// Those whose kind the rules alone tell.
    pub rules: usize,
    /// Those whose kind rules and weights tell together.
    pub both: usize,
}

/// Learns from the pages under `gold`; every fourth text is held out when `measuring`, and told of. The bytes are those
/// of the file that the program is compiled with.
///
/// # Errors
/// [`Error::is_model`](crate::Error::is_model) naming the file that is missing or cannot be read.
pub fn train(gold: &Path, annotator: &Annotator, measuring: bool) -> Result<(Vec<u8>, Share)> {
    let mut names = Vec::new();
    for page in PAGES {
        let path = gold.join(page).with_extension("jsonl");
        for (number, text) in read_texts(&path, Lang::Zh, Part::All)?.iter().enumerate() {
            let held = measuring && number % 4 == 3;
            let found = names_of(text, annotator).ok_or_else(|| unreadable(&path, "a text is too long"))?;
            names.extend(found.into_iter().map(|name| (name, held)));
        }
    }
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for ((name, rules, _), _) in names.iter().filter(|n| !n.1) {
        features(name, *rules, |key| *counts.entry(key).or_default() += 1);
    }
    let mut keys: Vec<u32> = counts.iter().filter(|c| *c.1 >= RARE).map(|c| *c.0).collect();
    keys.sort_unstable();
    let number: HashMap<u32, u32> = keys.iter().enumerate().map(|(at, key)| (*key, at as u32)).collect();
    let examples: Vec<Example> = names
        .iter()
        .filter(|n| !n.1)
        .map(|((name, rules, kind), _)| {
            let mut numbers = Vec::new();
            features(name, *rules, |key| numbers.extend(number.get(&key)));
            Example { features: numbers, kind: *kind }
        })
        .collect();

    let mut mask = vec![[true; KINDS.len()]; keys.len()];
    let weights = learn(&examples, &mask);
    // What a weight decides, summed over the names that have its feature.
    let size = |at: usize, weight: f32| weight.abs() * counts[&keys[at]] as f32;
    let mut sizes: Vec<f32> =
        weights.iter().enumerate().flat_map(|(at, row)| row.map(|w| size(at, w))).collect();
    sizes.sort_unstable_by(|a, b| b.total_cmp(a));
    let least = sizes.get(KEPT).copied().unwrap_or(0.0);
    for (at, row) in weights.iter().enumerate() {
        mask[at] = row.map(|w| size(at, w) > least);
    }
    let weights = learn(&examples, &mask);
    let rows = weights.iter().map(|row| row.map(|w| (w * UNIT).round().clamp(-127.0, 127.0) as i8));
    let entries: Vec<_> =
        keys.iter().copied().zip(rows).filter(|(_, row)| *row != [0; KINDS.len()]).collect();
    let bytes = Weights::encode(&entries);

    let mut share = Share::default();
    let weights = Weights::decode(&bytes)?;
    for ((name, rules, kind), _) in names.iter().filter(|n| n.1) {
        let told = rules.unwrap_or(OrganizationKind::Company);
        share.names += 1;
        share.rules += usize::from(told == KINDS[*kind]);
        share.both += usize::from(weights.kind(name, *rules).unwrap_or(told) == KINDS[*kind]);
    }
    Ok((bytes, share))
}

/// The annotated names of a text that are found: folded, with what the rules say of their kind, and its number.
fn names_of(text: &Text, annotator: &Annotator) -> Option<Vec<(String, Option<OrganizationKind>, usize)>> {
    let document = Document::from_text(text.text.clone()).ok()?;
    let byte = text.bytes();
    let kinds: HashMap<(u32, u32), usize> = text
        .spans
        .iter()
        .filter(|span| span.kind == "organization" && !span.optional)
        .filter_map(|span| {
            let kind = words::kind(span.attrs.kind.as_deref()?);
            Some(((byte(span.start), byte(span.end)), KINDS.iter().position(|k| *k == kind)?))
        })
        .collect();
    let analysis = annotator.analyze(&document);
    let told = kinds_by_rules(&document, analysis.candidates());
    Some(
        told.into_iter()
            .filter_map(|(span, name, rules)| Some((name, rules, *kinds.get(&(span.start, span.end))?)))
            .collect(),
    )
}

/// The weights that `mask` allows.
fn learn(examples: &[Example], mask: &[[bool; KINDS.len()]]) -> Vec<Row> {
    let mut weights = vec![[0f32; KINDS.len()]; mask.len()];
    let mut history = vec![[1e-2f32; KINDS.len()]; mask.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut seed = 0x2545_F491_4F6C_DD1Du64;
    for _ in 0..EPOCHS {
        for i in (1..order.len()).rev() {
            // xorshift64*
            seed ^= seed >> 12;
            seed ^= seed << 25;
            seed ^= seed >> 27;
            order.swap(i, (seed.wrapping_mul(0x2545_F491_4F6C_DD1D) % (i as u64 + 1)) as usize);
        }
        for &number in &order {
            let Example { features, kind } = &examples[number];
            let mut sums = [0f32; KINDS.len()];
            for &feature in features {
                for (sum, weight) in sums.iter_mut().zip(&weights[feature as usize]) {
                    *sum += weight;
                }
            }
            let most = sums.iter().copied().fold(f32::MIN, f32::max);
            let all: f32 = sums.iter().map(|sum| (sum - most).exp()).sum();
            let gradient: Row =
                std::array::from_fn(|k| (sums[k] - most).exp() / all - f32::from(u8::from(k == *kind)));
            for &feature in features {
                let feature = feature as usize;
                for k in 0..KINDS.len() {
                    if mask[feature][k] {
                        let g = gradient[k] + DECAY * weights[feature][k];
                        history[feature][k] += g * g;
                        weights[feature][k] -= RATE * g / history[feature][k].sqrt();
                    }
                }
            }
        }
    }
    weights
}
