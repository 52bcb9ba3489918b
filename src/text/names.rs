//! Names that are looked for at a position of folded text, without building strings.

use crate::order;

/// The months in English, in lower case.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Names by their first character, longer ones first.
#[derive(Debug)]
pub(crate) struct Names {
    names: Vec<Vec<char>>,
    /// By the last six bits of a character where the names begin whose first one ends with them.
    begins: [u16; 65],
}

impl Names {
    /// Takes the names of `rows`, which are put in the order of their places in [`longest`](Self::longest); empty names
    /// are never found.
    pub(crate) fn new<T>(rows: &mut [T], name: impl Fn(&T) -> &str) -> Self {
        let key = |row: &T| {
            let first = name(row).chars().next().unwrap_or_default();
            (bits(first), first, core::cmp::Reverse(name(row).chars().count()))
        };
        order::by_key(rows, key);
        let names: Vec<Vec<char>> = rows.iter().map(|row| name(row).chars().collect()).collect();
        let mut begins = [0; 65];
        for name in &names {
            for begin in &mut begins[bits(name.first().copied().unwrap_or_default()) + 1..] {
                *begin += 1;
            }
        }
        Self { names, begins }
    }

    /// The place of the longest name that begins at `at`, and where it ends.
    #[inline]
    pub(crate) fn longest(&self, chars: &[char], at: usize) -> Option<(usize, usize)> {
        let rest = chars.get(at..)?;
        let first = rest.first()?;
        let (from, to) = (self.begins[bits(*first)], self.begins[bits(*first) + 1]);
        (usize::from(from)..usize::from(to)).find_map(|place| {
            let name = self.names.get(place)?;
            (name.first() == Some(first) && rest.starts_with(name)).then_some((place, at + name.len()))
        })
    }
}

fn bits(c: char) -> usize {
    c as usize & 63
}
