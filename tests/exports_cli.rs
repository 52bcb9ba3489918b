//! The command line: its contract with programs that read its lines, and with people who mistype.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn annotate(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_annotate"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A fresh folder of a test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

const ARTICLE: &str =
    "全市新认定高新技术企业525家\r\n发布时间:2024-02-21 15:34:00\r\n😀同比增长18%,去年为445家。\r\n";

#[test]
fn a_line_carries_the_fields_that_programs_read() {
    let input = serde_json::json!({"id": "a1", "text": ARTICLE, "spans": [{"ignored": true}]}).to_string();
    let output = annotate(&["--jsonl", "--with", "blocks,sentences,words"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let line = &lines(&output)[0];
    assert_eq!(line["id"], "a1");
    assert_eq!(line["published"]["value"], "2024-02-21T15:34:00");
    let chars: Vec<char> = ARTICLE.chars().collect();
    let units: Vec<u16> = ARTICLE.encode_utf16().collect();
    let fields = ["annotations", "blocks", "sentences", "words"];
    for item in fields.iter().flat_map(|f| line[f].as_array().unwrap()) {
        let n = |name: &str| item[name].as_u64().unwrap() as usize;
        let quote: String = chars[n("start")..n("end")].iter().collect();
        assert_eq!(quote, String::from_utf16(&units[n("start_utf16")..n("end_utf16")]).unwrap());
        if let Some(text) = item["text"].as_str() {
            assert_eq!(text, quote);
            assert!(item["attrs"].is_object() && item["id"].is_u64() && item["type"].is_string());
            assert!(item["block"].is_u64() && item["sentence"].is_u64());
        }
    }
    assert_eq!(line["words"][0]["start"], 0);
    assert!(line["blocks"][0]["role"].is_string() && line["sentences"][0]["block"].is_u64());
}

#[test]
fn a_line_says_nothing_that_was_not_asked_for() {
    let output = annotate(&["--jsonl"], br#"{"id": 7, "text": "525"}"#);
    let line = &lines(&output)[0];
    let mut fields: Vec<_> = line.as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["annotations", "id"]);
    assert_eq!(line["id"], 7, "an id comes back as it was, a number too");
}

#[test]
fn a_given_publication_date_wins_over_the_dateline_and_a_line_over_the_option() {
    let own = serde_json::json!({"id": 1, "text": ARTICLE, "published": "2023-01-02 03:04"});
    let other = serde_json::json!({"id": 2, "text": ARTICLE, "published": null});
    let none = serde_json::json!({"id": 3, "text": "没有日期"});
    let input = format!("{own}\n{other}\n{none}\n");
    let published = |args: &[&str]| -> Vec<Value> {
        let output = annotate(args, input.as_bytes());
        lines(&output).into_iter().map(|mut line| line["published"].take()).collect()
    };
    let got = published(&["--jsonl", "--with=blocks", "--published", "2020-05-06"]);
    let got: Vec<_> = got.iter().map(|p| (p["value"].as_str(), p["source"].as_str())).collect();
    let given = Some("given");
    let want = [Some("2023-01-02T03:04:00"), Some("2020-05-06"), Some("2020-05-06")].map(|v| (v, given));
    assert_eq!(got, want);
    let got = published(&["--jsonl", "--with=blocks"]);
    assert_eq!(got[1]["value"], "2024-02-21T15:34:00");
    assert_ne!(got[1]["source"], "given");
    assert_eq!(got[2], Value::Null);
}

#[test]
fn bad_lines_are_named_and_the_others_done() {
    let mut input = Vec::new();
    for line in [
        &br#"{"id": 1, "text": "a"}"#[..],
        b"",
        b"{not json}",
        br#"{"id": 4}"#,
        br#"{"id": 5, "text": "a", "published": "2024-02-30"}"#,
        br#"{"id": 6, "text": "a", "lang": "tlh"}"#,
        b"{\"id\": 7, \"text\": \"\xff\"}",
        br#"{"id": 8, "text": "b", "lang": "zh-Hant", "published": ""}"#,
    ] {
        input.extend_from_slice(line);
        input.push(b'\n');
    }
    let output = annotate(&["--jsonl"], &input);
    assert_eq!(output.status.code(), Some(1));
    let ids: Vec<_> = lines(&output).iter().map(|l| l["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, [1, 8]);
    let said: Vec<_> = text(&output.stderr).lines().collect();
    let want = [
        ("line 3", "key"),
        ("line 4", "text"),
        ("line 5", "2024-02-30"),
        ("line 6", "tlh"),
        ("line 7", "UTF-8"),
    ];
    assert_eq!(said.len(), want.len(), "{said:?}");
    for (line, (number, reason)) in said.iter().zip(want) {
        assert!(line.contains(number) && line.contains(reason), "{line:?} names {number} and {reason}");
    }
}

#[test]
fn order_is_that_of_the_input_with_any_number_of_threads() {
    let mut input = String::new();
    for id in 0..3000 {
        let text = ARTICLE.repeat(id % 7);
        input += &format!("{}\n", serde_json::json!({"id": id, "text": text}));
    }
    let one = annotate(&["--jsonl", "--jobs", "1"], input.as_bytes());
    let many = annotate(&["--jsonl", "--jobs", "5"], input.as_bytes());
    assert!(one.stdout == many.stdout && one.status.success() && many.status.success());
    let ids: Vec<_> = lines(&one).iter().map(|l| l["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..3000).collect::<Vec<_>>());
}

#[test]
fn a_folder_a_pattern_and_a_file_are_read_in_order() {
    let top = folder("inputs");
    fs::create_dir_all(top.join("b")).unwrap();
    for name in ["c.txt", "a.txt", "b/d.md", "b/skip.html"] {
        fs::write(top.join(name), ARTICLE).unwrap();
    }
    let path = |name: &str| top.join(name).to_str().unwrap().to_owned();
    let ids = |args: &[&str]| -> Vec<String> {
        let output = annotate(args, b"");
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let id =
            |l: Value| l["id"].as_str().unwrap().strip_prefix(top.to_str().unwrap()).unwrap()[1..].to_owned();
        lines(&output).into_iter().map(id).collect()
    };
    assert_eq!(ids(&["-f", "jsonl", &path("")]), ["a.txt", "b/d.md", "c.txt"]);
    assert_eq!(ids(&["-f", "jsonl", &path("**/*.txt")]), ["a.txt", "c.txt"]);
    assert_eq!(ids(&["-f", "jsonl", &path("c.txt"), &path("a.txt")]), ["c.txt", "a.txt"]);
}

#[test]
fn every_format_writes_a_file_for_each_input() {
    let top = folder("outputs");
    let (from, to) = (top.join("in"), top.join("out"));
    fs::create_dir_all(from.join("sub")).unwrap();
    fs::write(from.join("x.txt"), ARTICLE).unwrap();
    fs::write(from.join("sub/y.txt"), ARTICLE).unwrap();
    let rows = [
        ("json", "json"),
        ("jsonl", "jsonl"),
        ("csv", "csv"),
        ("jsonld", "jsonld"),
        ("html", "html"),
        ("training", "jsonl"),
        ("label-studio", "json"),
        ("brat", "ann"),
        ("iob2", "iob2"),
    ];
    for (format, extension) in rows {
        let _ = fs::remove_dir_all(&to);
        let output = annotate(&["-f", format, "-o", to.to_str().unwrap(), from.to_str().unwrap()], b"");
        assert_eq!(output.status.code(), Some(0), "{format}: {}", text(&output.stderr));
        for name in ["x", "sub/y"] {
            assert!(to.join(name).with_extension(extension).is_file(), "{format}: {name}");
        }
        assert_eq!(to.join("x.txt").is_file(), format == "brat", "brat has the text beside it");
    }
}

#[test]
fn an_exported_file_is_converted_with_its_corrections() {
    let top = folder("reopen");
    let exported = annotate(&["--published", "2024-02-21"], ARTICLE.as_bytes());
    let mut file: Value = serde_json::from_slice(&exported.stdout).unwrap();
    let start = ARTICLE.chars().position(|c| c == '5').unwrap();
    file["annotations"] = serde_json::json!([{"id": 0, "start": start, "end": start + 4, "start_utf16": start,
        "end_utf16": start + 4, "type": "figure", "text": "525家", "block": 0, "sentence": 0, "origin": "edited",
        "attrs": {"kind": "count", "value": "525"}}]);
    let path = top.join("article.json");
    fs::write(&path, file.to_string()).unwrap();
    let table = annotate(&["-f", "csv", path.to_str().unwrap()], b"");
    assert!(text(&table.stdout).contains("figure,count,525家,525,"), "{}", text(&table.stdout));
    assert!(text(&table.stdout).contains(",edited\r\n"));
    let piped = annotate(&["-f", "training"], file.to_string().as_bytes());
    assert!(text(&piped.stdout).contains("\"FIGURE\""));

    file["version"] = 99.into();
    fs::write(&path, file.to_string()).unwrap();
    let newer = annotate(&[path.to_str().unwrap()], b"");
    assert_eq!(newer.status.code(), Some(1));
    assert!(text(&newer.stderr).contains("version 99"), "{}", text(&newer.stderr));
}

#[test]
fn unreadable_inputs_are_named_and_the_others_done() {
    let top = folder("unreadable");
    fs::write(top.join("bad.txt"), b"\xc4\xe3\xba\xc3").unwrap();
    fs::write(top.join("good.txt"), ARTICLE).unwrap();
    let path = |name: &str| top.join(name).to_str().unwrap().to_owned();
    let output = annotate(&["-f", "jsonl", &path("bad.txt"), &path("good.txt"), &path("missing.txt")], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 1);
    let said = text(&output.stderr);
    assert!(said.contains("bad.txt: not UTF-8 at byte 1") && said.contains("missing.txt"), "{said}");
    let none = annotate(&["--jsonl", &path("missing.jsonl")], b"");
    assert_eq!(none.status.code(), Some(1));
}

#[test]
fn a_wrong_command_line_does_nothing_and_says_why() {
    for (args, reason) in [
        (&["--published", "yesterday"][..], "YYYY-MM-DD"),
        (&["--lang", "xx"], "auto, zh or en"),
        (&["--format", "xml"], "label-studio"),
        (&["--jobs", "0"], "1 to 256"),
        (&["--with", "cats"], "blocks, sentences and words"),
        (&["--without", "cats"], "boilerplate"),
        (&["--nonsense"], "--nonsense"),
        (&["--jsonl", "--format", "html"], "one article"),
    ] {
        let output = annotate(args, b"");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(
            output.stdout.is_empty() && text(&output.stderr).contains(reason),
            "{args:?}: {}",
            text(&output.stderr)
        );
    }
    let help = annotate(&["--help"], b"");
    assert!(help.status.success() && text(&help.stdout).contains("Exit status"));
    assert!(text(&help.stdout).lines().all(|line| line.chars().count() <= 110));
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_file_and_empty_input_is_an_empty_article() {
    let output = annotate(&[], "\u{feff}525家".as_bytes());
    let file: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(file["text"], "525家");
    let empty = annotate(&[], b"");
    assert_eq!(empty.status.code(), Some(0));
    assert!(annotate(&["--jsonl"], b"").stdout.is_empty());
    assert_eq!(text(&annotate(&["--jsonl", "-f", "label-studio"], b"").stdout), "[]\n");
}

#[test]
fn several_articles_share_one_stream() {
    let input = "{\"id\": \"a\", \"text\": \"525\"}\n{\"id\": \"b\", \"text\": \"\"}\n";
    let tasks = annotate(&["--jsonl", "-f", "label-studio"], input.as_bytes());
    let tasks: Value = serde_json::from_slice(&tasks.stdout).unwrap();
    assert_eq!((tasks[0]["data"]["id"].as_str(), tasks.as_array().unwrap().len()), (Some("a"), 2));
    let table = annotate(&["--jsonl", "-f", "csv"], input.as_bytes());
    let table = text(&table.stdout);
    assert!(table.starts_with("\u{feff}document,id,type,") && table.matches("document").count() == 1);
    let files = annotate(&["--jsonl", "-f", "json"], input.as_bytes());
    assert!(lines(&files).iter().all(|f| f["format"] == "article-annotator"));
}
