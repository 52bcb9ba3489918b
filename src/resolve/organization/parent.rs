//! Parts of bodies that stand without what they belong to: 新生儿科 on the page of a hospital, 刑事审判庭 on a court's.

use std::collections::HashMap;

use super::canonical::{Name, folded};
use super::short;
use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::recognize::organization::heads;
use crate::text::fold::fold;

/// More names than this are not asked for the body that a part belongs to.
const ASKED: usize = 400;
/// Longer names, in bytes, are not asked.
const LONGEST: usize = 120;

/// What a part ends with, what it must hold, and the ends of the bodies that it may belong to.
const PARTS: [(&str, &str, &[&str]); 6] = [
    ("分局", "", POLICE),
    ("支队", DUTIES, POLICE),
    ("大队", DUTIES, POLICE),
    ("庭", "审判 民 刑 行政 法庭 立案 执行 少年 家事 商事 知识产权", &["法院"]),
    ("课", "", &["公所"]),
    (
        "科",
        "内 外 儿 妇 产 骨 眼 急诊 神经 口腔 皮肤 肿瘤 麻醉 影像 病理 重症 心 呼吸 消化 肾 泌尿 康复 中医",
        &["医院", "卫生院"],
    ),
];
const POLICE: &[&str] = &["公安局", "警察局"];
/// Duties of the police: a brigade of firemen is none of theirs.
const DUTIES: &str = "警 刑 网安 治安 经侦 禁毒 反诈 交通";
/// Offices and departments of the university whose page this is.
const OF_UNIVERSITIES: [&str; 5] = ["处", "室", "系", "学院", "研究所"];
/// Agencies of Taiwan by their ministry.
const AGENCIES: [(&str, &str); 8] = [
    ("卫生福利部", "食品药物管理署 中央健康保险署 疾病管制署 国民健康署 社会及家庭署"),
    ("经济部", "能源署 水利署 产业发展署 国际贸易署 商业发展署 中小及新创企业署 智慧财产局 标准检验局"),
    ("交通部", "观光署 公路局 高速公路局 航港局 民用航空局 铁道局 中央气象署"),
    ("内政部", "警政署 消防署 移民署 国土管理署 建筑研究所"),
    ("农业部", "渔业署 农粮署 林业及自然保育署 动植物防疫检疫署 农田水利署"),
    ("财政部", "国税局 关务署 国库署 赋税署 国有财产署"),
    ("劳动部", "劳动力发展署 职业安全卫生署 劳工保险局"),
    ("教育部", "国民及学前教育署 青年发展署"),
];

/// What the parts of an article may belong to, each with the end of its name.
pub(super) struct Parents {
    /// The body of each end that is named most, where no other is named as often.
    by_end: HashMap<&'static str, String>,
    /// The university that the page begins with.
    university: Option<String>,
    /// The ministries that the article names.
    ministries: Vec<(&'static str, String)>,
}

/// The name with what it belongs to, where the article tells it.
pub(super) fn whole(
    document: &Document,
    names: &[Name],
    at: usize,
    parents: &mut Option<Parents>,
) -> Option<String> {
    let name = &names[at];
    if let Some(committee) = of_council(document, names, name) {
        return Some(committee);
    }
    let agency = AGENCIES.iter().find(|(_, agencies)| agencies.split(' ').any(|a| a == name.text));
    let ends = PARTS.iter().find(|(part, duties, _)| {
        let duty = || duties.split(' ').any(|duty| name.text.contains(duty));
        name.text.ends_with(part) && (duties.is_empty() || duty())
    });
    let ends = ends.map(|(_, _, ends)| *ends);
    let office = belongs_to_university(&name.text) || name.text.starts_with("党委");
    if agency.is_none() && ends.is_none() && !office {
        return None;
    }
    let written = document.slice(name.span);
    let parents = parents.get_or_insert_with(|| Parents::of(document, names));
    if let Some((ministry, _)) = agency {
        let found = parents.ministries.iter().find(|(known, _)| known == ministry)?;
        return Some(format!("{}{written}", found.1));
    }
    let chars: Vec<char> = name.text.chars().collect();
    let whole = heads::kind_of(&name.text) == Some(Kind::Sport) || heads::known(&chars) || belongs(&chars);
    if chars.len() < 3 || whole {
        return None;
    }
    let by_end = ends.and_then(|ends| ends.iter().find_map(|end| parents.by_end.get(end)));
    let parent = by_end.or(parents.university.as_ref().filter(|_| office))?;
    Some(format!("{parent}{written}"))
}

/// The committee of the one council that an English article names: the Planning Committee.
fn of_council(document: &Document, names: &[Name], name: &Name) -> Option<String> {
    let bare = name.text.ends_with(" Committee") && name.text.matches(' ').count() < 3;
    if !bare || name.kind != Kind::Government {
        return None;
    }
    let councils =
        || names.iter().take(ASKED).filter(|n| n.text.len() <= LONGEST && n.text.ends_with(" Council"));
    let longest = councils().max_by_key(|n| n.text.len())?;
    let same = |n: &Name| n.text.split(' ').next() == longest.text.split(' ').next();
    let whole = longest.text.contains(' ') && councils().all(same);
    whole.then(|| format!("{} {}", document.slice(longest.span), name.text))
}

fn belongs_to_university(name: &str) -> bool {
    OF_UNIVERSITIES.iter().any(|end| name.ends_with(end)) && !name.ends_with("办事处")
}

/// True when a name says itself what it belongs to.
fn belongs(chars: &[char]) -> bool {
    let text: String = chars.iter().collect();
    let whole = ["公安", "警察局", "大学", "医院", "法院", "政府", "公司", "公所", "国家", "中国", "中央"];
    chars.first().is_some_and(|c| heads::level(*c))
        || whole.iter().any(|w| text.contains(w))
        || (2..chars.len()).any(|n| heads::known(&chars[..n]))
        || heads::place(chars) > 0 && !text.ends_with("分局")
}

impl Parents {
    fn of(document: &Document, names: &[Name]) -> Self {
        let mut counts: HashMap<(&'static str, String), (usize, String)> = HashMap::new();
        let mut university = None;
        let asked = names.iter().enumerate().take(ASKED).filter(|(_, name)| name.text.len() <= LONGEST);
        for (index, name) in asked {
            let ends = ["公安局", "警察局", "医院", "卫生院", "法院", "公所"];
            for end in ends.into_iter().filter(|end| name.text.contains(end)) {
                let Some(at) = name.text.find(end) else { continue };
                let whole = &name.text[..at + end.len()];
                let count = whole.chars().count();
                // 县公安局, 刑事警察局 and a bare 法院 own no other's parts.
                if count < end.chars().count() + 2 || whole.starts_with("刑事") {
                    continue;
                }
                let written = document.slice(name.span).chars().take(count).collect();
                counts.entry((end, whole.to_owned())).or_insert((0, written)).0 += 1;
            }
            // At the top, or in the first sentence behind the office that writes.
            let above = document.text().get(..name.span.start as usize).unwrap_or_default();
            let opens = index == 0 && above.trim().is_empty()
                || index < 6
                    && !above.contains('。')
                    && names[..index].iter().any(|n| belongs_to_university(&n.text));
            if let Some(at) = name.text.find("大学").filter(|_| opens && university.is_none()) {
                let count = name.text[..at].chars().count() + 2;
                university = Some(document.slice(name.span).chars().take(count).collect());
            }
        }
        // 长安医院 and 长安纪念医院 are one.
        let all: Vec<(&'static str, String)> = counts.keys().take(ASKED).cloned().collect();
        for (end, text) in &all {
            let longer =
                all.iter().filter(|(e, t)| e == end && t.len() > text.len() && short::within(text, t));
            if let Some(full) = longer.max_by_key(|(_, t)| t.len()).cloned()
                && let Some((count, _)) = counts.remove(&(*end, text.clone()))
                && let Some(entry) = counts.get_mut(&full)
            {
                entry.0 += count;
            }
        }
        let mut by_end: HashMap<&'static str, (usize, bool, String)> = HashMap::new();
        for ((end, _), (count, written)) in counts {
            let best = by_end.entry(end).or_insert((0, true, String::new()));
            if count > best.0 {
                *best = (count, true, written);
            } else if count == best.0 {
                best.1 = false;
            }
        }
        // A court of Hong Kong is no court of the people or of a district.
        let parted = |end: &str, name: &str| {
            end != "法院" || ["人民法院", "地方法院"].iter().any(|e| folded(name).ends_with(e))
        };
        let by_end = by_end
            .into_iter()
            .filter(|(end, best)| best.1 && parted(end, &best.2))
            .map(|(end, best)| (end, best.2))
            .collect();
        Self { by_end, university, ministries: ministries(document.text()) }
    }
}

/// The ministries that stand in the text, as it writes them.
fn ministries(text: &str) -> Vec<(&'static str, String)> {
    let written: Vec<char> = text.chars().collect();
    let folded: String = written.iter().map(|c| fold(*c)).collect();
    let find = |ministry: &'static str| {
        let at = folded[..folded.find(ministry)?].chars().count();
        let found: String = written.iter().skip(at).take(ministry.chars().count()).collect();
        (found != ministry).then_some((ministry, found))
    };
    AGENCIES.iter().filter_map(|(ministry, _)| find(ministry)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn a_part_stands_with_what_it_belongs_to() {
        let rows: [(&[&str], Option<&str>); 8] = [
            (&["桐川市公安局", "交警支队"], Some("桐川市公安局交警支队")),
            (&["桐川市公安局", "沅渡市公安局", "交警支队"], None),
            (&["桐川市人民法院", "桐川法院", "刑事审判庭"], Some("桐川市人民法院刑事审判庭")),
            (&["岭海市中心医院", "新生儿科"], Some("岭海市中心医院新生儿科")),
            (&["國立沅渡大學", "秘書處"], Some("國立沅渡大學秘書處")),
            (&["經濟部", "能源署"], Some("經濟部能源署")),
            (&["桐川市公安局", "县交警大队"], None),
            (&["岭海市中心医院", "桐川市教育局"], None),
        ];
        for (mentions, expected) in rows {
            let text = mentions.join("，");
            let document = Document::from_text(&text).expect("short enough");
            let mut start = 0;
            let name = |(id, mention): (usize, &&str)| {
                let span = Span::new(start, start + mention.len() as u32);
                start = span.end + '，'.len_utf8() as u32;
                let text = mention.chars().map(fold).collect();
                Name { id: id as u32, span, text, kind: Kind::Government, full: None }
            };
            let names: Vec<Name> = mentions.iter().enumerate().map(name).collect();
            let found = whole(&document, &names, names.len() - 1, &mut None);
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
