//! How fast the core is, natively: `cargo xtask bench` runs it over the texts that it has made and reads its rows.
//!
//! Every row is `text, what, characters a second, milliseconds`, tab-separated; each time is the best of several runs.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use article_annotator::model::Models;
use article_annotator::view::ViewBuffer;
use article_annotator::{Annotator, Document, Options, recognize};

fn main() {
    let Some(dir) = std::env::var_os("BENCH_TEXTS") else {
        println!("BENCH_TEXTS names no folder: run cargo xtask bench");
        return;
    };
    let mut files: Vec<_> =
        std::fs::read_dir(Path::new(&dir)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let rules = Annotator::new(Models::none());
    let all = Annotator::new(Models::bundled());
    let options = Options { published: Options::parse_published("2024-02-21").ok(), lang: None };
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "txt")) {
        let text = std::fs::read_to_string(file).unwrap();
        let row = Row {
            name: file.file_stem().unwrap().to_string_lossy().into_owned(),
            chars: text.chars().count(),
        };
        row.time("document: blocks, dateline, sentences", || Document::from_text(text.as_str()).unwrap());
        let document = Document::from_text(text.as_str()).unwrap();
        let views =
            |mut each: Box<dyn FnMut(&article_annotator::view::View<'_>, &mut Vec<recognize::Candidate>)>| {
                let (mut buffer, mut out) = (ViewBuffer::default(), Vec::new());
                for block in 0..document.blocks().len() {
                    each(&buffer.view(&document, block), &mut out);
                }
                out
            };
        row.time("figures and dates", || {
            views(Box::new(|view, out| {
                recognize::date::recognize(view, out);
                recognize::figure::recognize(view, out);
            }))
        });
        row.time("organizations, rules", || {
            views(Box::new(|view, out| recognize::organization::recognize(view, rules.models(), out)))
        });
        row.time("organizations, models", || {
            views(Box::new(|view, out| recognize::organization::recognize(view, all.models(), out)))
        });
        row.time("everything, text to annotations", || {
            all.annotate(&Document::from_text(text.as_str()).unwrap(), &options)
        });
    }
}

struct Row {
    name: String,
    chars: usize,
}

impl Row {
    /// The best of at least 5 runs and of half a second, in time that this program was running: what else the machine
    /// does counts as little as it can.
    fn time<T>(&self, what: &str, mut run: impl FnMut() -> T) {
        black_box(run());
        let mut best = f64::INFINITY;
        let begun = Instant::now();
        for round in 0.. {
            if round >= 5 && begun.elapsed() > Duration::from_millis(500)
                || begun.elapsed() > Duration::from_secs(20)
            {
                break;
            }
            let started = (Instant::now(), on_cpu());
            black_box(run());
            let seconds = match (started.1, on_cpu()) {
                (Some(from), Some(to)) => (to - from).as_secs_f64(),
                _ => started.0.elapsed().as_secs_f64(),
            };
            best = best.min(seconds);
        }
        println!("{}\t{what}\t{:.0}\t{:.3}", self.name, self.chars as f64 / best, best * 1e3);
    }
}

/// For how long this thread has been running, where the system tells.
fn on_cpu() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}
