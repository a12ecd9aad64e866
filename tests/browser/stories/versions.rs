//! A deploy is taken back: an older page finds what a newer one has written.
//!
//! There is no newer page yet. Its build is this one, whose files have other names; its records are
//! put into both keepers by the story, once the page is closed.

use serde_json::{Value, json};

use super::offline::{PROGRAM, another_waits, leaves_for_the_lab, program};
use super::steps::{add_section, back_to_notes, is_saved, make_blank_event, text_of};
use crate::deploy::{another_build, the_build_again};
use crate::page::Page;
use crate::server::MOUNT;

/// Reads what stands under these keys of localStorage and of the archive.
const READ: &str = "
    const [prefix, ids] = arguments;
    window.found = null;
    const opening = indexedDB.open(prefix);
    opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction('records');
        const store = reading.objectStore('records');
        const archived = ids.map(id => store.get(`section/${id}`));
        reading.oncomplete = () => {
            window.found = [
                ...ids.map(id => localStorage[`${prefix}section/${id}/newer`]),
                ...archived.map(it => it.result),
            ];
            database.close();
        };
    };";

const WRITE: &str = "
    const [prefix, records] = arguments;
    window.written = false;
    const opening = indexedDB.open(prefix);
    opening.onsuccess = () => {
        const database = opening.result;
        const writing = database.transaction('records', 'readwrite');
        for (const [id, line] of records) {
            localStorage[`${prefix}section/${id}/newer`] = line;
            writing.objectStore('records').put(line, `section/${id}`);
        }
        writing.oncomplete = () => { window.written = true; database.close(); };
    };";

/// What a newer page has written: a section with a field, and one in a form, that this one does
/// not know.
fn newer_records(event: &str) -> [(&'static str, String); 2] {
    let field = format!(
        r###"{{"v":1,"kind":"section","id":"field","seen":{{"newer":1}},"event":"{event}","place":"z","text":"## 気分\n\n新しい欄のある話","in_report":true,"mood":{{"b": 1.0, "a":"\u2603"}}}}"###
    );
    let form = format!(
        r#"{{"v":2, "kind":"section","id":"form","seen":[["newer",1]],"event":"{event}","words":["新しい形の話"]}}"#
    );
    [("field", field), ("form", form)]
}

#[track_caller]
fn holds_byte_for_byte(page: &Page<'_>, prefix: &str, records: &[(&str, String)]) {
    let ids: Vec<_> = records.iter().map(|it| it.0).collect();
    page.call::<()>(READ, &[json!(prefix), json!(ids)]);
    page.until("return !!window.found");
    let found: Vec<Value> = page.eval("return window.found");
    let lines = records.iter().map(|it| it.1.as_str());
    let both: Vec<_> = lines.clone().chain(lines).collect();
    assert_eq!(found, both);
}

pub fn an_older_page_leaves_alone_what_a_newer_one_wrote(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    let event: String = page.eval("return location.hash.split('/')[2]");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.is_kept();
    let home: String = page.eval("return location.href.split('#')[0]");
    let older = program(page);
    let folder = format!("versions-{}", page.engine());
    page.host().serves(&another_build(&folder));
    page.reload();
    another_waits(page);
    assert_eq!(program(page), older);
    page.has_caret();
    page.press("Control+End");
    page.type_text("、古い版で");
    is_saved(page);
    page.go_home();
    page.click("いま切り替える");
    page.until(&format!("return {PROGRAM}.includes('another-')"));
    page.click("雲会議");
    page.click("話");
    page.holds(text_of("話").as_str(), "## 話\n\n本文、古い版で");

    page.host()
        .serves(&the_build_again(&format!("{folder}-again")));
    page.reload();
    another_waits(page);
    leaves_for_the_lab(page);
    let prefix = format!("sankarepo:{MOUNT}/#");
    let records = newer_records(&event);
    page.call::<()>(WRITE, &[json!(prefix), json!(records)]);
    page.until("return window.written");
    page.go(&home);
    page.until(&format!("return {PROGRAM} === '{older}'"));
    page.click("雲会議");

    // What it knows of a section it shows, and says that there is one that it cannot show.
    page.sees("気分");
    page.sees("新しい版の参加レポで書かれた記録が 1 件あります");
    page.sees_no("読めない記録");
    page.click("話");
    page.has_caret();
    page.press("Control+End");
    page.type_text("、戻った版で");
    is_saved(page);
    holds_byte_for_byte(page, &prefix, &records);
    page.reload();
    page.holds(
        text_of("話").as_str(),
        "## 話\n\n本文、古い版で、戻った版で",
    );
    is_saved(page);
    holds_byte_for_byte(page, &prefix, &records);
    page.click("保存済み");
    let (_, backup) = page.downloads(|page| page.click("バックアップを保存"));
    let backup = String::from_utf8(backup).expect("a backup is text");
    for (_, line) in &records {
        let there = backup.lines().filter(|it| it == line).count();
        assert_eq!(there, 1, "{line} in {backup}");
    }
    holds_byte_for_byte(page, &prefix, &records);

    // Who goes on with a section takes none of its fields away.
    page.go_home();
    page.click("雲会議");
    page.click("気分");
    page.holds(text_of("気分").as_str(), "## 気分\n\n新しい欄のある話");
    page.has_caret();
    page.press("Control+End");
    page.type_text("の続き");
    is_saved(page);
    back_to_notes(page);
    let field = r#""mood":{"b": 1.0, "a":"\u2603"}"#;
    let kept: usize = page.call(
        "return Object.values(localStorage).filter(
             it => it.includes('話の続き') && it.includes(arguments[0])).length",
        &[json!(field)],
    );
    assert_eq!(kept, 1);
    holds_byte_for_byte(page, &prefix, &records[1..]);
}
