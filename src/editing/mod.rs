//! Text commands: `(text, selection) → edit` on the smallest range. Knows no text area.
