//! Whether a number and its Chinese unit are a figure at all.

use super::Number;
use crate::annotation::{Bound, FigureKind};
use crate::recognize::figure::bound::Hedge;
use crate::recognize::figure::unit::Tail;
use crate::recognize::figure::{bound, negatives};
use crate::text::numeral::Form;
use crate::value::decimal::Decimal;
use crate::view::View;

/// Whether number and unit make a figure at all: 一个, 几天, 3月, 8点 do not.
pub(super) fn allowed(view: &View<'_>, first: &Number, tail: &Tail) -> bool {
    let n = &first.numeral;
    let unit = view.at(tail.from);
    // 分部表现(百万港元): a label, no amount.
    if n.bare && view.at(first.start.wrapping_sub(1)) == '(' && view.at(tail.end) == ')' {
        return false;
    }
    // 10派3元, 10送2转增3: so many for every ten shares.
    let shares = matches!(unit, '派' | '转' | '送')
        && (view.at(tail.end).is_ascii_digit() || view.at(tail.end) == '增');
    if shares {
        return false;
    }
    let vague = n.max.is_some() && n.end == first.start + 1;
    if vague {
        // 几个, 数人
        return false;
    }
    if n.bare && !bare_allowed(view, first, tail) {
        return false;
    }
    if tail.classifier && negatives::graded(view, first, tail) {
        return false;
    }
    match unit {
        '分' if tail.end == tail.from + 1 => {
            let idiom = n.form == Form::Han && (n.value == 10.into() || n.value == Decimal::ONE || n.bare);
            let clock = matches!(view.at(first.start.wrapping_sub(1)), '点' | '时' | ':');
            // 以1分之差 counts points, 百分之 does not.
            let part = view.at(tail.end) == '之' && view.at(tail.end + 1) != '差';
            let given = || negatives::ten_points(view, first.start);
            return (!idiom || given() || view.starts_with(tail.end, "之差")) && !clock && !part;
        }
        '点' if tail.end == tail.from + 1 => {
            let moved = "涨跌升降扬挫报收高低差".contains(view.at(first.start.wrapping_sub(1)));
            return (first.in_digits() || n.value >= 1000.into())
                && (n.value >= 25.into() || n.value.integer().is_none() || moved)
                && (n.value >= 100.into()
                    || !matches!(view.at(tail.end), '半' | '至' | '到' | '多' | '整' | '前' | '后'))
                && view.at(tail.end) != '钟';
        }
        // 89平 of a flat; 1胜2平 of matches
        '平' if tail.end == tail.from + 1 => {
            let next = view.at(tail.end);
            return first.in_digits()
                && n.value >= 20.into()
                && !next.is_ascii_digit()
                && (!('\u{4E00}'..='\u{9FFF}').contains(&next) || "的左以大到至小".contains(next));
        }
        // 0.02牛的力; 300牛羊
        '牛' if tail.end == tail.from + 1 => {
            return first.in_digits() && (n.value.integer().is_none() || view.starts_with(tail.end, "的力"));
        }
        '厘' if tail.end == tail.from + 1 => return !"清定革正订".contains(view.at(tail.end)),
        // 两甲地, but 三甲 of a contest
        '甲' if tail.end == tail.from + 1 => {
            let land = matches!(view.at(tail.end), '地' | '田' | '农' | '果' | '水');
            return land || first.in_digits() && !"级等醇烷苯醛组线".contains(view.at(tail.end));
        }
        // 五星级 is a grade.
        '星' if view.at(tail.from + 1) == '级' => return false,
        // 二仙桥, 五角场, 三里屯: places
        '仙' | '角' | '里' | '元'
            if first.single()
                && tail.end == tail.from + 1
                && "桥屯庄铺堡坪沟湾镇乡山河湖洞村坡岭庙观岛场街巷坊".contains(view.at(tail.end)) =>
        {
            return false;
        }
        '级' if n.form == Form::Han && !first.hedge.approx => return negatives::level(view, first),
        _ => {}
    }
    if n.form == Form::Han && n.value == Decimal::ONE && first.single() {
        return one_counts(view, first, tail);
    }
    true
}

/// 一 with a unit: a figure with a unit of measure, with a bound, or after 只有 仅; an article otherwise.
fn one_counts(view: &View<'_>, first: &Number, tail: &Tail) -> bool {
    let (start, hedge) = bound::before(view, first.start, false);
    if start < first.start && hedge != Hedge::NONE {
        return true;
    }
    match tail.kind {
        FigureKind::Money => {
            // 一角五分
            let coins = view.at(tail.end + 1) == '分';
            !matches!(view.at(tail.from), '角' | '块' | '毛') || view.at(tail.end) == '钱' || coins
        }
        FigureKind::Percent | FigureKind::PercentagePoint | FigureKind::Multiple | FigureKind::Fraction => {
            true
        }
        // 降息一码
        FigureKind::Measure if view.at(tail.from) == '码' => view.at(first.start.wrapping_sub(1)) == '息',
        FigureKind::Measure => {
            !matches!(view.at(first.start.wrapping_sub(1)), '每' | '元' | '钱')
                && !matches!(
                    view.at(tail.from),
                    '度' | '点' | '级' | '分' | '转' | '里' | '码' | '克' | '担' | '瓦' | '安' | '平'
                )
        }
        _ => {
            view.ends_with(first.start, "只有")
                || view.ends_with(first.start, "仅有")
                || view.ends_with(first.start, "仅剩")
        }
    }
}

/// 百 千 万 亿 without a digit before them: with a bound (上百, 近万), with two multipliers (百万) and a unit, or money.
fn bare_allowed(view: &View<'_>, first: &Number, tail: &Tail) -> bool {
    let (start, hedge) = bound::before(view, first.start, true);
    if start < first.start && hedge != Hedge::NONE || first.hedge.bound.is_some() {
        return true;
    }
    // 亿元以上项目17个
    if tail.kind == FigureKind::Money && bound::after(view, tail.end).1.bound == Some(Bound::AtLeast) {
        return true;
    }
    let long = first.numeral.end - first.start >= 2
        || matches!(view.at(first.start.wrapping_sub(1)), '破' | '达' | '到');
    long && (tail.kind != FigureKind::Duration) && !matches!(view.at(tail.from), '大' | '种')
}
