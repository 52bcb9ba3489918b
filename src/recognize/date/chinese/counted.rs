//! Lengths of time counted from now: 近五年, 过去24小时, 未来三天, 10年来, 三天前, 两小时后.

use super::number::{amount, length, opens};
use super::{Words, word};
use crate::recognize::date::draft::{Amount, Expr, Origin, Point, Step, Unit, Vague};
use crate::view::View;

/// Reads a length of time that ends or begins now, led by a word: 近三年(来), 过去一周, 未来两天, 最近几天.
pub fn led(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    static LEADS: Words<bool> = Words::new(&[
        ("接下来的", true),
        ("接下来", true),
        ("过去的", false),
        ("过去", false),
        ("最近的", false),
        ("最近", false),
        ("未来的", true),
        ("未来", true),
        ("今后", true),
        ("今后的", true),
        ("往后", true),
        ("此后", true),
        ("对上", false),
        ("上", false),
        ("近", false),
        ("这", false),
        ("前", false),
        ("新近", false),
    ]);
    let (p, ahead) = word(view, at, &LEADS)?;
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    let lead = view.at(at);
    let (length, end) = if lead == '近' && p == at + 1 && view.at(p) == '些' && view.at(p + 1) == '年' {
        (Amount { halves: 6, unit: Unit::Year, vague: true }, p + 2)
    } else {
        let some = ["些年", "些天", "些日子"].iter().find(|w| view.starts_with(p, w));
        match some {
            Some(w) => {
                let unit = if w.contains('年') { Unit::Year } else { Unit::Day };
                (Amount { halves: 6, unit, vague: true }, p + w.chars().count())
            }
            None => between(view, p, lead == '近').or_else(|| length(view, p, lead == '近'))?,
        }
    };
    // 5月至7月销货价值较对上三个月下跌: those before the stretch last named.
    if lead == '对' {
        let quarter = length.unit == Unit::Month && length.halves == 6 && !length.vague;
        let steps = vec![Step::Same, Step::Beside(Unit::Quarter, -1)];
        return quarter.then(|| (end, Expr::Point(Point { steps, ..Point::default() })));
    }
    let single = length.halves == 2;
    let refused = match lead {
        // 前两年 and 前几天 look back, 前三天 within something does not.
        '前' => {
            before == '的'
                || !matches!(view.at(p), '几' | '些')
                    && !(view.starts_with(p, "两年")
                        || view.starts_with(p, "两天")
                        || length.unit == Unit::Week
                            && length.halves <= 4
                            && matches!(
                                before,
                                '\0' | ',' | '。' | '、' | ';' | '在' | '比' | '较' | '与' | '和' | '于'
                            ))
                // 提前两天 is ahead of time, 赛前两天 before the match.
                || "之以年月期日提超赛节会婚产术战课餐饭考".contains(before) && before != '\0'
        }
        '这' => {
            single && !length.vague
                || matches!(length.unit, Unit::Hour | Unit::Minute | Unit::Second)
                || before == '在' && single
        }
        '近' => {
            matches!(before, '最' | '临' | '附' | '靠' | '将' | '接' | '邻')
                || !counts_back(view, at, end, length)
        }
        // 上两周, 上两个月
        '上' if p == at + 1 => {
            single
                || !matches!(length.unit, Unit::Week | Unit::Month)
                || matches!(before, '以' | '线' | '网' | '晚' | '早')
        }
        '过' => matches!(before, '不' | '超' | '经' | '通' | '已'),
        _ => false,
    };
    if refused || view.at(end) == '级' || view.at(p) == '日' {
        return None;
    }
    let mut end = end;
    if !ahead {
        for tail in ["左右以来", "同期", "以来", "左右", "来"] {
            if view.starts_with(end, tail)
                && !(tail == "来"
                    && matches!(
                        view.at(end + 1),
                        '到' | '自' | '源' | '临' | '说' | '华' | '访' | '了' | '不' | '往' | '参' | '这'
                    ))
            {
                end += tail.chars().count();
                break;
            }
        }
    }
    if matches!(view.at(end), '前' | '后') && matches!(lead, '这' | '前' | '最') {
        return None;
    }
    Some((end, if ahead { Expr::Ahead(length) } else { Expr::Back(length) }))
}

/// Reads 再过半个小时, and 过两天 where a clause begins: so long from now.
pub fn ahead(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    let again = view.starts_with(at, "再过");
    if !again && !(view.at(at) == '过' && opens(view, at)) {
        return None;
    }
    let (length, end) = length(view, at + 1 + usize::from(again), false)?;
    let end = end + if view.starts_with(end, "左右") { 2 } else { 0 };
    let day =
        view.at(end - 1) == '日' || matches!(view.at(end), '的' | '以' | '之' | '后' | '前' | '年' | '岁');
    (!day).then_some((end, Expr::Offset(length, Origin::Now)))
}

/// 三至五年, 2-3个月: as long as the longer of the two, about.
fn between(view: &View<'_>, at: usize, bare: bool) -> Option<(Amount, usize)> {
    let first = super::number::number(view, at)?;
    let joined = matches!(view.at(first.end), '至' | '到' | '-' | '~' | '—');
    let (length, end) = amount(view, first.end + usize::from(joined), bare).filter(|_| joined)?;
    (length.halves > first.value as i32 * 2).then_some((Amount { vague: true, ..length }, end))
}

/// 近三年 looks back; 合作了近六年, 近两年的努力 are lengths of nearly so much.
fn counts_back(view: &View<'_>, at: usize, end: usize, length: Amount) -> bool {
    if view.at(end) == '来' || view.starts_with(end, "以来") {
        return true;
    }
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    let short = matches!(length.unit, Unit::Second | Unit::Minute | Unit::Hour);
    let nearly = matches!(
        before,
        '了' | '过'
            | '续'
            | '隔'
            | '有'
            | '时'
            | '经'
            | '长'
            | '历'
            | '达'
            | '约'
            | '花'
            | '用'
            | '停'
            | '上'
            | '员'
            | '前'
            | '需'
            | '耗'
            | '限'
            | '短'
            | '缩'
            | '省'
            | '减'
            | '延'
            | '货'
    );
    !short
        && !nearly
        && !matches!(view.at(end), '的' | '历' | '时' | '后' | '前' | '没' | '未')
        && length.halves < 200
}

/// Reads a length of time with a word after it: 10年来, 三天前, 两小时后, 一年多前.
pub fn trailed(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    if matches!(before, '第' | '每' | '.' | '届' | '隔' | '近') || super::number::inside_number(view, at)
    {
        return None;
    }
    if view.at(at) == '几' && matches!(before, '好' | '十' | '这' | '前' | '近')
        || matches!(view.at(at), '半' | '数') && matches!(before, '多' | '大' | '过' | '指' | '人' | '总')
    {
        return None;
    }
    // 07年以前: the year of that number.
    if view.at(at) == '0' {
        return None;
    }
    let (length, end) = length(view, at, false)?;
    // 收到申请10日内 runs from what happened.
    if view.at(end) == '内' && length.unit == Unit::Day && crate::recognize::figure::lasting(view, at) {
        return None;
    }
    // 住院11天后: it took so long.
    if view.at(end) == '后'
        && !["再过", "提前", "推迟"].iter().any(|w| view.ends_with(at, w))
        && crate::recognize::figure::lasting(view, at)
    {
        return None;
    }
    const BACK: &[&str] = &["以来", "来"];
    for tail in BACK {
        if view.starts_with(end, tail) && length.unit != Unit::Second {
            let next = view.at(end + tail.chars().count());
            if *tail == "来"
                && matches!(next, '到' | '自' | '源' | '临' | '说' | '华' | '访' | '的' | '了' | '看')
                && next != '的'
                || view.starts_with(end, "来来")
            {
                return None;
            }
            if before == '天' || length.unit == Unit::Day && view.at(end - 1) == '日' && *tail == "来" {
                return None;
            }
            return Some((end + tail.chars().count(), Expr::Back(length)));
        }
    }
    // 2028年内完工: within that year.
    let year = length.unit == Unit::Year && view.at(end - 1) == '年' && length.halves >= 200;
    if let Some(stop) = within(view, end, before).filter(|_| !year) {
        // 15个工作日内报送, 90日内改正: a term that is set is a length.
        let short = match length.unit {
            Unit::Minute | Unit::Second => true,
            Unit::Hour => length.halves % 24 != 0,
            Unit::Day => {
                view.ends_with(end, "工作日") || view.ends_with(end, "交易日") || length.halves >= 28
            }
            Unit::Month => length.halves >= 24,
            _ => false,
        };
        return (!short).then_some((stop, Expr::Within(length)));
    }
    static TAILS: Words<bool> = Words::new(&[
        ("之前", false),
        ("以前", false),
        ("之后", true),
        ("以后", true),
        ("过后", true),
        ("前", false),
        ("后", true),
    ]);
    let (tail, after) = word(view, end, &TAILS)?;
    let next = view.at(tail);
    let short = tail == end + 1;
    let refused = short
        && if after {
            matches!(
                next,
                '续' | '台'
                    | '勤'
                    | '卫'
                    | '期'
                    | '备'
                    | '者'
                    | '果'
                    | '方'
                    | '面'
                    | '代'
                    | '人'
                    | '置'
                    | '轮'
                    | '天'
                    | '市'
            )
        } else {
            matches!(
                next,
                '沿' | '期'
                    | '景'
                    | '途'
                    | '往'
                    | '行'
                    | '身'
                    | '瞻'
                    | '列'
                    | '线'
                    | '五'
                    | '三'
                    | '十'
                    | '移'
            )
                // 三年前提出, 五年前进入市场
                || next == '提' && matches!(view.at(tail + 1), '是' | '下' | '条' | '的')
                || next == '进' && matches!(view.at(tail + 1), '的' | '方' | '步' | '道' | '路')
        };
    // 5日前, 2035年前 are deadlines: the day or year is read without 前.
    if length.unit == Unit::Year && (3600..=4200).contains(&length.halves) && view.at(at + 3).is_ascii_digit()
    {
        return None;
    }
    let day = view.at(end - 1) == '日'
        && !matches!(view.at(end - 2), '个' | '两')
        && !matches!(view.at(end.wrapping_sub(2)), '易' | '作');
    if refused || day && (!after || length.halves > 62) {
        return None;
    }
    // 10年前的今天
    let years = length.unit == Unit::Year && length.halves % 2 == 0 && !length.vague && !after;
    if let Some(day) = ["的今天", "的今日"].iter().find(|w| years && view.starts_with(tail, w)) {
        let steps = vec![Step::YearOffset(i16::try_from(-length.halves / 2).ok()?), Step::SameDay];
        return Some((tail + day.chars().count(), Expr::Point(Point { steps, ..Point::default() })));
    }
    let signed = Amount { halves: if after { length.halves } else { -length.halves }, ..length };
    // 要等12年后: from now.
    let waits = ["等", "再过", "还要"].iter().any(|w| view.ends_with(at, w));
    let origin = if after && waits {
        Origin::Now
    } else if after {
        Origin::Context
    } else {
        Origin::Told
    };
    Some((tail, Expr::Offset(signed, origin)))
}

/// 内 or 之内 behind a length of time, and where it ends; counted from an event (判决生效后十日内) it is an amount.
fn within(view: &View<'_>, end: usize, before: char) -> Option<usize> {
    let stop = end + usize::from(view.at(end) == '之') + 1;
    let word = matches!(
        view.at(stop),
        '地' | '外' | '部' | '容' | '设' | '存' | '阁' | '战' | '蒙' | '涵' | '陆' | '需' | '销'
    );
    // 收到公文10日内答复
    let at = end.saturating_sub(12);
    let clause = (at..end).rev().find(|i| matches!(view.at(*i), ',' | '。' | ';' | '、')).unwrap_or(at);
    let got = ["收到", "接到", "接获", "送达", "生效", "之日"];
    let event = (clause..end).any(|i| got.iter().any(|w| view.starts_with(i, w)));
    let event = event
        || matches!(before, '后' | '起' | '效' | '满' | '-' | '–' | '—' | '~' | '至' | '到')
        || matches!(view.at(stop), '的' | '第');
    (view.at(stop - 1) == '内' && !word && !event).then_some(stop)
}

/// Reads vague words: 近日, 近年来, 前不久, 前段时间.
pub fn vague(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    static WORDS: Words<Vague> = Words::new(&[
        ("近年来", Vague::RecentYears),
        ("近些年来", Vague::RecentYears),
        ("近些年", Vague::RecentYears),
        ("近年", Vague::RecentYears),
        ("近月来", Vague::Recent),
        ("近月", Vague::Recent),
        ("近几年来", Vague::RecentYears),
        ("近几年", Vague::RecentYears),
        ("这几年来", Vague::RecentYears),
        ("这几年", Vague::RecentYears),
        ("这些年来", Vague::RecentYears),
        ("这些年", Vague::RecentYears),
        ("前不久", Vague::Recent),
        ("不久前", Vague::Recent),
        ("前段时间", Vague::Recent),
        ("前些日子", Vague::Recent),
        ("前些天", Vague::Recent),
        ("近日来", Vague::Recent),
        ("近日", Vague::Recent),
        ("日前", Vague::Recent),
        ("近期", Vague::Recent),
        ("近来", Vague::Recent),
        ("最近", Vague::Recent),
        ("往年", Vague::Never),
        ("至今", Vague::Now),
        ("迄今为止", Vague::Now),
        ("迄今", Vague::Now),
        ("年内", Vague::Year),
    ]);
    let (end, kind) = word(view, at, &WORDS)?;
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    let next = view.at(end);
    let refused = match view.at(at) {
        '日' => {
            before.is_ascii_digit()
                || matches!(
                    before,
                    '目' | '今'
                        | '昨'
                        | '明'
                        | '当'
                        | '次'
                        | '同'
                        | '前'
                        | '后'
                        | '近'
                        | '节'
                        | '生'
                        | '交'
                        | '首'
                        | '周'
                        | '期'
                        | '翌'
                        | '即'
                        | '往'
                        | '作'
                        | '易'
                )
                || "一二三四五六七八九十几数两假".contains(before)
                || matches!(next, '往' | '夕')
        }
        '近' => {
            matches!(before, '最' | '临' | '附' | '靠' | '将' | '接' | '邻' | '远')
                || matches!(next, '视' | '制' | '点' | '轨') && end == at + 2
                || at == 0
                    && ["新闻", "文章", "公告", "活动", "报道"].iter().any(|w| view.starts_with(end, w))
        }
        '最' => {
            matches!(next, '的' | '距' | '邻') && !matches!(view.at(end + 1), '一' | '几') && next != '的'
                || view.starts_with(end, "的距离")
                // 距离港口最近的一类口岸
                || next == '的' && view.chars[at.saturating_sub(8)..at].iter().any(|c| matches!(c, '距' | '离'))
        }
        '年' => {
            before.is_ascii_digit()
                || "一二三四五六七八九十几数两半多".contains(before) && before != '\0'
                || matches!(before, '今' | '当' | '本' | '全' | '去' | '同')
                || matches!(next, '瓦')
        }
        '至' => matches!(before, '甚' | '乃' | '直') || !super::until_now(view, at),
        '往' => matches!(before, '前' | '来' | '以'),
        '不' => before == '前' || before == '之',
        '前' => before == '之',
        _ => false,
    };
    if refused {
        return None;
    }
    Some((end, Expr::Vague(kind)))
}

/// Reads 距今约2500年.
pub fn ago(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    if !view.starts_with(at, "距今") {
        return None;
    }
    let mut p = at + 2;
    while matches!(view.at(p), '大' | '约' | '已' | '有' | '近' | '至' | '少' | '超' | '过') {
        p += 1;
    }
    let number = |from: usize| {
        let part = |c: char| c.is_ascii_digit() || ".万亿多余至-~千百十几数一二三四五六七八九两".contains(c);
        (from..from + 18).take_while(|&i| part(view.at(i))).last().map_or(from, |i| i + 1)
    };
    let mut end = number(p);
    if end > p + 16 {
        return None;
    }
    if end == p || view.at(end) != '年' {
        return None;
    }
    end += 1;
    // 距今5320年至5110年, 约2.3亿年至2.1亿年
    let second = number(end + 1);
    if matches!(view.at(end), '至' | '到' | '-' | '—' | '~') && second > end + 1 && view.at(second) == '年'
    {
        end = second + 1;
    }
    end += usize::from(view.at(end) == '前');
    if view.starts_with(end, "左右") {
        end += 2;
    }
    Some((end, Expr::Vague(Vague::Never)))
}
