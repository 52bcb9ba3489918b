//! Chinese numbers in forms of their own: 上半场, 三天三夜, 判8年6月, 兵分三路, 千四米, 六十出头.

use super::chinese::Number;
use super::english_form;
use super::ratio::triple;
use super::unit::{self, Tail};
use super::{Amount, Reading};
use crate::annotation::FigureKind;
use crate::text::numeral::{self, Form};
use crate::value::decimal::Decimal;
use crate::view::View;

/// 上半场, 下半场: the first and the second half of a match.
pub(super) fn half_of_a_match(view: &View<'_>, at: usize) -> Option<Reading> {
    let value = if view.at(at) == '上' { Decimal::ONE } else { 2.into() };
    view.starts_with(at + 1, "半场")
        .then(|| Reading::new(at, at + 3, FigureKind::Ordinal, Amount::Exact(value), "half"))
}

/// 三天三夜, 5日4夜: so many days with their nights.
pub(super) fn days_and_nights(view: &View<'_>, first: &Number, tail: &Tail) -> Option<Reading> {
    if !matches!(view.at(tail.from), '天' | '日') || tail.end != tail.from + 1 || first.numeral.max.is_some()
    {
        return None;
    }
    let second = numeral::chinese(view.chars, tail.end).filter(|n| matches!(view.at(n.end), '夜' | '晚'))?;
    let alike =
        second.value <= first.numeral.value && second.max.is_none() && second.form == first.numeral.form;
    let near = first.numeral.value.checked_sub(second.value).is_some_and(|d| d <= Decimal::ONE);
    (alike && near).then(|| {
        let amount = Amount::Exact(first.numeral.value);
        Reading::new(first.start, second.end + 1, FigureKind::Duration, amount, "duration")
            .unit("d", tail.from, tail.end)
    })
}

/// 八日团, 五日新疆团: a tour, with the place it goes to before 团.
pub(super) fn tour(view: &View<'_>, first: &Number, end: usize) -> bool {
    let dated = matches!(view.at(first.start.wrapping_sub(1)), '月' | '、' | '-' | '至');
    let place = if first.in_digits() { 0 } else { 4 };
    let sign = (0..=place).find(|k| matches!(view.at(end + k), '团' | '游'));
    let group = |k: usize| "表代社集军财剧体乐访问考察".contains(view.at(end + k - 1));
    !dated && sign.is_some_and(|k| k == 0 || !group(k) && (1..=k).all(|i| view.at(end + i).is_alphabetic()))
}

/// 判8年6月, 囚5年3月: the years and months of a sentence, without 个.
pub(super) fn sentence(view: &View<'_>, first: &Number, tail: &Tail) -> Option<Reading> {
    let convicted = ["判", "囚", "监", "刑", "狱"].iter().any(|word| view.ends_with(first.start, word));
    let year = view.at(tail.from) == '年' && tail.end == tail.from + 1 && first.numeral.value < 100.into();
    if !convicted || !year {
        return None;
    }
    let months =
        numeral::chinese(view.chars, tail.end).filter(|n| view.at(n.end) == '月' && n.value < 12.into())?;
    let value = first.numeral.value.checked_mul(12.into())?.checked_add(months.value)?;
    let end = months.end + 1;
    Some(
        Reading::new(first.start, end, FigureKind::Duration, Amount::Exact(value), "duration")
            .unit("mo", months.end, end),
    )
}

/// What a number is without a unit of the tables: 兵分三路, 六十出头, 原因有三.
pub(super) fn bare(view: &View<'_>, first: &Number) -> Option<Reading> {
    let (start, end, n) = (first.start, first.end, &first.numeral);
    let count = |end: usize| Reading::new(start, end, FigureKind::Count, Amount::Exact(n.value), "number");
    let next = view.at(end);
    if next == '路' && view.ends_with(start, "兵分") {
        return Some(count(end + 1).unit("路", end, end + 1));
    }
    let tens = n.value >= 20.into() && n.value < 100.into() && n.max.is_none() && n.form == Form::Han;
    // 六十出头, 五十开外
    if tens
        && (view.starts_with(end, "出头") || view.starts_with(end, "开外"))
        && !('一'..='鿿').contains(&view.at(end + 2)) | (view.at(end + 2) == '的')
    {
        let mut found = Reading::new(start, end, FigureKind::Age, Amount::Exact(n.value), "age");
        found.unit = Some("a".into());
        return Some(found);
    }
    let few = first.single() && n.value > Decimal::ONE;
    (few && next == ':' && view.at(start.wrapping_sub(1)) == '有').then(|| count(end))
}

/// 千四米, 千二米: how Hong Kong names the distance of a race.
pub(super) fn race(view: &View<'_>, at: usize) -> Option<Reading> {
    let digit = numeral::chinese::digit(view.at(at + 1)).filter(|d| *d > 0)?;
    let free = numeral::chinese::digit(view.at(at.wrapping_sub(1))).is_none();
    (view.at(at) == '千' && view.at(at + 2) == '米' && free).then(|| {
        let amount = Amount::Exact((1000 + 100 * digit).into());
        Reading::new(at, at + 3, FigureKind::Measure, amount, "amount").unit("m", at + 2, at + 3)
    })
}

/// 3万元以上15万元以下, 三年以上七年以下: how laws write a range. `low` ends before 以上.
pub(super) fn limits(
    view: &View<'_>,
    low: &Reading,
    read: impl Fn(usize) -> Option<Reading>,
) -> Option<Reading> {
    if !view.starts_with(low.end, "以上") {
        return None;
    }
    let high = read(low.end + 2)?;
    let below = view.starts_with(high.end, "以下") && high.start == low.end + 2;
    match (&low.amount, &high.amount) {
        (Amount::Exact(a), Amount::Exact(b)) if below && low.kind == high.kind && a < b => {
            let (end, amount) = (high.end + 2, Amount::Range(*a, *b));
            // Six months to three years have no one unit: the months of three years are told.
            // 新台币六万元以上三十万元以下: the currency is named once.
            let yuan = high.kind == FigureKind::Money
                && high.unit_text.is_some_and(|(from, to)| view.at(from) == '元' && to == from + 1);
            (low.unit == high.unit || yuan).then(|| Reading {
                end,
                amount,
                bound: None,
                rule: "range",
                ..low.clone()
            })
        }
        _ => None,
    }
}

/// Numbers of the cells of a row: set apart by wide spaces, tabs, bars or ` / `, or at the end of the row.
pub(super) fn cell(view: &View<'_>, start: usize, end: usize) -> bool {
    let wide = |i: usize| {
        view.at(i) == ' ' && matches!(view.original(i, i + 1), "\u{3000}" | "\t")
            || view.at(i) == ' ' && (view.at(i + 1) == ' ' || view.at(i.wrapping_sub(1)) == ' ')
            || view.at(i) == '|'
            || view.at(i) == ' '
                && matches!((view.at(i + 1), view.at(i.wrapping_sub(1))), ('/' | '|', _) | (_, '/' | '|'))
    };
    start > 1 && wide(start - 1) && (end >= view.chars.len() || wide(end))
}

/// Whether the cell after one that ends at `end` holds a number: 1836　+7.2%.
pub(super) fn number_next(view: &View<'_>, end: usize) -> bool {
    let next = (end..end + 4).map(|i| view.at(i)).find(|c| !matches!(c, ' ' | '/' | '|')).unwrap_or('\0');
    next.is_ascii_digit() || matches!(next, '+' | '-' | '−')
}

/// Whether the row before a cell begins with a name, two letters or more and no number, or with a year or month.
pub(super) fn named_row(view: &View<'_>, start: usize) -> bool {
    let head = &view.chars[..start];
    let digits = head.iter().take_while(|c| c.is_ascii_digit()).count();
    let dated = digits > 0 && matches!(head.get(digits..digits + 2), Some(['年' | '月', ' ' | '|']));
    let name = head.iter().skip_while(|c| c.is_ascii_digit() || **c == ' ');
    dated || name.take(12).filter(|c| c.is_alphabetic()).count() >= 2
}

/// +46, -1.9: a number with its sign in a cell.
pub(super) fn signed_cell(view: &View<'_>, first: &Number) -> Option<Reading> {
    let start = first.start.checked_sub(1)?;
    let negative = matches!(view.at(start), '-' | '−' | '–');
    let signed = (negative || view.at(start) == '+') && first.numeral.form == Form::Digits;
    let value = if negative { first.numeral.value.negated()? } else { first.numeral.value };
    (signed && cell(view, start, first.end) && named_row(view, start))
        .then(|| Reading::new(start, first.end, FigureKind::Count, Amount::Exact(value), "cell"))
}

/// 25-1-15: matches won, drawn and lost, in a cell.
pub(super) fn record(view: &View<'_>, at: usize) -> Option<Reading> {
    let end = triple(view, at)?;
    let text = view.original(at, end).to_owned();
    (cell(view, at, end) && named_row(view, at))
        .then(|| Reading::new(at, end, FigureKind::Score, Amount::Ratio(text), "record"))
}

/// 第2名　李伟　1:03:41: what a race took, in a row that begins with a rank; 以2:08:31夺冠 in running text.
pub(super) fn result(view: &View<'_>, at: usize) -> Option<Reading> {
    let took = english_form::elapsed(view, at)?;
    const LED: [&str; 8] = ["以", "跑出", "成绩", "成绩为", "用时", "耗时", "纪录", "跑进"];
    let whole = took.parts != (false, false);
    let told = whole && LED.iter().any(|word| view.ends_with(at, word));
    let ranked = || {
        let line = view.chars[..at].rsplit(|c| *c == '\n').next().unwrap_or_default();
        let row: Vec<char> = line.iter().copied().skip_while(|c| !c.is_alphanumeric()).take(6).collect();
        let place = row.first() == Some(&'第') && row.iter().any(|c| matches!(c, '名' | '位'));
        place || matches!(row.get(..2), Some(['冠' | '亚' | '季' | '殿', '军']))
    };
    (told || cell(view, at, took.reading.end) && ranked()).then_some(took.reading)
}

/// 3平, 2负, 2和 beside 6胜: matches drawn and lost.
pub(super) fn drawn(view: &View<'_>, first: &Number) -> Option<usize> {
    if !matches!(view.at(first.end), '平' | '负' | '和') || !first.in_digits() {
        return None;
    }
    let behind = view.at(first.start.wrapping_sub(1));
    let after = numeral::digits(view.chars, first.end + 1).map_or('\0', |n| view.at(n.end));
    let beside = "胜败负平和".contains(behind) || "胜败负平和".contains(after) && after != '\0';
    (beside && first.numeral.value < 200.into()).then_some(first.end + 1)
}

/// 半瓶, 半桶: half of what a vessel holds.
pub(super) fn half_of_a_vessel(view: &View<'_>, at: usize) -> Option<Reading> {
    let vessel = unit::at(view, at + 1, false).filter(|tail| tail.classifier)?;
    let holds = "瓶杯碗桶箱袋盒勺包".contains(view.at(vessel.from)) && vessel.end == vessel.from + 1;
    let thing = ('一'..='鿿').contains(&view.at(vessel.end)) && !"水醋装".contains(view.at(vessel.end));
    (holds && thing).then(|| {
        let mut found = Reading::new(at, vessel.end, FigureKind::Count, Amount::Exact(Decimal::HALF), "half");
        (found.unit, found.unit_text) = (Some(vessel.symbol), Some((vessel.from, vessel.end)));
        found
    })
}
