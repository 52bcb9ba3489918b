//! English tokens: words looked up once in a small table, numbers, and the marks that dates are written with.

use crate::recognize::date::draft::{Edge, Part, Unit};
use crate::text::class::Class;
use crate::view::View;

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    /// The index of its first character.
    pub start: usize,
    /// The index after its last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// True where it begins with a capital letter.
    pub capital: bool,
    /// True where white space stands before it.
    pub spaced: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A word of the table.
    Word(Word),
    /// A word that no date has.
    Other,
    /// Figures, with how many there are; true for an ordinal (21st).
    Number(u32, u8, bool),
    /// A mark or any other character.
    Mark(char),
}

/// The words of dates by what they do.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Word {
    /// 1 to 12; true for an abbreviation.
    Month(u8, bool),
    /// Monday 1; true for an abbreviation.
    Weekday(u8, bool),
    /// A cardinal: two, twenty.
    Cardinal(u8),
    /// first, second, tenth.
    Ordinal(u8),
    Unit(Unit),
    /// spring 1 to winter 4.
    Season(u8),
    Part(Part),
    Edge(Edge),
    /// yesterday, today, tomorrow, tonight.
    Day(i8),
    Tonight,
    /// last, previous, past, this, current, next, coming.
    Last,
    Previous,
    Past,
    This,
    Same,
    Current,
    Next,
    Coming,
    The,
    That,
    A,
    Of,
    In,
    On,
    At,
    To,
    Through,
    Until,
    Till,
    And,
    Or,
    From,
    Between,
    Since,
    By,
    Before,
    After,
    Ago,
    Later,
    Earlier,
    Back,
    Within,
    Over,
    During,
    For,
    Around,
    About,
    Some,
    Nearly,
    More,
    Less,
    Than,
    Few,
    Several,
    Couple,
    Half,
    Recent,
    Recently,
    Every,
    Each,
    Daily,
    Annually,
    Noon,
    Midnight,
    Overnight,
    Am,
    Pm,
    Zone,
    Local,
    Time,
    Fiscal,
    Financial,
    End,
    Beginning,
    Middle,
    Weekend,
    Quarter(u8),
    Eve,
    Ended,
    So,
    Far,
    Date,
    Period,
    /// EOY, EOM.
    EndOf(Unit),
    Weekdays,
    /// The first word of a feast's name.
    Feast,
    Now,
    Eastern,
    Standard,
    Holiday,
    Following,
    Very,
    Most,
    Season0,
    Bc,
    Ad,
    Just,
    Half2,
    As,
    Mid,
    Week,
}

/// The table, by word.
const WORDS: &[(&str, Word)] = &[
    ("january", Word::Month(1, false)),
    ("february", Word::Month(2, false)),
    ("march", Word::Month(3, false)),
    ("april", Word::Month(4, false)),
    ("may", Word::Month(5, false)),
    ("june", Word::Month(6, false)),
    ("july", Word::Month(7, false)),
    ("august", Word::Month(8, false)),
    ("september", Word::Month(9, false)),
    ("october", Word::Month(10, false)),
    ("november", Word::Month(11, false)),
    ("december", Word::Month(12, false)),
    ("jan", Word::Month(1, true)),
    ("feb", Word::Month(2, true)),
    ("mar", Word::Month(3, true)),
    ("apr", Word::Month(4, true)),
    ("jun", Word::Month(6, true)),
    ("jul", Word::Month(7, true)),
    ("aug", Word::Month(8, true)),
    ("sep", Word::Month(9, true)),
    ("sept", Word::Month(9, true)),
    ("oct", Word::Month(10, true)),
    ("nov", Word::Month(11, true)),
    ("dec", Word::Month(12, true)),
    ("monday", Word::Weekday(1, false)),
    ("tuesday", Word::Weekday(2, false)),
    ("wednesday", Word::Weekday(3, false)),
    ("thursday", Word::Weekday(4, false)),
    ("friday", Word::Weekday(5, false)),
    ("saturday", Word::Weekday(6, false)),
    ("sunday", Word::Weekday(7, false)),
    ("mon", Word::Weekday(1, true)),
    ("tue", Word::Weekday(2, true)),
    ("tues", Word::Weekday(2, true)),
    ("wed", Word::Weekday(3, true)),
    ("weds", Word::Weekday(3, true)),
    ("thu", Word::Weekday(4, true)),
    ("thur", Word::Weekday(4, true)),
    ("thurs", Word::Weekday(4, true)),
    ("fri", Word::Weekday(5, true)),
    ("sat", Word::Weekday(6, true)),
    ("sun", Word::Weekday(7, true)),
    ("one", Word::Cardinal(1)),
    ("two", Word::Cardinal(2)),
    ("three", Word::Cardinal(3)),
    ("four", Word::Cardinal(4)),
    ("five", Word::Cardinal(5)),
    ("six", Word::Cardinal(6)),
    ("seven", Word::Cardinal(7)),
    ("eight", Word::Cardinal(8)),
    ("nine", Word::Cardinal(9)),
    ("ten", Word::Cardinal(10)),
    ("eleven", Word::Cardinal(11)),
    ("twelve", Word::Cardinal(12)),
    ("thirteen", Word::Cardinal(13)),
    ("fourteen", Word::Cardinal(14)),
    ("fifteen", Word::Cardinal(15)),
    ("sixteen", Word::Cardinal(16)),
    ("seventeen", Word::Cardinal(17)),
    ("eighteen", Word::Cardinal(18)),
    ("nineteen", Word::Cardinal(19)),
    ("twenty", Word::Cardinal(20)),
    ("thirty", Word::Cardinal(30)),
    ("forty", Word::Cardinal(40)),
    ("fifty", Word::Cardinal(50)),
    ("sixty", Word::Cardinal(60)),
    ("seventy", Word::Cardinal(70)),
    ("eighty", Word::Cardinal(80)),
    ("ninety", Word::Cardinal(90)),
    ("hundred", Word::Cardinal(100)),
    ("first", Word::Ordinal(1)),
    ("second", Word::Ordinal(2)),
    ("third", Word::Ordinal(3)),
    ("fourth", Word::Ordinal(4)),
    ("fifth", Word::Ordinal(5)),
    ("sixth", Word::Ordinal(6)),
    ("seventh", Word::Ordinal(7)),
    ("eighth", Word::Ordinal(8)),
    ("ninth", Word::Ordinal(9)),
    ("tenth", Word::Ordinal(10)),
    ("eleventh", Word::Ordinal(11)),
    ("twelfth", Word::Ordinal(12)),
    ("thirteenth", Word::Ordinal(13)),
    ("fourteenth", Word::Ordinal(14)),
    ("fifteenth", Word::Ordinal(15)),
    ("sixteenth", Word::Ordinal(16)),
    ("seventeenth", Word::Ordinal(17)),
    ("eighteenth", Word::Ordinal(18)),
    ("nineteenth", Word::Ordinal(19)),
    ("twentieth", Word::Ordinal(20)),
    ("thirtieth", Word::Ordinal(30)),
    ("final", Word::Ordinal(200)),
    ("opening", Word::Ordinal(1)),
    ("seconds", Word::Unit(Unit::Second)),
    ("minute", Word::Unit(Unit::Minute)),
    ("minutes", Word::Unit(Unit::Minute)),
    ("min", Word::Unit(Unit::Minute)),
    ("mins", Word::Unit(Unit::Minute)),
    ("hour", Word::Unit(Unit::Hour)),
    ("hours", Word::Unit(Unit::Hour)),
    ("hr", Word::Unit(Unit::Hour)),
    ("hrs", Word::Unit(Unit::Hour)),
    ("day", Word::Unit(Unit::Day)),
    ("days", Word::Unit(Unit::Day)),
    ("night", Word::Part(Part::Night)),
    ("nights", Word::Unit(Unit::Day)),
    ("week", Word::Unit(Unit::Week)),
    ("weeks", Word::Unit(Unit::Week)),
    ("fortnight", Word::Unit(Unit::Week)),
    ("weekend", Word::Weekend),
    ("weekends", Word::Unit(Unit::Weekend)),
    ("month", Word::Unit(Unit::Month)),
    ("months", Word::Unit(Unit::Month)),
    ("quarter", Word::Unit(Unit::Quarter)),
    ("quarters", Word::Unit(Unit::Quarter)),
    ("qtr", Word::Unit(Unit::Quarter)),
    ("half", Word::Half),
    ("year", Word::Unit(Unit::Year)),
    ("years", Word::Unit(Unit::Year)),
    ("yr", Word::Unit(Unit::Year)),
    ("yrs", Word::Unit(Unit::Year)),
    ("decade", Word::Unit(Unit::Decade)),
    ("decades", Word::Unit(Unit::Decade)),
    ("century", Word::Unit(Unit::Century)),
    ("centuries", Word::Unit(Unit::Century)),
    ("spring", Word::Season(1)),
    ("summer", Word::Season(2)),
    ("autumn", Word::Season(3)),
    ("fall", Word::Season(3)),
    ("morning", Word::Part(Part::Morning)),
    ("afternoon", Word::Part(Part::Afternoon)),
    ("evening", Word::Part(Part::Evening)),
    ("dawn", Word::Part(Part::Dawn)),
    ("dusk", Word::Part(Part::Evening)),
    ("sunset", Word::Part(Part::Evening)),
    ("nightfall", Word::Part(Part::Evening)),
    ("sunrise", Word::Part(Part::Dawn)),
    ("daybreak", Word::Part(Part::Dawn)),
    ("lunchtime", Word::Part(Part::Noon)),
    ("early", Word::Edge(Edge::Early)),
    ("late", Word::Edge(Edge::Late)),
    ("mid", Word::Mid),
    ("yesterday", Word::Day(-1)),
    ("today", Word::Day(0)),
    ("tomorrow", Word::Day(1)),
    ("tommorrow", Word::Day(1)),
    ("tonight", Word::Tonight),
    ("last", Word::Last),
    ("previous", Word::Previous),
    ("preceding", Word::Previous),
    ("prior", Word::Previous),
    ("past", Word::Past),
    ("this", Word::This),
    ("same", Word::Same),
    ("current", Word::Current),
    ("next", Word::Next),
    ("following", Word::Following),
    ("coming", Word::Coming),
    ("upcoming", Word::Coming),
    ("the", Word::The),
    ("that", Word::That),
    ("a", Word::A),
    ("an", Word::A),
    ("of", Word::Of),
    ("in", Word::In),
    ("on", Word::On),
    ("at", Word::At),
    ("to", Word::To),
    ("through", Word::Through),
    ("thru", Word::Through),
    ("until", Word::Until),
    ("till", Word::Till),
    ("and", Word::And),
    ("or", Word::Or),
    ("from", Word::From),
    ("between", Word::Between),
    ("since", Word::Since),
    ("by", Word::By),
    ("before", Word::Before),
    ("after", Word::After),
    ("ago", Word::Ago),
    ("later", Word::Later),
    ("earlier", Word::Earlier),
    ("back", Word::Back),
    ("within", Word::Within),
    ("over", Word::Over),
    ("during", Word::During),
    ("for", Word::For),
    ("around", Word::Around),
    ("about", Word::About),
    ("approximately", Word::About),
    ("roughly", Word::About),
    ("some", Word::Some),
    ("nearly", Word::Nearly),
    ("almost", Word::Nearly),
    ("more", Word::More),
    ("less", Word::Less),
    ("than", Word::Than),
    ("few", Word::Few),
    ("several", Word::Several),
    ("couple", Word::Couple),
    ("recent", Word::Recent),
    ("recently", Word::Recently),
    ("lately", Word::Recently),
    ("every", Word::Every),
    ("each", Word::Each),
    ("daily", Word::Daily),
    ("annually", Word::Annually),
    ("weekly", Word::Annually),
    ("quarterly", Word::Annually),
    ("yearly", Word::Annually),
    ("mondays", Word::Weekdays),
    ("tuesdays", Word::Weekdays),
    ("wednesdays", Word::Weekdays),
    ("thursdays", Word::Weekdays),
    ("fridays", Word::Weekdays),
    ("saturdays", Word::Weekdays),
    ("sundays", Word::Weekdays),
    ("monthly", Word::Annually),
    ("fortnightly", Word::Annually),
    ("nightly", Word::Annually),
    ("noon", Word::Noon),
    ("midday", Word::Noon),
    ("midnight", Word::Midnight),
    ("overnight", Word::Overnight),
    ("eoy", Word::EndOf(Unit::Year)),
    ("eom", Word::EndOf(Unit::Month)),
    ("weekday", Word::Weekdays),
    ("weekdays", Word::Weekdays),
    ("am", Word::Am),
    ("pm", Word::Pm),
    ("gmt", Word::Zone),
    ("utc", Word::Zone),
    ("bst", Word::Zone),
    ("cet", Word::Zone),
    ("cest", Word::Zone),
    ("est", Word::Zone),
    ("edt", Word::Zone),
    ("et", Word::Zone),
    ("cst", Word::Zone),
    ("cdt", Word::Zone),
    ("ct", Word::Zone),
    ("mst", Word::Zone),
    ("mdt", Word::Zone),
    ("pst", Word::Zone),
    ("pdt", Word::Zone),
    ("pt", Word::Zone),
    ("ist", Word::Zone),
    ("jst", Word::Zone),
    ("kst", Word::Zone),
    ("hkt", Word::Zone),
    ("sgt", Word::Zone),
    ("myt", Word::Zone),
    ("aest", Word::Zone),
    ("aedt", Word::Zone),
    ("ast", Word::Zone),
    ("adt", Word::Zone),
    ("msk", Word::Zone),
    ("wib", Word::Zone),
    ("pht", Word::Zone),
    ("nzst", Word::Zone),
    ("nzdt", Word::Zone),
    ("local", Word::Local),
    ("time", Word::Time),
    ("eastern", Word::Eastern),
    ("pacific", Word::Eastern),
    ("central", Word::Eastern),
    ("mountain", Word::Eastern),
    ("beijing", Word::Eastern),
    ("standard", Word::Standard),
    ("daylight", Word::Standard),
    ("fiscal", Word::Fiscal),
    ("financial", Word::Financial),
    ("end", Word::End),
    ("beginning", Word::Beginning),
    ("start", Word::Beginning),
    ("middle", Word::Middle),
    ("eve", Word::Eve),
    ("ended", Word::Ended),
    ("ending", Word::Ended),
    ("period", Word::Period),
    ("date", Word::Date),
    ("holiday", Word::Holiday),
    ("holidays", Word::Holiday),
    ("now", Word::Now),
    ("very", Word::Very),
    ("most", Word::Most),
    ("season", Word::Season0),
    ("monsoon", Word::Season0),
    ("bc", Word::Bc),
    ("bce", Word::Bc),
    ("ad", Word::Ad),
    ("q1", Word::Quarter(1)),
    ("q2", Word::Quarter(2)),
    ("q3", Word::Quarter(3)),
    ("q4", Word::Quarter(4)),
    ("h1", Word::Half2),
    ("as", Word::As),
    ("just", Word::Just),
    ("thanksgiving", Word::Feast),
    ("diwali", Word::Feast),
    ("deepavali", Word::Feast),
    ("passover", Word::Feast),
    ("kwanzaa", Word::Feast),
    ("epiphany", Word::Feast),
    ("mardi", Word::Feast),
    ("cinco", Word::Feast),
    ("all", Word::Feast),
    ("shrove", Word::Feast),
    ("pancake", Word::Feast),
    ("mothering", Word::Feast),
    ("burns", Word::Feast),
    ("election", Word::Feast),
    ("inauguration", Word::Feast),
    ("indigenous", Word::Feast),
    ("australia", Word::Feast),
    ("waitangi", Word::Feast),
    ("qingming", Word::Feast),
    ("ching", Word::Feast),
    ("tomb", Word::Feast),
    ("chung", Word::Feast),
    ("double", Word::Feast),
    ("national", Word::Feast),
    ("golden", Word::Feast),
    ("winter", Word::Season(4)),
    ("christmas", Word::Feast),
    ("xmas", Word::Feast),
    ("michaelmas", Word::Feast),
    ("candlemas", Word::Feast),
    ("easter", Word::Feast),
    ("halloween", Word::Feast),
    ("ramadan", Word::Feast),
    ("eid", Word::Feast),
    ("hanukkah", Word::Feast),
    ("chanukah", Word::Feast),
    ("rosh", Word::Feast),
    ("yom", Word::Feast),
    ("valentines", Word::Feast),
    ("valentine", Word::Feast),
    ("mothers", Word::Feast),
    ("mother", Word::Feast),
    ("fathers", Word::Feast),
    ("father", Word::Feast),
    ("memorial", Word::Feast),
    ("labor", Word::Feast),
    ("labour", Word::Feast),
    ("veterans", Word::Feast),
    ("veteran", Word::Feast),
    ("independence", Word::Feast),
    ("boxing", Word::Feast),
    ("juneteenth", Word::Feast),
    ("martin", Word::Feast),
    ("mlk", Word::Feast),
    ("presidents", Word::Feast),
    ("chinese", Word::Feast),
    ("lunar", Word::Feast),
    ("black", Word::Feast),
    ("cyber", Word::Feast),
    ("good", Word::Feast),
    ("new", Word::Feast),
    ("orthodox", Word::Feast),
    ("st", Word::Feast),
    ("palm", Word::Feast),
    ("ash", Word::Feast),
    ("singles", Word::Feast),
    ("remembrance", Word::Feast),
    ("armistice", Word::Feast),
    ("dragon", Word::Feast),
    ("lantern", Word::Feast),
    ("columbus", Word::Feast),
    ("canada", Word::Feast),
    ("anzac", Word::Feast),
    ("bastille", Word::Feast),
    ("sukkot", Word::Feast),
    ("pentecost", Word::Feast),
    ("whit", Word::Feast),
    ("hogmanay", Word::Feast),
    ("groundhog", Word::Feast),
    ("ascension", Word::Feast),
    ("ashura", Word::Feast),
    ("bonfire", Word::Feast),
    ("earth", Word::Feast),
    ("flag", Word::Feast),
    ("guy", Word::Feast),
    ("islamic", Word::Feast),
    ("maundy", Word::Feast),
    ("so", Word::So),
    ("far", Word::Far),
];

/// The longest word of the table.
const LONGEST: usize = 13;

/// The word that letters spell, whatever their case.
fn look_up(view: &View<'_>, start: usize, end: usize) -> Option<Word> {
    if end - start > LONGEST {
        return None;
    }
    let mut letters = ['\0'; LONGEST];
    for (slot, c) in letters.iter_mut().zip(view.chars.get(start..end)?) {
        *slot = c.to_ascii_lowercase();
    }
    let length = end - start;
    let index = INDEX.get((letters[0] as usize).wrapping_sub('a' as usize))?;
    WORDS_SORTED
        .get(index.0 as usize..index.1 as usize)?
        .iter()
        .map(|i| &WORDS[*i as usize])
        .find(|(word, _)| word.len() == length && word.bytes().zip(letters).all(|(b, c)| b as char == c))
        .map(|(_, kind)| *kind)
}

/// Indices into [`WORDS`], grouped by first letter.
static WORDS_SORTED: [u16; WORDS.len()] = {
    let mut out = [0; WORDS.len()];
    let mut n = 0;
    let mut letter = b'a';
    while letter <= b'z' {
        let mut i = 0;
        while i < WORDS.len() {
            if WORDS[i].0.as_bytes()[0] == letter {
                out[n] = i as u16;
                n += 1;
            }
            i += 1;
        }
        letter += 1;
    }
    out
};

/// Where each letter's words begin and end in [`WORDS_SORTED`].
static INDEX: [(u16, u16); 26] = {
    let mut out = [(0, 0); 26];
    let mut n = 0;
    let mut letter = 0;
    while letter < 26 {
        let first = n;
        let mut i = 0;
        while i < WORDS.len() {
            if WORDS[i].0.as_bytes()[0] == b'a' + letter as u8 {
                n += 1;
            }
            i += 1;
        }
        out[letter] = (first, n);
        letter += 1;
    }
    out
};

/// Splits a block into tokens.
pub fn tokens(view: &View<'_>) -> Vec<Token> {
    let mut out = Vec::with_capacity(view.chars.len() / 4);
    let (mut at, mut spaced) = (0, true);
    while at < view.chars.len() {
        let start = at;
        let c = view.chars[at];
        match view.classes[at] {
            Class::Space => {
                spaced = true;
                at += 1;
                continue;
            }
            Class::Latin => {
                while view.classes.get(at) == Some(&Class::Latin) {
                    at += 1;
                }
                // q1 to q4, h1, h2 end in a figure.
                let coded = at == start + 1
                    && matches!(c, 'Q' | 'q' | 'H')
                    && matches!(view.at(at), '1'..='4')
                    && !view.at(at + 1).is_ascii_alphanumeric();
                if coded {
                    at += 1;
                }
                let mut kind = look_up(view, start, at).map_or(Kind::Other, Kind::Word);
                if coded && c == 'H' {
                    kind = if matches!(view.at(at - 1), '1' | '2') {
                        Kind::Word(Word::Half2)
                    } else {
                        Kind::Other
                    };
                }
                // a.m., p.m.
                if at == start + 1
                    && matches!(c, 'a' | 'p' | 'A' | 'P')
                    && view.at(at) == '.'
                    && matches!(view.at(at + 1), 'm' | 'M')
                {
                    kind = Kind::Word(if matches!(c, 'a' | 'A') { Word::Am } else { Word::Pm });
                    at += 2;
                    if view.at(at) == '.' {
                        at += 1;
                    }
                } else if matches!(kind, Kind::Word(Word::Month(_, true) | Word::Weekday(_, true)))
                    && view.at(at) == '.'
                {
                    at += 1;
                }
                out.push(Token { start, end: at, kind, capital: c.is_uppercase(), spaced });
            }
            Class::Digit => {
                let mut value: u32 = 0;
                let mut digits: u8 = 0;
                while let Some(d) = view.at(at).to_digit(10) {
                    value = value.saturating_mul(10).saturating_add(d);
                    digits = digits.saturating_add(1);
                    at += 1;
                }
                let ordinal = matches!(
                    (view.at(at), view.at(at + 1)),
                    ('s', 't') | ('n', 'd') | ('r', 'd') | ('t', 'h')
                ) && view.classes.get(at + 2) != Some(&Class::Latin);
                if ordinal {
                    at += 2;
                }
                out.push(Token {
                    start,
                    end: at,
                    kind: Kind::Number(value, digits, ordinal),
                    capital: false,
                    spaced,
                });
            }
            _ => {
                at += 1;
                out.push(Token { start, end: at, kind: Kind::Mark(c), capital: false, spaced });
            }
        }
        spaced = false;
    }
    out
}
