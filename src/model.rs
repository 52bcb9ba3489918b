//! The trained tagger of organization names.

/// The models that an annotator works with; without any, rules work alone.
#[derive(Debug, Default)]
pub struct Models {}
