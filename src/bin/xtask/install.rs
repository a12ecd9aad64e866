//! Finding and installing programs of an exact version, each in a folder of its own in the user's
//! cache, so that they outlive a clone and replace nothing. Knows no tool of the project.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::process::{self, cache_folder};
use crate::versions::says;

/// A command line: the program and its arguments.
pub type Words = Vec<String>;

/// A program of this version on the PATH or in the cache folder.
pub fn look_for(program: &str, version: &str) -> Result<Option<PathBuf>> {
    let on_path = process::find(program).filter(|path| has_version(path, version));
    if on_path.is_some() {
        return Ok(on_path);
    }
    let folders = installed_in(program, version)?;
    Ok(process::find_in(folders.into_iter(), program).filter(|path| has_version(path, version)))
}

fn has_version(program: &Path, version: &str) -> bool {
    process::output(program, &["--version"]).is_some_and(|said| says(&said, version))
}

/// Trunk keeps its downloads in the cache folder of the system, as `<name>-<version>`.
pub fn in_trunks_cache(program: &str, version: &str) -> Option<PathBuf> {
    let home = env::home_dir()?;
    let cache = if cfg!(target_os = "macos") {
        home.join("Library/Caches/dev.trunkrs.trunk")
    } else if cfg!(windows) {
        home.join("AppData/Local/trunkrs/trunk/cache")
    } else {
        cache_folder().ok()?.with_file_name("trunk")
    };
    let (version, inside) = match program {
        "wasm-opt" => (format!("version_{version}"), "bin"),
        _ => (version.to_owned(), ""),
    };
    let folder = cache.join(format!("{program}-{version}")).join(inside);
    process::find_in(std::iter::once(folder), program)
}

/// Where `cargo install --root` and `npm install --prefix` put the programs.
pub fn installed_in(program: &str, version: &str) -> Result<Vec<PathBuf>> {
    let folder = cache_folder_of(program, version)?;
    let folders = [folder.join("bin"), folder.join("node_modules").join(".bin")];
    Ok(folders
        .into_iter()
        .filter(|folder| folder.is_dir())
        .collect())
}

/// A script of an npm package, which is installed if it is not there.
pub fn npm_script(name: &str, version: &str, script: &str) -> Result<PathBuf> {
    let found = || script_in(name, version, script);
    if let Some(script) = found()? {
        return Ok(script);
    }
    let package = format!("{name}@{version}");
    let missing = || Error::Missing {
        what: package.clone(),
        remedy: "install Node.js with npm, and run this again.".into(),
    };
    if process::find("npm").is_none() {
        return Err(missing());
    }
    first_that_succeeds(&[npm_command(&package, name, version)?])?;
    found()?.ok_or_else(missing)
}

/// A script of an npm package that is installed there.
fn script_in(package: &str, version: &str, script: &str) -> Result<Option<PathBuf>> {
    let folder = cache_folder_of(package, version)?;
    let script = folder.join("node_modules").join(package).join(script);
    Ok(Some(script).filter(|script| script.is_file()))
}

fn cache_folder_of(program: &str, version: &str) -> Result<PathBuf> {
    Ok(cache_folder()?.join(format!("{program}-{version}")))
}

/// With the package's own lock file, and without it where that asks for what is no longer there.
pub fn cargo_commands(package: &str, program: &str, version: &str) -> Result<Vec<Words>> {
    let folder = cache_folder_of(program, version)?;
    let folder = folder.to_string_lossy();
    let loose = words(&[
        "cargo",
        "install",
        package,
        "--version",
        version,
        "--root",
        &folder,
    ]);
    let mut locked = loose.clone();
    locked.push("--locked".into());
    Ok(vec![locked, loose])
}

/// The command that installs an npm package into the program's folder of the cache.
pub fn npm_command(package: &str, program: &str, version: &str) -> Result<Words> {
    let folder = cache_folder_of(program, version)?;
    let mut command = words(&["npm", "install", "--no-save", package, "--prefix"]);
    command.push(folder.to_string_lossy().into_owned());
    // With a prefix npm looks for the system's settings, its certificates among them, in there.
    if let Some(settings) = process::output("npm", &["config", "get", "globalconfig"]) {
        command.extend(["--globalconfig".into(), settings]);
    }
    Ok(command)
}

/// Installs a crate's program into the cache folder, where it is found by the next run.
pub fn cargo_install(package: &str, program: &str, version: &str) -> Result<PathBuf> {
    first_that_succeeds(&cargo_commands(package, program, version)?)?;
    let folder = cache_folder_of(program, version)?.join("bin");
    Ok(folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
}

/// Runs the commands in order until one succeeds; the failure is the last one's.
pub fn first_that_succeeds(commands: &[Words]) -> Result<()> {
    let mut outcome = Ok(());
    for words in commands {
        let Some((program, arguments)) = words.split_first() else {
            continue;
        };
        let mut command = Command::new(program);
        command.args(arguments);
        if program == "cargo" {
            // A tool that runs once for a few seconds need not be optimised for minutes.
            command
                .env("CARGO_PROFILE_RELEASE_LTO", "false")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env_remove("CARGO_TARGET_DIR");
        }
        outcome = process::run(&mut command);
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}

/// Makes a command line of its words.
pub fn words(command: &[&str]) -> Words {
    command.iter().map(|word| (*word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_tried_with_its_lock_file_first() {
        let commands = cargo_commands("wasm-bindgen-cli", "wasm-bindgen", "0.2.130").unwrap();
        assert!(commands[0].contains(&"--locked".into()));
        assert!(!commands[1].contains(&"--locked".into()));
        assert!(
            commands[1]
                .iter()
                .any(|word| word.ends_with("wasm-bindgen-0.2.130"))
        );
    }

    #[test]
    fn a_program_of_another_version_is_not_the_one() {
        assert_eq!(look_for("cargo", "0.0.1").unwrap(), None);
    }
}
