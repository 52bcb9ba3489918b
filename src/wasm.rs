//! The glue to JavaScript: it converts and nothing else. Types for people stand in `wasm/types.d.ts`.

mod object;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Reflect, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::annotation::AnnotationType;
use crate::document::{Hint, Role, Source, unwrapped};
use crate::export::article::{Annotation, ArticleFile};
use crate::export::{Filter, csv, html, json, training, web_annotation};
use crate::offsets::Offsets;
use crate::session::{self, Mark};
use crate::span::Span;
use crate::{Annotator, Document, Error, Lang, Options};

type Result<T> = core::result::Result<T, JsValue>;

/// The version of this build.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

/// The file in another format: `json`, `csv`, `jsonl`, `jsonld` or `html`.
#[wasm_bindgen(js_name = exportArticle)]
pub fn export_article(article: JsValue, format: &str, filter: JsValue) -> Result<String> {
    // By way of a value: import reads a file from one too, and a second reader of files would cost 40 kB.
    let article: ArticleFile =
        serde_json::from_value(from_js(article)?).map_err(|e| failure("input", &e.to_string()))?;
    let filter: Filter = if filter.is_undefined() { Filter::default() } else { from_js(filter)? };
    Ok(match format {
        "json" => json::write(&article, &filter),
        "csv" => csv::write(&article, &filter),
        "jsonl" => training::write(&article, &filter),
        "jsonld" => web_annotation::write(&article, &filter),
        "html" => html::write(&article, &filter),
        other => return Err(failure("input", &format!("no format “{other}”"))),
    })
}

/// Reads and checks our own JSON.
#[wasm_bindgen(js_name = importArticle)]
pub fn import_article(text: &str) -> Result<JsValue> {
    to_js(&crate::import::open(text).map_err(error)?)
}

/// Holds the models; documents are opened from it.
#[wasm_bindgen]
pub struct Engine {
    annotator: Rc<RefCell<Annotator>>,
}

impl Default for Engine {
    fn default() -> Self {
        Self { annotator: Rc::new(RefCell::new(Annotator::bare())) }
    }
}

#[wasm_bindgen]
impl Engine {
    /// An engine that finds nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets it find the figures and dates of a language, once that part of the module is there.
    #[wasm_bindgen(js_name = addLanguage)]
    pub fn add_language(&self, lang: &str) -> Result<()> {
        self.annotator.borrow_mut().add_language(object::language(lang)?);
        Ok(())
    }

    /// Lets it find everything, once the whole module is there; organizations by rules alone until models are loaded.
    /// Documents open already are to be reset and scanned again.
    pub fn complete(&self) {
        let mut annotator = self.annotator.borrow_mut();
        annotator.add_language(Lang::Zh);
        annotator.add_language(Lang::En);
        annotator.add_organizations();
    }

    /// Adds the tagger of one language and gives its code; documents open already are to be reset and scanned again.
    #[wasm_bindgen(js_name = loadModel)]
    pub fn load_model(&self, bytes: &[u8]) -> Result<JsValue> {
        to_js(&self.annotator.borrow_mut().load_model(bytes).map_err(error)?)
    }

    /// Opens a text, or the blocks of a page. Line ends are made LF once, here.
    pub fn open(&self, input: JsValue) -> Result<Session> {
        let mut session = self.begin(input.clone())?;
        let given = object::string(&input, "published")?;
        if given.is_some() {
            session.set_published(given)?;
        }
        session.inner.outline();
        Ok(session)
    }

    /// As [`open`](Self::open), but no role or publication date is told before [`Session::set_published`] is called or
    /// the document pass: what the first part of the page's module can do.
    pub fn begin(&self, input: JsValue) -> Result<Session> {
        let text = line_feeds(object::string(&input, "text")?.unwrap_or_default());
        // The blocks as `Session::blocks` gave them, where the text was open before.
        let layout = object::numbers(&input, "layout")?;
        let document = match (object::blocks(&input)?, layout) {
            (Some(mut blocks), _) => {
                blocks.iter_mut().for_each(|b| b.text = line_feeds(core::mem::take(&mut b.text)));
                Document::lay_out(Source::Blocks(&blocks))
            }
            (None, Some(layout)) => {
                let spans = spans(&text, &layout);
                Document::lay_out(Source::Spans(text, &spans))
            }
            // Hard-wrapped paragraphs are put on one line each.
            (None, None) if object::property(&input, "unwrap")?.is_some_and(|on| on.is_truthy()) => {
                Document::lay_out(Source::Text(unwrapped(&text)))
            }
            (None, None) => Document::lay_out(Source::Text(text)),
        };
        let lang = object::string(&input, "lang")?.map(|code| object::language(&code)).transpose()?;
        let options = Options { published: None, lang };
        let session = session::Session::new(document.map_err(error)?, options);
        Ok(Session { annotator: Rc::clone(&self.annotator), inner: session })
    }
}

/// One open document.
#[wasm_bindgen]
pub struct Session {
    annotator: Rc<RefCell<Annotator>>,
    inner: session::Session,
}

#[wasm_bindgen]
impl Session {
    /// The text, with line feeds as line ends.
    pub fn text(&self) -> String {
        self.inner.document().text().into()
    }

    /// Language, publication date, title.
    pub fn info(&self) -> JsValue {
        let (document, offsets) = (self.inner.document(), self.inner.offsets());
        let dateline = document.dateline().map(|line| {
            let (start, end) = offsets.pair(document.text(), line.span);
            object::object(&[
                ("published", line.published.to_string().into()),
                ("source", object::source(line.source).into()),
                ("start", start.utf16.into()),
                ("end", end.utf16.into()),
            ])
        });
        let published = self.inner.options().published.map(|date| date.to_string());
        let title = document.blocks().iter().find(|b| b.role == Role::Title).map(|b| document.slice(b.span));
        object::object(&[
            ("lang", self.inner.lang().into()),
            ("published", published.map_or(JsValue::NULL, JsValue::from)),
            ("dateline", dateline.unwrap_or(JsValue::NULL)),
            ("characters", offsets.position(document.text(), u32::MAX).char.into()),
            ("title", title.map_or(JsValue::UNDEFINED, JsValue::from)),
        ])
    }

    /// Four numbers a block: start, end (UTF-16 units), role, hint.
    pub fn blocks(&self) -> Uint32Array {
        let (document, offsets) = (self.inner.document(), self.inner.offsets());
        let mut out = Vec::with_capacity(document.blocks().len() * 4);
        for block in document.blocks() {
            let (start, end) = offsets.pair(document.text(), block.span);
            out.extend([start.utf16, end.utf16, block.role as u32, hint_code(block.hint)]);
        }
        Uint32Array::from(out.as_slice())
    }

    /// Scans the next blocks, about `bytes` of text: their provisional marks, or undefined when all is scanned.
    pub fn scan(&mut self, bytes: u32) -> Option<Uint32Array> {
        self.inner.scan(&self.annotator.borrow(), bytes).map(|marks| marks_array(&marks))
    }

    /// The share of blocks scanned, 0 to 1.
    pub fn progress(&self) -> f64 {
        let (done, all) = self.inner.progress();
        if all == 0 { 1.0 } else { done as f64 / all as f64 }
    }

    /// The document pass: all marks, in reading order; mark i belongs to annotation i.
    pub fn finish(&mut self) -> Uint32Array {
        self.inner.finish(&self.annotator.borrow());
        marks_array(&self.inner.marks())
    }

    /// Forgets what was scanned, so that everything is scanned again with the models there are now.
    pub fn reset(&mut self) {
        self.inner.reset();
    }

    /// The annotations `from..to` with their attributes.
    pub fn annotations(&self, from: usize, to: usize) -> Result<JsValue> {
        let (document, offsets) = (self.inner.document(), self.inner.offsets());
        let items = &self.inner.annotations().items;
        let range = from.min(items.len())..to.clamp(from.min(items.len()), items.len());
        let records: Vec<_> = items[range].iter().map(|a| Annotation::new(document, offsets, a)).collect();
        to_js(&records)
    }

    /// Puts the document under another publication date (ISO 8601), or with null under its dateline.
    #[wasm_bindgen(js_name = setPublished)]
    pub fn set_published(&mut self, date: Option<String>) -> Result<()> {
        let options = Options { published: published(date.as_deref())?, ..self.inner.options().clone() };
        self.inner.set_options(&self.annotator.borrow(), options);
        Ok(())
    }

    /// Replaces the text of one block; gives the provisional marks of its new text. `finish` is to follow.
    #[wasm_bindgen(js_name = editBlock)]
    pub fn edit_block(&mut self, block: usize, text: String) -> Result<Uint32Array> {
        let marks =
            self.inner.edit_block(&self.annotator.borrow(), block, &line_feeds(text)).map_err(error)?;
        Ok(marks_array(&marks))
    }

    /// A stretch (UTF-16 units) as an annotation of a type, with attributes; undefined where there is none.
    pub fn describe(&self, start: u32, end: u32, kind: JsValue, trim: bool) -> Result<JsValue> {
        let kind: AnnotationType = from_js(kind)?;
        match self.inner.describe(&self.annotator.borrow(), (start, end), kind, trim) {
            Some(found) => to_js(&Annotation::new(self.inner.document(), self.inner.offsets(), &found)),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// The document as our own JSON holds it; corrections are laid over it on the page.
    pub fn article(&self) -> Result<JsValue> {
        let file = ArticleFile::new(self.inner.document(), self.inner.annotations(), self.inner.options());
        to_js(&file.with_models(self.annotator.borrow().models()))
    }
}

fn marks_array(marks: &[Mark]) -> Uint32Array {
    let mut out = Vec::with_capacity(marks.len() * 4);
    for mark in marks {
        out.extend([mark.start, mark.end, mark.r#type as u32, mark.block]);
    }
    Uint32Array::from(out.as_slice())
}

/// 0 for none, else one more than the hint's place in [`HINTS`].
fn hint_code(hint: Option<Hint>) -> u32 {
    hint.and_then(|hint| HINTS.iter().position(|h| *h == hint)).map_or(0, |at| at as u32 + 1)
}

const HINTS: [Hint; 9] = [
    Hint::Title,
    Hint::Heading,
    Hint::Paragraph,
    Hint::ListItem,
    Hint::Table,
    Hint::Caption,
    Hint::Quote,
    Hint::Time,
    Hint::Navigation,
];

/// The blocks of a text that was open before, from the four numbers that [`Session::blocks`] gives for each.
fn spans(text: &str, layout: &[u32]) -> Vec<(Span, Option<Hint>)> {
    let offsets = Offsets::new(text);
    let block = |four: &[u32]| {
        let byte = |utf16| offsets.byte_of_utf16(text, utf16);
        let hint = (four[3] as usize).checked_sub(1).and_then(|at| HINTS.get(at).copied());
        Some((Span::new(byte(four[0])?, byte(four[1])?), hint))
    };
    layout.chunks_exact(4).filter_map(block).collect()
}

fn line_feeds(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

fn published(date: Option<&str>) -> Result<Option<jiff::civil::DateTime>> {
    date.filter(|date| !date.is_empty()).map(Options::parse_published).transpose().map_err(error)
}

fn to_js<T: Serialize>(value: &T) -> Result<JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|e| failure("internal", &e.to_string()))
}

fn from_js<T: serde::de::DeserializeOwned>(value: JsValue) -> Result<T> {
    serde_wasm_bindgen::from_value(value).map_err(|e| failure("input", &e.to_string()))
}

fn error(error: Error) -> JsValue {
    let kind = match () {
        () if error.is_too_long() => "too-long",
        () if error.is_date() => "date",
        () if error.is_model() => "model",
        () if error.is_import() => "import",
        () => "internal",
    };
    failure(kind, &error.to_string())
}

fn failure(kind: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a property of a fresh Error cannot fail.
    let _ = Reflect::set(&error, &"kind".into(), &kind.into());
    error.into()
}
