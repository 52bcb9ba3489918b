//! Organizations: names of companies, agencies, schools, media and other bodies.

mod alias;
mod apostrophe;
mod article;
mod chinese;
mod credit;
mod describe;
mod doubt;
mod english;
mod folded;
mod folk;
mod forms;
mod found;
pub(crate) mod heads;
mod list;
mod masthead;
mod mentions;
mod nickname;
mod page;
mod quotes;
mod repair;
mod sides;
mod towns;
mod trie;
mod weigh;
pub(crate) mod words;

pub(crate) use weigh::COMMON;

use self::folded::Folded;
use super::{Candidate, Draft};
use crate::annotation::OrganizationKind;
use crate::document::Document;
use crate::model::{Models, TagBuffer, Tagged};
use crate::options::Lang;
use crate::resolve::organization::context;
use crate::span::Span;
use crate::text::class::Class;
use crate::view::View;

/// An organization's name as found.
#[derive(Clone, Debug, Default)]
pub struct OrganizationDraft {
    /// The kind that its head or its context tells, where they do.
    pub kind: Option<OrganizationKind>,
    /// The kind of the body that is known by this name.
    pub known: Option<OrganizationKind>,
    /// How sure the finding is, in hundredths; 100 where a rule is certain.
    pub confidence: u8,
    /// Where the full name stands of which this is a mention or a short form.
    pub full: Option<Span>,
}

/// The longest name, in characters: what is longer is no name, and would cost the square of its length.
const LONGEST: usize = 160;

/// Finds the organizations of a block.
#[inline(never)] // A part of the page's module begins here.
pub fn recognize(view: &View<'_>, models: &Models, out: &mut Vec<Candidate>) {
    let mut found = Vec::new();
    chinese::scan(view, &mut found);
    english::scan(view, &mut found);
    list::scan(view, &mut found);
    credit::scan(view, &mut found);
    chinese::result::results(view, &mut found);
    found.retain(|f| f.end - f.start <= LONGEST);
    found.retain(|f| !repair::counts(view, f.start) && !repair::of_a_day(view, f.start, f.end));
    found.iter_mut().for_each(|f| f.end = repair::before_day(view, f.start, f.end));
    let mut tags = Vec::new();
    let tagged = tag(view, models, &mut tags);
    tags.retain(|t| (t.end - t.start) as usize <= LONGEST);
    if tagged {
        doubt::mark_persons(view, &tags, out);
        towns::mark(view, &tags, out);
        weigh::both(view, &mut found, &tags);
    } else {
        weigh::rules_alone(view, &mut found);
    }
    for f in &mut found {
        (f.start, f.end) = english::trimmed(view, f.start, f.end);
        // What a post tells is as doubtful as what the tagger sees.
        if (f.rule, f.strength) == (english::TOLD, english::POSTED) {
            f.rule = "tagger";
        }
    }
    let mut buffer = TagBuffer::default();
    out.extend(found.into_iter().map(|f| Candidate {
        span: view.span(past_date(view, f.start, f.end), f.end),
        draft: Draft::Organization(OrganizationDraft {
            kind: (!matches!(f.rule, "tagger" | english::TOLD)).then_some(f.kind),
            known: models.known(view.chars.get(f.start..f.end).unwrap_or_default(), &mut buffer),
            confidence: f.strength,
            full: None,
        }),
        rule: f.rule,
    }));
}

/// Where a name begins that the rest of a date was read into: 10时|邀集农会, 8月11|日靖江公安局.
fn past_date(view: &View<'_>, start: usize, end: usize) -> usize {
    let digits = (start..end).take_while(|i| view.at(*i).is_ascii_digit()).count();
    let dated = digits > 0 || start > 0 && view.at(start - 1).is_ascii_digit();
    let mark = matches!(view.at(start + digits), '时' | '日' | '点');
    if dated && digits <= 2 && mark && start + digits + 2 < end { start + digits + 1 } else { start }
}

/// Runs the tagger over the sentences of a block; false where no model answers for them.
fn tag(view: &View<'_>, models: &Models, tags: &mut Vec<Tagged>) -> bool {
    let mut buffer = TagBuffer::default();
    let mut answered = false;
    for &(from, to) in view.sentences {
        let lang = language(view, from as usize, to as usize);
        answered |= models.has(lang);
        models.tag(view, (from, to), lang, &mut buffer, tags);
    }
    answered
}

/// Whether a stretch of the document is an organization's already, in whole or in part.
fn taken(candidates: &[Candidate], span: Span) -> bool {
    candidates.iter().any(|c| matches!(c.draft, Draft::Organization(_)) && c.span.overlaps(span))
}

/// Keeps what the tagger saw and is no organization, for the rules that look at the whole document.
fn mark_tags<'a>(
    view: &View<'_>,
    tags: impl Iterator<Item = &'a Tagged>,
    rule: &'static str,
    out: &mut Vec<Candidate>,
) {
    let span = |tag: &Tagged| view.span(tag.start as usize, tag.end as usize);
    out.extend(tags.map(|tag| Candidate { span: span(tag), draft: Draft::Nothing, rule }));
}

/// The language of a sentence, by its script.
fn language(view: &View<'_>, from: usize, to: usize) -> Lang {
    let classes = view.classes.get(from..to.min(view.classes.len())).unwrap_or_default();
    let han = classes.iter().filter(|c| matches!(c, Class::Han | Class::HanNumeral)).count();
    let latin = classes.iter().filter(|c| **c == Class::Latin).count();
    if han * 3 >= latin && han > 0 { Lang::Zh } else { Lang::En }
}

/// Looks at the document as a whole: a name found once is found everywhere.
#[inline(never)] // A part of the page's module begins here.
pub fn propagate(document: &Document, candidates: &mut Vec<Candidate>) {
    let sporting = context::sporting(document);
    doubt::persons(document, candidates);
    folk::leave_out(document, candidates, sporting);
    doubt::products(document, candidates);
    doubt::common(document, candidates);
    let mut places = None;
    towns::leave_out(document, candidates, sporting, &mut places);
    article::extend(document, candidates);
    apostrophe::extend(document, candidates);
    masthead::add(document, candidates);
    quotes::add(document, candidates);
    let text = Folded::new(document);
    sides::add(&text, candidates, sporting);
    if candidates.iter().any(|c| matches!(c.draft, Draft::Organization(_))) {
        page::mend(&text, candidates);
        mentions::add(document, &text, candidates);
        towns::no_short_names(document, candidates, sporting, &mut places);
        nickname::add(document, candidates, sporting);
        // … Inc. | Co. …: a sentence that ends in a name ends the name.
        let whole = |span: Span| {
            let sentence = document.sentences().get(document.sentence_at(span.start));
            sentence.is_none_or(|sentence| sentence.span.contains(span))
        };
        candidates.retain(|c| !matches!(c.draft, Draft::Organization(_)) || whole(c.span));
    }
    doubt::namesakes(document, candidates);
}
