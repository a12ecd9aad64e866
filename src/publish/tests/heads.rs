//! What a head says, and that a change of it leaves the rest as it was written.

use super::{printed, reprinted};
use crate::domain::{Head, Kind, Report};
use crate::publish::{file_title, read};

/// `head` is followed by one section; title, emoji and topics are what is read in it.
#[track_caller]
fn check(head: &str, kind: Head, title: &str, emoji: &str, topics: &[&str]) {
    let text = format!("{head}## 話\n");
    let opened = read(&text);
    let report = Report {
        title: title.into(),
        emoji: emoji.into(),
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        head: kind,
        kind: opened.report.kind,
        slug: opened.report.slug.clone(),
        written: head.into(),
    };
    assert_eq!((opened.report, opened.sections), (report, vec!["## 話\n"]));
    assert_eq!(reprinted(&text), text);
}

#[track_caller]
fn check_fields(fields: &str, title: &str, emoji: &str, topics: &[&str]) {
    for line_end in ["\n", "\r\n", "\r"] {
        let head = format!("---\n{fields}---\n\n").replace('\n', line_end);
        check(&head, Head::FrontMatter, title, emoji, topics);
    }
}

#[track_caller]
fn check_heading(head: &str, title: &str) {
    check(head, Head::Heading, title, "", &[]);
}

#[test]
fn a_first_heading_is_the_title() {
    check_heading("# 雲会議\n\n", "雲会議");
    check_heading("# 雲会議\n", "雲会議");
    check_heading(
        "\u{feff}\n \t\n   #  雲 *会議* `#1` \\# ##  \r\n\r\n\n",
        "雲 会議 #1 #",
    );
    check_heading("#\u{3000}\n\n".trim_start_matches("#\u{3000}\n"), "");
    check_heading("#\n\n", "");
    check_heading("# 雲\u{3000}会議\r\r", "雲\u{3000}会議");
}

#[test]
fn what_is_no_head_is_a_section() {
    for text in [
        "本文\n# 雲会議\n",
        "## 雲会議\n# 雲会議\n",
        "雲会議\n===\n",
        "#雲会議\n",
        "    # 雲会議\n",
        // Two thematic breaks.
        "---\n\ntitle: 雲会議\n\n---\n",
        "---\n雲会議\n---\n",
        "---\ntitle: 雲会議\n本文\n---\n",
        "---\n# 雲会議\n---\n",
        "---\n- 雲会議\n---\n",
        "---\ntitle:雲会議\n---\n",
        // It does not end, or does not begin here.
        "---\ntitle: 雲会議\n",
        "---\ntitle: 雲会議\n...\n",
        "----\ntitle: 雲会議\n---\n",
        " ---\ntitle: 雲会議\n---\n",
        "---",
        "",
    ] {
        let opened = read(text);
        assert_eq!(opened.report, Report::default(), "{text:?}");
        assert_eq!(opened.sections.concat(), text);
        assert_eq!(reprinted(text), text);
    }
    let opened = read("\u{feff}\n\n本文\n");
    assert_eq!(opened.report.written, "\u{feff}\n\n");
    assert_eq!(opened.sections, ["本文\n"]);
    assert_eq!(read("\n---\ntitle: a\n---\n").report.head, Head::Heading);
}

#[test]
fn front_matter_of_the_places_of_publication() {
    check_fields(
        "title: \"雲会議 参加レポ\"\nemoji: \"🎈\"\ntype: \"idea\" # tech or idea\ntopics: [\"rust\", 'wasm', クラウド]\npublished: false\n",
        "雲会議 参加レポ",
        "🎈",
        &["rust", "wasm", "クラウド"],
    );
    check_fields(
        "title: Kumo Kaigi\ntags:\n  - Rust\n  - 'C#'\nprivate: false\nupdated_at: ''\nid: null\n",
        "Kumo Kaigi",
        "",
        &["Rust", "C#"],
    );
    check_fields(
        "title: 'It''s: #1'\ntags: rust, webassembly, beginners\nseries:\n",
        "It's: #1",
        "",
        &["rust", "webassembly", "beginners"],
    );
    check_fields(
        "Title: 雲会議\nCategory:\n- 参加レポ\nDate: 2026-04-17T15:04:05+09:00\n",
        "雲会議",
        "",
        &["参加レポ"],
    );
    check_fields("", "", "", &[]);
}

#[test]
fn forms_of_a_field() {
    let check_title = |yaml: &str, title: &str| check_fields(yaml, title, "", &[]);
    check_title("title:   C# の会 #1 #2\n", "C# の会");
    check_title("title: a: b\n", "a: b");
    check_title("title:\n", "");
    check_title("title: # none yet\nlayout: post\n", "");
    check_title("title: ~\n", "");
    check_title("title: - a\n", "- a");
    check_title("title: a\n- b\n", "a");
    check_title("title: a\n  # b\n", "a");
    check_title("title: \"null\"\n", "null");
    check_title("title:\n  \"a\n  b\"\n", "a b");
    check_title("title: >-\n  a\n\n  b\n# c\n", "a b");
    check_title("title: a\n  b # c\n\n# d\n", "a b # c");
    check_title(
        "title: \"\\u3042\\x41\\U0001F388\\\"\\\\\\/\\n\\tb\\q\"\n",
        "あA🎈\"\\/ bq",
    );
    check_title("title: \"open\nlayout: post\n", "\"open");
    check_title(
        "\"title\" : a\n# title: b\nsub:\n  title: c\ntitle: d\n",
        "a",
    );
    check_title("emoji: 雲\ntitle: a\n", "a");
    let check_topics = |yaml: &str, topics: &[&str]| check_fields(yaml, "", "", topics);
    check_topics("topics: []\n", &[]);
    check_topics(
        "topics: [\n  \"a,]\", # one\n  b c,\n]\nlayout: post\n",
        &["a,]", "b c"],
    );
    check_topics(
        "topics:\n- a # one\n# two\n\n-\n  - \"b\"\n-c\n",
        &["a", "b"],
    );
    check_topics("topics: [a,#b]\n", &["a", "#b"]);
    check_topics("tags: [x]\ntopics: [a, null, '']\n", &["a"]);
    check_topics("topics: [a\n", &["[a"]);
}

#[test]
fn a_long_list_is_read_once() {
    let items = "a,".repeat(100_000);
    let text = format!("---\ntopics: [{items}]\n---\n");
    assert_eq!(read(&text).report.topics.len(), 100_000);
}

/// `change` in the report of a file with this head, and the head that is printed then.
#[track_caller]
fn check_change(head: &str, change: impl FnOnce(&mut Report), expected: &str) {
    let text = format!("{head}本文\n");
    let opened = read(&text);
    assert_eq!(opened.report.written, head);
    let mut report = opened.report.clone();
    change(&mut report);
    let file = printed(&report, opened.sections.iter().copied());
    assert_eq!(file, format!("{expected}本文\n"));
    let again = read(&file);
    if report.head == Head::FrontMatter {
        assert_eq!(again.report.emoji, report.emoji);
        assert_eq!(again.report.topics, report.topics);
    }
    assert_eq!(again.report.title, report.title.trim());
    assert_eq!(again.report.head, report.head);
}

#[test]
fn another_title_changes_the_heading_only() {
    let title = |report: &mut Report| report.title = "空の会 #".into();
    check_change(
        "\u{feff}\n # *雲会議* ##\r\n\r\n\r\n",
        title,
        "\u{feff}\n # 空の会 \\# ##\r\n\r\n\r\n",
    );
    check_change("#  \n", title, "# 空の会 \\#\n");
    // The file had none.
    check_change("", title, "# 空の会 \\#\n\n");
    check_change("\u{feff}\n", title, "\u{feff}# 空の会 \\#\n\n");
    // It shall have none.
    let none = |report: &mut Report| report.title.clear();
    check_change("\u{feff}# 雲会議\n\n", none, "\u{feff}");
    // Words that are the same to a reader stay as they are written.
    check_change(
        "# 雲 **会議**\n",
        |report| report.title = " 雲 会議\n".into(),
        "# 雲 **会議**\n",
    );
}

#[test]
fn a_changed_field_changes_its_value_only() {
    let title = |report: &mut Report| report.title = "空".into();
    let emoji = |report: &mut Report| report.emoji = "🎈".into();
    let topics = |report: &mut Report| report.topics = vec!["a b".into(), "c".into()];
    let head = "\u{feff}--- \r\n# mine\r\nTitle:  雲 # now\r\nid: {a: 1}\r\n\r\n---\r\n\r\n";
    check_change(head, title, &head.replace(" 雲", "\"空\""));
    let with_line = |line: &str| head.replace("\r\n\r\n---", &format!("\r\n\r\n{line}\r\n---"));
    check_change(head, emoji, &with_line("emoji: \"🎈\""));
    check_change(head, topics, &with_line("topics: [\"a b\", \"c\"]"));
    let all = |report: &mut Report| {
        title(report);
        emoji(report);
        topics(report);
    };
    check_change(
        "---\ntags:\n- x # y\n\n# z\nemoji:\ntitle: >\n  雲\n  会議\n---\n",
        all,
        "---\ntags: [\"a b\", \"c\"]\n\n# z\nemoji: \"🎈\"\ntitle: \"空\"\n---\n",
    );
    check_change(
        "---\n---\n",
        all,
        "---\ntitle: \"空\"\nemoji: \"🎈\"\ntopics: [\"a b\", \"c\"]\n---\n",
    );
    let nothing = |report: &mut Report| {
        report.title.clear();
        report.emoji.clear();
        report.topics.clear();
    };
    check_change(
        "---\ntopics: [\n  a\n]\nemoji: 🎈 # b\ntitle: 雲\n---\n",
        nothing,
        "---\ntopics: []\nemoji: \"\" # b\ntitle: \"\"\n---\n",
    );
}

#[test]
fn another_kind_of_head_is_made_anew_and_the_first_is_not_forgotten() {
    let head = "\u{feff}---\r\ntitle: 雲\r\nid: 1\r\n---\r\n";
    let to_heading = |report: &mut Report| report.head = Head::Heading;
    check_change(head, to_heading, "\u{feff}# 雲\r\n\r\n");
    let there_and_back = |report: &mut Report| {
        to_heading(report);
        report.head = Head::FrontMatter;
    };
    check_change(head, there_and_back, head);
    let to_front_matter = |report: &mut Report| {
        report.head = Head::FrontMatter;
        report.emoji = "🎈".into();
    };
    check_change(
        "# 雲\r\n",
        to_front_matter,
        "---\r\ntitle: \"雲\"\r\nemoji: \"🎈\"\r\n---\r\n\r\n",
    );
}

#[test]
fn a_heading_says_nothing_of_emoji_and_topics() {
    let more = |report: &mut Report| {
        report.emoji = "🎈".into();
        report.topics = vec!["rust".into()];
    };
    check_change("# *雲*\n", more, "# *雲*\n");
    let mut report = Report::default();
    more(&mut report);
    read("# 雲\n").put_head("", &mut report);
    assert_eq!(
        (&*report.title, &*report.emoji, &*report.written),
        ("雲", "🎈", "# 雲\n")
    );
    assert_eq!(report.topics, ["rust"]);
    read("---\ntitle: 空\n---\n").put_head("", &mut report);
    assert_eq!(
        (&*report.title, &*report.emoji, report.topics.len()),
        ("空", "", 0)
    );
}

#[test]
fn a_head_without_a_line_end_gets_one_before_a_section() {
    for (head, section, expected) in [
        ("# 雲", "## 話\n", "# 雲\n## 話\n"),
        ("---\r\n---", "## 話\n", "---\r\n---\r\n## 話\n"),
        ("# 雲", "## 話\r\n", "# 雲\r\n## 話\r\n"),
        ("\u{feff}", "## 話\n", "\u{feff}## 話\n"),
    ] {
        assert_eq!(printed(&read(head).report, [section]), expected);
        assert_eq!(printed(&read(head).report, []), head);
    }
}

#[test]
fn new_lines_of_a_head_end_like_the_sections() {
    let report = Report {
        title: "雲".into(),
        ..Report::default()
    };
    assert_eq!(printed(&report, ["## 話\r\n"]), "# 雲\r\n\r\n## 話\r\n");
}

#[test]
fn an_event_is_called_by_title_or_file() {
    let check = |file_name: &str, text: &str, expected: &str| {
        assert_eq!(file_title(file_name, &read(text)), expected);
    };
    check("a.md", "# *雲*会議\n", "雲会議");
    check("a.md", "---\ntitle: 雲会議\n---\n# b\n", "雲会議");
    check("a.md", "---\ntags: [b]\n---\n\n# 雲会議\n", "雲会議");
    check("2026-04-17 雲会議.md", "本文", "2026-04-17 雲会議");
    check("2026.04.17", "", "2026.04.17");
    check("雲会議 v1.2 改", "", "雲会議 v1.2 改");
    check(" a\u{202e}b\n.markdown", "#\n", "a b");
    check(".md", "\u{feff}", "");
    check("", "", "");
}

#[test]
fn kind_and_slug_are_those_of_the_file() {
    let said = |fields: &str| {
        let report = read(&format!("---\n{fields}---\n")).report;
        (report.kind, report.slug)
    };
    assert_eq!(said("type: idea # 考え\n"), (Kind::Idea, String::new()));
    assert_eq!(
        said("type: \"tech\"\nslug: 'kumo-kaigi-2026'\n"),
        (Kind::Tech, "kumo-kaigi-2026".into())
    );
    // Hugo's, and a list.
    assert_eq!(said("type: post\n"), (Kind::Tech, String::new()));
    assert_eq!(
        said("type: [idea]\nslug: [a]\n"),
        (Kind::Tech, String::new())
    );
}

#[test]
fn another_kind_or_slug_changes_the_file_that_says_one() {
    let both = |report: &mut Report| {
        report.kind = Kind::Idea;
        report.slug = "sora-kaigi-2026".into();
    };
    check_change(
        "---\nslug: kumo # a\ntype: 'tech'\ntitle: 雲\n---\n",
        both,
        "---\nslug: \"sora-kaigi-2026\" # a\ntype: \"idea\"\ntitle: 雲\n---\n",
    );
    // The name of the file says the slug, and the type is another tool's.
    for file in ["---\ntitle: 雲\n---\n", "---\ntype: post\n---\n"] {
        check_change(file, both, file);
    }
    check_change("# 雲\n", both, "# 雲\n");
    check_change(
        "",
        |report| {
            both(report);
            report.head = Head::FrontMatter;
        },
        "---\ntitle: \"\"\ntype: \"idea\"\nslug: \"sora-kaigi-2026\"\n---\n\n",
    );
}

#[test]
fn the_name_of_a_file_of_zenn_is_its_slug() {
    let slug_of = |name: &str, text: &str| {
        let mut report = Report {
            kind: Kind::Idea,
            slug: "before-it-was-opened".into(),
            ..Report::default()
        };
        let opened = read(text);
        opened.put_head(name, &mut report);
        // It is printed as it was.
        assert_eq!(printed(&report, opened.sections), text);
        (report.kind, report.slug)
    };
    let zenn = "---\ntitle: 雲\ntype: tech\n---\n";
    let kept = |kind| (kind, "before-it-was-opened".to_owned());
    assert_eq!(
        slug_of("kumo-kaigi-2026.md", zenn),
        (Kind::Tech, "kumo-kaigi-2026".into())
    );
    assert_eq!(slug_of("kumo-kaigi-2026 (1).md", zenn), kept(Kind::Tech));
    assert_eq!(slug_of("short.md", zenn), kept(Kind::Tech));
    let elsewhere = "---\ntitle: 雲\n---\n";
    assert_eq!(slug_of("kumo-kaigi-2026.md", elsewhere), kept(Kind::Idea));
    assert_eq!(slug_of("kumo-kaigi-2026.md", "# 雲\n"), kept(Kind::Idea));
    assert_eq!(
        slug_of("a.md", "---\nslug: kumo\n---\n"),
        (Kind::Idea, "kumo".into())
    );
}
