//! Figures: values, and what the clause says of them.

mod change;
mod clause;
mod counted;
mod currency;
mod sum;
mod table;

use crate::annotation::{Basis, Bound, Change, Date, Figure, FigureKind, Value};
use crate::document::Document;
use crate::recognize::figure::{Amount, FigureDraft};
use crate::recognize::{Candidate, Draft};
use crate::span::Span;
use crate::text::{has, head};
use crate::value::unit;

use clause::Clause;

/// Resolves every figure among `selected`, in reading order; one entry a figure. `dates` are the resolved dates of the
/// same list, one entry a date.
pub fn resolve(document: &Document, selected: &[Candidate], dates: &[Box<Date>]) -> Vec<Box<Figure>> {
    let mut out: Vec<Box<Figure>> = Vec::new();
    let mut dates = dates.iter();
    // The last date and the last figure of the sentence that is being read.
    let mut date: Option<Anchor<'_>> = None;
    let mut previous: Option<Span> = None;
    let mut sentence = usize::MAX;
    let mut told = Told::default();
    let mut home = currency::Home::default();
    let mut labels = table::Labels::default();
    for (id, candidate) in selected.iter().enumerate() {
        let here = document.sentence_at(candidate.span.start);
        if here != sentence {
            (sentence, date, previous) = (here, None, None);
        }
        match &candidate.draft {
            Draft::Date(_) => {
                if let Some(resolved) = dates.next() {
                    date = Some(Anchor { id: id as u32, span: candidate.span, date: resolved });
                }
            }
            Draft::Figure(draft) => {
                let mut figure = valued(document, draft);
                home.settle(&mut figure, document, document.slice(candidate.span));
                labels.settle(&mut figure, document, candidate.span);
                let clause = Clause::around(document, candidate.span, previous);
                if sum::is_sum(&figure, document.slice(candidate.span), &clause) {
                    let code = home.code(document);
                    figure.kind = FigureKind::Money;
                    (figure.unit, figure.currency) = (Some(code.into()), Some(code));
                }
                points(&mut figure, &clause);
                drawn(&mut figure, &clause);
                // An index, an average: what has decimals and no unit counts nothing.
                let counted = |value: &Value| !matches!(value, Value::Decimal(d) if d.integer().is_none());
                if figure.kind == FigureKind::Count
                    && figure.unit.is_none()
                    && !plural(&clause)
                    && !figure.value.as_ref().is_none_or(counted)
                {
                    figure.kind = FigureKind::Other;
                }
                describe(&mut figure, &clause, candidate.span, date.as_ref(), document);
                if let Some((span, before)) = previous.zip(out.last()) {
                    listed(
                        &mut figure,
                        before,
                        document.slice(Span::new(span.end, candidate.span.start)),
                        &clause,
                    );
                }
                told.settle(&mut figure, &clause, document.block_at(candidate.span.start));
                previous = Some(candidate.span);
                out.push(Box::new(figure));
            }
            _ => {}
        }
    }
    out
}

/// 83.2 overs, 1½ games: decimals that count nevertheless.
fn plural(clause: &Clause) -> bool {
    let word: String = clause.after.iter().skip(1).take_while(|c| c.is_ascii_lowercase()).collect();
    let things = [
        "overs", "games", "goals", "innings", "laps", "rounds", "sets", "runs", "rebounds", "assists",
        "wickets",
    ];
    clause.after.first() == Some(&' ') && things.contains(&word.as_str())
}

/// What the changes of a paragraph were last said to be measured against.
#[derive(Default)]
struct Told {
    block: usize,
    basis: Option<Basis>,
}

impl Told {
    /// 同比增长21.3%；财政收入9.1亿元，增长30.6%: what a bulletin says of its first rate holds for those that follow;
    /// the month or quarter before is named again where it is meant again.
    fn settle(&mut self, figure: &mut Figure, clause: &Clause, block: usize) {
        if block != self.block {
            *self = Self { block, basis: None };
        }
        let share = matches!(
            figure.kind,
            FigureKind::Percent | FigureKind::Fraction | FigureKind::Multiple | FigureKind::PercentagePoint
        );
        if figure.change.is_none() || !share {
            return;
        }
        match figure.basis {
            None if !change::compared(clause) => figure.basis = self.basis,
            Some(Basis::YearOnYear) => self.basis = figure.basis,
            Some(Basis::MonthOnMonth | Basis::QuarterOnQuarter) => self.basis = self.basis.or(figure.basis),
            _ => {}
        }
    }
}

/// A date that figures of its sentence lean on.
struct Anchor<'a> {
    id: u32,
    span: Span,
    date: &'a Date,
}

/// What the expression says by itself.
fn valued(document: &Document, draft: &FigureDraft) -> Figure {
    let mut figure = Figure {
        kind: draft.kind,
        unit: draft.unit.clone(),
        unit_norm: draft.unit.as_deref().and_then(unit::plain_name),
        unit_text: draft.unit_text.map(|span| document.slice(span).to_owned()),
        currency: draft.currency,
        approx: draft.approx,
        bound: draft.bound,
        change: draft.change,
        ..Figure::default()
    };
    match &draft.amount {
        Amount::Unknown => {}
        Amount::Exact(value) => figure.value = Some(Value::Decimal(*value)),
        Amount::Range(min, max) => (figure.min, figure.max) = (Some(*min), Some(*max)),
        Amount::UpTo(max) => figure.max = Some(*max),
        Amount::Fraction(n, d) => figure.value = Some(Value::Fraction(*n, *d)),
        Amount::Ratio(text) => figure.value = Some(Value::Ratio(text.clone())),
    }
    figure
}

/// Points of a poll, of a match or of an index.
fn points(figure: &mut Figure, clause: &Clause) {
    let latin = figure.unit_text.as_deref().is_some_and(str::is_ascii);
    if figure.kind != FigureKind::Measure || figure.unit.as_deref() != Some("{point}") || !latin {
        return;
    }
    let words = clause::lower(&clause.sentence, 60) + &clause::lower(&clause.rest, 60);
    let said = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if said(&["index", "dow ", "nasdaq", "shares", "stocks", "sensex", "futures", "ftse", "nikkei", "s&p"]) {
        return;
    }
    if said(&["%", "per cent", "percent", "poll", "survey"]) {
        (figure.kind, figure.unit) = (FigureKind::PercentagePoint, Some("pp".into()));
    } else if said(&[
        "season",
        "game",
        "league",
        "goal",
        "rebound",
        "beat",
        "win",
        "won ",
        "scored",
        "team",
        "playoff",
        "title race",
        "victory",
        "loss",
        "coach",
        "quarter",
        "halftime",
        "assists",
        "saturday",
        "sunday",
    ]) {
        figure.kind = FigureKind::Score;
    }
}

/// Lotto: 4, 11, 19, 27; 开奖号码: numbers that were drawn count nothing.
fn drawn(figure: &mut Figure, clause: &Clause) {
    if figure.kind != FigureKind::Count || figure.unit.is_some() {
        return;
    }
    let small = matches!(figure.value, Some(Value::Decimal(d)) if d.integer().is_some_and(|n| n < 100));
    if !small {
        return;
    }
    let near = clause::lower(&clause.sentence, 60);
    let numbers =
        ["lotto", "winning numbers", "lottery numbers", "powerball", "开奖号码", "中奖号码", "獎號", "奖号"];
    if numbers.iter().any(|word| near.contains(word)) {
        figure.kind = FigureKind::Other;
    }
}

/// What the words around it say.
fn describe(
    figure: &mut Figure,
    clause: &Clause,
    span: Span,
    date: Option<&Anchor<'_>>,
    document: &Document,
) {
    figure.consecutive = clause.consecutive();
    figure.bound = figure.bound.or_else(|| bounded(clause));
    figure.when = date.map(|anchor| anchor.id);
    if figure.kind != FigureKind::Ordinal && figure.change.is_none() {
        let head = document.text().get(..span.start as usize).unwrap_or_default();
        figure.change = change::direction(clause, figure, document.slice(span), head);
    }
    if figure.change.is_some() && figure.basis.is_none() {
        let published = || document.dateline().map(|line| i64::from(line.published.year()));
        let named = || date.and_then(|anchor| anchor.date.start.as_deref()?.get(..4)?.parse().ok());
        figure.basis = change::basis(clause, || named().or_else(published));
    }
    if figure.kind == FigureKind::Ordinal || figure.max.is_some() {
        figure.scope = counted::scope(clause);
    }
    figure.of = counted::noun(clause, figure).map(|noun| clause::as_written(document, span, noun));
    let totals = matches!(figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Measure);
    if figure.basis.is_none() && figure.change.is_none() && totals {
        cumulative(figure, clause, date, document);
    }
}

/// 至少要等三天, 最多可打900剂: a verb of a few characters stands between the adverb and its number.
fn bounded(clause: &Clause) -> Option<Bound> {
    let own = &clause.own[clause.own.len() - clause.own.len().min(7)..];
    if !own.iter().any(|c| matches!(c, '少' | '多' | '码')) {
        return None;
    }
    let adverbs = [
        ("至少", Bound::AtLeast),
        ("最少", Bound::AtLeast),
        ("起码", Bound::AtLeast),
        ("至多", Bound::AtMost),
        ("最多", Bound::AtMost),
        ("顶多", Bound::AtMost),
    ];
    let (at, bound) = adverbs.iter().find_map(|(word, bound)| Some((clause::find(own, word)?, *bound)))?;
    let verb = own.get(at + 2..)?;
    let plain = verb.iter().all(|c| ('一'..='鿿').contains(c) && !has("的是达为到者时日天年月一", *c));
    (plain && !verb.is_empty()).then_some(bound)
}

/// 累计, or 自2021年9月以来 earlier in the sentence: a total, and since when.
fn cumulative(figure: &mut Figure, clause: &Clause, date: Option<&Anchor<'_>>, document: &Document) {
    let since = date.filter(|anchor| {
        let after = document.text().get(anchor.span.end as usize..).unwrap_or_default();
        let text = document.slice(anchor.span);
        // 自2021年启动以来: what began then may stand between.
        let rest = head(after, 24).split(['，', ',', '。', '；', '\n']).next().unwrap_or_default();
        ["以来", "以來", "至今"].iter().any(|word| text.ends_with(word))
            || ["以来", "以來"].iter().any(|word| rest.contains(word))
            || anchor.date.modifier == Some("since")
                && (told(document, anchor.span, "since ")
                    || clause::ends_with(&clause.before, " to ") && told(document, anchor.span, "from "))
    });
    // 累计浏览人次:28,604
    let label: Vec<char> =
        clause.sentence.iter().copied().skip(clause.sentence.len().saturating_sub(12)).collect();
    let labelled = clause.before.is_empty() && label.ends_with(&[':']) && clause::has(&label, "累计");
    if clause.before_has("累计") || labelled || since.is_some_and(|anchor| anchor.date.start.is_some()) {
        figure.basis = Some(Basis::Cumulative);
    }
    if let Some(anchor) = since.filter(|_| figure.basis.is_some()) {
        let edtf = anchor.date.edtf.as_deref().or(anchor.date.start.as_deref());
        figure.since =
            edtf.and_then(|edtf| edtf.split('/').next()).filter(|edtf| !edtf.is_empty()).map(str::to_owned);
    }
}

/// Whether a word stands before a date: since 2019; from 2019 tells less.
fn told(document: &Document, span: Span, word: &str) -> bool {
    let before = document.text().get(..span.start as usize).unwrap_or_default();
    before.len() >= word.len()
        && before.is_char_boundary(before.len() - word.len())
        && before[before.len() - word.len()..].eq_ignore_ascii_case(word)
}

/// Grew 2% this year and 3% next year, 18% year-on-year and 5% quarter-on-quarter: when, and the next.
fn again(between: &str) -> bool {
    let Some(words) = between.strip_prefix(' ').and_then(|rest| rest.strip_suffix(" and ")) else {
        return false;
    };
    let led = [
        "this ",
        "last ",
        "next ",
        "in ",
        "year-on-year",
        "year on year",
        "on the ",
        "from ",
        "among ",
        "for ",
    ];
    words.len() < 28 && led.iter().any(|word| words.starts_with(word)) && !words.contains([',', ';'])
}

/// 分别增长21%和13%: what holds of the first holds of the second.
fn listed(figure: &mut Figure, before: &Figure, between: &str, clause: &Clause) {
    let tail = between.trim_end_matches(['为', '為', '达', '達', '约', '約']);
    let rate = ["，增幅", "，降幅", "，升幅", "，涨幅", "，漲幅", "，跌幅"].contains(&tail);
    // 比去年增加45人，增幅5.9%: the same change as a share.
    if rate && figure.kind == FigureKind::Percent && before.change.is_some() {
        let fell = tail.ends_with(['降', '跌']) || tail.contains(['降', '跌']);
        figure.change = figure.change.or(Some(if fell { Change::Decrease } else { Change::Increase }));
        figure.basis = figure.basis.or(before.basis);
        return;
    }
    // 按年下滑2.1%，其中小贩摊位跌3.4%: a part of it.
    if between.starts_with("，其中") && !between.contains(['。', '；']) && figure.change.is_some() {
        let alike = figure.kind == before.kind && before.change.is_some();
        figure.basis = figure.basis.or(before.basis.filter(|_| alike));
    }
    let joined = matches!(
        between,
        "、" | "和" | "及" | "与" | "與" | ",和" | " and " | ", " | " or " | "或" | ", or " | "，或" | "、或"
    ) || again(between);
    let share = |kind| matches!(kind, FigureKind::Percent | FigureKind::Fraction | FigureKind::Multiple);
    // 升283点或1.19%: the same change in other words.
    let same = figure.kind == before.kind
        || share(figure.kind) && (share(before.kind) || matches!(between, "或" | " or " | ", or " | "，或"));
    if joined && same && figure.change.is_none() {
        figure.change = before.change;
        // down 4 cents from January and 21 cents from a year ago
        let own = before.change.and_then(|_| change::basis(clause, || None));
        figure.basis = own.or(figure.basis).or(before.basis);
    }
}
