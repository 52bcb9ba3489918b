//! Our own JSON document, the one format that opens again.

use super::article::{ArticleFile, relations};
use super::filter::Filter;

/// The file as JSON, indented.
pub fn write(file: &ArticleFile, filter: &Filter) -> String {
    let mut out = serde_json::to_string_pretty(&filtered(file, filter)).unwrap_or_default();
    out.push('\n');
    out
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
        ids.sort_unstable();
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
