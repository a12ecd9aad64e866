//! Writing one section: one plain text area and the bar for the thumb.
//!
//! The text area is uncontrolled: it is filled when a section opens and changed
//! by a command of the person, never written from a signal.
//!
//! What is stored is the area's text and the line ends that were at the end of
//! the section before (its tail): nobody looks at empty lines. The area has line feeds; those of
//! CRLF and CR are stored again where they were (`editing::write_body`).

use leptos::prelude::*;

use super::area::{
    Asked, focus_on, grow, open, place_caret, refill, shows, tell_caret, without_room,
};
use super::chips::Chips;
use super::find::Finder;
use super::find_bar::FindBar;
use super::history::HistoryLink;
use super::length::Length;
use super::live::watch;
use super::neighbours::Neighbours;
use super::state::{App, SectionSignal};
use super::toolbar::Toolbar;
use super::typing::{self, Area};
use crate::browser::text_area;
use crate::domain::Route;
use crate::editing::{body, in_stored};

#[component]
pub fn Writer(
    app: App,
    section: SectionSignal,
    /// Whether the caret goes into the text at once.
    focus: bool,
    /// Whether the bar stands above the text, for the mouse, or below it, for
    /// the thumb: to the eye and to the Tab key.
    bar_above: bool,
    /// Where the caret is, in bytes of the section's text.
    #[prop(into)]
    caret: Callback<usize>,
) -> impl IntoView {
    let t = app.words();
    let area = Area::new();
    let caret = {
        let section = section.clone();
        Callback::new(move |at| caret.run(section.with_text(|text| in_stored(text, at))))
    };
    let finder = Finder::new(app, area, caret);
    let facts = section.facts;
    let title = move || facts.read().title_or(t.untitled);

    // How much of the section's text stands in the area: the rest is its tail.
    let shown = StoredValue::new(body(&section.text()).len());
    app.open_section(&section.id);
    area.on_load({
        let section = section.clone();
        let fresh = [t.new_section, t.new_nested];
        move |area| {
            let asked = if focus {
                app.take_asked(&section.id)
            } else {
                None
            };
            open(&area, &section.text(), focus, &fresh);
            if let Some(Asked { at: Some(at), .. }) = asked {
                place_caret(&area, &section.text(), at);
            }
            if focus {
                tell_caret(&area, &area.value(), caret);
            }
            finder.arrive(&section.id);
        }
    });
    watch(move || app.refill.get(), {
        let section = section.clone();
        move |_| {
            if let Some(area) = area.get_untracked() {
                let text = section.text();
                if !shows(&area, &text) {
                    shown.set_value(body(&text).len());
                    refill(&area, &text);
                }
                finder.look_again();
            }
        }
    });
    // Whether the last change of the text came from here, and whether any did since the
    // caret came into it.
    let typed = StoredValue::new(false);
    let touched = StoredValue::new(false);
    // Whether anything ever came from here.
    let edited = StoredValue::new(false);
    // What another tab wrote is shown, but never under the caret of this one:
    // typing on makes a second text beside it.
    let follow = {
        let section = section.clone();
        move || {
            // An area that is taken from the page with the focus in it loses the
            // focus when its signals are gone already.
            let Some(Some(area)) = area.try_get_untracked() else {
                return;
            };
            // What was typed here stands here.
            if typed.try_update_value(std::mem::take) == Some(true) {
                return;
            }
            let text = section.text();
            if !shows(&area, &text) {
                // While the page learns what was written, and nobody has typed yet.
                let learning = app.is_learning() && !touched.get_value();
                if text_area::is_written_in(&area) && !learning {
                    return;
                }
                shown.set_value(body(&text).len());
                refill(&area, &text);
                finder.look_again();
            }
            // From now on edits are made from this text.
            app.open_section(&section.id);
        }
    };
    watch(
        {
            let section = section.clone();
            move || section.track_text()
        },
        {
            let follow = follow.clone();
            move |()| follow()
        },
    );
    watch(move || app.asked_to_write.get(), {
        let named = Route::Writing(section.event.clone(), section.id.clone());
        let section = section.clone();
        move |_| {
            // Where the address does not name the section yet, another text area is about
            // to take the place of this one.
            if *app.route.read_untracked() == named
                && let Some(area) = area.get_untracked()
                && let Some(asked) = app.take_asked(&section.id)
            {
                match asked.at {
                    Some(at) => place_caret(&area, &section.text(), at),
                    None => focus_on(&area),
                }
                tell_caret(&area, &area.value(), caret);
            }
        }
    });
    on_cleanup({
        let id = section.id.clone();
        move || app.leave_section(&id, edited.try_get_value() == Some(true))
    });

    let take = {
        let id = section.id.clone();
        move || {
            if let Some(area) = area.get_untracked() {
                grow(&area);
                let text = area.value();
                finder.follow(&text);
                typed.set_value(true);
                touched.set_value(true);
                edited.set_value(true);
                let body = without_room(text.clone());
                let before = shown.get_value();
                shown.set_value(body.len());
                app.type_body(&id, before, body);
                tell_caret(&area, &text, caret);
            }
        }
    };
    let on_caret = move || {
        if let Some(area) = area.get_untracked() {
            tell_caret(&area, &area.value(), caret);
        }
    };
    // On a phone it stands in the bar of the screen.
    let history = bar_above.then(|| {
        let (event, section) = (section.event.clone(), section.id.clone());
        view! { <HistoryLink app event section /> }
    });
    let neighbours = (!bar_above).then(|| {
        let (event, section) = (section.event.clone(), section.id.clone());
        view! { <Neighbours app event section /> }
    });
    let leaving = StoredValue::new(false);
    let id = section.id.clone();
    let pressed = section.id.clone();
    let event = section.event.clone();
    let bar = |shown: bool| {
        shown.then(|| view! { <Toolbar app area section=id.clone() finder for_thumb=!bar_above /> })
    };
    view! {
        <div class="writer">
            <div class="writer-head">{bar(bar_above)} <FindBar app finder event /></div>
            <div class="writer-meta">
                <div class="writer-facts">
                    <Length
                        app
                        count=move || facts.read().characters
                        unwritten=move || facts.read().unwritten(t)
                    />
                    <Chips app section=section.clone() />
                </div>
                {history} {neighbours}
            </div>
            <div class="writer-page">
                {finder.layer()}
                <textarea
                    class="writer-text"
                    // By this `start.js` knows what is open when the program stops.
                    data-section=section.id.to_string()
                    aria-label=move || (t.text_of)(&title())
                    placeholder=t.placeholder
                    spellcheck="false"
                    autocapitalize="off"
                    node_ref=area
                    on:input=move |_| take()
                    aria-describedby="text-keys"
                    on:beforeinput=move |event| typing::before_input(area, &event)
                    on:keydown=move |event| {
                        if !finder.key(&event) {
                            typing::shortcut(app, area, Some(&pressed), &event, leaving);
                        }
                    }
                    on:paste=move |event| typing::paste(area, &event)
                    on:blur=move |_| {
                        let _gone = typed.try_set_value(false);
                        let _gone = touched.try_set_value(false);
                        follow();
                    }
                    on:keyup=move |_| on_caret()
                    on:pointerup=move |_| on_caret()
                ></textarea>
            </div>
            <p class="unseen" id="text-keys">{t.text_keys}</p>
            {bar(!bar_above)}
        </div>
    }
}
