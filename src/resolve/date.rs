//! Dates on the calendar: each draft is anchored in reading order, on the publication date, on an earlier date, or on nothing.

mod beside;
mod country;
mod direction;
mod land;
mod memory;
mod offset;
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
use crate::recognize::date::draft::{Amount, Expr, Part, Point, Step, Tense, Unit, Vague};
use crate::recognize::{Candidate, Draft};
use crate::span::Span;
use crate::value::calendar::{self, Day, Moment, add_days, add_months, days_between};
use beside::{Place, teaser_stamps};
use country::{fiscal_country, fiscal_start};
use land::Land;
use offset::shift;
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
    let mut land = None;
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
        // ・舊碼頭改建　2027年完工　10月9日: the day that a teaser ends with was its own.
        let apart = |text: &str| {
            let before = text.trim_end();
            before.len() < text.len() && !before.ends_with(|c: char| c.is_ascii_alphabetic())
                || text.ends_with(['(', '（'])
        };
        let ends = || {
            let head = document.blocks().get(block).map(|b| Span::new(b.span.start, candidate.span.start));
            if !head.is_some_and(|head| apart(document.slice(head))) {
                return false;
            }
            let rest = document.blocks().get(block).map(|b| Span::new(candidate.span.end, b.span.end));
            rest.is_some_and(|rest| document.slice(rest).trim_end_matches([')', '）', ' ']).is_empty())
        };
        let own = role == Some(Role::Related)
            && matches!(&draft.expr, Expr::Point(p) if matches!(p.steps[..], [Step::Month(_), Step::Day(_)]))
            && ends();
        let mut changed = None;
        let matters = Land::matters(draft);
        let two_ways = Land::two_ways(draft, document.slice(candidate.span));
        if draft.fiscal || ahead || own || matters || two_ways {
            let mut known = DateDraft::clone(draft);
            if draft.fiscal {
                known.fiscal_start =
                    match document.blocks().get(block).map_or(1, |b| fiscal_start(document.slice(b.span))) {
                        1 => *country.get_or_insert_with(|| fiscal_country(document)),
                        start => start,
                    };
            }
            if matters {
                let land = land.get_or_insert_with(|| Land::of(document, selected));
                land.adapt(&mut known, document.slice(candidate.span));
            }
            if two_ways {
                let land = land.get_or_insert_with(|| Land::of(document, selected));
                land.order(&mut known, document.slice(candidate.span), published.map(|m| m.date()));
            }
            if ahead {
                known.tense = Tense::Future;
            }
            if own {
                known.stamp = true;
                known.tense = Tense::Past;
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
        let first = document.blocks().get(block).is_some_and(|b| b.span.start == candidate.span.start);
        let clock = matches!(&draft.expr, Expr::Point(p) if p.steps.is_empty() && p.clock.is_some());
        let row = first && clock && {
            let text = document.text().get(candidate.span.end as usize..).unwrap_or_default();
            text.starts_with([' ', '\u{3000}', '\t'])
        };
        if context.block != block as u32 {
            // 12:15　…: what one row names is not what the next goes on from.
            if context.clocked {
                context.last_day = context.outer;
            }
            context.clocked = row;
            context.outer = context.last_day;
            context.labelled = labelled(document, block);
            let text = document.blocks().get(block).map_or("", |b| document.slice(b.span));
            context.aside =
                role == Some(Role::Caption) || text.starts_with(['(', '（']) && text.ends_with([')', '）']);
        }
        // 11:52, alone in its line: an entry of a live page, of the day of publication.
        context.entry = first
            && clock
            && document.blocks().get(block).is_some_and(|b| b.span.len() <= candidate.span.len() + 1);
        context.heading = matches!(role, Some(Role::Title | Role::Heading | Role::Related));
        context.item =
            row || first && matches!(role, Some(Role::ListItem | Role::Related | Role::Boilerplate));
        context.block = block as u32;
        context.sentence = sentence;
        let place = Place { document, selected, index, context: &context, draft };
        let resolved = place
            .explained()
            .or_else(|| place.listed())
            .or_else(|| place.told_after())
            .or_else(|| place.headed())
            .or_else(|| context.expr(&draft.expr, draft));
        let mut date = output::date(draft, resolved.as_ref(), &context);
        if let (Some((moment, stamp_id)), Some("publication")) = (stamp, Some(date.resolved)) {
            date.resolved = "context";
            date.leans_on = Some(stamp_id);
            date.note =
                Some(format!("teaser of another article, whose own time follows it: {}", moment.date()));
        }
        if let Some(found) = resolved.filter(|f| f.level == Level::Day && !f.range && !related) {
            let behind =
                Span::new(candidate.span.end, (candidate.span.end + 3).min(document.text().len() as u32));
            let line =
                document.text().get(behind.range()).is_some_and(|c| matches!(c, "讯" | "电" | "訊" | "電"));
            let day = found.start.date();
            let near = context.today().is_some_and(|t| (1..=2).contains(&calendar::days_between(day, t)));
            if line && near {
                context.written = Some(day);
            }
        }
        if let Some(found) = resolved {
            // The day of the dateline is not what the page goes on about where its title names another.
            let stamp = matches!(role, Some(Role::Dateline | Role::Byline | Role::Credit))
                && context.subject.is_some()
                && context.today() == Some(found.start.date());
            if !stamp {
                context.remember(draft, &found, id);
            }
            let ahead = context.today().is_some_and(|today| found.start.date() > today);
            let named = draft.names(|s| matches!(s, Step::DayOffset(_) | Step::Weekday(_)));
            if role == Some(Role::Title) && ahead && named && found.level == Level::Day && !found.range {
                context.subject = context.last_day;
            }
        }
        out.push(Box::new(date));
    }
    out
}

/// True for a row such as `Town Hall: closed Thursday`, beside others; its label does not speak of a time.
fn labelled(document: &Document, block: usize) -> bool {
    const TIMES: &[&str] = &["when", "date", "time", "day", "日", "时", "時", "期"];
    let label = |block: usize| {
        let text = document.blocks().get(block).map(|b| document.slice(b.span)).filter(|t| t.len() < 160)?;
        let (label, rest) = text.split_once(": ").or_else(|| text.split_once('：'))?;
        (label.len() < 60 && !rest.is_empty()).then(|| label.to_lowercase())
    };
    let beside = block.checked_sub(1).and_then(label).is_some() || label(block + 1).is_some();
    beside && label(block).is_some_and(|l| !TIMES.iter().any(|w| l.contains(w)))
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
    /// The day of the dateline, where the text was written before it was published (新华社北京9月2日电).
    written: Option<Day>,
    related: bool,
    stamp: Option<u32>,
    block: u32,
    sentence: u32,
    /// True where the block is a row of a list with a label that speaks of no time.
    labelled: bool,
    /// True where it is a caption, or a line between brackets.
    aside: bool,
    /// True where it is a title, a heading or a teaser.
    heading: bool,
    /// True where the date begins an item of a list: 12:15　…
    item: bool,
    /// True where the block begins with a clock and a space, as a row of a list does.
    clocked: bool,
    /// True where the block is a clock and nothing else.
    entry: bool,
    /// The last day named before such rows.
    outer: Option<Named>,
    /// The day to come that the title names (Tomorrow's card).
    subject: Option<Named>,
    /// The last stretch named.
    last: Option<Named>,
    /// The last day named.
    last_day: Option<Named>,
    /// The last day named that had come when the article was published.
    last_past: Option<Named>,
    /// The last of them within three days of it.
    near: Option<Named>,
    /// The days of the month last named, by their number, and that month's year and number.
    days: (i16, i8, u32),
    /// The last row of days named, a month long at most.
    row: Option<Named>,
    /// The last feast or holiday named.
    last_feast: Option<Named>,
    /// The last stretch named that something was compared with.
    against: Option<Named>,
    /// The last stretch named that had begun when the article was published.
    begun: Option<Named>,
    /// The last such stretch of more than a month, which an article reports on.
    period: Option<Named>,
    /// The year that a title names.
    titled: Option<Named>,
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
    /// It stands in a row of a list with a label of its own (Town Hall: closed Thursday), which no other row goes on from.
    row: bool,
    /// It is a month or a day that the text goes on from: not a range, not what something lasts since.
    leads: bool,
    /// It stands in a title or a line of its own, over what follows.
    over: bool,
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
                // 未来三天, the next five days: those after today.
                let few = i64::from(amount.unit == Unit::Day && !amount.vague && amount.halves <= 20);
                let (start, end) = (add_days(today, few)?, add_days(end, few)?);
                let mut ahead = Stretch::days(start, end, Level::of(amount.unit), How::Publication);
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
            Expr::Vague(Vague::Year) => Stretch::year(i32::from(self.today()?.year()), How::Publication),
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

    /// The day of a weekday that a range begins with, before the day that it ends with: 10pm on Tuesday to 1am on
    /// Wednesday, December 3.
    fn weekday_before(&self, a: &Expr, b: &Expr, draft: &DateDraft) -> Option<Expr> {
        let (Expr::Point(first), Expr::Point(last)) = (a, b) else { return None };
        let &[Step::Weekday(number)] = &first.steps[..] else { return None };
        let dated = matches!(last.steps[..], [.., Step::Month(_), Step::Day(_)]);
        let end = self.expr(b, draft).filter(|_| dated)?.start.date();
        let back = (i64::from(calendar::weekday(end)) - i64::from(number)).rem_euclid(7);
        let day = add_days(end, -back)?;
        let steps = vec![Step::Year(day.year()), Step::Month(day.month() as u8), Step::Day(day.day() as u8)];
        Some(Expr::Point(Point { steps, ..first.clone() }))
    }

    fn range(&self, a: &Expr, b: &Expr, draft: &DateDraft) -> Option<Stretch> {
        let dated = self.weekday_before(a, b, draft);
        let a = dated.as_ref().unwrap_or(a);
        let first = self.expr(a, draft)?;
        // The second end lies after the first, whatever its clause says.
        let after = DateDraft { tense: Tense::Future, weekday: None, ..draft.clone() };
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
                row: false,
                leads: true,
                over: false,
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
        let mut start = first.start;
        // 1—11月增长3%, told in January: of the year that is over.
        let month = |e: &Expr| matches!(e, Expr::Point(p) if matches!(p.steps[..], [Step::Month(_)]));
        let far = self.today().is_some_and(|today| days_between(today, end.date()) > 150);
        let accounts = month(a) && month(b) && start.month() == 1 && !draft.starts && !draft.english;
        // It rose from January through November, told in February.
        let over = draft.tense == Tense::Past
            && self.today().is_some_and(|today| days_between(today, second.start.date()) > 31);
        let accounts = accounts && far || month(a) && month(b) && draft.english && over;
        if accounts && first.how == How::Publication && draft.tense != Tense::Future {
            start = Moment::from(add_months(start.date(), -12)?);
            end = Moment::from(add_months(end.date(), -12)?);
        }
        let range = Stretch {
            start,
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
                    // At 10.20pm on Monday; by midnight: the night's end.
                    let midnight = point.part == Some(Part::Midnight)
                        && point.clock.is_some_and(|c| c.hour == 0)
                        && named.stretch.clock
                        && named.stretch.start.time().hour() >= 12;
                    let next = midnight || self.small_hours(&named, point, draft);
                    let day = add_days(named.stretch.start.date(), i64::from(next))?;
                    let mut day = Stretch::day(day, How::Context);
                    day.leans_on = Some(named.id);
                    day
                }
                None => Stretch::day(self.today()?, How::Publication),
            };
            if point.clock.is_none() && point.part.is_none() {
                return None;
            }
            if self.not_yet(day.start.date(), point, draft) {
                Stretch::day(add_days(day.start.date(), -1)?, day.how)
            } else {
                day
            }
        } else {
            self.walk(&point.steps, draft)?
        };
        if let Some(mut clock) = point.clock {
            let how = found.how;
            let (approx, leans_on) = (found.approx, found.leans_on);
            let carried = self.afternoon(point, clock.hour, leans_on, draft);
            clock.hour += if carried.is_some() { 12 } else { 0 };
            found = Stretch::moment(stretch::at(found.start.date(), Some(clock)), clock.unit, how);
            found.part = point.part.or(carried);
            found.approx = approx;
            found.leans_on = leans_on;
        } else if point.part.is_some() && found.level == Level::Day {
            found.part = point.part;
        }
        Some(found)
    }

    /// 今日下午起火。3时21分…: a Chinese clock without a part of day has that of the time last named.
    fn afternoon(&self, point: &Point, hour: u8, leans_on: Option<u32>, draft: &DateDraft) -> Option<Part> {
        let bare =
            !draft.english && point.steps.is_empty() && point.part.is_none() && (1..12).contains(&hour);
        let named = self.last_day.filter(|n| bare && leans_on == Some(n.id))?;
        let (told, near) = (named.stretch, named.block == self.block && named.sentence + 1 >= self.sentence);
        let fits = match told.part? {
            Part::Afternoon if !told.clock => hour <= 6,
            Part::Evening | Part::Night if !told.clock => hour >= 6,
            Part::Afternoon | Part::Evening => told.start.time().hour() as u8 <= hour + 12,
            _ => false,
        };
        told.part.filter(|_| near && fits)
    }

    /// 傍晚6时许送医, told at noon: a clock that the day had not reached is of the day before.
    fn not_yet(&self, day: Day, point: &Point, draft: &DateDraft) -> bool {
        let past = draft.tense == Tense::Past && draft.modifier.is_none();
        let now = self.anchor.filter(|now| now.date() == day && now.time() != jiff::civil::Time::midnight());
        past && now.zip(point.clock).is_some_and(|(now, clock)| {
            let clock = clock.in_part(point.part);
            // （08:15更新）, under a dateline of 07:30, is of the day itself.
            now.hour() + 2 <= clock.hour as i8
        })
    }

    /// Lost power on Tuesday night; still dark at 5 a.m.: the morning after.
    fn small_hours(&self, named: &Named, point: &Point, draft: &DateDraft) -> bool {
        let told = named.stretch;
        let late = matches!(told.part, Some(Part::Evening | Part::Night))
            || told.clock && (18..24).contains(&told.start.time().hour());
        // 半夜1点 is of the night before, whatever is told of.
        let midnight = point.part == Some(Part::Night);
        let early =
            point.clock.is_some_and(|c| c.hour <= 6 && (c.hour > 0 || point.part == Some(Part::Dawn)))
                && (draft.english && point.part.is_none() || point.part == Some(Part::Dawn) || midnight);
        let come = midnight || self.today().is_some_and(|today| told.start.date() < today);
        late && early && come && self.block == named.block && named.sentence + 1 >= self.sentence
    }

    /// True for a clock of the day, already past, in a caption or between brackets: （16时开设）.
    fn noted(&self, draft: &DateDraft) -> bool {
        let Expr::Point(Point { clock: Some(clock), .. }) = &draft.expr else { return false };
        let now = self.anchor.map_or((0, 0), |m| (m.hour(), m.minute()));
        self.aside && now > (0, 0) && (clock.hour as i8, clock.minute as i8) <= now
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
            let back = self.today().map_or(0, |t| calendar::days_between(n.stretch.start.date(), t));
            // 4月22日…, told in July. 次日凌晨…: the day after goes on from any day that stands near.
            let goes_on =
                draft.names(|s| matches!(s, Step::ContextDay(1..))) && n.sentence + 3 >= self.sentence;
            let clock = matches!(&draft.expr, Expr::Point(p) if p.steps.is_empty());
            // Gates open at noon: not on the day of last week that another paragraph told of.
            let present = clock && draft.english && back > 7 && draft.tense != Tense::Past;
            n.block != self.block
                && (back > 60 && !goes_on || back < -45 && clock || present || n.row && clock)
        };
        // As of 5:30 a.m., 截至20时: the day of the report, in a part of the page of its own.
        let alone = matches!(&draft.expr, Expr::Point(p) if p.steps.is_empty());
        let reached = draft.modifier == Some("until") && draft.tense == Tense::Past && alone;
        // 12:15　…: an item of a list is of the page's own day, where no day stands over the list.
        let item = |n: &Named| {
            let back = self.today().map_or(0, |t| calendar::days_between(n.stretch.start.date(), t));
            self.item && alone && back > 1 && !n.over
        };
        let elsewhere =
            |n: &Named| n.block != self.block && (reached || alone && self.noted(draft) || item(n));
        if self.entry || self.last_day.as_ref().is_some_and(elsewhere) {
            return None;
        }
        // 春节前料再升。缆车延至上午11时开出: a feast that another sentence speaks of is not the day of a clock.
        let feast = |n: &Named| {
            let away = self.today().map_or(0, |t| calendar::days_between(n.stretch.start.date(), t));
            n.stretch.feast && n.sentence != self.sentence && away.abs() > 14
        };
        if alone && self.last_day.as_ref().is_some_and(feast) {
            return self.near;
        }
        if self.last_day.as_ref().is_some_and(distant) {
            return self.subject.filter(|_| alone);
        }
        // 元旦前夕开工…, and in the next paragraph 上午9时: of the day that the page is about.
        let farther = |n: &Named| {
            let back = self.today().map_or(0, |t| calendar::days_between(n.stretch.start.date(), t));
            alone && n.block != self.block && !n.stretch.clock && back > 4
        };
        if self.last_day.as_ref().is_some_and(farther) && self.near.is_some() {
            return self.near;
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
        let past = self.last_past.filter(|n| {
            let back = calendar::days_between(n.stretch.start.date(), today);
            back <= if n.block == self.block { 31 } else { 3 }
        });
        // 昨日…; 本月20日开会。同日傍晚: what is told of goes on.
        past.or(self.near.filter(|n| n.block + 4 > self.block))
    }
}
