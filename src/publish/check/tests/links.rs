//! Links and pictures.

use super::{TARGETS, finds, passes};
use crate::publish::targets::Target::{AsWritten, GitHub, Qiita, Zenn};

#[test]
fn a_picture_says_what_it_is() {
    for marked in [
        "⟪![](https://a.example/b.png)⟫",
        "⟪![ ](https://a.example/b.png)⟫",
        "[⟪![](https://a.example/b.png)⟫](https://a.example)",
        "- ⟪![][a]⟫\n\n[a]: https://a.example/b.png\n",
    ] {
        for target in TARGETS {
            finds(
                target,
                "AltMissing",
                marked,
                &marked.replace(['⟪', '⟫'], ""),
            );
        }
    }
    passes(AsWritten, "AltMissing", "![a](https://a.example/b.png)");
    passes(AsWritten, "AltMissing", "![`a`](https://a.example/b.png)");
    passes(AsWritten, "AltMissing", "![*a*](https://a.example/b.png)");
    passes(AsWritten, "AltMissing", "`![](a.png)`");
}

#[test]
fn zenn_takes_no_picture_beside_the_file() {
    for marked in ["⟪![a](b.png)⟫", "⟪![a](./b.png)⟫", "⟪![a](/b.png)⟫"] {
        let text = marked.replace(['⟪', '⟫'], "");
        finds(Zenn, "PictureRelative", marked, &text);
        passes(GitHub, "PictureRelative", &text);
        passes(AsWritten, "PictureRelative", &text);
    }
    passes(Zenn, "PictureRelative", "![a](/images/b.png)");
    passes(Zenn, "PictureRelative", "![a](https://a.example/b.png)");
}

#[test]
fn a_link_to_another_site_has_a_scheme() {
    for (marked, expected) in [
        ("⟪[a](example.com)⟫", "[a](https://example.com)"),
        ("⟪[a](www.a.example/b)⟫", "[a](https://www.a.example/b)"),
        ("⟪[a](b.github.io/c?d#e)⟫", "[a](https://b.github.io/c?d#e)"),
        (
            "⟪[a](<example.com> \"b\")⟫",
            "[a](<https://example.com> \"b\")",
        ),
        (
            "⟪[example.com](example.com)⟫",
            "[example.com](https://example.com)",
        ),
        ("⟪[a](Example.COM)⟫", "[a](https://Example.COM)"),
        (
            "⟪[a][b]⟫\n\n[b]: example.com\n",
            "[a][b]\n\n[b]: example.com\n",
        ),
        (
            "⟪[**a**](example.jp)⟫です",
            "[**a**](https://example.jp)です",
        ),
    ] {
        for target in TARGETS {
            finds(target, "LinkNoScheme", marked, expected);
        }
    }
    for text in [
        "[a](https://example.com)",
        "[a](#b)",
        "[a](b.md)",
        "[a](./example.com)",
        "[a](/example.com)",
        "[a](mailto:b@example.com)",
        "[a](b/c.html)",
        "[a](main.rs)",
        "[a](v1.2)",
        "[a](b c.com)",
        "example.com",
        "`[a](example.com)`",
        "<a@example.com>",
    ] {
        passes(AsWritten, "LinkNoScheme", text);
    }
}

#[test]
fn a_link_leads_somewhere() {
    finds(Qiita, "LinkEmpty", "⟪[a]()⟫ b", "[a]() b");
    finds(Qiita, "LinkEmpty", "⟪[a](<>)⟫ b", "[a](<>) b");
    passes(Qiita, "LinkEmpty", "[a] ()");
    passes(Qiita, "LinkEmpty", "![a]()");
}
