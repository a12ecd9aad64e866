//! A script of Node.js that answers one line of JSON for each that it is asked.
//!
//! Knows no site.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Such a script while it runs; it ends with this.
pub struct Script {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Script {
    /// Starts a script of this folder, and tells it where the packages are that it uses.
    ///
    /// # Panics
    /// When a package or Node.js is missing; the tool says which, and what to do.
    pub fn start(name: &str, packages: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles");
        let mut child = Command::new("node")
            .arg(folder.join(name))
            .args(packages.iter().map(|package| installed(package)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Node.js is installed, with which npm came");
        let (questions, answers) = child.stdin.take().zip(child.stdout.take()).unwrap();
        Self {
            child,
            questions,
            answers: BufReader::new(answers),
        }
    }

    pub fn ask<A: DeserializeOwned>(&mut self, question: &impl Serialize) -> A {
        let question = serde_json::to_string(question).unwrap();
        writeln!(self.questions, "{question}").unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer)
            .unwrap_or_else(|error| panic!("{error} in the answer {answer:?} to {question}"))
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        // It fails only where the script has ended by itself.
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// The script of an npm package, which the project's tool finds or installs, once for all tests.
fn installed(package: &str) -> &'static Path {
    static PACKAGES: OnceLock<BTreeMap<String, PathBuf>> = OnceLock::new();
    let packages = PACKAGES.get_or_init(|| {
        let told = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .arg("oracles")
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stderr(Stdio::inherit())
            .output()
            .unwrap();
        assert!(told.status.success(), "what is missing stands above");
        let told = String::from_utf8(told.stdout).unwrap();
        let lines = told.lines().filter_map(|line| line.split_once('='));
        lines
            .map(|(name, path)| (name.to_owned(), path.into()))
            .collect()
    });
    &packages[package]
}
