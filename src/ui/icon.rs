//! The icons: one path each, drawn on a 24 × 24 grid with a round stroke.

use leptos::prelude::*;

/// An icon.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Announce,
    Back,
    Bold,
    Calendar,
    Callout,
    Check,
    Close,
    Code,
    CodeBlock,
    ColumnLeft,
    ColumnMiddle,
    ColumnRight,
    Copy,
    Delete,
    Down,
    Download,
    Footnote,
    Grip,
    Heading,
    HideKeyboard,
    History,
    Indent,
    Italic,
    Join,
    Learned,
    LeaveOut,
    LineDown,
    LineUp,
    Link,
    List,
    Mine,
    Moon,
    More,
    Nest,
    Notes,
    Numbers,
    Outdent,
    Pencil,
    Next,
    Plus,
    Previous,
    Print,
    Private,
    Question,
    Quote,
    Redo,
    Report,
    Search,
    Settings,
    Share,
    Split,
    Stamp,
    Star,
    Strike,
    Table,
    Try,
    TakeIn,
    Undo,
    Unnest,
    Up,
    Upload,
}

impl Icon {
    pub fn path(self) -> &'static str {
        match self {
            Self::Announce => "M4 10v4h3l7 5V5l-7 5zM18 9a4.2 4.2 0 0 1 0 6",
            Self::Back => "M15 5l-7 7 7 7",
            Self::Bold => "M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z",
            Self::Calendar => "M4 6h16v14H4zM4 10.5h16M8 3.5v4M16 3.5v4",
            Self::Callout => "M4 5h16v11H11l-4 4v-4H4zM12 8v3.5M12 13.6h.01",
            Self::Check => {
                "M5 7.5A2.5 2.5 0 0 1 7.5 5h9A2.5 2.5 0 0 1 19 7.5v9a2.5 2.5 0 0 1-2.5 2.5h-9A2.5 2.5 0 0 1 5 16.5zM8.5 12l2.5 2.5 4.5-5"
            }
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Code => "M9 7l-5 5 5 5M15 7l5 5-5 5",
            Self::CodeBlock => "M4 5h16v14H4zM10 9.5L7.5 12l2.5 2.5M14 9.5l2.5 2.5-2.5 2.5",
            Self::ColumnLeft => "M3 5h18v14H3zM9 5v14M4.5 9h3M4.5 12h3",
            Self::ColumnMiddle => "M3 5h18v14H3zM8 5v14M16 5v14M10.5 9h3M10.5 12h3",
            Self::ColumnRight => "M3 5h18v14H3zM14 5v14M16 9h3M16 12h3",
            Self::Copy => {
                "M10 8h8a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-8a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1zM5 15V5a1 1 0 0 1 1-1h9"
            }
            Self::Delete => "M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7M10.5 11v5M13.5 11v5",
            Self::Down => "M12 5v14M6 13l6 6 6-6",
            Self::Download => "M12 4v11M7 10.5l5 5 5-5M5 20h14",
            Self::Footnote => {
                "M3.5 19l4.5-13 4.5 13M5 15h6M17.5 4.5v7M14.5 6.2l6 3.6M20.5 6.2l-6 3.6"
            }
            Self::Grip => "M9 6h.01M9 12h.01M9 18h.01M15 6h.01M15 12h.01M15 18h.01",
            Self::HideKeyboard => "M3 5h18v10H3zM7 9h.01M11 9h.01M15 9h.01M8 12h8M9 19l3 3 3-3",
            Self::Heading => "M6 5v14M18 5v14M6 12h12",
            Self::History => "M4.5 9A8 8 0 1 1 4 12.5M4 4.5V9h4.5M12 8v4.5l3 2",
            Self::Indent => "M4 5h16M12 10h8M12 14h8M4 19h16M4 9l3.5 3L4 15",
            Self::Italic => "M10 5h8M6 19h8M14 5l-4 14",
            Self::Join => "M5 4h14M5 20h14M12 7v10M9 9.5L12 7l3 2.5M9 14.5l3 2.5 3-2.5",
            Self::Learned => "M12 3.5a6 6 0 0 1 3.2 11.1V17H8.8v-2.4A6 6 0 0 1 12 3.5zM9.5 20.5h5",
            Self::Question => "M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.1.7-1.7 1.3-1.7 2.7M12 18.5h.01",
            Self::Try => {
                "M12 3.5c1 3.5 5.5 5.5 5.5 10.5a5.5 5.5 0 0 1-11 0c0-2.2 1-3.6 2.3-4.8.2 1.5.8 2.3 1.7 2.8C10.3 9 10.8 6 12 3.5z"
            }
            Self::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::Private => "M7 11h10v9H7zM9 11V8a3 3 0 0 1 6 0v3",
            Self::Stamp => "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 8v4.5l3 2",
            Self::LeaveOut => {
                "M4 4l16 16M10 6.3A9 9 0 0 1 21 12a13 13 0 0 1-2.5 3.3M6.5 8A13 13 0 0 0 3 12a9.5 9.5 0 0 0 12.5 4.7M10 10.5a2.5 2.5 0 0 0 3.5 3.5"
            }
            Self::LineDown => "M5 5h14M5 9h14M12 13v7M8.5 16.5L12 20l3.5-3.5",
            Self::LineUp => "M5 19h14M5 15h14M12 11V4M8.5 7.5L12 4l3.5 3.5",
            Self::Link => {
                "M10 14a4 4 0 0 0 6 0l3-3a4.2 4.2 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4.2 4.2 0 0 0 6 6l1-1"
            }
            Self::List => "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
            Self::Mine => {
                "M12 4a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 11.5a6 6 0 0 0 12 0M12 17.5V21"
            }
            Self::Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
            Self::More => {
                "M4.5 12a.5.5 0 0 1 1 0 .5.5 0 0 1-1 0M11.5 12a.5.5 0 0 1 1 0 .5.5 0 0 1-1 0M18.5 12a.5.5 0 0 1 1 0 .5.5 0 0 1-1 0"
            }
            Self::Nest => "M4 6h16M11 12h9M11 18h9M4 11l3.5 4L4 19",
            Self::Notes => "M6 4h12v16H6zM9 9h6M9 13h6",
            Self::Numbers => {
                "M10 6h10M10 12h10M10 18h10M4 5.5L5.5 4.5v5M4 15.2c.4-1 2.4-.9 2.4.4 0 1.1-2.4 1.9-2.4 3.2h2.6"
            }
            Self::Outdent => "M4 5h16M12 10h8M12 14h8M4 19h16M7.5 9L4 12l3.5 3",
            Self::Pencil => "M5 19l1-4.5L16 4.5l3.5 3.5L9.5 18z",
            Self::Next => "M5 9l7 7 7-7",
            Self::Previous => "M5 15l7-7 7 7",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Quote => "M5 5v14M10 7h10M10 12h10M10 17h6",
            Self::Redo => "M16 6l4 4-4 4M20 10H10a5 5 0 0 0 0 10h3",
            Self::Report => "M5 5h14M5 10h14M5 15h9M5 20h6",
            Self::Search => "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5L20 20",
            Self::Settings => {
                "M4 8h8M18 8h2M4 16h2M12 16h8M15 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM9 13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z"
            }
            Self::Share => "M12 15V4M8 8l4-4 4 4M6 12v8h12v-8",
            Self::Split => {
                "M4 12h3M10.5 12h3M17 12h3M12 8.5V3M9 5.5L12 3l3 2.5M12 15.5V21M9 18.5l3 2.5 3-2.5"
            }
            Self::Star => "M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z",
            Self::Strike => {
                "M4 12h16M8 8.5C8 6.5 9.8 5 12 5s4 1.2 4 3M8 15.5c0 2 1.8 3.5 4 3.5s4-1.5 4-3.5"
            }
            Self::Table => "M4 5h16v14H4zM4 10h16M4 14.5h16M12 5v14",
            Self::TakeIn => {
                "M3 12a9.5 9.5 0 0 1 18 0 9.5 9.5 0 0 1-18 0zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z"
            }
            Self::Undo => "M8 6l-4 4 4 4M4 10h10a5 5 0 0 1 0 10h-3",
            Self::Unnest => "M4 6h16M11 12h9M11 18h9M7.5 11L4 15l3.5 4",
            Self::Up => "M12 19V5M6 11l6-6 6 6",
            Self::Upload => "M12 16V5M7 9.5l5-5 5 5M5 20h14",
        }
    }
}

/// Draws an icon. It says nothing to a screen reader: the control around it has
/// the name.
///
/// The path is an expression, not a literal, because Leptos builds literal
/// markup through `innerHTML`, which the page's policy forbids.
#[component]
pub fn Drawn(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=icon.path() />
        </svg>
    }
}

/// A large emoji as decoration.
#[component]
pub fn Picture(emoji: &'static str) -> impl IntoView {
    view! { <p class="empty-emoji" aria-hidden="true">{emoji}</p> }
}
