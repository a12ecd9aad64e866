//! What a person does with the page and sees on it.
//!
//! Everything is found by what it is and what it is called, never by a class.
//! Every act waits until it can be done, every check until it holds; what does
//! not happen in time fails the story with the visible text and a screenshot.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::browser::{Browser, Pointing, Victim};
use crate::engine::{Device, Engine, Size};
use crate::idle::Shared;
use crate::keys;
use crate::remote::{Desk, Remote};
use crate::server::Site;
use crate::session::Session;
use crate::tools::Tools;
use crate::wait::{PATIENCE, until};

/// A thing on the page, by its accessible name.
#[derive(Clone, Debug)]
pub struct Target {
    name: String,
    scope: Option<String>,
    /// Whether it is no control, but a paragraph, item or cell that says just this.
    words: bool,
}

impl From<&str> for Target {
    fn from(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            scope: None,
            words: false,
        }
    }
}

/// The thing called `name` inside the part of the page called `scope`
/// (a section, list item, dialog, …, by its label or first heading).
pub fn inside(scope: &str, name: &str) -> Target {
    Target {
        name: name.to_owned(),
        scope: Some(scope.to_owned()),
        words: false,
    }
}

/// The paragraph, heading, item or cell that says just this.
pub fn words(text: &str) -> Target {
    Target {
        words: true,
        ..Target::from(text)
    }
}

/// A person in front of one browser.
pub struct Page<'a> {
    engine: Engine,
    device: Device,
    tools: &'a Tools,
    home: PathBuf,
    url: String,
    steered: Option<Desk>,
    /// The host of the page, if it is this person's alone.
    site: Option<Site>,
    /// Whether the browser may be one that told a story before.
    shares: Cell<bool>,
    shared: Option<Shared>,
    browser: Option<Box<dyn Browser>>,
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
            steered: None,
            site: None,
            shares: Cell::new(false),
            shared: None,
            browser: None,
        }
    }

    /// Where a program or script is that the stories need besides the browsers.
    #[track_caller]
    pub fn tool(&self, name: &str) -> &Path {
        self.must(self.tools.path(name))
    }

    /// Which browser this is, for what only one of them can do.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The same person, whose browser has no driver: the server of the page steers
    /// it through `desk`.
    pub fn steered(mut self, desk: Desk) -> Self {
        self.steered = Some(desk);
        self
    }

    /// The same person, for whom alone `site` is there.
    pub fn hosted_by(mut self, site: Site) -> Self {
        self.site = Some(site);
        self
    }

    /// The host of the page.
    #[track_caller]
    pub fn host(&self) -> &Site {
        self.site.as_ref().expect("the story has a host of its own")
    }

    /// The same person, to whom a browser will do that told another story before, of
    /// another origin.
    pub fn sharing(self) -> Self {
        self.shares.set(true);
        self
    }

    /// Fails if anything of another story is here.
    #[track_caller]
    pub fn finds_nothing_of_another_story(&self) {
        if self.shared.is_some() {
            let found: String = self.eval("return Object.keys(localStorage) + document.cookie");
            assert_eq!(found, "", "another story has left something");
        }
    }

    /// Leaves the browser to the next story, unless this one changed it.
    pub fn give_back(mut self) {
        if let Some(shared) = self.shared.take()
            && self.shares.get()
            && let Err(why) = shared.give_back()
        {
            eprintln!("a browser is closed, not given back: {why}");
        }
    }

    /// Changes what the device is set to; holds from the next [`Page::open`] on.
    pub fn sets_device(&mut self, dark: bool, language: &'static str) {
        self.device.dark = dark;
        self.device.language = language;
    }

    /// The size of the window's inside.
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
        let (tools, device, home) = (self.tools, self.device, &self.home);
        if let Some(desk) = &self.steered {
            let remote = Remote::open(tools, device, home, &self.url, desk);
            self.browser = Some(Box::new(self.must(remote)));
        } else if self.shares.get() {
            self.shared = Some(self.must(Shared::take(self.engine, tools, device)));
            self.go(&self.url);
        } else {
            let session = Session::open(self.engine, tools, device, home);
            self.browser = Some(Box::new(self.must(session)));
            self.go(&self.url);
        }
    }

    /// Goes to an address.
    #[track_caller]
    pub fn go(&self, url: &str) {
        self.leaves(|browser| browser.go(url));
    }

    /// Opens the address that is shown in another tab too, and goes on there.
    #[track_caller]
    pub fn opens_again_in_a_tab(&self) {
        let url: String = self.eval("return location.href");
        self.has_focus(Some(false));
        self.leaves(|browser| {
            browser.open_tab()?;
            browser.go(&url)
        });
    }

    /// Goes on in the tab that was opened as the `index`-th, counted from 0.
    #[track_caller]
    pub fn shows_tab(&self, index: usize) {
        self.has_focus(Some(false));
        self.leaves(|browser| browser.show_tab(index));
        self.has_focus(None);
    }

    /// The same, while the person goes on typing in the tab that was shown.
    #[track_caller]
    pub fn shows_tab_beside(&self, index: usize) {
        self.has_focus(Some(true));
        self.leaves(|browser| browser.show_tab(index));
        self.has_focus(None);
    }

    /// Goes on in another tab where one of the two is frozen, and so cannot be asked for
    /// anything.
    #[track_caller]
    pub fn switches_to_tab(&self, index: usize) {
        self.must(self.browser().and_then(|browser| browser.show_tab(index)));
    }

    /// A headless browser gives the focus to every tab, or to none; WebKit takes it from the text
    /// sometimes, and sometimes not.
    #[track_caller]
    fn has_focus(&self, said: Option<bool>) {
        self.call::<()>(
            "const [said] = arguments;
             if (said === null) delete document.hasFocus;
             else document.hasFocus = () => said;
             window.hearsNothing ??= event => event.stopImmediatePropagation();
             const listen = said ? addEventListener : removeEventListener;
             listen('blur', window.hearsNothing, true);",
            &[json!(said)],
        );
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.leaves(|browser| browser.reload());
    }

    /// Loads the page again; what the browser complains about then is part of the story.
    #[track_caller]
    pub fn reload_broken(&self) {
        self.complains_about_nothing();
        self.must(self.browser().and_then(|browser| browser.reload()));
    }

    /// Forgives everything that the browser has complained about so far.
    #[track_caller]
    pub fn forgive(&self) {
        self.must(self.browser().and_then(|browser| browser.complaints()));
    }

    /// Complaints of the old page are heard before it goes, and the new one is listened to.
    #[track_caller]
    fn leaves(&self, act: impl FnOnce(&dyn Browser) -> Result<(), String>) {
        self.complains_about_nothing();
        self.must(self.browser().and_then(act));
        self.complains_about_nothing();
    }

    /// Closes the browser; [`Page::open`] opens it again on the same profile.
    #[track_caller]
    pub fn close(&mut self) {
        self.complains_about_nothing();
        self.shares.set(false);
        if let Some(Shared { session, home, .. }) = self.shared.take() {
            self.home = home;
            return self.must(Box::new(session).close());
        }
        let browser = self.browser.take().expect("the browser is open");
        self.must(browser.close());
    }

    /// Kills the tab or the browser in the middle of whatever it does; [`Page::open`]
    /// opens it again on the same profile.
    #[track_caller]
    pub fn kills(&mut self, victim: Victim) {
        let browser = self.browser.take().expect("a browser of its own is open");
        match victim {
            // Dropped, it is killed with all of its family.
            Victim::Browser => drop(browser),
            Victim::Tab => self.must(browser.kill_tab()),
        }
    }

    /// The text of the section that is open, and the sign, at one moment.
    #[track_caller]
    pub fn state(&self) -> Value {
        self.look("state", &Value::Null)
    }

    /// Clicks a button, link, tab, check box, field.
    #[track_caller]
    pub fn click(&self, target: impl Into<Target>) {
        let target = target.into().arguments();
        self.must(until(PATIENCE, || self.browser()?.click(&target)));
    }

    /// Clicks something while Shift is held.
    #[track_caller]
    pub fn shift_clicks(&self, target: impl Into<Target>) {
        let target = target.into().arguments();
        self.must(until(PATIENCE, || self.browser()?.shift_click(&target)));
    }

    /// Selects a text with the pointer, from its start to its end.
    #[track_caller]
    pub fn selects(&self, target: impl Into<Target>) {
        let target = target.into().arguments();
        self.must(until(PATIENCE, || self.browser()?.drag_over(&target)));
    }

    /// Does things with the pointer of a mouse, one after the other.
    #[track_caller]
    pub fn points(&self, acts: &[Pointing]) {
        self.must(self.browser().and_then(|browser| browser.point(acts)));
    }

    /// Turns the wheel over a field or a part of the page: downwards by so many CSS pixels.
    #[track_caller]
    pub fn turns_wheel_over(&self, target: impl Into<Target>, by: i64) {
        let target = target.into().arguments();
        self.must(until(PATIENCE, || self.browser()?.turn_wheel(&target, by)));
    }

    /// Types into a field, key by key, at the end of what stands there.
    #[track_caller]
    pub fn type_into(&self, target: impl Into<Target>, text: &str) {
        self.look("caret", &target.into().arguments());
        self.type_text(text);
    }

    /// Waits until the caret stands in a field.
    #[track_caller]
    pub fn has_caret(&self) {
        self.look("writing", &Value::Null);
    }

    /// Waits until the browser keeps the page itself, for when the network is off.
    #[track_caller]
    pub fn is_kept(&self) {
        self.look("kept", &Value::Null);
    }

    /// Waits until something matches a CSS selector.
    #[track_caller]
    pub fn has(&self, selector: &str) {
        self.look("exists", &json!(selector));
    }

    /// Types where the caret is, key by key.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.must(self.browser().and_then(|browser| browser.type_text(text)));
    }

    /// Presses a key or a chord such as `Enter`, `Control+b`, `Shift+Tab`.
    #[track_caller]
    pub fn press(&self, chord: &str) {
        let chord = keys::chord(chord);
        self.must(self.browser().and_then(|browser| browser.press(&chord)));
    }

    /// Pastes at the caret, through the real clipboard and a real Ctrl+V.
    #[track_caller]
    pub fn paste(&self, text: &str) {
        self.paste_what(&json!({ "text": text }));
    }

    /// Pastes what was copied from a page: its HTML, and the same as plain text.
    #[track_caller]
    pub fn paste_rich(&self, html: &str, text: &str) {
        self.paste_what(&json!({ "text": text, "html": html }));
    }

    #[track_caller]
    fn paste_what(&self, contents: &Value) {
        self.look("clipboard", contents);
        self.press("Control+c");
        self.press("Control+v");
    }

    /// Picks a file with the button of this name. The system's picker is no part of the page.
    #[track_caller]
    pub fn picks(&self, button: &str, name: &str, bytes: &[u8]) {
        self.hands("pick", button, name, bytes);
    }

    /// Drags a file over the page and drops it there.
    #[track_caller]
    pub fn drops(&self, name: &str, bytes: &[u8]) {
        self.hands("drop", "", name, bytes);
    }

    /// Pastes a file that was copied elsewhere.
    #[track_caller]
    pub fn pastes_file(&self, name: &str, bytes: &[u8]) {
        self.hands("paste", "", name, bytes);
    }

    /// Pastes text where no field has the focus, so that a driver's keys copy nothing.
    #[track_caller]
    pub fn pastes_outside(&self, text: &str) {
        self.look("hand", &json!({ "way": "paste", "text": text }));
    }

    #[track_caller]
    fn hands(&self, way: &str, button: &str, name: &str, bytes: &[u8]) {
        let file = json!({ "way": way, "button": button, "name": name, "bytes": bytes });
        self.look("hand", &file);
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

    /// Chooses from a list of options by the words of both.
    #[track_caller]
    pub fn chooses(&self, list: &str, option: &str) {
        self.look("choose", &json!({ "name": list, "value": option }));
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
        self.call(body, &[])
    }

    /// Evaluates the body of a function in the page, with `arguments`.
    #[track_caller]
    pub fn call<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> T {
        let value = self.must(
            self.browser()
                .and_then(|browser| browser.eval(body, arguments)),
        );
        self.must(serde_json::from_value(value).map_err(|error| format!("{error} in: {body}")))
    }

    /// Waits until the body of a function in the page returns true.
    #[track_caller]
    pub fn until(&self, body: &str) {
        self.must(until(PATIENCE, || {
            match self.browser()?.eval(body, &[])? {
                Value::Bool(true) => Ok(()),
                other => Err(format!("is {other}, not true: {body}")),
            }
        }));
    }

    /// Does `act`, waits for the file that it downloads, and returns its name and bytes.
    #[track_caller]
    pub fn downloads(&self, act: impl FnOnce(&Self)) -> (String, Vec<u8>) {
        let home = self
            .shared
            .as_ref()
            .map_or(&self.home, |shared| &shared.home);
        let folder = home.join("downloads");
        let before = names(&folder);
        if self.engine == Engine::WebKit {
            // MiniBrowser shows every download in a line below the page, for as long as it is
            // open: the window would get lower with every story.
            self.shares.set(false);
        }
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
        let file = folder.join(&name);
        let bytes = self.must(fs::read(&file).map_err(|error| error.to_string()));
        // The next one of this name is a new file again: WebKit writes over it.
        self.must(fs::remove_file(&file).map_err(|error| error.to_string()));
        (name, bytes)
    }

    /// Opens a file of the device, as one does with what was downloaded. Not as a `data:` address,
    /// which WebKit puts under the policy of the page before.
    #[track_caller]
    pub fn opens_file(&self, name: &str, bytes: &[u8]) {
        let file = self.home.join(name);
        self.must(fs::write(&file, bytes).map_err(|error| error.to_string()));
        self.go(&format!("file://{}", file.display()));
    }

    /// A picture of the window, as PNG.
    #[track_caller]
    pub fn screenshot(&self) -> Vec<u8> {
        self.must(self.browser().and_then(|browser| browser.screenshot()))
    }

    /// The page on A4 paper, as PDF.
    #[track_caller]
    pub fn prints(&self) -> Vec<u8> {
        self.must(self.browser().and_then(Browser::print))
    }

    /// Gives the inside of the window another size; no other story gets this browser.
    #[track_caller]
    pub fn resizes(&self, width: u32, height: u32) {
        self.shares.set(false);
        self.must(
            self.browser()
                .and_then(|browser| browser.resize(width, height)),
        );
    }

    /// A DevTools command; only Chromium has them.
    #[track_caller]
    pub fn devtools(&self, method: &str, parameters: Value) -> Value {
        // What is not input stays as it was set: no other story gets this browser.
        self.shares
            .set(self.shares.get() && method.starts_with("Input."));
        self.must(
            self.browser()
                .and_then(|browser| browser.devtools(method, parameters)),
        )
    }

    /// Every story ends with this.
    #[track_caller]
    pub fn complains_about_nothing(&self) {
        if let Ok(browser) = self.browser() {
            let complaints = self.must(browser.complaints());
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
            heard.extend(self.browser()?.complaints()?);
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
        let taken = self
            .browser()
            .and_then(Browser::screenshot)
            .and_then(|bytes| fs::write(&picture, bytes).map_err(|error| error.to_string()));
        let picture = taken.map_or_else(|why| why, |()| picture.display().to_string());
        format!("---- the page says ----\n{text}\n---- screenshot: {picture}")
    }

    fn browser(&self) -> Result<&dyn Browser, String> {
        let shared = self.shared.as_ref();
        shared
            .map(|shared| &shared.session as &dyn Browser)
            .or(self.browser.as_deref())
            .ok_or_else(|| "the browser is closed".to_owned())
    }

    fn ask(&self, function: &str, argument: &Value) -> Result<Value, String> {
        self.browser()?.ask(function, argument)
    }

    #[track_caller]
    fn look(&self, function: &str, argument: &Value) -> Value {
        self.must(until(PATIENCE, || self.ask(function, argument)))["value"].take()
    }

    #[track_caller]
    fn must<T>(&self, outcome: Result<T, String>) -> T {
        outcome.unwrap_or_else(|why| panic!("{why}"))
    }
}

impl Target {
    fn arguments(&self) -> Value {
        json!({ "name": self.name, "scope": self.scope, "words": self.words })
    }
}

fn names(folder: &Path) -> Vec<String> {
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
