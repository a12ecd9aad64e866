//! What is worked out of the texts: at once, and again when they changed and the hands rest. Must
//! not know what that is.

use leptos::prelude::*;

use super::live::effect;
use crate::browser::clock;
use crate::browser::timer::Timer;

/// So long the hands rest before it is worked out again, and so many times as long as that took the
/// last time.
const PAUSE_MS: i32 = 500;
const PAUSES: i32 = 10;

/// Looks at once, so that what is drawn first is not drawn otherwise right afterwards, and whenever
/// something changed that `read` reads: at once too where what it returns changed, else when the
/// hands rest. What `is_large` is looked at once it has been drawn.
pub fn follow<K: PartialEq + 'static>(
    is_large: bool,
    read: impl Fn() -> K + 'static,
    look: impl Fn() + Clone + 'static,
) {
    let waits = StoredValue::new_local(None::<Timer>);
    let last = StoredValue::new_local((None::<K>, 0.0));
    effect(move |_| {
        let key = Some(read());
        let look = look.clone();
        let look = move || {
            let start = clock::since_load();
            untrack(look);
            last.try_update_value(|(_, took)| *took = clock::since_load() - start);
        };
        let (is_same, took) = last.with_value(|(before, took)| (*before == key, *took));
        if is_same {
            let wait = PAUSE_MS.max(took as i32 * PAUSES);
            waits.set_value(Timer::after(wait, look));
        } else {
            last.update_value(|(before, _)| *before = key);
            if is_large {
                waits.set_value(Timer::after(0, look));
            } else {
                waits.set_value(None);
                look();
            }
        }
    });
}
