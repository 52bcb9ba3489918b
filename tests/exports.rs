//! Exports and imports: what goes out comes in again, and every format says what the annotations say.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used)]

use std::collections::HashMap;

use article_annotator::annotation::{
    Annotation, Annotations, Attributes, Date, DateKind, Figure, Organization, Value,
};
use article_annotator::export::article::{ArticleFile, Origin};
use article_annotator::export::{
    Filter, brat, csv, html, iob2, json, jsonl, label_studio, training, web_annotation,
};
use article_annotator::value::decimal::Decimal;
use article_annotator::{AnnotationType, Document, Options, Span, import};

/// Small, repeatable random numbers (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }
}

/// Pieces that break exporters: astral characters, combining ones, line ends of all sorts, markup, formulas, tabs.
const PIECES: [&str; 24] = [
    "镇江",
    "525家",
    "😀",
    "👨‍👩‍👧",
    "𠮷野家",
    "é",
    "e\u{301}",
    "\r\n",
    "\n",
    "\r",
    "=SUM(A1)",
    "-3.5%",
    "<b>&\"'",
    "\t",
    " ",
    "2月19日",
    "Bank of China",
    "。",
    "\u{feff}",
    "\0",
    "\u{202e}",
    ",",
    "\u{3000}",
    "[x](y)\\u0041",
];

fn random_article(seed: u64) -> ArticleFile {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let text: String = (0..random.below(120)).map(|_| PIECES[random.below(PIECES.len())]).collect();
    let document = Document::from_text(text.clone()).unwrap();
    let boundaries: Vec<u32> =
        text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
    let (mut items, mut at) = (Vec::new(), 0);
    while at + 8 < boundaries.len() {
        let start = at + random.below(4);
        let end = start + 1 + random.below(4);
        let span = Span::new(boundaries[start], boundaries[end]);
        let id = items.len() as u32;
        items.push(Annotation {
            id,
            span,
            block: document.block_at(span.start) as u32,
            sentence: document.sentence_at(span.start) as u32,
            rule: "test",
            attributes: attributes(id, &mut random),
        });
        at = end + random.below(3);
    }
    let options = Options {
        published: (seed.is_multiple_of(3)).then(|| Options::parse_published("2024-02-21 15:34").unwrap()),
        ..Options::default()
    };
    let mut file = ArticleFile::new(&document, &Annotations { items }, &options);
    if seed.is_multiple_of(2) {
        file = file.with_words(&document);
    }
    for a in &mut file.annotations {
        a.origin = [Origin::Auto, Origin::User, Origin::Edited, Origin::Rejected][random.below(4)];
        if a.origin == Origin::User {
            a.rule = None;
            a.attrs.insert("remark".into(), serde_json::json!({ "by": "読者", "sure": [true, null, 7] }));
        }
    }
    file
}

fn attributes(id: u32, random: &mut Random) -> Attributes {
    match random.below(3) {
        0 => Attributes::Figure(Box::new(Figure {
            value: Some(Value::Fraction(Decimal::from(1), Decimal::from(3))),
            unit: Some("CNY".into()),
            of: Some("=企业".into()),
            when: id.checked_sub(1),
            ..Figure::default()
        })),
        1 => Attributes::Date(Box::new(Date {
            kind: DateKind::Date,
            start: Some("2024-02-19".into()),
            resolved: "context",
            leans_on: id.checked_sub(2),
            ..Date::default()
        })),
        _ => Attributes::Organization(Box::new(Organization {
            canonical: "<镇江市政府>".into(),
            mentions: [id / 2, id].into(),
            ..Organization::default()
        })),
    }
}

fn articles() -> impl Iterator<Item = ArticleFile> {
    (1..400).map(random_article)
}

fn everything() -> Filter {
    Filter::default()
}

fn valid(file: &ArticleFile) -> Vec<(u32, u32, AnnotationType)> {
    file.annotations
        .iter()
        .filter(|a| a.origin != Origin::Rejected)
        .map(|a| (a.start, a.end, a.r#type))
        .collect()
}

#[test]
fn an_exported_article_opens_again_exactly() {
    for file in articles() {
        assert_eq!(import::open(&json::write(&file, &everything())).unwrap(), file);
        assert_eq!(import::open(&json::write_line(&file, &everything())).unwrap(), file);
    }
}

#[test]
fn a_reopened_document_has_the_blocks_and_sentences_of_the_file() {
    for file in articles() {
        let document = file.document().unwrap();
        assert_eq!(document.text(), file.text);
        let again = ArticleFile::new(&document, &Annotations::default(), &Options::default());
        assert_eq!((again.blocks, again.sentences), (file.blocks, file.sentences));
    }
}

#[test]
fn offsets_quote_the_text_in_both_units() {
    for file in articles() {
        let chars: Vec<char> = file.text.chars().collect();
        let units: Vec<u16> = file.text.encode_utf16().collect();
        for a in &file.annotations {
            assert_eq!(chars[a.start as usize..a.end as usize].iter().collect::<String>(), a.text);
            let cut = &units[a.start_utf16 as usize..a.end_utf16 as usize];
            assert_eq!(String::from_utf16(cut).unwrap(), a.text);
        }
        for w in file.words.iter().flatten() {
            assert_eq!(
                chars[w.start as usize..w.end as usize].iter().collect::<String>(),
                String::from_utf16(&units[w.start_utf16 as usize..w.end_utf16 as usize]).unwrap()
            );
        }
    }
}

#[test]
fn a_filtered_export_leaves_no_link_to_what_is_gone() {
    let filter =
        Filter { types: vec![AnnotationType::Date], origins: vec![Origin::Rejected], ..Filter::default() };
    for file in articles() {
        let out = import::open(&json::write(&file, &filter)).unwrap();
        let ids: Vec<u32> = out.annotations.iter().map(|a| a.id).collect();
        assert!(
            out.annotations.iter().all(|a| a.r#type != AnnotationType::Date && a.origin != Origin::Rejected)
        );
        assert!(out.relations.iter().all(|r| ids.contains(&r.from) && ids.contains(&r.to)));
        for a in &out.annotations {
            assert!(a.link("when").is_none_or(|id| ids.contains(&id)));
        }
    }
}

#[test]
fn files_that_do_not_hold_together_are_refused_with_a_reason() {
    let good = random_article(8);
    let write = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut value = serde_json::to_value(&good).unwrap();
        change(&mut value);
        import::open(&value.to_string())
    };
    assert!(write(&|_| ()).is_ok());
    type Row = (&'static str, &'static dyn Fn(&mut serde_json::Value));
    let rows: [Row; 13] = [
        ("not written by", &|v| v["format"] = "other".into()),
        ("no version", &|v| v["version"] = "1".into()),
        ("version 2 and this program knows up to 1", &|v| v["version"] = 2.into()),
        ("SHA-256", &|v| v["text"] = "another text".into()),
        ("annotation 1 do not fit", &|v| v["annotations"][1]["end"] = 4_000_000_000u32.into()),
        ("annotation 1 do not fit", &|v| v["annotations"][1]["start_utf16"] = 0.into()),
        ("annotation 0 quotes", &|v| v["annotations"][0]["text"] = "other".into()),
        ("block or sentence", &|v| v["annotations"][0]["block"] = 99_999.into()),
        ("the id 0", &|v| v["annotations"][1]["id"] = 0.into()),
        ("invalid value", &|v| v["annotations"][0]["start"] = (-1).into()),
        ("unknown variant", &|v| v["annotations"][0]["type"] = "person".into()),
        ("block 0 do not fit", &|v| v["blocks"][0]["end"] = 0.into()),
        ("invalid type", &|v| v["annotations"][0]["attrs"] = "x".into()),
    ];
    for (reason, change) in rows {
        let error = write(change).unwrap_err();
        assert!(error.is_import() && error.to_string().contains(reason), "{reason:?}: {error}");
    }
    assert!(import::open("").unwrap_err().to_string().contains("not JSON"));
    assert!(import::open("[]").unwrap_err().is_import());
    let deep = "[".repeat(100_000);
    assert!(import::open(&deep).unwrap_err().is_import());
}

#[test]
fn damaged_files_never_panic() {
    let mut random = Random(7);
    for file in articles().take(60) {
        let text = json::write_line(&file, &everything());
        for _ in 0..40 {
            let mut bytes = text.clone().into_bytes();
            let at = random.below(bytes.len());
            bytes[at] = b"0129\"{}[],:-e."[random.below(14)];
            if let Ok(text) = String::from_utf8(bytes) {
                let _ = import::open(&text).and_then(|file| file.document());
            }
        }
    }
}

#[test]
fn version_0_is_migrated() {
    let old = r#"{"format": "article-annotator", "version": 0, "text": "😀525家",
        "annotations": [{"start": 1, "end": 5, "type": "figure", "text": "525家", "attrs": {"value": "525"}}]}"#;
    let file = import::open(old).unwrap();
    let a = &file.annotations[0];
    assert_eq!((file.version, a.id, a.start_utf16, a.end_utf16, a.attr("value")), (1, 0, 2, 6, "525"));
}

/// A reader of RFC 4180, independent of the writer.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {
                chars.next();
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(cell.is_empty() && row.is_empty() && !quoted, "the last row is closed");
    rows
}

#[test]
fn a_table_holds_every_quote_and_no_formula() {
    for file in articles() {
        let table = csv::write(&file, &everything());
        let rows = read_csv(table.strip_prefix('\u{feff}').unwrap());
        assert_eq!(rows[0], csv::COLUMNS);
        let kept: Vec<_> = file.annotations.iter().filter(|a| a.origin != Origin::Rejected).collect();
        assert_eq!(rows.len(), kept.len() + 1);
        for (row, a) in rows[1..].iter().zip(kept) {
            let cell = |name: &str| row[csv::COLUMNS.iter().position(|c| *c == name).unwrap()].as_str();
            assert!(cell("text") == a.text || cell("text") == format!("'{}", a.text));
            assert_eq!((cell("start"), cell("end")), (&*a.start.to_string(), &*a.end.to_string()));
            assert_eq!(cell("of"), if a.r#type == AnnotationType::Figure { "'=企业" } else { "" });
            assert!(row.iter().all(|c| !c.starts_with(['=', '@', '\t'])), "{row:?}");
        }
    }
}

#[test]
fn quotations_of_web_annotations_are_unique() {
    let mut repeated = random_article(12);
    for file in articles().chain([long_article()]) {
        let collection: serde_json::Value =
            serde_json::from_str(&web_annotation::write(&file, &everything())).unwrap();
        let items = collection["first"]["items"].as_array().unwrap();
        assert_eq!(items.len(), valid(&file).len());
        for item in items {
            let selectors = &item["target"]["selector"];
            let part = |name: &str| selectors[1][name].as_str().unwrap();
            let quote = [part("prefix"), part("exact"), part("suffix")].concat();
            let chars: Vec<char> =
                file.text.chars().take(selectors[0]["end"].as_u64().unwrap() as usize).collect();
            assert!(chars.iter().collect::<String>().ends_with(&[part("prefix"), part("exact")].concat()));
            let from = file.text.find(&quote).unwrap();
            let next = file.text[from..].chars().next().map_or(1, char::len_utf8);
            assert!(
                !file.text[from + next..].contains(&quote) || part("prefix").chars().count() == 256,
                "{quote:?}"
            );
        }
    }
    repeated.annotations.clear();
    assert!(web_annotation::write(&repeated, &everything()).contains("\"total\":0"));
}

/// The same two sentences over and over, with one difference far from the annotated numbers.
fn long_article() -> ArticleFile {
    let text: String = (0..40)
        .map(|n| {
            format!("第{n}段。全市新认定高新技术企业525家,增长18%。这一段和别的段落几乎一样长,也一样短。\n")
        })
        .collect();
    let document = Document::from_text(text.clone()).unwrap();
    let items = text.match_indices("525家").enumerate().map(|(id, (at, quote))| Annotation {
        id: id as u32,
        span: Span::new(at as u32, (at + quote.len()) as u32),
        block: document.block_at(at as u32) as u32,
        sentence: document.sentence_at(at as u32) as u32,
        rule: "test",
        attributes: Attributes::Figure(Box::default()),
    });
    ArticleFile::new(&document, &Annotations { items: items.collect() }, &Options::default())
}

#[test]
fn stand_off_formats_name_the_same_spans() {
    let labels = HashMap::from([
        ("FIGURE", AnnotationType::Figure),
        ("DATE", AnnotationType::Date),
        ("ORG", AnnotationType::Organization),
    ]);
    for file in articles() {
        let want = valid(&file);
        let span = |s: &serde_json::Value, e: &serde_json::Value, l: &serde_json::Value| {
            (s.as_u64().unwrap() as u32, e.as_u64().unwrap() as u32, labels[l.as_str().unwrap()])
        };
        let line: serde_json::Value = serde_json::from_str(&training::write(&file, &everything())).unwrap();
        let doccano: Vec<_> =
            line["label"].as_array().unwrap().iter().map(|l| span(&l[0], &l[1], &l[2])).collect();
        let spacy: Vec<_> = line["spans"]
            .as_array()
            .unwrap()
            .iter()
            .map(|s| span(&s["start"], &s["end"], &s["label"]))
            .collect();
        assert_eq!((&doccano, &spacy, &line["text"]), (&want, &want, &serde_json::json!(file.text)));

        let task: serde_json::Value =
            serde_json::from_str(&label_studio::write(&file, &everything())).unwrap();
        let regions = task["predictions"][0]["result"].as_array().unwrap();
        let regions: Vec<_> = regions
            .iter()
            .filter(|r| r["type"] == "labels")
            .map(|r| span(&r["value"]["start"], &r["value"]["end"], &r["value"]["labels"][0]))
            .collect();
        assert_eq!(regions, want);

        let line: serde_json::Value = serde_json::from_str(&jsonl::write(&file, &everything())).unwrap();
        assert_eq!(line["annotations"].as_array().unwrap().len(), want.len());
    }
}

#[test]
fn brat_fragments_quote_the_text_without_its_line_breaks() {
    for file in articles() {
        let chars: Vec<char> = file.text.chars().collect();
        let ann = brat::ann(&file, &everything());
        let bound: Vec<_> = ann.lines().filter(|l| l.starts_with('T')).collect();
        let kept: Vec<_> = file.annotations.iter().filter(|a| a.origin != Origin::Rejected).collect();
        assert_eq!(bound.len(), kept.len());
        for (line, a) in bound.iter().zip(kept) {
            let mut fields = line.splitn(3, '\t');
            let ranges = fields.nth(1).unwrap().split_once(' ').unwrap().1;
            let cut: Vec<String> = ranges
                .split(';')
                .filter_map(|r| r.split_once(' '))
                .map(|(s, e)| chars[s.parse().unwrap()..e.parse().unwrap()].iter().collect())
                .collect();
            assert_eq!(cut.join(" "), fields.next().unwrap(), "{:?}", a.text);
        }
    }
}

#[test]
fn iob2_tags_every_visible_character_of_every_sentence() {
    for file in articles() {
        let out = iob2::write(&file, &everything());
        let begun = out.lines().filter(|l| l.contains("\tB-")).count();
        let visible = |a: &&article_annotator::export::article::Annotation| {
            let first = a.text.chars().next().unwrap();
            let s = &file.sentences.get(a.sentence as usize);
            a.origin != Origin::Rejected
                && !first.is_whitespace()
                && s.is_some_and(|s| s.start <= a.start && a.start < s.end)
        };
        assert!(begun >= file.annotations.iter().filter(visible).count());
        for line in out.lines().filter(|l| !l.is_empty()) {
            let (c, tag) = line.split_once('\t').unwrap();
            assert!(c.chars().count() == 1 && (tag == "O" || tag[1..].starts_with('-')), "{line:?}");
        }
    }
}

#[test]
fn a_report_escapes_the_article_and_runs_nothing() {
    for file in articles() {
        let page = html::write(&file, &everything());
        assert!(!page.contains("<b>") && !page.contains("<script") && !page.contains("src="));
        assert_eq!(page.matches(" id=\"a").count(), valid(&file).len(), "a row for each annotation");
    }
}

#[test]
fn a_name_repeated_thousands_of_times_costs_no_square() {
    let document = Document::from_text("南京大学与东南大学签约525家,去年为445家。\n".repeat(4000)).unwrap();
    let options =
        Options { published: Some(Options::parse_published("2024-02-21").unwrap()), ..Options::default() };
    let annotations = article_annotator::Annotator::default().annotate(&document, &options);
    let file = ArticleFile::new(&document, &annotations, &options);
    assert!(file.annotations.len() > 8000);
    // About a hundred ids at most at each, and no more than some hundreds of bytes besides.
    assert!(json::write_line(&file, &everything()).len() < file.annotations.len() * 1200);
    assert!(web_annotation::write(&file, &everything()).len() < file.annotations.len() * 2400);
}

#[test]
fn boilerplate_can_be_left_out_of_every_format() {
    use article_annotator::document::Role;
    let mut file = random_article(31);
    file.blocks.iter_mut().for_each(|b| b.role = Role::Boilerplate);
    let filter = Filter { roles: vec![Role::Boilerplate], ..Filter::default() };
    assert_eq!(csv::rows(&file, &filter, false), "");
    assert_eq!(brat::ann(&file, &filter), "");
    assert!(!iob2::write(&file, &filter).contains("\tB-"));
    assert!(training::write(&file, &filter).contains("\"label\":[]"));
    assert!(json::write_line(&file, &filter).contains("\"annotations\":[]"));
    assert!(!html::write(&file, &filter).contains("<td>"));
}
