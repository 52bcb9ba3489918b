//! What each block is for: title, dateline, paragraph, caption, boilerplate and so on.

use serde::{Deserialize, Serialize};

use super::block::{Block, Hint};

/// The one role of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The headline of the page.
    Title,
    /// Category, time and source of publication.
    Dateline,
    /// Who wrote it; an agency line standing alone.
    Byline,
    /// A heading inside the article.
    Heading,
    /// Running text.
    #[default]
    Paragraph,
    /// The words under a picture.
    Caption,
    /// Photo source, editors, reviewers.
    Credit,
    /// An item of a list.
    ListItem,
    /// A row of a table.
    Table,
    /// Disclaimers, navigation, share and subscribe lines.
    Boilerplate,
    /// Teasers of other articles.
    Related,
}

/// Gives every block its role.
pub(super) fn assign(text: &str, blocks: &mut [Block]) {
    let mut seen_title = false;
    for block in blocks.iter_mut() {
        let line = text.get(block.span.range()).unwrap_or_default();
        block.role = match block.hint {
            Some(Hint::Title) => Role::Title,
            Some(Hint::Heading) => Role::Heading,
            Some(Hint::ListItem) => Role::ListItem,
            Some(Hint::Table) => Role::Table,
            Some(Hint::Caption) => Role::Caption,
            Some(Hint::Time) => Role::Dateline,
            Some(Hint::Navigation) => Role::Boilerplate,
            _ if !seen_title && line.chars().count() > 8 => Role::Title,
            _ => Role::Paragraph,
        };
        seen_title |= block.role == Role::Title;
    }
}
