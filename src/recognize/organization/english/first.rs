//! English names with a tail or a beginning of their own: what "and" and commas join, heads that stand first as in other
//! languages, and the nation of a society.

use super::token::Token;
use super::{REACH, joined, region_of_two, regional};
use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::found::Found;
use crate::recognize::organization::words::TABLES;
use crate::text::among;
use crate::view::View;

/// Second words of Māori bodies: Te |Rūnanga| o Ngāi Tahu.
const RUNANGA: &str =
    "Rūnanga Runanga Rūnaka Whare Wānanga Wananga Kura Mana Aka Hapori Ohu Tari Mātāwai Manatū Taumata";
/// What joins the words of a name in other languages.
const JOINTS: &str = "o a de da do del do des du na";

/// A name whose head stands first: Scoil |Bhríde|, Te Rūnanga o |Marehara|.
pub(super) fn headed(view: &View<'_>, list: &[Token], from: usize, to: usize, out: &mut Vec<Found>) {
    let Some(first) = list.get(from) else { return };
    let school = first.word.first == Some(Kind::Education);
    let tribe = || {
        first.spelled(view) == "Te" && list.get(from + 1).is_some_and(|t| among(RUNANGA, &t.spelled(view)))
    };
    if !(school && first.spelled(view) != "Montessori" || tribe()) {
        return;
    }
    let mut end = to;
    while let Some([last, joint, next]) = end.checked_sub(1).and_then(|k| list.get(k..k + 3)) {
        let near = joint.start == last.end + 1 && next.start == joint.end + 1;
        if !near || !next.capital || end - from > REACH || !among(JOINTS, &joint.spelled(view)) {
            break;
        }
        end += 2;
        while end - from < REACH
            && list.get(end).is_some_and(|t| t.capital && joined(view, &list[end - 1], t))
        {
            end += 1;
        }
    }
    if end > from + 1
        && let Some(last) = list.get(end - 1)
    {
        let kind = if school { Kind::Education } else { Kind::Association };
        out.push(Found { start: first.start, end: last.end, kind, strength: 86, rule: "english head" });
    }
}

/// Where the name of a known body begins: a society of the Red Cross with its nation, the |New Zealand| Red Cross.
pub(super) fn nation(view: &View<'_>, list: &[Token], at: usize, phrase: &str) -> usize {
    let word = |n: usize| {
        let token = list.get(at.checked_sub(n)?)?;
        let next = list.get(at + 1 - n)?;
        (next.start == token.end + 1 && view.at(token.end) == ' ').then(|| (token.start, token.spelled(view)))
    };
    let start = list.get(at).map_or(0, |token| token.start);
    if !matches!(phrase, "Red_Cross" | "Red_Crescent") {
        return start;
    }
    match (word(1), word(2)) {
        (Some((_, last)), Some((start, first))) if region_of_two(&first, &last) => start,
        (Some((start, nation)), _) if regional(&nation) => start,
        _ => start,
    }
}

/// True for a word that commas join to others in a name: no body by itself.
fn plain(view: &View<'_>, token: &Token) -> bool {
    let name = token.spelled(view);
    token.capital
        && !token.word.before
        && !token.word.nation
        && token.word.legal.is_none()
        && token.word.of.is_none()
        && !regional(&name)
        && TABLES.latin(&name).is_none()
}

/// Where a name begins that commas join: |National Heart, Lung, and Blood Institute, before the word at `first`.
pub(super) fn series(view: &View<'_>, list: &[Token], first: usize) -> Option<usize> {
    let and = first.checked_sub(1)?;
    if list.get(and)?.spelled(view) != "and" || !view.ends_with(list.get(and)?.start, ", ") {
        return None;
    }
    let mut k = and.checked_sub(1)?;
    while and - k < REACH {
        let (token, before) = (list.get(k)?, list.get(k.checked_sub(1)?)?);
        if !plain(view, token) {
            return None;
        }
        if before.capital && joined(view, before, token) {
            let national =
                matches!(before.spelled(view).as_str(), "National" | "Royal" | "American" | "Federal");
            return national.then_some(k - 1);
        }
        if token.start != before.end + 2 || view.at(before.end) != ',' {
            return None;
        }
        k -= 1;
    }
    None
}

/// The end of the fields that an office is for, after the first: Bureau of Culture|, Tourism, Radio, Film and Television|.
pub(super) fn portfolios(view: &View<'_>, list: &[Token], from: usize) -> usize {
    let near = |a: &Token, b: &Token, gap: usize| b.start == a.end + gap;
    let mut k = from;
    while k < from + REACH {
        let Some([last, next]) = k.checked_sub(1).and_then(|k| list.get(k..k + 2)) else { return from };
        let and = next.spelled(view) == "and"
            && (near(last, next, 1) || near(last, next, 2) && view.at(last.end) == ',');
        if and {
            // Behind one field alone "and" is read with what it joins to it.
            let whole = k > from && list.get(k + 1).is_some_and(|t| near(next, t, 1) && plain(view, t));
            if !whole {
                return from;
            }
            let mut end = k + 2;
            while end < k + REACH
                && list.get(end).is_some_and(|t| plain(view, t) && joined(view, &list[end - 1], t))
            {
                end += 1;
            }
            return end;
        }
        let comma = near(last, next, 2) && view.at(last.end) == ',' || k > from && joined(view, last, next);
        if !comma || !plain(view, next) {
            return from;
        }
        k += 1;
    }
    from
}
