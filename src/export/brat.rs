//! brat stand-off: text-bound annotations, attributes, relations and notes. Offsets count code points of the `.txt`.

use core::fmt::Write;

use serde_json::Value;

use super::article::Annotation;
use super::{ArticleFile, Filter, label};

/// The `.ann` file; the `.txt` beside it is the article's text, unchanged.
pub fn ann(file: &ArticleFile, filter: &Filter) -> String {
    let mut out = String::new();
    let kept: Vec<&Annotation> = filter.valid(file).collect();
    let mut attributes = 0;
    for a in &kept {
        let _ = writeln!(out, "T{}\t{} {}\t{}", a.id + 1, label(a.r#type), ranges(a), one_line(&a.text));
        if !a.attr("kind").is_empty() {
            attributes += 1;
            let _ = writeln!(out, "A{attributes}\tkind T{} {}", a.id + 1, a.attr("kind"));
        }
        if !a.attrs.is_empty() {
            let _ = writeln!(
                out,
                "#{}\tAnnotatorNotes T{}\t{}",
                a.id + 1,
                a.id + 1,
                Value::from(a.attrs.clone())
            );
        }
    }
    let mut ids: Vec<u32> = kept.iter().map(|a| a.id).collect();
    ids.sort_unstable();
    let here = |id: u32| ids.binary_search(&id).is_ok();
    let relations = file.relations.iter().filter(|r| here(r.from) && here(r.to));
    for (n, r) in (1..).zip(relations) {
        let _ = writeln!(out, "R{n}\t{} Arg1:T{} Arg2:T{}", r.r#type.name(), r.from + 1, r.to + 1);
    }
    out
}

/// brat holds no line break in an annotation: one that crosses it becomes several fragments.
fn ranges(a: &Annotation) -> String {
    let mut out = String::new();
    let mut start = a.start;
    let mut at = a.start;
    for c in a.text.chars().chain(['\n']) {
        if matches!(c, '\n' | '\r') {
            if at > start {
                let _ = write!(out, "{}{start} {at}", if out.is_empty() { "" } else { ";" });
            }
            start = at.saturating_add(1);
        }
        at = at.saturating_add(1);
    }
    out
}

fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
