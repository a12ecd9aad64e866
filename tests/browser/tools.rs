//! Where the browsers and their drivers are, and the page that they open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Programs by name: `chromium`, `chromedriver`, `firefox`, `geckodriver`,
/// `webkitdriver`, `minibrowser`, `xvfb`.
pub struct Tools {
    paths: BTreeMap<String, PathBuf>,
}

impl Tools {
    /// Finds what is there.
    pub fn find() -> Self {
        let home = std::env::var("HOME").unwrap_or_default();
        let candidates = [
            ("chromium", vec!["/usr/bin/chromium".to_owned()]),
            ("chromedriver", vec!["/usr/bin/chromedriver".to_owned()]),
            ("firefox", vec!["/usr/bin/firefox-esr".to_owned()]),
            (
                "geckodriver",
                vec![format!(
                    "{home}/.cache/sankarepo/geckodriver-0.37.1/bin/geckodriver"
                )],
            ),
            ("webkitdriver", vec!["/usr/bin/WebKitWebDriver".to_owned()]),
            (
                "minibrowser",
                vec!["/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser".to_owned()],
            ),
            ("xvfb", vec!["/usr/bin/Xvfb".to_owned()]),
        ];
        let paths = candidates
            .into_iter()
            .filter_map(|(name, places)| {
                let found = places
                    .iter()
                    .map(PathBuf::from)
                    .find(|place| place.exists())?;
                Some((name.to_owned(), found))
            })
            .collect();
        Self { paths }
    }

    /// The path of one program.
    ///
    /// # Errors
    /// The name of the package that brings it.
    pub fn path(&self, name: &str) -> Result<&Path, String> {
        self.paths
            .get(name)
            .map(PathBuf::as_path)
            .ok_or_else(|| format!("{name} is missing; install the package {}", package(name)))
    }
}

fn package(name: &str) -> &'static str {
    match name {
        "chromium" => "chromium",
        "chromedriver" => "chromium-driver",
        "firefox" => "firefox-esr",
        "geckodriver" => "geckodriver (cargo install geckodriver)",
        "xvfb" => "xvfb",
        _ => "webkit2gtk-driver",
    }
}
