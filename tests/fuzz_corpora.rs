//! The fuzz corpora, and simple mutations of them, on stable Rust: what fuzzing once found stays found.

#![cfg(not(target_family = "wasm"))]

#[path = "../fuzz/targets.rs"]
mod targets;

use std::fs;
use std::path::Path;

/// Every input of a target, in order of name.
fn corpus(name: &str) -> Vec<(String, Vec<u8>)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut files: Vec<_> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| (file.display().to_string(), fs::read(file).unwrap())).collect()
}

/// A sequence that is the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// Cuts, repeats, swaps and flips; parts come from another input.
fn mutated(bytes: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(out.len() + 1);
        match random.below(4) {
            0 => out.truncate(at),
            1 if at < out.len() => out[at] = out[at].wrapping_add(1 << random.below(8)),
            2 => {
                let start = random.below(other.len() + 1);
                let end = start + random.below((other.len() - start).min(24) + 1);
                out.splice(at..at, other[start..end].iter().copied());
            }
            _ => {
                let end = at + random.below((out.len() - at).min(9) + 1);
                out.drain(at..end);
            }
        }
    }
    out
}

#[test]
fn every_target_holds_on_its_corpus_and_on_mutations_of_it() {
    for (name, run) in targets::ALL {
        let inputs = corpus(name);
        assert!(!inputs.is_empty(), "{name} has a corpus");
        for (file, bytes) in &inputs {
            eprintln!("{file}");
            run(bytes);
        }
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        for round in 0..400 {
            let (a, b) = (random.below(inputs.len()), random.below(inputs.len()));
            let input = mutated(&inputs[a].1, &inputs[b].1, &mut random);
            eprintln!("{name} {round} {}", String::from_utf8_lossy(&input));
            run(&input);
        }
    }
}
