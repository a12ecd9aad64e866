//! Texts as they are found in fields.

use super::check_sessions;

#[track_caller]
fn check_title(json: &str, shown: &str) {
    let text = format!(r#"{{"conference": {{}}, "events": [{{"title": {json}}}]}}"#);
    check_sessions(&text, &format!("- | {shown}\n! 1 NoStart: {shown}"));
}

#[track_caller]
fn check_about(html: &str, shown: &str) {
    let text =
        format!(r#"{{"conference": {{}}, "events": [{{"title": "T", "abstract": "{html}"}}]}}"#);
    let lines: Vec<_> = shown.lines().map(|line| format!(". {line}")).collect();
    check_sessions(
        &text,
        &format!("- | T\n{}\n! 1 NoStart: T", lines.join("\n")),
    );
}

#[test]
fn takes_one_language() {
    check_title(r#"{"en": "E", "ja": "日"}"#, "日");
    check_title(r#"{"en-US": "E", "ja-JP": "日"}"#, "日");
    check_title(r#"{"de": "D", "en": "E"}"#, "E");
    check_title(r#"{"en": null, "de": "D"}"#, "D");
    check_title(r#"{"ja": " ", "pt-BR": "P"}"#, "P");
    check_title(r#"{"id": 5, "name": {"en": "E"}}"#, "E");
}

#[test]
fn takes_other_types() {
    check_title("2026", "2026");
    check_title(r#"["", "A", "B"]"#, "A");
    check_title(r#"[{"name": "A"}]"#, "A");
    check_title("\" a\u{3000}b\\r\\n c\u{7} \"", "a b c");
}

#[test]
fn takes_markup_away() {
    check_about("<p>A</p><p>B</p>", "A\n\nB");
    check_about("<ul><li>A</li><li>B</li></ul>", "- A\n- B");
    check_about("A<br />B<BR>C", "A\nB\nC");
    check_about(
        r#"<a href='x?a=1;b'>A</a> &amp; &lt;b&gt; &#12354;&#x3042;&nbsp;&apos;"#,
        "A & <b> ああ '",
    );
    check_about("<i>A</i> &copy; &; & B", "A © &; & B");
    check_about("A <!-- B --> C<br>D", "A  C\nD");
    check_about("1 < 2 <b>C</b> <", "1 < 2 C <");
    // Not HTML.
    check_about("Vec<T> &amp; a < b", "Vec<T> &amp; a < b");
}

#[test]
fn keeps_lines() {
    check_about(r"A\r\nB\rC\n\n\n\nD\u0001\tE\n", "A\nB\nC\n\nD E");
}
