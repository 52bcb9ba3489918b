//! The walk to the left of a head: how far the name goes, and what it holds.

use super::edge::{before_place, bounded, joined_duty, joins, place_ahead, town};
use crate::recognize::organization::folded::han;
use crate::recognize::organization::words::{Entry, TABLES, Words, class};
use crate::text::class::Class;
use crate::text::has;
use crate::view::View;

/// The longest name that is read, in characters.
const REACH: usize = 48;
/// The longest brand, in Han characters.
const BRAND: usize = 7;

/// What stands to the left of a head.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Left {
    /// Where the name starts.
    pub start: usize,
    /// Han characters of the brand, Latin letters counted as one each.
    pub brand: usize,
    /// A place belongs to the name.
    pub place: bool,
    /// The name begins with a country or is otherwise as wide as one.
    pub level: bool,
    /// A known body or the head of a larger body belongs to the name.
    pub parent: bool,
    /// Words of duty or trade.
    pub duties: usize,
    /// A qualifier that names nobody.
    pub generic: bool,
    /// A bracket inside.
    pub bracket: bool,
}

/// How freely the walk to the left may take characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
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
pub(super) fn walk(view: &View<'_>, words: &Words, from: usize, mode: Mode) -> Left {
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
        let mut good: Option<(usize, Entry)> = None;
        let mut bad: Option<(usize, Entry)> = None;
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
            } else if entry.is(class::NAME) && n == 2 && left.brand == 1 && mode == Mode::Open {
                // A known name by chance: 三星|堆.
                left.brand += n;
            } else if entry.is(class::NAME) && n == 2 && crossed(view, words, p - n) {
                break;
            } else if entry.is(class::NAME) {
                left.parent = true;
            } else if entry.is(class::GENERIC) && !entry.is(class::WORD) {
                left.generic = true;
                if n == 1 {
                    break;
                }
            } else if entry.is(class::BRAND)
                && (bounded(view, words, p - n) || founded(view, words, p, n) > 0)
            {
                left.place = true;
                p -= founded(view, words, p, n);
            } else if entry.is(class::WORD | class::SECTOR)
                || entry.is(class::OPEN) && p == from && legal(view, from)
            {
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
            // 惠|家|福商贸有限公司: a brand, and no classifier.
            let counted = view.chars[..p - 1]
                .last()
                .is_none_or(|c| !han(*c) || has("一二三四五六七八九十几多这那该哪某各两数余另首", *c));
            if c == '家'
                && n == 1
                && mode == Mode::Open
                && !counted
                && !left.place
                && !brand_closed | (left.brand > 0)
                && legal(view, from)
            {
                p -= 1;
                left.brand += 1;
                left.start = p;
                continue;
            }
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
                && !left.place
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

/// The length of a town that no table knows before what it founded: 东滨|县立.
fn founded(view: &View<'_>, words: &Words, p: usize, n: usize) -> usize {
    if n == 2 && view.at(p - 1) == '立' { town(view, words, p - n) } else { 0 }
}

/// True where a function word reaches into what begins at `p`: 昨|日立|法院.
fn crossed(view: &View<'_>, words: &Words, p: usize) -> bool {
    words.longest(&view.chars[p.saturating_sub(4)..=p], class::STOP).is_some_and(|(n, _)| n >= 2)
}

/// True for the legal form of a body that has another head before it: 晴轩慈善基金|有限公司.
fn legal(view: &View<'_>, head: usize) -> bool {
    ["有限公司", "股份有限公司", "有限责任公司"].iter().any(|form| view.starts_with(head, form))
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
