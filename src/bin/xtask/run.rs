//! `cargo run`: the page, built and served on this machine.

use std::fs;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Stdio;

use tokio::process::Command;
use tokio::runtime::Runtime;

use crate::error::{Error, Result};
use crate::{build, serve, tools};

/// Where the search for a free port begins.
pub const FIRST_PORT: u16 = 8080;

/// Builds the page for release and serves it until it is interrupted.
pub fn run(root: &Path, first_port: u16) -> Result<()> {
    let dist = build::build(root)?;
    let listener = free_port(first_port)?;
    let serving = Runtime::new().and_then(|runtime| runtime.block_on(serve(&dist, listener)));
    serving.map_err(Error::io("serve the page"))
}

/// Serves a debug build, which Trunk makes again on every change.
///
/// The browser is reloaded by hand: the page's policy does not let Trunk's own script in.
pub fn watch(root: &Path, first_port: u16) -> Result<()> {
    let toolbox = tools::ensure(root, tools::github_answers)?;
    let dist = root.join("target").join("watch");
    fs::create_dir_all(&dist).map_err(Error::io("make target/watch"))?;
    let listener = free_port(first_port)?;
    let mut trunk = build::trunk(&toolbox, root)?;
    trunk
        .args(["watch", "--dist"])
        .arg(&dist)
        .stdin(Stdio::null());
    let watching = async {
        let mut trunk = Command::from(trunk).kill_on_drop(true).spawn()?;
        tokio::select! {
            served = serve(&dist, listener) => served,
            // It goes on after a build that fails, so it ends only if it could not begin.
            ended = trunk.wait() => match ended?.success() {
                true => Ok(()),
                false => Err(io::Error::other("Trunk ended")),
            },
        }
    };
    let watched = Runtime::new().and_then(|runtime| runtime.block_on(watching));
    watched.map_err(Error::io("watch the sources"))
}

/// The first port from `first` on that nobody listens on.
fn free_port(first: u16) -> Result<TcpListener> {
    let mut taken = None;
    for port in first..first.saturating_add(100) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => taken = Some(error),
            Err(error) => return Err(Error::io(format!("listen on port {port}"))(error)),
        }
    }
    let error = taken.unwrap_or_else(|| ErrorKind::AddrInUse.into());
    Err(Error::io(format!("find a free port after {first}"))(error))
}

/// Serves until the person interrupts it.
async fn serve(dist: &Path, listener: TcpListener) -> io::Result<()> {
    println!("http://{}/  (Ctrl+C ends it)", listener.local_addr()?);
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    tokio::select! {
        served = axum::serve(listener, serve::router(dist, "/")).into_future() => served,
        interrupted = tokio::signal::ctrl_c() => interrupted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    #[test]
    fn a_port_that_is_taken_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let free = free_port(port).unwrap();
        assert!(free.local_addr().unwrap().port() > port);
    }

    /// The head and the length of the answer to a GET of that path.
    fn get(port: u16, path: &str) -> (String, usize) {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        let request =
            format!("GET {path} HTTP/1.0\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer
            .windows(4)
            .position(|bytes| bytes == b"\r\n\r\n")
            .unwrap();
        (
            String::from_utf8(answer[..end].to_vec()).unwrap(),
            answer.len() - end - 4,
        )
    }

    #[test]
    fn the_page_is_served_compressed_and_typed_under_a_path() {
        let dist = std::env::temp_dir().join(format!("sankarepo-dist-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        for name in ["index.html", "app.wasm", "app.webmanifest"] {
            fs::write(dist.join(name), "x".repeat(10_000)).unwrap();
        }
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let listener = runtime
            .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .unwrap();
        let port = listener.local_addr().unwrap().port();
        let router = serve::router(&dist, "/reports");
        runtime.spawn(async { axum::serve(listener, router).await });

        for (path, kind) in [
            ("/reports/", "text/html"),
            ("/reports/app.wasm", "application/wasm"),
            ("/reports/app.webmanifest", "application/manifest+json"),
        ] {
            let (head, length) = get(port, path);
            assert!(head.starts_with("HTTP/1.0 200"), "{path}: {head}");
            assert!(
                head.contains(&format!("content-type: {kind}")),
                "{path}: {head}"
            );
            assert!(head.contains("content-encoding: br"), "{path}: {head}");
            assert!(head.contains("cache-control: no-cache"), "{path}: {head}");
            assert!(length < 1_000, "{path}: {length} bytes");
        }
        let (head, _) = get(port, "/reports");
        assert!(head.contains("location: /reports/"), "{head}");
        assert!(get(port, "/elsewhere").0.starts_with("HTTP/1.0 404"));
        fs::remove_dir_all(&dist).unwrap();
    }
}
