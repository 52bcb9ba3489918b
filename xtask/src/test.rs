//! `cargo xtask test`: everything that has to hold, one stage after the other, with a summary at the end.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::config::{self, Config};
use crate::process::{run, say};
use crate::runner::{self, Tally};
use crate::{Result, arguments::Arguments, build, dist, npm, score, serve, tools};

/// How a stage ended.
enum Outcome {
    Done(Tally),
    Skipped(String),
}

struct Stage {
    name: &'static str,
    what: &'static str,
    run: fn(&Config) -> Result<Outcome>,
}

const STAGES: [Stage; 10] = [
    Stage { name: "format", what: "cargo fmt --check", run: format },
    Stage {
        name: "lints",
        what: "cargo clippy, native and wasm32, warnings are errors; generated files",
        run: lints,
    },
    Stage {
        name: "native",
        what: "cargo test: units, documentation, integration, fuzz corpora",
        run: native,
    },
    Stage { name: "wasm", what: "wasm-pack test: the glue in headless Chromium", run: wasm },
    Stage { name: "page", what: "www/pkg, built as for the page", run: page },
    Stage { name: "types", what: "tsc: the page's JavaScript against its types", run: types },
    Stage { name: "js", what: "node --test tests/js", run: js },
    Stage { name: "e2e", what: "node --test tests/e2e: the built page in Chromium", run: e2e },
    Stage {
        name: "dist",
        what: "sizes against the budgets; node --test tests/dist: the written site and file",
        run: written,
    },
    Stage { name: "score", what: "the gold sets against tests/floors.toml", run: floors },
];

/// `cargo xtask test [STAGE…]`.
pub fn run_command(arguments: &[String]) -> Result {
    let wanted = Arguments::new(arguments).words()?;
    if let Some(unknown) = wanted.iter().find(|w| STAGES.iter().all(|stage| stage.name != **w)) {
        let names = STAGES.map(|stage| stage.name).join(", ");
        return Err(format!("no stage {unknown:?}; there are {names}"));
    }
    let config = Config::load()?;
    let stages: Vec<&Stage> =
        STAGES.iter().filter(|s| wanted.is_empty() || wanted.iter().any(|w| w == s.name)).collect();
    let mut lines = Vec::new();
    let mut total = Tally::default();
    let started = Instant::now();
    for (index, stage) in stages.iter().enumerate() {
        println!("\n── {} of {}: {}: {}", index + 1, stages.len(), stage.name, stage.what);
        let begun = Instant::now();
        let outcome = (stage.run)(&config);
        let took = seconds(begun.elapsed());
        lines.push(match outcome {
            Ok(Outcome::Done(tally)) => {
                total.add(tally);
                format!("{:8} {tally}  ({took})", stage.name)
            }
            Ok(Outcome::Skipped(why)) => format!("{:8} skipped: {why}", stage.name),
            Err(message) => {
                eprintln!("{message}");
                total.failed += 1;
                let first = message.lines().next().unwrap_or_default();
                format!("{:8} FAILED: {first}  ({took})", stage.name)
            }
        });
        println!("{}", lines.last().map(String::as_str).unwrap_or_default());
    }
    println!("\n── summary, {}", seconds(started.elapsed()));
    lines.iter().for_each(|line| println!("{line}"));
    println!("{total}");
    if total.failed == 0 { Ok(()) } else { Err("some tests failed".into()) }
}

fn seconds(time: Duration) -> String {
    format!("{:.0} s", time.as_secs_f64())
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(config::root());
    command
}

/// Stages that are one check pass or fail as a whole.
fn checked(all: impl IntoIterator<Item = Command>) -> Result<Outcome> {
    let mut tally = Tally::default();
    for mut command in all {
        run(&mut command)?;
        tally.passed += 1;
    }
    Ok(Outcome::Done(tally))
}

/// Stages whose runner counts its tests.
fn counted(all: impl IntoIterator<Item = Command>) -> Result<Outcome> {
    let mut tally = Tally::default();
    for mut command in all {
        tally.add(runner::run(&mut command)?);
    }
    Ok(Outcome::Done(tally))
}

fn format(_: &Config) -> Result<Outcome> {
    checked([cargo(&["fmt", "--all", "--check"])])
}

fn lints(_: &Config) -> Result<Outcome> {
    tools::wasm_target()?;
    // What is tested may not panic; the tests and benchmarks may, helpers included.
    let core =
        ["clippy", "--quiet", "--package", "article-annotator", "--lib", "--bins", "--", "-D", "warnings"];
    let mut all = cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    all.args(["-A", "clippy::unwrap_used", "-A", "clippy::expect_used", "-A", "clippy::panic"]);
    let wasm = ["clippy", "--quiet", "--lib", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
    // What is generated: the schema from the types, the calendars from the libraries that keep them.
    let generated = ["schema", "calendar"].map(|name| cargo(&["xtask", name, "--check"]));
    checked([cargo(&core), all, cargo(&wasm)].into_iter().chain(generated))
}

fn native(_: &Config) -> Result<Outcome> {
    counted([cargo(&["test", "--quiet", "--workspace", "--no-fail-fast"])])
}

fn wasm(config: &Config) -> Result<Outcome> {
    tools::wasm_target()?;
    let (wasm_pack, path) = (tools::wasm_pack(config)?, tools::path(config)?);
    let (chromium, chromedriver) = (tools::chromium()?, tools::chromedriver()?);
    // The test runner takes the browser's settings from a file.
    let capabilities = serde_json::json!({ "goog:chromeOptions": {
        "binary": chromium,
        "args": ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    }});
    let file = config::target().join("webdriver.json");
    fs::write(&file, capabilities.to_string()).map_err(|e| format!("{}: {e}", file.display()))?;
    let mut command = Command::new(wasm_pack);
    command
        .args([
            "--log-level",
            "warn",
            "test",
            "--headless",
            "--chrome",
            "--mode",
            "no-install",
            "--chromedriver",
        ])
        .arg(chromedriver)
        .args([".", "--test", "wasm"])
        .env("PATH", path)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &file)
        .env("RUST_BACKTRACE", "0")
        .current_dir(config::root());
    counted([command])
}

fn page(config: &Config) -> Result<Outcome> {
    build::build(config, None)?;
    Ok(Outcome::Done(Tally { passed: 1, failed: 0 }))
}

fn types(_: &Config) -> Result<Outcome> {
    let project = config::root().join("www/jsconfig.json");
    if !project.is_file() {
        return Ok(Outcome::Skipped("no www/jsconfig.json".into()));
    }
    let tests = config::root().join("tests");
    tools::node_modules(&tests)?;
    let mut tsc = Command::new("node");
    tsc.arg(tests.join("node_modules/typescript/bin/tsc"))
        .arg("--project")
        .arg(project)
        .current_dir(config::root());
    checked([tsc])
}

fn js(_: &Config) -> Result<Outcome> {
    // The npm package is among what they test; its module is the page's, built already.
    node_tests(Path::new("tests/js"), |_| npm::run_command(&[]))
}

fn e2e(_: &Config) -> Result<Outcome> {
    node_tests(Path::new("tests/e2e"), |command| {
        let chromium = tools::chromium()?;
        let address = serve::start(&config::root().join("www"), 0)?;
        say(format!("the page is at http://{address}/"));
        command.env("PAGE_URL", format!("http://{address}/")).env("CHROMIUM", chromium);
        Ok(())
    })
}

fn written(config: &Config) -> Result<Outcome> {
    dist::write(config)?;
    node_tests(Path::new("tests/dist"), |command| {
        command.env("CHROMIUM", tools::chromium()?);
        Ok(())
    })
}

/// Every `*.test.js` under a directory, one file after the other.
fn node_tests(dir: &Path, prepare: impl FnOnce(&mut Command) -> Result) -> Result<Outcome> {
    let mut files = Vec::new();
    tests_under(&config::root().join(dir), &mut files);
    if files.is_empty() {
        return Ok(Outcome::Skipped(format!("no {}/*.test.js", dir.display())));
    }
    files.sort();
    tools::node_modules(&config::root().join("tests"))?;
    let mut command = Command::new("node");
    command.args(["--test", "--test-reporter=spec", "--test-concurrency=1", "--test-timeout=180000"]);
    command.args(files).current_dir(config::root().join("tests"));
    prepare(&mut command)?;
    counted([command])
}

fn tests_under(dir: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            tests_under(&path, files);
        } else if [".test.js", ".test.mjs"].iter().any(|end| path.to_string_lossy().ends_with(end)) {
            files.push(path);
        }
    }
}

fn floors(_: &Config) -> Result<Outcome> {
    let (count, fallen) = score::check()?;
    if fallen.is_empty() {
        return Ok(Outcome::Done(Tally { passed: count, failed: 0 }));
    }
    println!("below the floors of tests/floors.toml:\n{}", fallen.join("\n"));
    Ok(Outcome::Done(Tally { passed: count.saturating_sub(fallen.len()), failed: fallen.len() }))
}
