//! Taking the whole report back: what holds for all sections and all texts.

use proptest::prelude::*;

use super::incremental::{apply, check, document, edit};
use super::rejoin::{Texts, joined, pieces, texts_of};
use crate::markdown::{Part, is_normal, rejoin};

/// Any sections: normal or not, with and without headings, some left out.
fn sections() -> impl Strategy<Value = Texts> {
    let heading = prop::sample::select(&["## a\n", "### b\n", "### b\n", "## c ##\n", ""][..]);
    let text = (heading, document(0..5)).prop_map(|(heading, text)| format!("{heading}{text}"));
    prop::collection::vec((text, prop::bool::weighted(0.8)), 0..8)
}

fn assert_kept(old: &Texts, new: &str) -> Result<(), TestCaseError> {
    let rejoined = rejoin(&pieces(old), new);
    prop_assert_eq!(texts_of(old, &rejoined), new);
    let kept = rejoined.order.iter().filter_map(Part::old);
    let mut all: Vec<usize> = kept.chain(rejoined.gone.iter().copied()).collect();
    all.sort_unstable();
    prop_assert!(all.iter().copied().eq(0..old.len()), "{:?}", rejoined);
    prop_assert!(rejoined.gone.is_sorted());
    prop_assert!(rejoined.gone.iter().all(|&at| old[at].1));
    for part in &rejoined.order {
        if let Part::Changed(at, text) = *part {
            prop_assert!(old[at].1 && old[at].0 != text);
        }
    }
    Ok(())
}

#[test]
fn nothing_is_lost_and_no_byte_changes() {
    let case = (
        sections(),
        prop::collection::vec(edit(), 0..6),
        document(0..25),
    );
    check(3000, case, |(old, edits, other)| {
        let mut new = joined(&old);
        for edit in edits {
            apply(&mut new, &edit);
        }
        assert_kept(&old, &new)?;
        assert_kept(&old, &other)
    });
}

#[test]
fn the_same_text_changes_nothing() {
    check(2000, sections(), |old| {
        let new = joined(&old);
        let rejoined = rejoin(&pieces(&old), &new);
        let same = (0..old.len()).map(Part::Same);
        prop_assert!(rejoined.order.into_iter().eq(same));
        prop_assert!(rejoined.gone.is_empty());
        Ok(())
    });
}

/// Sections in normal form, some of them with the same heading line.
fn normal_sections() -> impl Strategy<Value = Texts> {
    let heading = prop::sample::select(&["## a\n", "### b\n", "### b\n", "## c ##\n"][..]);
    let text = (heading, document(0..6)).prop_map(|(heading, text)| format!("{heading}{text}"));
    let text = text.prop_filter("normal", |text| is_normal(text));
    prop::collection::vec((text, prop::bool::weighted(0.8)), 1..8)
}

#[test]
fn a_change_of_one_body_changes_that_section() {
    let case = (
        normal_sections(),
        any::<prop::sample::Index>(),
        document(0..6),
    );
    check(2000, case, |(old, at, body)| {
        let at = at.index(old.len());
        let line = old[at].0.split_inclusive('\n').next().unwrap_or_default();
        let text = format!("{line}{body}");
        if !old[at].1 || text == old[at].0 || !is_normal(&text) {
            return Ok(());
        }
        let mut edited = old.clone();
        edited[at].0 = text;
        let new = joined(&edited);
        let expected = (0..old.len()).map(|index| match index == at {
            true => Part::Changed(index, &edited[index].0),
            false => Part::Same(index),
        });
        prop_assert_eq!(
            rejoin(&pieces(&old), &new).order,
            expected.collect::<Vec<_>>()
        );
        Ok(())
    });
}

#[test]
fn sections_with_their_own_heading_change_places_in_any_way() {
    let texts = prop::collection::vec(document(0..4), 1..8);
    let order = texts.prop_flat_map(|texts| {
        let order: Vec<usize> = (0..texts.len()).collect();
        (Just(texts), Just(order).prop_shuffle(), document(0..4))
    });
    check(1000, order, |(texts, order, other)| {
        let title = |(at, text): (usize, &String)| (format!("## {at}\n{text}"), true);
        let old: Texts = texts.iter().enumerate().map(title).collect();
        let mut edited = old.clone();
        edited[order[0]].0 = format!("## {}\n{other}", order[0]);
        if !old.iter().chain(&edited).all(|(text, _)| is_normal(text)) {
            return Ok(());
        }
        let new: String = order.iter().map(|&at| &*edited[at].0).collect();
        let rejoined = rejoin(&pieces(&old), &new);
        prop_assert!(
            rejoined
                .order
                .iter()
                .map(Part::old)
                .eq(order.iter().map(|&at| Some(at)))
        );
        prop_assert!(rejoined.gone.is_empty());
        Ok(())
    });
}
