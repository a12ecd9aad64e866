//! Blocks → Markdown: quotes, lists and what is in them, each line behind its prefix. Knows no HTML
//! and not how words are written.

/// A quote, a list or an item that is open.
struct Container {
    kind: Kind,
    /// What it puts before the next line, and before those behind that.
    next: String,
    rest: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Quote,
    List {
        /// The number of its next item, and what stands behind it.
        number: Option<usize>,
        delimiter: char,
        /// Whether it reads as one with the list before it.
        goes_on: bool,
    },
    /// An item that is not written yet, and whether a blank line may be before it.
    NewItem(bool),
    Item,
}

#[derive(Default)]
pub(super) struct Writer {
    out: String,
    open: Vec<Container>,
    /// How many containers were open all the time since the last block.
    kept: usize,
    /// Where a list ended right before, and whether it was numbered.
    ended: Option<(usize, bool)>,
}

impl Writer {
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    fn begin(&mut self, kind: Kind, next: &str, rest: &str) {
        self.open.push(Container {
            kind,
            next: next.to_owned(),
            rest: rest.to_owned(),
        });
    }

    pub(super) fn quote(&mut self) {
        self.begin(Kind::Quote, "> ", "> ");
    }

    /// What a footnote says.
    pub(super) fn note(&mut self, label: &str) {
        self.begin(Kind::Quote, &format!("[^{label}]: "), "    ");
    }

    /// A list; one in a list goes below the item before it.
    pub(super) fn list(&mut self, start: Option<usize>) {
        // Two lists of numbers with one delimiter would be one.
        let numbered = start.is_some();
        let goes_on =
            self.ended == Some((self.open.len(), numbered)) && self.kept == self.open.len();
        let kind = Kind::List {
            number: start,
            delimiter: if numbered && goes_on { ')' } else { '.' },
            goes_on: goes_on && !numbered,
        };
        self.begin(kind, "", "");
    }

    /// An item of the innermost list; without a list, of a new one that ends with what is around.
    /// One that stayed empty is the same item.
    pub(super) fn item(&mut self) {
        match (self.kind(), self.open.last_mut()) {
            (Some(Kind::NewItem(_)), Some(open)) => return open.next.truncate(open.rest.len()),
            (Some(Kind::Item), _) => self.close_to(self.open.len() - 1),
            (Some(Kind::List { .. }), _) => {}
            _ => self.list(None),
        }
        let first = self.kept < self.open.len();
        let list = self.open.last_mut().map(|open| &mut open.kind);
        let mut marker = "- ".to_owned();
        let mut apart = first;
        if let Some(Kind::List {
            number,
            delimiter,
            goes_on,
        }) = list
        {
            apart &= !*goes_on;
            if let Some(number) = number {
                marker = number.to_string();
                marker.extend([*delimiter, ' ']);
                *number += 1;
            }
        }
        self.begin(Kind::NewItem(apart), &marker, &" ".repeat(marker.len()));
    }

    /// What the innermost container is.
    fn kind(&self) -> Option<Kind> {
        self.open.last().map(|open| open.kind)
    }

    /// The box of the item that begins here, if one does.
    pub(super) fn check_box(&mut self, checked: bool) {
        if let (Some(Kind::NewItem(_)), Some(open)) = (self.kind(), self.open.last_mut()) {
            open.next.push_str(if checked { "[x] " } else { "[ ] " });
        }
    }

    pub(super) fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            if let Some(Container {
                kind: Kind::List { number, .. },
                ..
            }) = self.open.pop()
            {
                self.ended = Some((self.open.len(), number.is_some()));
            }
        }
        self.kept = self.kept.min(depth);
    }

    pub(super) fn heading(&mut self, level: usize, words: &str) {
        if !words.is_empty() {
            self.block(&["#".repeat(level).as_str(), " ", words].concat(), false);
        }
    }

    /// A thematic break; behind the marker of an item it would be taken for one with it.
    pub(super) fn rule(&mut self) {
        if !matches!(self.kind(), Some(Kind::Item | Kind::NewItem(_))) {
            self.block("---", false);
        }
    }

    /// <https://spec.commonmark.org/0.31.2/#fenced-code-blocks>
    pub(super) fn code(&mut self, info: &str, code: &str) {
        let fence = "`".repeat(longest_run(code).max(2) + 1);
        let block = [&fence, info, "\n", code, "\n", &fence].concat();
        self.block(&block, true);
    }

    /// A table whose first row is its head; `aligns` is what stands below that
    /// (<https://github.github.com/gfm/#tables-extension->).
    pub(super) fn table(&mut self, mut rows: Vec<Vec<String>>, aligns: &[&str]) {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        if rows.iter().flatten().all(String::is_empty) {
            return;
        }
        // What is beyond the head would not be shown.
        rows[0].resize(width, String::new());
        let align = |column| (*aligns.get(column).unwrap_or(&"---")).to_owned();
        rows.insert(1, (0..width).map(align).collect());
        let mut table = String::new();
        for row in rows {
            table.push('|');
            for cell in row {
                table.push(' ');
                table.push_str(&cell.replace('|', "\\|"));
                table.push_str(" |");
            }
            table.push('\n');
        }
        self.block(table.trim_end(), false);
    }

    /// Lines that belong together; `tight` ones need no blank line before them in an item.
    pub(super) fn block(&mut self, lines: &str, tight: bool) {
        let depth = self.open.len();
        // The outermost item that begins here says how far it is from what is above.
        let new = |open: &Container| matches!(open.kind, Kind::NewItem(_));
        let apart = match self.open.iter().position(new) {
            Some(at) => {
                self.open[at].kind == Kind::NewItem(true) && !self.is_in_item(at.saturating_sub(1))
            }
            None => !(tight && self.is_in_item(depth)),
        };
        if !self.out.is_empty() {
            self.out.push('\n');
            if apart {
                self.line("", self.kept);
                self.out.push('\n');
            }
        }
        for (index, line) in lines.split('\n').enumerate() {
            if index > 0 {
                self.out.push('\n');
            }
            self.line(line, depth);
            for open in self.open.iter_mut().filter(|_| index == 0) {
                open.next.clone_from(&open.rest);
                if let Kind::NewItem(_) = open.kind {
                    open.kind = Kind::Item;
                }
            }
        }
        self.kept = depth;
        self.ended = None;
    }

    /// A line in the first of the containers, without white space at the end of an empty one.
    fn line(&mut self, line: &str, depth: usize) {
        for open in &self.open[..depth] {
            self.out.push_str(&open.next);
        }
        if line.is_empty() {
            self.out.truncate(self.out.trim_end_matches(' ').len());
        }
        self.out.push_str(line);
    }

    fn is_in_item(&self, depth: usize) -> bool {
        let around = self.open[..depth].last();
        around.is_some_and(|open| open.kind == Kind::Item)
    }
}

/// The longest run of backticks.
pub(super) fn longest_run(text: &str) -> usize {
    let runs = text.split(|c| c != '`');
    runs.map(str::len).max().unwrap_or(0)
}
