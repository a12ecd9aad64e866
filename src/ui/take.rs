//! Taking the report away: as a file, on the clipboard, through the share sheet.

mod more;
mod post;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::icon::{Drawn, Icon};
use super::live::live;
use super::overlay::{Overlay, Overlays};
use super::state::App;
use crate::browser::{Fault, clipboard, download, installed, share};
use crate::domain::EventId;
use crate::publish::{self, Target};

pub use more::MoreWays;

/// The media type of Markdown (RFC 7763).
const MARKDOWN: &str = "text/markdown;charset=utf-8";

/// What can be done with the report.
#[derive(Clone, Copy)]
struct Ways {
    app: App,
    event: StoredValue<EventId>,
    /// A share sheet that takes files is there.
    can_share: bool,
    /// Downloads do nothing here: the share sheet stands in for them.
    share_only: bool,
}

impl App {
    /// Hands the report out as a file.
    pub(super) fn download_report(self, event: &EventId) {
        let t = self.words();
        let Some(file) = self.report_file(event) else {
            return;
        };
        let done = download::text_file(&file.name, &file.text, MARKDOWN);
        let told = (t.downloaded)(&file.name) + &self.left_out(file.private);
        self.tell(done.map(|()| told), t.failed_download);
    }

    /// How much of a report was not handed out, where that is anything.
    fn left_out(self, private: usize) -> String {
        match private {
            0 => String::new(),
            count => (self.words().timetable.private_left_out)(count),
        }
    }

    /// The sheet tells the person itself how it went, but not what was left out.
    fn share_file(self, name: String, text: String, media_type: &'static str, private: usize) {
        spawn_local(async move {
            match share::text_file(&name, &text, media_type).await {
                Ok(_) if private > 0 => self.say(self.left_out(private)),
                Ok(_) => {}
                Err(fault) => self.tell(Err(fault), self.words().failed_share),
            }
        });
    }

    fn tell(self, done: Result<String, Fault>, failed: &str) {
        self.say(done.unwrap_or_else(|fault| {
            leptos::logging::warn!("{fault}");
            failed.to_owned()
        }));
    }
}

impl Ways {
    fn new(app: App, event: EventId) -> Self {
        let can_share = share::takes_files();
        Self {
            app,
            event: StoredValue::new(event),
            can_share,
            share_only: can_share && installed::is_installed_on_ios(),
        }
    }

    fn download(self) {
        self.app.download_report(&self.event.get_value());
    }

    /// As the place that is chosen takes it.
    fn copy(self) {
        let t = self.app.words();
        let target = self.app.looks.target.get_untracked();
        let Some(file) = self.app.report_file(&self.event.get_value()) else {
            return;
        };
        spawn_local(async move {
            let done = clipboard::write_text(&file.text).await;
            let mut told = t.copied.to_owned() + &self.app.left_out(file.private);
            if target != Target::AsWritten && file.text.starts_with("---") {
                told += t.ways.with_head;
            }
            self.app.tell(done.map(|()| told), t.failed_copy);
        });
    }

    fn copy_rich(self) {
        let t = self.app.words();
        let Some(report) = self.app.open_report(&self.event.get_value()) else {
            return;
        };
        let target = self.app.looks.target.get_untracked();
        let html = publish::rich_text(target, &report.event, &report.body, t);
        let text = publish::print_text(target, &report.event, &report.body);
        spawn_local(async move {
            let done = clipboard::write_rich(&html, &text).await;
            let told = t.ways.copied_rich.to_owned() + &self.app.left_out(report.private);
            self.app.tell(done.map(|()| told), t.ways.failed_copy_rich);
        });
    }

    /// What follows the head, for an editor that has fields for that.
    fn copy_body(self) {
        let t = self.app.words();
        let Some(report) = self.app.open_report(&self.event.get_value()) else {
            return;
        };
        let target = self.app.looks.target.get_untracked();
        let text = publish::print_text(target, &report.event, &report.body);
        spawn_local(async move {
            let done = clipboard::write_text(&text).await;
            let told = t.ways.copied_body.to_owned() + &self.app.left_out(report.private);
            self.app.tell(done.map(|()| told), t.failed_copy);
        });
    }

    fn share(self) {
        if let Some(file) = self.app.report_file(&self.event.get_value()) {
            self.app
                .share_file(file.name, file.text, share::PLAIN, file.private);
        }
    }
}

/// The row at the bottom of the report on a phone.
#[component]
pub fn TakeAway(app: App, event: EventId) -> impl IntoView {
    let ways = Ways::new(app, event);
    view! {
        <div class="dock above-tabs">
            <MainWay ways class="wide" />
            <SmallWays ways />
        </div>
    }
}

/// The buttons in the bar of a wide window.
#[component]
pub fn TakeButtons(app: App, event: EventId) -> impl IntoView {
    let ways = Ways::new(app, event);
    view! {
        <SmallWays ways />
        <MainWay ways class="small" />
    }
}

/// The way that leads to the place that is chosen. The editor of note takes no file.
#[component]
fn MainWay(ways: Ways, class: &'static str) -> impl IntoView {
    let t = ways.app.words();
    live(move || {
        let rich = t.ways.copy_rich;
        let (icon, name, words, act): (_, _, _, fn(Ways)) = match ways.app.looks.target.get() {
            Target::Note => (Icon::Copy, rich, rich, Ways::copy_rich),
            _ if ways.share_only => (Icon::Share, t.share, t.share, Ways::share),
            _ => (Icon::Download, t.download, t.download_short, Ways::download),
        };
        view! {
            <button
                class=["button primary ", class].concat()
                type="button"
                aria-label=name
                on:click=move |_| act(ways)
            >
                <Drawn icon />
                {words}
            </button>
        }
    })
}

#[component]
fn SmallWays(ways: Ways) -> impl IntoView {
    let t = ways.app.words();
    let overlays = expect_context::<Overlays>();
    let small = move |icon, name, class, act: fn(Ways)| {
        view! {
            <button
                class=["icon-button outlined ", class].concat()
                type="button"
                aria-label=name
                title=name
                on:click=move |_| act(ways)
            >
                <Drawn icon />
            </button>
        }
    };
    let other = move || match ways.app.looks.target.get() {
        Target::Note if ways.share_only => small(Icon::Share, t.share, "", Ways::share),
        Target::Note => small(Icon::Download, t.download, "", Ways::download),
        _ => small(Icon::Copy, t.copy, "", Ways::copy),
    };
    let share = (ways.can_share && !ways.share_only)
        .then(|| small(Icon::Share, t.share, "share", Ways::share));
    view! {
        {live(other)}
        {share}
        <button
            class="icon-button outlined"
            type="button"
            aria-haspopup="dialog"
            aria-label=t.ways.title
            title=t.ways.title
            on:click=move |_| overlays.open(Overlay::Ways)
        >
            <Drawn icon=Icon::More />
        </button>
    }
}
