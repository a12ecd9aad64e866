//! Programmes of events, read from what people can get hold of: one file per format.
//!
//! [`read`] recognises the format by what is in the text, never by a name. Reading never fails:
//! it returns the sessions and, line by line, what could not be understood and why. What is read
//! is text; nothing of it is fetched, run or trusted.
//!
//! Must not know the page, storage, or what the person made of a session.

mod reading;
mod times;

#[cfg(test)]
mod tests;

pub use reading::{Format, Place, Problem, Reading, Unread};
