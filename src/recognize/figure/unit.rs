//! The unit after a number in Chinese text: a classifier, a measure, a currency, a compound of them.

use std::borrow::Cow;

use super::words::{Lazy, Words};
use crate::annotation::FigureKind;
use crate::value::unit::Dimension;
use crate::value::{currency, unit};
use crate::view::View;

/// A unit as found behind a number.
#[derive(Clone, Debug)]
pub(super) struct Tail {
    /// Where it begins and ends; a space before it is left out.
    pub(super) from: usize,
    pub(super) end: usize,
    pub(super) kind: FigureKind,
    pub(super) symbol: Cow<'static, str>,
    pub(super) currency: Option<&'static str>,
    /// The power of ten by which the number is to be divided: 1 for 角.
    pub(super) places: i32,
    pub(super) dimension: Dimension,
    /// True where it is a classifier or a noun counted directly.
    pub(super) classifier: bool,
    /// 个半月: half of the unit more.
    pub(super) half: bool,
    /// 个多月: somewhat more.
    pub(super) more: bool,
}

impl Tail {
    fn of_unit(unit: unit::Unit, from: usize, end: usize) -> Self {
        Self {
            from,
            end,
            kind: unit.kind,
            symbol: Cow::Borrowed(unit.symbol),
            currency: None,
            places: 0,
            dimension: unit.dimension,
            classifier: unit.dimension == Dimension::Count,
            half: false,
            more: unit.name.contains("多"),
        }
    }

    fn of_currency(money: currency::Currency, from: usize, end: usize) -> Self {
        Self {
            from,
            end,
            kind: FigureKind::Money,
            symbol: Cow::Borrowed(money.code),
            currency: Some(money.code),
            places: money.places,
            dimension: Dimension::Scale,
            classifier: false,
            half: false,
            more: false,
        }
    }
}

/// Words that begin like a classifier but are the thing counted: 五部委 is 五 and 部委.
static NOUNS: Lazy = Lazy::new(|| {
    Words::new(
        "支援 支持 支付 支出 支撑 支配 支行 方面 方向 方法 方式 方案 方针 街坊 省区 省市 大班 大礼 大奖 大牌 部门 部委 部属 部长 部级 部队 部分 场馆 场地 场所 场景 场均 国家 国有 国际 国内 国企 国资 家庭 \
     家居 家电 家长 家族 家乡 家园 位置 位数 名单 名称 市场 市民 市区 市政 省份 区域 区县 县域 县区 \
     县级 天津 天然 天气 天空 台湾 台风 台商 台海 人民 人均 人工 人才 人物 人员 人口 人士 人类 人权 \
     人气 人机 条件 条例 条款 处理 处罚 处于 处长 处置 代表 代理 代码 股份 股东 股权 度假 度过 \
     分公司 分行 分店 分局 分校 分厂 分别 分队 分支 年级 年产 年检 年报 年薪 年终 班级 班子 班组 班主 \
     组织 组合 组成 车间 车辆 车企 车站 车型 车道 车厢 车主 站点 店铺 校区 校园 校长 园区 院校 院士 \
     院落 篮板 篮球 篮筐 波动 波及 波段 波浪 波音 波兰 波士 波斯 波长 波折 县市 省市区 报警 报告 报名 报道 报价 报废 报销 报送 拨款 拨付 拨打 棒球 棒材 棒子 尊重 尊严 尊敬 驾车 驾驶 驾校 窝点 出头 队伍 队员 手机 手续 手段 机场 机构 机组 机器 口岸 口味 口腔 户籍 户外 户型 户口 层次 层级 \
     层面 面向 面积 面临 样本 样品 类型 类别 道路 道德 门店 门诊 门类 门票 门槛 门户 头部 票房 单位 \
     批发 批准 批量 股票 股市 期货 期间 期刊 期权 章程 稿件 版本 版权 版图 集团 集体 集成 集中 集装箱 \
     出口 出境 出让 出栏 出厂 出资 本科 本土 本地 本报 本次 本书 套餐 把手 组委 件套 种子 \
     种植 种类 地区 地市 地铁 地方 地级 地块 地质 城市 城区 城镇 村民 村庄 村镇 村级 乡镇 乡村 镇街 \
     街道 街镇 街区 州市 岛屿 桥梁 馆藏 馆校 室内 室外 房地产 房产 房间 房企 派出 派驻 界别 界碑 族群 \
     大关 大会 大学 大道 大厦 大街 大桥 大型 大都 大多 大幅 大米 大豆 大连 大气 大棚 强化 强制 强调 \
     强震 强国 站式 口井 员工 团队 团体 团结 社区 社会 局部 局地 局长 案件 案例 单元 单个 单日 单价 \
     单月 单季 单边 单品 轮胎 轮椅 起飞 起步 起来 起诉 起源 起到 回到 回升 回应 回国 例如 例行 面对 \
     任务 任命 任期 支付 支持 支出 支撑 对于 对外 对华 对比 对应 对美 双方 双双 双边 伙伴 群众 \
     群体 盘中 盘活 环节 环保 环境 环比 平均 平方 平台 平衡 负债 负责 胜利 胜诉 冠军 节点 节日 节目 \
     节能 节省 节约 节假 粒子 份额 副本 副主 副会 副总 副市 副书 卷烟 篇章 封闭 封单 则是 段时 句话说 \
     页岩 讲话 讲座 课程 集会 曲目 款项 样板 扇区 顶部 架构 列车 列入 列为 船员 船只 船舶 座椅 座位 \
     座谈 间接 间隔 楼市 楼宇 楼盘 块钱 株洲 枝江 具有 具体 具备 门口 发展 发布 发生 发射 发电 发行 \
     发出 发放 发售 只要 只有 只是 只能 只会 只需 只占 发明 发现 发起 孔子 眼科 眼下 井冈 仓库 仓储 核心 核电 核酸 核查 核桃 芯片 档案 速度 \
     侧重 端口 端午 杯赛 包括 包含 包裹 包装 盒子 串联 排名 排放 排在 圈层 格局 格式 步骤 步行 \
     步道 剂量 针对 味道 服务 贴息 丸子 床位 床品 席位 桌椅 注册 注意 注销 位列 位居 位于 名列 名为 \
     口径 点评 周边 周末 周年庆 日常 日均 天河 天山 斤斤 里程 级别 级联 成功 成立 成员 成果 成交 \
     成品 成都 成本 成熟 成长 成人 成绩 成分 成效 折合 折叠 折扣 倍增 度电价 升级 升至 升到 升旗 升值 \
     克服 克拉玛 码头 尺寸 尺度 米兰 米粉 里面 担任 担保 担当 安全 安徽 安置 安排 安装 伏击 瓦片 载体 \
     载人 旬邑 晚会 晚上 夜间 夜市 秒杀 转型 转让 转移 转为 分析 分配 分布 分类 分享 角度 角色 \
     首季 首月 首日 首次 首批 首轮 角落 毛利 毛坯 块状 仙桃 仙居 圆满 圆桌 元首 元旦 元宵 元素 元宇 元件 元朗 磅礴 顷刻 项目 人大 \
     人社 人群 地下 家具 件事实 年度 年代 口号 台账 人潮 人手 人马 人力 人数 人家 人心 人情 人生 人间 人像 人行 人脸 人形 台阶 台北 台中 台南 台东 国语 国道 \
     国旗 国产 国债 国防 国民 国外 市值 市级 市委 市长 省级 省长 区块 区级 区长 票据 票价 手工 手术 \
     股指 点位 点燃 记者 记录 记载 记忆 记得 记住 记事 回购 回馈 回款 回流 回调 回暖 回归 回执 摊位 摊贩 摊商 摊档 摊铺 摊牌 摊主 摊薄 摊销 轰炸 轰动 轰鸣 战略 战争 战士 战场 战机 战斗 \
     战胜 战术 战线 战役 战队 战果 战友 战国 战时 战后 战前 战区 战舰 战绩 战犯 战乱 战火 战备 \
     标准 标志 标的 标签 标题 标本 标识 标杆 标普 标价 标注 标记 标枪 标煤 标书 标语 标配 标售 标案 标方 标示 标榜 标兵 \
     餐厅 餐饮 餐馆 餐券 餐具 餐桌 餐点 餐费 餐盒 餐车 餐会 餐吧 餐盘 餐旅 餐企",
    )
});

/// True where the characters at `at` are such a noun.
fn noun(view: &View<'_>, at: usize) -> bool {
    let (a, b) = (view.at(at), view.at(at + 1));
    // 盈利12.6亿升18%: rose.
    if a == '升' && b.is_ascii_digit() {
        return true;
    }
    // 10项目标 counts 目标, 100平方米 and 1件事 are units.
    if (a, b) == ('项', '目') {
        return view.at(at + 2) != '标' && view.at(at + 2) != '的';
    }
    // 12通电话 are calls; 通 begins many words.
    if a == '通' {
        return !["电话", "来电", "电报", "电邮", "视讯", "短信", "留言"]
            .iter()
            .any(|w| view.starts_with(at + 1, w));
    }
    // 3100人均撤离完毕: people, all of them
    if (a, b) == ('人', '均') && view.at(at.wrapping_sub(1)).is_ascii_digit() {
        return ["收入", "可支", "消费", "支出", "GDP", "面积", "年收", "月收", "住房", "产值", "地区"]
            .iter()
            .any(|w| view.starts_with(at + 2, w));
    }
    // 16人大名单
    if (a, b) == ('人', '大') && view.at(at + 2) == '名' {
        return false;
    }
    // 两千人家门口就有诊所: people, and the door of a home
    if (a, b) == ('人', '家') && matches!(view.at(at + 2), '门' | '里' | '中' | '园' | '长' | '属' | '附')
    {
        return false;
    }
    // 两房间隔: how a flat is divided
    if (a, b) == ('房', '间') {
        return view.at(at + 2) != '隔';
    }
    // 67家长者饭堂
    if (a, b) == ('家', '长') && view.at(at + 2) == '者' {
        return false;
    }
    // 700套房源, 3套房子 are so many; 12套房 are not.
    if (a, b) == ('套', '房') {
        return !"源屋子产".contains(view.at(at + 2));
    }
    if (a, b) == ('平', '方') || (a, b) == ('对', '于') || (a, b) == ('件', '套') {
        return false;
    }
    NOUNS.at(view, at).is_some() && !view.starts_with(at, "种类型")
}

/// The unit at a position, after one space at most where the number is in digits.
pub(super) fn at(view: &View<'_>, number_end: usize, spaced: bool) -> Option<Tail> {
    // A wide space sets headlines apart, and no unit from its number.
    let gap = spaced && view.at(number_end) == ' ' && view.original(number_end, number_end + 1) != "\u{3000}";
    let from = number_end + usize::from(gap);
    let mut tail = single(view, from)?;
    if tail.kind == FigureKind::Measure || tail.kind == FigureKind::Money {
        compound(view, &mut tail);
    } else if view.at(tail.end) == '/' && tail.classifier {
        per(view, &mut tail, '/');
    }
    if tail.classifier && view.at(tail.end) == '(' {
        bracketed(view, &mut tail);
    }
    Some(tail)
}

/// 175件(组), 36台(套): another classifier in brackets.
fn bracketed(view: &View<'_>, tail: &mut Tail) {
    let other = single(view, tail.end + 1).filter(|other| other.classifier && view.at(other.end) == ')');
    if let Some(other) = other {
        tail.end = other.end + 1;
        let symbol: String = view.chars[tail.from..tail.end].iter().collect();
        tail.symbol = Cow::Owned(symbol);
    }
}

fn single(view: &View<'_>, from: usize) -> Option<Tail> {
    let chars = view.chars;
    // 个多月, 个半小时
    if view.at(from) == '个' && matches!(view.at(from + 1), '多' | '半') {
        let month = (view.at(from + 2) == '月').then(|| unit::chinese_at(&['个', '月'], 0)).flatten();
        let month = month.map(|(unit, _)| (unit, from + 3));
        if let Some((unit, end)) = month.or_else(|| unit::chinese_at(chars, from + 2))
            && unit.dimension == Dimension::Time
            && unit.symbol != "a"
            && unit.symbol != "d"
        {
            let half = view.at(from + 1) == '半';
            return Some(Tail { half, more: !half, ..Tail::of_unit(unit, from, end) });
        }
    }
    let money = currency::chinese_at(chars, from).map(|(money, end)| Tail::of_currency(money, from, end));
    // 600块展板 are pieces, 600块 and 600块钱 are money.
    let piece = |c: char| {
        ('\u{4E00}'..='\u{9FFF}').contains(&c) && !"多左上以不到至一二三四五六七八九零的钱".contains(c)
    };
    let money =
        money.filter(|money| view.at(from) != '块' || money.end > from + 1 || !piece(view.at(from + 1)));
    // 六个周末
    let weekend = |end: usize| end + usize::from(view.at(end - 1) == '周' && view.at(end) == '末');
    let measure = unit::chinese_at(chars, from).map(|(unit, end)| Tail::of_unit(unit, from, weekend(end)));
    // 10 in 2024 is no length.
    let symbol = unit::symbol_at(chars, from).filter(|(unit, _)| unit.name != "in");
    let symbol = symbol.map(|(unit, end)| Tail::of_unit(unit, from, end));
    let code = currency::code_at(chars, from).map(|(money, end)| Tail::of_currency(money, from, end));
    let found = [money, measure, symbol, code].into_iter().flatten();
    let best = found.reduce(|best, next| if next.end > best.end { next } else { best })?;
    // A word of one character may be the beginning of a noun; longer names are units for certain.
    (best.end > from + 1 || !noun(view, from)).then_some(best)
}

/// Goes on over /天, /平方米·月, 每小时: what the unit is divided by.
fn compound(view: &View<'_>, tail: &mut Tail) {
    for _ in 0..2 {
        let sign = view.at(tail.end);
        let joined = match sign {
            '/' => per(view, tail, '/'),
            '·' => per(view, tail, '.'),
            '每' if tail.kind == FigureKind::Measure => per(view, tail, '/'),
            _ => false,
        };
        if !joined {
            break;
        }
    }
}

fn per(view: &View<'_>, tail: &mut Tail, sign: char) -> bool {
    let from = tail.end + 1;
    // 80毫克/100毫升: so many of the unit below.
    let count =
        view.chars.get(from..).unwrap_or_default().iter().take(5).take_while(|c| c.is_ascii_digit()).count();
    let symbol: Cow<'static, str> = match single(view, from + count) {
        Some(under) if count > 0 => {
            if tail.kind != FigureKind::Measure || under.kind != FigureKind::Measure || count > 4 {
                return false;
            }
            // 1MW/100MWh: the power of a store, and what it holds.
            if (&tail.dimension, &under.dimension) == (&Dimension::Power, &Dimension::Energy) {
                return false;
            }
            tail.end = under.end;
            let count: String = view.chars[from..from + count].iter().collect();
            Cow::Owned(format!("{count}{}", under.symbol))
        }
        _ if count > 0 => return false,
        Some(under) => {
            tail.end = under.end;
            under.symbol
        }
        // The noun is no unit of ours (元/箱次): one or two Han characters that end there.
        None => {
            let length = view
                .chars
                .get(from..)
                .unwrap_or_default()
                .iter()
                .take(3)
                .take_while(|c| ('\u{4E00}'..='\u{9FFF}').contains(*c))
                .count();
            if length == 0 || length > 2 {
                return false;
            }
            tail.end = from + length;
            Cow::Owned(view.chars[from..tail.end].iter().collect())
        }
    };
    tail.symbol = Cow::Owned(format!("{}{sign}{symbol}", tail.symbol));
    tail.classifier = false;
    if tail.kind == FigureKind::Count {
        tail.kind = FigureKind::Measure;
    }
    true
}
