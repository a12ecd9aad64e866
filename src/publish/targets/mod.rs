//! Where a report is published, one file per place: how it spells what [`crate::markdown::constructs`] reads,
//! and what stands before the first section.
//!
//! A place is added by its file with a [`Dialect`], a line in [`Target`] and its name in
//! `ui::target`.

mod common_mark;
mod dev_to;
mod dialect;
mod front;
mod github;
mod hack_md;
mod hatena;
mod lines;
mod note;
mod printer;
mod qiita;
mod zenn;

use dialect::Dialect;

use super::{head, says_title, slug_finding};
use crate::domain::{Event, Head, file_name};

/// A place where a report is published.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Target {
    /// Markdown as it was written, to the byte.
    #[default]
    AsWritten,
    Zenn,
    Qiita,
    GitHub,
    CommonMark,
    Hatena,
    DevTo,
    HackMd,
    Note,
}

impl Target {
    pub const ALL: [Self; 9] = [
        Self::AsWritten,
        Self::Zenn,
        Self::Qiita,
        Self::GitHub,
        Self::CommonMark,
        Self::Hatena,
        Self::DevTo,
        Self::HackMd,
        Self::Note,
    ];

    /// By which it is kept, and stands in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::AsWritten => "written",
            Self::Zenn => "zenn",
            Self::Qiita => "qiita",
            Self::GitHub => "github",
            Self::CommonMark => "commonmark",
            Self::Hatena => "hatena",
            Self::DevTo => "devto",
            Self::HackMd => "hackmd",
            Self::Note => "note",
        }
    }

    /// The place of a name, else the text as it was written.
    pub fn named(name: &str) -> Self {
        let all = Self::ALL.into_iter();
        all.clone().find(|it| it.name() == name).unwrap_or_default()
    }

    /// Whether what is printed was compared with what the place itself makes of it.
    pub fn is_verified(self) -> bool {
        !matches!(self, Self::Hatena | Self::DevTo | Self::HackMd | Self::Note)
    }

    /// Whether it is a place where a report can be read, and no form of a file.
    pub fn is_place(self) -> bool {
        !matches!(self, Self::AsWritten | Self::CommonMark)
    }

    /// Whether the place puts a table of contents beside an article by itself: Zenn and Qiita, of
    /// its headings.
    pub fn has_contents(self) -> bool {
        matches!(self, Self::Zenn | Self::Qiita)
    }

    /// The folder that a place's command line reads; empty where there is none.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Zenn => "articles/",
            Self::Qiita => "public/",
            _ => "",
        }
    }

    /// The name of the report's file.
    pub fn file_name(self, event: &Event) -> String {
        match self {
            Self::Zenn => slug(event) + ".md",
            _ => file_name(event),
        }
    }

    fn dialect(self) -> Option<&'static dyn Dialect> {
        Some(match self {
            Self::AsWritten => return None,
            Self::Zenn => &zenn::Zenn,
            Self::Qiita => &qiita::Qiita,
            Self::GitHub => &github::GitHub,
            Self::CommonMark => &common_mark::CommonMark,
            Self::Hatena => &hatena::Hatena,
            Self::DevTo => &dev_to::DevTo,
            Self::HackMd => &hack_md::HackMd,
            Self::Note => &note::Note,
        })
    }
}

/// The whole report as one file for a place. `body` is the sections that are in the report, joined,
/// without what is private.
pub fn print(target: Target, event: &Event, body: &str) -> String {
    match target.dialect() {
        None => head::print(&event.report, body) + body,
        Some(dialect) => dialect.head(event, body) + &printer::print(dialect, body),
    }
}

/// What follows the head.
pub fn print_body(target: Target, body: &str) -> String {
    match target.dialect() {
        None => body.to_owned(),
        Some(dialect) => printer::print(dialect, body),
    }
}

/// The title as a heading, where the report does not begin with it.
fn titled(event: &Event, body: &str) -> String {
    let mut report = event.report.clone();
    report.head = Head::Heading;
    match says_title(body, &report.title) {
        true => String::new(),
        false => head::print(&report, body),
    }
}

/// The fewest and the most characters of a slug on Zenn
/// (<https://zenn.dev/zenn/articles/what-is-slug>).
pub(super) const SLUG: std::ops::RangeInclusive<usize> = 12..=50;

/// The name of an article on Zenn, if the place takes the one that was written.
fn slug(event: &Event) -> String {
    let written = event.report.slug.trim();
    match slug_finding(written) {
        None => written.to_owned(),
        Some(_) => made_slug(event),
    }
}

/// A name of name and days: small letters of ASCII, digits, `-` and `_`.
pub fn made_slug(event: &Event) -> String {
    let name = file_name(event);
    let name = name.strip_suffix(".md").unwrap_or(&name);
    let mut slug = String::new();
    for letter in name.chars() {
        let letter = if letter.is_ascii_alphanumeric() || letter == '_' {
            letter
        } else {
            '-'
        };
        if letter != '-' || !slug.is_empty() && !slug.ends_with('-') {
            slug.push(letter);
        }
    }
    if slug.is_empty() {
        slug += "conference-report";
    } else if slug.len() < *SLUG.start() {
        slug.insert_str(0, "trip-report-");
    }
    slug.truncate(*SLUG.end());
    slug.trim_end_matches('-').to_owned()
}
