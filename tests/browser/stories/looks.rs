//! How the page looks: the theme of the device, and one that was chosen; the size of its words.

use serde_json::json;

use super::fills::sessions;
use super::steps::{
    add_section, break_host, is_saved, make_blank_event, mend_host, open_findings, open_note,
    open_ways,
};
use crate::engine::{Engine, Size};
use crate::page::{Page, inside};
use crate::seed::{self, EVENT, section_fragment};

/// The background of the page, and the colour of the browser's own bars.
fn colors(page: &Page<'_>) -> [String; 2] {
    page.eval(
        "const bars = [...document.querySelectorAll('meta[name=theme-color]')].filter(it => matchMedia(it.media).matches);
         const probe = document.createElement('i');
         probe.style.color = bars.map(it => it.content).join();
         document.body.append(probe);
         const bar = getComputedStyle(probe).color;
         probe.remove();
         return [getComputedStyle(document.documentElement).backgroundColor, bar]",
    )
}

#[track_caller]
fn is_all(page: &Page<'_>, color: &str) {
    assert_eq!(colors(page), [color, color]);
}

const DAY: &str = "rgb(250, 249, 246)";
const NIGHT: &str = "rgb(20, 19, 17)";

pub fn a_chosen_theme_wins_over_the_device(page: &mut Page<'_>) {
    page.sees("新しいイベント");
    is_all(page, DAY);
    page.click("設定");
    page.click("ダーク");
    page.until("return document.documentElement.dataset.theme === 'dark'");
    is_all(page, NIGHT);
    page.reload();
    page.until("return document.documentElement.dataset.theme === 'dark'");
    is_all(page, NIGHT);
    page.click(inside("テーマ", "端末に合わせる"));
    page.until("return document.documentElement.dataset.theme === 'system'");
    is_all(page, DAY);
}

const BLACK: &str = "rgb(0, 0, 0)";
const HALL: &str = "会場モード（暗い画面）";

pub fn a_dark_hall_is_one_tap_away(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    is_all(page, DAY);
    page.click(HALL);
    is_all(page, BLACK);
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.reload();
    page.sees("話");
    is_all(page, BLACK);
    // Also before the program comes, and where it does not come at all.
    break_host(page, "program-missing");
    page.sees("参加レポを開けませんでした");
    is_all(page, BLACK);
    page.forgive();
    mend_host(page);
    page.click("もう一度読み込む");
    page.sees("話");
    page.click(HALL);
    is_all(page, DAY);
}

/// What fades from light to black is a flash in a dark hall.
pub fn a_dark_hall_comes_at_once(page: &mut Page<'_>) {
    load(page, "Kumo Kaigi", &format!("#/event/{EVENT}"));
    page.has(".row");
    let fading: Vec<String> = page.eval(
        "document.documentElement.dataset.hall = 'on';
         const targets = document.getAnimations().map(it => it.effect.target);
         return targets.filter(it => !it.matches(':hover')).map(it => it.className)",
    );
    assert_eq!(fading, [""; 0]);
}

pub fn what_is_chosen_shows_in_high_contrast(page: &mut Page<'_>) {
    if page.engine() != Engine::Chromium {
        // Only Chromium's driver can ask for it.
        return;
    }
    let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    page.devtools("Emulation.setEmulatedMedia", forced);
    page.click("新しいイベント");
    page.sees("レポートの形");
    for chosen in [".option:has(:checked)", ".emoji-option[aria-pressed=true]"] {
        let other = chosen.split([':', '[']).next().unwrap_or_default();
        page.until(&format!(
            "const ground = it => getComputedStyle(it).backgroundColor;
             const chosen = document.querySelector('{chosen}');
             const other = [...document.querySelectorAll('{other}')].find(it => !it.matches('{chosen}'));
             return ground(chosen) !== ground(other)"
        ));
    }
}

/// What an address says that leads nowhere stands in the middle, and leads on.
pub fn an_address_that_leads_nowhere_leads_on(page: &mut Page<'_>) {
    load(page, "Kumo Kaigi", "#/event/nowhere");
    page.has(".empty");
    let off: f64 = page.eval(
        "const box = it => document.querySelector(it).getBoundingClientRect();
         const middle = ({ top, bottom }) => (top + bottom) / 2;
         return Math.abs(middle(box('.empty')) - middle(box('.screen'))) / innerHeight",
    );
    assert!(off < 0.1, "{off} of the window's height off its middle");
    page.click("イベント一覧へ");
    page.has(".card");
}

/// What comes into view never stands behind what is always there at the lower edge.
pub fn what_comes_into_view_is_in_sight(page: &mut Page<'_>) {
    load(page, "Kumo Kaigi", "#/trash");
    page.has(".form-about");
    let event = format!("#/event/{EVENT}");
    for (fragment, edge) in [
        (format!("{event}/report"), ".dock"),
        ("#/new".to_owned(), ".dock"),
        (event, ".tabs"),
        (section_fragment(7), ".toolbar"),
        ("#/".to_owned(), ".dock"),
    ] {
        goes_to(page, &fragment);
        page.has(edge);
        let hidden: f64 = page.eval(&format!(
            "const style = getComputedStyle(document.documentElement);
             const edge = document.querySelector('{edge}').getBoundingClientRect().top;
             return innerHeight - edge - parseFloat(style.scrollPaddingBottom)"
        ));
        assert!(hidden <= 0.0, "{hidden} pixels behind {edge} of {fragment}");
    }
}

/// The line that says what was done lies over no button that is always there, and not over the
/// heading that is written.
pub fn what_was_done_is_told_beside_the_buttons(page: &mut Page<'_>) {
    let beside = |page: &Page<'_>, what: &str| {
        page.has(".toast");
        page.until(&format!(
            "const toast = document.querySelector('.toast').getBoundingClientRect();
             return [...document.querySelectorAll('{what}')].every(it => {{
                 const box = it.getBoundingClientRect();
                 return box.bottom <= toast.top || box.top >= toast.bottom;
             }})"
        ));
    };
    let others = (0..4).map(|at| {
        json!({
            "v": 1, "kind": "event", "id": format!("e{at}"), "seen": { "seed": 1 }, "name": "雲の会",
            "short_name": "", "venue": "札幌", "hashtag": "", "link": "", "time_zone": "Asia/Tokyo",
            "days": ["2026-04-17", "2026-04-18"], "title": "", "emoji": "", "topics": [], "head": "heading",
        })
    });
    seed::load_records(
        page,
        "Kumo Kaigi",
        others.collect(),
        &format!("#/event/{EVENT}/details"),
    );
    page.click("イベントを削除");
    beside(page, ".dock .button");
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    if page.size() == Size::Phone {
        page.press("Control+End");
        page.click("ここで分ける");
        beside(page, ".writer-meta, .toolbar");
    }
}

fn root_size(page: &Page<'_>) -> String {
    page.eval("return getComputedStyle(document.documentElement).fontSize")
}

pub fn a_chosen_text_size_stays(page: &mut Page<'_>) {
    page.sees("新しいイベント");
    assert_eq!(root_size(page), "16px");
    page.click("設定");
    page.click(inside("文字の大きさ", "特大"));
    page.until("return document.documentElement.dataset.textSize === 'extra-large'");
    assert_eq!(root_size(page), "24px");
    page.reload();
    page.sees("文字の大きさ");
    assert_eq!(root_size(page), "24px");
    page.click(inside("文字の大きさ", "小"));
    page.until("return document.documentElement.dataset.textSize === 'small'");
    assert_eq!(root_size(page), "14px");
    // A phone zooms into a field with smaller words.
    let in_field: String =
        page.eval("return getComputedStyle(document.querySelector('input.input')).fontSize");
    assert_eq!(in_field, "16px");
}

/// What reaches out of the window, what is cut off or broken up inside of a control, and what is
/// too small for a thumb.
const UNFIT: &str = "
    const scrolls = it => it.closest('.tools, .memo-line, .fills, .slots-filter > .filters:first-child, pre, .table-scroller, .unseen, .skip-link, .writer-copy');
    const told = it => `${it.localName}.${it.className} ${it.innerText?.slice(0, 20)}`;
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const it of document.body.querySelectorAll('*')) {
        const box = it.getBoundingClientRect();
        if (!box.width || scrolls(it)) continue;
        if (box.left < -1 || box.right > innerWidth + 1) found.push(`outside: ${told(it)}`);
    }
    for (const it of document.querySelectorAll('button, a.button, .option, .chip, .safety, .tab')) {
        if (scrolls(it) || !it.getClientRects().length) continue;
        if (it.scrollWidth > it.clientWidth + 1) found.push(`cut off: ${told(it)}`);
    }
    for (const it of document.querySelectorAll('dialog')) {
        if (it.scrollWidth > it.clientWidth + 1) found.push(`scrolls sideways: ${told(it)}`);
    }
    for (const it of document.querySelectorAll('button, a.button, .option, .tab, input.input, [role=option], .found-line')) {
        const box = it.getBoundingClientRect();
        if (box.height && box.height < 44 - 0.1) found.push(`too low: ${told(it)} ${box.height}`);
        const line = parseFloat(getComputedStyle(it).lineHeight);
        if (it.matches('.button') && box.height > 32 + 3.5 * line) found.push(`broken up: ${told(it)}`);
    }
    return found;";

/// 320 pixels with words half again as large (WCAG 2.2, 1.4.4 and 1.4.10).
pub fn the_largest_text_fits_the_narrowest_phone(page: &mut Page<'_>) {
    let name = "第十二回クラウドネイティブ・プラットフォームエンジニアリング会議 Spring 2026";
    for [language, setting, size, delete, sample] in [
        [
            "日本語",
            "文字の大きさ",
            "特大",
            "イベントを削除",
            "見本を見る",
        ],
        [
            "English",
            "Text size",
            "Largest",
            "Delete event",
            "See a sample",
        ],
    ] {
        load(page, name, "#/settings");
        page.click(language);
        page.click(inside(setting, size));
        page.until("return document.documentElement.dataset.textSize === 'extra-large'");
        let event = format!("#/event/{EVENT}");
        let mut unfit = Vec::new();
        for width in [390, 320] {
            // Chromium's driver forgets it when the page is loaded.
            page.resizes(width, 640);
            page.until(&format!("return innerWidth === {width}"));
            unfit.extend(unfit_on_screens(page));
        }
        goes_to(page, &format!("{event}/report"));
        open_findings(page);
        open_note(page);
        unfit.extend(unfit_now(page, ".finding"));
        open_ways(page);
        unfit.extend(unfit_now(page, ".post[open]"));
        page.press("Escape");
        page.until("return !document.querySelector('dialog')");
        goes_to(page, &format!("{event}/details"));
        unfit.extend(unfit_now(page, ".danger"));
        page.click(delete);
        unfit.extend(unfit_now(page, ".empty + .dock, .toast"));
        goes_to(page, "#/trash");
        unfit.extend(unfit_now(page, ".thrown"));
        goes_to(page, "#/");
        page.click(sample);
        unfit.extend(unfit_now(page, ".sample"));
        assert_eq!(unfit, [""; 0], "in {language}");
    }
}

/// The screens of the seeded event and those beside them, each with what is there once it is.
pub fn screens() -> [(String, &'static str); 19] {
    let event = format!("#/event/{EVENT}");
    let section = section_fragment(7);
    [
        ("#/".into(), ".card"),
        ("#/settings".into(), ".backup"),
        ("#/new".into(), "form"),
        ("#/kept".into(), ".facts"),
        ("#/copies".into(), ".version"),
        ("#/search".into(), ".find"),
        ("#/trash".into(), ".form-about"),
        (event.clone(), ".row"),
        (format!("{event}/report"), ".markdown .block"),
        (format!("{event}/whole"), "textarea:not([data-section])"),
        (format!("{event}/find"), ".find"),
        (format!("{event}/details"), ".danger"),
        (format!("{event}/timetable"), ".slot"),
        (format!("{event}/take-in"), ".pasted"),
        (format!("{event}/session/b"), ".picks"),
        (format!("{event}/memo/b"), ".memo-line"),
        (section.clone(), "textarea[data-section]"),
        (format!("{section}/history"), ".form-about"),
        ("#/event/nowhere".into(), ".empty"),
    ]
}

/// The report of two days, one section of which has two texts, and a programme.
pub fn load(page: &Page<'_>, name: &str, fragment: &str) {
    let sections = seed::two_days();
    let texts = sections.iter().enumerate();
    let mut records: Vec<_> = texts.map(|(at, text)| seed::section(at, text)).collect();
    records.push(sessions());
    records.push(seed::pick("a", json!({ "starred": true })));
    records.push(seed::pick(
        "b",
        json!({ "starred": true, "watch_later": true }),
    ));
    seed::load_records(page, name, records, fragment);
    page.has("main");
    let other = format!("{}\n別の端末で書いた長い段落。", sections[7]);
    seed::written_elsewhere(page, 7, &other);
}

/// Looks for words on a screen that is for it, where they stay.
pub fn looks_for(page: &Page<'_>, fragment: &str) {
    goes_to(page, fragment);
    page.has(".find .input");
    if page.eval("return !document.querySelector('.find .input').value") {
        page.has("input:focus");
        page.type_text("クラウド");
    }
    page.has(".found mark");
}

/// What lies over a screen: the keys that open it, and what is there once it is.
pub const OVERLAYS: [(&str, &str); 2] = [("Control+k", "[role=option]"), ("?", ".keys-row")];

fn unfit_on_screens(page: &Page<'_>) -> Vec<String> {
    let mut unfit = Vec::new();
    for (fragment, ready) in screens() {
        goes_to(page, &fragment);
        unfit.extend(unfit_now(page, ready));
    }
    for fragment in ["#/search".to_owned(), format!("#/event/{EVENT}/find")] {
        looks_for(page, &fragment);
        unfit.extend(unfit_now(page, ".found-line"));
    }
    goes_to(page, "#/trash");
    for (keys, ready) in OVERLAYS {
        page.press(keys);
        unfit.extend(unfit_now(page, ready));
        page.press("Escape");
        page.until("return !document.querySelector('dialog')");
    }
    unfit
}

/// Letters, words and lines as far apart as someone may need them (WCAG 2.2, 1.4.12).
pub fn words_that_are_set_apart_fit(page: &mut Page<'_>) {
    load(page, "Kumo Kaigi", "#/trash");
    page.eval::<()>(
        "const sheet = new CSSStyleSheet();
         sheet.replaceSync(`* {
             line-height: 1.5 !important;
             letter-spacing: 0.12em !important;
             word-spacing: 0.16em !important;
         }
         p { margin-bottom: 2em !important; }`);
         document.adoptedStyleSheets = [sheet];",
    );
    goes_to(page, "#/settings");
    assert_eq!(unfit_on_screens(page), [""; 0]);
}

/// Goes to a screen, and waits until it is there.
pub fn goes_to(page: &Page<'_>, fragment: &str) {
    page.call::<()>(
        "window.isThere = false;
         addEventListener('hashchange', () => requestAnimationFrame(() => { window.isThere = true; }), { once: true });
         location.hash = arguments[0];",
        &[json!(fragment)],
    );
    page.until("return window.isThere");
}

/// What does not fit on the screen, once all of it is there.
fn unfit_now(page: &Page<'_>, ready: &str) -> Vec<String> {
    page.has(ready);
    let unfit: Vec<String> = page.eval(UNFIT);
    let here: String = page.eval("return `${innerWidth} ${location.hash}`");
    unfit.iter().map(|what| format!("{here}: {what}")).collect()
}

/// Days and counts are written as the browser's `Intl` writes them in the language of the page.
pub fn days_and_counts_are_those_of_intl(page: &mut Page<'_>) {
    let long = "あ".repeat(12_345);
    seed::load(page, "雲会議", &[&long], "#/");
    for (language, between, sign) in [("日本語", "〜", " 字"), ("English", " – ", " characters")]
    {
        page.eval::<()>("location.hash = '#/settings'");
        page.click(language);
        page.eval::<()>("location.hash = '#/'");
        let card = page.call::<Vec<String>>(
            "const day = { day: 'numeric', weekday: 'short', month: 'short', timeZone: 'UTC' };
             const write = (day, options) =>
                 new Intl.DateTimeFormat(document.documentElement.lang, options).format(new Date(day));
             const count = new Intl.NumberFormat(document.documentElement.lang).format(12345);
             return [
                 write('2026-04-17', { ...day, year: 'numeric' }) + arguments[0] + write('2026-04-18', day),
                 count + arguments[1],
             ]",
            &[json!(between), json!(sign)],
        );
        for words in &card {
            page.sees(words);
        }
    }
}
