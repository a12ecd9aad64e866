//! What elements do where they begin and where they end.

use super::inline::{Place, line, lines};
use super::names::{self, Kind, property};
use super::read::{LooseList, Open, Reader, Table};
use super::tokens::{Start, Token, Tokens};
use super::words::{BOLD, CODE, EMPHASIS, HIDDEN, Letter};
use crate::markdown::Href;

/// A cell never spans more columns or rows.
const MAX_SPAN: usize = 20;

/// No list of an office program is deeper.
const MAX_LEVEL: usize = 9;

impl Reader {
    /// What is there before the content of an element; returns what its end needs to know.
    pub(super) fn begin(&mut self, tag: &Start<'_>, kind: Kind) -> usize {
        if !kind.is_inline() {
            self.flush();
        }
        let depth = self.writer.depth();
        if let Some(language) = names::language(tag)
            && (self.code.is_some() || !kind.is_inline())
        {
            self.language = Some(language);
        }
        self.is_code |= tag.name == "code";
        self.is_diff |= self.code.is_some() && names::is_diff(tag);
        match kind {
            Kind::Block => return names::slide_level(tag),
            Kind::Quote => {
                self.structure();
                self.writer.quote();
                if let Some(callout) = names::callout(tag) {
                    self.writer.block(callout, false);
                }
            }
            Kind::BulletList | Kind::OrderedList => {
                self.structure();
                let start = tag.attribute("start").and_then(|start| start.parse().ok());
                let start = start.filter(|start| *start < 1_000_000).unwrap_or(1);
                self.writer
                    .list((kind == Kind::OrderedList).then_some(start));
            }
            Kind::Item => {
                self.structure();
                self.writer.item();
                if let Some(checked) = tag.attribute("aria-checked") {
                    self.writer.check_box(checked == "true");
                }
            }
            Kind::Code => {
                self.code = Some(String::new());
                self.is_code = self.language.is_some();
                self.is_diff = false;
            }
            Kind::Summary => self.words.one_line = true,
            Kind::Details => return 0,
            Kind::Note => {
                self.structure();
                self.writer.note(&names::note_id(tag).unwrap_or_default());
            }
            Kind::Table => {
                self.structure();
                self.table = Some(Table::default());
            }
            Kind::Row => self.row(),
            Kind::Cell => self.cell(tag),
            Kind::Heading(_) => self.words.one_line = true,
            Kind::Link => self.link(tag),
            Kind::Reading => self.words.add("（", self.style),
            _ => {}
        }
        match kind {
            Kind::Link => self.words.len(),
            _ => depth,
        }
    }

    /// What is there behind the content of an element.
    pub(super) fn finish(&mut self, Open { kind, from, .. }: Open) {
        match kind {
            Kind::Inline => {}
            Kind::Block | Kind::Row => self.flush(),
            Kind::Heading(level) => self.heading(level),
            Kind::Quote | Kind::BulletList | Kind::OrderedList | Kind::Note => {
                self.flush();
                self.end_loose(0);
                self.writer.close_to(from);
            }
            Kind::Summary => self.end_summary(),
            Kind::Details => {
                self.flush();
                if from > 0 {
                    self.structure();
                    self.writer.block("</details>", false);
                }
            }
            Kind::Item => {
                self.flush();
                let is_list =
                    |open: &Open| matches!(open.kind, Kind::BulletList | Kind::OrderedList);
                if !self.open.iter().any(is_list) {
                    self.writer.close_to(from);
                }
            }
            Kind::LooseItem(level) => self.loose_item(level.clamp(1, MAX_LEVEL)),
            Kind::Code => self.end_code(),
            Kind::FileName => {
                self.file = self.words.text_from(0);
                self.words.take();
            }
            Kind::Table => {
                self.flush();
                if let Some(table) = self.table.take() {
                    self.writer.table(table.rows, &table.aligns);
                }
            }
            Kind::Cell => self.end_cell(),
            Kind::Link => self.end_link(from),
            Kind::Reading => {
                self.words.add("）", self.style);
                self.is_rich = true;
            }
        }
    }

    /// Ends the lines before a block; what is in code or in one line has none.
    pub(super) fn flush(&mut self) {
        if let Some(code) = &mut self.code {
            if !code.is_empty() && !code.ends_with('\n') {
                code.push('\n');
            }
        } else if self.words.one_line {
            self.words.space(self.style, false);
        } else if let Some(text) = self.paragraph() {
            self.end_loose(0);
            self.writer.block(&text, false);
            self.language = None;
            self.file.clear();
        }
    }

    /// The lines since the last block, if there is something in them.
    fn paragraph(&mut self) -> Option<String> {
        let mut letters = self.words.take();
        let text = lines(&mut letters, &self.links);
        self.note(&letters);
        (!text.is_empty()).then_some(text)
    }

    /// What the style of letters says about how rich a text is: what is all bold is not.
    fn note(&mut self, letters: &[Letter]) {
        for letter in letters.iter().filter(|letter| !letter.c.is_whitespace()) {
            let emphasis = letter.style.marks & EMPHASIS;
            let first = *self.emphasis.get_or_insert(emphasis);
            self.is_rich |=
                first != emphasis || letter.style.link != 0 || letter.style.marks & CODE != 0;
        }
    }

    /// Something begins that is more than lines.
    pub(super) fn structure(&mut self) {
        self.end_loose(0);
        self.is_rich = true;
    }

    fn heading(&mut self, level: usize) {
        self.words.one_line = false;
        let mut letters = self.words.take();
        for letter in &mut letters {
            letter.style.marks &= !BOLD;
            let address = self.links.get(letter.style.link.wrapping_sub(1));
            // To itself.
            if address.is_some_and(|address| address.contains('#')) {
                letter.style.link = 0;
            }
        }
        self.structure();
        self.writer
            .heading(level, &line(&mut letters, &self.links, Place::Within));
    }

    fn link(&mut self, tag: &Start<'_>) {
        let is_note =
            self.open.last().is_some_and(|open| open.name == "sup") || names::is_note_link(tag);
        if let Some(label) = names::note_link(tag).filter(|_| is_note && self.code.is_none()) {
            return self.note_reference(&label);
        }
        let href = tag
            .attribute("href")
            .and_then(|address| Href::parse(&address));
        let outside = href.filter(|href| href.anchor().is_none());
        self.style.link = outside.map_or(0, |href| self.add_link(&href));
    }

    /// The number of an address.
    pub(super) fn add_link(&mut self, href: &Href) -> usize {
        self.links.push(href.value().into_owned());
        self.links.len()
    }

    /// Links within a page whose text is a sign lead to a heading, or back from a note.
    fn end_link(&mut self, from: usize) {
        let is_sign = |c: char| matches!(c, '#' | '¶' | '§' | '↩' | '🔗' | '\u{fe0e}' | '\u{fe0f}');
        let address = self.links.get(self.style.link.wrapping_sub(1));
        if address.is_none_or(|address| address.contains('#'))
            && self.words.text_from(from).trim().chars().all(is_sign)
        {
            self.words.truncate(from);
        }
    }

    fn end_code(&mut self) {
        let Some(code) = self.code.take() else {
            return;
        };
        let code = code.strip_prefix('\n').unwrap_or(&code).trim_end();
        let language = self.language.take().unwrap_or_default();
        let diff = if self.is_diff && language != "diff" {
            "diff "
        } else {
            ""
        };
        let file: String = self.file.split_whitespace().collect();
        self.file.clear();
        if !code.trim().is_empty() {
            self.end_loose(0);
            self.is_rich |= self.is_code;
            let colon = if language.is_empty() || file.is_empty() {
                ""
            } else {
                ":"
            };
            let info = [diff, &language, colon, &file.replace('`', "")].concat();
            self.writer.code(&info, code);
        }
    }

    fn row(&mut self) {
        if let Some(table) = &mut self.table {
            // Cells from above may reach into the end of a row, where no cell comes after them.
            let filled = table.rows.last().map_or(0, Vec::len);
            for below in table.below.iter_mut().skip(filled) {
                *below = below.saturating_sub(1);
            }
            table.rows.push(Vec::new());
        }
    }

    fn cell(&mut self, tag: &Start<'_>) {
        self.words.one_line = true;
        if self
            .table
            .as_ref()
            .is_some_and(|table| table.rows.is_empty())
        {
            self.row();
        }
        let span = |name| {
            let span = tag.attribute(name).and_then(|span| span.parse().ok());
            span.unwrap_or(1).clamp(1, MAX_SPAN)
        };
        let style = tag.attribute("style").unwrap_or_default();
        let align = tag.attribute("align");
        let align = match align.as_deref().or(property(&style, "text-align")) {
            Some("center") => ":---:",
            Some("right") => "---:",
            _ => "---",
        };
        if let Some(table) = &mut self.table {
            table.span = (span("colspan"), span("rowspan"));
            if table.rows.len() == 1 {
                table.aligns.resize(table.rows[0].len(), "---");
                table.aligns.push(align);
            }
        }
    }

    fn end_cell(&mut self) {
        self.words.one_line = false;
        let mut letters = self.words.take();
        let Some(table) = &mut self.table else {
            return;
        };
        if table.rows.len() == 1 {
            // The head of a table is bold.
            letters
                .iter_mut()
                .for_each(|letter| letter.style.marks &= !BOLD);
        }
        let Some(row) = table.rows.last_mut() else {
            return;
        };
        while let Some(below) = table.below.get_mut(row.len()).filter(|below| **below > 0) {
            *below -= 1;
            row.push(String::new());
        }
        let (columns, rows) = table.span;
        let mut words = line(&mut letters, &self.links, Place::Within);
        for _ in 0..columns {
            if table.below.len() <= row.len() {
                table.below.resize(row.len() + 1, 0);
            }
            table.below[row.len()] = rows - 1;
            row.push(std::mem::take(&mut words));
        }
    }

    /// A paragraph of an office program that is an item.
    fn loose_item(&mut self, level: usize) {
        let Some(text) = self.paragraph() else {
            return;
        };
        // A letter alone is a bullet in a font of signs.
        let number = self
            .marker
            .split_once(['.', ')'])
            .map(|(number, _)| number.parse().ok());
        let numbered = number.is_some();
        self.marker.clear();
        let goes_on = |list: &LooseList| {
            list.level < level || list.level == level && list.numbered == numbered
        };
        let kept = self.loose.iter().take_while(|list| goes_on(list)).count();
        self.end_loose(kept);
        if self.loose.last().is_none_or(|list| list.level < level) {
            self.loose.push(LooseList {
                level,
                numbered,
                depth: self.writer.depth(),
            });
            self.writer.list(number.map(|number| number.unwrap_or(1)));
        }
        self.writer.item();
        self.writer.block(&text, false);
        self.is_rich = true;
    }

    pub(super) fn end_loose(&mut self, kept: usize) {
        while self.loose.len() > kept {
            if let Some(list) = self.loose.pop() {
                self.writer.close_to(list.depth);
            }
        }
    }

    /// The bullet of an office program begins: the paragraph around it is an item.
    pub(super) fn office_bullet(&mut self, tag: &Start<'_>) {
        let style = tag.attribute("style").unwrap_or_default();
        if !names::is_office_marker(&style) {
            return;
        }
        self.marker.clear();
        let around = self.open.iter_mut().rfind(|open| open.kind == Kind::Block);
        if property(&style, "mso-special-format").is_some()
            && let Some(around) = around
        {
            around.kind = Kind::LooseItem(around.from);
        }
    }
}

/// Whether a table that begins holds data: others are for the layout, and have one column, or
/// blocks in their cells.
pub(super) fn is_data(tokens: Tokens<'_>) -> bool {
    let (mut cells, mut most) = (0, 0);
    for token in tokens {
        match token {
            Token::Start(tag) => match Kind::of(&tag) {
                Kind::Table | Kind::Heading(_) | Kind::Quote | Kind::Code => return false,
                Kind::Row => cells = 0,
                Kind::Cell if names::marks(&tag, 0) & HIDDEN == 0 => {
                    cells += 1;
                    most = most.max(cells);
                }
                _ => {}
            },
            Token::End(name) if name == "table" => break,
            _ => {}
        }
    }
    most > 1
}
