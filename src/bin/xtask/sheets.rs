//! Joins the style sheets of a built page: a dozen small files are a dozen answers
//! to wait for, and compress worse than one. Knows no sheet by name: their order is
//! that of index.html.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::error::{Error, Result};

/// Puts one sheet in the place of all that `dist/index.html` links to.
pub fn join(dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Error::io("read dist/index.html"))?;
    let links = sheet_links(&html);
    let first = links.first().ok_or_else(|| Error::Malformed {
        file: "dist/index.html",
        lacks: "a style sheet".into(),
    })?;
    let mut joined = String::new();
    for (_, name) in &links {
        let sheet = dist.join(name);
        joined += &fs::read_to_string(&sheet).map_err(Error::io(format!("read {name}")))?;
        fs::remove_file(&sheet).map_err(Error::io(format!("remove {name}")))?;
    }
    let name = name_of(&joined);
    let new = html.replacen(first.0, &format!("<link rel=stylesheet href=./{name}>"), 1);
    let new = links
        .iter()
        .skip(1)
        .fold(new, |html, (link, _)| html.replacen(link, "", 1));
    fs::write(dist.join(&name), joined).map_err(Error::io(format!("write {name}")))?;
    fs::write(page, new).map_err(Error::io("write dist/index.html"))
}

/// Changes with the content, as a host's cache needs it.
fn name_of(sheet: &str) -> String {
    let mut hasher = DefaultHasher::new();
    sheet.hash(&mut hasher);
    format!("style-{:016x}.css", hasher.finish())
}

/// The links to style sheets, each with the file that it names, as Trunk writes them.
fn sheet_links(html: &str) -> Vec<(&str, &str)> {
    let tags = html.match_indices("<link ").filter_map(|(at, _)| {
        let end = html[at..].find('>')?;
        Some(&html[at..=at + end])
    });
    tags.filter(|tag| attribute(tag, "rel") == Some("stylesheet"))
        .filter_map(|tag| Some((tag, attribute(tag, "href")?.trim_start_matches("./"))))
        .collect()
}

/// The value of an attribute, in quotes or without.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(&format!(" {name}="))?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '>']).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sheet_takes_the_place_of_all_in_their_order() {
        let dist = std::env::temp_dir().join(format!("sankarepo-sheets-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        fs::write(dist.join("b-1.css"), "b{}").unwrap();
        fs::write(dist.join("a-2.css"), "a{}").unwrap();
        let html = "<link href=./icon.svg rel=icon>\
                    <link href=./b-1.css integrity=sha384-x rel=stylesheet>\
                    <link rel=\"stylesheet\" href=\"./a-2.css\"><p>";
        fs::write(dist.join("index.html"), html).unwrap();
        join(&dist).unwrap();
        let joined = fs::read_to_string(dist.join("index.html")).unwrap();
        let name = name_of("b{}a{}");
        let sheet = fs::read_to_string(dist.join(&name)).unwrap();
        let files = fs::read_dir(&dist).unwrap().count();
        // Once more: a page with one sheet stays as it is.
        join(&dist).unwrap();
        let again = fs::read_to_string(dist.join("index.html")).unwrap();
        fs::remove_dir_all(&dist).unwrap();
        let expected =
            format!("<link href=./icon.svg rel=icon><link rel=stylesheet href=./{name}><p>");
        assert_eq!((joined, again), (expected.clone(), expected));
        assert_eq!((sheet.as_str(), files), ("b{}a{}", 2));
    }
}
