//! Components: props in, callbacks out. Exists only on wasm32.

use leptos::prelude::*;

/// Puts the app into the page.
pub fn mount() {
    leptos::mount::mount_to_body(|| view! { <main>"Sankarepo"</main> });
}
