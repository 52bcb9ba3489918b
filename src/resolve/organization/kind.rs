//! The kind of a body, by the head of its name.

use super::known;
use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::heads;

/// Parts of a name that tell its kind wherever they stand, in the order in which they are asked.
const PARTS: [(&str, Kind); 51] = [
    ("公会", Kind::Association),
    ("狮子会", Kind::Association),
    ("工会", Kind::Association),
    ("商会", Kind::Association),
    ("学会", Kind::Association),
    ("之友", Kind::Association),
    ("法律", Kind::Legal),
    ("同盟", Kind::Association),
    ("关注组", Kind::Association),
    ("促进会", Kind::Association),
    ("福利会", Kind::Association),
    ("慈善", Kind::Association),
    ("金控", Kind::Finance),
    ("消金", Kind::Finance),
    ("人寿", Kind::Finance),
    ("期货", Kind::Finance),
    ("信托", Kind::Finance),
    ("资产管理", Kind::Finance),
    ("私募", Kind::Finance),
    ("联合国", Kind::International),
    ("银行", Kind::Finance),
    ("证券", Kind::Finance),
    ("保险", Kind::Finance),
    ("医院", Kind::Health),
    ("疾控", Kind::Health),
    ("大学", Kind::Education),
    ("学院", Kind::Education),
    ("中学", Kind::Education),
    ("小学", Kind::Education),
    ("研究", Kind::Research),
    ("新闻", Kind::Media),
    ("晚报", Kind::Media),
    ("日报", Kind::Media),
    ("电视台", Kind::Media),
    ("融媒", Kind::Media),
    ("足球", Kind::Sport),
    ("篮球", Kind::Sport),
    ("法院", Kind::Legal),
    ("检察", Kind::Legal),
    ("大使馆", Kind::Government),
    ("海关", Kind::Government),
    ("协会", Kind::Association),
    ("基金会", Kind::Association),
    ("基金", Kind::Finance),
    ("资本", Kind::Finance),
    ("公司", Kind::Company),
    ("集团", Kind::Company),
    ("部队", Kind::Military),
    ("军", Kind::Military),
    ("阵线", Kind::Association),
    ("户政", Kind::Government),
];

/// Bodies of many nations, by how their names begin.
const WIDE: [&str; 11] = [
    "联合国",
    "欧盟",
    "欧洲联盟",
    "非盟",
    "非洲联盟",
    "东盟",
    "东协",
    "世界卫生组织",
    "国际货币基金组织",
    "国际能源",
    "共同体",
];
/// Heads of bodies that are international where 国际 or 世界 begins the name.
const SHARED: [&str; 11] =
    ["协会", "委员会", "组织", "总署", "机构", "法院", "联盟", "联合会", "理事会", "联会", "总会"];
/// A legal form says less than these trades: 宁川银行股份有限公司, 东海证券有限责任公司.
const MONEY: [&str; 16] = [
    "银行",
    "证券",
    "保险",
    "人寿",
    "财险",
    "信托",
    "期货",
    "基金管理",
    "结算",
    "融资担保",
    "信贷担保",
    "融资租赁",
    "小额贷款",
    "资产管理",
    "投资管理",
    "消费金融",
];
/// How accounts and columns of the press are called that have no other head: 石家庄交警发布, 银柜财经.
const PRESS: [&str; 18] = [
    "通讯",
    "体育台",
    "新闻台",
    "频道",
    "财经",
    "瞭望",
    "观察",
    "早参",
    "头条",
    "发布",
    "在线",
    "前线",
    "播报",
    "视界",
    "之声",
    "快讯",
    "报道",
    "传媒",
];

/// What two parts of a Chinese name say together, against its head alone.
fn compound(name: &str) -> Option<Kind> {
    let wide = WIDE.iter().any(|w| name.starts_with(w))
        || ["国际", "世界", "亚洲", "全球"].iter().any(|w| name.starts_with(w))
            && SHARED.iter().any(|w| name.ends_with(w))
        || name.starts_with("欧洲") && name.ends_with("中心")
        || name.ends_with("共同体") && !name.contains('医');
    if wide {
        return Some(Kind::International);
    }
    // A federation of a sport, a ward of a hospital, the newsroom of a county.
    const GAMES: [&str; 10] =
        ["棒球", "职棒", "足球", "篮球", "排球", "羽球", "羽毛球", "乒乓", "田径", "网球"];
    let company = name.ends_with("公司");
    if !company && GAMES.iter().any(|w| name.contains(w)) && name.ends_with(['会', '盟', '队', '部']) {
        return Some(Kind::Sport);
    }
    // 农业局农产行销科
    if name.ends_with(['科', '股', '课']) && name.contains(['局', '署', '处']) {
        return Some(Kind::Government);
    }
    if name.ends_with("中心")
        && ["医疗", "医学", "癌症", "胸痛", "疾控", "疾病预防控制"].iter().any(|w| name.contains(w))
    {
        return Some(Kind::Health);
    }
    if ["外科部", "内科部", "外科", "内科", "儿科", "妇产科", "急诊部", "急诊科"]
        .iter()
        .any(|w| name.ends_with(w))
    {
        return Some(Kind::Health);
    }
    // 港川日报有限公司
    let paper = ["报有限公司", "报股份有限公司"].iter().any(|end| name.ends_with(end));
    if paper || name.ends_with("传媒中心") || name.ends_with("新闻中心") {
        return Some(Kind::Media);
    }
    // 国民党高雄市党部, 民进党选举对策委员会.
    const OF_A_PARTY: [&str; 4] = ["党部", "对策委员会", "文传会", "中央党部"];
    if name.contains("党委")
        || name.ends_with("党团")
        || name.contains('党') && OF_A_PARTY.iter().any(|w| name.ends_with(w))
    {
        return Some(Kind::Party);
    }
    // 岚城社区支援协会有限公司: a society incorporated.
    if ["协会有限公司", "学会有限公司", "基金会有限公司", "慈善基金有限公司"]
        .iter()
        .any(|w| name.ends_with(w))
    {
        return Some(Kind::Association);
    }
    // A committee of a company's directors.
    if ["审核委员会", "审计委员会", "薪酬委员会", "提名委员会", "薪资报酬委员会"].contains(&name)
    {
        return Some(Kind::Company);
    }
    if name.ends_with('旅') {
        return Some(Kind::Military);
    }
    if name.ends_with("民调中心") || name.ends_with("民意研究所") {
        return Some(Kind::Research);
    }
    // 交通特别调查队: a squad of the police.
    const SQUADS: [&str; 13] = [
        "警",
        "调查",
        "执法",
        "巡逻",
        "治安",
        "消防",
        "特勤",
        "机动部队",
        "侦查队",
        "规划",
        "勘测",
        "测绘",
        "稽查",
    ];
    if name.starts_with("武警") && !name.ends_with(['院', '司']) {
        return Some(Kind::Military);
    }
    if name.ends_with('队') && name.chars().count() > 3 && SQUADS.iter().any(|w| name.contains(w)) {
        return Some(Kind::Government);
    }
    if name.contains("医大") && name.ends_with('院') && name.contains('附')
        || name.ends_with("医务部")
        || name.ends_with("护理部")
    {
        return Some(Kind::Health);
    }
    // 珠宝加工部: a shop's department, and an assembly of schools.
    if name.ends_with("加工部") || name.ends_with("经营部") || name.ends_with("门市部") {
        return Some(Kind::Company);
    }
    if name.ends_with("议会") && ["中学", "小学", "学校", "业"].iter().any(|w| name.contains(w)) {
        return Some(Kind::Association);
    }
    if name.ends_with("公司") && MONEY.iter().any(|w| name.contains(w)) || name.contains("证券交易所")
    {
        return Some(Kind::Finance);
    }
    // 保证责任…运销合作社 belongs to its members, as a farmers' association does.
    if ["生产合作社", "运销合作社", "消费合作社"].iter().any(|w| name.ends_with(w)) {
        return Some(Kind::Association);
    }
    // A consumers' council of a city; the one of Hong Kong is a statutory body.
    let level = name.chars().next().is_some_and(heads::level);
    if (level || name.chars().count() > 4) && (name.ends_with("消委会") || name.ends_with("消保委")) {
        return Some(Kind::Association);
    }
    // 沈阳铁路局, 青海水电四局, 中铁十二局: companies by their history's name.
    let mut tail = name.strip_suffix('局')?.chars().rev();
    let numbered = tail.next().is_some_and(|c| "一二三四五六七八九十".contains(c));
    let built = numbered && ["中铁", "中交", "水电", "铁建", "电建", "建工"].iter().any(|w| name.contains(w));
    let railway = name.ends_with("铁路局") && name != "国家铁路局";
    (built || railway).then_some(Kind::Company)
}

/// The kind that the folded name tells for certain: a body that is known, or two parts that say it together.
pub(super) fn certain(name: &str) -> Option<Kind> {
    known::kind(name).or_else(|| compound(name)).or_else(|| {
        let chars: Vec<char> = name.chars().collect();
        (chars.len() > 1 && heads::known(&chars)).then(|| heads::kind_of(name)).flatten()
    })
}

/// The kind of a folded name of which nothing is [`certain`]: what its finder knew, else its head, else a telling part;
/// `None` where nothing tells.
pub(super) fn kind(name: &str, known: Option<Kind>, rule: &str) -> Option<Kind> {
    let mut tail = name.chars().rev();
    // 文旅委 is an office of the city and no committee of the party.
    if tail.next() == Some('委')
        && tail.next().is_some_and(|c| !heads::level(c) && !"军党工团纪支常监国地机保".contains(c))
        && !name.ends_with("政法委")
    {
        return Some(Kind::Government);
    }
    let head = heads::kind_of(name);
    let latin = !name.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let known = known.filter(|k| *k != Kind::Other || rule == "head");
    match (known, head) {
        (Some(kind), _) if matches!(rule, "mention" | "alias") => Some(kind),
        // A list or a credit says only what its members have in common; a head says more.
        (Some(_), Some(head)) if latin || matches!(rule, "list" | "credit") => Some(head),
        (Some(kind), _) if kind != Kind::Other || rule == "head" => Some(kind),
        (_, Some(head)) => Some(head),
        (known, None) => PRESS
            .iter()
            .any(|end| name.ends_with(end))
            .then_some(Kind::Media)
            .or_else(|| PARTS.iter().find(|(part, _)| name.contains(part)).map(|p| p.1))
            .or(known.filter(|k| *k != Kind::Other))
            .or(is_club(name).then_some(Kind::Sport)),
    }
}

/// Weirside United, Real Montaro: how clubs are called in English that have no word for their sport.
fn is_club(name: &str) -> bool {
    const ENDS: [&str; 12] = [
        " United",
        " Town",
        " City",
        " Rovers",
        " Wanderers",
        " Athletic",
        " Albion",
        " Hotspur",
        " FA",
        " FC",
        " CF",
        " SC",
    ];
    ENDS.iter().any(|end| name.ends_with(end)) || name.starts_with("Real ") || name.starts_with("FC ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_parts_tell_a_kind_together() {
        for (name, expected) in [
            ("农业处农产行销科", Some(Kind::Government)),
            ("急诊内科", Some(Kind::Health)),
            ("岚川市疾病预防控制中心", Some(Kind::Health)),
            ("中南职棒大联盟", Some(Kind::Sport)),
            ("岚川科技公司", None),
        ] {
            assert_eq!(compound(name), expected, "{name}");
        }
        assert_eq!(kind("国际狮子会300C区", None, "tagger"), Some(Kind::Association));
        assert_eq!(kind("West Harrow FA", None, "tagger"), Some(Kind::Sport));
    }
}
