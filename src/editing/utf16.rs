//! Offsets in UTF-16 units, as a text area counts, and in bytes of UTF-8, as Rust does.
//!
//! A character has two UTF-16 units if it has four bytes in UTF-8, else one. Both directions
//! count eight bytes at a time, because a caret at the end of a long text is looked up at every
//! key.

/// The byte at which the UTF-16 unit `offset` stands. Within a surrogate pair it is the start of
/// the character, behind the end it is the end of the text.
pub fn utf16_to_byte(text: &str, offset: usize) -> usize {
    let (words, _) = text.as_bytes().as_chunks::<8>();
    let (mut byte, mut left) = (0, offset);
    for word in words {
        let units = units_in_word(*word);
        if units > left {
            break;
        }
        left -= units;
        byte += 8;
    }
    // The word may have ended within a character: its first byte is counted, the others are free.
    for &next in &text.as_bytes()[byte..] {
        let units = units_of_byte(next);
        if units > left {
            break;
        }
        left -= units;
        byte += 1;
    }
    byte
}

/// The UTF-16 units before `byte`, a character boundary; behind the end, those of the whole text.
pub fn byte_to_utf16(text: &str, byte: usize) -> usize {
    let before = &text.as_bytes()[..byte.min(text.len())];
    let (words, rest) = before.as_chunks::<8>();
    let in_words: usize = words.iter().map(|word| units_in_word(*word)).sum();
    in_words + rest.iter().map(|byte| units_of_byte(*byte)).sum::<usize>()
}

/// A first byte stands for its character's units, a continuation byte (`10xxxxxx`) for none.
fn units_of_byte(byte: u8) -> usize {
    match byte {
        0x80..=0xBF => 0,
        0xF0.. => 2,
        _ => 1,
    }
}

/// [`units_of_byte`] summed over eight bytes: one for each, less those that begin with the bits
/// `10`, plus those that begin with `1111`.
fn units_in_word(word: [u8; 8]) -> usize {
    const LOWEST_BITS: u64 = 0x0101_0101_0101_0101;
    let word = u64::from_le_bytes(word);
    let (bit7, bit6, bit5, bit4) = (word >> 7, word >> 6, word >> 5, word >> 4);
    let continuing = (bit7 & !bit6 & LOWEST_BITS).count_ones() as usize;
    let four_bytes = (bit7 & bit6 & bit5 & bit4 & LOWEST_BITS).count_ones() as usize;
    8 - continuing + four_bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a¢あ😀か\u{3099}👩‍💻\r\n末尾 of the text, long enough for a few words 🎉";

    #[test]
    fn both_directions_agree_with_the_standard_library() {
        let mut units = 0;
        for (byte, character) in TEXT.char_indices() {
            assert_eq!(byte_to_utf16(TEXT, byte), units, "{character}");
            assert_eq!(utf16_to_byte(TEXT, units), byte, "{character}");
            units += character.len_utf16();
        }
        assert_eq!(byte_to_utf16(TEXT, TEXT.len()), units);
        assert_eq!(utf16_to_byte(TEXT, units), TEXT.len());
    }

    #[test]
    fn within_a_surrogate_pair_is_the_start_of_the_character() {
        assert_eq!(utf16_to_byte("😀", 1), 0);
        assert_eq!(utf16_to_byte("あ😀い", 2), 3);
    }

    #[test]
    fn behind_the_end_is_the_end() {
        assert_eq!(utf16_to_byte("あ", 5), 3);
        assert_eq!(byte_to_utf16("あ", 5), 1);
    }
}
