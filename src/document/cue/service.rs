//! Lines that belong to the site and not to the article: navigation, sharing, rights, appeals, lists of other articles.

use std::borrow::Cow;

use super::{Kind, kind};
use crate::document::line::Cue;

/// Lines of navigation, sharing and the end of an article, whole and in lower case, between bars.
const WHOLE: &str = "|完|全文完|end|ends|广告|advertisement|for immediate release|share|分享|返回顶部|上一页|下一页|打印|\
    关闭|print|email|加载更多|load more|登录|注册|首页|skip to content|skip to main content|menu|\
    subscribe|sign in|log in|search|home|收藏|点赞|评论|举报|复制链接|纠错|展开全文|阅读原文|查看原文|\
    返回首页|share this article|story continues below|article continues below|\
    advertisement - scroll to continue|save|listen|comment|comments|news|新闻|我的订阅|订阅|加入收藏|\
    关闭窗口|更多|facebook|twitter|whatsapp|copy link|微信|微博|back to top|下载app|打开app|no comments|\
    news release|press release|";

/// How lines of navigation, rights and appeals begin.
#[rustfmt::skip]
const START: [&str; 59] = [
    "扫码", "扫一扫", "长按", "版权", "copyright", "©", "(c)", "以上内容", "免责", "未经授权", "未经许可",
    "未经本", "转载请", "特别声明", "投资有风险", "本文不构成", "本文仅", "本网声明", "凡本网", "凡注明",
    "本站信息", "关注我们", "欢迎关注", "更多精彩", "follow us", "follow @", "sign up", "subscribe to",
    "click here", "download our", "download the app", "this article was originally",
    "this article first appeared", "this story has been updated", "get the latest", "get our", "join our",
    "support our", "已有账号", "share on", "share this", "this site uses", "we use cookies",
    "by continuing", "to subscribe", "about the author", "terms of use", "privacy policy", "our standards", "contact reporter", "contact the ", "contact us", "下载",
    "打开微信", "风险提示", "风险警示", "点击查看", "点击下载", "分享到",
];

/// What lines of rights, counters and appeals hold; the words of Latin script stand at a word's start.
#[rustfmt::skip]
const INSIDE: [&str; 33] = [
    "all rights reserved", "版权所有", "版权归", "如有侵权", "不代表本", "不代表其", "转载请", "min read",
    "minute read", "mins read", "分钟阅读", "分钟 (阅读", "不良信息", "icp备", "公网安备", "新闻热线",
    "our newsletter", "newsletters", "terms of service", "举报电话", "公众号关注", "仅供参考",
    "may not be published, broadcast", "阅读全文", "许可证编号", "minutes to read", "转载须", "必究", "转载务必",
    "不得转载", "恕不负责", "非经授权", "识别二维码",
];

/// How a label over other articles begins.
const MORE: &str = "more in |more from |more on |more about |latest in |also in |read more ";

/// The line in lower case; most lines of Chinese are already.
fn lower(line: &str) -> Cow<'_, str> {
    if line.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(line.to_ascii_lowercase())
    } else {
        Cow::Borrowed(line)
    }
}

/// True for lines of the site, by their set phrases.
pub(in crate::document) fn is_service(line: &str, columns: usize) -> bool {
    let lower = lower(line);
    let trimmed = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    // 纠错|打印|关闭窗口: several of them in a row.
    let whole = |part: &str| WHOLE.contains(&["|", part.trim(), "|"].concat());
    if columns <= 60 && !trimmed.is_empty() && trimmed.split(['|', '丨']).all(whole) {
        return true;
    }
    if columns <= 90 && (counters(&lower) > 1 || addresses(&lower)) || disclaims(&lower) {
        return true;
    }
    let opens = starts(trimmed) && (columns < 60 || !trimmed.starts_with("下载"));
    let follow = columns <= 60 && trimmed.starts_with("follow ") && trimmed.contains(" on ");
    opens || follow || holds(&lower)
}

/// 点赞 312　在看 97: how many counters stand on a line.
fn counters(line: &str) -> usize {
    const COUNTED: [&str; 12] =
        ["阅读", "点赞", "赞", "在看", "分享", "评论", "收藏", "浏览", "转发", "喜欢", "播放", "推荐"];
    if !line.bytes().any(|b| b.is_ascii_digit()) {
        return 0;
    }
    let counts = |word: &str| {
        let rest = line.split(word).nth(1).unwrap_or_default();
        rest.trim_start_matches([' ', ':', '(']).starts_with(|c: char| c.is_ascii_digit())
    };
    COUNTED.iter().filter(|word| counts(word)).count()
}

/// 投稿:news@example.org: a label, then an address to write to.
fn addresses(line: &str) -> bool {
    let Some((before, after)) = line.split_once('@') else { return false };
    let host =
        after.split(|c: char| !c.is_ascii_alphanumeric() && !"-.".contains(c)).next().unwrap_or_default();
    let staff = || super::labels(line).any(|label| label.kind == Kind::Staff);
    let labelled = || [":", "合作", "投稿", "邮箱", "爆料", "联系"].iter().any(|w| before.contains(w));
    host.contains('.') && labelled() && !line.contains(';') && !staff()
}

/// 本文不代表某某立场, in a line of its own.
fn disclaims(line: &str) -> bool {
    line.len() < 330
        && line
            .split_once("不代表")
            .is_some_and(|(_, rest)| ["立场", "观点", "意见"].iter().any(|w| rest.contains(w)))
        && ["本文", "作者", "内容", "文章", "个人", "仅"].iter().any(|w| line.contains(w))
}

/// True for running text that begins as rights and appeals do.
pub(in crate::document) fn opens_service(opening: &str) -> bool {
    let lower = opening.to_ascii_lowercase();
    let trimmed = lower.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    starts(trimmed) && !["下载", "get our", "长按"].iter().any(|p| trimmed.starts_with(p))
}

/// Most lines differ in their first byte from every phrase.
fn starts(line: &str) -> bool {
    let first = line.bytes().next();
    START.iter().any(|p| p.bytes().next() == first && line.starts_with(p))
}

/// One pass over the line; a phrase is compared only where its first character stands.
fn holds(line: &str) -> bool {
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        let fresh = !c.is_ascii() || !before.is_ascii_alphabetic();
        before = c;
        let first = matches!(
            c,
            'a' | 'i'
                | 'm'
                | 'n'
                | 'o'
                | 't'
                | '不'
                | '举'
                | '仅'
                | '公'
                | '分'
                | '如'
                | '新'
                | '版'
                | '许'
                | '必'
                | '恕'
                | '非'
                | '识'
                | '转'
                | '阅'
        );
        if fresh && first && INSIDE.iter().any(|p| p.starts_with(c) && line[at..].starts_with(p)) {
            return true;
        }
    }
    false
}

/// Breadcrumbs, and labels over other articles.
pub(in crate::document) fn heads_list(line: &str, columns: usize, dated: bool) -> Option<Cue> {
    if columns > 60 || dated {
        return None;
    }
    let lower = lower(line);
    let line = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if line.contains(['›', '»'])
        || line.contains(" > ")
        || line.matches('>').count() > 1
        || line.starts_with("更多关于")
    {
        return Some(Cue::Boilerplate);
    }
    let more = line.starts_with("更多") && (lower.ends_with(':') || columns <= 16);
    let headed = super::opens(line, MORE) && line.split(' ').count() <= 7;
    // 24小时热文, 本周精选: what others read.
    let read =
        columns <= 20 && ["热文", "热榜", "热点", "热门", "热帖", "精选"].iter().any(|w| line.ends_with(w));
    (more || headed || read || kind(line) == Some(Kind::Related)).then_some(Cue::RelatedLabel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_reached() {
        for phrase in INSIDE {
            assert!(holds(&format!("“{phrase}”")), "{phrase}");
        }
    }
}
