//! The tags of the sites of a sentence: outside, or the begin, inside, end or whole of a name with its label.

use super::Label;

/// How many tags there are: outside, and four for each of three labels.
pub const TAGS: usize = 13;
/// The tag of a site outside every name.
pub const OUTSIDE: u8 = 0;

/// The place of a site in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Place {
    /// The first of several.
    Begin,
    /// Neither first nor last.
    Inside,
    /// The last of several.
    End,
    /// The only one.
    Single,
}

const PLACES: [Place; 4] = [Place::Begin, Place::Inside, Place::End, Place::Single];
const LABELS: [Label; 3] = [Label::Organization, Label::Person, Label::Location];

/// The tag of a place in a name with a label.
pub const fn tag(label: Label, place: Place) -> u8 {
    1 + 4 * label as u8 + place as u8
}

/// What a tag says; `None` is outside.
pub fn parts(tag: u8) -> Option<(Label, Place)> {
    let k = usize::from(tag.checked_sub(1)?);
    Some((*LABELS.get(k / 4)?, *PLACES.get(k % 4)?))
}

/// True when `next` may follow `tag`.
pub fn may_follow(tag: u8, next: u8) -> bool {
    let open = match parts(tag) {
        Some((label, Place::Begin | Place::Inside)) => Some(label),
        _ => None,
    };
    let continues = match parts(next) {
        Some((label, Place::Inside | Place::End)) => Some(label),
        _ => None,
    };
    open == continues
}

/// True when a sentence may begin with the tag.
pub fn may_begin(tag: u8) -> bool {
    may_follow(OUTSIDE, tag)
}

/// True when a sentence may end with the tag.
pub fn may_end(tag: u8) -> bool {
    may_follow(tag, OUTSIDE)
}
