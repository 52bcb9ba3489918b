//! JavaScript's objects property by property, for what is needed before the first marks: serde would bring along all that
//! it could say of a value in the wrong place, numbers with fractions included, 30 kB.

use js_sys::{Array, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;

use super::{Result, failure};
use crate::Lang;
use crate::document::{BlockInput, DatelineSource, Hint};

/// A new object with these properties.
pub fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// A property that is there and neither undefined nor null.
pub fn property(object: &JsValue, name: &str) -> Result<Option<JsValue>> {
    let value = Reflect::get(object, &name.into()).map_err(|_| unexpected("input"))?;
    Ok(Some(value).filter(|value| !value.is_undefined() && !value.is_null()))
}

/// A property that is a string where it is there.
pub fn string(object: &JsValue, name: &str) -> Result<Option<String>> {
    property(object, name)?.map(|value| value.as_string().ok_or_else(|| unexpected(name))).transpose()
}

/// A property that is a list of whole numbers where it is there.
pub fn numbers(object: &JsValue, name: &str) -> Result<Option<Vec<u32>>> {
    let read = |value: JsValue| {
        let list = Array::is_array(&value) || value.is_instance_of::<Uint32Array>();
        if list { Ok(Uint32Array::new(&value).to_vec()) } else { Err(unexpected(name)) }
    };
    property(object, name)?.map(read).transpose()
}

/// The property `blocks`, where it is there.
pub fn blocks(object: &JsValue) -> Result<Option<Vec<BlockInput>>> {
    let Some(list) = property(object, "blocks")? else { return Ok(None) };
    let list: Array = list.dyn_into().map_err(|_| unexpected("blocks"))?;
    list.iter().map(|value| block(&value)).collect::<Result<_>>().map(Some)
}

fn block(value: &JsValue) -> Result<BlockInput> {
    let hint = string(value, "hint")?;
    let hint = hint.map(|name| Hint::named(&name).ok_or_else(|| unexpected("hint"))).transpose()?;
    Ok(BlockInput { text: string(value, "text")?.ok_or_else(|| unexpected("text"))?, hint })
}

/// A language by its code.
pub fn language(code: &str) -> Result<Lang> {
    match code {
        "zh" => Ok(Lang::Zh),
        "en" => Ok(Lang::En),
        _ => Err(unexpected("lang")),
    }
}

/// What a dateline was read from, as pages know it.
pub fn source(source: DatelineSource) -> &'static str {
    match source {
        DatelineSource::Markup => "markup",
        DatelineSource::Label => "label",
        DatelineSource::Line => "line",
        DatelineSource::Agency => "agency",
    }
}

fn unexpected(name: &str) -> JsValue {
    failure("input", &["not as expected: ", name].concat())
}
