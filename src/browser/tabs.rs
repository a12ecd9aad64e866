//! The other tabs of this page: what they write to localStorage, and a channel
//! on which they say what they know. Neither reaches the tab that wrote.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

use super::Fault;
use super::listen::Listener;

/// Calls `call` with each key that another tab changed and what stands there
/// now. Without a key everything was removed.
/// <https://html.spec.whatwg.org/multipage/webstorage.html#the-storageevent-interface>
pub fn on_storage(mut call: impl FnMut(Option<String>, Option<String>) + 'static) {
    if let Some(window) = web_sys::window() {
        Listener::new(window, "storage", move |event| {
            let event: StorageEvent = event.unchecked_into();
            call(event.key(), event.new_value());
        })
        .forever();
    }
}

thread_local! {
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Opens the channel `name` and calls `call` with each text that another tab says.
pub fn listen(name: &str, mut call: impl FnMut(String) + 'static) -> Result<(), Fault> {
    let channel = BroadcastChannel::new(name)?;
    Listener::new(channel.clone(), "message", move |event| {
        let event: MessageEvent = event.unchecked_into();
        if let Some(text) = event.data().as_string() {
            call(text);
        }
    })
    .forever();
    CHANNEL.set(Some(channel));
    Ok(())
}

/// Says a text to every other tab that listens.
pub fn tell(text: &str) -> Result<(), Fault> {
    CHANNEL.with_borrow(|channel| match channel {
        Some(channel) => Ok(channel.post_message(&text.into())?),
        None => Err(Fault::missing("BroadcastChannel")),
    })
}
