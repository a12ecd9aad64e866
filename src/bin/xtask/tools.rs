//! The tools that build the page: what is there, what is missing, and how it gets here.
//!
//! A tool counts as there if it has the very version: on the PATH, in this
//! project's cache folder, or in Trunk's. Nothing of the person's is replaced.

use std::env;
use std::net::{TcpStream, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::error::{Error, Result};
use crate::install::{self, Words, words};
use crate::process;
use crate::versions::Versions;

const TARGET: &str = "wasm32-unknown-unknown";

/// One row of the table.
struct Tool {
    name: &'static str,
    version: String,
    step: Step,
    /// About how long the step takes on two cores.
    time: &'static str,
}

/// How a tool gets here.
enum Step {
    Found(PathBuf),
    /// Trunk fetches its prebuilt tools while it builds.
    TrunkDownloads,
    /// Commands, of which the first that succeeds is enough.
    Install(Vec<Words>),
    /// Not without the person: what to run.
    Cannot(String),
}

/// The tools, ready to build the page.
pub struct Toolbox {
    folders: Vec<PathBuf>,
    /// Whether Trunk is expected to download something during the build.
    pub left_to_trunk: bool,
}

impl Toolbox {
    /// A command that finds the tools before anything else on the PATH.
    pub fn command(&self, program: &str) -> Result<Command> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&path));
        let joined = env::join_paths(folders).map_err(|_| Error::Missing {
            what: "A cache folder without a colon in its path".into(),
            remedy: "set XDG_CACHE_HOME to one.".into(),
        })?;
        let program = process::find_in(self.folders.iter().cloned(), program)
            .unwrap_or_else(|| program.into());
        let mut command = Command::new(program);
        command.env("PATH", joined);
        Ok(command)
    }
}

/// Prints the table and installs what is missing.
///
/// `downloads` tells whether Trunk may be left to fetch what it can; it is
/// asked only if there is something to fetch.
///
/// # Errors
///
/// [`Error::Missing`] before anything is installed if a tool cannot be had.
pub fn ensure(root: &Path, downloads: impl Fn() -> bool) -> Result<Toolbox> {
    let tools = plan(root, downloads)?;
    eprint!("{}", table(&tools));
    for tool in &tools {
        if let Step::Cannot(remedy) = &tool.step {
            let what = format!("{} {}", tool.name, tool.version);
            return Err(Error::Missing {
                what,
                remedy: remedy.clone(),
            });
        }
    }
    for tool in &tools {
        if let Step::Install(commands) = &tool.step {
            install::first_that_succeeds(commands)?;
        }
    }
    let versions = Versions::read(root)?;
    let mut folders = Vec::new();
    for (name, version) in programs(&versions) {
        folders.extend(install::installed_in(name, version)?);
    }
    let left_to_trunk = tools
        .iter()
        .any(|tool| matches!(tool.step, Step::TrunkDownloads));
    Ok(Toolbox {
        folders,
        left_to_trunk,
    })
}

/// Whether every tool is found now, those that Trunk was left to download included.
pub fn all_there(root: &Path) -> Result<bool> {
    let tools = plan(root, || false)?;
    Ok(tools.iter().all(|tool| matches!(tool.step, Step::Found(_))))
}

/// Makes sure of the wasm target alone, which is all that clippy and rustdoc need.
pub fn ensure_target() -> Result<()> {
    match target().step {
        Step::Install(commands) => install::first_that_succeeds(&commands),
        Step::Cannot(remedy) => Err(Error::Missing {
            what: format!("The target {TARGET}"),
            remedy,
        }),
        Step::Found(_) | Step::TrunkDownloads => Ok(()),
    }
}

/// Whether a connection to the host of Trunk's downloads can be opened within seconds.
pub fn github_answers() -> bool {
    const PATIENCE: Duration = Duration::from_secs(4);
    let (answer, answered) = mpsc::channel();
    // A thread, because a name server that says nothing would hold us up for half a minute.
    thread::spawn(move || {
        let addresses = ("github.com", 443).to_socket_addrs();
        let reached = addresses
            .into_iter()
            .flatten()
            .any(|address| TcpStream::connect_timeout(&address, PATIENCE).is_ok());
        answer.send(reached)
    });
    answered.recv_timeout(PATIENCE).unwrap_or(false)
}

fn programs(versions: &Versions) -> [(&'static str, &str); 3] {
    [
        ("trunk", &versions.trunk),
        ("wasm-bindgen", &versions.wasm_bindgen),
        ("wasm-opt", &versions.wasm_opt),
    ]
}

fn plan(root: &Path, downloads: impl Fn() -> bool) -> Result<Vec<Tool>> {
    let versions = Versions::read(root)?;
    let mut tools = vec![target()];
    let mut trunk_fetches = None;
    for (name, version) in programs(&versions) {
        let found =
            install::look_for(name, version)?.or_else(|| install::in_trunks_cache(name, version));
        let (step, time) = match found {
            Some(path) => (Step::Found(path), ""),
            None if name != "trunk" && *trunk_fetches.get_or_insert_with(&downloads) => {
                (Step::TrunkDownloads, "20 s")
            }
            None => installation(name, version)?,
        };
        tools.push(Tool {
            name,
            version: version.to_owned(),
            step,
            time,
        });
    }
    Ok(tools)
}

/// What to run where Trunk cannot download, and about how long it takes.
fn installation(name: &str, version: &str) -> Result<(Step, &'static str)> {
    Ok(match name {
        "trunk" => (
            Step::Install(install::cargo_commands("trunk", name, version)?),
            "5 min",
        ),
        "wasm-bindgen" => (
            Step::Install(install::cargo_commands("wasm-bindgen-cli", name, version)?),
            "3 min",
        ),
        _ if process::find("npm").is_none() => {
            let remedy =
                "install Node.js, on Debian with `apt-get install nodejs npm`, and run this again.";
            (Step::Cannot(remedy.into()), "")
        }
        // The package carries wasm-opt as a script for Node.
        _ => {
            let package = format!("binaryen@{version}.0.0");
            (
                Step::Install(vec![install::npm_command(&package, name, version)?]),
                "20 s",
            )
        }
    })
}

fn target() -> Tool {
    let said = process::output("rustc", &["--version"]).unwrap_or_default();
    let version = said.split_whitespace().nth(1).unwrap_or_default();
    let tool = |step, time| Tool {
        name: "wasm target",
        version: version.into(),
        step,
        time,
    };
    let libraries = process::output("rustc", &["--print", "target-libdir", "--target", TARGET])
        .map(PathBuf::from)
        .filter(|folder| folder.is_dir());
    match libraries {
        Some(folder) => tool(Step::Found(folder), ""),
        None if process::find("rustup").is_some() => tool(
            Step::Install(vec![words(&["rustup", "target", "add", TARGET])]),
            "20 s",
        ),
        None => tool(
            Step::Cannot(
                "run `apt-get install libstd-rust-dev-wasm32` if Rust is Debian's, \
                 or install Rust from https://rustup.rs."
                    .into(),
            ),
            "",
        ),
    }
}

fn table(tools: &[Tool]) -> String {
    let mut lines = String::new();
    for Tool {
        name,
        version,
        step,
        time,
    } in tools
    {
        let (sign, how) = match step {
            Step::Found(path) => ('✓', path.display().to_string()),
            Step::TrunkDownloads => ('✗', "Trunk downloads it".into()),
            Step::Install(commands) => {
                ('✗', commands.first().map_or_else(String::new, |c| shown(c)))
            }
            Step::Cannot(remedy) => ('✗', remedy.clone()),
        };
        let time = if time.is_empty() {
            String::new()
        } else {
            format!("  (about {time})")
        };
        lines += &format!("{sign} {name:<13} {version:<9} {how}{time}\n");
    }
    lines
}

fn shown(command: &[String]) -> String {
    command
        .iter()
        .map(|word| process::quoted(word))
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_is_there_and_what_will_be_run() {
        let tool = |name, step, time| Tool {
            name,
            version: "1.2".into(),
            step,
            time,
        };
        let shown = table(&[
            tool("trunk", Step::Found("/bin/trunk".into()), ""),
            tool("wasm-opt", Step::TrunkDownloads, "20 s"),
            tool(
                "wasm-bindgen",
                Step::Install(vec![words(&["cargo", "install", "a b"])]),
                "3 min",
            ),
            tool("wasm target", Step::Cannot("run it.".into()), ""),
        ]);
        let lines: Vec<_> = shown
            .lines()
            .map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(
            lines,
            [
                "✓ trunk 1.2 /bin/trunk",
                "✗ wasm-opt 1.2 Trunk downloads it (about 20 s)",
                "✗ wasm-bindgen 1.2 cargo install 'a b' (about 3 min)",
                "✗ wasm target 1.2 run it.",
            ]
        );
    }
}
