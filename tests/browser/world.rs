//! What all stories of one run share, made when the first one needs it.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::server::Site;
use crate::tools::Tools;

/// The browsers, and the release build behind a server.
pub struct World {
    pub tools: Tools,
    pub site: Site,
    pub dist: PathBuf,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    World {
        tools: Tools::find(),
        site: Site::serve(&dist),
        dist,
    }
});

impl World {
    /// The one of this run.
    pub fn get() -> &'static Self {
        &WORLD
    }
}

/// A new folder for the profile, downloads and logs of what is called `name`.
pub fn empty_folder(name: &str) -> std::io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("browser")
        .join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
