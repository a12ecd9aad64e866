//! The name by which a link inside the report finds a heading, as GitHub makes it.

use std::collections::HashMap;

use super::names::Key;
use super::section::Section;

/// Names the headings of a report: of equal ones the second and later end in `-1`, `-2`, …
/// Returns the blocks in which one has another name now.
pub(super) fn name_headings(sections: &mut [Section]) -> Vec<(Key, usize)> {
    let mut taken = HashMap::new();
    let mut changed = Vec::new();
    for section in sections {
        for (index, block) in section.blocks.iter_mut().enumerate() {
            let slugs = block.tree.headings.iter();
            let names: Vec<String> = slugs.map(|slug| name(&mut taken, slug)).collect();
            if names != block.anchors {
                block.anchors = names;
                changed.push((section.key.clone(), index));
            }
        }
    }
    changed
}

/// The name of the next heading with this slug. `taken` holds every name that there is, and
/// the last number that was put behind it.
fn name(taken: &mut HashMap<String, usize>, slug: &str) -> String {
    let mut name = slug.to_owned();
    while !name.is_empty() && taken.contains_key(&name) {
        let number = taken.entry(slug.to_owned()).or_default();
        *number += 1;
        name = format!("{slug}-{number}");
    }
    taken.insert(name.clone(), 0);
    name
}

/// Lower case, punctuation removed, spaces to hyphens.
pub(super) fn slug(title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    for c in title.trim().chars().flat_map(char::to_lowercase) {
        match c {
            ' ' | '\u{3000}' => slug.push('-'),
            '-' | '_' => slug.push(c),
            c if c.is_alphanumeric() || is_mark(c) => slug.push(c),
            _ => {}
        }
    }
    slug
}

/// Voicing and prolonged sound marks belong to the words that they stand in.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | 'ー' | '々'
    )
}
