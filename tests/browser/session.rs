//! One open browser: the driver, and the window at its true size.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::Path;
use std::slice;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::common::command::Command;
use thirtyfour::common::print::{PrintPage, PrintParameters};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, Key, WebDriver, WebElement, WindowHandle};

use crate::browser::{Browser, EYES, Pointing, answer_or_why};

use crate::complaints::Complaints;
use crate::engine::{self, Device, Engine, Folders, Size};
use crate::keys;
use crate::process::{Process, free_port};
use crate::server::RUNTIME;
use crate::tools::Tools;
use crate::wait::{PATIENCE, until};
use crate::webkit;

/// An open browser. Dropped, it is killed.
pub struct Session {
    engine: Engine,
    driver: WebDriver,
    complaints: Complaints,
    /// In the order in which they were opened.
    tabs: RefCell<Vec<WindowHandle>>,
    /// Where Chromium's pointer is, and whether its button is down.
    pointer: Cell<(i64, i64, bool)>,
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
        let (screen, environment) = match engine {
            Engine::WebKit => {
                let (screen, environment) = webkit::prepare(tools, device, home)?;
                (Some(screen), environment)
            }
            Engine::Chromium | Engine::Firefox => (None, Vec::new()),
        };
        let port = free_port();
        let mut command = engine::driver(engine, tools, port)?;
        command.envs(environment);
        let mut process = Process::start(&mut command, &printed)?;
        answers(&mut process, port)?;
        let folders = Folders {
            profile: &profile,
            downloads: &downloads,
        };
        let wanted = engine::capabilities(engine, tools, device, &folders)?;
        let driver =
            connect(port, wanted).map_err(|error| format!("{error}\n{}", process.printed()))?;
        let first = RUNTIME.block_on(driver.window());
        let tabs = RefCell::new(vec![first.map_err(|error| error.to_string())?]);
        let complaints = Complaints::default();
        let session = Self {
            engine,
            driver,
            complaints,
            tabs,
            pointer: Cell::default(),
            process,
            _screen: screen,
        };
        session.set_up(device)?;
        Ok(session)
    }

    fn drive<T>(
        &self,
        act: impl AsyncFnOnce(&WebDriver) -> WebDriverResult<T>,
    ) -> Result<T, String> {
        RUNTIME
            .block_on(act(&self.driver))
            .map_err(|error| error.to_string())
    }

    /// ChromeDriver forgets from one call to the next that a button is down.
    fn point_by_devtools(&self, act: Pointing) -> Result<(), String> {
        let (x, y, held) = self.pointer.get();
        let (kind, pointer) = match act {
            Pointing::To(x, y) => ("mouseMoved", (x, y, held)),
            Pointing::Down => ("mousePressed", (x, y, true)),
            Pointing::Up => ("mouseReleased", (x, y, false)),
        };
        self.pointer.set(pointer);
        let (x, y, held_now) = pointer;
        let button = if held || held_now { "left" } else { "none" };
        let event = json!({
            "type": kind, "x": x, "y": y, "button": button, "buttons": u8::from(held_now),
            "clickCount": u8::from(kind != "mouseMoved"),
        });
        self.devtools("Input.dispatchMouseEvent", event).map(drop)
    }

    /// Takes away what a story leaves behind, but for what its origin keeps.
    pub fn clean(&self) -> Result<(), String> {
        let tabs = std::mem::take(&mut *self.tabs.borrow_mut());
        let (first, others) = tabs.split_first().ok_or("the browser has no tab")?;
        self.drive(async |driver| {
            driver.delete_all_cookies().await?;
            for tab in others {
                driver.switch_to_window(tab.clone()).await?;
                driver.close_window().await?;
            }
            driver.switch_to_window(first.clone()).await?;
            driver.goto("about:blank").await
        })?;
        self.tabs.borrow_mut().push(first.clone());
        // What the page said while it was left belongs to no story.
        self.complaints().map(drop)
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
        let (width, height) = device.size.pixels();
        self.fit_window(width, height)
    }

    /// Corrects the window until its inside has the wanted size.
    fn fit_window(&self, width: u32, height: u32) -> Result<(), String> {
        let mut outer = (width, height);
        // Without a window manager the window under the pointer has the focus, and
        // the pointer rests in the middle of WebKit's screen.
        let (left, top) = match self.engine {
            Engine::WebKit => webkit::centred(width, height),
            Engine::Chromium | Engine::Firefox => (0, 0),
        };
        until(PATIENCE, || {
            RUNTIME.block_on(async {
                let driver = &self.driver;
                let told = |error| format!("resizing: {error}");
                driver
                    .set_window_rect(left, top, outer.0, outer.1)
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

impl Browser for Session {
    fn ask(&self, function: &str, argument: &Value) -> Result<Value, String> {
        let script = format!("return ({EYES}).{function}(arguments[0])");
        answer_or_why(self.eval(&script, slice::from_ref(argument))?)
    }

    fn click(&self, target: &Value) -> Result<(), String> {
        let found = self.ask("aim", target)?;
        self.drive(async |driver| {
            let handle = driver.handle().clone();
            WebElement::from_json(found["element"].clone(), handle)?
                .click()
                .await
        })
    }

    fn type_text(&self, text: &str) -> Result<(), String> {
        // WebKit's driver forgets to hold Shift for the characters that need it.
        let shifts = self.engine == Engine::WebKit;
        self.drive(async |driver| {
            let mut actions = actions(driver);
            for character in text.chars() {
                let shift = shifts && keys::needs_shift(character);
                let key = keys::typing(character);
                if shift {
                    actions = actions.key_down(Key::Shift.value());
                }
                actions = actions.key_down(key).key_up(key);
                if shift {
                    actions = actions.key_up(Key::Shift.value());
                }
            }
            actions.perform().await
        })
    }

    fn complaints(&self) -> Result<Vec<String>, String> {
        self.complaints
            .hear(self.engine, &self.driver, &self.process)
    }

    fn close(self: Box<Self>) -> Result<(), String> {
        self.drive(async |driver| driver.clone().quit().await)
    }

    fn kill_tab(self: Box<Self>) -> Result<(), String> {
        match self.engine {
            Engine::Chromium => self.process.kill_members(&["--type=renderer"])?,
            Engine::WebKit => self.process.kill_members(&["WebKitWebProcess"])?,
            Engine::Firefox => {
                // The last word of its command line says what a child process is for.
                self.process.kill_members(&["-contentproc", " tab"])?;
                // Under a driver it ends by itself, in order, when a tab crashes.
                return self.process.outlives(&["--profile"]);
            }
        }
        self.close()
    }

    fn go(&self, url: &str) -> Result<(), String> {
        self.drive(async |driver| driver.goto(url).await)
    }

    /// As a person does. Firefox's driver would go round the service worker.
    fn reload(&self) -> Result<(), String> {
        if self.engine != Engine::Firefox {
            return self.drive(async |driver| driver.refresh().await);
        }
        self.eval("window.isOld = true; location.reload()", &[])?;
        until(PATIENCE, || {
            let is_new = "return !window.isOld && document.readyState === 'complete'";
            match self.eval(is_new, &[]) {
                Ok(Value::Bool(true)) => Ok(()),
                other => Err(format!("the page is not loaded again: {other:?}")),
            }
        })
    }

    fn open_tab(&self) -> Result<(), String> {
        let handle = self.drive(async |driver| {
            let handle = driver.new_tab().await?;
            driver.switch_to_window(handle.clone()).await?;
            Ok(handle)
        })?;
        self.tabs.borrow_mut().push(handle);
        Ok(())
    }

    fn show_tab(&self, index: usize) -> Result<(), String> {
        let handle = self.tabs.borrow()[index].clone();
        self.drive(async |driver| driver.switch_to_window(handle).await)
    }

    fn press(&self, chord: &[char]) -> Result<(), String> {
        self.drive(async |driver| {
            let down = chord
                .iter()
                .fold(actions(driver), |actions, key| actions.key_down(*key));
            chord
                .iter()
                .rev()
                .fold(down, |actions, key| actions.key_up(*key))
                .perform()
                .await
        })
    }

    fn drag_over(&self, target: &Value) -> Result<(), String> {
        let found = self.ask("control", target)?;
        self.drive(async |driver| {
            let handle = driver.handle().clone();
            let element = WebElement::from_json(found["element"].clone(), handle)?;
            let half = element.rect().await?.width as i64 / 2 - 1;
            actions(driver)
                .move_to_element_with_offset(&element, -half, 0)
                .click_and_hold()
                .move_to_element_with_offset(&element, half, 0)
                .release()
                .perform()
                .await
        })
    }

    fn shift_click(&self, target: &Value) -> Result<(), String> {
        let found = self.ask("aim", target)?;
        self.drive(async |driver| {
            let handle = driver.handle().clone();
            let element = WebElement::from_json(found["element"].clone(), handle)?;
            actions(driver)
                .key_down(Key::Shift.value())
                .move_to_element_center(&element)
                .click()
                .key_up(Key::Shift.value())
                .perform()
                .await
        })
    }

    fn point(&self, acts: &[Pointing]) -> Result<(), String> {
        if self.engine == Engine::Chromium {
            return acts.iter().try_for_each(|act| self.point_by_devtools(*act));
        }
        self.drive(async |driver| {
            let chain = acts.iter().fold(actions(driver), |chain, act| match *act {
                Pointing::To(x, y) => chain.move_to(x, y),
                Pointing::Down => chain.click_and_hold(),
                Pointing::Up => chain.release(),
            });
            chain.perform().await
        })
    }

    fn turn_wheel(&self, target: &Value, by: i64) -> Result<(), String> {
        let found = self.ask("place", target)?;
        self.drive(async |driver| {
            let turn = json!([{ "type": "wheel", "id": "wheel", "actions": [{
                "type": "scroll", "x": 0, "y": 0, "deltaX": 0, "deltaY": by,
                "duration": 0, "origin": found["element"],
            }] }]);
            let turned = Command::PerformActions(turn.into());
            driver.handle().cmd(turned).await?;
            // WebKit's driver takes what comes next for the sum of all turns, until this.
            driver.handle().cmd(Command::ReleaseActions).await.map(drop)
        })
    }

    fn eval(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        self.drive(async |driver| driver.execute(body, arguments).await?.convert())
    }

    fn resize(&self, width: u32, height: u32) -> Result<(), String> {
        if self.engine != Engine::Chromium {
            return self.fit_window(width, height);
        }
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
            .map(drop)
    }

    fn print(&self) -> Result<Vec<u8>, String> {
        self.drive(async |driver| {
            let paper = PrintParameters {
                page: PrintPage {
                    width: 21.0,
                    height: 29.7,
                },
                ..PrintParameters::default()
            };
            driver.print_page(paper).await
        })
    }

    fn screenshot(&self) -> Result<Vec<u8>, String> {
        self.drive(async |driver| driver.screenshot_as_png().await)
    }

    fn devtools(&self, method: &str, parameters: Value) -> Result<Value, String> {
        assert_eq!(
            self.engine,
            Engine::Chromium,
            "{method} is a DevTools command"
        );
        self.drive(async |driver| driver.cdp().send_raw(method, parameters).await)
    }
}

fn actions(driver: &WebDriver) -> ActionChain {
    driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
}

fn prepare(engine: Engine, profile: &Path, downloads: &Path) -> Result<(), String> {
    let prepared = fs::create_dir_all(downloads).and_then(|()| match engine {
        Engine::Chromium | Engine::WebKit => fs::create_dir_all(profile),
        Engine::Firefox => prepare_firefox(profile),
    });
    prepared.map_err(|error| format!("the profile in {}: {error}", profile.display()))
}

fn prepare_firefox(profile: &Path) -> std::io::Result<()> {
    // A window is otherwise at least 450 pixels wide.
    let narrow = ":root { min-width: 0 !important; }";
    fs::create_dir_all(profile.join("chrome"))?;
    fs::write(profile.join("chrome/userChrome.css"), narrow)
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
