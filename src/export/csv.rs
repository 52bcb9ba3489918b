//! A table for spreadsheets: RFC 4180, UTF-8 with a byte order mark, one annotation a row.

use core::fmt::Write;

use serde_json::Value;

use super::article::{Annotation, ArticleFile};
use super::{Filter, boundaries, cut, type_name};

/// The columns. `when` and `resolved_from` name other rows by their id.
pub const COLUMNS: [&str; 26] = [
    "id",
    "type",
    "kind",
    "text",
    "value",
    "min",
    "max",
    "unit",
    "unit_norm",
    "currency",
    "approx",
    "bound",
    "change",
    "basis",
    "of",
    "when",
    "date_start",
    "date_end",
    "edtf",
    "resolved_from",
    "canonical",
    "block_role",
    "sentence",
    "start",
    "end",
    "origin",
];

/// The whole table of one article.
pub fn write(file: &ArticleFile, filter: &Filter) -> String {
    header(false) + &rows(file, filter, false)
}

/// The byte order mark, without which Excel garbles Chinese, and the column names; with `many` articles in one table
/// their id comes first.
pub fn header(many: bool) -> String {
    let mut out = String::from('\u{feff}');
    row(&mut out, many.then_some("document").into_iter().chain(COLUMNS).map(Into::into));
    out
}

/// The rows of one article.
pub fn rows(file: &ArticleFile, filter: &Filter, many: bool) -> String {
    let at = boundaries(&file.text);
    let mut out = String::new();
    for a in filter.valid(file) {
        let document = many.then(|| file.id.clone().unwrap_or_default());
        row(&mut out, document.into_iter().chain(cells(file, &at, a)));
    }
    out
}

fn cells(file: &ArticleFile, at: &[usize], a: &Annotation) -> [String; 26] {
    let attr = |name: &str| match a.attrs.get(name) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    let role = file.blocks.get(a.block as usize).and_then(|b| serde_json::to_value(b.role).ok());
    let sentence =
        file.sentences.get(a.sentence as usize).map_or("", |s| cut(&file.text, at, s.start, s.end));
    // A date says how it was resolved and from which other one: "context 12".
    let resolved = match a.link("leans_on") {
        Some(id) => format!("{} {id}", attr("resolved")),
        None => attr("resolved"),
    };
    [
        a.id.to_string(),
        type_name(a.r#type).into(),
        attr("kind"),
        a.text.clone(),
        attr("value"),
        attr("min"),
        attr("max"),
        attr("unit_text"),
        attr("unit"),
        attr("currency"),
        attr("approx"),
        attr("bound"),
        attr("change"),
        attr("basis"),
        attr("of"),
        attr("when"),
        attr("start"),
        attr("end"),
        attr("edtf"),
        resolved,
        attr("canonical"),
        role.as_ref().and_then(Value::as_str).unwrap_or_default().into(),
        sentence.into(),
        a.start.to_string(),
        a.end.to_string(),
        a.origin.name().into(),
    ]
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(',');
        }
        let guard = if is_formula(&cell) { "'" } else { "" };
        if cell.contains(['"', ',', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ') {
            let _ = write!(out, "\"{guard}{}\"", cell.replace('"', "\"\""));
        } else {
            let _ = write!(out, "{guard}{cell}");
        }
    }
    out.push_str("\r\n");
}

/// True where a spreadsheet might run the cell. A number is none, whatever its sign: -3.5, +1,200, -18%.
fn is_formula(cell: &str) -> bool {
    let Some(first) = cell.chars().next() else { return false };
    let number = cell.strip_prefix(['+', '-']).is_some_and(|rest| {
        let digits = rest.strip_suffix('%').unwrap_or(rest);
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.')
            && digits.bytes().filter(|b| *b == b'.').count() < 2
    });
    matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') && !number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for cell in
            ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1", "-0.2x", "-", "+1.2.3", "-3-4"]
        {
            assert!(is_formula(cell), "{cell}");
        }
        for cell in ["-3.5", "+18%", "-1,200", "40400", "1/3", "", "约2.5亿元", "2024-02-19", "a=b", "-7"]
        {
            assert!(!is_formula(cell), "{cell}");
        }
    }

    #[test]
    fn quotes_commas_and_line_breaks_stay_in_their_cell() {
        let mut out = String::new();
        row(&mut out, ["a", "b,c", "say \"hi\"", "x\r\ny", " z", "=A1,\"B\""].into_iter().map(Into::into));
        assert_eq!(out, "a,\"b,c\",\"say \"\"hi\"\"\",\"x\r\ny\",\" z\",\"'=A1,\"\"B\"\"\"\r\n");
    }
}
