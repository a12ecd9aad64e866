//! What is shown from elsewhere: `@[card](address)` and its like, as Zenn writes them
//! (<https://zenn.dev/zenn/articles/markdown-guide>).

use super::beginning;

/// What is behind `@[`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Embed<'t> {
    pub(crate) kind: &'t str,
    pub(crate) value: &'t str,
}

/// The kinds that Zenn knows and whose value is an address.
const BY_ADDRESS: [&str; 12] = [
    "card",
    "tweet",
    "docswell",
    "figma",
    "codepen",
    "codesandbox",
    "stackblitz",
    "jsfiddle",
    "blueprintue",
    "gist",
    "github",
    "youtube",
];

impl<'t> Embed<'t> {
    /// The embed at the start of a text, and its length.
    pub(crate) fn at_start(text: &'t str) -> Option<(Self, usize)> {
        let (kind, rest) = beginning(text).strip_prefix("@[")?.split_once("](")?;
        let (value, _) = rest.split_once(')')?;
        let is_kind = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_lowercase());
        let length = "@[](".len() + kind.len() + value.len() + 1;
        let is_line = !value.contains('\n');
        let value = value.trim();
        let embed = Self { kind, value };
        (is_kind && is_line && embed.address().is_some()).then_some((embed, length))
    }

    /// The page that shows the same, as far as the value says which.
    pub(crate) fn address(self) -> Option<String> {
        let Self { kind, value } = self;
        let is_id = |id: &str| {
            let sign = |c: char| c.is_ascii_alphanumeric() || "-_?=".contains(c);
            !id.is_empty() && id.chars().all(sign)
        };
        let is_address = value.starts_with("https://") || value.starts_with("http://");
        match kind {
            _ if is_address && BY_ADDRESS.contains(&kind) => Some(value.to_owned()),
            "youtube" if is_id(value) => Some(format!("https://www.youtube.com/watch?v={value}")),
            "speakerdeck" if is_id(value) => {
                Some(format!("https://speakerdeck.com/player/{value}"))
            }
            "slideshare" if is_id(value) => Some(format!(
                "https://www.slideshare.net/slideshow/embed_code/key/{value}"
            )),
            _ => None,
        }
    }
}

/// Whether an address is that of slides on Docswell, which Zenn shows by their page
/// (<https://zenn.dev/zenn/articles/markdown-guide#docswell>).
pub(crate) fn is_docswell(address: &str) -> bool {
    let path = address.strip_prefix("https://www.docswell.com/s/");
    path.is_some_and(|path| path.contains('/') && !path.contains([')', ' ']))
}

/// The name of a video on YouTube, of the addresses that its pages have.
pub(crate) fn youtube(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://")?;
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let rest = match rest.strip_prefix("youtu.be/") {
        Some(rest) => rest,
        None => rest.strip_prefix("youtube.com/watch?v=")?,
    };
    let id = rest.split(['?', '&', '#']).next()?;
    (id.len() == 11).then_some(id)
}
