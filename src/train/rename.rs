//! Other names for organizations, so that the tagger learns where a name stands and how it is built, not which it is.

use super::learner::Random;
use crate::options::Lang;

/// Makes names from lists.
#[derive(Debug)]
pub struct Renamer {
    lang: Lang,
    /// Names of companies.
    companies: Vec<String>,
    /// Places.
    places: Vec<String>,
    /// Words at the end of companies' names.
    trades: Vec<String>,
    random: Random,
}

/// What ends the names of Chinese bodies that are no companies.
const BODIES: &str = "委府局部厅院会署处办校学队社报网台所关室馆心团组盟党行军司国中库";

impl Renamer {
    /// A renamer with a seed.
    pub fn new(
        lang: Lang,
        companies: Vec<String>,
        places: Vec<String>,
        trades: Vec<String>,
        seed: u64,
    ) -> Self {
        Self { lang, companies, places, trades, random: Random(seed) }
    }

    /// Another name for an organization, or `None` to leave it.
    pub fn rename(&mut self, name: &str) -> Option<String> {
        match self.lang {
            Lang::Zh => self.chinese(name),
            Lang::En => self.english(name),
        }
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.random.draw() % 100 < percent
    }

    fn pick(&mut self, list: fn(&Self) -> &Vec<String>) -> Option<String> {
        let n = list(self).len() as u64;
        let k = if n == 0 { 0 } else { self.random.draw() % n };
        list(self).get(k as usize).cloned()
    }

    fn chinese(&mut self, name: &str) -> Option<String> {
        let count = name.chars().count();
        if name.is_ascii() || count < 2 {
            return None;
        }
        if name.ends_with("有限公司") || name.ends_with("集团") || name.ends_with("公司") {
            let brand = self.brand()?;
            let place = if self.chance(50) { self.pick(|r| &r.places)? } else { String::new() };
            let trade = if self.chance(80) { self.pick(|r| &r.trades)? } else { String::new() };
            let mut end = ["有限公司", "股份有限公司", "有限责任公司", "集团", "公司", "集团有限公司"]
                .into_iter()
                .filter(|end| name.ends_with(end))
                .max_by_key(|end| end.len())?
                .to_owned();
            if end == "公司" && self.chance(30) {
                end = "分公司".to_owned();
            }
            return Some(match self.random.draw() % 4 {
                0 if !place.is_empty() => format!("{brand}({place}){trade}{end}"),
                _ => format!("{place}{brand}{trade}{end}"),
            });
        }
        // Another place for a public body.
        for take in [3, 2] {
            let head: String = name.chars().take(take).collect();
            if count > take && self.places.contains(&head) {
                let rest: String = name.chars().skip(take).collect();
                let kind = head.chars().last()?;
                let other = (0..20).find_map(|_| {
                    self.pick(|r| &r.places)
                        .filter(|p| p.ends_with(kind) || take == 2 && p.chars().count() == 2)
                });
                return other.map(|place| format!("{place}{rest}"));
            }
        }
        if name.chars().last().is_some_and(|c| BODIES.contains(c)) || count > 8 {
            return None;
        }
        // A company without a legal form.
        let brand = self.brand()?;
        Some(match self.random.draw() % 10 {
            0..=1 if count <= 4 => brand,
            2..=3 => format!("{}{brand}{}", self.pick(|r| &r.places)?, self.pick(|r| &r.trades)?),
            _ => format!("{brand}{}", self.pick(|r| &r.trades)?),
        })
    }

    fn brand(&mut self) -> Option<String> {
        (0..20).find_map(|_| {
            self.pick(|r| &r.companies).filter(|c| !c.is_ascii() && (2..=4).contains(&c.chars().count()))
        })
    }

    fn english(&mut self, name: &str) -> Option<String> {
        const LEGAL: [&str; 8] = ["Inc.", "Corp.", "Inc", "Corp", "Ltd", "Ltd.", "plc", "LLC"];
        const PUBLIC: [&str; 24] = [
            "University",
            "College",
            "School",
            "Ministry",
            "Department",
            "Council",
            "Committee",
            "Commission",
            "Court",
            "Party",
            "Police",
            "Army",
            "Office",
            "Agency",
            "Association",
            "Union",
            "House",
            "Senate",
            "Hospital",
            "Institute",
            "League",
            "Board",
            "Authority",
            "Government",
        ];
        if name.contains(" of ") || PUBLIC.iter().any(|w| name.contains(w)) || !self.chance(60) {
            return None;
        }
        let legal = LEGAL.iter().find(|end| name.ends_with(&format!(" {end}")));
        let other = (0..30).find_map(|_| {
            self.pick(|r| &r.companies).filter(|c| {
                c.starts_with(|c: char| c.is_ascii_uppercase())
                    && c.len() > 2
                    && legal.is_some() == LEGAL.iter().any(|end| c.ends_with(&format!(" {end}")))
                    && (name.contains(' ') || !c.contains(' '))
            })
        })?;
        Some(other)
    }
}
