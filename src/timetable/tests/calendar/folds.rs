//! Folded lines: how they are joined, and how the numbers of lines stay true.

use super::*;
use crate::timetable::calendar::unfolded;

fn check_bytes(folded: &[u8], expected: &[u8]) {
    let found = unfolded(folded);
    assert_eq!(
        String::from_utf8_lossy(&found),
        String::from_utf8_lossy(expected)
    );
    assert_eq!(found, expected);
    assert_eq!(unfolded(&found), found, "a second time");
}

#[test]
fn joins_folded_lines_and_keeps_how_many_there_are() {
    check_bytes(b"", b"");
    check_bytes(b"a\r\nb", b"a\r\nb");
    check_bytes(b"a\r\n b\r\nc", b"ab\r\n\nc");
    check_bytes(b"a\n\tb\n c\n", b"abc\n\n\n");
    check_bytes(b"a\r b\rc\r", b"ab\r\rc\r");
    check_bytes(b"a\r\r\n b\r\r\nc", b"ab\r\r\n\nc");
    // Only one space is the fold's.
    check_bytes(b"a\n  b\n", b"a b\n\n");
    check_bytes(b"a\n \n b", b"ab\n\n");
    // Inside of a character.
    check_bytes(
        b"\xe4\xbc\r\n \x9a\xe8\xad\xb0\r\n",
        "会議\r\n\n".as_bytes(),
    );
}

#[test]
fn joins_nothing_to_an_empty_line() {
    check_bytes(b"a\n\n b\n", b"a\n\nb\n");
    check_bytes(b"\n \n", b"\n\n");
}

#[test]
fn takes_off_the_indent_of_the_whole_text() {
    check_bytes(b"  a\n  b\n   c\n  d", b"a\nbc\n\nd");
    check_bytes(b"\n\ta\n\tb\n", b"\na\nb\n");
}

#[test]
fn leaves_utf_16_alone() {
    check_bytes(b"\xff\xfea\0\n ", b"\xff\xfea\0\n ");
    check_bytes(b"\xfe\xff\0a\n ", b"\xfe\xff\0a\n ");
}

#[test]
fn keeps_the_byte_order_mark_for_who_decodes() {
    check_bytes("\u{feff}a\n b".as_bytes(), "\u{feff}ab\n".as_bytes());
    let text = format!("\u{feff}{WHOLE}");
    assert_eq!(read(&text, &Database), read(WHOLE, &Database));
}

#[test]
fn reads_the_same_whether_the_text_is_unfolded_already() {
    let text = String::from_utf8(unfolded(WHOLE.as_bytes())).expect("UTF-8");
    assert_eq!(read(&text, &Database), read(WHOLE, &Database));
    let indented = WHOLE
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect::<String>();
    assert_eq!(read(&indented, &Database), read(WHOLE, &Database));
}

#[test]
fn numbers_lines_as_they_stand_in_a_folded_text() {
    check_event(
        "SUMMARY:A\n  talk\nDTSTART:never",
        "A talk\n! 5 BadTime DTSTART:never",
    );
}

#[test]
fn reads_line_ends_that_stand_in_a_description_as_they_are() {
    check_event(
        "SUMMARY:A\nDESCRIPTION:One\nTwo: three\n\nhttps://x.example/\nDURATION:1",
        "A | One⏎Two: three⏎⏎https://x.example/\n! 2 NoStart A",
    );
    // Elsewhere nobody knows what they are. Those that follow each other are told once.
    check_event(
        "SUMMARY:A\nLOCATION:B\nand more\nof it\nDTSTART:20261128T010000Z",
        "2026-11-28T01:00Z | A | B\n! 5 NotUnderstood and more",
    );
}
