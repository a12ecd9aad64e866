//! A place in a text that people wrote: full-width forms and capitals are read as the plain
//! ones, whatever is blank is skipped. Knows nothing of what is written there.

/// What is left to be read. A copy of it is a way back.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    pub rest: &'a str,
}

/// No word that is looked for is longer, in characters.
const WORD: usize = 16;

impl<'a> Cursor<'a> {
    pub fn new(rest: &'a str) -> Self {
        Self { rest }
    }

    /// The next character, without the backslash that Markdown may need before it.
    pub fn peek(&self) -> Option<char> {
        let mut chars = self.rest.chars();
        let first = chars.next()?;
        let next = chars.next().filter(|_| first == '\\');
        Some(plain(
            next.filter(char::is_ascii_punctuation).unwrap_or(first),
        ))
    }

    pub fn bump(&mut self) {
        let mut chars = self.rest.chars();
        if chars.next() == Some('\\')
            && chars
                .as_str()
                .starts_with(|c: char| c.is_ascii_punctuation())
        {
            chars.next();
        }
        self.rest = chars.as_str();
    }

    pub fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.bump();
        }
        found
    }

    /// Skips over one of these characters.
    pub fn any(&mut self, wanted: &str) -> bool {
        let found = self.peek().is_some_and(|c| wanted.contains(c));
        if found {
            self.bump();
        }
        found
    }

    /// Whether there was anything blank.
    pub fn blanks(&mut self) -> bool {
        let rest = strip_start(self.rest, "");
        let found = rest.len() < self.rest.len();
        self.rest = rest;
        found
    }

    pub fn at_end(mut self) -> bool {
        self.blanks();
        self.rest.is_empty()
    }

    /// Skips over these words, which are written in small letters. A word in Latin letters is not
    /// the beginning of a longer one.
    pub fn word(&mut self, wanted: &str) -> bool {
        let mut at = *self;
        for c in wanted.chars() {
            if !at.eat(c) {
                return false;
            }
        }
        let is_part = wanted.ends_with(|c: char| c.is_ascii_alphabetic())
            && at.peek().is_some_and(|c| c.is_ascii_alphabetic());
        if !is_part {
            *self = at;
        }
        !is_part
    }

    /// Skips over the first of these that stands here and says which it was.
    pub fn one_of(&mut self, wanted: &[&str]) -> Option<usize> {
        wanted.iter().position(|wanted| self.word(wanted))
    }

    /// A number of at most so many digits.
    pub fn number(&mut self, most: usize) -> Option<u16> {
        let mut at = *self;
        let mut number = 0;
        let mut count = 0;
        while let Some(digit) = at.peek().and_then(|c| c.to_digit(10)) {
            count += 1;
            if count > most {
                return None;
            }
            number = number * 10 + digit as u16;
            at.bump();
        }
        (count > 0).then(|| *self = at)?;
        Some(number)
    }

    /// How many digits stand here, up to five.
    pub fn digits(mut self) -> usize {
        let mut count = 0;
        while count < 5 && self.peek().is_some_and(|c| c.is_ascii_digit()) {
            count += 1;
            self.bump();
        }
        count
    }

    /// A word of letters, in small ones; empty if it is longer than any that is known.
    pub fn letters(&mut self) -> String {
        let end = self.rest.find(|c: char| !c.is_alphabetic());
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        match word.char_indices().nth(WORD) {
            Some(_) => String::new(),
            None => word.to_ascii_lowercase(),
        }
    }
}

/// A text without blanks and these characters at its start.
pub fn strip_start<'a>(text: &'a str, marks: &str) -> &'a str {
    text.trim_start_matches(|c| is_blank(c) || marks.contains(c))
}

/// A text without blanks and these characters at its end.
pub fn strip_end<'a>(text: &'a str, marks: &str) -> &'a str {
    text.trim_end_matches(|c| is_blank(c) || marks.contains(c))
}

/// A text without blanks and these characters at its sides.
pub fn strip<'a>(text: &'a str, marks: &str) -> &'a str {
    strip_end(strip_start(text, marks), marks)
}

/// White space, and the characters that show nothing at all.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The plain form of a character: half the width, and small.
pub fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0)
            .unwrap_or(c)
            .to_ascii_lowercase(),
        _ if is_blank(c) => ' ',
        _ => c.to_ascii_lowercase(),
    }
}

/// A text in plain characters.
pub fn plainly(text: &str) -> String {
    text.chars().map(plain).collect()
}
