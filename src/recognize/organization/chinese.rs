//! Chinese names by their heads: 江苏恒锦复材科技有限公司, 镇江市生态环境局, 市委.
//!
//! Every place where a head can end is read backwards: head, then words of duty or trade, at most one stretch of unknown
//! characters (the brand), then places and levels of government. A function word, a plain word or punctuation ends the
//! name. A name needs something that names: a brand, a place, a level, or a duty that only one body has.

use super::found::Found;
use super::words::{Entry, TABLES, Words, class};
use crate::annotation::OrganizationKind as Kind;
use crate::text::class::Class;
use crate::view::View;

/// The longest name that is read, in characters.
const REACH: usize = 48;
/// The longest brand, in Han characters.
const BRAND: usize = 7;

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
    if entry.is(class::SECTOR | class::UNIT) || entry.is(class::OPEN) && in_larger(entry.open) {
        keep(part(view, words, head, end, entry, before));
    }
    best
}

/// A body known by name, with the country, level or higher body before it: 美国国防部, 市发改委.
fn known(view: &View<'_>, words: &Words, head: usize, end: usize, entry: Entry) -> Option<Found> {
    let mode = if entry.other == Kind::Government && end - head == 3 { Mode::Body } else { Mode::Known };
    let left = walk(view, words, head, mode);
    // Two characters are a name only where nothing joins them on one side.
    let short = end - head <= 2 && left.start == head;
    if short && !bounded(view, words, head) && !closed(view, words, end) {
        return None;
    }
    let start = if is_everywhere(entry.other) { head } else { left.start };
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

/// A part of a body that was read before: 招商银行+珠海分行, 市公安局+食药侦支队.
fn part(
    view: &View<'_>,
    words: &Words,
    head: usize,
    end: usize,
    entry: Entry,
    before: &[Found],
) -> Option<Found> {
    let parent =
        before.iter().rev().take(6).find(|f| f.end <= head && head - f.end <= 9 && f.kind != Kind::Media)?;
    let gap = &view.chars[parent.end..head];
    let han = view.classes[parent.end..head].iter().all(|c| matches!(c, Class::Han | Class::HanNumeral));
    if !han {
        return None;
    }
    // No function word may begin between the two, and no other body.
    let mut p = head;
    let mut unknown = 0;
    while p > parent.end {
        let window = &view.chars[parent.end..p];
        let good = words.longest(window, class::WORD | class::PLACE | class::LEVEL).map_or(0, |(n, _)| n);
        let verb = words.longest(window, class::STOP).map_or(0, |(n, _)| n);
        let bad = words.longest(window, class::STOP | class::PLAIN).map_or(0, |(n, _)| n);
        let and = matches!(view.at(p - 1), '和' | '与' | '及') && p < head && joined_duty(view, words, p - 1);
        if !and && bad > 0 && (bad > good || verb == good) {
            return None;
        }
        if good >= 2 {
            p -= good;
        } else {
            p -= 1;
            unknown += usize::from(!and);
        }
    }
    let branch = matches!(entry.other, Kind::Finance) && entry.is(class::SECTOR) || end - head >= 2;
    let single = end - head == 1 && (gap.len() < 2 || unknown > 0) && view.at(head) != '队';
    if unknown > if branch { 6 } else { 0 }
        || single
        || end - head >= 2 && gap.is_empty() && !entry.is(class::UNIT | class::SECTOR)
    {
        return None;
    }
    let kind = match (parent.kind, entry) {
        (Kind::Finance | Kind::Company, e) if e.other == Kind::Finance => parent.kind,
        (kind, e) if e.is(class::UNIT) => kind,
        (kind, e) if e.other == Kind::Government => kind,
        (_, e) => {
            if e.is(class::OPEN) {
                e.open
            } else {
                e.other
            }
        }
    };
    Some(Found { start: parent.start, end, kind, strength: parent.strength.min(80), rule: "part" })
}

/// What stands to the left of a head.
#[derive(Clone, Copy, Debug, Default)]
struct Left {
    /// Where the name starts.
    start: usize,
    /// Han characters of the brand, Latin letters counted as one each.
    brand: usize,
    /// A place belongs to the name.
    place: bool,
    /// The name begins with a country or is otherwise as wide as one.
    level: bool,
    /// A known body or the head of a larger body belongs to the name.
    parent: bool,
    /// Words of duty or trade.
    duties: usize,
    /// A qualifier that names nobody.
    generic: bool,
    /// A bracket inside.
    bracket: bool,
}

/// How freely the walk to the left may take characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Brands allowed.
    Open,
    /// Words of the tables only.
    Sector,
    /// Places and levels only.
    Body,
    /// Places wide enough for a known body.
    Known,
}

/// Walks left from `from` as far as the name goes.
fn walk(view: &View<'_>, words: &Words, from: usize, mode: Mode) -> Left {
    let mut left = Left { start: from, ..Left::default() };
    let low = from.saturating_sub(REACH);
    let mut p = from;
    let mut brand_closed = false;
    while p > low {
        let c = view.at(p - 1);
        if c == ')' && mode != Mode::Body && mode != Mode::Known {
            match bracket(view, p) {
                Some(open) => {
                    p = open;
                    left.bracket = true;
                    left.start = p;
                    continue;
                }
                None => break,
            }
        }
        let (mut good, mut bad): (Option<(usize, Entry)>, Option<(usize, Entry)>) = (None, None);
        words.ending(&view.chars[p.saturating_sub(12).max(low)..p], |n, entry| {
            let classes =
                class::WORD | class::PLACE | class::LEVEL | class::NAME | class::HEAD | class::GENERIC;
            if entry.is(classes)
                && (n >= 2 || !entry.is(class::SECTOR | class::UNIT) || joins(view, words, p, n))
            {
                good = Some((n, entry));
            }
            if entry.is(class::STOP | class::PLAIN) {
                bad = Some((n, entry));
            }
        });
        if let Some((1, entry)) = good
            && entry.is(class::PLACE)
            && !entry.is(class::LEVEL | class::WORD | class::HEAD)
            && !bounded(view, words, p - 1)
        {
            good = None;
        }
        // 大 in 大港 is part of a brand.
        if let Some((1, entry)) = good
            && entry.is(class::GENERIC)
            && !entry.is(class::WORD | class::LEVEL | class::HEAD)
            && left.brand > 0
        {
            good = None;
        }
        if let Some((n, entry)) = good
            && bad.is_none_or(|(m, _)| m <= n)
        {
            let plain_place = entry.is(class::PLACE);
            left.level |=
                plain_place && n >= 2 && words.longest(&view.chars[p - 1..p], class::LEVEL).is_some();
            // A trade before a place is no part of the name, unless it is the head of a larger body.
            if (left.place || left.level || left.parent)
                && !entry.is(class::PLACE | class::LEVEL | class::NAME | class::BRAND)
            {
                break;
            }
            // So is a trade before a brand, unless a name can start there: 由|航天海鹰.
            let trade = entry.is(class::WORD | class::GENERIC | class::HEAD)
                && !entry.is(class::PLACE | class::NAME | class::BRAND);
            if left.brand > 0
                && trade
                && (!bounded(view, words, p - n) && !before_place(view, words, p - n)
                    || entry.is(class::GENERIC | class::HEAD))
            {
                break;
            }
            if plain_place {
                if mode == Mode::Open
                    && left.place
                    && left.duties + left.brand > 0
                    && !before_place(view, words, p)
                {
                    break;
                }
                left.place = true;
                brand_closed = left.brand > 0 || left.duties > 0;
            } else if entry.is(class::LEVEL) && mode != Mode::Known {
                if left.level && !left.place && n == 1 && mode == Mode::Body {
                    break;
                }
                // A town or village that no table knows: 滨江镇+政府.
                let name = town(view, words, p - n);
                if name == 0 && entry.is(class::WORD | class::HEAD) && mode == Mode::Sector {
                    left.duties += 1;
                } else {
                    left.level = true;
                    left.place |= name > 0;
                    p -= name;
                }
            } else if mode == Mode::Body || mode == Mode::Known {
                if entry.is(class::NAME) && n >= 2 && mode == Mode::Body {
                    left.parent = true;
                } else {
                    break;
                }
            } else if entry.is(class::NAME) {
                left.parent = true;
            } else if entry.is(class::GENERIC) && !entry.is(class::WORD) {
                left.generic = true;
                if n == 1 {
                    break;
                }
            } else if entry.is(class::BRAND) && bounded(view, words, p - n) {
                left.place = true;
            } else if entry.is(class::WORD | class::SECTOR) {
                left.duties += 1;
                brand_closed |= left.brand > 0;
            } else {
                break;
            }
            p -= n;
            left.start = p;
            continue;
        }
        if let Some((n, entry)) = bad {
            let conjunction = matches!(c, '和' | '与' | '及' | '暨') && n == 1;
            if conjunction
                && left.duties > 0
                && !left.place
                && !left.level
                && mode != Mode::Body
                && joined_duty(view, words, p - 1)
            {
                p -= 1;
                continue;
            }
            // A plain word as brand: 长城+汽车公司; only where nothing else can be meant.
            if mode == Mode::Open
                && (plain_brand(view, from) || left.bracket || view.starts_with(from, "战略咨询"))
                && !entry.is(class::STOP)
                && left.brand == 0
                && !left.place
                && !brand_closed
                && bounded(view, words, p - n)
            {
                left.brand += n;
                left.start = p - n;
            }
            // A legal form is proof enough to look past a plain word for the place that the name begins with.
            if mode == Mode::Open
                && view.ends_with(from + 2, "有限")
                    | view.ends_with(from + 2, "股份")
                    | view.ends_with(from + 4, "株式会社")
                && let Some(start) = place_ahead(view, words, p)
            {
                left.brand = left.brand.max(2);
                left.place = true;
                left.start = start;
            }
            break;
        }
        let latin = view.classes.get(p - 1) == Some(&Class::Latin);
        let joint = matches!(c, '·' | '-' | '&' | '.') && left.brand > 0;
        let han = matches!(view.classes.get(p - 1), Some(Class::Han | Class::HanNumeral));
        // 中国驻泰国大使馆, 驻澳门部队.
        if c == '驻' && left.place && left.duties == 0 && left.brand == 0 {
            p -= 1;
            left.start = p;
            left.level = true;
            continue;
        }
        let numeral = view.classes.get(p - 1) == Some(&Class::HanNumeral);
        let free = mode == Mode::Open && (!brand_closed || left.brand > 0 && left.start == p && !left.place);
        let branch = mode == Mode::Open && left.place && left.brand == 0 && left.duties == 0;
        if (free || branch)
            && (latin || joint || han && (!numeral || left.brand > 0))
            && left.brand < if latin { 24 } else { BRAND }
        {
            p -= 1;
            left.brand += 1;
            left.start = p;
        } else {
            break;
        }
    }
    left
}

/// Heads that tell enough to follow a plain word: 故宫+博物院, 长城+汽车有限公司.
fn plain_brand(view: &View<'_>, head: usize) -> bool {
    const HEADS: [&str; 12] = [
        "有限",
        "股份",
        "大学",
        "学院",
        "中学",
        "小学",
        "医院",
        "博物",
        "研究院",
        "基金会",
        "协会",
        "联合体",
    ];
    HEADS.iter().any(|h| view.starts_with(head, h))
}

/// The opening bracket that answers the closing one before `p`, when what it holds can stand in a name.
fn bracket(view: &View<'_>, p: usize) -> Option<usize> {
    let low = p.saturating_sub(12);
    let open = (low..p - 1).rev().find(|&i| matches!(view.at(i), '(' | ')'))?;
    let inside = &view.classes[open + 1..p - 1];
    let name = inside.iter().all(|k| matches!(k, Class::Han | Class::HanNumeral | Class::Latin));
    let joined = open > 0 && matches!(view.classes[open - 1], Class::Han | Class::HanNumeral | Class::Latin);
    // A known body in a bracket is a name of its own.
    let own = TABLES.get(&view.chars[open + 1..p - 1]).is_some_and(|e| e.is(class::NAME));
    (!own && view.at(open) == '(' && !inside.is_empty() && name && joined).then_some(open)
}

/// True when a name can start at `p`: what stands before is no part of a word.
fn bounded(view: &View<'_>, words: &Words, p: usize) -> bool {
    if p == 0 {
        return true;
    }
    let before = view.classes[p - 1];
    if matches!(before, Class::Punctuation | Class::Space | Class::Other | Class::Digit) {
        return true;
    }
    words.longest(&view.chars[p.saturating_sub(8)..p], class::STOP).is_some()
}

/// True when a name can end at `p`: what stands after is no part of a word.
fn closed(view: &View<'_>, words: &Words, p: usize) -> bool {
    let after = view.classes.get(p).copied().unwrap_or(Class::Space);
    if !matches!(after, Class::Han | Class::HanNumeral | Class::Latin) {
        return true;
    }
    (1..=3)
        .any(|n| words.get(view.chars.get(p..p + n).unwrap_or_default()).is_some_and(|e| e.is(class::STOP)))
}

/// True when a place or a level ends at `p`.
fn before_place(view: &View<'_>, words: &Words, p: usize) -> bool {
    words
        .longest(&view.chars[p.saturating_sub(12)..p], class::PLACE | class::LEVEL)
        .is_some_and(|(n, e)| n >= 2 || e.is(class::LEVEL))
}

/// True when the single character that ends at `p` is the head of a body whose duty stands before it.
fn joins(view: &View<'_>, words: &Words, p: usize, n: usize) -> bool {
    words.longest(&view.chars[(p - n).saturating_sub(8)..p - n], class::WORD).is_some_and(|(m, _)| m >= 2)
}

/// True when the word before a conjunction is a duty, so that the conjunction stands inside one name: 自然资源和规划局.
fn joined_duty(view: &View<'_>, words: &Words, p: usize) -> bool {
    words
        .longest(&view.chars[p.saturating_sub(8)..p], class::WORD | class::HEAD | class::PLACE | class::STOP)
        .is_some_and(|(n, entry)| n >= 2 && entry.is(class::WORD) && !entry.is(class::PLACE))
}

/// Where a place starts that stands at most twelve characters before `p` with nothing but words of a name between.
fn place_ahead(view: &View<'_>, words: &Words, p: usize) -> Option<usize> {
    for q in (p.saturating_sub(12)..p).rev() {
        if !matches!(view.classes.get(q), Some(Class::Han | Class::HanNumeral)) {
            return None;
        }
        let window = &view.chars[q.saturating_sub(12)..q];
        if words.longest(window, class::STOP).is_some_and(|(n, _)| n >= 2) {
            return None;
        }
        if let Some((n, _)) = words.longest(window, class::PLACE).filter(|(n, _)| *n >= 2) {
            return (p - q >= 2).then(|| q - n);
        }
    }
    None
}

/// The length of an unknown place name of two or three characters that ends at `p` and starts where a name can start.
fn town(view: &View<'_>, words: &Words, p: usize) -> usize {
    if words
        .longest(
            &view.chars[p.saturating_sub(8)..p],
            class::PLACE | class::STOP | class::PLAIN | class::LEVEL,
        )
        .is_some_and(|(n, e)| n >= 2 || !e.is(class::PLACE))
    {
        return 0;
    }
    let han = |i: usize| view.classes.get(i) == Some(&Class::Han);
    for n in [2usize, 3] {
        let Some(start) = p.checked_sub(n) else { return 0 };
        if !(start..p).all(han) {
            return 0;
        }
        if (start..p).any(|i| words.get(&view.chars[i..=i]).is_some_and(|e| e.is(class::STOP))) {
            return 0;
        }
        let place = words
            .longest(&view.chars[start.saturating_sub(8)..start], class::PLACE)
            .is_some_and(|(n, _)| n >= 2);
        if place || bounded(view, words, start) {
            return n;
        }
    }
    0
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
    if !brand || !closed(view, words, end) && !(plain && left.place) {
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
    let bare = BARE.iter().any(|b| b.chars().eq(view.chars[head..end].iter().copied()));
    if left.brand == 1 && !left.place || left.generic && left.brand == 0 {
        return None;
    }
    let country = left.place && left.duties == 0 && left.brand == 0 && left.level == false && bare;
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
    let strength = match (left.brand, left.place, legal) {
        (_, _, true) => 90,
        (2..=4, true, _) | (0, true, _) => 85,
        (2..=4, false, _) if end - head >= 3 => 80,
        (2..=4, false, _) => 70,
        _ => 55,
    };
    Some(Found { start: left.start, end, kind, strength, rule: "head" })
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
    let ok = left.level || left.parent || left.place && chars >= 2;
    // 市委员, 镇府 and the like: a body of one character needs a level of one character right before it.
    let single = chars == 1 && !(left.level || left.place) || whole && !left.level;
    (ok && !single).then_some(Found { start: left.start, end, kind, strength: 88, rule: "level body" })
}

fn sector(view: &View<'_>, words: &Words, head: usize, end: usize, entry: Entry) -> Option<Found> {
    let left = walk(view, words, head, Mode::Sector);
    let chars = end - head;
    let named = left.place || left.level || left.parent;
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
