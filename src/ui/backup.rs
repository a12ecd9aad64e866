//! The whole library as one file, and such a file taken in.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;

use super::field::FileButton;
use super::icon::{Drawn, Icon};
use super::state::App;
use crate::browser::{Fault, clock, download, file, installed, share};
use crate::domain::Route;
use crate::store::{NotABackup, Restored};
use crate::text::Words;

/// Known to every share sheet; the lines in it are JSON.
const MEDIA_TYPE: &str = "text/plain;charset=utf-8";

impl App {
    pub(super) fn save_backup(self) {
        let t = self.words();
        spawn_local(async move {
            match self.write_backup().await {
                Ok(Some(told)) => {
                    self.taken_out();
                    self.say(told);
                }
                // She has closed the share sheet.
                Ok(None) => {}
                Err(fault) => {
                    leptos::logging::warn!("{fault}");
                    self.say(t.failed_backup.to_owned());
                }
            }
        });
    }

    async fn write_backup(self) -> Result<Option<String>, Fault> {
        let t = self.words();
        let revisions = self.read_revisions("").await;
        let is_whole = revisions.is_ok() && self.database().is_some();
        let revisions = revisions.unwrap_or_default();
        let text = self.with_store(|store| store.backup(&revisions));
        let name = format!("sankarepo-{}.backup.txt", clock::today());
        if share::takes_files() && installed::is_installed_on_ios() {
            if !share::text_file(&name, &text, share::PLAIN).await? {
                return Ok(None);
            }
        } else {
            download::text_file(&name, &text, MEDIA_TYPE)?;
        }
        let mut told = (t.downloaded)(&name);
        if !is_whole {
            told.push(' ');
            told += t.backup_part;
        }
        Ok(Some(told))
    }

    fn restore_backup(self, file: web_sys::File) {
        let t = self.words();
        spawn_local(async move {
            let text = match file::text(&file).await {
                Ok(text) => text,
                Err(fault) => {
                    leptos::logging::warn!("{fault}");
                    return self.say(t.failed_read.to_owned());
                }
            };
            let taken = self.with_store(|store| store.restore(&text, clock::now()));
            match taken {
                Err(NotABackup::Other) => self.say(t.backup_other.to_owned()),
                Err(NotABackup::Newer) => self.say(t.backup_newer.to_owned()),
                Ok((outcome, restored)) => {
                    self.perform(outcome);
                    let in_trash = self.with_store(|store| store.trash().len());
                    let mut told = told(t, &restored, in_trash);
                    if let Err(fault) = self.put_revisions(restored.revisions).await {
                        leptos::logging::warn!("{fault}");
                        told.push(' ');
                        told += t.backup_no_history;
                    }
                    self.say(told);
                }
            }
        });
    }
}

fn told(t: &Words, restored: &Restored, in_trash: usize) -> String {
    let mut told = match restored.taken {
        0 => t.backup_known.to_owned(),
        _ => t.backup_taken.to_owned(),
    };
    // What was deleted here stays deleted, whatever the backup has of it.
    if restored.taken == 0 && in_trash > 0 {
        told.push(' ');
        told += t.backup_in_trash;
    }
    if restored.thrown > 0 {
        told.push(' ');
        told += &(t.backup_thrown)(restored.thrown);
    }
    if restored.strange > 0 {
        told.push(' ');
        told += &(t.backup_strange)(restored.strange);
    }
    if restored.cut {
        told.push(' ');
        told += t.backup_cut;
    }
    told
}

/// The button that takes a backup in.
#[component]
pub fn RestoreButton(app: App) -> impl IntoView {
    let take = Callback::new(move |file| app.restore_backup(file));
    view! { <FileButton label=app.words().restore_backup accept=".txt,text/plain" take /> }
}

/// The part of the settings about the library as a whole.
#[component]
pub fn Backup(app: App) -> impl IntoView {
    let t = app.words();
    view! {
        <h2 class="form-title">{t.backup}</h2>
        <p class="form-about">{t.backup_about}</p>
        <div class="backup">
            <button class="button" type="button" on:click=move |_| app.save_backup()>
                <Drawn icon=Icon::Download />
                {t.save_backup}
            </button>
            <RestoreButton app />
        </div>
        <a class="button quiet" href=Route::Trash.fragment()>
            <Drawn icon=Icon::Delete />
            {t.trash}
        </a>
    }
}
