//! Which of the three columns of an event stand on a wide window: the outline, the text, the
//! preview. One to read or to write in is always there.

use leptos::prelude::*;

use super::icon::{Drawn, Icon};
use super::state::App;

/// Kept on this device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Columns {
    pub outline: bool,
    pub text: bool,
    pub preview: bool,
}

/// One of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Outline,
    Text,
    Preview,
}

impl Columns {
    const ALL: Self = Self {
        outline: true,
        text: true,
        preview: true,
    };

    pub fn read(names: Option<&str>) -> Self {
        let Some(names) = names else { return Self::ALL };
        let has = |name| names.split(' ').any(|word| word == name);
        let mut columns = Self {
            outline: has("outline"),
            text: has("text"),
            preview: has("preview"),
        };
        columns.text |= !columns.preview;
        columns
    }

    pub fn names(self) -> String {
        let names = [
            (self.outline, "outline"),
            (self.text, "text"),
            (self.preview, "preview"),
        ];
        let shown = names.iter().filter(|(shown, _)| *shown);
        shown.map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
    }

    pub fn has(self, column: Column) -> bool {
        match column {
            Column::Outline => self.outline,
            Column::Text => self.text,
            Column::Preview => self.preview,
        }
    }

    /// Hides a column, or shows it again. Where text and preview would both be gone, the other
    /// one comes.
    pub fn turned(mut self, column: Column) -> Self {
        match column {
            Column::Outline => self.outline = !self.outline,
            Column::Text => {
                self.text = !self.text;
                self.preview |= !self.text;
            }
            Column::Preview => {
                self.preview = !self.preview;
                self.text |= !self.preview;
            }
        }
        self
    }
}

/// The buttons that hide and show them.
#[component]
pub fn ColumnButtons(app: App) -> impl IntoView {
    let t = app.words();
    let columns = app.looks.columns;
    let button = |column, icon, label| {
        view! {
            <button
                class="icon-button"
                type="button"
                aria-label=label
                title=label
                aria-pressed=move || columns.get().has(column).to_string()
                on:click=move |_| columns.update(|it| *it = it.turned(column))
            >
                <Drawn icon />
            </button>
        }
    };
    view! {
        <div class="column-choice" role="group" aria-label=t.columns>
            {button(Column::Outline, Icon::ColumnLeft, t.sections)}
            {button(Column::Text, Icon::ColumnMiddle, t.text_column)}
            {button(Column::Preview, Icon::ColumnRight, t.preview)}
        </div>
    }
}
