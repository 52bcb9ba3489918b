//! Numbers in Chinese text that count nothing: names, grades, list markers, set phrases.

use super::phrase::slogan;
use super::tally;
use crate::recognize::figure::chinese::Number;
use crate::recognize::figure::chinese_form;
use crate::recognize::figure::unit::Tail;
use crate::recognize::figure::words::{Lazy, Words};
use crate::text::numeral::Form;
use crate::value::currency;
use crate::value::decimal::Decimal;
use crate::view::View;

/// True where the digits are glued to letters, other digits or signs: H200, F-16, 5G, 1.2.3, 3-B.
pub(in crate::recognize::figure) fn stuck(view: &View<'_>, start: usize, end: usize) -> bool {
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
    "举报:",
    "投诉:",
    "监督:",
    "咨询:",
    "BY ",
    "BY-NC ",
    "BY-SA ",
    "BY-ND ",
    "-NC-SA ",
    "-NC-ND ",
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
pub(in crate::recognize::figure) fn no_count(view: &View<'_>, first: &Number, hedged: bool) -> bool {
    let (start, end) = (first.start, first.end);
    let n = &first.numeral;
    let previous = view.at(start.wrapping_sub(1));
    let next = view.at(end);
    // 5亿A股: behind a multiplier a letter begins the next word.
    let glued = if n.form == Form::Mixed { stuck_before(view, start) } else { stuck(view, start, end) };
    let counted = COUNTED.at(view, end).is_some() && n.value < 200.into();
    // 台14甲线, 台9乙线: roads
    if matches!(next, '甲' | '乙' | '丙') && view.at(end + 1) == '线' {
        return true;
    }
    if tally::cells(view, first) || tally::drawn(view, first) || tally::board(view, first) {
        return false;
    }
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
        || counter(view, start, end)
        || counter_after(view, end)
        || tally::vote(view, first)
        || side_by_side(view, first)
        || changes(view, start, end)
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
    let beside = || next == '\0' || chinese_form::number_next(view, end);
    let separated_cell = plain <= 3 || separated || plain <= 5 && beside();
    let cell = separated_cell && chinese_form::cell(view, start, end) && chinese_form::named_row(view, start);
    let said = cell || "=为至到在于是达报有升降破÷等得送收死奖:数率值价量比额分剩".contains(previous);
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

/// 由52降至9, 从45升到51: an index or the like, a number without a unit on either side of a verb of change.
pub(in crate::recognize::figure) fn changes(view: &View<'_>, start: usize, end: usize) -> bool {
    let verb = |c: char| "增减升降涨跌缩扩提调变跃滑攀掉".contains(c);
    let reached = |c: char| matches!(c, '至' | '到' | '为' | '成');
    let (next, previous) = (view.at(end), view.at(start.wrapping_sub(1)));
    let from = matches!(previous, '由' | '从' | '自') && (verb(next) || next == '下' || next == '上');
    let onward = || (1..4).any(|k| reached(view.at(end + k)) && view.at(end + k + 1).is_ascii_digit());
    let to = reached(previous) && !('\u{4E00}'..='\u{9FFF}').contains(&next) && {
        let before = &view.chars[start.saturating_sub(3)..start - 1];
        before.iter().any(|c| verb(*c))
    };
    // 回到2019: a year
    let year =
        end - start == 4 && matches!(view.at(start), '1' | '2') && matches!(view.at(start + 1), '9' | '0');
    from && onward() || to && !year && !matches!(next, '-' | '/' | ':' | '~' | '.')
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
    "我要评论",
    "发表评论",
    "网友评论",
    "转发",
    "播放",
    "播放量",
    "浏览",
    "浏览量",
    "收藏",
    "点击",
    "点击数",
    "点击率",
    "点击量",
    "跟帖",
    "浏览人次",
    "浏览次数",
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

/// Whether one of them stands before the number: 点赞 12, 评论(27), ♡ 236, at the end of its line or cell 阅读5877.
fn counter(view: &View<'_>, start: usize, end: usize) -> bool {
    let gap =
        view.chars[..start].iter().rev().take(3).take_while(|c| matches!(c, ' ' | ':' | '\u{FE0F}')).count();
    let stop = start - gap;
    if matches!(view.at(stop.wrapping_sub(1)), '♡' | '♥' | '❤' | '👍' | '👁' | '💬' | '🔁') {
        return true;
    }
    let bracketed = matches!((view.at(start.wrapping_sub(1)), view.at(end)), ('(', ')') | ('[', ']'));
    // 点击:[2204]
    let stop = stop - usize::from(bracketed);
    let stop = stop - usize::from(bracketed && view.at(stop.wrapping_sub(1)) == ':');
    let alone = gap > 0 || bracketed || matches!(view.at(end), '\0' | '\n' | ' ' | '|' | '·');
    let han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    alone
        && COUNTERS.iter().any(|word| {
            let length = word.chars().count();
            view.ends_with(stop, word) && (gap > 0 || !han(view.at(stop.wrapping_sub(length + 1))))
        })
}

/// A bare 百 千 万 with a hedge before it that begins a word: 超万, but not 超百货.
pub(in crate::recognize::figure) fn stuck_han(view: &View<'_>, first: &Number) -> bool {
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
    }) || {
        // 男190女170
        let behind = view.at(first.start.wrapping_sub(1));
        matches!(behind, '男' | '女')
            && view.at(first.start.wrapping_sub(2)).is_ascii_digit()
            && first.in_digits()
            && matches!(next, ',' | '。' | ';' | ')' | '\0')
    }
}

/// A Chinese numeral without a unit: whether it counts something.
pub(in crate::recognize::figure) fn han_counts(view: &View<'_>, first: &Number, hedged: bool) -> bool {
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
pub(in crate::recognize::figure) fn level(view: &View<'_>, first: &Number) -> bool {
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
pub(in crate::recognize::figure) fn graded(view: &View<'_>, first: &Number, tail: &Tail) -> bool {
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
    // 007, but not 0.18万
    let padded = view.at(start) == '0' && view.at(start + 1).is_ascii_digit() && first.in_digits();
    if first.numeral.form == Form::HanDigits || padded || CALLED.at(view, tail.from).is_some() {
        return true;
    }
    let han = first.numeral.form == Form::Han;
    let single = first.single();
    // “酒税”二字
    let quoted = unit == '字' && matches!(previous, '”' | '」' | '"' | '》');
    if single && !quoted && slogan(view, start) {
        return true;
    }
    // 二次 and 二期 rank; two of a thing are 两.
    if single
        && first.numeral.value == 2.into()
        && previous != '第'
        && view.at(start) == '二'
        && !matches!(unit, '人' | '位' | '名' | '者' | '层')
        && !quoted
    {
        return true;
    }
    // 重新路四段: a stretch of a street.
    if unit == '段' && matches!(previous, '路' | '街' | '道') {
        return true;
    }
    // 门诊楼3楼, 中心17楼: a place in a building; only a building has so many (楼高12楼).
    if unit == '楼' {
        return !matches!(previous, '高' | '共');
    }
    // 18号3栋2单元501室: an address.
    if matches!(unit, '栋' | '幢' | '座' | '室' | '层')
        && matches!(previous, '号' | '区' | '路' | '园' | '街' | '栋' | '苑' | '村')
        && first.in_digits()
    {
        return true;
    }
    // 3号楼2层
    if unit == '层' && previous == '楼' && first.in_digits() && view.at(tail.end) != '高' {
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
fn stuck_before(view: &View<'_>, start: usize) -> bool {
    let previous = view.at(start.wrapping_sub(1));
    let before = view.at(start.wrapping_sub(2));
    let letter = |c: char| c.is_alphabetic() && !('\u{3000}'..='\u{9FFF}').contains(&c);
    (letter(previous) && currency::sign_before(view.chars, start).is_none())
        || (matches!(previous, '-' | '–' | '_' | '.') && (before.is_ascii_alphanumeric() || before == '”'))
        || (previous == '-' && ('\u{4E00}'..='\u{9FFF}').contains(&before))
}
