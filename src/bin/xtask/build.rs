//! From the sources to `dist/`. Trunk does the work; this decides whether there is any, and lets
//! others finish it.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::tools::{self, Toolbox};
use crate::{glue, offline, process, sheets};

/// Everything that the page is made from.
const SOURCES: [&str; 6] = [
    "src",
    "style",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
];

/// Builds the page for release into `dist/`, which any static host can serve.
///
/// Does nothing if `dist/` was built from the same sources by the same compiler.
pub fn build(root: &Path) -> Result<PathBuf> {
    let toolbox = tools::ensure(root, tools::github_answers)?;
    let dist = root.join("dist");
    // Inside of dist, because whatever rewrites the folder takes the mark with it.
    let mark = dist.join(".built-from");
    let sources = fingerprint(root)?;
    if fs::read_to_string(&mark).is_ok_and(|built| built == sources) {
        eprintln!("dist/ is up to date.");
        return Ok(dist);
    }
    let built = process::run(trunk(&toolbox, root)?.args(["build", "--release"]));
    if built.is_err() && toolbox.left_to_trunk && !tools::all_there(root)? {
        eprintln!("Trunk could not download its tools; they are installed another way.");
        let toolbox = tools::ensure(root, || false)?;
        process::run(trunk(&toolbox, root)?.args(["build", "--release"]))?;
    } else {
        built?;
    }
    sheets::join(&dist)?;
    glue::shorten(&dist)?;
    offline::list(&dist).map_err(Error::io("tell the service worker of dist/"))?;
    fs::write(&mark, sources).map_err(Error::io("write to dist/"))?;
    Ok(dist)
}

/// Trunk in the folder of the project, with the switches that it always needs.
pub fn trunk(toolbox: &Toolbox, root: &Path) -> Result<Command> {
    let mut trunk = toolbox.command("trunk")?;
    trunk
        .current_dir(root)
        // Asking for a newer Trunk would need the network.
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk 0.21 takes `NO_COLOR=1` for a bad argument.
        .env_remove("NO_COLOR");
    Ok(trunk)
}

/// A number that changes with the sources and the compiler.
fn fingerprint(root: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    process::output("rustc", &["-V"]).hash(&mut hasher);
    for source in SOURCES {
        hash_tree(root, Path::new(source), &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn hash_tree(root: &Path, relative: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    let path = root.join(relative);
    let doing = || Error::io(format!("read {}", relative.display()));
    if path.is_dir() {
        let entries = fs::read_dir(&path).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
        let mut names: Vec<_> = entries
            .map_err(doing())?
            .iter()
            .map(fs::DirEntry::file_name)
            .collect();
        names.sort();
        for name in names {
            hash_tree(root, &relative.join(name), hasher)?;
        }
    } else if path.is_file() {
        relative.hash(hasher);
        fs::read(&path).map_err(doing())?.hash(hasher);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash_of(root: &Path) -> u64 {
        let mut hasher = DefaultHasher::new();
        hash_tree(root, Path::new("src"), &mut hasher).unwrap();
        hasher.finish()
    }

    #[test]
    fn every_source_counts() {
        let root = std::env::temp_dir().join(format!("sankarepo-参加 {}", std::process::id()));
        let folder = root.join("src").join("domain");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.rs"), "a").unwrap();
        let before = hash_of(&root);
        assert_eq!(before, hash_of(&root));

        fs::write(folder.join("a.rs"), "b").unwrap();
        let changed = hash_of(&root);
        fs::rename(folder.join("a.rs"), folder.join("b.rs")).unwrap();
        let renamed = hash_of(&root);
        fs::remove_dir_all(&root).unwrap();

        assert_ne!(before, changed);
        assert_ne!(changed, renamed);
    }

    #[test]
    fn the_worker_is_told_of_every_file_but_itself() {
        let dist = std::env::temp_dir().join(format!("sankarepo-offline-{}", std::process::id()));
        fs::create_dir_all(dist.join("icons")).unwrap();
        fs::write(dist.join("index.html"), "<p>").unwrap();
        fs::write(dist.join("icons/a.svg"), "<svg/>").unwrap();
        fs::write(dist.join(".built-from"), "x").unwrap();
        let empty = "// more\nconst VERSION = \"\";\nconst FILES = {};\nmore();\n";
        fs::write(dist.join("worker.js"), empty).unwrap();
        offline::list(&dist).unwrap();
        let first = fs::read_to_string(dist.join("worker.js")).unwrap();
        fs::write(dist.join("worker.js"), empty).unwrap();
        fs::write(dist.join("index.html"), "<p>!").unwrap();
        offline::list(&dist).unwrap();
        let second = fs::read_to_string(dist.join("worker.js")).unwrap();
        let again = offline::list(&dist);
        fs::remove_dir_all(&dist).unwrap();

        // Hashes by `printf '<svg/>' | openssl dgst -sha256 -binary | base64`.
        let files = r#"{"":"sha256-M/J5lGcXcoeikmB4ChB6yY6mPdYWX2f8wNdHZ9CoIJA=","icons/a.svg":"sha256-1NxWZpFDA08xqjCWNdQRPZrXagKxc52iLJZe0gSb6eY="}"#;
        let line = |text: &str, index| text.lines().nth(index).unwrap().to_owned();
        assert_eq!(line(&first, 2), format!("const FILES = {files};"));
        assert_ne!(line(&first, 1), line(&second, 1), "another version");
        assert!(
            again.is_err(),
            "a worker that is filled already was taken for an empty one"
        );
    }
}
