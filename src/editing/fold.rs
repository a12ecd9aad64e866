//! A text as a search over everything compares it, with the way back to the text itself.
//!
//! NFKC first (Unicode Standard Annex #15), then case folding, then one kana for both: what one
//! keyboard types wide, narrow, in capitals or in katakana is the same in the end. NFKC itself is
//! given by the caller, because the browser has its tables already; most characters never need
//! it. Knows no query.

use std::ops::Range;

use unicase::UniCase;

/// Unicode's Normalization Form KC.
pub type Nfkc<'a> = &'a dyn Fn(&str) -> String;

/// The prolonged sound mark.
const LONG: char = 'ー';

/// A folded text. Its places are not those of the text where something has another length.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// In order; between two of them a byte is a byte.
    uneven: Vec<Uneven>,
}

/// What cannot be told apart byte by byte: `㈱` and `(株)`.
#[derive(Debug, PartialEq, Eq)]
struct Uneven {
    folded: Range<usize>,
    original: Range<usize>,
}

impl Folded {
    pub fn new(text: &str, nfkc: Nfkc) -> Self {
        let mut folding = Folding::default();
        folding.folded.text.reserve(text.len());
        let mut at = 0;
        while let Some(piece) = first_piece(&text[at..]) {
            folding.piece(piece, at, nfkc);
            at += piece.len();
        }
        folding.done()
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// What a part of the folded text is in the text: whole characters.
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.uneven_before(|it| it.folded.start <= folded.start);
        let start = start.map_or(folded.start, |it| match folded.start < it.folded.end {
            true => it.original.start,
            false => it.original.end + folded.start - it.folded.end,
        });
        let end = self.uneven_before(|it| it.folded.start < folded.end);
        let end = end.map_or(folded.end, |it| {
            it.original.end + folded.end.saturating_sub(it.folded.end)
        });
        start..end
    }

    fn uneven_before(&self, is_before: impl Fn(&Uneven) -> bool) -> Option<&Uneven> {
        let at = self.uneven.partition_point(is_before);
        self.uneven[..at].last()
    }
}

/// What is needed while a text is folded.
#[derive(Default)]
struct Folding {
    folded: Folded,
    /// A prolonged sound mark that waits for what follows it: at the end of a word it goes.
    long: bool,
    /// Where the last unit starts in the folded text, and where it is in the text.
    unit: Option<(usize, Range<usize>)>,
}

impl Folding {
    fn piece(&mut self, piece: &str, at: usize, nfkc: Nfkc) {
        let mut chars = piece.chars();
        let first = chars.next().unwrap_or_default();
        if chars.as_str().is_empty()
            && let Some(c) = without_call(first)
        {
            return self.character(c, at..at + piece.len());
        }
        let normal = nfkc(piece);
        if normal == piece {
            for (start, c) in piece.char_indices() {
                self.character(c, at + start..at + start + c.len_utf8());
            }
        } else {
            let first = normal.chars().next().map(first_folded);
            self.begin(first, at..at + piece.len());
            normal.chars().for_each(|c| self.fold(c));
        }
    }

    /// A character that stands for itself in NFKC.
    fn character(&mut self, c: char, original: Range<usize>) {
        self.begin(Some(first_folded(c)), original);
        self.fold(c);
    }

    fn begin(&mut self, first: Option<char>, original: Range<usize>) {
        self.end_unit(first);
        self.unit = Some((self.folded.text.len(), original));
    }

    fn end_unit(&mut self, next: Option<char>) {
        self.settle(next);
        let Some((start, original)) = self.unit.take() else {
            return;
        };
        let text = &self.folded.text[start..];
        // `ß` and `ss` are both two bytes, and no half of a letter is found.
        if text.len() != original.len() || text.chars().nth(1).is_some() {
            let folded = start..self.folded.text.len();
            self.folded.uneven.push(Uneven { folded, original });
        }
    }

    /// The mark that waited is a part of the word if that goes on.
    fn settle(&mut self, next: Option<char>) {
        if std::mem::take(&mut self.long) && next.is_some_and(|c| c == LONG || is_kana(c)) {
            self.folded.text.push(LONG);
        }
    }

    fn fold(&mut self, c: char) {
        match folded(c) {
            Some(one) => self.push(one),
            None => {
                let mut buffer = [0; 4];
                let many = UniCase::unicode(&*c.encode_utf8(&mut buffer)).to_folded_case();
                many.chars().for_each(|c| self.push(c));
            }
        }
    }

    fn push(&mut self, c: char) {
        self.settle(Some(c));
        if c == LONG && self.folded.text.ends_with(is_kana) {
            self.long = true;
        } else {
            self.folded.text.push(c);
        }
    }

    fn done(mut self) -> Folded {
        self.end_unit(None);
        self.folded
    }
}

/// What `c` becomes where that needs no table: case and kana. Letters beyond ASCII need the one of
/// case folding, which the preview brings along; unlike `char::to_lowercase` it has `ß` for `SS`
/// and one sigma.
fn folded(c: char) -> Option<char> {
    match c {
        '\0'..='\x7F' => Some(c.to_ascii_lowercase()),
        'ァ'..='ヶ' => Some(char::from_u32(c as u32 - 0x60).unwrap_or(c)),
        '\u{301C}' => Some('~'),
        '\u{2212}' | '\u{2010}'..='\u{2015}' => Some('-'),
        // Nothing here has a case.
        '\u{2E80}'..='\u{A63F}' | '\u{AC00}'..='\u{D7A3}' | '\u{1F300}'..='\u{1FAFF}' => Some(c),
        _ => None,
    }
}

/// Enough to know whether a word goes on with kana.
fn first_folded(c: char) -> char {
    folded(c).unwrap_or(c)
}

/// Of both kinds, without the prolonged sound mark.
pub(super) fn is_kana(c: char) -> bool {
    is_hiragana(c) || is_katakana(c)
}

pub(super) fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{309F}')
}

/// The wide ones, and the narrow ones that NFKC makes wide.
pub(super) fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30A1}'..='\u{30FA}' | '\u{30FD}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{FF66}'..='\u{FF6F}' | '\u{FF71}'..='\u{FF9F}')
}

/// The start of a text that NFKC can be taken of alone.
fn first_piece(text: &str) -> Option<&str> {
    let mut chars = text.char_indices();
    chars.next()?;
    let end = chars.find(|(_, c)| begins_anew(*c));
    Some(&text[..end.map_or(text.len(), |(at, _)| at)])
}

/// Whether NFKC never joins `c` with what stands before it. True of no character of which that is
/// wrong, and of most that people write: a test asks every character. Others make a piece longer,
/// which costs nothing but time.
fn begins_anew(c: char) -> bool {
    matches!(c, '\0'..='\u{02FF}'
        // Greek, Cyrillic.
        | '\u{0370}'..='\u{0482}' | '\u{048A}'..='\u{052F}'
        | '\u{1E00}'..='\u{1FFF}'
        // Punctuation, but for what joins; signs.
        | '\u{2000}'..='\u{200B}' | '\u{2010}'..='\u{20CF}' | '\u{2100}'..='\u{2BFF}'
        // Han, kana.
        | '\u{2E80}'..='\u{3029}' | '\u{3030}'..='\u{3096}' | '\u{309B}'..='\u{312F}'
        | '\u{3190}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        // Hangul.
        | '\u{AC00}'..='\u{D7A3}'
        // Compatibility, wide and narrow.
        | '\u{FB00}'..='\u{FB17}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF01}'..='\u{FF9D}'
        | '\u{FFE0}'..='\u{FFEE}'
        | '\u{1D400}'..='\u{1D7FF}' | '\u{1F000}'..='\u{1F3FA}' | '\u{1F400}'..='\u{1FAFF}'
        | '\u{20000}'..='\u{3FFFD}')
}

/// NFKC of a character that stands alone, where that needs no table.
fn without_call(c: char) -> Option<char> {
    match c {
        // Wide ASCII.
        '！'..='～' => char::from_u32(c as u32 - '！' as u32 + '!' as u32),
        '\u{3000}' => Some(' '),
        '\0'..='\u{7F}'
        | '\u{2010}'
        | '\u{2012}'..='\u{2016}'
        | '\u{2018}'..='\u{201F}'
        | '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309D}'..='\u{309E}'
        | '\u{30A0}'..='\u{30FE}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{2190}'..='\u{222B}'
        | '\u{2600}'..='\u{27BF}'
        | '\u{1F300}'..='\u{1FAFF}' => Some(c),
        _ => None,
    }
}

#[cfg(test)]
pub(super) fn nfkc(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkc().collect()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Folded::new(text, &nfkc).text(), expected, "{text:?}");
    }

    #[test]
    fn width_case_and_kana_are_the_same() {
        check("Ｋ８Ｓ", "k8s");
        check("ﾊﾟﾙﾜｰﾙﾄﾞ", "ぱるわーるど");
        check("㈱雲", "(株)雲");
        check("か\u{3099}カ\u{3099}", "がが");
        check("ヴヵヶ", "ゔゕゖ");
        check("〜～~", "~~~");
        check("−‐‑–—―-", "-------");
        check("①㍻…", "1平成...");
        check("Straße ΣΑΣ Ñ", "strasse σασ ñ");
        check("\u{3000}が", " が");
    }

    #[test]
    fn the_mark_of_a_long_sound_goes_at_the_end_of_a_word() {
        check("サーバー", "さーば");
        check("サーバー、サーバーレス", "さーば、さーばーれす");
        check("ｻｰﾊﾞｰ room", "さーば room");
        check("ー A ー", "ー a ー");
        check("わーー！", "わーー!");
        check("㌍㌍", "かろりーかろり");
    }

    #[test]
    fn a_place_leads_back_to_whole_characters() {
        let back = |text: &str, part: &str| {
            let folded = Folded::new(text, &nfkc);
            let at = folded.text().find(part).expect("it is there");
            text[folded.original(at..at + part.len())].to_owned()
        };
        assert_eq!(back("甲㈱乙", "株"), "㈱");
        assert_eq!(back("甲㈱乙", "甲("), "甲㈱");
        assert_eq!(back("甲㈱乙", ")乙"), "㈱乙");
        assert_eq!(back("甲…乙", "乙"), "乙");
        assert_eq!(back("ﾊﾟﾙﾜｰﾙﾄﾞを", "わーるど"), "ﾜｰﾙﾄﾞ");
        assert_eq!(back("サーバー室", "ば"), "バ");
        assert_eq!(back("サーバー室", "室"), "室");
        assert_eq!(back("サーバー室", "ば室"), "バー室");
        assert_eq!(back("か\u{3099}あ", "が"), "か\u{3099}");
        assert_eq!(back("ßa", "s"), "ß");
    }

    #[test]
    fn what_begins_anew_joins_with_nothing_before() {
        for c in (char::MIN..=char::MAX).filter(|c| begins_anew(*c)) {
            let first = std::iter::once(c).nfkd().next().unwrap_or(c);
            let joins = is_nfc_quick(std::iter::once(first)) == IsNormalized::Maybe;
            let marks = canonical_combining_class(first) != 0;
            assert!(!joins && !marks, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn what_needs_no_table_is_as_the_tables_have_it() {
        for c in char::MIN..=char::MAX {
            let normal = nfkc(&c.to_string());
            if let Some(one) = without_call(c) {
                assert_eq!(one.to_string(), normal, "U+{:04X}", u32::from(c));
            }
            let case = UniCase::unicode(c.to_string()).to_folded_case();
            let kana = case.chars().map(|c| folded(c).unwrap_or(c));
            let kana: String = kana.collect();
            if let Some(one) = folded(c) {
                assert_eq!(one.to_string(), kana, "U+{:04X}", u32::from(c));
            }
        }
    }

    #[test]
    fn common_text_asks_for_nothing() {
        let calls = Cell::new(0);
        let count = |text: &str| {
            calls.set(calls.get() + 1);
            nfkc(text)
        };
        let text = "## 🎤 基調講演：「雲」（Day１）\n\n- [ ] Kubernetes を、サーバーで！ ―― 〜";
        Folded::new(text, &count);
        assert_eq!(calls.get(), 0);
        Folded::new("雲①の上②", &count);
        assert_eq!(calls.get(), 2);
    }
}
