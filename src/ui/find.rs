//! Finding and replacing in the section that stands open, and the mark behind the text.
//!
//! A text area shows no selection while the focus is elsewhere. So the match that is looked at
//! stands in a layer behind it, which has the same metrics and is empty but for that: what comes
//! before it pushes it to its place, what follows it is not needed.

use std::ops::Range;

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::HtmlTextAreaElement;
use web_sys::wasm_bindgen::JsCast;

use super::live::live;
use super::state::App;
use super::tools;
use super::typing::{self, Area};
use crate::browser::timer::Timer;
use crate::browser::{dom, text_area};
use crate::domain::SectionId;
use crate::editing::{self, Search};

/// Texts of fewer bytes are searched with each key, larger ones when the hands rest.
const SEARCHED_AT_ONCE: usize = 64 * 1024;

/// For so long.
const PAUSE_MS: i32 = 150;

/// What is looked for, in a section and in the report.
#[derive(Clone, Copy)]
pub struct Find {
    pub words: RwSignal<String>,
    pub with: RwSignal<String>,
    pub exact: RwSignal<bool>,
    /// The match with which a section opens, in bytes of its text.
    pub chosen: RwSignal<Option<(SectionId, Range<usize>)>>,
    pub everywhere: super::search::Searched,
}

impl Find {
    pub fn new() -> Self {
        Self {
            words: RwSignal::new(String::new()),
            with: RwSignal::new(String::new()),
            exact: RwSignal::new(false),
            chosen: RwSignal::new(None),
            everywhere: super::search::Searched::new(),
        }
    }

    /// The caller runs again when something else is looked for.
    pub fn search(self) -> Option<Search> {
        Search::new(&self.words.read(), self.exact.get())
    }

    fn search_now(self) -> Option<Search> {
        Search::new(&self.words.read_untracked(), self.exact.get_untracked())
    }

    /// What is selected in a text is looked for, if it is a part of a line: a field has no more.
    pub fn take_selected(self, area: &HtmlTextAreaElement) {
        let text = area.value();
        if let Ok((start, end)) = text_area::selection(area) {
            let byte = |unit| editing::utf16_to_byte(&text, unit as usize);
            let selected = &text[byte(start)..byte(end)];
            if !selected.is_empty() && !selected.contains('\n') {
                self.words.set(selected.to_owned());
            }
        }
    }
}

/// Finding in one text area.
#[derive(Clone, Copy)]
pub struct Finder {
    app: App,
    area: Area,
    caret: Callback<usize>,
    pub field: NodeRef<leptos::html::Input>,
    pub is_open: RwSignal<bool>,
    /// Where the words stand, in bytes of the area's text, which has this length.
    found: StoredValue<(Vec<Range<usize>>, usize)>,
    /// From this byte on the next one is the current one.
    from: StoredValue<usize>,
    /// Which one is current, from 1, and of how many.
    pub count: RwSignal<(usize, usize)>,
    /// What stands before it, it, and the rest of its line.
    layer: RwSignal<Option<[String; 3]>>,
    waiting: StoredValue<Option<Timer>, LocalStorage>,
}

impl Finder {
    pub fn new(app: App, area: Area, caret: Callback<usize>) -> Self {
        Self {
            app,
            area,
            caret,
            field: NodeRef::new(),
            is_open: RwSignal::new(false),
            found: StoredValue::new((Vec::new(), 0)),
            from: StoredValue::new(0),
            count: RwSignal::new((0, 0)),
            layer: RwSignal::new(None),
            waiting: StoredValue::new_local(None),
        }
    }

    /// Opens the bar, or goes to its field. What is selected in the text is looked for.
    pub fn open(self) {
        let Some(area) = self.area.get_untracked() else {
            return;
        };
        let area: HtmlTextAreaElement = area.unchecked_into();
        self.app.find.take_selected(&area);
        let start = text_area::selection(&area).map_or(0, |(start, _)| start as usize);
        self.from
            .set_value(editing::utf16_to_byte(&area.value(), start));
        self.is_open.set(true);
        self.look(true);
        request_animation_frame(move || {
            if let Some(Some(field)) = self.field.try_get_untracked() {
                let given = dom::focus(&field);
                debug_assert!(given.is_ok());
                field.select();
            }
        });
    }

    /// Opens with the match that the person chose from a list, if it is one of this section.
    pub fn arrive(self, section: &SectionId) {
        let chosen = self.app.find.chosen;
        let is_here = chosen.with_untracked(|it| it.as_ref().is_some_and(|it| it.0 == *section));
        if is_here && let Some((_, range)) = chosen.try_update(Option::take).flatten() {
            let text = self.app.section_now(section).map(|section| section.text);
            let start = editing::in_shown(&text.unwrap_or_default(), range.start);
            self.from.set_value(start);
            self.is_open.set(true);
            self.look(true);
            self.select();
        }
    }

    /// Closes the bar. The focus goes to the text, with the match selected.
    pub fn close(self) {
        self.settle();
        self.is_open.set(false);
        self.layer.set(None);
        self.select();
    }

    /// True for a key of the text that belongs to finding and to nothing else.
    pub fn key(self, event: &web_sys::KeyboardEvent) -> bool {
        if event.is_composing() || event.key_code() == 229 {
            return false;
        }
        let pressed = |keys: [&str; 2]| keys.iter().any(|keys| tools::is_pressed(keys, event));
        let open = self.is_open.get_untracked();
        if tools::is_pressed(tools::FIND, event) {
            self.open();
        } else if pressed(["F3", "Ctrl+G"]) {
            if open { self.step(true) } else { self.open() }
        } else if pressed(["Shift+F3", "Ctrl+Shift+G"]) {
            if open { self.step(false) } else { self.open() }
        } else if open && event.key() == "Escape" {
            self.close();
            // It lets Tab leave the text, too.
            return false;
        } else {
            return false;
        }
        event.prevent_default();
        true
    }

    /// The area holds another text, which the person has typed.
    pub fn follow(self, text: &str) {
        let Some(area) = self.area.get_untracked().filter(|_| self.is_open()) else {
            return;
        };
        let before = self.found.with_value(|(_, length)| *length);
        if let Ok((_, end)) = text_area::selection(&area) {
            let caret = editing::utf16_to_byte(text, end as usize);
            let from = self.from.get_value();
            let moved = editing::moved_by_typing(from, before, text.len(), caret);
            self.from.set_value(moved);
        }
        self.found.update_value(|found| found.1 = text.len());
        self.look_soon(text.len(), false);
    }

    /// The area holds another text.
    pub fn look_again(self) {
        if self.is_open() {
            self.look(false);
        }
    }

    /// Not asked of one that is gone.
    fn is_open(self) -> bool {
        self.is_open.try_get_untracked() == Some(true)
    }

    /// Other words are looked for.
    pub fn look_for_others(self) {
        if let Some(area) = self.area.get_untracked() {
            self.look_soon(area.value().len(), true);
        }
    }

    fn look_soon(self, length: usize, scroll: bool) {
        if length < SEARCHED_AT_ONCE {
            self.look(scroll);
        } else {
            let timer = Timer::after(PAUSE_MS, move || self.look(scroll));
            self.waiting.set_value(timer);
        }
    }

    /// Looks now where a look waits.
    fn settle(self) {
        if self.waiting.with_value(Option::is_some) {
            self.look(false);
        }
    }

    fn look(self, scroll: bool) {
        self.waiting.set_value(None);
        let Some(area) = self.area.get_untracked() else {
            return;
        };
        let text = area.value();
        let search = self.app.find.search_now();
        let found = search.map(|search| search.find(&text)).unwrap_or_default();
        let from = self.from.get_value();
        let at = found.iter().position(|range| range.start >= from);
        self.found.set_value((found, text.len()));
        self.show(&text, at.unwrap_or(0), scroll);
        if scroll {
            self.tell();
        }
    }

    /// The match at this index is the current one.
    fn show(self, text: &str, at: usize, scroll: bool) {
        let (range, all) = self
            .found
            .with_value(|(found, _)| (found.get(at).cloned(), found.len()));
        let Some(range) = range else {
            self.count.set((0, 0));
            self.layer.set(None);
            return;
        };
        self.count.set((at + 1, all));
        let rest = text[range.end..].split('\n').next().unwrap_or_default();
        let pieces = [&text[..range.start], &text[range.clone()], rest];
        self.layer.set(Some(pieces.map(str::to_owned)));
        if scroll {
            self.from.set_value(range.start);
            self.caret.run(range.start);
            request_animation_frame(show_mark);
        }
    }

    /// Goes to the next match or to the one before, and around the end.
    pub fn step(self, forward: bool) {
        self.settle();
        let (at, all) = self.count.get_untracked();
        let Some(area) = self.area.get_untracked().filter(|_| all > 0) else {
            return;
        };
        // `at` counts from 1.
        let next = if forward { at } else { at + all - 2 } % all;
        self.show(&area.value(), next, true);
        self.tell();
        if dom::has_focus(&area) {
            self.select();
        }
    }

    /// Selects the current match in the text, which gets the focus.
    fn select(self) {
        let Some(area) = self.area.get_untracked() else {
            return;
        };
        if let Some(range) = self.current() {
            let text = area.value();
            let unit = |byte| editing::byte_to_utf16(&text, byte) as u32;
            let selected = area.set_selection_range(unit(range.start), unit(range.end));
            debug_assert!(selected.is_ok());
        }
        let given = dom::focus(&area);
        debug_assert!(given.is_ok());
    }

    fn current(self) -> Option<Range<usize>> {
        let at = self.count.get_untracked().0.checked_sub(1)?;
        self.found.with_value(|(found, _)| found.get(at).cloned())
    }

    fn tell(self) {
        if self.app.find.words.read_untracked().is_empty() {
            return;
        }
        let t = self.app.words();
        self.app.announce(match self.count.get_untracked() {
            (_, 0) => t.found_none.to_owned(),
            (at, all) => (t.found_at)(at, all),
        });
    }

    /// Replaces the current match and goes on to the next.
    pub fn replace(self) {
        self.settle();
        if let Some(range) = self.current() {
            let with = self.app.find.with.get_untracked();
            let behind = range.start + with.len();
            if self.replace_in_text(&[range], &with) {
                self.from.set_value(behind);
                self.look(true);
            } else {
                self.step(true);
            }
        }
    }

    pub fn replace_all(self) {
        self.settle();
        let found = self.found.with_value(|(found, _)| found.clone());
        let with = self.app.find.with.get_untracked();
        if self.replace_in_text(&found, &with) {
            self.app.say((self.app.words().replaced)(found.len()));
        }
    }

    /// False where that changes nothing. The focus stays where it is.
    fn replace_in_text(self, found: &[Range<usize>], with: &str) -> bool {
        let Some(area) = self.area.get_untracked() else {
            return false;
        };
        let area: HtmlTextAreaElement = area.unchecked_into();
        let text = area.value();
        let Some(edit) = editing::replace_all(&text, found, with) else {
            return false;
        };
        let focused = dom::focused();
        typing::apply(&area, &text, &edit);
        if let Some(focused) = focused {
            let given = dom::focus(&focused);
            debug_assert!(given.is_ok());
        }
        true
    }

    /// The mark, to be put behind the text.
    pub fn layer(self) -> AnyView {
        let layer = self.layer;
        live(move || {
            layer.get().map(|[before, it, rest]| {
                view! {
                    <div class="writer-layer" aria-hidden="true">
                        {before}
                        <mark>{it}</mark>
                        {rest}
                    </div>
                }
            })
        })
    }
}

fn show_mark() {
    let mark = dom::document().map(|document| document.query_selector(".writer-layer mark"));
    if let Ok(Ok(Some(mark))) = mark {
        dom::show_in_middle(&mark);
    }
}
