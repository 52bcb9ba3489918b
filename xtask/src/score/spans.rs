//! Exact and relaxed precision and recall of spans.
//!
//! Exact: start, end and type agree. Relaxed: an overlap with a span of the type. Optional gold spans are neither missed
//! nor rewarded.

use std::collections::{BTreeMap, BTreeSet};

use super::gold::{Record, Span};

/// Counts of one type.
#[derive(Default)]
pub struct Counts {
    gold: usize,
    predicted: usize,
    right: usize,
    overlapping: usize,
    judged: usize,
    found: usize,
}

/// Precision, recall and their harmonic mean, 0 to 1.
pub struct Rates {
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
}

impl Counts {
    /// Exact spans.
    pub fn exact(&self) -> Rates {
        rates(self.right, self.predicted, self.right, self.gold)
    }

    /// Overlapping spans.
    pub fn relaxed(&self) -> Rates {
        rates(self.overlapping, self.judged, self.found, self.gold)
    }

    pub fn print(&self, lang: &str, kind: &str) {
        let exact = self.exact();
        println!(
            "  {lang:4} {kind:13} {:6} {:6} {:6}   {:6.2} {:6.2} {:6.2}   {:6.2}",
            self.gold,
            self.predicted,
            self.right,
            100.0 * exact.precision,
            100.0 * exact.recall,
            100.0 * exact.f1,
            100.0 * self.relaxed().f1,
        );
    }

    fn add(&mut self, record: &Record, kind: &str) {
        let of_kind = |spans: &[Span], optional: bool| -> Vec<Span> {
            let mut seen = BTreeSet::new();
            let wanted = spans.iter().filter(|s| s.kind == kind && s.optional == optional);
            wanted.filter(|s| seen.insert(s.place())).cloned().collect()
        };
        let must = of_kind(&record.gold, false);
        let may = of_kind(&record.gold, true);
        let mut got = of_kind(&record.predicted, false);
        got.retain(|p| !may.iter().any(|m| m.place() == p.place()));
        self.gold += must.len();
        self.predicted += got.len();
        self.right += got.iter().filter(|p| must.iter().any(|m| m.place() == p.place())).count();
        self.found += must.iter().filter(|m| got.iter().any(|p| m.overlaps(p))).count();
        for span in &got {
            let hit = must.iter().any(|m| m.overlaps(span));
            if hit || !may.iter().any(|m| m.overlaps(span)) {
                self.judged += 1;
                self.overlapping += usize::from(hit);
            }
        }
    }
}

fn rates(right: usize, predicted: usize, found: usize, gold: usize) -> Rates {
    let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    let (precision, recall) = (share(right, predicted), share(found, gold));
    let sum = precision + recall;
    Rates { precision, recall, f1: if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum } }
}

/// Counts by type.
pub fn count(records: &[&Record], only: Option<&str>) -> BTreeMap<String, Counts> {
    let mut counts = BTreeMap::<String, Counts>::new();
    for record in records {
        let kinds: BTreeSet<&str> =
            record.gold.iter().chain(&record.predicted).map(|s| s.kind.as_str()).collect();
        for kind in kinds.into_iter().filter(|kind| only.is_none_or(|only| only == *kind)) {
            counts.entry(kind.to_owned()).or_default().add(record, kind);
        }
    }
    counts
}

pub fn print_header() {
    println!("  lang type            gold   pred  right        P      R     F1   relaxed F1");
}

/// Shows every missed and wrong span of so many records, in its context.
pub fn print_errors(records: &[Record], only: Option<&str>, limit: usize) {
    let wanted = |span: &&Span| only.is_none_or(|only| only == span.kind);
    let same = |a: &Span, b: &Span| a.place() == b.place() && a.kind == b.kind;
    let mut shown = 0;
    for record in records {
        let missed = record
            .gold
            .iter()
            .filter(wanted)
            .filter(|g| !g.optional && !record.predicted.iter().any(|p| same(g, p)));
        let wrong =
            record.predicted.iter().filter(wanted).filter(|p| !record.gold.iter().any(|g| same(g, p)));
        let mut rows: Vec<(&Span, &str)> =
            missed.map(|s| (s, "missed")).chain(wrong.map(|s| (s, "wrong "))).collect();
        if rows.is_empty() {
            continue;
        }
        if shown == limit {
            break;
        }
        shown += 1;
        rows.sort_by_key(|(span, _)| span.place());
        println!("\n{}", record.id);
        for (span, what) in rows {
            let before = record.quote(span.start.saturating_sub(14), span.start);
            let after = record.quote(span.end, (span.end + 14).min(record.text.len()));
            let context =
                format!("{before}【{}】{after}", record.quote(span.start, span.end)).replace('\n', "⏎");
            println!("  {what} {:12} {context}", span.kind);
        }
    }
}
