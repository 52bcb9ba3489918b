//! The annotator: immutable after construction, total on every input.

use crate::annotation::Annotations;
use crate::document::Document;
use crate::error::Result;
use crate::model::Models;
use crate::options::{Lang, Languages, Options};
use crate::recognize::{self, Candidate, Draft};
use crate::view::ViewBuffer;
use crate::{resolve, select};

/// Finds and resolves figures, dates and organizations.
///
/// It holds the models and word lists and nothing else: annotating never changes it, and it can be shared by threads.
#[derive(Debug)]
pub struct Annotator {
    models: Models,
    languages: Languages,
    organizations: bool,
}

impl Default for Annotator {
    fn default() -> Self {
        Self::new(Models::default())
    }
}

/// What was found in a document before anything was resolved: kept, so that another publication date needs no
/// second scan.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// The winning candidates in reading order.
    selected: Vec<Candidate>,
}

impl Analysis {
    /// The winning candidates, in reading order and without overlaps.
    pub fn candidates(&self) -> &[Candidate] {
        &self.selected
    }
}

impl Annotator {
    /// An annotator with the given models.
    pub fn new(models: Models) -> Self {
        Self { models, languages: Languages::ALL, organizations: true }
    }

    /// An annotator that finds nothing yet: the page has its core a part at a time.
    pub fn bare() -> Self {
        Self { models: Models::default(), languages: Languages::NONE, organizations: false }
    }

    /// Lets it find the figures and dates of a language.
    pub fn add_language(&mut self, lang: Lang) {
        self.languages.add(lang);
    }

    /// Lets it find organizations.
    pub fn add_organizations(&mut self) {
        self.organizations = true;
    }

    /// Adds a model, and says for which language.
    ///
    /// # Errors
    /// As [`Models::load`].
    pub fn load_model(&mut self, bytes: &[u8]) -> Result<Lang> {
        self.models.load(bytes)
    }

    /// The models that it works with.
    pub fn models(&self) -> &Models {
        &self.models
    }

    /// Finds the candidates of one block, overlaps not settled.
    pub fn scan(&self, document: &Document, block: usize, buffer: &mut ViewBuffer, out: &mut Vec<Candidate>) {
        let view = buffer.view(document, block).of(self.languages);
        let first = out.len();
        recognize::date::recognize(&view, out);
        recognize::figure::recognize(&view, out);
        if self.organizations {
            recognize::organization::recognize(&view, &self.models, out);
        }
        // No name, number or date goes on in the next sentence, whatever its readers made of an odd dot.
        let sentences = document.sentences_of(block);
        let whole = |c: &Candidate| {
            let at = sentences.partition_point(|s| s.span.start <= c.span.start).saturating_sub(1);
            matches!(c.draft, Draft::Nothing) || sentences.get(at).is_none_or(|s| c.span.end <= s.span.end)
        };
        let mut kept = first;
        for i in first..out.len() {
            if whole(&out[i]) {
                out.swap(kept, i);
                kept += 1;
            }
        }
        out.truncate(kept);
    }

    /// Settles the candidates of all blocks: the document pass and the overlaps.
    pub fn settle(&self, document: &Document, mut candidates: Vec<Candidate>) -> Analysis {
        candidates.retain(|candidate| candidate.stands(document));
        if self.organizations {
            recognize::organization::propagate(document, &mut candidates);
        }
        let mut selected = select::select(candidates);
        recognize::date::clause::read_all(document, &mut selected);
        Analysis { selected }
    }

    /// Finds everything in a document.
    pub fn analyze(&self, document: &Document) -> Analysis {
        let mut buffer = ViewBuffer::default();
        let mut candidates = Vec::new();
        for block in 0..document.blocks().len() {
            self.scan(document, block, &mut buffer, &mut candidates);
        }
        self.settle(document, candidates)
    }

    /// Resolves what was found. The same analysis can be resolved again under another publication date.
    pub fn resolve(&self, document: &Document, analysis: &Analysis, options: &Options) -> Annotations {
        resolve::resolve(document, &analysis.selected, options)
    }

    /// Finds and resolves everything in a document.
    pub fn annotate(&self, document: &Document, options: &Options) -> Annotations {
        self.resolve(document, &self.analyze(document), options)
    }
}
