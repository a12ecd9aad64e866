//! Screenshots of every screen, in both sizes, themes and languages, to be looked
//! at. Taken in Chromium into `shots/`.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;

use serde_json::json;

use crate::browser::Pointing::{Down, To, Up};
use crate::engine::{Device, Engine, Size};
use crate::page::Page;
use crate::seed::{self, EVENT, section_fragment};
use crate::stories::fills::records;
use crate::stories::steps::{PLACES, TWO_DAYS, choose_place, open_findings, open_ways};
use crate::world::{World, empty_folder};

/// Takes them all.
pub fn run() -> ExitCode {
    match World::make(&[Engine::Chromium]).and_then(|world| take(&world)) {
        Ok(count) => {
            println!("{count} screenshots in shots/");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn take(world: &World) -> Result<usize, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("shots");
    // A picture of a screen that is gone or has another name now would stay.
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.to_string()),
        _ => fs::create_dir_all(&folder).map_err(|error| error.to_string())?,
    }
    let mut count = 0;
    for size in Size::ALL {
        for dark in [false, true] {
            for language in ["ja", "en"] {
                count += take_screens(world, &folder, size, dark, language)?;
            }
        }
    }
    Ok(count)
}

fn take_screens(
    world: &World,
    folder: &Path,
    size: Size,
    dark: bool,
    language: &'static str,
) -> Result<usize, String> {
    let theme = if dark { "dark" } else { "light" };
    let kind = format!("{size}-{theme}-{language}");
    let device = Device {
        size,
        dark,
        language,
        flags: &[],
    };
    let home = empty_folder(&format!("shots-{kind}")).map_err(|error| error.to_string())?;
    let mut page = Page::new(
        Engine::Chromium,
        device,
        &world.tools,
        home,
        world.site.page(),
    );
    page.open();
    page.until("return !!document.querySelector('main')");
    let mut count = 0;
    let mut shoot = |page: &Page<'_>, screen: &str, ready: &str| {
        page.until(&format!("return !!document.querySelector('{ready}')"));
        let file = folder.join(format!("{kind}-{screen}.png"));
        count += 1;
        fs::write(file, page.screenshot()).map_err(|error| error.to_string())
    };
    shoot(&page, "events-empty", ".empty")?;
    page.eval::<()>("document.querySelector('.empty .button').click()");
    shoot(&page, "sample", ".sample")?;
    if size == Size::Phone {
        // Elsewhere it stands beside the text.
        page.eval::<()>("location.hash += '/report'");
        shoot(&page, "sample-report", ".markdown table")?;
    }
    let long =
        "第十二回 とても長い名前のクラウドネイティブ・プラットフォームエンジニアリング会議 2026 春";
    seed::load(&page, long, &["## 🎈 はじめに\n"], "#/");
    shoot(&page, "events-long-name", ".card")?;
    let published = json!({
        "v": 1, "kind": "event", "id": "published", "seen": { "seed": 1 },
        "name": "Kumo Kaigi", "venue": "札幌", "days": ["2025-04-18", "2025-04-19"],
        "published": [
            { "place": "zenn", "day": "2025-04-20", "link": "https://zenn.example/kumo" },
            { "place": "note", "day": "2026-01-05" },
            { "link": "https://blog.example/kumo" },
        ],
    });
    seed::load_records(&page, "Kumo Kaigi Spring", vec![published], "#/");
    shoot(&page, "events-published", "a.chip")?;
    seed::load(&page, "Kumo Kaigi Spring", &seed::two_days(), "#/");
    shoot(&page, "events", ".card")?;
    let section = section_fragment(7);
    for (screen, fragment, ready) in [
        ("new-event", "#/new".to_owned(), "form"),
        ("notes", format!("#/event/{EVENT}"), ".row"),
        ("writing", section, "textarea"),
        (
            "whole",
            format!("#/event/{EVENT}/whole"),
            "textarea:not([data-section])",
        ),
        (
            "report",
            format!("#/event/{EVENT}/report"),
            ".markdown .block",
        ),
        ("details", format!("#/event/{EVENT}/details"), ".form"),
        ("settings", "#/settings".to_owned(), ".form"),
        ("kept", "#/kept".to_owned(), ".facts"),
        ("not-found", "#/event/nowhere".to_owned(), ".empty"),
    ] {
        page.eval::<()>(&format!("location.hash = '{fragment}'"));
        shoot(&page, screen, ready)?;
    }
    page.eval::<()>(&format!("location.hash = '#/event/{EVENT}/report'"));
    open_findings(&page);
    shoot(&page, "findings", ".finding")?;
    open_ways(&page);
    shoot(&page, "ways", ".post[open]")?;
    page.press("Escape");
    shoot_places(&page, &mut shoot)?;
    page.eval::<()>("location.hash = '#/search'");
    page.until("return document.activeElement.localName === 'input'");
    shoot(&page, "search-empty", ".form-about")?;
    page.type_text("くらうど");
    shoot(&page, "search", "#content mark")?;
    page.type_text(" ない言葉");
    page.until("return !document.querySelector('#content mark')");
    shoot(&page, "search-none", ".form-about")?;
    shoot_files(&page, &mut shoot)?;
    shoot_venue(&page, &mut shoot)?;
    page.eval::<()>(&format!("location.hash = '#/event/{EVENT}'"));
    page.until("return !!document.querySelector('.row-more')");
    page.eval::<()>("document.querySelectorAll('.row-more')[1].click()");
    shoot(&page, "notes-actions", ".row-actions")?;
    page.eval::<()>("document.querySelectorAll('.row-actions .action')[5].click()");
    page.until("return !document.querySelector('.row-actions')");
    page.eval::<()>("document.querySelector('.toast-close').click()");
    page.eval::<()>("document.querySelector('.outline-head button').click()");
    page.eval::<()>(
        "for (const row of [1, 2, 4]) document.querySelectorAll('.row a')[row].click()",
    );
    shoot(&page, "notes-choosing", "[aria-checked=true]")?;
    let at: (i64, i64) = page.eval(
        "const box = document.querySelectorAll('.row-grip')[4].getBoundingClientRect();
         return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round)",
    );
    page.points(&[
        To(at.0, at.1),
        Down,
        To(at.0, at.1 + 10),
        To(at.0, at.1 + 190),
    ]);
    page.has(".landing:not([hidden])");
    page.until("return document.getAnimations().length === 0");
    shoot(&page, "notes-dragging", ".landing:not([hidden])")?;
    page.press("Escape");
    page.points(&[Up]);
    let section = section_fragment(7);
    for words in ["\n- もうひとつのメモ", "\n- 書き足したメモ"] {
        page.eval::<()>(&format!("location.hash = '{section}'"));
        page.until("return document.activeElement.localName === 'textarea'");
        page.press("Control+End");
        page.type_text(words);
        page.eval::<()>(&format!("location.hash = '#/event/{EVENT}/details'"));
        page.until("return !!document.querySelector('.form')");
    }
    if size == Size::Phone {
        // On a desktop its end is in sight.
        page.eval::<()>("location.hash = '#/settings'");
        page.until("return !!document.querySelector('.backup')");
        page.eval::<()>("document.querySelector('.backup').scrollIntoView()");
        shoot(&page, "settings-end", ".backup")?;
    }
    for (screen, fragment, ready) in [
        ("trash", "#/trash".to_owned(), ".thrown"),
        ("events-trash", "#/".to_owned(), ".trash-link"),
        ("history", format!("{section}/history"), ".version"),
    ] {
        page.eval::<()>(&format!("location.hash = '{fragment}'"));
        shoot(&page, screen, ready)?;
    }
    page.eval::<()>("document.querySelector('.version .button').click()");
    shoot(&page, "history-restored", ".toast")?;
    page.eval::<()>("document.querySelector('.toast-close').click()");
    let later = seed::pick("b", json!({ "heard": "half", "watch_later": true }));
    let mine = seed::pick("own", json!({ "starred": true, "mine": true }));
    let notes = format!("#/event/{EVENT}");
    seed::load_records(&page, "雲の会", records(&[later, mine]), &notes);
    shoot(&page, "notes-fills", ".fills")?;
    page.eval::<()>(&format!("location.hash = '{notes}/session/b'"));
    shoot(&page, "session-later", ".picks")?;
    shoot_programme(&page, &mut shoot)?;
    page.eval::<()>(&format!("location.hash = '{notes}/session/b'"));
    page.has(".picks");
    let origin: String = page.eval("return location.origin");
    page.devtools(
        "Storage.clearDataForOrigin",
        json!({ "origin": origin, "storageTypes": "all" }),
    );
    shoot(&page, "cleared", ".notice-choice")?;
    page.eval::<()>("document.querySelectorAll('.notice-choice .button')[1].click()");
    shoot(&page, "cleared-sure", ".notice-choice .danger")?;
    page.close();
    Ok(count)
}

/// Sections that wait for the trash, and a file that is dragged over the notes and dropped there.
/// What each place spells in its own way, as it looks there.
fn shoot_places(
    page: &Page<'_>,
    shoot: &mut impl FnMut(&Page<'_>, &str, &str) -> Result<(), String>,
) -> Result<(), String> {
    let report = format!("#/event/{EVENT}/report");
    seed::load(
        page,
        "雲会議",
        &[PLACES, "## おわりに\n\nありがとう\n"],
        &report,
    );
    for place in ["zenn", "qiita", "github", "commonmark", "note"] {
        choose_place(page, place);
        let ready = format!(".markdown[data-target={place}] .embed");
        page.eval::<()>("document.querySelector('.markdown').scrollIntoView()");
        shoot(page, &format!("report-{place}"), &ready)?;
    }
    seed::load(page, "Kumo Kaigi Spring", &seed::two_days(), "#/");
    Ok(())
}

fn shoot_files(
    page: &Page<'_>,
    shoot: &mut impl FnMut(&Page<'_>, &str, &str) -> Result<(), String>,
) -> Result<(), String> {
    page.eval::<()>(&format!("location.hash = '#/event/{EVENT}/whole'"));
    page.until("return document.querySelector('textarea:not([data-section])')?.value.length > 0");
    page.eval::<()>(
        "const area = document.querySelector('textarea');
         const at = area.value.indexOf('## ', 3);
         area.focus();
         area.setSelectionRange(at, area.value.indexOf('## ', area.value.indexOf('### ', at) + 4));",
    );
    page.press("Delete");
    shoot(page, "whole-waiting", ".waiting")?;
    page.eval::<()>("document.querySelector('.waiting .button').click()");
    page.eval::<()>(&format!("location.hash = '#/event/{EVENT}'"));
    page.until("return !!document.querySelector('.row-more')");
    page.eval::<()>(
        "const data = new DataTransfer();
         data.items.add(new File(['a'], 'a.md'));
         document.body.dispatchEvent(new DragEvent('dragover',
             { bubbles: true, cancelable: true, dataTransfer: data }));",
    );
    shoot(page, "file-dragged", ".drop-here")?;
    let file = TWO_DAYS.replacen("## ", "## 新しい見出し\n\n## ", 1);
    let cut = file.rfind("\n## ").unwrap_or(file.len());
    page.drops("kumo-kaigi-spring-20260417.md", &file.as_bytes()[..cut]);
    shoot(page, "file-offered", ".offer")?;
    page.press("Escape");
    page.until("return !document.querySelector('.offer')");
    Ok(())
}

/// A dark hall, a reminder that there is no copy, the preview alone, and what keys open.
fn shoot_venue(
    page: &Page<'_>,
    shoot: &mut impl FnMut(&Page<'_>, &str, &str) -> Result<(), String>,
) -> Result<(), String> {
    let event = format!("#/event/{EVENT}");
    let screens = [
        ("hall-notes", event.clone(), ".row"),
        ("hall-writing", section_fragment(7), "textarea"),
        ("hall-report", format!("{event}/report"), ".markdown .block"),
    ];
    page.eval::<()>(&format!("location.hash = '{event}'"));
    page.has(".hall");
    page.eval::<()>("document.querySelector('.hall').click()");
    for (screen, fragment, ready) in screens {
        page.eval::<()>(&format!("location.hash = '{fragment}'"));
        shoot(page, screen, ready)?;
    }
    page.eval::<()>("document.querySelector('.hall').click()");
    page.eval::<()>(&format!("location.hash = '{event}'"));
    page.until("return !!document.querySelector('.row')");
    page.eval::<()>(
        "const key = Object.keys(localStorage).find(key => key.endsWith('setting/outside'));
         localStorage[key] = '- 25 1 -'",
    );
    page.reload();
    shoot(page, "reminder", ".notice.quiet")?;
    if page.size() == Size::Desktop {
        page.eval::<()>(
            "for (const at of [0, 1]) document.querySelectorAll('.column-choice button')[at].click()",
        );
        shoot(page, "preview-alone", ".preview")?;
    }
    page.press("Control+k");
    shoot(page, "palette", "[role=option]")?;
    page.type_text("めも");
    shoot(page, "palette-found", "[role=option] mark")?;
    page.press("Escape");
    page.until("return !document.querySelector('dialog')");
    page.press("?");
    shoot(page, "shortcuts", ".keys-row")?;
    page.press("Escape");
    page.eval::<()>(
        "for (const at of [0, 1]) document.querySelectorAll('.column-choice button')[at]?.click();
         document.querySelector('.notice.quiet .button:last-child').click()",
    );
    Ok(())
}

/// The programme, one that is about to be taken in, a memo, and where what is shared belongs.
fn shoot_programme(
    page: &Page<'_>,
    shoot: &mut impl FnMut(&Page<'_>, &str, &str) -> Result<(), String>,
) -> Result<(), String> {
    let event = format!("#/event/{EVENT}");
    for (screen, fragment, ready) in [
        ("timetable", "/timetable", ".slot"),
        ("memo", "/memo/a", ".memo-line"),
        ("take-in", "/take-in", "#pasted"),
    ] {
        page.eval::<()>(&format!("location.hash = '{event}{fragment}'"));
        shoot(page, screen, ready)?;
    }
    page.eval::<()>(
        "const lines = ['2026-04-17', '10:00-10:40 雲を数える / 空野 (A)', '11:00-11:40 雨を測る / 海野 (B)'];
         document.querySelector('#pasted').value = lines.join('\\n');
         document.querySelector('#pasted').closest('.form').querySelector('button.button').click()",
    );
    shoot(page, "programme-offered", ".found-programme")?;
    page.eval::<()>(
        "history.replaceState(null, '', '?title=' + encodeURIComponent('雲の資料') + '&text=https://slides.example/a');
         location.hash = '#/shared'",
    );
    shoot(page, "shared", ".shared")?;
    page.eval::<()>("document.querySelector('#content > .button.quiet').click()");
    page.until("return !document.querySelector('.shared')");
    Ok(())
}
