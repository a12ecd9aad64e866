//! Browsers that go from one story to the next.
//!
//! To start a browser takes longer than most stories do. A story that comes second
//! finds nothing of the first one all the same: its origin has a port that no other
//! story's has in the same run, so nothing that is stored is shared, and cookies, tabs
//! and complaints are taken away in between.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::engine::{Device, Engine};
use crate::session::Session;
use crate::tools::Tools;
use crate::world::empty_folder;

/// A browser, and the folder of its profile and its downloads.
pub struct Shared {
    pub session: Session,
    pub home: PathBuf,
    engine: Engine,
    device: Device,
}

static IDLE: Mutex<Vec<Shared>> = Mutex::new(Vec::new());

impl Shared {
    /// One that is idle, else a new one.
    pub fn take(engine: Engine, tools: &Tools, device: Device) -> Result<Self, String> {
        let (found, others) = {
            let mut idle = IDLE.lock().expect("no holder panics");
            // Stories come in the order of engines and devices: the others have had theirs.
            let fits = |shared: &Self| shared.engine == engine && shared.device == device;
            let (fitting, others): (Vec<_>, Vec<_>) = idle.drain(..).partition(fits);
            *idle = fitting;
            (idle.pop(), others)
        };
        drop(others);
        found.map_or_else(|| Self::open(engine, tools, device), Ok)
    }

    fn open(engine: Engine, tools: &Tools, device: Device) -> Result<Self, String> {
        static NEXT: AtomicUsize = AtomicUsize::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let home = empty_folder(&format!("{engine}-{}-{number}", device.size))
            .map_err(|error| error.to_string())?;
        let session = Session::open(engine, tools, device, &home)?;
        Ok(Self {
            session,
            home,
            engine,
            device,
        })
    }

    /// Leaves it to the next story. One that cannot be cleaned is closed.
    pub fn give_back(self) -> Result<(), String> {
        self.session.clean()?;
        IDLE.lock().expect("no holder panics").push(self);
        Ok(())
    }
}

/// Closes all that are idle: at the end of the program nothing else would.
pub fn close_all() {
    IDLE.lock().expect("no holder panics").clear();
}
