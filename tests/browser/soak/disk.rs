//! A small disk that is full while someone types.
//!
//! Chromium alone: its localStorage was seen to be emptied after nine minutes on a full
//! disk, without a word.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::browser::Victim;
use crate::engine::{Device, Engine, Size};
use crate::page::Page;
use crate::soak::kill::{begin, look};
use crate::wait::until;
use crate::world::{World, empty_folder};

/// How long the browser may take to write again once there is room: the page asks it from
/// time to time, at least every minute.
const SAVED_WITHIN: Duration = Duration::from_secs(120);

/// Between two words.
const PAUSE: Duration = Duration::from_secs(2);

/// What happens at the end of the time on a full disk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// There is room, and when all is saved the browser is killed.
    Room,
    /// The browser is killed. There is room, one goes on, and when that is saved it is
    /// killed again.
    Kill,
}

/// What is there afterwards.
#[derive(Debug)]
pub struct Outcome {
    /// From the first word on the full disk until the sign said that it is not saved.
    pub told_after: Option<Duration>,
    /// Whether everything that the sign called saved at any time is there after a restart.
    pub saved_is_there: bool,
    /// From the room on the disk until the sign said *saved* again.
    pub saved_again_after: Option<Duration>,
    /// Whether the text from before is there after a restart.
    pub old_is_there: bool,
    /// Whether all is that stood on the screen at the end.
    pub new_is_there: bool,
}

/// A disk in memory, as large as a profile and a little more; unmounted when dropped.
struct Disk(PathBuf);

impl Disk {
    /// # Errors
    /// Where this user may not mount one.
    fn mount(folder: &Path) -> Result<Self, String> {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=160m", "tmpfs"]);
        match mount.arg(folder).status() {
            Ok(status) if status.success() => Ok(Self(folder.to_owned())),
            _ => Err("a small disk can be mounted by root only".to_owned()),
        }
    }

    fn filler(&self) -> PathBuf {
        self.0.join("filler")
    }

    /// Writes until nothing more goes onto it.
    fn fill(&self) -> Result<(), String> {
        let mut file = File::options()
            .create(true)
            .append(true)
            .open(self.filler())
            .map_err(|error| error.to_string())?;
        for size in [1 << 20, 1 << 12, 1] {
            let block = vec![b'x'; size];
            while file.write_all(&block).is_ok() {}
        }
        Ok(())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // The browser that was killed may hold it for a moment.
        let mut unmount = Command::new("umount");
        let _stays_until_the_machine_ends = unmount.arg("-l").arg(&self.0).status();
    }
}

/// Writes, fills the disk, goes on writing, makes room, kills the browser and looks.
pub fn run(world: &World, full_for: Duration, then: Then) -> Result<Outcome, String> {
    let home = empty_folder("soak-disk").map_err(|error| error.to_string())?;
    let disk = Disk::mount(&home)?;
    let device = Device {
        size: Size::Phone,
        dark: false,
        language: "ja",
        flags: &[],
    };
    let url = world.site.page();
    let mut page = Page::new(Engine::Chromium, device, &world.tools, home.clone(), url);
    page.open();
    begin(&page);
    let (before, _) = look(&page);
    let start = Instant::now();
    let (mut told_after, mut called_saved) = (None, before.clone());
    let mut written = String::new();
    for word in 0.. {
        if start.elapsed() >= full_for {
            break;
        }
        // What the browser gives up is filled again.
        disk.fill()?;
        page.type_text(&format!("、{word}語"));
        let next = Instant::now() + PAUSE;
        let waited = until(PAUSE * 2, || {
            let (text, sign) = look(&page);
            written = text;
            match sign.as_str() {
                "saved" => called_saved.clone_from(&written),
                "kept" | "lost" if told_after.is_none() => told_after = Some(start.elapsed()),
                _ => {}
            }
            match Instant::now() >= next {
                true => Ok(()),
                false => Err("it is too early".to_owned()),
            }
        });
        waited?;
    }
    let mut saved_is_there = true;
    if then == Then::Kill {
        page.kills(Victim::Browser);
    }
    fs::remove_file(disk.filler()).map_err(|error| error.to_string())?;
    if then == Then::Kill {
        saved_is_there &= reopen(&mut page).starts_with(&called_saved);
        page.type_text("、次");
        (written, _) = look(&page);
    }
    let room = Instant::now();
    let saved_again = until(SAVED_WITHIN, || match look(&page).1.as_str() {
        "saved" => Ok(room.elapsed()),
        sign => Err(sign.to_owned()),
    });
    if saved_again.is_ok() {
        called_saved.clone_from(&written);
    }
    page.kills(Victim::Browser);
    // A disk that is full for longer empties it by itself: the archive alone must have all.
    let drafts = home.join("profile/Default/Local Storage");
    fs::remove_dir_all(drafts).map_err(|error| error.to_string())?;
    let kept = reopen(&mut page);
    Ok(Outcome {
        told_after,
        saved_is_there: saved_is_there && kept.starts_with(&called_saved),
        saved_again_after: saved_again.ok(),
        old_is_there: kept.starts_with(&before),
        new_is_there: kept == written,
    })
}

/// Starts the browser and goes to the section. Returns its text.
fn reopen(page: &mut Page<'_>) -> String {
    page.open();
    page.click("雲会議");
    page.click("🎈 話");
    page.has_caret();
    page.has(".safety[data-safety=saved]");
    look(page).0
}
