//! What may stand at the edge of a Chinese name, and what joins its words.

use crate::recognize::organization::words::{Words, class};
use crate::text::class::Class;
use crate::view::View;

/// True when a name can start at `p`: what stands before is no part of a word.
pub(super) fn bounded(view: &View<'_>, words: &Words, p: usize) -> bool {
    if p == 0 {
        return true;
    }
    let before = view.classes[p - 1];
    if matches!(before, Class::Punctuation | Class::Space | Class::Other | Class::Digit) {
        return true;
    }
    words.longest(&view.chars[p.saturating_sub(8)..p], class::STOP).is_some()
}

/// True when a name can end at `p`: what stands after is no part of a word.
pub(super) fn closed(view: &View<'_>, words: &Words, p: usize) -> bool {
    let after = view.classes.get(p).copied().unwrap_or(Class::Space);
    if !matches!(after, Class::Han | Class::HanNumeral | Class::Latin) {
        return true;
    }
    (1..=3)
        .any(|n| words.get(view.chars.get(p..p + n).unwrap_or_default()).is_some_and(|e| e.is(class::STOP)))
}

/// True when a place or a level ends at `p`.
pub(super) fn before_place(view: &View<'_>, words: &Words, p: usize) -> bool {
    words
        .longest(&view.chars[p.saturating_sub(12)..p], class::PLACE | class::LEVEL)
        .is_some_and(|(n, e)| n >= 2 || e.is(class::LEVEL))
}

/// True when the single character that ends at `p` is the head of a body whose duty stands before it.
pub(super) fn joins(view: &View<'_>, words: &Words, p: usize, n: usize) -> bool {
    words.longest(&view.chars[(p - n).saturating_sub(8)..p - n], class::WORD).is_some_and(|(m, _)| m >= 2)
}

/// True when the word before a conjunction is a duty, so that the conjunction stands inside one name: 自然资源和规划局.
pub(super) fn joined_duty(view: &View<'_>, words: &Words, p: usize) -> bool {
    words
        .longest(&view.chars[p.saturating_sub(8)..p], class::WORD | class::HEAD | class::PLACE | class::STOP)
        .is_some_and(|(n, entry)| n >= 2 && entry.is(class::WORD) && !entry.is(class::PLACE))
}

/// Where a place starts that stands at most twelve characters before `p` with nothing but words of a name between.
pub(super) fn place_ahead(view: &View<'_>, words: &Words, p: usize) -> Option<usize> {
    for q in (p.saturating_sub(12)..p).rev() {
        if !matches!(view.classes.get(q), Some(Class::Han | Class::HanNumeral)) {
            return None;
        }
        let window = &view.chars[q.saturating_sub(12)..q];
        if words.longest(window, class::STOP).is_some_and(|(n, _)| n >= 2) {
            return None;
        }
        if let Some((n, _)) = words.longest(window, class::PLACE).filter(|(n, _)| *n >= 2) {
            return (p - q >= 2).then(|| q - n);
        }
    }
    None
}

/// The length of an unknown place name of two or three characters that ends at `p` and starts where a name can start.
pub(super) fn town(view: &View<'_>, words: &Words, p: usize) -> usize {
    town_in(view, words, p, 2)
}

/// The same for a town that `depth` other places may stand before: 榆安市|青岩|区.
fn town_in(view: &View<'_>, words: &Words, p: usize, depth: usize) -> usize {
    if words
        .longest(
            &view.chars[p.saturating_sub(8)..p],
            class::PLACE | class::STOP | class::PLAIN | class::LEVEL,
        )
        .is_some_and(|(n, e)| n >= 2 || !e.is(class::PLACE))
    {
        return 0;
    }
    let han = |i: usize| view.classes.get(i) == Some(&Class::Han);
    for n in [2usize, 3] {
        let Some(start) = p.checked_sub(n) else { return 0 };
        if !(start..p).all(han) {
            return 0;
        }
        if (start..p).any(|i| words.get(&view.chars[i..=i]).is_some_and(|e| e.is(class::STOP))) {
            return 0;
        }
        let place = words
            .longest(&view.chars[start.saturating_sub(8)..start], class::PLACE)
            .is_some_and(|(n, _)| n >= 2);
        let inside = || {
            let level = matches!(view.at(start.wrapping_sub(1)), '省' | '市' | '县' | '州');
            level && depth > 0 && town_in(view, words, start - 1, depth - 1) > 0
        };
        if place || bounded(view, words, start) || inside() {
            // 报|杉坪镇纪委: a verb of one character.
            let verb = n == 3 && "报送呈交致函找问请据经由向从赴驻获让给".contains(view.at(start));
            return if verb { 2 } else { n };
        }
    }
    0
}
