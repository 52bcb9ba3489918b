//! The kind of a body, by the head of its name.

use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::heads;

/// Parts of a name that tell its kind wherever they stand, in the order in which they are asked.
const PARTS: [(&str, Kind); 28] = [
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
    ("公司", Kind::Company),
    ("集团", Kind::Company),
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
    let head = heads::kind_of(name);
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
            .unwrap_or(Kind::Company),
    }
}
