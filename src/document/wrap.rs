//! Hard-wrapped paragraphs: lines that a mail program or an editor broke at a column and not at a paragraph's end.
//!
//! A run of lines without an empty one between counts as wrapped only where everything speaks for it: the lines are
//! nearly as long as the longest, they break in the middle of sentences, and they hold sentences at all. Lists of
//! headlines, tables and poems stay lines.

use super::block::Hint;
use super::line::columns;
use crate::span::Span;
use crate::text::class::{Class, class};

/// A line of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Its characters without white space at either end.
    span: Span,
    /// Its columns with the indent, two for a Han character; nothing above [`Row::WIDEST`] is told apart.
    columns: usize,
    /// True where white space opens it, as it does a paragraph.
    indented: bool,
}

impl Row {
    /// The narrowest and the widest column at which text is wrapped by hand or by mail programs.
    const NARROWEST: usize = 44;
    const WIDEST: usize = 100;

    /// Reads a line that has something on it.
    pub fn read(line: &str, span: Span) -> Self {
        let body = line.trim_end();
        let columns = if body.len() > 4 * Self::WIDEST {
            Self::WIDEST + 1
        } else {
            body.chars().map(columns).sum::<usize>().min(Self::WIDEST + 1)
        };
        Self { span, columns, indented: body.len() > span.len() as usize }
    }
}

/// Moves a run of lines to the blocks, one block a paragraph.
pub(super) fn paragraphs(text: &str, run: &mut Vec<Row>, out: &mut Vec<(Span, Option<Hint>)>) {
    let widest = run.iter().map(|r| r.columns).max().unwrap_or_default();
    let wrapped = (Row::NARROWEST..=Row::WIDEST).contains(&widest) && run.len() > 1;
    if !wrapped {
        out.extend(run.drain(..).map(|r| (r.span, None)));
        return;
    }
    let mut first = 0;
    for index in 0..run.len() {
        // A short line or a following indent ends a paragraph.
        let full = run[index].columns * 4 >= widest * 3;
        let last = run.get(index + 1).is_none_or(|next| next.indented && !run[index].indented);
        if !full || last {
            paragraph(text, &run[first..=index], out);
            first = index + 1;
        }
    }
    run.clear();
}

/// One paragraph, or lines that only look like one.
fn paragraph(text: &str, rows: &[Row], out: &mut Vec<(Span, Option<Hint>)>) {
    let line = |row: &Row| text.get(row.span.range()).unwrap_or_default();
    let inner = &rows[..rows.len() - 1];
    let han = rows
        .first()
        .is_some_and(|r| line(r).chars().filter(|c| class(*c) == Class::Han).count() * 4 > r.columns);
    let joined = rows.len() > 1
        && if han {
            // Wrapped Chinese fills its lines; a half-width character or a mark kept from a line's start may be wanting.
            let widest = inner.iter().map(|r| r.columns).max().unwrap_or_default();
            let even =
                inner.iter().all(|r| r.columns + 3 >= widest) && rows[inner.len()].columns <= widest + 2;
            let marks = rows.iter().filter(|r| line(r).contains(['，', '。', '、', '；', ','])).count();
            let stops = inner.iter().filter(|r| line(r).ends_with(['。', '！', '？', '：'])).count();
            even && marks * 3 >= rows.len() * 2
                && stops * 3 <= inner.len()
                && line(&rows[inner.len()]).ends_with(['。', '！', '？', '”', '」', '）', '.', '：'])
        } else {
            let lower = rows[1..]
                .iter()
                .filter(|r| line(r).starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()))
                .count();
            let stops = inner.iter().filter(|r| line(r).ends_with(['.', '!', '?', ':', '"', '”'])).count();
            let bulleted = rows.iter().filter(|r| line(r).starts_with(['•', '-', '*', '·', '–'])).count();
            lower * 5 >= (rows.len() - 1) * 2 && stops * 2 <= inner.len() && bulleted == 0
        };
    if joined {
        let (first, last) = (rows[0].span, rows[rows.len() - 1].span);
        out.push((Span::new(first.start, last.end), None));
    } else {
        out.extend(rows.iter().map(|r| (r.span, None)));
    }
}

#[cfg(test)]
mod tests {
    use crate::Document;
    use crate::document::unwrapped;

    fn blocks(text: &str) -> usize {
        Document::from_text(text).unwrap().blocks().len()
    }

    #[test]
    fn wrapped_paragraphs_are_one_block_each() {
        let english = [
            "Halifax Regional Council voted on Tuesday night to put off the",
            "building of a ferry terminal for ninety days, after staff said the",
            "price had climbed to 323 million dollars.",
            "",
            "The mayor said that she was disappointed, and that people who live",
            "near the terminal deserved an answer.",
        ]
        .join("\n");
        assert_eq!(blocks(&english), 2);
        assert_eq!(blocks(&english.replace('\n', "\r\n")), 2);
        let chinese = "　　昨天上午，位于城东的新材料产业园举行开工仪式，十二个\n项目同时动工，总投资八十六亿元，其中外资项目三个，投资额\n在十亿元以上的四个。\n　　市长在仪式上说，这些项目全部投产以后，园区每年的产值\n可以增加三百亿元，新增岗位近两千个。\n";
        assert_eq!(blocks(chinese), 2);
    }

    #[test]
    fn wrapped_paragraphs_are_put_on_one_line() {
        let wrapped = "Halifax Regional Council voted on Tuesday night to put off the\nbuilding of a ferry terminal for ninety days, after staff said the  \nprice had climbed.\n\nShort line\nOther line ";
        let expected = "Halifax Regional Council voted on Tuesday night to put off the building of a ferry terminal for ninety days, after staff said the price had climbed.\n\nShort line\nOther line ";
        assert_eq!(unwrapped(wrapped), expected);
        let han = "　　昨天上午，位于城东的新材料产业园举行开工仪式，十二个\n项目同时动工，总投资八十六亿元，其中外资项目三个，投资额\n在十亿元以上的四个。";
        assert_eq!(unwrapped(han), han.replace('\n', ""));
        for text in ["", "\n", "临江市招商局今天上午开会。\n会议到此结束。"] {
            assert_eq!(unwrapped(text), text);
        }
    }

    #[test]
    fn lists_of_lines_stay_lines() {
        let titles = "乐从镇政府联合建设银行为钢贸企业送贷上门服务到家\n均安牛仔云展会三天揽单超过一亿元创下历史新高纪录\n青年人才公寓年底前交付使用首批房源一共一千二百套";
        assert_eq!(blocks(titles), 3);
        let english = "Great Lakes Commission opens a grant round for clean water\nOSHA cites Baraboo Castings after a fire that hurt three\nWalleye win their fifth straight game behind a late goal";
        assert_eq!(blocks(english), 3);
        let short = "今年的目标已经完成，明年的目标更高。\n他说，大家要努力。\n会议到此结束。";
        assert_eq!(blocks(short), 3);
        let long = format!("{}\n{}", "他说，这是第一段。".repeat(12), "他说，这是第二段。".repeat(12));
        assert_eq!(blocks(&long), 2);
    }
}
