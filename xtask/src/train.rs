//! `cargo xtask train`: the tagger's models from the corpora beside the repository.

use std::path::{Path, PathBuf};

use article_annotator::model::Models;
use article_annotator::train::{
    Settings, held_out, kinds,
    measure::{Finding, measure, speed},
    train,
};
use article_annotator::{Annotator, Lang};

use crate::Result;

/// Runs the command. With `--measure` a part of the texts is held out and nothing is written; with `--check` the files
/// must be what training gives.
pub fn run_command(arguments: &[String]) -> Result {
    let mut languages = vec![Lang::Zh, Lang::En];
    let mut data = PathBuf::from("../shared");
    let mut out = PathBuf::from("www/data");
    let (mut kinds, mut check, mut measuring, mut errors) = (false, false, false, false);
    let (mut weights, mut epochs) = (None, 4);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().ok_or(format!("{argument} needs a value"));
        let number = |text: &String| text.parse::<usize>().map_err(|_| format!("{text} is no number"));
        match argument.as_str() {
            "zh" => languages = vec![Lang::Zh],
            "en" => languages = vec![Lang::En],
            "kinds" => kinds = true,
            "--measure" => measuring = true,
            "--errors" => errors = true,
            "--check" => check = true,
            "--data" => data = value()?.into(),
            "--out" => out = value()?.into(),
            "--weights" => weights = Some(number(value()?)?),
            "--epochs" => epochs = number(value()?)?,
            other => return Err(format!("train does not know {other:?}")),
        }
    }
    if kinds {
        return train_kinds(measuring, check);
    }
    if !data.join("data/org").is_dir() {
        return Err(format!("training needs the corpora: there is no {}", data.join("data/org").display()));
    }
    for lang in languages {
        let weights = weights.unwrap_or(match lang {
            Lang::Zh => 200_000,
            Lang::En => 110_000,
        });
        let settings = Settings { lang, hold_out: measuring, weights, epochs };
        train_one(&data, (!measuring).then_some(&out), settings, check, errors)?;
    }
    Ok(())
}

/// Up to twelve characters on either side.
fn context(text: &str, range: std::ops::Range<usize>) -> (String, String) {
    let flat = |c: char| if c == '\n' { '|' } else { c };
    let before: String = text[..range.start].chars().rev().take(12).map(flat).collect();
    (before.chars().rev().collect(), text[range.end..].chars().take(12).map(flat).collect())
}

fn train_one(data: &Path, out: Option<&PathBuf>, settings: Settings, check: bool, errors: bool) -> Result {
    let lang = settings.lang;
    let started = std::time::Instant::now();
    let model =
        train(data, &settings, &mut |line| println!("{:6.1} s  {line}", started.elapsed().as_secs_f32()))
            .map_err(|e| e.to_string())?;
    let bytes = model.encode();
    let name = match lang {
        Lang::Zh => "zh.model",
        Lang::En => "en.model",
    };
    let count = model.weights.iter().flatten().filter(|&&w| w != 0).count();
    println!("{name}: {} bytes, {} patterns, {count} weights", bytes.len(), model.patterns.len());
    let mut models = Models::default();
    let loading = std::time::Instant::now();
    models.load(&bytes).map_err(|e| e.to_string())?;
    println!("loaded in {:.0} ms", loading.elapsed().as_secs_f64() * 1000.0);
    let mut by_confidence = std::collections::BTreeMap::new();
    for (part, texts) in held_out(data, lang).map_err(|e| e.to_string())? {
        let score = measure(&models, lang, &texts, |document, span, finding| {
            let sign = match finding {
                Finding::Right(confidence) => {
                    let counts: &mut (u32, u32) = by_confidence.entry(confidence).or_default();
                    *counts = (counts.0 + 1, counts.1 + 1);
                    return;
                }
                Finding::Spurious(confidence) => {
                    by_confidence.entry(confidence).or_default().1 += 1;
                    '+'
                }
                Finding::Missed => '-',
            };
            if errors {
                let (before, after) = context(document.text(), span.range());
                println!("  {sign} {before}[{}]{after}", document.slice(span));
            }
        });
        let (p, r, f) = score.rates();
        if part == "news" {
            println!("{:.2} M characters a second", speed(&models, lang, &texts) / 1e6);
        }
        println!("{part:12} P {p:5.1}  R {r:5.1}  F {f:5.1}  ({} spans)", score.gold);
    }
    println!("confidence: right of found");
    for (confidence, (right, found)) in by_confidence {
        println!("{confidence:3}: {right} of {found}");
    }
    let Some(path) = out.map(|out| out.join(name)) else { return Ok(()) };
    write(&path, &bytes, check)
}

/// Learns what tells the kind of a name, from the pages in the repository.
fn train_kinds(measuring: bool, check: bool) -> Result {
    let annotator = Annotator::new(Models::bundled());
    let (bytes, share) =
        kinds::train(Path::new("tests/gold"), &annotator, measuring).map_err(|e| e.to_string())?;
    println!("{} bytes", bytes.len());
    if measuring {
        let percent = |n: usize| 100.0 * n as f64 / share.names.max(1) as f64;
        let (rules, both) = (percent(share.rules), percent(share.both));
        println!("of {} names held out: rules {rules:.1} % right, with weights {both:.1} %", share.names);
        return Ok(());
    }
    write(Path::new("src/lexicon/organization_kinds.bin"), &bytes, check)
}

/// Writes what was learned, or compares it with what is there.
fn write(path: &Path, bytes: &[u8], check: bool) -> Result {
    let fail = |e: std::io::Error| format!("{}: {e}", path.display());
    if !check {
        return std::fs::write(path, bytes).map_err(fail);
    }
    if std::fs::read(path).map_err(fail)? == bytes {
        Ok(())
    } else {
        Err(format!("{} is not what training gives", path.display()))
    }
}
