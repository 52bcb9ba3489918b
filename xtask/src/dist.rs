//! `cargo xtask dist`: the page as a hashed static site, `dist/site`, and in one file, `dist/annotator.html`.

mod hash;
mod modules;
mod page;
mod single;
mod site;
mod sizes;

use crate::arguments::Arguments;
use crate::config::{self, Config};
use crate::process::say;
use crate::{Result, build};
use modules::{Bundler, Module};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Everything that the page is made of, bundled and minified; nothing has its final name yet.
pub struct Parts {
    /// index.html as it is written.
    pub page: String,
    /// The page's modules as files, divided where one is loaded later than another.
    pub modules: Vec<Module>,
    /// The same modules in one script.
    pub script: Vec<u8>,
    pub style: Vec<u8>,
    /// What the page loads besides: name → (path below www, bytes).
    pub resources: BTreeMap<String, (String, Vec<u8>)>,
}

/// `cargo xtask dist [--no-build]`.
pub fn run_command(arguments: &[String]) -> Result {
    let mut arguments = Arguments::new(arguments);
    let building = !arguments.flag("--no-build");
    arguments.finish()?;
    let config = Config::load()?;
    if building {
        build::build(&config, None)?;
    }
    write(&config)
}

/// Writes both forms and checks the budgets.
pub fn write(config: &Config) -> Result {
    let www = config::root().join("www");
    let dist = config::root().join("dist");
    let parts = parts(config, &www)?;
    say("dist/site and dist/annotator.html");
    // Only what an earlier run wrote is removed.
    let _ = fs::remove_dir_all(dist.join("site"));
    let first = site::write(&parts, &www, &dist.join("site"))?;
    single::write(&parts, &www, &dist.join("annotator.html"))?;
    sizes::report(&config.budget, &dist, &first)
}

fn parts(config: &Config, www: &Path) -> Result<Parts> {
    let bundler = Bundler::new(config, www)?;
    let mut modules = bundler.modules("main.js")?;
    let mut resources = BTreeMap::new();
    for (name, path) in page::resources(&read_text(&www.join("resources.js"))?)? {
        if let Some(module) = modules.iter_mut().find(|module| module.source.as_ref() == Some(&path)) {
            module.name = Some(name);
            continue;
        }
        let bytes = match path.rsplit('.').next() {
            Some("js") => bundler.file(&path, &[])?,
            Some("css") => bundler.file(&path, &["--bundle"])?,
            _ => read(&www.join(&path))?,
        };
        resources.insert(name, (path, bytes));
    }
    Ok(Parts {
        page: read_text(&www.join("index.html"))?,
        modules,
        script: bundler.file("main.js", &["--bundle", "--format=esm"])?,
        style: bundler.file("style.css", &["--bundle"])?,
        resources,
    })
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn store(path: &Path, bytes: &[u8]) -> Result {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(path, bytes)).map_err(|e| format!("{}: {e}", path.display()))
}
