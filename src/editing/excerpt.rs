//! What was found in several texts, as a list shows it: text by text, with the words around.
//! Knows no section.

use std::ops::Range;

use super::find::{Search, joins};

/// So many characters of its line stand before a match and behind it.
const BEFORE: usize = 16;
const BEHIND: usize = 80;

/// More of one text are told by their number.
const LINES_OF_TEXT: usize = 5;

/// More of all texts are not looked at: nobody reads them.
const LINES: usize = 200;

/// Words, and whether they are a match.
pub type Piece = (String, bool);

/// A part of a line with matches in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The first match, in bytes of the text.
    pub first: Range<usize>,
    /// The words in order. `…` stands where the line goes on.
    pub pieces: Vec<Piece>,
}

/// What was found in one text.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub count: usize,
    pub excerpts: Vec<Excerpt>,
    /// How many of them no excerpt shows.
    pub rest: usize,
}

/// What was found in all texts.
#[derive(Debug, PartialEq, Eq)]
pub struct FoundIn {
    /// The texts that have something to show, each with which one it is, from 0.
    pub texts: Vec<(usize, Found)>,
    pub all: Listing,
}

/// A list of what was found, text by text. All is counted; the list ends when it is full.
#[derive(Debug, PartialEq, Eq)]
pub struct Listing {
    /// How many more excerpts have room.
    room: usize,
    /// How many matches there are in all.
    pub count: usize,
    /// In how many texts.
    pub in_texts: usize,
    /// Whether the list ends before the texts do.
    pub is_cut: bool,
}

impl Listing {
    /// A list of so many excerpts.
    pub fn new(room: usize) -> Self {
        Self {
            room,
            count: 0,
            in_texts: 0,
            is_cut: false,
        }
    }

    /// What the list shows of one more text, if it has something to show.
    pub fn add(&mut self, text: &str, matches: &[Range<usize>]) -> Option<Found> {
        if matches.is_empty() {
            return None;
        }
        self.count += matches.len();
        self.in_texts += 1;
        if self.room == 0 {
            self.is_cut = true;
            return None;
        }
        let (excerpts, rest) = excerpts(text, matches, self.room.min(LINES_OF_TEXT));
        self.room -= excerpts.len();
        Some(Found {
            count: matches.len(),
            excerpts,
            rest,
        })
    }
}

/// Looks through texts. The list ends after two hundred excerpts.
pub fn find_in<'a>(search: &Search, texts: impl Iterator<Item = &'a str>) -> FoundIn {
    let mut all = Listing::new(LINES);
    let texts = texts.enumerate().filter_map(|(index, text)| {
        let found = all.add(text, &search.find(text))?;
        Some((index, found))
    });
    FoundIn {
        texts: texts.collect(),
        all,
    }
}

/// A text in pieces. What reaches beyond it is no match of it.
pub fn marked(text: &str, matches: &[Range<usize>]) -> Vec<Piece> {
    let inside = matches.iter().take_while(|range| range.end <= text.len());
    excerpt(text, 0..text.len(), &matches[..inside.count()]).pieces
}

/// Up to `most` excerpts, and how many matches they do not show.
fn excerpts(text: &str, matches: &[Range<usize>], most: usize) -> (Vec<Excerpt>, usize) {
    let mut excerpts = Vec::new();
    let mut rest = matches;
    while let Some(first) = rest.first()
        && excerpts.len() < most
    {
        let part = part_around(text, first);
        let inside = rest.iter().take_while(|next| next.end <= part.end);
        let (shown, others) = rest.split_at(inside.count());
        excerpts.push(excerpt(text, part, shown));
        rest = others;
    }
    (excerpts, rest.len())
}

/// The part of its line that is shown with a match. It cuts no character from its accents.
fn part_around(text: &str, first: &Range<usize>) -> Range<usize> {
    let (before, behind) = (&text[..first.start], &text[first.end..]);
    let before = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
    let behind = behind.split('\n').next().unwrap_or_default();
    let before_it = before.char_indices().rev().take(BEFORE);
    let whole = |(_, c): &(usize, char)| !joins(*c);
    let start = before_it.filter(whole).last().map(|(at, _)| at);
    let mut ends = behind.char_indices().skip(BEHIND);
    let end = ends.find(whole).map(|(at, _)| at);
    let line = first.start - before.len();
    let start = start.map_or(first.start, |start| line + start);
    start..first.end + end.unwrap_or(behind.len())
}

fn excerpt(text: &str, part: Range<usize>, shown: &[Range<usize>]) -> Excerpt {
    let mut pieces = Vec::new();
    let mut put = |piece: &str, is_match| {
        if !piece.is_empty() {
            pieces.push((piece.to_owned(), is_match));
        }
    };
    let starts = |at: usize| at == 0 || text[..at].ends_with('\n');
    let ends = |at: usize| at == text.len() || text[at..].starts_with('\n');
    let mut at = part.start;
    let mut before = if starts(at) { "" } else { "…" }.to_owned();
    for range in shown {
        before += &text[at..range.start];
        put(&before, false);
        put(&text[range.clone()], true);
        before.clear();
        at = range.end;
    }
    before += text[at..part.end].trim_end();
    if !ends(part.end) {
        before.push('…');
    }
    put(&before, false);
    Excerpt {
        first: shown.first().cloned().unwrap_or(part),
        pieces,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(words: &str, texts: &[&str]) -> FoundIn {
        let search = Search::new(words, false).expect("something to look for");
        find_in(&search, texts.iter().copied())
    }

    /// The excerpts of one text, matches in brackets.
    #[track_caller]
    fn check(words: &str, text: &str, lines: &[&str]) {
        let found = find(words, &[text]);
        let excerpts = found.texts.iter().flat_map(|(_, found)| &found.excerpts);
        let seen: Vec<String> = excerpts.map(shown).collect();
        assert_eq!(seen, lines);
    }

    fn shown(excerpt: &Excerpt) -> String {
        let pieces = excerpt.pieces.iter();
        let marked = pieces.map(|(piece, is_match)| match is_match {
            true => format!("[{piece}]"),
            false => piece.clone(),
        });
        marked.collect()
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        check(
            "雲",
            "## 雲の話\n\n空\n青い雲",
            &["## [雲]の話", "青い[雲]"],
        );
        check("雲", "雲", &["[雲]"]);
        check("雲", "一\r\n雲\r\n", &["[雲]"]);
        check("空", "雲", &[]);
    }

    #[test]
    fn what_is_near_stands_together() {
        check("雲", "雲と雲、雲", &["[雲]と[雲]、[雲]"]);
    }

    #[test]
    fn a_long_line_is_cut_around_the_match() {
        let long = "い".repeat(100);
        let (before, behind) = ("い".repeat(BEFORE), "い".repeat(BEHIND));
        check(
            "雲",
            &format!("{long}雲{long}"),
            &[&format!("…{before}[雲]{behind}…")],
        );
        check(
            "雲",
            &format!("雲{long}雲"),
            &[&format!("[雲]{behind}…"), &format!("…{before}[雲]")],
        );
        check(
            "雲",
            &format!("{before}雲{behind}"),
            &[&format!("{before}[雲]{behind}")],
        );
    }

    #[test]
    fn a_cut_takes_no_accent_from_its_letter() {
        let long = "か\u{3099}".repeat(100);
        let found = find("雲", &[&format!("{long}雲{long}")]);
        let pieces = &found.texts[0].1.excerpts[0].pieces;
        assert!(pieces[0].0.starts_with("…か\u{3099}"), "{pieces:?}");
        assert!(pieces[2].0.ends_with("か\u{3099}…"), "{pieces:?}");
    }

    #[test]
    fn an_excerpt_knows_its_first_match() {
        let found = find("雲", &["空\n雲と雲"]);
        assert_eq!(found.texts[0].1.excerpts[0].first, 4..7);
    }

    #[test]
    fn texts_are_counted_each_and_together() {
        let found = find("雲", &["空", "雲と雲", "", "雲"]);
        let texts: Vec<_> = found
            .texts
            .iter()
            .map(|(index, text)| (*index, text.count))
            .collect();
        assert_eq!(texts, [(1, 2), (3, 1)]);
        assert_eq!((found.all.count, found.all.in_texts), (3, 2));
    }

    #[test]
    fn what_no_excerpt_shows_is_counted() {
        let found = find("雲", &[&"雲\n".repeat(LINES_OF_TEXT + 3)]);
        let (_, text) = &found.texts[0];
        assert_eq!((text.excerpts.len(), text.rest), (LINES_OF_TEXT, 3));
        assert_eq!(text.count, LINES_OF_TEXT + 3);
    }

    #[test]
    fn the_list_ends_and_the_count_goes_on() {
        let texts = vec!["雲"; LINES + 10];
        let found = find("雲", &texts);
        assert_eq!((found.texts.len(), found.all.count), (LINES, LINES + 10));
        assert_eq!(found.all.in_texts, LINES + 10);
        assert!(found.all.is_cut);
        assert!(!find("雲", &texts[..LINES]).all.is_cut);
    }

    #[test]
    fn a_name_is_marked_whole() {
        let search = Search::new("雲", false).expect("something to look for");
        let (name, text) = ("雲の会", "雲の会\n雲");
        let pieces = marked(name, &search.find(text));
        assert_eq!(pieces, [("雲".into(), true), ("の会".into(), false)]);
        assert_eq!(marked(name, &[]), [("雲の会".into(), false)]);
    }
}
