//! Figures against tables of our own: each row as it is, in traditional characters, with full-width digits and between
//! emoji; and texts that hold no figure.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used)]

use std::collections::HashMap;

use article_annotator::annotation::{Figure, Value};
use article_annotator::text::fold::fold;
use article_annotator::{Annotator, Attributes, Document, Options};

/// A row: a text, the span of a figure in it, and what the figure says.
struct Row {
    text: &'static str,
    span: &'static str,
    kind: &'static str,
    amount: &'static str,
    unit: &'static str,
    flags: &'static str,
}

fn rows(table: &'static str) -> Vec<Row> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap_or_default();
            Row { text: cell(), span: cell(), kind: cell(), amount: cell(), unit: cell(), flags: cell() }
        })
        .collect()
}

fn chinese() -> Vec<Row> {
    rows(include_str!("tables/figures_zh.tsv"))
}

fn english() -> Vec<Row> {
    rows(include_str!("tables/figures_en.tsv"))
}

/// Every figure of a text, with the characters that it covers.
fn figures(text: &str) -> Vec<(String, Figure)> {
    let document = Document::from_text(text).unwrap();
    let found = Annotator::default().annotate(&document, &Options::default());
    found
        .items
        .iter()
        .filter_map(|item| match &item.attributes {
            Attributes::Figure(figure) => Some((document.slice(item.span).to_owned(), (**figure).clone())),
            _ => None,
        })
        .collect()
}

/// `serde` gives the names of the guide.
fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().to_owned()
}

fn amount(figure: &Figure) -> String {
    match (&figure.value, figure.min, figure.max) {
        (Some(value @ Value::Decimal(_) | value @ Value::Fraction(..) | value @ Value::Ratio(_)), _, _) => {
            name(value)
        }
        (None, Some(min), Some(max)) => format!("{min}~{max}"),
        (None, None, Some(max)) => format!("..{max}"),
        _ => String::new(),
    }
}

fn flags(figure: &Figure) -> String {
    let mut flags = Vec::new();
    if figure.approx {
        flags.push("approx".to_owned());
    }
    flags.extend(figure.bound.as_ref().map(name));
    flags.extend(figure.change.as_ref().map(name));
    flags.extend(figure.basis.as_ref().map(name));
    flags.join(" ")
}

/// What is wrong with a row when its text is first rewritten, and its span with it.
fn check(row: &Row, rewrite: impl Fn(&str) -> String, values: bool) -> Option<String> {
    let (text, span) = (rewrite(row.text), rewrite(row.span));
    let found = figures(&text);
    let Some((_, figure)) = found.iter().find(|(covered, _)| *covered == span) else {
        let covered: Vec<&String> = found.iter().map(|(covered, _)| covered).collect();
        return Some(format!("{text}: no [{span}], only {covered:?}"));
    };
    // Units that are the classifier itself keep its simplified form; percentages and the like their symbol.
    let got = (name(&figure.kind), amount(figure), figure.unit.clone().unwrap_or_default(), flags(figure));
    let want = (row.kind.to_owned(), row.amount.to_owned(), row.unit.to_owned(), row.flags.to_owned());
    let same = got.0 == want.0 && (!values || got.1 == want.1) && got.2 == want.2 && got.3 == want.3;
    (!same).then(|| format!("{text} [{span}]: {got:?}, not {want:?}"))
}

fn assert_all(rows: &[Row], rewrite: impl Fn(&str) -> String, values: bool) {
    let wrong: Vec<String> = rows.iter().filter_map(|row| check(row, &rewrite, values)).collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn chinese_figures() {
    assert_all(&chinese(), str::to_owned, true);
}

#[test]
fn english_figures() {
    assert_all(&english(), str::to_owned, true);
}

#[test]
fn chinese_figures_in_traditional_characters() {
    // The folding table read backwards: the first traditional character that folds to the simplified one.
    let mut back: HashMap<char, char> = HashMap::new();
    for c in ('\u{4E00}'..='\u{9FFF}').filter(|c| fold(*c) != *c) {
        back.entry(fold(c)).or_insert(c);
    }
    // Characters that are their own traditional form in the words of the table.
    for kept in "万千克里面只台出丰斗谷后余才系制向表了准布干松复几回家姜采征折注周"
        .chars()
        .filter(|c| "里面只台克千出才制表布回家采折注周向准".contains(*c))
    {
        back.remove(&kept);
    }
    assert_all(&chinese(), |text| text.chars().map(|c| back.get(&c).copied().unwrap_or(c)).collect(), false);
}

#[test]
fn figures_with_full_width_digits() {
    let wide = |text: &str| -> String {
        text.chars()
            .map(|c| c.to_digit(10).and_then(|d| char::from_u32('０' as u32 + d)).unwrap_or(c))
            .collect()
    };
    let chinese: Vec<Row> = chinese();
    assert_all(&chinese, wide, false);
    assert_all(&english(), wide, false);
}

#[test]
fn figures_between_emoji() {
    let first = chinese().iter().chain(&english()).filter_map(|row| check(row, str::to_owned, true)).count();
    assert_eq!(first, 0);
    for row in chinese().iter().chain(&english()) {
        let text = format!("😀{}🎉", row.text);
        let found = figures(&text);
        assert!(found.iter().any(|(covered, _)| covered == row.span), "{text}: {found:?}");
    }
}

#[test]
fn texts_without_figures() {
    let wrong: Vec<String> = include_str!("tables/figures_none.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let found = figures(line);
            (!found.is_empty()).then(|| {
                format!("{line}: {:?}", found.iter().map(|(covered, _)| covered).collect::<Vec<_>>())
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn bare_yuan_and_dollars_take_the_currency_of_the_page() {
    for (text, unit) in [
        ("台北市政府宣布補助3萬元。", "TWD"),
        ("香港特區政府宣布津貼$3,000。", "HKD"),
        ("香港特區政府宣布向內地捐贈人民幣3萬元。", "CNY"),
        ("台北市政府宣布補助US$3,000。", "USD"),
        ("市政府宣布补助3万元。", "CNY"),
        ("台积电在台湾投资3万元。", "CNY"),
    ] {
        let found = figures(text);
        assert_eq!(found.first().and_then(|(_, figure)| figure.unit.as_deref()), Some(unit), "{text}");
    }
}

#[test]
fn cells_of_a_row_that_begins_with_a_year_count() {
    let found = figures("年份\u{3000}投诉宗数\u{3000}成立个案\n2012年\u{3000}24\u{3000}6");
    assert_eq!(found.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), ["24", "6"]);
}

#[test]
fn nouns_are_given_in_the_characters_of_the_page() {
    for (text, noun) in [
        ("安裝12部回收桶。", "回收桶"),
        ("嘉滙中期核心盈利12.6億元。", "嘉滙中期核心盈利"),
        ("安装12部回收桶。", "回收桶"),
        ("It built 12 new homes.", "new homes"),
    ] {
        let found = figures(text);
        let nouns: Vec<_> = found.iter().filter_map(|(_, figure)| figure.of.as_deref()).collect();
        assert_eq!(nouns, [noun], "{text}");
    }
}

#[test]
fn the_tables_are_large_enough() {
    assert!(chinese().len() + english().len() >= 600);
}

#[test]
fn a_long_run_of_digits_is_no_figure_and_takes_no_time() {
    assert!(figures(&"7".repeat(500_000)).is_empty());
    assert!(figures(&"三".repeat(100_000)).is_empty());
}

#[test]
fn heads_of_columns_say_what_the_numbers_below_are() {
    let table = "指标　　单位　　绝对量　　同比±%\n工业产值　　亿元　　38.15　　3.5\n全社会用电量　　亿千瓦时　　51.44　　-1.9";
    let found = figures(table);
    let cell = |text: &str| &found.iter().find(|(covered, _)| covered == text).unwrap().1;
    assert_eq!((name(&cell("38.15").kind), amount(cell("38.15"))), ("money".into(), "3815000000".into()));
    assert_eq!((name(&cell("51.44").kind), amount(cell("51.44"))), ("measure".into(), "5144000000".into()));
    assert_eq!(
        (name(&cell("3.5").kind), flags(cell("3.5"))),
        ("percent".into(), "increase year-on-year".into())
    );
    assert_eq!((amount(cell("-1.9")), flags(cell("-1.9"))), ("-1.9".into(), "decrease year-on-year".into()));

    let table = "公司　　纯益（亿元）　　EPS（元）\n恒昌　　152.3　　4.31";
    let found = figures(table);
    let values: Vec<String> = found.iter().map(|(_, figure)| amount(figure)).collect();
    assert_eq!(values, ["15230000000", "4.31"]);
}

#[test]
fn lists_under_a_unit_and_columns_a_year_apart() {
    let found = figures("一、收入（单位：元）\n上期结存：83,412.66\n茶山租金（30亩）：75,900.00");
    let kinds: Vec<String> = found.iter().map(|(_, figure)| name(&figure.kind)).collect();
    assert_eq!(kinds, ["money", "measure", "money"]);

    let found = figures("项目｜2025年上半年｜2024年上半年｜增减\n营业收入｜5,218.22｜4,545.31｜32.60%");
    let last = &found.last().unwrap().1;
    assert_eq!(flags(last), "increase year-on-year");
}
