//! What each place of publication is given, for each thing that is spelt otherwise there.
//!
//! A case begins with `%%` and its name; behind `%=` stand the places that are given what follows.
//! With `SANKAREPO_UPDATE_CASES` set, the files are written anew: read what changed in them.

use std::fmt::Write;
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::super::{Target, print_body};

struct Case<'t> {
    name: &'t str,
    input: String,
    /// What was expected for the places with these names.
    outputs: Vec<(&'t str, String)>,
}

fn read(file: &str) -> Vec<Case<'_>> {
    let cases = file.split("%% ").skip(1).map(|case| {
        let (name, rest) = case.split_once('\n').expect("a case has a name and lines");
        let mut parts = rest.split("%= ");
        let text = |part: &str| part.replace("<CR>", "\r");
        Case {
            name,
            input: text(parts.next().expect("there is a first part")),
            outputs: parts
                .map(|part| part.split_once('\n').expect("places, then lines"))
                .map(|(places, part)| (places, text(part)))
                .collect(),
        }
    });
    cases.collect()
}

/// The places in groups that are given the same.
fn printed(input: &str) -> Vec<(String, String)> {
    let mut groups: Vec<(String, String)> = Vec::new();
    for target in Target::ALL.into_iter().skip(1) {
        let output = print_body(target, input);
        match groups.iter_mut().find(|(_, known)| *known == output) {
            Some((places, _)) => *places += &format!(" {}", target.name()),
            None => groups.push((target.name().to_owned(), output)),
        }
    }
    groups
}

#[test]
fn each_place_is_given_what_it_shows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/publish/tests/cases");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the cases are there") {
        let path = entry.expect("a file").path();
        let file = std::fs::read_to_string(&path).expect("a text");
        let mut new = String::new();
        for case in read(&file) {
            let groups = printed(&case.input);
            let line_ends = |text: &str| text.replace('\r', "<CR>");
            writeln!(
                new,
                "%% {}\n{}",
                case.name,
                line_ends(&case.input).trim_end_matches('\n')
            )
            .expect("a string takes it");
            for (places, output) in &groups {
                write!(new, "%= {places}\n{}", line_ends(output)).expect("a string takes it");
            }
            if std::env::var_os("SANKAREPO_UPDATE_CASES").is_none() {
                let expected: Vec<_> = case.outputs.iter().map(|(p, o)| (*p, o.as_str())).collect();
                let found: Vec<_> = groups
                    .iter()
                    .map(|(p, o)| (p.as_str(), o.as_str()))
                    .collect();
                assert_eq!(found, expected, "{}: {}", path.display(), case.name);
            }
            count += case.outputs.len();
        }
        if std::env::var_os("SANKAREPO_UPDATE_CASES").is_some() {
            std::fs::write(&path, new).expect("the file can be written");
        }
    }
    assert!(count > 200, "only {count} cases");
}

/// Opened again and printed again, a file is what it was.
#[test]
fn what_was_printed_is_printed_again() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/publish/tests/cases");
    for entry in std::fs::read_dir(folder).expect("the cases are there") {
        let file = std::fs::read_to_string(entry.expect("a file").path()).expect("a text");
        for case in read(&file) {
            for target in Target::ALL {
                let once = print_body(target, &case.input);
                assert_eq!(print_body(target, &once), once, "{target:?}: {}", case.name);
            }
        }
    }
}

const PIECES: &[&str] = &[
    ":::message\n",
    ":::message alert\n",
    "::::details 題\n",
    ":::note warn\n",
    ":::\n",
    "::::\n",
    "> [!NOTE]\n",
    "> ",
    "\n",
    "\n\n",
    "- ",
    "  ",
    "1. ",
    "## ",
    "```js:a.js\n",
    "```\n",
    "~~~\n",
    "<details><summary>題</summary>\n",
    "</details>\n",
    "<img src=\"a\" width=\"1\">",
    "~",
    "~~",
    "@[card](https://example.com/)",
    "@[youtube](abcdefghijk)",
    "https://example.com/\n",
    "![空](a.png =250x)",
    "^[注]",
    "[^1]",
    "[^1]: 注\n",
    "\\",
    "`",
    "**太字**",
    "言葉",
    "a",
    "| a |\n",
    "| --- |\n",
    "    ",
    "\r\n",
    "<!-- -->",
    "&",
    "<",
    "]",
    "](",
    "\u{3000}",
];

/// Blocks that are whole.
const BLOCKS: &[&str] = &[
    "言葉\n二行目\n",
    "\n",
    "- 一\n  - 二\n",
    "1. a\n",
    "## 題\n",
    "https://example.com/a\n",
    "@[card](https://example.com/) と ![空](a.png =250x)\n",
    "文^[注] と [^1]\n",
    "\n[^1]: 注\n\n",
    "```js:a.js\n:::\n```\n",
    "\n~~~diff rust\n- a\n~~~\n",
    "> 引用\n> 二\n\n",
    "1~2、3~4\n",
    "| a |\n| --- |\n| 1~2、3~4 |\n\n",
    "<img src=\"a\" width=\"1\">\n",
    "**太字** `a`\n",
    "https://www.docswell.com/s/a/b\n",
];

/// Boxes and details of every spelling in each other, each of them closed.
fn documents() -> impl Strategy<Value = String> {
    let leaf = prop::collection::vec(prop::sample::select(BLOCKS), 1..5).prop_map(|it| it.concat());
    leaf.prop_recursive(3, 12, 3, |inner| {
        let boxed = (0..7_usize, inner.clone()).prop_map(|(kind, inner)| {
            let runs = inner
                .lines()
                .map(|line| line.len() - line.trim_start_matches(':').len());
            let colons = ":".repeat(runs.max().unwrap_or(0).max(2) + 1);
            let words = [
                "message",
                "message alert",
                "details 題",
                "note warn",
                "spoiler 題",
            ];
            match words.get(kind) {
                Some(words) => format!("{colons}{words}\n{inner}{colons}\n"),
                None if kind == 5 => {
                    let quoted: String = inner.lines().map(|line| format!("> {line}\n")).collect();
                    format!("\n> [!TIP]\n{quoted}\n")
                }
                None => format!("\n<details><summary>題</summary>\n\n{inner}\n</details>\n\n"),
            }
        });
        prop::collection::vec(prop_oneof![inner, boxed], 1..4).prop_map(|it| it.concat())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), ..ProptestConfig::with_cases(2000) })]

    /// Opened again and printed again, a file is what it was.
    #[test]
    fn a_document_is_printed_again(text in documents()) {
        for target in Target::ALL {
            let once = print_body(target, &text);
            prop_assert_eq!(print_body(target, &once), once, "{:?} of {:?}", target, text);
        }
    }

    /// Whatever stands in a text, no word of it is lost, and nothing grows without end.
    #[test]
    fn any_text_is_printed(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24),
    ) {
        let text = pieces.concat();
        for target in Target::ALL {
            let printed = print_body(target, &text);
            prop_assert!(printed.len() <= 1_000 + text.len() * 8);
            for word in ["言葉", "太字"] {
                prop_assert!(printed.matches(word).count() >= text.matches(word).count());
            }
        }
    }
}
