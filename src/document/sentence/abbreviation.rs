//! Full stops of English that end no sentence.

use crate::text::fold::fold;

/// Before a name: never the end.
const TITLES: &str = " mr mrs ms dr prof gen col lt sgt capt cmdr cdr adm maj rep reps sen sens gov pres hon rev fr st mt ft \
    messrs mme mlle supt insp det coun cllr vs v e.g i.e cf approx viz amb atty dist asst sec-gen vice-pres brig \
    op ed-in-chief sta ste pvt ";

/// Before a number: no end there.
const NUMBERED: &str = " no nos p pp vol vols fig figs sec art ch para jan feb mar apr jun jul aug sept sep oct nov dec ca \
    tel ext est c rs ";

/// At the end of a name or in the middle of one: an end only where the next word can open a sentence.
const INNER: &str = " inc corp co cos ltd llc plc bros jr sr esq dept univ assn intl bldg ave blvd rd hwy ariz ark calif \
    colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt \
    wash wis wyo sask ont que alta man jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur \
    thurs fri sat sun ph.d m.d b.a m.a bhd sdn gmbh s.a n.v b.v pty pte l.p l.l.c s.p.a k.k a.g u.s u.k u.n e.u d.c \
    a.m p.m u.s.a n.y n.j n.c s.c n.h n.m n.d s.d r.i w.va p.e.i b.c i.d sq min max hr hrs ft lb lbs oz al ";

/// Words that open sentences and are seldom part of a name.
const OPENERS: &str = " the a an he she it they we i you this that these those in on at for but and or so yet if when while \
    as by with from to of after before since although though because however meanwhile his her its their our my your \
    there here what who why how where which not no yes some many most all both each one two three several more \
    under over during within without according last next then now also still only even just another other such \
    instead moreover furthermore earlier later until once according analysts officials police shares executives \
    prosecutors lawyers investors ";

/// Verbs that follow the name of a speaker.
const SPEECH: &str =
    " said says asked asks added told wrote replied shouted tweeted joked recalled wondered quipped ";

fn lists(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|w| w == word)
}

/// Whether a full stop after `before`, followed by `closed` and a space, ends a sentence that goes on with `after`.
pub(super) fn ends_sentence(before: &str, closed: &str, after: &str) -> bool {
    let from = before
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, c)| !breaks(*c))
        .last()
        .map_or(before.len(), |(i, _)| i);
    let token = &before[from..];
    // 附件:1. 申请书　2. 登记表: items begin a sentence, or stand behind a colon or a wide gap.
    let earlier = &before[..from];
    let alone = earlier.trim().is_empty()
        || earlier.ends_with('\u{3000}')
        || earlier.trim_end().ends_with([':', '：']) && token.bytes().all(|b| b.is_ascii_digit());
    let next = after.chars().next().unwrap_or(' ');
    if alone && closed.is_empty() && is_list_number(token) {
        return false;
    }
    let lower = token.to_ascii_lowercase();
    // Sept. 15-Oct. 3
    let tail = lower.rsplit('-').next().unwrap_or_default();
    if lists(NUMBERED, tail) && fold(next).is_ascii_digit() {
        return false;
    }
    if lower.is_empty()
        || !lower.starts_with(char::is_alphabetic)
        || !lower.ends_with(|c: char| c.is_ascii_alphabetic())
    {
        return true;
    }
    let opener: String = after
        .trim_start_matches(['"', '“', '‘', '\'', '(', '['])
        .chars()
        .take_while(|c| c.is_alphabetic())
        .collect();
    let opens = lists(OPENERS, &opener.to_ascii_lowercase());
    if lists(TITLES, &lower) {
        return false;
    }
    let letter = token.chars().count() == 1 && token.chars().all(char::is_uppercase);
    let dotted = token.len() <= 10 && token.contains('.') && token.split('.').all(|p| p.chars().count() == 1);
    if letter && closed.is_empty() {
        return opens && after.split_whitespace().nth(1).is_some_and(|w| w.starts_with(char::is_lowercase));
    }
    if lists(INNER, &lower) || dotted {
        return opens || matches!(next, '"' | '“' | '•');
    }
    true
}

/// True where the words after a quotation name who spoke: Smith asked, Jane Roe said.
pub(super) fn attributes(after: &str) -> bool {
    let mut words = after.split_whitespace().take(5).map(|w| w.trim_end_matches([',', '.', ';', ':']));
    let mut names = 0;
    loop {
        let Some(word) = words.next() else { return false };
        if names > 0 && lists(SPEECH, word) {
            return true;
        }
        let named = word.starts_with(char::is_uppercase) && !lists(OPENERS, &word.to_ascii_lowercase())
            || lists(" he she they mr ms mrs dr ", &word.to_ascii_lowercase());
        if !named {
            return false;
        }
        names += 1;
    }
}

fn breaks(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '(' | '[' | '"' | '“' | '‘' | '\'' | '/' | '—' | '–' | ',' | ';' | ':' | '$')
        || c as u32 > 0x2E80
}

/// 1, 12, a, iv: what counts the items of a list.
fn is_list_number(token: &str) -> bool {
    let digits = token.len() <= 3 && token.bytes().all(|b| b.is_ascii_digit());
    let roman =
        token.len() <= 4 && token.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'I' | b'V' | b'X'));
    let letter = token.len() == 1 && token.bytes().all(|b| b.is_ascii_alphabetic());
    !token.is_empty() && (digits || roman || letter)
}

#[cfg(test)]
mod tests {
    use crate::Document;

    /// Sentences are written with a bar between them.
    const ROWS: [&str; 44] = [
        "Sign up from Sept. 15-Oct. 3 at the gym. |It is free.",
        "附件：1. 申请书　2. 登记表",
        "镇江市召开大会。|这是第四年。",
        "“账算明白了，心里就不慌。”|村支书说。",
        "他问：“是真的吗？”|没有人回答。",
        "他说：“好！”、“行！”，就走了。",
        "“加油！”的呼声此起彼伏。|比赛结束。",
        "《为什么是太仓？》一书出版。|定价50元。",
        "他们（真的吗？）又赢了。|比分3比2。",
        "（记者张三）今天上午开幕。|明天闭幕。",
        "太好了！！！|真的？！|是的。",
        "他想了想……还是走了。|后来回来了。",
        "“他还没来……”|大家等着。",
        "...经济开门红，贡献最大。|发展新局面。",
        "销量增长3.5%，为2.8万辆。|均价12.6万元。",
        "公司名为Apple Inc.，总部在加州。|成立于1976年。",
        "他是U.S. Steel的员工。|已退休。",
        "版本2.0发布.|下一版是3.0.",
        "目标是什么?|增长!|还是增长。",
        "The price rose 3.5 percent. |It fell later.",
        "Mr. Smith met Dr. J. K. Rowling. |They spoke.",
        "Skyline Infra Pvt. Ltd. paid. |Sault Ste. Marie is far from Sta. Rosa.",
        "Apple Inc. said it would. |Shares rose.",
        "He works for Apple Inc. |The firm is in California.",
        "Apple Inc. Chief Executive Tim Cook left.",
        "The U.S. Department of Justice sued. |It won.",
        "He lives in the U.S. |The court agreed.",
        "It ranked No. 3 in Feb. 2024. |No. |He did not.",
        "At 8 p.m. Tuesday it opened. |At 9 a.m. |He left.",
        "\"Is it true?\" he asked. |\"Yes.\" |She nodded.",
        "\"Is it true?\" Smith asked. |\"No!\" Jane Roe said.",
        "\"We won.\" |The crowd cheered.",
        "1. First item. |Second sentence.",
        "See example.com or v2.0.1 for more. |Thanks.",
        "The firm (formerly Yahoo!) sold it. |It paid.",
        "He waited... and left. |Then... |He came back.",
        "In 2020. |Then 2021. |After that, 2022.",
        "Toledo beat the Mariners 3-2. |\"We won,\" he said. |(The series is tied.) |It goes on.",
        "J.P. Morgan and George W. Bush met. |It was Plan B. |They left.",
        "Police in St. Louis, Mo. arrested two. |In Phoenix, Ariz. |The case is open.",
        "Gov. Jane Doe signed it at 10 a.m. ET. |She left.",
        "The suit, Smith v. Jones et al. was dropped.",
        "Coca-Cola Co. and PepsiCo Inc. compete. |Both won.",
        "It cost $5.8 million, i.e. a lot, e.g. Too much.",
    ];

    #[test]
    fn sentences_of_news() {
        for row in ROWS {
            let text: String = row.split('|').collect();
            let document = Document::from_text(text.clone()).unwrap();
            let found: Vec<&str> = document.sentences().iter().map(|s| document.slice(s.span)).collect();
            let want: Vec<&str> = row.split('|').map(str::trim).collect();
            assert_eq!(found, want);
        }
    }
}
