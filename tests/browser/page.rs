//! What a person does with the page and sees on it.
//!
//! Everything is found by what it is and what it is called, never by a class.
//! Every act waits until it can be done, every check until it holds; what does
//! not happen in time fails the story with the visible text and a screenshot.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Key, WebElement};

use crate::engine::{Device, Engine, Size};
use crate::server::RUNTIME;
use crate::session::Session;
use crate::tools::Tools;
use crate::wait::{PATIENCE, until};

const EYES: &str = include_str!("page.js");

/// A thing on the page, by its accessible name.
#[derive(Clone, Debug)]
pub struct Target {
    name: String,
    scope: Option<String>,
}

impl From<&str> for Target {
    fn from(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            scope: None,
        }
    }
}

/// The thing called `name` inside the part of the page called `scope`
/// (a section, list item, dialog, …, by its label or first heading).
pub fn inside(scope: &str, name: &str) -> Target {
    Target {
        name: name.to_owned(),
        scope: Some(scope.to_owned()),
    }
}

/// A person in front of one browser.
pub struct Page<'a> {
    engine: Engine,
    device: Device,
    tools: &'a Tools,
    home: PathBuf,
    url: String,
    session: Option<Session>,
}

impl<'a> Page<'a> {
    /// A person with a new profile in the folder `home`, who will visit `url`.
    pub fn new(
        engine: Engine,
        device: Device,
        tools: &'a Tools,
        home: PathBuf,
        url: String,
    ) -> Self {
        Self {
            engine,
            device,
            tools,
            home,
            url,
            session: None,
        }
    }

    /// Which browser this is, for what only one of them can do.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// How large the window is.
    pub fn size(&self) -> Size {
        self.device.size
    }

    /// Goes to the start of the page, as its address alone does.
    #[track_caller]
    pub fn go_home(&self) {
        self.eval::<()>("location.hash = '#/'");
    }

    /// Opens the browser and goes to the page.
    #[track_caller]
    pub fn open(&mut self) {
        self.session = Some(self.must(Session::open(
            self.engine,
            self.tools,
            self.device,
            &self.home,
        )));
        self.go(&self.url);
    }

    /// Goes to an address.
    #[track_caller]
    pub fn go(&self, url: &str) {
        self.leaves(async |session| session.driver().goto(url).await);
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.leaves(async |session| session.driver().refresh().await);
    }

    /// Complaints of the old page are heard before it goes, and the new one is listened to.
    #[track_caller]
    fn leaves(&self, act: impl AsyncFnOnce(&Session) -> WebDriverResult<()>) {
        self.complains_about_nothing();
        self.must(self.drive(act));
        self.complains_about_nothing();
    }

    /// Closes the browser; [`Page::open`] opens it again on the same profile.
    #[track_caller]
    pub fn close(&mut self) {
        self.complains_about_nothing();
        let session = self.session.take().expect("the browser is open");
        self.must(session.close());
    }

    /// Clicks a button, link, tab, check box, field.
    #[track_caller]
    pub fn click(&self, target: impl Into<Target>) {
        let element = self.find("control", &target.into());
        self.must(self.drive(async |_| element.click().await));
    }

    /// Types into a field, key by key, at the end of what stands there.
    #[track_caller]
    pub fn type_into(&self, target: impl Into<Target>, text: &str) {
        self.look("caret", &target.into().arguments());
        self.type_text(text);
    }

    /// Types where the caret is, key by key.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        // WebKit's driver forgets to hold Shift for the characters that need it.
        let shifts = self.engine == Engine::WebKit;
        self.must(self.drive(async |session| {
            let mut chain = actions(session);
            for character in text.chars() {
                let key = if character == '\n' {
                    Key::Enter.value()
                } else {
                    character
                };
                let shift = shifts && needs_shift(character);
                if shift {
                    chain = chain.key_down(Key::Shift.value());
                }
                chain = chain.key_down(key).key_up(key);
                if shift {
                    chain = chain.key_up(Key::Shift.value());
                }
            }
            chain.perform().await
        }));
    }

    /// Presses a key or a chord such as `Enter`, `Control+b`, `Shift+Tab`.
    #[track_caller]
    pub fn press(&self, chord: &str) {
        let keys: Vec<char> = chord.split('+').map(key).collect();
        self.must(self.drive(async |session| {
            let mut chain = actions(session);
            for key in &keys {
                chain = chain.key_down(*key);
            }
            for key in keys.iter().rev() {
                chain = chain.key_up(*key);
            }
            chain.perform().await
        }));
    }

    /// Pastes at the caret, through the real clipboard and a real Ctrl+V.
    #[track_caller]
    pub fn paste(&self, text: &str) {
        self.look("clipboard", &json!(text));
        self.press("Control+c");
        self.press("Control+v");
    }

    /// Waits until the page says this, white space aside.
    #[track_caller]
    pub fn sees(&self, text: &str) {
        self.look("sees", &json!(text));
    }

    /// Waits until the page no longer says this.
    #[track_caller]
    pub fn sees_no(&self, text: &str) {
        self.look("misses", &json!(text));
    }

    /// The rendered text of the one element that matches a CSS selector.
    #[track_caller]
    pub fn text_of(&self, selector: &str) -> String {
        self.look("text", &json!(selector))
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// What stands in a field.
    #[track_caller]
    pub fn value_of(&self, target: impl Into<Target>) -> String {
        let target = target.into();
        self.look("value", &target.arguments())
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until a field holds exactly this.
    #[track_caller]
    pub fn holds(&self, target: impl Into<Target>, wanted: &str) {
        let target = target.into().arguments();
        self.must(until(PATIENCE, || {
            let seen = self.ask("value", &target)?;
            let seen = seen["value"].as_str().unwrap_or_default();
            if seen == wanted {
                Ok(())
            } else {
                Err(format!("the field holds {seen:?}, not {wanted:?}"))
            }
        }));
    }

    /// Evaluates the body of a function in the page.
    #[track_caller]
    pub fn eval<T: DeserializeOwned>(&self, body: &str) -> T {
        self.must(
            self.drive(async |session| session.driver().execute(body, vec![]).await?.convert()),
        )
    }

    /// Evaluates the body of a function in the page, with `arguments`.
    #[track_caller]
    pub fn call<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> T {
        self.must(self.drive(async |session| {
            session
                .driver()
                .execute(body, arguments.to_vec())
                .await?
                .convert()
        }))
    }

    /// Waits until the body of a function in the page returns true.
    #[track_caller]
    pub fn until(&self, body: &str) {
        self.must(until(PATIENCE, || {
            let held =
                self.drive(async |session| session.driver().execute(body, vec![]).await?.convert());
            if held? {
                Ok(())
            } else {
                Err(format!("does not come true: {body}"))
            }
        }));
    }

    /// Does `act`, waits for the file that it downloads, and returns its name and bytes.
    #[track_caller]
    pub fn downloads(&self, act: impl FnOnce(&Self)) -> (String, Vec<u8>) {
        let folder = self.home.join("downloads");
        let before = names(&folder);
        act(self);
        let name = self.must(until(PATIENCE, || {
            let new: Vec<String> = names(&folder)
                .into_iter()
                .filter(|name| !before.contains(name))
                .collect();
            let full =
                |name: &String| fs::metadata(folder.join(name)).is_ok_and(|file| file.len() > 0);
            match new.as_slice() {
                [name] if full(name) && !is_partial(name) => Ok(name.clone()),
                _ => Err(format!("no download has ended; there is {new:?}")),
            }
        }));
        let bytes = self.must(fs::read(folder.join(&name)).map_err(|error| error.to_string()));
        (name, bytes)
    }

    /// Takes a picture of the window.
    #[track_caller]
    pub fn screenshot(&self) -> Vec<u8> {
        self.must(self.drive(async |session| session.driver().screenshot_as_png().await))
    }

    /// A DevTools command; only Chromium has them.
    #[track_caller]
    pub fn devtools(&self, method: &str, parameters: Value) -> Value {
        self.must(
            self.session()
                .and_then(|session| session.devtools(method, parameters)),
        )
    }

    /// Every story ends with this.
    #[track_caller]
    pub fn complains_about_nothing(&self) {
        if let Some(session) = &self.session {
            let complaints = self.must(session.complaints());
            assert!(
                complaints.is_empty(),
                "the browser complains:\n{}",
                complaints.join("\n")
            );
        }
    }

    /// Waits for a complaint with these words, and forgives everything up to it.
    #[track_caller]
    pub fn complains_about(&self, words: &str) {
        let mut heard = Vec::new();
        self.must(until(PATIENCE, || {
            heard.extend(self.session()?.complaints()?);
            let complains = heard.iter().any(|complaint| complaint.contains(words));
            if complains {
                Ok(())
            } else {
                Err(format!("no complaint about {words:?} in {heard:?}"))
            }
        }));
    }

    /// Composes `steps.last()` with an input method where the caret is, showing each
    /// step before it, and confirms with Enter.
    ///
    /// Chromium has a real composition. The others get the recorded order of events
    /// (UI Events, "composition event order"; Safari ends the composition before the
    /// Enter that confirms it, WebKit bug 165004).
    #[track_caller]
    pub fn compose(&self, steps: &[&str]) {
        if self.engine == Engine::Chromium {
            self.compose_for_real(steps);
        } else {
            self.compose_as_recorded(steps, self.engine == Engine::WebKit);
        }
    }

    /// The events of a composition, in the order of Safari or of the others, in any browser.
    #[track_caller]
    pub fn compose_as_recorded(&self, steps: &[&str], safari: bool) {
        self.look("compose", &json!({ "steps": steps, "safari": safari }));
    }

    #[track_caller]
    fn compose_for_real(&self, steps: &[&str]) {
        let enter = json!({
            "type": "rawKeyDown", "key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229,
        });
        for step in steps {
            let end = step.encode_utf16().count();
            let shown = json!({ "text": step, "selectionStart": end, "selectionEnd": end });
            self.devtools("Input.imeSetComposition", shown);
        }
        self.devtools("Input.dispatchKeyEvent", enter);
        let text = steps.last().expect("a composition has a result");
        self.devtools("Input.insertText", json!({ "text": text }));
        self.devtools(
            "Input.dispatchKeyEvent",
            json!({ "type": "keyUp", "key": "Enter", "code": "Enter" }),
        );
    }

    /// The visible text, and a screenshot in the story's folder.
    pub fn evidence(&self) -> String {
        let text = match self.ask("everything", &Value::Null) {
            Ok(seen) => seen["value"].as_str().unwrap_or_default().to_owned(),
            Err(error) => return format!("nothing to see: {error}"),
        };
        let picture = self.home.join("failure.png");
        let taken = self.drive(async |session| session.driver().screenshot(&picture).await);
        let picture = taken.map_or_else(|error| error, |()| picture.display().to_string());
        format!("---- the page says ----\n{text}\n---- screenshot: {picture}")
    }

    fn session(&self) -> Result<&Session, String> {
        self.session
            .as_ref()
            .ok_or_else(|| "the browser is closed".to_owned())
    }

    fn drive<T>(&self, act: impl AsyncFnOnce(&Session) -> WebDriverResult<T>) -> Result<T, String> {
        let session = self.session()?;
        RUNTIME
            .block_on(act(session))
            .map_err(|error| error.to_string())
    }

    /// One call of page.js; a `why` in the answer is an error.
    fn ask(&self, function: &str, argument: &Value) -> Result<Value, String> {
        let script = format!("return ({EYES}).{function}(arguments[0])");
        let answer: Value = self.drive(async |session| {
            session
                .driver()
                .execute(script, vec![argument.clone()])
                .await?
                .convert()
        })?;
        match answer["why"].as_str() {
            Some(why) => Err(why.to_owned()),
            None => Ok(answer),
        }
    }

    #[track_caller]
    fn look(&self, function: &str, argument: &Value) -> Value {
        self.must(until(PATIENCE, || self.ask(function, argument)))["value"].take()
    }

    #[track_caller]
    fn find(&self, function: &str, target: &Target) -> WebElement {
        let found = self.must(until(PATIENCE, || self.ask(function, &target.arguments())));
        let handle = self.must(self.session()).driver().handle().clone();
        self.must(
            WebElement::from_json(found["element"].clone(), handle)
                .map_err(|error| error.to_string()),
        )
    }

    #[track_caller]
    fn must<T>(&self, outcome: Result<T, String>) -> T {
        outcome.unwrap_or_else(|why| panic!("{why}"))
    }
}

impl Target {
    fn arguments(&self) -> Value {
        json!({ "name": self.name, "scope": self.scope })
    }
}

fn actions(session: &Session) -> ActionChain {
    session
        .driver()
        .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
}

/// Whether a US keyboard needs Shift for it.
fn needs_shift(character: char) -> bool {
    character.is_ascii_uppercase() || "~!@#$%^&*()_+{}|:\"<>?".contains(character)
}

fn names(folder: &std::path::Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

/// Browsers write into a file of another name until the download is complete.
fn is_partial(name: &str) -> bool {
    name.starts_with('.')
        || [".crdownload", ".part", ".wkdownload"]
            .iter()
            .any(|end| name.ends_with(end))
}

fn key(name: &str) -> char {
    match name {
        "Control" => Key::Control.value(),
        "Shift" => Key::Shift.value(),
        "Alt" => Key::Alt.value(),
        "Enter" => Key::Enter.value(),
        "Tab" => Key::Tab.value(),
        "Escape" => Key::Escape.value(),
        "Space" => ' ',
        "Backspace" => Key::Backspace.value(),
        "Delete" => Key::Delete.value(),
        "ArrowUp" => Key::Up.value(),
        "ArrowDown" => Key::Down.value(),
        "ArrowLeft" => Key::Left.value(),
        "ArrowRight" => Key::Right.value(),
        "Home" => Key::Home.value(),
        "End" => Key::End.value(),
        one if one.chars().count() == 1 => one.chars().next().expect("one character"),
        other => panic!("no key is called {other}"),
    }
}
