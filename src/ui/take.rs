//! Taking the report away: as a file, on the clipboard, through the share sheet.

mod more;
mod post;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::icon::{Drawn, Icon};
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
        if self.app.looks.target.get_untracked() == Target::Note {
            return self.copy_rich();
        }
        let t = self.app.words();
        let Some(file) = self.app.report_file(&self.event.get_value()) else {
            return;
        };
        spawn_local(async move {
            let done = clipboard::write_text(&file.text).await;
            let told = t.copied.to_owned() + &self.app.left_out(file.private);
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
        let text = publish::print_body(target, &report.body);
        spawn_local(async move {
            let done = clipboard::write_rich(&html, &text).await;
            let told = t.ways.copied_rich.to_owned() + &self.app.left_out(report.private);
            self.app.tell(done.map(|()| told), t.ways.failed_copy_rich);
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
    let t = app.words();
    let ways = Ways::new(app, event);
    let main = if ways.share_only {
        view! {
            <button class="button primary wide" type="button" on:click=move |_| ways.share()>
                <Drawn icon=Icon::Share />
                {t.share}
            </button>
        }
        .into_any()
    } else {
        view! {
            <button
                class="button primary wide"
                type="button"
                aria-label=t.download
                on:click=move |_| ways.download()
            >
                <Drawn icon=Icon::Download />
                {t.download_short}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="dock above-tabs">
            {main} <SmallWays ways share=ways.can_share && !ways.share_only />
        </div>
    }
}

/// The buttons in the bar of a wide window.
#[component]
pub fn TakeButtons(app: App, event: EventId) -> impl IntoView {
    let t = app.words();
    let ways = Ways::new(app, event);
    view! {
        <SmallWays ways share=ways.can_share />
        <button
            class="button primary small"
            type="button"
            aria-label=t.download
            on:click=move |_| ways.download()
        >
            <Drawn icon=Icon::Download />
            {t.download_short}
        </button>
    }
}

#[component]
fn SmallWays(ways: Ways, share: bool) -> impl IntoView {
    let t = ways.app.words();
    let overlays = expect_context::<Overlays>();
    view! {
        <button
            class="icon-button outlined"
            type="button"
            aria-label=t.copy
            title=t.copy
            on:click=move |_| ways.copy()
        >
            <Drawn icon=Icon::Copy />
        </button>
        {share
            .then(|| {
                view! {
                    <button
                        class="icon-button outlined share"
                        type="button"
                        aria-label=t.share
                        title=t.share
                        on:click=move |_| ways.share()
                    >
                        <Drawn icon=Icon::Share />
                    </button>
                }
            })}
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
