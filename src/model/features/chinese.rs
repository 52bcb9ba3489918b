//! The features of Chinese: characters and pairs of them, words of the lists, and the suffix of an organization's name
//! that lies ahead.

use super::{Kind, Lexicons, Pattern, key, kind, mix};
use crate::lexicon::Table;

const CHAR: u8 = 0;
const PAIR: u8 = 1;
const AROUND: u8 = 2;
const CLASSES: u8 = 3;
const WORD_START: u8 = 4;
const WORD_END: u8 = 5;
const WORD_JOINT: u8 = 6;
const WORD: u8 = 7;
const SUFFIX_AHEAD: u8 = 8;
const SUFFIX_AHEAD_WORD: u8 = 9;
const SUFFIX_BEHIND: u8 = 10;
const LIST: u8 = 11;
const SUFFIX_END: u8 = 12;
const COVER: u8 = 13;
const TRIPLE: u8 = 14;

/// The kinds: the sites that see each and the width of its hash.
pub const KINDS: [Kind; 15] = [
    kind(-3, 3, 18),
    kind(-2, 3, 24),
    kind(-1, 1, 22),
    kind(-1, 1, 18),
    kind(-1, 1, 15),
    kind(-1, 2, 15),
    kind(-1, 0, 20),
    kind(-2, 5, 20),
    kind(0, 0, 18),
    kind(0, 0, 21),
    kind(0, 0, 15),
    kind(0, 0, 21),
    kind(-3, 1, 18),
    kind(0, 0, 13),
    kind(-1, 1, 24),
];

/// The longest word of the lists, in characters.
const LONGEST: usize = 8;
/// Entries of the word list from here on are suffixes of organizations' names.
pub const SUFFIX: u16 = 64;
/// From this class on stand names of known bodies, by the number of their kind; patterns see one class.
pub const BODIES: u16 = 25;

/// The key of a whole word or name in the word list.
pub fn name_key(name: impl Iterator<Item = char>) -> u32 {
    Table::key(name.fold(0, |hash, c| mix(hash, c as u64)))
}

/// The class of a whole word or name in the word list, or zero.
pub fn name_class(chars: &[char], words: &Table) -> u16 {
    words.get(name_key(chars.iter().copied())) % SUFFIX
}

/// Memory for one sentence.
#[derive(Debug, Default)]
pub struct Buffer {
    classes: Vec<u8>,
    starts: Vec<(u8, u8)>,
    ends: Vec<(u8, u8)>,
    covers: Vec<u8>,
    suffixes: Vec<(u16, u8)>,
    ahead: Vec<(u16, u8)>,
    behind: Vec<(u16, u8)>,
}

/// Finds the patterns of a sentence of folded characters; sites are its characters.
pub fn extract(chars: &[char], lexicons: &Lexicons, b: &mut Buffer, out: &mut Vec<Pattern>) {
    let n = chars.len();
    b.classes.clear();
    b.classes.extend(chars.iter().map(|&c| class(c)));
    find_words(chars, &lexicons.words, b);
    look_around(chars, b);

    let at = |i: isize| -> u64 {
        let c = if i < 0 { None } else { chars.get(i as usize) };
        c.map_or(2, |&c| if c.is_ascii_digit() { 48 } else { c as u64 })
    };
    let class_at =
        |i: isize| -> u64 { if i < 0 { 0 } else { b.classes.get(i as usize).map_or(0, |&c| u64::from(c)) } };
    let mut push = |kind: u8, site: usize, content: u64| {
        out.push(Pattern { key: key(kind, KINDS[usize::from(kind)].bits, content), site: site as u32, kind });
    };
    for i in 0..n {
        let p = i as isize;
        let (before, this, next) = (at(p - 1), at(p), at(p + 1));
        push(CHAR, i, this);
        push(PAIR, i, this << 21 | next);
        push(AROUND, i, before << 21 | next);
        push(TRIPLE, i, before << 42 | this << 21 | next);
        push(CLASSES, i, class_at(p - 1) << 10 | class_at(p) << 5 | class_at(p + 1));
        let (len, start) = b.starts[i];
        let start_key = u64::from(start) << 3 | u64::from(len.min(5));
        if len > 0 {
            push(WORD_START, i, start_key);
            if len > 2 {
                let word = chars[i..i + usize::from(len)].iter().fold(0, |h, &c| mix(h, c as u64));
                push(WORD, i, word);
            }
        }
        let (len, end) = b.ends[i];
        if len > 0 {
            push(WORD_END, i, u64::from(end) << 3 | u64::from(len.min(5)));
        }
        push(COVER, i, u64::from(b.covers[i]));
        if i > 0 {
            let (len, end) = b.ends[i - 1];
            let joint = u64::from(end) << 3 | u64::from(len.min(5));
            if joint != 0 || start_key != 0 {
                push(WORD_JOINT, i, joint << 12 | start_key);
            }
        }
        let (suffix, distance) = b.ahead[i];
        if suffix > 0 {
            push(SUFFIX_AHEAD, i, u64::from(suffix) << 8 | u64::from(distance));
            push(SUFFIX_AHEAD_WORD, i, start_key << 24 | u64::from(suffix) << 8 | u64::from(distance.min(5)));
        }
        let (suffix, distance) = b.behind[i];
        if suffix > 0 {
            push(SUFFIX_BEHIND, i, u64::from(suffix) << 8 | u64::from(distance));
        }
        let (suffix, _) = b.suffixes[i];
        if suffix > 0 {
            push(SUFFIX_END, i, u64::from(suffix) << 8 | class_at(p + 1));
        }
    }
    find_lists(chars, b, |site, content| push(LIST, site, content));
}

/// Finds the words of the lists: the longest that starts and that ends at each character, and the suffixes.
fn find_words(chars: &[char], words: &Table, b: &mut Buffer) {
    let n = chars.len();
    for (vector, value) in [(&mut b.starts, (0, 0)), (&mut b.ends, (0, 0))] {
        vector.clear();
        vector.resize(n, value);
    }
    b.covers.clear();
    b.covers.resize(n, 0);
    b.suffixes.clear();
    b.suffixes.resize(n, (0, 0));
    for i in 0..n {
        if b.classes[i] < HAN {
            continue;
        }
        let mut hash = 0;
        for len in 1..=LONGEST.min(n - i) {
            hash = mix(hash, chars[i + len - 1] as u64);
            let value = words.get(Table::key(hash));
            if value == 0 {
                continue;
            }
            let (class, size) = ((value % SUFFIX).min(BODIES) as u8, len as u8);
            let last = i + len - 1;
            if class > 0 && len > 1 {
                b.starts[i] = (size, class);
                if b.ends[last].0 < size {
                    b.ends[last] = (size, class);
                }
            }
            let suffix = value / SUFFIX;
            if suffix > 0 && b.suffixes[last].1 < size {
                b.suffixes[last] = (suffix, size);
            }
        }
    }
    let mut until = 0;
    let mut class = 0;
    for i in 0..n {
        let (len, this) = b.starts[i];
        if i + usize::from(len) > until {
            until = i + usize::from(len);
            class = this;
            b.covers[i] = class;
        } else if i < until {
            b.covers[i] = class + 64;
        }
    }
}

/// For each character the nearest suffix ahead and behind within the same clause, with the distance in steps.
fn look_around(chars: &[char], b: &mut Buffer) {
    let n = chars.len();
    b.ahead.clear();
    b.ahead.resize(n, (0, 0));
    b.behind.clear();
    b.behind.resize(n, (0, 0));
    let mut seen: Option<(usize, u16)> = None;
    for i in (0..n).rev() {
        if ends_clause(chars[i]) {
            seen = None;
        }
        let (suffix, len) = b.suffixes[i];
        if suffix > 0 {
            let start = i + 1 - usize::from(len);
            // Nested suffixes (有限公司 in 公司) count once, as the longest.
            if seen.is_none_or(|(other, _)| start < other) {
                seen = Some((start, suffix));
            }
        }
        if let Some((start, suffix)) = seen {
            b.ahead[i] = if start > i { (suffix, step(start - i)) } else { (suffix, 0) };
        }
    }
    let mut seen: Option<(usize, u16)> = None;
    for i in 0..n {
        if let Some((end, suffix)) = seen {
            b.behind[i] = (suffix, step(i - end));
        }
        if ends_clause(chars[i]) && chars[i] != '、' {
            seen = None;
        }
        let (suffix, _) = b.suffixes[i];
        if suffix > 0 {
            seen = Some((i, suffix));
        }
    }
}

fn ends_clause(c: char) -> bool {
    matches!(c, ',' | '、' | '。' | ';' | ':' | '!' | '?' | '\n')
}

fn step(distance: usize) -> u8 {
    match distance {
        0..=4 => distance as u8,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}

/// Members of lists (A、B、C等4家企业): what the list is said to be of, and what suffixes its members have.
fn find_lists(chars: &[char], b: &Buffer, mut emit: impl FnMut(usize, u64)) {
    let n = chars.len();
    let mut i = 0;
    while i < n {
        // One clause after another; a clause with 、 is a list.
        let end = (i..n).find(|&k| ends_clause(chars[k]) && chars[k] != '、').unwrap_or(n);
        if chars[i..end].contains(&'、') {
            let noun = list_noun(chars, i, end);
            let mut start = i;
            let mut before = 0;
            while start < end {
                let stop = (start..end).find(|&k| chars[k] == '、').unwrap_or(end);
                let next_stop = (stop + 1..end).find(|&k| chars[k] == '、').unwrap_or(end);
                let suffix_at = |k: usize| if k > i && k <= end { b.suffixes[k - 1].0 } else { 0 };
                let after = if stop < end { suffix_at(next_stop) } else { 0 };
                for k in start..stop.min(start + 30) {
                    let place = if k == start {
                        0
                    } else if k + 1 == stop {
                        1
                    } else {
                        2
                    };
                    if noun != 0 {
                        emit(k, mix(noun, place));
                    }
                    emit(k, 1 << 40 | u64::from(before) << 20 | u64::from(after) << 4 | place);
                }
                before = suffix_at(stop);
                start = stop + 1;
            }
        }
        i = end + 1;
    }
}

/// What a list says that it is of: the two characters after 等 and a number with its classifier.
fn list_noun(chars: &[char], start: usize, end: usize) -> u64 {
    let Some(at) = (start..end).rev().find(|&k| chars[k] == '等') else { return 0 };
    let mut k = at + 1;
    while k < end.min(at + 8)
        && (chars[k].is_ascii_digit() || "一二三四五六七八九十百千多余几数近".contains(chars[k]))
    {
        k += 1;
    }
    let counted = k > at + 1;
    if counted && k < end && "家个所名位支项部".contains(chars[k]) {
        k += 1;
    }
    let noun = chars.get(k..(k + 2).min(end)).unwrap_or_default();
    noun.iter().fold(1 + u64::from(counted), |h, &c| mix(h, c as u64))
}

const HAN: u8 = 20;

fn class(c: char) -> u8 {
    match c {
        '0'..='9' => 1,
        'A'..='Z' => 2,
        'a'..='z' => 3,
        ' ' | '\t' => 4,
        '、' => 5,
        ',' => 6,
        '。' | '!' | '?' | ';' => 7,
        ':' => 8,
        '“' | '「' | '‘' | '『' => 9,
        '”' | '」' | '’' | '』' => 10,
        '"' | '\'' => 11,
        '(' | '[' | '【' | '〔' => 12,
        ')' | ']' | '】' | '〕' => 13,
        '《' | '〈' => 14,
        '》' | '〉' => 15,
        '·' | '•' | '・' | '-' | '—' => 16,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '亿'
        | '两' => 21,
        '省' | '市' | '县' | '区' | '镇' | '乡' | '村' | '州' | '国' | '旗' => 22,
        '的' | '了' | '在' | '和' | '是' | '与' | '及' | '对' | '向' | '从' | '被' | '把' | '将' | '为'
        | '等' | '以' | '于' | '由' | '让' | '并' | '也' | '就' | '都' | '而' | '或' => 23,
        '王' | '李' | '张' | '刘' | '陈' | '杨' | '赵' | '黄' | '周' | '吴' | '徐' | '孙' | '胡' | '朱'
        | '何' | '郭' | '罗' | '梁' | '宋' | '郑' | '谢' | '韩' | '唐' | '冯' | '董' | '萧' | '程' | '曹'
        | '袁' | '邓' | '许' | '傅' | '沈' | '曾' | '彭' | '吕' | '苏' | '卢' | '蒋' | '蔡' | '贾' | '丁'
        | '魏' | '薛' | '阎' | '余' | '潘' | '杜' | '戴' | '夏' | '钟' | '汪' | '田' | '任' | '姜' | '范'
        | '姚' | '谭' | '廖' | '邹' | '熊' | '陆' | '郝' | '孔' | '邱' | '崔' | '秦' | '顾' | '侯' | '邵'
        | '孟' | '龙' | '段' | '雷' | '钱' | '汤' | '尹' | '黎' | '易' | '常' | '武' | '乔' | '贺' | '赖'
        | '龚' => 24,
        '斯' | '克' | '尔' | '特' | '拉' | '尼' | '亚' | '伊' | '巴' | '布' | '德' | '利' | '卡' | '萨'
        | '达' | '莱' | '诺' | '瓦' | '奥' | '维' | '托' | '兰' | '弗' | '格' | '里' | '娜' | '洛' | '普'
        | '基' | '穆' | '哈' | '埃' | '贝' | '鲁' | '纳' | '加' | '森' | '曼' | '丹' | '塔' | '帕' | '迪'
        | '莫' | '戈' | '泽' | '科' | '阿' | '艾' | '恩' | '英' | '夫' | '什' | '姆' | '麦' | '福' | '赛'
        | '希' | '比' | '逊' | '汉' | '查' | '内' | '菲' | '米' | '霍' | '威' | '默' | '哥' | '耶' | '路'
        | '欧' | '西' | '凯' | '爱' | '因' | '坦' => 25,
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}' => HAN,
        _ => 17,
    }
}
