//! One canonical name for all mentions of a body in an article: the fullest that the article gives.

use std::collections::HashMap;

use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::recognize::organization::heads;
use crate::span::Span;
use crate::text::fold::fold;

/// A name as it was found.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// The number of its annotation.
    pub id: u32,
    pub span: Span,
    /// Its characters, folded.
    pub text: String,
    pub kind: Kind,
    /// Where the full name stands that its finder linked it with.
    pub full: Option<Span>,
}

/// A text folded character by character.
pub(super) fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// The canonical name of every name, in the article's own characters. Kinds are made equal along the way.
pub(super) fn canonical(document: &Document, names: &mut [Name]) -> Vec<String> {
    let mut first: HashMap<String, usize> = HashMap::new();
    for (index, name) in names.iter().enumerate() {
        first.entry(name.text.clone()).or_insert(index);
    }
    // The distinct names, by the index of their first mention; each leads to a fuller one or to itself.
    let mut distinct: Vec<usize> = first.values().copied().collect();
    distinct.sort_unstable();
    let mut fuller: HashMap<usize, usize> = HashMap::new();
    for name in names.iter() {
        let Some(full) = name.full else { continue };
        let target = first.get(&folded(document.slice(full)));
        if let (Some(&from), Some(&to)) = (first.get(&name.text), target)
            && from != to
        {
            fuller.entry(from).or_insert(to);
        }
    }
    let index = Index::new(names, &distinct);
    for &from in &distinct {
        if !fuller.contains_key(&from)
            && let Some(to) = index.fuller(names, from, &first)
        {
            fuller.insert(from, to);
        }
    }
    let root = |mut at: usize| {
        // Names lead to longer ones, so that the way ends; the bound is for safety.
        for _ in 0..8 {
            match fuller.get(&at) {
                Some(&next) if next != at => at = next,
                _ => break,
            }
        }
        at
    };
    let mut places: Option<Places> = None;
    let mut out: Vec<String> = Vec::with_capacity(names.len());
    for at in 0..names.len() {
        let from = first.get(&names[at].text).copied().unwrap_or(at);
        let to = root(from);
        let kind = names[to].kind;
        if to != from && kind != Kind::Other {
            names[at].kind = kind;
        } else {
            names[at].kind = names[from].kind;
        }
        let full = document.slice(names[to].span).to_owned();
        out.push(full);
    }
    for at in 0..names.len() {
        if let Some(full) = elliptical(document, names, &out, at, &mut places) {
            out[at] = full;
        }
    }
    out
}

/// What fuller names are looked up by.
struct Index {
    /// Distinct names by last character, for suffixes and for shortened Chinese names.
    by_last: HashMap<char, Vec<usize>>,
    /// Full names of armies.
    armies: Vec<usize>,
    /// Companies by their full names, each with the byte at which its brand begins, after its place.
    companies: Vec<(usize, usize)>,
    /// English names by the initials of their words.
    by_initials: HashMap<String, usize>,
    /// English names by their first word in lower case.
    by_word: HashMap<String, Vec<usize>>,
}

/// More names than this with one last character or first word are not compared with each other.
const CROWD: usize = 64;

impl Index {
    fn new(names: &[Name], distinct: &[usize]) -> Self {
        let mut by_last: HashMap<char, Vec<usize>> = HashMap::new();
        let (mut armies, mut companies) = (Vec::new(), Vec::new());
        let (mut by_initials, mut by_word) = (HashMap::new(), HashMap::<String, Vec<usize>>::new());
        for &at in distinct {
            let text = &names[at].text;
            if names[at].kind == Kind::Military && text.chars().count() > 3 && text.contains('军') {
                armies.push(at);
            }
            if text.ends_with("公司") {
                let chars: Vec<char> = text.chars().collect();
                companies.push((at, chars.iter().take(heads::place(&chars)).map(|c| c.len_utf8()).sum()));
            }
            if let Some(c) = text.chars().last() {
                by_last.entry(c).or_default().push(at);
            }
            let words: Vec<&str> = text.split(' ').collect();
            if words.len() > 1 {
                let initials: String =
                    words.iter().filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
                by_initials.entry(initials).or_insert(at);
            }
            if let Some(word) = words.first() {
                by_word.entry(word.to_lowercase()).or_default().push(at);
            }
        }
        Self { by_last, armies, companies, by_initials, by_word }
    }

    /// The fuller name that another name of the article gives to this one.
    fn fuller(&self, names: &[Name], at: usize, first: &HashMap<String, usize>) -> Option<usize> {
        let name = &names[at];
        if let Some(&to) = heads::full_names(&name.text).find_map(|full| first.get(&full.replace('_', " "))) {
            return Some(to);
        }
        let chars: Vec<char> = name.text.chars().collect();
        // 以军 is the army of the same country, 县府 the government of the same county.
        if let [country, '军'] = chars[..] {
            return self.armies.iter().copied().find(|&to| names[to].text.starts_with(country));
        }
        if let [level, '府'] = chars[..] {
            let full = format!("{level}政府");
            let crowd = self.by_last.get(&'府').map(Vec::as_slice).unwrap_or_default();
            return crowd.iter().take(CROWD).copied().find(|&to| names[to].text.ends_with(&full));
        }
        if name.text.is_ascii() {
            if chars.len() >= 2 && chars.iter().all(char::is_ascii_uppercase) {
                return self.by_initials.get(&name.text).copied().filter(|&to| to != at);
            }
            let word = name.text.split(' ').next()?.to_lowercase();
            let crowd = self.by_word.get(&word).map(Vec::as_slice).unwrap_or_default();
            let prefix = crowd.iter().take(CROWD).copied().filter(|&to| {
                let full = &names[to].text;
                let longer = full.len() > name.text.len();
                let begins =
                    longer && full.starts_with(&name.text) && full[name.text.len()..].starts_with([' ', ',']);
                let company = matches!(names[to].kind, Kind::Company | Kind::Finance | Kind::Sport);
                let cased = full.len() == name.text.len() && to < at && full.eq_ignore_ascii_case(&name.text);
                begins && company && !full.contains(" of ") || cased
            });
            if let Some(to) = prefix.max_by_key(|&to| names[to].text.len()) {
                return Some(to);
            }
        }
        // 川谷电子 is 成都川谷电子股份有限公司.
        if chars.len() >= 2
            && matches!(name.kind, Kind::Company | Kind::Finance)
            && !name.text.ends_with("公司")
        {
            let full = self.companies.iter().take(CROWD).find(|&&(to, brand)| {
                let full = &names[to].text;
                full.starts_with(&name.text) || full[brand..].starts_with(&name.text)
            });
            if let Some(&(to, _)) = full {
                return Some(to);
            }
        }
        let last = chars.last()?;
        let crowd = self.by_last.get(last).map(Vec::as_slice).unwrap_or_default();
        crowd
            .iter()
            .take(CROWD)
            .copied()
            .filter(|&to| names[to].text.len() > name.text.len() && extends(&chars, name, &names[to]))
            .max_by_key(|&to| names[to].text.len())
    }
}

/// True when `full` is a fuller form of `short`: 镇江市分行 of 邮储银行镇江市分行, 应急部 of 应急管理部.
fn extends(chars: &[char], short: &Name, full: &Name) -> bool {
    let public = matches!(
        full.kind,
        Kind::Government
            | Kind::Party
            | Kind::Research
            | Kind::Education
            | Kind::Association
            | Kind::Military
    );
    if full.text.ends_with(&short.text) {
        let rest = &full.text[..full.text.len() - short.text.len()];
        if short.text.is_ascii() {
            return rest.ends_with(' ') && !rest.contains(" of ") && chars.contains(&' ');
        }
        // 教育部 alone is not 美国教育部, nor is 国务院 another's.
        return chars.len() >= 3 && !(short.kind == Kind::Government && heads::known(chars));
    }
    if short.text.is_ascii() || short.kind != full.kind || chars.len() < 3 {
        return false;
    }
    let legal = full.text.ends_with("公司") && short.text.ends_with("公司")
        || full.text.ends_with("交易所") && short.text.ends_with('所');
    let mut rest = full.text.chars();
    (public || legal) && chars.iter().all(|c| rest.any(|f| f == *c)) && begins_like(&full.text, chars)
}

/// True when a full name begins with the first character of the short one, after its place and government or not:
/// 屏东县政府|环境保护局.
fn begins_like(full: &str, short: &[char]) -> bool {
    let first = short.first().copied();
    let inner = full.split_once("政府").map_or("", |(_, rest)| rest);
    let chars: Vec<char> = full.chars().collect();
    let n = heads::place(&chars);
    [chars.first().copied(), inner.chars().next(), chars.get(n).copied()].contains(&first)
}

/// 市政府 is 镇江市政府 where the article is about Zhenjiang; 财政局 after 市发改委 is that city's too.
fn elliptical(
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
    if heads::level(first) && heads::place(&chars) == 0 {
        let places = places.get_or_insert_with(|| Places::of(document));
        let place = places.at(first)?;
        return Some(format!("{place}{}", document.slice(name.span).chars().skip(1).collect::<String>()));
    }
    // The member of an enumeration inherits the place of the one before it.
    let before = names.get(at.checked_sub(1)?)?;
    let between = document.slice(Span::new(before.span.end, name.span.start.max(before.span.end)));
    let bare = name.kind == Kind::Government && heads::place(&chars) == 0 && !heads::known(&chars);
    if bare && matches!(between, "、" | "和" | "与" | "及") && before.kind == name.kind {
        let full: Vec<char> = canonical.get(at - 1)?.chars().collect();
        let folded: Vec<char> = full.iter().map(|c| fold(*c)).collect();
        let n = heads::place(&folded);
        let leveled = n > 0 && heads::level(folded[n - 1]);
        let n = if !leveled && folded.get(n).is_some_and(|c| heads::level(*c)) { n + 1 } else { n };
        if n >= 2 {
            return Some(full[..n].iter().collect::<String>() + document.slice(name.span));
        }
    }
    None
}

/// The place of each level that an article speaks of most.
struct Places {
    by_level: HashMap<char, String>,
}

impl Places {
    fn of(document: &Document) -> Self {
        let original: Vec<char> = document.text().chars().collect();
        let chars: Vec<char> = original.iter().map(|c| fold(*c)).collect();
        let mut counts: HashMap<(char, String), (u32, usize)> = HashMap::new();
        for at in 1..=chars.len() {
            let level = chars[at - 1];
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
        let mut best: HashMap<char, (u32, core::cmp::Reverse<usize>, String)> = HashMap::new();
        for ((level, place), (count, at)) in counts {
            let key = (count, core::cmp::Reverse(at), place);
            if best.get(&level).is_none_or(|b| *b < key) {
                best.insert(level, key);
            }
        }
        Self { by_level: best.into_iter().map(|(level, (_, _, place))| (level, place)).collect() }
    }

    fn at(&self, level: char) -> Option<&str> {
        self.by_level.get(&level).map(String::as_str)
    }
}
