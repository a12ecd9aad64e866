//! The texts that a section had before: when one is kept, the list, and going back
//! to one.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::frame::Bar;
use super::icon::{Drawn, Icon};
use super::live::live;
use super::section::title;
use super::state::App;
use crate::browser::database::{self, Database};
use crate::browser::timer::Timer;
use crate::browser::{Fault, clock, page};
use crate::domain::{EventId, Route, Section, SectionId};
use crate::markdown;
use crate::store::{Revision, Write};

/// How long the hands must rest for the text to be kept as a revision.
const PAUSE_MS: i32 = 30_000;

/// How many are shown, the newest first. A backup has all of them.
const SHOWN: usize = 50;

impl App {
    /// Keeps the text of a section as a revision once nobody has typed in it for a
    /// while.
    pub(super) fn keep_revision_later(self, id: &SectionId) {
        let id = id.clone();
        let timer = Timer::after(PAUSE_MS, move || self.keep_revision(&id));
        self.with_kept(|kept| kept.revision = timer);
    }

    /// Keeps the text of a section as a revision now.
    pub(super) fn keep_revision(self, id: &SectionId) {
        self.keep_revisions(vec![id.clone()]);
    }

    /// The same for several at once.
    pub(super) fn keep_revisions(self, ids: Vec<SectionId>) {
        let writes: Vec<Write> = self.with_store(|store| {
            let revisions = ids.iter().map(|id| store.revision(id, clock::now()));
            revisions.flatten().collect()
        });
        spawn_local(async move {
            if let Err(fault) = self.put_revisions(writes).await {
                // The texts themselves are kept all the same; the next pause tries again.
                leptos::logging::warn!("{fault}");
                self.with_store(|store| ids.iter().for_each(|id| store.revision_failed(id)));
            }
        });
    }

    pub(super) async fn put_revisions(self, writes: Vec<Write>) -> Result<(), Fault> {
        if writes.is_empty() {
            return Ok(());
        }
        let database = self.open_revisions().await?;
        let put = database.replace_all(&writes).await;
        database.close();
        put
    }

    /// The stored forms of the revisions whose keys begin with `prefix`, oldest first.
    pub(super) async fn read_revisions(self, prefix: &str) -> Result<Vec<String>, Fault> {
        let database = self.open_revisions().await?;
        let found = database.read_range(prefix).await;
        database.close();
        found
    }

    pub(super) async fn forget_revisions(self, id: &SectionId) -> Result<(), Fault> {
        let database = self.open_revisions().await?;
        let removed = database.remove_range(&Revision::keys_of(id)).await;
        database.close();
        removed
    }

    async fn open_revisions(self) -> Result<Database, Fault> {
        let name = self.with_store(|store| store.keys().revisions());
        database::open(&name).await
    }

    /// The section has this text again, once the one that it has now is kept as a
    /// revision. The line that says so takes it back.
    fn restore_text(self, id: SectionId, text: String) {
        let Some(had) = self.with_store(|store| Some(store.section(&id)?.text.clone())) else {
            return;
        };
        let title = title(&text, self.words().untitled);
        let told = self.words().text_restored.to_owned();
        let undone = id.clone();
        self.give_text(id, text, move || {
            self.say_with_undo(told, move || {
                let told = (self.words().restored)(&title);
                self.give_text(undone.clone(), had.clone(), move || self.announce(told));
            });
        });
    }

    fn give_text(self, id: SectionId, text: String, then: impl FnOnce() + 'static) {
        let kept = self.with_store(|store| store.revisions_beside(&id, clock::now()));
        spawn_local(async move {
            if let Err(fault) = self.put_revisions(kept).await {
                leptos::logging::warn!("{fault}");
                return self.say(self.words().failed_restore.to_owned());
            }
            let section = self.with_store(|store| store.section(&id).cloned());
            if let Some(section) = section {
                let section = Section { text, ..section };
                let outcome = self.with_store(|store| store.edit_section(section));
                self.perform(outcome);
                self.keep_revision(&id);
                self.refill.update(|count| *count += 1);
                then();
            }
        });
    }
}

/// The way to the earlier texts of a section.
#[component]
pub fn HistoryLink(app: App, event: EventId, section: SectionId) -> impl IntoView {
    let t = app.words();
    let to = Route::History(event, section).fragment();
    view! {
        <a class="icon-button" href=to aria-label=t.history title=t.history>
            <Drawn icon=Icon::History />
        </a>
    }
}

#[component]
pub fn History(app: App, event: EventId, section: SectionId) -> impl IntoView {
    let t = app.words();
    page::set_title(t.history);
    let up = Route::Writing(event, section.clone());
    let text = app.with_store(|store| Some(store.section(&section)?.text.clone()));
    let of = text.map(|text| view! { <h2 class="form-title">{title(&text, t.untitled)}</h2> });
    let found = RwSignal::new_local(None::<Result<Vec<Revision>, Fault>>);
    let prefix = Revision::keys_of(&section);
    spawn_local(async move {
        let read = app.read_revisions(&prefix).await;
        let read = read.map(|lines| {
            let newest_first = lines.iter().rev();
            newest_first
                .filter_map(|line| Revision::read(line))
                .collect()
        });
        // The screen may have been left meanwhile.
        let _left = found.try_set(Some(read));
    });
    let list = {
        let up = up.clone();
        move || match found.get() {
            None => ().into_any(),
            Some(Err(fault)) => {
                leptos::logging::warn!("{fault}");
                view! { <p class="form-about">{t.history_missing}</p> }.into_any()
            }
            Some(Ok(revisions)) => {
                let Some(section) = app.with_store(|store| store.section(&section).cloned()) else {
                    return ().into_any();
                };
                // Going back and forth leaves the same text again: the newest says it.
                let mut others: Vec<Revision> = Vec::new();
                for revision in revisions {
                    let known = others.iter().any(|it| it.text == revision.text);
                    if !known && revision.text != section.text && others.len() < SHOWN {
                        others.push(revision);
                    }
                }
                let none = others.is_empty().then(|| {
                    view! { <p class="form-about">{t.no_history}</p> }
                });
                let others = others.into_iter().map(|revision| {
                    let (section, up) = (section.id.clone(), up.clone());
                    view! { <Earlier app revision section up /> }
                });
                view! {
                    {none}
                    <ol class="texts">{others.collect_view()}</ol>
                }
                .into_any()
            }
        }
    };
    view! {
        <Bar app title=t.history up />
        <main class="screen" id="content">
            {of}
            <p class="form-about">{t.history_about}</p>
            {live(list)}
        </main>
    }
}

/// One earlier text and the way back to it.
#[component]
fn Earlier(app: App, revision: Revision, section: SectionId, up: Route) -> impl IntoView {
    let t = app.words();
    let time = clock::time(revision.at, app.language().tag());
    let label = (t.text_at)(&time);
    let size = (t.characters)(markdown::characters(&revision.text));
    let text = revision.text.trim_end().to_owned();
    let restore = move |_| {
        app.restore_text(section.clone(), revision.text.clone());
        app.replace(up.clone());
    };
    view! {
        <li class="version" aria-label=label.clone()>
            <p class="version-label">
                <span>{time}</span>
                <span>{size}</span>
            </p>
            <pre class="version-text short" tabindex="0" role="group" aria-label=label.clone()>{text}</pre>
            <div class="version-actions">
                <button class="button small" type="button" aria-label=format!("{}: {label}", t.restore_text) on:click=restore>
                    {t.restore_text}
                </button>
            </div>
        </li>
    }
}
