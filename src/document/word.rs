//! Words: UAX #29 for Latin script, a dictionary for Han.
//!
//! Unicode's word boundaries leave every Han character alone, so runs of Han are cut by the likeliest sequence of
//! words (Viterbi over single-word probabilities), with unknown words of two characters and runs of numerals as
//! further candidates. Joined, the pieces give the text back.

mod list;

use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;
use crate::text::fold::fold;

pub use list::WordList;

/// The words of a stretch of text by the built-in list; joined they give the stretch back.
pub fn words(text: &str, span: Span) -> Vec<Span> {
    words_with(WordList::built_in(), text, span)
}

/// The words of a stretch of text by a list.
pub fn words_with(list: &WordList, text: &str, span: Span) -> Vec<Span> {
    let body = text.get(span.range()).unwrap_or_default();
    let mut cutter = Cutter { list, ..Cutter::default() };
    let mut out: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < body.len() {
        let rest = &body[at..];
        let han = rest.find(|c| !is_han(c)).unwrap_or(rest.len());
        let base = span.start + at as u32;
        if han > 0 {
            // 2月, 1.8亿: what a number in digits counts in belongs to it.
            let unit = match out.last_mut().filter(|w| w.end == base && ends_in_digit(&text[w.range()])) {
                Some(number) => {
                    let unit = unit_len(rest);
                    number.end += unit as u32;
                    unit
                }
                None => 0,
            };
            cutter.cut(&rest[unit..han], base + unit as u32, &mut out);
            at += han;
        } else {
            let other = rest.find(is_han).unwrap_or(rest.len());
            let pieces = rest[..other].split_word_bound_indices();
            out.extend(
                pieces.map(|(from, word)| Span::new(base + from as u32, base + (from + word.len()) as u32)),
            );
            at += other;
        }
    }
    out
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '〇')
}

fn is_numeral(c: char) -> bool {
    "〇零一二三四五六七八九十百千万亿两".contains(c)
}

fn ends_in_digit(word: &str) -> bool {
    fold(word.chars().next_back().unwrap_or(' ')).is_ascii_digit()
}

/// The bytes of the unit that follows a number directly.
fn unit_len(rest: &str) -> usize {
    let scale: usize =
        rest.chars().take_while(|c| matches!(fold(*c), '万' | '亿')).take(2).map(char::len_utf8).sum();
    match rest[scale..].chars().next().map(fold) {
        Some('年' | '月' | '日' | '时' | '分' | '秒') if scale == 0 => '年'.len_utf8(),
        _ => scale,
    }
}

/// The buffers of the search, used again for every run.
#[derive(Default)]
struct Cutter<'a> {
    list: &'a WordList,
    chars: Vec<char>,
    bytes: Vec<u32>,
    /// The cost of the best way to each position, and the length of the word that ends there.
    best: Vec<(u32, u16)>,
    lengths: Vec<u16>,
}

/// Costs are ten times the negative logarithm of a probability.
const UNKNOWN_ONE: u32 = 151;
const UNKNOWN_TWO: u32 = 196;
const NUMERAL: u32 = 105;

impl Cutter<'_> {
    /// Cuts one run of Han characters, whose first byte is `base`.
    fn cut(&mut self, run: &str, base: u32, out: &mut Vec<Span>) {
        self.chars.clear();
        self.bytes.clear();
        for (at, c) in run.char_indices() {
            self.chars.push(fold(c));
            self.bytes.push(base + at as u32);
        }
        self.bytes.push(base + run.len() as u32);
        self.search();
        self.lengths.clear();
        let mut end = self.chars.len();
        while end > 0 {
            let length = self.best[end].1.max(1);
            self.lengths.push(length);
            end = end.saturating_sub(length as usize);
        }
        let mut at = 0;
        for length in self.lengths.iter().rev() {
            let next = at + *length as usize;
            out.push(Span::new(self.bytes[at], self.bytes[next]));
            at = next;
        }
    }

    fn search(&mut self) {
        let chars = &self.chars;
        self.best.clear();
        self.best.resize(chars.len() + 1, (u32::MAX, 0));
        self.best[0].0 = 0;
        let mut numerals_end = 0;
        for at in 0..chars.len() {
            let so_far = self.best[at].0;
            let mut offer = |length: usize, cost: u32| {
                let place = &mut self.best[at + length];
                let cost = so_far.saturating_add(cost);
                if cost < place.0 {
                    *place = (cost, length as u16);
                }
            };
            let mut key = 0;
            for (n, c) in chars[at..].iter().take(WordList::LONGEST).enumerate() {
                key = WordList::extend(key, *c);
                match (self.list.cost(key), n) {
                    (Some(cost), _) => offer(n + 1, cost),
                    (None, 0) => offer(1, UNKNOWN_ONE),
                    (None, 1) if !self.list.is_empty() && !is_numeral(chars[at]) && !is_numeral(*c) => {
                        offer(2, UNKNOWN_TWO)
                    }
                    _ => {}
                }
            }
            if is_numeral(chars[at]) && at >= numerals_end {
                let run = chars[at..].iter().take(60_000).take_while(|c| is_numeral(**c)).count();
                numerals_end = at + run;
                if run > 1 {
                    offer(run, NUMERAL);
                }
                if matches!(chars.get(at + run), Some('年' | '月' | '日' | '时')) {
                    offer(run + 1, NUMERAL);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_give_the_text_back() {
        for text in [
            "",
            "a b",
            "𠮷野家",
            "〇〇",
            "一".repeat(70_000).as_str(),
            "１２月中国\n\t香港ABC",
            "3月",
            "亿",
            "😀国😀",
        ] {
            let words = words(text, Span::new(0, text.len() as u32));
            assert_eq!(words.iter().map(|w| &text[w.range()]).collect::<String>(), text);
        }
    }
}
