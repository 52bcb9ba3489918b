//! The tools that the commands need. Each is taken from PATH where its version is right, else installed once into
//! `target/tools`; what cannot be installed is one line saying how to get it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::Result;
use crate::config::{self, Config};
use crate::process::{executable, on_path, output, path_with, run, say};

const CARGO_FUZZ: &str = "0.13.2";

/// Installs everything and says where it is.
pub fn install_all() -> Result {
    let config = Config::load()?;
    wasm_target()?;
    for tool in
        [wasm_bindgen(&config)?, wasm_pack(&config)?, wasm_opt(&config)?, chromium()?, chromedriver()?]
    {
        println!("{}", tool.display());
    }
    Ok(())
}

/// The wasm32 standard library, through rustup.
pub fn wasm_target() -> Result {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    say(format!("rustup target add {TARGET}"));
    run(Command::new("rustup").args(["target", "add", TARGET])).map_err(|e| {
        format!(
            "the Rust target {TARGET} is missing and could not be added ({e}): rustup target add {TARGET}"
        )
    })
}

/// wasm-bindgen and its test runner, exactly as pinned.
pub fn wasm_bindgen(config: &Config) -> Result<PathBuf> {
    cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &config.tools.wasm_bindgen)
}

/// wasm-pack, exactly as pinned.
pub fn wasm_pack(config: &Config) -> Result<PathBuf> {
    cargo_tool("wasm-pack", "wasm-pack", &config.tools.wasm_pack)
}

/// cargo-fuzz, of whatever version there is; it is no part of the tests.
pub fn cargo_fuzz() -> Result<PathBuf> {
    on_path("cargo-fuzz").map_or_else(|| cargo_tool("cargo-fuzz", "cargo-fuzz", CARGO_FUZZ), Ok)
}

/// wasm-opt: from PATH, else from npm's binaryen.
pub fn wasm_opt(config: &Config) -> Result<PathBuf> {
    if let Some(found) = on_path("wasm-opt") {
        return Ok(found);
    }
    let package = npm_package("binaryen", &config.tools.binaryen)?;
    Ok(package.join("bin/wasm-opt"))
}

/// esbuild, from npm.
pub fn esbuild(config: &Config) -> Result<PathBuf> {
    Ok(npm_package("esbuild", &config.tools.esbuild)?.join("bin/esbuild"))
}

/// Chromium: $CHROMIUM, else PATH, else apt-get.
pub fn chromium() -> Result<PathBuf> {
    browser_tool("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "chrome"], "chromium")
}

/// ChromeDriver: $CHROMEDRIVER, else PATH, else apt-get.
pub fn chromedriver() -> Result<PathBuf> {
    browser_tool("CHROMEDRIVER", &["chromedriver"], "chromium-driver")
}

/// Packages of a folder with a package.json and a lock file, installed once for each lock file.
pub fn node_modules(dir: &Path) -> Result {
    need_npm()?;
    let lock = fs::read(dir.join("package-lock.json")).map_err(|e| format!("{}: {e}", dir.display()))?;
    let stamp = dir.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say(format!("npm ci in {}", dir.strip_prefix(config::root()).unwrap_or(dir).display()));
    run(Command::new("npm").args(["ci", "--no-fund", "--no-audit", "--loglevel=error"]).current_dir(dir))?;
    fs::write(&stamp, lock).map_err(|e| format!("{}: {e}", stamp.display()))
}

/// Node.js, which the tests of the page and wasm-opt run on.
pub fn need_npm() -> Result {
    match on_path("npm").and(on_path("node")) {
        Some(_) => Ok(()),
        None => Err(
            "Node.js and npm are missing: install Node.js 20 or later (Debian: apt-get install nodejs npm)"
                .into(),
        ),
    }
}

fn tools_dir() -> PathBuf {
    config::target().join("tools")
}

fn cargo_tool(name: &str, package: &str, version: &str) -> Result<PathBuf> {
    let installed = tools_dir().join("bin").join(executable(name));
    let right = |file: &PathBuf| {
        output(Command::new(file).arg("--version"))
            .is_ok_and(|text| text.split_whitespace().any(|word| word == version))
    };
    if let Some(found) = [Some(installed.clone()), on_path(name)].into_iter().flatten().find(right) {
        return Ok(found);
    }
    say(format!("installing {package} {version} into target/tools (once; some minutes)"));
    let started = Instant::now();
    // The lock file that a package was published with may name a version that a registry no longer offers.
    let attempt = |locked: &[&str]| {
        run(Command::new("cargo")
            .args(["install", package, "--version", version, "--no-default-features", "--quiet", "--root"])
            .arg(tools_dir())
            .args(locked)
            .current_dir(std::env::temp_dir())
            // Built quickly rather than to be quick: it runs for seconds.
            .env("CARGO_TARGET_DIR", tools_dir().join("build"))
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"))
    };
    attempt(&["--locked"]).or_else(|_| {
        say(format!("not with its own lock file; {package} {version} with the versions that are there"));
        attempt(&[])
    })?;
    say(format!("{package} {version} installed in {} s", started.elapsed().as_secs()));
    Ok(installed)
}

fn npm_package(name: &str, version: &str) -> Result<PathBuf> {
    let dir = tools_dir().join("npm").join(name);
    let package = dir.join("node_modules").join(name);
    let manifest = fs::read_to_string(package.join("package.json")).unwrap_or_default();
    if !manifest.contains(&format!("\"version\": \"{version}\"")) {
        need_npm()?;
        say(format!("npm install {name}@{version} into target/tools"));
        fs::create_dir_all(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        run(Command::new("npm")
            .args(["install", "--no-save", "--no-fund", "--no-audit", "--loglevel=error", "--prefix"])
            .arg(&dir)
            .arg(format!("{name}@{version}")))?;
    }
    Ok(package)
}

fn browser_tool(variable: &str, names: &[&str], package: &str) -> Result<PathBuf> {
    if let Some(chosen) = std::env::var_os(variable).map(PathBuf::from) {
        return if chosen.is_file() {
            Ok(chosen)
        } else {
            Err(format!("{variable}={}: no such file", chosen.display()))
        };
    }
    let find = || names.iter().find_map(|name| on_path(name));
    if let Some(found) = find() {
        return Ok(found);
    }
    if let Some(apt) = on_path("apt-get") {
        say(format!("apt-get install {package}"));
        let apt = |arguments: &[&str]| {
            run(Command::new(&apt).args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
        };
        let install = ["install", "-y", "-qq", "--no-install-recommends", package];
        if let (Ok(()), Some(found)) = (apt(&["update", "-qq"]).and_then(|()| apt(&install)), find()) {
            return Ok(found);
        }
    }
    Err(format!(
        "{} is missing: install it (Debian: apt-get install {package}) or set {variable} to its path",
        names[0]
    ))
}

/// PATH on which wasm-pack finds the pinned tools and nothing has to be downloaded.
pub fn path(config: &Config) -> Result<std::ffi::OsString> {
    let bindgen = wasm_bindgen(config)?;
    path_with(&bindgen.parent().into_iter().collect::<Vec<_>>())
}
