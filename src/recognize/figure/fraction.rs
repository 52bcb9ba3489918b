//! Parts of a whole in Chinese: 三分之一, 百分之五, 三又三分之一, 一半, 半年, 2/3.

use super::bound::Hedge;
use super::chinese;
use super::chinese_form;
use super::unit;
use super::{Amount, Reading};
use crate::annotation::{Bound, FigureKind};
use crate::text::numeral::{self, Form, Numeral};
use crate::value::decimal::Decimal;
use crate::value::unit::Dimension;
use crate::view::View;

/// Reads a part of a whole that begins at `at`.
pub(super) fn read(view: &View<'_>, at: usize, numeral: Option<Numeral>) -> Option<Reading> {
    match view.at(at) {
        '半' => return half(view, at),
        '一' if view.at(at + 1) == '半' && !matches!(view.at(at + 2), '天' | '个' | '会') => {
            let amount = Amount::Fraction(Decimal::ONE, 2.into());
            return Some(Reading::new(at, at + 2, FigureKind::Fraction, amount, "half"));
        }
        '一' if view.starts_with(at + 1, "大半") || view.starts_with(at + 1, "多半") => {
            let amount = Amount::Fraction(Decimal::ONE, 2.into());
            let mut found = Reading::new(at, at + 3, FigureKind::Fraction, amount, "half");
            found.bound = Some(Bound::MoreThan);
            return Some(found);
        }
        _ => {}
    }
    // 百分百: all of it
    if view.starts_with(at, "百分百") && view.at(at.wrapping_sub(1)) != '“' {
        let found = Reading::new(at, at + 3, FigureKind::Percent, Amount::Exact(100.into()), "percent");
        return Some(found.unit("%", at, at + 3));
    }
    let first = numeral?;
    if view.at(at.wrapping_sub(1)) == '每'
        && let Some(found) = of_each(view, at, &first)
    {
        return Some(found);
    }
    if view.starts_with(first.end, "分之") {
        return parts(view, at, at, first.value, Decimal::ZERO);
    }
    // 三分一, 四分三, as Hong Kong writes them.
    if view.at(first.end) == '分' && first.form == Form::Han && first.end == at + 1 {
        let digit = numeral::chinese::digit(view.at(first.end + 1)).map(Decimal::from);
        let end = first.end + 2;
        let fits = digit.is_some_and(|d| d > Decimal::ZERO && d < first.value)
            && first.value > 2.into()
            && !matches!(view.at(first.end + 1), '两')
            && !"秒十百千万分点球成个年块".contains(view.at(end))
            && !"得以点时领先落输赢负第".contains(view.at(at.wrapping_sub(1)));
        if let Some(digit) = digit.filter(|_| fits) {
            let amount = Amount::Fraction(digit, first.value);
            return Some(Reading::new(at, end, FigureKind::Fraction, amount, "fraction"));
        }
    }
    if view.at(first.end) == '又' {
        let denominator = numeral::chinese(view.chars, first.end + 1)?;
        if view.starts_with(denominator.end, "分之") {
            return parts(view, at, first.end + 1, denominator.value, first.value);
        }
    }
    if first.form == Form::Digits && view.at(first.end) == '/' {
        return slash(view, at);
    }
    None
}

/// 每五人有两人, 每10户中有3户, 每三个家庭便有一个: so many of so many.
fn of_each(view: &View<'_>, at: usize, whole: &Numeral) -> Option<Reading> {
    let counted = unit::at(view, whole.end, false).filter(|tail| tail.classifier)?;
    // 每10个家庭: up to four characters name what is counted.
    let mut p = counted.end;
    let named = (0..=4).find(|n| matches!(view.at(p + n), '有' | '中' | '里' | '当' | '之' | '就' | '便'))?;
    p += named;
    for word in ["当中", "之中", "中", "里", "就", "便", "有"] {
        p += if view.starts_with(p, word) { word.chars().count() } else { 0 };
    }
    let hedge = ["大约", "约", "近", "超过"].into_iter().find(|word| view.starts_with(p, word));
    p += hedge.map_or(0, |word| word.chars().count());
    let part = chinese::number(view, p).filter(|_| view.at(p.wrapping_sub(1)) != '每')?;
    let tail = unit::at(view, part.end, false).filter(|tail| tail.classifier)?;
    let same =
        view.at(tail.from) == view.at(counted.from) || matches!(view.at(tail.from), '个' | '人' | '名');
    let had = view.chars.get(counted.end + named..p)?.contains(&'有');
    if !same || !had || part.numeral.value >= whole.value || whole.max.is_some() || part.numeral.max.is_some()
    {
        return None;
    }
    let amount = Amount::Fraction(part.numeral.value, whole.value);
    let mut found = Reading::new(at - 1, tail.end, FigureKind::Fraction, amount, "fraction");
    found.approx = matches!(hedge, Some("大约" | "约" | "近"));
    found.bound = (hedge == Some("超过")).then_some(Bound::MoreThan);
    Some(found)
}

/// The numerator after 分之; `whole` is what stood before 又.
fn parts(view: &View<'_>, start: usize, at: usize, denominator: Decimal, whole: Decimal) -> Option<Reading> {
    let first = numeral::chinese(view.chars, at)?;
    let numerator = chinese::number(view, first.end + 2)?;
    if numerator.numeral.max.is_some() && numerator.numeral.end == numerator.start + 1 {
        return None;
    }
    let mut high = numerator.numeral.max;
    let mut end = numerator.end;
    if let Some(from) = chinese::separator(view, end) {
        // 百分之三至五, 百分之三至百分之五
        let repeated = numeral::chinese(view.chars, from)
            .filter(|n| view.starts_with(n.end, "分之") && n.value == denominator);
        let from = repeated.map_or(from, |n| n.end + 2);
        if let Some(second) = chinese::number(view, from)
            && second.numeral.value > numerator.numeral.value
            && unit::at(view, second.end, false).is_none()
        {
            high = Some(second.numeral.value);
            end = second.end;
        }
    }
    let low = numerator.numeral.value;
    let percent = if denominator == 100.into() {
        0
    } else if denominator == 1000.into() && high.is_some() {
        -1
    } else {
        if denominator.is_zero() || high.is_some() {
            return None;
        }
        let numerator_sum = whole.checked_mul(denominator)?.checked_add(low)?;
        let mut end = end;
        let mut found = Reading::new(
            start,
            end,
            FigureKind::Fraction,
            Amount::Fraction(numerator_sum, denominator),
            "fraction",
        );
        // 三又三分之一局
        if !whole.is_zero()
            && let Some(tail) = unit::at(view, end, false)
        {
            end = tail.end;
            found.end = end;
            found.unit_text = Some((tail.from, tail.end));
            found.unit = Some(tail.symbol);
            found.kind = tail.kind;
        }
        set(&mut found, numerator.hedge);
        // 四分之一强, 三分之一弱
        let edge = match view.at(end) {
            '强' => Some(Bound::MoreThan),
            '弱' => Some(Bound::LessThan),
            _ => None,
        };
        let closes = !('\u{4E00}'..='\u{9FFF}').contains(&view.at(end + 1)) || view.at(end + 1) == '的';
        if let Some(bound) = edge.filter(|_| closes && whole.is_zero()) {
            found.end = end + 1;
            found.bound = Some(bound);
        }
        return Some(found);
    };
    let amount = Amount::of(low, high).map(|d| d.shift(percent));
    let mut found =
        Reading::new(start, end, FigureKind::Percent, amount, "percent").unit("%", start, numerator.start);
    set(&mut found, numerator.hedge);
    if view.at(start.wrapping_sub(1)) == '负' {
        found.start -= 1;
        found.amount = found.amount.map(Decimal::negated);
    }
    Some(found)
}

fn set(found: &mut Reading, hedge: Hedge) {
    found.approx = hedge.approx;
    found.bound = hedge.bound;
}

/// 半年, 半个小时, 半数, 近半: one half. 上半年 下半年 半导体 are none.
fn half(view: &View<'_>, at: usize) -> Option<Reading> {
    let previous = view.at(at.wrapping_sub(1));
    if "上下前后一两多参各东西南北夜月强".contains(previous) && !view.ends_with(at, "提前")
    {
        return None;
    }
    let start = if previous == '大' && at > 1 { at - 1 } else { at };
    let approx = start < at;
    let named = unit::at(view, at + 1, false);
    let ge = view.at(at + 1) == '个';
    let fraction = || Amount::Fraction(Decimal::ONE, 2.into());
    if let Some(tail) = named {
        let time = tail.dimension == Dimension::Time && tail.kind == FigureKind::Duration;
        let measured =
            matches!(tail.kind, FigureKind::Measure | FigureKind::Multiple | FigureKind::PercentagePoint);
        let year = view.at(tail.from) == '年' && matches!(view.at(tail.end), '报' | '度');
        let tenth = view.at(tail.from) == '成' && !matches!(view.at(tail.end), '品' | '年' | '熟');
        if tenth {
            let amount = Amount::Exact(5.into());
            return Some(
                Reading::new(at, tail.end, FigureKind::Percent, amount, "half")
                    .unit("%", tail.from, tail.end),
            );
        }
        let wanted = (time
            && !matches!(view.at(tail.from), '日' | '天' | '夜' | '晚' | '世' | '旬')
            && !year)
            || (measured && !matches!(view.at(tail.from), '度' | '点' | '级' | '分' | '里' | '克' | '升'));
        if !wanted {
            return chinese_form::half_of_a_vessel(view, at);
        }
        let mut found = Reading::new(start, tail.end, tail.kind, Amount::Exact(Decimal::HALF), "half");
        found.unit_text = Some((tail.from, tail.end));
        found.unit = Some(tail.symbol);
        found.approx = approx;
        if view.at(found.end) == '多' {
            found.end += 1;
            found.approx = true;
        }
        return Some(found);
    }
    if ge {
        return None;
    }
    if view.at(at + 1) == '数' && !matches!(view.at(at + 2), '字' | '据') {
        return Some(Reading::new(at, at + 2, FigureKind::Fraction, fraction(), "half"));
    }
    let hedged = matches!(previous, '近' | '超' | '逾') && !"小百壁径空途路导".contains(view.at(at + 1));
    hedged.then(|| {
        let mut found = Reading::new(at - 1, at + 1, FigureKind::Fraction, fraction(), "half");
        (found.approx, found.bound) =
            if previous == '近' { (true, None) } else { (false, Some(Bound::MoreThan)) };
        found
    })
}

/// 2/3, 1/10: a proper fraction in digits.
fn slash(view: &View<'_>, at: usize) -> Option<Reading> {
    let first = numeral::digits(view.chars, at)?;
    let second = numeral::digits(view.chars, first.end + 1)?;
    let (a, b) = (first.value.to_i64()?, second.value.to_i64()?);
    let outside = |c: char| c == '/' || c == '-' || c == '.' || c.is_ascii_alphanumeric();
    // 04/09, 7/8起
    // 5/7　听证: a day at the start of a line.
    let opens = at == 0 || view.at(at - 1) == '\n';
    let dated = opens && view.at(second.end) == ' ';
    let padded = dated || view.at(at) == '0' || matches!(view.at(second.end), '起' | '至' | '到' | '(');
    // 中奖率1/13,983,816: one of very many
    let grouped = view.chars[first.end + 1..second.end].contains(&',');
    let rare =
        a == 1 && (grouped && b > 999 || b > 100 && "率为约是达".contains(view.at(at.wrapping_sub(1))));
    let digits = |c: &char| c.is_ascii_digit() || *c == '/' || rare && *c == ',';
    let plain = !padded && view.chars.get(at..second.end)?.iter().all(digits);
    let date = matches!(view.at(second.end), '月' | '日' | '号' | '场' | '天')
        || (b > 12 && b <= 31 && a != 1 && view.at(at.wrapping_sub(1)) != '率');
    if !plain
        || a < 1
        || a >= b
        || b > 100 && !rare
        || outside(view.at(at.wrapping_sub(1)))
        || outside(view.at(second.end))
        || date
    {
        return None;
    }
    let amount = Amount::Fraction(first.value, second.value);
    Some(Reading::new(at, second.end, FigureKind::Fraction, amount, "fraction"))
}
