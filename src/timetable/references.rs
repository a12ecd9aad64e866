//! Character references, `&amp;` and `&#233;`, as XML and HTML have them.
//!
//! Owns what one reference stands for, and how a text is cut at them. Knows no tags. What is
//! unknown stays as it is written, so no entity that a document declares is ever expanded.

/// What a name stands for: the names of HTML 4, which are those that people and their editors
/// write, and the one that XML has besides
/// (<https://html.spec.whatwg.org/multipage/named-characters.html>,
/// <https://www.w3.org/TR/xml/#sec-predefined-ent>).
fn named(name: &str) -> Option<char> {
    let (names, characters) = NAMES.get(name.len().wrapping_sub(2))?;
    let mut names = names.as_bytes().chunks(name.len());
    let at = names.position(|known| known == name.as_bytes())?;
    characters.chars().nth(at)
}

/// The names of two letters, of three and so on, and what they stand for.
const NAMES: [(&str, &str); 5] = [
    ("ltgtlegenemupi", "<>≤≥≠μπ"),
    ("ampzwjyenumlnotshyregdegETHeth", "&\u{200d}¥¨¬\u{ad}®°Ðð"),
    (
        "quotaposbulleurorarrlarruarrdarrharrrArrYumlbetaenspemspzwnjnbspcentsectcopyordfmacr\
         sup2sup3parasup1ordmAumlEumlIumlOumlUumlaumleumliumloumluumlyuml",
        "\"'•€→←↑↓↔⇒Ÿβ\u{2002}\u{2003}\u{200c}\u{a0}¢§©ª¯²³¶¹ºÄËÏÖÜäëïöüÿ",
    ),
    (
        "ndashmdashlsquorsquoldquordquosbquobdquotradeasympinfinminusOEligoeligprimealpha\
         gammadeltasigmaomegaiexclpoundlaquoacutemicrocedilraquoAcircAringAEligEcircIcirc\
         OcirctimesUcircTHORNszligacircaringaeligecircicircocircucircthorn",
        "–—‘’“”‚„™≈∞−Œœ′αγδσω¡£«´µ¸»ÂÅÆÊÎÔ×ÛÞßâåæêîôûþ",
    ),
    (
        "helliplsaquorsaquoScaronscarondaggerlambdathinspcurrenbrvbarplusmnmiddotfrac14frac12\
         frac34iquestAgraveAacuteAtildeCcedilEgraveEacuteIgraveIacuteNtildeOgraveOacuteOtilde\
         OslashUgraveUacuteYacuteagraveaacuteatildeccedilegraveeacuteigraveiacutentildeograve\
         oacuteotildedivideoslashugraveuacuteyacute",
        "…‹›Šš†λ\u{2009}¤¦±·¼½¾¿ÀÁÃÇÈÉÌÍÑÒÓÕØÙÚÝàáãçèéìíñòóõ÷øùúý",
    ),
];

/// The next piece of a text: characters as they stand, or what a reference stands for.
pub(super) enum Piece<'t> {
    Text(&'t str),
    Char(char),
}

/// A text with what its references stand for, put behind another.
pub(super) fn decode(mut text: &str, out: &mut String) {
    while let Some(piece) = piece(&mut text) {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Char(c) => out.push(c),
        }
    }
}

/// Takes the next piece off a text.
pub(super) fn piece<'t>(text: &mut &'t str) -> Option<Piece<'t>> {
    let whole: &'t str = text;
    let bytes = whole.as_bytes();
    let mark = *bytes.first()? == b'&';
    if mark {
        // No name is longer than these; a far semicolon is not worth to be looked for.
        let near = bytes.iter().take(12).position(|byte| *byte == b';');
        if let Some(end) = near
            && let Some(c) = reference(&whole[1..end])
        {
            *text = &whole[end + 1..];
            return Some(Piece::Char(c));
        }
    }
    let skipped = usize::from(mark);
    let end = whole[skipped..]
        .find('&')
        .map_or(whole.len(), |at| at + skipped);
    let (piece, rest) = whole.split_at(end);
    *text = rest;
    Some(Piece::Text(piece))
}

/// What stands between `&` and `;`.
fn reference(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return named(name);
    };
    let (digits, base) = match number.strip_prefix(['x', 'X']) {
        Some(hex) => (hex, 16),
        None => (number, 10),
    };
    if digits.starts_with('+') {
        return None;
    }
    let code = u32::from_str_radix(digits, base).ok()?;
    // Written for Windows-1252, and read so by browsers
    // (https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state).
    if (0x80..0xA0).contains(&code) {
        return WINDOWS.chars().nth(code as usize - 0x80);
    }
    char::from_u32(code)
}

/// From 0x80 to 0x9F of Windows-1252.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
