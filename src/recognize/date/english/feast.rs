//! Feasts by their English names: Christmas Eve, last Easter, the Labor Day weekend.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Point, Step};
use crate::recognize::date::festival::ENGLISH;

/// For each first letter of a feast's name, a bit for each second letter.
static BEGINNINGS: [u32; 26] = {
    let (mut out, mut i) = ([0; 26], 0);
    while i < ENGLISH.len() {
        let name = ENGLISH[i].0.as_bytes();
        out[(name[0] - b'a') as usize] |= 1 << (name[1] & 31);
        i += 1;
    }
    out
};

/// Whether a name begins with these two characters, whatever their case: most words are told from feasts by them.
fn begins(first: char, second: char) -> bool {
    let row = (first.to_ascii_lowercase() as usize).wrapping_sub('a' as usize);
    BEGINNINGS.get(row).is_some_and(|bits| bits >> (second as u32 & 31) & 1 == 1)
}

impl Reader<'_> {
    /// Reads a feast: Christmas, St Patrick's Day, the Easter weekend, Thanksgiving 2013.
    pub fn feast(&self, i: usize) -> Found<Point> {
        let the = self.is(i, Word::The);
        let j = i + usize::from(the);
        let lower = !self.capital(j);
        // In lower case only names that begin with a word of their own.
        if lower
            && !matches!(self.word(j), Some(Word::Feast | Word::Season(_) | Word::Edge(_) | Word::Ordinal(4)))
        {
            return None;
        }
        const COMMON: [&str; 11] = [
            "family",
            "civic",
            "king",
            "kings",
            "queen",
            "republic",
            "youth",
            "heritage",
            "freedom",
            "hungry",
            "international",
        ];
        if lower && COMMON.iter().any(|w| self.spells(j, w)) {
            return None;
        }
        let start = self.token(j)?.start;
        if !begins(self.view.at(start), self.view.at(start + 1)) {
            return None;
        }
        // The words from here on, lower-cased, apostrophes dropped.
        let mut text = String::with_capacity(64);
        let mut ends: Vec<(usize, usize)> = Vec::with_capacity(9);
        let mut k = j;
        while k < j + 9 && text.len() < 30 {
            let Some(token) = self.token(k) else { break };
            match token.kind {
                Kind::Mark('\'' | '’') => {}
                Kind::Mark('.')
                    if self.spells(k.wrapping_sub(1), "st") || self.spells(k.wrapping_sub(1), "jr") => {}
                Kind::Mark('-') => text.push('-'),
                Kind::Mark(_) => break,
                _ => {
                    if token.spaced && k > j {
                        text.push(' ');
                    }
                    text.extend(
                        self.view
                            .chars
                            .get(token.start..token.end)
                            .unwrap_or_default()
                            .iter()
                            .map(char::to_ascii_lowercase),
                    );
                    ends.push((text.len(), k + 1));
                }
            }
            k += 1;
        }
        // St Patrick's weekend goes without its day.
        let short = |name: &'static str| {
            let stem = name
                .strip_suffix(" day")
                .filter(|stem| stem.ends_with('s') || matches!(*stem, "labour" | "anzac"))?;
            let after = text.strip_prefix(stem).filter(|_| !stem.contains("year"))?;
            (after.starts_with(" weekend") || after.starts_with(" holiday") || after.starts_with(" week"))
                .then_some(stem)
        };
        let (name, feast) = ENGLISH.iter().find_map(|(name, feast)| {
            let name = Some(*name).filter(|name| text.starts_with(name)).or_else(|| short(name))?;
            ends.iter().any(|(length, _)| *length == name.len()).then_some((name, feast))
        })?;
        let mut end = ends.iter().find(|(length, _)| *length == name.len())?.1;
        let mut whole = false;
        let off =
            self.is(end, Word::Holiday) || the && (self.spells(end, "break") || self.is(end, Word::Period));
        let long = self.spells(end, "long") && self.is(end + 1, Word::Weekend);
        end += usize::from(long);
        if off || self.is(end, Word::Weekend) || self.spells(end, "weekend") {
            whole = true;
            end += 1;
        } else if self.spells(end, "week") {
            // Thanksgiving week
            end += 1;
        } else if the && name != "new year" && !name.ends_with("holiday") {
            return None;
        }
        let week = self.spells(end - 1, "week");
        // In lower case only names that are no other words, and never the flag day of a list.
        if lower
            && [
                "flag day",
                "earth day",
                "may day",
                "ashura",
                "national day",
                "election day",
                "inauguration day",
                "all saints day",
                "all souls day",
                "new year",
            ]
            .contains(&name)
        {
            return None;
        }
        let refused = self.capital(end)
            && !lower
            && !self.is(end, Word::Eve)
            && matches!(self.token(end).map(|t| t.kind), Some(Kind::Other))
            || self.spells(end, "island")
            || self.mark(end, '-') && self.joined(end);
        if refused {
            return None;
        }
        let mut point = Point::default();
        if let Some((e, year)) = self.year_after(end).filter(|_| !self.mark(end, ',')) {
            point.steps.push(year);
            end = e;
        } else if let Some((e, step)) =
            self.year_phrase(end).filter(|_| !matches!(self.word(end), Some(Word::The)))
        {
            point.steps.push(step);
            end = e;
        }
        point.steps.push(Step::Feast(*feast, whole));
        if week {
            point.steps.push(Step::WeekOf);
        }
        if whole && self.spells(end - 1, "weekend") {
            // The weekend that holds it.
            point.steps.pop();
            point.steps.push(Step::Feast(*feast, false));
            point.steps.push(Step::Weekend);
        }
        Some((end, point))
    }
}
