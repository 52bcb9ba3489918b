//! Round trips through programs that other people use; see tests/consumers/README.md.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs::{self, File};
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Longest that an installation may take before the test gives up on it.
const INSTALLING: Duration = Duration::from_secs(420);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// target/consumers: kept from run to run.
fn home() -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("consumers");
    fs::create_dir_all(&home).unwrap();
    home
}

/// Said past the test runner's capture, which shows the output of failures alone.
fn say(message: &str) {
    let _ = writeln!(stderr(), "{message}");
}

/// Sentences that annotators like, between pieces that offsets do not.
const PIECES: [&str; 22] = [
    "6月3日上午,临川市委、市政府召开座谈会,今年新增专精特新企业318家,同比增长12%。",
    "截至2023年底,累计投资约2.5亿元,比去年同期提高2.2个百分点。",
    "南京大学、东南大学等4家单位签约,占地120平方公里,每天4500吨。",
    "The company, Acme Holdings Ltd., said on Monday that sales rose 3.5% to US$1.2bn in the third quarter.",
    "發布時間：2024-02-21 15:34",
    "近三年,青年人才达4.04万人,为期5年。",
    "Apple's shares fell 12 basis points on Feb. 21, 2024.",
    "😀",
    "👨‍👩‍👧‍👦",
    "𠮷野家",
    "e\u{301}",
    "\r\n",
    "\n",
    "\r\n\r\n",
    "=1+1",
    "-3.5%",
    "\"quoted, text\"",
    "\t",
    " ",
    "<b>&amp;",
    "\u{feff}",
    "１２３４万元",
];

/// The articles in every format, written once.
fn corpus() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = home().join("corpus");
        fs::create_dir_all(&folder).unwrap();
        let mut seed = 0x9E37_79B9_7F4A_7C15u64;
        let mut below = |n: usize| {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            (seed >> 11) as usize % n
        };
        let mut lines = String::new();
        for id in 0..500 {
            let text: String = (0..below(30) + 1).map(|_| PIECES[below(PIECES.len())]).collect();
            let line = serde_json::json!({"id": format!("a{id}"), "text": text, "published": "2024-02-21"});
            lines += &format!("{line}\n");
        }
        fs::write(folder.join("articles.jsonl"), lines).unwrap();
        for (format, name) in [
            ("jsonl", "spans.jsonl"),
            ("json", "article.jsonl"),
            ("csv", "table.csv"),
            ("jsonld", "web.jsonl"),
            ("training", "training.jsonl"),
            ("label-studio", "label-studio.json"),
        ] {
            let status = Command::new(env!("CARGO_BIN_EXE_annotate"))
                .args(["--jsonl", "--format", format, "--with", "words"])
                .stdin(File::open(folder.join("articles.jsonl")).unwrap())
                .stdout(File::create(folder.join(name)).unwrap())
                .status();
            assert!(status.unwrap().success(), "{format}");
        }
        fs::write(folder.join("label-studio.xml"), article_annotator::export::label_studio::CONFIG).unwrap();
        folder
    })
}

/// Runs a command and gives back what it said; an error is a reason to skip.
fn quietly(command: &mut Command, limit: Duration) -> Result<String, String> {
    let name = format!("{:?}", command.get_program());
    // One log for each test: they run side by side.
    let log = home().join(format!("log-{:?}", std::thread::current().id()));
    let out = File::create(&log).map_err(|e| e.to_string())?;
    let err = out.try_clone().map_err(|e| e.to_string())?;
    let mut child =
        command.stdin(Stdio::null()).stdout(out).stderr(err).spawn().map_err(|e| format!("{name}: {e}"))?;
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|e| e.to_string())? {
            break status;
        }
        if start.elapsed() > limit {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("{name} took over {} s", limit.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    let said = String::from_utf8_lossy(&fs::read(&log).unwrap_or_default()).into_owned();
    let _ = fs::remove_file(&log);
    if status.success() { Ok(said) } else { Err(said) }
}

/// A Python with some packages, installed once; the last step writes a mark.
fn python(name: &str, steps: &[&[&str]]) -> Result<PathBuf, String> {
    let venv = home().join(name);
    let python = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let mark = venv.join(format!("{:016x}", fingerprint(steps)));
    if !mark.is_file() {
        say(&format!("installing {name} into {} (once)", venv.display()));
        let _ = fs::remove_dir_all(&venv);
        quietly(Command::new("python3").args(["-m", "venv"]).arg(&venv), INSTALLING)?;
        for packages in steps {
            let mut pip = Command::new(&python);
            pip.args(["-m", "pip", "install", "--quiet", "--retries", "1", "--timeout", "20"])
                .args(*packages);
            quietly(pip.current_dir(root().join("tests/consumers")), INSTALLING)
                .map_err(|said| last_line(&said))?;
        }
        fs::write(mark, "").map_err(|e| e.to_string())?;
    }
    Ok(python)
}

fn fingerprint(steps: &[&[&str]]) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    steps.hash(&mut hasher);
    fs::read(root().join("tests/consumers/requirements.txt")).unwrap_or_default().hash(&mut hasher);
    hasher.finish()
}

fn last_line(text: &str) -> String {
    text.trim_end().lines().last().unwrap_or_default().to_owned()
}

/// Runs a script that must succeed, and repeats what it says.
fn must(command: &mut Command) {
    match quietly(command, Duration::from_secs(300)) {
        Ok(said) => said.lines().for_each(say),
        Err(said) => panic!("{command:?}\n{said}"),
    }
}

#[test]
fn python_programs_read_the_exports() {
    // doccano's wheel asks for a whole web application; its reader needs none of it.
    let steps: [&[&str]; 2] = [&["--requirement", "requirements.txt"], &["--no-deps", "doccano==1.8.4"]];
    let python = match python("python", &steps) {
        Ok(python) => python,
        Err(reason) => return say(&format!("skipped: spaCy, Label Studio, doccano, openpyxl: {reason}")),
    };
    let script = |name: &str| {
        let mut command = Command::new(&python);
        command.arg(root().join("tests/consumers").join(name)).arg(corpus());
        command.arg(root().join("schema/article-1.json")).env("PYTHONUTF8", "1");
        command
    };
    for name in ["schema.py", "spacy_reads.py", "doccano_reads.py", "label_studio_reads.py", "tables.py"] {
        must(&mut script(name));
    }
}

#[test]
fn javascript_programs_read_the_exports() {
    let packages = home().join("node");
    let installed = || -> Result<(), String> {
        let wanted = fs::read(root().join("tests/consumers/package.json")).map_err(|e| e.to_string())?;
        if fs::read(packages.join("installed")).ok().as_ref() != Some(&wanted) {
            say(&format!("installing npm packages into {} (once)", packages.display()));
            fs::create_dir_all(&packages).map_err(|e| e.to_string())?;
            fs::write(packages.join("package.json"), &wanted).map_err(|e| e.to_string())?;
            let mut npm = Command::new("npm");
            npm.args(["install", "--silent", "--no-fund", "--no-audit"]).current_dir(&packages);
            quietly(&mut npm, INSTALLING).map_err(|said| last_line(&said))?;
            fs::write(packages.join("installed"), &wanted).map_err(|e| e.to_string())?;
        }
        Ok(())
    };
    if let Err(reason) = installed() {
        return say(&format!("skipped: @recogito/text-annotator, SheetJS: {reason}"));
    }
    must(Command::new("node").arg(root().join("tests/consumers/web.mjs")).arg(corpus()).arg(packages));
}

#[test]
fn a_spreadsheet_program_reads_the_table() {
    let folder = home().join("office");
    let mut office = Command::new("soffice");
    office
        .args(["--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&folder)
        .arg(corpus().join("table.csv"));
    match quietly(&mut office, Duration::from_secs(120)) {
        Ok(_) => say("LibreOffice: converted the table"),
        Err(reason) => say(&format!("skipped: LibreOffice: {}", last_line(&reason))),
    }
}

#[test]
fn spark_runs_the_program_over_a_corpus() {
    if let Err(reason) = quietly(Command::new("java").arg("-version"), Duration::from_secs(20)) {
        return say(&format!("skipped: Spark needs Java: {}", last_line(&reason)));
    }
    let python = match python("spark", &[&["pyspark==4.3.0"]]) {
        Ok(python) => python,
        Err(reason) => return say(&format!("skipped: pyspark: {reason}")),
    };
    let said = quietly(
        Command::new(python)
            .arg(root().join("examples/spark.py"))
            .arg(corpus().join("articles.jsonl"))
            .arg(home().join("spark-result"))
            .args(["--annotate", env!("CARGO_BIN_EXE_annotate"), "--partitions", "2", "--master", "local[2]"])
            .env("SPARK_LOCAL_IP", "127.0.0.1"),
        Duration::from_secs(300),
    )
    .unwrap_or_else(|said| panic!("{said}"));
    let line = said.lines().find(|l| l.contains("articles, ")).unwrap_or_else(|| panic!("{said}"));
    let lines = fs::read_to_string(corpus().join("spans.jsonl")).unwrap();
    let spans = lines.lines().map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap());
    let spans: usize = spans.map(|l| l["annotations"].as_array().unwrap().len()).sum();
    assert!(line.contains(&format!("500 articles, {spans} annotations")), "{line} against {spans}");
    say(&format!("Spark: {line}"));
}
