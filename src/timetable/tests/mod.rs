//! Programmes as they are found, with every trap that real files have.

mod calendar;
mod frab_links;
mod frab_xml;
mod json;
mod plain_text;
mod written;
mod xml;
mod zones;

pub use zones::Database;

use crate::domain::{EventId, Programme, Session};

/// The same programme taken in again changes nothing.
pub fn changes_nothing_again(sessions: &[Session]) -> bool {
    let none = Programme::new(EventId::from_text("e"));
    let (once, _) = none.take_in(sessions.to_vec());
    let (twice, taken) = once.take_in(sessions.to_vec());
    once == twice && taken.same == once.sessions.len()
}
