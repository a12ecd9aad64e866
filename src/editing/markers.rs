//! Where the markers of emphasis stand: `**`, `*`, `~~`. Knows no lines and no selection.
//!
//! A run of one or of three asterisks has a `*`, one of two or of three a `**`: so both can stand
//! around the same text.

/// Whether a text ends within what the markers stand around.
pub fn is_odd(text: &str, marker: &str) -> bool {
    markers(text, marker).len() % 2 == 1
}

/// Where the markers stand. A single one is the last of a run of odd length, unless the run has
/// white space on both sides (CommonMark 6.2).
pub fn markers(text: &str, marker: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(at) = text[rest..].find(&marker[..1]) {
        let start = rest + at;
        let end = start + run(&text[start..], marker);
        let spaced = text[..start].ends_with(' ') && text[end..].starts_with(' ');
        match marker.len() {
            1 if (end - start) % 2 == 1 && !spaced => found.push(end - 1),
            1 => {}
            length => found.extend((0..(end - start) / length).map(|nth| start + nth * length)),
        }
        rest = end;
    }
    found
}

/// How often the character of the marker stands at the start of a text.
fn run(text: &str, marker: &str) -> usize {
    text.len() - text.trim_start_matches(&marker[..1]).len()
}

/// Whether a text begins with the marker.
pub fn starts_with(text: &str, marker: &str) -> bool {
    has(run(text, marker), marker)
}

/// Whether a text ends with the marker.
pub fn ends_with(text: &str, marker: &str) -> bool {
    has(
        text.len() - text.trim_end_matches(&marker[..1]).len(),
        marker,
    )
}

/// Whether a run of this length holds the marker.
fn has(run: usize, marker: &str) -> bool {
    match marker.len() {
        1 => run % 2 == 1,
        length => run >= length,
    }
}
