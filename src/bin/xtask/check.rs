//! `check`: everything that can be said about the sources without running the page.

use std::path::Path;
use std::process::Command;

use crate::error::Result;
use crate::{process, tools};

const WASM: &[&str] = &[
    "--target",
    "wasm32-unknown-unknown",
    "--lib",
    "--bin",
    "app",
];
const CLIPPY_STRICT: &[&str] = &["--", "-D", "warnings"];

/// Formatting, clippy and documentation with warnings as errors on host and wasm, and the invariants.
pub fn check(root: &Path) -> Result<()> {
    tools::ensure_target()?;
    let cargo = |parts: &[&[&str]]| {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(root).env("RUSTDOCFLAGS", "-D warnings");
        process::run(cargo.args(parts.concat()))
    };
    cargo(&[&["fmt", "--check"]])?;
    cargo(&[&["clippy", "--all-targets"], CLIPPY_STRICT])?;
    cargo(&[&["clippy"], WASM, CLIPPY_STRICT])?;
    cargo(&[&["doc", "--no-deps"]])?;
    cargo(&[&["doc", "--no-deps"], WASM])?;
    cargo(&[&["test", "--test", "tidy"]])
}
