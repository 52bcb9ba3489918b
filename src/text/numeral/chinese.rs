//! Chinese numerals: 一千二百, 廿五, 壹佰, 二〇二四, 3千5百, 4.04万, 三点五, 数百万, 三四十.

use super::{Form, Numeral, digits};
use crate::value::decimal::Decimal;

/// The value of a Chinese digit, plain or formal; 两 is 2.
pub fn digit(c: char) -> Option<i64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten of 十 百 千, plain or formal.
pub fn small_unit(c: char) -> Option<i32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// The power of ten of 万 亿 兆.
pub fn large_unit(c: char) -> Option<i32> {
    Some(match c {
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// True for the formal characters that are ordinary words by themselves (大陆, 队伍, 收拾).
fn formal(c: char) -> bool {
    matches!(c, '壹' | '贰' | '叁' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖' | '拾' | '佰' | '仟')
}

/// True where 千 百 兆 begin a unit's name (千瓦, 百帕, 兆赫) and do not multiply.
fn prefix_of_unit(c: char, next: char) -> bool {
    match c {
        '千' => {
            matches!(next, '瓦' | '克' | '米' | '卡' | '赫' | '伏' | '帕' | '焦' | '安' | '升' | '比' | '牛')
        }
        '百' => next == '帕',
        '兆' => matches!(next, '瓦' | '赫' | '字' | '比' | '帕' | '焦' | '伏' | '欧'),
        _ => false,
    }
}

/// A number and the upper end that it may have.
#[derive(Clone, Copy)]
struct Pair(Decimal, Decimal);

impl Pair {
    const ZERO: Self = Self(Decimal::ZERO, Decimal::ZERO);
    const ONE: Self = Self(Decimal::ONE, Decimal::ONE);

    fn of(n: i64) -> Self {
        Self(n.into(), n.into())
    }
    fn add(self, other: Self) -> Option<Self> {
        Some(Self(self.0.checked_add(other.0)?, self.1.checked_add(other.1)?))
    }
    fn shift(self, exponent: i32) -> Option<Self> {
        Some(Self(self.0.shift(exponent)?, self.1.shift(exponent)?))
    }
}

/// What the numeral amounts to so far: `total + section + current`.
struct Reader<'a> {
    chars: &'a [char],
    i: usize,
    /// What 万 and 亿 have closed.
    total: Pair,
    /// What 十 百 千 have closed since.
    section: Pair,
    /// A digit or a number in digits that no unit has closed yet.
    current: Option<Pair>,
    /// The last power of ten within the section, and the last of the large ones; `i32::MAX` before the first.
    small: i32,
    large: i32,
    /// The power of ten of the unit that stands directly before `current`: 一万五 is 15000.
    before: Option<i32>,
    approx: bool,
    mixed: bool,
}

/// Reads a Chinese numeral, or digits with or without Chinese multipliers.
///
/// A vague one has an upper end: 数百 is 100 to 1000, 十几 is 10 to 20, 三四十 is 30 to 40. 几 alone is 1 to 10; 数 counts
/// only before 十 百 千 万 亿 (数据 is none). A single formal character is no numeral.
pub fn chinese(chars: &[char], at: usize) -> Option<Numeral> {
    let mut r = Reader {
        chars,
        i: at,
        total: Pair::ZERO,
        section: Pair::ZERO,
        current: None,
        small: i32::MAX,
        large: i32::MAX,
        before: None,
        approx: false,
        mixed: false,
    };
    let first = r.peek(0);
    let bare = large_unit(first).is_some() || small_unit(first).is_some_and(|e| e > 1);
    if let Some(string) = r.digit_string() {
        return string;
    }
    while r.step(at, bare)? {}
    if r.i == at || (r.i == at + 1 && formal(first)) {
        return None;
    }
    // 00 万: a space before a multiplier that multiplies nothing is not the numeral's.
    let end = r.i - usize::from(chars.get(r.i.wrapping_sub(1)) == Some(&' '));
    let Pair(value, max) = r.finish()?;
    let form = if !r.mixed {
        Form::Han
    } else if chars.get(at..end)?.iter().any(|c| !c.is_ascii()) {
        Form::Mixed
    } else {
        Form::Digits
    };
    let max = (max != value).then_some(max);
    Some(Numeral { value, max, approx: r.approx || max.is_some(), bare, ordinal: false, end, form })
}

impl Reader<'_> {
    fn peek(&self, k: usize) -> char {
        self.chars.get(self.i + k).copied().unwrap_or('\0')
    }

    /// How many Chinese digits stand here; more than eight are an identifier. 两 behind a digit is the weight (二两).
    fn run(&self) -> usize {
        let rest = self.chars.get(self.i..).unwrap_or_default();
        let digits = rest.iter().take(9).take_while(|&&c| digit(c).is_some()).count();
        let weight = (1..digits).find(|&k| rest[k] == '两' && rest[k - 1] != '一');
        weight.unwrap_or(digits)
    }

    /// 二〇二四, 三六五: digits read one by one. Two that follow each other (三四) are a vague number instead.
    fn digit_string(&mut self) -> Option<Option<Numeral>> {
        let run = self.run();
        if run < 2 || (run == 2 && self.vague(self.peek(0), self.peek(1)).is_some()) {
            return None;
        }
        if run > 8 || small_unit(self.peek(run)).is_some() {
            // 一二百: the first is no part of the number.
            return Some(None);
        }
        let slice = self.chars.get(self.i..self.i + run)?;
        let value = slice.iter().try_fold(0i64, |n, &c| Some(n * 10 + digit(c)?))?;
        Some(Some(Numeral::exact(value.into(), self.i + run, Form::HanDigits)))
    }

    /// 三四, 七八, 一两, 三五: from one to the other.
    fn vague(&self, a: char, b: char) -> Option<Pair> {
        let (low, high) = (digit(a)?, digit(b)?);
        (low > 0 && (low + 1 == high || (low, high) == (3, 5))).then(|| Pair(low.into(), high.into()))
    }

    /// Takes the next piece; false at the end of the numeral, nothing on overflow.
    fn step(&mut self, at: usize, bare: bool) -> Option<bool> {
        let (c, next) = (self.peek(0), self.peek(1));
        let start = self.i == at;
        if c.is_ascii_digit() {
            return self.ascii(start);
        }
        if digit(c).is_some() {
            return self.han_digits(start || !bare);
        }
        match c {
            // 參萬, 貳佰參拾: the formal three, which is a word of its own elsewhere
            '参' if self.current.is_none() && matches!(next, '拾' | '佰' | '仟' | '万') => {
                (self.current, self.before) = (Some(Pair::of(3)), None);
                self.i += 1;
            }
            '几' if self.current.is_none() && (start || self.before == Some(1)) => {
                self.current = Some(Pair(if start { 1 } else { 0 }.into(), 10.into()));
                self.i += 1;
            }
            '数' if start && (small_unit(next).is_some() || large_unit(next).is_some()) => {
                self.current = Some(Pair(1.into(), 10.into()));
                self.i += 1;
            }
            '廿' | '卅' if start => {
                self.section = Pair::of(if c == '廿' { 20 } else { 30 });
                (self.small, self.before) = (1, Some(1));
                self.i += 1;
            }
            ' ' if self.mixed && self.current.is_some() && large_unit(next).is_some() => self.i += 1,
            ' ' if self.mixed && self.current.is_none() && self.smaller_follows() => self.i += 1,
            '多' | '余' | '来' if !start && matches!(next, '万' | '亿') => {
                self.approx = true;
                self.i += 1;
            }
            '点' if !self.mixed && !start && digit(next).is_some() => return self.decimals(),
            _ if small_unit(c).is_some() => return self.small_unit(c, next),
            _ if large_unit(c).is_some() => return self.large_unit(c, next),
            _ => return Some(false),
        }
        Some(true)
    }

    /// Digits: at the start, or after a unit where a smaller one follows (3千5百, 1亿2000万).
    fn ascii(&mut self, start: bool) -> Option<bool> {
        if self.current.is_some() || !(start || self.mixed && self.before.is_some()) {
            return Some(false);
        }
        let number = digits(self.chars, self.i);
        let Some(number) = number else { return if start { None } else { Some(false) } };
        if !start {
            let gap = usize::from(self.chars.get(number.end) == Some(&' '));
            let after = self.chars.get(number.end + gap).copied().unwrap_or('\0');
            let unit = if gap == 0 || large_unit(after).is_some() { after } else { ' ' };
            // 1亿7,000余万
            let more = self.chars.get(number.end + 1).copied().unwrap_or('\0');
            let unit = if matches!(unit, '多' | '余') && large_unit(more).is_some() { more } else { unit };
            let power = small_unit(unit).or(large_unit(unit));
            if self.last_digit(&number) {
                let power = self.before? - 1;
                (self.current, self.before) = (Some(Pair::of(number.value.to_i64()?).shift(power)?), None);
                self.i = number.end;
                return Some(true);
            }
            if power.is_none() && self.rest_in_digits(&number, unit) {
                self.current = Some(Pair(number.value, number.value));
                (self.before, self.i) = (None, number.end);
                return Some(true);
            }
            if power.is_none_or(|e| self.before.is_none_or(|b| e >= b)) {
                return Some(false);
            }
        }
        self.mixed = true;
        self.current = Some(Pair(number.value, number.value));
        self.before = None;
        self.i = number.end;
        Some(true)
    }

    /// 12 億 5,000 萬元: after the space digits with a smaller multiplier.
    fn smaller_follows(&self) -> bool {
        let Some(number) = digits(self.chars, self.i + 1) else { return false };
        let gap = usize::from(self.chars.get(number.end) == Some(&' '));
        let unit = self.chars.get(number.end + gap).copied().unwrap_or('\0');
        large_unit(unit).is_some_and(|e| self.before.is_some_and(|b| e < b))
    }

    /// 14萬3,652人次: the four digits below 萬. A year behind it (20万2024年) is a number of its own.
    fn rest_in_digits(&self, number: &Numeral, next: char) -> bool {
        let places =
            self.chars.get(self.i..number.end).unwrap_or_default().iter().filter(|c| c.is_ascii_digit());
        self.before == Some(4)
            && places.count() == 4
            && number.value.integer().is_some()
            && (next.is_alphabetic() || matches!(next, '%' | ' ' | '\0'))
            && !next.is_ascii()
            && !matches!(next, '年' | '月' | '日' | '号')
    }

    /// 2万5起, 3万2。: the digit counts thousands, where nothing else can be meant by it.
    fn last_digit(&self, number: &Numeral) -> bool {
        let after = |k: usize| self.chars.get(number.end + k).copied().unwrap_or('\0');
        let closes =
            |c: char| matches!(c, '\0' | ' ' | ',' | '。' | '、' | ';' | ')' | '」' | '”' | '!' | '?' | '(');
        let ends = closes(after(0)) && !(after(0) == ',' && after(1).is_ascii_digit());
        self.before == Some(4)
            && number.end == self.i + 1
            && !number.value.is_zero()
            && (ends || after(0) == '起' && closes(after(1)))
    }

    fn han_digits(&mut self, allowed: bool) -> Option<bool> {
        if !allowed || self.current.is_some() || self.mixed && self.before.is_none() {
            return Some(false);
        }
        let run = self.run();
        let zeros = (0..run).take_while(|&k| digit(self.peek(k)) == Some(0)).count();
        if zeros == run {
            // 零 by itself, or 一百零 with nothing after it.
            if self.before.is_some() && run == 1 && small_unit(self.peek(1)).is_some() {
                // 一千零十二
                self.before = None;
                self.i += 1;
                return Some(true);
            }
            if self.before.is_some() || run > 1 {
                return Some(false);
            }
            self.current = Some(Pair::ZERO);
            self.i += 1;
            return Some(true);
        }
        let (a, b) = (self.peek(zeros), self.peek(zeros + 1));
        // 两万两: the weight; 一万二 ends in 二.
        let multiplied = small_unit(b).or(large_unit(b)).is_some();
        if a == '两' && run == 1 && self.before.is_some() && !multiplied {
            return Some(false);
        }
        self.current = Some(match run - zeros {
            1 => Pair::of(digit(a)?),
            2 => match self.vague(a, b) {
                Some(pair) => pair,
                None => return Some(false),
            },
            _ => return Some(false),
        });
        if zeros > 0 || run > 1 {
            self.before = None;
        }
        self.i += run;
        Some(true)
    }

    /// 三点五, but not a clock (三点五十分, 三点一刻, 三点五分).
    fn decimals(&mut self) -> Option<bool> {
        self.i += 1;
        let run = self.run();
        let after = self.peek(run);
        let clock = small_unit(after).is_some()
            || after == '刻'
            || (after == '分' && !matches!(self.peek(run + 1), '之' | '钟'));
        if clock || run > 8 {
            self.i -= 1;
            return Some(false);
        }
        let whole = self.section.add(self.current.unwrap_or(Pair::ZERO))?;
        let mut places = Decimal::ZERO;
        for k in 0..run {
            places = places.shift(1)?.checked_add(digit(self.peek(k))?.into())?;
        }
        let places = places.shift(-(run as i32))?;
        self.current = Some(whole.add(Pair(places, places))?);
        self.section = Pair::ZERO;
        self.before = None;
        self.i += run;
        Some(true)
    }

    fn small_unit(&mut self, c: char, next: char) -> Option<bool> {
        let exponent = small_unit(c)?;
        let alone = self.section.0.is_zero() && self.total.0.is_zero();
        // 30十, 2024百强, 5千瓦; 十百 and 百千 do not rise.
        let digits_before = self.mixed && self.current.is_some();
        if exponent >= self.small
            || (digits_before && (exponent == 1 || matches!(next, '强' | '大' | '佳' | '优')))
            || (alone && self.current.is_some() && prefix_of_unit(c, next))
            || (self.current.is_none() && !alone && exponent > 1)
        {
            return Some(false);
        }
        let amount = self.current.take().unwrap_or(Pair::ONE).shift(exponent)?;
        self.section = self.section.add(amount)?;
        (self.small, self.before) = (exponent, Some(exponent));
        self.i += 1;
        Some(true)
    }

    fn large_unit(&mut self, c: char, next: char) -> Option<bool> {
        let exponent = large_unit(c)?;
        let name = c == '兆' && self.current.is_some() && self.i > 0 && formal(self.chars[self.i - 1]);
        if prefix_of_unit(c, next) || name {
            return Some(false);
        }
        let open = self.section.add(self.current.unwrap_or(Pair::ZERO))?;
        if open.1.is_zero() {
            if self.before == Some(4) && exponent == 8 {
                // 万亿: the 万 is multiplied once more.
                self.total = self.total.shift(8)?;
            } else if self.total.1.is_zero() && self.current.is_none() {
                self.total = Pair::ONE.shift(exponent)?;
            } else {
                return Some(false);
            }
        } else if exponent >= self.large {
            return Some(false);
        } else {
            let section = self.close()?;
            self.total = self.total.add(section.shift(exponent)?)?;
        }
        (self.section, self.current) = (Pair::ZERO, None);
        (self.small, self.large, self.before) = (i32::MAX, exponent, Some(exponent));
        self.i += 1;
        Some(true)
    }

    /// The section with its last digit: 一万五 is 15000, 三百五 is 350.
    fn close(&self) -> Option<Pair> {
        let Some(current) = self.current else { return Some(self.section) };
        match self.before {
            Some(unit) if unit > 1 && !current.1.is_zero() && !self.mixed => {
                self.section.add(current.shift(unit - 1)?)
            }
            _ => self.section.add(current),
        }
    }

    fn finish(&self) -> Option<Pair> {
        self.total.add(self.close()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, usize)> {
        let chars: Vec<char> = text.chars().collect();
        let n = chinese(&chars, 0)?;
        let value = match n.max {
            Some(max) => format!("{}~{max}", n.value),
            None => n.value.to_string(),
        };
        Some((value, n.end))
    }

    #[test]
    fn numerals() {
        for (text, value, end) in [
            ("一千二百人", "1200", 4),
            ("廿五", "25", 2),
            ("卅日", "30", 1),
            ("壹佰元整", "100", 2),
            ("贰拾叁万", "230000", 4),
            ("两个", "2", 1),
            ("十二", "12", 2),
            ("二十", "20", 2),
            ("一百零五", "105", 4),
            ("一千零五十", "1050", 5),
            ("一百一十", "110", 4),
            ("二〇二四年", "2024", 4),
            ("一九九八年", "1998", 4),
            ("3千5百", "3500", 4),
            ("4.04万人", "40400", 5),
            ("1亿2000万元", "120000000", 7),
            ("3300多万亿元", "3300000000000000", 7),
            ("五千万", "50000000", 3),
            ("一万五千", "15000", 4),
            ("一万五", "15000", 3),
            ("三百五", "350", 3),
            ("三亿五千万", "350000000", 5),
            ("两万亿", "2000000000000", 3),
            ("三点五", "3.5", 3),
            ("十二点零五万", "120500", 6),
            ("三点一刻", "3", 1),
            ("三点五十分", "3", 1),
            ("数百万桶", "1000000~10000000", 3),
            ("十几个", "10~20", 2),
            ("二十几", "20~30", 3),
            ("几十", "10~100", 2),
            ("三四十人", "30~40", 3),
            ("十七八岁", "17~18", 3),
            ("两三百", "200~300", 3),
            ("一两个", "1~2", 2),
            ("百万", "1000000", 2),
            ("5千瓦", "5", 1),
            ("500千米", "500", 3),
            ("1000百帕", "1000", 4),
            ("600兆瓦", "600", 3),
            ("1.2兆元", "1200000000000", 4),
            ("十多万", "100000", 3),
            ("30余亿", "3000000000", 4),
            ("零下", "0", 1),
            ("3万2024年", "30000", 2),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), end)), "{text}");
        }
    }

    #[test]
    fn no_numerals() {
        for text in ["数据", "陆军", "伍", "个", "", "多万", "点五"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
