//! What a report can have beyond GitHub Flavored Markdown, in whichever way it is spelt: boxes and
//! details, code, embeds and pictures.
//!
//! Must not know how any place of publication prints them.

pub(super) mod code;
mod containers;
pub(super) mod embed;
pub(super) mod picture;

pub(super) use containers::{Container, Kind, Node, Spelling, closing_marks, named, read};
