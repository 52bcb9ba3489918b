//! What the words of a Chinese clause say: 将, 已, 自, 截至, 前, 较.

use crate::recognize::date::chinese::{Words, word};
use crate::recognize::date::draft::{DateDraft, Expr, Step, Tense};
use crate::view::View;

/// How many characters to each side are looked at.
const REACH: usize = 24;

/// Fills in what the words around `start..end` say.
pub fn read(view: &View<'_>, start: usize, end: usize, draft: &mut DateDraft) {
    draft.modifier = [
        ("自", "since"),
        ("从", "since"),
        ("截至", "until"),
        ("截止", "until"),
        ("到", "until"),
        ("至", "until"),
    ]
    .iter()
    .find(|(word, _)| view.ends_with(start, word))
    .map(|(_, modifier)| *modifier);
    // 8月6日或之后, 3月1日及以前: that day included.
    if draft.modifier.is_none()
        && matches!(view.at(end), '或' | '及' | '和')
        && matches!(view.at(end + 1), '之' | '以')
    {
        draft.modifier = match view.at(end + 2) {
            '前' => Some("until"),
            '后' => Some("since"),
            _ => None,
        };
    }
    if draft.modifier.is_none() {
        // 8月6日或之后: with that day.
        let with = matches!(view.at(end), '或' | '及');
        let side = end + usize::from(with);
        let side = side + usize::from(matches!(view.at(side), '之' | '以'));
        draft.modifier = match view.at(side) {
            '前' if with => Some("until"),
            '后' if with => Some("since"),
            '前' => Some("before"),
            '后' => Some("after"),
            _ => None,
        };
    }
    let last = |k: usize| view.at(end.wrapping_sub(k));
    let about = matches!(last(1), '许') || view.ends_with(end, "左右") || view.ends_with(end, "前后");
    let led = view.ends_with(start, "约") || view.ends_with(start, "大约");
    draft.approx |= about || led;
    if matches!(draft.expr, Expr::Vague(_)) {
        draft.approx = true;
    }
    // 比前天的多, but not what 柯比 said that day: what is compared follows.
    const MORE: &str = "的增多少高低上下减升降提快慢好差早晚长短加回扩收涨跌缩翻略净";
    // 比1月预测值低
    let value = ["预测", "预期", "预估", "水平"].iter().any(|w| view.starts_with(end, w));
    let more = MORE.contains(view.at(end)) || value;
    draft.compared = ["较", "距", "离"].iter().any(|word| view.ends_with(start, word))
        || more && view.ends_with(start, "比")
        // 上半年增长7%，其中6月增长9%: a part of what the text goes on about.
        || view.ends_with(start, "其中") && matches!(&draft.expr, Expr::Point(p) if !p.names_day());
    draft.tense = tense_chinese(view, start, end);
    year_before(view, start, draft);
    // 刚过去的周末
    if ["刚过去的", "刚过的"].iter().any(|w| view.ends_with(start, w)) {
        draft.tense = Tense::Past;
    }
    // 与11月的数字相差: what has been counted.
    if ["的数字", "的数据"].iter().any(|w| view.starts_with(end, w)) {
        draft.tense = Tense::Past;
    }
    // 第三季净利增4.6%: a part of a year that is reported on.
    let part =
        matches!(&draft.expr, Expr::Point(p) if matches!(p.steps[..], [Step::Half(_) | Step::Quarter(_)]));
    if part && draft.tense == Tense::Unknown && grew(view, end) {
        draft.tense = Tense::Past;
    }
    // 4月底预计比1月底多: what is compared with has been.
    if view.ends_with(start, "比") && draft.compared && draft.tense == Tense::Future {
        draft.tense = Tense::Past;
    }
    // 10月31日或明年1月
    if ["或明年", "和明年", "及明年", "至明年", "到明年"].iter().any(|w| view.starts_with(end, w))
    {
        draft.tense = Tense::Future;
    }
    // 气象台预测，周六…: what is foretold; 周五下午5时前公布 is a deadline.
    let told = view.at(start.wrapping_sub(1)) == ','
        && ["预测", "预报", "预料", "预计", "预期"].iter().any(|w| view.ends_with(start - 1, w));
    let due = view.at(end) == '前' && ["公布", "发布", "宣布"].iter().any(|w| view.starts_with(end + 1, w));
    if told && draft.tense == Tense::Unknown || due && !view.ends_with(start, "已") {
        draft.tense = Tense::Future;
    }
    // 即日起至10月17日
    if draft.tense == Tense::Unknown && (view.ends_with(start, "起至") || view.ends_with(start, "起到")) {
        draft.tense = Tense::Future;
    }
    // 11月28日还有8个月
    if view.starts_with(end, "还有") {
        draft.tense = Tense::Future;
    }
    // 截至20时, 20:00更新: a clock that has been reached.
    let clock = matches!(&draft.expr, Expr::Point(p) if p.steps.is_empty() && p.clock.is_some());
    let reached =
        view.ends_with(start, "截至") || view.ends_with(start, "截止") || view.starts_with(end, "更新");
    if clock && reached && draft.tense == Tense::Unknown {
        draft.tense = Tense::Past;
    }
    // 自9月1日起, 9月1日起执行, in April: to come where nothing says otherwise.
    let begins = view.at(end) == '起' && !"来诉飞火草床码源点降".contains(view.at(end + 1));
    if draft.tense == Tense::Unknown
        && begins
        && matches!(draft.modifier, Some("since") | None)
        && !matches!(draft.expr, Expr::Since(_))
    {
        draft.starts = true;
    }
    // 优惠至6月底, 撑到中秋: what lasts until then.
    let account = (start.saturating_sub(3)..start).any(|i| view.at(i) == '截');
    if draft.tense == Tense::Unknown && draft.modifier == Some("until") && !account {
        draft.starts = true;
    }
    // 10月28日截止报名
    draft.starts |= draft.tense == Tense::Unknown && view.starts_with(end, "截止") && !account;
    // 周日天气回暖, 周五登场
    let weekday = |e: &Expr| matches!(e, Expr::Point(p) if matches!(p.steps[..], [Step::Weekday(_)]));
    let days = weekday(&draft.expr) || matches!(&draft.expr, Expr::Range(first, _) if weekday(first));
    if draft.tense == Tense::Unknown && days && foretold(view, end) {
        draft.tense = Tense::Future;
    }
    // 演唱会9月21日登场, 新法10月1日上路: a month ahead is meant.
    draft.starts |= draft.tense == Tense::Unknown
        && matches!(&draft.expr, Expr::Point(p) if matches!(p.steps[..], [Step::Month(_), ..]))
        && foretold(view, end);
    // 全年目标, 全年计划
    if let Expr::Point(p) = &draft.expr
        && matches!(p.steps[..], [Step::Whole(_)])
        && draft.tense == Tense::Unknown
    {
        draft.starts = ["目标", "任务", "指标"].iter().any(|w| view.starts_with(end, w));
        // 一季度完成2万亩，占全年任务的三成，比去年同期快: the quarter is compared.
        draft.compared |= draft.starts;
        let ahead =
            ["计划", "预算", "预期", "预测", "预估", "安排", "工作"].iter().any(|w| view.starts_with(end, w));
        if ahead {
            draft.tense = Tense::Future;
        }
    }
    // 下半年会有, 一年内到期的借款
    let may = view.at(end) == '会' && !"议员长所场谈见展计费馆址上后前中社众籍史".contains(view.at(end + 1));
    if draft.tense == Tense::Unknown && may || view.starts_with(end, "到期") {
        draft.tense = Tense::Future;
    }
    // 6月底前完成: a deadline is to come where nothing says otherwise.
    if draft.tense == Tense::Unknown && view.at(end) == '前' && draft.modifier == Some("before") {
        draft.tense = Tense::Future;
    }
}

/// 今年春节在二月，去年则在一月底: the year that stands before a month in the same clause is its year.
fn year_before(view: &View<'_>, start: usize, draft: &mut DateDraft) {
    let Expr::Point(point) = &mut draft.expr else { return };
    if !matches!(point.steps.first(), Some(Step::Month(_))) {
        return;
    }
    let between = |i: &usize| "年则是在于也同样落为都却定原".contains(view.at(*i));
    let year = (start.saturating_sub(5)..start).rev().take_while(between).find(|i| view.at(*i) == '年');
    let offset = match year.filter(|i| i + 1 < start).and_then(|i| i.checked_sub(1)).map(|i| view.at(i)) {
        Some('去') => -1,
        Some('明') => 1,
        Some('今') => 0,
        _ => return,
    };
    point.steps.insert(0, Step::YearOffset(offset));
}

/// 非利息收入升31%, 净利减近四成: the clause tells by how much something has grown or shrunk.
fn grew(view: &View<'_>, end: usize) -> bool {
    let clause = (end..end + REACH).take_while(|i| !matches!(view.at(*i), ',' | '。' | ';' | ' ' | '\0'));
    clause.into_iter().any(|i| {
        let told = i > end + 1
            && "增升降跌减涨挫".contains(view.at(i))
            && !"可将会料望能拟看".contains(view.at(i - 1));
        let near = i + 1 + usize::from("近逾超约至了".contains(view.at(i + 1)));
        told && (view.at(near).is_ascii_digit()
            || matches!(view.classes.get(near), Some(crate::text::class::Class::HanNumeral)))
    })
}

/// Words of weather and of what begins, which a weekday stands before that is still to come.
fn foretold(view: &View<'_>, end: usize) -> bool {
    static WORDS: Words<()> = Words::new(&[
        ("天气", ()),
        ("气温", ()),
        ("变天", ()),
        ("降温", ()),
        ("升温", ()),
        ("回暖", ()),
        ("回温", ()),
        ("转晴", ()),
        ("转雨", ()),
        ("转阴", ()),
        ("转冷", ()),
        ("转凉", ()),
        ("放晴", ()),
        ("有雨", ()),
        ("有雪", ()),
        ("阵雨", ()),
        ("降雨", ()),
        ("雷雨", ()),
        ("高温", ()),
        ("低温", ()),
        ("寒潮", ()),
        ("冷空气", ()),
        ("锋面", ()),
        ("登场", ()),
        ("开跑", ()),
        ("开卖", ()),
        ("开抢", ()),
        ("上路", ()),
        ("开打", ()),
        ("首播", ()),
        ("上映", ()),
        ("截止", ()),
        ("停课", ()),
        ("停班", ()),
        ("补班", ()),
        ("补课", ()),
        ("放假", ()),
        ("休市", ()),
        ("揭晓", ()),
        ("恢复", ()),
        ("开锣", ()),
        ("起跑", ()),
        ("开航", ()),
        ("开演", ()),
        ("开唱", ()),
        ("届满", ()),
        ("到期", ()),
        ("生效", ()),
        ("最旺", ()),
        ("来袭", ()),
    ]);
    let clause =
        (end..end + 10).take_while(|i| !matches!(view.at(*i), ',' | '。' | ';' | '\n' | '\0' | '的'));
    clause.into_iter().any(|i| word(view, i, &WORDS).is_some())
}

/// 将于3月5日 points ahead, 已于12月30日 back; the nearest word of the clause decides.
fn tense_chinese(view: &View<'_>, start: usize, end: usize) -> Tense {
    static AHEAD: Words<()> = Words::new(&[
        ("将", ()),
        ("会于", ()),
        ("会在", ()),
        ("拟", ()),
        ("预计", ()),
        ("计划", ()),
        ("定于", ()),
        ("订于", ()),
        ("定在", ()),
        ("憧憬", ()),
        ("目标", ()),
        ("赶在", ()),
        ("最早", ()),
        ("有望", ()),
        ("预期", ()),
        ("预告", ()),
        ("可望", ()),
        ("力争", ()),
        ("预定", ()),
        ("允诺", ()),
        ("承诺", ()),
        ("最快", ()),
        ("最迟", ()),
        ("届时", ()),
        ("限期", ()),
        ("责令", ()),
        ("务必", ()),
        ("须于", ()),
        ("须在", ()),
        ("应于", ()),
        ("预估", ()),
        ("估计", ()),
        ("预料", ()),
        ("预测", ()),
        ("争取", ()),
        ("打算", ()),
        ("希望", ()),
        ("盼", ()),
        ("有机会", ()),
        ("确保", ()),
        ("力保", ()),
        ("抢抓", ()),
        ("备战", ()),
        ("夺取", ()),
    ]);
    static BACK: Words<()> = Words::new(&[
        ("已", ()),
        ("曾", ()),
        ("了", ()),
        ("称", ()),
        ("表示", ()),
        ("说", ()),
        ("获悉", ()),
        ("报道", ()),
        ("通报", ()),
        ("公布", ()),
        ("同比", ()),
        ("按年", ()),
        ("发布", ()),
        ("举行了", ()),
        ("宣布", ()),
        ("录得", ()),
        ("测得", ()),
        ("接获", ()),
        ("接报", ()),
        ("赶到", ()),
        ("赶抵", ()),
        ("发生", ()),
        ("起火", ()),
        ("送院", ()),
        ("送医", ()),
        ("转送", ()),
        ("获救", ()),
        ("创下", ()),
        ("受控", ()),
        ("急升", ()),
        ("急跌", ()),
        ("重挫", ()),
        ("被捕", ()),
        ("落网", ()),
    ]);
    // 扩建料第三季完成, as Hong Kong writes it
    let matter = "材资原饮塑肥燃意照配调佐颜涂油饲敷香史废辅木石布面物用香奶药茶染填";
    if view.at(start.wrapping_sub(1)) == '料' && start > 1 && !matter.contains(view.at(start - 2)) {
        return Tense::Future;
    }
    let stop = |c: char| matches!(c, '。' | ';' | '!' | '?' | '\n');
    // 上半年净利增逾六成　拟每10股派3元: a space sets the clauses of a headline apart.
    let han = |at: usize| ('\u{4E00}'..='\u{9FFF}').contains(&view.at(at));
    let comma = |at: usize| match view.at(at) {
        ' ' => (han(at.wrapping_sub(1)) || matches!(view.at(at.wrapping_sub(1)), '%' | ')')) && han(at + 1),
        c => matches!(c, ',' | ':'),
    };
    // Before the date, within its clause.
    let mut i = start;
    while i > 0 && start - i < REACH && !stop(view.at(i - 1)) && !comma(i - 1) {
        i -= 1;
    }
    let find = |from: usize, to: usize| -> Option<Tense> {
        for at in (from..to).rev() {
            // 市府会于三月公布, but not a meeting: 调解会于三月召开.
            let subject = "都也还便就则亦才再仍排们他她它我府司局署方段品车";
            if view.at(at) == '会' && !subject.contains(view.at(at.wrapping_sub(1))) {
                continue;
            }
            if view.at(at) == '将'
                && (matches!(view.at(at + 1), '军' | '近' | '士' | '领')
                    // 现将3至6月收支公布如下: what is done to it.
                    || at > 0 && matches!(view.at(at - 1), '上' | '中' | '少' | '名' | '大' | '现' | '兹' | '特'))
            {
                continue;
            }
            if word(view, at, &AHEAD).is_some() {
                return Some(Tense::Future);
            }
            if matches!(view.at(at), '已' | '曾') {
                return Some(Tense::Past);
            }
        }
        None
    };
    if let Some(tense) = find(i, start) {
        return tense;
    }
    // After it, up to the end of the clause; the first comma may be stepped over (3月5日，大会将…).
    let mut commas = 0;
    for at in end..(end + REACH).min(view.chars.len()) {
        let c = view.at(at);
        if stop(c) {
            break;
        }
        if comma(at) {
            commas += 1;
            if commas > 1 || at > end {
                break;
            }
        }
        if word(view, at, &AHEAD).is_some()
            && !(c == '将' && matches!(view.at(at + 1), '军' | '近' | '士' | '领'))
        {
            return Tense::Future;
        }
        if word(view, at, &BACK).is_some() {
            return Tense::Past;
        }
    }
    Tense::Unknown
}
