//! What was typed is there after the tab or the browser was killed. `cargo run -- soak`
//! does it fifty times.

use super::steps::break_host;
use crate::broken::KEEPERS_LIE;
use crate::browser::Victim;
use crate::engine::Engine;
use crate::page::Page;
use crate::soak::kill::{Dice, begin, round};

pub fn a_killed_browser_loses_nothing_saved(page: &mut Page<'_>) {
    kills(page, Victim::Browser);
}

pub fn a_killed_tab_loses_at_most_the_last_moment(page: &mut Page<'_>) {
    kills(page, Victim::Tab);
}

/// Switched off, the two protections are missed: a page whose keepers only pretend calls
/// saved what is gone after a kill. WebKit, without a driver, cannot be told to.
pub fn a_kill_shows_keepers_that_lie(page: &mut Page<'_>) {
    if page.engine() == Engine::WebKit {
        return;
    }
    for victim in [Victim::Browser, Victim::Tab] {
        let mut dice = Dice(20_261_124);
        if victim == Victim::Browser {
            begin(page);
        }
        break_host(page, KEEPERS_LIE);
        page.has_caret();
        let round = round(page, victim, &mut dice);
        assert!(round.broken(victim).is_some(), "{round:?}");
    }
}

fn kills(page: &mut Page<'_>, victim: Victim) {
    let mut dice = Dice(20_261_124);
    begin(page);
    for _ in 0..2 {
        let round = round(page, victim, &mut dice);
        assert_eq!(round.broken(victim), None);
    }
}
