//! Files that the person hands to the page.

use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use super::Fault;

/// The text of the file that stands in a file field, as UTF-8; `None` if there is
/// none. The field is empty afterwards, so that the same file can be chosen again.
pub async fn chosen_text(field: &HtmlInputElement) -> Result<Option<String>, Fault> {
    let Some(file) = field.files().and_then(|files| files.get(0)) else {
        return Ok(None);
    };
    let text = JsFuture::from(file.text()).await;
    field.set_value("");
    Ok(text?.as_string())
}
