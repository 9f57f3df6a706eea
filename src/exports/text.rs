//! Decodes bytes and makes names comparable.

use std::borrow::Cow;

pub mod binary;
pub mod clothes;
pub mod printed;

/// Decodes UTF-8, or UTF-16 with a byte-order mark or recognizable by the zeros of its ASCII
/// characters.
pub fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let (unit, rest): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xff, 0xfe, rest @ ..] => (u16::from_le_bytes, rest),
        [0xfe, 0xff, rest @ ..] => (u16::from_be_bytes, rest),
        [1..=255, 0, 1..=255, 0, ..] => (u16::from_le_bytes, bytes),
        [0, 1..=255, 0, 1..=255, ..] => (u16::from_be_bytes, bytes),
        _ => return String::from_utf8_lossy(bytes),
    };
    let pairs = rest.chunks_exact(2);
    let is_odd = !pairs.remainder().is_empty();
    // A lost byte shifts everything after it and turns ASCII into characters whose lower byte is
    // zero.
    let mut shifted = 0;
    let units = pairs.filter_map(|pair| {
        let unit = unit(pair.try_into().ok()?);
        let is_shifted = unit & 0xff == 0 && unit < 0x7f00;
        shifted = if is_shifted { shifted + 1 } else { 0 };
        Some(if shifted > 2 { REPLACEMENT } else { unit })
    });
    let lossy = |unit: Result<char, _>| unit.unwrap_or(char::REPLACEMENT_CHARACTER);
    let mut text = String::with_capacity(rest.len() / 2);
    text.extend(char::decode_utf16(units).map(lossy));
    text.extend(is_odd.then_some(char::REPLACEMENT_CHARACTER));
    text.into()
}

/// Letters and digits alone, in lower case: `Customer Tenant-ID` becomes `customertenantid`.
pub fn plain(name: &str) -> String {
    if name.is_ascii() {
        let bytes = name.bytes().filter(u8::is_ascii_alphanumeric);
        let lower = bytes.map(|byte| byte.to_ascii_lowercase()).collect();
        // INVARIANT: ASCII characters are only replaced by ASCII characters.
        return String::from_utf8(lower).unwrap_or_default();
    }
    let characters = name.chars().filter(|character| character.is_alphanumeric());
    characters.flat_map(char::to_lowercase).collect()
}

/// Is `plain` what [`plain`] makes of the name?
pub fn is_plain(plain: &str, name: &str) -> bool {
    let characters = name.chars().filter(|character| character.is_alphanumeric());
    plain.chars().eq(characters.flat_map(char::to_lowercase))
}

/// Did a program write the name of a type, or an ellipsis, in place of the values of a list?
pub fn is_flattened(text: &str) -> bool {
    let is_type = text.starts_with("System.") || text.starts_with("Microsoft.");
    is_type && !text.contains(' ') || text.starts_with("@{")
}

const REPLACEMENT: u16 = 0xfffd;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"a", "a"),
            (b"\xc3\xbc", "ü"),
            (b"\xef\xbb\xbfa", "\u{feff}a"),
            (b"\xfcber", "\u{fffd}ber"),
            (b"\xff\xfea\0b\0", "ab"),
            (b"\xfe\xff\0a\0b", "ab"),
            (b"a\0b\0\xfc\0", "abü"),
            (b"\0a\0b\0\xfc", "abü"),
            (b"\xff\xfea\0b", "a\u{fffd}"),
            (b"\xff\xfe\x3d\xd8\x00\xde", "😀"),
            (b"\xff\xfe\x3d\xd8a\0", "\u{fffd}a"),
            (b"\xff\xfea\0\0a\0b\0c\0d", "a\u{6100}\u{6200}\u{fffd}\u{fffd}"),
            (b"\xff\xfe\0\x4e\0\x4ea\0", "一一a"),
            (b"\xff\xfe\0\x7f\0\x7f\0\x7f", "缀缀缀"),
        ] {
            assert_eq!(decoded(bytes), text, "{bytes:?}");
        }
    }
}
