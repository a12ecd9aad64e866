//! What WebKit's MiniBrowser needs around it: a screen, and a home of its own.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::engine::Device;
use crate::process::Process;
use crate::tools::Tools;
use crate::wait::{PATIENCE, until};

const LOCALES: [&str; 2] = ["ja_JP.UTF-8", "en_US.UTF-8"];

/// Variables of the environment.
pub type Environment = Vec<(&'static str, PathBuf)>;

/// Starts a virtual screen for one window, so that two never fight for the focus, and
/// makes the folders in `home` that keep the profile.
pub fn prepare(
    tools: &Tools,
    device: Device,
    home: &Path,
) -> Result<(Process, Environment), String> {
    let profile = home.join("profile");
    folders(&profile, &home.join("downloads"))
        .map_err(|error| format!("the profile in {}: {error}", profile.display()))?;
    let (screen, display) = screen(tools, home)?;
    let locale = LOCALES[usize::from(device.language != "ja")];
    let environment = vec![
        ("DISPLAY", display.into()),
        ("HOME", profile.clone()),
        ("XDG_CONFIG_HOME", profile.join("config")),
        ("XDG_DATA_HOME", profile.join("data")),
        ("XDG_CACHE_HOME", profile.join("cache")),
        ("LOCPATH", profile.join("locale")),
        ("LC_ALL", locale.into()),
        (
            "GTK_THEME",
            if device.dark {
                "Adwaita:dark"
            } else {
                "Adwaita"
            }
            .into(),
        ),
        ("GDK_BACKEND", "x11".into()),
        ("NO_AT_BRIDGE", "1".into()),
        ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()),
    ];
    Ok((screen, environment))
}

fn folders(profile: &Path, downloads: &Path) -> std::io::Result<()> {
    let config = profile.join("config");
    fs::create_dir_all(config.join("gtk-3.0"))?;
    fs::write(
        config.join("user-dirs.dirs"),
        format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display()),
    )?;
    // The least width of the window is that of its toolbar.
    let narrow = "* { padding: 0; margin: 0; border: 0; min-width: 0; font-size: 1px; }";
    fs::write(config.join("gtk-3.0/gtk.css"), narrow)?;
    // The engine takes its language from the name of the C locale, which must exist:
    // a locale of that name with the contents of the one that is always there.
    fs::create_dir_all(profile.join("locale"))?;
    for name in LOCALES {
        let link = profile.join("locale").join(name);
        if !link.exists() {
            symlink("/usr/lib/locale/C.utf8", link)?;
        }
    }
    Ok(())
}

/// The size of the screen.
const SCREEN: (u32, u32) = (1600, 1200);

/// Where a window of this size lies in the middle of the screen.
pub fn centred(width: u32, height: u32) -> (i64, i64) {
    let middle = |screen: u32, window: u32| i64::from(screen.saturating_sub(window) / 2);
    (middle(SCREEN.0, width), middle(SCREEN.1, height))
}

fn screen(tools: &Tools, home: &Path) -> Result<(Process, String), String> {
    let mut command = Command::new(tools.path("xvfb")?);
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        &format!("{}x{}x24", SCREEN.0, SCREEN.1),
        "-nolisten",
        "tcp",
    ]);
    let mut process = Process::start(&mut command, &home.join("screen.log"))?;
    let number = until(PATIENCE, || {
        if let Some(status) = process.ended() {
            return Err(format!("Xvfb ended: {status}\n{}", process.printed()));
        }
        let printed = process.printed();
        let number = printed
            .lines()
            .find_map(|line| line.trim().parse::<u32>().ok());
        number
            .filter(|_| printed.ends_with('\n'))
            .ok_or_else(|| "Xvfb has not named its screen".to_owned())
    })?;
    Ok((process, format!(":{number}")))
}
