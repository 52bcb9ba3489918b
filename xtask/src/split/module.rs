//! A module as it is read: the sections that parts are made of.

use std::collections::HashMap;

use wasmparser::{
    DataKind, Element, ElementItems, ElementKind, Export, FunctionBody, GlobalType, Import, KnownCustom,
    MemoryType, Name, Operator, Parser, Payload, TableType, TypeRef,
};

use super::text;
use crate::Result;

/// The sections, with functions in one index space: those imported first.
#[derive(Default)]
pub struct Module<'a> {
    pub types: Vec<wasmparser::FuncType>,
    pub imports: Vec<Import<'a>>,
    /// The type of each function.
    pub functions: Vec<u32>,
    /// Symbols; empty where a function has none.
    pub names: Vec<String>,
    pub bodies: Vec<FunctionBody<'a>>,
    pub tables: Vec<TableType>,
    pub memories: Vec<MemoryType>,
    pub globals: Vec<(GlobalType, wasmparser::ConstExpr<'a>)>,
    pub exports: Vec<Export<'a>>,
    pub start: Option<u32>,
    /// Function by slot of table 0.
    pub slots: Vec<(u32, u32)>,
    /// Address and bytes.
    pub data: Vec<(u32, &'a [u8])>,
}

impl<'a> Module<'a> {
    /// Reads what wasm-bindgen writes; anything else is an error.
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut module = Self::default();
        let mut named = HashMap::new();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(text)? {
                Payload::TypeSection(section) => {
                    for group in section.into_iter_err_on_gc_types() {
                        module.types.push(group.map_err(text)?);
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import.map_err(text)?;
                        let TypeRef::Func(kind) = import.ty else {
                            return Err(format!("an import that is no function: {}", import.name));
                        };
                        module.imports.push(import);
                        module.functions.push(kind);
                    }
                }
                Payload::FunctionSection(section) => {
                    for kind in section {
                        module.functions.push(kind.map_err(text)?);
                    }
                }
                Payload::TableSection(section) => {
                    for table in section {
                        module.tables.push(table.map_err(text)?.ty);
                    }
                }
                Payload::MemorySection(section) => {
                    for memory in section {
                        module.memories.push(memory.map_err(text)?);
                    }
                }
                Payload::GlobalSection(section) => {
                    for global in section {
                        let global = global.map_err(text)?;
                        module.globals.push((global.ty, global.init_expr));
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        module.exports.push(export.map_err(text)?);
                    }
                }
                Payload::StartSection { func, .. } => module.start = Some(func),
                Payload::ElementSection(section) => {
                    for element in section {
                        module.element(&element.map_err(text)?)?;
                    }
                }
                Payload::CodeSectionEntry(body) => module.bodies.push(body),
                Payload::DataSection(section) => {
                    for data in section {
                        let data = data.map_err(text)?;
                        let DataKind::Active { offset_expr, .. } = &data.kind else {
                            return Err("a passive data segment".into());
                        };
                        module.data.push((constant(offset_expr)?, data.data));
                    }
                }
                Payload::CustomSection(custom) => {
                    if let KnownCustom::Name(names) = custom.as_known() {
                        for name in names {
                            if let Name::Function(map) = name.map_err(text)? {
                                for naming in map {
                                    let naming = naming.map_err(text)?;
                                    named.insert(naming.index, naming.name.to_owned());
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        module.names =
            (0..module.functions.len() as u32).map(|f| named.remove(&f).unwrap_or_default()).collect();
        Ok(module)
    }

    /// The body of a function that is not imported.
    pub fn body(&self, function: usize) -> Option<&FunctionBody<'a>> {
        self.bodies.get(function.checked_sub(self.imports.len())?)
    }

    /// The instructions of a function; none of one that is imported.
    pub fn operators(&self, function: usize) -> Result<Vec<Operator<'a>>> {
        let Some(body) = self.body(function) else { return Ok(Vec::new()) };
        body.get_operators_reader().map_err(text)?.into_iter().map(|op| op.map_err(text)).collect()
    }

    fn element(&mut self, element: &Element<'a>) -> Result {
        let (ElementKind::Active { table_index, offset_expr }, ElementItems::Functions(functions)) =
            (&element.kind, &element.items)
        else {
            return Err("a table's element that is not placed, or no function".into());
        };
        if table_index.unwrap_or_default() != 0 {
            return Err("functions in a second table".into());
        }
        for (slot, function) in (constant(offset_expr)?..).zip(functions.clone()) {
            self.slots.push((slot, function.map_err(text)?));
        }
        Ok(())
    }
}

fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read().map_err(text)? {
        Operator::I32Const { value } => Ok(value as u32),
        other => Err(format!("a segment at {other:?}")),
    }
}
