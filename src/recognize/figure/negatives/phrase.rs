//! Set phrases and slogans in Chinese that begin with a numeral: 一带一路, 四面八方, 四群八链.

use crate::recognize::figure::bound::Hedge;
use crate::recognize::figure::words::{Lazy, Words};
use crate::view::View;

/// Set phrases that begin with a numeral; what they contain is no figure.
static PHRASES: Lazy = Lazy::new(|| {
    Words::new(
        "一带一路 一路 一致 一直 一样 一般 一定 一些 一切 一起 一体 一流 一线 一旦 一度 一时 一贯 一律 \
     一边 一面 一番 一道 一下 一方面 一手 一把手 一次性 一代 一系列 一站式 一揽子 一心 一举 一同 一向 \
     一再 一味 一席 一股 一阵 一种 一位 一名 一家人 一分为 一国两制 一国 一市 一县一 一村一 一企一 \
     一人一 一事一 一户一 一院一 一校一 一江 一区 一毛不 一级 一类 一等 一期 一审 一楼 一层 一把 一行 \
     一句话 一口气 一瞬 一刻 一片 一批 一场 一窗 一网 一码 一图 一卡 二手 二维 二级 二线 二等 二次元 \
     二十四节气 二审 二胎 二孩 二楼 三农 三国 三峡 三亚 三明 三星 三维 三级 三线 三等 三甲 三角 三资 \
     三伏 三九 三产 三权 三好 三八 三军 三番五次 三番两次 三言两语 十天半 一千零一夜 十万个为什么 八九不离十 三心二意 三长两短 三更 三天两头 三三两两 \
     三通一平 三会一课 三个代表 三严三实 三中全会 三公 三重一大 三孩 三名一 三句不离 三生三世 \
     三位一体 三高 三包 三无 三方 三通 三样 三不 三区三线 三北 四川 四面八方 四通八达 四季 四肢 四处 四周 四海 \
     四平 四大名著 四史 四库 四有 四好 四个意识 四个自信 四个全面 四中全会 四合院 四书 四级 四化 四风 \
     四环 三环 二环 五环 六环 五金 五谷 五星 五行 五台 五常 五花八门 五颜六色 五湖四海 五位一体 \
     五年规划 五年计划 五四 五一 五险 五粮 五指山 五彩 五中全会 五级 六合 六安 六盘水 六神 六中全会 \
     六一 六稳 六保 七夕 七一 七嘴八舌 七上八下 七级 七月 七里 八一 八达 八卦 八宝 八项规定 八路 八方 \
     八级 八仙 七股 五股 八德 六甲 六龟 六脚 四湖 二水 二仑 二林 三湾 三义 三芝 三民 五结 九如 五分车 五分仔车 三餐 九江 九龙 九寨 九州 九华 九一八 九牛 九月 九阳 九安 十分 十足 十堰 十字 十全 十佳 十一届 \
     十月 十之八九 十年磨 十里八乡 十九届 十八大 十九大 二十大 二十届 十四届 十五届 十六届 十七届 \
     十八届 十四五 十三五 十五五 十二五 十一五 百姓 百货 百度 百家 百花 百年 百科 百般 百色 百世 百强 \
     百联 百济 百万千瓦级 百里 百日 百倍 百战 百折 百事 百合 百炼 百草 千岛 千方百计 千家万户 \
     千军万马 千年 千变万化 千里 千百 千古 千秋 千山 千金 千篇 千丝万缕 千人计划 千钧 千帆 千禧 千亩 \
     万科 万达 万一 万物 万象 万众 万民 万隆 万州 万宁 万盛 万荣 万事 万方 万家 万里 万岁 万能 万全 \
     万分 万华 万国 万年 万无一失 万马 万有 万丈 万千 亿万 亿纬 亿利 亿联 两会 两口子 两口儿 六盘山 六盘 两岸 两江 \
     两弹一星 两手 两国 两地 两个维护 两个确立 两山 两新 两重 两高 两院 两用 两性 两旁 两翼 两极 \
     两边 两侧 两端 两难 两厢 两栖 两面 两票制 两免 半导体 半岛 半决赛 半径 半成品 半山 半壁 半空 \
     半路 半途 半场 半球 半夜 半天 半程 半月谈 半挂 半价 零距离 零售 零部件 零件 零下 零工 零食 零碳 \
     零口供 三银四 九银十 三分球 三分命中 三分弹 三分线 零排放 零组 零配 零关税 零容忍 零时 零担 零跑 零星 零散 零钱 零花 零增长 零突破 零事故 数据 数字 数控 \
     数码 数学 数量 数额 数值 几乎 几何 几内亚 陆军 陆地 陆续 陆海 伍德 兆丰 兆易 兆头",
    )
});

/// A set phrase or a name at a Chinese numeral: where it ends.
#[inline(never)] // A part of the page's module begins here.
pub(in crate::recognize::figure) fn phrase(view: &View<'_>, at: usize) -> Option<usize> {
    let first = view.at(at);
    let previous = view.at(at.wrapping_sub(1));
    // Numerals that end a word: 统一, 唯一, 星期五, 周三, 不一.
    let ends_word = match first {
        '一' => "统唯单同逐专合万不第划之某".contains(previous) || matches!(view.at(at + 1), '一' | '是'),
        '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' => {
            let weekday = matches!(first, '二' | '三' | '四' | '五' | '六');
            weekday
                && (previous == '周' && !view.ends_with(at, "一周")
                    || view.ends_with(at, "星期")
                    || view.ends_with(at, "礼拜"))
                || previous == '初'
                || view.ends_with(at, "梅开")
        }
        '数' => "次人指系参总函基负正少多分点件倍个计岁级位度户套篇字无".contains(previous),
        '万' => previous == '千',
        '千' => previous == '秋',
        _ => false,
    };
    if ends_word && view.at(at + 1) != '万' {
        return Some(at + 1);
    }
    // 五战三胜制, 七局四胜制
    if matches!(view.at(at + 1), '战' | '局' | '盘' | '场') && view.starts_with(at + 3, "胜制") {
        return Some(at + 5);
    }
    let hedge = crate::recognize::figure::bound::before(view, at, true);
    if hedge.0 < at && hedge.1 != Hedge::NONE {
        return None;
    }
    let found = PHRASES.at(view, at)?;
    // 降息一码, 兵分八路
    if view.at(at + 1) == '码' && previous == '息' {
        return None;
    }
    if view.at(at + 1) == '路' && view.ends_with(at, "兵分") {
        return None;
    }
    // 省市县三级 and 有四处 count.
    let counted = match view.at(at + 1) {
        '级' => {
            "县村乡市区镇".contains(previous) || matches!(view.at(at + 2), '风' | '大' | '阵' | '强' | '地')
        }
        '处' => "有共".contains(previous),
        '分' => ten_points(view, at),
        _ => false,
    };
    if counted && found == 2 {
        return None;
    }
    // 四平方米, 三公里, 十分钟, 万分之三 are no phrases.
    let unit = crate::value::unit::chinese_at(view.chars, at + 1).is_some_and(|(_, end)| end > at + 2);
    if found == 2 && (unit || view.starts_with(at + 1, "分之")) {
        return None;
    }
    // 一批 and the like are articles: the next numeral may begin right behind; 三方面 is no 三方.
    Some(at + found)
}

/// 可获十分, 扣十分, where the clause ends: points, and not "very".
pub(in crate::recognize::figure) fn ten_points(view: &View<'_>, at: usize) -> bool {
    let given = "获扣罚加减".contains(view.at(at.wrapping_sub(1))) || view.ends_with(at, "获得");
    given && !('\u{4E00}'..='\u{9FFF}').contains(&view.at(at + 2))
}

/// 四群八链, 三区一圈: two numerals with a noun of one character each, quoted or with nouns that are seldom counted.
pub(super) fn slogan(view: &View<'_>, at: usize) -> bool {
    let digit = |i: usize| crate::text::numeral::chinese::digit(view.at(i)).is_some();
    let numeral = |i: usize| digit(i) || matches!(view.at(i), '十' | '百' | '千' | '万' | '亿');
    // 一、三大门类: the comma is no noun.
    let noun = |i: usize| ('\u{4E00}'..='\u{9FFF}').contains(&view.at(i)) && !numeral(i);
    let pair = |i: usize| digit(i) && noun(i + 1) && digit(i + 2) && noun(i + 3);
    let start = if pair(at) {
        at
    } else if at >= 2 && pair(at - 2) {
        at - 2
    } else {
        return false;
    };
    let quoted = matches!(view.at(start.wrapping_sub(1)), '“' | '"' | '「' | '‘')
        || matches!(view.at(start + 4), '”' | '"' | '」' | '’');
    let common = |c: char| {
        "男女死伤胜负平室厅卫层年月天日夜岁人块元角斤米次个名位件只条家张种项分秒台辆间成列节省县市镇村户所校艘架套份届场批枚颗根束朵首幅页册本篇箱袋瓶杯碗公吨亩升克".contains(c)
    };
    quoted || !common(view.at(start + 1)) && !common(view.at(start + 3))
}
