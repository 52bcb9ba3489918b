//! A short word in lower case, kept on the stack: what stands beside a number is asked for at every number.

use core::ops::Deref;

use arrayvec::ArrayString;

/// A word in ASCII lower case, cut where it is longer than 24 bytes: no word of the lists is as long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lower(ArrayString<24>);

impl<'a> FromIterator<&'a char> for Lower {
    #[inline(never)] // Small before the first marks counts for more.
    fn from_iter<I: IntoIterator<Item = &'a char>>(chars: I) -> Self {
        let mut word = ArrayString::new();
        for c in chars {
            if word.try_push(c.to_ascii_lowercase()).is_err() {
                break;
            }
        }
        Self(word)
    }
}

impl Deref for Lower {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.as_str()
    }
}

impl Lower {
    /// The word.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl PartialEq<&str> for Lower {
    fn eq(&self, other: &&str) -> bool {
        self.0.as_str() == *other
    }
}

impl PartialEq<str> for Lower {
    fn eq(&self, other: &str) -> bool {
        self.0.as_str() == other
    }
}
