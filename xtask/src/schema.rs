//! `schema/article-1.json`: the JSON Schema of the article file, generated from the Rust types.

use std::fs;
use std::process::Command;

use crate::Result;
use crate::arguments::Arguments;
use crate::config;
use crate::process::say;

const FILE: &str = "schema/article-1.json";

/// `cargo xtask schema [--check]`.
pub fn run_command(arguments: &[String]) -> Result {
    let mut arguments = Arguments::new(arguments);
    let check = arguments.flag("--check");
    arguments.finish()?;
    let output = Command::new(env!("CARGO"))
        .args([
            "run",
            "--quiet",
            "--package",
            "article-annotator",
            "--features",
            "schema",
            "--example",
            "schema",
        ])
        .current_dir(config::root())
        .output()
        .map_err(|e| format!("cargo: {e}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let path = config::root().join(FILE);
    if check {
        let kept = fs::read(&path).unwrap_or_default();
        return if kept == output.stdout {
            Ok(())
        } else {
            Err(format!("{FILE} is not what the types say: run cargo xtask schema"))
        };
    }
    fs::write(&path, output.stdout).map_err(|e| format!("{}: {e}", path.display()))?;
    say(format!("wrote {FILE}"));
    Ok(())
}
