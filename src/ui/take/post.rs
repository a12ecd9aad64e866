//! The post that says that a report is there, to be changed and copied.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clipboard, dom};
use crate::domain::Event;
use crate::publish::{LONGEST, announcement, weight, with_address};
use crate::ui::icon::{Drawn, Icon};
use crate::ui::live::live;
use crate::ui::overlay::Overlays;
use crate::ui::state::App;

#[component]
pub(super) fn Announcement(app: App, overlays: Overlays, event: Event) -> impl IntoView {
    let t = app.words();
    let w = &t.ways;
    let noted = event.published.iter().rev().find_map(|it| it.address());
    let link = StoredValue::new(noted.unwrap_or_default().to_owned());
    let bare = announcement(app.language(), &event);
    let post = RwSignal::new(with_address(&bare, "", &link.get_value()));
    let area = NodeRef::<leptos::html::Textarea>::new();
    let details = NodeRef::<leptos::html::Details>::new();
    // What has opened below the edge is in sight.
    let show = move |_| {
        if let Some(details) = details.get_untracked() {
            dom::show(&details);
        }
    };
    let put_link = move |typed: String| {
        let typed = typed.trim().to_owned();
        post.update(|post| *post = with_address(post, &link.get_value(), &typed));
        link.set_value(typed);
        if let Some(area) = area.get_untracked() {
            area.set_value(&post.read_untracked());
        }
    };
    let copy = move |_| {
        let post = post.get_untracked();
        spawn_local(async move {
            let done = clipboard::write_text(post.trim()).await;
            // Where it could not be copied the post stays, to be copied by hand.
            if done.is_ok() {
                overlays.close();
            }
            let told = done.map(|()| w.copied_post.to_owned());
            app.tell(told, w.failed_copy_post);
        });
    };
    let length = move || {
        let length = weight(post.read().trim());
        let over = length.saturating_sub(LONGEST);
        let told =
            (over > 0).then(|| view! { <span class="chip warn">{(w.post_too_long)(over)}</span> });
        view! {
            <span>{(w.post_length)(length, LONGEST)}</span>
            <span role="status">{told}</span>
        }
    };
    view! {
        <details class="post" node_ref=details on:toggle=show>
            <summary class="way">
                <Drawn icon=Icon::Announce />
                <span class="way-words">
                    <span class="way-name">{w.announce}</span>
                    " "
                    <span class="way-about">{w.announce_about}</span>
                </span>
            </summary>
            <label class="post-field">
                <span>{w.post_link}</span>
                <input
                    class="input"
                    type="url"
                    inputmode="url"
                    autocomplete="off"
                    placeholder="https://"
                    value=link.get_value()
                    on:input:target=move |event| put_link(event.target().value())
                />
            </label>
            <label class="post-field">
                <span>{w.post_text}</span>
                <textarea
                    class="input post-text"
                    rows="4"
                    prop:value=post.get_untracked()
                    node_ref=area
                    on:input:target=move |event| post.set(event.target().value())
                ></textarea>
            </label>
            <div class="post-end">
                <span class="post-length">{live(length)}</span>
                <button class="button primary small" type="button" on:click=copy>
                    <Drawn icon=Icon::Copy />
                    {w.copy_post}
                </button>
            </div>
        </details>
    }
}
