//! English words: what the table says of them, and where they stand in a block.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::annotation::OrganizationKind as Kind;
use crate::recognize::organization::words::{self, TABLES};
use crate::text::class::Class;
use crate::view::View;

const TEXT: &str = include_str!("../../../lexicon/organization_english.txt");

/// Names of several words, by the first word.
pub(crate) static PHRASES: LazyLock<HashMap<&'static str, Vec<(&'static str, Kind)>>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Vec<(&'static str, Kind)>> = HashMap::new();
    for line in TEXT.lines().filter(|l| l.starts_with("phrase ")) {
        let mut words = line.split_ascii_whitespace().skip(1);
        let Some(kind) = words.next().map(words::kind) else { continue };
        for phrase in words {
            table.entry(phrase.split('_').next().unwrap_or_default()).or_default().push((phrase, kind));
        }
    }
    table
});

/// Heads, words beside them, and the kind that they tell together: Harbor |Crisis| Center.
pub(super) struct Pair {
    pub heads: &'static str,
    pub kind: Kind,
    pub words: &'static str,
}

/// The pairs, in the order in which they are asked.
pub(super) static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    let rows = TEXT.lines().filter_map(|l| l.strip_prefix("with "));
    let pair = |row: &'static str| {
        let (kind, row) = row.split_once(' ')?;
        let (heads, words) = row.split_once(' ')?;
        Some(Pair { heads, kind: words::kind(kind), words })
    };
    rows.filter_map(pair).collect()
});

/// What the table says of an English word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    pub legal: Option<Kind>,
    pub last: Option<Kind>,
    pub of: Option<Kind>,
    /// The kind of a name that holds the word anywhere.
    pub part: Option<Kind>,
    /// The kind of a name that ends with the word.
    pub end: Option<Kind>,
    /// The kind of a name that begins with the word.
    pub first: Option<Kind>,
    pub before: bool,
    pub nation: bool,
    pub inner: bool,
}

/// The English words, read on first use.
pub(crate) static WORDS: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Word> = HashMap::new();
    for line in TEXT.lines().filter(|l| !l.starts_with('#')) {
        let mut words = line.split_ascii_whitespace();
        let class = words.next().unwrap_or_default();
        if matches!(class, "phrase" | "with") {
            continue;
        }
        let kind = if matches!(class, "legal" | "last" | "of" | "part" | "end" | "first") {
            words.next().map(words::kind)
        } else {
            None
        };
        for word in words {
            let entry = table.entry(word).or_default();
            match class {
                "legal" => entry.legal = kind,
                "last" => entry.last = entry.last.or(kind),
                "of" => entry.of = entry.of.or(kind),
                "end" => entry.end = entry.end.or(kind),
                "part" => entry.part = entry.part.or(kind),
                "first" => entry.first = entry.first.or(kind),
                "before" => entry.before = true,
                "nation" => entry.nation = true,
                _ => entry.inner = true,
            }
        }
    }
    table
});

/// One word of the Latin script.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub start: usize,
    pub end: usize,
    /// Begins with a capital, or with a digit before one.
    pub capital: bool,
    /// What the table says of it.
    pub word: Word,
}

impl Token {
    /// Its characters.
    pub fn spelled(&self, view: &View<'_>) -> String {
        view.chars.get(self.start..self.end).unwrap_or_default().iter().collect()
    }
}

/// The days of the week.
pub(crate) const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The words of a block's stretch; an apostrophe with s is cut off unless it belongs to a name.
pub(crate) fn tokens(view: &View<'_>, from: usize, to: usize, out: &mut Vec<Token>) {
    out.clear();
    let mut text = String::new();
    let mut i = from;
    while i < to {
        if !matches!(view.classes[i], Class::Latin | Class::Digit) {
            i += 1;
            continue;
        }
        let start = i;
        let mut letters = false;
        while i < to {
            let inside = match view.classes[i] {
                Class::Latin => {
                    letters = true;
                    true
                }
                Class::Digit => true,
                _ => {
                    // Nordtørk A/S: a form, and the only slash inside a word.
                    let form = view.at(i) == '/' && i == start + 1 && view.starts_with(start, "A/S");
                    let joint = form || matches!(view.at(i), '&' | '-' | '\'' | '’' | '.' | '+' | '!');
                    joint
                        && i > start
                        && (matches!(view.classes.get(i + 1), Some(Class::Latin | Class::Digit))
                            && i + 1 < to)
                }
            };
            if !inside {
                break;
            }
            i += 1;
        }
        if !letters {
            continue;
        }
        let mut end = i;
        let spell = |a: usize, b: usize, text: &mut String| {
            text.clear();
            text.extend(view.chars[a..b].iter().map(|c| if *c == '’' { '\'' } else { *c }));
        };
        // Inc., Corp., L.P. keep their dot; so do titles.
        if view.at(end) == '.' && end < to {
            spell(start, end + 1, &mut text);
            if WORDS.contains_key(text.as_str()) {
                end += 1;
                i = end;
            }
        }
        spell(start, end, &mut text);
        if end < to && matches!(view.at(end), '\'' | '’') {
            text.push('\'');
            if WORDS.get(text.as_str()).is_some_and(|w| w.inner) {
                end += 1;
                i = end;
            } else {
                text.pop();
            }
        }
        if (text.ends_with("'s") || text.ends_with("'S"))
            && !WORDS.get(text.as_str()).is_some_and(|w| w.inner)
            && TABLES.latin(&text).is_none()
        {
            end -= 2;
            text.truncate(text.len() - 2);
        }
        let mut word = WORDS.get(text.as_str()).copied().unwrap_or_default();
        if word.legal.is_some()
            && matches!(text.as_str(), "AS" | "INC" | "LTD" | "LIMITED")
            && !formal(view, out, start, end)
        {
            word.legal = None;
        }
        let first = text.chars().find(|c| c.is_alphabetic());
        // A day of the week ends a name: Board of Trade |Friday; Sunday Mercury, Sheffield Wednesday.
        let day = text != "Wednesday"
            && DAYS.contains(&text.as_str())
            && !(view.at(end) == ' ' && view.at(end + 1).is_uppercase());
        let capital = first.is_some_and(char::is_uppercase) && !day
            || matches!(text.as_str(), "plc" | "eBay" | "iRobot");
        if end > start {
            out.push(Token { start, end, capital, word });
        }
        i = i.max(end);
    }
}

/// True for a word in capitals that is a legal form where it stands: LARKHILL FERRIES |LIMITED|, Norvik |AS|; none is
/// inside a line of capitals (PORT SHUT |AS| STORM NEARS) or behind a verb (PLACES ARE |LIMITED|).
fn formal(view: &View<'_>, before: &[Token], start: usize, end: usize) -> bool {
    let Some(last) = before.last().filter(|last| last.capital && last.end + 1 >= start.saturating_sub(1))
    else {
        return false;
    };
    let upper = |from: usize, to: usize| (from..to).all(|i| !view.at(i).is_lowercase());
    let shouted = upper(last.start, last.end) && last.end > last.start + 1;
    let goes_on = view.at(end) == ' ' && view.at(end + 1).is_uppercase() && view.at(end + 2).is_uppercase();
    let word = last.spelled(view);
    const VERBS: &str = "ARE IS BE WAS WERE STILL STRICTLY VERY SO TOO";
    if view.starts_with(start, "AS") {
        !shouted && !goes_on
    } else {
        shouted && !goes_on && !VERBS.split(' ').any(|v| v == word)
    }
}
