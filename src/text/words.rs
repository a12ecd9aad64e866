//! Every word of the interface, by name. One constant per language.

/// The words of one language.
pub struct Words {
    // Always there
    pub app: &'static str,
    pub skip_to_content: &'static str,
    pub back: &'static str,
    pub close: &'static str,
    pub cancel: &'static str,
    pub notices: &'static str,
    pub undo: &'static str,
    pub required: &'static str,
    pub saved: &'static str,
    pub saving: &'static str,
    pub kept_for_now: &'static str,
    pub kept_for_now_why: &'static str,
    pub not_kept: &'static str,
    pub not_kept_why: &'static str,
    pub set_aside: fn(usize) -> String,
    pub take_as_file: &'static str,
    pub not_found: &'static str,
    pub not_found_what_to_do: &'static str,
    // Events
    pub events: &'static str,
    pub settings: &'static str,
    pub new_event: &'static str,
    pub no_events: &'static str,
    pub no_events_what_to_do: &'static str,
    pub promise_device: &'static str,
    pub promise_offline: &'static str,
    pub promise_markdown: &'static str,
    pub noted: fn(usize, usize) -> String,
    pub characters: fn(usize) -> String,
    /// Where there is little room.
    pub characters_short: fn(usize) -> String,
    pub characters_meaning: &'static str,
    /// With its meaning said.
    pub characters_of_text: fn(usize) -> String,
    pub minutes: fn(usize) -> String,
    // Event form
    pub event_name: &'static str,
    pub event_name_hint: &'static str,
    pub event_name_missing: &'static str,
    pub short_name: &'static str,
    pub first_day: &'static str,
    pub last_day: &'static str,
    pub days_wrong: &'static str,
    pub venue: &'static str,
    pub hashtag: &'static str,
    pub hashtag_hint: &'static str,
    pub hashtag_wrong: &'static str,
    pub link: &'static str,
    pub link_wrong: &'static str,
    pub time_zone: &'static str,
    pub time_zone_wrong: &'static str,
    pub role: &'static str,
    pub role_unsaid: &'static str,
    pub role_attendee: &'static str,
    pub role_speaker: &'static str,
    pub role_staff: &'static str,
    pub role_sponsor: &'static str,
    pub more_details: &'static str,
    pub template: &'static str,
    pub create: &'static str,
    pub report_title: &'static str,
    pub report_title_default: fn(&str) -> String,
    pub emoji: &'static str,
    pub emoji_hint: &'static str,
    pub emoji_wrong: &'static str,
    pub emoji_none: &'static str,
    pub topics: &'static str,
    pub topics_hint: &'static str,
    pub head: &'static str,
    pub head_heading: &'static str,
    pub head_front_matter: &'static str,
    pub details: &'static str,
    pub the_event: &'static str,
    pub the_report: &'static str,
    pub delete_event: &'static str,
    pub event_deleted: fn(&str) -> String,
    // Notes
    pub notes: &'static str,
    pub report: &'static str,
    pub event_parts: &'static str,
    pub sections: &'static str,
    pub no_sections: &'static str,
    pub no_sections_what_to_do: &'static str,
    pub add_section: &'static str,
    pub add_nested: &'static str,
    pub new_section: &'static str,
    pub new_nested: &'static str,
    pub untitled: &'static str,
    pub not_written: &'static str,
    /// A section as the template made it.
    pub as_template: &'static str,
    pub left_out: &'static str,
    pub section_actions: fn(&str) -> String,
    pub move_up: &'static str,
    pub move_down: &'static str,
    pub nest: &'static str,
    pub unnest: &'static str,
    pub leave_out: &'static str,
    pub take_in: &'static str,
    pub rename: &'static str,
    pub renamed: fn(&str) -> String,
    pub save_name: &'static str,
    pub delete: &'static str,
    pub section_deleted: fn(&str) -> String,
    pub sections_deleted: fn(usize) -> String,
    pub restored: fn(&str) -> String,
    pub sections_restored: fn(usize) -> String,
    /// The title, which one it is now, and of how many.
    pub moved_up: fn(&str, usize, usize) -> String,
    pub moved_down: fn(&str, usize, usize) -> String,
    pub nested: fn(&str) -> String,
    pub unnested: fn(&str) -> String,
    pub taken_out: fn(&str) -> String,
    pub taken_in: fn(&str) -> String,
    pub sections_split: fn(usize) -> String,
    pub fence_closed: &'static str,
    pub keys_hint: &'static str,
    pub copy_beside: &'static str,
    // Two texts of one section
    pub copies: &'static str,
    pub copies_there: fn(usize) -> String,
    pub copies_about: &'static str,
    pub compare: &'static str,
    pub this_version: &'static str,
    pub other_version: fn(usize) -> String,
    pub keep_this: &'static str,
    pub keep_both: &'static str,
    pub kept_this: fn(&str) -> String,
    pub kept_both: fn(&str) -> String,
    pub no_copies: &'static str,
    // Writing
    pub text_of: fn(&str) -> String,
    pub placeholder: &'static str,
    pub pick_section: &'static str,
    pub formatting: &'static str,
    pub list: &'static str,
    pub check_list: &'static str,
    pub heading: &'static str,
    pub bold: &'static str,
    pub code: &'static str,
    pub insert_link: &'static str,
    pub undo_typing: &'static str,
    pub redo_typing: &'static str,
    // Report
    pub preview: &'static str,
    pub preview_empty: &'static str,
    pub too_large: &'static str,
    pub footnotes: &'static str,
    pub back_to_text: &'static str,
    pub picture_elsewhere: &'static str,
    pub table: &'static str,
    pub code_block: &'static str,
    pub checked: &'static str,
    pub unchecked: &'static str,
    pub alert_note: &'static str,
    pub alert_tip: &'static str,
    pub alert_important: &'static str,
    pub alert_warning: &'static str,
    pub alert_caution: &'static str,
    pub download: &'static str,
    pub download_short: &'static str,
    pub copy: &'static str,
    pub share: &'static str,
    pub downloaded: fn(&str) -> String,
    pub copied: &'static str,
    pub failed_download: &'static str,
    pub failed_copy: &'static str,
    pub failed_share: &'static str,
    // Settings
    pub profile: &'static str,
    pub profile_hint: &'static str,
    pub your_name: &'static str,
    pub handles: &'static str,
    pub handles_hint: &'static str,
    pub language: &'static str,
    pub language_system: &'static str,
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
}

/// A whole number with its thousands set apart, as both languages write it.
pub(super) fn number(value: usize) -> String {
    let digits = value.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn thousands_are_set_apart() {
        for (value, expected) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(number(value), expected);
        }
    }
}
