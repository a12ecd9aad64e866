//! What is handed out as a file: one file per target.
//!
//! Must not know what is kept where, nor the page.

mod plain;

pub use plain::plain;
