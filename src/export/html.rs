//! A report to read and to print: one HTML file without scripts or anything loaded from elsewhere.

use core::fmt::Write;

use super::article::{Annotation, Block};
use super::{ArticleFile, Filter, boundaries, cut, type_name};
use crate::annotation::AnnotationType;
use crate::document::Role;
use crate::options::Lang;

const STYLE: &str = include_str!("html/report.css");

/// The words of the report in the article's language.
struct Words {
    lang: &'static str,
    types: [&'static str; 3],
    columns: [&'static str; 4],
    published: &'static str,
    made_by: &'static str,
}

const ENGLISH: Words = Words {
    lang: "en",
    types: ["Figures", "Dates", "Organizations"],
    columns: ["Quote", "Value", "Kind", "More"],
    published: "Published",
    made_by: "Annotated by",
};

const CHINESE: Words = Words {
    lang: "zh",
    types: ["数字", "日期", "机构"],
    columns: ["原文", "值", "类别", "其他"],
    published: "发布时间",
    made_by: "标注工具",
};

const TYPES: [AnnotationType; 3] =
    [AnnotationType::Figure, AnnotationType::Date, AnnotationType::Organization];

/// The report.
pub fn write(file: &ArticleFile, filter: &Filter) -> String {
    let words = if file.lang == Some(Lang::Zh) { &CHINESE } else { &ENGLISH };
    let kept: Vec<&Annotation> = filter.valid(file).collect();
    let at = boundaries(&file.text);
    let mut out = String::with_capacity(file.text.len() * 2 + 8192);
    let title = escape(file.title().unwrap_or("—"));
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<p>",
        words.lang
    );
    if let Some(published) = &file.published {
        let _ =
            write!(out, "{} <time>{}</time> · ", words.published, escape(&published.value.replace('T', " ")));
    }
    for (kind, name) in TYPES.iter().zip(words.types) {
        let count = kept.iter().filter(|a| a.r#type == *kind).count();
        let _ = write!(out, "<a href=\"#{}s\" class=\"{0}\">{name} {count}</a> ", type_name(*kind));
    }
    out.push_str("</p>\n</header>\n<article>\n");
    let mut rest = kept.as_slice();
    for block in file.blocks.iter().filter(|b| !filter.roles.contains(&b.role)) {
        let first = rest.partition_point(|a| a.start < block.start);
        let inside = &rest[first..];
        let inside = &inside[..inside.partition_point(|a| a.start < block.end)];
        rest = &rest[first + inside.len()..];
        marked(&mut out, file, &at, block, inside);
    }
    out.push_str("</article>\n");
    for (kind, name) in TYPES.iter().zip(words.types) {
        let rows: Vec<_> = kept.iter().filter(|a| a.r#type == *kind).collect();
        if !rows.is_empty() {
            table(&mut out, *kind, name, words, &rows);
        }
    }
    let (tool, version) = (escape(&file.tool.name), escape(&file.tool.version));
    let _ = write!(
        out,
        "<footer>{} {tool} {version} · SHA-256 <code>{}</code></footer>\n</body>\n</html>\n",
        words.made_by,
        escape(&file.sha256)
    );
    out
}

fn marked(out: &mut String, file: &ArticleFile, at: &[usize], block: &Block, annotations: &[&Annotation]) {
    let element = match block.role {
        Role::Title => "h1",
        Role::Heading => "h2",
        _ => "p",
    };
    let role = serde_json::to_value(block.role).ok();
    let role = role.as_ref().and_then(|r| r.as_str()).unwrap_or("paragraph");
    let _ = write!(out, "<{element} class=\"{role}\">");
    let mut done = block.start;
    for a in annotations {
        // An overlap cannot come from the program; a file written by hand may have one.
        if a.start < done || a.end > block.end {
            continue;
        }
        let _ = write!(
            out,
            "{}<a class=\"{}\" id=\"m{}\" href=\"#a{2}\" title=\"{}\">{}</a>",
            escape(cut(&file.text, at, done, a.start)),
            type_name(a.r#type),
            a.id,
            escape(&value(a)),
            escape(&a.text)
        );
        done = a.end;
    }
    let _ = writeln!(out, "{}</{element}>", escape(cut(&file.text, at, done, block.end)));
}

fn table(out: &mut String, kind: AnnotationType, name: &str, words: &Words, rows: &[&&Annotation]) {
    let [quote, value_, kind_, more_] = words.columns;
    let _ = write!(
        out,
        "<h2 id=\"{}s\">{name}</h2>\n<table>\n<thead><tr><th>{quote}</th><th>{value_}</th><th>{kind_}</th><th>{more_}</th></tr></thead>\n<tbody>\n",
        type_name(kind)
    );
    for a in rows {
        let _ = writeln!(
            out,
            "<tr id=\"a{}\"><td><a href=\"#m{0}\">{}</a></td><td>{}</td><td>{}</td><td>{}</td></tr>",
            a.id,
            escape(&a.text),
            escape(&value(a)),
            escape(a.attr("kind")),
            escape(&more(a))
        );
    }
    out.push_str("</tbody>\n</table>\n");
}

/// What an annotation was resolved to, on one line.
fn value(a: &Annotation) -> String {
    let unit = match a.attr("unit") {
        "" => String::new(),
        "%" => "%".into(),
        unit => format!(" {unit}"),
    };
    match a.r#type {
        AnnotationType::Organization => a.attr("canonical").into(),
        AnnotationType::Date => match (a.attr("edtf"), a.attr("start"), a.attr("end")) {
            ("", "", "") => "—".into(),
            ("", start, end) => format!("{start} – {end}"),
            (edtf, ..) => edtf.into(),
        },
        AnnotationType::Figure => match (a.attr("value"), a.attr("min"), a.attr("max")) {
            ("", "", "") => "—".into(),
            ("", min, "") => format!("≥ {min}{unit}"),
            ("", "", max) => format!("≤ {max}{unit}"),
            ("", min, max) => format!("{min} – {max}{unit}"),
            (value, ..) => format!("{value}{unit}"),
        },
    }
}

/// The other attributes that a reader wants, with their names.
fn more(a: &Annotation) -> String {
    const SHOWN: [&str; 9] =
        ["bound", "change", "basis", "since", "of", "scope", "precision", "resolved", "note"];
    let mut out: Vec<String> = Vec::new();
    if a.attrs.get("approx").and_then(|v| v.as_bool()) == Some(true) {
        out.push("≈".into());
    }
    out.extend(SHOWN.iter().filter(|n| !a.attr(n).is_empty()).map(|n| format!("{n}: {}", a.attr(n))));
    out.join(" · ")
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}
