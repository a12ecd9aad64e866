//! The system's share sheet.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, Navigator, ShareData};

use super::Fault;

/// Share sheets know this; few know `text/markdown`.
pub const PLAIN: &str = "text/plain";

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}

fn data(name: &str, text: &str, media_type: &str) -> Result<ShareData, Fault> {
    let options = FilePropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&text.into());
    let file = File::new_with_str_sequence_and_options(&parts, name, &options)?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    Ok(data)
}

/// Whether there is a share sheet that takes files.
pub fn takes_files() -> bool {
    let Some(navigator) = navigator() else {
        return false;
    };
    // `canShare` is missing in desktop Firefox: ask before calling.
    let known = Reflect::get(&navigator, &"canShare".into());
    let Ok(can_share) = known.and_then(|found| found.dyn_into::<Function>()) else {
        return false;
    };
    let Ok(data) = data("a.md", "a", PLAIN) else {
        return false;
    };
    can_share
        .call1(&navigator, &data)
        .is_ok_and(|answer| answer.is_truthy())
}

/// Opens the share sheet with a file of this media type. `Ok(false)` if the person closed it.
pub async fn text_file(name: &str, text: &str, media_type: &str) -> Result<bool, Fault> {
    let navigator = navigator().ok_or_else(|| Fault::missing("navigator"))?;
    let shared = JsFuture::from(navigator.share_with_data(&data(name, text, media_type)?)).await;
    match shared.map_err(Fault::from) {
        Ok(_) => Ok(true),
        Err(fault) if fault.name == "AbortError" => Ok(false),
        Err(fault) => Err(fault),
    }
}
