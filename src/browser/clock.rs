//! The clock of the device. It can be wrong and can jump: the time of day is shown to the person
//! and decides nothing.

use js_sys::{Array, Object, Reflect};

use crate::domain::Date;

/// Milliseconds since 1970.
pub fn now() -> u64 {
    // A clock from before 1970 is told as 1970.
    js_sys::Date::now() as u64
}

/// Milliseconds since the page was loaded. They go up evenly; while the device sleeps, they may
/// stand still (<https://www.w3.org/TR/hr-time-3/>).
pub fn since_load() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// The day where the device is: `2026-11-24`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year}-{month:02}-{day:02}")
}

/// A day as the person's language writes it in a few characters, with its day of the week:
/// `11/28(土)`, `Sat, 11/28`.
pub fn day(day: Date, language: &str) -> String {
    shown_day(day, language, &[("month", "numeric")])
}

/// A day with its month as a word: `4月18日(土)`, `Sat, Apr 18`, or with its year.
pub fn day_in_words(day: Date, language: &str, with_year: bool) -> String {
    let whole: &[_] = &[("month", "short"), ("year", "numeric")];
    shown_day(day, language, &whole[..1 + usize::from(with_year)])
}

fn shown_day(day: Date, language: &str, more: &[(&str, &str)]) -> String {
    let always = [
        ("weekday", "short"),
        ("day", "numeric"),
        ("timeZone", "UTC"),
    ];
    let milliseconds = f64::from(day.day_number()) * 86_400_000.0;
    shown(language, always.iter().chain(more), milliseconds)
}

/// A time in milliseconds since 1970 as the person's language writes it, in the time
/// zone of the device, to the second. Empty for a time that no calendar has.
pub fn time(milliseconds: u64, language: &str) -> String {
    let options = [("dateStyle", "medium"), ("timeStyle", "medium")];
    shown(language, &options, milliseconds as f64)
}

fn shown<'a>(
    language: &str,
    options: impl IntoIterator<Item = &'a (&'a str, &'a str)>,
    milliseconds: f64,
) -> String {
    let wanted = Object::new();
    for (name, value) in options {
        let set = Reflect::set(&wanted, &(*name).into(), &(*value).into());
        debug_assert!(set.is_ok());
    }
    let format = js_sys::Intl::DateTimeFormat::new(&Array::of1(&language.into()), &wanted);
    let date = js_sys::Date::new(&milliseconds.into());
    let text = format
        .format()
        .call1(&wasm_bindgen::JsValue::UNDEFINED, &date);
    text.ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
