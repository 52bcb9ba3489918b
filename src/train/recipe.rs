//! What each model is trained from: corpora with their weight and licence, and word lists.

use std::path::{Path, PathBuf};

use super::rename::Renamer;
use super::{hash, unreadable};
use crate::annotation::OrganizationKind;
use crate::error::Result;
use crate::lexicon::Table;
use crate::model::features::{Lexicons, chinese, english, mix};
use crate::options::Lang;
use crate::recognize::organization::words;

/// Where a corpus lies: this project's own in the repository, from whose root training runs; the others in the data folder.
pub fn located(data: &Path, path: &str) -> PathBuf {
    if path.starts_with("tests/") { path.into() } else { data.join(path) }
}

/// A corpus of a recipe.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Its file, from the data folder or the repository's tests.
    pub path: &'static str,
    /// How often each of its sentences is learned from in one epoch.
    pub times: usize,
    /// How many copies with other names are learned from besides.
    pub copies: u64,
    /// Whether persons and places are left unannotated.
    pub partial: bool,
    /// When holding out: every n-th text is; 0 for none.
    pub held_out: u64,
    /// Where it comes from and under which licence.
    pub licence: &'static str,
}

/// A part to measure on.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// Its name.
    pub name: &'static str,
    /// Its file, from the data folder or the repository's tests.
    pub path: &'static str,
    /// Every n-th text, or with zero all.
    pub held_out: u64,
    /// Only texts whose name holds one of these, parted by spaces.
    pub only: &'static str,
}

/// What a model is trained from.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    lang: Lang,
    /// The corpora.
    pub sources: &'static [Source],
    /// The parts to measure on.
    pub tests: &'static [Test],
}

const fn ours(path: &'static str, times: usize, copies: u64, held_out: u64) -> Source {
    Source {
        path,
        times,
        copies,
        partial: true,
        held_out,
        licence: "annotated by the project's guide; weights only",
    }
}

const fn public(path: &'static str, held_out: u64, licence: &'static str) -> Source {
    Source { path, times: 1, copies: 0, partial: false, held_out, licence }
}

const fn test(name: &'static str, path: &'static str, held_out: u64, only: &'static str) -> Test {
    Test { name, path, held_out, only }
}

const CHINESE: &[Source] = &[
    ours("gold/news_train_zh.jsonl", 8, 0, 5),
    ours("gold/pages_train.jsonl", 4, 3, 3),
    ours("tests/gold/pages_hans.jsonl", 4, 3, 2),
    ours("tests/gold/pages_hant.jsonl", 4, 3, 2),
    ours("tests/gold/pages_hans2.jsonl", 4, 3, 2),
    ours("tests/gold/pages_hant2.jsonl", 4, 3, 2),
    ours("tests/gold/names_hans.jsonl", 1, 0, 4),
    ours("tests/gold/names_hk.jsonl", 2, 0, 4),
    ours("tests/gold/names_tw.jsonl", 2, 0, 4),
    public("data/org/cluener_train.jsonl", 10, "CLUENER2020, research use"),
    public("data/org/msra_train.jsonl", 0, "MSRA NER (SIGHAN 2006), research use"),
    public("data/org/uner_zh_gsdsimp_train.jsonl", 0, "Universal NER, CC BY-SA 4.0"),
    public("data/org/uner_zh_gsd_trad_train.jsonl", 0, "Universal NER, CC BY-SA 4.0"),
    public("data/org/weibo_train.jsonl", 0, "Weibo NER, research use"),
];

const CHINESE_TESTS: &[Test] = &[
    test("news", "gold/news_train_zh.jsonl", 5, ""),
    test("pages hans", "gold/pages_train.jsonl", 3, "-S0- -S1- -S2- -S3- -S4-"),
    test("pages hant", "gold/pages_train.jsonl", 3, "-S5-"),
    test("own hans", "tests/gold/pages_hans.jsonl", 2, ""),
    test("own hant", "tests/gold/pages_hant.jsonl", 2, ""),
    test("own hans 2", "tests/gold/pages_hans2.jsonl", 2, ""),
    test("own hant 2", "tests/gold/pages_hant2.jsonl", 2, ""),
    test("own hans 3", "tests/gold/pages_hans3.jsonl", 0, ""),
    test("own hk 3", "tests/gold/pages_hk3.jsonl", 0, ""),
    test("own tw 3", "tests/gold/pages_tw3.jsonl", 0, ""),
    test("names hans", "tests/gold/names_hans.jsonl", 4, ""),
    test("names hk", "tests/gold/names_hk.jsonl", 4, ""),
    test("names tw", "tests/gold/names_tw.jsonl", 4, ""),
    test("dev news", "gold/news_dev.jsonl", 0, ""),
    test("dev seed", "gold/seed.jsonl", 0, ""),
    test("cluener", "data/org/cluener_train.jsonl", 10, ""),
    test("msra", "data/org/msra_test_first_half.jsonl", 0, ""),
    test("uner", "data/org/uner_zh_gsdsimp_dev.jsonl", 0, ""),
];

const ENGLISH: &[Source] = &[
    ours("gold/news_train_en.jsonl", 5, 0, 5),
    ours("gold/pages_train.jsonl", 3, 0, 3),
    ours("tests/gold/pages_en.jsonl", 3, 0, 2),
    ours("tests/gold/press_en.jsonl", 3, 0, 2),
    ours("tests/gold/pages_en2.jsonl", 3, 0, 2),
    ours("tests/gold/names_us.jsonl", 2, 0, 4),
    ours("tests/gold/names_world.jsonl", 2, 0, 4),
    public("data/org/conll03_train.jsonl", 0, "CoNLL-2003 (Reuters), research use"),
    public("data/org/uner_en_ewt_dev.jsonl", 0, "Universal NER, CC BY-SA 4.0"),
    public("data/org/wikigold_train.jsonl", 0, "Wikigold, CC BY 4.0"),
    public("data/org/crossner_ai.jsonl", 0, "CrossNER, MIT"),
    public("data/org/crossner_politics.jsonl", 0, "CrossNER, MIT"),
    public("data/org/crossner_science.jsonl", 0, "CrossNER, MIT"),
    public("data/org/wnut17_train.jsonl", 0, "WNUT 2017, CC BY 4.0"),
];

const ENGLISH_TESTS: &[Test] = &[
    test("news", "gold/news_train_en.jsonl", 5, ""),
    test("pages", "gold/pages_train.jsonl", 3, ""),
    test("own pages", "tests/gold/pages_en.jsonl", 2, ""),
    test("own press", "tests/gold/press_en.jsonl", 2, ""),
    test("own pages 2", "tests/gold/pages_en2.jsonl", 2, ""),
    test("own pages 3", "tests/gold/pages_en3.jsonl", 0, ""),
    test("names us", "tests/gold/names_us.jsonl", 4, ""),
    test("names world", "tests/gold/names_world.jsonl", 4, ""),
    test("dev news", "gold/news_dev.jsonl", 0, ""),
    test("conll", "data/org/conll03_testa.jsonl", 0, ""),
];

/// The class of names of companies.
const COMPANY: u16 = 22;
/// The class of organizations that news readers know by name.
const KNOWN: u16 = 24;

/// The groups of suffixes that name a trade.
const TRADES: &[u16] = &[
    5, 6, 7, 8, 9, 10, 11, 12, 13, 23, 24, 25, 26, 101, 102, 103, 104, 105, 107, 108, 109, 110, 111, 112,
    113, 114,
];

const WORDS_ZH: &str = include_str!("../lexicon/data/words_zh.tsv");
const SUFFIXES_ZH: &str = include_str!("../lexicon/data/suffixes_zh.txt");
const KNOWN_ZH: &str = include_str!("../lexicon/data/known_zh.txt");
const HEADS_EN: &str = include_str!("../lexicon/data/heads_en.txt");
const NAMES_ZH: &str = include_str!("../lexicon/data/names_zh.txt");
const NAMES_EN: &str = include_str!("../lexicon/data/names_en.txt");
const CLUSTERS_EN: &str = include_str!("../lexicon/data/clusters_en.tsv");

impl Recipe {
    /// The recipe of a language.
    pub fn new(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self { lang, sources: CHINESE, tests: CHINESE_TESTS },
            Lang::En => Self { lang, sources: ENGLISH, tests: ENGLISH_TESTS },
        }
    }

    /// Compiles the word lists that the language's features refer to.
    ///
    /// # Errors
    /// [`Error::is_model`](crate::Error::is_model) when a list is missing.
    pub fn lexicons(&self, data: &Path) -> Result<Lexicons> {
        match self.lang {
            Lang::Zh => Ok(chinese_lexicons()),
            Lang::En => {
                let path = data.join("data/org/gazetteer_en_companies.txt");
                let names = std::fs::read_to_string(&path).map_err(|e| unreadable(&path, e))?;
                Ok(english_lexicons(&names))
            }
        }
    }

    /// Makes other names for the organizations of the annotated texts.
    ///
    /// # Errors
    /// [`Error::is_model`](crate::Error::is_model) when a list is missing.
    pub fn renamer(&self, data: &Path, seed: u64) -> Result<Renamer> {
        let path = data.join(match self.lang {
            Lang::Zh => "data/org/gazetteer_zh_company_short.txt",
            Lang::En => "data/org/gazetteer_en_companies.txt",
        });
        let names = std::fs::read_to_string(&path).map_err(|e| unreadable(&path, e))?;
        let companies = names.lines().map(str::to_owned).collect();
        let places = entries(WORDS_ZH).filter(|e| matches!(e.1, 20 | 21)).map(|e| e.0.to_owned());
        let places = places.filter(|place| (2..=3).contains(&place.chars().count())).collect();
        let trades = groups(SUFFIXES_ZH).filter(|g| TRADES.contains(&g.1)).map(|g| g.0.to_owned());
        let trades = trades.filter(|trade| trade.chars().count() > 1).collect();
        Ok(Renamer::new(self.lang, companies, places, trades, seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    /// What the model file says of where it comes from.
    ///
    /// # Errors
    /// [`Error::is_model`](crate::Error::is_model) when a corpus is missing.
    pub fn provenance(&self, data: &Path) -> Result<String> {
        let mut lines = vec!["trained by: cargo xtask train".to_owned()];
        for source in self.sources {
            let path = located(data, source.path);
            let bytes = std::fs::read(&path).map_err(|e| unreadable(&path, e))?;
            lines.push(format!(
                "{} ×{} ({}) {:016x}",
                source.path,
                source.times,
                source.licence,
                hash(&bytes)
            ));
        }
        Ok(lines.join("\n"))
    }
}

fn entries(list: &str) -> impl Iterator<Item = (&str, u16)> {
    list.lines().filter_map(|line| {
        let mut fields = line.split('\t');
        Some((fields.next()?, fields.next()?.parse().ok()?))
    })
}

/// Names of bodies with the number of their kind.
fn bodies(list: &str) -> impl Iterator<Item = (u16, &str)> {
    let rows = list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '));
    rows.flat_map(|(kind, names)| {
        let kind = words::kind(kind);
        let number = OrganizationKind::ALL.iter().position(|k| *k == kind).unwrap_or(0);
        names.split('|').map(move |name| (number as u16, name))
    })
}

/// Groups of words, one group a line; the number of a group counts from one.
fn groups(list: &str) -> impl Iterator<Item = (&str, u16)> {
    list.lines()
        .enumerate()
        .flat_map(|(i, line)| line.split_whitespace().map(move |word| (word, i as u16 + 1)))
}

fn chinese_lexicons() -> Lexicons {
    let key = |word: &str| chinese::name_key(word.chars());
    let mut classes: std::collections::BTreeMap<u32, u16> =
        entries(WORDS_ZH).map(|(w, c)| (key(w), c)).collect();
    for (kind, name) in bodies(NAMES_ZH) {
        // What is a plain word or a place more often than not stays one.
        let class = classes.entry(key(name)).or_insert(COMPANY);
        if *class == COMPANY {
            *class = chinese::BODIES + kind;
        }
    }
    for word in KNOWN_ZH.split_whitespace() {
        let class = classes.entry(key(word)).or_insert(KNOWN);
        *class = KNOWN.max(*class);
    }
    let mut seen = std::collections::BTreeSet::new();
    for (word, group) in groups(SUFFIXES_ZH).filter(|(word, _)| seen.insert(key(word))) {
        *classes.entry(key(word)).or_default() += group * chinese::SUFFIX;
    }
    Lexicons { words: Table::new(&classes.into_iter().collect::<Vec<_>>()), ..Lexicons::default() }
}

fn english_lexicons(companies: &str) -> Lexicons {
    let mut names = std::collections::BTreeMap::new();
    let mut tokens = Vec::new();
    let mut key = |name: &str| english::name_key(&name.chars().collect::<Vec<_>>(), &mut tokens);
    for (kind, name) in bodies(NAMES_EN) {
        names.entry(key(name)).or_insert(english::BODIES + kind);
    }
    for name in companies.lines() {
        names.entry(key(name)).or_insert(english::COMPANIES);
    }
    let word = |word: &str| english::hash(&word.chars().collect::<Vec<_>>());
    for (head, group) in groups(HEADS_EN) {
        *names.entry(Table::key(mix(word(head), 1))).or_default() += group * english::HEADS;
    }
    let mut clusters = std::collections::BTreeMap::new();
    let mut coarse = vec![0u8; 1];
    for line in CLUSTERS_EN.lines() {
        let mut fields = line.split('\t');
        let (Some(text), Some(Ok(fine)), Some(Ok(wide))) =
            (fields.next(), fields.next().map(str::parse::<u16>), fields.next().map(str::parse::<u8>))
        else {
            continue;
        };
        let number = usize::from(fine) + 1;
        if coarse.len() <= number {
            coarse.resize(number + 1, 0);
        }
        coarse[number] = wide + 1;
        clusters.entry(Table::key(word(text))).or_insert(fine + 1);
    }
    Lexicons {
        words: Table::new(&names.into_iter().collect::<Vec<_>>()),
        clusters: Table::new(&clusters.into_iter().collect::<Vec<_>>()),
        coarse,
    }
}
