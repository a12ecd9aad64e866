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
    rest: &'a str,
    separator: char,
    line: usize,
    /// The line of a quote that nothing closes. From there on quotes are letters.
    pub open_quote: Option<usize>,
}

impl<'a> Rows<'a> {
    pub fn new(text: &'a str, separator: char) -> Self {
        Self {
            rest: text,
            separator,
            line: 1,
            open_quote: None,
        }
    }

    /// One field and what ended it: the separator, a line end, or nothing.
    fn field(&mut self) -> (String, Option<char>) {
        if self.open_quote.is_none()
            && let Some(inside) = self.rest.trim_start_matches(' ').strip_prefix('"')
        {
            if let Some(found) = self.quoted(inside) {
                return found;
            }
            self.open_quote = Some(self.line);
        }
        let separator = self.separator;
        let end = self.rest.find(|c| c == separator || c == '\n');
        let (field, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        (field.into(), self.end(rest))
    }

    /// A field after its quote; a quote in it is two, or one that ends nothing.
    fn quoted(&mut self, inside: &'a str) -> Option<(String, Option<char>)> {
        let mut field = String::new();
        let mut rest = inside;
        let mut lines = 0;
        loop {
            let (part, after) = rest.split_once('"')?;
            lines += part.matches('\n').count();
            field.push_str(part);
            let ended = after.trim_start_matches(' ');
            if ended.is_empty() || ended.starts_with([self.separator, '\n']) {
                self.line += lines;
                return Some((field, self.end(ended)));
            }
            field.push('"');
            rest = after.strip_prefix('"').unwrap_or(after);
        }
    }

    /// Goes on after the character that ends a field.
    fn end(&mut self, rest: &'a str) -> Option<char> {
        let ended = rest.chars().next();
        self.rest = &rest[ended.map_or(0, char::len_utf8)..];
        self.line += usize::from(ended == Some('\n'));
        ended
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let (field, ended) = self.field();
            if cells.len() < WIDEST {
                cells.push(field);
            }
            if ended != Some(self.separator) {
                return Some(Row { line, cells });
            }
        }
    }
}
