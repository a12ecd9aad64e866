//! What the sites make of a text, and what our preview shows of it, in one form that can be
//! compared: the sites' own packages are asked while we test, and are no part of the page.
//!
//! It must not know how a text is printed for a site but here.

mod differences;
mod form;
mod generated;
mod github;
mod html;
mod node;
mod ours;
mod plain;
mod validators;
mod zenn;

/// How a text is handed out for each site: today as it stands.
const FOR_ZENN: fn(&str) -> String = str::to_owned;
const FOR_GITHUB: fn(&str) -> String = str::to_owned;
