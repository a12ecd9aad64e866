//! How the page looks: the theme of the device, and one that was chosen.

use serde_json::json;

use crate::engine::Engine;
use crate::page::{Page, inside};

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
