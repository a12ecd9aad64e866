//! A link around the selection. A code span is linked as a whole, because its backticks bind
//! tighter than the brackets of a link (CommonMark 6.1); in a code block there are no links.

use std::ops::Range;

use super::code::around_spans;
use super::edit::{Change, Edit, Selection};
use super::is_code;
use super::line::{lines, selected_content};

/// Text gets an empty address, an address an empty text, and the caret stands in what is empty.
/// `None` for a selection of several lines or of white space alone, and in a code block.
pub fn wrap(text: &str, selection: Selection) -> Option<Edit> {
    let Range { start, end } = linkable(text, selection)?;
    let link = &text[start..end];
    let (insert, caret) = if is_url(link) {
        (format!("[]({})", destination(link)), start + 1)
    } else if link.is_empty() {
        ("[]()".to_owned(), start + 1)
    } else {
        (format!("[{link}]()"), end + "[](".len())
    };
    replaced(text, start..end, insert, caret)
}

/// An address that is pasted over a selection: a link to it, and the caret behind. `None` where
/// the address shall stand as it is: over nothing, over another address or within one, in code,
/// over several lines.
pub fn paste(text: &str, selection: Selection, pasted: &str) -> Option<Edit> {
    let selection = selection.within(text);
    let (address, before) = (pasted.trim(), &text[..selection.start]);
    let in_address = ["](", "](<", "]: "]
        .iter()
        .any(|open| before.ends_with(open));
    if !is_url(address) || selection.is_caret() || in_address {
        return None;
    }
    let Range { start, end } = linkable(text, selection)?;
    if is_url(&text[start..end]) {
        return None;
    }
    let insert = format!("[{}]({})", &text[start..end], destination(address));
    let caret = start + insert.len();
    replaced(text, start..end, insert, caret)
}

/// What a link is made of: the part of one line that is selected, without white space at its ends.
fn linkable(text: &str, selection: Selection) -> Option<Range<usize>> {
    let [line] = lines(text, selection)[..] else {
        return None;
    };
    if is_code(text, selection) {
        return None;
    }
    let range = if selection.is_caret() {
        selection.start..selection.end
    } else {
        selected_content(text, line, selection)
    };
    let range = around_spans(line, range);
    (selection.is_caret() || !range.is_empty()).then_some(range)
}

pub fn replaced(text: &str, range: Range<usize>, insert: String, caret: usize) -> Option<Edit> {
    let change = Change { range, insert }.smallest(text);
    Some(Edit {
        range: change.range,
        insert: change.insert,
        selection: Selection::caret(caret),
    })
}

/// An address as it stands in a link; in angle brackets if it has parentheses, which may not be
/// balanced (CommonMark 6.3).
fn destination(address: &str) -> String {
    match address.contains(['(', ')']) {
        true => format!("<{address}>"),
        false => address.to_owned(),
    }
}

fn is_url(text: &str) -> bool {
    let schemes = ["https://", "http://", "mailto:"];
    let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
    let no_address = |c: char| c.is_whitespace() || matches!(c, '<' | '>');
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(no_address))
}

#[cfg(test)]
mod tests {
    use super::paste;
    use crate::editing::Command::Link;
    use crate::editing::marked::{assert_sound, check, check_none, mark, unmark};

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

    #[track_caller]
    fn check_paste(before: &str, address: &str, after: &str) {
        let (text, selection) = unmark(before);
        let edit = paste(&text, selection, address).expect("the address makes a link");
        assert_eq!(mark(&edit.apply(&text), edit.selection), after);
        assert_sound(&text, &edit);
    }

    #[test]
    fn an_address_pasted_over_words_links_them() {
        const ADDRESS: &str = "https://a.example/b";
        check_paste(
            "この#[資料|]#を",
            ADDRESS,
            "この[資料](https://a.example/b)#[|]#を",
        );
        check_paste(
            "a #[two words|]#",
            ADDRESS,
            "a [two words](https://a.example/b)#[|]#",
        );
        check_paste("a#[ b |]#c", ADDRESS, "a [b](https://a.example/b)#[|]# c");
        check_paste("#[- 資料|]#", ADDRESS, "- [資料](https://a.example/b)#[|]#");
        check_paste(
            "#[`kube`|]#です",
            ADDRESS,
            "[`kube`](https://a.example/b)#[|]#です",
        );
        check_paste(
            "#[😀|]#",
            " https://a.example\n",
            "[😀](https://a.example)#[|]#",
        );
        check_paste(
            "#[a|]#",
            "https://a.example/b_(c)",
            "[a](<https://a.example/b_(c)>)#[|]#",
        );
        check_paste(
            "#[a|]#",
            "mailto:a@b.example",
            "[a](mailto:a@b.example)#[|]#",
        );
    }

    #[test]
    fn elsewhere_an_address_is_pasted_as_it_is() {
        let pasted = |marked: &str, address: &str| {
            let (text, selection) = unmark(marked);
            paste(&text, selection, address)
        };
        for marked in [
            "a#[|]#",
            "#[https://b.example|]#",
            "[a](#[b|]#)",
            "[a](<#[b|]#>)",
            "[a]: #[b|]#",
            "#[a\nb|]#",
            "#[  |]#",
            "```\n#[a|]#\n```",
        ] {
            assert_eq!(pasted(marked, "https://a.example"), None, "{marked}");
        }
        for address in [
            "a",
            "https://",
            "javascript:alert(1)",
            "https://a.example と",
            "https://a.example\nhttps://b.example",
        ] {
            assert_eq!(pasted("#[a|]#", address), None, "{address}");
        }
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
