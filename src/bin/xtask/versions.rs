//! Which version of a tool the project asks for, and whether a program has it.

use std::fs;
use std::path::Path;

use crate::error::{Error, Result};

/// The exact versions that build the page.
pub struct Versions {
    pub trunk: String,
    pub wasm_bindgen: String,
    pub wasm_opt: String,
}

impl Versions {
    /// Reads them from Trunk.toml and Cargo.lock, the files that Trunk itself goes by.
    pub fn read(root: &Path) -> Result<Self> {
        let read = |name: &str| {
            fs::read_to_string(root.join(name)).map_err(Error::io(format!("read {name}")))
        };
        let trunk_toml = read("Trunk.toml")?;
        let lock = read("Cargo.lock")?;
        let pinned = |key: &str, prefix: &str| {
            pin(&trunk_toml, key, prefix).ok_or_else(|| Error::Malformed {
                file: "Trunk.toml",
                lacks: key.into(),
            })
        };
        Ok(Self {
            trunk: pinned("trunk-version", "=")?,
            wasm_opt: pinned("wasm_opt", "version_")?,
            wasm_bindgen: locked(&lock, "wasm-bindgen").ok_or_else(|| Error::Malformed {
                file: "Cargo.lock",
                lacks: "wasm-bindgen".into(),
            })?,
        })
    }
}

/// The value of `key = "<prefix>value"` in a TOML text.
fn pin(toml: &str, key: &str, prefix: &str) -> Option<String> {
    let value = toml.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then(|| value.trim())
    })?;
    let version = value
        .strip_prefix('"')?
        .strip_suffix('"')?
        .strip_prefix(prefix)?;
    Some(version.to_owned())
}

/// The version of a package in a Cargo.lock, where `version` follows `name`.
fn locked(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    pin(lines.nth(1)?, "version", "")
}

/// Whether what a program says about its version names this one as a word of its own.
pub fn says(version_output: &str, version: &str) -> bool {
    version_output
        .split_whitespace()
        .any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_the_version_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(lock, "wasm-bindgen-cli"), None);
        assert_eq!(locked("name = \"wasm-bindgen\"", "wasm-bindgen"), None);
    }

    #[test]
    fn trunk_toml_pins_its_tools() {
        let toml = "trunk-version = \"=0.21.14\"\n[tools]\nwasm_opt = \"version_132\"\n";
        assert_eq!(pin(toml, "trunk-version", "=").as_deref(), Some("0.21.14"));
        assert_eq!(pin(toml, "wasm_opt", "version_").as_deref(), Some("132"));
        assert_eq!(pin("trunk-version = \"*\"", "trunk-version", "="), None);
    }

    #[test]
    fn a_version_matches_as_a_whole_word() {
        assert!(says("trunk 0.21.14", "0.21.14"));
        assert!(says("wasm-opt version 132 (version_132)", "132"));
        assert!(!says("trunk 0.21.140", "0.21.14"));
        assert!(!says("", "132"));
    }

    #[test]
    fn the_project_pins_every_tool() {
        assert!(Versions::read(&crate::process::project_root()).is_ok());
    }
}
