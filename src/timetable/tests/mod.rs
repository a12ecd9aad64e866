//! Programmes as they are found, with every trap that real files have.

mod calendar;
mod plain_text;
mod zones;

pub use zones::Database;
