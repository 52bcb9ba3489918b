//! Months and days: 3月, 本月, 农历正月, 2月21日, 20日, 3号.

use super::number::{Form, inside_number, number, opens};
use super::{Words, period, weekday, word};
use crate::recognize::date::draft::{Point, Step, Unit};
use crate::text::class::Class;
use crate::view::View;

static WORDS: Words<Step> = Words::new(&[
    ("上上个月", Step::MonthOffset(-2)),
    ("下下个月", Step::MonthOffset(2)),
    ("上一个月", Step::MonthOffset(-1)),
    ("下一个月", Step::MonthOffset(1)),
    ("上个月", Step::MonthOffset(-1)),
    ("下个月", Step::MonthOffset(1)),
    ("这个月", Step::MonthOffset(0)),
    ("今个月", Step::MonthOffset(0)),
    ("本月份", Step::MonthOffset(0)),
    ("上月份", Step::MonthOffset(-1)),
    ("下月份", Step::MonthOffset(1)),
    ("元月份", Step::Month(1)),
    ("元月", Step::Month(1)),
    ("本月", Step::MonthOffset(0)),
    ("上月", Step::MonthOffset(-1)),
    ("下月", Step::MonthOffset(1)),
    ("当月", Step::ContextMonth(0)),
    ("同月", Step::ContextMonth(0)),
    ("次月", Step::ContextMonth(1)),
]);

/// True where a word for a month may begin with that character.
pub fn may_begin(c: char) -> bool {
    WORDS.may_begin(c)
}

/// Reads a month and what narrows it, down to the day.
pub fn month(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    if out.steps.is_empty() && (view.starts_with(at, "上半月") || view.starts_with(at, "下半月")) {
        out.steps.push(Step::MonthOffset(0));
        return Some(refine(view, at, out));
    }
    // 上（5）月, 本（3）月底: the number explains the word.
    if let Some(end) = noted(view, at, '月', 12) {
        let offset = match view.at(at) {
            '本' => 0,
            '上' => -1,
            '下' => 1,
            _ => return None,
        };
        out.steps.push(Step::MonthOffset(offset));
        return Some(refine(view, end, out));
    }
    if let Some((end, step)) = word(view, at, &WORDS) {
        let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
        let refused = matches!(view.at(end), '球' | '亮')
            || view.at(at) == '元'
                && matches!(
                    before,
                    '开' | '公' | '纪' | '美' | '日' | '欧' | '万' | '百' | '千' | '亿' | '0'..='9'
                )
            || matches!(view.at(at), '上' | '下') && matches!(before, '以' | '年' | '岁' | '登')
            || matches!(view.at(at), '同' | '次')
                && matches!(before, '相' | '不' | '首' | '连' | '一' | '两');
        if refused {
            return None;
        }
        // 8月出口436亿元，较上月增9.2%: the month before the one that is told of.
        let compared = step == Step::MonthOffset(-1) && matches!(before, '较' | '比');
        out.steps.push(if compared { Step::ContextMonth(-1) } else { step });
        return Some(refine(view, end, out));
    }
    if let Some(end) = lunar(view, at, out) {
        return Some(end);
    }
    let n = number(view, at)?;
    // 7月、8月两月 are two of them.
    if view.at(at) == '两' {
        return None;
    }
    if inside_number(view, at) || n.form == Form::HanDigits || n.width > 2 || !(1..=12).contains(&n.value) {
        return None;
    }
    let mut end = n.end + usize::from(view.at(n.end) == ' ');
    if view.at(end) != '月' {
        return None;
    }
    // 改判8年6月: a length, whose years are no year.
    if out.steps.is_empty() && at > 1 && view.at(at - 1) == '年' && view.at(at - 2).is_ascii_digit() {
        return None;
    }
    end += 1;
    let next = view.at(end);
    // 处5月、3月徒刑: how long.
    let counts = |i: &usize| {
        matches!(view.at(*i), '、' | '及' | '和' | '月' | '年' | '有' | '期')
            || matches!(view.classes.get(*i), Some(Class::Digit | Class::HanNumeral))
    };
    let stop = (end..end + 8).find(|i| !counts(i)).unwrap_or(end);
    if view.starts_with(stop, "徒刑") {
        return None;
    }
    if matches!(
        next,
        '球' | '亮' | '饼' | '嫂' | '薪' | '租' | '票' | '台' | '子' | '刊' | '食' | '龄' | '息' | '供'
    ) && !goes_on(next, view.at(end + 1))
        || next == '均' && n.form != Form::Ascii
        || ["花号", "革命", "流火", "怀胎", "天乐"].iter().any(|w| view.starts_with(end, w))
    {
        return None;
    }
    if n.form == Form::Han && out.steps.is_empty() {
        // 王三月, 五月天: a name and no month.
        if n.value == 5 && view.at(end) == '天' {
            return None;
        }
    }
    out.steps.push(Step::Month(n.value as u8));
    if next == '份' {
        end += 1;
    }
    let refined = refine(view, end, out);
    // 3月间两次调解
    let alone = matches!(out.steps[..], [Step::Month(_)])
        && !matches!(view.at(at.wrapping_sub(1)), '至' | '到' | '-' | '—' | '、' | '和');
    let between =
        alone && refined == end && next == '间' && !matches!(view.at(end + 1), '隔' | '的' | '或' | '接');
    Some(refined + usize::from(between))
}

/// Steps over a number in brackets and the unit behind it: the （5）月 of 上（5）月, the （113）年 of 去（113）年.
pub fn noted(view: &View<'_>, at: usize, unit: char, most: u32) -> Option<usize> {
    let n = number(view, at + 2).filter(|_| view.at(at + 1) == '(')?;
    let closed = view.at(n.end) == ')' && view.at(n.end + 1) == unit;
    (closed && (1..=most).contains(&n.value)).then_some(n.end + 2)
}

/// 1月食肆, 3月亮相, 5月票房, 9月台风: no 月食, 月亮, 月票, 月台.
fn goes_on(next: char, later: char) -> bool {
    match next {
        '食' => "肆品物材客用油".contains(later),
        '亮' => matches!(later, '相' | '灯' | '剑'),
        '票' => later == '房',
        '台' => "风湾北中南股铁积".contains(later),
        '供' => "应给暖电水货".contains(later),
        _ => false,
    }
}

/// Reads a month and day whose month does not exist: 13月5日.
pub fn impossible(view: &View<'_>, at: usize) -> Option<usize> {
    let month =
        number(view, at).filter(|n| n.form == Form::Ascii && n.width <= 2 && !(1..=12).contains(&n.value))?;
    if view.at(month.end) != '月' || inside_number(view, at) {
        return None;
    }
    let day =
        number(view, month.end + 1).filter(|n| n.width <= 2 && matches!(view.at(n.end), '日' | '号'))?;
    Some(day.end + 1)
}

fn refine(view: &View<'_>, at: usize, out: &mut Point) -> usize {
    if let Some(end) = day(view, at, out) {
        return end;
    }
    if let Some(end) = period::month_edge(view, at, out) {
        return end;
    }
    // 3月上半月
    if view.starts_with(at, "上半月") || view.starts_with(at, "下半月") {
        let first = view.at(at) == '上';
        out.steps.push(if first { Step::First(15, Unit::Day) } else { Step::FromDay(16) });
        return at + 3;
    }
    if view.starts_with(at, "当月") || view.starts_with(at, "全月") {
        return at + 2;
    }
    at
}

/// Reads months and days of the Chinese calendar: 农历八月十五, 正月初一, 腊月廿三, 大年初一, 闰四月.
fn lunar(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    // 8月15日 is a day of the other calendar.
    if view.classes.get(at) == Some(&Class::Digit) {
        return None;
    }
    const PREFIX: &[&str] = &["农历", "阴历", "旧历"];
    let prefix = PREFIX.iter().any(|w| view.starts_with(at, w));
    let mut p = at + if prefix { 2 } else { 0 };
    if view.starts_with(p, "大年") || view.starts_with(p, "年初") && out.steps.is_empty() {
        let big = view.starts_with(p, "大年");
        let q = p + if big { 2 } else { 1 };
        if big && view.starts_with(q, "三十") {
            out.steps.push(Step::LunarMonth(12, false));
            out.steps.push(Step::Edge(crate::recognize::date::draft::Edge::Last));
            return Some(q + 2);
        }
        let n = lunar_day(view, q).filter(|_| view.at(q) == '初')?;
        out.steps.push(Step::LunarMonth(1, false));
        out.steps.push(Step::LunarDay(n.0));
        return Some(n.1);
    }
    // 初五（2月21日）, and 初四 where the feast is told of; 初一(3)班 is a class.
    if view.at(p) == '初' && out.steps.is_empty() {
        const FEAST: [&str; 8] = ["春节", "除夕", "过年", "正月", "年夜", "大年", "新春", "年初"];
        let (day, end) = lunar_day(view, p).filter(|n| n.0 <= 10)?;
        let dated = || view.at(end) == '(' && (end + 2..end + 4).any(|i| matches!(view.at(i), '月' | '/'));
        let told = || (at.saturating_sub(40)..at).any(|i| FEAST.iter().any(|w| view.starts_with(i, w)));
        let school = matches!(view.at(end), '年' | '学' | '生' | '男' | '女' | '班' | '级' | '(');
        let before = view.at(at.wrapping_sub(1));
        let first = matches!(before, '最' | '当' | '起');
        // 初一至初五, 初六: no school has so many years.
        let last = lunar_day(view, end + 1).filter(|_| matches!(view.at(end), '至' | '到'));
        let late = day > 3 && before != '月' || last.is_some_and(|n| n.0 > 3);
        if first || !(dated() || !school && (late || told())) {
            return None;
        }
        out.steps.extend([Step::LunarMonth(1, false), Step::LunarDay(day)]);
        return Some(end);
    }
    // 年廿八
    let year = |c: char| c.is_ascii_digit() || "去今明前后本当每同近〇一二三四五六七八九十零".contains(c);
    let bare = view.at(p) == '年' && view.at(p + 1) == '廿' && out.steps.is_empty();
    if bare && !p.checked_sub(1).is_some_and(|k| year(view.at(k))) {
        let n = number(view, p + 1).filter(|n| (21..=29).contains(&n.value) && view.at(n.end) != '日')?;
        out.steps.extend([Step::LunarMonth(12, false), Step::LunarDay(n.value as u8)]);
        return Some(n.end);
    }
    let mut save = out.steps.len();
    if prefix {
        let mut year = Point::default();
        if let Some(end) = super::year::year(view, p, &mut year) {
            out.steps.extend(year.steps);
            save = out.steps.len();
            p = end;
            // 农历乙巳年除夕
            if let Some(end) = super::feast::feast(view, p, out, true) {
                return Some(end);
            }
        }
    }
    let leap = view.at(p) == '闰';
    p += usize::from(leap);
    let (month, end, named) = match view.at(p) {
        // 纠正月龄
        '正' if view.at(p + 1) == '月' && view.at(p + 2) != '龄' => (1, p + 2, true),
        '腊' if view.at(p + 1) == '月' => (12, p + 2, true),
        '冬' if view.at(p + 1) == '月' => (11, p + 2, true),
        _ => {
            let n = number(view, p).filter(|n| {
                (1..=12).contains(&n.value) && n.form != Form::HanDigits && view.at(n.end) == '月'
            })?;
            (n.value as u8, n.end + 1, false)
        }
    };
    out.steps.push(Step::LunarMonth(month, leap));
    if let Some((d, after)) = lunar_day(view, end) {
        // 八月十五 alone is a lunar day too: no 日 follows.
        if !matches!(view.at(after), '日' | '号')
            && (prefix
                || named
                || leap
                || view.at(end) == '初'
                || view.at(end) == '廿'
                || beside(view, at, end, after))
        {
            out.steps.push(Step::LunarDay(d));
            return Some(after);
        }
        if (prefix || leap) && matches!(view.at(after), '日' | '号') {
            out.steps.push(Step::LunarDay(d));
            return Some(after + 1);
        }
    }
    if prefix || named || leap {
        return Some(end);
    }
    // 二月二, 八月十五: in characters and without 日, where a clause ends or goes on with the feast.
    if view.classes.get(p) == Some(&Class::HanNumeral)
        && let Some((d, after)) = lunar_day(view, end)
        && view.classes.get(end) == Some(&Class::HanNumeral)
        && (d == month
            && matches!(d, 2 | 3 | 5 | 6 | 7 | 9)
            && !matches!(view.at(after), '日' | '号' | '个' | '年' | '月' | '点' | '时' | '分' | '天' | '十')
            || matches!(
                view.at(after),
                '\0' | ',' | '。' | '、' | ';' | '”' | ')' | '当' | '庙' | '歌' | '龙' | '的' | '这'
            )
            || ["中秋", "端午", "中元", "七夕", "重阳", "元宵", "佳节"]
                .iter()
                .any(|w| view.starts_with(after, w)))
        && out.steps.len() == save + 1
        && matches!(out.steps[..save], [] | [Step::YearOffset(_)])
    {
        out.steps.push(Step::LunarDay(d));
        return Some(after);
    }
    out.steps.truncate(save);
    None
}

/// True for 三月二十 in a column of its own, or behind the same day of the other calendar: 5月6日／三月二十　起鼓.
fn beside(view: &View<'_>, at: usize, day: usize, end: usize) -> bool {
    let han = |i: &usize| view.classes.get(*i) == Some(&Class::HanNumeral);
    let written = (day..end).all(|i| han(&i)) && end > day + 1;
    let slash = matches!(view.at(at.wrapping_sub(1)), '/' | '(')
        && matches!(view.at(at.wrapping_sub(2)), '日' | '号');
    han(&at) && written && (slash || view.original(end, end + 1) == "\u{3000}")
}

fn lunar_day(view: &View<'_>, at: usize) -> Option<(u8, usize)> {
    let p = at + usize::from(view.at(at) == '初');
    let n = number(view, p).filter(|n| (1..=30).contains(&n.value))?;
    Some((n.value as u8, n.end))
}

/// Reads a day of the month with its weekday: 21日, 3号, 21日（星期三）.
pub fn day(view: &View<'_>, at: usize, out: &mut Point) -> Option<usize> {
    let p = at + usize::from(view.at(at) == ' ');
    let n = number(view, p)?;
    if n.form == Form::HanDigits || n.width > 3 || !(1..=31).contains(&n.value) || inside_number(view, p) {
        return None;
    }
    // 两日 is a length: the second is 二日; so is 连续3日.
    const LASTING: [&str; 7] = ["连续", "逾期", "延期", "超期", "顺延", "提早", "提前"];
    if view.at(p) == '两' || out.steps.is_empty() && LASTING.iter().any(|w| view.ends_with(p, w)) {
        return None;
    }
    // 如一日, 近三日: a length in characters, unless it is long enough to be a day of the month.
    if n.form == Form::Han
        && n.value <= 10
        && out.steps.is_empty()
        && view.at(n.end) == '日'
        && !opens(view, p)
    {
        return None;
    }
    let mark = n.end + usize::from(view.at(n.end) == ' ' && n.form == Form::Ascii);
    // 一日三餐, 一日千里
    if n.value == 1
        && view.at(n.end) == '日'
        && out.steps.is_empty()
        && matches!(view.at(n.end + 1), '三' | '千' | '之' | '两' | '不')
    {
        return None;
    }
    // 7號　299元: the number of a row.
    let row = view.at(mark) == '号'
        && (p == 0 || view.at(p - 1) == '\n')
        && matches!(view.at(mark + 1), ' ' | '\t');
    if row
        || !matches!(view.at(mark), '日' | '号')
        || view.at(mark) == '号' && out.steps.is_empty() && !number_is_day(view, p, n.end)
    {
        return None;
    }
    // 三日吸引逾十万人: counted over them.
    if out.steps.is_empty()
        && n.form == Form::Han
        && ["吸引", "累计", "共", "合计", "总", "内", "间"].iter().any(|w| view.starts_with(mark + 1, w))
    {
        return None;
    }
    // 监禁14日, 连续三日 are lengths, and so are 期满后的十五日, 经过30日.
    if out.steps.is_empty() && (crate::recognize::figure::lasting(view, p) || measured(view, p)) {
        return None;
    }
    let end = mark + 1;
    if view.at(end - 1) == '日' {
        let next = view.at(end);
        let refused = match next {
            '元' => !view.starts_with(end, "元宵") && !view.starts_with(end, "元旦"),
            '均' => ["线", "价", "值", "量", "销", "产", "客"].iter().any(|w| view.starts_with(end + 1, w)),
            '游' | '线' | '薪' | '龄' | '益' | '用' | '工' | '券' => out.steps.is_empty(),
            '冷' | '免' | '短' | '鉴' | '犹' => {
                let lasts = ["冷静期", "免费试", "短期", "鉴赏期", "犹豫期"];
                out.steps.is_empty() && lasts.iter().any(|w| view.starts_with(end, w))
            }
            '语' | '圆' => true,
            '内' => out.steps.is_empty(),
            // 10月1日本流感季开始: the country does not follow a month.
            '本' => {
                out.steps.is_empty()
                    && ![
                        "报", "轮", "次", "届", "周", "月", "年", "台", "刊", "网", "市", "省", "区", "院",
                        "校", "案", "地", "场", "赛", "季",
                    ]
                    .iter()
                    .any(|w| view.starts_with(end + 1, w))
            }
            _ => false,
        };
        if refused {
            return None;
        }
    }
    out.steps.push(Step::Day(n.value as u8));
    // A weekday in brackets is a date of its own: 8月31日（星期四）16:30.
    let bracket = end + usize::from(view.at(end) == ' ');
    Some(if view.at(bracket) == '(' { end } else { weekday::beside(view, end) })
}

/// 期满后的十五日, 经过30日, 不超过30日: so many days.
fn measured(view: &View<'_>, at: usize) -> bool {
    let before = |k: usize| at.checked_sub(k).map_or('\0', |i| view.at(i));
    match before(1) {
        '的' => matches!(before(2), '后' | '前' | '起' | '内' | '满'),
        // 开车前15日
        '前' => !matches!(before(2), '此' | '之' | '以' | '目' | '日'),
        '过' => matches!(before(2), '经' | '超'),
        '于' => matches!(before(2), '少' | '多'),
        '足' | '满' => matches!(before(2), '不' | '未' | '届' | '已'),
        '少' | '多' => before(2) == '至',
        '长' | '短' => before(2) == '最',
        '逾' => true,
        _ => false,
    }
}

/// 3号 alone is a day where nothing that is numbered follows or stands before: not 3号楼, 5号线, 金谷1号.
fn number_is_day(view: &View<'_>, at: usize, mark: usize) -> bool {
    const NUMBERED: &str = "楼线院车机店馆文公令台井厅门仓船星站厂矿坑房桌位码桥墩墓营舱队区路街选球种轮洞煤产基地库泊航卫电泵病患员馆段铺柜桩杆枪案窑墩塔渠闸";
    let part = ["上午", "下午", "晚", "凌晨", "早", "中午", "傍晚", "清晨", "夜"]
        .iter()
        .any(|w| view.starts_with(mark + 1, w));
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    let led = matches!(before, '计' | '于' | '在' | '从' | '到' | '至' | '自' | '是' | '本' | '后')
        || opens(view, at)
            && !matches!(before, '〕' | ']' | ')' | '】' | '》' | '”' | '(' | '#' | '-' | '·' | '、');
    const NAMED: [&str; 39] = [
        "皮带",
        "战略",
        "工程",
        "首长",
        "风球",
        "选手",
        "信号",
        "议案",
        "决议",
        "提案",
        "客运",
        "货",
        "登机",
        "停车场",
        "候",
        "出口",
        "入口",
        "通道",
        "展馆",
        "展厅",
        "展区",
        "会议室",
        "教学",
        "宿舍",
        "看台",
        "跑道",
        "泳池",
        "球场",
        "反应堆",
        "高炉",
        "大棚",
        "大楼",
        "国道",
        "干线",
        "高速",
        "被告",
        "嫌疑",
        "作品",
        "养殖",
    ];
    let named = || NAMED.iter().any(|word| view.starts_with(mark + 1, word));
    // “一号战略”: a short name in quotation marks; what is said aloud goes on for longer.
    let titled = || {
        let closes = |n: usize| matches!(view.at(mark + n), '”' | '」' | '』' | '’' | '"');
        matches!(before, '“' | '「' | '『' | '‘' | '"') && (2..=5).any(closes)
    };
    // 78分钟，9号陈锋扳平: a player.
    let player = || super::feast::SURNAMES.contains(view.at(mark + 1)) && super::quarter::of_sport(view, at);
    part || led && !NUMBERED.contains(view.at(mark + 1)) && !named() && !titled() && !player()
}
