//! The public number and date suites, by the scorer that lies beside them.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::Measured;
use crate::Result;
use crate::process::{on_path, output, say};

/// The cases as articles: a case's reference time is when its text was published.
pub fn articles(suite: &Path, written: &Path) -> Result {
    let text = std::fs::read_to_string(suite).map_err(|e| format!("{}: {e}", suite.display()))?;
    let mut out = String::new();
    for line in text.lines() {
        let case: Value = serde_json::from_str(line).map_err(|e| format!("{}: {e}", suite.display()))?;
        let article = serde_json::json!({"id": case["id"], "lang": case["lang"], "text": case["text"], "published": case["reference"]});
        out += &format!("{article}\n");
    }
    std::fs::write(written, out).map_err(|e| format!("{}: {e}", written.display()))
}

/// Prints the scorer's table for the cases that an article could contain and records its totals.
pub fn report(shared: &Path, suite: &Path, predicted: &Path, measured: &mut Measured) -> Result {
    let scorer = shared.join("score/score_values.py");
    let Some(python) = on_path("python3").filter(|_| scorer.is_file()) else {
        say("value suites: skipped: no python3");
        return Ok(());
    };
    let json = predicted.with_extension("table.json");
    let table = output(
        Command::new(python).arg(scorer).args([suite, predicted]).arg("--news").arg("--json").arg(&json),
    )?;
    println!("\nvalue suites\n{}", table.trim_end());
    let text = std::fs::read_to_string(&json).map_err(|e| format!("{}: {e}", json.display()))?;
    let table: Value = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", json.display()))?;
    let sum = |name: &str| -> f64 {
        let groups = table.as_object().into_iter().flat_map(|groups| groups.values());
        groups.filter_map(|counts| counts.get(name)?.as_f64()).sum()
    };
    let row = measured.entry("value suites".into()).or_default();
    row.insert("exact recall".into(), 100.0 * sum("exact") / sum("gold").max(1.0));
    row.insert("exact precision".into(), 100.0 * sum("pred_exact") / sum("pred").max(1.0));
    row.insert("right values".into(), 100.0 * sum("right") / sum("valued").max(1.0));
    Ok(())
}
