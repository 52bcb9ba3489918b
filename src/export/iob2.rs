//! Character-level IOB2: a character, a tab and its tag a line, an empty line after each sentence.
//!
//! White space is left out, since readers of the format split lines at it; text outside all sentences is left out too.

use super::{ArticleFile, Filter, label};

/// The article in IOB2.
pub fn write(file: &ArticleFile, filter: &Filter) -> String {
    let mut out = String::new();
    let mut annotations = filter.valid(file).peekable();
    let mut chars = file.text.chars().zip(0u32..).peekable();
    for sentence in &file.sentences {
        while let Some((c, at)) = chars.next_if(|(_, at)| *at < sentence.end) {
            while annotations.next_if(|a| a.end <= at).is_some() {}
            if at < sentence.start || c.is_whitespace() {
                continue;
            }
            out.push(c);
            match annotations.peek().filter(|a| a.start <= at) {
                Some(a) => {
                    out.push_str(if a.start == at { "\tB-" } else { "\tI-" });
                    out.push_str(label(a.r#type));
                }
                None => out.push_str("\tO"),
            }
            out.push('\n');
        }
        out.push('\n');
    }
    out
}
