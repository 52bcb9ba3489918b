//! W3C Web Annotation JSON-LD: an annotation collection whose targets are selected twice, by position in code points
//! and by quotation with enough context to be found again where the text has moved.

use crate::order;
use serde::Serialize;

use super::article::{Annotation, Origin};
use super::{ArticleFile, Filter, boundaries, cut, type_name};

/// Code points of context on either side of a quotation: as few as make it unique, between these two.
const CONTEXT: core::ops::RangeInclusive<u32> = 16..=256;

/// The collection, without a line feed.
pub fn write(file: &ArticleFile, filter: &Filter) -> String {
    let kept: Vec<&Annotation> = filter.valid(file).collect();
    let at = boundaries(&file.text);
    let context = contexts(&file.text, &at, &kept);
    let source = format!("urn:sha256:{}", file.sha256);
    let end = (at.len() - 1) as u32;
    let items = kept.iter().copied().zip(context).map(|(a, context): (&Annotation, u32)| Item {
        id: format!("{source}#{}", a.id),
        r#type: "Annotation",
        motivation: "tagging",
        creator: match a.origin {
            Origin::Auto => Agent { r#type: "Software", name: Some(&file.tool.name), version: None },
            _ => Agent { r#type: "Person", name: None, version: None },
        },
        body: [
            Body {
                r#type: "TextualBody",
                purpose: "tagging",
                format: "text/plain",
                value: type_name(a.r#type).into(),
            },
            Body {
                r#type: "TextualBody",
                purpose: "describing",
                format: "application/json",
                value: serde_json::to_string(&a.attrs).unwrap_or_default(),
            },
        ],
        target: Target {
            source: &source,
            selector: (
                Position { r#type: "TextPositionSelector", start: a.start, end: a.end },
                Quote {
                    r#type: "TextQuoteSelector",
                    exact: &a.text,
                    prefix: cut(&file.text, &at, a.start.saturating_sub(context), a.start),
                    suffix: cut(&file.text, &at, a.end, a.end.saturating_add(context).min(end)),
                },
            ),
        },
    });
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: format!("{source}#annotations"),
        r#type: "AnnotationCollection",
        label: file.title().or(file.id.as_deref()).unwrap_or("annotations"),
        generator: Agent {
            r#type: "Software",
            name: Some(&file.tool.name),
            version: Some(&file.tool.version),
        },
        total: kept.len(),
        first: Page {
            id: format!("{source}#page"),
            r#type: "AnnotationPage",
            start_index: 0,
            items: items.collect(),
        },
    };
    serde_json::to_string(&collection).unwrap_or_default()
}

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: &'a str,
    generator: Agent<'a>,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Agent<'a> {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(rename = "schema:softwareVersion", skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
}

#[derive(Serialize)]
struct Page<'a> {
    id: String,
    r#type: &'static str,
    #[serde(rename = "startIndex")]
    start_index: u32,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    creator: Agent<'a>,
    body: [Body; 2],
    target: Target<'a>,
}

#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: (Position, Quote<'a>),
}

#[derive(Serialize)]
struct Position {
    r#type: &'static str,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Quote<'a> {
    r#type: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
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
        let starts = open.iter().filter_map(|&i| window(annotations[i], n, chars.len())).collect();
        let unique = unique_windows(&chars, 2 * n as usize, starts);
        open.retain(|&i| {
            let a = annotations[i];
            let found = match window(a, n, chars.len()) {
                Some(start) => unique.binary_search(&start).is_ok(),
                // So near an end of the text that the window does not fit: look for the quotation itself.
                None => {
                    let end = a.end.saturating_add(n).min(chars.len() as u32);
                    occurs_once(text, cut(text, at, a.start.saturating_sub(n), end))
                }
            };
            if found {
                need[i] = n;
            }
            !found
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

/// Those of some windows of `size` characters whose characters occur once in the text. Two windows with one hash count
/// as equal, which asks for more context than is needed and does no harm.
fn unique_windows(chars: &[u32], size: usize, mut starts: Vec<usize>) -> Vec<usize> {
    order::naturally(&mut starts);
    starts.dedup();
    let mut hashes: Vec<(u64, usize)> = Vec::with_capacity(starts.len());
    let mut next = starts.iter().copied().peekable();
    roll(chars, size, |start, hash| {
        if next.next_if_eq(&start).is_some() {
            hashes.push((hash, start));
        }
    });
    order::naturally(&mut hashes);
    let mut counts = vec![0u32; hashes.len()];
    roll(chars, size, |_, hash| {
        // The first of those with this hash counts for all.
        let at = hashes.partition_point(|(h, _)| *h < hash);
        if hashes.get(at).is_some_and(|(h, _)| *h == hash) {
            counts[at] = counts[at].saturating_add(1);
        }
    });
    let mut unique: Vec<usize> =
        hashes.iter().zip(&counts).filter(|(_, count)| **count == 1).map(|((_, start), _)| *start).collect();
    order::naturally(&mut unique);
    unique
}

/// Visits every window with its rolling hash.
fn roll(chars: &[u32], size: usize, mut visit: impl FnMut(usize, u64)) {
    const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
    let top = (1..size).fold(1u64, |power, _| power.wrapping_mul(BASE));
    let mix = |c: u32| u64::from(c).wrapping_add(1).wrapping_mul(0xBF58_476D_1CE4_E5B9);
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
}
