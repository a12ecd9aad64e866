//! What stands in the lines of a text: alerts in lists, embeds, pictures, footnotes, code fences,
//! line breaks.

use std::ops::Range;

use super::printer::Printer;
use crate::domain::{is_web_address, sorted_by_key};
use crate::markdown::constructs::code;
use crate::markdown::constructs::embed::Embed;
use crate::markdown::constructs::inline_note;
use crate::markdown::constructs::picture::Picture;
use crate::markdown::lines::line_at;
use crate::markdown::{Alert, Standing, Words, anatomy, bare_address};

/// What takes the place of a range.
type Edit = (Range<usize>, String);

/// Prints lines without boxes.
pub(super) fn print(printer: &mut Printer<'_>, text: &str) -> String {
    let parts = anatomy(text);
    let alerts = parts.alerts.into_iter();
    let mut edits: Vec<Edit> = alerts
        .filter_map(|(kind, range)| alert(printer, text, kind, range))
        .collect();
    // What stands in these is printed with them.
    let printed: Vec<Range<usize>> = edits.iter().map(|(range, _)| range.clone()).collect();
    for block in &parts.words {
        let before = printed.partition_point(|it| it.start <= block.range.start);
        if before > 0 && block.range.start < printed[before - 1].end {
            continue;
        }
        words(printer, text, block, &mut edits);
        if block.is_top {
            cards(printer, text, &block.range, &mut edits);
        }
        if printer.dialect.joins_lines() && block.standing == Standing::Paragraph {
            let mark = |at: &usize| (*at..*at, "  ".to_owned());
            edits.extend(block.soft_breaks.iter().map(mark));
        }
    }
    for code in parts.codes.iter().filter(|code| code.info.is_some()) {
        fence(printer, text, &code.range, &mut edits);
    }
    for html in &parts.html {
        let tag = text[html.range.clone()].trim_end();
        if let Some(picture) = Picture::from_html(tag) {
            let printed = printer.dialect.picture(&picture);
            // Where HTML is understood it stays as it is written.
            if printed != picture.in_html() {
                let start = html.range.start;
                edits.push((start..start + tag.len(), printed));
            }
        }
    }
    apply(text, edits)
}

/// The text with the edits; of two that meet, the first.
fn apply(text: &str, edits: Vec<Edit>) -> String {
    let edits = sorted_by_key(edits, |(range, _)| (range.start, range.end));
    let mut printed = String::with_capacity(text.len());
    let mut at = 0;
    for (range, new) in edits {
        if range.start >= at {
            printed += &text[at..range.start];
            printed += &new;
            at = range.end;
        }
    }
    printed + &text[at..]
}

/// So wide a margin is repeated at most, for each line of an alert.
const WIDEST: usize = 100;

/// An alert that is a part of a list: as it is spelt anew, its lines keep their margin.
fn alert(printer: &mut Printer<'_>, text: &str, kind: Alert, range: Range<usize>) -> Option<Edit> {
    let begin = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[begin..range.start];
    if before.contains('>') || before.len() > WIDEST {
        return None;
    }
    let quote = text[range.clone()].trim_end();
    let mut body = String::new();
    for line in quote.lines().skip(1) {
        let line = line.trim_start_matches([' ', '\t']);
        let words = line.strip_prefix('>').unwrap_or(line);
        body += words.strip_prefix(' ').unwrap_or(words);
        body += "\n";
    }
    let margin = before.replace(|c| c != '\t', " ");
    let printed = printer.in_list(kind, &body)?;
    let mut lines = String::new();
    for line in printed.trim_end().lines() {
        if !lines.is_empty() {
            lines += "\n";
            lines += if line.is_empty() { "" } else { &margin };
        }
        lines += line;
    }
    Some((range.start..range.start + quote.len(), lines))
}

/// Embeds, pictures, footnotes and tildes in the words of one block, but not in code or addresses.
fn words(printer: &mut Printer<'_>, text: &str, block: &Words, edits: &mut Vec<Edit>) {
    let range = &block.range;
    let mut tildes = Vec::new();
    let mut at = range.start;
    let mut apart = block.holes.iter().peekable();
    while at < range.end {
        while apart.next_if(|range| range.end <= at).is_some() {}
        if let Some(range) = apart.peek().filter(|range| range.start <= at) {
            at = range.end;
            continue;
        }
        let rest = &text[at..range.end];
        let Some(sign) = rest.find(['\\', '@', '!', '^', '~', 'h']) else {
            break;
        };
        if sign > 0 {
            let next = at + sign;
            at = apart.peek().map_or(next, |range| next.min(range.start));
            continue;
        }
        at += match rest.as_bytes()[0] {
            b'\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            b'@' => embed(printer, at, rest, edits),
            b'!' => picture(printer, at, rest, edits),
            b'^' => note(printer, at, rest, edits),
            b'h' => address(at, rest, edits),
            _ => {
                let count = rest.len() - rest.trim_start_matches('~').len();
                tildes.extend((count == 1).then_some(at));
                count
            }
        };
    }
    if printer.dialect.strikes_by_one() && tildes.len() > 1 {
        edits.extend(tildes.into_iter().map(|at| (at..at, "\\".to_owned())));
    }
}

/// An address. Places let one go on to the next space; in angle brackets it ends before Japanese
/// punctuation as in the preview.
fn address(at: usize, rest: &str, edits: &mut Vec<Edit>) -> usize {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`');
    let Some(length) = bare_address(rest) else {
        return 1;
    };
    let goes_on = rest[length..].starts_with(|c: char| !c.is_ascii() && !c.is_whitespace());
    if goes_on {
        if is_web_address(&rest[..length]) {
            edits.push((at..at + length, format!("<{}>", &rest[..length])));
        }
        return length;
    }
    rest.find(ends).unwrap_or(rest.len())
}

fn embed(printer: &Printer<'_>, at: usize, rest: &str, edits: &mut Vec<Edit>) -> usize {
    let Some((embed, length)) = Embed::at_start(rest) else {
        return 1;
    };
    if let Some(address) = embed.address().filter(|_| !printer.dialect.knows_embeds()) {
        let card = printer.dialect.card(&address);
        edits.push((at..at + length, card.unwrap_or(address)));
    }
    length
}

fn picture(printer: &Printer<'_>, at: usize, rest: &str, edits: &mut Vec<Edit>) -> usize {
    let Some((picture, length)) = Picture::at_start(rest) else {
        return 1;
    };
    let printed = printer.dialect.picture(&picture);
    if printed != rest[..length] {
        edits.push((at..at + length, printed));
    }
    length
}

/// `^[words]` becomes a reference where that is no footnote.
fn note(printer: &mut Printer<'_>, at: usize, rest: &str, edits: &mut Vec<Edit>) -> usize {
    let note = inline_note(rest).filter(|_| !printer.dialect.has_inline_notes());
    let Some((words, length)) = note else {
        return 1;
    };
    let label = loop {
        printer.numbered += 1;
        let label = format!("note-{}", printer.numbered);
        if !printer.labels.contains(&label) {
            break label;
        }
    };
    edits.push((at..at + length, format!("[^{label}]")));
    printer.notes.push((label, words.replace('\n', " ")));
    length
}

/// Addresses that are alone on their line.
fn cards(printer: &Printer<'_>, text: &str, range: &Range<usize>, edits: &mut Vec<Edit>) {
    let mut at = range.start;
    while at < range.end {
        let (line, next) = line_at(text, at);
        let address = line.trim();
        if is_web_address(address)
            && let Some(card) = printer.dialect.card(address)
        {
            let start = at + line.len() - line.trim_start().len();
            edits.push((start..start + address.len(), card));
        }
        at = next;
    }
}

/// The info string of a fence, and the name of the file above it where it is not seen otherwise.
fn fence(printer: &Printer<'_>, text: &str, range: &Range<usize>, edits: &mut Vec<Edit>) {
    let line = line_at(text, range.start).0;
    let said = line.trim_start_matches(['`', '~']);
    if said.len() == line.len() {
        return;
    }
    let start = range.start + line.len() - said.len();
    let Some(info) = code::info(said) else { return };
    let (printed, is_above) = printer.dialect.code(&info);
    if is_above {
        let begin = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
        let margin = &text[begin..range.start];
        if margin.trim_matches([' ', '>']).is_empty() {
            let bare = margin.trim_end();
            let parted = text[..begin].trim_end_matches([' ', '>']);
            let is_parted = parted.is_empty() || parted.ends_with("\n\n");
            let above = if is_parted {
                ""
            } else {
                &[bare, "\n"].concat()
            };
            let name = info.file.replace('`', "");
            edits.push((begin..begin, format!("{above}{margin}`{name}`\n{bare}\n")));
        }
    }
    if printed != said.trim() {
        edits.push((start..start + said.len(), printed));
    }
}
