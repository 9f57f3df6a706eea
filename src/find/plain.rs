//! A text as it is read, with ordinary hyphens and blanks and without what nobody sees; and where each
//! of its characters stands in the text that was given.

use super::steps;
use crate::paste;

/// A text as it is read.
pub struct PlainText {
    /// Lines end in `\n`; other unusual blanks are spaces.
    pub text: String,
    /// For each byte, where its character begins in the given text, in UTF-16 units.
    starts: Vec<u32>,
}

impl PlainText {
    /// Reads a text, also one that is encoded as email programs send it.
    pub fn read(given: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(given.len()), starts: Vec::new() };
        plain.starts.reserve(given.len());
        let is_encoded = is_quoted_printable(given);
        let mut at = 0_u32;
        let mut last = ' ';
        let mut rest = given;
        while let Some(character) = rest.chars().next() {
            let escape = Escape::at(rest).filter(|_| is_encoded);
            let length = escape.as_ref().map_or(character.len_utf8(), |escape| escape.length);
            match escape {
                Some(escape) => {
                    for character in escape.text.chars() {
                        plain.push(character, last, at);
                        last = character;
                    }
                }
                None => {
                    plain.push(character, last, at);
                    last = character;
                }
            }
            let (read, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
            at = at.saturating_add(read.chars().map(char::len_utf16).sum::<usize>() as u32);
            rest = behind;
        }
        plain
    }

    fn push(&mut self, character: char, last: char, at: u32) {
        let ended = last == '\r' && character == '\n';
        if paste::is_invisible(character) || ended {
            return;
        }
        let read = match character {
            '\t' => '\t',
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '：' => ':',
            other => paste::plain(other),
        };
        self.text.push(read);
        self.starts.resize(self.text.len(), at);
    }

    /// Where bytes of this text stand in the given one, in UTF-16 units.
    pub fn place(&self, start: usize, end: usize) -> (u32, u32) {
        let last = self.text.get(..end).and_then(|text| text.chars().next_back()).unwrap_or(' ');
        let at = |byte: usize| self.starts.get(byte).copied().unwrap_or_default();
        (at(start), at(end.saturating_sub(1)) + last.len_utf16() as u32)
    }
}

/// Is a text encoded as `quoted-printable`? Its header says so; or else, lines go on behind an equals sign,
/// and there is no other one than those and the ones that begin a byte.
///
/// source: RFC 2045, 6.7
fn is_quoted_printable(text: &str) -> bool {
    steps::add(text.len());
    let signs = || text.match_indices('=').filter_map(|(at, _)| text.get(at..));
    let goes_on = |rest: &str| rest.starts_with("=\n") || rest.starts_with("=\r\n");
    let is_only_those = || signs().any(goes_on) && signs().all(|rest| Escape::at(rest).is_some());
    paste::position(text, "quoted-printable").is_some() || is_only_those()
}

/// Characters of a text that is encoded.
struct Escape {
    text: String,
    /// How many bytes it takes.
    length: usize,
}

impl Escape {
    /// Reads the one at the beginning of a text: a line end that is none, or bytes of characters.
    fn at(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('=')?;
        let end = rest.trim_start_matches([' ', '\t']);
        for line_end in ["\r\n", "\n"] {
            if end.len() + MOST_BLANKS > rest.len() && end.starts_with(line_end) {
                let length = text.len() - end.len() + line_end.len();
                return Some(Self { text: String::new(), length });
            }
        }
        let mut bytes = Vec::new();
        let mut length = 0;
        while let Some(byte) = text.get(length..).and_then(escaped_byte) {
            bytes.push(byte);
            length += 3;
            // A character is read as a whole, and a long run in pieces.
            if std::str::from_utf8(&bytes).is_ok() || bytes.len() == LONGEST_CHARACTER {
                break;
            }
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        (length > 0).then_some(Self { text, length })
    }
}

/// A program that fills lines with blanks fills few.
const MOST_BLANKS: usize = 8;
/// In bytes of UTF-8.
const LONGEST_CHARACTER: usize = 4;

fn escaped_byte(text: &str) -> Option<u8> {
    let digits = text.strip_prefix('=')?.get(..2)?;
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'A'..=b'F');
    digits.bytes().all(is_digit).then(|| u8::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_email_programs_encode() {
        for (given, read) in [
            ("a=\nb=3Dc", "ab=c"),
            ("a=\r\nb =C3=BC=E2=82=AC", "ab ü€"),
            (
                "Content-Transfer-Encoding: quoted-printable\n\na=3Db",
                "Content-Transfer-Encoding: quoted-printable\n\na=b",
            ),
            ("quoted-printable a=b=3D", "quoted-printable a=b="),
            ("quoted-printable =C3", "quoted-printable \u{fffd}"),
            // An address, a formula and a key are none.
            ("a=3Db", "a=3Db"),
            ("a=b&c=\nd", "a=b&c=\nd"),
            ("=\"5357564\"", "=\"5357564\""),
        ] {
            assert_eq!(PlainText::read(given).text, read, "{given}");
        }
    }

    #[test]
    fn places_are_those_of_the_given_text() {
        let given = "\u{1f389}=\nT=3D3f1c=\n7a52";
        let plain = PlainText::read(given);
        let start = plain.text.find("3f1c").unwrap();
        let (begin, end) = plain.place(start, start + 8);
        let units: Vec<u16> = given.encode_utf16().collect();
        let there = String::from_utf16(units.get(begin as usize..end as usize).unwrap()).unwrap();
        assert_eq!(there, "3f1c=\n7a52");
    }
}
