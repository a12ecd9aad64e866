//! Addresses: which of them may be links.
//!
//! Only `https:`, `http:`, `mailto:` and `#anchor` are links; every other
//! scheme, `//host` and relative paths are not. The check follows what a browser
//! does before it reads a scheme: <https://url.spec.whatwg.org/#concept-basic-url-parser>.

use std::borrow::Cow;

/// No address is longer; a definition that is used often must not fill the memory.
const MAX_BYTES: usize = 4096;

/// Prefix of the `id` of a heading, so that it is never taken for a route or for another thing of
/// the page: [`Href::value`] of a link to it is `#` and this `id`.
pub const HEADING_ID: &str = "h-";

/// An address that is allowed as a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Href(Kind);

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Outside(String),
    Anchor(String),
}

impl Href {
    /// `None` for everything that is not on the allowlist.
    pub fn parse(address: &str) -> Option<Self> {
        let address = address.trim_matches(|c: char| c <= ' ' || c == '\u{7f}');
        if address.len() > MAX_BYTES || address.chars().any(char::is_control) {
            return None;
        }
        if let Some(anchor) = address.strip_prefix('#') {
            return (!anchor.is_empty()).then(|| Self(Kind::Anchor(decode_percent(anchor))));
        }
        ["https://", "http://", "mailto:"]
            .into_iter()
            .any(|scheme| {
                starts_with_ignoring_case(address, scheme) && address.len() > scheme.len()
            })
            .then(|| Self(Kind::Outside(address.to_owned())))
    }

    /// The heading this leads to, if it stays inside the report: see
    /// [`Block::anchors`](super::Block::anchors).
    pub fn anchor(&self) -> Option<&str> {
        match &self.0 {
            Kind::Anchor(anchor) => Some(anchor),
            Kind::Outside(_) => None,
        }
    }

    /// The address as it stands in the attribute `href`.
    pub fn value(&self) -> Cow<'_, str> {
        match &self.0 {
            Kind::Outside(address) => address.into(),
            Kind::Anchor(anchor) => format!("#{HEADING_ID}{anchor}").into(),
        }
    }

    /// An address as it is, to show that the tests of the allowlist would find it.
    #[cfg(test)]
    pub(super) fn unchecked(address: &str) -> Self {
        Self(Kind::Outside(address.to_owned()))
    }

    pub(super) fn attributes(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        let mut attributes = vec![("href", self.value())];
        if let Kind::Outside(_) = self.0 {
            attributes.extend([
                ("rel", "noopener noreferrer".into()),
                ("target", "_blank".into()),
            ]);
        }
        attributes
    }
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

/// Percent-encoded UTF-8 as text; as it was where it is not valid.
pub(super) fn decode_percent(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let decoded = match tail {
            [high, low, ..] if *first == b'%' => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match decoded {
            Some((high, low)) => {
                bytes.push(high * 16 + low);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes)
        .ok()
        .filter(|decoded| !decoded.chars().any(char::is_control))
        .unwrap_or_else(|| text.to_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| value.try_into().ok())
}
