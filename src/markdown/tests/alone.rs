//! Blocks that are shown alone are what they are in the whole text.

use proptest::prelude::*;
use pulldown_cmark::Parser;

use super::incremental::{check, document};
use super::printer::print;
use crate::markdown::bare::hide_underscores;
use crate::markdown::names::{Label, NoteId};
use crate::markdown::render::shown;
use crate::markdown::tree::Builder;
use crate::markdown::{OPTIONS, with_line_feeds};

/// The text of one section read by the parser as a whole, definitions and all.
fn show_at_once(text: &str) -> String {
    let text = with_line_feeds(text);
    let text = hide_underscores(&text);
    let note = |label: &str| {
        Some(NoteId {
            section: "s".into(),
            label: Label::new(label),
        })
    };
    let mut builder = Builder::new(&|_| None, &note);
    for (event, at) in Parser::new_ext(&text, OPTIONS).into_offset_iter() {
        builder.event(shown(event, &text[at.clone()]), at.start);
    }
    print(&builder.finish().nodes)
}

#[test]
fn blocks_shown_alone_are_what_they_are_in_the_whole_text() {
    check(3000, document(0..25), |text| {
        // The parser knows no boxes: what is in them is compared by a test of their own.
        let text = text.replace("::", "；").replace("details>", "p>");
        prop_assert_eq!(
            super::printer::show(&text),
            show_at_once(&text),
            "{:?}",
            text
        );
        Ok(())
    });
}
