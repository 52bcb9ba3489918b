//! A static server for the page on 127.0.0.1, with the headers that it should be served with anywhere.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;
use std::{fs, thread};

use crate::arguments::Arguments;
use crate::config::{self, Config};
use crate::process::say;
use crate::{Result, build, mime, watch};

/// `cargo xtask serve [--port N] [--watch] [--no-open] [--no-build] [--dir DIR]`.
pub fn run_command(arguments: &[String]) -> Result {
    let mut arguments = Arguments::new(arguments);
    let port = arguments.number("--port")?.unwrap_or(8080);
    let watching = arguments.flag("--watch");
    let opening = !arguments.flag("--no-open");
    let building = !arguments.flag("--no-build");
    let dir = arguments.value("--dir")?.unwrap_or_else(|| "www".into());
    arguments.finish()?;

    let config = Config::load()?;
    // While watching, the time to rebuild counts for more than size.
    let profile = watching.then_some("quick");
    if building {
        build::build(&config, profile)?;
    }
    let address = start(&config::root().join(dir), port)?;
    say(format!("the page is at http://{address}/ (Ctrl-C ends)"));
    if opening {
        open(&format!("http://{address}/"));
    }
    if watching {
        watch::forever(|| build::build(&config, profile));
    }
    loop {
        thread::park();
    }
}

/// Serves a directory from a thread of its own; port 0 is any free one. Returns where it listens.
pub fn start(dir: &Path, port: u16) -> Result<SocketAddr> {
    let listener = TcpListener::bind(("127.0.0.1", port))
        .map_err(|e| format!("port {port} on 127.0.0.1: {e} (choose another with --port)"))?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;
    let dir: Arc<PathBuf> = Arc::new(dir.canonicalize().map_err(|e| format!("{}: {e}", dir.display()))?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let dir = Arc::clone(&dir);
            thread::spawn(move || {
                // A browser that goes away is not our error.
                let _ = answer(stream, &dir);
            });
        }
    });
    Ok(address)
}

fn answer(stream: TcpStream, dir: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new((&stream).take(64 * 1024));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, kind, body) = match (method, file_of(target, dir)) {
        ("GET" | "HEAD", Some(file)) => match fs::read(&file) {
            Ok(body) => ("200 OK", mime::of(&file), body),
            Err(_) => ("404 Not Found", "text/plain", b"Not found\n".to_vec()),
        },
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain", b"Not found\n".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain", b"Only GET and HEAD\n".to_vec()),
    };
    let policy =
        policy(dir).map(|policy| format!("Content-Security-Policy: {policy}\r\n")).unwrap_or_default();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n{policy}\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCross-Origin-Opener-Policy: same-origin\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    let mut stream = &stream;
    stream.write_all(head.as_bytes())?;
    if method == "GET" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file that a request's target names, never outside the directory.
fn file_of(target: &str, dir: &Path) -> Option<PathBuf> {
    let path = decoded(target.split(['?', '#']).next()?)?;
    let relative = Path::new(path.strip_prefix('/')?);
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = dir.join(relative);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

/// `%E4%B8%AD` as text.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let hex = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(hex, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

/// The page's own policy, so that the header and the page never differ.
pub fn policy(dir: &Path) -> Option<String> {
    let page = fs::read_to_string(dir.join("index.html")).ok()?;
    let (_, after) = page.split_once("http-equiv=\"Content-Security-Policy\"")?;
    let (_, after) = after.split_once("content=\"")?;
    let (policy, _) = after.split_once('"')?;
    Some(policy.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Shows the address in the default browser, where there is a desktop.
fn open(address: &str) {
    let desktop = cfg!(any(target_os = "macos", windows))
        || std::env::var_os("DISPLAY").is_some()
        || std::env::var_os("WAYLAND_DISPLAY").is_some();
    if !desktop || std::env::var_os("CI").is_some() {
        return;
    }
    let (program, first): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start"])
    } else {
        ("xdg-open", &[])
    };
    // The address is printed already; a desktop without an opener loses nothing.
    let _ = Command::new(program).args(first).arg(address).spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_directory_is_served() {
        let dir = Path::new("/srv/page");
        for target in ["/../etc/passwd", "/%2e%2e/x", "//etc/passwd", "x", "/a/../../b", "/%zz", "/%ff"] {
            assert!(
                file_of(target, dir).is_none_or(|file| file.starts_with(dir) && !target.contains("..")),
                "{target}"
            );
        }
        assert_eq!(file_of("/pkg/annotator.js?v=1", dir), Some(dir.join("pkg/annotator.js")));
        assert_eq!(file_of("/%E4%B8%AD.txt", dir), Some(dir.join("中.txt")));
    }
}
