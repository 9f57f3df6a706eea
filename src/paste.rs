//! Removes the traces of copying and pasting: invisible characters, unusual spaces, quotes.

use std::borrow::Cow;

/// Removes invisible characters, and spaces and quotes around the text. Unusual spaces and hyphens
/// inside become ordinary ones.
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_printable(text.as_bytes()) {
        return Cow::Borrowed(trimmed(text));
    }
    let visible: String =
        text.chars().filter(|character| !is_invisible(*character)).map(plain).collect();
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

/// Where a text first has another one in it. The standard library's search, which is faster in long
/// texts, adds 10 KB to the download.
pub(crate) fn position(text: &str, part: &str) -> Option<usize> {
    // Nothing is in every text.
    let length = part.len().max(1);
    let is_it = |bytes: &[u8]| bytes.starts_with(part.as_bytes());
    text.as_bytes().windows(length).position(is_it)
}

/// A text in lower case, see [`small`].
pub(crate) fn lower(text: &str) -> String {
    text.chars().map(small).collect()
}

/// A letter in lower case, in the scripts of Europe. The standard library's tables for all scripts add
/// 10 KB to the download.
pub(crate) fn small(letter: char) -> char {
    let code = u32::from(letter);
    let distance = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => 1 - code % 2,
        'Ĺ'..='ň' | 'Ź'..='ž' => code % 2,
        _ => 0,
    };
    char::from_u32(code + distance).unwrap_or(letter)
}

/// Is this a letter or a digit, and not a sign? Outside of ASCII, by the blocks of signs: Unicode's tables
/// of letters add 4 KB to the download.
pub(crate) fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || character >= 'À'
            && !matches!(character, '×' | '÷' | '\u{2000}'..='\u{303f}' | '\u{fe00}'..='\u{fe6f}' | '\u{feff}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
}

/// A text as names are compared: without blanks and signs, in lower case.
#[cfg(feature = "core")]
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|sign| is_letter(*sign)).map(small).collect()
}

/// A text without such signs at its beginning. One function for all signs: each pattern that the
/// standard library is used with adds to the download.
#[inline(never)]
pub(crate) fn without_start(text: &str, is_sign: fn(char) -> bool) -> &str {
    text.trim_start_matches(is_sign)
}

/// A text without such signs at its end.
#[inline(never)]
pub(crate) fn without_end(text: &str, is_sign: fn(char) -> bool) -> &str {
    text.trim_end_matches(is_sign)
}

/// Also without the formula by which a spreadsheet keeps a number as text (`="5357564"`), and without
/// the period of a sentence.
fn without_surroundings(text: &str) -> &str {
    let text = text.trim_matches(is_surrounding);
    let formula = text.strip_prefix("=\"");
    let text = formula.map_or(text, |text| text.trim_matches(is_surrounding));
    match text.strip_suffix('.') {
        Some(rest) if rest.ends_with(|last: char| is_letter(last) || last == ')') => rest,
        _ => text,
    }
}

/// Ordinary spaces and hyphens for those that word processors and web pages put in their place.
pub(crate) fn plain(character: char) -> char {
    match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        _ if character.is_whitespace() => ' ',
        _ => character,
    }
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
pub(crate) fn is_invisible(character: char) -> bool {
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
            ("3f1c\u{2011}7a52\u{2013}9b0e\u{2212}4d6a", "3f1c-7a52-9b0e-4d6a"),
            ("contoso.com.", "contoso.com"),
            ("\"contoso.com.\"", "contoso.com"),
            ("contoso (Berlin).", "contoso (Berlin)"),
            ("contoso.com..", "contoso.com.."),
            (".", "."),
            (".com", ".com"),
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

    /// Every letter of the blocks of Europe, as the standard library has it.
    #[test]
    fn small_letters() {
        for letter in ('\0'..='\u{17f}').chain('Α'..='ώ').chain('Ѐ'..='џ').chain('Ḁ'..='ỿ')
        {
            let mut expected = letter.to_lowercase();
            let is_single = expected.len() == 1 && !matches!(letter, 'Ÿ' | 'ẞ' | 'ϴ');
            if is_single {
                assert_eq!(Some(small(letter)), expected.next(), "{letter}");
            }
        }
        assert_eq!(lower("ÜBERPRÜFT Ω Я İ"), "überprüft ω я İ");
    }

    #[test]
    fn letters_and_signs() {
        for letter in "az09ÄßéŁΩя日本".chars() {
            assert!(is_letter(letter), "{letter}");
        }
        for sign in " -_:()×÷–—“”„…→«»•\u{3000}、：！".chars() {
            assert!(!is_letter(sign), "{sign}");
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
