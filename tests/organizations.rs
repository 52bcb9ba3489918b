//! Organizations: names, kinds and canonical names over tables of sentences, with rules alone and with the tagger.
//!
//! A table marks every name as ⟦name|kind⟧ or ⟦name|kind|canonical name⟧; what is not marked must not be found.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::expect_used)] // a table that cannot be read is a failed test

use article_annotator::model::Models;
use article_annotator::{Annotator, Attributes, Document, Options};

const HANS: &str = include_str!("tables/organizations/hans.txt");
const HANT: &str = include_str!("tables/organizations/hant.txt");
const ENGLISH: &str = include_str!("tables/organizations/english.txt");
const NONE: &str = include_str!("tables/organizations/none.txt");
const DOCUMENTS: &str = include_str!("tables/organizations/documents.txt");

/// A name in a table or in a result: first byte, characters, kind, canonical name.
type Name = (usize, String, String, String);

/// A row without its marks, and the names that it marks.
fn read(row: &str) -> (String, Vec<Name>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut rest = row;
    while let Some(open) = rest.find('⟦') {
        text.push_str(&rest[..open]);
        let close = rest.find('⟧').expect("a mark is closed");
        let mut parts = rest[open + '⟦'.len_utf8()..close].split('|');
        let name = parts.next().expect("a mark holds a name");
        let kind = parts.next().expect("a mark gives the kind");
        names.push((text.len(), name.into(), kind.into(), parts.next().unwrap_or(name).into()));
        text.push_str(name);
        rest = &rest[close + '⟧'.len_utf8()..];
    }
    text.push_str(rest);
    (text, names)
}

fn found(annotator: &Annotator, text: &str) -> Vec<Name> {
    let document = Document::from_text(text).expect("short enough");
    let annotations = annotator.annotate(&document, &Options::default());
    let name = |a: &article_annotator::Annotation| match &a.attributes {
        Attributes::Organization(o) => {
            let kind = serde_json::to_value(o.kind).expect("a kind is a string");
            let text = document.slice(a.span).to_owned();
            Some((
                a.span.start as usize,
                text,
                kind.as_str().unwrap_or_default().to_owned(),
                o.canonical.clone(),
            ))
        }
        _ => None,
    };
    annotations.items.iter().filter_map(name).collect()
}

/// The rows of a table that are read otherwise than marked, and the number of its rows.
fn wrong(annotator: &Annotator, rows: impl Iterator<Item = String>) -> (Vec<String>, usize) {
    let (mut out, mut all) = (Vec::new(), 0);
    for row in rows {
        let (text, names) = read(&row);
        let got = found(annotator, &text);
        all += 1;
        if got != names {
            let short = |names: &[Name]| {
                names.iter().map(|n| format!("{}|{}|{}", n.1, n.2, n.3)).collect::<Vec<_>>().join("  ")
            };
            out.push(format!("{text}\n    marked {}\n    found  {}", short(&names), short(&got)));
        }
    }
    (out, all)
}

fn lines(table: &str) -> impl Iterator<Item = String> {
    table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(str::to_owned)
}

fn documents(table: &str) -> impl Iterator<Item = String> {
    let text: String = table.lines().filter(|l| !l.starts_with('#')).map(|l| format!("{l}\n")).collect();
    text.trim().split("\n\n").map(str::to_owned).collect::<Vec<_>>().into_iter()
}

fn assert_all(annotator: &Annotator, rows: impl Iterator<Item = String>) {
    let (wrong, all) = wrong(annotator, rows);
    assert!(all > 0);
    assert!(wrong.is_empty(), "{} of {all} rows:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn simplified_names_by_rules_alone() {
    assert_all(&Annotator::default(), lines(HANS));
}

#[test]
fn traditional_names_by_rules_alone() {
    assert_all(&Annotator::default(), lines(HANT));
}

#[test]
fn english_names_by_rules_alone() {
    assert_all(&Annotator::default(), lines(ENGLISH));
}

#[test]
fn nothing_where_nobody_is_named_by_rules_alone() {
    assert_all(&Annotator::default(), lines(NONE));
}

#[test]
fn short_forms_and_aliases_across_a_document_by_rules_alone() {
    assert_all(&Annotator::default(), documents(DOCUMENTS));
}

/// The tagger is trained, so that a row or two may change with a new model; the rules must not be undone by it.
#[test]
fn the_tagger_keeps_what_the_rules_find() {
    let annotator = Annotator::new(Models::bundled());
    let (mut all, mut off) = (0, Vec::new());
    for table in [HANS, HANT, ENGLISH, NONE] {
        let (rows, n) = wrong(&annotator, lines(table));
        off.extend(rows);
        all += n;
    }
    let (rows, n) = wrong(&annotator, documents(DOCUMENTS));
    off.extend(rows);
    all += n;
    assert!(off.len() * 20 <= all, "{} of {all} rows:\n{}", off.len(), off.join("\n"));
}

#[test]
fn every_mention_lists_all_mentions() {
    let text = "江苏恒锦复材科技有限公司投产。恒锦复材订单增长。恒锦复材扩建。";
    let document = Document::from_text(text).expect("short enough");
    let annotations = Annotator::default().annotate(&document, &Options::default());
    let mentions: Vec<_> = annotations
        .items
        .iter()
        .filter_map(|a| match &a.attributes {
            Attributes::Organization(o) => Some(o.mentions.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(mentions.len(), 3);
    assert!(mentions.iter().all(|m| m.len() == 3 && *m == mentions[0]));
}

#[test]
fn a_long_run_of_anything_costs_no_more_than_its_length() {
    let annotator = Annotator::default();
    for piece in
        ["局", "市", "公司", "、", "(", "等4家企业", "Inc. ", "of ", "A", "中国", "Bank of ", "市委、"]
    {
        let document = Document::from_text(piece.repeat(40_000)).expect("short enough");
        annotator.annotate(&document, &Options::default());
    }
}
