//! `cargo xtask score`: how well the gold sets beside the repository are annotated, against floors that only rise.

mod attributes;
mod floors;
mod gold;
mod spans;
mod suite;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Result;
use crate::arguments::Arguments;
use crate::config;
use crate::process::{run, say};

use floors::Floors;
use gold::Record;

/// Whole pages of our own writing in `tests/gold`, by script, always there. The tagger of organizations learns from those
/// without a number or with a 2, and from `names_…`; all others, and all for figures and dates, are a test.
const OWN: [&str; 46] = [
    "pages_hans",
    "pages_hans2",
    "pages_hans3",
    "pages_hans4",
    "pages_hans5",
    "pages_hans6",
    "pages_hans7",
    "pages_hans8",
    "pages_hans9",
    "pages_hans10",
    "pages_hans11",
    "pages_hans12",
    "pages_hans13",
    "pages_hans14",
    "pages_hans15",
    "pages_hant",
    "pages_hant2",
    "pages_hant4",
    "pages_hant5",
    "pages_hant6",
    "pages_hant7",
    "pages_hant8",
    "pages_hant9",
    "pages_hant10",
    "pages_hant11",
    "pages_hant12",
    "pages_hant13",
    "pages_hant14",
    "pages_hant15",
    "pages_hk3",
    "pages_tw3",
    "pages_en",
    "pages_en2",
    "pages_en3",
    "pages_en4",
    "pages_en5",
    "pages_en6",
    "pages_en7",
    "pages_en8",
    "pages_en9",
    "pages_en10",
    "pages_en11",
    "pages_en12",
    "pages_en13",
    "pages_en14",
    "press_en",
];
/// The development sets beside the repository; nothing is trained on them.
const DEVELOPMENT: [&str; 2] = ["seed", "news_dev"];
/// The sets that are shown besides, on request.
const TRAINING: [&str; 3] = ["news_train_zh", "news_train_en", "pages_train"];

/// What was measured: "news_dev.zh" → "figure" → per cent.
pub type Measured = BTreeMap<String, BTreeMap<String, f64>>;

/// `cargo xtask score [SET…] [--all] [--type TYPE] [--errors N] [--profile P] [--raise]`.
pub fn run_command(arguments: &[String]) -> Result {
    let mut arguments = Arguments::new(arguments);
    let errors = arguments.number("--errors")?.unwrap_or(0);
    let only = arguments.value("--type")?;
    let raise = arguments.flag("--raise");
    let all = arguments.flag("--all");
    let profile = arguments.value("--profile")?.unwrap_or_else(|| "quick".into());
    let mut sets = arguments.words()?;
    if sets.is_empty() {
        sets = judged();
        if all {
            sets.extend(TRAINING.map(String::from));
        }
    }
    let measured = measure(&sets, &profile, only.as_deref(), errors)?;
    let floors = Floors::load()?;
    if raise {
        return floors.raise(&measured);
    }
    let fallen = floors.fallen(&measured);
    if fallen.is_empty() {
        Ok(())
    } else {
        Err(format!("below the floors of tests/floors.toml:\n{}", fallen.join("\n")))
    }
}

/// Checks the floors: how many were judged, and a line for each that was not reached.
pub fn check() -> Result<(usize, Vec<String>)> {
    let measured = measure(&judged(), "dev", None, 0)?;
    let floors = Floors::load()?;
    Ok((floors.count(&measured), floors.fallen(&measured)))
}

/// The sets that floors hold for.
fn judged() -> Vec<String> {
    OWN.iter().chain(&DEVELOPMENT).map(ToString::to_string).collect()
}

fn measure(sets: &[String], profile: &str, only: Option<&str>, errors: usize) -> Result<Measured> {
    let shared = config::shared();
    if shared.is_none() {
        say("skipped: no ../shared: the development sets and the value suites");
    }
    let annotate = annotator(profile)?;
    let mut measured = Measured::new();
    for set in sets {
        let name = format!("{set}.jsonl");
        let own = config::root().join("tests/gold").join(&name);
        let beside = shared.as_ref().map(|shared| shared.join("gold").join(&name));
        let Some(file) = Some(own).filter(|own| own.is_file()).or(beside) else { continue };
        let predicted = annotated(&annotate, &file)?;
        let records = gold::read(&file, &predicted)?;
        println!("\n{set}");
        spans::print_header();
        for lang in langs(&records) {
            let of_lang: Vec<&Record> = records.iter().filter(|r| r.lang == lang).collect();
            let row = measured.entry(format!("{set}.{lang}")).or_default();
            for (kind, counts) in spans::count(&of_lang, only) {
                counts.print(&lang, &kind);
                row.insert(kind, 100.0 * counts.exact().f1);
            }
        }
        attributes::report(
            &records,
            &format!("{set}.attributes"),
            &mut measured,
            if only.is_none() { errors } else { 0 },
        );
        spans::print_errors(&records, only, errors);
    }
    let suite = shared.as_ref().map(|shared| (shared, shared.join("data/values_dev.jsonl")));
    if let Some((shared, suite)) = suite.filter(|(_, suite)| only.is_none() && suite.is_file()) {
        let articles = config::target().join("score/values_articles.jsonl");
        suite::articles(&suite, &articles)?;
        let predicted = annotated(&annotate, &articles)?;
        suite::report(shared, &suite, &predicted, &mut measured)?;
    }
    Ok(measured)
}

fn langs(records: &[Record]) -> Vec<String> {
    let mut langs: Vec<String> = records.iter().map(|r| r.lang.clone()).collect();
    langs.sort();
    langs.dedup();
    langs
}

/// The command-line program, built.
pub fn annotator(profile: &str) -> Result<PathBuf> {
    say(format!("cargo build --profile {profile} --bin annotate"));
    run(Command::new("cargo")
        .args(["build", "--quiet", "--profile", profile, "--bin", "annotate"])
        .current_dir(config::root()))?;
    let dir = if profile == "dev" { "debug" } else { profile };
    Ok(config::target().join(dir).join(crate::process::executable("annotate")))
}

/// Runs `annotate --jsonl` over a file; returns the file of what it wrote.
fn annotated(annotate: &Path, file: &Path) -> Result<PathBuf> {
    let error = |e: std::io::Error| format!("{}: {e}", file.display());
    let dir = config::target().join("score");
    std::fs::create_dir_all(&dir).map_err(error)?;
    let written = dir.join(file.file_name().unwrap_or_default()).with_extension("predicted.jsonl");
    let status = Command::new(annotate)
        .arg("--jsonl")
        .stdin(Stdio::from(File::open(file).map_err(error)?))
        .stdout(Stdio::from(File::create(&written).map_err(error)?))
        .status()
        .map_err(|e| format!("{}: {e}", annotate.display()))?;
    if status.success() {
        Ok(written)
    } else {
        Err(format!("annotate --jsonl < {}: {status}", file.display()))
    }
}
