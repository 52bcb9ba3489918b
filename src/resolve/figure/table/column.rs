//! What the heads of a table's columns say: that the numbers below are changes (同比, 漲跌幅), or what unit a row has.

use super::{GAPS, LONGEST, Label, REACH, amount_at, in_brackets};
use crate::annotation::{Basis, Change, Figure, FigureKind, Value};
use crate::document::Document;
use crate::resolve::figure::change;
use crate::text::fold::fold;
use crate::value::decimal::Decimal;

/// The cells of one row that hold changes, and the unit that the row names.
#[derive(Debug)]
pub(super) struct Columns {
    changes: Vec<Changes>,
    unit: Option<Label>,
    /// What the heads of single columns say in brackets, with where the cells begin and end.
    labels: Vec<(usize, usize, Label)>,
    /// The places of brackets whose numbers are changes: （單位：億元；括號為年增率）.
    brackets: Vec<usize>,
}

/// One cell: where it begins and ends in the row, in bytes, and what its head says.
#[derive(Debug)]
struct Changes {
    from: usize,
    to: usize,
    basis: Option<Basis>,
    /// The head says that the numbers are shares: 同比±%, 年增率.
    percent: bool,
}

impl Columns {
    /// Makes a change of a figure that stands below such a head; `place` is counted from the start of the row.
    pub(super) fn change(&self, figure: &mut Figure, place: usize) -> bool {
        let cell = match self.brackets.is_empty() {
            true => self.changes.iter().find(|cell| (cell.from..cell.to).contains(&place)),
            false if self.brackets.contains(&place) => self.changes.first(),
            false => None,
        };
        let Some(cell) = cell else { return false };
        if figure.kind == FigureKind::Count {
            if !cell.percent {
                return false;
            }
            (figure.kind, figure.unit) = (FigureKind::Percent, Some("%".into()));
        }
        let Some(Value::Decimal(value)) = figure.value else { return true };
        figure.change = match value.cmp(&Decimal::ZERO) {
            core::cmp::Ordering::Less => Some(Change::Decrease),
            core::cmp::Ordering::Equal => None,
            core::cmp::Ordering::Greater => Some(Change::Increase),
        };
        figure.basis = figure.change.and(cell.basis);
        true
    }

    /// Whether a label is that of single columns, and says nothing of the others.
    pub(super) fn hold(&self, label: &Label) -> bool {
        self.labels.iter().any(|(_, _, own)| own == label)
    }

    /// The unit that the column's head names, or the row in a cell of its own.
    pub(super) fn unit(&self, place: usize) -> Option<&Label> {
        let own = self.labels.iter().find(|(from, to, _)| (*from..*to).contains(&place));
        own.map(|(_, _, label)| label).or(self.unit.as_ref())
    }
}

/// What the heads above a row say of its cells; nothing for running text.
pub(super) fn of_row(document: &Document, block: usize) -> Option<Columns> {
    let line = |at: usize| document.blocks().get(at).map_or("", |b| document.slice(b.span));
    let row = line(block);
    if !GAPS.iter().any(|gap| row.contains(gap)) || row.chars().count() > LONGEST {
        return None;
    }
    let own = cells(row);
    if own.len() < 2 {
        return None;
    }
    let above = || {
        let lines = (block.saturating_sub(REACH)..block).rev().map(line);
        lines.take_while(|text| text.chars().count() <= LONGEST && !text.ends_with('。'))
    };
    let mut heads = above().map(cells).filter(|heads| {
        // The head of the first column may be empty.
        let fits = heads.len() == own.len() || heads.len() + 1 == own.len();
        let data =
            heads.iter().any(|(_, text)| text.chars().all(|c| c.is_ascii_digit() || "+-−.,%".contains(c)));
        fits && !data && heads.len() > 1 && heads.iter().any(|(_, text)| says(text))
    });
    let Some(heads) = heads.next() else { return bracketed(row, above()) };
    let yearly = a_year_apart(&heads).then_some(Basis::YearOnYear);
    // Counted from the right, where the numbers stand.
    let pairs = || own.iter().rev().zip(heads.iter().rev());
    let changes = pairs().filter(|(_, (_, head))| moved(head)).map(|((from, text), (_, head))| Changes {
        from: *from,
        to: from + text.len(),
        basis: change::of_column(head).or(yearly),
        percent: head.contains(['%', '％', '率', '幅']),
    });
    let unit = pairs().find(|(_, (_, head))| named_unit(head)).and_then(|((_, text), _)| {
        let chars: Vec<char> = text.chars().map(fold).collect();
        amount_at(&chars, 0).filter(|(_, end)| *end == chars.len()).map(|(label, _)| label)
    });
    let labels = pairs().filter(|_| heads.len() == own.len()).filter_map(|((from, text), (_, head))| {
        let label = in_brackets(head).filter(|label| label.kind != FigureKind::Percent)?;
        Some((*from, from + text.len(), label))
    });
    Some(Columns { changes: changes.collect(), unit, labels: labels.collect(), brackets: Vec::new() })
}

/// 2025年上半年　2024年上半年　变动: two columns of the same time, a year apart.
fn a_year_apart(heads: &[(usize, &str)]) -> bool {
    let year = |head: &str| {
        let rest = head.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
        let digits = head.len() - rest.len();
        (digits == 4).then(|| head[..digits].parse::<i32>().ok()).flatten().map(|year| (year, rest))
    };
    let years: Vec<(i32, String)> = heads.iter().filter_map(|(_, head)| year(head)).collect();
    matches!(years.as_slice(), [(new, a), (old, b)] if *new == *old + 1 && a == b)
}

/// A line above the rows says that the numbers in brackets are changes.
fn bracketed<'a>(row: &str, mut above: impl Iterator<Item = &'a str>) -> Option<Columns> {
    let places: Vec<usize> = row.match_indices(['(', '（']).map(|(at, sign)| at + sign.len()).collect();
    let head =
        above.find(|text| text.contains("括号") || text.contains("括號")).filter(|head| moved(head))?;
    let changes = vec![Changes { from: 0, to: row.len(), basis: change::of_column(head), percent: true }];
    (!places.is_empty()).then_some(Columns { changes, unit: None, labels: Vec::new(), brackets: places })
}

/// The cells of a line and where each begins, in bytes.
fn cells(line: &str) -> Vec<(usize, &str)> {
    let mut cells = Vec::new();
    let mut from = 0;
    while from < line.len() {
        let rest = &line[from..];
        let next = GAPS.iter().filter_map(|gap| rest.find(gap)).min().unwrap_or(rest.len());
        let text = rest[..next].trim();
        if !text.is_empty() {
            cells.push((from + rest.find(text).unwrap_or(0), text));
        }
        from += next + rest[next..].chars().next().map_or(1, char::len_utf8);
    }
    cells
}

fn says(head: &str) -> bool {
    moved(head) || named_unit(head) || in_brackets(head).is_some()
}

fn named_unit(head: &str) -> bool {
    matches!(head, "单位" | "單位" | "计量单位" | "計量單位")
}

/// A head of changes; a head with a number of its own (增减3人) is a row.
fn moved(head: &str) -> bool {
    [
        "同比", "环比", "環比", "按年", "按月", "按季", "年增", "月增", "季增", "涨跌", "漲跌", "变幅",
        "變幅", "升跌", "增减", "增減", "涨幅", "漲幅", "升幅", "增速", "YoY", "yoy",
    ]
    .iter()
    .any(|word| head.contains(word))
        || matches!(head, "变动" | "變動" | "增幅")
        || ["change", "chg", "growth", "y/y", "year-on-year"]
            .iter()
            .any(|word| head.to_lowercase().contains(word))
}
