//! Names of feasts, commemorations and public holidays, in Chinese and English, with the rule of each.

use super::chinese::Words;
use crate::value::calendar::feast::{Feast, Rule};

const fn fixed(month: u8, day: u8) -> Feast {
    Feast { rule: Rule::Fixed(month, day), length: 1, schedule: None }
}
const fn of(rule: Rule) -> Feast {
    Feast { rule, length: 1, schedule: None }
}
const fn long(rule: Rule, length: u8) -> Feast {
    Feast { rule, length, schedule: None }
}
const fn scheduled(rule: Rule, schedule: u8) -> Feast {
    Feast { rule, length: 1, schedule: Some(schedule) }
}

/// 元旦.
pub const NEW_YEAR: Feast = scheduled(Rule::Fixed(1, 1), 0);
/// 春节.
pub const SPRING: Feast = scheduled(Rule::Lunar(1, 1), 1);
/// 清明.
pub const QINGMING: Feast = scheduled(Rule::Term(6), 2);
/// 五一.
pub const LABOUR: Feast = scheduled(Rule::Fixed(5, 1), 3);
/// 端午.
pub const DRAGON_BOAT: Feast = scheduled(Rule::Lunar(5, 5), 4);
/// 中秋.
pub const MID_AUTUMN: Feast = scheduled(Rule::Lunar(8, 15), 5);
/// 国庆.
pub const NATIONAL: Feast = scheduled(Rule::Fixed(10, 1), 6);

/// How a name may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Alone.
    Free,
    /// Only beside a year, or with a word after it that makes it a time: 假期, 期间, 节.
    Bound,
}

use Use::{Bound, Free};

/// Chinese names, longest first where one begins another.
pub static CHINESE: Words<(Feast, Use)> = Words::new(&[
    ("国庆中秋", (scheduled(Rule::Fixed(10, 1), 7), Bound)),
    ("中秋国庆", (scheduled(Rule::Fixed(10, 1), 7), Bound)),
    ("中秋和国庆", (scheduled(Rule::Fixed(10, 1), 7), Bound)),
    ("国庆和中秋", (scheduled(Rule::Fixed(10, 1), 7), Bound)),
    ("农历新年", (SPRING, Free)),
    ("农历春节", (SPRING, Free)),
    ("大年夜", (of(Rule::LunarEve), Free)),
    ("年三十", (of(Rule::LunarEve), Free)),
    ("除夕", (of(Rule::LunarEve), Free)),
    ("新春", (SPRING, Bound)),
    ("春节", (SPRING, Free)),
    ("元旦", (NEW_YEAR, Free)),
    ("元宵", (of(Rule::Lunar(1, 15)), Free)),
    ("清明", (QINGMING, Free)),
    ("寒食", (of(Rule::Term(5)), Bound)),
    ("劳动节", (LABOUR, Free)),
    ("五一", (LABOUR, Bound)),
    ("端午", (DRAGON_BOAT, Free)),
    ("七夕", (of(Rule::Lunar(7, 7)), Free)),
    ("中元", (of(Rule::Lunar(7, 15)), Bound)),
    ("中秋", (MID_AUTUMN, Free)),
    ("国庆", (NATIONAL, Bound)),
    ("十一", (NATIONAL, Bound)),
    ("重阳", (of(Rule::Lunar(9, 9)), Bound)),
    ("腊八", (of(Rule::Lunar(12, 8)), Bound)),
    ("三八", (fixed(3, 8), Bound)),
    ("妇女节", (fixed(3, 8), Free)),
    ("植树节", (fixed(3, 12), Free)),
    ("愚人节", (fixed(4, 1), Free)),
    ("青年节", (fixed(5, 4), Free)),
    ("五四", (fixed(5, 4), Bound)),
    ("儿童节", (fixed(6, 1), Free)),
    ("六一", (fixed(6, 1), Bound)),
    ("建党节", (fixed(7, 1), Free)),
    ("七一", (fixed(7, 1), Bound)),
    ("建军节", (fixed(8, 1), Free)),
    ("八一", (fixed(8, 1), Bound)),
    ("教师节", (fixed(9, 10), Free)),
    ("护士节", (fixed(5, 12), Free)),
    ("记者节", (fixed(11, 8), Free)),
    ("消费者权益日", (fixed(3, 15), Bound)),
    ("国家公祭日", (fixed(12, 13), Bound)),
    ("国家宪法日", (fixed(12, 4), Bound)),
    ("双十一", (fixed(11, 11), Free)),
    ("双十二", (fixed(12, 12), Free)),
    ("双十国庆", (fixed(10, 10), Free)),
    ("双十节", (fixed(10, 10), Free)),
    ("双11", (fixed(11, 11), Free)),
    ("双12", (fixed(12, 12), Free)),
    ("光棍节", (fixed(11, 11), Free)),
    ("情人节", (fixed(2, 14), Free)),
    ("母亲节", (of(Rule::Weekday(5, 7, 2, 0)), Free)),
    ("父亲节", (of(Rule::Weekday(6, 7, 3, 0)), Free)),
    ("感恩节", (of(Rule::Weekday(11, 4, 4, 0)), Free)),
    ("黑色星期五", (of(Rule::Weekday(11, 4, 4, 1)), Free)),
    ("万圣节", (fixed(10, 31), Free)),
    ("平安夜", (fixed(12, 24), Free)),
    ("圣诞", (fixed(12, 25), Free)),
    ("节礼日", (fixed(12, 26), Free)),
    ("复活节", (of(Rule::Easter(0)), Free)),
    ("耶稣受难日", (of(Rule::Easter(-2)), Free)),
    ("佛诞", (of(Rule::Lunar(4, 8)), Bound)),
    ("二二八", (fixed(2, 28), Bound)),
    ("回归纪念日", (fixed(7, 1), Bound)),
    ("斋月", (long(Rule::Hijri(9, 1), 30), Free)),
    ("开斋节", (of(Rule::Hijri(10, 1)), Free)),
    ("古尔邦节", (of(Rule::Hijri(12, 10)), Free)),
    ("宰牲节", (of(Rule::Hijri(12, 10)), Free)),
    ("赎罪日", (of(Rule::Hebrew(9)), Bound)),
    ("暑假", (long(Rule::Fixed(7, 1), 62), Free)),
    ("寒假", (long(Rule::Fixed(1, 20), 28), Free)),
    ("立春", (of(Rule::Term(2)), Free)),
    ("惊蛰", (of(Rule::Term(4)), Free)),
    ("春分", (of(Rule::Term(5)), Free)),
    ("谷雨", (of(Rule::Term(7)), Free)),
    ("立夏", (of(Rule::Term(8)), Free)),
    ("小满", (of(Rule::Term(9)), Bound)),
    ("芒种", (of(Rule::Term(10)), Free)),
    ("夏至", (of(Rule::Term(11)), Free)),
    ("小暑", (of(Rule::Term(12)), Bound)),
    ("大暑", (of(Rule::Term(13)), Bound)),
    ("立秋", (of(Rule::Term(14)), Free)),
    ("处暑", (of(Rule::Term(15)), Free)),
    ("白露", (of(Rule::Term(16)), Bound)),
    ("秋分", (of(Rule::Term(17)), Free)),
    ("寒露", (of(Rule::Term(18)), Free)),
    ("霜降", (of(Rule::Term(19)), Free)),
    ("立冬", (of(Rule::Term(20)), Free)),
    ("小雪", (of(Rule::Term(21)), Bound)),
    ("大雪", (of(Rule::Term(22)), Bound)),
    ("冬至", (of(Rule::Term(23)), Free)),
    ("小寒", (of(Rule::Term(0)), Bound)),
    ("大寒", (of(Rule::Term(1)), Bound)),
    ("雨水", (of(Rule::Term(3)), Bound)),
]);

/// English names in lower case, words parted by one space, apostrophes dropped; longest first where one begins another.
pub const ENGLISH: &[(&str, Feast)] = &[
    ("new years eve", fixed(12, 31)),
    ("new years day", NEW_YEAR_ENGLISH),
    ("new year eve", fixed(12, 31)),
    ("new year day", NEW_YEAR_ENGLISH),
    ("chinese new years", SPRING),
    ("chinese new year", SPRING),
    ("lunar new year", SPRING),
    ("spring festival", SPRING),
    ("mid-autumn festival", of(Rule::Lunar(8, 15))),
    ("dragon boat festival", of(Rule::Lunar(5, 5))),
    ("lantern festival", of(Rule::Lunar(1, 15))),
    ("valentines day", fixed(2, 14)),
    ("martin luther king jr day", of(Rule::Weekday(1, 1, 3, 0))),
    ("martin luther king day", of(Rule::Weekday(1, 1, 3, 0))),
    ("mlk day", of(Rule::Weekday(1, 1, 3, 0))),
    ("presidents day", of(Rule::Weekday(2, 1, 3, 0))),
    ("groundhog day", fixed(2, 2)),
    ("st patricks day", fixed(3, 17)),
    ("st. patricks day", fixed(3, 17)),
    ("april fools day", fixed(4, 1)),
    ("earth day", fixed(4, 22)),
    ("may day", fixed(5, 1)),
    ("anzac day", fixed(4, 25)),
    ("mothers day", of(Rule::Weekday(5, 7, 2, 0))),
    ("fathers day", of(Rule::Weekday(6, 7, 3, 0))),
    ("memorial day", of(Rule::Weekday(5, 1, -1, 0))),
    ("flag day", fixed(6, 14)),
    ("juneteenth", fixed(6, 19)),
    ("independence day", fixed(7, 4)),
    ("fourth of july", fixed(7, 4)),
    ("bastille day", fixed(7, 14)),
    ("canada day", fixed(7, 1)),
    ("labor day", of(Rule::Weekday(9, 1, 1, 0))),
    ("labour day", of(Rule::Weekday(9, 1, 1, 0))),
    ("columbus day", of(Rule::Weekday(10, 1, 2, 0))),
    ("halloween", fixed(10, 31)),
    ("guy fawkes night", fixed(11, 5)),
    ("bonfire night", fixed(11, 5)),
    ("veterans day", fixed(11, 11)),
    ("veteran day", fixed(11, 11)),
    ("remembrance day", fixed(11, 11)),
    ("armistice day", fixed(11, 11)),
    ("remembrance sunday", of(Rule::Weekday(11, 7, 2, 0))),
    ("thanksgiving day", of(Rule::Weekday(11, 4, 4, 0))),
    ("thanksgiving", of(Rule::Weekday(11, 4, 4, 0))),
    ("black friday", of(Rule::Weekday(11, 4, 4, 1))),
    ("cyber monday", of(Rule::Weekday(11, 4, 4, 4))),
    ("singles day", fixed(11, 11)),
    ("christmas eve", fixed(12, 24)),
    ("christmas day", fixed(12, 25)),
    ("christmas", fixed(12, 25)),
    ("xmas", fixed(12, 25)),
    ("boxing day", fixed(12, 26)),
    ("hogmanay", fixed(12, 31)),
    ("orthodox easter", of(Rule::OrthodoxEaster(0))),
    ("orthodox good friday", of(Rule::OrthodoxEaster(-2))),
    ("ash wednesday", of(Rule::Easter(-46))),
    ("palm sunday", of(Rule::Easter(-7))),
    ("maundy thursday", of(Rule::Easter(-3))),
    ("good friday", of(Rule::Easter(-2))),
    ("easter sunday", of(Rule::Easter(0))),
    ("easter monday", of(Rule::Easter(1))),
    ("easter", of(Rule::Easter(0))),
    ("ascension day", of(Rule::Easter(39))),
    ("pentecost", of(Rule::Easter(49))),
    ("whit monday", of(Rule::Easter(50))),
    ("early may bank holiday", of(Rule::Weekday(5, 1, 1, 0))),
    ("spring bank holiday", of(Rule::Weekday(5, 1, -1, 0))),
    ("late summer bank holiday", of(Rule::Weekday(8, 1, -1, 0))),
    ("summer bank holiday", of(Rule::Weekday(8, 1, -1, 0))),
    ("august bank holiday", of(Rule::Weekday(8, 1, -1, 0))),
    ("islamic new year", of(Rule::Hijri(1, 1))),
    ("ashura", of(Rule::Hijri(1, 10))),
    ("ramadan", long(Rule::Hijri(9, 1), 30)),
    ("eid al-fitr", of(Rule::Hijri(10, 1))),
    ("eid al-adha", of(Rule::Hijri(12, 10))),
    ("rosh hashanah", long(Rule::Hebrew(0), 2)),
    ("rosh hashana", long(Rule::Hebrew(0), 2)),
    ("yom kippur", of(Rule::Hebrew(9))),
    ("sukkot", long(Rule::Hebrew(14), 7)),
    ("hanukkah", long(Rule::Hanukkah, 8)),
    ("chanukah", long(Rule::Hanukkah, 8)),
];

const NEW_YEAR_ENGLISH: Feast = fixed(1, 1);
