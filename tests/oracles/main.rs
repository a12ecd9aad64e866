//! What the sites make of a text, and what our preview shows of it, in one form that can be
//! compared: the sites' own packages are asked while we test, and are no part of the page.
//!
//! How a text is handed out for a site is known here alone.

mod contents;
mod dialect;
mod differences;
mod form;
mod generated;
mod github;
mod html;
mod node;
mod ours;
mod pasted;
mod plain;
mod validators;
mod zenn;

use sankarepo::publish::{Target, print_body};

/// How a text is handed out for each site.
const FOR_ZENN: fn(&str) -> String = |text| print_body(Target::Zenn, text);
const FOR_GITHUB: fn(&str) -> String = |text| print_body(Target::GitHub, text);
