//! What each fuzz target holds to be true of any bytes. Included by the fuzz targets and by the test that replays the
//! corpora on stable Rust.

use std::sync::LazyLock;

use article_annotator::annotation::{AnnotationType, Attributes};
use article_annotator::document::{BlockInput, Hint};
use article_annotator::export::{
    ArticleFile, Filter, brat, csv, html, iob2, json, jsonl, label_studio, training, web_annotation,
};
use article_annotator::model::Models;
use article_annotator::session::Session;
use article_annotator::value::edtf::Edtf;
use article_annotator::{Annotations, Annotator, Document, Lang, Options, import};

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(Annotator::default);

/// A target: its name and what it does with an input.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const ALL: [Target; 5] =
    [("annotate", annotate), ("edit", edit), ("import", import), ("model", model), ("edtf", edtf)];

/// Any text, as plain text or as blocks: the result holds together, leaves in every format and is read back the same.
pub fn annotate(data: &[u8]) {
    let (settings, text) = settings(data);
    let document = match settings.first().is_some_and(|byte| byte & 0x80 != 0) {
        false => Document::from_text(text),
        true => Document::from_blocks(&blocks(&text)),
    };
    let Ok(document) = document else { return };
    let options = options(settings);
    let annotations = ANNOTATOR.annotate(&document, &options);
    check(&document, &annotations);
    let file = ArticleFile::new(&document, &annotations, &options);
    export(&file);
    let again = import::open(&json::write(&file, &Filter::default())).expect("our own file opens");
    assert_eq!(again, file, "our own file is read back the same");
}

/// A document that is scanned in batches and edited ends as a fresh one of the same text and blocks.
pub fn edit(data: &[u8]) {
    let (settings, text) = settings(data);
    let (text, replacement) = text.split_once('\u{1}').unwrap_or((&text, ""));
    let Ok(document) = Document::from_text(text) else { return };
    let options = options(settings);
    let block = settings.get(1).map_or(0, |&byte| usize::from(byte)) % document.blocks().len().max(1);
    let mut session = Session::new(document, options.clone());
    while session.scan(&ANNOTATOR, 64).is_some() {}
    session.finish(&ANNOTATOR);
    let Ok(_) = session.edit_block(&ANNOTATOR, block, replacement) else { return };
    session.finish(&ANNOTATOR);
    check(session.document(), session.annotations());
    let spans: Vec<_> = session.document().blocks().iter().map(|b| (b.span, b.hint)).collect();
    let fresh = Document::from_spans(session.document().text(), &spans).expect("as long as before");
    assert_eq!(
        session.annotations(),
        &ANNOTATOR.annotate(&fresh, &options),
        "an edit ends as a fresh document does"
    );
    let units = session.document().text().encode_utf16().count() as u32;
    let at = |index: usize| settings.get(index).map_or(0, |&byte| u32::from(byte)) % (units + 2);
    for kind in [AnnotationType::Figure, AnnotationType::Date, AnnotationType::Organization] {
        session.describe(&ANNOTATOR, (at(0), at(1)), kind, true);
    }
}

/// Any bytes as a file of ours: refused with a message, or opened, exported and read back the same.
pub fn import(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    import::is_ours(&text);
    let Ok(file) = import::open(&text) else { return };
    export(&file);
    let again = import::open(&json::write(&file, &Filter::default())).expect("what was opened opens again");
    assert_eq!(again, file, "what was opened is written and read back the same");
}

/// Any bytes as a model: refused, or loaded and then as harmless as a good one. The checksum is put right in a second
/// try, so that what lies behind it is reached.
pub fn model(data: &[u8]) {
    let sum = data
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let repaired = [data, &sum.to_le_bytes()].concat();
    for bytes in [data, &repaired] {
        let mut models = Models::none();
        if models.load(bytes).is_err() {
            continue;
        }
        let annotator = Annotator::new(models);
        let text = "发布时间:2024-02-21\n江城市委、市政府与远山集团签约。\nAcme Holdings plc said on Monday it hired 30 people.";
        let document = Document::from_text(text).expect("short");
        check(&document, &annotator.annotate(&document, &Options::default()));
    }
}

/// Any text as an EDTF: no reading, or an interval that does not run backwards and the same text again.
pub fn edtf(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let Some(parsed) = Edtf::parse(&text) else { return };
    if let (Some(start), Some(end)) = parsed.interval()
        && matches!(parsed, Edtf::Point(..))
    {
        assert!(start < end, "{text} runs forward");
    }
    assert_eq!(Edtf::parse(&parsed.to_string()), Some(parsed), "{text} is written and read back the same");
}

/// Two bytes of settings, then text.
fn settings(data: &[u8]) -> (&[u8], String) {
    let (settings, text) = data.split_at(data.len().min(2));
    (settings, String::from_utf8_lossy(text).into_owned())
}

fn options(settings: &[u8]) -> Options {
    let byte = settings.first().copied().unwrap_or(0);
    let published = ["2024-02-29", "0001-01-01", "9999-12-31T23:59:59"].get(usize::from(byte & 3));
    let published = published.map(|date| Options::parse_published(date).expect("a date"));
    let lang = [Lang::Zh, Lang::En].get(usize::from(byte >> 2 & 3)).copied();
    Options { published, lang }
}

/// A block for each line; its first character says what markup it had.
fn blocks(text: &str) -> Vec<BlockInput> {
    use Hint::*;
    let hints = [Title, Heading, Paragraph, ListItem, Table, Caption, Quote, Time, Navigation];
    text.split('\n')
        .map(|line| BlockInput {
            hint: line.chars().next().and_then(|c| hints.get(c as usize % 12).copied()),
            text: line.to_owned(),
        })
        .collect()
}

/// What holds for the annotations of any text.
fn check(document: &Document, annotations: &Annotations) {
    let mut reach = 0;
    let kind = |id: u32| annotations.items.get(id as usize).map(|item| item.kind());
    for (index, item) in annotations.items.iter().enumerate() {
        assert_eq!(item.id as usize, index, "numbered in reading order");
        assert!(item.span.start >= reach, "no overlap: {:?}", item.span);
        reach = item.span.end;
        let quote = document.text().get(item.span.range()).expect("whole characters inside the text");
        assert!(!quote.is_empty() && quote.trim() == quote, "no white space at either end: {quote:?}");
        let block = &document.blocks()[item.block as usize];
        assert!(block.span.contains(item.span), "within its block");
        assert!(document.sentences()[item.sentence as usize].span.contains(item.span), "within its sentence");
        match &item.attributes {
            Attributes::Figure(figure) => {
                assert!(
                    figure.when.is_none_or(|id| kind(id) == Some(AnnotationType::Date)),
                    "when is a date"
                );
            }
            Attributes::Date(date) => {
                assert!(
                    date.leans_on.is_none_or(|id| kind(id) == Some(AnnotationType::Date)),
                    "leans on a date"
                );
            }
            Attributes::Organization(organization) => {
                assert!(!organization.canonical.is_empty(), "{quote} has a canonical name");
                for &id in organization.mentions.iter() {
                    assert_eq!(kind(id), Some(AnnotationType::Organization), "mentions are organizations");
                }
            }
        }
    }
}

fn export(file: &ArticleFile) {
    let filter = Filter::default();
    for write in [
        brat::ann,
        csv::write,
        html::write,
        iob2::write,
        jsonl::write,
        label_studio::write,
        training::write,
        web_annotation::write,
    ] {
        write(file, &filter);
    }
}
