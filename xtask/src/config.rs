//! `wasm-pack.toml`: versions, build settings and budgets.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::Result;

/// The whole file.
#[derive(Deserialize)]
pub struct Config {
    pub tools: Tools,
    pub build: Build,
    pub budget: Budget,
    /// What the module is divided into, besides its first part.
    #[serde(default)]
    pub part: Vec<PartConfig>,
}

/// A part of the module that is loaded after the first.
#[derive(Deserialize)]
pub struct PartConfig {
    pub name: String,
    /// Parts that have to be there before it, as they stand above it.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Exports that it brings.
    #[serde(default)]
    pub exports: Vec<String>,
    /// Functions of the crate that it begins with, by their path below the crate; they must not be inlined.
    #[serde(default)]
    pub functions: Vec<String>,
}

/// The most that the page may weigh, in bytes of brotli.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Budget {
    pub first_marks: u64,
    pub total: u64,
}

/// Pinned versions.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Tools {
    pub wasm_pack: String,
    pub wasm_bindgen: String,
    pub binaryen: String,
    pub esbuild: String,
}

/// How the page's WebAssembly is built.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Build {
    pub target: String,
    pub out_dir: String,
    pub out_name: String,
    pub profile: String,
    pub wasm_opt: Vec<String>,
}

impl Config {
    /// Reads the file and checks that Cargo.lock has the wasm-bindgen that it names.
    pub fn load() -> Result<Config> {
        let path = root().join("wasm-pack.toml");
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let config: Config = toml::from_str(&text).map_err(|e| format!("wasm-pack.toml: {e}"))?;
        let locked = locked_version("wasm-bindgen")?;
        if locked != config.tools.wasm_bindgen {
            return Err(format!(
                "Cargo.lock has wasm-bindgen {locked} and wasm-pack.toml {}: make them the same",
                config.tools.wasm_bindgen
            ));
        }
        Ok(config)
    }
}

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The data that lies beside the repository on the project's own machines, where there is any.
pub fn shared() -> Option<PathBuf> {
    let path = root().join("../shared");
    path.join("gold").is_dir().then_some(path)
}

fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).map_err(|e| format!("Cargo.lock: {e}"))?;
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock has no {package}"))
}
