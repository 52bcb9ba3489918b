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
        ],
    ),
    (4, &["Singapore", "新加坡", "新元"]),
    (7, &["Australia", "A$", "AEST", "AEDT", "NSW", "Queensland", "Victoria", "澳大利亚", "澳洲", "澳元"]),
    (10, &["federal", "US government", "U.S. government", "美国联邦", "美国政府", "美國政府"]),
];

/// The month in which the fiscal year of the country that a block names begins; 1 where it names none.
pub fn fiscal_start(text: &str) -> u8 {
    let named = |(_, words): &&(u8, &[&str])| words.iter().any(|w| text.contains(w));
    COUNTRIES.iter().find(named).map_or(1, |(month, _)| *month)
}

/// How much of a text, in characters, is asked for its country: that of an article stands in its first paragraphs.
const HEAD: usize = 8_000;

/// The same for a whole text: the country named most often near its beginning; 1 where none is.
pub fn fiscal_country(document: &Document) -> u8 {
    let head = head(document.text(), HEAD);
    let count = |words: &[&str]| -> usize { words.iter().map(|w| head.matches(w).count()).sum() };
    let counts = COUNTRIES.iter().map(|(month, words)| (count(words), *month));
    counts.filter(|(n, _)| *n > 0).max_by_key(|(n, _)| *n).map_or(1, |(_, month)| month)
}
