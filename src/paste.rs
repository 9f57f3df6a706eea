//! Removes the traces of copying and pasting: invisible characters, unusual spaces, quotes.

use std::borrow::Cow;

/// Removes invisible characters, and spaces and quotes around the text. Unusual spaces inside
/// become ordinary ones.
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_printable(text.as_bytes()) {
        return Cow::Borrowed(trimmed(text));
    }
    let visible: String = text
        .chars()
        .filter(|character| !is_invisible(*character))
        .map(|character| if character.is_whitespace() { ' ' } else { character })
        .collect();
    Cow::Owned(without_surroundings(&visible).to_owned())
}

/// Like [`clean`], for text that is known to consist of printable ASCII.
pub fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [] => text,
        [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => text,
        _ => without_surroundings(text),
    }
}

/// Also without the formula by which a spreadsheet keeps a number as text: `="5357564"`.
fn without_surroundings(text: &str) -> &str {
    let text = text.trim_matches(is_surrounding);
    let formula = text.strip_prefix("=\"");
    formula.map_or(text, |text| text.trim_matches(is_surrounding))
}

/// Is every byte printable ASCII? Looks at eight bytes at a time.
fn is_printable(text: &[u8]) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const EVERY: u64 = 0x0101_0101_0101_0101;
    let is_word = |word: &[u8]| {
        let word = u64::from_le_bytes(word.try_into().unwrap_or_default());
        // The first sum sets a byte's highest bit from the space on, the second one beyond the
        // tilde.
        let from_blank = (word & !HIGH) + EVERY * 0x60;
        let after_tilde = (word & !HIGH) + EVERY;
        from_blank & !after_tilde & !word & HIGH == HIGH
    };
    let mut words = text.chunks_exact(8);
    words.all(is_word) && words.remainder().iter().all(|byte| (b' '..0x7f).contains(byte))
}

/// Cuts a text to this many characters, with an ellipsis in place of the rest. Messages name a
/// value but do not repeat all of it.
pub fn shortened(mut text: String, length: usize) -> String {
    if let Some((at, _)) = text.char_indices().nth(length) {
        text.truncate(at);
        text.push('…');
    }
    text
}

/// The text in lower case, with hyphens for spaces and underscores, in the style of the names of
/// closed lists.
pub fn slug(text: &str) -> String {
    // INVARIANT: ASCII characters are only replaced by ASCII characters.
    String::from_utf8(text.bytes().map(slug_byte).collect()).unwrap_or_default()
}

/// Is `name` the [`slug`] of the text?
pub fn is_slug(name: &str, text: &str) -> bool {
    let is_same = |(name, typed): (u8, u8)| name == slug_byte(typed);
    name.len() == text.len() && name.bytes().zip(text.bytes()).all(is_same)
}

fn slug_byte(byte: u8) -> u8 {
    if matches!(byte, b' ' | b'_') { b'-' } else { byte.to_ascii_lowercase() }
}

fn is_surrounding(character: char) -> bool {
    matches!(character, ' ' | '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | ',' | ';')
}

/// Zero-width, bidirectional and control characters, the soft hyphen and the byte-order mark.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        || (character.is_control() && !character.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleans() {
        for (text, expected) in [
            ("contoso.com", "contoso.com"),
            ("  contoso.com ", "contoso.com"),
            ("\u{feff}contoso\u{200b}.com\u{a0}", "contoso.com"),
            ("\"contoso.com\",", "contoso.com"),
            ("„contoso.com“", "contoso.com"),
            ("=\"5357564\"", "5357564"),
            ("\u{feff}=\"5357564\" ", "5357564"),
            ("=5357564", "=5357564"),
            ("a\u{a0}b\tc\nd", "a b c d"),
            ("\u{202e}moc.osotnoc", "moc.osotnoc"),
            ("a\u{0}b", "ab"),
            ("münchen.de", "münchen.de"),
            ("\u{200b}", ""),
        ] {
            assert_eq!(clean(text), expected, "{text:?}");
        }
    }

    #[test]
    fn shortens() {
        for (text, expected) in [("", ""), ("abc", "abc"), ("abcd", "abc…"), ("äöüß", "äöü…")]
        {
            assert_eq!(shortened(text.to_owned(), 3), expected, "{text}");
        }
    }

    /// Every byte at every position of a word and of the remainder.
    #[test]
    fn printable_bytes() {
        for byte in 0..=u8::MAX {
            for at in 0..11 {
                let mut text = [b'a'; 11];
                text[at] = byte;
                assert_eq!(is_printable(&text), (b' '..=b'~').contains(&byte), "{byte} {at}");
            }
        }
    }

    #[test]
    fn slugs() {
        for (name, text, is) in [
            ("web-direct", "Web Direct", true),
            ("web-direct", "WEB_DIRECT", true),
            ("web-direct", "webdirect", false),
            ("web-direct", "web-directs", false),
            ("", "", true),
        ] {
            assert_eq!(is_slug(name, text), is, "{text}");
            assert_eq!(slug(text) == name, is, "{text}");
        }
        assert_eq!(slug("Volume Licensing"), "volume-licensing");
        assert_eq!(slug("WEB_DIRECT"), "web-direct");
    }
}
