//! What the app can write into a report: from the programme, from what she made of its sessions,
//! and from the lines that she marked.

use std::collections::BTreeMap;

use super::memo::{is_nested, one_line, title};
use super::put::{Put, put};
use crate::domain::{
    Agenda, Fill, LinkKind, Listed, Mark, Pick, Programme, Section, Session, SessionId,
    is_web_address, marks,
};
use crate::markdown::{self, escaped, link, prose_lines, without_private};
use crate::text::Language;

/// What can be filled, in the order in which it stands in a report.
pub const FILLS: [Fill; 6] = [
    Fill::OwnTalk,
    Fill::WatchLater,
    Fill::Learned,
    Fill::Questions,
    Fill::Tries,
    Fill::Slides,
];

/// Where slides lie that are linked alone on a line.
const SLIDE_HOSTS: [&str; 4] = [
    "speakerdeck.com/",
    "docswell.com/",
    "slideshare.net/",
    "docs.google.com/presentation/",
];

/// All that is known of a report.
pub struct Sources<'a> {
    pub language: Language,
    /// What the headings of the report begin with; may be empty.
    pub emoji: &'a str,
    pub programme: &'a Programme,
    pub agenda: &'a Agenda,
    pub picks: &'a BTreeMap<SessionId, Pick>,
    /// Also those that are left out of the report.
    pub sections: &'a [Section],
}

/// A section as it becomes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filling {
    pub at: At,
    /// How many things stand in it then, her own not counted.
    pub count: usize,
    pub put: Put,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At {
    Section(usize),
    /// A new one after this section; at the start without.
    After(Option<usize>),
}

impl Sources<'_> {
    /// What filling a kind of section changes; `None` if nothing. A section that she left out of
    /// the report is left alone.
    pub fn filling(&self, fill: Fill) -> Option<Filling> {
        let body = self.body(fill);
        let sections = self.sections;
        let known = sections.iter().position(|it| is_like(it.fill, fill));
        if let Some(at) = known {
            let Section { text, filled, .. } = &sections[at];
            let put = put(text, filled, &body).filter(|_| sections[at].in_report)?;
            let (at, count) = (At::Section(at), body.len());
            return Some(Filling { at, count, put });
        }
        let count = body.len();
        if count == 0 {
            return None;
        }
        let named = self.waiting(fill);
        let (at, heading) = match named {
            Some(at) => {
                let text = sections[at].text.as_str();
                let heading = text.split_inclusive('\n').next().unwrap_or(text);
                (At::Section(at), heading.to_owned())
            }
            None => {
                let title = (self.language.words().fills.title)(fill);
                (At::After(self.end_before(fill)), heading(self.emoji, title))
            }
        };
        let put = put(&heading, "", &body)?;
        Some(Filling { at, count, put })
    }

    /// A kind in the form in which the report has it.
    pub fn form_of(&self, fill: Fill) -> Fill {
        let forms = self.sections.iter().filter(|it| is_like(it.fill, fill));
        forms.filter_map(|it| it.fill).next().unwrap_or(fill)
    }

    /// What a kind of section says, in entries that each end their line.
    pub fn body(&self, fill: Fill) -> Vec<String> {
        match fill {
            Fill::Memos => Vec::new(),
            Fill::OwnTalk => self.chosen(|pick| pick.mine).map(own_talk).collect(),
            Fill::WatchLater => self.watch_later().map(|it| self.to_watch(it)).collect(),
            Fill::WatchLaterHeadings => {
                let headed = |session: &Session| self.headed(session);
                self.watch_later().map(headed).collect()
            }
            Fill::Learned => self.marked(Mark::Learned),
            Fill::Questions => self.marked(Mark::Question),
            Fill::Tries => self.marked(Mark::Try),
            Fill::Slides => self.slides(),
        }
    }

    /// The sessions of which she made this, in the order of time.
    fn chosen(&self, those: fn(&Pick) -> bool) -> impl Iterator<Item = &Session> {
        let slots = self.agenda.slots.iter();
        let slots = slots.filter(move |slot| self.picks.get(&slot.id).is_some_and(those));
        slots.filter_map(|slot| Some(&self.programme.get(&slot.id)?.session))
    }

    fn watch_later(&self) -> impl Iterator<Item = &Session> {
        self.chosen(|pick| pick.watch_later && !pick.mine)
    }

    fn speakers(&self, session: &Session) -> String {
        let between = self.language.words().timetable.between_speakers;
        let names: Vec<String> = session.speakers.iter().map(|it| one_line(it)).collect();
        names.join(between)
    }

    fn to_watch(&self, session: &Session) -> String {
        let title = one_line(&session.title);
        let title = match to_see(session) {
            Some(address) => link(&title, address),
            None => escaped(&title).into_owned(),
        };
        match self.speakers(session).as_str() {
            "" => format!("- [ ] {title}\n"),
            speakers => format!("- [ ] {title} – {}\n", escaped(speakers)),
        }
    }

    fn headed(&self, session: &Session) -> String {
        let title = one_line(&session.title);
        let speakers = self.speakers(session);
        paragraphs([
            format!("#### {}", escaped(&title)),
            escaped(&speakers).into_owned(),
            to_see(session).unwrap_or_default().to_owned(),
        ])
    }

    /// The sections whose words may stand elsewhere too, each with its text without what the app
    /// wrote. Of most texts no more is read than their first line.
    fn open_sections(&self) -> impl Iterator<Item = (&Section, &str)> {
        let mut is_group_private = false;
        let is_open = move |section: &&Section| {
            let is_private = is_private(section);
            if (is_private || is_group_private) && !is_nested(section) {
                is_group_private = is_private;
            }
            let is_list = section
                .fill
                .is_some_and(|it| !matches!(it, Fill::Memos | Fill::OwnTalk));
            section.in_report && !is_list && !is_private && !is_group_private
        };
        self.sections.iter().filter(is_open).map(|section| {
            let own = section.text.strip_prefix(section.filled.as_str());
            (section, own.unwrap_or(&section.text))
        })
    }

    fn marked(&self, mark: Mark) -> Vec<String> {
        let from = self.language.words().fills.from;
        let marked = self.marked_words(mark).into_iter();
        let line = |(words, title): (String, String)| match title.as_str() {
            "" => format!("- {words}\n"),
            title => format!("- {}\n", from(&words, &escaped(title))),
        };
        marked.map(line).collect()
    }

    /// What was marked so, as words of a list, each with the title of its section.
    pub(super) fn marked_words(&self, mark: Mark) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let sources = self.open_sections();
        // A text without the sign need not be read.
        for (section, text) in sources.filter(|(_, text)| text.contains(mark.sign())) {
            let title = title(section);
            for line in prose_lines(&without_private(text).0) {
                let (marks, start) = marks(line);
                let words = as_item(&line[start..]);
                if words.is_empty() || !marks.contains(&mark) {
                    continue;
                }
                let one = (words, title.clone());
                if !found.contains(&one) {
                    found.push(one);
                }
            }
        }
        found
    }

    /// The slides of the sessions that the report speaks of, then those that she linked.
    fn slides(&self) -> Vec<String> {
        let mut found: Vec<(String, String)> = Vec::new();
        let memos: Vec<_> = self.open_sections().collect();
        let is_told = |id: &SessionId| {
            let has_memo = memos.iter().any(|(it, _)| it.session.as_ref() == Some(id));
            has_memo || self.picks.get(id).is_some_and(|pick| pick.mine)
        };
        let told = self.agenda.slots.iter().filter(|slot| is_told(&slot.id));
        for Listed { session, .. } in told.filter_map(|slot| self.programme.get(&slot.id)) {
            for address in links(session, LinkKind::Slides) {
                found.push((one_line(&session.title), address.to_owned()));
            }
        }
        let has_slides = |text: &str| SLIDE_HOSTS.iter().any(|host| text.contains(host));
        let memos = memos.into_iter().filter(|(it, _)| it.session.is_some());
        for (memo, text) in memos.filter(|(_, text)| has_slides(text)) {
            let (open, _) = without_private(text);
            let addresses = prose_lines(&open).into_iter().filter_map(slides_at);
            found.extend(addresses.map(|address| (title(memo), address.to_owned())));
        }
        let mut known = Vec::new();
        found.retain(|(_, address)| {
            let is_new = !known.contains(address);
            known.push(address.clone());
            is_new
        });
        let entry = |(title, address): (String, String)| format!("- {}\n", link(&title, &address));
        found.into_iter().map(entry).collect()
    }

    /// A section that a template has for this and in which nothing was written.
    fn waiting(&self, fill: Fill) -> Option<usize> {
        let languages = [Language::Japanese, Language::English];
        let parts = languages.iter().flat_map(|it| it.templates());
        let parts: Vec<_> = parts.flat_map(|template| template.parts).collect();
        let names = languages.map(|it| (it.words().fills.title)(fill));
        self.sections.iter().position(|section| {
            let title = title(section);
            let is_named = names.contains(&title.as_str())
                || fill == Fill::Slides && title == SLIDES_OF_TEMPLATE;
            let below = section.text.split_once('\n').map_or("", |(_, below)| below);
            let given = |below: &str| parts.iter().any(|it| it.title == title && it.body == below);
            let is_free = section.session.is_none() && section.fill.is_none();
            let below = below.trim().replace("\r\n", "\n");
            let is_unwritten = below.is_empty() || given(&below);
            is_named && is_free && section.in_report && is_unwritten
        })
    }

    /// Behind the memos and what is filled before this kind, with all that is nested there.
    fn end_before(&self, fill: Fill) -> Option<usize> {
        let sections = self.sections;
        let is_before = |it: &Section| it.session.is_some() || it.fill.is_some_and(|it| it < fill);
        let last = sections.iter().rposition(is_before);
        let last = last.or_else(|| super::memo::memos_heading(sections).map(|(at, _)| at));
        let Some(last) = last else {
            return sections.len().checked_sub(1);
        };
        let nested = sections[last + 1..].iter().take_while(|it| is_nested(it));
        Some(last + nested.count())
    }
}

/// What the Japanese template for slides calls them.
const SLIDES_OF_TEMPLATE: &str = "スライドまとめ";

/// The first line of a new section and a blank one.
pub(super) fn heading(emoji: &str, title: &str) -> String {
    match emoji.trim() {
        "" => format!("## {title}\n\n"),
        emoji => format!("## {emoji} {title}\n\n"),
    }
}

/// Whether the heading of a section begins with a lock.
fn is_private(section: &Section) -> bool {
    let line = section.text.lines().next().unwrap_or_default();
    let locked = |title: &str| marks(title.trim_start()).0.contains(&Mark::Private);
    let is_locked = |heading: markdown::Heading| {
        // Behind the emoji of the event too.
        let emoji = heading.emoji.map_or(0, str::len);
        locked(&heading.title) || heading.title.get(emoji..).is_some_and(locked)
    };
    line.contains(Mark::Private.sign()) && markdown::heading(line).is_some_and(is_locked)
}

/// Whether a section has this fill, in whatever form.
fn is_like(of: Option<Fill>, fill: Fill) -> bool {
    let form = |fill: Fill| match fill {
        Fill::WatchLaterHeadings => Fill::WatchLater,
        fill => fill,
    };
    of.map(form) == Some(form(fill))
}

fn links(session: &Session, kind: LinkKind) -> impl Iterator<Item = &str> {
    let those = session.links.iter().filter(move |link| link.kind == kind);
    let addresses = those.map(|link| link.address.as_str());
    addresses.filter(|address| is_web_address(address))
}

/// Where a session can be seen afterwards.
fn to_see(session: &Session) -> Option<&str> {
    let recording = links(session, LinkKind::Recording).next();
    recording.or_else(|| links(session, LinkKind::Page).next())
}

fn own_talk(session: &Session) -> String {
    let title = one_line(&session.title);
    let about = session.about.lines().map(|line| escaped(line.trim()));
    let mut parts = vec![format!("**{}**", escaped(&title))];
    parts.push(about.collect::<Vec<_>>().join("\n"));
    parts.extend(links(session, LinkKind::Slides).map(str::to_owned));
    paragraphs(parts)
}

/// Each of these with a blank line behind it, those that are empty left out.
fn paragraphs(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    parts.map(|part| part + "\n\n").collect()
}

/// The address of slides, where a line is nothing else.
fn slides_at(line: &str) -> Option<&str> {
    let address = line.trim_start_matches('<').trim_end_matches('>');
    let behind = address.split_once("://").map_or("", |(_, behind)| behind);
    let is_host = SLIDE_HOSTS.iter().any(|host| {
        let before = behind.find(host).map(|at| &behind[..at]);
        before.is_some_and(|it| it.is_empty() || it.ends_with('.') && !it.contains('/'))
    });
    (is_host && is_web_address(address)).then_some(address)
}

/// Words of a line as a list item. What would begin another block there is escaped.
fn as_item(words: &str) -> String {
    let words = words.trim();
    // A line break that was typed breaks nothing here.
    let words = words.strip_suffix('\\').unwrap_or(words).trim_end();
    if words.is_empty() || markdown::is_paragraph(words) {
        return words.to_owned();
    }
    let at = words.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    format!("{}\\{}", &words[..at], &words[at..])
}
