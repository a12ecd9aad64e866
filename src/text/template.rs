//! Templates of a report: data, and how it becomes the texts of sections.
//!
//! A body may name what is known of the event in braces: `{name}`, `{called}`
//! (the short name where there is one), `{days}`, `{venue}`, `{hashtag}`,
//! `{link}`, `{me}`, `{role}`. A line that names something which is not known is
//! left out, so nothing reads "at , on .". What was typed into a field is no Markdown
//! and stands there as it was typed.

use super::{Language, days, template_en, template_ja};
use crate::domain::{Event, Profile, Role};
use crate::markdown::escaped;

/// A kind of report.
pub struct Template {
    /// How the choice is called.
    pub name: &'static str,
    /// One line on what it is for.
    pub about: &'static str,
    pub parts: &'static [Part],
}

/// One section of a template.
pub struct Part {
    /// Nested under the part before.
    pub nested: bool,
    pub title: &'static str,
    /// Paragraphs, one a line; empty for a heading alone.
    pub body: &'static str,
}

impl Part {
    /// A part at the top level.
    pub const fn top(title: &'static str, body: &'static str) -> Self {
        Self {
            nested: false,
            title,
            body,
        }
    }

    /// A part under the one before.
    pub const fn nested(title: &'static str, body: &'static str) -> Self {
        Self {
            nested: true,
            title,
            body,
        }
    }
}

/// The texts of a new report's sections, in order. Each ends with a blank line,
/// the last one with its line's end, so that joined they are a tidy file.
pub fn write(
    template: &Template,
    language: Language,
    event: &Event,
    profile: &Profile,
) -> Vec<String> {
    let known = Known::of(language, event, profile);
    let mut texts: Vec<String> = template
        .parts
        .iter()
        .map(|part| known.section(part, &event.report.emoji))
        .collect();
    if let Some(last) = texts.last_mut() {
        last.pop();
    }
    texts
}

/// The sentence with which a report thanks all.
pub fn thanks(language: Language) -> &'static str {
    let closing = match language {
        Language::Japanese => template_ja::CLOSING,
        Language::English => template_en::CLOSING,
    };
    closing.lines().next().unwrap_or(closing)
}

/// The lines that the templates of both languages write for an event: what
/// nobody has written.
pub struct Given(Vec<String>);

impl Given {
    pub fn of(event: &Event, profile: &Profile) -> Self {
        let mut lines = Vec::new();
        // She may have given her handles, or her name, only later.
        let nameless = Profile {
            name: String::new(),
            ..profile.clone()
        };
        let without_handles = Profile {
            handles: String::new(),
            ..profile.clone()
        };
        for profile in [profile, &nameless, &without_handles] {
            for language in [Language::Japanese, Language::English] {
                let known = Known::of(language, event, profile);
                for part in language.templates().iter().flat_map(|it| it.parts) {
                    lines.extend(known.lines(part));
                }
            }
        }
        Self(lines)
    }

    /// Whether these lines, without the heading, say nothing else.
    pub fn are_all<'t>(&self, mut lines: impl Iterator<Item = &'t str>) -> bool {
        lines.all(|line| {
            let line = line.trim();
            line.is_empty() || self.0.iter().any(|given| given == line)
        })
    }
}

/// What the braces stand for; empty where it is not known.
struct Known([(&'static str, String); 9]);

impl Known {
    fn of(language: Language, event: &Event, profile: &Profile) -> Self {
        let words = language.words();
        let role = match event.role {
            None => "",
            Some(Role::Attendee) => words.role_attendee,
            Some(Role::Speaker) => words.role_speaker,
            Some(Role::Staff) => words.role_staff,
            Some(Role::Sponsor) => words.role_sponsor,
        };
        let days = event.days.map(|range| days(language, range));
        let called = event.called().trim();
        // Between two Japanese characters there is no space.
        let space = if called.ends_with(|c: char| c.is_ascii()) {
            " "
        } else {
            ""
        };
        Self([
            ("{called} ", format!("{}{space}", escaped(called))),
            ("{called}", escaped(called).into_owned()),
            ("{name}", escaped(event.name.trim()).into_owned()),
            ("{days}", days.unwrap_or_default()),
            ("{venue}", escaped(event.venue.trim()).into_owned()),
            ("{hashtag}", event.hashtag_with_sign()),
            ("{link}", event.link.trim().to_owned()),
            ("{me}", escaped(&me(language, profile)).into_owned()),
            ("{role}", role.to_owned()),
        ])
    }

    fn section(&self, part: &Part, emoji: &str) -> String {
        let level = if part.nested { "###" } else { "##" };
        let emoji = match emoji.trim() {
            "" => String::new(),
            _ if part.nested => String::new(),
            emoji => format!("{emoji} "),
        };
        let title = self.fill(part.title).unwrap_or_default();
        let mut text = format!("{level} {emoji}{title}\n\n");
        for line in self.lines(part) {
            text += &line;
            text += "\n";
        }
        if !text.ends_with("\n\n") {
            text.push('\n');
        }
        text
    }

    fn lines(&self, part: &Part) -> Vec<String> {
        let lines = part.body.lines();
        lines.filter_map(|line| self.fill(line)).collect()
    }

    /// `None` when the line names something that is not known.
    fn fill(&self, line: &str) -> Option<String> {
        let mut text = line.to_owned();
        for (brace, value) in &self.0 {
            if text.contains(brace) {
                if value.is_empty() {
                    return None;
                }
                text = text.replace(brace, value);
            }
        }
        Some(text)
    }
}

/// The name, and in brackets where she is found.
fn me(language: Language, profile: &Profile) -> String {
    let (name, handles) = (profile.name.trim(), profile.handles.trim());
    match (name.is_empty() || handles.is_empty(), language) {
        (true, _) => format!("{name}{handles}"),
        (false, Language::Japanese) => format!("{name}（{handles}）"),
        (false, Language::English) => format!("{name} ({handles})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Date, Days, EventId};

    #[test]
    fn a_person_is_named_with_her_handles() {
        let check = |name: &str, handles: &str, ja: &str, en: &str| {
            let profile = Profile {
                name: name.into(),
                handles: handles.into(),
            };
            assert_eq!(me(Language::Japanese, &profile), ja);
            assert_eq!(me(Language::English, &profile), en);
        };
        check("くも", "@kumo", "くも（@kumo）", "くも (@kumo)");
        check("くも", " ", "くも", "くも");
        check("", "@kumo", "@kumo", "@kumo");
        check("", "", "", "");
    }

    const SMALL: Template = Template {
        name: "",
        about: "",
        parts: &[
            Part::top("はじめに", "{me}です。\n{days}の{name}に参加しました。"),
            Part::top("{called} とは", ""),
            Part::nested("メモ", "- "),
        ],
    };

    #[test]
    fn says_it_as_it_was_typed() {
        let mut event = Event::new(EventId::from_bits(1), "*雲*会議");
        event.days = Date::parse("2026-04-17").map(|day| Days::new(day, day));
        let text = write(&SMALL, Language::Japanese, &event, &Profile::default()).concat();
        assert!(text.contains(r"金)の\*雲\*会議に"), "{text}");
    }

    #[test]
    fn says_what_is_known_and_nothing_else() {
        let mut event = Event::new(EventId::from_bits(1), "雲会議");
        event.report.emoji = "🎈".into();
        let mut profile = Profile::default();
        let write = |event: &Event, profile: &Profile| {
            write(&SMALL, Language::Japanese, event, profile).concat()
        };
        assert_eq!(
            write(&event, &profile),
            "## 🎈 はじめに\n\n## 🎈 雲会議とは\n\n### メモ\n\n- \n"
        );
        event.days = Date::parse("2026-04-17").map(|day| Days::new(day, day));
        profile.name = "くも".into();
        assert_eq!(
            write(&event, &profile),
            "## 🎈 はじめに\n\nくもです。\n2026年4月17日(金)の雲会議に参加しました。\n\n\
             ## 🎈 雲会議とは\n\n### メモ\n\n- \n"
        );
    }

    #[test]
    fn knows_what_nobody_has_written() {
        let mut event = Event::new(EventId::from_bits(1), "雲会議");
        event.hashtag = "kumo".into();
        let profile = Profile {
            name: "くも".into(),
            ..Profile::default()
        };
        let given = Given::of(&event, &profile);
        for language in [Language::Japanese, Language::English] {
            for template in language.templates() {
                for text in write(template, language, &event, &profile) {
                    let body = text.split_once('\n').expect("a heading").1;
                    assert!(given.are_all(body.lines()), "{body}");
                }
            }
        }
        assert!(given.are_all("\n\n".lines()));
        assert!(!given.are_all(["くもです。", "楽しみです。"].into_iter()));
        // What became known later makes no line of before into her own.
        event.venue = "札幌".into();
        let profile = Profile {
            handles: "@kumo".into(),
            ..profile
        };
        let given = Given::of(&event, &profile);
        assert!(given.are_all(["くもです。", "ハッシュタグは #kumo です。"].into_iter()));
    }

    #[test]
    fn calls_the_event_by_its_short_name() {
        let mut event = Event::new(EventId::from_bits(1), "CloudNative Days Winter");
        let what = |language: Language, event: &Event| {
            let template = &language.templates()[0];
            let text = &write(template, language, event, &Profile::default())[1];
            text.trim_end().to_owned()
        };
        let (ja, en) = (Language::Japanese, Language::English);
        assert_eq!(what(ja, &event), "## CloudNative Days Winter とは");
        event.short_name = " CNDW ".into();
        assert_eq!(what(ja, &event), "## CNDW とは");
        assert_eq!(what(en, &event), "## What is CNDW?");
        event.short_name = "雲会議".into();
        assert_eq!(what(ja, &event), "## 雲会議とは");
    }

    #[test]
    fn every_template_opens_with_what_a_reader_wants_to_know() {
        for language in [Language::Japanese, Language::English] {
            for template in language.templates().iter().filter(|t| !t.parts.is_empty()) {
                let body: String = template.parts[..2].iter().map(|part| part.body).collect();
                for brace in ["{name}", "{days}", "{venue}", "{hashtag}", "{me}"] {
                    assert!(body.contains(brace), "{} lacks {brace}", template.name);
                }
            }
        }
    }
}
