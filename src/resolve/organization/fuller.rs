//! The fuller name that another name of the article gives to a short one.

use std::collections::HashMap;

use super::canonical::Name;
use super::short;
use crate::annotation::OrganizationKind as Kind;
use crate::order;
use crate::recognize::organization::heads;

/// What fuller names are looked up by. All hold distinct names, by the index of their first mention.
pub(super) struct Index {
    /// By last character, for suffixes and for shortened Chinese names.
    by_last: HashMap<char, Vec<usize>>,
    /// Full names of armies.
    armies: Vec<usize>,
    /// Chinese names as they are and without the place before them, sorted, so that beginnings are found by halving.
    beginnings: Vec<(String, usize)>,
    /// English names by the initials of their words.
    by_initials: HashMap<String, usize>,
    /// English names by their first word in lower case.
    by_word: HashMap<String, Vec<usize>>,
    /// English names by the word after the first and by the last one, in lower case.
    by_inner: HashMap<String, Vec<usize>>,
}

/// More names than this with one last character or first word are not compared with each other.
const CROWD: usize = 64;
/// Generic heads that a short form keeps behind its brand: 肌力公司, 丰泽合作社, 岚川法院.
const TAILS: [&str; 16] = [
    "公司",
    "集团",
    "合作社",
    "法院",
    "检察院",
    "医院",
    "大学",
    "学院",
    "中学",
    "小学",
    "银行",
    "协会",
    "基金会",
    "公会",
    "水厂",
    "电厂",
];

/// How many ways of abbreviating a name have initials of all its words.
const WHOLE: usize = 2;

/// How the full names of clubs end.
const CLUBS: [&str; 3] = ["俱乐部", "体育会", "足球会"];

impl Index {
    pub(super) fn new(names: &[Name], distinct: &[usize]) -> Self {
        let mut index = Self {
            by_last: HashMap::new(),
            armies: Vec::new(),
            beginnings: Vec::new(),
            by_initials: HashMap::new(),
            by_word: HashMap::new(),
            by_inner: HashMap::new(),
        };
        for &at in distinct {
            let text = &names[at].text;
            if let Some(c) = text.chars().last() {
                index.by_last.entry(c).or_default().push(at);
            }
            if latin(text) {
                index.add_english(text, at);
                continue;
            }
            let chars: Vec<char> = text.chars().collect();
            if names[at].kind == Kind::Military && chars.len() > 3 && text.contains('军') {
                index.armies.push(at);
            }
            if chars.len() >= 3 {
                let place: usize = chars.iter().take(heads::place(&chars)).map(|c| c.len_utf8()).sum();
                index.beginnings.push((text.clone(), at));
                if place > 0 && place < text.len() {
                    index.beginnings.push((text[place..].to_owned(), at));
                }
                // 医疗财团法人|长安纪念医院; 岚川|肌力体育文化有限公司, 清淮县|顺达出租汽车有限责任公司: a place that no
                // table knows.
                let form = short::form(text);
                if form > 0 && form < text.len() {
                    index.beginnings.push((text[form..].to_owned(), at));
                }
                let shop =
                    names[at].kind == Kind::Company && chars[2..].iter().take(2).any(|c| heads::level(*c));
                let legal = text.ends_with("公司") && text.contains("有限");
                if place == 0 && (legal && chars.len() > 8 || shop && chars.len() > 6) {
                    let level = chars[2..4].iter().position(|c| heads::level(*c)).map_or(2, |n| n + 3);
                    index.beginnings.push((chars[level..].iter().collect(), at));
                }
                // 屏东县政府|环境保护局.
                if let Some((_, part)) = text.split_once("政府").filter(|(_, part)| part.chars().count() >= 3)
                {
                    index.beginnings.push((part.to_owned(), at));
                }
            }
        }
        // Parts of a longer row of initials, where no name has them alone: SGH is Singapore General Hospital rather than
        // Bukit Serene General Hospital.
        for &at in distinct.iter().filter(|&&at| latin(&names[at].text)) {
            let parts =
                initials(&names[at].text).into_iter().skip(WHOLE).filter(|_| names[at].text.contains(' '));
            for form in parts.chain(beginnings(&names[at].text)) {
                index.by_initials.entry(form).or_insert(at);
            }
        }
        order::naturally(&mut index.beginnings);
        index
    }

    fn add_english(&mut self, text: &str, at: usize) {
        let words: Vec<String> = text.split(' ').map(|w| w.trim_end_matches(',').to_lowercase()).collect();
        if words.len() > 1 {
            for initials in initials(text).into_iter().take(WHOLE) {
                self.by_initials.entry(initials).or_insert(at);
            }
            self.by_inner.entry(words[1].clone()).or_default().push(at);
            let last = words.last().cloned().unwrap_or_default();
            if last != words[1] {
                self.by_inner.entry(last).or_default().push(at);
            }
            // Inner Mongolia |Hexi Clean Energy Co., Ltd.
            if words.len() > 3 && heads::is_legal(text) {
                self.by_inner.entry(words[2].clone()).or_default().push(at);
            }
        }
        if let Some(word) = words.first() {
            self.by_word.entry(word.clone()).or_default().push(at);
        }
    }

    /// The fuller name that another name of the article gives to this one.
    pub(super) fn fuller(&self, names: &[Name], at: usize, first: &HashMap<String, usize>) -> Option<usize> {
        let name = &names[at];
        let spelled = |full: &str| {
            let full = full.replace('_', " ");
            first.get(&full).or_else(|| first.get(&format!("The {full}")))
        };
        if let Some(&to) = heads::full_names(&name.text).find_map(spelled) {
            return Some(to);
        }
        // 青鲨队 is 青鲨, where both are named.
        let team = name.text.strip_suffix('队').filter(|_| name.kind == Kind::Sport);
        if let Some(&to) = team.and_then(|team| first.get(team)).filter(|to| names[**to].kind == Kind::Sport)
        {
            return Some(to);
        }
        if let Some(&to) = first.get(&format!("The {}", name.text)) {
            return Some(to);
        }
        // 香港联合交易所有限公司 for 联交所: the full name and a legal form.
        let legal = |full: &'static str| {
            let mut longer = self.beginning(full);
            longer
                .find(|(text, _)| {
                    // 九龙巴士（一九三三）有限公司.
                    let rest = &text[full.len()..];
                    let rest =
                        rest.strip_prefix('(').and_then(|rest| Some(rest.split_once(')')?.1)).unwrap_or(rest);
                    matches!(rest, "有限公司" | "股份有限公司" | "公司")
                })
                .map(|l| l.1)
        };
        if let Some(to) = heads::full_names(&name.text).filter(|full| !full.is_ascii()).find_map(legal) {
            return Some(to);
        }
        // 香港铁路有限公司 for 港铁公司, too.
        let stem = name.text.strip_suffix("公司").unwrap_or_default();
        if let Some(&to) = heads::full_names(stem).find_map(|full| first.get(full)).filter(|to| **to != at) {
            return Some(to);
        }
        // 卫福部国民健康署 for 国健署: the full name after what it belongs to.
        let longer = |full: &'static str| {
            let mut crowd = self.crowd(full.chars().last()?);
            crowd.find(|&to| names[to].text.len() > full.len() && names[to].text.ends_with(full))
        };
        if let Some(to) = heads::full_names(&name.text).filter(|full| !full.is_ascii()).find_map(longer) {
            return Some(to);
        }
        if latin(&name.text) { self.english(names, at) } else { self.chinese(names, at) }
    }

    /// A name that begins with the full name which the tables give to this one, and that full name's characters:
    /// 北京证券交易所 of 北京证券交易所上市委员会 for 北交所.
    pub(super) fn within(&self, names: &[Name], short: &str) -> Option<(usize, usize)> {
        // 国立江州大学 of 国立江州大学动物科学系 for 江州大学.
        let school = || {
            let (_, to) = self.beginning(short).find(|(text, to)| names[*to].text.len() > text.len())?;
            let form = short::form(&names[*to].text);
            let whole = names[*to].text[form..].starts_with(short) && form > 0;
            whole.then(|| (*to, names[*to].text[..form + short.len()].chars().count()))
        };
        if short.ends_with("大学") {
            return school();
        }
        heads::full_names(short).filter(|full| !full.is_ascii()).find_map(|full| {
            let to = self.beginning(full).map(|(_, to)| *to).find(|&to| names[to].text.starts_with(full))?;
            Some((to, full.chars().count()))
        })
    }

    /// The entries that begin with the characters, in order.
    fn beginning<'a>(&'a self, with: &'a str) -> impl Iterator<Item = &'a (String, usize)> {
        let from = self.beginnings.partition_point(|(text, _)| text.as_str() < with);
        self.beginnings[from..].iter().take(CROWD).take_while(move |(text, _)| text.starts_with(with))
    }

    /// The name that ends with the characters, where all that do are one body.
    pub(super) fn only(&self, names: &[Name], end: &str) -> Option<usize> {
        let crowd = || {
            let last = end.chars().last().into_iter().flat_map(|last| self.crowd(last));
            last.filter(|&to| names[to].text.ends_with(end))
        };
        let longest = crowd().max_by_key(|&to| names[to].text.len())?;
        crowd().all(|to| names[longest].text.ends_with(&names[to].text)).then_some(longest)
    }

    fn crowd(&self, last: char) -> impl Iterator<Item = usize> {
        self.by_last.get(&last).map(Vec::as_slice).unwrap_or_default().iter().take(CROWD).copied()
    }

    fn chinese(&self, names: &[Name], at: usize) -> Option<usize> {
        let name = &names[at];
        let chars: Vec<char> = name.text.chars().collect();
        match chars[..] {
            // 以军 is the army of the same country, 县府 the government of the same county.
            [country, '军'] => {
                return self.armies.iter().copied().find(|&to| names[to].text.starts_with(country));
            }
            [level, '府'] => {
                let full = format!("{level}政府");
                return self.crowd('府').find(|&to| names[to].text.ends_with(&full));
            }
            // 海关 is 香港海关.
            ['海', '关'] => {
                let own = |text: &str| ["香港海关", "澳门海关"].contains(&text);
                return self.crowd('关').find(|&to| own(&names[to].text));
            }
            // 江大 is 江州大学, 建中 is 台北市立建国高级中学.
            [first, last @ ('大' | '中')] => {
                let school = |to: &usize| {
                    let text = &names[*to].text;
                    let end = if last == '大' { "大学" } else { "中学" };
                    text.ends_with(end) && short::begins_like(text, first)
                };
                // 建国中学 is the same as 台北市立建国高级中学.
                let longest = self.crowd('学').filter(school).max_by_key(|&to| names[to].text.len())?;
                let same = |to: usize| short::within(&names[to].text, &names[longest].text);
                return self.crowd('学').filter(school).all(same).then_some(longest);
            }
            // 狮队 is 新竹攻城狮 where no other team of the article ends like it.
            [nickname, '队'] => {
                let team = |to: &usize| names[*to].kind == Kind::Sport && *to != at;
                let longest = self.crowd(nickname).filter(team).max_by_key(|to| names[*to].text.len())?;
                let same = |to: usize| short::within(&names[to].text, &names[longest].text);
                return self.crowd(nickname).filter(team).all(same).then_some(longest);
            }
            // 商会 is the only one of the article.
            [_, last @ ('会' | '校' | '院' | '社')] if heads::is_trade(&name.text) => {
                let mut longer =
                    self.crowd(last).filter(|&to| names[to].text.ends_with(&name.text) && to != at);
                return longer.next().filter(|_| longer.next().is_none());
            }
            // 桥院 is 台湾桥头地方法院.
            [place, '院'] => {
                let mut courts = self
                    .crowd('院')
                    .filter(|&to| names[to].text.ends_with("地方法院") && names[to].text.contains(place));
                return courts.next().filter(|_| courts.next().is_none());
            }
            // 嘉检 is 台湾嘉义地方检察署.
            [place, '检'] | [place, _, '检'] => {
                let procuracy = |text: &str| text.contains("检察") && text.contains(place);
                return self.crowd('署').chain(self.crowd('院')).find(|&to| procuracy(&names[to].text));
            }
            _ => {}
        }
        let last = chars.last()?;
        let by_suffix = self
            .crowd(*last)
            .filter(|&to| names[to].text.len() > name.text.len() && short::extends(&chars, name, &names[to]))
            .max_by_key(|&to| (!names[to].text.contains('('), names[to].text.len()));
        // 县老体协 is 县老年人体育协会, 竹女中 is 新竹女子高级中学.
        let ended = || {
            let unknown = heads::full_names(&name.text).next().is_none();
            let end = short::whole_end(*last).filter(|_| unknown)?;
            let fits = |to: &usize| {
                let full = &names[*to];
                full.text.ends_with(end) && short::abbreviates(&chars, name, full)
            };
            self.crowd(end.chars().last()?).filter(fits).min_by_key(|to| names[*to].text.len())
        };
        // 云溪队 is 云溪女排 where no other team of the article is that place's.
        let team = || {
            let place =
                name.text.strip_suffix('队').filter(|_| name.kind == Kind::Sport && chars.len() <= 5)?;
            let mut teams = self.beginning(place).filter(|(text, to)| {
                let own = *to != at && names[*to].kind == Kind::Sport;
                own && ["女排", "男排", "女足", "男足", "女篮", "男篮"]
                    .iter()
                    .any(|sport| text.ends_with(sport))
            });
            teams.next().filter(|_| teams.next().is_none()).map(|(_, to)| *to)
        };
        // 桐川队 is 西江桐川足球俱乐部, 海鹰俱乐部 is 台州海鹰.
        let nicknamed = || {
            let stem = name.text.strip_suffix('队').or_else(|| name.text.strip_suffix("俱乐部"))?;
            let own = |to: &usize| *to != at && names[*to].kind == Kind::Sport;
            let clubs = self.crowd('部').filter(|to| names[*to].text.ends_with("俱乐部"));
            let mut clubs = clubs.filter(own).filter(|to| names[*to].text.contains(stem));
            let club = clubs.next().filter(|_| clubs.next().is_none());
            let team = || {
                let mut longer = self.crowd(stem.chars().last()?).filter(own);
                longer.find(|&to| names[to].text.len() > stem.len() && names[to].text.ends_with(stem))
            };
            (name.kind == Kind::Sport && stem.len() > 3).then(|| club.or_else(team)).flatten()
        };
        // 云山雄鹿 is 云山雄鹿足球俱乐部, 杰志 is 杰志体育会.
        let club = || {
            let whole = |(text, to): &&(String, usize)| {
                let formal = CLUBS.iter().any(|end| text.ends_with(end));
                *to != at && names[*to].kind == Kind::Sport && formal
            };
            let named = name.kind == Kind::Sport && !CLUBS.iter().any(|end| name.text.ends_with(end));
            self.beginning(&name.text).find(whole).map(|(_, to)| *to).filter(|_| named)
        };
        by_suffix
            .or_else(ended)
            .or_else(team)
            .or_else(club)
            .or_else(nicknamed)
            .or_else(|| self.branded(names, at, &chars))
    }

    /// 川谷电子 is 成都川谷电子股份有限公司, 肌力公司 is 岚川肌力体育文化有限公司, 钰丰电 is 钰丰电子.
    fn branded(&self, names: &[Name], at: usize, chars: &[char]) -> Option<usize> {
        let name = &names[at];
        let tail = TAILS.iter().find(|tail| name.text.ends_with(**tail) && name.text.len() > tail.len() + 5);
        let brand = tail.map_or(name.text.as_str(), |tail| &name.text[..name.text.len() - tail.len()]);
        // 澳门大学 is no short form of 澳门科技大学.
        let school = tail.is_some_and(|tail| matches!(*tail, "大学" | "学院" | "中学" | "小学" | "银行"));
        let place = tail.map_or(chars.len(), |tail| chars.len() - tail.chars().count());
        if school && heads::place(chars) == place {
            return None;
        }
        let private = |kind: Kind| matches!(kind, Kind::Company | Kind::Finance | Kind::Media);
        // 中国移动 is not 中国移动通信集团晋北有限公司.
        let member = |to: usize| {
            heads::known(chars)
                && names[to].text.split_once("集团").is_some_and(|(_, rest)| {
                    !matches!(rest, "" | "公司" | "有限公司" | "有限责任公司" | "股份有限公司")
                })
        };
        let fits = |entry: &&(String, usize)| {
            let (text, to) = (&entry.0, entry.1);
            let full = &names[to];
            if full.text.len() <= name.text.len() || to == at || member(to) {
                return false;
            }
            match tail {
                Some(tail) => {
                    let legal = matches!(*tail, "公司" | "集团") && full.text.ends_with("公司");
                    (legal || full.text.ends_with(tail)) && full.kind == name.kind
                }
                None => {
                    let rest = text.get(brand.len()..).unwrap_or_default();
                    let whole = heads::is_trade(rest)
                        // 古韵轩 is 壶西县古韵轩工艺品店.
                        || chars.len() >= 3 && rest.ends_with(['店', '厂', '馆', '坊', '铺'])
                        || full.text.ends_with("公司")
                        || chars.len() >= 3
                            && text.get(text.len().saturating_sub(6)..).is_some_and(heads::is_trade);
                    // 江州理工|大学.
                    let school = rest == "大学" && chars.len() >= 4 && full.kind == Kind::Education;
                    private(name.kind) && private(full.kind) && whole || school
                }
            }
        };
        // The company itself rather than its subsidiary of a place: 晋泓国际控股有限公司, 晋泓(越南)实业有限公司.
        let weight = |to: usize| (!names[to].text.contains('('), names[to].text.len());
        let found = self.beginning(brand).filter(fits).max_by_key(|(_, to)| weight(*to));
        // 禾晟光学医材 is 禾晟光学医疗器材股份有限公司, 高雄长庚 is 高雄长庚纪念医院.
        let spelled = || {
            let stem: String = brand.chars().take(2).collect();
            let crowd = self.beginnings[self.beginnings.partition_point(|(text, _)| *text < stem)..].iter();
            let begun = crowd.take(CROWD).take_while(|(text, _)| text.starts_with(&stem));
            let fits = |entry: &&(String, usize)| {
                let full = &names[entry.1];
                entry.1 != at
                    && full.text.len() > name.text.len()
                    && !member(entry.1)
                    && short::spells(brand, name, &entry.0, full)
            };
            begun.filter(fits).max_by_key(|(_, to)| weight(*to))
        };
        // 虾皮 is 虾皮购物 and 味全 is 味全龙 where the article has no other that begins like it.
        let only = || {
            let mut longer = self.beginning(brand).filter(|(_, to)| {
                let full = &names[*to];
                let extra = full.text.chars().count().saturating_sub(chars.len());
                let kinds = private(full.kind) || full.kind == Kind::Sport;
                *to != at
                    && (1..=3).contains(&extra)
                    && !full.text[brand.len()..].eq("队")
                    && full.text.starts_with(brand)
                    && kinds
                    && (private(name.kind) || name.kind == full.kind)
            });
            longer.next().filter(|_| tail.is_none() && longer.next().is_none())
        };
        found.or_else(only).or_else(spelled).map(|(_, to)| *to)
    }

    fn english(&self, names: &[Name], at: usize) -> Option<usize> {
        let name = &names[at];
        let letters: String = name.text.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        let capitals = letters.chars().filter(char::is_ascii_uppercase).count();
        // Sepa is the Scottish Environment Protection Agency.
        if (4..=6).contains(&letters.len())
            && letters.len() == name.text.len()
            && let Some(&to) = self.by_initials.get(&letters.to_uppercase())
            && to != at
        {
            return Some(to);
        }
        if !name.text.contains(' ') && (2..=8).contains(&letters.len()) && capitals * 2 > letters.len() {
            let full = self.by_initials.get(&letters.to_uppercase()).copied().filter(|&to| to != at);
            if full.is_some() {
                return full;
            }
            // MnDOT is the Minnesota Department of Transportation: letters of its place, and initials.
            let place = letters.chars().skip(1).take_while(char::is_ascii_lowercase).count() + 1;
            let (place, tail) = letters.split_at(place);
            let begins = |to: &usize| {
                let first = names[*to].text.split(' ').next().unwrap_or_default();
                *to != at && first.starts_with(&place[..1]) && short::within(place, first)
            };
            if place.len() > 1 && tail.len() > 1 {
                return self.by_initials.get(tail).copied().filter(begins);
            }
        }
        let words: Vec<&str> = name.text.split(' ').collect();
        let word = words.first()?.to_lowercase();
        let listed = |table: &HashMap<String, Vec<usize>>, word: &str| -> Vec<usize> {
            let crowd = table.get(word).map(Vec::as_slice).unwrap_or_default();
            crowd.iter().take(CROWD).copied().filter(|&to| to != at).collect()
        };
        // Of two teams of a city, of two companies of a brand the one that is named first.
        let longest = |found: Vec<usize>| {
            let first = |full: &Name| {
                matches!(full.kind, Kind::Sport | Kind::Company) && full.text.len() > name.text.len()
            };
            let weight = |to: usize| if first(&names[to]) { usize::MAX - to } else { names[to].text.len() };
            found.into_iter().max_by_key(|&to| weight(to))
        };
        let mut begins = listed(&self.by_word, &word);
        // LanshanSG is Lanshan Singapore.
        let glued = name.text.trim_end_matches(|c: char| c.is_ascii_uppercase());
        let tail = &name.text[glued.len()..];
        if words.len() == 1 && tail.len() == 2 && glued.len() > 3 {
            let place = tail.to_lowercase();
            let fits = |to: &usize| {
                let rest = names[*to].text.to_lowercase();
                let rest = rest.split_once(' ').map_or("", |(_, rest)| rest);
                rest.starts_with(&place[..1]) && rest.split(' ').count() < 3 && short::within(&place, rest)
            };
            begins.extend(listed(&self.by_word, &glued.to_lowercase()).into_iter().find(fits));
            if let [to] = begins[..] {
                return Some(to);
            }
        }
        begins.retain(|&to| {
            let full = &names[to];
            let cased =
                full.text.len() == name.text.len() && to < at && full.text.eq_ignore_ascii_case(&name.text);
            cased
                || full.text.len() > name.text.len() && continues(name, full)
                || loosely(&words, name, full)
                || shortened(&words, full)
        });
        if let Some(to) = longest(begins) {
            return Some(to);
        }
        // Rovers is Castlebourne Rovers, the Mercury the Wetherleigh Mercury; Corelink a company of Suzhou.
        let mut ends = listed(&self.by_inner, &word);
        if words.len() > 1 {
            ends.extend(listed(&self.by_inner, &words.last()?.to_lowercase()));
        }
        ends.retain(|&to| {
            let full = &names[to];
            let begun = full.text.len().saturating_sub(name.text.len());
            let (rest, end) = full.text.split_at_checked(begun).unwrap_or_default();
            let rest = Some(rest).filter(|rest| rest.ends_with(' ') && end.eq_ignore_ascii_case(&name.text));
            // Vale is Hollow Vale Athletic.
            let inner = full.text.split(' ').nth(1).is_some_and(|word| word.eq_ignore_ascii_case(&name.text));
            let inner = inner && full.kind == Kind::Sport && full.text.matches(' ').count() == 2;
            let team = rest.is_some_and(|rest| !rest.contains(" of ") && rest.split(' ').count() <= 4)
                && (words.len() > 1 && full.kind == name.kind
                    // Athletic, which is a paper elsewhere.
                    || words.len() == 1 && full.kind == Kind::Sport
                    || full.kind == Kind::Media && matches!(name.kind, Kind::Media | Kind::Company));
            let placed = matches!(name.kind, Kind::Company | Kind::Finance)
                && matches!(full.kind, Kind::Company | Kind::Finance)
                && heads::is_legal(&full.text)
                && placed(&words, &full.text);
            // Scientology: Church of Scientology, and no other body of that name; Northmoor: University of Northmoor.
            let of = words.len() == 1
                && (name.kind == full.kind || full.kind == Kind::Education && name.kind == Kind::Company)
                && rest.is_some_and(|rest| rest.ends_with(" of ") && rest.matches(' ').count() == 2);
            team || inner || placed || of
        });
        order::naturally(&mut ends);
        ends.first().copied().or_else(|| self.within_words(names, at, &words))
    }

    /// The one name of the article that holds the words of this one side by side: Department of Public Works, Master
    /// Builders, the Trust.
    fn within_words(&self, names: &[Name], at: usize, words: &[&str]) -> Option<usize> {
        let name = &names[at].text;
        let head = words.len() == 1 && heads::is_head(name);
        if !head && words.len() < 2 {
            return None;
        }
        let public =
            |kind: Kind| matches!(kind, Kind::Government | Kind::Health | Kind::Education | Kind::Legal);
        let kinds = |one: Kind, other: Kind| one == other || public(one) && public(other);
        let holds = |to: &usize| {
            let full = &names[*to].text;
            full.len() > name.len() && kinds(names[*to].kind, names[at].kind) && {
                let Some(from) = full.find(name.as_str()) else { return false };
                let (before, after) = (&full[..from], &full[from + name.len()..]);
                // Department of Health is not another's: the Russian Ministry of Defence.
                let other =
                    before.ends_with(" of ") || before.contains("State ") || before.contains("National ");
                let own = before.ends_with(' ')
                    && !other
                    && !heads::regional(before.split(' ').next().unwrap_or_default());
                let whole = if head {
                    after.is_empty() || after.starts_with(" of ")
                } else {
                    after.is_empty() || after.starts_with(' ')
                };
                (own || head && before.is_empty() && !after.is_empty()) && whole
            }
        };
        let mut found = (0..names.len().min(SEARCHED)).filter(holds);
        let first = found.next()?;
        found.all(|to| names[to].text == names[first].text).then_some(first)
    }
}

/// More names than this are not searched for one that holds the words of another.
const SEARCHED: usize = 400;

/// True when a name holds no Han character.
pub(super) fn latin(name: &str) -> bool {
    !name.contains(|c: char| ('\u{3400}'..='\u{9fff}').contains(&c))
}

/// True when the full name is the short one and what says only what sort of body it is: Tessera Grid → Tessera Grid
/// Systems, Inc.
fn continues(name: &Name, full: &Name) -> bool {
    let Some(rest) = full.text.strip_prefix(name.text.as_str()).filter(|rest| rest.starts_with([' ', ',']))
    else {
        return false;
    };
    let company = matches!(full.kind, Kind::Company | Kind::Finance | Kind::Sport);
    let known = heads::is_known_latin(&name.text);
    let sorted =
        rest.split([' ', ',']).filter(|w| !w.is_empty()).all(|word| heads::is_sort(word) || word == "Bank");
    // Kestrel is Kestrel & Rowe.
    let partners =
        rest.starts_with(" & ") && matches!(full.kind, Kind::Legal | Kind::Company | Kind::Finance);
    if partners && !known && !name.text.contains(' ') {
        return true;
    }
    !rest.starts_with(" of ")
        && !rest.contains(" of ")
        && (sorted || !known && (company || full.kind == name.kind))
}

/// True when the words stand in order in the full name of a company after its place: Yunshan Home of Jiangxi Yunshan Home
/// Co., Ltd., Hexi Energy of Qinghai Hexi Clean Energy Group Co., Ltd.
fn placed(words: &[&str], full: &str) -> bool {
    let mut rest = full.split(' ').map(|w| w.trim_end_matches(','));
    let lead = rest.by_ref().take(3).position(|w| w == words[0]);
    matches!(lead, Some(1 | 2)) && words[1..].iter().all(|word| rest.any(|w| w == *word))
}

/// True for a place and initials: Ohio DWP of Ohio Department of Water and Parks.
fn shortened(words: &[&str], full: &Name) -> bool {
    let [place, short] = words else { return false };
    let capitals = short.len() >= 2 && short.chars().all(|c| c.is_ascii_uppercase());
    let rest = full.text.strip_prefix(place).and_then(|rest| rest.strip_prefix(' '));
    capitals && rest.is_some_and(|rest| initials(rest).iter().any(|i| i == short))
}

/// Wetherleigh council is Wetherleigh Borough Council, MTR Corp MTR Corporation: the words of one stand in the other.
fn loosely(words: &[&str], name: &Name, full: &Name) -> bool {
    let norm = |word: &str| {
        let word = word.trim_end_matches(['.', ',']).to_lowercase();
        match word.as_str() {
            "corp" => "corporation".to_owned(),
            "co" => "company".to_owned(),
            "ltd" => "limited".to_owned(),
            "schools" => "school".to_owned(),
            _ => word,
        }
    };
    if words.len() < 2 || full.text.len() <= name.text.len() {
        return false;
    }
    // Brannock State University News is another body than the university.
    if name.kind != full.kind && full.kind == Kind::Media {
        return false;
    }
    let mut rest = full.text.split(' ').map(norm);
    rest.next() == Some(norm(words[0])) && words[1..].iter().all(|word| rest.any(|w| w == norm(word)))
}

/// The ways in which a name is abbreviated by its initials: with and without the words in lower case, without its
/// legal form, and without what stands before "Department of".
fn initials(text: &str) -> Vec<String> {
    let words: Vec<&str> =
        text.split([' ', '-']).filter(|w| w.starts_with(|c: char| c.is_ascii_alphanumeric())).collect();
    let core: Vec<&str> = match words.iter().rposition(|w| !heads::is_legal(w)) {
        Some(last) if last > 0 => words[..=last].to_vec(),
        _ => words.clone(),
    };
    let spell = |words: &[&str], all: bool| -> String {
        let kept = words.iter().filter(|w| all || w.starts_with(|c: char| c.is_uppercase()));
        kept.filter_map(|w| w.chars().next()).map(|c| c.to_ascii_uppercase()).collect()
    };
    let mut out = Vec::new();
    let mut add = |form: String| {
        if form.len() >= 2 && !out.contains(&form) {
            out.push(form);
        }
    };
    for words in [&words[..], &core[..]] {
        add(spell(words, false));
        add(spell(words, true));
    }
    // TransPennine Express is TPE; Callister Volunteer Fire Department is the VFD.
    add(core.join("").chars().filter(char::is_ascii_uppercase).collect());
    if core.len() >= 4 {
        add(spell(&core[1..], false));
    }
    // U.S. Department of Housing and Urban Development is HUD and DHUD, the Department of Energy DOE.
    if let Some(at) = core.iter().position(|w| matches!(*w, "Department" | "Ministry" | "Office" | "Bureau"))
    {
        add(spell(&core[at..], false));
        add(spell(&core[at..], true));
        if core.get(at + 1) == Some(&"of") {
            add(spell(&core[at + 2..], false));
        }
    }
    out
}

/// The first initials of a name, three or more; two where an ampersand joins it: L&P of Laurentian & Pacific Railway.
fn beginnings(text: &str) -> Vec<String> {
    let capitals: String =
        text.split([' ', '-']).filter_map(|w| w.chars().next()).filter(char::is_ascii_uppercase).collect();
    let least = if text.contains(" & ") { 2 } else { 3 };
    (least..capitals.len()).map(|n| capitals[..n].to_owned()).collect()
}
