//! `tests/floors.toml`: the least that each set must reach, in per cent.

use std::fs;
use std::path::PathBuf;

use super::Measured;
use crate::Result;
use crate::config;
use crate::process::say;

/// What a floor stays below the measured value when it is raised, so that a rule that gains much may lose a little.
const SLACK: f64 = 0.5;

/// The floors by set and by type or attribute.
pub struct Floors(Measured);

impl Floors {
    pub fn load() -> Result<Floors> {
        let Ok(text) = fs::read_to_string(path()) else { return Ok(Floors(Measured::new())) };
        toml::from_str(&text).map(Floors).map_err(|e| format!("tests/floors.toml: {e}"))
    }

    /// How many floors there are for what was measured.
    pub fn count(&self, measured: &Measured) -> usize {
        self.0.iter().filter(|(set, _)| measured.contains_key(*set)).map(|(_, row)| row.len()).sum()
    }

    /// A line for each measure that is below its floor. What was not measured this time is not judged.
    pub fn fallen(&self, measured: &Measured) -> Vec<String> {
        let mut lines = Vec::new();
        for (set, row) in &self.0 {
            let Some(now) = measured.get(set) else { continue };
            for (name, floor) in row {
                if let Some(value) = now.get(name).filter(|value| *value < floor) {
                    lines.push(format!("  {set} {name}: {value:.2}, floor {floor:.1}"));
                }
            }
        }
        lines
    }

    /// Writes the file with every floor that the measured values allow to rise; none ever falls.
    pub fn raise(mut self, measured: &Measured) -> Result {
        let mut risen = 0;
        for (set, row) in measured {
            for (name, value) in row {
                let allowed = ((value - SLACK) * 10.0).floor().max(0.0) / 10.0;
                let floor = self.0.entry(set.clone()).or_default().entry(name.clone()).or_insert(0.0);
                if allowed > *floor {
                    *floor = allowed;
                    risen += 1;
                }
            }
        }
        let mut text = String::from(
            "# The least that each set must reach, in per cent: F1 of exact spans, or the share of right attributes.\n\
             # `cargo xtask score --raise` raises them; they never fall.\n",
        );
        for (set, row) in &self.0 {
            text += &format!("\n[\"{set}\"]\n");
            for (name, floor) in row {
                text += &format!("\"{name}\" = {floor:.1}\n");
            }
        }
        fs::write(path(), text).map_err(|e| format!("{}: {e}", path().display()))?;
        say(format!("tests/floors.toml: {risen} floors raised"));
        Ok(())
    }
}

fn path() -> PathBuf {
    config::root().join("tests/floors.toml")
}
