//! The page's modules through esbuild: in one file, or in as many as are loaded at different times.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::read;
use crate::config::{self, Config};
use crate::process::output;
use crate::{Result, tools};

/// A file of bundled modules.
pub struct Module {
    /// Its name, with a hash in it: others import it by that.
    pub file: String,
    pub bytes: Vec<u8>,
    /// The module below www that it begins with, where one does.
    pub source: Option<String>,
    /// What resources.js calls it, where the page asks for it by name.
    pub name: Option<String>,
    /// Whether the page imports it statically, and so runs nothing without it.
    pub first: bool,
}

pub struct Bundler<'a> {
    esbuild: PathBuf,
    www: &'a Path,
}

/// What esbuild tells of the files that it wrote, by their paths from www.
#[derive(Deserialize)]
struct Graph {
    outputs: BTreeMap<String, Output>,
}

#[derive(Deserialize)]
struct Output {
    #[serde(rename = "entryPoint")]
    entry: Option<String>,
    imports: Vec<Import>,
}

#[derive(Deserialize)]
struct Import {
    path: String,
    kind: String,
}

impl<'a> Bundler<'a> {
    pub fn new(config: &Config, www: &'a Path) -> Result<Self> {
        Ok(Bundler { esbuild: tools::esbuild(config)?, www })
    }

    /// A file of www, minified; with `--bundle`, and all that it imports.
    pub fn file(&self, path: &str, options: &[&str]) -> Result<Vec<u8>> {
        Ok(output(self.command(path).args(options))?.into_bytes())
    }

    /// A module and all that it imports, the module itself first.
    pub fn modules(&self, path: &str) -> Result<Vec<Module>> {
        let dir = config::target().join("modules");
        let _ = fs::remove_dir_all(&dir);
        let graph = dir.join("graph.json");
        let mut command = self.command(path);
        command.args(["--bundle", "--format=esm", "--splitting"]);
        command.args(["--entry-names=[name].[hash]", "--chunk-names=[name].[hash]"]);
        command.arg(format!("--outdir={}", dir.display())).arg(format!("--metafile={}", graph.display()));
        output(&mut command)?;
        let Graph { outputs } = serde_json::from_slice(&read(&graph)?).map_err(|e| e.to_string())?;
        let main = outputs.iter().find(|(_, output)| output.entry.as_deref() == Some(path));
        let (main, _) = main.ok_or_else(|| format!("esbuild wrote nothing for {path}"))?;
        let first = statically(&outputs, main);
        let mut modules = Vec::new();
        for (file, output) in &outputs {
            let name = file.rsplit('/').next().unwrap_or(file);
            modules.push(Module {
                file: name.to_owned(),
                bytes: read(&dir.join(name))?,
                source: output.entry.clone(),
                name: None,
                first: first.contains(file),
            });
        }
        modules.sort_by_key(|module| module.source.as_deref() != Some(path));
        Ok(modules)
    }

    fn command(&self, path: &str) -> Command {
        let mut command = Command::new(&self.esbuild);
        command.current_dir(self.www).arg(path).args([
            "--minify",
            "--target=es2022",
            "--charset=utf8",
            "--log-level=warning",
        ]);
        command
    }
}

/// A file and what is loaded with it, whatever is loaded later left out.
fn statically(outputs: &BTreeMap<String, Output>, from: &str) -> Vec<String> {
    let mut files = vec![from.to_owned()];
    let mut next = 0;
    while let Some(file) = files.get(next) {
        let imports = outputs.get(file).map_or(&[][..], |output| &output.imports);
        let more: Vec<String> = imports
            .iter()
            .filter(|import| import.kind == "import-statement" && !files.contains(&import.path))
            .map(|import| import.path.clone())
            .collect();
        files.extend(more);
        next += 1;
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_imported_later_is_not_first() {
        let text = r#"{ "outputs": {
            "main.1.js": { "entryPoint": "main.js", "imports": [
                { "path": "chunk.2.js", "kind": "import-statement" }, { "path": "rest.3.js", "kind": "dynamic-import" } ] },
            "chunk.2.js": { "imports": [{ "path": "chunk.4.js", "kind": "import-statement" }] },
            "rest.3.js": { "entryPoint": "rest.js", "imports": [
                { "path": "chunk.2.js", "kind": "import-statement" }, { "path": "chunk.5.js", "kind": "import-statement" } ] },
            "chunk.4.js": { "imports": [{ "path": "chunk.2.js", "kind": "import-statement" }] },
            "chunk.5.js": { "imports": [] } } }"#;
        let graph: Graph = serde_json::from_str(text).unwrap();
        assert_eq!(statically(&graph.outputs, "main.1.js"), ["main.1.js", "chunk.2.js", "chunk.4.js"]);
    }
}
