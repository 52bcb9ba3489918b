//! The tagger from outside: what it finds, and that no file and no text can hurt it.

#![cfg(not(target_family = "wasm"))]

use article_annotator::model::{Label, Model, Models, TagBuffer, Tagged};
use article_annotator::view::ViewBuffer;
use article_annotator::{Document, Lang};

const ZH: &[u8] = include_bytes!("../www/data/zh.model");
const EN: &[u8] = include_bytes!("../www/data/en.model");

fn tag(models: &Models, lang: Lang, text: &str) -> Vec<(String, Tagged)> {
    let document = Document::from_text(text).unwrap();
    let (mut views, mut buffer, mut found) = (ViewBuffer::default(), TagBuffer::default(), Vec::new());
    for block in 0..document.blocks().len() {
        let view = views.view(&document, block);
        for &sentence in view.sentences {
            let mut out = Vec::new();
            models.tag(&view, sentence, lang, &mut buffer, &mut out);
            let mut last = sentence.0;
            for tagged in out {
                assert!(last <= tagged.start && tagged.start < tagged.end && tagged.end <= sentence.1);
                assert!(tagged.confidence <= 100);
                last = tagged.end;
                found.push((view.original(tagged.start as usize, tagged.end as usize).to_owned(), tagged));
            }
        }
    }
    found
}

fn organizations(lang: Lang, text: &str) -> Vec<String> {
    let found = tag(&Models::bundled(), lang, text);
    found.into_iter().filter(|f| f.1.label == Label::Organization).map(|f| f.0).collect()
}

#[test]
fn finds_names_in_both_languages_and_scripts() {
    let table: [(Lang, &str, &[&str]); 8] = [
        (Lang::Zh, "国家发展改革委与南京大学签署合作协议。", &["国家发展改革委", "南京大学"]),
        (Lang::Zh, "江苏恒瑞医药股份有限公司三季度营收增长。", &["江苏恒瑞医药股份有限公司"]),
        (Lang::Zh, "據新華社報道,香港理工大學昨日公布結果。", &["新華社", "香港理工大學"]),
        (Lang::Zh, "这几天雨下得很大,路上的人不多。", &[]),
        (
            Lang::En,
            "The European Commission fined Siemens AG on Monday.",
            &["European Commission", "Siemens AG"],
        ),
        (Lang::En, "She studied at the University of Leeds.", &["University of Leeds"]),
        (Lang::En, "Toyota Motor Corp. will close its plant.", &["Toyota Motor Corp."]),
        (Lang::En, "It rained for a week and the river rose.", &[]),
    ];
    for (lang, text, expected) in table {
        assert_eq!(organizations(lang, text), expected, "{text}");
    }
}

#[test]
fn a_model_says_where_it_comes_from_and_is_written_as_it_was_read() {
    for (bytes, corpus) in [(ZH, "news_train_zh"), (EN, "news_train_en")] {
        let model = Model::decode(bytes).unwrap();
        assert!(model.provenance.contains(corpus), "{}", model.provenance);
        assert!(model.encode() == bytes);
    }
}

#[test]
fn without_a_model_nothing_is_found() {
    assert!(tag(&Models::none(), Lang::Zh, "南京大学与华为公司签约。").is_empty());
}

#[test]
fn refuses_damaged_foreign_and_newer_files_with_a_reason() {
    let mut newer = EN.to_vec();
    newer[6] += 1;
    let mut flipped = EN.to_vec();
    flipped[5000] ^= 4;
    let table: [(&str, &[u8], &str); 6] = [
        ("empty", b"", "no model file"),
        ("foreign", b"\x89PNG\r\n\x1a\n and so on", "no model file"),
        ("header alone", &EN[..7], "cut short"),
        ("newer", &newer, "reads format"),
        ("cut short", &EN[..EN.len() - 9], "damaged"),
        ("one bit", &flipped, "damaged"),
    ];
    for (case, bytes, reason) in table {
        let mut models = Models::none();
        models.load(ZH).unwrap();
        let error = models.load(bytes).unwrap_err();
        assert!(error.is_model() && error.to_string().contains(reason), "{case}: {error}");
        assert!(models.has(Lang::Zh) && !models.has(Lang::En), "{case}: the model loaded before stays");
    }
}

/// Whoever writes a bad file on purpose also gets the checksum right.
#[test]
fn a_forged_file_is_refused_or_harmless() {
    let mut random = 7u64;
    let mut next = || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize
    };
    let body = EN.len() - 8;
    for round in 0..60 {
        let mut bytes = EN[..body].to_vec();
        // The first rounds hit the counts and the tags' weights, the later ones anything.
        let range = if round < 30 { 8..5000 } else { 8..body };
        for _ in 0..1 + round % 4 {
            let at = range.start + next() % range.len();
            bytes[at] = next() as u8;
        }
        let sum = bytes
            .iter()
            .fold(0xCBF2_9CE4_8422_2325u64, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3));
        bytes.extend(sum.to_le_bytes());
        let mut models = Models::none();
        if models.load(&bytes).is_ok() {
            tag(&models, Lang::En, "The Bank of Japan met IBM and J.P. Morgan's board in New York.");
            tag(&models, Lang::Zh, "南京大学与华为公司签约。");
        }
    }
}

#[test]
fn any_text_gives_ordered_names_within_its_sentences() {
    let models = Models::bundled();
    let endless = "公司".repeat(40_000);
    let list = "甲乙电子、".repeat(10_000) + "等企业";
    let digits = "7".repeat(100_000);
    let words = "Bank of ".repeat(20_000);
    let texts = [
        "",
        " ",
        "\u{0}\u{FFFD}",
        "👩‍👩‍👧‍👦𠮷野家株式会社",
        "等",
        "、、、",
        "(((",
        "'s 's",
        "U.S.",
        "A.B",
        "等12",
        "，等",
        "\u{301}\u{301}",
        "１２３ＡＢＣ公司",
        &endless,
        &list,
        &digits,
        &words,
    ];
    for text in texts {
        for lang in [Lang::Zh, Lang::En] {
            tag(&models, lang, text);
        }
    }
}

#[test]
fn the_same_text_is_tagged_the_same_whatever_came_before() {
    let models = Models::bundled();
    let document = Document::from_text("新华社北京电\n南京大学与华为签约。").unwrap();
    let (mut views, mut buffer) = (ViewBuffer::default(), TagBuffer::default());
    let view = views.view(&document, 1);
    let sentence = view.sentences[0];
    let (mut first, mut second) = (Vec::new(), Vec::new());
    models.tag(&view, sentence, Lang::Zh, &mut buffer, &mut first);
    models.tag(&view, sentence, Lang::En, &mut buffer, &mut Vec::new());
    models.tag(&view, sentence, Lang::Zh, &mut buffer, &mut second);
    assert!(!first.is_empty());
    assert_eq!(first, second);
}
