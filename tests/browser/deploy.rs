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
    let dist = tools::dist();
    let copied = fs::read_to_string(dist.join("index.html")).and_then(|mut page| {
        copy_into(&dist, &folder, &mut |name| {
            let new = rename(name);
            page = page.replace(name, &new);
            new
        })?;
        fs::write(folder.join("index.html"), page)
    });
    copied.expect("a build can be copied");
    folder
}

fn copy_into(from: &Path, to: &Path, rename: &mut dyn FnMut(&str) -> String) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(rename(&entry.file_name().to_string_lossy()));
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&to)?;
            copy_into(&entry.path(), &to, rename)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
