//! The stories, each run in every browser at every size.

mod accessible;
mod backup;
mod beside;
mod columns;
mod commands;
mod dragging;
mod failing;
mod files;
pub mod fills;
mod finding;
mod form;
mod hall;
mod history;
mod hostile;
mod installed;
mod joining;
mod keeping;
mod keyboard;
mod kill;
mod lab;
mod large;
mod looks;
mod offline;
mod outline;
mod palette;
mod phone;
mod preview;
mod printing;
mod publishing;
mod report;
mod rescue;
mod safekeeping;
mod sample;
mod searching;
pub mod steps;
mod tabs;
mod taking;
mod taps;
mod together;
mod typing;
mod venue;
mod versions;
mod whole;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::LazyLock;

use libtest_mimic::{Arguments, Failed, Trial};

use crate::engine::{Device, Engine, Size};
use crate::idle;
use crate::mutants;
use crate::page::Page;
use crate::remote::{Desk, STEERED};
use crate::server::{LAB, MOUNT, Site};
use crate::world::{World, empty_folder};

/// Browsers at once. They wait more than they work: on two cores four are done in half the time of two.
const AT_ONCE: usize = 4;

/// What a person does, and where.
#[derive(Clone, Copy)]
struct Story {
    name: &'static str,
    /// The path of the page on its origin.
    place: &'static str,
    tell: fn(&mut Page<'_>),
    sizes: &'static [Size],
    /// Whether the browser is closed and opened again.
    reopens: bool,
}

/// Where the two sizes show different screens, or the issue is one of the hand.
const BOTH: &[Size] = &Size::ALL;

/// Where they differ in nothing that is told: a story is told in the size in which
/// it happens, and the whole takes a third less time.
const PHONE: &[Size] = &[Size::Phone];
const DESKTOP: &[Size] = &[Size::Desktop];

impl Story {
    fn is_steered(self, engine: Engine) -> bool {
        self.reopens && engine == Engine::WebKit
    }
}

/// The name of a story is the name of its function.
macro_rules! stories {
    (at $place:expr, $sizes:expr, reopens: $reopens:expr; $($module:ident::$tell:ident),* $(,)?) => {
        [$(Story {
            name: stringify!($tell),
            place: $place,
            tell: $module::$tell,
            sizes: $sizes,
            reopens: $reopens,
        }),*]
    };
}

/// Made when the first story needs it, so that a run without stories is quick.
static WORLD: LazyLock<Result<World, String>> = LazyLock::new(|| World::make(&engines()));

/// Runs what the arguments of `cargo test` select.
pub fn run() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = arguments.test_threads.or(Some(AT_ONCE));
    let mut trials = vec![Trial::test("mutants_can_be_made", || {
        Ok(mutants::can_be_made()?)
    })];
    for engine in engines() {
        // Stories of one size follow each other, in the same browsers.
        for size in Size::ALL {
            for story in all().into_iter().filter(|it| it.sizes.contains(&size)) {
                let name = format!("{engine}::{size}::{}", story.name);
                trials.push(Trial::test(name.clone(), move || {
                    tell(&name, engine, size, story)
                }));
            }
        }
    }
    let code = libtest_mimic::run(&arguments, trials).exit_code();
    idle::close_all();
    code
}

fn all() -> Vec<Story> {
    let mut all = Vec::new();
    all.extend(stories![at LAB, PHONE, reopens: false;
        lab::finds_types_and_reads,
        lab::has_the_device_of_the_person,
        lab::downloads_a_file,
        lab::hears_every_complaint,
        lab::counts_calls_to_a_stranger,
        lab::composes_with_an_input_method,
    ]);
    // WebKit is closed without its driver, and then has one size of window.
    all.extend(stories![at MOUNT, DESKTOP, reopens: true;
        keeping::is_there_after_the_browser_was_closed,
        offline::opens_after_the_browser_was_closed_with_the_network_off,
        kill::a_killed_browser_loses_nothing_saved,
        kill::a_killed_tab_loses_at_most_the_last_moment,
    ]);
    all.extend(stories![at MOUNT, BOTH, reopens: false;
        publishing::where_it_was_published_is_noted,
        beside::an_earlier_event_stands_beside_looking_back,
        accessible::axe_finds_nothing_on_any_screen,
        accessible::axe_finds_nothing_in_the_look_of_a_place,
        safekeeping::twenty_minutes_without_a_copy_are_told,
        offline::opens_with_the_network_off,
        offline::a_first_visit_that_is_cut_keeps_no_half,
        offline::a_new_version_waits_until_it_may_come,
        sample::a_sample_comes_and_goes_with_one_tap,
        printing::the_report_is_printed_and_nothing_else,
        report::writes_a_report_of_two_days,
        report::what_nobody_wrote_counts_for_nothing,
        commands::every_command_is_done_and_undone,
        typing::lines_that_were_begun_stay_while_the_focus_is_elsewhere,
        typing::an_empty_section_is_written_below_its_heading,
        typing::an_input_method_is_left_alone,
        typing::a_composition_under_way_is_not_disturbed,
        outline::renames_deletes_and_takes_back,
        dragging::a_section_is_dragged,
        dragging::several_are_dragged,
        dragging::a_long_list_scrolls_while_something_is_dragged,
        joining::a_section_is_cut_at_the_caret,
        joining::a_section_is_joined_with_the_one_above,
        finding::words_are_found_in_a_section,
        searching::a_search_finds_words_however_they_were_typed,
        searching::a_search_opens_a_place_and_is_come_back_to,
        files::a_file_updates_the_report,
        whole::the_whole_report_is_written_as_one_text,
        whole::what_goes_from_the_whole_is_named_first,
        keyboard::writes_without_a_mouse,
        rescue::a_stop_keeps_what_was_typed,
        taps::a_task_is_checked_where_it_is_written,
        taps::a_tap_on_a_block_leads_to_where_it_is_written,
        venue::a_programme_is_shown_before_it_is_taken_in,
        venue::stars_make_the_skeleton_of_the_report,
    ]);
    all.extend(stories![at MOUNT, PHONE, reopens: false;
        dragging::back_ends_choosing,
        safekeeping::the_sign_tells_how_notes_are_kept,
        safekeeping::the_browser_is_asked_once_to_keep,
        safekeeping::a_tab_of_safari_says_once_that_it_forgets,
        safekeeping::the_home_screen_of_ios_brings_notes_over,
        versions::an_older_page_leaves_alone_what_a_newer_one_wrote,
        installed::can_be_installed,
        installed::the_icon_begins_a_note,
        venue::the_page_opens_on_the_session_that_runs,
        venue::a_second_import_touches_no_word,
        venue::a_talk_after_midnight_is_on_the_evening_before,
        venue::from_the_evening_before_to_the_file,
        venue::the_shortcut_leads_to_what_is_on,
        hall::a_reload_in_the_hall_keeps_what_is_a_tap_away,
        hall::of_two_talks_at_once_it_is_where_she_writes,
        hall::in_a_break_the_page_opens_on_the_timetable,
        hall::the_timetable_is_where_she_left_it,
        hall::a_star_brings_a_deleted_memo_back,
        hall::what_is_shared_goes_where_it_belongs,
        installed::what_is_shared_becomes_a_section,
        phone::leafs_through_the_sections,
        phone::the_count_leaves_room_for_the_ways_on,
        phone::the_title_is_one_line_beside_the_sign,
        looks::what_comes_into_view_is_in_sight,
        phone::the_keyboard_is_hidden_by_a_button,
        phone::the_line_that_is_written_stands_above_the_keyboard,
        typing::lists_go_on_and_end,
        commands::lists_of_all_kinds_go_on,
        commands::the_bar_says_what_a_button_does,
        joining::a_cut_is_taken_back,
        finding::a_search_is_emptied_the_same_way_everywhere,
        finding::words_are_replaced_in_the_report,
        typing::a_new_heading_splits_the_section,
        keeping::is_there_after_a_reload,
        files::only_what_was_typed_changes,
        whole::what_was_just_written_in_the_whole_stays,
        whole::a_report_begins_as_one_text,
        whole::line_ends_stay_in_the_whole,
        files::a_file_stays_itself_to_the_byte,
        files::a_file_that_is_hardly_a_report_stays_itself,
        files::what_a_file_is_written_in_is_told,
        files::what_is_no_text_is_not_opened,
        files::a_file_is_dropped_or_pasted,
        preview::what_is_wide_scrolls_and_the_page_does_not,
        taps::links_in_the_report_lead_and_come_back,
        taps::code_is_copied_without_its_button,
        taps::a_thumb_finds_the_box_of_a_task,
        hostile::hostile_markdown_does_nothing,
        hostile::hostile_rich_text_does_nothing,
        history::an_earlier_text_comes_back,
        outline::leaves_out_and_takes_in,
        outline::a_section_takes_those_beneath_along,
        dragging::a_finger_drags_by_the_grip_and_scrolls_by_the_rest,
        dragging::several_are_left_out_deleted_and_taken_back,
        outline::moves_and_nests_by_buttons,
        report::the_template_says_what_is_known,
        report::the_head_is_the_one_that_was_chosen,
        report::copies_the_report,
        report::shares_where_there_is_a_sheet,
        report::starts_in_another_language,
        publishing::the_same_report_goes_to_each_place,
        publishing::what_would_go_wrong_is_said_and_mended_by_a_tap,
        publishing::findings_are_mended_one_after_the_other,
        publishing::the_preview_of_note_is_what_its_editor_takes,
        publishing::the_preview_is_that_of_the_place,
        publishing::an_old_report_is_pasted_and_fit_to_be_published,
        taking::rich_text_for_note_is_on_the_clipboard,
        taking::the_body_alone_is_copied,
        taking::a_page_of_its_own_is_downloaded,
        taking::a_page_is_shared_where_there_is_a_sheet,
        taking::a_report_is_announced,
        publishing::an_article_of_zenn_has_a_kind_and_a_name,
        form::a_new_event_waits_for_what_is_wrong,
        form::an_event_that_was_begun_is_there_again,
        form::an_event_starts_like_an_earlier_one,
        form::nothing_wrong_is_lost_or_put_right_unseen,
        form::a_deleted_event_comes_back,
        preview::shows_what_markdown_means,
        history::what_was_deleted_comes_back_from_the_trash,
        history::the_trash_is_emptied_after_thirty_days_of_use,
        history::a_pause_keeps_a_text,
        backup::a_backup_brings_everything_along,
        backup::two_devices_exchange_backups,
        backup::another_file_is_no_backup,
        failing::site_data_cleared_under_the_page_is_asked_about,
        failing::cleared_notes_can_be_let_go,
        failing::a_lost_connection_is_opened_again,
        failing::an_archive_that_hangs_is_told,
        failing::an_archive_that_aborts_is_told,
        failing::keepers_that_are_not_there_are_told,
        failing::a_full_store_leaves_the_other,
        keeping::what_is_newer_is_left_alone,
        keeping::a_clock_that_jumps_decides_nothing,
        keeping::pages_of_one_origin_do_not_meet,
        failing::the_sign_tells_the_truth_about_failing_keepers,
        failing::a_draft_that_was_taken_back_is_written_again,
        keeping::both_keepers_hold_the_text,
        keeping::writes_to_the_archive_are_strict,
        keeping::a_draft_alone_is_enough,
        keeping::the_archive_alone_is_enough,
        keeping::what_cannot_be_read_stays,
        rescue::notes_are_there_when_the_page_cannot_start,
        rescue::says_so_when_there_are_no_notes,
        rescue::a_stop_keeps_the_whole_text,
        printing::the_notes_are_printed_where_no_report_is_shown,
        sample::a_sample_is_there_with_the_network_off,
        sample::a_sample_in_english_becomes_ones_own,
        sample::a_backup_brings_the_sample_along,
        sample::a_sample_that_cannot_be_fetched_is_told,
        looks::a_chosen_theme_wins_over_the_device,
        looks::a_dark_hall_is_one_tap_away,
        looks::a_dark_hall_comes_at_once,
        looks::an_address_that_leads_nowhere_leads_on,
        looks::what_was_done_is_told_beside_the_buttons,
        looks::what_is_chosen_shows_in_high_contrast,
        looks::a_chosen_text_size_stays,
        looks::the_largest_text_fits_the_narrowest_phone,
        looks::words_that_are_set_apart_fit,
        looks::days_and_counts_are_those_of_intl,
        fills::what_is_to_be_watched_later_is_put_in,
        fills::marked_lines_are_put_in_and_followed,
        fills::her_own_talk_is_put_in,
        fills::memos_are_put_in_order,
    ]);
    all.extend(stories![at MOUNT, DESKTOP, reopens: false;
        typing::undo_goes_through_typing_and_commands,
        commands::tab_moves_items_and_leaves_after_escape,
        commands::an_address_over_words_links_them,
        commands::rich_text_becomes_markdown,
        commands::arrows_go_along_the_bar,
        typing::an_open_code_block_is_closed,
        finding::words_are_replaced_in_a_section,
        finding::finding_goes_along_with_typing,
        preview::a_key_touches_only_its_block,
        publishing::findings_follow_the_typing,
        taking::more_ways_come_and_go_by_keys,
        preview::follows_the_caret,
        fills::a_list_that_stands_open_is_put_in,
        preview::a_private_heading_hides_what_is_beneath_it,
        preview::a_definition_reaches_other_sections,
        preview::a_long_report_stays_in_order,
        together::text_and_preview_scroll_together,
        large::a_table_of_a_million_cells_is_typed_in,
        large::a_long_section_keeps_its_order,
        large::a_list_of_five_hundred_levels_is_typed_in,
        large::a_line_of_two_megabytes_is_typed_in,
        large::two_thousand_sections_are_written_in,
        large::a_preview_that_hung_waits_to_be_asked,
        tabs::what_one_saves_appears_in_the_other,
        outline::moves_and_nests_by_keys,
        dragging::a_drag_is_given_up,
        dragging::those_nested_are_dragged_along,
        dragging::another_tab_changes_the_list_under_a_drag,
        dragging::several_are_chosen_and_moved_by_keys,
        dragging::a_range_is_chosen_with_shift,
        outline::a_deleted_section_leaves_the_text_to_the_next,
        outline::keys_close_and_take_back,
        outline::the_line_that_takes_back_stays_under_the_pointer,
        columns::each_column_can_be_hidden,
        palette::commands_and_sections_are_found_by_keys,
        palette::selected_words_are_linked_by_the_same_keys,
        palette::a_question_mark_shows_the_shortcuts,
        taps::a_box_follows_the_text_also_when_drawing_is_slow,
        typing::one_undo_takes_back_what_was_typed_at_one_go,
        typing::undo_stays_in_its_section,
        whole::a_section_is_moved_in_the_whole,
        whole::sections_are_joined_and_parted_in_the_whole,
        whole::another_tab_writes_while_the_whole_is_written,
        tabs::both_texts_of_one_section_stay,
        tabs::one_of_two_texts_is_chosen,
        tabs::typing_brings_a_deleted_section_back,
        tabs::a_deleted_event_has_nothing_to_decide,
        tabs::both_texts_become_sections,
        tabs::an_old_tab_writes_nothing_stale,
    ]);
    all
}

/// `BROWSERS=chromium,firefox` narrows.
pub fn engines() -> Vec<Engine> {
    let wanted = std::env::var("BROWSERS").unwrap_or_default();
    let wanted: Vec<&str> = wanted
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    let engines: Vec<Engine> = Engine::ALL
        .into_iter()
        .filter(|engine| wanted.is_empty() || wanted.contains(&engine.to_string().as_str()))
        .collect();
    assert!(
        !engines.is_empty(),
        "BROWSERS names chromium, firefox or webkit"
    );
    engines
}

/// One story, which finds nothing of another; a failure carries what was seen.
fn tell(name: &str, engine: Engine, size: Size, story: Story) -> Result<(), Failed> {
    let world = WORLD.as_ref()?;
    let home = empty_folder(&name.replace("::", "-"))?;
    let device = Device {
        size,
        dark: false,
        language: "ja",
        flags: &[],
    };
    let page = |site: &Site, place: &str| {
        let url = format!("{}{place}", site.origin);
        Page::new(engine, device, &world.tools, home, url)
    };
    let mut page = if story.is_steered(engine) {
        let desk = Desk::default();
        let site = Site::serve_steered(&world.dist, &desk);
        page(&site, STEERED).hosted_by(site).steered(desk)
    } else {
        let site = Site::serve(&world.dist);
        let page = page(&site, &format!("{}/", story.place)).hosted_by(site);
        if story.reopens { page } else { page.sharing() }
    };
    let told = catch_unwind(AssertUnwindSafe(|| {
        page.open();
        page.finds_nothing_of_another_story();
        (story.tell)(&mut page);
        page.complains_about_nothing();
    }));
    match told {
        Ok(()) => page.give_back(),
        Err(panic) => {
            let why = format!("{}\n{}", message(&*panic), page.evidence());
            return Err(why.into());
        }
    }
    Ok(())
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    owned
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic")
}
