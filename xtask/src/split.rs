//! Divides the page's WebAssembly into parts that are loaded one after the other and share one memory and one table.
//!
//! wasm-pack.toml names the functions with which each part begins. What only they reach, code and data, goes with them;
//! what the rest reaches stays in the first part. A call to one of the named functions goes through a slot of the table
//! that is filled when its part is instantiated: the core sees to it that nothing is called before.
//!
//! What refers to what is known exactly, from the relocations that the linker leaves (`--emit-relocs`), not guessed
//! from numbers that look like addresses.

mod graph;
mod links;
mod module;
mod write;

use std::fs;
use std::path::Path;

use crate::Result;
use crate::config::PartConfig;

/// Reads a module after wasm-bindgen, and as it was linked, and gives its parts, the first part first. No part of the
/// result speaks when it panics: it traps, as it would have done after a message that nobody reads.
pub fn split(bound: &Path, linked: &Path, parts: &[PartConfig]) -> Result<Vec<Vec<u8>>> {
    let read = |path: &Path| fs::read(path).map_err(|e| format!("{}: {e}", path.display()));
    let (bound, linked) = (read(bound)?, read(linked)?);
    divide(&bound, &linked, parts).map_err(|e| format!("dividing the module: {e}"))
}

fn divide(bound: &[u8], linked: &[u8], parts: &[PartConfig]) -> Result<Vec<Vec<u8>>> {
    let module = module::Module::read(bound)?;
    let traps = graph::traps(&module)?;
    let links = links::Links::read(linked, &traps.iter().map(|&f| module.names[f].as_str()).collect())?;
    let plan = graph::plan(&module, &links, &traps, parts)?;
    (0..=parts.len()).map(|part| write::part(&module, &plan, part)).collect()
}

/// Text of another crate's error.
fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
