//! Digits that name something: telephone numbers, addresses, dockets, versions of products.

use crate::text::class::Class;
use crate::view::View;

/// How far an address or an identifier is looked at on either side.
const REACH: usize = 64;

/// Digits that belong to an identifier: the range of characters that is to be read as nothing.
pub(in crate::recognize::figure) fn identifier(
    view: &View<'_>,
    at: usize,
    run: usize,
) -> Option<(usize, usize)> {
    if run > crate::text::numeral::MAX_DIGITS {
        return Some((at, at + run));
    }
    extension(view, at, run)
        .or_else(|| telephone(view, at, run))
        .or_else(|| spaced_telephone(view, at, run))
        .or_else(|| address(view, at))
        .or_else(|| docket(view, at, run))
}

/// 2720-1234 转 56: a number and its extension.
fn extension(view: &View<'_>, at: usize, run: usize) -> Option<(usize, usize)> {
    let end = at + run;
    let sign = end + usize::from(view.at(end) == ' ');
    if run < 3 || view.at(sign) != '转' {
        return None;
    }
    let from = sign + 1 + usize::from(view.at(sign + 1) == ' ');
    let digits = view.chars.get(from..)?.iter().take(7).take_while(|c| c.is_ascii_digit()).count();
    let apart = !('\u{4E00}'..='\u{9FFF}').contains(&view.at(from + digits));
    (digits > 0 && apart).then_some((at, from + digits))
}

/// 010-12345678, 400-800-1234, +86 10 1234 5678, 13800000000.
fn telephone(view: &View<'_>, at: usize, run: usize) -> Option<(usize, usize)> {
    let mut end = at + run;
    let mut groups = 1;
    let mut total = run;
    let mut last = run;
    let digits = |from: usize| {
        view.classes
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take(13)
            .take_while(|c| **c == Class::Digit)
            .count()
    };
    while groups < 4 && matches!(view.at(end), '-' | '–') {
        let next = digits(end + 1);
        if next < 3 {
            break;
        }
        (end, total, last, groups) = (end + 1 + next, total + next, next, groups + 1);
    }
    let zero = view.at(at) == '0' && (run >= 3 || run == 2 && last >= 7);
    let dashed = groups > 1
        && total >= 9
        && last >= 4
        && (zero || run == 3 || view.starts_with(at, "400") || groups > 2);
    let mobile = run == 11 && view.at(at) == '1' && groups == 1 && matches!(view.at(at + 1), '3'..='9') && {
        let next = view.at(end);
        !('\u{4E00}'..='\u{9FFF}').contains(&next) && next != '%'
    };
    let plus = view.at(at.wrapping_sub(1)) == '+' && run <= 3 && view.at(end) == ' ' && digits(end + 1) >= 2;
    if plus {
        while matches!(view.at(end), ' ' | '-') && digits(end + 1) > 0 {
            total += digits(end + 1);
            end += 1 + digits(end + 1);
        }
        // +24 29 in a table of goals and points
        return (total > 6).then_some((at - 1, end));
    }
    (dashed || mobile).then_some((at, end))
}

/// (312) 555-0170, 0300 555 0199, 02 2345 6789: groups of digits that begin with an area code.
fn spaced_telephone(view: &View<'_>, at: usize, run: usize) -> Option<(usize, usize)> {
    let bracketed = view.at(at.wrapping_sub(1)) == '(' && view.at(at + run) == ')' && (2..=5).contains(&run);
    // 13 11 14: the short numbers of Australia
    let short = run == 2 && view.starts_with(at, "13 ") && view.at(at.wrapping_sub(1)) == ' ';
    let pair =
        |from: usize| view.chars.get(from..from + 2).is_some_and(|two| two.iter().all(char::is_ascii_digit));
    if short && pair(at + 3) && view.at(at + 5) == ' ' && pair(at + 6) && !view.at(at + 8).is_alphanumeric() {
        return Some((at, at + 8));
    }
    let free = view.starts_with(at, "1800") || view.starts_with(at, "1300");
    let area = (view.at(at) == '0' || free && run == 4)
        && (2..=5).contains(&run)
        && matches!(view.at(at + run), ' ' | ')');
    if !bracketed && !area {
        return None;
    }
    let digits = |from: usize| {
        view.classes
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take(9)
            .take_while(|c| **c == Class::Digit)
            .count()
    };
    let mut end = at + run + usize::from(view.at(at + run) == ')');
    let (mut total, mut groups) = (run, 1);
    while groups < 4 {
        let from = end + usize::from(matches!(view.at(end), ' ' | '-' | '–'));
        let next = digits(from);
        if !(3..=8).contains(&next) {
            break;
        }
        (end, total, groups) = (from + next, total + next, groups + 1);
    }
    let numeral = matches!(view.at(end), '%' | '.' | ',') && view.at(end + 1).is_ascii_digit();
    (groups > 1 && (9..=12).contains(&total) && !numeral).then_some((at, end))
}

/// An e-mail or web address around the digits.
fn address(view: &View<'_>, at: usize) -> Option<(usize, usize)> {
    let inside = |c: &char| {
        c.is_ascii_graphic() && !matches!(c, '(' | ')' | ',' | ';' | '"' | '<' | '>' | '[' | ']' | '|')
    };
    let previous = view.at(at.wrapping_sub(1));
    if !previous.is_ascii_graphic() && !view.at(at + 1).is_ascii_graphic() {
        return None;
    }
    let start = at - view.chars[at.saturating_sub(REACH)..at].iter().rev().take_while(|c| inside(c)).count();
    let end =
        at + view.chars[at..(at + REACH).min(view.chars.len())].iter().take_while(|c| inside(c)).count();
    let token = &view.chars[start..end];
    if token.len() < 6 || !token.iter().any(|c| matches!(c, '@' | '/' | '.')) {
        return None;
    }
    let has = |word: &str| {
        let word: Vec<char> = word.chars().collect();
        token.windows(word.len()).any(|w| w == word.as_slice())
    };
    let host = token.windows(4).any(|w| w[0] == '.' && w[1..].iter().all(char::is_ascii_lowercase))
        && has("/")
        && token.iter().any(char::is_ascii_lowercase);
    let found = has("://")
        || has("www.")
        || has(".com")
        || has(".cn")
        || has(".org")
        || has(".gov")
        || has(".net")
        || host
        || token.iter().position(|c| *c == '@').is_some_and(|i| i > 0 && token[i..].contains(&'.'));
    found.then_some((start.max(at), end))
}

/// Hengqi 3.0, Llama 4: a name in Latin letters and its version, within Chinese text.
///
/// Whole numbers below 100 and decimals with one place, where no unit follows.
pub(in crate::recognize::figure) fn version(
    view: &View<'_>,
    at: usize,
    run: usize,
) -> Option<(usize, usize)> {
    let letter = |i: usize| view.at(i).is_ascii_alphabetic();
    if at < 3 || view.at(at - 1) != ' ' || !view.at(at - 2).is_ascii_lowercase() {
        return None;
    }
    let start = (0..at - 1).rev().take(16).take_while(|&i| letter(i)).last()?;
    let end = match view.at(at + run) {
        '.' if view.at(at + run + 1).is_ascii_digit() && !view.at(at + run + 2).is_ascii_digit() => {
            at + run + 2
        }
        '.' if view.at(at + run + 1).is_ascii_digit() => return None,
        _ => at + run,
    };
    let next = view.at(end);
    let decimal = end > at + run;
    let amount = matches!(next, '万' | '亿' | '%' | '元' | ',' | '-' | ':' | '/' | '千' | '百' | '年' | '月')
        || next.is_ascii_alphanumeric()
        || next == ' ' && view.at(end + 1).is_alphanumeric() && !decimal
        || crate::value::unit::chinese_at(view.chars, end).is_some_and(|(unit, stop)| {
            !decimal || stop > end + 1 || unit.dimension != crate::value::unit::Dimension::Count
        })
        // Token 15美元
        || crate::value::currency::chinese_at(view.chars, end).is_some();
    (view.at(start).is_ascii_uppercase() && at - start > 3 && run <= 2 && !amount).then_some((at, end))
}

/// 〔2024〕3号, [2024]第3号.
fn docket(view: &View<'_>, at: usize, run: usize) -> Option<(usize, usize)> {
    let opened = matches!(view.at(at.wrapping_sub(1)), '〔' | '[' | '(' | '【' | '﹝');
    let closed = matches!(view.at(at + run), '〕' | ']' | ')' | '】' | '﹞');
    if !(opened && closed && run == 4) {
        return None;
    }
    let mut end = at + run + 1;
    while end < at + run + 12
        && (('\u{4E00}'..='\u{9FFF}').contains(&view.at(end)) && view.at(end) != '号'
            || view.at(end).is_ascii_digit())
    {
        end += 1;
    }
    let number = view.chars.get(at + run + 1..end)?.iter().any(char::is_ascii_digit);
    (number && view.at(end) == '号').then_some((at - 1, end + 1))
}
