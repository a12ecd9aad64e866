//! Another build of the page, as a deploy puts it onto the host: the same program, whose files
//! have other names.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::tools;
use crate::world::empty_folder;

// What the build does to the service worker.
#[path = "../../src/bin/xtask/offline.rs"]
mod offline;

/// Makes it in a folder of this name.
pub fn another_build(name: &str) -> PathBuf {
    let folder = copy(name, |file| file.replace("app-", "another-"));
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    fs::copy(sources.join("worker.js"), folder.join("worker.js"))
        .and_then(|_| offline::list(&folder))
        .expect("the service worker can be told");
    folder
}

/// The build itself once more. A host tells a browser by the times of its files whether they are
/// new, so a deploy of old files makes them new.
pub fn the_build_again(name: &str) -> PathBuf {
    copy(name, str::to_owned)
}

fn copy(name: &str, rename: impl Fn(&str) -> String) -> PathBuf {
    let folder = empty_folder(name).expect("the target folder can be written");
    let copied = copy_into(&folder, rename);
    copied.expect("a build can be copied");
    folder
}

fn copy_into(folder: &Path, rename: impl Fn(&str) -> String) -> io::Result<()> {
    let dist = tools::dist();
    let mut page = fs::read_to_string(dist.join("index.html"))?;
    for entry in fs::read_dir(&dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let new = rename(&name);
        page = page.replace(&name, &new);
        fs::copy(dist.join(&name), folder.join(new))?;
    }
    fs::write(folder.join("index.html"), page)
}
