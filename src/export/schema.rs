//! The JSON Schema (2020-12) of the article file, from the types that write it.

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};
use serde_json::{Value, json};

use super::article::{ArticleFile, FORMAT, VERSION};
use crate::annotation::{self, Date, Figure, Organization};
use crate::value::decimal::Decimal;

/// The schema's own name.
pub const ID: &str = "urn:article-annotator:schema:article:1";

/// The schema as indented JSON.
pub fn schema() -> String {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let attributes = [
        ("figure", generator.subschema_for::<Figure>()),
        ("date", generator.subschema_for::<Date>()),
        ("organization", generator.subschema_for::<Organization>()),
    ];
    let mut schema = generator.into_root_schema_for::<ArticleFile>().to_value();
    schema["$id"] = ID.into();
    schema["title"] = "Annotated article".into();
    schema["properties"]["format"]["const"] = FORMAT.into();
    schema["properties"]["version"]["const"] = VERSION.into();
    schema["properties"]["sha256"]["pattern"] = "^[0-9a-f]{64}$".into();
    // The attributes are those of the type; what the user made by hand may lack any.
    let by_type = attributes.map(|(name, attributes)| {
        json!({
            "if": { "properties": { "type": { "const": name } } },
            "then": { "properties": { "attrs": attributes } },
        })
    });
    schema["$defs"]["Annotation"]["allOf"] = Value::from(by_type.to_vec());
    for name in ["Figure", "Date", "Organization"] {
        if let Some(attributes) = schema["$defs"][name].as_object_mut() {
            attributes.remove("required");
        }
    }
    sort(&mut schema);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// Keys in alphabetical order, whatever map serde_json was built with.
fn sort(value: &mut Value) {
    match value {
        Value::Object(map) => {
            let mut fields: Vec<_> = core::mem::take(map).into_iter().collect();
            fields.sort_by(|a, b| a.0.cmp(&b.0));
            fields.iter_mut().for_each(|(_, value)| sort(value));
            map.extend(fields);
        }
        Value::Array(items) => items.iter_mut().for_each(sort),
        _ => {}
    }
}

impl JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An exact decimal in the base unit, as a string.",
            "type": "string",
            "pattern": "^-?[0-9]+(\\.[0-9]+)?$",
        })
    }
}

impl JsonSchema for annotation::Value {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An exact decimal (\"40400\"), a fraction (\"1/3\"), or a ratio or score (\"3:1\", \"1-0\").",
            "type": "string",
        })
    }
}
