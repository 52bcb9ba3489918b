//! The arguments of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use article_annotator::annotation::AnnotationType;
use article_annotator::document::Role;
use article_annotator::export::Filter;
use article_annotator::export::article::Origin;
use article_annotator::{Lang, Options};
use lexopt::prelude::*;
use serde::de::DeserializeOwned;

use super::format::Format;

/// What `--help` prints.
pub const HELP: &str = include_str!("help.txt");

/// What the command line asks for.
pub enum Parsed {
    /// To annotate.
    Run(Box<Args>),
    /// To print the help.
    Help,
    /// To print the version.
    Version,
}

/// How to annotate.
#[derive(Default)]
pub struct Args {
    /// Publication date and language.
    pub options: Options,
    /// Input is one JSON object a line.
    pub jsonl: bool,
    /// What is written.
    pub format: Format,
    /// Additions to a line.
    pub with: With,
    /// What is left out.
    pub filter: Filter,
    /// Threads.
    pub jobs: usize,
    /// Rules only.
    pub no_model: bool,
    /// The folder written to, instead of standard output.
    pub output: Option<PathBuf>,
    /// Files, folders and patterns; standard input where there are none.
    pub inputs: Vec<PathBuf>,
}

/// What `--with` adds.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct With {
    /// The blocks and their roles.
    pub blocks: bool,
    /// The sentences.
    pub sentences: bool,
    /// The words.
    pub words: bool,
}

/// Reads the arguments.
pub fn parse(raw: impl IntoIterator<Item = OsString>) -> Result<Parsed, String> {
    read(raw).map_err(|error| error.to_string())
}

fn read(raw: impl IntoIterator<Item = OsString>) -> Result<Parsed, lexopt::Error> {
    let mut args =
        Args { jobs: std::thread::available_parallelism().map_or(1, usize::from), ..Args::default() };
    let mut format = None;
    let mut parser = lexopt::Parser::from_args(raw);
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Parsed::Help),
            Short('V') | Long("version") => return Ok(Parsed::Version),
            Short('p') | Long("published") => {
                args.options.published = Some(parser.value()?.parse_with(Options::parse_published)?);
            }
            Short('l') | Long("lang") => args.options.lang = parser.value()?.parse_with(lang)?,
            Short('f') | Long("format") => format = Some(parser.value()?.parse_with(Format::parse)?),
            Short('j') | Long("jobs") => args.jobs = parser.value()?.parse_with(jobs)?,
            Short('o') | Long("output") => args.output = Some(parser.value()?.into()),
            Long("jsonl") => args.jsonl = true,
            Long("no-model") => args.no_model = true,
            Long("with") => parser.value()?.parse_with(|list| with(list, &mut args.with))?,
            Long("without") => parser.value()?.parse_with(|list| without(list, &mut args.filter))?,
            Value(path) => args.inputs.push(path.into()),
            _ => return Err(arg.unexpected()),
        }
    }
    args.inputs.retain(|path| path.as_os_str() != "-");
    args.format = format.unwrap_or(if args.jsonl { Format::Jsonl } else { Format::Json });
    Ok(Parsed::Run(Box::new(args)))
}

/// `auto`, or a language tag whose first part is known.
pub fn lang(text: &str) -> Result<Option<Lang>, String> {
    match text.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "auto" | "" => Ok(None),
        "zh" => Ok(Some(Lang::Zh)),
        "en" => Ok(Some(Lang::En)),
        _ => Err(format!("{text:?} is not a language that is known: auto, zh or en")),
    }
}

fn jobs(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(n @ 1..=256) => Ok(n),
        _ => Err("--jobs takes a number from 1 to 256".into()),
    }
}

fn with(list: &str, with: &mut With) -> Result<(), String> {
    for name in list.split(',') {
        match name {
            "blocks" => with.blocks = true,
            "sentences" => with.sentences = true,
            "words" => with.words = true,
            _ => return Err(format!("--with takes blocks, sentences and words, not {name:?}")),
        }
    }
    Ok(())
}

/// Types, roles and origins have names of their own, so one list takes them all.
fn without(list: &str, filter: &mut Filter) -> Result<(), String> {
    fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
        serde_json::from_value(name.into()).ok()
    }
    for name in list.split(',') {
        if let Some(kind) = named::<AnnotationType>(name) {
            filter.types.push(kind);
        } else if let Some(role) = named::<Role>(name) {
            filter.roles.push(role);
        } else if let Some(origin) = named::<Origin>(name) {
            filter.origins.push(origin);
        } else {
            return Err(format!(
                "--without takes types (figure, date, organization) and roles (boilerplate, related, …), not {name:?}"
            ));
        }
    }
    Ok(())
}
