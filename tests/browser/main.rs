//! Browser stories, figures and screenshots, driven through WebDriver.
//!
//! `cargo test` runs the stories; `bench`, `shots`, `soak` and `mutants` as the
//! first argument choose the other modes. This file owns the choice and nothing else.

mod bench;
mod broken;
mod browser;
mod complaints;
mod deploy;
mod engine;
mod idle;
mod keys;
mod mutants;
mod page;
mod process;
mod remote;
mod seed;
mod server;
mod session;
mod shots;
mod soak;
mod stories;
mod tools;
mod wait;
mod webkit;
mod world;

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("bench") => bench::run(),
        Some("mutants") => mutants::run(),
        Some("shots") => shots::run(),
        Some("soak") => soak::run(),
        _ => stories::run(),
    }
}
