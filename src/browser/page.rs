//! The page itself: its address, its title, and when it is put away.

use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

use super::Fault;
use super::listen::Listener;

fn window() -> Result<web_sys::Window, Fault> {
    web_sys::window().ok_or_else(|| Fault::missing("window"))
}

/// The fragment of the address, with its `#`.
pub fn fragment() -> String {
    window()
        .and_then(|window| Ok(window.location().hash()?))
        .unwrap_or_default()
}

/// The folder that the page was loaded from, for example `/sankarepo/`.
pub fn folder() -> String {
    let path = window()
        .and_then(|window| Ok(window.location().pathname()?))
        .unwrap_or_default();
    match path.rfind('/') {
        Some(end) => path[..=end].to_owned(),
        None => "/".to_owned(),
    }
}

/// A value that the address brings before its fragment: what another app shares.
pub fn query(name: &str) -> String {
    window()
        .and_then(|window| Ok(window.location().search()?))
        .and_then(|search| Ok(UrlSearchParams::new_with_str(&search)?.get(name)))
        .ok()
        .flatten()
        .unwrap_or_default()
}

/// The address brings nothing any more, and no entry of the history does.
pub fn forget_query() -> Result<(), Fault> {
    let address = folder() + &fragment();
    let history = window()?.history()?;
    Ok(history.replace_state_with_url(&JsValue::NULL, "", Some(&address))?)
}

/// Goes to a fragment; the browser's back button leads back.
pub fn go(fragment: &str) -> Result<(), Fault> {
    Ok(window()?.location().set_hash(fragment)?)
}

/// Goes to a fragment in place of the present one.
pub fn replace(fragment: &str) -> Result<(), Fault> {
    Ok(window()?.location().replace(fragment)?)
}

/// What the entry of the history says that stands for something over a screen.
const OVER: &str = "over";

/// Gives what begins to lie over the screen an entry of the history, so that Back leads out of it
/// and not out of the screen.
pub fn begin_over() -> Result<(), Fault> {
    Ok(window()?
        .history()?
        .push_state(&JsValue::from_str(OVER), "")?)
}

/// It lies there no more: its entry goes, if it is the present one.
pub fn end_over() {
    let history = window().and_then(|window| Ok(window.history()?));
    if let Ok(history) = history
        && history.state().is_ok_and(|state| state == OVER)
    {
        let gone_back = history.back();
        debug_assert!(gone_back.is_ok());
    }
}

/// Passes over entries of what lies there no more: they are met again behind a screen that was
/// opened from there, and after a reload.
pub fn pass_over_ended() {
    end_over();
    if let Ok(window) = window() {
        Listener::new(window, "popstate", |_| end_over()).forever();
    }
}

/// Loads the page again.
pub fn reload() {
    if let Ok(window) = window() {
        let reloaded = window.location().reload();
        debug_assert!(reloaded.is_ok());
    }
}

/// Opens the browser's dialog for paper and PDF.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let printed = window.print();
        debug_assert!(printed.is_ok());
    }
}

/// Sets what the tab is called.
pub fn set_title(title: &str) {
    if let Some(document) = window().ok().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Calls `call` with the fragment whenever it changes.
pub fn on_fragment(mut call: impl FnMut(String) + 'static) {
    if let Ok(window) = window() {
        Listener::new(window, "hashchange", move |_| call(fragment())).forever();
    }
}

/// Calls `call` whenever the page may be about to go: hidden, left, or no
/// longer in focus. `visibilitychange` is the last that a phone reliably sends.
/// <https://developer.mozilla.org/docs/Web/API/Document/visibilitychange_event>
pub fn on_put_away(call: impl Fn() + Clone + 'static) {
    put_away_listeners(call)
        .into_iter()
        .for_each(Listener::forever);
}

/// The same for as long as the listeners live.
pub fn put_away_listeners(call: impl Fn() + Clone + 'static) -> Vec<Listener> {
    let Ok(window) = window() else {
        return Vec::new();
    };
    let mut targets: Vec<(web_sys::EventTarget, _)> = ["pagehide", "blur", "freeze"]
        .map(|event| (window.clone().into(), event))
        .into();
    targets.extend(window.document().map(|it| (it.into(), "visibilitychange")));
    let listen = |(target, event): (web_sys::EventTarget, _)| {
        let call = call.clone();
        Listener::new(target, event, move |_| call())
    };
    targets.into_iter().map(listen).collect()
}

/// Calls `call` whenever the page may have slept: it is shown again, or comes
/// back from the browser's memory.
pub fn on_come_back(call: impl Fn() + Clone + 'static) {
    let Ok(window) = window() else { return };
    if let Some(document) = window.document() {
        let (shown, call) = (document.clone(), call.clone());
        Listener::new(document, "visibilitychange", move |_| {
            if !shown.hidden() {
                call();
            }
        })
        .forever();
    }
    for event in ["pageshow", "focus"] {
        let call = call.clone();
        Listener::new(window.clone(), event, move |_| call()).forever();
    }
}

/// Moves the view to the top, as a new screen expects.
pub fn scroll_to_top() {
    if let Ok(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether the device is one of Apple's, whose keyboards have a ⌘ key.
pub fn is_apple() -> bool {
    let platform = web_sys::window().and_then(|window| window.navigator().platform().ok());
    platform.is_some_and(|platform| platform.starts_with("Mac") || platform.starts_with("iP"))
}
