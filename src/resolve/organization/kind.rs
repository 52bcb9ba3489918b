//! The kind of a body, by the head of its name.

use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::heads;

/// Parts of a name that tell its kind wherever they stand, in the order in which they are asked.
const PARTS: [(&str, Kind); 31] = [
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
    ("旅", Kind::Military),
];

/// The kind of the folded name: what its finder knew, else its head, else a telling part, else a company.
pub(super) fn kind(name: &str, known: Option<Kind>, rule: &str) -> Kind {
    // Two heads that are read together.
    if name.ends_with("News Agency") {
        return Kind::Media;
    }
    if name.contains("Institute of Technology") {
        return Kind::Education;
    }
    // What belongs to an international body is one, too: 联合国人道主义事务协调厅, 欧盟委员会.
    const WIDE: [&str; 9] = [
        "联合国",
        "欧盟",
        "欧洲联盟",
        "非盟",
        "非洲联盟",
        "东盟",
        "世界卫生组织",
        "国际货币基金组织",
        "共同体",
    ];
    if WIDE.iter().any(|w| name.starts_with(w)) || name.ends_with("共同体") && !name.contains('医') {
        return Kind::International;
    }
    let mut tail = name.chars().rev();
    // 文旅委 is an office of the city and no committee of the party.
    if tail.next() == Some('委')
        && tail.next().is_some_and(|c| !heads::level(c) && !"军党工团纪支常监国地机".contains(c))
        && !name.ends_with("政法委")
    {
        return Kind::Government;
    }
    // A legal form says less than the trade before it: 宁川银行股份有限公司, 东海证券有限责任公司.
    const MONEY: [&str; 9] = ["银行", "证券", "保险", "人寿", "财险", "信托", "期货", "基金管理", "结算"];
    let head = heads::kind_of(name).map(|kind| match kind {
        Kind::Company if name.ends_with("公司") && MONEY.iter().any(|w| name.contains(w)) => Kind::Finance,
        kind => kind,
    });
    let known = known.filter(|k| *k != Kind::Other || rule == "head");
    match (known, head) {
        // A list or a credit says only what its members have in common; a head says more.
        (Some(kind), Some(head))
            if matches!(rule, "list" | "credit" | "mention" | "alias") && kind != head =>
        {
            if rule == "mention" || rule == "alias" { kind } else { head }
        }
        (Some(kind), _) if kind != Kind::Other || rule == "head" => kind,
        (_, Some(head)) => head,
        (known, None) => PARTS
            .iter()
            .find(|(part, _)| name.contains(part))
            .map(|p| p.1)
            .or(known.filter(|k| *k != Kind::Other))
            .unwrap_or(if is_club(name) { Kind::Sport } else { Kind::Company }),
    }
}

/// Weirside United, Real Montaro: how clubs are called in English that have no word for their sport.
fn is_club(name: &str) -> bool {
    const ENDS: [&str; 11] = [
        " United",
        " Town",
        " City",
        " Rovers",
        " Wanderers",
        " Athletic",
        " Albion",
        " Hotspur",
        " FC",
        " CF",
        " SC",
    ];
    ENDS.iter().any(|end| name.ends_with(end)) || name.starts_with("Real ") || name.starts_with("FC ")
}
