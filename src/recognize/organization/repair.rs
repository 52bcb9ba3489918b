//! The edges of a tagged name, set as the guide sets them.

use super::english::DAYS;
use super::folded::{han, spaced};
use super::words::{TABLES, class};
use crate::annotation::OrganizationKind as Kind;
use crate::text::has;
use crate::view::View;

/// Characters that never stand at the edge of a name.
fn edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '"' | '\''
                | '“'
                | '”'
                | '‘'
                | '’'
                | '「'
                | '」'
                | '『'
                | '』'
                | '《'
                | '》'
                | '〈'
                | '〉'
                | ','
                | '、'
                | '。'
                | ';'
                | ':'
                | '?'
                | '·'
                | '-'
                | '—'
                | '–'
                | '/'
                | '|'
                | '['
                | ']'
                | '【'
                | '】'
                | '…'
                | '丨'
                | '的'
        )
}

/// Posts that a tagged name may carry at its end.
const POSTS: [&str; 42] = [
    "累计",
    "合计",
    "回宫",
    "球团",
    "盘中",
    "盘后",
    "协测",
    "宣布",
    "副董事总经理",
    "营业董事",
    "执行董事",
    "副董事",
    "党组书记",
    "党委书记",
    "副董事长",
    "董事长",
    "总经理",
    "副总裁",
    "总裁",
    "负责人",
    "发言人",
    "创始人",
    "主席",
    "主任",
    "书记",
    "局长",
    "部长",
    "厅长",
    "处长",
    "科长",
    "会长",
    "理事长",
    "秘书长",
    "行长",
    "校长",
    "院长",
    "记者",
    "通讯员",
    "教授",
    "研究员",
    "总工",
    "消息",
];

/// Function words and nouns that a tagged name may carry at its start.
const OPENINGS: [&str; 75] = [
    "明日",
    "昨日",
    "明天",
    "昨天",
    "涉",
    "移交",
    "送交",
    "转交",
    "会同",
    "委托",
    "涉嫌",
    "快递商",
    "马主",
    "零售商",
    "制造商",
    "电商平台",
    "主要客户",
    "竞争对手兼",
    "发展商",
    "开发商",
    "承建商",
    "代理商",
    "供应商",
    "初创公司",
    "新创公司",
    "上市公司",
    "主办单位",
    "协办单位",
    "送达",
    "捐赠",
    "当中",
    "其中",
    "上传",
    "须经",
    "以",
    "老股东",
    "大股东",
    "股东",
    "核数师",
    "审计师",
    "审计机构",
    "保荐人",
    "投资方",
    "承办方",
    "竞争对手",
    "全资子公司",
    "控股子公司",
    "子公司",
    "母公司",
    "公司",
    "企业",
    "集团旗下",
    "旗下",
    "来自",
    "记者从",
    "由",
    "与",
    "和",
    "及",
    "在",
    "对",
    "向",
    "从",
    "被",
    "将",
    "把",
    "若",
    "但",
    "而",
    "并",
    "因",
    "据",
    "经",
    "让",
    "给",
];
/// Endings that make a stretch something other than a body.
const OTHER_THINGS: [&str; 56] = [
    "现场",
    "灯会",
    "售票处",
    "议员",
    "综合电",
    "综合讯",
    "班组",
    "县志",
    "市志",
    "方队",
    "民兵组织",
    "展厅",
    "性能",
    "通道",
    "样板房",
    "群组",
    "联合国总部",
    "中央厨房",
    "建房处",
    "临水处",
    "临崖处",
    "交界处",
    "交汇处",
    "入口处",
    "出口处",
    "拐弯处",
    "转弯处",
    "低洼处",
    "路口处",
    "隐患处",
    "十五大",
    "十六大",
    "十七大",
    "十八大",
    "十九大",
    "二十大",
    "领导人",
    "大会",
    "会议",
    "论坛",
    "峰会",
    "发布会",
    "博览会",
    "洽谈会",
    "招聘会",
    "交易会",
    "运动会",
    "部门",
    "警方",
    "检方",
    "有关方面",
    "主席团",
    "机场",
    "车站",
    "系统",
    "项目",
];

/// True when a name says only what sort of thing it is: 公司, 律师事务所, 联合体; or ends like a meeting or a place.
pub(crate) fn generic(view: &View<'_>, start: usize, end: usize) -> bool {
    let name = view.chars.get(start..end).unwrap_or_default();
    if OTHER_THINGS.iter().any(|w| view.ends_with(end, w) && end - start >= w.chars().count()) {
        return true;
    }
    // A document's number: 府农字第1号.
    if name.windows(2).any(|w| w == ['字', '第']) {
        return true;
    }
    if of_a_day(view, start, end) {
        return true;
    }
    if site(view, start, end) || counted(name).is_some() || view.starts_with(start, "台风") {
        return true;
    }
    if bare(name) {
        return true;
    }
    // 新竹|县: a place and its level.
    if let [place @ .., '县' | '市' | '镇' | '乡'] = name
        && TABLES.get(place).is_some_and(|e| e.is(class::PLACE))
        && TABLES.get(name).is_none_or(|e| !e.is(class::NAME))
    {
        return true;
    }
    // 云岭|县: a county that no table knows; 德国|慕尼黑: a place in another.
    let place = |part: &[char]| TABLES.get(part).is_some_and(|e| e.is(class::PLACE));
    if matches!(name, [_, _, '县'])
        || (2..name.len().saturating_sub(1)).any(|n| place(&name[..n]) && place(&name[n..]))
            && name.len() <= 8
            && TABLES.get(name).is_none_or(|e| !e.is(class::NAME))
    {
        return true;
    }
    // 镇江市|汽车: a trade of a place.
    let place = (3..name.len()).rev().find(|&n| TABLES.get(&name[..n]).is_some_and(|e| e.is(class::PLACE)));
    let trade = |n: usize| {
        matches!(name[n - 1], '市' | '县' | '区' | '省')
            && TABLES
                .get(&name[n..])
                .is_some_and(|e| e.is(class::WORD | class::TRADE) && !e.is(class::HEAD | class::NAME))
    };
    if place.is_some_and(trade) && TABLES.get(name).is_none() {
        return true;
    }
    let Some(entry) = TABLES.get(name) else { return false };
    let other =
        class::HEAD | class::WORD | class::PLAIN | class::STOP | class::PLACE | class::LEVEL | class::GENERIC;
    entry.is(other) && !entry.is(class::NAME | class::BRAND)
}

/// True for a function word and a sort of body: 以|公司.
pub(crate) fn bare(name: &[char]) -> bool {
    let is = |part: &[char], classes: u16| TABLES.get(part).is_some_and(|e| e.is(classes));
    name.len() >= 3
        && has("以与和及由在对向为将把被从令", name[0])
        && is(&name[1..], class::HEAD)
        && !is(name, class::NAME)
}

/// True for a site that its place alone names: 桐庐工厂.
pub(crate) fn site(view: &View<'_>, start: usize, end: usize) -> bool {
    view.ends_with(end, "工厂")
        && end >= start + 2
        && TABLES.get(&view.chars[start..end - 2]).is_some_and(|e| e.is(class::PLACE))
}

/// Where the counted bodies begin that a name ends with: 桓仁|三所学校, 恒川国际|四家船公司, |五日医院.
pub(super) fn counted(name: &[char]) -> Option<usize> {
    name.windows(2).position(counts_bodies).filter(|&at| {
        let rest = &name[at + 2..];
        // 四家|船|公司: a word of one or two characters says which sort.
        let sorted = matches!(name[at + 1], '家' | '所');
        // 五家渠医院 has a name.
        let place = (3..=4).any(|n| {
            name.get(at..at + n).and_then(|part| TABLES.get(part)).is_some_and(|e| e.is(class::PLACE))
        });
        let head = TABLES.longest(rest, class::HEAD).map(|(n, _)| n);
        !place && head.is_some_and(|n| n == rest.len() || sorted && n >= 2 && rest.len() - n <= 2)
    })
}

/// True for a number and the classifier of bodies or days.
fn counts_bodies(pair: &[char]) -> bool {
    (pair[0].is_ascii_digit() || has("二两三四五六七八九十几多", pair[0]))
        && matches!(pair[1], '家' | '所' | '个' | '名' | '日' | '天')
}

/// True for a lake, a river or a mountain that ends at `end`, by what stands behind it: 明镜湖|冬捕, 云梦江|水位.
pub(super) fn of_nature(chars: &[char], end: usize) -> bool {
    const OF_NATURE: [&str; 18] = [
        "冰", "冬捕", "头网", "头鱼", "开湖", "开渔", "水位", "水面", "水质", "流域", "沿岸", "岸边", "两岸",
        "畔", "风景", "湿地", "上游", "下游",
    ];
    let last = end.checked_sub(1).and_then(|at| chars.get(at));
    let behind = chars.get(end..).unwrap_or_default();
    matches!(last, Some('湖' | '河' | '江' | '山' | '岛'))
        && OF_NATURE.iter().any(|word| word.chars().eq(behind.iter().copied().take(word.chars().count())))
}

/// True for a classifier right behind a number in digits: 26台|水车 is no 台水.
pub(crate) fn counts(view: &View<'_>, at: usize) -> bool {
    view.at(at.wrapping_sub(1)).is_ascii_digit()
        && matches!(view.at(at), '人' | '名' | '户' | '位' | '家' | '间' | '台' | '口')
}

/// True for what a day of the year is named after: 国际博物馆|日.
pub(super) fn of_a_day(view: &View<'_>, start: usize, end: usize) -> bool {
    view.at(end) == '日'
        && !matches!(view.at(end + 1), '报' | '本')
        && ["国际", "世界", "全国"].iter().any(|w| view.starts_with(start, w))
}

/// Where a name ends before the weekday that stands right behind it: at the Board of Trade |Friday. Ruby Tuesday is whole.
pub(super) fn before_day(view: &View<'_>, start: usize, end: usize) -> usize {
    let behind = |day: &&&str| view.ends_with(end, day) && view.at(end.wrapping_sub(day.len() + 1)) == ' ';
    let day = DAYS.iter().find(behind).map_or(0, |day| day.len() + 1);
    // 矽腾今日|股价
    let today = ["今日", "昨日", "今天", "昨天"].iter().any(|day| view.ends_with(end, day));
    if today
        && end > start + 3
        && view.chars[start..end].iter().all(|c| han(*c))
        && view.starts_with(end, "股")
    {
        return end - 2;
    }
    let words = (start..end - day.min(end)).filter(|i| view.at(*i) == ' ').count();
    if words > 0 { end - day } else { end }
}

/// Where the name of a paper ends before its desk: Balgarvie Courier| Sport Desk. Twin Ports Sports Desk is whole.
fn before_desk(view: &View<'_>, start: usize, end: usize) -> usize {
    const DESKS: [&str; 9] = [
        " Sport Desk",
        " Sports Desk",
        " News Desk",
        " Business Desk",
        " Web Desk",
        " Staff Reporter",
        " Staff Writer",
        " Correspondent",
        " Reporter",
    ];
    // What the desks end with: most names are asked no further.
    if !matches!(view.at(end.wrapping_sub(1)), 'k' | 'r' | 't') {
        return end;
    }
    let cut = DESKS.iter().find(|desk| view.ends_with(end, desk)).map_or(end, |desk| end - desk.len());
    let paper: String = view.chars.get(start..cut).unwrap_or_default().iter().collect();
    let medium = paper.contains(' ') && super::english::kind(&paper) == Some(Kind::Media);
    if cut < end && medium { cut } else { end }
}

/// The name in `start..end` without what does not belong to it; `None` when nothing is left.
pub(crate) fn repair(view: &View<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    let (mut start, mut end) = (start, end.min(view.chars.len()));
    let mut joined = false;
    start += usize::from(crossed(view, start, end));
    loop {
        let before = (start, end);
        while start < end && edge(view.at(start)) {
            start += 1;
        }
        // 2人|送亞東醫院: a classifier behind its number, a verb.
        let counted = counts(view, start);
        if end > start + 3 && (counted || view.at(start) == '送') {
            start += 1;
        }
        while start < end && edge(view.at(end - 1)) {
            end -= 1;
        }
        // A stock code is no part of the name before it: 晶澜光通（6588）.
        if view.at(end.saturating_sub(1)) == ')'
            && let Some(open) = (start..end).rev().find(|&i| view.at(i) == '(')
            && view.chars[open + 1..end - 1].iter().any(char::is_ascii_digit)
            && view.chars[open + 1..end - 1]
                .iter()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':'))
        {
            end = open;
        }
        // 認證　江州大學: a Latin word before a wide space is no part of the Chinese name after it.
        let wide = (start + 1..end.saturating_sub(2)).rev().find(|&i| {
            view.at(i) == ' '
                && spaced(view.at(i - 1))
                && han(view.at(i + 1))
                && view.original(i, i + 1) != " "
        });
        if let Some(at) = wide {
            start = at + 1;
        }
        // 、恒川国际|四家船公司: the number of a list.
        let listed = start > 0 && matches!(view.at(start - 1), '、' | '和' | '与' | '及');
        if listed && let Some(at) = self::counted(&view.chars[start..end.max(start)]).filter(|at| *at >= 2) {
            end = start + at;
        }
        // The name of a site and of its part: Hearth & Harbour | Newsroom.
        let part = view.chars[start..end.max(start)].windows(3).position(|w| {
            w[0] == ' ' && w[2] == ' ' && matches!(w[1], '|' | '/' | '›' | '»' | '>' | '•' | '·')
        });
        if let Some(at) = part {
            end = start + at;
        }
        // 文・|公民笔记, 江州线报|・健康组: who wrote, and the desk of a medium.
        if let Some(at) = (start..end).find(|&i| view.at(i) == '・') {
            if at <= start + 2 && matches!(view.at(start), '文' | '图' | '撰' | '摄') {
                start = at + 1;
            } else if matches!(view.at(end - 1), '组' | '版' | '部') && at > start + 1 {
                end = at;
            }
        }
        // A final dot belongs to Inc., Corp., Co., Ltd. and to initials.
        if end > start && view.at(end - 1) == '.' {
            let form = [
                "Inc.", "Corp.", "Co.", "Ltd.", "Bros.", "Pte.", "Pvt.", "Bhd.", "S.A.", "L.P.", "N.V.",
                "B.V.", "U.S.",
            ];
            if !form.iter().any(|f| view.ends_with(end, f)) || sentence_ends(view, end) {
                end -= 1;
            }
        }
        end = before_day(view, start, end);
        // Youghal, |Co Cork.
        if view.ends_with(end, ", Co") && view.at(end) == ' ' && view.at(end + 1).is_ascii_uppercase() {
            end -= 4;
        }
        for word in ["the ", "The ", "THE ", "Its ", "Our ", "Their "] {
            if view.starts_with(start, word)
                && !view.starts_with(start, "The Globe")
                && end > start + 4
                && !paper(view, start, end)
            {
                start += 4;
            }
        }
        // Courtesy |The Deccan Mercury.
        for credit in ["Courtesy of ", "Courtesy "] {
            if view.starts_with(start, credit) && end > start + credit.len() + 1 {
                start += credit.len();
            }
        }
        end = before_desk(view, start, end);
        // Biotech |Brightmilk: what it is, with the capital of a sentence.
        const OPENERS: &str = "Biotech Lender Insurer Retailer Carmaker Automaker Chipmaker Drugmaker Housebuilder Airline \
            Nonprofit Broker Regulator Watchdog Pollster Startup Solicitors Choir Charity Brewer Newspaper Union Think-tank";
        let opens = view.chars[..start]
            .iter()
            .rfind(|c| **c != ' ')
            .is_none_or(|c| matches!(c, '.' | '\n' | '”' | '"'));
        let word = view.chars[start..end.max(start)].iter().position(|c| *c == ' ').unwrap_or(0);
        let listed = |w: &str| w.chars().eq(view.chars[start..start + word].iter().copied());
        if opens
            && word > 4
            && view.at(start + word + 1).is_uppercase()
            && !view.chars[start + word + 1..end].contains(&' ')
            && OPENERS.split(' ').any(listed)
        {
            start += word + 1;
        }
        for post in [
            " Spokesperson",
            " Spokesman",
            " Spokeswoman",
            " Chairman",
            " President",
            " CEO",
            " Chief",
            " Director",
            " Minister",
            " Secretary",
            " team",
            " shares",
        ] {
            let n = post.chars().count();
            if end > start + n + 1 && view.ends_with(end, post) {
                end -= n;
            }
        }
        for post in POSTS {
            let n = post.chars().count();
            if end > start + n + 1 && view.ends_with(end, post) {
                end -= n;
            }
        }
        if end > start + 2 && matches!(view.at(end - 2), '\'' | '’') && view.at(end - 1) == 's' {
            end -= 2;
        }
        // Institutes of Health Research and |Ireland|'s Health Board: whose the next one is.
        if matches!(view.at(end), '\'' | '’')
            && let Some(at) = (start..end.saturating_sub(5)).rev().find(|i| view.starts_with(*i, " and "))
            && view.chars[start..at].iter().filter(|c| **c == ' ').count() >= 2
            && super::english::regional(&view.chars[at + 5..end].iter().collect::<String>())
        {
            end = at;
        }
        if let Some((first, _)) = posted(view, start, end) {
            end = first;
        }
        // 雪消协|署理会长
        if end > start + 1 && view.ends_with(end, "署") && view.at(end) == '理' {
            end -= 1;
        }
        // A share and its price: 恒锦复材|报35元.
        if end > start + 2 && matches!(view.at(end - 1), '报' | '涨' | '跌') && view.at(end).is_ascii_digit()
        {
            end -= 1;
        }
        // A dash parts a description from the name: 首家联合体——….
        if let Some(at) = view.chars[start..end.max(start)].windows(2).rposition(|w| w == ['—', '—']) {
            start += at + 2;
        }
        // A bracket without its partner goes, and what it holds.
        let inside = &view.chars[start..end.max(start)];
        let (opens, closes) =
            (inside.iter().filter(|c| **c == '(').count(), inside.iter().filter(|c| **c == ')').count());
        if opens > closes {
            if let Some(at) = inside.iter().rposition(|c| *c == '(') {
                let close = (end..(end + 12).min(view.chars.len()))
                    .find(|&i| !(han(view.at(i)) || spaced(view.at(i))));
                match close.filter(|&i| view.at(i) == ')') {
                    Some(i) => end = i + 1,
                    None => end = start + at,
                }
            }
        } else if closes > opens {
            if view.at(end - 1) == ')' {
                end -= 1;
            } else if let Some(at) = inside.iter().position(|c| *c == ')') {
                start += at + 1;
            }
        } else if opens > 0 && view.at(start) == '(' {
            start += 1;
        }
        // A short name in a bracket is a name of its own: …运动（哈马斯）, …管理局(竹科管理局).
        let inside = &view.chars[start..end.max(start)];
        if let (Some(open), Some(close)) =
            (inside.iter().position(|c| *c == '('), inside.iter().position(|c| *c == ')'))
            && open >= 4
            && open < close
        {
            let (name, short) = (&inside[..open], &inside[open + 1..close]);
            let known = TABLES.get(short).is_some_and(|e| e.is(class::NAME));
            if known || super::alias::shortens(short, name) && short.len() > 2 {
                end = start + open;
            }
        }
        // Whole words in Latin script.
        while start > 0
            && start < end
            && spaced(view.at(start))
            && spaced(view.at(start - 1))
            && !han(view.at(start))
        {
            start -= 1;
        }
        while end > start
            && end < view.chars.len()
            && spaced(view.at(end - 1))
            && view.at(end).is_ascii_lowercase()
        {
            end += 1;
        }
        if end > start + 1 && end < view.chars.len() && view.at(end) == '.' {
            let form = ["Inc", "Corp", "Co", "Ltd"];
            if form.iter().any(|f| view.ends_with(end, f)) && !sentence_ends(view, end + 1) {
                end += 1;
            }
        }
        for opening in OPENINGS {
            let n = opening.chars().count();
            // 和 begins 和平医院, too.
            let word = (2..=4).any(|k| {
                TABLES.get(view.chars.get(start..start + k).unwrap_or_default()).is_some_and(|_| k > n)
            });
            // 与|和泰基金会: a second conjunction begins the name.
            let joins = matches!(opening, "与" | "和" | "及");
            if view.starts_with(start, opening) && end >= start + n + 3 && !word && !(joins && joined) {
                start += n;
                joined |= joins;
            }
        }
        if end <= start {
            return None;
        }
        if (start, end) == before {
            break;
        }
    }
    let letters = view.chars[start..end].iter().filter(|c| han(**c) || spaced(**c)).count();
    (letters > 0).then_some((start, end))
}

/// True where a plain word ends with the first character, and a name or a place begins behind it: 今早|大屿山, 邀得|惜食堂.
fn crossed(view: &View<'_>, start: usize, end: usize) -> bool {
    let is = |from: usize, n: usize, classes: u16| {
        from + n <= end && TABLES.get(&view.chars[from..from + n]).is_some_and(|e| e.is(classes))
    };
    let word = || {
        let before = view.chars.get(start.saturating_sub(2)..=start).unwrap_or_default();
        TABLES.longest(before, class::PLAIN | class::STOP).is_some_and(|(n, _)| n >= 2)
    };
    start > 0
        && han(view.at(start - 1))
        && (2..=4).any(|n| is(start + 1, n, class::PLACE | class::NAME))
        && !(2..=4).any(|n| is(start, n, class::PLACE))
        && word()
}

/// Where the first of two bodies ends and the second begins, when a post stands between them: 楠西区公所|区长及|…基金会.
pub(super) fn posted(view: &View<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    const OFFICES: [&str; 12] =
        ["区长", "乡长", "镇长", "市长", "县长", "议长", "局长", "处长", "校长", "院长", "主任", "董事长"];
    let joins = |at: &usize| matches!(view.at(*at), '及' | '与' | '和' | '暨');
    (start + 4..end).filter(joins).find_map(|and| {
        let office = OFFICES.iter().find(|office| view.ends_with(and, office))?;
        let at = and - office.chars().count();
        (at > start + 2).then(|| (at - usize::from(view.at(at - 1) == '副'), and + 1))
    })
}

/// True where the dot before `end` is that of a sentence: Ltd, which the British write without one, and what begins anew.
pub(super) fn sentence_ends(view: &View<'_>, end: usize) -> bool {
    let begins = || view.at(end) == ' ' && view.at(end + 1).is_uppercase();
    view.ends_with(end, " Ltd.")
        && !view.ends_with(end, "Co., Ltd.")
        && !view.ends_with(end, "Pvt. Ltd.")
        && !view.ends_with(end, "Pte. Ltd.")
        && (matches!(view.at(end), '\0' | '\n') || begins())
}

/// True for papers whose name begins with The, and for one that stands alone on its line: The Weir County Courier.
fn paper(view: &View<'_>, start: usize, end: usize) -> bool {
    const PAPERS: [&str; 18] = [
        "Times",
        "Post",
        "Guardian",
        "Telegraph",
        "Globe",
        "Journal",
        "Herald",
        "Mail",
        "Independent",
        "Economist",
        "Sun",
        "Star",
        "Observer",
        "Tribune",
        "Conversation",
        "StarPhoenix",
        "Beacon",
        "Notebook",
    ];
    let masthead = || {
        let before = view.chars[..start].iter().rfind(|c| **c != ' ');
        // |The Deccan Mercury, NAGPUR; Holly Tansley, |The Ledger; © 2025 |The Ledger.
        let credited = before.is_some_and(|c| matches!(c, '|' | ',' | '/' | '©') || c.is_ascii_digit());
        let opens = credited || before.is_none_or(|c| *c == '\n');
        let closes = credited
            || view.chars[end..].iter().find(|c| **c != ' ').is_none_or(|c| matches!(c, '|' | ',' | '\n'));
        let name: String = view.chars.get(start + 4..end).unwrap_or_default().iter().collect();
        opens && closes && super::english::kind(&name) == Some(Kind::Media)
    };
    view.starts_with(start, "The ")
        && !view.ends_with(end, " Press")
        && (PAPERS.iter().any(|p| view.ends_with(end, p)) || masthead())
}
