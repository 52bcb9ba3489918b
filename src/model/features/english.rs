//! The features of English: words, their shapes, affixes and clusters, and the run of capitalised words that they stand
//! in.

use super::{Kind, Lexicons, Pattern, key, kind, mix};
use crate::lexicon::Table;

const WORD: u8 = 0;
const PAIR: u8 = 1;
const SHAPES: u8 = 2;
const LAST3: u8 = 3;
const FIRST4: u8 = 4;
const CLUSTER: u8 = 5;
const COARSE: u8 = 6;
const COARSE_PAIR: u8 = 7;
const COARSE_TRIPLE: u8 = 8;
const RUN_LAST: u8 = 9;
const RUN_FIRST: u8 = 10;
const NAME: u8 = 11;
const SHAPE_CLUSTER: u8 = 12;
const SENTENCE: u8 = 13;
const EXACT: u8 = 14;
const RUN: u8 = 15;
const HEAD: u8 = 16;

/// The kinds: the sites that see each and the width of its hash.
pub const KINDS: [Kind; 17] = [
    kind(-2, 2, 22),
    kind(-1, 2, 24),
    kind(-1, 1, 18),
    kind(-1, 1, 19),
    kind(0, 0, 20),
    kind(-2, 2, 17),
    kind(-2, 2, 14),
    kind(-1, 2, 19),
    kind(0, 0, 21),
    kind(0, 0, 21),
    kind(0, 0, 21),
    kind(-1, 1, 16),
    kind(-1, 1, 18),
    kind(0, 0, 14),
    kind(0, 0, 22),
    kind(0, 0, 18),
    kind(0, 0, 15),
];

/// The most words that a name of the lists has.
const LONGEST: usize = 6;

/// A word, a number or a punctuation mark.
#[derive(Clone, Copy, Debug, Default)]
pub struct Token {
    /// The index of its first character.
    pub start: u32,
    /// The index after its last character.
    pub end: u32,
    shape: u8,
    lower: u64,
    cluster: u16,
    coarse: u8,
    name: u16,
    head: u16,
}

const LOWER: u8 = 1;
const CAPITALISED: u8 = 2;
const ONE_CAPITAL: u8 = 3;
const CAPITALS: u8 = 4;
const MIXED: u8 = 5;
const NUMBER: u8 = 6;
const ALPHANUMERIC: u8 = 7;
const DOTTED: u8 = 8;
const POSSESSIVE: u8 = 9;
const PUNCTUATION: u8 = 16;

/// Memory for one sentence.
#[derive(Debug, Default)]
pub struct Buffer {
    /// The sentence's words.
    pub tokens: Vec<Token>,
}

fn lower(c: char) -> char {
    match c {
        '\u{C0}'..='\u{DE}' if c != '\u{D7}' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        '’' => '\'',
        _ => c.to_ascii_lowercase(),
    }
}

/// The hash of a word regardless of case.
pub fn hash(chars: &[char]) -> u64 {
    chars.iter().fold(0, |h, &c| mix(h, lower(c) as u64))
}

fn is_upper(c: char) -> bool {
    c.is_ascii_uppercase() || matches!(c, '\u{C0}'..='\u{DE}')
}

/// Splits a sentence into words: letters and digits; U.S. and 1,000 whole, 's alone, every other mark alone.
pub fn tokenize(chars: &[char], out: &mut Vec<Token>) {
    out.clear();
    let n = chars.len();
    let word = |i: usize| chars.get(i).is_some_and(|c| c.is_alphanumeric());
    let letter = |i: usize| chars.get(i).is_some_and(|c| c.is_alphabetic());
    let digit = |i: usize| chars.get(i).is_some_and(|c| c.is_ascii_digit());
    let mut i = 0;
    while i < n {
        if chars[i].is_whitespace() {
            i += 1;
            continue;
        }
        let start = i;
        let mut shape = 0;
        if matches!(chars[i], '\'' | '’')
            && matches!(chars.get(i + 1), Some('s' | 'S'))
            && !word(i + 2)
            && i > 0
            && word(i - 1)
        {
            i += 2;
            shape = POSSESSIVE;
        } else if letter(i)
            && chars.get(i + 1) == Some(&'.')
            && letter(i + 2)
            && chars.get(i + 3) == Some(&'.')
        {
            while letter(i) && chars.get(i + 1) == Some(&'.') {
                i += 2;
            }
            shape = DOTTED;
        } else if word(i) {
            while word(i)
                || (digit(i.wrapping_sub(1)) && matches!(chars.get(i), Some('.' | ',')) && digit(i + 1))
            {
                i += 1;
            }
        } else {
            i += 1;
        }
        let body = &chars[start..i];
        if shape == 0 {
            shape = shape_of(body);
        }
        out.push(Token { start: start as u32, end: i as u32, shape, lower: hash(body), ..Token::default() });
    }
}

fn shape_of(body: &[char]) -> u8 {
    let Some(&first) = body.first() else { return 0 };
    let (mut upper, mut letters, mut digits) = (0, 0, 0);
    for &c in body {
        upper += usize::from(is_upper(c));
        letters += usize::from(c.is_alphabetic());
        digits += usize::from(c.is_ascii_digit());
    }
    match (letters, digits) {
        (0, 0) => PUNCTUATION + (first as u32 % 97) as u8,
        (0, _) => NUMBER,
        (_, 1..) => ALPHANUMERIC,
        _ if upper == 0 => LOWER,
        (1, _) => ONE_CAPITAL,
        _ if upper == letters => CAPITALS,
        _ if upper == 1 && is_upper(first) => CAPITALISED,
        _ => MIXED,
    }
}

/// Finds the patterns of a sentence; sites are its words.
pub fn extract(chars: &[char], lexicons: &Lexicons, b: &mut Buffer, out: &mut Vec<Pattern>) {
    tokenize(chars, &mut b.tokens);
    let tokens = &mut b.tokens;
    for token in tokens.iter_mut() {
        token.cluster = lexicons.clusters.get(Table::key(token.lower));
        token.coarse = lexicons.coarse.get(usize::from(token.cluster)).copied().unwrap_or(0);
    }
    find_names(&lexicons.words, tokens);
    let n = tokens.len();
    let case = sentence_case(tokens);
    let none = Token::default();
    let mut push = |kind: u8, site: usize, content: u64| {
        out.push(Pattern { key: key(kind, KINDS[usize::from(kind)].bits, content), site: site as u32, kind });
    };
    let mut run_end = 0;
    let mut run_start = 0;
    for i in 0..n {
        let at = |k: usize| tokens.get(k).unwrap_or(&none);
        let (before, this, next) = (if i > 0 { at(i - 1) } else { &none }, at(i), at(i + 1));
        let shape = u64::from(this.shape);
        let word = if this.shape == NUMBER { u64::from(this.end - this.start) } else { this.lower };
        push(WORD, i, word);
        push(PAIR, i, mix(this.lower, next.lower));
        push(SHAPES, i, u64::from(before.shape) << 20 | shape << 10 | u64::from(next.shape));
        push(SENTENCE, i, shape << 4 | u64::from(case) << 1 | u64::from(i == 0));
        if this.shape < PUNCTUATION && this.shape != NUMBER {
            let body = &chars[this.start as usize..this.end as usize];
            push(LAST3, i, hash(body.get(body.len().saturating_sub(3)..).unwrap_or_default()));
            push(FIRST4, i, hash(body.get(..body.len().min(4)).unwrap_or_default()));
            push(EXACT, i, body.iter().fold(0, |h, &c| mix(h, c as u64)));
        }
        push(CLUSTER, i, u64::from(this.cluster));
        let coarse = coarse(this);
        push(COARSE, i, coarse);
        push(COARSE_PAIR, i, coarse << 10 | self::coarse(next));
        push(COARSE_TRIPLE, i, self::coarse(before) << 20 | coarse << 10 | self::coarse(next));
        push(SHAPE_CLUSTER, i, coarse << 6 | shape);
        if this.name > 0 {
            push(NAME, i, u64::from(this.name));
        }
        if i >= run_end && is_capital(this) {
            run_start = i;
            run_end = run_from(tokens, i);
        }
        if i < run_end {
            let (first, last) = (at(run_start), at(run_end - 1));
            let place = u64::from(i == run_start) << 1 | u64::from(i + 1 == run_end);
            let size = (run_end - run_start).min(6) as u64;
            push(RUN_LAST, i, mix(last.lower, place));
            push(RUN_FIRST, i, mix(first.lower, place));
            push(RUN, i, size << 20 | place << 18 | u64::from(case) << 16 | u64::from(at(run_end).shape));
            // The nearest word of the run from here on that heads names of organizations.
            let head = (i..run_end).find(|&k| at(k).head > 0);
            if let Some(k) = head {
                push(HEAD, i, u64::from(at(k).head) << 4 | (k - i).min(4) as u64);
            }
        }
    }
}

fn coarse(token: &Token) -> u64 {
    match (token.coarse, token.shape) {
        (0, shape) => 256 + u64::from(shape),
        (coarse, _) => u64::from(coarse),
    }
}

fn is_capital(token: &Token) -> bool {
    matches!(token.shape, CAPITALISED | ONE_CAPITAL | CAPITALS | MIXED | DOTTED | ALPHANUMERIC)
}

/// The end of the run of capitalised words that starts at a word; it may hold "of", "and", "for", "the" and "&".
fn run_from(tokens: &[Token], start: usize) -> usize {
    let joins = |k: usize| {
        tokens.get(k).is_some_and(|t| {
            t.end - t.start <= 3
                && (t.shape == LOWER || t.shape == PUNCTUATION + b'&' || t.shape == PUNCTUATION + b'-')
        })
    };
    let mut end = start + 1;
    while end - start < 16 {
        let capital = |k: usize| tokens.get(k).is_some_and(is_capital);
        if capital(end) {
            end += 1;
        } else if joins(end) && capital(end + 1) {
            end += 2;
        } else if joins(end) && joins(end + 1) && capital(end + 2) {
            end += 3;
        } else {
            break;
        }
    }
    end
}

/// Whether a sentence is in capitals (2), in title case (1) or neither (0).
fn sentence_case(tokens: &[Token]) -> u8 {
    let (mut long, mut capitals, mut capitalised) = (0, 0, 0);
    for token in tokens {
        if token.shape < NUMBER && token.end - token.start >= 4 {
            long += 1;
            capitals += usize::from(token.shape == CAPITALS);
            capitalised += usize::from(token.shape != LOWER);
        }
    }
    match long {
        3.. if capitals * 10 >= long * 8 => 2,
        3.. if capitalised * 10 >= long * 8 => 1,
        _ => 0,
    }
}

/// Entries of the word list from here on are heads of organizations' names.
pub const HEADS: u16 = 64;
/// The class of names of companies; that of a body of another kind is [`BODIES`] and the kind's number.
pub const COMPANIES: u16 = 1;
/// See [`COMPANIES`].
pub const BODIES: u16 = 2;

/// The key of a whole name in the word list.
pub fn name_key(chars: &[char], tokens: &mut Vec<Token>) -> u32 {
    tokenize(chars, tokens);
    Table::key(tokens.iter().fold(0, |hash, token| mix(hash, token.lower)))
}

/// The class of a whole name in the word list, or zero.
pub fn name_class(chars: &[char], names: &Table, tokens: &mut Vec<Token>) -> u16 {
    let key = name_key(chars, tokens);
    if (1..=LONGEST).contains(&tokens.len()) { names.get(key) % HEADS } else { 0 }
}

/// Marks the names of the lists with their class and the place in them, and the heads.
fn find_names(names: &Table, tokens: &mut [Token]) {
    for i in 0..tokens.len() {
        tokens[i].head = names.get(Table::key(mix(tokens[i].lower, 1))) / HEADS;
    }
    let mut until = 0;
    for i in 0..tokens.len() {
        if i < until || tokens[i].shape == LOWER || tokens[i].shape >= PUNCTUATION {
            continue;
        }
        let mut hash = 0;
        for len in 1..=LONGEST.min(tokens.len() - i) {
            hash = mix(hash, tokens[i + len - 1].lower);
            let class = names.get(Table::key(hash)) % HEADS;
            if class == 0 {
                continue;
            }
            until = i + len;
            for (k, token) in tokens[i..until].iter_mut().enumerate() {
                let place = match (k, len) {
                    (_, 1) => 3,
                    (0, _) => 0,
                    _ if k + 1 == len => 2,
                    _ => 1,
                };
                token.name = class * 4 + place;
            }
        }
    }
}
