//! Every example of the CommonMark specification, as a file and as the sections of a report.

use super::{printed, reprinted};
use crate::domain::{Head, Report};
use crate::markdown;
use crate::publish::read;

const SPECIFICATION: &str = include_str!("../../../tests/fixtures/commonmark-0.31.2.txt");

fn examples() -> Vec<String> {
    let parts = SPECIFICATION.split("%%%%\n").skip(1);
    let mut examples: Vec<String> = parts.map(|text| text.replace('→', "\t")).collect();
    assert_eq!(examples.pop().as_deref(), Some(""), "the end of the last");
    assert_eq!(examples.len(), 652);
    examples.push(examples.concat());
    examples
}

#[test]
fn every_example_is_the_same_file_again() {
    for example in examples() {
        for line_end in ["\n", "\r\n", "\r"] {
            let text = example.replace('\n', line_end);
            for text in [&text, text.trim_end_matches(['\n', '\r'])] {
                assert_eq!(reprinted(text), text);
                let marked = format!("\u{feff}{text}");
                assert_eq!(reprinted(&marked), marked);
            }
        }
    }
}

#[test]
fn every_example_is_the_same_report_again() {
    for example in examples() {
        for head in [Head::Heading, Head::FrontMatter] {
            let report = Report {
                title: "雲会議 *参加* レポ #1 #".into(),
                head,
                ..Report::default()
            };
            // Blank lines behind the head are the head's.
            let text = example.trim_start_matches([' ', '\t', '\n']);
            let sections = markdown::split(text);
            let file = printed(&report, sections.iter().copied());
            let opened = read(&file);
            assert_eq!(opened.sections, sections);
            assert_eq!(opened.report.title, report.title);
            assert_eq!(opened.report.head, head);
        }
    }
}
