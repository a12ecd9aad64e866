//! The report as a page of its own, in one file: with its own style, without a script, and with
//! nothing that it fetches.

use super::html::{escaped, read, report};
use super::says_title;
use crate::domain::{Event, file_name};
use crate::markdown::lines::one_line;
use crate::text::{Language, tag_of};

const STYLE: &str = include_str!("page.css");

/// The page's own policy, should anything in it ever ask for more: nothing but its style.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The name of the file.
pub fn page_name(event: &Event) -> String {
    let name = file_name(event);
    name.strip_suffix(".md").unwrap_or(&name).to_owned() + ".html"
}

/// What the preview shows of a report, as a page. `body` is the sections that are in the report,
/// joined, without what is private; `language` is that of the interface.
pub fn page(language: Language, event: &Event, body: &str) -> String {
    let title = one_line(&event.report.title);
    let heading = match title.is_empty() || says_title(body, &event.report.title) {
        true => String::new(),
        false => format!("<h1>{}</h1>\n", escaped(&title)),
    };
    let title = if title.is_empty() {
        &event.name
    } else {
        &title
    };
    let lang = tag_of(title).or(tag_of(body)).unwrap_or(language.tag());
    let title = escaped(title);
    let report = report(&read(body), language.words(), true);
    format!(
        "<!doctype html>
<html lang=\"{lang}\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">
<title>{title}</title>
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"referrer\" content=\"no-referrer\">
<style>
{STYLE}</style>
</head>
<body>
<main>
{heading}{report}</main>
</body>
</html>
"
    )
}
