//! (to come)
use crate::view::View;
pub(super) fn may_begin(_view: &View<'_>, _at: usize, _length: usize) -> bool {
    false
}
