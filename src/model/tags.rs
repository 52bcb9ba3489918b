//! The tags of the sites of a sentence: outside, at a place in an organization's name, in a person's, in a location's.
//!
//! Only organizations need exact ends. Persons and locations have one tag each, which keeps what looks like an
//! organization apart from them at half the weights.

use super::Label;

/// How many tags there are.
pub const TAGS: usize = 7;
/// The tags and room up to the next power of two, for the machine's vectors.
pub const LANES: usize = 8;
/// The tag of a site outside every name.
pub const OUTSIDE: u8 = 0;
/// The first site of several of an organization's name.
pub const BEGIN: u8 = 1;
/// Neither first nor last.
pub const INSIDE: u8 = 2;
/// The last of several.
pub const END: u8 = 3;
/// The only one.
pub const SINGLE: u8 = 4;
/// A site in a person's name.
pub const PERSON: u8 = 5;
/// A site in a location's name.
pub const LOCATION: u8 = 6;

/// The tag of the `k`-th of `n` sites of a name.
pub const fn tag(label: Label, k: usize, n: usize) -> u8 {
    match label {
        Label::Person => PERSON,
        Label::Location => LOCATION,
        Label::Organization if n == 1 => SINGLE,
        Label::Organization if k == 0 => BEGIN,
        Label::Organization if k + 1 == n => END,
        Label::Organization => INSIDE,
    }
}

/// What a site with the tag is part of.
pub const fn label(tag: u8) -> Option<Label> {
    match tag {
        BEGIN | INSIDE | END | SINGLE => Some(Label::Organization),
        PERSON => Some(Label::Person),
        LOCATION => Some(Label::Location),
        _ => None,
    }
}

/// True when `next` may follow `tag`: a name that has begun goes on until it ends.
pub const fn may_follow(tag: u8, next: u8) -> bool {
    matches!(tag, BEGIN | INSIDE) == matches!(next, INSIDE | END)
}

/// True when a sentence may begin with the tag.
pub const fn may_begin(tag: u8) -> bool {
    may_follow(OUTSIDE, tag)
}

/// True when a sentence may end with the tag.
pub const fn may_end(tag: u8) -> bool {
    may_follow(tag, OUTSIDE)
}
