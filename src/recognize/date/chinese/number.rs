//! Small numbers and lengths of time inside Chinese dates.

use super::Words;
use crate::recognize::date::draft::{Amount, Unit};
use crate::text::class::Class;
use crate::view::View;

/// A number of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value.
    pub value: u32,
    /// The index after it.
    pub end: usize,
    /// How many characters it has.
    pub width: usize,
    /// How it is written.
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `2024`.
    Ascii,
    /// With place value or of one character: 二十一, 五.
    Han,
    /// Digit by digit: 二〇二四.
    HanDigits,
}

fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Reads a number of up to four digits or eight Chinese characters.
pub fn number(view: &View<'_>, at: usize) -> Option<Number> {
    if !matches!(
        view.classes.get(at),
        Some(Class::Digit | Class::HanNumeral | Class::Other | Class::Punctuation)
    ) {
        return None;
    }
    if view.at(at).is_ascii_digit() {
        let mut value = 0;
        for width in 0..5 {
            let Some(d) = view.at(at + width).to_digit(10) else {
                return Some(Number { value, end: at + width, width, form: Form::Ascii });
            };
            value = value * 10 + d;
        }
        return None;
    }
    let (mut total, mut last, mut width, mut places, mut digits) = (0, None, 0, false, 0u32);
    let mut positional = 0;
    while width < 8 {
        let c = view.at(at + width);
        if let Some(d) = digit(c) {
            digits += 1;
            positional = positional * 10 + d;
            if places && last.is_some_and(|l| l != 0) {
                break;
            }
            last = Some(d);
        } else {
            let place = match c {
                '十' => 10,
                '百' => 100,
                '千' => 1000,
                '廿' | '卅' => {
                    if width > 0 {
                        break;
                    }
                    total = if c == '廿' { 20 } else { 30 };
                    places = true;
                    width += 1;
                    continue;
                }
                _ => break,
            };
            if digits > 1 && !places {
                break;
            }
            total += last.unwrap_or(1).max(1) * place;
            last = None;
            places = true;
        }
        width += 1;
    }
    if width == 0 {
        return None;
    }
    let end = at + width;
    if places {
        return Some(Number { value: total + last.unwrap_or(0), end, width, form: Form::Han });
    }
    let form = if width == 1 { Form::Han } else { Form::HanDigits };
    (width <= 4).then_some(Number { value: positional, end, width, form })
}

/// True where the character before `at` belongs to a larger number.
pub fn inside_number(view: &View<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let digit = |i: usize| view.at(i).is_ascii_digit();
    match view.classes.get(before) {
        Some(Class::Digit) => true,
        Some(Class::HanNumeral) => view.classes.get(at) == Some(&Class::HanNumeral),
        _ if before > 0 && digit(before - 1) && digit(at) => match view.at(before) {
            '.' => true,
            // A separator of thousands has three digits behind it; a comma folded from a Chinese one is none.
            ',' => digit(at + 1) && digit(at + 2) && !digit(at + 3) && view.original(before, at) == ",",
            _ => false,
        },
        _ => false,
    }
}

/// True where a clause begins at `at`: nothing, punctuation or white space stands before it.
pub fn opens(view: &View<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    !matches!(view.classes.get(before), Some(Class::Han | Class::HanNumeral | Class::Digit | Class::Latin))
}

/// Reads a unit of time; `bare` allows 月 without 个.
pub fn unit(view: &View<'_>, at: usize, bare: bool) -> Option<(Unit, usize)> {
    static UNITS: Words<Unit> = Words::new(&[
        ("个半小时", Unit::Hour),
        ("个工作日", Unit::Day),
        ("个交易日", Unit::Day),
        ("个小时", Unit::Hour),
        ("个钟头", Unit::Hour),
        ("个钟", Unit::Hour),
        ("个季度", Unit::Quarter),
        ("个星期", Unit::Week),
        ("个礼拜", Unit::Week),
        ("个世纪", Unit::Century),
        ("个周末", Unit::Weekend),
        ("交易日", Unit::Day),
        ("工作日", Unit::Day),
        ("个月", Unit::Month),
        ("个年", Unit::Year),
        ("小时", Unit::Hour),
        ("钟头", Unit::Hour),
        ("分钟", Unit::Minute),
        ("秒钟", Unit::Second),
        ("季度", Unit::Quarter),
        ("星期", Unit::Week),
        ("礼拜", Unit::Week),
        ("世纪", Unit::Century),
        ("年", Unit::Year),
        ("载", Unit::Year),
        ("周", Unit::Week),
        ("天", Unit::Day),
        ("日", Unit::Day),
        ("夜", Unit::Day),
        ("秒", Unit::Second),
    ]);
    if let Some((end, unit)) = super::word(view, at, &UNITS) {
        return Some((unit, end));
    }
    if bare && view.at(at) == '季' && !matches!(view.at(at + 1), '节' | '后' | '军') {
        return Some((Unit::Quarter, at + 1));
    }
    (bare && view.at(at) == '月').then_some((Unit::Month, at + 1))
}

/// Reads a length of time in one unit or two: 三天, 一年零两个月, 两小时三十分钟.
pub fn length(view: &View<'_>, at: usize, bare: bool) -> Option<(Amount, usize)> {
    let (first, end) = amount(view, at, bare)?;
    let next = end + usize::from(matches!(view.at(end), '零' | '又' | '加'));
    let whole = amount(view, next, bare).and_then(|(rest, after)| Some((first.and(rest)?, after)));
    Some(whole.unwrap_or((first, end)))
}

/// Reads a length of time: 三天, 两个半月, 一年半, 十几年, 20多个月, 半小时, 几周.
pub fn amount(view: &View<'_>, at: usize, bare: bool) -> Option<(Amount, usize)> {
    let (mut halves, mut vague, mut p) = if view.at(at) == '半' {
        let next = if view.at(at + 1) == '个' { at + 2 } else { at + 1 };
        let (unit, end) = unit(view, at + 1, true).or_else(|| unit(view, next, true))?;
        return Some((Amount { halves: 1, unit, vague: false }, end));
    } else if matches!(view.at(at), '几' | '数') {
        let end = at + 1 + usize::from(matches!(view.at(at + 1), '十' | '百' | '千'));
        let tens = match view.at(at + 1) {
            '十' => 30,
            '百' => 300,
            '千' => 3000,
            _ => 3,
        };
        (tens * 2, true, end)
    } else {
        let n = number(view, at)?;
        // 两三天, 三四年: consecutive digits name a vague number.
        let consecutive = n.form == Form::HanDigits && n.width == 2 && n.value / 10 + 1 == n.value % 10;
        if n.form == Form::HanDigits && !consecutive {
            return None;
        }
        let value = if consecutive { n.value / 10 } else { n.value };
        // 二三十分钟
        let tens = consecutive && view.at(n.end) == '十';
        (value as i32 * if tens { 20 } else { 2 }, consecutive, n.end + usize::from(tens))
    };
    if matches!(view.at(p), '多' | '余' | '几' | '来') && p > at {
        vague = true;
        p += 1;
    }
    if view.at(p) == '万' {
        return None;
    }
    // 一甲子前: sixty years.
    if view.starts_with(p, "甲子") && !vague && !matches!(view.at(p + 2), '年' | '日' | '月') {
        return Some((Amount { halves: halves * 60, unit: Unit::Year, vague }, p + 2));
    }
    // 一刻钟后
    if view.starts_with(p, "刻钟") && !vague {
        return Some((Amount { halves: halves * 15, unit: Unit::Minute, vague }, p + 2));
    }
    if view.at(p) == ' ' {
        p += 1;
    }
    if view.at(p) == '个' && view.at(p + 1) == '半' || view.starts_with(p, "个多") {
        let extra = view.at(p + 1) == '半';
        let (unit, end) = unit(view, p + 2, true)?;
        halves += i32::from(extra);
        return Some((Amount { halves, unit, vague: vague || !extra }, end));
    }
    let (unit, mut end) = unit(view, p, bare)?;
    if view.at(end) == '半' && !matches!(view.at(end + 1), '个' | '导' | '岛' | '数') {
        halves += 1;
        end += 1;
    } else if matches!(view.at(end), '多' | '余')
        && matches!(unit, Unit::Year | Unit::Hour | Unit::Month | Unit::Week)
    {
        vague = true;
        end += 1;
    }
    Some((Amount { halves, unit, vague }, end))
}
