//! The emoji that a heading may begin with.
//!
//! Without tables of Unicode: the blocks in which emoji live, and the marks
//! that join them, <https://www.unicode.org/reports/tr51/#Definitions>.

const VARIATION_SELECTOR: char = '\u{fe0f}';
const JOINER: char = '\u{200d}';
const KEYCAP: char = '\u{20e3}';

/// Whether `text` is one emoji and nothing else.
pub fn is_emoji(text: &str) -> bool {
    leading_emoji(text) == Some(text)
}

/// The emoji at the start of `text`, with everything that is joined to it.
pub fn leading_emoji(text: &str) -> Option<&str> {
    let mut end = one(text)?;
    while let Some(next) = text[end..].strip_prefix(JOINER).and_then(one) {
        end += JOINER.len_utf8() + next;
    }
    Some(&text[..end])
}

/// A title whose emoji at the start stays on the line of the word behind it.
pub fn with_bound_emoji(title: &str) -> String {
    let emoji = leading_emoji(title).unwrap_or_default();
    match title[emoji.len()..].strip_prefix(' ') {
        Some(words) if !emoji.is_empty() => format!("{emoji}\u{a0}{words}"),
        _ => title.to_owned(),
    }
}

/// The length in bytes of one emoji with its modifiers.
fn one(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    let (_, first) = chars.next()?;
    let second = chars.peek().map(|(_, c)| *c);
    match first {
        '0'..='9' | '#' | '*' => {
            let rest = text[1..]
                .strip_prefix(VARIATION_SELECTOR)
                .unwrap_or(&text[1..]);
            return rest
                .starts_with(KEYCAP)
                .then(|| text.len() - rest.len() + KEYCAP.len_utf8());
        }
        // A flag is a pair of regional indicators.
        '\u{1f1e6}'..='\u{1f1ff}' => {
            return matches!(second, Some('\u{1f1e6}'..='\u{1f1ff}')).then_some(8);
        }
        '\u{1f000}'..='\u{1faff}' => {}
        // Symbols that are text unless they are told to be emoji, or are emoji by default.
        '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{231a}' | '\u{231b}' => {}
        '\u{23e9}'..='\u{23f3}' | '\u{25fd}' | '\u{25fe}' => {}
        _ if second == Some(VARIATION_SELECTOR) => {}
        _ => return None,
    }
    let modified = chars.find(|(_, c)| !is_modifier(*c));
    Some(modified.map_or(text.len(), |(end, _)| end))
}

fn is_modifier(c: char) -> bool {
    // Skin tones, the emoji presentation, and the tags of flags of regions.
    c == VARIATION_SELECTOR || matches!(c, '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
}
