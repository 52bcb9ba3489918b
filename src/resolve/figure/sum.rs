//! Sums of money whose currency goes without saying: 投资1300亿, 罚款3万, 2000万的融资.

use super::clause::{Clause, ends_with, starts_with};
use crate::annotation::{Figure, FigureKind};

/// What an amount of money follows, folded; between may stand [`FILLERS`].
const BEFORE: &[&str] = &[
    "投资",
    "注资",
    "融资",
    "募资",
    "筹资",
    "集资",
    "斥资",
    "耗资",
    "出资",
    "增资",
    "投入",
    "拨款",
    "增拨",
    "下拨",
    "拨付",
    "贷款",
    "借款",
    "欠款",
    "诈贷",
    "骗贷",
    "罚款",
    "判罚",
    "赔偿",
    "索赔",
    "赔款",
    "捐款",
    "捐出",
    "筹款",
    "募款",
    "筹得",
    "募得",
    "呎价",
    "尺价",
    "成交价",
    "豪捐",
    "营收",
    "净利",
    "纯利",
    "盈利",
    "获利",
    "亏损",
    "市值",
    "估值",
    "票房",
    "吸金",
    "豪掷",
    "狂砸",
    "奖金",
    "片酬",
    "年薪",
    "月薪",
    "租金",
    "售价",
    "开价",
    "标价",
    "身价",
    "转会费",
    "保费",
    "总价",
    "造价",
    "成交额",
    "成交",
    "月供",
    "贷",
    "套现",
    "骗走",
    "骗取",
    "诈得",
    "再汇",
    "汇出",
    "转走",
    "蚀",
    "亏",
    "赔",
    "赚",
    "砸",
    "倒贴",
    "补贴",
    "花了",
    "花费",
    "耗费",
    "支付",
    "缴纳",
    "赌收",
    "毛收入",
    "总收入",
    "净收益",
    "税收",
    "损失",
    "总值",
    "货值",
    "涉款",
    "预算",
    "经费",
    "债务",
    "资产",
    "工资",
    "底薪",
    "首付",
    "押金",
    "回购",
    "销售额",
    "营业额",
    "产值",
    "上看",
    "买超",
    "卖超",
    "头奖",
    "彩金",
    "奖池",
    "遭删",
    "删减",
];

/// What an amount of money stands before.
const AFTER: &[&str] = &[
    "制作费",
    "经费",
    "预算",
    "现金",
    "存款",
    "押金",
    "融资",
    "贷款",
    "资金",
    "投资",
    "订单",
    "债务",
    "营收",
    "罚款",
    "赔偿",
    "捐款",
    "奖金",
    "合约",
    "合同",
    "易手",
    "成交",
    "沽出",
    "售出",
];

/// Words between a verb and its amount, and between an amount and its noun.
const FILLERS: &[&str] = &[
    "了", "共", "达", "高达", "为", "合计", "总额", "金额", "约", "的", "破", "突破", "短期", "长期", "专项",
];

/// True where a bare number in 万 or 亿 is a sum of money.
pub(super) fn is_sum(figure: &Figure, words: &str, clause: &Clause) -> bool {
    if figure.kind != FigureKind::Count || figure.unit.is_some() || !words.contains(['万', '亿', '萬', '億'])
    {
        return false;
    }
    let mut before = clause.before.as_slice();
    while let Some(word) = FILLERS.iter().find(|word| ends_with(before, word)) {
        before = &before[..before.len() - word.chars().count()];
    }
    let mut after = clause.after.as_slice();
    while let Some(word) = FILLERS.iter().find(|word| starts_with(after, word)) {
        after = &after[word.chars().count()..];
    }
    BEFORE.iter().any(|word| ends_with(before, word)) || AFTER.iter().any(|word| starts_with(after, word))
}
