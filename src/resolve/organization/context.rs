//! What an article says a body is where it names it: "the law firm Cooley", "Kestrel Ridge, a venture firm", 券商浅湾.

use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::span::Span;
use crate::text::fold::fold;

/// Nouns that describe a body, in lower case; longer ones before those that they hold.
const NOUNS: [(Kind, &str); 10] = [
    (
        Kind::Finance,
        "venture capital|venture firm|investment firm|private equity|hedge fund|pension fund|asset manager|wealth manager|\
         fund manager|credit union|stock exchange|central bank|bank|lender|insurer|broker|brokerage|fund|investor|underwriter",
    ),
    (Kind::Legal, "law firm|lawyers|solicitors|attorneys|court|tribunal"),
    (
        Kind::Media,
        "news agency|news site|news outlet|news website|radio station|television station|social network|newspaper|magazine|\
         broadcaster|website|newsletter|daily|weekly|station|channel|platform",
    ),
    (
        Kind::Association,
        "trade body|trade group|industry group|industry body|advocacy group|lobby group|campaign group|trade association|\
         union|charity|nonprofit|non-profit|nonprofits|campaigners|association|foundation",
    ),
    (
        Kind::Government,
        "regulator|watchdog|agency|ministry|city council|county council|local authority|department|quango",
    ),
    (Kind::Education, "university|college|school"),
    (Kind::Health, "hospital|clinic|hospice"),
    (
        Kind::Research,
        "think tank|think-tank|research firm|research institute|research group|research house|market researcher|\
         research company|laboratory|institute|analysis firm|data firm",
    ),
    (Kind::Sport, "club|team|franchise|side"),
    (Kind::Party, "party"),
];
/// Nouns right before a Chinese name.
const BEFORE: [(Kind, &str); 6] = [
    (Kind::Media, "媒体|网站|报纸|杂志|电台|社交平台|公众号|自媒体"),
    (Kind::Finance, "券商|投行|大行|银行|基金|投资机构|创投|私募|保险公司|信用评级机构|评级机构"),
    (Kind::Legal, "律所|律师行|法院"),
    (Kind::Research, "智库|研究机构|咨询机构|市调机构|研调机构|调研机构|市场研究公司"),
    (Kind::Association, "慈善机构|慈善团体|公益组织|民间团体|环保团体|团体|工会|协会"),
    (Kind::Sport, "球队|球会|俱乐部|对手|主队|客队"),
];
/// Words of sport; two of them in a line make it a report of sport.
const SPORTS: [&str; 61] = [
    "match",
    "matches",
    "season",
    "league",
    "goal",
    "goals",
    "striker",
    "midfielder",
    "coach",
    "fixture",
    "fixtures",
    "innings",
    "wicket",
    "wickets",
    "play-off",
    "playoff",
    "playoffs",
    "squad",
    "kick-off",
    "half-time",
    "defender",
    "goalkeeper",
    "tournament",
    "championship",
    "champions",
    "cup",
    "quarterback",
    "touchdown",
    "scored",
    "winger",
    "derby",
    "relegation",
    "promoted",
    "semi-final",
    "final",
    "half-century",
    "game",
    "games",
    "inning",
    "pitcher",
    "homer",
    "runs",
    "beat",
    "team",
    "player",
    "players",
    "fans",
    "stadium",
    "division",
    "batter",
    "baseball",
    "football",
    "rugby",
    "cricket",
    "hockey",
    "basketball",
    "soccer",
    "batsman",
    "bowler",
    "tries",
    "try",
];
const SPORTS_HAN: [&str; 32] = [
    "中超",
    "中甲",
    "中乙",
    "球队",
    "射门",
    "点球",
    "战胜",
    "击败",
    "主队",
    "客队",
    "主帅",
    "次轮",
    "首轮",
    "积分",
    "国脚",
    "赛季",
    "联赛",
    "主场",
    "客场",
    "教练",
    "主教练",
    "进球",
    "比赛",
    "球员",
    "开球",
    "决赛",
    "冠军",
    "积分榜",
    "前锋",
    "后卫",
    "门将",
    "球迷",
];

/// How many characters on either side are read.
const WINDOW: usize = 120;

/// The kind that the words around a name give it; `mentions` are the places where it stands, the first few are read.
pub(super) fn kind<'a>(document: &Document, mentions: impl Iterator<Item = &'a Span>) -> Option<Kind> {
    mentions.take(4).find_map(|span| {
        let text = document.text();
        let (before, after) = (text.get(..span.start as usize)?, text.get(span.end as usize..)?);
        // A window, so that a long line costs no more than a short one.
        let before = tail(before, WINDOW).rsplit('\n').next().unwrap_or_default();
        let after = head(after, WINDOW).split('\n').next().unwrap_or_default();
        preceding(before)
            .or_else(|| apposition(after))
            .or_else(|| reporting(before, after))
            .or_else(|| sport(document.slice(*span), before, after))
    })
}

fn table(table: &[(Kind, &'static str)], found: impl Fn(&str) -> bool) -> Option<Kind> {
    table
        .iter()
        .find(|(_, nouns)| nouns.split('|').any(|noun| found(noun.trim_start())))
        .map(|(kind, _)| *kind)
}

/// The noun right before the name: law firm |Cooley, 券商|浅湾.
fn preceding(before: &str) -> Option<Kind> {
    let near: String = tail(before, 24).chars().map(fold).collect();
    let words = near.trim_end_matches(['“', '「', '"', '《']).to_lowercase();
    let whole = |noun: &str| {
        words.trim_end().strip_suffix(noun).is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric()))
    };
    if words.ends_with(' ') { table(&NOUNS, whole) } else { table(&BEFORE, |noun| words.ends_with(noun)) }
}

/// The noun of the phrase after the name: , a Boston-based venture firm that ….
fn apposition(after: &str) -> Option<Kind> {
    let phrase = after.strip_prefix(", ").or_else(|| after.strip_prefix(" is "))?;
    let phrase =
        ["a ", "an ", "the ", "which is a ", "which is the "].iter().find_map(|w| phrase.strip_prefix(w))?;
    let phrase = phrase.split([',', '.', ';', ':', '(', '"', '“']).next()?;
    let mut end = phrase.len();
    for word in [
        " of ", " for ", " that ", " which ", " based ", " in ", " at ", " with ", " to ", " who ", " whose ",
    ] {
        end = end.min(phrase.find(word).unwrap_or(end));
    }
    let phrase = phrase.get(..end)?.to_lowercase();
    table(&NOUNS, |noun| {
        phrase.strip_suffix(noun).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '-']))
    })
}

/// 银柜财经|记者, 能源瞭望|讯, 来源:|能源瞭望: who reports is a medium.
fn reporting(before: &str, after: &str) -> Option<Kind> {
    const AFTER: [&str; 14] = [
        "记者",
        "記者",
        "讯(",
        "讯（",
        "訊／",
        "讯 ",
        "电 ",
        "报道",
        "報道",
        "報導",
        "客户端",
        "公众号",
        "微信公众号",
        "編輯",
    ];
    const BEFORE: [&str; 8] = ["来源:", "来源：", "來源:", "來源：", "转载自", "轉載自", "图源：", "转自"];
    let before = before.trim_end();
    (AFTER.iter().any(|w| after.starts_with(w)) || BEFORE.iter().any(|w| before.ends_with(w)))
        .then_some(Kind::Media)
}

/// A line with two words of sport names teams; one is enough for a place with a nickname: Allenford Riverhawks.
fn sport(name: &str, before: &str, after: &str) -> Option<Kind> {
    let mut words = name.rsplit(' ');
    let nickname = words.next().is_some_and(|w| w.ends_with('s') && w.len() > 4) && words.next().is_some();
    let mut found: Vec<&str> = Vec::new();
    for part in [tail(before, 100), head(after, 100)] {
        let part: String = part.chars().map(fold).collect();
        let words = part.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).filter(|w| w.len() > 2);
        let english = words.filter_map(|word| SPORTS.into_iter().find(|sport| *sport == word));
        let here = part.char_indices().map(|(at, _)| &part[at..]);
        let chinese = here.filter_map(|rest| SPORTS_HAN.into_iter().find(|sport| rest.starts_with(sport)));
        for word in english.chain(chinese) {
            if !found.contains(&word) {
                found.push(word);
            }
        }
    }
    (found.len() >= 2 - usize::from(nickname)).then_some(Kind::Sport)
}

fn tail(text: &str, chars: usize) -> &str {
    text.char_indices().rev().nth(chars.saturating_sub(1)).map_or(text, |(at, _)| &text[at..])
}

fn head(text: &str, chars: usize) -> &str {
    text.char_indices().nth(chars).map_or(text, |(at, _)| &text[..at])
}
