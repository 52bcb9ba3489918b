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

/// 开奖号码03、11、18: one of three numbers or more that were drawn.
pub(in crate::recognize::figure) fn drawn(view: &View<'_>, first: &Number) -> bool {
    let two = |at: usize| {
        view.at(at).is_ascii_digit() && view.at(at + 1).is_ascii_digit() && !view.at(at + 2).is_ascii_digit()
    };
    let glue = |c: char| matches!(c, '、' | ',' | ' ' | '.');
    let (start, end) = (first.start, first.end);
    if end - start != 2 || first.numeral.form != Form::Digits || !two(start) {
        return false;
    }
    let before = |n: usize| start >= 3 * n && glue(view.at(start - 3 * n + 2)) && two(start - 3 * n);
    let after = |n: usize| glue(view.at(end + 3 * (n - 1))) && two(end + 3 * n - 2);
    let neighbours = usize::from(before(1)) + usize::from(after(1));
    let listed = neighbours == 2 || before(1) && before(2) || after(1) && after(2);
    let near = &view.chars[start.saturating_sub(40)..start];
    let said = [
        ['号', '码'],
        ['奖', '号'],
        ['前', '区'],
        ['后', '区'],
        ['一', '区'],
        ['二', '区'],
        ['红', '球'],
        ['开', '出'],
    ];
    // The second part of a draw has one or two numbers.
    let second = ["后区", "二区", "蓝球", "特别号", "特别号:", "后区:", "二区:"];
    let led =
        |at: usize| second.iter().any(|word| view.ends_with(at - usize::from(view.at(at - 1) == ' '), word));
    (listed && near.windows(2).any(|w| said.iter().any(|word| w == word)))
        || start > 3 && (led(start) || before(1) && start > 6 && led(start - 3))
}

/// 城南队 28 31 25 30 - 114: a team and nothing but numbers behind it, four at least.
pub(super) fn board(view: &View<'_>, first: &Number) -> bool {
    if first.numeral.form != Form::Digits || view.at(first.start.wrapping_sub(1)) != ' ' {
        return false;
    }
    let start = view.chars[..first.start].iter().rev().take(60).position(|c| *c == '\n');
    let start = start.map_or(first.start.saturating_sub(60), |back| first.start - back);
    let line: Vec<char> = view.chars[start..].iter().take(80).copied().take_while(|c| *c != '\n').collect();
    let head = line.iter().take_while(|c| !c.is_alphanumeric()).count();
    let line = line.get(head..).unwrap_or_default();
    let name = line.iter().take_while(|c| ('\u{4E00}'..='\u{9FFF}').contains(*c)).count();
    let rest = line.get(name..).unwrap_or_default();
    let numbers = rest.split(|c| !c.is_ascii_digit()).filter(|run| (1..=3).contains(&run.len())).count();
    (2..=8).contains(&name)
        && line.len() < 80
        && numbers > 3
        && rest.iter().all(|c| c.is_ascii_digit() || !c.is_alphanumeric() && !".,:/%+()$€£¥".contains(*c))
        && rest.first() == Some(&' ')
}
