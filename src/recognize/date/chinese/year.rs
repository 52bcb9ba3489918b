//! Years, decades, centuries and plans: 2024年, 去年, 民国112年, 二〇二四年, 上世纪八十年代, 十四五.

use super::century::decade_edge;
use super::number::{Form, Number, inside_number, number};
use super::{Words, period, quarter, word};
use crate::recognize::date::draft::{Point, Step};
use crate::value::calendar::day;
use crate::view::View;

/// Words that name a year, longest first.
static WORDS: Words<Step> = Words::new(&[
    ("大前年", Step::YearOffset(-3)),
    ("大后年", Step::YearOffset(3)),
    ("上一年度", Step::YearOffset(-1)),
    ("上一年", Step::YearOffset(-1)),
    ("下一年", Step::YearOffset(1)),
    ("这一年", Step::ContextYear(0)),
    ("那一年", Step::ContextYear(0)),
    ("本年度", Step::YearOffset(0)),
    ("今年度", Step::YearOffset(0)),
    ("上年度", Step::YearOffset(-1)),
    ("下年度", Step::YearOffset(1)),
    ("明年度", Step::YearOffset(1)),
    ("今年", Step::YearOffset(0)),
    ("本年", Step::YearOffset(0)),
    ("旧年", Step::YearOffset(-1)),
    ("去年", Step::YearOffset(-1)),
    ("上年", Step::YearOffset(-1)),
    ("明年", Step::YearOffset(1)),
    ("来年", Step::YearOffset(1)),
    ("下年", Step::YearOffset(1)),
    ("前年", Step::YearOffset(-2)),
    ("后年", Step::YearOffset(2)),
    ("同年", Step::ContextYear(0)),
    ("当年", Step::ContextYear(0)),
    ("次年", Step::ContextYear(1)),
    ("翌年", Step::ContextYear(1)),
    ("隔年", Step::ContextYear(1)),
    ("前一年度", Step::ContextYear(-1)),
    ("前一年", Step::ContextYear(-1)),
]);

/// Eras and the year before their first.
static ERAS: Words<i32> = Words::new(&[
    ("中华民国", 1911),
    ("民国", 1911),
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("明治", 1867),
    ("洪武", 1367),
    ("永乐", 1402),
    ("宣德", 1425),
    ("成化", 1464),
    ("弘治", 1487),
    ("正德", 1505),
    ("嘉靖", 1521),
    ("万历", 1572),
    ("天启", 1620),
    ("崇祯", 1627),
    ("顺治", 1643),
    ("康熙", 1661),
    ("雍正", 1722),
    ("乾隆", 1735),
    ("干隆", 1735),
    ("嘉庆", 1795),
    ("道光", 1820),
    ("咸丰", 1850),
    ("同治", 1861),
    ("光绪", 1874),
    ("宣统", 1908),
    ("贞观", 626),
    ("开元", 712),
    ("公元前", i32::MIN),
    ("公元", 0),
    ("西元", 0),
]);

/// True where a word for a year or an era may begin with that character.
pub fn may_begin(c: char) -> bool {
    WORDS.may_begin(c) || ERAS.may_begin(c)
}

/// Reads a year; its step goes to `out`.
pub fn year(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    // 去（113）年
    if let Some(end) = super::month::noted(view, at, '年', 2100) {
        let offset = match view.at(at) {
            '今' | '本' => 0,
            '去' => -1,
            '明' => 1,
            '前' => -2,
            '后' => 2,
            _ => return None,
        };
        out.steps.push(Step::YearOffset(offset));
        return Some(end);
    }
    if let Some((end, step)) = word(view, at, &WORDS) {
        let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
        let refused = match view.at(at) {
            '前' | '后' => {
                matches!(before, '年' | '月' | '以' | '之' | '生' | '产' | '投' | '学' | '婚' | '岁')
                    || matches!(view.at(end), '产' | '均' | '薪')
                    || before == '职' && view.at(end) == '收'
                    || view.at(at) == '后' && yearly(before, view.at(end))
                    || before.is_ascii_digit()
                    || number(view, at.wrapping_sub(1)).is_some()
            }
            '上' => matches!(before, '以' | '岁') || matches!(view.at(end), '纪' | '龄'),
            '同' => matches!(view.at(end), '级' | '龄') || matches!(before, '连' | '不' | '相'),
            '今' => matches!(before, '当' | '如'),
            // 本次年会
            '次' => matches!(before, '本' | '首' | '该' | '此' | '每') || view.at(end) == '会',
            // Last year in Cantonese; elsewhere the year that a feast sends off.
            '旧' => {
                !view.traditional(at)
                    || !super::number::opens(view, at)
                    || matches!(view.at(end), '的' | '俗' | '历' | ',' | '、' | '与' | '和')
            }
            // 来路不明年货, 文明年
            '明' => matches!(before, '不' | '文' | '证' | '透' | '黎') || view.at(end) == '代',
            // 本年数 is the head of a column.
            '本' => matches!(before, '基' | '日') || view.at(end) == '数',
            // 隔年举办: every other year
            '隔' => before == '每' || matches!(view.at(end), '举' | '办' | '召' | '轮' | '结' | '一'),
            '来' | '下' => !matches!(before, '\0' | '。' | ',' | '、' | '到' | '在' | '于' | '至' | '为'),
            _ => false,
        };
        let young = matches!(view.at(end), '轻' | '龄' | '级') || view.starts_with(end, "会会");
        if refused || young {
            return None;
        }
        // 较上年增长, 是上年的2倍: the year before the one that the sentence speaks of.
        let compared = (matches!(before, '较' | '比' | '与' | '和' | '同' | '跟' | '于' | '过')
            || matches!(before, '是' | '为') && view.at(end) == '的')
            && matches!(view.at(at), '上');
        out.steps.push(if compared && step == Step::YearOffset(-1) { Step::ContextYear(-1) } else { step });
        return Some(end);
    }
    if let Some((name, base)) = ERAS.find(view, at) {
        let p = at + name.chars().count();
        let p = p + usize::from(view.at(p) == ' ');
        let n = if view.at(p) == '元' {
            Number { value: 1, end: p + 1, width: 1, form: Form::Han }
        } else {
            number(view, p)?
        };
        // 中華民國 113 年 9 月 24 日
        let n = Number { end: n.end + usize::from(view.at(n.end) == ' ' && n.form == Form::Ascii), ..n };
        if view.at(n.end) != '年' {
            return None;
        }
        let value = if *base == i32::MIN { 1 - n.value as i32 } else { base + n.value as i32 };
        // 民国八十年代
        if view.at(n.end + 1) == '代' && *base > 0 {
            out.steps.push(Step::Span(day(value, 1, 1)?, day(value + 10, 1, 1)?));
            return Some(decade_edge(view, n.end + 2, out));
        }
        out.steps.push(Step::Year(i16::try_from(value).ok()?));
        return Some(n.end + 1);
    }
    if let Some((end, number)) = cycle(view, at) {
        out.steps.push(Step::CycleYear(number));
        return Some(end);
    }
    if let Some((end, step)) = accounting_year(view, at) {
        out.steps.push(step);
        return Some(end);
    }
    if let Some((end, step)) = school_year(view, at) {
        out.steps.push(step);
        return Some(end);
    }
    numeric(view, at, out)
}

/// 投产后年发电量, 建成后年处理垃圾: so much a year, once something is done.
fn yearly(before: char, next: char) -> bool {
    "产线成工运网造用营建立市业改张".contains(before)
        && "发收处节营销吞供利减增新可总纳综生输供客运".contains(next)
}

/// Reads 癸卯年: its number in the cycle of sixty.
fn cycle(view: &View<'_>, at: usize) -> Option<(usize, u8)> {
    let index = |row: &str, c: char| row.chars().position(|r| r == c).map(|i| i as u8);
    let stem = index("甲乙丙丁戊己庚辛壬癸", view.at(at))?;
    let branch = index("子丑寅卯辰巳午未申酉戌亥", view.at(at + 1)).filter(|b| b % 2 == stem % 2)?;
    // The number that is `stem` in tens and `branch` in twelves.
    let number = (0..6).map(|k| stem + 10 * k).find(|n| n % 12 == branch)?;
    let animal = "鼠牛虎兔龙蛇马羊猴鸡狗猪".contains(view.at(at + 2));
    let end = at + 2 + usize::from(animal);
    // 保良局癸未年樂頤居 is named after a year.
    let led = at == 0
        || view.classes.get(at - 1) != Some(&crate::text::class::Class::Han)
        || matches!(view.at(at - 1), '次' | '历' | '逢' | '是' | '今' | '于' | '在' | '为' | '的');
    let lunar = matches!(
        view.at(end + 1),
        '正' | '腊'
            | '冬'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '春'
            | '夏'
            | '秋'
    );
    // 永安宫丙午年祭典
    let rite = ["祭", "妈祖", "庙会", "法会", "春节", "新春", "建醮", "绕境"]
        .iter()
        .any(|w| view.starts_with(end + 1, w));
    (view.at(end) == '年' && (led || lunar || rite)).then_some((end + 1, number))
}

/// Reads 本财年, 上个财政年度.
fn accounting_year(view: &View<'_>, at: usize) -> Option<(usize, Step)> {
    let offset = match view.at(at) {
        '本' | '今' => 0,
        '上' => -1,
        '下' => 1,
        _ => return None,
    };
    let p = at + 1 + usize::from(view.at(at + 1) == '一');
    let p = p + usize::from(view.at(p) == '个');
    let word = ["财政年度", "财年"].iter().find(|w| view.starts_with(p, w))?;
    Some((p + word.chars().count(), Step::FiscalOffset(offset)))
}

/// Reads 本学年, 下学年度: from September, by the authorities' count (度) from August.
fn school_year(view: &View<'_>, at: usize) -> Option<(usize, Step)> {
    let offset = match view.at(at) {
        '本' | '今' => 0,
        '上' => -1,
        '下' => 1,
        _ => return None,
    };
    if !view.starts_with(at + 1, "学年") {
        return None;
    }
    let counted = view.at(at + 3) == '度';
    Some((at + 3 + usize::from(counted), Step::SchoolOffset(offset, if counted { 8 } else { 9 })))
}

fn numeric(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    if !super::is_numeric(view, at) {
        return None;
    }
    if inside_number(view, at) {
        return None;
    }
    let n = number(view, at)?;
    let mut end = n.end;
    // 2023/24学年, 2012-2013赛季, 2025至26年度, 24/25年度
    if (n.width == 4 || n.width == 2 && view.at(end) == '/')
        && n.form == Form::Ascii
        && matches!(view.at(end), '/' | '-' | '—' | '–' | '至')
        && let Some(second) =
            number(view, end + 1).filter(|s| matches!(s.width, 2 | 4) && s.value % 100 == (n.value + 1) % 100)
    {
        static SEASONS: Words<bool> = Words::new(&[
            ("学年度", false),
            ("学年", false),
            ("年度赛季", false),
            ("年球季", false),
            ("年赛季", false),
            ("赛季", false),
            ("球季", false),
            ("榨季", false),
            ("雪季", false),
            ("财政年度", true),
            ("财年", true),
            ("年度", true),
        ]);
        if let Some((end, fiscal)) = word(view, second.end, &SEASONS) {
            let first = n.value as i16 + if n.width == 2 { 2000 } else { 0 };
            // 2024/25學年 begins with September; the authorities' count (度) with August.
            let month = if view.at(end - 1) == '年' && view.at(end - 2) == '学' { 9 } else { 8 };
            out.steps.push(if fiscal { Step::SplitYear(first) } else { Step::SchoolYear(first, month) });
            return Some(end);
        }
    }
    // 二零二四至二五年度, 二零二四/二五学年
    if n.width == 4
        && n.form == Form::HanDigits
        && matches!(view.at(end), '至' | '/' | '-')
        && let Some(second) = number(view, end + 1).filter(|s| {
            s.form == Form::HanDigits && matches!(s.width, 2 | 4) && s.value % 100 == (n.value + 1) % 100
        })
    {
        let fiscal = ["财政年度", "年度"].iter().find(|w| view.starts_with(second.end, w));
        let school = ["学年度", "学年"].iter().find(|w| view.starts_with(second.end, w));
        if let Some(word) = fiscal.or(school) {
            let first = n.value as i16;
            let month = if word.ends_with('度') { 8 } else { 9 };
            let school = Step::SchoolYear(first, month);
            out.steps.push(if fiscal.is_some() { Step::SplitYear(first) } else { school });
            return Some(second.end + word.chars().count());
        }
    }
    // 24财年
    if n.width == 2 && n.form == Form::Ascii && view.starts_with(end, "财年") && n.value < 50 {
        out.steps.push(Step::Year(2000 + n.value as i16));
        return Some(end + 2);
    }
    // 2014春季, 2024财年
    if n.width == 4 && n.form == Form::Ascii {
        let mut season = Point::default();
        let gap = end + usize::from(view.at(end) == ' ');
        if view.starts_with(gap, "财年") || view.starts_with(gap, "财政年度") {
            out.steps.push(Step::Year(n.value as i16));
            return Some(gap + if view.at(gap + 1) == '年' { 2 } else { 4 });
        }
        // 2025全年, 2026上半年, 2025前三季
        let modern = (1990..2100).contains(&n.value);
        if modern && (view.starts_with(end, "全年") || view.at(end) != '年' && quarter::follows(view, end))
        {
            out.steps.push(Step::Year(n.value as i16));
            return Some(end);
        }
        if matches!(view.at(end + 1), '季') && period::season(view, end, &mut season, true).is_some() {
            out.steps.push(Step::Year(n.value as i16));
            return Some(end);
        }
    }
    if view.at(end) == ' ' && n.form == Form::Ascii && view.at(end + 1) == '年' {
        end += 1;
    }
    let school = view.starts_with(end, "学年");
    // 99学年度: of the Republic, too
    let republic = n.width == 3 || n.width == 2 && n.value > 60 && view.at(end + 2) == '度';
    if school && (republic || n.width == 4) {
        let year = if republic { n.value + 1911 } else { n.value };
        out.steps.push(Step::SchoolYear(i16::try_from(year).ok()?, 8));
        end += 2 + usize::from(view.at(end + 2) == '度');
        // 113学年度第2学期
        let term = number(view, end + 1).filter(|t| {
            view.at(end) == '第' && view.starts_with(t.end, "学期") && (1..=2).contains(&t.value)
        });
        if let Some(term) = term {
            out.steps.push(Step::Term(if term.value == 1 { 3 } else { 1 }));
            end = term.end + 2;
        }
        return Some(end);
    }
    if view.at(end) != '年' {
        return None;
    }
    end += 1;
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    let next = view.at(end);
    let compared =
        ["优于", "高于", "低于", "较", "多于", "少于", "胜过"].iter().any(|w| view.ends_with(at, w));
    let lasting = matches!(next, '间' | '的' | '来' | '多' | '老' | '历' | '后' | '前' | '半');
    let refined = month_follows(view, end)
        || matches!(next, '底' | '末' | '初' | '春' | '夏' | '秋' | '冬')
        || quarter::follows(view, end)
        // 20年第52周
        || view.at(end) == '第' && number(view, end + 1).is_some_and(|w| view.at(w.end) == '周' && w.value > 9);
    let counted = matches!(
        before,
        '近' | '约'
            | '超'
            | '过'
            | '满'
            | '逾'
            | '第'
            | '整'
            | '长'
            | '达'
            | '每'
            | '隔'
            | '这'
            | '后'
            | '前'
            | '余'
            | '多'
    );
    let value = match (n.form, n.width) {
        (Form::Ascii, 4) | (Form::HanDigits, 4) if (1000..=2999).contains(&n.value) => {
            let modern = (1800..=2100).contains(&n.value);
            if !modern && (lasting || counted) || before == '近' && n.value > 2030 {
                return None;
            }
            n.value
        }
        (Form::Ascii, 3)
            if (100..=135).contains(&n.value)
                && (!counted || before == '过' && (next == '度' || quarter::follows(view, end)))
                && (refined
                    || next == '度'
                    || compared && view.traditional(at)
                    || republic_range(view, at, end)
                    // 112年：在新市镇, a line of a list
                    || view.traditional(at) && view.at(end) == ':' && matches!(before, '\0' | '\n')
                    || !lasting && roc(view, at, end)
                    || !matches!(next, '间' | '来' | '多' | '老' | '历' | '半')
                        && republic_before(view, at)) =>
        {
            n.value + 1911
        }
        // 97年, where a year of the Republic stands before it
        (Form::Ascii, 2)
            if n.value >= 50 && !counted && view.traditional(at) && republic_before(view, at) =>
        {
            n.value + 1911
        }
        (Form::Ascii, 2) => {
            let full = if n.value <= 40 { 2000 + n.value } else { 1900 + n.value };
            if n.value >= 80 && !counted && next != '代' && !lasting && view.traditional(at) {
                out.steps.push(Step::ShortYear(n.value as u8));
                return Some(end + usize::from(next == '度'));
            }
            let zero = view.at(at) == '0';
            let plausible = refined || !lasting && (zero || n.value >= 80 && !view.starts_with(end, "代"));
            if counted || !plausible {
                return None;
            }
            full
        }
        (Form::HanDigits, 2) => {
            let consecutive = n.value / 10 + 1 == n.value % 10;
            if counted
                || consecutive && !refined
                || lasting && !refined
                || (13..=48).contains(&n.value) && !refined
            {
                return None;
            }
            if n.value <= 40 { 2000 + n.value } else { 1900 + n.value }
        }
        _ => return None,
    };
    if next == '代' {
        out.steps.push(Step::Decade((value / 10) as i16));
        return Some(decade_edge(view, end + 1, out));
    }
    out.steps.push(Step::Year(value as i16));
    // 2024年度, 2024年年度报告
    if next == '度' {
        end += 1;
    } else if view.starts_with(end, "年度") && n.form == Form::Ascii {
        end += 2;
    }
    Some(end)
}

/// True for either end of 112年至114年, 110-113年 in traditional text: years of the Republic, one after the other.
fn republic_range(view: &View<'_>, at: usize, end: usize) -> bool {
    let joint = |c: char| matches!(c, '至' | '到' | '-' | '–' | '~' | '～' | '—');
    let year = |at: usize| number(view, at).filter(|n| n.width == 3 && (90..=140).contains(&n.value));
    let Some(own) = year(at) else { return false };
    let after = || {
        joint(view.at(end)) && year(end + 1).is_some_and(|n| n.value > own.value && view.at(n.end) == '年')
    };
    let before = || {
        let stop = at - usize::from(at > 0 && joint(view.at(at - 1)));
        let first = stop - usize::from(view.at(stop.wrapping_sub(1)) == '年');
        stop < at && first >= 3 && year(first - 3).is_some_and(|n| n.end == first && n.value < own.value)
    };
    view.traditional(at) && (after() || before())
}

/// 盼115年動工: in traditional text, a year of the Republic where the clause goes on with what happens in it.
fn roc(view: &View<'_>, at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    // 创校114年, 成立已110年 are lengths.
    let lasting = matches!(
        before,
        '校' | '立'
            | '今'
            | '有'
            | '了'
            | '满'
            | '业'
            | '社'
            | '已'
            | '建'
            | '庆'
            | '办'
            | '开'
            | '寿'
            | '龄'
            | '行'
    ) && !view.ends_with(at, "距今")
        || view.ends_with(at, "距今");
    let led = super::number::opens(view, at)
        || before == '今'
        || !lasting && view.classes.get(at.wrapping_sub(1)) == Some(&crate::text::class::Class::Han);
    led && view.classes.get(end) == Some(&crate::text::class::Class::Han)
        && !matches!(view.at(end), '以' | '之' | '期' | '级' | '份' | '龄' | '仍' | '未')
        && view.traditional(at)
}

/// 自民國102年減為112年: an era named shortly before holds for the year in figures.
fn republic_before(view: &View<'_>, at: usize) -> bool {
    let from = at.saturating_sub(40);
    (from..at).rev().any(|i| view.starts_with(i, "民国"))
}

/// True where a month in figures or characters stands at `at`.
fn month_follows(view: &View<'_>, at: usize) -> bool {
    let at = at + usize::from(view.at(at) == ' ');
    number(view, at).is_some_and(|n| {
        (1..=12).contains(&n.value) && n.width <= 2 && matches!(view.at(n.end), '月' | '至' | '-' | '—')
    })
}
