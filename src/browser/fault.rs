//! What a web API said when it failed.

use std::fmt;
use wasm_bindgen::{JsCast, JsValue};

/// The name of a `DOMException` or `Error` (`QuotaExceededError`,
/// `SecurityError` …) and its message, for the person's report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    pub name: String,
    pub message: String,
}

impl Fault {
    /// An API that this browser does not have, or does not give to this page.
    pub fn missing(api: &str) -> Self {
        Self {
            name: "NotSupportedError".into(),
            message: format!("{api} is not available"),
        }
    }
}

impl From<JsValue> for Fault {
    fn from(thrown: JsValue) -> Self {
        let text = |value: js_sys::JsString| String::from(value);
        match thrown.dyn_into::<js_sys::Error>() {
            Ok(error) => Self {
                name: text(error.name()),
                message: text(error.message()),
            },
            Err(other) => match other.dyn_into::<web_sys::DomException>() {
                Ok(exception) => Self {
                    name: exception.name(),
                    message: exception.message(),
                },
                Err(other) => Self {
                    name: "Error".into(),
                    message: format!("{other:?}"),
                },
            },
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.message)
    }
}
