//! Time zones, by `Intl`. Formatters are slow to make and quick to use, so the last one is kept.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::domain::{Instant, Zones};

/// The zones that the browser knows.
pub struct Intl;

/// Whether the browser has a time zone of this name.
pub fn knows(zone: &str) -> bool {
    Intl.offset(zone, Instant(0)).is_some()
}

/// The last zone that was asked for, and what is known of it. A formatter is there if the browser
/// knows the zone.
struct Known {
    zone: String,
    format: Option<Function>,
    /// By the quarter of an hour: no zone has ever changed its clocks within one.
    offsets: BTreeMap<i64, i32>,
}

thread_local! {
    static KNOWN: RefCell<Option<Known>> = const { RefCell::new(None) };
}

impl Zones for Intl {
    fn offset(&self, zone: &str, at: Instant) -> Option<i32> {
        KNOWN.with_borrow_mut(|known| {
            if known.as_ref().is_none_or(|known| known.zone != zone) {
                *known = Some(Known {
                    zone: zone.to_owned(),
                    format: formatter(zone),
                    offsets: BTreeMap::new(),
                });
            }
            let known = known.as_mut()?;
            let format = known.format.as_ref()?;
            let quarter = at.0.div_euclid(15);
            if let Some(offset) = known.offsets.get(&quarter) {
                return Some(*offset);
            }
            let offset = ask(format, at)?;
            known.offsets.insert(quarter, offset);
            Some(offset)
        })
    }
}

/// What shows a time as `11/28/2026, GMT+09:00`; `None` for a zone that is not known.
fn formatter(zone: &str) -> Option<Function> {
    if zone.is_empty() {
        return None;
    }
    let options = Object::new();
    for (name, value) in [("timeZone", zone), ("timeZoneName", "longOffset")] {
        Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let format = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?;
    let arguments = Array::of2(&"en-US".into(), &options);
    let format = Reflect::construct(format.unchecked_ref::<Function>(), &arguments).ok()?;
    let format = Reflect::get(&format, &"format".into()).ok()?;
    format.dyn_into().ok()
}

fn ask(format: &Function, at: Instant) -> Option<i32> {
    let milliseconds = at.0 as f64 * 60_000.0;
    let date = Date::new(&JsValue::from_f64(milliseconds));
    let shown = format.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()?;
    let (_, offset) = shown.rsplit_once("GMT")?;
    if offset.is_empty() {
        return Some(0);
    }
    let (sign, clock) = offset.split_at_checked(offset.chars().next()?.len_utf8())?;
    let mut parts = clock.split(':').map(str::parse::<i32>);
    let minutes = parts.next()?.ok()? * 60 + parts.next()?.ok()?;
    Some(if sign == "+" { minutes } else { -minutes })
}
