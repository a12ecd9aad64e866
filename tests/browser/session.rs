//! One open browser: the driver, and the window at its true size.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::complaints::Complaints;
use crate::engine::{self, Device, Engine, Folders, Size};
use crate::process::{Process, free_port};
use crate::server::RUNTIME;
use crate::tools::Tools;
use crate::wait::{PATIENCE, until};

const LOCALES: [&str; 2] = ["ja_JP.UTF-8", "en_US.UTF-8"];

/// An open browser. Dropped, it is killed.
pub struct Session {
    engine: Engine,
    driver: WebDriver,
    complaints: Complaints,
    process: Process,
    // Dropped last: the browser goes before its screen.
    _screen: Option<Process>,
}

impl Session {
    /// Opens the browser on the profile in `home`, making one if there is none.
    pub fn open(
        engine: Engine,
        tools: &Tools,
        device: Device,
        home: &Path,
    ) -> Result<Self, String> {
        let profile = home.join("profile");
        let downloads = home.join("downloads");
        let printed = home.join("printed.log");
        prepare(engine, &profile, &downloads)?;
        let (screen, display) = match engine {
            Engine::WebKit => {
                screen(tools, home).map(|(screen, display)| (Some(screen), display))?
            }
            Engine::Chromium | Engine::Firefox => (None, String::new()),
        };
        let port = free_port();
        let mut command = engine::driver(engine, tools, port)?;
        if engine == Engine::WebKit {
            command.envs(webkit_environment(device, &profile, &display));
        }
        let mut process = Process::start(&mut command, &printed)?;
        answers(&mut process, port)?;
        let folders = Folders {
            profile: &profile,
            downloads: &downloads,
        };
        let wanted = engine::capabilities(engine, tools, device, &folders)?;
        let driver =
            connect(port, wanted).map_err(|error| format!("{error}\n{}", process.printed()))?;
        let complaints = Complaints::default();
        let session = Self {
            engine,
            driver,
            complaints,
            process,
            _screen: screen,
        };
        session.set_up(device)?;
        Ok(session)
    }

    /// The WebDriver session.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// A DevTools command; only Chromium has them.
    pub fn devtools(&self, method: &str, parameters: Value) -> Result<Value, String> {
        assert_eq!(
            self.engine,
            Engine::Chromium,
            "{method} is a DevTools command"
        );
        RUNTIME
            .block_on(self.driver.cdp().send_raw(method, parameters))
            .map_err(|error| format!("{method}: {error}"))
    }

    /// Closes the browser as a person does: what it keeps is on disk afterwards.
    pub fn close(self) -> Result<(), String> {
        RUNTIME
            .block_on(self.driver.clone().quit())
            .map_err(|error| format!("closing: {error}"))
    }

    /// What the browser complained about since this was last asked.
    pub fn complaints(&self) -> Result<Vec<String>, String> {
        self.complaints
            .hear(self.engine, &self.driver, &self.process)
    }

    fn set_up(&self, device: Device) -> Result<(), String> {
        if self.engine == Engine::Chromium {
            let theme = if device.dark { "dark" } else { "light" };
            let features = json!([{ "name": "prefers-color-scheme", "value": theme }]);
            self.devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            )?;
            if device.size == Size::Phone {
                return Ok(());
            }
        }
        self.resize(device.size)
    }

    /// Corrects the window until its inside has the wanted size.
    fn resize(&self, size: Size) -> Result<(), String> {
        let (width, height) = size.pixels();
        let mut outer = (width, height);
        until(PATIENCE, || {
            RUNTIME.block_on(async {
                let driver = &self.driver;
                let told = |error| format!("resizing: {error}");
                driver
                    .set_window_rect(0, 0, outer.0, outer.1)
                    .await
                    .map_err(told)?;
                let inside = driver
                    .execute("return [innerWidth, innerHeight]", vec![])
                    .await;
                let (w, h): (u32, u32) = inside.and_then(|it| it.convert()).map_err(told)?;
                if (w, h) == (width, height) {
                    return Ok(());
                }
                let rect = driver.get_window_rect().await.map_err(told)?;
                outer.0 = u32::try_from(rect.width).unwrap_or(width) + width - w;
                outer.1 = u32::try_from(rect.height).unwrap_or(height) + height - h;
                Err(format!(
                    "the window is {w} × {h} inside, not {width} × {height}"
                ))
            })
        })
    }
}

fn prepare(engine: Engine, profile: &Path, downloads: &Path) -> Result<(), String> {
    let prepared = fs::create_dir_all(downloads).and_then(|()| match engine {
        Engine::Chromium => fs::create_dir_all(profile),
        Engine::Firefox => prepare_firefox(profile),
        Engine::WebKit => prepare_webkit(profile, downloads),
    });
    prepared.map_err(|error| format!("the profile in {}: {error}", profile.display()))
}

fn prepare_firefox(profile: &Path) -> std::io::Result<()> {
    // A window is otherwise at least 450 pixels wide.
    let narrow = ":root { min-width: 0 !important; }";
    fs::create_dir_all(profile.join("chrome"))?;
    fs::write(profile.join("chrome/userChrome.css"), narrow)
}

fn prepare_webkit(profile: &Path, downloads: &Path) -> std::io::Result<()> {
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

fn webkit_environment(
    device: Device,
    profile: &Path,
    display: &str,
) -> Vec<(&'static str, PathBuf)> {
    let locale = LOCALES[usize::from(device.language != "ja")];
    vec![
        ("DISPLAY", display.into()),
        ("HOME", profile.into()),
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
    ]
}

/// A virtual screen of its own, so that two windows never fight for the focus.
fn screen(tools: &Tools, home: &Path) -> Result<(Process, String), String> {
    let mut command = Command::new(tools.path("xvfb")?);
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1600x1200x24",
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

/// Waits until the driver accepts connections.
fn answers(process: &mut Process, port: u16) -> Result<(), String> {
    until(PATIENCE, || {
        if let Some(status) = process.ended() {
            return Err(format!("the driver ended: {status}\n{}", process.printed()));
        }
        std::net::TcpStream::connect(("127.0.0.1", port))
            .map(drop)
            .map_err(|error| format!("the driver does not answer: {error}"))
    })
}

fn connect(port: u16, wanted: Value) -> Result<WebDriver, String> {
    let Value::Object(wanted) = wanted else {
        return Err("capabilities are an object".to_owned());
    };
    let url = format!("http://127.0.0.1:{port}");
    RUNTIME
        .block_on(async { WebDriver::new(url, Capabilities::from(wanted)).await })
        .map_err(|error| format!("the browser does not open: {error}"))
}
