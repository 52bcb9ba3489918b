//! What the linker says of the module: which data and which functions of the table each function and each piece of
//! data refers to.

use std::collections::{HashMap, HashSet};

use wasmparser::{
    DataKind, KnownCustom, Linking, Operator, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo,
};

use super::text;
use crate::Result;

/// What is referred to.
#[derive(Clone, Debug)]
pub enum Target {
    /// A function, by its symbol.
    Function(String),
    /// A piece of data, by its place in [`Links::data`].
    Data(usize),
}

/// A symbol of the data section.
#[derive(Default)]
pub struct Data {
    /// First address.
    pub start: u32,
    /// Address after the end.
    pub end: u32,
    pub targets: Vec<Target>,
}

/// References by address; direct calls are in the code.
#[derive(Default)]
pub struct Links {
    pub functions: HashMap<String, Vec<Target>>,
    pub data: Vec<Data>,
}

/// Where something begins and ends in a section, sorted by place, with what it is.
type Ranges = Vec<(u32, u32, usize)>;

impl Links {
    /// Reads a module linked with `--emit-relocs`. What is only handed to one of `traps` does not count.
    pub fn read(bytes: &[u8], traps: &HashSet<&str>) -> Result<Self> {
        let mut links = Self::default();
        // By index of a symbol; a function of the whole index space; ranges of code and data in their sections.
        let mut symbols: Vec<Option<Target>> = Vec::new();
        let mut names: HashMap<u32, String> = HashMap::new();
        let mut exports: Vec<(u32, String)> = Vec::new();
        let (mut imported, mut code_start) = (0, 0);
        let mut bodies = Vec::new();
        let mut segments = Vec::new();
        let mut relocations: Vec<(bool, RelocationEntry)> = Vec::new();
        let (mut index, mut code_index) = (0, 0);
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload.map_err(text)?;
            let counted =
                !matches!(payload, Payload::CodeSectionEntry(_) | Payload::Version { .. } | Payload::End(_));
            match payload {
                Payload::ImportSection(section) => imported = section.into_imports().count() as u32,
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export.map_err(text)?;
                        if matches!(export.kind, wasmparser::ExternalKind::Func) {
                            exports.push((export.index, export.name.to_owned()));
                        }
                    }
                }
                Payload::CodeSectionStart { unchecked_range, .. } => {
                    (code_start, code_index) = (unchecked_range.start as u32, index);
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                Payload::DataSection(section) => {
                    let start = section.range().start as u32;
                    for data in section {
                        let data = data.map_err(text)?;
                        let DataKind::Active { offset_expr, .. } = &data.kind else { continue };
                        let Operator::I32Const { value } =
                            offset_expr.get_operators_reader().read().map_err(text)?
                        else {
                            continue;
                        };
                        let at = data.range.end as u32 - start - data.data.len() as u32;
                        segments.push((value as u32, at, data.data.len() as u32));
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            let Linking::SymbolTable(table) = part.map_err(text)? else { continue };
                            for symbol in table {
                                symbols.push(links.symbol(symbol.map_err(text)?, &segments, &mut names));
                            }
                        }
                    }
                    KnownCustom::Reloc(reloc) => {
                        let code = reloc.section_index() == code_index;
                        for entry in reloc.entries() {
                            relocations.push((code, entry.map_err(text)?));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
            index += u32::from(counted);
        }
        if symbols.is_empty() || relocations.is_empty() {
            return Err("it was linked without --emit-relocs".into());
        }

        let mut code: Ranges = Vec::new();
        let mut handed = HashSet::new();
        for (place, body) in bodies.iter().enumerate() {
            let range = body.range();
            code.push((range.start as u32 - code_start, range.end as u32 - code_start, place));
            let mut pushed = Vec::new();
            let mut reader = body.get_operators_reader().map_err(text)?;
            while !reader.eof() {
                let at = reader.original_position() as u32 - code_start;
                match reader.read().map_err(text)? {
                    // The address stands behind the instruction's one byte.
                    Operator::I32Const { .. } => pushed.push(at + 1),
                    Operator::LocalGet { .. } | Operator::I64Const { .. } => {}
                    Operator::Call { function_index } => {
                        let name = names.get(&function_index);
                        if name.is_some_and(|name| traps.contains(name.as_str())) {
                            handed.extend(pushed.drain(..));
                        }
                        pushed.clear();
                    }
                    _ => pushed.clear(),
                }
            }
        }
        // Places of data symbols in their section.
        let mut pieces: Ranges = Vec::new();
        for (id, data) in links.data.iter().enumerate() {
            if let Some((start, at, _)) =
                segments.iter().find(|(start, _, len)| (*start..start + len).contains(&data.start))
            {
                pieces.push((data.start - start + at, data.end - start + at, id));
            }
        }
        pieces.sort_unstable();
        let longest = pieces.iter().map(|(start, end, _)| end - start).max().unwrap_or_default();

        for (in_code, entry) in relocations {
            let wanted = matches!(
                entry.ty,
                RelocationType::MemoryAddrLeb
                    | RelocationType::MemoryAddrSleb
                    | RelocationType::MemoryAddrI32
                    | RelocationType::TableIndexSleb
                    | RelocationType::TableIndexI32
            );
            let Some(Some(target)) = symbols.get(entry.index as usize).filter(|_| wanted) else { continue };
            if in_code {
                let at = code.partition_point(|(start, ..)| *start <= entry.offset);
                let Some((_, end, place)) = at.checked_sub(1).and_then(|at| code.get(at)) else { continue };
                if entry.offset >= *end || handed.contains(&entry.offset) {
                    continue;
                }
                if let Some(name) = names.get(&(*place as u32 + imported)) {
                    links.functions.entry(name.clone()).or_default().push(target.clone());
                }
            } else {
                // Symbols may overlap, where one string ends as another does.
                let last = pieces.partition_point(|(start, ..)| *start <= entry.offset);
                for (_, end, id) in pieces[..last].iter().rev().take_while(|p| p.0 + longest > entry.offset) {
                    if entry.offset < *end {
                        links.data[*id].targets.push(target.clone());
                    }
                }
            }
        }
        // wasm-bindgen calls an exported function by the name of the export.
        for (function, export) in exports {
            let Some(name) = names.get(&function).filter(|name| **name != export) else { continue };
            let targets = links.functions.get(name).cloned().unwrap_or_default();
            links.functions.entry(export).or_default().extend(targets);
        }
        Ok(links)
    }

    fn symbol(
        &mut self,
        symbol: SymbolInfo<'_>,
        segments: &[(u32, u32, u32)],
        names: &mut HashMap<u32, String>,
    ) -> Option<Target> {
        match symbol {
            SymbolInfo::Func { index, name: Some(name), .. } => {
                names.entry(index).or_insert_with(|| name.to_owned());
                Some(Target::Function(names.get(&index)?.clone()))
            }
            SymbolInfo::Data { symbol: Some(symbol), .. } => {
                // What has no bytes in the file starts as zeros and belongs to nobody.
                let start = segments.get(symbol.index as usize)?.0 + symbol.offset;
                self.data.push(Data { start, end: start + symbol.size, targets: Vec::new() });
                Some(Target::Data(self.data.len() - 1))
            }
            _ => None,
        }
    }
}
