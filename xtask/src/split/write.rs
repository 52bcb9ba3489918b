//! One part as a module.

use std::collections::HashMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, ImportSection, Instruction, MemorySection, NameMap,
    NameSection, TableSection, TypeSection,
};
use wasmparser::{ExternalKind, Operator};

use super::graph::Plan;
use super::module::Module;
use super::text;
use crate::Result;

/// What later parts call the first part, and every other, in their imports.
const CORE: &str = "core";

/// Indices of a part, by those of the whole.
struct Renumbered {
    functions: HashMap<u32, u32>,
}

impl Reencode for Renumbered {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error<Infallible>> {
        self.functions.get(&function).copied().ok_or(Error::InvalidCodeSectionSize)
    }
}

/// Writes a part.
pub fn part(module: &Module<'_>, plan: &Plan, part: usize) -> Result<Vec<u8>> {
    let own: Vec<usize> = (module.imports.len()..module.functions.len())
        .filter(|f| plan.part[*f] == Some(part) && !plan.traps.contains(f))
        .collect();
    let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
    let mut new = Renumbered { functions: HashMap::new() };
    for kind in &module.types {
        types.ty().func_type(&new.func_type(kind.clone()).map_err(text)?);
    }
    let mut tables: Vec<_> = Vec::new();
    for table in &module.tables {
        tables.push(new.table_type(*table).map_err(text)?);
    }
    if let Some(first) = tables.first_mut() {
        first.minimum += plan.slots.len() as u64;
        first.maximum = first.maximum.map(|most| most + plan.slots.len() as u64);
    }
    let memories: Vec<_> = module
        .memories
        .iter()
        .map(|m| new.memory_type(*m))
        .collect::<std::result::Result<_, _>>()
        .map_err(text)?;
    let globals: Vec<_> = module
        .globals
        .iter()
        .map(|g| new.global_type(g.0))
        .collect::<std::result::Result<_, _>>()
        .map_err(text)?;

    // Imports: all of wasm-bindgen's for the first part; what they share for the others.
    let mut sections = wasm_encoder::Module::new();
    let shared = shared(plan);
    if part == 0 {
        for (index, import) in module.imports.iter().enumerate() {
            imports.import(import.module, import.name, EntityType::Function(module.functions[index]));
            new.functions.insert(index as u32, index as u32);
        }
    } else {
        let mut called = Vec::new();
        for function in &own {
            for operator in module.operators(*function)? {
                if let Operator::Call { function_index } = operator {
                    let function = function_index as usize;
                    if plan.part[function].is_some_and(|p| p != part && plan.needs[part].contains(&p)) {
                        called.push(function);
                    }
                }
            }
        }
        called.sort_unstable();
        called.dedup();
        for function in called.into_iter().filter(|f| !plan.traps.contains(f)) {
            new.functions.insert(function as u32, new.functions.len() as u32);
            imports.import(CORE, &plan.shared[&function], EntityType::Function(module.functions[function]));
        }
        for (index, table) in tables.iter().enumerate() {
            imports.import(CORE, &format!("$t{index}"), EntityType::Table(*table));
        }
        for (index, memory) in memories.iter().enumerate() {
            imports.import(CORE, &format!("$m{index}"), EntityType::Memory(*memory));
        }
        for (index, global) in globals.iter().enumerate() {
            imports.import(CORE, &format!("$g{index}"), EntityType::Global(*global));
        }
    }

    let mut functions = FunctionSection::new();
    for function in &own {
        new.functions.insert(*function as u32, new.functions.len() as u32);
        functions.function(module.functions[*function]);
    }
    let mut exports = ExportSection::new();
    for (function, name) in &shared {
        if plan.part[*function] == Some(part) {
            exports.export(name, ExportKind::Func, new.functions[&(*function as u32)]);
        }
    }
    let mut forwarded = Vec::new();
    if part == 0 {
        for export in &module.exports {
            let function = export.index as usize;
            if export.kind == ExternalKind::Func && plan.part[function] != Some(0) {
                exports.export(export.name, ExportKind::Func, (new.functions.len() + forwarded.len()) as u32);
                functions.function(module.functions[function]);
                forwarded.push(function);
            } else {
                let kind = new.export_kind(export.kind).map_err(text)?;
                let index = new.external_index(export.kind, export.index).map_err(text)?;
                exports.export(export.name, kind, index);
            }
        }
        if plan.needs.len() > 1 {
            for index in 0..tables.len() {
                exports.export(&format!("$t{index}"), ExportKind::Table, index as u32);
            }
            for index in 0..memories.len() {
                exports.export(&format!("$m{index}"), ExportKind::Memory, index as u32);
            }
            for index in 0..globals.len() {
                exports.export(&format!("$g{index}"), ExportKind::Global, index as u32);
            }
        }
    }

    sections.section(&types).section(&imports).section(&functions);
    if part == 0 {
        let (mut table, mut memory, mut global) =
            (TableSection::new(), MemorySection::new(), GlobalSection::new());
        tables.into_iter().for_each(|t| _ = table.table(t));
        memories.into_iter().for_each(|m| _ = memory.memory(m));
        for (kind, (_, value)) in globals.into_iter().zip(&module.globals) {
            global.global(kind, &new.const_expr(value.clone()).map_err(text)?);
        }
        sections.section(&table).section(&memory).section(&global);
    }
    sections.section(&exports);
    if let Some(start) = module.start.filter(|_| part == 0) {
        sections.section(&wasm_encoder::StartSection { function_index: new.functions[&start] });
    }
    sections.section(&elements(module, plan, part, &new));
    let data = data(plan, part);
    sections.section(&wasm_encoder::DataCountSection { count: data.len() });
    let mut code = CodeSection::new();
    for function in &own {
        code.function(&body(module, plan, part, *function, &mut new)?);
    }
    for function in &forwarded {
        let mut body = Function::new([]);
        let kind = module.functions[*function];
        for local in 0..module.types[kind as usize].params().len() {
            body.instruction(&Instruction::LocalGet(local as u32));
        }
        through_table(&mut body, plan.slots[function], kind);
        body.instruction(&Instruction::End);
        code.function(&body);
    }
    sections.section(&code).section(&data).section(&names(module, &new));
    Ok(sections.finish())
}

/// Functions called across parts, in order.
fn shared(plan: &Plan) -> Vec<(usize, &str)> {
    let mut all: Vec<_> = plan.shared.iter().map(|(function, name)| (*function, name.as_str())).collect();
    all.sort_unstable();
    all
}

fn body(
    module: &Module<'_>,
    plan: &Plan,
    part: usize,
    function: usize,
    new: &mut Renumbered,
) -> Result<Function> {
    let from = module.body(function).ok_or("a function without a body")?;
    let mut to = new.new_function_with_parsed_locals(from).map_err(text)?;
    for operator in module.operators(function)? {
        if let Operator::Call { function_index } = operator {
            let called = function_index as usize;
            if plan.traps.contains(&called) {
                to.instruction(&Instruction::Unreachable);
                continue;
            }
            if !plan.part[called].is_some_and(|home| plan.needs[part].contains(&home)) {
                through_table(&mut to, plan.slots[&called], module.functions[called]);
                continue;
            }
        }
        to.instruction(&new.instruction(operator).map_err(text)?);
    }
    Ok(to)
}

fn through_table(body: &mut Function, slot: u32, type_index: u32) {
    body.instruction(&Instruction::I32Const(slot as i32));
    body.instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
}

/// The slots of the table that this part fills, a segment a run.
fn elements(module: &Module<'_>, plan: &Plan, part: usize, new: &Renumbered) -> ElementSection {
    let mut slots: Vec<(u32, u32)> = module.slots.clone();
    slots.extend(plan.slots.iter().map(|(function, slot)| (*slot, *function as u32)));
    slots.retain(|(_, function)| {
        plan.part[*function as usize] == Some(part) && new.functions.contains_key(function)
    });
    slots.sort_unstable();
    let mut section = ElementSection::new();
    for run in slots.chunk_by(|a, b| a.0 + 1 == b.0) {
        let functions: Vec<u32> = run.iter().map(|(_, function)| new.functions[function]).collect();
        section.active(None, &ConstExpr::i32_const(run[0].0 as i32), Elements::Functions(functions.into()));
    }
    section
}

fn data(plan: &Plan, part: usize) -> DataSection {
    let mut section = DataSection::new();
    for (address, bytes, _) in plan.data.iter().filter(|(.., p)| *p == part) {
        section.active(0, &ConstExpr::i32_const(*address as i32), bytes.iter().copied());
    }
    section
}

/// Symbols, for whoever looks at what is large; wasm-opt leaves them out.
fn names(module: &Module<'_>, new: &Renumbered) -> NameSection {
    let mut all: Vec<(u32, u32)> = new.functions.iter().map(|(old, new)| (*new, *old)).collect();
    all.sort_unstable();
    let mut map = NameMap::new();
    for (new, old) in all {
        map.append(new, &module.names[old as usize]);
    }
    let mut section = NameSection::new();
    section.functions(&map);
    section
}
