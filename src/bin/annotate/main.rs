//! The command line: annotates files, folders and streams of articles. `annotate --help` teaches it.

#[cfg(not(target_family = "wasm"))]
mod cli;

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

// The tests of the glue build every target for the browser, which has no command line.
#[cfg(target_family = "wasm")]
fn main() {}
