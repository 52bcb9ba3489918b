//! What the label of a table says of the bare numbers in its rows: 单位：万元, 千港元, (RMB'000), 單位：人.

mod column;

use crate::annotation::{Figure, FigureKind, Value};
use crate::document::Document;
use crate::span::Span;
use crate::text::fold::fold;
use crate::text::numeral;
use crate::value::decimal::Decimal;
use crate::value::{currency, unit};

use column::Columns;

/// How many lines above a row its label is looked for.
const REACH: usize = 40;
/// A line of more characters is running text and no part of a table.
const LONGEST: usize = 90;

/// What one cell's number is multiplied by, and of what it is an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Label {
    /// The power of ten.
    scale: i32,
    kind: FigureKind,
    /// The normalised unit; for money the ISO 4217 code; empty where only a multiplier is named.
    unit: &'static str,
    /// The label as written.
    text: String,
}

/// The labels of a document's tables: that of the row read last is kept.
#[derive(Debug, Default)]
pub(super) struct Labels {
    block: Option<usize>,
    label: Option<Label>,
    columns: Option<Columns>,
}

impl Labels {
    /// Gives a bare number in a row of a table what the label above the rows, or in its own row, says.
    ///
    /// A number below 同比 or 漲跌幅 is a change.
    pub(super) fn settle(&mut self, figure: &mut Figure, document: &Document, span: Span) {
        let bare = figure.kind == FigureKind::Count && figure.unit.is_none();
        if !bare && !matches!(figure.kind, FigureKind::Percent | FigureKind::PercentagePoint) {
            return;
        }
        let block = document.block_at(span.start);
        if self.block != Some(block) {
            self.block = Some(block);
            (self.label, self.columns) = (of_row(document, block), column::of_row(document, block));
        }
        let place = span.start - document.blocks().get(block).map_or(0, |b| b.span.start);
        if let Some(columns) = &self.columns
            && columns.change(figure, place as usize)
        {
            return;
        }
        if !bare {
            return;
        }
        let own = self.columns.as_ref().and_then(|columns| columns.unit(place as usize)).cloned();
        let own = own.or_else(|| direct(document, span));
        let row = self.label.as_ref();
        let row = row.filter(|label| self.columns.as_ref().is_none_or(|columns| !columns.hold(label)));
        let Some(label) = own.as_ref().or(row) else { return };
        let scaled = |d: Decimal| d.shift(label.scale).unwrap_or(d);
        if let Some(Value::Decimal(value)) = &mut figure.value {
            *value = scaled(*value);
        }
        (figure.min, figure.max) = (figure.min.map(scaled), figure.max.map(scaled));
        figure.kind = label.kind;
        if label.unit.is_empty() {
            return;
        }
        figure.unit = Some(label.unit.into());
        figure.unit_text = Some(label.text.clone());
        figure.currency = (label.kind == FigureKind::Money).then_some(label.unit);
    }
}

/// The label that holds for a row of cells; none for running text.
fn of_row(document: &Document, block: usize) -> Option<Label> {
    let line = |at: usize| document.blocks().get(at).map_or("", |b| document.slice(b.span));
    let row = line(block);
    let listed = !has_cells(row);
    if listed && !is_item(row) {
        return None;
    }
    // 每股盈利（港仙）　12.5: the row's own label, before its first number.
    let head = row.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    let own = label(head);
    let above = || {
        (block.saturating_sub(REACH)..block)
            .rev()
            .map(line)
            .take_while(|text| text.chars().count() <= LONGEST && !text.ends_with('。'))
            .find_map(if listed { heading } else { label })
    };
    own.or_else(above)
}

/// Two numbers or more, set apart as cells are.
fn has_cells(row: &str) -> bool {
    let apart = |cells: core::str::Split<'_, &str>| {
        cells.filter(|cell| cell.contains(|c: char| c.is_ascii_digit())).count() > 1
    };
    row.chars().count() <= LONGEST && GAPS.iter().any(|gap| apart(row.split(*gap)))
}

/// 上期结存：83,412.66: a line of a list of sums, which ends with its number.
fn is_item(row: &str) -> bool {
    let number = row.rsplit(['：', ':']).next().unwrap_or_default().trim();
    number.len() < row.len()
        && row.chars().count() <= LONGEST
        && number.chars().any(|c| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || ",.-−".contains(c))
}

/// 一、收入（单位：元）: the label over such a list says that it is one, and ends its line.
fn heading(line: &str) -> Option<Label> {
    let closed = line.ends_with(['）', ')']) && !line.contains(['。', '，']);
    let named = line.contains("单位：") || line.contains("單位：") || line.contains("单位:");
    (closed && named).then(|| label(line)).flatten()
}

/// What sets cells apart.
const GAPS: [&str; 5] = ["\t", "\u{3000}", "  ", "|", "｜"];

/// 營業收入（仟元）：4,218,357: the label stands right before the number.
fn direct(document: &Document, span: Span) -> Option<Label> {
    let head = document.text().get(..span.start as usize)?;
    let head = head.trim_end_matches([':', '：', ' ']);
    let inside = head.strip_suffix(['）', ')'])?;
    let chars: Vec<char> =
        inside.chars().rev().take(12).map(fold).take_while(|c| *c != '(' && *c != '\n').collect();
    let chars: Vec<char> = chars.into_iter().rev().collect();
    amount_at(&chars, 0)
        .filter(|(label, end)| *end == chars.len() && label.scale != 0)
        .map(|(label, _)| label)
}

/// 累計EPS（元）, 標示(L/日): the label in the brackets of a column's head.
fn in_brackets(head: &str) -> Option<Label> {
    let chars: Vec<char> = head.chars().map(fold).collect();
    let from = chars.iter().position(|c| *c == '(')? + 1;
    let (label, end) = amount_at(&chars, from)?;
    matches!(chars.get(end), Some(')' | '/')).then_some(label)
}

/// The label in a line: after 单位, in brackets, or as the whole line of column heads.
fn label(line: &str) -> Option<Label> {
    let chars: Vec<char> = line.chars().map(fold).collect();
    let after = |word: [char; 2]| chars.windows(2).position(|w| w == word).map(|at| at + 2);
    let named = after(['单', '位']).map(|at| at + usize::from(chars.get(at) == Some(&':')));
    let bracketed = chars.iter().enumerate().filter(|(_, c)| **c == '(').map(|(at, _)| at + 1);
    let opened = named.into_iter().chain(bracketed).find_map(|at| {
        let (label, end) = amount_at(&chars, at)?;
        matches!(chars.get(end), None | Some(')' | ' ' | ',' | ';' | '、' | '\t')).then_some(label)
    });
    // 千港元　千港元
    let heads = || {
        let mut labels = line.split_whitespace().map(|word| {
            let chars: Vec<char> = word.chars().map(fold).collect();
            amount_at(&chars, 0).filter(|(label, end)| *end == chars.len() && label.scale != 0)
        });
        let first = labels.next()??.0;
        labels.all(|l| l.is_some_and(|(other, _)| other.unit == first.unit)).then_some(first)
    };
    // $ millions | Q1 2026 | Q1 2025
    let led = || {
        english_at(&chars, 0).filter(|(label, _)| {
            label.scale > 0
                && chars.first().is_some_and(|c| !c.is_ascii_lowercase() && *c != '\'')
                && !label.unit.is_empty()
        })
    };
    opened.or_else(heads).or_else(|| led().map(|(label, _)| label))
}

/// `$ in millions`, `in thousands of dollars`, `£m`, `US$ per kilo`, `'000 head` at a position, up to the bracket or the
/// end of the cell.
fn english_at(chars: &[char], at: usize) -> Option<(Label, usize)> {
    let rest = chars.get(at..)?;
    let length = rest.iter().position(|c| matches!(c, ')' | '|' | '\t')).unwrap_or(rest.len());
    let text: String = rest.iter().take(length.min(LONGEST)).collect();
    let (mut scale, mut code) = (None, "");
    for word in text.split([' ', ',']).filter(|word| !matches!(*word, "" | "in" | "In" | "of")) {
        let (sign, power) = [("'000", 3), ("’000", 3), ("000s", 3), ("000", 3), ("bn", 9), ("m", 6)]
            .into_iter()
            .find_map(|(end, power)| Some((word.strip_suffix(end)?, Some(power))))
            .unwrap_or((word, None));
        let sign: Vec<char> = sign.chars().collect();
        let money = currency::sign_before(&sign, sign.len()).filter(|(_, from)| *from == 0);
        let named = || {
            let word: Vec<char> = word.chars().collect();
            currency::english_at(&word, 0).filter(|(_, end)| *end == word.len())
        };
        match (word, money) {
            (_, Some((currency, _))) if code.is_empty() => (code, scale) = (currency.code, power.or(scale)),
            ("thousands" | "thousand" | "'000" | "’000" | "000s" | "Thousands", _) => scale = Some(3),
            ("millions" | "million" | "Millions", _) => scale = Some(6),
            ("billions" | "billion" | "bn" | "Billions", _) => scale = Some(9),
            _ if scale.is_some() && code.is_empty() => {
                code = named().map_or("", |(currency, _)| currency.code);
                break;
            }
            _ => break,
        }
    }
    let kind = if code.is_empty() { FigureKind::Count } else { FigureKind::Money };
    let known = scale.is_some() || !code.is_empty();
    known.then_some((Label { scale: scale.unwrap_or(0), kind, unit: code, text }, at + length))
}

/// 万元, 人民币百万元, 千港元, 亿美元, HK$'000, 万人 at a position, and where it ends.
fn amount_at(chars: &[char], at: usize) -> Option<(Label, usize)> {
    let text = |end: usize| chars.get(at..end).unwrap_or_default().iter().collect::<String>();
    let money = |scale: i32, code: &'static str, end: usize| {
        let label = Label { scale, kind: FigureKind::Money, unit: code, text: text(end) };
        Some((label, end))
    };
    // RMB'000
    let quote = (at + 1..chars.len().min(at + 6)).find(|&i| matches!(chars[i], '\'' | '’' | '‘'));
    if let Some(quote) = quote.filter(|&i| chars.get(i + 1..i + 4) == Some(&['0'; 3])) {
        let (sign, from) = currency::sign_before(chars, quote)?;
        return if from == at { money(3, sign.code, quote + 4) } else { None };
    }
    // 人民币万元: the currency before the multiplier.
    let multiplies = |p: usize| {
        let c = *chars.get(p)?;
        numeral::chinese::small_unit(c).or_else(|| numeral::chinese::large_unit(c))
    };
    let prefix = currency::chinese_at(chars, at).filter(|(_, end)| multiplies(*end).is_some());
    let mut p = prefix.map_or(at, |(_, end)| end);
    let mut scale = 0;
    // 亿千瓦时: 千 belongs to the unit.
    let named = |p: usize| unit::chinese_at(chars, p).is_some_and(|(_, end)| end > p + 1);
    while let Some(power) = multiplies(p).filter(|_| !named(p)) {
        scale += power;
        p += 1;
    }
    if let Some((found, end)) = currency::chinese_at(chars, p) {
        let code = prefix.filter(|_| found.name == "元").map_or(found.code, |(before, _)| before.code);
        return money(scale - found.places, code, end);
    }
    if p == at && matches!(chars.get(at), Some('%')) {
        let label = Label { scale: 0, kind: FigureKind::Percent, unit: "%", text: text(at + 1) };
        return Some((label, at + 1));
    }
    if let Some(found) = english_at(chars, at) {
        return Some(found);
    }
    // In alphabetical order: no inches
    let symbol = || unit::symbol_at(chars, p).filter(|(unit, _)| unit.name != "in");
    let (found, end) = unit::chinese_at(chars, p).or_else(symbol)?;
    let plain = matches!(found.kind, FigureKind::Count | FigureKind::Measure | FigureKind::Temperature);
    let label = Label { scale, kind: found.kind, unit: found.symbol, text: text(end) };
    plain.then_some((label, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_tables() {
        for (line, expected) in [
            ("单位：万元", Some((4, "CNY"))),
            ("（單位：新台幣億元）", Some((8, "TWD"))),
            ("附表：营收（人民币百万元）", Some((6, "CNY"))),
            ("千港元　　千港元", Some((3, "HKD"))),
            ("RMB'000  RMB'000", Some((3, "CNY"))),
            ("各区人口（万人）", Some((4, "person"))),
            ("每股盈利（港仙）", Some((-2, "HKD"))),
            ("单位名称", None),
            ("股份代號（00700）", None),
            ("区域　套数　均价", None),
            ("Results ($ in millions, unaudited)", Some((6, "USD"))),
            ("Results (in thousands of euros)", Some((3, "EUR"))),
            ("Auction prices (US$ per kilo)", Some((0, "USD"))),
            ("£m | 2024 | 2025", Some((6, "GBP"))),
            ("Birds counted ('000 pairs)", Some((3, ""))),
            ("Names (in alphabetical order)", None),
            ("Height (in feet)", None),
        ] {
            let found = label(line);
            assert_eq!(found.as_ref().map(|l| (l.scale, l.unit)), expected, "{line}");
        }
    }
}
