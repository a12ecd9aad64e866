//! The words of the interface and the templates of a report, in Japanese and
//! English: a missing word does not compile.
//!
//! Must not know the page or what is kept where.

mod days;
mod earlier;
mod en;
mod fills;
mod findings;
mod findings_en;
mod findings_ja;
mod growth;
mod ja;
mod kept;
mod language;
mod palette;
mod publishing;
mod several;
mod shared;
mod sharing;
mod targets;
mod template;
mod template_en;
mod template_ja;
mod timetable;
mod ways;
mod whole;
mod words;

pub use days::{date, days, days_by};
pub use earlier::write_like;
pub use fills::FillWords;
pub use findings::Rule;
pub use growth::looks_back;
pub use language::{Language, tag_of};
pub use shared::Shared;
pub use template::{Given, Part, Template, thanks, write};
pub use timetable::TimetableWords;
pub use words::Words;
