//! Whether the browser keeps what the page has stored also when it needs room
//! (<https://storage.spec.whatwg.org/#persistence>). Must not know what is stored.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::Fault;

/// Whether it does.
pub async fn is_granted() -> Result<bool, Fault> {
    let answer = JsFuture::from(manager()?.persisted()?).await?;
    Ok(answer.is_truthy())
}

/// Asks it to; some browsers ask the person then, others decide by themselves. True if it will.
pub async fn ask() -> Result<bool, Fault> {
    let answer = JsFuture::from(manager()?.persist()?).await?;
    Ok(answer.is_truthy())
}

/// Missing where the host is not to be trusted.
fn manager() -> Result<StorageManager, Fault> {
    let navigator = web_sys::window()
        .ok_or_else(|| Fault::missing("window"))?
        .navigator();
    let manager = js_sys::Reflect::get(&navigator, &"storage".into())?;
    manager.dyn_into().map_err(|_| Fault::missing("storage"))
}
