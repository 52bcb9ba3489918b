//! The page in one file: script and style inline, allowed by their hashes, and everything else in base64. It works from
//! disk, and may connect to nothing at all.

use std::path::Path;

use super::{Parts, hash, page, read, store};
use crate::Result;

/// Writes the file.
pub fn write(parts: &Parts, www: &Path, file: &Path) -> Result {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).map_err(|e| e.to_string());
    let (script, mut style) = (text(&parts.script)?, text(&parts.style)?);
    let (styles, resources): (Vec<_>, Vec<_>) =
        parts.resources.iter().partition(|(_, (path, _))| path.ends_with(".css"));
    for (_, (_, bytes)) in styles {
        style += &text(bytes)?;
    }
    if script.to_lowercase().contains("</script") || style.to_lowercase().contains("</style") {
        return Err("the bundled script or style ends its own element".into());
    }
    let mut html = parts.page.clone();
    for part in ["rel=\"modulepreload\"", "rel=\"manifest\"", "rel=\"apple-touch-icon\""] {
        html = page::without(html, part);
    }
    let icon = format!("data:image/svg+xml;base64,{}", hash::base64(&read(&www.join("icons/icon.svg"))?));
    html = html.replace("\"icons/icon.svg\"", &format!("\"{icon}\""));

    let link = page::tag(&html, "href=\"style.css\"")?.to_owned();
    html = page::replaced(&html, &link, &format!("<style>{style}</style>"))?;
    let tag = page::tag(&html, "src=\"main.js\"")?.to_owned();
    let mut inline = String::new();
    for (name, (_, bytes)) in resources {
        inline +=
            &format!("<script type=\"text/plain\" id=\"resource:{name}\">{}</script>\n", hash::base64(bytes));
    }
    // The resources stand before the script, which looks for them.
    html = page::replaced(&html, &format!("{tag}</script>"), "")?;
    html = page::replaced(
        &html,
        "</body>",
        &format!("{inline}<script type=\"module\">{script}</script>\n</body>"),
    )?;

    let old = policy(&parts.page)?;
    let mut new = old.clone();
    let with =
        |name: &str, more: &str| format!("{} {more}", page::sources_but_self(&old, name)).trim().to_owned();
    for (name, sources) in [
        ("script-src", with("script-src", &hash::source(&script))),
        ("style-src", with("style-src", &hash::source(&style))),
        ("img-src", with("img-src", "data:")),
        ("worker-src", with("worker-src", "")),
        ("connect-src", "'none'".to_owned()),
        ("manifest-src", "'none'".to_owned()),
    ] {
        new = page::with_directive(&new, name, &sources);
    }
    html = page::replaced(&html, &old, &new)?;
    store(file, html.as_bytes())
}

fn policy(html: &str) -> Result<String> {
    let tag = page::tag(html, "http-equiv=\"Content-Security-Policy\"")?;
    let (_, after) = tag.split_once("content=\"").ok_or("index.html: the policy has no content")?;
    Ok(after.split('"').next().unwrap_or_default().to_owned())
}
