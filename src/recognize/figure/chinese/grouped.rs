//! Numbers in digits with spaces between the thousands, and the formal 參.

use super::{numeral, read};
use crate::recognize::figure::{Reading, unit};
use crate::text::numeral as numerals;
use crate::text::numeral::{Form, Numeral};
use crate::view::View;

/// 參萬元, 參佰人: the formal three begins a number. 人参 and 参佰 apart, only with a formal unit or money behind it.
#[inline(never)] // A part of the page's module begins here.
pub(in crate::recognize::figure) fn formal_three(view: &View<'_>, at: usize) -> Option<Reading> {
    let formal = match view.at(at + 1) {
        '拾' | '佰' | '仟' => true,
        '万' => matches!(
            view.at(at + 2),
            '元' | '圆' | '伍' | '陆' | '柒' | '捌' | '玖' | '壹' | '贰' | '叁' | '肆'
        ),
        _ => false,
    };
    if !formal || "人海玄丹党苦沙".contains(view.at(at.wrapping_sub(1))) {
        return None;
    }
    read(view, at, numeral(view, at))
}

/// 18 000立方米, 1 058萬人次: groups of three set apart by spaces, as the government of Hong Kong writes them. The last
/// one has a multiplier or a unit behind it.
pub(super) fn grouped(view: &View<'_>, at: usize, first: &Numeral) -> Option<Numeral> {
    let digits = |from: usize| {
        view.chars.get(from..).unwrap_or_default().iter().take(4).take_while(|c| c.is_ascii_digit()).count()
    };
    let narrow = |i: usize| view.at(i) == ' ' && view.original(i, i + 1) == " ";
    let before = view.at(at.wrapping_sub(1));
    let short = first.form == Form::Digits && first.end - at == digits(at) && first.end - at <= 3;
    // A row of cells: 312 295 間
    let listed = before == ' ' && view.at(at.wrapping_sub(2)).is_ascii_digit();
    if !short || view.at(at) == '0' || listed || before.is_ascii_alphanumeric() || matches!(before, '.' | '-')
    {
        return None;
    }
    let (mut last, mut value, mut form) = (first.end, first.value, first.form);
    while narrow(last) && digits(last + 1) == 3 {
        let group = numerals::digits(view.chars, last + 1)?;
        value = value.shift(3)?.checked_add(group.value)?;
        last = group.end;
    }
    let plain = last;
    while let Some(power) = numerals::chinese::large_unit(view.at(last)) {
        (value, last, form) = (value.shift(power)?, last + 1, Form::Mixed);
    }
    let counted = last > plain || unit::at(view, last, true).is_some();
    // 均价4 860元: the same in bulletins of statistics, where no cell of a table can begin.
    let prose = ('\u{4E00}'..='\u{9FFF}').contains(&before) || view.traditional(at);
    (plain > first.end && counted && prose).then_some(Numeral { value, end: last, form, ..*first })
}
