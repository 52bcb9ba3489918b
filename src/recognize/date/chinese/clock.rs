//! Parts of day and clock times: 凌晨, 下午3点, 10时30分许, 15:34.

use super::number::{Form, Number, inside_number, number};
use super::{Words, word};
use crate::recognize::date::draft::{Clock, Part, Point};
use crate::view::View;

static PARTS: Words<Part> = Words::new(&[
    ("早些时候", Part::Morning),
    ("晚些时候", Part::Evening),
    ("一大早", Part::Morning),
    ("大清早", Part::Morning),
    ("凌晨", Part::Dawn),
    ("清晨", Part::Morning),
    ("清早", Part::Morning),
    ("拂晓", Part::Dawn),
    ("黎明", Part::Dawn),
    ("早晨", Part::Morning),
    ("早上", Part::Morning),
    ("朝早", Part::Morning),
    ("上昼", Part::Morning),
    ("下昼", Part::Afternoon),
    ("早间", Part::Morning),
    ("上午", Part::Morning),
    ("中午", Part::Noon),
    ("正午", Part::Noon),
    ("午间", Part::Noon),
    ("晌午", Part::Noon),
    ("下午", Part::Afternoon),
    ("午后", Part::Afternoon),
    ("晏昼", Part::Afternoon),
    ("傍晚", Part::Evening),
    ("晚上", Part::Evening),
    ("晚间", Part::Evening),
    ("夜晚", Part::Evening),
    ("夜间", Part::Night),
    ("夜里", Part::Night),
    ("深夜", Part::Night),
    ("半夜", Part::Night),
    ("午夜", Part::Midnight),
    ("白天", Part::Daytime),
    ("日间", Part::Daytime),
    ("一早", Part::Morning),
    ("当晚", Part::Evening),
    ("晚", Part::Evening),
    ("早", Part::Morning),
    ("夜", Part::Night),
    ("午", Part::Noon),
]);

/// Reads a part of day; `after_day` allows the short forms 早 晚 夜.
pub fn part(view: &View<'_>, at: usize, after_day: bool) -> Option<(Part, usize)> {
    let (end, part) = word(view, at, &PARTS)?;
    if end == at + 1 {
        let next = view.at(end);
        let refused = match view.at(at) {
            '晚' => matches!(next, '会' | '宴' | '餐' | '饭' | '报' | '期' | '年' | '辈' | '安' | '于'),
            '早' => matches!(
                next,
                '已' | '出'
                    | '起'
                    | '就'
                    | '日'
                    | '期'
                    | '报'
                    | '市'
                    | '操'
                    | '产'
                    | '餐'
                    | '知'
                    | '在'
                    | '高'
                    | '盘'
                    | '些'
                    | '课'
            ),
            '夜' => matches!(next, '市' | '景' | '空' | '经' | '游' | '校'),
            _ => next != '\0' && !matches!(next, ',' | '。' | ' '),
        };
        // 晚8点, 早6时 need no day before them.
        let timed = matches!(view.at(at), '早' | '晚')
            && number(view, end).is_some_and(|n| {
                n.value <= 24
                    && (matches!(view.at(n.end), '点' | '时' | ':')
                        || shared_hour(view, n, None, true).is_some())
            });
        if refused || !after_day && !timed {
            return None;
        }
    }
    Some((part, end))
}

/// Reads a clock time. `led` is true after a day or a part of day, where looser forms are safe.
pub fn clock(view: &View<'_>, at: usize, part: Option<Part>, led: bool) -> Option<(Clock, usize)> {
    let p = at + usize::from(view.at(at) == ' ' && led);
    if view.at(p).is_ascii_digit()
        && let Some((clock, end)) = colon(view, p, led)
    {
        return Some((clock.in_part(part), end));
    }
    let n = number(view, p)?;
    if n.form == Form::HanDigits || n.width > 3 || n.value > 24 || inside_number(view, p) {
        return None;
    }
    let p = n.end + usize::from(view.at(n.end) == ' ' && led);
    let point = match view.at(p) {
        '时' => false,
        '点' => true,
        _ => return shared_hour(view, n, part, led),
    };
    let mut end = p + 1;
    let next = view.at(end);
    if !point {
        let refused = matches!(
            next,
            '间' | '段'
                | '代'
                | '刻'
                | '速'
                | '长'
                | '区'
                | '装'
                | '尚'
                | '任'
                | '常'
                | '空'
                | '差'
                | '点'
                | '效'
                | '政'
                | '评'
                | '机'
                | '期'
                | '候'
                | '而'
        );
        if refused || n.form == Form::Han && !led && n.value < 3 && !minutes_follow(view, end) {
            return None;
        }
    }
    let (mut minute, mut second) = (None, None);
    if next == '半' {
        minute = Some(30);
        end += 1;
    } else if view.starts_with(end, "一刻") {
        minute = Some(15);
        end += 2;
    } else if view.starts_with(end, "三刻") {
        minute = Some(45);
        end += 2;
    } else if point && next == '钟'
        || view.at(end) == '整'
        || view.at(end) == '正' && !matches!(view.at(end + 1), '式' | '在' | '好' | '是')
    {
        end += 1;
    } else if let Some(m) = minutes(view, end) {
        if view.at(m.end) == '分' && !matches!(view.at(m.end + 1), '别' | '之' | '类') {
            minute = Some(m.value);
            end = m.end + 1;
            if let Some(s) = number(view, end).filter(|s| s.value < 60 && view.at(s.end) == '秒') {
                second = Some(s.value);
                end = s.end + 1;
            }
        } else if point && (m.width == 2 || zero_led(view, end)) && (led || part.is_some()) {
            minute = Some(m.value);
            end = m.end;
        }
    }
    // 补助多一点, 早一点: a little.
    let parted = part.is_some() && !matches!(view.at(at.wrapping_sub(1)), '早' | '晚');
    let little = n.value == 1 && n.form == Form::Han && !parted && end == p + 1;
    if point && minute.is_none() && (!led && !spoken(view, p, end) || little) {
        return None;
    }
    let clock = Clock::new(n.value, minute, second)?;
    Some((clock.in_part(part), end))
}

/// The 9 of 上午9至11时, 下午3到5点, 9-17时: its mark stands at the second hour.
fn shared_hour(view: &View<'_>, n: Number, part: Option<Part>, led: bool) -> Option<(Clock, usize)> {
    let second = number(view, super::separator(view, n.end)?)?;
    let hours = second.form != Form::HanDigits && second.width <= 3 && second.value <= 24;
    let mark = match view.at(second.end) {
        '时' => !matches!(view.at(second.end + 1), '间' | '候' | '速' | '长'),
        // 3至5点建议: points, unless a part of day stands before.
        '点' => led,
        _ => false,
    };
    if !hours || !mark || !led && n.form != Form::Ascii {
        return None;
    }
    Some((Clock::new(n.value, None, None)?.in_part(part), n.end))
}

/// 9点 alone is a clock time where its neighbours speak of a clock: 9点钟, 9点整, 9点许, 9点到, early punctuation.
fn spoken(view: &View<'_>, mark: usize, end: usize) -> bool {
    if end > mark + 1 {
        return true;
    }
    let mut first = mark;
    while first > 0 && (view.at(first - 1).is_ascii_digit() || number(view, first - 1).is_some()) {
        first -= 1;
    }
    let before = first.checked_sub(1).map_or('\0', |i| view.at(i));
    let rising = matches!(
        before,
        '涨' | '跌'
            | '报'
            | '升'
            | '降'
            | '收'
            | '提'
            | '以'
            | '这'
            | '第'
            | '.'
            | '和'
            | '几'
            | '有'
            | '的'
            | '低'
            | '高'
            | '破'
            | '达'
            | '逾'
    );
    // 开放至22点: an hour, where the number before it is no count of points.
    let until = matches!(before, '到' | '至' | '于' | '在' | '从' | '自')
        && !(first > 1
            && matches!(view.at(first - 2), '涨' | '跌' | '升' | '降' | '落' | '回' | '达' | '收'));
    !rising
        && (matches!(view.at(end), '许' | '左' | '前' | '多' | '开' | '到' | '至' | '\0' | ',' | '之')
            || until && matches!(view.at(end), ';' | '。' | '、' | '!' | ')' | '起' | '以' | '后' | '\n'))
}

fn minutes(view: &View<'_>, at: usize) -> Option<super::number::Number> {
    let zero = usize::from(matches!(view.at(at), '零' | '〇'));
    number(view, at + zero).filter(|m| m.value < 60 && m.width <= 3)
}

/// The 零五 of 下午三点零五.
fn zero_led(view: &View<'_>, at: usize) -> bool {
    matches!(view.at(at), '零' | '〇')
        && number(view, at + 1)
            .is_some_and(|m| m.value < 10 && !matches!(view.at(m.end), '个' | '位' | '名' | '万'))
}

fn minutes_follow(view: &View<'_>, at: usize) -> bool {
    minutes(view, at).is_some_and(|m| view.at(m.end) == '分')
}

/// Reads `15:34`, `15:34:00`, `8:00`.
pub fn colon(view: &View<'_>, at: usize, led: bool) -> Option<(Clock, usize)> {
    let hour = number(view, at).filter(|h| h.width <= 2)?;
    if inside_number(view, at) || !matches!(view.at(hour.end), ':' | '∶') {
        return None;
    }
    let minute = number(view, hour.end + 1).filter(|m| m.width == 2)?;
    let mut end = minute.end;
    let mut second = None;
    // 15:30：主队开球 has no seconds.
    if matches!(view.at(end), ':' | '∶') && view.at(end + 1).is_ascii_digit() {
        let s = number(view, end + 1).filter(|s| s.width == 2)?;
        second = Some(s.value);
        end = s.end;
    }
    if matches!(view.at(end), '.' | ':') && view.at(end + 1).is_ascii_digit() && second.is_none() {
        return None;
    }
    if crate::recognize::figure::no_clock(view, at) {
        return None;
    }
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    // 1:02:25 alone is what a race took, 25:18、23:25 the sets of a match.
    let raced = second.is_some() && hour.width == 1;
    if !led && (raced || scored(view, at, end)) {
        return None;
    }
    if !led
        && (matches!(before, '以' | '比' | '胜' | '败' | '战' | '.' | '分' | '约')
            || before == ':'
                && !labelled(view, at)
                && !["更新:", "时间:", "发布:", "更新于:", "发表:"].iter().any(|w| view.ends_with(at, w))
            || hour.width == 1 && minute.value > 59)
    {
        return None;
    }
    // 11:00时
    if view.at(end) == '时' && !matches!(view.at(end + 1), '间' | '段' | '代' | '候' | '长' | '速' | '差')
    {
        end += 1;
    }
    let clock = Clock::new(hour.value, Some(minute.value), second)?;
    // 5:00 PM
    let half = end + usize::from(view.at(end) == ' ');
    let m = matches!(view.at(half + 1), 'm' | 'M') && !view.at(half + 2).is_ascii_alphanumeric();
    let part = match view.at(half) {
        'A' | 'a' if m && clock.hour == 12 => Some(Part::Midnight),
        'A' | 'a' if m => Some(Part::Morning),
        'P' | 'p' if m => Some(Part::Afternoon),
        _ => return Some((clock, end)),
    };
    Some((clock.in_part(part), half + 2))
}

/// True behind the colon of a label in Chinese: 班次：7:00、9:30. A score has one as well.
fn labelled(view: &View<'_>, at: usize) -> bool {
    let label = at - 1;
    let score = ["比分", "比例", "比为", "战绩", "配比", "局分", "总分", "之比"]
        .iter()
        .any(|w| view.ends_with(label, w));
    view.original(label, at) == "：" && label > 0 && view.at(label - 1) as u32 > 0x2E80 && !score
}

/// True for a number of a row whose others are no clock times, or that is led by what was won: 以25:18、23:25取胜.
fn scored(view: &View<'_>, at: usize, end: usize) -> bool {
    let mark = |c: char| matches!(c, '、' | ',' | ' ' | '/');
    let one = |p: usize| {
        let first = number(view, p).filter(|n| view.at(n.end) == ':' && n.width <= 2)?;
        let second = number(view, first.end + 1).filter(|n| n.width <= 2)?;
        Some((first.value > 24 || second.value > 59 || second.width == 1, second.end))
    };
    let mut p = at;
    while p > 0
        && at - p < 40
        && (mark(view.at(p - 1)) || view.at(p - 1) == ':' || view.at(p - 1).is_ascii_digit())
    {
        p -= 1;
    }
    let won =
        ["以", "比分", "局分", "比数", "胜", "负", "克", "败"].iter().any(|w| view.ends_with(p, w)) && p < at;
    // 21:18、19:21落败
    let mut q = end;
    while q < end + 40 && (mark(view.at(q)) || view.at(q) == ':' || view.at(q).is_ascii_digit()) {
        q += 1;
    }
    let lost = ["落败", "告负", "不敌", "取胜", "获胜", "告捷", "胜出"];
    let won = won || lost.iter().any(|w| view.starts_with(q, w));
    // 9　3　2　4　11:13　16: the goals of a row of figures.
    let cell = |from: usize, by: isize| {
        let step = |i: usize| from.checked_add_signed(by * i as isize).map_or('\0', |k| view.at(k));
        let digits = (1..4).take_while(|i| step(*i).is_ascii_digit()).count();
        step(0) == ' ' && (1..3).contains(&digits) && matches!(step(digits + 1), ' ' | '\n' | '\0')
    };
    let won = won || at > 0 && cell(at - 1, -1) && cell(end, 1);
    let before = (p..at).any(|i| i == p && one(i).is_some_and(|o| o.0));
    let after = mark(view.at(end)) && one(end + 1).is_some_and(|o| o.0);
    won || before || after
}

/// Reads a part of day and a clock time, in either order, into a point; `led` after a day.
pub fn time(view: &View<'_>, at: usize, out: &mut Point, led: bool) -> Option<usize> {
    let mut end = at;
    let spaced = at + usize::from(view.at(at) == ' ' && led);
    if let Some((p, e)) = part(view, spaced, led) {
        out.part = Some(p);
        end = e;
    }
    // 下午的3点, 下午约4时
    let linked = end + usize::from(out.part.is_some() && matches!(view.at(end), '的' | '约'));
    if let Some((c, e)) = clock(view, linked, out.part, led || out.part.is_some()) {
        out.clock = Some(c);
        end = e;
        while matches!(view.at(end), '许' | '多') {
            end += 1;
        }
    }
    (end > at).then_some(end)
}
