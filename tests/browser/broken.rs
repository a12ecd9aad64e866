//! A host that is broken: a file is missing, cut off, or another one, as after a
//! bad deploy or behind the Wi-Fi of a hall. The cookie [`COOKIE`] of a story's
//! browser names the fault, so that no other story meets it.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// The name of the cookie.
pub const COOKIE: &str = "broken";

/// What can be broken: the value of the cookie.
pub const FAULTS: [&str; 5] = [
    "no-webassembly",
    "program-missing",
    "program-cut",
    "program-panics",
    "files-gone",
];

/// The page starts, and the key `q` traps as a panic does. The page's own script does
/// it: what a driver runs has errors of its own in Firefox.
pub const STOPS: &str = "stops-at-q";

/// A file that the page needs no sooner than the next visit does not come to an end.
pub const ICON_NEVER_COMES: &str = "icon-never-comes";

/// What marks a drawing under way stays, as where the page is killed because it hangs.
pub const DRAWING_NEVER_ENDS: &str = "drawing-never-ends";

/// Both keepers take what is written, say so, and keep nothing of it.
pub const KEEPERS_LIE: &str = "keepers-lie";

/// What Safari says of itself in a tab on iOS, and on the home screen.
pub const TAB_OF_SAFARI: &str = "tab-of-safari";
pub const INSTALLED_ON_IOS: &str = "installed-on-ios";

/// How often it is asked to keep everything also when it needs room is counted, in the session of
/// the tab. It never says yes.
pub const COUNTS_ASKING: &str = "counts-asking";

/// Browsers that are another, or keep nothing, or do not answer. The scripts stand before the page's
/// own, because no driver but one can run something before it.
const BROWSERS: [(&str, &str); 8] = [
    (
        TAB_OF_SAFARI,
        "Object.defineProperty(navigator, 'standalone', { value: false });\n",
    ),
    (
        INSTALLED_ON_IOS,
        "Object.defineProperty(navigator, 'standalone', { value: true });\n",
    ),
    (
        COUNTS_ASKING,
        "globalThis.StorageManager ??= class StorageManager {};
         sessionStorage.asked ??= 0;
         const manager = Object.assign(Object.create(StorageManager.prototype), {
             persisted: async () => false,
             persist: async () => { sessionStorage.asked = Number(sessionStorage.asked) + 1; return false; },
         });
         Object.defineProperty(navigator, 'storage', { value: manager });\n",
    ),
    (
        "no-archive",
        "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });\n",
    ),
    (
        "archive-does-not-open",
        "IDBFactory.prototype.open = () => new EventTarget();\n",
    ),
    (
        "storage-blocked",
        "for (const name of ['localStorage', 'indexedDB']) {
             const get = () => { throw new DOMException('', 'SecurityError'); };
             Object.defineProperty(globalThis, name, { get });
         }\n",
    ),
    (
        DRAWING_NEVER_ENDS,
        "const { removeItem } = Storage.prototype;
         Storage.prototype.removeItem = function (key) {
             if (!key.endsWith('setting/drawing')) removeItem.call(this, key);
         };\n",
    ),
    (
        KEEPERS_LIE,
        "Storage.prototype.setItem = () => {};
         IDBObjectStore.prototype.put = function () { return this.get('nothing'); };\n",
    ),
];

/// The smallest program: a start function that traps, as a panic does.
const TRAP: &[u8] =
    b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x08\x01\0\x0a\x05\x01\x03\0\0\x0b";

/// Answers as a whole host does, or as a broken one.
pub async fn break_if_asked(mut request: Request, next: Next) -> Response {
    let cookies = request.headers().get(header::COOKIE);
    let cookies = cookies.and_then(|value| value.to_str().ok()).unwrap_or("");
    let fault = cookies.split("; ").find_map(|cookie| {
        let (name, value) = cookie.split_once('=')?;
        FAULTS
            .into_iter()
            .chain([STOPS, ICON_NEVER_COMES])
            .chain(BROWSERS.map(|(name, _)| name))
            .find(|fault| name == COOKIE && value == *fault)
    });
    let Some(fault) = fault else {
        return next.run(request).await;
    };
    let path = request.uri().path().to_owned();
    let name = path.rsplit('/').next().unwrap_or_default();
    let program = name.ends_with(".wasm");
    // What is cut is the file, not its compressed form, and not what a cache has.
    for name in [header::ACCEPT_ENCODING, header::IF_MODIFIED_SINCE] {
        request.headers_mut().remove(name);
    }
    let browser = BROWSERS.iter().find(|(browser, _)| *browser == fault);
    if let Some((_, script)) = browser
        && name == "start.js"
    {
        return preceded_by(next.run(request).await, script).await;
    }
    // What is broken is met on the way from the host, not in what the page keeps of itself.
    if fault != ICON_NEVER_COMES && name == "worker.js" {
        return ([(header::CONTENT_TYPE, "text/javascript")], "").into_response();
    }
    match fault {
        ICON_NEVER_COMES if name.ends_with(".svg") => std::future::pending().await,
        "program-missing" if program => StatusCode::NOT_FOUND.into_response(),
        "program-panics" if program => {
            ([(header::CONTENT_TYPE, "application/wasm")], TRAP).into_response()
        }
        "program-cut" if program => {
            changed(next.run(request).await, |bytes| {
                bytes.truncate(bytes.len() / 2)
            })
            .await
        }
        // As where the browser forbids it: iOS in Lockdown Mode, for example.
        "no-webassembly" if name == "start.js" => {
            preceded_by(next.run(request).await, "delete globalThis.WebAssembly;\n").await
        }
        STOPS if name == "start.js" => {
            let trap = format!(
                "addEventListener('keydown', ({{ key }}) => {{
                     if (key !== 'q') return;
                     document.querySelector('textarea').value += 'の続き';
                     new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from({TRAP:?})));
                 }}, true);\n"
            );
            preceded_by(next.run(request).await, &trap).await
        }
        // The page of one deploy with the files of another.
        "files-gone" if name.is_empty() => {
            changed(next.run(request).await, |bytes| {
                *bytes = String::from_utf8_lossy(bytes)
                    .replace("/app-", "/old-")
                    .into_bytes();
            })
            .await
        }
        _ => next.run(request).await,
    }
}

async fn preceded_by(response: Response, script: &str) -> Response {
    changed(response, |bytes| {
        bytes.splice(0..0, script.bytes());
    })
    .await
}

async fn changed(response: Response, change: impl FnOnce(&mut Vec<u8>)) -> Response {
    let (mut parts, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX)
        .await
        .expect("a file is read whole");
    let mut bytes = whole.to_vec();
    change(&mut bytes);
    // Nor may a cache take it for the file.
    for name in [header::CONTENT_LENGTH, header::LAST_MODIFIED] {
        parts.headers.remove(name);
    }
    Response::from_parts(parts, Body::from(bytes))
}
