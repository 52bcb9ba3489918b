//! Tables of the prices of shares: Oando N4.61 -4.75%.

use super::{Candidate, Draft, OrganizationDraft, taken};
use crate::annotation::OrganizationKind as Kind;
use crate::document::Document;
use crate::span::Span;
use crate::text::among;

/// Words over such a table.
const HEADS: &str = "gainers losers gainer loser shares stocks stock movers decliners advancers share";
/// A table that begins no sooner below its heading is none.
const NEAR: usize = 2;

/// Adds the names that stand before a price and a change, below a heading that speaks of shares.
pub(super) fn add(document: &Document, candidates: &mut Vec<Candidate>) {
    let text = document.text();
    let mut left = 0;
    let mut start = 0;
    let mut names: Vec<Span> = Vec::new();
    for line in text.split('\n') {
        let headed = || line.split(' ').any(|word| among(HEADS, &word.to_ascii_lowercase()));
        match Some(line).filter(|_| left > 0).and_then(row) {
            Some(name) => {
                left = NEAR;
                names.push(Span::new(start as u32, (start + name.len()) as u32));
            }
            None if (5..60).contains(&line.len()) && line.is_ascii() && headed() => left = NEAR,
            None => left = usize::saturating_sub(left, 1),
        }
        start += line.len() + 1;
    }
    for span in names {
        if !taken(candidates, span) {
            let kind = Some(Kind::Company);
            let draft = OrganizationDraft { kind, confidence: 80, ..Default::default() };
            candidates.push(Candidate { span, draft: Draft::Organization(draft), rule: "quote" });
        }
    }
}

/// The name that begins a row: capitals, then a price and a change in percent.
fn row(line: &str) -> Option<&str> {
    let mut cells = line.trim_end().rsplit([' ', '\t']);
    let (change, price) = (cells.next()?, cells.next()?);
    let change = change.strip_suffix('%')?;
    let signed = change.strip_prefix(['+', '-', '−', '–'])?;
    let number = |cell: &str| {
        cell.contains(|c: char| c.is_ascii_digit())
            && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    };
    let price = price.trim_start_matches(|c: char| !c.is_ascii_digit());
    let rest =
        cells.map(str::len).fold(None, |sum: Option<usize>, n| Some(sum.map_or(n, |sum| sum + n + 1)))?;
    let name = line.get(..rest)?.trim_end_matches([':', ' ']);
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase()) || word == "&";
    let named =
        (3..40).contains(&name.len()) && name.split(' ').all(capital) && !name.contains(char::is_numeric);
    (number(signed) && number(price) && named && !among("All-Share Index Composite Total", name))
        .then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_prices() {
        for (line, name) in [
            ("Oando N4.61 -4.75%", Some("Oando")),
            ("Harvest & Vale $12.10 +2.9%", Some("Harvest & Vale")),
            ("Wellington 2,988 3.1%", None),
            ("rose 12.10 +2.9%", None),
            ("Oando -4.75%", None),
        ] {
            assert_eq!(row(line), name, "{line}");
        }
    }
}
