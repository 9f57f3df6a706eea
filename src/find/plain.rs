//! A text as it is read, with ordinary hyphens and blanks and without what nobody sees; and where each
//! of its characters stands in the text that was given.

use crate::paste;

/// A text as it is read.
pub struct PlainText {
    /// Lines end in `\n`; other unusual blanks are spaces.
    pub text: String,
    /// For each byte, where its character begins in the given text, in UTF-16 units.
    starts: Vec<u32>,
}

impl PlainText {
    /// Reads a text.
    pub fn read(given: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(given.len()), starts: Vec::new() };
        plain.starts.reserve(given.len());
        let mut at = 0_u32;
        let mut last = ' ';
        for character in given.chars() {
            let ended = last == '\r' && character == '\n';
            if !paste::is_invisible(character) && !ended {
                let read = match character {
                    '\t' => '\t',
                    '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
                    '：' => ':',
                    other => paste::plain(other),
                };
                plain.text.push(read);
                plain.starts.resize(plain.text.len(), at);
            }
            at = at.saturating_add(character.len_utf16() as u32);
            last = character;
        }
        plain
    }

    /// Where bytes of this text stand in the given one, in UTF-16 units.
    pub fn place(&self, start: usize, end: usize) -> (u32, u32) {
        let last = self.text.get(..end).and_then(|text| text.chars().next_back()).unwrap_or(' ');
        let at = |byte: usize| self.starts.get(byte).copied().unwrap_or_default();
        (at(start), at(end.saturating_sub(1)) + last.len_utf16() as u32)
    }
}
