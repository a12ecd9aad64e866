//! What the cells of a table are called. Where a place has no tables, each is read with the name of
//! its column.

use leptos::web_sys::Element;

use crate::browser::{Fault, dom};

/// Gives every cell below `element` the name of its column.
pub(super) fn name_cells(element: &Element) -> Result<(), Fault> {
    for table in dom::all(element, "table")? {
        let heads = dom::all(&table, "th")?;
        for row in dom::all(&table, "tbody tr")? {
            for (head, cell) in heads.iter().zip(dom::all(&row, "td")?) {
                let name = head.text_content().filter(|name| !name.is_empty());
                if let Some(name) = name {
                    cell.set_attribute("data-head", &name)?;
                }
            }
        }
    }
    Ok(())
}
