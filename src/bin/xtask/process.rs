//! Running other programs and finding them. Knows none of them by name but cargo.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::{Error, Result};

/// The folder of Cargo.toml: cargo tells it, and a program started by hand remembers where it was built.
pub fn project_root() -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
}

/// Prints the command, runs it with nothing to read, and fails if it does.
pub fn run(command: &mut Command) -> Result<()> {
    let line = command_line(command);
    eprintln!("$ {line}");
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(Error::io(format!("run `{line}`")))?;
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed { command: line })
}

/// What a program writes to its standard output, or nothing if it is not there or fails.
pub fn output(program: impl AsRef<Path>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program.as_ref())
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first program of that name on the PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    find_in(env::split_paths(&env::var_os("PATH")?), program)
}

/// The first program of that name in the folders.
pub fn find_in(mut folders: impl Iterator<Item = PathBuf>, program: &str) -> Option<PathBuf> {
    folders.find_map(|folder| {
        let path = folder.join(format!("{program}{}", env::consts::EXE_SUFFIX));
        path.is_file().then_some(path)
    })
}

/// The folder in which installed tools outlive a clone of the project.
///
/// The user's cache as the XDG Base Directory Specification places it.
pub fn cache_folder() -> Result<PathBuf> {
    env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| Some(env::home_dir()?.join(".cache")))
        .map(|cache| cache.join("sankarepo"))
        .ok_or_else(|| Error::Missing {
            what: "The home folder".into(),
            remedy: "set HOME to a folder that can be written, and run this again.".into(),
        })
}

fn command_line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| quoted(&word.to_string_lossy()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A word that a person can paste into a shell.
pub fn quoted(word: &str) -> String {
    if word.is_empty() || word.contains([' ', '\'', '"', '$', '\\', '*', '&', ';', '(']) {
        return format!("'{}'", word.replace('\'', r"'\''"));
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_command_can_be_pasted() {
        let mut command = Command::new("cargo");
        command.args(["install", "--root", "/home/参加 レポ/it's"]);
        assert_eq!(
            command_line(&command),
            r"cargo install --root '/home/参加 レポ/it'\''s'"
        );
    }

    #[test]
    fn programs_are_found_in_order() {
        let cargo = PathBuf::from(env!("CARGO"));
        let folder = cargo.parent().map(Path::to_path_buf);
        let folders = || {
            [Some(PathBuf::from("/nowhere")), folder.clone()]
                .into_iter()
                .flatten()
        };
        assert_eq!(find_in(folders(), "cargo"), Some(cargo));
        assert_eq!(find_in(folders(), "no-such-program"), None);
    }
}
