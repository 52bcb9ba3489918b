//! Ratios and scores in Chinese text (3:1, 3比1, 51:34:15, 2-1), and doublings (翻一番).

use super::{Amount, Reading, unit};
use crate::annotation::{Change, FigureKind};
use crate::text::has;
use crate::text::numeral::{self, Form, Numeral};
use crate::value::decimal::Decimal;
use crate::view::View;

/// Characters that speak of a match near the numbers.
const MATCH: &str = "胜负平败赛球队局盘战冠军敌克领扳逆踢输赢挫汰追射篮棒羽";

/// Reads a ratio or score that begins at `at`.
pub(super) fn read(view: &View<'_>, at: usize, first: Numeral) -> Option<Reading> {
    let sign = view.at(first.end);
    if !matches!(sign, ':' | '∶' | '比' | '-' | '–' | '︰') || !plain(&first) {
        return None;
    }
    let mut numbers = vec![first];
    let mut end = first.end;
    while view.at(end) == sign && numbers.len() < 5 {
        let Some(next) = numeral::chinese(view.chars, end + 1).filter(plain) else { break };
        end = next.end;
        numbers.push(next);
    }
    let second = numbers.get(1)?;
    // 原因有三:一是雨多
    if sign == ':' && view.at(end) == '是' {
        return None;
    }
    // 以21-18、19-21获胜: the first of several games
    let games = sign == '-'
        && first.value > second.value
        && view.at(end) == '、'
        && numeral::digits(view.chars, end + 1)
            .is_some_and(|n| view.at(n.end) == '-' && view.at(n.end + 1).is_ascii_digit());
    let sport = sport(view, at, end)
        || games
        || sign == ':' && beside(view, at)
        || paired(view, at, end)
        || sign != ':' && exclaimed(view, at, end);
    let followed = view.at(end);
    let sound = match sign {
        '比' => !"如例较率重".contains(view.at(first.end + 1)) && followed != '亿' && followed != '万',
        '-' | '–' => {
            unit::at(view, end, true).is_none()
                && numbers.len() == 2
                && sport
                && [&first, second].iter().all(|n| n.value < 200.into() && n.value.integer().is_some())
                && !"年月日号:-级名人个米%℃".contains(followed)
        }
        _ => !clock(view, at, end, &numbers) || sport && !view.at(at.wrapping_sub(1)).is_ascii_digit(),
    };
    if !sound || matches!(view.at(at.wrapping_sub(1)), ':' | '-' | '/' | '.') {
        return None;
    }
    // 男女比为1.2:1
    let said = ["比为", "比例为", "比约为", "之比为"].iter().any(|word| view.ends_with(at, word));
    // 以2比1的多数意见: votes are a score, too.
    let votes = view.starts_with(end, "的多数") || view.starts_with(end, "票");
    let kind = if (sport || votes) && !said { FigureKind::Score } else { FigureKind::Ratio };
    Some(Reading::new(at, end, kind, Amount::Ratio(view.original(at, end).to_owned()), "ratio"))
}

fn plain(n: &Numeral) -> bool {
    n.max.is_none() && !n.bare && !n.approx && n.form != Form::HanDigits && n.value < 100_000.into()
}

/// 15:34, 10:30:00: hours, minutes and seconds.
fn clock(view: &View<'_>, at: usize, end: usize, numbers: &[Numeral]) -> bool {
    let two = |n: &Numeral, from: usize| n.end - from == 2;
    let Some((hour, rest)) = numbers.split_first() else { return false };
    let mut from = hour.end + 1;
    let minutes = rest.iter().all(|n| {
        let fits = n.form == Form::Digits && two(n, from) && n.value < 60.into();
        from = n.end + 1;
        fits
    });
    let said = view.starts_with(end, "的比例") || view.starts_with(end, "比例") || said(view, at);
    hour.form == Form::Digits && hour.value < 25.into() && minutes && !said
}

/// 师生比1:15, 男女比例约1:3: the words before that make a ratio of what may look like a clock time.
pub(super) fn said(view: &View<'_>, at: usize) -> bool {
    let near = matches!(view.at(at.wrapping_sub(1)), '约' | '为' | '是' | '达' | ':');
    let stop = at - usize::from(near);
    let compared = [
        "比例",
        "比率",
        "比值",
        "之比",
        "配比",
        "师生比",
        "生师比",
        "男女比",
        "性别比",
        "医护比",
        "床护比",
        "医患比",
        "投产比",
        "水灰比",
        "料水比",
        "盈亏比",
        "户均比",
        "人车比",
    ];
    compared.iter().any(|word| view.ends_with(stop, word))
}

/// 25:21、23:25: a pair beside one that no clock shows.
pub(super) fn beside(view: &View<'_>, at: usize) -> bool {
    let pair = |from: usize| {
        let first =
            numeral::digits(view.chars, from).filter(|n| n.end - from <= 3 && view.at(n.end) == ':')?;
        let second = numeral::digits(view.chars, first.end + 1).filter(|n| n.end - first.end <= 3)?;
        Some((first.value > 24.into() || second.value >= 60.into(), second.end))
    };
    let joint = |c: char| matches!(c, '、' | ',');
    let before = joint(view.at(at.wrapping_sub(1)))
        && (4..8).filter(|back| at > *back).any(|back| {
            let from = at - back;
            !view.at(from.wrapping_sub(1)).is_ascii_digit() && pair(from) == Some((true, at - 1))
        });
    before
        || pair(at).is_some_and(|(_, end)| joint(view.at(end)) && pair(end + 1).is_some_and(|(odd, _)| odd))
}

/// True where a match is spoken of within a few characters of the numbers.
fn sport(view: &View<'_>, at: usize, end: usize) -> bool {
    let before = &view.chars[at.saturating_sub(8)..at];
    let after = &view.chars[end..(end + 8).min(view.chars.len())];
    let said = [['比', '分'], ['比', '数']];
    before.windows(2).any(|pair| said.iter().any(|word| pair == word))
        || before.iter().chain(after).any(|c| has(MATCH, *c))
        || listed(view, at)
}

/// 皮球打在立柱内侧弹入网窝,2-1! A score that is a clause of its own, in a sentence that speaks of a ball.
fn exclaimed(view: &View<'_>, at: usize, end: usize) -> bool {
    let sentence =
        view.chars[at.saturating_sub(30)..at].rsplit(|c| matches!(c, '。' | '!' | '?' | '\n')).next();
    matches!(view.at(at.wrapping_sub(1)), ',' | '。' | ' ')
        && matches!(view.at(end), '!' | '。')
        && sentence.is_some_and(|sentence| sentence.iter().any(|c| has("球门射进哨场", *c)))
}

/// 筑城 1-1 延边: a score between two names, set apart by spaces.
fn paired(view: &View<'_>, at: usize, end: usize) -> bool {
    let han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let before = view.at(at.wrapping_sub(2));
    end - at <= 7
        && view.at(at.wrapping_sub(1)) == ' '
        && view.at(end) == ' '
        && han(before)
        && han(view.at(end + 1))
        && !has("图表第附节章单题号栋室例率比值", before)
}

/// 11-8、9-11: a pair of numbers right before this one, as sets are listed.
fn listed(view: &View<'_>, at: usize) -> bool {
    let joined = matches!(view.at(at.wrapping_sub(1)), '、' | ',' | ' ');
    let digits =
        |end: usize| view.chars[..end].iter().rev().take(4).take_while(|c| c.is_ascii_digit()).count();
    let Some(end) = at.checked_sub(1).filter(|_| joined) else { return false };
    let second = end - digits(end);
    let Some(dash) = second.checked_sub(1).filter(|i| second < end && matches!(view.at(*i), '-' | '–' | ':'))
    else {
        return false;
    };
    (1..=3).contains(&digits(dash))
}

/// 翻一番, 翻了两番: twice, four times as much.
#[inline(never)] // A part of the page's module begins here.
pub(super) fn doubling(view: &View<'_>, at: usize) -> Option<Reading> {
    let from = at + 1 + usize::from(view.at(at + 1) == '了');
    let (from, approx) = if view.at(from) == '近' { (from + 1, true) } else { (from, false) };
    let n = numeral::chinese(view.chars, from)?;
    let times = n.value.to_i64().filter(|n| (1..=20).contains(n))?;
    if view.at(n.end) != '番' {
        return None;
    }
    let value = Decimal::from(1i64 << times);
    let mut found = Reading::new(at, n.end + 1, FigureKind::Multiple, Amount::Exact(value), "doubling").unit(
        "倍",
        n.end,
        n.end + 1,
    );
    found.change = Some(Change::Increase);
    found.approx = approx;
    Some(found)
}

/// The end of three numbers of one or two digits, joined by dashes: 25-1-15, matches won, drawn and lost.
pub(super) fn triple(view: &View<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    for place in 0..3 {
        if place > 0 {
            if !matches!(view.at(end), '-' | '–') {
                return None;
            }
            end += 1;
        }
        let rest = view.chars.get(end..).unwrap_or_default();
        let digits = rest.iter().take(3).take_while(|c| c.is_ascii_digit()).count();
        if !(1..=2).contains(&digits) {
            return None;
        }
        end += digits;
    }
    Some(end)
}
