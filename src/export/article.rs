//! The article file: a text with its structure and annotations, as our own JSON holds it.
//!
//! Every exporter is a function of an [`ArticleFile`], so that a file that was corrected by hand and one that was just
//! computed leave the program by the same road. Offsets count code points; the UTF-16 pair stands beside them.

mod build;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::annotation::AnnotationType;
use crate::document::{Hint, Role};
use crate::options::Lang;

pub use build::{blocks, relations, sentences, words};

/// What [`ArticleFile::format`] always says.
pub const FORMAT: &str = "article-annotator";
/// The version that this build writes; [`crate::import`] migrates older ones and refuses newer ones.
pub const VERSION: u32 = 1;

/// An annotated article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ArticleFile {
    /// Always `article-annotator`.
    pub format: String,
    /// The version of this format.
    pub version: u32,
    /// Its name in the collection that it came from, such as a file name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What wrote the file.
    pub tool: Tool,
    /// The trained model that took part, if one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<Tool>,
    /// What the user had set.
    #[serde(default)]
    pub settings: Settings,
    /// The language that prevails in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// When the article was published; absent where neither the user nor the text says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// The text that all offsets count into, unchanged.
    pub text: String,
    /// SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal.
    pub sha256: String,
    /// The blocks in order.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// The sentences in order.
    #[serde(default)]
    pub sentences: Vec<Sentence>,
    /// The words in order, where they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Vec<Word>>,
    /// The annotations in reading order.
    #[serde(default)]
    pub annotations: Vec<Annotation>,
    /// The links between annotations, repeated from their attributes for readers that follow links.
    #[serde(default)]
    pub relations: Vec<Relation>,
}

/// A program or model and its version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Tool {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// What the user had set when the file was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Settings {
    /// The publication date as the user gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The language as the user chose it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
}

/// When an article was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Published {
    /// A day, `2024-02-21`, or a day and a time, `2024-02-21T15:34:00`.
    pub value: String,
    /// `given` by the user, or the kind of evidence in the text: `markup`, `label`, `line`, `agency`.
    pub source: String,
    /// First code point of the evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// Code point after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
    /// First UTF-16 unit of the evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_utf16: Option<u32>,
    /// UTF-16 unit after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_utf16: Option<u32>,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Block {
    /// First code point.
    pub start: u32,
    /// Code point after the end.
    pub end: u32,
    /// First UTF-16 unit.
    pub start_utf16: u32,
    /// UTF-16 unit after the end.
    pub end_utf16: u32,
    /// What it is for.
    pub role: Role,
    /// What the page it was pasted from said it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Hint>,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Sentence {
    /// First code point.
    pub start: u32,
    /// Code point after the end.
    pub end: u32,
    /// First UTF-16 unit.
    pub start_utf16: u32,
    /// UTF-16 unit after the end.
    pub end_utf16: u32,
    /// The index of its block.
    pub block: u32,
}

/// One word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Word {
    /// First code point.
    pub start: u32,
    /// Code point after the end.
    pub end: u32,
    /// First UTF-16 unit.
    pub start_utf16: u32,
    /// UTF-16 unit after the end.
    pub end_utf16: u32,
}

/// One annotation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Annotation {
    /// Its number, unique in the file.
    pub id: u32,
    /// First code point.
    pub start: u32,
    /// Code point after the end.
    pub end: u32,
    /// First UTF-16 unit.
    pub start_utf16: u32,
    /// UTF-16 unit after the end.
    pub end_utf16: u32,
    /// Its type.
    pub r#type: AnnotationType,
    /// The characters covered.
    pub text: String,
    /// The index of its block.
    pub block: u32,
    /// The index of its sentence.
    pub sentence: u32,
    /// Who made it.
    #[serde(default)]
    pub origin: Origin,
    /// The name of the rule that found it; absent where the user made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What it was resolved to, by the attribute names of the annotation guide.
    #[serde(default)]
    pub attrs: Map<String, Value>,
}

/// Who made an annotation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The program.
    #[default]
    Auto,
    /// The user, where the program had found nothing.
    User,
    /// The program, then changed by the user.
    Edited,
    /// The program, and the user said that it is wrong. Only our own JSON keeps it.
    Rejected,
}

/// A link from one annotation to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Relation {
    /// What the link says.
    pub r#type: RelationType,
    /// The id of the annotation that it starts at.
    pub from: u32,
    /// The id of the annotation that it leads to.
    pub to: u32,
}

/// The kinds of link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RelationType {
    /// A date is resolved from an earlier one.
    LeansOn,
    /// A figure holds at a date.
    When,
    /// An organization is the same body as the first mention of it.
    SameAs,
}

impl Origin {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::User => "user",
            Self::Edited => "edited",
            Self::Rejected => "rejected",
        }
    }
}

impl RelationType {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::LeansOn => "leans-on",
            Self::When => "when",
            Self::SameAs => "same-as",
        }
    }
}
