//! Sankarepo: a Markdown editor in the browser for conference reports.
//!
//! The layers, in reading order; arrows point upwards only:
//!
//! | layer | owns | must not know |
//! |---|---|---|
//! | [`domain`] | events, sections, places, routes | Markdown, storage, words |
//! | [`markdown`] | parsing, blocks, the safe tree of the preview | events, storage, the page |
//! | [`editing`] | text commands: text and selection in, an edit out | the text area |
//! | [`timetable`] | programmes in every format, read | storage, the page |
//! | [`publish`] | what is handed out as a file | storage, the page |
//! | [`text`] | the words of the interface, the templates | storage, the page |
//! | [`store`] | records, joining, what is kept where | which browser API keeps it |
//! | `browser` | one file per web API, wasm only | decisions |
//! | `ui` | components, wasm only | storage formats |
//!
//! Everything above `browser` is pure: no clock, no random numbers, no locale,
//! no storage. It compiles and is tested natively.

pub mod domain;
pub mod editing;
pub mod markdown;
pub mod publish;
pub mod store;
pub mod text;
pub mod timetable;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
