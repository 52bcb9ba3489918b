//! A set of words with an entry each, asked by characters one at a time.

use crate::order;

/// A trie whose children lie side by side in order, so that a step is a binary search; but the first step, which has
/// thousands of children and is asked of every character of a text, is a hash table.
#[derive(Debug)]
pub(crate) struct Trie<T> {
    nodes: Vec<Node<T>>,
    /// The children of the root by their label, open addressing; 0 is an empty slot.
    roots: Vec<u32>,
}

#[derive(Debug)]
struct Node<T> {
    label: char,
    first: u32,
    count: u32,
    entry: Option<T>,
}

impl<T: Copy> Trie<T> {
    /// Builds the trie; of two entries for one word the later is kept.
    pub fn new(mut words: Vec<(Vec<char>, T)>) -> Self {
        order::by(&mut words, |a, b| a.0.cmp(&b.0));
        let mut nodes = vec![Node { label: '\0', first: 0, count: 0, entry: None }];
        // Each job is a node, the words that pass through it, and how many characters lead to it.
        let mut jobs = vec![(0usize, 0usize, words.len(), 0usize)];
        let mut next = 0;
        while let Some(&(node, mut from, to, depth)) = jobs.get(next) {
            next += 1;
            while from < to && words[from].0.len() == depth {
                nodes[node].entry = Some(words[from].1);
                from += 1;
            }
            nodes[node].first = nodes.len() as u32;
            while from < to {
                let label = words[from].0[depth];
                let end = from + words[from..to].partition_point(|w| w.0[depth] == label);
                jobs.push((nodes.len(), from, end, depth + 1));
                nodes.push(Node { label, first: 0, count: 0, entry: None });
                nodes[node].count += 1;
                from = end;
            }
        }
        let mut trie = Self { roots: vec![0; (nodes[0].count as usize * 2 + 1).next_power_of_two()], nodes };
        for child in 1..=trie.nodes[0].count {
            let mut at = trie.home(trie.nodes[child as usize].label);
            while trie.roots[at] != 0 {
                at = (at + 1) & (trie.roots.len() - 1);
            }
            trie.roots[at] = child;
        }
        trie
    }

    fn home(&self, label: char) -> usize {
        ((label as u32).wrapping_mul(0x9E37_79B1) >> 12) as usize & (self.roots.len() - 1)
    }

    /// The child of the root with a label.
    #[inline]
    fn root(&self, label: char) -> Option<usize> {
        let mut at = self.home(label);
        loop {
            match self.roots[at] as usize {
                0 => return None,
                child if self.nodes[child].label == label => return Some(child),
                _ => at = (at + 1) & (self.roots.len() - 1),
            }
        }
    }

    fn child(&self, node: usize, label: char) -> Option<usize> {
        let Node { first, count, .. } = self.nodes[node];
        let children = &self.nodes[first as usize..(first + count) as usize];
        let index = children.binary_search_by_key(&label, |child| child.label).ok()?;
        Some(first as usize + index)
    }

    /// Calls `found` with the length and entry of every word that the characters begin with, shortest first.
    pub fn prefixes(&self, chars: impl Iterator<Item = char>, mut found: impl FnMut(usize, T)) {
        let mut at = 0;
        for (n, c) in chars.enumerate() {
            let next = if at == 0 { self.root(c) } else { self.child(at, c) };
            let Some(next) = next else { return };
            at = next;
            if let Some(entry) = self.nodes[at].entry {
                found(n + 1, entry);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_prefix_and_the_longest() {
        let words = ["局", "局安公", "局政财", "部育教"];
        let trie = Trie::new(words.iter().enumerate().map(|(i, w)| (w.chars().collect(), i)).collect());
        let mut found = Vec::new();
        trie.prefixes("局安公市江镇".chars(), |n, i| found.push((n, i)));
        assert_eq!(found, [(1, 0), (3, 1)]);
        found.clear();
        trie.prefixes("院法".chars(), |n, i| found.push((n, i)));
        Trie::new(Vec::new()).prefixes("院".chars(), |n, i| found.push((n, i)));
        assert!(found.is_empty());
    }
}
