//! What the browser stories need: three browsers, their drivers, and fonts.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::{install, process};

const GECKODRIVER: &str = "0.37.1";

/// What of accessibility a program can check: <https://github.com/dequelabs/axe-core>.
const AXE: &str = "4.14.1";

/// The last that runs on Node.js 18 and 20: <https://github.com/GoogleChrome/lighthouse>.
const LIGHTHOUSE: &str = "12.8.2";

/// A program that must be there before a story can run.
struct Need {
    browser: &'static str,
    /// What the browser tests call it.
    name: &'static str,
    /// The Debian package that has it.
    package: &'static str,
    find: fn() -> Option<PathBuf>,
}

const NEEDS: [Need; 6] = [
    Need {
        browser: "chromium",
        name: "chromium",
        package: "chromium",
        find: chromium,
    },
    Need {
        browser: "chromium",
        name: "chromedriver",
        package: "chromium-driver",
        find: || process::find("chromedriver"),
    },
    Need {
        browser: "firefox",
        name: "firefox",
        package: "firefox-esr",
        find: || process::find("firefox-esr").or_else(|| process::find("firefox")),
    },
    Need {
        browser: "webkit",
        name: "webkitdriver",
        package: "webkit2gtk-driver",
        find: || process::find("WebKitWebDriver"),
    },
    Need {
        browser: "webkit",
        name: "minibrowser",
        package: "libwebkit2gtk-4.1-0",
        find: mini_browser,
    },
    Need {
        browser: "webkit",
        name: "xvfb",
        package: "xvfb",
        find: || process::find("Xvfb"),
    },
];

/// Fonts that Debian's minimal systems lack, without which screenshots show boxes.
const FONTS: [(&str, &str); 2] = [
    (
        "fonts-noto-cjk",
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    ),
    (
        "fonts-noto-color-emoji",
        "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf",
    ),
];

/// Finds or installs what the stories need and prints it as lines of `name=path`.
///
/// The variable `BROWSERS` narrows it: `BROWSERS=chromium,firefox`.
pub fn print() -> Result<()> {
    let wanted = wanted(env::var("BROWSERS").ok().as_deref());
    install_packages(&missing_packages(&wanted))?;
    for need in needs_of(&wanted) {
        let path = (need.find)().ok_or_else(|| Error::Missing {
            what: format!("The program {}", need.name),
            remedy: format!("install the package {}.", need.package),
        })?;
        println!("{}={}", need.name, path.display());
    }
    if wanted.contains(&"chromium") {
        let axe = install::npm_script("axe-core", AXE, "axe.min.js")?;
        println!("axe={}", axe.display());
    }
    if wanted.contains(&"firefox") {
        println!("geckodriver={}", geckodriver()?.display());
    }
    Ok(())
}

/// Finds or installs what looks at the page as a whole, and prints its script.
pub fn print_lighthouse() -> Result<()> {
    let script = install::npm_script("lighthouse", LIGHTHOUSE, "cli/index.js")?;
    println!("{}", script.display());
    Ok(())
}

fn wanted(narrowed: Option<&str>) -> Vec<&'static str> {
    let all = ["chromium", "firefox", "webkit"];
    let Some(names) = narrowed.filter(|names| !names.is_empty()) else {
        return all.to_vec();
    };
    let named: Vec<_> = names.split(',').map(str::trim).collect();
    all.into_iter()
        .filter(|browser| named.contains(browser))
        .collect()
}

fn needs_of(wanted: &[&str]) -> impl Iterator<Item = &'static Need> {
    NEEDS.iter().filter(|need| wanted.contains(&need.browser))
}

fn missing_packages(wanted: &[&str]) -> Vec<&'static str> {
    let programs = needs_of(wanted)
        .filter(|need| (need.find)().is_none())
        .map(|need| need.package);
    let debian = process::find("apt-get").is_some();
    let fonts = FONTS
        .iter()
        .filter(|(_, file)| debian && !Path::new(file).exists())
        .map(|(package, _)| *package);
    programs.chain(fonts).collect()
}

fn install_packages(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    let is_root = process::output("id", &["-u"]).is_some_and(|id| id == "0");
    if process::find("apt-get").is_none() || !is_root {
        return Err(Error::Missing {
            what: format!("What the browser tests need ({list})"),
            remedy: format!(
                "run `apt-get install {list}` as root, or what your system has for it."
            ),
        });
    }
    let apt_get = |arguments: &[&str]| {
        let mut apt_get = Command::new("apt-get");
        // The names of the browsers are all that standard output is for.
        apt_get
            .stdout(std::io::stderr())
            .env("DEBIAN_FRONTEND", "noninteractive");
        process::run(apt_get.args(arguments))
    };
    apt_get(&["update"])?;
    apt_get(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

/// Chromium or Chrome; if there are several, the one that the driver was made for.
fn chromium() -> Option<PathBuf> {
    let major = |program: &Path| {
        let said = process::output(program, &["--version"])?;
        let version = said
            .split_whitespace()
            .find(|word| word.starts_with(char::is_numeric))?;
        version.split('.').next().map(str::to_owned)
    };
    let driver = process::find("chromedriver").and_then(|driver| major(&driver));
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    let there: Vec<_> = names.into_iter().filter_map(process::find).collect();
    let matching = || {
        there
            .iter()
            .find(|path| driver.is_some() && major(path) == driver)
    };
    match there.as_slice() {
        [] | [_] => there.first().cloned(),
        [first, ..] => Some(matching().unwrap_or(first).clone()),
    }
}

/// WebKitGTK's small browser lies beside its library, in a folder named after the architecture.
fn mini_browser() -> Option<PathBuf> {
    let libraries = ["/usr/lib", "/usr/libexec"]
        .into_iter()
        .filter_map(|lib| fs::read_dir(lib).ok());
    let architectures = libraries.flatten().flatten().map(|entry| entry.path());
    let here = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from);
    let folders = architectures
        .chain(here)
        .map(|folder| folder.join("webkit2gtk-4.1"));
    process::find_in(folders, "MiniBrowser")
}

/// Any geckodriver will do; Debian has no package of it.
fn geckodriver() -> Result<PathBuf> {
    if let Some(path) = process::find("geckodriver") {
        return Ok(path);
    }
    match install::look_for("geckodriver", GECKODRIVER)? {
        Some(path) => Ok(path),
        None => install::cargo_install("geckodriver", "geckodriver", GECKODRIVER),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_narrows_the_browsers() {
        assert_eq!(wanted(None), ["chromium", "firefox", "webkit"]);
        assert_eq!(wanted(Some("")), ["chromium", "firefox", "webkit"]);
        assert_eq!(wanted(Some("webkit, chromium")), ["chromium", "webkit"]);
    }

    #[test]
    fn each_browser_names_its_own_needs() {
        let names = |browser| {
            needs_of(&[browser])
                .map(|need| need.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names("chromium"), ["chromium", "chromedriver"]);
        assert_eq!(names("webkit"), ["webkitdriver", "minibrowser", "xvfb"]);
    }
}
