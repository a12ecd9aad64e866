//! Listening to an event for as long as something lives.

use wasm_bindgen::prelude::*;
use web_sys::EventTarget;

/// A listener. Dropping it stops the listening.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    call: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listener {
    /// Calls `call` whenever `event` happens on `target`.
    pub fn new(
        target: impl Into<EventTarget>,
        event: &'static str,
        call: impl FnMut(web_sys::Event) + 'static,
    ) -> Self {
        let target = target.into();
        let call = Closure::new(call);
        let added = target.add_event_listener_with_callback(event, call.as_ref().unchecked_ref());
        // The standard lets it throw for a wrong argument only.
        debug_assert!(added.is_ok());
        Self {
            target,
            event,
            call,
        }
    }

    /// Goes on for as long as the page lives.
    pub fn forever(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _was_there = self
            .target
            .remove_event_listener_with_callback(self.event, self.call.as_ref().unchecked_ref());
    }
}
