//! Emphasis on and off: a marker (`**`, `*`, `~~`) on both sides of a text.
//!
//! Every selected line has one piece: the selected part of its content, without white space and
//! markers at the ends. Whether a place is emphasised is read from the number of markers before
//! it in its line, odd or even, so that a part of an emphasised text can be taken out of it and
//! two such texts can be joined. In a line with a stray marker (`` `**/*.rs` ``) only the markers
//! right beside a piece count.

use std::ops::Range;

use super::edit::{Change, Edit, Selection};
use super::line::{Line, Shape, lines, selected_content};
use super::markers::{ends_with, is_odd, markers, starts_with};
use super::word::{is_japanese_punctuation, word_at};

/// If all pieces of the selection are emphasised, switches them off, else all on. A caret takes
/// the emphasised text around it, else the Latin word, else it gets an empty pair of markers.
/// `None` if nothing but white space is selected.
pub fn toggle(text: &str, selection: Selection, marker: &str) -> Option<Edit> {
    let (pieces, kept) = if selection.is_caret() {
        let Some(piece) = Piece::around_caret(text, selection.start, marker) else {
            return Some(empty_pair(selection.start, marker));
        };
        (vec![piece], selection)
    } else {
        let of_line = |line| Piece::of_line(text, line, selection, marker);
        let pieces: Vec<Piece> = lines(text, selection)
            .into_iter()
            .filter_map(of_line)
            .collect();
        let (start, end) = (pieces.first()?.inner.start, pieces.last()?.inner.end);
        (pieces, Selection { start, end })
    };
    let on = !pieces.iter().all(Piece::is_on);
    let changes: Vec<Change> = pieces.iter().flat_map(|piece| piece.switch(on)).collect();
    Edit::from_changes(text, &changes, kept)
}

/// A marker on both sides of the caret.
pub fn empty_pair(caret: usize, marker: &str) -> Edit {
    Edit {
        range: caret..caret,
        insert: marker.repeat(2),
        selection: Selection::caret(caret + marker.len()),
    }
}

/// A part of a line that begins and ends with no marker. Ranges are bytes of the whole text.
struct Piece<'a> {
    text: &'a str,
    marker: &'a str,
    line: Range<usize>,
    inner: Range<usize>,
}

impl<'a> Piece<'a> {
    fn of_line(text: &'a str, line: Line, selection: Selection, marker: &'a str) -> Option<Self> {
        let mut inner = selected_content(text, line, selection);
        if starts_with(&text[inner.clone()], marker) {
            inner.start += marker.len();
        }
        if ends_with(&text[inner.clone()], marker) {
            inner.end -= marker.len();
        }
        let inner = without_outer_punctuation(text, inner);
        let line = content(line)..line.end();
        (!inner.is_empty()).then_some(Piece {
            text,
            marker,
            line,
            inner,
        })
    }

    /// What a command takes that finds no selection, if there is something.
    fn around_caret(text: &'a str, caret: usize, marker: &'a str) -> Option<Self> {
        let line = Line::at(text, caret);
        let line = content(line).min(caret)..line.end();
        let (before, after) = (&text[line.start..caret], &text[caret..line.end]);
        let (open, close) = (markers(before, marker), markers(after, marker));
        let inside = open.len() % 2 == 1 && !is_odd(&text[line.clone()], marker);
        let inner = match (open.last(), close.first()) {
            (Some(open), Some(close)) if inside => line.start + open + marker.len()..caret + close,
            _ => word_at(text, caret)?,
        };
        Some(Piece {
            text,
            marker,
            line,
            inner,
        })
    }

    fn is_on(&self) -> bool {
        let before = &self.text[self.line.start..self.inner.start];
        let after = &self.text[self.inner.end..self.line.end];
        let is_on = if self.is_balanced() {
            is_odd(before, self.marker)
        } else {
            ends_with(before, self.marker) && starts_with(after, self.marker)
        };
        is_on && self.markers_within().is_empty()
    }

    /// The changes after which all of the piece is emphasised, or none of it.
    fn switch(&self, on: bool) -> Vec<Change> {
        let Range { start, end } = self.inner;
        let before = &self.text[self.line.start..start];
        let after = &self.text[end..self.line.end];
        let length = self.marker.len();
        let outer_before = match ends_with(before, self.marker) {
            true => &before[..before.len() - length],
            false => before,
        };
        let outer_after = match starts_with(after, self.marker) {
            true => &after[length..],
            false => after,
        };
        let opening = self.line.start + outer_before.len()..start;
        let closing = end..self.line.end - outer_after.len();
        // Where a part is taken out, the text around it is closed before white space and opened
        // again behind it: otherwise the markers would be none (CommonMark 6.2, flanking).
        let (before_space, behind_space) = (outer_before.trim_end(), outer_after.trim_start());
        let opening_at = if on { outer_before } else { before_space }.len() + self.line.start;
        let closing_at = self.line.end - if on { outer_after } else { behind_space }.len();

        let within = self.markers_within();
        let until_closing = &self.text[self.line.start..closing.end];
        let on_before = self.is_balanced() && is_odd(outer_before, self.marker);
        let on_after = self.is_balanced() && is_odd(until_closing, self.marker);
        let mut changes = Vec::new();
        changes.extend(self.edge(opening, on_before != on, opening_at));
        changes.extend(
            within
                .into_iter()
                .map(|at| Change::delete(at..at + self.marker.len())),
        );
        changes.extend(self.edge(closing, on_after != on, closing_at));
        changes
    }

    /// Removes the marker that is `present`, or inserts one, if that is what is `wanted`.
    fn edge(&self, present: Range<usize>, wanted: bool, at: usize) -> Option<Change> {
        match (present.is_empty(), wanted) {
            (true, true) => Some(Change::insert(at, self.marker)),
            (false, false) => Some(Change::delete(present)),
            _ => None,
        }
    }

    fn is_balanced(&self) -> bool {
        !is_odd(&self.text[self.line.clone()], self.marker)
    }

    fn markers_within(&self) -> Vec<usize> {
        let mut markers = markers(&self.text[self.inner.clone()], self.marker);
        for at in &mut markers {
            *at += self.inner.start;
        }
        markers
    }
}

/// Where the content of a line begins: an asterisk before it is a bullet.
fn content(line: Line) -> usize {
    line.start + Shape::of(line.text).content
}

/// The part between Japanese brackets and full stops where a marker outside them would be no
/// marker: between a letter and punctuation it neither opens nor closes (CommonMark 6.2,
/// flanking), so that the markers of `これは**「強調」**です` are shown as they are.
fn without_outer_punctuation(text: &str, range: Range<usize>) -> Range<usize> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_outer = |c: char| c.is_whitespace() || is_japanese_punctuation(c);
    let part = &text[range.clone()];
    let mut inner = range.clone();
    if is_letter(text[..range.start].chars().next_back()) {
        inner.start = range.end - part.trim_start_matches(is_outer).len();
    }
    if is_letter(text[range.end..].chars().next()) {
        inner.end = range.start + part.trim_end_matches(is_outer).len();
    }
    if inner.start < inner.end {
        inner
    } else {
        range
    }
}

#[cfg(test)]
mod tests {
    use crate::editing::Command::{Bold, Italic, Strike};
    use crate::editing::marked::{check, check_none};

    #[test]
    fn a_selection_is_wrapped_and_unwrapped() {
        check(Bold, "これは#[強調|]#です", "これは**#[強調|]#**です");
        check(Bold, "これは**#[強調|]#**です", "これは#[強調|]#です");
        check(Bold, "これは#[**強調**|]#です", "これは#[強調|]#です");
        check(Bold, "これは#[**強調|]#**です", "これは#[強調|]#です");
        check(Bold, "#[a|]#", "**#[a|]#**");
        check(Bold, "#[👩‍💻|]#😀", "**#[👩‍💻|]#**😀");
        check(Bold, "#[か\u{3099}|]#く", "**#[か\u{3099}|]#**く");
    }

    #[test]
    fn white_space_stays_outside() {
        check(Bold, "a#[ b |]#c", "a **#[b|]#** c");
        check(
            Bold,
            "#[\u{3000}強調\u{3000}|]#",
            "\u{3000}**#[強調|]#**\u{3000}",
        );
        check(Bold, "a#[ **b** |]#c", "a #[b|]# c");
        check(Bold, "#[強調\n|]#次", "**#[強調|]#**\n次");
        check(Bold, "#[強調\r\n|]#次", "**#[強調|]#**\r\n次");
        check_none(Bold, "a#[  |]#b");
        check_none(Bold, "a#[\n|]#b");
    }

    #[test]
    fn a_caret_takes_the_latin_word_around_it() {
        check(Bold, "the ku#[|]#be runs", "the **ku#[|]#be** runs");
        check(Bold, "このPo#[|]#dは", "この**Po#[|]#d**は");
        check(Bold, "caf#[|]#é", "**caf#[|]#é**");
        check(Bold, "the **ku#[|]#be** runs", "the ku#[|]#be runs");
    }

    #[test]
    fn a_caret_elsewhere_gets_an_empty_pair() {
        check(Bold, "#[|]#", "**#[|]#**");
        check(Bold, "これ#[|]#は", "これ**#[|]#**は");
        check(Bold, "kube#[|]# runs", "kube**#[|]#** runs");
        check(Bold, "- #[|]#", "- **#[|]#**");
        check(Bold, "**a** #[|]# **b**", "**a** **#[|]#** **b**");
        check(Bold, "**#[|]#**", "#[|]#");
    }

    #[test]
    fn a_caret_in_bold_text_takes_all_of_it() {
        check(Bold, "これは**強#[|]#調**です", "これは強#[|]#調です");
        check(Bold, "**two wo#[|]#rds**", "two wo#[|]#rds");
        check(Bold, "**強調#[|]#**です", "強調#[|]#です");
        check(Bold, "**a** と **強#[|]#調**", "**a** と 強#[|]#調");
    }

    #[test]
    fn a_part_is_taken_out_of_bold_text() {
        check(Bold, "**こ#[れ|]#は**", "**こ**#[れ|]#**は**");
        check(Bold, "**#[これ|]#は**", "#[これ|]#**は**");
        check(Bold, "**これ#[は|]#**", "**これ**#[は|]#");
        check(Bold, "**two #[words|]#**", "**two** #[words|]#");
        check(Bold, "**a #[b|]# c**", "**a** #[b|]# **c**");
    }

    #[test]
    fn bold_texts_are_joined() {
        check(Bold, "#[**a** と **b**|]#", "**#[a と b|]#**");
        check(Bold, "**a**#[と|]#**b**", "**a#[と|]#b**");
        check(Bold, "**こ#[れ** は|]#", "**こ#[れ は|]#**");
        check(Bold, "#[前 **a|]#**", "**#[前 a|]#**");
    }

    #[test]
    fn a_stray_marker_does_no_harm() {
        check(Bold, "`**/*.rs` #[見る|]#", "`**/*.rs` **#[見る|]#**");
        check(Bold, "`**/*.rs` **#[見る|]#**", "`**/*.rs` #[見る|]#");
        check(Bold, "2 ** 3 は#[|]#", "2 ** 3 は**#[|]#**");
        check(Bold, "**未完 #[強調|]#", "**未完 **#[強調|]#**");
    }

    #[test]
    fn other_markers_stay() {
        check(Bold, "*#[a|]#*", "***#[a|]#***");
        check(Bold, "***#[a|]#***", "*#[a|]#*");
        check(Bold, "#[`code`|]#です", "**#[`code`|]#**です");
        check(Bold, "#[[a](b)|]#です", "**#[[a](b)|]#**です");
    }

    #[test]
    fn markers_stand_inside_japanese_brackets_that_touch_a_letter() {
        check(
            Bold,
            "これは#[「強調」|]#です",
            "これは「**#[強調|]#**」です",
        );
        check(Bold, "#[強調。|]#次", "**#[強調|]#**。次");
        check(Bold, "#[強調。|]#", "**#[強調。|]#**");
        check(Bold, " #[「強調」|]# ", " **#[「強調」|]#** ");
        check(Bold, "#[強調 。|]#次", "**#[強調|]#** 。次");
        check(Bold, "あ#[！|]#い", "あ**#[！|]#**い");
        check(Bold, "#[サーバー|]#は", "**#[サーバー|]#**は");
        check(
            Bold,
            "これは**#[「強調」|]#**です",
            "これは#[「強調」|]#です",
        );
    }

    #[test]
    fn every_line_is_wrapped_behind_its_prefix() {
        check(Bold, "#[- a\n- b|]#", "- **#[a**\n- **b|]#**");
        check(Bold, "- **#[a**\n- **b|]#**", "- #[a\n- b|]#");
        check(Bold, "#[a\r\n\r\nb|]#", "**#[a**\r\n\r\n**b|]#**");
        check(Bold, "#[- [ ] a|]#", "- [ ] **#[a|]#**");
        check(Bold, "#[> 引用|]#", "> **#[引用|]#**");
        check(Bold, "#[#### 見出し|]#", "#### **#[見出し|]#**");
        check(Bold, "- **#[a**\n- b|]#", "- **#[a**\n- **b|]#**");
        check_none(Bold, "#[- |]#a");
    }

    #[test]
    fn italic_is_one_asterisk() {
        check(Italic, "これは#[強調|]#です", "これは*#[強調|]#*です");
        check(Italic, "これは*#[強調|]#*です", "これは#[強調|]#です");
        check(Italic, "これは#[*強調*|]#です", "これは#[強調|]#です");
        check(Italic, "the ku#[|]#be runs", "the *ku#[|]#be* runs");
        check(Italic, "the *ku#[|]#be* runs", "the ku#[|]#be runs");
        check(Italic, "*two wo#[|]#rds*", "two wo#[|]#rds");
        check(Italic, "#[|]#", "*#[|]#*");
        check(Italic, "*#[|]#*", "#[|]#");
        check(Italic, "*こ#[れ|]#は*", "*こ*#[れ|]#*は*");
        check(Italic, "*a*#[と|]#*b*", "*a#[と|]#b*");
        check(
            Italic,
            "これは#[「強調」|]#です",
            "これは「*#[強調|]#*」です",
        );
        check(Italic, "#[- a\n- b|]#", "- *#[a*\n- *b|]#*");
        check_none(Italic, "a#[  |]#b");
    }

    #[test]
    fn italic_and_bold_stand_around_the_same_text() {
        check(Italic, "**#[a|]#**", "***#[a|]#***");
        check(Italic, "***#[a|]#***", "**#[a|]#**");
        check(Italic, "#[**a**|]#", "*#[**a**|]#*");
        check(Italic, "**ku#[|]#be**", "***ku#[|]#be***");
        check(Italic, "**a *b#[|]#* c**", "**a b#[|]# c**");
        check(Italic, "**a #[b|]# c**", "**a *#[b|]#* c**");
        check(Bold, "*a #[b|]# c*", "*a **#[b|]#** c*");
        check(Bold, "***#[a|]#*** b", "*#[a|]#* b");
    }

    #[test]
    fn other_asterisks_are_no_italic() {
        check(Italic, "* a #[b|]#", "* a *#[b|]#*");
        check(Italic, "* a *#[b|]#*", "* a #[b|]#");
        check(Italic, "* #[a|]#", "* *#[a|]#*");
        check(Italic, "2 * 3 は#[六|]#", "2 * 3 は*#[六|]#*");
        check(Italic, "2 * 3 は*#[六|]#*", "2 * 3 は#[六|]#");
    }

    #[test]
    fn strikethrough_is_two_tildes() {
        check(Strike, "これは#[誤り|]#です", "これは~~#[誤り|]#~~です");
        check(Strike, "これは~~#[誤り|]#~~です", "これは#[誤り|]#です");
        check(Strike, "#[~~誤り~~|]#", "#[誤り|]#");
        check(Strike, "ku#[|]#be", "~~ku#[|]#be~~");
        check(Strike, "~~two wo#[|]#rds~~", "two wo#[|]#rds");
        check(Strike, "#[|]#", "~~#[|]#~~");
        check(Strike, "~~#[|]#~~", "#[|]#");
        check(Strike, "~~あ#[い|]#う~~", "~~あ~~#[い|]#~~う~~");
        check(Strike, "**#[a|]#**", "**~~#[a|]#~~**");
        check(Strike, "#[a\nb|]#", "~~#[a~~\n~~b|]#~~");
        check(Strike, "10~#[20|]#", "10~~~#[20|]#~~");
        check_none(Strike, "#[\n|]#");
    }
}
