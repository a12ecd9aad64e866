//! The page: mounts the app, and nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    sankarepo::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("`app` is the page. `cargo run` builds and serves it.");
}
