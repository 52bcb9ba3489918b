//! Chinese: verbs of change before the figure, comparatives after 比 or 较, what is made dearer or cheaper.

use core::cmp::Ordering;

use crate::annotation::{Change, FigureKind};
use crate::resolve::figure::clause::{ends_with, find, has};

/// Verbs and nouns of growth that stand directly before the figure.
const UP: &[&str] = &[
    "延长", "高开", "翻", "拉大", "拉开", "升高", "前进", "偏多", "偏高", "提速", "多增", "多涨", "多升",
    "增长", "增加", "上涨", "上升", "提高", "提升", "上调", "扩大", "扩阔", "扩张", "攀升", "加快", "反弹",
    "回升", "走高", "上扬", "增幅", "涨幅", "升幅", "加幅", "增产", "增收", "激增", "猛增", "大增", "净增",
    "劲增", "上浮", "多赚", "跳升", "飙升", "飙涨", "飙", "弹升", "成长", "走阔", "调升", "调高", "调涨",
    "拉高", "拉升", "高出", "多出", "超出", "加价", "涨价", "提价", "加租", "加薪", "加息", "升息", "升值",
    "加码", "额外", "转快", "增持", "收红", "增", "升", "涨", "扩", "扬", "加",
];
/// The same of decline.
const DOWN: &[&str] = &[
    "低开", "减轻", "后退", "偏少", "偏低", "减速", "少增", "少涨", "少升", "多降", "多跌", "多减", "下降",
    "下跌", "减少", "降低", "下滑", "缩减", "下调", "收窄", "回落", "缩短", "萎缩", "衰退", "走低", "下挫",
    "贬值", "缩水", "降幅", "跌幅", "减幅", "降温", "减产", "压缩", "放缓", "骤降", "锐减", "大跌", "下浮",
    "少了", "跌去", "跌掉", "砍掉", "降下", "降掉", "回撤", "缩小", "缩窄", "收缩", "短少", "少赚", "便宜",
    "插水", "调低", "调降", "降价", "减价", "减租", "降租", "降本", "减息", "降息", "降准", "压降", "减薪",
    "降薪", "蒸发", "腰斩", "走弱", "转慢", "减持", "滑落", "降速", "收黑", "平咗", "降", "跌", "减", "缩",
    "挫", "砍", "贬",
];
/// What ends like one of them and tells of no change: new things, litres, discounts, prizes.
const NEITHER: &[&str] = &[
    "新增",
    "转增",
    "公升",
    "毫升",
    "每升",
    "百升",
    "千升",
    "立升",
    "立减",
    "满减",
    "参加",
    "更加",
    "追加",
    "外加",
    "再加",
    "叠加",
    "附加",
    "加上",
    "另加",
    "一加",
    "晋升",
    "直升",
    "东升",
    "日升",
    "高升",
    "提升到",
    "名扬",
    "表扬",
    "增加值",
    "拆息加",
    "利率加",
    "不缩",
    "伸缩",
    "不减",
    "不降",
    "不升",
    "不涨",
    "涨跌",
    "升降",
    "增减",
];
/// Comparatives that are a change after 比 or 较, before 了, or of shares and multiples.
const MORE: &[&str] = &["高", "多", "快", "贵", "加", "长", "大", "重"];
const LESS: &[&str] = &["低", "少", "慢", "短", "小", "轻"];
/// What is saved of a share is a change, an amount saved is one of its own.
const SAVED: &[&str] = &["节省", "节约"];
/// 少走3公里, 多付四万元: the verb between the comparative and the figure.
const DEEDS: &str = "走付花赚用收交卖产吃跑流耗支缴拿领使排缺养载发";

/// Words between the verb and the number.
const LINKS: &[&str] = &[
    "幅度达",
    "幅度为",
    "幅度",
    "分别",
    "达到",
    "高达",
    "介乎",
    "平均",
    "均",
    "为",
    "了",
    "咗",
    "达",
    "约",
    "近",
    "超",
    "逾",
    "幅",
    "仅",
    "将",
    "普遍",
    "至少",
    "最少",
    "最多",
    "各",
    "率",
    "超过",
    "一度",
    "各自",
    "又",
    "也",
    "再",
    "只",
];

/// The direction that the words before a figure give it.
pub(super) fn direction(before: &[char], kind: FigureKind) -> Option<Change> {
    let (mut head, mut level, mut rate, mut done) = (before, false, false, false);
    // 跌幅由上半年的1.8%收窄: the rate of a change, whatever it becomes
    for from in ["幅由", "幅已由", "幅从"] {
        if let Some(at) =
            find(before, from).filter(|at| before.len() - at < 10 && kind == FigureKind::Percent)
        {
            return verb(&before[..at]);
        }
    }
    while let Some(link) = LINKS.iter().find(|link| ends_with(head, link)) {
        head = &head[..head.len() - link.chars().count()];
        level |= link.ends_with('为');
        rate |= link.contains('幅') || *link == "率";
        done |= matches!(*link, "了" | "咗");
        if head.is_empty() {
            return None;
        }
    }
    // 较年初新增2亿元 is a change, 新增2亿元 an amount of its own.
    let compared = ["比", "较"].iter().any(|word| has(before, word));
    if NEITHER.iter().any(|word| ends_with(head, word) && !(*word == "新增" && compared)) {
        return None;
    }
    // 再减息两次
    if kind == FigureKind::Count && ends_with(head, "息") {
        return None;
    }
    let found = verb(head).or_else(|| comparative(head, kind, done)).or_else(|| adjusted(before, kind));
    // 省下3成: the share saved
    let saved = kind == FigureKind::Percent && ends_with(head, "省下");
    let found = found.or(saved.then_some(Change::Decrease));
    // 增为10班 is a level, 增幅为18% is none.
    let share = rate || ends_with(head, "幅");
    // 连升三日
    let run = kind == FigureKind::Duration && head.len() > 1 && head[head.len() - 2] == '连';
    found.filter(|_| !run && (share || !level))
}

fn verb(head: &[char]) -> Option<Change> {
    let longest = |verbs: &[&str]| {
        verbs.iter().filter(|verb| ends_with(head, verb)).map(|verb| verb.chars().count()).max().unwrap_or(0)
    };
    // 少增 is less, though 增 is more.
    match longest(UP).cmp(&longest(DOWN)) {
        Ordering::Greater => Some(Change::Increase),
        Ordering::Less => Some(Change::Decrease),
        Ordering::Equal => None,
    }
}

/// 比去年高3度, 多了两倍, 少三成, 每月多付100元.
fn comparative(head: &[char], kind: FigureKind, done: bool) -> Option<Change> {
    let deed = head.last().is_some_and(|c| DEEDS.contains(*c)) && !ends_with(head, "使用");
    let head = if deed { &head[..head.len() - 1] } else { head };
    let compared = ["比", "较", "同期", "按年", "按月", "按季"].iter().any(|word| has(head, word))
        && !ends_with(head, "占比高");
    let share = matches!(
        kind,
        FigureKind::Percent | FigureKind::Fraction | FigureKind::Multiple | FigureKind::PercentagePoint
    );
    let word = |list: &[&str]| list.iter().any(|word| ends_with(head, word));
    // 至少, 大多, 最高 are none; 平均少走, 可少缴 are.
    let earlier = head.len().checked_sub(2).and_then(|i| head.get(i)).copied().unwrap_or(' ');
    let joined = "最至大很许众颇差不缺较提升降调偏过更甚繁诸几放变扩缩减极".contains(earlier);
    let done = done && kind != FigureKind::Duration;
    let alone = !joined
        && (done || deed && "多少".contains(*head.last()?) || share && !ends_with(head, "大"))
        || "能可".contains(earlier) && "多少".contains(*head.last()?);
    if compared && word(&["推进"]) {
        return Some(Change::Increase);
    }
    if compared && share && word(SAVED) {
        return Some(Change::Decrease);
    }
    if !(compared || alone) {
        return None;
    }
    if word(MORE) {
        return Some(Change::Increase);
    }
    word(LESS).then_some(Change::Decrease)
}

/// What prices and rates are called at their end, when a verb before them moves them.
const MOVED: &[&str] = &[
    "利率",
    "息率",
    "价格",
    "票价",
    "电价",
    "气价",
    "水价",
    "油价",
    "税率",
    "费率",
    "运价",
    "售价",
    "租金",
    "成本",
    "工资",
    "薪酬",
    "关税",
    "费用",
    "准备金率",
    "存款准备金率",
    "指标价",
    "目标价",
    "车费",
    "学费",
    "首付",
    "产量",
    "产能",
    "负担",
    "风险",
    "排放",
    "时间",
    "开支",
    "支出",
    "能耗",
    "损耗",
];

/// 下调存款利率25个基点, 上调部分产品价格5%: the verb stands before what it moves.
fn adjusted(head: &[char], kind: FigureKind) -> Option<Change> {
    let share = matches!(kind, FigureKind::Percent | FigureKind::Fraction | FigureKind::PercentagePoint);
    if !share || !MOVED.iter().any(|noun| ends_with(head, noun)) {
        return None;
    }
    let near = &head[head.len() - head.len().min(16)..];
    let said = |verbs: &[&str]| verbs.iter().any(|verb| find(near, verb).is_some());
    if said(&["上调", "调高", "提高", "上浮", "调升", "调涨", "加征", "推高"]) {
        return Some(Change::Increase);
    }
    said(&["下调", "调低", "降低", "下浮", "调降", "减少", "压缩", "削减", "节约", "节省", "减轻"])
        .then_some(Change::Decrease)
}
