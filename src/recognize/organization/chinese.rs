//! Chinese names by their heads: 江苏恒锦复材科技有限公司, 镇江市生态环境局, 市委.
//!
//! Every place where a head can end is read backwards: head, then words of duty or trade, at most one stretch of unknown
//! characters (the brand), then places and levels of government. A function word, a plain word or punctuation ends the
//! name. A name needs something that names: a brand, a place, a level, or a duty that only one body has.

mod cue;
mod edge;
mod part;
pub(crate) mod result;
mod walk;

use edge::{bounded, closed};
use part::{office, part};
use walk::{Left, Mode, walk};

use super::found::Found;
use super::words::{Entry, TABLES, Words, class};
use crate::annotation::OrganizationKind as Kind;
use crate::text::class::Class;
use crate::view::View;

/// Finds the names of a block that end with a head or are known.
pub(crate) fn scan(view: &View<'_>, out: &mut Vec<Found>) {
    let words = &*TABLES;
    for end in 1..=view.chars.len() {
        if !words.may_end(view.chars[end - 1]) {
            continue;
        }
        let mut heads: [Option<(usize, Entry)>; 8] = [None; 8];
        let mut n = 0;
        words.ending(&view.chars[end.saturating_sub(16)..end], |len, entry| {
            if entry.is(class::HEAD | class::NAME | class::TRADE) && n < heads.len() {
                heads[n] = Some((len, entry));
                n += 1;
            }
        });
        let named =
            heads.iter().flatten().any(|(len, e)| *len >= 4 && e.is(class::NAME) && is_everywhere(e.other));
        if named {
            // Shorter heads inside a known name are not read.
            let longest = heads.iter().rev().flatten().next().copied();
            heads = [None; 8];
            heads[0] = longest;
        }
        let read = |(len, entry)| read(view, words, end, len, entry, out);
        // The longest reading wins; among equals the one with the longest head.
        let best = heads
            .iter()
            .rev()
            .flatten()
            .filter_map(|&head| read(head))
            .reduce(|a, b| if b.len() > a.len() { b } else { a });
        out.extend(best);
    }
    cue::scan(view, words, out);
}

/// Reads one name with the head of `len` characters that ends at `end`; `before` are the names read so far.
fn read(
    view: &View<'_>,
    words: &Words,
    end: usize,
    len: usize,
    entry: Entry,
    before: &[Found],
) -> Option<Found> {
    let head = end - len;
    // 教育部党组书记: the post takes the party group with it.
    if view.ends_with(end, "党组") && ["书记", "副书记", "成员"].iter().any(|w| view.starts_with(end, w))
    {
        return None;
    }
    // 恒锦复材|报35元: a share and its price.
    if len == 1 && view.at(head) == '报' && view.at(end).is_ascii_digit() {
        return None;
    }
    // 市|政府 is cut by the word 市政, but a level needs no other proof.
    let level = entry.is(class::BODY)
        && words.longest(&view.chars[head.saturating_sub(4)..head], class::LEVEL).is_some();
    let from = if level || len >= 3 { end - 1 } else { head };
    if words.cuts_a_word(view.chars, from, end) {
        return None;
    }
    // The tail of a plain word is no head: 部|署, 市|中心.
    let tail = words.longest(&view.chars[end.saturating_sub(8)..end], class::PLAIN | class::STOP);
    if tail.is_some_and(|(n, e)| n > len && !e.is(class::HEAD | class::NAME)) {
        return None;
    }
    let mut best: Option<Found> = None;
    let mut keep = |found: Option<Found>| {
        if let Some(f) = found
            && best.is_none_or(|b| f.len() > b.len())
        {
            best = Some(f);
        }
    };
    if entry.is(class::NAME) {
        keep(known(view, words, head, end, entry));
    }
    // A bank or a medium known by name bears nothing before it.
    if entry.is(class::NAME) && len >= 4 && is_everywhere(entry.other) {
        return best;
    }
    if entry.is(class::OPEN) {
        keep(open(view, words, head, end, entry.open, before));
    }
    if entry.is(class::TRADE) && !entry.is(class::OPEN) {
        keep(trade(view, words, head, end));
    }
    if entry.is(class::BODY) {
        keep(body(view, words, head, end, entry.other));
    }
    if entry.is(class::SECTOR | class::UNIT) {
        keep(sector(view, words, head, end, entry));
    }
    let committee = entry.open == Kind::Government && view.ends_with(end, "委员会");
    if entry.is(class::SECTOR | class::UNIT) || entry.is(class::OPEN) && (in_larger(entry.open) || committee)
    {
        keep(part(view, words, head, end, entry, before));
    }
    keep(office(view, words, head, end, before));
    best
}

/// A body known by name, with the country, level or higher body before it: 美国国防部, 市发改委.
fn known(view: &View<'_>, words: &Words, head: usize, end: usize, entry: Entry) -> Option<Found> {
    let mode = if entry.other == Kind::Government && end - head == 3 { Mode::Body } else { Mode::Known };
    let left = walk(view, words, head, mode);
    // 恒生|指数: an index bears the name of who counts it.
    if ["指数", "科技指数", "国企指数", "科指", "国指", "期指"].iter().any(|w| view.starts_with(end, w))
    {
        return None;
    }
    // Two characters are a name only where nothing joins them on one side.
    let short = end - head <= 2 && left.start == head;
    if short && !bounded(view, words, head) && !closed(view, words, end) {
        return None;
    }
    // 澳大|利亚, 大亚|湾: the beginning of a place.
    let place = (end..=(end + 2).min(view.chars.len()))
        .any(|p| words.longest(&view.chars[..p], class::PLACE).is_some_and(|(n, _)| n > p - head));
    if end - head == 2 && (place || matches!(view.at(end), '湾' | '湖' | '江' | '河' | '山' | '岛' | '岭'))
    {
        return None;
    }
    let nations = entry.other == Kind::International && view.ends_with(head, "联合国");
    let start = match entry.other {
        _ if nations => head - 3,
        kind if is_everywhere(kind) => head,
        _ => left.start,
    };
    // 无国界医生|组织通报: the noun, where a verb of saying follows it.
    const SAYING: [&str; 9] = ["表示", "通报", "称", "说", "指出", "警告", "发布", "呼吁", "的"];
    let noun = matches!(entry.other, Kind::International | Kind::Association)
        && !view.ends_with(end, "组织")
        && view.starts_with(end, "组织")
        && SAYING.iter().any(|w| view.starts_with(end + 2, w));
    let end = if noun { end + 2 } else { end };
    // 整修工程|会延后: the verb.
    let will = view.at(end - 1) == '会'
        && end - head == 3
        && left.start == head
        && view.traditional(head)
        && !bounded(view, words, head)
        && "延增减影导令使让有不再更被把因继持逐尽优带造产成变提加升降在".contains(view.at(end));
    if will {
        return None;
    }
    // 岚川|集团党委: a body of a group bears the group's brand.
    if view.starts_with(head, "集团") && end - head == 4 && !bounded(view, words, left.start) {
        let group = walk(view, words, head, Mode::Open);
        let start = if group.brand <= 4 && !group.generic { group.start } else { head };
        return Some(Found { start, end, kind: entry.other, strength: 85, rule: "known body" });
    }
    // 海关、边检: what sort of office, and none of them.
    if view.ends_with(end, "海关")
        && ["、边检", "、边防", "部门", "编码"].iter().any(|w| view.starts_with(end, w))
    {
        return None;
    }
    // 拱北|海关: the place of a customs house that no table knows.
    let customs = view.ends_with(end, "海关")
        && start == head
        && head >= 2
        && view.classes[head - 2..head].iter().all(|c| *c == Class::Han)
        && bounded(view, words, head - 2)
        && !words
            .get(&view.chars[head - 2..head])
            .is_some_and(|e| e.is(class::STOP | class::PLAIN | class::NAME));
    let start = if customs { head - 2 } else { start };
    // 内政部|移民署: an office and the ministry before it.
    let ministry = entry.other == Kind::Government && matches!(view.at(end - 1), '署' | '局');
    let parent = words.longest(&view.chars[start.saturating_sub(8)..start], class::NAME).filter(|(n, e)| {
        ministry && *n >= 3 && e.other == Kind::Government && matches!(view.at(start - 1), '部' | '会' | '院')
    });
    let start = start - parent.map_or(0, |(n, _)| n);
    let strength = if end - head >= 3 { 90 } else { 78 };
    Some(Found { start, end, kind: entry.other, strength, rule: "known body" })
}

/// Kinds of body that can be part of another.
fn in_larger(kind: Kind) -> bool {
    matches!(kind, Kind::Education | Kind::Research | Kind::Health | Kind::Other | Kind::Association)
}

/// Media and international bodies bear no country before their name unless it is part of it.
fn is_everywhere(kind: Kind) -> bool {
    matches!(kind, Kind::Media | Kind::International | Kind::Finance)
}

/// Heads so common that a country or a trade before them names nobody.
const BARE: [&str; 26] = [
    "公司",
    "集团",
    "大学",
    "学院",
    "学校",
    "中学",
    "小学",
    "医院",
    "银行",
    "证券",
    "保险",
    "厂",
    "工厂",
    "协会",
    "俱乐部",
    "媒体",
    "实验室",
    "航空",
    "法院",
    "工会",
    "资本",
    "联盟",
    "基金会",
    "研究院",
    "研究所",
    "事务所",
];

/// The short name of a company: place, brand and trade.
fn trade(view: &View<'_>, words: &Words, head: usize, end: usize) -> Option<Found> {
    let left = walk(view, words, head, Mode::Open);
    let first = words.longest(&view.chars[left.start.min(head)..head], class::HEAD | class::STOP).is_none();
    let brand = (2..=4).contains(&left.brand) && !left.generic && first && !left.level;
    let plain = (2..=3).any(|n| {
        words.get(view.chars.get(end..end + n).unwrap_or_default()).is_some_and(|e| e.is(class::PLAIN))
    });
    if !(brand && (closed(view, words, end) || plain && left.place)) {
        return None;
    }
    // A trade and not a company: 具身智能|企业, 固态电池|赛道.
    const OF_A_TRADE: [&str; 12] =
        ["企业", "公司", "厂商", "赛道", "产业", "行业", "领域", "技术", "设备", "产品", "市场", "板块"];
    if !left.place && OF_A_TRADE.iter().any(|w| view.starts_with(end, w)) {
        return None;
    }
    // Without a place the name must stand free: ，长城战略咨询发布…
    let before = left.start.checked_sub(1).map_or(Class::Punctuation, |i| view.classes[i]);
    let free =
        matches!(before, Class::Punctuation | Class::Space) && view.at(left.start.wrapping_sub(1)) != '、';
    let verb = (2..=3).any(|n| {
        words.get(view.chars.get(end..end + n).unwrap_or_default()).is_some_and(|e| e.is(class::STOP))
    });
    let strength = if left.place || left.bracket {
        78
    } else if free && verb {
        75
    } else {
        return None;
    };
    Some(Found { start: left.start, end, kind: Kind::Company, strength, rule: "trade" })
}

fn open(
    view: &View<'_>,
    words: &Words,
    head: usize,
    end: usize,
    kind: Kind,
    before: &[Found],
) -> Option<Found> {
    let left = walk(view, words, head, Mode::Open);
    // 镇江市委、管委会: a bare body of government that goes on an enumeration of bodies.
    let listed =
        head > 0 && view.at(head - 1) == '、' && before.iter().rev().take(3).any(|f| f.end + 1 == head);
    if listed && left.start == head && kind == Kind::Government {
        return Some(Found { start: head, end, kind, strength: 80, rule: "listed body" });
    }
    // 2026财年|资本开支
    if view.ends_with(head, "财年") {
        return None;
    }
    if left.start == head && bounded(view, words, head) && posted(view, head, end) {
        return Some(Found { start: head, end, kind, strength: 82, rule: "listed body" });
    }
    let bare = BARE.iter().any(|b| b.chars().eq(view.chars[head..end].iter().copied()));
    if left.brand == 1 && !left.place || left.generic && left.brand == 0 {
        return None;
    }
    let factory = view.ends_with(end, "工厂") && left.place && left.brand == 0 && left.duties == 0;
    if factory {
        return None;
    }
    let country = left.place && left.duties == 0 && left.brand == 0 && !left.level && bare;
    let country = country
        && head - left.start <= 2
        && words.longest(&view.chars[left.start..head], class::PLACE).is_some()
        && is_country(&view.chars[left.start..head]);
    // A consortium may be named by its trades alone: 航空复合材料及部件创新联合体.
    let named = left.duties >= 3 && ["联合体", "联盟"].iter().any(|h| view.ends_with(end, h));
    if named && left.brand == 0 && !left.place && !left.generic {
        return Some(Found { start: left.start, end, kind, strength: 76, rule: "head" });
    }
    if country || left.brand == 0 && !left.place && !left.level && !left.parent {
        return None;
    }
    let legal = head + 4 <= end && view.ends_with(end, "公司");
    let trading = matches!(kind, Kind::Company | Kind::Finance | Kind::Health | Kind::Media)
        && !view.ends_with(end, "资本");
    let strength = match (left.brand, left.place, legal) {
        (_, _, true) => 90,
        (2..=4, true, _) | (0, true, _) => 85,
        (2..=4, false, _) if end - head >= 3 => 80,
        (2..=4, false, _) => 70,
        // 区|教师进修学校
        (0, false, _) if left.level && end - head >= 5 && head == left.start + 1 => 80,
        // 汉神|百货: a known name and a head.
        (0, false, _) if left.parent && left.duties == 0 && end - head >= 2 && trading => 80,
        _ => 55,
    };
    Some(Found { start: left.start, end, kind, strength, rule: "head" })
}

/// True for a body that the post behind it makes one of a kind: 农会|总干事, 图书馆|馆长.
fn posted(view: &View<'_>, head: usize, end: usize) -> bool {
    const POSTS: [(&str, &str); 7] = [
        ("农会", "总干事"),
        ("农会", "理事长"),
        ("渔会", "总干事"),
        ("渔会", "理事长"),
        ("图书馆", "馆长"),
        ("学生会", "会长"),
        ("学生会", "干部"),
    ];
    POSTS.iter().any(|(body, post)| {
        body.chars().eq(view.chars[head..end].iter().copied()) && view.starts_with(end, post)
    })
}

fn is_country(chars: &[char]) -> bool {
    const COUNTRIES: [&str; 14] = [
        "中国", "美国", "英国", "法国", "德国", "日本", "韩国", "印度", "欧洲", "亚洲", "香港", "台湾", "美",
        "日",
    ];
    COUNTRIES.iter().any(|c| c.chars().eq(chars.iter().copied()))
}

fn body(view: &View<'_>, words: &Words, head: usize, end: usize, kind: Kind) -> Option<Found> {
    let left = walk(view, words, head, Mode::Body);
    let whole = words.get(&view.chars[head..end]).is_some_and(|e| e.is(class::LEVEL));
    let chars = end - head;
    // 市委|市政府: two bodies of one place without a mark between them.
    const PEERS: [&str; 5] = ["政府", "人民政府", "人大常委会", "人大", "政协"];
    if PEERS.iter().any(|p| p.chars().eq(view.chars[head..end].iter().copied()))
        && let Some((n, _)) = words.longest(&view.chars[left.start..head], class::LEVEL)
        && head - n >= left.start + 2
        && matches!(view.at(head - n - 1), '委' | '府' | '大' | '协')
    {
        return Some(Found { start: head - n, end, kind, strength: 88, rule: "known body" });
    }
    if row(view, words, &left) {
        return None;
    }
    let ok = left.level || left.parent || left.place && chars >= 2;
    // 市委员, 镇府 and the like: a body of one character needs a level of one character right before it.
    let single = chars == 1 && !(left.level || left.place) || whole && !left.level;
    (ok && !single).then_some(Found { start: left.start, end, kind, strength: 88, rule: "level body" })
}

/// True where a level stands before the level that a name begins with: 各乡镇|市公所, 县市|政府 are no body.
fn row(view: &View<'_>, words: &Words, left: &Left) -> bool {
    let Some(before) = left.start.checked_sub(1).filter(|_| !left.place) else { return false };
    let pair = (view.at(before), view.at(left.start));
    let levels = matches!(
        pair,
        ('乡' | '县' | '省', '镇' | '市') | ('镇', '市' | '区') | ('市', '县') | ('县', '区') | ('区', '县')
    );
    let placed = || words.longest(&view.chars[..left.start], class::PLACE).is_some_and(|(n, _)| n >= 2);
    levels && !placed()
}

fn sector(view: &View<'_>, words: &Words, head: usize, end: usize, entry: Entry) -> Option<Found> {
    let left = walk(view, words, head, Mode::Sector);
    if row(view, words, &left) {
        return None;
    }
    let chars = end - head;
    let named = left.place || left.level || left.parent;
    if !named && let Some(start) = county_office(view, words, head) {
        return Some(Found { start, end, kind: entry.other, strength: 78, rule: "duty" });
    }
    if left.generic && !named {
        return None;
    }
    let c = view.at(end - 1);
    let alone = chars == 1 && matches!(c, '局' | '厅' | '部' | '委' | '署')
        || view.ends_with(end, "总局")
        || view.ends_with(end, "署");
    let enough = match entry.is(class::SECTOR) {
        true => left.duties > 0 && (named || alone) || chars >= 2 && named && (left.place || left.level),
        false => named && left.duties > 0,
    };
    if !enough || chars == 1 && left.duties == 0 {
        return None;
    }
    let strength = if named { 85 } else { 76 };
    Some(Found { start: left.start, end, kind: entry.other, strength, rule: "duty" })
}

/// Where an office of a county of Taiwan begins that stands alone: |工务处, |城乡发展处. Elsewhere a 处 is part of a body.
fn county_office(view: &View<'_>, words: &Words, head: usize) -> Option<usize> {
    const DUTIES: [&str; 32] = [
        "农业",
        "社会",
        "教育",
        "民政",
        "地政",
        "建设",
        "文化",
        "工务",
        "观光",
        "水利",
        "财政",
        "人事",
        "主计",
        "政风",
        "计划",
        "劳动",
        "劳工",
        "行政",
        "环保",
        "交通",
        "传播",
        "新闻",
        "体育",
        "青年",
        "客家",
        "城乡",
        "城乡发展",
        "经济发展",
        "产业发展",
        "文化观光",
        "动物保护",
        "原住民",
    ];
    if view.at(head) != '处' {
        return None;
    }
    let duty = DUTIES.iter().filter(|duty| view.ends_with(head, duty)).max_by_key(|duty| duty.len())?;
    let start = head - duty.chars().count();
    let apart = bounded(view, words, start)
        || words.longest(&view.chars[start.saturating_sub(4)..start], class::PLAIN).is_some();
    (apart && view.traditional(head)).then_some(start)
}
