//! The words by which a line says what it is: labels, set phrases, names in brackets.
//!
//! All of them are compared with folded text (half-width, simplified) and, for English, in lower case.

pub(super) mod person;
pub(super) mod service;

use std::sync::LazyLock;

use super::line::Cue;
use crate::text::class::{Class, class};
use crate::text::names::Names;

/// A label and where it stands on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// Its first byte on the folded line.
    pub at: usize,
    /// The byte after its colon.
    pub end: usize,
    /// What it labels.
    pub kind: Kind,
}

/// What labels label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// When it was published.
    Published,
    /// When it was changed.
    Updated,
    /// When a robot stored it.
    Stored,
    /// Who published it.
    Source,
    /// Category, file number and the like.
    Filing,
    /// Author.
    Author,
    /// Picture source.
    Photo,
    /// Editors, reviewers and other staff.
    Staff,
    /// Other articles.
    Related,
    /// Contacts, links, disclaimers, counters.
    Service,
}

impl Kind {
    pub(super) fn cue(self) -> Cue {
        match self {
            Self::Published | Self::Updated | Self::Source | Self::Filing => Cue::Dateline,
            Self::Author => Cue::Byline,
            Self::Photo | Self::Staff => Cue::Credit,
            Self::Related => Cue::RelatedLabel,
            Self::Service | Self::Stored => Cue::Boilerplate,
        }
    }
}

/// The labels of each kind, in lower case, between bars.
const LABELS: [(Kind, &str); 10] = [
    (
        Kind::Published,
        "|发布时间|发布日期|发表时间|发表日期|发布于|发布|发表于|日期|时间|刊发时间|刊登日期|出版日期|上传时间|\
        录入时间|公开日期|发文日期|成文日期|发稿时间|编稿时间|稿件时间|publish date|publication date|published|\
        published on|published at|first published|posted|posted on|date|release date|released|issued|date posted|\
        date published|originally published|",
    ),
    (
        Kind::Updated,
        "|更新时间|更新日期|更新于|更新|最后更新|最后更新时间|最近更新|修改时间|updated|last updated|updated on|\
        updated at|last modified|modified|last update|",
    ),
    (
        Kind::Stored,
        "|快照生成时间|快照时间|抓取时间|采集时间|收录时间|转载时间|下载时间|打印时间|访问时间|crawled|archived|\
        retrieved|accessed|cached|snapshot|printed|",
    ),
    (
        Kind::Source,
        "|来源|信息来源|文章来源|稿件来源|新闻来源|消息来源|稿源|出处|发布机构|发布单位|发稿单位|供稿机构|发文机关|发布者|媒体|\
        source|sources|publisher|provided by|via|from|",
    ),
    (
        Kind::Filing,
        "|类别|栏目|频道|分类|版面|版次|专栏|字体|字号|索引号|文号|发文字号|主题分类|所属栏目|category|section|\
        filed under|",
    ),
    (
        Kind::Author,
        "|作者|记者|文|撰文|通讯员|本报记者|特约记者|采写|采访|撰稿|文字|报道|综合报道|特派记者|实习记者|文、图|\
        图文|文图|整理|编译|执笔|供稿|供稿单位|主笔|by|author|authors|reporter|written by|words|story by|",
    ),
    (
        Kind::Photo,
        "|图源|图片来源|图|图片|供图|摄影|摄|制图|图片提供|题图|配图|封面图|头图|首图|首图来源|头图来源|题图来源|封面来源|封面|图据|photo|photos|image|images|\
        photograph|photography|image credit|photo credit|photo by|picture|pictures|credit|image source|\
        illustration|graphic|graphics|",
    ),
    (
        Kind::Staff,
        "|编辑|责编|责任编辑|审核|审校|校对|值班主任|值班编辑|值班编委|监制|主编|一审一校|二审二校|三审三校|一校|二校|三校|视觉|一审|二审|三审|初审|复审|终审|\
        编审|审签|签发|总编辑|执行主编|美编|视频|剪辑|配音|摄像|海报|统筹|策划|出品|素材来源|实习生|排版|版式|\
        设计|新媒体编辑|流程编辑|图编|校审|检校|核稿|审读|审稿|审定|编校|组版|运营|翻译|制作|责任校对|执行编辑|\
        网络编辑|本期编辑|总监制|制片人|编导|责审|审发|核校|主管|美术编辑|见习编辑|文字编辑|核稿编辑|值班总编|\
        值班领导|核发|复核|主任|副主任|editor|editors|edited by|editing by|reporting by|additional reporting by|\
        reporting|writing by|video|translation|translated by|producer|compiled by|editing|additional reporting|\
        fact check|copy editor|",
    ),
    (
        Kind::Related,
        "|相关阅读|相关新闻|相关报道|相关链接|延伸阅读|推荐阅读|热门推荐|更多推荐|更多新闻|相关稿件|相关信息|\
        相关文章|猜你喜欢|大家都在看|为你推荐|为您推荐|今日热点|往期回顾|往期精彩|上期回顾|精选|精选推荐|上一篇|下一篇|上一则|下一则|上一条|下一条|更多阅读|\
        热点新闻|热门文章|精彩推荐|最新文章|新闻链接|相关推荐|相关个股|相关公司|相关标的|链接|热门新闻|最新新闻|最新消息|热点推荐|今日推荐|\
        编辑推荐|热门话题|更多报道|更多内容|阅读更多|更多文章|你可能感兴趣|您可能感兴趣|其他新闻|其他报道|同类新闻|\
        本站推荐|近期热门|排行榜|明日预告|下期看点|下期预告|明日看点|今日看点|点击排行|热门阅读|热文|看更多|\
        延伸报道|相关专题|推荐新闻|即时新闻|本类新闻|热榜|要闻链接|推荐|热门|新闻速览|related|newest|latest|read more|more|see also|related stories|\
        related articles|recommended|also read|don't miss|up next|trending|most read|you may also like|\
        more coverage|further reading|more stories|read next|related coverage|more news|top stories|latest news|\
        most popular|related news|editor's picks|editors' picks|related links|what to read next|also in the news|\
        elsewhere|more on this story|related topics|recommended for you|latest stories|you might also like|\
        read also|recommended stories|related content|more on this|related reading|trending now|sister news|\
        previous|next|previous article|next article|popular|keep reading|",
    ),
    (
        Kind::Service,
        "|关键词|标签|免责声明|声明|版权声明|分享|分享到|分享至|原标题|原文链接|信息原文地址|原文地址|链接地址|\
        网址|联系电话|联系我们|热线|新闻热线|报料热线|爆料热线|举报电话|举报邮箱|客服|邮箱|投稿邮箱|广告|\
        本文链接|永久链接|版权所有|特别声明|本文网址|联系人|联系方式|联络人|新闻联络人|业务联络|洽询电话|查询|查询电话|传真|电话|当前位置|您的位置|您当前的位置|\
        你的位置|您现在的位置|浏览|阅读|点击|浏览次数|阅读量|点击数|点击量|浏览量|评论|点赞|访问量|阅读数|打印|\
        扫码关注|关注我们|咨询电话|文章链接|转载声明|侵权声明|原文|话题|主办单位|主办|承办|技术支持|备案号|地址|\
        官网|contact|contacts|media contact|media contacts|contact information|press contact|tags|tag|keywords|\
        topics|share|share this|url|permalink|disclaimer|copyright|read time|reading time|follow us|press office|\
        tel|phone|email|e-mail|for more information|website|investor contact|investor relations|comments|views|\
        follow|media enquiries|media inquiries|press inquiries|notes to editors|listen|hotline|you are here|",
    ),
];

/// What a label means, given without its colon and in lower case.
fn kind(label: &str) -> Option<Kind> {
    let han = !label.is_ascii() && label.len() > 24;
    if han || label.len() > 36 {
        return None;
    }
    let label = ["本报", "本刊", "本社", "本台", "本网"]
        .iter()
        .find_map(|own| label.strip_prefix(own))
        .unwrap_or(label);
    let (kinds, names) = &*KINDS;
    let label: Vec<char> = label.chars().collect();
    let (place, end) = names.longest(&label, 0)?;
    kinds.get(place).filter(|_| end == label.len()).map(|(_, kind)| *kind)
}

/// The labels one by one.
static KINDS: LazyLock<(Vec<(&str, Kind)>, Names)> = LazyLock::new(|| {
    let mut kinds = Vec::new();
    for (kind, labels) in LABELS {
        kinds.extend(labels.split('|').filter(|label| !label.is_empty()).map(|label| (label, kind)));
    }
    let names = Names::new(&mut kinds, |(label, _)| label);
    (kinds, names)
});

/// The known labels of a folded line, from left to right.
pub(super) fn labels(line: &str) -> impl Iterator<Item = Label> + '_ {
    line.match_indices([':', '/', '|', '丨']).filter_map(|(colon, mark)| {
        let before = &line[..colon];
        let open = before.char_indices().rev().take(24).take_while(|(_, c)| {
            !matches!(c, ':' | '/' | '|' | '丨' | '\t' | '(' | ')' | '。' | ',' | '·' | ';')
        });
        let from = open.last().map_or(colon, |(i, _)| i);
        let raw = &before[from..];
        let label = raw.trim();
        // Chinese runs fields together: 责编胡苏,审核:袁享林; the label is what follows the last space.
        let lower = label.to_ascii_lowercase();
        let (label, kind) = match kind(&lower) {
            Some(kind) => (label, kind),
            None => {
                let last = label.rsplit(char::is_whitespace).next().unwrap_or_default();
                let known = kind_of_suffix(last);
                let (tail, kind) = known?;
                (tail, kind)
            }
        };
        let name = matches!(kind, Kind::Author | Kind::Photo | Kind::Staff) && !label.is_ascii();
        if label.is_empty() || mark != ":" && !name {
            return None;
        }
        let at = before.len() - (raw.len() - raw.rfind(label)?);
        Some(Label { at, end: colon + 1, kind })
    })
}

/// A label that ends a run of Han without a space before it: 成聚仁责编.
fn kind_of_suffix(run: &str) -> Option<(&str, Kind)> {
    if let Some(kind) = kind(&run.to_ascii_lowercase()) {
        return Some((run, kind));
    }
    let starts: Vec<usize> = run.char_indices().map(|(i, _)| i).collect();
    [4, 2].into_iter().find_map(|n| {
        let from = *starts.get(starts.len().checked_sub(n)?)?;
        let tail = &run[from..];
        let staff = kind(tail).filter(|k| {
            matches!(k, Kind::Staff | Kind::Photo) && starts.len() <= n + 4 && starts.len() > n
        })?;
        run.chars().all(|c| matches!(class(c), Class::Han | Class::HanNumeral)).then_some((tail, staff))
    })
}

/// True when a line begins with one of the words, which are separated by bars.
fn opens(line: &str, words: &str) -> bool {
    words.split('|').any(|w| line.starts_with(w))
}
