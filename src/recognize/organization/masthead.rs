//! The site whose name begins a page, before the path to the page: 岚江街坊报｜社区, HARBOUR TURF ONLINE | Results.

use super::english::region_of_two;
use super::folded::han;
use super::words::TABLES;
use super::{Candidate, Draft, OrganizationDraft, doubt, heads};
use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::span::Span;
use crate::text::fold::fold;

/// A longer line is no path.
const LONGEST: usize = 240;
/// Steps of a path beside the sections of a paper.
const STEPS: &str = "Beat Browse Careers Club Contact Content FOR Funding IMMEDIATE Investor Islands Letters Main Newsletters \
    Official Policy Puzzles Racecards Recipes Release Results Reviews Scores Search Shop Skip Standings Subscribe Tickets \
    Website";
/// What steps of a path hold in Chinese.
const SECTIONS: &str = "首页 主页 新闻 要闻 港闻 澳闻 快讯 即时 社会 社区 地方 政治 财经 产业 公司 地产 楼市 房产 法庭 体育 \
    运动 足球 棒球 棒垒 篮球 职篮 生活 健康 天气 交通 娱乐 国际 两岸 教育 校园 科技 文化 副刊 专栏 消费 警讯 突发 民生 \
    农业 环境 劳动 旅游 治安 生技 博彩 频道 资讯 动态 发布 位置 公告 观点 专题 民调";
/// Steps of a path to what a body says of itself.
const OWN: [&str; 8] =
    ["Newsroom", "News Release", "Investor", "新闻中心", "新聞中心", "新闻稿", "新聞稿", "公告"];

/// Adds the name of the site that a document begins with; says of one that was found there that it is a medium.
pub(super) fn add(document: &Document, candidates: &mut Vec<Candidate>) {
    let text = document.text();
    let from = text.len() - text.trim_start().len();
    let line = text[from..].lines().next().unwrap_or_default();
    if line.len() > LONGEST || line.contains(['，', '。', ',', '：', ':', '？', '！', '「', '《', '“'])
    {
        return;
    }
    let name = steps(line).next().unwrap_or_default().trim_end();
    let mut rest: Vec<&str> = steps(line).skip(1).map(str::trim).filter(|step| !step.is_empty()).collect();
    // The path may stand in the line below.
    if rest.is_empty() {
        let path = text[from..]
            .lines()
            .nth(1)
            .filter(|path| path.len() < LONGEST && path.is_ascii() && path.contains(['>', '»', '›']));
        rest.extend(path.into_iter().flat_map(steps).map(str::trim).filter(|step| !step.is_empty()));
    }
    let folded: String = name.chars().map(fold).collect();
    let (chinese, length) = (folded.chars().all(han), folded.chars().count());
    let sure = match chinese {
        true => {
            let medium = length >= 4
                && folded.ends_with(['网', '报'])
                && !folded.ends_with("公报")
                && !rest.is_empty();
            (3..=8).contains(&length)
                && !section(&folded)
                && (medium || rest.iter().any(|step| sectional(step)))
        }
        false => english(&folded, &rest),
    };
    let own = || rest.iter().any(|step| OWN.iter().any(|own| step.contains(own)));
    if !sure || own() {
        return;
    }
    let span = Span::new(from as u32, (from + name.len()) as u32);
    let headed = heads::kind_of(&folded);
    let inside = |c: &Candidate| {
        matches!(c.draft, Draft::Organization(_)) && c.span.start < span.end && span.start < c.span.end
    };
    if let Some(found) = candidates.iter_mut().find(|c| c.span == span && inside(c)) {
        if let Draft::Organization(draft) = &mut found.draft
            && headed.is_none_or(|kind| kind == Kind::Media)
        {
            draft.known = draft.known.or(Some(Kind::Media));
        }
        return;
    }
    // Two nouns in a row may be a section as well: a paper's name ends like one.
    if chinese && !folded.ends_with(['报', '刊', '网', '志', '闻', '讯', '台']) && !reports(text, name)
    {
        return;
    }
    candidates.retain(|c| !inside(c));
    let draft =
        OrganizationDraft { known: headed.or(Some(Kind::Media)), confidence: 80, ..Default::default() };
    candidates.push(Candidate { span, draft: Draft::Organization(draft), rule: "masthead" });
}

/// True where the page says that a site of this name has reporters or heard something: 运动笔记本记者.
fn reports(text: &str, name: &str) -> bool {
    const DOES: [&str; 4] = ["记者", "記者", "获悉", "獲悉"];
    text.match_indices(name).any(|(at, _)| {
        text.get(at + name.len()..).is_some_and(|after| DOES.iter().any(|does| after.starts_with(does)))
    })
}

/// The steps of a path.
fn steps(line: &str) -> impl Iterator<Item = &str> {
    let mark = |c: char| {
        matches!(
            c,
            '|' | '｜'
                | '/'
                | '／'
                | '>'
                | '＞'
                | '›'
                | '»'
                | '▸'
                | '·'
                | '‧'
                | '•'
                | '．'
                | '→'
                | '—'
                | '–'
        ) || matches!(c, '\u{3000}' | '〉' | '⋅')
    };
    line.split(mark).flat_map(|step| step.split("  ")).flat_map(|step| step.split(" - "))
}

/// True for a step of four characters or fewer that tells of a section in Chinese: 警讯日志.
fn sectional(step: &str) -> bool {
    let folded: String = step.chars().map(fold).collect();
    folded.chars().count() <= 4 && SECTIONS.split(' ').any(|s| folded.starts_with(s) || folded.ends_with(s))
}

/// True for what names nothing but a section: 财经首页, 科技产业.
fn section(folded: &str) -> bool {
    let chars: Vec<char> = folded.chars().collect();
    let named = |part: &[char]| SECTIONS.split(' ').any(|section| section.chars().eq(part.iter().copied()));
    let word = |part: &[char]| part.is_empty() || named(part) || TABLES.get(part).is_some();
    let (first, last) = (chars.len().min(2), chars.len().saturating_sub(2));
    chars.len() <= 5
        && (named(&chars[..first]) && word(&chars[first..]) || named(&chars[last..]) && word(&chars[..last]))
}

/// True for the name of a site in English before a path, or alone in its line where its last word is one of a medium.
fn english(name: &str, rest: &[&str]) -> bool {
    let step = |word: &str| {
        doubt::SECTIONS.split(' ').chain(STEPS.split(' ')).any(|step| step.eq_ignore_ascii_case(word))
    };
    let words: Vec<&str> = name.split(' ').collect();
    // Hong Kong > Education: where, and nobody.
    if let [first, last] = words.as_slice()
        && region_of_two(first, last)
    {
        return false;
    }
    // TyneLive > Transport > Rail: a name that holds a capital.
    let joined = name.chars().skip(2).any(char::is_uppercase) && name.contains(char::is_lowercase);
    if joined && words.len() == 1 && name.chars().all(char::is_alphabetic) {
        return rest.iter().any(|rest| rest.split(' ').all(step));
    }
    let capital =
        |w: &&str| w.starts_with(|c: char| c.is_uppercase()) && w.chars().all(char::is_alphanumeric);
    let last = words.last().copied().unwrap_or_default();
    let titled: String =
        last.chars().take(1).chain(last.chars().skip(1).flat_map(char::to_lowercase)).collect();
    let path = rest.iter().any(|rest| rest.split(' ').all(step));
    let medium =
        || words.len() > 1 && rest.is_empty() && heads::kind_of(&format!("X {titled}")) == Some(Kind::Media);
    (2..=5).contains(&words.len())
        && words.iter().all(capital)
        && !words.iter().all(|w| step(w))
        && (path && (!step(last) || words.len() > 2) || medium() && !step(last))
}
