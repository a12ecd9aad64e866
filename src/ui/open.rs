//! Opening a Markdown file, by the picker, a drop or the clipboard: it becomes a report, or the
//! report that is open becomes what it says. What that would do is shown before it is done.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;

use super::commands::ReportFile;
use super::field::FileButton;
use super::frame::focus_heading;
use super::live::live;
use super::section::title;
use super::state::App;
use crate::browser::{dom, file};
use crate::domain::{EventId, LineEnds, Route, Section, SectionId, Tab, same_but_line_ends};
use crate::markdown::with_bound_emoji;
use crate::publish::{self, Decoded, Encoding, NotText, Updated};
use crate::text::Words;
use crate::timetable;

/// No report is as large; a film that was dropped would fill the memory.
const LARGEST: f64 = 20.0 * 1024.0 * 1024.0;

/// A file for an event that is open: the person is asked what to do with it.
struct Offer {
    event: EventId,
    name: String,
    decoded: Decoded,
}

/// What opens files, for every screen.
#[derive(Clone, Copy)]
pub struct Opener {
    app: App,
    offer: RwSignal<Option<Arc<Offer>>>,
    /// Whether a file is dragged over the page.
    dragged: RwSignal<bool>,
}

impl Opener {
    /// Listens to files that are dropped or pasted, wherever that is.
    pub fn start(app: App) -> Self {
        let opener = Self {
            app,
            offer: RwSignal::new(None),
            dragged: RwSignal::new(false),
        };
        let listening = [
            window_event_listener(leptos::ev::dragover, move |event| opener.drag(&event)),
            window_event_listener(leptos::ev::dragleave, move |event| {
                // Out of the window, not from one part of it into another.
                if event.related_target().is_none() {
                    opener.dragged.set(false);
                }
            }),
            window_event_listener(leptos::ev::drop, move |event| opener.drop(&event)),
            window_event_listener(leptos::ev::paste, move |event| opener.paste(&event)),
            window_event_listener(leptos::ev::keydown, move |event| {
                // Wherever the focus is: what is asked lies over everything.
                if event.key() == "Escape" && opener.offer.with_untracked(Option::is_some) {
                    opener.close();
                }
            }),
        ];
        on_cleanup(move || listening.into_iter().for_each(|it| it.remove()));
        opener
    }

    /// Whether this screen has a use for a file, and for which event.
    fn here(self) -> Option<Option<EventId>> {
        let route = self.app.route.get_untracked();
        let event = route.event().cloned();
        (event.is_some() || matches!(route, Route::Events | Route::NewEvent)).then_some(event)
    }

    fn drag(self, event: &web_sys::DragEvent) {
        if event
            .data_transfer()
            .is_some_and(|it| file::is_dragged(&it))
        {
            // Else the browser would leave the page for the file.
            event.prevent_default();
            if !self.dragged.get_untracked() && self.here().is_some() {
                self.dragged.set(true);
            }
        }
    }

    fn drop(self, event: &web_sys::DragEvent) {
        self.dragged.set(false);
        if let Some(file) = event.data_transfer().and_then(|it| file::handed(&it)) {
            event.prevent_default();
            if let Some(here) = self.here() {
                self.take(file, here);
            }
        }
    }

    /// A file, wherever it is pasted; text only where nothing could be written.
    fn paste(self, event: &web_sys::ClipboardEvent) {
        let Some(data) = event
            .clipboard_data()
            .filter(|_| !event.default_prevented())
        else {
            return;
        };
        let file = file::handed(&data).filter(|file| {
            let kind = file.type_();
            kind.is_empty() || kind.starts_with("text/")
        });
        if let (Some(file), Some(here)) = (file, self.here()) {
            event.prevent_default();
            return self.take(file, here);
        }
        let in_field = dom::focused().is_some_and(|it| {
            it.has_type::<web_sys::HtmlInputElement>()
                || it.has_type::<web_sys::HtmlTextAreaElement>()
        });
        let text = data.get_data("text/plain").unwrap_or_default();
        if in_field || text.trim().is_empty() {
            return;
        }
        let decoded = publish::decode(text.as_bytes(), &|_, _| None);
        match (self.app.route.get_untracked(), decoded) {
            (Route::TakeIn(of), _) => self.app.hand_programme(Some(of), text),
            (Route::Events, Ok(decoded)) => self.open("", &decoded),
            _ => return,
        }
        event.prevent_default();
    }

    /// Reads a file for an event, or for a new one.
    pub fn take(self, file: web_sys::File, event: Option<EventId>) {
        let t = self.app.words();
        if file.size() > LARGEST {
            return self.app.say(t.file_too_large.to_owned());
        }
        spawn_local(async move {
            let name = file.name();
            let bytes = match file::bytes(&file).await {
                Ok(bytes) => timetable::prepared(bytes),
                Err(fault) => {
                    leptos::logging::warn!("{fault}");
                    return self.app.say(t.failed_read.to_owned());
                }
            };
            let legacy = |encoding: Encoding, bytes: &[u8]| file::decoded(encoding.name(), bytes);
            match (publish::decode(&bytes, &legacy), event) {
                (Err(NotText), _) => self.app.say((t.not_text)(&name)),
                (Ok(decoded), event) if self.app.wants_programme(&decoded.text) => {
                    self.app.hand_programme(event, decoded.text);
                }
                (Ok(decoded), None) => self.open(&name, &decoded),
                (Ok(decoded), Some(event)) => self.offer(Offer {
                    event,
                    name,
                    decoded,
                }),
            }
        });
    }

    /// Makes an event of a file; the line that says so takes it back.
    fn open(self, name: &str, decoded: &Decoded) {
        let (app, t) = (self.app, self.app.words());
        let opened = publish::read(&decoded.text);
        let mut title = publish::file_title(name, &opened);
        if title.is_empty() {
            title = t.pasted_text.to_owned();
        }
        let texts = opened.sections.iter().map(|text| (*text).to_owned());
        let made = app.create_event_with(texts.collect(), |event| {
            event.name = title.clone();
            opened.put_head(name, &mut event.report);
        });
        let Some(id) = made else { return };
        app.flush();
        app.go(Route::Event(id.clone(), Tab::Notes));
        let told = (t.file_opened)(&title) + &facts(t, decoded);
        app.say_with_undo(told, move || {
            app.delete_event(&id);
            if app.route.with_untracked(|route| route.event() == Some(&id)) {
                app.replace(Route::Events);
            }
        });
    }

    fn offer(self, offer: Offer) {
        if offer.is_there(self.app) {
            return self.app.say(self.app.words().file_is_the_same.to_owned());
        }
        self.offer.set(Some(Arc::new(offer)));
        request_animation_frame(|| {
            let first = dom::document().map(|document| document.query_selector(".offer button"));
            if let Ok(Ok(Some(button))) = first {
                let focused = dom::focus(&button);
                debug_assert!(focused.is_ok());
            }
        });
    }

    fn close(self) {
        self.offer.set(None);
        request_animation_frame(focus_heading);
    }
}

impl Offer {
    /// What the file makes of the sections of the report.
    fn update(&self, app: App) -> Option<Updated> {
        let text = &self.decoded.text;
        let body = &text[publish::read(text).report.written.len()..];
        let sections = app.sections_now(&self.event);
        let id = || app.random().map(SectionId::from_bits);
        publish::update(&self.event, &sections, &[], &[], body, &id)
    }

    /// Whether the report says all of this already.
    fn is_there(&self, app: App) -> bool {
        // Also the file that was handed out without what is private.
        let file = app.report_file(&self.event);
        let is_file = |file: &ReportFile| same_but_line_ends(&file.text, &self.decoded.text);
        let sections = app.sections_now(&self.event);
        file.as_ref().is_some_and(is_file)
            || !self.has_title() && self.update(app).is_some_and(|it| it.is_nothing(&sections))
    }

    /// A file without one leaves the report its head.
    fn has_title(&self) -> bool {
        !publish::read(&self.decoded.text).report.title.is_empty()
    }

    /// Does it. The line that says so takes back what was not changed again since.
    fn carry_out(&self, app: App) {
        let (Some(update), Some(before)) = (self.update(app), app.event_now(&self.event)) else {
            return;
        };
        let sections = app.sections_now(&self.event);
        if self.has_title() {
            let (name, opened) = (&self.name, publish::read(&self.decoded.text));
            app.change_event(&self.event, |it| opened.put_head(name, &mut it.report));
        }
        app.write_update(&update);
        app.throw_away(&update.gone);
        app.refill.update(|count| *count += 1);
        app.flush();
        let t = app.words();
        let after = app.event_now(&self.event).map(|event| event.report);
        app.go(Route::Event(self.event.clone(), Tab::Notes));
        app.say_with_undo((t.report_updated)(&self.name), move || {
            app.take_back(&sections, &update);
            app.change_event(&before.id, |event| {
                if Some(&event.report) == after.as_ref() {
                    event.report = before.report.clone();
                }
            });
            app.announce(t.report_as_before.to_owned());
        });
    }
}

impl App {
    /// Writes what a new text of the whole report makes of its sections; what they had is kept as
    /// earlier texts.
    pub(super) fn write_update(self, update: &Updated) {
        let ids = update.written.iter().map(|section| section.id.clone());
        self.keep_revisions(ids.collect());
        self.write(update.written.clone());
    }

    /// The sections as they were before an update, but for those that were changed since.
    fn take_back(self, before: &[Section], update: &Updated) {
        let mut back = Vec::new();
        for after in &update.written {
            if self.section_now(&after.id).as_ref() != Some(after) {
                continue;
            }
            match before.iter().find(|section| section.id == after.id) {
                Some(section) => back.push(section.clone()),
                None => self.throw_away(std::slice::from_ref(&after.id)),
            }
        }
        self.write(back);
        self.restore_sections(&update.gone);
        self.refill.update(|count| *count += 1);
    }

    /// The titles of sections, one after the other.
    pub(super) fn names_of(self, ids: &[SectionId]) -> String {
        let t = self.words();
        let sections = ids.iter().filter_map(|id| self.section_now(id));
        let name = |it: Section| (t.name)(&with_bound_emoji(&title(&it.text, t.untitled)));
        sections.map(name).collect::<Vec<_>>().join(t.between_names)
    }
}

/// What is worth knowing of a file, in brackets; nothing of one like those that are written here.
fn facts(t: &Words, file: &Decoded) -> String {
    let mut facts: Vec<&str> = Vec::new();
    match (file.encoding, file.bom) {
        (Encoding::Utf8, true) => facts.push(t.with_bom),
        (Encoding::Utf8, false) => {}
        (encoding, _) => facts.push(encoding.name()),
    }
    facts.extend(match file.line_ends {
        LineEnds::None | LineEnds::Lf => None,
        LineEnds::Crlf => Some(t.ends_crlf),
        LineEnds::Cr => Some(t.ends_cr),
        LineEnds::Mixed => Some(t.ends_mixed),
    });
    facts.extend((!file.last_line_ended).then_some(t.last_line_open));
    facts.extend(file.replaced.then_some(t.some_unreadable));
    match facts.is_empty() {
        true => String::new(),
        false => (t.in_brackets)(&facts.join(t.between_facts)),
    }
}

/// The button that picks a file for an event, or for a new one.
#[component]
pub fn OpenButton(
    label: &'static str,
    #[prop(optional)] class: &'static str,
    #[prop(optional)] event: Option<EventId>,
) -> impl IntoView {
    let opener = expect_context::<Opener>();
    let take = Callback::new(move |file| opener.take(file, event.clone()));
    view! { <FileButton label class take /> }
}

/// What is asked of a file that was handed to the page, and what says that one can be.
#[component]
pub fn OpenFile(opener: Opener) -> impl IntoView {
    let t = opener.app.words();
    live(move || {
        if opener.dragged.get() {
            return view! { <p class="drop-here">{t.drop_here}</p> }.into_any();
        }
        match opener.offer.get() {
            Some(offer) => view! { <Question opener offer /> }.into_any(),
            None => ().into_any(),
        }
    })
}

#[component]
fn Question(opener: Opener, offer: Arc<Offer>) -> impl IntoView {
    let (app, t) = (opener.app, opener.app.words());
    let update = offer.update(app);
    let sections = app.sections_now(&offer.event);
    // With nothing in common it is hardly an update, and not what is offered first.
    let is_another = update
        .as_ref()
        .is_some_and(|it| it.sections.len() == it.new + it.gone.len());
    let (changed, new, gone) = update.map_or((0, 0, Vec::new()), |update| {
        (update.changed(&sections), update.new, update.gone)
    });
    let name = (t.name)(&offer.name) + &facts(t, &offer.decoded);
    let trash = (!gone.is_empty()).then(|| {
        let names = app.names_of(&gone);
        view! { <p class="offer-trash">{(t.goes_to_trash)(gone.len(), &names)}</p> }
    });
    let other = offer.clone();
    let carry_out = move |_| {
        opener.close();
        offer.carry_out(app);
    };
    let open = move |_| {
        opener.close();
        opener.open(&other.name, &other.decoded);
    };
    let class = |first| if first { "button primary" } else { "button" };
    let mut ways = [
        view! { <button class=class(!is_another) type="button" on:click=carry_out>{t.update_report}</button> }.into_any(),
        view! { <button class=class(is_another) type="button" on:click=open>{t.open_as_new}</button> }.into_any(),
    ];
    if is_another {
        ways.reverse();
    }
    view! {
        <section
            class="offer"
            role="alertdialog"
            aria-labelledby="offer-title"
        >
            <h2 class="offer-title" id="offer-title">{name}</h2>
            <p>{(t.would_update)(changed, new)}</p>
            {trash}
            <div class="offer-choice">
                {Vec::from(ways)}
                <button class="button quiet" type="button" on:click=move |_| opener.close()>
                    {t.cancel}
                </button>
            </div>
        </section>
    }
}
