//! Taking the whole report back: which sections are the same, changed, new and gone.

use crate::markdown::{Part, Piece, Rejoined, rejoin};

/// Sections as words: `A:x` is `## A` with the line `x`, `m:x` is `### m` with it,
/// `:x` has no heading line; `/` in a body is a line break. One that begins with
/// `-` is left out of the report.
fn section(word: &str) -> String {
    let word = word.trim_start_matches('-');
    let (title, body) = word.split_once(':').unwrap_or((word, ""));
    let mut text = match title.chars().next() {
        None => String::new(),
        Some(first) if first.is_lowercase() => format!("### {title}\n"),
        Some(_) => format!("## {title}\n"),
    };
    if !body.is_empty() {
        text += &body.replace('/', "\n");
        text.push('\n');
    }
    text
}

/// The order by old indices, `*` if the text changed, `+` for a new section; then what is gone.
fn show(Rejoined { order, gone }: &Rejoined<'_>) -> String {
    let mut words: Vec<String> = Vec::new();
    words.extend(order.iter().map(|part| match part {
        Part::Same(old) => old.to_string(),
        Part::Changed(old, _) => format!("{old}*"),
        Part::New(_) => "+".to_owned(),
    }));
    if !gone.is_empty() {
        words.push("|".to_owned());
        words.extend(gone.iter().map(usize::to_string));
    }
    words.join(" ")
}

/// Texts, and whether each is in the report.
pub(super) type Texts = Vec<(String, bool)>;

pub(super) fn pieces(texts: &Texts) -> Vec<Piece<'_>> {
    let pieces = texts.iter().map(|(text, in_report)| Piece {
        text,
        in_report: *in_report,
    });
    pieces.collect()
}

pub(super) fn joined(texts: &Texts) -> String {
    let shown = texts.iter().filter(|(_, in_report)| *in_report);
    shown.map(|(text, _)| &**text).collect()
}

fn check_text(old: &[&str], new: &str, expected: &str) {
    let old: Texts = old.iter().map(|text| ((*text).to_owned(), true)).collect();
    let rejoined = rejoin(&pieces(&old), new);
    assert_eq!(show(&rejoined), expected, "{old:?} to {new:?}");
    assert_eq!(texts_of(&old, &rejoined), new);
}

#[track_caller]
fn check(old: &str, new: &str, expected: &str) {
    let words = old.split_whitespace();
    let old_texts: Texts = words
        .map(|word| (section(word), !word.starts_with('-')))
        .collect();
    let new_text: String = new.split_whitespace().map(section).collect();
    let rejoined = rejoin(&pieces(&old_texts), &new_text);
    assert_eq!(show(&rejoined), expected, "{old} to {new}");
    assert_eq!(texts_of(&old_texts, &rejoined), new_text);
}

/// The texts of the new order that are in the report.
pub(super) fn texts_of(old: &Texts, rejoined: &Rejoined<'_>) -> String {
    let texts = rejoined.order.iter().map(|part| match *part {
        Part::Same(at) if old[at].1 => &*old[at].0,
        Part::Same(_) => "",
        Part::Changed(_, text) | Part::New(text) => text,
    });
    texts.collect()
}

#[test]
fn a_change_stays_in_its_section() {
    check("", "", "");
    check("A:x B:y C:z", "A:x B:y C:z", "0 1 2");
    check("A:x B:y C:z", "A:x B:yy C:z", "0 1* 2");
    check("A:x B:y C:z", "A:1 B:2 C:3", "0* 1* 2*");
    check(":x A:y", ":z A:w", "0* 1*");
    check("A:x", "A:x/y", "0*");
}

#[test]
fn what_is_added_is_new_and_what_is_missing_is_gone() {
    check("A C", "A B C", "0 + 1");
    check("A B C", "A C", "0 2 | 1");
    check("A B", "", "| 0 1");
    check("", "A b", "+ +");
    check("A:x C:y", "A:1 B D C:2", "0* + + 1*");
    check("A B", ":x A B", "+ 0 1");
    check(":x A B", "A B", "1 2 | 0");
    check("A B", "A B A", "0 1 +");
}

/// White space at the end of a heading line does not make it another.
#[test]
fn white_space_at_the_end_of_a_heading_line() {
    check_text(
        &["## a\nx\n", "## a\ny\n", "## b\nz\n", "## a\n"],
        "## a \nX\n## c\n## a\t\r\nY\n## b\nz\n## a\n",
        "0* + 1* 2 3",
    );
    check_text(
        &["## a\nx\n", "## b\n"],
        "## c\n## b\n## a  \ny\n",
        "+ 1 0*",
    );
}

#[test]
fn a_section_that_is_moved_stays_itself() {
    check("A:x B:y C:z", "C:z A:x B:y", "2 0 1");
    check("A:x B:y C:z", "B:y C:z A:xx", "1 2 0*");
    check("A:x B:y", "B:yy A:xx", "1* 0*");
    check("A m:1 B m:2 C", "B m:2 A m:1 C", "2 3 0 1 4");
}

/// The notes of two days with the same headings change places.
#[test]
fn a_moved_section_takes_its_notes_along() {
    let days = "A m:1 k:2 s:3 B m:4 k:5 s:6";
    check(days, "B m:4 k:5 s:6 A m:1 k:2 s:3", "4 5 6 7 0 1 2 3");
    check(days, "B m:4 k:5 s:6 A m:1x k:2x s:3x", "4 5 6 7 0 1* 2* 3*");
    check(
        days,
        "B m:4x k:5x s:6x A m:1x k:2x s:3x",
        "4 5* 6* 7* 0 1* 2* 3*",
    );
    check("A m:1 B m:2 C m:3", "C m:3 A m:1 B m:2x", "4 5 0 1 2 3*");
}

#[test]
fn of_equal_headings_the_same_text_is_the_same_section() {
    check("m:1 m:2 m:3 m:4 m:5", "m:1 m:2 m:4 m:5", "0 1 3 4 | 2");
    check("m:1 m:2 m:3 m:4 m:5", "m:1 m:3 m:4x m:5", "0 2 3* 4 | 1");
    check("m:1 m:2 m:3", "m:3 m:1 m:2", "2 0 1");
    check("m:1 m:2 m:3 m:4", "m:4 m:1x m:2 m:3", "3 0* 1 2");
    check("m:1 m:2", "m:0 m:1x m:2 m:3", "+ 0* 1 +");
    check("A m:1 k:1 B m:2 k:2", "A m:2 k:2 B m:1 k:1", "0 4 5 3 1 2");
    check(
        "A:1 m:x m:xy B:1 m:x C:1",
        "A:2 m:x B:2 m:x C:2",
        "0* 1 3* 4 5* | 2",
    );
}

/// Where the text changed too, the most alike of those with the heading is meant.
#[test]
fn of_equal_headings_the_most_alike_is_the_same_section() {
    check("m:one m:two m:three", "m:twos m:threes", "1* 2* | 0");
    check("m:one m:two m:three", "m:ones m:threes", "0* 2* | 1");
    check("m:one m:two m:three", "m:ones m:twos", "0* 1* | 2");
    check(
        "m:two m:four",
        "m:ones m:twos m:threes m:fours",
        "+ 0* + 1*",
    );
    check("m:two m:four", "m:1:two m:x m:1:four", "0* + 1*");
    check("m:x m:y", "m:x/1 m:0 m:y/1 ", "0* + 1*");
    check("m m A m m", "m:1 m A m m:1", "0* 1 2 3 4*");
}

/// More pairs come before more alike ones.
#[test]
fn equal_headings_stay_in_line() {
    check("m:one m:fourteen", "m:fourteens m:x", "0* 1*");
    check("A m:1 B m:2 C", "A:1 m:3 B:1 m:4 C:1", "0* 1* 2* 3* 4*");
    check(
        "A m:1 B m:2 m:3 C",
        "A:1 m:9 B:1 m:3x C:1",
        "0* 1* 2* 4* 5* | 3",
    );
}

/// So many that all changed are not compared one by one.
#[test]
fn equal_headings_are_compared_up_to_a_limit() {
    let rejoined = |count: usize| {
        let old: Texts = (0..count)
            .map(|at| (format!("### m\n{at}\n"), true))
            .collect();
        let new: String = (1..count).map(|at| format!("### m\n{at}x\n")).collect();
        rejoin(&pieces(&old), &new).gone.len()
    };
    assert_eq!(rejoined(255), 1);
    assert_eq!(rejoined(256), 256);
    // What did not change at both ends is not compared.
    let old = vec!["m"; 1_000].join(" ");
    let new = ["m "; 400].concat() + "m:1" + &" m".repeat(599);
    let unchanged: Vec<String> = (0..1_000).map(|at| at.to_string()).collect();
    check(&old, &new, &unchanged.join(" ").replace(" 400 ", " 400* "));
}

/// Of sections with the same text none is lost, wherever they go.
#[test]
fn repeated_texts_move() {
    check("m m A:x B:y", "A:x m m B:z", "2 0 1 3*");
    check("A m m B", "B m A m", "3 2 0 1");
    check("A m B m C m", "A m:1 B m C m", "0 1* 2 3 4 5");
    check("m m m", "m m", "0 1 | 2");
    check("m m", "m m m", "0 1 +");
}

#[test]
fn a_new_title_is_no_new_section() {
    check("A:x B:y C:z", "A:x D:y C:z", "0 1* 2");
    check("A:x B:y C:z", "A:x D:w C:z", "0 1* 2");
    check("A:x B:y C:z D:w", "A:x E:1 F:2 D:w", "0 1* 2* 3");
    check("A:x B:y", "A:x b:y", "0 1*");
    check(":x A", "B:x A", "0* 1");
    check("A:x B:y C:z", "D:1 E:2 F:3", "0* 1* 2*");
    check("A:x B:y C:z D:w", "A:1 C:z E:y D:2", "0* 2 1* 3*");
    check("A B:1 C F D", "A D E:2 C F", "0 4 1* 2 3");
}

/// Unless there are more or fewer than before, and no text tells which it is.
#[test]
fn more_or_fewer_are_no_new_titles() {
    check("A:x B:y C:z", "A:x D:1 E:2 C:z", "0 + + 2 | 1");
    check("A:x B:y C:z D:w", "A:x E:1 D:w", "0 + 3 | 1 2");
    check("A:x B:y C:z", "A:x D:1 E:y C:z", "0 + 1* 2");
    check("A:x B:y C:z", "C:z D:1 E:y", "2 + 1* | 0");
    check("A B C", "C D E", "2 + + | 0 1");
    check("A B:y", "B:z D", "1* + | 0");
}

#[test]
fn what_is_left_out_keeps_its_place() {
    check("-X A -Y B -Z", "A B", "0 1 2 3 4");
    check("-X A -Y B -Z", "B A", "0 3 4 1 2");
    check("-X A -Y B -Z", "A:1 C B", "0 1* 2 + 3 4");
    check("-X A -Y B -Z C", "A C", "0 1 2 4 5 | 3");
    check("-X A -Y B -Z C", "C", "0 2 4 5 | 1 3");
    check("-X A -Y B -Z", "", "0 2 4 | 1 3");
    check("-X A", ":x A", "0 + 1");
    check("-A", "A", "0 +");
    check("-A -B", "", "0 1");
}

/// The whole text says nothing of them.
#[test]
fn empty_sections_keep_their_place() {
    check_text(&["## a\n", "", "## b\n"], "## a\nx\n## b\ny\n", "0* 1 2*");
    check_text(&["", "## a\n", ""], "", "0 2 | 1");
    check_text(&[""], "", "0");
}

#[test]
fn every_byte_stays() {
    check_text(&["## a\r\n", "## b\r\n"], "## a\r\nx\r\n## b\r\n", "0* 1");
    check_text(&["## a\r", "## b\r"], "## a\r## b\r", "0 1");
    check_text(&["## a\r", "## b\r"], "## a\r\n## b\r", "0* 1");
    check_text(&["## a\n", "## b"], "## a\n## b", "0 1");
    check_text(&["## a\n", "## b"], "## a\n## bx", "0 1*");
    check_text(&["## a\n", "## b"], "## a\n## b\n## c", "0 1* +");
    check_text(&["## a\n", "## b\n"], "## a\n\u{feff}## b\n", "0* | 1");
    check_text(&["\u{feff}\n", "## b\n"], "\u{feff}## b\n", "0* | 1");
    check_text(&["あ\n", "## い\n"], "ぃ\n## い\n", "0* 1");
}

/// Sections that are not normal are no others as long as nothing touches them.
#[test]
fn what_is_open_stays_in_its_section() {
    let fence = "## a\n```\n";
    check_text(
        &[fence, "## b\n", "## c\n"],
        "## a\n```\n## b\n## c\n",
        "0 1 2",
    );
    check_text(
        &[fence, "## b\n", "## c\n"],
        "## a\n```\n## b\n## c\nx\n",
        "0 1 2*",
    );
    check_text(&[fence, "## b\n"], "## a\n```\n```\n## b\n", "0* 1");
    check_text(&["## a\r```\r", "## b\r"], "## a\r```\r## b\rx\r", "0 1*");
    check_text(&["## a", "## b\n"], "## a## b\n", "0 1");
    check_text(&["## a", "## b\n"], "## a## b\nx\n", "+ | 0 1");
    check_text(&["x\n## a\n", "## b\n"], "x\n## a\ny\n## b\n", "0* + 1");
}

/// A fence that is not closed yet does not send the sections after it to the trash.
#[test]
fn what_is_opened_stays_in_its_section() {
    let old = ["## a\nx\n", "## b\n```rust\n```\n", "## c\n"];
    let opened = "## a\nx\n```\n## b\n```rust\n```\n## c\n";
    check_text(&old, opened, "0* 1 2");
    let closed = "## a\nx\n```\n```\n## b\n```rust\n```\n## c\n";
    check_text(&old, closed, "0* 1 2");
    check_text(
        &["## a\n", "## b\n", "## c\n"],
        "## a\n```\n## b\n```\n## c\n",
        "0* 2 | 1",
    );
}

/// Where a heading is no longer one, its section is part of the one before.
#[test]
fn a_heading_that_is_taken_away_joins() {
    check_text(
        &["## a\n", "## b\nx\n", "## c\n"],
        "## a\nx\n## c\n",
        "0* 2 | 1",
    );
    check_text(&["## a\n", "## b\nx\n"], "## a\n#### b\nx\n", "0* | 1");
    check_text(&["## a\n", "## b\nx\n"], "## a\n ## b\nx\n", "0 1*");
    check_text(&["## a\n- x\n", "## b\n"], "## a\n- x\n  ## b\n", "0* | 1");
    check_text(&["## a\n", "## b\n"], "## a\nx## b\n", "0* | 1");
}

/// `away` are indices of old sections that had gone from the text before.
#[track_caller]
fn check_back(old: &str, away: &[usize], new: &str, expected: &str) {
    let words: Vec<&str> = old.split_whitespace().collect();
    let texts: Vec<String> = words.iter().map(|word| section(word)).collect();
    let pieces: Vec<Piece<'_>> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| Piece {
            text,
            in_report: !away.contains(&at) && !words[at].starts_with('-'),
        })
        .collect();
    let new_text: String = new.split_whitespace().map(section).collect();
    let mut rejoined = rejoin(&pieces, &new_text);
    rejoined.know_again(&pieces, away, &|at| pieces[at].text);
    assert_eq!(show(&rejoined), expected, "{old} to {new}");
}

#[test]
fn what_went_before_comes_back_as_itself() {
    // It is not there yet, and nothing elsewhere is taken for it.
    check_back("A:x B:y C:z", &[1], "A:x C:z", "0 1 2");
    check_back("A:x B:y C:z", &[1], "A:x C:z D:w", "0 1 2 +");
    // It was pasted elsewhere, changed in its title, changed in its text.
    check_back("A:x B:y C:z", &[1], "A:x C:z B:y", "0 2 1");
    check_back("A:x B:y C:z", &[1], "A:x C:z D:y", "0 2 1*");
    check_back("A:x B:y C:z", &[1], "B:w A:x C:z", "1* 0 2");
    // Two went; each is itself.
    check_back("A:x B:y C:z", &[0, 1], "B:y C:z A:x", "1 2 0");
    // What is the same to the byte may come back twice.
    check_back("m:y A:x m:y", &[0, 2], "m:y A:x m:y", "0 1 2");
}

/// The pause came when the old name was gone and the new one not there yet.
#[test]
fn as_many_as_went_from_a_place_come_back_to_it() {
    check_back("A:x B:y C:z", &[1], "A:x D:w C:z", "0 1* 2");
    check_back("A:x B:y", &[0, 1], "D:1 E:2", "0* 1*");
    check_back("B:y -X C:z", &[0], "D:w C:z", "0* 1 2");
    check_back("A:x B:y C:z", &[1], "A:x D:1 E:2 C:z", "0 1 + + 2");
    check_back("A:x B:y C:z", &[0, 1], "D:w C:z", "0 1 + 2");
    check_back("A:x B:y C:z", &[1], "A:x C:z B:w E:1", "0 2 1* +");
}

#[test]
fn what_others_have_too_brings_nothing_back() {
    check_back("A:x m:y B:z m:w", &[1], "A:x B:z m:w m:v", "0 1 2 3 +");
    check_back("A: B:y", &[0], "B:y C:", "0 1 +");
}
