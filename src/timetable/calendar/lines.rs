//! Content lines (RFC 5545, 3.1): how they are folded, and the parts of one.
//!
//! Owns the bytes of a calendar. Must not know what a property means.

/// Joins folded lines, on bytes, because a fold may fall inside of a character. A line that was
/// joined is followed by as many empty ones as it had folds: the numbers of the lines stay true.
///
/// A line ends with LF, CR LF, CR CR LF or CR. A text that is indented as a whole, as in a
/// quotation, loses its indent. UTF-16 is left alone: its spaces are no bytes.
pub fn unfolded(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return bytes.to_vec();
    }
    let indent = indent(bytes);
    let mut unfolded = Vec::with_capacity(bytes.len());
    let (mut rest, mut folds, mut is_filled) = (bytes, 0, false);
    while !rest.is_empty() {
        let (length, end) = line(rest);
        let (words, line_end) = rest[..length + end].split_at(length);
        rest = &rest[length + end..];
        unfolded.extend_from_slice(if is_filled {
            words
        } else {
            words.trim_ascii_start()
        });
        is_filled |= !words.trim_ascii().is_empty();
        rest = &rest[spaces(rest, indent)..];
        if is_filled && !line_end.is_empty() && spaces(rest, 1) == 1 {
            rest = &rest[1..];
            folds += 1;
        } else {
            unfolded.extend_from_slice(line_end);
            let empty = *line_end.last().unwrap_or(&b'\n');
            unfolded.resize(unfolded.len() + folds, empty);
            (folds, is_filled) = (0, false);
        }
    }
    unfolded
}

/// How far the first line with words is indented.
fn indent(bytes: &[u8]) -> usize {
    let words = bytes.trim_ascii_start();
    let before = &bytes[..bytes.len() - words.len()];
    let is_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
    before.len() - before.iter().rposition(is_end).map_or(0, |at| at + 1)
}

/// How many bytes at the beginning are spaces or tabs, up to a number.
fn spaces(bytes: &[u8], most: usize) -> usize {
    let first = bytes.iter().take(most);
    first
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count()
}

/// The length of the first line, and of its end.
pub fn line(bytes: &[u8]) -> (usize, usize) {
    let is_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
    let length = bytes.iter().position(is_end).unwrap_or(bytes.len());
    let end = match &bytes[length..] {
        [b'\r', b'\r', b'\n', ..] => 3,
        [b'\r', b'\n', ..] => 2,
        [] => 0,
        _ => 1,
    };
    (length, end)
}

/// The properties that something is read from.
const KNOWN: [&str; 25] = [
    "BEGIN",
    "END",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "CATEGORIES",
    "UID",
    "URL",
    "STATUS",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "RECURRENCE-ID",
    "ATTENDEE",
    "ATTACH",
    "CONFERENCE",
    "NAME",
    "TZID",
    "X-LIC-LOCATION",
    "X-ORIGINAL-URL",
    "X-WR-CALDESC",
    "X-WR-CALNAME",
    "X-WR-TIMEZONE",
];

/// One line with its parts.
#[derive(Clone, Copy)]
pub struct Line<'t> {
    /// From 1.
    pub number: usize,
    pub whole: &'t str,
    /// One of [`KNOWN`], or empty.
    pub name: &'static str,
    parameters: &'t str,
    pub value: &'t str,
    /// Whether the name is written in large and small letters, as a word is and no property.
    pub is_word: bool,
}

impl<'t> Line<'t> {
    /// `None` for a line without a name and a value.
    pub fn new(number: usize, whole: &'t str) -> Option<Self> {
        let end = whole.find([':', ';'])?;
        let name = whole[..end].trim();
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if name.is_empty() || !name.bytes().all(fits) {
            return None;
        }
        let colon = end + colon(&whole[end..])?;
        let known = KNOWN.iter().find(|known| known.eq_ignore_ascii_case(name));
        let small = name.bytes().any(|byte| byte.is_ascii_lowercase());
        let large = name.bytes().any(|byte| byte.is_ascii_uppercase());
        Some(Self {
            number,
            whole,
            name: known.copied().unwrap_or(""),
            parameters: &whole[end..colon],
            value: &whole[colon + 1..],
            is_word: small && (large || known.is_none()),
        })
    }

    /// The value of a parameter without its quotation marks; empty if it is not there.
    pub fn parameter(&self, name: &str) -> &'t str {
        let mut rest = self.parameters;
        while let Some(after) = rest.strip_prefix(';') {
            let end = outside_quotes(after, b';').unwrap_or(after.len());
            if let Some((found, value)) = after[..end].split_once('=')
                && found.trim().eq_ignore_ascii_case(name)
            {
                return value.trim().trim_matches('"');
            }
            rest = &after[end..];
        }
        ""
    }
}

/// Where the value begins; a quotation mark that is never closed is a letter.
fn colon(text: &str) -> Option<usize> {
    outside_quotes(text, b':').or_else(|| text.find(':'))
}

fn outside_quotes(text: &str, wanted: u8) -> Option<usize> {
    let mut is_quoted = false;
    text.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == wanted && !is_quoted
    })
}
