//! Character classes, looked up once for every character of a block.

use super::fold::fold_with_class;

/// What kind of character it is, after folding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Class {
    /// `0` to `9`.
    Digit,
    /// A Chinese numeral character: 一二三…十百千万亿, formal forms, 两 〇 半 几 数 廿 卅.
    HanNumeral,
    /// Any other Han character.
    Han,
    /// A letter of the Latin script.
    Latin,
    /// White space.
    Space,
    /// Punctuation and symbols.
    Punctuation,
    /// Anything else: other scripts, marks, emoji, controls.
    Other,
}

/// The class of a folded character.
pub fn class(c: char) -> Class {
    match c {
        '\u{4E00}'..='\u{9FFF}' => fold_with_class(c).1,
        _ => class_of(c),
    }
}

/// The class of a folded character, read from the ranges and not from the table that is built with it.
pub(super) const fn class_of(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        'a'..='z' | 'A'..='Z' => Class::Latin,
        ' ' | '\t' | '\n' | '\r' => Class::Space,
        '!'..='/' | ':'..='@' | '['..='`' | '{'..='~' => Class::Punctuation,
        '\u{A1}'..='\u{BF}' | '×' | '÷' => Class::Punctuation,
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Class::Latin,
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{3000}' => {
            Class::Space
        }
        '零' | '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千'
        | '万' | '亿' | '兆' | '两' | '半' | '几' | '数' | '廿' | '卅' | '壹' | '贰' | '叁' | '肆' | '伍'
        | '陆' | '柒' | '捌' | '玖' | '拾' | '佰' | '仟' => Class::HanNumeral,
        '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFD}' => Class::Han,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' => Class::Punctuation,
        '\u{20A0}'..='\u{20CF}' | '\u{2100}'..='\u{214F}' | '\u{2200}'..='\u{22FF}' => Class::Punctuation,
        '\u{3001}'..='\u{3020}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF5F}'..='\u{FF65}' => Class::Punctuation,
        _ => Class::Other,
    }
}
