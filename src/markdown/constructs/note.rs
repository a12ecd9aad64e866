//! A footnote that says in its place what it is: `^[words]`, as Zenn and HackMD write it
//! (<https://zenn.dev/zenn/articles/markdown-guide>).

use super::beginning;

/// The words of the footnote that a text begins with, and its length.
pub(crate) fn inline_note(text: &str) -> Option<(&str, usize)> {
    let words = bracketed(beginning(text).strip_prefix("^[")?)?;
    Some((words, "^[]".len() + words.len()))
}

/// What stands before the bracket that closes a text, if that is something.
fn bracketed(text: &str) -> Option<&str> {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'[' => depth += 1,
            b']' if depth == 0 => return (at > 0).then(|| &text[..at]),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}
