//! Code, diagrams and formulas.

use super::{TARGETS, finds, passes};
use crate::publish::targets::Target::{AsWritten, GitHub, Qiita, Zenn};

#[test]
fn curled_signs_become_plain_ones() {
    for (marked, expected) in [
        ("`echo ⟪“a”⟫`", "`echo \"a\"`"),
        ("`echo ⟪‘a’⟫`", "`echo 'a'`"),
        ("`ls ⟪—⟫all`", "`ls --all`"),
        ("`ls ⟪–⟫l`", "`ls -l`"),
        ("`` ⟪“⟫` ``", "`` \"` ``"),
        (
            "```sh\necho ⟪“a”\nls —⟫all\n```\n",
            "```sh\necho \"a\"\nls --all\n```\n",
        ),
        (
            "- a\n\n  ```js\n  f(⟪‘b’⟫)\n  ```\n",
            "- a\n\n  ```js\n  f('b')\n  ```\n",
        ),
    ] {
        for target in TARGETS {
            finds(target, "CurlyInCode", marked, expected);
        }
    }
}

#[test]
fn signs_that_are_meant_stay() {
    for text in [
        "“a” — b",
        "```\n“a”\n```\n",
        "    “a”\n",
        "```text\n‘a’ not found\n```\n",
        "```console\n“a”\n```\n",
        "```rust\nprintln!(\"“a”\");\n```\n",
        "```rust\n// don’t\n```\n",
        "```rust\nlet a = '“'; // \"\n```\n",
        "`a – b`",
        "`1–2`",
        "`a—b`",
    ] {
        passes(AsWritten, "CurlyInCode", text);
    }
}

#[test]
fn a_diagram_that_zenn_does_not_draw_is_found() {
    let long = format!("⟪```mermaid\n{}\n```⟫\n", "a".repeat(2001));
    finds(Zenn, "MermaidTooLong", &long, &long.replace(['⟪', '⟫'], ""));
    let links = format!("⟪```mermaid\n{}\n```⟫\n", "a & b\n".repeat(11).trim_end());
    finds(Zenn, "MermaidLinks", &links, &links.replace(['⟪', '⟫'], ""));
    let bare = long.replace(['⟪', '⟫'], "");
    passes(GitHub, "MermaidTooLong", &bare);
    passes(Zenn, "MermaidTooLong", &bare.replace("mermaid", "rust"));
    let most = format!("```mermaid\n{}\n```\n", "a".repeat(2000));
    passes(Zenn, "MermaidTooLong", &most);
    let most = format!("```mermaid\n{}```\n", "a & b\n".repeat(10));
    passes(Zenn, "MermaidLinks", &most);
}

/// All were measured with zenn-markdown-html 0.5.4.
#[test]
fn words_between_dollars_are_a_formula_on_zenn() {
    for (marked, expected) in [
        ("⟪$HOMEと$⟫PATH", "\\$HOMEと\\$PATH"),
        ("環境変数⟪$HOMEと$⟫PATH", "環境変数\\$HOMEと\\$PATH"),
        ("価格は⟪$5、送料は$⟫です", "価格は\\$5、送料は\\$です"),
        ("⟪$10 と 20$⟫", "\\$10 と 20\\$"),
        ("⟪$a と b$⟫ だ", "\\$a と b\\$ だ"),
        ("⟪$aと\\$⟫b$", "\\$aと\\$b$"),
    ] {
        finds(Zenn, "Formula", marked, expected);
    }
}

#[test]
fn other_dollars_are_no_formula() {
    for text in [
        "$x^2 + y^2$ です",
        "$100〜$200",
        "\\$HOMEと\\$PATH",
        "`$HOMEと$PATH`",
        "$HOME と $PATH です",
        "US$ と $x",
        "$$\nあ\n$$",
        "$aと\nb$",
        "5$と$",
        "$",
    ] {
        passes(Zenn, "Formula", text);
    }
    passes(Qiita, "Formula", "$HOMEと$PATH");
    passes(AsWritten, "Formula", "$HOMEと$PATH");
}
