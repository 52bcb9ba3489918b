//! What a figure counts or measures, and among whom it ranks.

use super::clause::{Clause, ends_with};
use crate::annotation::{Figure, FigureKind};

/// Words that end a noun phrase when read forwards: verbs and particles of news prose.
const STOPS: &[&str] = &[
    "参与", "参加", "购买", "实现", "死亡", "受伤", "失联", "失踪", "遇难", "得到", "获得", "获评", "获",
    "组成", "进行", "开展", "举办", "通过", "成为", "达到", "达成", "正在", "已经", "完成", "接受", "进入",
    "来自", "以上", "以下", "左右", "和", "与", "及", "等", "被", "将", "已", "在", "是", "有", "为", "对",
    "由", "从", "并", "或", "而", "了", "着", "也", "都", "均", "就", "还", "不", "中", "内", "后", "前",
    "上", "里", "以", "于", "向", "至", "到", "用", "让", "把", "会", "能", "可", "要", "使", "同", "采集",
    "上传", "落户", "签约", "建成", "投产", "开工", "亮相", "出席", "走上", "走进", "落地", "入选", "位于",
    "开始", "基本", "能够", "需要", "给予", "受到", "抵达",
];

/// Verbs at the head of a phrase that stands before its number: 招引…96人, 建成…2个.
const HEADS: &[&str] = &[
    "新认定",
    "新引进",
    "新招引",
    "认定",
    "招引",
    "引进",
    "征集",
    "举办",
    "吸引",
    "设立",
    "建成",
    "建设",
    "实现",
    "完成",
    "发放",
    "安排",
    "投入",
    "培育",
    "签约",
    "落户",
    "新增",
    "开行",
    "发送",
    "运送",
    "达成",
    "造成",
    "导致",
    "击落",
    "摧毁",
    "查处",
    "破获",
    "抓获",
    "服务",
    "惠及",
    "覆盖",
    "带动",
    "提供",
    "累计",
    "全市",
    "全省",
    "全国",
    "全区",
    "全县",
    "全球",
    "我国",
    "共有",
    "现有",
    "拥有",
    "其中",
    "已有",
    "已",
    "共",
    "有",
    "和",
    "与",
    "了",
    "的",
    "将",
    "各类",
    "先后",
    "等地",
    "预计",
    "今年",
    "出动",
];

/// Words between a noun and the number that tells of it.
const LINKS: &[&str] = &[
    "已达到",
    "已经达到",
    "达到",
    "达",
    "为",
    "是",
    "约为",
    "分别为",
    "已",
    "共",
    "共计",
    "总计",
    "累计",
    "有",
    "超",
    "仅",
    "将",
    "同比增长",
    "同比下降",
    "同比上升",
    "同比",
    "环比",
    "增长",
    "下降",
    "增加",
    "减少",
    "提高",
    "降低",
    "上升",
    "上涨",
    "下跌",
    "了",
    "分别",
    "成交",
    "均",
    "占",
    "提至",
    "提到",
    "升至",
    "升到",
    "增至",
    "增加到",
    "涨至",
    "涨到",
    "降至",
    "降到",
    "减至",
    "减到",
    "跌至",
    "跌破",
    "突破",
    "收报",
    "报",
    "破",
    "超过",
    "上调",
    "下调",
    "提升",
    "压减",
    "缩短",
    "缩减",
    "扩大",
    "回落",
    "攀升",
    "合计",
    "高达",
    "多达",
    "由",
    "从",
    "完成",
    "收盘",
    "只有",
    "一共",
    "总共",
    "约",
    "近",
    "升",
    "降",
    "涨",
    "跌",
    "增",
    "减",
    "位居",
    "位列",
    "列",
    "居",
    "排名",
    "排",
    "全国",
    "全省",
    "全市",
    "全球",
    "世界",
    "增速",
    "连续",
    "到",
    "至",
    "的",
];

/// Words that end no noun: what ends in one of them before a number names no thing counted.
const VERBS: &[&str] = &[
    "较", "以", "由", "从", "每", "按", "被", "给", "把", "将", "过", "破", "需", "要", "可", "能", "里",
    "后", "前", "时", "地", "就", "也", "都", "还", "又", "再", "最", "很", "是", "等", "及", "在", "于",
    "向", "对", "让", "使", "跑", "花", "少", "多", "距", "离", "年初", "年末", "上年", "去年", "上月",
    "同期", "击败",
];

/// The longest noun that is worth showing.
const LONGEST: usize = 16;

/// The noun that the figure counts or measures.
pub(super) fn noun(clause: &Clause, figure: &Figure) -> Option<String> {
    let counts = matches!(
        figure.kind,
        FigureKind::Count
            | FigureKind::Ordinal
            | FigureKind::Measure
            | FigureKind::Percent
            | FigureKind::Fraction
            | FigureKind::Money
    );
    let follows = clause.after.first().is_some_and(|c| han(*c));
    let forward = if counts && follows && figure.change.is_none() { forwards(&clause.after) } else { None };
    forward.or_else(|| backwards(clause, figure)).or_else(|| english(clause, figure))
}

fn han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// 企业 of 37家企业购买了绿证; 参赛选手 of 30位来自海内外的参赛选手.
fn forwards(after: &[char]) -> Option<String> {
    let run = after.iter().take(2 * LONGEST).take_while(|c| han(**c)).count();
    let mut phrase = &after[..run];
    if let Some(at) = phrase.iter().position(|c| *c == '的') {
        phrase = &phrase[at + 1..];
    }
    let end = (1..phrase.len())
        .find(|&i| STOPS.iter().any(|stop| starts_with(&phrase[i..], stop) && (i > 1 || stop.len() > 3)))
        .unwrap_or(phrase.len());
    let first = STOPS.iter().any(|stop| starts_with(phrase, stop));
    let noun = &phrase[..end];
    (!first && noun.len() >= 2 && noun.len() <= LONGEST).then(|| noun.iter().collect())
}

/// 国家高新技术企业 of 新认定国家高新技术企业525家; 用气量 of 全县用气量已达到3.2亿立方米.
fn backwards(clause: &Clause, figure: &Figure) -> Option<String> {
    let mut head: &[char] = &clause.own;
    while let Some(link) = LINKS.iter().filter(|link| ends_with(head, link)).max_by_key(|link| link.len()) {
        head = &head[..head.len() - link.chars().count()];
    }
    let from = head.iter().rposition(|c| !han(*c)).map_or(0, |i| i + 1);
    let mut phrase = &head[from..];
    if let Some(at) = phrase.iter().rposition(|c| *c == '的') {
        phrase = &phrase[at + 1..];
    }
    // The noun begins behind the last verb or the last word of place.
    let behind = |i: usize| {
        HEADS
            .iter()
            .find(|word| word.len() > 3 && starts_with(&phrase[i..], word))
            .map(|word| i + word.chars().count())
    };
    if let Some(cut) = (0..phrase.len()).rev().find_map(behind).filter(|cut| cut + 1 < phrase.len()) {
        phrase = &phrase[cut..];
    }
    while let Some((first, rest)) = phrase.split_first() {
        if rest.len() < 2 || !"已共有和与了将年月日".contains(*first) {
            break;
        }
        phrase = rest;
    }
    let duration = figure.kind == FigureKind::Duration || figure.kind == FigureKind::Age;
    let noun =
        phrase.len() >= 2 && phrase.len() <= LONGEST && !VERBS.iter().any(|verb| ends_with(phrase, verb));
    (!duration && noun).then(|| phrase.iter().collect())
}

/// `people` of 200 people, `voters` of 2 million voters: the words up to a preposition, four at most.
fn english(clause: &Clause, figure: &Figure) -> Option<String> {
    let counts = matches!(
        figure.kind,
        FigureKind::Count | FigureKind::Percent | FigureKind::Fraction | FigureKind::Measure
    );
    if !counts || !clause.after.first().is_some_and(|c| matches!(c, ' ' | '-')) || figure.change.is_some() {
        return None;
    }
    let text: String = clause.after.iter().skip(1).collect();
    let text = text
        .strip_prefix("of the ")
        .or(text.strip_prefix("of all "))
        .or(text.strip_prefix("of "))
        .unwrap_or(&text);
    let stops = [
        "in", "of", "to", "for", "on", "at", "by", "from", "and", "or", "with", "were", "was", "are", "is",
        "have", "has", "had", "who", "that", "which", "as", "after", "before", "since", "when", "will",
        "would", "could", "than", "per", "a", "an", "the", "into", "over", "under", "during", "while",
        "more", "killed", "died", "said", "but", "if", "this", "last", "so", "not", "be", "been", "its",
        "their", "his", "her", "out", "up", "down",
    ];
    let words: Vec<&str> = text
        .split(' ')
        .take(4)
        .take_while(|word| !stops.contains(&word.to_lowercase().as_str()) && !word.is_empty())
        .collect();
    let noun = words.join(" ");
    let noun = noun.trim_end_matches(|c: char| !c.is_alphanumeric());
    (noun.starts_with(char::is_alphanumeric) && noun.chars().any(char::is_alphabetic) && noun.len() > 1)
        .then(|| noun.to_owned())
}

fn starts_with(chars: &[char], word: &str) -> bool {
    word.chars().enumerate().all(|(k, c)| chars.get(k) == Some(&c))
}

/// Among whom a rank holds: 全省, 全国, 世界.
pub(super) fn scope(clause: &Clause) -> Option<String> {
    [
        "全省", "全国", "全市", "全球", "世界", "全区", "全县", "亚洲", "国内", "西部", "中部", "东部",
        "欧洲", "全州",
    ]
    .iter()
    .find(|scope| clause.before.len() <= 30 && (super::clause::has(&clause.before, scope)))
    .map(|scope| (*scope).to_owned())
}
