//! A plain text area: its text, its selection, and changing it in a way that the
//! browser's own undo goes through.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use super::{Fault, dom};

/// The selection in UTF-16 units, `start <= end`.
pub fn selection(area: &HtmlTextAreaElement) -> Result<(u32, u32), Fault> {
    let start = area.selection_start()?.unwrap_or(0);
    let end = area.selection_end()?.unwrap_or(start);
    Ok((start, end.max(start)))
}

/// Whether the person may be typing in it: it has the focus, and its window too.
pub fn is_written_in(area: &HtmlTextAreaElement) -> bool {
    let document = area.owner_document();
    document.is_some_and(|document| {
        let active = document.active_element();
        active.is_some_and(|active| active == ***area) && document.has_focus().unwrap_or(false)
    })
}

/// Whether the person may be typing in the one whose `data-section` is this.
pub fn is_section_written_in(section: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| {
        let active = document.active_element();
        let named = active.and_then(|active| active.get_attribute("data-section"));
        named.as_deref() == Some(section) && document.has_focus().unwrap_or(false)
    })
}

/// Replaces `start..end` (UTF-16 units) by `insert` and selects `select`.
///
/// `execCommand` is the only way that keeps the browser's undo in a text area;
/// where it does nothing the range is set directly, which loses the undo but not
/// the text.
pub fn replace(
    area: &HtmlTextAreaElement,
    (start, end): (u32, u32),
    insert: &str,
    select: (u32, u32),
) -> Result<(), Fault> {
    area.focus()?;
    area.set_selection_range(start, end)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| Fault::missing("document"))?;
    let document: HtmlDocument = document.unchecked_into();
    let done = if insert.is_empty() {
        start == end || document.exec_command("delete")?
    } else {
        document.exec_command_with_show_ui_and_value("insertText", false, insert)?
    };
    if !done {
        area.set_range_text_with_start_and_end(insert, start, end)?;
    }
    area.set_selection_range(select.0, select.1)?;
    Ok(())
}

/// The text area in which a section stands on the screen, and which section that is.
pub fn on_screen() -> Option<(HtmlTextAreaElement, String)> {
    let document = web_sys::window()?.document()?;
    let area = document
        .query_selector("textarea[data-section]")
        .ok()
        .flatten()?;
    let section = area.get_attribute("data-section")?;
    Some((area.dyn_into().ok()?, section))
}

/// Where the parts of a text begin that stands in the area, and behind them where the last one
/// ends: in CSS pixels below the upper edge of the area. The parts begin where lines begin, the
/// first where the text does.
///
/// A text area does not say where its lines are; a copy of it that wraps as it does can be asked.
pub fn tops<'t>(
    area: &HtmlTextAreaElement,
    parts: impl Iterator<Item = &'t str>,
) -> Result<Vec<f64>, Fault> {
    let parent = area
        .parent_element()
        .ok_or_else(|| Fault::missing("the parent"))?;
    let copy = dom::element("div", "writer-text writer-copy")?;
    let style = copy.unchecked_ref::<web_sys::HtmlElement>().style();
    style.set_property("width", &format!("{}px", area.client_width()))?;
    let mut lines = Vec::new();
    for part in parts {
        let line = dom::element("div", "")?;
        line.set_text_content(Some(part));
        copy.append_child(&line)?;
        lines.push(line);
    }
    parent.append_child(&copy)?;
    let edge = copy.get_bounding_client_rect().top();
    let boxes = lines.iter().map(|line| line.get_bounding_client_rect());
    let (mut tops, mut end) = (Vec::with_capacity(lines.len() + 1), 0.0);
    for line in boxes {
        tops.push(line.top() - edge);
        end = line.bottom() - edge;
    }
    tops.push(end);
    copy.remove();
    Ok(tops)
}

/// Brings the line into view that begins `top` CSS pixels below the upper edge of the area.
pub fn show_line(area: &HtmlTextAreaElement, top: f64) -> Result<(), Fault> {
    let parent = area
        .parent_element()
        .ok_or_else(|| Fault::missing("the parent"))?;
    let line = dom::element("div", "writer-line")?;
    let style = line.unchecked_ref::<web_sys::HtmlElement>().style();
    let top = area.offset_top() + top as i32;
    style.set_property("top", &format!("{top}px"))?;
    parent.append_child(&line)?;
    dom::show(&line);
    line.remove();
    Ok(())
}

/// The browser's own undo and redo, through all that was typed and done.
pub fn history(area: &HtmlTextAreaElement, command: &'static str) -> Result<(), Fault> {
    area.focus()?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| Fault::missing("document"))?;
    let document: HtmlDocument = document.unchecked_into();
    document.exec_command(command)?;
    Ok(())
}
