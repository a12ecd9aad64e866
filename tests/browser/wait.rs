//! The one way to wait: until a condition holds, with a deadline.

use std::time::{Duration, Instant};

/// How long anything may take before it is called broken, also where several browsers start at
/// once on a slow disk. Nothing that happens waits for it to pass.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Between looks, at first and at last: one that has not come soon is waited for with
/// fewer looks, because each takes time from the browsers.
const BETWEEN_LOOKS: [Duration; 2] = [Duration::from_millis(10), Duration::from_millis(160)];

/// Looks again and again until `look` finds something.
///
/// # Errors
/// What the last look saw instead, once `deadline` has passed.
pub fn until<T>(
    deadline: Duration,
    mut look: impl FnMut() -> Result<T, String>,
) -> Result<T, String> {
    let start = Instant::now();
    let [mut pause, longest] = BETWEEN_LOOKS;
    loop {
        match look() {
            Ok(found) => return Ok(found),
            Err(seen) if start.elapsed() >= deadline => {
                return Err(format!("{seen} (waited {deadline:?})"));
            }
            Err(_) => std::thread::sleep(pause),
        }
        pause = longest.min(pause * 2);
    }
}
