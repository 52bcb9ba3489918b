//! Fiscal years by country.

use crate::document::Document;
use crate::text::head;

/// Countries by the month in which their fiscal year begins, and what names them.
const COUNTRIES: &[(u8, &[&str])] = &[
    (4, &["£", "UK", "Britain", "British", "England", "Scottish", "Wales", "英国", "英國", "英镑", "英鎊"]),
    (4, &["₹", "India", "crore", "lakh", "印度", "卢比", "盧比"]),
    (4, &["Japan", "¥", "yen", "日本", "日元", "日圓"]),
    (
        4,
        &[
            "Hong Kong",
            "HK$",
            "香港",
            "港元",
            "港幣",
            "港币",
            "特區政府",
            "港聞",
            "路政署",
            "運輸署",
            "房委會",
            "康文署",
            "全港",
            "區議會",
        ],
    ),
    (4, &["Singapore", "新加坡", "新元"]),
    (4, &["South Africa", "Canad"]),
    (7, &["Australia", "A$", "AEST", "AEDT", "NSW", "Queensland", "Victoria", "澳大利亚", "澳洲", "澳元"]),
    (7, &["New Zealand", "NZ$", "NZST", "NZDT", "Auckland", "Christchurch", "Waikato", "新西兰", "紐西蘭"]),
    (7, &["Kenya", "Uganda", "Tanzania", "Pakistan", "Bangladesh", "Egypt"]),
    (10, &["federal", "US government", "U.S. government", "美国联邦", "美国政府", "美國政府"]),
];

/// What states and towns of the United States, whose year begins in July, are told by where a text says "fiscal".
const TOWNS: &[&str] = &["school board", "School Board", "School District", "Legislature", "City Council"];

/// The month in which the fiscal year of the country that a block names begins; 1 where it names none.
pub fn fiscal_start(text: &str) -> u8 {
    let named = |(_, words): &&(u8, &[&str])| words.iter().any(|w| mentions(text, w) > 0);
    COUNTRIES.iter().find(named).map_or(1, |(month, _)| *month)
}

/// How much of a text, in characters, is asked for its country: that of an article stands in its first paragraphs.
const HEAD: usize = 8_000;

/// The same for a whole text: the country named most often near its beginning, else the month in which towns of the
/// United States begin theirs; 1 where none is.
pub fn fiscal_country(document: &Document) -> u8 {
    let head = head(document.text(), HEAD);
    let count = |words: &[&str]| -> usize { words.iter().map(|w| mentions(head, w)).sum() };
    let counts = COUNTRIES.iter().map(|(month, words)| (count(words), *month));
    let towns = || if mentions(head, "fiscal") > 0 && count(TOWNS) > 0 { 7 } else { 1 };
    counts.filter(|(n, _)| *n > 0).max_by_key(|(n, _)| *n).map_or_else(towns, |(_, month)| month)
}

/// How often a text has a word: Indian for India, but neither Indiana nor the UK of MILWAUKEE.
pub fn mentions(text: &str, word: &str) -> usize {
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
