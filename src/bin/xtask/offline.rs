//! Tells the service worker of a built page what the page is made of. Knows nothing of the tool,
//! so that the browser tests can deploy a page of their own.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Error};
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The service worker. Its name never changes: browsers look for a new one under the old name.
const WORKER: &str = "worker.js";

/// The page, which is asked for by the name of its folder.
const PAGE: &str = "index.html";

/// Writes the list of all files of `dist` into its service worker, which has none yet.
pub fn list(dist: &Path) -> io::Result<()> {
    let mut files = BTreeMap::new();
    add(dist, "", &mut files)?;
    let path = dist.join(WORKER);
    let worker = fs::read_to_string(&path)?;
    fs::write(&path, filled(&worker, &files)?)
}

/// Every file below `folder`, by its path in an address, with the hash of what it holds
/// (<https://www.w3.org/TR/sri-2/#integrity-metadata>).
fn add(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            add(&path, &format!("{prefix}{name}/"), files)?;
        } else if !name.starts_with('.') && name != WORKER {
            let content = fs::read(&path)?;
            let name = if name == PAGE { String::new() } else { name };
            files.insert(format!("{prefix}{name}"), integrity(&content));
        }
    }
    Ok(())
}

fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

fn filled(worker: &str, files: &BTreeMap<String, String>) -> io::Result<String> {
    let list = serde_json::to_string(files)?;
    let version = format!("{:x}", Sha256::digest(&list));
    let lines = [
        (
            "const VERSION = \"\";",
            format!("const VERSION = \"{}\";", &version[..16]),
        ),
        ("const FILES = {};", format!("const FILES = {list};")),
    ];
    lines
        .iter()
        .try_fold(worker.to_owned(), |worker, (empty, full)| {
            match worker.matches(empty).count() {
                1 => Ok(worker.replace(empty, full)),
                _ => Err(Error::other(format!("{WORKER} lacks the line `{empty}`"))),
            }
        })
}
