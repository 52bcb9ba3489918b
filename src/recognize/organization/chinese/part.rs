//! Parts of a larger body: 招商银行+珠海分行, 市公安局+食药侦支队.

use super::edge::joined_duty;
use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::found::Found;
use crate::recognize::organization::words::{Entry, Words, class};
use crate::text::class::Class;
use crate::view::View;

/// Heads of the offices that ministries and international bodies are made of.
const OFFICES: [&str; 12] = [
    "署",
    "分署",
    "司",
    "局",
    "厅",
    "中心",
    "研究所",
    "办公室",
    "总队",
    "计划署",
    "高级专员办事处",
    "特派团",
];

/// An office of the body right before it, whatever its duty is called: 农业农村部+种植业管理司,
/// 联合国+人道主义事务协调厅.
pub(super) fn office(
    view: &View<'_>,
    words: &Words,
    head: usize,
    end: usize,
    before: &[Found],
) -> Option<Found> {
    let name = &view.chars[head..end];
    if !OFFICES.iter().any(|o| o.chars().eq(name.iter().copied())) {
        return None;
    }
    let parent = before.iter().rev().take(6).find(|f| f.end <= head && (2..=12).contains(&(head - f.end)))?;
    let ministry = matches!(view.at(parent.end - 1), '部' | '局' | '署' | '委' | '院' | '府' | '国' | '省');
    if !matches!(parent.kind, Kind::Government | Kind::International | Kind::Research) || !ministry {
        return None;
    }
    let han = view.classes[parent.end..head].iter().all(|c| *c == Class::Han);
    // Neither a verb nor another place or body may stand between the two.
    let free = (parent.end + 1..=head).all(|p| {
        words
            .longest(&view.chars[parent.end..p], class::STOP | class::PLACE | class::NAME | class::LEVEL)
            .is_none_or(|(n, e)| n == 1 && !e.is(class::STOP) || matches!(view.at(p - 1), '和' | '与' | '及'))
    });
    let joint = matches!(view.at(parent.end), '和' | '与' | '及');
    (han && free && !joint).then_some(Found {
        start: parent.start,
        end,
        kind: parent.kind,
        strength: parent.strength.min(80),
        rule: "part",
    })
}

/// A part of a body that was read before: 招商银行+珠海分行, 市公安局+食药侦支队.
pub(super) fn part(
    view: &View<'_>,
    words: &Words,
    head: usize,
    end: usize,
    entry: Entry,
    before: &[Found],
) -> Option<Found> {
    // 立法会+公务员及资助机构员工事务委员会: what a committee is for is longer than other duties.
    let committee = view.ends_with(end, "委员会");
    let reach = if committee { 14 } else { 9 };
    let near = |f: &&Found| {
        f.end <= head && head - f.end <= reach && (f.kind != Kind::Media || view.ends_with(end, "频道"))
    };
    let parent = before.iter().rev().take(6).find(near)?;
    if committee && !(matches!(view.at(parent.end - 1), '会' | '院') && parent.kind == Kind::Government) {
        return None;
    }
    let gap = &view.chars[parent.end..head];
    let han = view.classes[parent.end..head].iter().all(|c| matches!(c, Class::Han | Class::HanNumeral));
    if !han || matches!(gap.first(), Some('和' | '与' | '及')) {
        return None;
    }
    // No function word may begin between the two, and no other body.
    let mut p = head;
    let mut unknown = 0;
    while p > parent.end {
        let window = &view.chars[parent.end..p];
        let good = words.longest(window, class::WORD | class::PLACE | class::LEVEL).map_or(0, |(n, _)| n);
        let verb = words.longest(window, class::STOP).map_or(0, |(n, _)| n);
        let ends = if committee { class::STOP } else { class::STOP | class::PLAIN };
        let bad = words.longest(window, ends).map_or(0, |(n, _)| n);
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
        (Kind::Finance | Kind::Company, e) if matches!(e.other, Kind::Finance | Kind::Company) => parent.kind,
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
