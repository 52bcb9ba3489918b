//! The command line: `annotate --jsonl < articles.jsonl`.

use std::io::{BufRead, Write};

use article_annotator::export::jsonl::records;
use article_annotator::{Annotator, Document, Options};

fn main() -> std::process::ExitCode {
    let annotator = Annotator::default();
    let mut failed = false;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let done = (|| -> Result<(), Box<dyn std::error::Error>> {
            let input: serde_json::Value = serde_json::from_str(&line?)?;
            let mut options = Options::default();
            if let Some(published) = input["published"].as_str() {
                options.published = Some(Options::parse_published(published)?);
            }
            let document = Document::from_text(input["text"].as_str().unwrap_or_default())?;
            let annotations = annotator.annotate(&document, &options);
            let line =
                serde_json::json!({"id": input["id"], "annotations": records(&document, &annotations)});
            writeln!(out, "{line}")?;
            Ok(())
        })();
        if let Err(error) = done {
            eprintln!("line {}: {error}", number + 1);
            failed = true;
        }
    }
    if failed { std::process::ExitCode::FAILURE } else { std::process::ExitCode::SUCCESS }
}
