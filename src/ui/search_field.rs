//! The field for what is looked for: everywhere the same, with a button that empties it.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;

use super::icon::{Drawn, Icon};
use super::live::{live, memo};
use super::state::App;
use crate::browser::dom;

/// Puts the caret into the field.
pub fn focus_field() {
    let found = dom::document().map(|document| document.query_selector(".find .input"));
    if let Ok(Ok(Some(field))) = found
        && let Ok(field) = field.dyn_into::<web_sys::HtmlInputElement>()
    {
        let given = dom::focus(&field);
        debug_assert!(given.is_ok());
        field.select();
    }
}

/// `typed` is called after the person has changed `words`, `enter` with whether Shift was held.
#[component]
pub fn SearchField(
    app: App,
    words: RwSignal<String>,
    #[prop(optional)] field: NodeRef<Input>,
    #[prop(optional, into)] typed: Option<Callback<()>>,
    #[prop(optional, into)] enter: Option<Callback<bool>>,
    /// Whether Escape empties it. Otherwise it closes what the field is in, and the words stay.
    #[prop(default = true)]
    escape_empties: bool,
) -> impl IntoView {
    let t = app.words();
    let put = move |text: String| {
        words.set(text);
        if let Some(typed) = typed {
            typed.run(());
        }
    };
    let is_empty = memo(move || words.read().is_empty());
    let key = move |event: web_sys::KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                if let Some(enter) = enter {
                    enter.run(event.shift_key());
                }
            }
            // Some browsers empty such a field by themselves, others do not.
            "Escape" => {
                event.prevent_default();
                if escape_empties && !is_empty.get_untracked() {
                    put(String::new());
                }
            }
            _ => {}
        }
    };
    view! {
        <div class="find-field">
            <input
                class="input"
                type="search"
                enterkeyhint="search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-label=t.find
                placeholder=t.find
                node_ref=field
                prop:value=move || words.get()
                on:input:target=move |event| put(event.target().value())
                on:keydown=key
            />
            {live(move || {
                (!is_empty.get())
                    .then(|| {
                        view! {
                            <button
                                class="icon-button"
                                type="button"
                                // Tab goes on to what was found; keys empty the field without it.
                                tabindex="-1"
                                aria-label=t.palette.empty_field
                                title=t.palette.empty_field
                                // The keyboard of a phone stays.
                                on:mousedown=|event| event.prevent_default()
                                on:click=move |_| {
                                    put(String::new());
                                    focus_field();
                                }
                            >
                                <Drawn icon=Icon::Close />
                            </button>
                        }
                    })
            })}
        </div>
    }
}
