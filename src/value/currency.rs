//! Currencies by name and symbol, with ISO 4217 codes.
//!
//! Sources: ISO 4217 (SIX, list one), the Chinese names of 国家外汇管理局's table of currencies and of everyday use, CLDR 45
//! for symbols.

use crate::order;
use crate::text::names::Names;
use std::sync::LazyLock;

/// A name or a sign of a currency or of its hundredth part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    /// As written: folded; English in lower case and singular.
    pub name: &'static str,
    /// ISO 4217 code; the first guess where the name is shared (`dollar`, `¥`).
    pub code: &'static str,
    /// The power of ten by which it is smaller than the currency itself: 1 for 角, 2 for 分 and `cent`.
    pub places: i32,
}

const fn c(name: &'static str, code: &'static str) -> Currency {
    Currency { name, code, places: 0 }
}

const fn part(name: &'static str, code: &'static str, places: i32) -> Currency {
    Currency { name, code, places }
}

/// Chinese names that follow an amount.
pub static CHINESE: &[Currency] = &[
    c("元", "CNY"),
    c("元人民币", "CNY"),
    c("元日币", "JPY"),
    c("元港币", "HKD"),
    c("元美金", "USD"),
    c("元台币", "TWD"),
    c("元整", "CNY"),
    c("圆", "CNY"),
    c("圆整", "CNY"),
    c("元钱", "CNY"),
    c("人民币", "CNY"),
    c("块", "CNY"),
    c("块钱", "CNY"),
    part("角", "CNY", 1),
    part("角钱", "CNY", 1),
    part("毛", "CNY", 1),
    part("毛钱", "CNY", 1),
    part("分钱", "CNY", 2),
    c("美元", "USD"),
    c("美金", "USD"),
    c("美刀", "USD"),
    part("美分", "USD", 2),
    c("欧元", "EUR"),
    part("欧分", "EUR", 2),
    c("英镑", "GBP"),
    part("便士", "GBP", 2),
    c("日元", "JPY"),
    c("日圆", "JPY"),
    c("日币", "JPY"),
    c("円", "JPY"),
    c("港元", "HKD"),
    c("港币", "HKD"),
    c("港纸", "HKD"),
    c("港圆", "HKD"),
    c("蚊", "HKD"),
    part("仙", "HKD", 2),
    part("毫", "HKD", 1),
    part("毫子", "HKD", 1),
    part("港仙", "HKD", 2),
    c("澳门元", "MOP"),
    c("澳门币", "MOP"),
    c("新台币", "TWD"),
    c("元新台币", "TWD"),
    c("台币", "TWD"),
    c("韩元", "KRW"),
    c("韩圆", "KRW"),
    c("韩币", "KRW"),
    c("卢比", "INR"),
    c("印度卢比", "INR"),
    c("巴基斯坦卢比", "PKR"),
    c("斯里兰卡卢比", "LKR"),
    c("卢布", "RUB"),
    c("俄罗斯卢布", "RUB"),
    c("澳元", "AUD"),
    c("澳币", "AUD"),
    c("澳大利亚元", "AUD"),
    c("加元", "CAD"),
    c("加币", "CAD"),
    c("加拿大元", "CAD"),
    c("新西兰元", "NZD"),
    c("纽元", "NZD"),
    c("新元", "SGD"),
    c("新币", "SGD"),
    c("星元", "SGD"),
    c("星币", "SGD"),
    c("新加坡元", "SGD"),
    c("坡币", "SGD"),
    c("瑞士法郎", "CHF"),
    c("瑞郎", "CHF"),
    c("法郎", "CHF"),
    c("非洲法郎", "XOF"),
    c("西非法郎", "XOF"),
    c("中非法郎", "XAF"),
    c("泰铢", "THB"),
    c("铢", "THB"),
    c("林吉特", "MYR"),
    c("令吉", "MYR"),
    c("马币", "MYR"),
    c("印尼盾", "IDR"),
    c("印尼卢比", "IDR"),
    c("越南盾", "VND"),
    c("菲律宾比索", "PHP"),
    c("比索", "PHP"),
    c("墨西哥比索", "MXN"),
    c("阿根廷比索", "ARS"),
    c("智利比索", "CLP"),
    c("雷亚尔", "BRL"),
    c("巴西雷亚尔", "BRL"),
    c("里亚尔", "SAR"),
    c("沙特里亚尔", "SAR"),
    c("伊朗里亚尔", "IRR"),
    c("卡塔尔里亚尔", "QAR"),
    c("迪拉姆", "AED"),
    c("阿联酋迪拉姆", "AED"),
    c("第纳尔", "KWD"),
    c("科威特第纳尔", "KWD"),
    c("伊拉克第纳尔", "IQD"),
    c("新谢克尔", "ILS"),
    c("谢克尔", "ILS"),
    c("兰特", "ZAR"),
    c("南非兰特", "ZAR"),
    c("里拉", "TRY"),
    c("土耳其里拉", "TRY"),
    c("瑞典克朗", "SEK"),
    c("挪威克朗", "NOK"),
    c("丹麦克朗", "DKK"),
    c("捷克克朗", "CZK"),
    c("克朗", "SEK"),
    c("兹罗提", "PLN"),
    c("福林", "HUF"),
    c("格里夫纳", "UAH"),
    c("坚戈", "KZT"),
    c("苏姆", "UZS"),
    c("索姆", "KGS"),
    c("图格里克", "MNT"),
    c("缅元", "MMK"),
    c("缅币", "MMK"),
    c("基普", "LAK"),
    c("瑞尔", "KHR"),
    c("塔卡", "BDT"),
    c("奈拉", "NGN"),
    c("先令", "KES"),
    c("肯尼亚先令", "KES"),
    c("埃及镑", "EGP"),
    c("苏丹镑", "SDG"),
    c("黎巴嫩镑", "LBP"),
    c("叙利亚镑", "SYP"),
    c("列伊", "RON"),
    c("列弗", "BGN"),
    c("拉里", "GEL"),
    c("比特币", "XBT"),
];

/// English names that follow an amount.
pub static ENGLISH: &[Currency] = &[
    c("dollar", "USD"),
    c("us dollar", "USD"),
    c("american dollar", "USD"),
    c("buck", "USD"),
    part("cent", "USD", 2),
    part("us cent", "USD", 2),
    part("sen", "MYR", 2),
    part("singapore cent", "SGD", 2),
    c("euro", "EUR"),
    part("euro cent", "EUR", 2),
    c("pound", "GBP"),
    c("british pound", "GBP"),
    c("pound sterling", "GBP"),
    c("sterling", "GBP"),
    part("pence", "GBP", 2),
    part("penny", "GBP", 2),
    c("yuan", "CNY"),
    c("chinese yuan", "CNY"),
    c("renminbi", "CNY"),
    c("yuan renminbi", "CNY"),
    c("rmb", "CNY"),
    part("jiao", "CNY", 1),
    c("yen", "JPY"),
    c("japanese yen", "JPY"),
    c("hong kong dollar", "HKD"),
    c("taiwan dollar", "TWD"),
    c("new taiwan dollar", "TWD"),
    c("australian dollar", "AUD"),
    c("canadian dollar", "CAD"),
    c("new zealand dollar", "NZD"),
    c("singapore dollar", "SGD"),
    c("jamaican dollar", "JMD"),
    c("won", "KRW"),
    c("korean won", "KRW"),
    c("south korean won", "KRW"),
    c("rupee", "INR"),
    c("indian rupee", "INR"),
    c("pakistani rupee", "PKR"),
    c("rupiah", "IDR"),
    c("ringgit", "MYR"),
    c("malaysian ringgit", "MYR"),
    c("baht", "THB"),
    c("thai baht", "THB"),
    c("dong", "VND"),
    c("peso", "PHP"),
    c("philippine peso", "PHP"),
    c("mexican peso", "MXN"),
    c("argentine peso", "ARS"),
    c("real", "BRL"),
    c("reais", "BRL"),
    c("brazilian real", "BRL"),
    c("rand", "ZAR"),
    c("swiss franc", "CHF"),
    c("franc", "CHF"),
    c("french franc", "FRF"),
    c("cfa franc", "XOF"),
    c("deutsche mark", "DEM"),
    c("german mark", "DEM"),
    c("mark", "DEM"),
    c("deutschemark", "DEM"),
    c("finnish markka", "FIM"),
    c("lire", "ITL"),
    c("peseta", "ESP"),
    c("guilder", "NLG"),
    c("dutch guilder", "NLG"),
    c("tugrik", "MNT"),
    c("tughrik", "MNT"),
    c("malaysia ringgit", "MYR"),
    c("ruble", "RUB"),
    c("rouble", "RUB"),
    c("russian ruble", "RUB"),
    c("lira", "TRY"),
    c("turkish lira", "TRY"),
    c("krona", "SEK"),
    c("kronor", "SEK"),
    c("swedish krona", "SEK"),
    c("swedish kronor", "SEK"),
    c("norwegian krone", "NOK"),
    c("norwegian kroner", "NOK"),
    c("danish krone", "DKK"),
    c("danish kroner", "DKK"),
    c("kroner", "NOK"),
    c("krone", "NOK"),
    c("zloty", "PLN"),
    c("forint", "HUF"),
    c("koruna", "CZK"),
    c("hryvnia", "UAH"),
    c("shekel", "ILS"),
    c("dirham", "AED"),
    c("riyal", "SAR"),
    c("saudi riyal", "SAR"),
    c("rial", "IRR"),
    c("dinar", "KWD"),
    c("kuwaiti dinar", "KWD"),
    c("iraqi dinar", "IQD"),
    c("egyptian pound", "EGP"),
    c("lebanese pound", "LBP"),
    c("taka", "BDT"),
    c("naira", "NGN"),
    c("cedi", "GHS"),
    c("kenyan shilling", "KES"),
    c("shilling", "KES"),
    c("tenge", "KZT"),
    c("lari", "GEL"),
    c("georgian lari", "GEL"),
    c("leu", "RON"),
    c("lev", "BGN"),
    c("kina", "PGK"),
    c("vatu", "VUV"),
    c("pa'anga", "TOP"),
    c("bitcoin", "XBT"),
];

/// Signs and words that stand before an amount; longer ones first wins.
pub static SIGNS: &[Currency] = &[
    c("$", "USD"),
    c("US$", "USD"),
    c("U.S.$", "USD"),
    c("US $", "USD"),
    c("$US", "USD"),
    c("USD$", "USD"),
    c("HK$", "HKD"),
    c("HK $", "HKD"),
    c("HKD$", "HKD"),
    c("MOP$", "MOP"),
    c("B$", "BND"),
    c("KSh", "KES"),
    c("Ksh", "KES"),
    c("Sh", "KES"),
    c("TSh", "TZS"),
    c("USh", "UGX"),
    c("GH₵", "GHS"),
    c("GH¢", "GHS"),
    c("Tk", "BDT"),
    c("Tk ", "BDT"),
    c("Php", "PHP"),
    c("Php ", "PHP"),
    c("NT$", "TWD"),
    c("NT $", "TWD"),
    c("A$", "AUD"),
    c("AU$", "AUD"),
    c("AUD$", "AUD"),
    c("$A", "AUD"),
    c("C$", "CAD"),
    c("CA$", "CAD"),
    c("CAD$", "CAD"),
    c("CDN$", "CAD"),
    c("NZ$", "NZD"),
    c("NZ $", "NZD"),
    c("S$", "SGD"),
    c("SG$", "SGD"),
    c("R$", "BRL"),
    c("MX$", "MXN"),
    c("J$", "JMD"),
    c("Jamaican $", "JMD"),
    c("FJ$", "FJD"),
    c("€", "EUR"),
    c("£", "GBP"),
    c("¥", "CNY"),
    c("CN¥", "CNY"),
    c("RMB¥", "CNY"),
    c("JP¥", "JPY"),
    c("₩", "KRW"),
    c("₹", "INR"),
    c("Rs", "INR"),
    c("Rs.", "INR"),
    c("₽", "RUB"),
    c("₺", "TRY"),
    c("₪", "ILS"),
    c("₫", "VND"),
    c("฿", "THB"),
    c("₱", "PHP"),
    c("₦", "NGN"),
    c("₴", "UAH"),
    c("₸", "KZT"),
    c("₿", "XBT"),
    c("RM", "MYR"),
    c("Rp", "IDR"),
    c("Rp.", "IDR"),
    c("RMB", "CNY"),
    c("Fr.", "CHF"),
    c("zł", "PLN"),
    c("NKr", "NOK"),
    c("SKr", "SEK"),
    c("DKr", "DKK"),
    c("Rmb", "CNY"),
    c("NZD$", "NZD"),
    c("MXN$", "MXN"),
    c("SGD$", "SGD"),
    c("NTD$", "TWD"),
    c("人民币", "CNY"),
    c("人民币:", "CNY"),
    c("美元", "USD"),
    c("美金", "USD"),
    c("港币", "HKD"),
    c("港元", "HKD"),
    c("新台币", "TWD"),
    c("台币", "TWD"),
    c("欧元", "EUR"),
    c("英镑", "GBP"),
    c("日元", "JPY"),
    c("澳门币", "MOP"),
    c("新币", "SGD"),
];

/// ISO 4217 codes in use, for amounts that name the code itself (`USD 5m`, 300万USD).
pub static CODES: &[&str] = &[
    "AED", "ARS", "AUD", "BDT", "BGN", "BRL", "CAD", "CHF", "CLP", "CNH", "CNY", "COP", "CZK", "DEM", "DKK",
    "EGP", "EUR", "FJD", "FRF", "GBP", "GEL", "GHS", "HKD", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK",
    "JMD", "JOD", "JPY", "KES", "KRW", "KWD", "KZT", "LBP", "LKR", "MAD", "MMK", "MNT", "MOP", "MXN", "MYR",
    "NGN", "NOK", "NPR", "NZD", "OMR", "PEN", "PGK", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR",
    "SBD", "SEK", "SGD", "THB", "TOP", "TRY", "TWD", "TZS", "UAH", "UGX", "USD", "UZS", "VND", "VUV", "WST",
    "XAF", "XOF", "ZAR", "ZMW", "BHD", "TND",
];

type Table = Vec<(Vec<char>, Currency)>;

fn table(rows: &[Currency]) -> Table {
    let mut table: Table = rows.iter().map(|row| (row.name.chars().collect(), *row)).collect();
    order::by_key(&mut table, |row| core::cmp::Reverse(row.0.len()));
    table
}

static CHINESE_NAMES: LazyLock<(Vec<Currency>, Names)> = LazyLock::new(|| {
    let mut rows = CHINESE.to_vec();
    let names = Names::new(&mut rows, |row| row.name);
    (rows, names)
});
static SIGN_TABLE: LazyLock<Table> = LazyLock::new(|| table(SIGNS));

/// The Chinese currency name at a position of folded text, and where it ends.
pub fn chinese_at(chars: &[char], at: usize) -> Option<(Currency, usize)> {
    // 2500万元整修球场: 整 begins the next word.
    if let ['元', '整', '修' | '治' | '建' | '理' | '合' | '改' | '体' | '个' | '顿' | '形', ..] =
        chars.get(at..)?
    {
        return Some((c("元", "CNY"), at + 1));
    }
    let (rows, names) = &*CHINESE_NAMES;
    let (place, end) = names.longest(chars, at)?;
    rows.get(place).map(|row| (*row, end))
}

/// The sign or word before an amount whose number begins at `end` (spaces between them are allowed), and where the sign
/// begins.
pub fn sign_before(chars: &[char], end: usize) -> Option<(Currency, usize)> {
    let mut stop = end;
    while stop > 0 && end - stop < 2 && matches!(chars.get(stop - 1), Some(' ')) {
        stop -= 1;
    }
    let head = chars.get(..stop)?;
    let last = *head.last()?;
    if last.is_ascii_digit() {
        return None;
    }
    let found = SIGN_TABLE.iter().find(|row| row.0.last() == Some(&last) && head.ends_with(&row.0));
    let word = |start: usize| start == 0 || !chars.get(start - 1).is_some_and(|c| c.is_ascii_alphanumeric());
    if let Some((name, currency)) = found {
        let start = stop - name.len();
        let starts_with_letter = name.first().is_some_and(char::is_ascii_alphabetic);
        // 4人民币5美元, 3 GBP 1 pence: the word belongs to the number before it.
        let follows = head.get(..start).unwrap_or_default().iter().rev().find(|c| **c != ' ');
        if currency.name.chars().count() > 1
            && follows.is_some_and(|c| c.is_ascii_digit() || matches!(c, '万' | '亿'))
        {
            return None;
        }
        // XX$5: the letters before a dollar sign that we do not know are still no reason to drop the sign.
        if !starts_with_letter || word(start) {
            return Some((*currency, start));
        }
        if last == '$' {
            return Some((c("$", "USD"), stop - 1));
        }
        return None;
    }
    if !last.is_ascii_uppercase() {
        return None;
    }
    let start = stop.checked_sub(3)?;
    let code: String = head.get(start..)?.iter().collect();
    // TOP 10 is a rank, no sum in Tonga.
    let code = CODES.iter().find(|known| **known == code && code != "TOP")?;
    let follows = head.get(..start)?.iter().rev().find(|c| **c != ' ').is_some_and(char::is_ascii_digit);
    (word(start) && !follows).then_some((c(code, code), start))
}

/// The ISO code at a position (a space before it is allowed), and where it ends.
pub fn code_at(chars: &[char], at: usize) -> Option<(Currency, usize)> {
    let at = if chars.get(at) == Some(&' ') { at + 1 } else { at };
    if !chars.get(at).is_some_and(char::is_ascii_uppercase) {
        return None;
    }
    let code: String = chars.get(at..at + 3)?.iter().collect();
    let code = if code == "RMB" { "CNY" } else { CODES.iter().find(|known| **known == code)? };
    let goes_on = chars.get(at + 3).is_some_and(|c| c.is_ascii_alphanumeric());
    (!goes_on).then_some((c(code, code), at + 3))
}

/// The English currency name at a position, and where it ends: up to three words, plural or singular.
pub fn english_at(chars: &[char], at: usize) -> Option<(Currency, usize)> {
    let mut folded = String::with_capacity(24);
    let mut best = None;
    let mut i = at;
    for n in 0..3 {
        if n > 0 {
            if !matches!(chars.get(i), Some(' ' | '-')) {
                break;
            }
            folded.push(' ');
            i += 1;
        }
        let from = i;
        while let Some(c) = chars.get(i).filter(|c| c.is_ascii_alphabetic() || **c == '.' && i < from + 4) {
            if *c != '.' {
                folded.push(c.to_ascii_lowercase());
            }
            i += 1;
            if i - from > 16 {
                return best;
            }
        }
        if i == from {
            break;
        }
        let singular = folded.strip_suffix('s').unwrap_or(&folded);
        if let Some(row) = ENGLISH.iter().find(|row| row.name == singular || row.name == folded) {
            let end = if chars.get(i - 1) == Some(&'.') { i - 1 } else { i };
            best = Some((*row, end));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn names_after_an_amount() {
        for (text, code, end) in
            [("元/吨", "CNY", 1), ("元人民币", "CNY", 4), ("美元", "USD", 2), ("瑞士法郎", "CHF", 4)]
        {
            let (found, stop) = chinese_at(&chars(text), 0).unwrap();
            assert_eq!((found.code, stop), (code, end), "{text}");
        }
        for (text, code, end) in [
            ("US dollars a day", "USD", 10),
            ("U.S. dollars", "USD", 12),
            ("Georgian lari", "GEL", 13),
            ("pence", "GBP", 5),
        ] {
            let (found, stop) = english_at(&chars(text), 0).unwrap();
            assert_eq!((found.code, stop), (code, end), "{text}");
        }
    }

    #[test]
    fn signs_before_an_amount() {
        for (text, code, start) in [
            ("of US$", "USD", 3),
            ("£", "GBP", 0),
            ("HKD ", "HKD", 0),
            ("值人民币", "CNY", 1),
            ("RM", "MYR", 0),
        ] {
            let chars = chars(text);
            let (found, from) = sign_before(&chars, chars.len()).unwrap();
            assert_eq!((found.code, from), (code, start), "{text}");
        }
        assert!(sign_before(&chars("FARM"), 4).is_none());
    }
}
