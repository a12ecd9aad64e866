//! What was typed is there after the tab or the browser was killed. `cargo run -- soak`
//! does it fifty times.

use crate::browser::Victim;
use crate::page::Page;
use crate::soak::kill::{Dice, begin, round};

pub fn a_killed_browser_loses_nothing_saved(page: &mut Page<'_>) {
    kills(page, Victim::Browser);
}

pub fn a_killed_tab_loses_at_most_the_last_moment(page: &mut Page<'_>) {
    kills(page, Victim::Tab);
}

fn kills(page: &mut Page<'_>, victim: Victim) {
    let mut dice = Dice(20_261_124);
    begin(page);
    for _ in 0..2 {
        let round = round(page, victim, &mut dice);
        assert_eq!(round.broken(victim), None);
    }
}
