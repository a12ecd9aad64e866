//! The pages that are measured, and how a text gets into each of them.
//!
//! Everything that the bench must know about the page stands here.

use serde_json::json;

use super::text::LAST_WORDS;
use crate::engine::Size;
use crate::page::Page;
use crate::seed::{self, section_fragment};
use crate::server::{FLOOR, Site};

/// A page with a text area and something that shows its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A bare page: the fastest that the browser can be.
    Floor,
    /// The page, the whole report in one section.
    OneSection,
    /// The page, the report in sections of about a kilobyte.
    Sections,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Start,
    Keystroke,
    Undo,
    Open,
}

impl Subject {
    /// The floor first: the others are told as multiples of it.
    pub const ALL: [Self; 3] = [Self::Floor, Self::OneSection, Self::Sections];

    /// The name in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Floor => "bare page",
            Self::OneSection => "one section",
            Self::Sections => "in sections",
        }
    }

    /// Where it is.
    pub fn url(self, site: &Site) -> String {
        match self {
            Self::Floor => format!("{}{FLOOR}", site.origin),
            Self::OneSection | Self::Sections => site.page(),
        }
    }

    /// Selector of the text area in which the keys are pressed.
    pub fn field(self) -> &'static str {
        "textarea"
    }

    /// Selector of what shows the text.
    pub fn shown(self) -> &'static str {
        match self {
            Self::Floor => "p",
            Self::OneSection | Self::Sections => ".markdown",
        }
    }

    /// Loads the page on the screen on which a file is opened, and says what shows that it was.
    pub fn load_to_open(self, page: &Page<'_>) -> &'static str {
        match self {
            Self::Floor => {
                page.eval::<()>("localStorage.clear()");
                page.reload();
                "p:not(:empty)"
            }
            Self::OneSection | Self::Sections => {
                seed::load(page, "計測", &[], "#/");
                page.until("return !!document.querySelector('input[type=file]')");
                ".row"
            }
        }
    }

    /// Stores `text` in sections and loads the page again where they are searched.
    pub fn load_to_search(page: &Page<'_>, text: &str) {
        seed::load(page, "計測", &sections(text), "#/search");
        page.until("return document.activeElement.localName === 'input'");
    }

    /// Stores `text` in sections and loads the page again where it is handed out.
    pub fn load_to_publish(page: &Page<'_>, text: &str) {
        let report = format!("#/event/{}/report", seed::EVENT);
        seed::load(page, "計測", &sections(text), &report);
        page.until(&format!(
            "return !!document.querySelector('.markdown')?.textContent.includes('{LAST_WORDS}')"
        ));
    }

    /// The report as the file that it opens: as a single section it has a single heading of a
    /// section's level.
    pub fn file(self, text: &str) -> String {
        match self {
            Self::OneSection => text.replace("\n## ", "\n#### "),
            Self::Floor | Self::Sections => text.to_owned(),
        }
    }

    /// Stores `text` and loads the page again on the screen that is measured: on a
    /// phone text and preview are two screens, on a desktop they are one.
    pub fn load(self, page: &Page<'_>, text: &str, size: Size, measure: Measure) {
        let sections = match self {
            Self::Floor => {
                page.call::<()>(
                    "localStorage.setItem('floor', arguments[0])",
                    &[json!(text)],
                );
                page.reload();
                return;
            }
            Self::OneSection => vec![text],
            Self::Sections => sections(text),
        };
        let fragment = match (size, measure) {
            (Size::Phone, Measure::Start) => format!("#/event/{}/report", seed::EVENT),
            _ => section_fragment(sections.len() - 1),
        };
        let one = self.file(text);
        let sections = match self {
            Self::OneSection => vec![one.as_str()],
            _ => sections,
        };
        seed::load(page, "計測", &sections, &fragment);
        let ready = match (size, measure) {
            (Size::Phone, Measure::Keystroke | Measure::Undo) => {
                "return !!document.querySelector('textarea')".into()
            }
            _ => format!(
                "return !!document.querySelector('.markdown')?.textContent.includes('{LAST_WORDS}')"
            ),
        };
        page.until(&ready);
    }
}

/// The memos of a report, each with its heading.
fn sections(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = vec![0];
    starts.extend(text.match_indices("\n## ").map(|(at, _)| at + 1));
    starts.push(text.len());
    starts
        .windows(2)
        .map(|pair| &text[pair[0]..pair[1]])
        .collect()
}
