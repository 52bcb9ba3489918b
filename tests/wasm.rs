//! The glue in a real browser: what JavaScript gives and gets.
#![cfg(target_family = "wasm")]

use article_annotator::wasm::{Engine, Session};
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::*;

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "发布时间:2024-02-21\n😀2月19日下午,全市新引进青年人才达4.04万人,同比增长18%。";

fn open(input: &str) -> Session {
    let engine = Engine::new();
    engine.complete();
    engine.open(JSON::parse(input).unwrap()).unwrap()
}

fn text_input(text: &str) -> String {
    format!("{{\"text\": {}}}", String::from(JSON::stringify(&text.into()).unwrap()))
}

fn finished(session: &mut Session) -> Vec<u32> {
    while session.scan(20_000).is_some() {}
    session.finish().to_vec()
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

#[wasm_bindgen_test]
fn marks_count_in_utf16_and_quote_the_text() {
    let mut session = open(&text_input(TEXT));
    let marks = finished(&mut session);
    let units: Vec<u16> = session.text().encode_utf16().collect();
    let quotes: Vec<String> =
        marks.chunks(4).map(|m| String::from_utf16(&units[m[0] as usize..m[1] as usize]).unwrap()).collect();
    for wanted in ["2024-02-21", "2月19日下午", "4.04万人", "18%"] {
        assert!(quotes.iter().any(|q| q == wanted), "{wanted} in {quotes:?}");
    }
    let records = Array::from(&session.annotations(0, usize::MAX).unwrap());
    assert_eq!(records.length() as usize, quotes.len());
    for (record, quote) in records.iter().zip(&quotes) {
        assert_eq!(get(&record, "text").as_string().as_ref(), Some(quote));
    }
}

#[wasm_bindgen_test]
fn carriage_returns_are_gone_once_and_for_all() {
    let session = open(&text_input("一。\r\n二。\r三。"));
    assert_eq!(session.text(), "一。\n二。\n三。");
}

#[wasm_bindgen_test]
fn relative_dates_move_with_the_publication_date() {
    let mut session = open(&text_input("昨天,新增525家企业。"));
    finished(&mut session);
    session.set_published(Some("2024-03-01".into())).unwrap();
    let shown = String::from(JSON::stringify(&session.annotations(0, 9).unwrap()).unwrap());
    assert!(shown.contains("2024-02-29"), "{shown}");
}

#[wasm_bindgen_test]
fn errors_name_their_kind() {
    let failure = open(&text_input("x")).set_published(Some("someday".into())).unwrap_err();
    assert_eq!(get(&failure, "kind").as_string().as_deref(), Some("date"));
    let failure = Engine::new().open(JSON::parse("{\"text\": 7}").unwrap()).err().unwrap();
    assert_eq!(get(&failure, "kind").as_string().as_deref(), Some("input"));
}

#[wasm_bindgen_test]
fn a_block_is_edited_and_a_selection_described() {
    let mut session = open(&text_input(TEXT));
    finished(&mut session);
    session.edit_block(1, "全市新增30家企业。".into()).unwrap();
    finished(&mut session);
    assert!(session.text().ends_with("全市新增30家企业。"));
    let start = session.text().encode_utf16().position(|unit| unit == u16::from(b'3')).unwrap() as u32;
    let found = session.describe(start, start + 3, "figure".into(), true).unwrap();
    assert_eq!(get(&found, "text").as_string().as_deref(), Some("30家"));
}
