//! One open document, as an editor holds it: scanned in batches, resolved again under another publication date,
//! edited one block at a time.
//!
//! Everything goes in and comes out in UTF-16 units, the way JavaScript counts; inside, offsets are bytes.
//!
//! ```
//! use article_annotator::{Annotator, Document, Options, session::Session};
//!
//! let annotator = Annotator::default();
//! let mut session = Session::new(Document::from_text("2024年2月21日,新增525家。")?, Options::default());
//! while session.scan(&annotator, 20_000).is_some() {}
//! session.finish(&annotator);
//! assert_eq!(session.annotations().items.len(), session.marks().len());
//! # Ok::<(), article_annotator::Error>(())
//! ```

use serde::Serialize;

use crate::annotation::{Annotation, AnnotationType, Annotations, Attributes};
use crate::annotator::{Analysis, Annotator};
use crate::document::Document;
use crate::error::Result;
use crate::offsets::Offsets;
use crate::options::{Lang, Options};
use crate::recognize::date::clause;
use crate::recognize::{Candidate, Draft};
use crate::resolve;
use crate::select::select;
use crate::span::Span;
use crate::text::fold::fold;
use crate::view::ViewBuffer;

/// Where an annotation stands: enough to paint it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// First UTF-16 unit.
    pub start: u32,
    /// UTF-16 unit after the end.
    pub end: u32,
    /// What it is.
    pub r#type: AnnotationType,
    /// The index of its block.
    pub block: u32,
}

/// How many letters of a text tell its language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Letters {
    han: u32,
    latin: u32,
    /// Those Han characters that only traditional text has.
    traditional: u32,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut letters = Self::default();
        for c in text.chars() {
            match c {
                '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => {
                    letters.han += 1;
                    letters.traditional += u32::from(fold(c) != c);
                }
                'a'..='z' | 'A'..='Z' => letters.latin += 1,
                _ => {}
            }
        }
        letters
    }

    /// The letters after some are gone and others have come.
    fn changed(self, gone: Self, come: Self) -> Self {
        let count = |all: u32, gone: u32, come: u32| all.saturating_sub(gone) + come;
        Self {
            han: count(self.han, gone.han, come.han),
            latin: count(self.latin, gone.latin, come.latin),
            traditional: count(self.traditional, gone.traditional, come.traditional),
        }
    }
}

/// A document being worked on.
#[derive(Debug)]
pub struct Session {
    document: Document,
    offsets: Offsets,
    letters: Letters,
    options: Options,
    /// What was found in each block scanned so far, overlaps not settled.
    scanned: Vec<Vec<Candidate>>,
    analysis: Analysis,
    annotations: Annotations,
    buffer: ViewBuffer,
}

impl Session {
    /// Opens a document; nothing is scanned yet.
    pub fn new(document: Document, options: Options) -> Self {
        Self {
            offsets: Offsets::new(document.text()),
            letters: Letters::of(document.text()),
            document,
            options,
            scanned: Vec::new(),
            analysis: Analysis::default(),
            annotations: Annotations::default(),
            buffer: ViewBuffer::default(),
        }
    }

    /// The document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The table of its offsets.
    pub fn offsets(&self) -> &Offsets {
        &self.offsets
    }

    /// The settings it is resolved under.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// What was resolved last; empty before the first [`finish`](Self::finish).
    pub fn annotations(&self) -> &Annotations {
        &self.annotations
    }

    /// How many blocks have been scanned, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.scanned.len(), self.document.blocks().len())
    }

    /// Forgets what was scanned, so that everything is scanned again: after another model was loaded.
    pub fn reset(&mut self) {
        self.scanned.clear();
    }

    /// Scans whole blocks until about `bytes` bytes of text are done, and gives their provisional marks; `None` when
    /// every block had been scanned.
    pub fn scan(&mut self, annotator: &Annotator, bytes: u32) -> Option<Vec<Mark>> {
        let first = self.scanned.len();
        let from = self.document.blocks().get(first)?.span.start;
        let mut marks = Vec::new();
        while let Some(block) = self.document.blocks().get(self.scanned.len()) {
            if self.scanned.len() > first && block.span.end.saturating_sub(from) > bytes {
                break;
            }
            let found = self.scan_block(annotator, self.scanned.len());
            self.provisional(&found, &mut marks);
            self.scanned.push(found);
        }
        Some(marks)
    }

    /// Tells every block its role and finds the dateline, where the document was only laid out.
    pub fn outline(&mut self) {
        self.document.outline();
    }

    /// The document pass: settles overlaps, finds known names everywhere and resolves every value.
    pub fn finish(&mut self, annotator: &Annotator) {
        self.document.outline();
        // What there was before goes first: the memory of the page never shrinks again.
        (self.analysis, self.annotations) = Default::default();
        self.analysis = annotator.settle(&self.document, self.scanned.concat());
        self.resolve(annotator);
    }

    /// Puts the document under another publication date, given or (with `None`) as the dateline says.
    pub fn set_options(&mut self, annotator: &Annotator, options: Options) {
        self.document.outline();
        self.options = options;
        self.resolve(annotator);
    }

    fn resolve(&mut self, annotator: &Annotator) {
        self.annotations = Annotations::default();
        self.annotations = annotator.resolve(&self.document, &self.analysis, &self.options);
    }

    /// Replaces the text of one block and scans that block alone; line breaks in `text` make several blocks of it, an
    /// empty text removes it. Gives the provisional marks of the new blocks; the document pass is still to follow.
    ///
    /// # Errors
    /// As [`Document::from_text`].
    pub fn edit_block(&mut self, annotator: &Annotator, block: usize, text: &str) -> Result<Vec<Mark>> {
        let Some(old) = self.document.blocks().get(block).map(|b| b.span) else { return Ok(Vec::new()) };
        let before = self.document.blocks().len();
        let (gone, come) = (Letters::of(self.document.slice(old)), Letters::of(text));
        self.document = self.document.with_block_text(block, text)?;
        self.letters = self.letters.changed(gone, come);
        self.offsets = Offsets::new(self.document.text());
        let added = (self.document.blocks().len() + 1).saturating_sub(before);
        if block >= self.scanned.len() {
            return Ok(Vec::new());
        }
        // What was selected before shares what is about to move.
        self.analysis = Analysis::default();
        let tail = self.scanned.split_off(block);
        let mut marks = Vec::new();
        for index in block..block + added {
            let found = self.scan_block(annotator, index);
            self.provisional(&found, &mut marks);
            self.scanned.push(found);
        }
        let by = text.len() as i64 - i64::from(old.len());
        let moved = |found: Vec<Candidate>| found.into_iter().map(|candidate| candidate.moved(by)).collect();
        self.scanned.extend(tail.into_iter().skip(1).map(moved));
        Ok(marks)
    }

    /// The marks of everything that was resolved, in reading order: mark `i` belongs to annotation `i`.
    pub fn marks(&self) -> Vec<Mark> {
        self.annotations.items.iter().map(|a| self.mark(a.span, a.kind(), a.block)).collect()
    }

    /// A stretch of text that a person chose, as an annotation of the given type: attributes are what the recognisers
    /// make of it, in its place in the document. With `trim`, space, quotation marks and punctuation at either end
    /// are left out first. `None` where nothing is left or the stretch is not within one block.
    ///
    /// The annotation's id is the number of annotations there are; ids in its attributes are those of
    /// [`annotations`](Self::annotations).
    pub fn describe(
        &self,
        annotator: &Annotator,
        (start, end): (u32, u32),
        kind: AnnotationType,
        trim: bool,
    ) -> Option<Annotation> {
        let text = self.document.text();
        let (start, end) = (self.offsets.byte_of_utf16(text, start)?, self.offsets.byte_of_utf16(text, end)?);
        let span = Span::new(start, end);
        let span = if trim { trimmed(text, span) } else { span };
        let block = self.document.block_at(span.start);
        if span.is_empty() || !self.document.blocks().get(block)?.span.contains(span) {
            return None;
        }
        let draft = self.draft(annotator, block, span, kind);
        let mut chosen = Candidate { span, draft, rule: "chosen" };
        clause::read_all(&self.document, core::slice::from_mut(&mut chosen));
        // The chosen stretch takes the place of whatever overlaps it; `places` leads back to the ids there were.
        let (mut selected, mut places) = (Vec::new(), Vec::new());
        for (id, candidate) in self.analysis.candidates().iter().enumerate() {
            if !candidate.span.overlaps(span) {
                selected.push(candidate.clone());
                places.push(Some(id as u32));
            }
        }
        let at = selected.partition_point(|c| c.span.start < span.start);
        selected.insert(at, chosen);
        places.insert(at, None);
        let mut items = resolve::resolve(&self.document, &selected, &self.options).items;
        if at >= items.len() {
            return None;
        }
        let mut chosen = items.swap_remove(at);
        chosen.id = self.annotations.items.len() as u32;
        let place = |id: u32| places.get(id as usize).copied().flatten();
        match &mut chosen.attributes {
            Attributes::Figure(figure) => figure.when = figure.when.and_then(place),
            Attributes::Date(date) => date.leans_on = date.leans_on.and_then(place),
            Attributes::Organization(organization) => {
                organization.mentions = organization.mentions.iter().filter_map(|&id| place(id)).collect();
                if organization.canonical.is_empty() {
                    organization.canonical = self.document.slice(span).into();
                }
            }
        }
        Some(chosen)
    }

    /// The best reading of a stretch as a type: the same stretch in its block, else the longest one within it, else
    /// what the stretch is on its own, else an empty one.
    fn draft(&self, annotator: &Annotator, block: usize, span: Span, kind: AnnotationType) -> Draft {
        let longest = |candidates: Vec<Candidate>, within: Span| {
            let fits = |c: &Candidate| type_of(&c.draft) == Some(kind) && within.contains(c.span);
            candidates.into_iter().filter(fits).max_by_key(|c| c.span.len())
        };
        let mut buffer = ViewBuffer::default();
        let mut found = Vec::new();
        annotator.scan(&self.document, block, &mut buffer, &mut found);
        if let Some(candidate) = longest(found, span) {
            return candidate.draft;
        }
        if let Ok(alone) = Document::from_text(self.document.slice(span)) {
            let mut found = Vec::new();
            annotator.scan(&alone, 0, &mut buffer, &mut found);
            if let Some(candidate) = longest(found, Span::new(0, span.len())) {
                return candidate.draft;
            }
        }
        match kind {
            AnnotationType::Figure => Draft::Figure(Default::default()),
            AnnotationType::Date => Draft::Date(Default::default()),
            AnnotationType::Organization => Draft::Organization(Default::default()),
        }
    }

    /// The language that prevails, as a BCP 47 tag: `zh-Hans`, `zh-Hant` or `en`. One Han character weighs as much as
    /// four Latin letters; traditional is what has three characters in a hundred that only traditional text has.
    pub fn lang(&self) -> &'static str {
        let Letters { han, latin, traditional } = self.letters;
        match self.options.lang.unwrap_or(if han * 4 > latin { Lang::Zh } else { Lang::En }) {
            Lang::Zh if traditional * 100 > han * 3 => "zh-Hant",
            Lang::Zh => "zh-Hans",
            Lang::En => "en",
        }
    }

    fn scan_block(&mut self, annotator: &Annotator, block: usize) -> Vec<Candidate> {
        let mut found = Vec::new();
        annotator.scan(&self.document, block, &mut self.buffer, &mut found);
        found
    }

    fn provisional(&self, found: &[Candidate], out: &mut Vec<Mark>) {
        let standing = found.iter().filter(|candidate| candidate.stands(&self.document));
        for candidate in select(standing.cloned().collect()) {
            if let Some(kind) = type_of(&candidate.draft) {
                let block = self.document.block_at(candidate.span.start) as u32;
                out.push(self.mark(candidate.span, kind, block));
            }
        }
    }

    fn mark(&self, span: Span, kind: AnnotationType, block: u32) -> Mark {
        let (start, end) = self.offsets.pair(self.document.text(), span);
        Mark { start: start.utf16, end: end.utf16, r#type: kind, block }
    }
}

fn type_of(draft: &Draft) -> Option<AnnotationType> {
    match draft {
        Draft::Figure(_) => Some(AnnotationType::Figure),
        Draft::Date(_) => Some(AnnotationType::Date),
        Draft::Organization(_) => Some(AnnotationType::Organization),
        Draft::Nothing => None,
    }
}

/// Leaves out space, quotation marks and punctuation at either end; a bracket only where its partner is not inside.
fn trimmed(text: &str, span: Span) -> Span {
    let edge = |c: char| c.is_whitespace() || "“”‘’\"'「」『』《》,，.。、;；:：!！?？…—".contains(c);
    let inner = text.get(span.range()).unwrap_or_default();
    let mut kept = inner.trim_matches(edge);
    for (open, close) in [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')] {
        if !kept.contains(close) {
            kept = kept.trim_start_matches(open);
        }
        if !kept.contains(open) {
            kept = kept.trim_end_matches(close);
        }
    }
    let start = span.start as usize + (kept.as_ptr() as usize).saturating_sub(inner.as_ptr() as usize);
    let dotted = ["Inc", "Corp", "Co", "Ltd", "p.m", "a.m"].iter().any(|word| kept.ends_with(word))
        && text.get(start + kept.len()..).is_some_and(|rest| rest.starts_with('.'));
    let end = start + kept.len() + usize::from(dotted && start + kept.len() < span.end as usize);
    Span::new(start as u32, end as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_is_trimmed_as_the_guide_says() {
        for (text, expected) in [
            (" “525家”,", "525家"),
            ("（18%", "18%"),
            ("Bank of China (Hong Kong)", "Bank of China (Hong Kong)"),
            ("Acme Inc.", "Acme Inc."),
            ("Acme.", "Acme"),
            ("。。", ""),
        ] {
            let span = trimmed(text, Span::new(0, text.len() as u32));
            assert_eq!(&text[span.range()], expected, "{text}");
        }
    }

    #[test]
    fn an_edited_block_gives_what_a_fresh_document_gives() {
        let annotator = Annotator::default();
        let text = "Sales report for the spring\n2024年2月21日,新增525家😀。\n同比增长18%,交易电量0.73亿千瓦时。江北新材料有限公司(江北新材)投入3亿元。";
        for replacement in ["新增企业30家。", "", "一。\n二月三日,40%。"] {
            let mut session = Session::new(Document::from_text(text).unwrap(), Options::default());
            while session.scan(&annotator, 8).is_some() {}
            session.edit_block(&annotator, 1, replacement).unwrap();
            session.finish(&annotator);
            let mut fresh = Session::new(
                Document::from_text(session.document().text().to_owned()).unwrap(),
                Options::default(),
            );
            while fresh.scan(&annotator, 1_000).is_some() {}
            fresh.finish(&annotator);
            assert_eq!(session.marks(), fresh.marks(), "{replacement}");
            assert_eq!(session.annotations(), fresh.annotations(), "{replacement}");
            assert_eq!(session.letters, fresh.letters, "{replacement}");
        }
    }
}
