//! What is written: the formats, and how several articles stand in one stream.

use std::io::{self, Write};

use article_annotator::annotation::Annotations;
use article_annotator::export::article::{self, ArticleFile, Published};
use article_annotator::export::jsonl::{Line, records};
use article_annotator::export::{brat, csv, html, iob2, json, label_studio, training, web_annotation};
use article_annotator::model::Models;
use article_annotator::offsets::Offsets;
use article_annotator::{Document, Options};
use serde_json::Value;

use super::args::Args;

/// The formats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Our own file.
    #[default]
    Json,
    /// Annotations alone, a line each.
    Jsonl,
    /// A table.
    Csv,
    /// W3C Web Annotation.
    Jsonld,
    /// A report.
    Html,
    /// doccano and spaCy.
    Training,
    /// Label Studio.
    LabelStudio,
    /// brat.
    Brat,
    /// A character and its tag a line.
    Iob2,
}

impl Format {
    const NAMES: [(&'static str, Self); 9] = [
        ("json", Self::Json),
        ("jsonl", Self::Jsonl),
        ("csv", Self::Csv),
        ("jsonld", Self::Jsonld),
        ("html", Self::Html),
        ("training", Self::Training),
        ("label-studio", Self::LabelStudio),
        ("brat", Self::Brat),
        ("iob2", Self::Iob2),
    ];

    /// The format of a name.
    pub fn parse(name: &str) -> Result<Self, String> {
        let found = Self::NAMES.iter().find(|(n, _)| *n == name);
        found.map(|(_, format)| *format).ok_or_else(|| {
            let names: Vec<_> = Self::NAMES.iter().map(|(n, _)| *n).collect();
            format!("{name:?} is not a format; there are {}", names.join(", "))
        })
    }

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json | Self::LabelStudio => "json",
            Self::Jsonl | Self::Training => "jsonl",
            Self::Csv => "csv",
            Self::Jsonld => "jsonld",
            Self::Html => "html",
            Self::Brat => "ann",
            Self::Iob2 => "iob2",
        }
    }

    /// True where several articles can stand in one stream.
    pub fn fits_lines(self) -> bool {
        !matches!(self, Self::Html | Self::Brat)
    }

    /// One article of a stream.
    pub fn line(
        self,
        id: &Value,
        document: &Document,
        annotations: &Annotations,
        options: &Options,
        args: &Args,
        models: &Models,
    ) -> Vec<u8> {
        if self == Self::Jsonl && args.filter == Default::default() {
            return contract(id, document, annotations, options, args);
        }
        let mut file = ArticleFile::new(document, annotations, options).with_models(models);
        file.id = match id {
            Value::Null => None,
            Value::String(id) => Some(id.clone()),
            other => Some(other.to_string()),
        };
        if args.with.words {
            file = file.with_words(document);
        }
        self.article(&file, args, true).into_bytes()
    }

    /// One article; `many` where others stand beside it in the stream.
    pub fn article(self, file: &ArticleFile, args: &Args, many: bool) -> String {
        let filter = &args.filter;
        match self {
            Self::Json if many => json::write_line(file, filter) + "\n",
            Self::Json => json::write(file, filter),
            Self::Jsonl => article_annotator::export::jsonl::write(file, filter) + "\n",
            Self::Csv => csv::rows(file, filter, many),
            Self::Jsonld => web_annotation::write(file, filter) + "\n",
            Self::Html => html::write(file, filter),
            Self::Training => training::write(file, filter) + "\n",
            Self::LabelStudio => label_studio::write(file, filter),
            Self::Brat => brat::ann(file, filter),
            Self::Iob2 => iob2::write(file, filter),
        }
    }
}

/// The line of `--jsonl`, straight from the core's types: this is the road that corpora take.
fn contract(
    id: &Value,
    document: &Document,
    annotations: &Annotations,
    options: &Options,
    args: &Args,
) -> Vec<u8> {
    let offsets = Offsets::new(document.text());
    let with = args.with;
    let line = Line {
        id,
        annotations: records(document, annotations),
        published: (with != Default::default()).then(|| Published::new(document, &offsets, options)),
        blocks: with.blocks.then(|| article::blocks(document, &offsets)),
        sentences: with.sentences.then(|| article::sentences(document, &offsets)),
        words: with.words.then(|| article::words(document, &offsets)),
    };
    let mut out = serde_json::to_vec(&line).unwrap_or_default();
    out.push(b'\n');
    out
}

/// A stream of articles in one format: what stands before, between and after them.
pub struct Glue<W> {
    out: W,
    format: Format,
    many: bool,
    empty: bool,
}

impl<W: Write> Glue<W> {
    /// A stream that may hold many articles.
    pub fn new(out: W, format: Format) -> Self {
        Self { out, format, many: true, empty: true }
    }

    /// A stream that holds one article.
    pub fn single(out: W, format: Format) -> Self {
        Self { out, format, many: false, empty: true }
    }

    /// True where it may hold many.
    pub fn many(&self) -> bool {
        self.many
    }

    /// Adds one article.
    pub fn write(&mut self, article: &[u8]) -> io::Result<()> {
        let before = match (self.format, self.empty) {
            (Format::Csv, true) => csv::header(self.many),
            (Format::LabelStudio, true) => "[\n".into(),
            (Format::LabelStudio, false) => ",\n".into(),
            (Format::Iob2, false) => "\n".into(),
            _ => String::new(),
        };
        self.empty = false;
        self.out.write_all(before.as_bytes())?;
        self.out.write_all(article)
    }

    /// Ends the stream.
    pub fn close(mut self) -> io::Result<()> {
        let after = match (self.format, self.empty) {
            (Format::LabelStudio, true) => "[]\n".into(),
            (Format::LabelStudio, false) => "\n]\n".into(),
            (Format::Csv, true) => csv::header(self.many),
            _ => String::new(),
        };
        self.out.write_all(after.as_bytes())?;
        self.out.flush()
    }
}
