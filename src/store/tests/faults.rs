//! Every call to a keeper fails once and for good, in every way, beside a
//! healthy and a dead other keeper. After each step of a session: a restart
//! finds the state before or the state after, and the sign was true. Each
//! protection of the layer that carries out effects is then left out, and the
//! same run must notice.

use super::memory::{Careless, Fault, Keeps, Plan, Tab};
use super::model::{BEFORE_ELSEWHERE, ELSEWHERE, Model, Restarts};
use super::{event, id, section};
use crate::domain::{Profile, Section};
use crate::store::{Outcome, Safety, Store, join_stored};

/// Notes from an earlier day, all saved.
fn earlier() -> Keeps {
    let mut keeps = Keeps::default();
    let mut tab = keeps.open("one");
    keeps.act(&mut tab, |store| store.edit_event(event("Kumo")));
    keeps.act(&mut tab, |store| {
        store.edit_section(section("a", "alpha omega"))
    });
    keeps.act(&mut tab, |store| {
        store.edit_section(section("b", BEFORE_ELSEWHERE))
    });
    assert_eq!(tab.store.safety(), Safety::Saved);
    keeps.drafts.calls = 0;
    keeps.archive.calls = 0;
    keeps
}

/// A day of writing, with what other tabs write meanwhile: each knows only the
/// earlier notes.
struct Session {
    earlier: Keeps,
    /// Entries that this tab hears of.
    three: String,
    four: String,
    /// An entry that it does not hear of.
    elsewhere: String,
    /// `a` and what follows it once it is split.
    split: Vec<Section>,
    restarts: Restarts,
}

enum Step {
    Here(fn(&mut Store, &Session) -> Outcome),
    /// Another tab archives its text, and is told that it is saved.
    Elsewhere,
}

const STEPS: &[Step] = &[
    Step::Here(|store, _| store.edit_profile(profile())),
    Step::Here(|store, _| store.edit_section(section("a", "alpha omega more"))),
    Step::Here(|store, _| store.edit_section(section("b", &"beta".repeat(4_096)))),
    Step::Here(|store, _| store.flush()),
    Step::Here(|store, _| store.edit_section(section("b", "beta one"))),
    // The section is split: what takes away comes after what receives.
    Step::Here(|store, session| store.edit_sections(session.split.clone())),
    Step::Here(|store, _| store.edit_section(section("a", "alpha!"))),
    Step::Elsewhere,
    Step::Here(|store, _| store.edit_section(section("b", "beta two"))),
    Step::Here(|store, _| store.delete_section(&id("tail"))),
    Step::Here(|store, _| store.restore_section(&id("tail"))),
    Step::Here(|store, session| store.join_record(&session.three)),
    Step::Here(|store, _| {
        let copies = store.copies(&id("a"));
        assert_eq!(copies.len(), 1);
        store.keep_both(&copies[0].id)
    }),
    Step::Here(|store, session| store.join_record(&session.four)),
    Step::Here(|store, _| store.keep_this(&id("a"))),
    Step::Here(|store, _| store.edit_event(event("Kumo Kaigi"))),
    Step::Here(|store, _| store.retry()),
];

fn profile() -> Profile {
    Profile {
        name: "Kumoko".into(),
        handles: String::new(),
    }
}

impl Session {
    fn new() -> Self {
        let earlier = earlier();
        let elsewhere = |writer: &str, section: Section| {
            let mut keeps = earlier.clone();
            let mut tab = keeps.open(writer);
            let key = format!("section/{}", section.id);
            keeps.act(&mut tab, |store| store.edit_section(section));
            keeps.archive.entries[&key].clone()
        };
        Self {
            three: elsewhere("three", section("a", "alpha omega three")),
            four: elsewhere("four", section("a", "alpha omega four")),
            elsewhere: elsewhere("five", section("b", ELSEWHERE)),
            split: vec![section("tail", "omega more"), section("a", "alpha")],
            restarts: Restarts::default(),
            earlier,
        }
    }

    /// Plays the session; `Err` says what was broken, `Ok` what was left.
    fn play(
        &self,
        drafts: Option<Plan>,
        archive: Option<Plan>,
        careless: Option<Careless>,
    ) -> Result<Keeps, String> {
        let mut keeps = self.earlier.clone();
        (keeps.drafts.plan, keeps.archive.plan, keeps.careless) = (drafts, archive, careless);
        let mut model = Model::new(&keeps, &self.restarts);
        let lies = drafts.is_some_and(|plan| plan.fault == Fault::IsTakenBack);
        model.only_a_liar = lies && archive == Some(DEAD);
        let mut tab = keeps.open("two");
        for (index, step) in STEPS.iter().enumerate() {
            if tab.killed {
                return Ok(keeps);
            }
            match step {
                Step::Here(act) => keeps.act(&mut tab, |store| act(store, self)),
                Step::Elsewhere => {
                    let entry = keeps.archive.entries.entry("section/b".into()).or_default();
                    *entry = join_stored("section/b", Some(entry), &self.elsewhere).text;
                    model.promised_elsewhere = true;
                }
            }
            tab.time_passes(&mut keeps);
            let checked = model.check(&keeps, &tab);
            checked.map_err(|why| format!("step {index}: {why}"))?;
        }
        recovers(keeps, tab, model)
    }
}

/// When the keepers are well again, everything is saved.
fn recovers(mut keeps: Keeps, mut tab: Tab, mut model: Model<'_>) -> Result<Keeps, String> {
    let left = keeps.clone();
    (keeps.drafts.plan, keeps.archive.plan) = (None, None);
    keeps.act(&mut tab, Store::retry);
    match tab.store.safety() {
        Safety::Saved => model.check(&keeps, &tab).map(|()| left),
        sign => Err(format!("{sign:?} to the end")),
    }
}

const DEAD: Plan = Plan {
    first: 1,
    for_good: true,
    fault: Fault::Fails,
};

/// Every way in which calls `1..=calls` can fail.
fn plans(calls: usize, faults: &[Fault]) -> Vec<Plan> {
    let mut plans = Vec::new();
    for first in 1..=calls {
        for &fault in faults {
            let kills = matches!(fault, Fault::KillsBefore | Fault::KillsAfter);
            for for_good in [false, true] {
                if !(kills && for_good) {
                    plans.push(Plan {
                        first,
                        for_good,
                        fault,
                    });
                }
            }
        }
    }
    plans
}

const OF_DRAFTS: [Fault; 5] = [
    Fault::Fails,
    Fault::FailsAfterwards,
    Fault::IsTakenBack,
    Fault::KillsBefore,
    Fault::KillsAfter,
];

const OF_ARCHIVE: [Fault; 5] = [
    Fault::Fails,
    Fault::FailsAfterwards,
    Fault::Hangs,
    Fault::KillsBefore,
    Fault::KillsAfter,
];

/// Plays every combination; those that were not survived.
fn broken(session: &Session, careless: Option<Careless>) -> impl Iterator<Item = String> {
    let healthy = session.play(None, None, None).expect("nothing fails");
    let mut pairs = vec![(None, None)];
    for other in [Some(DEAD), None] {
        let archive = plans(healthy.archive.calls, &OF_ARCHIVE).into_iter();
        pairs.extend(archive.map(|plan| (other, Some(plan))));
        let drafts = plans(healthy.drafts.calls, &OF_DRAFTS).into_iter();
        pairs.extend(drafts.map(|plan| (Some(plan), other)));
    }
    pairs.into_iter().filter_map(move |(drafts, archive)| {
        let why = session.play(drafts, archive, careless).err()?;
        Some(format!("drafts {drafts:?}, archive {archive:?}: {why}"))
    })
}

#[test]
fn a_failure_of_any_call_leaves_the_state_before_or_after_and_a_true_sign() {
    assert_eq!(broken(&Session::new(), None).next(), None);
}

#[test]
fn each_protection_is_needed() {
    for careless in [
        Careless::TrustsEveryWrite,
        Careless::PutsWithoutJoining,
        Careless::PutsOneByOne,
    ] {
        let noticed = broken(&Session::new(), Some(careless)).next().is_some();
        assert!(noticed, "{careless:?} was not noticed");
    }
}

#[test]
fn the_order_of_a_split_is_needed() {
    let mut session = Session::new();
    session.split.reverse();
    assert!(broken(&session, None).next().is_some());
}
