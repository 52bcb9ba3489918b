//! Training of the tagger: corpora to sentences, sentences to weights, weights to a model file.
//!
//! Everything is done in a fixed order with a fixed seed on one thread, so that the same data give the same bytes.

pub mod corpus;
pub mod kinds;
pub mod learner;
pub mod measure;
pub mod recipe;
pub mod rename;
pub mod stored;

use std::path::Path;

use crate::error::{Error, Result};
use crate::model::Model;
use crate::options::Lang;

use corpus::{Corpus, Part};
use recipe::{Recipe, located};

/// What one run of training is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The language of the model.
    pub lang: Lang,
    /// Whether every fifth text of the corpora in the guide's convention is kept for measuring.
    pub hold_out: bool,
    /// How many weights the stored model has at most.
    pub weights: usize,
    /// How often the learner goes through the sentences.
    pub epochs: usize,
}

/// Trains a model from the corpora under `data`; `say` is told of progress.
///
/// # Errors
/// [`Error::is_model`] naming the file that is missing or cannot be read.
pub fn train(data: &Path, settings: &Settings, say: &mut dyn FnMut(&str)) -> Result<Model> {
    let recipe = Recipe::new(settings.lang);
    let lexicons = recipe.lexicons(data)?;
    let mut corpora = Vec::new();
    for source in recipe.sources {
        let part = if settings.hold_out && source.held_out > 0 {
            Part::Training(source.held_out)
        } else {
            Part::All
        };
        let corpus =
            Corpus::read(&located(data, source.path), settings.lang, part, source.partial, &lexicons)?;
        say(&format!("{}: {} sentences", source.path, corpus.sentences.len()));
        corpora.push((corpus, source.times));
        for copy in 0..source.copies {
            let mut renamer = recipe.renamer(data, copy + 1)?;
            let path = located(data, source.path);
            let rename = |name: &str| renamer.rename(name);
            let corpus = Corpus::read_renamed(&path, settings.lang, part, source.partial, &lexicons, rename)?;
            corpora.push((corpus, 1));
        }
    }
    let learned = learner::learn(&corpora, settings, &mut *say);
    Ok(stored::store(learned, settings, recipe.provenance(data)?, lexicons))
}

/// What is held out when [`Settings::hold_out`] is set, with a name for each part.
///
/// # Errors
/// [`Error::is_model`] naming the file that is missing or cannot be read.
pub fn held_out(data: &Path, lang: Lang) -> Result<Vec<(String, Vec<corpus::Text>)>> {
    let recipe = Recipe::new(lang);
    let mut parts = Vec::new();
    for test in recipe.tests {
        let texts = corpus::read_texts(&located(data, test.path), lang, Part::from_test(test.held_out))?;
        let texts: Vec<_> = texts
            .into_iter()
            .filter(|text| test.only.split(' ').any(|part| text.id.contains(part)))
            .collect();
        parts.push((test.name.to_owned(), texts));
    }
    Ok(parts)
}

fn unreadable(path: &Path, reason: impl std::fmt::Display) -> Error {
    Error::model(format!("{}: {reason}", path.display()))
}

/// The same number for the same bytes, on every machine.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3))
}
