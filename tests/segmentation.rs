//! Roles, sentences and publication dates of the page fixtures in `tests/pages`.
//!
//! A fixture is a page with its gold: one line a line of the page, the role and a tab before it, `¦` between two
//! sentences. `.` is an empty line, `+` goes on with the block above. The first line holds the publication date.

#![cfg(not(target_family = "wasm"))]

use std::collections::HashSet;
use std::fmt::Write;

use article_annotator::Document;
use article_annotator::document::word::words;
use article_annotator::document::{BlockInput, DatelineSource, Hint, Role};
use article_annotator::span::Span;
use article_annotator::view::ViewBuffer;

/// A page and what is right for it.
struct Page {
    name: String,
    text: String,
    published: Option<String>,
    roles: Vec<(usize, usize, String)>,
    sentences: HashSet<(usize, usize)>,
}

fn read(name: &str, source: &str) -> Page {
    let mut page = Page {
        name: name.into(),
        text: String::new(),
        published: None,
        roles: Vec::new(),
        sentences: HashSet::new(),
    };
    let mut pieces: Vec<(usize, String)> = Vec::new();
    for line in source.lines() {
        let (key, words) = line.split_once('\t').unwrap_or((line, ""));
        match key {
            "published" => page.published = Some(words.into()),
            "." => page.text.push('\n'),
            _ => {
                let start = page.text.len();
                page.text.push_str(&words.replace('¦', ""));
                let end = page.text.len();
                page.text.push('\n');
                let indent = words.len() - words.trim_start().len();
                match page.roles.last_mut().filter(|_| key == "+") {
                    Some(last) => last.1 = end,
                    None => page.roles.push((start + indent, end, key.into())),
                }
                if key != "+" {
                    pieces.push((start + indent, String::new()));
                }
                let body = &mut pieces.last_mut().unwrap().1;
                if key == "+" {
                    body.push('\n');
                }
                body.push_str(if key == "+" { words } else { words.trim_start() });
            }
        }
    }
    for (start, body) in pieces {
        let mut at = start;
        for sentence in body.split('¦') {
            let trimmed = sentence.trim();
            let from = at + sentence.len() - sentence.trim_start().len();
            page.sentences.insert((from, from + trimmed.len()));
            at += sentence.len();
        }
    }
    page
}

fn pages() -> Vec<Page> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "page"))
        .map(|p| read(&p.file_stem().unwrap().to_string_lossy(), &std::fs::read_to_string(p).unwrap()))
        .collect()
}

#[derive(Default)]
struct Score {
    roles: usize,
    roles_right: usize,
    gold: usize,
    found: usize,
    both: usize,
}

impl Score {
    fn f1(&self) -> f64 {
        2.0 * self.both as f64 / (self.gold + self.found) as f64
    }
}

#[test]
fn page_fixtures() {
    let (mut all, mut zh, mut en) = (Score::default(), Score::default(), Score::default());
    let mut report = String::new();
    let mut dates_wrong = 0;
    for page in pages() {
        let document = Document::from_text(page.text.clone()).unwrap();
        let published = document.dateline().map(|d| d.published.to_string());
        if published != page.published {
            dates_wrong += 1;
            let _ = writeln!(report, "{}: published {published:?}, not {:?}", page.name, page.published);
        }
        for (start, end, role) in &page.roles {
            let found = document.blocks().iter().find(|b| b.span.range() == (*start..*end));
            let found = found.map_or("no such block".into(), |b| {
                serde_json::to_value(b.role).unwrap().as_str().unwrap().to_string()
            });
            all.roles += 1;
            all.roles_right += usize::from(found == *role);
            if found != *role {
                let line: String = page.text[*start..*end].chars().take(30).collect();
                let _ = writeln!(report, "{}: {found}, not {role}: {line}", page.name);
            }
        }
        let score = if page.name.ends_with("en") { &mut en } else { &mut zh };
        let found: HashSet<(usize, usize)> =
            document.sentences().iter().map(|s| (s.span.start as usize, s.span.end as usize)).collect();
        score.gold += page.sentences.len();
        score.found += found.len();
        score.both += found.intersection(&page.sentences).count();
        for (start, end) in found.difference(&page.sentences) {
            let _ = writeln!(report, "{}: no sentence: {}", page.name, &page.text[*start..*end]);
        }
    }
    let accuracy = all.roles_right as f64 / all.roles as f64;
    println!("{report}roles {accuracy:.3} of {}, sentences zh {:.3} en {:.3}", all.roles, zh.f1(), en.f1());
    assert_eq!(dates_wrong, 0, "{report}");
    assert!(accuracy >= 0.95, "roles {accuracy}\n{report}");
    assert!(zh.f1() >= 0.98 && en.f1() >= 0.97, "sentences zh {} en {}\n{report}", zh.f1(), en.f1());
}

#[test]
fn the_seed_page() {
    let Ok(text) = std::fs::read_to_string("../shared/seed/article.txt") else {
        println!("skipped: no ../shared");
        return;
    };
    let document = Document::from_text(text).unwrap();
    let dateline = document.dateline().unwrap();
    assert_eq!(dateline.published.to_string(), "2024-02-21T15:34:00");
    assert_eq!(document.slice(dateline.span), "2024-02-21 15:34:00");
    assert_eq!(dateline.outlet.map(|o| document.slice(o)), Some("上游新闻"));
    let count = |role: &str| {
        document.blocks().iter().filter(|b| serde_json::to_value(b.role).unwrap() == role).count()
    };
    assert_eq!((count("title"), count("caption"), count("heading"), count("byline")), (1, 6, 3, 1));
    assert_eq!((count("dateline"), count("related"), count("table")), (1, 25, 0));
    let teaser = document.blocks().iter().find(|b| document.slice(b.span).starts_with("质量提升")).unwrap();
    assert_eq!(teaser.published.unwrap().to_string(), "2023-10-09T09:13:00");
}

#[test]
fn a_lone_paragraph_is_no_headline() {
    let role = |text: &str| Document::from_text(text).unwrap().blocks()[0].role;
    assert_eq!(role("今年新增企业30家。同比增长5%。"), Role::Paragraph);
    assert_eq!(role("Sales rose 5% last year. The board was pleased."), Role::Paragraph);
    assert_eq!(role("今年新增企业30家"), Role::Title);
}

#[test]
fn blocks_of_a_page_with_hints() {
    let rows = [
        ("首页", Some(Hint::Navigation), "boilerplate"),
        ("港口扩建获批", Some(Hint::Title), "title"),
        ("2024-02-21T15:34:00+08:00", Some(Hint::Time), "dateline"),
        ("来源：江海日报", None, "dateline"),
        ("2月20日，港口扩建工程获批，总投资12亿元。", Some(Hint::Paragraph), "paragraph"),
        ("资金从哪里来", Some(Hint::Heading), "heading"),
        ("省级财政安排3亿元", Some(Hint::ListItem), "list-item"),
        ("图为码头全景", Some(Hint::Caption), "caption"),
        ("年份\t吞吐量", Some(Hint::Table), "table"),
        ("其余由企业自筹。", Some(Hint::Paragraph), "paragraph"),
        ("相关阅读", Some(Hint::Heading), "related"),
        ("航道疏浚完工", Some(Hint::ListItem), "related"),
        ("2023-11-02", Some(Hint::Time), "related"),
    ];
    let inputs = rows.map(|(text, hint, _)| BlockInput { text: text.into(), hint });
    let document = Document::from_blocks(&inputs).unwrap();
    for (block, (text, _, role)) in document.blocks().iter().zip(rows) {
        assert_eq!(serde_json::to_value(block.role).unwrap(), role, "{text}");
    }
    let dateline = document.dateline().unwrap();
    assert_eq!(dateline.published.to_string(), "2024-02-21T15:34:00");
    assert_eq!(dateline.source, DatelineSource::Markup);
}

/// Blocks and sentences are in order, on character boundaries, and leave out nothing but white space.
fn check(text: &str) {
    let document = Document::from_text(text).unwrap();
    assert_eq!(document.text(), text);
    let mut buffer = ViewBuffer::default();
    let mut at = 0;
    for (index, block) in document.blocks().iter().enumerate() {
        assert!(text[at..block.span.start as usize].trim().is_empty());
        let words = &text[block.span.range()];
        assert!(!words.is_empty() && words.trim() == words);
        let mut inner = block.span.start as usize;
        for sentence in document.sentences_of(index) {
            assert!(text[inner..sentence.span.start as usize].trim().is_empty());
            assert!(!text[sentence.span.range()].is_empty());
            inner = sentence.span.end as usize;
        }
        assert!(text[inner..block.span.end as usize].trim().is_empty());
        assert_eq!(buffer.view(&document, index).chars.len(), words.chars().count());
        at = block.span.end as usize;
    }
    assert!(text[at..].trim().is_empty());
}

#[test]
fn odd_input_keeps_every_character() {
    for text in [
        "",
        "\n",
        " \u{3000}\n",
        "\0",
        "\0\n\0",
        "😀😀\n🎉",
        "\u{202E}abc\u{200F}.\u{200E} X",
        "a\rb\r\nc\n\rd",
        "。",
        "...",
        "..。\n!?",
        "\u{FEFF}a",
        "：",
        "|",
        "\t\t",
        "(((((",
        "1.",
        "《》",
        "2024-",
        "2024-02-",
        "发布时间:",
        "By",
        "\u{2028}a\u{2029}b",
    ] {
        check(text);
    }
}

/// Fragments of pages in any order: the structure may be odd, the characters stay.
#[test]
fn any_mixture_keeps_every_character() {
    const PIECES: [&str; 48] = [
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        " ",
        "\u{3000}",
        "\t",
        "。",
        "！",
        "？」",
        "...",
        "……",
        ". ",
        "?\" ",
        "\"",
        "“",
        "”",
        "（",
        "）",
        "《",
        "》",
        "标题",
        "编辑：张三",
        "发布时间：2024-02-21 15:34",
        "2024年2月30日",
        "Feb. 21, 2024 3:34 pm ET",
        "12:60",
        "相关阅读",
        "图源：某社",
        "By Jane Roe",
        "Inc.",
        "U.S.",
        "J.",
        "第1章",
        "1.",
        "（一）",
        "• ",
        "😀",
        "\u{200F}",
        "\0",
        "𠮷",
        "é",
        "About ",
        "一二三",
        "3.5%",
        "|",
        "／",
        "：",
    ];
    let mut state = 0x2545_F491_4F6C_DD1Du64;
    let mut next = |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % n
    };
    for _ in 0..3000 {
        let text: String = (0..next(40)).map(|_| PIECES[next(PIECES.len())]).collect();
        check(&text);
    }
}

#[test]
fn long_input_takes_linear_time() {
    let cases = [
        "字".repeat(1_700_000),
        "a".repeat(5_000_000),
        "\n".repeat(100_000),
        "\r\n \r\n".repeat(50_000),
        "。".repeat(1_000_000),
        "a. ".repeat(300_000),
        "\"!\" A".repeat(100_000),
        "（！".repeat(300_000),
        "（".repeat(200_000) + &"！）".repeat(200_000),
        "2024-02-21\n".repeat(100_000),
        "07-29 11:20\n".repeat(50_000),
        "标题标题标题\n".repeat(100_000),
        "相关阅读\n".repeat(100_000),
        "😀".repeat(500_000),
        "a line of text that is wrapped at some column, as mail is\n".repeat(50_000),
        "责编:".repeat(300_000),
        " ".repeat(3_000_000) + ".",
        ". ".repeat(300_000),
    ];
    for text in cases {
        let started = std::time::Instant::now();
        let document = Document::from_text(text.clone()).unwrap();
        let seconds = started.elapsed().as_secs_f64();
        let head: String = text.chars().take(12).collect();
        assert!(seconds < 5.0, "{head:?}: {seconds} s");
        assert_eq!(document.text(), text);
    }
}

#[test]
fn words_are_cut_as_readers_of_chinese_cut_them() {
    let (mut gold, mut found, mut both) = (0, 0, 0);
    let mut report = String::new();
    let table = include_str!("tables/words.txt");
    for row in table.lines().filter(|row| !row.starts_with('#')) {
        let text = row.replace(' ', "");
        let mut at = 0;
        let wanted: HashSet<(usize, usize)> = row
            .split(' ')
            .map(|word| {
                at += word.len();
                (at - word.len(), at)
            })
            .collect();
        let cut = words(&text, Span::new(0, text.len() as u32));
        let pieces: Vec<&str> = cut.iter().map(|w| &text[w.range()]).collect();
        assert_eq!(pieces.concat(), text);
        let right = cut.iter().filter(|w| wanted.contains(&(w.start as usize, w.end as usize))).count();
        if right < wanted.len() {
            let _ = writeln!(report, "{row}\n{}\n", pieces.join(" "));
        }
        (gold, found, both) = (gold + wanted.len(), found + cut.len(), both + right);
    }
    let f1 = 2.0 * both as f64 / (gold + found) as f64;
    println!("words {f1:.4}, {gold} in the table");
    assert!(f1 >= 0.95, "{f1}\n{report}");
}
