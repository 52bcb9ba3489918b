//! Sizes as written, in gzip and in brotli, against the budgets.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::config::Budget;
use crate::process::output;

/// Node's zlib has both; it is here already for the tests.
const MEASURE: &str = "
const fs = require('fs'), zlib = require('zlib'), q = zlib.constants;
for (const file of process.argv.slice(1)) {
  const bytes = fs.readFileSync(file);
  const brotli = zlib.brotliCompressSync(bytes, { params: { [q.BROTLI_PARAM_QUALITY]: 11, [q.BROTLI_PARAM_LGWIN]: 24 } });
  console.log(bytes.length, zlib.gzipSync(bytes, { level: 9 }).length, brotli.length);
}";

/// Prints the table and fails where a budget is passed. `first` are the files needed for the first marks; where one of
/// several is, the largest counts.
pub fn report(budget: &Budget, dist: &Path, first: &[Vec<String>]) -> Result {
    let site = dist.join("site");
    let mut names = Vec::new();
    list(&site, "", &mut names)?;
    names.sort();
    let single = dist.join("annotator.html");
    let mut node = Command::new("node");
    node.args(["--eval", MEASURE, "--"]).args(names.iter().map(|name| site.join(name))).arg(&single);
    let measured = output(&mut node)?;
    let rows: Vec<Vec<u64>> = measured
        .lines()
        .map(|line| line.split(' ').filter_map(|number| number.parse().ok()).collect())
        .collect();

    let brotli: BTreeMap<&String, u64> = names.iter().zip(&rows).map(|(name, row)| (name, row[2])).collect();
    let first: Vec<&String> =
        first.iter().filter_map(|files| files.iter().max_by_key(|file| brotli.get(file))).collect();
    let mut table: Vec<(&String, &Vec<u64>)> = names.iter().zip(&rows).collect();
    table.sort_by_key(|(name, _)| !first.contains(name));

    println!("{:>10} {:>10} {:>10}  before the first marks *", "raw", "gzip", "brotli");
    let print = |row: &[u64], name: &str| println!("{:>10} {:>10} {:>10}  {name}", row[0], row[1], row[2]);
    let (mut before, mut total) = ([0; 3], [0; 3]);
    for (name, row) in table {
        let early = first.contains(&name);
        print(row, &format!("{name}{}", if early { " *" } else { "" }));
        for index in 0..3 {
            total[index] += row[index];
            before[index] += if early { row[index] } else { 0 };
        }
    }
    print(&before, &format!("before the first marks; budget {} in brotli", budget.first_marks));
    print(&total, &format!("dist/site in all; budget {} in brotli", budget.total));
    rows.last().iter().for_each(|row| print(row, "dist/annotator.html"));
    let over = |name: &str, size: u64, budget: u64| {
        (size > budget).then(|| format!("{name}: {size} bytes in brotli, {} over the budget", size - budget))
    };
    let passed: Vec<String> = [
        over("before the first marks", before[2], budget.first_marks),
        over("in all", total[2], budget.total),
    ]
    .into_iter()
    .flatten()
    .collect();
    if passed.is_empty() { Ok(()) } else { Err(passed.join("\n")) }
}

fn list(dir: &Path, prefix: &str, names: &mut Vec<String>) -> Result {
    for entry in fs::read_dir(dir).map_err(|e| format!("{}: {e}", dir.display()))?.flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), names)?
        } else {
            names.push(name)
        }
    }
    Ok(())
}
