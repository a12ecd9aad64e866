//! Files that the person hands to the page.

use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, HtmlInputElement, TextDecoder, TextDecoderOptions};

use super::Fault;

/// The file that stands in a file field; `None` if there is none. The field is empty afterwards,
/// so that the same file can be chosen again.
pub fn chosen(field: &HtmlInputElement) -> Option<File> {
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// The first file that is dropped or pasted.
pub fn handed(data: &DataTransfer) -> Option<File> {
    data.files()?.get(0)
}

/// Whether what is dragged is a file.
pub fn is_dragged(data: &DataTransfer) -> bool {
    data.types().includes(&"Files".into(), 0)
}

pub async fn bytes(file: &File) -> Result<Vec<u8>, Fault> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The text of a file as UTF-8.
pub async fn text(file: &File) -> Result<String, Fault> {
    let text = JsFuture::from(file.text()).await?;
    Ok(text.as_string().unwrap_or_default())
}

/// The bytes as text in an encoding by its name; `None` if any is not valid in it.
pub fn decoded(encoding: &str, bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
