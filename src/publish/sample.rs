//! The sample: an event with a whole report, to be looked at before one has written any. Its texts
//! are Markdown files beside the page, fetched only when someone asks for them. Must not know how.

use super::open::{Opened, read};
use crate::domain::{Date, Days, Event, EventId};
use crate::text::Language;

/// What it is called in both languages.
const NAME: &str = "Minamo Conf 2026";

/// The file of its report, beside the page.
pub fn sample_file(language: Language) -> &'static str {
    match language {
        Language::Japanese => "sample-ja.md",
        Language::English => "sample-en.md",
    }
}

/// The event, and the texts of its sections, of which the last is left out of the report. `bits`
/// are random.
pub fn sample(language: Language, file: &str, bits: u64) -> (Event, Vec<&str>) {
    let Opened { report, sections } = read(file);
    let venue = match language {
        Language::Japanese => "汐見市 水辺会館",
        Language::English => "Waterside Hall, Shiomi",
    };
    let event = Event {
        days: Date::new(2026, 5, 16).map(|day| Days::new(day, day)),
        venue: venue.to_owned(),
        hashtag: "minamoconf".to_owned(),
        link: "https://minamo.example/2026".to_owned(),
        time_zone: "Asia/Tokyo".to_owned(),
        report,
        ..Event::new(EventId::of_sample(bits), NAME)
    };
    (event, sections)
}

/// Whether an event is the sample: whoever gives it another name makes it an event of her own.
pub fn is_sample(event: &Event) -> bool {
    event.id.is_of_sample() && event.name == NAME
}
