//! Files, folders and patterns: one article a file.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufWriter, IsTerminal, Read, stdin, stdout};
use std::path::{Path, PathBuf};

use article_annotator::export::ArticleFile;
use article_annotator::{Annotator, Document, import};

use super::args::Args;
use super::format::{Format, Glue};
use super::pipeline;
use super::report::Report;

/// One file, and the name that it has below the folder it was found in.
struct Input {
    path: PathBuf,
    name: PathBuf,
}

/// Annotates all inputs.
pub fn run(args: &Args, annotator: &Annotator, report: &mut Report) -> io::Result<()> {
    if args.inputs.is_empty() {
        return standard_input(args, annotator, report);
    }
    let inputs = find(&args.inputs, report);
    let many = inputs.len() > 1 || args.inputs.iter().any(|p| p.is_dir());
    if let Some(folder) = &args.output {
        let names = inputs.iter().map(|i| i.name.with_extension(""));
        if let Some(twice) = duplicate(names) {
            let message = format!("two inputs would both be written to {}", folder.join(twice).display());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let work = |input: Input| {
            let (done, bytes) = article(&input.path, args, annotator);
            (
                done.and_then(|file| save(&file, folder, &input.name, args).map_err(|e| e.to_string())),
                bytes,
                input,
            )
        };
        return pipeline::run(args.jobs, inputs.into_iter(), work, |(done, bytes, input)| {
            count(done, bytes, &input.path, report);
            Ok(())
        });
    }
    if many && !args.format.fits_lines() {
        let message = "this format holds one article; use --output FOLDER for several";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    let out = BufWriter::new(stdout().lock());
    let mut out = if many { Glue::new(out, args.format) } else { Glue::single(out, args.format) };
    let work = |input: Input| {
        let (file, bytes) = article(&input.path, args, annotator);
        (file.map(|file| args.format.article(&file, args, many)), bytes, input.path)
    };
    pipeline::run(args.jobs, inputs.into_iter(), work, |(text, bytes, path)| {
        if let Some(text) = count(text, bytes, &path, report) {
            out.write(text.as_bytes())?;
        }
        Ok(())
    })?;
    out.close()
}

fn standard_input(args: &Args, annotator: &Annotator, report: &mut Report) -> io::Result<()> {
    if stdin().is_terminal() {
        eprintln!(
            "annotate: reading an article from the terminal; end it with Ctrl-D, or see 'annotate --help'"
        );
    }
    let mut bytes = Vec::new();
    stdin().lock().read_to_end(&mut bytes)?;
    let (file, size) = read(bytes, None, args, annotator);
    let Some(file) = count(file, size, Path::new("standard input"), report) else { return Ok(()) };
    if let Some(folder) = &args.output {
        return save(&file, folder, Path::new("stdin"), args);
    }
    let mut out = Glue::single(stdout().lock(), args.format);
    out.write(args.format.article(&file, args, out.many()).as_bytes())?;
    out.close()
}

fn count<T>(done: Result<T, String>, bytes: u64, path: &Path, report: &mut Report) -> Option<T> {
    report.advance(1, bytes);
    done.map_err(|message| report.failure(format_args!("{}: {message}", path.display()))).ok()
}

fn article(path: &Path, args: &Args, annotator: &Annotator) -> (Result<ArticleFile, String>, u64) {
    match fs::read(path) {
        Ok(bytes) => read(bytes, Some(path), args, annotator),
        Err(error) => (Err(error.to_string()), 0),
    }
}

/// Reads one article: text is annotated, a file of ours is opened as it is.
fn read(
    bytes: Vec<u8>,
    path: Option<&Path>,
    args: &Args,
    annotator: &Annotator,
) -> (Result<ArticleFile, String>, u64) {
    let size = bytes.len() as u64;
    let open = || {
        let text = String::from_utf8(bytes)
            .map_err(|e| format!("not UTF-8 at byte {}", e.utf8_error().valid_up_to() + 1))?;
        // A byte order mark says how the file is written and is no part of the article.
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        let ours = path.is_some_and(|p| p.extension() == Some(OsStr::new("json"))) || import::is_ours(&text);
        let mut file = if ours {
            import::open(&text).map_err(|e| e.to_string())?
        } else {
            let document = Document::from_text(text).map_err(|e| e.to_string())?;
            let annotations = annotator.annotate(&document, &args.options);
            let file =
                ArticleFile::new(&document, &annotations, &args.options).with_models(annotator.models());
            if args.with.words { file.with_words(&document) } else { file }
        };
        if file.id.is_none() {
            file.id = path.map(|p| p.display().to_string());
        }
        Ok(file)
    };
    (open(), size)
}

fn save(file: &ArticleFile, folder: &Path, name: &Path, args: &Args) -> io::Result<()> {
    let path = folder.join(name).with_extension(args.format.extension());
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    if args.format == Format::Brat {
        fs::write(path.with_extension("txt"), &file.text)?;
    }
    let mut out = Glue::single(BufWriter::new(fs::File::create(path)?), args.format);
    out.write(args.format.article(file, args, false).as_bytes())?;
    out.close()
}

/// The files that the arguments stand for, in order: those of a folder or pattern sorted by name.
fn find(arguments: &[PathBuf], report: &mut Report) -> Vec<Input> {
    let mut out = Vec::new();
    for argument in arguments {
        if argument.is_dir() {
            folder(argument, argument, &mut out, report);
        } else if argument.exists() || !pattern(argument) {
            out.push(Input { path: argument.clone(), name: argument.file_name().unwrap_or_default().into() });
        } else {
            match glob::glob(&argument.to_string_lossy()) {
                Ok(paths) => {
                    let before = out.len();
                    for path in paths.flatten().filter(|p| p.is_file()) {
                        // Below the part of the pattern that has no wildcard.
                        let fixed: PathBuf =
                            argument.components().take_while(|c| !pattern(Path::new(c))).collect();
                        let name = path.strip_prefix(fixed).unwrap_or(&path).to_owned();
                        out.push(Input { path, name });
                    }
                    if out.len() == before {
                        report.failure(format_args!("{}: no such file", argument.display()));
                    }
                }
                Err(error) => report.failure(format_args!("{}: {error}", argument.display())),
            }
        }
    }
    out
}

fn pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}

/// All .txt and .md files under a folder, by name; hidden ones left out.
fn folder(top: &Path, at: &Path, out: &mut Vec<Input>, report: &mut Report) {
    let entries = match fs::read_dir(at) {
        Ok(entries) => entries,
        Err(error) => return report.failure(format_args!("{}: {error}", at.display())),
    };
    let mut paths: Vec<_> = entries.flatten().map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
        let wanted = path.extension().is_some_and(|e| e == "txt" || e == "md");
        if hidden || path.is_symlink() && path.is_dir() {
            continue;
        } else if path.is_dir() {
            folder(top, &path, out, report);
        } else if wanted {
            let name = path.strip_prefix(top).unwrap_or(&path).to_owned();
            out.push(Input { path, name });
        }
    }
}

fn duplicate(names: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    let mut seen = std::collections::BTreeSet::new();
    names.into_iter().find(|name| !seen.insert(name.clone()))
}
