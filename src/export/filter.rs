//! What a person leaves out of an export.

use serde::{Deserialize, Serialize};

use super::article::{Annotation, ArticleFile, Origin};
use crate::annotation::AnnotationType;
use crate::document::Role;

/// What is left out; nothing by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Types of annotation that are left out.
    pub types: Vec<AnnotationType>,
    /// Annotations in blocks of these roles are left out.
    pub roles: Vec<Role>,
    /// Annotations of these origins are left out.
    pub origins: Vec<Origin>,
}

impl Filter {
    /// True where an annotation of the file stays.
    pub fn keeps(&self, file: &ArticleFile, annotation: &Annotation) -> bool {
        let role = file.blocks.get(annotation.block as usize).map(|b| b.role);
        !self.types.contains(&annotation.r#type)
            && !self.origins.contains(&annotation.origin)
            && !role.is_some_and(|role| self.roles.contains(&role))
    }

    /// The annotations that stay and hold: what the user rejected is in no format but our own JSON.
    pub fn valid<'a>(&'a self, file: &'a ArticleFile) -> impl Iterator<Item = &'a Annotation> {
        file.annotations.iter().filter(|a| a.origin != Origin::Rejected && self.keeps(file, a))
    }
}
