//! Rules and tagger weighed against each other: which names of a block stand.
//!
//! The tagger sees the words around a name and finds names that no rule can know; the rules know how names are built and
//! where they end. Both say how sure they are. Where they agree the name stands; where they overlap the better built one
//! wins; where one speaks alone, it must be sure enough.

use super::describe;
use super::doubt;
use super::english::{POSTED, TOLD, WORDS};
use super::found::{Found, across, settle};
use super::list;
use super::repair;
use super::words::{TABLES, class};
use crate::annotation::OrganizationKind as Kind;
use crate::model::{Label, Tagged};
use crate::order;
use crate::text::among;
use crate::text::class::Class;
use crate::view::View;

/// A rule alone stands with this strength where there is no tagger.
const ALONE: u8 = 55;
/// A rule alone stands with this strength where the tagger saw nothing.
const UNSEEN: u8 = 75;
/// A rule stands with this strength where the tagger saw a person or a place.
const AGAINST: u8 = 90;
/// A tagged name with no rule for it stands with this confidence: in traditional characters the lists know fewer names.
const TAGGED: u8 = 62;
const TAGGED_TRADITIONAL: u8 = 45;
/// The same for a name in the Latin script: English news names persons and products more often.
const TAGGED_LATIN: u8 = 58;
/// And where what stands beside it speaks for a body.
const LEANING: u8 = 45;

/// Settles what the rules found in a block without a tagger.
pub(crate) fn rules_alone(view: &View<'_>, found: &mut Vec<Found>) {
    edges(view, found);
    found.retain(|f| {
        f.strength >= ALONE && (f.rule, f.strength) != (TOLD, POSTED) && !repair::site(view, f.start, f.end)
    });
    found.retain(|f| !doubt::section(view, f.start, f.end) && !doubt::nobody(view, f.start, f.end));
    settle(found);
}

/// Sets the edges of the names that stand.
fn edges(view: &View<'_>, found: &mut Vec<Found>) {
    for at in 0..found.len() {
        if let Some((end, start)) = describe::second(view, &found[at]) {
            found.push(Found { start, ..found[at] });
            found[at].end = end;
        }
    }
    found.retain(|f| !describe::line(view, f) && !describe::sort(view, f));
    for f in found.iter_mut() {
        describe::trimmed(view, f);
        owned(view, f);
        numbered(view, f);
        begun(view, f);
        district(view, f);
        f.end -= usize::from(repair::sentence_ends(view, f.end));
        with_form(view, f);
        describe::undescribed(view, f);
        describe::ended(view, f);
    }
}

/// What no name looks like: half a pair of quotation marks in it, an address (td.example.cc), so many places (镇江四市).
fn no_name(view: &View<'_>, name: &Found, named_before: impl Fn(usize) -> bool) -> bool {
    let chars = &view.chars[name.start..name.end];
    let count = |c: char| chars.iter().filter(|x| **x == c).count();
    let quoted = count('“') != count('”') || count('「') != count('」');
    let address = count('.') > 1
        && chars.iter().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-'));
    let places = matches!(chars, [.., n, '市' | '县' | '区' | '省' | '国' | '地'] if "一二三四五六七八九十两".contains(*n));
    // 聚力科技攻关: what bulletins urge, and no brand.
    let urged = matches!(
        chars,
        ['聚', '力' | '焦' | '智', ..] | ['赋', '能', ..] | ['助', '力', ..] | ['发', '力', ..]
    );
    // 被告杜某成: a person; 明镜湖|冰面: a lake.
    let person = chars.contains(&'某') && chars.len() <= 6 && TABLES.longest(chars, class::HEAD).is_none();
    let nature = view.ends_with(name.end, "水库") || repair::of_nature(view.chars, name.end);
    // Co Kerry: a county.
    let county = matches!(chars, ['C', 'o', ' ', c, rest @ ..] if c.is_uppercase() && rest.iter().all(|c| c.is_ascii_lowercase()));
    // |KDH|/25/0417: the code of a file.
    let code = view.at(name.end) == '/'
        && view.at(name.end + 1).is_ascii_digit()
        && chars.iter().all(char::is_ascii_uppercase);
    // Size⇥Collected: the cells of a table.
    let cells = chars.contains(&'\t');
    // 审核:俞航: who signs.
    const SIGNS: [&str; 9] = ["审核", "责编", "编辑", "校对", "监制", "摄影", "记者", "通讯员", "美编"];
    let signed = chars.len() <= 3
        && name.rule == "tagger"
        && view.at(name.start.wrapping_sub(1)) == ':'
        && TABLES.get(chars).is_none_or(|e| !e.is(class::NAME))
        && SIGNS.iter().any(|who| view.ends_with(name.start - 1, who));
    // 龙海波 摄
    let signed = signed
        || chars.len() <= 3
            && name.rule == "tagger"
            && view.at(name.end) == ' '
            && view.at(name.end + 1) == '摄'
            && !super::folded::han(view.at(name.end + 2));
    // …置换术(TAVR): short for a thing.
    let short = chars.len() <= 5
        && chars.iter().all(char::is_ascii_uppercase)
        && view.at(name.start.wrapping_sub(1)) == '('
        && view.at(name.end) == ')'
        && super::folded::han(view.at(name.start.wrapping_sub(2)))
        && TABLES.latin(&chars.iter().collect::<String>()).is_none();
    // 新盘「澄澜汇」: houses that are sold.
    let houses = name.rule == "tagger"
        && chars.last().is_some_and(|c| matches!(c, '汇' | '轩' | '庭' | '苑' | '邸'))
        && matches!(view.at(name.start.wrapping_sub(1)), '「' | '“')
        && matches!(view.at(name.end), '」' | '”' | '.' | '·');
    houses
        || signed
        || short && !named_before(name.start - 1)
        || quoted
        || address
        || places
        || urged
        || person
        || nature
        || county
        || cells
        || code
        || dateline(view, name)
}

/// True for the city of an agency's dateline: DULUTH, Minn. – …
fn dateline(view: &View<'_>, name: &Found) -> bool {
    let capitals =
        view.chars[name.start..name.end].iter().all(|c| c.is_uppercase() || matches!(c, ' ' | '.'));
    let state = |rest: &[char]| {
        let end = rest.iter().position(|c| !c.is_alphabetic() && !matches!(c, ' ' | '.'))?;
        let (state, then) = rest.split_at(end);
        (state.first().is_some_and(|c| c.is_uppercase()) && state.len() > 2).then_some(())?;
        matches!(then.first(), Some('–' | '—' | '-' | '(')).then_some(())
    };
    let behind = || view.chars.get(name.end + 2..(name.end + 26).min(view.chars.len()));
    name.start == 0 && capitals && view.starts_with(name.end, ", ") && behind().and_then(state).is_some()
}

/// Settles what the rules found and the tagger tagged in a block.
pub(crate) fn both(view: &View<'_>, found: &mut Vec<Found>, tags: &[Tagged]) {
    settle(found);
    let mut out: Vec<Found> = Vec::with_capacity(found.len() + tags.len());
    let mut tagged: Vec<(Found, u8)> = Vec::new();
    let organizations = tags.iter().filter(|t| t.label == Label::Organization).flat_map(|tag| {
        let (start, end) = (tag.start as usize, tag.end as usize);
        let second = repair::posted(view, start, end).map(|(_, second)| (second, end, tag.confidence));
        [Some((start, end, tag.confidence)), second].into_iter().flatten()
    });
    for (start, end, confidence) in organizations {
        if let Some((start, end)) = repair::repair(view, start, end)
            && !repair::generic(view, start, end)
        {
            let name = Found { start, end, kind: Kind::Other, strength: confidence, rule: "tagger" };
            let found = across(found, start, end);
            let parts = parts(view, &name, found);
            if parts.is_empty() {
                tagged.push((within(view, &name, found).unwrap_or(name), confidence));
            }
            tagged.extend(parts.into_iter().map(|part| (part, confidence)));
        }
    }
    // Where a name ends before its bracket.
    let named_before = |at: usize| {
        let next = tagged.partition_point(|(name, _)| name.end < at);
        tagged.get(next).is_some_and(|(name, _)| name.end == at)
            || across(found, at.saturating_sub(1), at).iter().any(|found| found.end == at)
    };
    for &(name, confidence) in &tagged {
        let latin = latin(view, &name);
        let least = match (latin, view.traditional(name.start)) {
            (true, _) => TAGGED_LATIN,
            (false, true) => TAGGED_TRADITIONAL,
            (false, false) => TAGGED,
        };
        let found = across(found, name.start, name.end);
        let exact = found.iter().any(|f| f.start == name.start && f.end == name.end);
        let doubted = || latin && doubt::doubtful(view, name.start, name.end);
        if !exact && (doubted() || no_name(view, &name, named_before) || list::of_things(view, name.end)) {
            continue;
        }
        let least = if latin && leans(view, &name) { LEANING } else { least };
        let mut overlapping = found.iter().filter(|f| f.overlaps(&name)).peekable();
        if overlapping.peek().is_none() {
            if confidence >= least {
                out.push(name);
            }
            continue;
        }
        match found.iter().find(|f| f.start == name.start && f.end == name.end) {
            Some(same) => out.push(Found { strength: same.strength.max(confidence).max(90), ..*same }),
            None => {
                let rule = overlapping.clone().max_by_key(|f| (f.len(), f.strength));
                let wins = rule.is_some_and(|f| better(view, f, &name, confidence));
                if wins {
                    out.extend(
                        overlapping
                            .filter(|f| !recent(&out, f).any(|o| o.overlaps(f)))
                            .copied()
                            .collect::<Vec<_>>(),
                    );
                } else if confidence >= least {
                    out.push(name);
                }
            }
        }
    }
    let taken = union(&out);
    for f in found.iter() {
        if !across(&taken, f.start, f.end).is_empty() {
            continue;
        }
        let tags = touching(tags, f.start, f.end);
        // Places bear the names of bodies more often than persons do; a name of the tables is better known than guessed.
        let longer = tags
            .iter()
            .any(|t| t.label == Label::Person && covers(t, f) && (t.end - t.start) as usize > f.len());
        let known = f.rule == "known body" && !latin(view, f) && !longer;
        let person = tags.iter().any(|t| {
            t.label == Label::Person && (t.start as usize) < f.end && f.start < t.end as usize && covers(t, f)
        });
        // A hospital and a school are bodies where others see a place.
        let house = !person && f.rule == "english head" && matches!(f.kind, Kind::Health | Kind::Education);
        let against = match (known || house, person) {
            (true, _) => UNSEEN,
            (_, true) => AGAINST,
            _ => UNSEEN + 5,
        };
        let other = tags.iter().any(|t| {
            t.label != Label::Organization
                && (t.start as usize) < f.end
                && f.start < t.end as usize
                && covers(t, f)
        });
        // Acting |chairman|: a capital at the beginning of a sentence says little.
        let opens = || view.sentences.iter().any(|s| s.0 as usize == f.start);
        let single =
            (f.rule, f.strength) == (TOLD, POSTED) && !view.chars[f.start..f.end].contains(&' ') && opens();
        if !single && f.strength >= if other { against } else { UNSEEN } {
            out.push(*f);
        }
    }
    neighbours(view, &mut out, tags);
    out.retain(|f| {
        !repair::site(view, f.start, f.end)
            && !doubt::section(view, f.start, f.end)
            && !doubt::nobody(view, f.start, f.end)
    });
    *found = out;
    edges(view, found);
    settle(found);
}

/// True where what stands beside a name speaks for a body: capitals inside a sentence (the |EA|), `at`, a verb behind it.
fn leans(view: &View<'_>, name: &Found) -> bool {
    const VERBS: &str =
        "is was were had has have beat put took made says wants plans sells found expects declined bought";
    let chars = view.chars.get(name.start..name.end).unwrap_or_default();
    let capitals = (2..=6).contains(&chars.len()) && chars.iter().all(char::is_ascii_uppercase);
    let inside = matches!(view.at(name.start.wrapping_sub(1)), ' ')
        && view.at(name.start.wrapping_sub(2)).is_ascii_lowercase();
    let verb = || {
        let word: String = (name.end + 1..name.end + 12)
            .map(|at| view.at(at))
            .take_while(|c| c.is_ascii_lowercase())
            .collect();
        view.at(name.end) == ' ' && among(VERBS, &word)
    };
    capitals && inside || view.ends_with(name.start, " at ") || verb()
}

/// The tags that share a character with `start..end`; they are in reading order and apart from each other.
fn touching(tags: &[Tagged], start: usize, end: usize) -> &[Tagged] {
    let from = tags.partition_point(|t| t.end as usize <= start);
    let to = tags.partition_point(|t| (t.start as usize) < end);
    tags.get(from..to).unwrap_or_default()
}

/// What the names cover, as stretches apart from each other, in reading order.
fn union(names: &[Found]) -> Vec<Found> {
    let mut sorted = names.to_vec();
    order::by_key(&mut sorted, |f| f.start);
    let mut union: Vec<Found> = Vec::with_capacity(sorted.len());
    for f in sorted {
        match union.last_mut().filter(|last| f.start < last.end) {
            Some(last) => last.end = last.end.max(f.end),
            None => union.push(f),
        }
    }
    union
}

/// The names taken last, which alone can overlap one that is read now.
fn recent<'a>(out: &'a [Found], now: &Found) -> impl Iterator<Item = &'a Found> {
    const LONGEST: usize = 512;
    out.iter().rev().take_while(move |o| o.end + LONGEST > now.start)
}

/// The name of a rule inside a tagged stretch whose rest begins or ends with a plain word: 工研院|共组联盟, 部署|国民警卫队.
fn within(view: &View<'_>, tag: &Found, found: &[Found]) -> Option<Found> {
    const PLAIN: u16 = class::PLAIN | class::STOP;
    let inside = found.iter().filter(|f| f.start >= tag.start && f.end <= tag.end && f.len() < tag.len());
    inside.copied().find(|f| {
        let before = &view.chars[tag.start..f.start];
        let after = &view.chars[f.end..tag.end];
        // 十四届|全国人大常委会 is one name.
        let opened = before.last() != Some(&'届')
            && TABLES.longest(before, PLAIN).is_some_and(|(n, e)| n >= 2 && !e.is(class::WORD));
        let closed = (1..=after.len().min(3))
            .any(|n| TABLES.get(&after[..n]).is_some_and(|e| e.is(PLAIN) && !e.is(class::WORD)));
        // 海洋大学|食品科学与科技: what follows a public body without a head of its own is none of its parts.
        let public = matches!(view.at(f.end - 1), '局' | '署' | '府' | '院' | '学' | '场');
        let headless = public
            && f.len() >= 4
            && after.len() >= 2
            && after.iter().all(|c| super::folded::han(*c))
            && after.last().is_some_and(|c| !"股院社馆团班校会金程场厂店业厅课组园部泰".contains(*c))
            && f.rule != "known body"
            && TABLES.longest(after, class::HEAD | class::NAME).is_none();
        let lower = after.first() == Some(&' ') && after.get(1).is_some_and(char::is_ascii_lowercase);
        let closed = closed || headless || lower && !after[1..].iter().any(|c| c.is_uppercase());
        // 长洲居民促|运输署: a verb of one character joins another body to a known one.
        let opened = opened
            || f.rule == "known body"
                && f.len() >= 3
                && before.last().is_some_and(|c| "促吁批轰斥告约晤访赴获遭经向由依据达令涉".contains(*c));
        let name_begins = view.at(f.start) != '(';
        // 于|廉政公署, 另捐|国立阳明交通大学: a known name as long as these begins where it begins.
        const NAMING: u16 = class::WORD
            | class::PLACE
            | class::LEVEL
            | class::HEAD
            | class::NAME
            | class::BRAND
            | class::TRADE;
        let opened = opened
            || f.rule == "known body"
                && (f.len() >= 5 || f.len() >= 4 && TABLES.get(before).is_some_and(|e| e.is(class::STOP)))
                && before.len() <= 3
                && !before.contains(&'届')
                && TABLES.longest(before, NAMING).is_none();
        f.strength >= 75 && (before.is_empty() || opened) && name_begins && (after.is_empty() || closed)
    })
}

/// The names that a tagged stretch runs together: 中央纪委|国家监委, 海丝城与|华侨大学体育学院; nothing where it is one name.
fn parts(view: &View<'_>, tag: &Found, found: &[Found]) -> Vec<Found> {
    let inside: Vec<Found> = found
        .iter()
        .filter(|f| f.start >= tag.start && f.end <= tag.end && f.len() < tag.len())
        .copied()
        .collect();
    let whole: usize = inside.iter().map(Found::len).sum();
    // 中央纪委|国家监委; 教育部国民及学前教育署 is an office of the ministry.
    let office = inside.len() == 2
        && matches!(view.at(inside[0].end - 1), '部' | '府' | '院')
        && matches!(view.at(tag.end - 1), '署' | '局' | '处');
    if inside.len() > 1 && !office && whole == tag.len() && inside.iter().all(|f| f.rule == "known body") {
        return inside;
    }
    // Meridian Red Cross and |Bureau of Fire Protection.
    let second = |f: &&Found| {
        let first: String = view.chars[f.start..f.end].iter().take_while(|c| **c != ' ').collect();
        f.rule == "english of"
            && f.end == tag.end
            && f.start > tag.start
            && view.ends_with(f.start, " and ")
            && WORDS.get(first.as_str()).is_some_and(|word| word.of.is_some())
    };
    if let Some(second) = inside.iter().find(second) {
        return vec![Found { end: second.start - 5, ..*tag }, *second];
    }
    // 食安中心|接获|卫生署, 县府|比照|台中市政府: two bodies and a verb; 廉政公署|及|香港浸会大学.
    if let [first, last] = inside.as_slice()
        && (first.start, last.end) == (tag.start, tag.end)
        && last.start > first.end
    {
        let between = &view.chars[first.end..last.start];
        let entry = TABLES.get(between);
        let verb = between.len() >= 2 && entry.is_some_and(|e| e.is(class::STOP | class::PLAIN))
            || between.len() == 2 && entry.is_none();
        let and = matches!(between, ['与' | '和' | '及' | '、']);
        let sure = |least: u8| first.strength >= least && last.strength >= least;
        if verb && entry.is_some() || verb && sure(85) || and && sure(80) {
            return inside;
        }
    }
    let Some(last) =
        inside.last().filter(|f| f.end == tag.end && f.start > tag.start + 2 && f.strength >= 75)
    else {
        return Vec::new();
    };
    if matches!(view.at(last.start - 1), '与' | '和' | '、')
        && !found.iter().any(|f| f.overlaps(tag) && f.start < last.start)
    {
        return vec![Found { end: last.start - 1, ..*tag }, *last];
    }
    Vec::new()
}

/// Bodies that every county has and that stand in lists without their place.
pub(crate) const COMMON: &str =
    "工商联 供销社 妇联 残联 文联 科协 侨联 总工会 红十字会 慈善总会 关工委 老龄委";

/// The member between two organizations of a list is one as well: 新地、|恒川|、长实; so is the last of four: …及|恒川|.
fn neighbours(view: &View<'_>, out: &mut Vec<Found>, tags: &[Tagged]) {
    const NOBODY: u16 =
        class::PLACE | class::PLAIN | class::STOP | class::WORD | class::GENERIC | class::LEVEL;
    let mark = |c: char| matches!(c, '、' | '及' | '和' | '与');
    settle(out);
    let mut members: Vec<Found> = Vec::new();
    for (n, f) in out.iter().enumerate() {
        if !mark(view.at(f.end)) {
            continue;
        }
        let from = f.end + 1;
        // 县农业农村局、|供销社: a body that every county has.
        let public =
            matches!(f.kind, Kind::Government | Kind::Party | Kind::Legal | Kind::Health | Kind::Association);
        let common = || COMMON.split(' ').find(|body| view.starts_with(from, body));
        if let Some(body) = common().filter(|_| public && f.len() >= 3) {
            let end = from + body.chars().count();
            // 工商联|主席, and no 法院|路.
            let whole = !TABLES.cuts_a_word(view.chars, from, end);
            if whole && across(out, from, end).is_empty() {
                members.push(Found { start: from, end, kind: Kind::Association, strength: 76, rule: "list" });
            }
            continue;
        }
        let Some(end) = (from..from + 9).find(|&i| {
            let word = matches!(
                view.classes.get(i),
                Some(Class::Han | Class::HanNumeral | Class::Latin | Class::Digit)
            );
            !word && !matches!(view.at(i), '·' | '&') || i > from + 1 && mark(view.at(i))
        }) else {
            continue;
        };
        let name = &view.chars[from..end.min(view.chars.len())];
        let between = mark(view.at(end)) && out.get(n + 1).is_some_and(|next| next.start == end + 1);
        let pair = n >= 1 && out[n - 1].end + 1 == f.start && mark(view.at(f.start - 1));
        let last = !mark(view.at(end)) && pair && (n >= 2 && out[n - 2].end + 1 == out[n - 1].start);
        // 景岸、川澜、|恒川|、…: two before it say what the list is of.
        let between = between || pair && view.at(end) == '、' && name.len() <= 5;
        let other = touching(tags, from, end).iter().any(|t| t.label != Label::Organization);
        let word = TABLES.get(name).is_some_and(|e| e.is(NOBODY) && !e.is(class::NAME))
            || TABLES.longest(name, class::STOP | class::PLAIN | class::PLACE).is_some()
            || name.contains(&'的')
            || name.contains(&'某');
        if name.len() >= 2 && (between || last) && !other && !word && across(out, from, end).is_empty() {
            members.push(Found { start: from, end, kind: Kind::Other, strength: 70, rule: "tagger" });
        }
    }
    out.extend(members);
    settle(out);
}

/// The owner's name begins the name of a house: Brewer's |Yard Taproom.
fn owned(view: &View<'_>, f: &mut Found) {
    const HOUSES: &str = "Taproom Bar Pub Cafe Café Restaurant Grill Diner Kitchen Inn Tavern Bakery Pizza Pizzeria Market \
        Deli Books Arms Garage Barbershop Steakhouse Bistro Brewery Bakehouse Nursery";
    if !(view.ends_with(f.start, "'s ") || view.ends_with(f.start, "’s ")) {
        return;
    }
    let name = view.chars.get(f.start..f.end).unwrap_or_default();
    let last = name.rsplit(|c| *c == ' ').next().unwrap_or_default();
    let owner = f.start - 3;
    let begin = (0..owner).rev().take_while(|i| view.at(*i).is_alphabetic()).last();
    let word: String = view.chars.get(begin.unwrap_or(owner)..owner).unwrap_or_default().iter().collect();
    let house = HOUSES.split(' ').any(|h| h.chars().eq(last.iter().copied()));
    let person = word.starts_with(char::is_uppercase) && TABLES.latin(&word).is_none();
    if house && person && !WORDS.get(word.as_str()).is_some_and(|w| w.nation) {
        f.start = begin.unwrap_or(f.start);
    }
}

/// A name begins before what the tagger saw of it: CSIR-|National Institute of …, the Dayton |Rivermen.
fn begun(view: &View<'_>, f: &mut Found) {
    let before = view.at(f.start.wrapping_sub(1));
    if f.rule != "tagger" || !matches!(before, '-' | ' ') {
        return;
    }
    let of = |c: &char| if before == '-' { c.is_ascii_uppercase() } else { c.is_alphabetic() };
    let begin = f.start - 1 - view.chars[..f.start - 1].iter().rev().take_while(|c| of(c)).count();
    let name = view.chars.get(f.start..f.end).unwrap_or_default();
    let word: String = name.iter().collect();
    let long = f.start - begin > 3;
    if before == '-' {
        if long
            && name.contains(&' ')
            && !matches!(view.at(begin.wrapping_sub(1)), '-' | '.')
            && view.at(f.start).is_uppercase()
        {
            f.start = begin;
        }
        return;
    }
    let nickname = (word.ends_with('s') || word.ends_with("men"))
        && word.len() > 5
        && word.chars().all(char::is_alphabetic);
    let placed =
        view.at(begin).is_uppercase() && (view.ends_with(begin, " the ") || view.ends_with(begin, "The "));
    if nickname && long && placed && !WORDS.contains_key(word.as_str()) && TABLES.latin(&word).is_none() {
        f.start = begin;
    }
}

/// The district of a prosecutor: U.S. Attorney's Office|, Eastern District of Franklin.
fn district(view: &View<'_>, f: &mut Found) {
    let office = ["Attorney's Office", "Attorney’s Office"].iter().any(|o| view.ends_with(f.end, o));
    if !office || !view.starts_with(f.end, ", ") {
        return;
    }
    let part = ["Eastern ", "Western ", "Northern ", "Southern ", "Middle ", "Central "];
    let from = f.end + 2;
    let from = from + part.iter().find(|p| view.starts_with(from, p)).map_or(0, |p| p.len());
    if view.starts_with(from, "District of ") {
        let place = from + "District of ".len();
        let state =
            |i: &usize| view.at(*i).is_alphabetic() || view.at(*i) == ' ' && view.at(*i + 1).is_uppercase();
        f.end = place + (place..place + 24).take_while(state).count();
    }
}

/// The number of a unit belongs to its name: No. 2 |Operation and Maintenance Center. A rank does not: No. 1 Stanford.
fn numbered(view: &View<'_>, f: &mut Found) {
    const UNITS: &str = "Operation Operations Maintenance Production Middle Primary High Junior Senior Experimental Vocational \
        People's Intermediate Engineering Construction Bureau Branch Factory Mine Hospital Railway Oil Power Affiliated";
    if view.at(f.start.wrapping_sub(1)) != ' ' || !view.at(f.start.wrapping_sub(2)).is_ascii_digit() {
        return;
    }
    let digits = (0..f.start.saturating_sub(1)).rev().take_while(|i| view.at(*i).is_ascii_digit()).count();
    let number = f.start - 1 - digits;
    let first: String =
        view.chars.get(f.start..f.end).unwrap_or_default().iter().take_while(|c| **c != ' ').collect();
    if view.ends_with(number, "No. ") && UNITS.split(' ').any(|unit| unit == first) {
        f.start = number - 4;
    }
}

/// Partnerships bear their form in a bracket after the name: 华兴会计师事务所（特殊普通合伙）.
fn with_form(view: &View<'_>, f: &mut Found) {
    for form in ["(特殊普通合伙)", "(有限合伙)", "(普通合伙)"] {
        if view.starts_with(f.end, form) {
            f.end += form.chars().count();
        }
    }
    // 另捐|国立阳明交通大学: where the name of a public school begins.
    let public = (1..=3).find(|&n| {
        f.end > f.start + n + 4
            && view.starts_with(f.start + n, "国立")
            && TABLES.longest(&view.chars[f.start..f.start + n], class::PLACE).is_none()
    });
    f.start += public.unwrap_or(0);
    // 香港特别行政区|立法会, 台湾中部|消费者权益促进会, 西|九龙裁判法院.
    for region in ["香港特别行政区", "澳门特别行政区"] {
        if view.ends_with(f.start, region) {
            f.start -= region.chars().count();
        }
    }
    let part = ["中部", "南部", "北部", "东部"].iter().any(|part| view.ends_with(f.start, part));
    if part && view.at(f.end - 1) == '会' {
        let place = TABLES.longest(&view.chars[..f.start - 2], class::PLACE).map_or(0, |(n, _)| n);
        f.start -= if place >= 2 { place + 2 } else { 0 };
    }
    if view.starts_with(f.start, "九龙") && view.ends_with(f.start, "西") {
        f.start -= 1;
    }
    // 新加坡|Lanshan Ventures: a country that is joined to a name in another script.
    if view.at(f.start).is_ascii_uppercase() && super::folded::han(view.at(f.start.wrapping_sub(1))) {
        let place = TABLES.longest(&view.chars[..f.start], class::PLACE).map_or(0, |(n, _)| n);
        let words = view.chars.get(f.start..f.end).unwrap_or_default().contains(&' ');
        f.start -= if place >= 2 && words { place } else { 0 };
    }
    // 财团法人|瑞晟文教基金会: so do foundations, before the name.
    for form in ["财团法人", "社团法人", "保证责任"] {
        if view.ends_with(f.start, form) {
            f.start -= form.chars().count();
        }
    }
    // 台|东区农业改良场: a district that no table knows begins with a place that one knows.
    let place = TABLES.longest(&view.chars[..f.start + 1], class::PLACE).filter(|(n, _)| *n == 2);
    let district = view.at(f.start + 1) == '区' && f.end > f.start + 3;
    if district && place.is_some() {
        f.start -= 1;
    }
}

/// True when a name is written in the Latin script alone.
fn latin(view: &View<'_>, name: &Found) -> bool {
    let classes = view.classes.get(name.start..name.end).unwrap_or_default();
    classes.contains(&Class::Latin) && !classes.iter().any(|c| matches!(c, Class::Han | Class::HanNumeral))
}

/// True when a tagged person or place reaches as far as the whole name: a place inside a longer name says nothing.
fn covers(tag: &Tagged, found: &Found) -> bool {
    tag.start as usize <= found.start && tag.end as usize >= found.end
}

/// True when the reading of a rule is better than an overlapping one of the tagger.
fn better(view: &View<'_>, rule: &Found, tag: &Found, confidence: u8) -> bool {
    // The article of a paper: The Straits Times.
    if rule.end == tag.end && rule.start + 4 == tag.start {
        return rule.strength >= 75;
    }
    // A whole name and where it is: Colorado State University | of the US.
    let rest: String = view.chars.get(rule.end..tag.end).unwrap_or_default().iter().collect();
    if rule.start == tag.start
        && matches!(rest.as_str(), " of the US" | " of the UK" | " of the USA" | " of the UAE")
    {
        return rule.strength >= 75;
    }
    // Laurentian & Pacific|Railway: the tagger stopped before the head.
    let rest: String = view.chars.get(tag.end..rule.end).unwrap_or_default().iter().collect();
    const HEADS: [&str; 18] = [
        "Railway",
        "Railroad",
        "Airlines",
        "University",
        "College",
        "Hospital",
        "Bank",
        "Council",
        "Association",
        "Union",
        "Society",
        "Federation",
        "Foundation",
        "Institute",
        "Museum",
        "Trust",
        "Club",
        "Academy",
    ];
    if rule.start == tag.start && HEADS.contains(&rest.trim_start()) && rest.starts_with(' ') {
        return rule.strength >= 75;
    }
    let certain = matches!(rule.rule, "credit" | "agency" | "report" | "listed body" | "list");
    if certain {
        return rule.strength >= 75 && confidence < 90;
    }
    if rule.start <= tag.start && rule.end >= tag.end {
        // The rule's name is longer: a head or a place that the tagger left out.
        return rule.strength >= 80 || confidence < 60;
    }
    confidence < 50 && rule.strength >= 80
}
