//! The short forms of a full name: 江苏恒锦复材科技有限公司 → 江苏恒锦复材, 恒锦复材, 恒锦; Ardent Health Systems Corp. →
//! Ardent Health Systems, Ardent Health, Ardent; Federal Trade Commission → FTC.

use super::english::WORDS;
use super::folded::{han, spaced};
use super::words::{TABLES, class};
use crate::annotation::OrganizationKind as Kind;

/// The forms under which a name may stand elsewhere in its article, the name itself left out.
pub(crate) fn forms(name: &[char], kind: Kind) -> Vec<Vec<char>> {
    if name.iter().any(|c| han(*c)) { chinese(name, kind) } else { english(name, kind) }
}

/// Legal forms and other endings of a company's full name, longest first.
const LEGAL: [&str; 16] = [
    "集团股份有限公司",
    "科技股份有限公司",
    "控股集团有限公司",
    "控股有限公司",
    "集团有限公司",
    "股份有限公司",
    "有限责任公司",
    "特殊普通合伙",
    "有限公司",
    "有限合伙",
    "集团公司",
    "总公司",
    "株式会社",
    "公司",
    "集团",
    "股份",
];

/// What a word is that names nobody by itself.
const NO_BRAND: u16 =
    class::PLACE | class::PLAIN | class::STOP | class::WORD | class::GENERIC | class::HEAD | class::LEVEL;

fn chinese(name: &[char], kind: Kind) -> Vec<Vec<char>> {
    let mut out: Vec<Vec<char>> = Vec::new();
    // 悍将 for 富邦悍将: a team by its nickname.
    if kind == Kind::Sport && name.len() == 4 && TABLES.get(name).is_some_and(|e| e.is(class::NAME)) {
        out.push(name[2..].to_vec());
    }
    club(name, kind, &mut out);
    // 岛民周报 for 岛民周报出版社.
    if let Some(paper) =
        name.strip_suffix(&['出', '版', '社']).filter(|paper| matches!(paper.last(), Some('报' | '刊')))
    {
        out.push(paper.to_vec());
    }
    if !matches!(kind, Kind::Company | Kind::Finance | Kind::Other) {
        return out;
    }
    // Without what stands in brackets.
    let mut core: Vec<char> = Vec::new();
    let mut depth = 0;
    for &c in name {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 => core.push(c),
            _ => {}
        }
    }
    let legal = LEGAL.iter().find(|l| core.ends_with(&l.chars().collect::<Vec<_>>()));
    let full = core.len();
    if let Some(legal) = legal {
        core.truncate(core.len() - legal.chars().count());
    }
    let place = (2..=core.len().min(8))
        .rev()
        .find(|&n| TABLES.get(&core[..n]).is_some_and(|e| e.is(class::PLACE)))
        .unwrap_or(0);
    // Every cut of the trades at the end, down to the brand.
    let mut ends = vec![core.len()];
    let mut end = core.len();
    while let Some((n, _)) = TABLES.longest(&core[place..end], class::WORD | class::TRADE) {
        if n < 2 || end - n <= place {
            break;
        }
        end -= n;
        ends.push(end);
    }
    let brand = end - place;
    // What is left must be a brand and no word: 酒泉+卫星+发射中心 has none.
    let district = matches!(core[..end].last(), Some('县' | '区' | '镇' | '乡'));
    let nobody = brand < 2 || district || TABLES.get(&core[place..end]).is_some_and(|e| e.is(NO_BRAND));
    if nobody || TABLES.get(name).is_some_and(|e| e.is(class::NAME)) {
        return out;
    }
    for &end in &ends {
        // 武汉光谷启曜光电科技有限公司 is 启曜光电, too.
        for start in [0, place, place + 2] {
            if start > end || start == place + 2 && (brand < 4 || end - start < 4) {
                continue;
            }
            let form = &core[start..end];
            let known = TABLES.get(form).is_some_and(|e| e.is(NO_BRAND));
            let whole = form.len() == name.len() || start == 0 && place > 0 && end - place < 2;
            let long =
                form.len() >= 2 && (form.len() >= 3 || legal.is_some() || brand == form.len() && full > 3);
            if long && !known && !whole && brand >= 2 && !out.iter().any(|o| o == form) {
                out.push(form.to_vec());
            }
        }
    }
    // 鑫沛公司 for 芜湖鑫沛表面处理科技有限公司.
    if legal.is_some() && brand >= 2 {
        for tail in ["公司", "集团"] {
            out.push(core[place..end].iter().copied().chain(tail.chars()).collect());
        }
    }
    out
}

/// 云山雄鹿 and 雄鹿 for 云山雄鹿足球俱乐部: a club by its city and its nickname, and by the nickname alone.
fn club(name: &[char], kind: Kind, out: &mut Vec<Vec<char>>) {
    const CLUBS: [&str; 7] = ["足球俱乐部", "篮球俱乐部", "排球俱乐部", "俱乐部", "球队", "足球队", "队"];
    let cut = CLUBS.iter().find_map(|end| {
        let end: Vec<char> = end.chars().collect();
        name.strip_suffix(end.as_slice())
    });
    let Some(core) = cut.or((kind == Kind::Sport).then_some(name)) else { return };
    let word = |form: &[char]| TABLES.get(form).is_some_and(|e| e.is(NO_BRAND));
    // 男篮, 青年, 一队 are said of many.
    const COMMON: [&str; 12] =
        ["男篮", "女篮", "男足", "女足", "男排", "女排", "国足", "青年", "女子", "男子", "联队", "学生"];
    let common = |form: &[char]| {
        // 太平新村队 comes from a village.
        form.last().is_some_and(|c| {
            matches!(c, '队' | '村' | '镇' | '乡' | '区' | '县' | '市' | '州' | '街' | '路' | '校' | '厂')
        }) || COMMON.iter().any(|w| w.chars().eq(form[2..].iter().copied()))
    };
    if core.len() == 4 && core.iter().all(|c| han(*c)) && !word(core) && !common(core) {
        if cut.is_some() {
            out.push(core.to_vec());
        }
        if !word(&core[2..]) && !out.iter().any(|form| form[..] == core[2..]) {
            out.push(core[2..].to_vec());
            out.push(core[2..].iter().copied().chain(['队']).collect());
        }
    }
}

fn english(name: &[char], kind: Kind) -> Vec<Vec<char>> {
    let mut out: Vec<Vec<char>> = Vec::new();
    let text: String = name.iter().collect();
    let words: Vec<&str> = text.split([' ']).collect();
    if words.len() < 2 {
        return out;
    }
    let entry = |w: &str| WORDS.get(w.trim_end_matches(',')).copied().unwrap_or_default();
    if matches!(kind, Kind::Company | Kind::Finance | Kind::Other | Kind::Media) && !text.contains(" of ") {
        let mut n = words.len();
        while n > 1
            && (entry(words[n - 1]).legal.is_some()
                || entry(words[n - 1]).last.is_some()
                || words[n - 1] == "&")
        {
            n -= 1;
            let form = words[..n].join(" ");
            let form = form.trim_end_matches([',', '&', ' ']);
            let first = entry(form);
            // The Canby Ledger is no more The Canby than Canby.
            let single = n == 2 && kind == Kind::Media && words[0] == "The"
                || n == 1
                    && (form.chars().count() < 4
                        || kind == Kind::Media
                        || first.nation
                        || first.before
                        || first.last.is_some()
                        || common(form));
            if !single {
                out.push(form.chars().collect());
            }
        }
    }
    // The Riverhawks for the Allenford Riverhawks.
    let nickname =
        words.last().filter(|w| w.ends_with('s') && w.len() > 5 && w.chars().all(char::is_alphabetic));
    if matches!(kind, Kind::Sport | Kind::Other)
        && words.len() <= 3
        && words.iter().all(|w| w.starts_with(|c: char| c.is_uppercase()))
        && let Some(nickname) = nickname.filter(|w| entry(w).last.is_none() && !entry(w).before && !common(w))
    {
        out.push(nickname.chars().collect());
    }
    let initials: Vec<char> = words
        .iter()
        .filter(|w| w.chars().next().is_some_and(char::is_uppercase) && entry(w).legal.is_none())
        .filter_map(|w| w.chars().next())
        .collect();
    if initials.len() >= 3 {
        out.push(initials);
    }
    out
}

/// Words that begin many names and name nobody alone.
fn common(word: &str) -> bool {
    const COMMON: [&str; 60] = [
        "American",
        "National",
        "International",
        "Global",
        "United",
        "General",
        "First",
        "Central",
        "Royal",
        "Federal",
        "State",
        "City",
        "County",
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "World",
        "European",
        "Asian",
        "African",
        "Pacific",
        "Atlantic",
        "Local",
        "Public",
        "Private",
        "Social",
        "Standard",
        "Best",
        "Great",
        "Grand",
        "Green",
        "Blue",
        "Black",
        "White",
        "Golden",
        "Silver",
        "High",
        "Good",
        "Home",
        "Open",
        "Advanced",
        "Digital",
        "Data",
        "Health",
        "Community",
        "Saint",
        "Daily",
        "Sunday",
        "Morning",
        "Evening",
        "Modern",
        "Universal",
        "Young",
        "People",
        "Land",
    ];
    COMMON.contains(&word)
}

/// The key of a form in the search: Latin letters in lower case.
pub(crate) fn key(form: &[char]) -> Vec<char> {
    form.iter().copied().map(letter).collect()
}

/// A character as keys have it.
pub(crate) fn letter(c: char) -> char {
    match c {
        '’' => '\'',
        _ if spaced(c) => c.to_lowercase().next().unwrap_or(c),
        _ => c,
    }
}
