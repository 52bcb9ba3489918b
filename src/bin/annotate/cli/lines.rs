//! `--jsonl`: one article a line in, one line of annotations out, in the same order.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write, stdin, stdout};
use std::path::Path;

use article_annotator::{Annotator, Document, Options};
use serde::Deserialize;
use serde_json::Value;

use super::args::{self, Args};
use super::format::Glue;
use super::pipeline;
use super::report::Report;

/// Bytes of whole lines that are handed to a thread at once.
const BATCH: usize = 128 << 10;
/// A line can hold the longest text, every character escaped at twice its size, and no more.
const LONGEST: usize = 2 * Options::MAX_BYTES + (1 << 20);

/// An article as a line holds it.
#[derive(Deserialize)]
struct Input {
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    lang: Option<String>,
}

/// Some lines, the number of the first, and where they come from.
struct Batch {
    first: u64,
    data: Vec<u8>,
    error: Option<String>,
}

/// What became of a batch.
#[derive(Default)]
struct Done {
    outputs: Vec<Vec<u8>>,
    failures: Vec<String>,
    bytes: u64,
}

/// Annotates all inputs.
pub fn run(args: &Args, annotator: &Annotator, report: &mut Report) -> io::Result<()> {
    if !args.format.fits_lines() {
        let message = "this format holds one article; it does not go with --jsonl";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    let Some(folder) = &args.output else {
        let mut out = Glue::new(BufWriter::new(stdout().lock()), args.format);
        if args.inputs.is_empty() {
            stream(BufReader::new(stdin()), "standard input", args, annotator, report, &mut out)?;
        }
        for path in &args.inputs {
            open(path, args, annotator, report, &mut out)?;
        }
        return out.close();
    };
    std::fs::create_dir_all(folder)?;
    let inputs = if args.inputs.is_empty() { &vec!["stdin".into()] } else { &args.inputs };
    for path in inputs {
        let name = Path::new(path.file_stem().unwrap_or(path.as_os_str()));
        let file = File::create(folder.join(name).with_extension(args.format.extension()))?;
        let mut out = Glue::new(BufWriter::new(file), args.format);
        if args.inputs.is_empty() {
            stream(BufReader::new(stdin()), "standard input", args, annotator, report, &mut out)?;
        } else {
            open(path, args, annotator, report, &mut out)?;
        }
        out.close()?;
    }
    Ok(())
}

fn open<W: Write>(
    path: &Path,
    args: &Args,
    annotator: &Annotator,
    report: &mut Report,
    out: &mut Glue<W>,
) -> io::Result<()> {
    match File::open(path) {
        Ok(file) => stream(BufReader::new(file), &path.display().to_string(), args, annotator, report, out),
        Err(error) => {
            report.failure(format_args!("{}: {error}", path.display()));
            Ok(())
        }
    }
}

fn stream<W: Write>(
    input: impl BufRead + Send,
    name: &str,
    args: &Args,
    annotator: &Annotator,
    report: &mut Report,
    out: &mut Glue<W>,
) -> io::Result<()> {
    let work = |batch: Batch| annotate(&batch, args, annotator);
    pipeline::run(args.jobs, batches(input), work, |done: Done| {
        for message in &done.failures {
            report.failure(format_args!("{name}, {message}"));
        }
        for output in &done.outputs {
            out.write(output)?;
        }
        report.advance(done.outputs.len() as u64, done.bytes);
        Ok(())
    })
}

/// Cuts a stream into batches of whole lines. A line over the limit is skipped and reported, never held.
fn batches(mut input: impl BufRead) -> impl Iterator<Item = Batch> {
    let mut next = 1u64;
    let mut ended = false;
    std::iter::from_fn(move || {
        let mut batch = Batch { first: next, data: Vec::new(), error: None };
        while !ended && batch.data.len() < BATCH && batch.error.is_none() {
            let before = batch.data.len();
            match input.by_ref().take(LONGEST as u64 + 1).read_until(b'\n', &mut batch.data) {
                Ok(0) => ended = true,
                Ok(n) if n > LONGEST && !batch.data.ends_with(b"\n") => {
                    batch.data.truncate(before);
                    batch.error = Some(format!("line {next}: over {} MB long", LONGEST >> 20));
                    ended = !matches!(skip_line(&mut input), Ok(true));
                    next += 1;
                }
                Ok(_) => next += 1,
                Err(error) => {
                    batch.error = Some(format!("line {next}: {error}"));
                    ended = true;
                }
            }
        }
        (!batch.data.is_empty() || batch.error.is_some()).then_some(batch)
    })
}

/// Reads up to the end of the line; true where there was one.
fn skip_line(input: &mut impl BufRead) -> io::Result<bool> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(false);
        }
        let (used, found) = match buffer.iter().position(|&b| b == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), false),
        };
        input.consume(used);
        if found {
            return Ok(true);
        }
    }
}

fn annotate(batch: &Batch, args: &Args, annotator: &Annotator) -> Done {
    let mut done = Done { bytes: batch.data.len() as u64, ..Done::default() };
    for (number, line) in (batch.first..).zip(batch.data.split_inclusive(|&b| b == b'\n')) {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match one(line, args, annotator) {
            Ok(output) => done.outputs.push(output),
            Err(message) => done.failures.push(format!("line {number}: {message}")),
        }
    }
    done.failures.extend(batch.error.clone());
    done
}

fn one(line: &[u8], args: &Args, annotator: &Annotator) -> Result<Vec<u8>, String> {
    let line = std::str::from_utf8(line).map_err(|e| format!("not UTF-8 at byte {}", e.valid_up_to() + 1))?;
    let parsed = serde_json::from_str(line).or_else(|error| match without_lone_surrogates(line) {
        Some(mended) => serde_json::from_str(&mended),
        None => Err(error),
    });
    // serde_json counts lines too; there is only this one.
    let input: Input = parsed.map_err(|e| e.to_string().replace(" at line 1 column", " at column"))?;
    let mut options = args.options.clone();
    if let Some(published) = input.published.filter(|p| !p.is_empty()) {
        options.published = Some(Options::parse_published(&published).map_err(|e| e.to_string())?);
    }
    if let Some(given) = input.lang {
        options.lang = args::lang(&given)?.or(options.lang);
    }
    let document = Document::from_text(input.text).map_err(|e| e.to_string())?;
    let annotations = annotator.annotate(&document, &options);
    Ok(args.format.line(&input.id, &document, &annotations, &options, args, annotator.models()))
}

/// Half a surrogate pair, which Python's JSON writes where a text was badly decoded, becomes U+FFFD: one character for
/// one, so offsets stay true. `None` where there is no such escape.
fn without_lone_surrogates(line: &str) -> Option<String> {
    let unit = |at: usize| -> Option<u32> {
        let hex = line.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(hex, 16).ok()
    };
    let mut out = String::with_capacity(line.len());
    let (mut at, mut mended) = (0, false);
    while let Some(next) = line[at..].find('\\').map(|n| at + n) {
        out.push_str(&line[at..next]);
        let size = match unit(next) {
            Some(0xD800..=0xDBFF) if matches!(unit(next + 6), Some(0xDC00..=0xDFFF)) => 12,
            Some(0xD800..=0xDFFF) => {
                out.push('\u{FFFD}');
                mended = true;
                at = next + 6;
                continue;
            }
            // Another escape: the backslash and what it escapes.
            _ => 1 + line[next + 1..].chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&line[next..next + size]);
        at = next + size;
    }
    out.push_str(&line[at..]);
    mended.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_surrogates_become_one_character_each() {
        let rows = [
            (r#""a\ud83d\ude00""#, None),
            (r#""\\ud800""#, None),
            (r#""\ud800x""#, Some("\"\u{FFFD}x\"")),
            (r#""\udc00\ud800\ud83d\ude00\n""#, Some("\"\u{FFFD}\u{FFFD}\\ud83d\\ude00\\n\"")),
            (r#""\ud800\u0041\"#, Some("\"\u{FFFD}\\u0041\\")),
        ];
        for (line, want) in rows {
            assert_eq!(without_lone_surrogates(line).as_deref(), want, "{line}");
        }
    }

    #[test]
    fn batches_hold_whole_lines_and_the_last_needs_no_line_feed() {
        let line = format!("{}\n", "x".repeat(BATCH / 2));
        let text = format!("{line}{line}{line}last");
        let got: Vec<_> = batches(text.as_bytes()).map(|b| (b.first, b.data.len())).collect();
        assert_eq!(got, [(1, 2 * line.len()), (3, line.len() + 4)]);
    }
}
