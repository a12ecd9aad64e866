//! Random bits for identities.

use super::Fault;

/// 64 random bits from the browser's generator.
pub fn bits() -> Result<u64, Fault> {
    let window = web_sys::window().ok_or_else(|| Fault::missing("window"))?;
    let mut bytes = [0; 8];
    window
        .crypto()?
        .get_random_values_with_u8_array(&mut bytes)?;
    Ok(u64::from_le_bytes(bytes))
}
