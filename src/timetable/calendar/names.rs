//! Names of zones as calendars have them, and the one that IANA has for each.
//!
//! Owns what was found out about the names of one calendar. What the clocks of a zone do comes in
//! as [`Zones`].

use std::collections::BTreeMap;

use crate::domain::{Instant, Zones};

/// More than any calendar has: names beyond are not looked up.
const MOST: usize = 500;

/// The names of one calendar.
pub struct Names<'z> {
    pub zones: &'z dyn Zones,
    /// Where in `found` the name of IANA is.
    known: BTreeMap<String, usize>,
    /// The first is empty and stands for zones that are not known.
    found: Vec<String>,
}

impl<'z> Names<'z> {
    pub fn new(zones: &'z dyn Zones) -> Self {
        Self {
            zones,
            known: BTreeMap::new(),
            found: vec![String::new()],
        }
    }

    /// The name that IANA has for a zone, empty if there is none; and whether this is the first
    /// time that it was asked for.
    pub fn of(&mut self, name: &str) -> (&str, bool) {
        if let Some(&at) = self.known.get(name) {
            return (&self.found[at], false);
        }
        let found = self.look_up(name);
        let at = self.define(name, found);
        (&self.found[at], true)
    }

    /// A VTIMEZONE is there: its TZID, and what X-LIC-LOCATION has for it.
    pub fn defined(&mut self, name: &str, location: &str) -> &str {
        let mut found = self.look_up(name);
        if found.is_empty() {
            found = self.look_up(location);
        }
        if found.is_empty() {
            // Only a zone that is used need be known.
            return "";
        }
        let at = self.define(name, found);
        &self.found[at]
    }

    fn define(&mut self, name: &str, found: String) -> usize {
        let at = if found.is_empty() {
            0
        } else {
            self.found.len()
        };
        if at > 0 {
            self.found.push(found);
        }
        self.known.insert(name.into(), at);
        at
    }

    fn look_up(&self, name: &str) -> String {
        let name = of_windows(name).unwrap_or(name);
        // A prefix says who defines the zone: `/mozilla.org/20050126_1/Europe/Paris`. No name has
        // more than three parts.
        let third = name.rmatch_indices('/').nth(2).map_or(0, |(at, _)| at + 1);
        let mut rest = &name[third..];
        while self.known.len() < MOST {
            if is_name(rest) && self.zones.offset(rest, Instant(0)).is_some() {
                return rest.into();
            }
            match rest.split_once('/') {
                Some((_, after)) => rest = after,
                None => break,
            }
        }
        String::new()
    }
}

fn is_name(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_' | b'-' | b'+');
    matches!(text.len(), 1..=40) && text.bytes().all(fits)
}

/// The zones of Windows in which most conferences are, without ` Standard Time`
/// (<https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml>).
const WINDOWS: &str = "Tokyo=Asia/Tokyo;Korea=Asia/Seoul;China=Asia/Shanghai;\
    Taipei=Asia/Taipei;Singapore=Asia/Singapore;SE Asia=Asia/Bangkok;India=Asia/Kolkata;\
    Arabian=Asia/Dubai;Israel=Asia/Jerusalem;Turkey=Europe/Istanbul;Russian=Europe/Moscow;\
    FLE=Europe/Kiev;GTB=Europe/Bucharest;W. Europe=Europe/Berlin;Romance=Europe/Paris;\
    Central Europe=Europe/Budapest;Central European=Europe/Warsaw;GMT=Europe/London;\
    South Africa=Africa/Johannesburg;E. South America=America/Sao_Paulo;\
    Eastern=America/New_York;Central=America/Chicago;Mountain=America/Denver;\
    US Mountain=America/Phoenix;Pacific=America/Los_Angeles;AUS Eastern=Australia/Sydney;\
    E. Australia=Australia/Brisbane;New Zealand=Pacific/Auckland";

fn of_windows(name: &str) -> Option<&'static str> {
    let name = name.strip_suffix(" Standard Time")?;
    let mut pairs = WINDOWS.split(';');
    pairs.find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timetable::tests::Database;

    #[test]
    fn knows_the_zones_of_windows() {
        let mut names = Names::new(&Database);
        let pairs = WINDOWS.split(';');
        for (windows, iana) in pairs.map(|pair| pair.split_once('=').expect("a pair")) {
            assert!(Database.offset(iana, Instant(0)).is_some(), "{iana}");
            assert_eq!(names.of(&format!("{windows} Standard Time")), (iana, true));
            assert_eq!(names.of(&format!("{windows} Standard Time")), (iana, false));
        }
    }

    #[test]
    fn asks_for_no_more_zones_than_a_calendar_has() {
        let mut names = Names::new(&Database);
        for number in 0..MOST {
            names.of(&number.to_string());
        }
        assert_eq!(names.of("Asia/Tokyo"), ("", true));
    }
}
