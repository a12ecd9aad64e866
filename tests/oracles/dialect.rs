//! What is spelt otherwise on each site: what the preview shows of it, and what the sites show of
//! what is printed for them.
//!
//! A case of `dialect.txt` begins with `%%` and its name; behind `%=` stands who shows what follows.
//! With `SANKAREPO_UPDATE_CASES` set, the file is written anew: read what changed in it.

use std::env;
use std::fs;
use std::path::Path;

use crate::form::Form;
use crate::zenn::Zenn;
use crate::{FOR_GITHUB, FOR_ZENN, github, ours};

#[test]
fn each_shows_what_was_meant() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles/dialect.txt");
    let cases = fs::read_to_string(&path).unwrap();
    let mut zenn = Zenn::start();
    let found: String = cases
        .split("%% ")
        .skip(1)
        .map(|case| {
            let source = case.split("%= ").next().unwrap_or_default();
            let (_, text) = source.split_once('\n').unwrap();
            format!(
                "%% {}\n{}",
                source.trim_end(),
                shown(&mut zenn, text.trim_end())
            )
        })
        .collect();
    if env::var_os("SANKAREPO_UPDATE_CASES").is_some() {
        fs::write(&path, &found).unwrap();
    }
    assert_ne!(found, "", "there are no cases");
    for (found, expected) in found.split("%% ").zip(cases.split("%% ")) {
        assert_eq!(found, expected);
    }
}

/// Who shows what, those that show the same together.
fn shown(zenn: &mut Zenn, text: &str) -> String {
    let pages = [
        ("preview", ours::lines(text, Form::GITHUB)),
        ("zenn", zenn.lines(&FOR_ZENN(text))),
        ("github", github::lines(&FOR_GITHUB(text), Form::GITHUB)),
    ];
    let mut groups: Vec<(String, String)> = Vec::new();
    for (place, page) in pages {
        match groups.iter_mut().find(|(_, known)| *known == page) {
            Some((places, _)) => *places += &format!(" {place}"),
            None => groups.push((place.to_owned(), page)),
        }
    }
    let groups = groups.iter();
    groups
        .map(|(places, page)| format!("%= {places}\n{page}\n"))
        .collect()
}
