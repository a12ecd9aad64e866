//! Identities. Made from random bits that the caller brings, never here.

use std::fmt;

/// The alphabet of Crockford's base 32: no letter that is mistaken for a digit.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many characters an identity has: 60 bits, enough for a library of
/// millions without a collision in sight.
const LENGTH: usize = 12;

fn from_bits(mut bits: u64) -> String {
    let mut text = String::with_capacity(LENGTH);
    for _ in 0..LENGTH {
        text.push(char::from(ALPHABET[(bits & 31) as usize]));
        bits >>= 5;
    }
    text
}

macro_rules! identity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(String);

        impl $name {
            /// A new identity from 64 random bits (60 are used).
            pub fn from_bits(bits: u64) -> Self {
                Self(from_bits(bits))
            }

            /// An identity that was read from somewhere; any text will do.
            pub fn from_text(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

identity! {
    /// One conference.
    EventId
}
impl EventId {
    /// What begins the identity of a sample and no other: the alphabet has no `l`.
    const SAMPLE: &str = "sample-";

    /// The identity of a sample, from 64 random bits: two that meet in a backup stay two.
    pub fn of_sample(bits: u64) -> Self {
        Self(format!("{}{}", Self::SAMPLE, from_bits(bits)))
    }

    pub fn is_of_sample(&self) -> bool {
        self.0.starts_with(Self::SAMPLE)
    }
}

identity! {
    /// One section of a report, wherever it stands.
    SectionId
}
identity! {
    /// One slot of a programme, through every issue of it.
    SessionId
}
identity! {
    /// One open page that writes: a tab, from its load to its end.
    WriterId
}

/// FNV-1a, 64 bits: the same on every device and in every version, which the
/// standard library's hasher does not promise.
/// <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>
pub fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_become_twelve_plain_characters() {
        assert_eq!(EventId::from_bits(0).as_str(), "000000000000");
        assert_eq!(EventId::from_bits(u64::MAX).as_str(), "zzzzzzzzzzzz");
        assert_ne!(SectionId::from_bits(1), SectionId::from_bits(2));
    }

    #[test]
    fn a_sample_is_told_by_its_identity() {
        assert!(EventId::of_sample(1).is_of_sample());
        assert_ne!(EventId::of_sample(1), EventId::of_sample(2));
        assert!(!EventId::from_bits(u64::MAX).is_of_sample());
    }

    #[test]
    fn fingerprints_are_those_of_the_definition() {
        assert_eq!(fingerprint(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fingerprint("foobar"), 0x8594_4171_f739_67e8);
    }
}
