//! Where the browsers and their drivers are, and the build that they open.
//!
//! The project's tool finds, installs and builds; this only asks it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::engine::Engine;

/// Programs by name: `chromium`, `chromedriver`, `firefox`, `geckodriver`,
/// `webkitdriver`, `minibrowser`, `xvfb`.
pub struct Tools {
    paths: BTreeMap<String, PathBuf>,
}

impl Tools {
    /// Finds or installs what these engines need.
    ///
    /// # Errors
    /// What is missing has been told on standard error, with the package that has it.
    pub fn find(engines: &[Engine]) -> Result<Self, String> {
        let names: Vec<String> = engines.iter().map(Engine::to_string).collect();
        let lines = tool(
            Command::new(TOOL)
                .arg("browsers")
                .env("BROWSERS", names.join(",")),
        )?;
        let paths = lines
            .lines()
            .filter_map(|line| line.split_once('='))
            .map(|(name, path)| (name.to_owned(), PathBuf::from(path)))
            .collect();
        Ok(Self { paths })
    }

    /// The path of one program.
    pub fn path(&self, name: &str) -> Result<&Path, String> {
        let path = self.paths.get(name).map(PathBuf::as_path);
        path.ok_or_else(|| format!("`cargo run -- browsers` names no {name}"))
    }
}

/// Finds or installs the script of Lighthouse, for Node.js.
pub fn lighthouse() -> Result<PathBuf, String> {
    let lines = tool(Command::new(TOOL).args(["browsers", "lighthouse"]))?;
    // What npm has to say stands before.
    let last = lines.lines().last();
    last.map(PathBuf::from)
        .ok_or_else(|| "no script is named".to_owned())
}

/// Builds the page for release; returns its folder.
pub fn build() -> Result<PathBuf, String> {
    tool(Command::new(TOOL).arg("build"))?;
    Ok(dist())
}

/// The folder of the release build.
pub fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

const TOOL: &str = env!("CARGO_BIN_EXE_xtask");

/// Runs it, and returns what it prints on standard output.
fn tool(command: &mut Command) -> Result<String, String> {
    let told = command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if told.status.success() {
        Ok(String::from_utf8_lossy(&told.stdout).into_owned())
    } else {
        Err(format!("{command:?} failed; what it says stands above"))
    }
}
