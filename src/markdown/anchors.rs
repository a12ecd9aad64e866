//! The name by which a link inside the report finds a heading, as GitHub makes it.

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
