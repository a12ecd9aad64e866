//! One file per web API. Makes no decisions, returns `Result`. Exists only on wasm32.
