//! Digits and numerals that are no figures: names, models, grades, identifiers, list markers, telephone numbers,
//! addresses, set phrases.

use super::bound::Hedge;
use super::chinese::Number;
use std::sync::LazyLock;

use super::unit::Tail;
use super::words::{self, Lazy, Words};
use crate::text::class::Class;
use crate::text::numeral::Form;
use crate::value::currency;
use crate::value::decimal::Decimal;
use crate::view::View;

/// How far an address or an identifier is looked at on either side.
const REACH: usize = 64;

/// Digits that belong to an identifier: the range of characters that is to be read as nothing.
pub(super) fn identifier(view: &View<'_>, at: usize, run: usize) -> Option<(usize, usize)> {
    if run > crate::text::numeral::MAX_DIGITS {
        return Some((at, at + run));
    }
    telephone(view, at, run)
        .or_else(|| spaced_telephone(view, at, run))
        .or_else(|| address(view, at))
        .or_else(|| docket(view, at, run))
}

/// 010-12345678, 400-800-1234, +86 10 1234 5678, 13800000000.
fn telephone(view: &View<'_>, at: usize, run: usize) -> Option<(usize, usize)> {
    let mut end = at + run;
    let mut groups = 1;
    let mut total = run;
    let mut last = run;
    let digits = |from: usize| {
        view.classes
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take(13)
            .take_while(|c| **c == Class::Digit)
            .count()
    };
    while groups < 4 && matches!(view.at(end), '-' | '–') {
        let next = digits(end + 1);
        if next < 3 {
            break;
        }
        (end, total, last, groups) = (end + 1 + next, total + next, next, groups + 1);
    }
    let zero = view.at(at) == '0' && (run >= 3 || run == 2 && last >= 7);
    let dashed = groups > 1
        && total >= 9
        && last >= 4
        && (zero || run == 3 || view.starts_with(at, "400") || groups > 2);
    let mobile = run == 11 && view.at(at) == '1' && groups == 1 && matches!(view.at(at + 1), '3'..='9') && {
        let next = view.at(end);
        !('\u{4E00}'..='\u{9FFF}').contains(&next) && next != '%'
    };
    let plus = view.at(at.wrapping_sub(1)) == '+' && run <= 3 && view.at(end) == ' ' && digits(end + 1) >= 2;
    if plus {
        while matches!(view.at(end), ' ' | '-') && digits(end + 1) > 0 {
            end += 1 + digits(end + 1);
        }
        return Some((at - 1, end));
    }
    (dashed || mobile).then_some((at, end))
}

/// (312) 555-0170, 0300 555 0199, 02 2345 6789: groups of digits that begin with an area code.
fn spaced_telephone(view: &View<'_>, at: usize, run: usize) -> Option<(usize, usize)> {
    let bracketed = view.at(at.wrapping_sub(1)) == '(' && view.at(at + run) == ')' && (2..=5).contains(&run);
    let free = view.starts_with(at, "1800") || view.starts_with(at, "1300");
    let area = (view.at(at) == '0' || free && run == 4)
        && (2..=5).contains(&run)
        && matches!(view.at(at + run), ' ' | ')');
    if !bracketed && !area {
        return None;
    }
    let digits = |from: usize| {
        view.classes
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take(9)
            .take_while(|c| **c == Class::Digit)
            .count()
    };
    let mut end = at + run + usize::from(view.at(at + run) == ')');
    let (mut total, mut groups) = (run, 1);
    while groups < 4 {
        let from = end + usize::from(matches!(view.at(end), ' ' | '-' | '–'));
        let next = digits(from);
        if !(3..=8).contains(&next) {
            break;
        }
        (end, total, groups) = (from + next, total + next, groups + 1);
    }
    let numeral = matches!(view.at(end), '%' | '.' | ',') && view.at(end + 1).is_ascii_digit();
    (groups > 1 && (9..=12).contains(&total) && !numeral).then_some((at, end))
}

/// An e-mail or web address around the digits.
fn address(view: &View<'_>, at: usize) -> Option<(usize, usize)> {
    let inside = |c: &char| {
        c.is_ascii_graphic() && !matches!(c, '(' | ')' | ',' | ';' | '"' | '<' | '>' | '[' | ']' | '|')
    };
    let previous = view.at(at.wrapping_sub(1));
    if !previous.is_ascii_graphic() && !view.at(at + 1).is_ascii_graphic() {
        return None;
    }
    let start = at - view.chars[at.saturating_sub(REACH)..at].iter().rev().take_while(|c| inside(c)).count();
    let end =
        at + view.chars[at..(at + REACH).min(view.chars.len())].iter().take_while(|c| inside(c)).count();
    let token = &view.chars[start..end];
    if token.len() < 6 || !token.iter().any(|c| matches!(c, '@' | '/' | '.')) {
        return None;
    }
    let has = |word: &str| {
        let word: Vec<char> = word.chars().collect();
        token.windows(word.len()).any(|w| w == word.as_slice())
    };
    let host = token.windows(4).any(|w| w[0] == '.' && w[1..].iter().all(char::is_ascii_lowercase))
        && has("/")
        && token.iter().any(char::is_ascii_lowercase);
    let found = has("://")
        || has("www.")
        || has(".com")
        || has(".cn")
        || has(".org")
        || has(".gov")
        || has(".net")
        || host
        || token.iter().position(|c| *c == '@').is_some_and(|i| i > 0 && token[i..].contains(&'.'));
    found.then_some((start.max(at), end))
}

/// Hengqi 3.0, Llama 4: a name in Latin letters and its version, within Chinese text.
///
/// Whole numbers below 100 and decimals with one place, where no unit follows.
pub(super) fn version(view: &View<'_>, at: usize, run: usize) -> Option<(usize, usize)> {
    let letter = |i: usize| view.at(i).is_ascii_alphabetic();
    if at < 3 || view.at(at - 1) != ' ' || !view.at(at - 2).is_ascii_lowercase() {
        return None;
    }
    let start = (0..at - 1).rev().take(16).take_while(|&i| letter(i)).last()?;
    let end = match view.at(at + run) {
        '.' if view.at(at + run + 1).is_ascii_digit() && !view.at(at + run + 2).is_ascii_digit() => {
            at + run + 2
        }
        '.' if view.at(at + run + 1).is_ascii_digit() => return None,
        _ => at + run,
    };
    let next = view.at(end);
    let decimal = end > at + run;
    let amount = matches!(next, '万' | '亿' | '%' | '元' | ',' | '-' | ':' | '/' | '千' | '百' | '年' | '月')
        || next.is_ascii_alphanumeric()
        || next == ' ' && view.at(end + 1).is_alphanumeric() && !decimal
        || crate::value::unit::chinese_at(view.chars, end).is_some_and(|(unit, stop)| {
            !decimal || stop > end + 1 || unit.dimension != crate::value::unit::Dimension::Count
        });
    (view.at(start).is_ascii_uppercase() && at - start > 3 && run <= 2 && !amount).then_some((at, end))
}

/// 〔2024〕3号, [2024]第3号.
fn docket(view: &View<'_>, at: usize, run: usize) -> Option<(usize, usize)> {
    let opened = matches!(view.at(at.wrapping_sub(1)), '〔' | '[' | '(' | '【' | '﹝');
    let closed = matches!(view.at(at + run), '〕' | ']' | ')' | '】' | '﹞');
    if !(opened && closed && run == 4) {
        return None;
    }
    let mut end = at + run + 1;
    while end < at + run + 12
        && (('\u{4E00}'..='\u{9FFF}').contains(&view.at(end)) && view.at(end) != '号'
            || view.at(end).is_ascii_digit())
    {
        end += 1;
    }
    let number = view.chars.get(at + run + 1..end)?.iter().any(char::is_ascii_digit);
    (number && view.at(end) == '号').then_some((at - 1, end + 1))
}

/// True where the digits are glued to letters, other digits or signs: H200, F-16, 5G, 1.2.3, 3-B.
pub(super) fn stuck(view: &View<'_>, start: usize, end: usize) -> bool {
    let previous = view.at(start.wrapping_sub(1));
    let before = view.at(start.wrapping_sub(2));
    let next = view.at(end);
    let letter = |c: char| c.is_alphabetic() && !('\u{3000}'..='\u{9FFF}').contains(&c);
    if letter(previous) && currency::sign_before(view.chars, start).is_none() {
        return true;
    }
    let joined = matches!(previous, '-' | '_' | '–' | '.' | '/') && (before.is_alphanumeric());
    joined
        || letter(next)
        || matches!(next, '_' | '/' | '\\' | '#' | '@')
        || matches!(next, '-' | '.') && view.at(end + 1).is_ascii_alphanumeric()
}

/// Words before an identifier.
static LABELS: &[&str] = &[
    "电话",
    "热线",
    "代码",
    "编号",
    "证号",
    "邮编",
    "账号",
    "号码",
    "编码",
    "传真",
    "手机",
    "微信",
    "QQ",
    "型号",
    "第",
    "版",
    "国道",
    "省道",
    "国",
    "NO.",
    "No.",
    "拨打",
    "股票",
    "页码",
    "电话:",
    "热线:",
    "编号:",
    "邮编:",
    "代码:",
    "号:",
    "房间",
    "号楼",
    "单元",
    "航班",
    "次列车",
    "G",
    "国足U",
    "安卓",
    "iOS ",
    "Windows ",
    "iPhone ",
    "苹果",
    "小米",
    "波音",
    "空客",
    "歼",
    "运",
    "直",
    "苏-",
    "东风",
    "长征",
    "神舟",
    "天舟",
    "嫦娥",
    "天问",
    "北斗",
    "米格",
    "问界M",
    "荣耀",
    "红米",
    "麒麟",
    "骁龙",
    "阿波罗",
    "猎鹰",
    "辽宁舰",
    "沪深",
    "中证",
    "上证",
    "标普",
    "恒生",
    "富时",
    "日经",
    "创业板",
    "科创",
    "国证",
    "纳斯达克",
];

/// A number in digits without a unit: whether it is something else than a count.
pub(super) fn no_count(view: &View<'_>, first: &Number, hedged: bool) -> bool {
    let (start, end) = (first.start, first.end);
    let n = &first.numeral;
    let previous = view.at(start.wrapping_sub(1));
    let next = view.at(end);
    // 5亿A股: behind a multiplier a letter begins the next word.
    let glued = if n.form == Form::Mixed { stuck_before(view, start) } else { stuck(view, start, end) };
    let counted = COUNTED.at(view, end).is_some() && n.value < 200.into();
    if glued
        || n.form != Form::Mixed
            && matches!(
                next,
                '年' | '月'
                    | '日'
                    | '号'
                    | '时'
                    | '点'
                    | '版'
                    | '型'
                    | '路'
                    | '栋'
                    | '系'
                    | '米'
                    | '分'
                    | '后'
                    | '级'
                    | '晚'
                    | '线'
            )
    {
        return true;
    }
    if hedged
        || n.form == Form::Mixed
        || counter(view, start)
        || counter_after(view, end)
        || side_by_side(view, first)
    {
        return false;
    }
    if view.ends_with(start, "第") || view.at(start) == '0' && n.value >= Decimal::ONE {
        return true;
    }
    let plain = n.end - start;
    let integer = n.value.integer().unwrap_or_default();
    let separated = view.chars[start..n.end].iter().any(|c| *c == ',' || *c == '.');
    // A whole number that a noun follows directly is mostly part of a name (58同城, 120急救); one that a clause ends
    // with says how much something is (指数为42).
    let han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    // 伊利沙伯医院　402: a cell of a table, as the last of its line
    let wide = |i: usize| view.at(i) == ' ' && matches!(view.original(i, i + 1), "\u{3000}" | "\t");
    let cell =
        start > 1 && wide(start - 1) && han(view.at(start - 2)) && next == '\0' && (3..=5).contains(&plain);
    let said = cell || "为至到在于是达报有升降破÷等得送收死奖:数率值价量比额分".contains(previous);
    let named = !separated
        && !counted
        && if han(next) { !"和与及并死伤胜负省人".contains(next) } else { !said };
    // Years, long identifiers, list markers, things in brackets, clock times and dates.
    let year = plain == 4 && (1900..2100).contains(&integer) && !separated;
    let long = plain >= 6 && !separated;
    let marker = matches!(next, '.' | '、' | ')' | ':' | '．')
        && plain <= 2
        && (start == 0
            || matches!(previous, '(' | '\n' | ' ' | '。' | ';')
            || previous == ':' && matches!(next, '.' | '、' | '．'));
    let bracketed = matches!(previous, '(' | '[' | '【' | '〔' | '<' | '《')
        && matches!(next, ')' | ']' | '】' | '〕' | '>' | '》');
    let clock = (next == ':' && view.at(end + 1).is_ascii_digit())
        || (previous == ':' && view.at(start.wrapping_sub(2)).is_ascii_digit());
    let quoted = matches!(previous, '“' | '"' | '「' | '‘' | '#') || matches!(next, '”' | '」' | '’');
    let dated = matches!(previous, '月' | '年' | '/')
        || next == '/'
        || matches!(previous, '-' | '–' | '—' | '~' | '至') && plain <= 4
        || matches!(next, '-' | '–' | '—' | '~');
    let labelled = LABELS.iter().any(|word| view.ends_with(start, word));
    let heading = plain <= 2 && start == 0;
    named || year || long || marker || bracketed || clock || quoted || dated || labelled || heading
}

/// What pages count below an article: 点赞 312　在看 97.
const COUNTERS: &[&str] = &[
    "点赞",
    "赞",
    "阅读",
    "阅读量",
    "在看",
    "分享",
    "评论",
    "转发",
    "播放",
    "播放量",
    "浏览",
    "浏览量",
    "收藏",
    "点击",
    "点击量",
    "浏览人次",
    "浏览数",
    "点阅",
    "点阅数",
    "观看次数",
    "人气",
    "粉丝",
    "关注",
    "跟贴",
    "回复",
];

/// Whether one of them stands behind the number, as the last word of its line: 877评论.
fn counter_after(view: &View<'_>, end: usize) -> bool {
    let gap = usize::from(view.at(end) == ' ');
    COUNTERS.iter().any(|word| {
        view.starts_with(end + gap, word)
            && !('\u{4E00}'..='\u{9FFF}').contains(&view.at(end + gap + word.chars().count()))
    })
}

/// Whether one of them stands before the number.
fn counter(view: &View<'_>, start: usize) -> bool {
    let gap = view.chars[..start].iter().rev().take(3).take_while(|c| matches!(c, ' ' | ':')).count();
    gap > 0 && COUNTERS.iter().any(|word| view.ends_with(start - gap, word))
}

/// A bare 百 千 万 with a hedge before it that begins a word: 超万, but not 超百货.
pub(super) fn stuck_han(view: &View<'_>, first: &Number) -> bool {
    matches!(view.at(first.end), '分' | '货' | '姓' | '科' | '般' | '年' | '米')
}

/// Nouns that a Chinese numeral counts without a classifier: 五部委, 七部门, 两方面.
static COUNTED: Lazy = Lazy::new(|| {
    Words::new(
        "车道 篮板 助攻 抢断 盖帽 方面 方向 领域 部委 部门 省市 县市 省份 省区 地市 国家 单位 大洲 城市 企业 银行 机构 区县 乡镇 兄弟 姐妹",
    )
});

/// 九男十三女, 4金3银2铜: kinds of one thing, counted side by side.
fn side_by_side(view: &View<'_>, first: &Number) -> bool {
    let numeral = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c);
    let next = view.at(first.end);
    ["男女", "金银铜", "胜平负败"].iter().any(|kinds| {
        let behind = view.at(first.start.wrapping_sub(1));
        kinds.contains(next)
            && first.numeral.value < 1000.into()
            && (numeral(view.at(first.end + 1))
                || kinds.contains(behind) && numeral(view.at(first.start.wrapping_sub(2))))
    })
}

/// A Chinese numeral without a unit: whether it counts something.
pub(super) fn han_counts(view: &View<'_>, first: &Number, hedged: bool) -> bool {
    let n = &first.numeral;
    let next = view.at(first.end);
    if matches!(next, '年' | '月' | '日' | '号' | '时' | '点' | '分' | '星' | '一' | '五') {
        return false;
    }
    if COUNTED.at(view, first.end).is_some() {
        return !(first.single() && n.value <= Decimal::ONE);
    }
    if side_by_side(view, first) {
        return true;
    }
    let long = n.end - first.start >= 2;
    let great = n.value >= 100.into();
    if long && (hedged || first.hedge.bound.is_some()) {
        return true;
    }
    // 十 and 廿五 alone are names and festivals more often than counts; 一千二百 is a number.
    long && great && !matches!(view.at(first.start.wrapping_sub(1)), '“' | '·' | '《' | '「')
}

/// A level in Chinese numerals (二级医院, 三级甲等) is a grade; with 以上, or of wind or an earthquake it is a figure.
pub(super) fn level(view: &View<'_>, first: &Number) -> bool {
    let from = first.start.saturating_sub(6);
    let near = view.chars[from..first.start].iter().any(|c| matches!(c, '风' | '震' | '浪'));
    let after =
        view.chars.get(first.end + 1..).unwrap_or_default().iter().take(5).any(|c| matches!(c, '风' | '震'));
    near || after || matches!(view.at(first.start.wrapping_sub(1)), '县' | '村' | '乡' | '市' | '区' | '镇')
}

/// Classifiers with a noun that make a name of what stands before them: 77国集团, 三次会议.
static CALLED: Lazy = Lazy::new(|| {
    Words::new(
        "国集团 国联盟 次会议 次全会 次全体 次扩大 次代表 次委员 个意识 个全面 个自信 个维护 个确立 个争创 国演义 项承诺 个必须 个务必 个面向 部曲 字经 件宝 大战役 大名著 宫格 季度",
    )
});

/// Number and classifier that are a name, a grade or a set phrase: 4A级, 3号楼, 一期.
pub(super) fn graded(view: &View<'_>, first: &Number, tail: &Tail) -> bool {
    let start = first.start;
    let previous = view.at(start.wrapping_sub(1));
    let unit = view.at(tail.from);
    if first.in_digits() && stuck_before(view, start) {
        return true;
    }
    let year = first.numeral.form == Form::Digits
        && first.numeral.end - start == 4
        && first.numeral.value >= 1900.into()
        && first.numeral.value < 2100.into()
        && first.end == first.numeral.end;
    if year
        && matches!(
            unit,
            '款' | '版'
                | '首'
                | '群'
                | '届'
                | '级'
                | '班'
                | '期'
                | '季'
                | '国'
                | '型'
                | '省'
                | '市'
                | '区'
                | '县'
                | '大'
                | '强'
                | '中'
                | '队'
                | '地'
        )
    {
        return true;
    }
    let padded = view.at(start) == '0' && first.in_digits() && first.numeral.value >= Decimal::ONE;
    if first.numeral.form == Form::HanDigits || padded || CALLED.at(view, tail.from).is_some() {
        return true;
    }
    let han = first.numeral.form == Form::Han;
    let single = first.single();
    if single && slogan(view, start) {
        return true;
    }
    // 二次 and 二期 rank; two of a thing are 两.
    if single
        && first.numeral.value == 2.into()
        && previous != '第'
        && view.at(start) == '二'
        && !matches!(unit, '人' | '位' | '名' | '者' | '层')
    {
        return true;
    }
    // 18号3栋2单元501室: an address.
    if matches!(unit, '栋' | '幢' | '座' | '室' | '层' | '楼')
        && matches!(previous, '号' | '区' | '路' | '园' | '街' | '栋' | '苑' | '村')
        && first.in_digits()
    {
        return true;
    }
    match unit {
        '届' | '号' => true,
        // 三期工程 is a phase; 分三期建设 counts them.
        '期' if han => {
            let counted = "第分共有了办满开设出续连".contains(previous);
            previous != '第'
                && (view.starts_with(tail.end, "工程")
                    || view.starts_with(tail.end, "项目")
                    || single && !counted)
        }
        '代' if han && single => previous != '第' && view.at(tail.end) != '人',
        '本' if han && single => {
            !matches!(view.at(tail.end), '书' | '册' | '小' | '新' | '著' | '杂' | '《' | '译')
        }
        '版' if view.chars[start..first.end].contains(&'.') => true,
        '版' | '季' | '章' | '讲' | '课' | '节' if han && previous != '第' => {
            first.numeral.value <= 3.into() && unit != '节' && unit != '课' && unit != '讲'
        }
        '方' | '面' | '手' | '头' | '口' | '门' | '眼' | '界' | '城' | '国' | '岸' | '地' | '室' | '馆'
        | '园' | '岛' | '队' | '军' | '社' | '店' | '党' | '员' | '族' | '机' | '芯' | '核' | '院' | '局'
        | '字' | '味' | '声' | '房' | '厅'
            if single =>
        {
            matches!(
                unit,
                '方' | '面'
                    | '手'
                    | '头'
                    | '眼'
                    | '界'
                    | '岸'
                    | '地'
                    | '国'
                    | '族'
                    | '机'
                    | '员'
                    | '军'
                    | '声'
                    | '城'
                    | '园'
                    | '社'
            )
        }
        '大' => han && first.numeral.value == Decimal::ONE,
        _ => false,
    }
}

/// The number is glued to what stands before it: A4, F-16, 1.2.3, “苏-35”.
pub(super) fn stuck_before(view: &View<'_>, start: usize) -> bool {
    let previous = view.at(start.wrapping_sub(1));
    let before = view.at(start.wrapping_sub(2));
    let letter = |c: char| c.is_alphabetic() && !('\u{3000}'..='\u{9FFF}').contains(&c);
    (letter(previous) && currency::sign_before(view.chars, start).is_none())
        || (matches!(previous, '-' | '–' | '_' | '.') && (before.is_ascii_alphanumeric() || before == '”'))
        || (previous == '-' && ('\u{4E00}'..='\u{9FFF}').contains(&before))
}

/// Set phrases that begin with a numeral; what they contain is no figure.
static PHRASES: Lazy = Lazy::new(|| {
    Words::new(
        "一带一路 一路 一致 一直 一样 一般 一定 一些 一切 一起 一体 一流 一线 一旦 一度 一时 一贯 一律 \
     一边 一面 一番 一道 一下 一方面 一手 一把手 一次性 一代 一系列 一站式 一揽子 一心 一举 一同 一向 \
     一再 一味 一席 一股 一阵 一种 一位 一名 一家人 一分为 一国两制 一国 一市 一县一 一村一 一企一 \
     一人一 一事一 一户一 一院一 一校一 一江 一区 一毛不 一级 一类 一等 一期 一审 一楼 一层 一把 一行 \
     一句话 一口气 一瞬 一刻 一片 一批 一场 一窗 一网 一码 一图 一卡 二手 二维 二级 二线 二等 二次元 \
     二十四节气 二审 二胎 二孩 二楼 三农 三国 三峡 三亚 三明 三星 三维 三级 三线 三等 三甲 三角 三资 \
     三伏 三九 三产 三权 三好 三八 三军 三番五次 三言两语 十天半 一千零一夜 十万个为什么 八九不离十 三心二意 三长两短 三更 三天两头 三三两两 \
     三通一平 三会一课 三个代表 三严三实 三中全会 三公 三重一大 三孩 三名一 三句不离 三生三世 \
     三位一体 三高 三包 三无 三方 三通 三样 三不 三区三线 三北 四川 四面八方 四通八达 四季 四肢 四处 四周 四海 \
     四平 四大名著 四史 四库 四有 四好 四个意识 四个自信 四个全面 四中全会 四合院 四书 四级 四化 四风 \
     四环 三环 二环 五环 六环 五金 五谷 五星 五行 五台 五常 五花八门 五颜六色 五湖四海 五位一体 \
     五年规划 五年计划 五四 五一 五险 五粮 五指山 五彩 五中全会 五级 六合 六安 六盘水 六神 六中全会 \
     六一 六稳 六保 七夕 七一 七嘴八舌 七上八下 七级 七月 七里 八一 八达 八卦 八宝 八项规定 八路 八方 \
     八级 九江 九龙 九寨 九州 九华 九一八 九牛 九月 九阳 九安 十分 十足 十堰 十字 十全 十佳 十一届 \
     十月 十之八九 十年磨 十里八乡 十九届 十八大 十九大 二十大 二十届 十四届 十五届 十六届 十七届 \
     十八届 十四五 十三五 十五五 十二五 十一五 百姓 百货 百度 百家 百花 百年 百科 百般 百色 百世 百强 \
     百联 百济 百万千瓦级 百里 百日 百倍 百战 百折 百事 百合 百炼 百草 千岛 千方百计 千家万户 \
     千军万马 千年 千变万化 千里 千百 千古 千秋 千山 千金 千篇 千丝万缕 千人计划 千钧 千帆 千禧 千亩 \
     万科 万达 万一 万物 万象 万众 万民 万隆 万州 万宁 万盛 万荣 万事 万方 万家 万里 万岁 万能 万全 \
     万分 万华 万国 万年 万无一失 万马 万有 万丈 万千 亿万 亿纬 亿利 亿联 两会 两口子 两口儿 六盘山 六盘 两岸 两江 \
     两弹一星 两手 两国 两地 两个维护 两个确立 两山 两新 两重 两高 两院 两用 两性 两旁 两翼 两极 \
     两边 两侧 两端 两难 两厢 两栖 两面 两票制 两免 半导体 半岛 半决赛 半径 半成品 半山 半壁 半空 \
     半路 半途 半场 半球 半夜 半天 半程 半月谈 半挂 半价 零距离 零售 零部件 零件 零下 零工 零食 零碳 \
     零排放 零组 零配 零关税 零容忍 零时 零担 零跑 零星 零散 零钱 零花 零增长 零突破 零事故 数据 数字 数控 \
     数码 数学 数量 数额 数值 几乎 几何 几内亚 陆军 陆地 陆续 陆海 伍德 兆丰 兆易 兆头",
    )
});

/// A set phrase or a name at a Chinese numeral: where it ends.
pub(super) fn phrase(view: &View<'_>, at: usize) -> Option<usize> {
    let first = view.at(at);
    let previous = view.at(at.wrapping_sub(1));
    // Numerals that end a word: 统一, 唯一, 星期五, 周三, 不一.
    let ends_word = match first {
        '一' => "统唯单同逐专合万不第划之某".contains(previous) || matches!(view.at(at + 1), '一' | '是'),
        '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' => {
            let weekday = matches!(first, '二' | '三' | '四' | '五' | '六');
            weekday
                && (previous == '周' && !view.ends_with(at, "一周")
                    || view.ends_with(at, "星期")
                    || view.ends_with(at, "礼拜"))
                || previous == '初'
        }
        '数' => "次人指系参总函基负正少多分点件倍个计岁级位度户套篇字无".contains(previous),
        '万' => previous == '千',
        '千' => previous == '秋',
        _ => false,
    };
    if ends_word && view.at(at + 1) != '万' {
        return Some(at + 1);
    }
    let hedge = super::bound::before(view, at, true);
    if hedge.0 < at && hedge.1 != Hedge::NONE {
        return None;
    }
    let found = PHRASES.at(view, at)?;
    // 省市县三级 and 有四处 count.
    let counted = match view.at(at + 1) {
        '级' => {
            "县村乡市区镇".contains(previous) || matches!(view.at(at + 2), '风' | '大' | '阵' | '强' | '地')
        }
        '处' => "有共".contains(previous),
        _ => false,
    };
    if counted && found == 2 {
        return None;
    }
    // 四平方米, 三公里, 十分钟, 万分之三 are no phrases.
    let unit = crate::value::unit::chinese_at(view.chars, at + 1).is_some_and(|(_, end)| end > at + 2);
    if found == 2 && (unit || view.starts_with(at + 1, "分之")) {
        return None;
    }
    // 一批 and the like are articles: the next numeral may begin right behind; 三方面 is no 三方.
    Some(at + found)
}

/// Words before a number that make it a name: `Windows 11`, `Flight 370`, `Section 230`.
static NAMED: LazyLock<std::collections::HashSet<&'static str>> = LazyLock::new(|| {
    "windows iphone ipad ios android galaxy pixel xbox playstation boeing airbus flight route highway interstate section article chapter \
     level type grade phase class category version vol volume page figure table channel radio room gate pier platform proposition prop bill \
     apollo falcon soyuz shenzhou chang'e voyager mercury gemini artemis formula group apartment suite terminal line model mark mk \
     ftse nikkei nasdaq s&p dax cac stoxx fortune forbes russell csi catch division act part unit block district ward \
     resolution title schedule rule appendix annex exhibit clause paragraph amendment order directive regulation \
     tu-154 intel pentium opteron core ryzen web area studio season episode verse psalm bbc itv sky \
     superman spider-man toy rocky terminator shrek halo doom quake unreal photoshop office exchange java php python linux kernel \
     ticker p. pp. dial dialling dialing tel phone fax zip postcode isbn issn doi id ref lot serial code issue edition iso en bs rfc ip usb http mpeg mp hd \
     update pack explorer messenger player toast solaris aol html css fx firewire expedition athlon geforce depression region \
     form passcode local poor's advisory jboss mandrakelinux hr server enterprise stage week round game day tier zone box agenda target goal question step option item note"
        .split_whitespace()
        .collect()
});

static MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "jan.",
    "feb.",
    "mar.",
    "apr.",
    "jun.",
    "jul.",
    "aug.",
    "sep.",
    "sept.",
    "oct.",
    "nov.",
    "dec.",
];

fn month(word: &str) -> bool {
    MONTHS.contains(&word)
}

/// A number in English text that is glued to letters or is part of a date, a clock time or a list of identifiers.
pub(super) fn english(view: &View<'_>, first: &English) -> bool {
    let (start, end) = (first.start, first.end);
    let previous = view.at(start.wrapping_sub(1));
    let before = view.at(start.wrapping_sub(2));
    let next = view.at(end);
    let after = view.at(end + 1);
    if start > 0
        && first.money.is_none()
        && (previous.is_alphanumeric()
            || matches!(previous, '-' | '–' | '_' | '.' | '/' | ':' | '’' | '\'' | '@' | ',')
                && before.is_alphanumeric())
    {
        return true;
    }
    if !view.at(start).is_ascii_digit() {
        return month(&words::after(view, end).0) && next == ' ' && first.numeral.ordinal;
    }
    // 10:30, 7pm, 3 p.m., 1990s, 5G, 747-400B, 1.2.3
    let unit_follows = next.is_alphabetic()
        && crate::value::unit::symbol_at(view.chars, end).is_none()
        && currency::code_at(view.chars, end).is_none()
        && !super::english_quantity::degrees(view, start, end)
        && (next != 'p' || after.is_alphanumeric());
    let meridiem = |at: usize| {
        matches!((view.at(at).to_ascii_lowercase(), view.at(at + 1).to_ascii_lowercase()), ('a' | 'p', 'm'))
            && !view.at(at + 2).is_alphanumeric()
            || view.starts_with(at, "a.m")
            || view.starts_with(at, "p.m")
            || view.starts_with(at, "o'clock")
            || view.starts_with(at, "o’clock")
    };
    let clock = next == ':' && after.is_ascii_digit() || meridiem(end) || next == ' ' && meridiem(end + 1);
    clock || unit_follows || matches!(next, '.' | '/') && after.is_ascii_digit() || next == '_'
}

type English = super::english_quantity::Number;

/// An English number without a unit that is no count.
pub(super) fn english_bare(view: &View<'_>, first: &English, hedged: bool) -> bool {
    let n = &first.numeral;
    let (start, end) = (first.start, first.end);
    let digits = view.at(start).is_ascii_digit();
    let (word, word_start) = words::before(view, start);
    let (next, next_end) = words::after(view, end);
    let spaced = view.at(end) == ' ';
    if n.value == Decimal::ONE && !digits && !hedged || n.bare {
        return true;
    }
    // Net zero, zero-tolerance, six figures: set terms.
    let term = match next.as_str() {
        "figure" | "figures" => !digits || n.value < 10.into(),
        "tolerance" | "sum" | "hour" | "day" | "covid" | "carbon" | "waste" | "trust" | "emission" => {
            n.value.is_zero() && view.at(end) == '-'
        }
        _ => n.value.is_zero() && matches!(word.as_str(), "net" | "ground" | "absolute" | "patient" | "sub"),
    };
    if term {
        return true;
    }
    if month(&word) || spaced && (month(&next) || next == "of" && month(&words::after(view, next_end).0)) {
        return true;
    }
    if named_before(view, start) || view.ends_with(start, "&P ") || view.ends_with(start, "amp;P ") {
        return true;
    }
    // 4K, 8K: screens.
    if digits
        && view.at(end.wrapping_sub(1)) == 'K'
        && end - start == 2
        && matches!(view.at(start), '4' | '8')
    {
        return true;
    }
    if !digits {
        let capital = view.at(start).is_uppercase();
        let set = matches!(
            next.as_str(),
            "point" | "nations" | "commandments" | "kingdoms" | "sisters" | "musketeers" | "olds"
        ) && capital;
        let name = capital && !hedged && named(view, word_start, start, end);
        return name
            || set
            || matches!(
                (word.as_str(), capital),
                ("formula" | "big" | "bbc" | "war" | "hawaii" | "channel" | "pac" | "catch", true)
            );
    }
    let plain = n.form == Form::Digits && view.chars[start..n.end].iter().all(char::is_ascii_digit);
    let length = n.end - start;
    let value = n.value.integer().unwrap_or_default();
    let counted = matches!(
        next.as_str(),
        "people"
            | "deaths"
            | "cases"
            | "jobs"
            | "troops"
            | "workers"
            | "soldiers"
            | "employees"
            | "miles"
            | "homes"
            | "feet"
            | "flights"
            | "tonnes"
            | "votes"
            | "members"
            | "children"
            | "women"
            | "men"
            | "police"
            | "students"
            | "others"
            | "new"
            | "more"
    );
    let placed = value >= 1900
        || matches!(
            word.as_str(),
            "in" | "since"
                | "from"
                | "until"
                | "by"
                | "of"
                | "the"
                | "circa"
                | "to"
                | "and"
                | "before"
                | "after"
                | "late"
                | "early"
        );
    let year = plain && length == 4 && (1500..2100).contains(&value) && placed && !hedged && !counted;
    let identifier = plain && (length > 6 || view.at(start) == '0' && length > 1);
    let previous = view.at(start.wrapping_sub(1));
    let bracketed = matches!(previous, '(' | '[') && matches!(view.at(end), ')' | ']') && length <= 2;
    // 1. at the start of a line, or of an item after a semicolon.
    let item = start == 0 || previous == '\n' || previous == ' ' && view.at(start - 2) == ';';
    let marker = item
        && matches!(view.at(end), '.' | ')' | ':')
        && length <= 2
        && (start == 0 || view.at(end + 1) == ' ')
        || start == 0 && view.chars.len() == end;
    let dated = matches!(view.at(end), '-' | '–' | '/') && view.at(end + 1).is_ascii_digit();
    let hyphenated = matches!(view.at(end), '-' | '–')
        && view.at(end + 1).is_ascii_uppercase()
        && view.at(end + 2).is_ascii_uppercase();
    let zone = spaced && plain && length == 4 && matches!(next.as_str(), "utc" | "gmt" | "hours" | "local");
    let street = zone
        || house_number(view, first)
        || spaced && matches!(next.as_str(), "street" | "avenue" | "road" | "st" | "ave");
    let block = spaced && next == "block" && words::after(view, next_end).0 == "of";
    // '16: a year
    let short_year = matches!(previous, '\'' | '’' | '‘') && length == 2;
    let option = block
        || short_year
        || view.at(end) == '(' && view.at(end + 2) == ')' && view.at(end + 1).is_ascii_lowercase();
    let name = word == "no."
        || !hedged
            && n.form == Form::Digits
            && first.money.is_none()
            && !view.chars[start..n.end].contains(&',')
            && named(view, word_start, start, end);
    name || option || year || identifier || bracketed || marker || dated || hyphenated || street
}

/// An English ordinal that is a date, a street, a century or a name.
pub(super) fn english_ordinal(view: &View<'_>, first: &English, spelled: bool) -> bool {
    let (word, _) = words::before(view, first.start);
    let (next, next_end) = words::after(view, first.end);
    let name = matches!(
        next.as_str(),
        "century"
            | "centuries"
            | "street"
            | "avenue"
            | "world"
            | "quarter"
            | "amendment"
            | "floor"
            | "infantry"
            | "division"
            | "battalion"
            | "regiment"
            | "brigade"
            | "fleet"
            | "army"
            | "district"
            | "circuit"
            | "hand"
            | "party"
            | "thoughts"
            | "thought"
            | "of"
    ) && (next != "of" || month(&words::after(view, next_end).0));
    let dated = month(&word)
        || month(&next)
        || matches!(
            word.as_str(),
            "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
        );
    let upper = |at: usize| view.at(at).is_uppercase();
    let ranks = matches!(
        next.as_str(),
        "president"
            | "prime"
            | "premier"
            | "governor"
            | "chancellor"
            | "pope"
            | "king"
            | "emperor"
            | "mayor"
            | "secretary"
            | "chief"
            | "day"
            | "birthday"
            | "anniversary"
    );
    let title = !spelled
        && !ranks
        && view.at(first.end) == ' '
        && upper(first.end + 1)
        && !upper(words::before(view, first.start).1);
    let seconds = spelled
        && first.numeral.value == 2.into()
        && matches!(word.as_str(), "a" | "per" | "every" | "split")
        && !next.is_empty()
        && matches!(word.as_str(), "per" | "split");
    name || dated || seconds || title
}

/// Whether a word stands before the number that makes it a name.
///
/// Of several numbers (posts 12 and 13) it stands before the first.
pub(super) fn named_before(view: &View<'_>, start: usize) -> bool {
    let (word, from) = words::before(view, start);
    let listed = matches!(word.as_str(), "and" | "or") && view.at(from.wrapping_sub(1)) == ' ';
    let digits =
        |end: usize| view.chars[..end].iter().rev().take(5).take_while(|c| c.is_ascii_digit()).count();
    let (word, plural) = match from.checked_sub(1).map(|end| (end, digits(end))) {
        Some((end, digits @ 1..=4)) if listed => (words::before(view, end - digits).0, true),
        _ => (word, false),
    };
    let word = word.trim_start_matches('\'');
    // To order 300 buses is no Order 300.
    let verb = VERBS.contains(&word) && view.at(from).is_lowercase();
    let named = NAMED.contains(word) && !plural && !verb
        || word.strip_suffix('s').is_some_and(|one| PLACES.contains(&one));
    view.at(start.wrapping_sub(1)) == ' ' && named
}

/// Words of the list that are verbs or plain nouns as well, and name only with a capital letter.
const VERBS: &[&str] = &[
    "act", "area", "bill", "block", "catch", "code", "exhibit", "exchange", "form", "goal", "issue", "lot",
    "mark", "model", "note", "order", "pack", "rule", "schedule", "target", "toast", "update", "web",
    "title",
];

/// Nouns that numbers follow in the plural: rooms 12 and 13.
const PLACES: &[&str] = &[
    "grade", "room", "gate", "platform", "route", "highway", "article", "section", "chapter", "page", "post",
    "channel", "flight", "phase", "stage", "table", "figure", "ward", "district", "exit", "junction",
    "berth", "pier", "terminal", "line", "train", "tram", "bus",
];

/// `10 Downing Street`, `1600 Pennsylvania Avenue`: a number before the name of a street.
fn house_number(view: &View<'_>, first: &English) -> bool {
    if first.end - first.start > 5 || view.at(first.end) != ' ' {
        return false;
    }
    let mut at = first.end;
    for place in 0..4 {
        if !view.at(at + 1).is_uppercase() {
            return false;
        }
        let (word, end) = words::after(view, at);
        let kind = matches!(
            word.as_str(),
            "street"
                | "parade"
                | "row"
                | "way"
                | "close"
                | "crescent"
                | "mews"
                | "grove"
                | "place"
                | "court"
                | "avenue"
                | "road"
                | "lane"
                | "drive"
                | "boulevard"
                | "square"
                | "terrace"
                | "highway"
                | "ave"
                | "blvd"
                | "rd"
        );
        // 20 Wall Street banks are counted.
        if kind && place > 0 {
            let (next, _) = words::after(view, end);
            return !(view.at(end) == ' '
                && next.ends_with('s')
                && next.len() > 3
                && view.at(end + 1).is_lowercase());
        }
        if kind || word == "quai" || word == "rue" || word == "via" {
            return true;
        }
        if view.at(end) != ' ' {
            return false;
        }
        at = end;
    }
    false
}

/// A capitalised word inside a sentence, then a number: `Solaris 10`, `League Two`. Headlines in capitals and numbers that
/// a plural noun follows are no names.
fn named(view: &View<'_>, word: usize, start: usize, end: usize) -> bool {
    let capital = |at: usize| view.at(at).is_uppercase();
    if !capital(word) || view.at(start.wrapping_sub(1)) != ' ' || word == 0 {
        return false;
    }
    let opens = view.at(word - 1) != ' '
        || matches!(
            view.at(word.wrapping_sub(2)),
            '.' | '!' | '?' | ':' | '"' | '”' | '-' | '–' | '—' | '•' | '\0'
        );
    let (text, _) = words::before(view, start);
    let other = text.ends_with('.')
        || text.ends_with('s') && text.len() > 3 && text.contains('\'')
        || month(&text)
        || text.ends_with("day")
        || matches!(
            text.as_str(),
            "the" | "a" | "about" | "over" | "all" | "some" | "at" | "in" | "killed" | "kills" | "i"
        );
    let (next, _) = words::after(view, end);
    let counted = next.ends_with('s') && next.len() > 2
        || matches!(
            next.as_str(),
            "people" | "men" | "women" | "children" | "more" | "other" | "new" | "per" | "police" | "dead"
        );
    // A headline: the words on both sides are capitalised as well.
    let (_, earlier) = words::before(view, word);
    let after = end + usize::from(view.at(end) == ' ');
    let headline = earlier < word && capital(earlier) && (capital(after) || !view.at(after).is_alphabetic());
    // Lynx 100, Otters 88: the second of two scores.
    let scored = {
        let mut from = word;
        for _ in 0..3 {
            let (_, earlier) = words::before(view, from);
            if view.at(from.wrapping_sub(1)) != ' ' || earlier >= from || !capital(earlier) {
                break;
            }
            from = earlier;
        }
        let gap =
            view.chars[..from].iter().rev().take(2).take_while(|c| matches!(c, ' ' | ',' | ';')).count();
        let digits = view.chars[..from - gap].iter().rev().take(4).take_while(|c| c.is_ascii_digit()).count();
        gap > 0
            && (1..=3).contains(&digits)
            && end - start <= 3
            && capital(words::before(view, from - gap - digits).1)
    };
    !scored && !opens && !other && !counted && !headline
}

/// True where a month's name stands before a number.
pub(super) fn month_before(view: &View<'_>, start: usize) -> bool {
    month(&words::before(view, start).0)
}

/// 四群八链, 三区一圈: two numerals with a noun of one character each, quoted or with nouns that are seldom counted.
fn slogan(view: &View<'_>, at: usize) -> bool {
    let digit = |i: usize| crate::text::numeral::chinese::digit(view.at(i)).is_some();
    let numeral = |i: usize| digit(i) || matches!(view.at(i), '十' | '百' | '千' | '万' | '亿');
    let pair = |i: usize| digit(i) && !numeral(i + 1) && digit(i + 2) && !numeral(i + 3);
    let start = if pair(at) {
        at
    } else if at >= 2 && pair(at - 2) {
        at - 2
    } else {
        return false;
    };
    let quoted = matches!(view.at(start.wrapping_sub(1)), '“' | '"' | '「' | '‘')
        || matches!(view.at(start + 4), '”' | '"' | '」' | '’');
    let common = |c: char| {
        "男女死伤胜负平室厅卫层年月天日夜岁人块元角斤米次个名位件只条家张种项分秒台辆间成".contains(c)
    };
    quoted || !common(view.at(start + 1)) && !common(view.at(start + 3))
}
