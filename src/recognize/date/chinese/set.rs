//! What comes again and again: 每年, 每周一, 每天10:00-18:00, 逢星期二、四, 每隔30分钟.

use super::number::amount;
use super::{Words, point, range_from, weekday, word};
use crate::recognize::date::draft::{Expr, Point, Unit};
use crate::view::View;

/// Reads a recurrence.
pub fn set(view: &View<'_>, at: usize) -> Option<(usize, Expr)> {
    // 平日上午7時至9時, 工作日8:00-17:00
    const DAYS: &[&str] = &["平日", "工作日", "节假日", "双休日", "休息日", "假日"];
    if let Some(word) = DAYS.iter().find(|w| view.starts_with(at, w)) {
        let end = at + word.chars().count();
        let after = tail(view, end);
        let range = matches!(view.at(after.wrapping_sub(1)), '时' | '分' | '半' | '点' | '0'..='9');
        return (after > end && range && view.at(at.wrapping_sub(1)) != '个')
            .then_some((after, Expr::Set(None)));
    }
    // 周一、三、五19:00, 周一休馆
    if matches!(view.at(at), '周' | '星' | '礼')
        && let Some(end) = weekdays(view, at).filter(|_| super::number::opens(view, at))
    {
        const SHUT: &[&str] = &[
            "休馆",
            "闭馆",
            "休园",
            "公休",
            "休诊",
            "店休",
            "不开放",
            "除外",
            "休息",
            "及国定假日",
            "及例假日",
            "及公众假期",
        ];
        let shut = SHUT.iter().any(|w| view.starts_with(end, w));
        let mark = |c: char| matches!(c, '、' | '及' | '和');
        let row = (at..end).filter(|i| mark(view.at(*i))).count();
        let bare = (at..end).all(|i| !mark(view.at(i)) || weekday::number_of(view.at(i + 1)).is_some());
        let after = tail(view, end + usize::from(view.at(end) == ' '));
        let hours = row > 0 && bare && view.at(after.wrapping_sub(1)).is_ascii_digit() && after > end + 1;
        if shut || hours || row > 1 && bare {
            return Some((if hours { after } else { end }, Expr::Set(None)));
        }
    }
    let lead = match view.at(at) {
        '每' if view.at(at + 1) == '逢' => 2,
        '每' if view.at(at + 1) == '隔' => {
            let (length, end) = amount(view, at + 2, false)?;
            return (length.unit != Unit::Second).then_some((end, Expr::Set(None)));
        }
        '每' => 1,
        '逢' if matches!(
            view.at(at.wrapping_sub(1)),
            '每' | '相' | '恰' | '正' | '欣' | '适' | '又' | '重'
        ) =>
        {
            return None;
        }
        '逢' => 1,
        _ => return None,
    };
    let p = at + lead;
    static UNITS: Words<u8> = Words::new(&[
        ("个工作日", 0),
        ("个交易日", 0),
        ("个季度", 0),
        ("个星期", 2),
        ("个礼拜", 2),
        ("个月", 1),
        ("个周末", 0),
        ("工作日", 0),
        ("季末", 0),
        ("年底", 0),
        ("年末", 0),
        ("年初", 0),
        ("月底", 0),
        ("月末", 0),
        ("月初", 0),
        ("季度", 0),
        ("学期", 0),
        ("学年", 0),
        ("半年", 0),
        ("年度", 0),
        ("年", 3),
        ("月", 1),
        ("周末", 0),
        ("星期", 2),
        ("周", 2),
        ("天", 4),
        ("日", 4),
        ("晚", 4),
        ("朝", 4),
        ("早", 4),
        ("夜", 4),
        ("季", 0),
    ]);
    if view.at(at) == '每' {
        if let Some((end, kind)) = word(view, p, &UNITS) {
            // 《每日新闻》 and “每日优鲜” are names, “每天干五六个小时 is the beginning of what someone says.
            let quoted = matches!(view.at(at.wrapping_sub(1)), '“' | '「')
                && (end..end + 6).any(|i| matches!(view.at(i), '”' | '」'));
            let name = quoted
                || view.at(at.wrapping_sub(1)) == '《'
                || ["经济新闻", "商报", "邮报", "电讯", "镜报", "新报", "优鲜"]
                    .iter()
                    .any(|w| view.starts_with(end, w));
            if name
                || view.at(p) == '朝' && view.at(end) == '每'
                || matches!(view.at(end), '级' | '刊' | '期')
                || view.at(end) == '报'
                    && !matches!(view.at(end + 1), '到' | '送' | '告' | '价' | '名' | '备')
                || view.at(end) == '轮' && view.at(end - 1) == '季'
                || view.starts_with(end, "人次")
            {
                return None;
            }
            if kind == 2
                && let Some(last) = weekdays(view, end)
            {
                return Some((tail(view, last), Expr::Set(None)));
            }
            // 每周工作日9点
            if kind == 2 && view.starts_with(end, "工作日") {
                return Some((tail(view, end + 3), Expr::Set(None)));
            }
            // 每年秋天
            let mut season = Point::default();
            if kind == 3
                && let Some(last) = super::period::season(view, end, &mut season, true)
            {
                return Some((last, Expr::Set(None)));
            }
            // 每月首个星期日
            if kind == 1
                && view.starts_with(end, "首个")
                && let Some(last) = weekday::weekday(view, end + 2, &mut Point::default())
            {
                return Some((tail(view, last), Expr::Set(None)));
            }
            // 每月第一个星期六
            let ordinal = usize::from(view.at(end) == '的');
            if kind == 1
                && let Some(n) = super::number::number(view, end + ordinal + 1).filter(|n| n.value <= 5)
                && view.at(end + ordinal) == '第'
                && let p = n.end + usize::from(view.at(n.end) == '个')
                && let Some(last) = weekday::weekday(view, p, &mut Point::default())
            {
                return Some((tail(view, last), Expr::Set(None)));
            }
            let mut inner = Point::default();
            let narrowed = match kind {
                0 => None,
                _ => super::whole(view, end, &mut inner).map(|(e, expr)| (e, Some(Box::new(expr)))),
            };
            return Some(match narrowed {
                Some((e, expr)) => (tail(view, e), Expr::Set(expr)),
                None => (tail(view, end), Expr::Set(None)),
            });
        }
        // 每小时上传一次; 每小时60公里 is a rate.
        if view.starts_with(p, "小时") {
            let next = view.at(p + 2);
            let rate = super::number::number(view, p + 2).is_some()
                || matches!(
                    next,
                    '约' | '近'
                        | '超'
                        | '达'
                        | '最'
                        | '的'
                        | '平'
                        | '不'
                        | '逾'
                        | '可'
                        | '工'
                        | '产'
                        | '收'
                        | '由'
                )
                || matches!(next, '\0' | ',' | '。' | ')' | '/');
            return (!rate).then_some((p + 2, Expr::Set(None)));
        }
        // 每3至5年
        if let Some(first) = super::number::number(view, p)
            && matches!(view.at(first.end), '至' | '到' | '-')
            && let Some((length, end)) = amount(view, first.end + 1, false)
            && length.unit != Unit::Second
        {
            return Some((end, Expr::Set(None)));
        }
        // 每两周, 每三个月
        if let Some((length, end)) = amount(view, p, false) {
            let long =
                matches!(length.unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Quarter);
            // 每15分钟一班 recurs, 每30分钟10元 is a rate.
            let next = view.at(end);
            let short = matches!(length.unit, Unit::Minute | Unit::Hour)
                && ("一开发有便就量测更播巡轮换休补检派响以须要会".contains(next)
                    || "\0,。;、)".contains(next))
                && !view.starts_with(end, "一个");
            return (long && !matches!(next, '前' | '后') || short).then_some((end, Expr::Set(None)));
        }
    }
    // 逢星期二、四, 每逢春节, 每周末
    if let Some(end) = weekdays(view, p) {
        return Some((tail(view, end), Expr::Set(None)));
    }
    if lead == 2 || view.at(at) == '逢' {
        let mut inner = Point::default();
        let end = point(view, p, &mut inner)?;
        return Some((end, Expr::Set(Some(Box::new(Expr::Point(inner))))));
    }
    None
}

/// Weekdays in a row: 一, 二、四, 三下午, 星期二、四, 一至周五.
fn weekdays(view: &View<'_>, at: usize) -> Option<usize> {
    let name = |p: usize| {
        ["星期", "礼拜", "周"].iter().find(|w| view.starts_with(p, w)).map_or(0, |w| w.chars().count())
    };
    let mut p = at + name(at);
    if p == at
        && view.at(at.wrapping_sub(1)) != '周'
        && !view.ends_with(at, "星期")
        && !view.ends_with(at, "礼拜")
    {
        return None;
    }
    weekday::number_of(view.at(p))?;
    if matches!(view.at(p + 1), '次' | '个' | '家') {
        return None;
    }
    p += 1;
    loop {
        if !matches!(view.at(p), '、' | '至' | '到' | '-' | '~' | '和' | '及' | '—') {
            return Some(p);
        }
        let next = p + 1 + name(p + 1);
        let next = if view.starts_with(p + 1, "每周") { p + 3 } else { next };
        if weekday::number_of(view.at(next)).is_none() {
            return Some(p);
        }
        p = next + 1;
    }
}

/// Where weekdays with two clock times end: 周六、周日 7:00—21:00.
pub fn hours(view: &View<'_>, at: usize) -> Option<usize> {
    let days = weekdays(view, at)?;
    let from = days + usize::from(view.at(days) == ' ');
    let end = tail(view, from);
    (end > from && matches!(view.at(end - 1), '0'..='9' | '时' | '分' | '半' | '点')).then_some(end)
}

/// A part of day or opening hours after a recurrence.
fn tail(view: &View<'_>, at: usize) -> usize {
    let mut clock = Point::default();
    match super::clock::time(view, at, &mut clock, true) {
        Some(end) => range_from(view, end, &clock).map_or(end, |(e, _)| e),
        None => at,
    }
}
