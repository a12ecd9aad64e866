//! The command line: which word starts which job, and how a failure is told.

use std::process::{Command, ExitCode};

use crate::error::{Error, Result};
use crate::{browsers, build, check, oracles, process, run};

const HELP: &str = "\
cargo run [-- COMMAND]

  (none)           install what is missing, build for release, serve on 127.0.0.1:8080
  serve            the same; --port N starts to look for a free port at N
  watch            serve a debug build and rebuild it on every change; --port N
  build            write the page to dist/, ready for any static host
  check            formatting, clippy on host and wasm, documentation, invariants
  bench            measure size, start and keystrokes in browsers
  shots            take a picture of every screen
  soak             kill each browser fifty times, fill a small disk for ten minutes
  mutants          take each protection out of a copy: the test that stands for it must fail
  browsers         find or install what the browser stories need; print name=path
  oracles          find or install what sites read Markdown with; print name=path
  help             this text

cargo test         all tests; BROWSERS=chromium,firefox,webkit narrows the stories
";

/// Runs the command of the arguments. Exit code 1 and one sentence on failure.
pub fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<()> {
    let root = process::project_root();
    match words {
        [] | ["serve"] => run::run(&root, run::FIRST_PORT),
        ["serve", "--port", port] | ["--port", port] => run::run(&root, number(port)?),
        ["watch"] => run::watch(&root, run::FIRST_PORT),
        ["watch", "--port", port] => run::watch(&root, number(port)?),
        ["build"] => build::build(&root).map(drop),
        ["check"] => check::check(&root),
        [mode @ ("bench" | "shots" | "soak" | "mutants"), rest @ ..] => {
            let mut stories = Command::new("cargo");
            stories
                .current_dir(&root)
                .args(["test", "--test", "browser", "--", mode]);
            process::run(stories.args(rest))
        }
        ["browsers"] => browsers::print(),
        ["browsers", "lighthouse"] => browsers::print_lighthouse(),
        ["oracles"] => oracles::print(),
        ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(Error::Usage(HELP)),
    }
}

fn number(port: &str) -> Result<u16> {
    port.parse().map_err(|_| Error::Usage(HELP))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_command_is_answered_with_the_help() {
        assert!(matches!(dispatch(&["fly"]), Err(Error::Usage(HELP))));
        assert!(matches!(
            dispatch(&["serve", "--port", "70000"]),
            Err(Error::Usage(HELP))
        ));
        assert!(dispatch(&["help"]).is_ok());
    }
}
