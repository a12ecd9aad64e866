//! What was typed is there after the tab or the browser was killed. `cargo run -- soak`
//! does it fifty times.

use super::steps::break_host;
use crate::broken::KEEPERS_LIE;
use crate::browser::Victim;
use crate::engine::Engine;
use crate::page::Page;
use crate::soak::kill::{Dice, begin, round};

/// At most so many words are typed before.
const WORDS: u64 = 6;

pub fn a_killed_browser_loses_nothing_saved(page: &mut Page<'_>) {
    kills(page, Victim::Browser);
}

pub fn a_killed_tab_loses_at_most_the_last_moment(page: &mut Page<'_>) {
    kills(page, Victim::Tab);
}

fn kills(page: &mut Page<'_>, victim: Victim) {
    let mut dice = Dice(20_261_124);
    begin(page);
    let kept = round(page, victim, &mut dice, WORDS);
    assert_eq!(kept.broken(victim), None);
    // The negative control, once: what is tested with it is the test. A page whose keepers
    // only pretend calls saved what is gone after a kill, and that is noticed.
    if page.engine() == Engine::Chromium {
        break_host(page, KEEPERS_LIE);
        page.has_caret();
        let lost = round(page, victim, &mut dice, WORDS);
        assert!(lost.broken(victim).is_some(), "{lost:?}");
    }
}
