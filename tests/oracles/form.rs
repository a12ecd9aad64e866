//! What a page shows, in lines that a person can read: a line for each block with the words of its
//! beginning, one for each break, and what stands inside a block below it, further to the right.
//!
//! Knows neither HTML nor our preview.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// How much of two pages is compared.
#[derive(Clone, Copy)]
pub struct Form {
    /// Whether code says its language: on Zenn's page there are only its colours.
    pub languages: bool,
    /// Whether the site shows cards, has two kinds of boxes, and says the names of files.
    pub is_zenn: bool,
}

impl Form {
    pub const ZENN: Self = Self {
        languages: false,
        is_zenn: true,
    };
    pub const GITHUB: Self = Self {
        languages: true,
        is_zenn: false,
    };
}

/// The lines of a page that is being written.
pub struct Page {
    pub form: Form,
    lines: Vec<String>,
    depth: usize,
    /// The line to which words are added, if a block is open there.
    line: Option<String>,
    /// Nothing stands in the line but what it is called.
    fresh: bool,
    /// White space stands between the last words and the next.
    gap: bool,
}

impl Page {
    pub fn write(form: Form, inside: impl FnOnce(&mut Self)) -> String {
        let mut page = Self {
            form,
            lines: Vec::new(),
            depth: 0,
            line: None,
            fresh: true,
            gap: false,
        };
        inside(&mut page);
        page.end_line();
        page.lines.join("\n")
    }

    pub fn block(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.begin_line(name);
        self.depth += 1;
        inside(self);
        self.end_line();
        self.depth -= 1;
    }

    /// Words, whose white space is worth as much as in a browser.
    pub fn words(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                self.gap = true;
            } else {
                self.open_line().push(c);
            }
        }
    }

    /// Words inside an element of the line, and what is to be known of it.
    pub fn inline(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        let line = self.open_line();
        line.push('⟨');
        line.push_str(name);
        line.push(':');
        inside(self);
        // A break may have begun another line meanwhile, and then this is its end.
        self.open_line_without_gap().push('⟩');
    }

    /// Something without words.
    pub fn thing(&mut self, name: &str) {
        let line = self.open_line();
        line.push('⟨');
        line.push_str(name);
        line.push('⟩');
    }

    /// The box of a task, apart from the words behind it.
    pub fn check_box(&mut self, checked: bool) {
        self.open_line()
            .push_str(if checked { "[x]" } else { "[ ]" });
        self.gap = true;
    }

    pub fn line_break(&mut self) {
        self.begin_line("br");
    }

    /// Code, whose every character counts; only its last line feed does not.
    pub fn code(&mut self, language: Option<&str>, file: Option<&str>, text: &str) {
        let mut name = "code".to_owned();
        if let Some(language) = language.filter(|_| self.form.languages) {
            name.push_str(&format!(" {language}"));
        }
        if let Some(file) = file {
            name.push_str(&format!(" [{file}]"));
        }
        self.block(&name, |page| {
            for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
                page.begin_line(&format!("| {line}"));
            }
        });
    }

    fn begin_line(&mut self, name: &str) {
        self.end_line();
        self.line = Some("  ".repeat(self.depth) + name);
    }

    fn end_line(&mut self) {
        self.lines.extend(self.line.take());
        self.fresh = true;
        self.gap = false;
    }

    fn open_line(&mut self) -> &mut String {
        if self.gap && !self.fresh {
            self.open_line_without_gap().push(' ');
        }
        self.open_line_without_gap()
    }

    fn open_line_without_gap(&mut self) -> &mut String {
        if self.line.is_none() {
            self.begin_line("text");
        }
        self.gap = false;
        let line = self.line.get_or_insert_default();
        if self.fresh {
            line.push(' ');
            self.fresh = false;
        }
        line
    }
}

/// An address as a person reads it: the sites differ in what of it they encode.
pub fn address(href: &str) -> Cow<'_, str> {
    percent_decode_str(href).decode_utf8_lossy()
}

/// A picture: its address, what it shows, and the size that it is given.
pub fn picture(src: &str, alt: &str, size: &str) -> String {
    let words = ["img", &address(src), alt.trim(), size];
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[test]
fn blocks_breaks_and_white_space_are_told_apart() {
    let page = Page::write(Form::GITHUB, |page| {
        page.block("li", |page| {
            page.words("\n a \n ");
            page.inline("em", |page| page.words("b\nc"));
            page.line_break();
            page.words(" d\n");
            page.block("p", |page| page.words("e"));
            page.words("\nf");
        });
        page.code(Some("rust"), Some("a.rs"), " x\n\n");
    });
    let expected = "li a ⟨em:b c⟩\n  br d\n  p e\n  text f\ncode rust [a.rs]\n  |  x\n  | ";
    assert_eq!(page, expected);
}
