//! Approximators and bounds, before and after a number, in Chinese.

use crate::annotation::Bound::{self, AtLeast, AtMost, LessThan, MoreThan};
use crate::text::has;
use crate::view::View;

/// What an approximator says: whether the number is only about right, and on which side the true one lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hedge {
    pub(super) approx: bool,
    pub(super) bound: Option<Bound>,
}

impl Hedge {
    pub(super) const NONE: Self = Self { approx: false, bound: None };
    pub(super) const APPROX: Self = Self { approx: true, bound: None };

    pub(super) const fn bound(bound: Bound) -> Self {
        Self { approx: false, bound: Some(bound) }
    }

    /// Both of them; of two bounds the one that was read first stays.
    pub(super) fn and(self, other: Self) -> Self {
        Self { approx: self.approx || other.approx, bound: self.bound.or(other.bound) }
    }
}

const ABOUT: Hedge = Hedge::APPROX;
const OVER: Hedge = Hedge::bound(MoreThan);
const UNDER: Hedge = Hedge::bound(LessThan);
const LEAST: Hedge = Hedge::bound(AtLeast);
const MOST: Hedge = Hedge::bound(AtMost);

/// Words before a number, longer ones first. 达 到 至 高达 stay out of the span and are not here.
static BEFORE: &[(&str, Hedge)] = &[
    ("不超过", MOST),
    ("不超", MOST),
    ("不多于", MOST),
    ("不高于", MOST),
    ("不大于", MOST),
    ("不少于", LEAST),
    ("不低于", LEAST),
    ("不小于", LEAST),
    ("差不多", ABOUT),
    ("超过了", OVER),
    ("突破了", OVER),
    ("超过", OVER),
    ("超出", OVER),
    ("多于", OVER),
    ("高于", OVER),
    ("大于", OVER),
    ("不止", OVER),
    ("突破", OVER),
    ("不到", UNDER),
    ("唔到", UNDER),
    ("唔够", UNDER),
    ("差唔多", ABOUT),
    ("不足", UNDER),
    ("不及", UNDER),
    ("不满", UNDER),
    ("未满", UNDER),
    ("少于", UNDER),
    ("低于", UNDER),
    ("小于", UNDER),
    ("至少", LEAST),
    ("最少", LEAST),
    ("起码", LEAST),
    ("至多", MOST),
    ("最多", MOST),
    ("大约", ABOUT),
    ("大概", ABOUT),
    ("将近", ABOUT),
    ("接近", ABOUT),
    ("几乎", ABOUT),
    ("近乎", ABOUT),
    ("约", ABOUT),
    ("近", ABOUT),
    ("超", OVER),
    ("逾", OVER),
];

/// The hedges that stand directly before `start`, and where they begin. `bare` is true before a bare multiplier (百万),
/// where 上 and 过 are bounds.
pub(super) fn before(view: &View<'_>, mut start: usize, bare: bool) -> (usize, Hedge) {
    let mut hedge = Hedge::NONE;
    // ≥6个月
    let sign = match view.at(start.wrapping_sub(1)) {
        '≥' | '≧' => Some(LEAST),
        '≤' | '≦' => Some(MOST),
        '>' => Some(OVER),
        '<' => Some(UNDER),
        '≈' => Some(ABOUT),
        _ => None,
    };
    if let Some(read) = sign.filter(|_| view.at(start).is_ascii_digit()) {
        return (start - 1, read);
    }
    let last = |end: usize| view.at(end.wrapping_sub(1));
    for _ in 0..2 {
        // Every word of the list, 上 and 过 end in one of these.
        let end = if last(start) == ' ' && start > 1 { start - 1 } else { start };
        if !has("过于多出止破到足及满少约概近乎超逾了合上够", last(end)) {
            break;
        }
        let stop = match view.at(start.wrapping_sub(1)) {
            ' ' if start > 1 => start - 1,
            _ => start,
        };
        let found = BEFORE.iter().find(|(word, _)| view.ends_with(stop, word));
        let (word, read) = match found {
            Some((word, read)) => (*word, *read),
            None if bare && view.ends_with(stop, "上") => ("上", ABOUT.and(LEAST)),
            None if bare && view.ends_with(stop, "过") && view.at(start) != '半' => ("过", OVER),
            None => break,
        };
        let from = stop - word.chars().count();
        if part_of_a_word(word, view.at(from.wrapping_sub(1)), view.at(from.wrapping_sub(2))) {
            break;
        }
        let read = if forbidden(view, from) { turned(read) } else { read };
        hedge = read.and(hedge);
        start = from;
    }
    (start, hedge)
}

/// 不得超过, 不应低于: what must not be more is at most so much.
fn forbidden(view: &View<'_>, at: usize) -> bool {
    matches!(view.at(at.wrapping_sub(1)), '得' | '应' | '能' | '可' | '许' | '会')
        && view.at(at.wrapping_sub(2)) == '不'
}

fn turned(hedge: Hedge) -> Hedge {
    let bound = hedge.bound.map(|bound| match bound {
        MoreThan => AtMost,
        LessThan => AtLeast,
        same => same,
    });
    Hedge { bound, ..hedge }
}

/// 签约 附近 反超 网上 通过: the approximator's character ends another word.
fn part_of_a_word(word: &str, previous: char, before: char) -> bool {
    let endings = match word {
        "约" => "北签公条节纽预违续契特邀制履租婚缔简俭",
        "近" => "附最临邻贴亲靠远切晋就走新抵逼",
        // 买超 is a net purchase; 最高超 and 其中超 are none of these words.
        "超" if previous == '高' => return !"最再新升增".contains(before),
        "超" if previous == '中' => return !"其途当集空".contains(before),
        "超" => "反赶英德法意西领港入出孙马班卓劲买卖",
        // 已经过亿元 is past a hundred million, 经过一年 is not.
        "过" if previous == '经' => return !matches!(before, '已' | '曾'),
        "上" => "以之网线路身手会晚早",
        "过" => "通经不度超渡路难",
        "接近" | "超过" | "大约" => "",
        _ => "",
    };
    endings.contains(previous) && previous != '\0'
}

/// Words after a number and its unit. 以内 之间 内 stay out of the span.
static AFTER: &[(&str, Hedge)] = &[
    ("及以上", LEAST),
    ("或以上", LEAST),
    ("(含)以上", LEAST),
    ("及以下", MOST),
    ("或以下", MOST),
    ("(含)以下", MOST),
    ("以上", LEAST),
    ("以下", MOST),
    ("之上", LEAST),
    ("之下", MOST),
    ("左右", ABOUT),
    ("上下", ABOUT),
    ("开外", OVER),
    ("不到", UNDER),
    ("出头", OVER),
    ("许", ABOUT),
    ("+", LEAST),
];

/// The hedge that stands directly after a number and its unit, and where it ends.
pub(super) fn after(view: &View<'_>, end: usize) -> (usize, Hedge) {
    // 75% 以上: a space may stand behind a sign or a letter.
    let gap = usize::from(view.at(end) == ' ' && view.at(end.wrapping_sub(1)).is_ascii());
    let Some((word, read)) = AFTER.iter().find(|(word, _)| view.starts_with(end + gap, word)) else {
        return (end, Hedge::NONE);
    };
    let stop = end + gap + word.chars().count();
    let next = view.at(stop);
    let other_word = match *word {
        "许" => matches!(next, '多' | '可' | '诺' | '昌'),
        // 30米开外: the place beyond; 五十开外 is an age.
        "开外" => !"岁十一二三四五六七八九".contains(view.at(end.wrapping_sub(1))),
        "之上" | "之下" => !view.at(end.wrapping_sub(1)).is_ascii_digit(),
        "不到" => !matches!(next, ',' | '。' | ';' | '、' | ')' | '的' | '\0' | '，'),
        "上下" => matches!(next, '游' | '班' | '车' | '学' | '级' | '联'),
        "+" => next.is_ascii_digit(),
        _ => false,
    };
    if other_word { (end, Hedge::NONE) } else { (stop, *read) }
}

/// 低于12%的警戒线, 高于3.5分的平均: the verb compares with a level, and is no part of the amount.
pub(super) fn compared(view: &View<'_>, start: usize, end: usize) -> bool {
    const LEVELS: [&str; 12] =
        ["警戒", "水平", "标准", "门槛", "平均", "均值", "目标", "上限", "下限", "红线", "荣枯线", "预期"];
    let level = |from: usize| LEVELS.iter().any(|word| view.starts_with(from, word));
    view.at(end) == '的' && matches!(view.at(start), '低' | '高') && (1..5).any(|k| level(end + k))
}
