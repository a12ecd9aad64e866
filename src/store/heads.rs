//! The versions of one record that no other version has seen: a multi-value
//! register. Owns joining and writing; knows no keeper and no record format
//! but through [`Kept`].
//!
//! Joining takes the union and drops what another version has seen. That is
//! the least upper bound of a semilattice, so histories may arrive in any
//! order, twice or through a third device, with one result. (Versions with the
//! same content are therefore united only when they are shown or edited: to
//! unite them while joining would make the result depend on the order.)

use super::Seen;
use crate::domain::{WriterId, sorted_by};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Fields of a record that this version of the page does not know. They are
/// carried along, so that an older page does not take from a newer one.
pub type Extra = BTreeMap<String, Raw>;

/// A value as it stands in the stored form, byte for byte.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Raw(Box<RawValue>);

impl Raw {
    /// The JSON of the value.
    pub fn json(&self) -> &str {
        self.0.get()
    }
}

impl PartialEq for Raw {
    fn eq(&self, other: &Self) -> bool {
        self.json() == other.json()
    }
}

/// What a record of some kind holds.
pub trait Kept: Clone + PartialEq {
    /// The stored form of a version, on one line.
    fn line(version: &Version<Self>) -> String;
}

/// One state of a record. A deletion keeps the value, for the trash.
#[derive(Clone, PartialEq, Debug)]
pub struct Version<T> {
    pub seen: Seen,
    pub gone: bool,
    pub value: T,
    pub extra: Extra,
}

impl<T: Kept> Version<T> {
    fn says_the_same(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || (self.value == other.value && self.extra == other.extra)
    }

    /// The stored form without who has seen it and whether it is gone: equal
    /// for equal content, on every device.
    pub fn content(&self) -> String {
        T::line(&Version {
            seen: Seen::default(),
            gone: false,
            ..self.clone()
        })
    }
}

/// The versions that no other one covers, in an order that depends on nothing
/// but what they say.
#[derive(Clone, PartialEq, Debug)]
pub struct Heads<T>(Vec<Version<T>>);

impl<T> Default for Heads<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Kept> Heads<T> {
    /// All of them, deletions among them.
    pub fn all(&self) -> &[Version<T>] {
        &self.0
    }

    /// What all of them together have seen.
    pub fn seen(&self) -> Seen {
        union(self.0.iter())
    }

    /// Takes a version in. `false` if it was known or is covered already.
    pub fn join(&mut self, new: Version<T>) -> bool {
        let covered = |old: &Version<T>| old.seen != new.seen && old.seen.covers(&new.seen);
        if self.0.iter().any(|old| covered(old) || *old == new) {
            return false;
        }
        let outdated = |old: &Version<T>| old.seen != new.seen && new.seen.covers(&old.seen);
        self.0.retain(|old| !outdated(old));
        let key = |version: &Version<T>| (version.gone, version.content(), version.seen.clone());
        let versions = std::mem::take(&mut self.0).into_iter().chain([new]);
        self.0 = sorted_by(versions, |a, b| key(a).cmp(&key(b)));
        true
    }

    /// Whether `version` says nothing that these do not say or have seen, and
    /// is not one of them.
    pub fn supersede(&self, version: &Version<T>) -> bool {
        !self.0.contains(version) && self.0.iter().any(|head| head.seen.covers(&version.seen))
    }

    /// The different texts that stand: those that are not deleted, else the
    /// deleted ones. The one that comes from `anchor` (what this tab wrote) is
    /// first, else the first by content.
    pub fn shown(&self, anchor: Option<&Seen>) -> Vec<&Version<T>> {
        let gone = self.0.iter().all(|version| version.gone);
        let mut shown: Vec<&Version<T>> = Vec::new();
        for version in self.0.iter().filter(|version| version.gone == gone) {
            if !shown.iter().any(|other| other.says_the_same(version)) {
                shown.push(version);
            }
        }
        let own = anchor.and_then(|anchor| {
            let from_anchor = |version: &&Version<T>| self.seen_by(version).covers(anchor);
            shown.iter().position(from_anchor)
        });
        if let Some(own) = own {
            shown[..=own].rotate_right(1);
        }
        shown
    }

    /// What this text has seen, wherever it was written.
    pub fn seen_by(&self, version: &Version<T>) -> Seen {
        union(self.0.iter().filter(|other| other.says_the_same(version)))
    }

    /// Writes `value` over what `base` has seen, and over nothing else: a head
    /// that `base` has not seen stays. Returns what the new version has seen.
    pub fn write(&mut self, writer: &WriterId, base: &Seen, gone: bool, value: T) -> Seen {
        let heads = || self.0.iter();
        let extra = heads()
            .find(|head| head.value == value)
            .or_else(|| heads().find(|head| base.covers(&head.seen)))
            .map(|head| head.extra.clone())
            .unwrap_or_default();
        let seen = base.next(&self.branch(writer, base));
        self.join(Version {
            seen: seen.clone(),
            gone,
            value,
            extra,
        });
        seen
    }

    /// Writes `value` over all that is here, which decides between what several tabs wrote.
    /// `false` if nothing else is said already.
    pub fn write_over_all(&mut self, writer: &WriterId, gone: bool, value: T) -> bool {
        let same = |version: &Version<T>| version.gone == gone && version.value == value;
        if matches!(&*self.0, [version] if same(version)) {
            return false;
        }
        self.write(writer, &self.seen(), gone, value);
        true
    }

    /// Tells apart versions with different content and the same `seen`. No
    /// page writes such; in a record that was edited by hand, the next edit of
    /// one would silently take the other.
    pub fn separate(&mut self, writer: &WriterId) {
        let twins: Vec<usize> = (0..self.0.len())
            .filter(|&one| {
                let same = |other: &&Version<T>| other.seen == self.0[one].seen;
                self.0.iter().filter(same).count() > 1
            })
            .collect();
        for twin in twins {
            let seen = &self.0[twin].seen;
            self.0[twin].seen = seen.next(&self.branch(writer, seen));
        }
    }

    /// The name under which `writer` can go on from `base`. A name's versions
    /// are a chain: a tab that goes on from a text which has not seen the
    /// tab's own last one does so under a further name.
    fn branch(&self, writer: &WriterId, base: &Seen) -> WriterId {
        let all = self.seen().union(base);
        let further = (1u64..).map(|n| WriterId::from_text(format!("{writer}.{n}")));
        std::iter::once(writer.clone())
            .chain(further)
            .find(|name| all.count(name) == base.count(name) && all.count(name) < u64::MAX)
            .expect("there are more names than heads")
    }
}

fn union<'a, T: 'a>(versions: impl Iterator<Item = &'a Version<T>>) -> Seen {
    versions.fold(Seen::default(), |seen, version| seen.union(&version.seen))
}
