//! What was found in one section, as a list of its lines, each a way to its place. Knows no
//! search.

use leptos::prelude::*;

use super::section::title;
use super::state::App;
use crate::domain::{EventId, Route, Section, SectionId};
use crate::editing::{Excerpt, Found, Piece};

/// What was found in one section.
#[derive(Clone)]
pub struct FoundPart {
    section: SectionId,
    title: String,
    left_out: bool,
    count: usize,
    excerpts: Vec<Excerpt>,
    rest: usize,
}

impl FoundPart {
    pub fn new(section: &Section, found: Found, untitled: &str) -> Self {
        Self {
            section: section.id.clone(),
            title: title(&section.text, untitled),
            left_out: !section.in_report,
            count: found.count,
            excerpts: found.excerpts,
            rest: found.rest,
        }
    }

    /// The screen of the section.
    pub fn route(&self, event: &EventId) -> Route {
        Route::Writing(event.clone(), self.section.clone())
    }
}

/// The lines, below the title of the section.
#[component]
pub fn FoundInSection(
    app: App,
    event: EventId,
    part: FoundPart,
    /// Whether the title stands below one of the event.
    #[prop(optional)]
    nested: bool,
    /// Hears the words of the match that was chosen.
    #[prop(into)]
    choose: Callback<String>,
) -> impl IntoView {
    let t = app.words();
    let route = part.route(&event);
    let lines = part.excerpts.into_iter().map(|excerpt| {
        let (section, first) = (part.section.clone(), excerpt.first);
        let words = excerpt.pieces.iter().find(|(_, is_match)| *is_match);
        let words = words.map(|(words, _)| words.clone()).unwrap_or_default();
        view! {
            <li>
                <a
                    class="found-line"
                    href=route.fragment()
                    on:click=move |_| {
                        choose.run(words.clone());
                        app.find.chosen.set(Some((section.clone(), first.clone())));
                    }
                >
                    {pieces(excerpt.pieces)}
                </a>
            </li>
        }
    });
    let lines = lines.collect_view();
    let title = match nested {
        true => view! { <h3 class="found-title">{part.title}</h3> }.into_any(),
        false => view! { <h2 class="found-title">{part.title}</h2> }.into_any(),
    };
    view! {
        <section class="found">
            <div class="found-head">
                {title} {part.left_out.then(|| view! { <span class="chip">{t.left_out}</span> })}
                <span class="found-count">{(t.found_here)(part.count)}</span>
            </div>
            <ul>{lines}</ul>
            {(part.rest > 0)
                .then(|| view! { <p class="found-rest">{(t.found_more)(part.rest)}</p> })}
        </section>
    }
}

/// Words with the matches marked.
pub fn pieces(pieces: Vec<Piece>) -> AnyView {
    let pieces = pieces.into_iter().map(|(piece, is_match)| match is_match {
        true => view! { <mark>{piece}</mark> }.into_any(),
        false => piece.into_any(),
    });
    pieces.collect_view().into_any()
}
