//! Keys as WebDriver names them.

use thirtyfour::Key;

/// The keys of a chord such as `Enter`, `Control+b`, `Shift+Tab`.
pub fn chord(names: &str) -> Vec<char> {
    names.split('+').map(key).collect()
}

fn key(name: &str) -> char {
    let key = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Escape" => Key::Escape,
        "Space" => Key::Space,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "F3" => Key::F3,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageDown" => Key::PageDown,
        one => {
            let mut characters = one.chars();
            return match (characters.next(), characters.next()) {
                (Some(character), None) => character,
                _ => panic!("no key is called {one:?}"),
            };
        }
    };
    key.value()
}

/// The key that types a character: a newline is Enter.
pub fn typing(character: char) -> char {
    if character == '\n' {
        Key::Enter.value()
    } else {
        character
    }
}

/// Whether a US keyboard needs Shift for it.
pub fn needs_shift(character: char) -> bool {
    character.is_ascii_uppercase() || "~!@#$%^&*()_+{}|:\"<>?".contains(character)
}
