//! The static site: every file but the page and the service worker has a name that changes with its content.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Parts, hash, page, read, read_text, store};
use crate::Result;

/// Resources that every page loads before it marks anything.
const FIRST: [&str; 3] = ["glue", "wasm", "worker"];

/// Of these, an article and whoever reads it need one each.
const ONE_OF: [[&str; 2]; 2] = [["wasm.zh", "wasm.en"], ["messages.zh", "messages.en"]];

/// Files written, below the site, in order.
struct Site<'a> {
    dir: &'a Path,
    files: Vec<String>,
}

impl Site<'_> {
    /// Writes a file under a hashed name and returns that name.
    fn add(&mut self, path: &str, bytes: &[u8]) -> Result<String> {
        let (stem, ending) = path.rsplit_once('.').unwrap_or((path, "bin"));
        let stem = stem.rsplit('/').next().unwrap_or(stem);
        self.add_as(&format!("{stem}.{}.{ending}", hash::short(bytes)), bytes)
    }

    /// Writes a file whose name has a hash in it already.
    fn add_as(&mut self, file: &str, bytes: &[u8]) -> Result<String> {
        let name = format!("assets/{file}");
        store(&self.dir.join(&name), bytes)?;
        self.files.push(name.clone());
        Ok(name)
    }
}

/// Writes the site. Returns the files that are loaded before the first marks can be there; where one of several is, all of
/// these.
pub fn write(parts: &Parts, www: &Path, dir: &Path) -> Result<Vec<Vec<String>>> {
    let mut site = Site { dir, files: Vec::new() };
    let mut first = vec![vec!["index.html".to_owned()]];
    let mut html = page::without(parts.page.clone(), "rel=\"modulepreload\"");

    let style = site.add("style.css", &parts.style)?;
    html = page::replaced(&html, "href=\"style.css\"", &format!("href=\"{style}\""))?;
    first.push(vec![style]);

    let mut head = String::new();
    // Resources that can wait, by their names.
    let mut later = BTreeMap::new();
    for module in &parts.modules {
        let file = site.add_as(&module.file, &module.bytes)?;
        if let Some(name) = &module.name {
            head += &format!("<meta name=\"resource:{name}\" content=\"{file}\">\n");
        }
        if module.source.as_deref() == Some("main.js") {
            html = page::replaced(&html, "src=\"main.js\"", &format!("src=\"{file}\""))?;
        } else if module.first {
            head += &format!("<link rel=\"modulepreload\" href=\"{file}\">\n");
        }
        if module.first {
            first.push(vec![file]);
        }
    }
    for (name, (path, bytes)) in &parts.resources {
        let file = site.add(path, bytes)?;
        head += &format!("<meta name=\"resource:{name}\" content=\"{file}\">\n");
        if FIRST.contains(&name.as_str()) {
            head += &format!("<link rel=\"preload\" as=\"fetch\" href=\"{file}\" crossorigin>\n");
            first.push(vec![file]);
        } else {
            later.insert(name.as_str(), file);
        }
    }
    for names in ONE_OF {
        first.push(names.iter().filter_map(|name| later.get(name).cloned()).collect());
    }
    html = page::replaced(&html, "</head>", &format!("{head}</head>"))?;
    html = manifest(&mut site, www, html)?;
    store(&dir.join("index.html"), html.as_bytes())?;

    // For programs that read exports: under its own name, and not kept for offline use.
    store(&dir.join("schema/article-1.json"), &read(&www.join("../schema/article-1.json"))?)?;

    // Which build this is: the page, which names every other file.
    let version = hash::short(html.as_bytes());
    let list: Vec<&str> = std::iter::once("./").chain(site.files.iter().map(String::as_str)).collect();
    let list = serde_json::to_string(&list).map_err(|e| e.to_string())?;
    let worker = read_text(&www.join("sw.js"))?;
    let worker = page::replaced(&worker, "VERSION = 'development'", &format!("VERSION = '{version}'"))?;
    let worker = page::replaced(&worker, "FILES = []", &format!("FILES = {list}"))?;
    store(&dir.join("sw.js"), worker.as_bytes())?;
    Ok(first)
}

/// The manifest and the icons that it or the page name.
fn manifest(site: &mut Site, www: &Path, mut html: String) -> Result<String> {
    let mut manifest = read_text(&www.join("manifest.webmanifest"))?;
    let icons: Vec<String> =
        manifest.split('"').filter(|text| text.starts_with("icons/")).map(String::from).collect();
    for icon in icons {
        let hashed = site.add(&icon, &read(&www.join(&icon))?)?;
        html = html.replace(&format!("\"{icon}\""), &format!("\"{hashed}\""));
        // Addresses in a manifest are relative to it.
        manifest = manifest.replace(&icon, hashed.trim_start_matches("assets/"));
    }
    manifest = manifest.replace("\"start_url\": \"./\"", "\"start_url\": \"../\"");
    manifest = manifest.replace("\"scope\": \"./\"", "\"scope\": \"../\"");
    let hashed = site.add("manifest.webmanifest", manifest.as_bytes())?;
    page::replaced(&html, "href=\"manifest.webmanifest\"", &format!("href=\"{hashed}\""))
}
