//! Characters and reading time.

use crate::markdown::{
    ABOUT, Preview, characters, is_emoji, leading_emoji, reading_minutes, with_bound_emoji,
};

#[test]
fn characters_are_words_without_markup_and_space() {
    let check = |text: &str, expected: usize| {
        let mut preview = Preview::new();
        preview.set_sections([("s", text)]);
        assert_eq!(preview.characters("s"), expected, "{text:?}");
        assert_eq!(preview.total_characters(), expected);
    };
    check("", 0);
    check("あいう", 3);
    check("## あ い　う\n\n**え**お\n", 5);
    check("- [ ] a\n- b\n", 2);
    check("`a b`", 2);
    check("```rust\nlet a;\n```\n", 5);
    check("[ab](https://x.example)", 2);
    check("https://x.example を見た", 3);
    check("<https://x.example>a", 1);
    check("![alt](https://x.example)", 0);
    check("<b>a</b>", 1);
    check("<div>\na\n</div>", 0);
    check("|a|b|\n|-|-|\n|c|d|\n", 4);
    check("a[^1]\n\n[^1]: bc\n", 3);
    check("a[^1]", 5);
    check("&amp;", 1);
    check("😀が", 2);
    check("> [!NOTE]\n> a", 1);
    check("---\n", 0);
}

#[test]
fn a_very_large_text_is_counted_with_its_markup() {
    let line = "**雲** ";
    let exact = line.repeat(1024 * 1024 / line.len());
    assert_eq!(characters(&exact), 1024 * 1024 / line.len());
    let large = format!("{exact}{line}");
    assert_eq!(characters(&large), 5 * (1024 * 1024 / line.len() + 1));
    assert!("雲".repeat(1024 * 1024 / 3).chars().count() >= ABOUT);
}

#[test]
fn minutes_are_rounded_up() {
    assert_eq!(reading_minutes(0), 0);
    assert_eq!(reading_minutes(1), 1);
    assert_eq!(reading_minutes(500), 1);
    assert_eq!(reading_minutes(501), 2);
    assert_eq!(reading_minutes(5748), 12);
}

#[test]
fn an_emoji_is_bound_to_its_word() {
    let check = |title: &str, bound: &str| assert_eq!(with_bound_emoji(title), bound);
    check("🎈 はじめに", "🎈\u{a0}はじめに");
    check("🎈はじめに", "🎈はじめに");
    check("A 🎈 B", "A 🎈 B");
    check(" 間", " 間");
}

#[test]
fn a_leading_emoji() {
    for emoji in [
        "🎈",
        "🦀",
        "☀️",
        "☀",
        "❤️",
        "👍🏽",
        "👩‍💻",
        "👨‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇯🇵",
        "1️⃣",
        "#️⃣",
        "©️",
        "⏱️",
        "⏰",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "✅",
        "⭐",
    ] {
        assert_eq!(leading_emoji(emoji), Some(emoji));
        assert!(is_emoji(emoji), "{emoji}");
        assert_eq!(leading_emoji(&format!("{emoji} title")), Some(emoji));
        assert_eq!(leading_emoji(&format!("{emoji}題")), Some(emoji));
    }
    assert_eq!(leading_emoji("🎈🎈"), Some("🎈"));
    for more in ["", "🎈🎈", "🎈 ", "🇯🇵🇺🇸", "雲", "cloud", "1"] {
        assert!(!is_emoji(more), "{more:?}");
    }
    assert_eq!(leading_emoji("🇯🇵🇺🇸"), Some("🇯🇵"));
    for none in [
        "", "a", "あ🎈", " 🎈", "1", "#", "©", "「", "※", "→", "〇", "1. a", "🇯",
    ] {
        assert_eq!(leading_emoji(none), None, "{none:?}");
    }
}
