//! Whether one Chinese name is a short form of another: 应急部 of 应急管理部, 县老体协 of 县老年人体育协会.

use super::canonical::Name;
use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::heads;

/// True when `full` is a fuller form of `short`: 镇江市分行 of 邮储银行镇江市分行, 应急部 of 应急管理部.
pub(super) fn extends(chars: &[char], short: &Name, full: &Name) -> bool {
    if let Some(rest) = full.text.strip_suffix(short.text.as_str()) {
        // 教育部 alone is not 美国教育部, nor is 国务院 another's; 疾病管制署 is the ministry's.
        let rest: Vec<char> = rest.chars().collect();
        let foreign =
            short.kind == Kind::Government && heads::known(chars) && heads::place(&rest) == rest.len();
        let team = chars.len() == 2 && full.kind == Kind::Sport && rest.len() <= 3;
        return (chars.len() >= 3 || team) && !foreign;
    }
    abbreviates(chars, short, full)
}

/// True for the bodies that are named by parts of their full names.
fn public(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Government
            | Kind::Party
            | Kind::Research
            | Kind::Education
            | Kind::Association
            | Kind::Military
            | Kind::Legal
            | Kind::Health
            | Kind::Sport
    )
}

/// True when the characters of the short name stand in the full one in order, the first where a name begins.
pub(super) fn abbreviates(chars: &[char], short: &Name, full: &Name) -> bool {
    // Most pairs of names are told apart by this alone.
    let mut rest = full.text.chars();
    if chars.len() < 3 || !chars.iter().all(|c| rest.any(|f| f == *c)) {
        return false;
    }
    // A short form is not much shorter: 农业处 is not 农业部农田水利署云林管理处.
    let own = full.text.rsplit_once("科学院").map_or(full.text.as_str(), |(_, own)| own);
    let own = if own.is_empty() { &full.text } else { own };
    let length = unformed(own.rsplit("政府").next().unwrap_or_default()).chars().count();
    // What kind of body a short form is, its end does not always tell: 中消会.
    let told = |kind: Kind| {
        matches!(kind, Kind::Association | Kind::Research | Kind::Government | Kind::Party | Kind::Sport)
    };
    let kinds = short.kind == full.kind
        || told(short.kind) && told(full.kind)
        || full.text.ends_with("行") && short.text.ends_with("行") && full.text.contains("公司");
    if !kinds || length > 3 * chars.len() + 2 {
        return false;
    }
    // 村委会 is no short form of 村监委会.
    if chars[0] == '村' && full.text.starts_with('村') {
        return false;
    }
    // 立法会 is not 立法会交通事务委员会, nor 澳门大学 澳门城市大学.
    let place = heads::place(chars);
    let whole =
        place > 0 && matches!(chars[place..], ['大', '学'] | ['银', '行'] | ['医', '院'] | ['学', '院']);
    if whole || full.text.starts_with(short.text.as_str()) {
        return false;
    }
    let public = public(full.kind);
    let legal = full.text.ends_with("公司") && short.text.ends_with("公司")
        || full.text.ends_with("局有限公司") && short.text.ends_with('局')
        || short.text.ends_with("集团")
            && chars.len() >= 4
            && full.text.contains("集团")
            && initials(chars, &full.text)
        || full.text.ends_with("交易所") && short.text.ends_with('所')
        || full.text.ends_with("合作社") && short.text.ends_with('社')
        || ["分行", "支行"].iter().any(|end| full.text.ends_with(end) && short.text.ends_with(end));
    // 疾管署 is 卫生福利部|疾病管制署, but 交通局 is not 交通部铁道局; 高能所 is 中国科学院|高能物理研究所.
    let office = full
        .text
        .rsplit_once('部')
        .filter(|(before, _)| !before.ends_with(['东', '南', '西', '北', '中', '内', '外', '总']))
        .or_else(|| full.text.rsplit_once("科学院").filter(|_| short.text.ends_with('所')))
        .map(|(_, office)| office)
        .filter(|o| !o.is_empty() && !chars.contains(&'部'));
    let mut rest = office.unwrap_or(&full.text).chars();
    let begins =
        office.map_or_else(|| begins_like(&full.text, chars[0]), |office| office.starts_with(chars[0]));
    (public || legal) && chars.iter().all(|c| rest.any(|f| f == *c)) && begins
}

/// True when the characters of the brand of a group begin words of its full name: 岚能集团 of 岚川省能源投资集团.
fn initials(chars: &[char], full: &str) -> bool {
    let full: Vec<char> = full.chars().collect();
    let mut at = 0;
    chars[..chars.len() - 2].iter().all(|c| {
        let found = (at..full.len()).find(|&i| full[i] == *c && (i == 0 || heads::parted(&full, i)));
        at = found.map_or(full.len(), |i| i + 1);
        found.is_some()
    })
}

/// The bytes of the legal form that a full name begins with: 财团法人|长安纪念医院, 国立|中山大学, 台北市立|建国中学.
pub(super) fn form(full: &str) -> usize {
    const FORMS: [&str; 7] = ["保证责任", "有限责任", "医疗财团法人", "财团法人", "社团法人", "国立", "私立"];
    if let Some(form) = FORMS.iter().find(|form| full.starts_with(**form)) {
        return form.len();
    }
    ["市立", "县立"].iter().find_map(|form| full.find(form).map(|at| at + form.len())).unwrap_or(0)
}

/// A full name without the legal form and the state before it: 财团法人|中华民国|消费者文教基金会.
fn unformed(full: &str) -> &str {
    let name = &full[form(full)..];
    ["中华民国", "台湾", "国家"].iter().find_map(|state| name.strip_prefix(state)).unwrap_or(name)
}

/// What the last character of a short name is short for where the full one ends otherwise: 协 of 协会.
pub(super) fn whole_end(last: char) -> Option<&'static str> {
    Some(match last {
        '委' => "委员会",
        '协' => "协会",
        '联' => "联合会",
        '大' => "大学",
        '中' => "中学",
        '办' => "办公室",
        '指' => "指挥部",
        '检' => "检察署",
        '团' => "集团有限公司",
        '局' => "局有限公司",
        _ => return None,
    })
}

/// True when the characters of one name stand in another in order.
pub(super) fn within(short: &str, full: &str) -> bool {
    let mut rest = full.chars();
    short.chars().all(|c| rest.any(|f| f == c))
}

/// True when a full name, from the brand on, spells out the brand of a company or the name of a house: 长庚 of
/// 长庚纪念医院, 禾晟光学医材 of 禾晟光学医疗器材股份有限公司.
pub(super) fn spells(brand: &str, name: &Name, begun: &str, full: &Name) -> bool {
    let count = brand.chars().count();
    if matches!(full.kind, Kind::Health | Kind::Education) {
        const HOUSES: [&str; 8] =
            ["医院", "纪念医院", "综合医院", "总医院", "大学", "中学", "高级中学", "小学"];
        let chars: Vec<char> = brand.chars().collect();
        let named = brand == name.text && !heads::known(&chars) && heads::place(&chars) < count;
        let kinds = name.kind == full.kind || name.kind == Kind::Company;
        return named && kinds && begun.strip_prefix(brand).is_some_and(|rest| HOUSES.contains(&rest));
    }
    let private = |kind: Kind| matches!(kind, Kind::Company | Kind::Finance);
    count >= 4
        && begun.ends_with("公司")
        && private(name.kind)
        && private(full.kind)
        && within(brand, begun.split_once("有限").map_or(begun, |(core, _)| core))
}

/// True when a full name begins with the first character of the short one, after its place and government or not:
/// 屏东县政府|环境保护局, 保证责任|台南市|楠玉果菜运销合作社.
pub(super) fn begins_like(full: &str, start: char) -> bool {
    let first = Some(start);
    let inner = full.split_once("政府").map_or("", |(_, rest)| rest);
    let chars: Vec<char> = unformed(full).chars().collect();
    let n = heads::place(&chars);
    // A county that no table knows: 清淮县|丰泽农机专业合作社.
    let unknown = chars.iter().take(4).rposition(|c| heads::level(*c)).map_or(0, |at| at + 1);
    [chars.first(), chars.get(n), chars.get(unknown)].contains(&first.as_ref())
        || full.starts_with(start)
        || inner.chars().next() == first
        || begins_part(full, start)
}

/// True when a part of the body begins with the character: 刑事警察局|南部打击犯罪中心, 中国水产科学研究院|黄海水产研究所.
fn begins_part(full: &str, first: char) -> bool {
    let mut rest = full;
    while let Some((_, part)) = rest.split_once(['局', '署', '院', '司']) {
        if part.starts_with(first) && part.chars().count() >= 4 {
            return true;
        }
        rest = part;
    }
    false
}
