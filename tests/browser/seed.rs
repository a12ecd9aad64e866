//! A report that is there before the page starts: records in localStorage, in
//! the stored form of version 1. Knows the format from outside, as an older
//! version of the page would have left it.

use serde_json::{Value, json};

use crate::page::Page;
use crate::server::{LAB, MOUNT};
use crate::stories::steps::TWO_DAYS;

/// The event of every seeded report.
pub const EVENT: &str = "seeded";

/// The sections of the report of two days, each with its heading.
pub fn two_days() -> Vec<&'static str> {
    let mut starts: Vec<usize> = TWO_DAYS
        .match_indices("\n## ")
        .chain(TWO_DAYS.match_indices("\n### "))
        .map(|(at, _)| at + 1)
        .collect();
    starts.sort_unstable();
    starts.push(TWO_DAYS.len());
    starts
        .windows(2)
        .map(|pair| &TWO_DAYS[pair[0]..pair[1]])
        .collect()
}

/// Empties both keepers, stores one event with these sections, goes to the
/// fragment and loads the page again.
pub fn load(page: &Page<'_>, name: &str, sections: &[&str], fragment: &str) {
    let sections = sections.iter().enumerate();
    let sections = sections.map(|(index, text)| section(index, text));
    load_records(page, name, sections.collect(), fragment);
}

/// The same with any records beside the event.
pub fn load_records(page: &Page<'_>, name: &str, records: Vec<Value>, fragment: &str) {
    let prefix = format!("sankarepo:{MOUNT}/#");
    let entry = |record: &Value| {
        let of = |field: &str| record[field].as_str().unwrap_or_default().to_owned();
        let key = format!("{prefix}{}/{}/seed", of("kind"), of("id"));
        json!([key, record.to_string()])
    };
    let mut entries = vec![entry(&event(name))];
    entries.extend(records.iter().map(entry));
    // A page that goes while it makes its database can leave that half made, and every other one
    // waiting for it.
    page.until(&format!(
        "indexedDB.databases().then(all => {{
             window.archived = all.some(it => it.name === {});
         }});
         return !!window.archived",
        json!(prefix)
    ));
    // Not from the page itself, which would keep again what it has in memory.
    let (there, nowhere): (String, String) =
        page.eval("return [location.href.split('#')[0], location.origin]");
    page.go(&format!("{nowhere}{LAB}/"));
    page.call::<()>(
        "const [prefix, entries] = arguments;
         window.seeded = false;
         const store = () => {
             localStorage.clear();
             for (const [key, text] of entries) localStorage.setItem(key, text);
             window.seeded = true;
         };
         // To delete the database would wait for every page that has it open, also one that the
         // browser keeps for the way back.
         const request = indexedDB.open(prefix);
         request.onupgradeneeded = () => request.transaction.abort();
         request.onerror = event => { event.preventDefault(); store(); };
         request.onsuccess = () => {
             const database = request.result;
             const names = [...database.objectStoreNames];
             const clearing = database.transaction(names, 'readwrite');
             for (const name of names) clearing.objectStore(name).clear();
             clearing.oncomplete = () => { database.close(); store(); };
         };",
        &[json!(prefix), Value::Array(entries)],
    );
    page.until("return window.seeded");
    page.go(&format!("{there}{fragment}"));
}

/// Another device has written a section of the seeded event, and this one has both texts from the
/// next load on.
pub fn written_elsewhere(page: &Page<'_>, index: usize, text: &str) {
    let mut other = section(index, text);
    other["seen"] = json!({ "elsewhere": 1 });
    let key = format!("sankarepo:{MOUNT}/#section/{}/elsewhere", section_id(index));
    page.call::<()>(
        "localStorage[arguments[0]] = arguments[1]",
        &[json!(key), json!(other.to_string())],
    );
    page.reload();
}

/// The fragment of one section of the seeded event.
pub fn section_fragment(index: usize) -> String {
    format!("#/event/{EVENT}/section/{}", section_id(index))
}

fn section_id(index: usize) -> String {
    format!("s{index:06}")
}

fn event(name: &str) -> Value {
    json!({
        "v": 1, "kind": "event", "id": EVENT, "seen": { "seed": 1 },
        "name": name, "short_name": "", "venue": "札幌", "hashtag": "kumokaigi", "link": "",
        "time_zone": "Asia/Tokyo", "days": ["2026-04-17", "2026-04-18"],
        "title": format!("{name} 参加レポ"), "emoji": "🎈", "topics": [], "head": "heading",
    })
}

/// The programme of the event; each session in its stored form.
pub fn programme(sessions: &[Value]) -> Value {
    json!({
        "v": 1, "kind": "programme", "id": EVENT, "seen": { "seed": 1 }, "sessions": sessions,
    })
}

/// What she made of a session, in its stored form.
pub fn pick(session: &str, what: Value) -> Value {
    let mut pick = json!({
        "v": 1, "kind": "pick", "id": session, "seen": { "seed": 1 }, "event": EVENT,
    });
    for (field, value) in what.as_object().into_iter().flatten() {
        pick[field] = value.clone();
    }
    pick
}

pub fn section(index: usize, text: &str) -> Value {
    json!({
        "v": 1, "kind": "section", "id": section_id(index), "seen": { "seed": 1 },
        "event": EVENT, "place": format!("{:06}i", index), "text": text, "in_report": true,
    })
}
