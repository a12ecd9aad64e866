//! What a browser complains about: uncaught errors, unhandled rejections,
//! `console.error`, violations of the content security policy.
//!
//! Chromium and Firefox tell them from outside the page and from its first byte
//! on, so that a page which fails before any script of the harness could run is
//! heard too. WebKit tells a driver nothing: there a listener is put into the page
//! once it has loaded.

use std::cell::Cell;

use axum::http::Method;
use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};

use crate::engine::Engine;
use crate::process::Process;
use crate::server::RUNTIME;

/// Listens to one open browser.
#[derive(Default)]
pub struct Complaints {
    /// How much of what was printed has been looked through, in bytes.
    heard: Cell<usize>,
}

impl Complaints {
    /// The complaints since this was last asked.
    pub fn hear(
        &self,
        engine: Engine,
        driver: &WebDriver,
        process: &Process,
    ) -> Result<Vec<String>, String> {
        let heard = match engine {
            Engine::Chromium => RUNTIME.block_on(console(driver)),
            Engine::Firefox => RUNTIME.block_on(privileged_console(driver)),
            Engine::WebKit => RUNTIME.block_on(overheard(driver)),
        };
        let mut heard = heard.map_err(|error| format!("reading the console: {error}"))?;
        if engine == Engine::Firefox {
            heard.extend(self.printed(&process.printed()));
        }
        Ok(heard)
    }

    fn printed(&self, printed: &str) -> Vec<String> {
        // A line that is still being printed is heard next time.
        let whole = printed.rfind('\n').map_or(0, |end| end + 1);
        let new = &printed[self.heard.replace(whole).min(whole)..whole];
        new.lines().filter_map(firefox_line).collect()
    }
}

async fn console(driver: &WebDriver) -> thirtyfour::error::WebDriverResult<Vec<String>> {
    let entries = driver.browser_log().await?;
    let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
    Ok(severe.map(|entry| entry.message).collect())
}

/// Firefox reports errors and violations to a service that only its own context can read.
async fn privileged_console(driver: &WebDriver) -> thirtyfour::error::WebDriverResult<Vec<String>> {
    const READ: &str = "
        const all = Services.console.getMessageArray();
        Services.console.reset();
        return all
            .filter(it => it instanceof Ci.nsIScriptError && !(it.flags & Ci.nsIScriptError.warningFlag))
            .filter(it => it.sourceName.startsWith('http') || it.category === 'CSP')
            .map(it => `${it.errorMessage} (${it.sourceName}:${it.lineNumber})`)";
    driver.cmd(Context("chrome")).await?;
    let read = driver.execute(READ, vec![]).await;
    driver.cmd(Context("content")).await?;
    read?.convert()
}

/// Puts the listener into the page if it is not there yet, and takes what it has heard.
async fn overheard(driver: &WebDriver) -> thirtyfour::error::WebDriverResult<Vec<String>> {
    const LISTEN: &str = "
        if (!window.overheard) {
            const heard = window.overheard = [];
            addEventListener('error', it => heard.push(`${it.message} (${it.filename}:${it.lineno})`));
            addEventListener('unhandledrejection', it => heard.push(`unhandled: ${it.reason}`));
            document.addEventListener('securitypolicyviolation', it =>
                heard.push(`${it.violatedDirective} forbids ${it.blockedURI} (${it.sourceFile}:${it.lineNumber})`));
            const tell = console.error;
            console.error = (...said) => { heard.push(said.join(' ')); tell.apply(console, said); };
        }
        return window.overheard.splice(0)";
    driver.execute(LISTEN, vec![]).await?.convert()
}

/// geckodriver's own command: whether scripts run in the page or in the browser itself.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("session/{session}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}

/// Firefox prints its own complaints too, but those of a page begin with a value.
fn firefox_line(line: &str) -> Option<String> {
    let said = line.trim().strip_prefix("console.error: ")?;
    let is_own = said.contains("resource://") || said.contains("chrome://");
    let is_value = !is_own && said.starts_with(['"', '(', '{', '[']);
    is_value.then(|| serde_json::from_str(said).unwrap_or_else(|_| said.to_owned()))
}
