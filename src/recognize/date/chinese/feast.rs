//! Feasts and holidays by their Chinese names: 春节, 端午假期, “五一”假期, 双十一期间, 中秋佳节.

use super::number::opens;
use crate::recognize::date::draft::{Point, Step};
use crate::recognize::date::festival::{CHINESE, Use};
use crate::text::class::Class;
use crate::value::calendar::feast::Rule;
use crate::view::View;

/// Words after a name that make it a holiday of several days.
const HOLIDAY: &[&str] = &["小长假", "黄金周", "长假期", "长假", "假期", "假日", "连假", "连续假期", "期间"];
/// Words after a name that leave it one day.
const DAY: &[&str] = &["翌日", "佳节", "时节", "当天", "当日", "前夕", "前后", "节气"];

/// Surnames that seldom stand before a date.
pub(super) const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜\
戴钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文佟柳岳洪童庄鲍季裴祝凌霍翟褚向谷管柯房晏\
齐骆温穆卓简葛韦项纪舒屈阮欧";

/// 责编|佟立夏, 局长沈立冬, 编辑 冬至: somebody is called after a solar term.
fn person(view: &View<'_>, at: usize) -> bool {
    let mark = |at: usize| {
        !matches!(view.classes.get(at), Some(Class::Han | Class::HanNumeral | Class::Digit | Class::Latin))
    };
    let role = |c: char| "者编辑对影摄图文制长任师授员理生记".contains(c);
    let Some(before) = at.checked_sub(1).map(|i| view.at(i)) else { return false };
    let led = at.checked_sub(2).is_none_or(|i| mark(i) || role(view.at(i)));
    SURNAMES.contains(before) && led
        || mark(at - 1) && mark(at + 2) && at > 1 && "者编辑对影摄图文制审".contains(view.at(at - 2))
}

/// Reads a feast; `dated` is true after a year.
pub fn feast(view: &View<'_>, at: usize, out: &mut Point, dated: bool) -> Option<usize> {
    let quoted = matches!(view.at(at), '“' | '"' | '「' | '‘');
    let start = at + usize::from(quoted);
    let (name, (feast, how)) = CHINESE.find(view, start)?;
    let mut end = start + name.chars().count();
    // 今年雨水匀: the rain that fell.
    if *name == "雨水" && matches!(view.at(end), '匀' | '多' | '少' | '偏' | '充' | '足' | '不' | '丰' | '较')
    {
        return None;
    }
    let closed = quoted && matches!(view.at(end), '”' | '"' | '」' | '’');
    if quoted && !closed {
        return None;
    }
    end += usize::from(closed);
    // “五一”国际劳动节, 三八妇女节, 八一建军节: the day by its number and by its name.
    let named = [
        "国际劳动节",
        "国际劳动妇女节",
        "国际妇女节",
        "国际儿童节",
        "妇女节",
        "儿童节",
        "劳动节",
        "青年节",
        "建军节",
        "建党节",
    ]
    .iter()
    .find(|w| *how == Use::Bound && view.starts_with(end, w));
    if let Some(named) = named {
        end += named.chars().count();
    } else if view.at(end) == '节'
        && !name.ends_with('节')
        && !matches!(view.at(end + 1), '目' | '点' | '能' | '约' | '省' | '气')
        && !closed
    {
        end += 1;
    }
    let bound = end > start + name.chars().count() + usize::from(closed);
    let mut whole = false;
    let mut tail = false;
    // 端午假期期间, 国庆长假期间
    for _ in 0..2 {
        // 春节长假期间: 长假 and 期间
        let fits = |w: &&&str| {
            view.starts_with(end, w) && !(w.ends_with("假期") && view.at(end + w.chars().count()) == '间')
        };
        if let Some(word) = HOLIDAY.iter().find(fits) {
            end += word.chars().count();
            whole = true;
        }
    }
    // “七一”前夕: the quotation marks stay out of a span that they would end.
    let past = end + usize::from(!quoted && matches!(view.at(end), '”' | '"' | '」' | '’'));
    if !whole && let Some(word) = DAY.iter().find(|w| view.starts_with(past, w)) {
        let out = matches!(*word, "前夕" | "翌日");
        if quoted && out && !bound && !dated || past > end && !out {
            return None;
        }
        if !out {
            end += word.chars().count();
        }
        tail = true;
    }
    let before = at.checked_sub(1).map_or('\0', |i| view.at(i));
    // 国庆重开, 在外过国庆: the day, where nobody can be called so.
    let event = ["音乐会", "招待会", "大典", "献礼", "阅兵", "文艺", "升旗"];
    let led = *name == "国庆"
        && !event.iter().any(|w| view.starts_with(end, w))
        && (opens(view, at) || "过于在到从自至逢临近".contains(before));
    // 五一前, 国庆后
    tail |= led
        || matches!(*name, "五一" | "国庆" | "过年" | "农历年")
            && matches!(view.at(end), '前' | '后')
            && !matches!(view.at(end + 1), '来' | '天' | '者' | '线');
    // 五一旅客逾十万, 国庆车流创新高: what moves on those days.
    let moves =
        ["旅客", "车流", "客流", "出行", "旅游", "出游", "消费", "票房", "档期", "疏运", "返程", "人潮"];
    whole |= matches!(*name, "五一" | "国庆") && moves.iter().any(|w| view.starts_with(end, w));
    if *how == Use::Bound && !dated && !whole && !tail && !bound {
        return None;
    }
    // Quotation marks belong to the span only where it goes on after them; then the name alone is tried without them.
    if quoted && !whole && !tail && !bound && !dated {
        return None;
    }
    // 妈祖圣诞, 观音圣诞: a god's birthday.
    let god = "祖公爷帝君佛萨娘神后王师子母音".contains(before) && before != '\0';
    let refused = *name == "复活节" && view.at(end) == '岛'
        || *name == "圣诞" && god
        || ["联欢", "晚会", "号"].iter().any(|w| view.starts_with(end, w))
        || view.at(end) == '档' && view.at(end + 1) != '期'
        || *name == "十一"
            && (before.is_ascii_digit() || "一二三四五六七八九十第零".contains(before) && before != '\0')
        || *name == "五一" && (view.starts_with(end, "广场") || view.starts_with(end, "路"))
        || *name == "清明" && matches!(view.at(end), '上' | '的') && !dated
        || *name == "元宵" && matches!(view.at(end), '灯' | '喜' | '晚') && view.at(end) != '灯'
        || *name == "元宵" && ["吃完", "吃了"].iter().any(|w| view.ends_with(at, w))
        || *name == "元宵" && matches!(before, '吃' | '煮' | '包' | '碗' | '个' | '颗' | '卖' | '粒' | '滚')
        || *name == "暑假" && before == '寒'
        || matches!(feast.rule, Rule::Term(_)) && end == start + 2 && person(view, start)
        || *name == "三八" && view.at(end) == '线';
    if refused {
        return None;
    }
    // 感恩节周末
    if !whole && view.starts_with(end, "周末") && !view.starts_with(end + 2, "画报") {
        out.steps.extend([Step::Feast(*feast, false), Step::Weekend]);
        return Some(end + 2);
    }
    // 中秋节翌日
    if !whole
        && let Some(word) =
            ["翌日", "次日", "后一日", "后一天", "第二天"].iter().find(|w| view.starts_with(end, w))
    {
        out.steps.push(Step::AfterFeast(*feast));
        return Some(end + word.chars().count());
    }
    out.steps.push(Step::Feast(*feast, whole));
    Some(end)
}
