//! W3C Web Annotation JSON-LD: an annotation collection whose targets are selected twice, by position in code points
//! and by quotation with enough context to be found again where the text has moved.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::article::{Annotation, Origin};
use super::{ArticleFile, Filter, boundaries, cut};

/// Code points of context on either side of a quotation: as few as make it unique, between these two.
const CONTEXT: core::ops::RangeInclusive<u32> = 16..=256;

/// The collection, without a line feed.
pub fn write(file: &ArticleFile, filter: &Filter) -> String {
    let kept: Vec<&Annotation> = filter.valid(file).collect();
    let at = boundaries(&file.text);
    let context = contexts(&file.text, &at, &kept);
    let source = format!("urn:sha256:{}", file.sha256);
    let items: Vec<Value> = kept
        .iter()
        .zip(context)
        .map(|(a, context)| {
            let end = (at.len() - 1) as u32;
            let before = cut(&file.text, &at, a.start.saturating_sub(context), a.start);
            let after = cut(&file.text, &at, a.end, a.end.saturating_add(context).min(end));
            json!({
                "id": format!("{source}#{}", a.id),
                "type": "Annotation",
                "motivation": "tagging",
                "creator": match a.origin {
                    Origin::Auto => json!({ "type": "Software", "name": file.tool.name }),
                    _ => json!({ "type": "Person" }),
                },
                "body": [
                    { "type": "TextualBody", "purpose": "tagging", "value": a.r#type },
                    {
                        "type": "TextualBody",
                        "purpose": "describing",
                        "format": "application/json",
                        "value": Value::from(a.attrs.clone()).to_string(),
                    },
                ],
                "target": {
                    "source": source,
                    "selector": [
                        { "type": "TextPositionSelector", "start": a.start, "end": a.end },
                        { "type": "TextQuoteSelector", "exact": a.text, "prefix": before, "suffix": after },
                    ],
                },
            })
        })
        .collect();
    let collection = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{source}#annotations"),
        "type": "AnnotationCollection",
        "label": file.title().or(file.id.as_deref()).unwrap_or("annotations"),
        "generator": { "type": "Software", "name": file.tool.name, "schema:softwareVersion": file.tool.version },
        "total": items.len(),
        "first": { "id": format!("{source}#page"), "type": "AnnotationPage", "startIndex": 0, "items": items },
    });
    collection.to_string()
}

/// How much context each quotation needs.
///
/// A quotation is unique where the `2n` characters around its start are, and those have one length for all: a rolling
/// hash counts them in one pass over the text. What is not unique tries again with twice the context.
fn contexts(text: &str, at: &[usize], annotations: &[&Annotation]) -> Vec<u32> {
    let chars: Vec<u32> = text.chars().map(u32::from).collect();
    let mut need = vec![*CONTEXT.end(); annotations.len()];
    let mut open: Vec<usize> = (0..annotations.len()).collect();
    let mut n = *CONTEXT.start();
    while n <= *CONTEXT.end() && !open.is_empty() {
        let counts = count_windows(
            &chars,
            2 * n as usize,
            open.iter().filter_map(|&i| window(annotations[i], n, chars.len())),
        );
        open.retain(|&i| {
            let a = annotations[i];
            let unique = match window(a, n, chars.len()) {
                Some(start) => counts.get(&start).is_some_and(|&count| count == 1),
                // So near an end of the text that the window does not fit: look for the quotation itself.
                None => {
                    let end = a.end.saturating_add(n).min(chars.len() as u32);
                    let quote = cut(text, at, a.start.saturating_sub(n), end);
                    occurs_once(text, quote)
                }
            };
            if unique {
                need[i] = n;
            }
            !unique
        });
        n *= 2;
    }
    need
}

/// Occurrences may overlap, which `str::matches` would not see.
fn occurs_once(text: &str, quote: &str) -> bool {
    let step = quote.chars().next().map_or(0, char::len_utf8);
    step > 0
        && text.find(quote).is_some_and(|at| text.get(at + step..).is_some_and(|rest| !rest.contains(quote)))
}

fn window(a: &Annotation, n: u32, length: usize) -> Option<usize> {
    let start = a.start.checked_sub(n)? as usize;
    (a.start as usize + n as usize <= length).then_some(start)
}

/// For each start of a window of `size` characters, how often the same characters occur in the text.
fn count_windows(chars: &[u32], size: usize, starts: impl Iterator<Item = usize>) -> HashMap<usize, u32> {
    const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
    let top = (1..size).fold(1u64, |power, _| power.wrapping_mul(BASE));
    // Low bits of a product by an odd base mix badly; the multiplied character carries them up.
    let mix = |c: u32| u64::from(c).wrapping_add(1).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let starts: Vec<usize> = starts.collect();
    let wanted: std::collections::HashSet<usize> = starts.iter().copied().collect();
    let mut hashes: HashMap<usize, u64> = HashMap::new();
    let each = |visit: &mut dyn FnMut(usize, u64)| {
        let mut hash = 0u64;
        for (i, &c) in chars.iter().enumerate() {
            if i >= size {
                hash = hash.wrapping_sub(mix(chars[i - size]).wrapping_mul(top));
            }
            hash = hash.wrapping_mul(BASE).wrapping_add(mix(c));
            if i + 1 >= size {
                visit(i + 1 - size, hash);
            }
        }
    };
    each(&mut |start, hash| {
        if wanted.contains(&start) {
            hashes.insert(start, hash);
        }
    });
    let mut counts: HashMap<u64, u32> = hashes.values().map(|&hash| (hash, 0)).collect();
    each(&mut |_, hash| {
        if let Some(count) = counts.get_mut(&hash) {
            *count = count.saturating_add(1);
        }
    });
    hashes.into_iter().map(|(start, hash)| (start, counts.get(&hash).copied().unwrap_or(0))).collect()
}
