//! Reading and rewriting index.html and what it names. The page is our own, so plain text search is enough; whatever is
//! looked for and not there is an error.

use crate::Result;

/// `name: 'path',` lines of the table in resources.js.
pub fn resources(module: &str) -> Result<Vec<(String, String)>> {
    let table =
        module.split_once("PATHS = {").and_then(|(_, rest)| rest.split_once('}')).map(|(table, _)| table);
    let rows = table
        .ok_or("www/resources.js has no table PATHS")?
        .split(',')
        .map(str::trim)
        .filter(|row| !row.is_empty());
    rows.map(|row| {
        let (name, path) =
            row.split_once(':').ok_or_else(|| format!("www/resources.js: {row:?} is no entry"))?;
        let unquoted = |text: &str| text.trim().trim_matches(['\'', '"']).to_owned();
        Ok((unquoted(name), unquoted(path)))
    })
    .collect()
}

/// Replaces the one place where `from` stands.
pub fn replaced(page: &str, from: &str, to: &str) -> Result<String> {
    match page.matches(from).count() {
        1 => Ok(page.replacen(from, to, 1)),
        n => Err(format!("index.html has {from:?} {n} times, not once")),
    }
}

/// The tag (from `<` to `>`) that contains `part`.
pub fn tag<'a>(page: &'a str, part: &str) -> Result<&'a str> {
    let at = page.find(part).ok_or_else(|| format!("index.html has no {part:?}"))?;
    let start = page[..at].rfind('<').unwrap_or(at);
    let end = page[at..].find('>').map_or(page.len(), |end| at + end + 1);
    Ok(&page[start..end])
}

/// Leaves out every tag that contains `part`, with the rest of its line when nothing else is on it.
pub fn without(mut page: String, part: &str) -> String {
    while let Ok(found) = tag(&page, part) {
        let found = found.to_owned();
        page = page.replacen(&format!("{found}\n"), "", 1).replacen(&found, "", 1);
    }
    page
}

/// A policy with one directive set anew.
pub fn with_directive(policy: &str, name: &str, sources: &str) -> String {
    let mut rows: Vec<String> = policy
        .split(';')
        .map(str::trim)
        .filter(|row| !row.is_empty() && row.split_whitespace().next() != Some(name))
        .map(String::from)
        .collect();
    rows.push(format!("{name} {sources}"));
    rows.join("; ")
}

/// The sources of a directive, 'self' left out: an inline page has no files of its own.
pub fn sources_but_self(policy: &str, name: &str) -> String {
    let row = policy.split(';').map(str::trim).find(|row| row.split_whitespace().next() == Some(name));
    let sources = row.unwrap_or_default().split_whitespace().skip(1);
    sources.filter(|source| *source != "'self'" && *source != "'none'").collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_resources_is_read() {
        let module = "const PATHS = {\n  glue: 'pkg/a.js',\n  'zh-model': 'data/zh.model',\n};\n";
        let expected =
            [("glue", "pkg/a.js"), ("zh-model", "data/zh.model")].map(|(a, b)| (a.into(), b.into()));
        assert_eq!(resources(module).unwrap(), expected);
        assert!(resources("nothing").is_err());
    }

    #[test]
    fn a_policy_is_changed_where_it_should_be() {
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
        assert_eq!(sources_but_self(policy, "script-src"), "'wasm-unsafe-eval'");
        let changed = with_directive(policy, "connect-src", "'none'");
        assert_eq!(changed, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'");
    }

    #[test]
    fn tags_are_left_out_whole() {
        let page = "<head>\n<link rel=\"manifest\" href=\"m\">\n<title>x</title>".to_owned();
        assert_eq!(without(page, "rel=\"manifest\""), "<head>\n<title>x</title>");
    }
}
