//! What can go wrong: bad model or lexicon bytes, a bad option, input over the size limit.

use core::fmt;

/// An error with a reason that can be shown to the person who caused it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(ErrorKind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum ErrorKind {
    TooLong { bytes: usize, limit: usize },
    Date { text: String },
    Model { reason: String },
    Import { reason: String },
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = core::result::Result<T, E>;

impl Error {
    #[cold]
    pub(crate) fn too_long(bytes: usize, limit: usize) -> Self {
        Self(ErrorKind::TooLong { bytes, limit })
    }

    #[cold]
    pub(crate) fn date(text: &str) -> Self {
        Self(ErrorKind::Date { text: text.chars().take(40).collect() })
    }

    #[cold]
    pub(crate) fn model(reason: impl Into<String>) -> Self {
        Self(ErrorKind::Model { reason: reason.into() })
    }

    #[cold]
    pub(crate) fn import(reason: impl Into<String>) -> Self {
        Self(ErrorKind::Import { reason: reason.into() })
    }

    /// True when the text is over the size limit.
    pub fn is_too_long(&self) -> bool {
        matches!(self.0, ErrorKind::TooLong { .. })
    }

    /// True when a date or date-time could not be read.
    pub fn is_date(&self) -> bool {
        matches!(self.0, ErrorKind::Date { .. })
    }

    /// True when model bytes are damaged, foreign or of another version.
    pub fn is_model(&self) -> bool {
        matches!(self.0, ErrorKind::Model { .. })
    }

    /// True when an imported file is not ours, damaged or of a newer version.
    pub fn is_import(&self) -> bool {
        matches!(self.0, ErrorKind::Import { .. })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            ErrorKind::TooLong { bytes, limit } => {
                write!(f, "the text has {bytes} bytes, over the limit of {limit}")
            }
            ErrorKind::Date { text } => {
                // `{:?}` would bring the tables of what can be printed to the page.
                write!(f, "“{text}” is not a date; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS")
            }
            ErrorKind::Model { reason } => write!(f, "the model file cannot be used: {reason}"),
            ErrorKind::Import { reason } => write!(f, "the file cannot be opened: {reason}"),
        }
    }
}

impl core::error::Error for Error {}
