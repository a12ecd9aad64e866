//! One file per web API. Makes no decisions, returns `Result`. Exists only on
//! wasm32. Must not know components.

pub mod clipboard;
pub mod clock;
pub mod database;
pub mod dom;
pub mod download;
mod fault;
pub mod fetch;
pub mod file;
pub mod installed;
pub mod keyboard;
pub mod listen;
pub mod local;
pub mod locale;
pub mod media;
pub mod normal;
pub mod page;
pub mod persistence;
pub mod random;
pub mod share;
pub mod tabs;
pub mod text_area;
pub mod timer;
pub mod worker;
pub mod zones;

pub use fault::Fault;
