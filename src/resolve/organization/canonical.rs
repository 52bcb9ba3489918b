//! One canonical name for all mentions of a body in an article: the fullest that the article gives.

use std::collections::HashMap;

use super::compound;
use super::ellipsis::{Places, elliptical};
use super::fuller::{self, Index};
use super::parent::{self, Parents};
use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::order;
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
    order::naturally(&mut distinct);
    let mut fuller: HashMap<usize, usize> = HashMap::new();
    let place = |name: &Name| first.get(&name.text).copied();
    let latin = |at: usize| fuller::latin(&names[at].text);
    // 明犀机器人（Morrow Robotics）: the name in the article's script is the fuller one.
    for pair in names.windows(2) {
        let (Some(a), Some(b)) = (place(&pair[0]), place(&pair[1])) else { continue };
        let in_bracket = bracketed(document, pair[0].span, pair[1].span);
        // Lanshan Airlines (LSA), Minnesota Transportation Department (MnDOT): not all letters are initials.
        if in_bracket && latin(a) && latin(b) && abbreviated(&names[b].text, &names[a].text) {
            fuller.entry(b).or_insert(a);
        }
        if latin(a) != latin(b)
            && (in_bracket
                || underneath(document, &pair[0], &pair[1])
                || beside(document, &pair[0], &pair[1]))
        {
            let (from, to) = if latin(a) { (a, b) } else { (b, a) };
            fuller.entry(from).or_insert(to);
        }
    }
    for name in names.iter() {
        let Some(full) = name.full else { continue };
        let target = first.get(&folded(document.slice(full)));
        if let (Some(from), Some(&to)) = (place(name), target)
            && from != to
            && (latin(from) || !latin(to))
            // The same in capitals is no fuller.
            && !names[from].text.eq_ignore_ascii_case(&names[to].text)
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
    let mut parents: Option<Parents> = None;
    let mut out: Vec<String> = Vec::with_capacity(names.len());
    let mut full: HashMap<usize, String> = HashMap::new();
    for at in 0..names.len() {
        let from = place(&names[at]).unwrap_or(at);
        let to = root(from);
        let kind = names[to].kind;
        let own = names[from].kind;
        // A paper is none of the kind of the company that bears its name.
        let paper = own == Kind::Media && kind == Kind::Company;
        names[at].kind = if to != from && kind != Kind::Other && !paper { kind } else { own };
        // A root is completed where it stands first; a name that leads to itself, at every mention.
        let completed = match full.get(&to) {
            Some(full) => full.clone(),
            None => {
                let here = if to == from { at } else { to };
                let completed = compound::whole(document, &index, names, here, &first, root)
                    .or_else(|| parent::whole(document, names, here, &mut parents))
                    .or_else(|| elliptical(document, names, &out, here, &mut places))
                    .or_else(|| within(document, &index, names, to))
                    .or_else(|| army(document.slice(names[to].span)))
                    .unwrap_or_else(|| document.slice(names[to].span).to_owned());
                if completed != document.slice(names[to].span) {
                    full.insert(to, completed.clone());
                }
                completed
            }
        };
        // The office of a university is a part of it.
        let office =
            matches!(names[at].kind, Kind::Government | Kind::Media) && !names[to].text.contains("大学");
        if office && folded(&completed).contains("大学") {
            names[at].kind = Kind::Education;
        }
        out.push(completed);
    }
    out
}

/// The army of a country, where the article names it only in short: 以军.
fn army(name: &str) -> Option<String> {
    const COUNTRIES: [(&str, &str); 12] = [
        ("以军", "以色列"),
        ("美军", "美国"),
        ("俄军", "俄罗斯"),
        ("乌军", "乌克兰"),
        ("英军", "英国"),
        ("法军", "法国"),
        ("德军", "德国"),
        ("韩军", "韩国"),
        ("日军", "日本"),
        ("印军", "印度"),
        ("土军", "土耳其"),
        ("缅军", "缅甸"),
    ];
    COUNTRIES.iter().find(|c| c.0 == name).map(|c| format!("{}军队", c.1))
}

/// The full name that the tables give to a short one, where a longer name of the article begins with it.
fn within(document: &Document, index: &Index, names: &[Name], at: usize) -> Option<String> {
    let (to, chars) = index.within(names, &names[at].text)?;
    Some(document.slice(names[to].span).chars().take(chars).collect())
}

/// True when two names of a company in two scripts stand on lines of their own, one under the other.
fn underneath(document: &Document, first: &Name, second: &Name) -> bool {
    let text = document.text();
    let between = text.get(first.span.end as usize..second.span.start as usize).unwrap_or_default();
    let alone = text
        .get(..first.span.start as usize)
        .is_some_and(|before| before.is_empty() || before.ends_with('\n'))
        && text
            .get(second.span.end as usize..)
            .is_some_and(|after| after.is_empty() || after.starts_with('\n'));
    let company = |name: &Name| name.text.ends_with("公司") || heads::is_legal(&name.text);
    !between.is_empty()
        && between.len() <= 4
        && between.trim().is_empty()
        && alone
        && company(first)
        && company(second)
}

/// True when a name in two scripts fills its line: 嘉贤书院 Ka Yin College.
fn beside(document: &Document, first: &Name, second: &Name) -> bool {
    let text = document.text();
    let before = text.get(..first.span.start as usize).unwrap_or_default();
    let between = text.get(first.span.end as usize..second.span.start as usize).unwrap_or_default();
    let after = text.get(second.span.end as usize..).unwrap_or_default();
    let opens = before.is_empty() || before.ends_with('\n');
    opens && matches!(between, " " | "\u{3000}") && after.starts_with('\n')
}

/// True for a short name, mostly in capitals, that begins like the full one.
fn abbreviated(short: &str, full: &str) -> bool {
    let capitals = short.chars().filter(char::is_ascii_uppercase).count();
    capitals > 1
        && capitals * 2 >= short.len()
        && short.len() * 2 < full.len()
        && short.chars().next() == full.chars().next()
}

/// True when the second name stands in the bracket right after the first.
fn bracketed(document: &Document, first: Span, second: Span) -> bool {
    let text = document.text();
    let between = text.get(first.end as usize..second.start as usize).unwrap_or_default();
    let after = text.get(second.end as usize..).unwrap_or_default();
    matches!(between.trim(), "(" | "（") && after.starts_with([')', '）', ',', '，', ';', '；', '、'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_leads_to_the_fullest_name() {
        use Kind::{Association, Company, Education, Finance, Government, Legal, Party, Sport};
        // Names as they follow each other, the kind of all, and the canonical name of the one with the number.
        let rows: [(&[&str], Kind, usize, &str); 30] = [
            (&["溪源县林业局", "财政局"], Government, 1, "溪源县财政局"),
            (&["涪川市锦沙区住建局", "市场监管局"], Government, 1, "涪川市锦沙区市场监管局"),
            (&["溪源县林业局", "移民局"], Government, 1, "移民局"),
            (&["溪源县林业局", "长江水利委员会水文局"], Government, 1, "长江水利委员会水文局"),
            (&["共青团歙县委", "县妇联"], Party, 1, "歙县妇联"),
            (&["汝宁县农业农村局", "供销社"], Government, 1, "汝宁县供销社"),
            (&["嘉嶺縣政府", "警察局"], Government, 1, "嘉嶺縣警察局"),
            (&["中国移动通信集团晋北有限公司", "中国移动"], Company, 1, "中国移动"),
            (&["Kestrel & Rowe", "Kestrel"], Legal, 1, "Kestrel & Rowe"),
            (
                &["Registered Master Builders Association", "Master Builders"],
                Association,
                1,
                "Registered Master Builders Association",
            ),
            (
                &["Singapore General Hospital", "Bukit Serene General Hospital", "SGH"],
                Company,
                2,
                "Singapore General Hospital",
            ),
            (&["央行", "中央銀行"], Finance, 0, "中央銀行"),
            (&["國立成功大學", "成大研究發展處"], Education, 1, "國立成功大學研究發展處"),
            (&["國立成功大學資源系", "成大研究發展處"], Education, 1, "國立成功大學研究發展處"),
            (&["国立清华大学", "清华大学材料系"], Education, 1, "清华大学材料系"),
            (&["斗湖鎮農會", "農會信用部"], Association, 1, "斗湖鎮農會信用部"),
            (&["斗湖鎮農會", "溪南鎮農會", "農會信用部"], Association, 2, "農會信用部"),
            (&["蓝鹰体育会", "蓝鹰"], Sport, 1, "蓝鹰体育会"),
            (&["临川青鲨", "临川青鲨队"], Sport, 1, "临川青鲨"),
            (&["台州海鹰", "海鹰俱乐部"], Sport, 1, "台州海鹰"),
            (&["西江桐川足球俱乐部", "桐川队"], Sport, 1, "西江桐川足球俱乐部"),
            (&["山原市委", "市政府"], Party, 1, "山原市政府"),
            (&["沂县县委", "县政府"], Party, 1, "沂县县政府"),
            (&["岐川市教育局", "高新区管委会"], Government, 1, "岐川高新区管委会"),
            (&["Lanshan Airlines", "LSA"], Company, 1, "Lanshan Airlines"),
            (
                &["Minnesota Transportation Department", "MnDOT"],
                Government,
                1,
                "Minnesota Transportation Department",
            ),
            (&["Lanshan Airlines", "Teal"], Company, 1, "Teal"),
            (&["ROVERS", "Tarnwick Rovers"], Sport, 0, "Tarnwick Rovers"),
            (&["Hollow Dale Athletic", "Dale"], Sport, 1, "Hollow Dale Athletic"),
            (&["Associated Press", "AP"], Company, 1, "Associated Press"),
        ];
        for (mentions, kind, asked, expected) in rows {
            let bracket = mentions[0].is_ascii();
            let text = if bracket { format!("{})", mentions.join(" (")) } else { mentions.join("、") };
            let document = Document::from_text(&text).expect("short enough");
            let name = |(id, mention): (usize, &&str)| {
                let start = text.find(mention).unwrap_or_default();
                let start = if id > 0 { text.rfind(mention).unwrap_or(start) } else { start } as u32;
                let span = Span::new(start, start + mention.len() as u32);
                Name { id: id as u32, span, text: folded(mention), kind, full: None }
            };
            let mut names: Vec<Name> = mentions.iter().enumerate().map(name).collect();
            assert_eq!(canonical(&document, &mut names)[asked], expected, "{text}");
        }
    }
}
