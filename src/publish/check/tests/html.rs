//! Tags and comments.

use super::{finds, passes};
use crate::publish::targets::Target::{
    AsWritten, CommonMark, DevTo, GitHub, HackMd, Hatena, Qiita, Zenn,
};

#[test]
fn zenn_shows_tags() {
    for (marked, expected) in [
        ("⟪<kbd>⟫Ctrl</kbd> を押す", "`Ctrl` を押す"),
        ("⟪<u>⟫a</u>b", "ab"),
        ("⟪<font color=\"red\">⟫a</font>", "a"),
        ("⟪<b>⟫a ⟪<i>⟫b</i></b>", "a b"),
        ("⟪<span>⟫a", "a"),
        ("a⟪</span>⟫", "a"),
        ("x⟪<sup>⟫2</sup>", "x<sup>2</sup>"),
        ("⟪<DIV>⟫\na\n\n</DIV>\n", "\na\n\n\n"),
        ("⟪<div align=\"center\">⟫\n\na\n\n</div>\n", "\n\na\n\n\n"),
        ("⟪<kbd>⟫`a`</kbd>", "`a`"),
        (
            "⟪<iframe src=\"a\">⟫</iframe>",
            "<iframe src=\"a\"></iframe>",
        ),
    ] {
        finds(Zenn, "HtmlShown", marked, expected);
    }
}

#[test]
fn zenn_knows_a_few_tags() {
    for text in [
        "a<br>b<br/>c<br />d",
        "<details><summary>a</summary>\n\nb\n\n</details>\n",
        "<img src=\"https://a.example/b.png\" width=\"250\">",
        "`<u>`",
        "```html\n<u>\n```\n",
        "\\<u>",
        "Vec<String>",
        // One capital letter is a type.
        "Option<U>",
        "<https://a.example>",
        "a < b > c",
    ] {
        passes(Zenn, "HtmlShown", text);
    }
    for target in [AsWritten, Qiita, GitHub] {
        passes(target, "HtmlShown", "<u>a</u>");
    }
}

#[test]
fn zenn_shows_comments_of_several_lines() {
    finds(Zenn, "CommentShown", "⟪<!-- a\nb -->⟫\n", "<!-- a b -->\n");
    finds(
        Zenn,
        "CommentShown",
        "⟪<!--\n\na\r\n-->⟫ c\n",
        "<!-- a --> c\n",
    );
    finds(
        Zenn,
        "CommentShown",
        "a ⟪<!-- b\nc -->⟫ d",
        "a <!-- b c --> d",
    );
    finds(Zenn, "CommentShown", "⟪<!-- a\nb\n⟫", "<!-- a\nb\n");
    passes(Zenn, "CommentShown", "<!-- a -->\n");
    passes(Zenn, "CommentShown", "a <!-- b --> c");
    passes(GitHub, "CommentShown", "<!-- a\nb -->\n");
}

#[test]
fn a_type_is_taken_for_a_tag() {
    for (marked, expected) in [
        ("Vec⟪<String>⟫ の", "Vec\\<String> の"),
        ("Option⟪<T>⟫", "Option\\<T>"),
        ("⟪<your-name>⟫ を入れる", "\\<your-name> を入れる"),
        ("⟪<Button>⟫a⟪</Button>⟫", "\\<Button>a\\</Button>"),
        ("Vec<Option⟪<u8>⟫>", "Vec<Option\\<u8>>"),
        ("⟪<String>⟫\na\n", "\\<String>\na\n"),
        ("<div>\nVec⟪<u8>⟫\n</div>\n", "<div>\nVec&lt;u8>\n</div>\n"),
        ("- Vec⟪<u8>⟫", "- Vec\\<u8>"),
        ("|Vec⟪<u8>⟫|\n|-|", "|Vec\\<u8>|\n|-|"),
    ] {
        for target in [Qiita, GitHub, CommonMark, Hatena, DevTo, HackMd] {
            finds(target, "TagSwallowed", marked, expected);
        }
        for target in [AsWritten, Zenn] {
            passes(target, "TagSwallowed", &marked.replace(['⟪', '⟫'], ""));
        }
    }
}

#[test]
fn what_is_a_tag_or_cannot_be_one_stays() {
    for text in [
        "<kbd>a</kbd> <sup>b</sup><BR>",
        "<details><summary>a</summary>\n\nb\n\n</details>\n",
        "HashMap<K, V>",
        "<名前>",
        "a < b > c",
        "a<3",
        "`Vec<String>`",
        "Vec\\<String>",
        "```\nVec<String>\n```\n",
        "<https://a.example>",
        "<!-- Vec<String> -->",
        "<a href=\"https://a.example\">b</a>",
        "<h2>a</h2>",
    ] {
        passes(GitHub, "TagSwallowed", text);
    }
}
