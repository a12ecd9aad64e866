//! What can go wrong in the tool, as sentences for the person in front of it.

use std::fmt;
use std::io;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug)]
pub enum Error {
    /// Not a command; holds the help text.
    Usage(&'static str),
    /// Something that this tool cannot install itself, and what the person must run.
    Missing { what: String, remedy: String },
    /// A command ended with a failure; its own output is on the screen already.
    Failed { command: String },
    /// A file, a folder, a port or a program could not be used.
    Io { doing: String, source: io::Error },
    /// A file of the project does not say what it should.
    Malformed { file: &'static str, lacks: String },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(help) => write!(f, "{help}"),
            Self::Missing { what, remedy } => {
                write!(
                    f,
                    "{what} is missing and cannot be installed from here: {remedy}"
                )
            }
            Self::Failed { command } => write!(f, "This command failed: {command}"),
            Self::Io { doing, source } => write!(f, "Could not {doing}: {source}"),
            Self::Malformed { file, lacks } => write!(f, "{file} does not name {lacks}."),
        }
    }
}

impl Error {
    /// For `map_err`: what was being done when the system refused.
    pub fn io(doing: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let doing = doing.into();
        move |source| Self::Io { doing, source }
    }
}
