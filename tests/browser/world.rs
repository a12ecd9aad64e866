//! What everything in one run shares: the browsers, and the page behind a server.

use std::path::{Path, PathBuf};

use crate::engine::Engine;
use crate::server::Site;
use crate::tools::{self, Tools};

/// The browsers, and the release build behind a server.
pub struct World {
    pub tools: Tools,
    pub site: Site,
    /// The folder of the release build.
    pub dist: PathBuf,
}

impl World {
    /// Finds or installs what the engines need, builds the page, serves it.
    pub fn make(engines: &[Engine]) -> Result<Self, String> {
        let tools = Tools::find(engines)?;
        let dist = tools::build()?;
        Ok(Self {
            tools,
            site: Site::serve(&dist),
            dist,
        })
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
