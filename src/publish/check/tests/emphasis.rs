//! Bold beside punctuation. What Zenn and pulldown-cmark do with each was measured with
//! zenn-markdown-html 0.5.4, what Qiita and GitHub do with their cores.

use super::{TARGETS, finds, passes};
use crate::publish::targets::Target::{self, AsWritten, CommonMark, GitHub, Qiita, Zenn};

const RULE: &str = "MarkerShown";

#[test]
fn brackets_around_all_of_it_go_outside() {
    for (marked, expected) in [
        ("これは⟪**「強調」**⟫の例", "これは「**強調**」の例"),
        ("⟪**「強調」**⟫の例", "「**強調**」の例"),
        ("これは⟪**『強調』**⟫", "これは『**強調**』"),
        ("a⟪**（b）**⟫c", "a（**b**）c"),
        ("a⟪***【b】***⟫c", "a【***b***】c"),
        ("⟪**「`code`」**⟫は", "「**`code`**」は"),
        ("a⟪~~「b」~~⟫c", "a「~~b~~」c"),
        ("- a⟪**「b」**⟫c", "- a「**b**」c"),
        ("## a⟪**「b」**⟫c\n\nd", "## a「**b**」c\n\nd"),
        ("> a⟪**「b」**⟫c", "> a「**b**」c"),
        ("|a⟪**「b」**⟫c|\n|-|", "|a「**b**」c|\n|-|"),
    ] {
        for target in TARGETS {
            finds(target, RULE, marked, expected);
        }
    }
}

#[test]
fn others_get_a_space_without_width_on_the_side_that_needs_it() {
    for (marked, expected) in [
        ("⟪**注意：**⟫この機能は", "**注意：**&#8203;この機能は"),
        ("⟪**重要。**⟫次の文", "**重要。**&#8203;次の文"),
        (
            "⟪**Kubernetes（k8s）**⟫は",
            "**Kubernetes（k8s）**&#8203;は",
        ),
        ("⟪**[リンク](u)**⟫を見た", "**[リンク](u)**&#8203;を見た"),
        ("⟪**100%**⟫達成", "**100%**&#8203;達成"),
        ("⟪**C++**⟫の話", "**C++**&#8203;の話"),
        ("話は⟪**.NET**⟫", "話は&#8203;**.NET**"),
        (
            "は⟪**「a」と「b」**⟫の",
            "は&#8203;**「a」と「b」**&#8203;の",
        ),
        ("は⟪**「a「b」」**⟫の", "は&#8203;**「a「b」」**&#8203;の"),
        ("は⟪**`code`**⟫の", "は&#8203;**`code`**&#8203;の"),
        ("⟪~~取消。~~⟫次", "~~取消。~~&#8203;次"),
        ("⟪**a。**⟫b⟪**c。**⟫d", "**a。**&#8203;b**c。**&#8203;d"),
    ] {
        for target in TARGETS {
            finds(target, RULE, marked, expected);
        }
    }
}

#[test]
fn pairs_that_would_be_joined_by_their_insides_are_told_apart() {
    // Read as they stand, the two inner markers make `の` bold and the outer ones all of it.
    let marked = "⟪**「a」**⟫の⟪**「b」**⟫";
    finds(Zenn, RULE, marked, "「**a**」の「**b**」");
}

#[test]
fn emoji_are_punctuation_for_some_and_letters_for_others() {
    let finds_with = |target: Target| {
        finds(
            target,
            RULE,
            "⟪**絵文字😀**⟫の話",
            "**絵文字😀**&#8203;の話",
        );
        finds(target, RULE, "⟪**→**⟫の", "**→**&#8203;の");
        finds(target, RULE, "a⟪**100℃**⟫で", "a**100℃**&#8203;で");
        passes(target, RULE, "**a**😀**「b」**");
    };
    finds_with(Zenn);
    finds_with(CommonMark);
    for target in [Qiita, GitHub] {
        passes(target, RULE, "**絵文字😀**の話");
        passes(target, RULE, "a**100℃**で");
        finds(target, RULE, "**a**😀⟪**「b」**⟫", "**a**😀「**b**」");
    }
    // Where nobody has measured, only what goes wrong in both readings is told.
    passes(AsWritten, RULE, "**絵文字😀**の話");
    passes(AsWritten, RULE, "**a**😀**「b」**");
}

#[test]
fn what_works_is_none() {
    for text in [
        "これは**強調**です",
        "これは「**強調**」の例",
        "これは **「強調」** の例",
        "これは&#8203;**「強調」**&#8203;の例",
        "これは&#8203;~~「強調」~~&#8203;の例",
        "**「強調」**",
        "**「強調」**、次",
        "、**「強調」**。",
        "**a** b **c**",
        "***a***です",
        "*「a」*の",
        "__「a」__の",
        "**a *b* c**",
        "**[a](b)** は",
        "a\n**「b」**\nc",
    ] {
        for target in TARGETS {
            passes(target, RULE, text);
        }
    }
}

#[test]
fn what_is_no_emphasis_is_none() {
    for text in [
        "2 ** 3 は a ** b",
        "`a**「b」**c`",
        "```\na**「b」**c\n```\n",
        "    a**「b」**c",
        "a\\**「b」\\**c",
        "これは**「書きかけ」の",
        "これは** 「空白」 **の",
        "****",
        "a****b",
        "*****a。*****b",
        "[a](x**「b」**c)",
        "<https://a.example/**「b」**c>",
        "<b title=\"**「b」**c\">",
        "~~~\na~~「b」~~c\n~~~\n",
        "13:00~14:00",
    ] {
        for target in TARGETS {
            passes(target, RULE, text);
        }
    }
}
