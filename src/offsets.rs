//! The three ways of counting into a text: bytes, Unicode code points, UTF-16 units.
//!
//! Inside the crate every offset is a byte. JavaScript wants UTF-16 units, files want code points; this module is the
//! only one that knows all three.

use crate::span::Span;

/// One position in all three units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Bytes of UTF-8 before the position.
    pub byte: u32,
    /// Code points before the position.
    pub char: u32,
    /// UTF-16 units before the position.
    pub utf16: u32,
}

impl Position {
    /// The position of a later boundary: every byte but those that go on with a character begins one, and those of four
    /// bytes are two UTF-16 units.
    fn forward(self, text: &str, byte: usize) -> Self {
        let between = text.as_bytes().get(self.byte as usize..byte).unwrap_or_default();
        let (mut chars, mut pairs) = (0, 0);
        // Counted in bytes, many at once.
        for some in between.chunks(255) {
            chars += u32::from(some.iter().map(|b| u8::from(b & 0xC0 != 0x80)).sum::<u8>());
            pairs += u32::from(some.iter().map(|b| u8::from(*b >= 0xF0)).sum::<u8>());
        }
        Self { byte: byte as u32, char: self.char + chars, utf16: self.utf16 + chars + pairs }
    }
}

/// A table of positions, one every [`Offsets::STEP`] bytes, so that any offset converts by one look-up and a short scan.
#[derive(Clone, Debug)]
pub struct Offsets {
    marks: Vec<Position>,
}

impl Offsets {
    /// Bytes between two marks.
    pub const STEP: usize = 256;

    /// Builds the table for `text` in one pass.
    pub fn new(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / Self::STEP + 1);
        let mut at = Position::default();
        while (at.byte as usize) < text.len() {
            marks.push(at);
            let mut end = (marks.len() * Self::STEP).min(text.len());
            while !text.is_char_boundary(end) {
                end += 1;
            }
            at = at.forward(text, end);
        }
        Self { marks }
    }

    /// The position of a byte offset of `text`, the text that the table was built for; an offset inside a character
    /// or past the end is moved back to the boundary before it.
    pub fn position(&self, text: &str, byte: u32) -> Position {
        let mut byte = (byte as usize).min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        match self.marks.partition_point(|m| m.byte as usize <= byte).checked_sub(1) {
            Some(i) => self.marks[i].forward(text, byte),
            None => Position::default(),
        }
    }

    /// Both ends of a span.
    pub fn pair(&self, text: &str, span: Span) -> (Position, Position) {
        (self.position(text, span.start), self.position(text, span.end))
    }

    /// The byte offset of a UTF-16 offset; `None` past the end or inside a surrogate pair.
    pub fn byte_of_utf16(&self, text: &str, utf16: u32) -> Option<u32> {
        self.scan(text, utf16, |p| p.utf16, |c| c.len_utf16() as u32)
    }

    /// The byte offset of a code point offset; `None` past the end.
    pub fn byte_of_char(&self, text: &str, char: u32) -> Option<u32> {
        self.scan(text, char, |p| p.char, |_| 1)
    }

    fn scan(
        &self,
        text: &str,
        want: u32,
        unit: impl Fn(&Position) -> u32,
        size: impl Fn(char) -> u32,
    ) -> Option<u32> {
        let start = self.marks.partition_point(|m| unit(m) <= want).checked_sub(1);
        let Some(mark) = start.map(|i| self.marks[i]) else { return (want == 0).then_some(0) };
        let (mut byte, mut at) = (mark.byte, unit(&mark));
        for c in text[byte as usize..].chars() {
            if at >= want {
                break;
            }
            at += size(c);
            byte += c.len_utf8() as u32;
        }
        (at == want).then_some(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_converts_both_ways() {
        let text = "a1\r\n𠮷😀镇江é".repeat(60);
        let offsets = Offsets::new(&text);
        let (mut char, mut utf16) = (0, 0);
        for (byte, c) in text.char_indices() {
            let at = offsets.position(&text, byte as u32);
            assert_eq!(at, Position { byte: byte as u32, char, utf16 });
            assert_eq!(offsets.byte_of_utf16(&text, utf16), Some(byte as u32));
            assert_eq!(offsets.byte_of_char(&text, char), Some(byte as u32));
            if c.len_utf16() == 2 {
                assert_eq!(offsets.byte_of_utf16(&text, utf16 + 1), None);
            }
            char += 1;
            utf16 += c.len_utf16() as u32;
        }
        assert_eq!(offsets.byte_of_char(&text, char), Some(text.len() as u32));
        assert_eq!(offsets.byte_of_char(&text, char + 1), None);
    }

    #[test]
    fn empty_text() {
        let offsets = Offsets::new("");
        assert_eq!(offsets.position("", 3), Position::default());
        assert_eq!(offsets.byte_of_utf16("", 0), Some(0));
        assert_eq!(offsets.byte_of_utf16("", 1), None);
    }
}
