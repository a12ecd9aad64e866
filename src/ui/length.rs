//! How long a text is, of a section or of the report.

use leptos::prelude::*;

use super::live::live;
use super::state::App;
use crate::markdown;

/// How long a text is and takes to read; that nobody has written it yet, where
/// that is so.
#[component]
pub fn Length(
    app: App,
    count: impl Fn() -> usize + Copy + Send + 'static,
    /// What is said where nobody has written.
    unwritten: impl Fn() -> &'static str + Send + 'static,
) -> impl IntoView {
    let t = app.words();
    let minutes = move || {
        let minutes = markdown::reading_minutes(count());
        (minutes > 0).then(|| view! { <span>{(t.minutes)(minutes)}</span> })
    };
    let characters = move || match count() {
        0 => unwritten().to_owned(),
        count if count >= markdown::ABOUT => (t.about_characters)(count),
        count => (t.characters)(count),
    };
    let without = move || {
        let exact = (1..markdown::ABOUT).contains(&count());
        exact.then(|| view! { <span class="length-without">{t.characters_without}</span> })
    };
    view! {
        <span title=t.characters_meaning>{live(characters)} {live(without)}</span>
        {live(minutes)}
    }
}
