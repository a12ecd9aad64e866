//! The protections, and the test that stands for each.

use super::Test::{Native, Soak, Story};
use super::{Cut, Mutant};

const fn cut(file: &'static str, code: &'static str, without: &'static str) -> Cut {
    Cut {
        file,
        code,
        without,
    }
}

/// In the order of the promises.
pub const ALL: &[Mutant] = &[
    Mutant {
        promise: "a draft that failed is told",
        cuts: &[cut(
            "src/store/machine.rs",
            "Err(why) => keeping.draft_error = Some(why),",
            "Err(_) => {}",
        )],
        test: Native("a_failure_of_any_call_leaves_the_state_before_or_after_and_a_true_sign"),
    },
    Mutant {
        promise: "an archive that failed is told",
        cuts: &[cut(
            "src/store/machine.rs",
            "Err(why) => self.put_failed(&put.records, &why),",
            "Err(_) => {}",
        )],
        test: Native("a_failure_of_any_call_leaves_the_state_before_or_after_and_a_true_sign"),
    },
    Mutant {
        promise: "the rest of a section that was split comes first",
        cuts: &[cut(
            "src/store/keeping.rs",
            "tried < keeping.newest && keeping.after.iter().all(kept)",
            "tried < keeping.newest && (keeping.after.iter().all(kept) || true)",
        )],
        test: Native("a_failure_of_any_call_leaves_the_state_before_or_after_and_a_true_sign"),
    },
    Mutant {
        promise: "a transaction that ends without an error of a request is told",
        cuts: &[cut(
            "src/browser/database.rs",
            "transaction.set_onabort(Some(abort.unchecked_ref()));",
            "drop(abort);",
        )],
        test: Story("an_archive_that_aborts_is_told"),
    },
    Mutant {
        promise: "an archive that hangs is told",
        cuts: &[cut(
            "src/ui/keeping.rs",
            "self.with_store(|store| store.archive_overdue(ticket))",
            "crate::store::Outcome::default()",
        )],
        test: Story("an_archive_that_hangs_is_told"),
    },
    Mutant {
        promise: "an archive that does not open is told",
        cuts: &[cut(
            "src/ui/keeping.rs",
            "self.with_store(|store| store.archive_missing(KeepError::Overdue))",
            "crate::store::Outcome::default()",
        )],
        test: Story("keepers_that_are_not_there_are_told"),
    },
    Mutant {
        promise: "storage that throws does not stop the page",
        cuts: &[cut(
            "src/ui/keeping.rs",
            "Err(fault) => self.with_store(|store| store.drafts_missing(keep_error(fault))),",
            "Err(fault) => panic!(\"{fault}\"),",
        )],
        test: Story("keepers_that_are_not_there_are_told"),
    },
    Mutant {
        promise: "a draft that is taken back later is written again",
        cuts: &[cut(
            "src/ui/keeping.rs",
            "Effect::ReadBack { keys, millis } => self.read_back(keys, millis),",
            "Effect::ReadBack { keys, millis } => drop((keys, millis)),",
        )],
        test: Story("a_draft_that_was_taken_back_is_written_again"),
    },
    Mutant {
        promise: "a connection that is lost is opened again",
        cuts: &[cut(
            "src/ui/keeping.rs",
            "matches!(fault.name.as_str(), \"InvalidStateError\" | \"UnknownError\")",
            "fault.name.is_empty()",
        )],
        test: Story("a_lost_connection_is_opened_again"),
    },
    Mutant {
        promise: "one keeper's older text gives way to the other's newer one",
        cuts: &[cut(
            "src/ui/writer.rs",
            "text_area::is_written_in(&area) && !learning",
            "text_area::is_written_in(&area) && (!learning || true)",
        )],
        test: Story("a_full_store_leaves_the_other"),
    },
    Mutant {
        promise: "the archive has everything, too",
        cuts: &[cut(
            "src/store/settle.rs",
            "false => self.keepers.due_puts(),",
            "false => Vec::new(),",
        )],
        test: Story("both_keepers_hold_the_text"),
    },
    Mutant {
        promise: "what the archive completed has been flushed",
        cuts: &[cut(
            "src/browser/database.rs",
            "&\"strict\".into()",
            "&\"relaxed\".into()",
        )],
        test: Story("writes_to_the_archive_are_strict"),
    },
    Mutant {
        promise: "a disk that was full leaves no damaged archive",
        cuts: &[cut(
            "src/ui/keeping.rs",
            "let begun = database.begin_new_log().await;",
            "let begun = Ok(());",
        )],
        test: Soak("full"),
    },
    Mutant {
        promise: "a large text is written when the page goes",
        cuts: &[cut(
            "src/ui/keeping.rs",
            "fn put_away(self) {\n        self.flush();",
            "fn put_away(self) {",
        )],
        test: Story("is_there_after_a_reload"),
    },
    Mutant {
        promise: "a killed tab loses no more than the last moment",
        cuts: &[
            cut(
                "src/store/machine.rs",
                "pub(super) const WRITE_AT_ONCE: usize = 16 * 1024;",
                "pub(super) const WRITE_AT_ONCE: usize = 0;",
            ),
            cut(
                "src/store/machine.rs",
                "pub const FLUSH_WITHIN_MS: u32 = 300;",
                "pub const FLUSH_WITHIN_MS: u32 = 30_000;",
            ),
        ],
        test: Story("a_killed_tab_loses_at_most_the_last_moment"),
    },
    Mutant {
        promise: "what cannot be read stays",
        cuts: &[cut(
            "src/store/library.rs",
            "aside: (foreign || unreadable).then(|| (keys::aside(key, existing), existing.to_owned())),",
            "aside: (foreign && unreadable).then(|| (keys::aside(key, existing), existing.to_owned())),",
        )],
        test: Native("what_cannot_be_read_is_never_overwritten"),
    },
    Mutant {
        promise: "what cannot be read is reported",
        cuts: &[cut(
            "src/store/machine.rs",
            "self.set_aside.push(aside);",
            "drop(aside);",
        )],
        test: Story("what_cannot_be_read_stays"),
    },
    Mutant {
        promise: "what is newer is left alone",
        cuts: &[cut(
            "src/store/library.rs",
            "let lines = std::iter::once(text).chain(there.newer);",
            "let lines = std::iter::once(text).chain(there.newer.into_iter().take(0));",
        )],
        test: Native("what_is_newer_stays_where_it_is"),
    },
    Mutant {
        promise: "what one tab saves appears in the other",
        cuts: &[
            cut(
                "src/ui/keeping.rs",
                "Self::tell_tabs(key, &stored.text);",
                "let _ = (key, stored);",
            ),
            cut(
                "src/ui/tabs.rs",
                "Some(key) => store.draft_heard(&key, value),",
                "Some(_) => store.flush(),",
            ),
        ],
        test: Story("what_one_saves_appears_in_the_other"),
    },
    Mutant {
        promise: "a text that was changed in two tabs stays twice",
        cuts: &[cut(
            "src/store/heads.rs",
            "let seen = base.next(&self.branch(writer, base));",
            "let seen = self.seen().union(base).next(writer);",
        )],
        test: Native("an_open_text_counts_as_made_from_what_it_shows"),
    },
    Mutant {
        promise: "a tab that slept writes nothing stale",
        cuts: &[
            cut(
                "src/ui/keeping.rs",
                "join_stored(key, existing, incoming)",
                "join_stored(key, None, incoming)",
            ),
            cut(
                "src/ui/tabs.rs",
                "page::on_come_back(move || self.come_back());",
                "",
            ),
            cut(
                "src/ui/tabs.rs",
                "Some(key) => store.draft_heard(&key, value),",
                "Some(_) => store.flush(),",
            ),
            cut(
                "src/ui/tabs.rs",
                "store.archive_heard(key, entry)",
                "{ let _ = (key, entry); store.flush() }",
            ),
        ],
        test: Story("an_old_tab_writes_nothing_stale"),
    },
    Mutant {
        promise: "a put joins what stands there",
        cuts: &[cut(
            "src/store/library.rs",
            "            joined.join(record);\n        } else {",
            "            drop(record);\n        } else {",
        )],
        test: Native("a_put_joins_what_stands_there"),
    },
    Mutant {
        promise: "days in the trash are days of use",
        cuts: &[cut(
            "src/store/trash.rs",
            "if self.day != day {",
            "if true {",
        )],
        test: Native("the_trash_counts_days_of_use"),
    },
    Mutant {
        promise: "a count of the future empties nothing",
        cuts: &[cut(
            "src/store/trash.rs",
            "self.count.saturating_sub(*since)",
            "self.count.wrapping_sub(*since)",
        )],
        test: Native("counts_that_cannot_be_read_empty_nothing"),
    },
    Mutant {
        promise: "a pause keeps a text",
        cuts: &[cut(
            "src/ui/history.rs",
            "Timer::after(PAUSE_MS, move || self.keep_revision(&id))",
            "Timer::after(PAUSE_MS, move || drop(id))",
        )],
        test: Story("a_pause_keeps_a_text"),
    },
    Mutant {
        promise: "what a restored text replaces is kept first",
        cuts: &[
            cut(
                "src/ui/history.rs",
                "let kept = self.with_store(|store| store.revisions_beside(&id, clock::now()));",
                "let kept = Vec::new();",
            ),
            cut(
                "src/ui/history.rs",
                "self.keep_revision(&id);\n                self.refill",
                "self.refill",
            ),
        ],
        test: Story("an_earlier_text_comes_back"),
    },
    Mutant {
        promise: "a text that a backup replaces becomes a revision",
        cuts: &[cut(
            "src/store/backup.rs",
            "restored.revisions.extend(self.revision(id, at));",
            "let _ = (id, at);",
        )],
        test: Native("a_text_that_a_backup_replaces_becomes_a_revision"),
    },
    Mutant {
        promise: "an older text in a backup becomes a revision",
        cuts: &[cut(
            "src/store/backup.rs",
            "restored.revisions.push(older.write());",
            "drop(older);",
        )],
        test: Native("an_older_text_in_a_backup_becomes_a_revision"),
    },
    Mutant {
        promise: "what was emptied elsewhere is in the trash here",
        cuts: &[cut(
            "src/store/backup.rs",
            "kept.into_iter().for_each(|record| self.throw_away(record));",
            "drop(kept);",
        )],
        test: Native("a_trash_that_was_emptied_elsewhere_is_one_to_look_into_here"),
    },
    Mutant {
        promise: "two devices that exchange backups have one copy",
        cuts: &[cut(
            "src/store/heads.rs",
            "if !shown.iter().any(|other| other.says_the_same(version)) {",
            "if true {",
        )],
        test: Native("equal_texts_are_shown_once_and_edited_as_one"),
    },
    Mutant {
        promise: "what is handed out as HTML is text where the report says text",
        cuts: &[cut("src/publish/html.rs", "'<' => html += \"&lt;\",", "")],
        test: Native("rich_text::hostile_text_stays_text"),
    },
    Mutant {
        promise: "no attribute of a page that is handed out ends early",
        cuts: &[cut(
            "src/publish/html.rs",
            "'\"' => html += \"&quot;\",",
            "",
        )],
        test: Native("page::hostile_text_stays_text"),
    },
    Mutant {
        promise: "a hostile backup names nothing else",
        cuts: &[cut(
            "src/store/backup.rs",
            "(1..=64).contains(&id.len()) && id.chars().all(plain)",
            "id.is_empty() || id.chars().any(plain)",
        )],
        test: Native("hostile_identities_are_left_out"),
    },
    Mutant {
        promise: "cleared site data is asked about",
        cuts: &[cut("src/ui/keeping.rs", "self.cleared.set(true);", "")],
        test: Story("site_data_cleared_under_the_page_is_asked_about"),
    },
    Mutant {
        promise: "cleared site data is kept again",
        cuts: &[cut(
            "src/store/machine.rs",
            "(keeping.archived, keeping.put_tried) = (0, 0);",
            "keeping.put_tried = 0;",
        )],
        test: Story("site_data_cleared_under_the_page_is_asked_about"),
    },
    Mutant {
        promise: "nothing comes between a section and what is nested under it",
        cuts: &[cut(
            "src/domain/order.rs",
            "(all_nested || !self.stay.get(before).is_some_and(nested))",
            "(all_nested || self.stay.len() >= before)",
        )],
        test: Native("nothing_is_lost_torn_apart_or_mixed"),
    },
    Mutant {
        promise: "a drag can be given up",
        cuts: &[cut(
            "src/ui/drag.rs",
            "if key.key() == \"Escape\" {",
            "if key.key() == \"Esc\" {",
        )],
        test: Story("a_drag_is_given_up"),
    },
    Mutant {
        promise: "a page that cannot start shows the notes",
        cuts: &[cut("src/start.js", "  await show(\"broken\");\n", "")],
        test: Story("notes_are_there_when_the_page_cannot_start"),
    },
    Mutant {
        promise: "a page that stopped says so",
        cuts: &[cut(
            "src/start.js",
            "why instanceof WebAssembly.RuntimeError) show(\"stopped\");",
            "why instanceof WebAssembly.RuntimeError) return;",
        )],
        test: Story("a_stop_keeps_what_was_typed"),
    },
    Mutant {
        promise: "what was typed when the page stopped is kept",
        cuts: &[cut("src/start.js", "if (typed) keep(typed, records);", "")],
        test: Story("a_stop_keeps_what_was_typed"),
    },
    Mutant {
        promise: "what is pasted into code stays as it is",
        cuts: &[cut(
            "src/ui/typing.rs",
            ".filter(|_| !editing::is_code(&text, selection))",
            "",
        )],
        test: Story("rich_text_becomes_markdown"),
    },
    Mutant {
        promise: "pages of one origin do not meet",
        cuts: &[cut(
            "src/store/keys.rs",
            "prefix: format!(\"sankarepo:{folder}#\"),",
            "prefix: format!(\"sankarepo:{}#\", &folder[..1]),",
        )],
        test: Story("pages_of_one_origin_do_not_meet"),
    },
    Mutant {
        promise: "what was only read stays to the byte",
        cuts: &[cut(
            "src/ui/sections.rs",
            "self.section_now(id).filter(|_| edited)",
            "self.section_now(id)",
        )],
        test: Story("only_what_was_typed_changes"),
    },
    Mutant {
        promise: "line ends stay where nobody typed",
        cuts: &[cut(
            "src/editing/line_ends.rs",
            "    write_back(stored, body)\n",
            "    body\n",
        )],
        test: Story("only_what_was_typed_changes"),
    },
    Mutant {
        promise: "what goes from the whole text waits",
        cuts: &[cut(
            "src/ui/whole.rs",
            "        self.wait_for(update.gone);\n",
            "        self.wait_for(update.gone);\n        self.throw_away();\n",
        )],
        test: Story("what_goes_from_the_whole_is_named_first"),
    },
    Mutant {
        promise: "what was just written in the whole text is kept",
        cuts: &[
            cut(
                "src/ui/whole.rs",
                "    fn put_away(self) {\n        self.take();\n",
                "    fn put_away(self) {\n",
            ),
            cut(
                "src/ui/whole.rs",
                "    fn leave(self) {\n        self.take();\n",
                "    fn leave(self) {\n",
            ),
        ],
        test: Story("what_was_just_written_in_the_whole_stays"),
    },
    Mutant {
        promise: "both texts stay when another tab writes under the whole text",
        cuts: &[cut(
            "src/ui/whole.rs",
            "        for section in &sections {\n            self.app.open_section(&section.id);\n        }\n",
            "",
        )],
        test: Story("another_tab_writes_while_the_whole_is_written"),
    },
    Mutant {
        promise: "lines that were begun stay",
        cuts: &[cut(
            "src/ui/area.rs",
            "    area.value().trim_end_matches('\\n') == editing::body(text)\n",
            "    area.value() == editing::body(text)\n",
        )],
        test: Story("lines_that_were_begun_stay_while_the_focus_is_elsewhere"),
    },
    Mutant {
        promise: "half a page is never used",
        cuts: &[cut(
            "src/worker.js",
            "  await Promise.all(Object.entries(FILES)",
            "  Promise.all(Object.entries(FILES)",
        )],
        test: Story("a_first_visit_that_is_cut_keeps_no_half"),
    },
    Mutant {
        promise: "a new version waits",
        cuts: &[cut(
            "src/worker.js",
            "async function keepEverything() {\n",
            "async function keepEverything() {\n  skipWaiting();\n",
        )],
        test: Story("a_new_version_waits_until_it_may_come"),
    },
    Mutant {
        promise: "the browser is asked once to keep the notes",
        cuts: &[cut(
            "src/ui/safekeeping.rs",
            "if is_first || installed::is_installed() {",
            "if is_first || true {",
        )],
        test: Story("the_browser_is_asked_once_to_keep"),
    },
];
