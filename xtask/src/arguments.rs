//! Command-line arguments: `--name`, `--name value`, and words.

use crate::Result;

/// What is left to be read of a command's arguments.
pub struct Arguments(Vec<String>);

impl Arguments {
    pub fn new(all: &[String]) -> Arguments {
        Arguments(all.to_vec())
    }

    /// Whether a switch was given.
    pub fn flag(&mut self, name: &str) -> bool {
        let found = self.0.iter().position(|a| a == name);
        if let Some(index) = found {
            self.0.remove(index);
        }
        found.is_some()
    }

    /// The word after an option.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(index) = self.0.iter().position(|a| a == name) else { return Ok(None) };
        self.0.remove(index);
        if index < self.0.len() {
            Ok(Some(self.0.remove(index)))
        } else {
            Err(format!("{name} needs a value"))
        }
    }

    /// The number after an option.
    pub fn number<N: std::str::FromStr>(&mut self, name: &str) -> Result<Option<N>> {
        let Some(text) = self.value(name)? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| format!("{name} needs a number, not {text:?}"))
    }

    /// The words that are left; an option among them is an error.
    pub fn words(self) -> Result<Vec<String>> {
        match self.0.iter().find(|a| a.starts_with("--")) {
            Some(unknown) => Err(format!("no option {unknown}")),
            None => Ok(self.0),
        }
    }

    /// Nothing may be left.
    pub fn finish(self) -> Result {
        match self.words()?.first() {
            Some(word) => Err(format!("{word:?} is not expected here")),
            None => Ok(()),
        }
    }
}
