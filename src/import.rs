//! Opens our own JSON again: checks everything that the rest of the program relies on, and never panics.

use serde_json::Value;

use crate::document::Document;
use crate::error::{Error, Result};
use crate::export::article::{ArticleFile, FORMAT, VERSION, relations};
use crate::export::sha256;
use crate::options::Options;
use crate::order;
use crate::span::Span;

/// True where a text looks like a file of ours: JSON whose first bytes name the format.
pub fn is_ours(text: &str) -> bool {
    text.trim_start().starts_with('{') && text.get(..text.len().min(4096)).unwrap_or(text).contains(FORMAT)
}

/// Opens a file of ours.
///
/// # Errors
/// [`Error::is_import`] when it is not JSON, not ours, of a newer version, or does not hold together; the message
/// says what is wrong in words for the person who chose the file.
///
/// ```
/// use article_annotator::export::{ArticleFile, Filter, json};
/// use article_annotator::{Annotator, Document, Options, import};
///
/// let document = Document::from_text("全市新引进青年人才达4.04万人。")?;
/// let options = Options::default();
/// let file = ArticleFile::new(&document, &Annotator::default().annotate(&document, &options), &options);
/// assert_eq!(import::open(&json::write(&file, &Filter::default()))?, file);
/// # Ok::<(), article_annotator::Error>(())
/// ```
pub fn open(json: &str) -> Result<ArticleFile> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut value: Value =
        serde_json::from_str(json).map_err(|error| Error::import(format!("it is not JSON ({error})")))?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(Error::import(format!("it was not written by {FORMAT}")));
    }
    migrate(&mut value)?;
    let file = serde_json::from_value(value).map_err(|error| Error::import(error.to_string()))?;
    check(file)
}

/// Brings a file of an older version to the present one, a version at a time.
fn migrate(value: &mut Value) -> Result<()> {
    let version = value.get("version").and_then(Value::as_u64);
    match version {
        Some(n) if n == u64::from(VERSION) => Ok(()),
        Some(n) if n > u64::from(VERSION) => Err(Error::import(format!(
            "it has version {n} and this program knows up to {VERSION}; open it with a newer one"
        ))),
        Some(0) => {
            migrate_0(value);
            Ok(())
        }
        _ => Err(Error::import("it has no version")),
    }
}

/// Version 0, of the first trial builds: a list of annotations without structure, settings or origin; offsets were
/// code points alone.
fn migrate_0(value: &mut Value) {
    let Some(file) = value.as_object_mut() else { return };
    let text = file.get("text").and_then(Value::as_str).unwrap_or_default().to_owned();
    file.insert("version".into(), VERSION.into());
    file.entry("sha256").or_insert_with(|| sha256::hex(&text).into());
    file.entry("tool").or_insert_with(|| serde_json::json!({ "name": FORMAT, "version": "0" }));
    let utf16 = utf16_offsets(&text);
    let at = |offset: &Value| offset.as_u64().and_then(|n| utf16.get(usize::try_from(n).ok()?)).copied();
    let Some(annotations) = file.get_mut("annotations").and_then(Value::as_array_mut) else { return };
    for (id, a) in annotations.iter_mut().enumerate() {
        let Some(a) = a.as_object_mut() else { continue };
        for (from, to) in [("start", "start_utf16"), ("end", "end_utf16")] {
            if let Some(offset) = a.get(from).and_then(at) {
                a.entry(to).or_insert(offset.into());
            }
        }
        a.entry("id").or_insert(id.into());
        a.entry("block").or_insert(0.into());
        a.entry("sentence").or_insert(0.into());
    }
}

/// Everything that offsets and ids must satisfy.
fn check(mut file: ArticleFile) -> Result<ArticleFile> {
    if file.text.len() > Options::MAX_BYTES {
        return Err(Error::too_long(file.text.len(), Options::MAX_BYTES));
    }
    if file.sha256 != sha256::hex(&file.text) {
        return Err(Error::import("its text was changed after it was written (the SHA-256 differs)"));
    }
    let bytes = crate::export::boundaries(&file.text);
    let utf16 = utf16_offsets(&file.text);
    let sound = |start: u32, end: u32, start_utf16: u32, end_utf16: u32| {
        start <= end
            && utf16.get(start as usize) == Some(&start_utf16)
            && utf16.get(end as usize) == Some(&end_utf16)
    };
    let bad = |what: &str, n: usize| Error::import(format!("the offsets of {what} {n} do not fit its text"));
    let mut last = 0;
    for (n, b) in file.blocks.iter().enumerate() {
        if !sound(b.start, b.end, b.start_utf16, b.end_utf16) || b.start < last {
            return Err(bad("block", n));
        }
        last = b.end;
    }
    let mut last = 0;
    for (n, s) in file.sentences.iter().enumerate() {
        let block = file.blocks.get(s.block as usize);
        let inside = block.is_some_and(|b| b.start <= s.start && s.end <= b.end);
        if !sound(s.start, s.end, s.start_utf16, s.end_utf16) || s.start < last || !inside {
            return Err(bad("sentence", n));
        }
        last = s.end;
    }
    for (n, w) in file.words.iter().flatten().enumerate() {
        if !sound(w.start, w.end, w.start_utf16, w.end_utf16) {
            return Err(bad("word", n));
        }
    }
    if let Some(p) = &file.published {
        Options::parse_published(&p.value)?;
        if let (Some(start), Some(end), Some(start_utf16), Some(end_utf16)) =
            (p.start, p.end, p.start_utf16, p.end_utf16)
            && !sound(start, end, start_utf16, end_utf16)
        {
            return Err(Error::import("the offsets of the publication date do not fit its text"));
        }
    }
    if let Some(published) = &file.settings.published {
        Options::parse_published(published)?;
    }
    let mut ids = std::collections::BTreeSet::new();
    for a in &file.annotations {
        if !sound(a.start, a.end, a.start_utf16, a.end_utf16) {
            return Err(bad("annotation", a.id as usize));
        }
        if crate::export::cut(&file.text, &bytes, a.start, a.end) != a.text {
            return Err(Error::import(format!("annotation {} quotes what its text does not say", a.id)));
        }
        let placed = |index: u32, size: usize| (index as usize) < size || size == 0;
        if !placed(a.block, file.blocks.len()) || !placed(a.sentence, file.sentences.len()) {
            return Err(Error::import(format!(
                "annotation {} names a block or sentence that is not there",
                a.id
            )));
        }
        if !ids.insert(a.id) {
            return Err(Error::import(format!("two annotations have the id {}", a.id)));
        }
    }
    order::by_key(&mut file.annotations, |a| (a.start, a.end));
    file.relations = relations(&file.annotations);
    Ok(file)
}

/// For each code point, and the end, its UTF-16 offset.
fn utf16_offsets(text: &str) -> Vec<u32> {
    let mut at = 0u32;
    let each = text.chars().map(|c| {
        let here = at;
        at = at.saturating_add(c.len_utf16() as u32);
        here
    });
    let mut out: Vec<u32> = each.collect();
    out.push(at);
    out
}

impl ArticleFile {
    /// The document of the file: its text with the blocks that the file says.
    ///
    /// # Errors
    /// [`Error::is_too_long`] above [`Options::MAX_BYTES`].
    pub fn document(&self) -> Result<Document> {
        let at = crate::export::boundaries(&self.text);
        let byte = |offset: u32| at.get(offset as usize).map_or(self.text.len() as u32, |&b| b as u32);
        let spans: Vec<_> =
            self.blocks.iter().map(|b| (Span::new(byte(b.start), byte(b.end)), b.hint)).collect();
        if spans.is_empty() {
            return Document::from_text(self.text.clone());
        }
        Document::from_spans(self.text.clone(), &spans)
    }
}
