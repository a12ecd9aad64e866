//! What another app shares with the page, as a section. Must not know how it came here.

use crate::markdown::escaped;

/// The three parts of a share; any of them may be empty
/// (<https://www.w3.org/TR/web-share-target/#sharetarget-and-its-members>).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    pub title: String,
    pub text: String,
    pub url: String,
}

impl Shared {
    /// Whether nothing was shared.
    pub fn is_empty(&self) -> bool {
        [&self.title, &self.text, &self.url]
            .iter()
            .all(|part| part.trim().is_empty())
    }

    /// A section with it. Its heading begins with `lead`, and says `untitled` where the share has
    /// no title. The words are those of somebody else, so they stand as a quote.
    pub fn section(&self, lead: &str, untitled: &str) -> String {
        let (words, url) = self.words_and_url();
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = match title.is_empty() {
            true => untitled.into(),
            false => escaped(&title),
        };
        let mut section = format!("## {lead}{title}\n");
        if !words.is_empty() {
            section.push('\n');
        }
        for line in words.lines() {
            let line = line.trim();
            let space = if line.is_empty() { "" } else { " " };
            section += &format!(">{space}{}\n", escaped(line));
        }
        if !url.is_empty() {
            section += &format!("\n<{url}>\n");
        }
        section
    }

    /// Android has no field for an address: it stands at the end of the text.
    fn words_and_url(&self) -> (&str, &str) {
        let (text, url) = (self.text.trim(), self.url.trim());
        if !url.is_empty() {
            return (text, url);
        }
        let start = text.rfind(char::is_whitespace).map_or(0, |at| {
            at + text[at..].chars().next().map_or(0, char::len_utf8)
        });
        match crate::domain::is_web_address(&text[start..]) {
            true => (text[..start].trim_end(), &text[start..]),
            false => (text, ""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(title: &str, text: &str, url: &str) -> Shared {
        Shared {
            title: title.into(),
            text: text.into(),
            url: url.into(),
        }
    }

    #[test]
    fn nothing_is_shared_by_empty_fields() {
        assert!(Shared::default().is_empty());
        assert!(shared(" ", "\n", "").is_empty());
        assert!(!shared("", "", "https://example.com").is_empty());
    }

    #[test]
    fn words_of_others_are_a_quote_and_make_no_markup() {
        let shared = shared(
            "雲 *の*\n話",
            "# 見出し\n\n  - 項目",
            "https://example.com/a",
        );
        let section = shared.section("🎈 ", "新しい見出し");
        assert_eq!(
            section,
            "## 🎈 雲 \\*の\\* 話\n\n> \\# 見出し\n>\n> \\- 項目\n\n<https://example.com/a>\n"
        );
    }

    #[test]
    fn an_address_at_the_end_of_the_text_is_the_address() {
        let whole = shared("", "よい資料\u{3000}https://example.com/x?a=1", "");
        assert_eq!(
            whole.section("", "題"),
            "## 題\n\n> よい資料\n\n<https://example.com/x?a=1>\n"
        );
        let alone = shared("資料", "https://example.com/", "");
        assert_eq!(
            alone.section("", "題"),
            "## 資料\n\n<https://example.com/>\n"
        );
        let none = shared("", "よい資料", "");
        assert_eq!(none.section("", "題"), "## 題\n\n> よい資料\n");
    }
}
