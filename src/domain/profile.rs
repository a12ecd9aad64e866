//! The person who writes, used by every event.

/// Her name and handles; any may be empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Profile {
    pub name: String,
    /// As she writes them, for example `@kumo_k (X)`.
    pub handles: String,
}
