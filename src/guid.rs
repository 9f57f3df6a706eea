//! GUIDs as people paste them.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::list::names;

/// A GUID. It is displayed in lower case with hyphens.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Guid {
    // Two halves, because WebAssembly has no integers wider than 64 bits.
    high: u64,
    low: u64,
}

names! {
    /// The ways in which a text fails to be an identifier.
    pub enum ShapeFault {
        /// Too few characters.
        TooShort = "too-short",
        /// Too many characters.
        TooLong = "too-long",
        /// A character that such an identifier cannot contain.
        BadCharacter = "bad-character",
        /// The characters are right, but their grouping is not.
        Shape = "shape",
        /// It is several identifiers, and one is asked for.
        Several = "several",
    }
}

impl Guid {
    /// The GUID that is all zeros.
    pub const NIL: Self = Self { high: 0, low: 0 };

    /// A GUID from its two halves, for constants.
    pub const fn from_halves(high: u64, low: u64) -> Self {
        Self { high, low }
    }

    /// Hashes the GUID to 64 bits. With a seed that nobody can know in advance, nobody can choose
    /// GUIDs that collide and make a table slow.
    pub const fn hash(self, seed: u64) -> u64 {
        mixed(self.low ^ mixed(self.high ^ seed))
    }

    /// Parses a GUID in any case, with or without braces, and with all, some or none of its
    /// hyphens.
    ///
    /// # Errors
    ///
    /// The way in which the text fails. A wrong character takes precedence over a wrong length.
    ///
    /// ```
    /// use cpor_preflight::guid::{Guid, ShapeFault};
    ///
    /// let guid = Guid::parse("{3F1C7A52-9B0E-4D6A-8C27-5E41F0A9D3B6}").unwrap();
    /// assert_eq!(guid.to_string(), "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6");
    /// assert_eq!(Guid::parse("3f1c7a52"), Err(ShapeFault::TooShort));
    /// ```
    pub fn parse(text: &str) -> Result<Self, ShapeFault> {
        if let Some(guid) = Self::canonical(text.as_bytes()) {
            return Ok(guid);
        }
        let text = text.trim().trim_start_matches(['{', '(']).trim_end_matches(['}', ')']);
        let (mut high, mut low) = (0_u64, 0_u64);
        let mut digits = 0_u32;
        let mut misplaced = false;
        let mut after_hyphen = false;
        for byte in text.bytes() {
            if byte == b'-' {
                misplaced |= after_hyphen || !HYPHENS_AFTER.contains(&digits);
                after_hyphen = true;
                continue;
            }
            let digit = match byte {
                b'0'..=b'9' => byte - b'0',
                b'a'..=b'f' => byte - b'a' + 10,
                b'A'..=b'F' => byte - b'A' + 10,
                _ => return Err(ShapeFault::BadCharacter),
            };
            let half = if digits < 16 { &mut high } else { &mut low };
            *half = *half << 4 | u64::from(digit);
            digits = digits.saturating_add(1);
            after_hyphen = false;
        }
        match digits {
            ..32 => Err(ShapeFault::TooShort),
            32 if misplaced => Err(ShapeFault::Shape),
            32 => Ok(Self { high, low }),
            _ => Err(ShapeFault::TooLong),
        }
    }

    /// Parses a GUID with all its hyphens and nothing around it, which is what almost all texts
    /// are. Reads eight digits at a time.
    fn canonical(text: &[u8]) -> Option<Self> {
        let text: &[u8; 36] = text.try_into().ok()?;
        let [a, b, c, d, e, f, g, h, b'-', text @ ..] = text else { return None };
        let [i, j, k, l, b'-', m, n, o, p, b'-', text @ ..] = text else { return None };
        let [q, r, s, t, b'-', u, v, w, x, rest @ ..] = text else { return None };
        let first = eight_digits([*a, *b, *c, *d, *e, *f, *g, *h])?;
        let second = eight_digits([*i, *j, *k, *l, *m, *n, *o, *p])?;
        let third = eight_digits([*q, *r, *s, *t, *u, *v, *w, *x])?;
        let last = eight_digits(*rest)?;
        Some(Self { high: first << 32 | second, low: third << 32 | last })
    }

    /// Is the text the canonical form of this GUID, byte for byte?
    ///
    /// ```
    /// # use cpor_preflight::guid::Guid;
    /// let id = Guid::parse("{3F1C7A52-9B0E-4D6A-8C27-5E41F0A9D3B6}").unwrap();
    /// assert!(id.is_written("3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6"));
    /// assert!(!id.is_written("3F1C7A52-9B0E-4D6A-8C27-5E41F0A9D3B6"));
    /// ```
    pub fn is_written(self, text: &str) -> bool {
        let text = text.as_bytes();
        Self::canonical(text) == Some(self) && !text.iter().any(u8::is_ascii_uppercase)
    }

    /// The first complete GUID with all its hyphens in a longer text, such as the URL of a portal.
    pub fn find(text: &str) -> Option<Self> {
        text.split(|character: char| !(character.is_ascii_hexdigit() || character == '-'))
            .filter(|word| word.len() == 36)
            .find_map(|word| Self::parse(word).ok())
    }
}

/// The value of eight hexadecimal digits.
fn eight_digits(digits: [u8; 8]) -> Option<u64> {
    const EVERY: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = EVERY * 0x80;
    let word = u64::from_be_bytes(digits);
    // Each sum sets a byte's highest bit from that character on.
    let from = |character: u8, word: u64| word + EVERY * u64::from(0x80 - character);
    let small = (word | (EVERY * 0x20)) & !HIGH;
    let is_digit = from(b'0', word & !HIGH) & !from(b'9' + 1, word & !HIGH);
    let is_letter = from(b'a', small) & !from(b'f' + 1, small);
    if (is_digit | is_letter) & !word & HIGH != HIGH {
        return None;
    }
    // Bit 6 is set for letters. Their low four bits count from 1 for A.
    let nibbles = (word & (EVERY * 0xf)) + ((word >> 6) & EVERY) * 9;
    let pairs = (nibbles | (nibbles >> 4)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs | (pairs >> 8)) & 0x0000_ffff_0000_ffff;
    Some((fours | (fours >> 16)) & 0xffff_ffff)
}

/// Combines two hashes. Every bit of either one affects every bit of the result.
#[cfg(feature = "core")]
pub(crate) const fn joined(one: u64, other: u64) -> u64 {
    mixed(one ^ mixed(other))
}

/// Mixes the bits of a number. Every bit affects every bit of the result.
///
/// source: MurmurHash3, 64-bit finalizer
pub(crate) const fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    bits = (bits ^ (bits >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    bits ^ (bits >> 33)
}

/// The numbers of digits after which the canonical form has a hyphen.
const HYPHENS_AFTER: [u32; 4] = [8, 12, 16, 20];

impl fmt::Display for Guid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [b'-'; 36];
        let digits = text.iter_mut().enumerate().filter(|(at, _)| !matches!(at, 8 | 13 | 18 | 23));
        for (position, (_, digit)) in digits.enumerate() {
            let half = if position < 16 { self.high } else { self.low };
            let nibble = (half >> (60 - position % 16 * 4) & 0xf) as u8;
            *digit = if nibble < 10 { b'0' + nibble } else { b'a' - 10 + nibble };
        }
        formatter.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl Serialize for Guid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTOSO: &str = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";

    #[test]
    fn parses_and_names_the_fault() {
        let contoso = Guid::parse(CONTOSO).unwrap();
        assert_eq!(Guid::from_halves(0x3f1c_7a52_9b0e_4d6a, 0x8c27_5e41_f0a9_d3b6), contoso);
        assert_eq!(contoso.to_string(), CONTOSO);
        for text in [
            "3F1C7A52-9B0E-4D6A-8C27-5E41F0A9D3B6",
            "{3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6}",
            " 3f1c7a529b0e4d6a8c275e41f0a9d3b6 ",
            "3f1c7a52-9b0e4d6a8c27-5e41f0a9d3b6",
        ] {
            assert_eq!(Guid::parse(text), Ok(contoso), "{text}");
        }
        for (text, fault) in [
            ("", ShapeFault::TooShort),
            ("3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b", ShapeFault::TooShort),
            ("3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b61", ShapeFault::TooLong),
            ("3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3bg", ShapeFault::BadCharacter),
            ("3f1c7a5-29b0e-4d6a-8c27-5e41f0a9d3b6", ShapeFault::Shape),
            ("3f1c7a52--9b0e-4d6a-8c27-5e41f0a9d3b6", ShapeFault::Shape),
            ("3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6-", ShapeFault::Shape),
            ("-3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", ShapeFault::Shape),
        ] {
            assert_eq!(Guid::parse(text), Err(fault), "{text}");
        }
    }

    /// Every single-byte change of a GUID yields another GUID or a fault.
    #[test]
    fn every_single_byte_change() {
        for at in 0..CONTOSO.len() {
            for byte in 32..127_u8 {
                let mut bytes = CONTOSO.as_bytes().to_vec();
                bytes[at] = byte;
                let text = String::from_utf8(bytes).unwrap();
                let was_hyphen = CONTOSO.as_bytes()[at] == b'-';
                let edge = at == 0 || at == CONTOSO.len() - 1;
                let expected = match byte {
                    b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F' if was_hyphen => {
                        Err(ShapeFault::TooLong)
                    }
                    b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F' => Ok(text.to_lowercase()),
                    b'-' if was_hyphen => Ok(text.clone()),
                    b'-' => Err(ShapeFault::TooShort),
                    b' ' if edge => Err(ShapeFault::TooShort),
                    b'{' | b'(' if at == 0 => Err(ShapeFault::TooShort),
                    b'}' | b')' if at == 35 => Err(ShapeFault::TooShort),
                    _ => Err(ShapeFault::BadCharacter),
                };
                assert_eq!(Guid::parse(&text).map(|guid| guid.to_string()), expected, "{text}");
            }
        }
    }

    /// Reading eight digits at a time and letter by letter yields the same.
    #[test]
    fn canonical_and_other_forms_agree() {
        for at in 0..CONTOSO.len() {
            for byte in 0..=u8::MAX {
                let mut bytes = CONTOSO.as_bytes().to_vec();
                bytes[at] = byte;
                let in_braces = [b"{", &*bytes, b"}"].concat();
                let is_canonical = byte == b'-' || byte.is_ascii_hexdigit();
                let due = std::str::from_utf8(&in_braces).ok().filter(|_| is_canonical);
                let due = due.and_then(|text| Guid::parse(text).ok());
                assert_eq!(Guid::canonical(&bytes), due, "{at} {byte}");
            }
        }
    }

    #[test]
    fn every_bit_changes_the_hash() {
        let guid = Guid::parse(CONTOSO).unwrap();
        for bit in 0..64 {
            let high = Guid { high: guid.high ^ (1 << bit), ..guid };
            let low = Guid { low: guid.low ^ (1 << bit), ..guid };
            let seed = guid.hash(5 ^ (1 << bit));
            assert!(![high.hash(5), low.hash(5), seed].contains(&guid.hash(5)), "{bit}");
        }
    }

    #[cfg(feature = "core")]
    #[test]
    fn every_bit_of_either_number_counts() {
        let [one, other] = [mixed(1), mixed(2)];
        for bit in 0..64 {
            let changed = [joined(one ^ (1 << bit), other), joined(one, other ^ (1 << bit))];
            assert!(!changed.contains(&joined(one, other)), "{bit}");
        }
    }

    /// The function is a bijection: its steps can be reversed.
    #[test]
    fn no_two_numbers_are_mixed_alike() {
        let inverse = |odd: u64| {
            let better =
                |so_far: u64, _| so_far.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(so_far)));
            (0..6).fold(odd, better)
        };
        for number in (0..1_000_u64).map(|number| number.wrapping_mul(0x9e37_79b9_7f4a_7c15)) {
            let mut bits = mixed(number);
            for factor in [0xc4ce_b9fe_1a85_ec53, 0xff51_afd7_ed55_8ccd] {
                bits = (bits ^ (bits >> 33)).wrapping_mul(inverse(factor));
            }
            assert_eq!(bits ^ (bits >> 33), number);
        }
    }

    #[test]
    fn inside_a_url() {
        let url = format!("https://admin.example/tenant/{CONTOSO}/overview?x=1");
        assert_eq!(Guid::find(&url), Guid::parse(CONTOSO).ok());
        assert_eq!(Guid::find("https://admin.example/abcd-ef/"), None);
        assert_eq!(Guid::find(&url.replacen('-', "", 1)), None);
    }
}
