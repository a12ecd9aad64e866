//! A browser without a driver, steered by a script of its page's server.
//!
//! WebKit's MiniBrowser keeps nothing on disk while a driver steers it, so the stories
//! that close it and open it again do without one. The script (`remote.js`) stands on a page of the
//! same origin that shows the page in a frame, which is served as it was built. It clicks and types
//! by script, not by real input, and cannot press keys, take pictures or choose the size of the
//! window.

use std::cell::Cell;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::Html;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::browser::{Browser, EYES, answer_or_why};
use crate::engine::Device;
use crate::process::Process;
use crate::server::MOUNT;
use crate::tools::Tools;
use crate::wait::{PATIENCE, until};
use crate::webkit;

/// Where the page is, in a frame beside what steers it.
pub const STEERED: &str = "/remote/";

/// Where an order waits for the page, and its answer for the story.
#[derive(Clone, Default)]
pub struct Desk(Arc<Mutex<Letters>>);

#[derive(Default)]
struct Letters {
    order: Option<Order>,
    answer: Option<Answer>,
}

#[derive(Serialize)]
struct Order {
    number: u64,
    function: String,
    argument: Value,
}

#[derive(Deserialize)]
struct Answer {
    number: u64,
    answer: Value,
}

impl Desk {
    /// What must answer for as long as the browser is steered: the page with the frame, and where
    /// orders are fetched.
    pub fn router(&self) -> Router {
        let script = include_str!("remote.js").replace("EYES", EYES);
        let page = include_str!("remote.html").replace("MOUNT", MOUNT);
        let as_script = [(header::CONTENT_TYPE, "text/javascript")];
        Router::new()
            .route(STEERED, get(move || async move { Html(page) }))
            .route(
                "/remote/script.js",
                get(move || async move { (as_script, script) }),
            )
            .route("/remote/order", get(order))
            .route("/remote/answer", post(answer))
            .with_state(self.clone())
    }

    fn letters(&self) -> MutexGuard<'_, Letters> {
        self.0.lock().expect("no holder panics")
    }
}

async fn order(State(desk): State<Desk>) -> String {
    json!(desk.letters().order).to_string()
}

async fn answer(State(desk): State<Desk>, body: String) -> StatusCode {
    let Ok(answer) = serde_json::from_str::<Answer>(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    let mut letters = desk.letters();
    // A page that was left may still answer; only the order that waits is answered.
    if letters
        .order
        .as_ref()
        .is_some_and(|order| order.number == answer.number)
    {
        letters.order = None;
        letters.answer = Some(answer);
    }
    StatusCode::NO_CONTENT
}

/// An open MiniBrowser. Dropped, it is killed.
pub struct Remote {
    desk: Desk,
    asked: Cell<u64>,
    process: Process,
    // Dropped last: the browser goes before its screen.
    _screen: Process,
}

impl Remote {
    /// Opens the browser on the profile in `home`, at `url`: [`STEERED`] of a host that steers through
    /// `desk`.
    pub fn open(
        tools: &Tools,
        device: Device,
        home: &Path,
        url: &str,
        desk: &Desk,
    ) -> Result<Self, String> {
        let (screen, environment) = webkit::prepare(tools, device, home)?;
        *desk.letters() = Letters::default();
        let mut command = Command::new(tools.path("minibrowser")?);
        command
            .args(["--enable-write-console-messages-to-stdout=true", url])
            .envs(environment);
        let process = Process::start(&mut command, &home.join("printed.log"))?;
        Ok(Self {
            desk: desk.clone(),
            asked: Cell::new(0),
            process,
            _screen: screen,
        })
    }

    /// Waits for the answer, because the page may not have been loaded yet.
    fn send(&self, function: &str, argument: &Value) -> Result<Value, String> {
        let number = self.asked.get() + 1;
        self.asked.set(number);
        let (function, argument) = (function.to_owned(), argument.clone());
        *self.desk.letters() = Letters {
            order: Some(Order {
                number,
                function,
                argument,
            }),
            answer: None,
        };
        let answer = until(PATIENCE, || {
            let answer = self.desk.letters().answer.take();
            answer.ok_or_else(|| format!("the page does not answer\n{}", self.process.printed()))
        })?;
        answer_or_why(answer.answer)
    }
}

impl Browser for Remote {
    fn ask(&self, function: &str, argument: &Value) -> Result<Value, String> {
        self.send(function, argument)
    }

    fn click(&self, target: &Value) -> Result<(), String> {
        self.send("click", target).map(drop)
    }

    fn type_text(&self, text: &str) -> Result<(), String> {
        self.send("type", &json!(text)).map(drop)
    }

    fn complaints(&self) -> Result<Vec<String>, String> {
        let heard = self.send("complaints", &Value::Null)?["value"].take();
        serde_json::from_value(heard).map_err(|error| error.to_string())
    }

    fn close(mut self: Box<Self>) -> Result<(), String> {
        self.process.end()
    }

    fn kill_tab(self: Box<Self>) -> Result<(), String> {
        self.process.kill_members(&["WebKitWebProcess"])?;
        self.close()
    }
}
