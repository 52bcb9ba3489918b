//! `www/pkg`: the core as WebAssembly, through wasm-pack, divided into its parts, each then through wasm-opt.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::Result;
use crate::arguments::Arguments;
use crate::config::{self, Config};
use crate::process::{run, say};
use crate::{split, tools};

/// `cargo xtask build [--profile release|quick|dev]`.
pub fn run_command(arguments: &[String]) -> Result {
    let mut arguments = Arguments::new(arguments);
    let profile = arguments.value("--profile")?;
    arguments.finish()?;
    build(&Config::load()?, profile.as_deref())
}

/// Builds `www/pkg` with the profile given, else with that of wasm-pack.toml, which alone is optimised by wasm-opt.
pub fn build(config: &Config, profile: Option<&str>) -> Result {
    let build = &config.build;
    let profile = profile.unwrap_or(&build.profile);
    tools::wasm_target()?;
    let wasm_pack = tools::wasm_pack(config)?;
    say(format!("wasm-pack build ({profile})"));
    let started = Instant::now();
    run(Command::new(wasm_pack)
        .args(["--quiet", "build", "--mode", "no-install", "--no-pack", "--target", &build.target])
        .args(["--out-dir", &build.out_dir, "--out-name", &build.out_name, "--profile", profile])
        .env("PATH", tools::path(config)?)
        .current_dir(config::root()))?;
    let wasm = config::root().join(&build.out_dir).join(format!("{}_bg.wasm", build.out_name));
    let raw = size(&wasm)?;
    let mut sizes = Vec::new();
    let parts = split::split(&wasm, &linked(profile), &config.part)?;
    for (part, bytes) in
        ["bg"].into_iter().chain(config.part.iter().map(|part| part.name.as_str())).zip(parts)
    {
        let file = wasm.with_file_name(format!("{}_{part}.wasm", build.out_name));
        fs::write(&file, bytes).map_err(|e| format!("{}: {e}", file.display()))?;
        if profile == build.profile {
            optimise(config, &file)?;
        }
        sizes.push(size(&file)?.to_string());
    }
    let seconds = started.elapsed().as_secs_f32();
    say(format!("{}: {} bytes, {raw} as linked; {seconds:.1} s", build.out_dir, sizes.join(" + ")));
    Ok(())
}

/// The module as cargo leaves it.
fn linked(profile: &str) -> PathBuf {
    let folder = if profile == "dev" { "debug" } else { profile };
    config::target().join("wasm32-unknown-unknown").join(folder).join("article_annotator.wasm")
}

/// wasm-opt in place. A module that was optimised before is taken from target/wasm-opt.
fn optimise(config: &Config, wasm: &Path) -> Result {
    let error = |e: std::io::Error| format!("{}: {e}", wasm.display());
    let mut hasher = DefaultHasher::new();
    fs::read(wasm).map_err(error)?.hash(&mut hasher);
    (&config.build.wasm_opt, &config.tools.binaryen).hash(&mut hasher);
    let cache = config::target().join("wasm-opt");
    let kept = cache.join(format!("{:016x}.wasm", hasher.finish()));
    if !kept.is_file() {
        let wasm_opt = tools::wasm_opt(config)?;
        say("wasm-opt");
        fs::create_dir_all(&cache).map_err(error)?;
        let written = kept.with_extension("part");
        run(Command::new(wasm_opt).args(&config.build.wasm_opt).arg(wasm).arg("-o").arg(&written))?;
        fs::rename(&written, &kept).map_err(error)?;
    }
    fs::copy(&kept, wasm).map_err(error)?;
    Ok(())
}

fn size(file: &Path) -> Result<u64> {
    fs::metadata(file).map(|meta| meta.len()).map_err(|e| format!("{}: {e}", file.display()))
}
