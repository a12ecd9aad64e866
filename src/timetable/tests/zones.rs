//! The zones of the IANA database for native tests, where the page has `Intl`.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::{Instant, Zones};

/// Every zone, by the rules that the crate `jiff` brings.
pub struct Database;

impl Zones for Database {
    fn offset(&self, zone: &str, at: Instant) -> Option<i32> {
        let zone = TimeZone::get(zone).ok()?;
        let at = Timestamp::from_second(at.0.checked_mul(60)?).ok()?;
        Some(zone.to_offset(at).seconds() / 60)
    }
}

#[test]
fn knows_the_zones() {
    let noon = Instant(29_736_000);
    assert_eq!(Database.offset("Asia/Tokyo", noon), Some(540));
    assert_eq!(Database.offset("Asia/Kolkata", noon), Some(330));
    assert_eq!(Database.offset("Europe/Nowhere", noon), None);
}
