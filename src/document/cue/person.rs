//! Names of writers, photographers and agencies, and the words under pictures.

use super::opens;
use crate::document::line::{Cue, columns_of};
use crate::text::class::{Class, class};

/// How a line of staff begins in English.
const STAFF: &str = "reporting by |editing by |writing by |additional reporting by |compiled by |edited by |photo by |\
    photos by |photograph by ";

/// How a line of writers begins in Chinese.
const WRITERS: &str =
    "记者 |本报记者|本刊记者|本网记者|特约记者|通讯员|撰文|作者 |文 |实习记者|首席记者|本台记者|特约撰稿";

/// How the words under a picture begin.
const CAPTIONS: &str =
    "图为|资料图|资料照|档案照|图说|图注|上图|图片说明|pictured:|caption:|above: |left: |right: ";

/// How they end: whose picture it is.
const SOURCES: &str = "(ap photo|(photo|(image|(reuters)|(file photo|/getty|getty images|/reuters)|(ap)|(afp)|(courtesy|\
    file photo|photo courtesy|image: |photo: |photograph: |/ afp|/afp";

/// The same in Chinese, as the last characters.
const SHOT: &str =
    "摄|摄影|供图|提供|资料图|资料图片|资料照片|受访者提供|摄)|供图)|资料图)|提供)|制图|截图|/图";

/// A line of writers or staff.
pub(in crate::document) fn person(line: &str, bare: &str, columns: usize, stopped: bool) -> Option<Cue> {
    if columns > 160 {
        return None;
    }
    if bare.starts_with(|c: char| c.is_ascii_alphabetic()) && opens(&bare.to_ascii_lowercase(), STAFF) {
        return Some(Cue::Credit);
    }
    let name = bare.strip_prefix("By ").or_else(|| bare.strip_prefix("BY "));
    if name.is_some_and(|n| n.starts_with(char::is_uppercase) && n.split_whitespace().count() <= 14)
        && columns <= 110
        && !stopped
    {
        return Some(Cue::Byline);
    }
    // Jane Roe, Health Reporter
    let post = bare.rsplit([' ', ',']).next().unwrap_or_default().to_ascii_lowercase();
    let posts = ["reporter", "correspondent", "writer", "editor", "bureau", "columnist", "contributor"];
    if bare.contains(", ")
        && columns <= 60
        && !stopped
        && posts.contains(&post.as_str())
        && bare.starts_with(char::is_uppercase)
    {
        return Some(Cue::Byline);
    }
    if is_caption(bare) {
        return Some(Cue::Caption);
    }
    if columns <= 140
        && bare.ends_with(['摄', '影', '图', '片', '供', ')'])
        && SHOT.split('|').any(|w| bare.ends_with(w))
    {
        let clause = bare.contains(['。', ',']) || columns > 36;
        return Some(if clause { Cue::Caption } else { Cue::Credit });
    }
    let labelled = |w: &str| bare.find(w).is_some_and(|at| at > 0);
    if bare.contains(':') && ["图源:", "图片来源:", "供图:", "摄影:"].into_iter().any(labelled) {
        return Some(Cue::Caption);
    }
    let short = columns <= 64 && (!stopped || line.ends_with(')'));
    (short && is_byline(line, bare)).then(|| {
        let staff = bare.contains("编辑") && !bare.starts_with("记者");
        if staff { Cue::Credit } else { Cue::Byline }
    })
}

/// True for the words under a picture that say so.
pub(in crate::document) fn is_caption(bare: &str) -> bool {
    if bare.starts_with(['图', '资', '档', '上', 'P', 'p', 'C', 'c', 'A', 'L', 'R'])
        && opens(&bare.to_ascii_lowercase(), CAPTIONS)
    {
        return true;
    }
    if is_numbered_picture(bare) {
        return true;
    }
    // Whose picture it is stands in the last words.
    let from =
        (bare.len().saturating_sub(44)..=bare.len()).find(|i| bare.is_char_boundary(*i)).unwrap_or_default();
    let tail = bare.get(from.max(16)..).unwrap_or_default();
    if !tail.contains(['(', '/', ':', 'G', 'g']) {
        return false;
    }
    let tail = tail.to_ascii_lowercase();
    tail.contains(['(', '/', ':']) && SOURCES.split('|').any(|w| tail.contains(w))
        || tail.ends_with("getty images")
}

/// 图1 …, (图二)…, 图③:…: a picture's number, then what it shows.
fn is_numbered_picture(bare: &str) -> bool {
    let Some(after) = bare.trim_start_matches('(').strip_prefix('图') else { return false };
    let rest = after.trim_start_matches(|c: char| {
        c.is_ascii_digit() || "一二三四五六七八九十".contains(c) || ('①'..='⑳').contains(&c)
    });
    rest.len() < after.len() && columns_of(bare) <= 110 && rest.starts_with([')', ':', ' ', '.', '、'])
}

/// Reporters with their papers, a bracketed name, an agency's opening standing alone.
fn is_byline(line: &str, bare: &str) -> bool {
    let columns = columns_of(bare);
    let bracketed = bare.len() < line.len();
    let reporter = bare.contains("记者") || bare.contains("通讯员");
    if columns <= 56 && (opens(bare, WRITERS) && !bare.contains(['。', '从']) || bracketed && reporter) {
        return true;
    }
    let name = |n: &str| {
        (2..=4).contains(&n.chars().count())
            && n.chars().all(|c| matches!(class(c), Class::Han | Class::HanNumeral))
    };
    if line.starts_with('(')
        && bracketed
        && columns <= 24
        && bare.split([' ', '、', '/']).all(name)
        && !bare.starts_with('本')
    {
        return true;
    }
    // 台州日报记者 金露 / 黄岩区融媒体中心 蔡伟
    let plain = columns <= 52 && !bare.contains(['。', ',', '的', '了', '说', ':']);
    let named = bare.find("记者").is_some_and(|at| {
        let name = bare[at + "记者".len()..].trim_start_matches([' ', '|', '/']);
        (2..=4).contains(&name.chars().take_while(|c| class(*c) == Class::Han).count())
    });
    // 央视网消息(新闻联播):
    let opening = bare.ends_with(':')
        && columns <= 44
        && ["消息", "日电", "日讯", "讯("].iter().any(|w| bare.contains(w));
    let agency = ["日电", "日讯", "日专电", "本报讯", "综合消息"]
        .iter()
        .find_map(|w| Some(&bare[bare.find(w)? + w.len()..]));
    let alone = |rest: &str| rest.trim().is_empty() || rest.trim().starts_with('(') && rest.ends_with(')');
    plain && named || opening || agency.is_some_and(alone)
}
