//! `cargo xtask train`: the tagger's models from the corpora beside the repository.

use std::path::{Path, PathBuf};

use article_annotator::Lang;
use article_annotator::model::Models;
use article_annotator::train::{Settings, held_out, measure::{Finding, measure}, train};

use crate::Result;

/// Runs the command: `[zh|en] [--measure] [--data DIR] [--out DIR] [--weights N] [--epochs N]`.
pub fn run_command(arguments: &[String]) -> Result {
    let mut languages = vec![Lang::Zh, Lang::En];
    let mut data = PathBuf::from("../shared");
    let mut out = PathBuf::from("www/data");
    let (mut measuring, mut errors, mut weights, mut epochs) = (false, false, 250_000, 4);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().ok_or(format!("{argument} needs a value"));
        let number = |text: &String| text.parse::<usize>().map_err(|_| format!("{text} is no number"));
        match argument.as_str() {
            "zh" => languages = vec![Lang::Zh],
            "en" => languages = vec![Lang::En],
            "--measure" => measuring = true,
            "--errors" => errors = true,
            "--data" => data = value()?.into(),
            "--out" => out = value()?.into(),
            "--weights" => weights = number(value()?)?,
            "--epochs" => epochs = number(value()?)?,
            other => return Err(format!("train does not know {other:?}")),
        }
    }
    if !data.join("data/org").is_dir() {
        return Err(format!("training needs the corpora: there is no {}", data.join("data/org").display()));
    }
    for lang in languages {
        train_one(lang, &data, &out, Settings { lang, hold_out: measuring, weights, epochs }, errors)?;
    }
    Ok(())
}

/// Up to twelve characters on either side.
fn context(text: &str, range: std::ops::Range<usize>) -> (String, String) {
    let flat = |c: char| if c == '\n' { '|' } else { c };
    let before: String = text[..range.start].chars().rev().take(12).map(flat).collect();
    (before.chars().rev().collect(), text[range.end..].chars().take(12).map(flat).collect())
}

fn train_one(lang: Lang, data: &Path, out: &Path, settings: Settings, errors: bool) -> Result {
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
    models.load(&bytes).map_err(|e| e.to_string())?;
    for (part, texts) in held_out(data, lang).map_err(|e| e.to_string())? {
        let score = measure(&models, lang, &texts, |document, span, finding| {
            let sign = match finding {
                Finding::Right(_) => return,
                Finding::Spurious(_) => '+',
                Finding::Missed => '-',
            };
            if errors {
                let (before, after) = context(document.text(), span.range());
                println!("  {sign} {before}[{}]{after}", document.slice(span));
            }
        });
        let (p, r, f) = score.rates();
        println!("{part:12} P {p:5.1}  R {r:5.1}  F {f:5.1}  ({} spans)", score.gold);
    }
    std::fs::write(out.join(name), bytes).map_err(|e| format!("{}: {e}", out.display()))
}
