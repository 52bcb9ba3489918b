//! (to come)
use super::Reading;
use crate::view::View;
pub(super) fn scaled(_view: &View<'_>, _at: usize) -> Option<Reading> {
    None
}
pub(super) fn read(_view: &View<'_>, _at: usize) -> Option<Reading> {
    None
}
