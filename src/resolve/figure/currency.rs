//! What 元 and $ are worth on a page in traditional characters: the currency of the place that it is written in.

use crate::annotation::Figure;
use crate::document::Document;
use crate::text::head;

/// Currencies, the names that settle them, and what names their place.
const PLACES: &[(&str, &[&str], &[&str])] = &[
    (
        "TWD",
        &["新台幣", "新臺幣", "台幣", "臺幣", "NT$"],
        &[
            "台灣",
            "臺灣",
            "台北",
            "臺北",
            "高雄",
            "台中",
            "臺中",
            "台南",
            "臺南",
            "新北市",
            "桃園",
            "新竹",
            "行政院",
            "立法院",
            "經濟部",
            "中央社",
            "民國",
            "公噸",
            "萬坪",
        ],
    ),
    (
        "HKD",
        &["港元", "港幣", "HK$"],
        &[
            "香港",
            "港府",
            "特區政府",
            "港交所",
            "九龍",
            "新界",
            "立法會",
            "行政長官",
            "港鐵",
            "金管局",
            "恒生",
            "呎",
        ],
    ),
    ("MOP", &["澳門元", "澳門幣", "葡幣"], &["澳門", "博企", "氹仔"]),
];

/// How much more a currency by its name says than a place.
const NAMED: usize = 5;

/// The currency of a page; looked up when the first bare 元 or $ asks for it.
#[derive(Debug, Default)]
pub(super) struct Home(Option<Option<&'static str>>);

impl Home {
    /// Gives a figure whose currency its own words leave open that of the page.
    pub(super) fn settle(&mut self, figure: &mut Figure, document: &Document, words: &str) {
        let guessed = matches!(figure.currency, Some("CNY" | "USD"));
        let open =
            matches!(figure.unit_text.as_deref(), Some("元" | "圓" | "塊" | "塊錢" | "元整" | "$" | "＄"));
        let said = ["人民", "RMB", "US", "美", "¥", "￥"].iter().any(|word| words.contains(word));
        if !guessed || !open || said {
            return;
        }
        let Some(code) = self.found(document) else { return };
        if let (Some(unit), Some(guess)) = (&figure.unit, figure.currency) {
            figure.unit = Some(unit.replacen(guess, code, 1).into());
        }
        figure.currency = Some(code);
    }

    /// The currency of a sum that names none, in Chinese.
    pub(super) fn code(&mut self, document: &Document) -> &'static str {
        self.found(document).unwrap_or("CNY")
    }

    fn found(&mut self, document: &Document) -> Option<&'static str> {
        *self.0.get_or_insert_with(|| of(document))
    }
}

/// How much of a text, in characters, is asked for its place: that of an article stands in its first paragraphs.
const HEAD: usize = 8_000;

/// The currency that a page in traditional characters speaks of most; nothing elsewhere.
fn of(document: &Document) -> Option<&'static str> {
    let text = head(document.text(), HEAD);
    let traditional = ['灣', '區', '國', '會', '發', '開', '對', '這', '業', '萬', '億'];
    if !text.contains(traditional) {
        return None;
    }
    let count = |words: &[&str]| -> usize { words.iter().map(|word| text.matches(word).count()).sum() };
    let weights = PLACES.iter().map(|(code, names, places)| (NAMED * count(names) + count(places), *code));
    weights.filter(|(weight, _)| *weight > 0).max_by_key(|(weight, _)| *weight).map(|(_, code)| code)
}
