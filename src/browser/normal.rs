//! Unicode normalization, for which every browser has the tables.

/// Normalization Form KC (<https://tc39.es/ecma262/#sec-string.prototype.normalize>).
pub fn nfkc(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}
