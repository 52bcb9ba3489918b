//! `cargo xtask bench`: speed natively and in the browser, beside what other packages reach in the same run.

mod text;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::arguments::Arguments;
use crate::config::{self, Config};
use crate::process::{on_path, output, run, say};
use crate::{Result, build, serve, tools};

const SIZES: [(&str, usize); 3] = [("3k", 3_000), ("100k", 100_000), ("1M", 1_000_000)];

/// `cargo xtask bench [--native|--browser] [--no-peers] [--save]`.
pub fn run_command(arguments: &[String]) -> Result {
    let mut arguments = Arguments::new(arguments);
    let (native_only, browser_only) = (arguments.flag("--native"), arguments.flag("--browser"));
    let (peers, save) = (!arguments.flag("--no-peers"), arguments.flag("--save"));
    arguments.finish()?;
    let texts = texts()?;
    if !browser_only {
        native(&texts, save)?;
    }
    if !native_only {
        browser(&texts, peers)?;
    }
    Ok(())
}

/// Writes the texts to target/bench: generated ones, and real news where the shared data is.
fn texts() -> Result<PathBuf> {
    let dir = config::target().join("bench");
    let error = |e: std::io::Error| format!("{}: {e}", dir.display());
    fs::create_dir_all(&dir).map_err(error)?;
    for lang in ["zh", "en"] {
        for (name, characters) in SIZES {
            fs::write(dir.join(format!("{lang}-{name}.txt")), text::generated(lang, characters))
                .map_err(error)?;
        }
    }
    let news =
        config::shared().map(|shared| shared.join("data/news_zh.jsonl.xz")).filter(|file| file.is_file());
    match (news, on_path("xz")) {
        (Some(news), Some(xz)) => {
            let lines = output(Command::new(xz).args(["--decompress", "--stdout"]).arg(news))?;
            let items = lines.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
            let all: Vec<String> =
                items.take(3_000).filter_map(|item| item.get("text")?.as_str().map(String::from)).collect();
            let all = all.join("\n\n");
            for (name, characters) in [("100k", 100_000), ("1M", 1_000_000)] {
                let text: String = all.chars().take(characters).collect();
                fs::write(dir.join(format!("zh-news-{name}.txt")), text).map_err(error)?;
            }
        }
        _ => say("real news: skipped: no ../shared"),
    }
    Ok(dir)
}

/// The release build, with the change against the saved baseline.
fn native(texts: &Path, save: bool) -> Result {
    say("cargo bench --bench speed (release)");
    let rows = output(
        Command::new("cargo")
            .args(["bench", "--quiet", "--bench", "speed"])
            .env("BENCH_TEXTS", texts)
            .current_dir(config::root()),
    )?;
    let baseline_file = config::root().join("tests/bench/baseline.json");
    let baseline: BTreeMap<String, f64> = fs::read_to_string(&baseline_file)
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    let mut now = BTreeMap::new();
    println!("\nnative                                                   M chars/s         ms   baseline");
    for line in rows.lines() {
        let mut cells = line.split('\t');
        let (Some(text), Some(what), Some(speed), Some(ms)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let speed: f64 = speed.parse().map_err(|_| format!("{line:?} is no row"))?;
        let key = format!("{text}, {what}");
        let change = baseline
            .get(&key)
            .map(|old| format!("{:+.0} %", 100.0 * (speed / old - 1.0)))
            .unwrap_or_default();
        println!("  {text:12} {what:40} {:10.2} {ms:>10} {change:>10}", speed / 1e6);
        now.insert(key, speed);
    }
    if save {
        let text = serde_json::to_string_pretty(&now).map_err(|e| e.to_string())?;
        fs::write(&baseline_file, text + "\n").map_err(|e| format!("{}: {e}", baseline_file.display()))?;
        say("tests/bench/baseline.json written");
    }
    Ok(())
}

/// The built page's engine and, in the same browser, other packages; then the page itself.
fn browser(texts: &Path, peers: bool) -> Result {
    let config = Config::load()?;
    build::build(&config, None)?;
    tools::node_modules(&config::root().join("tests"))?;
    let here = config::root().join("tests/bench");
    let bundle = config::target().join("bench/peers.js");
    if peers {
        tools::node_modules(&here)?;
        run(Command::new(tools::esbuild(&config)?)
            .arg(here.join("peers.js"))
            .args([
                "--bundle",
                "--minify",
                "--format=iife",
                "--global-name=peers",
                "--log-level=error",
                "--loader:.wasm=binary",
            ])
            .arg(format!("--outfile={}", bundle.display())))?;
    }
    let address = serve::start(&config::root().join("www"), 0)?;
    let chromium = tools::chromium()?;
    for script in ["browser.js", "page.js"] {
        run(Command::new("node")
            .arg(here.join(script))
            .env("PAGE_URL", format!("http://{address}/"))
            .env("CHROMIUM", &chromium)
            .env("BENCH_TEXTS", texts)
            .env("PEERS", if peers { bundle.as_os_str() } else { "".as_ref() })
            .current_dir(&here))?;
    }
    Ok(())
}
