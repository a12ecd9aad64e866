//! The pages that are measured, and how a text gets into each of them.
//!
//! Everything that the bench must know about the page stands here.

use serde_json::json;

use crate::page::Page;
use crate::server::{FLOOR, Site};

/// A page with a text area and something that shows its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A bare page: the fastest that the browser can be.
    Floor,
}

impl Subject {
    /// The floor first: the others are told as multiples of it.
    pub const ALL: [Self; 1] = [Self::Floor];

    /// The name in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Floor => "bare page",
        }
    }

    /// Where it is.
    pub fn url(self, site: &Site) -> String {
        match self {
            Self::Floor => format!("{}{FLOOR}", site.origin),
        }
    }

    /// Selector of the text area in which the keys are pressed.
    pub fn field(self) -> &'static str {
        match self {
            Self::Floor => "textarea",
        }
    }

    /// Selector of what shows the text.
    pub fn shown(self) -> &'static str {
        match self {
            Self::Floor => "p",
        }
    }

    /// Stores `text` and loads the page again, so that it stands in the text area.
    pub fn load(self, page: &Page<'_>, text: &str) {
        match self {
            Self::Floor => {
                page.call::<()>(
                    "localStorage.setItem('floor', arguments[0])",
                    &[json!(text)],
                );
                page.reload();
            }
        }
    }
}
