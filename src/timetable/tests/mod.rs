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
