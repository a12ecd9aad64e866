//! Files beside the page that are fetched when they are wanted.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::Fault;

/// The text of a file in the page's own folder.
pub async fn text(name: &str) -> Result<String, Fault> {
    let window = web_sys::window().ok_or_else(|| Fault::missing("window"))?;
    let response = JsFuture::from(window.fetch_with_str(name)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(Fault {
            name: "NetworkError".into(),
            message: format!("{name}: {}", response.status()),
        });
    }
    let text = JsFuture::from(response.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}
