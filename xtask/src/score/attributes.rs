//! Attributes of the spans that were found exactly, against gold that gives them.
//!
//! figure: amount (value, or min and max; fractions too), kind, change, basis, bound, approx. date: kind and interval
//! (half-open; without an end, one unit of the start's own precision). organization: kind and canonical name.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Measured;
use super::gold::{Record, Span};

/// Prints right of asked for each attribute, records the shares under `name`, and shows so many of the wrong ones.
pub fn report(records: &[Record], name: &str, measured: &mut Measured, errors: usize) {
    let mut table = BTreeMap::<String, (usize, usize)>::new();
    let mut wrong = Vec::new();
    let mut claimed = BTreeMap::<String, usize>::new();
    for record in records {
        for gold in &record.gold {
            let found = record.predicted.iter().find(|p| p.place() == gold.place() && p.kind == gold.kind);
            let Some(found) = found else { continue };
            for (attribute, want, got) in checks(gold, found) {
                let key = format!("{} {attribute}", gold.kind);
                let cell = table.entry(key.clone()).or_default();
                cell.1 += 1;
                cell.0 += usize::from(want == got);
                if want != got {
                    let quote = record.quote(gold.start, gold.end);
                    wrong.push(format!("  {key:22} {quote}  wanted {want}, got {got}  ({})", record.id));
                }
            }
            for attribute in ["change", "basis"] {
                if gold.kind == "figure" && has(&found.attrs, attribute) && !has(&gold.attrs, attribute) {
                    *claimed.entry(format!("figure {attribute}")).or_default() += 1;
                }
            }
        }
    }
    if table.is_empty() {
        return;
    }
    println!("  attributes of what was found");
    for (key, (right, asked)) in table {
        let share = 100.0 * right as f64 / asked as f64;
        let extra = claimed.get(&key).map(|n| format!("   claimed without gold: {n}")).unwrap_or_default();
        println!("  {key:26} {right:5} of {asked:5}  {share:5.1}{extra}");
        measured.entry(name.to_owned()).or_default().insert(key, share);
    }
    for line in wrong.iter().take(errors) {
        println!("{line}");
    }
}

fn has(attrs: &Value, name: &str) -> bool {
    attrs.get(name).is_some_and(|v| !v.is_null() && v != "" && v != false)
}

/// What is compared: attribute, wanted, got, in a form in which equal means equal.
fn checks(gold: &Span, found: &Span) -> Vec<(&'static str, String, String)> {
    let (want, got) = (&gold.attrs, &found.attrs);
    let mut checks = Vec::new();
    let mut plain = |name: &'static str| {
        if has(want, name) {
            checks.push((name, text(want, name), text(got, name)));
        }
    };
    plain("kind");
    match gold.kind.as_str() {
        "figure" => {
            ["change", "basis", "bound"].into_iter().for_each(&mut plain);
            if ["value", "min", "max"].into_iter().any(|name| want.get(name).is_some()) {
                checks.push(("amount", amount(want), amount(got)));
            }
            if has(want, "approx") {
                checks.push(("approx", "true".into(), has(got, "approx").to_string()));
            }
        }
        "date" => {
            if has(want, "start") && !matches!(text(want, "kind").as_str(), "vague" | "set") {
                checks.push(("interval", interval(want), interval(got)));
            }
        }
        _ => plain("canonical"),
    }
    checks
}

/// An attribute as text, without quotes.
fn text(attrs: &Value, name: &str) -> String {
    match attrs.get(name) {
        None | Some(Value::Null) => "nothing".into(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn amount(attrs: &Value) -> String {
    if has(attrs, "numerator") {
        return number(&format!("{}/{}", text(attrs, "numerator"), text(attrs, "denominator")));
    }
    ["value", "min", "max"].map(|name| number(&text(attrs, name))).join(" ")
}

/// A decimal or a fraction in lowest terms.
fn number(text: &str) -> String {
    let (over, under) = text.split_once('/').unwrap_or((text, "1"));
    let (Some((a, b)), Some((c, d))) = (decimal(over), decimal(under)) else { return text.to_owned() };
    let (Some(mut n), Some(mut m)) = (a.checked_mul(d), b.checked_mul(c)) else { return text.to_owned() };
    let divisor = gcd(n.unsigned_abs(), m.unsigned_abs()).max(1) as i128;
    (n, m) = (n / divisor, m / divisor);
    if m == 1 { n.to_string() } else { format!("{n}/{m}") }
}

/// A plain decimal as a fraction over a power of ten.
fn decimal(text: &str) -> Option<(i128, i128)> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let over = format!("{whole}{part}").parse().ok()?;
    Some((over, 10i128.checked_pow(part.len().try_into().ok()?)?))
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The half-open interval, both ends as minutes-precise text.
fn interval(attrs: &Value) -> String {
    let moment = |name: &str| has(attrs, name).then(|| text(attrs, name));
    let start = moment("start").and_then(|s| Moment::parse(&s));
    let end = match moment("end") {
        Some(end) => Moment::parse(&end).map(|m| m.first()),
        None => start.map(|m| m.next()),
    };
    let shown = |d: Option<jiff::civil::DateTime>| d.map_or("nothing".into(), |d| d.to_string());
    format!("{} to {}", shown(start.map(|m| m.first())), shown(end))
}

/// A date or a time of some precision.
#[derive(Clone, Copy)]
struct Moment {
    at: jiff::civil::DateTime,
    unit: jiff::Unit,
}

impl Moment {
    fn parse(text: &str) -> Option<Moment> {
        use jiff::Unit;
        let text = text.trim_end_matches(['~', '?', '%']).replace('Z', "");
        let (full, unit) = match text.len() {
            4 => (format!("{text}-01-01T00:00:00"), Unit::Year),
            7 => (format!("{text}-01T00:00:00"), Unit::Month),
            10 => (format!("{text}T00:00:00"), Unit::Day),
            13 => (format!("{text}:00:00"), Unit::Hour),
            16 => (format!("{text}:00"), Unit::Minute),
            _ => (text.get(..19)?.to_owned(), Unit::Second),
        };
        Some(Moment { at: full.parse().ok()?, unit })
    }

    fn first(self) -> jiff::civil::DateTime {
        self.at
    }

    /// The first instant after it.
    fn next(self) -> jiff::civil::DateTime {
        use jiff::{Span, Unit};
        let span = match self.unit {
            Unit::Year => Span::new().years(1),
            Unit::Month => Span::new().months(1),
            Unit::Day => Span::new().days(1),
            Unit::Hour => Span::new().hours(1),
            Unit::Minute => Span::new().minutes(1),
            _ => Span::new().seconds(1),
        };
        self.at.saturating_add(span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_amount_and_the_same_interval_compare_equal() {
        for (a, b) in [("40400", "40400.0"), ("2/6", "1/3"), ("0.50", "0.5"), ("-3.10", "-3.1")] {
            assert_eq!(number(a), number(b), "{a} {b}");
        }
        assert_ne!(number("0.5"), number("5"));
        let day = serde_json::json!({"start": "2024-02-29"});
        let same = serde_json::json!({"start": "2024-02-29", "end": "2024-03-01"});
        assert_eq!(interval(&day), interval(&same));
        assert_eq!(
            interval(&serde_json::json!({"start": "2023"})),
            interval(&serde_json::json!({"start": "2023-01-01", "end": "2024"}))
        );
    }
}
