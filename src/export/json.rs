//! Our own JSON document, the one format that opens again.

use super::article::{ArticleFile, relations};
use super::filter::Filter;
use crate::order;

/// The file as JSON, indented.
pub fn write(file: &ArticleFile, filter: &Filter) -> String {
    indented(&write_line(file, filter))
}

/// The file as one line of JSON, without the line feed.
pub fn write_line(file: &ArticleFile, filter: &Filter) -> String {
    serde_json::to_string(&filtered(file, filter)).unwrap_or_default()
}

/// The file without what the filter leaves out, and without the links that would then lead nowhere.
pub fn filtered(file: &ArticleFile, filter: &Filter) -> ArticleFile {
    let mut file = file.clone();
    if *filter != Filter::default() {
        let kept: Vec<_> = file.annotations.iter().filter(|a| filter.keeps(&file, a)).cloned().collect();
        file.annotations = kept;
        let mut ids: Vec<u32> = file.annotations.iter().map(|a| a.id).collect();
        order::naturally(&mut ids);
        let gone = |value: &serde_json::Value| {
            value
                .as_u64()
                .is_some_and(|id| u32::try_from(id).map_or(true, |id| ids.binary_search(&id).is_err()))
        };
        for a in &mut file.annotations {
            a.attrs.retain(|name, value| !(matches!(name.as_str(), "leans_on" | "when") && gone(value)));
            if let Some(mentions) = a.attrs.get_mut("mentions").and_then(|m| m.as_array_mut()) {
                mentions.retain(|m| !gone(m));
            }
        }
    }
    file.relations = relations(&file.annotations);
    file
}

/// Lays JSON out over lines, two spaces a level. A second formatter of serde_json would cost the page more.
fn indented(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    let mut chars = json.chars().peekable();
    while let Some(c) = chars.next() {
        let opens = !quoted && matches!(c, '{' | '[');
        let closes = !quoted && matches!(c, '}' | ']');
        if closes {
            depth = depth.saturating_sub(1);
            line(&mut out, depth);
        }
        out.push(c);
        match c {
            _ if quoted => {
                quoted = escaped || c != '"';
                escaped = c == '\\' && !escaped;
            }
            '"' => quoted = true,
            ':' => out.push(' '),
            ',' => line(&mut out, depth),
            _ if opens && matches!(chars.peek(), Some('}' | ']')) => out.extend(chars.next()),
            _ if opens => {
                depth += 1;
                line(&mut out, depth);
            }
            _ => {}
        }
    }
    out.push('\n');
    out
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(core::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indented_json_is_that_of_serde() {
        let value = serde_json::json!({
            "a": [], "b": {}, "c": [1, "x,y:{[\\\"]}", {"d": null}], "\u{1F600}\n": "\\", "e": "\"", "f": [[[]], {}],
        });
        let want = serde_json::to_string_pretty(&value).unwrap() + "\n";
        assert_eq!(indented(&value.to_string()), want);
    }
}
