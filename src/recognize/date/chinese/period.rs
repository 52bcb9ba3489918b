//! Seasons, thirds of a month, parts of a period: 今秋, 上旬, 年底, 第二周.

use super::number::{amount, number, opens};
use super::quarter::quarter;
use super::{Words, word};
use crate::recognize::date::draft::{Edge, Point, Step, Unit};
use crate::view::View;

/// Reads a season: after a year 春季, 夏天, 秋; alone 今秋, 去冬, 这个冬季.
pub fn season(view: &View<'_>, at: usize, out: &mut Point, within: bool) -> Option<usize> {
    let number = |c: char| "春夏秋冬".chars().position(|s| s == c).map(|i| i as u8 + 1);
    if within {
        let n = number(view.at(at))?;
        // 每年春秋两季
        if number(view.at(at + 1)).is_some() {
            return None;
        }
        let end = match view.at(at + 1) {
            '季' | '天' => at + 2,
            '节' | '运' | '晚' | '汛' | '耕' | '招' | '茶' | '奥' | '粮' | '收' | '播' | '种' | '训'
            | '游' | '衣' | '装' => return None,
            _ => at + 1,
        };
        let term = view.starts_with(end, "学期") && matches!(n, 1 | 3);
        out.steps.push(if term { Step::Term(n) } else { Step::Season(n) });
        return Some(end + if term { 2 } else { 0 });
    }
    if view.starts_with(at, "上个") || view.starts_with(at, "这个") {
        let n = number(view.at(at + 2)).filter(|_| view.at(at + 3) == '季' || view.at(at + 3) == '天')?;
        out.steps.push(Step::YearOffset(if view.at(at) == '上' { -1 } else { 0 }));
        out.steps.push(Step::Season(n));
        return Some(at + 4);
    }
    let offset = match view.at(at) {
        '今' => 0,
        '去' => -1,
        '明' => 1,
        _ => return None,
    };
    let n = number(view.at(at + 1))?;
    if matches!(view.at(at + 2), '节' | '运' | '晚' | '联') || view.at(at) == '明' && n != 1 {
        return None;
    }
    out.steps.push(Step::YearOffset(offset));
    out.steps.push(Step::Season(n));
    Some(at + 2 + usize::from(matches!(view.at(at + 2), '季' | '天')))
}

/// Reads what narrows a year: 初 底 末 中 年初 年底 全年 伊始, counted weeks.
pub fn year_edge(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    static EDGES: Words<Edge> = Words::new(&[
        ("年年初", Edge::Start),
        ("年初", Edge::Start),
        ("年底", Edge::End),
        ("年末", Edge::End),
        ("年尾", Edge::End),
        ("年头", Edge::Start),
        ("年终", Edge::End),
        ("伊始", Edge::Start),
        ("初期", Edge::Early),
        ("中期", Edge::Mid),
        ("末期", Edge::Late),
        ("底", Edge::End),
        ("初", Edge::Start),
        ("末", Edge::End),
        ("尾", Edge::End),
        ("终", Edge::End),
    ]);
    if view.starts_with(at, "全年") {
        out.steps.push(Step::Whole(Unit::Year));
        return Some(at + 2);
    }
    if let Some((end, edge)) = word(view, at, &EDGES) {
        let next = view.at(end);
        let refused = match view.at(at) {
            '初' => {
                end == at + 1
                    && matches!(
                        next,
                        '中' | '级'
                            | '步'
                            | '心'
                            | '次'
                            | '夏'
                            | '春'
                            | '冬'
                            | '秋'
                            | '赛'
                            | '选'
                            | '审'
                            | '一'
                            | '二'
                            | '三'
                            | '创'
                    )
            }
            '终' => matches!(next, '于' | '止' | '身' | '端' | '审' | '场') || end == at + 1,
            '尾' => matches!(next, '声' | '牙' | '款' | '盘' | '数' | '随' | '气'),
            '底' => matches!(next, '层' | '部' | '线' | '蕴' | '薪' | '色' | '盘' | '座'),
            _ => false,
        };
        if !refused {
            out.steps.push(Step::Edge(edge));
            return Some(end);
        }
    }
    let mid = if view.starts_with(at, "年中") {
        at + 2
    } else if view.at(at) == '中' {
        at + 1
    } else {
        return None;
    };
    edge_ends(view, mid).then(|| {
        out.steps.push(Step::Edge(Edge::Mid));
        mid
    })
}

/// True where a word such as 中 may end: nothing that it would make a longer word with follows.
fn edge_ends(view: &View<'_>, at: usize) -> bool {
    !matches!(
        view.classes.get(at),
        Some(crate::text::class::Class::Han | crate::text::class::Class::HanNumeral)
    ) || matches!(
        view.at(at),
        '以' | '将'
            | '起'
            | '的'
            | '开'
            | '前'
            | '后'
            | '左'
            | '完'
            | '至'
            | '到'
            | '报'
            | '被'
            | '通'
            | '落'
            | '动'
            | '上'
            | '召'
            | '举'
            | '进'
            | '结'
            | '抵'
            | '启'
            | '才'
            | '就'
            | '再'
            | '又'
            | '仍'
            | '曾'
            | '已'
            | '首'
            | '推'
            | '宣'
            | '访'
            | '赴'
            | '离'
            | '在'
            | '公'
            | '发'
            | '交'
            | '投'
            | '竣'
            | '因'
            | '遭'
            | '由'
            | '向'
            | '休'
            | '恢'
            | '揭'
            | '获'
            | '搬'
            | '迁'
            | '验'
    )
}

/// Reads the bare edges of the current year or season: 年底, 年初, 年末, 岁末, 季末 (with a number before it elsewhere).
pub fn bare_edge(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    static EDGES: Words<Edge> = Words::new(&[
        ("年底", Edge::End),
        ("年末", Edge::End),
        ("年初", Edge::Start),
        ("年中", Edge::Mid),
        ("岁末", Edge::End),
        ("岁初", Edge::Start),
        ("年尾", Edge::End),
        ("月底", Edge::End),
        ("月尾", Edge::End),
        ("月末", Edge::End),
        ("月初", Edge::Start),
        ("月头", Edge::Start),
        ("月中", Edge::Mid),
    ]);
    static CONTEXT: Words<Step> = Words::new(&[
        ("全年", Step::Whole(Unit::Year)),
        ("同期", Step::Same),
        ("节日期间", Step::SameFeast),
        ("假期期间", Step::SameFeast),
        ("连假期间", Step::SameFeast),
        ("长假期间", Step::SameFeast),
        ("连假", Step::SameFeast),
        ("黄金周", Step::SameFeast),
    ]);
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    if let Some((end, step)) = word(view, at, &CONTEXT) {
        let next = view.at(end);
        let refused = match step {
            Step::Whole(_) => matches!(next, '龄' | '级' | '无' | '候' | '制'),
            Step::Same => {
                matches!(next, '限' | '生' | '声' | '录' | '货' | '房' | '权' | '待' | '盼' | '望' | '许')
                    || matches!(
                        before,
                        '不' | '把'
                            | '合'
                            | '共'
                            | '会'
                            | '一'
                            | '相'
                            | '胡'
                            | '连'
                            | '陪'
                            | '随'
                            | '年'
                            | '史'
                    )
            }
            _ => false,
        };
        if refused {
            return None;
        }
        out.steps.push(step);
        return Some(end);
    }
    let (mut end, edge) = word(view, at, &EDGES)?;
    if edge == Edge::Mid && view.at(at) == '月' {
        // 月初开工，月中验收
        let led = opens(view, at) || matches!(before, '于' | '在' | '到' | '至');
        if !led || matches!(view.at(end), '旬' | '天' | '秋' | '国' | '央' | '的' | '午' | '间') {
            return None;
        }
    } else if edge == Edge::Mid
        && (!edge_ends(view, end) || !opens(view, at) && !matches!(before, '于' | '在' | '到' | '至'))
    {
        return None;
    }
    if before.is_ascii_digit()
        || number(view, at.wrapping_sub(1)).is_some() && at > 0
        || matches!(before, '几' | '多' | '每' | '岁' | '跨' | '近' | '新')
    {
        return None;
    }
    if view.at(at) == '月' {
        // 月底 alone is this month's; 腊月底, 个月底 are read from their beginning or not at all.
        let own = opens(view, at)
            || view.traditional(at) && !matches!(before, '个' | '腊' | '闰' | '半' | '当' | '满')
            || matches!(
                before,
                '于' | '在' | '到' | '至' | '为' | '将' | '着' | '自' | '从' | '由' | '较' | '比'
            );
        if !own || view.starts_with(end, "一") {
            return None;
        }
        out.steps.push(Step::MonthOffset(0));
        out.steps.push(Step::Edge(edge));
        return Some(end);
    }
    if matches!(view.at(end), '一' | '二' | '三') && edge == Edge::Start
        || view.starts_with(end, "岁初")
        || view.starts_with(end, "岁尾")
    {
        return None;
    }
    out.steps.push(if edge == Edge::Start { Step::YearTold } else { Step::YearOffset(0) });
    out.steps.push(Step::Edge(edge));
    if edge == Edge::Start
        && let Some(next) = quarter(view, end, out, true)
    {
        end = next;
    }
    Some(end)
}

/// Reads what narrows a month: 上旬, 初, 底, 末, 中, 第二周, 第一个星期一.
pub fn month_edge(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    static WORDS: Words<Step> = Words::new(&[
        ("上旬", Step::Tenday(1)),
        ("中旬", Step::Tenday(2)),
        ("下旬", Step::Tenday(3)),
        ("上中旬", Step::First(20, Unit::Day)),
        ("中上旬", Step::First(20, Unit::Day)),
        ("中下旬", Step::FromDay(11)),
        ("月底", Step::Edge(Edge::End)),
        ("月初", Step::Edge(Edge::Start)),
        ("月末", Step::Edge(Edge::End)),
        ("底", Step::Edge(Edge::End)),
        ("末", Step::Edge(Edge::End)),
    ]);
    if let Some((end, step)) = word(view, at, &WORDS) {
        let account = view.at(end - 1) == '末' && closes_account(view, end);
        out.steps.push(if account { Step::Edge(Edge::Last) } else { step });
        return Some(end);
    }
    if view.at(at) == '初'
        && !matches!(view.at(at + 1), '中' | '级' | '步' | '赛' | '审' | '选' | '夏' | '秋' | '冬' | '春')
    {
        out.steps.push(Step::Edge(Edge::Start));
        return Some(at + 1);
    }
    // 四月头, as Cantonese says it
    if view.at(at) == '头' && matches!(view.at(at + 1), '再' | '开' | '已' | '会' | '至' | '就' | ',' | '。')
    {
        out.steps.push(Step::Edge(Edge::Start));
        return Some(at + 1);
    }
    // 3月尾
    if view.at(at) == '尾' && !matches!(view.at(at + 1), '声' | '牙' | '款' | '盘' | '随' | '气' | '数')
    {
        out.steps.push(Step::Edge(Edge::End));
        return Some(at + 1);
    }
    // 下月中陆续放榜: after a word for the month 中 seldom begins another.
    let counted = matches!(out.last(), Some(Step::MonthOffset(_)));
    let other = "国旬秋考学标央方美超共选间午期奖签医药东西小长心介文日英层级外欧";
    if view.at(at) == '中' && (edge_ends(view, at + 1) || counted && !other.contains(view.at(at + 1))) {
        out.steps.push(Step::Edge(Edge::Mid));
        return Some(at + 1);
    }
    nth(view, at, out)
}

/// 3月末，广义货币余额…: the day of which the central bank tells.
fn closes_account(view: &View<'_>, at: usize) -> bool {
    const WORDS: [&str; 2] = ["货币", "绿色贷款"];
    view.at(at) == ','
        && (at + 1..at + 12)
            .take_while(|i| !matches!(view.at(*i), ',' | '。' | ';'))
            .any(|i| WORDS.iter().any(|w| view.starts_with(i, w)))
}

/// Reads 第三周, 第一个星期一, 最后一周, 最后五天 inside a year or month.
pub fn nth(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    let p = at + usize::from(view.at(at) == '的');
    // 3月首周, 3月首个周末
    static FIRST: Words<(i8, Unit)> = Words::new(&[
        ("首个周末", (1, Unit::Weekend)),
        ("首个星期", (1, Unit::Week)),
        ("首周末", (1, Unit::Weekend)),
        ("首周", (1, Unit::Week)),
        ("首日", (1, Unit::Day)),
        ("末周", (-1, Unit::Week)),
    ]);
    if let Some((end, (n, unit))) = word(view, p, &FIRST)
        && matches!(
            out.last(),
            Some(Step::Month(_) | Step::MonthOffset(_) | Step::Year(_) | Step::YearOffset(_))
        )
        && !matches!(view.at(end), '年' | '期' | '岁')
    {
        out.steps.push(Step::Nth(n, unit));
        return Some(end);
    }
    // 本月首十八日, 3月前两周
    if matches!(view.at(p), '首' | '前' | '头')
        && matches!(out.last(), Some(Step::Month(_) | Step::MonthOffset(_) | Step::ContextMonth(_)))
        && let Some((length, end)) = amount(view, p + 1, false)
    {
        let count = u8::try_from(length.halves / 2).ok()?;
        let counts = !length.vague && matches!(length.unit, Unit::Day | Unit::Week);
        out.steps.push(Step::First(count, length.unit));
        return counts.then_some(end);
    }
    let (n, p) = if view.starts_with(p, "最后") {
        if let Some((length, end)) = amount(view, p + 2 + usize::from(view.at(p + 2) == ' '), false) {
            let count = u8::try_from(length.halves / 2).ok()?;
            let week = count == 1 && length.unit == Unit::Week;
            out.steps.push(if week { Step::Nth(-1, Unit::Week) } else { Step::Last(count, length.unit) });
            return Some(end);
        }
        return None;
    } else if view.at(p) == '第' {
        let n = number(view, p + 1)?;
        (i8::try_from(n.value).ok()?, n.end)
    } else {
        return None;
    };
    let q = p + usize::from(view.at(p) == '个');
    for day in ["星期", "礼拜", "周"] {
        if view.starts_with(q, day) {
            let end = q + day.chars().count();
            if let Some(weekday) = super::weekday::number_of(view.at(end)) {
                out.steps.push(Step::NthWeekday(n, weekday));
                return Some(end + 1);
            }
            out.steps.push(Step::Nth(n, Unit::Week));
            return Some(end);
        }
    }
    // 2021年的第三个月, 2025年第一天
    let units = [("个月", Unit::Month), ("天", Unit::Day)];
    let (word, unit) = units.into_iter().find(|(word, _)| view.starts_with(p, word))?;
    let most = if unit == Unit::Month { 12 } else { i8::MAX };
    let year = matches!(out.steps.as_slice(), [Step::Year(_) | Step::YearOffset(_)]);
    if !year || !(1..=most).contains(&n) {
        return None;
    }
    out.steps.push(Step::Nth(n, unit));
    Some(p + word.chars().count())
}
