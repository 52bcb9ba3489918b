//! Names that leave out their place: 市政府 is 镇江市政府 where the article is about Zhenjiang.

use std::collections::HashMap;

use super::canonical::{Name, folded};
use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::recognize::organization::heads;
use crate::span::Span;
use crate::text::fold::fold;

/// More names than this are not searched for one that spells out a short one.
const SPELLED: usize = 400;

/// 市政府 is 镇江市政府 where the article is about Zhenjiang; 财政局 after 市发改委 is that city's too.
pub(super) fn elliptical(
    document: &Document,
    names: &[Name],
    canonical: &[String],
    at: usize,
    places: &mut Option<Places>,
) -> Option<String> {
    let name = &names[at];
    if name.text == "党中央" {
        return Some("中共中央".into());
    }
    let chars: Vec<char> = name.text.chars().collect();
    let first = *chars.first()?;
    let public = matches!(
        name.kind,
        Kind::Government
            | Kind::Party
            | Kind::Legal
            | Kind::Association
            | Kind::Health
            | Kind::Education
            | Kind::Media
    );
    if !public || chars.len() < 2 {
        return None;
    }
    // 市府 is the government of the city whose government or office is named.
    if let [level, '府'] = chars[..] {
        let whole = format!("{level}政府");
        let full = names.iter().find_map(|n| {
            let at = n.text.find(&whole).filter(|at| *at > 0)?;
            let count = n.text[..at + whole.len()].chars().count();
            Some(document.slice(n.span).chars().take(count).collect())
        });
        if full.is_some() {
            return full;
        }
    }
    if heads::level(first) && heads::place(&chars) == 0 && !heads::known(&chars) {
        let places = places.get_or_insert_with(|| Places::of(document, names));
        let place = places.at(first)?.to_owned();
        let rest: String = document.slice(name.span).chars().skip(1).collect();
        let rest = match rest.as_str() {
            "府" => "政府".to_owned(),
            "委办" | "政府办" | "府办" => format!("{rest}公室"),
            "局" | "厅" | "廳" => return None,
            _ => rest,
        };
        // 市政府新闻办 is 柳汀市人民政府新闻办公室 where the article spells it out.
        let (start, tail): (String, Vec<char>) = (folded(&place), chars[1..].to_vec());
        let spelled =
            places.spelled(names, &start, &tail).map(|to| document.slice(names[to].span).to_owned());
        return Some(spelled.unwrap_or_else(|| place + &rest));
    }
    // The member of an enumeration inherits the place of the one before it.
    let bare = name.kind == Kind::Government && heads::place(&chars) == 0 && !heads::known(&chars);
    if !bare {
        return None;
    }
    if let Some(place) = before(document, names, canonical, at) {
        return Some(place + document.slice(name.span));
    }
    // 水利處 is 雲林縣政府水利處: an office of the county whose government the article names.
    if chars.len() < 3 || !matches!(chars.last(), Some('局' | '处')) {
        return None;
    }
    let government = places.get_or_insert_with(|| Places::of(document, names)).government(document, names)?;
    Some(government + document.slice(name.span))
}

/// The place of the body that stands before a member of an enumeration.
fn before(document: &Document, names: &[Name], canonical: &[String], at: usize) -> Option<String> {
    let name = &names[at];
    let before = names.get(at.checked_sub(1)?)?;
    let between = document.slice(Span::new(before.span.end, name.span.start.max(before.span.end)));
    if !matches!(between, "、" | "和" | "与" | "及" | "與") || before.kind != name.kind {
        return None;
    }
    let full: Vec<char> = canonical.get(at - 1)?.chars().collect();
    let chars: Vec<char> = full.iter().map(|c| fold(*c)).collect();
    let n = heads::place(&chars);
    let leveled = n > 0 && heads::level(chars[n - 1]);
    let n = if !leveled && chars.get(n).is_some_and(|c| heads::level(*c)) { n + 1 } else { n };
    (n >= 2).then(|| full[..n].iter().collect())
}

/// The place of each level that an article speaks of most.
pub(super) struct Places {
    by_level: HashMap<char, String>,
    /// The government of the county or city whose offices are named without it, once it was looked for.
    government: Option<Option<String>>,
}

impl Places {
    fn of(document: &Document, names: &[Name]) -> Self {
        let original: Vec<char> = document.text().chars().collect();
        let chars: Vec<char> = original.iter().map(|c| fold(*c)).collect();
        let mut counts: HashMap<(char, String), (u32, usize)> = HashMap::new();
        for at in 1..=chars.len() {
            let level = chars[at - 1];
            if !heads::may_end_place(level) {
                continue;
            }
            // 镇江市, and 镇江 where 镇江市 is a place.
            let full = if heads::level(level) {
                heads::place_before(&chars[at.saturating_sub(12)..at])
            } else {
                None
            };
            let mut note = |place: String, level: char, weight: u32| {
                let entry = counts.entry((level, place)).or_insert((0, at));
                entry.0 += weight;
            };
            if let Some(n) = full {
                note(original[at - n..at].iter().collect(), level, 2);
            } else if let Some(n) = heads::town_before(&chars[at.saturating_sub(8)..at]) {
                note(original[at - n..at].iter().collect(), level, 1);
            } else if let Some(n) = heads::place_before(&chars[at.saturating_sub(8)..at]) {
                for level in ['省', '市', '县', '区'] {
                    let mut whole = chars[at - n..at].to_vec();
                    whole.push(level);
                    if heads::place(&whole) == whole.len() {
                        note(original[at - n..at].iter().copied().chain([level]).collect(), level, 1);
                    }
                }
            }
        }
        // 临溪市|统计局: a body names its place as well as the text does.
        for name in names.iter().take(SPELLED).filter(|n| matches!(n.kind, Kind::Government | Kind::Party)) {
            let full: Vec<char> = name.text.chars().take(5).collect();
            let at = (2..full.len().saturating_sub(1)).find(|&i| heads::level(full[i]));
            if let Some(at) = at.filter(|_| heads::place(&full) == 0) {
                let place: String = document.slice(name.span).chars().take(at + 1).collect();
                counts.entry((full[at], place)).or_insert((0, 1)).0 += 1;
            }
        }
        let mut best: HashMap<char, (u32, core::cmp::Reverse<usize>, String)> = HashMap::new();
        for ((level, place), (count, at)) in counts {
            // A place that no table knows must be named twice.
            if count < 2 && heads::place(&folded(&place).chars().collect::<Vec<_>>()) == 0 {
                continue;
            }
            let key = (count, core::cmp::Reverse(at), place);
            if best.get(&level).is_none_or(|b| *b < key) {
                best.insert(level, key);
            }
        }
        let by_level = best.into_iter().map(|(level, (_, _, place))| (level, place)).collect();
        Self { by_level, government: None }
    }

    /// The name of the article that begins with the place and holds the characters of the tail in order.
    fn spelled(&self, names: &[Name], place: &str, tail: &[char]) -> Option<usize> {
        let holds = |text: &str| {
            let mut rest = text.chars();
            text.chars().count() <= tail.len() + 6 && tail.iter().all(|c| rest.any(|r| r == *c))
        };
        let last = tail.last().copied();
        (0..names.len().min(SPELLED)).find(|&to| {
            let text = &names[to].text;
            text.strip_prefix(place).is_some_and(|rest| {
                let end = rest.chars().last();
                (end == last || end == Some('室') && last == Some('办')) && holds(rest)
            })
        })
    }

    /// 雲林縣政府, where it or an office of it is named in full and offices stand without it in traditional script.
    fn government(&mut self, document: &Document, names: &[Name]) -> Option<String> {
        let traditional =
            document.text().chars().take(400).any(|c| fold(c) != c && ('\u{4e00}'..='\u{9fff}').contains(&c));
        let find = || {
            names.iter().take(SPELLED).find_map(|name| {
                let full: Vec<char> = document.slice(name.span).chars().collect();
                let at =
                    name.text.find("县政府").or_else(|| name.text.find("市政府")).filter(|at| *at > 3)?;
                let count = name.text[..at].chars().count() + 3;
                traditional.then(|| full[..count].iter().collect())
            })
        };
        self.government.get_or_insert_with(find).clone()
    }

    fn at(&self, level: char) -> Option<&str> {
        self.by_level.get(&level).map(String::as_str)
    }
}
