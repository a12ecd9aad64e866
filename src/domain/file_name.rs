//! A file name that every system takes.

use super::Event;

/// Longest name in bytes, without the ending: most file systems allow 255 for
/// the whole, and Japanese has three bytes a character.
const LONGEST: usize = 120;

/// Names that Windows keeps for devices, with any ending.
/// <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The name of the report's file: event, day, `.md`. Letters of any script
/// stay; what a system forbids or a shell trips over becomes `-`.
pub fn file_name(event: &Event) -> String {
    let mut name = safe(event.called());
    if name.is_empty() {
        name = "report".into();
    }
    if let Some(days) = event.days {
        let day = days.first();
        name += &format!("-{:04}{:02}{:02}", day.year(), day.month(), day.day());
    }
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if RESERVED.contains(&stem) || RESERVED.contains(&name.as_str()) {
        name.insert_str(0, "report-");
    }
    name + ".md"
}

fn safe(text: &str) -> String {
    let mut name = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        if name.len() + letter.len_utf8() > LONGEST {
            break;
        }
        if letter.is_alphanumeric() || letter == '_' {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    name.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Date, Days, EventId};

    fn check(name: &str, day: Option<(u16, u8, u8)>, expected: &str) {
        let mut event = Event::new(EventId::from_bits(1), name);
        event.days = day
            .and_then(|(y, m, d)| Date::new(y, m, d))
            .map(|day| Days::new(day, day));
        assert_eq!(file_name(&event), expected);
    }

    #[test]
    fn is_safe_everywhere() {
        check(
            "Kumo Kaigi Spring",
            Some((2026, 4, 17)),
            "kumo-kaigi-spring-20260417.md",
        );
        check("Rust の夕べ #12", None, "rust-の夕べ-12.md");
        check("../../etc/passwd", None, "etc-passwd.md");
        check("a\\b:c*d?e\"f<g>h|i\u{0}j", None, "a-b-c-d-e-f-g-h-i-j.md");
        check("\u{202e}gpj.exe", None, "gpj-exe.md");
        check("🎈", None, "report.md");
        check("CON", None, "report-con.md");
        check("LPT1", None, "report-lpt1.md");
    }

    #[test]
    fn is_never_too_long() {
        let mut event = Event::new(EventId::from_bits(1), "参".repeat(400));
        event.days = Date::new(2026, 4, 17).map(|day| Days::new(day, day));
        let name = file_name(&event);
        assert!(
            name.len() <= 255 && name.ends_with("-20260417.md"),
            "{name}"
        );
    }
}
