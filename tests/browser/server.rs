//! The origins that a story needs: the page under a sub-path, and a stranger
//! that counts who calls.

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex};

use axum::Router;

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, map_request};
use axum::routing::any;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tower_http::services::{ServeDir, ServeFile};

use crate::broken::break_if_asked;
use crate::remote::Desk;
use crate::wait::PATIENCE;

// The server of `cargo run`: the page is tested behind what it is used behind.
#[path = "../../src/bin/xtask/serve.rs"]
mod serve;

/// The runtime behind the servers and the WebDriver client; stories themselves are blocking.
pub static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Runtime::new().expect("threads can be started"));

/// Where the release build is mounted: a sub-path, as on a project page of a static host.
pub const MOUNT: &str = "/a/sankarepo";

/// Where it is mounted a second time, on the same origin.
pub const NEIGHBOUR: &str = "/b/sankarepo";

/// Where the harness's own practice page is mounted.
pub const LAB: &str = "/lab";

/// Where the bare page of the bench is.
pub const FLOOR: &str = "/floor.html";

/// The origin of the page.
pub struct Site {
    /// `http://127.0.0.1:port`
    pub origin: String,
    asked: Arc<Mutex<BTreeSet<String>>>,
    router: Box<dyn Fn(&Path) -> Router + Send + Sync>,
    /// Through which its browser is steered, if no driver does.
    desk: Option<Desk>,
    /// Held all the time, so that no other host gets its address.
    listener: std::net::TcpListener,
    /// The host's own, so that it ends with all its connections.
    runtime: Mutex<Option<Runtime>>,
}

impl Site {
    /// Serves `dist`, the practice page and the bare page.
    pub fn serve(dist: &Path) -> Self {
        Self::listen(dist, None, false)
    }

    /// The same, with its files compressed, as most hosts have them: each time anew, which takes
    /// longer than to hand them over.
    pub fn serve_compressed(dist: &Path) -> Self {
        Self::listen(dist, None, true)
    }

    /// The same, and a page that shows the page and takes orders from `desk`.
    pub fn serve_steered(dist: &Path, desk: &Desk) -> Self {
        Self::listen(dist, Some(desk.clone()), false)
    }

    fn listen(dist: &Path, desk: Option<Desk>, compressed: bool) -> Self {
        let asked = Arc::new(Mutex::new(BTreeSet::new()));
        let log = Arc::clone(&asked);
        let remember = move |mut request: Request| {
            if !compressed {
                request.headers_mut().remove(header::ACCEPT_ENCODING);
            }
            let path = request.uri().path().to_owned();
            log.lock().expect("no holder panics").insert(path);
            async { request }
        };
        let steering = desk.as_ref().map(Desk::router).unwrap_or_default();
        let router = move |dist: &Path| {
            let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
            Router::new()
                .merge(serve::router(dist, MOUNT))
                .merge(serve::router(dist, NEIGHBOUR))
                .nest_service(LAB, ServeDir::new(own.join("lab")))
                .route_service(FLOOR, ServeFile::new(own.join("bench/floor.html")))
                .layer(from_fn(break_if_asked))
                .layer(map_request(remember.clone()))
                .merge(steering.clone())
        };
        let listener = bind();
        let site = Self {
            origin: origin(address_of(&listener)),
            asked,
            router: Box::new(router),
            desk,
            listener,
            runtime: Mutex::new(None),
        };
        site.serves(dist);
        site
    }

    /// The host is gone, in the middle of whatever it was asked: who calls is cut off. A browser
    /// that is steered by it gets orders all the same, and nothing else.
    pub fn goes_off(&self) {
        if let Some(desk) = &self.desk {
            let nothing = || async { StatusCode::SERVICE_UNAVAILABLE };
            let router = desk.router().fallback(nothing);
            return self.run(|listener| async move { axum::serve(listener, router).await });
        }
        self.run(|listener| async move {
            loop {
                drop(listener.accept().await?);
            }
        });
    }

    /// It is there, under the same address, with this page.
    pub fn serves(&self, dist: &Path) {
        let router = (self.router)(dist);
        self.run(|listener| async move { axum::serve(listener, router).await });
    }

    fn run<F>(&self, work: impl FnOnce(TcpListener) -> F + Send + 'static)
    where
        F: Future<Output = std::io::Result<()>> + Send,
    {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("threads can be started");
        let listener = self.listener.try_clone();
        let listener = listener.expect("a socket can be shared");
        let before = self.runtime.lock().expect("no holder panics").take();
        if let Some(before) = before {
            before.shutdown_timeout(PATIENCE);
        }
        runtime.spawn(async move { work(TcpListener::from_std(listener)?).await });
        *self.runtime.lock().expect("no holder panics") = Some(runtime);
    }

    /// The address of the page.
    pub fn page(&self) -> String {
        format!("{}{MOUNT}/", self.origin)
    }

    /// Every path that was asked for so far under [`MOUNT`], without it.
    pub fn asked(&self) -> BTreeSet<String> {
        let asked = self.asked.lock().expect("no holder panics");
        asked
            .iter()
            .filter_map(|path| path.strip_prefix(MOUNT))
            .map(str::to_owned)
            .collect()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let runtime = self.runtime.lock().ok().and_then(|mut it| it.take());
        if let Some(runtime) = runtime {
            runtime.shutdown_background();
        }
    }
}

/// A second origin. Nothing in a report may make a browser call it.
pub struct Stranger {
    address: SocketAddr,
    calls: Arc<AtomicUsize>,
}

impl Stranger {
    /// Answers every path with a tiny picture, and counts.
    pub fn start() -> Self {
        let calls = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&calls);
        let router = Router::new().fallback(any(move || {
            counter.fetch_add(1, Ordering::SeqCst);
            async { picture() }
        }));
        Self {
            address: listen(router),
            calls,
        }
    }

    /// `http://127.0.0.1:port`
    pub fn origin(&self) -> String {
        origin(self.address)
    }

    /// Requests so far, of any kind.
    pub fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }
}

fn picture() -> (HeaderMap, &'static str) {
    let mut headers = HeaderMap::new();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("image/svg+xml"),
    );
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    (
        headers,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>"#,
    )
}

fn origin(address: SocketAddr) -> String {
    format!("http://{address}")
}

fn listen(router: Router) -> SocketAddr {
    let listener = bind();
    let address = address_of(&listener);
    RUNTIME.spawn(async move {
        let listener = TcpListener::from_std(listener)?;
        axum::serve(listener, router).await
    });
    address
}

/// Under a port that no story had before: the system gives those of stories that have ended out
/// again, and a browser remembers what it keeps for an address.
fn bind() -> std::net::TcpListener {
    static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    let mut had = HAD.lock().expect("no port is lost");
    // Those that are of no use stay taken until another one is found.
    let mut of_no_use = Vec::new();
    let listener = loop {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
        let listener = listener.expect("the loopback interface has a free port");
        if had.insert(address_of(&listener).port()) {
            break listener;
        }
        of_no_use.push(listener);
    };
    let set = listener.set_nonblocking(true);
    set.expect("a socket can be asked without waiting");
    listener
}

fn address_of(listener: &std::net::TcpListener) -> SocketAddr {
    let address = listener.local_addr();
    address.expect("a bound socket has an address")
}
