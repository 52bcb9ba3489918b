//! A name found once is found everywhere: its other mentions, its short forms, and the short names that brackets give it.

use std::collections::{HashMap, HashSet};

use super::alias;
use super::folded::{Folded, han, spaced};
use super::forms::{forms, key, letter};
use super::trie::Trie;
use super::words::{TABLES, class};
use super::{Candidate, Draft, OrganizationDraft};
use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::span::Span;
use crate::text::has;

/// A name whose mentions are looked for.
#[derive(Clone, Copy, Debug)]
struct Name {
    kind: Kind,
    /// Where the full name stands.
    full: Span,
    /// How good the link to the full name is: 0 a short form, 1 the name itself, 2 a short name that a bracket gives.
    rank: u8,
    confidence: u8,
}

/// Heads that stand alone for the one body of the article that ends so.
const ALONE: [&str; 11] = [
    "公所",
    "管委会",
    "供电公司",
    "议会",
    "总工会",
    "慈善总会",
    "校友会",
    "工商联",
    "供销社",
    "红十字会",
    "渔会",
];

/// Names found with less confidence are not looked for elsewhere.
const SURE: u8 = 60;

/// Adds what the names already found imply.
pub(crate) fn add(document: &Document, text: &Folded, candidates: &mut Vec<Candidate>) {
    let known: Vec<(Span, Kind, u8)> = candidates.iter().filter_map(organization).collect();
    if known.is_empty() {
        return;
    }
    let mut names: HashMap<Vec<char>, Name> = HashMap::new();
    let mut taken: HashSet<Span> = known.iter().map(|k| k.0).collect();
    let add = |names: &mut HashMap<Vec<char>, Name>, form: &[char], name: Name| {
        if fit(form) {
            names
                .entry(key(form))
                .and_modify(|n| {
                    // The company itself rather than its subsidiary of a place: 晴川(越南)有限公司.
                    let local = |n: &Name| n.full.len() < 200 && document.slice(n.full).contains(['(', '（']);
                    if n.rank < name.rank || n.rank == 0 && name.rank == 0 && local(n) && !local(&name) {
                        *n = name
                    }
                })
                .or_insert(name);
        }
    };
    for &(span, kind, confidence) in &known {
        let (start, end) = text.range(span);
        let mut aliases = alias::after(
            text,
            start,
            end,
            matches!(kind, Kind::Government | Kind::Association | Kind::International),
        );
        aliases.extend(alias::before(text, start, end));
        // A name alone in the bracket after a name is its short name, whatever it looks like: …运动（哈马斯）.
        if text.at(end) == '(' && end > start {
            let close = (end + 1..end + 16).find(|&i| text.at(i) == ')');
            let inside =
                close.filter(|close| close - end - 1 < end - start).map(|close| text.span(end + 1, close));
            for candidate in candidates.iter_mut().filter(|c| Some(c.span) == inside && inside != Some(span))
            {
                if let Draft::Organization(draft) = &mut candidate.draft {
                    draft.full = Some(span);
                }
            }
        }
        for (from, to) in aliases {
            let name = Name { kind, full: span, rank: 2, confidence: 90 };
            add(&mut names, &text.chars[from..to], name);
            let short = text.span(from, to);
            if taken.insert(short) {
                candidates.push(mention(short, name, "alias"));
            }
        }
        if confidence < SURE {
            continue;
        }
        let name = &text.chars[start..end];
        let found = Name { kind, full: span, rank: 1, confidence };
        add(&mut names, name, found);
        // The Deccan Mercury is the Deccan Mercury, too.
        if let Some(rest) = name.strip_prefix(&['T', 'h', 'e', ' ']) {
            add(&mut names, rest, Name { rank: 0, ..found });
        }
        for form in forms(name, kind) {
            add(&mut names, &form, Name { rank: 0, ..found });
        }
    }
    // Names that were found by themselves are linked, too.
    for candidate in candidates.iter_mut() {
        let (start, end) = text.range(candidate.span);
        if let Draft::Organization(draft) = &mut candidate.draft
            && draft.full.is_none()
            && let Some(name) = names.get(&key(&text.chars[start..end]))
            && name.rank != 1
            && name.full != candidate.span
        {
            draft.full = Some(name.full);
            draft.kind = Some(name.kind);
        }
    }
    // 公所 is the one of the township that the page names most, 管委会 the only one of it.
    for end in ALONE {
        let head: Vec<char> = end.chars().collect();
        let whole = known.iter().filter(|(span, ..)| {
            let (start, stop) = text.range(*span);
            stop > start + head.len() && text.chars[start..stop].ends_with(&head)
        });
        // Of the first few.
        let few: Vec<_> = whole.take(50).collect();
        // 新区管委会 is 江东新区管委会.
        let same = |full: &str, other: &str| full.ends_with(other) || other.ends_with(full);
        let named =
            |span: Span| few.iter().filter(|k| same(document.slice(k.0), document.slice(span))).count();
        let most = few.iter().max_by_key(|(span, ..)| (named(*span), core::cmp::Reverse(span.start)));
        if let Some(&&(full, kind, confidence)) = most
            && (end == "公所" || named(full) == few.len())
        {
            names.entry(head).or_insert(Name { kind, full, rank: 0, confidence });
        }
    }
    let lengths: Vec<(Vec<char>, Name)> = names.into_iter().collect();
    let trie = Trie::new(lengths);
    // What is found, and the short forms that are places somewhere: 玉井|区, 在|沙螺洞.
    let mut hits: Vec<(usize, usize, Name)> = Vec::new();
    let mut places: HashSet<&[char]> = HashSet::new();
    let mut at = 0;
    while at < text.chars.len() {
        let c = letter(text.chars[at]);
        let start_of_word = !spaced(c) || at == 0 || !spaced(letter(text.chars[at - 1]));
        let mut next = at + 1;
        if start_of_word && (spaced(c) || han(c)) {
            let mut best = None;
            trie.prefixes(text.chars[at..].iter().map(|c| letter(*c)), |n, name| {
                if stands(text, at, at + n) {
                    best = Some((n, name));
                }
            });
            if let Some((n, name)) = best {
                hits.push((at, at + n, name));
                if name.rank == 0 && placed(text, at, at + n) {
                    places.insert(&text.chars[at..at + n]);
                }
                next = at + n;
            }
        }
        at = next;
    }
    for (start, end, name) in hits {
        let (begin, span) = (nicknamed(text, start, end), text.span(start, end));
        if begin < start && name.kind != Kind::Government {
            let whole = text.span(begin, end);
            if taken.insert(whole) {
                candidates.push(mention(whole, Name { full: whole, ..name }, "mention"));
            }
            continue;
        }
        if (name.rank > 0 || !places.contains(&text.chars[start..end])) && taken.insert(span) {
            candidates.push(mention(span, name, "mention"));
        }
    }
}

/// Where a team's name begins whose nickname is found: the |Dayton Rivermen.
fn nicknamed(text: &Folded, start: usize, end: usize) -> usize {
    let name = &text.chars[start..end];
    let nickname = (name.ends_with(&['s']) || name.ends_with(&['m', 'e', 'n']))
        && name.len() > 5
        && name[1..].iter().all(|c| c.is_ascii_lowercase());
    if !nickname || start < 6 || text.at(start - 1) != ' ' {
        return start;
    }
    let begin = start - 1 - text.chars[..start - 1].iter().rev().take_while(|c| c.is_alphabetic()).count();
    let article = begin >= 4 && matches!(text.chars[begin - 4..begin], ['t' | 'T', 'h', 'e', ' ']);
    if article && begin + 3 < start && text.at(begin).is_uppercase() { begin } else { start }
}

/// True where two or three characters are a place by what stands around them.
fn placed(text: &Folded, start: usize, end: usize) -> bool {
    let inside = start > 0 && matches!(text.at(start - 1), '在' | '于') && han(text.at(end));
    let next = text.at(end + 1);
    // 恒川|市, and neither its 市场 nor its 市值; 恒川|省, and not what it saves: 省下, 省电.
    let level = match text.at(end) {
        '区' | '镇' | '乡' | '村' | '县' | '州' | '岛' | '湾' | '旗' => true,
        '市' => !matches!(next, '场' | '值' | '占' | '况' | '面' | '售' | '盈' | '净'),
        '省' => !matches!(next, '下' | '电' | '钱' | '时' | '油' | '力' | '去' | '了'),
        _ => false,
    };
    let named = level || {
        let next: String = text.chars.iter().skip(end).take(2).collect();
        matches!(next.as_str(), "湿地" | "地区" | "一带" | "半岛" | "高速")
    };
    end - start <= 3 && han(text.at(start)) && (inside || named || super::repair::of_nature(&text.chars, end))
}

/// What an organization among the candidates says.
fn organization(candidate: &Candidate) -> Option<(Span, Kind, u8)> {
    match &candidate.draft {
        Draft::Organization(draft) => {
            Some((candidate.span, draft.known.or(draft.kind).unwrap_or_default(), draft.confidence))
        }
        _ => None,
    }
}

fn mention(span: Span, name: Name, rule: &'static str) -> Candidate {
    let draft = OrganizationDraft {
        kind: Some(name.kind),
        known: None,
        confidence: name.confidence.saturating_sub(5),
        full: (name.full != span).then_some(name.full),
    };
    Candidate { span, draft: Draft::Organization(draft), rule }
}

/// True when a form is long and particular enough to be looked for.
fn fit(form: &[char]) -> bool {
    let letters = form.iter().filter(|c| spaced(**c)).count();
    let hans = form.iter().filter(|c| han(**c)).count();
    const NOBODY: u16 =
        class::PLACE | class::PLAIN | class::STOP | class::LEVEL | class::WORD | class::GENERIC | class::HEAD;
    let plain = TABLES.get(form).is_some_and(|e| e.is(NOBODY) && !e.is(class::NAME));
    // 陆海新通道 of 陆海新通道运营有限公司 is what the company runs.
    let run = ["通道", "走廊", "大桥", "隧道"].iter().any(|w| {
        let n = w.chars().count();
        form.len() > n && form[form.len() - n..].iter().copied().eq(w.chars())
    });
    !run && (hans >= 2 || letters >= 3 || letters == 2 && form.iter().all(|c| c.is_ascii_uppercase()))
        && !plain
}

/// True when `start..end` stands for itself: whole words in Latin script, in the case of a name; no part of a Chinese word.
fn stands(text: &Folded, start: usize, end: usize) -> bool {
    let chars = &text.chars[start..end];
    if chars.last().is_some_and(|c| spaced(*c)) && spaced(text.at(end)) {
        return false;
    }
    if let Some(first) = chars.first().filter(|c| spaced(**c)) {
        // DULUTH, Minn. –; WELLINGTON —: the city that a report is sent from.
        let opens = start == 0 || text.at(start - 1) == '\n';
        let sent =
            || (end..end + 16).take_while(|i| text.at(*i) != '\n').any(|i| matches!(text.at(i), '–' | '—'));
        if opens && chars.len() > 3 && chars.iter().all(|c| c.is_uppercase() || *c == ' ') && sent() {
            return false;
        }
        // (ASX: OHG)
        if super::doubt::capitals(&text.chars, start, end) {
            return false;
        }
        // KDH/25/0417: the code of a file.
        let code = text.at(end) == '/' && text.at(end + 1).is_ascii_digit();
        if code || chars.starts_with(&['t', 'h', 'e', ' ']) {
            return false;
        }
        return first.is_uppercase() || first.is_ascii_digit() || chars.iter().any(|c| c.is_uppercase());
    }
    if end - start == 2 && !closed(text, end) && !opened(text, start) {
        return false;
    }
    // 各公所, 里公所: none that a page names.
    let alone = || ALONE.iter().any(|end| end.chars().eq(chars.iter().copied()));
    if han(chars[0]) && alone() && !opened(text, start) && !has("由向在与和及从经", text.at(start - 1))
    {
        return false;
    }
    !TABLES.cuts_a_word(&text.chars, start, end)
}

/// True when two characters open a clause and what follows can be no name's tail: 《半导体》禾岳3月, ，禾岳第1季.
fn opened(text: &Folded, start: usize) -> bool {
    let before = start.checked_sub(1).map_or('\n', |i| text.at(i));
    !han(before) && !spaced(before)
}

/// True when a word of the tables or no Han character follows: two characters are found too easily inside other names.
fn closed(text: &Folded, end: usize) -> bool {
    if !han(text.at(end)) {
        return true;
    }
    (1..=3).any(|n| {
        let next = text.chars.get(end..end + n).unwrap_or_default();
        TABLES.get(next).is_some_and(|e| n >= 2 || e.is(class::STOP))
    })
}
