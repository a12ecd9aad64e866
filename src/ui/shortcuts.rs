//! The sheet of all keys that do something.

use leptos::prelude::*;

use super::overlay::{OverlayHead, Overlays};
use super::state::App;
use super::tools::{self, TOOLS};

#[component]
pub fn Shortcuts(app: App, overlays: Overlays) -> impl IntoView {
    let t = app.words();
    let p = &t.palette;
    let outside = vec![
        (p.title, tools::PALETTE),
        (p.shortcuts, "?"),
        (t.find_in_report, tools::FIND_IN_REPORT),
        (p.undo_last, tools::UNDO),
    ];
    let rows = vec![
        (p.move_section, "Alt+ArrowUp / ArrowDown"),
        (p.nest_section, "Alt+ArrowRight / ArrowLeft"),
        (p.delete_section, "Delete"),
    ];
    let mut text: Vec<(&str, &str)> = TOOLS
        .iter()
        .filter(|tool| !tool.keys.is_empty())
        .map(|tool| ((tool.label)(t), tool.keys))
        .collect();
    text.extend([
        (t.undo_typing, tools::UNDO),
        (t.redo_typing, tools::REDO),
        (t.find_and_replace, tools::FIND),
        (t.cut_here, tools::CUT),
        (t.join_above, tools::JOIN),
    ]);
    view! {
        <div class="overlay-page">
            <OverlayHead app overlays title=p.shortcuts />
            <div class="keys-groups">
                <Keys name=p.outside keys=outside />
                <Keys name=p.rows keys=rows />
                <Keys name=t.text_column keys=text />
            </div>
        </div>
    }
}

#[component]
fn Keys(name: &'static str, keys: Vec<(&'static str, &'static str)>) -> impl IntoView {
    let rows = keys.into_iter().map(|(what, keys)| {
        view! {
            <div class="keys-row">
                <dt>{what}</dt>
                <dd>
                    <kbd>{tools::shown(keys)}</kbd>
                </dd>
            </div>
        }
    });
    view! {
        <section class="keys">
            <h3 class="keys-title">{name}</h3>
            <dl>{rows.collect_view()}</dl>
        </section>
    }
}
