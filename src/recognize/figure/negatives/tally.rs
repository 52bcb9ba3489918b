//! Votes and prices that stand without a unit: 赞成61、反对50, 61／50／2, 175／190／220.

use crate::recognize::figure::chinese::Number;
use crate::recognize::figure::chinese_form;
use crate::text::numeral::Form;
use crate::view::View;

/// 赞成61、反对50、弃权2: votes without 票.
pub(super) fn vote(view: &View<'_>, first: &Number) -> bool {
    let stop = first.start - usize::from(matches!(view.at(first.start.wrapping_sub(1)), ':' | ' '));
    let next = view.at(first.end);
    first.numeral.form == Form::Digits
        && (matches!(next, '、' | ',' | '。' | ';' | ')' | ' ' | '\0')
            || view.starts_with(first.end, "通过")
            || view.starts_with(first.end, "否决"))
        && ["赞成", "反对", "弃权"].iter().any(|word| view.ends_with(stop, word))
}

/// One of three numbers or more set apart by strokes behind a colon or in a cell; 5/6/7 may be a date and is none.
pub(super) fn cells(view: &View<'_>, first: &Number) -> bool {
    if first.numeral.form != Form::Digits
        || view.at(first.end) != '/' && view.at(first.start.wrapping_sub(1)) != '/'
    {
        return false;
    }
    let within = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | ',');
    let reach = |chars: &mut dyn Iterator<Item = &char>| chars.take(24).take_while(|c| within(**c)).count();
    let start = first.start - reach(&mut view.chars[..first.start].iter().rev());
    let end = first.end + reach(&mut view.chars[first.end..].iter());
    let parts: Vec<&[char]> = view.chars[start..end].split(|c| *c == '/').collect();
    let number = |part: &&[char]| (1..=4).contains(&part.len()) && part.iter().all(char::is_ascii_digit);
    let value = |part: &&[char]| part.iter().fold(0u32, |n, c| n * 10 + c.to_digit(10).unwrap_or(0));
    let whole = parts.iter().all(|part| number(part) || *part == ['-']);
    let large = parts.iter().filter(|part| number(part)).any(|part| value(part) > 31 || value(part) == 0);
    let year = parts.first().is_some_and(|part| part.len() == 4);
    let led = view.at(start.wrapping_sub(1)) == ':' || chinese_form::cell(view, start, end);
    parts.len() > 2 && whole && large && !year && led
}
