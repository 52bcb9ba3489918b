//! Dates: expressions that can be put on a calendar or a clock.
//!
//! Readers are tried only where a trigger stands: a figure, a Chinese numeral, or one of the characters that can begin a
//! date; in Latin script a word of a small table. What is read is an expression ([`DateDraft`]); values come later, in
//! [`resolve::date`](crate::resolve::date), when the publication date and the neighbours are known.

pub mod chinese;
pub mod clause;
pub mod draft;
pub mod english;
pub mod festival;
pub mod numeric;

pub use draft::DateDraft;

use super::{Candidate, Draft};
use crate::text::class::Class;
use crate::text::has;
use crate::value::calendar;
use crate::view::View;
use draft::{Expr, Point, Step};

/// Han characters and marks that can begin a date.
const TRIGGERS: &str = "初对回季澳琴今去明前后同当次翌来这那上下本首头末民令平昭大正治公西中元农阴旧闰腊冬春夏秋每逢周星礼凌清拂黎早晚午晏晌夜傍白深半近最过全连假黄至迄节月未往此新接距日年岁除国劳端重妇植愚青儿建教护记消双光情母父感万黑圣耶复佛斋开古宰赎立惊谷芒处霜寒雨小昨听寻第隔不入即暑约“\"「‘Qq和行跨洪永甲乙丙丁戊己庚辛壬癸宣成弘嘉天崇顺康雍乾道咸贞干工休再伊犹";

/// Frequent characters among them that begin a date before these characters alone: 国庆, 新春, 上周.
static SECONDS: &[(char, &str)] = &[
    ('丁', "丑卯巳未酉亥"),
    ('万', "历圣"),
    ('上', "(一二三几上世个两中午半周季年旬星月礼学财"),
    ('下', "(一下世个午半周季年旬星月礼学财"),
    ('不', "久"),
    ('丙', "子寅辰午申戌"),
    ('中', "午华元秋"),
    ('乙', "丑卯巳未酉亥"),
    ('伊', "斯"),
    ('假', "日期"),
    ('元', "宵旦月"),
    ('光', "复棍绪"),
    ('入', "冬夏春秋"),
    ('全', "年"),
    ('公', "元"),
    ('再', "过"),
    ('农', "历"),
    ('初', "一二三四五六七八九十"),
    ('双', "1休十"),
    ('古', "尔"),
    ('同', "一天年日期月治"),
    ('和', "平"),
    ('回', "归"),
    ('国', "庆"),
    ('壬', "子寅辰午申戌"),
    ('处', "暑"),
    ('复', "活"),
    ('大', "前后年暑清除雪寒正"),
    ('天', "启"),
    ('季', "内"),
    ('宣', "德统"),
    ('对', "上"),
    ('小', "寒年暑满雪"),
    ('工', "作"),
    ('己', "丑卯巳未酉亥"),
    ('平', "安成日"),
    ('年', "三中初底末内尾廿"),
    ('庚', "子寅辰午申戌"),
    ('康', "熙"),
    ('建', "党军"),
    ('开', "元年斋"),
    ('当', "夜天年日晚月"),
    ('往', "年后"),
    ('情', "人"),
    ('感', "恩"),
    ('戊', "子寅辰午申戌"),
    ('成', "化"),
    ('护', "士"),
    ('教', "师"),
    ('新', "春近学"),
    ('日', "前间"),
    ('春', "分节运"),
    ('月', "底初末中尾头"),
    ('本', "(世周季年星月学财"),
    ('来', "年"),
    ('次', "日年月晨季一"),
    ('正', "月午德"),
    ('民', "国"),
    ('治', ""),
    ('洪', "武"),
    ('消', "费"),
    ('深', "夜"),
    ('澳', "门"),
    ('犹', "太"),
    ('琴', "日晚朝"),
    ('甲', "子寅辰午申戌"),
    ('癸', "丑卯巳未酉亥"),
    ('立', "春夏秋冬"),
    ('端', "午"),
    ('节', "假日礼"),
    ('行', "宪"),
    ('西', "元"),
    ('记', "者"),
    ('跨', "年"),
    ('辛', "丑卯巳未酉亥"),
    ('过', "去年一两二三四五六七八九十几半"),
    ('连', "假"),
    ('道', "光"),
    ('重', "阳"),
    ('雨', "水"),
    ('青', "年"),
    ('黄', "金"),
    ('黎', "明"),
];

/// One bit for each character of the basic plane that can begin a date.
static TRIGGER_BITS: [u64; 1024] = {
    let bytes = TRIGGERS.as_bytes();
    let mut bits = [0; 1024];
    let mut i = 0;
    while i < bytes.len() {
        let (code, length) = code_point(bytes, i);
        bits[code >> 6] |= 1 << (code & 63);
        i += length;
    }
    bits
};

fn triggers(c: char) -> bool {
    TRIGGER_BITS.get(c as usize >> 6).is_some_and(|word| word >> (c as u32 & 63) & 1 == 1)
}

/// False where the character at `at` needs another after it to begin a date.
fn goes_on(view: &View<'_>, at: usize) -> bool {
    match SECONDS.binary_search_by_key(&view.at(at), |(c, _)| *c) {
        Ok(i) => SECONDS.get(i).is_some_and(|(_, seconds)| has(seconds, view.at(at + 1))),
        Err(_) => true,
    }
}

/// What can stand behind the numeral that a date begins with: units, what joins two numerals, words that make a time of
/// 五一 and 一早.
const AFTER_NUMERAL: &str = "上前首第全年月日号时点分秒周季星礼世载夜天个小工交钟多余来学财春夏秋冬 :∶-/.—–~～―－ー−至到起、和与及夕圣假长黄连期佳当前后节国妇儿劳青建大早○旅车客消票档疏返甲下刻Q”」";

/// A bit for the last ten of each of these characters: one in fourteen of all others is taken for one of them.
static AFTER_NUMERAL_BITS: [u64; 16] = {
    let (mut bits, bytes, mut i) = ([0; 16], AFTER_NUMERAL.as_bytes(), 0);
    while i < bytes.len() {
        let (code, length) = code_point(bytes, i);
        bits[code >> 6 & 15] |= 1 << (code & 63);
        i += length;
    }
    bits
};

/// The code point of a character of the basic plane in UTF-8, and how many bytes it has.
const fn code_point(bytes: &[u8], i: usize) -> (usize, usize) {
    let b = bytes[i] as usize;
    match b {
        0..=0x7F => (b, 1),
        0xC0..=0xDF => ((b & 31) << 6 | (bytes[i + 1] as usize & 63), 2),
        _ => ((b & 15) << 12 | (bytes[i + 1] as usize & 63) << 6 | (bytes[i + 2] as usize & 63), 3),
    }
}

/// False where no date begins with the numeral at `at`, by what stands behind it.
fn numeral_begins(view: &View<'_>, at: usize) -> bool {
    let numerals = view.classes[at..].iter().take(16);
    let run = numerals.take_while(|class| matches!(class, Class::Digit | Class::HanNumeral)).count();
    let next = view.at(at + run) as usize;
    // 十四五 needs nothing behind it.
    AFTER_NUMERAL_BITS[next >> 6 & 15] >> (next & 63) & 1 == 1
        || run > 2 && view.classes[at] == Class::HanNumeral
        || next == 0 && run == 4 && view.classes[at] == Class::Digit
}

/// Finds the dates of a block.
pub fn recognize(view: &View<'_>, out: &mut Vec<Candidate>) {
    let (mut han, mut latin) = (false, false);
    for class in view.classes {
        han |= matches!(class, Class::Han);
        latin |= matches!(class, Class::Latin);
    }
    if (han || !latin) && view.languages.zh {
        chinese_dates(view, out);
    }
    if (latin || !han) && view.languages.en {
        english_dates(view, out);
    }
}

#[inline(never)] // A part of the page's module begins here.
fn english_dates(view: &View<'_>, out: &mut Vec<Candidate>) {
    english::dates(view, |start, end, expr| push(view, start, end, expr, "date-english", out));
}

#[inline(never)] // A part of the page's module begins here.
fn chinese_dates(view: &View<'_>, out: &mut Vec<Candidate>) {
    let mut at = 0;
    // Where the last recurrence with a clock ended: 每日7时至8时、16时至17时 recurs twice.
    let mut recurring = None;
    while at < view.chars.len() {
        let number = matches!(view.classes[at], Class::Digit | Class::HanNumeral);
        if !number && (!triggers(view.chars[at]) || !goes_on(view, at)) {
            at += 1;
            continue;
        }
        let may_begin = !number || numeral_begins(view, at);
        // 13月5日 is no date, and 5日 inside it none either.
        if let Some(end) = (number && may_begin).then(|| chinese::month::impossible(view, at)).flatten() {
            out.push(Candidate { span: view.span(at, end), draft: Draft::Nothing, rule: "date-invalid" });
            at = end;
            continue;
        }
        match may_begin.then(|| chinese::date(view, at)).flatten() {
            Some((end, expr)) if end > at => {
                // 周一至周五6:00—22:00，周六、周日7:00—21:00
                let after =
                    (at > 0 && recurring == Some(at - 1)).then(|| chinese::set::hours(view, at)).flatten();
                let (end, expr) = after.map_or((end, expr), |end| (end, Expr::Set(None)));
                let range = matches!(expr, Expr::Range(..));
                // 每日7时至8时、16时至17时
                let joined = at > 0
                    && recurring == Some(at - 1)
                    && (matches!(view.at(at - 1), '、' | '和' | '及') || range && view.at(at - 1) == ',');
                let recurs = clock_alone(&expr) && (joined || chinese::hours::recur(view, at, end, range));
                let expr = if recurs { Expr::Set(None) } else { expr };
                if recurs
                    || matches!(expr, Expr::Set(_))
                        && matches!(view.at(end - 1), '时' | '分' | '点' | '半' | '0'..='9')
                {
                    recurring = Some(end);
                }
                push(view, at, end, expr, "date", out);
                at = end;
            }
            _ => {
                at += 1;
                // A number is read from its first figure or not at all.
                while number
                    && at < view.chars.len()
                    && view.classes[at] == Class::Digit
                    && view.classes[at - 1] == Class::Digit
                {
                    at += 1;
                }
            }
        }
    }
}

/// True for a clock time or a range of clock times without a day.
fn clock_alone(expr: &Expr) -> bool {
    match expr {
        Expr::Point(point) => point.steps.is_empty() && point.clock.is_some(),
        Expr::Range(a, b) => clock_alone(a) && clock_alone(b),
        _ => false,
    }
}

/// Adds a date, or, where no such day exists (2月30日), a reading as nothing.
fn push(view: &View<'_>, start: usize, end: usize, expr: Expr, rule: &'static str, out: &mut Vec<Candidate>) {
    let span = view.span(start, end);
    if !exists(&expr) {
        out.push(Candidate { span, draft: Draft::Nothing, rule: "date-invalid" });
        return;
    }
    let mut draft = DateDraft::new(expr);
    let word = |at: usize, w: &str| {
        w.chars().zip(at..).all(|(c, i)| view.at(i).to_ascii_lowercase() == c)
            && (at == 0 || !view.at(at - 1).is_alphabetic())
    };
    draft.fiscal |= rule == "date-english"
        && !matches!(draft.expr, Expr::Ended(..))
        && (start..end)
            .any(|i| word(i, "fiscal") || word(i, "financial") || word(i, "tax year") || word(i, "fy"));
    draft.fiscal |= matches!(&draft.expr, Expr::Point(p) if matches!(p.steps[..], [Step::SplitYear(_)]));
    // 本财年首三季
    let accounts =
        matches!(&draft.expr, Expr::Point(p) if matches!(p.steps.first(), Some(Step::FiscalOffset(_))));
    draft.fiscal |= accounts || view.ends_with(end, "财年") || view.ends_with(end, "财政年度");
    out.push(Candidate { span, draft: Draft::Date(draft.into()), rule });
}

/// False where the text names a day that no calendar has.
fn exists(expr: &Expr) -> bool {
    match expr {
        Expr::Point(point) => point_exists(point),
        Expr::Range(a, b) => exists(a) && exists(b),
        Expr::Since(inner) => exists(inner),
        Expr::Set(Some(inner)) => exists(inner),
        _ => true,
    }
}

fn point_exists(point: &Point) -> bool {
    let (mut year, mut month) = (None, None);
    for step in &point.steps {
        match *step {
            Step::Year(y) => year = Some(i32::from(y)),
            Step::Month(m) if !(1..=12).contains(&m) => return false,
            Step::Month(m) => month = Some(m),
            Step::Day(d) => {
                // Without a year, 29 February may exist.
                let year = year.unwrap_or(2000);
                if month.is_some_and(|m| calendar::day(year, m, d).is_none()) {
                    return false;
                }
            }
            _ => {}
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gated_character_is_a_trigger_and_in_order() {
        assert!(SECONDS.is_sorted_by_key(|(c, _)| *c));
        for (c, _) in SECONDS {
            assert!(triggers(*c), "{c}");
        }
    }
}
