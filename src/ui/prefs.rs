//! What this device shows, as opposed to what it keeps: language, theme and text size.

use super::columns::Columns;
use crate::browser::{local, locale};
use crate::publish::Target;
use crate::store::Keys;
use crate::text::Language;

/// Which language to speak.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LanguageChoice {
    /// As the browser prefers.
    System,
    Fixed(Language),
}

impl LanguageChoice {
    pub fn language(self) -> Language {
        match self {
            Self::System => Language::from_tag(&locale::language_tag()),
            Self::Fixed(language) => language,
        }
    }

    pub fn load(keys: &Keys) -> Self {
        match load(keys, LANGUAGE).as_deref() {
            Some("ja") => Self::Fixed(Language::Japanese),
            Some("en") => Self::Fixed(Language::English),
            _ => Self::System,
        }
    }

    pub fn save(self, keys: &Keys) {
        let value = match self {
            Self::System => "system",
            Self::Fixed(language) => language.tag(),
        };
        save(keys, LANGUAGE, value);
    }
}

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// As the device is set.
    System,
    Light,
    Dark,
}

impl Theme {
    /// The value of `data-theme` on `<html>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The name of the theme that the person chose, if any.
    pub fn chosen(self) -> Option<&'static str> {
        (self != Self::System).then(|| self.name())
    }

    pub fn load(keys: &Keys) -> Self {
        match load(keys, THEME).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    pub fn save(self, keys: &Keys) {
        save(keys, THEME, self.name());
    }
}

/// How large all words are, as shares of what the browser is set to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextSize {
    Small,
    Standard,
    Large,
    ExtraLarge,
}

impl TextSize {
    pub const ALL: [Self; 4] = [Self::Small, Self::Standard, Self::Large, Self::ExtraLarge];

    /// The value of `data-text-size` on `<html>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Standard => "standard",
            Self::Large => "large",
            Self::ExtraLarge => "extra-large",
        }
    }

    pub fn load(keys: &Keys) -> Self {
        let name = load(keys, TEXT_SIZE).unwrap_or_default();
        let mut all = Self::ALL.into_iter();
        all.find(|size| size.name() == name)
            .unwrap_or(Self::Standard)
    }

    pub fn save(self, keys: &Keys) {
        save(keys, TEXT_SIZE, self.name());
    }
}

/// Whether the page is as dark as it can be.
pub fn load_hall(keys: &Keys) -> bool {
    load(keys, HALL).as_deref() == Some(hall_name(true))
}

pub fn save_hall(hall: bool, keys: &Keys) {
    save(keys, HALL, hall_name(hall));
}

/// Which columns of an event are shown.
pub fn load_columns(keys: &Keys) -> Columns {
    Columns::read(load(keys, COLUMNS).as_deref())
}

pub fn save_columns(columns: Columns, keys: &Keys) {
    save(keys, COLUMNS, &columns.names());
}

/// The place for which reports are printed.
pub fn load_target(keys: &Keys) -> Target {
    Target::named(&load(keys, TARGET).unwrap_or_default())
}

pub fn save_target(target: Target, keys: &Keys) {
    save(keys, TARGET, target.name());
}

/// The value of `data-hall` on `<html>`.
pub fn hall_name(hall: bool) -> &'static str {
    if hall { "on" } else { "off" }
}

const COLUMNS: &str = "columns";
const HALL: &str = "hall";
const LANGUAGE: &str = "language";
const TARGET: &str = "target";
const THEME: &str = "theme";
const TEXT_SIZE: &str = "text-size";

/// A choice of looks that cannot be read is not worth a message.
fn load(keys: &Keys, name: &str) -> Option<String> {
    local::read(&keys.setting(name)).ok().flatten()
}

/// A choice of looks that cannot be kept holds until the page is closed.
fn save(keys: &Keys, name: &str, value: &str) {
    if let Err(fault) = local::write(&keys.setting(name), value) {
        leptos::logging::warn!("the {name} is not kept: {fault}");
    }
}
