//! What stands behind a time: the title, who speaks, where, and links.

use super::check;

/// Reads one line that begins at ten.
#[track_caller]
fn split(text: &str, expected: &str) {
    check(&format!("10:00 {text}"), &format!("10:00 {expected}"));
}

#[test]
fn finds_speakers() {
    for text in [
        "Talk / 山田 太郎",
        "Talk ／ 山田 太郎",
        "Talk　山田 太郎",
        "Talk　山田　太郎 さん",
        "Talk  山田 太郎さん",
        "Talk（山田 太郎）",
        "Talk (山田 太郎さん)",
        "Talk - 山田 太郎",
        "Talk by 山田 太郎",
        "Talk 登壇者: 山田 太郎",
        "Talk（登壇者：山田 太郎）",
        "「Talk」山田 太郎さん",
        "「Talk」 / 山田 太郎 氏",
        "山田 太郎さん「Talk」",
        "**Talk** / *山田 太郎*",
        "Talk\t山田 太郎",
        "Talk | 山田 太郎",
    ] {
        // A gap of one blank and one of two are the same in a name.
        split(text, "Talk / 山田 太郎");
    }
    split("Talk ＠left @right", "Talk / @left + @right");
    split("Talk @left さん", "Talk / @left");
    split("Talk 山田さん", "Talk / 山田");
    split("Talk - Jane van Doe", "Talk / Jane van Doe");
    split(
        "雲 / 雨の のリアル / 山田 太郎",
        "雲 / 雨の のリアル / 山田 太郎",
    );
    split(
        "雲 / 雨野 のむら / 山田 太郎",
        "雲 / 雨野 のむら + 山田 太郎",
    );
    check("10:00 Opening / Jane Doe", "10:00 ~ Opening / Jane Doe");
    split("Opening keynote by X", "Opening keynote / X");
}

#[test]
fn leaves_in_the_title_what_may_be_its_own() {
    for title in [
        "TCP/IP 入門",
        "Rust - a new hope",
        "Kubernetes - The Hard Way",
        "Stand by me",
        "Step by Step Rust",
        "Part (仮)",
        "Rust（入門編）",
        "Rust (Part Two)",
        "「Rust」を学ぶ",
        "基調講演「未来」",
        "mail a@example.com",
        "Vec<T> and a * b",
        "20分でわかる Rust",
    ] {
        split(title, title);
    }
}

#[test]
fn parts_several_names() {
    for (names, expected) in [
        ("山田、鈴木", "山田 + 鈴木"),
        ("山田さんと鈴木さん", "山田 + 鈴木"),
        ("山田＆鈴木", "山田 + 鈴木"),
        ("Jane Doe, John Roe", "Jane Doe + John Roe"),
        ("Jane Doe & John Roe", "Jane Doe + John Roe"),
        ("Ann, Bob, Cid", "Ann + Bob + Cid"),
        ("Doe, Jane", "Doe, Jane"),
        ("Jane Doe, Example", "Jane Doe, Example"),
        ("Jane Doe, Example Inc.", "Jane Doe, Example Inc."),
        ("AT&T", "AT&T"),
        ("山田 太郎 / 株式会社カニ", "山田 太郎（株式会社カニ）"),
        ("山田さん（A社、B部）", "山田（A社、B部）"),
        ("Jane Doe (Example)", "Jane Doe (Example)"),
        ("本橋と申します", "本橋と申します"),
    ] {
        split(&format!("Talk / {names}"), &format!("Talk / {expected}"));
    }
}

#[test]
fn finds_rooms() {
    for text in [
        "Talk (Room A)",
        "[Room A] Talk",
        "【Room A】Talk",
        "Room A: Talk",
        "Talk @ Room A",
        "Talk - Room A",
        "Talk / Room A",
    ] {
        split(text, "Talk @ Room A");
    }
    split("Talk / Jane Doe / Room A", "Talk / Jane Doe @ Room A");
    split("Talk (Room A) / Jane Doe", "Talk / Jane Doe @ Room A");
    split("Talk / 田中さん @ルームA", "Talk / 田中 @ ルームA");
    split("Talk | Jane Doe | Large", "Talk / Jane Doe @ Large");
    split("Talk（3F）", "Talk @ 3F");
    split("[Track 2] Talk", "Talk # Track 2");
    split("Designing a Mushroom", "Designing a Mushroom");
}

#[test]
fn keeps_links() {
    split(
        "[Talk](https://example.com/(1))",
        "Talk <page example.com/(1)>",
    );
    split(
        "Talk https://speakerdeck.com/x",
        "Talk <slides speakerdeck.com/x>",
    );
    split(
        "Talk <https://example.com/a.pdf>",
        "Talk <slides example.com/a.pdf>",
    );
    split(
        "Talk [スライド](https://docswell.com/s)",
        "Talk <slides docswell.com/s>",
    );
    split("![](https://example.com/a.png) Talk", "Talk");
    split("Talk [x](javascript:alert)", "Talk x");
    split("A [b", "A [b");
    split("A [b](c", "A [b](c");
}

#[test]
fn reads_markup_as_words() {
    split("R&amp;D &lt;3 &#x30AB;&#12491;", "R&D <3 カニ");
    split("`code` ~~gone~~ \\*star\\*", "code gone *star*");
    split("<b>Talk</b>", "Talk");
    split(
        "&#0; &bogus; &",
        "&#0; &bogus; &".replace("&#0;", "").trim(),
    );
    split("🦀 Talk", "🦀 Talk");
}

#[test]
fn knows_what_is_no_talk() {
    for title in [
        "休憩",
        "受付開始",
        "開場・受付",
        "開会の挨拶",
        "昼休み",
        "🍕 懇親会",
        "コーヒーブレイク",
        "Lunch",
        "Coffee Break",
        "Registration & Coffee",
        "Doors open",
        "Opening remarks",
        "CLOSING",
        "Lunch / Networking",
        "会場諸注意 / 挨拶",
        "クロージング（仮）",
    ] {
        split(title, &format!("~ {title}"));
    }
    for title in [
        "Opening keynote",
        "休憩の科学",
        "Open Space",
        "LT大会",
        "Breaking the ice",
    ] {
        split(title, title);
    }
    check("10:00 休憩（15分）", "10:00-10:15 ~ 休憩");
}

#[test]
fn knows_names_with_brackets_and_nobody() {
    for (name, expected) in [
        ("山田 太郎（カニ社）さん", " / 山田 太郎（カニ社）"),
        (
            "山田(@yamada)さん & 佐藤(@sato)さん",
            " / 山田 (@yamada) + 佐藤 (@sato)",
        ),
        (
            "[山田 太郎 (やまだ)](https://a.example) さん",
            " / 山田 太郎 (やまだ) <page a.example>",
        ),
        ("未定", ""),
        ("TBD", ""),
    ] {
        check(
            &format!("| 時間 | 内容 | 登壇者 |\n|---|---|---|\n| 10:00 | 話 | {name} |"),
            &format!("10:00 話{expected}"),
        );
    }
}

#[test]
fn leaves_words_and_emphasis_in_the_title() {
    split("Free time / spa", "Free time / spa");
    split("話 / crab", "話 / crab");
    check("**10:00**  _Hands on_", "10:00 Hands on");
    check("- 10:00 - 10:40; Welcome", "10:00-10:40 ~ Welcome");
    check("**10:00 - Generate topics**", "10:00 Generate topics");
}
