//! The service worker that keeps the page (`src/worker.js`): whether a new version of it waits,
//! and that it may come. Must not know what the person is told of that.

use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

use super::Fault;
use super::listen::Listener;
use super::page;

/// Calls `waits` when a version of the page is kept that is newer than the one that is open:
/// <https://www.w3.org/TR/service-workers/#dom-serviceworkerregistration-waiting>.
pub fn on_new_version(waits: impl Fn() + 'static) {
    let waits = Rc::new(waits);
    spawn_local(async move {
        let Ok(container) = container() else { return };
        let Some(registration) = registration(&container).await else {
            return;
        };
        if is_waiting(&registration) {
            waits();
        }
        let found = registration.clone();
        Listener::new(registration, "updatefound", move |_| {
            let Some(worker) = found.installing() else {
                return;
            };
            let (found, waits) = (found.clone(), Rc::clone(&waits));
            Listener::new(worker, "statechange", move |_| {
                if is_waiting(&found) {
                    waits();
                }
            })
            .forever();
        })
        .forever();
    });
}

/// Looks on the host for a new version. Without a network nothing comes of it.
pub fn look_for_new_version() {
    spawn_local(async {
        let Ok(container) = container() else { return };
        let Some(registration) = registration(&container).await else {
            return;
        };
        if let Ok(looking) = registration.update() {
            let _offline_at_worst = JsFuture::from(looking).await;
        }
    });
}

/// Lets the version come that waits, and loads the page again once it is there.
pub fn let_new_version_come() -> Result<(), Fault> {
    let container = container()?;
    spawn_local(async move {
        let waiting = registration(&container).await.and_then(|it| it.waiting());
        let Some(waiting) = waiting else {
            return page::reload();
        };
        Listener::new(container, "controllerchange", |_| page::reload()).forever();
        let told = waiting.post_message(&"come".into());
        debug_assert!(told.is_ok());
    });
    Ok(())
}

/// The one that came first is kept by nobody else yet, and comes without being asked.
fn is_waiting(registration: &ServiceWorkerRegistration) -> bool {
    registration.active().is_some() && registration.waiting().is_some()
}

/// It is not there where the browser keeps no pages, or where the host is not to be trusted.
fn container() -> Result<ServiceWorkerContainer, Fault> {
    let navigator = web_sys::window()
        .ok_or_else(|| Fault::missing("window"))?
        .navigator();
    let container = Reflect::get(&navigator, &"serviceWorker".into())?;
    container
        .dyn_into()
        .map_err(|_| Fault::missing("serviceWorker"))
}

async fn registration(container: &ServiceWorkerContainer) -> Option<ServiceWorkerRegistration> {
    let ready = container.ready().ok()?;
    JsFuture::from(ready).await.ok()?.dyn_into().ok()
}
