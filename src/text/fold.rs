//! One-for-one folding: full-width forms to half-width, traditional characters to simplified.
//!
//! One character always becomes one character, so that positions survive. The result is for recognisers alone; nothing
//! folded is ever shown or exported. Where a traditional character has several simplified ones, or is a simplified
//! character of its own as well (著, 瞭, 藉), it folds to the one that news uses most, or stays.
//!
//! The pairs come from OpenCC (`TSCharacters.txt`, Apache-2.0); `cargo xtask fold DIR` writes them.

use super::class::{Class, class_of};

/// First and last character of the table: the unified ideographs.
const FIRST: u32 = 0x4E00;
const LEN: usize = 0xA000 - FIRST as usize;

/// In an entry, the bit that marks a numeral character; the others are what the index is XORed with to fold.
const NUMERAL: u16 = 1 << 15;

/// One entry an ideograph, zero for one that stays and is no numeral.
static HAN: [u16; LEN] = table(include_bytes!("fold/pairs.txt"));

/// Folds one character.
pub fn fold(c: char) -> char {
    fold_with_class(c).0
}

/// Folds one character and says what class the folded one has.
#[inline]
pub fn fold_with_class(c: char) -> (char, Class) {
    let index = (c as u32).wrapping_sub(FIRST);
    match HAN.get(index as usize) {
        Some(0) => (c, Class::Han),
        Some(&entry) => {
            let folded = FIRST + (index ^ u32::from(entry & !NUMERAL));
            let class = if entry & NUMERAL == 0 { Class::Han } else { Class::HanNumeral };
            (char::from_u32(folded).unwrap_or(c), class)
        }
        None => {
            let folded = fold_width(c);
            (folded, class_of(folded))
        }
    }
}

/// Full-width forms of ASCII, the ideographic and the no-break space, full-width currency signs.
fn fold_width(c: char) -> char {
    match c {
        '\0'..='\u{9F}' => c,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' => ' ',
        '￥' => '¥',
        '￡' => '£',
        '￠' => '¢',
        _ => c,
    }
}

/// Builds the table from the pairs, which are all characters of three bytes, and line feeds between them.
const fn table(pairs: &[u8]) -> [u16; LEN] {
    let mut table = [0; LEN];
    let mut at = 0;
    while at + 6 <= pairs.len() {
        if pairs[at] == b'\n' {
            at += 1;
            continue;
        }
        let (from, to) = (index(pairs, at), index(pairs, at + 3));
        table[from] = (from ^ to) as u16;
        at += 6;
    }
    // A character is a numeral when the one that it folds to is.
    let mut from = 0;
    while from < LEN {
        let folded = FIRST + (from as u32 ^ table[from] as u32);
        if let Some(c) = char::from_u32(folded)
            && matches!(class_of(c), Class::HanNumeral)
        {
            table[from] |= NUMERAL;
        }
        from += 1;
    }
    table
}

/// The table index of the three-byte character at a position.
const fn index(bytes: &[u8], at: usize) -> usize {
    let (a, b, c) = (bytes[at] as u32, bytes[at + 1] as u32, bytes[at + 2] as u32);
    (((a & 0x0F) << 12 | (b & 0x3F) << 6 | (c & 0x3F)) - FIRST) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        text.chars().map(fold).collect()
    }

    #[test]
    fn traditional_text_reads_as_simplified() {
        let rows = [
            ("後裡裏幾萬兩億點", "后里里几万两亿点"),
            ("臺灣證券交易所與滙豐銀行", "台湾证券交易所与汇丰银行"),
            ("衞生署、教育局啓動計劃", "卫生署、教育局启动计划"),
            ("民國一百一十三年參與佔比", "民国一百一十三年参与占比"),
            ("週三晚間，週年慶", "周三晚间,周年庆"),
            ("１２３．４％（約￥５）", "123.4%(约¥5)"),
            ("著名、瞭望、慰藉、覆盖", "著名、瞭望、慰藉、覆盖"),
            ("𠮷野家😀é", "𠮷野家😀é"),
        ];
        for (text, want) in rows {
            assert_eq!(folded(text), want);
        }
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        for c in (0..=0x10FFFF).filter_map(char::from_u32) {
            let (once, class) = fold_with_class(c);
            assert_eq!(fold(once), once, "{c}");
            assert_eq!(class, class_of(once), "{c}");
        }
    }

    #[test]
    fn every_pair_is_in_the_table() {
        for pair in include_str!("fold/pairs.txt")
            .lines()
            .flat_map(|l| l.chars().collect::<Vec<_>>().chunks(2).map(|p| (p[0], p[1])).collect::<Vec<_>>())
        {
            assert_eq!(fold(pair.0), pair.1);
        }
    }

    #[test]
    fn numerals_are_classed_after_folding() {
        for c in "萬億兩幾數廿陸貳叄壹〇".chars() {
            assert_eq!(fold_with_class(c).1, Class::HanNumeral, "{c}");
        }
    }
}
