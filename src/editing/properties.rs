//! What holds for every text, every selection and every command.

use proptest::prelude::*;

use super::line::Shape;
use super::marked::assert_sound;
use super::{
    Command, Mark, Selection, byte_to_utf16, diff, in_shown, in_stored, paste_markdown, run, shown,
    utf16_to_byte, write_back,
};

const COMMANDS: [Command; 21] = [
    Command::Mark(Mark::Learned),
    Command::Mark(Mark::Private),
    Command::Bold,
    Command::Italic,
    Command::Strike,
    Command::Heading,
    Command::List,
    Command::Numbers,
    Command::Check,
    Command::Quote,
    Command::Callout,
    Command::Code,
    Command::CodeBlock,
    Command::Link,
    Command::Table,
    Command::Footnote,
    Command::Enter,
    Command::Indent,
    Command::Outdent,
    Command::MoveUp,
    Command::MoveDown,
];

/// Texts of what the commands look for, and of characters that are easily cut.
fn texts() -> impl Strategy<Value = String> {
    let parts = [
        "- ",
        "* ",
        "1. ",
        "2. ",
        "9) ",
        "・",
        "１．",
        "－\u{3000}",
        "| a | b |\n",
        "| --- | --- |\n",
        "[^1]",
        "> [!NOTE]\n",
        "~~",
        "[ ] ",
        "[x] ",
        "  ",
        "\t",
        "> ",
        "#",
        "#### ",
        "---",
        "**",
        "*",
        "`",
        "```",
        "~~~",
        "[",
        "](",
        ")",
        "https://a.example/(b)",
        "word",
        " ",
        "\u{3000}",
        "これは",
        "強調",
        "「",
        "。",
        "が",
        "か\u{3099}",
        "😀",
        "👩‍💻",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
    ];
    prop::collection::vec(prop::sample::select(parts.to_vec()), 0..24)
        .prop_map(|parts| parts.concat())
}

fn cases() -> impl Strategy<Value = (String, Selection)> {
    texts().prop_flat_map(|text| {
        let bounds = 0..text.len() + 2;
        let selection = (bounds.clone(), bounds).prop_map(|(start, end)| Selection { start, end });
        (Just(text), selection)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn every_edit_is_sound((text, selection) in cases()) {
        for command in COMMANDS {
            if let Some(edit) = run(command, &text, selection) {
                assert_sound(&text, &edit);
            }
        }
    }

    #[test]
    fn what_is_pasted_is_there((text, selection) in cases(), pasted in texts()) {
        if let Some(edit) = paste_markdown(&text, selection, &pasted)
            && edit.range.len() + edit.insert.len() > 0
        {
            assert_sound(&text, &edit);
            let new = edit.apply(&text);
            for line in pasted.lines() {
                // What makes it an item may be there already.
                let words = line[Shape::of(line).content..].trim();
                prop_assert!(new.contains(words), "{:?}", new);
            }
        }
    }

    #[test]
    fn a_diff_is_sound_and_leads_to_the_new_text(old in texts(), new in texts()) {
        match diff(&old, &new) {
            None => prop_assert_eq!(old, new),
            Some(change) => {
                let selection = Selection::caret(change.range.start + change.insert.len());
                let edit = super::Edit { range: change.range, insert: change.insert, selection };
                prop_assert_eq!(edit.apply(&old), new);
                assert_sound(&old, &edit);
            }
        }
    }

    #[test]
    fn offsets_go_there_and_back(text in ".{0,40}") {
        for (byte, _) in text.char_indices() {
            let units = text[..byte].encode_utf16().count();
            prop_assert_eq!(byte_to_utf16(&text, byte), units);
            prop_assert_eq!(utf16_to_byte(&text, units), byte);
        }
    }

    #[test]
    fn what_is_written_back_is_the_stored_text_with_the_change(stored in texts(), after in texts()) {
        let (before, after) = (shown(&stored), shown(&after));
        prop_assert_eq!(&write_back(&stored, before.clone().into_owned()), &stored);
        let written = write_back(&stored, after.clone().into_owned());
        prop_assert_eq!(shown(&written), after.clone());
        if let Some(change) = diff(&before, &after) {
            let kept = &stored[..in_stored(&stored, change.range.start)];
            prop_assert!(written.starts_with(kept), "{:?}", written);
            let kept = &stored[in_stored(&stored, change.range.end)..];
            prop_assert!(written.ends_with(kept), "{:?}", written);
        }
    }

    #[test]
    fn places_of_the_shown_text_go_there_and_back(stored in texts()) {
        let shown = shown(&stored);
        for (at, _) in shown.char_indices() {
            prop_assert_eq!(in_shown(&stored, in_stored(&stored, at)), at);
        }
    }
}
