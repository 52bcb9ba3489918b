//! The trained tagger of organization names: what an annotator holds, how it is asked, and what it answers.
//!
//! A model is a file of its own, one a language, that the page fetches when it is idle: until then, and where the file
//! is damaged, the rules work alone. [`Model`] is what such a file says, [`Predictor`] what the text is run through.
//!
//! The tagger is a linear-chain conditional random field over characters (Chinese) or words (English). Exact-span F1 of
//! organizations, the tagger alone, on texts that it was not trained on (`cargo xtask train --measure`):
//!
//! | Chinese | F1 | English | F1 |
//! |---|---|---|---|
//! | news | 89.0 | news | 82.4 |
//! | whole pages, simplified | 90.8 | whole pages | 91.3 |
//! | whole pages, traditional | 92.0 | development news | 82.7 |
//! | development news | 90.2 | CoNLL-2003 | 87.7 |
//! | CLUENER | 76.6 | | |
//! | MSRA | 81.4 | | |
//!
//! Size against score, Chinese, in kB of brotli and F1 of news, simplified pages, MSRA: 260,000 weights 381 kB (86.8, 85.9,
//! 81.4), 200,000 329 kB (87.4, 83.1, 82.2), 160,000 293 kB (88.2, 83.6, 82.8), 100,000 225 kB (86.7, 82.1, 83.1); the
//! hold-outs of pages are small, and differences of two points there are chance. Since the short pages (`names_…`) are
//! learned from: 200,000 weights 375 kB, 165,000 weights 330 kB, 91.5 and 91.2 over nine sets of pages that nothing was
//! learned from. Steps of a tenth of a natural unit lose nothing against a thirty-second and save a tenth of the size.
//! Fewer English words with clusters, 40,000 in place of 60,000, lose a point and save 49 kB. A bonus for beginning a name
//! in Chinese trades precision for recall and gains nothing.
//!
//! What was gained by what, in points of F1 on the parts above: seven tags in place of thirteen, and training the
//! weights that survive pruning for two more epochs, 2 (at a fifth of the weights); more suffixes and known names, 2
//! on pages and 14 on traditional ones; copies of the pages with other names, 4 on pages (and none on news or in
//! English, where they are left out); a bonus for beginning a name, 1 in English. What gained nothing: 345 short pages
//! more of the same making; the mean of the weights over the last epochs in place of the last (0.3 on news, less on
//! pages); leaving out a tenth to a quarter of the patterns of a site at random while learning, which gains 0.8 on English
//! texts held out and loses 1.0 on Chinese pages, and nothing in either once the rules are weighed against it.

pub mod decode;
pub mod features;
pub mod format;
pub mod predictor;
pub mod tags;

pub use format::Model;
pub use predictor::{Predictor, TagBuffer};

use crate::annotation::OrganizationKind;
use crate::error::Result;
use crate::options::Lang;
use crate::view::View;

/// What the tagger tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Label {
    /// The name of a company, agency, school, team or other body.
    Organization,
    /// The name of a person.
    Person,
    /// The name of a place.
    Location,
}

/// A stretch of a sentence that the tagger took for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// The index of its first character in the view.
    pub start: u32,
    /// The index after its last character in the view.
    pub end: u32,
    /// What it was taken for.
    pub label: Label,
    /// How likely span and label are both right, 0 to 100.
    pub confidence: u8,
}

/// The models that an annotator works with; without any, rules work alone.
#[derive(Debug, Default)]
pub struct Models {
    zh: Option<Predictor>,
    en: Option<Predictor>,
}

impl Models {
    /// No models.
    pub const fn none() -> Self {
        Self { zh: None, en: None }
    }

    /// The models that the command line and the tests work with, compiled into the program.
    #[cfg(not(target_family = "wasm"))]
    pub fn bundled() -> Self {
        let mut models = Self::none();
        for bytes in BUNDLED {
            // A file that does not load is found by the tests; here rules then work alone.
            let _ = models.load(bytes);
        }
        models
    }

    /// Adds the model of one language, and says which; a model of that language loaded before is replaced.
    ///
    /// # Errors
    /// [`Error::is_model`](crate::Error::is_model) when the bytes are damaged, no model or of another version; the
    /// models loaded before stay.
    pub fn load(&mut self, bytes: &[u8]) -> Result<Lang> {
        let model = Model::decode(bytes)?;
        let lang = model.lang;
        *self.slot(lang) = Some(Predictor::new(model));
        Ok(lang)
    }

    /// True when there is a model for the language.
    pub fn has(&self, lang: Lang) -> bool {
        self.predictor(lang).is_some()
    }

    /// Where the model of a language comes from: corpora, licences, command; `None` where there is no model.
    pub fn provenance(&self, lang: Lang) -> Option<&str> {
        self.predictor(lang).map(Predictor::provenance)
    }

    /// Finds the names in one sentence of a view, in reading order and without overlaps; nothing without a model of the
    /// language. `sentence` is a range of character indices, and is cut to the view.
    pub fn tag(
        &self,
        view: &View<'_>,
        sentence: (u32, u32),
        lang: Lang,
        buffer: &mut TagBuffer,
        out: &mut Vec<Tagged>,
    ) {
        if let Some(predictor) = self.predictor(lang) {
            let end = (sentence.1 as usize).min(view.chars.len());
            let start = (sentence.0 as usize).min(end);
            predictor.tag(view.chars, start..end, buffer, out);
        }
    }

    /// The kind of a body that a model knows by its whole name, given in folded characters.
    pub fn known(&self, name: &[char], buffer: &mut TagBuffer) -> Option<OrganizationKind> {
        let han = name.iter().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(c));
        self.predictor(if han { Lang::Zh } else { Lang::En })?.known(name, buffer)
    }

    fn predictor(&self, lang: Lang) -> Option<&Predictor> {
        match lang {
            Lang::Zh => self.zh.as_ref(),
            Lang::En => self.en.as_ref(),
        }
    }

    fn slot(&mut self, lang: Lang) -> &mut Option<Predictor> {
        match lang {
            Lang::Zh => &mut self.zh,
            Lang::En => &mut self.en,
        }
    }
}

#[cfg(not(target_family = "wasm"))]
const BUNDLED: [&[u8]; 2] = [include_bytes!("../www/data/zh.model"), include_bytes!("../www/data/en.model")];
