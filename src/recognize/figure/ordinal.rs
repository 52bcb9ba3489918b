//! Ranks in Chinese: 第19位, 第2, 第四年, 前三名. Names, chapters and headings (第八届, 第三章, 第一,) are none.

use super::words::{Lazy, Words};
use super::{Amount, Reading};
use super::{chinese, unit};
use crate::annotation::{Bound, FigureKind};
use crate::text::numeral::{self, Form};
use crate::value::decimal::Decimal;
use crate::view::View;

/// What follows the number in names and set terms.
static NAMES: Lazy = Lazy::new(|| {
    Words::new(
        "届 中学 小学 医院 人民 附属 师 军 旅 集团 研究 设计 工程 航 高级 中等 实验 监狱 法庭 检察 方 \
     产业 时间 书记 夫人 线 现场 责任 章 编 款 号 季度 世纪 会议 会 财经 生产力 动力 资源 要务 课堂 \
     战略 大街 国际 汽车 中级 巡 纵队 舰队 野战 步兵 装甲 空降 机械 民族 台阶 梯队 者 性 关 印象 反应 \
     手 把手 党 共和国 帝国 语言 外语 课 健康 眼 桶 粮 股东 曲线 故乡 居所 人称 职业 总部 条_ 学期 \
     审判 党支部 督导 督查 巡视 纪检 监督 幼儿园 油田 热电 建筑 冶 橡胶 煤矿 市场 食品 污水 自来 热力 \
     拖拉机 重型 机床 发电",
    )
});

/// Meetings that are numbered: 第三次会议, 第二十次全国代表大会.
static MEETINGS: Lazy = Lazy::new(|| {
    Words::new(
        "会议 全国 代表大会 会晤 定期 临时股东 委员 主席 常委 常务 全体 党代 峰会 理事 缔约 部长 扩大 院士 党员 职工 股东 董事 世界大战 工业革命 国内革命 中东战争 国共合作 领导人 联席 集体学习",
    )
});

/// What stands before a rank that has no unit.
const RANKED: &str = "居列名省国界球位为排市第获夺得区县业洲系均保稳跻升跌至回由从";

/// Reads 第 with what follows.
#[inline(never)] // A part of the page's module begins here.
pub(super) fn read(view: &View<'_>, at: usize) -> Option<Reading> {
    // 第 12 位
    let spaced = view.at(at + 1) == ' ' && view.at(at + 2).is_ascii_digit();
    let n = numeral::chinese(view.chars, at + 1 + usize::from(spaced))?;
    if n.max.is_some() || n.bare || n.form == Form::HanDigits && n.end - at > 4 {
        return None;
    }
    // 产销班第8班 is a name, 第三人 a party to a suit.
    let named = view.at(n.end) == '班' && view.at(at.wrapping_sub(1)) == '班'
        // 第26023期 is the number of a draw.
        || view.at(n.end) == '期' && n.form == Form::Digits && n.value >= 10_000.into()
        || view.at(n.end) == '人' && matches!(view.at(at.wrapping_sub(1)), '为' | '审' | '外');
    if named || view.at(at.wrapping_sub(1)) == '《' || law(view, at, n.end) {
        return None;
    }
    let first = n.value == Decimal::ONE;
    if view.at(n.end) == '次' && MEETINGS.at(view, n.end + 1).is_some() {
        return None;
    }
    // 第21号台风 is numbered within its year.
    let storm = view.at(n.end) == '号'
        && ["台风", "强台风", "超强台风", "热带"].iter().any(|word| view.starts_with(n.end + 1, word));
    if storm {
        let found = Reading::new(at, n.end + 1, FigureKind::Ordinal, Amount::Exact(n.value), "ordinal");
        return Some(found.unit("号", n.end, n.end + 1));
    }
    if let Some(found) = ranks(view, at, &n) {
        return Some(found);
    }
    let name = NAMES.at(view, n.end).is_some();
    let amount = Amount::Exact(n.value);
    if !name {
        let spaced = n.form == Form::Digits;
        if let Some(tail) = unit::at(view, n.end, spaced).filter(|tail| tail.kind != FigureKind::Money) {
            let character = view.at(tail.from);
            let ordinal = !matches!(
                tail.kind,
                FigureKind::Percent
                    | FigureKind::PercentagePoint
                    | FigureKind::Fraction
                    | FigureKind::Multiple
            ) && !(character == '大'
                || character == '版'
                || character == '季' && !view.ends_with(at, "连续")
                || character == '世'
                || character == '强');
            if ordinal {
                let end = tail.end;
                let mut found = Reading::new(at, end, FigureKind::Ordinal, amount, "ordinal");
                // 第3名以上
                if matches!(character, '名' | '位')
                    && view.at(end) == '以'
                    && matches!(view.at(end + 1), '上' | '下')
                {
                    found.end = end + 2;
                    found.bound =
                        Some(if view.at(end + 1) == '上' { Bound::AtLeast } else { Bound::AtMost });
                }
                found.unit_text = Some((tail.from, tail.end));
                found.unit = Some(tail.symbol);
                return Some(found);
            }
        }
    }
    let next = view.at(n.end);
    let previous = view.at(at.wrapping_sub(1));
    // 分列第2、第1: beside another rank
    let beside = matches!(previous, '、' | '和' | '及')
        && view.chars[at.saturating_sub(5)..at - 1].iter().rposition(|c| *c == '第').is_some_and(|k| {
            let from = at.saturating_sub(5) + k + 1;
            numeral::chinese(view.chars, from).is_some_and(|n| n.end == at - 1)
        });
    let ranked = beside || RANKED.contains(previous) || previous == '\0' && n.form == Form::Digits;
    let after_word = ('\u{4E00}'..='\u{9FFF}').contains(&previous);
    let enumerated = matches!(next, ',' | '、' | ':' | '，') && !ranked && !after_word;
    let compared = matches!(next, '大' | '高' | '长' | '多' | '低' | '快' | '富' | '小')
        && !view.starts_with(n.end, "大道")
        && !view.starts_with(n.end, "大街")
        && !view.starts_with(n.end, "高中");
    // 第三被告, 第2种子
    let placed = ["被告", "种子", "顺位", "债权", "候选"].iter().any(|word| view.starts_with(n.end, word));
    let ends = placed
        || !matches!(next, '一' | '二') && !('\u{4E00}'..='\u{9FFF}').contains(&next)
        || matches!(next, '的' | '和' | '及' | '与');
    if name && !ranked
        || enumerated
        || !(compared || ranked && !name || ends && !first || ends && (ranked || after_word))
    {
        return None;
    }
    Some(Reading::new(at, n.end, FigureKind::Ordinal, amount, "ordinal"))
}

/// 第301至350位, 第三至第五名: from a rank to a rank.
fn ranks(view: &View<'_>, at: usize, first: &numeral::Numeral) -> Option<Reading> {
    let from = chinese::separator(view, first.end)?;
    let second = numeral::chinese(view.chars, from + usize::from(view.at(from) == '第'))?;
    let tail = unit::at(view, second.end, false).filter(|tail| {
        tail.end == tail.from + 1 && matches!(view.at(tail.from), '位' | '名' | '轮' | '天')
    })?;
    if second.max.is_some() || second.bare || second.value <= first.value {
        return None;
    }
    let amount = Amount::Range(first.value, second.value);
    let found = Reading::new(at, tail.end, FigureKind::Ordinal, amount, "ordinal");
    Some(Reading { unit: Some(tail.symbol), unit_text: Some((tail.from, tail.end)), ..found })
}

/// 第三条 of a law: after a title in 《》 or 法, or before another article or paragraph.
fn law(view: &View<'_>, at: usize, end: usize) -> bool {
    if !matches!(view.at(end), '条' | '款' | '项' | '章' | '节' | '编') {
        return false;
    }
    let previous = view.at(at.wrapping_sub(1));
    matches!(previous, '》' | '法' | '例' | '条' | '款' | '章' | '则' | '约' | '据' | '照' | '及')
        || matches!(view.at(end + 1), '第' | '规' | '之' | '所' | ' ' | '\0')
        || view.at(end + 1) == '、' && !view.at(at + 1).is_ascii_digit()
}

/// 前三名, 前10位, 前十: up to that rank.
#[inline(never)] // A part of the page's module begins here.
pub(super) fn first_ranks(view: &View<'_>, at: usize) -> Option<Reading> {
    let n = numeral::chinese(view.chars, at + 1)?;
    if n.max.is_some() || n.bare || n.form == Form::HanDigits {
        return None;
    }
    let unit = view.at(n.end);
    // 前500名消费满300元: so many come first, and none of them has a rank.
    if unit == '名' && n.value >= 50.into() {
        return None;
    }
    let named = matches!(unit, '名' | '位' | '强' | '列' | '大')
        && !view.starts_with(n.end, "位置")
        && !view.starts_with(n.end, "列车")
        // 目前三大运营商
        && !(unit == '大' && "目此之以日当年月午天会赛从".contains(view.at(at.wrapping_sub(1))));
    let ranked = matches!(
        view.at(at.wrapping_sub(1)),
        '名' | '居' | '列' | '入' | '进' | '第' | '球' | '国' | '界' | '省' | '稳'
    );
    let bare = ranked
        && unit::at(view, n.end, false).is_none()
        && !matches!(unit, '季' | '月' | '年' | '个' | '日' | '号');
    if !named && !bare {
        return None;
    }
    let end = n.end + usize::from(named);
    let mut found = Reading::new(at, end, FigureKind::Ordinal, Amount::UpTo(n.value), "rank");
    found.bound = Some(Bound::AtMost);
    if named {
        found.unit_text = Some((n.end, end));
    }
    Some(found)
}
