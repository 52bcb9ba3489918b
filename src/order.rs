//! Sorting that costs the page little: the standard library's sorts are compiled anew for every type, up to 13 kB each,
//! this one once.

use core::cmp::Ordering;

/// Sorts by a comparison; what compares as equal keeps its order.
pub(crate) fn by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut order = ranked(items.len(), &mut |a, b| compare(&items[a], &items[b]) == Ordering::Greater);
    // Each cycle of the permutation is turned once.
    for start in 0..order.len() {
        let mut at = start;
        while order[at] != start {
            let from = core::mem::replace(&mut order[at], at);
            items.swap(at, from);
            at = from;
        }
        order[at] = at;
    }
}

/// Sorts by a key; what has the same key keeps its order.
pub(crate) fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts what has an order of its own.
pub(crate) fn naturally<T: Ord>(items: &mut [T]) {
    by(items, T::cmp);
}

/// The places `0..count` in order, by merging; places in order already are looked at once.
#[inline(never)]
fn ranked(count: usize, after: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    if (1..count).all(|at| !after(at - 1, at)) {
        return order;
    }
    let mut merged = order.clone();
    let mut width = 1;
    while width < count {
        for from in (0..count).step_by(2 * width) {
            let (middle, end) = ((from + width).min(count), (from + 2 * width).min(count));
            let (mut left, mut right) = (from, middle);
            for place in merged[from..end].iter_mut() {
                let take_right = left == middle || right < end && after(order[left], order[right]);
                let side = if take_right { &mut right } else { &mut left };
                *place = order[*side];
                *side += 1;
            }
        }
        core::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_as_by_the_standard_library() {
        let mut seed = 7_u32;
        for count in (0..70).chain([1000]) {
            let mut items: Vec<(u32, usize)> = (0..count)
                .map(|at| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 28, at)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            by_key(&mut items, |item| item.0);
            assert_eq!(items, expected);
            by(&mut items, |a, b| b.1.cmp(&a.1));
            naturally(&mut items);
            assert_eq!(items, expected);
        }
    }
}
