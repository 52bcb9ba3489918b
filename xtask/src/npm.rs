//! `cargo xtask npm`: the npm package, in dist/npm, ready for `npm publish`.

use std::fs;
use std::path::Path;

use crate::arguments::Arguments;
use crate::config::{self, Config};
use crate::process::say;
use crate::{Result, build};

/// What the package holds besides the module: path in the repository, name in the package.
const FILES: [(&str, &str); 14] = [
    ("npm/package.json", "package.json"),
    ("npm/README.md", "README.md"),
    ("npm/index.js", "index.js"),
    ("npm/index.d.ts", "index.d.ts"),
    ("npm/element.js", "element.js"),
    ("npm/element.d.ts", "element.d.ts"),
    ("npm/example.html", "example.html"),
    ("src/wasm/types.d.ts", "engine.d.ts"),
    ("schema/article-1.json", "schema.json"),
    ("www/data/zh.model", "zh.model"),
    ("www/data/en.model", "en.model"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("target/npm/annotator.js", "annotator.js"),
];

/// `cargo xtask npm`.
pub fn run_command(arguments: &[String]) -> Result {
    Arguments::new(arguments).finish()?;
    let mut config = Config::load()?;
    // The same module as the page's, in one piece and with glue that is an ES module.
    config.part.clear();
    config.build.target = "web".into();
    config.build.out_dir = "target/npm".into();
    config.build.out_name = "annotator".into();
    build::build(&config, None)?;
    let package = config::root().join("dist/npm");
    let _ = fs::remove_dir_all(&package);
    fs::create_dir_all(&package).map_err(|e| format!("{}: {e}", package.display()))?;
    for (from, to) in FILES.into_iter().chain([("target/npm/annotator_bg.wasm", "annotator_bg.wasm")]) {
        copy(&config::root().join(from), &package.join(to))?;
    }
    check_version(&package)?;
    say("dist/npm");
    Ok(())
}

/// The package has the crate's version.
fn check_version(package: &Path) -> Result {
    let error = |e: &dyn std::fmt::Display| format!("npm/package.json: {e}");
    let text = fs::read_to_string(package.join("package.json")).map_err(|e| error(&e))?;
    let value: serde_json::Value = serde_json::from_str(&text).map_err(|e| error(&e))?;
    let manifest = fs::read_to_string(config::root().join("Cargo.toml")).map_err(|e| error(&e))?;
    let version = value["version"].as_str().unwrap_or_default();
    if manifest.contains(&format!("\nversion = \"{version}\"\n")) {
        Ok(())
    } else {
        Err(format!("npm/package.json has version {version}, Cargo.toml another"))
    }
}

fn copy(from: &Path, to: &Path) -> Result {
    fs::copy(from, to).map(|_| ()).map_err(|e| format!("{}: {e}", from.display()))
}
