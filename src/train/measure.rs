//! How well a model finds the organizations of annotated texts: exact spans.

use super::corpus::Text;
use crate::document::Document;
use crate::model::{Label, Models, TagBuffer};
use crate::options::Lang;
use crate::span::Span;
use crate::view::ViewBuffer;

/// Counts of exact spans.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Spans found and annotated.
    pub right: usize,
    /// Spans found.
    pub found: usize,
    /// Spans annotated.
    pub gold: usize,
}

impl Score {
    /// Precision, recall and F1, in per cent.
    pub fn rates(&self) -> (f64, f64, f64) {
        let rate = |of: usize| if of == 0 { 0.0 } else { 100.0 * self.right as f64 / of as f64 };
        let (p, r) = (rate(self.found), rate(self.gold));
        (p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 })
    }
}

/// One organization that was found, annotated or both.
#[derive(Clone, Copy, Debug)]
pub enum Finding {
    /// Found and annotated, with its confidence.
    Right(u8),
    /// Found and not annotated, with its confidence.
    Spurious(u8),
    /// Annotated and not found.
    Missed,
}

/// Tags the texts and counts the organizations; `each` is told of every one.
pub fn measure(
    models: &Models,
    lang: Lang,
    texts: &[Text],
    mut each: impl FnMut(&Document, Span, Finding),
) -> Score {
    let mut score = Score::default();
    let (mut views, mut buffer, mut tagged) = (ViewBuffer::default(), TagBuffer::default(), Vec::new());
    for text in texts {
        let Ok(document) = Document::from_text(text.text.clone()) else { continue };
        let mut found = Vec::new();
        for block in 0..document.blocks().len() {
            let view = views.view(&document, block);
            tagged.clear();
            for &sentence in view.sentences {
                models.tag(&view, sentence, lang, &mut buffer, &mut tagged);
            }
            for t in tagged.iter().filter(|t| t.label == Label::Organization) {
                found.push((view.span(t.start as usize, t.end as usize), t.confidence));
            }
        }
        let byte = text.bytes();
        let gold: Vec<_> = text
            .spans
            .iter()
            .filter(|s| s.kind == "organization")
            .map(|s| (byte(s.start), byte(s.end), s.optional))
            .collect();
        score.gold += gold.iter().filter(|g| !g.2).count();
        for &(start, end, _) in gold.iter().filter(|g| !g.2) {
            if !found.iter().any(|f| (f.0.start, f.0.end) == (start, end)) {
                each(&document, Span::new(start, end), Finding::Missed);
            }
        }
        for (span, confidence) in found {
            let hit = gold.iter().find(|g| (g.0, g.1) == (span.start, span.end));
            if hit.is_some_and(|g| g.2) {
                continue;
            }
            score.found += 1;
            score.right += usize::from(hit.is_some());
            let finding =
                if hit.is_some() { Finding::Right(confidence) } else { Finding::Spurious(confidence) };
            each(&document, span, finding);
        }
    }
    score
}

/// How many characters a second are tagged, over at least half a second.
pub fn speed(models: &Models, lang: Lang, texts: &[Text]) -> f64 {
    let (mut views, mut buffer, mut tagged) = (ViewBuffer::default(), TagBuffer::default(), Vec::new());
    let documents: Vec<_> = texts.iter().filter_map(|t| Document::from_text(t.text.clone()).ok()).collect();
    let (mut chars, mut time) = (0, std::time::Duration::ZERO);
    while time.as_millis() < 500 && !documents.is_empty() {
        for document in &documents {
            for block in 0..document.blocks().len() {
                let view = views.view(document, block);
                tagged.clear();
                let started = std::time::Instant::now();
                for &sentence in view.sentences {
                    models.tag(&view, sentence, lang, &mut buffer, &mut tagged);
                }
                time += started.elapsed();
                chars += view.chars.len();
            }
        }
    }
    chars as f64 / time.as_secs_f64().max(1e-9)
}
