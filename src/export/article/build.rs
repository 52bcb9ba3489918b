//! From a document and its annotations to the article file: spans become offsets in both units.

use serde_json::{Map, Value};

use super::{
    Annotation, ArticleFile, Block, FORMAT, Origin, Published, Relation, RelationType, Sentence, Settings,
    Tool, VERSION, Word,
};
use crate::annotation::{self, Annotations};
use crate::document::{self, Document, Role};
use crate::export::sha256;
use crate::model::Models;
use crate::offsets::Offsets;
use crate::options::{Lang, Options};
use crate::order;
use crate::span::Span;

impl ArticleFile {
    /// The file of a document that was just annotated.
    pub fn new(document: &Document, annotations: &Annotations, options: &Options) -> Self {
        let text = document.text();
        let offsets = Offsets::new(text);
        let annotations: Vec<_> =
            annotations.items.iter().map(|a| Annotation::new(document, &offsets, a)).collect();
        Self {
            format: FORMAT.into(),
            version: VERSION,
            id: None,
            tool: Tool { name: FORMAT.into(), version: env!("CARGO_PKG_VERSION").into() },
            model: None,
            settings: Settings { published: options.published.map(day_or_time), lang: options.lang },
            lang: options.lang.or_else(|| language(text)),
            published: Published::new(document, &offsets, options),
            sha256: sha256::hex(text),
            blocks: blocks(document, &offsets),
            sentences: sentences(document, &offsets),
            words: None,
            relations: relations(&annotations),
            annotations,
            text: text.into(),
        }
    }

    /// Adds the words.
    pub fn with_words(mut self, document: &Document) -> Self {
        self.words = Some(words(document, &Offsets::new(document.text())));
        self
    }

    /// Names the models that took part. A model's version is the fingerprint of where it comes from.
    pub fn with_models(mut self, models: &Models) -> Self {
        let known = [(Lang::Zh, "zh"), (Lang::En, "en")];
        let known: Vec<_> =
            known.into_iter().filter_map(|(lang, name)| Some((name, models.provenance(lang)?))).collect();
        if !known.is_empty() {
            let names: Vec<_> = known.iter().map(|(name, _)| *name).collect();
            let sources: String = known.iter().map(|(_, source)| *source).collect();
            let version = sha256::hex(&sources).chars().take(12).collect();
            self.model = Some(Tool { name: format!("organization-tagger {}", names.join("+")), version });
        }
        self
    }

    /// The title, where a block has that role.
    pub fn title(&self) -> Option<&str> {
        let block = self.blocks.iter().find(|b| b.role == Role::Title)?;
        let mut chars = self.text.char_indices().map(|(at, _)| at).chain([self.text.len()]);
        let start = chars.nth(block.start as usize)?;
        let end = (block.end.checked_sub(block.start)? as usize).checked_sub(1).and_then(|n| chars.nth(n))?;
        self.text.get(start..end)
    }
}

impl Annotation {
    /// The file's form of an annotation.
    pub fn new(document: &Document, offsets: &Offsets, annotation: &annotation::Annotation) -> Self {
        let (start, end) = offsets.pair(document.text(), annotation.span);
        let attrs = match serde_json::to_value(&annotation.attributes) {
            Ok(Value::Object(attrs)) => attrs,
            _ => Map::new(),
        };
        Self {
            id: annotation.id,
            start: start.char,
            end: end.char,
            start_utf16: start.utf16,
            end_utf16: end.utf16,
            r#type: annotation.kind(),
            text: document.slice(annotation.span).into(),
            block: annotation.block,
            sentence: annotation.sentence,
            origin: Origin::Auto,
            rule: Some(annotation.rule.into()),
            attrs,
        }
    }

    /// An attribute as a string; empty where it is absent or of another type.
    pub fn attr(&self, name: &str) -> &str {
        self.attrs.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// An attribute as the id of another annotation.
    pub fn link(&self, name: &str) -> Option<u32> {
        id(self.attrs.get(name)?)
    }
}

impl Published {
    /// The publication date that holds: the given one, else the dateline's.
    pub fn new(document: &Document, offsets: &Offsets, options: &Options) -> Option<Self> {
        if let Some(given) = options.published {
            let (value, source) = (day_or_time(given), "given".into());
            return Some(Self { value, source, start: None, end: None, start_utf16: None, end_utf16: None });
        }
        let dateline = document.dateline()?;
        let (start, end) = offsets.pair(document.text(), dateline.span);
        let source = serde_json::to_value(dateline.source).ok()?.as_str()?.to_owned();
        Some(Self {
            value: day_or_time(dateline.published),
            source,
            start: Some(start.char),
            end: Some(end.char),
            start_utf16: Some(start.utf16),
            end_utf16: Some(end.utf16),
        })
    }
}

/// The blocks of a document with file offsets.
pub fn blocks(document: &Document, offsets: &Offsets) -> Vec<Block> {
    let block = |b: &document::Block| {
        let (start, end) = offsets.pair(document.text(), b.span);
        Block {
            start: start.char,
            end: end.char,
            start_utf16: start.utf16,
            end_utf16: end.utf16,
            role: b.role,
            hint: b.hint,
        }
    };
    document.blocks().iter().map(block).collect()
}

/// The sentences of a document with file offsets.
pub fn sentences(document: &Document, offsets: &Offsets) -> Vec<Sentence> {
    let sentence = |s: &document::Sentence| {
        let (start, end) = offsets.pair(document.text(), s.span);
        Sentence {
            start: start.char,
            end: end.char,
            start_utf16: start.utf16,
            end_utf16: end.utf16,
            block: s.block,
        }
    };
    document.sentences().iter().map(sentence).collect()
}

/// The words of a document with file offsets.
pub fn words(document: &Document, offsets: &Offsets) -> Vec<Word> {
    let word = |span: Span| {
        let (start, end) = offsets.pair(document.text(), span);
        Word { start: start.char, end: end.char, start_utf16: start.utf16, end_utf16: end.utf16 }
    };
    let spans = document.blocks().iter().flat_map(|b| document::word::words(document.text(), b.span));
    spans.map(word).collect()
}

/// The links that the attributes of some annotations state; those that lead nowhere are left out.
pub fn relations(annotations: &[Annotation]) -> Vec<Relation> {
    let mut ids: Vec<u32> = annotations.iter().map(|a| a.id).collect();
    order::naturally(&mut ids);
    let mut out = Vec::new();
    for a in annotations {
        let first = a.attrs.get("mentions").and_then(Value::as_array).and_then(|m| id(m.first()?));
        let links = [
            (RelationType::LeansOn, a.link("leans_on")),
            (RelationType::When, a.link("when")),
            (RelationType::SameAs, first),
        ];
        for (r#type, to) in links {
            if let Some(to) = to.filter(|to| *to != a.id && ids.binary_search(to).is_ok()) {
                out.push(Relation { r#type, from: a.id, to });
            }
        }
    }
    out
}

fn id(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|n| n.try_into().ok())
}

/// The day alone where the time is midnight.
fn day_or_time(at: jiff::civil::DateTime) -> String {
    let day = format!("{:04}-{:02}-{:02}", at.year(), at.month(), at.day());
    match (at.hour(), at.minute(), at.second()) {
        (0, 0, 0) => day,
        (h, m, s) => format!("{day}T{h:02}:{m:02}:{s:02}"),
    }
}

/// The language that prevails, by script; one Han character weighs as much as four Latin letters.
fn language(text: &str) -> Option<Lang> {
    let (mut han, mut latin) = (0usize, 0usize);
    for c in text.chars() {
        match c {
            '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' => han += 4,
            'a'..='z' | 'A'..='Z' => latin += 1,
            _ => {}
        }
    }
    (han + latin > 0).then_some(if han >= latin { Lang::Zh } else { Lang::En })
}
