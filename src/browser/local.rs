//! localStorage, through gloo-storage behind a probe: where storage is denied,
//! gloo panics, so nothing reaches it before the browser has handed one out.

use gloo_storage::{LocalStorage, Storage as _};

use super::Fault;

/// The probe: the browser throws a `SecurityError` where the person has blocked
/// site data, and gives `null` where there is none.
fn storage() -> Result<web_sys::Storage, Fault> {
    let window = web_sys::window().ok_or_else(|| Fault::missing("window"))?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) => Err(Fault::missing("localStorage")),
        Err(thrown) => Err(thrown.into()),
    }
}

/// Every key that begins with `prefix`, with its value.
pub fn read_all(prefix: &str) -> Result<Vec<(String, String)>, Fault> {
    let storage = storage()?;
    let mut keys = Vec::new();
    for index in 0..storage.length()? {
        keys.extend(storage.key(index)?.filter(|key| key.starts_with(prefix)));
    }
    let mut entries = Vec::with_capacity(keys.len());
    for key in keys {
        if let Some(value) = storage.get_item(&key)? {
            entries.push((key, value));
        }
    }
    Ok(entries)
}

/// The value of one key.
pub fn read(key: &str) -> Result<Option<String>, Fault> {
    Ok(storage()?.get_item(key)?)
}

/// Writes one key; a full store throws `QuotaExceededError`.
pub fn write(key: &str, value: &str) -> Result<(), Fault> {
    Ok(storage()?.set_item(key, value)?)
}

/// Removes one key; a missing one is no fault.
pub fn remove(key: &str) -> Result<(), Fault> {
    Ok(storage()?.remove_item(key)?)
}
