//! The invariants of the code that the compiler cannot keep: layers, and words that must not stand.
//!
//! A rule is a function from a file to what is wrong with it, so that each is
//! shown a bad file too. Knows the sources as text only.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path from the root of the project, with slashes, and its text.
struct File {
    path: String,
    text: String,
}

type Rule = fn(&File) -> Vec<String>;

const RULES: [Rule; 8] = [
    begins_with_what_it_owns,
    arrows_point_one_way,
    only_markdown_parses,
    only_the_page_knows_the_browser,
    nothing_panics_or_waits_to_be_done,
    no_markup_from_strings,
    fits_on_a_few_screens,
    tests_wait_for_a_condition,
];

/// Which layers a layer may name besides itself.
const ARROWS: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("markdown", &["domain"]),
    ("editing", &["domain"]),
    ("text", &["domain", "markdown"]),
    ("store", &["domain"]),
    ("timetable", &["domain", "markdown"]),
    ("publish", &["domain", "markdown", "text"]),
    (
        "browser",
        &[
            "domain",
            "markdown",
            "editing",
            "text",
            "store",
            "timetable",
            "publish",
        ],
    ),
    (
        "ui",
        &[
            "domain",
            "markdown",
            "editing",
            "text",
            "store",
            "timetable",
            "publish",
            "browser",
        ],
    ),
];

/// The one file of tests in which a thread may sleep, between two looks at a condition.
const WAITING: &str = "tests/browser/wait.rs";

const MOST_LINES: usize = 400;

#[test]
fn the_sources_keep_the_invariants() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests"] {
        collect(root, &root.join(folder), &mut files);
    }
    assert!(
        files.iter().any(|file| file.path == "src/lib.rs"),
        "the sources were not found"
    );
    let faults: Vec<_> = files
        .iter()
        .flat_map(|file| RULES.iter().flat_map(|rule| rule(file)))
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// One such rule took a third of the time of a key: after each, browsers look through all that is
/// on the page.
#[test]
fn no_style_rule_asks_every_element_what_it_has() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "css") {
            let sheet = fs::read_to_string(&path).unwrap();
            let line = sheet.lines().find(|line| asks_every_element(line));
            assert_eq!(line, None, "{}", path.display());
        }
    }
}

fn asks_every_element(line: &str) -> bool {
    line.match_indices(":has(").any(|(at, _)| {
        let before = line[..at].trim_end();
        before.is_empty() || before.ends_with(['>', '+', '~'])
    })
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let path = path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            files.push(File { path, text });
        }
    }
}

impl File {
    /// The layer in whose folder the file is.
    fn layer(&self) -> Option<&str> {
        let (layer, _) = self.path.strip_prefix("src/")?.split_once('/')?;
        (layer != "bin").then_some(layer)
    }

    fn in_src(&self) -> bool {
        self.path.starts_with("src/")
    }

    /// The text up to its test module; nothing of a file that is one.
    fn product(&self) -> &str {
        if self.path.ends_with("tests.rs") || self.path.contains("/tests/") {
            return "";
        }
        self.text
            .split("#[cfg(test)]\nmod ")
            .next()
            .unwrap_or_default()
    }

    /// The product without its comments, in which other layers may be spoken of.
    fn code(&self) -> String {
        let lines = self.product().lines();
        lines.map(without_comment).collect::<Vec<_>>().join("\n")
    }

    fn fault(&self, what: impl std::fmt::Display) -> String {
        format!("{}: {what}", self.path)
    }

    /// A fault for each of the words that stands in the text.
    fn faults_of(&self, text: &str, words: &[&str]) -> Vec<String> {
        words
            .iter()
            .filter(|word| text.contains(**word))
            .map(|word| self.fault(word))
            .collect()
    }
}

/// Cuts a line comment off, taking the `//` of an address for text.
fn without_comment(line: &str) -> &str {
    let start = line.match_indices("//").map(|(at, _)| at);
    let comment = start.into_iter().find(|at| !line[..*at].ends_with(':'));
    &line[..comment.unwrap_or(line.len())]
}

/// The identifiers of a text in order.
fn identifiers(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
}

/// The modules that are named right after `crate::` or `sankarepo::`, one by one or in braces.
fn named_layers(code: &str) -> Vec<&str> {
    let mut layers = Vec::new();
    for path in ["crate::", "sankarepo::"]
        .into_iter()
        .flat_map(|root| code.split(root).skip(1))
    {
        let Some(group) = path.strip_prefix('{') else {
            layers.extend(identifiers(path).next());
            continue;
        };
        let mut depth = 1;
        let mut item = true;
        for (at, character) in group.char_indices() {
            match character {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => item = true,
                _ if item && depth == 1 && !character.is_whitespace() => {
                    layers.extend(identifiers(&group[at..]).next());
                    item = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    layers
}

fn begins_with_what_it_owns(file: &File) -> Vec<String> {
    if file.text.starts_with("//!") {
        return Vec::new();
    }
    vec![file.fault("begins without `//!`: what it owns and what it must not know")]
}

fn arrows_point_one_way(file: &File) -> Vec<String> {
    let Some(layer) = file.layer() else {
        return Vec::new();
    };
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == layer) else {
        return vec![file.fault(format!("`{layer}` has no place in the order of the layers"))];
    };
    let is_layer = |name: &&str| ARROWS.iter().any(|(layer, _)| layer == name);
    named_layers(&file.code())
        .into_iter()
        .filter(is_layer)
        .filter(|name| *name != layer && !allowed.contains(name))
        .map(|name| file.fault(format!("`{layer}` must not know `{name}`")))
        .collect()
}

fn only_markdown_parses(file: &File) -> Vec<String> {
    if !file.in_src() || file.layer() == Some("markdown") {
        return Vec::new();
    }
    file.faults_of(&file.code(), &["pulldown_cmark"])
}

fn only_the_page_knows_the_browser(file: &File) -> Vec<String> {
    let page = matches!(file.layer(), Some("browser" | "ui")) || file.path == "src/main.rs";
    if page || !file.in_src() {
        return Vec::new();
    }
    let of_the_browser = |word: &&str| {
        matches!(*word, "leptos" | "web_sys" | "js_sys")
            || word.starts_with("gloo")
            || word.starts_with("wasm_bindgen")
    };
    // The tool installs wasm-bindgen and has a name for it.
    if file.path.starts_with("src/bin/") {
        return Vec::new();
    }
    identifiers(&file.code())
        .filter(of_the_browser)
        .map(|word| file.fault(word))
        .collect()
}

fn nothing_panics_or_waits_to_be_done(file: &File) -> Vec<String> {
    if !file.in_src() {
        return Vec::new();
    }
    let mut faults = file.faults_of(&file.code(), &[".unwrap()", "todo!", "unimplemented!"]);
    faults.extend(file.faults_of(file.product(), &["TODO", "FIXME"]));
    faults
}

fn no_markup_from_strings(file: &File) -> Vec<String> {
    if !file.in_src() {
        return Vec::new();
    }
    file.faults_of(
        &file.code(),
        &["inner_html", "innerHTML", "outerHTML", "insertAdjacentHTML"],
    )
}

fn fits_on_a_few_screens(file: &File) -> Vec<String> {
    let lines = file.text.lines().count();
    if !file.in_src() || lines <= MOST_LINES {
        return Vec::new();
    }
    vec![file.fault(format!("{lines} lines are more than {MOST_LINES}"))]
}

fn tests_wait_for_a_condition(file: &File) -> Vec<String> {
    if file.in_src() || matches!(file.path.as_str(), WAITING | "tests/tidy.rs") {
        return Vec::new();
    }
    let code: Vec<_> = file.text.lines().map(without_comment).collect();
    file.faults_of(&code.join("\n"), &["thread::sleep", "time::sleep"])
}

/// Each rule finds what it forbids, and lets pass what looks like it.
mod controls {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File {
            path: path.into(),
            text: text.into(),
        }
    }

    #[track_caller]
    fn check(rule: Rule, path: &str, text: &str, faults: usize) {
        let found = rule(&file(path, text));
        assert_eq!(found.len(), faults, "{found:?}");
    }

    #[test]
    fn a_file_says_what_it_owns() {
        check(begins_with_what_it_owns, "src/a.rs", "fn a() {}", 1);
        check(begins_with_what_it_owns, "src/a.rs", "//! Owns a.\n", 0);
    }

    #[test]
    fn an_arrow_against_the_order_is_found() {
        check(
            arrows_point_one_way,
            "src/domain/a.rs",
            "use crate::store::Record;",
            1,
        );
        check(
            arrows_point_one_way,
            "src/domain/a.rs",
            "use crate::{ui, domain::{Id, store}};",
            1,
        );
        check(
            arrows_point_one_way,
            "src/browser/a.rs",
            "crate::ui::mount()",
            1,
        );
        check(
            arrows_point_one_way,
            "src/store/a.rs",
            "sankarepo::text::Words",
            1,
        );
        check(arrows_point_one_way, "src/elsewhere/a.rs", "", 1);
    }

    #[test]
    fn an_arrow_with_the_order_is_not() {
        check(
            arrows_point_one_way,
            "src/store/a.rs",
            "use crate::domain::{Id, ui};",
            0,
        );
        check(
            arrows_point_one_way,
            "src/ui/a.rs",
            "use crate::{browser, store};",
            0,
        );
        check(
            arrows_point_one_way,
            "src/domain/a.rs",
            "//! See [`crate::store`].",
            0,
        );
        check(
            arrows_point_one_way,
            "src/domain/a.rs",
            "#[cfg(test)]\nmod tests {\n use crate::markdown::parse;\n}",
            0,
        );
    }

    #[test]
    fn a_second_parser_is_found() {
        check(
            only_markdown_parses,
            "src/publish/a.rs",
            "use pulldown_cmark::Parser;",
            1,
        );
        check(
            only_markdown_parses,
            "src/markdown/a.rs",
            "use pulldown_cmark::Parser;",
            0,
        );
        check(
            only_markdown_parses,
            "src/publish/a.rs",
            "// as pulldown_cmark has it",
            0,
        );
    }

    #[test]
    fn a_browser_in_a_pure_layer_is_found() {
        check(
            only_the_page_knows_the_browser,
            "src/text/a.rs",
            "use leptos::prelude::*;",
            1,
        );
        check(
            only_the_page_knows_the_browser,
            "src/store/a.rs",
            "gloo_storage::LocalStorage",
            1,
        );
        check(
            only_the_page_knows_the_browser,
            "src/lib.rs",
            "wasm_bindgen_futures::x()",
            1,
        );
        check(
            only_the_page_knows_the_browser,
            "src/ui/a.rs",
            "use leptos::prelude::*;",
            0,
        );
        check(
            only_the_page_knows_the_browser,
            "src/main.rs",
            "web_sys::window()",
            0,
        );
    }

    #[test]
    fn a_panic_or_a_debt_is_found() {
        let rule = nothing_panics_or_waits_to_be_done;
        check(rule, "src/a.rs", "let a = b.unwrap();", 1);
        check(rule, "src/a.rs", "// TODO later\ntodo!()", 2);
        check(rule, "src/a.rs", "b.unwrap_or(1) // never `.unwrap()`", 0);
        check(
            rule,
            "src/a.rs",
            "fn a() {}\n#[cfg(test)]\nmod tests {\n b.unwrap();\n}",
            0,
        );
        check(rule, "src/a/tests.rs", "b.unwrap();", 0);
        check(rule, "src/a/b_tests.rs", "b.unwrap();", 0);
    }

    #[test]
    fn markup_from_a_string_is_found() {
        check(
            no_markup_from_strings,
            "src/ui/a.rs",
            "element.set_inner_html(text)",
            1,
        );
        check(
            no_markup_from_strings,
            "src/ui/a.rs",
            "set(&element, \"innerHTML\", text)",
            1,
        );
        check(
            no_markup_from_strings,
            "src/ui/a.rs",
            "// without innerHTML",
            0,
        );
    }

    #[test]
    fn a_long_file_is_found() {
        check(
            fits_on_a_few_screens,
            "src/a.rs",
            &"\n".repeat(MOST_LINES + 1),
            1,
        );
        check(
            fits_on_a_few_screens,
            "src/a.rs",
            &"\n".repeat(MOST_LINES),
            0,
        );
    }

    #[test]
    fn a_sleeping_test_is_found() {
        check(
            tests_wait_for_a_condition,
            "tests/a.rs",
            "std::thread::sleep(second)",
            1,
        );
        check(
            tests_wait_for_a_condition,
            "tests/browser/a.rs",
            "tokio::time::sleep(x)",
            1,
        );
        check(
            tests_wait_for_a_condition,
            WAITING,
            "tokio::time::sleep(x)",
            0,
        );
        check(
            tests_wait_for_a_condition,
            "tests/a.rs",
            "// no thread::sleep here",
            0,
        );
    }

    #[test]
    fn a_rule_that_asks_every_element_is_found() {
        assert!(asks_every_element(".screen > :has(+ .dock) {"));
        assert!(asks_every_element("  :has(.dock),"));
        assert!(!asks_every_element(".screen:not(.wide, :has(> .dock)) {"));
    }

    #[test]
    fn an_address_is_not_a_comment() {
        assert_eq!(
            without_comment("a(\"https://x.example\") // b"),
            "a(\"https://x.example\") "
        );
        assert_eq!(without_comment("//! b"), "");
    }
}
