//! Files of every encoding, and files that are none.

use encoding_rs::{EUC_JP, Encoding as Table, SHIFT_JIS};

use crate::domain::LineEnds;
use crate::publish::{Decoded, Encoding, NotText, decode};

/// As a browser's decoder that is told to be fatal.
pub(super) fn legacy(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    let table = Table::for_label(encoding.name().as_bytes()).expect("a label of the standard");
    let text = table.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(|text| text.into_owned())
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

#[track_caller]
fn check(bytes: &[u8], encoding: Encoding, bom: bool, text: &str) {
    let decoded = decode(bytes, &legacy).expect("a text");
    let expected = Decoded {
        text: text.into(),
        encoding,
        bom,
        line_ends: LineEnds::of(text),
        last_line_ended: text.is_empty() || text.ends_with('\n'),
        replaced: false,
    };
    assert_eq!(decoded, expected);
}

const REPORT: &str = "# 雲会議\u{3000}参加レポ 😀\r\n\r\nThe talk は「とても」よかった。\r\n";

#[test]
fn unicode_with_and_without_a_mark() {
    check(REPORT.as_bytes(), Encoding::Utf8, false, REPORT);
    let marked = format!("\u{feff}{REPORT}");
    check(marked.as_bytes(), Encoding::Utf8, true, &marked);
    for (encoding, to_bytes) in [
        (Encoding::Utf16Le, u16::to_le_bytes as fn(u16) -> [u8; 2]),
        (Encoding::Utf16Be, u16::to_be_bytes),
    ] {
        check(&utf16(REPORT, to_bytes), encoding, false, REPORT);
        check(&utf16(&marked, to_bytes), encoding, true, REPORT);
        // These bytes are valid UTF-8 too.
        check(&utf16("# ab\n", to_bytes), encoding, false, "# ab\n");
        check(&utf16("# ああ\n", to_bytes), encoding, false, "# ああ\n");
        // More zeros than these stand in the other bytes, but not more than in a line.
        check(
            &utf16("\u{3000}a\n", to_bytes),
            encoding,
            false,
            "\u{3000}a\n",
        );
    }
    check(b"\xFF\xFE", Encoding::Utf16Le, true, "");
}

#[test]
fn japanese_before_unicode() {
    let text = REPORT.replace('😀', "");
    let (bytes, _, lost) = SHIFT_JIS.encode(&text);
    assert!(!lost);
    check(&bytes, Encoding::ShiftJis, false, &text);
    let (bytes, _, lost) = EUC_JP.encode(&text);
    assert!(!lost);
    check(&bytes, Encoding::EucJp, false, &text);
    // These bytes are valid Shift_JIS too: ､｢､､､ｦ.
    let (bytes, ..) = EUC_JP.encode("あいう\n");
    check(&bytes, Encoding::EucJp, false, "あいう\n");
    let (bytes, ..) = SHIFT_JIS.encode("ｶｲｷﾞ の会\n");
    check(&bytes, Encoding::ShiftJis, false, "ｶｲｷﾞ の会\n");
}

#[test]
fn line_ends_are_named() {
    let check = |text: &str, line_ends: LineEnds, last_line_ended: bool| {
        let decoded = decode(text.as_bytes(), &legacy).expect("a text");
        assert_eq!(
            (decoded.line_ends, decoded.last_line_ended),
            (line_ends, last_line_ended)
        );
    };
    check("a\n", LineEnds::Lf, true);
    check("a\r\nb", LineEnds::Crlf, false);
    check("a\rb\r", LineEnds::Cr, true);
    check("a\r\nb\n", LineEnds::Mixed, true);
    check("a", LineEnds::None, false);
    check("", LineEnds::None, true);
}

#[test]
fn what_is_no_encoding_is_replaced_and_told() {
    for (bytes, text, encoding) in [
        (&b"# Caf\xE9\n"[..], "# Caf\u{fffd}\n", Encoding::Utf8),
        (
            b"\xEF\xBB\xBFa\xE3\x81\n",
            "\u{feff}a\u{fffd}\n",
            Encoding::Utf8,
        ),
        (b"\xEF\xBB\xBF\xA1\n", "\u{feff}\u{fffd}\n", Encoding::Utf8),
        (b"\xFF\xFEa\0\x3D\xD8b\0", "a\u{fffd}b", Encoding::Utf16Le),
        (b"\xFE\xFF\0a\0", "a", Encoding::Utf16Be),
    ] {
        let decoded = decode(bytes, &legacy).expect("a text");
        let told = (&*decoded.text, decoded.encoding, decoded.replaced);
        assert_eq!(told, (text, encoding, true));
    }
}

#[test]
fn a_stray_control_character_is_no_picture() {
    let text = "# 雲会議\n\nA line with a \0 in it.\n";
    check(text.as_bytes(), Encoding::Utf8, false, text);
    let (bytes, ..) = SHIFT_JIS.encode(text);
    for bytes in [&bytes[..], &[&bytes[..], b"\n"].concat()] {
        let decoded = decode(bytes, &legacy).expect("a text");
        assert_eq!(decoded.encoding, Encoding::ShiftJis, "{}", decoded.text);
    }
    check(b"\x1B[1m\x07\n", Encoding::Utf8, false, "\x1B[1m\x07\n");
}

#[test]
fn what_is_no_text_is_refused() {
    // Compressed bytes are like random ones.
    let mut state = 1u32;
    let mut noise = |length: usize| {
        let step = |_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        (0..length).map(step).collect::<Vec<u8>>()
    };
    let words = "a stored text\n".repeat(100);
    for start in [
        &b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0"[..],
        b"PK\x03\x04\x14\0\0\0\x08\0",
        b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0",
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n",
        b"GIF89a\x01\0\x01\0\x80",
        b"\x1F\x8B\x08\0",
        b"",
    ] {
        let picture = [start, &noise(4000)].concat();
        assert_eq!(decode(&picture, &legacy), Err(NotText), "{start:?}");
    }
    for small in [
        &b"\0"[..],
        b"\0\0\0\0",
        b"\x01\0\x02\0",
        b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR",
        b"\xFF\xFE\0\0a\0\0\0b\0\0\0",
        b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
        &[b"PK\x03\x04\x0A\0\xA0\xFF", words.as_bytes()].concat(),
        &[b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", words.as_bytes()].concat(),
    ] {
        assert_eq!(decode(small, &legacy), Err(NotText), "{small:?}");
    }
}
