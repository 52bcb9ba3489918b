//! The sides of a report of sport, which are called by places and by plain words: where a table ranks them, and where
//! they play: 屯门　9　3　2　30; 屯门|开赛仅6分钟.

use core::ops::Range;

use super::folded::{Folded, han};
use super::words::{TABLES as WORDS, class};
use super::{Candidate, Draft, OrganizationDraft, taken};
use crate::annotation::OrganizationKind as Kind;
use crate::span::Span;
use crate::text::has;

/// What stands over a table of standings, or in its first row.
const TABLES: [&str; 8] =
    ["积分", "胜率", "胜差", "胜-败", "排名榜", "Standings", "STANDINGS", "League table"];
/// A table that is not found within so many lines is none.
const NEAR: usize = 5;
/// More sides than this are not looked for in the text.
const SIDES: usize = 40;
/// The longest name of a side: Han characters, Latin ones.
const LONGEST: (usize, usize) = (8, 30);

/// What a side does or has, right behind its name.
const DOES: &str = "守门员 上半场 下半场 吞下 止步 先得 开赛 主帅 教练 总教练 前锋 后卫 门将 中场 外援 洋投 洋将 投手 先发 球员 球迷 领先 落后 反超 扳平 主场 \
    客场 连胜 补时 加时 随后 下场 全场 半场 止败 控球 门前 全年 一度 换入 换上 后上 作客 首节 末节 三连 重返 晋级 打线 牛棚 开局 止步 \
    直到 多次 则 凭 靠 由 追 以 的 第 10号 9号 7号 队长 锋将";
/// How another side met it, right before its name.
const MEETS: &str = "逆转 击败 战胜 不敌 迎战 力克 战平 挑战 惜败 险胜 轻取";
/// What is done to a side, right before its name.
const DONE: &str = "挫胜负克败擒压退走扫战赢输对和平下";
/// What makes a place of the name.
const PLACE: &str = "区站道街路墟镇乡县市村湾球运体公";

/// Adds the sides that standings name, and those of standings and results where they play.
pub(super) fn add(text: &Folded, candidates: &mut Vec<Candidate>, sporting: bool) {
    let ranked = ranked(text);
    let mut sides: Vec<Range<usize>> = candidates
        .iter()
        .filter(|c| c.rule == "result")
        .map(|c| text.range(c.span))
        .map(|(a, b)| a..b)
        .collect();
    let known = |c: &Candidate| matches!(&c.draft, Draft::Organization(_));
    for side in ranked {
        let span = text.span(side.start, side.end);
        if !candidates.iter().any(|c| c.span == span && known(c)) {
            candidates.push(found(span, None, "standing"));
        }
        sides.push(side);
    }
    // 逆转|云山雄鹿: a team that only the tagger saw.
    let seen = candidates.iter().filter(|c| match &c.draft {
        Draft::Organization(draft) => draft.known.or(draft.kind).is_none_or(|kind| kind == Kind::Sport),
        _ => false,
    });
    let seen =
        seen.map(|c| text.range(c.span)).filter(|(start, end)| end - start == 4 && meets(text, *start, *end));
    sides.extend(seen.map(|(start, end)| start..end));
    let teams = candidates.iter().filter(
        |c| matches!(&c.draft, Draft::Organization(draft) if draft.known.or(draft.kind) == Some(Kind::Sport)),
    );
    let many = teams.count() > 2;
    let cued = if many || sporting { cued(text) } else { Vec::new() };
    for side in cued {
        let span = text.span(side.start, side.end);
        if !taken(candidates, span) {
            candidates.push(found(span, None, "standing"));
        }
        sides.push(side);
    }
    sides.truncate(SIDES);
    let mut names: Vec<(&[char], Span)> = Vec::new();
    for side in sides {
        let (name, span) = (&text.chars[side.clone()], text.span(side.start, side.end));
        if !name.iter().all(|c| han(*c)) {
            continue;
        }
        // 曙光 is 花莲曙光.
        let nickname = name.len() == 4;
        for name in [Some(name).filter(|n| n.len() <= 3), nickname.then(|| &name[2..])].into_iter().flatten()
        {
            if !names.iter().any(|(known, _)| *known == name) {
                names.push((name, span));
            }
        }
    }
    let plays =
        |name: &[char], at: usize| text.chars[at..].starts_with(name) && plays(text, at, at + name.len());
    for at in 0..text.chars.len() {
        for (name, full) in names.iter().filter(|(name, _)| name[0] == text.chars[at]) {
            if plays(name, at) {
                let span = text.span(at, at + name.len());
                candidates.push(found(span, Some(*full).filter(|full| *full != span), "mention"));
            }
        }
    }
}

fn found(span: Span, full: Option<Span>, rule: &'static str) -> Candidate {
    let draft = OrganizationDraft { kind: Some(Kind::Sport), known: None, confidence: 88, full };
    Candidate { span, draft: Draft::Organization(draft), rule }
}

/// What is said of a side right before its name, four characters, in a report of sport: 击退|云港铁甲, 龙头|南榕黑熊.
const CUES: &str =
    "击退 击败 力克 战胜 不敌 迎战 险胜 大胜 横扫 轻取 逆转 惜败 力挫 龙头 榜首 保级队 领头羊 升班马";

/// The sides that are told by what is said of them right before their names.
fn cued(text: &Folded) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for at in 2..text.chars.len().saturating_sub(4) {
        let name = &text.chars[at..at + 4];
        let after = text.at(at + 4);
        let ends = !han(after) || after == '队' && !han(text.at(at + 5));
        if !ends || !name.iter().all(|c| han(*c)) {
            continue;
        }
        let cue = |word: &str| {
            let n = word.chars().count();
            at >= n && text.starts_with(at - n, word)
        };
        let cued = CUES.split(' ').any(cue);
        let word = || {
            (1..=4).any(|n| {
                WORDS
                    .longest(&name[..n], class::STOP | class::PLAIN | class::HEAD)
                    .is_some_and(|(m, _)| m >= 2 || n == 1)
            })
        };
        if cued && !word() {
            out.push(at..at + 4 + usize::from(after == '队' && !han(text.at(at + 5))));
        }
    }
    out
}

/// True where a word of sport stands beside a name.
fn meets(text: &Folded, start: usize, end: usize) -> bool {
    let behind = DOES.split(' ').filter(|word| word.len() > 3).any(|word| text.starts_with(end, word));
    behind || MEETS.split(' ').any(|word| start > 1 && text.starts_with(start - 2, word))
}

/// True where what stands around the name of a side says that it plays.
fn plays(text: &Folded, start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map_or('\n', |at| text.at(at));
    let after = text.at(end);
    let does = DOES.split(' ').any(|word| text.starts_with(end, word));
    let done = has(DONE, before);
    let ends = |c: char| !han(c);
    (does || done) && (does || ends(after)) && (done || ends(before)) && !has(PLACE, after)
}

/// The names in the rows of standings.
fn ranked(text: &Folded) -> Vec<Range<usize>> {
    let (mut out, mut table) = (Vec::new(), Vec::new());
    let mut left = 0;
    let mut start = 0;
    for line in text.chars.split(|c| *c == '\n') {
        let short = line.len() < 60;
        if short && TABLES.iter().any(|word| holds(line, word)) {
            left = NEAR;
        } else if left > 0 {
            match row(line).filter(|_| short) {
                Some(name) => {
                    table.push(start + name.start..start + name.end);
                    left = NEAR;
                }
                None => left -= 1,
            }
        }
        if left == 0 {
            if table.len() > 1 {
                out.append(&mut table);
            }
            table.clear();
        }
        start += line.len() + 1;
    }
    if table.len() > 1 {
        out.append(&mut table);
    }
    out
}

fn holds(line: &[char], word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    line.windows(word.len()).any(|w| w == word)
}

/// The name in a row of standings: a rank or none, the name, and two numbers or more.
fn row(line: &[char]) -> Option<Range<usize>> {
    let ranks = |c: &char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '\t' | '、');
    let start = line.iter().take_while(|c| ranks(c)).count();
    let first = line.get(start)?;
    let latin = first.is_ascii_uppercase();
    let named = |c: &char| match latin {
        true => c.is_alphabetic() || matches!(c, ' ' | '&' | '\'' | '.' | '-'),
        false => han(*c),
    };
    let mut end = start + line[start..].iter().take_while(|c| named(c)).count();
    while end > start && !line[end - 1].is_alphabetic() {
        end -= 1;
    }
    let longest = if latin { LONGEST.1 } else { LONGEST.0 };
    let rest: String = line[end..].iter().collect();
    let number = |cell: &str| {
        let cell = cell.trim_end_matches(['场', '分', '胜', '败', '负', '和']);
        cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '–' | '.' | '%' | '—' | '|'))
    };
    let mut cells = rest.split_whitespace();
    let numbers = rest.starts_with([' ', '\t', '|']) && cells.clone().all(number) && cells.nth(1).is_some();
    (numbers && (2..=longest).contains(&(end - start))).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_standings() {
        for (line, name) in [
            ("1. 河东　9场　22分", Some("河东")),
            ("花莲海风　18-19-1　.486　5", Some("花莲海风")),
            ("Fort Lorne Engines 51-33 .607", Some("Fort Lorne Engines")),
            ("河东区共有 9 所学校", None),
            ("队伍　胜　负　积分", None),
            ("河东　9", None),
        ] {
            let line: Vec<char> = line.replace('\u{3000}', " ").chars().collect();
            let found = row(&line).map(|name| line[name].iter().collect::<String>());
            assert_eq!(found.as_deref(), name);
        }
    }
}
