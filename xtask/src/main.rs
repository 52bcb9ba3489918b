//! The developer commands. `cargo xtask` lists them.

mod arguments;
mod bench;
mod build;
mod calendar;
mod config;
mod dist;
mod fold;
mod fuzz;
mod mime;
mod npm;
mod process;
mod runner;
mod schema;
mod score;
mod serve;
mod split;
mod test;
mod tools;
mod train;
mod watch;
mod words;

use std::process::ExitCode;

/// What every command returns: a message for the person who ran it is the only error there is.
type Result<T = ()> = std::result::Result<T, String>;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve   build the page, serve it on 127.0.0.1 and open it
          --port N (8080)  --watch (rebuild on change)  --no-open  --dir DIR (www)  --no-build
  test    everything that has to hold: formatting, lints, native, wasm, page and end-to-end tests, scores
          [STAGE…]
  dist    write dist/site (static, hashed) and dist/annotator.html (one file); sizes against the budgets
          --no-build
  bench   speed natively and in the browser, beside other packages
          --native  --browser  --no-peers  --save (the baseline)
  fuzz    coverage-guided fuzzing, on nightly: [TARGET…] --seconds N (60) --runs N
  build   build www/pkg only: --profile release|dev
  npm     the npm package, dist/npm
  schema  write schema/article-1.json from the Rust types; --check compares
  score   annotate the gold sets beside the repository and compare: F1 by type and language, attributes, floors
          [SET…]  --all (the training sets too)  --type TYPE  --errors N  --raise (the floors)
  calendar  write the lunar, solar-term and holiday tables of the core; --check compares instead
  fold    write the table of traditional and simplified characters from OpenCC's data
          DIR  --check
  words   write the list of Han words, and score it on what was held out of its corpus
          CORPUS DICTIONARY NEWS
  train   train the tagger's models from the corpora beside the repository: [zh|en]; kinds: what tells the kind
          of a name, from tests/gold
          --measure (hold texts out, write nothing)  --errors  --check  --data DIR  --out DIR
          --weights N  --epochs N
  tools   install everything that the commands need, and say where it is";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((command, rest)) = arguments.split_first() else {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    };
    let outcome = match command.as_str() {
        "serve" => serve::run_command(rest),
        "build" => build::run_command(rest),
        "npm" => npm::run_command(rest),
        "schema" => schema::run_command(rest),
        "score" => score::run_command(rest),
        "dist" => dist::run_command(rest),
        "test" => test::run_command(rest),
        "calendar" => calendar::run_command(rest),
        "bench" => bench::run_command(rest),
        "fuzz" => fuzz::run_command(rest),
        "fold" => fold::run_command(rest),
        "words" => words::run_command(rest),
        "train" => train::run_command(rest),
        "tools" => tools::install_all(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("no command {other:?}\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
