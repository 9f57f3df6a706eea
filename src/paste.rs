//! What copying and pasting leaves behind: invisible characters, odd blanks, quotes.

use std::borrow::Cow;

/// The text without invisible characters and outer blanks and quotes; inner odd blanks become
/// ordinary ones.
pub fn clean(text: &str) -> Cow<'_, str> {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric();
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        let ends = text.as_bytes().first().zip(text.as_bytes().last());
        if ends.is_some_and(|(first, last)| is_plain(first) && is_plain(last)) {
            return Cow::Borrowed(text);
        }
        return Cow::Borrowed(text.trim_matches(is_outside));
    }
    let visible: String = text
        .chars()
        .filter(|character| !is_invisible(*character))
        .map(|character| if character.is_whitespace() { ' ' } else { character })
        .collect();
    Cow::Owned(visible.trim_matches(is_outside).to_owned())
}

/// At most so many characters, with an ellipsis where some are left out: messages name a value,
/// they do not repeat it.
pub fn shortened(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some((at, _)) => [text.get(..at).unwrap_or_default(), "…"].concat(),
        None => text.to_owned(),
    }
}

/// Lower case, with hyphens for blanks and underscores: how the closed answers are named.
pub fn slug(text: &str) -> String {
    let mut bytes = text.as_bytes().to_ascii_lowercase();
    for byte in &mut bytes {
        if matches!(byte, b' ' | b'_') {
            *byte = b'-';
        }
    }
    // INVARIANT: only ASCII characters were exchanged, for ASCII characters.
    String::from_utf8(bytes).unwrap_or_default()
}

fn is_outside(character: char) -> bool {
    matches!(character, ' ' | '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | ',' | ';')
}

/// Zero-width, bidirectional and control characters, soft hyphen, byte-order mark.
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
    fn cleaning() {
        for (text, expected) in [
            ("contoso.com", "contoso.com"),
            ("  contoso.com ", "contoso.com"),
            ("\u{feff}contoso\u{200b}.com\u{a0}", "contoso.com"),
            ("\"contoso.com\",", "contoso.com"),
            ("„contoso.com“", "contoso.com"),
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
    fn shortening() {
        for (text, expected) in [("", ""), ("abc", "abc"), ("abcd", "abc…"), ("äöüß", "äöü…")]
        {
            assert_eq!(shortened(text, 3), expected, "{text}");
        }
    }

    #[test]
    fn slugs() {
        assert_eq!(slug("Volume Licensing"), "volume-licensing");
        assert_eq!(slug("WEB_DIRECT"), "web-direct");
    }
}
