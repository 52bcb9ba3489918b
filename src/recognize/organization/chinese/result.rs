//! Two sides with the score between them: 周六19:35：沙洲电力 3-2 南岭竹马.

use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::folded::han;
use crate::recognize::organization::found::Found;
use crate::recognize::organization::words::{TABLES, class};
use crate::text::class::Class;
use crate::text::has;
use crate::view::View;

/// The longest name of a side, in characters.
const LONGEST: usize = 7;

/// Finds the sides of a result, which stand alone in their line or cell.
pub(crate) fn results(view: &View<'_>, out: &mut Vec<Found>) {
    let digits = |at: usize| {
        view.classes.get(at..).unwrap_or_default().iter().take(4).take_while(|c| **c == Class::Digit).count()
    };
    for sign in 2..view.chars.len().saturating_sub(2) {
        if !matches!(view.at(sign), '-' | '–' | ':' | '比') || view.classes[sign + 1] != Class::Digit {
            continue;
        }
        let own = (1..=3).take_while(|k| sign >= *k && view.classes[sign - k] == Class::Digit).count();
        let other = digits(sign + 1);
        // Baskets go beyond a hundred; 500-700 is another matter.
        let high = |at: usize, length: usize| length > 3 || length == 3 && view.at(at) != '1';
        if own == 0
            || high(sign - own, own)
            || high(sign + 1, other)
            || view.at(sign) == ':' && own.max(other) == 2
        {
            continue;
        }
        let end = sign - own - usize::from(view.at((sign - own).wrapping_sub(1)) == ' ');
        let start = sign + 1 + other + usize::from(view.at(sign + 1 + other) == ' ');
        let first = end - (1..=end.min(LONGEST + 1)).take_while(|k| han(view.at(end - k))).count();
        let last = start + (start..start + LONGEST + 1).take_while(|k| han(view.at(*k))).count();
        // 沙洲电力加时3-2力克南岭竹马: how it was played, and how it ended.
        let name = view.chars.get(first..end).unwrap_or_default();
        let end = end - PLAYED.iter().find(|w| ends(name, w)).map_or(0, |w| w.chars().count());
        let ended = ENDED.iter().find(|w| view.starts_with(start, w)).map_or(0, |w| w.chars().count());
        let start = start + ended;
        let opens = first == 0
            || matches!(view.at(first - 1), '\n' | ':' | ';' | '、' | ' ' | '\t' | ']' | '】' | '|');
        let closes =
            matches!(view.at(last), '\0' | '\n' | ',' | '。' | ';' | ' ' | '\t' | '(' | '!' | '|' | '、');
        let side = |from: usize, to: usize| {
            to > from + 1 && to - from <= LONGEST && !view.chars[from..to].iter().any(|c| has(TOLD, *c))
        };
        // ，铁城3比1逆转海狮: a clause that tells who beat whom.
        let word = (first + 1..=end).any(|to| {
            TABLES
                .longest(view.chars.get(first..to).unwrap_or_default(), class::STOP | class::PLAIN)
                .is_some()
        });
        let opens = opens || ended > 0 && !word && matches!(view.at(first.wrapping_sub(1)), '。' | ',');
        let second = closes && side(start, last) && !has(UNITS, view.at(start));
        if second && (ended > 0 || opens && side(first, end)) {
            let found = |start: usize, end: usize| Found {
                start,
                end,
                kind: Kind::Sport,
                strength: 88,
                rule: "result",
            };
            out.push(found(start, last));
            if opens && side(first, end) {
                out.push(found(first, end));
            }
        }
    }
}

/// How a match was played, behind the name of the first side.
const PLAYED: [&str; 10] =
    ["补时绝杀", "绝杀", "补时", "延长赛", "加时", "点球", "主场", "客场", "作客", "后上"];

/// How it ended, before the name of the second side; longer words first.
const ENDED: [&str; 20] = [
    "击退", "反胜", "逆转", "逆胜", "横扫", "力克", "险胜", "大胜", "完胜", "小胜", "轻取", "击败", "战胜",
    "战平", "逼平", "不敌", "惜败", "力挫", "挫", "擒",
];

fn ends(name: &[char], word: &str) -> bool {
    name.len() > word.chars().count() && name.iter().rev().zip(word.chars().rev()).all(|(a, b)| *a == b)
}

/// What is said of a match or a ratio, and no side is called by.
const TOLD: &str = "登以胜负战取得领先击败逆转扳获比分终场赛第主客局约为是率例各在了对时再将追挫的超落炒返";

/// What an amount goes on with.
const UNITS: &str = "年月日号级名个米周岁天时分秒元万亿折成楼室栋版章节期届次点人度层页毫厘公千百兆摄倍";
