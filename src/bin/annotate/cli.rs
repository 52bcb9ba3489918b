//! Reads the command line, hands the work out, reports.

mod args;
mod files;
mod format;
mod lines;
mod pipeline;
mod report;

use std::process::ExitCode;

use article_annotator::Annotator;
use article_annotator::model::Models;

use args::{Args, Parsed};
use report::Report;

/// Every document was done.
const DONE: u8 = 0;
/// Some input could not be read or understood; everything else was done.
const FAILED: u8 = 1;
/// The command line itself is wrong; nothing was done.
const USAGE: u8 = 2;

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let args = match args::parse(std::env::args_os().skip(1)) {
        Ok(Parsed::Run(args)) => *args,
        Ok(Parsed::Help) => return say(args::HELP),
        Ok(Parsed::Version) => return say(concat!("annotate ", env!("CARGO_PKG_VERSION"), "\n")),
        Err(message) => {
            eprintln!("annotate: {message}\nTry 'annotate --help'.");
            return ExitCode::from(USAGE);
        }
    };
    let annotator = annotator(&args);
    let mut report = Report::new();
    let done = if args.jsonl {
        lines::run(&args, &annotator, &mut report)
    } else {
        files::run(&args, &annotator, &mut report)
    };
    report.close();
    match done {
        Ok(()) if report.failures() == 0 => ExitCode::from(DONE),
        Ok(()) => ExitCode::from(FAILED),
        // The reader has seen enough, as with `| head`.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::from(DONE),
        Err(error) if error.kind() == std::io::ErrorKind::InvalidInput => {
            eprintln!("annotate: {error}");
            ExitCode::from(USAGE)
        }
        Err(error) => {
            eprintln!("annotate: {error}");
            ExitCode::from(FAILED)
        }
    }
}

fn annotator(args: &Args) -> Annotator {
    Annotator::new(if args.no_model { Models::none() } else { Models::bundled() })
}

fn say(text: &str) -> ExitCode {
    use std::io::Write;
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::from(DONE)
}
