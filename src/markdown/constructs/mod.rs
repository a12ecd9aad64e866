//! What a report can have beyond GitHub Flavored Markdown, in whichever way it is spelt: boxes and
//! details, code, embeds and pictures.
//!
//! Must not know how any place of publication prints them.

pub(crate) mod code;
mod containers;
pub(crate) mod embed;
pub(crate) mod picture;

pub(crate) use containers::{
    Container, Kind, MAX_DEPTH, Node, Spelling, Step, closing_marks, named, next, read, walk,
};
