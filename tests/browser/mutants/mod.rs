//! Negative controls: each protection is taken out of a copy of the sources, and the test
//! that stands for it must fail there. One that does not fail protects nothing.

mod list;

use std::fs;
use std::io::Result;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// What a test stands for, and how the protection is taken out.
struct Mutant {
    /// What the person is promised.
    promise: &'static str,
    cuts: &'static [Cut],
    test: Test,
}

/// A piece of code that stands in a file once, and what stands there without the protection.
struct Cut {
    file: &'static str,
    code: &'static str,
    without: &'static str,
}

/// The name of the test that must fail.
#[derive(Clone, Copy)]
enum Test {
    /// One of those inside the modules.
    Native(&'static str),
    /// One that is told in a browser.
    Story(&'static str),
    /// A part of the soak.
    Soak(&'static str),
}

/// What the copy needs of the project.
const SOURCES: [&str; 7] = [
    "src",
    "style",
    "tests",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
];

/// Tries those whose promise or test has one of the words in it; all without words. The
/// stories are told in Chromium alone where `BROWSERS` says nothing else.
pub fn run() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(2).collect();
    let wanted = |mutant: &&Mutant| {
        let name = format!("{} {}", mutant.promise, mutant.test.name());
        words.is_empty() || words.iter().any(|word| name.contains(word))
    };
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutants");
    let mut survivors = 0;
    for mutant in list::ALL.iter().filter(wanted) {
        let told = match mutant.is_noticed(&copy) {
            Ok(true) => "noticed",
            Ok(false) => "NOT NOTICED",
            Err(why) => &format!("NOT TRIED: {why}"),
        };
        survivors += usize::from(told != "noticed");
        println!("{told}: {} ({})", mutant.promise, mutant.test.name());
    }
    match survivors {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Whether each of them can still be made: the code that it takes out stands there once.
pub fn can_be_made() -> std::result::Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut cuts = list::ALL.iter().flat_map(|mutant| mutant.cuts);
    cuts.try_for_each(|cut| cut.made(root).map(drop))
}

impl Mutant {
    fn is_noticed(&self, copy: &Path) -> std::result::Result<bool, String> {
        for source in SOURCES {
            let root = Path::new(env!("CARGO_MANIFEST_DIR"));
            same(&root.join(source), &copy.join(source)).map_err(|why| why.to_string())?;
        }
        for cut in self.cuts {
            cut.make(copy)?;
        }
        self.test.fails(copy)
    }
}

impl Cut {
    fn make(&self, copy: &Path) -> std::result::Result<(), String> {
        fs::write(copy.join(self.file), self.made(copy)?).map_err(|why| why.to_string())
    }

    /// The file without the protection.
    fn made(&self, root: &Path) -> std::result::Result<String, String> {
        let text = fs::read_to_string(root.join(self.file)).map_err(|why| why.to_string())?;
        match text.matches(self.code).count() {
            1 => Ok(text.replace(self.code, self.without)),
            count => Err(format!("{} has {count} times `{}`", self.file, self.code)),
        }
    }
}

impl Test {
    fn name(self) -> &'static str {
        match self {
            Self::Native(name) | Self::Story(name) | Self::Soak(name) => name,
        }
    }

    fn fails(self, copy: &Path) -> std::result::Result<bool, String> {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(copy).arg("test");
        match self {
            Self::Native(name) => cargo.args(["--lib", "--", name]),
            Self::Story(name) => cargo.args(["--test", "browser", "--", name]),
            Self::Soak(name) => cargo.args(["--test", "browser", "--", "soak", name]),
        };
        // Not the build of the project: what is cut out here would be found there.
        cargo.env("CARGO_TARGET_DIR", copy.join("target"));
        let browsers = std::env::var("BROWSERS").unwrap_or_else(|_| "chromium".to_owned());
        let told = cargo.env("BROWSERS", browsers).output();
        let told = told.map_err(|why| why.to_string())?;
        let lines = String::from_utf8_lossy(&told.stdout).into_owned();
        let results: Vec<&str> = match self {
            Self::Soak(_) => lines
                .lines()
                .filter(|line| line.contains("soak -->"))
                .collect(),
            Self::Native(name) | Self::Story(name) => {
                let results = lines.lines().filter(|line| line.starts_with("test "));
                results.filter(|line| line.contains(name)).collect()
            }
        };
        // One that does not compile has not been noticed by a test.
        if results.is_empty() || lines.contains("left out") {
            return Err(format!("{lines}{}", String::from_utf8_lossy(&told.stderr)));
        }
        let soak = matches!(self, Self::Soak(_));
        Ok(!told.status.success() && (soak || results.iter().all(|line| line.ends_with("FAILED"))))
    }
}

/// Makes `to` the same as `from`; what is the same already is not written, so that cargo
/// builds no more than it must.
fn same(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        let bytes = fs::read(from)?;
        return match fs::read(to).is_ok_and(|there| there == bytes) {
            true => Ok(()),
            false => fs::write(to, bytes),
        };
    }
    fs::create_dir_all(to)?;
    let names = |folder: &Path| -> Result<Vec<PathBuf>> {
        let entries = fs::read_dir(folder)?;
        entries.map(|entry| Ok(entry?.file_name().into())).collect()
    };
    let wanted = names(from)?;
    for gone in names(to)?.iter().filter(|name| !wanted.contains(name)) {
        let gone = to.join(gone);
        match gone.is_dir() {
            true => fs::remove_dir_all(gone)?,
            false => fs::remove_file(gone)?,
        }
    }
    wanted
        .iter()
        .try_for_each(|name| same(&from.join(name), &to.join(name)))
}
