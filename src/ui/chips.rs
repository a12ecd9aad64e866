//! What is said of a section beside its title and above its text.

use leptos::prelude::*;

use super::live::{live, memo};
use super::state::{App, SectionSignal};
use crate::domain::Route;

/// That it is left out of the report, and that there is another version of it.
#[component]
pub fn Chips(app: App, section: SectionSignal) -> impl IntoView {
    let t = app.words();
    let facts = section.facts;
    let has_copies = memo(move || app.copies(&section.id) > 0);
    view! {
        {live(move || {
            (!facts.read().in_report)
                .then(|| view! { <span class="chip">{t.left_out}</span> }.into_any())
        })}
        {live(move || {
            has_copies
                .get()
                .then(|| {
                    let compare = Route::Copies.fragment();
                    view! { <a class="chip warn" href=compare>{t.copy_beside}</a> }.into_any()
                })
        })}
    }
}
