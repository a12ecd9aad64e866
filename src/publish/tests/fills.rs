//! What the app writes into a report, and where.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::memos::{Utc, link};
use crate::domain::{
    Agenda, Date, EventId, Fill, Link, LinkKind, Listed, Moment, Pick, Place, Programme, Section,
    SectionId, Session, SessionId, Wall,
};
use crate::publish::{At, Sources};
use crate::text::Language;

/// A report: sessions an hour each, the later ones first in the programme, what she made of them,
/// and sections, of which `memo:a …` is the memo of the session `a`.
pub(super) struct Known {
    pub(super) programme: Programme,
    pub(super) agenda: Agenda,
    picks: BTreeMap<SessionId, Pick>,
    pub(super) sections: Vec<Section>,
}

impl Known {
    pub(super) fn new(sessions: Vec<Session>, sections: &[&str]) -> Self {
        let day = |at: usize| Date::new(2026, 11, 28 + (at / 3) as u8).expect("a day");
        let listed = sessions
            .into_iter()
            .enumerate()
            .map(|(at, session)| Listed {
                id: SessionId::from_text(session.source_id.clone()),
                vanished: false,
                session: Session {
                    start: Wall::new(day(at), 600 + 60 * (at % 3) as u16).map(Moment::Wall),
                    ..session
                },
            });
        let programme = Programme {
            event: EventId::from_text("e"),
            sessions: Arc::new(listed.rev().collect()),
        };
        let places = Place::spread(None, None, sections.len());
        let section = |(at, (text, place)): (usize, (&&str, Place))| {
            let id = SectionId::from_bits(at as u64);
            let memo = text.strip_prefix("memo:");
            let (session, text) = match memo.and_then(|it| it.split_once(' ')) {
                Some((id, text)) => (Some(SessionId::from_text(id)), text),
                None => (None, *text),
            };
            Section {
                session,
                ..Section::new(id, EventId::from_text("e"), place, text)
            }
        };
        let all = sections.iter().zip(places).enumerate();
        Self {
            agenda: Agenda::of(&programme, "", &Utc),
            programme,
            picks: BTreeMap::new(),
            sections: all.map(section).collect(),
        }
    }

    pub(super) fn pick(mut self, session: &str, change: fn(&mut Pick)) -> Self {
        let id = SessionId::from_text(session);
        let pick = self.picks.entry(id.clone());
        change(pick.or_insert(Pick::new(id, EventId::from_text("e"))));
        self
    }

    pub(super) fn sources(&self) -> Sources<'_> {
        Sources {
            language: Language::Japanese,
            emoji: "🎈",
            programme: &self.programme,
            agenda: &self.agenda,
            picks: &self.picks,
            sections: &self.sections,
        }
    }

    fn says(&self, fill: Fill, expected: &str) {
        assert_eq!(self.sources().body(fill).concat(), expected);
    }

    /// Where a section stands that is filled, and what it says.
    fn fills(&self, fill: Fill, at: At, text: &str) {
        let filling = self.sources().filling(fill).expect("something to fill");
        assert_eq!((filling.at, filling.put.text.as_str()), (at, text));
    }
}

pub(super) fn session(id: &str, title: &str) -> Session {
    Session {
        source_id: id.into(),
        title: title.into(),
        ..Session::default()
    }
}

fn linked(id: &str, title: &str, links: Vec<Link>) -> Session {
    Session {
        speakers: vec!["空野".into(), "Ada *L*".into()],
        links,
        ..session(id, title)
    }
}

fn with_links() -> Vec<Session> {
    let page = link(LinkKind::Page, "https://a.example/page");
    let video = link(LinkKind::Recording, "https://a.example/(video)");
    let slides = link(LinkKind::Slides, "https://a.example/slides");
    let wrong = link(LinkKind::Page, "javascript:alert(1)");
    vec![
        linked("a", "雲 [1]", vec![page.clone(), slides]),
        linked("b", "雨", vec![page, video]),
        linked("c", "*風*", vec![wrong]),
        session("d", "雪"),
        linked(
            "e",
            "ひみつ",
            vec![link(LinkKind::Slides, "https://a.example/e")],
        ),
    ]
}

#[test]
fn what_is_watched_later_is_a_list_or_headings() {
    let known = Known::new(with_links(), &[]);
    let later = |pick: &mut Pick| pick.watch_later = true;
    let known = ["d", "c", "b", "a"]
        .iter()
        .fold(known, |it, id| it.pick(id, later));
    let known = known.pick("d", |pick| pick.mine = true);
    known.says(
        Fill::WatchLater,
        "- [ ] [雲 \\[1\\]](https://a.example/page) – 空野、Ada \\*L\\*\n\
         - [ ] [雨](<https://a.example/(video)>) – 空野、Ada \\*L\\*\n\
         - [ ] \\*風\\* – 空野、Ada \\*L\\*\n",
    );
    known.says(
        Fill::WatchLaterHeadings,
        "#### 雲 [1]\n\n空野、Ada \\*L\\*\n\nhttps://a.example/page\n\n\
         #### 雨\n\n空野、Ada \\*L\\*\n\nhttps://a.example/(video)\n\n\
         #### \\*風\\*\n\n空野、Ada \\*L\\*\n\n",
    );
}

#[test]
fn marked_lines_are_gathered_with_their_sessions() {
    let mut known = Known::new(
        Vec::new(),
        &[
            "💡 はじめ\n\n",
            "## 💡 見出し\n\n- 💡 **k8s** の話\n- [ ] 💡 箱\n> 💡 引用\n\n```\n💡 コード\n```\n",
            "memo:a ### 🦀 *雲*\n\n- ❓ なぜ\n- 💡 - 棒\n- 💡 2. 番号\n- 💡\n- 💡 2. 番号\n",
            "## 学んだこと\n\n- 💡 もう一度\n",
            "## 外した\n\n- 💡 外した\n",
        ],
    );
    known.sections[3].fill = Some(Fill::Learned);
    known.sections[4].in_report = false;
    known.says(
        Fill::Learned,
        "- はじめ\n- **k8s** の話（見出し）\n- 箱（見出し）\n- 引用（見出し）\n\
         - \\- 棒（雲）\n- 2\\. 番号（雲）\n",
    );
    known.says(Fill::Questions, "- なぜ（雲）\n");
    known.says(Fill::Tries, "");
}

#[test]
fn nothing_private_is_gathered() {
    let known = Known::new(
        Vec::new(),
        &[
            "## 雲\n\n- 🔒 🔥 a\n- 🔒 b\n  - 🔥 c\n\n🔒 d\n🔥 e\n\n- 🔥 よい\n",
            "## 🔒 雨\n\n🔥 f\n",
            "### 雪\n\n🔥 g\n",
            "## 🎈 🔒 風\n\n🔥 h\n",
        ],
    );
    known.says(Fill::Tries, "- よい（雲）\n");
}

#[test]
fn slides_are_those_of_the_programme_and_of_the_memos() {
    let known = Known::new(
        with_links(),
        &[
            "memo:a ### 雲\n\nhttps://a.example/slides\n\nhttps://speakerdeck.com/sora/kumo\n\n\
             - https://www.docswell.com/s/1\n- 見る https://speakerdeck.com/sora/other\n",
            "memo:b ### 雨\n\n<https://docs.google.com/presentation/d/1>\n\n\
             https://evil.example/speakerdeck.com/a\n\n🔒 https://jp.slideshare.net/a\n",
            "## ほか\n\nhttps://speakerdeck.com/sora/no\n",
            "memo:e ## 🔒 ひみつ\n\nhttps://speakerdeck.com/sora/locked\n",
        ],
    );
    known.says(
        Fill::Slides,
        "- [雲 \\[1\\]](https://a.example/slides)\n- [雲](https://speakerdeck.com/sora/kumo)\n\
         - [雲](https://www.docswell.com/s/1)\n- [雨](https://docs.google.com/presentation/d/1)\n",
    );
}

#[test]
fn her_own_talk_has_its_abstract_and_slides() {
    let mut sessions = with_links();
    sessions[0].about = "# 一行目\n  二行目\n\n- 三".into();
    let known = Known::new(sessions, &[]).pick("a", |pick| pick.mine = true);
    known.says(
        Fill::OwnTalk,
        "**雲 [1]**\n\n\\# 一行目\n二行目\n\n\\- 三\n\nhttps://a.example/slides\n\n",
    );
    known.says(Fill::Slides, "- [雲 \\[1\\]](https://a.example/slides)\n");
}

#[test]
fn a_section_of_the_template_is_filled() {
    let sections = ["## 🎈 はじめに\n\n", "## 🎈 登壇した\n\n", "## おわり\n"];
    let known = Known::new(with_links(), &sections).pick("d", |pick| pick.mine = true);
    known.fills(
        Fill::OwnTalk,
        At::Section(1),
        "## 🎈 登壇した\n\n**雪**\n\n",
    );
    let sections = ["## My talk\n\nEarlier.\n\n"];
    let known = Known::new(with_links(), &sections).pick("d", |pick| pick.mine = true);
    known.fills(
        Fill::OwnTalk,
        At::After(Some(0)),
        "## 🎈 登壇した\n\n**雪**\n\n",
    );
    let table = "## Slides\n\n| Time | Session | Slides |\n| --- | --- | --- |\n|  |  |  |\n\n";
    let sections = [table, "memo:a ## 雲\n\n"];
    let list = "- [雲 \\[1\\]](https://a.example/slides)\n\n";
    let filled = format!("## Slides\n\n{list}");
    Known::new(with_links(), &sections).fills(Fill::Slides, At::Section(0), &filled);
    let sections = [&table.replace("|  |", "| 9 |"), "memo:a ## 雲\n\n"];
    let filled = format!("## 🎈 スライド\n\n{list}");
    Known::new(with_links(), &sections).fills(Fill::Slides, At::After(Some(1)), &filled);
}

#[test]
fn a_new_section_stands_behind_the_memos_and_what_is_filled_before() {
    let mut known = Known::new(
        Vec::new(),
        &[
            "## はじめに\n\n",
            "## 見たセッションのメモ\n\n",
            "memo:a ### 雲\n\n- 🔥 試す\n- 💡 話\n",
            "### 余談\n\n",
            "## あとで見る\n\n",
            "## おわりに\n",
        ],
    );
    known.fills(
        Fill::Tries,
        At::After(Some(3)),
        "## 🎈 試すこと\n\n- 試す（雲）\n\n",
    );
    known.sections[4].fill = Some(Fill::WatchLater);
    known.fills(
        Fill::Tries,
        At::After(Some(4)),
        "## 🎈 試すこと\n\n- 試す（雲）\n\n",
    );
    // One that she left out is not filled and not made again.
    known.sections[4].fill = Some(Fill::Tries);
    known.sections[4].in_report = false;
    assert_eq!(known.sources().filling(Fill::Tries), None);
}

#[test]
fn another_form_takes_the_place_of_the_first() {
    let known = Known::new(with_links(), &["## 🎈 あとで見る\n\n"]);
    let mut known = known.pick("d", |pick| pick.watch_later = true);
    let first = known.sources().filling(Fill::WatchLater).expect("a list");
    let section = &mut known.sections[0];
    section.fill = Some(Fill::WatchLater);
    (section.text, section.filled) = (first.put.text, first.put.filled);
    assert_eq!(known.sources().filling(Fill::WatchLater), None);
    let headings = "## 🎈 あとで見る\n\n#### 雪\n\n";
    known.fills(Fill::WatchLaterHeadings, At::Section(0), headings);
}
