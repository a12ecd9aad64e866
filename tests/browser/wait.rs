//! The one way to wait: until a condition holds, with a deadline.

use std::time::{Duration, Instant};

/// How long a person would stare at the page before calling it broken.
pub const PATIENCE: Duration = Duration::from_secs(10);

const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

/// Looks again and again until `look` finds something.
///
/// # Errors
/// What the last look saw instead, once `deadline` has passed.
pub fn until<T>(
    deadline: Duration,
    mut look: impl FnMut() -> Result<T, String>,
) -> Result<T, String> {
    let start = Instant::now();
    loop {
        match look() {
            Ok(found) => return Ok(found),
            Err(seen) if start.elapsed() >= deadline => {
                return Err(format!("{seen} (waited {deadline:?})"));
            }
            Err(_) => std::thread::sleep(BETWEEN_LOOKS),
        }
    }
}
