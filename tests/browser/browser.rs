//! What an open browser can be asked to do, whoever steers it.

use std::fmt;

use serde_json::Value;

/// The script of [`Browser::ask`].
pub const EYES: &str = include_str!("page.js");

/// What of a browser is killed: without a warning, as a system does that has no memory
/// left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Victim {
    /// The process in which the page runs.
    Tab,
    /// All processes.
    Browser,
}

impl fmt::Display for Victim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tab => "tab",
            Self::Browser => "browser",
        })
    }
}

/// One thing that is done with the pointer of a mouse.
#[derive(Clone, Copy, Debug)]
pub enum Pointing {
    /// To a place in the window, in CSS pixels.
    To(i64, i64),
    Down,
    Up,
}

/// An open browser, showing one page. Every call does its work once, without waiting
/// for the page to be ready for it. What only a driver can do fails by default.
pub trait Browser {
    /// Calls a function of `page.js`.
    ///
    /// # Errors
    /// The sentence in which the function says why it has no answer.
    fn ask(&self, function: &str, argument: &Value) -> Result<Value, String>;

    /// Clicks the thing that a target (see `page.js`) names.
    fn click(&self, target: &Value) -> Result<(), String>;

    /// Types where the caret is.
    fn type_text(&self, text: &str) -> Result<(), String>;

    /// What the browser complained about since this was last asked.
    fn complaints(&self) -> Result<Vec<String>, String>;

    /// Closes it so that what it keeps is on disk.
    fn close(self: Box<Self>) -> Result<(), String>;

    /// Kills the process of the page, then closes the rest as [`Browser::close`] does.
    fn kill_tab(self: Box<Self>) -> Result<(), String>;

    /// Goes to an address.
    fn go(&self, url: &str) -> Result<(), String> {
        only_a_driver_can(&format!("go to {url}"))
    }

    /// Loads the page again.
    fn reload(&self) -> Result<(), String> {
        only_a_driver_can("load the page again")
    }

    /// Opens another tab and shows it.
    fn open_tab(&self) -> Result<(), String> {
        only_a_driver_can("open a tab")
    }

    /// Shows the tab that was opened as the `index`-th, counted from 0.
    fn show_tab(&self, index: usize) -> Result<(), String> {
        only_a_driver_can(&format!("show tab {index}"))
    }

    /// Presses keys one after the other, and lets them go in the opposite order.
    fn press(&self, chord: &[char]) -> Result<(), String> {
        only_a_driver_can(&format!("press {chord:?}"))
    }

    /// Presses the pointer at the start of the thing that a target names and lets it go at its end.
    fn drag_over(&self, _target: &Value) -> Result<(), String> {
        only_a_driver_can("drag the pointer")
    }

    /// Clicks what a target names while Shift is held.
    fn shift_click(&self, _target: &Value) -> Result<(), String> {
        only_a_driver_can("hold a key while it clicks")
    }

    /// Does things with the pointer, one after the other.
    fn point(&self, _acts: &[Pointing]) -> Result<(), String> {
        only_a_driver_can("use the pointer")
    }

    /// Turns the wheel over the thing that a target names, downwards by so many CSS pixels.
    fn turn_wheel(&self, _target: &Value, _by: i64) -> Result<(), String> {
        only_a_driver_can("turn the wheel")
    }

    /// Evaluates the body of a function in the page.
    fn eval(&self, body: &str, _arguments: &[Value]) -> Result<Value, String> {
        only_a_driver_can(body)
    }

    /// Gives the inside of the window another size, in CSS pixels.
    fn resize(&self, width: u32, height: u32) -> Result<(), String> {
        only_a_driver_can(&format!("make the window {width} × {height}"))
    }

    /// The page on paper, as PDF.
    fn print(&self) -> Result<Vec<u8>, String> {
        only_a_driver_can("print the page")
    }

    /// The window as PNG.
    fn screenshot(&self) -> Result<Vec<u8>, String> {
        only_a_driver_can("take a screenshot")
    }

    /// A DevTools command; only Chromium has them.
    fn devtools(&self, method: &str, _parameters: Value) -> Result<Value, String> {
        only_a_driver_can(method)
    }
}

fn only_a_driver_can<T>(what: &str) -> Result<T, String> {
    Err(format!(
        "only a driver can {what}, and this browser is steered without one"
    ))
}

/// The answer of a function of `page.js`, or why there is none.
pub fn answer_or_why(answer: Value) -> Result<Value, String> {
    match answer["why"].as_str() {
        Some(why) => Err(why.to_owned()),
        None => Ok(answer),
    }
}
