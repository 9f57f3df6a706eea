//! Insertions into a text and removals from it, collected in any order of places.

use std::collections::BTreeMap;
use std::ops::Range;

/// What is to be changed in a text, by byte offsets of the text as it was.
#[derive(Default)]
pub struct Edits {
    /// What ends at an offset; the inner part of an expression is told before the outer.
    closing: BTreeMap<usize, String>,
    /// What begins at an offset; the outer part is told before the inner.
    opening: BTreeMap<usize, String>,
    /// End by start.
    removed: BTreeMap<usize, usize>,
}

impl Edits {
    /// Text before what begins here, inside what is already opened here.
    pub fn open(&mut self, at: usize, text: &str) {
        self.opening.entry(at).or_default().push_str(text);
    }

    /// Text after what ends here, and after all that is already closed here.
    pub fn close(&mut self, at: usize, text: &str) {
        self.closing.entry(at).or_default().push_str(text);
    }

    /// Another text instead of this part.
    pub fn replace(&mut self, part: Range<usize>, text: &str) {
        self.open(part.start, text);
        self.removed.insert(part.start, part.end);
    }

    /// The changed text.
    pub fn apply(&self, text: &str) -> String {
        let mut places: Vec<usize> =
            self.closing.keys().chain(self.opening.keys()).copied().collect();
        places.sort_unstable();
        places.dedup();
        let mut out = String::new();
        let mut at = 0;
        for place in places {
            out += &text[at.min(place)..place];
            out += self.closing.get(&place).map_or("", String::as_str);
            out += self.opening.get(&place).map_or("", String::as_str);
            at = self.removed.get(&place).copied().unwrap_or(place);
        }
        out + &text[at..]
    }
}
