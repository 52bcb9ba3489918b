//! Where English names begin and end, whoever found them: what describes a body, who belongs to it and what a caption
//! adds are cut off.

use super::WORDS;
use crate::view::View;

/// What follows a name and is no part of it: a room of the hospital, a credit.
const BEHIND: [&str; 3] = [" ER", "/Submitted", "/Handout"];

/// The name `start..end` without what does not belong to it.
pub(crate) fn trimmed(view: &View<'_>, start: usize, end: usize) -> (usize, usize) {
    if !view.at(start).is_ascii_alphabetic() {
        return (start, end);
    }
    let cut = BEHIND.iter().find(|tail| view.ends_with(end, tail)).map_or(0, |tail| tail.len());
    let end = if cut + 3 < end - start { end - cut } else { end };
    // The Main Board of |The Stock Exchange of Hong Kong Limited: what is listed there.
    let start =
        if view.starts_with(start, "Main Board of ") { start + "Main Board of ".len() } else { start };
    // Our |Lady of Fatima School, Our Lady of |Fatima School.
    let lady = ["Our Lady of ", "Our "].iter().find(|before| view.ends_with(start, before));
    let owns = |before: &&&str| {
        before.len() > 4 || ["Lady ", "Savior", "Saviour"].iter().any(|w| view.starts_with(start, w))
    };
    let lady = lady.filter(owns).map_or(0, |before| before.len());
    let start = start - lady;
    let words = || (start..end).filter(|at| view.at(*at) == ' ').map(|at| at + 1);
    // Accepted an |Ohio Works Commission
    let article = words().rfind(|at| view.ends_with(*at, " a ") || view.ends_with(*at, " an "));
    // Rotterdam-based |Noordkoel BV, Dublin-headquartered |Acme
    let described = ["-based ", "-listed ", "-headquartered ", "-owned ", "-backed ", "-registered "];
    let described = words().rfind(|at| described.iter().any(|tail| view.ends_with(*at, tail)));
    // State-owned Assets Supervision and Administration Commission
    let described = described.filter(|at| !view.starts_with(start, "State-") && *at < end);
    // Ivy Tse of |Sun Kai Securities: before "of" stands no word of a body.
    let of = words().find(|at| view.ends_with(*at, " of ") && lady == 0).filter(|at| {
        let word = |from: usize, to: usize| {
            view.chars[from..to].iter().collect::<String>().split(' ').any(|word| {
                let one = word.strip_suffix('s').unwrap_or(word);
                WORDS
                    .get(word)
                    .or(WORDS.get(one))
                    .is_some_and(|w| w.last.is_some() || w.of.is_some() || w.part.is_some())
            })
        };
        let head = view.chars[start..*at - 4].iter().filter(|c| **c == ' ').count() == 1;
        let last = (*at..end).rev().find(|k| view.at(*k) == ' ').map_or(*at, |k| k + 1);
        head && !word(start, *at - 4) && last > *at && word(last, end)
    });
    (article.max(described).max(of).unwrap_or(start), end)
}
