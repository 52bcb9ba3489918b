//! A Label Studio task with its prediction. Label Studio counts code points in text.
//!
//! The labelling configuration that goes with it is [`CONFIG`].

use serde_json::{Value, json};

use super::{ArticleFile, Filter, label};

/// The labelling configuration that shows these predictions.
pub const CONFIG: &str = r##"<View>
  <Labels name="label" toName="text">
    <Label value="FIGURE" background="#d97706"/>
    <Label value="DATE" background="#2563eb"/>
    <Label value="ORG" background="#059669"/>
  </Labels>
  <Relations>
    <Relation value="leans-on"/>
    <Relation value="when"/>
    <Relation value="same-as"/>
  </Relations>
  <Text name="text" value="$text"/>
</View>
"##;

/// One task; an import file is an array of them.
pub fn write(file: &ArticleFile, filter: &Filter) -> String {
    let kept: Vec<_> = filter.valid(file).collect();
    let mut ids: Vec<u32> = kept.iter().map(|a| a.id).collect();
    ids.sort_unstable();
    let here = |id: u32| ids.binary_search(&id).is_ok();
    let regions = kept.iter().map(|a| {
        json!({
            "id": a.id.to_string(),
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": { "start": a.start, "end": a.end, "text": a.text, "labels": [label(a.r#type)] },
            "meta": { "text": [Value::from(a.attrs.clone()).to_string()] },
        })
    });
    let links = file.relations.iter().filter(|r| here(r.from) && here(r.to)).map(|r| {
        json!({
            "type": "relation",
            "from_id": r.from.to_string(),
            "to_id": r.to.to_string(),
            "direction": "right",
            "labels": [r.r#type],
        })
    });
    let task = json!({
        "data": { "text": file.text, "id": file.id, "published": file.published.as_ref().map(|p| &p.value) },
        "predictions": [{
            "model_version": format!("{} {}", file.tool.name, file.tool.version),
            "result": regions.chain(links).collect::<Vec<_>>(),
        }],
    });
    task.to_string()
}
