//! What the rest of the page tells of where a name begins and ends.
//!
//! A body that stands by itself somewhere decides how it is cut elsewhere: 上|西屿乡公所, 安平宫|回宫. A county that begins
//! other names begins this one, too: 报|泾岭县人民政府.

use std::collections::{HashMap, HashSet};

use super::folded::{Folded, han};
use super::heads;
use super::words::{TABLES, class};
use super::{Candidate, Draft};

/// Verbs and particles of one character that stand before a name.
const OPENING: &str = "上令依达涉与和及由被对向在从至到于经据获为替让给请赴予商找如是有即指称方";

/// Mends the edges of the names found.
pub(super) fn mend(text: &Folded, candidates: &mut Vec<Candidate>) {
    homes(text, candidates);
    let organization = |c: &Candidate| matches!(c.draft, Draft::Organization(_));
    // How often each name stands, and the counties and towns that names begin with.
    let mut names: HashMap<Vec<char>, usize> = HashMap::new();
    let mut places: HashSet<Vec<char>> = HashSet::new();
    for candidate in candidates.iter().filter(|c| organization(c)) {
        let (start, end) = text.range(candidate.span);
        let name = &text.chars[start..end];
        if !name.iter().all(|c| han(*c)) {
            continue;
        }
        *names.entry(name.to_vec()).or_default() += 1;
        if let Some(level) = name.get(2).filter(|c| heads::level(**c)) {
            places.insert(vec![name[0], name[1], *level]);
        }
    }
    for candidate in candidates.iter_mut().filter(|c| organization(c)) {
        let (start, end) = text.range(candidate.span);
        let name = &text.chars[start..end];
        let placed = start >= 2
            && name.first().is_some_and(|c| heads::level(*c))
            && places.contains(text.chars.get(start - 2..=start).unwrap_or_default());
        if placed {
            candidate.span = text.span(start - 2, end);
            continue;
        }
        let once = names.get(name) == Some(&1);
        if once
            && name.len() >= 5
            && !heads::known(name)
            && let Some(n) = opening(text, start).filter(|n| names.contains_key(&name[*n..]))
        {
            candidate.span = text.span(start + n, end);
            continue;
        }
        if let Some(n) = owner(name, &names, text, end) {
            candidate.span = text.span(start, start + n);
            continue;
        }
        // 房协|会先派员: the verb.
        if let [body @ .., '会'] = name
            && names.contains_key(body)
        {
            candidate.span = text.span(start, end - 1);
        }
    }
}

/// Leaves out housing estates: 海涛花园, and what homes are sold in somewhere: 晴湾居一个中层单位.
fn homes(text: &Folded, candidates: &mut Vec<Candidate>) {
    const ENDS: &str = "园居台苑庭轩汇湾峰邸阁廷";
    const SOLD: &str = "单位 两房 三房 四房 一房 开放式 中层 高层 低层 实用 平方 屋苑 万元 入伙";
    let estate = |c: &Candidate| {
        let Draft::Organization(draft) = &c.draft else { return None };
        let (start, end) = text.range(c.span);
        let name = &text.chars[start..end];
        let named = draft.known.is_none() && (2..=7).contains(&name.len()) && !heads::known(name);
        let shaped = named
            && name.last().is_some_and(|c| ENDS.contains(*c))
            && name.iter().all(|c| han(*c))
            && TABLES.longest(name, class::HEAD | class::TRADE).is_none_or(|(n, _)| n < 2);
        shaped.then_some((start, end))
    };
    let sold = |end: usize| {
        (end..end + 14)
            .take_while(|at| {
                !matches!(text.at(*at), '\n' | '。') && !(text.at(*at) == ',' && han(text.at(*at + 1)))
            })
            .any(|at| SOLD.split(' ').any(|word| text.starts_with(at, word)))
    };
    let names: HashSet<Vec<char>> = candidates
        .iter()
        .filter_map(estate)
        .filter(|(start, end)| {
            *end >= start + 3
                && matches!(text.chars[end - 2..*end], ['花', '园'] | ['豪', '庭'] | ['豪', '苑'])
                || sold(*end)
        })
        .map(|(start, end)| text.chars[start..end].to_vec())
        .collect();
    candidates.retain(|c| estate(c).is_none_or(|(start, end)| !names.contains(&text.chars[start..end])));
}

/// What belongs to a body and is none: 康文署|荃湾泳池, 岚岳|彰滨新厂, 石虎|洋投.
const THINGS: &str = "门诊 急症室 义工队 新厂 一厂 二厂 三厂 厂区 泳池 球场 运动场 停车场 加油站 油品站 充电站 工地 宿舍 礼堂 厕所 网站 官网 资讯网 公报 \
    附图 文件 神轿 銮轿 轿班 阵头 宋江阵 班底 员工 职员 社工 会员 球迷 洋投 洋将 外援 前锋 后卫 门将 队长 中锋 客户 订单 股价 股份 产品 手机 \
    列车 航班 班机 车队 机组 渡轮 航线 路线 机场线 优惠 门票 车票 奖学金 今日 今天 昨日 昨天 盘中 去年 今年 本季";
/// Words that a post of a company begins with, after what it is in charge of: 房协|物业管理总监.
const POSTS: &str = "总监 总裁 总经理 经理 董事 主任 主管 营业 首席 高级 分析师 店长 代理";
const DUTIES: &str = "住宅部 营业部 市场部 销售部 租赁部 研究部 投资部 物业 分行 分区 高级分区 分店 物业管理 工程 市场 营运 楼面 投资 研究 业务 技术 财务";

/// The length of a known body, or of one that the page names by itself, before what belongs to it.
fn owner(name: &[char], names: &HashMap<Vec<char>, usize>, text: &Folded, end: usize) -> Option<usize> {
    let is = |words: &str, part: &[char]| words.split(' ').any(|w| w.chars().eq(part.iter().copied()));
    let legal = |part: &[char]| part.len() >= 6 && part.ends_with(&['有', '限', '公', '司']);
    let body = |part: &[char]| heads::known(part) || names.contains_key(part) || legal(part);
    let things = || (2..=3).any(|n| name.len() > n + 1 && is(THINGS, &name[name.len() - n..]));
    let post = || {
        let behind = |n: usize| text.chars.get(end..end + n).is_some_and(|next| is(POSTS, next));
        (2..=3).any(behind)
            || text.chars.get(end..end + 2).is_some_and(|next| is("管理 服务", next)) && {
                (2..=3).any(|n| text.chars.get(end + 2..end + 2 + n).is_some_and(|next| is(POSTS, next)))
            }
    };
    let prefix = |least: usize| (2..=name.len().saturating_sub(least)).rev().find(|n| body(&name[..*n]));
    if things() {
        return prefix(2);
    }
    let duty = |n: &usize| is(DUTIES, &name[*n..]);
    prefix(2).filter(duty).filter(|_| !names_whole(name, names) && post())
}

/// True for a name that the page gives more than once.
fn names_whole(name: &[char], names: &HashMap<Vec<char>, usize>) -> bool {
    names.get(name).is_some_and(|n| *n > 3) || heads::known(name)
}

/// The characters before a name that are none of it: a verb or particle, the last character of a word.
fn opening(text: &Folded, start: usize) -> Option<usize> {
    let crosses = TABLES
        .longest(&text.chars[..=start], class::PLAIN | class::STOP | class::WORD)
        .is_some_and(|(n, _)| n >= 2);
    (crosses || OPENING.contains(text.at(start))).then_some(1)
}
