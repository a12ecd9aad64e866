//! Form fields with a label that a screen reader and a thumb both find.

use leptos::prelude::*;
use leptos::web_sys;

use super::icon::{Drawn, Icon};
use super::live::live;
use crate::browser::file;

/// A button that lets the person pick a file.
#[component]
pub fn FileButton(
    label: &'static str,
    /// Kinds of files; any without.
    #[prop(optional)]
    accept: &'static str,
    #[prop(optional)] class: &'static str,
    take: Callback<web_sys::File>,
) -> impl IntoView {
    let field = NodeRef::<leptos::html::Input>::new();
    let chosen = move |_| {
        let file = field.get_untracked().and_then(|field| file::chosen(&field));
        if let Some(file) = file {
            take.run(file);
        }
    };
    view! {
        <label class=["button file-button ", class].concat()>
            <input
                class="file-input"
                type="file"
                accept=(!accept.is_empty()).then_some(accept)
                node_ref=field
                on:change=chosen
            />
            <Drawn icon=Icon::Upload />
            {label}
        </label>
    }
}

/// A line of text with its label above and a hint below.
#[component]
pub fn TextField(
    label: &'static str,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(default = "text")] kind: &'static str,
    /// By which it is found to be given the focus.
    #[prop(optional)]
    name: &'static str,
    /// Says that it must be filled in, where it must.
    #[prop(optional)]
    required_word: &'static str,
    /// What is wrong with the value, if anything. It is not said while the
    /// person is typing.
    #[prop(optional, into)]
    problem: MaybeProp<String>,
) -> impl IntoView {
    let id = format!("field-{}", new_number());
    let hint_id = format!("{id}-hint");
    let has_hint = hint.with_untracked(Option::is_some);
    let described = has_hint.then(|| hint_id.clone());
    let problem_id = format!("{id}-problem");
    let typing = RwSignal::new(false);
    let problem = Signal::derive(move || problem.get().filter(|_| !typing.get()));
    view! {
        <div class="field">
            <div class="field-head">
                <label class="field-label" for=id.clone()>{label}</label>
                {(!required_word.is_empty())
                    .then(|| {
                        view! {
                            <span class="chip" aria-hidden="true">
                                {required_word}
                            </span>
                        }
                    })}
            </div>
            <input
                class="input"
                id=id
                type=kind
                name=(!name.is_empty()).then_some(name)
                aria-describedby=described
                aria-required=(!required_word.is_empty()).then_some("true")
                aria-invalid=move || problem.get().map(|_| "true")
                aria-errormessage=problem_id.clone()
                autocomplete="off"
                prop:value=value.get_untracked()
                on:input:target=move |event| {
                    typing.set(true);
                    value.set(event.target().value());
                }
                on:change=move |_| typing.set(false)
                on:blur=move |_| typing.set(false)
            />
            <Problem id=problem_id problem />
            {has_hint.then(|| view! { <p class="field-hint" id=hint_id>{move || hint.get()}</p> })}
        </div>
    }
}

/// What is wrong with a field, below it.
#[component]
pub fn Problem(id: String, problem: Signal<Option<String>>) -> impl IntoView {
    live(move || {
        problem.get().map(|text| {
            let id = id.clone();
            view! { <p class="field-problem" id=id role="alert">{text}</p> }
        })
    })
}

/// One choice of a few, each a card or a pill.
#[component]
pub fn Choice<T>(
    label: &'static str,
    options: Vec<(T, String, String)>,
    value: RwSignal<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let name = format!("choice-{}", new_number());
    let options = options
        .into_iter()
        .enumerate()
        .map(|(index, (option, title, about))| {
            let name = name.clone();
            let title_id = format!("{name}-{index}");
            let about_id = (!about.is_empty()).then(|| format!("{title_id}-about"));
            view! {
                <label class="option">
                    <input
                        class="option-input"
                        type="radio"
                        name=name
                        aria-labelledby=title_id.clone()
                        aria-describedby=about_id.clone()
                        prop:checked=move || value.get() == option
                        on:change=move |_| value.set(option)
                    />
                    <span class="option-title" id=title_id>{title}</span>
                    {about_id
                        .map(|id| view! { <span class="option-about" id=id>{about}</span> })}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choice">
            <legend class="field-label">{label}</legend>
            <div class="options">{options}</div>
        </fieldset>
    }
}

/// Numbers for `id` attributes, unique in this page.
fn new_number() -> usize {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
