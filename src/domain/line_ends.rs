//! How the lines of a text end. Knows nothing of what the lines say.

/// What all line ends of a text are (<https://spec.commonmark.org/0.31.2/#line-ending>).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineEnds {
    /// The text has one line, which does not end.
    None,
    Lf,
    Crlf,
    Cr,
    Mixed,
}

impl LineEnds {
    pub fn of(text: &str) -> Self {
        match count(text) {
            [0, 0, 0] => Self::None,
            [_, 0, 0] => Self::Lf,
            [0, _, 0] => Self::Crlf,
            [0, 0, _] => Self::Cr,
            _ => Self::Mixed,
        }
    }
}

/// What most lines of a text end with, so that a new one can end like them; `None` if no line
/// ends. Of two that are equally frequent it is the first of LF, CRLF, CR.
pub fn line_end(text: &str) -> Option<&'static str> {
    let [lf, crlf, cr] = count(text);
    match lf.max(crlf).max(cr) {
        0 => None,
        most if most == lf => Some("\n"),
        most if most == crlf => Some("\r\n"),
        _ => Some("\r"),
    }
}

/// Whether two texts say the same, whatever their lines end with.
pub fn same_but_line_ends(one: &str, other: &str) -> bool {
    let lines = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
    one == other || lines(one) == lines(other)
}

/// How many lines end with LF, CRLF and CR.
fn count(text: &str) -> [usize; 3] {
    let [mut lf, mut crlf, mut cr] = [0; 3];
    let mut before = 0;
    for &byte in text.as_bytes() {
        match byte {
            b'\n' if before == b'\r' => {
                cr -= 1;
                crlf += 1;
            }
            b'\n' => lf += 1,
            b'\r' => cr += 1,
            _ => {}
        }
        before = byte;
    }
    [lf, crlf, cr]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_named_and_the_most_frequent_goes_on() {
        let check = |text: &str, ends: LineEnds, most: Option<&str>| {
            assert_eq!(
                (LineEnds::of(text), line_end(text)),
                (ends, most),
                "{text:?}"
            );
        };
        check("", LineEnds::None, None);
        check("雲", LineEnds::None, None);
        check("a\nb", LineEnds::Lf, Some("\n"));
        check("a\r\n\r\nb", LineEnds::Crlf, Some("\r\n"));
        check("a\r\rb", LineEnds::Cr, Some("\r"));
        check("a\nb\r\n", LineEnds::Mixed, Some("\n"));
        check("a\nb\r\nc\r\n", LineEnds::Mixed, Some("\r\n"));
        check("\r\r\n", LineEnds::Mixed, Some("\r\n"));
        check("a\n\rb\r", LineEnds::Mixed, Some("\r"));
    }
}
