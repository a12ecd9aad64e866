//! Where the links of an entry lead to, and what is there.
//!
//! Owns the address of each as one of the web, and its kind, as far as title and address tell.
//! Must not know where in a source a link stands.

use crate::domain::{Link, LinkKind};

/// What lies behind a link is told by these, in its title or its address.
const SLIDES: [&str; 6] = [
    "slides",
    "slide deck",
    "スライド",
    "資料",
    "folien",
    "speakerdeck.com/",
];
const RECORDINGS: [&str; 8] = [
    "recording",
    "video",
    "録画",
    "動画",
    "aufzeichnung",
    "media.ccc.de/v/",
    "youtube.com/watch",
    "youtu.be/",
];

/// So many links of an entry are compared with each other.
const FEW: usize = 50;

/// It is in each link, so that it must not be of any length.
const LONGEST: usize = 2_000;

/// The ends of addresses of such files.
const SLIDE_FILES: [&str; 6] = [".pdf", ".odp", ".ppt", ".pptx", ".key", "/slides"];
const RECORDING_FILES: [&str; 4] = [".webm", ".mp4", ".mkv", ".ogv"];

/// The address to which those without a host belong; empty if the source has none.
#[derive(Default)]
pub(super) struct Base(String);

/// What a link is by its type, its title and its address.
pub(super) fn kind_of(stated: &str, title: &str, address: &str) -> LinkKind {
    let (stated, title, address) = (
        stated.to_lowercase(),
        title.to_lowercase(),
        address.to_lowercase(),
    );
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let names = |words: &[&str]| {
        words
            .iter()
            .any(|word| title.contains(word) || address.contains(word))
    };
    let is_file = |ends: &[&str]| ends.iter().any(|end| path.ends_with(end));
    match &*stated {
        "slides" | "presentation" => LinkKind::Slides,
        "video" | "audio" | "recording" => LinkKind::Recording,
        "paper" => LinkKind::Other,
        _ if is_file(&RECORDING_FILES) => LinkKind::Recording,
        _ if is_file(&SLIDE_FILES) || names(&SLIDES) => LinkKind::Slides,
        _ if names(&RECORDINGS) => LinkKind::Recording,
        _ => LinkKind::Other,
    }
}

/// Adds a link, unless there is one to the same address or it leads nowhere.
pub(super) fn add_link(
    links: &mut Vec<Link>,
    base: &Base,
    kind: LinkKind,
    title: &str,
    address: &str,
) {
    let address = base.absolute(address);
    // What frab writes for a file that was never uploaded.
    let is_missing = address.ends_with("/original/missing.png");
    if address.is_empty()
        || is_missing
        || links.iter().take(FEW).any(|link| link.address == address)
    {
        return;
    }
    let title = if title == address { "" } else { title };
    links.push(Link {
        kind,
        title: title.into(),
        address,
    });
}

impl Base {
    /// One that is longer than an address may be is none.
    pub(super) fn new(address: String) -> Self {
        Self(if address.len() > LONGEST {
            String::new()
        } else {
            address
        })
    }

    /// The address for a reference, as <https://www.rfc-editor.org/rfc/rfc3986#section-5.2> for
    /// those that are in programmes: whole, from the root, below the base, or a host alone.
    fn absolute(&self, reference: &str) -> String {
        let base = &*self.0;
        let scheme = base.find("://").map_or("https:", |at| &base[..at + 1]);
        let host = reference.split('/').next().unwrap_or_default();
        if reference.is_empty() || has_scheme(reference) {
            return reference.into();
        }
        if reference.starts_with("//") {
            return [scheme, reference].concat();
        }
        if host.contains('.') && !host.starts_with('.') && !is_page(host) {
            return ["https://", reference].concat();
        }
        let Some(authority) = base.find("://").map(|at| at + 3) else {
            return reference.into();
        };
        let root = base[authority..]
            .find('/')
            .map_or(base.len(), |at| authority + at);
        if reference.starts_with('/') {
            return [&base[..root], reference].concat();
        }
        let folder = base[root..].rfind('/').map_or(root, |at| root + at);
        [&base[..folder], "/", reference].concat()
    }
}

/// <https://www.rfc-editor.org/rfc/rfc3986#section-3.1>
fn has_scheme(reference: &str) -> bool {
    let scheme = reference.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-');
    !scheme.is_empty() && scheme.chars().all(is_letter)
}

/// Whether this is the name of a file rather than of a host.
fn is_page(name: &str) -> bool {
    [".html", ".htm", ".php", ".pdf", ".md"]
        .into_iter()
        .any(|end| name.ends_with(end))
}
