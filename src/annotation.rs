//! The result: annotations with their resolved attributes.
//!
//! Field names are the attribute names of the annotation guide; what is absent is not serialised.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;

use crate::span::Span;
use crate::value::decimal::Decimal;

/// The three types of annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum AnnotationType {
    /// A number that states how many, how much, which rank, or how it compares.
    Figure,
    /// An expression that can be put on a calendar or a clock.
    Date,
    /// The name of a body.
    Organization,
}

/// One annotated stretch of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Its index in [`Annotations::items`]: annotations are numbered from 0 in reading order.
    pub id: u32,
    /// What it covers.
    pub span: Span,
    /// The index of its block.
    pub block: u32,
    /// The index of its sentence.
    pub sentence: u32,
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// What it was resolved to.
    pub attributes: Attributes,
}

impl Annotation {
    /// Its type.
    pub fn kind(&self) -> AnnotationType {
        match self.attributes {
            Attributes::Figure(_) => AnnotationType::Figure,
            Attributes::Date(_) => AnnotationType::Date,
            Attributes::Organization(_) => AnnotationType::Organization,
        }
    }
}

/// All annotations of a document, in reading order, without overlaps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// The annotations; `items[i].id == i`.
    pub items: Vec<Annotation>,
}

/// The attributes of an annotation, by type.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Attributes {
    /// Of a figure.
    Figure(Box<Figure>),
    /// Of a date.
    Date(Box<Date>),
    /// Of an organization.
    Organization(Box<Organization>),
}

/// The attributes of a figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// What kind of number it is.
    pub kind: FigureKind,
    /// The value in the base unit (4.04万人: 40400); absent for a range or an open bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// The lower end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Decimal>,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Decimal>,
    /// The normalised unit: `CNY`, `kWh`, `t/d`, `person`, `%`, `pp`, `bp`, `a` (year), or the classifier as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Cow<'static, str>>,
    /// The English name of the unit, where `unit` is a code that few know: `year` for `a`, `mile` for `[mi_i]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_norm: Option<&'static str>,
    /// The unit as the text writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_text: Option<String>,
    /// ISO 4217 code, for money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<&'static str>,
    /// True where the text says about, nearly, some.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub approx: bool,
    /// On which side of the value the true number lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// The direction of the change that the figure states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// What the change is measured against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// For a cumulative figure, since when (EDTF).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The noun that it counts or measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// For a rank: among whom (全省, 全国).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// True where the text says 连续, running, in a row.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub consecutive: bool,
    /// The id of the date that its clause puts it at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<u32>,
}

/// The value of a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An exact decimal.
    Decimal(Decimal),
    /// A fraction, numerator and denominator; written `1/3`.
    Fraction(Decimal, Decimal),
    /// A ratio or score, as written: `3:1`, `1-0`.
    Ratio(String),
}

impl Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Decimal(d) => serializer.collect_str(d),
            Self::Fraction(n, d) => serializer.collect_str(&format_args!("{n}/{d}")),
            Self::Ratio(text) => serializer.serialize_str(text),
        }
    }
}

/// The kinds of figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum FigureKind {
    #[default]
    Count,
    Money,
    Percent,
    PercentagePoint,
    Ordinal,
    Measure,
    Duration,
    Ratio,
    Multiple,
    Fraction,
    Age,
    Temperature,
    Score,
    Other,
}

/// On which side of the stated value the true number lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Bound {
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
}

/// The direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Change {
    Increase,
    Decrease,
    None,
}

/// What a change or a total is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Basis {
    YearOnYear,
    MonthOnMonth,
    QuarterOnQuarter,
    Cumulative,
    Since,
}

/// The attributes of a date.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Date {
    /// What kind of expression it is.
    pub kind: DateKind,
    /// First moment, ISO 8601: a day `2024-02-19`, or a clock time with seconds `2024-02-21T15:34:00`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// First moment after the end, written as `start` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// The value as EDTF (ISO 8601-2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edtf: Option<String>,
    /// The text's own precision: `century`, `decade`, `year`, `quarter`, `month`, `week`, `day`, `part-of-day`, `hour`,
    /// `minute`, `second`, `festival`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<&'static str>,
    /// The part of day, where one is named: `morning`, `afternoon`, `evening`, `night` and so on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<&'static str>,
    /// True where the text is approximate (about, early, 初, 底, 许).
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub approx: bool,
    /// What stands around it: `since`, `before`, `after`, `until`.
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    pub modifier: Option<&'static str>,
    /// How it was resolved: `absolute`, `publication`, `context` (an earlier mention), `event`, or `unresolved`.
    pub resolved: &'static str,
    /// The id of the annotation that it leans on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leans_on: Option<u32>,
    /// True for a fiscal year or quarter.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub fiscal: bool,
    /// Why it could not be resolved, or is no real date (2月30日).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The kinds of date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum DateKind {
    #[default]
    Date,
    Time,
    Range,
    DurationAnchored,
    Set,
    Vague,
}

/// The attributes of an organization.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Organization {
    /// What kind of body it is.
    pub kind: OrganizationKind,
    /// The fullest name of the body in the article.
    pub canonical: String,
    /// The ids of its mentions, this one included, where there is more than one; of very many, the first hundred.
    #[serde(skip_serializing_if = "<[u32]>::is_empty")]
    pub mentions: Arc<[u32]>,
    /// How sure the tagger is, in hundredths; absent where a rule is certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
}

/// The kinds of organization.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum OrganizationKind {
    Company,
    Government,
    Party,
    Education,
    Research,
    Health,
    Finance,
    Media,
    Sport,
    Legal,
    Military,
    Association,
    International,
    #[default]
    Other,
}

impl OrganizationKind {
    /// All kinds, in the order in which their numbers are stored.
    pub const ALL: [Self; 14] = [
        Self::Company,
        Self::Government,
        Self::Party,
        Self::Education,
        Self::Research,
        Self::Health,
        Self::Finance,
        Self::Media,
        Self::Sport,
        Self::Legal,
        Self::Military,
        Self::Association,
        Self::International,
        Self::Other,
    ];
}
