//! Zenn's reading of a text: its own package.

use crate::form::Form;
use crate::html;
use crate::node::Script;

pub struct Zenn(Script);

impl Zenn {
    pub fn start() -> Self {
        Self(Script::start("zenn.mjs", &["zenn-markdown-html"]))
    }

    pub fn lines(&mut self, markdown: &str) -> String {
        html::lines(&self.html(markdown), Form::ZENN)
    }

    /// The body of an article's page.
    pub fn html(&mut self, markdown: &str) -> String {
        self.0.ask(&markdown)
    }
}
