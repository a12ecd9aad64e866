//! Rows of CSV and TSV, RFC 4180 as it is found: with `,`, `;` or tabs, any line ends, line ends
//! within quotes, quotes that are none. Knows no columns.

/// A row, and where it begins.
pub struct Row {
    /// From 1.
    pub line: usize,
    pub cells: Vec<String>,
}

/// No table is wider; what stands further right is left.
const WIDEST: usize = 256;

/// Reads one row after the other. The text has `\n` as line ends.
pub struct Rows<'a> {
    text: &'a str,
    at: usize,
    separator: u8,
    line: usize,
    /// The line of a quote that nothing closes. From there on quotes are letters.
    pub open_quote: Option<usize>,
}

impl<'a> Rows<'a> {
    /// The separator is one of ASCII.
    pub fn new(text: &'a str, separator: u8) -> Self {
        Self {
            text,
            at: 0,
            separator,
            line: 1,
            open_quote: None,
        }
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(b'\n')
    }

    fn part(&self, from: usize, end: usize) -> &'a str {
        self.text.get(from..end).unwrap_or_default()
    }

    /// Where the blanks end that begin here.
    fn after_blanks(&self, mut at: usize) -> usize {
        while self.byte(at) == b' ' {
            at += 1;
        }
        at
    }

    fn ends_field(&self, at: usize) -> bool {
        let byte = self.byte(at);
        byte == self.separator || byte == b'\n'
    }

    fn field(&mut self) -> String {
        let start = self.after_blanks(self.at);
        if self.byte(start) == b'"' && self.open_quote.is_none() {
            if let Some(field) = self.quoted(start + 1) {
                return field;
            }
            self.open_quote = Some(self.line);
        }
        let start = self.at;
        while !self.ends_field(self.at) {
            self.at += 1;
        }
        self.part(start, self.at).into()
    }

    /// A field after its quote. A quote in it is two, or one that no separator follows.
    fn quoted(&mut self, mut from: usize) -> Option<String> {
        let mut field = String::new();
        let mut lines = 0;
        let mut at = from;
        while at < self.text.len() {
            let byte = self.byte(at);
            lines += usize::from(byte == b'\n');
            at += 1;
            if byte != b'"' {
                continue;
            }
            field.push_str(self.part(from, at - 1));
            let end = self.after_blanks(at);
            if self.ends_field(end) {
                self.line += lines;
                self.at = end;
                return Some(field);
            }
            field.push('"');
            at += usize::from(self.byte(at) == b'"');
            from = at;
        }
        None
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        if self.at >= self.text.len() {
            return None;
        }
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let field = self.field();
            if cells.len() < WIDEST {
                cells.push(field);
            }
            let ended = self.byte(self.at);
            self.at += 1;
            if ended == b'\n' {
                self.line += 1;
                return Some(Row { line, cells });
            }
        }
    }
}
