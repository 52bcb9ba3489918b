//! Countries by what names them in a text, and what their dates depend on: when their fiscal year begins, on which side of
//! the equator they lie, which of two figures is the day.

use crate::document::Document;
use crate::text::head;

/// Whose feasts a text keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nation {
    China,
    HongKong,
    Taiwan,
    Singapore,
    America,
    Canada,
    Ireland,
    India,
    NewZealand,
}

/// What is known of a country.
#[derive(Debug)]
pub struct Country {
    /// The nation whose feasts are its own.
    pub nation: Option<Nation>,
    /// The month in which its fiscal year begins, 1 where that is the calendar's.
    pub fiscal: u8,
    /// True south of the equator.
    pub south: bool,
    /// True where 03/04/2025 is a day of April.
    pub day_first: bool,
    /// What names it.
    words: &'static [&'static str],
}

const fn country(
    nation: Option<Nation>,
    fiscal: u8,
    south: bool,
    day_first: bool,
    words: &'static [&'static str],
) -> Country {
    Country { nation, fiscal, south, day_first, words }
}

use Nation::{America, Canada, China, HongKong, India, Ireland, NewZealand, Singapore, Taiwan};

/// The countries; where a paragraph names several, the first of them that has a fiscal year of its own gives it.
pub const COUNTRIES: &[Country] = &[
    country(
        None,
        4,
        false,
        true,
        &[
            "£", "UK", "Britain", "British", "England", "London", "LONDON", "Scottish", "Scotland", "Wales",
            "英国", "英國", "英镑", "英鎊",
        ],
    ),
    country(
        Some(India),
        4,
        false,
        true,
        &[
            "₹",
            "India",
            "Delhi",
            "DELHI",
            "Mumbai",
            "MUMBAI",
            "Bengaluru",
            "BENGALURU",
            "crore",
            "lakh",
            "印度",
            "卢比",
            "盧比",
        ],
    ),
    country(None, 4, false, false, &["Japan", "¥", "yen", "日本", "日元", "日圓"]),
    country(
        Some(HongKong),
        4,
        false,
        true,
        &[
            "Hong Kong",
            "HONG KONG",
            "HK$",
            "MTR",
            "香港",
            "港鐵",
            "港元",
            "港幣",
            "港币",
            "九龍",
            "新界",
            "立法會",
            "特區",
            "港聞",
            "路政署",
            "運輸署",
            "房委會",
            "康文署",
            "全港",
            "區議會",
        ],
    ),
    country(
        Some(Singapore),
        4,
        false,
        true,
        &["Singapore", "SINGAPORE", "S$", "HDB", "新加坡", "新元", "组屋"],
    ),
    country(None, 4, true, true, &["South Africa", "Johannesburg", "Cape Town", "南非"]),
    country(
        Some(Canada),
        4,
        false,
        false,
        &["Canad", "Ontario", "Toronto", "Quebec", "Vancouver", "Alberta", "加拿大"],
    ),
    country(
        None,
        7,
        true,
        true,
        &[
            "Australia",
            "A$",
            "AEST",
            "AEDT",
            "AWST",
            "ASX",
            "Perth",
            "NSW",
            "Queensland",
            "Victoria",
            "Canberra",
            "CANBERRA",
            "Sydney",
            "SYDNEY",
            "Melbourne",
            "MELBOURNE",
            "Brisbane",
            "Tasmania",
            "澳大利亚",
            "澳洲",
            "澳元",
        ],
    ),
    country(
        Some(NewZealand),
        7,
        true,
        true,
        &[
            "New Zealand",
            "NZ$",
            "NZST",
            "NZDT",
            "Auckland",
            "AUCKLAND",
            "Wellington",
            "WELLINGTON",
            "Christchurch",
            "Waikato",
            "新西兰",
            "紐西蘭",
        ],
    ),
    country(None, 7, false, true, &["Kenya", "Uganda", "Tanzania", "Pakistan", "Bangladesh", "Egypt"]),
    country(
        None,
        10,
        false,
        false,
        &["federal", "US government", "U.S. government", "美国联邦", "美国政府", "美國政府"],
    ),
    country(Some(America), 1, false, false, &["U.S.", "United States", "America", "美国", "美國"]),
    country(
        Some(China),
        1,
        false,
        false,
        &["Beijing", "Shanghai", "China", "Chinese", "中国", "中國", "国务院", "全国", "我国"],
    ),
    country(
        Some(Taiwan),
        1,
        false,
        false,
        &[
            "Taiwan", "Taipei", "台灣", "臺灣", "台北", "臺北", "高雄", "台中", "臺中", "新北", "桃園",
            "台南", "臺南", "民國", "連假", "台鐵", "臺鐵", "國道",
        ],
    ),
    country(Some(Ireland), 1, false, true, &["Ireland", "Irish", "Dublin", "Galway", "Garda", "garda"]),
    country(None, 1, false, true, &["Malaysia", "Nigeria", "馬來西亞", "澳門"]),
    country(None, 1, false, false, &["Europe", "Germany", "France"]),
    country(None, 1, true, true, &["Argentin", "Buenos Aires", "Chile", "Brazil", "阿根廷", "智利"]),
];

impl Country {
    /// How often a text names it.
    pub fn mentioned(&self, text: &str) -> usize {
        count(text, self.words)
    }
}

/// What states and towns of the United States, whose year begins in July, are told by where a text says "fiscal".
const TOWNS: &[&str] = &["school board", "School Board", "School District", "Legislature", "City Council"];

/// The month in which the fiscal year of the country that a block names begins; 1 where it names none.
pub fn fiscal_start(text: &str) -> u8 {
    let named = |c: &&Country| c.fiscal > 1 && c.words.iter().any(|w| mentions(text, w) > 0);
    COUNTRIES.iter().find(named).map_or(1, |c| c.fiscal)
}

/// How much of a text, in characters, is asked for its country: that of an article stands in its first paragraphs.
const HEAD: usize = 8_000;

/// The same for a whole text: the country named most often near its beginning, else the month in which towns of the
/// United States begin theirs; 1 where none is.
pub fn fiscal_country(document: &Document) -> u8 {
    let head = head(document.text(), HEAD);
    let towns = || if mentions(head, "fiscal") > 0 && count(head, TOWNS) > 0 { 7 } else { 1 };
    let own = COUNTRIES.iter().filter(|c| c.fiscal > 1).map(|c| (c.mentioned(head), c.fiscal));
    // A plant in Quebec tells of no country; the federal government is named once.
    own.filter(|(n, month)| *n > usize::from(*month != 10))
        .max_by_key(|(n, _)| *n)
        .map_or_else(towns, |(_, month)| month)
}

/// How often a text has any of some words.
pub fn count(text: &str, words: &[&str]) -> usize {
    words.iter().map(|w| mentions(text, w)).sum()
}

/// How often a text has a word: Indian for India, but neither Indiana nor the UK of MILWAUKEE.
fn mentions(text: &str, word: &str) -> usize {
    let inner = |c: char| c.is_ascii_alphabetic();
    let short = word.len() <= 3 || word.bytes().all(|b| b.is_ascii_uppercase());
    let whole = |(at, _): &(usize, &str)| {
        let before = text.get(..*at).and_then(|t| t.chars().next_back());
        let after = text.get(at + word.len()..).unwrap_or_default();
        !(word.starts_with(inner) && before.is_some_and(inner))
            && !(word.ends_with(inner) && (short && after.starts_with(inner) || after.starts_with("na")))
    };
    text.match_indices(word).filter(whole).count()
}
