//! What a caller may set.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// The language of an article or of a stretch of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Chinese, simplified or traditional.
    Zh,
    /// English.
    En,
}

/// Languages that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Languages {
    /// Chinese.
    pub zh: bool,
    /// English.
    pub en: bool,
}

impl Languages {
    /// Every language there is.
    pub const ALL: Self = Self { zh: true, en: true };
    /// No language at all.
    pub const NONE: Self = Self { zh: false, en: false };

    /// Adds a language.
    pub fn add(&mut self, lang: Lang) {
        match lang {
            Lang::Zh => self.zh = true,
            Lang::En => self.en = true,
        }
    }
}

/// Settings of one annotation run. The core never reads a clock: what is not given here comes from the text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// When the article was published; wins over the dateline.
    pub published: Option<DateTime>,
    /// The article's language; `None` counts scripts sentence by sentence.
    pub lang: Option<Lang>,
}

impl Options {
    /// The largest text that is taken, in bytes.
    pub const MAX_BYTES: usize = 64 << 20;

    /// Reads a publication date: `2024-02-21`, `2024-02-21T15:34`, `2024-02-21 15:34:00`, a zone is dropped.
    ///
    /// # Errors
    /// [`Error::is_date`] when the text is no such date or the date does not exist.
    pub fn parse_published(text: &str) -> Result<DateTime> {
        let fail = || Error::date(text);
        let text = text.trim();
        let (date, time) = match text.split_once(['T', 't', ' ']) {
            Some((date, time)) => (date, time),
            None => (text, ""),
        };
        let number = |part: &str, digits: core::ops::RangeInclusive<usize>| -> Result<i16> {
            if digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()) {
                part.parse().map_err(|_| fail())
            } else {
                Err(fail())
            }
        };
        let mut parts = date.split(['-', '/']);
        let (Some(y), Some(m), Some(d), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(fail());
        };
        let (year, month, day) = (number(y, 4..=4)?, number(m, 1..=2)?, number(d, 1..=2)?);
        let clock = time.trim_end_matches(['Z', 'z']);
        let clock = clock.split(['+', '-', '.']).next().unwrap_or_default().trim();
        let (mut hms, mut n) = ([0i16; 3], 0);
        if !clock.is_empty() {
            for part in clock.split(':') {
                *hms.get_mut(n).ok_or_else(fail)? = number(part, 1..=2)?;
                n += 1;
            }
            if n < 2 {
                return Err(fail());
            }
        }
        DateTime::new(year, month as i8, day as i8, hms[0] as i8, hms[1] as i8, hms[2] as i8, 0)
            .map_err(|_| fail())
    }
}
