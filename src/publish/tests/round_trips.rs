//! That nothing is lost, for texts of everything that a head or a cut may stumble over.

use proptest::prelude::*;

use super::decoding::legacy;
use super::{printed, reprinted};
use crate::domain::{Head, Kind, Report};
use crate::markdown;
use crate::markdown::lines::behind_blank_lines;
use crate::publish::{Encoding, decode, read};

const BOM: &str = "\u{feff}";

const PARTS: &[&str] = &[
    BOM,
    "---",
    "---\n",
    "---\n",
    "--- \r\n",
    "---\r",
    "...\n",
    "title:",
    "title: 雲会議\n",
    "Title: \"a \\\"b\\u3042\" # c\r\n",
    "title: 'it''s",
    "emoji: 🎈\n",
    "emoji: x\n",
    "topics: [a, \"b\"",
    "topics: [a]\n",
    "tags:\n",
    "  - rust\n",
    "- wasm\r",
    "- \n",
    "]\n",
    "\"",
    "'",
    "{a: b}",
    "key: |\n",
    "  indented\n",
    "# ",
    "# Title\n",
    "# a \\# b #\r\n",
    "#\n",
    " #\t*x* `y` ##  \r",
    "## 話\n",
    "### 🎈 b ##\r\n",
    "#### c\n",
    "===\n",
    "```\n",
    "~~~\r\n",
    "<!--\n",
    "-->\n",
    "<pre>\n",
    "<div>\r",
    "> q\n",
    "1. ",
    "    code\n",
    "[^1]: n\n",
    "text",
    "雲",
    "😀",
    "\0",
    "\u{2028}",
    "\u{3000}",
    "\t",
    " ",
    ": ",
    "#",
    "\\",
    ",",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\n\r",
];

fn soups() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 0..24).prop_map(|parts| parts.concat())
}

/// Texts that begin as front matter and mostly are.
fn front_matters() -> impl Strategy<Value = String> {
    let bom = prop::sample::select(&["", BOM][..]);
    (bom, soups(), soups()).prop_map(|(bom, fields, body)| {
        let mut fields = fields.replace("---", "x: -");
        if !fields.ends_with(['\n', '\r']) {
            fields.push('\n');
        }
        format!("{bom}---\na: b\n{fields}---\n{body}")
    })
}

/// What a field of the form can hold.
fn words() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        "[^\\p{Cc}\u{2028}\u{2029}]{0,12}",
        "[-# a*_`\\[\\]<>&\"'\\\\:!~|雲\u{3000}0-9.)]{0,12}"
    ];
    words.prop_map(|words| words.trim().to_owned())
}

fn reports() -> impl Strategy<Value = Report> {
    let emoji = prop::sample::select(&["", "🎈", "👩‍💻", "✈️"][..]);
    let topics = prop::collection::vec(words(), 0..4);
    let kind = prop::sample::select(&[Kind::Tech, Kind::Idea][..]);
    let fields = (words(), emoji, topics, kind, words());
    fields.prop_map(|(title, emoji, mut topics, kind, slug)| {
        topics.retain(|topic| !topic.is_empty());
        Report {
            title,
            emoji: emoji.to_owned(),
            topics,
            head: Head::FrontMatter,
            kind,
            slug,
            written: String::new(),
        }
    })
}

/// The same report with a heading, which says the title only.
fn with_heading(report: Report) -> Report {
    Report {
        title: report.title,
        ..Report::default()
    }
}

fn sections() -> impl Strategy<Value = Vec<String>> {
    let heading = prop::sample::select(&["## 話\n", "### b ##\r\n", "##\r"][..]);
    let section = (heading, soups()).prop_map(|(heading, text)| format!("{heading}{text}"));
    (soups(), prop::collection::vec(section, 0..5)).prop_map(|(first, mut sections)| {
        // Blank lines behind a head are the head's.
        let first = first.replace(BOM, "");
        sections.insert(0, first[behind_blank_lines(&first, 0)..].to_owned());
        sections.retain(|section| markdown::is_normal(section));
        sections
    })
}

/// What `expected` says is in the file; how it is written there does not matter.
fn says(file: &str, expected: &Report) -> Result<(), TestCaseError> {
    let report = Report {
        written: expected.written.clone(),
        ..read(file).report
    };
    prop_assert_eq!(&report, expected, "{:?}", file);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn an_untouched_text_is_the_same(text in prop_oneof![soups(), front_matters(), ".{0,60}"]) {
        prop_assert_eq!(reprinted(&text), text);
    }

    #[test]
    fn an_untouched_file_has_the_same_bytes(text in prop_oneof![soups(), front_matters()]) {
        let text = text.replace('\0', "");
        let decoded = decode(text.as_bytes(), &legacy).expect("UTF-8 without a NUL");
        prop_assert_eq!((decoded.encoding, decoded.replaced), (Encoding::Utf8, false));
        prop_assert_eq!(reprinted(&decoded.text).into_bytes(), text.into_bytes());
    }

    #[test]
    fn a_report_that_was_printed_is_read_again(
        report in prop_oneof![reports(), reports().prop_map(with_heading)],
        sections in sections(),
    ) {
        let texts = || sections.iter().map(String::as_str);
        let file = printed(&report, texts());
        // Without a head the sections may begin with what is one.
        let has_head = report.head == Head::FrontMatter || !report.title.is_empty();
        prop_assume!(has_head || read(&sections.concat()).report.written.is_empty());
        let opened = read(&file);
        prop_assert_eq!(opened.sections, texts().collect::<Vec<_>>(), "{:?}", file);
        says(&file, &report)?;
    }

    #[test]
    fn a_changed_head_says_what_was_changed(
        text in prop_oneof![soups(), front_matters()],
        change in reports(),
        which in any::<[bool; 3]>(),
    ) {
        let opened = read(&text);
        let mut report = opened.report.clone();
        let has_fields = report.head == Head::FrontMatter;
        // Without its title a heading is gone, and what follows may be one.
        if which[0] && (has_fields || !change.title.is_empty()) {
            report.title = change.title;
        }
        if which[1] && has_fields {
            report.emoji = change.emoji;
        }
        if which[2] && has_fields {
            report.topics = change.topics;
        }
        let file = printed(&report, opened.sections.iter().copied());
        says(&file, &report)?;
        prop_assert_eq!(read(&file).sections, opened.sections, "{:?}", file);
        prop_assert_eq!(file.starts_with(BOM), text.starts_with(BOM));
    }

    #[test]
    fn a_head_of_another_kind_says_the_title(text in prop_oneof![soups(), front_matters()]) {
        let opened = read(&text);
        let mut report = opened.report.clone();
        report.head = match report.head {
            Head::Heading => Head::FrontMatter,
            Head::FrontMatter => Head::Heading,
        };
        let file = printed(&report, opened.sections.iter().copied());
        if report.head == Head::FrontMatter || !report.title.is_empty() {
            prop_assert_eq!(read(&file).report.title, report.title, "{:?}", file);
            prop_assert_eq!(read(&file).sections, opened.sections, "{:?}", file);
        }
    }

    #[test]
    fn utf16_is_read_in_both_orders(text in "[^\\p{Cc}]{0,40}", little in any::<bool>()) {
        let marked = format!("\u{feff}{text}");
        let units = marked.encode_utf16();
        let bytes: Vec<u8> = match little {
            true => units.flat_map(u16::to_le_bytes).collect(),
            false => units.flat_map(u16::to_be_bytes).collect(),
        };
        let decoded = decode(&bytes, &legacy).expect("a text");
        prop_assert_eq!((decoded.text, decoded.replaced), (text, false));
    }

    #[test]
    fn no_bytes_stop_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(decoded) = decode(&bytes, &legacy) {
            prop_assert_eq!(reprinted(&decoded.text), decoded.text);
        }
    }
}
