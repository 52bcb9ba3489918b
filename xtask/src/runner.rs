//! Running a test runner: what passes is left out of its output, what fails and its closing lines are shown and counted.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::Result;

/// Tests that passed and failed.
#[derive(Clone, Copy, Default, Debug, PartialEq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Counts what a closing line says: of cargo's and wasm-bindgen's harness, or of node's.
    fn read(&mut self, line: &str) {
        if let Some((_, counts)) = line.split_once("test result: ") {
            self.passed += before(counts, " passed");
            self.failed += before(counts, " failed");
        } else if let Some(count) = line.strip_prefix("ℹ pass ") {
            self.passed += count.trim().parse().unwrap_or(0);
        } else if let Some(count) = line.strip_prefix("ℹ fail ").or_else(|| line.strip_prefix("ℹ cancelled "))
        {
            self.failed += count.trim().parse().unwrap_or(0);
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number that stands before a word.
fn before(text: &str, word: &str) -> usize {
    let head = text.split(word).next().unwrap_or_default();
    head.rsplit(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// Runs a runner and counts. That it fails without a failed test is an error.
pub fn run(command: &mut Command) -> Result<Tally> {
    let name = command.get_program().to_string_lossy().into_owned();
    let error = |e: std::io::Error| format!("{name}: {e}");
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().map_err(error)?;
    let mut tally = Tally::default();
    for line in child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).split(b'\n')) {
        let line = String::from_utf8_lossy(&line.map_err(error)?).into_owned();
        tally.read(line.trim_end());
        if !dull(&line) {
            println!("{line}");
        }
    }
    let status = child.wait().map_err(error)?;
    if status.success() || tally.failed > 0 { Ok(tally) } else { Err(format!("{name}: {status}")) }
}

/// Lines that say only that something passed or begins.
fn dull(line: &str) -> bool {
    let line = line.trim();
    let first = line.split(' ').next().unwrap_or_default();
    let dots = first.contains('.') && first.bytes().all(|byte| byte == b'.' || byte == b'i');
    let progress =
        ["✔", "running ", "ℹ tests", "ℹ suites", "ℹ skipped 0", "ℹ todo 0", "ℹ cancelled 0", "ℹ duration_ms"];
    line.is_empty()
        || dots
        || line.starts_with("test ") && line.ends_with(" ok")
        || line.starts_with("test result: ok. 0 passed")
        || progress.iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_every_runner_are_counted() {
        let mut tally = Tally::default();
        for line in [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored",
            "ℹ tests 9",
            "ℹ pass 7",
            "ℹ fail 1",
            "ℹ cancelled 1",
            "7 passed, says a test",
        ] {
            tally.read(line);
        }
        assert_eq!(tally, Tally { passed: 22, failed: 4 });
    }

    #[test]
    fn what_fails_is_shown() {
        for line in ["test a::b ... ok", "  ✔ opens (3ms)", "....i. 6/6", ""] {
            assert!(dull(line), "{line}");
        }
        for line in
            ["test a::b ... FAILED", "✖ opens (3ms)", "test result: ok. 3 passed; 0 failed", "i is wrong"]
        {
            assert!(!dull(line), "{line}");
        }
    }
}
