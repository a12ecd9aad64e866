//! A static host for the page, as a person would find it: compressed, with the right types, under
//! any path. Knows nothing of the tool, so that the browser tests can use it too.

use std::path::Path;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware::map_response;
use axum::response::{Redirect, Response};
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;

/// Serves the folder under `sub_path`, which is `/` or begins and does not end with a slash.
///
/// Like GitHub Pages it sends `/name` on to `/name/`: relative links need the slash.
pub fn router(dist: &Path, sub_path: &str) -> Router {
    let files = ServeDir::new(dist);
    let router = if sub_path == "/" {
        Router::new().fallback_service(files)
    } else {
        let folder = format!("{sub_path}/");
        let to_folder = Redirect::permanent(&folder);
        Router::new()
            .route(sub_path, get(|| async { to_folder }))
            .nest_service(&folder, files)
    };
    router
        .layer(map_response(revalidate))
        .layer(CompressionLayer::new())
}

/// A rebuilt page must not meet an old file in the browser's cache.
async fn revalidate(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
