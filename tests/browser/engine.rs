//! The three engines: how each driver is started and what it is asked for.
//!
//! Every difference between the browsers stands here, in `session.rs` or in
//! `page.rs` beside its reason; stories know none of them.

use std::fmt;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::tools::Tools;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink.
    Chromium,
    /// Gecko.
    Firefox,
    /// WebKitGTK, the nearest thing to Safari on a phone.
    WebKit,
}

impl Engine {
    /// All of them, in the order in which they are run.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// A size of the window's inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 390 × 844 CSS pixels.
    Phone,
    /// 1280 × 800 CSS pixels.
    Desktop,
}

impl Size {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Phone, Self::Desktop];

    /// Width and height in CSS pixels.
    pub fn pixels(self) -> (u32, u32) {
        match self {
            Self::Phone => (390, 844),
            Self::Desktop => (1280, 800),
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Phone => "phone",
            Self::Desktop => "desktop",
        })
    }
}

/// What the person's device is set to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Device {
    pub size: Size,
    /// `prefers-color-scheme: dark`
    pub dark: bool,
    /// A BCP 47 language: `ja` or `en`.
    pub language: &'static str,
    /// More arguments for Chromium.
    pub flags: &'static [&'static str],
}

/// The folder of one story: what the browser keeps, and what it downloads.
pub struct Folders<'a> {
    pub profile: &'a Path,
    pub downloads: &'a Path,
}

/// The command that starts the driver, listening on `port`.
pub fn driver(engine: Engine, tools: &Tools, port: u16) -> Result<Command, String> {
    let name = match engine {
        Engine::Chromium => "chromedriver",
        Engine::Firefox => "geckodriver",
        Engine::WebKit => "webkitdriver",
    };
    let mut command = Command::new(tools.path(name)?);
    command.arg(format!("--port={port}"));
    if engine == Engine::Firefox {
        // Otherwise every geckodriver asks for 9222.
        command.arg("--websocket-port=0");
        // Errors of the page are read in the browser's own context.
        command.arg("--allow-system-access");
    }
    Ok(command)
}

/// What the driver is asked for when the session starts.
pub fn capabilities(
    engine: Engine,
    tools: &Tools,
    device: Device,
    folders: &Folders<'_>,
) -> Result<Value, String> {
    match engine {
        Engine::Chromium => chromium(tools, device, folders),
        Engine::Firefox => firefox(tools, device, folders),
        Engine::WebKit => webkit(tools),
    }
}

fn chromium(tools: &Tools, device: Device, folders: &Folders<'_>) -> Result<Value, String> {
    let (width, height) = device.size.pixels();
    let mut options = json!({
        "binary": tools.path("chromium")?,
        "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run",
            format!("--lang={}", device.language),
            format!("--accept-lang={}", device.language),
            format!("--user-data-dir={}", folders.profile.display()),
        ],
        "prefs": {
            "download.default_directory": folders.downloads,
            "download.prompt_for_download": false,
        },
    });
    if let Value::Array(args) = &mut options["args"] {
        args.extend(device.flags.iter().copied().map(Value::from));
    }
    if device.size == Size::Phone {
        options["mobileEmulation"] = json!({ "deviceMetrics": {
            "width": width, "height": height, "pixelRatio": 2.0, "touch": true, "mobile": true,
        } });
    }
    Ok(json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    }))
}

fn firefox(tools: &Tools, device: Device, folders: &Folders<'_>) -> Result<Value, String> {
    Ok(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": tools.path("firefox")?,
            "args": ["-headless", "-profile", folders.profile],
            "prefs": {
                "intl.accept_languages": device.language,
                "intl.locale.requested": device.language,
                // 0 is dark, 1 is light.
                "layout.css.prefers-color-scheme.content-override": i32::from(!device.dark),
                "browser.download.dir": folders.downloads,
                "browser.download.folderList": 2,
                "browser.helperApps.neverAsk.saveToDisk": "text/markdown,application/octet-stream,text/plain,application/zip,application/json",
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.download.alwaysOpenPanel": false,
                // console.error of the page goes to standard output.
                "devtools.console.stdout.content": true,
                // Lets userChrome.css take away the least width of a window.
                "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            },
        },
    }))
}

fn webkit(tools: &Tools) -> Result<Value, String> {
    Ok(json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": tools.path("minibrowser")?,
            "args": ["--automation"],
        },
    }))
}
