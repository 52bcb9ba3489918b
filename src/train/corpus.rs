//! Annotated texts, read and cut into sentences as the tagger will see them.

use std::path::Path;

use serde::Deserialize;

use super::{hash, unreadable};
use crate::document::Document;
use crate::error::Result;
use crate::model::Label;
use crate::model::features::{Lexicons, Pattern, Sites};
use crate::model::tags::{OUTSIDE, TAGS, tag};
use crate::options::Lang;
use crate::view::ViewBuffer;

/// Which texts of a file are read.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// Every text.
    All,
    /// All but every n-th by the hash of the id.
    Training(u64),
    /// Every n-th by the hash of the id.
    HeldOut(u64),
}

impl Part {
    /// The part that a test measures: every n-th, or with zero the whole file.
    pub fn from_test(n: u64) -> Self {
        if n == 0 { Self::All } else { Self::HeldOut(n) }
    }

    fn holds(self, id: &str) -> bool {
        match self {
            Self::All => true,
            Self::Training(n) => !hash(id.as_bytes()).is_multiple_of(n),
            Self::HeldOut(n) => hash(id.as_bytes()).is_multiple_of(n),
        }
    }
}

/// A text with its annotations as the files have them, offsets in code points.
#[derive(Clone, Debug, Deserialize)]
pub struct Text {
    /// Its name.
    pub id: String,
    /// `zh` or `en`.
    pub lang: String,
    /// The text.
    pub text: String,
    /// The annotations.
    pub spans: Vec<TextSpan>,
}

impl Text {
    /// From a code point to the byte where it begins; to the end of the text from the one after the last, and to no place
    /// in it from all others.
    pub fn bytes(&self) -> impl Fn(usize) -> u32 {
        let mut bytes: Vec<u32> = self.text.char_indices().map(|(at, _)| at as u32).collect();
        bytes.push(self.text.len() as u32);
        move |point| bytes.get(point).copied().unwrap_or(u32::MAX)
    }
}

/// An annotation in a file.
#[derive(Clone, Debug, Deserialize)]
pub struct TextSpan {
    /// The first code point.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
    /// figure, date, organization, person or location.
    #[serde(rename = "type")]
    pub kind: String,
    /// Right when found and not missed when absent.
    #[serde(default)]
    pub optional: bool,
    /// What it says of it.
    #[serde(default)]
    pub attrs: TextAttributes,
}

/// What a file says of an annotation, as far as training uses it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct TextAttributes {
    /// The kind of a body.
    pub kind: Option<String>,
}

/// A sentence to learn from.
#[derive(Debug)]
pub struct Sentence {
    /// Its patterns; the key is replaced by the learner's number for it.
    pub patterns: Vec<Pattern>,
    /// For each site the tags that the annotations allow, one bit a tag.
    pub allowed: Vec<u16>,
}

/// The sentences of a file.
#[derive(Debug, Default)]
pub struct Corpus {
    /// In the file's order.
    pub sentences: Vec<Sentence>,
}

/// Reads the texts of one language.
///
/// # Errors
/// [`Error::is_model`](crate::Error::is_model) when the file is missing or a line is no annotated text.
pub fn read_texts(path: &Path, lang: Lang, part: Part) -> Result<Vec<Text>> {
    let bytes = std::fs::read_to_string(path).map_err(|e| unreadable(path, e))?;
    let wanted = match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    };
    let mut texts = Vec::new();
    for line in bytes.lines().filter(|line| !line.trim().is_empty()) {
        let text: Text = serde_json::from_str(line).map_err(|e| unreadable(path, e))?;
        if text.lang == wanted && part.holds(&text.id) {
            texts.push(text);
        }
    }
    Ok(texts)
}

impl Corpus {
    /// Reads the sentences of a file. In a `partial` corpus, persons and places are not annotated.
    ///
    /// # Errors
    /// [`Error::is_model`](crate::Error::is_model) when the file is missing or a line is no annotated text.
    pub fn read(path: &Path, lang: Lang, part: Part, partial: bool, lexicons: &Lexicons) -> Result<Self> {
        let mut corpus = Self::default();
        for text in read_texts(path, lang, part)? {
            corpus.add(&text, lang, partial, lexicons);
        }
        Ok(corpus)
    }

    /// Reads the sentences of a file with other names in the place of those that `rename` gives another for.
    ///
    /// # Errors
    /// [`Error::is_model`](crate::Error::is_model) when the file is missing or a line is no annotated text.
    pub fn read_renamed(
        path: &Path,
        lang: Lang,
        part: Part,
        partial: bool,
        lexicons: &Lexicons,
        mut rename: impl FnMut(&str) -> Option<String>,
    ) -> Result<Self> {
        let mut corpus = Self::default();
        for text in read_texts(path, lang, part)? {
            corpus.add(&renamed(&text, &mut rename), lang, partial, lexicons);
        }
        Ok(corpus)
    }

    fn add(&mut self, text: &Text, lang: Lang, partial: bool, lexicons: &Lexicons) {
        let Ok(document) = Document::from_text(text.text.clone()) else { return };
        let byte = text.bytes();
        let mut buffer = ViewBuffer::default();
        let mut sites = Sites::default();
        for block in 0..document.blocks().len() {
            let view = buffer.view(&document, block);
            let whole = view.span(0, view.chars.len());
            let spans: Vec<_> = text
                .spans
                .iter()
                .filter(|s| byte(s.start) >= whole.start && byte(s.end) <= whole.end)
                .map(|s| (view.index(byte(s.start)) as u32, view.index(byte(s.end)) as u32, s))
                .collect();
            for &(start, end) in view.sentences {
                let chars = &view.chars[start as usize..end as usize];
                sites.read(lang, chars, lexicons);
                let mut allowed = vec![if partial { UNKNOWN } else { 1 << OUTSIDE }; sites.len()];
                for &(from, to, span) in &spans {
                    if from >= start && to <= end {
                        mark(&mut allowed, &sites, (from - start, to - start), span);
                    }
                }
                self.sentences.push(Sentence { patterns: sites.patterns.clone(), allowed });
            }
        }
    }
}

/// A text with other names; a name has the same other name wherever it stands.
fn renamed(text: &Text, rename: &mut impl FnMut(&str) -> Option<String>) -> Text {
    let chars: Vec<char> = text.text.chars().collect();
    let mut spans = text.spans.clone();
    spans.sort_by_key(|s| s.start);
    let mut names = std::collections::BTreeMap::new();
    let mut out: Vec<char> = Vec::new();
    let mut done = 0;
    for span in &mut spans {
        let old = span.start.max(done)..span.end;
        out.extend(chars.get(done..old.start).unwrap_or_default());
        let name: String = chars.get(old.clone()).unwrap_or_default().iter().collect();
        let start = out.len();
        if span.kind == "organization" {
            let other = names.entry(name.clone()).or_insert_with(|| rename(&name));
            out.extend(other.as_ref().unwrap_or(&name).chars());
        } else {
            out.extend(name.chars());
        }
        done = old.end;
        (span.start, span.end) = (start, out.len());
    }
    out.extend(chars.get(done..).unwrap_or_default());
    Text { id: text.id.clone(), lang: text.lang.clone(), text: out.into_iter().collect(), spans }
}

/// Any tag but an organization's.
const UNKNOWN: u16 = ((1 << TAGS) - 1) & !(0b1111 << 1);

/// Allows the tags of an annotated span at its sites, and no others.
fn mark(allowed: &mut [u16], sites: &Sites, span: (u32, u32), source: &TextSpan) {
    let label = match source.kind.as_str() {
        "organization" => Some(Label::Organization),
        "person" => Some(Label::Person),
        "location" => Some(Label::Location),
        _ => None,
    };
    let inside: Vec<usize> = (0..sites.len())
        .filter(|&k| {
            let (start, end) = sites.chars(k, k + 1);
            start < span.1 && end > span.0
        })
        .collect();
    for (k, &site) in inside.iter().enumerate() {
        allowed[site] = match label {
            None => 1 << OUTSIDE,
            Some(label) if source.optional => 1 << tag(label, k, inside.len()) | UNKNOWN,
            Some(label) => 1 << tag(label, k, inside.len()),
        };
    }
}
