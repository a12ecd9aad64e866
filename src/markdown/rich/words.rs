//! Words as a page shows them: white space collapsed, every letter with the marks it stands in.
//! Knows neither HTML nor Markdown.

use super::tokens::is_space;

/// Marks of a letter, those that are written.
pub(super) const BOLD: u16 = 1;
pub(super) const ITALIC: u16 = 2;
pub(super) const STRIKE: u16 = 4;
pub(super) const CODE: u16 = 8;
/// The letters are the alternative text of a picture, and the link is its address.
pub(super) const PICTURE: u16 = 16;
/// The letters are the address to which they lead.
pub(super) const ADDRESS: u16 = 256;
/// The letters are the spelling of a footnote's number.
pub(super) const NOTE: u16 = 512;
/// Those that are not: what is not shown, where a line feed is a line break, and where there is
/// no emphasis.
pub(super) const HIDDEN: u16 = 32;
pub(super) const LINES: u16 = 64;
pub(super) const PLAIN: u16 = 128;

/// What can be taken off a text that cannot be written with it.
pub(super) const EMPHASIS: u16 = BOLD | ITALIC | STRIKE;
const WRITTEN: u16 = EMPHASIS | CODE | PICTURE | NOTE;

/// Stands for a picture without an alternative text.
pub(super) const OBJECT: char = '\u{fffc}';

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Style {
    pub(super) marks: u16,
    /// The number of the address it leads to, 0 for none.
    pub(super) link: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Letter {
    pub(super) c: char,
    pub(super) style: Style,
}

/// The words of a block; a line feed is a line break.
#[derive(Debug, Default)]
pub(super) struct Words {
    letters: Vec<Letter>,
    /// Whether they stand in one line, as in a heading.
    pub(super) one_line: bool,
    /// White space that was not followed by a letter yet, and whether a line of the source ended
    /// in it.
    space: Option<(Style, bool)>,
}

impl Words {
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The letters from the `from`-th on.
    pub(super) fn text_from(&self, from: usize) -> String {
        let letters = self.letters.get(from..).unwrap_or_default();
        letters.iter().map(|letter| letter.c).collect()
    }

    /// Takes back what was added behind the first `length` letters.
    pub(super) fn truncate(&mut self, length: usize) {
        self.letters.truncate(length);
    }

    pub(super) fn take(&mut self) -> Vec<Letter> {
        self.space = None;
        std::mem::take(&mut self.letters)
    }

    pub(super) fn add(&mut self, text: &str, style: Style) {
        text.chars().for_each(|c| self.push(c, style));
    }

    /// White space as of <https://www.w3.org/TR/css-text-3/#white-space-phase-1>; a no-break space
    /// counts as one, because copies are full of them where a page has an ordinary one.
    fn push(&mut self, c: char, mut style: Style) {
        if style.marks & PLAIN != 0 {
            style.marks &= !EMPHASIS;
        }
        if c == '\n' && style.marks & LINES != 0 {
            self.line_break(style);
        } else if is_space(c) || c == '\u{a0}' {
            self.space(style, c == '\n');
        } else if !c.is_control() && !matches!(c, '\u{200b}' | '\u{feff}' | OBJECT) {
            self.letter(c, style);
        }
    }

    /// A space, unless there is white space already.
    pub(super) fn space(&mut self, style: Style, ends_line: bool) {
        let (_, ended) = self.space.get_or_insert((style, false));
        *ended |= ends_line;
    }

    pub(super) fn line_break(&mut self, style: Style) {
        if self.one_line {
            return self.space(style, false);
        }
        self.space = None;
        let style = Style::default();
        self.letters.push(Letter { c: '\n', style });
    }

    pub(super) fn letter(&mut self, c: char, mut style: Style) {
        style.marks &= WRITTEN;
        if let Some((mut space, ended)) = self.space.take()
            && let Some(last) = self.letters.last()
            && last.c != '\n'
            && !(ended && is_wide(last.c) && is_wide(c))
        {
            // It has what the letters on both sides have.
            space.marks &= last.style.marks & style.marks;
            if last.style.link != space.link || style.link != space.link {
                space.link = 0;
            }
            self.letters.push(Letter {
                c: ' ',
                style: space,
            });
        }
        self.letters.push(Letter { c, style });
    }
}

/// Whether a line of the source that ends beside it ends for the source only
/// (<https://www.w3.org/TR/css-text-3/#line-break-transform>).
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
