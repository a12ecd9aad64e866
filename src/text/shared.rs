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
    /// no title.
    pub fn section(&self, lead: &str, untitled: &str) -> String {
        let title = self.title_line();
        let title = match title.is_empty() {
            true => untitled.into(),
            false => escaped(&title),
        };
        let body = self.body("");
        let blank = if body.starts_with('>') { "\n" } else { "" };
        format!("## {lead}{title}\n{blank}{body}")
    }

    /// A text with it at its end.
    pub fn beneath(&self, text: &str) -> String {
        let kept = text.trim_end_matches(|c: char| c.is_whitespace() || c == '-');
        // An item that was begun gives way; a rule of hyphens does not.
        let kept = match text[kept.len()..].trim() {
            "-" => kept,
            _ => text.trim_end(),
        };
        let body = self.body(&self.title_line());
        format!("{}\n\n{}\n", kept.trim_end(), body.trim_start())
    }

    fn title_line(&self) -> String {
        self.title.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words as a quote, for they are those of somebody else, and the address below.
    fn body(&self, first: &str) -> String {
        let (words, url) = self.words_and_url();
        let mut body = String::new();
        for line in Some(first)
            .filter(|it| !it.is_empty())
            .into_iter()
            .chain(words.lines())
        {
            let line = line.trim();
            let space = if line.is_empty() { "" } else { " " };
            body += &format!(">{space}{}\n", escaped(line));
        }
        match url {
            "" => {}
            url if is_picture(url) => body += &format!("\n![]({url})\n"),
            url => body += &format!("\n<{url}>\n"),
        }
        body
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

/// Whether an address is that of a picture alone, by the end of its path or, as X names them, by
/// its format. What would end the brackets of a picture is left a link, and so are the pages that
/// GitHub and wikis have about a picture.
fn is_picture(url: &str) -> bool {
    const ENDINGS: [&str; 6] = ["png", "jpg", "jpeg", "gif", "webp", "avif"];
    let url = url.to_ascii_lowercase();
    let url = url.split('#').next().unwrap_or_default();
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    let format = query.split('&').find_map(|it| it.strip_prefix("format="));
    let is_page = ["/blob/", "/wiki/"].iter().any(|it| path.contains(it));
    !is_page
        && !url.contains(['(', ')'])
        && [ending, format]
            .into_iter()
            .flatten()
            .any(|it| ENDINGS.contains(&it))
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
    fn the_address_of_a_picture_becomes_the_picture() {
        let section = |url| shared("", "", url).section("", "題");
        for url in [
            "https://example.com/a.PNG",
            "https://example.com/a.webp?w=200#b",
            "https://pbs.twimg.com/media/Ab?format=jpg&name=large",
        ] {
            assert_eq!(section(url), format!("## 題\n\n![]({url})\n"));
        }
        for url in [
            "https://example.com/png",
            "https://example.com/a.png/b",
            "https://example.com/a(1).png",
            "https://example.com/?b=a.png",
            "https://github.com/o/r/blob/main/a.png",
        ] {
            assert_eq!(section(url), format!("## 題\n\n<{url}>\n"));
        }
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

    #[test]
    fn stands_at_the_end_of_a_note() {
        let of_talk = shared("題", "言葉", "https://a.example");
        let quote = "> 題\n> 言葉\n\n<https://a.example>\n\n";
        for (text, kept) in [
            ("### 話\n\n- \n\n", "### 話"),
            ("### 話\n\n- 聴いた\n\n", "### 話\n\n- 聴いた"),
            ("### 話\n\n---\n", "### 話\n\n---"),
        ] {
            assert_eq!(of_talk.beneath(text), format!("{kept}\n\n{quote}"));
        }
        let address = shared("", "", "https://a.example");
        assert_eq!(address.beneath("a\n"), "a\n\n<https://a.example>\n\n");
    }
}
