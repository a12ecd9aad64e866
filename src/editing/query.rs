//! Several words that must all be in a text, however they were typed, and the texts that are kept
//! folded for them while someone types. Knows no section and no event.

use std::collections::BTreeMap;
use std::ops::Range;

use super::find::joins;
use super::fold::{Folded, Nfkc, is_hiragana, is_katakana};

/// What is looked for.
pub struct Query(Vec<Word>);

struct Word {
    folded: String,
    /// It was typed with a prolonged sound mark at its end, which not all write.
    long: bool,
}

impl Query {
    /// White space stands between words. `None` where there is none.
    pub fn new(typed: &str, nfkc: Nfkc) -> Option<Self> {
        let words = typed.split_whitespace().map(|typed| {
            let folded = Folded::new(typed, nfkc).text().to_owned();
            let long = typed.ends_with(is_long) && !folded.ends_with('ー');
            Word { folded, long }
        });
        // NFKC makes a space of some signs, an accent that stands alone for one.
        let words: Vec<Word> = words.filter(|word| !word.folded.is_empty()).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// Where the words stand in a text, in bytes, in order and apart from each other; nothing
    /// unless all of them are there.
    pub fn find(&self, text: &str, folded: &Folded) -> Vec<Range<usize>> {
        let mut all = Vec::new();
        for word in &self.0 {
            let found = word.find(text, folded);
            if found.is_empty() {
                return found;
            }
            all = joined(all, found);
        }
        all
    }
}

impl Word {
    fn find(&self, text: &str, folded: &Folded) -> Vec<Range<usize>> {
        let matches = folded.text().match_indices(&self.folded);
        let original = matches.map(|(at, it)| folded.original(at..at + it.len()));
        let found = original.filter_map(|range| self.accept(text, range));
        // One character that stands for several is found once.
        joined(Vec::new(), found.collect())
    }

    /// The match as it is marked. None is a part of a character, which an accent goes on.
    fn accept(&self, text: &str, range: Range<usize>) -> Option<Range<usize>> {
        let behind = &text[range.end..];
        if behind.starts_with(joins) {
            return None;
        }
        if !self.long {
            return Some(range);
        }
        let rest = behind.trim_start_matches(is_long);
        if rest.len() < behind.len() {
            return Some(range.start..text.len() - rest.len());
        }
        // `サー` is no beginning of `サクラ`; a particle may follow `サーバ`.
        let goes_on = [is_hiragana, is_katakana]
            .iter()
            .any(|kana| text[..range.end].ends_with(kana) && behind.starts_with(kana));
        (!goes_on).then_some(range)
    }
}

/// A prolonged sound mark of either width.
fn is_long(c: char) -> bool {
    matches!(c, 'ー' | 'ｰ')
}

/// Both in order of their starts; those that overlap are one.
fn joined(some: Vec<Range<usize>>, others: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::with_capacity(some.len() + others.len());
    let (mut some, mut others) = (some.into_iter().peekable(), others.into_iter().peekable());
    loop {
        let next = match (some.peek(), others.peek()) {
            (Some(one), Some(other)) if one.start <= other.start => some.next(),
            (Some(_), None) => some.next(),
            _ => others.next(),
        };
        let Some(next) = next else { return all };
        match all.last_mut() {
            Some(last) if next.start < last.end => last.end = last.end.max(next.end),
            _ => all.push(next),
        }
    }
}

/// Texts by name, each kept with what it becomes when it is folded.
#[derive(Default)]
pub struct FoldedTexts(BTreeMap<String, (String, Folded)>);

impl FoldedTexts {
    /// Folds a text, unless it is the one that was folded under this name the last time.
    pub fn fold(&mut self, name: &str, text: &str, nfkc: Nfkc) -> &Folded {
        let fold = || (text.to_owned(), Folded::new(text, nfkc));
        let kept = self.0.entry(name.to_owned()).or_insert_with(fold);
        if kept.0 != text {
            *kept = fold();
        }
        &kept.1
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::super::fold::nfkc;
    use super::*;

    fn find(words: &str, text: &str) -> Vec<Range<usize>> {
        let query = Query::new(words, &nfkc).expect("something to look for");
        query.find(text, &Folded::new(text, &nfkc))
    }

    /// What is found stands in brackets.
    #[track_caller]
    fn check(words: &str, marked: &str) {
        let text = marked.replace(['⟦', '⟧'], "");
        let mut seen = text.clone();
        for range in find(words, &text).iter().rev() {
            seen.insert(range.end, '⟧');
            seen.insert(range.start, '⟦');
        }
        assert_eq!(seen, marked);
    }

    #[test]
    fn it_does_not_matter_how_a_word_was_typed() {
        check("ｋ８ｓ", "⟦K8s⟧ と ⟦k8s⟧");
        check("サーバ", "⟦サーバ⟧ー、⟦サーバ⟧、⟦さーば⟧");
        check("ぱるわーるど", "⟦ﾊﾟﾙﾜｰﾙﾄﾞ⟧");
        check("㈱", "⟦(株)⟧雲、⟦㈱⟧雲、⟦（株）⟧雲");
        check("株", "(⟦株⟧) ⟦㈱⟧");
        check("が", "⟦か\u{3099}⟧ ⟦ガ⟧ ⟦ｶﾞ⟧");
        check("STRASSE", "⟦Straße⟧");
        check("...", "待つ⟦…⟧");
        check(".", "待つ⟦…⟧⟦.⟧");
    }

    #[test]
    fn a_long_sound_at_the_end_of_a_word_may_be_left_out() {
        check(
            "サーバー",
            "⟦サーバー⟧、⟦サーバ⟧、⟦ｻｰﾊﾞｰ⟧、⟦サーバ⟧を、⟦サーバー⟧レス",
        );
        check("サーバー", "サーバルキャット");
        check("サー", "⟦サー⟧バ サクラ さくら");
        check("サーバ室", "⟦サーバー室⟧");
        check("ー", "サ⟦ー⟧バー");
    }

    #[test]
    fn all_words_must_be_there() {
        check("雲 k8s", "⟦K8s⟧ と⟦雲⟧、⟦雲⟧");
        check("雲\u{3000}空", "雲");
        check("空 雲", "⟦雲⟧⟦空⟧");
        check("青い い雲", "⟦青い雲⟧");
        check("雲 雲", "⟦雲⟧");
        assert!(Query::new("", &nfkc).is_none());
        assert!(Query::new(" \u{3000}", &nfkc).is_none());
    }

    #[test]
    fn half_a_character_is_not_found() {
        check("か", "か\u{3099} ⟦か⟧ ガ");
        check("e", "e\u{0301} é ⟦e⟧");
        check("👩", "👩\u{200D}💻 ⟦👩⟧ 👩🏽");
        check("q", "q\u{0301} ⟦q⟧");
    }

    #[test]
    fn a_text_is_folded_again_once_it_is_another() {
        let calls = Cell::new(0);
        let count = |text: &str| {
            calls.set(calls.get() + 1);
            nfkc(text)
        };
        let mut texts = FoldedTexts::default();
        for (name, text, calls_then) in [
            ("a", "①", 1),
            ("a", "①", 1),
            ("b", "①", 2),
            ("a", "②", 3),
            ("b", "①", 3),
        ] {
            assert_eq!(*texts.fold(name, text, &count), Folded::new(text, &nfkc));
            assert_eq!(calls.get(), calls_then);
        }
    }

    /// Texts of what is folded, and of characters that NFKC joins.
    fn texts() -> impl Strategy<Value = String> {
        let parts = [
            "a",
            "Ｂ",
            "８",
            "ß",
            "é",
            "e\u{0301}",
            "q\u{0323}",
            "Σ",
            "ς",
            "İ",
            "ﬁ",
            "か",
            "が",
            "か\u{3099}",
            "カ",
            "ガ",
            "ｶ",
            "ﾞ",
            "ﾊ",
            "ﾟ",
            "ー",
            "ｰ",
            "ヴ",
            "ゝ",
            "゛",
            "㈱",
            "㍻",
            "㌍",
            "㌔",
            "①",
            "…",
            "〜",
            "～",
            "−",
            "‐",
            "―",
            " ",
            "\u{3000}",
            "\n",
            "、",
            "（",
            "雲",
            "神",
            "\u{2F00}",
            "가",
            "\u{1100}",
            "\u{1161}",
            "\u{11A8}",
            "ᄀ",
            "ㅏ",
            "ﾡ",
            "ￂ",
            "\u{0345}",
            "\u{3099}",
            "\u{309A}",
            "\u{0301}",
            "\u{0323}",
            "\u{200D}",
            "\u{FE0F}",
            "😀",
            "👩🏽",
            "ก",
            "ำ",
            "ش",
            "ﷺ",
            "क\u{093C}",
            "\u{09C7}",
            "\u{09BE}",
        ];
        prop::collection::vec(prop::sample::select(parts.to_vec()), 0..24)
            .prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::with_cases(4000) })]

        /// Piece by piece or all at once, NFKC is the same: what NFKC made already folds to the
        /// same text, though no piece of it is changed any more.
        #[test]
        fn pieces_fold_to_what_the_whole_folds_to(text in texts()) {
            let folded = Folded::new(&text, &nfkc);
            let normal = nfkc(&text);
            let whole = Folded::new(&normal, &str::to_owned);
            prop_assert_eq!(folded.text(), whole.text());
        }

        #[test]
        fn places_are_in_order_and_between_characters(text in texts()) {
            let folded = Folded::new(&text, &nfkc);
            let mut before = 0..0;
            for (at, c) in folded.text().char_indices() {
                let range = folded.original(at..at + c.len_utf8());
                prop_assert!(text.get(range.clone()).is_some_and(|it| !it.is_empty()), "{:?}", range);
                prop_assert!(before.start <= range.start && before.end <= range.end);
                // Of one unit, or one behind the other.
                prop_assert!(range == before || before.end <= range.start);
                before = range;
            }
        }

        #[test]
        fn what_is_found_is_there((text, words) in (texts(), texts())) {
            let Some(query) = Query::new(&words, &nfkc) else { return Ok(()) };
            let mut end = 0;
            for range in query.find(&text, &Folded::new(&text, &nfkc)) {
                prop_assert!(end <= range.start);
                let found = Folded::new(&text[range.clone()], &nfkc);
                let word = |word: &Word| found.text().contains(&word.folded);
                prop_assert!(query.0.iter().any(word), "{:?}", &text[range.clone()]);
                end = range.end;
            }
        }

        /// A word of a text is found in it.
        #[test]
        fn what_is_there_is_found((before, word, behind) in (texts(), "[a-zあ-ん一-十]{1,4}", texts())) {
            let text = format!("{before} {word} {behind}");
            let start = before.len() + 1;
            let found = find(&word, &text);
            prop_assert!(found.iter().any(|range| range.start <= start && start + word.len() <= range.end));
        }
    }
}
