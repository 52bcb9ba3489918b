//! Names that begin with another name of the article, cut short: 成大新闻中心 of 国立成功大学, 农会信用部 of 斗南镇农会.

use std::collections::HashMap;

use super::canonical::Name;
use super::fuller::Index;
use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::recognize::organization::heads;

/// What such a short beginning has at most, in characters.
const LONGEST: usize = 6;
/// Bodies that stand without their place before a part of theirs.
const OWNERS: [&str; 8] = ["局", "处", "署", "公所", "农会", "渔会", "法院", "检察院"];

/// The name with its beginning spelled out, where another name tells what that is; `root` leads to the fullest name.
pub(super) fn whole(
    document: &Document,
    index: &Index,
    names: &[Name],
    at: usize,
    first: &HashMap<String, usize>,
    root: impl Fn(usize) -> usize,
) -> Option<String> {
    let name = &names[at];
    let chars: Vec<char> = name.text.chars().collect();
    // 成大医院 is known, and by no other name.
    let known = heads::known(&chars) && !name.text.ends_with("医院");
    if chars.len() < 4 || name.text.is_ascii() || known || heads::place(&chars) > 0 {
        return None;
    }
    (2..=LONGEST.min(chars.len() - 2)).rev().find_map(|n| {
        let begun: String = chars[..n].iter().collect();
        // 清华大学|材料系 says enough.
        if begun.ends_with("大学") {
            return None;
        }
        let owner = |to: usize| {
            let full = &names[to];
            let public = matches!(
                full.kind,
                Kind::Education | Kind::Government | Kind::Association | Kind::Health | Kind::Legal
            );
            let longer = full.text.chars().count() > n && full.text != name.text;
            // 建行东平省分行 of 中国建设银行.
            let public = public || full.text.ends_with("银行") && name.text.ends_with('行');
            (public && longer && !full.text.ends_with("公司")).then_some(to)
        };
        let named = || first.get(&begun).and_then(|to| owner(root(*to)));
        // 国立成功大学 may itself stand before a part only: 国立成功大学资源工程学系.
        let known = || index.within(names, &begun).filter(|(to, _)| owner(*to).is_some());
        let headed = || {
            let head = OWNERS.iter().any(|end| begun.ends_with(end)) && heads::is_trade(&begun);
            head.then(|| index.only(names, &begun)).flatten().and_then(|to| owner(root(to)))
        };
        let all = |to: usize| (to, names[to].text.chars().count());
        let (to, count) = named().map(all).or_else(known).or_else(|| headed().map(all))?;
        let rest: String = chars[n..].iter().collect();
        if heads::kind_of(&rest).is_none() || !heads::parted(&chars, n) {
            return None;
        }
        // 清华|大学材料系 is no part of 清华大学|大学….
        let again = rest.chars().next().is_some_and(|c| names[to].text.contains(&format!("{begun}{c}")));
        let full = document.slice(names[to].span).chars().take(count);
        (!again).then(|| full.chain(document.slice(name.span).chars().skip(n)).collect())
    })
}
