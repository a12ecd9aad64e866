//! Under which keys things are kept. Knows no value.
//!
//! Many pages share one origin (every project page of a host, for example), and
//! so one localStorage: each key starts with the folder of the page. A `#` ends
//! it, which no path of an address contains (WHATWG URL, "path percent-encode
//! set"), so `/a/` never takes a key of `/a/b/` for its own.

use super::RecordId;
use crate::domain::WriterId;

pub use crate::domain::fingerprint;

/// Entries of the archive that were moved out of the way of a write.
const ASIDE: &str = "aside/";

/// The keys of one page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keys {
    prefix: String,
}

impl Keys {
    /// For the page at this path (`location.pathname`); the file name in it, if
    /// there is one, does not matter.
    pub fn of_page(path: &str) -> Self {
        let folder = path.rfind('/').map_or("/", |end| &path[..=end]);
        Self {
            prefix: format!("sankarepo:{folder}#"),
        }
    }

    /// What every key of this page in localStorage starts with; also the name
    /// of its database.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The draft of one record by one tab.
    pub fn draft(&self, id: &RecordId, writer: &WriterId) -> String {
        format!("{}{}/{writer}", self.prefix, archive(id))
    }

    /// A small setting of this device (language, theme): no record, not joined.
    pub fn setting(&self, name: &str) -> String {
        format!("{}setting/{name}", self.prefix)
    }

    /// The name of the database of older texts.
    pub fn revisions(&self) -> String {
        format!("{}revisions", self.prefix)
    }

    /// What stands in the form of a new event: this device's alone until it is made.
    pub fn begun(&self) -> String {
        self.setting("begun")
    }

    /// Whether a key of localStorage is a draft of this page.
    pub fn is_draft(&self, key: &str) -> bool {
        key.strip_prefix(&self.prefix)
            .is_some_and(|rest| !rest.starts_with("setting/"))
    }
}

/// The entry of one record in the archive, which is this page's alone.
pub fn archive(id: &RecordId) -> String {
    match id {
        RecordId::Profile => "profile/me".into(),
        RecordId::Event(id) => format!("event/{id}"),
        RecordId::Section(id) => format!("section/{id}"),
        RecordId::Programme(id) => format!("programme/{id}"),
        RecordId::Pick(id) => format!("pick/{id}"),
    }
}

/// Where an entry of the archive goes that cannot be read and stands in the
/// way. The same entry goes to the same place.
pub fn aside(key: &str, text: &str) -> String {
    format!("{ASIDE}{key}/{:016x}", fingerprint(text))
}

/// Whether an entry of the archive was moved aside.
pub fn is_aside(key: &str) -> bool {
    key.starts_with(ASIDE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SectionId;

    #[test]
    fn pages_of_one_origin_do_not_meet() {
        let id = RecordId::Section(SectionId::from_text("s"));
        let writer = WriterId::from_text("w");
        let pages = ["/", "/a/", "/a/b/", "/a/section/", "/b/"].map(Keys::of_page);
        for page in &pages {
            for other in &pages {
                let key = other.draft(&id, &writer);
                assert_eq!(page.is_draft(&key), page == other, "{page:?} {key}");
            }
        }
    }

    #[test]
    fn the_file_name_of_the_page_does_not_matter() {
        assert_eq!(Keys::of_page("/a/index.html"), Keys::of_page("/a/"));
        assert_eq!(Keys::of_page(""), Keys::of_page("/"));
        assert!(!Keys::of_page("/").is_draft(&Keys::of_page("/").setting("theme")));
    }
}
