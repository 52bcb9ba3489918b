//! Byte ranges of a document's text.

use core::ops::Range;

/// A half-open range of bytes in the text of a [`Document`](crate::Document).
///
/// Both ends lie on character boundaries of that text and `start <= end`. Thirty-two bits are enough: input is
/// refused above [`Options::MAX_BYTES`](crate::Options::MAX_BYTES).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after the end.
    pub end: u32,
}

impl Span {
    /// The range from `start` to `end`, in bytes; an end before the start gives an empty span at `start`.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// True when nothing is covered.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True when the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// True when `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same range `by` bytes further on.
    pub fn moved(self, by: i64) -> Self {
        let moved = |at: u32| (i64::from(at) + by).clamp(0, i64::from(u32::MAX)) as u32;
        Self::new(moved(self.start), moved(self.end))
    }

    /// The same as a range of `usize`, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}
