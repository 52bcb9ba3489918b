//! The words by which a line says what it is: labels, set phrases, names in brackets.
//!
//! All of them are compared with folded text (half-width, simplified) and, for English, in lower case.

use super::line::{Cue, columns_of};
use crate::text::class::{Class, class};

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

/// What a label means, given without its colon and in lower case.
fn kind(label: &str) -> Option<Kind> {
    Some(match label {
        "发布时间"
        | "发布日期"
        | "发表时间"
        | "发表日期"
        | "发布于"
        | "发布"
        | "发表于"
        | "日期"
        | "时间"
        | "刊发时间"
        | "刊登日期"
        | "出版日期"
        | "上传时间"
        | "录入时间"
        | "公开日期"
        | "发文日期"
        | "成文日期"
        | "发稿时间"
        | "编稿时间"
        | "稿件时间"
        | "publish date"
        | "publication date"
        | "published"
        | "published on"
        | "published at"
        | "first published"
        | "posted"
        | "posted on"
        | "date"
        | "release date"
        | "released"
        | "issued"
        | "date posted"
        | "date published"
        | "originally published" => Kind::Published,
        "更新时间" | "更新日期" | "更新于" | "更新" | "最后更新" | "最后更新时间" | "最近更新"
        | "修改时间" | "updated" | "last updated" | "updated on" | "updated at" | "last modified"
        | "modified" | "last update" => Kind::Updated,
        "快照生成时间" | "快照时间" | "抓取时间" | "采集时间" | "收录时间" | "转载时间" | "下载时间"
        | "打印时间" | "访问时间" | "crawled" | "archived" | "retrieved" | "accessed" | "cached"
        | "snapshot" | "printed" => Kind::Stored,
        "来源" | "信息来源" | "文章来源" | "稿件来源" | "新闻来源" | "消息来源" | "稿源" | "出处"
        | "发布机构" | "发布单位" | "发文机关" | "发布者" | "媒体" | "source" | "sources" | "publisher"
        | "provided by" | "via" | "from" => Kind::Source,
        "类别" | "栏目" | "频道" | "分类" | "版面" | "版次" | "专栏" | "字体" | "字号" | "索引号"
        | "文号" | "发文字号" | "主题分类" | "所属栏目" | "category" | "section" | "filed under" => {
            Kind::Filing
        }
        "作者" | "记者" | "文" | "撰文" | "通讯员" | "本报记者" | "特约记者" | "采写" | "采访" | "撰稿"
        | "文字" | "报道" | "综合报道" | "特派记者" | "实习记者" | "文、图" | "图文" | "文图" | "整理"
        | "编译" | "执笔" | "供稿" | "供稿单位" | "主笔" | "by" | "author" | "authors" | "reporter"
        | "written by" | "words" | "story by" => Kind::Author,
        "图源" | "图片来源" | "图" | "图片" | "供图" | "摄影" | "摄" | "制图" | "图片提供" | "题图"
        | "配图" | "封面图" | "图据" | "photo" | "photos" | "image" | "images" | "photograph"
        | "photography" | "image credit" | "photo credit" | "photo by" | "picture" | "pictures"
        | "credit" | "image source" | "illustration" | "graphic" | "graphics" => Kind::Photo,
        "编辑"
        | "责编"
        | "责任编辑"
        | "审核"
        | "审校"
        | "校对"
        | "值班主任"
        | "值班编辑"
        | "值班编委"
        | "监制"
        | "主编"
        | "一审"
        | "二审"
        | "三审"
        | "初审"
        | "复审"
        | "终审"
        | "编审"
        | "审签"
        | "签发"
        | "总编辑"
        | "执行主编"
        | "美编"
        | "视频"
        | "剪辑"
        | "配音"
        | "摄像"
        | "海报"
        | "统筹"
        | "策划"
        | "出品"
        | "素材来源"
        | "实习生"
        | "排版"
        | "版式"
        | "设计"
        | "新媒体编辑"
        | "流程编辑"
        | "图编"
        | "校审"
        | "检校"
        | "核稿"
        | "审读"
        | "审稿"
        | "审定"
        | "编校"
        | "组版"
        | "运营"
        | "翻译"
        | "制作"
        | "责任校对"
        | "执行编辑"
        | "网络编辑"
        | "本期编辑"
        | "总监制"
        | "制片人"
        | "编导"
        | "责审"
        | "审发"
        | "核校"
        | "主管"
        | "美术编辑"
        | "见习编辑"
        | "文字编辑"
        | "核稿编辑"
        | "值班总编"
        | "值班领导"
        | "核发"
        | "复核"
        | "主任"
        | "副主任"
        | "editor"
        | "editors"
        | "edited by"
        | "editing by"
        | "reporting by"
        | "additional reporting by"
        | "reporting"
        | "writing by"
        | "video"
        | "translation"
        | "translated by"
        | "producer"
        | "compiled by"
        | "editing"
        | "additional reporting"
        | "fact check"
        | "copy editor" => Kind::Staff,
        "相关阅读"
        | "相关新闻"
        | "相关报道"
        | "相关链接"
        | "延伸阅读"
        | "推荐阅读"
        | "热门推荐"
        | "更多推荐"
        | "更多新闻"
        | "相关稿件"
        | "相关信息"
        | "相关文章"
        | "猜你喜欢"
        | "大家都在看"
        | "为你推荐"
        | "为您推荐"
        | "今日热点"
        | "往期回顾"
        | "往期精彩"
        | "上一篇"
        | "下一篇"
        | "更多阅读"
        | "热点新闻"
        | "热门文章"
        | "精彩推荐"
        | "最新文章"
        | "新闻链接"
        | "相关推荐"
        | "链接"
        | "热门新闻"
        | "最新新闻"
        | "最新消息"
        | "热点推荐"
        | "今日推荐"
        | "编辑推荐"
        | "热门话题"
        | "更多报道"
        | "更多内容"
        | "阅读更多"
        | "更多文章"
        | "你可能感兴趣"
        | "您可能感兴趣"
        | "其他新闻"
        | "同类新闻"
        | "本站推荐"
        | "近期热门"
        | "排行榜"
        | "明日预告"
        | "下期看点"
        | "下期预告"
        | "明日看点"
        | "今日看点"
        | "点击排行"
        | "热门阅读"
        | "热文"
        | "看更多"
        | "延伸报道"
        | "相关专题"
        | "推荐新闻"
        | "即时新闻"
        | "本类新闻"
        | "热榜"
        | "related"
        | "read more"
        | "more"
        | "see also"
        | "related stories"
        | "related articles"
        | "recommended"
        | "also read"
        | "don't miss"
        | "up next"
        | "trending"
        | "most read"
        | "you may also like"
        | "more coverage"
        | "further reading"
        | "more stories"
        | "read next"
        | "related coverage"
        | "more news"
        | "top stories"
        | "latest news"
        | "most popular"
        | "related news"
        | "editor's picks"
        | "editors' picks"
        | "related links"
        | "what to read next"
        | "also in the news"
        | "elsewhere"
        | "more on this story"
        | "related topics"
        | "recommended for you"
        | "latest stories"
        | "you might also like"
        | "read also"
        | "recommended stories"
        | "related content"
        | "more on this"
        | "related reading"
        | "trending now"
        | "sister news"
        | "previous"
        | "next"
        | "previous article"
        | "next article"
        | "popular"
        | "keep reading" => Kind::Related,
        "关键词"
        | "标签"
        | "免责声明"
        | "声明"
        | "版权声明"
        | "分享"
        | "分享到"
        | "分享至"
        | "原标题"
        | "原文链接"
        | "信息原文地址"
        | "原文地址"
        | "链接地址"
        | "网址"
        | "联系电话"
        | "联系我们"
        | "热线"
        | "新闻热线"
        | "报料热线"
        | "爆料热线"
        | "举报电话"
        | "举报邮箱"
        | "客服"
        | "邮箱"
        | "投稿邮箱"
        | "广告"
        | "本文链接"
        | "永久链接"
        | "版权所有"
        | "特别声明"
        | "本文网址"
        | "联系人"
        | "联系方式"
        | "传真"
        | "电话"
        | "当前位置"
        | "您的位置"
        | "您当前的位置"
        | "你的位置"
        | "您现在的位置"
        | "浏览"
        | "阅读"
        | "点击"
        | "浏览次数"
        | "阅读量"
        | "点击数"
        | "点击量"
        | "浏览量"
        | "评论"
        | "点赞"
        | "访问量"
        | "阅读数"
        | "打印"
        | "扫码关注"
        | "关注我们"
        | "咨询电话"
        | "文章链接"
        | "转载声明"
        | "侵权声明"
        | "原文"
        | "话题"
        | "主办单位"
        | "主办"
        | "承办"
        | "技术支持"
        | "备案号"
        | "地址"
        | "官网"
        | "contact"
        | "contacts"
        | "media contact"
        | "media contacts"
        | "contact information"
        | "press contact"
        | "tags"
        | "tag"
        | "keywords"
        | "topics"
        | "share"
        | "share this"
        | "url"
        | "permalink"
        | "disclaimer"
        | "copyright"
        | "read time"
        | "reading time"
        | "follow us"
        | "press office"
        | "tel"
        | "phone"
        | "email"
        | "e-mail"
        | "for more information"
        | "website"
        | "investor contact"
        | "investor relations"
        | "comments"
        | "views"
        | "follow"
        | "media enquiries"
        | "media inquiries"
        | "press inquiries"
        | "notes to editors"
        | "listen"
        | "hotline"
        | "you are here" => Kind::Service,
        _ => return None,
    })
}

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
        let lower = label.to_lowercase();
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
    if let Some(kind) = kind(&run.to_lowercase()) {
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

/// Set phrases of navigation, sharing, rights and the end of an article.
pub(super) fn phrase(line: &str, columns: usize, dated: bool) -> Option<Cue> {
    let lower = line.to_lowercase();
    let line = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    let whole = matches!(
        line,
        "完" | "全文完"
            | "end"
            | "ends"
            | "广告"
            | "advertisement"
            | "for immediate release"
            | "share"
            | "分享"
            | "返回顶部"
            | "上一页"
            | "下一页"
            | "打印"
            | "关闭"
            | "print"
            | "email"
            | "加载更多"
            | "load more"
            | "登录"
            | "注册"
            | "首页"
            | "skip to content"
            | "skip to main content"
            | "menu"
            | "subscribe"
            | "sign in"
            | "log in"
            | "search"
            | "home"
            | "收藏"
            | "点赞"
            | "评论"
            | "举报"
            | "复制链接"
            | "纠错"
            | "展开全文"
            | "阅读原文"
            | "查看原文"
            | "返回首页"
            | "share this article"
            | "story continues below"
            | "article continues below"
            | "advertisement - scroll to continue"
            | "save"
            | "listen"
            | "comment"
            | "comments"
            | "news"
            | "新闻"
            | "我的订阅"
            | "订阅"
            | "加入收藏"
            | "关闭窗口"
            | "更多"
            | "facebook"
            | "twitter"
            | "whatsapp"
            | "copy link"
            | "微信"
            | "微博"
            | "back to top"
            | "下载app"
            | "打开app"
            | "no comments"
            | "news release"
            | "press release"
    );
    const START: [&str; 53] = [
        "扫码",
        "扫一扫",
        "长按",
        "版权",
        "copyright",
        "©",
        "(c)",
        "以上内容",
        "免责",
        "未经授权",
        "未经许可",
        "未经本",
        "转载请",
        "特别声明",
        "投资有风险",
        "本文不构成",
        "本文仅",
        "本网声明",
        "凡本网",
        "凡注明",
        "本站信息",
        "关注我们",
        "欢迎关注",
        "更多精彩",
        "follow us",
        "follow @",
        "sign up",
        "subscribe to",
        "click here",
        "download our",
        "download the app",
        "this article was originally",
        "this article first appeared",
        "this story has been updated",
        "get the latest",
        "get our",
        "join our",
        "support our",
        "已有账号",
        "share on",
        "share this",
        "this site uses",
        "we use cookies",
        "by continuing",
        "to subscribe",
        "about the author",
        "terms of use",
        "privacy policy",
        "下载",
        "打开微信",
        "点击查看",
        "点击下载",
        "分享到",
    ];
    const INSIDE: [&str; 26] = [
        "all rights reserved",
        "版权所有",
        "版权归",
        "如有侵权",
        "不代表本",
        "不代表其",
        "转载请",
        "min read",
        "minute read",
        "mins read",
        "分钟阅读",
        "分钟 (阅读",
        "不良信息",
        "icp备",
        "公网安备",
        "新闻热线",
        "our newsletter",
        "newsletters",
        "terms of service",
        "举报电话",
        "公众号关注",
        "仅供参考",
        "may not be published, broadcast",
        "阅读全文",
        "许可证编号",
        "minutes to read",
    ];
    if whole
        || START.iter().any(|p| line.starts_with(p)) && (columns < 60 || !line.starts_with("下载"))
        || INSIDE.iter().any(|p| line.contains(p))
    {
        return Some(Cue::Boilerplate);
    }
    if columns > 60 {
        return None;
    }
    if dated {
        return None;
    }
    if line.contains('›') || line.contains('»') || line.contains(" > ") || line.matches('>').count() > 1 {
        return Some(Cue::Boilerplate);
    }
    let label = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    if kind(label) == Some(Kind::Related) {
        return Some(Cue::RelatedLabel);
    }
    if line.starts_with("更多关于") || lower.starts_with("更多") && (lower.ends_with(':') || columns <= 16)
    {
        return Some(if lower.starts_with("更多关于") { Cue::Boilerplate } else { Cue::RelatedLabel });
    }
    const MORE: [&str; 8] = [
        "more in ",
        "more from ",
        "more on ",
        "more about ",
        "latest in ",
        "also in ",
        "read more ",
        "in other ",
    ];
    let headed = MORE.iter().any(|p| line.starts_with(p))
        && !line.starts_with("in other")
        && line.split(' ').count() <= 7;
    headed.then_some(Cue::RelatedLabel)
}

/// Names of writers, photographers and agencies.
pub(super) fn person(line: &str, bare: &str, columns: usize, stopped: bool) -> Option<Cue> {
    if columns > 160 {
        return None;
    }
    let lower = bare.to_lowercase();
    if [
        "reporting by ",
        "editing by ",
        "writing by ",
        "additional reporting by ",
        "compiled by ",
        "edited by ",
        "photo by ",
        "photos by ",
        "photograph by ",
    ]
    .iter()
    .any(|p| lower.starts_with(p))
    {
        return Some(Cue::Credit);
    }
    if let Some(name) = bare.strip_prefix("By ").or_else(|| bare.strip_prefix("BY ")) {
        let words = name.split_whitespace().count();
        let capital = name.starts_with(|c: char| c.is_uppercase());
        if capital && words <= 14 && columns <= 110 && !stopped {
            return Some(Cue::Byline);
        }
    }
    let sources = [
        "(ap photo",
        "(photo",
        "(image",
        "(reuters)",
        "(file photo",
        "/getty",
        "getty images",
        "/reuters)",
        "(ap)",
        "(afp)",
        "(courtesy",
        "file photo",
        "photo courtesy",
        "image: ",
        "photo: ",
        "photograph: ",
        "/ afp",
        "/afp",
    ];
    let own_words = columns >= 24;
    if own_words && sources.iter().any(|p| lower.find(p).is_some_and(|at| at + 44 > lower.len() && at > 8)) {
        return Some(Cue::Caption);
    }
    if bare.starts_with("图为")
        || bare.starts_with("资料图")
        || bare.starts_with("图说")
        || bare.starts_with("图注")
        || bare.starts_with("上图")
        || bare.starts_with("图片说明")
        || lower.starts_with("pictured:")
        || lower.starts_with("caption:")
    {
        return Some(Cue::Caption);
    }
    let ends = |words: &[&str]| words.iter().any(|w| bare.ends_with(w));
    if ends(&[
        "摄",
        "摄影",
        "供图",
        "资料图",
        "资料图片",
        "资料照片",
        "受访者提供",
        "受访者供图",
        "摄)",
        "供图)",
        "资料图)",
        "提供)",
        "制图",
        "视频截图",
        "截图",
    ]) && columns <= 140
    {
        let clause = bare.contains(['。', ',']) || columns > 36;
        return Some(if clause { Cue::Caption } else { Cue::Credit });
    }
    if let Some(at) = bare
        .find("图源:")
        .or_else(|| bare.find("图片来源:"))
        .or_else(|| bare.find("供图:"))
        .or_else(|| bare.find("摄影:"))
    {
        if at > 0 && columns < 160 {
            return Some(Cue::Caption);
        }
    }
    if columns > 64 || stopped && !line.ends_with(')') {
        return None;
    }
    let writer = [
        "记者 ",
        "本报记者",
        "本刊记者",
        "本网记者",
        "特约记者",
        "通讯员",
        "撰文",
        "作者 ",
        "文|",
        "文丨",
        "文 ",
        "实习记者",
        "首席记者",
        "本台记者",
        "特约撰稿",
    ];
    let whole = bare.len() < line.len();
    if writer.iter().any(|p| bare.starts_with(p))
        && !bare.contains("。")
        && columns_of(bare) <= 56
        && !bare.contains("从")
    {
        let staff = bare.contains("编辑") && !bare.starts_with("记者");
        return Some(if staff { Cue::Credit } else { Cue::Byline });
    }
    if whole && (bare.contains("记者") || bare.contains("通讯员")) && columns_of(bare) <= 56 {
        return Some(Cue::Byline);
    }
    let han_name = bare.chars().all(|c| {
        class(c) == Class::Han || c == ' ' || c == '、' || c == '·' || class(c) == Class::HanNumeral
    });
    if whole && han_name && (4..=24).contains(&columns_of(bare)) && line.starts_with('(') {
        return Some(Cue::Byline);
    }
    // 台州日报记者 金露 / 黄岩区融媒体中心 蔡伟
    let named = bare
        .find("记者")
        .filter(|_| columns <= 52 && !bare.contains(['。', ',', '的', '了', '说', ':']))
        .is_some_and(|at| {
            let name = bare[at + "记者".len()..].trim_start_matches([' ', '|', '/']);
            let han = name.chars().take_while(|c| class(*c) == Class::Han).count();
            (2..=4).contains(&han)
        });
    // 央视网消息(新闻联播):
    let opening = bare.ends_with(':')
        && columns <= 44
        && ["消息", "日电", "日讯", "讯("].iter().any(|w| bare.contains(w));
    if named || opening {
        return Some(Cue::Byline);
    }
    let agency = ["日电", "日讯", "日专电", "本报讯", "综合消息"]
        .iter()
        .find_map(|p| bare.find(p).map(|at| at + p.len()));
    if let Some(at) = agency {
        let rest = bare[at..].trim();
        if rest.is_empty() || rest.starts_with('(') && rest.ends_with(')') {
            return Some(Cue::Byline);
        }
    }
    None
}
