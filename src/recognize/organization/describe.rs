//! What a body is called before its name in one breath: 半导体封装厂|晶曜光电股份有限公司, 核数师|禾正会计师事务所.

use super::folded::han;
use super::found::Found;
use super::words::{TABLES, class};
use crate::annotation::OrganizationKind as Kind;
use crate::text::has;
use crate::view::View;

/// What a company is.
const DESCRIPTIONS: [&str; 15] = [
    "新创",
    "厂",
    "大厂",
    "龙头",
    "厂商",
    "业者",
    "巨头",
    "供应商",
    "制造商",
    "开发商",
    "运营商",
    "代工商",
    "设计公司",
    "上市公司",
    "独角兽",
];
/// What anybody is to another: 房东, 核数师.
const ROLES: [&str; 51] = [
    "建材商",
    "零售商",
    "服装商",
    "家电商",
    "食品商",
    "供货商",
    "贸易商",
    "批发商",
    "集成商",
    "均属",
    "版权归",
    "营办商",
    "营运商",
    "发展商",
    "版权属",
    "文图归",
    "图文归",
    "业权人",
    "核数师",
    "审计师",
    "律师行",
    "总代理",
    "代理商",
    "经销商",
    "承建商",
    "承办商",
    "承包商",
    "房东",
    "被告",
    "原告",
    "上诉人",
    "被上诉人",
    "施工方",
    "担保人",
    "保荐人",
    "附属公司",
    "子公司",
    "母公司",
    "关系企业",
    "合作伙伴",
    "竞争对手",
    "控股股东",
    "买方",
    "卖方",
    "买家",
    "卖家",
    "出版商",
    "发行商",
    "赞助商",
    "债权人",
    "受托人",
];

/// Longer stretches are no names.
const LONGEST: usize = 60;

/// Cuts the description off the full name of a body.
pub(super) fn undescribed(view: &View<'_>, f: &mut Found) {
    if f.len() > LONGEST {
        return;
    }
    const WORDS: u16 = class::WORD | class::TRADE | class::HEAD | class::PLAIN | class::STOP | class::LEVEL;
    let name = view.chars.get(f.start..f.end).unwrap_or_default();
    let legal = ["股份有限公司", "有限公司"].iter().find(|l| view.ends_with(f.end, l));
    // 网通厂|钰丰电子: a trade says as much as a legal form.
    let longest = |classes: u16| TABLES.longest(name, classes).map(|t| t.0).filter(|n| *n >= 2);
    let form = legal.map(|l| l.chars().count()).or(longest(class::TRADE));
    let head = form.or(longest(class::HEAD)).or_else(|| longest(class::NAME).filter(|n| *n < name.len()));
    let cut = |words: &[&str], form: Option<usize>, least: usize| {
        // What is left is a brand of two characters or more before the legal form, and no trade: 造币厂|印刷有限公司.
        let last = name.len().saturating_sub(form? + least);
        (1..=last).rev().find(|&n| {
            let described = words.iter().any(|d| {
                view.ends_with(f.start + n, d)
                    && match d.chars().count() {
                        1 => n >= 3,
                        // 施工|方…: the name may begin inside the word.
                        2 => n >= 2,
                        _ => true,
                    }
            });
            let roles = words.len() == ROLES.len();
            described
                && !(1 + usize::from(roles)..=4)
                    .any(|k| TABLES.get(&name[n..(n + k).min(name.len())]).is_some_and(|e| e.is(WORDS)))
        })
    };
    // 出售一个单位予|裕升置业有限公司.
    let given = || {
        let at = name.iter().rposition(|c| *c == '予')?;
        let left = name.len().saturating_sub(at + 1);
        legal.filter(|l| at >= 2 && name[at - 1] != '给' && left >= l.chars().count() + 2).map(|_| at + 1)
    };
    let whole = longest(class::NAME) == Some(name.len());
    let role = || cut(&ROLES, head, 2).filter(|_| !whole);
    f.start += cut(&DESCRIPTIONS, form, 2).or_else(role).or_else(given).unwrap_or(0);
}

/// Sets the end of a name where what follows tells it: 沅宁县政府|网, 教育部|直属师范大学, 消防局|火灾调查科长.
pub(super) fn ended(view: &View<'_>, f: &mut Found) {
    if f.len() > LONGEST {
        return;
    }
    let name = view.chars.get(f.start..f.end).unwrap_or_default();
    // The site of a government, and not its 网站 or 网络.
    if view.ends_with(f.end, "政府") && view.at(f.end) == '网' {
        let on = ['站', '络', '上', '页', '友', '点', '格', '址', '信', '购', '民'];
        if !on.contains(&view.at(f.end + 1)) {
            (f.end, f.kind) = (f.end + 1, Kind::Media);
        }
        return;
    }
    // The site of an office and what a paper sends out.
    if let Some(site) = ["全球资讯网", "电子报"].iter().find(|site| view.ends_with(f.end, site)) {
        let own = f.len() - site.chars().count();
        f.end -= if own >= 4 { site.chars().count() } else { 0 };
        return;
    }
    // 桐川县疾控中心|免疫规划科医生, 桐川中院|民事审判第五庭副庭长: the part of a body that somebody belongs to.
    const PARTS: [&str; 4] = ["科", "庭", "研究所", "研究室"];
    const BELONG: [&str; 8] = ["医生", "医师", "副庭长", "庭长", "研究员", "副研究员", "法官", "主治"];
    if matches!(name.last(), Some('院' | '局' | '心' | '所' | '署')) {
        let run = (f.end..f.end + 14).take_while(|i| han(view.at(*i))).count();
        let part = (3..run).find(|n| {
            PARTS.iter().any(|part| view.ends_with(f.end + n, part))
                && BELONG.iter().any(|who| view.starts_with(f.end + n, who))
        });
        if let Some(n) = part.filter(|n| !view.chars[f.end..f.end + n].iter().any(|c| has("的和与及在", *c)))
        {
            f.end += n;
            return;
        }
    }
    // 市第二人民医院|急诊科主任, 有限公司|办公室主任: a department goes with the post of who heads it.
    if ["主任", "副主任", "护士长"].iter().any(|post| view.starts_with(f.end, post))
        && let Some(n) = headed(view, f, name)
    {
        f.end = f.start + n;
        return;
    }
    // 机电工程署|助理署长, 环保局|副局长: the deputy of the head.
    if view.at(f.end) == '长'
        && let Some(deputy) = ["助理", "副", "代理", "署理"].iter().find(|w| view.ends_with(f.end - 1, w))
        && name.len() > deputy.chars().count() + 3
    {
        f.end -= deputy.chars().count() + 1;
        return;
    }
    // 朔阳重机|队3分: a team as the tagger saw it.
    let team =
        matches!(f.rule, "tagger" | "trade" | "head") && view.at(f.end) == '队' && !han(view.at(f.end + 1));
    if team && name.len() == 4 && name.iter().all(|c| han(*c)) {
        f.end += 1;
        return;
    }
    // Schools under a ministry are a sort of schools.
    let under = (3..name.len().saturating_sub(3)).find(|&n| {
        view.starts_with(f.start + n, "直属")
            && !view.starts_with(f.start + n, "直属机关")
            && TABLES.get(&name[..n]).is_some_and(|e| e.is(class::NAME))
    });
    if let Some(n) = under {
        f.end = f.start + n;
        return;
    }
    // 海南大学|橡胶课题组, 县卫健局|党组, 池上国中|管乐队: who belongs to it. 桐川中学|初二(3)班, 省分行|辖内支行.
    const WHO: [&str; 11] = [
        "专家组",
        "课题组",
        "团队",
        "专班",
        "党组",
        "巡察组",
        "管乐队",
        "合唱团",
        "醒狮队",
        "舞蹈队",
        "运维组",
    ];
    let owns = |n: &usize| {
        const OWNERS: [&str; 10] =
            ["大学", "学院", "中学", "国中", "小学", "医院", "研究所", "局", "厅", "委"];
        OWNERS.iter().any(|end| view.ends_with(f.start + n, end))
    };
    let inside = 2..name.len();
    if WHO.iter().any(|who| view.ends_with(f.end, who)) {
        f.end = f.start + inside.clone().rev().find(owns).unwrap_or(name.len());
    } else if let Some(n) = inside.clone().find(|n| {
        let class = has("初高", name[*n]) && name.get(n + 1).is_some_and(|c| has("一二三", *c)) && owns(n);
        class || view.starts_with(f.start + n, "辖内")
    }) {
        f.end = f.start + n;
    }
    let name = view.chars.get(f.start..f.end).unwrap_or_default();
    // The head of a department is a post of the body.
    let post = view.at(f.end) == '长' && matches!(name.last(), Some('科' | '课' | '处' | '室'));
    let body = |n: &usize| matches!(name[*n - 1], '局' | '署' | '府') || view.ends_with(f.start + n, "公司");
    if post && let Some(n) = (3..name.len().saturating_sub(1)).rev().find(body) {
        f.end = f.start + n;
    }
}

/// The length of a hospital or a company before its department: 市第二人民医院|急诊科, 有限公司|办公室.
fn headed(view: &View<'_>, f: &Found, name: &[char]) -> Option<usize> {
    let owners: &[&str] = match name.last()? {
        '科' => &["医院"],
        '室' | '部' => &["医院", "公司"],
        _ => return None,
    };
    (4..name.len()).rev().find(|n| owners.iter().any(|owner| view.ends_with(f.start + n, owner)))
}

/// Sets the edges of a name where no name begins or ends so: 涉|小红帽幼儿园, 与和|泰基金会, 有限公司|GEM, 狮|球团.
pub(super) fn trimmed(view: &View<'_>, f: &mut Found) {
    if f.len() > LONGEST {
        return;
    }
    let name = view.chars.get(f.start..f.end).unwrap_or_default();
    let first = |c: char| name.first() == Some(&c);
    let word = || name.len() < 4 || TABLES.get(&name[..2]).is_some();
    let before = view.at(f.start.wrapping_sub(1));
    // 以|县统计局发布为准; 发展商为|恒岭地产
    let holds = || (f.end..f.end + 8).any(|at| view.starts_with(at, "为准"));
    if first('涉') && !word() || first('为') && before == '商' && !word() || first('以') && holds() {
        f.start += 1;
    } else if view.starts_with(f.start, "会同县") && has("院局委府部会司处队", before) {
        f.start += 2;
    } else if view.starts_with(f.start, "和县") && han(before) && before != '省' {
        f.start += 1;
    } else if f.start >= 2 && view.at(f.start - 1) == '和' && matches!(view.at(f.start - 2), '与' | '及') {
        // A second conjunction begins the name.
        f.start -= 1;
    }
    // 和|东国小 at the start of a line or a cell: a conjunction joins something before it.
    let joins = |c: char| han(c) || super::folded::spaced(c) || matches!(c, '、' | ',' | ')' | '”');
    if f.start > 0
        && view.at(f.start - 1) == '和'
        && view.at(f.end.wrapping_sub(1)) != '和'
        && (f.start == 1 || !joins(view.at(f.start - 2)) && view.at(f.start - 2) != '」')
        && name.len() <= 4
    {
        f.start -= 1;
    }
    if name.first() == Some(&'丨') {
        f.start += 1;
    }
    // 江州市分行|聚智聚力服务: what a headline says that a body does.
    const DOES: [&str; 18] = [
        "明日", "明天", "今日", "昨日", "昨天", "新增", "聚智", "聚力", "聚焦", "助力", "赋能", "发力",
        "倾力", "奋力", "全力", "荣获", "获评", "亮相",
    ];
    let does = (3..name.len().saturating_sub(1)).find(|&n| {
        DOES.iter().any(|word| view.starts_with(f.start + n, word))
            && TABLES.longest(&name[..n], class::HEAD | class::NAME).is_some()
    });
    if let Some(n) = does.or_else(|| verb(name)).or_else(|| works(name)) {
        f.end = f.start.min(f.end) + n;
        return;
    }
    let form = ['有', '限', '公', '司'];
    let headless = || TABLES.longest(name, class::HEAD | class::NAME).is_none();
    if let Some(at) = name
        .windows(5)
        .position(|w| w[..4] == form && (w[4].is_ascii_alphanumeric() || w[4] != '(' && headless()))
    {
        f.end = f.start.min(f.end) + at + 4;
    } else if view.ends_with(f.end, "球团") && name.len() >= 4 {
        f.end -= 2;
    }
}

/// The length of a body before the verb of a headline: 司警|破高利贷集团, 长实地产|传卖中环中心.
fn verb(name: &[char]) -> Option<usize> {
    let is = |part: &[char], classes: u16| TABLES.get(part).is_some_and(|e| e.is(classes));
    let body = |n: usize| {
        is(&name[..n], class::NAME)
            || (2..n.saturating_sub(1)).any(|k| is(&name[..k], class::NAME) && is(&name[k..n], class::TRADE))
    };
    // 国家疾控局|传防司 is an office.
    let whole = is(name, class::NAME) || name.last().is_some_and(|c| has("司处室局科部署所", *c));
    (2..name.len().saturating_sub(2)).find(|&n| {
        !whole && has("破传拘捕拟吁促斥料侦", name[n]) && body(n) && !is(&name[n..n + 2], class::WORD)
    })
}

/// The length of a known company before the place of its works: 长安汽车|泰国工厂, Google|台湾资料中心.
fn works(name: &[char]) -> Option<usize> {
    let text: String = name.iter().collect();
    if !["工厂", "办公室", "资料中心", "数据中心", "风电场"].iter().any(|end| text.ends_with(end))
    {
        return None;
    }
    (2..name.len().saturating_sub(3)).find(|&n| {
        let known = TABLES.get(&name[..n]).is_some_and(|e| e.is(class::NAME) && e.other == Kind::Company);
        let latin = || TABLES.latin(&name[..n].iter().collect::<String>()) == Some(Kind::Company);
        let placed = (2..=4)
            .any(|k| n + k < name.len() && TABLES.get(&name[n..n + k]).is_some_and(|e| e.is(class::PLACE)));
        placed && (known || latin())
    })
}

/// True for what says only what sort of body it is: 在百慕达注册成立之有限公司, 美国上市公司.
pub(super) fn sort(view: &View<'_>, f: &Found) -> bool {
    let sorts = ["成立之有限公司", "注册之有限公司"];
    let name = view.chars.get(f.start..f.end).unwrap_or_default();
    if super::repair::bare(name) || super::repair::counted(name) == Some(0) {
        return true;
    }
    let listed = view.ends_with(f.end, "上市公司") && f.len() >= 4 && {
        let place = view.chars.get(f.start..f.end - 4).unwrap_or_default();
        place.is_empty() || TABLES.get(place).is_some_and(|e| e.is(class::PLACE))
    };
    listed
        || ranked(view, f, name)
        || trade(view, f)
        || street(view, f)
        || room(view, f)
        || section(view, f)
        || shared(view, f)
        || sorts.iter().any(|sort| view.ends_with(f.end, sort))
}

/// True for a rank and a head, and for all bodies of a sort: 一级博物馆, 全港学校, 各|镇(街道)中心, 本|港银行, 奖学金种子基金.
fn ranked(view: &View<'_>, f: &Found, name: &[char]) -> bool {
    const RANKS: [&str; 15] = [
        "今日", "明日", "昨日", "一级", "二级", "三级", "甲级", "全港", "全澳", "全台", "全市", "全县",
        "全省", "全国", "全区",
    ];
    let whole = |n: usize| {
        name.get(n..)
            .and_then(|rest| TABLES.get(rest))
            .is_some_and(|e| e.is(class::HEAD) && !e.is(class::NAME))
    };
    let before = view.at(f.start.wrapping_sub(1));
    let of = if view.starts_with(f.start, "国家") { 2 } else { 0 };
    let own = before == '本' && matches!(name, ['港' | '澳' | '台', ..]) && whole(1);
    own || before == '各' && matches!(name, ['省' | '市' | '县' | '区' | '镇' | '乡' | '村', ..])
        || view.starts_with(f.start, "奖学金") && view.ends_with(f.end, "基金")
        || RANKS.iter().any(|rank| view.starts_with(f.start + of, rank))
            && whole(of + 2)
            // 全国人民代表大会常务委员会, 全国总工会 have no others beside them.
            && name.last().is_some_and(|c| !has("会联协大委", *c))
            && TABLES.get(name).is_none_or(|e| !e.is(class::NAME))
}

/// True for a sort of company and for a branch of the economy: 保险公司, 农林牧渔业.
fn trade(view: &View<'_>, f: &Found) -> bool {
    const TRADES: [&str; 47] = [
        "工程顾问",
        "装修工程",
        "工程",
        "建筑",
        "房地产",
        "地产",
        "物业",
        "航空",
        "保险",
        "运输",
        "物流",
        "快递",
        "旅游",
        "广告",
        "设计",
        "科技",
        "网络",
        "软件",
        "医药",
        "食品",
        "贸易",
        "投资",
        "装修",
        "咨询",
        "培训",
        "中介",
        "家政",
        "租赁",
        "劳务",
        "搬家",
        "游戏",
        "互联网",
        "汽车",
        "能源",
        "矿业",
        "石油",
        "制药",
        "化工",
        "证券",
        "担保",
        "典当",
        "拍卖",
        "影视",
        "船",
        "海运",
        "航运",
        "会计",
    ];
    const BRANCHES: [&str; 14] = [
        "牧渔业",
        "采矿业",
        "制造业",
        "建筑业",
        "零售业",
        "餐饮业",
        "服务业",
        "房地产业",
        "金融业",
        "供应业",
        "运输业",
        "邮政业",
        "仓储业",
        "银行业",
    ];
    match view.at(f.end.wrapping_sub(1)) {
        '业' => BRANCHES.iter().any(|branch| view.ends_with(f.end, branch)),
        '司' => {
            view.ends_with(f.end, "公司") && {
                let stem = f.end - 2;
                TRADES.iter().any(|trade| {
                    view.ends_with(stem, trade) && trade.chars().count() == stem.saturating_sub(f.start)
                })
            }
        }
        _ => false,
    }
}

/// True for a street that bears the name of a body: 县府|路100号, 县府|前街.
fn street(view: &View<'_>, f: &Found) -> bool {
    let named = |at: usize| match view.at(at) {
        '路' => !matches!(view.at(at + 1), '边' | '权' | '灯' | '面' | '平' | '政' | '障'),
        '街' => !matches!(view.at(at + 1), '道' | '坊' | '头' | '上'),
        '大' => matches!(view.at(at + 1), '道' | '街'),
        _ => false,
    };
    let side = matches!(view.at(f.end), '前' | '后' | '东' | '西' | '南' | '北' | '中' | '横' | '新' | '老');
    view.at(f.end) == '路' && view.at(f.end + 1).is_ascii_digit()
        || view.at(f.end.wrapping_sub(1)) == '府' && (named(f.end) || side && named(f.end + 1))
}

/// True for a room and for a house where people meet: 水厂中控室, 岚川市体育中心.
fn room(view: &View<'_>, f: &Found) -> bool {
    const VENUES: [&str; 8] = ["会议", "会展", "体育", "奥体", "展览", "博览", "游泳", "网球"];
    const ROOMS: [&str; 8] = ["中控", "控制", "监控", "值班", "会议", "休息", "更衣", "贵宾"];
    const HALLS: [&str; 6] = ["会议", "宴会", "演讲", "多功能", "报告", "阶梯"];
    let of = |words: &[&str], end: usize| words.iter().any(|word| view.ends_with(end, word));
    match view.at(f.end.wrapping_sub(1)) {
        '室' => of(&ROOMS, f.end - 1),
        '心' => view.ends_with(f.end, "中心") && of(&VENUES, f.end - 2),
        '馆' => view.ends_with(f.end, "体育馆") || view.ends_with(f.end, "会展馆"),
        '厅' => of(&HALLS, f.end - 1),
        '堂' => view.ends_with(f.end, "中正堂") && f.len() <= 3,
        '处' => view.ends_with(f.end, "售票处"),
        _ => false,
    }
}

/// True for the label of a section of a site: 市政新闻, 健康资讯, 集团要闻.
fn section(view: &View<'_>, f: &Found) -> bool {
    const LABELS: [&str; 8] = ["新闻", "资讯", "动态", "要闻", "快讯", "公告", "通知", "报道"];
    const STEMS: [&str; 50] = [
        "本澳", "本港", "两岸", "中外", "热点", "图片", "企业", "集团", "公司", "市政", "县政", "健康",
        "行业", "综合", "国内", "国际", "社会", "财经", "体育", "娱乐", "焦点", "头条", "本地", "地方",
        "县区", "区县", "乡镇", "镇街", "部门", "基层", "政务", "工作", "党建", "时政", "民生", "视频",
        "最新", "重要", "媒体", "产品", "校园", "学校", "医院", "学院", "旅游", "科技", "教育", "通知",
        "推荐", "相关",
    ];
    let name = view.chars.get(f.start..f.end).unwrap_or_default();
    name.len() == 4
        && LABELS.iter().any(|label| view.ends_with(f.end, label))
        && STEMS.iter().any(|stem| view.starts_with(f.start, stem))
}

/// True for a site behind a button that shares the page: 分享到|Facebook.
fn shared(view: &View<'_>, f: &Found) -> bool {
    const SITES: [&str; 21] = [
        "Facebook",
        "LINE",
        "Line",
        "Twitter",
        "X",
        "Instagram",
        "Threads",
        "WhatsApp",
        "Telegram",
        "LinkedIn",
        "Plurk",
        "Weibo",
        "WeChat",
        "微信",
        "微博",
        "新浪微博",
        "新浪",
        "朋友圈",
        "QQ",
        "QQ空间",
        "噗浪",
    ];
    const LONGEST: usize = 120;
    if view.chars.len() > LONGEST {
        return false;
    }
    let name: String = view.chars.get(f.start..f.end).unwrap_or_default().iter().collect();
    name.split(' ').all(|part| SITES.contains(&part))
        && view.chars.get(..f.start).is_some_and(|before| {
            before.windows(3).any(|w| matches!(w, ['分', '享', '到' | '至' | '给' | ':' | ' ']))
        })
}

/// True for a line of an underground: 江州地铁|3号线.
pub(super) fn line(view: &View<'_>, f: &Found) -> bool {
    let rail = ["地铁", "捷运", "轨道交通", "轻轨"].iter().any(|rail| view.ends_with(f.end, rail));
    let number = (f.end..f.end + 3)
        .take_while(|i| view.at(*i).is_ascii_digit() || "一二三四五六七八九十".contains(view.at(*i)))
        .count();
    // 我|市轨道|交通: no company.
    let traffic = view.ends_with(f.end, "轨道") && view.starts_with(f.end, "交通") && f.len() <= 3;
    traffic || rail && number > 0 && view.starts_with(f.end + number, "号线")
}

/// Where a second body begins that was read into the first: 香港交易所|及|恒木环保集团有限公司, 治安警察局|澳门海关. The
/// end of the first and the start of the second.
pub(super) fn second(view: &View<'_>, f: &Found) -> Option<(usize, usize)> {
    let name = view.chars.get(f.start..f.end).filter(|name| name.len() <= LONGEST)?;
    let known = |part: &[char]| part.len() >= 4 && TABLES.get(part).is_some_and(|e| e.is(class::NAME));
    if TABLES.get(name).is_some_and(|e| e.is(class::NAME)) {
        return None;
    }
    let joined = (4..name.len().saturating_sub(6)).find(|&n| {
        matches!(name[n], '及' | '与' | '和') && view.ends_with(f.end, "公司") && known(&name[..n])
    });
    // 香港中文大学医院|和|医院管理局
    let headed = |part: &[char]| TABLES.longest(part, class::OPEN).is_some_and(|(n, _)| n >= 2);
    let joined = joined.or_else(|| {
        (4..name.len().saturating_sub(4))
            .find(|&n| matches!(name[n], '及' | '与' | '和') && known(&name[n + 1..]) && headed(&name[..n]))
    });
    // 友达|群创: two companies in the words of a headline.
    let pair = || {
        let company =
            |part: &[char]| TABLES.get(part).is_some_and(|e| e.is(class::NAME) && e.other == Kind::Company);
        (name.len() == 4 && company(&name[..2]) && company(&name[2..])).then_some(2)
    };
    let beside = || {
        (4..name.len().saturating_sub(3)).find(|&n| {
            // 海关 has no name of its own in the tables for every place.
            let customs = n + 4 == name.len() && view.ends_with(f.end, "海关");
            let placed = (customs || known(&name[n..]))
                && (2..=4).any(|k| {
                    n + k < name.len() && TABLES.get(&name[n..n + k]).is_some_and(|e| e.is(class::PLACE))
                });
            placed && known(&name[..n]) && matches!(name[n - 1], '局' | '署' | '院')
        })
    };
    // 岚江晚报·岚江发布
    let dotted = || {
        let at = name.iter().position(|c| *c == '·')?;
        let media = f.kind == Kind::Media && at >= 3 && name.len() > at + 3;
        let han = |part: &[char]| part.iter().all(|c| han(*c));
        (media && han(&name[..at]) && han(&name[at + 1..])).then_some((at, at + 1))
    };
    // University of Ottawa and |Karolinska Institutet: there is no university of both.
    let other = || {
        let of = ["University of ", "Shire of ", "City of ", "Town of "];
        of.iter().find(|of| view.starts_with(f.start, of))?;
        let at = (0..name.len()).rev().find(|n| view.starts_with(f.start + n, " and "))?;
        let rest: String = name[at + 5..].iter().collect();
        (rest.contains(' ') && super::english::kind(&rest).is_some()).then_some((at, at + 5))
    };
    let split = joined
        .map(|n| (n, n + 1))
        .or_else(dotted)
        .or_else(other)
        .or_else(|| beside().or_else(pair).map(|n| (n, n)));
    split.map(|(end, start)| (f.start + end, f.start + start))
}
