//! What the country of a text changes: seasons south of the equator, national days and holidays, quarters of accounts.

use super::country::{COUNTRIES, Country, Nation, count};
use crate::document::Document;
use crate::recognize::date::DateDraft;
use crate::recognize::date::draft::{Expr, Point, Step};
use crate::recognize::date::festival::{LABOUR, NATIONAL};
use crate::recognize::{Candidate, Draft};
use crate::span::Span;
use crate::text::names::MONTHS;
use crate::value::calendar::feast::{Feast, HONG_KONG_SPRING, Rule, TAIWAN, TAIWAN_SPRING};
use crate::value::calendar::{Day, day, days_between};

/// The country of a text, as far as its dates depend on it.
#[derive(Debug)]
pub struct Land {
    south: bool,
    nation: Option<Nation>,
    /// Accounts in rupees count their quarters from April.
    india: bool,
    /// The month in which the year of accounts begins, where the text says when a quarter of it ends.
    accounts: Option<u8>,
    /// True where 03/04/2025 is a day of April.
    day_first: bool,
}

/// What else a text has that writes the day before the month in figures.
const DAY_FIRST: &[&str] =
    &["€", "GMT", "BST", "IST", "SAST", "metres", "centre", "programme", "councillor", "per cent"];

/// What a text has that writes the month before the day.
const MONTH_FIRST: &[&str] = &[
    "U.S.",
    "United States",
    "EST",
    "EDT",
    "CST",
    "CDT",
    "MST",
    "MDT",
    "PST",
    "PDT",
    "County",
    "percent",
    "feet",
    "miles",
    "center",
    "Texas",
    "Calif.",
    "California",
    "Florida",
    "Ohio",
    "Washington",
];

/// So many bytes of a text tell its country: what comes after the first pages names no other.
const READ: u32 = 50_000;

impl Land {
    /// Looks a text over once.
    pub fn of(document: &Document, selected: &[Candidate]) -> Self {
        let blocks = || document.blocks().iter().take_while(|b| b.span.start < READ);
        let count =
            |words: &[&str]| -> usize { blocks().map(|b| count(document.slice(b.span), words)).sum() };
        let named = |c: &Country| -> usize { blocks().map(|b| c.mentioned(document.slice(b.span))).sum() };
        let counts: Vec<(usize, &Country)> = COUNTRIES.iter().map(|c| (named(c), c)).collect();
        let all = |such: fn(&Country) -> bool| -> usize {
            counts.iter().filter(|(_, c)| such(c)).map(|(n, _)| n).sum()
        };
        let south = all(|c| c.south);
        let nations = counts.iter().filter(|(n, c)| *n > 1 && c.nation.is_some());
        Self {
            south: south > 1 && south > all(|c| !c.south),
            nation: nations.max_by_key(|(n, _)| *n).and_then(|(_, c)| c.nation),
            india: count(&["₹", "Rs", " crore", " lakh"]) > 2,
            accounts: stated(document, selected),
            day_first: {
                let day = count(DAY_FIRST) + all(|c| c.day_first);
                let signs = day.min(9) as i32 - count(MONTH_FIRST).min(9) as i32;
                signs + 3 * habits(document, selected) > 0
            },
        }
    }

    /// True for a day in figures that could be read with its month first or last: 03/04/2025.
    pub fn two_ways(draft: &DateDraft, text: &str) -> bool {
        let ambiguous = |s: &Step| matches!(s, Step::Day(1..=12));
        text.bytes().take(3).any(|b| b == b'/') && draft.names(ambiguous)
    }

    /// Puts the day before the month where the country does, or where the page appeared on that very day.
    pub fn order(&self, draft: &mut DateDraft, text: &str, published: Option<Day>) {
        let last = text.rsplit(' ').next().unwrap_or_default();
        let zone = |zones: &[&str]| zones.contains(&last);
        let there = zone(&["GMT", "BST", "IST", "AEST", "AEDT", "NZST", "NZDT", "SAST", "HKT", "SGT"]);
        let here = zone(&["EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "ET", "CT", "PT"]);
        each_point(&mut draft.expr, &mut |point| {
            let [Step::Year(y), Step::Month(m), Step::Day(d @ 1..=12), ..] = point.steps[..] else { return };
            let near = |m, d| {
                let found = day(i32::from(y), m, d).zip(published);
                found.is_some_and(|(found, published)| days_between(found, published).abs() <= 1)
            };
            let told = self.day_first && !near(m, d) || near(d, m);
            if (there || told) && !here {
                point.steps.splice(1..3, [Step::Month(d), Step::Day(m)]);
            }
        });
    }

    /// True for a date whose value may depend on the country.
    pub fn matters(draft: &DateDraft) -> bool {
        let code = matches!(&draft.expr, Expr::Point(p) if matches!(p.steps[..], [Step::Quarter(_)]));
        code || draft.fiscal
            || draft.names(|s| {
                matches!(
                    s,
                    Step::Season(_)
                        | Step::SeasonToward(..)
                        | Step::WinterOffset(_)
                        | Step::Feast(..)
                        | Step::FeastToward(..)
                )
            })
    }

    /// Puts a date as this country means it; `text` is how it is written.
    pub fn adapt(&self, draft: &mut DateDraft, text: &str) {
        if let Some(start) = self.accounts.filter(|_| draft.fiscal) {
            draft.fiscal_start = start;
        }
        let said = ["southern", "northern", "austral", "boreal"].iter().any(|w| text.contains(w));
        let coded = text.starts_with(['Q', 'q']);
        each_point(&mut draft.expr, &mut |point| {
            if let [Step::Quarter(n)] = point.steps[..] {
                let start = self.accounts.or((self.india && coded).then_some(4));
                let first = start.map_or(3 * (n - 1), |start| (start - 1 + 3 * (n - 1)) % 12);
                if first.is_multiple_of(3) {
                    point.steps = vec![Step::Quarter(first / 3 + 1)];
                }
            }
            if self.south && !said {
                turn_seasons(point);
            }
            for step in &mut point.steps {
                if let Step::Feast(feast, _) | Step::FeastToward(feast, ..) = step {
                    *feast = self.feast(*feast);
                }
            }
        });
    }

    fn feast(&self, feast: Feast) -> Feast {
        let on = |rule, schedule| Feast { rule, length: 1, schedule };
        match (self.nation, feast.rule) {
            (Some(Nation::Taiwan), Rule::Fixed(10, 1)) => on(Rule::Fixed(10, 10), Some(TAIWAN)),
            (Some(Nation::Singapore), Rule::Fixed(10, 1)) => on(Rule::Fixed(8, 9), None),
            // Father's Day, children's and teachers' day.
            (Some(Nation::Taiwan), Rule::Weekday(6, 7, 3, 0)) => on(Rule::Fixed(8, 8), None),
            (Some(Nation::Taiwan), Rule::Fixed(6, 1)) => on(Rule::Fixed(4, 4), None),
            (Some(Nation::Taiwan), Rule::Fixed(9, 10)) => on(Rule::Fixed(9, 28), None),
            (Some(Nation::Taiwan), Rule::Lunar(1, 1)) => on(feast.rule, Some(TAIWAN_SPRING)),
            (Some(Nation::HongKong), Rule::Lunar(1, 1)) => on(feast.rule, Some(HONG_KONG_SPRING)),
            (Some(Nation::Taiwan), rule) if feast.schedule.is_some() => on(rule, Some(TAIWAN)),
            // Labour Day is a day in September for some and in May for these.
            (Some(Nation::Singapore), Rule::Weekday(9, 1, 1, 0)) => on(LABOUR.rule, None),
            (Some(Nation::China | Nation::HongKong), Rule::Weekday(9, 1, 1, 0)) => LABOUR,
            (Some(Nation::China), rule) if rule == NATIONAL.rule => NATIONAL,
            // Thanksgiving, the August bank holiday, Independence Day, Labour Day, the King's Birthday
            (Some(Nation::Canada), Rule::Weekday(11, 4, 4, 0)) => on(Rule::Weekday(10, 1, 2, 0), None),
            (Some(Nation::Ireland), Rule::Weekday(8, 1, -1, 0)) => on(Rule::Weekday(8, 1, 1, 0), None),
            (Some(Nation::India), Rule::Fixed(7, 4)) => on(Rule::Fixed(8, 15), None),
            (Some(Nation::NewZealand), Rule::Weekday(9, 1, 1, 0)) => on(Rule::Weekday(10, 1, 4, 0), None),
            (Some(Nation::NewZealand), Rule::Weekday(6, 1, 2, 0)) => on(Rule::Weekday(6, 1, 1, 0), None),
            _ => feast,
        }
    }
}

/// How a text writes its other days: above nothing where the day stands before the month (16 September, 16/09/2025).
fn habits(document: &Document, selected: &[Candidate]) -> i32 {
    let habit = |candidate: &Candidate| {
        let Draft::Date(draft) = &candidate.draft else { return 0 };
        if !draft.names(|s| matches!(s, Step::Day(_))) {
            return 0;
        }
        let text = document.slice(candidate.span);
        let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
        let Some(Ok(first)) = numbers.next().filter(|n| n.len() < 3).map(str::parse::<u8>) else { return 0 };
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
        let rest = text.get(at..).unwrap_or_default().trim_start_matches(|c: char| c.is_ascii_digit());
        if rest.starts_with('/') {
            let second = numbers.next().and_then(|n| n.parse::<u8>().ok()).unwrap_or_default();
            return i32::from(first > 12) - i32::from(second > 12);
        }
        // 16 September, 16th September; September 16
        let month = |text: &str| {
            let begins =
                |name: &str| text.get(..3).zip(name.get(..3)).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b));
            MONTHS.iter().any(|name| begins(name))
        };
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_lowercase()).trim_start();
        let before = text.get(..at).unwrap_or_default().trim_end();
        let word = before.rsplit(' ').next().unwrap_or_default();
        i32::from(month(rest)) - i32::from(month(word))
    };
    selected.iter().map(habit).sum()
}

/// A summer in the south is December to February, a winter June to August.
fn turn_seasons(point: &mut Point) {
    let turned = |n: u8| (n + 1) % 4 + 1;
    let steps = match point.steps[..] {
        // This summer runs over the turn of the year, this winter does not.
        [Step::YearOffset(0), Step::Season(2)] => vec![Step::WinterOffset(0)],
        [Step::WinterOffset(0)] => vec![Step::YearOffset(0), Step::Season(2)],
        [Step::WinterOffset(n)] => vec![Step::SeasonToward(2, n)],
        _ => {
            let turn = |step: &Step| match *step {
                Step::Season(n) => Step::Season(turned(n)),
                Step::SeasonToward(n, toward) => Step::SeasonToward(turned(n), toward),
                other => other,
            };
            point.steps.iter().map(turn).collect()
        }
    };
    point.steps = steps;
}

fn each_point(expr: &mut Expr, change: &mut dyn FnMut(&mut Point)) {
    match expr {
        Expr::Point(point) => change(point),
        Expr::Range(a, b) => {
            each_point(a, change);
            each_point(b, change);
        }
        Expr::Since(inner) => each_point(inner, change),
        _ => {}
    }
}

/// The month that the year of accounts begins with, from a quarter and the day that it ended: its third quarter, ended
/// December 31.
fn stated(document: &Document, selected: &[Candidate]) -> Option<u8> {
    let quarter = |draft: &DateDraft| match &draft.expr {
        Expr::Point(point) if point.clock.is_none() => match point.last() {
            Some(Step::Quarter(n)) => Some(n),
            _ => None,
        },
        _ => None,
    };
    let month = |draft: &DateDraft| match &draft.expr {
        Expr::Point(point) => {
            point.steps.iter().find_map(|s| if let Step::Month(m) = s { Some(*m) } else { None })
        }
        _ => None,
    };
    selected.iter().enumerate().find_map(|(i, candidate)| {
        let Draft::Date(first) = &candidate.draft else { return None };
        let (number, next) = (quarter(first)?, selected.get(i + 1)?);
        let gap = Span::new(candidate.span.end, next.span.start.max(candidate.span.end));
        let Draft::Date(last) = &next.draft else { return None };
        let ended = gap.len() < 48 && ["ended", "ending"].iter().any(|w| document.slice(gap).contains(w));
        let start = (month(last).filter(|_| ended)? + 24 - 3 * number) % 12 + 1;
        (start != 1).then_some(start)
    })
}
