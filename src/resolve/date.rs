//! Dates on the calendar: each draft is anchored in reading order, on the publication date, on an earlier date, or on nothing.

mod beside;
mod direction;
mod fiscal;
mod output;
mod part;
mod same;
mod stretch;
mod told;
mod walk;

use crate::annotation::Date;
use crate::document::{Document, Role};
use crate::options::Options;
use crate::recognize::date::DateDraft;
use crate::recognize::date::draft::{Amount, Expr, Origin, Point, Step, Tense, Unit, Vague};
use crate::recognize::{Candidate, Draft};
use crate::value::calendar::{self, Day, Moment, add_days, add_months, add_seconds};
use beside::{Place, teaser_stamps};
use fiscal::{fiscal_country, fiscal_start};
use stretch::{How, Level, Stretch};

/// Resolves every date among `selected`, in reading order; one entry a date.
pub fn resolve(document: &Document, selected: &[Candidate], options: &Options) -> Vec<Box<Date>> {
    let published = options.published.or(document.dateline().map(|d| d.published));
    let stamps = teaser_stamps(document, selected);
    let mut out = Vec::new();
    let short =
        |c: &Candidate| matches!(&c.draft, Draft::Date(d) if d.names(|s| matches!(s, Step::ShortYear(_))));
    let republic = selected.iter().any(short) && counts_republic(document);
    let mut context = Context { anchor: published, republic, ..Context::default() };
    // The country of the whole text, where a block names none; looked up once.
    let mut country = None;
    for (index, candidate) in selected.iter().enumerate() {
        let id = index as u32;
        let Draft::Date(draft) = &candidate.draft else { continue };
        let block = document.block_at(candidate.span.start);
        let role = document.blocks().get(block).map(|b| b.role);
        let ahead = draft.headline
            && matches!(
                role,
                Some(Role::Title | Role::Heading | Role::Related | Role::Boilerplate | Role::ListItem)
            );
        let mut changed = None;
        if draft.fiscal || ahead {
            let mut known = DateDraft::clone(draft);
            if draft.fiscal {
                known.fiscal_start =
                    match document.blocks().get(block).map_or(1, |b| fiscal_start(document.slice(b.span))) {
                        1 => *country.get_or_insert_with(|| fiscal_country(document)),
                        start => start,
                    };
            }
            if ahead {
                known.tense = Tense::Future;
            }
            changed = Some(known);
        }
        let draft = changed.as_ref().unwrap_or(draft);
        let sentence = document.sentence_at(candidate.span.start) as u32;
        let related = role == Some(Role::Related);
        let stamp = stamps.get(index).copied().flatten().filter(|_| related);
        let anchor = stamp.map_or(published, |(moment, _)| Some(moment));
        if related != context.related || related && stamp.map(|s| s.1) != context.stamp {
            context = Context { related, republic, stamp: stamp.map(|s| s.1), ..Context::default() };
        }
        context.anchor = anchor;
        context.block = block as u32;
        context.sentence = sentence;
        let place = Place { document, selected, index, context: &context, draft };
        let resolved = place
            .explained()
            .or_else(|| place.listed())
            .or_else(|| place.told_after())
            .or_else(|| context.expr(&draft.expr, draft));
        let mut date = output::date(draft, resolved.as_ref(), &context);
        if let (Some((moment, stamp_id)), Some("publication")) = (stamp, Some(date.resolved)) {
            date.resolved = "context";
            date.leans_on = Some(stamp_id);
            date.note =
                Some(format!("teaser of another article, whose own time follows it: {}", moment.date()));
        }
        if let Some(found) = resolved {
            context.remember(draft, &found, id);
        }
        out.push(Box::new(date));
    }
    out
}

/// True where the text writes years of the Republic: 民國, or a year of three figures (113年, 113/9/9).
fn counts_republic(document: &Document) -> bool {
    document.blocks().iter().any(|b| {
        let text = document.slice(b.span);
        let digits = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        let year = |(at, _): (usize, &str)| {
            let three =
                at >= 3 && text.as_bytes().get(at - 3) == Some(&b'1') && digits(at - 2) && digits(at - 1);
            three && !(at >= 4 && digits(at - 4))
        };
        text.contains("民國") || text.match_indices('年').any(year) || text.match_indices('/').any(year)
    })
}

/// What earlier dates and the settings give to lean on.
#[derive(Debug, Default)]
struct Context {
    /// When the article, or the teaser, was published.
    anchor: Option<Moment>,
    /// True where the text counts years of the Republic.
    republic: bool,
    related: bool,
    stamp: Option<u32>,
    block: u32,
    sentence: u32,
    /// The last stretch named.
    last: Option<Named>,
    /// The last day named.
    last_day: Option<Named>,
    /// The last day named that had come when the article was published.
    last_past: Option<Named>,
    /// The days of the month last named, by their number, and that month's year and number.
    days: (i16, i8, u32),
    /// The last feast or holiday named.
    last_feast: Option<Named>,
    /// The last stretch named that something was compared with.
    against: Option<Named>,
    /// The last stretch named that had begun when the article was published.
    begun: Option<Named>,
    /// The last such stretch of more than a month, which an article reports on.
    period: Option<Named>,
    /// The last such month.
    month: Option<Named>,
    /// The last such quarter.
    quarter: Option<Named>,
}

/// A stretch that was named, and where.
#[derive(Clone, Copy, Debug)]
struct Named {
    stretch: Stretch,
    id: u32,
    block: u32,
    sentence: u32,
    /// The text gives its year in figures.
    dated: bool,
    /// It is a month or a day that the text goes on from: not a range, not what something lasts since.
    leads: bool,
}

impl Context {
    fn today(&self) -> Option<Day> {
        self.anchor.map(|m| m.date())
    }

    /// The end of an interval that runs until now.
    fn now_end(&self) -> Option<Day> {
        add_days(self.today()?, 1)
    }

    fn expr(&self, expr: &Expr, draft: &DateDraft) -> Option<Stretch> {
        match expr {
            Expr::Point(point) => self.point(point, draft),
            Expr::Range(a, b) => self.range(a, b, draft),
            Expr::Since(inner) => {
                let first = self.expr(inner, draft)?;
                let end = self.now_end().filter(|end| *end > first.start.date());
                let until = end.unwrap_or(first.end.date());
                let how = if end.is_some() { How::Publication } else { first.how };
                let mut since = Stretch::days(first.start.date(), until, first.level, how);
                since.leans_on = first.leans_on;
                since.endless = end.is_none();
                Some(since)
            }
            Expr::Back(amount) => {
                if let Some(found) = self.minutes(*amount, true) {
                    return Some(found);
                }
                let today = self.today()?;
                let start = shift(today, Amount { halves: -amount.halves, ..*amount })?;
                let mut back =
                    Stretch::days(start, self.now_end()?, Level::of(amount.unit), How::Publication);
                back.approx = true;
                back.open = amount.vague && amount.halves <= 6;
                Some(back)
            }
            Expr::Ahead(amount) => {
                if let Some(found) = self.minutes(*amount, false) {
                    return Some(found);
                }
                let today = self.today()?;
                let end = add_days(
                    shift(today, *amount)?,
                    i64::from(matches!(amount.unit, Unit::Hour | Unit::Minute)),
                )?;
                let mut ahead = Stretch::days(today, end, Level::of(amount.unit), How::Publication);
                ahead.approx = amount.vague;
                (ahead.start < ahead.end).then_some(ahead)
            }
            Expr::Within(amount) => {
                // 一天内 tells what has happened, 48小时内 what is asked for since the day last named.
                let back = amount.halves == 2 && draft.tense != Tense::Future;
                let near = self.last_day.filter(|n| n.block == self.block && !back);
                let base = near.map_or(self.today(), |n| Some(n.stretch.start.date()))?;
                let other =
                    shift(base, if back { Amount { halves: -amount.halves, ..*amount } } else { *amount })?;
                let how = if near.is_some() { How::Context } else { How::Publication };
                let mut found = Stretch::days(base.min(other), base.max(other), Level::of(amount.unit), how);
                found.range = true;
                found.approx = amount.vague;
                found.leans_on = near.map(|n| n.id);
                (found.start < found.end).then_some(found)
            }
            Expr::Offset(amount, origin) => self.offset(*amount, *origin),
            Expr::Ended(amount, last) => {
                let last = self.point(last, draft)?;
                let start = shift(last.end.date(), Amount { halves: -amount.halves, ..*amount })?;
                let mut found = Stretch::days(start, last.end.date(), Level::of(amount.unit), last.how);
                found.leans_on = last.leans_on;
                (found.start < found.end).then_some(found)
            }
            Expr::Set(_) => None,
            Expr::Vague(kind) => {
                let end = self.now_end()?;
                let level = if *kind == Vague::RecentYears { Level::Year } else { Level::Day };
                let mut vague = Stretch::days(self.today()?, end, level, How::Publication);
                vague.approx = true;
                vague.open = *kind != Vague::Now;
                (*kind != Vague::Never).then_some(vague)
            }
        }
    }

    /// Minutes or seconds before or after the publication, where its time of day is known.
    fn minutes(&self, amount: Amount, back: bool) -> Option<Stretch> {
        let length = match amount.unit {
            Unit::Minute => 60,
            Unit::Second => 1,
            _ => return None,
        };
        let now = self.anchor.filter(|m| m.time() != jiff::civil::Time::midnight())?;
        let there = add_seconds(now, length * i64::from(amount.halves) / if back { -2 } else { 2 })?;
        let (start, end) = if back { (there, now) } else { (now, there) };
        let found = Stretch::moment(start, amount.unit, How::Publication);
        (start < end).then_some(Stretch { end, approx: amount.vague, range: true, ..found })
    }

    fn offset(&self, amount: Amount, origin: Origin) -> Option<Stretch> {
        // In the fall of 2013 it began; ten years later…
        let years = matches!(amount.unit, Unit::Year | Unit::Decade | Unit::Century);
        let near = if years { self.last } else { self.last_day }.filter(|n| n.block == self.block);
        let (base, how, leans_on) = match (origin, near) {
            (Origin::Context, Some(named)) => (named.stretch.start, How::Context, Some(named.id)),
            _ => (self.anchor?, How::Publication, None),
        };
        let day = base.date();
        let seconds = match amount.unit {
            Unit::Hour => 3600,
            Unit::Minute => 60,
            Unit::Second => 1,
            _ => 0,
        };
        let mut found = if seconds > 0 {
            let moment = add_seconds(base, seconds * i64::from(amount.halves) / 2)?;
            let known = base.time() != jiff::civil::Time::midnight();
            if known { Stretch::moment(moment, Unit::Minute, how) } else { Stretch::day(moment.date(), how) }
        } else {
            let there = shift(day, amount)?;
            match amount.unit {
                // 半年前 is half a year back, to the month.
                Unit::Year if amount.halves.abs() == 1 => Stretch::month(there, how)?,
                Unit::Half => Stretch::month(there, how)?,
                Unit::Year => Stretch::year(i32::from(there.year()), how)?,
                Unit::Decade | Unit::Century => Stretch::year(i32::from(there.year()), how)?,
                Unit::Month | Unit::Quarter => Stretch::month(there, how)?,
                _ => Stretch::day(there, how),
            }
        };
        found.approx =
            amount.vague || !matches!(amount.unit, Unit::Day | Unit::Hour | Unit::Minute | Unit::Second);
        found.leans_on = leans_on;
        Some(found)
    }

    fn range(&self, a: &Expr, b: &Expr, draft: &DateDraft) -> Option<Stretch> {
        let first = self.expr(a, draft)?;
        // The second end lies after the first, whatever its clause says.
        let after = DateDraft { tense: Tense::Future, ..draft.clone() };
        let mut second =
            Context { anchor: Some(first.start), last: None, last_day: None, ..*self }.expr(b, &after)?;
        let relative = matches!(b, Expr::Point(p) if p.steps.first().is_some_and(|s| walk::leans_on_now(*s)));
        if relative {
            second = self.expr(b, draft)?;
        } else if matches!(b, Expr::Point(p) if p.steps.first().is_some_and(|s| matches!(s, Step::ContextDay(_) | Step::ContextYear(_))))
        {
            let named = Named {
                stretch: first,
                id: 0,
                block: self.block,
                sentence: self.sentence,
                dated: true,
                leads: true,
            };
            second = Context { last: Some(named), last_day: Some(named), ..*self }.expr(b, &after)?;
        }
        // 10时至12时 ends at twelve, 5日至8日 with the eighth day.
        let mut end = if second.clock && !second.range { second.start } else { second.end };
        if end <= first.start {
            // 10月31日至3月1日 goes over the turn of the year, 22时至2时 over midnight.
            end = if second.clock {
                add_days(end.date(), 1).map(|d| Moment::from_parts(d, end.time()))?
            } else {
                Moment::from(add_months(end.date(), 12)?)
            };
        }
        let range = Stretch {
            start: first.start,
            end,
            level: second.level.max(first.level),
            clock: first.clock || second.clock,
            range: true,
            approx: first.approx || second.approx,
            ..first
        };
        (range.start < range.end).then_some(range)
    }

    fn point(&self, point: &Point, draft: &DateDraft) -> Option<Stretch> {
        let mut found = if point.steps.is_empty() {
            // A clock time stands on the last day named.
            // What has happened did so by the day of publication.
            let day = match self.anchor_day(draft).filter(|n| n.stretch.level == Level::Day) {
                Some(named) => {
                    let mut day = Stretch::day(named.stretch.start.date(), How::Context);
                    day.leans_on = Some(named.id);
                    day
                }
                None => Stretch::day(self.today()?, How::Publication),
            };
            if point.clock.is_none() && point.part.is_none() {
                return None;
            }
            day
        } else {
            self.walk(&point.steps, draft)?
        };
        if let Some(clock) = point.clock {
            let how = found.how;
            let (approx, leans_on) = (found.approx, found.leans_on);
            found = Stretch::moment(stretch::at(found.start.date(), Some(clock)), clock.unit, how);
            found.approx = approx;
            found.leans_on = leans_on;
        } else if point.part.is_some() && found.level == Level::Day {
            found.part = point.part;
        }
        Some(found)
    }

    /// The day last named, or the last one that has come where the clause tells of the past.
    fn anchor_day(&self, draft: &DateDraft) -> Option<Named> {
        let ahead = |n: &Named| self.today().is_some_and(|today| n.stretch.start.date() > today);
        // 须2027年6月30日前竣工。同日…: a far deadline is nothing that the text goes on about either.
        let far = |n: &Named| {
            self.today().is_some_and(|today| calendar::days_between(today, n.stretch.start.date()) > 92)
        };
        // A day of another season, in another block, is not what the text goes on about.
        let distant = |n: &Named| {
            n.block != self.block
                && self.today().is_some_and(|t| calendar::days_between(n.stretch.start.date(), t) > 60)
        };
        if self.last_day.as_ref().is_some_and(distant) {
            return None;
        }
        // Thanksgiving and the day after: what the sentence itself names holds.
        if self.last_day.is_some_and(|n| n.block == self.block && n.sentence == self.sentence) {
            return self.last_day;
        }
        let past = draft.tense == Tense::Past
            || draft.tense == Tense::Unknown
                && self.last_day.as_ref().is_some_and(far)
                && self.last_past.is_some();
        if !past || !self.last_day.as_ref().is_some_and(ahead) {
            return self.last_day;
        }
        let today = self.today()?;
        self.last_past
            .filter(|n| n.block == self.block && calendar::days_between(n.stretch.start.date(), today) <= 31)
    }

    fn remember(&mut self, draft: &DateDraft, found: &Stretch, id: u32) {
        let expr = &draft.expr;
        if found.open || found.endless || matches!(expr, Expr::Set(_) | Expr::Vague(_)) {
            return;
        }
        // What a figure is compared with is not what the text goes on about.
        let compared = |s: &Step| matches!(s, Step::Same | Step::SameMonth | Step::ContextYear(-1));
        if matches!(expr, Expr::Point(p) if p.steps.iter().any(compared)) {
            return;
        }
        let dated = match expr {
            Expr::Point(p) => matches!(p.steps.first(), Some(Step::Year(_))),
            Expr::Range(a, _) => {
                matches!(&**a, Expr::Point(p) if matches!(p.steps.first(), Some(Step::Year(_))))
            }
            _ => false,
        };
        let inherited = self.last.is_some_and(|l| {
            l.dated && l.block == self.block && l.stretch.start.year() == found.start.year()
        });
        let named = Named {
            stretch: *found,
            id,
            block: self.block,
            sentence: self.sentence,
            dated: dated || inherited && !matches!(expr, Expr::Since(_)),
            leads: matches!(expr, Expr::Point(p)
                if p.steps.iter().any(|s| matches!(s, Step::Month(_)))
                    && !p.steps.iter().any(|s| matches!(s, Step::Edge(_))))
                && draft.modifier != Some("since"),
        };
        if draft.compared {
            self.against = Some(named);
        }
        let counted = matches!(expr, Expr::Back(_) | Expr::Ahead(_) | Expr::Within(_));
        if !counted && !draft.compared && self.today().is_none_or(|today| found.start.date() <= today) {
            self.remember_period(named);
        }
        if !counted && !matches!(expr, Expr::Since(_)) && !(draft.compared && found.level < Level::Day) {
            self.last = Some(named);
        }
        // 截至9月30日 gives the state of an account, since May 28 where a count began: not the day that the text goes on about.
        let account = matches!(draft.modifier, Some("until" | "since"))
            && self.today().is_some_and(|t| {
                let back = calendar::days_between(found.start.date(), t);
                back > 20 || back < -1 && draft.modifier == Some("until")
            });
        // A feast inside the holiday last named (中秋 in 国庆中秋假期) does not take its place.
        let inside = |l: Named| l.stretch.start <= found.start && found.end <= l.stretch.end;
        if found.feast && !self.last_feast.is_some_and(inside) {
            self.last_feast = Some(named);
        }
        if found.level == Level::Day && !found.range && !account && !draft.compared {
            let day = found.start.date();
            let same = (self.days.0, self.days.1) == (day.year(), day.month());
            let bits = if same { self.days.2 } else { 0 };
            self.days = (day.year(), day.month(), bits | 1 << day.day());
            self.last_day = Some(Named { stretch: Stretch { clock: found.clock, ..*found }, ..named });
            if self.today().is_some_and(|today| found.start.date() <= today) {
                self.last_past = self.last_day;
            }
        }
    }

    /// Keeps a stretch that had begun when the article was published, by its length.
    fn remember_period(&mut self, named: Named) {
        let (start, end) = (named.stretch.start.date(), named.stretch.end.date());
        self.begun = Some(named);
        match calendar::days_between(start, end) {
            32..=400 => {
                // 二季度 within 上半年 is a part of what is reported on.
                let inside = |p: Named| {
                    p.stretch.start <= named.stretch.start
                        && named.stretch.end <= p.stretch.end
                        && calendar::days_between(p.stretch.start.date(), p.stretch.end.date()) < 360
                        && self.now_end() != Some(p.stretch.end.date())
                };
                if !self.period.is_some_and(inside) {
                    self.period = Some(named);
                }
            }
            28..=31 if start.day() == 1 => self.month = Some(named),
            _ => {}
        }
        if named.stretch.level == Level::Quarter && !named.stretch.range {
            self.quarter = Some(named);
        }
    }
}

/// The day so long after (before, where negative) a day; hours and less stay on it unless they make days.
fn shift(day: Day, amount: Amount) -> Option<Day> {
    let halves = i64::from(amount.halves);
    match amount.unit {
        Unit::Second | Unit::Minute => Some(day),
        Unit::Hour => add_days(day, halves / 48),
        Unit::Day => add_days(day, halves / 2),
        Unit::Week | Unit::Weekend => add_days(day, halves * 7 / 2),
        Unit::Month => {
            let whole = add_months(day, halves / 2)?;
            add_days(whole, if halves % 2 == 0 { 0 } else { 15 * halves.signum() })
        }
        Unit::Quarter => add_months(day, halves * 3 / 2),
        Unit::Half => add_months(day, halves * 3),
        Unit::Year => add_months(day, halves * 6),
        Unit::Decade => add_months(day, halves * 60),
        Unit::Century => add_months(day, halves * 600),
    }
}
