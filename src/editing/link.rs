//! A link around the selection. A code span is linked as a whole, because its backticks bind
//! tighter than the brackets of a link (CommonMark 6.1); in a code block there are no links.

use std::ops::Range;

use super::code::around_spans;
use super::edit::{Change, Edit, Selection};
use super::fence::in_fence;
use super::line::{Line, lines, selected_content};

/// Text gets an empty address, an address an empty text, and the caret stands in what is empty.
/// `None` for a selection of several lines or of white space alone, and in a code block.
pub fn wrap(text: &str, selection: Selection) -> Option<Edit> {
    let [line] = lines(text, selection)[..] else {
        return None;
    };
    let before = line.start.checked_sub(1).map(|at| Line::at(text, at));
    if in_fence(text, line) || before.is_some_and(|before| in_fence(text, before)) {
        return None;
    }
    let range = if selection.is_caret() {
        selection.start..selection.end
    } else {
        selected_content(text, line, selection)
    };
    let range = around_spans(line, range);
    let (Range { start, end }, link) = (range.clone(), &text[range]);
    if link.is_empty() && !selection.is_caret() {
        return None;
    }
    let (before, after, caret) = if is_url(link) && link.contains(['(', ')']) {
        // An address with parentheses that may not be balanced (CommonMark 6.3).
        ("[](<", ">)", start + 1)
    } else if is_url(link) {
        ("[](", ")", start + 1)
    } else if link.is_empty() {
        ("[", "]()", start + 1)
    } else {
        ("[", "]()", end + "[](".len())
    };
    let changes = [Change::insert(start, before), Change::insert(end, after)];
    let edit = Edit::from_changes(text, &changes, selection)?;
    let selection = Selection::caret(caret);
    Some(Edit { selection, ..edit })
}

fn is_url(text: &str) -> bool {
    let schemes = ["https://", "http://", "mailto:"];
    let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
    let no_address = |c: char| c.is_whitespace() || matches!(c, '<' | '>');
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(no_address))
}

#[cfg(test)]
mod tests {
    use crate::editing::Command::Link;
    use crate::editing::marked::{check, check_none};

    #[test]
    fn a_text_waits_for_its_address() {
        check(Link, "この#[資料|]#を", "この[資料](#[|]#)を");
        check(Link, "#[two words|]#", "[two words](#[|]#)");
        check(Link, "#[😀|]#", "[😀](#[|]#)");
        check(Link, "#[か\u{3099}|]#", "[か\u{3099}](#[|]#)");
        check(Link, "#[https|]#", "[https](#[|]#)");
        check(Link, "#[https://|]#", "[https://](#[|]#)");
    }

    #[test]
    fn an_address_waits_for_its_text() {
        check(
            Link,
            "#[https://a.example/b|]#",
            "[#[|]#](https://a.example/b)",
        );
        check(
            Link,
            "見た#[ http://a.example |]#",
            "見た [#[|]#](http://a.example) ",
        );
        check(
            Link,
            "#[mailto:a@b.example|]#",
            "[#[|]#](mailto:a@b.example)",
        );
        check(
            Link,
            "#[https://例え.example/日本|]#",
            "[#[|]#](https://例え.example/日本)",
        );
        check(
            Link,
            "#[https://a.example/b_(c|]#",
            "[#[|]#](<https://a.example/b_(c>)",
        );
        check(
            Link,
            "#[https://a.example と|]#",
            "[https://a.example と](#[|]#)",
        );
    }

    #[test]
    fn a_caret_waits_for_both() {
        check(Link, "#[|]#", "[#[|]#]()");
        check(Link, "これ#[|]#は", "これ[#[|]#]()は");
    }

    #[test]
    fn a_code_span_is_linked_as_a_whole() {
        check(
            Link,
            "the `kube#[ctl|]# get` runs",
            "the [`kubectl get`](#[|]#) runs",
        );
        check(Link, "`ku#[|]#be`", "[`kube`](#[|]#)");
        check(Link, "`#[kube|]#`", "[`kube`](#[|]#)");
        check(Link, "#[`kube`|]#", "[`kube`](#[|]#)");
        check(Link, "#[the `ku|]#be`", "[the `kube`](#[|]#)");
        check(Link, "``a`#[b|]# ``", "[``a`b ``](#[|]#)");
        check(
            Link,
            "`#[https://a.example|]#`",
            "[`https://a.example`](#[|]#)",
        );
        // Beside a span, and where backticks make none.
        check(Link, "`a`#[|]#", "`a`[#[|]#]()");
        check(Link, "`a` #[b|]# `c`", "`a` [b](#[|]#) `c`");
        check(Link, "`a #[b|]#", "`a [b](#[|]#)");
    }

    #[test]
    fn a_code_block_has_no_links() {
        check_none(Link, "```\nfn #[main|]#() {}\n```");
        check_none(Link, "```\n#[|]#\n```");
        check_none(Link, "#[```rust|]#\n```");
        check_none(Link, "```\na\n#[|]#```");
        check(Link, "```\na\n```\n#[b|]#", "```\na\n```\n[b](#[|]#)");
    }

    #[test]
    fn white_space_and_line_endings_stay_outside() {
        check(Link, "a#[ b |]#c", "a [b](#[|]#) c");
        check(
            Link,
            "#[\u{3000}資料\u{3000}|]#",
            "\u{3000}[資料](#[|]#)\u{3000}",
        );
        check(Link, "#[資料\r\n|]#次", "[資料](#[|]#)\r\n次");
        check(Link, "#[- 資料|]#", "- [資料](#[|]#)");
        check_none(Link, "#[ |]#");
        check_none(Link, "#[a\nb|]#");
    }
}
