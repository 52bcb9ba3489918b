//! `cargo xtask fuzz`: coverage-guided fuzzing with cargo-fuzz, on a nightly toolchain.

use std::process::Command;

use crate::arguments::Arguments;
use crate::process::{output, path_with, run, say};
use crate::{Result, config, tools};

/// `cargo xtask fuzz [TARGET…] [--seconds N] [--runs N]`.
pub fn run_command(arguments: &[String]) -> Result {
    let mut arguments = Arguments::new(arguments);
    let seconds: u64 = arguments.number("--seconds")?.unwrap_or(60);
    let runs: Option<u64> = arguments.number("--runs")?;
    let mut targets = arguments.words()?;
    if targets.is_empty() {
        targets = ["annotate", "edit", "import", "model", "edtf"].map(String::from).into();
    }
    output(Command::new("cargo").args(["+nightly", "--version"]))
        .map_err(|_| "fuzzing needs a nightly toolchain: rustup toolchain install nightly")?;
    let cargo_fuzz = tools::cargo_fuzz()?;
    let path = path_with(&cargo_fuzz.parent().into_iter().collect::<Vec<_>>())?;
    for target in targets {
        say(format!("fuzzing {target}"));
        let mut command = Command::new("cargo");
        // Inputs are found in, and new ones go to, target/fuzz-corpus; what is worth keeping is copied to fuzz/corpus.
        let found = config::target().join("fuzz-corpus").join(&target);
        std::fs::create_dir_all(&found).map_err(|e| format!("{}: {e}", found.display()))?;
        command.args(["+nightly", "fuzz", "run", &target]).arg(&found).arg(format!("fuzz/corpus/{target}"));
        command.args(["--", "-print_final_stats=1", "-max_len=4096", "-timeout=10", "-close_fd_mask=3"]);
        match runs {
            Some(runs) => command.arg(format!("-runs={runs}")),
            None => command.arg(format!("-max_total_time={seconds}")),
        };
        run(command.env("PATH", &path).current_dir(config::root()))?;
    }
    Ok(())
}
