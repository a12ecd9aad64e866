//! A picture with a size: `![alt](address =250x)` as Zenn and HackMD write it
//! (<https://zenn.dev/zenn/articles/markdown-guide>), or `<img>`.

use super::beginning;

/// A picture that says how large it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Picture {
    pub(crate) alt: String,
    pub(crate) address: String,
    /// In pixels, or with a sign for percent; empty where it is not said.
    pub(crate) width: String,
    pub(crate) height: String,
}

impl Picture {
    /// `![alt](address =250x)` at the start of a text, and its length.
    pub(crate) fn at_start(text: &str) -> Option<(Self, usize)> {
        let (alt, rest) = beginning(text).strip_prefix("![")?.split_once("](")?;
        let (inside, _) = rest.split_once(')')?;
        let (address, size) = inside.rsplit_once(" =")?;
        let (width, height) = size.trim_end().split_once('x')?;
        let is_size = |text: &str| {
            let digits = text.strip_suffix('%').unwrap_or(text);
            digits.bytes().all(|byte| byte.is_ascii_digit())
                && (text.is_empty() || !digits.is_empty())
        };
        let has_size = !(width.is_empty() && height.is_empty());
        let is_picture = has_size
            && is_size(width)
            && is_size(height)
            && !alt.contains(['[', ']', '\n'])
            && !address.trim().is_empty()
            && !address.trim().contains([' ', '\n', '<', '>', '"']);
        let picture = Self {
            alt: alt.to_owned(),
            address: address.trim().to_owned(),
            width: width.to_owned(),
            height: height.to_owned(),
        };
        is_picture.then_some((picture, "![](".len() + alt.len() + inside.len() + 1))
    }

    /// `<img>`, which must be the whole text.
    pub(crate) fn from_html(tag: &str) -> Option<Self> {
        let inside = tag.trim().strip_prefix("<img")?.strip_suffix('>')?;
        let mut rest = inside.strip_suffix('/').unwrap_or(inside);
        let mut picture = Self {
            alt: String::new(),
            address: String::new(),
            width: String::new(),
            height: String::new(),
        };
        if !rest.starts_with(char::is_whitespace) || rest.contains(['<', '>']) {
            return None;
        }
        loop {
            rest = rest.trim_start();
            if rest.is_empty() {
                break;
            }
            let (name, value) = rest.split_once('=')?;
            let value = value.trim_start();
            let quote = value.chars().next()?;
            let (value, behind) = match quote {
                '"' | '\'' => value[1..].split_once(quote)?,
                _ => {
                    let end = value.find(char::is_whitespace).unwrap_or(value.len());
                    value.split_at(end)
                }
            };
            let value = value.replace("&quot;", "\"").replace("&amp;", "&");
            match name.trim().to_ascii_lowercase().as_str() {
                "src" => picture.address = value,
                "alt" => picture.alt = value,
                "width" => picture.width = value.trim_end_matches("px").to_owned(),
                "height" => picture.height = value.trim_end_matches("px").to_owned(),
                _ => {}
            }
            rest = behind;
        }
        let is_address = !picture.address.is_empty() && !picture.address.contains([' ', '(', ')']);
        (is_address && !picture.alt.contains(['[', ']'])).then_some(picture)
    }

    /// With the size behind the address, where there is one.
    pub(crate) fn in_markdown(&self, with_size: bool) -> String {
        let Self {
            alt,
            address,
            width,
            height,
        } = self;
        match with_size && !(width.is_empty() && height.is_empty()) {
            true => format!("![{alt}]({address} ={width}x{height})"),
            false => format!("![{alt}]({address})"),
        }
    }

    pub(crate) fn in_html(&self) -> String {
        let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
        let attribute = |name: &str, value: &str| match value {
            "" => String::new(),
            value => format!(" {name}=\"{}\"", escaped(value)),
        };
        let size = attribute("width", &self.width) + &attribute("height", &self.height);
        let alt = escaped(&self.alt);
        format!(
            "<img src=\"{}\" alt=\"{alt}\"{size}>",
            escaped(&self.address)
        )
    }
}
