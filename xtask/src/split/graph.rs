//! Which part each function and each byte of data belongs to.

use std::collections::{HashMap, HashSet};

use wasmparser::{ExternalKind, Operator};

use super::links::{Links, Target};
use super::module::Module;
use crate::Result;
use crate::config::PartConfig;

/// Where everything goes. Parts are numbered from the first, 0.
pub struct Plan {
    /// By function; none for what nothing reaches.
    pub part: Vec<Option<usize>>,
    /// By part: itself and all that has to be there before it.
    pub needs: Vec<HashSet<usize>>,
    /// Slots of the table for calls to a part that may not be there yet.
    pub slots: HashMap<usize, u32>,
    /// Functions that only trap.
    pub traps: HashSet<usize>,
    /// Functions called across parts, with the name that they are exported under.
    pub shared: HashMap<usize, String>,
    /// Address, bytes and part of each piece of data.
    pub data: Vec<(u32, Vec<u8>, usize)>,
}

/// Functions that never return and leave no trace outside: panics.
pub fn traps(module: &Module<'_>) -> Result<HashSet<usize>> {
    let mut outward: HashSet<usize> = (0..module.imports.len()).collect();
    let mut callers: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut endless = Vec::new();
    for function in module.imports.len()..module.functions.len() {
        let operators = module.operators(function)?;
        let mut depth = 0;
        let mut returns = false;
        for operator in &operators {
            match operator {
                Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => depth += 1,
                Operator::End => depth -= 1,
                Operator::Return => returns = true,
                Operator::Br { relative_depth } | Operator::BrIf { relative_depth } => {
                    returns |= *relative_depth as i32 == depth;
                }
                Operator::BrTable { targets } => {
                    let mut all = targets.targets().flatten().chain([targets.default()]);
                    returns |= all.any(|target| target as i32 == depth);
                }
                Operator::Call { function_index } => {
                    callers.entry(*function_index as usize).or_default().push(function);
                }
                _ => {}
            }
        }
        let last = operators.len().checked_sub(2).and_then(|at| operators.get(at));
        if !returns && matches!(last, Some(Operator::Unreachable)) {
            endless.push(function);
        }
    }
    let mut queue: Vec<usize> = outward.iter().copied().collect();
    while let Some(function) = queue.pop() {
        for &caller in callers.get(&function).into_iter().flatten() {
            if outward.insert(caller) {
                queue.push(caller);
            }
        }
    }
    Ok(endless.into_iter().filter(|function| !outward.contains(function)).collect())
}

/// Follows every reference from where each part begins.
pub fn plan(
    module: &Module<'_>,
    links: &Links,
    traps: &HashSet<usize>,
    parts: &[PartConfig],
) -> Result<Plan> {
    let needs = needs(parts)?;
    let begins = beginnings(module, parts)?;
    let mut named: HashMap<&str, Vec<usize>> = HashMap::new();
    for (function, name) in module.names.iter().enumerate() {
        named.entry(name).or_default().push(function);
    }
    let mut calls = Vec::new();
    for function in 0..module.functions.len() {
        let called = module.operators(function)?.into_iter().filter_map(|operator| match operator {
            Operator::Call { function_index } => Some(function_index as usize),
            Operator::RefFunc { function_index } => Some(function_index as usize),
            _ => None,
        });
        calls.push(called.filter(|f| !traps.contains(f)).collect::<HashSet<_>>());
    }

    // One bit a part, for all that it reaches.
    let mut functions = vec![0_u32; module.functions.len()];
    let mut data = vec![0_u32; links.data.len()];
    for part in 0..=parts.len() {
        let bit = 1 << part;
        let mut queue: Vec<usize> =
            begins.iter().filter(|(_, p)| **p == part).map(|(function, _)| *function).collect();
        if part == 0 {
            let exported = module.exports.iter().filter(|e| e.kind == ExternalKind::Func);
            queue.extend(exported.map(|e| e.index as usize).chain(module.start.map(|f| f as usize)));
            queue.retain(|function| !begins.contains_key(function));
            queue.extend(0..module.imports.len());
        }
        let mut pieces: Vec<usize> = Vec::new();
        loop {
            let targets: &[Target] = if let Some(function) = queue.pop() {
                if functions[function] & bit != 0 {
                    continue;
                }
                functions[function] |= bit;
                queue.extend(calls[function].iter().filter(|f| !begins.contains_key(f)));
                links.functions.get(&module.names[function]).map_or(&[], Vec::as_slice)
            } else if let Some(piece) = pieces.pop() {
                if data[piece] & bit != 0 {
                    continue;
                }
                data[piece] |= bit;
                &links.data[piece].targets
            } else {
                break;
            };
            for target in targets {
                match target {
                    Target::Function(name) => {
                        let all = named.get(name.as_str()).into_iter().flatten();
                        queue.extend(all.filter(|f| !begins.contains_key(f) && !traps.contains(f)));
                    }
                    Target::Data(piece) => pieces.push(*piece),
                }
            }
        }
    }
    // The last part that is there before all that reach something.
    let home = |bits: u32| {
        let before = |p: &usize| (0..needs.len()).all(|q| bits & 1 << q == 0 || needs[q].contains(p));
        (0..needs.len()).filter(before).max_by_key(|p| needs[*p].len()).filter(|_| bits != 0)
    };
    let part: Vec<Option<usize>> =
        (0..functions.len()).map(|f| begins.get(&f).copied().or_else(|| home(functions[f]))).collect();

    let mut slots = HashMap::new();
    let mut shared = HashMap::new();
    let mut free = module.tables.first().map_or(0, |table| table.initial as u32);
    for (caller, called) in calls.iter().enumerate() {
        let Some(from) = part[caller] else { continue };
        let mut called: Vec<_> = called.iter().copied().collect();
        called.sort_unstable();
        for function in called {
            match part[function] {
                Some(to) if to == from => {}
                Some(to) if needs[from].contains(&to) => {
                    let next = short(shared.len());
                    shared.entry(function).or_insert(next);
                }
                Some(_) if begins.contains_key(&function) => {
                    slots.entry(function).or_insert_with(|| {
                        free += 1;
                        free - 1
                    });
                }
                _ => return Err(format!("{} calls {}", module.names[caller], module.names[function])),
            }
        }
    }
    // Exports of a later part are reached by way of the table too.
    for export in module.exports.iter().filter(|e| e.kind == ExternalKind::Func) {
        if part[export.index as usize].is_some_and(|part| part != 0) {
            slots.entry(export.index as usize).or_insert_with(|| {
                free += 1;
                free - 1
            });
        }
    }
    let data = pieces(module, links, &data, home);
    Ok(Plan { part, needs, slots, traps: traps.clone(), shared, data })
}

/// Cuts the data where its parts change.
fn pieces(
    module: &Module<'_>,
    links: &Links,
    reached: &[u32],
    home: impl Fn(u32) -> Option<usize>,
) -> Vec<(u32, Vec<u8>, usize)> {
    let mut out: Vec<(u32, Vec<u8>, usize)> = Vec::new();
    for (start, bytes) in &module.data {
        let mut bits = vec![0_u32; bytes.len()];
        for (data, reached) in links.data.iter().zip(reached) {
            if data.start >= *start && data.start - start < bytes.len() as u32 {
                let end = (data.end - start).min(bytes.len() as u32);
                bits[(data.start - start) as usize..end as usize].iter_mut().for_each(|b| *b |= reached);
            }
        }
        let mut at = 0;
        while at < bytes.len() {
            let from = at;
            while at < bytes.len() && bits[at] == bits[from] {
                at += 1;
            }
            if let Some(part) = home(bits[from]) {
                out.push((start + from as u32, bytes[from..at].to_vec(), part));
            }
        }
    }
    // Memory starts as zeros.
    for (_, bytes, _) in &mut out {
        while bytes.last() == Some(&0) {
            bytes.pop();
        }
    }
    out.retain(|(_, bytes, _)| !bytes.is_empty());
    // A short gap costs less than a new segment; what stands in it is zero or padding or another part's, never changed.
    out.sort_by_key(|(at, _, part)| (*part, *at));
    let mut joined: Vec<(u32, Vec<u8>, usize)> = Vec::new();
    for (at, bytes, part) in out {
        if let Some((start, last, p)) = joined.last_mut() {
            let end = *start + last.len() as u32;
            let gap = (end..at).map(|address| byte(module, address)).collect::<Option<Vec<_>>>();
            if *p == part && at - end <= 8 && gap.as_ref().is_some_and(|gap| gap.iter().all(|b| *b == 0)) {
                last.extend(gap.unwrap_or_default());
                last.extend(bytes);
                continue;
            }
        }
        joined.push((at, bytes, part));
    }
    joined
}

fn byte(module: &Module<'_>, address: u32) -> Option<u8> {
    let (start, bytes) =
        module.data.iter().find(|(start, bytes)| (*start..*start + bytes.len() as u32).contains(&address))?;
    bytes.get((address - start) as usize).copied()
}

/// By part: itself and all before it.
fn needs(parts: &[PartConfig]) -> Result<Vec<HashSet<usize>>> {
    let mut all = vec![HashSet::from([0])];
    for (at, part) in parts.iter().enumerate() {
        let mut own = HashSet::from([0, at + 1]);
        for name in &part.needs {
            let other = parts[..at].iter().position(|p| p.name == *name);
            let other = other.ok_or_else(|| format!("part {}: {name} is no part before it", part.name))?;
            own.extend(all[other + 1].iter().copied());
        }
        all.push(own);
    }
    Ok(all)
}

/// The functions that parts begin with, and their parts.
fn beginnings(module: &Module<'_>, parts: &[PartConfig]) -> Result<HashMap<usize, usize>> {
    let mut found = HashMap::new();
    for (at, part) in parts.iter().enumerate() {
        for export in &part.exports {
            let function = module.exports.iter().find(|e| e.kind == ExternalKind::Func && e.name == export);
            let function = function.ok_or_else(|| format!("part {}: no export {export}", part.name))?;
            found.insert(function.index as usize, at + 1);
        }
        for path in &part.functions {
            // Each word of a path stands in a symbol behind its length.
            let symbol: String = path.split("::").map(|word| format!("{}{word}", word.len())).collect();
            let is = |name: &String| {
                name.split_once(symbol.as_str()).is_some_and(|(before, after)| {
                    before.contains("article_annotator") && (after.is_empty() || after.starts_with("17h"))
                })
            };
            let mut all = (0..module.names.len()).filter(|f| is(&module.names[*f])).peekable();
            all.peek().ok_or_else(|| format!("part {}: no function {path}; is it inlined?", part.name))?;
            found.extend(all.map(|function| (function, at + 1)));
        }
    }
    Ok(found)
}

/// The nth of the shortest names.
fn short(n: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    let mut rest = n;
    loop {
        name.push(char::from(LETTERS[rest % 52]));
        rest /= 52;
        if rest == 0 {
            return name;
        }
        rest -= 1;
    }
}
