//! The sheet with the ways to take a report away that are needed now and then: as rich text, as a
//! page, on paper, and the post that says that it is there.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Ways;
use super::post::Announcement;
use crate::browser::{clipboard, download, page};
use crate::publish;
use crate::ui::icon::{Drawn, Icon};
use crate::ui::overlay::{OverlayHead, Overlays};
use crate::ui::state::App;

/// The media type of a page.
const PAGE: &str = "text/html";

impl Ways {
    /// The title alone: the editors of most places have a field of its own for it.
    fn copy_title(self) {
        let t = self.app.words();
        let Some(event) = self.app.event_now(&self.event.get_value()) else {
            return;
        };
        let title = match event.report.title.trim() {
            "" => event.name,
            title => title.to_owned(),
        };
        spawn_local(async move {
            let done = clipboard::write_text(title.trim()).await;
            let told = done.map(|()| t.ways.copied_title.to_owned());
            self.app.tell(told, t.failed_copy);
        });
    }

    /// The page with its name, and how many private things are not in it.
    fn page(self) -> Option<(String, String, usize)> {
        let report = self.app.open_report(&self.event.get_value())?;
        let page = publish::page(self.app.language(), &report.event, &report.body);
        Some((publish::page_name(&report.event), page, report.private))
    }

    fn download_page(self) {
        let t = self.app.words();
        let Some((name, page, private)) = self.page() else {
            return;
        };
        let done = download::text_file(&name, &page, PAGE);
        let told = (t.downloaded)(&name) + &self.app.left_out(private);
        self.app.tell(done.map(|()| told), t.failed_download);
    }

    fn share_page(self) {
        if let Some((name, page, private)) = self.page() {
            self.app.share_file(name, page, PAGE, private);
        }
    }
}

/// The sheet, for the event that the address names.
#[component]
pub fn MoreWays(app: App, overlays: Overlays) -> impl IntoView {
    let t = app.words();
    let w = &t.ways;
    let route = app.route.get_untracked();
    let event = route.event().and_then(|id| app.event_now(id))?;
    let ways = Ways::new(app, event.id.clone());
    // What was done is told on the screen below.
    let way = move |icon, name, about, act: fn(Ways)| {
        let act = move |_| {
            overlays.close();
            act(ways);
        };
        view! {
            <li>
                <button class="way" type="button" on:click=act>
                    <Drawn icon />
                    <span class="way-words">
                        <span class="way-name">{name}</span>
                        " "
                        <span class="way-about">{about}</span>
                    </span>
                </button>
            </li>
        }
        .into_any()
    };
    let page = |icon, name, act| way(icon, name, w.download_page_about, act);
    // In the next frame the sheet is gone from what is printed.
    let print = |_| request_animation_frame(page::print);
    Some(view! {
        <div class="overlay-page">
            <OverlayHead app overlays title=w.title />
            <ul class="ways-list">
                {way(Icon::Copy, w.copy_rich, w.copy_rich_about, Ways::copy_rich)}
                {way(Icon::Heading, w.copy_title, w.copy_title_about, Ways::copy_title)}
                {way(Icon::Notes, w.copy_body, w.copy_body_about, Ways::copy_body)}
                {ways.can_share.then(|| way(Icon::Share, w.share_markdown, "", Ways::share))}
                {(!ways.share_only)
                    .then(|| page(Icon::Download, w.download_page, Ways::download_page))}
                {ways.can_share.then(|| page(Icon::Share, w.share_page, Ways::share_page))}
                {way(Icon::Print, w.print, "", print)}
            </ul>
            <Announcement app overlays event />
        </div>
    })
}
