//! Lines of any line end, one at a time. Knows nothing of what they say.

/// The line that begins at `at`, without its line end, and where the next one begins.
pub(crate) fn line_at(text: &str, at: usize) -> (&str, usize) {
    let rest = &text[at..];
    let Some(end) = rest.find(['\n', '\r']) else {
        return (rest, text.len());
    };
    let line_end = if rest[end..].starts_with("\r\n") {
        2
    } else {
        1
    };
    (&rest[..end], at + end + line_end)
}

/// Whether a line has nothing but spaces and tabs (<https://spec.commonmark.org/0.31.2/#blank-line>).
pub(crate) fn is_blank(line: &str) -> bool {
    line.trim_matches([' ', '\t']).is_empty()
}

/// Behind the blank lines that stand at `at`.
pub(crate) fn behind_blank_lines(text: &str, mut at: usize) -> usize {
    while at < text.len() {
        let (line, next) = line_at(text, at);
        if !is_blank(line) {
            break;
        }
        at = next;
    }
    at
}

/// The words of a text on one line, without white space around it.
pub(crate) fn one_line(text: &str) -> String {
    let is_break =
        |c: char| (c.is_control() && c.is_whitespace()) || matches!(c, '\u{2028}' | '\u{2029}');
    let lines = text.split(is_break).map(str::trim);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}
