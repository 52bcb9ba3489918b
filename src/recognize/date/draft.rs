//! A date as the text states it: a small expression that has no calendar value until it is anchored.

use crate::value::calendar::Day;
use crate::value::calendar::feast::Feast;

/// A date before it is anchored.
#[derive(Clone, Debug, PartialEq)]
pub struct DateDraft {
    /// What the words say.
    pub expr: Expr,
    /// True where the words say about, early, 左右, 许.
    pub approx: bool,
    /// `since`, `before`, `after`, `until`: what stands before or after the span.
    pub modifier: Option<&'static str>,
    /// Where its clause points.
    pub tense: Tense,
    /// The weekday that stands beside a day of the month.
    pub weekday: Option<u8>,
    /// True where something is compared with it or counted to it (比前天, 距重阳节): the text does not go on about it.
    pub compared: bool,
    /// True for what something begins with (自9月1日起) or is put off to (shelved until April), to come where nothing says
    /// otherwise.
    pub starts: bool,
    /// True where an infinitive stands before it, which in a headline says what is to come.
    pub headline: bool,
    /// True for the day that a teaser ends with, which was its own.
    pub stamp: bool,
    /// True in an English clause, where a day without a year is mostly one of this year.
    pub english: bool,
    /// True for a fiscal year or quarter.
    pub fiscal: bool,
    /// The country's fiscal year begins in this month; 1 where none is stated.
    pub fiscal_start: u8,
}

impl Default for DateDraft {
    fn default() -> Self {
        Self::new(Expr::Vague(Vague::Recent))
    }
}

impl DateDraft {
    /// An expression without anything around it.
    pub fn new(expr: Expr) -> Self {
        Self {
            expr,
            approx: false,
            modifier: None,
            tense: Tense::Unknown,
            weekday: None,
            compared: false,
            starts: false,
            headline: false,
            stamp: false,
            english: false,
            fiscal: false,
            fiscal_start: 1,
        }
    }
}

impl DateDraft {
    /// True where one of its steps is such.
    pub fn names(&self, such: impl Fn(&Step) -> bool) -> bool {
        fn within(expr: &Expr, such: &dyn Fn(&Step) -> bool) -> bool {
            match expr {
                Expr::Point(point) => point.steps.iter().any(such),
                Expr::Range(a, b) => within(a, such) || within(b, such),
                Expr::Since(inner) => within(inner, such),
                _ => false,
            }
        }
        within(&self.expr, &such)
    }
}

/// Where a clause points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// It tells what has happened.
    Past,
    /// It tells what will happen.
    Future,
    /// It does not say; news looks back.
    #[default]
    Unknown,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A year, a month, a day, a clock time: one thing on the calendar, coarse to fine.
    Point(Point),
    /// From one to another, both included.
    Range(Box<Expr>, Box<Expr>),
    /// From its start until now (以来).
    Since(Box<Expr>),
    /// A length of time that ends now (近五年, the past 30 days).
    Back(Amount),
    /// A length of time that begins now (未来三天, the next two weeks).
    Ahead(Amount),
    /// A length of time that something takes (一天内, within 48 hours).
    Within(Amount),
    /// A length of time that ends with a day or month (the nine months to September 30).
    Ended(Amount, Box<Point>),
    /// So long before (negative) or after now or the last date named (三天前, an hour later).
    Offset(Amount, Origin),
    /// Again and again (每周一, every Monday).
    Set(Option<Box<Expr>>),
    /// Near a date that is not said.
    Vague(Vague),
}

/// What an offset counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The publication.
    Now,
    /// The last date named.
    Context,
    /// The day that the passage tells of, else the publication (三天前).
    Told,
}

/// Vague expressions by what they leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vague {
    /// 近日, recently: open start, ends now.
    Recent,
    /// 近年来, in recent years: open start, ends now, counted in years.
    RecentYears,
    /// 目前, now: today, about.
    Now,
    /// 年内: some time in the current year.
    Year,
    /// Nothing that can be put on the calendar (往年, 距今约2500年).
    Never,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Twice the number, so that halves count (一年半: 3); negative where it goes back.
    pub halves: i32,
    /// The unit.
    pub unit: Unit,
    /// True for 几, 多, several.
    pub vague: bool,
}

impl Amount {
    /// With so much of a finer unit, in that unit: a year and two months, two hours and ten minutes.
    pub fn and(self, rest: Self) -> Option<Self> {
        let times = match (self.unit, rest.unit) {
            (Unit::Year, Unit::Month) => 12,
            (Unit::Year, Unit::Day) => 365,
            (Unit::Month, Unit::Week | Unit::Day) => 30,
            (Unit::Week, Unit::Day) => 7,
            (Unit::Day, Unit::Hour) => 24,
            (Unit::Hour, Unit::Minute) | (Unit::Minute, Unit::Second) => 60,
            _ => return None,
        };
        // Weeks beside months are counted in days.
        let weeks = rest.unit == Unit::Week;
        let (rest_halves, unit) = if weeks { (rest.halves * 7, Unit::Day) } else { (rest.halves, rest.unit) };
        let halves = self.halves.checked_mul(times)?.checked_add(rest_halves)?;
        Some(Self { halves, unit, vague: self.vague || rest.vague })
    }
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// One thing on the calendar: steps from coarse to fine, then part of day and clock.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// Each narrows what the one before names; the first is anchored.
    pub steps: Vec<Step>,
    /// The part of day.
    pub part: Option<Part>,
    /// The clock time.
    pub clock: Option<Clock>,
}

/// One step of a [`Point`].
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Step {
    Year(i16),
    /// Years from the publication.
    YearOffset(i16),
    /// Years from the last date named (同年, 次年, that year).
    ContextYear(i16),
    /// The year that the sentence tells of where it compares (较年初), else the current one.
    YearTold,
    /// The school year that begins in this year, in this month.
    SchoolYear(i16, u8),
    /// The school year so many from the current one, which begins in this month.
    SchoolOffset(i8, u8),
    /// A year of two figures, of the Republic where the text counts so (97年).
    ShortYear(u8),
    /// The year nearest to now with this number in the cycle of sixty (甲子 0).
    CycleYear(u8),
    Decade(i16),
    /// A decade without its century (90年代).
    DecadeOfCentury(u8),
    Century(i16),
    CenturyOffset(i8),
    DecadeOffset(i8),
    Half(u8),
    HalfOffset(i8),
    Quarter(u8),
    QuarterOffset(i8),
    /// 1 spring to 4 winter.
    Season(u8),
    SeasonOffset(i8),
    /// The latest such season that is over (-1), the next to come (1): last spring.
    SeasonToward(u8, i8),
    /// This winter, which in January began last year; the one before, the next.
    WinterOffset(i8),
    /// A fiscal year that begins in this year and ends in the next.
    SplitYear(i16),
    Month(u8),
    MonthOffset(i8),
    ContextMonth(i8),
    ContextQuarter(i8),
    ContextWeek(i8),
    /// The latest (negative) or next month of this number ("last March"); the first after the date last named (2).
    MonthToward(u8, i8),
    /// A month of the Chinese calendar; true for a leap month.
    LunarMonth(u8, bool),
    LunarDay(u8),
    /// So many months up to the end of what stands before (the third quarter ended Sept. 27).
    MonthsTo(u8),
    /// From this day of the month to its end.
    FromDay(u8),
    /// A third of a month, 1 to 3.
    Tenday(u8),
    WeekOffset(i8),
    /// The week that holds the day before it.
    WeekOf,
    Weekday(u8),
    /// The latest (-1) such weekday, not today; the coming one (0); next week's (1); a week (2) or two (3) after the coming one.
    WeekdayToward(u8, i8),
    Weekend,
    WeekendOffset(i8),
    Day(u8),
    DayOffset(i16),
    ContextDay(i16),
    /// The feast last named (节日期间, 连假).
    SameFeast,
    /// The autumn (3) or spring (1) term of a school.
    Term(u8),
    /// The feast itself, or its holiday.
    Feast(Feast, bool),
    /// The day, week or weekend before (-1) or after (1) what stands before.
    Beside(Unit, i8),
    /// The twelve months that begin there (the fiscal year that began Oct. 1).
    YearFrom,
    /// The day after the feast (中秋节翌日).
    AfterFeast(Feast),
    /// The feast's latest (-1) or next (1) return, or this year's.
    FeastToward(Feast, bool, i8),
    /// The first or last so many units of what stands before.
    First(u8, Unit),
    Last(u8, Unit),
    /// The so-manieth unit, counted from the end where negative.
    Nth(i8, Unit),
    NthWeekday(i8, u8),
    Edge(Edge),
    /// The same stretch as the one last named, in this year or month (去年同期).
    Same,
    /// The month last named, in this year (上年同月).
    SameMonth,
    /// The same day in another year (去年同日).
    SameDay,
    /// The year, month or week up to now.
    ToDate,
    /// What is left of it from now on.
    FromNow,
    /// The whole of what was last named or, without it, of the year (全年).
    Whole(Unit),
    /// A fixed stretch: plans and turning points.
    Span(Day, Day),
    /// The financial year so many years from the current one.
    FiscalOffset(i8),
}

/// Parts of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// 初, the start of.
    Start,
    /// Early.
    Early,
    /// 中, mid.
    Mid,
    /// Late.
    Late,
    /// 底, the end of.
    End,
    /// 末: the last day of a month or quarter.
    Last,
}

/// Parts of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Part {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Midnight,
    Daytime,
}

impl Part {
    /// Its name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dawn => "early-morning",
            Self::Morning => "morning",
            Self::Noon => "noon",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
            Self::Night => "night",
            Self::Midnight => "midnight",
            Self::Daytime => "daytime",
        }
    }
}

/// A clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
    /// What the text gives: `Hour`, `Minute` or `Second`.
    pub unit: Unit,
}

impl Clock {
    /// A clock time, where it exists; 24:00 does.
    pub fn new(hour: u32, minute: Option<u32>, second: Option<u32>) -> Option<Self> {
        let unit = match (minute, second) {
            (_, Some(_)) => Unit::Second,
            (Some(_), None) => Unit::Minute,
            (None, None) => Unit::Hour,
        };
        let (minute, second) = (minute.unwrap_or(0), second.unwrap_or(0));
        let exists = hour < 24 && minute < 60 && second < 60 || (hour, minute, second) == (24, 0, 0);
        exists.then_some(Self { hour: hour as u8, minute: minute as u8, second: second as u8, unit })
    }

    /// The time as its part of day means it: 下午3点 is 15:00, 晚上12点 24:00, 半夜1点 1:00.
    pub fn in_part(self, part: Option<Part>) -> Self {
        let first = match part {
            Some(Part::Afternoon) => 1,
            Some(Part::Noon) if self.hour < 4 => 1,
            Some(Part::Evening | Part::Night) => 5,
            _ => 12,
        };
        match part {
            _ if (first..12).contains(&self.hour) => Self { hour: self.hour + 12, ..self },
            Some(Part::Dawn | Part::Midnight) if self.hour == 12 => Self { hour: 0, ..self },
            Some(Part::Night | Part::Evening) if self.hour == 12 => Self { hour: 24, ..self }.wrap(),
            _ => self,
        }
    }

    fn wrap(self) -> Self {
        if self.minute == 0 && self.second == 0 { self } else { Self { hour: 0, ..self } }
    }
}

impl Point {
    /// A point of one step.
    pub fn of(step: Step) -> Self {
        Self { steps: vec![step], ..Self::default() }
    }

    /// True when nothing was read.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.part.is_none() && self.clock.is_none()
    }

    /// True where one of its steps is such.
    pub fn names(&self, such: impl Fn(&Step) -> bool) -> bool {
        self.steps.iter().any(such)
    }

    /// The last step.
    pub fn last(&self) -> Option<Step> {
        self.steps.last().copied()
    }

    /// True when it names a day or something within one.
    pub fn names_day(&self) -> bool {
        let up_to = matches!(self.last(), Some(Step::MonthsTo(_) | Step::YearFrom));
        !up_to
            && self.steps.iter().any(|s| {
                matches!(
                    s,
                    Step::Day(_)
                        | Step::DayOffset(_)
                        | Step::ContextDay(_)
                        | Step::Weekday(_)
                        | Step::WeekdayToward(..)
                        | Step::NthWeekday(..)
                        | Step::LunarDay(_)
                        | Step::Nth(_, Unit::Day)
                        | Step::Feast(..)
                        | Step::FeastToward(..)
                        | Step::AfterFeast(..)
                        | Step::Beside(Unit::Day, _)
                )
            })
    }
}

/// How coarse a step is: a range's second end takes over from the first whatever is coarser than its own first step.
pub fn rank(step: Step) -> u8 {
    match step {
        Step::Century(_) | Step::CenturyOffset(_) => 0,
        Step::Decade(_) | Step::DecadeOfCentury(_) | Step::DecadeOffset(_) => 1,
        Step::Year(_)
        | Step::YearOffset(_)
        | Step::ContextYear(_)
        | Step::YearTold
        | Step::SchoolYear(..)
        | Step::SchoolOffset(..)
        | Step::ShortYear(_)
        | Step::CycleYear(_)
        | Step::SplitYear(_)
        | Step::FiscalOffset(_)
        | Step::Span(..) => 2,
        Step::Half(_) | Step::HalfOffset(_) => 3,
        Step::Quarter(_)
        | Step::QuarterOffset(_)
        | Step::ContextQuarter(_)
        | Step::Season(_)
        | Step::Term(_)
        | Step::SeasonOffset(_)
        | Step::SeasonToward(..)
        | Step::WinterOffset(_) => 4,
        Step::Month(_) | Step::MonthOffset(_) | Step::ContextMonth(_) | Step::MonthToward(..) => 5,
        Step::LunarMonth(..) => 5,
        Step::Tenday(_) | Step::FromDay(_) | Step::ContextWeek(_) | Step::WeekOffset(_) | Step::WeekOf => 6,
        _ => 7,
    }
}
