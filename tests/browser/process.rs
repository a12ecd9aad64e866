//! A child process that takes its whole family with it when it goes.

use std::fs::File;
use std::io::Read as _;
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};

use crate::wait::{PATIENCE, until};

/// A running program in a process group of its own; dropped, the group is killed.
pub struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts `command`; everything it and its children print goes to `log`.
    pub fn start(command: &mut Command, log: &Path) -> Result<Self, String> {
        let named = |error| {
            format!(
                "cannot start {command:?}: {error}",
                command = command.get_program()
            )
        };
        let file = File::create(log).map_err(named)?;
        let errors = file.try_clone().map_err(named)?;
        let named = |error| format!("cannot start: {error}");
        let child = command
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(errors)
            .process_group(0)
            .spawn()
            .map_err(named)?;
        Ok(Self {
            child,
            log: log.to_owned(),
        })
    }

    /// Everything printed so far.
    pub fn printed(&self) -> String {
        let mut bytes = Vec::new();
        if let Ok(mut file) = File::open(&self.log) {
            // A log that cannot be read is an empty log: the caller waits for a line in it.
            let _ = file.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The exit status, if the program has ended by itself.
    pub fn ended(&mut self) -> Option<String> {
        self.child
            .try_wait()
            .ok()
            .flatten()
            .map(|status| status.to_string())
    }

    /// Kills those of the family whose command line has all of these words in it.
    ///
    /// # Errors
    /// If there is none.
    pub fn kill_members(&self, words: &[&str]) -> Result<(), String> {
        let members = self.members(words)?;
        let killed = members.iter().filter(|id| signal("-KILL", id));
        match killed.count() {
            0 => Err(format!("no process has {words:?} in its command line")),
            _ => Ok(()),
        }
    }

    /// Waits until those of the family are gone whose command line has all of these words
    /// in it.
    pub fn outlives(&self, words: &[&str]) -> Result<(), String> {
        until(PATIENCE, || match self.members(words)?.len() {
            0 => Ok(()),
            left => Err(format!(
                "{left} processes have {words:?} in their command line"
            )),
        })
    }

    fn members(&self, words: &[&str]) -> Result<Vec<String>, String> {
        let group = self.child.id().to_string();
        let listed = Command::new("pgrep")
            .args(["--pgroup", &group, "--list-full"])
            .output()
            .map_err(|error| format!("pgrep: {error}"))?;
        let listed = String::from_utf8_lossy(&listed.stdout);
        let lines = listed
            .lines()
            .filter(|line| words.iter().all(|word| line.contains(word)));
        let ids = lines.filter_map(|line| line.split(' ').next());
        Ok(ids.map(str::to_owned).collect())
    }

    /// Asks the program to end, and waits until its whole family has.
    pub fn end(&mut self) -> Result<(), String> {
        signal("-TERM", &self.child.id().to_string());
        let group = format!("-{}", self.child.id());
        until(PATIENCE, || {
            let _ = self.child.try_wait();
            if signal("-0", &group) {
                Err("it does not end".to_owned())
            } else {
                Ok(())
            }
        })
    }
}

/// Sends a signal to a process, or to a group if the number is negative; whether it arrived.
fn signal(name: &str, to: &str) -> bool {
    let mut kill = Command::new("kill");
    kill.args([name, "--", to]).stderr(Stdio::null());
    kill.status().is_ok_and(|status| status.success())
}

impl Drop for Process {
    fn drop(&mut self) {
        // The group, not the child: a driver's browser must not outlive it.
        let group = format!("-{}", self.child.id());
        signal("-KILL", &group);
        let _ = self.child.wait();
    }
}

/// A port that is free, and that neither this program nor the system hands out
/// again: below the range from which connections take theirs.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 20_000 + u16::try_from(std::process::id() % 8_000).unwrap_or_default();
    loop {
        let port = first + NEXT.fetch_add(1, Ordering::Relaxed) % 4_000;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}
