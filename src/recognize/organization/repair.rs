//! The edges of a tagged name, set as the guide sets them.

use super::folded::{han, spaced};
use crate::view::View;

/// Characters that never stand at the edge of a name.
fn edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '"' | '\''
                | '“'
                | '”'
                | '‘'
                | '’'
                | '「'
                | '」'
                | '『'
                | '』'
                | '《'
                | '》'
                | '〈'
                | '〉'
                | ','
                | '、'
                | '。'
                | ';'
                | ':'
                | '?'
                | '·'
                | '-'
                | '—'
                | '–'
                | '/'
                | '|'
                | '['
                | ']'
                | '【'
                | '】'
                | '…'
                | '的'
        )
}

/// Posts that a tagged name may carry at its end.
const POSTS: [&str; 30] = [
    "党组书记",
    "党委书记",
    "副董事长",
    "董事长",
    "总经理",
    "副总裁",
    "总裁",
    "负责人",
    "发言人",
    "创始人",
    "主席",
    "主任",
    "书记",
    "局长",
    "部长",
    "厅长",
    "处长",
    "科长",
    "会长",
    "理事长",
    "秘书长",
    "行长",
    "校长",
    "院长",
    "记者",
    "通讯员",
    "教授",
    "研究员",
    "总工",
    "消息",
];

/// The name in `start..end` without what does not belong to it; `None` when nothing is left.
pub(crate) fn repair(view: &View<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    let (mut start, mut end) = (start, end.min(view.chars.len()));
    loop {
        let before = (start, end);
        while start < end && edge(view.at(start)) {
            start += 1;
        }
        while start < end && edge(view.at(end - 1)) {
            end -= 1;
        }
        // A final dot belongs to Inc., Corp., Co., Ltd. and to initials.
        if end > start && view.at(end - 1) == '.' {
            let form = [
                "Inc.", "Corp.", "Co.", "Ltd.", "Bros.", "Pte.", "Bhd.", "S.A.", "L.P.", "N.V.", "B.V.",
                "U.S.",
            ];
            if !form.iter().any(|f| view.ends_with(end, f)) {
                end -= 1;
            }
        }
        for word in ["the ", "The ", "THE "] {
            if view.starts_with(start, word)
                && !view.starts_with(start, "The Globe")
                && end > start + 4
                && !paper(view, start, end)
            {
                start += 4;
            }
        }
        for post in POSTS {
            let n = post.chars().count();
            if end > start + n + 1 && view.ends_with(end, post) {
                end -= n;
            }
        }
        if end > start + 2 && matches!(view.at(end - 2), '\'' | '’') && view.at(end - 1) == 's' {
            end -= 2;
        }
        // A bracket without its partner goes, and what it holds.
        let inside = &view.chars[start..end.max(start)];
        let (opens, closes) =
            (inside.iter().filter(|c| **c == '(').count(), inside.iter().filter(|c| **c == ')').count());
        if opens > closes {
            if let Some(at) = inside.iter().rposition(|c| *c == '(') {
                let close = (end..(end + 12).min(view.chars.len()))
                    .find(|&i| !(han(view.at(i)) || spaced(view.at(i))));
                match close.filter(|&i| view.at(i) == ')') {
                    Some(i) => end = i + 1,
                    None => end = start + at,
                }
            }
        } else if closes > opens {
            if view.at(end - 1) == ')' {
                end -= 1;
            } else if let Some(at) = inside.iter().position(|c| *c == ')') {
                start += at + 1;
            }
        } else if opens > 0 && view.at(start) == '(' {
            start += 1;
        }
        // Whole words in Latin script.
        while start > 0
            && start < end
            && spaced(view.at(start))
            && spaced(view.at(start - 1))
            && !han(view.at(start))
        {
            start -= 1;
        }
        while end > start
            && end < view.chars.len()
            && spaced(view.at(end - 1))
            && view.at(end).is_ascii_lowercase()
        {
            end += 1;
        }
        if end > start + 1 && end < view.chars.len() && view.at(end) == '.' {
            let form = ["Inc", "Corp", "Co", "Ltd"];
            if form.iter().any(|f| view.ends_with(end, f)) {
                end += 1;
            }
        }
        if end <= start {
            return None;
        }
        if (start, end) == before {
            break;
        }
    }
    let letters = view.chars[start..end].iter().filter(|c| han(**c) || spaced(**c)).count();
    (letters > 0).then_some((start, end))
}

/// True for papers whose name begins with The.
fn paper(view: &View<'_>, start: usize, end: usize) -> bool {
    const PAPERS: [&str; 18] = [
        "Times",
        "Post",
        "Guardian",
        "Telegraph",
        "Globe",
        "Journal",
        "Herald",
        "Mail",
        "Independent",
        "Economist",
        "Sun",
        "Star",
        "Observer",
        "Tribune",
        "Conversation",
        "StarPhoenix",
        "Beacon",
        "Notebook",
    ];
    view.starts_with(start, "The ") && PAPERS.iter().any(|p| view.ends_with(end, p))
}
