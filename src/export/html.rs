//! A report to read and to print: one HTML file without scripts or anything loaded from elsewhere.

mod words;

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
    /// A kind, unit or other attribute's name or value.
    say: fn(&str) -> &str,
    types: [&'static str; 3],
    columns: [&'static str; 4],
    published: &'static str,
    made_by: &'static str,
}

const ENGLISH: Words = Words {
    lang: "en",
    say: |word| word,
    types: ["Figures", "Dates", "Organizations"],
    columns: ["Quote", "Value", "Kind", "More"],
    published: "Published",
    made_by: "Annotated by",
};

const CHINESE: Words = Words {
    lang: "zh",
    say: words::chinese,
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
        marked(&mut out, file, &at, block, inside, words);
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

fn marked(
    out: &mut String,
    file: &ArticleFile,
    at: &[usize],
    block: &Block,
    annotations: &[&Annotation],
    words: &Words,
) {
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
            escape(&value(a, words)),
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
            escape(&value(a, words)),
            escape((words.say)(a.attr("kind"))),
            escape(&more(a, words))
        );
    }
    out.push_str("</tbody>\n</table>\n");
}

/// What an annotation was resolved to, on one line.
fn value(a: &Annotation, words: &Words) -> String {
    let unit = match a.attr("unit") {
        "" => String::new(),
        "%" => "%".into(),
        unit => format!(" {}", (words.say)(unit)),
    };
    match a.r#type {
        AnnotationType::Organization => a.attr("canonical").into(),
        AnnotationType::Date => match (a.attr("edtf"), a.attr("start"), a.attr("end")) {
            ("", "", "") => "—".into(),
            ("", start, end) => format!("{start} – {end}"),
            (edtf, ..) => edtf.into(),
        },
        AnnotationType::Figure => {
            match (grouped(a.attr("value")), grouped(a.attr("min")), grouped(a.attr("max"))) {
                (value, ..) if !value.is_empty() => format!("{value}{unit}"),
                (_, min, max) if min.is_empty() && max.is_empty() => "—".into(),
                (_, min, max) if max.is_empty() => format!("≥ {min}{unit}"),
                (_, min, max) if min.is_empty() => format!("≤ {max}{unit}"),
                (_, min, max) => format!("{min} – {max}{unit}"),
            }
        }
    }
}

/// A decimal with its thousands set apart: 40400 is 40,400. Anything else stays as it is.
fn grouped(number: &str) -> String {
    let digits = number.strip_prefix('-').unwrap_or(number);
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    if whole.len() < 5 || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return number.into();
    }
    let mut out = String::from(if digits.len() < number.len() { "-" } else { "" });
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out + rest
}

/// The other attributes that a reader wants, with their names.
fn more(a: &Annotation, words: &Words) -> String {
    const SHOWN: [&str; 9] =
        ["bound", "change", "basis", "since", "of", "scope", "precision", "resolved", "note"];
    let mut out: Vec<String> = Vec::new();
    if a.attrs.get("approx").and_then(|v| v.as_bool()) == Some(true) {
        out.push("≈".into());
    }
    for name in SHOWN {
        let value = a.attr(name);
        if !value.is_empty() {
            out.push(format!("{}: {}", (words.say)(name), (words.say)(value)));
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, want) in [
            ("40400", "40,400"),
            ("180000000", "180,000,000"),
            ("-1234567.5", "-1,234,567.5"),
            ("2024", "2024"),
            ("1/3", "1/3"),
            ("10000:1", "10000:1"),
            ("", ""),
        ] {
            assert_eq!(grouped(number), want);
        }
    }
}
