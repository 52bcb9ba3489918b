//! Names that leave out their place: 市政府 is 镇江市政府 where the article is about Zhenjiang.

use core::cmp::Reverse;
use std::collections::HashMap;

use super::canonical::{Name, folded};
use super::short;
use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::recognize::organization::{COMMON, heads};
use crate::span::Span;
use crate::text::among;
use crate::text::fold::fold;

/// More names than this are not searched for one that spells out a short one.
const SPELLED: usize = 400;

/// Bodies that every group has: 集团党委.
const PARTS_OF_GROUPS: [&str; 6] = ["党委", "党组", "纪委", "团委", "工会", "董事会"];

/// The group that the page names most, without its legal form: 岚川水务集团.
fn group(document: &Document, names: &[Name]) -> Option<String> {
    let mut counts: HashMap<String, (usize, Reverse<usize>)> = HashMap::new();
    for (at, name) in names.iter().take(SPELLED).enumerate() {
        let private = matches!(name.kind, Kind::Company | Kind::Finance);
        if let Some(end) = name.text.find("集团").filter(|end| private && *end > 0) {
            let count = name.text[..end].chars().count() + 2;
            let group = document.slice(name.span).chars().take(count).collect();
            counts.entry(group).or_insert((0, Reverse(at))).0 += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(group, _)| group)
}

/// Bodies that every school has: 校党委, 校学术委员会.
const PARTS_OF_SCHOOLS: [&str; 9] =
    ["党委", "党政办公室", "纪委", "团委", "工会", "学术委员会", "校友总会", "校友会", "基金会"];

/// The school that the page names most.
fn school(document: &Document, names: &[Name]) -> Option<String> {
    let mut counts: HashMap<&str, (usize, Reverse<usize>)> = HashMap::new();
    for (at, name) in names.iter().take(SPELLED).enumerate() {
        if ["大学", "学院", "中学", "小学", "学校"].iter().any(|end| name.text.ends_with(end)) {
            counts.entry(document.slice(name.span)).or_insert((0, Reverse(at))).0 += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(school, _)| school.to_owned())
}

/// Zones that every city has.
const ZONES: [&str; 4] = ["高新区", "经开区", "开发区", "新区"];

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
    if let Some(part) = name.text.strip_prefix("集团").filter(|part| PARTS_OF_GROUPS.contains(part)) {
        return group(document, names).map(|group| group + part);
    }
    let part = name.text.strip_prefix('校').filter(|_| !name.text.starts_with("校友")).unwrap_or(&name.text);
    if name.text.starts_with('校') && PARTS_OF_SCHOOLS.contains(&part) {
        return school(document, names).map(|school| {
            let own = name.text.chars().count() - part.chars().count();
            school.chars().chain(document.slice(name.span).chars().skip(own)).collect()
        });
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
            | Kind::Research
            | Kind::Sport
    );
    // 县公交公司 belongs to the county, 市政公司 to no city.
    let company =
        name.kind == Kind::Company && leads(&chars) && name.text.ends_with(['司', '团']) && chars.len() <= 7;
    // 市图书馆, 县博物馆.
    let public = public
        || name.kind == Kind::Other && leads(&chars) && name.text.ends_with('馆')
        || among(COMMON, &name.text);
    if !(public || company) || chars.len() < 2 {
        return None;
    }
    // 西嶼鄉公所 is 澎湖縣西嶼鄉公所 where the page says so once, as in the name of its site.
    if name.text.ends_with("公所") && heads::place(&chars) <= 3 && (4..=6).contains(&chars.len()) {
        return county(document, name);
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
    // 团市委 is 共青团镇江市委.
    if let ['团', level, '委'] = chars[..] {
        let places = places.get_or_insert_with(|| Places::of(document, names));
        return places.at(level).map(|place| format!("共青团{place}委"));
    }
    // 自治区发改委 is 广西壮族自治区发改委.
    if let Some(part) = name.text.strip_prefix("自治区").filter(|part| !part.is_empty()) {
        return region(document.text()).map(|region| format!("{region}{part}"));
    }
    // 村委会 is 石桥村村民委员会.
    if first == '村' && chars.len() > 2 {
        let places = places.get_or_insert_with(|| Places::of(document, names));
        let place = places.at(first)?.to_owned();
        let tail = if name.text == "村委会" { "村民委员会".chars().collect() } else { chars };
        let spelled = places.spelled(names, &folded(&place), &tail);
        let rest = document.slice(name.span).get(first.len_utf8()..).unwrap_or_default();
        return Some(spelled.map_or(place.clone() + rest, |to| document.slice(names[to].span).to_owned()));
    }
    if leads(&chars) && heads::place(&chars) == 0 && !heads::known(&chars) {
        let places = places.get_or_insert_with(|| Places::of(document, names));
        if let [level, head @ ('局' | '厅')] = chars[..] {
            if let Some(known) = places.offices.get(&(level, head)) {
                return known.clone();
            }
            let office = places.office(document, names, level, head);
            places.offices.insert((level, head), office.clone());
            return office;
        }
        // 山南市委、|市政府: of the place that was named right before it.
        let place =
            leveled(document, names, canonical, at, first).or_else(|| places.at(first).map(str::to_owned))?;
        let rest: String = document.slice(name.span).chars().skip(1).collect();
        let rest = match rest.as_str() {
            "府" => "政府".to_owned(),
            "委办" | "政府办" | "府办" => format!("{rest}公室"),
            "高院" => "高级人民法院".to_owned(),
            "中院" => "中级人民法院".to_owned(),
            // Courts are the people's: 县检察院 is 清淮县人民检察院.
            "检察院" | "法院" if document.text().contains("人民") => format!("人民{rest}"),
            // 縣府文化觀光局 is 嘉義縣政府文化觀光局.
            _ => rest.strip_prefix('府').map(|part| format!("政府{part}")).unwrap_or(rest),
        };
        // 市政府新闻办 is 柳汀市人民政府新闻办公室 where the article spells it out.
        let (start, tail): (String, Vec<char>) = (folded(&place), chars[1..].to_vec());
        // The government itself is named as it stands, but for a page that has named 清淮县人民政府 before.
        let told = |to: &usize| tail != ['政', '府'] || *to < at;
        let found = places.spelled(names, &start, &tail).filter(told);
        let spelled = found.map(|to| document.slice(names[to].span).to_owned());
        return Some(spelled.unwrap_or_else(|| place + &rest));
    }
    // 高新区管委会 is the city's: 岐州高新区管委会.
    if ZONES.iter().any(|zone| name.text.starts_with(zone)) {
        let city = places.get_or_insert_with(|| Places::of(document, names)).at('市')?;
        return Some(format!("{}{}", city.trim_end_matches('市'), document.slice(name.span)));
    }
    // The member of an enumeration inherits the place of the one before it.
    let local = among(LOCAL, &name.text) || among(COMMON, &name.text);
    let bare = local || name.kind == Kind::Government && heads::place(&chars) == 0 && !national(&chars);
    if !bare {
        return None;
    }
    if let Some(place) = before(document, names, canonical, at) {
        return Some(place + document.slice(name.span));
    }
    let places = places.get_or_insert_with(|| Places::of(document, names));
    if !places.traditional {
        let office = local || !heads::known(&chars) && seat(&chars) == 0 && administers(&chars);
        return if office { seated(document, names, canonical, at, places) } else { None };
    }
    // 水利處 is 雲林縣政府水利處: an office of the county whose government the article names.
    let section = chars.last() == Some(&'科') && chars[..chars.len() - 1].contains(&'局');
    // 南嶼縣政府農業處 says itself whose it is.
    let whole = name.text.contains("政府");
    if chars.len() < 3 || whole || !(section || matches!(chars.last(), Some('局' | '处'))) {
        return None;
    }
    let government = places.government(document, names)?;
    // 雲林縣警察局 is named without the government.
    let county = government.strip_suffix("政府").filter(|county| county.ends_with('縣'));
    let county = county.filter(|_| matches!(name.text.as_str(), "警察局" | "消防局"));
    Some(format!("{}{}", county.unwrap_or(&government), document.slice(name.span)))
}

/// Offices of a county or city whose names are also a ministry's or a state agency's.
const LOCAL: &str = "统计局 卫健委 发改委 国资委 教委 住建委 农委 商务委 公安局 交委 发展改革委 卫生健康委 药监局 林草局 气象局";
/// Offices in 局 and 委 that no county has, or whose place is not the county's.
const STATE: &str = "总局 分局 警察局 移民局 调查局 情报局 邮局 书局 药局 铁路局 海事局 民航局 外汇局 外管局 电局 安全局 党委 纪委 工委 团委 编委 \
    军委 常委 组委";

/// True for the name of an office of a county, city or province that stands without its place: 农业农村局, 工信厅.
fn administers(chars: &[char]) -> bool {
    let name: String = chars.iter().collect();
    let part = name.starts_with("国家") || name.contains("委员会");
    chars.len() >= 3
        && name.ends_with(['局', '厅', '委'])
        && !part
        && !STATE.split(' ').any(|end| name.ends_with(end))
}

/// True where a name begins with a level of government: 市|公安局, but no 市场监管局.
fn leads(chars: &[char]) -> bool {
    let word = match chars {
        ['市', '场' | '容', ..] | ['市', '民', '中' | '服' | '广' | '热', ..] => true,
        ['市', '政', next, ..] => !matches!(next, '府' | '协' | '法' | '数' | '务'),
        ['区' | '县', '域', ..] | ['省' | '州', '际', ..] => true,
        _ => false,
    };
    chars.first().is_some_and(|c| heads::level(*c)) && !word
}

/// The length of the place that the name of a public body begins with, down to the last level: 涪川市锦沙区|财政局. 0
/// where it begins with none.
fn seat(chars: &[char]) -> usize {
    let mut end = 0;
    let known = heads::place(chars);
    if known > 0 && known < chars.len() && heads::level(chars[known - 1]) {
        end = known;
    }
    loop {
        let from = if end == 0 { known.max(2) } else { end + 2 };
        let rural = |i: usize| chars[i - 1] == '城' && matches!(chars[i], '乡' | '镇');
        let ended = |i: &usize| heads::level(chars[*i]) && leads(&chars[*i..]) && !rural(*i);
        let next = (from..(from + 3).min(chars.len().saturating_sub(1))).find(ended);
        let bare = |i: &usize| !chars[end..*i].iter().any(|c| "局委院府会部办厅".contains(*c));
        match next.filter(bare) {
            Some(at) => end = at + 1,
            None => return end,
        }
    }
}

/// 财政局 behind 县林业局 is that county's: an office with the place of the body of its level that was named last before
/// it, or of which the article speaks most.
fn seated(
    document: &Document,
    names: &[Name],
    canonical: &[String],
    at: usize,
    places: &Places,
) -> Option<String> {
    let name = &names[at];
    let written = document.slice(name.span);
    let provincial = name.text.ends_with('厅');
    let tail: Vec<char> = name.text.chars().collect();
    let known = heads::known(&tail);
    let place = canonical.iter().zip(names).take(at).rev().take(NEAR).find_map(|(full, body)| {
        use Kind::{Association, Government, Health, Legal, Party};
        if !matches!(body.kind, Association | Government | Health | Legal | Party) {
            return None;
        }
        let full: Vec<char> = full.chars().collect();
        let end = seat(&full);
        let level = end.checked_sub(1).map(|last| full[last])?;
        let fits = match level {
            '省' => provincial,
            '市' | '县' | '区' | '州' | '旗' => {
                provincial == full[..end].ends_with(&['自', '治', '区'])
                    && (level != '州' || heads::place(&full[..end]) == end)
            }
            _ => false,
        };
        let here = || document.text().get(body.span.end as usize..name.span.start as usize);
        let line = !known || here().is_some_and(|between| !between.contains('\n'));
        (fits && line).then(|| full[..end].iter().collect::<String>())
    });
    let most = || match provincial {
        true => places.at('省').map(str::to_owned).or_else(|| region(document.text()).map(str::to_owned)),
        false => places.main.clone().filter(|_| !known),
    };
    let place = place.or_else(most)?;
    let spelled = places.spelled(names, &folded(&place), &tail).map(|to| document.slice(names[to].span));
    Some(spelled.map_or_else(|| place + written, str::to_owned))
}

/// How many names back the place of an office is looked for.
const NEAR: usize = 24;

/// The autonomous region of which an article speaks most.
fn region(text: &str) -> Option<&'static str> {
    const REGIONS: [(&str, &str); 5] = [
        ("广西", "广西壮族自治区"),
        ("内蒙古", "内蒙古自治区"),
        ("宁夏", "宁夏回族自治区"),
        ("新疆", "新疆维吾尔自治区"),
        ("西藏", "西藏自治区"),
    ];
    let count = |short: &str| text.matches(short).take(50).count();
    let (short, full) = REGIONS.into_iter().max_by_key(|(short, _)| count(short))?;
    (count(short) > 0).then_some(full)
}

/// The office of a township with the county that stands before it somewhere.
fn county(document: &Document, name: &Name) -> Option<String> {
    let written = document.slice(name.span);
    let text = document.text();
    text.match_indices(written).find_map(|(at, _)| {
        let before = text.get(..at).filter(|before| before.ends_with(['縣', '市', '县']))?;
        let start = before.char_indices().rev().nth(2)?.0;
        let chars: Vec<char> = before[start..].chars().map(fold).collect();
        (heads::place(&chars) >= 2).then(|| format!("{}{written}", &before[start..]))
    })
}

/// True for a known body and a part of one: no city stands before 内政部警政署.
fn national(chars: &[char]) -> bool {
    (2..=chars.len()).any(|n| {
        heads::known(&chars[..n]) && (n == chars.len() || matches!(chars[n - 1], '部' | '院' | '会' | '署'))
    })
}

/// The place of a level whose body stands before a member of an enumeration.
fn leveled(
    document: &Document,
    names: &[Name],
    canonical: &[String],
    at: usize,
    level: char,
) -> Option<String> {
    let before = joined(document, names, at)?;
    let full = canonical.get(before)?;
    let youth = full.strip_prefix("共青团");
    let full: Vec<char> = youth.unwrap_or(full).chars().collect();
    // 沂县县委 keeps the level of its short name, 共青团歙县委 has none.
    let end = (if youth.is_some() { 1 } else { 2 }..full.len().min(7)).find(|&i| fold(full[i]) == level)?;
    Some(full[..=end].iter().collect())
}

/// The name before a member of an enumeration.
fn joined(document: &Document, names: &[Name], at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let (first, second) = (names[before].span, names[at].span);
    let between = document.slice(Span::new(first.end, second.start.max(first.end)));
    matches!(between, "、" | "和" | "与" | "及" | "與").then_some(before)
}

/// The place of the body that stands before a member of an enumeration.
fn before(document: &Document, names: &[Name], canonical: &[String], at: usize) -> Option<String> {
    let name = &names[at];
    let own: Vec<char> = name.text.chars().collect();
    let office = administers(&own) && seat(&own) == 0 || among(COMMON, &name.text);
    let public = |kind: Kind| {
        use Kind::{Association, Government, Health, Party};
        office && matches!(kind, Association | Government | Health | Party)
    };
    joined(document, names, at).filter(|before| {
        names[*before].kind == name.kind || public(name.kind) && public(names[*before].kind)
    })?;
    let full: Vec<char> = canonical.get(at - 1)?.chars().collect();
    let chars: Vec<char> = full.iter().map(|c| fold(*c)).collect();
    let n = heads::place(&chars);
    let leveled = n > 0 && heads::level(chars[n - 1]);
    let n = if !leveled && chars.get(n).is_some_and(|c| heads::level(*c)) { n + 1 } else { n };
    // 涪川市锦沙区财政局、|市场监管局: the district's, down to the last level.
    let n = if office && own.get(..2) != chars.get(..2) { n.max(seat(&chars)) } else { n };
    // 雲林縣政府教育處與|衛生局: an office of the same government, as Taiwan names them.
    let office =
        chars.get(n..n + 2) == Some(&['政', '府']) && full != chars && name.text.ends_with(['局', '处']);
    let n = if office { n + 2 } else { n };
    (n >= 2).then(|| full[..n].iter().collect())
}

/// True when the last of the characters may be the first of a place: no level, place or function word ends there.
fn names_on(chars: &[char]) -> bool {
    let han = chars.last().is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(c) && !heads::level(*c));
    han && heads::place_before(chars).is_none() && !heads::stopped(chars)
}

/// True where what follows a place makes it a university's name.
fn university(after: &[char]) -> bool {
    let run = after.iter().take(8).take_while(|c| ('\u{4e00}'..='\u{9fff}').contains(*c)).count();
    after[..run].windows(2).any(|two| matches!(two, ['大', '学'] | ['学', '院']))
}

/// The place of each level that an article speaks of most.
pub(super) struct Places {
    by_level: HashMap<char, String>,
    /// The county, city or district that it speaks of most.
    main: Option<String>,
    /// True for an article in traditional script.
    traditional: bool,
    /// The government of the county or city whose offices are named without it, once it was looked for.
    government: Option<Option<String>>,
    /// The office that 市局 or 省厅 is, by level and head, once it was looked for.
    offices: HashMap<(char, char), Option<String>>,
}

impl Places {
    fn of(document: &Document, names: &[Name]) -> Self {
        let original: Vec<char> = document.text().chars().collect();
        let chars: Vec<char> = original.iter().map(|c| fold(*c)).collect();
        let mut counts: HashMap<(char, String), (u32, usize)> = HashMap::new();
        let traditional = original.iter().take(400).any(|c| matches!(c, '縣' | '區' | '國' | '與' | '會'));
        let mut longer: Vec<((char, String), String)> = Vec::new();
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
                let place: String = original[at - n..at].iter().collect();
                // 沅|宁县: a county that no table knows may end like a shorter one that they know.
                if n == 2 && at > n && names_on(&chars[..at - n]) {
                    let whole: String = original[at - n - 1..at].iter().collect();
                    longer.push(((level, place.clone()), whole.clone()));
                    note(whole, level, 2);
                }
                note(place, level, 2);
            } else if let Some(n) = heads::town_before(&chars[at.saturating_sub(8)..at]) {
                note(original[at - n..at].iter().collect(), level, 1);
            } else if let Some(n) = heads::place_before(&chars[at.saturating_sub(8)..at])
                // 芦溪|河 tells of no county of that name.
                && !chars.get(at).is_some_and(|c| matches!(c, '河' | '江' | '湖' | '山' | '水' | '桥' | '路' | '街'))
            {
                // 武汉|理工大学 may stand on the page of another city.
                let elsewhere = university(&chars[at..]);
                for level in ['省', '市', '县', '区'].into_iter().filter(|level| *level != '市' || !elsewhere)
                {
                    let mut whole = chars[at - n..at].to_vec();
                    whole.push(level);
                    if heads::place(&whole) == whole.len() {
                        let written = match level {
                            '县' if traditional => '縣',
                            '区' if traditional => '區',
                            _ => level,
                        };
                        note(original[at - n..at].iter().copied().chain([written]).collect(), level, 1);
                    }
                }
            }
        }
        // 临溪市|统计局: a body names its place as well as the text does.
        let public = |n: &&Name| {
            use Kind::{Education, Government, Health, Legal, Media, Party};
            matches!(n.kind, Government | Party | Education | Health | Legal | Media)
        };
        let mut spelled = false;
        for name in names.iter().take(SPELLED).filter(public) {
            let full: Vec<char> = name.text.chars().take(8).collect();
            let at = (2..full.len().saturating_sub(1)).find(|&i| heads::level(full[i]) || full[i] == '村');
            // 国家|市场监督管理总局 has no city.
            let market = at.is_some_and(|at| full[at] == '市' && full[at + 1] == '场');
            if let Some(at) = at.filter(|at| heads::place(&full) <= *at && !market && !national(&full)) {
                let place: String = document.slice(name.span).chars().take(at + 1).collect();
                counts.entry((full[at], place)).or_insert((0, 1)).0 += 2;
                spelled |= full[at] == '市';
            }
        }
        // 临州日报, 临州农商银行: a city that no table knows and that a page names without its level.
        let of_cities = |n: &&Name| !spelled && matches!(n.kind, Kind::Media | Kind::Finance);
        for name in names.iter().take(SPELLED).filter(of_cities) {
            let city: String = name.text.chars().take(2).collect();
            let rest = name.text.get(city.len()..).unwrap_or_default();
            let of_a_city =
                ["日报", "晚报", "晨报", "都市报", "广播", "电视", "融媒", "发布", "农商", "城商"];
            let place = (!city.is_empty()).then(|| city.clone() + "市");
            let Some(place) = place.filter(|_| of_a_city.iter().any(|w| rest.starts_with(w))) else {
                continue;
            };
            let unknown = heads::place(&city.chars().collect::<Vec<_>>()) == 0;
            if unknown && !counts.contains_key(&('市', place.clone())) {
                let named =
                    document.text().matches(document.slice(name.span).get(..city.len()).unwrap_or("\0"));
                let count = named.take(50).count() as u32;
                if count > 2 {
                    counts.insert(('市', place), (count, name.span.start as usize));
                }
            }
        }
        // Most of the time it does, or it is none.
        for ((level, place), whole) in longer {
            let count = |place: &String| counts.get(&(level, place.clone())).map_or(0, |c| c.0);
            let (part, all) = (count(&whole), count(&place));
            if part >= 4 && part * 10 >= all * 7 {
                counts.remove(&(level, place));
            } else if part < 4 || part * 10 < all * 7 && all > 0 {
                counts.remove(&(level, whole));
            }
        }
        let mut best: HashMap<char, (u32, Reverse<usize>, String)> = HashMap::new();
        for ((level, place), (count, at)) in counts {
            // A place that no table knows must be named twice.
            if count < 2 && heads::place(&folded(&place).chars().collect::<Vec<_>>()) == 0 {
                continue;
            }
            let key = (count, Reverse(at), place);
            if best.get(&level).is_none_or(|b| *b < key) {
                best.insert(level, key);
            }
        }
        // 高新区 is the city's.
        let city = best.get(&'市').map(|(_, _, city)| city.trim_end_matches('市').to_owned());
        if let (Some(zone), Some(city)) = (best.get_mut(&'区'), city)
            && ZONES.contains(&zone.2.as_str())
        {
            zone.2.insert_str(0, &city);
        }
        let seats = best.iter().filter(|(level, (count, ..))| "市县区旗".contains(**level) && *count > 3);
        let main = seats.max_by_key(|(_, best)| *best).map(|(_, (_, _, place))| place.clone());
        let by_level = best.into_iter().map(|(level, (_, _, place))| (level, place)).collect();
        Self { by_level, main, traditional, government: None, offices: HashMap::new() }
    }

    /// The name of the article that begins with the place and holds the characters of the tail in order: 一中 in
    /// 第一中学, 仲裁委 in 劳动人事争议仲裁委员会.
    fn spelled(&self, names: &[Name], place: &str, tail: &[char]) -> Option<usize> {
        let last = *tail.last()?;
        let written: String = tail.iter().collect();
        let ends = |rest: &str| {
            // 公交集团 in 公共交通集团有限责任公司.
            rest.ends_with(last)
                || last == '团' && rest.contains("集团") && rest.ends_with("公司")
                || tail.len() > 1 && short::whole_end(last).is_some_and(|e| rest.ends_with(e))
        };
        let holds = |rest: &str| {
            if tail == ['会'] && rest == "议会" {
                return true;
            }
            let count = rest.chars().count();
            let begins = ["", "人民", "第"].iter().any(|b| {
                rest.strip_prefix(b).is_some_and(|rest| tail.first().is_some_and(|c| rest.starts_with(*c)))
            });
            count <= tail.len() * 4 + 2
                && (count == tail.len() || tail.len() > 1)
                && (begins || tail.len() > 2)
                && short::within(&written, rest)
        };
        let fits = |to: &usize| {
            // 临川市|江岭区|住房和城乡建设局: the city may stand before the district.
            let full = names[*to].text.as_str();
            let at = full
                .find(place)
                .filter(|at| *at == 0 || full[..*at].ends_with(['省', '市', '州', '县', '区', '镇', '乡']));
            at.is_some_and(|at| ends(&full[at + place.len()..]) && holds(&full[at + place.len()..]))
        };
        (0..names.len().min(SPELLED)).filter(fits).min_by_key(|to| names[*to].text.len())
    }

    /// 市局 is the office of the city that the article names most: 宜春市自然资源局; 省厅 the province's of that duty.
    fn office(&self, document: &Document, names: &[Name], level: char, head: char) -> Option<String> {
        let named = |level: char, head: char| {
            let mut counts: HashMap<String, (usize, usize, usize)> = HashMap::new();
            for (at, name) in names.iter().take(SPELLED).enumerate() {
                let chars: Vec<char> = name.text.chars().collect();
                let from = chars.iter().take(6).rposition(|c| *c == level).filter(|from| *from >= 2);
                let end = from.and_then(|from| {
                    let end = chars.iter().position(|c| *c == head)?;
                    (end > from + 2 && chars[end - 1] != '分').then_some((from, end))
                });
                if let Some((from, end)) = end {
                    let whole: String = chars[..=end].iter().collect();
                    counts.entry(whole).or_insert((0, at, from)).0 += 1;
                }
            }
            let most = counts.values().map(|c| c.0).max()?;
            let mut best = counts.into_iter().filter(|(_, count)| count.0 == most);
            let (whole, (_, at, from)) = best.next().filter(|_| best.next().is_none())?;
            let written: Vec<char> =
                document.slice(names[at].span).chars().take(whole.chars().count()).collect();
            Some((written, from))
        };
        if let Some((written, _)) = named(level, head) {
            return Some(written.into_iter().collect());
        }
        // 省厅 beside 宜春市自然资源局 is 江西省自然资源厅.
        let (office, from) = named('市', '局').filter(|_| head == '厅')?;
        let duty: String = office.get(from + 1..office.len() - 1)?.iter().collect();
        let written = if document.text().contains('廳') { '廳' } else { '厅' };
        Some(format!("{}{duty}{written}", self.at(level)?))
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
        // 市府 says as much where no office is named in full.
        let place = || {
            let level = |level: &char| document.text().contains(&format!("{level}府"));
            let level = ['市', '縣'].into_iter().find(level).filter(|_| traditional)?;
            Some(format!("{}政府", self.by_level.get(&fold(level))?))
        };
        let found = || find().or_else(place);
        self.government.get_or_insert_with(found).clone()
    }

    fn at(&self, level: char) -> Option<&str> {
        self.by_level.get(&level).map(String::as_str)
    }
}
