//! Clock times: 3 p.m., 10:30 GMT, 10.30am, noon, midnight, 1800 UTC.

use super::token::{Kind, Word};
use super::{Found, Reader};
use crate::recognize::date::draft::{Clock, Part, Unit};

/// A clock time, a part of day, and whether it shows by itself that it is a clock time.
pub type Time = (Option<Clock>, Option<Part>, bool);

impl Reader<'_> {
    /// Reads a clock time with its zone, said in figures or counted from an hour.
    pub fn time(&self, i: usize) -> Found<Time> {
        self.past_hour(i).or_else(|| self.exact(i))
    }

    /// Reads minutes past or to an hour: a quarter past noon, half past seven o'clock, 20 minutes to 2pm.
    fn past_hour(&self, i: usize) -> Found<Time> {
        let j = i + usize::from(self.is(i, Word::A));
        let (minutes, end) = match self.word(j) {
            Some(Word::Half) => (30, j + 1),
            Some(Word::Unit(Unit::Quarter)) if self.spells(j, "quarter") => (15, j + 1),
            _ => self.cardinal(j).filter(|(n, _)| (1..60).contains(n))?,
        };
        // half-past six
        let dash = self.mark(end, '-') && self.is(end + 1, Word::Past);
        let end = end + usize::from(dash || self.is(end, Word::Unit(Unit::Minute)));
        let to = match self.word(end)? {
            Word::Past => false,
            Word::Before if minutes == 15 && self.is(j, Word::Unit(Unit::Quarter)) => true,
            Word::After if minutes == 15 && self.is(j, Word::Unit(Unit::Quarter)) => false,
            Word::To if minutes != 30 => true,
            _ => return None,
        };
        // "5 to 3 p.m." and "one to three" are ranges; minutes to an hour say that they are minutes.
        let said = matches!(self.word(end - 1), Some(Word::Unit(_)));
        let five = to && minutes % 5 == 0 && minutes < 30;
        if !said && (to && !five || minutes < 5) {
            return None;
        }
        let (after, (clock, part, marked)) = self.exact(end + 1).or_else(|| {
            let (end, clock) = self.spoken_hour(end + 1, !to && matches!(minutes, 15 | 30))?;
            Some((end, (Some(clock), None, true)))
        })?;
        // ten to seven this morning: without minutes the part of day has to follow.
        if !said && to && !self.part_follows(after) {
            return None;
        }
        let clock = clock.filter(|c| c.minute == 0 && c.unit == Unit::Hour)?;
        let hour = if to { (u32::from(clock.hour) + 23) % 24 } else { u32::from(clock.hour) };
        let minute = if to { 60 - minutes } else { minutes };
        // 20 minutes past eight in the evening
        let said = if self.is(after, Word::In) && self.is(after + 1, Word::The) {
            self.word(after + 2)
        } else {
            None
        };
        if let Some(Word::Part(part)) = said {
            let clock = Clock::new(hour, Some(minute), None)?.in_part(Some(part));
            return Some((after + 3, (Some(clock), Some(part), true)));
        }
        Some((after, (Some(Clock::new(hour, Some(minute), None)?), part, marked)))
    }

    /// True before this morning, in the evening, tonight, tomorrow.
    fn part_follows(&self, i: usize) -> bool {
        let part = |k: usize| matches!(self.word(k), Some(Word::Part(_)));
        match self.word(i) {
            Some(Word::This) => part(i + 1),
            Some(Word::In) => self.is(i + 1, Word::The) && part(i + 2),
            Some(Word::Tonight | Word::Day(_)) => true,
            Some(Word::Last) => part(i + 1) || self.spells(i + 1, "night"),
            _ => false,
        }
    }

    /// The hour of "half past seven", "a quarter past 8"; after any other number of minutes, only before a stop.
    fn spoken_hour(&self, i: usize, plain: bool) -> Found<Clock> {
        let (hour, end) = self.cardinal(i).filter(|(n, _)| (1..=12).contains(n))?;
        let goes_on = matches!(self.word(end), Some(Word::Unit(_)))
            || self.mark(end, '%')
            || self.mark(end, '-')
            || self.mark(end, ':')
            || !plain && self.token(end).is_some_and(|t| t.kind == Kind::Other && !self.spells(end, "o"));
        (!goes_on).then(|| Clock::new(hour, None, None).map(|c| (end, c)))?
    }

    fn exact(&self, i: usize) -> Found<Time> {
        // 12 noon, 12 midnight
        if self.figure(i) == Some((12, 2, false))
            && matches!(self.word(i + 1), Some(Word::Noon | Word::Midnight))
        {
            return self.exact(i + 1);
        }
        match self.word(i) {
            Some(Word::Noon) => {
                return Some((self.zone(i + 1).unwrap_or(i + 1), (Clock::new(12, None, None), None, true)));
            }
            Some(Word::Midnight) => {
                return Some((
                    self.zone(i + 1).unwrap_or(i + 1),
                    (Clock::new(0, None, None), Some(Part::Midnight), true),
                ));
            }
            _ => {}
        }
        if let Some(Word::Cardinal(hour @ 1..=12)) = self.word(i) {
            // seven thirty p.m., at seven twenty-seven
            let minute = matches!(self.word(i + 1), Some(Word::Cardinal(10..=50)))
                .then(|| self.cardinal(i + 1))
                .flatten()
                .filter(|(_, end)| {
                    !self.mark(*end, '-')
                        && !matches!(
                            self.word(*end),
                            Some(Word::Unit(_) | Word::Cardinal(_) | Word::Month(..))
                        )
                });
            let behind = minute.map_or(i + 1, |(_, end)| end);
            let minute = minute.map(|(minute, _)| minute);
            // three p.m., seven o'clock
            let half = self.half_day(behind);
            let plain = minute.is_some() && self.before(i) == Some(Word::At);
            let (end, pm) = half.or(plain.then_some((behind, None)))?;
            let clock = Clock::new(twelve(u32::from(hour), pm), minute, None)?;
            return Some((self.zone(end).unwrap_or(end), (Some(clock), None, true)));
        }
        let (hour, digits, ordinal) = self.figure(i)?;
        if ordinal || i > 0 && self.joined(i) && !self.opens(i - 1) {
            return None;
        }
        // 1800 UTC, 0930 GMT
        if digits == 4 {
            // at 0600 hours, at 1700 local time
            let said = ["hours", "hrs"].iter().any(|w| self.spells(i + 1, w))
                && self.is(i.wrapping_sub(1), Word::At);
            let local = self.is(i + 1, Word::Local) && self.is(i + 2, Word::Time);
            if said || local {
                let end = i + 2 + usize::from(local);
                return Some((end, (Some(Clock::new(hour / 100, Some(hour % 100), None)?), None, true)));
            }
            let zone = self.zone(i + 1).filter(|_| matches!(self.word(i + 1), Some(Word::Zone)))?;
            return Some((zone, (Some(Clock::new(hour / 100, Some(hour % 100), None)?), None, true)));
        }
        if digits > 2 {
            return None;
        }
        // 19h30, at 19h
        if self.spells(i + 1, "h") && self.joined(i + 1) {
            let minute = self.figure(i + 2).filter(|f| self.joined(i + 2) && f.1 == 2 && !f.2).map(|f| f.0);
            let end = i + 2 + usize::from(minute.is_some());
            let led = matches!(
                self.before(i),
                Some(Word::At | Word::From | Word::By | Word::Until | Word::Between)
            );
            let plain = minute.is_some() && (digits == 2 || self.joint(end).is_some());
            let clock = Clock::new(hour, minute, None).filter(|_| led || plain)?;
            return Some((self.zone(end).unwrap_or(end), (Some(clock), None, true)));
        }
        let (mut end, mut minute, mut second) = (i + 1, None, None);
        let colon = self.mark(end, ':') && self.joined(end);
        let point = self.mark(end, '.') && self.joined(end);
        if colon || point {
            if let Some((m, 2, false)) = self.figure(end + 1).filter(|_| self.joined(end + 1)) {
                minute = Some(m);
                end += 2;
                if colon && self.mark(end, ':') && self.joined(end) && self.joined(end + 1) {
                    let (s, width, _) = self.figure(end + 1)?;
                    if width != 2 {
                        return None;
                    }
                    second = Some(s);
                    end += 2;
                }
            } else if colon {
                return None;
            }
        }
        if (self.mark(end, '.') || self.mark(end, ':'))
            && self.joined(end)
            && self.joined(end + 1)
            && self.figure(end + 1).is_some()
        {
            return None;
        }
        let half = self.half_day(end);
        let (mut end, pm) = match half {
            Some((e, pm)) => (e, pm),
            None => (end, None),
        };
        // 08.42 is a price as well, 08.42 GMT is not.
        let zoned =
            || minute.is_some() && self.zone(end).is_some() && matches!(self.word(end), Some(Word::Zone));
        // 5.30 tomorrow, the 07.00 from Oban, 09.15 over a report: no other number has a zero before it there
        let alone = i == 0 && self.token(end).is_none();
        let timed = hour < 10
            && digits == 2
            && (alone || matches!(self.before(i), Some(Word::At | Word::The | Word::Since | Word::Until)));
        let said = minute.is_some() && (timed || self.part_follows(end) && !self.is(end, Word::In));
        if point && half.is_none() && !zoned() && !said || self.mark(end, '%') && self.joined(end) {
            return None;
        }
        let clock = Clock::new(if half.is_some() { twelve(hour, pm) } else { hour }, minute, second)?;
        // Updated: 11:20
        let stamped = colon
            && self.mark(i.wrapping_sub(1), ':')
            && ["updated", "published", "posted", "modified"]
                .iter()
                .any(|w| self.spells(i.wrapping_sub(2), w));
        let mut marked = half.is_some() || point && timed || stamped;
        let mut part = None;
        // 8 in the morning, 3:30 in the afternoon
        if self.is(end, Word::In)
            && self.is(end + 1, Word::The)
            && let Some(Word::Part(p)) = self.word(end + 2)
        {
            part = Some(p);
            end += 3;
            marked = true;
        }
        // around 11 at night
        if !marked && self.is(end, Word::At) && self.is(end + 1, Word::Part(Part::Night)) && hour < 13 {
            part = Some(Part::Night);
            end += 2;
            marked = true;
        }
        if let Some(after) = self
            .zone(end)
            .filter(|_| marked || minute.is_some() || matches!(self.word(end), Some(Word::Zone)))
        {
            end = after;
            marked = true;
        }
        if !marked && minute.is_none() || hour > 12 && half.is_some() && minute.is_none() {
            // A bare number is a clock time only where its reader knows so.
            return None;
        }
        Some((end, (Some(clock.in_part(part)), part, marked)))
    }

    /// True where a number may follow the token at once: an opening bracket, a dash, a quotation mark.
    fn opens(&self, i: usize) -> bool {
        ['(', '[', '"', '“', '‘', '\'', '-', '–', '—', '~', '|', '·', '@', ',']
            .iter()
            .any(|c| self.mark(i, *c))
    }

    /// Reads a.m., pm, o'clock: `Some(true)` after noon.
    fn half_day(&self, i: usize) -> Found<Option<bool>> {
        match self.word(i) {
            Some(Word::Am) => Some((i + 1, Some(false))),
            Some(Word::Pm) => Some((i + 1, Some(true))),
            _ => {
                let spelled = self.spells(i, "o")
                    && (self.mark(i + 1, '\'') || self.mark(i + 1, '’'))
                    && self.spells(i + 2, "clock");
                spelled.then_some((i + 3, None))
            }
        }
    }

    /// Reads a zone: GMT, Eastern Time, local time, (UTC), UTC+8.
    pub fn zone(&self, i: usize) -> Option<usize> {
        match self.word(i)? {
            Word::Zone => {
                let upper = self
                    .token(i)
                    .is_some_and(|t| (t.start..t.end).all(|k| self.view.at(k).is_ascii_uppercase()));
                if !upper {
                    return None;
                }
                // UTC+8
                if (self.mark(i + 1, '+') || self.mark(i + 1, '-'))
                    && self.joined(i + 1)
                    && self.joined(i + 2)
                    && self.figure(i + 2).is_some_and(|f| f.1 <= 2)
                {
                    return Some(i + 3);
                }
                Some(i + 1)
            }
            Word::Eastern => {
                let j = i + 1 + usize::from(self.is(i + 1, Word::Standard));
                if self.is(j, Word::Time) || self.spells(j, "time") {
                    return Some(j + 1);
                }
                // 3 p.m. Central.
                let ends =
                    self.token(i + 1).is_none_or(|t| matches!(t.kind, Kind::Mark('.' | ',' | ';' | ')')));
                let american =
                    ["eastern", "pacific", "central", "mountain"].iter().any(|w| self.spells(i, w));
                (ends && american && self.capital(i)).then_some(i + 1)
            }
            _ => None,
        }
    }
}

fn twelve(hour: u32, pm: Option<bool>) -> u32 {
    match pm {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    }
}
