//! News text of our own making, of any length and the same every time: the benchmarks run on it wherever they run.

/// Sentences with slots: `{n}` `{d}` a number with and without decimals, `{p}` a per cent, `{y}` a year, `{m}` a month,
/// `{t}` a day, `{o}` an organization, `{c}` a place.
const ZH: [&str; 20] = [
    "{c}市统计局{m}月{t}日发布数据,今年前{m}个月全市规模以上工业增加值同比增长{p}%,比上年同期加快{d}个百分点。",
    "{y}年{m}月{t}日,{o}与{c}市政府签署合作协议,计划总投资{d}亿元,建设年产{n}万吨的新材料基地。",
    "记者从{c}市委获悉,去年全市新引进青年人才{d}万人,新增高新技术企业{n}家,通过率全省第{m}。",
    "“我们不怕市场变化,只怕跟不上变化。”负责人站在车间里说,身后的生产线正在调试。",
    "目前,{o}、{o}等{n}家企业已实现绿电全覆盖,交易电量{d}亿千瓦时,同比增长{p}%。",
    "这座小城依山傍水,老街的石板路被雨水洗得发亮,早起的人们在茶馆里谈论着收成与孩子的学业。",
    "截至{m}月底,{o}累计完成营业收入{d}亿元,净利润{d}亿元,每股收益{d}元,研发投入占比{p}%。",
    "近年来,当地坚持把创新摆在发展全局的核心位置,一批科研成果从实验室走向生产线。",
    "上周五下午,{c}市发改委召开座谈会,{n}余名企业代表参加,会议持续了近{m}个小时。",
    "{c}至{c}的高速铁路全长{n}公里,设计时速{n}公里,预计{y}年底通车,比原计划提前三个月。",
    "村里的老人说,从前过河要等渡船,如今桥通了,孩子们上学再不用起得那么早。",
    "据{o}介绍,第三季度出货量达{n}万台,环比下降{p}%,库存周转天数降至{n}天。",
    "专家认为,产业的转型升级不是一蹴而就的事,需要耐心,也需要制度上的保障。",
    "{y}年1至{m}月,全市进出口总额{d}亿美元,其中出口{d}亿美元,占比约三分之二。",
    "{o}大学的研究团队在三年时间里走访了{n}个村庄,收集问卷{n}份,有效率{p}%。",
    "比赛在{c}体育中心举行,主队以{m}:{t}取胜,现场观众超过{n}人。",
    "会上还宣读了表彰决定,大家表示将把荣誉化作继续前行的动力,不辜负乡亲们的期待。",
    "本月初,{o}宣布以每股{d}港元的价格回购股份,涉及资金不超过{n}万港元。",
    "天气转凉,果园里的柿子红了,采摘的游客络绎不绝,民宿的灯一直亮到深夜。",
    "项目自{y}年启动以来,已有{n}户居民搬入新居,人均住房面积由{m}平方米提高到{n}平方米。",
];
const EN: [&str; 20] = [
    "{o} said on Monday that third-quarter revenue rose {p}% to ${d} billion, beating the company's own forecast.",
    "The council voted {m}-{t} on {month} {t}, {y} to spend ${n} million on new housing along the river in {c}.",
    "“We were not ready for a winter like this,” she said, looking out over the empty market square.",
    "Shares of {o} fell as much as {p}% in early trading before recovering most of their losses by noon.",
    "About {n} people gathered in {c} last Friday to protest against the closure of the hospital.",
    "The old mill has stood empty for years, its windows boarded, its clock stopped at a quarter past nine.",
    "According to {o}, exports grew {d} percent in the first {m} months of {y}, the fastest pace since records began.",
    "The agreement between {o} and {o}, announced yesterday, is expected to close by the end of {month}.",
    "Nobody in the village could remember who had planted the chestnut trees, or why there were so many of them.",
    "The ministry plans to hire {n} teachers over the next five years, at a cost of €{d} million a year.",
    "Researchers at the University of {c} followed {n} patients for {m} years and found no difference between the groups.",
    "The {o} report, published on {t} {month} {y}, puts the number of visitors at roughly {d} million.",
    "It rained through the night, and by morning the road to the coast was closed in two places.",
    "Prices rose {d}% in {month} from a year earlier, compared with {p}% the month before, the statistics office said.",
    "“You learn to listen before you speak,” he said of his years as a mediator between the two towns.",
    "The train covers the {n} kilometers from {c} to {c} in just over {m} hours, twice as fast as before.",
    "{o} Holdings plc will cut {n} jobs, or nearly one in ten of its workforce, after two consecutive quarterly losses.",
    "The orchestra opened with a piece that had not been played in public since the composer's death.",
    "By {y}, two thirds of the fleet will run on electricity, up from {p}% today, the operator said.",
    "The court is due to rule next Tuesday at 10 a.m., more than {m} years after the first complaint was filed.",
];
/// Sentences without any of the three, as most of a news page is: real news has about 19 figures and dates in a thousand
/// Chinese characters and 7 in a thousand English ones.
const ZH_PLAIN: [&str; 12] = [
    "走进车间，机械臂有条不紊地抓取、翻转、码放，工人只需在屏幕前轻点，就能看清每一道工序的状态，过去满地油污的景象早已不见。",
    "“那时候谁也没有把握，只能边干边学，遇到难题就拉着师傅请教，常常讨论到深夜，食堂的灯也跟着亮到深夜。”回忆起创业的日子，他笑着摆了摆手。",
    "清晨的薄雾还没有散去，码头上已经热闹起来，渔民们把满筐的鱼虾抬上岸，等候多时的商贩围拢过来，讨价还价的声音此起彼伏。",
    "与会人员认为，要把群众的急难愁盼放在心上，坚持问题导向，压实责任链条，推动各项举措落地见效，让老百姓看得见、摸得着、感受得到。",
    "为了让老街留住烟火气，设计团队没有大拆大建，而是保留了青砖灰瓦和斑驳的木门，只在屋檐下添了暖黄的灯带，夜里远远望去像一条安静的河。",
    "业内人士分析，需求回暖的背后既有政策的带动，也有企业主动求变的努力，但外部环境依然复杂，后续走势仍需观察，不宜盲目乐观。",
    "孩子们围在展柜前，好奇地打量着那些锈迹斑斑的农具，讲解员蹲下身子，用讲故事的口吻告诉他们祖辈怎样靠双手把荒滩变成了良田。",
    "她坦言，最难的不是技术，而是改变人们的习惯，起初乡亲们不愿意尝试，她便挨家挨户上门解释，把自家的地拿出来先种给大家看。",
    "记者在现场看到，志愿者有的引导车辆，有的搀扶老人，有的为赶路的旅客递上热水和毛毯，寒风里处处能感受到这座小城的温度。",
    "据了解，相关部门将继续加强巡查，及时发现和处置隐患，同时畅通投诉渠道，欢迎社会各界监督，共同守护来之不易的良好环境。",
    "雨后的山路泥泞难行，抢修队员扛着工具徒步前进，衣服湿了又干、干了又湿，直到最后一盏路灯重新亮起，他们才坐在路边啃起凉透的馒头。",
    "谈到下一步的打算，年轻的负责人说，想把更多精力放在产品本身，少讲概念，多听用户的意见，把每一个细节做扎实，路自然会越走越宽。",
];
const EN_PLAIN: [&str; 12] = [
    "Inside the workshop the noise has all but gone, and the few people who still walk the floor do so with tablets in their hands, checking what the machines have been up to while the town slept.",
    "“Nobody handed us a map,” he said, laughing at the memory of long evenings spent arguing over drawings that were thrown away the next morning and drawn again by the afternoon.",
    "Along the quay the boats come in with the tide, and the traders who have been waiting with their vans crowd around the crates, haggling over fish that is still moving.",
    "Campaigners argue that the plan does little for those who need help most, while supporters insist that doing nothing would be worse and that the details can be settled later.",
    "The designers kept the brick, the slate and the crooked wooden doors, and added little more than a string of warm lights under the eaves, so that the lane looks from afar like a quiet river.",
    "Analysts caution that the recovery rests on several things going right together, among them weather that nobody controls and customers whose habits have changed more than anyone expected.",
    "Children pressed their noses to the glass and asked what the rusty tools were for, and the guide, who had farmed all his life, crouched down to show them how his grandfather held the scythe.",
    "What proved hardest, she admitted, was not the engineering but persuading neighbours who had seen schemes come and go that this time somebody would still be around when the paint had dried.",
    "Volunteers in bright jackets waved cars into muddy fields, helped the elderly over the stile and handed out tea to travellers who had given up on the trains and decided to make an evening of it.",
    "Officials promised to keep residents informed, to publish what the inspectors find and to listen to complaints, though several people in the hall said that they had heard such promises before.",
    "The road up to the farm was washed away in places, so the crew carried their ladders and cables the rest of the way on foot, and only sat down when the last lamp in the valley came back on.",
    "Asked what comes next, the founder shrugged and said that the company would rather talk less about ideas and spend its days on the product, on the small things that people notice without knowing why.",
];
/// How many sentences in ten are such.
const ZH_PLAIN_SHARE: usize = 5;
const EN_PLAIN_SHARE: usize = 5;
const ZH_PLACES: [&str; 8] = ["江城", "云岭", "海宁港", "青石", "白沙", "临河", "安澜", "长宁州"];
const EN_PLACES: [&str; 8] =
    ["Ashford", "Lindale", "Port Mercer", "Granby", "Eastholm", "Millbrook", "Carrow", "Westbay"];
const ZH_NAMES: [&str; 8] = [
    "远山集团",
    "江城农商银行",
    "市供电公司",
    "云岭新材料股份有限公司",
    "省农科院",
    "青石水泥厂",
    "临河科技",
    "国家统计局",
];
const EN_NAMES: [&str; 8] = [
    "Ashford Motors Inc.",
    "the National Statistics Office",
    "Granby & Sons Ltd",
    "Northern Rail Group",
    "Mercer Bank",
    "the Lindale City Council",
    "Carrow Pharmaceuticals",
    "the European Grain Board",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Paragraphs in "zh" or "en" of at least so many characters, cut to exactly as many.
pub fn generated(lang: &str, characters: usize) -> String {
    let zh = lang == "zh";
    let mut random = Random(if zh { 7 } else { 11 });
    let mut text = String::from(if zh { "发布时间:2024-02-21\n" } else { "Published March 4, 2024\n" });
    let mut count = text.chars().count();
    while count < characters {
        let from = text.len();
        for sentence in 0..3 + random.below(4) {
            if sentence > 0 && !zh {
                text.push(' ');
            }
            let plain = random.below(10) < if zh { ZH_PLAIN_SHARE } else { EN_PLAIN_SHARE };
            let template = match (zh, plain) {
                (true, true) => ZH_PLAIN[random.below(12)],
                (true, false) => ZH[random.below(20)],
                (false, true) => EN_PLAIN[random.below(12)],
                (false, false) => EN[random.below(20)],
            };
            fill(template, zh, &mut random, &mut text);
        }
        text.push('\n');
        count += text[from..].chars().count();
    }
    text.chars().take(characters).collect()
}

fn fill(template: &str, zh: bool, random: &mut Random, out: &mut String) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        rest = after;
        match slot {
            "n" => out.push_str(&(20 + random.below(9_000)).to_string()),
            "d" => out.push_str(&format!("{}.{}", 1 + random.below(300), 1 + random.below(99))),
            "p" => out.push_str(&format!("{}.{}", random.below(90), 1 + random.below(9))),
            "y" => out.push_str(&(2015 + random.below(12)).to_string()),
            "m" => out.push_str(&(2 + random.below(10)).to_string()),
            "t" => out.push_str(&(1 + random.below(28)).to_string()),
            "month" => out.push_str(MONTHS[random.below(12)]),
            "o" => out.push_str(if zh { ZH_NAMES[random.below(8)] } else { EN_NAMES[random.below(8)] }),
            _ => out.push_str(if zh { ZH_PLACES[random.below(8)] } else { EN_PLACES[random.below(8)] }),
        }
    }
    out.push_str(rest);
}

/// A sequence that is the same every time (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_long_as_asked_and_without_slots() {
        for lang in ["zh", "en"] {
            let text = generated(lang, 20_000);
            assert_eq!(text.chars().count(), 20_000);
            assert!(!text.contains(['{', '}']));
            assert_eq!(text, generated(lang, 20_000));
        }
    }
}
