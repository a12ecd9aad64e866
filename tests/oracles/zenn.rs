//! Zenn's reading of a text: its own package.

use serde::Deserialize;

use crate::form::Form;
use crate::html;
use crate::node::Script;

pub struct Zenn(Script);

#[derive(Deserialize)]
pub struct Heading {
    pub text: String,
    pub children: Vec<Heading>,
}

impl Zenn {
    pub fn start() -> Self {
        Self(Script::start("zenn.mjs", &["zenn-markdown-html"]))
    }

    pub fn lines(&mut self, markdown: &str) -> String {
        html::lines(&self.html(markdown), Form::ZENN)
    }

    /// The body of an article's page.
    pub fn html(&mut self, markdown: &str) -> String {
        self.0.ask::<(String, Vec<Heading>)>(&markdown).0
    }

    /// The headings that an article's table of contents is made of.
    pub fn headings(&mut self, markdown: &str) -> Vec<Heading> {
        self.0.ask::<(String, Vec<Heading>)>(&markdown).1
    }
}
