//! What tests ask how a site reads a text: the sites' own packages, of an exact version.

use crate::error::Result;
use crate::install;

/// A package of npm, its version, and the script of it that is loaded.
const PACKAGES: [(&str, &str, &str); 3] = [
    // Turns the Markdown of Zenn into its page: <https://github.com/zenn-dev/zenn-editor>.
    ("zenn-markdown-html", "0.5.4", "dist/index.js"),
    // Checks the head of an article: the same repository.
    ("zenn-model", "0.1.155", "lib/index.js"),
    // Checks an article of Qiita: <https://github.com/increments/qiita-cli>.
    ("@qiita/qiita-cli", "1.10.0", "dist/main.js"),
];

/// Finds or installs them and prints them as lines of `name=path`.
pub fn print() -> Result<()> {
    for (package, version, script) in PACKAGES {
        let script = install::npm_script(package, version, script)?;
        println!("{package}={}", script.display());
    }
    Ok(())
}
