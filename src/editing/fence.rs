//! Whether a line is code: fenced code blocks (CommonMark 0.31.2, 4.5), read line by line.

use super::line::{Line, Shape};

/// Reads lines from the first on and knows which of them are code. A fence that is left open in a
/// list item is taken to go on behind the item.
#[derive(Default)]
pub struct Fences {
    open: Option<(char, usize)>,
}

impl Fences {
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Takes the next line. True for one within a block and for its fences.
    pub fn is_code(&mut self, line: &str) -> bool {
        match self.open {
            None => {
                self.open = opening_fence(line);
                self.is_open()
            }
            Some(fence) => {
                if closes(line, fence) {
                    self.open = None;
                }
                true
            }
        }
    }
}

/// The block that a line lies within or opens: the line of the fence that opened it.
pub fn open_fence<'t>(text: &'t str, line: Line) -> Option<Line<'t>> {
    let mut fences = Fences::default();
    let mut opened = None;
    let mut start = 0;
    for now in text[..line.end()].split_inclusive('\n') {
        let was_open = fences.is_open();
        fences.is_code(now.trim_end_matches(['\r', '\n']));
        if !was_open && fences.is_open() {
            opened = Some(start);
        }
        start += now.len();
    }
    fences.open.and(opened).map(|start| Line::at(text, start))
}

/// Whether a line lies within a fenced code block or opens one.
pub fn in_fence(text: &str, line: Line) -> bool {
    open_fence(text, line).is_some()
}

/// The character and the length of the fence that a line opens, in a list item too.
fn opening_fence(line: &str) -> Option<(char, usize)> {
    if !line.contains("```") && !line.contains("~~~") {
        return None;
    }
    let (mark, length, info) = fence(&line[Shape::of(line).content..])?;
    (mark == '~' || !info.contains('`')).then_some((mark, length))
}

fn closes(line: &str, open: (char, usize)) -> bool {
    fence(line.trim_start_matches([' ', '\t', '>'])).is_some_and(|(mark, length, rest)| {
        mark == open.0 && length >= open.1 && rest.trim().is_empty()
    })
}

pub(super) fn fence(line: &str) -> Option<(char, usize, &str)> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = line.trim_start_matches(mark);
    let length = line.len() - rest.len();
    (length >= 3).then_some((mark, length, rest))
}
