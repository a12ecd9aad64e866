//! One section cut in two at the caret, and two joined to one.
//!
//! What comes out is in normal form again: the new section begins with a heading of the level of
//! the old one; the heading of the lower of two that are joined goes below the section levels, or
//! they would be cut there again when the section is left.

use super::sections::{LEVELS, closing, heading};

/// The text before `at` (a byte), and from there on as a section of its own. A heading below the
/// section levels that stands at the cut becomes its heading; else `title` does, in a line of its
/// own. A place in the heading of the section is the end of that line. `None` in a code block or
/// raw HTML, which cannot be cut.
pub fn cut(text: &str, at: usize, title: &str) -> Option<(String, String)> {
    let known = heading(text);
    let first_line = text.find('\n').unwrap_or(text.len());
    let at = match known {
        Some(_) => at.max(first_line),
        None => at,
    };
    let before = text.get(..at)?;
    let end = ending(text);
    // A heading is cut before its line, not in it.
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    let at = match inner_title(&text[line..]) {
        Some(_) if line > 0 => line,
        _ => at,
    };
    let (before, behind) = text.split_at(at);
    if closing(before).is_some() {
        return None;
    }
    let level = known.map_or(LEVELS.top, |heading| heading.level);
    let hashes = "#".repeat(level.into());
    let behind = behind.trim_start_matches(['\n', '\r']);
    let new = match inner_title(behind) {
        Some(title) => format!("{hashes}{title}"),
        None if behind.trim().is_empty() => format!("{hashes} {title}{end}"),
        None => format!("{hashes} {title}{end}{end}{behind}"),
    };
    let before = before.trim_end_matches(['\n', '\r', ' ', '\t']);
    Some((format!("{before}{end}{end}"), new))
}

/// Two sections as one: the text above, then the one below. Its heading becomes one within the
/// section, or goes where it is still called as it was made (`fresh`).
pub fn joined(above: &str, below: &str, fresh: &[&str]) -> String {
    let end = ending(above);
    let above = above.trim_end_matches(['\n', '\r']);
    let lower = match heading(below) {
        None => below.to_owned(),
        Some(heading) => {
            let line = below.find('\n').map_or(below.len(), |newline| newline + 1);
            let is_fresh = fresh.iter().any(|fresh| heading.title.ends_with(fresh));
            match is_fresh || heading.title.trim().is_empty() {
                true => below[line..].trim_start_matches(['\n', '\r']).to_owned(),
                false => {
                    let rest = below.trim_start_matches(' ').trim_start_matches('#');
                    format!("{}{rest}", "#".repeat(usize::from(LEVELS.sub) + 1))
                }
            }
        }
    };
    match (above.is_empty(), lower.trim().is_empty()) {
        (true, _) => lower,
        (false, true) => format!("{above}{end}"),
        (false, false) => format!("{above}{end}{end}{lower}"),
    }
}

/// What follows the hashes of a heading below the section levels, to the end of the text.
fn inner_title(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    let inner = level > usize::from(LEVELS.sub) && level <= 6;
    (inner && rest.starts_with(' ')).then_some(rest)
}

fn ending(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` is the caret.
    #[track_caller]
    fn check_cut(marked: &str, before: &str, behind: &str) {
        let at = marked.find('|').expect("a case marks the caret");
        let cut = cut(&marked.replacen('|', "", 1), at, "新");
        assert_eq!(
            cut,
            Some((before.to_owned(), behind.to_owned())),
            "{marked:?}"
        );
    }

    #[test]
    fn the_rest_gets_a_heading_of_the_same_level() {
        check_cut("## 節\n\n一\n|二\n", "## 節\n\n一\n\n", "## 新\n\n二\n");
        check_cut(
            "### 節\n\n一\n\n|二\n",
            "### 節\n\n一\n\n",
            "### 新\n\n二\n",
        );
        check_cut("一|二\n", "一\n\n", "## 新\n\n二\n");
        check_cut("## 節\n\n一 |二", "## 節\n\n一\n\n", "## 新\n\n二");
        check_cut("## 節\n\n一\n|", "## 節\n\n一\n\n", "## 新\n");
        check_cut(
            "## 節\r\n\r\n一\r\n|二\r\n",
            "## 節\r\n\r\n一\r\n\r\n",
            "## 新\r\n\r\n二\r\n",
        );
    }

    #[test]
    fn a_heading_at_the_cut_is_the_new_one() {
        check_cut("## 節\n\n|#### 小\n\n二\n", "## 節\n\n", "## 小\n\n二\n");
        check_cut(
            "### 節\n\n一\n#### 小|さい\n",
            "### 節\n\n一\n\n",
            "### 小さい\n",
        );
        check_cut("## 節\n\n一|\n\n##### 小\n", "## 節\n\n一\n\n", "## 小\n");
    }

    #[test]
    fn the_heading_of_the_section_stays_whole() {
        check_cut("#|# 節\n\n一\n", "## 節\n\n", "## 新\n\n一\n");
        check_cut("|## 節", "## 節\n\n", "## 新\n");
    }

    #[test]
    fn code_is_not_cut() {
        let text = "## 節\n\n```\na\nb\n```\nc\n";
        assert_eq!(cut(text, text.find('b').expect("b"), "新"), None);
        check_cut(
            "## 節\n\n```\na\n```\n|c\n",
            "## 節\n\n```\na\n```\n\n",
            "## 新\n\nc\n",
        );
    }

    #[test]
    fn two_become_one() {
        let check = |above, below, whole| assert_eq!(joined(above, below, &["新"]), whole);
        check(
            "## 一\n\na\n\n",
            "## 二\n\nb\n",
            "## 一\n\na\n\n#### 二\n\nb\n",
        );
        check("## 一\n", "### 二\n\nb\n", "## 一\n\n#### 二\n\nb\n");
        check("## 一\n\na\n", "## 🎈 新\n\nb\n", "## 一\n\na\n\nb\n");
        check("## 一\n\na\n\n", "## 新\n", "## 一\n\na\n");
        check("## 一\n\na\n\n", "##\nb\n", "## 一\n\na\n\nb\n");
        check("a\n", "b\n", "a\n\nb\n");
        check("", "## 二\n", "#### 二\n");
        check("## 一\r\n", "## 二\r\n", "## 一\r\n\r\n#### 二\r\n");
    }

    #[test]
    fn what_was_cut_is_joined_again() {
        for text in ["## 節\n\n一\n\n二\n", "### 節\n\n- a\n\n- b\n\nc\n"] {
            for (at, _) in text.match_indices("\n\n").skip(1) {
                let (above, below) = cut(text, at + 2, "新").expect("no code");
                assert_eq!(joined(&above, &below, &["新"]), text);
            }
        }
    }
}
