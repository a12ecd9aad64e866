//! The bytes of a file as text: in which encoding they are, how the lines end, and whether it is
//! a text at all. Knows no Markdown.
//!
//! UTF-8 comes first, and what is UTF-8 stays so to the byte. UTF-16 is read here; the encodings
//! of Japanese before Unicode need tables, which the browser has, so their decoder comes in.

use crate::domain::LineEnds;

/// How a file was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    ShiftJis,
    EucJp,
}

impl Encoding {
    /// The name of the standard, for people and for a `TextDecoder`
    /// (<https://encoding.spec.whatwg.org/#names-and-labels>).
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::ShiftJis => "Shift_JIS",
            Self::EucJp => "EUC-JP",
        }
    }
}

/// A file as text, and what it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// Begins with U+FEFF if the file was UTF-8 with a byte order mark, so that it is the same
    /// file again; the mark of UTF-16 says nothing any more and is not in here.
    pub text: String,
    pub encoding: Encoding,
    /// The file began with a byte order mark.
    pub bom: bool,
    pub line_ends: LineEnds,
    /// False if the last line has no line end. An empty text has no line without one.
    pub last_line_ended: bool,
    /// Some bytes were no text in any encoding that we know: U+FFFD stands for them.
    pub replaced: bool,
}

/// The file is a picture, an archive or another thing that is not written to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotText;

/// Reads the bytes in [`Encoding::ShiftJis`] or [`Encoding::EucJp`], `None` if any of them is not
/// valid in it (`new TextDecoder(name, {fatal: true})`).
pub type Legacy<'f> = &'f dyn Fn(Encoding, &[u8]) -> Option<String>;

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Of texts with a stray control character this is the largest share: one of so many bytes. Of
/// the bytes of a compressed file one of nine is one.
const RARE: usize = 16;

/// What files begin with that may have few control characters, by the registry of their formats
/// (<https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern> and the next two
/// sections); asked only of what is not UTF-8.
const SIGNATURES: [&[u8]; 7] = [
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1F\x8B",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"RIFF",
];

/// The bytes as text. What is valid UTF-8 and has no NUL is never refused.
pub fn decode(bytes: &[u8], legacy: Legacy<'_>) -> Result<Decoded, NotText> {
    for (bom, encoding) in [
        (b"\xFF\xFE", Encoding::Utf16Le),
        (b"\xFE\xFF", Encoding::Utf16Be),
    ] {
        if let Some(rest) = bytes.strip_prefix(bom) {
            let (text, replaced) = utf16(rest, encoding);
            if controls(text.as_bytes()) * RARE > text.len() {
                return Err(NotText);
            }
            return Ok(decoded(text, encoding, true, replaced));
        }
    }
    let bom = bytes.starts_with(BOM);
    let utf8 = std::str::from_utf8(bytes).ok();
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    if let Some(text) = utf8.filter(|_| zeros * RARE <= bytes.len()) {
        return Ok(decoded(text.to_owned(), Encoding::Utf8, bom, false));
    }
    if SIGNATURES.iter().any(|start| bytes.starts_with(start)) {
        return Err(NotText);
    }
    if let Some((text, encoding)) = unmarked_utf16(bytes) {
        return Ok(decoded(text, encoding, false, false));
    }
    if controls(bytes) * RARE > bytes.len() {
        return Err(NotText);
    }
    // Text in EUC-JP is often valid Shift_JIS too, as katakana of half width, but not the other
    // way round: hiragana and most kanji begin there with bytes that EUC-JP does not have.
    for encoding in [Encoding::EucJp, Encoding::ShiftJis] {
        if let Some(text) = legacy(encoding, bytes).filter(|_| !bom) {
            return Ok(decoded(text, encoding, false, false));
        }
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    Ok(decoded(text, Encoding::Utf8, bom, true))
}

fn decoded(text: String, encoding: Encoding, bom: bool, replaced: bool) -> Decoded {
    Decoded {
        line_ends: LineEnds::of(&text),
        last_line_ended: text.is_empty() || text.ends_with(['\n', '\r']),
        text,
        encoding,
        bom,
        replaced,
    }
}

/// UTF-16 without a mark, known by the zero in each ASCII character: a text has more of these
/// than of characters such as U+3000, whose zero is the other byte. Lines of another encoding,
/// read in pairs of bytes, have line ends as first halves of characters that no Japanese or
/// English text has: those of four scripts of India.
fn unmarked_utf16(bytes: &[u8]) -> Option<(String, Encoding)> {
    let zeros_at = |parity| {
        let bytes = bytes.iter().skip(parity).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros_at(0), zeros_at(1));
    let encoding = match even < odd {
        true => Encoding::Utf16Le,
        false => Encoding::Utf16Be,
    };
    let (text, replaced) = utf16(bytes, encoding);
    let is_pair_of_two = |c: char| matches!(c, '\u{a00}'..='\u{aff}' | '\u{d00}'..='\u{dff}');
    let is_text = even != odd
        && !replaced
        && controls(text.as_bytes()) == 0
        && !text.contains(is_pair_of_two);
    is_text.then_some((text, encoding))
}

/// The text, and whether something in it stands for what is no text.
fn utf16(bytes: &[u8], encoding: Encoding) -> (String, bool) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| match encoding {
        Encoding::Utf16Le => u16::from_le_bytes(*pair),
        _ => u16::from_be_bytes(*pair),
    });
    let mut replaced = !rest.is_empty();
    let characters = char::decode_utf16(units).map(|unit| {
        unit.unwrap_or_else(|_| {
            replaced = true;
            char::REPLACEMENT_CHARACTER
        })
    });
    let text = characters.collect();
    (text, replaced)
}

/// How many bytes are control characters that no text has: all of C0 but white space and Escape.
fn controls(bytes: &[u8]) -> usize {
    let controls = bytes
        .iter()
        .filter(|byte| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F));
    controls.count()
}
