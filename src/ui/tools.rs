//! What can be done with a text by button and by key: one list for both.

use leptos::web_sys::KeyboardEvent;

use super::icon::Icon;
use crate::browser::page;
use crate::editing::{Command, Mark};
use crate::text::Words;

/// A command with its looks. `keys` are written as on a keyboard with a Ctrl key, joined by `+`.
pub struct Tool {
    pub command: Command,
    pub icon: Icon,
    pub label: fn(&Words) -> &'static str,
    pub keys: &'static str,
}

const fn tool(
    command: Command,
    icon: Icon,
    label: fn(&Words) -> &'static str,
    keys: &'static str,
) -> Tool {
    Tool {
        command,
        icon,
        label,
        keys,
    }
}

/// In the order of the bar: what is used most comes first, the rest is a scroll away.
///
/// No key is one that a browser keeps for itself, and none types a character on some keyboard, as
/// Ctrl with Alt does.
pub const TOOLS: [Tool; 22] = [
    tool(Command::List, Icon::List, |t| t.list, "Ctrl+Shift+8"),
    tool(
        Command::Mark(Mark::Learned),
        Icon::Learned,
        |t| t.timetable.learned,
        "Ctrl+Shift+1",
    ),
    tool(
        Command::Mark(Mark::Question),
        Icon::Question,
        |t| t.timetable.question,
        "Ctrl+Shift+2",
    ),
    tool(
        Command::Mark(Mark::Try),
        Icon::Try,
        |t| t.timetable.to_try,
        "",
    ),
    tool(Command::Quote, Icon::Quote, |t| t.quote, "Ctrl+Shift+."),
    tool(
        Command::Mark(Mark::Private),
        Icon::Private,
        |t| t.timetable.private,
        "",
    ),
    tool(
        Command::Check,
        Icon::Check,
        |t| t.check_list,
        "Ctrl+Shift+9",
    ),
    tool(Command::Indent, Icon::Indent, |t| t.indent, "Tab"),
    tool(Command::Outdent, Icon::Outdent, |t| t.outdent, "Shift+Tab"),
    tool(Command::Bold, Icon::Bold, |t| t.bold, "Ctrl+B"),
    tool(
        Command::Heading,
        Icon::Heading,
        |t| t.heading,
        "Ctrl+Shift+H",
    ),
    tool(Command::Link, Icon::Link, |t| t.insert_link, "Ctrl+K"),
    tool(Command::Code, Icon::Code, |t| t.code, "Ctrl+E"),
    tool(
        Command::Numbers,
        Icon::Numbers,
        |t| t.numbers,
        "Ctrl+Shift+7",
    ),
    tool(Command::MoveUp, Icon::LineUp, |t| t.line_up, "Alt+ArrowUp"),
    tool(
        Command::MoveDown,
        Icon::LineDown,
        |t| t.line_down,
        "Alt+ArrowDown",
    ),
    tool(Command::Italic, Icon::Italic, |t| t.italic, "Ctrl+I"),
    tool(Command::Strike, Icon::Strike, |t| t.strike, "Ctrl+Shift+X"),
    tool(
        Command::CodeBlock,
        Icon::CodeBlock,
        |t| t.code_block,
        "Ctrl+Shift+E",
    ),
    tool(Command::Table, Icon::Table, |t| t.table, "Ctrl+Shift+L"),
    tool(
        Command::Footnote,
        Icon::Footnote,
        |t| t.footnote,
        "Ctrl+Shift+6",
    ),
    tool(
        Command::Callout,
        Icon::Callout,
        |t| t.callout,
        "Ctrl+Shift+,",
    ),
];

/// The keys of undo and redo, which the browser does.
pub const UNDO: &str = "Ctrl+Z";
pub const REDO: &str = "Ctrl+Shift+Z";

/// The palette. With words selected the same keys make a link of them, as in other editors.
pub const PALETTE: &str = "Ctrl+K";

/// Finding, in the section and in the report.
pub const FIND: &str = "Ctrl+F";
pub const FIND_IN_REPORT: &str = "Ctrl+Shift+F";

/// Those that change the section and not its text alone.
pub const CUT: &str = "Ctrl+Shift+Enter";
pub const JOIN: &str = "Ctrl+Shift+Backspace";

/// Whether these keys are what was pressed: Ctrl or, on an Apple keyboard, ⌘. Digits and signs go
/// by their place on the keyboard, because what Shift makes of them differs.
pub fn is_pressed(keys: &str, event: &KeyboardEvent) -> bool {
    if keys.is_empty() {
        return false;
    }
    let has = |name: &str| keys.split('+').any(|key| key == name);
    let control = event.ctrl_key() != event.meta_key();
    let none = !event.ctrl_key() && !event.meta_key();
    if !(if has("Ctrl") { control } else { none })
        || event.shift_key() != has("Shift")
        || event.alt_key() != has("Alt")
    {
        return false;
    }
    let last = keys.rsplit('+').next().unwrap_or_default();
    match last {
        "." => event.code() == "Period",
        "," => event.code() == "Comma",
        digit if digit.bytes().all(|byte| byte.is_ascii_digit()) => {
            event.code().strip_prefix("Digit") == Some(digit)
        }
        // WebKitGTK has another name for Tab with Shift.
        name => event.key().eq_ignore_ascii_case(name) || event.code() == name,
    }
}

/// The keys as a person reads them, in the manner of the device.
pub fn shown(keys: &str) -> String {
    let keys = keys.replace("Arrow", "");
    let arrows = [("Up", "↑"), ("Down", "↓"), ("Right", "→"), ("Left", "←")];
    let keys = arrows
        .iter()
        .fold(keys, |keys, (name, sign)| keys.replace(name, sign));
    match page::is_apple() {
        true => keys
            .replace("Ctrl+", "⌘")
            .replace("Shift+", "⇧")
            .replace("Alt+", "⌥"),
        false => keys,
    }
}

/// The keys as `aria-keyshortcuts` wants them.
pub fn told(keys: &str) -> String {
    match page::is_apple() {
        true => keys.replace("Ctrl", "Meta"),
        false => keys.replace("Ctrl", "Control"),
    }
}
