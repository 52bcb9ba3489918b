//! Rebuilding when a source changes.

use std::path::Path;
use std::time::{Duration, SystemTime};
use std::{fs, thread};

use crate::Result;
use crate::config;
use crate::process::say;

/// Looks at the sources twice a second and calls `rebuild` after each change. A build that fails is told and waited out.
pub fn forever(rebuild: impl Fn() -> Result) -> ! {
    let root = config::root();
    let sources =
        [root.join("src"), root.join("Cargo.toml"), root.join("Cargo.lock"), root.join("wasm-pack.toml")];
    let newest = || sources.iter().filter_map(|path| newest_change(path)).max();
    let mut built = newest();
    loop {
        thread::sleep(Duration::from_millis(500));
        let now = newest();
        if now != built {
            built = now;
            match rebuild() {
                Ok(()) => say("rebuilt: reload the page"),
                Err(message) => eprintln!("xtask: {message}"),
            }
        }
    }
}

fn newest_change(path: &Path) -> Option<SystemTime> {
    let meta = fs::metadata(path).ok()?;
    if !meta.is_dir() {
        return meta.modified().ok();
    }
    fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest_change(&entry.path())).max()
}
