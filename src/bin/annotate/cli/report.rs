//! What is said on standard error: failures always, progress on a terminal only.

use std::fmt::Display;
use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// Counts what was done and says so.
pub struct Report {
    terminal: bool,
    start: Instant,
    said: Instant,
    documents: u64,
    bytes: u64,
    failures: u64,
}

impl Report {
    const EVERY: Duration = Duration::from_millis(200);

    /// A report that has nothing to say yet.
    pub fn new() -> Self {
        let now = Instant::now();
        Self { terminal: stderr().is_terminal(), start: now, said: now, documents: 0, bytes: 0, failures: 0 }
    }

    /// Names an input that could not be done.
    pub fn failure(&mut self, message: impl Display) {
        self.failures += 1;
        self.clear();
        eprintln!("annotate: {message}");
    }

    /// Inputs that could not be done.
    pub fn failures(&self) -> u64 {
        self.failures
    }

    /// Counts documents and the bytes read for them.
    pub fn advance(&mut self, documents: u64, bytes: u64) {
        self.documents += documents;
        self.bytes += bytes;
        if self.terminal && self.said.elapsed() > Self::EVERY {
            self.said = Instant::now();
            let (mb, seconds) = (self.bytes as f64 / 1e6, self.start.elapsed().as_secs_f64());
            eprint!("\r\x1b[K{} articles, {mb:.1} MB, {:.1} MB/s", self.documents, mb / seconds);
            let _ = stderr().flush();
        }
    }

    /// Leaves the terminal's line empty.
    pub fn close(&mut self) {
        self.clear();
    }

    fn clear(&self) {
        if self.terminal {
            eprint!("\r\x1b[K");
        }
    }
}
