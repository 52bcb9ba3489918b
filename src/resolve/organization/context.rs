//! What an article says a body is where it names it: "the law firm Cooley", "Kestrel Ridge, a venture firm", 券商浅湾.

use std::collections::HashSet;

use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::span::Span;
use crate::text::fold::fold;
use crate::text::head;

/// Nouns that describe a body, in lower case; longer ones before those that they hold.
const NOUNS: [(Kind, &str); 11] = [
    (
        Kind::Finance,
        "venture capital|venture firm|investment firm|private equity|hedge fund|pension fund|asset manager|\
         wealth manager|private equity firm|equity firm|buyout firm|venture capital firm|trading firm|\
         brokerage firm|fund manager|credit union|building society|stock exchange|fintech|reinsurer|\
         ratings agency|rating agency|money manager|wealth adviser|mortgage provider|financier|stockbroker|\
         central bank|bank|lender|insurer|broker|brokerage|fund|investor|underwriter",
    ),
    (Kind::Legal, "law firm|lawyers|solicitors|attorneys|court|tribunal"),
    (
        Kind::Media,
        "media organisation|media organization|news organisation|news organization|media company|media group|\
         news agency|news service|news portal|journal|periodical|tabloid|broadsheet|podcast|blog|paper|publisher|\
         news site|news outlet|news website|radio station|television station|social network|newspaper|magazine|\
         broadcaster|website|newsletter|daily|weekly|station|channel|platform",
    ),
    (
        Kind::Association,
        "business group|lobby|organisation|organization|community group|residents group|support group|\
         rights group|human rights group|aid group|relief group|conservation group|environmental group|\
         housing association|industry association|aid agency|relief organization|nonprofit group|\
         nonprofit organization|non-profit organisation|voluntary group|ngo|coalition|federation|society|\
         traders' group|growers' group|nurses' group|riders' group|tenants' group|neighborhood group|neighbourhood group|\
         residents' group|patients' group|consumer group|youth group|farm group|employers' group|dealers' body|\
         labour confederation|labor federation|confederation|guild|civic committee|their union|shelter|\
         food bank|food pantry|food shelf|women's refuge|trade union|trade body|trade group|industry group|\
         industry body|advocacy group|lobby group|campaign group|trade association|union|charity|nonprofit|\
         non-profit|nonprofits|campaigners|association|foundation",
    ),
    (
        Kind::Government,
        "police force|fire service|transit agency|state agency|government agency|state body|public body|\
         school board|enforcement agency|regulator|watchdog|agency|ministry|city council|county council|\
         local authority|department|quango",
    ),
    (
        Kind::Education,
        "university|college|school|school district|academy|preschool|kindergarten|nursery school",
    ),
    (
        Kind::Health,
        "hospital chain|clinic chain|hospital operator|hospital|clinic|hospice|pharmacy|health system|hospital group|care home|nursing home|health service",
    ),
    (
        Kind::Research,
        "polling firm|pollster|polling company|survey firm|research agency|research organisation|\
         research organization|think tank|think-tank|research firm|research institute|research group|\
         research house|market researcher|research company|laboratory|institute|analysis firm|data firm",
    ),
    (
        Kind::Sport,
        "league side|football club|club|team|franchise|side|opponents|hosts|visitors|rivals|league leaders|\
         champions",
    ),
    (Kind::Party, "party"),
    (
        Kind::Company,
        "consultants|accountants|auditor|administrators|advisers|planners|airline|carrier|retailer|supermarket|chipmaker|carmaker|automaker|drugmaker|housebuilder|developer|\
         startup|start-up|operator|maker|manufacturer|supplier|firm|company|contractor|giant|chain|miner|utility|\
         brewer|consultancy|builder|producer|processor|biotech|restaurant|cafe|café|pub|bar|brewery|bakery|hotel|\
         store|shop|business|conglomerate|subsidiary|joint venture|marketplace|exporter|importer|vendor|\
         homebuilder|landlord|studio|winery|distillery|farm|dealership|hauler|foundry|shipyard|refiner",
    ),
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
/// Who belongs to a body, right after its Chinese name.
const BEHIND: [(Kind, &str); 8] = [
    (Kind::Party, "议员|立委|立法委员|党团|区议员|参选人|党主席|籍"),
    (Kind::Education, "校长|学生|师生|校友|教授|讲师|副校长|老师|毕业生"),
    (Kind::Sport, "总教练|主教练|教练|主帅|球员|门将|前锋|后卫|中场|投手|捕手|球迷|洋将"),
    (Kind::Finance, "分析师|分析员|首席经济|经济师|策略师|分行|客户经理|投资总监"),
    (Kind::Legal, "律师|检察官|法官|主任检察官"),
    (Kind::Health, "医师|医生|护理师|急诊|院长|门诊"),
    (Kind::Association, "总干事|理事长|会员|义工|志工|干事|社工|召集人"),
    (Kind::Research, "研究员|研究报告"),
];
/// Words of sport; two of them in a line make it a report of sport.
const SPORTS: [&str; 139] = [
    "swept",
    "downed",
    "outlasted",
    "routed",
    "edged",
    "clinch",
    "clinched",
    "stun",
    "aggregate",
    "unbeaten",
    "spikers",
    "regatta",
    "penalties",
    "semis",
    "podium",
    "headers",
    "curling",
    "rink",
    "rinks",
    "semi-finals",
    "finals",
    "spectators",
    "shinty",
    "netball",
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
    "bullpen",
    "strikeouts",
    "rbi",
    "shortstop",
    "outfielder",
    "baseman",
    "reliever",
    "catcher",
    "overs",
    "stumps",
    "bowled",
    "seamer",
    "spinner",
    "batsmen",
    "standings",
    "rebounds",
    "rebound",
    "touchdowns",
    "turnovers",
    "linebacker",
    "receiver",
    "penalty",
    "referee",
    "goaltender",
    "puck",
    "scrum",
    "fly-half",
    "offense",
    "overtime",
    "kickoff",
    "teammates",
    "nil",
    "tries",
    "try",
    "umpire",
    "umpires",
    "skipper",
    "wicketkeeper",
    "knock",
    "hooker",
    "netballers",
    "birdie",
    "fairway",
    "relay",
    "sprint",
    "heats",
    "javelin",
    "postseason",
    "assists",
    "halftime",
    "full-time",
    "backhand",
    "tie-break",
    "scoreless",
    "shutout",
    "doubleheader",
];
const SPORTS_HAN: [&str; 40] = [
    "安打",
    "投手",
    "全垒打",
    "篮板",
    "助攻",
    "补时",
    "外援",
    "上半场",
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
            .or_else(|| peopled(before, after))
            .or_else(|| calling(before))
            .or_else(|| reporting(before, after))
            .or_else(|| behind(after))
            .or_else(|| sport(document.slice(*span), before, after))
    })
}

/// The kind of the longest noun that is found: a food bank is no bank.
fn table(table: &[(Kind, &'static str)], found: impl Fn(&str) -> bool) -> Option<Kind> {
    let nouns =
        table.iter().flat_map(|(kind, nouns)| nouns.split('|').map(|noun| (*kind, noun.trim_start())));
    nouns.filter(|(_, noun)| found(noun)).max_by_key(|(_, noun)| noun.len()).map(|(kind, _)| kind)
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

/// Who speaks or acts for a body in English: a |Unison| regional officer, an economist at |Northgate|.
const PEOPLE: [(Kind, &str, &str); 11] = [
    (
        Kind::Sport,
        "vs. |vs |versus |beat |defeated |victory over |win over |defeat by |defeat to |loss to |draw with |draw at |\
         on loan from |on loan at |signed from |transfer from ",
        "fans|striker|midfielder|goalkeeper|defender|winger|captain|head coach|coach|quarterback|pitcher|batter|\
         supporters|full-back|fly-half|squad|academy graduate",
    ),
    (
        Kind::Association,
        "members of the |delegates from |balloted by |donations to |memorials to |volunteers from |campaigners at ",
        "which speaks for|which campaigns|union|unions|general secretary|regional officer|regional secretary|national officer|regional organiser|shop steward|\
         organiser|convenor|members voted|members walked|members will strike|reps|campaigner|campaigners|volunteers",
    ),
    (
        Kind::Party,
        "the ruling |the opposition |candidate for |elected for ",
        "mp|mps|mla|mlas|msp|msps|mep|meps|td|tds|councillor|councillors|candidate|candidates|lawmaker|lawmakers|\
         backbencher|backbenchers|frontbencher|manifesto|voters|whip|peer|peers",
    ),
    (
        Kind::Finance,
        "analyst at |analysts at |analyst with |economist at |economists at |strategist at |strategists at |\
         broker at |brokers at |brokers |fund manager at |portfolio manager at |banker at |bankers at ",
        "analyst|analysts|economist|economists|strategist|strategists|fund manager|fund managers|branch|branches|\
         depositors|policyholders",
    ),
    (
        Kind::Legal,
        "barrister at |solicitor at |solicitors at |lawyer at |lawyers at |attorney at |attorneys at |represented by |\
         counsel at ",
        "acted for|acted as legal counsel|lawyers|solicitors",
    ),
    (
        Kind::Education,
        "graduate of |teaches at |taught at |pupil at |educated at |degree from |degree at |sixth form at |professor at |lecturer at |lecturer in law at |student at |students at |studied at |graduated from |\
         undergraduate at |enrolled at |teacher at |teachers at |pupils at ",
        "vice-chancellor|professor|professors|lecturer|lecturers|student|students|graduates|alumni|campus|campuses|\
         principal|headteacher|head teacher|headmistress|pupils|provost",
    ),
    (
        Kind::Health,
        "surgeon at |nurse at |nurses at |midwife at |midwives at |admitted to |treated at |patients at |rushed to |\
         airlifted to |flown to |physician at |doctors at ",
        "matron|nurses|beds|patients|emergency department|a&e|wards|clinicians|surgeons|outpatient|maternity",
    ),
    (
        Kind::Research,
        "researcher at |researchers at |scientist at |scientists at |polling by |poll by |survey by |forecasters at ",
        "researchers|scientists|poll|pollsters",
    ),
    (
        Kind::Media,
        "told |correspondent for |writing in the |paper in |compiled from |reported by |published in |broadcast on |aired on |listeners of ",
        "first reported|readers|streamed|aired|filmed|broadcasts|front page|reporter|reporters|correspondent|correspondents|presenter|presenters|viewers|listeners|newsroom|columnist|\
         reported|photographer|photographers|cameraman",
    ),
    (
        Kind::Government,
        "fined by the |licensed by the |approved by the |appeal to the |prosecuted by the ",
        "minister|ministers|commissioner|inspectors|officials|ordinance|by-laws|bylaws",
    ),
    (
        Kind::Company,
        "shares of |shares in |stake in |subsidiary of |owned by |customers of |made by |manufactured by ",
        "shares|customers|subscribers|shareholders|stock|ceo|chief executive|shops|stores|drivers|pilots|passengers",
    ),
];

/// The kind of a body whose people are named beside it.
fn peopled(before: &str, after: &str) -> Option<Kind> {
    let before = before.to_lowercase();
    let before = before.strip_suffix("the ").unwrap_or(&before);
    let after = after.strip_prefix("'s").or(after.strip_prefix("’s")).unwrap_or(after);
    let next = after.strip_prefix(' ').unwrap_or_default().to_lowercase();
    let spoken = |words: &str| {
        words.split('|').map(str::trim_start).any(|w| {
            let rest = next.strip_prefix(w);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        })
    };
    let led = |words: &str| {
        words.split('|').any(|w| {
            let w = w.trim_start().trim_end();
            let rest = before.trim_end().strip_suffix(w.strip_suffix(" the").unwrap_or(w));
            rest.is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric()))
        })
    };
    let found = PEOPLE.iter().find(|(_, ahead, behind)| led(ahead) || spoken(behind));
    found.map(|(kind, _, _)| *kind)
}

/// The kind of a body to which a person with a calling belongs: lawyer Jo Reed of |Harmer Voss|.
fn calling(before: &str) -> Option<Kind> {
    const CALLINGS: [(Kind, &str); 7] = [
        (Kind::Legal, "lawyer attorney solicitor barrister counsel advocate"),
        (Kind::Finance, "economist analyst strategist trader broker banker"),
        (Kind::Education, "professor lecturer student principal headteacher"),
        (Kind::Health, "surgeon nurse midwife physician cardiologist"),
        (Kind::Research, "researcher scientist pollster"),
        (Kind::Media, "reporter correspondent columnist critic"),
        (Kind::Sport, "striker midfielder goalkeeper captain defender"),
    ];
    let person =
        [" of ", " at ", " from ", " with "].iter().find_map(|end| tail(before, 60).strip_suffix(end))?;
    let mut words = person.rsplit(' ').map(|word| word.trim_matches([',', '.']));
    let named = |w: &&str| w.starts_with(|c: char| c.is_uppercase());
    words.next().filter(named)?;
    let word = words.take(3).find(|w| !named(w))?.to_lowercase();
    CALLINGS.iter().find(|(_, callings)| callings.split(' ').any(|calling| calling == word)).map(|c| c.0)
}

/// The noun of the phrase after the name: , a Boston-based venture firm that ….
fn apposition(after: &str) -> Option<Kind> {
    let phrase = after.strip_prefix(", ").or_else(|| after.strip_prefix(" is "))?;
    let phrase = ["a ", "an ", "the ", "one of ", "which is a ", "which is the ", "their "]
        .iter()
        .find_map(|w| phrase.strip_prefix(w))?;
    let phrase = phrase.split([',', '.', ';', ':', '(', '"', '“']).next()?;
    if phrase == "union" || phrase == "lobby" {
        return Some(Kind::Association);
    }
    let mut end = phrase.len();
    for word in [
        " of ",
        " for ",
        " that ",
        " which ",
        " based ",
        " in ",
        " at ",
        " with ",
        " to ",
        " who ",
        " whose ",
        " acting ",
        " representing ",
        " behind ",
        " running ",
        " on ",
        " from ",
        " and ",
        " under ",
    ] {
        end = end.min(phrase.find(word).unwrap_or(end));
    }
    let phrase = phrase.get(..end)?.to_lowercase();
    let ends = |phrase: &str, noun: &str| {
        phrase.strip_suffix(noun).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '-']))
    };
    // , one of the country's largest lenders.
    table(&NOUNS, |noun| ends(&phrase, noun) || phrase.strip_suffix('s').is_some_and(|one| ends(one, noun)))
}

/// 银柜财经|记者, 能源瞭望|讯, 来源:|能源瞭望: who reports is a medium.
fn reporting(before: &str, after: &str) -> Option<Kind> {
    const AFTER: [&str; 24] = [
        "文/",
        "文／",
        "／綜合報導",
        "／综合报道",
        "綜合報導",
        "原创",
        "原創",
        "未经授权",
        "授權轉載",
        "授权转载",
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
    const BEFORE: [&str; 22] = [
        "原创",
        "記者：",
        "记者：",
        "文・",
        "TV:",
        "Radio:",
        "radio:",
        "©",
        "圖/",
        "图/",
        "圖／",
        "攝／",
        "責任編輯：",
        "via",
        "来源:",
        "来源：",
        "來源:",
        "來源：",
        "转载自",
        "轉載自",
        "图源：",
        "转自",
    ];
    let (before, after) = (before.trim_end(), after.trim_start());
    (AFTER.iter().any(|w| after.starts_with(w)) || BEFORE.iter().any(|w| before.ends_with(w)))
        .then_some(Kind::Media)
}

/// Short names of two bodies, the kind of the rarer one, and what in an article speaks of it.
const DOUBLES: [(&str, Kind, &str); 5] = [
    ("National", Kind::Party, "Labour|Luxon"),
    ("LSE", Kind::Finance, "LSE:|LSE-listed| plc|AIM-listed"),
    ("AAP", Kind::Media, "Australia|AAP Image|NSW|Queensland"),
    ("ICE", Kind::Finance, "futures|arabica|cocoa|raw sugar"),
    ("SES", Kind::Government, "emergency|Emergency|flood"),
];

/// The kind of a short name that two bodies share.
pub(super) fn double(document: &Document, name: &str) -> Option<Kind> {
    let double = DOUBLES.iter().find(|(short, _, _)| *short == name)?;
    double.2.split('|').any(|cue| document.text().contains(cue)).then_some(double.1)
}

/// The noun right after a Chinese name.
fn behind(after: &str) -> Option<Kind> {
    let near: String = head(after, 5).chars().map(fold).collect();
    table(&BEHIND, |noun| near.starts_with(noun))
}

/// What is left to say of an unknown name: a page of sport names teams, and a page begins with the name of its site.
pub(super) fn page<'a>(
    document: &Document,
    mentions: impl Iterator<Item = &'a Span>,
    sporting: bool,
) -> Option<Kind> {
    let text = document.text();
    let opening = text.trim_start();
    let foot = text.trim_end();
    let masthead = mentions.take(4).any(|span| {
        let line = text.get(..span.start as usize).unwrap_or_default();
        let after = text.get(span.end as usize..).unwrap_or_default().trim_start_matches([' ', '\u{3000}']);
        dated(line, after)
            || signed(line, foot.get(span.end as usize..))
            || line.trim().is_empty()
                && after.starts_with(['>', '›', '»', '＞', '〉', '｜', '|', '/', '\n', '»', '•', '·', '▸'])
                && !COMPANY_SITE.iter().any(|w| head(opening, 300).contains(w))
    });
    masthead.then_some(Kind::Media).or(sporting.then_some(Kind::Sport))
}

/// True for a name in the last line of a page that holds nothing else, and for the agency that a report is sent by:
/// — Titan Sports; AUG 7 (Keystone-ATS) —.
fn signed(before: &str, rest: Option<&str>) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let bare = |part: &str| part.len() < 40 && !part.contains(|c: char| c.is_ascii_lowercase());
    let alone = |part: &str| part.chars().all(|c| !c.is_alphanumeric());
    rest.is_some_and(|rest| {
        before.contains('\n') && alone(line) && alone(rest)
            || line.ends_with(" (")
                && bare(line)
                && [") —", ") –", ") --", ") -"].iter().any(|end| rest.starts_with(end))
    })
}

/// True for a name that opens a line near the top and is followed by a date: 屋苑情报　2026年6月18日.
fn dated(before: &str, after: &str) -> bool {
    let date = after.trim_start_matches(['·', '|', '｜', ' ']);
    let rest = date.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = date.len() - rest.len();
    let line = before.len() < 1000 && before.ends_with('\n');
    let year = digits == 4 && date.starts_with("20") && rest.starts_with(['-', '/', '.']);
    line && (year || (1..=4).contains(&digits) && rest.starts_with(['年', '月']))
}

/// Words at the top of a company's own site.
const COMPANY_SITE: [&str; 12] = [
    "Newsroom",
    "Investor",
    "Press release",
    "Press Release",
    "Products",
    "Solutions",
    "公告",
    "产品",
    "產品",
    "投资者",
    "投資者",
    "股份代號",
];

/// True when the article is about sport: many words of it.
pub(crate) fn sporting(document: &Document) -> bool {
    let text: String = head(document.text(), 6000).chars().map(|c| fold(c).to_ascii_lowercase()).collect();
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let words: HashSet<&str> = words.filter(|word| word.len() > 1).collect();
    let english = SPORTS.iter().filter(|sport| words.contains(*sport)).count();
    // And so do results: 3-2.
    let number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let result = |word: &&&str| word.split_once('-').is_some_and(|(one, other)| number(one) && number(other));
    let english = english + words.iter().filter(result).count().min(3);
    // Of a short article fewer.
    let least = (2 + text.len() / 250).clamp(4, 8);
    english >= least || SPORTS_HAN.iter().filter(|sport| text.contains(**sport)).count() >= 6
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_speaks_for_a_body_tells_its_kind() {
        let rows = [
            ("An economist at ", " expects a cut", Some(Kind::Finance)),
            ("said ", " regional officer Pat Lorne", Some(Kind::Association)),
            ("a question by ", " MP Ann Teale", Some(Kind::Party)),
            ("She was taken to a ward; ", "'s patients waited", Some(Kind::Health)),
            ("acted for Corvane. ", " vice-chancellor Jo Marsh said", Some(Kind::Education)),
            ("Shares in ", " fell", Some(Kind::Company)),
            ("a draw with ", " on Saturday", Some(Kind::Sport)),
            ("A plan by ", " to build homes", None),
            ("retold ", " in full", None),
        ];
        for (before, after, kind) in rows {
            assert_eq!(peopled(before, after), kind, "{before}|{after}");
        }
    }
}
