//! What is handed out and what is read: the files of each place of publication (`targets`), rich text
//! (`html`, `note`), a page of its own, a post that announces it, and what the check finds before.
//!
//! Must not know what is kept where, nor the page.

mod announcement;
mod check;
mod contents;
mod decode;
mod fill;
mod front_matter;
mod head;
mod html;
mod memo;
mod memos;
mod note;
mod open;
mod page;
mod printed;
mod published;
mod put;
mod sample;
mod tally;
mod targets;
mod update;

#[cfg(test)]
mod tests;

pub use announcement::{LONGEST, announcement, weight, with_address};
pub use check::{
    Field, Finding, Fix, Rule, Weight, Where, check, fixed, fixed_alike, listed, slug_finding,
};
pub use contents::{Entry, contents};
pub use decode::{Decoded, Encoding, Legacy, NotText, decode};
pub use fill::{At, FILLS, Filling, Sources};
pub use html::{print_text, rich_text};
pub use memo::{Spot, is_untouched, memo_head, memo_spot};
pub use open::{Opened, file_title, read, says_title};
pub use page::{page, page_name};
pub use printed::printed;
pub use published::{PublishedAt, once_per_place, published_at};
pub use put::is_as_filled;
pub use sample::{is_sample, sample, sample_file};
pub use tally::Tally;
pub use targets::{Target, made_slug, print, print_body};
pub use update::{Joined, Updated, put_back, update};
